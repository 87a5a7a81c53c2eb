package replies

import (
	"time"
)

// proposals are the meeting times that a text names: a day and a time of day,
// in the zone that is named with it, else on the writer's own clock. found are
// its dates.
func proposals(p *prose, found []mention, now time.Time) []Proposal {
	var out []Proposal
	today := NewDate(now)
	for i := range found {
		m := &found[i]
		limit := len(p.tokens)
		if i+1 < len(found) {
			limit = found[i+1].from
		}
		at, ok := clockWithin(p, m, limit)
		if !ok || m.nowhere || m.day.Before(today) || m.isSpan() || m.lead == leadSince || m.lead == leadUntil || p.toldOf(m) {
			continue
		}
		for ok && len(out) < maxProposals {
			c, _ := readClock(p, at)
			zone, name := zoneNear(p, c.to, m.to, m.day, now)
			from, end := min(m.from, at), max(m.to, c.to)
			out = append(out, Proposal{
				At:   time.Date(m.day.Year, m.day.Month, m.day.Day, c.hour, c.minute, 0, 0, zone),
				Zone: name,
				Text: p.quote(from, end),
			})
			at, ok = otherClock(p, c.to, limit)
		}
	}
	return out
}

// toldOf says whether m is a weekday of something that has been: "we were there
// on Thursday at 9".
func (p *prose) toldOf(m *mention) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	return m.weekday && !s.question && p.tellsOfBygone(s)
}

// maxProposals is how many times of a mail are told.
const maxProposals = 8

// otherClock finds a second time on the same day: "at 10 or at 3".
func otherClock(p *prose, i, limit int) (int, bool) {
	if i >= limit || !orWords[p.tokens[i].word] || p.tokens[i].sentence != p.tokens[i-1].sentence {
		return 0, false
	}
	for j := i + 1; j < min(limit, i+4) && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		if _, ok := readClock(p, j); ok {
			return j, true
		}
	}
	return 0, false
}

// clockNear finds the time of day that belongs to a date: after it in the same
// sentence, or right before it ("at 3 on Thursday").
func clockNear(p *prose, m *mention) (int, bool) { return clockWithin(p, m, len(p.tokens)) }

// clockWithin looks no further than token limit, where another date begins.
func clockWithin(p *prose, m *mention, limit int) (int, bool) {
	s := p.sentences[p.tokens[m.from].sentence]
	part := false // of the day: "Wednesday morning"
	for i := m.from; i < min(s.to, m.to+2); i++ {
		part = part || dateWords().word(p.tokens[i].word).has(roleDayPart)
	}
	another := limit < s.to // date in the sentence
	for i := m.to; i < min(s.to, m.to+9, limit); i++ {
		if another && part && orWords[p.tokens[i].word] {
			break // "Wednesday morning, or 2pm on Thursday"
		}
		if _, ok := readClock(p, i); ok {
			return i, true
		}
	}
	for i := m.from - 1; i >= s.from && i >= m.from-6 && !(part && orWords[p.tokens[i].word]); i-- {
		if _, ok := readClock(p, i); ok && !p.insideClock(i, s.from) {
			return i, true
		}
	}
	return 0, false
}

// insideClock says whether token i belongs to a time that begins before it.
func (p *prose) insideClock(i, from int) bool {
	for j := i - 1; j >= from && j >= i-3; j-- {
		if c, ok := readClock(p, j); ok && c.to > i {
			return true
		}
	}
	return false
}

// hasClock says whether a text names any time of day.
func hasClock(p *prose) bool {
	for i := range p.tokens {
		if _, ok := readClock(p, i); ok {
			return true
		}
	}
	return false
}
