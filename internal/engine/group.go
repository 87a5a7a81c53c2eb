package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// mostGathered is how many announcements one mail holds at most.
const mostGathered = 20

// Group is what one mail tells the owner of several announcements.
type Group struct {
	Key       string // one for one group
	Mailbox   string
	Recipient string
	List      []Announcement // at least two
	At        time.Time
}

// gathers says what an announcement is among those that may share a mail. What
// the owner has just said themselves never waits.
func gathers(a Announcement) ledger.Gather {
	switch {
	case a.Wants != nil:
		return ledger.GatherYes
	case a.Entry.Event.Kind == sequences.EvOrder:
		return ledger.GatherNever
	case a.Entry.Event.Kind != sequences.EvMail:
		return ledger.GatherNews
	}
	switch a.Notice {
	case sequences.NoticeAnswer, sequences.NoticeLater, sequences.NoticeDoubt, sequences.NoticeColleague:
		return ledger.GatherAnswer
	}
	return ledger.GatherNews
}

// tellAt decides when the owner is told of something, and why then. The first
// answer goes at once, and the first news; what follows within the window goes
// together when it ends. News never makes an answer wait, and what waits goes
// along with whatever goes before it (see Engine.gather).
func tellAt(what ledger.Gather, lately ledger.Lately, window time.Duration, now time.Time) (at time.Time, reason string) {
	last, waits := lately.Told, lately.Waits
	if what == ledger.GatherAnswer {
		last, waits = lately.ToldAnswer, lately.WaitsAnswer
	}
	switch {
	case what == ledger.GatherNever:
		return now, "it goes alone"
	case window <= 0:
		return now, "nothing is gathered"
	case waits.After(now) && !waits.After(now.Add(window)): // later ones were set by a clock that was wrong
		return waits, "it goes with what waits already"
	case !last.IsZero() && now.Before(last.Add(window)):
		return last.Add(window), "the owner was told of something just before"
	}
	return now, "it is the first for a while"
}

// gatherLater sets when a mail to the owner goes out.
func (e *Engine) gatherLater(t *ledger.Tx, a Announcement, m *ledger.OwnerMail) error {
	var window time.Duration
	if b := e.box(a.Mailbox); b != nil {
		window = b.Handover.Group
	}
	if m.Gather = gathers(a); window == 0 {
		m.Gather = ledger.GatherNever
	}
	lately, err := t.Lately(m.Mailbox, m.Recipient, m.Gather, m.CreatedAt)
	if err != nil {
		return fmt.Errorf("what the owner was told lately: %w", err)
	}
	at, reason := tellAt(m.Gather, lately, window, m.CreatedAt)
	if m.DueAt = at; at.After(m.CreatedAt) {
		e.log.Info("the owner is told later", "notice", m.Notice, "person", known(a.Person), "at", at, "reason", reason)
	}
	return nil
}

// gather puts what is due and what waits into one mail, where there are several.
// What can't be put together goes out one by one, each when it is due.
func (e *Engine) gather(ctx context.Context) error {
	var open []ledger.OwnerMail
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		open, err = t.ToGather(e.now())
		return err
	})
	if err != nil {
		return fmt.Errorf("find what can be told together: %w", err)
	}
	for len(open) > 0 {
		n := 1
		for n < len(open) && n < mostGathered && open[n].Mailbox == open[0].Mailbox && open[n].Recipient == open[0].Recipient && (open[n].Gather == ledger.GatherYes) == (open[0].Gather == ledger.GatherYes) {
			n++
		}
		if n > 1 || maySettle(sequences.Notice(open[0].Notice)) {
			if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return e.gatherOne(t, open[:n]) }); err != nil {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				e.log.Error("the owner can't be told of several things at once; it is done one by one", "first", open[0].ID, "mails", n, "error", err)
			}
		}
		open = open[n:]
	}
	return nil
}

func (e *Engine) gatherOne(t *ledger.Tx, mails []ledger.OwnerMail) error {
	g := Group{Mailbox: mails[0].Mailbox, Recipient: mails[0].Recipient, At: e.now()}
	var members, moot, off []ledger.OwnerMail
	what := ledger.GatherNews
	for _, m := range mails {
		a, err := e.announcedBy(t, m)
		if err == nil && m.Gather == ledger.GatherYes {
			err = e.wanted(t, &a, m.Asks)
		}
		if err == nil && a.settled() {
			off = append(off, m)
			continue
		}
		if errors.Is(err, errMoot) {
			moot = append(moot, m)
			continue
		}
		if errors.Is(err, ledger.ErrNotFound) {
			continue // nothing is known of it any more; the mail itself goes out as it is
		}
		if err != nil {
			return fmt.Errorf("mail %d: %w", m.ID, err)
		}
		g.List, members = append(g.List, a), append(members, m)
		if m.Gather != ledger.GatherNews {
			what = m.Gather
		}
	}
	if err := t.Untell(off); err != nil {
		return err
	}
	if len(members) == 1 && len(moot) > 0 {
		return t.Moot(moot, members[0].Key)
	}
	if len(members) < 2 {
		return nil
	}
	// Of the first that it tells of: no other group ever does.
	g.Key = fmt.Sprintf("group:%d", members[0].ID)
	group, err := e.herald.Group(t, g)
	if err != nil {
		return err
	}
	group.Gather = what
	if err := t.Gathered(group, members); err != nil {
		return err
	}
	return t.Moot(moot, group.Key)
}

// maySettle says whether a matter may be settled before the owner is told of it,
// so that nothing is left to tell.
func maySettle(n sequences.Notice) bool {
	switch n {
	case sequences.NoticeTask, sequences.NoticeProblem, sequences.NoticeHistory, sequences.NoticeUncertain:
		return true
	}
	return false
}

// settled says whether what is announced is over: a task is done or off, what was
// held goes on or ended, it is known whether a mail went out.
func (a *Announcement) settled() bool {
	e := a.Person.Enrolment(a.Enrolment)
	if !maySettle(a.Notice) || e == nil {
		return a.Notice == sequences.NoticeTask
	}
	if a.Notice == sequences.NoticeUncertain {
		return !e.Uncertain
	}
	stands, moved := false, a.Notice == sequences.NoticeTask
	for _, f := range a.Entry.Facts {
		if f.Kind == sequences.FactMoved && f.Enrolment == e.ID && f.Move != nil {
			moved = true
			stands = stands || f.Move.State == e.State && f.Move.Step == e.Step && f.Move.At.Equal(e.Since)
		}
	}
	return moved && !stands
}

// errMoot says that nobody needs to be asked any more.
var errMoot = errors.New("the mail waits for no yes any more")

// wanted fills in the mail that a yes is wanted for, where it is still the very
// one that was asked about; ErrNotFound where it is another, errMoot where none
// waits.
func (e *Engine) wanted(t *ledger.Tx, a *Announcement, asks string) error {
	p := &a.Person
	enrolment := p.Live()
	if enrolment == nil || enrolment.ID != a.Enrolment || !enrolment.Awaits() || enrolment.Why.Code != sequences.CodeApproval || p.Turn != nil || len(p.Addresses) == 0 {
		return errMoot
	}
	l, err := e.compose(t, p, enrolment, enrolment.Step, e.now())
	var hole *holeError
	if errors.As(err, &hole) {
		return ledger.ErrNotFound
	}
	if err != nil {
		return err
	}
	if question(p, enrolment, &l) != asks {
		return ledger.ErrNotFound
	}
	a.Wants = &Wanted{To: p.Addresses[0], Subject: l.Subject, Text: l.Text, asks: asks}
	return nil
}

// announcedBy is what a mail to the owner announces, with the person as they are
// by now.
func (e *Engine) announcedBy(t *ledger.Tx, m ledger.OwnerMail) (Announcement, error) {
	entry, err := t.EntryOf(m.Event)
	if err != nil {
		return Announcement{}, err
	}
	p, err := t.Person(m.Person)
	if err != nil {
		return Announcement{}, err
	}
	for _, effect := range entry.Effects {
		if effect.Kind == sequences.EffNotify && string(effect.Notice) == m.Notice {
			return e.announcement(t, effect, entry, p)
		}
	}
	return Announcement{}, ledger.ErrNotFound
}
