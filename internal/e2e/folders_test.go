package e2e_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// TestTheOwnersFolders has the owner enrol people, stop them and stop everything
// by folders of their mail program.
func TestTheOwnersFolders(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Dovecot and the daemon")
	}
	w := newWorld(t)
	intro := readFile(t, w.path("sequences", "intro.yaml"))
	w.writeFile("sequences/slow.yaml", strings.NewReplacer("name: intro", "name: slow", "wait: 5s", "wait: 1h").Replace(intro))
	w.writeFile("sequences/intro.yaml", strings.ReplaceAll(intro, "wait: 5s", "wait: 1s"))
	// Who is enrolled by a mail has no more than a name.
	for step, text := range map[string]string{
		"second": "---\n---\nHi {{ or .first_name \"there\" }},\n\nHere are {{ .value.title }}.\n\nWhat has changed in your quotes this year?\n\nBest regards,\n{{ .sender.name }}\n",
		"third":  "---\n---\nHi {{ or .first_name \"there\" }},\n\nYour desk should be free of mails that don't help.\n\nIs a plain no the right answer for now?\n\nBest regards,\n{{ .sender.name }}\n",
	} {
		w.writeFile("templates/"+step+".md", text)
	}
	w.writeFile("people.csv", "email,first_name,last_name,company,reason,source\nivy@ivy.test,Ivy,Doe,Ivy Works,met at the fair,card\n")
	p := newProgram(t, w)
	o := &ownerClient{world: w, program: p}
	if out := o.must("init", w.dir, "--folders"); !strings.Contains(out, "Follow-up/intro") || !strings.Contains(out, "Follow-up/slow") {
		t.Fatalf("init --folders made %s", out)
	}
	// What the owner wrote before, and one mail that came in.
	o.put("Sent", o.written("Eva Doe <eva@eva.test>", "Your quotes", "Hi Eva, which part takes longest?"))
	o.put("Sent", o.written("Fay Doe <fay@fay.test>", "Your desk", "Hi Fay, how is the desk?"))
	o.put("Sent", o.written("Gus Doe <gus@gus.test>, Hal Doe <hal@hal.test>", "You two", "Hi both, who of you decides?"))
	o.put("INBOX", maillab.Fresh("Jo Doe <jo@jo.test>", mailboxAddress, "Our offer", "Buy our pens.")(time.Now()))
	p.start()
	if !p.awaitReady() {
		return
	}
	// What lies in a folder before the first look is past.
	o.eventually("the mailbox is read", func() bool { return strings.Contains(o.must("status"), "; read ") })
	for text, to := range map[string]string{"eva@eva.test": "Follow-up/intro", "fay@fay.test": "Follow-up/slow", "gus@gus.test": "Follow-up/slow"} {
		o.copy("Sent", o.awaitIn("Sent", text), to)
	}
	o.copy("INBOX", o.awaitIn("INBOX", "Buy our pens"), "Follow-up/slow")
	p.restart()
	for about, says := range map[string][]string{
		"Your quotes": {"Eva Doe <eva@eva.test> is in intro now", "Move the mail out again"},
		"Your desk":   {"Fay Doe <fay@fay.test> is in slow now"},
		"You two":     {"Gus Doe <gus@gus.test> is in slow now", "Hal Doe <hal@hal.test> is in slow now"},
		"Our offer":   {"nobody was enrolled"},
	} {
		note := strings.Join(strings.Fields(bodyOf(o.awaitTold("You put “"+about+"”").Raw)), " ")
		for _, s := range says {
			if !strings.Contains(note, s) {
				t.Errorf("of %q the owner was told %s", about, note)
			}
		}
	}
	// Eva gets the second step, in the thread of the owner's own mail.
	o.eventually("the second step goes to Eva", func() bool { return len(o.to("eva@eva.test")) > 0 })
	mine, _ := o.find("Sent", "which part takes longest")
	if m := o.to("eva@eva.test")[0]; headerOf(m.Raw, "In-Reply-To") != headerOf(mine.raw, "Message-ID") || stepOf(bodyOf(m.Raw)) != "second" {
		t.Errorf("Eva got step %q in answer to %q", stepOf(bodyOf(m.Raw)), headerOf(m.Raw, "In-Reply-To"))
	}

	// Moving a mail out stops it, and nobody else.
	fays, ok := o.find("Follow-up/slow", "fay@fay.test")
	if !ok {
		t.Fatal("Fay's mail isn't in the folder")
	}
	o.move("Follow-up/slow", fays, otherFolder)
	p.restart()
	o.eventually("Fay is stopped", func() bool { return o.states()["fay@fay.test"] == "stopped" })
	if states := o.states(); states["gus@gus.test"] != "scheduled" || states["hal@hal.test"] != "scheduled" || states["jo@jo.test"] != "" {
		t.Errorf("states %v", states)
	}

	// A folder stops everything, and its end lets everything go on.
	o.create("Follow-up/STOP")
	p.restart()
	o.eventually("status tells of it", func() bool { return strings.Contains(o.must("status"), "STOP") })
	before := len(w.smtp.Accepted())
	o.must("import", w.path("people.csv"), "--sequence", "intro")
	o.eventually("Ivy's mail waits", func() bool { return o.states()["ivy@ivy.test"] == "queued" })
	p.restart() // which sends what may go out
	o.eventually("the mailbox is read again", func() bool { return strings.Contains(o.must("status"), "; read ") })
	o.must("note", "ivy@ivy.test", "called once") // answered by the daemon, so that it had its turn
	if n := len(o.to("ivy@ivy.test")); n != 0 {
		t.Errorf("%d mails went to Ivy under Follow-up/STOP", n)
	}
	o.delete("Follow-up/STOP")
	p.restart()
	o.eventually("the mail goes to Ivy", func() bool { return len(o.to("ivy@ivy.test")) > 0 })
	if before == len(w.smtp.Accepted()) {
		t.Error("nothing went out")
	}
}
