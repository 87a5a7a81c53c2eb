package replies

import (
	"strconv"
	"strings"
	"time"
)

// proposals are the meeting times that a text names: a day and a time of day,
// in the zone that is named with it, else on the writer's own clock.
func proposals(p *prose, now time.Time) []Proposal {
	var out []Proposal
	today := NewDate(now)
	for _, m := range dates(p, now, true) {
		at, ok := clockNear(p, &m)
		if !ok || m.day.Before(today) || m.lead == leadSince || m.lead == leadUntil {
			continue
		}
		hour, minute, to, ok := readClock(p, at)
		if !ok {
			continue
		}
		zone, name := zoneNear(p, to, m.to, m.day, now)
		from, end := min(m.from, at), max(m.to, to)
		out = append(out, Proposal{
			At:   time.Date(m.day.Year, m.day.Month, m.day.Day, hour, minute, 0, 0, zone),
			Zone: name,
			Text: p.quote(from, end),
		})
		if len(out) == 8 {
			break
		}
	}
	return out
}

// clockNear finds the time of day that belongs to a date: after it in the same
// sentence, or right before it ("at 3 on Thursday").
func clockNear(p *prose, m *mention) (int, bool) {
	s := p.sentences[p.tokens[m.from].sentence]
	for i := m.to; i < s.to && i < m.to+9; i++ {
		if _, _, _, ok := readClock(p, i); ok {
			return i, true
		}
	}
	for i := m.from - 1; i >= s.from && i >= m.from-6; i-- {
		if _, _, _, ok := readClock(p, i); ok {
			return i, true
		}
	}
	return 0, false
}

// hasClock says whether a text names any time of day.
func hasClock(p *prose) bool {
	for i := range p.tokens {
		if _, _, _, ok := readClock(p, i); ok {
			return true
		}
	}
	return false
}

// readClock reads "3pm", "14:30", "8.30 Uhr", "14h30", "at 10", "noon" at token
// i and returns the token after it.
func readClock(p *prose, i int) (hour, minute, to int, ok bool) {
	t := p.tokens[i]
	word := func(j int) string {
		if j < 0 || j >= len(p.tokens) || p.tokens[j].sentence != t.sentence {
			return ""
		}
		return p.tokens[j].word
	}
	switch t.word {
	case "noon", "midday", "mezzogiorno", "mediodia":
		return 12, 0, i + 1, true
	}
	if t.kind == wordToken {
		return clockInWords(p, i)
	}
	if t.kind != numberToken || len(t.word) > 5 {
		return 0, 0, 0, false
	}
	digits := t.word
	sep := strings.IndexAny(digits, ":.")
	minutes := ""
	if sep > 0 {
		digits, minutes = digits[:sep], digits[sep+1:]
	}
	hour, err := strconv.Atoi(digits)
	if err != nil || hour > 24 || len(digits) > 2 || minutes != "" && len(minutes) != 2 {
		return 0, 0, 0, false
	}
	if minutes != "" {
		if minute, err = strconv.Atoi(minutes); err != nil || minute > 59 {
			return 0, 0, 0, false
		}
	}
	to = i + 1
	marked := sep > 0 && strings.Contains(t.word, ":")
	switch next := word(i + 1); next {
	case "pm", "am":
		to, marked = i+2, true
		if next == "pm" && hour < 12 {
			hour += 12
		}
	case "p", "a":
		if word(i+2) == "m" {
			to, marked = i+3, true
			if next == "p" && hour < 12 {
				hour += 12
			}
		}
	case "uhr", "uur", "h", "hrs", "hs", "oclock", "heures", "horas", "sharp", "ore":
		to, marked = i+2, true
		if next == "h" && p.tokens[i+1].glued {
			if v, err := strconv.Atoi(word(i + 2)); err == nil && p.tokens[i+2].glued && v < 60 {
				minute, to = v, i+3
			}
		}
	}
	if !marked {
		switch word(i - 1) {
		case "at", "um", "gegen", "vers", "alle", "las", "as", "om", "around", "umas", "from", "rond", "kurz", "vor", "nach", "after", "before":
			marked = !isUnitAfter(word(i + 1))
		case "a":
			marked = word(i-2) != "" && !isUnitAfter(word(i+1)) && sep > 0
		}
		if sep > 0 && strings.Contains(t.word, ".") && !marked {
			return 0, 0, 0, false
		}
	}
	if !marked || hour > 23 {
		return 0, 0, 0, false
	}
	if hour < 7 && afternoonNear(p, i) || hour < 12 && afternoonNear(p, i) && hour < 11 {
		hour += 12
	}
	return hour, minute, to, true
}

func isUnitAfter(w string) bool {
	d := dateWords().word(w)
	return d.unit != unitNone || d.month > 0 || w == "people" || w == "percent" || w == "mitarbeiter" || w == "users" || w == "euro" || w == "euros"
}

// clockInWords reads "at ten", "um halb acht", "at half past nine", "a las cinco".
func clockInWords(p *prose, i int) (hour, minute, to int, ok bool) {
	if i == 0 || p.tokens[i-1].sentence != p.tokens[i].sentence {
		return 0, 0, 0, false
	}
	prev := p.tokens[i-1].word
	n := dateWords().word(p.tokens[i].word).number
	if n < 1 || n > 12 || n == 1 {
		return 0, 0, 0, false
	}
	if i+1 < len(p.tokens) && isUnitAfter(p.tokens[i+1].word) {
		return 0, 0, 0, false
	}
	switch prev {
	case "halb", "half":
		if prev == "halb" || i > 1 && p.tokens[i-2].word == "om" {
			n--
		}
		return n, 30, i + 1, true
	case "at", "um", "alle", "las", "as", "om":
		if prev == "as" && p.tokens[i].word == "one" {
			return 0, 0, 0, false
		}
		if n < 7 {
			n += 12
		}
		return n, 0, i + 1, true
	}
	return 0, 0, 0, false
}

func afternoonNear(p *prose, i int) bool {
	for j := max(0, i-4); j < min(len(p.tokens), i+5); j++ {
		switch p.tokens[j].word {
		case "afternoon", "nachmittag", "nachmittags", "tarde", "midi", "pomeriggio", "middag", "evening", "abends", "vanmiddag", "tonight":
			return p.tokens[j].sentence == p.tokens[i].sentence
		}
	}
	return false
}
