package engine

import (
	"slices"
	"time"

	"followupd/sequences"
)

// Skip is a step that would be passed over for somebody, and why.
type Skip struct {
	At time.Time `json:"at"`
	Whom
	Why string `json:"why"`
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
		s.out.Skips = append(s.out.Skips, Skip{At: d.At, Whom: whom(p, e, d.Step), Why: d.Why})
	}
}
