package engine

import (
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Skip is a step that would be passed over for somebody, and why.
type Skip struct {
	At       time.Time `json:"at"`
	Person   int64     `json:"person"`
	Name     string    `json:"name"`
	Company  string    `json:"company,omitempty"`
	Address  string    `json:"address"`
	Sequence string    `json:"sequence"`
	Step     string    `json:"step"`
	Why      string    `json:"why"`
}

// passedOver notes the steps that an enrolment has passed over since it was
// looked at last.
func (s *foresight) passedOver(w *walk, id int64) {
	p := &w.p
	i := slices.IndexFunc(p.Enrolments, func(e sequences.Enrolment) bool { return e.ID == id })
	if i < 0 || i >= len(w.told) {
		return
	}
	e := &p.Enrolments[i]
	behind := min(w.told[i], len(e.Done))
	w.told[i] = len(e.Done)
	for _, d := range e.Done[behind:] {
		if d.How != sequences.HowSkipped || d.At.After(s.out.To) {
			continue
		}
		skip := Skip{At: d.At, Person: p.ID, Name: ledger.Name(*p), Company: p.Fields["company"], Sequence: e.Sequence, Step: d.Step, Why: d.Why}
		if len(p.Addresses) > 0 {
			skip.Address = p.Addresses[0]
		}
		s.out.Skips = append(s.out.Skips, skip)
	}
}
