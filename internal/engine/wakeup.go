package engine

import (
	"time"

	"followupd/sequences"
)

// Wakeup is somebody who was away, or asked to be left alone until a day, and
// for whom the sequence goes on.
type Wakeup struct {
	At       time.Time       `json:"at"`
	Whom                     // and what comes next then
	From     sequences.State `json:"from"` // snoozed or away
	Why      string          `json:"why"`  // why it waited
	Zone     string          `json:"zone"` // the prospect's
	Prospect *time.Location  `json:"-"`
}

// wokeUp notes that an enrolment has left a wait of the whole person, if it has.
// before is how it stood.
func (s *foresight) wokeUp(w *walk, before sequences.Enrolment, at time.Time) {
	waited := before.State == sequences.StateSnoozed || before.State == sequences.StateAway
	e := w.p.Enrolment(before.ID)
	if !waited || e == nil || e.State == sequences.StateSnoozed || e.State == sequences.StateAway || at.After(s.out.To) {
		return
	}
	p := &w.p
	zone := s.plan.ZonesOf(p, e.Mailbox).Prospect
	s.out.Wakeups = append(s.out.Wakeups, Wakeup{At: at, Whom: whom(p, e, e.Step), From: before.State, Why: before.Why.Text, Zone: zone.String(), Prospect: zone})
}
