package replies

import "time"

// lead is what stands around a date and turns its meaning.
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

// mention is one date that a text names: a day, or a longer time.
type mention struct {
	from, to  int  // tokens
	sentence  int  // which one it stands in
	day, last Date // first and last day that are meant; the same for a single day
	lead      lead
	ranged    bool     // the end of a range: "3 to 14 August"
	inclusive bool     // "until 14 August inclusive"
	stated    bool     // a date or a span, not a season or "next quarter"
	yearless  bool     // the year was left out
	weekday   bool     // only a weekday named it
	monthOnly bool     // a month, quarter, half or whole year
	near      bool     // today, tomorrow
	running   bool     // this week, this month
	whole     bool     // "all of July"
	late      bool     // the end of a longer time
	length    amount   // of a span counted from today
	part      bool     // narrowed to the beginning, middle or end of a longer time
	till      bool     // "until" led to it: "from the 17th until Monday the 24th"
	bareDay   bool     // the month was left out
	inside    bool     // a span counted from today
	quarter   bool     // of a year
	instead   bool     // of the one named before: "not next Monday, the one after"
	list      bool     // ranged, but as one of several days: "24, 25 and 31"
	counted   bool     // from another date: "the following Monday"
	within    bool     // a time by which something is done: "within two days"
	bare      bool     // a length that no preposition governs: "two weeks"
	loose     bool     // a length, a habit, a bare day or month that only may be meant: the rules don't see it
	then      bool     // "after that"
	piece     piece    // of a period told before
	base      *mention // that it was counted from
	ask       bool     // nothing may be done on its day before the owner is asked
	morning   bool     // "until 24 August, in the morning"
	nowhere   bool     // no such day: "31 February", or counted from one; what it says otherwise stands
}

// single is a mention of one day, named by items [from, to).
func single(from, to int, day Date) mention {
	return mention{from: from, to: to, day: day, last: day, stated: true}
}

// after is the first working day on which m has passed.
func (m *mention) after() Date { return workday(m.last.AddDays(1)) }

// isSpan says whether m is longer than a day.
func (m *mention) isSpan() bool { return m.day != m.last }

// words are those that tell the day, and before them those that it is counted from.
func (m *mention) words(p *prose) string {
	if m.base != nil && m.base.from < m.from {
		return p.quote(m.base.from, m.to)
	}
	return p.quote(m.from, m.to)
}

// marks are what m is like, one by one.
func (m *mention) marks() [17]bool {
	return [...]bool{m.loose, m.isSpan(), m.ranged, m.inclusive, m.stated, m.yearless, m.weekday, m.monthOnly, m.near, m.running, m.whole, m.late, m.part, m.bareDay, m.inside, m.counted, m.piece.is()}
}

// dater finds the dates of a text, counted from the day that it arrived on. It
// reads one sentence after the other; within one it works on items, which are
// words and numbers that the vocabulary has given a meaning.
//
// The grammar: a mention is a day ("14 August", "16.03.", "Monday the 16th",
// "tomorrow"), a period ("March", "Q2", "KW 14", "next week", "the summer") that
// a part may narrow ("early", "the last week of"), or a span ("in two weeks")
// counted from today or from another mention ("two weeks after that"). What
// stands before or behind a mention relates it: until, after, from, to.
type dater struct {
	items      []dateItem // of the sentence at hand
	loose      []mention  // that only may be meant: nothing is counted from them
	found      []mention  // in the sentences before, and so far in this one
	sentence   []mention  // in this one, their places counted in items
	number     int        // the number of the sentence at hand
	today      Date
	tongue     string
	hours      float64 // of the writer's offset
	american   bool    // of their half of the earth
	monthFirst bool    // 7/27 is July
	south      bool    // summer ends in February
	european   bool    // 3/27 is March 2027
	british    bool    // the financial year begins in April
	ahead      bool    // a date without a year is yet to come
	looking    bool    // a span looks for the date that it is counted from
	yearBegins Date    // of the writer's financial year, where the text tells it
}

// dates finds every date in p. now carries the writer's own offset, which also
// tells how they write 8/7 and when their summer is; ahead says that dates
// without a year lie in the future, as those of a deferral do.
func dates(p *prose, now time.Time, ahead bool) []mention {
	found, _ := findDates(p, now, ahead)
	return found
}

// maxMentions bounds the dates that are found in a text; an honest one has a dozen.
const maxMentions = 200

// findDates finds every date, and what only may be one: "they say six weeks", "I
// read mail on Fridays".
func findDates(p *prose, now time.Time, ahead bool) (found, loose []mention) {
	d := &dater{today: NewDate(now), ahead: ahead, tongue: dateTongue(p)}
	_, offset := now.Zone()
	hours := float64(offset) / 3600
	english := d.tongue == "en" || d.tongue == ""
	d.hours, d.american = hours, hours <= -3
	d.monthFirst = english && (hours <= -4 && hours >= -10 || d.writesMonthFirst(p))
	d.south = hours >= 9.5 && hours <= 13.75 && d.tongue != "ja" || hours <= -3 && hours > -4 && (d.tongue == "pt" || d.tongue == "es")
	d.european = hours >= -3 && !english && d.tongue != "ja"
	d.british = (hours >= 0 && hours <= 1 || hours == 5.5 || hours == 9) && english // in India and Japan, too
	for n, s := range p.sentences {
		d.number = n
		d.items = lexDates(d.items, p, s, d.tongue)
		d.sentence = d.sentence[:0]
		for i := 0; i < len(d.items) && len(d.found)+len(d.loose) < maxMentions; {
			m, ok := d.at(i)
			if !ok {
				i++
				continue
			}
			if m.loose {
				i = max(m.to, i+1)
				m.sentence = n
				m.from, m.to = d.items[m.from].from, d.items[m.to-1].to
				d.loose = append(d.loose, m)
				continue
			}
			if w := d.item(m.to).weekday; w > 0 && !m.isSpan() && weekdayOf(m.day) == int(w) && !d.item(m.to).breaks {
				m.to++ // "16.03.2026 Pazartesi"
			}
			d.wholeWeek(&m)
			d.bridge(&m)
			d.relate(&m)
			i = max(m.to, i+1)
			d.explain(&m)
			d.countFromStart(&m)
			d.sentence = append(d.sentence, m)
			if d.beginsYear(&m) {
				d.yearBegins = m.day
			}
			m.sentence = n
			m.from, m.to = d.items[m.from].from, d.items[m.to-1].to
			d.found = append(d.found, m)
		}
	}
	return d.found, d.loose
}

// explain drops a vague time that m puts a date to: "after my holidays (until 21
// August)", "until term starts on 14 September".
func (d *dater) explain(m *mention) {
	n := len(d.sentence)
	if n == 0 {
		return
	}
	vague := &d.sentence[n-1]
	switch bracketed := d.inBrackets(m); {
	case vague.length.n != 0 && !vague.stated && bracketed && (m.lead == leadNone || m.lead == leadAfter) && !m.isSpan():
		m.lead = leadNone
		m.day = vague.length.from(m.day) // "two weeks after term starts (1 September)"
		m.last = m.day
	case vague.stated && !bracketed && !(vague.isSpan() && (m.day.Before(vague.day) || vague.last.Before(m.day)) && d.begins(vague.from, vague.to)), vague.lead == leadNone || vague.lead == leadFor || vague.lead == leadSince:
		return
	case m.lead == leadUntil && vague.lead == leadAfter && (bracketed || m.from-vague.to <= 1):
		m.lead = leadAfter
	case m.lead == leadNone && !m.isSpan() && !m.weekday && !m.near && (!m.ranged || vague.lead == leadUntil) && (bracketed && !vague.stated || d.says(vague.to, m.from)):
		m.lead, m.ranged = vague.lead, false
		m.part = vague.lead == leadUntil && d.begins(vague.from, m.from) // the day on which it is over, too
	default:
		return
	}
	dropped := *vague
	d.sentence, d.found = d.sentence[:n-1], d.found[:len(d.found)-1]
	if dropped.lead == leadFrom && d.awaitsStart(m.from) {
		m.lead, m.part = leadUntil, true
	}
}

// inBrackets says whether a bracket opens at most a few words before m.
func (d *dater) inBrackets(m *mention) bool {
	const reach = 3 // words inside: "in Hessen bis"
	for j := m.from; j >= max(m.from-reach, 1); j-- {
		if d.item(j).bracket {
			return true
		}
	}
	return false
}

// says whether nothing but small words stands in items [from, to): "starts on".
func (d *dater) says(from, to int) bool {
	const most = 4
	for j := from; j < to; j++ {
		if it := d.item(j); !it.has(roleArticle|roleStarts|roleClockAt|roleIn) && it.text != "on" && it.weekday == 0 && it.text != "wieder" && it.text != "weer" && it.text != "again" {
			return false
		}
	}
	return to-from <= most
}

// begins says whether a word in items [from, to) tells of a beginning.
func (d *dater) begins(from, to int) bool {
	for j := from; j < to; j++ {
		if it := d.item(j); it.has(roleStarts|roleEarly|roleReturn) || it.season == feastSchoolStart {
			return true
		}
	}
	return false
}

// at reads the mention that begins with item i.
func (d *dater) at(i int) (mention, bool) {
	for _, read := range [...]func(*dater, int) (mention, bool){
		(*dater).weekOfAt, (*dater).dayOfPeriodAt, (*dater).numericAt, (*dater).japaneseAt, (*dater).dayMonthAt, (*dater).weekdayAt, (*dater).monthAt, (*dater).quarterAt, (*dater).weekNumberAt,
		(*dater).nearAt, (*dater).anchoredAt, (*dater).spanAt, (*dater).feastAt, (*dater).eventAt, (*dater).periodAt, (*dater).dayOfMonthAt, (*dater).yearAt, (*dater).elidedAt, (*dater).looseSpanAt, (*dater).looseDayAt, (*dater).looseMonthAt, (*dater).looseWeekdayAt, (*dater).looseWeekAt, (*dater).pieceAt,
	} {
		if m, ok := read(d, i); ok && m.to <= len(d.items) && m.to > m.from {
			return m, true
		}
	}
	return mention{}, false
}

// usable says whether a day is one to wait for: after today, not too far.
func usable(day, today Date) bool {
	return today.Before(day) && !addMonths(today, farthest).Before(day)
}

// farthest is how many months ahead a date may lie to be believed.
const farthest = 18

// yearOf finds the year of a date that stands without one. A notice that
// nobody switched off names a date just past; everything else looks ahead.
func (d *dater) yearOf(day Date) int {
	past := daysBetween(day, d.today)
	switch {
	case d.ahead && past > 0, past > 120:
		day.Year++
	case past < -300 && !d.ahead:
		// "22 December" read in January is the one just gone.
		day.Year--
	}
	return day.Year
}

// monthDay is the n-th of a month, in the year that is meant where none is
// given. Where there is no such day it is the last of that month, and exists is
// false: the mention keeps its place among the others, but its day is nobody's.
func (d *dater) monthDay(year, month, n int, given bool) (day Date, exists bool) {
	if !given {
		year = d.yearOf(Date{year, time.Month(month), n})
	}
	if day, ok := validDate(year, month, n); ok {
		return day, true
	}
	return monthEnd(year, time.Month(month)), false
}
