package replies

import "time"

// farthest is how long ahead a date may lie to be believed: 18 months.
const farthest = 18

// usable says whether a day is one to wait for: after today, not too far.
func usable(day, today Date) bool {
	return today.Before(day) && !addMonths(today, farthest).Before(day)
}

// returnWords are what people come back with: an absence ends on the date
// beside one of them.
var returnWords = wordSet(`back return returns returning returned resume reopen reopens reopening open opens again
wieder zuruck zurueck zuruckkehren ruckkehr rueckkehr erreichbar ansprechbar offnen oeffnen offnet geoffnet
retour reprends reprendrai reprise reprendrons revenir reviens serai serons rouvre rouvrons rouvrira rouvrirons reouverture disponible joignable
vuelvo volvere regreso regresare vuelta reincorporare reincorporo reincorporacion reabrimos reabriremos reanudo retomare disponible
torno rientro tornero rientrero ritorno riapriamo riapriremo riapertura disponibile rientrera riprendo
volto voltarei regresso retorno retornarei retornar retomo reabrimos regressarei disponivel reabriremos estarei
terug weer bereikbaar aanwezig heropenen opnieuw hervat
volvemos volvere reabre reabren rouvriront rouvrent riaprono riapriranno reabrem
powrot wracam wroce wrocimy bede tillbaka tilbage tilbake ater svarer svarar takaisin palaan palaamme vastaan zpet opet budu vratim donecegim donuyorum donus
available contactable reachable respond answer respondere rispondero antworte beantworte repondrai answering danach`)

// goneWords say that someone is away on the dates beside them.
var goneWords = wordSet(`out away leave holiday vacation closed off absent unavailable travelling traveling annual conference closes
abwesend urlaub geschlossen nicht unterwegs abwesenheit ausser dienstreise krank elternzeit
absent absente conges vacances ferme fermes fermeture deplacement conge fermee
vacaciones ausente fuera cerrado cerrados cerradas baja
ferie assente chiuso chiusi chiusa fuori chiusura vacanza
ferias ausente fora fechado fechados licenca encerrado encerrados
afwezig vakantie gesloten vrij verlof ziek cursus
ledig borta fri urlopie urlop nieobecny nieobecna semester semestern ferie lomalla kesalomalla dovolenou dovolene dovolena izinde izindeyim disindayim besetzt unbesetzt`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	start := -1
	for i := 0; i <= len(words); i++ {
		space := i == len(words) || words[i] == ' ' || words[i] == '\n'
		switch {
		case space && start >= 0:
			set[words[start:i]] = true
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	return set
}

// after is the first day on which m has passed: what "until" and "after" come to.
func (m *mention) after() Date { return workday(m.last.AddDays(1)) }

// backFrom is the day on which an absence that m bounds is over.
func (m *mention) backFrom() Date {
	switch {
	case m.lead == leadFor:
		return m.day
	case m.ranged || m.inclusive || m.lead == leadAfter:
		return m.after()
	case m.lead == leadUntil && m.part && !m.late:
		return m.day
	case m.lead == leadUntil:
		// "until Monday" names the day of return, "until Friday" the last day away.
		if m.monthOnly || m.day != m.last {
			return workday(m.last.AddDays(1))
		}
		if weekdayOf(m.day) == 1 {
			return m.day
		}
		return m.after()
	}
	return m.day
}

// absenceEnd is the day on which the writer of an absence notice is back: the
// date beside words of returning, else the end of what they are away for.
func absenceEnd(p *prose, now time.Time) (day *Date, stated bool, at *mention) {
	today := NewDate(now)
	if d, ok := nextWorkingDay(p, today); ok {
		return &d, false, nil
	}
	found := dates(p, now, false)
	best := 0
	for i := range found {
		m := &found[i]
		if m.lead == leadSince && !m.running || m.lead == leadBefore && !m.ranged || m.from > 0 && isNumberLabel(p, m.from) {
			continue
		}
		rank, end := absenceRank(p, m, found)
		if rank == 0 || !usable(end, today) {
			continue
		}
		if rank > best || rank == best && day.Before(end) {
			best, day, stated, at = rank, &end, m.stated, m
		}
	}
	return day, stated, at
}

// isNumberLabel keeps ticket and order numbers out: "Vorgang 2026-0099417".
func isNumberLabel(p *prose, i int) bool {
	switch p.tokens[i-1].word {
	case "nr", "no", "number", "ticket", "vorgang", "vorgangsnummer", "case", "ref", "durchwahl", "tel", "ramal", "ext":
		return true
	}
	return false
}

// absenceRank says how surely m ends an absence, and when that is.
func absenceRank(p *prose, m *mention, all []mention) (int, Date) {
	s := p.sentences[p.tokens[m.from].sentence]
	back, gone := false, false
	for i := s.from; i < s.to; i++ {
		w := p.tokens[i].word
		back = back || returnWords[w] && (i < m.from || i >= m.to)
		gone = gone || goneWords[w]
	}
	switch {
	case m.running && gone:
		return 1, m.after()
	case m.running:
		return 0, Date{}
	case back && m.lead == leadUntil && gone:
		return 3, m.backFrom()
	case m.lead == leadUntil || m.ranged || m.lead == leadFor:
		if back && !gone && m.lead != leadUntil && !m.ranged {
			return 4, m.day
		}
		return 3, m.backFrom()
	case back && !(gone && firstIn(m, all, s)):
		if m.lead == leadAfter {
			return 4, m.after()
		}
		return 4, m.day
	case back:
		return 2, m.day
	case m.lead == leadFrom && !gone:
		return 2, m.day
	case gone && m.near:
		return 1, workday(m.last.AddDays(1))
	case gone && (m.weekday || daysBetween(m.day, m.last) < 7) && m.lead != leadFrom:
		return 1, workday(m.last.AddDays(1))
	}
	return 0, Date{}
}

// firstIn says whether another date follows m in the sentence: "closes on the
// 23rd and reopens on the 4th" returns on the last.
func firstIn(m *mention, all []mention, s sentence) bool {
	for i := range all {
		if all[i].from > m.from && all[i].from < s.to {
			return true
		}
	}
	return false
}

// nextWorkingDay reads part-time notices: "I work Mondays, Tuesdays and
// Wednesdays only" is answered on the next of these days.
func nextWorkingDay(p *prose, today Date) (Date, bool) {
	vocabulary := dateWords()
	for _, s := range p.sentences {
		works, off, dated := false, false, false
		var days [8]bool
		n, from := 0, int8(0)
		for i := s.from; i < s.to; i++ {
			w := p.tokens[i].word
			switch w {
			case "work", "working", "arbeite", "arbeitstage", "travaille", "trabajo", "lavoro", "trabalho", "werk", "werkdagen", "office", "buro", "buero", "erreiche", "erreichen", "presente", "presence", "teilzeit":
				works = true
			case "not", "nicht", "pas", "niet", "non", "nao", "off":
				off = true
			}
			d := vocabulary[w]
			dated = dated || d.month > 0 && !d.weak || p.tokens[i].kind == numberToken && len(w) > 5
			if wd := d.weekday; wd > 0 && !d.weak {
				if from > 0 && (p.tokens[i-1].word == "to" || p.tokens[i-1].word == "bis" || p.tokens[i-1].word == "au" || p.tokens[i-1].word == "a" || p.tokens[i-1].word == "tot" || p.tokens[i-1].word == "al" || p.tokens[i-1].word == "through") {
					for k := from; k <= wd; k++ {
						days[k] = true
					}
				}
				days[wd], from = true, wd
				n++
			}
		}
		if !works || n < 2 || dated {
			continue
		}
		for ahead := 1; ahead <= 7; ahead++ {
			day := today.AddDays(ahead)
			wd := weekdayOf(day)
			if off != days[wd] && wd <= 5 {
				return day, true
			}
		}
	}
	return Date{}, false
}

// deferral is the day from which a person who said "later" may be written to.
// The date of the sentence that asks for it counts before any other.
func deferral(p *prose, now time.Time, asked []hit) (day *Date, stated bool, at *mention) {
	today := NewDate(now)
	found := dates(p, now, true)
	best := 0
	for i := range found {
		m := &found[i]
		end, ok := m.deferredTo()
		blocked := m.lead == leadNone && barred(p, m, asked)
		if blocked {
			end, ok = m.after(), true
		}
		if !ok || !usable(end, today) {
			continue
		}
		rank := deferralRank(p, m, asked)
		if blocked {
			rank = 12 + i
		}
		if rank > best {
			best, day, stated, at = rank, &end, m.stated, m
		}
	}
	return day, stated, at
}

// barred says whether m is a time in which the writer wants no mail: "don't
// write in November or December".
func barred(p *prose, m *mention, asked []hit) bool {
	for _, h := range asked {
		if h.rule.name == notUntilRule && p.tokens[h.from].sentence == p.tokens[m.from].sentence {
			return true
		}
	}
	return false
}

// deferredTo is the day that m lets one write from.
func (m *mention) deferredTo() (Date, bool) {
	switch m.lead {
	case leadSince, leadBefore:
		return Date{}, false
	case leadAfter:
		return m.after(), true
	case leadUntil:
		if m.part && !m.late {
			return m.day, true
		}
		return m.after(), true
	}
	return m.day, true
}

// deferralRank prefers the sentence of the request, then "not before", then
// what stands close by.
func deferralRank(p *prose, m *mention, asked []hit) int {
	rank := 1
	sentence := p.tokens[m.from].sentence
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
			if m.to > h.to {
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
	if m.near {
		rank -= 5
	}
	return max(rank, 1)
}
