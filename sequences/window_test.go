package sequences_test

import (
	"testing"
	"time"

	"followupd/sequences"

	"pgregory.net/rapid"
)

func TestWindow(t *testing.T) {
	t.Parallel()
	morning := sequences.Window{Days: []time.Weekday{time.Tuesday, time.Wednesday, time.Thursday}, From: 9 * 60, To: 11*60 + 30}
	night := sequences.Window{Days: allDays(), From: 2 * 60, To: 2*60 + 30, Holidays: sequences.HolidaysNone}
	tests := []struct {
		name                string
		window              sequences.Window
		zone, country       string
		at, wantNext, wantE string // wantE is the end of the opening at Next
	}{
		{"inside", morning, "Europe/Madrid", "ES", "2026-11-24T10:00:00+01:00", "2026-11-24T10:00:00+01:00", "2026-11-24T11:30:00+01:00"},
		{"the end isn't inside", morning, "Europe/Madrid", "ES", "2026-11-24T11:30:00+01:00", "2026-11-25T09:00:00+01:00", "2026-11-25T11:30:00+01:00"},
		{"a nanosecond before the end is", morning, "Europe/Madrid", "ES", "2026-11-24T11:29:59.999999999+01:00", "2026-11-24T11:29:59.999999999+01:00", "2026-11-24T11:30:00+01:00"},
		{"over the weekend", morning, "Europe/Madrid", "ES", "2026-11-19T12:00:00+01:00", "2026-11-24T09:00:00+01:00", "2026-11-24T11:30:00+01:00"},
		{"in the prospect's zone", morning, "America/Los_Angeles", "US", "2026-11-24T10:00:00+01:00", "2026-11-24T09:00:00-08:00", "2026-11-24T11:30:00-08:00"},
		{"over Thanksgiving", morning, "America/New_York", "US", "2026-11-25T12:00:00-05:00", "2026-12-01T09:00:00-05:00", "2026-12-01T11:30:00-05:00"},
		{"opens in a gap: at its end", sequences.Window{Days: allDays(), From: 150, To: 240, Holidays: "none"}, "Europe/Berlin", "DE", "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00"},
		{"wholly in a gap: the next day", night, "Europe/Berlin", "DE", "2026-03-29T01:00:00+01:00", "2026-03-30T02:00:00+02:00", "2026-03-30T02:30:00+02:00"},
		{"open twice where the clock goes back", night, "Europe/Berlin", "DE", "2026-10-25T02:30:00+02:00", "2026-10-25T02:00:00+01:00", "2026-10-25T02:30:00+01:00"},
		{"goes on through the hour that comes twice", sequences.Window{Days: allDays(), From: 60, To: 180, Holidays: "none"}, "Europe/Berlin", "DE", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T03:00:00+01:00"},
		{"until midnight", sequences.Window{From: 22 * 60, To: 24 * 60}, "Europe/Berlin", "", "2026-11-23T12:00:00+01:00", "2026-11-23T22:00:00+01:00", "2026-11-24T00:00:00+01:00"},
		{"a whole day ends at its midnight", sequences.Window{From: 0, To: 24 * 60}, "Europe/Berlin", "", "2026-11-23T12:00:00+01:00", "2026-11-23T12:00:00+01:00", "2026-11-24T00:00:00+01:00"},
		{"a zone of its own", sequences.Window{From: 540, To: 600, Zone: "Asia/Tokyo", Holidays: "JP"}, "Europe/Berlin", "DE", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", "2026-11-24T01:00:00Z"},
		{"a day that the zone skipped", sequences.Window{Days: []time.Weekday{time.Friday}, From: 540, To: 600}, "Pacific/Apia", "", "2011-12-29T12:00:00-10:00", "2012-01-06T09:00:00+14:00", "2012-01-06T10:00:00+14:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			z := sequences.Zones{Prospect: zone(t, tt.zone), Country: tt.country}
			next := tt.window.Next(instant(t, tt.at), z)
			if want := instant(t, tt.wantNext); !next.Equal(want) {
				t.Fatalf("Next(%s) = %s, want %s", tt.at, next, want)
			}
			if end, want := tt.window.End(next, z), instant(t, tt.wantE); !end.Equal(want) {
				t.Errorf("End(%s) = %s, want %s", next, end, want)
			}
		})
	}
}

func TestWindowZones(t *testing.T) {
	t.Parallel()
	w := sequences.Window{Days: allDays(), From: 540, To: 600, Zone: sequences.ZoneMailbox}
	z := sequences.Zones{Prospect: zone(t, "Asia/Tokyo"), Mailbox: zone(t, "Europe/Madrid"), MailboxCountry: "ES"}
	if at := instant(t, "2026-11-24T09:00:00+01:00"); !w.Contains(at, z) {
		t.Error("9:00 in the mailbox's zone is outside a window in the mailbox's zone")
	}
	if at := instant(t, "2026-12-25T09:00:00+01:00"); w.Contains(at, z) {
		t.Error("with the prospect's country unknown, the mailbox's holidays don't count")
	}
	z.Country = "JP"
	if at := instant(t, "2026-12-25T09:00:00+01:00"); !w.Contains(at, z) {
		t.Error("a prospect in Japan has Christmas off")
	}
}

func TestWindowHolidays(t *testing.T) {
	t.Parallel()
	z := sequences.Zones{Prospect: time.UTC, Country: "GB"}
	christmas := instant(t, "2026-12-25T10:00:00Z")
	for holidays, open := range map[string]bool{"": false, "prospect": false, "none": true, "JP": true, "DE": false} {
		w := sequences.Window{From: 540, To: 1020, Holidays: holidays}
		if got := w.Contains(christmas, z); got != open {
			t.Errorf("holidays %q: open on Christmas is %v, want %v", holidays, got, open)
		}
	}
}

// A holiday that is made up for on another day is still kept on its own.
func TestWindowHolidayOnWeekend(t *testing.T) {
	t.Parallel()
	w, z := sequences.Window{Days: allDays(), From: 540, To: 1020}, sequences.Zones{Prospect: time.UTC, Country: "US"}
	for text, open := range map[string]bool{
		"2026-07-03T10:00:00Z": false, // Friday, in place of the 4th
		"2026-07-04T10:00:00Z": false,
		"2026-07-05T10:00:00Z": true,
	} {
		if got := w.Contains(instant(t, text), z); got != open {
			t.Errorf("open at %s is %v, want %v", text, got, open)
		}
	}
}

func TestWindowWithoutEnd(t *testing.T) {
	t.Parallel()
	at, z := instant(t, "2026-12-25T03:00:00Z"), sequences.Zones{}
	always := sequences.Window{Always: true}
	if !always.Contains(at, z) || !always.Next(at, z).Equal(at) || !always.End(at, z).IsZero() {
		t.Error("a window that is always open isn't")
	}
	for name, never := range map[string]sequences.Window{
		"no hours":       {From: 600, To: 600},
		"hours reversed": {From: 600, To: 540},
		"zero":           {},
	} {
		if next := never.Next(at, z); !next.IsZero() {
			t.Errorf("%s: Next = %s, want never", name, next)
		}
		if end := never.End(at, z); !end.IsZero() {
			t.Errorf("%s: End = %s, want none", name, end)
		}
	}
}

// The library's bounds of an offset end in the past on the 366th day of a year
// whose changes follow from a rule: no reason to look for the window forever.
func TestWindowOnTheLastDayOfALeapYear(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago"} {
		for _, year := range []int{2028, 2032, 2040, 2044} {
			loc, err := sequences.LoadZone(name)
			if err != nil {
				t.Fatal(err)
			}
			z := sequences.Zones{Prospect: loc}
			w := sequences.Window{Days: allDays(), From: 540, To: 600, Holidays: "none"}
			at := time.Date(year, 12, 31, 22, 0, 0, 0, loc)
			if got, want := w.Next(at, z), time.Date(year+1, 1, 1, 9, 0, 0, 0, loc); !got.Equal(want) {
				t.Errorf("Next(%s) = %s, want %s", at, got, want)
			}
			last := time.Date(year, 12, 31, 9, 30, 0, 0, loc)
			if got, want := w.End(last, z), last.Add(30*time.Minute); !got.Equal(want) {
				t.Errorf("End(%s) = %s, want %s", last, got, want)
			}
		}
	}
}

// No instant outside the window, none before what Next says, none after End.
func TestWindowLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWindow(t)
		z := sequences.Zones{
			Prospect: drawZone(t, "prospect"), Mailbox: drawZone(t, "mailbox"),
			Country: rapid.SampledFrom([]string{"", "DE", "US", "JP", "ES"}).Draw(t, "country"), MailboxCountry: "GB",
		}
		at := drawInstant(t, z.Prospect)
		next := w.Next(at, z)
		if next.IsZero() {
			t.Fatalf("%+v never opens after %s", w, at)
		}
		if next.Before(at) {
			t.Fatalf("Next(%s) = %s is in the past", at, next)
		}
		if !inside(w, next, z) || !w.Contains(next, z) {
			t.Fatalf("Next(%s) = %s is outside %+v", at, next, w)
		}
		if again := w.Next(next, z); !again.Equal(next) {
			t.Fatalf("Next(%s) = %s: not idempotent", next, again)
		}
		// Windows and offsets are whole minutes: a look at each minute misses nothing.
		for probe := at.Truncate(time.Minute).Add(time.Minute); probe.Before(next); probe = probe.Add(time.Minute) {
			if inside(w, probe, z) || w.Contains(probe, z) {
				t.Fatalf("Next(%s) = %s, but %s is inside already", at, next, probe)
			}
		}
		end := w.End(next, z)
		if !end.After(next) {
			t.Fatalf("End(%s) = %s", next, end)
		}
		for probe := next; probe.Before(end); probe = probe.Add(time.Minute) {
			if !inside(w, probe, z) {
				t.Fatalf("End(%s) = %s, but %s is outside", next, end, probe)
			}
		}
		last := end.Add(-1)
		if !inside(w, last, z) {
			t.Fatalf("%s, right before End, is outside", last)
		}
		if inside(w, end, z) && sameDay(end, last, w, z) {
			t.Fatalf("End(%s) = %s, which is inside and on the same day", next, end)
		}
	})
}

// inside is the independent count: by time.Date's parts and BusinessDay of a
// country without weekends off, so by holidays alone.
func inside(w sequences.Window, at time.Time, z sequences.Zones) bool {
	local := at.In(windowZone(w, z))
	day := false
	for _, d := range w.Days {
		day = day || d == local.Weekday()
	}
	minutes := local.Hour()*60 + local.Minute()
	if !day || minutes < w.From || minutes >= w.To {
		return false
	}
	country := w.Holidays
	switch country {
	case "prospect":
		if country = z.Country; country == "" {
			country = z.MailboxCountry
		}
	case "none":
		return true
	}
	if wd := local.Weekday(); wd == time.Saturday || wd == time.Sunday {
		// BusinessDay can't tell a holiday from a weekend.
		return w.Contains(at, z)
	}
	return sequences.BusinessDay(at, local.Location(), country)
}

func windowZone(w sequences.Window, z sequences.Zones) *time.Location {
	switch w.Zone {
	case "prospect":
		return z.Prospect
	case "mailbox":
		return z.Mailbox
	}
	loc, err := time.LoadLocation(w.Zone)
	if err != nil {
		panic(err)
	}
	return loc
}

func sameDay(a, b time.Time, w sequences.Window, z sequences.Zones) bool {
	loc := windowZone(w, z)
	return noon(a, loc).Equal(noon(b, loc))
}

func drawWindow(t *rapid.T) sequences.Window {
	w := sequences.Window{
		Days:     rapid.SliceOfNDistinct(rapid.SampledFrom(allDays()), 1, 7, rapid.ID[time.Weekday]).Draw(t, "days"),
		Zone:     rapid.SampledFrom([]string{"prospect", "mailbox", "America/Havana"}).Draw(t, "zone of the window"),
		Holidays: rapid.SampledFrom([]string{"prospect", "none", "FR"}).Draw(t, "holidays"),
	}
	w.From = rapid.IntRange(0, 24*60-1).Draw(t, "from")
	w.To = rapid.IntRange(w.From+1, min(w.From+180, 24*60)).Draw(t, "to")
	return w
}

func allDays() []time.Weekday {
	return []time.Weekday{time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday}
}

// An enrolment needs a wait and a window: a hundred thousand of them must take
// far less than a second.
func BenchmarkNextMail(b *testing.B) {
	w := sequences.Window{Days: []time.Weekday{time.Tuesday, time.Wednesday, time.Thursday}, From: 540, To: 690}
	fields := map[string]string{"country": "Spain"}
	at := instant(b, "2026-12-18T17:00:00Z")
	for b.Loop() {
		loc, _, _ := sequences.ResolveZone(fields, nil, "Europe/Berlin")
		z := sequences.Zones{Prospect: loc, Mailbox: loc, Country: sequences.Country(fields)}
		due := sequences.Wait{BusinessDays: 10}.After(at, z)
		if w.Next(due, z).IsZero() {
			b.Fatal("never")
		}
	}
}

// A window goes by the holidays of the country where the person is: that of
// their country field, else the one that their time zone lies in, else the
// mailbox's.
func TestWhoseHolidays(t *testing.T) {
	t.Parallel()
	plan := sequences.Plan{Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid"}}}
	thanksgiving := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC) // a Thursday
	reyes := time.Date(2027, 1, 6, 0, 0, 0, 0, time.UTC)          // a Wednesday; a holiday in Spain
	unity := time.Date(2028, 10, 3, 0, 0, 0, 0, time.UTC)         // a Tuesday; a holiday in Germany
	offset := -5 * 3600
	for _, tt := range []struct {
		name   string
		person sequences.Person
		off    time.Time // the holiday that counts; the others don't
	}{
		{"their country", sequences.Person{Fields: map[string]string{"country": "USA"}}, thanksgiving},
		{"their zone's country", sequences.Person{Fields: map[string]string{"timezone": "America/New_York"}}, thanksgiving},
		{"their zone's country, by an old name of the zone", sequences.Person{Fields: map[string]string{"timezone": "US/Eastern"}}, thanksgiving},
		{"their country, though they work elsewhere", sequences.Person{Fields: map[string]string{"timezone": "America/New_York", "country": "Germany"}}, unity},
		{"the country of a zone in small letters", sequences.Person{Fields: map[string]string{"timezone": "europe/berlin"}}, unity},
		{"nothing is known but the clock of their mails", sequences.Person{Offset: &offset}, reyes},
		{"nothing is known", sequences.Person{}, reyes},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			zones := plan.ZonesOf(&tt.person, "ana")
			for _, holiday := range []time.Time{thanksgiving, reyes, unity} {
				noon := time.Date(holiday.Year(), holiday.Month(), holiday.Day(), 12, 0, 0, 0, zones.Prospect)
				open := (sequences.Window{From: 0, To: 24 * 60}).Contains(noon, zones)
				if open != !holiday.Equal(tt.off) {
					t.Errorf("%s: the window is open: %t", holiday.Format(time.DateOnly), open)
				}
			}
		})
	}
}
