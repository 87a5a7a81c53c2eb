package sequences

import (
	_ "embed" // the table of zones
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed zones.txt
var zoneList string

var errNoZone = errors.New("no time zone is named")

// ResolveZone finds the zone that a person lives in: the field "timezone",
// else the main zone of the field "country", else the offset of their own
// mails (seconds east of UTC; nil is unknown), else the mailbox's zone, else
// UTC. The name can be given to LoadZone; why says what it was taken from, and
// what was there but couldn't be read.
func ResolveZone(fields map[string]string, offsetSeconds *int, mailboxZone string) (loc *time.Location, name, why string) {
	var unread string
	if text := strings.TrimSpace(fields["timezone"]); text != "" {
		loc, err := LoadZone(text)
		if err == nil {
			return loc, loc.String(), "the timezone field"
		}
		unread = fmt.Sprintf(" (the timezone field says %q, which is no known zone)", text)
	}
	if country := Country(fields); country != "" {
		if name := MainZone(country); name != "" {
			if loc, err := LoadZone(name); err == nil {
				return loc, name, "the country field (" + country + ")" + unread
			}
		}
	}
	if offsetSeconds != nil && plausibleOffset(*offsetSeconds) {
		loc := fixedZone(*offsetSeconds)
		return loc, loc.String(), "the clock of their own mails" + unread
	}
	if loc, err := LoadZone(mailboxZone); err == nil {
		return loc, loc.String(), "the mailbox's zone" + unread
	}
	return time.UTC, "UTC", "nothing known of a zone" + unread
}

// LoadZone finds a zone by its IANA name, in any case, or by an offset:
// "UTC+02:00", "+0200", "GMT-5". "Local" and the empty name are errors: what
// the machine's own zone is must not matter. The zones of zones.txt are loaded
// once and are cheap from then on.
func LoadZone(name string) (*time.Location, error) {
	if load := zoneTable().byName[name]; load != nil {
		return load()
	}
	name = strings.TrimSpace(name)
	switch {
	case name == "" || strings.EqualFold(name, "local"):
		return nil, errNoZone
	case strings.EqualFold(name, "utc") || strings.EqualFold(name, "z") || strings.EqualFold(name, "gmt"):
		return time.UTC, nil
	}
	if canonical, ok := zoneTable().folded[strings.ToLower(name)]; ok {
		return zoneTable().byName[canonical]()
	}
	if m := offsetName.FindStringSubmatch(name); m != nil {
		return offsetZone(m)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("%q is not a time zone", name)
	}
	return loc, nil
}

// MainZone is the IANA name of the zone that most people of a country (ISO
// 3166-1 alpha-2) live in, or empty.
func MainZone(country string) string { return zoneTable().main[country] }

// ZoneCountry is the country (ISO 3166-1 alpha-2) that a zone's IANA name
// stands in, or empty.
func ZoneCountry(name string) string { return zoneTable().country[name] }

// zones is the table of zones.txt, in which each zone is loaded at its first
// use: reading one takes longer than all else that is computed for a person.
type zones struct {
	main    map[string]string // country -> zone
	country map[string]string // zone -> country
	folded  map[string]string // lower case -> zone
	byName  map[string]func() (*time.Location, error)
}

var zoneTable = sync.OnceValue(func() zones {
	z := zones{
		main: map[string]string{}, country: map[string]string{},
		folded: map[string]string{}, byName: map[string]func() (*time.Location, error){},
	}
	for line := range strings.Lines(zoneList) {
		words := strings.Fields(line)
		if strings.HasPrefix(line, "#") || len(words) < 2 {
			continue
		}
		z.main[words[0]] = words[1]
		for _, name := range words[1:] {
			if z.country[name] == "" {
				z.country[name] = words[0]
			}
			z.folded[strings.ToLower(name)] = name
			z.byName[name] = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation(name) })
		}
	}
	return z
})

var offsetName = regexp.MustCompile(`(?i)^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$`)

func offsetZone(m []string) (*time.Location, error) {
	hours, _ := strconv.Atoi(m[2])   // two digits by the expression
	minutes, _ := strconv.Atoi(m[3]) // two digits or none
	seconds := hours*3600 + minutes*60
	if m[1] == "-" {
		seconds = -seconds
	}
	if minutes > 59 || !plausibleOffset(seconds) {
		return nil, fmt.Errorf("%q is not an offset from UTC", m[0])
	}
	return fixedZone(seconds), nil
}

// plausibleOffset: clocks on land are between UTC-12 and UTC+14.
func plausibleOffset(seconds int) bool { return seconds >= -12*3600 && seconds <= 14*3600 }

func fixedZone(seconds int) *time.Location {
	if seconds == 0 {
		return time.UTC
	}
	sign, abs := '+', seconds
	if seconds < 0 {
		sign, abs = '-', -seconds
	}
	abs -= abs % secondsPerMinute
	name := fmt.Sprintf("UTC%c%02d:%02d", sign, abs/3600, abs%3600/60)
	if seconds < 0 {
		abs = -abs
	}
	return time.FixedZone(name, abs)
}
