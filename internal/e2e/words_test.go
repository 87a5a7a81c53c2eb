package e2e_test

import (
	"bytes"
	"fmt"
	"net/mail"
	"os"
	"slices"
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

// ownerClient is a mail client of the owner's.
type ownerClient struct {
	world   *world
	program *program
	n       int
	last    []byte
}

// await waits for a mail that the server accepted.
func (o *ownerClient) await(what string, match func(maillab.Received) bool) maillab.Received {
	t := o.world.t
	t.Helper()
	limit, tick := time.After(90*time.Second), time.NewTicker(100*time.Millisecond)
	defer tick.Stop()
	for {
		if all := o.world.smtp.Accepted(); slices.ContainsFunc(all, match) {
			return all[slices.IndexFunc(all, match)]
		}
		select {
		case <-limit:
			t.Fatalf("%s doesn't come", what)
		case <-tick.C:
		}
	}
}

func (o *ownerClient) put(folder string, raw []byte) {
	o.world.t.Helper()
	if _, err := o.world.put(folder, raw, time.Time{}); err != nil {
		o.world.t.Fatal(err)
	}
}

// letter is an answer to a mail of followupd's.
func (o *ownerClient) letter(to maillab.Received, text string) []byte {
	o.n++
	m, err := mail.ReadMessage(bytes.NewReader(to.Raw))
	if err != nil {
		o.world.t.Fatal(err)
	}
	id := m.Header.Get("Message-ID")
	raw := fmt.Sprintf("From: Ana Lima <%s>\nTo: %s\nSubject: Re: a hand-over\nDate: %s\nMessage-ID: <word-%d@client.test>\nIn-Reply-To: %s\nReferences: %s %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n",
		mailboxAddress, m.Header.Get("Reply-To"), time.Now().Format(time.RFC1123Z), o.n, id, m.Header.Get("References"), id, text)
	return []byte(strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\n", "\r\n"))
}

// receipt is what came back for the n-th answer.
func (o *ownerClient) receipt(n int) string {
	o.world.t.Helper()
	id := fmt.Sprintf("<word-%d@client.test>", n)
	m := o.await("the answer to "+id, func(m maillab.Received) bool {
		parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		return err == nil && m.Recipient == ownerAddress && parsed.Header.Get("In-Reply-To") == id
	})
	return strings.Join(strings.Fields(bodyOf(m.Raw)), " ")
}

// sendOn forwards a mail to somebody.
func (o *ownerClient) sendOn(m maillab.Received, to string) {
	o.world.t.Helper()
	raw := string(o.letter(m, "For your information.\nstop 1"))
	from, rest, _ := strings.Cut(raw, "\r\nTo: ")
	_, rest, _ = strings.Cut(rest, "\r\n")
	o.put("Sent", []byte(from+"\r\nTo: "+to+"\r\n"+rest))
}

func (o *ownerClient) states() map[string]string {
	o.world.t.Helper()
	all, err := listing[listed](o.program, "list")
	if err != nil {
		o.world.t.Fatal(err)
	}
	out := map[string]string{}
	for _, l := range all {
		out[l.Address] = l.State
	}
	return out
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
