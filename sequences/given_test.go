package sequences_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// again is a person who was given "checklist" by the sequence intro, and is
// enrolled in another one, of which the steps give what is named.
func again(t *testing.T, values ...string) *scene {
	t.Helper()
	s := begun(t)
	first := s.plan.Sequences["intro"]
	first.Steps = []sequences.Step{{ID: "hello", Template: "t", Objective: "o", Value: "checklist"}}
	other := sequences.Sequence{Name: "other", Mailbox: first.Mailbox, Window: first.Window, OnSnoozeEnd: "t"}
	for i, value := range values {
		other.Steps = append(other.Steps, sequences.Step{ID: string(rune('a' + i)), Template: "t", Objective: "o", Value: value, Wait: sequences.Wait{BusinessDays: 3 * i}})
	}
	s.plan.Sequences["intro"], s.plan.Sequences["other"] = first, other
	s = &scene{t: t, plan: s.plan, now: s.now}
	s.enrol("intro", "")
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
	s.due()
	s.begin()
	return s
}

// other enrols them in the other sequence and gives its first step's time.
func (s *scene) other() *sequences.Enrolment {
	s.t.Helper()
	s.pass(30 * 24 * time.Hour)
	s.enrol("other", "ignore")
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 2, Past: &sequences.Past{}})
	return s.dueOther()
}

func (s *scene) dueOther() *sequences.Enrolment {
	s.t.Helper()
	if at := s.p.Enrolment(2).Due; at.After(s.now) {
		s.now = at
	}
	s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 2})
	return s.p.Enrolment(2)
}

// What somebody was given in one sequence isn't given to them in the next.
func TestAValueIsGivenOnce(t *testing.T) {
	t.Parallel()
	sent := sequences.Outcome{Result: sequences.ResSent, Value: "checklist"}
	t.Run("in whatever sequence", func(t *testing.T) {
		t.Parallel()
		s := again(t, "checklist", "story")
		s.ends(sent)
		e := s.other()
		if len(e.Done) != 1 || e.Done[0].How != sequences.HowSkipped || !e.Done[0].Meant || e.Done[0].Why != "checklist was given on 3 Mar 2026" || e.Step != "b" {
			t.Fatalf("it stands at %s: %+v", e.Step, e.Done)
		}
		for e.State == sequences.StateScheduled {
			e = s.dueOther()
		}
		if e.State != sequences.StateQueued || e.Step != "b" {
			t.Errorf("it is %s at %s", e.State, e.Step)
		}
	})
	t.Run("also by the last step, which ends it", func(t *testing.T) {
		t.Parallel()
		s := again(t, "checklist")
		s.ends(sent)
		if e := s.other(); e.State != sequences.StateEnded || e.Why.Code != sequences.CodeEnded || !strings.Contains(e.Why.Text, "each was passed over") {
			t.Errorf("it is %s: %+v", e.State, e.Why)
		}
	})
	t.Run("unless the step is for those who have it", func(t *testing.T) {
		t.Parallel()
		s := again(t, "checklist")
		s.plan.Sequences["other"].Steps[0].When = &sequences.When{Conditions: sequences.Conditions{Given: []string{"checklist"}}}
		s.ends(sent)
		if e := s.other(); e.State != sequences.StateQueued {
			t.Errorf("it is %s: %+v", e.State, e.Why)
		}
	})
	t.Run("a mail in doubt counts", func(t *testing.T) {
		t.Parallel()
		s := again(t, "checklist", "story")
		s.ends(sequences.Outcome{Result: sequences.ResUncertain})
		s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}})
		s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbResume}})
		e := s.other()
		if len(e.Done) != 1 || e.Done[0].Why != "checklist may have been given on 3 Mar 2026" {
			t.Errorf("it is %s at %s: %+v", e.State, e.Step, e.Done)
		}
	})
	t.Run("a mail that was refused doesn't", func(t *testing.T) {
		t.Parallel()
		s := again(t, "checklist")
		s.ends(sequences.Outcome{Result: sequences.ResNotSent})
		s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}})
		if e := s.other(); e.State != sequences.StateQueued {
			t.Errorf("it is %s: %+v", e.State, e.Why)
		}
	})
	t.Run("the mail after a snooze gives nothing, and comes", func(t *testing.T) {
		t.Parallel()
		s := again(t, "story", "checklist", "guide")
		s.ends(sent)
		s.other()
		s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 2, Step: "a"})
		s.do(sequences.Event{Kind: sequences.EvOutcome, Enrolment: 2, Step: "a", Outcome: &sequences.Outcome{Result: sequences.ResSent, Value: "story"}})
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: &replies.Date{Year: 2026, Month: 6, Day: 4}, Stated: true, Certain: true})
		e := s.p.Enrolment(2)
		for e.State == sequences.StateSnoozed || e.State == sequences.StateScheduled {
			e = s.dueOther()
		}
		if e.State != sequences.StateQueued || e.Step != "after-snooze-1" {
			t.Fatalf("it is %s at %s: %+v", e.State, e.Step, e.Why)
		}
		s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 2, Step: e.Step})
		s.do(sequences.Event{Kind: sequences.EvOutcome, Enrolment: 2, Step: e.Step, Outcome: &sequences.Outcome{Result: sequences.ResSent}})
		for e = s.p.Enrolment(2); e.State == sequences.StateScheduled; {
			e = s.dueOther()
		}
		if e.State != sequences.StateQueued || e.Step != "c" {
			t.Errorf("it is %s at %s: %+v", e.State, e.Step, e.Done)
		}
	})
}

// A mail that waits in the outbox is looked at once more right before it goes.
func TestAValueGivenMeanwhile(t *testing.T) {
	t.Parallel()
	s := again(t, "checklist", "story")
	s.ends(sequences.Outcome{Result: sequences.ResNotSent})
	s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}})
	s.other()
	s.p = sequences.Apply(s.p, sequences.Fact{Kind: sequences.FactMoment, Moment: &sequences.Moment{At: s.now, Kind: sequences.HapSent, Sequence: "intro", Step: "hello", Value: "checklist"}})
	effects, why := s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 2, Step: "a"})
	if e := s.p.Enrolment(2); why.Code != sequences.CodeSkipped || e.Step != "b" || e.State != sequences.StateScheduled || len(effects) == 0 || effects[0].Kind != sequences.EffCancel {
		t.Errorf("%+v, effects %+v", why, effects)
	}
}
