package sequences

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// On is the day of a step: a date, or one that a field of the prospect has,
// and so much before or after it.
type On struct {
	Date   string `json:"date,omitempty"` // 2027-03-14
	Fact   string `json:"fact,omitempty"` // a field's name, or note.NAME
	Away   Wait   `json:"away,omitzero"`  // whole days, or business days of the prospect's country
	Before bool   `json:"before,omitempty"`
}

// String writes it as a sequence has it.
func (o On) String() string {
	sign := " + "
	if o.Before {
		sign = " - "
	}
	if o.Away.IsZero() {
		return o.Date + o.Fact
	}
	return o.Date + o.Fact + sign + o.Away.String()
}

// defaultLate is how late after its day a step may come where it doesn't say.
func defaultLate() Wait { return Wait{BusinessDays: 3} }

const onPattern = `^\s*(\d{4}-\d{2}-\d{2}|(?:note\.)?[A-Za-z_][A-Za-z0-9_]*)\s*(?:([+-])\s*(\d+(?:bd|d|w)))?\s*$`

var onExpression = regexp.MustCompile(onPattern)

// onText is an On.
type onText On

func (o *onText) UnmarshalText(text []byte) error {
	const hint = "try 2027-03-14, or a field with its distance: renewal_date - 30d, fair_date + 2bd"
	parts := onExpression.FindStringSubmatch(string(text))
	if parts == nil {
		return strictyaml.Fault(fmt.Sprintf("%q is no day", text), hint)
	}
	var on On
	if parts[1][0] >= '0' && parts[1][0] <= '9' {
		if _, err := time.Parse(time.DateOnly, parts[1]); err != nil {
			return strictyaml.Fault(fmt.Sprintf("there is no day %s", parts[1]), "dates are written as 2027-03-14")
		}
		on.Date = parts[1]
	} else {
		on.Fact = parts[1]
	}
	if parts[3] != "" {
		away, err := ParseWait(parts[3])
		if err != nil {
			return waitFault(err)
		}
		on.Away, on.Before = away, parts[2] == "-" && !away.IsZero()
	}
	*o = onText(on)
	return nil
}

// day is the day for somebody; words say why there is none.
func (o On) day(p *Person, country string) (day date, words string) {
	text := o.Date
	if o.Fact != "" {
		if text = p.fact(o.Fact); text == "" {
			return 0, o.Fact + " is not known"
		}
	}
	at, err := ParseDate(text)
	if err != nil {
		return 0, fmt.Sprintf("%s is %q: %v", o.Fact, text, err)
	}
	return dateOf(at.Date()).away(o.Away, o.Before, country), ""
}

// Known says whether there is such a day for somebody.
func (o On) Known(p *Person) bool {
	_, words := o.day(p, "")
	return words == ""
}

// away is the day so many days off, or so many business days.
func (d date) away(w Wait, before bool, country string) date {
	step := date(1)
	if before {
		step = -1
	}
	if w.BusinessDays == 0 {
		return d + step*date(w.Plain/(24*time.Hour))
	}
	for n := w.BusinessDays; n > 0; {
		if d += step; workday(d, country) {
			n--
		}
	}
	return d
}

// span is when a step may come that has a day: from the beginning of that day
// where the prospect is, until it would be too late. words say why there is no
// such day.
func (s Step) span(p *Person, z Zones) (from, until time.Time, words string) {
	day, words := s.On.day(p, z.country())
	if words != "" {
		return from, until, words
	}
	late := defaultLate()
	if s.Late != nil {
		late = *s.Late
	}
	return wallTime(day, 0, z.prospect()), late.After(wallTime(day+1, 0, z.prospect()), z), ""
}

// MayCome says whether a step's day, where it has one, is known and not past.
func (s Step) MayCome(p *Person, z Zones, now time.Time) bool {
	if s.On == nil {
		return true
	}
	_, until, words := s.span(p, z)
	return words == "" && now.Before(until)
}

// timedDate is a day with a time behind it.
var timedDate = regexp.MustCompile(`^(.*\d)(?:T\d|,?\s+\d{1,2}:\d).*$`)

// The ways in which lists write a day, beside 2027-03-14.
var (
	dottedDate  = regexp.MustCompile(`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$`)
	slashedDate = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
)

// ParseDate reads a day as a field has it: 2027-03-14, 2027/03/14, 14.3.2027,
// 14 Mar 2027, March 14, 2027, and with strokes where one of the numbers can
// only be the day. A time behind it is passed over. The error says what is wrong
// with it.
func ParseDate(text string) (time.Time, error) {
	text = strings.TrimSpace(text)
	if m := timedDate.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	for _, layout := range []string{time.DateOnly, "2006/01/02", "2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006", "2. January 2006"} {
		if at, err := time.Parse(layout, text); err == nil {
			return at, plausibleYear(at)
		}
	}
	if m := dottedDate.FindStringSubmatch(text); m != nil {
		return readDay(m[3], m[2], m[1])
	}
	if m := slashedDate.FindStringSubmatch(text); m != nil {
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[2])
		switch {
		case first > 12 || first == second:
			return readDay(m[3], m[2], m[1])
		case second > 12:
			return readDay(m[3], m[1], m[2])
		}
		return time.Time{}, fmt.Errorf("it could be two days; write it as %s-%02d-%02d or %s-%02d-%02d", m[3], first, second, m[3], second, first)
	}
	return time.Time{}, errors.New("that is no date; write it as 2027-03-14")
}

func readDay(year, month, day string) (time.Time, error) {
	at, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil {
		return at, errors.New("there is no such day; write it as 2027-03-14")
	}
	return at, plausibleYear(at)
}

func plausibleYear(at time.Time) error {
	if at.Year() < 1990 || at.Year() > 2200 {
		return errors.New("that is not a year to plan for; write it as 2027-03-14")
	}
	return nil
}
