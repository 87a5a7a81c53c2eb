package owner

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// farthest is how far ahead a day may be: what is later is a slip of the pen.
const farthest = 3 // years

const (
	noDate   = "say until when, as in 3 March, 2027-03-01, Monday, 10d, or in two weeks"
	notAhead = "that day is not ahead"
)

var (
	isoDay    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	shortSpan = regexp.MustCompile(`^([0-9]{1,4})(h|d|w)$`)
	longSpan  = regexp.MustCompile(`^([0-9]{1,3}|[a-z]+) (hour|day|week|month)s?$`)
	dayFirst  = regexp.MustCompile(`^(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?:,? ([0-9]{4}))?$`)
	dayLast   = regexp.MustCompile(`^([a-z]+)\.? (?:the )?([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?$`)
)

// Moment reads a day or a span in the owner's words, in small letters:
// 2027-03-01, 3 march, march 3 2027, monday, tomorrow, 10d, 3w, in two weeks. A
// day begins at midnight in now's zone. What could mean two days (3/4) is not
// understood; problem says what to write.
func Moment(s string, now time.Time) (at time.Time, problem string) {
	s = strings.TrimSpace(s)
	ahead, isSpan := strings.CutPrefix(s, "in ")
	if !isSpan {
		ahead, isSpan = strings.CutPrefix(s, "for ")
	}
	if at, ok := spanFrom(ahead, now); ok {
		return bounded(at, now)
	}
	if isSpan {
		return time.Time{}, noDate
	}
	for _, lead := range []string{"until ", "till ", "to ", "on "} {
		s = strings.TrimPrefix(s, lead)
	}
	at, ok := dayOf(s, now)
	if !ok {
		return time.Time{}, noDate
	}
	return bounded(at, now)
}

func bounded(at, now time.Time) (time.Time, string) {
	switch {
	case !at.After(now):
		return time.Time{}, notAhead
	case at.After(now.AddDate(farthest, 0, 0)):
		return time.Time{}, "that day is more than three years ahead"
	}
	return at, ""
}

// spanFrom is the moment after a span: 10d, two weeks.
func spanFrom(s string, now time.Time) (time.Time, bool) {
	if m := shortSpan.FindStringSubmatch(s); m != nil {
		return spanAfter(m[1], m[2], now)
	}
	if m := longSpan.FindStringSubmatch(s); m != nil {
		return spanAfter(m[1], m[2], now)
	}
	return time.Time{}, false
}

func spanAfter(count, unit string, now time.Time) (time.Time, bool) {
	n, err := strconv.Atoi(count)
	if err != nil {
		n = slices.Index([]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}, count)
		if count == "a" || count == "an" {
			n = 1
		}
	}
	if n < 1 {
		return time.Time{}, false
	}
	y, m, d := now.Date()
	switch unit[:1] {
	case "h":
		return now.Add(time.Duration(n) * time.Hour), true
	case "d":
		return Midnight(y, m, d+n, now.Location()), true
	case "w":
		return Midnight(y, m, d+7*n, now.Location()), true
	}
	last := time.Date(y, m+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return Midnight(y, m+time.Month(n), min(d, last), now.Location()), true // 31 January and a month is the last of February
}

// Midnight is when a day begins in a zone: an hour later where the clock skips
// midnight that day.
func Midnight(year int, month time.Month, day int, zone *time.Location) time.Time {
	at := time.Date(year, month, day, 0, 0, 0, 0, zone)
	if at.Day() != time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Day() { // 23:00 of the day before
		at = at.Add(time.Hour)
	}
	return at
}

// dayOf is the day that is named.
func dayOf(s string, now time.Time) (time.Time, bool) {
	year, month, today := now.Date()
	if isoDay.MatchString(s) {
		at, err := time.Parse(time.DateOnly, s)
		y, m, d := at.Date()
		return Midnight(y, m, d, now.Location()), err == nil
	}
	if s == "tomorrow" {
		return Midnight(year, month, today+1, now.Location()), true
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if s == strings.ToLower(w.String()) {
			return Midnight(year, month, today+(int(w-now.Weekday())+6)%7+1, now.Location()), true
		}
	}
	return dayOfMonth(s, now)
}

// dayOfMonth is a day of a month that is named.
func dayOfMonth(s string, now time.Time) (time.Time, bool) {
	day, month, year := "", "", ""
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := dayLast.FindStringSubmatch(s); m != nil {
		day, month, year = m[2], m[1], m[3]
	} else {
		return time.Time{}, false
	}
	return inYear(day, month, year, now)
}

// inYear is a day of a month; without a year the next one that comes.
func inYear(day, month, year string, now time.Time) (time.Time, bool) {
	d, err := strconv.Atoi(day)
	m := monthOf(month)
	if err != nil || m == 0 {
		return time.Time{}, false
	}
	if year != "" {
		y, err := strconv.Atoi(year)
		at := Midnight(y, m, d, now.Location())
		return at, err == nil && at.Day() == d
	}
	for y := now.Year(); y <= now.Year()+1; y++ {
		if at := Midnight(y, m, d, now.Location()); at.Day() == d && at.After(now) {
			return at, true
		}
	}
	return time.Time{}, false
}

func monthOf(s string) time.Month {
	if s == "sept" {
		return time.September
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); s == name || s == name[:3] {
			return m
		}
	}
	return 0
}
