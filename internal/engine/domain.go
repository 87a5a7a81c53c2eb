package engine

import (
	"container/heap"
	"time"

	"followupd/sequences"
)

// domain is a recipients' domain that has a limit, in a lane of a forecast.
type domain struct {
	*sentTo
	turned map[*queue]*aside // those whom the limit turned away, by their place
}

// sentTo is what went to a domain lately, from whichever mailbox.
type sentTo struct{ at []time.Time } // oldest first

// aside are people of one place and one domain whom its limit turned away. They
// come back one by one: were all of them looked at whenever one may go, a long
// list of people at one provider would take for ever.
type aside struct {
	list  waitings
	comes bool // the first of them is on the way back
}

// domain is what is known of a domain in a lane.
func (l *lane) domain(name string) (*domain, error) {
	if d := l.domains[name]; d != nil {
		return d, nil
	}
	sent, err := l.s.sentTo(name)
	if err != nil {
		return nil, err
	}
	d := &domain{sentTo: sent, turned: map[*queue]*aside{}}
	l.domains[name] = d
	return d, nil
}

// sentTo is what went to a domain, begun with what went there in earnest.
func (s *foresight) sentTo(name string) (*sentTo, error) {
	if known := s.domains[name]; known != nil {
		return known, nil
	}
	at, err := s.t.SentTo(name, s.out.From.Add(-capsLookBack))
	if err != nil {
		return nil, err
	}
	s.domains[name] = &sentTo{at}
	return s.domains[name], nil
}

// countTo notes that a mail went to a domain, where some mailbox has a limit for
// domains: it counts for every mailbox.
func (s *foresight) countTo(name string, at time.Time) error {
	if !s.throttled || name == "" {
		return nil
	}
	to, err := s.sentTo(name)
	if err != nil {
		return err
	}
	to.at = append(lately(to.at, at), at)
	return nil
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
	c.ToDomain = d.at
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
