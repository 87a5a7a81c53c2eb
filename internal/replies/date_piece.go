package replies

// piece is a part of a period that is told apart from it: "in January, the second
// half", "term starts on the 7th. Try me in the second week", "gli ultimi dieci
// giorni". Of which period it is, only what was named before can tell.
type piece struct {
	n     int      // which of them, last for the last; 0 where there is no piece
	count int      // how many
	unit  int8     // unitFortnight for a half
	part  dateRole // roleEarly, roleMid or roleLate instead of the n-th
}

// lastOf stands for the last in place of a number.
const lastOf = 9

// is says whether there is a piece.
func (p piece) is() bool { return p.n > 0 || p.part != 0 }

// in is the time of the piece within what a names; ok is false where a has no
// such part.
func (p piece) in(a *mention) (first, last Date, ok bool) {
	const half, month = 20, 31 // days that a period to be halved has at least, and a month at most
	m := mention{day: a.day, last: a.last}
	length := daysBetween(a.day, a.last) + 1
	isMonth := a.day.Day == 1 && length > half && length <= month
	switch {
	case p.part != 0:
		ok = length > half && (&dater{}).takePart(&m, p.part)
	case p.unit == unitWeek && length == 1 && p.n != lastOf:
		m.day = mondayOf(a.day).AddDays(7 * (p.n - 1)) // of a term that begins on that day
		m.last, ok = m.day.AddDays(7*p.count-1), true
		m.day = maxDate(m.day, a.day)
	case p.unit == unitWeek && isMonth:
		(&dater{}).nthWeek(&m, p.n)
		if more := 7 * (p.count - 1); p.n == lastOf {
			m.day = m.day.AddDays(-more)
		} else {
			m.last = m.last.AddDays(more)
		}
		ok = true
	case p.unit == unitFortnight && length > half:
		middle := a.day.AddDays((length + 1) / 2)
		if length > month {
			middle = addMonths(a.day, (length+half)/month/2)
		}
		if p.n == 1 {
			m.last = middle.AddDays(-1)
		} else {
			m.day = middle
		}
		ok = p.n <= 2 || p.n == lastOf
	case p.unit == unitMonth && length > month:
		m.day = addMonths(a.day, p.n-1)
		if p.n == lastOf {
			m.day = addMonths(Date{a.last.Year, a.last.Month, 1}, 1-p.count)
		}
		end := addMonths(m.day, p.count-1)
		m.last = monthEnd(end.Year, end.Month)
		ok = !a.last.Before(m.day)
	case p.unit == unitDay && length > half && p.n == lastOf:
		m.day, ok = a.last.AddDays(1-p.count), true
	case p.unit == unitDay && length > half && p.n == 1:
		m.last, ok = a.day.AddDays(p.count-1), true
	case p.unit == unitWeekend && isMonth && p.n == lastOf:
		m.last, ok = weekdayAfter(a.last.AddDays(-8), 6).AddDays(1), true
		m.day = m.last.AddDays(-1 - 7*(p.count-1))
	case p.unit == unitWeekend && isMonth:
		m.day, ok = weekdayAfter(a.day.AddDays(-1), 6).AddDays(7*(p.n-1)), true
		m.last = m.day.AddDays(7*p.count - 6)
	}
	if p.unit == unitDay {
		m.day = maxDate(m.day, a.day)
	}
	return m.day, m.last, ok
}

// pieceWords are parts of a period that stand alone.
var pieceWords = map[string]dateRole{
	"mediados": roleMid, "meados": roleMid, "mitte": roleMid, "mid": roleMid, "inoltrato": roleMid, "inoltrata": roleMid,
	"finales": roleLate, "finais": roleLate, "eind": roleLate, "principios": roleEarly, "comienzos": roleEarly,
}

// pieceOrdinals are which part is meant where no number says it.
var pieceOrdinals = map[string]int{
	"latter": 2, "back": 2, "front": 1,
	"ultimi": lastOf, "ultime": lastOf, "ultimos": lastOf, "ultimas": lastOf, "derniers": lastOf, "dernieres": lastOf,
	"primi": 1, "prime": 1, "primeros": 1, "primeras": 1, "primeiros": 1, "primeiras": 1, "premiers": 1, "premieres": 1,
}

// halfOnly are those of them that mean one of two: "back four weeks later" is none.
var halfOnly = wordSet(`latter back front`)

// ofWords say behind a piece of what it is.
var ofWords = wordSet(`of de del della dell du des d der van vom von do da dos das di`)

// pieceAt reads a piece whose period was told before it.
func (d *dater) pieceAt(i int) (mention, bool) {
	p, to := d.piece(i)
	if !p.is() || d.looking {
		return mention{}, false
	}
	if of := d.item(to); ofWords[of.text] && !of.breaks || d.is(i-1, roleOwn) {
		return mention{}, false // of something else, or of what is told behind: "the back half of the house"
	}
	const reach = 3
	for k := to; k <= to+reach && !(d.item(k).breaks && k > to); k++ {
		it := d.item(k)
		if d.isMonth(k) || it.unit != unitNone && it.unit != unitHour || it.season != seasonNone || it.has(roleNext|roleThis|roleQuarter) || it.digits == 4 {
			return mention{}, false // it is told behind
		}
		if !it.has(roleArticle | roleIn) {
			break
		}
	}
	return mention{from: i, to: to, day: d.today, last: d.today, loose: true, piece: p}, true
}

// piece reads "second half", "last ten days", "first three weeks", "mediados".
func (d *dater) piece(i int) (p piece, to int) {
	it := d.item(i)
	if part := pieceWords[it.text]; part != 0 {
		return piece{part: part}, i + 1
	}
	n, to := it.ordinal, i+1
	if n == 0 && it.num > 0 && d.isMark(i+1) {
		n, to = it.num, i+2
	}
	if n == 0 {
		n = pieceOrdinals[it.text]
	}
	if n < 1 || n > 5 && n != lastOf {
		return piece{}, i
	}
	p = piece{n: n, count: 1}
	if more, ok := d.count(to); ok && d.item(to+1).unit != unitNone {
		p.count, to = more, to+1
	}
	switch it := d.item(to); {
	case it.breaks:
	case it.has(roleHalf) && it.unit == unitNone:
		p.unit, to = unitFortnight, to+1
		if d.item(to).unit == unitMonth && !d.item(to).breaks {
			to++ // "zweite Monatshälfte"
		}
	case it.unit == unitWeek, it.unit == unitFortnight, it.unit == unitMonth, it.unit == unitWeekend, it.unit == unitDay && p.count > 1:
		p.unit, to = it.unit, to+1
	}
	if p.unit == unitNone || halfOnly[it.text] && p.unit != unitFortnight {
		return piece{}, i
	}
	return p, to
}
