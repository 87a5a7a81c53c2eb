package replies

// turnKind is how a mention comes to a day.
type turnKind int

const (
	turnFirst     turnKind = iota // it is its first day
	turnAfter                     // it has passed
	turnRuled                     // the rules take it so
	turnNone                      // no day is meant
	turnFromToday                 // a length, from the day on which the mail came
	turnThisMonth                 // a bare day of that month
	turnNextMonth
	// Counted from another mention:
	turnOn // a length
	turnBack
	turnWeekday // the first such weekday after it
	turnThatWeek
	turnWeekAfter
	turnWeekBefore
	turnWeekdayBefore
	turnWeek // the week after it
	turnWeekBack
	turnPiece // a part of it
	turnPieceOver
	turnInMonth // a bare day of its month
	turnMonthAfter
	turnKinds
)

// maxAnchors is from how many mentions one may be counted.
const maxAnchors = 3

// turn is how a mention comes to a day, and from which of its anchors.
type turn struct {
	kind  turnKind
	which int
}

// number is one for each turn.
func (t turn) number() int { return int(t.kind)*maxAnchors + t.which }

// isFar says whether the day may lie far from the one that the rules take the
// mention for.
func (t turn) isFar() bool { return t.kind != turnFirst && t.kind != turnAfter && t.kind != turnRuled }

// turns is how many there are.
const turns = int(turnKinds) * maxAnchors

// countedOn are the days that the i-th mention comes to when it is counted from
// the dates around it: a length ("it goes live on 1 September, then three weeks of
// mending", "the lease ends on 30 September, ask me two months earlier"), a weekday
// ("we meet on the 12th, write the Monday after"), a week ("the week after the
// meeting"), and a day whose month was told before.
func (c *dateChooser) countedOn(i int) []dateChoice {
	m := &c.found[i]
	weekday, week := m.weekday && !m.isSpan(), c.isVagueWeek(m)
	if m.length.n == 0 && !weekday && !week && !m.bareDay && !m.piece.is() {
		return nil
	}
	var list []dateChoice
	add := func(day Date, t turn, from int) { list = append(list, dateChoice{i, day, t, from}) }
	switch {
	case m.length.n > 0:
		if day := m.length.from(c.today); day != m.day {
			add(day, turn{kind: turnFromToday}, i)
		}
	case m.bareDay:
		for months, kind := range [...]turnKind{turnThisMonth, turnNextMonth} {
			if day, ok := dayIn(c.today, months, m.day.Day); ok {
				add(day, turn{kind: kind}, i)
			}
		}
	}
	for n, from := range c.anchors(i) {
		a := &c.found[from]
		say := func(day Date, kind turnKind) { add(day, turn{kind, n}, from) }
		if m.length.n > 0 {
			back := m.length
			back.n = -back.n
			say(m.length.from(a.last), turnOn)
			say(back.from(a.last), turnBack)
		}
		if first, last, ok := m.piece.in(a); m.piece.is() && ok {
			say(first, turnPiece)
			say(workday(last.AddDays(1)), turnPieceOver)
		}
		switch {
		case weekday:
			day, monday := weekdayOf(m.day), mondayOf(a.last)
			say(weekdayAfter(a.last, day), turnWeekday)
			say(monday.AddDays(day-1), turnThatWeek)
			say(monday.AddDays(day+6), turnWeekAfter)
			say(mondayOf(a.day).AddDays(day-8), turnWeekBefore)
			say(weekdayAfter(a.day.AddDays(-8), day), turnWeekdayBefore)
		case week:
			say(mondayOf(a.last).AddDays(7), turnWeek)
			say(mondayOf(a.day).AddDays(-7), turnWeekBack)
		case m.bareDay:
			for months, kind := range [...]turnKind{turnInMonth, turnMonthAfter} {
				if day, ok := dayIn(a.last, months, m.day.Day); ok {
					say(day, kind)
				}
			}
		}
	}
	return list
}

// dayIn is the n-th of the month that lies some months after d.
func dayIn(d Date, months, n int) (Date, bool) {
	first := addMonths(Date{d.Year, d.Month, 1}, months)
	return validDate(first.Year, int(first.Month), n)
}

// isVagueWeek says whether m is a week that only others near it can tell: "the
// following week".
func (c *dateChooser) isVagueWeek(m *mention) bool {
	const soon = 15 // days
	return m.length.n == 0 && weekdayOf(m.day) == 1 && daysBetween(m.day, m.last) == 6 && daysBetween(c.today, m.day) < soon
}

// anchors are the mentions that the i-th may be counted from, the nearest before it
// first.
func (c *dateChooser) anchors(i int) []int {
	list := make([]int, 0, maxAnchors)
	for j := i - 1; j >= 0 && len(list) < maxAnchors; j-- {
		if a := &c.found[j]; a.length.n == 0 && !a.loose && !a.nowhere && c.today.Before(a.last) {
			list = append(list, j)
		}
	}
	return list
}
