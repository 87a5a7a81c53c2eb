package sequences

import "time"

// askAt is when the owner, who wrote to a person by hand, is asked whether the
// sequence goes on, unless something comes back before; zero where they are
// never asked, or nothing is left to go on with.
func (d *decision) askAt(e *Enrolment) time.Time {
	wait := d.plan.Mailboxes[e.Mailbox].AskAfter
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok || wait == (Wait{}) {
		return time.Time{}
	}
	if _, more := seq.next(e); !more {
		return time.Time{}
	}
	return wait.After(d.now, d.plan.ZonesOf(&d.p, e.Mailbox)).UTC()
}

// silent asks the owner once whether the sequence goes on: they wrote by hand,
// and nothing came back. It goes on by their word alone.
func (d *decision) silent(e *Enrolment) Reason {
	if e.Due.IsZero() || d.now.Before(e.Due) {
		return because(CodeNotYet, "its time has not come")
	}
	id := e.ID
	d.halt(id, e.State, e.Why)
	d.notify(NoticeSilent, id)
	return because(CodeSilent, "you wrote to them yourself, and nothing came back; whether it goes on is yours to say")
}
