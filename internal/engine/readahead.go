package engine

import (
	"errors"
	"runtime"
	"sync"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// How many people of a column are read at once: few where few have room, and
// twice as many each time. From manyAtOnce on there are many to come, and the
// next ones are played while these have their turn.
const (
	firstBatch = 16
	mostBatch  = 4096
	manyAtOnce = 256
)

// ahead are people of a column who are read before their turn: one by one takes
// three times as long. What comes first for each of them concerns nobody else,
// and is played then, on all processors and beside what is going on.
type ahead struct {
	upto  int // the row that comes after theirs
	done  chan struct{}
	walks []*walk // theirs, to be touched when it is done
	err   error
}

// readAhead makes sure that the person of a column's next row is known.
func (s *foresight) readAhead(c *column) error {
	for c.next >= c.ahead {
		if c.coming == nil {
			if err := s.fetch(c, c.next); err != nil {
				return err
			}
		}
		if err := s.receive(c); err != nil {
			return err
		}
		if c.batch >= manyAtOnce && c.ahead < len(c.rows) {
			if err := s.fetch(c, c.ahead); err != nil {
				return err
			}
		}
	}
	return nil
}

// fetch reads the people of a column from one of its rows on, and has them
// played.
func (s *foresight) fetch(c *column, from int) error {
	c.batch = min(max(2*c.batch, firstBatch), mostBatch)
	a := &ahead{upto: min(from+c.batch, len(c.rows)), done: make(chan struct{})}
	foresee := func(w *walk, r *ledger.EnrolmentRow) {
		w.foresee(s.holes, r.ID, later(r.Due, s.out.From))
	}
	rows := c.rows[from:a.upto]
	onAll(len(rows), func(i int) {
		if w := s.walks[rows[i].Person]; w != nil { // since an edit that concerns them
			foresee(w, rows[i])
		}
	})
	people, unknown, err := s.unread(rows)
	if err != nil {
		return err
	}
	c.coming = a
	go func() {
		defer close(a.done)
		a.walks, a.err = s.decode(people, func(w *walk) { foresee(w, unknown[w.p.ID]) })
	}()
	return nil
}

// unread are those of some rows who aren't known, and the row of each.
func (s *foresight) unread(rows []*ledger.EnrolmentRow) (ledger.StoredPeople, map[int64]*ledger.EnrolmentRow, error) {
	unknown := make(map[int64]*ledger.EnrolmentRow, len(rows))
	ids := make([]int64, 0, len(rows))
	for _, r := range rows {
		if s.walks[r.Person] == nil && unknown[r.Person] == nil {
			unknown[r.Person] = r
			ids = append(ids, r.Person)
		}
	}
	people, err := s.t.People(ids)
	return people, unknown, err
}

// decode makes the walks of people on all processors, and calls more for each.
func (s *foresight) decode(people ledger.StoredPeople, more func(*walk)) ([]*walk, error) {
	walks, errs := make([]*walk, len(people)), make([]error, len(people))
	onAll(len(people), func(i int) {
		p, err := people.Decode(i)
		if err != nil {
			errs[i] = err
			return
		}
		walks[i] = newWalk(s.plan, p)
		more(walks[i])
	})
	return walks, errors.Join(errs...)
}

// read makes the people of some rows known.
func (s *foresight) read(rows []*ledger.EnrolmentRow) error {
	people, _, err := s.unread(rows)
	if err != nil {
		return err
	}
	walks, err := s.decode(people, func(*walk) {})
	s.meet(walks)
	return err
}

// meet makes people known who aren't yet.
func (s *foresight) meet(walks []*walk) {
	for _, w := range walks {
		if w != nil && s.walks[w.p.ID] == nil {
			s.walks[w.p.ID] = w
		}
	}
}

// receive waits for the people of a column who are played, and makes them known.
func (s *foresight) receive(c *column) error {
	a := c.coming
	if a == nil {
		return nil
	}
	<-a.done
	c.coming, c.ahead = nil, a.upto
	s.meet(a.walks)
	return a.err
}

// receiveAll is receive for all columns.
func (s *foresight) receiveAll() error {
	var errs []error
	for _, l := range s.lanes {
		for _, c := range l.columns {
			errs = append(errs, s.receive(c))
		}
	}
	return errors.Join(errs...)
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
	if s.walks[person] == nil {
		if err := s.receiveAll(); err != nil { // they may be among those
			return nil, err
		}
	}
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
