package sequences

import (
	"fmt"
	"time"
)

// Decide is what one event means for one person, with all their enrolments.
// It is total and deterministic: any state with any event gives facts that
// make a valid state, the effects to carry out, and the reason. An event seen
// before gives nothing.
func Decide(plan Plan, p Person, e Event, now time.Time) ([]Fact, []Effect, Reason) {
	d := &decision{plan: plan, p: p, e: e, now: now.UTC(), keeps: true}
	reason := d.all()
	return d.facts, d.effects, reason
}

// Play is the person that Decide makes, for who asks only for that: the one with
// all its facts applied.
func Play(plan Plan, p Person, e Event, now time.Time) (Person, Reason) {
	d := &decision{plan: plan, p: p, e: e, now: now.UTC()}
	reason := d.all()
	return d.p, reason
}

// decision gathers facts and effects; p is the person with the facts so far.
type decision struct {
	plan    Plan
	p       Person
	e       Event
	now     time.Time
	keeps   bool // facts and effects are asked for
	own     bool // p's enrolments are a copy, where only the person is asked for
	facts   []Fact
	effects []Effect
}

// all decides, and notes that the event was dealt with.
func (d *decision) all() Reason {
	if d.p.HasSeen(d.e.ID) {
		return because(CodeSeen, "this was dealt with before")
	}
	reason := d.decide()
	if d.p.ID != 0 {
		d.add(Fact{Kind: FactSeen, Event: d.e.ID})
	}
	return reason
}

func (d *decision) decide() Reason {
	if d.e.Kind == EvEnrol && d.e.Enrol != nil {
		return d.enrol(*d.e.Enrol)
	}
	if d.e.Kind == EvForgotten {
		return because(CodeForgotten, "everything known of this person was removed")
	}
	if d.p.ID == 0 {
		return because(CodeNothing, "nobody of that name is known")
	}
	switch {
	case d.e.Kind == EvPast && d.e.Past != nil:
		return d.past(*d.e.Past)
	case d.e.Kind == EvDue:
		return d.due()
	case d.e.Kind == EvHole:
		return d.hole()
	case d.e.Kind == EvUnlike:
		return d.unlike()
	case d.e.Kind == EvDraftLies:
		return d.draftLies()
	case d.e.Kind == EvEdited:
		return d.edited()
	case d.e.Kind == EvRemind:
		return d.remind()
	case d.e.Kind == EvBegin:
		return d.begin()
	case d.e.Kind == EvOutcome && d.e.Outcome != nil:
		return d.outcome(*d.e.Outcome)
	case d.e.Kind == EvMail && d.e.Mail != nil:
		return d.mail(*d.e.Mail)
	case d.e.Kind == EvOwnerMail && d.e.Mail != nil:
		return d.ownerMail(*d.e.Mail)
	case d.e.Kind == EvPutBack && d.e.PutBack != nil:
		return d.putBack(*d.e.PutBack)
	case d.e.Kind == EvStray && d.e.Mail != nil:
		return d.stray(*d.e.Mail)
	case d.e.Kind == EvWrote && len(d.e.Wrote) > 0:
		return d.wrote(d.e.Wrote, d.e.PutBack)
	case d.e.Kind == EvOrder && d.e.Order != nil:
		return d.order(*d.e.Order)
	}
	return because(CodeNothing, "an event of an unknown kind changes nothing")
}

// usualFacts is how many facts most decisions have at most.
const usualFacts = 6

func (d *decision) add(f Fact) {
	if d.keeps {
		if d.facts == nil {
			d.facts = make([]Fact, 0, usualFacts)
		}
		d.facts = append(d.facts, f)
	}
	i := d.p.concerned(f)
	switch {
	case d.keeps || i < 0:
		d.p = Apply(d.p, f)
	case !d.own:
		d.p, d.own = Apply(d.p, f), true
	default:
		d.p.Enrolments[i].apply(f)
	}
}

func (d *decision) effect(e Effect) {
	if d.keeps {
		d.effects = append(d.effects, e)
	}
}

func (d *decision) notify(n Notice, enrolment int64) {
	d.effect(Effect{Kind: EffNotify, Notice: n, Enrolment: enrolment})
}

// move changes an enrolment's state and takes back a mail that it leaves
// behind in the outbox.
func (d *decision) move(id int64, state State, why Reason, step string, due time.Time) {
	if e := d.p.Enrolment(id); e != nil && (e.State == StateQueued || e.State == StateSending || e.Awaits() && e.Why.Code == CodeDraft) &&
		state != StateQueued && state != StateSending && d.e.Kind != EvOutcome {
		d.effect(Effect{Kind: EffCancel, Enrolment: id, Step: e.Step})
	}
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: state, Why: why, At: d.now, Step: step, Due: due.UTC(), Withdrawn: d.withdraws(id)}})
	if !due.IsZero() {
		d.effect(Effect{Kind: EffWake, Enrolment: id, At: due.UTC()})
	}
}

// halt moves an enrolment to a state that it doesn't leave by itself; the next
// step stays, for a resume.
func (d *decision) halt(id int64, state State, why Reason) {
	if e := d.p.Enrolment(id); e != nil {
		d.move(id, state, why, e.Step, time.Time{})
	}
}

// haltLive halts the live enrolment, if there is one, and says which it was.
func (d *decision) haltLive(state State, why Reason) int64 {
	live := d.p.Live()
	if live == nil {
		return 0
	}
	id := live.ID
	d.halt(id, state, why)
	if !state.Live() {
		d.holdWaiting(id)
	}
	return id
}

// holdWaiting holds what waited behind an enrolment that was stopped: a no to
// the one before is no yes to the next.
func (d *decision) holdWaiting(id int64) {
	for _, e := range d.p.Enrolments {
		if e.After == id && e.State.Live() {
			d.add(Fact{Kind: FactNext, Enrolment: e.ID})
			d.halt(e.ID, StateHeld, because(CodeBefore, "the sequence before this one was stopped"))
		}
	}
}

func (d *decision) turn(why Reason) {
	d.add(Fact{Kind: FactTurn, Mark: &Mark{Reason: why, At: d.now, Event: d.e.ID}})
}

func (d *decision) enrol(in Enrol) Reason {
	if len(in.Addresses) == 0 || in.ID == 0 || d.p.ID == 0 && d.e.Person == 0 || d.p.Enrolment(in.ID) != nil {
		return because(CodeNotPossible, "an enrolment needs an address and an id of its own")
	}
	if d.p.Suppressed != nil {
		return because(CodeSuppressed, "is on the suppression list: "+d.p.Suppressed.Reason.Text)
	}
	seq, ok := d.plan.Sequences[in.Sequence]
	if !ok || len(seq.Steps) == 0 {
		return because(CodeSequenceGone, fmt.Sprintf("there is no sequence %q", in.Sequence))
	}
	if in.Thread != nil && len(seq.Steps) == 1 {
		return because(CodeNotPossible, fmt.Sprintf("sequence %q has no step after its first", in.Sequence))
	}
	live := d.p.Live()
	if live != nil && live.Sequence == in.Sequence {
		return because(CodeNotPossible, fmt.Sprintf("is in sequence %q already (%s)", live.Sequence, live.State))
	}
	if live != nil && !in.Queue {
		return because(CodeNotPossible, fmt.Sprintf("is in sequence %q (%s); import with --queue to put this one after it", live.Sequence, live.State))
	}
	if d.p.ID == 0 {
		d.add(Fact{Kind: FactCreated, ID: d.e.Person, Addresses: in.Addresses, Fields: in.Fields})
	} else {
		d.updatePerson(in)
	}
	e := Enrolment{ID: in.ID, Sequence: in.Sequence, Mailbox: seq.Mailbox, Reason: in.Reason, Source: in.Source,
		History: in.History, At: d.now, State: StateScheduled, Why: because(CodeEnrolled, in.Reason), Since: d.now, Step: seq.Steps[0].ID}
	if in.Thread != nil {
		e.Thread, e.Step = in.Thread, seq.Steps[1].ID
		e.Done = []Done{{Step: seq.Steps[0].ID, How: HowSent, At: in.Thread.At.UTC()}}
		d.add(Fact{Kind: FactMoment, Moment: &Moment{At: in.Thread.At.UTC(), Kind: HapSent, Sequence: in.Sequence, Step: seq.Steps[0].ID}})
	}
	if live != nil {
		e.After = d.last().ID
		e.Why = because(CodeQueueUp, fmt.Sprintf("waits until sequence %q is over", d.last().Sequence))
		d.add(Fact{Kind: FactEnrolled, Enrol: &e})
		return e.Why
	}
	d.add(Fact{Kind: FactEnrolled, Enrol: &e})
	return d.start(e.ID, in.History == "ignore")
}

// last is the newest enrolment that may still go on.
func (d *decision) last() *Enrolment {
	var last *Enrolment
	for i := range d.p.Enrolments {
		if d.p.Enrolments[i].State.Live() {
			last = &d.p.Enrolments[i]
		}
	}
	return last
}

// updatePerson takes in what a new enrolment says of a person known already.
func (d *decision) updatePerson(in Enrol) {
	var fresh []string
	for _, a := range in.Addresses {
		if !contains(d.p.Addresses, a) {
			fresh = append(fresh, a)
		}
	}
	if len(fresh) > 0 {
		d.add(Fact{Kind: FactAddress, Addresses: fresh})
	}
	changed := map[string]string{}
	for k, v := range in.Fields {
		if v != "" && d.p.Fields[k] != v {
			changed[k] = v
		}
	}
	if len(changed) > 0 {
		d.add(Fact{Kind: FactFields, Fields: changed})
	}
}

// start puts an enrolment before its first step, or holds it where the ledger
// itself remembers this person. Who enrols somebody again, knowing of the
// past, resumes them by it.
func (d *decision) start(id int64, knowing bool) Reason {
	e := d.p.Enrolment(id)
	if known, why := d.remembered(e); known {
		if !knowing {
			d.halt(id, StateHeld, why)
			d.notify(NoticeHistory, id)
			return why
		}
		d.clearPerson()
	}
	return d.schedule(id, d.now, because(CodeEnrolled, "enrolled: "+e.Reason))
}

// remembered says whether the person answered, bounced or was written to by
// hand before this enrolment.
func (d *decision) remembered(e *Enrolment) (bool, Reason) {
	var seen []Evidence
	for _, m := range d.p.Timeline {
		switch m.Kind {
		case HapReply, HapOwnerWrote, HapBounce:
			if !m.At.After(e.At) {
				seen = append(seen, Evidence{Rule: "journal." + string(m.Kind), Text: day(m.At) + " " + m.Words})
			}
		}
	}
	if d.p.Turn == nil {
		return len(seen) > 0, because(CodeHistory, "there is a past with this person", seen...)
	}
	turn := Evidence{Rule: "turn." + string(d.p.Turn.Reason.Code), Text: day(d.p.Turn.At) + ": " + d.p.Turn.Reason.Text}
	switch {
	case d.p.Turn.Reason.Code == CodeStopped:
		return true, because(CodeHistory, "was in a sequence that you stopped on "+day(d.p.Turn.At), append(seen, turn)...)
	case len(seen) == 0:
		seen = append(seen, turn)
	}
	return true, because(CodeHistory, "there is a past with this person", seen...)
}

// clearPerson takes back what keeps the whole person from being written to.
func (d *decision) clearPerson() {
	if d.p.Turn != nil {
		d.add(Fact{Kind: FactTurn})
	}
	if d.p.Away != nil {
		d.add(Fact{Kind: FactAway})
	}
	if d.p.Snooze != nil {
		d.add(Fact{Kind: FactSnoozed})
	}
}

// past takes in what the mailbox's history knows, before the first step.
func (d *decision) past(in Past) Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.Checked || !e.State.Live() {
		return because(CodeNothing, "there is nothing to check")
	}
	id, ignore := e.ID, e.History == "ignore"
	d.add(Fact{Kind: FactChecked, Enrolment: id})
	switch {
	case in.OptedOut:
		return d.suppress(Reason{Code: CodeOptOut, Text: "asked to be left alone before", Evidence: in.Evidence}, nil)
	case in.Known && e.State == StateHeld && e.Why.Code == CodeHistory:
		return Reason{Code: CodeHistory, Text: "is known from the past, and held for it already", Evidence: in.Evidence}
	case in.Known && e.State == StateHeld && e.Why.Code == CodeWrote:
		why := Reason{Code: CodeWrote, Text: e.Why.Text, Evidence: append(in.Evidence[:len(in.Evidence):len(in.Evidence)], e.Why.Evidence...)}
		d.halt(id, StateHeld, why)
		return why
	case in.Known && !ignore:
		why := Reason{Code: CodeHistory, Text: "is known from the past", Evidence: in.Evidence}
		d.halt(id, StateHeld, why)
		d.notify(NoticeHistory, id)
		return why
	case in.Known:
		return Reason{Code: CodePastClear, Text: "is known from the past; imported all the same", Evidence: in.Evidence}
	}
	return because(CodePastClear, "never written with this person in the time looked at")
}

// suppress ends everything for a person, for ever.
func (d *decision) suppress(why Reason, more []string) Reason { return d.suppressFor("", why, more) }

// suppressFor is suppress where the reading of one answer asks for it. A second
// ground, of whatever kind, takes the place of a reading: from then on no
// correction of that answer takes the suppression back.
func (d *decision) suppressFor(ref string, why Reason, more []string) Reason {
	switch before := d.p.Suppressed; {
	case before == nil:
		d.add(Fact{Kind: FactSuppressed, Mark: &Mark{Reason: why, At: d.now, Event: d.e.ID, Mail: ref}})
	case before.Mail != "" && before.Mail == ref:
		return why // the same answer again
	case before.Mail != "":
		d.add(Fact{Kind: FactSuppressed, Mark: &Mark{Reason: why, At: d.now, Event: d.e.ID}})
	}
	for _, e := range d.p.Enrolments {
		if e.State.Live() {
			if e.After != 0 {
				d.add(Fact{Kind: FactNext, Enrolment: e.ID})
			}
			d.halt(e.ID, StateSuppressed, why)
		}
	}
	addresses := append(append([]string{}, d.p.Addresses...), more...)
	d.effect(Effect{Kind: EffSuppress, Addresses: addresses})
	return why
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}
