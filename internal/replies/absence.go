package replies

import "time"

// returnWords are what people come back with: an absence ends on the date
// beside one of them. A hyphen ends a stem.
var returnWords = dateStems(`back return- resum- reopen- open opens again available contactable reachable respond- answer- reply replies pick- deal dealt read reads handle handled process- attend attended revert
wieder zuruck- zurueck- ruckkehr- rueckkehr- wiedereintritt erreichbar ansprechbar offnen oeffnen offnet geoffnet antwort- beantwort- bearbeit- reagier- kummer- lese weiter danach arbeitstag-
retour repren- reprise reven- revien-  rouv- reouver- disponible joignable repond- lirai lis traite traiterai consulte consulterai
vuelvo volver- volve- regres- vuelta reincorpor- reabr- reanud- retom- respond- contest- leere leo atender-
torn- rientr- ritorno riapr- riapertura disponibile riprend- rispond- operativ- leggo leggero raggiungibil-
volto volta- regress- retorn- disponivel respond- leio lerei
terug weer bereikbaar aanwezig heropen- opnieuw hervat beantwoord- antwoord reageer- lees haal
powrot wrac- wroc- bede odpow- odpis- tillbaka ater svar- tilbage tilbake igen igjen laser laeser leser luen takaisin pala- vasta- zpet opet budu vrat- vrac- navrat- odpov- donec- donuy- donus- yanit- cevap- ofiste olaca- 復 戻 出社 出勤 返信 返事 返答 回答 再開 連絡 対応 営業`)

// answerWords are those of returnWords that speak of answering alone.
var answerWords = dateStems(`respond- answer- reply replies deal dealt handle handled process- attend antwort- beantwort- bearbeit- reagier- kummer- repond- traite traiterai contest- atender- rispond- beantwoord- antwoord reageer- odpov- vasta- svar- odpow- odpis- yanit- cevap-`)

// thingWords are what else has a date than the writer.
var thingWords = dateStems(`exhibition- deliver- shipment- offer- price- returns refund- application- interview- invoice- order orders sale registration
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
var mailboxWords = dateStems(`mailbox- inbox postfach boite buzon casella caixa postvak brevlada postkasse skrzynk-`)

// goneWords say that someone is away on the dates beside them.
var goneWords = dateStems(`shut out away leave holiday- vacation- closed closes closure off absent absence unavailable travel- annual conference fair training road pto ooo secondment sabbatical
abwesen- urlaub- geschlossen umbau- jahresurlaub- betriebsruhe nicht unterwegs ausser dienstreise krank- elternzeit mutterschutz karenz betriebsferien betriebsurlaub schulung messe fortbildung ferien abwesenheit besetzt unbesetzt montage
absen- vacances ferm- deplacement conge- salon formation
vacaciones ausent- ausenc- fuera cerrad- baja viaje curso feria
ferie assent- assenz- chius- fuori chiusura vacanz- fiera maternita
ferias ausent- ausenc- fora fechad- licenca encerrad- viagem recesso
afwezig vakantie gesloten vrij verlof zwangerschapsverlof ziek cursus pad niet bouwvak beurs reis onderweg rejse reise resa
ledig- borta frånvar- bort- fri semester- semester foraldraledig foraeldraledig kurs inte ikke ferielukket fellesferie sommerferie bortrest feri-
urlop- nieobecn- poza lom- nepritom- kesalom- poissa ole dovolen- mimo izin- disinda- 休 不在 外出`)

// backFrom is the day on which an absence that m bounds is over.
func (m *mention) backFrom() Date {
	switch {
	case m.lead == leadFor:
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
}

// absenceEnd is the day on which the writer of an absence notice is back: the
// date beside words of returning, else the end of what they are away for.
func absenceEnd(p *prose, now time.Time) (day *Date, stated bool, at *mention) {
	c, at, settled := absenceByRule(p, now)
	if c == nil || settled {
		return c.outcome(at)
	}
	return c.decide(dateChoiceTrained(), at)
}

// absenceByRule is what the rules come to: the days there are to choose from,
// and the mention that they pick; it is settled where the writer's own days of
// work decide.
func absenceByRule(p *prose, now time.Time) (c *dateChooser, at *mention, settled bool) {
	today := NewDate(now)
	found := dates(p, now, false)
	told := p.awayHints()
	if p.tellsOtherNews(told) {
		return nil, nil, true
	}
	chooser := &dateChooser{prose: p, found: found, today: today, notice: true, told: told}
	best, sure := 0, false
	for i := range found {
		m := &found[i]
		if m.lead == leadSince && !m.running {
			chooser.see(i, 0, Date{})
			continue
		}
		c := p.claimOf(m, beside(p, found, i), told)
		chooser.see(i, c.rank, c.day)
		if c.rank == 0 || !usable(c.day, today) {
			continue
		}
		sure = sure || c.sure
		if c.rank > best || c.rank == best && chooser.ruled.Before(c.day) {
			best, chooser.ruled, at = c.rank, &c.day, m
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
	return chooser, at, false
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
		if p.tells(returnWords, i) || i > 0 && anewWords[p.tokens[i].word] && anewLeads[p.tokens[i-1].word] {
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
// dates of its sentence, told is what each token says.
func (p *prose) claimOf(m *mention, near []mention, told []awayHint) claim {
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
	end := m.day
	if m.lead == leadAfter {
		end = m.after()
	}
	switch {
	case m.running && gone:
		return claim{rank: claimWeak, day: m.after()}
	case m.within, m.weekday && !gone && !back && (m.ranged || m.lead == leadFrom && near[len(near)-1].weekday && near[len(near)-1].from > m.from):
		return claim{} // "we answer within two days", "open Monday to Friday"
	case own && gone && m.ranged && m.weekday && m.lead == leadNone:
		return claim{claimReturn, m.day, true} // "out from 9 to 12 June and back on Monday"
	case thing && (!gone && !back || p.clauseOfThing(m, told)):
		return claim{} // "the exhibition runs until 30 August"
	case m.running, m.bare && (!gone || back), m.lead == leadBefore && !m.ranged:
		return claim{}
	case m.lead == leadNotBefore:
		return claim{claimReturn, m.day, true}
	case back && m.lead == leadUntil && gone:
		return claim{rank: claimEnd, day: m.backFrom()}
	case m.lead == leadUntil || m.ranged || m.lead == leadFor || m.whole:
		if back && !gone && m.lead != leadUntil && !m.ranged && !m.whole {
			return claim{claimReturn, m.day, true}
		}
		if !gone && !back {
			return claim{rank: claimBeside, day: m.backFrom()}
		}
		return claim{rank: claimEnd, day: m.backFrom()}
	case own && p.speaksOfOther(s):
		return claim{rank: claimWeak, day: end}
	case own && answers:
		return claim{claimEnd, end, true} // who answers then may be somebody else
	case own:
		return claim{claimReturn, end, true}
	case back, m.lead == leadFrom && !gone:
		return claim{rank: claimBeside, day: m.day}
	case gone && all&tellsMailbox != 0:
		return claim{} // "this mailbox will be closed on 30 June"
	case gone && m.lead != leadFrom && (m.near || m.weekday || m.monthOnly || daysBetween(m.day, m.last) < 7):
		return claim{rank: claimWeak, day: m.after()}
	}
	return claim{}
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
