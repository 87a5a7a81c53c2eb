package config

import (
	"fmt"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// DateRange is a number of whole days, first and last included, without a zone
// of its own. The zero value has no days.
type DateRange struct{ First, Last string } // 2026-12-20

// longestRange bounds a range: what is longer is a slip of the pen.
const longestRange = 366 * 24 * time.Hour

// UnmarshalText reads 2026-12-20..2027-01-06, or one day.
func (r *DateRange) UnmarshalText(b []byte) error {
	text := string(b)
	first, last, isRange := strings.Cut(text, "..")
	if !isRange {
		last = first
	}
	from, errFirst := time.Parse(time.DateOnly, first)
	to, errLast := time.Parse(time.DateOnly, last)
	switch {
	case errFirst != nil || errLast != nil:
		return strictyaml.Fault(fmt.Sprintf("%q is not a range of days", text), "write it as 2026-12-20..2027-01-06")
	case to.Before(from):
		return strictyaml.Fault(fmt.Sprintf("%q ends before it begins", text), "write the earlier day first")
	case to.Sub(from) > longestRange:
		return strictyaml.Fault(fmt.Sprintf("%q is longer than a year", text), "check the years")
	}
	*r = DateRange{First: first, Last: last}
	return nil
}

// MarshalText writes the range so that UnmarshalText reads it.
func (r DateRange) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// String is 2026-12-20..2027-01-06, one day, or nothing.
func (r DateRange) String() string {
	if r.First == r.Last {
		return r.First
	}
	return r.First + ".." + r.Last
}

// IsZero tells whether there are no days.
func (r DateRange) IsZero() bool { return r == DateRange{} }

// Span is from the beginning of the first day to the end of the last one, in the
// zone loc; zero times where there are no days.
func (r DateRange) Span(loc *time.Location) (from, until time.Time) {
	first, errFirst := time.ParseInLocation(time.DateOnly, r.First, loc)
	last, errLast := time.ParseInLocation(time.DateOnly, r.Last, loc)
	if errFirst != nil || errLast != nil { // there are none; UnmarshalText takes no others
		return time.Time{}, time.Time{}
	}
	return first, last.AddDate(0, 0, 1)
}
