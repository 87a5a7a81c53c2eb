package replies

import "slices"

// signals are the signs of interest, with the words of the new text that show each.
func (a *argument) signals(intent Intent) (found []Signal, shown []Evidence) {
	add := func(s Signal, from, to int) {
		found = append(found, s)
		shown = append(shown, Evidence{Rule: s.Rule(), Text: a.prose.quote(from, to)})
	}
	if (intent == IntentMeeting || intent == IntentLater) && len(a.found) > 0 {
		s := a.prose.sentences[a.prose.tokens[a.found[0].from].sentence]
		add(SignalNextDate, s.from, s.to)
	}
	if s, ok := a.tellsOfThemselves(sharingTrained()); ok {
		add(SignalShares, s.from, s.to)
	}
	if h, ok := best(a.hits[topicBuying]); ok && h.rule.level >= 2 && intent != IntentOptOut && intent != IntentNotInterested {
		add(SignalBuying, h.from, h.to)
	}
	return found, shown
}

// Rule is the name under which the evidence holds the words that show a signal.
func (s Signal) Rule() string { return "signal." + string(s) }

// sharingOdds are those at which a text tells of its writer's goals, needs,
// numbers or trouble: a little below even, since it is the commoner mistake to
// miss it. Nothing is sent on it.
const sharingOdds = -0.3

// tellsOfThemselves says whether the writer tells of own goals, needs, numbers
// or trouble, and in which sentence most.
func (a *argument) tellsOfThemselves(m *binaryModel) (sentence, bool) {
	if a.prose.wordless() {
		return sentence{}, false
	}
	seen := a.sight()
	if m.odds(seen.whole) <= sharingOdds {
		return sentence{}, false
	}
	top := 0
	for i := range seen.sentences {
		if m.odds(seen.sentences[i]) > m.odds(seen.sentences[top]) {
			top = i
		}
	}
	return a.prose.sentences[top], true
}

// sharing is how much the rules find that the writer tells of own goals, needs,
// numbers and trouble.
func (a *argument) sharing() int {
	n := 0
	for _, h := range a.hits[topicShares] {
		n += h.rule.level
	}
	return n
}

// TrainSharing learns to tell who tells of themselves from those examples whose
// Signals are known, and returns the weights as the embedded file holds them.
// The same examples in the same order give the same bytes.
func TrainSharing(examples []Example) []byte {
	var set []binarySample
	for _, e := range examples {
		if e.Signals == nil || !slices.Contains(modelIntents, e.Intent) {
			continue
		}
		s := e.argue().look(true)
		slices.Sort(s.whole) // the order of a sum changes its last bits
		set = append(set, binarySample{s.whole, slices.Contains(e.Signals, SignalShares)})
	}
	return fitBinary(modelBuckets, set, binaryPace{epochs: 10, rate: 0.2, decay: 1e-4})
}
