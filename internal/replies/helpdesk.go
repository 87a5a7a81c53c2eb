package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Helpdesks send people's answers and their own receipts with a first line that tells
// where to write, and set a rule with a name and a time above each mail of the thread.

// The words of the line that tells where to write, folded: replies and lines, one of
// each, and what begins it where no marks stand around it.
const (
	aboveReplies = " reply| repl|respon|answer| write| type|enter |antwort|schreib|repon|ecri|saisi|contest|escrib|risp|scriv|digit|escrev|insir|antwoord|schrijf| typ |reageer"
	aboveBids    = "please|kindly|reply|respond|answer|type|write|enter|bitte|antwort|schreib|geben|merci de|veuillez|repond|ecri|saisi|por favor|favor|respond|contest|escrib|per favore|si prega|rispond|scriv|digit|inseri|escrev|gelieve|antwoord|schrijf|typ|reageer"
	aboveLines   = " line| delimiter| linie| zeile| trennlinie| ligne| trait | linea | riga | linha | lijn | regel | streep"
)

// aboveWhere is the third of them, aboveWhole what single helpdesks write.
var (
	aboveWhere = newPhrasebook("above|over this|oberhalb|uber dies|au-dessus|au dessus|ci-dessus|encima|arriba|sobre esta|sopra|acima|por cima|boven")
	aboveWhole = newPhrasebook("reply-above|## in replies|reply above this|please reply above|type your reply above|write above this|enter your reply above|antworten sie oberhalb|antwort oberhalb|repondre au-dessus|responda encima|rispondi sopra")
)

// tellsAbove says whether a folded line tells to write above it.
func tellsAbove(low string) bool {
	if aboveWhole.in(low) {
		return true
	}
	if !aboveWhere.in(low) {
		return false
	}
	low = " " + low + " "
	return holdsOneOf(aboveLines, low) && holdsOneOf(aboveReplies, low)
}

// marksAbove says whether lines[i], which tells to write above it, is a helpdesk's:
// between marks, or alone and first of all, below a rule or above history. In a
// sentence people speak of it.
func marksAbove(lines []line, labels []label, i int) bool {
	const longestBare, mostBare = 90, 12
	s := strings.TrimSpace(lines[i].text)
	if fencedTwice(s) {
		return true
	}
	if len(s) > longestBare || wordCount(s) > mostBare || strings.HasSuffix(s, "?") || saysI(s) || !startsOneOf(aboveBids, fold(s)) {
		return false
	}
	above := i - 1
	for above >= 0 && lines[above].blank() {
		above--
	}
	if above < 0 || isRule(strings.TrimSpace(lines[above].text)) {
		return true
	}
	next := nextText(lines, i+1)
	return next < len(lines) && (lines[next].depth > 0 || isRule(strings.TrimSpace(lines[next].text)) || attributionAt(lines, next) > 0 || headerBlockAt(lines, labels, next))
}

// fencedTwice says whether two marks stand before a line, or one before and one
// behind it; a list's item begins with a dash, too.
func fencedTwice(s string) bool {
	const marks = "#-=*_~>[](<)–—"
	lead := len(s) - len(strings.TrimLeft(s, marks))
	trail := len(s) - len(strings.TrimRight(s, marks))
	return lead > 1 || lead > 0 && trail > 0
}

// stampedAt gives the index of the line below a helpdesk's rule at lines[i] and the
// name and time under it, 0 where there are none: "Amara Nwosu, Oct 13, 10:04 MDT",
// or the name and the time on a line each.
func stampedAt(lines []line, i int) int {
	const reach = 3
	s := strings.TrimSpace(lines[i].text)
	if !isRule(s) || len(s) < 2*reach {
		return 0
	}
	at := nextText(lines, i+1)
	if at >= len(lines) || at-i > reach || lines[at].depth > 0 {
		return 0
	}
	name, stamp, _ := strings.Cut(strings.TrimSpace(lines[at].text), ",")
	if stamp == "" && at+1 < len(lines) && !lines[at+1].blank() {
		at++
		stamp = strings.TrimSpace(lines[at].text)
	}
	name, _, _ = strings.Cut(name, "|")
	if !nameStamped(name) || !isStamp(stamp) {
		return 0
	}
	next := nextText(lines, at+1)
	if next >= len(lines) {
		return 0
	}
	if _, more, _ := strings.Cut(strings.TrimSpace(lines[next].text), ","); isStamp(more) {
		return 0 // a list of appointments
	}
	return at + 1
}

// nameStamped says whether the words before a time are a name, the firm behind it in
// brackets perhaps.
func nameStamped(s string) bool {
	const longest, mostWords = 60, 4
	name, _, _ := strings.Cut(s, "(")
	words := strings.Fields(name)
	if len(s) > longest || len(words) == 0 || len(words) > mostWords || strings.ContainsAny(name, ".?!:;0123456789") && !strings.Contains(name, ". ") {
		return false
	}
	return namelike(strings.Join(words, " ")) && !holdsPlainWord([]string{fold(words[0])})
}

// isStamp says whether words are a date with a time of day and nothing else.
func isStamp(s string) bool {
	const longest, mostWords = 60, 12
	s = strings.TrimSpace(s)
	if len(s) > longest || wordCount(s) > mostWords || strings.HasSuffix(s, "?") {
		return false
	}
	clock, dated := false, false
	for word := range strings.FieldsSeq(s) {
		bare := strings.Trim(word, ",.():")
		low := fold(bare)
		first, _ := utf8.DecodeRuneInString(bare)
		d := dateWords().word(low)
		switch {
		case oneOf("uhr|kl|klo|ore", low):
			clock = true
		case bare == "", oneOf("at|um|a|las|les|alle|as|om|de|le|den|o|h|am|pm|a.m|p.m|el|il|em|op|uur|heures", low):
		case isDigitByte(bare[0]):
			clock = clock || strings.Contains(bare, ":") || strings.Contains(low, "h")
			dated = dated || !strings.Contains(bare, ":")
		case d.month > 0, d.weekday > 0, oneOf("out|set|sett|mag|gen|mai|mars|mrt|ago|dez|dic", low): // some are other words as well
			dated = true
		case len(bare) <= 6 && bare == strings.ToUpper(bare) && unicode.IsUpper(first): // a zone: "MDT", "GMT+1"
		default:
			return false
		}
	}
	return clock && dated
}

// stampedByReader says whether the lines of a stamp name whom the writer writes to.
func (w writer) stampedByReader(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return w.namesReader(stampedName(l)) })
}

// stamps says whether the lines of a stamp name the writer.
func (w writer) stamps(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		words := strings.Fields(stampedName(l))
		return len(words) > 0 && w.full(words)
	})
}

// stampedName is the name in a line of a stamp, folded.
func stampedName(l line) string {
	name, _, _ := strings.Cut(strings.TrimSpace(l.text), ",")
	name, _, _ = strings.Cut(name, "(")
	return fold(name)
}

// onlyHeads says whether lines above the one that tells where to write are no answer:
// a greeting, a rule, what the helpdesk is called.
func onlyHeads(lines []line) bool {
	const fewest, most = 2, 5 // words of a name
	return !slices.ContainsFunc(lines, func(l line) bool {
		s := strings.Trim(l.text, " \t[]*")
		words := strings.Fields(fold(s))
		return tells(l) && (len(words) < fewest || len(words) > most || ended(s) || !namelike(s) || holdsPlainWord(words))
	})
}
