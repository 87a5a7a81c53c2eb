package replies

import (
	"slices"
	"strings"
)

// decide weighs the topics against each other, the strongest wish first:
// opt-out, meeting, interest, question, later, other people, refusal.
func (a *argument) decide() verdict {
	if a.ruled == nil {
		v := a.decideByRule()
		v.Evidence = slices.Clip(v.Evidence) // others add to it
		a.ruled = &v
	}
	return *a.ruled
}

func (a *argument) decideByRule() verdict {
	if v, ok := a.optOut(); ok {
		return v
	}
	if v, ok := a.calendar(); ok {
		return v
	}
	if len(a.prose.tokens) == 0 {
		return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "unclear.empty"}}}
	}
	if v, ok := a.inContext(); ok {
		return v
	}
	later, dated := a.laterVerdict()
	switch {
	case a.refersOn() && !a.fixesTime():
		return a.refer(0.92)
	case a.meets() && !(later.Intent == IntentLater && a.farOff(later)):
		return a.verdictOf(IntentMeeting, 0.93, topicMeeting)
	case later.Intent == IntentLater && dated && !a.wantsMore():
		return later
	case a.wants():
		return a.verdictOf(IntentInterested, 0.92, topicBuying, topicInterested)
	case a.asksForOwn():
		return a.verdictOf(IntentInterested, 0.7, topicShares, topicQuestion)
	case a.asks():
		return a.verdictOf(IntentQuestion, 0.88, topicQuestion)
	case later.Intent == IntentLater:
		return later
	case a.level(topicReferral) == 3 && a.level(topicDecline) < 3 && a.pointsOn():
		return a.refer(0.8)
	case a.level(topicWrong) == 3 || a.level(topicWrong) >= 2 && a.level(topicDecline) == 0:
		return a.verdictOf(IntentWrongPerson, 0.85, topicWrong)
	case a.level(topicDecline) >= 2:
		return a.verdictOf(IntentNotInterested, 0.88, topicDecline)
	case a.level(topicInterested)+a.level(topicBuying) >= 2:
		return a.verdictOf(IntentInterested, 0.75, topicBuying, topicInterested)
	case a.tellsOwn():
		return a.verdictOf(IntentInterested, 0.65, topicShares)
	case a.level(topicDecline) > 0:
		return a.verdictOf(IntentNotInterested, 0.55, topicDecline)
	}
	return a.verdictOf(IntentUnclear, 0.6, topicAck)
}

// refer is the verdict that another person is the right one.
func (a *argument) refer(confidence float64) verdict {
	v := a.verdictOf(IntentReferral, confidence, topicReferral, topicWrong)
	v.ReferredTo = a.contact
	if len(v.Evidence) == 0 && a.contact != nil {
		v.Evidence = []Evidence{{Rule: "referral.address", Text: a.contact.Email}}
	}
	return v
}

// fixesTime says whether a day with an hour, a link to book or a call is agreed
// on: then a person named beside it only joins in.
func (a *argument) fixesTime() bool {
	return slices.ContainsFunc(a.hits[topicMeeting], func(h hit) bool { return h.rule.level == 3 })
}

// optOut finds the wish for no more mail; it always wins.
func (a *argument) optOut() (verdict, bool) {
	if h, ok := best(a.hits[topicOptOut]); ok {
		if h.rule.level == 3 {
			return a.verdictOf(IntentOptOut, 0.97, topicOptOut), true
		}
		if a.level(topicMeeting) < 3 && a.level(topicBuying) < 3 {
			return a.verdictOf(IntentOptOut, 0.85, topicOptOut), true
		}
	}
	// A subject changed by hand says it where the text doesn't.
	if subject, changed := ownSubject(a.in.Subject); changed || len(a.prose.tokens) == 0 {
		p := parse(subject)
		spelling().correct(p)
		s := weigh(a.in, p)
		if h, ok := best(s.hits[topicOptOut]); ok && h.rule.level == 3 && len(s.prose.tokens) < 14 {
			return s.verdictOf(IntentOptOut, 0.93, topicOptOut), true
		}
	}
	return verdict{}, false
}

// ownSubject cuts "Re:" and the like off and says whether there was none: then
// the writer chose the subject.
func ownSubject(subject string) (string, bool) {
	changed := true
	for {
		head, rest, ok := strings.Cut(subject, ":")
		if !ok || len(strings.TrimSpace(head)) > 4 {
			return strings.TrimSpace(subject), changed
		}
		subject, changed = rest, false
	}
}

// declinedRule names an invitation that was refused by a button.
const declinedRule = "unclear.calendar"

// calendar reads the answer that a person gave by pressing a button.
func (a *argument) calendar() (verdict, bool) {
	c := a.in.Calendar
	if c == nil {
		return verdict{}, false
	}
	pressed := strings.TrimSpace(c.Method + " " + c.PartStat)
	v := verdict{Intent: IntentMeeting, Confidence: 0.95, Evidence: []Evidence{{Rule: "meeting.calendar", Text: pressed}}}
	switch {
	case c.PartStat == "DECLINED" && a.short(12) && len(a.found) == 0:
		// No to that time, or to all of it: the button doesn't tell.
		return verdict{Intent: IntentUnclear, Confidence: 0.8, Evidence: []Evidence{{Rule: declinedRule, Text: pressed}}}, true
	case c.PartStat == "DECLINED" || c.Method == "CANCEL":
		return verdict{}, false
	case c.Method == "REPLY" || c.Method == "COUNTER" || c.Method == "REQUEST":
		return v, true
	}
	return verdict{}, false
}

// short says whether the text has at most n words.
func (a *argument) short(n int) bool { return len(a.prose.tokens) <= n }

// meets says whether a call, meeting or visit is proposed, accepted or asked for.
func (a *argument) meets() bool {
	return a.level(topicMeeting) == 3
}

// farOff says whether what looks like a meeting is meant for another season:
// "call me in a month", "we can talk after Easter".
func (a *argument) farOff(later verdict) bool {
	if later.Until == nil {
		return len(a.hits[topicMeeting]) == 0 || !hasClock(a.prose)
	}
	return daysBetween(NewDate(a.in.Received), *later.Until) > 10 && !hasClock(a.prose)
}

// refersOn says whether another person is named as the right one: by an address
// that the text gives, or by a name beside words of handing over.
func (a *argument) refersOn() bool {
	if a.contact == nil {
		return false
	}
	if a.contacts.addressed && !a.contacts.copied {
		return a.interestBeside(a.contacts.sentence) < 3 && a.level(topicDecline) < 3
	}
	if a.contacts.copied {
		return (a.level(topicReferral) == 3 || a.level(topicWrong) >= 2) && a.interestBeside(a.contacts.sentence) < 3
	}
	return a.speaksOf(a.contacts.sentence, topicReferral) && a.interestBeside(a.contacts.sentence) < 3
}

// interestBeside is the strongest interest outside of a sentence: what is asked
// for within it is asked of the person named there.
func (a *argument) interestBeside(sentence int) int {
	top := 0
	for _, topic := range []string{topicBuying, topicInterested} {
		for _, h := range a.hits[topic] {
			if a.sentenceOf(h) != sentence {
				top = max(top, h.rule.level)
			}
		}
	}
	return top
}

// pointsOn says whether a department or an unnamed colleague is pointed at.
func (a *argument) pointsOn() bool {
	return a.level(topicInterested)+a.level(topicBuying) == 0
}

// wants says whether the writer shows interest that no refusal takes back.
func (a *argument) wants() bool {
	yes, ok := last(a.hits[topicBuying], a.hits[topicInterested])
	if !ok {
		return false
	}
	if yes.rule.level < 3 && (a.level(topicDecline) >= 2 || a.asks()) {
		return false
	}
	no, refused := last(a.hits[topicDecline])
	if !refused || no.rule.level < 2 {
		return yes.rule.level >= 2
	}
	// "No budget left, that said: what would 40 seats be?" against "sounds
	// great, but we are not interested": who speaks last.
	return yes.rule.level == 3 && yes.from > no.from
}

// wantsMore says whether beside a later date the writer asks for something now.
func (a *argument) wantsMore() bool {
	return slices.ContainsFunc(a.hits[topicBuying], func(h hit) bool { return h.rule.level == 3 && h.asked })
}

// last is the last of the strongest hits.
func last(lists ...[]hit) (hit, bool) {
	var top hit
	ok := false
	for _, hits := range lists {
		for _, h := range hits {
			if !ok || h.rule.level > top.rule.level || h.rule.level == top.rule.level && h.from > top.from {
				top, ok = h, true
			}
		}
	}
	return top, ok
}

// asks says whether a question is put that wants an answer.
func (a *argument) asks() bool {
	if a.level(topicQuestion) == 3 {
		return true
	}
	for n, s := range a.prose.sentences {
		if s.question && s.to-s.from > 1 && !a.speaksOf(n, topicDefer) && !a.smallTalk(s) {
			return true
		}
	}
	return false
}

// smallTalk knows questions that want no answer: "how are you?", "ok?".
func (a *argument) smallTalk(s sentence) bool {
	text := ""
	for _, t := range a.prose.tokens[s.from:s.to] {
		text += " " + t.word
	}
	for _, phrase := range []string{"how are you", "wie geht", "comment allez", "ca va", "como esta", "que tal", "come sta", "tudo bem", "hoe gaat", "hope you are", "como va", "come va"} {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}

// asksForOwn says whether beside a question the writer tells of own numbers,
// aims or trouble: "we have 46 machines, one mechanic. What would you suggest?"
func (a *argument) asksForOwn() bool {
	if !a.asks() || a.level(topicDecline) >= 2 {
		return false
	}
	n := 0
	for _, h := range a.hits[topicShares] {
		if !h.asked {
			n += h.rule.level
		}
	}
	return n >= 4
}

func (a *argument) speaksOf(sentence int, topic string) bool {
	return slices.ContainsFunc(a.hits[topic], func(h hit) bool { return a.prose.tokens[h.from].sentence == sentence })
}

// tellsOwn says whether the writer tells of own numbers and trouble, which is
// interest even where nothing is asked for.
func (a *argument) tellsOwn() bool {
	n := a.sharing()
	if strings.Count(a.ours(), "?") >= 2 && len(a.prose.sentences) >= 2 {
		n += 3 // answers to several questions of ours
	}
	return n >= 4 && len(a.prose.tokens) > 5
}

// deferral is the day that the writer asks for, whatever speaks for a later.
func (a *argument) deferral() (day *Date, stated bool, at *mention) {
	return deferral(a.prose, a.in.Received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
}

// laterVerdict reads the wish to be written to at another time.
func (a *argument) laterVerdict() (verdict, bool) {
	asked := append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...)
	asked = slices.DeleteFunc(asked, func(h hit) bool { return h.rule.name == "notnow.en.we-call" })
	if len(asked) == 0 {
		return verdict{}, false
	}
	v := a.verdictOf(IntentLater, 0.8, topicDefer, topicNotNow)
	day, stated, at := deferral(a.prose, a.in.Received, asked)
	strong := a.level(topicDefer) == 3
	switch {
	case day != nil && (strong || a.level(topicDecline) < 2 && !(at.lead == leadUntil && a.engaged())):
		v.Until, v.Stated, v.at = day, stated, at
		v.Evidence = append(v.Evidence, Evidence{Rule: at.laterRule(*day, NewDate(a.in.Received)), Text: at.words(a.prose)})
		if strong && stated && a.level(topicDecline) < 2 && !a.asks() {
			v.Confidence = 0.93
		}
		return v, true
	case strong && a.hasOnce():
		v.Confidence = 0.7
		return v, false
	}
	return verdict{}, false
}

// engaged says whether the writer asks, wants or tells something: then an
// "until" is more likely a term of their own than a time to wait for.
func (a *argument) engaged() bool { return a.wants() || a.asks() || a.sharing() >= 2 }

// hasOnce says whether the deferral hangs on something to come ("once it is settled").
func (a *argument) hasOnce() bool {
	return slices.ContainsFunc(a.hits[topicDefer], func(h hit) bool { return strings.HasSuffix(h.rule.name, ".once") })
}
