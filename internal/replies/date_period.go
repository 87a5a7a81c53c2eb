package replies

import (
	"strings"
	"time"
)

// isMonth says whether item i names a month. "may", "march" and short forms
// only do beside a number or a preposition.
func (d *dater) isMonth(i int) bool {
	it := d.item(i)
	if it.month == 0 || !it.weak {
		return it.month > 0
	}
	if it.number > 0 && d.item(i+1).unit != unitNone {
		return false // "dans sept semaines"
	}
	if d.tongue == "tr" && d.item(i+1).unit == unitMonth {
		return true // "Mart ayında"
	}
	before := d.item(i - 1)
	if before.num >= 1 && before.num <= 31 || d.isMark(i-1) || d.item(i+1).num >= 0 && !d.startsClock(i+1) {
		return true
	}
	if before.has(roleArticle) && (it.upper || len(it.text) > 2) && d.item(i-2).unit == unitWeek && d.item(i-3).ordinal > 0 {
		return true // "la première semaine de mai"
	}
	if of := d.item(i - 2); before.has(roleArticle) && (of.num >= 1 && of.num <= 31 || d.isMark(i-2)) {
		return true // "1st of Nov"
	}
	if it.subject || i == 0 && (it.upper || it.text == "may") && isWords[d.item(1).text] {
		return true // "May would be ideal"
	}
	called := before.has(roleArticle) && it.upper && (d.item(i-2).unit == unitWeek || d.item(i-2).has(roleHalf)) || before.text == "mi" && it.dash || before.has(roleUntil|roleAfter|roleFrom|roleIn|roleNext|roleEarly|roleMid|roleLate|roleBefore|roleThis)
	if before.text == "than" || before.has(roleArticle) && d.is(i-2, roleEarly|roleMid|roleLate) {
		called = true // "no earlier than May", "the end of oct"
	}
	if len(it.text) > 3 || it.text == "mai" || it.text == "may" || it.text == "maj" || it.text == "mei" || it.text == "mag" {
		return called || it.upper && before.has(roleArticle|roleWhole)
	}
	return called && (it.upper || d.tongue == "en" && lowerMonths[it.text] || it.text == "mai" && before.text == "en")
}

// isWords follow a month that a sentence begins with.
var isWords = wordSet(`would is will works suits looks ist ware wird passt serait sera est seria sera sarebbe zou is`)

// lowerMonths are short months that English text writes small.
var lowerMonths = wordSet(`jan feb mar apr jun jul aug sep sept oct nov dec`)

// monthAt reads "August 14, 2026", "early December", "in March 2027".
func (d *dater) monthAt(i int) (mention, bool) {
	if !d.isMonth(i) {
		return mention{}, false
	}
	month := time.Month(d.item(i).month)
	if n := d.item(i + 1); n.num >= 1 && n.num <= 31 && n.digits <= 2 && !d.startsClock(i+1) && !n.breaks {
		to := i + 2
		if d.isMark(to) {
			to++
		}
		m, ok := d.dayOf(i, to, int(month), n.num)
		if end, to := d.daysOn(m.to, n.num); ok && m.yearless && end > n.num {
			year, next, given := d.year(to)
			if !given {
				year = m.day.Year
			}
			last, exists := d.monthDay(year, int(month), end, true)
			m.day, m.last, m.to, m.ranged, m.yearless, m.nowhere = last, last, next, true, !given, !exists
		}
		return m, ok
	}
	year, to, given := d.year(i + 1)
	m := d.wholeMonth(i, to, year, month, given)
	next := d.is(i-1, roleNext) && m.day.Month == d.today.Month
	d.narrow(&m)
	if m.yearless && (m.last.Before(d.today) || next && !d.today.Before(m.day)) {
		m.day.Year++
		m.last.Year++
	}
	return m, true
}

// daysOn follows from item k on the days of a month behind its n-th: "24-28", and in a
// notice "24 to 28" and "8, 9 and 10". It gives the last of them, n where there is none.
func (d *dater) daysOn(k, n int) (last, to int) {
	for {
		j := k
		if d.is(j, roleTo) && !d.ahead {
			j++
		}
		it, next := d.item(j), d.item(j+1)
		joined := it.dash || j > k
		ends := j+1 >= len(d.items) || next.breaks || next.has(roleTo) || functionWords()[next.text] != 0
		if it.num <= n || it.num > 31 || it.digits > 2 || it.labelled || d.startsClock(j) || d.isMonth(j+1) || next.unit != unitNone || !joined && (d.ahead || !ends) {
			return n, k
		}
		n, k = it.num, j+1
	}
}

// looseMonthAt reads a month that may be something else: "Feb when the hedges are
// done", "May.", "November's for stoves".
func (d *dater) looseMonthAt(i int) (mention, bool) {
	it := d.item(i)
	month := it.month
	if i > 0 && greetWords[d.item(i-1).text] {
		return mention{}, false // "Hola Marta", "Hi June"
	}
	switch name, owned := strings.CutSuffix(it.text, "s"); {
	case month > 0 && it.upper && (lowerMonths[it.text] || i+1 == len(d.items) || d.item(i+1).breaks):
	case month > 0 && shortMonths[it.text] && shortNumbers[it.text] != d.tongue && !d.startsClock(i):
	case month == 0 && owned && it.upper && (d.tongue == "en" || d.tongue == ""):
		if w := dateWords().in(name, d.tongue); !w.weak {
			month = w.month
		}
	default:
		return mention{}, false
	}
	if month == 0 {
		return mention{}, false
	}
	m := d.wholeMonth(i, i+1, d.today.Year, time.Month(month), false)
	m.loose = true
	return m, true
}

// shortMonths are short forms that are nothing else in most languages, however they
// are written; shortNumbers are numbers in some.
var (
	shortMonths  = wordSet(`jan feb febr apr avr aug sept okt oct nov dec dez dic juil`)
	shortNumbers = map[string]string{"sept": "fr", "dez": "pt"}
)

// wholeMonth is a month, the next one of its name where no year is given.
func (d *dater) wholeMonth(from, to, year int, month time.Month, given bool) mention {
	if !given && month < d.today.Month {
		year++
	}
	return mention{from: from, to: to, day: Date{year, month, 1}, last: monthEnd(year, month), stated: true, monthOnly: true, yearless: !given}
}

// quarterAt reads "Q2", "Q1 2027", "3Q", "the first quarter", "4. Quartal", "T1", "H2".
func (d *dater) quarterAt(i int) (mention, bool) {
	n, months, to := d.quarterNumber(i)
	if n < 1 || n > 12/months {
		return mention{}, false
	}
	next := d.skip(to, 2)
	year, after, given := d.year(next)
	if given {
		to = after
	}
	switch {
	case given:
	case d.is(to, roleNext):
		year++
	case d.is(next, roleNext):
		year, to = year+1, next+1
	case monthEnd(year, time.Month(n*months)).Before(d.today):
		year++
	}
	m := mention{from: i, to: to, stated: true, yearless: !given, monthOnly: true, quarter: months == 3}
	m.day, m.last = Date{year, time.Month((n-1)*months + 1), 1}, monthEnd(year, time.Month(n*months))
	if ends := to == len(d.items) || d.item(to).breaks; months == 6 && !given && ends && d.is(to-1, roleHalf) {
		m.piece = piece{n: n, count: 1, unit: unitFortnight} // of a year, or of what was told before
		if k := len(d.sentence) - 1; k >= 0 && d.sentence[k].monthOnly && d.today.Before(d.sentence[k].last) {
			if first, last, ok := m.piece.in(&d.sentence[k]); ok {
				m.day, m.last, m.piece, m.quarter, m.part = first, last, piece{}, false, true // "in 2027, in the second half"
				return m, true
			}
		}
	}
	begun := m.day.Before(d.today)
	d.narrow(&m)
	if begun && !given && !m.part {
		// Of the running quarter only the rest can be meant.
		m.day = d.today
	}
	return m, true
}

// quarterNumber reads which quarter or half of a year is meant, and its length.
func (d *dater) quarterNumber(i int) (n, months, to int) {
	it, next := d.item(i), d.item(i+1)
	n = it.num
	if n < 1 {
		n = it.ordinal
	}
	if n == 9 {
		n = 4 // the last
	}
	k := i + 1
	if d.isMark(k) {
		k++
	}
	switch {
	case (it.text == "q" || it.text == "t" && it.upper) && next.glued:
		return next.num, 3, i + 2
	case it.text == "h" && it.upper && next.glued:
		return next.num, 6, i + 2
	case d.is(i, roleQuarter) && next.num >= 1 && next.num <= 4 && next.digits == 1:
		return next.num, 3, i + 2
	case n >= 1 && (d.is(k, roleQuarter) || d.item(k).text == "q" && d.item(k).glued):
		return n, 3, k + 1
	case n >= 1 && d.item(k).unit == unitHalfYear:
		return n, 6, k + 1
	case n >= 1 && d.is(k, roleHalf):
		y := d.skip(k+1, 2)
		if d.is(y, roleNext|roleThis) {
			y++
		}
		switch {
		case d.item(y).unit == unitYear && d.is(y-1, roleNext):
			return n, 6, y - 1
		case d.item(y).unit == unitYear:
			return n, 6, y + 1
		case d.item(y).digits == 4:
			return n, 6, y
		case (k+1 == len(d.items) || d.item(k+1).breaks) && d.is(i-1, roleArticle|roleIn):
			return n, 6, k + 1 // "write in the second half"
		}
	}
	return 0, 12, i
}

// weekNumberAt reads "KW 37", "week 37", "14. Kalenderwoche", "uge 29, 30 og 31".
func (d *dater) weekNumberAt(i int) (mention, bool) {
	it := d.item(i)
	n, to := d.item(i+1).num, i+2
	switch {
	case (it.has(roleWeekNo) || it.unit == unitWeek) && n > 0 && !d.item(i+1).bracket && d.item(to).unit == unitNone && !d.is(i, rolePlural):
	case (it.num > 0 && it.dot || it.ordinal > 0) && d.is(i+1, roleWeekNo):
		n = max(it.num, it.ordinal)
	default:
		return mention{}, false
	}
	year, next, given := d.year(to)
	if n < 1 || n > 53 {
		return mention{}, false
	}
	if !given && weekStart(year, n).AddDays(6).Before(d.today) {
		year++
	}
	m := mention{from: i, to: max(next, to), day: weekStart(year, n), stated: true}
	for !given {
		// A list or a range of weeks ends with its last.
		k := m.to
		if d.is(k, roleTo|roleUntil) || d.is(k, roleWeekNo) {
			k++
		}
		more := d.item(k)
		if more.num <= n || more.num > 53 || k == m.to && !more.breaks && !more.dash || d.item(k+1).unit != unitNone || d.isMonth(k+1) {
			break
		}
		n, m.to, m.ranged = more.num, k+1, true
	}
	m.last = weekStart(year, n).AddDays(6)
	return m, true
}

// weekOfAt reads "the week of 16 February", "la semaine du 11", "week commencing 9/14",
// "le week-end du 17".
func (d *dater) weekOfAt(i int) (mention, bool) {
	it := d.item(i)
	if it.unit != unitWeek && it.unit != unitWeekend || it.has(rolePlural) || d.item(i-1).ordinal > 0 || d.looking {
		return mention{}, false
	}
	k := d.skip(i+1, 2)
	if d.item(k).text == "vom" && k == i+1 {
		k++
	}
	if k == i+1 || d.item(k).num < 0 && d.item(k).parts == nil && !d.isMonth(k) {
		return mention{}, false
	}
	d.looking = true
	defer func() { d.looking = false }()
	for _, read := range [...]func(int) (mention, bool){d.numericAt, d.dayMonthAt, d.monthAt, d.dayOfMonthAt} {
		m, ok := read(k)
		if weekday := weekdayOf(m.day); !ok || m.isSpan() || it.unit == unitWeek && weekday != 1 || it.unit == unitWeekend && weekday < 6 {
			continue
		}
		m.from, m.last = i, m.day.AddDays(7-weekdayOf(m.day))
		if it.unit == unitWeekend {
			m.day = m.last.AddDays(-1)
		}
		return m, true
	}
	return mention{}, false
}

// wholeWeek makes a week of a Monday that stands for it: "w/c 9 March".
func (d *dater) wholeWeek(m *mention) {
	if d.is(m.from-1, roleWeekOf) && !m.isSpan() && weekdayOf(m.day) == 1 {
		m.last = m.day.AddDays(6)
	}
}

// narrow cuts a month, quarter or year down to the part that the words beside
// it name: "early", "Mitte", "the first week of", "la segunda quincena de".
func (d *dater) narrow(m *mention) {
	first, end := m.day, m.last
	for j, n := m.from-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		w := d.item(j)
		which, begins := d.nthAt(j - 1)
		if full, at := d.nthAt(j - 2); d.item(j-1).text == "full" && w.unit == unitWeek && full > 0 && full <= 4 {
			m.from, m.part = at, true
			m.day = nthMonday(m.day.Year, m.day.Month, full) // "the first full week of December"
			m.last = m.day.AddDays(6)
			return
		}
		if d.narrowWeeks(m, j) {
			return
		}
		switch {
		case w.unit == unitWeek && (which > 0 && which <= 5 || which == 9):
			d.nthWeek(m, which)
			m.from, m.part = begins, true
			return
		case w.unit == unitDay && w.has(rolePlural) && (which == 1 || which == 9):
			part := roleEarly // "the first days of March"
			if which == 9 {
				part = roleLate
			}
			d.takePart(m, part)
			m.from, m.part = begins, true
			return
		case (w.unit == unitFortnight || w.has(roleHalf)) && which > 0:
			if which == 2 || which == 9 {
				m.day = first.AddDays((daysBetween(first, end) + 1) / 2)
			} else {
				m.last = first.AddDays((daysBetween(first, end)+1)/2 - 1)
			}
			m.from, m.part = begins, true
			return
		case d.takePart(m, w.role) || w.text == "mi" && d.item(j+1).dash && d.takePart(m, roleMid):
			m.from, m.part = j, true
			return
		case w.has(roleWhole):
			m.from, m.whole = j, true
			return
		case !w.has(roleArticle|roleIn|roleDuring) && w.unit != unitMonth:
			n = 4
		}
	}
	// Finnish, Turkish and Japanese name the part behind.
	k := m.to
	for n := 0; n < 2 && (d.item(k).unit == unitMonth || d.item(k).text == "の" || d.is(k, roleIn)); n++ {
		k++
	}
	if which := d.item(k).ordinal; which > 0 && d.item(k+1).unit == unitWeek {
		d.nthWeek(m, which)
		m.to, m.part = k+2, true
		return
	}
	if d.is(m.to, roleTrails) {
		if d.takePart(m, d.item(m.to).role) {
			m.to, m.part = m.to+1, true
		}
	}
}

// narrowWeeks cuts a month down to its first or last weeks, so many as the words
// before item j say: "the first three weeks of August", "les trois premières semaines d'août".
func (d *dater) narrowWeeks(m *mention, j int) bool {
	if d.item(j).unit != unitWeek || !d.is(j, rolePlural) {
		return false
	}
	a, b := d.item(j-2), d.item(j-1)
	if n, ok := d.count(j - 1); !ok || n < 2 {
		a, b = b, a
	}
	which, n := max(a.ordinal, pieceOrdinals[a.text]), max(b.num, b.number)
	const most = 4
	if n < 2 || n > most || which != 1 && which != lastOf {
		return false
	}
	days := 7 * n
	if which == 1 {
		monday := mondayOf(m.day.AddDays(3)) // of the week that has most of its days in the month
		m.last = monday.AddDays(days - 1)
	} else {
		m.day = m.last.AddDays(1 - days)
	}
	m.from, m.part = j-2, true
	return true
}

// nthAt is the ordinal that ends with item i, in a word or in digits ("2nd"), and
// where it begins; 0 where there is none.
func (d *dater) nthAt(i int) (n, from int) {
	if n := d.item(i).ordinal; n > 0 {
		return n, i
	}
	if d.isMark(i) && d.item(i-1).num > 0 {
		return d.item(i - 1).num, i - 1
	}
	return 0, i
}

// takePart cuts a period down to its beginning, middle or end.
func (d *dater) takePart(m *mention, part dateRole) bool {
	first, end := m.day, m.last
	length := daysBetween(first, end) + 1
	switch {
	case part&roleEarly != 0:
		m.last = first.AddDays(length / 3)
		if first.Month == time.January && first.Day == 1 {
			m.day.Day = 4 // nobody is there on the first days of a year
		}
		m.day = workday(m.day)
	case part&roleMid != 0:
		m.day = first.AddDays(length/2 - 1)
		if length <= 31 {
			m.day = Date{first.Year, first.Month, 15}
		}
		m.last = m.day
	case part&roleLate != 0:
		m.late = true
		m.day = end.AddDays(-3)
	default:
		return false
	}
	return true
}

// nthWeek narrows a month to its first, second … or last working week.
func (d *dater) nthWeek(m *mention, n int) {
	monday := nthMonday(m.day.Year, m.day.Month, 1)
	switch {
	case n == 9:
		m.day = mondayOf(m.last)
		if daysBetween(m.day, m.last) < 3 {
			m.day = m.day.AddDays(-7) // the last whole one
		}
		m.last = m.day.AddDays(6)
	case n == 1 && (weekdayOf(m.day) == 3 || weekdayOf(m.day) == 4):
		// Some call the days that are left of the week the first one, some the
		// week after: its Friday is near to both.
		m.day = m.day.AddDays(5 - weekdayOf(m.day))
		m.last = monday.AddDays(6)
	case n == 1 && weekdayOf(m.day) == 2:
		// A month that begins on a Tuesday begins with a short week.
		m.last = monday.AddDays(-1)
	case weekdayOf(m.day) == 2:
		m.day = monday.AddDays(7 * (n - 2))
		m.last = m.day.AddDays(6)
	default:
		m.day = monday.AddDays(7 * (n - 1))
		m.last = m.day.AddDays(6)
	}
}

// periodWords are what stands around a week, month, quarter or year.
type periodWords struct {
	from, to                int
	unit                    int8
	step                    int // 0 this one, 1 the next, 2 the one after
	named                   bool
	past, fiscal            bool
	late, mid, early, whole bool
	during                  bool // "later this week"
}

// periodAt reads the running or the next week, month, quarter or year, or a
// part of it: "next week", "the end of the month", "next financial year".
func (d *dater) periodAt(i int) (mention, bool) {
	it := d.item(i)
	if it.unit == unitNone || it.unit == unitHour || it.unit == unitWeekend && !d.is(i-1, roleAfter|roleNext|roleLeads|roleArticle) {
		return mention{}, false
	}
	if d.isMonth(d.skip(i+1, 1)) {
		return mention{}, false // "the month of August"
	}
	if d.is(i+1, roleBefore) && (i+2 >= len(d.items) || d.item(i+2).num < 0 && !d.is(i+2, roleArticle)) {
		return mention{}, false // "the week before", of another date
	}
	w := d.periodWords(i)
	part := w.late || w.mid || w.early || w.whole
	if w.past || !w.named && !part && !w.fiscal && it.unit != unitWeekend || it.has(rolePlural) && !w.late {
		return mention{}, false
	}
	if it.unit == unitDay && (w.step > 0 || w.fiscal) {
		return mention{}, false // "on my next day in", "after tax day"
	}
	if w.step == 1 && d.is(w.from-1, roleSameTime) {
		return single(w.from-1, w.to, later(d.today, 1, w.unit)), true
	}
	if w.step == 1 && d.is(w.to, roleSameTime) {
		return single(w.from, w.to+1, later(d.today, 1, w.unit)), true
	}
	m := d.period(w.unit, w.step, w.fiscal)
	if a, ok := d.anchor(); ok && w.unit == unitMonth && w.step == 0 && !w.named && part && !w.whole && a.stated && (!a.isSpan() || a.monthOnly && a.day.Month == a.last.Month) && a.sentence >= d.number-1 && m.last.Before(a.day) {
		m.day = Date{a.day.Year, a.day.Month, 1} // "school starts on 11 September. Towards the end of the month …"
		m.last = monthEnd(m.day.Year, m.day.Month)
	}
	if a, ok := d.anchor(); ok && w.unit == unitWeek && w.step == 0 && !w.named && part && thatMonth[d.item(i-1).text] && a.stated && !a.near && a.sentence >= d.number-1 && m.last.Before(a.day) {
		m.day = mondayOf(a.last) // "the fair is on the 3rd, give me the rest of that week"
		m.last = m.day.AddDays(6)
	}
	if a, ok := d.anchor(); ok && w.unit == unitWeekend && w.step == 0 && !w.named && d.ahead && a.stated && !a.near && !a.isSpan() && a.sentence >= d.number-1 && m.last.Before(a.day) {
		m.day = weekdayAfter(a.last, 6) // "the fair ends on the 9th, leave us the weekend"
		m.last = m.day.AddDays(1)
	}
	m.from, m.to = w.from, w.to
	m.stated = w.late || w.during || w.step > 0 && !w.fiscal && (w.unit == unitWeek || w.unit == unitMonth || w.unit == unitYear || w.unit == unitWeekend)
	m.monthOnly = w.unit != unitWeek && w.unit != unitDay && w.unit != unitWeekend
	switch {
	case w.late:
		m.late = true
		m.day = m.last.AddDays(-2)
	case w.early, w.mid:
		which := roleEarly
		if w.mid {
			which = roleMid
		}
		d.takePart(&m, which)
		if !w.named && m.last.Before(d.today) {
			m = d.period(w.unit, 1, w.fiscal)
			m.from, m.to, m.monthOnly = w.from, w.to, w.unit != unitWeek
			d.takePart(&m, which)
		}
		m.stated, m.part = true, w.mid
	case w.whole:
		m.lead, m.inclusive = leadUntil, true
	case w.during:
		m.day = workday(d.today.AddDays(1))
	case w.step == 0 && w.unit == unitWeekend:
		m.stated = true
	case w.step == 0 && !w.fiscal && !d.is(w.from-1, roleAfter|roleUntil):
		m.lead, m.running = leadSince, true // known, but nothing to wait for
	}
	return m, true
}

// periodWords reads the words before and behind the unit in item i.
func (d *dater) periodWords(i int) periodWords {
	w := periodWords{from: i, to: i + 1, unit: d.item(i).unit}
	if d.is(i-1, roleFiscal) && d.item(i-1).unit == unitNone {
		w.fiscal, w.from = true, i-1
	}
	if d.is(i, roleFiscal) {
		w.fiscal = true
	}
	if d.is(w.to, roleFiscal) {
		w.fiscal, w.to = true, w.to+1
	}
	d.periodStep(&w, i)
	if behind := d.item(w.to); behind.has(roleTrails) && behind.has(roleEarly|roleLate) {
		w.early, w.late = behind.has(roleEarly), behind.has(roleLate)
		w.to++
		return w
	}
	for j, n := w.from-1, 0; j >= 0 && n < 3; j, n = j-1, n+1 {
		it := d.item(j)
		switch {
		case it.has(roleLate) && it.ordinal == 0:
			w.late, w.from = true, j
			return w
		case it.has(roleEarly):
			w.early, w.from = true, j
			return w
		case it.has(roleMid) && w.unit != unitDay:
			w.mid, w.from = true, j
			return w
		case it.has(roleWhole):
			w.whole, w.from = true, j
			return w
		case it.has(roleDuring):
			w.during, w.from = true, j
			return w
		case !it.has(roleArticle|roleIn) && !((w.unit == unitMonth || w.unit == unitWeek) && thatMonth[it.text]):
			return w
		}
	}
	return w
}

// thatMonth points to the month or the week that was named before.
var thatMonth = wordSet(`that ese dicho aquel quel quello esse desse nesse jenes`)

// periodStep reads which one is meant: this, the next, the one after it.
func (d *dater) periodStep(w *periodWords, i int) {
	before, here := d.item(w.from-1), d.item(i)
	step := func(it *dateItem) bool {
		switch {
		case it.has(roleAfterNext):
			w.step, w.named = 2, true
		case it.has(roleNext):
			w.step, w.named = 1, true
		case it.has(roleThis):
			w.named = true
		default:
			return false
		}
		return true
	}
	switch {
	case step(here):
	case before.has(roleAgo) && before.ordinal == 0 && !before.has(roleIn):
		w.past = true
	case step(before):
		w.from--
	}
	if after := d.item(w.to); after.has(roleNext|roleAfterNext|roleThis) && !after.has(roleArticle) && !after.breaks && !d.isWeekday(w.to+1) && (!w.named || w.step == 0) && d.item(w.to+1).unit == unitNone {
		if step(after) {
			w.to++
		}
	} else if d.is(w.to, roleLate) && d.item(w.to).text == "end" {
		w.late, w.to = true, w.to+1 // "month end"
	} else if w.named && w.step == 0 && d.is(w.to, roleTo) && d.is(w.to+1, roleNext) && d.item(w.to+2).unit == unitNone {
		w.step, w.to = 1, w.to+2 // "this week and next"
	}
}

// period is a week, month, quarter or year, step of them ahead.
func (d *dater) period(unit int8, step int, fiscal bool) mention {
	var m mention
	first := Date{d.today.Year, d.today.Month, 1}
	january := Date{d.today.Year, time.January, 1}
	switch unit {
	case unitDay:
		m.day = d.today.AddDays(step)
		m.last = m.day
	case unitWeek:
		m.day = mondayOf(d.today).AddDays(7 * step)
		m.last = m.day.AddDays(6)
	case unitWeekend:
		m.day = mondayOf(d.today).AddDays(5 + 7*step)
		m.last = m.day.AddDays(1)
	case unitFortnight:
		m.day = d.today.AddDays(14 * step)
		m.last = m.day
	case unitMonth:
		m.day = addMonths(first, step)
		m.last = monthEnd(m.day.Year, m.day.Month)
	case unitQuarter:
		m.day = addMonths(january, 3*((int(d.today.Month)-1)/3+step))
		m.last = addMonths(m.day, 3).AddDays(-1)
	case unitHalfYear:
		m.day = addMonths(january, 6*((int(d.today.Month)-1)/6+step))
		m.last = addMonths(m.day, 6).AddDays(-1)
	default:
		m.day = addMonths(january, 12*step)
		if fiscal {
			m.day = d.fiscalStart()
		}
		m.last = addMonths(m.day, 12).AddDays(-1)
	}
	return m
}

// beginsYear says whether the words before m tell that a financial year begins on it:
// "our financial year begins on 1 April". Its places are counted in items.
func (d *dater) beginsYear(m *mention) bool {
	fiscal, starts := false, false
	for i := range m.from {
		fiscal = fiscal || d.is(i, roleFiscal)
		starts = fiscal && (starts || d.is(i, roleStarts))
	}
	return starts && m.yearless && (m.monthOnly || !m.isSpan())
}

// fiscalStart is the next first day of a financial year: as the writer told, else as it
// is where they live, April in Britain, July in Australia, and January in other places.
func (d *dater) fiscalStart() Date {
	if day := d.yearBegins; !day.IsZero() {
		for !d.today.Before(day) {
			day.Year++
		}
		return day
	}
	month := time.January
	switch {
	case d.british:
		month = time.April
	case d.south && d.tongue == "en":
		month = time.July
	}
	day := Date{d.today.Year, month, 1}
	if !d.today.Before(day) {
		day.Year++
	}
	return day
}
