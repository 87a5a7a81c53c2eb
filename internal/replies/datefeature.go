package replies

import "strconv"

// features are what speaks for the n-th of some choices, or against it.
func (c *dateChooser) features(list []dateChoice, n int) []uint32 {
	ch := list[n]
	m := &c.found[ch.at]
	kind := "later"
	if c.notice {
		kind = "away"
	}
	turn := kind + " " + strconv.Itoa(ch.turn.number())
	f := &dateFeatures{list: make(featureList, 0, 240), turned: beginFeature('D').with(turn), whatever: beginFeature('D').with(kind)}
	num := func(n int) string { return strconv.Itoa(n) }
	f.say("")
	// What the rules think.
	switch {
	case c.ruled == nil:
		f.say("no rule")
	case *c.ruled == ch.day:
		f.say("ruled")
	default:
		f.say("not ruled")
	}
	if v := c.view(ch.at); v.day == ch.day {
		f.say("rank", num(v.rank))
	} else {
		f.say("other end", num(v.rank))
	}
	if ch.from != ch.at {
		c.apart(f, m, &c.found[ch.from])
	}
	// What the mention is like.
	lead := num(int(m.lead))
	f.say("lead", lead)
	for i, is := range m.marks() {
		if is {
			f.say("is", num(i))
			f.say("is", num(i), lead)
		}
	}
	f.say("far", distanceName(daysBetween(c.today, ch.day)))
	f.say("weekday", num(weekdayOf(ch.day)))
	f.say("ends on", lead, num(weekdayOf(m.last)))
	switch {
	case m.last.Day == 1:
		f.say("ends on the first", lead)
	case m.last == monthEnd(m.last.Year, m.last.Month):
		f.say("ends with its month", lead)
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
	f.say("later", num(min(later, 3)))
	f.say("sooner", num(min(sooner, 3)))
	if next {
		f.say("goes on")
	}
	if before {
		f.say("follows")
	}
	switch last := len(c.found) - 1; {
	case last == 0:
		f.say("only")
	case ch.at == 0:
		f.say("begins")
	case ch.at == last:
		f.say("ends")
	}
	c.around(f, m, ch.at)
	for i := range f.list {
		f.list[i] %= dateBuckets
	}
	return distinct(f.list)
}

// dateFeatures collects the features of a choice, each once with the turn that the
// choice takes and once whatever that is.
type dateFeatures struct {
	list             featureList
	turned, whatever featureHash
}

func (f *dateFeatures) say(parts ...string) {
	f.list.addTo(f.turned, parts...)
	f.list.addTo(f.whatever, parts...)
}

// apart tells what stands between a mention and the one before it that it is
// counted from.
func (c *dateChooser) apart(f *dateFeatures, m, a *mention) {
	const reach = 12
	gap := c.prose.tokens[m.from].sentence - c.prose.tokens[a.from].sentence
	f.say("apart", strconv.Itoa(min(gap, 3)))
	f.say("anchor lead", strconv.Itoa(int(a.lead)))
	if a.isSpan() {
		f.say("anchor span")
	}
	for i := a.to; i < min(m.from, a.to+reach); i++ {
		for _, w := range c.signs(i) {
			f.say("between", w)
		}
	}
}

// around tells what stands around a mention.
func (c *dateChooser) around(f *dateFeatures, m *mention, at int) {
	p := c.prose
	n := p.tokens[m.from].sentence
	s := p.sentences[n]
	if s.question {
		f.say("asked")
	}
	if n == 0 {
		f.say("first sentence")
	}
	if n == len(p.sentences)-1 {
		f.say("last sentence")
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
			f.say(side, w)
			if gap <= near {
				f.say(side, "near", w)
			}
		}
	}
	if m.from > s.from {
		f.say("word before", p.tokens[m.from-1].word)
	}
	if m.to < s.to {
		f.say("word behind", p.tokens[m.to].word)
	}
	const sentence = 30
	for i := s.from; i < min(s.to, s.from+sentence); i++ {
		if i < from || i >= to {
			for _, w := range c.signs(i) {
				f.say("beside", w)
			}
		}
	}
	if n+1 < len(p.sentences) {
		s := p.sentences[n+1]
		for i := s.from; i < min(s.to, s.from+sentence); i++ {
			for _, w := range c.signs(i) {
				f.say("next", w)
			}
		}
	}
	if n > 0 {
		s := p.sentences[n-1]
		for i := s.from; i < min(s.to, s.from+sentence); i++ {
			for _, w := range c.signs(i) {
				f.say("last", w)
			}
		}
	}
}

// signs are what token i tells, worked out once: many choices look at it.
func (c *dateChooser) signs(i int) []string {
	if c.signed == nil {
		c.signed = make([][]string, len(c.prose.tokens))
	}
	if c.signed[i] == nil {
		c.signed[i] = c.signsOf(i)
	}
	return c.signed[i]
}

func (c *dateChooser) signsOf(i int) []string {
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
	begun := beginFeature('N').with(kind)
	say := func(parts ...string) { f.addTo(begun, parts...) }
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
		f[i] %= dateBuckets
	}
	return distinct(f)
}
