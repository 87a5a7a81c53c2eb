package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// Duration is a time span written as 90s, 36h, 3d, 2w or 1h30m; a day is 24
// hours. The smallest unit is the second, the longest duration ten years.
type Duration time.Duration

// longest bounds a duration: what is longer is a slip of the pen.
const longest = 10 * 366 * 24 * time.Hour

var (
	durationForm = regexp.MustCompile(`^([0-9]+[wdhms])+$`)
	durationPart = regexp.MustCompile(`([0-9]+)([wdhms])`)
	onlyDigits   = regexp.MustCompile(`^[0-9]+$`)
)

// Std is the duration as the standard library has it.
func (d Duration) Std() time.Duration { return time.Duration(d) }

// UnmarshalText reads 90s, 36h, 3d, 2w or 1h30m.
func (d *Duration) UnmarshalText(b []byte) error {
	v, err := parseDuration(string(b))
	if err != nil {
		return err
	}
	*d = Duration(v)
	return nil
}

// MarshalText writes the duration so that UnmarshalText reads it.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// String is the duration in the largest units that fit: 2w, 1h30m, 0s.
func (d Duration) String() string { return durationText(time.Duration(d)) }

func parseDuration(text string) (time.Duration, error) {
	if !durationForm.MatchString(text) {
		return 0, strictyaml.Fault(fmt.Sprintf("%q is not a duration", text), durationHint(text))
	}
	var sum time.Duration
	for _, part := range durationPart.FindAllStringSubmatch(text, -1) {
		n, err := strconv.ParseInt(part[1], 10, 64)
		unit := unitOf(part[2])
		if err != nil || n > int64(longest/unit) || sum+time.Duration(n)*unit > longest {
			return 0, strictyaml.Fault(fmt.Sprintf("%q is longer than ten years", text), "")
		}
		sum += time.Duration(n) * unit
	}
	return sum, nil
}

func unitOf(letter string) time.Duration {
	switch letter {
	case "w":
		return 7 * 24 * time.Hour
	case "d":
		return 24 * time.Hour
	case "h":
		return time.Hour
	case "m":
		return time.Minute
	}
	return time.Second
}

// durationHint guesses at what was meant, from the number and the first letter.
func durationHint(text string) string {
	if onlyDigits.MatchString(text) {
		return "add a unit, as in " + text + "s, " + text + "m, " + text + "h or " + text + "d"
	}
	squeezed := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	digits := len(squeezed) - len(strings.TrimLeft(squeezed, "0123456789"))
	if digits > 0 && digits < 6 && strings.ContainsAny(squeezed[digits:digits+1], "wdhms") && !strings.HasPrefix(squeezed[digits:], "mo") && !strings.HasPrefix(squeezed[digits:], "ms") {
		return "try " + squeezed[:digits+1]
	}
	return "write it as 90s, 36h, 3d or 2w"
}

func durationText(d time.Duration) string {
	if d <= 0 {
		return "0s"
	}
	var b strings.Builder
	for _, unit := range []string{"w", "d", "h", "m", "s"} {
		size := unitOf(unit)
		if unit == "w" && d%size != 0 {
			continue
		}
		if n := d / size; n > 0 {
			fmt.Fprintf(&b, "%d%s", n, unit)
			d %= size
		}
	}
	return b.String()
}
