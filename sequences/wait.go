package sequences

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The longest waits that make sense between two mails.
const (
	maxBusinessDays = 520
	maxPlainWait    = 2 * 366 * 24 * time.Hour
)

// After returns the instant at which the wait that begins at t is over. For
// business days it is the same wall time in the prospect's zone, by the
// weekend and holidays of the prospect's country.
func (w Wait) After(t time.Time, z Zones) time.Time {
	if w.BusinessDays > 0 {
		return AddBusinessDays(t, w.BusinessDays, z.prospect(), z.country())
	}
	return t.Add(w.Plain)
}

// IsZero says that there is nothing to wait for.
func (w Wait) IsZero() bool { return w.BusinessDays <= 0 && w.Plain <= 0 }

// String writes the wait as ParseWait reads it: "3bd", "36h", "2w", "1h30m".
func (w Wait) String() string {
	if w.BusinessDays > 0 {
		return strconv.Itoa(w.BusinessDays) + "bd"
	}
	const day = 24 * time.Hour
	switch d := w.Plain; {
	case d > 0 && d%(7*day) == 0:
		return strconv.FormatInt(int64(d/(7*day)), 10) + "w"
	case d > 0 && d%day == 0:
		return strconv.FormatInt(int64(d/day), 10) + "d"
	default:
		return trimZeroUnits(d.String())
	}
}

// trimZeroUnits makes "36h" of the "36h0m0s" that time.Duration writes.
func trimZeroUnits(s string) string {
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

var (
	oneWait     = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*(\pL+)$`)
	plainParts  = regexp.MustCompile(`(\d+)(ms|[wdhms])`)
	wholePlain  = regexp.MustCompile(`^(?:\d+(?:ms|[wdhms]))+$`)
	onlyADigits = regexp.MustCompile(`^\d+$`)
)

// waitError keeps what is wrong and what to write instead apart.
type waitError struct{ text, hint string }

func (e *waitError) Error() string { return e.text + " (" + e.hint + ")" }

// ParseWait reads a wait: whole business days ("3bd") or a duration of weeks,
// days, hours, minutes, seconds and milliseconds ("2w", "1d", "36h", "90m",
// "10s", "1d12h"). At most 520 business days or two years. The error names
// what was meant, where that can be guessed.
func ParseWait(s string) (Wait, error) {
	text := strings.TrimSpace(s)
	if n, ok := strings.CutSuffix(text, "bd"); ok && onlyADigits.MatchString(n) {
		return businessWait(text, n)
	}
	if !wholePlain.MatchString(text) {
		return Wait{}, &waitError{fmt.Sprintf("%q is not a duration", s), guessWait(text)}
	}
	var total float64 // no sum of int64 to overflow
	for _, part := range plainParts.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.ParseFloat(part[1], 64) // digits alone; too many are +Inf
		total += n * float64(plainUnit(part[2]))
	}
	if total > float64(maxPlainWait) {
		return Wait{}, &waitError{fmt.Sprintf("%q is longer than two years", s), "try something shorter"}
	}
	return Wait{Plain: time.Duration(total)}, nil
}

func businessWait(text, digits string) (Wait, error) {
	n, err := strconv.Atoi(digits)
	if err != nil || n > maxBusinessDays {
		return Wait{}, &waitError{fmt.Sprintf("%q is longer than two years", text), fmt.Sprintf("%dbd is the most", maxBusinessDays)}
	}
	return Wait{BusinessDays: n}, nil
}

func plainUnit(unit string) time.Duration {
	switch unit {
	case "w":
		return 7 * 24 * time.Hour
	case "d":
		return 24 * time.Hour
	case "h":
		return time.Hour
	case "m":
		return time.Minute
	case "s":
		return time.Second
	}
	return time.Millisecond
}

// guessWait suggests what was meant, for the end of an error.
func guessWait(text string) string {
	const general = "try 3bd for business days, or 36h, 2w, 10s"
	if onlyADigits.MatchString(text) {
		return fmt.Sprintf("a unit is missing: try %sbd for business days or %sd for days", text, text)
	}
	parts := oneWait.FindStringSubmatch(strings.ToLower(text))
	if parts == nil {
		return general
	}
	if strings.Contains(parts[1], ".") {
		return "whole numbers only: " + general
	}
	unit := parts[2]
	for _, known := range []struct{ prefix, unit string }{
		{"bd", "bd"}, {"bus", "bd"}, {"work", "bd"}, {"wd", "bd"},
		{"d", "d"}, {"w", "w"}, {"h", "h"}, {"min", "m"}, {"s", "s"},
		{"mo", "month"}, {"y", "year"}, {"m", "m"},
	} {
		if !strings.HasPrefix(unit, known.prefix) {
			continue
		}
		switch known.unit {
		case "month":
			return "months differ in length: try 4w"
		case "year":
			return "years differ in length: try 52w"
		}
		return "try " + parts[1] + known.unit
	}
	return general
}
