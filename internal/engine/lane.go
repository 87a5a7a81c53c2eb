package engine

import (
	"container/heap"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// looksAhead is how many people of one mailbox are looked at for nothing, for
// the window where they live is closed, before the others are taken to live
// where those do, and to come after those who were looked at: a hundred
// thousand are too many to look at. looksOnce is how many are looked at from
// then on to find one whose window is open.
const (
	looksAhead = 2000
	looksOnce  = 200
	// turnsOnce is how many are turned away at one moment by the limit of their
	// domain, once looksAhead were: where nearly all are at one provider, it is
	// taken to be all.
	turnsOnce = 20
)

// lane is one mailbox in a forecast. Those whose time has come wait in it in
// the order in which they may go: unread rows first come, first served, and
// those who were looked at by the place that their window goes by.
type lane struct {
	s       *foresight
	box     *box
	state   sequences.MailboxState
	columns []*column // those that have rows, in no order
	places  map[place]*queue
	open    byHead // queues whose window is open and in which somebody waits
	turns   byTurn // queues whose window is open, by when it closes
	closed  byTurn // queues whose window is closed, by when it opens
	spots   map[spot]*openings
	unread  int                // rows whose time has come
	queued  int                // people in queues
	domains map[string]*domain // those that have a limit
	breaker string             // why it is paused until its owner resumes it
	turned  int                // people whom the limit of their domain turned away
	vain    int                // people who were looked at while their window was closed
	stays   []stay             // what stood in the way of the whole mailbox
	woken   time.Time          // when it is to be looked at again
	// stirred says that something came into the lane, or that a wait is over.
	stirred bool
}

func newLane(s *foresight, b *box, state sequences.MailboxState, breaker string) *lane {
	return &lane{s: s, box: b, state: state, breaker: breaker, places: map[place]*queue{}, spots: map[spot]*openings{}, domains: map[string]*domain{}}
}

// stay is a span in which one reason kept a mailbox waiting.
type stay struct {
	code        sequences.Code
	from, until time.Time
	last        time.Time // the latest until of it and those before it
}

// order is where somebody stands in a lane: follow-ups before first mails,
// then by when their time came.
type order struct {
	first bool
	due   time.Time
	id    int64
}

func (o order) before(p order) bool {
	if o.first != p.first {
		return !o.first
	}
	if c := o.due.Compare(p.due); c != 0 {
		return c < 0
	}
	return o.id < p.id
}

// waiting is one person whose mail waits to go out, or who waits for a moment.
type waiting struct {
	order
	walk      *walk
	enrolment int64
	queued    bool
	whole     bool // its mail was looked at, and has no hole
	candidate sequences.Candidate
	pushed    []sequences.Code // what pushed this person alone
	free      time.Time        // when that was over
}

// push notes what pushed somebody, once.
func (w *waiting) push(code sequences.Code) {
	if !slices.Contains(w.pushed, code) {
		w.pushed = append(w.pushed, code)
	}
}

// line is whose rows are looked at together: their window is the same but for
// where they live.
type line struct {
	sequence, step string
	first          bool
}

func lineOf(r *ledger.EnrolmentRow) line { return line{r.Sequence, r.Step, r.First} }

// arrive counts a row whose time has come.
func (l *lane) arrive(c *column) {
	c.arrived++
	l.unread++
	l.stirred = true
}

// head is the column whose first row comes first of all that are worth reading
// now, nil when there is none.
func (l *lane) head() *column {
	var head *column
	for _, c := range l.columns {
		for c.next < c.arrived && l.s.looked[c.rows[c.next].ID] { // out of their turn
			c.next++
		}
		if c.next < c.arrived && (head == nil || c.order().before(head.order())) && l.worthReading(c) {
			head = c
		}
	}
	return head
}

func rowOrder(r *ledger.EnrolmentRow) order { return order{first: r.First, due: r.Due, id: r.ID} }

// read looks at the person of a column's first row, and puts them where they
// wait.
func (l *lane) read(c *column) (*queue, error) {
	if err := l.s.readAhead(c); err != nil {
		return nil, err
	}
	r := c.rows[c.next]
	c.next++
	return l.meet(r)
}

// meet looks at the person of a row for the first time.
func (l *lane) meet(r *ledger.EnrolmentRow) (*queue, error) {
	l.unread--
	if l.s.atOnce > 0 {
		l.s.looked[r.ID] = true
	}
	w, err := l.s.known(r.Person)
	if err != nil {
		return nil, err
	}
	if e := w.p.Enrolment(r.ID); e == nil || !e.Checked {
		l.s.out.Unchecked++
	}
	return l.place(&waiting{order: rowOrder(r), walk: w, enrolment: r.ID})
}

// place brings somebody's moment; where a mail of theirs waits then, they
// stand in the queue of their place.
func (l *lane) place(w *waiting) (*queue, error) {
	if w.queued {
		return l.line(w), nil
	}
	q, err := l.play(w)
	l.s.moved(w.walk)
	return q, err
}

func (l *lane) play(w *waiting) (*queue, error) {
	now := w.due
	if now.Before(l.s.out.From) {
		now = l.s.out.From
	}
	for {
		var before sequences.Enrolment
		if e := w.walk.p.Enrolment(w.enrolment); e != nil {
			before = *e
		}
		queued, why := w.walk.come(w.enrolment, now)
		e := w.walk.p.Enrolment(w.enrolment)
		l.s.wokeUp(w.walk, before, now)
		l.s.passedOver(w.walk, w.enrolment)
		if e != nil && e.State == sequences.StateTask {
			l.s.task(w.walk, e, now)
			w.walk.finish(now)
			if e = w.walk.p.Enrolment(w.enrolment); e.State.Moving() && !e.Due.After(now) {
				continue
			}
		}
		switch {
		case e == nil || e.Uncertain:
			return nil, nil
		case queued:
			if before.State != sequences.StateQueued && before.State != sequences.StateSending { // it is put into the outbox now, which no hole is
				if why, err := l.s.gap(w.walk, e, now); err != nil || !why.Allows() {
					l.halt(w, why, now)
					return nil, err
				}
				w.whole = true
			}
			w.queued, w.first = true, e.FirstMail()
			w.candidate = candidateOf(l.s.plan, &w.walk.p, e, e.Step, e.Due)
			return l.line(w), nil
		case !e.State.Moving():
			l.s.stop(w.walk, e.ID, e.Why, now)
			l.s.begin(w.walk)
			return nil, nil
		case !e.Due.After(now):
			l.s.stop(w.walk, e.ID, why, now)
			return nil, nil
		}
		w.order = order{first: e.FirstMail(), due: e.Due, id: e.ID}
		if e.Due.After(l.s.at) {
			l.spot(e, candidateOf(l.s.plan, &w.walk.p, e, e.Step, time.Time{}))
			l.s.wake(l, w, e.Due)
			return nil, nil
		}
		now = e.Due
	}
}

// line puts somebody into the queue of their place.
func (l *lane) line(w *waiting) *queue {
	q := l.spot(w.walk.p.Enrolment(w.enrolment), w.candidate)
	heap.Push(&q.list, w)
	l.queued++
	l.settle(q)
	return q
}

// take is the first of a queue, who leaves it.
func (l *lane) take(q *queue) *waiting {
	w := heap.Pop(&q.list).(*waiting)
	l.queued--
	l.settle(q)
	return w
}

// serve sends what may go out now, and says when to look again.
func (l *lane) serve() error {
	if !l.stirred {
		return nil
	}
	l.stirred = false
	at, before := l.s.at, l.turned
	for l.unread+l.queued > 0 {
		l.state.OwnerAway = l.s.engine.ownerAway(at)
		if r := sequences.GateWithoutLook(l.state, anyone(), at); !r.Allows() {
			l.stay(r, at)
			return nil
		}
		q, err := l.best(at)
		if err != nil {
			return err
		}
		if q == nil {
			l.sleep()
			return nil
		}
		w := l.take(q)
		switch r, err := l.gate(w, at); {
		case err != nil:
			return err
		case r.Code == sequences.CodeCapDomain || r.Code == sequences.CodeDomainGap:
			l.turnAway(q, w, r)
			if l.turned >= looksAhead && l.turned-before >= turnsOnce {
				return nil // those who come back stir the lane
			}
			continue
		case r.Code == sequences.CodeCompanyFull:
			l.standBehind(w, r)
		case r.Allows():
			if err := l.send(w, at); err != nil {
				return err
			}
		case !r.Until.IsZero():
			w.push(r.Code)
			w.free = r.Until
			l.s.wake(l, w, r.Until)
		default:
			l.halt(w, r, at)
		}
		l.letNext(q, w.candidate, at)
	}
	return nil
}

// halt has somebody's sequence wait for the owner: it goes no further here.
func (l *lane) halt(w *waiting, why sequences.Reason, at time.Time) {
	l.s.stop(w.walk, w.enrolment, why, at)
	var now counted
	if e := w.walk.p.Enrolment(w.enrolment); e != nil && why.Code == sequences.CodeHole {
		now = countedAs(e.ID, e.At, sequences.StateHeld, e.FirstMail())
	}
	l.s.forget(w.walk, now)
}

// gate says whether somebody's mail may go out, and can be made at all.
func (l *lane) gate(w *waiting, at time.Time) (sequences.Reason, error) {
	e := w.walk.p.Enrolment(w.enrolment)
	var err error
	if w.candidate, err = l.box.unthrottled(l.s.suppressed, ledger.Out{Step: e.Step, NotBefore: e.Due}, &w.walk.p, e); err != nil {
		return sequences.Reason{}, err
	}
	if company := &w.candidate.Company; company.AtOnce > 0 {
		c, err := l.s.company(company.Domain)
		if err != nil {
			return sequences.Reason{}, err
		}
		company.Begun, company.Before = c.others(w.walk.p.ID)
	}
	if l.box.throttles(w.candidate) {
		d, err := l.domain(w.candidate.Domain)
		if err != nil {
			return sequences.Reason{}, err
		}
		w.candidate.ToDomain = d.at
	}
	if r := sequences.GateWithoutLook(l.state, w.candidate, at); !r.Allows() {
		return r, nil
	}
	if w.whole {
		return sequences.Reason{Code: sequences.OK}, nil
	}
	return l.s.gap(w.walk, e, at)
}

// gap says whether the mail could not be made that somebody has waiting. Of what
// shape it is was told where their moment was foreseen.
func (s *foresight) gap(w *walk, e *sequences.Enrolment, now time.Time) (sequences.Reason, error) {
	if c := w.then; c != nil && c.enrolment == e.ID {
		return s.holes.ofShape(c.shape, c.shaped, &w.p, e, now)
	}
	return s.holes.hole(&w.p, e, now)
}

// anyone is a mail that nothing stands in the way of but its mailbox.
func anyone() sequences.Candidate {
	return sequences.Candidate{State: sequences.StateQueued, Window: sequences.Window{Always: true}}
}

// best is the queue with the one who comes first of all whose window is open.
func (l *lane) best(at time.Time) (*queue, error) {
	l.turn(at)
	for looks := 0; ; looks++ {
		best, c := firstOf(l.open), l.head()
		if c == nil || best != nil && best.list[0].before(c.order()) || l.vain >= looksAhead && (best != nil || looks == looksOnce) {
			return best, nil
		}
		q, err := l.read(c)
		switch {
		case err != nil:
			return nil, err
		case q == nil || !q.open:
			l.vain++
		}
	}
}

// worthReading says whether the window of a column's rows may be open. Once
// many were looked at in vain, it may where it is for one of those.
func (l *lane) worthReading(c *column) bool {
	if l.vain < looksAhead {
		return true
	}
	o := l.spots[spot{c.line.sequence, c.line.step}]
	return o == nil || o.open > 0
}

// sleep waits until the first window opens.
func (l *lane) sleep() {
	if q := firstOf(l.closed); q != nil {
		l.wake(q.until)
	} else {
		l.wake(time.Time{})
	}
}

// stay notes what stands in the way of the whole mailbox, but for the gap that
// every mail keeps.
func (l *lane) stay(r sequences.Reason, at time.Time) {
	if r.Code != sequences.CodeGap && !l.woken.Equal(r.Until) {
		last := r.Until
		if n := len(l.stays); n > 0 && l.stays[n-1].last.After(last) {
			last = l.stays[n-1].last
		}
		l.stays = append(l.stays, stay{r.Code, at, r.Until, last})
	}
	l.wake(r.Until)
}

func (l *lane) wake(at time.Time) {
	if !l.woken.Equal(at) {
		l.woken = at
		l.s.wake(l, nil, at)
	}
}

// send lets a mail go out, and has the person wait for the next one.
func (l *lane) send(w *waiting, at time.Time) error {
	p := &w.walk.p
	e := p.Enrolment(w.enrolment)
	step, _ := l.s.plan.Sequences[e.Sequence].StepOf(e.Step)
	m := Planned{At: at, Due: w.due, Pushed: l.pushed(w, at), Whom: whom(p, e, e.Step), Enrolment: e.ID,
		Value: step.Value, Mailbox: l.box.Name, Live: l.box.Live, First: w.first,
		Zone: w.candidate.Zones.Prospect.String(), Prospect: w.candidate.Zones.Prospect, Holder: l.box.Zone}
	asked := l.s.asked.Sequences[e.Sequence]
	askedStep, _ := asked.StepOf(e.Step)
	if m.Approval = l.s.asked.ApprovalOf(asked, askedStep, e.Mailbox); m.Approval == sequences.ApprovalNone {
		m.Approval = ""
	}
	gap := l.box.gapForeseen(e) // before the step is behind them
	went := w.walk.sent(w.enrolment, at)
	l.s.passedOver(w.walk, w.enrolment)
	l.s.moved(w.walk)
	if !went { // its day was past meanwhile
		l.s.begin(w.walk)
		return nil
	}
	l.s.out.Mails = append(roomFor(l.s.out.Mails), m)
	if gap, ok := gapOf(w.candidate.Window, w.candidate.Zones); ok {
		l.s.gaps[gap]++
	}
	l.state.Sent = append(lately(l.state.Sent, at), at)
	l.state.Days = l.state.Days.And(at, l.box.Zone)
	l.state.NextAt = at.Add(gap)
	l.s.begin(w.walk)
	return l.s.countTo(w.candidate.Domain, at)
}

// lately drops the moments that no cap counts any more.
func lately(sent []time.Time, now time.Time) []time.Time {
	i, _ := slices.BinarySearchFunc(sent, now.Add(-26*time.Hour), time.Time.Compare)
	return sent[i:]
}

// begin has somebody wait for what comes next for them.
func (s *foresight) begin(w *walk) {
	live := w.p.Live()
	if live == nil || !live.State.Moving() || live.Due.IsZero() || live.Due.After(s.out.To) {
		s.forget(w, w.countedNow())
		return
	}
	if l := s.lanes[live.Mailbox]; l != nil {
		s.wake(l, &waiting{order: order{first: live.FirstMail(), due: live.Due, id: live.ID}, walk: w, enrolment: live.ID}, live.Due)
	}
}

// pushed is what made a mail wait from its due time on: what stood in its own
// way, then in its mailbox's, and a window that closed meanwhile.
func (l *lane) pushed(w *waiting, at time.Time) []sequences.Code {
	codes, from := slices.Clone(w.pushed), w.due
	if w.free.After(from) {
		from = w.free
	}
	first, _ := slices.BinarySearchFunc(l.stays, from, func(s stay, t time.Time) int { // those before were over
		if s.last.After(t) {
			return 1
		}
		return -1
	})
	for _, s := range l.stays[first:] {
		if s.from.Before(at) && s.until.After(from) && !slices.Contains(codes, s.code) {
			codes = append(codes, s.code)
		}
	}
	c := w.candidate
	closed := c.Window.End(from, c.Zones)
	if !slices.Contains(codes, sequences.CodeWindow) && (!c.Window.Contains(from, c.Zones) || !closed.IsZero() && !closed.After(at)) {
		codes = append(codes, sequences.CodeWindow)
	}
	return codes
}

// left counts those who wait in the lane.
func (l *lane) left() int {
	n := l.unread + l.queued
	for _, d := range l.domains {
		for _, a := range d.turned {
			n += len(a.list)
		}
	}
	return n
}

// waitings is a heap of those who wait, by their order.
type waitings []*waiting

func (w waitings) Len() int           { return len(w) }
func (w waitings) Less(i, j int) bool { return w[i].before(w[j].order) }
func (w waitings) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *waitings) Push(x any)        { *w = append(*w, x.(*waiting)) }
func (w *waitings) Pop() any          { return cutLast(w) }

// cutLast takes the last out of a list.
func cutLast[L ~[]T, T any](list *L) T {
	n := len(*list) - 1
	last := (*list)[n]
	*list = (*list)[:n]
	return last
}

// moment is when a lane is to be looked at, and perhaps who comes into it.
type moment struct {
	at      time.Time
	lane    *lane
	waiting *waiting
	aside   *aside // whose first one comes back
}

// moments is a heap of them, the earliest first.
type moments []moment

func (m moments) Len() int           { return len(m) }
func (m moments) Less(i, j int) bool { return m[i].at.Before(m[j].at) }
func (m moments) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }
func (m *moments) Push(x any)        { *m = append(*m, x.(moment)) }
func (m *moments) Pop() any          { return cutLast(m) }
