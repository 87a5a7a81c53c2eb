package sequences

import (
	"fmt"
	"time"
)

// Approval says what has to happen before a step's mail goes out.
type Approval string

// The closed set of approvals. Empty is what the level above says: a step goes
// by its sequence, a sequence by its mailbox, a mailbox needs none.
const (
	ApprovalNone  Approval = "none"
	ApprovalAsk   Approval = "ask"   // it waits for the owner's word
	ApprovalDraft Approval = "draft" // it is put into Drafts, and the owner sends it
)

// ApprovalOf is what a step needs that goes out from a mailbox.
func (plan Plan) ApprovalOf(seq Sequence, step Step, mailbox string) Approval {
	for _, a := range []Approval{step.Approval, seq.Approval, plan.Mailboxes[mailbox].Approval} {
		if a != "" {
			return a
		}
	}
	return ApprovalNone
}

// Approved is the plan as it goes when the owner says yes to everything at once.
func (plan Plan) Approved() Plan {
	out := plan
	out.Sequences, out.Mailboxes = map[string]Sequence{}, map[string]Mailbox{}
	for name, m := range plan.Mailboxes {
		m.Approval = ""
		out.Mailboxes[name] = m
	}
	for name, s := range plan.Sequences {
		s.Approval = ""
		steps := make([]Step, len(s.Steps))
		for i, step := range s.Steps {
			step.Approval = ""
			steps[i] = step
		}
		s.Steps = steps
		out.Sequences[name] = s
	}
	return out
}

// Awaits says whether the enrolment's next mail waits for the owner: for a
// word, or for its draft to be sent.
func (e *Enrolment) Awaits() bool {
	return e.State == StateHeld && (e.Why.Code == CodeApproval || e.Why.Code == CodeDraft)
}

// awaits holds a step that needs the owner's yes and has none.
func (d *decision) awaits(e *Enrolment, seq Sequence, step Step) (Reason, bool) {
	id := e.ID
	switch d.plan.ApprovalOf(seq, step, e.Mailbox) {
	case ApprovalAsk:
		if e.Approved == step.ID {
			return Reason{}, false
		}
		why := because(CodeApproval, fmt.Sprintf("the mail of step %q waits for your yes", step.ID))
		d.move(id, StateHeld, why, step.ID, time.Time{})
		d.notify(NoticeApprove, id)
		return why, true
	case ApprovalDraft:
		why := because(CodeDraft, fmt.Sprintf("the mail of step %q lies in your Drafts: send it from there, or delete it", step.ID))
		d.move(id, StateHeld, why, step.ID, time.Time{})
		d.effect(Effect{Kind: EffDraft, Enrolment: id, Step: step.ID})
		return why, true
	}
	return Reason{}, false
}

// outdated says whether what a mail waits for is not what its step needs any
// more: the sequence or the mailbox was edited meanwhile.
func (d *decision) outdated(e *Enrolment) bool {
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok || !e.Awaits() {
		return false
	}
	step, there := seq.StepOf(e.Step)
	if !there {
		return true
	}
	switch d.plan.ApprovalOf(seq, step, e.Mailbox) {
	case ApprovalAsk:
		return e.Why.Code != CodeApproval
	case ApprovalDraft:
		return e.Why.Code != CodeDraft
	}
	return true
}

// anew has a mail come up again that waited for the owner in a way that is
// outdated; its draft is taken back.
func (d *decision) anew(e *Enrolment) Reason {
	why := because(CodeEdited, "what is to happen before this mail goes out was edited")
	d.move(e.ID, StateScheduled, why, e.Step, d.now)
	return why
}

// approve is the owner's yes to the mail that waits for it.
func (d *decision) approve() Reason {
	e := d.p.Live()
	if e == nil || !e.Awaits() {
		return because(CodeNotPossible, "no mail to them waits for your yes")
	}
	if e.Why.Code == CodeDraft && d.outdated(e) {
		return d.anew(e)
	}
	if e.Why.Code == CodeDraft {
		return because(CodeNotPossible, e.Why.Text)
	}
	if stop, why := d.blocked(e.ID); stop {
		return why
	}
	if d.e.Order.Other {
		d.move(e.ID, StateHeld, e.Why, e.Step, time.Time{})
		d.notify(NoticeApprove, e.ID)
		return because(CodeNotPossible, "the mail that waits is not the one that you were shown; you are asked anew")
	}
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok {
		return d.stuck(e.ID, because(CodeSequenceGone, fmt.Sprintf("sequence %q is not there any more", e.Sequence)))
	}
	d.add(Fact{Kind: FactApproved, Enrolment: e.ID, Step: e.Step, Approved: &Yes{Mail: d.e.Order.Shown, At: d.now}})
	d.ready(e.ID, seq, e.Step)
	if now := d.p.Enrolment(e.ID); now.State == StateScheduled || now.State == StateQueued {
		why := because(CodeApproved, "you said yes; it goes out when caps and windows let it")
		why.Until = now.Due
		return why
	}
	return d.p.Enrolment(e.ID).Why
}

// unlike asks anew for a yes where the mail that is to go out is another one than
// the owner said yes to: a template or a field was edited since.
func (d *decision) unlike() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.State != StateQueued || e.Step != d.e.Step || e.Approved != d.e.Step {
		return because(CodeNothing, "that mail is not waiting any more")
	}
	id, step := e.ID, e.Step
	why := because(CodeApproval, fmt.Sprintf("the mail of step %q was edited since you said yes, and waits for it anew", step))
	d.add(Fact{Kind: FactApproved, Enrolment: id})
	d.move(id, StateHeld, why, step, time.Time{})
	d.notify(NoticeApprove, id)
	return why
}

// deleted passes over a step whose draft the owner deleted.
func (d *decision) deleted(e *Enrolment) Reason {
	if !e.Awaits() || e.Why.Code != CodeDraft || e.Step != d.e.Step {
		return because(CodeNothing, "that draft is not waited for any more")
	}
	if e.FirstMail() {
		// What follows would answer a mail that there never was.
		why := because(CodeStopped, "you deleted the draft of the first mail to them, so the sequence is stopped")
		d.turn(why)
		d.haltLive(StateStopped, why)
		return why
	}
	step, _ := d.plan.Sequences[e.Sequence].StepOf(e.Step)
	step.ID = e.Step
	return d.skip(e.ID, step, "you deleted its draft", true)
}
