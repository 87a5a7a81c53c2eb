package ledger_test

import (
	"fmt"
	"slices"
	"testing"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// sam is forgotten in these tests.
var sam = sequences.Person{ID: 1, Addresses: []string{"sam@acme.example"}, Fields: map[string]string{"first_name": "Örsi", "last_name": "Ágnes"}}

// note tells the owner something, and keeps the mail.
func note(t *ledger.Tx, key, subject, text string, told bool, people ...int64) error {
	if err := t.Tell(ledger.OwnerMail{Key: key, Recipient: "owner@boss.example", MessageID: key, Subject: subject, Bytes: []byte(text), CreatedAt: at, People: people}); err != nil || !told {
		return err
	}
	m, err := t.OwnerMailByID(key)
	if err != nil {
		return err
	}
	return t.Told(m.ID, "first", at)
}

// Mails to the owner lose their text where they name somebody forgotten, in
// whatever way a mail writes it, and keep it where they don't.
func TestForgetBlanksMailsToTheOwner(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, subject, text string
		people              []int64
		blank               bool
	}{
		{"the address", "note", "Sam@ACME.example was enrolled", nil, true},
		{"the address over a broken line", "note", "sam@acme=\r\n.example was enrolled", nil, true},
		{"the name in quoted-printable", "note", "=C3=96rsi =C3=81gnes was enrolled", nil, true},
		{"the very name in the subject", "Örsi Ágnes answered", "Hello.", nil, true},
		{"numbered", "the week", "1 somebody", []int64{7, 1}, true},
		{"somebody else", "note", "dana@acme.example was enrolled", []int64{2}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := fresh(t)
			write(t, l, func(t *ledger.Tx) error { return t.SavePerson(sam, at) })
			write(t, l, func(t *ledger.Tx) error { return note(t, "told", tt.subject, tt.text, true, tt.people...) })
			write(t, l, func(t *ledger.Tx) error { return note(t, "waits", tt.subject, tt.text, false, tt.people...) })
			forgetSam(t, l)
			mails := map[string]ledger.OwnerMail{}
			readAll := func(t *ledger.Tx) error {
				all, err := t.OwnerMails(at)
				for _, m := range all {
					mails[m.Key] = m
				}
				return err
			}
			read(t, l, readAll)
			if blank := len(mails["told"].Bytes) == 0 && mails["told"].Subject == ""; blank != tt.blank {
				t.Errorf("the mail that was told is %+v", mails["told"])
			}
			if string(mails["waits"].Bytes) != tt.text {
				t.Errorf("the mail that waits is %+v", mails["waits"])
			}
			write(t, l, func(t *ledger.Tx) error { return t.Told(mails["waits"].ID, "first", at) })
			read(t, l, readAll)
			if blank := len(mails["waits"].Bytes) == 0 && mails["waits"].Subject == ""; blank != tt.blank {
				t.Errorf("once it is told, the mail is %+v", mails["waits"])
			}
		})
	}
}

func forgetSam(t *testing.T, l *ledger.Ledger) {
	t.Helper()
	traces, err := ledger.NewTraces(sam)
	if err != nil {
		t.Fatal(err)
	}
	write(t, l, func(t *ledger.Tx) error {
		_, err := t.Forget(sam, traces, ledger.Entry{At: at, Person: sam.ID, Event: sequences.Event{ID: "forget", Kind: sequences.EvForgotten, Person: sam.ID}}, true)
		return err
	})
}

// The traces of many are found in one reading, whatever its parts, and what is
// written after it is read when they are forgotten.
func TestTracesAreReadInParts(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	dana := sequences.Person{ID: 2, Addresses: []string{"dana@acme.example"}}
	entry := func(id, words string) ledger.Entry {
		return ledger.Entry{At: at, Person: dana.ID, Event: sequences.Event{ID: id, Kind: sequences.EvMail, Person: dana.ID, Mail: &sequences.Mail{Words: words}}}
	}
	write(t, l, func(t *ledger.Tx) error {
		for _, p := range []sequences.Person{sam, dana} {
			if err := t.SavePerson(p, at); err != nil {
				return err
			}
		}
		for i := range 25 {
			words := "nothing of interest"
			if i%10 == 3 {
				words = "ask ÖRSI@x.example or Örsi ágnes, no: Örsi Ágnes"
			}
			if _, err := t.Journal(entry(fmt.Sprint("mail:", i), words)); err != nil {
				return err
			}
		}
		return nil
	})
	traces, err := ledger.NewTraces(sam, dana)
	if err != nil {
		t.Fatal(err)
	}
	reads := 0
	for done := false; !done; reads++ {
		read(t, l, func(t *ledger.Tx) (err error) { done, err = t.Look(traces, 10); return err })
	}
	if reads != 3 {
		t.Errorf("25 entries were read in %d parts of 10", reads)
	}
	write(t, l, func(t *ledger.Tx) error { _, err := t.Journal(entry("late", "sam@acme.example says so")); return err })
	var f ledger.Forgotten
	write(t, l, func(t *ledger.Tx) (err error) {
		f, err = t.Forget(sam, traces, ledger.Entry{At: at, Person: sam.ID, Event: sequences.Event{ID: "forget", Kind: sequences.EvForgotten, Person: sam.ID}}, false)
		return err
	})
	if f.Elsewhere != 4 {
		t.Errorf("%d entries of others named him, want 3 and the late one", f.Elsewhere)
	}
	var clean []string
	read(t, l, func(t *ledger.Tx) error {
		return t.PersonJournal(dana.ID, func(e ledger.Entry) error {
			if e.Rules == "forgotten" {
				clean = append(clean, e.Event.Mail.Words)
			}
			return nil
		})
	})
	if want := "ask ÖRSI@x.example or Örsi ágnes, no: (forgotten)"; len(clean) != 4 || !slices.Contains(clean, want) || !slices.Contains(clean, "(forgotten) says so") {
		t.Errorf("the entries are now %q", clean)
	}
}
