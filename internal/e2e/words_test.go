package e2e_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// TestTheOwnerAnswers has the owner steer from a mail client, mistakes included:
// the client files each answer in Sent on Dovecot, as all do.
func TestTheOwnerAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute and a half: Sent is read once a minute")
	}
	w := newWorld(t)
	w.writeFile("people.csv", "email,first_name,last_name,company,reason,source\ndana@acme.test,Dana,Reyes,Acme,met at the fair,card\nbo@ink.test,Bo,Berg,Ink,met at the fair,card\n")
	sequence := strings.ReplaceAll(readFile(t, w.path("sequences", "intro.yaml")), "wait: 5s", "wait: 1h")
	w.writeFile("sequences/intro.yaml", sequence)
	p := newProgram(t, w)
	if _, err := p.run("import", w.path("people.csv"), "--sequence", "intro"); err != nil {
		t.Fatal(err)
	}
	p.start()
	if !p.awaitReady() {
		return
	}
	o := &ownerClient{world: w, program: p}
	first := o.await("the first mail to Dana", func(m maillab.Received) bool { return m.Recipient == "dana@acme.test" })
	answer := maillab.Answer(first, "Dana Reyes <dana@acme.test>", "Please write to my colleague Sam Ito, sam@acme.test. He looks after our quotes.", maillab.Gmail)
	if _, err := w.dovecot.Deliver("ana", "dana@acme.test", answer(time.Now())); err != nil {
		t.Fatal(err)
	}
	handover := o.await("the hand-over", func(m maillab.Received) bool {
		return m.Recipient == ownerAddress && strings.Contains(bodyOf(m.Raw), "sam@acme.test")
	})
	quoted := "\n\nOn Tue, 1 Dec 2026 at 09:00, followupd wrote:\n> " + strings.ReplaceAll(bodyOf(handover.Raw), "\n", "\n> ")
	answers := []struct{ text, says string }{
		{"enrol 1" + quoted, "Sam Ito <sam@acme.test> is enrolled"},
		{"note 1: wants a demo for five\nwas 1 interested", "Noted of Dana Reyes"},
		{"snooze 1 in two weeks", "Dana Reyes waits until"},
		{"Hi,\n\nStop 1.\n\nThanks", "Dana Reyes is stopped"},
		{"stop everybody please", "Not understood"},
		{"suppress tin.test", "never written to again"},
	}
	for _, a := range answers {
		o.last = o.letter(handover, a.text)
		o.put("Sent", o.last)
	}
	// The same answer again, and one that is not in Sent, do nothing.
	o.put("Sent", o.last)
	forged := bytes.Replace(o.letter(handover, "suppress acme.test"), []byte("From: Ana Lima <"+mailboxAddress+">"), []byte("From: Ana Lima <"+ownerAddress+">"), 1)
	o.put("INBOX", forged)
	// A hand-over that goes to a prospect is the owner's own mail to them.
	o.sendOn(handover, "bo@ink.test")
	if got := o.receipt(o.n); !strings.Contains(got, "Your mail went to Bo Berg as well") {
		t.Errorf("to a hand-over sent on came %s", got)
	}
	for i, a := range answers {
		if got := o.receipt(i + 1); !strings.Contains(got, a.says) {
			t.Errorf("to %.30q came %s", a.text, got)
		}
	}
	if states := o.states(); states["dana@acme.test"] != "stopped" || states["bo@ink.test"] != "held" || states["sam@acme.test"] == "" || states["sam@acme.test"] == "suppressed" {
		t.Errorf("states %v", states)
	}
	if out, err := p.run("why", "dana@acme.test"); err != nil || !strings.Contains(out, "demo for five") {
		t.Errorf("why: %v\n%s", err, out)
	}
}

// readFile reads a file of the test's.
func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
