package e2e_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// TestTheOwnersMistakes has the owner answer one mail about several people in
// every wrong way: all of it quoted without marks, twice, from another address,
// and a month late.
func TestTheOwnersMistakes(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Dovecot and the daemon")
	}
	w := newWorld(t)
	w.writeFile("sequences/intro.yaml", strings.ReplaceAll(readFile(t, w.path("sequences", "intro.yaml")), "wait: 5s", "wait: 1h"))
	w.writeFile("config.yaml", strings.Replace(readFile(t, w.path("config.yaml")), "    handover:", "    auth_server: mx.lima.test\n    handover:", 1))
	people := "email,first_name,last_name,company,reason,source\n"
	for _, name := range []string{"Dana", "Bo", "Cy"} {
		people += fmt.Sprintf("%[1]s@%[1]s.test,%[2]s,Doe,%[2]s Works,met at the fair,card\n", strings.ToLower(name), name)
	}
	w.writeFile("people.csv", people)
	p := newProgram(t, w)
	o := &ownerClient{world: w, program: p}
	o.must("import", w.path("people.csv"), "--sequence", "intro")
	p.start()
	if !p.awaitReady() {
		return
	}
	answers := []string{"dana", "bo", "cy"}
	o.eventually("the first mails are out", func() bool { return len(w.smtp.Accepted()) == len(answers) })
	p.kill() // so that all three answers are there when it looks
	for _, name := range answers {
		address := name + "@" + name + ".test"
		if _, err := w.dovecot.Deliver("ana", address, maillab.Answer(o.to(address)[0], address, "What does it cost, and who would use it?", maillab.Gmail)(time.Now())); err != nil {
			t.Fatal(err)
		}
	}
	p.start()
	if !p.awaitReady() {
		return
	}
	o.eventually("all three are told of", func() bool {
		var all strings.Builder
		for _, m := range o.to(ownerAddress) {
			all.WriteString(bodyOf(m.Raw))
		}
		return strings.Contains(all.String(), "Dana Doe wrote") && strings.Contains(all.String(), "Bo Doe wrote") && strings.Contains(all.String(), "Cy Doe wrote")
	})
	told := o.to(ownerAddress)
	handover := told[len(told)-1]
	if headerOf(handover.Raw, "X-Followupd-Notice") != "group" {
		t.Fatalf("three answers at once came in %d mails", len(told))
	}
	text := strings.ReplaceAll(bodyOf(handover.Raw), "\r\n", "\n")
	numbers := map[string]int{}
	for _, name := range []string{"Dana", "Bo", "Cy"} {
		for n := 1; n <= 3; n++ {
			if strings.Contains(text, fmt.Sprintf("\n %d. %s Doe ", n, name)) {
				numbers[name] = n
			}
		}
	}
	if len(numbers) != 3 {
		t.Fatalf("the people of the mail have the numbers %v:\n%s", numbers, text)
	}

	// All of the mail comes back below the words, without a mark of a quote: the
	// commands that it shows must not count.
	o.put("Sent", o.letter(handover, fmt.Sprintf("note %d: wants blue\n\n-----Original Message-----\nFrom: followupd\nSubject: a hand-over\n\n%s", numbers["Bo"], text)))
	quoting := o.n
	// Twice, as two mails: nothing is done a second time.
	o.put("Sent", o.letter(handover, fmt.Sprintf("stop %d", numbers["Cy"])))
	o.put("Sent", o.letter(handover, fmt.Sprintf("stop %d", numbers["Cy"])))
	twice := o.n
	p.restart()
	if got := o.receipt(quoting); !strings.Contains(got, "Noted of Bo Doe: wants blue") || strings.Contains(got, "Not understood") || strings.Contains(got, "stopped") {
		t.Errorf("to a mail that quotes everything came %s", got)
	}
	if got := o.receipt(twice-1) + o.receipt(twice); strings.Count(got, "Cy Doe is stopped") == 0 {
		t.Errorf("to the same word twice came %s", got)
	}
	if states := o.states(); states["dana@dana.test"] != "answered" || states["bo@bo.test"] != "answered" || states["cy@cy.test"] != "stopped" {
		t.Errorf("states %v", states)
	}

	// From another address, by its name alone: it is left alone and told of.
	o.put("INBOX", o.from(o.letter(handover, fmt.Sprintf("stop %d", numbers["Dana"])), ""))
	// With what the mail server says of it, it counts, at once.
	o.put("INBOX", o.from(o.letter(handover, fmt.Sprintf("note %d: asks for ten", numbers["Dana"])),
		"Authentication-Results: mx.lima.test; dmarc=pass header.from=boss.test\r\nReceived: from out.boss.test by mx.lima.test; "+time.Now().Format(time.RFC1123Z)+"\r\n"))
	if got := o.receipt(o.n); !strings.Contains(got, "Noted of Dana Doe: asks for ten") {
		t.Errorf("to a proven mail came %s", got)
	}
	p.pass(time.Hour) // what Sent might still prove is not told of at once
	if out := o.must("status"); !strings.Contains(strings.Join(strings.Fields(out), " "), "could not be proven to be yours") {
		t.Errorf("status says nothing of a word that nothing proves:\n%s", out)
	}
	if state := o.states()["dana@dana.test"]; state != "answered" {
		t.Errorf("a From line alone made it %s", state)
	}

	// A month late: what can cause mail doesn't work any more, what stops does.
	p.pass(31 * 24 * time.Hour)
	o.put("Sent", o.letter(handover, fmt.Sprintf("resume %d\nstop %d", numbers["Bo"], numbers["Dana"])))
	p.restart()
	got := o.receipt(o.n)
	if !strings.Contains(got, "Dana Doe is stopped") || !strings.Contains(got, "after 7 days this word") {
		t.Errorf("a month late came %s", got)
	}
	if states := o.states(); states["dana@dana.test"] != "stopped" || states["bo@bo.test"] != "answered" {
		t.Errorf("states after a month %v", states)
	}
	for _, name := range answers {
		if n := len(o.to(name + "@" + name + ".test")); n != 1 {
			t.Errorf("%d mails went to %s in all", n, name)
		}
	}
}
