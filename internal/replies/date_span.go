package replies

import "time"

// amount is how much time is told: "two weeks", "half a year", "a month and a half".
type amount struct {
	n    int
	unit int8
	half bool
	to   int // the item behind it
}

// from is the day that lies the amount after d.
func (a amount) from(d Date) Date {
	d = later(d, a.n, a.unit)
	if !a.half {
		return d
	}
	switch a.unit {
	case unitYear:
		return addMonths(d, 6)
	case unitMonth:
		return d.AddDays(15)
	case unitWeek:
		return d.AddDays(3)
	}
	return d
}

// spanAt reads "in two weeks", "dans 15 jours", "over een maand", "a month from
// now", "in 2-3 weeks", "for the next ten days".
func (d *dater) spanAt(i int) (mention, bool) {
	a, ok := d.amountAt(i)
	if !ok {
		a, ok = d.oneUnit(i)
	}
	if !ok || d.is(a.to, roleAgo) {
		return mention{}, false
	}
	from, found, within, l := i, false, false, leadNone
	for j, n := i-1, 0; j >= 0 && n < 4 && !found; j, n = j-1, n+1 {
		switch w := d.item(j); {
		case w.has(roleAgo):
			return mention{}, false
		case w.has(roleFor) && d.ahead && d.negated(j):
			l, found, from = leadNotBefore, true, j // "not for another month"
		case w.has(roleFor):
			l, found, from = leadFor, true, j
		case w.has(roleBefore) && d.negated(j):
			l, found, from = leadNotBefore, true, j // "pas avant deux semaines"
		case d.ahead && w.has(roleAfter) && w.breaks && thenWords[w.text]:
			n = 4 // "the keys come on the 15th, depois duas semanas de pinturas"
		case w.has(roleIn | roleAfter | roleGive):
			found, from, within = true, j, w.has(roleWithin)
		case w.has(roleNext):
			l, found, from = leadFor, true, j
		case !w.has(roleArticle | roleFew | roleAbout | roleGood):
			n = 4
		}
	}
	to := a.to
	if d.is(to, roleHence) {
		found, to = true, to+1
	}
	opens := !found && d.ahead && i == 0
	if opens && (d.is(to, roleTo) || d.item(to).breaks) {
		found = true // "Four months and we'll know"
	}
	m := single(from, to, a.from(d.today))
	m.lead, m.within, m.inside, m.length = l, within, true, a
	if start, ok := d.startOf(to, opens); ok {
		m.day, m.to, m.inside, m.nowhere = a.from(start.day), start.to, false, start.nowhere
		m.last = m.day
		if !d.ahead {
			m.lead = leadFor
		}
		return m, true
	}
	if d.is(from, roleGive) || opens && (purposeWords[d.item(to).text] || d.thenBehind(to)) || d.ahead && (d.takesAt(i) || d.goneFrom(i) || d.addsTo(i)) {
		if start, ok := d.givenFrom(); ok {
			m.day, m.inside, m.nowhere = a.from(start.last), false, start.nowhere // "school begins on the 7th, give it a week"
			m.last, m.counted, m.lead, m.bare = m.day, true, leadNone, false
			return m, true
		}
	}
	if found && d.weekdayOfSpan(&m, a) {
		return m, true
	}
	if !found && d.ahead {
		if start, ok := d.thenFrom(i); ok {
			m.day, m.inside, m.nowhere = a.from(start.last), false, start.nowhere
			m.last, m.stated, m.counted = m.day, start.stated, true
			return m, true
		}
	}
	if !found {
		// "Ich bin zwei Wochen nicht da" is told so in notices alone.
		m.lead, m.bare = leadFor, true
		return m, !d.ahead && a.unit != unitYear && !d.is(a.to, roleArticle)
	}
	return m, true
}

// looseSpanAt reads a length that nothing counts from today and that yet may be
// meant so: "the doctors say three to four weeks", "Dos meses mínimo".
func (d *dater) looseSpanAt(i int) (mention, bool) {
	it := d.item(i)
	if it.labelled || it.num < 1 && it.number < 1 && !it.has(roleCouple|roleFew) || d.looking {
		return mention{}, false
	}
	if more := d.item(i + 1); it.num < 1 && it.number == 1 && !it.has(roleCouple|roleFew) && more.unit == unitNone && (!more.has(roleGood|roleHalf|roleCouple|roleFew) || more.has(roleArticle)) {
		return mention{}, false // "el uno del mes": the first
	}
	a, ok := d.amountAt(i)
	if !ok || a.unit == unitYear && a.n > 1 || a.unit == unitDay && a.n == 1 || d.is(a.to, roleAgo) || d.is(i-1, roleAgo) {
		return mention{}, false
	}
	m := single(i, a.to, a.from(d.today))
	m.lead, m.bare, m.inside, m.loose, m.length = leadFor, true, true, true, a
	return m, true
}

// weekdayOfSpan reads the day of the week behind weeks counted from today: "in
// zwei Wochen am Montag".
func (d *dater) weekdayOfSpan(m *mention, a amount) bool {
	if a.unit != unitWeek || a.half || m.lead != leadNone || d.looking {
		return false
	}
	k := m.to
	for k < m.to+2 && (d.is(k, roleArticle|roleClockAt) || d.item(k).text == "on") && d.item(k).weekday == 0 {
		k++
	}
	if !d.isWeekday(k) || d.item(k).breaks || d.is(k, rolePlural) {
		return false
	}
	if _, dated := d.weekdayDate(k, k+1); dated {
		return false
	}
	m.day, m.to, m.inside = mondayOf(m.day).AddDays(int(d.item(k).weekday)-1), k+1, false
	m.last = m.day
	return true
}

// startOf reads the date that a span is counted from, told behind it: "two
// weeks from Monday", "zwei Wochen ab dem 5. Mai", and in a notice or where the
// sentence opens with the span "two weeks of leave, beginning on Monday".
func (d *dater) startOf(to int, opens bool) (mention, bool) {
	if d.looking {
		return mention{}, false
	}
	const reach = 4 // words between
	for k := to; k <= to+reach && k < len(d.items); k++ {
		if d.is(k, roleFrom) && !d.is(k, roleTrails) || d.item(k).text == "da" && d.tongue == "it" {
			d.looking = true
			defer func() { d.looking = false }()
			j := d.skip(k+1, 2)
			if d.item(j).unit == unitDay {
				j++ // "a partir de dia 11"
			}
			m, ok := d.at(j)
			return m, ok && !m.isSpan() && m.lead == leadNone
		}
		if it := d.item(k); it.breaks || d.ahead && !opens && !it.has(roleArticle) || it.has(roleTo) && !it.has(roleArticle) || it.num >= 0 || it.parts != nil || it.month > 0 || it.weekday > 0 || it.unit != unitNone {
			break
		}
	}
	return mention{}, false
}

// countFromStart counts the time away in a notice from the day on which it
// begins, told before it: "ab Montag für zwei Wochen", "since 2 March I've been
// on a two week course".
func (d *dater) countFromStart(m *mention) {
	const recent, soon = 60, 120 // days
	k := len(d.sentence) - 1
	if d.ahead || !m.inside || m.lead != leadFor || m.length.n == 0 || k < 0 {
		return
	}
	start := &d.sentence[k]
	if start.isSpan() || start.ranged || start.lead != leadFrom && start.lead != leadSince || d.item(m.from).breaks && d.is(m.from, roleNext) {
		return
	}
	if off := daysBetween(d.today, start.day); off > -recent && off < soon {
		m.day, m.inside, m.nowhere = m.length.from(start.day), false, start.nowhere
		m.last = m.day
	}
}

// givenFrom is the day to come, told in this sentence or the one before it,
// that time given is counted from.
func (d *dater) givenFrom() (*mention, bool) {
	a, ok := d.anchor()
	if !ok || a.near || a.running || !a.stated || a.inside && a.sentence < d.number || a.sentence < d.number-1 || !d.today.Before(a.last) || a.monthOnly && !a.part {
		return nil, false
	}
	if gone := daysBetween(addMonths(a.last, -12), d.today); a.yearless && gone >= 0 && gone < 180 {
		return nil, false // "I took over on 1 May, give me six weeks"
	}
	return a, true
}

// thenWords lead to what comes after the day just told.
var thenWords = wordSet(`then afterwards dann danach anschliessend puis ensuite apres luego entonces despues poi dopo depois entao dan daarna vervolgens`)

// purposeWords lead to what a length at the beginning of a sentence is for: "two weeks
// to unpack", "vierzehn Tage für die Kisten", "three weeks of mending".
var purposeWords = wordSet(`to for of um fur zum zur pour de para per di om voor`)

// durationWords lead to the time that something takes.
var durationWords = wordSet(`take takes needs braucht dauert dauern prend prennent faut tarda tardan lleva llevan impiega impiegano mette demora demoram leva levam kost duurt`)

// takesAt says whether the length in item i is what something takes: "it takes them ten
// days".
func (d *dater) takesAt(i int) bool {
	const reach = 3 // words
	for j := i - 1; j >= i-reach && !d.item(j+1).breaks; j-- {
		if durationWords[d.item(j).text] {
			return true
		}
	}
	return false
}

// goneFrom says whether the length in item i is how long one is gone from the day told
// right before it: "ab Freitag bin ich eine Woche weg".
func (d *dater) goneFrom(i int) bool {
	const reach = 4 // words
	n := len(d.sentence)
	if n == 0 || d.sentence[n-1].lead != leadFrom || d.sentence[n-1].isSpan() || d.sentence[n-1].to < i-reach {
		return false
	}
	for j := d.sentence[n-1].to; j <= i; j++ {
		if d.item(j).breaks {
			return false
		}
	}
	return true
}

// addsTo says whether the length in item i stands by itself behind a day on which
// something begins: "she's back on the 19th, two weeks' grace please".
func (d *dater) addsTo(i int) bool {
	const reach = 15 // words
	n := len(d.sentence)
	return n > 0 && d.item(i).breaks && !d.sentence[n-1].isSpan() && (d.sentence[n-1].lead == leadFrom || d.begins(max(i-reach, 0), i))
}

// thenBehind says whether the sentence goes on from item i to what comes after the
// time just told: "Two weeks is all she needs, then write to her".
func (d *dater) thenBehind(i int) bool {
	for j := i; j < len(d.items); j++ {
		if thenWords[d.item(j).text] {
			return !d.is(j+1, roleAfter)
		}
	}
	return false
}

// thenFrom is the day to come, told in this sentence or the one before it, that
// the time in item i follows: "we get the keys on the 15th, then it's three weeks
// of builders".
func (d *dater) thenFrom(i int) (*mention, bool) {
	const reach = 5 // words
	from := max(i-reach, 0)
	if n := len(d.sentence); n > 0 {
		from = max(from, d.sentence[n-1].to)
	}
	for j := i - 1; j >= from; j-- {
		if thenWords[d.item(j).text] && !d.is(j+1, roleAfter) {
			return d.givenFrom()
		}
	}
	return nil, false
}

// oneUnit reads a unit that means one where the language needs no article:
// Polish "za miesiąc", Czech "za týden", Finnish "viikon kuluttua".
func (d *dater) oneUnit(i int) (amount, bool) {
	it := d.item(i)
	if it.unit == unitNone || it.unit == unitHour || it.unit == unitWeekend || it.has(rolePlural|roleWeekNo) && d.item(i+1).num > 0 {
		return amount{}, false
	}
	switch d.tongue {
	case "pl", "cs":
		return amount{n: 1, unit: it.unit, to: i + 1}, d.item(i-1).text == "za"
	case "fi":
		return amount{n: 1, unit: it.unit, to: i + 1}, d.is(i+1, roleHence) && d.item(i-1).number == 0 && d.item(i-1).num < 0
	}
	return amount{}, false
}

// amountAt reads how much time items from i on tell. The larger end counts.
func (d *dater) amountAt(i int) (amount, bool) {
	if to, ok := d.halfYear(i); ok {
		return amount{n: 6, unit: unitMonth, to: to}, true
	}
	if to, ok := d.andHalf(i); ok {
		return amount{n: 1, unit: d.item(i).unit, half: true, to: to}, true
	}
	n, ok := d.count(i)
	if !ok || d.item(i).dot && !d.dotsDays() && d.item(i+1).upper {
		return amount{}, false // what follows the dot is another sentence
	}
	j := i + 1
	if v, more := d.count(j); more && (d.item(i).text == "another" || d.is(i, roleFew) && v > 1) {
		n, j = v, j+1
	}
	if d.item(i).number == 1 && !d.is(i, roleCouple|roleFew) {
		// "a couple of weeks", "ein paar Wochen", "un paio di mesi"
		if v, more := d.count(j); more && d.is(j, roleCouple|roleFew) {
			n, j = v, j+1
		}
		if to, ok := d.halfYear(j); ok {
			return amount{n: 6, unit: unitMonth, to: to}, true
		}
	}
	if v, more := d.count(j); more && v > n && (d.item(j).dash || v == n+1 && d.item(j).breaks) {
		n, j = v, j+1 // "2-3 weeks"
	} else if v, more := d.count(j + 1); more && v > n && d.is(j, roleTo|roleOr) {
		n, j = v, j+2 // "two or three weeks", "6 to 8 weeks"
	}
	for k := 0; k < 2 && d.is(j, roleArticle|roleGood) && d.item(j).unit == unitNone; k++ {
		j++
	}
	a := amount{n: n, unit: d.item(j).unit, to: j + 1, half: d.item(i).number == 1 && d.is(i, roleHalf)}
	switch a.unit {
	case unitNone, unitHour, unitWeekend:
		return amount{}, false
	case unitYear:
		if d.item(j+1).text == "old" {
			return amount{}, false
		}
	}
	more, counted := max(d.item(a.to+1).number, d.item(a.to+1).num), d.item(a.to+2)
	if n == 1 && d.is(a.to, roleOr) && more > 1 && more <= 30 && counted.unit == unitNone && counted.month == 0 && d.item(a.to+1).parts == nil {
		a.n, a.to = more, a.to+2 // "a month or two", "een week of zes"
	}
	if d.is(a.to, roleTo) && d.is(d.skip(a.to+1, 1), roleHalf) {
		a.half, a.to = true, d.skip(a.to+1, 1)+1 // "un mois et demi"
	}
	return a, true
}

// halfYear reads "half a year", "halbes Jahr".
func (d *dater) halfYear(i int) (to int, ok bool) {
	if !d.is(i, roleHalf) || d.item(i).unit != unitNone {
		return 0, false
	}
	k := i + 1
	if d.item(k).number == 1 && d.item(k).unit == unitNone {
		k++ // "no meio do ano" is the middle of the year
	}
	return k + 1, d.item(k).unit == unitYear
}

// andHalf reads a unit that needs no article before "and a half": "mes y medio".
func (d *dater) andHalf(i int) (to int, ok bool) {
	switch it := d.item(i); it.unit {
	case unitWeek, unitMonth, unitYear:
		k := d.skip(i+2, 1)
		return k + 1, !it.has(rolePlural) && d.is(i+1, roleTo) && d.is(k, roleHalf) && (d.is(i-1, roleIn|roleGive|roleFor) || d.is(i-1, roleArticle) && d.is(i-2, roleIn))
	}
	return 0, false
}

// count reads how many: "3", "three", "a couple", "ein paar".
func (d *dater) count(i int) (int, bool) {
	switch it := d.item(i); {
	case it.num > 0 && it.num <= 120:
		return it.num, true
	case it.has(roleCouple):
		return 2, true
	case it.has(roleFew):
		return 3, true
	default:
		return it.number, it.number > 0
	}
}

// anchoredAt reads what is counted from another date of the text: "two weeks
// after that", "the following day", "danach".
func (d *dater) anchoredAt(i int) (mention, bool) {
	if a, ok := d.amountAt(i); ok {
		return d.spanAfter(i, a)
	}
	if m, ok := d.pastAt(i); ok {
		return m, true
	}
	switch it := d.item(i); {
	case it.has(roleFollowing) && d.item(i+1).text == "in" && (i+2 == len(d.items) || d.item(i+2).breaks):
		return mention{}, false // "on my next day in"
	case it.has(roleFollowing) && d.item(i+1).unit == unitMonth && !d.is(i+1, rolePlural) && d.followed():
		return d.following(i, i+2, unitMonth)
	case it.unit == unitMonth && !it.has(rolePlural) && (d.is(i+1, roleFollowing) || d.is(i+1, roleAfter) && (i+2 == len(d.items) || d.item(i+2).breaks)) && d.followed():
		return d.following(i, i+2, unitMonth) // "it is passed on the 27th. Write the following month"
	case it.has(roleFollowing) && (d.item(i+1).unit == unitDay || d.item(i+1).unit == unitWeek) && !d.is(i+1, rolePlural):
		return d.following(i, i+2, d.item(i+1).unit)
	case it.has(roleAfterNext) && d.item(i+1).unit == unitNone || it.has(roleFollowing) && it.text == "" && it.unit == unitNone:
		return d.oneAfter(i)
	case it.has(roleFollowing) && it.unit == unitDay:
		return d.following(i, i+1, unitDay) // "le lendemain"
	case (it.unit == unitDay || it.unit == unitWeek) && !it.has(rolePlural) && d.is(i+1, roleAfter) && (i+2 == len(d.items) || d.item(i+2).breaks) && d.anchored():
		return d.following(i, i+2, it.unit) // "busy on the 19th, write on the day after"
	case dawnWords[it.text] && (d.is(i+1, roleFollowing|roleAfter|roleThen) || thereafterWords[d.item(i+1).text]) && (i+2 == len(d.items) || d.item(i+2).breaks || functionWords()[d.item(i+2).text] > 0 && !d.is(i+2, roleArticle|roleOwn)) && !d.item(i+1).breaks && d.followed():
		return d.following(i, i+2, unitDay) // "we've a wedding on the 26th, ring me the morning after"
	case it.unit == unitWeek && !it.has(rolePlural) && (d.is(i+1, roleAfter) || d.item(i+1).text == "nadat") && d.goneBehind(i+2) && d.followed():
		return d.following(i, i+2, unitWeek) // "it leaves on 24 July, write the week after it's gone"
	case it.unit == unitWeek && !it.has(rolePlural) && weekBeforeWords[d.item(i+1).text] && (i+2 == len(d.items) || d.item(i+2).breaks || functionWords()[d.item(i+2).text] > 0) && d.followed():
		a, _ := d.anchor() // "the board meets on the 12th, write the week before"
		at := countedFrom(a, single(i, i+2, mondayOf(a.day).AddDays(-7)))
		at.last = at.day.AddDays(6)
		return at, true
	case (it.unit == unitDay || it.unit == unitWeek) && !it.has(rolePlural) && d.is(i+1, roleAfter) && !d.is(i+1, roleThen|roleTrails):
		if m, ok := d.followingOf(i); ok || d.looking || !d.followed() || functionWords()[d.item(i+2).text] == 0 || d.is(i+2, roleArticle|roleOwn) {
			return m, ok
		}
		return d.following(i, i+2, it.unit) // "it meets on the 16th, write the day after and ask"
	case it.unit == unitDay && d.is(i+1, roleFollowing|roleThen):
		return d.following(i, i+2, unitDay)
	case it.unit == unitWeek && !it.has(rolePlural) && (d.is(i+1, roleFollowing) && d.followed() || d.is(i+1, roleAfter) && (i+2 == len(d.items) || d.item(i+2).breaks)):
		return d.following(i, i+2, unitWeek) // "the fair is on the 28th. The following week …"
	case it.unit == unitWeek && !it.has(rolePlural) && d.is(i+1, roleThen|roleFollowing) && !d.is(i+1, roleNext):
		return d.following(i, i+2, unitWeek) // "the week after that"
	case it.has(roleThen) && (!it.has(roleAfter) || i+1 == len(d.items) || d.item(i+1).breaks):
		a, ok := d.anchor()
		if !ok || a.near && a.lead == leadNone {
			return mention{}, false
		}
		day := a.after()
		if a.lead == leadBefore && a.isSpan() || a.lead == leadNotBefore {
			day = a.day // "nothing happens before week 38, after that …"
		}
		if a.lead == leadUntil && a.isSpan() && (a.monthOnly || a.part) && !a.late && !a.inclusive {
			day = a.day
		}
		m := single(i, i+1, day)
		m.stated, m.monthOnly, m.nowhere, m.then = a.stated, a.monthOnly, a.nowhere, true
		return m, true
	}
	return mention{}, false
}

// dawnWords are the first part of a day, thereafterWords say behind it that the one
// after another day is meant.
var (
	dawnWords       = wordSet(`morning morgen matin manana mattina manha ochtend`)
	thereafterWords = wordSet(`danach darauf erna daarna daarop`)
)

// goneBehind says whether the words from item i on tell that what was spoken of has gone
// or is over by then, and name no day for it: "it's gone", "er weg ist".
func (d *dater) goneBehind(i int) bool {
	const reach = 4 // words
	if !spokenOf[d.item(i).text] {
		return false
	}
	for j := i; j < i+reach && j < len(d.items); j++ {
		if j > i && d.item(j).breaks || d.item(j).num >= 0 {
			return false
		}
		if doneWith[d.item(j).text] || awayBehind[d.item(j).text] {
			return true
		}
	}
	return false
}

// spokenOf stand for what was spoken of, awayBehind tell that it isn't there any more.
var (
	spokenOf   = wordSet(`it its that thats they theyve theyre er sie es das het hij ze zij dat`)
	awayBehind = wordSet(`left ended ends leaves sailed weg fort vorbei vertrokken voorbei afgelopen abgereist`)
)

// pastAt reads the day or the week that comes after a date told behind it where the
// words for that also mean "next" or "then": "la settimana dopo Pasqua", "la semana
// siguiente al 19", "the week following Easter".
func (d *dater) pastAt(i int) (mention, bool) {
	it, next := d.item(i), d.item(i+2)
	if it.unit != unitDay && it.unit != unitWeek || it.has(rolePlural) || d.item(i+1).breaks || next.breaks {
		return mention{}, false
	}
	switch {
	case d.is(i+1, roleAfter) && d.is(i+1, roleThen) && (next.has(roleArticle|roleOwn) || next.season != seasonNone || next.num > 0 || next.parts != nil):
	case d.is(i+1, roleFollowing) && (next.has(roleArticle) || next.season != seasonNone):
	default:
		return mention{}, false
	}
	return d.followingOf(i)
}

// spanAfter counts an amount from the date that it stands before or behind.
func (d *dater) spanAfter(i int, a amount) (mention, bool) {
	behind := d.is(a.to, roleThen) || laterWords[d.item(a.to).text] && d.anchored() || d.is(a.to, roleAfter) && a.to+1 == len(d.items)
	if behind {
		if from, ok := d.anchor(); ok {
			return countedFrom(from, single(i, a.to+1, a.from(from.last))), true
		}
	}
	if d.looking {
		return mention{}, false
	}
	if d.is(a.to, roleBefore) || aheadWords[d.item(a.to).text] && !d.is(i-1, roleIn|roleNext|roleFor) {
		return d.spanBefore(i, a)
	}
	if !d.is(a.to, roleAfter) {
		return mention{}, false
	}
	d.looking = true // one look ahead is enough: more would cost more than linear time
	defer func() { d.looking = false }()
	// "two weeks after my holiday, which ends on 5 July"
	for j := a.to + 1; j < len(d.items) && j < a.to+12; j++ {
		if d.item(j).number > 0 || d.is(j, roleThen) {
			continue
		}
		if m, ok := d.at(j); ok && !m.near {
			if d.restates(j) {
				m.from = i // "two weeks after the move, say 26 May"
				return m, true
			}
			at := countedFrom(&m, single(i, m.to, a.from(m.last)))
			at.stated, at.length = m.stated, a
			return at, true
		}
	}
	return mention{}, false
}

// restates says whether the day at item j is what was counted before it.
func (d *dater) restates(j int) bool {
	for k := j - 1; k >= j-3; k-- {
		if it := d.item(k); it.breaks && (sayWords[it.text] || restating[it.text]) {
			return true
		} else if !it.has(roleArticle | roleLeads | roleIn) {
			return false
		}
	}
	return false
}

// restating lead from a length of time to the day that it comes to, beside sayWords.
var restating = wordSet(`also thats meaning ie soit cioe`)

// spanBefore counts an amount back from the date behind it: "a week before 19 April".
func (d *dater) spanBefore(i int, a amount) (mention, bool) {
	d.looking = true
	defer func() { d.looking = false }()
	const reach = 6 // words of "before the fair on"
	for j := a.to + 1; j <= a.to+reach && j < len(d.items) && !d.item(j).breaks; j++ {
		if m, ok := d.at(j); ok && !m.near {
			day := m.day
			if m.late {
				day = m.last
			}
			a.n = -a.n
			at := countedFrom(&m, single(i, m.to, a.from(day)))
			at.stated = m.stated
			return at, true
		}
	}
	to := a.to + 1
	if d.item(to).text == "of" {
		to++ // "six weeks ahead of that"
	}
	that := thatWords[d.item(to).text]
	if that {
		to++
	}
	if from, ok := d.anchor(); ok && (to == len(d.items) || d.item(to).breaks || that || aheadWords[d.item(a.to).text]) && d.today.Before(from.last) && (a.n > 1 || a.unit != unitDay) && !d.negated(i) {
		a.n = -a.n // "the contract ends on 30 April. Write two months before"
		return countedFrom(from, single(i, to, a.from(from.last))), true
	}
	return mention{}, false
}

// aheadWords count back from the day that was named: "I go to market six weeks
// ahead of that"; thatWords point to it.
var (
	aheadWords = wordSet(`ahead beforehand vorher davor zuvor ervoor vooraf`)
	thatWords  = wordSet(`that then it eso cela ca questo quello isso disso`)
)

// countedFrom is at, which was counted from another date and is no day if that
// is none.
func countedFrom(from *mention, at mention) mention {
	at.nowhere, at.counted = from.nowhere, true
	return at
}

// oneAfter is the week or month after the one named last: "not next week, the
// one after", "übernächste".
func (d *dater) oneAfter(i int) (mention, bool) {
	a, ok := d.anchor()
	if !ok || !a.isSpan() && !a.weekday {
		return mention{}, false
	}
	if !a.isSpan() {
		m := single(i, i+1, a.day.AddDays(7)) // "not next Monday, the one after"
		m.weekday, m.instead = true, true
		return m, true
	}
	first := a.last.AddDays(1)
	m := mention{from: i, to: i + 1, day: first, last: first.AddDays(daysBetween(a.day, a.last)), stated: a.stated, monthOnly: a.monthOnly, instead: true}
	if a.monthOnly {
		m.last = monthEnd(first.Year, first.Month)
	}
	return m, true
}

// followed says whether a day to come was named in this sentence or the one
// before it, which "the following week" is counted from.
func (d *dater) followed() bool {
	a, ok := d.anchor()
	return ok && !a.near && !a.running && a.stated && !a.inside && a.sentence >= d.number-1 && d.today.Before(a.last)
}

// elidedNext may stand for the period after the one that was told.
var elidedNext = wordSet(`next nachsten naechsten nachste naechste prochain prochaine suivant suivante proximo proxima siguiente prossimo prossima successivo successiva seguinte volgende`)

// neitherWords go on behind it: "not this week, nor next", "nächste auch nicht".
var neitherWords = wordSet(`also either neither auch nicht ebensowenig aussi non tampoco neanche nemmeno neppure tambem ook evenmin niet`)

// elidedAt reads a period whose name was told before: "this quarter is closed,
// come back in the next one", "das zweite Quartal … wenn das dritte losgeht".
func (d *dater) elidedAt(i int) (mention, bool) {
	it := d.item(i)
	if !d.is(i-1, roleArticle|roleIn|roleTo) && !it.breaks || it.unit != unitNone || it.weekday > 0 && d.isWeekday(i) {
		return mention{}, false
	}
	closes := i+1 == len(d.items) || d.item(i+1).breaks || d.item(i+1).text == "one"
	if elidedNext[it.text] && (closes || neitherWords[d.item(i+1).text]) {
		const reach = 12 // words
		for j := i - 2; j >= max(i-reach, 0); j-- {
			unit := d.item(j).unit
			if d.is(j, roleQuarter) {
				unit = unitQuarter
			}
			switch unit {
			case unitWeek, unitMonth, unitQuarter, unitYear, unitHalfYear:
				m := d.period(unit, 1, false)
				m.from, m.to, m.stated, m.monthOnly = i, i+1, true, unit != unitWeek
				return m, true
			}
		}
		return mention{}, false
	}
	next := d.item(d.skip(i+1, 1))
	a, ok := d.anchor()
	if it.ordinal < 1 || it.ordinal > 4 || !ok || !a.quarter || a.sentence < d.number-1 || next.unit != unitNone || next.month > 0 || next.has(roleQuarter|roleHalf) {
		return mention{}, false
	}
	year := d.today.Year
	if monthEnd(year, time.Month(it.ordinal*3)).Before(d.today) {
		year++
	}
	m := mention{from: i, to: i + 1, stated: true, yearless: true, monthOnly: true, quarter: true}
	m.day, m.last = Date{year, time.Month((it.ordinal-1)*3 + 1), 1}, monthEnd(year, time.Month(it.ordinal*3))
	return m, true
}

// laterWords count from the day that was named: "a week later".
var laterWords = wordSet(`later spater`)

// weekBeforeWords follow a week before the date that was named.
var weekBeforeWords = wordSet(`before davor vorher zuvor avant precedente antes anterior prima ervoor daarvoor eerder`)

// followingOf reads what the day or the week in item i comes after, told behind
// it: "the day after the bank holiday on Monday 29 June".
func (d *dater) followingOf(i int) (mention, bool) {
	const reach = 6 // words of what it is called
	if d.looking {
		return mention{}, false
	}
	d.looking = true
	defer func() { d.looking = false }()
	for j := i + 2; j < min(i+2+reach, len(d.items)) && !d.item(j).breaks; j++ {
		m, ok := d.at(j)
		if !ok || m.near || m.lead == leadSince {
			continue
		}
		at := countedFrom(&m, single(i, m.to, m.last.AddDays(1)))
		if d.item(i).unit == unitWeek && !(m.isSpan() && weekdayOf(m.last) == 1) { // the week after Easter begins with its Tuesday
			at.day = mondayOf(m.last).AddDays(7)
			at.last = at.day.AddDays(6)
		}
		if d.item(i).unit == unitDay && d.item(j).season == feastThanksgiving {
			at.day = m.day.AddDays(1) // of which the weekend is no part
			at.last = at.day
		}
		at.stated = m.stated
		return at, true
	}
	return mention{}, false
}

// following is the day, the week or the month right after the date named before.
func (d *dater) following(from, to int, unit int8) (mention, bool) {
	a, ok := d.anchor()
	if ok && a.then && len(d.found) > 1 {
		a = &d.found[len(d.found)-2] // "right after that, the following week"
	}
	if !ok {
		return mention{}, false
	}
	day := a.last.AddDays(1)
	m := single(from, to, day)
	if unit == unitWeek {
		m.day = mondayOf(a.last).AddDays(7)
		m.last = m.day.AddDays(6)
	}
	if unit == unitMonth {
		m.day = addMonths(Date{a.last.Year, a.last.Month, 1}, 1)
		m.last, m.monthOnly = monthEnd(m.day.Year, m.day.Month), true
	}
	return countedFrom(a, m), true
}

// anchor is the date that was named last, which others are counted from.
func (d *dater) anchor() (*mention, bool) {
	for i := len(d.found) - 1; i >= 0; i-- {
		m := &d.found[i]
		if m.lead == leadSince || m.lead == leadFor {
			continue
		}
		if i > 0 && !m.stated && m.isSpan() {
			// "The week of the 19th is the autumn holidays": the week tells more.
			if o := &d.found[i-1]; o.stated && o.sentence == m.sentence && !o.day.Before(m.day) && !m.last.Before(o.last) {
				return o, true
			}
		}
		return m, true
	}
	return nil, false
}
