package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// Span is a time between two mails: business days (2bd) or a plain duration.
// One of the two is zero.
type Span struct {
	BusinessDays int
	Plain        time.Duration
}

var spanForm = regexp.MustCompile(`^([0-9]+)bd$`)

// mostBusinessDays bounds a span: what is longer is a slip of the pen.
const mostBusinessDays = 1000

// UnmarshalText reads 2bd, or a duration such as 36h.
func (s *Span) UnmarshalText(b []byte) error {
	text := string(b)
	if m := spanForm.FindStringSubmatch(text); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil || n > mostBusinessDays {
			return strictyaml.Fault(fmt.Sprintf("%q is too long", text), fmt.Sprintf("at most %dbd", mostBusinessDays))
		}
		*s = Span{BusinessDays: n}
		return nil
	}
	d, err := parseDuration(text)
	if err != nil {
		hint := durationHint(text)
		switch {
		case onlyDigits.MatchString(text):
			hint = "add a unit, as in " + text + "bd (business days), " + text + "d or " + text + "h"
		case strings.HasPrefix(hint, "write it as"):
			hint = "write it as 2bd (business days), 36h, 3d or 2w"
		}
		return strictyaml.Fault(fmt.Sprintf("%q is not a time span", text), hint)
	}
	*s = Span{Plain: d}
	return nil
}

// MarshalText writes the span so that UnmarshalText reads it.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// String is 2bd, or the duration.
func (s Span) String() string {
	if s.BusinessDays > 0 {
		return fmt.Sprintf("%dbd", s.BusinessDays)
	}
	return durationText(s.Plain)
}
