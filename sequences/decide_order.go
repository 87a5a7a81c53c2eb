package sequences

import (
	"fmt"
	"strings"
	"time"

	"followupd/internal/replies"
)

// order carries out the owner's word.
func (d *decision) order(o Order) Reason {
	switch o.Verb {
	case VerbPause:
		return d.pause()
	case VerbResume:
		return d.resume()
	case VerbStop:
		why := because(CodeStopped, "you stopped it")
		d.turn(why)
		d.haltLive(StateStopped, why)
		return why
	case VerbSnooze:
		return d.snooze(o.Until)
	case VerbDone:
		return d.taskDone(o.Text)
	case VerbSuppress:
		text := o.Text
		if text == "" {
			text = "you asked that this person is never written to again"
		}
		return d.suppress(because(CodeSuppressed, text), nil)
	case VerbApprove:
		return d.approve()
	case VerbNote:
		d.add(Fact{Kind: FactNoted, Note: &Note{Key: o.Key, Text: o.Text, At: d.now}})
		d.redate(func(fact string) bool { return o.Key != "" && strings.EqualFold(fact, "note."+o.Key) })
		return because(CodeNoted, "noted")
	case VerbFields:
		d.add(Fact{Kind: FactFields, Fields: o.Fields})
		d.redate(func(fact string) bool { _, changed := o.Fields[fact]; return changed })
		return because(CodeNoted, "fields changed")
	case VerbAnswerWas:
		return d.answerWas(o)
	case VerbWasSent, VerbSendAgain:
		return d.settle(o.Verb)
	}
	return because(CodeNotPossible, "no such order")
}

// redate plans a step anew whose day has changed; one that waits in the outbox
// is taken back.
func (d *decision) redate(changed func(fact string) bool) {
	live := d.p.Live()
	if live == nil || live.Uncertain || live.State != StateScheduled && live.State != StateQueued {
		return
	}
	step, ok := d.plan.Sequences[live.Sequence].StepOf(live.Step)
	if ok && step.On != nil && changed(step.On.Fact) {
		d.schedule(live.ID, d.now, because(CodeNoted, step.On.Fact+" has changed"))
	}
}

func (d *decision) pause() Reason {
	live := d.p.Live()
	if live == nil {
		return because(CodeNotPossible, "no sequence is under way")
	}
	if !live.State.Moving() {
		return because(CodeNotPossible, fmt.Sprintf("it is %s already: %s", live.State, live.Why.Text))
	}
	why := because(CodePaused, "you paused it")
	d.turn(why)
	d.halt(live.ID, StateHeld, why)
	return why
}

// resume is the one way back after an answer, a doubt or a stop.
func (d *decision) resume() Reason {
	if d.p.Suppressed != nil {
		return because(CodeSuppressed, "is on the suppression list and stays there: "+d.p.Suppressed.Reason.Text)
	}
	e := d.resumable()
	if e == nil {
		return because(CodeNotPossible, "there is no sequence to resume")
	}
	id := e.ID
	switch {
	case e.Uncertain:
		return because(CodeNotPossible, "a mail may have gone out; settle that first with: followupd reconcile")
	case e.Awaits() && d.p.Turn == nil && !d.outdated(e):
		return because(CodeNotPossible, e.Why.Text)
	case e.State.Moving() && d.p.Turn == nil && d.p.Snooze == nil && d.p.Away == nil:
		return because(CodeNothing, fmt.Sprintf("it is under way already (%s)", e.State))
	}
	if seq, ok := d.plan.Sequences[e.Sequence]; ok {
		if _, more := seq.next(e); !more {
			return because(CodeNotPossible, "all its steps are sent")
		}
	}
	d.clearPerson()
	if e.State == StateQueued || e.State == StateSending {
		return because(CodeResumed, "you resumed it")
	}
	d.clearAttempt(id)
	return d.schedule(id, d.now, because(CodeResumed, "you resumed it"))
}

// resumable is the live enrolment, else the newest that was stopped.
func (d *decision) resumable() *Enrolment {
	if live := d.p.Live(); live != nil {
		return live
	}
	for i := len(d.p.Enrolments) - 1; i >= 0; i-- {
		if d.p.Enrolments[i].State == StateStopped {
			return &d.p.Enrolments[i]
		}
	}
	return nil
}

// snooze waits until a moment that the owner names. It is a resume with a
// date, so it also ends the owner's turn.
func (d *decision) snooze(until time.Time) Reason {
	live := d.p.Live()
	switch {
	case d.p.Suppressed != nil:
		return because(CodeSuppressed, "is on the suppression list and stays there: "+d.p.Suppressed.Reason.Text)
	case live == nil:
		return because(CodeNotPossible, "no sequence is under way")
	case !until.After(d.now):
		return because(CodeNotPossible, "that moment is not ahead")
	case live.Uncertain:
		return because(CodeNotPossible, "a mail may have gone out; settle that first with: followupd reconcile")
	}
	id, step := live.ID, live.Step
	d.clearPerson()
	why := because(CodeSnoozed, "you snoozed it")
	why.Until = until.UTC()
	d.add(Fact{Kind: FactSnoozed, Until: &Until{At: until.UTC(), Reason: why, Event: d.e.ID, Owner: true}})
	d.move(id, StateSnoozed, why, step, until)
	return why
}

// answerWas corrects a reading: what the mail did is taken back, and it is
// taken in again with the intent that the owner gave.
func (d *decision) answerWas(o Order) Reason {
	if o.Mail == nil {
		return because(CodeNotPossible, "no answer of theirs is known")
	}
	if d.p.Suppressed != nil && o.Intent != replies.IntentOptOut {
		return because(CodeSuppressed, "is on the suppression list and stays there: "+d.p.Suppressed.Reason.Text)
	}
	m := *o.Mail
	m.Intent, m.Others, m.Certain, m.Damaged = o.Intent, nil, true, ""
	m.Kind = replies.KindReply
	m.Evidence = []Evidence{{Rule: "owner", Text: "you said that this answer was " + string(o.Intent)}}
	if o.Intent == replies.IntentAutoReply {
		m.Kind = replies.KindAutoReply
		if m.About == "" {
			m.About = replies.AboutAbsence
		}
	}
	if o.Intent == replies.IntentAutoReply || o.Intent == replies.IntentLater && m.Until != nil {
		if d.onlyWord(m.Ref) {
			d.resume()
		}
		m.Stated = m.Until != nil
	}
	return d.mail(m)
}

// onlyWord says whether nothing but this mail made it the owner's turn: with
// another answer of theirs, or a mail of the owner's, a corrected reading of
// one mail doesn't let the sequence go on.
func (d *decision) onlyWord(ref string) bool {
	e := d.resumable()
	if e == nil {
		return true
	}
	for _, m := range d.p.Timeline {
		if (m.Kind == HapReply || m.Kind == HapOwnerWrote) && m.Mail != ref && !m.At.Before(e.At.Add(-clockSlack)) {
			return false
		}
	}
	return true
}

// settle is the owner's word on a mail that may or may not have gone out.
func (d *decision) settle(verb Verb) Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || !e.Uncertain || e.Step != d.e.Step {
		return because(CodeNotPossible, "no mail of theirs is in doubt")
	}
	id := e.ID
	if verb == VerbWasSent {
		d.sent(id, Outcome{Value: d.valueOf(e)}, because(CodeSent, "you say that it was sent"))
		return because(CodeSent, "you say that it was sent")
	}
	d.clearAttempt(id)
	why := because(CodeResumed, "you say that it was not sent; it goes out again")
	if live := d.p.Live(); d.p.Turn != nil || d.p.Suppressed != nil || live == nil || live.ID != id {
		return because(CodeNoted, "settled; nothing goes out, for another reason holds it")
	}
	d.effect(Effect{Kind: EffSend, Enrolment: id, Step: e.Step})
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateQueued, Why: why, At: d.now, Step: e.Step}})
	return why
}

func (d *decision) valueOf(e *Enrolment) string {
	step, _ := d.plan.Sequences[e.Sequence].StepOf(e.Step)
	return step.Value
}
