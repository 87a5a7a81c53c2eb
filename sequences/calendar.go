package sequences

import "time"

const (
	secondsPerMinute = 60
	secondsPerDay    = 24 * 60 * 60
)

// BusinessDay says whether the calendar date that d has in loc is worked in a
// country (ISO 3166-1 alpha-2): neither its weekend nor a public holiday. One of
// which nothing is known has Saturday, Sunday, 1 January and 25 December off; an
// empty country has no holidays.
func BusinessDay(d time.Time, loc *time.Location, country string) bool {
	y, m, day := d.In(loc).Date()
	return workday(dateOf(y, m, day), country)
}

// AddBusinessDays returns the same local wall time n business days after t, in
// loc and by the weekend and holidays of a country. From a day off, the first
// business day after it counts as one. Where the clock skips that wall time,
// it is the first instant after the gap; where it shows it twice, the first of
// both. An n of zero or less returns t.
func AddBusinessDays(t time.Time, n int, loc *time.Location, country string) time.Time {
	if n <= 0 {
		return t
	}
	local := t.In(loc)
	y, m, d := local.Date()
	day := dateOf(y, m, d)
	for n > 0 {
		day = day.next()
		if workday(day, country) {
			n--
		}
	}
	return wallTime(day, sinceMidnight(local), loc)
}

func workday(d date, country string) bool {
	return !weekend(d.weekday(), country) && !holiday(d, country)
}

// weekend follows what offices do, by the CLDR's week data; most of the world
// has Saturday and Sunday off.
func weekend(day time.Weekday, country string) bool {
	switch country {
	case "BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "PS", "QA", "SA", "SD", "SY", "YE":
		return day == time.Friday || day == time.Saturday
	case "AF":
		return day == time.Thursday || day == time.Friday
	case "IR", "DJ", "SO":
		return day == time.Friday
	case "NP":
		return day == time.Saturday
	}
	return day == time.Saturday || day == time.Sunday
}

// date is a day of the calendar, counted from 1970-01-01, without a zone.
type date int

func dateOf(y int, m time.Month, d int) date {
	return date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func (d date) next() date { return d + 1 }

// weekday: 1970-01-01 was a Thursday.
func (d date) weekday() time.Weekday {
	return time.Weekday(((int(d)+int(time.Thursday))%7 + 7) % 7)
}

// utc is the day's midnight in UTC.
func (d date) utc() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// sinceMidnight is what the clock on the wall shows, as a span from 00:00. It
// isn't the time that passed since midnight where the clock changed meanwhile.
func sinceMidnight(local time.Time) time.Duration {
	h, m, s := local.Clock()
	return time.Duration(h*3600+m*60+s)*time.Second + time.Duration(local.Nanosecond())
}

// wallTime is the instant at which the clock in loc shows a time of a day.
// time.Date doesn't say which instant it takes in a gap or an overlap; here it
// is the first instant after a gap and the first of an overlap.
func wallTime(d date, clock time.Duration, loc *time.Location) time.Time {
	want := d.utc().Add(clock)
	guess := time.Date(want.Year(), want.Month(), want.Day(), want.Hour(), want.Minute(), want.Second(), want.Nanosecond(), loc)
	start, end := guess.ZoneBounds()
	switch shown := asUTC(guess); {
	case shown.Before(want):
		return end
	case shown.After(want):
		return start
	}
	if start.IsZero() {
		return guess
	}
	if first := want.Add(-offsetOf(start.Add(-1))); first.Before(start) {
		return first.In(loc)
	}
	return guess
}

// asUTC is the wall time of t, as if it were UTC, so that wall times compare.
func asUTC(t time.Time) time.Time { return t.UTC().Add(offsetOf(t)) }

func offsetOf(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}
