package sequences_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"followupd/sequences"
)

// stepsNamed are steps of these ids, three business days apart.
func stepsNamed(ids string) []sequences.Step {
	var steps []sequences.Step
	for _, id := range strings.Fields(ids) {
		steps = append(steps, sequences.Step{ID: id, Wait: sequences.Wait{BusinessDays: 3}, Template: id, Objective: "o", Value: "value-of-" + id})
	}
	return steps
}

func (s *scene) edit(ids string) {
	seq := s.plan.Sequences["intro"]
	seq.Steps, seq.GiveUp = stepsNamed(ids), 19
	s.plan.Sequences["intro"] = seq
}

// An enrolment follows an edit by the ids of the steps: nothing goes out twice,
// nothing that wasn't sent is lost without need.
func TestEditsAreFollowed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, before string
		sent         int
		after, want  string // what is sent from then on
	}{
		{"nothing changed", "a b c", 1, "a b c", "b c"},
		{"the next one is removed", "a b c", 1, "a c", "c"},
		{"the next one is renamed", "a b c", 1, "a b2 c", "b2 c"},
		{"one that was sent is removed", "a b c", 1, "b c", "b c"},
		{"one that was sent is renamed", "a b c", 1, "a2 b c", "b c"},
		{"all are renamed", "a b c", 2, "a2 b2 c2", "c2"},
		{"two that were sent are renamed", "a b c d", 2, "a2 b2 c d", "c d"},
		{"one is put before the next", "a b c", 1, "a x b c", "x b c"},
		{"one is put behind the next", "a b c", 1, "a b x c", "b x c"},
		{"one is put before those that were sent", "a b c", 1, "x a b c", "b c"},
		{"the rest is turned round", "a b c d", 1, "a d c b", "d c b"},
		{"the next one is moved up", "a b c", 1, "b a c", "b c"},
		{"the last is moved up", "a b c", 1, "c a b", "b"},
		{"all that was ahead is removed", "a b c", 1, "a", ""},
		{"others altogether", "a b c", 1, "x y z", "y z"},
		{"before the first mail", "a b", 0, "x a b", "x a b"},
		{"before the first mail another one", "a b", 0, "x b", "x b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, told := range []bool{true, false} {
				s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
				s.edit(tt.before)
				s.enrol("intro", "")
				s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
				for range tt.sent {
					s.sends()
				}
				s.edit(tt.after)
				if told { // and without it when the time comes
					s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1})
				}
				behind := len(s.e().Done)
				for s.e().State.Moving() {
					s.sends()
				}
				var sent []string
				for _, done := range s.e().Done[behind:] {
					sent = append(sent, done.Step)
				}
				if got := strings.Join(sent, " "); got != tt.want || s.e().State != sequences.StateEnded {
					t.Errorf("told %v: then %q went out, want %q; it is %s", told, got, tt.want, s.e().State)
				}
			}
		})
	}
}

// An edit that says nothing of time or place leaves no trace; another wait
// moves the mail, to an earlier day too.
func TestEditOfAWait(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.sends()
	was := s.e().Due
	edited := func() sequences.Reason {
		before := len(s.facts)
		_, why := s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1})
		if why.Code == sequences.CodeNothing && len(s.facts) != before+1 {
			t.Errorf("nothing changed, but %+v", s.facts[before:])
		}
		return why
	}
	s.pass(time.Hour)
	if why := edited(); why.Code != sequences.CodeNothing || !s.e().Due.Equal(was) {
		t.Errorf("without an edit: %+v, due %s", why, s.e().Due)
	}
	steps := s.plan.Sequences["intro"].Steps
	steps[1].Wait = sequences.Wait{BusinessDays: 1}
	if why := edited(); why.Code != sequences.CodeEdited || !s.e().Due.Before(was) || s.e().Step != "two" {
		t.Errorf("shorter: %+v, due %s", why, s.e().Due)
	}
	steps[1].Wait = sequences.Wait{BusinessDays: 9}
	if edited(); !s.e().Due.After(was) {
		t.Errorf("longer: due %s", s.e().Due)
	}
}

// A mail of a step that went away while it waited in the outbox is taken back.
func TestEditTakesBackAQueuedMail(t *testing.T) {
	t.Parallel()
	for _, event := range []sequences.Event{{Kind: sequences.EvEdited, Enrolment: 1}, {Kind: sequences.EvHole, Enrolment: 1, Step: "one", Problem: "there is no such step"}} {
		s := to(t, sequences.StateQueued)
		s.edit("x two")
		effects, why := s.do(event)
		cancelled := false
		for _, e := range effects {
			cancelled = cancelled || e.Kind == sequences.EffCancel && e.Step == "one"
		}
		if !cancelled || s.e().State != sequences.StateScheduled || s.e().Step != "x" || why.Code != sequences.CodeStepGone {
			t.Errorf("after %s it is %s at %s, effects %+v, %+v", event.Kind, s.e().State, s.e().Step, effects, why)
		}
	}
}

// Under random edits at random moments no id goes out twice, and the sequence
// comes to its end.
func TestEditsSendNothingTwice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
		s.edit("a b c d")
		s.enrol("intro", "")
		s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
		for range rapid.IntRange(0, 12).Draw(rt, "moves") {
			if rapid.Bool().Draw(rt, "edit") {
				ids := rapid.Permutation([]string{"a", "b", "c", "d", "e", "f", "g"}).Draw(rt, "order")
				s.edit(strings.Join(ids[:rapid.IntRange(1, 7).Draw(rt, "steps")], " "))
				if rapid.Bool().Draw(rt, "told") {
					s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1})
				}
			} else if s.e().State.Moving() {
				s.sends()
			}
		}
		for range 20 {
			if s.e().State.Moving() {
				s.sends()
			}
		}
		if s.e().State != sequences.StateEnded {
			rt.Fatalf("it is %s: %+v", s.e().State, s.e().Why)
		}
		seen := map[string]bool{}
		for _, done := range s.e().Done {
			if seen[done.Step] {
				rt.Fatalf("%s went out twice: %+v", done.Step, s.e().Done)
			}
			seen[done.Step] = true
		}
	})
}
