package main_test

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// What the owner corrected comes out as labelled replies, the last word on each.
func TestCorrections(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.expect([]string{"answer-was", "--examples"}, 0, "!{")
	w.expect([]string{"answer-was", "bo@berg.example", "--examples"}, 64, "answer-was")
	w.expect([]string{"answer-was", "bo@berg.example"}, 64, "answer-was")
	l, err := ledger.Open(t.Context(), filepath.Join(w.dir, "state", "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 4, 9, 30, 0, 0, time.UTC)
	east := 3600
	mail := &sequences.Mail{Ref: "7", Subject: "Re: quotes", Words: "I wouldn't say no <smile>.", Intent: replies.IntentNotInterested, Offset: &east}
	err = l.Write(t.Context(), func(tx *ledger.Tx) error {
		person, err := tx.PersonByAddress("bo@berg.example")
		if err != nil {
			return err
		}
		for i, ev := range []sequences.Event{
			{ID: "m", Kind: sequences.EvMail, At: at, Mail: mail},
			{ID: "a", Kind: sequences.EvOrder, At: at.Add(time.Hour), Order: &sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentQuestion, Mail: mail}},
			{ID: "b", Kind: sequences.EvOrder, At: at.Add(2 * time.Hour), Order: &sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentInterested, Mail: mail}},
			{ID: "c", Kind: sequences.EvOrder, At: at.Add(3 * time.Hour), Order: &sequences.Order{Verb: sequences.VerbNote, Text: "x"}},
		} {
			ev.Person = person
			if _, err := tx.Journal(ledger.Entry{At: at.Add(time.Duration(i) * time.Hour), Person: person, Event: ev}); err != nil {
				return err
			}
		}
		return nil
	})
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	r := w.do("answer-was", "--examples")
	var got map[string]any
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || strings.Count(r.stdout, "\n") != 1 {
		t.Fatalf("%v: %v", r, err)
	}
	for key, want := range map[string]string{"id": "7", "received": "2026-03-04T10:30:00+01:00", "subject": "Re: quotes", "new_text": mail.Words, "intent": "interested", "read": "not_interested"} {
		if got[key] != want {
			t.Errorf("%s is %v, want %s", key, got[key], want)
		}
	}
	w.correct(t, sequences.Event{ID: "d", Kind: sequences.EvOrder, At: at.Add(4 * time.Hour), Order: &sequences.Order{Verb: sequences.VerbAnswerWas, Intent: mail.Intent, Mail: mail}})
	w.expect([]string{"answer-was", "--examples"}, 0, "!{") // taken back
	if strings.Contains(r.stdout, "berg.example") {
		t.Errorf("an address stands in %s", r.stdout)
	}
}

// correct journals an event about the one person there.
func (w *world) correct(t *testing.T, ev sequences.Event) {
	t.Helper()
	l, err := ledger.Open(t.Context(), filepath.Join(w.dir, "state", "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	err = l.Write(t.Context(), func(tx *ledger.Tx) (err error) {
		if ev.Person, err = tx.PersonByAddress("bo@berg.example"); err != nil {
			return err
		}
		_, err = tx.Journal(ledger.Entry{At: ev.At, Person: ev.Person, Event: ev})
		return err
	})
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
}
