package sequences

import "time"

// The zones and holidays of a window that aren't an IANA name or a country.
const (
	ZoneProspect     = "prospect"
	ZoneMailbox      = "mailbox"
	HolidaysProspect = "prospect"
	HolidaysNone     = "none"
)

// farthestOpening is how far ahead Next looks before a window counts as never
// open.
const farthestOpening = 400 * 24 * time.Hour

// Zones is where the two ends of a mail are. Countries are ISO 3166-1 alpha-2
// codes or empty. A nil location counts as the other one, or UTC.
type Zones struct {
	Prospect, Mailbox       *time.Location
	Country, MailboxCountry string
}

func (z Zones) prospect() *time.Location { return firstLocation(z.Prospect, z.Mailbox) }
func (z Zones) mailbox() *time.Location  { return firstLocation(z.Mailbox, z.Prospect) }

// country is the prospect's; somebody of whom nothing is known is taken to be
// where the mailbox is.
func (z Zones) country() string {
	switch {
	case z.Country != "":
		return z.Country
	case z.MailboxCountry != "":
		return z.MailboxCountry
	}
	return nowhere
}

func firstLocation(locs ...*time.Location) *time.Location {
	for _, l := range locs {
		if l != nil {
			return l
		}
	}
	return time.UTC
}

// Contains says whether t is inside the window, by the clock and the calendar
// of the window's zone: its beginning is, its end isn't. Where the clock goes
// back, a window may be open twice on that day.
func (w Window) Contains(t time.Time, z Zones) bool {
	if w.Always {
		return true
	}
	loc, country := w.place(z)
	return w.open(t.In(loc), country)
}

// Next returns the earliest instant at or after t that is inside the window,
// or the zero time where there is none in the 400 days after t.
func (w Window) Next(t time.Time, z Zones) time.Time {
	if w.Always {
		return t
	}
	loc, country := w.place(z)
	for now, limit := t.In(loc), t.Add(farthestOpening); !now.After(limit); {
		if w.open(now, country) {
			return now
		}
		clock, jump := sinceMidnight(now), 24*time.Hour
		if w.day(now, country) && clock < w.from() {
			jump = w.from()
		}
		now = step(now, jump-clock)
	}
	return time.Time{}
}

// End returns the instant at which the opening that contains t closes: the end
// of its hours or of the day. It is the zero time where t is outside the
// window, and for a window that is always open.
func (w Window) End(t time.Time, z Zones) time.Time {
	if w.Always {
		return time.Time{}
	}
	loc, country := w.place(z)
	now := t.In(loc)
	if !w.open(now, country) {
		return time.Time{}
	}
	day := now.YearDay()
	for now.YearDay() == day && w.open(now, country) {
		now = step(now, w.to()-sinceMidnight(now))
	}
	return now
}

// step moves the clock on by d, but not past the next change of the zone's
// offset: up to there a span on the wall is a span of time.
func step(now time.Time, d time.Duration) time.Time {
	then := now.Add(d)
	// On the last day of a leap year ZoneBounds can tell of an end that is past.
	if _, change := now.ZoneBounds(); change.After(now) && change.Before(then) {
		return change
	}
	return then
}

func (w Window) from() time.Duration { return time.Duration(w.From) * time.Minute }
func (w Window) to() time.Duration   { return time.Duration(w.To) * time.Minute }

// place is the zone and the country that the window goes by. An unknown zone
// can't come from Parse; it counts as the prospect's.
func (w Window) place(z Zones) (loc *time.Location, country string) {
	switch w.Zone {
	case "", ZoneProspect:
		loc = z.prospect()
	case ZoneMailbox:
		loc = z.mailbox()
	default:
		named, err := LoadZone(w.Zone)
		if err != nil {
			named = z.prospect()
		}
		loc = named
	}
	switch w.Holidays {
	case "", HolidaysProspect:
		return loc, z.country()
	case HolidaysNone:
		return loc, ""
	}
	return loc, w.Holidays
}

// HolidaysIn is the country whose holidays the window keeps, empty where it keeps
// none; known is false where it is nobody's, for none is known of them.
func (w Window) HolidaysIn(z Zones) (country string, known bool) {
	if w.Always {
		return "", true
	}
	_, country = w.place(z)
	if country == nowhere {
		return "", false
	}
	return country, true
}

// open and day look at a local time's own clock and date.
func (w Window) open(local time.Time, country string) bool {
	clock := sinceMidnight(local)
	return clock >= w.from() && clock < w.to() && w.day(local, country)
}

func (w Window) day(local time.Time, country string) bool {
	if !w.onWeekday(local.Weekday()) {
		return false
	}
	y, m, d := local.Date()
	return !holiday(dateOf(y, m, d), country)
}

func (w Window) onWeekday(day time.Weekday) bool {
	if len(w.Days) == 0 {
		return day >= time.Monday && day <= time.Friday
	}
	for _, d := range w.Days {
		if d == day {
			return true
		}
	}
	return false
}
