package config

import (
	"fmt"
	"time"
	_ "time/tzdata" // zones are known on machines without a zone database, too

	"followupd/internal/strictyaml"
)

// Zone is a time zone by its IANA name. Its zero value is no zone, and counts as UTC.
type Zone struct {
	name string
	loc  *time.Location
}

// UnmarshalText reads Europe/Madrid.
func (z *Zone) UnmarshalText(b []byte) error {
	name := string(b)
	loc, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return strictyaml.Fault(fmt.Sprintf("%q is not a time zone", name), "write it as Europe/Madrid or UTC")
	}
	*z = Zone{name: name, loc: loc}
	return nil
}

// MarshalText writes the zone so that UnmarshalText reads it.
func (z Zone) MarshalText() ([]byte, error) { return []byte(z.name), nil }

// String is the zone's IANA name, or nothing.
func (z Zone) String() string { return z.name }

// IsZero tells whether no zone is set.
func (z Zone) IsZero() bool { return z.name == "" }

// Location is the zone as the standard library has it, never nil.
func (z Zone) Location() *time.Location {
	if z.loc == nil {
		return time.UTC
	}
	return z.loc
}
