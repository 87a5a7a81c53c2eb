package engine

import (
	"strconv"
	"time"

	"followupd/sequences"
)

// walk plays a person's sequences forward as they would go if nobody answered,
// by the very functions that decide in earnest. Nothing of it is kept.
type walk struct {
	plan   sequences.Plan
	p      sequences.Person
	events int
	told   []int   // by the place of their enrolments: how many steps behind them are told of
	next   *coming // what was foreseen of their next moment
	then   *coming // the moment that came as it was foreseen, and what was foreseen behind it
}

// coming is a moment that was played before its turn.
type coming struct {
	enrolment int64
	at        time.Time
	before    int // events that were played by then
	after     stand
	queued    bool
	why       sequences.Reason

	// Where a mail is queued: of which shape it is, and how things are once it went
	// out at that moment.
	shape  shape
	shaped bool
	sent   stand
	went   bool
}

// stand is where somebody stands after so many events.
type stand struct {
	p      sequences.Person
	events int
}

// foresee plays the moment that an enrolment waits for before its turn, and lets
// a mail that is queued then go out at once. Until come and send are called for
// it, nothing of it shows.
func (w *walk) foresee(h *holes, id int64, at time.Time) {
	c := &coming{enrolment: id, at: at, before: w.events}
	ahead := *w
	c.queued, c.why = ahead.due(id, at)
	c.after = stand{ahead.p, ahead.events}
	if c.queued {
		c.shape, c.shaped = h.shape(&ahead.p, ahead.p.Enrolment(id), at)
		c.went = ahead.send(id, at)
		c.sent = stand{ahead.p, ahead.events}
	}
	w.next = c
}

// come is due, where it was foreseen.
func (w *walk) come(id int64, now time.Time) (queued bool, why sequences.Reason) {
	c := w.next
	w.next, w.then = nil, nil
	if c == nil || c.enrolment != id || !c.at.Equal(now) || c.before != w.events {
		return w.due(id, now)
	}
	w.p, w.events, w.then = c.after.p, c.after.events, c
	return c.queued, c.why
}

func (w *walk) decide(ev sequences.Event, now time.Time) sequences.Reason {
	w.events++
	ev.ID, ev.At, ev.Person = "walk:"+strconv.Itoa(w.events), now, w.p.ID
	var reason sequences.Reason
	w.p, reason = sequences.Play(w.plan, w.p, ev, now)
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

// sent is send, where it was foreseen.
func (w *walk) sent(id int64, now time.Time) (went bool) {
	c := w.then
	w.then = nil
	if c == nil || c.enrolment != id || !c.at.Equal(now) || c.after.events != w.events {
		return w.send(id, now)
	}
	w.p, w.events = c.sent.p, c.sent.events
	return c.went
}

// send lets the mail go out that an enrolment has waiting, if it may.
func (w *walk) send(id int64, now time.Time) bool {
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

// NextDay is the day, as the person's own calendar has it, on which their next
// mail or task comes if they are written to again from a moment that is ahead: by
// the window and the holidays of the step that is next then. Where no step is
// left, it is the first day on which their sequence may write; false where there
// is none.
func NextDay(plan sequences.Plan, p *sequences.Person, id int64, from, now time.Time) (time.Time, bool) {
	e := p.Enrolment(id)
	if e == nil {
		return time.Time{}, false
	}
	zones := plan.ZonesOf(p, e.Mailbox)
	at := nextMoment(plan.Approved(), *p, id, from, now)
	if at.IsZero() {
		at = plan.Sequences[e.Sequence].Window.Next(from, zones)
	}
	return at.In(zones.Prospect), !at.IsZero()
}

// nextMoment is when the next mail or task of an enrolment comes; zero where none
// is left.
func nextMoment(plan sequences.Plan, p sequences.Person, id int64, from, now time.Time) time.Time {
	w := &walk{plan: plan, p: p}
	if e := p.Enrolment(id); e.State != sequences.StateSnoozed || !e.Due.Equal(from) {
		w.decide(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbSnooze, Until: from}}, now)
	}
	if e := w.p.Enrolment(id); e.State != sequences.StateSnoozed || !e.Due.Equal(from) {
		return time.Time{}
	}
	for range farthest {
		e := w.p.Enrolment(id)
		if !e.State.Moving() {
			return time.Time{}
		}
		if e.Due.After(now) {
			now = e.Due
		}
		queued, _ := w.due(id, now)
		switch e = w.p.Enrolment(id); {
		case e.State == sequences.StateTask:
			return now
		case queued:
			return opensFor(sequences.MailboxState{Live: true}, plan, &w.p, e, now)
		case e.State.Moving() && !e.Due.After(now):
			return time.Time{}
		}
	}
	return time.Time{}
}
