package engine

import (
	"container/heap"
	"slices"
	"time"

	"followupd/sequences"
)

// domain is a recipients' domain that has a limit, in a lane of a forecast.
type domain struct {
	sent   []time.Time       // what went there lately, oldest first
	turned map[*queue]*aside // those whom the limit turned away, by their place
}

// aside are people of one place and one domain whom its limit turned away. They
// come back one by one: were all of them looked at whenever one may go, a long
// list of people at one provider would take for ever.
type aside struct {
	list  waitings
	comes bool // the first of them is on the way back
}

// domain is what is known of a domain, begun with what went there in earnest, and
// by the other lanes so far.
func (l *lane) domain(name string) (*domain, error) {
	if d := l.domains[name]; d != nil {
		return d, nil
	}
	sent, err := l.s.t.SentTo(name, l.s.out.From.Add(-capsLookBack))
	if err != nil {
		return nil, err
	}
	for _, other := range l.s.lanes {
		if known := other.domains[name]; known != nil && len(known.sent) > len(sent) {
			sent = slices.Clone(known.sent)
		}
	}
	d := &domain{sent: sent, turned: map[*queue]*aside{}}
	l.domains[name] = d
	return d, nil
}

// turnAway has somebody of a place wait for the limit of their domain.
func (l *lane) turnAway(q *queue, w *waiting, why sequences.Reason) {
	d := l.domains[w.candidate.Domain]
	a := d.turned[q]
	if a == nil {
		a = &aside{}
		d.turned[q] = a
	}
	l.turned++
	w.push(why.Code)
	heap.Push(&a.list, w)
	l.comeBack(a, why.Until)
}

// letNext has the next of those come back whom a domain's limit turned away,
// once somebody else of the place had their turn.
func (l *lane) letNext(q *queue, c sequences.Candidate, at time.Time) {
	d := l.domains[c.Domain]
	if d == nil || d.turned[q] == nil || len(d.turned[q].list) == 0 {
		return
	}
	c.ToDomain = d.sent
	if r := sequences.GateDomain(l.state, c, at); !r.Allows() {
		at = r.Until
	}
	l.comeBack(d.turned[q], at)
}

func (l *lane) comeBack(a *aside, at time.Time) {
	if !a.comes {
		a.comes = true
		l.s.keep(moment{at: at, lane: l, aside: a})
	}
}

// back puts the first of those who were turned away into the lane again.
func (l *lane) back(a *aside) error {
	a.comes = false
	if len(a.list) == 0 {
		return nil
	}
	w := heap.Pop(&a.list).(*waiting)
	w.free = l.s.at
	_, err := l.place(w)
	return err
}
