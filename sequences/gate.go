package sequences

import (
	"fmt"
	"time"
)

// Limits are the caps of one mailbox, as its configuration sets them.
type Limits struct {
	PerHour   int  // mails in any 60 minutes; 0: no cap
	PerDay    int  // mails a day in the mailbox's zone; 0: no cap
	PerPerson Wait // at least this long between two mails to one person
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
	return gateCaps(m, now)
}

func gateCaps(m MailboxState, now time.Time) Reason {
	if n := m.Limits.PerHour; n > 0 {
		if recent := since(m.Sent, now.Add(-time.Hour+time.Nanosecond)); len(recent) >= n {
			free := recent[len(recent)-n].Add(time.Hour)
			return wait(CodeCapHour, fmt.Sprintf("%d mails went out in the last hour", len(recent)), free)
		}
	}
	if n := m.Limits.PerDay; n > 0 {
		zone := m.Zone
		if zone == nil {
			zone = time.UTC
		}
		y, mo, d := now.In(zone).Date()
		if today := since(m.Sent, time.Date(y, mo, d, 0, 0, 0, 0, zone)); len(today) >= n {
			return wait(CodeCapDay, fmt.Sprintf("%d mails went out today", len(today)), time.Date(y, mo, d+1, 0, 0, 0, 0, zone))
		}
	}
	return because(OK, "")
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

func since(times []time.Time, from time.Time) []time.Time {
	for i, t := range times {
		if t.After(from) || t.Equal(from) {
			return times[i:]
		}
	}
	return nil
}

func wait(code Code, text string, until time.Time) Reason {
	return Reason{Code: code, Text: text, Until: until.UTC()}
}
