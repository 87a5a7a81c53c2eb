package replies

// relate finds what stands before and behind a mention and turns its meaning:
// until, after, not before, since, inclusive, the beginning of a range.
func (d *dater) relate(m *mention) {
	if m.lead == leadFor || m.lead == leadSince {
		return
	}
	d.include(m)
	if m.lead != leadNone {
		return
	}
	for j, n := m.from-1, 0; j >= 0 && n < 5; j, n = j-1, n+1 {
		it := d.item(j)
		if d.item(j+1).breaks && n > 0 && it.weekday == 0 && d.item(j+1).weekday == 0 {
			break
		}
		if l := d.leadOf(j, m); l != leadNone {
			m.lead, m.till = l, it.text == "until" || it.text == "till"
			break
		}
		if d.isDated(j) {
			continue
		}
		if !it.has(roleArticle|roleInclusive|roleIn|roleThis|roleEarly|roleLate|roleMid|roleTo|roleAbout|roleMark|roleWeekNo|roleOwn|roleNext) && it.weekday == 0 && !(it.unit == unitDay && !it.has(rolePlural) && j == m.from-1) {
			break
		}
	}
	if m.lead == leadNone && !m.isSpan() && !m.weekday && !m.near && d.awaitsStart(m.from) {
		m.lead, m.part = leadUntil, true
	}
	if behind := d.item(m.to); m.lead == leadNone && behind.has(roleTrails) {
		m.lead = trailing(behind)
		if m.lead == leadBefore && d.is(m.to+1, roleNot) {
			m.lead = leadNotBefore
		}
		if m.lead == leadUntil && m.monthOnly && !m.late && d.tongue != "ja" {
			m.inclusive = false // "syyskuuhun asti" ends when September begins
		}
	}
	if m.lead == leadNone && d.isOver(m.from, m.to) {
		m.lead = leadAfter
	}
	if m.lead == leadAfter && d.is(m.to, roleStarts) {
		m.lead = leadFrom // "once September starts"
	}
	if k := m.to; !m.isSpan() && !d.item(k).breaks {
		for n := 0; n < 2 && d.is(k, roleArticle|roleIn); n++ {
			k++
		}
		m.morning = backInMorning[d.item(k).text]
	}
	if !m.ranged {
		m.ranged = d.isRange(m)
		m.list = m.ranged && d.isListed(m)
	}
	if m.ranged {
		d.pair(m)
	}
	if m.lead == leadNone || m.ranged {
		d.explained(m)
	}
}

// datedWords are what a date behind them is of, beside the words for days off and
// for events.
var datedWords = wordSet(`meeting board sitzung vorstandssitzung termin reunion reunion reuniao riunione vergadering assemblee assemblea asamblea assembleia junta`)

// isDated says whether what the word in item j means is to be over, as the date
// behind it tells: "after the holiday on 12 October", "nach der Inventur am 12. Oktober".
func (d *dater) isDated(j int) bool {
	if !d.is(j, roleEvent|roleDayOff) && !datedWords[d.item(j).text] || d.item(j+1).breaks {
		return false
	}
	k := j - 1
	for k >= j-2 && d.is(k, roleArticle|roleOwn) {
		k--
	}
	return d.is(k, roleAfter)
}

// backInMorning make a day on which an absence ends the first day back.
var backInMorning = wordSet(`morning fruh matin mattina manha ochtend`)

// awaitsStart says whether what begins on the date at item i is what one is gone
// or busy until: "hasta el inicio de las clases el 13 de abril", "tot de school
// weer begint op 13 april".
func (d *dater) awaitsStart(i int) bool {
	const reach = 8 // words
	starts := false
	for j := i - 1; j >= max(i-reach, 0) && !(d.item(j+1).breaks && j+1 < i); j-- {
		it := d.item(j)
		if k := len(d.sentence); k > 0 && d.sentence[k-1].to > j || it.num >= 0 {
			return false
		}
		if it.has(roleUntil) && !it.has(roleTrails) && starts {
			return !d.negated(j) && !d.awaited(j)
		}
		starts = starts || it.has(roleStarts|roleEarly|roleReturn)
	}
	return false
}

// isOver says whether the words around items [from, to) tell of their end:
// "once … is behind us", "une fois … passé", "finita …".
func (d *dater) isOver(from, to int) bool {
	const reach = 3
	for j := to; j < to+reach && !d.item(j).breaks; j++ {
		if d.is(j, roleOver) {
			return true
		}
	}
	for j := from - 1; j >= from-reach && !d.item(j+1).breaks; j-- {
		if d.is(j, roleEnding) {
			return true
		}
		if !d.is(j, roleArticle|roleOwn) {
			break
		}
	}
	return false
}

// pair gives the bare day that begins a range the month of its end, m: "dal 13
// al 16 ottobre".
func (d *dater) pair(m *mention) {
	k := len(d.sentence) - 1
	if k < 0 || !d.sentence[k].bareDay || m.isSpan() || m.weekday {
		return
	}
	day, ok := validDate(m.day.Year, int(m.day.Month), d.sentence[k].day.Day)
	if first := &d.sentence[k]; ok && !m.day.Before(day) {
		first.day, first.last = day, day
		d.found[len(d.found)-1].day, d.found[len(d.found)-1].last = day, day
	}
}

// explained makes an after of a date in brackets that tells when something is
// over: "after the fair (13 to 16 October)".
func (d *dater) explained(m *mention) {
	const inside, outside = 4, 5 // words of a range in brackets, words before them
	j := m.from
	for n := 0; j > 0 && n < inside && !d.item(j).bracket; n++ {
		j--
	}
	if !d.item(j).bracket {
		return
	}
	for k := j - 1; k >= 0 && k >= j-outside; k-- {
		if d.is(k, roleAfter) {
			m.lead = leadAfter
			return
		}
	}
}

// trailing is the lead that a word behind a date stands for: Finnish "asti",
// Turkish "kadar", Japanese まで.
func trailing(it *dateItem) lead {
	switch {
	case it.has(roleUntil):
		return leadUntil
	case it.has(roleAfter):
		return leadAfter
	case it.has(roleFrom):
		return leadFrom
	case it.has(roleBefore):
		return leadBefore
	}
	return leadNone
}

// include says whether a mention's last day belongs to the time away.
func (d *dater) include(m *mention) {
	for j := m.from - 4; j < m.to+2; j++ {
		inside := j >= m.from && j < m.to
		if it := d.item(j); it.has(roleInclusive) && !inside && !(j >= m.to && it.has(roleUntil) && !it.has(roleTrails)) {
			m.inclusive = true
		}
	}
}

// leadOf is what item j, before m, makes of it.
func (d *dater) leadOf(j int, m *mention) lead {
	it := d.item(j)
	switch {
	case it.has(roleTrails):
		return leadNone
	case it.has(roleUntil):
		// "nichts bis Mai", "wait until May": then it may begin.
		if d.negated(j) || d.awaited(j) {
			return leadNotBefore
		}
		return leadUntil
	case it.has(roleLate) && d.item(j+1).breaks && !m.part:
		return leadUntil // "End: 15 March"
	case it.has(roleFor) && d.ahead && d.item(m.from).digits == 4:
		return leadFor // "we are planning for 2027"
	case it.has(roleReturn):
		// "au retour des vacances" is after them, "de retour le 16" on the day.
		if m.stated && d.item(m.to-1).season == seasonNone {
			return leadNone
		}
		return leadAfter
	case it.has(roleAfter):
		return leadAfter
	case it.has(roleBefore):
		if d.negated(j) || it.has(roleNot) && it.text == "" {
			return leadNotBefore
		}
		return leadBefore
	case it.text == "than" || it.text == "als":
		if d.is(j-1, roleEarlier) {
			return leadNotBefore
		}
	case it.text == "da" && d.item(m.from).weekday > 0 && d.tongue == "it":
		return leadFrom // "in ufficio da lunedì"
	case it.has(roleFrom) && d.is(j-1, roleReturn) && !m.stated:
		return leadAfter // "al rientro dalle ferie"
	case it.has(roleFrom):
		return leadFrom
	case it.has(roleAgo) && it.ordinal == 0 && !it.has(roleLate|roleIn):
		return leadSince
	}
	return leadNone
}

// negated says whether a "not" governs the word in item j.
func (d *dater) negated(j int) bool {
	for k := j - 1; k >= 0 && k >= j-6; k-- {
		if d.is(k, roleNot) {
			return true
		}
	}
	return false
}

// awaited says whether the word in item j follows a request to wait.
func (d *dater) awaited(j int) bool {
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		if d.is(k, roleWait) {
			return true
		}
	}
	return false
}

// isListed says whether m is one of several days rather than the end of a range:
// nothing but "and" joins it to the day before, which isn't the one right before it.
func (d *dater) isListed(m *mention) bool {
	k := len(d.sentence) - 1
	if k < 0 || d.sentence[k].to < m.from-3 || m.weekday || m.isSpan() || d.sentence[k].isSpan() || daysBetween(d.sentence[k].last, m.day) == 1 {
		return false
	}
	for j := d.sentence[k].from - 1; j >= d.sentence[k].from-2; j-- {
		if betweenWords[d.item(j).text] {
			return false
		}
	}
	for j := d.sentence[k].to; j <= m.from; j++ {
		if d.item(j).dash || d.is(j, roleUntil) {
			return false
		}
		if isOr(d.item(j).text) {
			return true
		}
	}
	return false
}

// goesBeyond says whether nothing but "and" joins the day m to the holidays or the
// season before it: no range begins with those.
func (d *dater) goesBeyond(m, before *mention) bool {
	named := false
	for j := before.from; j < before.to; j++ {
		named = named || d.item(j).season != seasonNone
	}
	if !before.isSpan() || m.isSpan() || before.monthOnly || !named {
		return false
	}
	for j := before.from - 1; j >= before.from-2; j-- {
		if betweenWords[d.item(j).text] {
			return false
		}
	}
	and := false
	for j := before.to; j <= m.from; j++ {
		if d.item(j).dash || d.is(j, roleUntil) {
			return false
		}
		and = and || isOr(d.item(j).text)
	}
	return and
}

// betweenWords make a range of "and".
var betweenWords = wordSet(`between zwischen entre tra fra tussen mellem mellan miedzy mezi`)

// isRange says whether m ends a range or a list: a number or a date stands
// right before it, joined by a dash or a word.
func (d *dater) isRange(m *mention) bool {
	joined := d.item(m.from).dash
	for j, n := m.from-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
		it := d.item(j)
		if k := len(d.sentence); k > 0 && d.sentence[k-1].to == j+1 && d.sentence[k-1].lead == leadFor {
			return false // "two weeks, and on Monday 9 March"
		}
		if k := len(d.sentence); k > 0 && d.sentence[k-1].to == j+1 && d.goesBeyond(m, &d.sentence[k-1]) {
			return false // "herfstvakantie en op maandag 26 oktober"
		}
		if k := len(d.sentence); k > 0 && d.sentence[k-1].to == j+1 || it.num > 0 && it.num <= 31 || d.isMark(j) {
			return joined
		}
		joined = joined || it.dash || it.has(roleTo|roleUntil)
		if !it.has(roleArticle|roleTo|roleUntil|roleInclusive|roleMark) && it.weekday == 0 {
			return false
		}
	}
	return false
}
