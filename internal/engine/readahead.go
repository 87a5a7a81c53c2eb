package engine

import (
	"runtime"
	"sync"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// How many people of a column are read at once: few where few have room, and
// twice as many each time.
const (
	firstBatch = 16
	mostBatch  = 4096
)

// readAhead makes sure that the person of a column's next row is known, and
// reads those of the rows that follow with them: one by one takes three times
// as long.
func (s *foresight) readAhead(c *column) error {
	if c.next < c.ahead {
		return nil
	}
	c.batch = min(max(2*c.batch, firstBatch), mostBatch)
	c.ahead = min(c.next+c.batch, len(c.rows))
	return s.read(c.rows[c.next:c.ahead])
}

// read makes the people of some rows known, and plays what comes first for each
// on all processors: it concerns nobody else.
func (s *foresight) read(rows []*ledger.EnrolmentRow) error {
	var unknown []int64
	for _, r := range rows {
		if s.walks[r.Person] == nil {
			unknown = append(unknown, r.Person)
		}
	}
	people, err := s.t.People(unknown)
	if err != nil {
		return err
	}
	for _, p := range people {
		s.walks[p.ID] = newWalk(s.plan, p)
	}
	workers := min(runtime.GOMAXPROCS(0), 1+len(rows)/firstBatch)
	var group sync.WaitGroup
	for n := range workers {
		group.Go(func() {
			for i := n; i < len(rows); i += workers {
				if w := s.walks[rows[i].Person]; w != nil {
					w.foresee(rows[i].ID, later(rows[i].Due, s.out.From))
				}
			}
		})
	}
	group.Wait()
	return nil
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// known is the walk of a person, begun where they stand now.
func (s *foresight) known(person int64) (*walk, error) {
	if w := s.walks[person]; w != nil {
		return w, nil
	}
	p, err := s.t.Person(person)
	if err != nil {
		return nil, err
	}
	s.walks[person] = newWalk(s.plan, p)
	return s.walks[person], nil
}

func newWalk(plan sequences.Plan, p sequences.Person) *walk {
	w := &walk{plan: plan, p: p, told: map[int64]int{}}
	for _, e := range p.Enrolments {
		w.told[e.ID] = len(e.Done)
	}
	return w
}
