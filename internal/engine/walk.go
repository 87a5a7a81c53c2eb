package engine

import (
	"fmt"
	"time"

	"followupd/sequences"
)

// walk plays a person's sequences forward as they would go if nobody answered,
// by the very functions that decide in earnest. Nothing of it is kept.
type walk struct {
	plan   sequences.Plan
	p      sequences.Person
	events int
	told   map[int64]int // by enrolment: how many steps behind it are told of
}

func (w *walk) decide(ev sequences.Event, now time.Time) sequences.Reason {
	w.events++
	ev.ID, ev.At, ev.Person = fmt.Sprintf("walk:%d", w.events), now, w.p.ID
	facts, _, reason := sequences.Decide(w.plan, w.p, ev, now)
	for _, f := range facts {
		w.p = sequences.Apply(w.p, f)
	}
	return reason
}

// due brings the moment that an enrolment waits for, and says whether a mail
// of it waits to go out then. A past that wasn't looked at yet is taken to be
// clear.
func (w *walk) due(id int64, now time.Time) (queued bool, why sequences.Reason) {
	e := w.p.Enrolment(id)
	if e == nil {
		return false, sequences.Reason{}
	}
	if !e.Checked && e.State.Live() {
		w.decide(sequences.Event{Kind: sequences.EvPast, Enrolment: id, Past: &sequences.Past{}}, now)
	}
	switch w.p.Enrolment(id).State {
	case sequences.StateScheduled, sequences.StateAway, sequences.StateSnoozed:
		why = w.decide(sequences.Event{Kind: sequences.EvDue, Enrolment: id}, now)
	}
	e = w.p.Enrolment(id)
	return !e.Uncertain && (e.State == sequences.StateQueued || e.State == sequences.StateSending), why
}

// finish has the owner do the task that an enrolment waits for.
func (w *walk) finish(now time.Time) {
	w.decide(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbDone}}, now)
}

// sent lets the mail go out that an enrolment has waiting, if it may.
func (w *walk) sent(id int64, now time.Time) bool {
	e := w.p.Enrolment(id)
	if e == nil {
		return false
	}
	step, _ := w.plan.Sequences[e.Sequence].StepOf(e.Step)
	if e.State == sequences.StateQueued {
		if why := w.decide(sequences.Event{Kind: sequences.EvBegin, Enrolment: id, Step: e.Step}, now); why.Code != sequences.CodeBegin {
			return false
		}
	}
	w.decide(sequences.Event{Kind: sequences.EvOutcome, Enrolment: id, Step: step.ID,
		Outcome: &sequences.Outcome{Result: sequences.ResSent, Value: step.Value, Sequence: e.Sequence}}, now)
	return true
}
