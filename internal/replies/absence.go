package replies

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// returnWords are what people come back with: an absence ends on the date
// beside one of them. A hyphen ends a stem.
var returnWords = dateStems(`back return- resum- reopen- open opens again available contactable reachable respond- answer- reply replies pick- deal dealt read reads handle handled process- attend attended revert
wieder zuruck- zurueck- ruckkehr- rueckkehr- wiedereintritt erreichbar ansprechbar offnen oeffnen offnet geoffnet antwort- beantwort- bearbeit- reagier- kummer- lese weiter danach arbeitstag-
retour repren- reprise reven- revien-  rouv- reouver- disponible joignable repond- lirai lis traite traiterai consulte consulterai
vuelvo volver- volve- regres- vuelta reincorpor- reabr- reanud- retom- respond- contest- leere leo atender-
torn- rientr- ritorno riapr- riapertura disponibile riprend- rispond- operativ- leggo leggero leggeremo rilegg- raggiungibil-
volto volta- regress- retorn- reassum- atendimento normaliz- disponivel respond- leio lerei
novamente nuovamente nuevamente
terug weer bereikbaar aanwezig heropen- opnieuw hervat beantwoord- antwoord reageer- lees haal
powrot wrac- wroc- bede odpow- odpis- tillbaka ater svar- tilbage tilbake igen igjen laser laeser leser luen takaisin pala- vasta- zpet opet budu vrat- vrac- navrat- odpov- donec- donuy- donus- yanit- cevap- ofiste olaca- 復 戻 出社 出勤 返信 返事 返答 回答 再開 連絡 対応 営業`)

// answerWords are those of returnWords that speak of answering alone.
var answerWords = dateStems(`respond- answer- reply replies deal dealt handle handled process- attend antwort- beantwort- bearbeit- reagier- kummer- repond- traite traiterai contest- atender- rispond- beantwoord- antwoord reageer- odpov- vasta- svar- odpow- odpis- yanit- cevap-`)

// thingWords are what else has a date than the writer.
var thingWords = dateStems(`exhibition- deliver- shipment- offer- price- returns refund- application- interview- invoice- order orders sale registration season
ausstellung- liefer- versand angebot- preis- ruckgab- retoure- bewerb- rechnung- bestell- anmeld-
exposition livraison- livre- offre- prix candidature- facture- commande- inscription-
exposicion entrega- oferta- precio- candidatura- factura- pedido- inscripc-
mostra consegn- offert- prezz- fattur- ordin- iscrizion-
exposicao encomend- preco- fatur-
tentoonstelling lever- bezorg- aanbieding- prijs- sollicit- factu- bestelling- aanmeld- bestall- leveran- levering-`)

// clauseOfThing says whether the words from the last comma to m speak of a thing
// alone: "we're shut till the 21st, returns are accepted until 30 June".
func (p *prose) clauseOfThing(m *mention, told []awayHint) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	for i := m.from - 1; i >= s.from; i-- {
		switch {
		case told[i]&tellsThing != 0:
			return true
		case told[i]&(tellsReturn|tellsGone) != 0:
			return false
		case p.tokens[i].breaks:
			return false
		}
	}
	return false
}

// mailboxWords are what a machine closes for good.
var mailboxWords = dateStems(`mailbox- inbox postfach boite buzon casella caixa postvak brevlada postkasse skrzynk- address account adresse konto compte cuenta direccion indirizzo conta endereco adres`)

// goneWords say that someone is away on the dates beside them.
var goneWords = dateStems(`shut out away leave holiday- vacation- closed closes closure off absent absence unavailable travel- annual conference fair training road pto ooo secondment sabbatical sick hospital surgery maternity paternity parental jury honeymoon cruise abroad offsite trip tour stocktaking inventory shutdown hiatus
abwesen- urlaub- geschlossen umbau- jahresurlaub- betriebsruhe nicht unterwegs ausser dienstreise krank- elternzeit mutterschutz karenz betriebsferien betriebsurlaub schulung messe fortbildung ferien abwesenheit besetzt unbesetzt montage reha kur krankenhaus operation reise reisen ausland betriebsausflug inventur feiertag bruckentag lehrgang seminar tagung kongress flitterwochen
absen- vacances ferm- deplacement conge- salon formation arret maladie malade hopital hospitalis- voyage stage seminaire congres inventaire ferie feries etranger maternite paternite
vacaciones ausent- ausenc- fuera cerrad- baja viaje curso feria enferm- hospital permiso excedencia congreso inventario festivo feriado extranjero
ferie assent- assenz- chius- fuori chiusura vacanz- fiera maternita malattia malat- ospedale viaggio trasferta corso congedo congresso inventario festivo estero
ferias ausent- ausenc- expediente folga fora fechad- licenca encerrad- viagem recesso doente baixa feriado formacao congresso estrangeiro
afwezig vakantie gesloten vrij verlof zwangerschapsverlof ziek cursus pad niet bouwvak beurs reis onderweg ziekenhuis ouderschapsverlof bevalling congres training inventaris feestdag buitenland rejse reise resa
ledig- borta frånvar- bort- fri semester- semester foraldraledig foraeldraledig kurs inte ikke ferielukket fellesferie sommerferie bortrest feri-
urlop- nieobecn- poza lom- nepritom- kesalom- poissa ole dovolen- mimo izin- disinda- 休 不在 外出`)

// backFrom is the day on which an absence that m bounds is over.
func (m *mention) backFrom() Date {
	switch {
	case m.lead == leadFor, m.morning && !m.inclusive && (m.ranged || m.lead == leadUntil):
		return m.day
	case m.till && !m.inclusive && m.ranged && !m.isSpan() && weekdayOf(m.day) == 1:
		return m.day
	case m.ranged || m.inclusive || m.whole || m.lead == leadAfter:
		return m.after()
	case m.lead == leadUntil && m.isSpan() && m.monthOnly && !m.late:
		return m.day // "until March" ends when it begins
	case m.lead == leadUntil && !m.isSpan() && (m.monthOnly || m.part || weekdayOf(m.day) == 1):
		return m.day // "until Monday" names the day of return, "until Friday" the last day away
	case m.lead == leadUntil:
		return m.after()
	}
	return m.day
}

// claim is a date that may end an absence.
type claim struct {
	rank int // 0 for one that doesn't
	day  Date
	sure bool // it says when its writer is back, whatever days they work on
	last bool // nothing else is weighed against it
}

// absenceEnd is the day on which the writer of an absence notice is back: the
// date beside words of returning, else the end of what they are away for.
func absenceEnd(p *prose, now time.Time) (day *Date, stated bool, at *mention) {
	c, at, settled := absenceByRule(p, now)
	if c == nil || settled {
		return c.outcome(at)
	}
	return c.decide(dateNetTrained(), at)
}

// absenceByRule is what the rules come to: the days there are to choose from,
// and the mention that they pick; it is settled where the writer's own days of
// work decide.
func absenceByRule(p *prose, now time.Time) (c *dateChooser, at *mention, settled bool) {
	found, loose := findDates(p, now, false)
	c, at, settled = absenceAmong(p, found, NewDate(now))
	if c != nil {
		c.admit(loose)
	}
	return c, at, settled
}

// absenceAmong is the same among the dates that were found.
func absenceAmong(p *prose, found []mention, today Date) (c *dateChooser, at *mention, settled bool) {
	told := p.awayHints()
	if p.tellsOtherNews(told) {
		return nil, nil, true
	}
	chooser := &dateChooser{prose: p, found: found, today: today, notice: true, told: told}
	best, past, sure, bestOwn, last := 0, 0, false, false, false
	hours := make([]bool, len(p.sentences)) // which sentences tell opening hours
	for n, s := range p.sentences {
		hours[n] = p.tellsHours(s)
	}
	claims := p.claims(found, told, hours, today)
	for i := range found {
		m, c := &found[i], claims[i]
		if m.lead == leadSince && !m.running {
			chooser.see(i, 0, Date{})
			continue
		}
		chooser.see(i, c.rank, c.day)
		if c.rank > 0 && !today.Before(c.day) && !m.near {
			past = max(past, c.rank)
		}
		if c.rank == 0 || !usable(c.day, today) {
			continue
		}
		sure = sure || c.sure
		own := p.speaksOfSelf(m)
		if c.rank > best || c.rank == best && (own && !bestOwn || own == bestOwn && chooser.ruled.Before(c.day)) {
			best, bestOwn, chooser.ruled, at = c.rank, own && c.rank == claimReturn, &c.day, m
			last = c.last
		}
	}
	chooser.best = best
	switch {
	case best < claimEnd && best < past && best > 0:
		chooser.ruled, at = nil, nil // a notice that nobody switched off
		return chooser, nil, false
	case best == 0:
		chooser.ruled, at = backTomorrow(found, today)
	case !sure:
		if day, m := goesOn(chooser, at); m != nil {
			chooser.ruled, at, sure = day, m, true
		}
	}
	if !sure {
		after := today
		if best >= claimEnd && !at.weekday {
			after = chooser.ruled.AddDays(-1) // the first of their days once they are back
		}
		if d, ok := nextWorkingDay(p, after, told); ok {
			chooser.ruled = &d
			return chooser, nil, true
		}
	}
	return chooser, at, last
}

// claims are those of the days found: hours are the sentences that tell when
// something is open.
func (p *prose) claims(found []mention, told []awayHint, hours []bool, today Date) []claim {
	claims := make([]claim, len(found))
	first := p.firstDayAt(told)
	for i := range found {
		m, c := &found[i], &claims[i]
		if m.lead == leadSince && !m.running {
			continue
		}
		*c = p.claimOf(m, beside(p, found, i), told, hours[p.tokens[m.from].sentence], today)
		if c.rank > claimWeak && (p.speaksOfNamed(m) || p.takesBack(found, i)) {
			c.rank, c.sure = claimWeak, false
		}
		if c.rank > claimBeside && p.isOfThing(found, i) {
			c.rank, c.sure = claimBeside, false
		}
		if p.looksThen(found, i) && claims[i-1].rank == claimReturn {
			*c = claim{rank: claimReturn, day: m.day, sure: true}
		}
		if c.rank > claimWeak && p.isDeniedWithin(found, i) {
			*c = claim{rank: claimWeak, day: m.after()}
		}
		if p.isSlip(found, i) && claims[i-1].rank > c.rank {
			*c = m.inPlaceOf(&found[i-1], claims[i-1])
			claims[i-1].rank, claims[i-1].sure = claimWeak, false
		}
	}
	for i := range found {
		if first < 0 || !p.isFirstDay(found, i, first) {
			continue
		}
		for k := range claims {
			claims[k].rank = min(claims[k].rank, claimEnd) // whatever is promised for another day
		}
		claims[i] = claim{rank: claimReturn, day: found[i].day, sure: true, last: true}
		break
	}
	return claims
}

// speaksOfSelf says whether the words between the commas around m speak of the
// writer: "5 June: I'm back".
func (p *prose) speaksOfSelf(m *mention) bool {
	from, to := p.clauseAround(m)
	s := p.sentences[p.tokens[m.from].sentence]
	for i := max(from-1, s.from); i < min(to+2, s.to); i++ {
		if w := p.tokens[i].word; ownWords[w] || meWords[w] {
			return true
		}
	}
	return false
}

// takesBack says whether found[i] is the day that another one of its sentence
// takes the place of: "back on 31 May, not on the 24th as announced", "on the 31st
// instead of the 24th".
func (p *prose) takesBack(found []mention, i int) bool {
	const reach = 6 // words before it: "nicht wie zuerst angekündigt am"
	m := &found[i]
	s := p.tokens[m.from].sentence
	if i == 0 || m.isSpan() || m.ranged || m.lead == leadNotBefore || p.tokens[found[i-1].from].sentence != s {
		return false
	}
	for j := m.from - 1; j >= max(m.from-reach, found[i-1].to); j-- {
		t := p.tokens[j]
		switch {
		case replaceWords[t.word] || insteadHeads[t.word] && insteadTails[p.tokens[j+1].word]:
			return true
		case denyWords[t.word]:
			return t.breaks || j > found[i-1].to && p.tokens[j-1].breaks || j == found[i-1].to || j == found[i-1].to+1 && contrastWords[p.tokens[j-1].word]
		}
	}
	return false
}

// denyWords deny a day, replaceWords and the pairs of insteadHeads and insteadTails
// put another in its place; contrastWords stand before a denial.
var (
	denyWords     = wordSet(`not nicht non pas no nao niet`)
	replaceWords  = wordSet(`statt anstatt anstelle anziche invece`)
	insteadHeads  = wordSet(`instead rather lieu place vez lugar plaats`)
	insteadTails  = wordSet(`of than du de del do da van`)
	contrastWords = wordSet(`and but und et mais y pero e ma mas en maar`)
)

// meWords are whom one hears from.
var meWords = wordSet(`me us mich mir uns moi mij ons`)

// backTomorrow is the next day of work, where a notice tells of today and of it:
// "closed today for a staff outing. Your message goes its way tomorrow".
func backTomorrow(found []mention, today Date) (*Date, *mention) {
	away := false
	for i := range found {
		m := &found[i]
		switch {
		case m.day == today && m.last == today:
			away = true
		case away && !m.isSpan() && m.day == workday(today.AddDays(1)) && m.lead != leadUntil:
			return &m.day, m
		}
	}
	return nil, nil
}

// goesOn looks for what keeps the writer away on the very day on which the time
// away that at tells would be over, and for the day named after that: "on leave
// until 13 March. On the 16th I teach all day, so expect me from the 17th".
func goesOn(c *dateChooser, at *mention) (*Date, *mention) {
	var busy Date // the last day that it takes
	for i := range c.found {
		m := &c.found[i]
		if m.from <= at.from || m.isSpan() && m.lead != leadNone || m.lead == leadSince || m.lead == leadFor {
			continue
		}
		switch v := c.view(i); {
		case !busy.IsZero() && m.stated && m.day == busy.AddDays(1) && m.ranged:
			busy = m.last // "the 16th and 17th"
		case !c.ruled.Before(m.day) && !m.last.Before(*c.ruled):
			if v.rank >= claimEnd && v.day == *c.ruled {
				return nil, nil // the day of return, told again
			}
			busy = m.last
		case !busy.IsZero() && !m.isSpan() && m.day == workday(busy.AddDays(1)) && m.lead != leadUntil && m.lead != leadBefore:
			return &m.day, m
		}
	}
	return nil, nil
}

// tellsAbsence says whether the receipt of a mail also tells that nobody is there
// until a day to come: "thank you for writing. Monday is a holiday; on Tuesday we
// answer".
func tellsAbsence(text string, now time.Time) bool {
	p := parse(text)
	c, at, settled := absenceByRule(p, now)
	if c == nil || c.ruled == nil {
		return false
	}
	if settled {
		return p.answersWeekly(c.told)
	}
	// "we answer from Monday, 28 December", "from 24 to 27 December nobody reads this"
	answers := at != nil && (at.lead == leadFrom || at.lead == leadNotBefore || at.ranged && !at.weekday) && p.answersIn(p.tokens[at.from].sentence, c.told)
	if c.best == claimReturn && at != nil && at.stated && p.tellsAgain(p.sentences[p.tokens[at.from].sentence]) && !p.answersIn(p.tokens[at.from].sentence, c.told) {
		return true // "I look in here again on 13 July"
	}
	return c.best >= claimEnd && (answers || slices.ContainsFunc(p.tokens, func(t token) bool { return goneWords.has(t.word) && !notGone[t.word] }))
}

// tellsAgain says whether the writer does something again in a sentence.
func (p *prose) tellsAgain(s sentence) bool {
	return (p.says(s, ownWords) || p.says(s, readsSelf)) && p.says(s, anewSaid)
}

// anewSaid tell that it was left off for a time.
var anewSaid = wordSet(`again wieder nouveau nuevo nuovo novo weer opnieuw nuevamente nuovamente novamente`)

// readsSelf are verbs by which one tells without a pronoun that they see to mail.
var readsSelf = wordSet(`miro miramos reviso revisamos consulto consultamos leo leemos guardo guardiamo controllo controlliamo leggo leggiamo vejo vemos verifico verificamos leio lemos abro abrimos apro apriamo`)

// tellsReader says whether a text in which nobody reads a mailbox also tells from
// when on somebody does: "nobody reads this before 1 July".
func tellsReader(text string, now time.Time) bool {
	p := parse(text)
	c, at, settled := absenceByRule(p, now)
	if c == nil || settled || c.ruled == nil || at == nil || at.lead != leadNotBefore || !at.stated {
		return false
	}
	s := p.sentences[p.tokens[at.from].sentence]
	return slices.ContainsFunc(c.told[s.from:s.to], func(h awayHint) bool { return h&(tellsReturn|tellsMailbox) != 0 })
}

// answersIn says whether the n-th sentence is of answering mail.
func (p *prose) answersIn(n int, told []awayHint) bool {
	s := p.sentences[n]
	return slices.ContainsFunc(told[s.from:s.to], func(h awayHint) bool { return h&tellsAnswer != 0 })
}

// newsWords tell of what a machine also writes about: a new name, a post to be filled.
var newsWords = dateStems(`renam- rebrand- known heiss- umbenenn- umfirm- appeller- llamar- chiamer- chamar heten application vacancy shortlisting bewerbung- candidature candidatura sollicitatie rekrutac- stanowisko ansokan ansogning hakemus prijimaci`)

// tellsOtherNews says whether a text tells of something else than being away or
// coming back: its dates say nothing of that.
func (p *prose) tellsOtherNews(told []awayHint) bool {
	news := false
	for i := range p.tokens {
		w := p.tokens[i].word
		if told[i]&tellsReturn != 0 || told[i]&tellsGone != 0 && !notGone[w] {
			return false
		}
		news = news || newsWords.has(w)
	}
	return news
}

// awayHint is what a token says of an absence.
type awayHint uint8

const (
	tellsReturn awayHint = 1 << iota
	tellsAnswer
	tellsGone
	tellsThing
	tellsMailbox
)

// awayHints looks every token up once.
func (p *prose) awayHints() []awayHint {
	told := make([]awayHint, len(p.tokens))
	for i := range p.tokens {
		if p.tells(returnWords, i) && !p.isOpenDay(i) || i > 0 && anewWords[p.tokens[i].word] && anewLeads[p.tokens[i-1].word] || p.promisesWord(i) {
			told[i] |= tellsReturn
			if p.tells(answerWords, i) {
				told[i] |= tellsAnswer
			}
		}
		if p.tells(goneWords, i) {
			told[i] |= tellsGone
		}
		if thingWords.has(p.tokens[i].word) {
			told[i] |= tellsThing
		}
		if mailboxWords.has(p.tokens[i].word) {
			told[i] |= tellsMailbox
		}
	}
	return told
}

// promisesWord says whether token i begins "hear from me".
func (p *prose) promisesWord(i int) bool {
	return i+2 < len(p.tokens) && p.tokens[i].word == "hear" && p.tokens[i+1].word == "from" && meWords[p.tokens[i+2].word]
}

// isPlea says whether m is a term within which others are asked for something:
// "Anmeldungen bitte bis 1. Dezember".
func (p *prose) isPlea(m *mention) bool {
	const reach = 3
	s := p.sentences[p.tokens[m.from].sentence]
	for i := max(m.from-reach, s.from); i < min(m.to+reach, s.to); i++ {
		if pleaWords[p.tokens[i].word] {
			return true
		}
	}
	return false
}

var pleaWords = wordSet(`please kindly bitte merci svp plait favor prego gentilmente cortesia gelieve graag alstublieft`)

// isOpenDay says whether token i opens a house for visitors rather than for work.
func (p *prose) isOpenDay(i int) bool {
	return i+1 < len(p.tokens) && openWord[p.tokens[i].word] && visitWords[p.tokens[i+1].word]
}

var (
	openWord   = wordSet(`open`)
	visitWords = wordSet(`day days dag dagen house evening weekend mic`)
)

// anewWords mean "again" behind one of anewLeads: "di nuovo", "à nouveau".
var (
	anewWords = wordSet(`nuovo nuevo novo nouveau`)
	anewLeads = wordSet(`di de a`)
)

// notGone are the goneWords that only turn others.
var notGone = wordSet(`nicht niet inte ikke not ole`)

// The ranks of claims: words of return beside a date say most.
const (
	claimWeak   = 1 // away on that day
	claimBeside = 2 // words of return somewhere in the sentence
	claimEnd    = 3 // the end of the time away, or of answers by whomever
	claimReturn = 4
)

// claimOf says how surely m ends an absence, and when that is; near are the
// dates of its sentence, told is what each token says, hours whether its sentence
// tells when something is open, today the writer's.
func (p *prose) claimOf(m *mention, near []mention, told []awayHint, hours bool, today Date) claim {
	s := p.sentences[p.tokens[m.from].sentence]
	back, own, answers, all := false, false, true, awayHint(0)
	for i := s.from; i < s.to; i++ {
		all |= told[i]
		if told[i]&tellsReturn != 0 && (i < m.from || i >= m.to) {
			back = true
			if returnsOn(i, m, near) {
				own, answers = true, answers && told[i]&tellsAnswer != 0
			}
		}
	}
	gone, thing := all&tellsGone != 0, all&tellsThing != 0
	if m.to == s.to && s.to < len(p.tokens) {
		gone = gone || told[s.to]&tellsGone != 0 // a dot of "bis 28.08. Urlaub" isn't the end
	}
	if gone && !back && !m.isSpan() && isOneOf(m, near) {
		return claim{rank: claimWeak, day: m.after()}.within(today)
	}
	end := m.day
	if m.lead == leadAfter {
		end = m.after()
	}
	switch {
	case m.running && gone:
		return claim{rank: claimWeak, day: m.after()}
	case !own && (m.weekday || !gone && m.lead != leadFor) && hours, m.weekday && (m.ranged || beginsRange(m, near)) && !gone:
		return claim{} // "Mon closed, Tue to Fri 9 to 6", "answers from Wednesday to Friday"
	case m.within, m.weekday && !gone && !back && m.lead == leadFrom && near[len(near)-1].weekday && near[len(near)-1].from > m.from:
		return claim{} // "we answer within two days", "open Monday to Friday"
	case own && gone && m.ranged && m.weekday && m.lead == leadNone:
		return claim{rank: claimReturn, day: m.day, sure: true} // "out from 9 to 12 June and back on Monday"
	case thing && (!gone && !back || p.clauseOfThing(m, told)):
		return claim{} // "the exhibition runs until 30 August"
	case m.running, m.bare && (!gone || back), m.lead == leadBefore && !m.ranged:
		return claim{}
	case m.lead == leadNotBefore:
		return claim{rank: claimReturn, day: m.day, sure: true}
	case back && m.lead == leadUntil && gone:
		return claim{rank: claimEnd, day: m.backFrom()}
	case m.lead == leadUntil || m.ranged || m.lead == leadFor || m.whole:
		if back && !gone && m.lead != leadUntil && !m.ranged && !m.whole {
			return claim{rank: claimReturn, day: m.day, sure: true}
		}
		switch {
		case m.lead == leadFor && !m.inside:
			return claim{rank: claimEnd, day: m.backFrom()} // told from when on
		case !gone && !back && (all&tellsMailbox != 0 || m.lead == leadUntil && p.isPlea(m)):
			return claim{} // "this mailbox is kept until the end of the year", "please apply by"
		}
		if !gone && !back {
			return claim{rank: claimBeside, day: m.backFrom()}
		}
		return claim{rank: claimEnd, day: m.backFrom()}
	case own && p.speaksOfOther(s):
		return claim{rank: claimWeak, day: end}
	case own && answers:
		return claim{rank: claimEnd, day: end, sure: true} // who answers then may be somebody else
	case own:
		return claim{rank: claimReturn, day: end, sure: true}
	case back, m.lead == leadFrom && !gone:
		return claim{rank: claimBeside, day: m.day}
	case gone && all&tellsMailbox != 0:
		return claim{} // "this mailbox will be closed on 30 June"
	case gone && m.morning:
		return claim{rank: claimWeak, day: m.day}
	case gone && m.lead != leadFrom && (m.near || m.weekday || m.monthOnly || daysBetween(m.day, m.last) < 7):
		return claim{rank: claimWeak, day: m.after()}
	}
	return claim{}
}

// isOneOf says whether m is one of several days that a sentence lists.
func isOneOf(m *mention, near []mention) bool {
	for i := range near {
		if near[i].list && (near[i].from == m.from || i > 0 && near[i-1].from == m.from) {
			return true
		}
	}
	return false
}

// within drops the claim of a single day that is still far off: who is away then
// isn't yet.
func (c claim) within(today Date) claim {
	const soon = 7 // days
	if daysBetween(today, c.day) > soon {
		return claim{}
	}
	return c
}

// speaksOfNamed says whether the words before m tell of somebody called by name:
// "Kate is off from 22 June", "Frau Kolb ist ab 29. Juni im Urlaub".
func (p *prose) speaksOfNamed(m *mention) bool {
	s := p.sentences[p.tokens[m.from].sentence]
	for i := m.from - 1; i > s.from; i-- {
		t := p.tokens[i]
		if ownWords[t.word] {
			return false
		}
		if !isWord[t.word] {
			continue
		}
		name, before := p.tokens[i-1], token{}
		if i-2 >= s.from {
			before = p.tokens[i-2]
		}
		d, feast := dateWords().word(before.word), dateWords().word(name.word)
		return name.upper && feast.season == seasonNone && feast.month == 0 && feast.weekday == 0 && (titleWords[before.word] || before.word != "" && !before.upper && !d.has(roleArticle|roleOwn) && d.number == 0 && joinWords[before.word])
	}
	return false
}

var (
	isWord     = wordSet(`is ist est esta e is has hat ha heeft s`)
	titleWords = wordSet(`herr frau mr mrs ms miss mme monsieur madame sig sigra signora signor sr sra senhor senhora senor senora don dona mevrouw meneer dhr mevr colleague kollege kollegin collegue collega colega`)
	joinWords  = wordSet(`and but while und aber wahrend et mais y pero e ma mas en maar`)
)

// beginsRange says whether the next date of a sentence ends a range of weekdays
// that m begins.
func beginsRange(m *mention, near []mention) bool {
	for i := range near {
		if near[i].from >= m.to {
			return near[i].ranged && near[i].weekday
		}
	}
	return false
}

// hoursWords head opening hours.
var hoursWords = dateStems(`hours opening offnungszeit- oeffnungszeit- geschaftszeit- sprechzeit- horaires horaire horario horarios orari orario openingstijden openingsuren`)

// tellsHours says whether a sentence tells when something is open: it names the
// hours from and to which, or is headed so, beside a day of the week.
func (p *prose) tellsHours(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		t := p.tokens[i]
		if hoursWords.has(t.word) {
			return true
		}
		if t.kind != numberToken {
			continue
		}
		if a, b, ok := strings.Cut(t.word, "-"); ok && isHour(a) && isHour(b) && !p.namesMonth(i+1, s) {
			return true
		}
		const reach = 4 // tokens from one to the other: "9 am to 5"
		for j := i + 1; isHour(t.word) && j < min(i+1+reach, s.to); j++ {
			if p.tokens[j].kind != numberToken {
				if !betweenHours[p.tokens[j].word] {
					break
				}
				continue
			}
			joined := j > i+1 || strings.ContainsAny(p.text[t.end:p.tokens[j].start], "-–")
			if joined && isHour(p.tokens[j].word) && !p.namesMonth(j+1, s) {
				return true
			}
			break
		}
	}
	return false
}

// betweenHours stand between the two ends of opening hours.
var betweenHours = wordSet(`am pm a m p h uhr uur u heures hs ore horas to bis a as alle tot till until e hrs`)

// isHour says whether a number may be an hour of the day, with minutes or without.
func isHour(w string) bool {
	h, m, timed := strings.Cut(strings.Replace(w, ".", ":", 1), ":")
	n, err := strconv.Atoi(h)
	return err == nil && n >= 0 && n <= 24 && len(h) <= 2 && (!timed || m == "00" || m == "15" || m == "30" || m == "45")
}

// namesMonth says whether token i of a sentence, or the one behind a small word
// there, names a month.
func (p *prose) namesMonth(i int, s sentence) bool {
	for j := i; j < min(i+2, s.to); j++ {
		if dateWords().word(p.tokens[j].word).month > 0 {
			return true
		}
	}
	return false
}

// ownWords say that the writer speaks of themselves.
var ownWords = wordSet(`i im ill we ich wir bin je j nous suis serai ik wij we ben io sono noi rientro torno tornero rientrero rispondo yo nosotros vuelvo volvemos regreso regresamos estare estoy contesto respondo eu nos volto voltamos regresso regressamos estarei estou`)

// speaksOfOther says whether a sentence tells of somebody else alone: "my
// colleague is back on the 12th".
func (p *prose) speaksOfOther(s sentence) bool {
	other := false
	for i := s.from; i < s.to; i++ {
		w := p.tokens[i].word
		if ownWords[w] {
			return false
		}
		other = other || otherWords.has(w) || urgentWords.has(w)
	}
	return other
}

// urgentWords lead to whom one turns to instead.
var urgentWords = dateStems(`urgent- urgenc- urgenz- dringend- notfall- notfalle- spoed- emergenc-`)

// beside are the dates of the sentence in which found[i] stands.
func beside(p *prose, found []mention, i int) []mention {
	s := p.tokens[found[i].from].sentence
	from, to := i, i+1
	for from > 0 && p.tokens[found[from-1].from].sentence == s {
		from--
	}
	for to < len(found) && p.tokens[found[to].from].sentence == s {
		to++
	}
	return found[from:to]
}

// returnsOn says whether the word of return in token i speaks of m: of the date
// that follows it next in its sentence, else of the last one before it.
func returnsOn(i int, m *mention, near []mention) bool {
	for j := range near {
		if near[j].from > i {
			return near[j].from == m.from
		}
	}
	return m.from == near[len(near)-1].from
}
