package replies

import (
	"slices"
	"strings"
)

// workWords tell of the days that someone works on.
var workWords = dateStems(`work- arbeit- arbeitstag- travaill- trabaj- lavor- trabalh- werk werkdagen office buro buero look check read lese rufe abrufe consulte lis leo leggo leio lees erreich- presen- teilzeit
day days desk workday- platz burotag- buerotag- buro- arbeitsplatz teletrava- temps atiend- atend- jornada horario oficina orario ufficio escritorio sede kantoor kantoordag- bureau aanwezig werkzaam parttime deeltijd tempo parcial reducid- ridott- part anwesend verfugbar available disponib- bereikbaar reachable erreichbar joignable mornings afternoons vormittags nachmittags ochtenden matins mattine ricevo recibo staffed miramos revisamos consultamos controlliamo bekijken`)

// shopWords tell of a shop's days, which say something where it opens on no others.
var shopWords = dateStems(`open opens offen geoffnet offnet ouvert ouvre ouvrons abierto abrimos abre aperti aperto apriamo aberto abertos geopend`)

// otherWords tell that somebody else is spoken of.
var otherWords = dateStems(`colleague kolleg- collegue collega collega- colega assistant- assistent- vertret- vertritt vervang- remplac- sostitu- substitu- sustitu- backup deputy cover-`)

// hereWords say "I am there" in one language, and other things elsewhere.
var hereWords = map[string]string{"da": "de", "er": "nl", "in": "en", "here": "en", "ca": "pt", "aca": "es"}

// outWords tell of days away, not of those at work.
var outWords = dateStems(`out ausser fuera fora fuori absen- abwesend clos- geschlossen ferm- cerrad- chius- fechad- gesloten`)

// notWords turn the days of work into days off.
var notWords = dateStems(`not dont nicht pas niet non nao off`)

// onlyWords leave out all other days.
var onlyWords = dateStems(`only nur seulement solo solamente soltanto apenas somente alleen`)

// workdays are the days of the week that a sentence names, as days of work or
// off it.
type workdays struct {
	days  [8]bool // by ISO weekday
	named int
	works bool // it speaks of work
	out   bool // of being away
	off   bool // the days are off
	only  bool // on no other days
	habit bool // they come again and again: "on Thursdays"
	opens bool // it tells when a shop is open
	other bool // it speaks of somebody else
	dated bool // it names a date
}

// nextWorkingDay reads part-time notices: "I work Mondays, Tuesdays and
// Wednesdays only" is answered on the next of these days.
func nextWorkingDay(p *prose, today Date, told []awayHint) (Date, bool) {
	tongue := dateTongue(p)
	for _, s := range p.sentences {
		w := p.workdaysOf(s, tongue, told)
		if w.fullTime() {
			w = p.daysAnswered(s, tongue, told)
		}
		w.works = w.works || w.habit && p.answersOn(s, told)
		if !w.telling() {
			continue
		}
		for ahead := 1; ahead <= 7; ahead++ {
			day := today.AddDays(ahead)
			wd := weekdayOf(day)
			if w.off != w.days[wd] && wd <= 5 {
				return day, true
			}
		}
	}
	return Date{}, false
}

// answersOn says whether the writers of a sentence tell that they answer: "we answer
// mail every Wednesday".
func (p *prose) answersOn(s sentence, told []awayHint) bool {
	return slices.ContainsFunc(told[s.from:s.to], func(h awayHint) bool { return h&tellsAnswer != 0 })
}

// answersWeekly says whether somebody is there on one day of the week alone: "staffed
// on Friday mornings. We answer everything then".
func (p *prose) answersWeekly(told []awayHint) bool {
	tongue := dateTongue(p)
	for n, s := range p.sentences {
		w := p.workdaysOf(s, tongue, told)
		if w.named != 1 || !w.habit || !w.works || w.out || w.other || w.dated || n+1 == len(p.sentences) {
			continue
		}
		if next := p.sentences[n+1]; p.answersOn(next, told) && p.tellsOf(next, meanwhileWords) {
			return true
		}
	}
	return false
}

// daysAnswered reads the days behind the word that tells of answering, where
// others stand before it: "in court on Mondays and Tuesdays and answers mail from
// Wednesday to Friday".
func (p *prose) daysAnswered(s sentence, tongue string, told []awayHint) workdays {
	for i := s.from + 1; i < s.to; i++ {
		if told[i]&tellsAnswer == 0 {
			continue
		}
		before, after := s, s
		before.to, after.from = i, i
		if w := p.workdaysOf(after, tongue, told); p.workdaysOf(before, tongue, told).named > 0 && w.named > 0 {
			w.works = true
			return w
		}
	}
	return workdays{}
}

// telling says whether the days are those of somebody who works part-time.
func (w *workdays) telling() bool {
	switch {
	case w.named == 0, w.out, w.dated, w.other, w.fullTime():
		return false
	case w.works:
		return w.named > 1 || w.only || w.habit
	}
	return w.only && (w.habit || w.opens)
}

// fullTime says whether the days are those that everybody works on: then they
// tell when someone is open.
func (w *workdays) fullTime() bool {
	return !w.off && w.days[1] && w.days[2] && w.days[3] && w.days[4] && w.days[5]
}

// workdaysOf reads the days that a sentence names.
func (p *prose) workdaysOf(s sentence, tongue string, told []awayHint) workdays {
	var w workdays
	last := int8(0)
	for i := s.from; i < s.to; i++ {
		t := p.tokens[i]
		w.works = w.works || workWords.has(t.word) || hereWords[t.word] == tongue && tongue != ""
		w.opens = w.opens || shopWords.has(t.word)
		w.other = w.other || otherWords.has(t.word)
		w.out = w.out || outWords.has(t.word) || told[i]&tellsGone != 0 && !notWords.has(t.word)
		w.off = w.off || notWords.has(t.word)
		w.only = w.only || onlyWords.has(t.word)
		d := weekdayWord(t.word, tongue)
		w.dated = w.dated || d.month > 0 && (!d.weak || i > s.from && p.tokens[i-1].kind == numberToken) || t.kind == numberToken && len(t.word) > 2 && !p.isShare(i) && !isHour(t.word)
		if !p.namesWeekday(i, s, tongue) {
			continue
		}
		if i > s.from && last > 0 && last < d.weekday && p.spansTo(i, tongue) {
			for k := last; k <= d.weekday; k++ {
				w.days[k] = true
			}
		}
		w.habit = w.habit || d.has(rolePlural) || i > s.from && habitLeads[p.tokens[i-1].word] || p.comesAgain(i, s)
		w.days[d.weekday], last = true, d.weekday
		w.named++
	}
	return w
}

// weekdayWord is the meaning of a word, of the weekday in it where it joins one to a
// part of the day: "Mittwochabend".
func weekdayWord(w, tongue string) dateWord {
	d := dateWords().in(w, tongue)
	if day, _, ok := dateWords().split(w); ok && d == (dateWord{}) && day.weekday > 0 {
		return day
	}
	return d
}

// comesAgain says whether the weekday in token i is meant again and again: "every
// Wednesday", "on Friday mornings", but not "every first Friday".
func (p *prose) comesAgain(i int, s sentence) bool {
	if i+1 < s.to && !p.tokens[i+1].breaks && partsOfDays[p.tokens[i+1].word] {
		return true
	}
	const reach = 2 // words: "todas as quartas"
	for j := i - 1; j >= max(i-reach, s.from); j-- {
		if w := p.tokens[j].word; everyWords[w] {
			return true
		} else if !dateWords().word(w).has(roleArticle) {
			return false
		}
	}
	return false
}

// partsOfDays make a habit of the weekday before them.
var partsOfDays = wordSet(`mornings afternoons evenings nights`)

// habitLeads are articles of a weekday that comes again and again.
var habitLeads = wordSet(`los les il le`)

// isShare says whether the number in token i tells how much of a week somebody
// works: "ik werk 3/5".
func (p *prose) isShare(i int) bool {
	w := p.tokens[i].word
	return len(w) == 3 && w[1] == '/' && w[0] < w[2] && w[2] <= '6' && i > 0 && workWords.has(p.tokens[i-1].word)
}

// namesWeekday says whether token i of a sentence is a weekday: a short form
// only beside another one, and the ordinals of Portuguese only there.
func (p *prose) namesWeekday(i int, s sentence, tongue string) bool {
	d := weekdayWord(p.tokens[i].word, tongue)
	if d.weekday == 0 || d.ordinal > 0 && tongue != "pt" {
		return false
	}
	if !d.weak {
		return true
	}
	short := func(j int) bool {
		return j >= s.from && j < s.to && p.tokens[j].upper && dateWords().in(p.tokens[j].word, tongue).weekday > 0
	}
	return short(i) && (short(i-1) || short(i+1))
}

// spansTo says whether a dash or a word for "to" joins token i to what stands before.
func (p *prose) spansTo(i int, tongue string) bool {
	if strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], "-–") {
		return true
	}
	for j := i - 1; j >= i-3 && j >= 0; j-- {
		d := dateWords().in(p.tokens[j].word, tongue)
		switch {
		case isOr(p.tokens[j].word):
			return false
		case d.has(roleTo | roleUntil):
			return true
		case !d.has(roleArticle):
			return false
		}
	}
	return false
}

// isOr knows the words for "and", which list days and span none.
func isOr(w string) bool {
	switch w {
	case "and", "und", "et", "y", "e", "en", "och", "og":
		return true
	}
	return false
}
