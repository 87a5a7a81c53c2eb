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
	midnight := startOf(now)
	switch unit[:1] {
	case "h":
		return now.Add(time.Duration(n) * time.Hour), true
	case "d":
		return midnight.AddDate(0, 0, n), true
	case "w":
		return midnight.AddDate(0, 0, 7*n), true
	}
	at := midnight.AddDate(0, n, 0)
	if at.Day() != midnight.Day() { // 31 January and a month is the last of February
		at = at.AddDate(0, 0, -at.Day())
	}
	return at, true
}

func startOf(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, now.Location())
}

// dayOf is the day that is named.
func dayOf(s string, now time.Time) (time.Time, bool) {
	today := startOf(now)
	if isoDay.MatchString(s) {
		at, err := time.ParseInLocation(time.DateOnly, s, now.Location())
		return at, err == nil
	}
	if s == "tomorrow" {
		return today.AddDate(0, 0, 1), true
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if s == strings.ToLower(w.String()) {
			return today.AddDate(0, 0, (int(w-today.Weekday())+6)%7+1), true
		}
	}
	day, month, year := "", "", ""
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := dayLast.FindStringSubmatch(s); m != nil {
		day, month, year = m[2], m[1], m[3]
	} else {
		return time.Time{}, false
	}
	return inYear(day, month, year, today)
}

// inYear is a day of a month; without a year the next one that comes.
func inYear(day, month, year string, today time.Time) (time.Time, bool) {
	d, err := strconv.Atoi(day)
	m := monthOf(month)
	if err != nil || m == 0 {
		return time.Time{}, false
	}
	if year != "" {
		y, err := strconv.Atoi(year)
		at := time.Date(y, m, d, 0, 0, 0, 0, today.Location())
		return at, err == nil && at.Day() == d
	}
	for y := today.Year(); y <= today.Year()+1; y++ {
		if at := time.Date(y, m, d, 0, 0, 0, 0, today.Location()); at.Day() == d && at.After(today) {
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
