package engine

import (
	"time"

	"followupd/sequences"
)

// Task is something that the owner does by hand, and when it is to come.
type Task struct {
	At    time.Time `json:"at"`
	Waits bool      `json:"waits"` // it is the owner's to do already, since At
	Whom
	Enrolment int64          `json:"enrolment"`
	Phone     string         `json:"phone,omitempty"`
	Task      string         `json:"task"`
	Zone      string         `json:"zone"` // the prospect's
	Prospect  *time.Location `json:"-"`
}

// task notes what an enrolment waits for the owner to do.
func (s *foresight) task(w *walk, e *sequences.Enrolment, now time.Time) {
	at, p := e.Since, &w.p
	waits := at.Before(s.out.From)
	if !waits && now.After(at) {
		at = now
	}
	if at.After(s.out.To) {
		return
	}
	step, _ := s.plan.Sequences[e.Sequence].StepOf(e.Step)
	zone := s.plan.ZonesOf(p, e.Mailbox).Prospect
	s.out.Tasks = append(s.out.Tasks, Task{At: at, Waits: waits, Whom: whom(p, e, e.Step), Enrolment: e.ID, Phone: p.Fields["phone"], Task: step.Task, Zone: zone.String(), Prospect: zone})
}
