package engine_test

import (
	"bytes"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func (r *rig) breaker() engine.Breaker {
	r.t.Helper()
	var b engine.Breaker
	err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) (err error) {
		b, err = engine.ReadBreaker(t, "ana")
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return b
}

func (r *rig) troubles() int {
	return len(slices.DeleteFunc(r.notices(), func(s string) bool { return !strings.HasPrefix(s, "trouble") }))
}

func resumeAna() engine.Ask { return engine.Ask{Verb: engine.VerbResumeMailbox, Address: "ana"} }

func bouncing(addresses ...string) (people []maillab.Person) {
	for _, a := range addresses {
		people = append(people, maillab.Person{Address: a, React: once(time.Hour, func(m maillab.Received) maillab.Letter { return maillab.Bounce(m, "5.1.1", "user unknown") })})
	}
	return people
}

func TestBouncesPauseTheMailboxUntilItsOwnerResumesIt(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{people: bouncing("a@one.example", "b@two.example", "c@three.example", "e@five.example")})
	r.enrol("a@one.example", "b@two.example")
	r.until(day(9, 1))
	if b := r.breaker(); b.Reason.Code != "" {
		t.Fatalf("two bounces open it: %s", b.Reason.Text)
	}
	r.enrol("c@three.example")
	r.until(day(9, 2))
	r.enrol("dana@acme.example")
	r.until(day(12, 1)) // it never closes by itself
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Fatalf("%d mails went out after three bounces of three", got)
	}
	if b := r.breaker(); !strings.Contains(b.Reason.Text, "3 of its last 3 first mails") || !b.Reason.Until.IsZero() {
		t.Errorf("breaker %+v", b)
	}
	if got := r.troubles(); got != 1 {
		t.Errorf("the owner was told of trouble %d times, want once: %q", got, r.notices())
	}
	f, err := r.engine.Forecast(t.Context(), 72*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Mails) == 0 || f.Mailboxes[0].Breaker == "" {
		t.Errorf("the plan has %d mails and says %q of the breaker", len(f.Mails), f.Mailboxes[0].Breaker)
	}
	r.start(rigOptions{})
	r.until(day(12, 2))
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out after a restart", got)
	}
	if a := r.do(resumeAna()); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(day(12, 3))
	if got := len(r.got("dana@acme.example")); got != 1 {
		t.Errorf("%d mails went out once it was resumed, want 1", got)
	}
	r.enrol("e@five.example")
	r.until(day(12, 4))
	if b := r.breaker(); b.Reason.Code != "" {
		t.Errorf("the bounces before it was resumed still count: %s", b.Reason.Text)
	}
	if a := r.do(resumeAna()); a.OK {
		t.Error("a mailbox that isn't paused was resumed")
	}
	if a := r.do(engine.Ask{Verb: engine.VerbResumeMailbox, Address: "bo"}); a.OK {
		t.Error("a mailbox that isn't there was resumed")
	}
}

// Addresses that the server refuses at once count as those that come back.
func TestRefusedAddressesPauseTheMailbox(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		if tx.Stage == maillab.StageRcpt && strings.HasSuffix(tx.Recipient, ".invalid.example") {
			return maillab.Fault{Reply: "550 5.1.1 user unknown"}
		}
		return maillab.Fault{}
	})
	r.enrol("a@one.invalid.example", "b@two.invalid.example", "c@three.invalid.example")
	r.until(day(9, 1))
	if b := r.breaker(); !strings.Contains(b.Reason.Text, "3 of its last 3") {
		t.Errorf("breaker %+v", b)
	}
}

// complaint is a report of RFC 5965 about a mail.
func complaint(m maillab.Received) maillab.Letter {
	parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
	if err != nil {
		panic(err)
	}
	return func(at time.Time) []byte {
		return []byte(strings.ReplaceAll(fmt.Sprintf(`From: <abuse@provider.example>
To: <ana@lima.example>
Date: %s
Subject: FW: %s
Message-ID: <report-%s@provider.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an email abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--b
Content-Type: message/rfc822

Message-ID: %s
Subject: %s

Hi
--b--
`, at.Format(time.RFC1123Z), parsed.Header.Get("Subject"), m.Recipient[:1], parsed.Header.Get("Message-Id"), parsed.Header.Get("Subject")), "\n", "\r\n"))
	}
}

func TestComplaintsPauseTheMailbox(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{people: []maillab.Person{
		{Address: "a@one.example", React: once(time.Hour, complaint)},
		{Address: "b@two.example", React: once(time.Hour, complaint)},
	}})
	r.enrol("a@one.example")
	r.until(day(9, 1))
	if state, code := r.state("a@one.example"); state != sequences.StateSuppressed || code != sequences.CodeComplaint {
		t.Fatalf("state %s (%s)", state, code)
	}
	if b := r.breaker(); b.Reason.Code != "" {
		t.Fatalf("one complaint opens it: %s", b.Reason.Text)
	}
	r.enrol("b@two.example")
	r.until(day(9, 2))
	r.enrol("dana@acme.example")
	r.until(day(11, 1)) // longer than complaints count
	if b := r.breaker(); !strings.Contains(b.Reason.Text, "2 of its mails were reported") {
		t.Errorf("breaker %+v", b)
	}
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out after two complaints", got)
	}
	if got := r.troubles(); got != 1 {
		t.Errorf("the owner was told of trouble %d times, want once", got)
	}
}

func TestRefusalsOfTheProviderPauseTheMailboxForAWhile(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	var mu sync.Mutex
	var tries []time.Time
	broken := true
	r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		mu.Lock()
		defer mu.Unlock()
		if tx.Stage != maillab.StageRcpt || !strings.HasSuffix(tx.Recipient, ".example") || tx.Recipient == "owner@boss.example" || !broken {
			return maillab.Fault{}
		}
		tries = append(tries, r.now())
		return maillab.Fault{Reply: "550 5.4.5 Daily user sending limit exceeded"}
	})
	r.enrol("a@one.example", "b@two.example", "c@three.example", "d@four.example", "e@five.example", "f@six.example")
	r.until(time.Date(2026, 9, 1, 9, 59, 0, 0, time.UTC))
	if len(tries) != 5 {
		t.Fatalf("%d tries in the first hour, want 5", len(tries))
	}
	b := r.breaker()
	if want := tries[4].Add(time.Hour); !b.Reason.Until.Equal(want) || !strings.Contains(b.Reason.Text, "sending limit exceeded") {
		t.Errorf("breaker %+v, want one until %v", b, want)
	}
	if got := r.troubles(); got != 1 {
		t.Errorf("the owner was told of trouble %d times, want once", got)
	}
	r.until(time.Date(2026, 9, 1, 11, 30, 0, 0, time.UTC))
	if len(tries) != 6 {
		t.Fatalf("%d tries after an hour's rest, want one more", len(tries))
	}
	mu.Lock()
	broken = false
	mu.Unlock()
	r.until(day(9, 2)) // past the longer rest
	for _, a := range []string{"a@one.example", "f@six.example"} {
		if got := len(r.got(a)); got != 1 {
			t.Errorf("%d mails to %s once the provider took them again, want 1", got, a)
		}
	}
	if b := r.breaker(); b.Reason.Code != "" {
		t.Errorf("it is still open: %+v", b)
	}
}
