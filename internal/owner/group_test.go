package owner_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

// together makes the one mail of everything that was told since.
func (w *world) together(t *testing.T, since int) ledger.OwnerMail {
	t.Helper()
	g := engine.Group{Key: "group:7", Mailbox: "ana", Recipient: options(t).Email, At: w.now}
	for _, a := range w.told[since:] {
		a.Person = w.people[a.Person.ID] // as the engine reads them, by then
		g.List = append(g.List, a)
	}
	var m ledger.OwnerMail
	w.write(func(tx *ledger.Tx) (err error) {
		m, err = owner.New(options(t)).Group(tx, g)
		return err
	})
	return m
}

// One mail tells of several people, who wrote first; each has one number, and
// nothing in it is above the line for the owner alone.
func TestGroup(t *testing.T) {
	t.Parallel()
	w, dana := opened(t)
	bo := w.enrol(someone{"Bo", "Lind", "Ink & Paper", "bo@ink.example", "Europe/Oslo"})
	cy := w.enrol(someone{"Cy", "Ito", "", "cy@tin.example", "Europe/Madrid"})
	w.now = at(t, "2026-11-24 10:00")
	w.send(bo)
	w.send(cy)
	w.pass(time.Hour)
	since := len(w.told)
	w.arrive(cy, reply(replies.IntentNotInterested, said("decline.en.no-need", "we have no need for this")), "Thank you, but we have no need for this.")
	w.pass(time.Minute)
	w.arrive(bo, referring("Sam Ito", "sam@ink.example"), "Better ask Sam Ito, sam@ink.example.")
	w.pass(time.Minute)
	w.arrive(dana, reply(replies.IntentQuestion, said("question.en", "What does it cost?")), "What does it cost?")
	w.pass(time.Minute)
	w.arrive(dana, reply(replies.IntentQuestion, said("question.en", "And who would use it?")), "And who would use it?")
	w.pass(time.Minute)
	m := w.together(t, since)
	golden(t, "group", shown(t, m))
	if got, want := fmt.Sprint(m.People), fmt.Sprint([]int64{bo, dana, cy}); got != want || m.Person != 0 || m.Notice != ledger.NoticeGroup {
		t.Errorf("the mail is a %q of person %d and numbers %s, want %s", m.Notice, m.Person, got, want)
	}
	_, body := parsed(t, m.Bytes)
	if !strings.HasPrefix(body, "-------- for you only") {
		t.Error("it doesn't begin with the line for the owner alone")
	}
}

// referring is a mail that names a colleague.
func referring(name, address string) sequences.Mail {
	m := reply(replies.IntentReferral, said("referral.en.ask", "ask "+name))
	m.Referred = &replies.Contact{Name: name, Email: address}
	return m
}

// Mails that wait for a yes stand in one mail, each in full and with a number.
func TestGroupOfQuestions(t *testing.T) {
	t.Parallel()
	w, _ := opened(t)
	w.plan.Mailboxes["ana"] = sequences.Mailbox{Zone: "Europe/Madrid", Approval: sequences.ApprovalAsk}
	cy := w.enrol(someone{"Cy", "Ito", "", "cy@tin.example", "Europe/Madrid"})
	bo := w.enrol(someone{"Bo", "Lind", "Ink & Paper", "bo@ink.example", "Europe/Oslo"})
	w.now = at(t, "2026-11-24 10:00")
	since := len(w.told)
	w.queue(cy)
	w.queue(bo)
	long := strings.Repeat("A quote that goes out two days late often loses the order.\n", 90) + "Which part takes longest?"
	for i := range w.told[since:] {
		a := &w.told[since+i]
		a.Wants = &engine.Wanted{To: a.Person.Addresses[0], Subject: "Late quotes", Text: "Hi,\n\n" + long + "\n\nAna Lima"}
	}
	m := w.together(t, since)
	if got, want := fmt.Sprint(m.People), fmt.Sprint([]int64{cy, bo}); got != want || m.Subject != "Your yes is wanted for 2 mails: to Cy Ito and Bo Lind" {
		t.Errorf("%q numbers %s, want %s", m.Subject, got, want)
	}
	_, body := parsed(t, m.Bytes)
	body = strings.ReplaceAll(body, "\r", "")
	if n := strings.Count(body, long+"\n\nAna Lima\n"); n != 2 {
		t.Errorf("%d mails are shown in full, want 2", n)
	}
	for _, want := range []string{"1. Cy Ito\n\nTo: cy@tin.example\nSubject: Late quotes\n", "2. Bo Lind (Ink & Paper)\n\nTo: bo@ink.example\n",
		"- approve all – send all of them, each as it stands above", "- approve 1 – send the mail", "have the numbers 1 to 2"} {
		if !strings.Contains(body, want) {
			t.Errorf("it doesn't say %q", want)
		}
	}
	if t.Failed() {
		t.Log(strings.ReplaceAll(body, long, "LONG"))
	}
}

// Who names two colleagues in one mail has each of them under a number of their own.
func TestGroupOfTwoProposals(t *testing.T) {
	t.Parallel()
	w, dana := opened(t)
	since := len(w.told)
	w.arrive(dana, referring("Sam Ito", "sam@acme.example"), "Better ask Sam Ito, sam@acme.example.")
	w.pass(time.Minute)
	left := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutLeft, Intent: replies.IntentAutoReply, Certain: true, Referred: &replies.Contact{Email: "kim@acme.example"}}
	w.arrive(dana, left, "I have left. Write to kim@acme.example.")
	_, body := parsed(t, w.together(t, since).Bytes)
	for _, want := range []string{"“enrol 1.1”", "“enrol 1.2”", "- enrol 1.1 – write to Sam Ito <sam@acme.example>", "- enrol 1.2 – write to <kim@acme.example>"} {
		if !strings.Contains(strings.Join(strings.Fields(body), " "), want) {
			t.Errorf("it doesn't say %s:\n%s", want, body)
		}
	}
}

// What is about one person alone stands in their thread.
func TestGroupOfOne(t *testing.T) {
	t.Parallel()
	w, dana := opened(t)
	since := len(w.told)
	w.arrive(dana, reply(replies.IntentQuestion, said("question.en", "What does it cost?")), "What does it cost?")
	alone := w.announce(owner.New(options(t)))
	w.pass(time.Minute)
	w.arrive(dana, reply(replies.IntentInterested, said("interested.en", "sounds good")), "Sounds good, by the way.")
	m := w.together(t, since)
	golden(t, "group-one", shown(t, m))
	one, _ := parsed(t, alone.Bytes)
	group, _ := parsed(t, m.Bytes)
	if group.Get("References") == "" || group.Get("References") != one.Get("References") || m.Person != dana {
		t.Errorf("the mail of both stands in the thread %q, want %q", group.Get("References"), one.Get("References"))
	}
}

// A subject of many people stays short.
func TestGroupOfMany(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-09 10:00")
	var ids []int64
	for i := range 9 {
		ids = append(ids, w.enrol(someone{fmt.Sprintf("Person%d", i), "Of A Long Name", "Acme", fmt.Sprintf("p%d@acme%d.example", i, i), "Europe/Madrid"}))
	}
	for _, id := range ids {
		w.send(id)
	}
	since := len(w.told)
	for _, id := range ids {
		w.arrive(id, reply(replies.IntentQuestion, said("question.en", "What does it cost?")), "What does it cost?")
	}
	m := w.together(t, since)
	if m.Subject != "Person0 Of A Long Name asks something, and news of 8 others" || len(m.People) != 9 {
		t.Errorf("the subject is %q, of %v", m.Subject, m.People)
	}
}
