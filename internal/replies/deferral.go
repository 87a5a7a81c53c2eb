package replies

import (
	"slices"
	"strings"
	"time"
)

// deferral is the day from which a person who said "later" may be written to.
// The date of the sentence that asks for it counts before any other.
func deferral(p *prose, now time.Time, asked []hit) (day *Date, stated bool, at *mention) {
	c, ruled := deferralByRule(p, now, asked)
	day, stated, at = c.decide(dateNetTrained(), ruled)
	if day != nil && at != nil && *day == at.day && p.awayThroughout(at, c) {
		after := at.after()
		day = &after
	}
	if day == nil || at == nil {
		return day, stated, at
	}
	if ruled != nil && !stated && at != ruled {
		if instead, end := p.corrected(ruled, c); instead != nil && end == *day {
			stated = !end.Before(ruled.day) // what was weighed is what the words correct
		}
	}
	if instead, end := p.corrected(at, c); instead != nil {
		return &end, !end.Before(*day), instead // an earlier one is asked about
	}
	return day, stated, at
}

// correctors begin a sentence, or stand in a short one, that sets another day in the
// place of the one told right before.
var correctors = wordSet(`actually sorry rather scratch make better instead meant mean nope no
nein nee ach quatsch lieber besser beziehungsweise korrektur stimmt pardon plutot enfin non correction mieux
mejor perdon corrijo digo anzi meglio scusi scusa alias melhor desculpe nao liever beter nou`)

// corrected is the day that the words right behind m set in its place: "Write in May.
// Actually, October is better." They are few, and name no other.
func (p *prose) corrected(m *mention, c *dateChooser) (*mention, Date) {
	const most = 8 // words of such a sentence
	next := p.tokens[m.from].sentence + 1
	if next >= len(p.sentences) {
		return nil, Date{}
	}
	s := p.sentences[next]
	if s.to-s.from > most || s.question || !p.says(sentence{from: s.from, to: min(s.from+3, s.to)}, correctors) {
		return nil, Date{}
	}
	var only *mention
	for i := range c.found {
		if o := &c.found[i]; o.from >= s.from && o.from < s.to {
			if only != nil {
				return nil, Date{}
			}
			only = o
		}
	}
	if only == nil {
		return nil, Date{}
	}
	end, ok := only.deferredTo()
	if !ok || !usable(end, c.today) || only.nowhere {
		return nil, Date{}
	}
	return only, end
}

// afterwardWords tell that it is over by then, as "then" doesn't.
var afterwardWords = wordSet(`after afterwards afterward danach hinterher nachher anschliessend apres ensuite despues luego dopo depois daarna nadien vervolgens`)

// shutWords are what those who close say of themselves.
var shutWords = wordSet(`cerramos cierro fechamos fecho fermons chiudiamo chiudo schliessen schliesse sluiten`)

// awayThroughout says whether the writer is gone all the time that m tells, and what
// they ask for comes after it: "en mayo estoy fuera, luego hablamos". Its first day is
// never meant then.
func (p *prose) awayThroughout(m *mention, c *dateChooser) bool {
	if !m.isSpan() || m.lead != leadNone || m.base != nil || m.nowhere {
		return false
	}
	s := p.sentences[p.tokens[m.from].sentence]
	gone := false
	for i := s.from; i < s.to; i++ {
		switch inside := i >= m.from && i < m.to; {
		case inside:
		case c.told[i]&tellsGone != 0 && !notGone[p.tokens[i].word] || shutWords[p.tokens[i].word]:
			gone = true
		case gone && i >= m.to && afterwardWords[p.tokens[i].word]:
			return !slices.ContainsFunc(c.found, func(o mention) bool { return o.from >= m.to && o.from < s.to })
		}
	}
	return gone && s.to < len(p.tokens) && afterwardWords[p.tokens[s.to].word]
}

// deferralByRule is what the rules come to: the days there are to choose from,
// and the mention that they pick.
func deferralByRule(p *prose, now time.Time, asked []hit) (c *dateChooser, at *mention) {
	today := NewDate(now)
	found, loose := findDates(p, now, true)
	p.awaitEnds(found)
	c = &dateChooser{prose: p, found: found, today: today, told: p.awayHints()}
	p.awaitReturn(found, c.told)
	asks := make([]int, len(found))
	for i := range found {
		asks[i] = p.asksToWrite(&found[i])
	}
	best := 0
	for i := range found {
		m := &found[i]
		if p.tellsOfPast(found, i, today) {
			m.lead = leadSince
		}
		end, ok := m.deferredTo()
		c.seeDeferral(i, end, ok, asked)
		blocked := m.lead == leadNone && barred(p, m, asked)
		if blocked {
			end, ok = m.after(), true
		}
		if !ok || !usable(end, today) || !m.stated && p.isGuess(m) {
			continue
		}
		rank := deferralRank(p, m, asked)
		if m.justGone(today) {
			if p.asksToWrite(m) == 0 {
				continue
			}
			rank -= 25 // rather this year's than the next
		}
		rank += p.standing(found, i, asked)
		if p.isReason(m) {
			rank -= 30
		}
		if p.comesBack(m, beside(p, found, i)) && !p.asksElsewhere(found, i, asks) {
			rank += 8
		}
		if m.counted && asks[i] == 0 {
			rank += 4 // "term begins on the 31st and the board meets two weeks later"
		}
		if m.then && !m.near && m.lead == leadNone {
			rank += 4 // "first Easter, then the audit. After that, gladly"
		}
		if m.lead == leadNone && p.isRuledOut(m) {
			rank -= 40
		}
		if blocked {
			rank = 12 + i
		}
		if at != nil && m.narrowedBy(at) && !at.narrowedBy(m) && p.tokens[at.from].sentence == p.tokens[m.from].sentence {
			continue // "on Monday the 13th, after Easter"
		}
		if at == nil || p.correctedBy(at, m) || m.instead && p.tokens[at.from].sentence == p.tokens[m.from].sentence || rank > best || rank == best && at.lead == leadNone && m.lead != leadNone || at.narrowedBy(m) && p.tokens[at.from].sentence == p.tokens[m.from].sentence {
			best, c.ruled, at = rank, &end, m
		}
	}
	c.admit(loose)
	return c, at
}

// awaitEnds makes an "after" of the days that have to be over first: the board's
// of "the board meets on 4 June, before that I can't tell", the last one of "not
// during the fair. It ends on the 9th".
func (p *prose) awaitEnds(found []mention) {
	for i := range found {
		m := &found[i]
		if m.lead != leadNone || m.near || m.then || m.inside || m.ranged || m.isSpan() && !m.late || !m.stated {
			continue
		}
		if p.endsOn(found, i) || p.nothingBefore(found, i) {
			m.lead = leadAfter
		}
	}
}

// endWords tell that something is over, boundWords what ends and isn't waited for.
var (
	endWords = wordSet(`ends end ended finishes finish finished closes closed
endet enden schliesst vorbei zuende ende
ferme ferment finit finissent termine terminent acheve achevent
termina terminan acaba acaban finaliza finalizan cierra terminada terminadas
finisce finiscono terminano chiude chiudono
terminam acabam encerra encerram fecha terminados
eindigt eindigen sluit`)
	isOverWords = wordSet(`is are s its officially finally`)
	boundWords  = dateStems(`contract- vertrag- contrat- lease agreement subscription licen- abonnement- abo abonament- mietvertrag laufzeit deadline frist offer angebot offre oferta offerta application bewerb- registration anmeld- inscri- iscri- agenda notice kundig- preavis preaviso preavviso opzeg- lizenz- assinatura suscripcion abbonamento`)
)

// endsOn says whether the words right before found[k] tell that something ends on
// it, which isn't a contract or a term.
func (p *prose) endsOn(found []mention, k int) bool {
	const reach = 6 // words
	m := &found[k]
	s := p.sentences[p.tokens[m.from].sentence]
	from := max(s.from, m.from-reach)
	if k > 0 {
		from = max(from, found[k-1].to)
	}
	ends := false
	for i := from; i < m.from; i++ {
		before := token{}
		if i > s.from {
			before = p.tokens[i-1]
		}
		noun := dateWords().word(before.word).has(roleArticle | roleOwn) // "the end"
		ends = ends || endWords[p.tokens[i].word] && !noun || p.tokens[i].word == "over" && isOverWords[before.word]
	}
	for i := s.from; i < s.to && ends; i++ {
		ends = !boundWords.has(p.tokens[i].word)
	}
	return ends
}

// nothingBefore says whether the rest of the sentence of found[k], or the one
// after it, says that nothing can be done or told before: "vorher kann ich nichts
// sagen". A day on which something begins isn't over then, but there.
func (p *prose) nothingBefore(found []mention, k int) bool {
	m := &found[k]
	n := p.tokens[m.from].sentence
	s := p.sentences[n]
	if m.day.Day == 1 || p.asksToWrite(m) > 0 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if w := p.tokens[i].word; dateWords().word(w).has(roleStarts|roleReturn|roleEarly) || p.tells(returnWords, i) && !openEnded[w] || fitWords[w] && i < m.from {
			return false
		}
	}
	to := len(p.tokens)
	if k+1 < len(found) {
		to = found[k+1].from
	}
	if i := p.earlierAt(m.to, min(s.to, to)); i >= 0 {
		return true
	}
	if n+1 < len(p.sentences) {
		next := p.sentences[n+1]
		return p.earlierAt(next.from, min(next.to, to)) >= 0
	}
	return false
}

// openEnded are those of returnWords that also only tell of answers and ways.
var openEnded = wordSet(`open wieder weer opnieuw again weiter danach`)

// The words that point back to the time before a day: alone, or with what is
// behind them; those of untilThat need no "no" beside them.
var (
	earlierWords = wordSet(`vorher davor zuvor beforehand ervoor daarvoor eerder`)
	earlierLeads = wordSet(`before avant antes prima prior earlier sooner voor`)
	earlierThat  = wordSet(`that then this it cela ca ce disso dessa eso ello esa allora quella quel questo to di de d dat die the`)
	untilThat    = wordSet(`then that thats entonces allora la dahin dann dan`)
	noUseWords   = wordSet(`nothing no not nobody cannot never none useless pointless impossible nichts nicht keine keinen kein niemand zwecklos sinnlos unmoglich rien pas aucun aucune inutile nada nadie ningun ninguna imposible inutil niente non nessun nessuna nessuno impossibile nao ninguem nenhum nenhuma impossivel niets niet geen onmogelijk zinloos cant dont wont`)
)

// earlierAt finds where tokens [from, to) say that nothing happens before the day
// just named, -1 where they don't.
func (p *prose) earlierAt(from, to int) int {
	at, no := -1, false
	for i := from; i < to; i++ {
		w, next := p.tokens[i].word, ""
		if i+1 < to && !p.tokens[i+1].breaks {
			next = p.tokens[i+1].word
		}
		no = no || noUseWords[w]
		switch {
		case earlierWords[w], earlierLeads[w] && (next == "" || earlierThat[next] || noUseWords[next]):
			at = i
		case dateWords().word(w).has(roleUntil) && untilThat[next]:
			return i // "until then I'm putting up shelves"
		}
	}
	if !no {
		return -1
	}
	return at
}

// awaitReturn makes an "after" of the end of a time away: "we're closed from 29
// April to 6 May".
func (p *prose) awaitReturn(found []mention, told []awayHint) {
	for i := range found {
		m := &found[i]
		if m.lead != leadNone || m.list || !m.inclusive && !m.ranged || m.isSpan() && !m.ranged && !m.inclusive || p.asksToWrite(m) > 0 {
			continue
		}
		if m.inclusive {
			m.lead = leadUntil
			continue
		}
		s := p.sentences[p.tokens[m.from].sentence]
		for j := s.from; j < s.to; j++ {
			if told[j]&tellsGone != 0 && !notGone[p.tokens[j].word] || noUseWords[p.tokens[j].word] && p.isBetween(found, i) {
				m.lead = leadUntil
				break
			}
		}
	}
}

// isBetween says whether found[k] ends a range that "between" leads to: "between 25
// April and 1 May don't count on me".
func (p *prose) isBetween(found []mention, k int) bool {
	const reach = 3 // words
	m := &found[k]
	if !m.ranged || k == 0 || p.tokens[found[k-1].from].sentence != p.tokens[m.from].sentence {
		return false
	}
	s := p.sentences[p.tokens[m.from].sentence]
	for i := max(found[k-1].from-reach, s.from); i < found[k-1].from; i++ {
		if betweenWords[p.tokens[i].word] {
			return true
		}
	}
	return false
}

// The rules by which the time was read that a deferral asks for: a single day, a
// month and no day of it, another time that is no single day. The words that
// name it are their evidence.
const (
	RuleLaterDate   = "later.date"
	RuleLaterMonth  = "later.month"
	RuleLaterPeriod = "later.period"
)

// laterRule says what m names, where it was read as day.
func (m *mention) laterRule(day, today Date) string {
	const near = 21 // days, up to which a span ("in two weeks") is as good as a day
	switch whole := m.day.Day == 1 && m.day.Month == m.last.Month && m.day.Year == m.last.Year && m.isSpan(); {
	case m.monthOnly && whole && !m.part && !m.late && !m.ranged && day.Month == m.day.Month && day.Year == m.day.Year:
		return RuleLaterMonth
	case m.part, m.running, !m.stated, m.isSpan() && !m.ranged, m.inside && daysBetween(today, day) > near:
		return RuleLaterPeriod
	}
	return RuleLaterDate
}

// fitWords say that a time suits, meanwhileWords point back to the time that was
// told before, expiryWords tell when something ends that isn't waited for.
var (
	fitWords       = wordSet(`fine ok okay works suits better best ideal possible passt gut besser gern gerne gerner bien mieux ideale volontiers mejor vale bueno ideal meglio bene volentieri melhor bom beter prima goed graag schikt`)
	meanwhileWords = wordSet(`then entonces allora dann dan alors depois erna daarna danach momento moment moment-la time point epoca epoque periodo zeitpunkt tijd moments`)
	expiryWords    = dateStems(`expire- runs renew- acaba acabam ends vertrag- lauft laeuft endet ablauf- expir- echeance contrat court prend vence vencim- contrato termina contratto scad- vencimento contract loopt afloopt eindigt`)
)

// sayWords make what was said more exact: "at the end of the year, say early December".
var sayWords = wordSet(`so donc quindi portanto dus asi say disons digamos diciamo zeg zeggen sagen rather plutot lieber piuttosto`)

// correctedBy says whether m says more exactly what at said right before.
func (p *prose) correctedBy(at, m *mention) bool {
	const reach = 4 // words from one to the other
	if n := p.tokens[m.from].sentence; m.from >= at.to && n == p.tokens[at.from].sentence+1 && correctors[p.tokens[p.sentences[n].from].word] && p.asksToWrite(m) > 0 {
		return true
	}
	if m.from < at.to || m.from > at.to+reach {
		return false
	}
	for i := at.to; i < m.from; i++ {
		if sayWords[p.tokens[i].word] && p.tokens[i].sentence == p.tokens[at.from].sentence {
			return true
		}
	}
	return false
}

// standing is how much else in the clause of found[k] speaks for it or against it.
func (p *prose) standing(found []mention, k int, asked []hit) int {
	m := &found[k]
	const fit, then, expiry, broad = 6, 8, 12, 6
	rank, sentence := 0, p.tokens[m.from].sentence
	from, to := p.clauseAround(m)
	if k > 0 {
		from = max(from, found[k-1].to) // what stands beyond another date speaks of that one
	}
	if k+1 < len(found) {
		to = min(to, found[k+1].from)
	}
	for i := from; i < to; i++ {
		if i >= m.from && i < m.to {
			continue
		}
		switch w := p.tokens[i].word; {
		case m.lead == leadFrom && fitWords[w] && max(m.from-i, i-m.to) <= 4:
			return rank + fit
		case expiryWords.has(w):
			rank = -expiry
		}
	}
	if m.monthOnly && m.lead == leadNone && daysBetween(m.day, m.last) > 360 && !m.part {
		rank -= broad // "what we do in 2027 is settled in the fourth quarter"
	}
	if (k+1 == len(found) || p.tokens[found[k+1].from].sentence > sentence+1) && !m.bareDay && sentence+1 < len(p.sentences) && p.pointsBack(sentence+1, asked) {
		rank += then
	}
	return rank
}

// pointsBack says whether a sentence asks for a mail at the time told before it.
func (p *prose) pointsBack(sentence int, asked []hit) bool {
	for _, h := range asked {
		if p.tokens[h.from].sentence != sentence {
			continue
		}
		return p.tellsOf(p.sentences[sentence], meanwhileWords)
	}
	return false
}

// clauseAround are the tokens from the comma before m to the one behind it.
func (p *prose) clauseAround(m *mention) (from, to int) {
	s := p.sentences[p.tokens[m.from].sentence]
	for from = m.from; from > s.from && !p.tokens[from].breaks; from-- {
	}
	for to = m.to; to < s.to && !p.tokens[to].breaks; to++ {
	}
	return from, to
}

// justGone says whether m is a day without a year that has just been.
func (m *mention) justGone(today Date) bool {
	const lately = 90 // days
	gone := daysBetween(addMonths(m.day, -12), today)
	return m.yearless && !m.monthOnly && gone > 0 && gone <= lately
}

// comesBack says whether the writer is back at work on m: "I go on leave in May
// and am back in September".
func (p *prose) comesBack(m *mention, near []mention) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	for i := s.from; i < s.to; i++ {
		if (i < m.from || i >= m.to) && p.tells(returnWords, i) && !p.tells(writeWords, i) && !againWords[p.tokens[i].word] && returnsOn(i, m, near) {
			return true
		}
	}
	return false
}

// asksElsewhere says whether the words that ask for a mail stand nearer to another
// date of the sentence than to found[i]; asks is how much each of them is asked for.
func (p *prose) asksElsewhere(found []mention, i int, asks []int) bool {
	in := func(j int) bool {
		return j >= 0 && j < len(found) && p.tokens[found[j].from].sentence == p.tokens[found[i].from].sentence
	}
	for j := i - 1; in(j); j-- {
		if asks[j] > asks[i] {
			return true
		}
	}
	for j := i + 1; in(j); j++ {
		if asks[j] > asks[i] {
			return true
		}
	}
	return false
}

// isRuledOut says whether m is a time that is said no to: "not in June", "juillet
// non, août oui".
func (p *prose) isRuledOut(m *mention) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	not := func(i int) bool { return i >= s.from && i < s.to && noWord[p.tokens[i].word] }
	if m.from > s.from && !p.tokens[m.from].breaks && (not(m.from-1) || not(m.from-2) && dateWords().word(p.tokens[m.from-1].word).has(roleIn|roleArticle)) {
		return true
	}
	return not(m.to) && (m.to+1 == s.to || p.tokens[m.to+1].breaks)
}

var noWord = wordSet(`not no non nicht nein niet nee nao`)

// againWords are those of returnWords that ask for another mail, too.
var againWords = wordSet(`again wieder weer opnieuw igen igjen zpet opet nuevo novo nuovo novamente nuovamente nuevamente`)

// narrowedBy says whether o names a day of the time that m names, or the date
// that m only implies: "in January, on the 11th or so", "after the summer, say
// in September", "after Christmas is better, the second week of January".
func (m *mention) narrowedBy(o *mention) bool {
	const season = 120        // days
	const near, around = 8, 5 // words between "in two weeks, on the 16th"; days
	if m.lead == leadAfter && (o.lead == leadNone || o.lead == leadFrom || o.lead == leadAfter && !o.isSpan()) && o.stated && !o.day.Before(m.after()) && daysBetween(m.last, o.day) <= season/2 {
		return true
	}
	if (m.inside || m.counted && m.length.n > 0) && !o.isSpan() && o.stated && o.from <= m.to+near && daysBetween(m.day, o.day) <= around && daysBetween(o.day, m.day) <= around {
		return true
	}
	if !m.stated && o.stated && !o.day.Before(m.day) && daysBetween(m.day, o.day) <= season {
		return true
	}
	if o.isSpan() && (!o.stated || o.lead != leadNone || m.lead != leadNone || 2*daysBetween(o.day, o.last) > daysBetween(m.day, m.last)) {
		return false // "next year, in February": of two times the much shorter one tells more
	}
	return m.isSpan() && !o.day.Before(m.day) && !m.last.Before(o.last)
}

// barred says whether m is a time in which the writer wants no mail: "don't
// write in November or December", but not "nothing now, write in January".
func barred(p *prose, m *mention, asked []hit) bool {
	nearest, no := maxSentence, false
	for _, h := range asked {
		if p.tokens[h.from].sentence != p.tokens[m.from].sentence {
			continue
		}
		if distance := max(m.from-h.to, h.from-m.to, 0); distance <= nearest {
			nearest, no = distance, h.rule.name == notUntilRule
		}
	}
	return no
}

// deferredTo is the day that m lets one write from.
func (m *mention) deferredTo() (Date, bool) {
	switch m.lead {
	case leadSince, leadBefore:
		return Date{}, false
	case leadAfter:
		return m.after(), true
	case leadUntil:
		if m.isSpan() && (m.part || m.monthOnly || !m.stated) && !m.late && !m.inclusive || m.part && !m.isSpan() {
			return m.day, true
		}
		return m.after(), true
	}
	return m.day, true
}

// deferralRank prefers the sentence of the request, then "not before", then
// what stands close by.
func deferralRank(p *prose, m *mention, asked []hit) int {
	rank := 0
	sentence := p.tokens[m.from].sentence
	asks := p.asksToWrite(m)
	rank += asks
	for _, h := range asked {
		at := p.tokens[h.from].sentence
		r := 0
		switch {
		case at == sentence && h.rule.level == 3:
			r = 60
		case at == sentence:
			r = 40
		case at == sentence+1:
			r = 20
		case at == sentence-1:
			r = 15
		}
		if r >= 40 {
			// Nearer to the request is likelier.
			distance := min(max(m.from-h.to, h.from-m.to, 0), 15)
			r += 15 - distance
			switch {
			case h.from <= m.from && m.to <= h.to:
				r += 6 // within its words
			case m.to > h.to:
				r += 4
			}
		}
		rank = max(rank, r)
	}
	switch m.lead {
	case leadNotBefore:
		rank += 12
	case leadAfter:
		rank += 6
	case leadUntil:
		rank += 3
	case leadFor:
		rank -= 10
	}
	if m.near || !m.stated {
		rank -= 5
	}
	if m.near && asks == 0 {
		rank -= 15 // "I'm away from tomorrow"
	}
	return rank
}

// parted says whether a comma or the like stands between token i and m.
func (p *prose) parted(i int, m *mention) bool {
	from, to := i+1, m.from+1
	if i >= m.to {
		from, to = m.to, i+1
	}
	return slices.ContainsFunc(p.tokens[min(from, to):to], func(t token) bool { return t.breaks })
}

// The words that a reason begins with, anywhere and only at the beginning of a
// sentence.
var (
	causeWords  = wordSet(`because weil denn car parce porque perche poiche siccome pois want omdat aangezien`)
	causeBegins = wordSet(`as since da comme como poiche siccome dato visto`)
)

// isReason says whether m only stands in the reason for something: "write in
// September, because in summer I lose everything".
func (p *prose) isReason(m *mention) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	from, to := p.clauseAround(m)
	for i := from; i < m.from; i++ {
		if causeWords[p.tokens[i].word] || i == s.from && causeBegins[p.tokens[i].word] && to < s.to {
			return true
		}
	}
	return false
}

// writeWords ask for a mail or a call.
var writeWords = dateStems(`write email mail ping chase nudge call ring try contact resend reconnect resurface follow circle reach touch ask check come get speak turn talk revisit discuss catch send drop shoot hit
schreib- wend- gewandt herantret- heranzutret- meld- ruf- anrufen versuch- kontakt- frag- anfrag- anklopfen nachfass- nachhaken sprechen reden kommen schick-
ecri- reecri- sollicit- adress- tourn- recontact- contact- rappel- relanc- reven- represent- appel- reparl- repren-
escrib- dirig- dirij- llam- contact- busc- cerc- insist- vuelva vuelve vuelvan recuerd- habl- marqu- preguntar-
scriv- cerc- riscriv- ricontatt- contatt- richiam- chiam- senta- sentiamo risenti- riparl- richied- rivolg- rifar- rifacc-
escrev- contact- contat- procur- ligue liga ligar volte chama- fal- pergunt-
mail- bel schrijf probeer neem benader- praten spreken vraag stuur schrijv-
skriv hor aterkom kontakta ring kontakt kontakte
ota kirjoita palaa soita
napis- odez- kontakt- zadzwon-
ozve- napis- kontaktuj-
yazin- yaz arayin donun
連絡`)

// bygoneWords tell of what has been.
var bygoneWords = wordSet(`had were spoke sent signed bought did got asked called wrote talked went took looked tried saw chose decided tested
angeschaut angesehen gesehen gekauft unterschrieben entschieden getestet probiert besprochen
avait avions avaient etait etaient vu choisi
tuvimos hablamos firmamos compramos estuvimos fue era miramos vimos probamos elegimos visto
stato stata stati avevamo aveva era erano doveva dovevano guardato provato firmato comprato scelto
tivemos falamos assinamos foi olhamos testamos
hadden spraken werd bekeken gezien getest gekocht getekend gekozen`)

// plainBygone are bygoneWords that mean a wish with an umlaut: "hätten",
// accentedBygone those that are the present without their accent: "regardé".
var (
	plainBygone    = wordSet(`hatte hatten war waren wurde wurden kam kamen`)
	accentedBygone = wordSet(`regarde achete signe teste essaye decide examine`)
	wasBefore      = wordSet(`i it he she that there who this we ik hij het dat`) // "was" is German, too
)

// isBygone says whether token i tells of what has been.
func (p *prose) isBygone(i int) bool {
	t := p.tokens[i]
	raw := p.text[t.start:t.end]
	switch {
	case t.word == "got" && i > 0 && strings.HasSuffix(p.tokens[i-1].word, "ve"):
		return false // "when I've got the headcount"
	case bygoneWords[t.word]:
		return true
	case plainBygone[t.word]:
		return !strings.ContainsAny(raw, "äü")
	case accentedBygone[t.word]:
		return strings.HasSuffix(raw, "é")
	}
	return t.word == "was" && i > 0 && (wasBefore[p.tokens[i-1].word] || i+1 < len(p.tokens) && strings.HasSuffix(p.tokens[i+1].word, "ed"))
}

// tellsOfBygone says whether a sentence tells of what has been.
func (p *prose) tellsOfBygone(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if p.isBygone(i) {
			return true
		}
	}
	return false
}

// futureWords tell of what will be; beside them a participle isn't the past.
var futureWords = wordSet(`will ll wird werden sera seront sara saranno serao wordt worden zal zullen`)

// tellsOfPast says whether found[k], which has no year, is a time gone that its
// sentence tells of: "we had a call on 12 January" isn't next year's.
func (p *prose) tellsOfPast(found []mention, k int, today Date) bool {
	const year = 365 // days
	m := &found[k]
	gone := daysBetween(addMonths(m.last, -12), today)
	s := p.sentences[p.tokens[m.from].sentence]
	if !m.yearless || m.lead != leadNone || gone < 1 || gone > year || p.asksToWrite(m) > 0 || p.tellsOf(s, futureWords) {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if p.isBygone(i) && !nearer(i, m, beside(p, found, k)) {
			return true
		}
	}
	return p.tellsOfDone(m)
}

// nearer says whether another date of a sentence stands nearer to token i than m.
func nearer(i int, m *mention, near []mention) bool {
	for j := range near {
		if o := &near[j]; o.from != m.from && max(o.from-i, i-o.to+1) < max(m.from-i, i-m.to+1) {
			return true
		}
	}
	return false
}

// haveWords build the past with a participle, soWords are those that say "I" or
// "we" before an English one.
var (
	haveWords = wordSet(`have has ve habe haben hat sind ist ai as avons avez ont sommes suis est he hemos ha han ho abbiamo hanno siamo temos tenho heb hebben heeft zijn is wurde wurden werd werden`)
	soWords   = wordSet(`we i they he she just only already have has ve`)
)

// doneWords tell at the beginning of a text what its writer did: "Switched on 1 June".
var doneWords = wordSet(`changed switched moved renewed signed`)

// tellsOfDone says whether the clause of m tells of what is done: "we switched
// in March", "nous avons changé en mars", "wir haben im März gewechselt".
func (p *prose) tellsOfDone(m *mention) bool {
	from, to := p.clauseAround(m)
	have := false
	for i := from; i < to; i++ {
		t := p.tokens[i]
		raw := p.text[t.start:t.end]
		end := func(endings ...string) bool {
			return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(raw, e) })
		}
		switch {
		case i >= m.from && i < m.to || len(t.word) < 4:
		case (i > from && soWords[p.tokens[i-1].word] || i == 0 && doneWords[t.word]) && end("ed"):
			return true
		case end("ó", "aron", "ieron", "aram", "eram", "iram", "ou"):
			return true
		case have && (end("é", "és", "ée", "ées", "ado", "ido", "ato", "uto", "ito") || (strings.HasPrefix(raw, "ge") || len(raw) > 8 && strings.Contains(raw[2:6], "ge")) && end("t", "en", "d")):
			return true
		}
		have = have || haveWords[t.word]
	}
	return false
}

// guessWords are what one can't do who doesn't know when.
var guessWords = wordSet(`tell say know idea clue sagen weiss ahnung absehen dire sais savoir decir decirle saber dire sapere dizer sei zeggen weten weet`)

// isGuess says whether the sentence of m says that nobody knows: "it could be
// the autumn, I can't tell".
func (p *prose) isGuess(m *mention) bool {
	const reach = 3 // words
	s := p.sentences[p.tokens[m.from].sentence]
	for i := s.from; i < s.to; i++ {
		for j := i + 1; j < min(s.to, i+1+reach) && dateWords().word(p.tokens[i].word).has(roleNot); j++ {
			if guessWords[p.tokens[j].word] {
				return true
			}
		}
	}
	return false
}

// tellsOf says whether one of some words stands in a sentence.
func (p *prose) tellsOf(s sentence, words map[string]bool) bool {
	for i := s.from; i < s.to; i++ {
		if words[p.tokens[i].word] {
			return true
		}
	}
	return false
}

// asksToWrite is how much the sentence of m asks for a mail or a call, more the
// nearer the words stand to it, 0 when it doesn't.
func (p *prose) asksToWrite(m *mention) int {
	const asked, near = 56, 3
	const comma = 4 // words that it is worth
	s := p.sentences[p.tokens[m.from].sentence]
	best := 0
	for i := s.from; i < s.to; i++ {
		if i >= m.from && i < m.to || i > s.from && (dateWords().word(p.tokens[i-1].word).number == 1 || p.tokens[i].upper && !p.tokens[i].breaks && p.tokens[i-1].kind != numberToken) {
			continue // "a call", "Ihre letzte Mail"
		}
		if p.tells(writeWords, i) {
			distance := max(m.from-i, i-m.to, 0)
			if p.parted(i, m) {
				distance += comma
			}
			best = max(best, asked+near-min(distance/2, near))
		}
	}
	return best
}
