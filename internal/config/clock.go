package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// Clock is a time of day in minutes after midnight, from 0 to 1439.
type Clock int

var clockForm = regexp.MustCompile(`^([01][0-9]|2[0-3]):([0-5][0-9])$`)

// UnmarshalText reads 07:30.
func (c *Clock) UnmarshalText(b []byte) error {
	m := clockForm.FindSubmatch(b)
	if m == nil {
		return strictyaml.Fault(fmt.Sprintf("%q is not a time of day", b), "write it as 07:30, from 00:00 to 23:59")
	}
	hour, _ := strconv.Atoi(string(m[1]))
	minute, _ := strconv.Atoi(string(m[2]))
	*c = Clock(hour*60 + minute)
	return nil
}

// MarshalText writes the time so that UnmarshalText reads it.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// String is 07:30.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// Weekday is a day of the week, written in full and in lower case.
type Weekday time.Weekday

// Std is the day as the standard library has it.
func (w Weekday) Std() time.Weekday { return time.Weekday(w) }

// UnmarshalText reads monday to sunday.
func (w *Weekday) UnmarshalText(b []byte) error {
	names := weekdayNames()
	for i, name := range names {
		if name == string(b) {
			*w = Weekday(i)
			return nil
		}
	}
	hint := "write it as monday"
	for _, name := range names {
		if lower := strings.ToLower(string(b)); len(lower) >= 2 && strings.HasPrefix(name, lower) {
			hint = "write it as " + name
		}
	}
	return strictyaml.Fault(fmt.Sprintf("%q is not a day of the week", b), hint)
}

// MarshalText writes the day so that UnmarshalText reads it.
func (w Weekday) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// String is monday to sunday.
func (w Weekday) String() string { return strings.ToLower(time.Weekday(w).String()) }

// weekdayNames are the seven names, Sunday first as in package time.
func weekdayNames() []string {
	names := make([]string, 7)
	for i := range names {
		names[i] = Weekday(i).String()
	}
	return names
}
