package replies

import "time"

// deferral is the day from which a person who said "later" may be written to.
// The date of the sentence that asks for it counts before any other.
func deferral(p *prose, now time.Time, asked []hit) (day *Date, stated bool, at *mention) {
	today := NewDate(now)
	found := dates(p, now, true)
	best := 0
	for i := range found {
		m := &found[i]
		end, ok := m.deferredTo()
		blocked := m.lead == leadNone && barred(p, m, asked)
		if blocked {
			end, ok = m.after(), true
		}
		if !ok || !usable(end, today) {
			continue
		}
		rank := deferralRank(p, m, asked)
		if blocked {
			rank = 12 + i
		}
		if rank > best {
			best, day, stated, at = rank, &end, m.stated, m
		}
	}
	return day, stated, at
}

// barred says whether m is a time in which the writer wants no mail: "don't
// write in November or December", but not "nothing now, write in January".
func barred(p *prose, m *mention, asked []hit) bool {
	nearest, no := maxSentence, false
	for _, h := range asked {
		if p.tokens[h.from].sentence != p.tokens[m.from].sentence {
			continue
		}
		if distance := max(m.from-h.to, h.from-m.to, 0); distance <= nearest {
			nearest, no = distance, h.rule.name == notUntilRule
		}
	}
	return no
}

// deferredTo is the day that m lets one write from.
func (m *mention) deferredTo() (Date, bool) {
	switch m.lead {
	case leadSince, leadBefore:
		return Date{}, false
	case leadAfter:
		return m.after(), true
	case leadUntil:
		if m.isSpan() && (m.part || m.monthOnly) && !m.late && !m.inclusive || m.part && !m.isSpan() {
			return m.day, true
		}
		return m.after(), true
	}
	return m.day, true
}

// deferralRank prefers the sentence of the request, then "not before", then
// what stands close by.
func deferralRank(p *prose, m *mention, asked []hit) int {
	rank := 1
	sentence := p.tokens[m.from].sentence
	for _, h := range asked {
		at := p.tokens[h.from].sentence
		r := 0
		switch {
		case at == sentence && h.rule.level == 3:
			r = 60
		case at == sentence:
			r = 40
		case at == sentence+1:
			r = 20
		case at == sentence-1:
			r = 15
		}
		if r >= 40 {
			// Nearer to the request is likelier.
			distance := min(max(m.from-h.to, h.from-m.to, 0), 15)
			r += 15 - distance
			if m.to > h.to {
				r += 4
			}
		}
		rank = max(rank, r)
	}
	switch m.lead {
	case leadNotBefore:
		rank += 12
	case leadAfter:
		rank += 6
	case leadUntil:
		rank += 3
	case leadFor:
		rank -= 10
	}
	if m.near || !m.stated {
		rank -= 5
	}
	return max(rank, 1)
}
