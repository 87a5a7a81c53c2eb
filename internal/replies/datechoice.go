package replies

import (
	_ "embed" // the weights are a file of the package
	"slices"
	"strconv"
	"sync"
	"time"
)

// A text often names several days: when a contract ends, when a fair is, when
// its writer is away, and when they may be written to. The rules of absence.go
// and deferral.go pick one of them; a small model, which knows what they picked
// and what stands around each day, has the last word.

// maxChoices bounds the days that are weighed in one text.
const maxChoices = 24

//go:embed datechoice.bin
var dateChoiceFile []byte

// dateChoiceBuckets is how many features the model tells apart.
const dateChoiceBuckets = 1 << 15

var dateChoiceTrained = sync.OnceValue(func() *binaryModel { return readBinary(dateChoiceFile, dateChoiceBuckets) })

// dateChoice is a day that a mention may stand for: its first, or another, as the
// one on which it has passed, or one that is counted from it.
type dateChoice struct {
	at   int // index of the mention
	day  Date
	turn string // how the mention comes to that day
	from int    // index of the mention that it is counted from, or at
}

// dateChooser weighs the days that a text names.
type dateChooser struct {
	prose  *prose
	found  []mention
	today  Date
	notice bool  // of an absence; else it asks to be written to later
	ruled  *Date // what the rules picked
	best   int   // how sure they are of it, in a notice
	views  []ruleView
	told   []awayHint
	stands [][]string
}

// ruleView is what the rules think of a mention: how surely it is meant, and
// the day that they take it for, none where they pass it over.
type ruleView struct {
	rank int
	day  Date
}

// view is what the rules think of the i-th mention.
func (c *dateChooser) view(i int) ruleView {
	if i < len(c.views) {
		return c.views[i]
	}
	return ruleView{}
}

// admit takes in what only may be a date, among the others where it stands.
func (c *dateChooser) admit(loose []mention) {
	if len(loose) == 0 {
		return
	}
	found, views := make([]mention, 0, len(c.found)+len(loose)), make([]ruleView, 0, len(c.found)+len(loose))
	for i := 0; i < len(c.found) || len(loose) > 0; {
		if i == len(c.found) || len(loose) > 0 && loose[0].from < c.found[i].from {
			found, views, loose = append(found, loose[0]), append(views, ruleView{}), loose[1:]
			continue
		}
		found, views = append(found, c.found[i]), append(views, c.view(i))
		i++
	}
	c.found, c.views = found, views
}

// choices are the days to choose from.
func (c *dateChooser) choices() []dateChoice {
	list := make([]dateChoice, 0, 2*len(c.found))
	for i := range c.found[:min(len(c.found), maxChoices)] {
		m := &c.found[i]
		if usable(m.day, c.today) { // never a piece by itself
			list = append(list, dateChoice{i, m.day, "first", i})
		}
		begins := !m.isSpan() && (m.lead == leadFrom || m.lead == leadNotBefore || m.inside) // never the day after it
		if after := m.after(); after != m.day && !begins && !m.piece.is() && usable(after, c.today) {
			list = append(list, dateChoice{i, after, "after", i})
		}
		for _, n := range c.countedOn(i) {
			if usable(n.day, c.today) {
				list = append(list, n)
			}
		}
		if end := c.view(i).day; !end.IsZero() && end != m.day && end != m.after() && usable(end, c.today) {
			list = append(list, dateChoice{i, end, "ruled", i})
		}
	}
	return list
}

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
	say := func(day Date, turn string, from int) { list = append(list, dateChoice{i, day, turn, from}) }
	switch {
	case m.length.n > 0:
		say(m.length.from(c.today), "on today", i)
	case m.bareDay:
		for months := range 2 {
			if day, ok := dayIn(c.today, months, m.day.Day); ok {
				say(day, "month "+strconv.Itoa(months)+" today", i)
			}
		}
	}
	for n, from := range c.anchors(i) {
		a, which := &c.found[from], " "+strconv.Itoa(n)
		if m.length.n > 0 {
			back := m.length
			back.n = -back.n
			say(m.length.from(a.last), "on"+which, from)
			say(back.from(a.last), "back"+which, from)
		}
		if first, last, ok := m.piece.in(a); m.piece.is() && ok {
			say(first, "piece"+which, from)
			say(workday(last.AddDays(1)), "piece after"+which, from)
		}
		switch {
		case weekday:
			day, monday := weekdayOf(m.day), mondayOf(a.last)
			say(weekdayAfter(a.last, day), "weekday"+which, from)
			say(monday.AddDays(day-1), "that week"+which, from)
			say(monday.AddDays(day+6), "week after"+which, from)
			say(mondayOf(a.day).AddDays(day-8), "week before"+which, from)
			say(weekdayAfter(a.day.AddDays(-8), day), "weekday before"+which, from)
		case week:
			say(mondayOf(a.last).AddDays(7), "week"+which, from)
			say(mondayOf(a.day).AddDays(-7), "week back"+which, from)
		case m.bareDay:
			for months := range 2 {
				if day, ok := dayIn(a.last, months, m.day.Day); ok {
					say(day, "month "+strconv.Itoa(months)+which, from)
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

// anchors are the mentions that the i-th may be counted from: the last before it.
func (c *dateChooser) anchors(i int) []int {
	const most = 3
	list := make([]int, 0, most)
	for j := i - 1; j >= 0 && len(list) < most; j-- {
		if a := &c.found[j]; a.length.n == 0 && !a.loose && !a.nowhere && c.today.Before(a.last) {
			list = append(list, j)
		}
	}
	return list
}

// features are what speaks for the n-th of some choices, or against it.
func (c *dateChooser) features(list []dateChoice, n int) []uint32 {
	ch := list[n]
	m := &c.found[ch.at]
	f := make(featureList, 0, 160)
	kind := "later"
	if c.notice {
		kind = "away"
	}
	turn := kind + " " + ch.turn
	say := func(parts ...string) {
		f.add('D', append([]string{turn}, parts...)...)
		f.add('D', append([]string{kind}, parts...)...)
	}
	num := func(n int) string { return strconv.Itoa(n) }
	say("")
	// What the rules think.
	switch {
	case c.ruled == nil:
		say("no rule")
	case *c.ruled == ch.day:
		say("ruled")
	default:
		say("not ruled")
	}
	if v := c.view(ch.at); v.day == ch.day {
		say("rank", num(v.rank))
	} else {
		say("other end", num(v.rank))
	}
	if ch.from != ch.at {
		c.apart(say, m, &c.found[ch.from])
	}
	// What the mention is like.
	lead := num(int(m.lead))
	say("lead", lead)
	for i, is := range [...]bool{m.loose, m.isSpan(), m.ranged, m.inclusive, m.stated, m.yearless, m.weekday, m.monthOnly, m.near, m.running, m.whole, m.late, m.part, m.bareDay, m.inside, m.counted, m.piece.is()} {
		if is {
			say("is", num(i))
			say("is", num(i), lead)
		}
	}
	say("far", distanceName(daysBetween(c.today, ch.day)))
	say("weekday", num(weekdayOf(ch.day)))
	say("ends on", lead, num(weekdayOf(m.last)))
	switch {
	case m.last.Day == 1:
		say("ends on the first", lead)
	case m.last == monthEnd(m.last.Year, m.last.Month):
		say("ends with its month", lead)
	}
	// Where it stands among the others.
	later, sooner, next, before := 0, 0, false, false
	for _, o := range list {
		if o.at == ch.at {
			continue
		}
		switch {
		case ch.day.Before(o.day):
			later++
		case o.day.Before(ch.day):
			sooner++
		}
		gap := daysBetween(c.found[ch.at].last, c.found[o.at].day)
		next = next || gap > 0 && gap <= 4 && o.at > ch.at
		gap = daysBetween(c.found[o.at].last, c.found[ch.at].day)
		before = before || gap > 0 && gap <= 4 && o.at < ch.at
	}
	say("later", num(min(later, 3)))
	say("sooner", num(min(sooner, 3)))
	if next {
		say("goes on")
	}
	if before {
		say("follows")
	}
	switch last := len(c.found) - 1; {
	case last == 0:
		say("only")
	case ch.at == 0:
		say("begins")
	case ch.at == last:
		say("ends")
	}
	c.around(say, m, ch.at)
	for i := range f {
		f[i] %= dateChoiceBuckets
	}
	return distinct(f)
}

// apart tells what stands between a mention and the one before it that it is
// counted from.
func (c *dateChooser) apart(say func(...string), m, a *mention) {
	const reach = 12
	gap := c.prose.tokens[m.from].sentence - c.prose.tokens[a.from].sentence
	say("apart", strconv.Itoa(min(gap, 3)))
	say("anchor lead", strconv.Itoa(int(a.lead)))
	if a.isSpan() {
		say("anchor span")
	}
	for i := a.to; i < min(m.from, a.to+reach); i++ {
		for _, w := range c.signs(i) {
			say("between", w)
		}
	}
}

// around tells what stands around a mention.
func (c *dateChooser) around(say func(...string), m *mention, at int) {
	p := c.prose
	n := p.tokens[m.from].sentence
	s := p.sentences[n]
	if s.question {
		say("asked")
	}
	if n == 0 {
		say("first sentence")
	}
	if n == len(p.sentences)-1 {
		say("last sentence")
	}
	from, to := s.from, s.to
	if at > 0 {
		from = max(from, c.found[at-1].to)
	}
	if at+1 < len(c.found) {
		to = min(to, c.found[at+1].from)
	}
	const near, reach = 3, 14
	for i := max(from, m.from-reach); i < min(to, m.to+reach); i++ {
		side, gap := "", 0
		switch {
		case i < m.from:
			side, gap = "before", m.from-i
		case i >= m.to:
			side, gap = "behind", i-m.to+1
		default:
			continue
		}
		for _, w := range c.signs(i) {
			say(side, w)
			if gap <= near {
				say(side, "near", w)
			}
		}
	}
	if m.from > s.from {
		say("word before", p.tokens[m.from-1].word)
	}
	if m.to < s.to {
		say("word behind", p.tokens[m.to].word)
	}
	const sentence = 30
	for i := s.from; i < min(s.to, s.from+sentence); i++ {
		if i < from || i >= to {
			for _, w := range c.signs(i) {
				say("beside", w)
			}
		}
	}
	if n+1 < len(p.sentences) {
		s := p.sentences[n+1]
		for i := s.from; i < min(s.to, s.from+sentence); i++ {
			for _, w := range c.signs(i) {
				say("next", w)
			}
		}
	}
	if n > 0 {
		s := p.sentences[n-1]
		for i := s.from; i < min(s.to, s.from+sentence); i++ {
			for _, w := range c.signs(i) {
				say("last", w)
			}
		}
	}
}

// signs are what token i tells.
func (c *dateChooser) signs(i int) []string {
	w := c.prose.tokens[i].word
	signs := append(make([]string, 0, 8), c.stands[i]...)
	for n, name := range [...]string{"@return", "@answer", "@gone", "@thing", "@mailbox"} {
		if c.told[i]&(1<<n) != 0 {
			signs = append(signs, name)
		}
	}
	if c.prose.tells(writeWords, i) {
		signs = append(signs, "@write")
	}
	if otherWords.has(w) {
		signs = append(signs, "@other")
	}
	if expiryWords.has(w) {
		signs = append(signs, "@expiry")
	}
	if meanwhileWords[w] {
		signs = append(signs, "@then")
	}
	if fitWords[w] {
		signs = append(signs, "@fit")
	}
	if c.prose.isBygone(i) {
		signs = append(signs, "@bygone")
	}
	if dateWords().word(w).has(roleNot) {
		signs = append(signs, "@not")
	}
	if dateWords().word(w).has(roleEvent) {
		signs = append(signs, "@event")
	}
	return signs
}

// distanceName says roughly how far ahead a day lies.
func distanceName(days int) string {
	for _, n := range [...]int{1, 3, 7, 14, 30, 60, 120, 240} {
		if days <= n {
			return strconv.Itoa(n)
		}
	}
	return "more"
}

// none are the features of the choice that no day is meant.
func (c *dateChooser) none(list []dateChoice) []uint32 {
	f := make(featureList, 0, 64)
	kind := "later"
	if c.notice {
		kind = "away"
	}
	say := func(parts ...string) { f.add('N', append([]string{kind}, parts...)...) }
	say("")
	say("choices", strconv.Itoa(min(len(list), 4)))
	if c.ruled == nil {
		say("no rule")
	}
	for i := range c.prose.tokens {
		for _, w := range c.signs(i) {
			say(w)
		}
	}
	for i := range f {
		f[i] %= dateChoiceBuckets
	}
	return distinct(f)
}

// datePick is what the model is for.
type datePick struct {
	overrules bool        // else the rules' word stands
	choice    *dateChoice // nil where no day is meant
	clearly   bool        // the day is as good as said
}

// Odds that the model must have over the rules, or over there being no day.
const (
	oddsOther   = 0.2 // to take another day than the rules
	oddsNoDay   = 1.0 // to take none where they take one, or what only may be a day
	oddsDay     = 0.5 // to take one where they take none
	oddsPastDay = 1.0 // to take for a day to come what they take for past
	oddsClear   = 2.0 // for another day to count as said
)

// pick weighs the days that may be meant.
func (c *dateChooser) pick(m *binaryModel) datePick {
	list := c.choices()
	if m == nil || !slices.ContainsFunc(list, func(ch dateChoice) bool { return c.ruled == nil || ch.day != *c.ruled }) {
		return datePick{}
	}
	c.stands = c.prose.spokenConcepts()
	none := m.odds(c.none(list))
	top, ruled, seen := none, 0.0, false
	var choice *dateChoice
	for i := range list {
		odds := m.odds(c.features(list, i))
		if odds > top {
			choice, top = &list[i], odds
		}
		if c.ruled != nil && list[i].day == *c.ruled && (!seen || odds > ruled) {
			ruled, seen = odds, true
		}
	}
	switch {
	case c.ruled == nil && choice != nil:
		least := oddsDay
		if c.found[choice.at].lead == leadSince {
			least = oddsPastDay
		}
		return datePick{overrules: top > none+least, choice: choice}
	case c.ruled == nil || !seen || choice != nil && choice.day == *c.ruled:
		return datePick{}
	}
	least := oddsOther
	if choice == nil || c.found[choice.at].loose {
		least = oddsNoDay
	}
	return datePick{overrules: top > ruled+least, choice: choice, clearly: top > ruled+oddsClear}
}

// see notes what the rules think of the i-th mention, of which only the first
// maxChoices are weighed.
func (c *dateChooser) see(i, rank int, day Date) {
	if i < maxChoices {
		c.views = append(c.views, ruleView{rank, day})
	}
}

// seeDeferral notes what the rules think of the i-th mention of a deferral: in
// how far it is asked for, and where it leads.
func (c *dateChooser) seeDeferral(i int, end Date, ok bool, asked []hit) {
	const step = 8 // of ranks that are taken for one
	if i >= maxChoices || !ok {
		c.see(i, 0, Date{})
		return
	}
	c.see(i, (deferralRank(c.prose, &c.found[i], asked)+c.prose.standing(c.found, i, asked))/step, end)
}

// decide is the day that the model and the rules come to, at being the mention
// that the rules picked.
func (c *dateChooser) decide(m *binaryModel, at *mention) (*Date, bool, *mention) {
	pick := c.pick(m)
	switch {
	case !pick.overrules:
		return c.outcome(at)
	case pick.choice == nil || c.found[pick.choice.at].nowhere:
		return nil, false, nil
	}
	const about = 4 // days
	picked, day := &c.found[pick.choice.at], pick.choice.day
	same := at != nil && at.from == picked.from || c.ruled != nil && max(daysBetween(*c.ruled, day), daysBetween(day, *c.ruled)) <= about
	return &pick.choice.day, (same || pick.clearly) && picked.stated && !picked.loose, picked
}

// outcome is what the rules picked, in the mention at: none where that is no day
// at all, for what its writer meant is anybody's guess.
func (c *dateChooser) outcome(at *mention) (*Date, bool, *mention) {
	if c == nil || at != nil && at.nowhere {
		return nil, false, nil
	}
	return c.ruled, at != nil && at.stated, at
}

// DateExample is a text and the day that it names, to learn from.
type DateExample struct {
	Text      string
	Lang      string // BCP 47
	Received  time.Time
	Notice    bool // of an absence; else it asks to be written to later
	Until     Date // zero where no day is meant
	Tolerance int  // days
}

// chooser is what the rules come to in the text.
func (e *DateExample) chooser() *dateChooser {
	if e.Notice {
		c, _, _ := absenceByRule(parse(e.Text), e.Received)
		return c
	}
	a := argue(&input{NewText: e.Text, Received: e.Received, Kind: KindReply}, e.Text)
	c, _ := deferralByRule(a.prose, e.Received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
	return c
}

// right says whether a day is the one meant.
func (e *DateExample) right(day Date) bool {
	if e.Until.IsZero() {
		return false
	}
	off := daysBetween(e.Until, day)
	return max(off, -off) <= e.Tolerance || day == workday(e.Until) // some write the weekend down on which it begins
}
