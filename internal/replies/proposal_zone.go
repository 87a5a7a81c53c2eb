package replies

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ReaderZone is the Zone of a time that they named by the clock of who they
// write to.
const ReaderZone = "your time"

// Exact says whether At is the very moment that was meant: an offset, or an
// abbreviation for one, was named with it.
func (p Proposal) Exact() bool {
	if _, ok := zones[strings.ToLower(p.Zone)]; ok {
		return true
	}
	_, seasonal := americanZones[strings.ToLower(p.Zone)]
	return seasonal || strings.HasPrefix(p.Zone, "UTC")
}

// zones are the abbreviations that people write, in hours from UTC. Their
// summer forms are told apart by the writer where they matter.
var zones = map[string]float64{
	"gmt": 0, "utc": 0, "bst": 1, "ist": 5.5, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
	"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
	"aest": 10, "aedt": 11, "awst": 8, "nzst": 12, "nzdt": 13, "jst": 9, "sgt": 8, "brt": -3, "hkt": 8,
}

// americanZones are those of North America that follow the season, in hours
// from UTC in winter.
var americanZones = map[string]int{"et": -5, "ct": -6, "mt": -7, "pt": -8}

// americanWords are their names in words, which count as such before "time" or
// at the end of what is said of the time.
var americanWords = map[string]string{"eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt"}

// zoneReach is how many words after a time of day, or after its date, a zone
// stands at most.
const zoneReach = 4

// zoneNear reads the zone named after a time of day that ends at token clock,
// or after its date, which ends at token date. The name is empty where none is
// named: the zone is then now's.
func zoneNear(p *prose, clock, date int, day Date, now time.Time) (*time.Location, string) {
	if clock > 0 && clock <= len(p.tokens) {
		s := p.sentences[p.tokens[clock-1].sentence]
		for j := clock; j < min(s.to, max(clock, date)+zoneReach); j++ {
			if j >= clock+zoneReach && j < date {
				continue
			}
			if _, another := readClock(p, j); another {
				break
			}
			if zone, name, ok := zoneAt(p, j, clock, s.to, day, now); ok {
				return zone, name
			}
		}
	}
	return now.Location(), ""
}

// zoneAt reads the zone that is named at token j; from and to bound the words
// that may be part of its name.
func zoneAt(p *prose, j, from, to int, day Date, now time.Time) (*time.Location, string, bool) {
	t := p.tokens[j]
	word := func(i int) string {
		if i < from || i >= to {
			return ""
		}
		return p.tokens[i].word
	}
	if t.caps {
		if name, seconds, ok := writtenOffset(p, j, to); ok {
			return time.FixedZone(name, seconds), name, true
		}
		if hours, ok := zones[t.word]; ok {
			name := strings.ToUpper(t.word)
			return time.FixedZone(name, int(hours*3600)), name, true
		}
		if _, ok := americanZones[t.word]; ok {
			zone := american(t.word, day)
			return zone, zone.String(), true
		}
	}
	switch t.word {
	case "time", "zeit":
		return zoneBefore(p, j, from, day, now)
	case "hora", "heure", "ora":
		return zoneAfter(p, j, from, to, now)
	}
	if short, ok := americanWords[t.word]; ok && t.upper && word(j+1) != "time" && !p.isUpper(j+1, to) {
		zone := american(short, day)
		return zone, zone.String(), true
	}
	return nil, "", false
}

// zoneBefore reads "my time", "your time", "New York time", "Ihrer Zeit".
func zoneBefore(p *prose, j, from int, day Date, now time.Time) (*time.Location, string, bool) {
	if j == from {
		return nil, "", false
	}
	switch w := p.tokens[j-1].word; w {
	case "your", "ihrer", "deiner", "eurer":
		return now.Location(), ReaderZone, true
	case "standard", "daylight":
		if j-1 > from {
			j--
		}
	}
	if short, ok := americanWords[p.tokens[j-1].word]; ok {
		zone := american(short, day)
		return zone, zone.String(), true
	}
	first := j
	for first > from && j-first < 3 && p.isUpper(first-1, j) {
		first--
	}
	return placeNamed(p, first, j, now)
}

// zoneAfter reads "hora de Madrid", "heure de Paris", "hora tuya", "votre heure".
func zoneAfter(p *prose, j, from, to int, now time.Time) (*time.Location, string, bool) {
	beside := func(i int) bool {
		if i < from || i >= to {
			return false
		}
		switch p.tokens[i].word {
		case "tu", "su", "tuya", "suya", "vuestra", "votre", "tua", "sua", "vostra":
			return true
		}
		return false
	}
	if beside(j-1) || beside(j+1) {
		return now.Location(), ReaderZone, true
	}
	if j+2 >= to || p.tokens[j+1].word != "de" && p.tokens[j+1].word != "di" {
		return nil, "", false
	}
	last := j + 2
	for last < to && last < j+5 && p.isUpper(last, to) {
		last++
	}
	return placeNamed(p, j+2, last, now)
}

// placeNamed is the zone of a place that tokens [from, to) name. Which clock
// is kept there isn't known here.
func placeNamed(p *prose, from, to int, now time.Time) (*time.Location, string, bool) {
	if from >= to {
		return nil, "", false
	}
	return now.Location(), p.quote(from, to), true
}

// isUpper says whether token i is there and can be part of a place's name.
func (p *prose) isUpper(i, to int) bool {
	if i >= to {
		return false
	}
	t, d := p.tokens[i], dateWords().word(p.tokens[i].word)
	return t.kind == wordToken && t.upper && d.month == 0 && d.weekday == 0 && t.word != "pm" && t.word != "am"
}

// writtenOffset reads "UTC+2", "GMT -3:30".
func writtenOffset(p *prose, j, to int) (name string, seconds int, ok bool) {
	t := p.tokens[j]
	if t.word != "utc" && t.word != "gmt" || j+1 >= to || p.tokens[j+1].kind != numberToken {
		return "", 0, false
	}
	sign := strings.TrimSpace(p.text[t.end:p.tokens[j+1].start])
	factor := map[string]int{"+": 1, "-": -1, "\u2212": -1}[sign]
	hours, minutes, _ := strings.Cut(p.tokens[j+1].word, ":")
	h, err := strconv.Atoi(hours)
	m := 0
	if err == nil && minutes != "" {
		m, err = strconv.Atoi(minutes)
	}
	if err != nil || factor == 0 || h > 14 || m > 59 {
		return "", 0, false
	}
	return "UTC" + strings.Replace(sign, "\u2212", "-", 1) + fmt.Sprintf("%02d:%02d", h, m), factor * (h*3600 + m*60), true
}

// american is a zone of North America on a day.
func american(short string, day Date) *time.Location {
	hours := americanZones[short]
	if americanSummer(day) {
		hours++
	}
	return time.FixedZone(strings.ToUpper(short), hours*3600)
}

// americanSummer says whether a day lies between the second Sunday of March and
// the first of November, when clocks in the United States and Canada are ahead.
func americanSummer(d Date) bool {
	begins := firstSunday(d.Year, time.March).AddDays(7)
	return !d.Before(begins) && d.Before(firstSunday(d.Year, time.November))
}

func firstSunday(year int, month time.Month) Date {
	first := Date{year, month, 1}
	return first.AddDays(7 - weekdayOf(first))
}
