package config

import (
	"fmt"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// Gap is the pause between two mails of one mailbox: a time from Min to Max,
// both inclusive. Equal ends are a fixed pause.
type Gap struct{ Min, Max time.Duration }

// UnmarshalText reads 90s-240s, or one duration.
func (g *Gap) UnmarshalText(b []byte) error {
	text := string(b)
	from, to, isRange := strings.Cut(text, "-")
	if !isRange {
		to = from
	}
	low, errLow := parseDuration(strings.TrimSpace(from))
	high, errHigh := parseDuration(strings.TrimSpace(to))
	if errLow != nil || errHigh != nil {
		return strictyaml.Fault(fmt.Sprintf("%q is not a gap", text), "write it as 90s-240s, or as one duration")
	}
	if low > high {
		return strictyaml.Fault(fmt.Sprintf("%q ends before it begins", text), "write the shorter time first")
	}
	*g = Gap{Min: low, Max: high}
	return nil
}

// MarshalText writes the gap so that UnmarshalText reads it.
func (g Gap) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// String is 90s-240s in the largest units that fit, or one duration.
func (g Gap) String() string {
	if g.Min == g.Max {
		return durationText(g.Min)
	}
	return durationText(g.Min) + "-" + durationText(g.Max)
}
