package sequences

import (
	_ "embed" // the table of holidays
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/rickar/cal/v2"
)

//go:embed holidays.txt
var holidayList string

// holidayLine is a country of holidays.txt, whose head tells its form.
type holidayLine struct {
	country string
	as      string // whose holidays of the library count too; empty: nobody's
	days    []holidayRule
	moon    bool
}

// holidayRule is one holiday: its date in a year, what is done with it where
// that is an awkward day, and the years in which it is kept.
type holidayRule struct {
	date     func(year int) date
	moves    string
	from, to int
}

func holidayLines() []holidayLine {
	var lines []holidayLine
	for text := range strings.Lines(holidayList) {
		if words := strings.Fields(text); len(words) > 1 && !strings.HasPrefix(text, "#") {
			l, _ := readHolidayLine(words) // a test reads each line
			lines = append(lines, l)
		}
	}
	return lines
}

func readHolidayLine(words []string) (holidayLine, error) {
	l := holidayLine{country: words[0]}
	for _, word := range words[1:] {
		as, isAs := strings.CutPrefix(word, "=")
		switch {
		case isAs:
			l.as = as
		case word == "moon":
			l.moon = true
		default:
			r, err := readHoliday(word)
			if err != nil {
				return l, fmt.Errorf("%s: %w", l.country, err)
			}
			l.days = append(l.days, r)
		}
	}
	return l, nil
}

func readHoliday(word string) (r holidayRule, err error) {
	rest, span, bounded := strings.Cut(word, "@")
	text, moves, _ := strings.Cut(rest, ":")
	r.moves, r.from, r.to = moves, holidaysFrom, holidaysTo
	if bounded {
		from, to, open := strings.Cut(span, "..")
		if !open {
			to = from
		}
		if r.from, err = yearOr(from, holidaysFrom); err == nil {
			r.to, err = yearOr(to, holidaysTo)
		}
		if err != nil {
			return r, fmt.Errorf("the years of %q: %w", word, err)
		}
	}
	switch moves {
	case "", "weekend", "sunday", "monday", "near", "week", "bridge", "friday", "ifmon", "iffri":
	default:
		return r, fmt.Errorf("what %q does with its day is not known", word)
	}
	if r.date, err = holidayDate(text); err != nil {
		return r, fmt.Errorf("the day of %q: %w", word, err)
	}
	return r, nil
}

func yearOr(text string, otherwise int) (int, error) {
	if text == "" {
		return otherwise, nil
	}
	return strconv.Atoi(text)
}

func holidayDate(text string) (func(year int) date, error) {
	if text[0] == 'E' || text[0] == 'O' {
		days, err := strconv.Atoi(text[1:])
		if err != nil {
			return nil, err
		}
		easter := &cal.Holiday{Julian: text[0] == 'O', Offset: days, Func: cal.CalcEasterOffset}
		return func(year int) date {
			actual, _ := easter.Calc(year)
			return dateOf(actual.Date())
		}, nil
	}
	name, day, onWeekday := strings.Cut(text, ">=")
	if !onWeekday {
		day = text
	}
	at, err := time.Parse("01-02", day)
	if err != nil {
		return nil, err
	}
	fixed := func(year int) date { return dateOf(year, at.Month(), at.Day()) }
	if !onWeekday {
		return fixed, nil
	}
	weekday, err := weekdayOf(name)
	return func(year int) date { return fixed(year).on(weekday) }, err
}

func weekdayOf(name string) (time.Weekday, error) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.EqualFold(day.String()[:3], name) {
			return day, nil
		}
	}
	return 0, fmt.Errorf("%q is no weekday", name)
}

// on is the first of some weekday that is not before d.
func (d date) on(day time.Weekday) date {
	return d + date((int(day)-int(d.weekday())+7)%7)
}

// kept is the day on which a holiday is kept whose date is d; ok is false where
// it isn't, in that year.
func (r holidayRule) kept(d date) (day date, ok bool) {
	weekday := d.weekday()
	before, after, friday := d.on(time.Monday)-7, d.on(time.Monday), d.on(time.Friday)
	switch r.moves {
	case "ifmon":
		return d, weekday == time.Monday
	case "iffri":
		return d, weekday == time.Friday
	case "monday":
		return after, true
	case "near", "week":
		switch {
		case weekday == time.Tuesday, weekday == time.Wednesday, weekday == time.Thursday && r.moves == "week":
			return before, true
		case weekday == time.Thursday, weekday == time.Friday:
			return after, true
		}
	case "bridge":
		switch weekday {
		case time.Tuesday:
			return before, true
		case time.Wednesday, time.Thursday:
			return friday, true
		case time.Saturday:
			return friday - 7, true
		case time.Sunday:
			return after, true
		}
	case "friday":
		switch weekday {
		case time.Tuesday:
			return friday - 7, true
		case time.Wednesday:
			return friday, true
		}
	}
	return d, true
}

// madeUp says whether a holiday of that weekday gives another day off.
func (r holidayRule) madeUp(day time.Weekday) bool {
	return day == time.Sunday && (r.moves == "sunday" || r.moves == "weekend") || day == time.Saturday && r.moves == "weekend"
}

// holidays works out all years of a line.
func (l holidayLine) holidays(library map[string][]daysOfYear) *holidays {
	kept := &holidays{years: make([]daysOfYear, holidaysTo-holidaysFrom+1), moon: l.moon}
	copy(kept.years, library[l.as])
	for year := holidaysFrom; year <= holidaysTo; year++ {
		off := map[date]bool{}
		var owed []date
		for _, r := range l.days {
			if day, ok := r.kept(r.date(year)); ok && year >= r.from && year <= r.to {
				off[day] = true
				if r.madeUp(day.weekday()) {
					owed = append(owed, day)
				}
			}
		}
		for _, day := range owed {
			for off[day] || day.weekday() == time.Saturday || day.weekday() == time.Sunday {
				day++
			}
			off[day] = true
		}
		for day := range off {
			if y, i := day.yearAndDay(); y == year {
				kept.years[year-holidaysFrom].set(i)
			}
		}
	}
	return kept
}
