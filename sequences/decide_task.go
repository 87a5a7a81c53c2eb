package sequences

import (
	"fmt"
	"strings"
	"time"
)

// task hands a step to the owner, who does it by hand, and waits for it. While
// they are away it waits for them.
func (d *decision) task(id int64, seq Sequence, step Step) Reason {
	if why, closed := d.closed(id, seq, step); closed {
		return why
	}
	if back := d.plan.OwnerAway.Back(d.now); !back.IsZero() {
		why := because(CodeOwnerAway, "you are away; this task comes when you are back")
		due := seq.window(step).Next(back, d.plan.ZonesOf(&d.p, d.p.Enrolment(id).Mailbox))
		if due.IsZero() {
			return d.stuck(id, because(CodeNoWindow, fmt.Sprintf("the window of step %q never opens", step.ID)))
		}
		why.Until = due.UTC()
		d.move(id, StateScheduled, why, step.ID, due)
		return why
	}
	why := because(CodeTask, "yours to do: "+step.Task)
	why.Until = d.endOfTask(d.p.Enrolment(id), step, d.now)
	d.move(id, StateTask, why, step.ID, why.Until)
	d.notify(NoticeTask, id)
	return why
}

// endOfTask is when a task isn't wanted any more that came at some moment; zero:
// it always is.
func (d *decision) endOfTask(e *Enrolment, step Step, came time.Time) time.Time {
	if step.SkipAfter.IsZero() {
		return time.Time{}
	}
	return step.SkipAfter.AfterBut(d.plan.OwnerAway, came, d.plan.ZonesOf(&d.p, e.Mailbox)).UTC()
}

// taskDone is the owner's word that the task is done: what follows counts from
// now.
func (d *decision) taskDone(note string) Reason {
	live := d.p.Live()
	switch {
	case live == nil:
		return because(CodeNotPossible, "no task waits for you here: no sequence is under way")
	case live.State != StateTask:
		return because(CodeNotPossible, fmt.Sprintf("no task waits for you here: it is %s", live.State))
	}
	id, step, sequence := live.ID, live.Step, live.Sequence
	d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: step, How: HowDone, At: d.now}})
	d.add(Fact{Kind: FactMoment, Moment: &Moment{At: d.now, Kind: HapTask, Sequence: sequence, Step: step, Words: brief(note)}})
	if note != "" {
		d.add(Fact{Kind: FactNoted, Note: &Note{Text: note, At: d.now}})
	}
	why := because(CodeTaskDone, fmt.Sprintf("the task %q is done", step))
	d.schedule(id, d.now, why)
	return why
}

// tooLate is the moment after which a task isn't wanted any more, unless the
// owner said meanwhile that they are away.
func (d *decision) tooLate(id int64, seq Sequence) Reason {
	e := d.p.Enrolment(id)
	step, _ := seq.StepOf(e.Step)
	if end := d.endOfTask(e, step, e.Since); end.After(d.now) && e.Since.Before(d.plan.OwnerAway.Until) {
		why := e.Why
		why.Until = end
		// It is the task that it was, since then: nothing is withdrawn.
		d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateTask, Why: why, At: e.Since, Step: e.Step, Due: end}})
		d.effect(Effect{Kind: EffWake, Enrolment: id, At: end})
		return why
	}
	step.ID = e.Step
	return d.skip(id, step, "it was not done in time", false)
}

// withdraws says whether an enrolment leaves a task behind that is neither done
// nor passed over.
func (d *decision) withdraws(id int64) bool {
	e := d.p.Enrolment(id)
	if e == nil || e.State != StateTask {
		return false
	}
	_, done := e.done(e.Step)
	return !done
}

// brief is as much of a text as a moment keeps.
func brief(text string) string {
	const most = 300
	return strings.ToValidUTF8(text[:min(len(text), most)], "")
}
