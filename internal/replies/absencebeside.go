package replies

import "slices"

// What a notice tells of its days beside those on which its writer is away and
// back: a first day at work, a thing that goes on, a slip of the tongue, a look at
// the mail.

// The words of "my first day back": who has it, what it is, a day of any kind or one at
// work, and what leads from a day to it.
var (
	firstOwners = wordSet(`my our mein meine unser mon notre mi nuestro mio nostro meu nosso mijn onze`)
	firstTold   = wordSet(`first erster erste premier primer primero primo primeiro eerste`)
	plainDays   = wordSet(`day tag jour dia giorno dag`)
	officeDays  = wordSet(`workday arbeitstag burotag buerotag werkdag`)
	becomeWords = wordSet(`is s will be ist wird sera est es e sara wordt`)
)

// firstDayAt is the token that begins "my first day back", "mein erster Arbeitstag", -1
// where nobody tells of one: "my first day of leave", "our first day at the fair".
func (p *prose) firstDayAt(told []awayHint) int {
	const reach, more = 2, 5 // words: "my first full day", "day back at my desk"
	for i := 0; i+2 < len(p.tokens); i++ {
		if !firstOwners[p.tokens[i].word] || !firstTold[p.tokens[i+1].word] || p.tokens[i+1].breaks {
			continue
		}
		day, off, back, s := -1, false, false, p.sentences[p.tokens[i].sentence]
		for j := i + 2; j < min(i+3+reach+more, s.to) && !p.tokens[j].breaks; j++ {
			w := p.tokens[j].word
			if day < 0 && j < i+3+reach && (plainDays[w] || officeDays[w]) {
				day, back = j, officeDays[w]
			}
			back = back || told[j]&tellsReturn != 0 || workWords.has(w) || dateWords().word(w).has(roleAfter|roleReturn)
			if told[j]&tellsReturn != 0 || becomeWords[w] || dateWords().word(w).has(roleAfter|roleFrom) {
				break // "back from holiday", "nach dem Urlaub"
			}
			off = off || freeWords[w] || told[j]&tellsGone != 0
		}
		if day >= 0 && !off && back {
			return i
		}
	}
	return -1
}

// freeWords make a day one off.
var freeWords = wordSet(`off free freier libre libero livre vrije`)

// isFirstDay says whether found[k] is the day that the words from token at on call the
// first one: "Monday, 4 May is my first day back", "my first day back will be 4 May".
func (p *prose) isFirstDay(found []mention, k, at int) bool {
	const reach, behind = 4, 10 // words between: "will be", "é o"
	m := &found[k]
	if m.isSpan() || p.tokens[at].sentence != p.tokens[m.from].sentence {
		return false
	}
	from, to := m.to, at
	if m.from > at {
		from, to = at, m.from
		if k > 0 && found[k-1].from > at || to-from > behind {
			return false
		}
	} else if at < m.to || to-from > reach {
		return false
	}
	return slices.ContainsFunc(p.tokens[from:to], func(t token) bool { return becomeWords[t.word] })
}

// The words for what isn't its writer and yet opens or goes on.
var (
	goesOnWords = dateStems(`open- opens reopen- resum- restart- begin- start-
offnet geoffnet aufgenommen startet beginn- weiter
reprend- repren- rouvr- recommen- ouvre ouvrent
reanud- abre abren reabr- empiez- comienz-
riprend- riapr- apre aprono inizia- ricominc-
retom- reabr- abrem recome-
hervat hervatten heropen- open`)
	offeredWords = dateStems(`enrolment enrollment ships shipping shipment- dispatch deliver- registration- ticket tickets orders bookings workshop- course courses classes
versand versendung liefer- anmeld- bestell- kurse karten vorverkauf
livraison- expedition- inscription- commandes cours billetterie
envio envios entrega- inscripci- matricul- pedidos cursos
spedizion- consegn- iscrizion- ordini corsi
envios expedic- inscric- encomendas
bezorging verzending levering- inschrijving- bestellingen cursussen`)
)

// isOfThing says whether the words before m tell of a thing that opens or goes on
// then: "registration for the workshops opens on 3 August".
func (p *prose) isOfThing(found []mention, k int) bool {
	m := &found[k]
	s := p.sentences[p.tokens[m.from].sentence]
	from, goes, thing := s.from, false, false
	if k > 0 {
		from = max(from, found[k-1].to)
	}
	for i := from; i < s.to; i++ {
		w := p.tokens[i].word
		if ownWords[w] || meWords[w] {
			return false
		}
		goes = goes || (i < m.from || i >= m.to) && goesOnWords.has(w)
		thing = thing || i < m.from && offeredWords.has(w)
	}
	return goes && thing
}

// slipWords take back what was just said; slipSmall may stand beside them before
// the day that is meant.
var (
	slipWords = wordSet(`no sorry actually nope rather correction nein verzeihung entschuldigung pardon korrektur quatsch non plutot perdon perdona mejor digo corrijo anzi scusi scusa scusate meglio nao desculpe desculpem alias melhor nee excuus`)
	slipSmall = wordSet(`i mean make it that on the am den dem der ich meine also oh le je veux dire el quiero decir il volevo dire la o a em no na dia quero dizer op de ik bedoel of until till bis zum au jusqu hasta fino al ate tot`)
)

// isSlip says whether found[k] corrects the day told right before it: "back on 12
// October, no, sorry, on 13 October".
func (p *prose) isSlip(found []mention, k int) bool {
	const most = 7 // words between
	if k == 0 {
		return false
	}
	before, m := &found[k-1], &found[k]
	from := before.to
	for from < min(m.from, before.to+2) && !p.tokens[from].breaks {
		from++ // "am 12. Oktober wieder da, nein"
	}
	if m.isSpan() || m.from <= from || m.from > from+most || !p.tokens[from].breaks || p.tokens[m.from].sentence != p.tokens[before.from].sentence {
		return false
	}
	slip := false
	for _, t := range p.tokens[from:m.from] {
		slip = slip || slipWords[t.word]
		if !slipWords[t.word] && !slipSmall[t.word] {
			return false
		}
	}
	return slip
}

// inPlaceOf is the claim of m, which corrects the day of before, whose claim is c.
func (m *mention) inPlaceOf(before *mention, c claim) claim {
	switch {
	case c.rank == 0:
		return claim{}
	case c.day == before.day:
		c.day = m.day
	default:
		c.day = m.after()
	}
	return c
}

// lookWords tell that somebody sees to the mail.
var lookWords = dateStems(`look looks read reads schau- guck- lese liest regard- lira lirai mira- mirar- guarder- legger- olha- vejo verei ler- kijk kijkt lees leest`)

// looksThen says whether found[k], counted from the day of return told before it in
// its sentence, is when the mail is seen to: "she lands on Sunday; she'll read
// your mail the morning after".
func (p *prose) looksThen(found []mention, k int) bool {
	m := &found[k]
	if k == 0 || !m.counted || m.isSpan() || p.tokens[found[k-1].from].sentence != p.tokens[m.from].sentence || weekdayOf(found[k-1].last) < 6 {
		return false
	}
	return slices.ContainsFunc(p.tokens[found[k-1].to:m.from], func(t token) bool { return lookWords.has(t.word) })
}

// deniesDay says whether the words around m, between the days before and behind it, say no
// to being there on it: "and not at my desk on Monday 12th either".
func (p *prose) deniesDay(found []mention, k int) bool {
	m := &found[k]
	if m.isSpan() || m.lead != leadNone {
		return false
	}
	s := p.sentences[p.tokens[m.from].sentence]
	from, to := s.from, s.to
	if k > 0 {
		from = max(from, found[k-1].to)
	}
	if k+1 < len(found) {
		to = min(to, found[k+1].from)
	}
	return slices.ContainsFunc(p.tokens[from:to], func(t token) bool { return denyWords[t.word] })
}

// isDeniedWithin says whether found[k] is such a day of the time away that was told
// right before it.
func (p *prose) isDeniedWithin(found []mention, k int) bool {
	if k == 0 || p.tokens[found[k-1].from].sentence != p.tokens[found[k].from].sentence {
		return false
	}
	away := &found[k-1]
	return (away.lead == leadUntil || away.ranged) && found[k].day.Before(away.last) && p.deniesDay(found, k)
}
