package engine

import (
	"cmp"
	"slices"
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

// mostAtOnce is the widest limit for a company that a plan has; 0 where no
// sequence has one.
func mostAtOnce(plan sequences.Plan) (most int) {
	for _, s := range plan.Sequences {
		most = max(most, s.AtOnce)
	}
	return most
}

// company is who counts at one company in a forecast, as ledger.AtCompany counts
// them, and who waits for them.
type company struct {
	people  map[int64]counted
	begun   int       // of people
	first   []counted // those of people whose first mail waits, who came first before
	waiting map[int64]turnedAway
}

// counted is how somebody counts at their company: as one who is written to, as
// one whose first mail waits, or not at all.
type counted struct {
	enrolment    int64
	began        time.Time // of the enrolment
	begun, first bool
}

func (c counted) compare(d counted) int {
	if n := c.began.Compare(d.began); n != 0 {
		return n
	}
	return cmp.Compare(c.enrolment, d.enrolment)
}

type turnedAway struct {
	lane    *lane
	waiting *waiting
	why     sequences.Reason
}

// countedAs is how an enrolment counts in that state; first says whether its
// first mail is yet to come.
func countedAs(id int64, began time.Time, state sequences.State, first bool) counted {
	c := counted{enrolment: id, began: began}
	switch state {
	case sequences.StateScheduled, sequences.StateAway, sequences.StateTask, sequences.StateHeld, sequences.StateAnswered:
		c.begun = !first
	case sequences.StateQueued:
		c.begun, c.first = !first, first
	case sequences.StateSending:
		c.begun = true
	}
	return c
}

// countedNow is how somebody counts as things are in the forecast.
func (w *walk) countedNow() counted {
	e := w.p.Live()
	if e == nil {
		return counted{}
	}
	return countedAs(e.ID, e.At, e.State, e.FirstMail())
}

// company is that of a domain. Those who are there are looked at as soon as
// their time comes from now on, for what they wait for counts.
func (s *foresight) company(domain string) (*company, error) {
	if c := s.companies[domain]; c != nil {
		return c, nil
	}
	c := &company{people: map[int64]counted{}, waiting: map[int64]turnedAway{}}
	s.companies[domain] = c
	people, err := s.t.LiveAt(domain)
	if err != nil {
		return nil, err
	}
	if err := s.lookAt(people); err != nil {
		return nil, err
	}
	for _, r := range people {
		now, over := s.left[r.Person]
		switch w := s.walks[r.Person]; {
		case over:
		case w != nil:
			now = w.countedNow()
		default:
			now = countedAs(r.ID, r.Began, r.State, r.First)
		}
		s.companiesOf[r.Person] = append(s.companiesOf[r.Person], c)
		c.count(r.Person, now)
	}
	return c, nil
}

// lookAt has some people looked at: now where their time has come, else as soon
// as it does.
func (s *foresight) lookAt(people []ledger.Colleague) error {
	if s.rowOf == nil {
		s.rowOf = make(map[int64]int, len(s.rows))
		for i := range s.rows {
			s.rowOf[s.rows[i].ID] = i
		}
	}
	var come []int
	for _, r := range people {
		i, ok := s.rowOf[r.ID]
		switch {
		case !ok || s.onto[i] == nil:
		case i >= s.arrived:
			s.early[r.ID] = true
		case !s.looked[r.ID]:
			come = append(come, i)
		}
	}
	for _, i := range come {
		if err := s.lookEarly(i); err != nil {
			return err
		}
	}
	return nil
}

// lookEarly looks at the person of a row whose time has come out of their turn.
func (s *foresight) lookEarly(i int) error {
	l := s.lanes[s.rows[i].Mailbox]
	s.wake(l, nil, s.at)
	_, err := l.meet(&s.rows[i])
	return err
}

// recount counts somebody anew at their company, and has those look again who
// wait there for one who counts no longer.
func (s *foresight) recount(person int64, now counted) {
	for _, c := range s.companiesOf[person] {
		if c.count(person, now) {
			s.letIn(c)
		}
	}
}

// moved counts somebody anew with whom something happened.
func (s *foresight) moved(w *walk) {
	if s.walks[w.p.ID] == w { // nobody who was forgotten
		s.recount(w.p.ID, w.countedNow())
	}
}

// count says whether somebody counts less than before.
func (c *company) count(person int64, now counted) (less bool) {
	before := c.people[person]
	if before == now {
		return false
	}
	c.people[person] = now
	if before.begun {
		c.begun--
	}
	if now.begun {
		c.begun++
	}
	if before.first {
		i, _ := slices.BinarySearchFunc(c.first, before, counted.compare)
		c.first = slices.Delete(c.first, i, i+1)
	}
	if now.first {
		i, _ := slices.BinarySearchFunc(c.first, now, counted.compare)
		c.first = slices.Insert(c.first, i, now)
	}
	return (before.begun || before.first) && !now.begun
}

// others counts those of a company but for one person: who is written to, and
// who comes before them.
func (c *company) others(person int64) (begun, before int) {
	self := c.people[person]
	begun = c.begun
	if self.begun {
		begun--
	}
	before, _ = slices.BinarySearchFunc(c.first, self, counted.compare)
	return begun, before
}

// standBehind has somebody wait for others of their company.
func (l *lane) standBehind(w *waiting, why sequences.Reason) {
	w.push(why.Code)
	l.s.companies[w.candidate.Company.Domain].waiting[w.enrolment] = turnedAway{l, w, why}
}

// letIn has those look again for whom a company has room now.
func (s *foresight) letIn(c *company) {
	for i := 0; i < len(c.first) && c.begun+i < s.atOnce; i++ {
		t, waits := c.waiting[c.first[i].enrolment]
		if !waits || c.begun+i >= t.waiting.candidate.Company.AtOnce {
			continue
		}
		delete(c.waiting, t.waiting.enrolment)
		t.waiting.free = s.at
		t.lane.line(t.waiting)
		s.wake(t.lane, nil, s.at)
	}
}

// leftBehind tells of those who wait for others of their company at the end.
func (s *foresight) leftBehind() {
	var left []turnedAway
	for _, c := range s.companies {
		for _, t := range c.waiting {
			left = append(left, t)
		}
	}
	slices.SortFunc(left, func(a, b turnedAway) int { return cmp.Compare(a.waiting.enrolment, b.waiting.enrolment) })
	for _, t := range left {
		s.stop(t.waiting.walk, t.waiting.enrolment, t.why, t.waiting.due)
	}
}
