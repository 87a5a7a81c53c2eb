package sequences

import (
	"fmt"
	"time"
)

// Standing is how much a prospect is into us. It is computed from the last 90
// days of what happened, never stored.
type Standing string

// The closed set of standings.
const (
	StandingNew     Standing = "new"
	StandingInto    Standing = "into you"
	StandingWarming Standing = "warming"
	StandingDark    Standing = "dark"
	StandingNot     Standing = "not that into you"
)

const (
	standingWindow = 90 * 24 * time.Hour
	signalFresh    = 30 * 24 * time.Hour
	darkAfter      = 2 // our mails unanswered since the last answer
	notAfter       = 3 // mails delivered and no answer ever
	defaultGiveUp  = 3 // values given since the last answer
)

// Counted is a standing or a balance with the list of what was counted.
type Counted struct {
	Standing Standing
	Balance  int
	Because  []string // for people, oldest first
}

// StandingAt is the person's standing at now, with what it was counted from, by the
// days of now's zone.
func (p *Person) StandingAt(now time.Time) Counted {
	var answers, signals, fresh, unanswered, delivered int
	answeredEver := false
	var because []string
	for _, m := range p.Timeline {
		recent := now.Sub(m.At) <= standingWindow
		switch m.Kind {
		case HapReply:
			answeredEver, unanswered = true, 0
			if !recent {
				continue
			}
			answers++
			signals += len(m.Signals)
			if len(m.Signals) > 0 && now.Sub(m.At) <= signalFresh {
				fresh++
			}
			because = append(because, fmt.Sprintf("%s answered (%s)%s", day(m.At.In(now.Location())), m.Intent, signalWords(m.Signals)))
		case HapSent, HapOwnerWrote:
			unanswered++
			if m.Kind == HapSent {
				delivered++
				mail := fmt.Sprintf("our mail %q", m.Step)
				if m.Step == "" {
					mail = "a mail of ours, of a step unknown"
				}
				because = append(because, day(m.At.In(now.Location()))+" "+mail)
			} else {
				because = append(because, day(m.At.In(now.Location()))+" you wrote by hand")
			}
		case HapBounce, HapSoftBounce:
			if delivered > 0 {
				delivered--
			}
			because = append(because, day(m.At.In(now.Location()))+" our mail bounced")
		}
	}
	return Counted{Standing: standing(answers, signals, fresh, unanswered, delivered, answeredEver), Because: because}
}

func standing(answers, signals, fresh, unanswered, delivered int, answeredEver bool) Standing {
	switch {
	case answers > 0 && unanswered >= darkAfter:
		return StandingDark
	case signals >= 2 || fresh >= 1:
		return StandingInto
	case answers > 0:
		return StandingWarming
	case !answeredEver && delivered >= notAfter:
		return StandingNot
	}
	return StandingNew
}

// BalanceAt is the exchange balance: the values given since the person's last
// answer, each named.
func (p *Person) BalanceAt() Counted { return p.BalanceIn(time.UTC) }

// BalanceIn is BalanceAt by the days of a zone.
func (p *Person) BalanceIn(zone *time.Location) Counted {
	var c Counted
	for _, m := range p.Timeline {
		switch {
		case m.Kind == HapReply:
			c = Counted{}
		case m.Kind == HapSent && m.Value != "":
			c.Balance++
			c.Because = append(c.Because, fmt.Sprintf("%s gave %q", day(m.At.In(zone)), m.Value))
		}
	}
	return c
}

func day(t time.Time) string { return t.Format("2 Jan 2006") }

func signalWords(signals []string) string {
	words := map[string]string{
		"sets_next_date": "set a next date", "shares_information": "told of themselves", "asks_about_buying": "asked about buying",
	}
	out := ""
	for _, s := range signals {
		out += ", " + words[s]
	}
	return out
}
