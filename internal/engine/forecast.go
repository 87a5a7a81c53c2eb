package engine

import (
	"cmp"
	"container/heap"
	"context"
	"errors"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Forecast is what goes out, and when, if nobody answers.
type Forecast struct {
	From      time.Time     `json:"from"`
	To        time.Time     `json:"to"`
	Paused    string        `json:"paused,omitempty"` // why all sending is paused: the times are as if it went on now
	OwnerAway time.Time     `json:"owner_away,omitzero"`
	Mailboxes []LaneSummary `json:"mailboxes"`
	// Stranded waits in mailboxes that the configuration doesn't have.
	Stranded  []ledger.Stranded `json:"stranded,omitempty"`
	Mails     []Planned         `json:"mails"`   // by their time
	Tasks     []Task            `json:"tasks"`   // what is the owner's to do, by its time
	Wakeups   []Wakeup          `json:"wakeups"` // who comes back from an absence or a snooze, by its time
	Skips     []Skip            `json:"skips"`   // steps that would be passed over, by their time
	Stops     []Stop            `json:"stops"`   // who would be held or end on the way
	Held      []Stop            `json:"held"`    // who is held now, the newest first; at most heldListed
	HeldTotal int               `json:"held_total"`
	Unchecked int               `json:"unchecked"` // people in it whose past with the mailbox wasn't looked at yet
	// Holidays are the countries (ISO 3166-1 alpha-2) that mails of it go to and
	// whose public holidays aren't known, or not all, by their code. An empty code
	// is for those of whom no country is known.
	Holidays []HolidayGap `json:"holidays_not_known"`
}

// HolidayGap is a country of which not all public holidays are known.
type HolidayGap struct {
	Country string `json:"country"`
	Moon    bool   `json:"moon"` // only those aren't that follow the moon
	Mails   int    `json:"mails"`
}

// gapOf is what isn't known of the holidays that a window keeps; ok is false
// where all are.
func gapOf(w sequences.Window, z sequences.Zones) (gap HolidayGap, ok bool) {
	country, somewhere := w.HolidaysIn(z)
	if country == "" && somewhere {
		return gap, false
	}
	known := sequences.HolidaysOf(country)
	return HolidayGap{Country: country, Moon: known == sequences.HolidaysInPart}, known != sequences.HolidaysKnown
}

// LaneSummary is what one mailbox has to do in a forecast.
type LaneSummary struct {
	Name    string `json:"name"`
	Zone    string `json:"zone"`
	Live    bool   `json:"live"`    // where it isn't, the times are as if it were
	Mails   int    `json:"mails"`   // of the forecast
	Waiting int    `json:"waiting"` // mails that are due in its time and find no room in it
	// Breaker is why the mailbox is paused until its owner resumes it, which the
	// times take to be now; "" where it isn't.
	Breaker string `json:"breaker,omitempty"`
}

// Whom says of whom a forecast tells, and of which step.
type Whom struct {
	Person   int64  `json:"person"`
	Name     string `json:"name"`
	Company  string `json:"company,omitempty"`
	Address  string `json:"address"`
	Sequence string `json:"sequence"`
	Step     string `json:"step,omitempty"`
}

// Planned is one mail of a forecast.
type Planned struct {
	At     time.Time        `json:"at"`
	Due    time.Time        `json:"due"` // when its time comes; what lies between is in Pushed
	Pushed []sequences.Code `json:"pushed,omitempty"`
	Whom
	Enrolment int64  `json:"enrolment"`
	Value     string `json:"value,omitempty"`
	Mailbox   string `json:"mailbox"`
	Live      bool   `json:"live"`
	// Approval is what it needs from the owner before it goes out; the time is as
	// if that came at once.
	Approval sequences.Approval `json:"approval,omitempty"`
	First    bool               `json:"first"`
	Zone     string             `json:"zone"` // the prospect's
	Prospect *time.Location     `json:"-"`
	Holder   *time.Location     `json:"-"` // the mailbox's zone
}

// Stop is where somebody's sequence stands, or would come to stand.
type Stop struct {
	At time.Time `json:"at"`
	Whom
	State sequences.State  `json:"state"`
	Why   sequences.Reason `json:"why"`
}

// heldListed is how many of those held are named.
const heldListed = 200

// Forecast plays everyone's sequences forward for a span, with the very
// functions that decide in earnest, as if nobody answered, every server took
// every mail, and the owner did each task when it comes. Where a mailbox isn't live or
// all sending is paused, it is played as if it went on now. Nothing is kept.
func (e *Engine) Forecast(ctx context.Context, span time.Duration) (Forecast, error) {
	var f Forecast
	err := e.ledger.Read(ctx, func(t *ledger.Tx) error {
		s, err := newForesight(e, t, e.now().UTC(), span)
		if err != nil {
			return err
		}
		err = s.run()
		if err = errors.Join(err, s.receiveAll()); err != nil { // nothing of it goes on behind our back
			return err
		}
		f, err = s.told()
		return err
	})
	return f, err
}

// foresight is a forecast in the making.
type foresight struct {
	engine *Engine
	t      *ledger.Tx
	plan   sequences.Plan // as if the owner said yes to everything at once
	asked  sequences.Plan // as it is
	out    Forecast
	lanes  map[string]*lane
	rows   []ledger.EnrolmentRow // by due
	onto   []*column             // where each row belongs
	later  moments
	at     time.Time       // the moment that is played
	walks  map[int64]*walk // by person; those that were looked at and go on
	holes  *holes

	throttled  bool               // some mailbox has a limit for domains
	domains    map[string]*sentTo // by name; those that were asked of
	suppressed suppressions

	atOnce      int                  // the widest limit for a company; 0: none has one
	companies   map[string]*company  // by domain; those that were asked of
	companiesOf map[int64][]*company // by person
	left        map[int64]counted    // people who were forgotten, where there is a limit
	rowOf       map[int64]int        // by enrolment
	arrived     int                  // the time of so many rows has come
	looked      map[int64]bool       // enrolments whose row was read, where there is a limit
	early       map[int64]bool       // enrolments whose row is read as soon as its time comes

	gaps map[HolidayGap]int // countries whose holidays aren't known, and how many mails go there
}

func newForesight(e *Engine, t *ledger.Tx, now time.Time, span time.Duration) (*foresight, error) {
	s := &foresight{engine: e, t: t, asked: e.Rules().Plan, plan: e.Rules().Plan.Approved(), lanes: map[string]*lane{}, walks: map[int64]*walk{}, holes: newHoles(e), domains: map[string]*sentTo{}, at: now,
		out: Forecast{From: now, To: now.Add(span), Mailboxes: []LaneSummary{}, Mails: []Planned{}, Tasks: []Task{}, Wakeups: []Wakeup{}, Skips: []Skip{}, Stops: []Stop{}, Held: []Stop{}}}
	s.atOnce, s.companies, s.companiesOf = mostAtOnce(s.plan), map[string]*company{}, map[int64][]*company{}
	s.left, s.looked, s.early = map[int64]counted{}, map[int64]bool{}, map[int64]bool{}
	s.gaps = map[HolidayGap]int{}
	for _, b := range e.mailboxes {
		state, err := b.state(t, now)
		if err != nil {
			return nil, err
		}
		if state.Sent, err = t.SentTimes(b.Name, now.Add(-capsLookBack)); err != nil {
			return nil, err
		}
		if state.Paused != "" {
			s.out.Paused = state.Paused
		}
		if state.OwnerAway.After(now) {
			s.out.OwnerAway = state.OwnerAway
		}
		state.Live, state.Paused = true, ""
		breaker := ""
		if state.Breaker.Until.IsZero() {
			breaker, state.Breaker = state.Breaker.Text, sequences.Reason{}
		}
		s.lanes[b.Name] = newLane(s, b, state, breaker)
		s.throttled = s.throttled || b.Limits.PerDomain != sequences.DomainLimit{} || b.Limits.PerProvider != sequences.DomainLimit{}
	}
	var known []string
	for _, b := range e.mailboxes {
		known = append(known, b.Name)
	}
	var err error
	if s.out.Stranded, err = t.Stranded(known); err != nil {
		return nil, err
	}
	if s.suppressed, err = t.SuppressionList(); err != nil {
		return nil, err
	}
	err = t.Moving(s.out.To, func(r ledger.EnrolmentRow) error {
		if r.Due.IsZero() || r.State == sequences.StateTask {
			r.Due = r.Since // it is in the outbox since then, or the owner's to do
		}
		s.rows = append(roomFor(s.rows), r)
		return nil
	})
	if err == nil {
		err = s.follow(e.Rules().Hash)
	}
	slices.SortFunc(s.rows, func(a, b ledger.EnrolmentRow) int {
		if c := a.Due.Compare(b.Due); c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	s.lineUp()
	return s, err
}

// roomFor doubles the room of a full list: to grow by a quarter, as append does,
// takes long where there are a hundred thousand.
func roomFor[T any](list []T) []T {
	if len(list) == cap(list) {
		return slices.Grow(list, len(list)+1)
	}
	return list
}

// lineUp puts each row into its column.
func (s *foresight) lineUp() {
	columns := map[*lane]map[line]*column{}
	s.onto = make([]*column, len(s.rows))
	for i := range s.rows {
		r := &s.rows[i]
		l := s.lanes[r.Mailbox]
		if l == nil {
			continue
		}
		if columns[l] == nil {
			columns[l] = map[line]*column{}
		}
		c := columns[l][lineOf(r)]
		if c == nil {
			c = &column{line: lineOf(r)}
			columns[l][c.line] = c
			l.columns = append(l.columns, c)
		}
		c.rows = append(c.rows, r)
		s.onto[i] = c
	}
}

// run takes in moments in their order; each mailbox sends what it may then.
func (s *foresight) run() error {
	for {
		at, ok := s.nextMoment()
		if !ok || at.After(s.out.To) {
			return nil
		}
		s.at = at
		if err := s.arrive(at); err != nil {
			return err
		}
		for len(s.later) > 0 && !s.later[0].at.After(at) {
			m := heap.Pop(&s.later).(moment)
			m.lane.stirred = true
			if m.aside != nil {
				if err := m.lane.back(m.aside); err != nil {
					return err
				}
			}
			if m.waiting != nil {
				if _, err := m.lane.place(m.waiting); err != nil {
					return err
				}
			}
		}
		for _, b := range s.engine.mailboxes {
			if err := s.lanes[b.Name].serve(); err != nil {
				return err
			}
		}
	}
}

// arrive takes in the rows whose time has come.
func (s *foresight) arrive(at time.Time) error {
	for ; s.arrived < len(s.rows) && !s.rows[s.arrived].Due.After(at); s.arrived++ {
		r, c := &s.rows[s.arrived], s.onto[s.arrived]
		if c == nil {
			continue
		}
		l := s.lanes[r.Mailbox]
		l.arrive(c)
		if s.early[r.ID] {
			if _, err := l.meet(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// nextMoment is when something happens next.
func (s *foresight) nextMoment() (at time.Time, ok bool) {
	if s.arrived < len(s.rows) {
		at, ok = s.rows[s.arrived].Due, true
		if at.Before(s.out.From) {
			at = s.out.From
		}
	}
	if len(s.later) > 0 && (!ok || s.later[0].at.Before(at)) {
		at, ok = s.later[0].at, true
	}
	return at, ok
}

// wake brings a lane, and perhaps somebody who waits, at a later moment.
func (s *foresight) wake(l *lane, w *waiting, at time.Time) {
	s.keep(moment{at: at, lane: l, waiting: w})
}

// keep has a moment come, in the span of the forecast.
func (s *foresight) keep(m moment) {
	if m.at.IsZero() || m.at.After(s.out.To) {
		return
	}
	if m.at.Before(s.at) {
		m.at = s.at
	}
	m.at = m.at.UTC()
	heap.Push(&s.later, m)
}

// stop notes that somebody's sequence would go no further.
func (s *foresight) stop(w *walk, id int64, why sequences.Reason, at time.Time) {
	if e := w.p.Enrolment(id); e != nil {
		s.out.Stops = append(s.out.Stops, stopOf(&w.p, e, why, at))
	}
}

func stopOf(p *sequences.Person, e *sequences.Enrolment, why sequences.Reason, at time.Time) Stop {
	return Stop{At: at, Whom: whom(p, e, e.Step), State: e.State, Why: why}
}

func whom(p *sequences.Person, e *sequences.Enrolment, step string) Whom {
	out := Whom{Person: p.ID, Name: ledger.Name(*p), Company: p.Fields["company"], Sequence: e.Sequence, Step: step}
	if len(p.Addresses) > 0 {
		out.Address = p.Addresses[0]
	}
	return out
}

// told sums up what was seen.
func (s *foresight) told() (Forecast, error) {
	s.leftBehind()
	slices.SortStableFunc(s.out.Stops, func(a, b Stop) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(s.out.Mails, func(a, b Planned) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(s.out.Tasks, func(a, b Task) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(s.out.Wakeups, func(a, b Wakeup) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(s.out.Skips, func(a, b Skip) int { return a.At.Compare(b.At) })
	s.out.Holidays = []HolidayGap{}
	for gap, mails := range s.gaps {
		gap.Mails = mails
		s.out.Holidays = append(s.out.Holidays, gap)
	}
	slices.SortFunc(s.out.Holidays, func(a, b HolidayGap) int { return cmp.Compare(a.Country, b.Country) })
	counts := map[string]int{}
	for _, m := range s.out.Mails {
		counts[m.Mailbox]++
	}
	for _, b := range s.engine.mailboxes {
		s.out.Mailboxes = append(s.out.Mailboxes, LaneSummary{Name: b.Name, Zone: b.Zone.String(), Live: b.Live, Mails: counts[b.Name], Waiting: s.lanes[b.Name].left(), Breaker: s.lanes[b.Name].breaker})
	}
	err := s.t.Halted(heldListed, func(r ledger.EnrolmentRow) error {
		p, err := s.t.Person(r.Person)
		if err != nil {
			return err
		}
		if e := p.Enrolment(r.ID); e != nil {
			s.out.Held = append(s.out.Held, stopOf(&p, e, e.Why, e.Since))
		}
		return nil
	})
	if err != nil {
		return s.out, err
	}
	s.out.HeldTotal, err = s.t.CountHalted()
	return s.out, err
}

// Waits says what a person's mail waits for that is in the outbox; OK where it
// may go out at once, and ok false where none is. Caps, gaps and windows are
// looked at as they are now, and the inbox isn't.
func (e *Engine) Waits(t *ledger.Tx, p *sequences.Person) (why sequences.Reason, ok bool, err error) {
	live := p.Live()
	if live == nil || live.State != sequences.StateQueued {
		return why, false, nil
	}
	b := e.box(live.Mailbox)
	if b == nil {
		return sequences.Reason{Code: sequences.CodeNotPossible, Text: "there is no mailbox " + live.Mailbox + " in the configuration"}, true, nil
	}
	now := e.now().UTC()
	state, err := b.state(t, now)
	if err != nil {
		return why, false, err
	}
	candidate, err := b.candidate(t, ledger.Out{Step: live.Step, NotBefore: live.Due}, p, live)
	return sequences.GateWithoutLook(state, candidate, now), err == nil, err
}
