package replies

import "time"

// weekdayOf is 1 for Monday to 7 for Sunday (ISO 8601).
func weekdayOf(d Date) int {
	w := int(d.In(time.UTC).Weekday())
	if w == 0 {
		return 7
	}
	return w
}

func daysBetween(a, b Date) int {
	return int(b.In(time.UTC).Sub(a.In(time.UTC)).Hours() / 24)
}

// addMonths keeps within the month that is meant: 31 January and one month is 28 February.
func addMonths(d Date, n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

func monthEnd(year int, month time.Month) Date {
	return NewDate(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}

// workday moves a date that falls on a weekend to the Monday after it.
func workday(d Date) Date {
	for weekdayOf(d) > 5 {
		d = d.AddDays(1)
	}
	return d
}

// mondayOf is the Monday of d's week.
func mondayOf(d Date) Date { return d.AddDays(1 - weekdayOf(d)) }

// weekdayAfter is the first day with that ISO weekday later than d.
func weekdayAfter(d Date, weekday int) Date {
	return d.AddDays((weekday-weekdayOf(d)+6)%7 + 1)
}

// nthMonday is the n-th Monday of a month.
func nthMonday(year int, month time.Month, n int) Date {
	return weekdayAfter(Date{year, month, 1}.AddDays(-1), 1).AddDays(7 * (n - 1))
}

// weekStart is the Monday of ISO week n.
func weekStart(year, n int) Date {
	return mondayOf(Date{year, time.January, 4}).AddDays(7 * (n - 1))
}

func validDate(y, m, d int) (Date, bool) {
	if m < 1 || m > 12 || d < 1 || y < 1900 || y > 2200 {
		return Date{}, false
	}
	return Date{y, time.Month(m), d}, d <= monthEnd(y, time.Month(m)).Day
}

// later is the day n units after d.
func later(d Date, n int, unit int8) Date {
	switch unit {
	case unitWeek:
		return d.AddDays(7 * n)
	case unitFortnight:
		return d.AddDays(14 * n)
	case unitMonth:
		return addMonths(d, n)
	case unitQuarter:
		return addMonths(d, 3*n)
	case unitHalfYear:
		return addMonths(d, 6*n)
	case unitYear:
		return addMonths(d, 12*n)
	}
	return d.AddDays(n)
}

// firstAdvent is the first Sunday of Advent.
func firstAdvent(year int) Date { return weekdayAfter(Date{year, time.November, 26}, 7) }

// longWeekend is the time off that a feast makes with the weekend that it touches,
// or that a single day parts it from.
func longWeekend(first, last Date) (Date, Date) {
	if n := weekdayOf(first); n <= 2 || n == 7 {
		first = weekdayAfter(first.AddDays(-4), 6)
	}
	if n := weekdayOf(last); n >= 4 {
		last = last.AddDays(7 - n)
	}
	return first, last
}

// easter is the Sunday of Western Easter, by the Gregorian computus.
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{year, time.Month(n / 31), n%31 + 1}
}
