package sequences

import (
	"fmt"
	"time"
)

// PutBack says that a copy of the ledger works in its place: what happened
// between the two moments is known only as far as the mailbox shows it.
type PutBack struct {
	Made time.Time `json:"made"` // the copy ends here
	At   time.Time `json:"at"`   // and was put back here
}

// putBack holds an enrolment of which a step may have gone out since the copy was
// made: what was due by then, in the outbox or in doubt, with the owner to say yes
// to, behind a task that they may have done, or a gap that they may have filled. That its mail is not seen proves nothing,
// so nothing but a sight of it, or the owner's word, lets it go on.
func (d *decision) putBack(in PutBack) Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	switch {
	case e == nil || !e.State.Live() || e.After != 0 || !e.State.Moving() && !e.Awaits() && !e.Uncertain && !(e.State == StateHeld && e.Why.Code == CodeHole):
		return because(CodeNothing, "nothing goes out there by itself")
	case e.hasMoment() && e.Due.After(in.At):
		return because(CodeNotYet, "its next step comes only later")
	}
	if e.State == StateTask {
		why := because(CodePutBack, fmt.Sprintf("the ledger was put back as it was on %s: whether you did the task of step %q since, and what went out then, isn't known. Look into your Sent folder, then say resume or stop", day(in.Made), e.Step))
		d.halt(e.ID, StateHeld, why)
		return why
	}
	return d.mayBeOut(e.ID, e.Step, in)
}

// mayGoOn says whether an enrolment goes on without a word of the owner's: of one
// that is held since the ledger was put back, the mail may be found any moment.
func (e *Enrolment) mayGoOn() bool {
	return e.State.Moving() || e.State == StateHeld && e.Why.Code == CodePutBack
}

// hasMoment says whether an enrolment waits for its moment, and for nothing else.
func (e *Enrolment) hasMoment() bool {
	return e.State == StateScheduled || e.State == StateAway || e.State == StateSnoozed
}

func (d *decision) mayBeOut(id int64, step string, in PutBack) Reason {
	why := because(CodePutBack, fmt.Sprintf("the ledger was put back as it was on %s: whether the mail of step %q went out since isn't known. Look into your Sent folder, then say resume or stop", day(in.Made), step))
	d.halt(id, StateHeld, why)
	return why
}

// elsewhere takes in that a step went out which this ledger never sent: it was
// sent after the copy was made that works here now, or a copy is at work in some
// other place. The step never goes out again, nor does one before it that was
// not sent by then; the sequence goes on from there.
func (d *decision) elsewhere(e *Enrolment, o Outcome, why Reason) Reason {
	id, was := e.ID, *e
	d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: d.e.Step, How: HowSent, At: d.e.At.UTC(), Value: o.Value}})
	d.add(Fact{Kind: FactMoment, Moment: &Moment{At: d.e.At.UTC(), Kind: HapSent, Sequence: e.Sequence, Step: d.e.Step, Value: o.Value}})
	d.overtaken(id, d.e.Step, d.e.At)
	moved := d.snoozeSent(id)
	if was.After != 0 {
		d.beforeBegan(was.After)
	}
	if _, behind := d.p.Enrolment(id).done(was.Step); !behind && !moved {
		return why // a mail of long ago: what comes next is as it was
	}
	d.goOn(id, was, o, why)
	return why
}

// overtaken passes over the steps before one that went out: whatever became of
// them, they are behind.
func (d *decision) overtaken(id int64, by string, at time.Time) {
	e := d.p.Enrolment(id)
	seq := d.plan.Sequences[e.Sequence]
	for _, step := range seq.Steps[:max(0, seq.index(by))] {
		if _, done := d.p.Enrolment(id).done(step.ID); !done {
			d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: step.ID, How: HowSkipped, At: at.UTC(),
				Why: fmt.Sprintf("a later step, %q, went out already", by)}})
		}
	}
}

// snoozeSent notes that a snooze is over of which the mail went out that ends it,
// or after which one did; moved says so.
func (d *decision) snoozeSent(id int64) (moved bool) {
	e := d.p.Enrolment(id)
	var n int
	if isSnoozeStep(d.e.Step) {
		_, _ = fmt.Sscanf(d.e.Step, "after-snooze-%d", &n)
		if moved = n > e.Snoozes; moved {
			d.add(Fact{Kind: FactSnoozes, Enrolment: id, Count: n})
		}
		moved = moved || e.Step == d.e.Step
	}
	if d.p.Snooze != nil && !d.e.At.Before(d.p.Snooze.At) {
		d.add(Fact{Kind: FactSnoozed})
		moved = true
	}
	return moved
}

// beforeBegan holds the live enrolment behind which another one waited of which
// a mail went out: it was over by then, and nobody knows how.
func (d *decision) beforeBegan(before int64) {
	live := d.p.Live()
	if live == nil || live.ID > before || !live.State.Moving() && !live.Awaits() {
		return
	}
	d.halt(live.ID, StateHeld, because(CodePutBack, "a mail of the sequence that waits behind this one went out already, so this one was over. Look into your Sent folder, then say resume or stop"))
}

// goOn has an enrolment wait for what comes after the step that went out, as it
// would if it had sent it itself. One that is stopped stays so, and is resumed
// from there. One that was held for what may have gone out since the copy was
// made stays so for a next step that may have, too.
func (d *decision) goOn(id int64, was Enrolment, o Outcome, why Reason) {
	if was.State == StateSending && was.Step != d.e.Step {
		return // on its way: what becomes of that tells more
	}
	d.clearAttempt(id)
	switch {
	case was.State == StateHeld && was.Why.Code == CodePutBack:
		d.goOnHeld(id, was, o.Earliest, why)
		return
	case was.After == 0 && (was.State == StateScheduled || was.State == StateQueued || was.State == StateSending || was.State == StateTask ||
		was.State == StateSnoozed && d.p.Snooze == nil || was.Awaits()):
		if was.State == StateQueued || was.Awaits() && was.Why.Code == CodeDraft {
			d.effect(Effect{Kind: EffCancel, Enrolment: id, Step: was.Step})
		}
		d.schedule(id, d.now, why)
		return
	}
	next, due := "", was.Due
	if seq, ok := d.plan.Sequences[was.Sequence]; ok {
		if step, ok := seq.next(d.p.Enrolment(id)); ok {
			next = step.ID
			if was.State == StateAway {
				due = laterOf(due, d.dueAt(seq, step, d.p.Enrolment(id), d.now)).UTC()
			}
		}
	}
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: was.State, Why: was.Why, At: was.Since, Step: next, Due: due}})
}

// goOnHeld is goOn for an enrolment that is held since the ledger was put back; the
// mail went out at the earliest at that moment.
func (d *decision) goOnHeld(id int64, was Enrolment, earliest time.Time, why Reason) {
	seq, ok := d.plan.Sequences[was.Sequence]
	if ok {
		step, more := seq.next(d.p.Enrolment(id))
		if more && !d.dueBy(seq, step, d.p.Enrolment(id), earliest).After(was.Since) {
			held := because(CodePutBack, fmt.Sprintf("the mail of step %q went out after the copy was made that your ledger was put back from; whether that of step %q did, too, isn't known. Look into your Sent folder, then say resume or stop", d.e.Step, step.ID))
			d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateHeld, Why: held, At: was.Since, Step: step.ID}})
			return
		}
	}
	d.schedule(id, d.now, why)
	// The sequence behind it began then, if it did: its first mail may be out, too.
	if live := d.p.Live(); live != nil && live.ID != id && live.State.Moving() {
		d.halt(live.ID, StateHeld, because(CodePutBack, fmt.Sprintf("the sequence before this one ended after the copy was made that your ledger was put back from; whether the mail of step %q went out since isn't known. Look into your Sent folder, then say resume or stop", live.Step)))
	}
}

// dueBy is when a step came at the earliest, wherever it was sent: counted from the
// mail before it, though that may be past. Zero: at once.
func (d *decision) dueBy(seq Sequence, step Step, e *Enrolment, last time.Time) time.Time {
	zones := d.plan.ZonesOf(&d.p, e.Mailbox)
	if step.On != nil {
		from, _, why := step.span(&d.p, zones)
		if why != "" {
			return time.Time{}
		}
		return from
	}
	return seq.window(step).Next(step.Wait.After(last, zones), zones)
}

// stray takes in a mail of ours of which nobody can tell which step it was. What
// they got is not known, so nothing more goes out until the owner has looked.
func (d *decision) stray(m Mail) Reason {
	if d.isOld() {
		return d.lateHistory(true, because(CodeOld, "written before this began", m.Evidence...))
	}
	d.add(Fact{Kind: FactMoment, Moment: &Moment{At: d.e.At.UTC(), Kind: HapSent, Mail: m.Ref}})
	why := because(CodeStray, "followupd wrote to them, and this ledger knows nothing of it: it can't be told which step that was. Look at that mail, then say resume or stop", m.Evidence...)
	if e := d.p.Enrolment(d.e.Enrolment); e != nil {
		why.Text = fmt.Sprintf("the mail of step %q lies in the folder %s, and this ledger did not send it: whether it went out can't be told. Look at that mail, then say resume or stop", d.e.Step, m.Folder)
	}
	live := d.p.Live()
	if live != nil && d.p.Enrolment(d.e.Enrolment) == nil {
		d.add(Fact{Kind: FactUnplaced, Enrolment: live.ID, Count: live.Unplaced + 1})
		why.Text = "followupd wrote to them, and this ledger knows nothing of it: it can't be told which step that was. Look at that mail, then " + sayStep
	}
	if d.p.Turn != nil || d.p.Suppressed != nil {
		return why
	}
	d.turn(why)
	if live != nil && live.State != StateAnswered {
		d.halt(live.ID, StateHeld, why)
	}
	d.notify(NoticeProblem, d.newest())
	return why
}
