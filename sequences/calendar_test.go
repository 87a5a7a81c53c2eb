package sequences_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the test must not depend on the machine's zones

	"followupd/sequences"

	"pgregory.net/rapid"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := sequences.LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func instant(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestBusinessDay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, day, country string
		want               bool
	}{
		{"a Tuesday", "2026-11-24", "DE", true},
		{"a Saturday", "2026-11-28", "DE", false},
		{"a Sunday", "2026-11-29", "", false},
		{"German Unity Day on a Saturday stays there", "2026-10-02", "DE", true},
		{"Christmas", "2026-12-25", "GB", false},
		{"Boxing Day moved to Monday", "2026-12-28", "GB", false},
		{"nobody's country has no Christmas", "2026-12-25", "", true},
		{"Thanksgiving", "2026-11-26", "US", false},
		{"Thanksgiving isn't one in Spain", "2026-11-26", "ES", true},
		{"4 July 2026 is a Saturday, Friday is off", "2026-07-03", "US", false},
		{"Friday in Saudi Arabia", "2026-11-27", "SA", false},
		{"Sunday in Saudi Arabia", "2026-11-29", "SA", true},
		{"Anzac Day is kept in every state of Australia", "2025-04-25", "AU", false},
		{"Melbourne Cup Day is not", "2026-11-03", "AU", true},
		{"Western Australia Day is not", "2026-06-01", "AU", true},
		{"New Year's Day observed in the old year", "2027-12-31", "US", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			day := instant(t, tt.day+"T12:00:00Z")
			if got := sequences.BusinessDay(day, time.UTC, tt.country); got != tt.want {
				t.Errorf("BusinessDay(%s, %q) = %v, want %v", tt.day, tt.country, got, tt.want)
			}
		})
	}
}

func TestAddBusinessDays(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, zone, country, from string
		n                         int
		want                      string
	}{
		{"over a weekend", "Europe/Madrid", "", "2026-11-20T10:00:00+01:00", 3, "2026-11-25T10:00:00+01:00"},
		{"from a Sunday, Monday is the first", "Europe/Madrid", "", "2026-11-22T10:00:00+01:00", 1, "2026-11-23T10:00:00+01:00"},
		{"none", "Europe/Madrid", "", "2026-11-22T10:00:00+01:00", 0, "2026-11-22T10:00:00+01:00"},
		{"over Thanksgiving", "America/New_York", "US", "2026-11-25T09:00:00-05:00", 1, "2026-11-27T09:00:00-05:00"},
		{"the wall time stays when summer ends", "Europe/Berlin", "DE", "2026-10-23T09:30:00+02:00", 1, "2026-10-26T09:30:00+01:00"},
		{"into a gap: the first instant after it", "Africa/Cairo", "", "2026-04-22T00:30:00+02:00", 1, "2026-04-23T00:30:00+02:00"},
		{"into Cairo's gap on Friday 24 April", "Africa/Cairo", "JP", "2026-04-23T00:30:00+02:00", 1, "2026-04-24T01:00:00+03:00"},
		{"into a gap west of Greenwich", "America/New_York", "SA", "2026-03-05T02:30:00-05:00", 1, "2026-03-08T03:00:00-04:00"},
		{"into an overlap: the first of both", "America/Havana", "SA", "2026-10-29T00:30:00-04:00", 1, "2026-11-01T00:30:00-04:00"},
		{"into an overlap east of Greenwich", "Europe/Berlin", "SA", "2026-10-22T02:30:00+02:00", 1, "2026-10-25T02:30:00+02:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := sequences.AddBusinessDays(instant(t, tt.from), tt.n, zone(t, tt.zone), tt.country)
			if want := instant(t, tt.want); !got.Equal(want) {
				t.Errorf("got %s, want %s", got, want.In(got.Location()))
			}
		})
	}
}

// The count goes back from the result day by day, over dates alone.
func TestAddBusinessDaysAgainstACount(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		loc := drawZone(t, "zone")
		country := rapid.SampledFrom([]string{"", "DE", "US", "GB", "JP", "AU", "SA", "AR", "NZ", "NP", "XX"}).Draw(t, "country")
		from := drawInstant(t, loc)
		n := rapid.IntRange(0, 60).Draw(t, "n")
		got := sequences.AddBusinessDays(from, n, loc, country)
		if n == 0 {
			if !got.Equal(from) {
				t.Fatalf("0 business days moved %s to %s", from, got)
			}
			return
		}
		count := 0
		start := noon(from, loc)
		for day := noon(got, loc); day.After(start); day = day.AddDate(0, 0, -1) {
			if sequences.BusinessDay(day, time.UTC, country) {
				count++
			}
		}
		if count != n {
			t.Fatalf("%s + %dbd = %s: %d business days between", from, n, got, count)
		}
		if !sequences.BusinessDay(got, loc, country) {
			t.Fatalf("%s is a day off", got)
		}
		checkWallTime(t, from.In(loc), got.In(loc))
	})
}

// checkWallTime: the same clock, or the end of the gap that swallowed it, and
// of two instants with that clock the first.
func checkWallTime(t *rapid.T, from, got time.Time) {
	t.Helper()
	if clock(from) != clock(got) {
		start, _ := got.ZoneBounds()
		if !got.Equal(start) || clock(got) < clock(from) {
			t.Fatalf("%s became %s, which is neither the same clock nor the end of a gap", from, got)
		}
	}
	for back := 30 * time.Minute; back <= 3*time.Hour; back += 30 * time.Minute {
		earlier := got.Add(-back)
		if earlier.YearDay() == got.YearDay() && clock(earlier) == clock(got) {
			t.Fatalf("%s shows the same time as %s and is earlier", earlier, got)
		}
	}
}

func clock(t time.Time) time.Duration {
	h, m, s := t.Clock()
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second + time.Duration(t.Nanosecond())
}

// noon is the date of t in loc, as noon in UTC.
func noon(t time.Time, loc *time.Location) time.Time {
	y, m, d := t.In(loc).Date()
	return time.Date(y, m, d, 12, 0, 0, 0, time.UTC)
}

// drawZone prefers zones whose clocks change in odd ways: by half an hour, at
// midnight, by a whole day, twice around Ramadan, backwards in winter.
func drawZone(t *rapid.T, label string) *time.Location {
	name := rapid.SampledFrom([]string{
		"Europe/Madrid", "Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Los_Angeles",
		"Australia/Lord_Howe", "Australia/Sydney", "Africa/Cairo", "Africa/Casablanca", "America/Havana",
		"America/Santiago", "America/Nuuk", "Asia/Beirut", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Gaza",
		"Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "Antarctica/Troll", "America/Scoresbysund",
		"UTC", "UTC+05:30", "UTC-11:00",
	}).Draw(t, label)
	loc, err := sequences.LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// drawInstant draws near a change of the zone's clock half of the time.
func drawInstant(t *rapid.T, loc *time.Location) time.Time {
	at := time.Unix(rapid.Int64Range(time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC).Unix(), time.Date(2045, 1, 1, 0, 0, 0, 0, time.UTC).Unix()).Draw(t, "at"), 0)
	if rapid.Bool().Draw(t, "near a change") {
		if _, change := at.In(loc).ZoneBounds(); !change.IsZero() {
			at = change.Add(time.Duration(rapid.Int64Range(-int64(30*time.Hour), int64(30*time.Hour)).Draw(t, "from the change")))
		}
	}
	return at.In(loc)
}
