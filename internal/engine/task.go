package engine

import (
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Task is something that the owner does by hand, and when it is to come.
type Task struct {
	At       time.Time      `json:"at"`
	Waits    bool           `json:"waits"` // it is the owner's to do already, since At
	Person   int64          `json:"person"`
	Name     string         `json:"name"`
	Company  string         `json:"company,omitempty"`
	Address  string         `json:"address"`
	Phone    string         `json:"phone,omitempty"`
	Sequence string         `json:"sequence"`
	Step     string         `json:"step"`
	Task     string         `json:"task"`
	Zone     string         `json:"zone"` // the prospect's
	Prospect *time.Location `json:"-"`
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
	out := Task{At: at, Waits: waits, Person: p.ID, Name: ledger.Name(*p), Company: p.Fields["company"], Phone: p.Fields["phone"],
		Sequence: e.Sequence, Step: e.Step, Task: step.Task, Zone: zone.String(), Prospect: zone}
	if len(p.Addresses) > 0 {
		out.Address = p.Addresses[0]
	}
	s.out.Tasks = append(s.out.Tasks, out)
}
