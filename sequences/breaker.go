package sequences

import (
	"fmt"
	"time"
)

// What a breaker goes by.
const (
	// BreakerFirst is how many of a mailbox's last first mails are looked at.
	BreakerFirst = 100
	// BreakerComplaints is how far back complaints count.
	BreakerComplaints = 28 * 24 * time.Hour

	mostBounces    = 3 // that many, if they are mostPercent of the first mails
	mostPercent    = 5
	mostComplaints = 2
	// BreakerRefusals is how many refusals in a row are one too many.
	BreakerRefusals = 5
	// firstRest is how long a mailbox rests whose provider refuses it; the rest
	// doubles with each further refusal, up to longestRest.
	firstRest   = time.Hour
	longestRest = 24 * time.Hour
)

// Setbacks is what speaks against sending on from one mailbox, counted since
// its owner last let it go on.
type Setbacks struct {
	First      int       // its last first mails, at most BreakerFirst
	Bounced    int       // those of First whose address can't be reached
	Complaints int       // in the last BreakerComplaints
	Refusals   int       // of its own provider, in a row, that are about the mailbox
	RefusedAt  time.Time // when the last of them came
	Said       string    // what the provider said then
}

// Breaker says whether the mailbox is to send on: OK, or why not. A mailbox
// that its own provider refuses is tried again by itself (Until); after bounces
// or complaints its owner alone lets it go on.
func (s Setbacks) Breaker() Reason {
	switch {
	case s.Bounced >= mostBounces && 100*s.Bounced >= mostPercent*s.First:
		return because(CodeBreaker, fmt.Sprintf("%d of its last %d first mails came back for good", s.Bounced, s.First))
	case s.Complaints >= mostComplaints:
		return because(CodeBreaker, fmt.Sprintf("%d of its mails were reported as unwanted in the last 28 days", s.Complaints))
	case s.Refusals >= BreakerRefusals:
		text := fmt.Sprintf("your own mail provider refused it %d times in a row", s.Refusals)
		if s.Said != "" {
			text += ": " + s.Said
		}
		return wait(CodeBreaker, text, s.RefusedAt.Add(rest(s.Refusals)))
	}
	return because(OK, "")
}

func rest(refusals int) time.Duration {
	d := firstRest
	for range refusals - BreakerRefusals {
		if d >= longestRest {
			break
		}
		d *= 2
	}
	return min(d, longestRest)
}
