package owner

import (
	"strings"
	"time"
	"unicode"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// meeting is a time to talk that they named.
type meeting struct {
	at    time.Time // on their clock
	where string    // whose clock that is: a place, or a zone's short name
	place bool      // where is a place
	guess string    // why the clock is only a guess; empty where it is known
}

// meetings are the times that they named and that are still ahead.
func (s *story) meetings() []meeting {
	if s.reading == nil {
		return nil
	}
	var out []meeting
	for _, p := range s.reading.Proposals {
		if m := s.meeting(p); m.at.After(s.now) {
			out = append(out, m)
		}
	}
	return out
}

// meeting finds the clock that a time is meant on: that which is named with it,
// else that of the zone they live in.
func (s *story) meeting(p replies.Proposal) meeting {
	switch {
	case p.Zone == "":
		return s.onTheirClock(p.At)
	case p.Zone == replies.ReaderZone:
		return meeting{at: onClock(p.At, s.zone), where: "your time"}
	case p.Exact() && s.guess == "" && abbreviates(p.Zone, s.theirs, p.At.Year()):
		// Most who write "EST" in summer mean the clock on their wall.
		return meeting{at: onClock(p.At, s.theirs), where: p.Zone}
	case p.Exact():
		return meeting{at: p.At, where: p.Zone}
	}
	name := report.OneLine(p.Zone, 40)
	if zone, several := placeZone(name); zone != nil && !several {
		return meeting{at: onClock(p.At, zone), where: name, place: true}
	}
	m := s.onTheirClock(p.At)
	m.guess = "they wrote “" + name + "”, and which clock that is isn't known"
	return m
}

func (s *story) onTheirClock(at time.Time) meeting {
	where, place := placeOf(s.theirs)
	return meeting{at: onClock(at, s.theirs), where: where, place: place, guess: s.guess}
}

// onClock is the moment at which a clock of that zone shows what at shows.
func onClock(at time.Time, zone *time.Location) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, zone)
}

// abbreviates says whether a short name is one of a zone's own, in either
// season, or stands for both as "ET" does.
func abbreviates(short string, zone *time.Location, year int) bool {
	for _, month := range []time.Month{time.January, time.July} {
		name, _ := time.Date(year, month, 1, 12, 0, 0, 0, zone).Zone()
		if name == short || len(name) == 3 && len(short) == 2 && name[:1]+name[2:] == short {
			return true
		}
	}
	return false
}

// guessed says why the zone of somebody that was found in that way is only a
// guess; empty where it is known.
func guessed(fields map[string]string, from string) string {
	switch {
	case strings.HasPrefix(from, "the timezone field"):
		return ""
	case strings.HasPrefix(from, "the country field"):
		if manyClocks(sequences.Country(fields)) {
			return "only their country is known, and it has several time zones"
		}
		return ""
	case strings.HasPrefix(from, "the clock of their own mails"):
		return "only the clock of their mails says so, and that may be their server's"
	}
	return "nothing tells where they are"
}

// manyClocks are the countries (ISO 3166-1) in which many people live in
// another zone than most do.
func manyClocks(country string) bool {
	switch country {
	case "AU", "BR", "CA", "CD", "ID", "KZ", "MN", "MX", "RU", "US":
		return true
	}
	return false
}

// placeOf is how people call a zone: "New York" for America/New_York. One that
// is no more than an offset is no place.
func placeOf(zone *time.Location) (name string, place bool) {
	name = zone.String()
	if i := strings.LastIndexByte(name, '/'); i >= 0 && !strings.HasPrefix(name, "Etc/") {
		return strings.ReplaceAll(name[i+1:], "_", " "), true
	}
	return name, false
}

// placeZone finds the zone of a town or a country by its name; nil where it
// isn't known. several says that it is a country with many clocks.
func placeZone(name string) (zone *time.Location, several bool) {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' }) {
		return nil, false
	}
	if country := sequences.Country(map[string]string{"country": name}); country != "" {
		if zone, err := sequences.LoadZone(sequences.MainZone(country)); err == nil {
			return zone, manyClocks(country)
		}
	}
	for _, region := range []string{"Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic", "Indian"} {
		if zone, err := sequences.LoadZone(region + "/" + strings.ReplaceAll(name, " ", "_")); err == nil {
			return zone, false
		}
	}
	return nil, false
}

// short is the time for a subject: what it is for the owner stands beside it
// only where it is known.
func (s *story) short(m meeting) string {
	text, here := m.at.Format("Mon 2 Jan, 15:04"), m.at.In(s.zone)
	switch {
	case m.guess != "":
		return text + " their time"
	case sameClock(m.at, here):
		return text
	}
	return text + " (" + here.Format("Mon 15:04") + " for you)"
}

// long is the time with whose clock it is, and what it is for the owner.
func (s *story) long(m meeting) string {
	text, here := m.at.Format("Mon 2 Jan 2006, 15:04"), m.at.In(s.zone)
	yours := here.Format("15:04")
	if m.at.YearDay() != here.YearDay() {
		yours = here.Format("Mon 2 Jan, 15:04")
	}
	if m.guess != "" {
		return text + " their time. That is " + yours + " for you if they are " + m.on() + ", which is a guess: " + m.guess
	}
	if m.place {
		text += " in " + m.where
	} else {
		text += " " + m.where
	}
	switch {
	case !sameClock(m.at, here):
	case m.place:
		return text + " and for you"
	default:
		return text
	}
	return text + ", " + yours + " for you"
}

func (m meeting) on() string {
	if m.place {
		return "in " + m.where
	}
	return "on " + m.where
}

func sameClock(a, b time.Time) bool { return a.Format("2 15:04") == b.Format("2 15:04") }
