package replies

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// dateRole is a set of parts that a word can play in a date, in any language.
type dateRole uint64

const (
	roleUntil dateRole = 1 << iota
	roleAfter
	roleFrom
	roleBefore
	roleIn // "in", "dans", "tra", "over": a span may follow
	roleNext
	roleComing    // a next that means the nearest: "this coming Monday"
	roleAfterNext // "übernächste"
	roleThis
	roleAgo // "last", "ago", "seit": not a date to wait for
	roleEarly
	roleMid
	roleLate
	roleDuring     // "later" this week
	roleArticle    // may stand between the parts
	roleDayArticle // an article that a bare day may follow: "el 24"
	roleMark       // of an ordinal number: "th"
	roleInclusive
	roleFew
	roleCouple
	roleQuarter
	roleHalf
	roleWeekNo
	roleToday
	roleTomorrow
	roleDayAfter
	roleTo    // joins the ends of a range, or a list
	roleOr    // "two or three weeks"
	roleFor   // "for two weeks": a length
	roleGive  // "give us two weeks"
	roleHence // "two weeks from now"
	roleGood  // fills an amount: "two good weeks"
	roleAbout
	roleFiscal
	roleWhole     // "all week", "rest of the week"
	roleThen      // "after that"
	roleFollowing // "the following day"
	roleTrails    // stands behind its date
	roleReturn    // "au retour de"
	roleWait
	roleNot
	roleEarlier // "earlier than"
	roleClock   // follows a time of day
	roleClockAt // comes before one
	roleDayPart
	rolePlural
	roleLabel    // a number follows that is no date
	roleGreeting // "happy", "good"
	roleSameTime
	roleBreak  // "break" behind a season
	roleOwn    // "my"
	roleStarts // "once September starts"
	roleSchool // what begins with the term
	roleOver   // "is behind us"
	roleEnding // "une fois … passé"
	roleEvent  // what one waits for to pass: a fair, an audit
	roleWithin // a time by which something is done: "within two days"
	roleWeekOf // the Monday behind it stands for its week: "w/c 9 March"
	roleBridge // makes a long weekend of the feast beside it: "pont de l'Ascension"
	roleDayOff // a day off, whose date may follow: "the holiday on 12 October"
)

// roleLeads are those that a date follows.
const roleLeads = roleUntil | roleAfter | roleFrom | roleBefore

var dateRoles = map[string]dateRole{
	"until": roleUntil, "after": roleAfter, "from": roleFrom, "before": roleBefore, "in": roleIn, "next": roleNext,
	"coming": roleComing | roleNext, "afternext": roleAfterNext, "this": roleThis, "ago": roleAgo, "early": roleEarly,
	"mid": roleMid, "late": roleLate, "during": roleDuring, "article": roleArticle, "dayarticle": roleDayArticle | roleArticle,
	"mark": roleMark, "inclusive": roleInclusive, "few": roleFew, "couple": roleCouple, "quarter": roleQuarter, "half": roleHalf,
	"weekno": roleWeekNo, "today": roleToday, "tomorrow": roleTomorrow, "dayafter": roleDayAfter, "to": roleTo, "or": roleOr | roleTo,
	"for": roleFor, "give": roleGive, "hence": roleHence, "good": roleGood, "about": roleAbout, "fiscal": roleFiscal, "whole": roleWhole,
	"then": roleThen, "following": roleFollowing, "trails": roleTrails, "return": roleReturn, "wait": roleWait, "not": roleNot,
	"earlier": roleEarlier, "clock": roleClock, "clockat": roleClockAt, "daypart": roleDayPart, "plural": rolePlural,
	"label": roleLabel, "greeting": roleGreeting, "sametime": roleSameTime, "break": roleBreak, "own": roleOwn, "within": roleWithin, "starts": roleStarts,
	"school": roleSchool, "over": roleOver, "event": roleEvent, "ending": roleEnding, "weekof": roleWeekOf,
	"bridge": roleBridge, "dayoff": roleDayOff,
}

// Units of time.
const (
	unitNone int8 = iota
	unitDay
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitFortnight
	unitHalfYear
	unitWeekend
	unitHour
)

var dateUnits = map[string]int8{
	"day": unitDay, "week": unitWeek, "month": unitMonth, "quarter": unitQuarter, "year": unitYear,
	"fortnight": unitFortnight, "halfyear": unitHalfYear, "weekend": unitWeekend, "hour": unitHour,
}

// Seasons and feasts that people count from. Those from firstFixedFeast on have
// days that everybody knows.
const (
	seasonNone int8 = iota
	seasonSpring
	seasonSummer
	seasonAutumn
	seasonWinter
	feastSchoolStart // la rentrée, back to school
	feastHolidays    // "the holidays", without a season
	feastSummerHolidays
	feastAutumnHolidays
	feastHarvest
	feastHalfTerm // of British schools
	feastCarnival
	feastRamadan
	feastSacrifice
	feastDiwali
	feastMidsummer
	feastLunarNewYear
	feastMidAutumn
	feastLent
	feastAdvent
	feastMayHolidays
	feastPentecostHolidays // of the south of Germany
	feastCarnivalHolidays
	feastPassover
	feastHighHolidays
	feastHanukkah
	feastEaster
	feastAscension
	feastPentecost
	feastChristmas
	feastTurnOfYear
	feastBetweenYears // "zwischen den Jahren"
	feastDays         // "die Feiertage": which ones, the time of the year tells
	feastNewYear
	feastKings
	feastFerragosto
	feastThanksgiving
	feastLabourDay
	feastMemorialDay
	feastIndependence
	feastBlackFriday
	feastGoldenWeek
	feastAllSaints
	feastHalloween
	feastAustraliaDay
	feastKingsDay
	feastSaintJohn
	feastMothersDay
	feastFathersDay
	feastBankHoliday
	feastHoli
	feastDussehra
	feastClocks     // when the clocks change next
	feastSummerTime // when they go forward
	feastWinterTime // when they go back
	feastCup        // the Melbourne Cup
	feastHomeland   // of Spanish America
	feastOktoberfest
	feastDecember // the 6th to the 8th, in Spain
	feastFixed    // one whose day the word itself tells
)

const firstFixedFeast = feastEaster

var dateSeasons = map[string]int8{
	"spring": seasonSpring, "summer": seasonSummer, "autumn": seasonAutumn, "winter": seasonWinter,
	"schoolstart": feastSchoolStart, "holidays": feastHolidays, "summerholidays": feastSummerHolidays,
	"autumnholidays": feastAutumnHolidays, "harvest": feastHarvest, "carnival": feastCarnival, "ramadan": feastRamadan,
	"sacrifice": feastSacrifice, "diwali": feastDiwali, "midsummer": feastMidsummer, "lunarnewyear": feastLunarNewYear,
	"midautumn": feastMidAutumn, "easter": feastEaster, "ascension": feastAscension, "pentecost": feastPentecost,
	"christmas": feastChristmas, "turnofyear": feastTurnOfYear, "newyear": feastNewYear, "kings": feastKings,
	"ferragosto": feastFerragosto, "thanksgiving": feastThanksgiving, "labourday": feastLabourDay, "halfterm": feastHalfTerm,
	"memorialday": feastMemorialDay, "independence": feastIndependence, "blackfriday": feastBlackFriday, "goldenweek": feastGoldenWeek,
	"allsaints": feastAllSaints, "halloween": feastHalloween, "australiaday": feastAustraliaDay, "kingsday": feastKingsDay, "saintjohn": feastSaintJohn,
	"lent": feastLent, "advent": feastAdvent, "mayholidays": feastMayHolidays, "passover": feastPassover, "highholidays": feastHighHolidays,
	"hanukkah": feastHanukkah, "mothersday": feastMothersDay, "fathersday": feastFathersDay, "bankholiday": feastBankHoliday, "holi": feastHoli, "dussehra": feastDussehra,
	"pentecostholidays": feastPentecostHolidays, "carnivalholidays": feastCarnivalHolidays, "betweenyears": feastBetweenYears, "feastdays": feastDays,
	"oktoberfest": feastOktoberfest, "december": feastDecember, "clocks": feastClocks, "summertime": feastSummerTime, "wintertime": feastWinterTime, "cup": feastCup, "homeland": feastHomeland,
}

// dateWord is what a folded word or phrase can mean in a date.
type dateWord struct {
	month, weekday, unit, season int8
	number, ordinal              int
	role                         dateRole
	feast                        feastDay
	weak                         bool // also an everyday word: counts only beside others of a date
}

// feastDay is the day of a feast: a day of a month, one of its weekdays, or a day
// counted from Easter or from the first Sunday of Advent.
type feastDay struct {
	month, day int8
	easter     bool // day counts from Easter Sunday
	advent     bool // day counts from the first Sunday of Advent
	weekday    int8 // which day counts, 0 when the day is one of the month; of Mondays 9 is the last
}

// readFeastDay reads "12-5", "5-monday1", "9-tuesday3", "easter+60" and "advent-11".
func readFeastDay(value string) feastDay {
	if off, ok := strings.CutPrefix(value, "easter"); ok {
		n, _ := strconv.Atoi(off)
		return feastDay{day: int8(n), easter: true}
	}
	if off, ok := strings.CutPrefix(value, "advent"); ok {
		n, _ := strconv.Atoi(off)
		return feastDay{day: int8(n), advent: true}
	}
	m, d, _ := strings.Cut(value, "-")
	month, _ := strconv.Atoi(m)
	weekday := int8(0)
	for n, name := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if rest, ok := strings.CutPrefix(d, name); ok {
			d, weekday = rest, int8(n+1)
		}
	}
	day, _ := strconv.Atoi(d)
	return feastDay{month: int8(month), day: int8(day), weekday: weekday}
}

// in is the feast's day in a year.
func (f feastDay) in(year int) Date {
	if f.easter {
		return easter(year).AddDays(int(f.day))
	}
	switch {
	case f.advent:
		return firstAdvent(year).AddDays(int(f.day))
	case f.weekday == 1 && f.day == 9:
		return mondayOf(monthEnd(year, time.Month(f.month)))
	case f.weekday > 0:
		return weekdayAfter(Date{year, time.Month(f.month), 1}.AddDays(-1), int(f.weekday)).AddDays(7 * (int(f.day) - 1))
	}
	return Date{year, time.Month(f.month), int(f.day)}
}

func (w dateWord) has(r dateRole) bool { return w.role&r != 0 }

// add gives a word one more meaning: "month 3", "role until".
func (w *dateWord) add(kind, value string) {
	n, _ := strconv.Atoi(value)
	switch kind {
	case "month":
		w.month = int8(n)
	case "weekday":
		w.weekday = int8(n)
	case "unit":
		w.unit = dateUnits[value]
	case "number":
		w.number = n
	case "ordinal":
		w.ordinal = n
	case "role":
		w.role |= dateRoles[value]
	case "season":
		w.season = dateSeasons[value]
	case "feast":
		w.season, w.feast = feastFixed, readFeastDay(value)
	case "weak":
		w.weak = true
	}
}

// dateLexicon is the vocabulary by folded word, stem and phrase.
type dateLexicon struct {
	words   map[string]dateWord
	stems   map[string]dateWord
	tongues map[string]map[string]dateWord // words that mean this in one language only
	phrases map[string][]datePhrase        // by their first word, longest first
}

// datePhrase is words that mean something only together.
type datePhrase struct {
	rest []string // after the first
	word dateWord
}

// minStem is how long a stem is at least, maxEnding what may follow it.
const (
	minStem   = 4
	maxEnding = 7
)

// dateWords is the vocabulary, read once.
var dateWords = sync.OnceValue(func() *dateLexicon {
	x := &dateLexicon{words: map[string]dateWord{}, stems: map[string]dateWord{}, tongues: map[string]map[string]dateWord{}, phrases: map[string][]datePhrase{}}
	for line := range strings.SplitSeq(dateVocabulary, "\n") {
		head, words, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		kind, rest, _ := strings.Cut(head, " ")
		value, tongues, _ := strings.Cut(rest, " @")
		for w := range strings.FieldsSeq(words) {
			x.learn(w, kind, value, tongues)
		}
	}
	for _, list := range x.phrases {
		slices.SortStableFunc(list, func(a, b datePhrase) int { return len(b.rest) - len(a.rest) })
	}
	return x
})

// each calls f with every word, those of phrases one by one.
func (x *dateLexicon) each(f func(string)) {
	for w := range x.words {
		f(w)
	}
	for first, list := range x.phrases {
		f(first)
		for _, p := range list {
			for _, w := range p.rest {
				f(w)
			}
		}
	}
}

// learn takes one entry in: a word, a stem-, a phrase_of_words, or Japanese,
// whose characters are words each.
func (x *dateLexicon) learn(w, kind, value, tongues string) {
	words := strings.Split(w, "_")
	if r, _ := utf8.DecodeRuneInString(w); isUnspaced(r) {
		words = strings.Split(w, "")
	}
	switch stem, isStem := strings.CutSuffix(w, "-"); {
	case tongues != "":
		for tongue := range strings.SplitSeq(tongues, ",") {
			if x.tongues[tongue] == nil {
				x.tongues[tongue] = map[string]dateWord{}
			}
			extend(x.tongues[tongue], w, kind, value)
		}
	case len(words) > 1:
		list := x.phrases[words[0]]
		at := slices.IndexFunc(list, func(p datePhrase) bool { return slices.Equal(p.rest, words[1:]) })
		if at < 0 {
			list, at = append(list, datePhrase{rest: words[1:]}), len(list)
		}
		list[at].word.add(kind, value)
		x.phrases[words[0]] = list
	case isStem:
		extend(x.stems, stem, kind, value)
	default:
		extend(x.words, w, kind, value)
	}
}

func extend(m map[string]dateWord, w, kind, value string) {
	d := m[w]
	d.add(kind, value)
	m[w] = d
}

// word is what one folded word can mean in any language.
func (x *dateLexicon) word(w string) dateWord {
	if d, ok := x.words[w]; ok {
		return d
	}
	for n := len(w) - 1; n >= max(minStem, len(w)-maxEnding); n-- {
		if d, ok := x.stems[w[:n]]; ok {
			return d
		}
	}
	return x.stems[w]
}

// at is what the first of some tokens means in a language, alone or with
// those behind it, and how many tokens that takes.
func (x *dateLexicon) at(tokens []token, tongue string) (dateWord, int) {
	for _, p := range x.phrases[tokens[0].word] {
		n := len(p.rest)
		if n < len(tokens) && slices.EqualFunc(p.rest, tokens[1:n+1], func(w string, t token) bool { return w == t.word }) {
			return p.word, n + 1
		}
	}
	return x.in(tokens[0].word, tongue), 1
}

// in is what one folded word means in a language.
func (x *dateLexicon) in(w, tongue string) dateWord {
	if d, ok := x.tongues[tongue][w]; ok {
		return d
	}
	return x.word(w)
}

// split takes a compound of a month or unit and what it is narrowed by apart:
// "Jahresende", "Novemberwoche"; and a weekday and the part of it that is meant.
func (x *dateLexicon) split(w string) (first, last dateWord, ok bool) {
	if len(w) < 8 || len(w) > 24 {
		return dateWord{}, dateWord{}, false
	}
	for cut := 3; cut <= len(w)-4; cut++ {
		first, last = x.words[w[:cut]], x.words[w[cut:]]
		if first.weekday > 0 && !first.weak && last.has(roleDayPart) {
			return first, last, true // "Donnerstagnachmittag"
		}
		if first.month+first.unit > 0 && first.unit != unitHour && !first.weak && (last.unit == unitWeek || last.has(roleEarly|roleMid|roleLate|roleHalf)) {
			return first, last, true
		}
	}
	return dateWord{}, dateWord{}, false
}

// dateTongue is the language that most small words of a text belong to, "" for
// none. It decides what words mean that several languages share.
func dateTongue(p *prose) string {
	best, most := "", 0
	counts := make([]int, len(dateTongues))
	small, telling := functionWords(), tellingWords()
	for _, t := range p.tokens {
		common, tells := small[t.word], telling[t.word]
		if common == 0 && tells == 0 {
			continue
		}
		for i := range languages {
			counts[i] += int(common >> i & 1)
		}
		for i := range dateTongues {
			counts[i] += 2 * int(tells>>i&1)
		}
	}
	for i, n := range counts {
		if n > most {
			best, most = dateTongues[i], n
		}
	}
	return best
}

// dateTongues are the languages that dates are read in: those that rules exist
// for, in the same order, and those that notices come in.
var dateTongues = append(slices.Clone(languages), "sv", "da", "no", "fi", "pl", "cs", "tr", "ja")

// tellingWords are words of notices and deferrals by which each of dateTongues shows.
var tellingWords = sync.OnceValue(func() map[string]uint16 {
	m := map[string]uint16{}
	for i, list := range []string{
		"back until office away return leave next week month year from get try write ask again",
		"wieder zuruck buro urlaub melden woche monat nachste nachsten uber ende anfang",
		"jusqu bureau conge conges absent absente retour semaine mois recontactez rappelez relancez revenez prochaine prochain fin debut",
		"hasta oficina vacaciones vuelvo regreso semana dos mes escribame escribeme llameme contacteme fuera estare lunes despues finales",
		"fino ufficio ferie rientro rientrero torno settimana mese mi ricontatti riscriva assente fine tra fra dopo",
		"ate escritorio ferias volto retorno semana proxima segunda sexta mes depois fora estou estarei procure escreva contacte fim dia",
		"eens nou niemand graag mail pasen koningsdag sinterklaas hemelvaart pinksteren kerst kerstvakantie tot vakantie neem weken week maand probeer bel afwezig volgende weer kantoor bereikbaar gesloten wegens zomer",
		"jag och ar inte pa kontoret ater tillbaka semester ledig med till hej dig oss vi att mitt under igen hor vecka veckor manad nasta imorgon idag efter den semesterstangt",
		"jeg og er pa kontoret tilbage ferie til med hej dig os vi at ikke igen uge uger maned efter naeste skriv holder den",
		"jeg og er kontoret tilbake ferie til med hei deg oss vi ikke igjen uke uker maned etter neste ta kontakt pa fellesferie",
		"palaa soita kirjoita silloin nyt meilla alussa lopussa olen palaan lomalla ja on en ei ota yhteytta viikolla viikon tavoitettavissa toimistolla poissa uudelleen kesalomalla toihin asti saakka alkaen",
		"zadzwonic napisac teraz koniec poczatku polowie jestem wracam urlopie prosze do od w na nie sie z po przebywam odezwac bede nieobecny nieobecna dni dziekuje urlop pan pani",
		"zavolejte napiste prosim teď mame az zacatkem koncem polovine v jsem do od v na se si po dovolenou dovolene prosim vratim budu dobry den mimo ozvete opet kancelar kancelari mam cerpam dovolena",
		"lutfen arayin yazin simdi zaman su ve ile bir bu icin gunu izindeyim ofis ofiste disindayim tarihinde tarihleri kadar sonra tekrar donecegim olacagim yazin arasinda",
		"の に は を で が と も し ま す た い",
	} {
		for w := range strings.FieldsSeq(list) {
			m[w] |= 1 << i
		}
	}
	return m
})

// wordStems is a set of words and of stems that any ending may follow, by their first
// two bytes: most words of a mail begin as none of them does.
type wordStems map[[2]byte][]wordStem

type wordStem struct {
	text    string
	endings bool // any may follow
}

// dateStems reads a set; a hyphen ends a stem.
func dateStems(words string) wordStems {
	const shortest = 3 // bytes of a stem; a shorter one would begin too many words
	s := wordStems{}
	for w := range strings.FieldsSeq(words) {
		stem, isStem := strings.CutSuffix(w, "-")
		key := firstTwo(stem)
		s[key] = append(s[key], wordStem{stem, isStem && len(stem) >= shortest})
	}
	return s
}

func firstTwo(w string) (key [2]byte) {
	copy(key[:], w)
	return key
}

// has says whether a folded word is in the set or begins with one of its stems.
func (s wordStems) has(w string) bool {
	for _, stem := range s[firstTwo(w)] {
		if rest, ok := strings.CutPrefix(w, stem.text); ok && (rest == "" || stem.endings) {
			return true
		}
	}
	return false
}

// tells says whether token i is in a set, alone or, in a script without spaces,
// with the one behind it.
func (p *prose) tells(s wordStems, i int) bool {
	w := p.tokens[i].word
	if s.has(w) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(w)
	return isUnspaced(r) && i+1 < len(p.tokens) && s.has(w+p.tokens[i+1].word)
}

// wordSet is a set of words.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
