package replies

import "time"

// signals are the signs of interest, each shown by words of the new text.
func (a *argument) signals(intent Intent) []Signal {
	var s []Signal
	if intent == IntentMeeting && len(dates(a.prose, a.in.Received, true)) > 0 || intent == IntentLater && len(dates(a.prose, a.in.Received, true)) > 0 {
		s = append(s, SignalNextDate)
	}
	n := 0
	for _, h := range a.hits[topicShares] {
		n += h.rule.level
	}
	if n >= 4 {
		s = append(s, SignalShares)
	}
	if a.level(topicBuying) >= 2 && intent != IntentOptOut && intent != IntentNotInterested {
		s = append(s, SignalBuying)
	}
	return s
}

func proposals(p *prose, received time.Time) []Proposal { return nil }

func hasClock(p *prose) bool {
	for _, t := range p.tokens {
		if t.kind == numberToken {
			i := t
			_ = i
		}
	}
	return false
}
