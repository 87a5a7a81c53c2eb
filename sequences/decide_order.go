package sequences

import (
	"fmt"
	"slices"
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
		return d.resumeAt(o)
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
	if !live.mayGoOn() {
		return because(CodeNotPossible, fmt.Sprintf("it is %s already: %s", live.State, live.Why.Text))
	}
	why := because(CodePaused, "you paused it")
	if live.State == StateHeld {
		why.Text += "; and " + live.Why.Text // no pause settles what is in doubt
	}
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
	case e.Unplaced > 0:
		return because(CodeNotPossible, saysNoStep)
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
	case live.Unplaced > 0:
		return because(CodeNotPossible, saysNoStep)
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
	m := corrected(o)
	if d.p.Suppressed != nil && o.Intent != replies.IntentOptOut {
		return d.lift(m, o.Listed)
	}
	if o.Intent == replies.IntentAutoReply || o.Intent == replies.IntentLater && m.Until != nil && !supposes(o.Mail) {
		if d.onlyWord(m.Ref) {
			d.resume()
		}
		m.Stated = m.Until != nil
	}
	return d.mail(m)
}

// supposes says whether the date of a mail is only one that would go with a later,
// which nobody read in it: the owner is asked before anything is done by it.
func supposes(m *Mail) bool {
	return m.Until != nil && !m.Intent.GoesOn()
}

// corrected is the mail as the owner says that it is to be read.
func corrected(o Order) Mail {
	m := *o.Mail
	m.Intent, m.Others, m.Certain, m.Damaged = o.Intent, nil, true, ""
	m.Kind = replies.KindReply
	m.Evidence = []Evidence{{Rule: "owner", Text: "you said that this answer was " + string(o.Intent)}}
	if o.Intent == replies.IntentAutoReply {
		if supposes(o.Mail) {
			m.Until = nil // it was never one of return
		}
		m.Kind = replies.KindAutoReply
		if m.About == "" {
			m.About = replies.AboutAbsence
		}
	}
	return m
}

// LiftedText begins the reason of a correction that took a suppression back.
const LiftedText = "the suppression is lifted"

// lift takes a suppression back that nothing but the reading of this very
// answer had set, and takes the answer in as the owner reads it. It never leads
// to mail: the person is the owner's turn, whatever the answer is said to be.
func (d *decision) lift(m Mail, listed []Evidence) Reason {
	mark := *d.p.Suppressed
	switch {
	case mark.Mail == "":
		return because(CodeSuppressed, fmt.Sprintf("is on the suppression list and stays there, for more than the reading of this answer says so: %s (%s)", mark.Reason.Text, day(mark.At)))
	case mark.Mail != m.Ref:
		return because(CodeSuppressed, fmt.Sprintf("is on the suppression list and stays there: it was another answer of theirs, of %s, that was read as an opt-out; to correct that one, answer the mail that told you of it", day(mark.At)))
	case len(listed) > 0:
		sources := make([]string, len(listed))
		for i, e := range listed {
			sources[i] = e.Text
		}
		return Reason{Code: CodeSuppressed, Text: "is on the suppression list and stays there, for more than the reading of this answer says so: " + strings.Join(sources, "; "), Evidence: listed}
	}
	lifted := because(CodeLifted, LiftedText+": nothing but how this answer was read had set it", m.Evidence...)
	d.add(Fact{Kind: FactSuppressed})
	addresses := slices.Clone(d.p.Addresses)
	if m.From != "" && !contains(addresses, m.From) {
		addresses = append(addresses, m.From)
	}
	d.effect(Effect{Kind: EffLift, Addresses: addresses, At: mark.At})
	d.turn(lifted)
	d.revive(mark.At, lifted)
	why := d.mail(m)
	if d.p.Suppressed == nil {
		why.Text = fmt.Sprintf("%s; %s; nothing goes out until you say so", lifted.Text, why.Text)
	}
	return why
}

// revive holds what a suppression ended, at the step where it was. What waited
// behind it stays over: one sequence at a time is live.
func (d *decision) revive(since time.Time, why Reason) {
	first := true
	for _, e := range d.p.Enrolments {
		if e.State != StateSuppressed || e.Since.Before(since) {
			continue
		}
		if first {
			d.halt(e.ID, StateHeld, why)
		} else {
			d.halt(e.ID, StateEnded, because(CodeBefore, "waited behind a sequence that was ended; import them again to begin it"))
		}
		first = false
	}
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
