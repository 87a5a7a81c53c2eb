package replies

import (
	"strings"
	"time"
)

// numericAt reads 2026-08-14, 14.08.2026, 14.8., 14/08/26, 8/14 and "14. 8. 2026".
func (d *dater) numericAt(i int) (mention, bool) {
	it := d.item(i)
	if it.labelled {
		return mention{}, false
	}
	parts, mark, to := it.parts, it.mark, i+1
	if parts == nil {
		if parts, to = d.spaced(i); parts == nil {
			return mention{}, false
		}
		mark = '.'
	} else if len(parts) == 2 && !d.isDayMonth(i) {
		return mention{}, false
	}
	m := single(i, to, Date{})
	ok := false
	switch {
	case len(parts) == 3 && parts[0] > 99:
		m.day, ok = validDate(parts[0], parts[1], parts[2])
		if !ok && isDayMonth(parts[2], parts[1]) && parts[0] >= 1900 && parts[0] <= 2200 {
			m.day, m.nowhere, ok = monthEnd(parts[0], time.Month(parts[1])), true, true
		}
	case len(parts) == 3:
		if parts[2] < 100 {
			parts[2] += 2000
		}
		m.day, m.nowhere, ok = d.ordered(parts[0], parts[1], parts[2], mark, i, true)
	case mark == '/' && parts[1] > 12 && d.european:
		if parts[0] > 12 || !d.isMonthYear(parts[1]) {
			return mention{}, false
		}
		return d.wholeMonth(i, to, 2000+parts[1], time.Month(parts[0]), true), true // "ab 3/27"
	default:
		var year int
		var given bool
		year, m.to, given = d.year(to)
		m.day, m.nowhere, ok = d.ordered(parts[0], parts[1], year, mark, i, given)
		m.yearless = !given
	}
	m.last = m.day
	return m, ok
}

// isMonthYear says whether two digits behind a month are a year of the last ten
// or the next few.
func (d *dater) isMonthYear(n int) bool {
	const back, ahead = 10, 5
	return 2000+n >= d.today.Year-back && 2000+n <= d.today.Year+ahead
}

// spaced reads "14. 8. 2026" and "zum 1. 9.", written with spaces.
func (d *dater) spaced(i int) (parts []int, to int) {
	a, b := d.item(i), d.item(i+1)
	if a.num < 1 || !a.dot || b.num < 1 || b.num > 12 || !b.dot || b.dash {
		return nil, i
	}
	return []int{a.num, b.num}, i + 2
}

// isDayMonth says whether two numbers are a day and a month, not an amount, a
// time of day or a share.
func (d *dater) isDayMonth(i int) bool {
	it := d.item(i)
	if d.isClock(i) {
		return false
	}
	beside := func(j int) bool { return d.item(j).parts != nil || d.item(j).weekday > 0 }
	called := d.is(i-1, roleLeads|roleReturn|roleIn) || d.is(i-2, roleLeads) && d.is(i-1, roleArticle) ||
		beside(i-1) || beside(i-2) && d.is(i-1, roleArticle|roleTo) || d.item(i+1).dash || it.dash || beside(i+1)
	if it.mark == '.' {
		ends := i+1 == len(d.items) || d.item(i+1).breaks
		return it.dot || called || d.item(i-1).text == "on" && ends && (it.parts[0] > 9 || it.parts[1] > 9) // "on 24.02, then"
	}
	called = called || it.mark == '-' && (d.item(i-1).text == "op" || d.tongue == "nl")
	return called || it.mark == '/' && it.parts[0]+it.parts[1] >= 4
}

// ordered puts day and month in the order that the writer means: what the
// weekday beside it proves, what only fits, else what their country writes.
func (d *dater) ordered(a, b, year int, mark byte, i int, given bool) (day Date, nowhere, ok bool) {
	var dm, md Date
	okDM, okMD := isDayMonth(a, b), mark != '.' && isDayMonth(b, a)
	if okDM {
		dm, okDM = d.monthDay(year, b, a, given)
	}
	if okMD {
		md, okMD = d.monthDay(year, a, b, given)
	}
	switch {
	case okDM && !okMD:
		return dm, false, true
	case okMD && !okDM:
		return md, false, true
	case !okDM && !md.IsZero():
		return md, true, true
	case !okDM:
		return dm, true, !dm.IsZero()
	}
	for _, j := range [...]int{i - 1, i - 2, i + 1} {
		switch w := int(d.item(j).weekday); {
		case w == 0:
		case weekdayOf(dm) == w:
			return dm, false, true
		case weekdayOf(md) == w:
			return md, false, true
		}
	}
	if d.monthFirst || d.tongue == "ja" {
		return md, false, true
	}
	return dm, false, true
}

// writesMonthFirst says whether the dates of an English text themselves show that the
// month stands first, whatever their zone, since many servers write +0000 for everybody:
// one fits no other way ("12/24 - 1/8"), or the first of a notice is months away else. A
// score or a house number proves nothing, nor does what makes a date long past.
func (d *dater) writesMonthFirst(p *prose) bool {
	const far, past, near = 120, -14, 60 // days
	proven, seen, first := false, false, false
	for i, t := range p.tokens {
		if t.kind != numberToken || !p.isDated(i) {
			continue
		}
		for word := range strings.SplitSeq(t.word, "-") {
			parts, mark := numericParts(word)
			if mark != '/' || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 31 {
				continue
			}
			a, b := parts[0], parts[1]
			if a > 12 {
				return false
			}
			year, given := d.today.Year, len(parts) == 3
			if given {
				year = parts[2]%100 + 2000
			}
			md, _ := d.monthDay(year, a, b, given)
			ahead := daysBetween(d.today, md)
			if given && ahead < past {
				return false
			}
			if b > 12 {
				proven = true
			} else if !seen && !d.ahead {
				dm, _ := d.monthDay(year, b, a, given)
				other := daysBetween(d.today, dm)
				seen, first = true, ahead >= past && ahead <= near && (other > far || other < -far)
			}
		}
	}
	return proven || first
}

// isDated says whether the number in token i stands where a date would: behind a word
// that leads to one or that tells of somebody away, or joined to another such number.
func (p *prose) isDated(i int) bool {
	if strings.Contains(p.tokens[i].word, "-") {
		return true
	}
	if i == 0 || p.tokens[i].sentence != p.tokens[i-1].sentence {
		return false
	}
	before := p.tokens[i-1]
	return before.kind == numberToken || slashLeads[before.word] || dateWords().word(before.word).has(roleUntil|roleFrom|roleTo|roleReturn|roleLeads) || dateWords().word(before.word).weekday > 0
}

// slashLeads stand before a date, beside words that dates are read by.
var slashLeads = wordSet(`office out away closed leave vacation pto ooo holiday on by thru through starting beginning returning return back`)

// isDayMonth says whether two numbers are what a day and a month can be, even
// if that month has no such day.
func isDayMonth(day, month int) bool { return day >= 1 && day <= 31 && month >= 1 && month <= 12 }

// dayMonthAt reads "14 August 2026", "14. August", "14 de agosto", "14th of August", "1er avril".
func (d *dater) dayMonthAt(i int) (mention, bool) {
	n := d.item(i).num
	if d.item(i).ordinal == 1 || d.item(i).ordinal > 1 && d.item(i).ordinal != 9 {
		n = d.item(i).ordinal
	}
	if k := d.item(i).number; n < 1 && k > 1 && d.item(i+1).text == "de" {
		n = k // "dois de março"
	}
	if n < 1 || n > 31 && d.item(i).digits != 2 || d.item(i).labelled { // there is no 32 May, but it is meant as a day
		return mention{}, false
	}
	j := d.skip(i+1, 3)
	if d.item(j).weak && d.clockCalled(j) {
		return mention{}, false // "dia 11, às dez"
	}
	if j == i+2 && d.isMark(i+1) && d.item(i+1).dot && !d.dotsDays() {
		return mention{}, false // "until it's in on the 31st. February, then"
	}
	if !d.isMonth(j) || d.item(i).num < 0 && j == i+1 && d.item(i).ordinal > 1 {
		return mention{}, false
	}
	return d.dayOf(i, j+1, int(d.item(j).month), n)
}

// dayOf is the n-th of a month, named by items [from, to) and a year behind them.
func (d *dater) dayOf(from, to, month, n int) (mention, bool) {
	year, next, given := d.year(to)
	day, exists := d.monthDay(year, month, n, given)
	m := single(from, next, day)
	m.yearless, m.nowhere = !given, !exists
	return m, true
}

// dayOfMonthAt reads a bare day: "the 16th", "am 24.", "el 24", "le 24".
func (d *dater) dayOfMonthAt(i int) (mention, bool) {
	it := d.item(i)
	if it.num < 1 || it.num > 31 || it.digits > 2 || it.labelled || d.startsClock(i) {
		return mention{}, false
	}
	to, fits := i+1, false
	switch {
	case d.isMark(i + 1):
		to, fits = i+2, true
	case d.is(i-1, roleArticle|roleLeads) && it.dot && d.dotsDays():
		fits = true
	case d.item(i-1).text == "dia", d.item(i-1).text == "dias", (d.item(i-2).unit == unitWeek || d.item(i-2).unit == unitWeekend) && d.is(i-1, roleArticle) && d.item(i-1).number == 0:
		fits = true // "la semaine du 15"
	case i == 1 && d.is(0, roleDayArticle) && (d.item(0).upper || beginsDay[d.item(0).text]) && (!d.is(to, roleArticle|roleIn|roleFor) || d.tongue == "fr" && d.item(to).text == "on") && d.item(to).number == 0:
		fits = true // "Il 27 andiamo in produzione"
	case d.is(i-1, roleTo) && len(d.sentence) > 0 && d.sentence[len(d.sentence)-1].bareDay && d.sentence[len(d.sentence)-1].to == i-1:
		fits = d.item(to).unit == unitNone && !d.isMonth(to) // "le 15 et 16"
	case d.item(i-1).text == "les" && d.tongue == "fr":
		fits = d.is(i+1, roleTo) && d.item(i+2).num > it.num
	case d.is(i-1, roleArticle) && d.is(i-2, roleLeads) && !d.is(to, roleArticle|roleQuarter) && d.item(to).number == 0:
		fits = true // "a partir del 17 estaré"
	case d.is(i-1, roleDayArticle) && d.item(to).text == "in" && d.item(to+1).text == "poi":
		fits = true // "dal 18 in poi"
	case d.is(i-1, roleDayArticle):
		fits = i+1 >= len(d.items) || it.dot && !d.dotsDays() || d.item(i+1).breaks || d.is(i+1, roleTo) || butWords[d.item(i+1).text] || endWords[d.item(i-2).text] || d.is(i-2, roleStarts)
	}
	ends := it.dot && !d.dotsDays() && d.item(to).upper // of the sentence
	if d.item(to).season == feastAdvent {
		return mention{}, false // "2. Advent"
	}
	if !fits || !ends && d.item(d.skip(to, 1)).unit != unitNone || d.is(to, roleQuarter) || d.isWeekday(to) {
		return mention{}, false
	}
	day, ok := d.dayOfMonth(it.num)
	if feast, named := d.feastBehind(to, it.num); named {
		day, ok = feast, true
	}
	if d.item(i-2).unit == unitWeek && !d.today.Before(mondayOf(day)) && daysBetween(d.today, day) < 7 {
		// "The week of the 22nd", said on the 21st, isn't the running one.
		day = addMonths(day, 1)
	}
	m := single(i, to, day)
	m.bareDay = true
	return m, ok
}

// feastBehind is the next feast on the n-th of a month that the words from item k on
// say it is: "el 19 es San José".
func (d *dater) feastBehind(k, n int) (Date, bool) {
	if !fallWords[d.item(k).text] {
		return Date{}, false
	}
	for j := k + 1; j <= k+2 && !d.item(j).breaks; j++ {
		it := d.item(j)
		if it.season < firstFixedFeast {
			continue
		}
		for year := d.today.Year; year <= d.today.Year+1; year++ {
			day := it.feast.in(year)
			if it.season != feastFixed {
				day, _ = d.seasonDays(it.season, year)
			}
			if day.Day == n && !day.Before(d.today) {
				return day, true
			}
		}
	}
	return Date{}, false
}

// butWords go on behind a day.
var butWords = wordSet(`mais pero ma mas aber maar car porque perche donc puis`)

// looseDays are articles and the like that a day may follow.
var looseDays = wordSet(`le el il du del dal al au den dem am der a em no na dia the bis einschliesslich de den`)

// looseDayAt reads a bare number that may be a day: "la paie du 28", "le 9 si tout
// va bien", "we meet in June, write on the tenth".
func (d *dater) looseDayAt(i int) (mention, bool) {
	it := d.item(i)
	n, to := it.num, i+1
	if n < 1 && it.ordinal != lastOf && (it.month == 0 && it.weekday == 0 && it.unit == unitNone) {
		n = it.ordinal
	}
	if d.isMark(to) {
		to++
	}
	if n < 1 || n > 31 || it.digits > 2 || it.labelled || d.isClock(i) || d.clockCalled(i) || !looseDays[d.item(i-1).text] {
		return mention{}, false
	}
	next := d.item(to)
	if to < len(d.items) && !next.breaks && (next.num >= 0 || next.parts != nil || next.unit != unitNone || next.month > 0 || functionWords()[next.text] == 0) {
		return mention{}, false // of something: "the 12 lamps"
	}
	day, ok := d.dayOfMonth(n)
	m := single(i, to, day)
	m.bareDay, m.loose = true, true
	return m, ok
}

// dayOfPeriodAt reads a day that is counted within a month told behind it: "the
// 15th of next month", "le dernier jour du mois", "am Letzten des Monats".
func (d *dater) dayOfPeriodAt(i int) (mention, bool) {
	const last = 9
	it := d.item(i)
	n := max(it.num, it.ordinal)
	if n < 1 || n > 31 || it.labelled || it.digits > 2 {
		return mention{}, false
	}
	j := i + 1
	if d.isMark(j) {
		j++
	}
	called := d.item(j).unit == unitDay && !d.is(j, rolePlural)
	working := false
	switch {
	case called:
		j++
		if working = workingWords[d.item(j).text]; working {
			j++
		} else {
			working = workdayWords[d.item(j-1).text]
		}
	case workingWords[d.item(j).text] && d.item(j+1).unit == unitDay && !d.is(j+1, rolePlural):
		called, working = true, true
		j += 2
	case workdayWords[d.item(j).text]:
		called, working = true, true
		j++
	}
	if it.num < 0 && it.ordinal == last {
		if !called && !it.upper {
			return mention{}, false
		}
		n = 31
	}
	k := d.skip(j, 3)
	if working && k == j && d.is(k, roleIn) {
		k = d.skip(j+1, 2)
	}
	if k == j {
		return mention{}, false
	}
	if called && d.isMonth(k) {
		year, to, given := d.year(k + 1)
		month := d.wholeMonth(i, to, year, time.Month(d.item(k).month), given)
		if working && it.ordinal != last {
			return nthWorkday(month, n), true
		}
		m, ok := d.dayWithin(month, n)
		for working && weekdayOf(m.day) > 5 {
			m.day = m.day.AddDays(-1) // the last working day
		}
		m.last = m.day
		return m, ok
	}
	if d.is(k, roleNext|roleThis) && d.item(k).unit == unitNone {
		k++
	}
	if d.item(k).unit != unitMonth || d.is(k, rolePlural) {
		return mention{}, false
	}
	w := d.periodWords(k)
	if w.past || w.from <= i && w.late {
		return mention{}, false
	}
	month := d.period(unitMonth, w.step, false)
	month.from, month.to = i, max(w.to, k+1)
	if m, ok := d.dayWithin(month, n); w.named || ok && d.today.Before(m.day) {
		return m, ok
	}
	month.day = addMonths(month.day, 1)
	month.last = monthEnd(month.day.Year, month.day.Month)
	return d.dayWithin(month, n)
}

// workingWords beside a day, and workdayWords alone, mean one on which people work.
var (
	workingWords = wordSet(`working business work ouvre ouvrable laborable habil lavorativo util`)
	workdayWords = wordSet(`workday arbeitstag werktag werkdag`)
)

// nthWorkday is the n-th day of a month on which people work: no weekend, and not
// the first of the year.
func nthWorkday(month mention, n int) mention {
	day := month.day.AddDays(-1)
	for range n {
		day = workday(day.AddDays(1))
		if day.Month == time.January && day.Day == 1 {
			day = workday(day.AddDays(1))
		}
	}
	return single(month.from, month.to, day)
}

// dayWithin is the n-th day of a month, or its last.
func (d *dater) dayWithin(month mention, n int) (mention, bool) {
	day := month.day.AddDays(n - 1)
	if month.last.Before(day) {
		day = month.last
	}
	return single(month.from, month.to, day), true
}

// beginsDay are articles that a day may follow at the beginning of a text
// written small: "el 18 entregamos la obra".
var beginsDay = wordSet(`el le il`)

// dotsDays says whether a dot makes a number a day here, where it isn't just
// the end of the sentence.
func (d *dater) dotsDays() bool {
	switch d.tongue {
	case "en", "fr", "es", "it", "pt", "nl", "sv":
		return false
	}
	return true
}

// dayOfMonth is the next n-th, in the month that was named right before, if one
// was: "the budget is made in November, the board meets on the 13th".
func (d *dater) dayOfMonth(n int) (Date, bool) {
	if k := len(d.sentence); k > 0 {
		if m := &d.sentence[k-1]; m.monthOnly && m.lead == leadNone && m.day.Month == m.last.Month && d.today.Before(m.day) {
			return validDate(m.day.Year, int(m.day.Month), n)
		}
	}
	if a, ok := d.anchor(); ok && !a.isSpan() && (!a.weekday || a.counted) && !a.near && a.stated && d.today.Before(a.day) && n >= a.day.Day && (daysBetween(d.today, a.day) > 31 || a.day.Month != d.today.Month && a.sentence >= d.number-1) {
		return validDate(a.day.Year, int(a.day.Month), n) // "from 10 September on we're full. From the 14th, gladly"
	}
	if a, ok := d.anchor(); ok && a.isSpan() && !a.running && daysBetween(a.day, a.last) < 31 && d.today.Before(a.last) {
		for day := a.day; !a.last.Before(day); day = day.AddDays(1) {
			if day.Day == n {
				return day, true // "the week after, from the 24th"
			}
		}
	}
	if a, ok := d.anchor(); ok && a.isSpan() && a.stated && !a.monthOnly && !a.weekday && a.sentence == d.number && daysBetween(a.day, a.last) < 5 && d.today.Before(a.day) {
		for months := range 2 {
			first := addMonths(Date{a.day.Year, a.day.Month, 1}, months)
			if day, ok := validDate(first.Year, int(first.Month), n); ok && !day.Before(a.day) {
				return day, true // "les vacances de Pâques finissent le 26"
			}
		}
	}
	for months := range 3 {
		first := addMonths(Date{d.today.Year, d.today.Month, 1}, months)
		day, ok := validDate(first.Year, int(first.Month), n)
		if ok && !day.Before(d.today) {
			return day, true
		}
	}
	return Date{}, false
}

// isMark says whether item i is the mark of the ordinal number before it.
func (d *dater) isMark(i int) bool { return d.is(i, roleMark) && d.item(i).glued }

// yearAt reads a bare year: "in 2027", "für 2027"; the next one alone, too.
func (d *dater) yearAt(i int) (mention, bool) {
	it := d.item(i)
	if it.digits != 4 || it.labelled || it.num <= d.today.Year || it.num > d.today.Year+3 {
		return mention{}, false
	}
	if !d.is(i-1, roleLeads|roleIn|roleFor|roleEarly|roleLate|roleMid|roleArticle) && it.num != d.today.Year+1 {
		return mention{}, false
	}
	m := mention{from: i, to: i + 1, day: Date{it.num, time.January, 1}, last: Date{it.num, time.December, 31}, monthOnly: true, stated: true}
	d.narrow(&m)
	return m, true
}

// japaneseAt reads "8月17日", "2026年8月17日" and "9月".
func (d *dater) japaneseAt(i int) (mention, bool) {
	j := i
	year, given := d.today.Year, false
	if d.item(i).digits == 4 && d.item(i+1).text == "年" {
		year, given, j = d.item(i).num, true, i+2
	}
	month := d.item(j).num
	if month < 1 || month > 12 || d.item(j+1).text != "月" || d.item(j+1).unit != unitNone {
		return mention{}, false
	}
	day := 1
	if n := d.item(j + 2).num; n >= 1 && d.item(j+3).text == "日" {
		day = n
	}
	if !isDayMonth(day, month) {
		return mention{}, false
	}
	at, exists := d.monthDay(year, month, day, given)
	if day == 1 && d.item(j+3).text != "日" {
		m := d.wholeMonth(i, j+2, year, time.Month(month), given)
		d.narrow(&m)
		return m, true
	}
	m := single(i, j+4, at)
	m.yearless, m.nowhere = !given, !exists
	return m, true
}
