package sequences_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// A day that only might be meant was read for a later that nobody spoke of. It
// is no day of return: an owner who says that the mail was a machine's gets the
// wait that a notice without a date gets.
func TestSupposedDateIsNoReturn(t *testing.T) {
	t.Parallel()
	for name, until := range map[string]int{"past": -1, "near": 1, "far": 200} { // days from the mail
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateScheduled)
			day := replies.NewDate(s.now).AddDays(until)
			misread := sequences.Mail{Ref: "9", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentQuestion, From: "dana@acme.example", Until: &day}
			s.mail(misread)
			s.order(sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentAutoReply, Mail: &misread})
			if s.e().State != sequences.StateAway || s.p.Away == nil {
				t.Fatalf("%s (%+v), want away", s.e().State, s.e().Why)
			}
			if wait := s.p.Away.At.Sub(s.now); wait < 6*24*time.Hour || wait > 8*24*time.Hour {
				t.Errorf("it waits %v, by a date that was never one of return (%s)", wait, s.p.Away.Reason.Text)
			}
		})
	}
}

// Nor does it send anything where the owner says that a later was meant, but not
// when: the owner has not seen the day beside a no or a question.
func TestSupposedDateSendsNothing(t *testing.T) {
	t.Parallel()
	for _, intent := range []replies.Intent{replies.IntentNotInterested, replies.IntentInterested, replies.IntentQuestion, replies.IntentUnclear} {
		t.Run(string(intent), func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateScheduled)
			day := replies.NewDate(s.now).AddDays(30)
			misread := sequences.Mail{Ref: "9", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: intent, From: "dana@acme.example", Until: &day}
			s.mail(misread)
			_, why := s.order(sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentLater, Mail: &misread})
			if s.e().State == sequences.StateSnoozed {
				t.Errorf("a mail goes out on %s, which nobody named (%q)", day, why.Text)
			}
		})
	}
}
