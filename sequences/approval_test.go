package sequences_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// asking is a scene whose mailbox needs an approval, at the moment of its
// first step.
func asking(t *testing.T, a sequences.Approval) (*scene, []sequences.Effect) {
	t.Helper()
	s := begun(t)
	s.plan.Mailboxes = map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid", Approval: a}}
	effects, _ := s.due()
	return s, effects
}

func (s *scene) orders(verb sequences.Verb) ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	return s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: verb, Until: s.now.AddDate(0, 0, 7)}})
}

func TestApprovalOf(t *testing.T) {
	t.Parallel()
	ask, draft, none := sequences.ApprovalAsk, sequences.ApprovalDraft, sequences.ApprovalNone
	for _, tt := range []struct {
		name                     string
		step, seq, mailbox, want sequences.Approval
	}{
		{"nothing said", "", "", "", none},
		{"the mailbox", "", "", ask, ask},
		{"the sequence over the mailbox", "", draft, ask, draft},
		{"the step over all", none, draft, ask, none},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			plan := sequences.Plan{Mailboxes: map[string]sequences.Mailbox{"ana": {Approval: tt.mailbox}}}
			if got := plan.ApprovalOf(sequences.Sequence{Approval: tt.seq}, sequences.Step{Approval: tt.step}, "ana"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAskedApproval(t *testing.T) {
	t.Parallel()
	s, effects := asking(t, sequences.ApprovalAsk)
	if has(effects, sequences.EffSend) || !has(effects, sequences.EffNotify) || !s.e().Awaits() {
		t.Fatalf("%+v, %+v; want it held and the owner asked", effects, s.e())
	}
	if effects, r := s.orders(sequences.VerbResume); len(effects) > 0 || r.Code != sequences.CodeNotPossible {
		t.Errorf("a resume is no yes: %+v, %+v", effects, r)
	}
	effects, r := s.orders(sequences.VerbApprove)
	if !has(effects, sequences.EffSend) || r.Code != sequences.CodeApproved || s.e().State != sequences.StateQueued {
		t.Fatalf("after the yes: %+v, %+v", effects, r)
	}
	s.begin()
	s.ends(sequences.Outcome{Result: sequences.ResSent})
	s.due()
	if !s.e().Awaits() {
		t.Errorf("the yes to one mail let the next one go: %+v", s.e())
	}
}

// A yes outside the window waits for it; a no of theirs comes before it.
func TestApprovedLate(t *testing.T) {
	t.Parallel()
	s, _ := asking(t, sequences.ApprovalAsk)
	s.now = time.Date(2026, 3, 7, 9, 0, 0, 0, time.UTC) // a Saturday
	if effects, r := s.orders(sequences.VerbApprove); has(effects, sequences.EffSend) || r.Code != sequences.CodeApproved || r.Until.IsZero() {
		t.Errorf("on a Saturday: %+v, %+v", effects, r)
	}
	if effects, _ := s.due(); !has(effects, sequences.EffSend) {
		t.Errorf("the window opened and the mail that was said yes to stays: %+v", s.e())
	}

	s, _ = asking(t, sequences.ApprovalAsk)
	s.do(sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentQuestion, Certain: true}})
	if effects, r := s.orders(sequences.VerbApprove); len(effects) > 0 || r.Code != sequences.CodeNotPossible {
		t.Errorf("said yes to a mail to somebody who answered: %+v, %+v", effects, r)
	}
}

func TestDrafted(t *testing.T) {
	t.Parallel()
	draft := func(t *testing.T) *scene {
		s, effects := asking(t, sequences.ApprovalDraft)
		if has(effects, sequences.EffSend) || !has(effects, sequences.EffDraft) {
			t.Fatalf("%+v; want a draft and no mail", effects)
		}
		if effects, r := s.orders(sequences.VerbApprove); len(effects) > 0 || r.Code != sequences.CodeNotPossible {
			t.Errorf("a draft is sent by its owner: %+v, %+v", effects, r)
		}
		return s
	}
	t.Run("sent", func(t *testing.T) {
		t.Parallel()
		s := draft(t)
		first := s.e().Step
		s.ends(sequences.Outcome{Result: sequences.ResSeen, Value: "a"})
		if e := s.e(); e.State != sequences.StateScheduled || e.Step == first || e.FirstMail() || s.p.BalanceAt().Balance != 1 {
			t.Errorf("after it was sent: %+v", e)
		}
	})
	t.Run("deleted", func(t *testing.T) {
		t.Parallel()
		s := draft(t)
		s.ends(sequences.Outcome{Result: sequences.ResDeleted})
		if e := s.p.Enrolments[0]; e.State != sequences.StateStopped || e.Why.Code != sequences.CodeStopped || s.p.Turn == nil {
			t.Errorf("after that of the first mail was deleted: %+v", e)
		}
		s = draft(t)
		s.ends(sequences.Outcome{Result: sequences.ResSeen, Value: "a"})
		s.due()
		second := s.e().Step
		s.ends(sequences.Outcome{Result: sequences.ResDeleted})
		if e := s.e(); e.State != sequences.StateScheduled || e.Step == second || e.Done[1].How != sequences.HowSkipped {
			t.Errorf("after that of the second was deleted: %+v", e)
		}
	})
	for name, take := range map[string]func(s *scene) []sequences.Effect{
		"answered": func(s *scene) []sequences.Effect {
			e, _ := s.do(sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentMeeting, Certain: true}})
			return e
		},
		"opted out": func(s *scene) []sequences.Effect {
			e, _ := s.do(sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentOptOut, Certain: true}})
			return e
		},
		"written to by hand": func(s *scene) []sequences.Effect {
			e, _ := s.do(sequences.Event{Kind: sequences.EvOwnerMail, Mail: &sequences.Mail{Ref: "1"}})
			return e
		},
		"stopped": func(s *scene) []sequences.Effect { e, _ := s.orders(sequences.VerbStop); return e },
		"snoozed": func(s *scene) []sequences.Effect { e, _ := s.orders(sequences.VerbSnooze); return e },
	} {
		t.Run(name+" meanwhile", func(t *testing.T) {
			t.Parallel()
			s := draft(t)
			if effects := take(s); !has(effects, sequences.EffCancel) || s.e().Awaits() {
				t.Errorf("the draft stays: %+v, %+v", effects, s.e())
			}
		})
	}
}

// Who asks for a later date while a mail to them waits for the owner is asked
// on that date what has changed; who was snoozed by the owner never asked.
func TestWhoseSnooze(t *testing.T) {
	t.Parallel()
	s, _ := asking(t, sequences.ApprovalDraft)
	until := replies.NewDate(s.now.AddDate(0, 0, 30))
	if _, r := s.do(sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: "1", Route: sequences.RouteThread, Kind: replies.KindReply,
		Intent: replies.IntentLater, Until: &until, Stated: true, Certain: true}}); r.Code != sequences.CodeSnoozed {
		t.Errorf("asked for later while a draft waits: %+v", r)
	}

	s = begun(t)
	s.sends()
	next := s.e().Step
	s.orders(sequences.VerbSnooze)
	if s.due(); s.e().Step != next {
		t.Errorf("after a snooze of the owner's comes step %s, want %s", s.e().Step, next)
	}
}

// What waits for the owner in a way that was edited away comes up again.
func TestApprovalIsEdited(t *testing.T) {
	t.Parallel()
	ask, draft, none := sequences.ApprovalAsk, sequences.ApprovalDraft, sequences.ApprovalNone
	for _, tt := range []struct {
		name     string
		was, now sequences.Approval
		want     sequences.EffectKind
	}{
		{"a draft that needs nothing any more", draft, none, sequences.EffSend},
		{"a draft that is asked for", draft, ask, sequences.EffNotify},
		{"a question that needs no yes any more", ask, none, sequences.EffSend},
		{"a question that becomes a draft", ask, draft, sequences.EffDraft},
	} {
		for verb, say := range map[string]func(s *scene) ([]sequences.Effect, sequences.Reason){
			"edited": func(s *scene) ([]sequences.Effect, sequences.Reason) {
				return s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1})
			},
			"resume": func(s *scene) ([]sequences.Effect, sequences.Reason) { return s.orders(sequences.VerbResume) },
		} {
			t.Run(tt.name+", "+verb, func(t *testing.T) {
				t.Parallel()
				s, _ := asking(t, tt.was)
				before := s.plan
				s.plan.Mailboxes = map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid", Approval: tt.now}}
				if !s.plan.MovesPeople("intro", before) {
					t.Error("nobody is told of the edit")
				}
				step := s.e().Step
				effects, r := say(s)
				if s.e().State != sequences.StateScheduled || s.e().Step != step || has(effects, sequences.EffCancel) != (tt.was == draft) {
					t.Fatalf("%+v, %+v: %+v", effects, r, s.e())
				}
				if effects, _ := s.due(); !has(effects, tt.want) || s.e().Step != step {
					t.Errorf("%+v, want %s: %+v", effects, tt.want, s.e())
				}
			})
		}
	}
	s, _ := asking(t, draft)
	if effects, _ := s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1}); len(effects) > 0 || !s.e().Awaits() {
		t.Errorf("an edit of other things takes the draft back: %+v", effects)
	}
	s.plan.Mailboxes = nil
	if effects, _ := s.orders(sequences.VerbApprove); !has(effects, sequences.EffCancel) || s.e().State != sequences.StateScheduled {
		t.Errorf("a yes leaves the draft there: %+v, %+v", effects, s.e())
	}
}

// A mail doesn't go out beside its own draft.
func TestDraftStillLies(t *testing.T) {
	t.Parallel()
	s, _ := asking(t, "")
	s.do(sequences.Event{Kind: sequences.EvDraftLies, Enrolment: 1, Step: s.e().Step})
	if e := s.e(); e.State != sequences.StateScheduled || !e.Due.Equal(s.now.Add(5*time.Minute)) {
		t.Fatalf("it doesn't wait: %+v", e)
	}
	if effects, _ := s.due(); !has(effects, sequences.EffSend) {
		t.Errorf("it is lost: %+v", s.e())
	}
}
