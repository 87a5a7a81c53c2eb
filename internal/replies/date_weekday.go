package replies

import (
	"slices"
	"time"
)

// weekdayAt reads "Monday", "next Tuesday", "Monday 14 September", "Tuesday the 16th".
func (d *dater) weekdayAt(i int) (mention, bool) {
	if !d.isWeekday(i) {
		return mention{}, false
	}
	j := i + 1
	for d.item(j).text == "feira" || d.is(j, roleDayPart) {
		j++
	}
	if m, ok := d.weekdayDate(i, j); ok {
		return m, true
	}
	if m, ok := d.nthWeekday(i, j); ok {
		return m, true
	}
	if d.isApposed(i) {
		return mention{}, false
	}
	if k := i - 1; d.item(k).from == d.item(i).from && d.is(k, roleDayPart) && everyWords[d.item(k-1).text] {
		return mention{}, false // "jeden Mittwochabend"
	}
	if everyWords[d.item(i-1).text] || d.item(i-1).ordinal > 0 && everyWords[d.item(i-2).text] {
		return mention{}, false // "every first Monday of the month"
	}
	if d.is(i, rolePlural) || d.item(i-1).text == "los" || d.item(i-1).text == "il" && !d.is(j, roleThen|roleFollowing|roleNext) {
		m := single(i, j, weekdayAfter(d.today, int(d.item(i).weekday))) // "on Mondays" is a habit
		m.weekday, m.loose = true, true
		return m, true
	}
	m := single(i, j, Date{})
	m.weekday = true
	d.weekOf(&m, int(d.item(i).weekday))
	m.last = m.day
	d.takeWeek(&m)
	return m, true
}

// fallWords say of a day which weekday it is: "c'est un samedi", "that falls on a Sunday".
var fallWords = wordSet(`is s its thats falls falling est tombe tombant ist fallt es cae e cade cai is valt`)

// isApposed says whether the weekday in item i only tells which one the day named
// before is: "on est fermés le 15, c'est un samedi".
func (d *dater) isApposed(i int) bool {
	j := i - 1
	for n := 0; n < 4 && (d.item(j).number == 1 || d.is(j, roleArticle|roleThis|roleIn) || d.item(j).unit == unitYear); n++ {
		j--
	}
	if j == i-1 || !fallWords[d.item(j).text] {
		return false
	}
	same := func(list []mention) bool {
		const near, feast = 3, 2 // mentions; days
		return slices.ContainsFunc(list[max(len(list)-near, 0):], func(m mention) bool {
			return m.sentence >= d.number-1 && daysBetween(m.day, m.last) < feast && !m.weekday && weekdayOf(m.day) == int(d.item(i).weekday)
		})
	}
	return same(d.found) || same(d.loose)
}

// looseWeekdayAt reads a weekday by a word that is an ordinal, too: "volto segunda
// que vem", "segunda ele volta".
func (d *dater) looseWeekdayAt(i int) (mention, bool) {
	it := d.item(i)
	if it.weekday == 0 || it.ordinal == 0 || d.tongue != "pt" || d.looking {
		return mention{}, false
	}
	next := d.item(i + 1)
	if i+1 < len(d.items) && !next.breaks && (next.unit != unitNone || functionWords()[next.text] == 0 && !next.has(roleNext|roleFollowing|roleDayPart)) {
		return mention{}, false
	}
	m := single(i, i+1, weekdayAfter(d.today, int(it.weekday)))
	m.weekday, m.loose = true, true
	return m, true
}

// looseWeekAt reads a week that is told by the one before it alone: "not this week
// and not next. The one after is fine", "La siguiente ya puedo".
func (d *dater) looseWeekAt(i int) (mention, bool) {
	it := d.item(i)
	if !it.has(roleFollowing) || it.text != "" || it.unit != unitNone || d.looking {
		return mention{}, false
	}
	monday := mondayOf(d.today).AddDays(14)
	return mention{from: i, to: i + 1, day: monday, last: monday.AddDays(6), loose: true}, true
}

// takeWeek passes the week to come that is told behind the weekday m: "jeudi de
// la semaine prochaine".
func (d *dater) takeWeek(m *mention) {
	const reach = 3 // words before the week
	for k := m.to; k <= m.to+reach && k < len(d.items) && !d.item(k).breaks; k++ {
		if d.item(k).unit == unitWeek && !d.is(k, rolePlural) {
			if w := d.periodWords(k); w.step == 1 && w.from >= m.to && mondayOf(d.today).AddDays(7) == mondayOf(m.day) {
				m.to = w.to
			}
			return
		}
		if !d.is(k, roleArticle|roleNext|roleIn) {
			return
		}
	}
}

// everyWords make a habit of the weekday behind them.
var everyWords = wordSet(`every each jeden jeder jedem jede chaque cada todos todas toda todo ogni elke iedere elk ieder`)

// nthWeekday reads "the first Thursday in November", the month standing at item
// j or behind its articles.
func (d *dater) nthWeekday(i, j int) (mention, bool) {
	n, begins := d.nthAt(i - 1)
	k := j
	for k < j+2 && d.is(k, roleArticle|roleIn) && !d.isMonth(k) {
		k++
	}
	newYear := d.item(k).season == feastNewYear // "the first Monday of the new year"
	if n < 1 || n > 5 && n != 9 || !d.isMonth(k) && !newYear {
		return mention{}, false
	}
	month := time.Month(d.item(k).month)
	year, to, given := d.year(k + 1)
	if newYear {
		year, month, given = d.today.AddDays(31).Year, time.January, true
		if year == d.today.Year && d.today.Month > time.January {
			year++
		}
	}
	m := d.wholeMonth(begins, to, year, month, given)
	day := weekdayAfter(m.day.AddDays(-1), int(d.item(i).weekday)).AddDays(7 * (n - 1))
	if n == 9 {
		day = weekdayAfter(m.last.AddDays(-7), int(d.item(i).weekday))
	}
	at := single(m.from, to, day)
	at.yearless = !given
	return at, true
}

// weekdayDate reads the date that stands behind the weekday in item i.
func (d *dater) weekdayDate(i, j int) (mention, bool) {
	k := d.skip(j, 2)
	if d.item(k).unit == unitDay {
		k++ // "segunda-feira, dia 16"
	}
	for _, read := range [...]func(int) (mention, bool){d.numericAt, d.dayMonthAt, d.monthAt} {
		if m, ok := read(k); ok && !m.isSpan() && !m.part {
			m.from = i
			return m, true
		}
	}
	if m, ok := d.weekNumberAt(k); ok && !m.ranged {
		m.from, m.day = i, m.day.AddDays(int(d.item(i).weekday)-1) // "Monday week 37"
		m.last = m.day
		return m, true
	}
	n := d.item(k).num
	if o := d.item(k).ordinal; n < 0 && o > 0 && o != lastOf && k > j && d.item(k+1).unit == unitNone {
		n = o // "Tuesday the first"
	}
	if end := d.item(k + 1); end.dash && end.num > 0 && !d.isMonth(d.skip(k+2, 1)) {
		return mention{}, false // "Sat 9-13": the hours of a shop
	}
	day, ok := d.dayOfMonth(n)
	if n < 1 || n > 31 || d.item(k).digits > 2 || !ok || d.startsClock(k) || d.clockCalled(k) {
		return mention{}, false
	}
	ranged := d.is(i, rolePlural) || d.item(k+1).dash || d.is(k+1, roleTo)
	for months := 1; months <= 3 && !ranged && weekdayOf(day) != int(d.item(i).weekday); months++ {
		// "Monday 14" may lie in a month further on.
		first := addMonths(Date{d.today.Year, d.today.Month, 1}, months)
		if later, ok := validDate(first.Year, int(first.Month), n); ok && weekdayOf(later) == int(d.item(i).weekday) {
			day = later
		}
	}
	if here, ok := validDate(d.today.Year, int(d.today.Month), n); ok && !ranged && weekdayOf(day) != int(d.item(i).weekday) && weekdayOf(here) == int(d.item(i).weekday) {
		day = here // just gone: "I'd set off on the Saturday (6th)"
	}
	marked := d.isMark(k + 1)
	if !marked && weekdayOf(day) != int(d.item(i).weekday) {
		return mention{}, false
	}
	if marked {
		k++
	}
	return single(i, k+1, day), true
}

// clockCalled says whether the words before item k call for a time of day: "a las".
func (d *dater) clockCalled(k int) bool {
	switch d.item(k - 1).text {
	case "las", "alle", "as", "at", "@", "um":
		return true
	}
	return d.is(k-1, roleClockAt) && !d.is(k-1, roleArticle)
}

// weekOf finds which of the weeks to come a bare weekday lies in.
func (d *dater) weekOf(m *mention, want int) {
	m.day = weekdayAfter(d.today, want)
	i, j := m.from, m.to
	nextWeek := mondayOf(d.today).AddDays(6 + want)
	week, inWeek := d.weekBefore(i)
	switch {
	case inWeek && !d.is(j, roleThen|roleAfter|roleFollowing):
		m.day = week.AddDays(want - 1)
	case d.is(j, roleAfter) && !d.looking && d.weekdayPast(m, want):
	case d.is(j, roleThen) || d.is(j, roleAfter) && (j+1 == len(d.items) || d.item(j+1).breaks || isWords[d.item(j+1).text]):
		if a, ok := d.mainAnchor(); ok {
			m.day, m.to, m.counted, m.nowhere = weekdayAfter(a.last, want), j+1, true, a.nowhere
		}
	case d.weeksBehind(m, want):
	case d.item(j).text == "en" && d.item(j+1).number == 8:
		m.day, m.to = weekdayAfter(d.today.AddDays(-1), want).AddDays(7), j+2 // "jeudi en huit"
	case d.item(j).text == "en" && d.item(j+1).number == 15:
		m.day, m.to = weekdayAfter(d.today.AddDays(-1), want).AddDays(14), j+2 // "lundi en quinze"
	case d.is(i-1, roleAfterNext):
		m.day, m.from = nextWeek.AddDays(7), i-1 // "übernächsten Montag"
	case d.is(j, roleAfterNext):
		m.day, m.to = nextWeek.AddDays(7), j+1 // "the Monday after next"
	case d.is(j, roleFollowing) && d.anchored():
		a, _ := d.anchor()
		m.day, m.to, m.counted, m.nowhere = weekdayAfter(a.last, want), j+1, true, a.nowhere // "le lundi suivant"
	case d.is(i-1, roleFollowing):
		m.from = i - 1
		if a, ok := d.anchor(); ok {
			m.day, m.counted, m.nowhere = weekdayAfter(a.last, want), true, a.nowhere
		}
	case d.is(i-1, roleNext) && !d.is(i-1, roleComing):
		m.day, m.from = nextWeek, i-1
	case d.is(j, roleNext) && !d.is(j, roleComing|roleFollowing) && daysBetween(d.today, m.day) == 1 && d.item(j+1).unit == unitNone:
		m.day, m.to = m.day.AddDays(7), j+1 // "mercoledì prossimo", said on a Tuesday
	case d.is(j, roleNext) && d.item(j+1).unit == unitWeek:
		m.day, m.to = nextWeek, j+2
	case d.nextWeekNear(i):
		m.day = nextWeek
	case d.item(i-2).unit == unitWeek && d.is(i-1, roleArticle) && d.item(i-3).number == 1:
		m.day, m.from = m.day.AddDays(7), i-3 // "a week on Monday"
	case d.item(j).unit == unitFortnight && !d.item(j).breaks:
		m.day, m.to = m.day.AddDays(14), j+1 // "Monday fortnight"
	case d.item(j).unit == unitWeek && !d.is(j, rolePlural):
		m.day, m.to = m.day.AddDays(7), j+1 // "Monday week"
	case d.ahead && pointedDays[d.item(i-1).text] && d.followed():
		a, _ := d.anchor() // "back on the 19th, make it the Monday"
		m.day, m.counted, m.nowhere = weekdayAfter(a.last, want), true, a.nowhere
	case d.ahead && (d.awayTill(m, want) || d.dayAfter(m, want)):
	case d.ahead && d.listed(m.day):
		m.day = weekdayAfter(d.sentence[len(d.sentence)-1].day, want) // "Monday, Tuesday or Wednesday"
	case !d.ahead:
		// "Closed from 5 to 13 March, back on Monday": the one after it.
		if a, ok := d.anchor(); ok && !a.running && a.lead != leadSince && (!a.near && !a.weekday || a.counted) {
			m.day, m.nowhere = weekdayAfter(maxDate(a.last, d.today), want), a.nowhere
		}
	}
}

// pointedDays are articles before a weekday that point to the one after the day just
// told; other languages have an article before any.
var pointedDays = wordSet(`the de den der`)

// mainAnchor is the anchor, or what that was counted back from: "the fair is on the
// 3rd, I'm off the week before. The Monday after".
func (d *dater) mainAnchor() (*mention, bool) {
	a, ok := d.anchor()
	if n := len(d.found); ok && a.counted && n > 1 {
		if o := &d.found[n-2]; a == &d.found[n-1] && o.stated && !o.counted && a.last.Before(o.day) && o.sentence >= d.number-1 {
			return o, true
		}
	}
	return a, ok
}

// weeksBehind reads how many weeks on from its next day a weekday is meant:
// "Thursday in a week", "giovedì tra due settimane".
func (d *dater) weeksBehind(m *mention, want int) bool {
	n, to, ok := d.weeksOn(m.to)
	if ok {
		m.day, m.to = weekdayAfter(d.today.AddDays(-1), want).AddDays(7*n), to
	}
	return ok
}

// weeksOn reads "in two weeks" from item j on.
func (d *dater) weeksOn(j int) (weeks, to int, ok bool) {
	if !d.is(j, roleIn) || d.item(j).breaks || d.item(j).unit != unitNone {
		return 0, 0, false
	}
	for k := j + 1; k <= j+2; k++ {
		if a, ok := d.amountAt(k); ok {
			if a.unit == unitDay && (a.n == 7 || a.n == 8 || a.n == 14 || a.n == 15) {
				a.n, a.unit = a.n/7, unitWeek // "in acht Tagen"
			}
			return a.n, a.to, a.unit == unitWeek && !a.half && !d.is(j, roleWithin)
		}
		if !d.is(k, roleArticle|roleTo) {
			break
		}
	}
	return 0, 0, false
}

// dayAfter takes a weekday for the day right after the one that the sentence has
// named: "on Ash Wednesday (18 February) I sleep, on Thursday write to me".
func (d *dater) dayAfter(m *mention, want int) bool {
	a, ok := d.anchor()
	if !ok || a.near || a.weekday || a.sentence < d.number-1 || a.isSpan() || !a.stated || !d.today.Before(a.last) || a.last.AddDays(1) != weekdayAfter(a.last, want) {
		return false
	}
	m.day, m.nowhere = a.last.AddDays(1), a.nowhere
	return true
}

// awayTill takes a weekday for the one after the date until which the writer of
// a deferral has no time: "swamped until the 20th. Monday I'd have time".
func (d *dater) awayTill(m *mention, want int) bool {
	a, ok := d.anchor()
	const weekend = 1 // days from its first to its last
	if !ok || a.near || a.weekday || a.sentence < d.number-1 || daysBetween(a.day, a.last) > weekend || !d.today.Before(a.last) || a.lead != leadUntil && a.lead != leadNotBefore && a.lead != leadAfter {
		return false
	}
	m.day, m.nowhere = weekdayAfter(a.last, want), a.nowhere
	return true
}

// weekdayPast reads the date behind "Monday after": "Monday after Easter".
func (d *dater) weekdayPast(m *mention, want int) bool {
	d.looking = true
	defer func() { d.looking = false }()
	past, ok := d.at(m.to + 1) // an article may belong to a name
	if !ok {
		past, ok = d.at(d.skip(m.to+1, 2))
	}
	if ok && d.item(m.to+1).breaks && !past.isSpan() && weekdayOf(past.day) == want {
		m.day, m.to, m.weekday, m.nowhere = past.day, past.to, false, past.nowhere // "the Monday after, the 22nd"
		return true
	}
	const reach = 8 // words of what it is after: "the fair, which ends on 10 July"
	for j := m.to + 2; !ok && d.is(m.to+1, roleArticle|roleOwn|roleEvent) && j <= m.to+reach && j < len(d.items) && d.item(j).unit == unitNone; j++ {
		if past, ok = d.at(j); ok && past.weekday {
			return false
		}
		if ok && !past.isSpan() && weekdayOf(past.day) == want {
			past.day = past.day.AddDays(-7) // "Monday after Advent Sunday, 30 November" is that day
			past.last = past.day
		}
	}
	if !ok || past.near {
		return false
	}
	m.day, m.to, m.weekday, m.nowhere = weekdayAfter(past.last, want), past.to, false, past.nowhere
	return true
}

// listed says whether the weekday named right before lies after day: they are
// told in their order.
func (d *dater) listed(day Date) bool {
	if len(d.sentence) == 0 {
		return false
	}
	m := &d.sentence[len(d.sentence)-1]
	return m.weekday && m.lead == leadNone && day.Before(m.day)
}

// weekBefore is the Monday of a week to come that ends at most two words before
// item i: "the week after next from Tuesday".
func (d *dater) weekBefore(i int) (Date, bool) {
	if len(d.sentence) == 0 {
		return Date{}, false
	}
	m := &d.sentence[len(d.sentence)-1]
	const reach, days = 2, 6
	return m.day, m.to >= i-reach && m.stated && d.today.Before(m.day) && weekdayOf(m.day) == 1 && daysBetween(m.day, m.last) == days
}

// anchored says whether a day to come was named before.
func (d *dater) anchored() bool {
	a, ok := d.anchor()
	return ok && !a.near && !a.running && d.today.Before(a.last)
}

func maxDate(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}

// nextWeekNear finds "next week" within six words around a weekday.
func (d *dater) nextWeekNear(i int) bool {
	for j := i - 6; j <= i+6; j++ {
		if d.item(j).unit == unitWeek && !d.is(j-1, roleAfter) && (d.is(j, roleNext) || d.is(j-1, roleNext) || d.is(j+1, roleNext)) {
			return true
		}
	}
	return false
}

// isWeekday says whether item i names a weekday. Short forms only do with a
// capital beside a number; the ordinals that Portuguese calls them by only
// where an ordinal doesn't fit.
func (d *dater) isWeekday(i int) bool {
	it := d.item(i)
	switch {
	case it.weekday == 0:
		return false
	case it.ordinal > 0:
		next := d.item(i + 1)
		return next.text == "feira" || d.tongue == "pt" && next.unit == unitNone && !next.has(roleQuarter|roleHalf) && d.is(i-1, roleArticle|roleLeads|roleThis|roleNext|roleIn)
	case !it.weak:
		return true
	case it.month > 0 && d.tongue != "fr" && d.tongue != "es" && d.tongue != "it":
		return false // "Mar 14" is a Tuesday in these languages alone
	case len(it.text) > 2 && d.tongue == "en":
		return englishDays[it.text]
	}
	next := d.item(i + 1)
	day := next.num > 0 || len(next.parts) > 2 || len(next.parts) == 2 && (isDayMonth(next.parts[0], next.parts[1]) || isDayMonth(next.parts[1], next.parts[0]))
	return it.upper && day && !next.glued // "Mi-So 11.30" are hours
}

// englishDays are short weekdays that stand alone in English text; "Sam" is a
// Saturday in others.
var englishDays = wordSet(`mon tue wed thu fri sat sun`)

// nearAt reads "today", "tomorrow" and "the day after tomorrow".
func (d *dater) nearAt(i int) (mention, bool) {
	ahead := -1
	if _, anchored := d.anchor(); anchored && d.is(i, roleFollowing) {
		return mention{}, false
	}
	switch it := d.item(i); {
	case it.has(roleToday):
		ahead = max(it.number-1, 0) // "oggi a otto"
	case it.has(roleDayAfter):
		ahead = 2
	case it.has(roleTomorrow) && !d.isMorning(i):
		ahead = max(it.number-1, 1) // "a week tomorrow"
	}
	if ahead < 0 {
		return mention{}, false
	}
	m := single(i, i+1, d.today.AddDays(ahead))
	if n, to, ok := d.weeksOn(i + 1); ok {
		m.day, m.to = m.day.AddDays(7*n), to // "morgen in einer Woche"
		m.last, ahead = m.day, ahead+7*n
	}
	m.near = ahead < 7
	return m, true
}

// isMorning tells the morning from tomorrow, which German, Dutch and Spanish
// call by the same word.
func (d *dater) isMorning(i int) bool {
	if d.item(i-1).weekday > 0 || d.is(i-1, roleGreeting) {
		return true
	}
	switch d.item(i).text {
	case "morgen":
		if t := d.item(i - 1).text; t == "am" || t == "der" {
			return true
		}
		// "Morgen Herr Feld," is a greeting; "Morgen um 10" isn't.
		return i == 0 && (len(d.items) == 1 || len(d.items) <= 3 && isSalutation(d.item(1).text))
	case "manana":
		t := d.item(i - 1).text
		return t == "la" || t == "esta" || t == "por" || t == "cada"
	}
	return false
}
