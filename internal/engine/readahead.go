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
// as long. What comes first for each of them concerns nobody else, and is played
// then.
func (s *foresight) readAhead(c *column) error {
	if c.next < c.ahead {
		return nil
	}
	c.batch = min(max(2*c.batch, firstBatch), mostBatch)
	c.ahead = min(c.next+c.batch, len(c.rows))
	rows := c.rows[c.next:c.ahead]
	if err := s.read(rows); err != nil {
		return err
	}
	onAll(len(rows), func(i int) {
		if w := s.walks[rows[i].Person]; w != nil {
			w.foresee(s.holes, rows[i].ID, later(rows[i].Due, s.out.From))
		}
	})
	return nil
}

// read makes the people of some rows known.
func (s *foresight) read(rows []*ledger.EnrolmentRow) error {
	var unknown []int64
	for _, r := range rows {
		if s.walks[r.Person] == nil {
			unknown = append(unknown, r.Person)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	people, err := s.t.People(unknown)
	for _, p := range people {
		s.walks[p.ID] = newWalk(s.plan, p)
	}
	return err
}

// onAll calls f for each number below n, on all processors: what f does must
// concern nothing but its number.
func onAll(n int, f func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), 1+n/firstBatch)
	var group sync.WaitGroup
	for first := range workers {
		group.Go(func() {
			for i := first; i < n; i += workers {
				f(i)
			}
		})
	}
	group.Wait()
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
	w := &walk{plan: plan, p: p, told: make([]int, len(p.Enrolments))}
	for i, e := range p.Enrolments {
		w.told[i] = len(e.Done)
	}
	return w
}

// forget forgets a person of whom nothing more comes, but for how they count at
// their company from now on.
func (s *foresight) forget(w *walk, as counted) {
	if s.atOnce > 0 {
		s.left[w.p.ID] = as
		s.recount(w.p.ID, as)
	}
	delete(s.walks, w.p.ID)
}
