package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fresh is a mail's text with the history taken out.
type fresh struct {
	segments  [][]line // pieces of new text, in order
	quoted    []line
	unmarked  int  // where the quoted lines begin that a header block or the like heads, with no mark
	forwarded bool // what was cut is a mail passed on, not the one answered
	heads     bool // the first piece stands above all that was cut
	history   bool // anything was cut as a quote that a mail program made
}

// noneUnmarked stands for no quoted lines without a mark.
const noneUnmarked = -1

// separators stand between dashes above a quoted or forwarded mail, folded.
var separators = newWordset("originale nachricht|ursprungliche e-mail|message initial|mail precedent|mensagem anterior|mensaje anterior|messaggio precedente|원본 이메일|original message|original appointment|original mail|ursprungliche nachricht|original-nachricht|originalnachricht|urspr. nachricht|ursprunglicher termin|message dorigine|message original|mail original|courriel original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|origineel bericht|oorspronkelijke afspraak|wiadomosc oryginalna|oryginalna wiadomosc|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|oprindelig besked|opprinnelig melding|original melding|alkuperainen viesti|puvodni zprava|puvodni e-mail|ozgun ileti|orijinal mesaj|orjinal mesaj|orijinal ileti|元のメッセージ|original message text|原始邮件|原始郵件|원본 메시지|исходное сообщение|оригинальное сообщение|eredeti uzenet|mesaj original|αρχικο μηνυμα|izvorna poruka|povodna sprava|reply message|antwort nachricht|antwort|reply")

// forwards are the same for a mail passed on.
var forwards = newPrefixes("forwarded message|weitergeleitete nachricht|message transfere|message transmis|message reexpedie|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|mensagem reencaminhada|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse|videresendt besked|videresendt melding|edelleen lahetetty viesti|valitetty viesti|przekazana wiadomosc|wiadomosc przekazana|preposlana zprava|iletilen mesaj|iletilen ileti|転送されたメッセージ|転送メッセージ|转发的邮件|пересылаемое сообщение|пересылаемое письмо|tovabbitott uzenet|forwarded by")

// forwardOpenings stand above a mail passed on, without dashes, folded.
var forwardOpenings = newPrefixes("begin forwarded message|anfang der weitergeleiteten nachricht|debut du message reexpedie|debut du message transfere|inicio del mensaje reenviado|inicio messaggio inoltrato|inizio messaggio inoltrato|inicio da mensagem encaminhada|begin doorgestuurd bericht|vidarebefordrat brev|start pa videresendt|videresendt brev|poczatek przekazywanej|zacatek preposlane|転送されたメール")

// repeats are the headings under which machines repeat the mail they answer, folded.
var repeats = newWordset("your message|your original message|your request|original request|your email|your enquiry|your inquiry|ihre nachricht|ihre anfrage|ihre ursprungliche nachricht|votre message|votre demande|su mensaje|tu mensaje|su consulta|il suo messaggio|il tuo messaggio|la sua richiesta|sua mensagem|a sua mensagem|uw bericht|uw vraag|je bericht|twoja wiadomosc|ditt meddelande|din besked|din melding|viestisi|vase zprava|mesajiniz|お問い合わせ内容")

// cutQuotes takes the history out of a mail of w. Quoted lines may have answers
// between them; from a separator or a header block on, all is history.
func cutQuotes(lines []line, w writer) fresh {
	f := fresh{unmarked: noneUnmarked}
	lines = pipeQuotes(lines, w)
	labels := readLabels(lines, w)
	var seg []line
	end := func() {
		if len(trimBlank(seg)) > 0 {
			f.heads = f.heads || len(f.quoted) == 0
			f.segments = append(f.segments, trimBlank(seg))
		}
		seg = nil
	}
	started, stamped := false, false
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.depth > 0 || overflows(lines, i):
			end()
			if (i == 0 || lines[i-1].depth == 0) && (quotedHeaderAt(lines, labels, i) || fencedAttribution(l)) {
				return f.rest(lines[i:])
			}
			f.quoted = append(f.quoted, l)
			f.history = true
			continue
		case l.blank():
			seg = append(seg, l)
			continue
		case l.cut && (started || historyAhead(lines, labels, i)):
			end()
			return f.rest(lines[i:])
		}
		switch n, what := boundaryAt(lines, labels, i, w); what {
		case boundaryAll, boundaryForward:
			if what == boundaryForward && quotedNext(lines, i+1) {
				end()
				f.quoted = append(f.quoted, l)
				f.history, f.forwarded = true, true
				continue
			}
			if j := headerEnd(lines, labels, i); !started && what == boundaryAll && j > 0 {
				f.quoted = append(f.quoted, lines[i:j]...)
				f.history = true
				i = j - 1
				continue
			}
			end()
			f.forwarded = what == boundaryForward
			return f.rest(lines[i:])
		case boundaryQuote:
			if at := sharedLine(lines, i, n); at > 0 {
				started = true
				seg = append(seg, line{text: l.text[:at]})
			}
			end()
			f.quoted = append(f.quoted, lines[i:i+n]...)
			f.history = true
			i += n - 1
			if !quotedNext(lines, i+1) {
				return f.rest(lines[i+1:])
			}
			continue
		case boundaryAbove:
			if started && !(len(f.segments) == 0 && onlyHeads(seg) && !historyAhead(lines, labels, i+1)) {
				seg = trimBlank(seg)
				if k := len(seg) - 1; k >= 0 && isRule(strings.TrimSpace(seg[k].text)) {
					seg = seg[:k]
				}
				end()
				return f.rest(lines[i:])
			}
			seg = nil // a rule at most
			continue
		case boundaryStamp:
			if started && stamped || w.stampedByReader(lines[i:i+n]) {
				end()
				return f.rest(lines[i:])
			}
			stamped = true // a helpdesk heads what its own people write so, too
			if w.stamps(lines[i : i+n]) {
				end()
			} else if started {
				seg = append(seg, lines[i:i+n]...) // a person's list, perhaps
			}
			i += n - 1
			continue
		}
		started = started || !isRule(strings.TrimSpace(l.text))
		seg = append(seg, l)
	}
	end()
	return f
}

// pipeQuotes marks the lines that a program quoted otherwise than with ">": with
// "|" below an attribution, or with the initials of whom it quotes, "AL>": below one
// too, or where they are those of whom w writes to. The rows of a table have more
// than one bar, and with their own initials people mark what they say themselves.
func pipeQuotes(lines []line, w writer) []line {
	var bars, signed []int // the lines that such a mark begins
	for i, l := range lines {
		if l.depth > 0 || l.text == "" {
			continue
		}
		switch n := otherMark(l.text); {
		case n == 1:
			bars = append(bars, i)
		case n > 1 && !w.initialed(fold(l.text[:n-1])):
			signed = append(signed, i)
		}
	}
	if len(bars) > 0 && !w.wroteAbove(lines, bars[0]) {
		bars = nil
	}
	if len(signed) > 0 {
		signed = w.signedQuotes(lines, signed)
	}
	if len(bars) == 0 && len(signed) == 0 {
		return lines
	}
	out := append(make([]line, 0, len(lines)), lines...)
	for _, marks := range [][]int{bars, signed} {
		for _, i := range marks {
			out[i].depth, out[i].text = 1, strings.TrimPrefix(lines[i].text[otherMark(lines[i].text):], " ")
		}
	}
	return out
}

// signedQuotes gives those of the lines with initials that are quotes: all, if they
// begin alike and stand below an attribution or name whom w writes to; else those
// that do name them, unless the initials are a word: "OK> yes", "NO> no more".
func (w writer) signedQuotes(lines []line, signed []int) []int {
	initials := func(i int) string { return fold(lines[i].text[:otherMark(lines[i].text)-1]) }
	alike := true
	for _, i := range signed {
		alike = alike && initials(i) == initials(signed[0])
	}
	if alike && (w.wroteAbove(lines, signed[0]) || wroteSigned(lines, signed[0], initials(signed[0]))) {
		return signed
	}
	var theirs []int
	for _, i := range signed {
		if s := initials(i); w.answers(s) && (alike || !oneOf("am|pm|ad|bc|qa|na|ok|no|so|do|me|us|we|it|mo|di|mi|fr|sa|ja|si", s)) {
			theirs = append(theirs, i)
		}
	}
	return theirs
}

// initialed says whether folded initials are the writer's own, in either order of
// their names, which the address may have where the header doesn't tell them. Letters
// that leave out some of many names count only if they aren't the correspondent's.
func (w writer) initialed(s string) bool {
	const person = 3 // names of one
	names := w.names
	if len(names) == 0 {
		names = w.locals
		if len(names) < 2 && strings.HasPrefix(w.local, s) && !w.answers(s) {
			return true
		}
	}
	if len(names) > person && w.answers(s) {
		names = names[:person]
	}
	turned := slices.Clone(names)
	slices.Reverse(turned)
	return writer{names: names}.initials(s) || writer{names: turned}.initials(s)
}

// wroteSigned says whether the line above lines[i] is nothing but a name with these
// folded initials and a word for "wrote".
func wroteSigned(lines []line, i int, initials string) bool {
	j := i - 1
	if j > 0 && lines[j].blank() {
		j--
	}
	if j < 0 || len(lines[j].text) > maxAttribution {
		return false
	}
	low := fold(strings.TrimSpace(lines[j].text))
	at, verb := lastVerb(low)
	if at < 0 || strings.Trim(low[at+len(verb):], " ") != ":" {
		return false
	}
	names := strings.FieldsFunc(low[:at], notWordRune)
	return len(names) == len(initials) && writer{names: names}.initials(initials)
}

// answers says whether folded initials are those of whom the writer writes to.
func (w writer) answers(s string) bool {
	const alone = 3 // names of one person
	if len(w.reader) <= alone {
		return writer{names: w.reader}.initials(s)
	}
	for i := range w.reader {
		run := w.reader[i:min(i+len(s), len(w.reader))]
		if len(run) == len(s) && (writer{names: run}).initials(s) {
			return true
		}
	}
	return false
}

// otherMark gives the length of the bar or of the initials and ">" that begin a line.
func otherMark(s string) int {
	if s[0] == '|' {
		if strings.LastIndexByte(s, '|') == 0 {
			return 1
		}
		return 0
	}
	const mostInitials = 4
	n := 0
	for n < len(s) && n < mostInitials && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	if n > 1 && n < len(s) && s[n] == '>' && (n+1 == len(s) || s[n+1] == ' ' || s[n+1] == '>') {
		return n + 1
	}
	return 0
}

// wroteAbove says whether an attribution stands above lines[i]: one with a date, or
// nothing but the name of whom the writer writes to and a word for "wrote".
func (w writer) wroteAbove(lines []line, i int) bool {
	const mostLines = 3
	j := i - 1
	if j > 0 && lines[j].blank() {
		j--
	}
	if j < 0 || lines[j].blank() {
		return false
	}
	if w.quotes(strings.TrimSpace(lines[j].text)) {
		return true
	}
	for k := j; k >= 0 && k > j-mostLines && !lines[k].blank(); k-- {
		if attributionAt(lines, k) == j-k+1 {
			return true
		}
	}
	return false
}

// fencedAttribution says whether a line is GroupWise's: ">>> Ana Lima
// <ana@lima.example> 3/3/2026 10:00 AM >>>"; the mail below it stands bare.
func fencedAttribution(l line) bool {
	const fence = 3
	s := strings.TrimSpace(l.text)
	return l.depth == fence && strings.HasSuffix(s, ">>>") && len(s) < maxAttribution && hasDate(s)
}

// headerEnd gives the index of the quoted line that follows the header block or
// separator at lines[i], 0 when what follows is not marked as quoted: then
// nobody can tell where the history ends.
func headerEnd(lines []line, labels []label, i int) int {
	const most = 20
	for j := i; j < len(lines) && j < i+most; j++ {
		switch {
		case lines[j].depth > 0:
			return j
		case lines[j].blank(), labels[j].kind != 0, j == i, isRule(strings.TrimSpace(lines[j].text)):
		case j > 0 && labels[j-1].kind != 0: // a wrapped address
		default:
			return 0
		}
	}
	return 0
}

// rest counts the remaining lines as history.
func (f *fresh) rest(lines []line) fresh {
	f.unmarked = len(f.quoted)
	f.quoted = append(f.quoted, lines...)
	f.history = true
	return *f
}

// boundary is where history begins.
type boundary byte

const (
	noBoundary      boundary = iota
	boundaryAll              // from here on everything is history
	boundaryForward          // the same, and it is a mail passed on
	boundaryQuote            // an attribution; quoted lines follow
	boundaryAbove            // "reply above this line"
	boundaryStamp            // a helpdesk's rule with who wrote and when
)

// boundaryAt looks for the start of history at lines[i]; n is the number of
// lines that an attribution or a stamp takes.
func boundaryAt(lines []line, labels []label, i int, w writer) (n int, what boundary) {
	s := strings.TrimSpace(lines[i].text)
	if what := separatorLine(s); what != noBoundary && !(what == boundaryAbove && !marksAbove(lines, labels, i)) && !(strings.HasSuffix(s, ":") && what == boundaryAll && sentenceRunsOn(lines, i+1)) {
		return 1, what
	}
	if at := stampedAt(lines, i); at > 0 {
		return at - i, boundaryStamp
	}
	if w.headsMail(lines, labels, i) {
		return 1, boundaryAll
	}
	if headerBlockAt(lines, labels, i) {
		return 0, boundaryAll
	}
	if (isRule(s) || len(s) < 60 && strings.HasPrefix(fold(s), "message du ")) && i+1 < len(lines) {
		if j := nextText(lines, i+1); j < len(lines) && j-i <= 3 && headerBlockAt(lines, labels, j) {
			return 0, boundaryAll
		}
	}
	if fenced(s) || strings.HasSuffix(s, ":") && wordCount(s) <= mostHeading && forwards.of(fold(s)) != "" {
		j := nextText(lines, i+1)
		switch near := j < len(lines) && j-i <= 3; {
		case near && lines[j].depth > 0 && !fenced(s):
			return 0, boundaryForward
		case near && (headerBlockAt(lines, labels, j) || attributionAt(lines, j) > 0):
			return 0, boundaryAll
		}
	}
	if n := attributionAt(lines, i); n > 0 {
		return n, boundaryQuote
	}
	return 0, noBoundary
}

// sentenceRunsOn says whether the next line with text goes on with a sentence, in small letters.
func sentenceRunsOn(lines []line, i int) bool {
	if i = nextText(lines, i); i >= len(lines) || lines[i].depth > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i].text))
	return unicode.IsLower(r)
}

// headsMail says whether lines[i] is the heading of a mail without dashes, "Original
// message:", and the text below it a header, or begins with a greeting that is not
// for whom the writer writes to: a heading of the writer's own leads to no greeting.
func (w writer) headsMail(lines []line, labels []label, i int) bool {
	const longest = 60
	s := strings.TrimSpace(lines[i].text)
	if len(s) < 5 || len(s) > longest {
		return false
	}
	low := fold(strings.TrimRight(s, ":： "))
	if oneOf("antwort|antwort nachricht|reply|reply message", low) || !separators.has(low) && !repeats.has(low) {
		return false
	}
	i = nextText(lines, i+1)
	if i >= len(lines) || lines[i].depth > 0 {
		return false
	}
	hello := strings.TrimSpace(lines[i].text)
	if headerBlockAt(lines, labels, i) || w.greetedBy(hello) {
		return true
	}
	names := greeted(hello)
	return names != "" && len(w.reader) > 0 && !holdsName(names, w.reader)
}

// mostHeading is how many words the heading of a mail passed on may have.
const mostHeading = 5

// fenced says whether a line is a few words between dashes, in any language.
func fenced(s string) bool {
	const longest, dashes = 80, 3
	core := strings.Trim(s, "-–—_=*~ ")
	return len(s) <= longest && len(core) > 3 && len(s)-len(core) >= 2*dashes && strings.HasPrefix(s, "---") && strings.HasSuffix(s, "---")
}

// separatorLine says what a line between dashes, or an opening of a forward, starts.
func separatorLine(s string) boundary {
	const longest = 120
	if len(s) < 5 || len(s) > longest {
		return noBoundary
	}
	core := strings.Trim(s, "-–—_=*#>+ \t:")
	dashed := len(s)-len(core) >= 4 && strings.IndexAny(s, "-–—_=*#+") == 0
	low := fold(core)
	switch {
	case oneOf("antwort|reply", low) && !strings.HasPrefix(s, "----"): // a heading of the writer's own
	case dashed && (separators.has(low) || repeats.has(low)):
		return boundaryAll
	case dashed && forwards.of(low) != "", len(s) < 80 && forwardOpenings.of(low) != "":
		return boundaryForward
	case strings.HasSuffix(s, ":") && repeats.has(low), strings.HasSuffix(s, "：") && repeats.has(low):
		return boundaryAll
	case tellsAbove(low):
		return boundaryAbove
	}
	return noBoundary
}

// isRule says whether a line only draws a line.
func isRule(s string) bool {
	return len(s) >= 3 && strings.Trim(s, "-–—_=*~ ") == ""
}

func nextText(lines []line, i int) int {
	for i < len(lines) && lines[i].blank() {
		i++
	}
	return i
}

// historyAhead says whether a quoted mail's header or attribution comes soon.
func historyAhead(lines []line, labels []label, i int) bool {
	for n := 0; i < len(lines) && n < 3; i++ {
		if lines[i].blank() {
			continue
		}
		if n++; headerBlockAt(lines, labels, i) || attributionAt(lines, i) > 0 || lines[i].depth > 0 {
			return true
		}
	}
	return false
}

// overflows says whether an unmarked line is the tail of the quoted line above
// it, wrapped once more on its way: short, the line above long and unfinished,
// the line below quoted too.
func overflows(lines []line, i int) bool {
	if i == 0 || i+1 >= len(lines) || lines[i].blank() || lines[i-1].depth == 0 || lines[i+1].depth == 0 {
		return false
	}
	if s := strings.TrimSpace(lines[i].text); linkAlone(s) && !sentenceEnds(lines, i) || endsLink(lines[i-1].text, s) {
		return true
	}
	const wrapped, short = 64, 80
	above := strings.TrimSpace(lines[i-1].text)
	s := strings.TrimSpace(lines[i].text)
	if len(above) < wrapped || len(s) > short || strings.ContainsAny(above[len(above)-1:], ".?!:") {
		return false
	}
	return true
}

// sentenceEnds says whether the quoted text above lines[i] ends a sentence or a
// question, which a link may answer.
func sentenceEnds(lines []line, i int) bool {
	for i--; i >= 0 && lines[i].depth > 0; i-- {
		if s := strings.TrimRight(lines[i].text, " \t*_\"'”“»)]\u00a0"); s != "" {
			return endsOneOf(".|!|?|…|。|！|？|؟", s)
		}
	}
	return false
}

// endsLink says whether a line is the end of a link in brackets that begins on the
// line above.
func endsLink(above, s string) bool {
	open := max(strings.LastIndex(above, "(http"), strings.LastIndex(above, "<http"))
	return open >= 0 && !strings.ContainsAny(above[open:], ")> ") && !strings.Contains(s, " ") && (strings.HasSuffix(s, ")") || strings.HasSuffix(s, ">"))
}

// linkAlone says whether a line is nothing but a link in brackets, as programs
// write it that make text of a page; a quote mark may have come behind it.
func linkAlone(s string) bool {
	s = strings.TrimRight(s, "> ")
	const shortest = 12
	return len(s) > shortest && (s[0] == '(' && strings.HasSuffix(s, ")") || s[0] == '<') && strings.HasPrefix(s[1:], "http") && !strings.Contains(s, " ")
}

// trimBlank takes blank lines off both ends.
func trimBlank(lines []line) []line {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	return lines
}
