package sequences_test

import (
	"strings"
	"testing"
	"time"

	"followupd/sequences"
)

// Each country's days off of one year that aren't a Saturday or a Sunday, from
// calendars of the countries themselves: all of them, where no holidays follow
// the moon.
func TestHolidaysOfAYear(t *testing.T) {
	t.Parallel()
	tests := []struct{ country, year, days string }{
		{"PT", "2026", "01-01 04-03 05-01 06-04 06-10 10-05 12-01 12-08 12-25"},
		{"FI", "2026", "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25"},
		{"HU", "2025", "01-01 04-18 04-21 05-01 06-09 08-20 10-23 12-24 12-25 12-26"},
		{"EE", "2026", "01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25"},
		{"LU", "2025", "01-01 04-21 05-01 05-09 05-29 06-09 06-23 08-15 12-25 12-26"},
		{"IS", "2026", "01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-24 12-25"},
		{"MT", "2025", "01-01 02-10 03-19 03-31 04-18 05-01 08-15 09-08 12-08 12-25"},
		{"CY", "2026", "01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 10-01 10-28 12-25"},
		{"GR", "2026", "01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25"},
		{"RS", "2026", "01-01 01-02 01-07 02-16 02-17 04-10 04-13 05-01 11-11"},
		{"UA", "2027", "01-01 03-08 05-03 05-04 05-10 06-21 06-28 07-15 08-24 10-01 12-27"},
		{"RO", "2026", "01-01 01-02 01-06 01-07 04-10 04-13 05-01 06-01 11-30 12-01 12-25"},
		{"PL", "2026", "01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25"},
		{"PL", "2024", "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26"},
		{"IT", "2027", "01-01 01-06 03-29 06-02 10-04 11-01 12-08"},
		{"TR", "2026", "01-01 04-23 05-01 05-19 07-15 10-29"},
		{"CO", "2026", "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25"},
		{"MX", "2026", "01-01 02-02 03-16 04-02 04-03 05-01 09-16 11-16 12-25"},
		{"AR", "2025", "01-01 03-03 03-04 03-24 04-02 04-18 05-01 06-16 06-20 07-09 11-24 12-08 12-25"},
		{"CL", "2025", "01-01 04-18 05-01 05-21 06-20 07-16 08-15 09-18 09-19 10-31 12-08 12-25"},
		{"CL", "2023", "01-02 04-07 05-01 06-21 06-26 08-15 09-18 09-19 10-09 10-27 11-01 12-08 12-25"},
		{"PE", "2026", "01-01 04-02 04-03 05-01 06-29 07-23 07-28 07-29 08-06 10-08 12-08 12-09 12-25"},
		{"EC", "2024", "01-01 02-12 02-13 03-29 05-03 05-24 08-09 10-11 12-25"},
		{"BR", "2026", "01-01 02-17 04-03 04-21 05-01 06-04 09-07 10-12 11-02 11-20 12-25"},
		{"NZ", "2026", "01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28"},
		{"AU", "2026", "01-01 01-26 04-03 04-06 12-25 12-28"},
		{"ZA", "2026", "01-01 04-03 04-06 04-27 05-01 06-16 08-10 09-24 12-16 12-25"},
		{"NG", "2026", "01-01 04-03 04-06 05-01 06-12 10-01 12-25 12-28"},
		{"KE", "2027", "01-01 03-26 03-29 06-01 10-11 10-20 12-13 12-27"},
		{"SG", "2026", "01-01 04-03 05-01 08-10 12-25"},
		{"HK", "2022", "04-15 04-18 05-02 07-01 12-26 12-27"},
		{"IN", "2026", "01-26 04-03 10-02 12-25"},
		{"IL", "2026", ""},
	}
	for _, tt := range tests {
		t.Run(tt.country+" "+tt.year, func(t *testing.T) {
			t.Parallel()
			var days []string
			first := instant(t, tt.year+"-01-01T12:00:00Z")
			for day := first; day.Year() == first.Year(); day = day.AddDate(0, 0, 1) {
				if w := day.Weekday(); w != time.Saturday && w != time.Sunday && closed(day, tt.country) {
					days = append(days, day.Format("01-02"))
				}
			}
			if got := strings.Join(days, " "); got != tt.days {
				t.Errorf("\ngot  %s\nwant %s", got, tt.days)
			}
		})
	}
}

// closed says whether a country keeps a holiday on a day, by a window that is
// open on every day of the week.
func closed(day time.Time, country string) bool {
	w := sequences.Window{To: 24 * 60, Holidays: country, Days: []time.Weekday{0, 1, 2, 3, 4, 5, 6}}
	return !w.Contains(day, sequences.Zones{Prospect: time.UTC})
}

// Where nothing is known of a country, the two days are off that nearly all
// the world keeps. A country that is known to keep other days works on them.
func TestDaysOffOfACountryNotKnown(t *testing.T) {
	t.Parallel()
	newYear, christmas, other := instant(t, "2027-01-01T12:00:00Z"), instant(t, "2026-12-25T12:00:00Z"), instant(t, "2026-12-24T12:00:00Z")
	for country, want := range map[string][2]bool{
		"TV": {true, true}, "KI": {true, true}, "EG": {false, false}, "IL": {false, false}, "IR": {false, false}, "TR": {true, false}, "IN": {false, true},
	} {
		if got := [2]bool{closed(newYear, country), closed(christmas, country)}; got != want {
			t.Errorf("%s: closed on 1 January and 25 December: %v, want %v", country, got, want)
		}
	}
	if closed(other, "TV") {
		t.Error("a country of which nothing is known is closed on 24 December")
	}
	nowhere := sequences.Zones{Prospect: time.UTC}
	w := sequences.Window{To: 24 * 60}
	if w.Contains(newYear, nowhere) || w.Contains(christmas, nowhere) || !w.Contains(other, nowhere) {
		t.Error("who is in no known country isn't written to on 24 December alone")
	}
	if w.Holidays = sequences.HolidaysNone; !w.Contains(christmas, nowhere) {
		t.Error("with holidays: none, Christmas is a holiday")
	}
	after := sequences.Wait{BusinessDays: 1}.After(other, nowhere)
	if want := instant(t, "2026-12-28T12:00:00Z"); !after.Equal(want) {
		t.Errorf("a business day after 24 December is %s, want %s", after, want)
	}
}

func TestHowHolidaysAreKnown(t *testing.T) {
	t.Parallel()
	for country, want := range map[string]sequences.Knowledge{
		"PT": sequences.HolidaysKnown, "DE": sequences.HolidaysKnown, "AU": sequences.HolidaysKnown, "IM": sequences.HolidaysKnown,
		"TR": sequences.HolidaysInPart, "IL": sequences.HolidaysInPart, "TV": sequences.HolidaysUnknown, "": sequences.HolidaysUnknown,
	} {
		if got := sequences.HolidaysOf(country); got != want {
			t.Errorf("%q: %v, want %v", country, got, want)
		}
	}
}
