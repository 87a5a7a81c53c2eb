package replies

import "slices"

// signals are the signs of interest in what was read as v, with the words of
// the new text that show each.
func (a *argument) signals(v verdict) (found []Signal, shown []Evidence) {
	add := func(s Signal, from, to int) {
		found = append(found, s)
		shown = append(shown, Evidence{Rule: s.Rule(), Text: a.prose.quote(from, to)})
	}
	if s, ok := a.setsNextDate(v); ok {
		add(SignalNextDate, s.from, s.to)
	}
	if s, ok := a.tellsOfThemselves(sharingTrained(), v.Intent); ok {
		add(SignalShares, s.from, s.to)
	}
	if h, ok := best(a.hits[topicBuying]); ok && h.rule.level >= 2 && v.Intent != IntentOptOut && v.Intent != IntentNotInterested {
		add(SignalBuying, h.from, h.to)
	} else if s, ok := a.asksForOffer(); ok && v.Intent == IntentInterested {
		add(SignalBuying, s.from, s.to)
	}
	return found, shown
}

// setsNextDate says whether the writer sets when to speak next, and in which
// sentence. Who proposes or accepts a meeting does, be it "this afternoon", a
// link to their calendar or a mere "deal"; who puts it off does by a date.
func (a *argument) setsNextDate(v verdict) (s sentence, ok bool) {
	switch {
	case len(a.prose.tokens) == 0, v.Intent == IntentLater && v.Until == nil, v.Intent != IntentLater && v.Intent != IntentMeeting:
		return s, false
	case len(a.found) > 0:
		return a.prose.sentences[a.prose.tokens[a.found[0].from].sentence], true
	}
	if h, ok := best(a.hits[topicMeeting]); ok {
		return a.prose.sentences[a.prose.tokens[h.from].sentence], true
	}
	return a.prose.sentences[0], true
}

// asksForOffer gives the sentence that asks, as a question or a wish, for
// something with a price, an offer, a trial or a reference in it.
func (a *argument) asksForOffer() (sentence, bool) {
	wishes := map[int]bool{}
	for _, h := range a.hits[topicInterested] {
		wishes[a.prose.tokens[h.from].sentence] = true
	}
	stands := a.prose.spokenConcepts()
	for n, s := range a.prose.sentences {
		if !s.question && !wishes[n] {
			continue
		}
		for _, names := range stands[s.from:s.to] {
			if slices.ContainsFunc(names, func(name string) bool { return oneOf("price|quote|howmuch|trial|reference|asks-terms", name) }) {
				return s, true
			}
		}
	}
	return sentence{}, false
}

// Rule is the name under which the evidence holds the words that show a signal.
func (s Signal) Rule() string { return "signal." + string(s) }

// sharingOdds are the log odds from which on a text tells of its writer's goals,
// needs, numbers or trouble. Who is interested, declines or puts off mostly does,
// who opts out or sends on seldom; it is the commoner mistake to miss it.
// Nothing is sent on it.
// A line or two tells little, and is told by even odds, or more where no rule finds
// anything.
func (a *argument) sharingOdds(intent Intent) float64 {
	const fewestWords = 12
	switch intent {
	case IntentMeeting, IntentQuestion, IntentInterested, IntentNotInterested, IntentLater:
		switch {
		case len(a.prose.tokens) >= fewestWords:
		case a.sharing() == 0:
			return 1
		default:
			return 0
		}
	}
	switch intent {
	case IntentInterested, IntentNotInterested, IntentLater:
		return -1.0
	case IntentMeeting, IntentQuestion:
		return -0.5
	}
	return 0
}

// tellsOfThemselves says whether the writer tells of own goals, needs, numbers
// or trouble, and in which sentence most.
func (a *argument) tellsOfThemselves(m *binaryModel, intent Intent) (sentence, bool) {
	if a.prose.wordless() {
		return sentence{}, false
	}
	seen := a.sight()
	if m.odds(seen.whole) <= a.sharingOdds(intent) {
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
	return fitBinary(modelBuckets, set, pace{epochs: 10, rate: 0.2, decay: 1e-4})
}
