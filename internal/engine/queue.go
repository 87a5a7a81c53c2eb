package engine

import (
	"container/heap"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// column are the rows of one line in a lane, by when their time comes.
type column struct {
	line    line
	rows    []*ledger.EnrolmentRow
	arrived int    // the time of so many of them has come
	next    int    // the first that wasn't looked at
	ahead   int    // of so many the people are known
	batch   int    // how many are read at once, the next time
	coming  *ahead // those behind them, while they are played
}

func (c *column) order() order { return rowOrder(c.rows[c.next]) }

// place is what a window's opening depends on.
type place struct{ sequence, step, zone, country string }

// queue holds those of one place, in the order in which they may go.
type queue struct {
	spot   *openings
	window sequences.Window
	zones  sequences.Zones
	list   waitings
	open   bool      // as of the moment that was looked at last
	until  time.Time // it stays so; zero: for ever
	inOpen int       // its index among the queues that are open, -1 where it isn't
}

// spot is a step of a sequence, and openings how many of its places are open.
type spot struct{ sequence, step string }

type openings struct{ open int }

// spot is the queue of the place at which somebody's next mail waits.
func (l *lane) spot(e *sequences.Enrolment, c sequences.Candidate) *queue {
	key := place{sequence: e.Sequence, step: e.Step, zone: c.Zones.Prospect.String(), country: c.Zones.Country}
	q := l.places[key]
	if q != nil {
		return q
	}
	at := spot{e.Sequence, e.Step}
	if l.spots[at] == nil {
		l.spots[at] = &openings{}
	}
	q = &queue{spot: l.spots[at], window: c.Window, zones: c.Zones, inOpen: -1}
	l.places[key] = q
	l.look(q, l.s.at)
	return q
}

// look says whether the window of a queue is open at a moment, and until when.
func (l *lane) look(q *queue, at time.Time) {
	if q.open {
		q.spot.open--
	}
	turns := &l.closed
	if q.open = q.window.Contains(at, q.zones); q.open {
		q.spot.open++
		q.until, turns = q.window.End(at, q.zones), &l.turns
	} else {
		q.until = q.window.Next(at, q.zones)
	}
	if !q.until.IsZero() {
		heap.Push(turns, q)
	}
	l.settle(q)
}

// turn looks again at the queues whose windows opened or closed by a moment;
// moments only go on.
func (l *lane) turn(at time.Time) {
	for _, turns := range []*byTurn{&l.turns, &l.closed} {
		for q := firstOf(*turns); q != nil && !at.Before(q.until); q = firstOf(*turns) {
			heap.Pop(turns)
			l.look(q, at)
		}
	}
}

// settle puts a queue where it belongs among those that are open.
func (l *lane) settle(q *queue) {
	switch belongs := q.open && len(q.list) > 0; {
	case belongs && q.inOpen < 0:
		heap.Push(&l.open, q)
	case belongs:
		heap.Fix(&l.open, q.inOpen)
	case q.inOpen >= 0:
		heap.Remove(&l.open, q.inOpen)
	}
}

// firstOf is the first queue of a heap, nil where there is none.
func firstOf[H ~[]*queue](h H) *queue {
	if len(h) == 0 {
		return nil
	}
	return h[0]
}

// byHead is a heap of queues, by who comes first in them.
type byHead []*queue

func (h byHead) Len() int           { return len(h) }
func (h byHead) Less(i, j int) bool { return h[i].list[0].before(h[j].list[0].order) }
func (h byHead) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].inOpen, h[j].inOpen = i, j
}
func (h *byHead) Push(x any) {
	q := x.(*queue)
	q.inOpen = len(*h)
	*h = append(*h, q)
}
func (h *byHead) Pop() any {
	q := cutLast(h)
	q.inOpen = -1
	return q
}

// byTurn is a heap of queues, by when their window opens or closes.
type byTurn []*queue

func (h byTurn) Len() int           { return len(h) }
func (h byTurn) Less(i, j int) bool { return h[i].until.Before(h[j].until) }
func (h byTurn) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *byTurn) Push(x any)        { *h = append(*h, x.(*queue)) }
func (h *byTurn) Pop() any          { return cutLast(h) }
