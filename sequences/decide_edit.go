package sequences

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// next is the step that comes next for an enrolment. Steps are known by their
// ids, so that an edited sequence goes on where it was: after the last step
// that is behind the enrolment. For each step behind it whose id is gone from
// that place, one there is passed over, for it may be the same under another
// name: nothing goes out twice. The step that the enrolment stands at is never
// passed over so, and one that was moved up before others is still sent.
func (s Sequence) next(e *Enrolment) (Step, bool) {
	from, gone := 0, 0
	for _, done := range e.Done {
		switch i := s.index(done.Step); {
		case i >= from:
			from, gone = i+1, 0
		case i < 0 && !isSnoozeStep(done.Step):
			gone++
		}
	}
	at := -1
	if _, done := e.done(e.Step); !done {
		at = s.index(e.Step)
	}
	switch {
	case at >= 0 && at < from:
		from = at
	case at >= 0:
		from = min(from+gone, at)
	default:
		from += gone
	}
	if from >= len(s.Steps) {
		return Step{}, false
	}
	return s.Steps[from], true
}

func (s Sequence) index(id string) int {
	return slices.IndexFunc(s.Steps, func(step Step) bool { return step.ID == id })
}

// isSnoozeStep says whether an id is that of a mail that ends a snooze.
func isSnoozeStep(id string) bool {
	var n int
	_, err := fmt.Sscanf(id, "after-snooze-%d", &n)
	return err == nil && id == SnoozeStep(n)
}

// before is a step that was put before the one that an enrolment stands at.
func (s Sequence) before(e *Enrolment, standsAt string) (id string, ok bool) {
	if s.index(standsAt) < 0 {
		return "", false
	}
	step, more := s.next(e)
	return step.ID, more && step.ID != standsAt
}

func stepGone(step, sequence string) Reason {
	return because(CodeStepGone, fmt.Sprintf("step %q is not in sequence %q any more; the one after its place comes next", step, sequence))
}

// edited has an enrolment follow an edit of its sequence: to another step, or
// to another time. What can't follow now does when its time comes.
func (d *decision) edited() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.After != 0 || e.Uncertain || d.p.Turn != nil || d.p.Suppressed != nil {
		return because(CodeNothing, "nothing there follows an edit now")
	}
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok {
		return because(CodeNothing, "the sequence is not there any more; that is told when its time comes")
	}
	_, there := seq.StepOf(e.Step)
	switch e.State {
	case StateScheduled:
		return d.replan(e, seq)
	case StateQueued, StateTask:
		if !there {
			return d.schedule(e.ID, d.now, stepGone(e.Step, e.Sequence))
		}
	case StateHeld:
		if d.outdated(e) {
			return d.anew(e)
		}
	}
	return because(CodeNothing, "it stays where it is")
}

// replan plans the next step anew, where another step or time comes of it.
func (d *decision) replan(e *Enrolment, seq Sequence) Reason {
	if isSnoozeStep(e.Step) && seq.OnSnoozeEnd != "" {
		return because(CodeNothing, "it stays where it is")
	}
	why := because(CodeEdited, "the sequence was edited")
	if seq.index(e.Step) < 0 {
		why = stepGone(e.Step, e.Sequence)
	}
	trial := &decision{plan: d.plan, p: d.p, e: d.e, now: d.now, keeps: d.keeps}
	why = trial.schedule(e.ID, e.Since, why)
	if now := trial.p.Enrolment(e.ID); now.State == e.State && now.Step == e.Step && (now.Due.Equal(e.Due) || !e.Due.After(d.now)) && len(now.Done) == len(e.Done) {
		return because(CodeNothing, "the edit changes nothing here")
	}
	if in := d.e.PutBack; in != nil && !e.At.After(in.Made) && trial.comesBefore(e) {
		return d.mayBeOut(e.ID, e.Step, *in) // before the copy was put back, this edit may have brought the mail forward
	}
	*d = *trial
	return why
}

// comesBefore says whether an enrolment's next step comes earlier than it did.
func (d *decision) comesBefore(was *Enrolment) bool {
	now := d.p.Enrolment(was.ID)
	return now.State == StateScheduled && now.Due.Before(was.Due)
}

// MovesPeople says whether those on their way through a sequence may stand at
// another step, or wait for another time, by this plan than by another one.
func (plan Plan) MovesPeople(sequence string, other Plan) bool {
	a, b := plan.Sequences[sequence], other.Sequences[sequence]
	is, was := plan.Mailboxes[a.Mailbox], other.Mailboxes[b.Mailbox]
	return is.Zone != was.Zone || is.Approval != was.Approval || !bytes.Equal(a.course(), b.course()) ||
		!plan.OwnerAway.equal(other.OwnerAway) && slices.ContainsFunc(a.Steps, func(s Step) bool { return s.Task != "" })
}

// course is what decides of a sequence who comes to which step when.
func (s Sequence) course() []byte {
	steps := slices.Clone(s.Steps)
	for i := range steps {
		step := Step{ID: steps[i].ID, Wait: steps[i].Wait, Window: steps[i].Window, On: steps[i].On, Late: steps[i].Late, Approval: steps[i].Approval}
		steps[i] = step
	}
	// Nothing in it can fail.
	text, err := json.Marshal(Sequence{Mailbox: s.Mailbox, Window: s.Window, Approval: s.Approval, Steps: steps})
	if err != nil {
		return nil
	}
	return text
}
