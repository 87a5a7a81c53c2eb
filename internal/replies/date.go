package replies

import (
	"strconv"
	"strings"
	"time"
)

// lead is what stands before a date and turns its meaning.
type lead uint8

const (
	leadNone      lead = iota // "on", "in", or nothing
	leadUntil                 // gone or busy until then
	leadAfter                 // after it has passed
	leadFrom                  // from then on
	leadNotBefore             // not before then
	leadBefore                // before, by
	leadSince                 // since, last, ago: it is past
	leadFor                   // a length: "for two weeks"
)

// mention is one date that a text names.
type mention struct {
	from, to  int  // tokens
	day, last Date // first and last day that are meant; the same for a single day
	lead      lead
	ranged    bool // the end of a range: "3 to 14 August"
	inclusive bool // "until 14 August inclusive"
	stated    bool // a date or a span, not a season or "next quarter"
	yearless  bool // the year was left out
	weekday   bool // only a weekday named it
	monthOnly bool
	near      bool // today, tomorrow
	running   bool // this week, this month
	late      bool // the end of a longer time
	part      bool // narrowed to the beginning, middle or end of a longer time
}

// dater finds the dates of a text, counted from the day that it arrived on.
type dater struct {
	*prose
	words      []dateWord
	today      Date
	monthFirst bool // 7/27 is July
	south      bool // summer ends in February
	british    bool // the financial year begins in April
	ahead      bool // a date without a year is yet to come
}

// dates finds every date in p. now carries the writer's own offset, which also
// tells how they write 8/7 and when their summer is; ahead says that dates
// without a year lie in the future, as those of a deferral do.
func dates(p *prose, now time.Time, ahead bool) []mention {
	d := &dater{prose: p, today: NewDate(now), ahead: ahead}
	_, offset := now.Zone()
	hours := float64(offset) / 3600
	vocabulary := dateWords()
	d.words = make([]dateWord, len(p.tokens))
	english, iberian := 0, 0
	for i, t := range p.tokens {
		if t.kind == wordToken {
			d.words[i] = vocabulary[t.word]
			switch t.word {
			case "the", "and", "i", "will", "be", "to", "we", "you":
				english++
			case "de", "que", "para", "el", "o", "e", "em", "do", "en", "hasta", "ate":
				iberian++
			}
		}
	}
	d.monthFirst = hours <= -4 && hours >= -10 && english > iberian
	d.south = hours >= 9.5 && hours <= 13.75 || hours <= -3 && hours > -4 && iberian > english
	d.british = hours >= 0 && hours <= 1 && english > iberian
	var found []mention
	for i := 0; i < len(p.tokens); {
		m, ok := d.at(i)
		if !ok {
			i++
			continue
		}
		d.govern(&m, found)
		found = append(found, m)
		i = max(m.to, i+1)
	}
	return found
}

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

// weekStart is the Monday of ISO week n.
func weekStart(year, n int) Date {
	jan4 := Date{year, time.January, 4}
	return jan4.AddDays(1 - weekdayOf(jan4) + 7*(n-1))
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

func validDate(y, m, d int) (Date, bool) {
	if m < 1 || m > 12 || d < 1 || y < 1900 || y > 2200 {
		return Date{}, false
	}
	return Date{y, time.Month(m), d}, d <= monthEnd(y, time.Month(m)).Day
}

// word is the vocabulary's entry of token i, empty outside of the text.
func (d *dater) word(i int) dateWord {
	if i < 0 || i >= len(d.words) {
		return dateWord{}
	}
	return d.words[i]
}

func (d *dater) is(i int, r dateRole) bool { return d.word(i).role&r != 0 }

func (d *dater) text(i int) string {
	if i < 0 || i >= len(d.tokens) {
		return ""
	}
	return d.tokens[i].word
}

// small reads token i as a plain number, -1 if it isn't one.
func (d *dater) small(i int) int {
	if i < 0 || i >= len(d.tokens) || d.tokens[i].kind != numberToken || len(d.tokens[i].word) > 4 {
		return -1
	}
	n, err := strconv.Atoi(d.tokens[i].word)
	if err != nil {
		return -1
	}
	return n
}

// at reads the date that begins with token i.
func (d *dater) at(i int) (mention, bool) {
	for _, read := range []func(int) (mention, bool){
		d.weekdayAt, d.numericAt, d.dayMonthAt, d.monthAt, d.quarterAt, d.weekNumberAt, d.japaneseAt, d.relativeAt, d.spanAt, d.seasonAt, d.dayOfMonthAt, d.yearAt,
	} {
		if m, ok := read(i); ok {
			return m, true
		}
	}
	return mention{}, false
}

// single is a mention of one day.
func single(from, to int, day Date) mention {
	return mention{from: from, to: to, day: day, last: day, stated: true}
}

// numericAt reads 2026-08-14, 14.08.2026, 14.8., 14/08/26 and 8/14.
func (d *dater) numericAt(i int) (mention, bool) {
	if d.tokens[i].kind != numberToken {
		return mention{}, false
	}
	word := d.tokens[i].word
	// "27/7-8/8" is one run of digits and marks: its end counts.
	ranged := false
	if a, b, ok := strings.Cut(word, "-"); ok && !strings.Contains(b, "-") && strings.ContainsAny(a, "./") && strings.ContainsAny(b, "./") {
		word, ranged = b, true
	}
	day, yearless, ok := d.numeric(word, i)
	if !ok {
		return mention{}, false
	}
	m := single(i, i+1, day)
	m.yearless, m.ranged = yearless, ranged
	return m, true
}

func (d *dater) numeric(word string, i int) (day Date, yearless, ok bool) {
	sep := strings.IndexAny(word, "./-")
	if sep < 0 {
		return Date{}, false, false
	}
	parts := strings.Split(word, word[sep:sep+1])
	var n [3]int
	if len(parts) < 2 || len(parts) > 3 {
		return Date{}, false, false
	}
	for j, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 {
			return Date{}, false, false
		}
		n[j] = v
	}
	if len(parts) == 3 {
		if len(parts[0]) == 4 {
			day, ok = validDate(n[0], n[1], n[2])
			return day, false, ok
		}
		if n[2] < 100 {
			n[2] += 2000
		}
		day, ok = d.ordered(n[0], n[1], n[2], word[sep], i)
		return day, false, ok
	}
	if word[sep] == '-' || d.isClock(i) {
		return Date{}, false, false
	}
	end := d.tokens[i].end
	dotted := end < len(d.prose.text) && d.prose.text[end] == '.'
	if word[sep] == '.' && !dotted && !d.dateExpected(i) && !(len(parts[0]) == 2 && len(parts[1]) == 2 && n[1] >= 1 && n[1] <= 12 && n[0] > 23) {
		return Date{}, false, false
	}
	if word[sep] == '/' && n[0] <= 12 && n[1] <= 12 && !d.dateExpected(i) && n[0]+n[1] < 4 {
		return Date{}, false, false // "1/2", "1/1"
	}
	day, ok = d.ordered(n[0], n[1], d.today.Year, word[sep], i)
	return d.fixYear(day), true, ok
}

// dateExpected says whether the words before token i call for a date.
func (d *dater) dateExpected(i int) bool {
	for j := i - 1; j >= i-2 && j >= 0; j-- {
		w := d.word(j)
		if w.role&(roleUntil|roleFrom|roleAfter|roleTo|roleBefore|roleIn) != 0 || w.weekday > 0 {
			return true
		}
	}
	return d.tokens[i].breaks && i > 0 && d.tokens[i-1].kind == numberToken
}

// isClock says whether the number at i is a time of day: "8.30 Uhr", "at 10.15".
func (d *dater) isClock(i int) bool {
	switch d.text(i + 1) {
	case "uhr", "uur", "h", "am", "pm", "a", "hrs", "horas", "heures", "sharp", "oclock":
		return d.text(i+1) != "a" || d.text(i+2) == "m"
	}
	switch d.text(i - 1) {
	case "at", "um", "gegen", "vers", "alle", "ore", "ora", "las", "as", "om", "around":
		return true
	}
	return strings.Contains(d.tokens[i].word, ":")
}

// ordered puts day and month in the order that the writer means: what the
// weekday beside it proves, what only fits, else what their country writes.
func (d *dater) ordered(a, b, year int, sep byte, i int) (Date, bool) {
	dm, okDM := validDate(year, b, a)
	md, okMD := validDate(year, a, b)
	if !okDM || !okMD || sep == '.' {
		if okDM {
			return dm, true
		}
		return md, okMD && sep != '.'
	}
	for j := i - 1; j >= i-2 && j >= 0; j-- {
		if w := int(d.words[j].weekday); w > 0 {
			if weekdayOf(d.fixYear(dm)) == w {
				return dm, true
			}
			if weekdayOf(d.fixYear(md)) == w {
				return md, true
			}
		}
	}
	if d.monthFirst {
		return md, true
	}
	return dm, true
}

// fixYear finds the year of a date that stands without one. A notice that
// nobody switched off names a date just past; everything else looks ahead.
func (d *dater) fixYear(day Date) Date {
	past := daysBetween(day, d.today)
	switch {
	case d.ahead && past > 0, past > 120:
		day.Year++
	case past < -300 && !d.ahead:
		// "22 December" read in January is the one just gone.
		day.Year--
	}
	return day
}

// skip passes articles and ordinal marks from i on, at most n of them.
func (d *dater) skip(i, n int) int {
	for ; n > 0 && d.is(i, roleArticle) && d.word(i).month == 0; n-- {
		i++
	}
	return i
}

func (d *dater) yearNear(i int) (year, next int, ok bool) {
	for j := i; j <= i+1; j++ {
		if n := d.small(j); n >= 2000 && n < 2100 && len(d.text(j)) == 4 {
			return n, j + 1, true
		}
		if t := d.text(j); t != "de" && t != "del" && t != "of" && t != "van" && t != "do" {
			break
		}
	}
	return 0, i, false
}

// isMonth says whether token i names a month; "may", "march" and short forms
// only do beside a number or a preposition.
func (d *dater) isMonth(i int) bool {
	w := d.word(i)
	if w.month == 0 {
		return false
	}
	switch d.text(i) {
	case "may", "march", "mai", "mars", "set", "jan", "marzo", "jun", "mar", "mag", "abr", "ago", "out", "dec", "gen", "ott", "sept", "feb", "apr", "jul", "aug", "sep", "oct", "nov", "okt", "dez", "dic", "ene":
		if n := d.small(i - 1); n >= 1 && n <= 31 || d.small(i+1) >= 0 || d.text(i-1) == "of" || d.text(i-1) == "th" {
			return true
		}
		if d.text(i) == "mars" || d.text(i) == "marzo" || d.text(i) == "mai" && !d.is(i-1, rolePast) && d.text(i-1) != "non" {
			return d.tokens[i].upper || i > 0 && d.word(i-1).role != 0
		}
		return i > 0 && d.tokens[i].upper && d.word(i-1).role&(roleUntil|roleAfter|roleFrom|roleBefore|roleIn|roleNext|roleEarly|roleMid|roleLate|roleArticle|roleThis) != 0 && !w.weak ||
			i > 0 && d.tokens[i].upper && w.weak && d.word(i-1).role&(roleUntil|roleAfter|roleFrom|roleIn|roleNext|roleEarly|roleMid|roleLate) != 0
	}
	return true
}

// dayMonthAt reads "14 August 2026", "14. August", "14 de agosto", "14th of August".
func (d *dater) dayMonthAt(i int) (mention, bool) {
	n := d.small(i)
	ranged := false
	if n < 0 && d.tokens[i].kind == numberToken {
		// "3-14 August", "3/14 agosto"
		if j := strings.IndexAny(d.text(i), "-/–"); j > 0 {
			if v, err := strconv.Atoi(d.text(i)[j+1:]); err == nil {
				n, ranged = v, true
			}
		}
	}
	if n < 0 && d.word(i).ordinal == 1 && (d.text(i) == "primero" || d.text(i) == "primo" || d.text(i) == "premier" || d.text(i) == "primeiro" || d.text(i) == "ersten" || d.text(i) == "erste") {
		n = 1
	}
	if n < 1 || n > 31 {
		return mention{}, false
	}
	j := d.skip(i+1, 3)
	if !d.isMonth(j) {
		return mention{}, false
	}
	month := int(d.word(j).month)
	year, to, ok := d.yearNear(j + 1)
	if !ok {
		year = d.today.Year
	}
	day, valid := validDate(year, month, n)
	if !valid {
		return mention{}, false
	}
	if !ok {
		day = d.fixYear(day)
	}
	m := single(i, to, day)
	m.yearless, m.ranged = !ok, ranged
	return m, true
}

// monthAt reads "August 14, 2026", "early December", "in March 2027".
func (d *dater) monthAt(i int) (mention, bool) {
	if !d.isMonth(i) {
		return mention{}, false
	}
	month := time.Month(d.word(i).month)
	if n := d.small(i + 1); n >= 1 && n <= 31 && !d.startsClock(i+1) {
		to := d.skip(i+2, 1)
		if to == i+2 || d.isOrdinalMark(i+2) {
			return d.monthDay(i, to, month, n), true
		}
		return d.monthDay(i, i+2, month, n), true
	}
	year, to, ok := d.yearNear(i + 1)
	m := mention{from: i, to: to, stated: true, monthOnly: true, yearless: !ok}
	if !ok {
		year = d.today.Year
		if month < d.today.Month {
			year++
		}
	}
	m.day, m.last = Date{year, month, 1}, monthEnd(year, month)
	d.partOf(&m)
	if !ok && m.last.Before(d.today) {
		m.day.Year++
		m.last.Year++
	}
	return m, true
}

func (d *dater) monthDay(i, to int, month time.Month, n int) mention {
	year, next, ok := d.yearNear(to)
	if ok {
		to = next
	} else {
		year = d.today.Year
	}
	day, valid := validDate(year, int(month), n)
	if !valid {
		day = monthEnd(year, month)
	}
	if !ok {
		day = d.fixYear(day)
	}
	m := single(i, to, day)
	m.yearless = !ok
	// "August 3 - 14"
	if v := d.small(to); v > n && v <= 31 && d.tokens[to].breaks && !d.startsClock(to) {
		if end, valid := validDate(day.Year, int(day.Month), v); valid {
			m.day, m.last, m.to, m.ranged = end, end, to+1, true
		}
	}
	return m
}

func (d *dater) isOrdinalMark(i int) bool {
	switch d.text(i) {
	case "th", "st", "nd", "rd", "er", "e":
		return d.tokens[i].glued
	}
	return false
}

// startsClock says whether the number at i is followed by what makes it a time.
func (d *dater) startsClock(i int) bool {
	switch d.text(i + 1) {
	case "uhr", "uur", "h", "am", "pm", "hrs", "oclock", "ore", "heures":
		return true
	}
	return false
}

// partOf narrows a month, quarter or year to the part that the words before it
// name: "early", "Mitte", "the first week of", "la segunda quincena de".
func (d *dater) partOf(m *mention) {
	first, end := m.day, m.last
	defer func() { m.part = m.day != first || m.last != end }()
	length := daysBetween(first, end) + 1
	for j, n := m.from-1, 0; j >= 0 && n < 4 && d.tokens[j].sentence == d.tokens[m.from].sentence; j, n = j-1, n+1 {
		w := d.word(j)
		switch {
		case w.unit == unitWeek && d.word(j-1).ordinal > 0:
			d.nthWeek(m, d.word(j-1).ordinal)
			m.from = j - 1
			return
		case (w.unit == unitFortnight || w.role&roleHalf != 0) && d.word(j-1).ordinal > 0:
			if d.word(j-1).ordinal == 2 || d.word(j-1).ordinal == 9 {
				m.day = first.AddDays(length / 2)
				if length <= 31 {
					m.day = Date{first.Year, first.Month, 16}
				}
			} else {
				m.last = first.AddDays(length/2 - 1)
			}
			m.from = j - 1
			return
		case w.role&roleEarly != 0 && w.role&roleArticle == 0:
			m.last = first.AddDays(length / 3)
			if m.day.Month == time.January && m.day.Day == 1 && length < 32 {
				m.day.Day = 4
			}
			m.day = workday(m.day)
			m.from = j
			return
		case w.role&roleMid != 0 && !w.weak || w.role&roleMid != 0 && (d.text(j) == "mi"):
			m.day = first.AddDays(length/2 - 1)
			if length <= 31 {
				m.day = Date{first.Year, first.Month, 15}
			}
			m.last = m.day
			m.from = j
			return
		case w.role&roleLate != 0:
			m.late = true
			m.day = end.AddDays(-3)
			if length > 100 {
				m.day = end.AddDays(-10)
			}
			m.from = j
			return
		}
		if w.role&(roleArticle|roleIn) == 0 {
			return
		}
	}
}

// nthWeek narrows a month to its first, second … or last working week.
func (d *dater) nthWeek(m *mention, n int) {
	if n == 9 {
		monday := m.last.AddDays(1 - weekdayOf(m.last))
		m.day = monday
		return
	}
	monday := m.day.AddDays((8 - weekdayOf(m.day)) % 7)
	if n == 1 && weekdayOf(m.day) >= 2 && weekdayOf(m.day) <= 3 {
		// A month that begins on a Tuesday or Wednesday begins with a short week.
		m.last = monday.AddDays(-1)
		return
	}
	m.day = monday.AddDays(7 * (n - 1))
	m.last = m.day.AddDays(6)
}

// weekdayAt reads "Monday", "next Tuesday", "Monday 14 September", "Tuesday the 16th".
func (d *dater) weekdayAt(i int) (mention, bool) {
	if !d.isWeekday(i) {
		return mention{}, false
	}
	j := i + 1
	if d.text(j) == "feira" {
		j++
	}
	if d.isClockPart(j) {
		j++
	}
	if k := d.skip(j, 2); k < len(d.tokens) && d.tokens[k].sentence == d.tokens[i].sentence {
		for _, read := range []func(int) (mention, bool){d.numericAt, d.dayMonthAt, d.monthDayAt} {
			if m, ok := read(k); ok && !m.ranged {
				m.from = i
				return m, true
			}
		}
		if n := d.small(k); n >= 1 && n <= 31 && !d.startsClock(k) && (k > j || d.isOrdinalMark(k+1) || d.dayFits(i, n)) {
			to := k + 1
			if d.isOrdinalMark(to) {
				to++
			}
			if day, ok := d.dayOfMonth(n); ok && (d.dayFits(i, n) || d.isOrdinalMark(k+1)) {
				return single(i, to, day), true
			}
		}
	}
	want := int(d.word(i).weekday)
	ahead := (want - weekdayOf(d.today) + 6) % 7
	day := d.today.AddDays(ahead + 1)
	from, to := i, j
	nextWeek := func() {
		monday := d.today.AddDays(8 - weekdayOf(d.today))
		day = monday.AddDays(want - 1)
	}
	switch {
	case d.is(i-1, roleNext) && d.text(i-1) != "coming" && !strings.HasPrefix(d.text(i-1), "kommend") && !strings.HasPrefix(d.text(i-1), "komend"):
		nextWeek()
		from = i - 1
	case d.is(j, roleNext) && d.word(j+1).unit == unitWeek && d.tokens[j].sentence == d.tokens[i].sentence:
		nextWeek()
		to = j + 2
	case d.nextWeekNear(i):
		nextWeek()
	case d.word(i-2).unit == unitWeek && d.text(i-1) == "on" && d.word(i-3).number == 1:
		// "a week on Monday"
		day = day.AddDays(7)
		from = i - 3
	case d.text(j) == "week" && d.text(j-1) != "next":
		// "Monday week"
		day = day.AddDays(7)
		to = j + 1
	}
	m := single(from, to, day)
	m.weekday = true
	return m, true
}

// monthDayAt reads only "August 14", so that "Monday in August" isn't a day.
func (d *dater) monthDayAt(i int) (mention, bool) {
	if n := d.small(i + 1); n < 1 || n > 31 {
		return mention{}, false
	}
	return d.monthAt(i)
}

// nextWeekNear finds "next week" within six words around a weekday.
func (d *dater) nextWeekNear(i int) bool {
	for j := max(0, i-6); j < min(len(d.tokens)-1, i+6); j++ {
		if d.tokens[j].sentence != d.tokens[i].sentence {
			continue
		}
		if d.is(j, roleNext) && d.word(j+1).unit == unitWeek || d.word(j).unit == unitWeek && (d.is(j+1, roleNext) || d.text(j+1) == "que" && (d.text(j+2) == "viene" || d.text(j+2) == "vem")) {
			return true
		}
	}
	return false
}

// isWeekday says whether token i names a weekday; short forms only do with a
// capital before a number.
func (d *dater) isWeekday(i int) bool {
	w := d.word(i)
	if w.weekday == 0 {
		switch d.text(i) {
		case "segunda", "terca", "quarta", "quinta", "sexta":
			weekdays := map[string]int8{"segunda": 1, "terca": 2, "quarta": 3, "quinta": 4, "sexta": 5}
			prev := d.text(i - 1)
			if d.text(i+1) == "feira" || prev == "na" || prev == "ate" || prev == "a" && d.text(i+1) != "quincena" || prev == "para" || prev == "nesta" || prev == "esta" {
				if d.word(i+1).unit != unitNone {
					return false
				}
				d.words[i].weekday = weekdays[d.text(i)]
				return true
			}
		}
		return false
	}
	if !w.weak {
		return true
	}
	switch d.text(i) {
	case "tue", "wed", "thu", "fri":
		return true
	}
	return d.tokens[i].upper && d.tokens[i].kind == wordToken && i+1 < len(d.tokens) && d.tokens[i+1].kind == numberToken && !d.tokens[i+1].glued
}

// dayFits says whether the n-th of this or the next month is token i's weekday.
func (d *dater) dayFits(i, n int) bool {
	day, ok := d.dayOfMonth(n)
	return ok && weekdayOf(day) == int(d.word(i).weekday)
}

// dayOfMonth is the next n-th.
func (d *dater) dayOfMonth(n int) (Date, bool) {
	for months := range 3 {
		first := addMonths(Date{d.today.Year, d.today.Month, 1}, months)
		day, ok := validDate(first.Year, int(first.Month), n)
		if ok && !day.Before(d.today) {
			return day, true
		}
	}
	return Date{}, false
}

func (d *dater) isClockPart(i int) bool {
	switch d.text(i) {
	case "morning", "afternoon", "evening", "vormittag", "nachmittag", "abend", "matin", "ochtend", "middag":
		return true
	}
	return false
}

// dayOfMonthAt reads a bare day: "the 16th", "am 24.", "el 24", "le 24".
func (d *dater) dayOfMonthAt(i int) (mention, bool) {
	n := d.small(i)
	if n < 1 || n > 31 || d.startsClock(i) || len(d.text(i)) > 2 {
		return mention{}, false
	}
	to, fits := i+1, false
	if d.isOrdinalMark(i + 1) {
		to, fits = i+2, true
	} else {
		end := d.tokens[i].end
		dotted := end < len(d.prose.text) && d.prose.text[end] == '.'
		switch d.text(i - 1) {
		case "am", "zum", "vom", "bis", "ab", "den", "dem", "einschliesslich", "einschl", "der", "nach":
			fits = dotted
		case "el", "dia", "le", "il", "al", "del", "dal", "ate", "jusqu", "au":
			fits = d.text(i-1) == "dia" || i+1 >= len(d.tokens) || d.tokens[i+1].sentence != d.tokens[i].sentence || d.tokens[i+1].breaks
		}
	}
	if !fits || d.word(d.skip(to, 1)).unit != unitNone || d.word(to).unit != unitNone {
		return mention{}, false
	}
	day, ok := d.dayOfMonth(n)
	if !ok {
		return mention{}, false
	}
	return single(i, to, day), true
}
