package replies

import (
	"strconv"
	"strings"
	"time"
)

// quarterAt reads "Q2", "Q1 2027", "the first quarter", "4. Quartal", "T1", "H2".
func (d *dater) quarterAt(i int) (mention, bool) {
	n, half, to := 0, false, i
	next := d.small(i + 1)
	switch {
	case (d.text(i) == "q" || d.text(i) == "t" && d.tokens[i].upper) && next >= 1 && next <= 4 && d.tokens[i+1].glued:
		n, to = next, i+2
	case d.text(i) == "h" && d.tokens[i].upper && next >= 1 && next <= 2 && d.tokens[i+1].glued:
		n, half, to = next, true, i+2
	case d.word(i).ordinal >= 1 && d.word(i).ordinal <= 4 && d.is(i+1, roleQuarter):
		n, to = d.word(i).ordinal, i+2
	case d.small(i) >= 1 && d.small(i) <= 4 && (d.is(i+1, roleQuarter) || d.isOrdinalMark(i+1) && d.is(i+2, roleQuarter)):
		n, to = d.small(i), i+2
		if !d.is(i+1, roleQuarter) {
			to = i + 3
		}
	case d.word(i).ordinal == 9 && d.is(i+1, roleQuarter):
		n, to = 4, i+2
	case d.is(i, roleQuarter) && next >= 1 && next <= 4:
		n, to = next, i+2
	case (d.word(i).ordinal == 1 || d.word(i).ordinal == 2) && d.word(i+1).unit == unitHalfYear:
		n, half, to = d.word(i).ordinal, true, i+2
	case (d.small(i) == 1 || d.small(i) == 2) && d.word(i+1).unit == unitHalfYear:
		n, half, to = d.small(i), true, i+2
	case (d.word(i).ordinal == 1 || d.word(i).ordinal == 2) && d.is(i+1, roleHalf) && (d.word(d.skip(i+2, 2)).unit == unitYear || d.small(d.skip(i+2, 2)) > 2000):
		n, half = d.word(i).ordinal, true
		to = d.skip(i+2, 2)
		if d.word(to).unit == unitYear {
			to++
		}
	default:
		return mention{}, false
	}
	months := 3
	if half {
		months = 6
	}
	year, after, ok := d.yearNear(d.skip(to, 2))
	if ok {
		to = after
	} else {
		year = d.today.Year
		if d.is(to, roleNext) || d.is(d.skip(to, 2), roleNext) {
			year++
		} else if end := monthEnd(year, time.Month(n*months)); end.Before(d.today) {
			year++
		}
	}
	m := mention{from: i, to: to, stated: true, yearless: !ok, monthOnly: true}
	m.day, m.last = Date{year, time.Month((n-1)*months + 1), 1}, monthEnd(year, time.Month(n*months))
	if !ok && m.day.Before(d.today) && !d.is(i-1, roleLate) && !d.is(i-2, roleLate) && !d.is(i-3, roleLate) && !d.is(i-1, roleAfter|roleUntil) {
		// The running quarter has begun: only its end or what comes after it can be meant.
		m.day = d.today
	}
	d.partOf(&m)
	return m, true
}

// weekNumberAt reads "KW 37", "week 37", "semaine 37", "week commencing" aside.
func (d *dater) weekNumberAt(i int) (mention, bool) {
	n := d.small(i + 1)
	if n < 1 || n > 53 || !d.is(i, roleWeekNo) && d.word(i).unit != unitWeek {
		if n = d.small(i); n < 1 || n > 53 || d.text(i+1) != "kw" && d.text(i+1) != "kalenderwoche" {
			return mention{}, false
		}
	} else if d.word(i+2).unit != unitNone {
		return mention{}, false
	}
	year, to, ok := d.yearNear(i + 2)
	if !ok {
		year = d.today.Year
		if weekStart(year, n).AddDays(6).Before(d.today) {
			year++
		}
	}
	monday := weekStart(year, n)
	return mention{from: i, to: max(to, i+2), day: monday, last: monday.AddDays(6), stated: true}, true
}

// relativeAt reads "tomorrow", "next week", "end of the month", "next financial year".
func (d *dater) relativeAt(i int) (mention, bool) {
	w := d.word(i)
	switch {
	case w.role&roleToday != 0:
		m := single(i, i+1, d.today)
		m.near = true
		return m, true
	case w.role&roleTomorrow != 0 && !d.isMorning(i):
		m := single(i, i+1, d.today.AddDays(1))
		m.near = true
		if d.text(i-1) == "after" || d.text(i-1) == "pasado" || d.text(i-1) == "apres" && d.text(i+1) != "matin" || d.text(i-1) == "depois" && d.text(i-2) != "e" {
			m.day = d.today.AddDays(2)
			m.last, m.from = m.day, i-1
		}
		return m, true
	case w.role&roleDayAfter != 0:
		return single(i, i+1, d.today.AddDays(2)), true
	case isNewYear(d.text(i), d.text(i+1)):
		year := d.today.Year + 1
		if n := d.small(i + 2); n > 2000 && n < 2100 {
			year = n
		}
		m := mention{from: i, to: i + 2, day: Date{year, time.January, 4}, last: Date{year, time.January, 4}, stated: true, monthOnly: true}
		m.day = workday(m.day)
		m.last = m.day
		if d.isWish(i) {
			return mention{}, false
		}
		return m, true
	}
	if w.unit == unitNone || w.unit == unitHour {
		return mention{}, false
	}
	return d.unitAt(i)
}

// isWish knows "happy new year" and "every good wish for the new year".
func (d *dater) isWish(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5 && d.tokens[j].sentence == d.tokens[i].sentence; j-- {
		switch d.text(j) {
		case "happy", "wish", "wishes", "wishing", "gutes", "frohes", "guten", "bonne", "feliz", "buon", "felice", "gelukkig", "rutsch", "start", "prosperous", "merry", "frohe", "joyeux", "prospero", "voeux":
			return true
		}
	}
	return false
}

func isNewYear(a, b string) bool {
	switch a + " " + b {
	case "new year", "neues jahr", "neuen jahr", "neue jahr", "nouvelle annee", "nouvel an", "nuevo ano", "ano nuevo", "nuovo anno", "anno nuovo", "novo ano", "ano novo", "nieuwe jaar", "nieuwjaar ":
		return true
	}
	return false
}

// isMorning tells the morning from tomorrow, which German, Dutch and Spanish
// call by the same word.
func (d *dater) isMorning(i int) bool {
	switch d.text(i) {
	case "morgen":
		if p := d.text(i - 1); p == "guten" || p == "goede" || p == "am" || p == "jeden" || p == "schonen" || p == "schoenen" || p == "der" || d.word(i-1).weekday > 0 {
			return true
		}
		// "Morgen Herr Feld," is a greeting; "Morgen um 10" isn't.
		s := d.sentences[d.tokens[i].sentence]
		return i == s.from && (s.to-s.from <= 3 && (d.text(i+1) == "herr" || d.text(i+1) == "frau" || s.to-s.from == 1))
	case "manana":
		p := d.text(i - 1)
		return p == "la" || p == "esta" || p == "por" || p == "cada"
	}
	return false
}

// unitPhrase is what stands around a week, month, quarter or year.
type unitPhrase struct {
	from, to                      int
	unit                          int8
	next, this, fiscal            bool
	late, early, whole, sinceThen bool
}

// unitAt reads a week, month, quarter or year that is this one, the next, or its end.
func (d *dater) unitAt(i int) (mention, bool) {
	u := d.unitPhrase(i)
	part := u.late || u.early || u.whole
	switch {
	case u.sinceThen, !u.next && !u.this && !part && !u.fiscal:
		return mention{}, false
	case u.this && !part && !d.is(u.from-1, roleAfter|roleUntil):
		return d.thisUnit(u.from, u.to, u.unit), true
	case u.next && d.sameTime(u.from):
		return single(u.from-2, u.to, d.later(1, u.unit)), true
	}
	m := d.period(u.unit, u.next, u.fiscal)
	m.from, m.to = u.from, u.to
	m.stated = u.late || u.next && !u.fiscal && (u.unit == unitWeek || u.unit == unitMonth || u.unit == unitYear)
	switch {
	case u.late:
		m.late = true
		m.day = m.last.AddDays(-lastDays(u.unit))
	case u.early:
		m.day = workday(m.day)
	case u.whole:
		m.lead, m.day, m.inclusive = leadUntil, m.last, true
	}
	return m, true
}

// lastDays is how long before its last day the end of a week, month or year
// begins: a week ends on Friday.
func lastDays(unit int8) int {
	switch unit {
	case unitWeek, unitMonth:
		return 2
	case unitYear:
		return 3
	}
	return 0
}

// unitPhrase reads the words before and after the unit in token i.
func (d *dater) unitPhrase(i int) unitPhrase {
	u := unitPhrase{from: i, to: i + 1, unit: d.word(i).unit}
	j := i - 1
	if d.is(j, roleFiscal) && d.word(j).unit == unitNone {
		u.fiscal, u.from = true, j
		j--
	}
	if d.is(i+1, roleFiscal) {
		u.fiscal, u.to = true, i+2
	}
	if d.text(j) == "calendar" {
		j--
	}
	switch {
	case d.is(j, roleNext) || u.fiscal && (d.text(j) == "new" || d.text(j) == "neuen"):
		u.next, u.from = true, j
	case d.is(j, roleThis):
		u.this, u.from = true, j
	case d.is(j, rolePast) && d.word(j).ordinal == 0:
		u.sinceThen = true
	}
	switch after := d.text(u.to) + " " + d.text(u.to+1); {
	case d.is(u.to, roleNext) && d.tokens[u.to].sentence == d.tokens[i].sentence:
		u.next, u.to = true, u.to+1
	case after == "que viene" || after == "que vem" || after == "que entra" || after == "a venir":
		u.next, u.to = true, u.to+2
	}
	d.unitPart(&u)
	return u
}

// unitPart reads "the end of", "early", "the rest of" before a unit.
func (d *dater) unitPart(u *unitPhrase) {
	for k, n := u.from-1, 0; k >= 0 && n < 3; k, n = k-1, n+1 {
		switch r := d.word(k).role; {
		case r&roleLate != 0 && d.word(k).ordinal == 0:
			u.late, u.from = true, k
			return
		case r&roleEarly != 0:
			u.early, u.from = true, k
			return
		case r&roleWhole != 0:
			u.whole, u.from = true, k
			return
		case r&(roleArticle|roleIn) == 0:
			return
		}
	}
}

// sameTime knows "same time next year": that long from today.
func (d *dater) sameTime(i int) bool {
	switch d.text(i-2) + " " + d.text(i-1) {
	case "same time", "selbe zeit", "gleiche zeit", "gleichen zeit", "selben zeit", "meme epoque", "meme moment", "meme periode", "misma epoca", "misma fecha", "stesso periodo", "mesma epoca", "mesma altura", "zelfde tijd":
		return true
	}
	return false
}

// thisUnit is "this week", "this year": known, but nothing to wait for.
func (d *dater) thisUnit(from, to int, unit int8) mention {
	m := d.period(unit, false, false)
	m.from, m.to, m.lead, m.running = from, to, leadSince, true
	return m
}

// period is the running or the next week, month, quarter or year.
func (d *dater) period(unit int8, next, fiscal bool) mention {
	var m mention
	step := 0
	if next {
		step = 1
	}
	first := Date{d.today.Year, d.today.Month, 1}
	switch unit {
	case unitDay:
		m.day = d.today.AddDays(step)
		m.last = m.day
	case unitWeek, unitWeekend:
		m.day = d.today.AddDays(1 - weekdayOf(d.today) + 7*step)
		m.last = m.day.AddDays(6)
	case unitFortnight:
		m.day = d.today.AddDays(14 * step)
		m.last = m.day
	case unitMonth:
		m.day = addMonths(first, step)
		m.last = monthEnd(m.day.Year, m.day.Month)
	case unitQuarter:
		q := (int(d.today.Month)-1)/3 + step
		m.day = addMonths(Date{d.today.Year, time.January, 1}, 3*q)
		m.last = addMonths(m.day, 3).AddDays(-1)
	case unitHalfYear:
		h := (int(d.today.Month)-1)/6 + step
		m.day = addMonths(Date{d.today.Year, time.January, 1}, 6*h)
		m.last = addMonths(m.day, 6).AddDays(-1)
	default:
		m.day = Date{d.today.Year + step, time.January, 1}
		if fiscal {
			m.day = d.fiscalStart()
		}
		m.last = Date{m.day.Year, time.December, 31}
	}
	return m
}

// fiscalStart is the next first day of a financial year where the writer lives:
// April in Britain, July in Australia, else January.
func (d *dater) fiscalStart() Date {
	month := time.January
	switch {
	case d.british:
		month = time.April
	case d.south && !d.monthFirst:
		month = time.July
	}
	day := Date{d.today.Year, month, 1}
	if !d.today.Before(day) {
		day.Year++
	}
	return day
}

// spanAt reads "in two weeks", "dans 15 jours", "over een maand", "a month from
// now", "in 2-3 weeks", "for the next ten days".
func (d *dater) spanAt(i int) (mention, bool) {
	n, unit, to, ok := d.amount(i)
	if !ok {
		return mention{}, false
	}
	from := i
	lead, found := leadNone, false
	for j, k := i-1, 0; j >= 0 && k < 3 && d.tokens[j].sentence == d.tokens[i].sentence; j, k = j-1, k+1 {
		w := d.word(j)
		switch {
		case d.isAgo(j, to):
			return mention{}, false
		case d.text(j) == "for" || d.text(j) == "fur" || d.text(j) == "fuer" || d.text(j) == "pendant" || d.text(j) == "durante" || d.text(j) == "voor" || d.text(j) == "pour" || d.text(j) == "por" || d.text(j) == "per":
			lead, found, from = leadFor, true, j
		case w.role&(roleIn|roleAfter) != 0 && !isPlainArticle(d.text(j)) || d.text(j) == "give" || d.text(j) == "another" || d.text(j) == "denos" || d.text(j) == "deme" || d.text(j) == "laissez" || d.text(j) == "donnez" || d.text(j) == "geben" || d.text(j) == "gebt" || d.text(j) == "gib" || d.text(j) == "daqui" || d.text(j) == "ici":
			found, from = true, j
		}
		if found || w.role&(roleArticle|roleNext|roleIn|roleFew) == 0 && d.text(j) != "about" && d.text(j) != "etwa" && d.text(j) != "ca" && d.text(j) != "another" && d.text(j) != "circa" && d.text(j) != "environ" && d.text(j) != "unos" && !isObject(d.text(j)) {
			break
		}
	}
	switch t := d.text(to); {
	case t == "ago" || t == "fa" || t == "geleden" || t == "atras" || t == "her":
		return mention{}, false
	case t == "from" && d.text(to+1) == "now", t == "later", t == "time", t == "hence", t == "spater":
		found, to = true, to+1
		if t == "from" {
			to++
		}
	case d.is(to, rolePast):
		return mention{}, false
	}
	if !found && d.word(i).role&roleNext != 0 {
		found, lead = true, leadFor
	}
	if !found {
		return mention{}, false
	}
	m := single(from, to, d.later(n, unit))
	m.lead = lead
	return m, true
}

// isObject knows who is given time: "give us three months".
func isObject(w string) bool {
	switch w {
	case "it", "us", "me", "uns", "mir", "nous", "moi", "sie", "this":
		return true
	}
	return false
}

// isPlainArticle tells the articles among the words that also mean "in".
func isPlainArticle(w string) bool {
	switch w {
	case "the", "le", "la", "el", "il", "au", "am", "zum", "op", "on", "na", "no", "begin", "um":
		return true
	}
	return false
}

// isAgo says whether token j makes a span past: "vor zwei Wochen", "il y a deux
// mois", "hace un mes", "há dois anos", "last two weeks", "seit drei Jahren".
func (d *dater) isAgo(j, to int) bool {
	switch d.text(j) {
	case "vor", "hace", "ha", "last", "past", "letzten", "seit", "since", "depuis", "desde", "da", "sinds", "dernieres", "derniers", "ultimos", "ultimas", "ultimi", "afgelopen", "vergangenen":
		return true
	case "a":
		return d.text(j-1) == "y" && d.text(j-2) == "il"
	}
	return false
}

// amount reads how much time: "two weeks", "a couple of months", "half a year",
// "2-3 Wochen", "6 to 8 weeks", "einer Woche". The larger end counts.
func (d *dater) amount(i int) (n int, unit int8, to int, ok bool) {
	if to, ok := d.halfYear(i); ok {
		return 6, unitMonth, to, true
	}
	n, ok = d.count(i)
	if !ok {
		return 0, 0, i, false
	}
	j := i + 1
	if d.word(i).number == 1 && !d.is(i, roleCouple|roleFew) {
		// "a couple of weeks", "ein paar Wochen", "un paio di mesi"
		if v, more := d.count(j); more && d.is(j, roleCouple|roleFew) {
			n, j = v, j+1
		}
		if to, ok := d.halfYear(j); ok {
			return 6, unitMonth, to, true
		}
	}
	if isOr(d.text(j)) {
		// "two or three weeks", "6 to 8 weeks"
		if v, more := d.count(j + 1); more && v > n && d.tokens[j+1].sentence == d.tokens[i].sentence {
			n, j = v, j+2
		}
	}
	j = d.skipQuantity(j)
	unit = d.word(j).unit
	if unit == unitNone || unit == unitHour || unit == unitWeekend || unit == unitYear && d.text(j+1) == "old" {
		return 0, 0, i, false
	}
	j++
	if n == 1 && isOr(d.text(j)) && d.word(j+1).number == 2 {
		n, j = 2, j+2 // "a month or two"
	}
	return n, unit, j, true
}

func isOr(w string) bool {
	switch w {
	case "or", "to", "oder", "bis", "ou", "a", "o", "of", "tot", "till", "y", "e", "und":
		return true
	}
	return false
}

// halfYear reads "half a year", "halbes Jahr".
func (d *dater) halfYear(i int) (to int, ok bool) {
	if !d.is(i, roleHalf) || d.word(i).unit != unitNone {
		return 0, false
	}
	k := d.skip(i+1, 1)
	if d.word(k).number == 1 {
		k++
	}
	return k + 1, d.word(k).unit == unitYear
}

// count reads how many: "3", "three", "2-3", "a couple", "ein paar".
func (d *dater) count(j int) (int, bool) {
	if v := d.small(j); v > 0 && v <= 120 {
		return v, true
	}
	if j < len(d.tokens) && j >= 0 && d.tokens[j].kind == numberToken {
		_, end, ok := strings.Cut(strings.ReplaceAll(d.text(j), "/", "-"), "-")
		v, err := strconv.Atoi(end)
		return v, ok && err == nil && v > 0 && v <= 120
	}
	switch w := d.word(j); {
	case w.role&roleCouple != 0:
		return 2, true
	case w.role&roleFew != 0:
		return 3, true
	default:
		return w.number, w.number > 0
	}
}

func (d *dater) skipQuantity(j int) int {
	switch d.text(j) {
	case "of", "de", "di", "more", "full", "good", "business", "working", "volle", "weitere", "weiteren", "andere", "altri", "s":
		return j + 1
	}
	return j
}

func (d *dater) later(n int, unit int8) Date {
	switch unit {
	case unitWeek:
		return d.today.AddDays(7 * n)
	case unitFortnight:
		return d.today.AddDays(14 * n)
	case unitMonth:
		return addMonths(d.today, n)
	case unitQuarter:
		return addMonths(d.today, 3*n)
	case unitHalfYear:
		return addMonths(d.today, 6*n)
	case unitYear:
		return addMonths(d.today, 12*n)
	}
	return d.today.AddDays(n)
}

// yearAt reads a bare year after a preposition: "in 2027", "für 2027", "en 2027".
func (d *dater) yearAt(i int) (mention, bool) {
	n := d.small(i)
	if len(d.text(i)) != 4 || n <= d.today.Year || n > d.today.Year+3 {
		return mention{}, false
	}
	if !d.is(i-1, roleIn|roleFor|roleFrom|roleUntil|roleAfter|roleEarly|roleLate|roleMid|roleArticle) && d.text(i-1) != "into" {
		return mention{}, false
	}
	m := mention{from: i, to: i + 1, day: Date{n, time.January, 1}, last: Date{n, time.December, 31}, monthOnly: true, stated: true}
	d.partOf(&m)
	return m, true
}

// japaneseAt reads "8月17日", "2026年8月17日".
func (d *dater) japaneseAt(i int) (mention, bool) {
	n := d.small(i)
	year, yearless, from := d.today.Year, true, i
	if d.text(i+1) == "年" && n > 2000 {
		year, yearless = n, false
		i += 2
		n = d.small(i)
	}
	if n < 1 || n > 12 || d.text(i+1) != "月" {
		return mention{}, false
	}
	dayOfMonth := d.small(i + 2)
	if dayOfMonth < 1 || d.text(i+3) != "日" {
		return mention{}, false
	}
	day, ok := validDate(year, n, dayOfMonth)
	if !ok {
		return mention{}, false
	}
	if yearless {
		day = d.fixYear(day)
	}
	m := single(from, i+4, day)
	m.yearless = yearless
	// まで: until and including; 以降, から: from.
	for j := i + 4; j < i+9 && j+1 < len(d.tokens); j++ {
		switch d.text(j) + d.text(j+1) {
		case "まで":
			m.lead, m.inclusive = leadUntil, true
		case "以降", "から", "より":
			m.lead = leadFrom
		default:
			continue
		}
		break
	}
	return m, true
}

// namedDay reads feasts of several words: "Labor Day", "4th of July", "Black Friday".
func (d *dater) namedDay(i int) (season int8, to int) {
	switch d.text(i) + " " + d.text(i+1) {
	case "labor day", "labour day":
		return feastLabourDay, i + 2
	case "memorial day":
		return feastMemorialDay, i + 2
	case "independence day":
		return feastIndependence, i + 2
	case "black friday":
		return feastBlackFriday, i + 2
	case "mid autumn":
		return feastMidAutumn, i + 2
	case "semana santa", "settimana santa":
		return feastEaster, i + 2
	case "summer holidays", "summer holiday", "summer break", "summer vacation", "grandes vacances":
		return feastSummerHolidays, i + 2
	case "lunar new", "chinese new":
		return feastLunarNewYear, i + 3
	case "golden week":
		return feastLabourDay, i + 2
	}
	return seasonNone, i
}

// seasonAt reads "after the summer", "nach Ostern", "im Frühjahr", "à la rentrée".
func (d *dater) seasonAt(i int) (mention, bool) {
	season, end := d.namedDay(i)
	if season == seasonNone {
		season, end = d.word(i).season, i+1
		if season == seasonNone || !d.seasonMeant(i) {
			return mention{}, false
		}
	}
	m := mention{from: i, to: end}
	year, to, ok := d.yearNear(end)
	if ok {
		m.to = to
	} else {
		year = d.today.Year
	}
	if !ok && (d.word(i+1).season == feastHolidays || isBreak(d.text(i+1))) && season != feastHolidays {
		m.to = i + 2
		if season == seasonSummer {
			season = feastSummerHolidays
		}
	}
	if season == feastHolidays {
		season = d.whichHolidays()
	}
	next := d.is(i-1, roleNext) || d.is(i+1, roleNext)
	for n := 0; n < 3; n++ {
		m.day, m.last = d.seasonDays(season, year)
		if m.day.IsZero() {
			return mention{}, false
		}
		if !m.last.Before(d.today) && !(next && !ok && d.is(i-1, roleNext) && m.day.Before(d.today)) {
			break
		}
		year++
	}
	switch season {
	case feastEaster, feastChristmas, feastNewYear, feastPentecost, feastThanksgiving, feastFerragosto, feastKings, feastLabourDay, feastMemorialDay, feastIndependence, feastBlackFriday:
		m.stated = true
	}
	return m, true
}

func isBreak(w string) bool {
	switch w {
	case "break", "recess", "vacation", "vacations", "season", "rush", "period", "time", "leave", "shutdown":
		return true
	}
	return false
}

// seasonMeant keeps out words that are also something else: "fall", "été"
// (been), "estate", "lente", "holidays" as a business.
func (d *dater) seasonMeant(i int) bool {
	prev := d.text(i - 1)
	role := d.word(i - 1).role
	leading := role&(roleAfter|roleUntil|roleBefore|roleFrom|roleIn|roleNext|roleThis|roleLate|roleEarly|roleMid|roleArticle) != 0
	switch d.text(i) {
	case "fall", "lente", "spring", "otono":
		return leading
	case "ete", "estate", "automne", "hiver", "inverno":
		return prev == "l" || prev == "d" || prev == "cet" || prev == "en" || prev == "in" || prev == "dopo" || prev == "fin" || prev == "prossima" || d.text(i) == "inverno" && leading
	case "holidays", "ferien", "urlaub", "vacances", "vacaciones", "ferie", "ferias", "vakantie", "hols", "vacanze", "harvest", "vendanges", "vendimia", "vendemmia", "ernte", "oogst":
		for j, n := i-1, 0; j >= 0 && n < 3; j, n = j-1, n+1 {
			if d.is(j, roleAfter) {
				return true
			}
			if d.word(j).role&(roleArticle|roleIn) == 0 && d.text(j) != "meinem" && d.text(j) != "my" && d.text(j) != "mis" && d.text(j) != "mes" && d.text(j) != "mijn" && d.text(j) != "minhas" && d.text(j) != "le" && d.text(j) != "bank" && d.text(j) != "school" {
				return false
			}
		}
		return false
	}
	return true
}

// whichHolidays picks the next great holidays: in the dark half of the year the
// ones about New Year, else the summer's.
func (d *dater) whichHolidays() int8 {
	if m := d.today.Month; m >= time.October || m == time.January && d.today.Day < 6 {
		return feastChristmas
	}
	return feastSummerHolidays
}

// seasonDays is when a season or feast is in a year, on the writer's half of
// the earth.
func (d *dater) seasonDays(season int8, year int) (first, last Date) {
	day := func(m time.Month, n int) Date { return Date{year, m, n} }
	if d.south {
		switch season {
		case seasonSpring:
			return day(9, 10), day(11, 30)
		case seasonSummer, feastSummerHolidays:
			first = Date{year - 1, 12, 11}
			return first, monthEnd(year, 2)
		case seasonAutumn:
			return day(3, 10), day(5, 31)
		case seasonWinter:
			return day(6, 11), day(8, 31)
		}
	}
	switch season {
	case seasonSpring:
		return day(3, 10), day(5, 31)
	case seasonSummer:
		return day(6, 11), day(8, 31)
	case feastSummerHolidays:
		return day(7, 1), day(8, 31)
	case seasonAutumn:
		return day(9, 10), day(11, 30)
	case seasonWinter:
		return day(12, 11), monthEnd(year+1, 2)
	case feastEaster:
		e := easter(year)
		return e.AddDays(-2), e.AddDays(1)
	case feastChristmas:
		return day(12, 24), Date{year + 1, 1, 3}
	case feastNewYear:
		return day(12, 31), Date{year + 1, 1, 3}
	case feastPentecost:
		e := easter(year).AddDays(50)
		return e.AddDays(-1), e
	case feastThanksgiving:
		nov1 := day(11, 1)
		thursday := nov1.AddDays((11-weekdayOf(nov1))%7 + 21)
		return thursday, thursday.AddDays(3)
	case feastSchoolStart:
		return day(9, 1), day(9, 10)
	case feastFerragosto:
		return day(8, 15), day(8, 16)
	case feastCarnival:
		e := easter(year)
		return e.AddDays(-52), e.AddDays(-46)
	case feastKings:
		return day(1, 6), day(1, 6)
	case feastAutumnHolidays:
		return day(10, 10), day(10, 31)
	case feastMidsummer:
		return day(6, 20), day(6, 25)
	case feastIndependence:
		return day(7, 4), day(7, 4)
	case feastLabourDay:
		monday := nthMonday(year, time.September, 1)
		return monday, monday
	case feastMemorialDay:
		last := monthEnd(year, time.May)
		monday := last.AddDays(1 - weekdayOf(last))
		return monday, monday
	case feastBlackFriday:
		thanks, _ := d.seasonDays(feastThanksgiving, year)
		return thanks.AddDays(1), thanks.AddDays(3)
	}
	if e, ok := lunarFeast(season, year); ok {
		return e, e.AddDays(2)
	}
	return Date{}, Date{}
}

func nthMonday(year int, month time.Month, n int) Date {
	first := Date{year, month, 1}
	return first.AddDays((8-weekdayOf(first))%7 + 7*(n-1))
}

// lunarFeast looks up feasts that follow the moon, for the years at hand.
func lunarFeast(season int8, year int) (Date, bool) {
	table := map[int8][]Date{
		feastRamadan:      {{2026, 3, 20}, {2027, 3, 9}, {2028, 2, 26}, {2029, 2, 14}},
		feastDiwali:       {{2026, 11, 8}, {2027, 10, 29}, {2028, 10, 17}, {2029, 11, 5}},
		feastLunarNewYear: {{2026, 2, 17}, {2027, 2, 6}, {2028, 1, 26}, {2029, 2, 13}},
		feastMidAutumn:    {{2026, 9, 25}, {2027, 9, 15}, {2028, 10, 3}, {2029, 9, 22}},
	}
	for _, d := range table[season] {
		if d.Year == year {
			return d, true
		}
	}
	return Date{}, false
}

// govern finds what stands before and around a mention: until, after, not
// before, since, inclusive, the beginning of a range.
func (d *dater) govern(m *mention, before []mention) {
	if m.lead == leadFor || m.lead == leadSince || m.inclusive {
		return
	}
	for j := max(0, m.from-3); j < min(len(d.tokens), m.to+2); j++ {
		if d.is(j, roleInclusive) && d.tokens[j].sentence == d.tokens[m.from].sentence && (j < m.from || j >= m.to) {
			m.inclusive = true
		}
	}
	j := m.from - 1
	for n := 0; n < 4 && j >= 0 && d.tokens[j].sentence == d.tokens[m.from].sentence; n++ {
		w := d.word(j)
		if d.tokens[j+1].breaks && n > 0 && w.weekday == 0 {
			break
		}
		if l := d.leadOf(j, m); l != leadNone {
			m.lead = l
			break
		}
		if isUntilTail(d.text(j)) {
			m.inclusive = m.inclusive || d.is(j-1, roleUntil) || d.is(j-2, roleUntil)
		} else if w.role&(roleArticle|roleInclusive|roleIn|roleThis|roleEarly|roleLate|roleMid|roleTo) == 0 && w.weekday == 0 && d.text(j) != "about" && d.text(j) != "spatestens" && d.text(j) != "including" {
			break
		}
		j--
	}
	if !m.ranged {
		m.ranged = d.isRange(m, before)
	}
}

// isUntilTail knows the rest of "till och med", "til og med", "tot en met".
func isUntilTail(w string) bool {
	return w == "och" || w == "og" || w == "med" || w == "met" || w == "en"
}

// leadOf is what token j, before m, makes of it.
func (d *dater) leadOf(j int, m *mention) lead {
	w := d.word(j)
	negated := func() bool {
		for k := j - 1; k >= 0 && k >= j-6 && d.tokens[k].sentence == d.tokens[j].sentence; k-- {
			switch d.text(k) {
			case "not", "nicht", "pas", "no", "non", "nao", "niet", "dont", "nothing", "nichts", "rien", "nada", "niente", "cant", "never", "earlier", "fruher", "frueher", "nie", "wont", "nit", "ned", "cannot", "keine", "kein", "niets", "geen", "vor":
				return true
			}
		}
		return false
	}
	switch {
	case w.role&roleUntil != 0:
		if w.role&roleTo != 0 && (d.text(j) == "au" || d.text(j) == "al" || d.text(j) == "a") {
			return leadNone
		}
		// "nichts bis Mai", "nothing until May": then it may begin.
		if negated() {
			return leadNotBefore
		}
		return leadUntil
	case isReturn(d.text(j)):
		// "au retour des vacances" is after them, "de retour le 16" on the day.
		if m.stated {
			return leadNone
		}
		return leadAfter
	case w.role&roleAfter != 0 && d.text(j) != "past" && d.text(j) != "passado" && d.text(j) != "passata":
		return leadAfter
	case d.text(j) == "na" && d.dutchNear(j):
		return leadAfter
	case w.role&roleBefore != 0:
		if negated() {
			return leadNotBefore
		}
		return leadBefore
	case d.text(j) == "than" || d.text(j) == "als":
		if p := d.text(j - 1); p == "earlier" || p == "sooner" || p == "eerder" || p == "fruher" {
			return leadNotBefore
		}
	case d.text(j) == "da" && d.word(m.from).weekday > 0:
		return leadFrom // Italian: "in ufficio da lunedì"
	case w.role&roleFrom != 0 && d.text(j) != "de":
		return leadFrom
	case w.role&rolePast != 0 && w.ordinal == 0 && w.role&roleLate == 0 && !(d.text(j) == "ha" || d.text(j) == "fa" || d.text(j) == "her"):
		return leadSince
	}
	return leadNone
}

// isReturn knows the nouns for coming back in French, Italian, Spanish and Portuguese.
func isReturn(w string) bool {
	return w == "retour" || w == "rientro" || w == "ritorno" || w == "vuelta" || w == "volta"
}

// dutchNear says whether "na" is Dutch for after, not Portuguese for in the.
func (d *dater) dutchNear(j int) bool {
	for k := max(0, j-12); k < min(len(d.tokens), j+12); k++ {
		switch d.text(k) {
		case "ik", "het", "de", "een", "wij", "we", "mij", "even", "niet", "ben", "weer", "graag", "kunt", "zijn", "contact", "dan", "pas", "je", "u":
			if d.text(k) == "de" && k != j+1 {
				continue
			}
			return true
		case "no", "do", "da", "feira", "em", "por", "favor", "que", "para", "nao":
			return false
		}
	}
	return false
}

// isRange says whether m ends a range: a number or date stands right before it,
// joined by a dash or "to", "bis", "au", "al".
func (d *dater) isRange(m *mention, before []mention) bool {
	j := m.from - 1
	joined := d.tokens[m.from].breaks
	for n := 0; n < 4 && j >= 0 && d.tokens[j].sentence == d.tokens[m.from].sentence; n++ {
		if d.is(j, roleTo|roleUntil) {
			joined = true
		}
		if len(before) > 0 && before[len(before)-1].to == j+1 {
			return joined && d.dashOrTo(j, m.from)
		}
		if d.small(j) > 0 || d.isOrdinalMark(j) && d.small(j-1) > 0 {
			return joined && d.dashOrTo(j, m.from)
		}
		if d.word(j).role&(roleArticle|roleTo|roleUntil|roleInclusive) == 0 && d.word(j).weekday == 0 {
			return false
		}
		j--
	}
	return false
}

// dashOrTo says whether what stands between tokens j and from joins a range.
func (d *dater) dashOrTo(j, from int) bool {
	for k := j + 1; k < from; k++ {
		if d.is(k, roleTo|roleUntil) {
			return true
		}
	}
	return strings.ContainsAny(d.prose.text[d.tokens[j].end:d.tokens[from].start], "-–—")
}
