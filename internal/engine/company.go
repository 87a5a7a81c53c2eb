package engine

import (
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// companyOf says how many of a candidate's company may be written to at once;
// whom it counts is looked up by those who know.
func companyOf(plan sequences.Plan, c sequences.Candidate, sequence string) sequences.Company {
	if c.Provider || !c.First || c.Domain == "" {
		return sequences.Company{}
	}
	return sequences.Company{Domain: c.Domain, AtOnce: plan.Sequences[sequence].AtOnce}
}

// company is who is written to at one company in a forecast, and who waits for
// them.
type company struct {
	begun   []begun
	waiting []turnedAway
}

type begun struct{ person, enrolment int64 }

type turnedAway struct {
	lane    *lane
	waiting *waiting
	why     sequences.Reason
}

// company is that of a domain, as the ledger knows it where it is new here.
func (s *foresight) company(domain string) (*company, error) {
	if c := s.companies[domain]; c != nil {
		return c, nil
	}
	c := &company{}
	s.companies[domain] = c
	return c, s.t.BegunAt(domain, func(r ledger.EnrolmentRow) error {
		c.begun = append(c.begun, begun{r.Person, r.ID})
		return nil
	})
}

// writtenTo counts the others of a company who are written to as things are in
// the forecast.
func (s *foresight) writtenTo(domain string, person int64) (n int, err error) {
	c, err := s.company(domain)
	if err != nil {
		return 0, err
	}
	for _, b := range c.begun {
		if w := s.walks[b.person]; b.person != person && !s.over[b.enrolment] && (w == nil || underWay(w.p.Enrolment(b.enrolment))) {
			n++
		}
	}
	return n, nil
}

func underWay(e *sequences.Enrolment) bool {
	return e != nil && e.State.Moving() && e.State != sequences.StateSnoozed
}

// standBehind has somebody wait for others of their company.
func (l *lane) standBehind(w *waiting, why sequences.Reason) {
	w.push(why.Code)
	c := l.s.companies[w.candidate.Company.Domain]
	c.waiting = append(c.waiting, turnedAway{l, w, why})
}

// letIn counts a mail that went out at a company, and has those look again who
// wait there.
func (s *foresight) letIn(w *waiting, at time.Time) {
	c := s.companies[w.candidate.Company.Domain]
	if c == nil {
		c = s.companies[w.candidate.Domain]
	}
	if c == nil {
		return
	}
	if w.first {
		c.begun = append(c.begun, begun{w.walk.p.ID, w.enrolment})
	}
	for _, t := range c.waiting {
		t.waiting.free = at
		s.wake(t.lane, t.waiting, at)
	}
	c.waiting = nil
}

// leftBehind tells of those who wait for others of their company at the end.
func (s *foresight) leftBehind() {
	for _, c := range s.companies {
		for _, t := range c.waiting {
			s.stop(t.waiting.walk, t.waiting.enrolment, t.why, t.waiting.due)
		}
	}
}
