package replies

// signals are the signs of interest, each shown by words of the new text.
func (a *argument) signals(intent Intent) []Signal {
	var s []Signal
	if (intent == IntentMeeting || intent == IntentLater) && len(a.found) > 0 {
		s = append(s, SignalNextDate)
	}
	if a.sharing() >= 4 {
		s = append(s, SignalShares)
	}
	if a.level(topicBuying) >= 2 && intent != IntentOptOut && intent != IntentNotInterested {
		s = append(s, SignalBuying)
	}
	return s
}

// sharing is how much the writer tells of own goals, needs, numbers and trouble.
func (a *argument) sharing() int {
	n := 0
	for _, h := range a.hits[topicShares] {
		n += h.rule.level
	}
	return n
}
