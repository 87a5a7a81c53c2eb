package sequences_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

func TestResolveZone(t *testing.T) {
	t.Parallel()
	offset := func(hours float64) *int { s := int(hours * 3600); return &s }
	tests := []struct {
		name              string
		timezone, country string
		offset            *int
		mailbox           string
		wantName, wantWhy string
	}{
		{"the field", "America/Chicago", "Spain", offset(2), "Europe/Berlin", "America/Chicago", "the timezone field"},
		{"the field in any case", "america/chicago", "", nil, "", "America/Chicago", "the timezone field"},
		{"the field as an offset", "GMT-5", "", nil, "", "UTC-05:00", "the timezone field"},
		{"an old name", "US/Eastern", "", nil, "", "US/Eastern", "the timezone field"},
		{"the country", "", "España", offset(2), "Europe/Berlin", "Europe/Madrid", "the country field (ES)"},
		{"the most people", "", "US", nil, "Europe/Berlin", "America/New_York", "the country field (US)"},
		{"an unknown field", "Atlantis", "DE", nil, "", "Europe/Berlin", `the country field (DE) (the timezone field says "Atlantis", which is no known zone)`},
		{"their mails", "", "", offset(-3.5), "Europe/Berlin", "UTC-03:30", "the clock of their own mails"},
		{"their mails in UTC", "", "Atlantis", offset(0), "Europe/Berlin", "UTC", "the clock of their own mails"},
		{"an offset nobody has", "", "", offset(20), "Europe/Berlin", "Europe/Berlin", "the mailbox's zone"},
		{"the mailbox", "", "", nil, "Europe/Berlin", "Europe/Berlin", "the mailbox's zone"},
		{"the machine's zone never counts", "Local", "", nil, "local", "UTC", `nothing known of a zone (the timezone field says "Local", which is no known zone)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			fields := map[string]string{"timezone": tt.timezone, "country": tt.country}
			loc, name, why := sequences.ResolveZone(fields, tt.offset, tt.mailbox)
			if name != tt.wantName || why != tt.wantWhy {
				t.Errorf("got %q by %q, want %q by %q", name, why, tt.wantName, tt.wantWhy)
			}
			again, err := sequences.LoadZone(name)
			if err != nil {
				t.Fatalf("the name can't be loaded: %v", err)
			}
			for _, month := range []time.Month{time.January, time.July} {
				at := time.Date(2026, month, 1, 0, 0, 0, 0, time.UTC)
				if a, b := at.In(loc).String(), at.In(again).String(); a != b {
					t.Errorf("loaded again it shows %s, not %s", b, a)
				}
			}
		})
	}
}

func TestLoadZoneByOffset(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{
		"UTC+02:00": 7200, "utc-5": -18000, "+0530": 19800, "GMT-03:30": -12600, "UTC": 0, "+00:00": 0, "z": 0, "UTC+14:00": 50400,
	} {
		loc, err := sequences.LoadZone(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if _, got := time.Unix(0, 0).In(loc).Zone(); got != want {
			t.Errorf("LoadZone(%q) is %d seconds east of UTC, want %d", name, got, want)
		}
	}
}

func TestLoadZoneRefuses(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", " ", "Local", "LOCAL", "Mars/Olympus", "../../etc/passwd", "+15", "UTC+02:99", "+2.5"} {
		if loc, err := sequences.LoadZone(name); err == nil {
			t.Errorf("LoadZone(%q) = %s", name, loc)
		}
	}
}

func TestMainZones(t *testing.T) {
	t.Parallel()
	for country, want := range map[string]string{
		"RU": "Europe/Moscow", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
		"ES": "Europe/Madrid", "UA": "Europe/Kyiv", "XK": "Europe/Belgrade", "ZZ": "", "": "",
	} {
		if got := sequences.MainZone(country); got != want {
			t.Errorf("MainZone(%q) = %q, want %q", country, got, want)
		}
		if want == "" {
			continue
		}
		if _, err := sequences.LoadZone(want); err != nil {
			t.Error(err)
		}
	}
	for zone, want := range map[string]string{"America/Chicago": "US", "Europe/Belgrade": "RS", "UTC+02:00": ""} {
		if got := sequences.ZoneCountry(zone); got != want {
			t.Errorf("ZoneCountry(%q) = %q, want %q", zone, got, want)
		}
	}
}

func TestCountry(t *testing.T) {
	t.Parallel()
	for want, names := range map[string]string{
		"DE": "DE|de|DEU|Germany|Deutschland|Allemagne|Alemania|Germania|Alemanha|Duitsland|Niemcy|Tyskland|GERMANY ",
		"ES": "ES|Spain|España|espana|Spanien|Espagne|Spagna|Espanha|Spanje",
		"GB": "GB|UK|U.K.|United Kingdom|England|Scotland|Großbritannien|Royaume-Uni|Verenigd Koninkrijk|Reino Unido|Vereinigtes Königreich",
		"US": "US|USA|U.S.A.|United States|Vereinigte Staaten|États-Unis|Estados Unidos|Stati Uniti|the United States of America",
		"NL": "nl|Netherlands|The Netherlands|Holland|Niederlande|Pays-Bas|Nederland|Países Bajos",
		"CH": "Switzerland|Schweiz|Suisse|Svizzera|Suiza|Zwitserland",
		"CZ": "Czechia|Czech Republic|Tschechien|Česko",
		"JP": "Japan|日本|Giappone",
		"GR": "GR|EL|Greece|Ελλάδα|Griechenland",
		"KR": "South Korea|Südkorea|Korea",
		"":   "|-|Atlantis|Europe|EU|150|n/a",
	} {
		for name := range strings.SplitSeq(names, "|") {
			if got := sequences.Country(map[string]string{"country": name}); got != want {
				t.Errorf("Country(%q) = %q, want %q", name, got, want)
			}
		}
	}
	if got := sequences.Country(nil); got != "" {
		t.Errorf("Country(nil) = %q", got)
	}
}

// An offset of zero in a Date header is what servers write that know no zone,
// or want none: it is learned only of somebody whose country has it then.
func TestOffsetOfZeroTeachesNothing(t *testing.T) {
	t.Parallel()
	const none = -1
	winter := time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC)
	summer := winter.AddDate(0, 4, 0)
	for _, tc := range []struct {
		name    string
		country string
		at      time.Time
		offsets []int
		want    int
	}{
		{"nothing known", "", winter, []int{0}, none},
		{"an offset is known", "", winter, []int{3600, 0}, 3600},
		{"another offset", "", winter, []int{3600, 0, -18000}, -18000},
		{"London in winter", "UK", winter, []int{0}, 0},
		{"London in summer", "UK", summer, []int{0}, none},
		{"Iceland in summer", "Iceland", summer, []int{0}, 0},
		{"Germany", "DE", winter, []int{0}, none},
		{"no known country", "Atlantis", winter, []int{0}, none},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := begun(t)
			s.p.Fields = map[string]string{"country": tc.country}
			s.now = tc.at
			for i, offset := range tc.offsets {
				s.do(sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Ref: fmt.Sprint(i), Route: sequences.RouteThread, Kind: replies.KindReply,
					Intent: replies.IntentQuestion, Certain: true, Offset: &offset}})
			}
			got := none
			if s.p.Offset != nil {
				got = *s.p.Offset
			}
			if got != tc.want {
				t.Errorf("learned %d, want %d", got, tc.want)
			}
		})
	}
}
