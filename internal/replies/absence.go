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
terug weer bereikbaar aanwezig heropen- opnieuw hervat beantwoord- antwoord reageer- lees
powrot wrac- wroc- bede odpow- odpis- tillbaka ater svar- tilbage tilbake igen igjen laser laeser leser luen takaisin pala- vasta- zpet opet budu vrat- vrac- odpov- donec- donuy- donus- yanit- cevap- ofiste olaca- 復 戻 出社 出勤 返信 返事 返答 回答 再開 連絡 対応 営業`)

// goneWords say that someone is away on the dates beside them.
var goneWords = dateStems(`out away leave holiday- vacation- closed closes closure off absent absence unavailable travel- annual conference fair training road pto ooo secondment sabbatical
abwesen- urlaub- geschlossen nicht unterwegs ausser dienstreise krank- elternzeit mutterschutz karenz betriebsferien betriebsurlaub schulung messe fortbildung ferien abwesenheit besetzt unbesetzt montage
absen- vacances ferm- deplacement conge- salon formation
vacaciones ausent- ausenc- fuera cerrad- baja viaje curso feria
ferie assent- assenz- chius- fuori chiusura vacanz- fiera maternita
ferias ausent- ausenc- fora fechad- licenca encerrad- viagem recesso
afwezig vakantie gesloten vrij verlof zwangerschapsverlof ziek cursus pad niet bouwvak beurs
ledig- borta frånvar- bort- fri semester- semester foraldraledig foraeldraledig kurs inte ikke ferielukket fellesferie sommerferie bortrest feri-
urlop- nieobecn- poza lom- kesalom- poissa ole dovolen- mimo izin- disinda- 休 不在 外出`)

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

// absenceEnd is the day on which the writer of an absence notice is back: the
// date beside words of returning, else the end of what they are away for.
func absenceEnd(p *prose, now time.Time) (day *Date, stated bool, at *mention) {
	today := NewDate(now)
	found := dates(p, now, false)
	best := 0
	for i := range found {
		m := &found[i]
		if m.lead == leadSince && !m.running {
			continue
		}
		rank, end := absenceRank(p, m, beside(p, found, i))
		if rank == 0 || !usable(end, today) {
			continue
		}
		if rank > best || rank == best && day.Before(end) {
			best, day, stated, at = rank, &end, m.stated, m
		}
	}
	if best < 4 {
		if d, ok := nextWorkingDay(p, today); ok {
			return &d, false, nil
		}
	}
	return day, stated, at
}

// absenceRank says how surely m ends an absence, and when that is; near are the
// dates of its sentence.
func absenceRank(p *prose, m *mention, near []mention) (int, Date) {
	s := p.sentences[p.tokens[m.from].sentence]
	back, own, gone := false, false, false
	for i := s.from; i < s.to; i++ {
		if p.tells(returnWords, i) && (i < m.from || i >= m.to) {
			back, own = true, own || returnsOn(i, m, near)
		}
		gone = gone || p.tells(goneWords, i)
	}
	switch {
	case m.running && gone:
		return 1, m.after()
	case m.within, m.weekday && !gone && !back && (m.ranged || m.lead == leadFrom && near[len(near)-1].weekday && near[len(near)-1].from > m.from):
		return 0, Date{} // "we answer within two days", "open Monday to Friday"
	case own && gone && m.ranged && m.weekday && m.lead == leadNone:
		return 4, m.day // "out from 9 to 12 June and back on Monday"
	case m.running, m.bare && (!gone || back), m.lead == leadBefore && !m.ranged:
		return 0, Date{}
	case m.lead == leadNotBefore:
		return 4, m.day
	case back && m.lead == leadUntil && gone:
		return 3, m.backFrom()
	case m.lead == leadUntil || m.ranged || m.lead == leadFor || m.whole:
		if back && !gone && m.lead != leadUntil && !m.ranged && !m.whole {
			return 4, m.day
		}
		return 3, m.backFrom()
	case own:
		if m.lead == leadAfter {
			return 4, m.after()
		}
		return 4, m.day
	case back:
		return 2, m.day
	case m.lead == leadFrom && !gone:
		return 2, m.day
	case gone && m.lead != leadFrom && (m.near || m.weekday || m.monthOnly || daysBetween(m.day, m.last) < 7):
		return 1, m.after()
	}
	return 0, Date{}
}

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
