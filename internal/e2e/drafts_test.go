package e2e_test

import (
	"bytes"
	"net/mail"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// TestTheOwnerApproves has the owner see mails before they go out: drafts that
// they change and send from their mail program, delete, or leave until the
// person answers; and mails that they are asked about.
func TestTheOwnerApproves(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Dovecot and the daemon")
	}
	w := newWorld(t)
	intro := readFile(t, w.path("sequences", "intro.yaml"))
	lines := strings.NewReplacer("name: intro", "name: drafts", "second, wait: 5s", "second, approval: draft, wait: 1s", "third, wait: 5s", "third, wait: 1h")
	w.writeFile("sequences/drafts.yaml", lines.Replace(intro))
	w.writeFile("sequences/asked.yaml", strings.NewReplacer("name: intro", "name: asked\napproval: ask").Replace(intro))
	people := "email,first_name,last_name,company,reason,source\n"
	for _, name := range []string{"Dana", "Bo", "Cy", "Ed"} {
		people += strings.ToLower(name) + "@" + strings.ToLower(name) + ".test," + name + ",Doe," + name + " Works,met at the fair,card\n"
	}
	w.writeFile("drafts.csv", people)
	w.writeFile("asked.csv", "email,first_name,last_name,company,reason,source\ndi@di.test,Di,Doe,Di Works,met at the fair,card\n")
	p := newProgram(t, w)
	o := &ownerClient{world: w, program: p}
	o.must("import", w.path("drafts.csv"), "--sequence", "drafts")
	o.must("import", w.path("asked.csv"), "--sequence", "asked")
	p.start()
	if !p.awaitReady() {
		return
	}

	drafts := map[string]stored{}
	for _, name := range []string{"dana", "bo", "cy", "ed"} {
		drafts[name] = o.awaitIn("Drafts", name+"@"+name+".test")
		first := o.to(name + "@" + name + ".test")
		if len(first) != 1 {
			t.Fatalf("%s got %d mails, want the first alone", name, len(first))
		}
		if got := headerOf(drafts[name].raw, "In-Reply-To"); got != first[0].MessageID {
			t.Errorf("the draft to %s answers %q, want the first mail %q", name, got, first[0].MessageID)
		}
	}

	// Dana's is changed, sent and gone, as a mail program does it: with an id of
	// its own and none of our header fields.
	o.put("Sent", sentFrom(t, drafts["dana"].raw, "What has changed in your quotes this year?", "Shall I call you on Friday?"))
	o.remove("Drafts", drafts["dana"])
	// Bo's is deleted.
	o.remove("Drafts", drafts["bo"])
	// Ed's is changed and left, and both he and Cy answer.
	o.put("Drafts", bytes.Replace(drafts["ed"].raw, []byte("What has changed"), []byte("So, what has changed"), 1))
	o.remove("Drafts", drafts["ed"])
	for _, name := range []string{"cy", "ed"} {
		address := name + "@" + name + ".test"
		if _, err := w.dovecot.Deliver("ana", address, maillab.Answer(o.to(address)[0], address, "What does it cost?", maillab.Gmail)(time.Now())); err != nil {
			t.Fatal(err)
		}
	}
	o.eventually("the draft to Cy is taken back", func() bool { _, lies := o.find("Drafts", "cy@cy.test"); return !lies })
	o.eventually("Ed's answer is read", func() bool { return o.states()["ed@ed.test"] == "answered" })
	p.restart()
	o.eventually("Dana's mail counts as the step", func() bool {
		return strings.Contains(o.must("why", "dana@dana.test"), "was seen to have gone out")
	})
	if states := o.states(); states["dana@dana.test"] != "scheduled" || states["cy@cy.test"] != "answered" || states["bo@bo.test"] == "stopped" {
		t.Errorf("states %v", states)
	}
	if _, lies := o.find("Drafts", "So, what has changed"); !lies {
		t.Error("a draft that the owner had changed was taken away")
	}

	// A draft that is gone without a mail counts as deleted after ten minutes.
	if why := o.must("why", "bo@bo.test"); strings.Contains(why, "you deleted its draft") {
		t.Errorf("it counts as deleted at once:\n%s", why)
	}
	p.pass(11 * time.Minute)
	o.eventually("Bo's step is cancelled", func() bool { return strings.Contains(o.must("why", "bo@bo.test"), "you deleted its draft") })

	// Di's goes out on one word, once.
	asked := o.awaitTold("Your yes is wanted for a mail to Di Doe")
	if n := len(o.to("di@di.test")); n != 0 {
		t.Fatalf("%d mails went to Di before the yes", n)
	}
	for range 2 {
		o.put("Sent", o.letter(asked, "Approve 1!"))
	}
	p.restart()
	if got := o.receipt(o.n - 1); !strings.Contains(got, "The mail to Di Doe goes out") {
		t.Errorf("to the yes came %s", got)
	}
	o.eventually("the mail goes to Di", func() bool { return len(o.to("di@di.test")) == 1 })
	o.receipt(o.n)
	for name, want := range map[string]int{"dana": 1, "bo": 1, "cy": 1, "ed": 1, "di": 1} {
		if n := len(o.to(name + "@" + name + ".test")); n != want {
			t.Errorf("%d mails went to %s, want %d", n, name, want)
		}
	}
}

// sentFrom is a draft as a mail program files it once it is sent.
func sentFrom(t *testing.T, draft []byte, old, by string) []byte {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(draft))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(bodyOf(draft), old, by, 1)
	if !strings.Contains(text, by) {
		t.Fatalf("the draft doesn't say %q:\n%s", old, text)
	}
	var b strings.Builder
	for _, name := range []string{"From", "To", "Subject", "In-Reply-To", "References"} {
		b.WriteString(name + ": " + m.Header.Get(name) + "\r\n")
	}
	b.WriteString("Date: " + time.Now().Format(time.RFC1123Z) + "\r\nMessage-ID: <sent-by-hand@client.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
	return []byte(b.String() + strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n"))
}
