package sequences

import (
	"fmt"
	"slices"
	"time"
)

// Limits are the caps of one mailbox, as its configuration sets them.
type Limits struct {
	PerHour     int         // mails in any 60 minutes; 0: no cap
	PerDay      int         // mails a day in the mailbox's zone; 0: no cap
	PerPerson   Wait        // at least this long between two mails to one person
	PerDomain   DomainLimit // for what goes to one company's domain
	PerProvider DomainLimit // for what goes to one domain where anybody can have an address
	Ramp        Ramp
}

// DomainLimit bounds what goes from one mailbox to one domain.
type DomainLimit struct {
	PerDay int           // mails a day in the mailbox's zone; 0: no cap
	Gap    time.Duration // at least this long between two mails
}

// Ramp lets a new mailbox begin with few mails a day, and send more each day:
// providers distrust an address that writes to many all of a sudden.
type Ramp struct {
	Start int // mails on the day of its first mail; 0: no ramp
	Add   int // more for each day before on which mails went out
}

// rampDays is for how many days on which mails went out a ramp grows.
const rampDays = 366

// SendingDays are the days in the mailbox's zone on which mails went out.
type SendingDays struct {
	N    int
	Last time.Time // a moment of the last of them at which one did; zero: there is none
}

// Before counts those that came before today.
func (s SendingDays) Before(now time.Time, zone *time.Location) int {
	if today, _ := dayOf(now, zone); s.Last.Before(today) {
		return s.N
	}
	return max(0, s.N-1)
}

// And counts a mail that goes out now.
func (s SendingDays) And(now time.Time, zone *time.Location) SendingDays {
	if today, _ := dayOf(now, zone); s.N == 0 || s.Last.Before(today) {
		s.N++
	}
	s.Last = now
	return s
}

// DaysCounted is how many days of sending are worth counting: with more of them
// the ramp bounds nothing, or grows no further. 0: there is nothing to count.
func (l Limits) DaysCounted() int {
	r, days := l.Ramp, rampDays
	if r.Start <= 0 || r.Add <= 0 || l.PerDay > 0 && r.Start >= l.PerDay {
		return 0
	}
	if l.PerDay > 0 {
		days = min(days, (l.PerDay-r.Start+r.Add-1)/r.Add)
	}
	return days + 1 // the last one may be today
}

// Day is how many mails may go out today, in the mailbox's zone; 0 for any
// number. ramp says that the ramp is what bounds them.
func (l Limits) Day(days SendingDays, now time.Time, zone *time.Location) (n int, ramp bool) {
	if l.Ramp.Start <= 0 {
		return l.PerDay, false
	}
	n = l.Ramp.Start + l.Ramp.Add*min(days.Before(now, zone), rampDays)
	if l.PerDay > 0 && n >= l.PerDay {
		return l.PerDay, false
	}
	return n, true
}

// MailboxState is what Gate must know of a mailbox at one moment.
type MailboxState struct {
	Live      bool
	Paused    string        // why all sending is paused; empty: it isn't
	Breaker   Reason        // why the breaker is open, and until when; the zero value and OK: it is closed
	OwnerAway time.Time     // the owner is away until then; zero: is here
	LastLook  time.Time     // when the last complete look at the inbox began
	Fresh     time.Duration // how old that look may be
	Undecided int           // mails read and not decided on
	Limits    Limits
	Days      SendingDays // looked at where there is a ramp
	Sent      []time.Time // accepted submissions of the last 25 hours, oldest first
	NextAt    time.Time   // end of the gap drawn after the last submission
	Zone      *time.Location
}

// Candidate is a mail that wants to go out.
type Candidate struct {
	State      State
	Step       string
	WantedStep string // the step that the mail was made for
	NotBefore  time.Time
	LastMail   time.Time // our last mail to this person, zero when none
	First      bool      // the enrolment's first mail
	Blocked    string    // a suppressed address, person or domain; empty: none
	Window     Window
	Zones      Zones
	Domain     string      // the recipient's
	Provider   bool        // anybody can have an address at Domain
	ToDomain   []time.Time // submissions to Domain in the last 25 hours, from any mailbox, oldest first
	Company    Company
}

// Gate says whether a mail may be submitted now, across people: OK, or the
// first thing that stands in its way, with the moment at which that may
// change (zero when only someone's doing can change it).
func Gate(m MailboxState, c Candidate, now time.Time) Reason {
	if r := gatePerson(c, now); !r.Allows() {
		return r
	}
	if r := gateMailbox(m, c, now); !r.Allows() {
		return r
	}
	return gateFresh(m, now)
}

// GateWithoutLook is Gate but for the freshness of the inbox: what a look is
// not worth while it stands, and what a forecast may assume.
func GateWithoutLook(m MailboxState, c Candidate, now time.Time) Reason {
	if r := gatePerson(c, now); !r.Allows() {
		return r
	}
	return gateMailbox(m, c, now)
}

func gatePerson(c Candidate, now time.Time) Reason {
	switch {
	case c.Blocked != "":
		return because(CodeSuppressed, c.Blocked+" is on the suppression list")
	case c.State != StateQueued && c.State != StateSending || c.Step != c.WantedStep:
		return because(CodeChanged, "the enrolment has changed since")
	case now.Before(c.NotBefore):
		return wait(CodeNotYet, "an earlier try failed; the next one comes later", c.NotBefore)
	}
	if r := gateCompany(c); !r.Allows() {
		return r
	}
	if !c.Window.Contains(now, c.Zones) {
		return wait(CodeWindow, "it is outside the sequence's window where they are", c.Window.Next(now, c.Zones))
	}
	return because(OK, "")
}

func gateMailbox(m MailboxState, c Candidate, now time.Time) Reason {
	switch {
	case !m.Live:
		return because(CodeNotLive, "the mailbox is not live yet (live: false)")
	case m.Paused != "":
		return because(CodePausedAll, m.Paused)
	case m.Breaker.Code == CodeBreaker && (m.Breaker.Until.IsZero() || now.Before(m.Breaker.Until)):
		return m.Breaker
	case now.Before(m.OwnerAway):
		return wait(CodeOwnerAway, "you are away", m.OwnerAway)
	case now.Before(m.NextAt):
		return wait(CodeGap, "the gap after the last mail is not over", m.NextAt)
	}
	if !c.LastMail.IsZero() {
		if free := m.Limits.PerPerson.After(c.LastMail, c.Zones); now.Before(free) {
			return wait(CodePersonGap, "our last mail to this person is too recent", free)
		}
	}
	if r := gateCaps(m, now); !r.Allows() {
		return r
	}
	return GateDomain(m, c, now)
}

func gateCaps(m MailboxState, now time.Time) Reason {
	if n := m.Limits.PerHour; n > 0 {
		if recent := since(m.Sent, now.Add(-time.Hour+time.Nanosecond)); len(recent) >= n {
			free := recent[len(recent)-n].Add(time.Hour)
			return wait(CodeCapHour, fmt.Sprintf("%d mails went out in the last hour", len(recent)), free)
		}
	}
	zone := m.zone()
	if n, ramp := m.Limits.Day(m.Days, now, zone); n > 0 {
		today, tomorrow := dayOf(now, zone)
		switch sent := len(since(m.Sent, today)); {
		case sent < n:
		case ramp:
			return wait(CodeRamp, fmt.Sprintf("the mailbox is new and may send %s today, more each day", plural(n, "mail", "mails")), tomorrow)
		default:
			return wait(CodeCapDay, fmt.Sprintf("%d mails went out today", sent), tomorrow)
		}
	}
	return because(OK, "")
}

// GateDomain is what Gate says of the recipient's domain.
func GateDomain(m MailboxState, c Candidate, now time.Time) Reason {
	limit := m.Limits.PerDomain
	if c.Provider {
		limit = m.Limits.PerProvider
	}
	if c.Domain == "" || len(c.ToDomain) == 0 {
		return because(OK, "")
	}
	if free := c.ToDomain[len(c.ToDomain)-1].Add(limit.Gap); now.Before(free) {
		return wait(CodeDomainGap, "the last mail to "+c.Domain+" is too recent", free)
	}
	if limit.PerDay > 0 {
		today, tomorrow := dayOf(now, m.zone())
		if sent := len(since(c.ToDomain, today)); sent >= limit.PerDay {
			return wait(CodeCapDomain, fmt.Sprintf("%s went to %s today", plural(sent, "mail", "mails"), c.Domain), tomorrow)
		}
	}
	return because(OK, "")
}

func (m MailboxState) zone() *time.Location {
	if m.Zone == nil {
		return time.UTC
	}
	return m.Zone
}

// dayOf is the midnight before a moment in a zone, and the one after it.
func dayOf(now time.Time, zone *time.Location) (today, tomorrow time.Time) {
	y, m, d := now.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone), time.Date(y, m, d+1, 0, 0, 0, 0, zone)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func gateFresh(m MailboxState, now time.Time) Reason {
	switch {
	case m.Undecided > 0:
		return because(CodeUndecided, fmt.Sprintf("%d mails read and not decided on", m.Undecided))
	case m.LastLook.IsZero() || now.Sub(m.LastLook) > m.Fresh:
		return because(CodeNotFresh, "the inbox was not read right before")
	}
	return because(OK, "")
}

// since are those of some times, oldest first, that are not before a moment.
func since(times []time.Time, from time.Time) []time.Time {
	i, _ := slices.BinarySearchFunc(times, from, time.Time.Compare)
	return times[i:]
}

func wait(code Code, text string, until time.Time) Reason {
	return Reason{Code: code, Text: text, Until: until.UTC()}
}
