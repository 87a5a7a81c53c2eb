package sequences_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// Who wrote to somebody by hand is asked once whether the sequence goes on,
// where nothing comes back; it never goes on by itself.
func TestTheOwnersOwnHand(t *testing.T) {
	t.Parallel()
	byHand := sequences.Event{Kind: sequences.EvOwnerMail, Mail: &sequences.Mail{Ref: "own"}}
	answer := sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentQuestion}}
	for _, tc := range []struct {
		name   string
		after  sequences.Wait
		events []sequences.Event
		asked  bool
	}{
		{"silence", sequences.Wait{BusinessDays: 10}, []sequences.Event{byHand}, true},
		{"silence behind their answer", sequences.Wait{BusinessDays: 10}, []sequences.Event{answer, byHand}, true},
		{"they answer", sequences.Wait{BusinessDays: 10}, []sequences.Event{byHand, answer}, false},
		{"the owner stops it", sequences.Wait{BusinessDays: 10}, []sequences.Event{byHand, {Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}}}, false},
		{"they opt out", sequences.Wait{BusinessDays: 10}, []sequences.Event{byHand, {Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentOptOut}}}, false},
		{"never asked", sequences.Wait{}, []sequences.Event{byHand}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := begun(t)
			own := s.plan.Mailboxes[s.e().Mailbox]
			own.AskAfter = tc.after
			s.plan.Mailboxes = map[string]sequences.Mailbox{s.e().Mailbox: own}
			for _, e := range tc.events {
				s.pass(time.Hour)
				s.do(e)
			}
			state, began := s.e().State, s.now
			if due := s.e().Due; due.IsZero() == tc.asked {
				t.Fatalf("it is %s, due %s", state, due)
			}
			if !tc.asked {
				return
			}
			if effects, _ := s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1}); len(effects) != 0 {
				t.Errorf("asked at once: %+v", effects)
			}
			effects, reason := s.due()
			if len(effects) != 1 || effects[0].Kind != sequences.EffNotify || effects[0].Notice != sequences.NoticeSilent || reason.Code != sequences.CodeSilent {
				t.Errorf("effects %+v, reason %+v", effects, reason)
			}
			if waited := s.now.Sub(began); waited < 13*24*time.Hour || waited > 16*24*time.Hour {
				t.Errorf("asked after %s", waited)
			}
			if s.e().State != state || !s.e().Due.IsZero() || s.p.Turn == nil {
				t.Errorf("after the question it is %s, due %s, turn %v", s.e().State, s.e().Due, s.p.Turn)
			}
			s.pass(100 * 24 * time.Hour)
			if effects, _ := s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1}); len(effects) != 0 {
				t.Errorf("asked twice: %+v", effects)
			}
			if _, r := s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbResume}}); r.Code != sequences.CodeResumed || s.e().State != sequences.StateScheduled {
				t.Errorf("resumed: %+v, it is %s", r, s.e().State)
			}
		})
	}
}
