package replies

import "time"

// feastAt reads "after the summer", "nach Ostern", "im Frühjahr", "à la rentrée", "in the new year".
func (d *dater) feastAt(i int) (mention, bool) {
	season := d.item(i).season
	if season != seasonNone && season < feastSchoolStart && d.is(i+1, roleSchool) {
		return mention{}, false // "the summer term"
	}
	if season == seasonNone && d.schoolStarts(i) {
		first, last := d.nextSeason(feastSchoolStart)
		return mention{from: i, to: i + 1, day: first, last: last, lead: leadFrom}, true
	}
	if season == seasonNone && d.isTheFourth(i) {
		first, last := d.nextSeason(feastIndependence)
		return mention{from: i, to: i + 1, day: first, last: last, stated: true}, true
	}
	if season == seasonNone || !d.seasonMeant(i) {
		return mention{}, false
	}
	if m, ok := d.adventSunday(i); ok {
		return m, true
	}
	if season == feastDays {
		season = d.whichFeastDays()
	}
	m := mention{from: i, to: i + 1}
	year, to, given := d.year(i + 1)
	next := d.is(i-1, roleNext) || d.is(i+1, roleNext)
	switch following := d.item(i + 1); {
	case given:
		m.to = to
	case (following.season == feastHolidays || following.has(roleBreak)) && season != feastHolidays:
		m.to = i + 2
		switch season {
		case seasonSummer:
			season = feastSummerHolidays
		case feastChristmas:
			season = feastTurnOfYear
		}
	}
	if season == feastHolidays {
		if k := d.skip(m.to, 2); d.item(k).season != seasonNone && d.item(k).season != feastHolidays {
			season, m.to = d.item(k).season, k+1 // "après les vacances de Noël"
			switch season {
			case feastChristmas:
				season = feastTurnOfYear
			case seasonSummer:
				season = feastSummerHolidays
			}
		} else {
			season = d.whichHolidays()
		}
	}
	if d.american && d.item(i).season == feastFixed && d.item(i).feast == (feastDay{month: 5, day: 1}) && d.tongue == "fr" {
		season = feastLabourDay // in Canada "la fête du Travail" is in September
	}
	if season == feastRamadan && d.item(i).text == "eid" {
		breaking, _ := d.nextSeason(feastRamadan)
		if sacrifice, _ := d.nextSeason(feastSacrifice); sacrifice.Before(breaking) {
			season = feastSacrifice // both feasts are called so
		}
	}
	if !given && season != feastHalfTerm && season != feastFixed && season != feastBankHoliday && season != feastClocks {
		if _, last := d.seasonDays(season, year-1); !last.IsZero() && (!last.Before(d.today) || !d.ahead && !next && season >= firstFixedFeast && d.justOver(season, last)) {
			year-- // one that begins in the old year: the turn of the year, the winter
		}
	}
	for range 3 {
		m.day, m.last = d.seasonDays(season, year)
		switch season {
		case feastHalfTerm:
			m.day, m.last = d.halfTerm(year)
		case feastFixed:
			m.day = d.item(i).feast.in(year)
			m.last = m.day
		}
		if m.day.IsZero() {
			return mention{}, false
		}
		const soon = 21 // days: who means a season so near doesn't call it the next
		if !d.ahead && !given && !next && d.justOver(season, m.last) {
			break
		}
		if !m.last.Before(d.today) && !(next && !given && season < feastSchoolStart && daysBetween(d.today, m.day) < soon) {
			break
		}
		year++
	}
	if next && d.is(i+1, roleNext) {
		m.to = i + 2
	}
	m.stated = season >= firstFixedFeast
	m.monthOnly = season == feastNewYear
	if season == feastNewYear {
		january := d.wholeMonth(m.from, m.to, m.day.Year, time.January, true)
		if d.narrow(&january); january.part && january.last.Month == time.January {
			return january, true // "the second week of the new year"
		}
	}
	switch own := d.item(i).role & (roleEarly | roleLate); {
	case own != 0:
		m.part = d.takePart(&m, own) // "Spätherbst"
	case !m.stated:
		d.narrow(&m)
	}
	return m, true
}

// isTheFourth says whether item i is what Americans call their feast in July: "once
// we're past the Fourth".
func (d *dater) isTheFourth(i int) bool {
	const spring, summer = time.May, time.July
	next := d.item(i + 1)
	return d.monthFirst && d.item(i).text == "fourth" && d.item(i).upper && d.item(i-1).text == "the" && d.today.Month >= spring && d.today.Month <= summer &&
		(i+1 == len(d.items) || next.breaks || next.ordinal > 0 || next.weekday == 0 && next.unit == unitNone && !next.has(roleArticle|roleQuarter) && functionWords()[next.text] > 0)
}

// justOver says whether a notice that names a season or a feast which ended on last,
// without a year, rather means that one than the next: nobody switched it off.
func (d *dater) justOver(season int8, last Date) bool {
	lately := 75 // days
	if season >= firstFixedFeast {
		lately = 120
	}
	gone := daysBetween(last, d.today)
	return gone > 0 && gone <= lately
}

// schoolStarts says whether the words around the school in item i tell of its
// beginning: "when the schools go back", "cuando empiece el colegio".
func (d *dater) schoolStarts(i int) bool {
	const reach = 3
	if !d.is(i, roleSchool) {
		return false
	}
	for n := 1; n <= reach; n++ {
		if d.is(i+n, roleStarts) || d.is(i-n, roleStarts) {
			return true
		}
	}
	return false
}

// nextSeason is when a season or feast that isn't over comes next.
func (d *dater) nextSeason(season int8) (first, last Date) {
	first, last = d.seasonDays(season, d.today.Year)
	if last.Before(d.today) {
		first, last = d.seasonDays(season, d.today.Year+1)
	}
	return first, last
}

// eventAt reads what the writer waits for to pass, where its date was told
// before: "the fair is on 12 May. After the fair, gladly".
func (d *dater) eventAt(i int) (mention, bool) {
	if !d.is(i, roleEvent) {
		return mention{}, false
	}
	over := d.isOver(i, i+1)
	after := over
	for j := i - 1; j >= i-3 && !after; j-- {
		after = d.is(j, roleAfter)
		if !d.is(j, roleArticle|roleOwn) {
			break
		}
	}
	a, ok := d.anchor()
	if ok && over && a.isSpan() && a.sentence == d.number {
		return mention{}, false // "in two weeks, when the fair is over"
	}
	if !ok || !after || a.near || a.running || !d.today.Before(a.last) {
		return mention{}, false
	}
	m := single(i, i+1, a.after())
	m.stated, m.lead, m.nowhere = a.stated, leadFrom, a.nowhere
	return m, true
}

// seasonMeant keeps out words that are also something else: "fall", "été"
// (been), "estate", "lente", holidays as such, and wishes for a happy new year.
func (d *dater) seasonMeant(i int) bool {
	it, before := d.item(i), d.item(i-1)
	if d.isWish(i) {
		return false
	}
	switch n := len(d.found); {
	case it.season == feastFixed && (it.bracket || i == 0) && n > 0 && d.found[n-1].to == it.from:
		return false // "on the 11th (Corpus Christi)"
	case it.season == feastBankHoliday:
		for j := i + 1; j <= i+3; j++ {
			if next := d.item(j); next.weekday > 0 || next.num > 0 || next.parts != nil {
				return false // "the bank holiday on Monday 29 June"
			}
		}
		return d.british && d.ahead // a notice means the one at hand
	case it.weak && it.season == feastAdvent && d.nthSunday(i) > 0:
		return true
	case it.weak && it.season >= firstFixedFeast || it.weak && it.season == feastAdvent:
		// A saint's day is a place's and a person's name, too: it counts behind
		// "after", "until" and the like alone.
		for j := i - 1; j >= i-3; j-- {
			if d.is(j, roleLeads|roleEnding|roleOver|roleReturn|roleBridge) {
				return true
			}
			if !d.is(j, roleArticle) {
				break
			}
		}
		return false
	case it.season == feastHolidays || it.season == feastHarvest:
		for j, n := i-1, 0; j >= 0 && n < 3; j, n = j-1, n+1 {
			if d.is(j, roleAfter|roleReturn) {
				return true
			}
			if !d.is(j, roleArticle|roleIn|roleOwn) {
				break
			}
		}
		return false
	case it.text == "ete" || it.text == "estate" || it.text == "hiver":
		return before.glued || before.text == "cet" || before.has(roleIn|roleAfter|roleLate|roleNext) || before.text == "l" || before.text == "d"
	case it.weak:
		return before.has(roleLeads | roleIn | roleNext | roleThis | roleLate | roleEarly | roleMid | roleArticle)
	}
	return true
}

// nthSunday is which Sunday of Advent the word in item i is told of, 0 for none.
func (d *dater) nthSunday(i int) int {
	const sundays = 4
	before := d.item(i - 1)
	n := before.ordinal
	if before.num > 0 {
		n = before.num
	}
	if d.item(i).season != feastAdvent || n > sundays {
		return 0
	}
	return n
}

// adventSunday reads "2. Advent", "dem dritten Advent".
func (d *dater) adventSunday(i int) (mention, bool) {
	n := d.nthSunday(i)
	if n == 0 {
		return mention{}, false
	}
	day := firstAdvent(d.today.Year).AddDays(7 * (n - 1))
	if day.Before(d.today) && d.ahead {
		day = firstAdvent(d.today.Year + 1).AddDays(7 * (n - 1))
	}
	return single(i-1, i+1, day), true
}

// whichFeastDays are those that "die Feiertage" means: Easter or Whitsun where it
// was told before or is at hand, else the turn of the year.
func (d *dater) whichFeastDays() int8 {
	const near = 14 // days
	for _, season := range [...]int8{feastEaster, feastPentecost} {
		first, _ := d.nextSeason(season)
		if gap := daysBetween(d.today, first); gap <= near && (season == feastEaster || d.tongue == "de") {
			return season
		}
		for i := range d.found {
			if d.found[i].day == first {
				return season
			}
		}
	}
	return feastTurnOfYear
}

// bridgeFeasts are the feasts that a bridge of a month is made of, and what days
// off there are in it, by language.
var bridgeFeasts = map[string]map[time.Month]feastDay{
	"es": {time.March: {month: 3, day: 19}, time.May: {month: 5, day: 1}, time.August: {month: 8, day: 15}, time.October: {month: 10, day: 12}, time.November: {month: 11, day: 1}},
	"it": {time.April: {month: 4, day: 25}, time.May: {month: 5, day: 1}, time.June: {month: 6, day: 2}, time.August: {month: 8, day: 15}, time.November: {month: 11, day: 1}, time.December: {month: 12, day: 8}},
	"fr": {time.May: {day: 39, easter: true}, time.July: {month: 7, day: 14}, time.August: {month: 8, day: 15}, time.November: {month: 11, day: 11}},
	"pt": {time.April: {month: 4, day: 25}, time.May: {month: 5, day: 1}, time.June: {month: 6, day: 10}, time.August: {month: 8, day: 15}, time.October: {month: 10, day: 5}, time.November: {month: 11, day: 1}, time.December: {month: 12, day: 8}},
}

// bridge stretches a feast or a day over the long weekend that people make of it,
// where the words beside it say so: "le pont de l'Ascension", "puente de mayo",
// "Labor Day weekend". "Brückentag nach Himmelfahrt" is told by the feast, too.
func (d *dater) bridge(m *mention) {
	const reach = 3 // words between
	behind := d.item(m.to)
	j := m.from
	for n := 0; n < reach && d.is(j-1, roleArticle|roleAfter) && !d.item(j).breaks; n++ {
		j--
	}
	at := j - 1
	bridged := d.is(at, roleBridge) && !d.item(j).breaks
	switch {
	case d.is(m.from, roleBridge), bridged:
	case d.item(at).unit == unitWeekend && j < m.from && d.item(m.from).season >= firstFixedFeast:
		bridged = true // "le week-end de l'Ascension"
	case behind.unit == unitWeekend && !behind.breaks && d.item(m.from).season >= firstFixedFeast && !m.isSpan():
		m.to++
	default:
		return
	}
	switch feast, ok := bridgeFeasts[d.tongue][m.day.Month]; {
	case m.monthOnly && (!ok || m.part || m.last != monthEnd(m.day.Year, m.day.Month)):
		return
	case m.monthOnly:
		year := m.day.Year
		if year == d.today.Year && m.yearless && feast.in(year).Before(d.today) {
			year++
		}
		m.day = feast.in(year)
		m.last, m.monthOnly = m.day, false
		if d.is(at, rolePlural) && m.day.Month == time.May {
			m.day = Date{year, time.May, 1} // "les ponts de mai"
		}
	}
	if bridged {
		m.from = at
	}
	m.day, m.last = longWeekend(m.day, m.last)
	m.stated, m.weekday = true, false
}

// isWish knows "happy new year" and "every good wish for Christmas".
func (d *dater) isWish(i int) bool {
	for j := i - 1; j >= i-5; j-- {
		if d.is(j, roleGreeting) {
			return true
		}
	}
	return false
}

// whichHolidays picks the next great holidays: in the dark half of the year the
// ones about New Year, else the summer's.
func (d *dater) whichHolidays() int8 {
	if m := d.today.Month; d.monthFirst || m >= time.October || m == time.January && d.today.Day < 6 {
		return feastTurnOfYear // what Americans call so all year
	}
	return feastSummerHolidays
}

// seasonDays is when a season or feast is in a year, on the writer's half of
// the earth.
func (d *dater) seasonDays(season int8, year int) (first, last Date) {
	day := func(m time.Month, n int) Date { return Date{year, m, n} }
	from := func(first Date, days int) (Date, Date) { return first, first.AddDays(days - 1) }
	if d.south {
		switch season {
		case seasonSpring:
			return day(9, 11), day(11, 30)
		case seasonSummer, feastSummerHolidays:
			return Date{year - 1, 12, 11}, monthEnd(year, 2)
		case seasonAutumn:
			return day(3, 21), day(5, 31)
		case seasonWinter:
			return day(6, 11), day(8, 31)
		case feastSchoolStart:
			return day(2, 1), day(2, 10)
		}
	}
	switch season {
	case seasonSpring:
		return day(3, 11), day(5, 31)
	case seasonSummer:
		return day(6, 11), d.summerEnds(year)
	case feastSummerHolidays:
		return day(7, 1), d.summerEnds(year)
	case seasonAutumn:
		return day(9, 21), day(11, 30)
	case seasonWinter:
		return day(12, 11), monthEnd(year+1, 2)
	case feastSchoolStart:
		return day(9, 1), day(9, 10)
	case feastAutumnHolidays:
		return day(10, 10), day(10, 31)
	case feastHarvest:
		return day(9, 1), day(10, 31)
	case feastEaster:
		return from(easter(year).AddDays(-2), 4)
	case feastCarnival:
		return from(easter(year).AddDays(-52), 6)
	case feastAscension:
		return from(easter(year).AddDays(39), 1)
	case feastPentecost:
		return from(easter(year).AddDays(49), 2)
	case feastChristmas:
		return day(12, 24), Date{year, 12, 26}
	case feastTurnOfYear:
		return day(12, 24), Date{year + 1, 1, 3}
	case feastNewYear:
		first = workday(Date{year + 1, time.January, 4})
		return first, first
	case feastKings:
		return from(day(1, 6), 1)
	case feastFerragosto:
		return from(day(8, 15), 2)
	case feastMidsummer:
		return from(day(6, 20), 6)
	case feastIndependence:
		return from(day(7, 4), 1)
	case feastWinterTime:
		return from(d.clocksGoBack(year), 1)
	case feastSummerTime:
		return from(d.clocksGoForward(year), 1)
	case feastClocks:
		first, second := d.clocksGoForward(year), d.clocksGoBack(year)
		if second.Before(first) {
			first, second = second, first
		}
		if first.Before(d.today) {
			return from(second, 1)
		}
		return from(first, 1)
	case feastCup:
		return from(weekdayAfter(day(10, 31), 2), 1)
	case feastHomeland:
		return d.homeland(year)
	case feastLabourDay:
		return from(nthMonday(year, time.September, 1), 1)
	case feastMemorialDay:
		return from(mondayOf(day(5, 31)), 1)
	case feastThanksgiving:
		return from(weekdayAfter(day(10, 31), 4).AddDays(21), 4)
	case feastBlackFriday:
		return from(weekdayAfter(day(10, 31), 4).AddDays(22), 3)
	case feastAllSaints:
		return from(day(11, 1), 1)
	case feastHalloween:
		return from(day(10, 31), 1)
	case feastAustraliaDay:
		return from(day(1, 26), 1)
	case feastKingsDay:
		return from(day(4, 27), 1)
	case feastSaintJohn:
		return from(day(6, 24), 1)
	case feastLent:
		return easter(year).AddDays(-46), easter(year).AddDays(-1)
	case feastAdvent:
		return firstAdvent(year), day(12, 24)
	case feastMayHolidays:
		return day(4, 25), day(5, 3)
	case feastPentecostHolidays:
		return from(easter(year).AddDays(49), 15)
	case feastCarnivalHolidays:
		return from(easter(year).AddDays(-50), 9)
	case feastBetweenYears:
		return workday(day(12, 27)), Date{year + 1, 1, 3}
	case feastOktoberfest:
		last = weekdayAfter(day(9, 30), 7)
		if last.Day < 3 {
			last = day(10, 3)
		}
		return weekdayAfter(day(9, 15), 6), last
	case feastDecember:
		return day(12, 6), day(12, 8)
	case feastMothersDay:
		return from(d.mothersDay(year), 1)
	case feastBankHoliday:
		return from(d.bankHoliday(year), 1)
	case feastFathersDay:
		return from(weekdayAfter(day(5, 31), 7).AddDays(14), 1)
	case feastGoldenWeek:
		return day(4, 29), day(5, 5)
	}
	if e, ok := moonFeast(season, year); ok {
		switch season {
		case feastPassover, feastHanukkah:
			return from(e, 8)
		case feastHighHolidays:
			return from(e, 23) // to Simchat Torah
		}
		return from(e, 3)
	}
	return Date{}, Date{}
}

// clocksGoBack is the day on which summer time ends where the writer lives, and
// clocksGoForward that on which it begins.
func (d *dater) clocksGoBack(year int) Date {
	switch {
	case d.south:
		return weekdayAfter(Date{year, time.March, 31}, 7)
	case d.american:
		return weekdayAfter(Date{year, time.October, 31}, 7)
	}
	return weekdayAfter(Date{year, time.October, 24}, 7)
}

func (d *dater) clocksGoForward(year int) Date {
	const newZealand = 11.75 // hours, at least
	switch {
	case d.south && d.hours >= newZealand:
		return weekdayAfter(Date{year, time.September, 23}, 7)
	case d.south:
		return weekdayAfter(Date{year, time.September, 30}, 7)
	case d.american:
		return weekdayAfter(Date{year, time.March, 7}, 7)
	}
	return weekdayAfter(Date{year, time.March, 24}, 7)
}

// homeland are the feasts of independence in Spanish America, by the writer's
// time: Chile's in the east, Mexico's in the west, else Peru's.
func (d *dater) homeland(year int) (first, last Date) {
	switch {
	case d.hours >= -4:
		return Date{year, time.September, 18}, Date{year, time.September, 20}
	case d.hours <= -6:
		return Date{year, time.September, 15}, Date{year, time.September, 16}
	}
	return Date{year, time.July, 28}, Date{year, time.July, 29}
}

// bankHoliday is the next of a year in England, the first of it where none is left.
func (d *dater) bankHoliday(year int) Date {
	all := [...]Date{easter(year).AddDays(1), nthMonday(year, time.May, 1), mondayOf(monthEnd(year, time.May)), mondayOf(monthEnd(year, time.August)), {year, time.December, 28}}
	for _, day := range all {
		if d.today.Before(day) {
			return day
		}
	}
	return all[0]
}

// mothersDay is the fourth Sunday of Lent in Britain and Ireland, the first Sunday
// of May in Spain and Portugal, the last in France, else the second.
func (d *dater) mothersDay(year int) Date {
	first := weekdayAfter(Date{year, time.April, 30}, 7)
	switch {
	case d.british:
		return easter(year).AddDays(-21)
	case (d.tongue == "es" || d.tongue == "pt") && d.european:
		return first
	case d.tongue == "fr" && d.european:
		last := weekdayAfter(Date{year, time.May, 24}, 7)
		if last == easter(year).AddDays(49) {
			return last.AddDays(7) // never on Whit Sunday
		}
		return last
	}
	return first.AddDays(7)
}

// halfTerm is the week off in the middle of the term that British schools are
// in: in the middle of February, the last week of May or the last of October.
func (d *dater) halfTerm(year int) (first, last Date) {
	for _, first = range [...]Date{nthMonday(year, time.February, 3), mondayOf(monthEnd(year, time.May)), mondayOf(Date{year, time.October, 29})} {
		if last = first.AddDays(6); !last.Before(d.today) {
			break
		}
	}
	return first, last
}

// summerEnds is the last day of the long holidays: in the north of Europe they
// end in the middle of August.
func (d *dater) summerEnds(year int) Date {
	switch d.tongue {
	case "sv", "da", "no", "fi":
		return Date{year, time.August, 15}
	}
	return Date{year, time.August, 31}
}

// moonFeast looks up feasts that follow the moon, for the years at hand.
func moonFeast(season int8, year int) (Date, bool) {
	table := map[int8][]Date{
		feastRamadan:      {{2026, 3, 20}, {2027, 3, 9}, {2028, 2, 26}, {2029, 2, 14}},
		feastSacrifice:    {{2026, 5, 27}, {2027, 5, 16}, {2028, 5, 5}, {2029, 4, 24}},
		feastDiwali:       {{2026, 11, 8}, {2027, 10, 29}, {2028, 10, 17}, {2029, 11, 5}},
		feastLunarNewYear: {{2026, 2, 17}, {2027, 2, 6}, {2028, 1, 26}, {2029, 2, 13}},
		feastMidAutumn:    {{2026, 9, 25}, {2027, 9, 15}, {2028, 10, 3}, {2029, 9, 22}},
		feastHoli:         {{2026, 3, 4}, {2027, 3, 22}, {2028, 3, 11}, {2029, 3, 1}},
		feastDussehra:     {{2026, 10, 20}, {2027, 10, 9}, {2028, 9, 27}, {2029, 10, 16}},
		feastPassover:     {{2026, 4, 2}, {2027, 4, 22}, {2028, 4, 11}, {2029, 3, 31}},
		feastHighHolidays: {{2026, 9, 12}, {2027, 10, 2}, {2028, 9, 21}, {2029, 9, 10}},
		feastHanukkah:     {{2026, 12, 5}, {2027, 12, 25}, {2028, 12, 13}, {2029, 12, 2}},
	}
	for _, d := range table[season] {
		if d.Year == year {
			return d, true
		}
	}
	return Date{}, false
}
