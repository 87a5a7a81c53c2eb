package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSigned is how many lines at the end of a text are searched for a signature.
const maxSigned = 300

// cutSignature takes the closing formula, the name and all that hangs below
// them off a piece of new text. It looks from the top for what surely starts a
// signature, then at the end for names, firms and footers without one. A
// postscript below the name is the writer's own word and stays. below says that
// other new text came before: then the whole piece may be a signature.
func cutSignature(seg []line, w writer, below bool) (keep, sign []line) {
	keep, sign = dropMarked(seg)
	for range 4 {
		at := signatureAt(keep, w, below)
		if at >= len(keep) {
			break
		}
		kept, cut := resume(keep[at:], w)
		sign = append(append([]line{}, cut...), sign...)
		keep = trimBlank(append(keep[:at:at], kept...))
		if len(kept) > 0 {
			break
		}
	}
	for n := len(keep); n > 0 && len(sign) > 0 && (keep[n-1].blank() || isRule(strings.TrimSpace(keep[n-1].text))); n = len(keep) {
		keep = keep[:n-1] // the line drawn above it
	}
	return trimTail(keep, w), sign
}

// dropMarked takes off what the mail program marked as the signature, unless
// that is all there is: some programs let people type inside of it.
func dropMarked(seg []line) (keep, sign []line) {
	if !slices.ContainsFunc(seg, func(l line) bool { return l.sign }) {
		return trimBlank(seg), nil
	}
	for _, l := range seg {
		if l.sign {
			sign = append(sign, l)
		} else {
			keep = append(keep, l)
		}
	}
	if keep = trimBlank(keep); len(keep) == 0 {
		return trimBlank(seg), nil
	}
	return keep, sign
}

// signatureAt gives the index of the line with which the signature starts,
// len(lines) when there is none; said tells that some text came before.
func signatureAt(lines []line, w writer, said bool) int {
	start := max(0, len(lines)-maxSigned)
	said = said || start > 0
	answered := said // by more than a greeting
	lastProse := lastProseLine(lines)
	feet := &footing{lines: lines}
	for i := start; i < len(lines); i++ {
		s := strings.TrimSpace(lines[i].text)
		if s == "" {
			continue
		}
		switch {
		case isDelimiter(lines[i].text), isUnderline(s) && lastProse <= i && !feet.demandBelow(i):
			return i
		case deviceLine(s):
			return i
		case answered && newParagraph(lines, i) && (feet.at(i) || firmsLast(lines, i, w)) && !(len(s) < longestLabel && underColon(lines, i)):
			return i
		case closesAt(lines, i, w, said):
			return i
		case (said || onlyName(lines, i, w)) && namesAt(lines, i, w):
			return i
		}
		said, answered = true, answered || !greets(s)
	}
	return trailingFirm(lines, w)
}

// firmsLast says whether lines[i] begins a last paragraph that names the writer's firm and
// tells any reader about it: "Acme Bakery, open from six. Allergens on request." Notices
// end so, with no name above. A day in it may be the one on which they are back.
func firmsLast(lines []line, i int, w writer) bool {
	const most = 300 // bytes
	p := passageAt(lines, i)
	rest := headsFirm(p.text, w)
	if rest == "" || i > 0 && !lines[i-1].blank() || len(p.text) > most || nextText(lines, p.to) < len(lines) || strings.Contains(rest, "?") || namesDate(fold(rest)) || ownDemand(rest) {
		return false
	}
	return toldToAnyone(rest) > saidLikely
}

// headsFirm gives what stands behind the name of the writer's firm, where a passage begins
// with that: "Acme Bakery, open from six".
func headsFirm(s string, w writer) (rest string) {
	const mostWords, mostLink = 6, 3 // words of a name; letters of "of", "und"
	cut := strings.IndexAny(s, ".,|·•(–—;")
	if cut <= 0 {
		return ""
	}
	name := s[:cut]
	if wordCount(name) > mostWords || !w.organisation(fold(name)) {
		return ""
	}
	for _, word := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && len(word) > mostLink {
			return ""
		}
	}
	return strings.TrimLeft(s[cut:], ".,|·•(–—; ")
}

func isDelimiter(s string) bool {
	s = strings.TrimRight(s, " \t")
	return s == "--" || s == "—" || s == "–" || s == "- --"
}

// isUnderline says whether a line of underscores, as list servers put it above
// their footers, is drawn.
func isUnderline(s string) bool { return len(s) >= 2 && strings.Trim(s, "_") == "" }

// longestLabel is how long a line may be that only tells a firm's number.
const longestLabel = 80

// underColon says whether lines[i] belongs to a few lines below one that ends with
// a colon: what they were asked for.
func underColon(lines []line, i int) bool {
	const most = 8
	j := i - 1
	for j >= 0 && i-j < most && !lines[j].blank() && !strings.HasSuffix(strings.TrimSpace(lines[j].text), ":") {
		j--
	}
	for j >= 0 && lines[j].blank() && i-j < 2*most {
		j--
	}
	return j >= 0 && strings.HasSuffix(strings.TrimSpace(lines[j].text), ":")
}

// newParagraph says whether a line starts one, or follows a short line.
func newParagraph(lines []line, i int) bool {
	return i == 0 || lines[i-1].blank() || len(lines[i-1].text) < 60
}

// lastProseLine gives the index of the last line that is a real sentence, -1
// when there is none.
func lastProseLine(lines []line) int {
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-maxSigned; i-- {
		if s := strings.TrimSpace(lines[i].text); isSentence(s) && !footerStart(s) {
			return i
		}
	}
	return -1
}

// isSentence says whether a line reads as prose rather than as a label.
func isSentence(s string) bool {
	const fewest = 5
	words := wordCount(s)
	if words < fewest {
		return false
	}
	return strings.ContainsAny(s[len(s)-1:], ".?!:,") || words > 8
}

// closesAt says whether line i is a closing formula with nothing but a signature
// under it.
func closesAt(lines []line, i int, w writer, said bool) bool {
	s := strings.TrimSpace(lines[i].text)
	kind, tail := closingOf(s)
	if kind == noClosing && said && (signsWithName(s, w) || gluedToName(s, w) || ownFormulaAt(lines, i, w)) {
		return true
	}
	if kind == noClosing || !said && (tail != "" || isFarewell(s)) {
		return false
	}
	next := nextText(lines, i+1)
	below := ""
	if next < len(lines) {
		below = strings.TrimSpace(lines[next].text)
	}
	if kind == closingWish && tail == "" {
		if !said {
			return false
		}
		if exclaims(s) && !(next == i+1 && below != "" && w.match(below) == surelyName) {
			return false
		}
	}
	if tail != "" && kind == closingWish && w.match(tail) == notName {
		return false
	}
	if below == "" || isDelimiter(below) || deviceLine(below) || isRule(below) {
		return said || kind == closingRegards
	}
	if w.match(below) == notName && footedAt(lines, next) {
		return said // a notice is told to anyone, too, and may begin with "Greetings,"
	}
	if more, _ := closingOf(below); more != noClosing && (said || kind == closingRegards) {
		return true
	}
	if tail != "" {
		return kind == closingRegards || w.match(tail) != notName
	}
	if w.match(below) != notName {
		return true
	}
	return nameLike(below)
}

// footedAt says whether a footer stands at line i, below a formula.
func footedAt(lines []line, i int) bool {
	s := passageAt(lines, i).text
	return (footerStartsAt(lines, i) || forAnyone(s)) && !ownDemand(s)
}

// isFarewell says whether a line is one word of farewell that ends as a sentence
// does: where nothing stands before it, that is what they say.
func isFarewell(s string) bool {
	return strings.HasSuffix(s, ".") && farewells[fold(strings.TrimRight(s, "."))]
}

// commaClosing says whether a short line that ends with a comma may close a
// mail right above the name: "Thanks for your time,".
func commaClosing(s string) bool {
	const mostWords = 7
	return strings.HasSuffix(s, ",") && len(strings.Fields(s)) <= mostWords && !strings.ContainsAny(s, ".?!:") && !namesDay(fold(s)) &&
		startsOneOf("thank|many |with |wishing|looking |hope|hoping|talk |speak |until |have |enjoy|all |best|kind|warm|yours|respect|mit |viele|vielen|herzlich|schone|beste|liebe|bis |danke|avec |bien |merci|bonne|dans |con |un |muchas|gracias|saludos|quedo|grazie|cordial|un |a |in attesa|com |obrigad|abraco|ate |met |veel|dank|bedankt|fijn|tot |med |tack|tak|takk|pozdr|dziek|s |dekuj", fold(s))
}

// signsWithName says whether a line is a formula and the writer's name, however
// small they write it: "a+ kev".
func signsWithName(s string, w writer) bool {
	const longest = 40
	at := strings.LastIndexByte(s, ' ')
	if at < 0 || len(s) > longest || w.match(s[at+1:]) != surelyName {
		return false
	}
	kind, tail := closingOf(s[:at])
	return kind != noClosing && tail == ""
}

// gluedToName says whether a line is a formula and the writer's name that have
// lost the line's end between them: "Viele GrüßeDana", "Regards,Dana Voss".
func gluedToName(s string, w writer) bool {
	if len(s) > maxClosing {
		return false
	}
	before := rune(0)
	for i, r := range s {
		if unicode.IsUpper(r) && (before == ',' || unicode.IsLower(before)) {
			name, _, _ := strings.Cut(s[i:], " ")
			return joinedClosing(fold(trimMarks(s[:i]))) != noClosing && w.match(name) == surelyName
		}
		before = r
	}
	return false
}

// ownFormulaAt says whether line i stands right above the name as a formula
// of the writer's own that no list holds: "Diolch,", "Gesegnete Fastenzeit
// wünscht". With a comma at its end, above what looks like any name; without
// one, only above theirs, and most of its words mean nothing to the rules, for
// "Hard pass" can stand there too.
func ownFormulaAt(lines []line, i int, w writer) bool {
	const mostWords, longest = 8, 70
	s, next := strings.TrimSpace(lines[i].text), nextText(lines, i+1)
	if next >= len(lines) || len(s) > longest || wordCount(s) > mostWords || greets(s) {
		return false
	}
	below := strings.TrimSpace(lines[next].text)
	theirs := w.match(below) == surelyName
	if commaClosing(s) && theirs {
		return true
	}
	comma := strings.HasSuffix(s, ",")
	if next > i+1 || strings.ContainsAny(s, "?:;@0123456789") || ended(s) && !strings.HasSuffix(s, "!") || i > 0 && !(lines[i-1].blank() || ended(lines[i-1].text)) {
		return false
	}
	if after := next + 1; after < len(lines) && isSentence(strings.TrimSpace(lines[after].text)) && !footerStartsAt(lines, after) {
		return false
	}
	kind, _ := closingOf(below)
	switch {
	case comma && (theirs || kind == closingRegards):
		return !plainWord(fold(trimMarks(s))) && !meansSomething(s, 0)
	case comma:
		const mostBefore, mostName = 5, 4
		bare, _, _ := strings.Cut(below, "(")
		return wordCount(s) <= mostBefore && bare != "" && wordCount(bare) <= mostName && namelike(bare) && !ended(below) && !strings.ContainsAny(bare, "?!:;@0123456789") && !holdsPlainWord(strings.FieldsFunc(fold(bare), notWordRune)) && !meansSomething(s, 0)
	}
	const mostBare = 5
	return theirs && wordCount(s) <= mostBare && !plainWord(fold(trimMarks(s))) && !meansSomething(s, 3)
}

// meansSomething says whether the rules that read answers find something in a
// few words, other than a thank-you; with a share, also whether fewer than one
// in share of the words are strange to them.
func meansSomething(s string, share int) bool {
	p := parse(s)
	for _, h := range rules().find(p) {
		if h.rule.topic != topicAck {
			return true
		}
	}
	if share == 0 {
		return false
	}
	strange := 0
	stands := p.spokenConcepts()
	for i, names := range stands {
		if len(names) > 0 {
			continue
		}
		if i > 0 && p.tokens[i].upper && len(stands[0]) > 0 {
			return true // a name: "Ask Marcus"
		}
		strange++
	}
	return strange*share < len(p.tokens)
}

// nameLike says whether a line may be a name, a firm or a title under a formula.
func nameLike(s string) bool {
	const longest, mostWords = 70, 8
	if len(s) > longest || strings.HasSuffix(s, "?") || len(strings.Fields(s)) > mostWords {
		return false
	}
	core := strings.TrimLeft(s, "-–—*_/~ (\"'“")
	if core == "" {
		return false
	}
	words := strings.Fields(core)
	if len(words) <= 2 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(core)
	const mostTitled = 4 // "gez. Dr. Pohl", "suor Agnese Motta"
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	if unicode.IsLower(r) && !particle(words[0]) && !strings.HasPrefix(core, "i.") && !strings.HasPrefix(core, "ppa") && (len(words) > mostTitled || !unicode.IsUpper(last)) {
		return false
	}
	return !isSentence(s) || strings.ContainsAny(s, "|,")
}

// namesAt says whether lines[i] is the writer's name as a signature.
func namesAt(lines []line, i int, w writer) bool {
	s := strings.TrimSpace(lines[i].text)
	const longest = 120
	if len(s) > longest || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "?") || strings.Contains(s, ": ") && !strings.ContainsAny(s, "|,(") || strings.Contains(s, "] ") || listed(lines, i) || speaksOn(s) {
		return false
	}
	head := s
	if cut := strings.IndexAny(s, "|,(•·–—"); cut > 0 {
		head = strings.TrimSpace(s[:cut])
	}
	if at := strings.Index(s, " - "); at > 0 && at < len(head) {
		head = s[:at]
	}
	if at := strings.Index(s, " -- "); at > 0 && at < len(head) {
		head = s[:at]
	}
	if first, ok := signsForAll(s); ok && (i == 0 || lines[i-1].blank()) {
		head, s = first, first
	}
	match := w.match(head)
	if match != surelyName && (i == 0 || lines[i-1].blank()) && w.signsForOffice(s) {
		return true
	}
	if match == notName {
		return false
	}
	alone := i == 0 || lines[i-1].blank()
	last := nextText(lines, i+1) >= len(lines)
	if said := trimBlank(lines[:i]); len(said) > 0 && strings.HasSuffix(strings.TrimSpace(said[len(said)-1].text), ":") || doesSomething(head) {
		return false // an address or a person that they name, or what one does
	}
	comma := strings.HasSuffix(s, ",") // "Dana," greets
	switch {
	case comma && !last:
		return false
	case len(strings.FieldsFunc(head, notWordRune)) == 1 && head != s && !alone:
		return false
	case match == surelyName && alone:
		return last || !proseAfterName(lines, i, s)
	case match == surelyName:
		return len(s) < 60 && endsParagraph(lines[i-1].text) && (last || lines[i+1].blank() || !isSentence(strings.TrimSpace(lines[i+1].text))) && looksSigned(s)
	}
	// A lone word that fits nothing may as well be "Unsubscribe" in a language
	// that no list knows: a name only with a signature's lines below it.
	return alone && head == s && !last && !lines[i+1].blank() && (!isSentence(strings.TrimSpace(lines[i+1].text)) || headsFirm(strings.TrimSpace(lines[i+1].text), w) != "")
}

// signsForOffice says whether a line is the name of somebody who answers for the office
// that the address is of: "Jan, accounts" from Accounts, "Chloe on reception".
func (w writer) signsForOffice(s string) bool {
	const fewest, most = 2, 6
	words := strings.FieldsFunc(s, notWordRune)
	if len(words) < fewest || len(words) > most || strings.ContainsAny(s, "?!:;@") || ended(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	office := fold(words[len(words)-1])
	return unicode.IsUpper(first) && len(office) > 2 && (contains(w.names, office) || contains(w.locals, office)) &&
		!holdsPlainWord([]string{fold(words[0])}) && !closingWords[fold(words[0])] && !bids(s) && !contains(w.names, fold(words[0]))
}

// signsForAll gives the name before those who sign with it: "Rita and the pack",
// "Sandrine et l'équipe".
func signsForAll(s string) (name string, ok bool) {
	const fewest, most = 3, 6
	words := strings.Fields(s)
	if len(words) < fewest || len(words) > most || !oneOf("and|&|und|et|y|e|ed|en|och|og|i", fold(words[1])) || strings.ContainsAny(s, ".?!:,;@") {
		return "", false
	}
	last := fold(words[len(words)-1])
	return words[0], oneOf("team|crew|pack|gang|lot|staff|family|familie|mannschaft|truppe|equipe|famille|bande|equipo|familia|pandilla|squadra|famiglia|staff|equipa|ploeg|gezin|laget|teamet|lequipe", last)
}

// leadsOn says whether a line cannot be the end of what somebody says: it ends
// with a colon or with a word that others must follow, "please write to".
func leadsOn(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, ":") {
		return true
	}
	const fewest = 3
	return wordCount(s) >= fewest && oneOf("to|with|at|is|are|named|called|contact|an|bei|mit|ist|heisst|lautet|kontaktieren|a|avec|est|aupres|chez|contacter|con|es|son|contactar|contattare|presso|com|contatar|naar|bij|met|aan|till|hos|til|med", fold(s[strings.LastIndexByte(s, ' ')+1:]))
}

// doesSomething says whether a name stands before a single small word that is
// none of a name: "Dana decides".
func doesSomething(s string) bool {
	const shortest = 4
	first, second, two := strings.Cut(strings.TrimRight(s, ".! "), " ")
	if !two || strings.Contains(second, " ") || len(second) < shortest {
		return false
	}
	upper, _ := utf8.DecodeRuneInString(first)
	lower, _ := utf8.DecodeRuneInString(second)
	return unicode.IsUpper(upper) && unicode.IsLower(lower) && !particle(second) && strings.IndexFunc(second, notWordRune) < 0
}

// listed says whether lines[i] is an item of a list: "- Dana".
func listed(lines []line, i int) bool {
	dash := func(n int) bool {
		return n >= 0 && n < len(lines) && startsOneOf("- |* |• ", strings.TrimLeft(lines[n].text, " "))
	}
	return dash(i) && (dash(i-1) || dash(i+1) || i > 0 && strings.HasSuffix(strings.TrimSpace(lines[i-1].text), ":"))
}

// speaksOn says whether a line is a sentence of several plain words, though it
// may begin with a name.
func speaksOn(s string) bool {
	const fewest = 2
	if !strings.ContainsAny(s[len(s)-1:], ".!") || strings.ContainsAny(s, "|,(@") {
		return false
	}
	plain := 0
	for _, word := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) && !particle(word) {
			plain++
		}
	}
	return plain >= fewest
}

// onlyName says whether a piece is nothing but the writer's name and what hangs
// below it: they sent their signature alone.
func onlyName(lines []line, i int, w writer) bool {
	const most = 6
	if len(lines)-i > most || len(strings.FieldsFunc(lines[i].text, notWordRune)) < 2 || w.match(lines[i].text) != surelyName {
		return false
	}
	return lastProseLine(lines) < i
}

func looksSigned(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "-–—*_/~ "))
	return unicode.IsUpper(r) || len(s) < 14
}

// proseAfterName says whether lines under a lone name go on addressing someone:
// the name was then no signature but a topic or a greeting.
func proseAfterName(lines []line, i int, s string) bool {
	words := strings.FieldsFunc(s, notWordRune)
	if len(words) > 1 {
		return false
	}
	if i+1 < len(lines) && lines[i+1].blank() {
		next := nextText(lines, i+1)
		t := strings.TrimSpace(lines[next].text)
		return isSentence(t) && strings.HasSuffix(t, "?")
	}
	return false
}

// endsParagraph says whether a line ends a thought, so that a name may follow
// without a blank line between.
func endsParagraph(s string) bool {
	s = strings.TrimRight(s, " \t\"”»)*_")
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？)", r) || unicode.Is(unicode.So, r) || len(s) < 60
}

// trailingFirm finds last lines that only name a person whose address is their
// firm's, the firm, a department or a place. They are a paragraph of their own
// or follow a line that ends its sentence.
func trailingFirm(lines []line, w writer) int {
	const most = 8
	start := len(lines)
	for start > 0 && len(lines)-start <= most && !lines[start-1].blank() && (start == len(lines) || !ended(lines[start-1].text)) {
		start--
	}
	if start == 0 || len(lines)-start > most {
		return len(lines)
	}
	above := ""
	if said := trimBlank(lines[:start]); len(said) > 0 {
		above = strings.TrimSpace(said[len(said)-1].text)
	}
	if leadsOn(above) || asksToCall(above) && !slices.ContainsFunc(lines[start:], func(l line) bool { return digitsIn(l.text) < fewestPhoneDigits }) {
		return len(lines) // an address or numbers that they name
	}
	anchored, demanded := false, false
	for i, l := range lines[start:] {
		s := strings.TrimSpace(l.text)
		if anchored && (toldBelow(s) || toldToAnyone(s) > saidLikely && !strings.Contains(s, "?") && !ownDemand(s)) {
			continue // what the firm puts below its name
		}
		demanded = demanded || demands(l.text)
		switch {
		case phoneOnly(s): // alone it is what they want to say
		case contactLine(s, w), i == 0 && ended(above) && strangersName(s, len(lines)-start > 1), behalfOf(s):
			anchored = true
		case isSentence(s) && !strings.Contains(s, " - ") && !strings.Contains(s, "|"), len(s) > 120, strings.HasSuffix(s, "?"), strings.HasSuffix(s, ":"):
			return len(lines)
		}
	}
	if !anchored || demanded {
		return len(lines)
	}
	return start
}

// fewestPhoneDigits is how many digits a telephone number has.
const fewestPhoneDigits = 7

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if isDigitByte(s[i]) {
			n++
		}
	}
	return n
}

// asksToCall says whether a line speaks of calling, so that the number below it
// is what they say.
func asksToCall(s string) bool {
	return holdsOneOf(" number| numero|nummer| call| ring| phone| dial| reach|ruf | rufen|anruf|telefon| appel|joindre| llam|llame|llama|chiam|ligue|ligar| bel | bellen|telefoneer", " "+fold(s)+" ")
}

// ended says whether a line ends its sentence: what stands below may be a name.
// A legal form is cut short with a dot as well.
func ended(s string) bool {
	s = strings.TrimRight(s, " \t\"”»)*_")
	if s == "" {
		return false
	}
	const fewestWords = 3
	r, _ := utf8.DecodeLastRuneInString(s)
	if wordCount(s) < fewestWords || !strings.ContainsRune(".!?…", r) && !unicode.Is(unicode.So, r) {
		return false
	}
	return !legalForm(s) || wordCount(s) > 8
}

// legalForms end the name of a firm, folded, without dots and spaces.
const legalForms = "gmbh|ag|kg|ltd|limited|llc|inc|plc|llp|bv|nv|srl|spa|sarl|sas|sasu|sl|sa|lda|ltda|oy|oyj|ab|aps|a/s|as|kft|sro|zoo|ohg|gbr|ek|ev|ug|pty|corp|slu|gesmbh|kk|snc|sapa|scarl|coop|eurl|gaec|scop|vof|cv|vzw|asbl|eg|eirl|sadecv|rl|mbh|eireli|epp|cic|cio|srls"

// legalForm says whether a line ends with one of them and has a name before it. Some
// are small words as well, unless a capital shows the firm: "Ich hole es ab."
func legalForm(s string) bool {
	words := strings.Fields(fold(s))
	if len(words) < 2 {
		return false
	}
	written := strings.Trim(s[strings.LastIndexByte(s, ' ')+1:], ".,;|)(")
	last := strings.ReplaceAll(strings.Trim(words[len(words)-1], ",;|)("), ".", "")
	return oneOf(legalForms, last) && !oneOf("ab|as|sa", written)
}

// strangersName says whether a line is the name of a person whom neither the
// address nor our mail names: "Mrs P. Gillespie", "Elvira Rossi de Paz". Every
// word must look like one of a name and none be a plain word: a cry such as
// "Not Interested" is what they say. A role below it makes it surer.
func strangersName(s string, below bool) bool {
	const longest, fewestWords, mostWords = 48, 2, 5
	words := strings.Fields(s)
	if len(s) > longest || len(words) < fewestWords || len(words) > mostWords || strings.ContainsAny(s, "?!:;@/0123456789&|\"") || strings.HasSuffix(s, ",") {
		return false
	}
	full := 0
	for i, word := range words {
		low := fold(word)
		first, size := utf8.DecodeRuneInString(word)
		switch {
		case particle(word):
			continue
		case !unicode.IsUpper(first):
			return false
		case strings.HasSuffix(word, "."):
			if len(word) > 5 {
				return false // the end of a sentence
			}
			continue
		}
		if rest := word[size:]; rest == "" {
			continue
		} else if rest == strings.ToUpper(rest) && !below {
			return false // shouted
		}
		for _, piece := range strings.FieldsFunc(low, notWordRune) {
			if holdsPlainWord([]string{piece}) || i == 0 && closingWords[piece] {
				return false
			}
		}
		full++
	}
	return (full >= 2 || below && full >= 1) && !bids(s)
}

// bids says whether a few words with capitals say something after all, by the
// rules that read answers or because the first bids to do something: "Ask Marcus".
func bids(s string) bool {
	if meansSomething(s, 0) {
		return true
	}
	stands := parse(s).spokenConcepts()
	return len(stands) > 0 && slices.ContainsFunc(stands[0], func(name string) bool {
		return oneOf("ask|try|call|send|talk|write|say|give|take|look|check|see|read|find|wait|stop|use|help|meet|mail|pass-on|remove|forget|let|hear|answer|instead", name)
	})
}

// behalfOf says whether a line signs for a body: "Für den Vorstand, Odile",
// "Fabien pour le GAEC".
func behalfOf(s string) bool {
	const mostWords = 7
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > mostWords || strings.ContainsAny(s, "?!:;@0123456789") || ended(s) {
		return false
	}
	name := func(word string) bool {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && !holdsPlainWord([]string{fold(strings.Trim(word, ",."))})
	}
	const signs = "for|fur|fuer|im|pour|por|para|pelo|pela|per|voor|namens|au|on|i.a.|i.v.|p.o.|p.p.|ppa."
	if oneOf(signs, fold(words[0])) {
		head, tail, found := strings.Cut(s, ",")
		return found && wordCount(head) > 1 && wordCount(tail) <= 3 && wordCount(tail) > 0 && namelike(strings.TrimSpace(tail))
	}
	const joints = "for the |fur den |fur die |fur das |pour le |pour la |pour l'|por la |por el |para o |pelo |pela |per il |per la |per lo |voor de |voor het |namens de |namens het |im namen de|for "
	low := fold(strings.Join(words[1:], " "))
	return name(words[0]) && (startsOneOf(joints, low) || len(words) > 3 && name(words[1]) && startsOneOf(joints, fold(strings.Join(words[2:], " ")))) && name(words[len(words)-1])
}

// contactLine says whether a line is one of a signature's: the firm, its legal
// form, a telephone number with its label, the writer's own address, a site.
func contactLine(s string, w writer) bool {
	low := fold(s)
	words := strings.Fields(low)
	const mostWords = 14
	if len(words) == 0 || len(words) > mostWords || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return false
	}
	last := strings.Trim(words[len(words)-1], ".,;|)")
	switch {
	case w.organisation(low) && !ended(s) && len(findAddresses(s, 1)) == 0 && !strings.Contains(s, "://"):
		r, _ := utf8.DecodeRuneInString(s)
		return unicode.IsUpper(r) || len(words) <= 3
	case legalForm(s):
		return true
	case startsOneOf("tel|phone|fon|mobil|mob|m:|t:|p:|e:|w:|fax|cell|direct|office:|movil|telefon|tlf|tfno|handy|www.|puh|gsm|ph:|ph |d:|tlp|電話|тел", low) && strings.IndexFunc(s, unicode.IsDigit) >= 0 && len(words) <= 10:
		return !tellsNumber(s, low)
	case len(words) == 1 && (strings.HasPrefix(low, "www.") || ownAddress(low, w)):
		return true
	case len(words) > 1 && len(words) <= 7 && startsOneOf("the team |the crew |das team |die crew |die mannschaft |lequipe |toute lequipe |votre equipe |el equipo |todo el equipo |il team |lo staff |tutto lo staff |a equipa |a equipe |toda a equip|o pessoal |het team |de ploeg |the whole team |equipo |equipe |equipa |team ", low):
		return !ended(s) && namelike(strings.Join(strings.Fields(s)[2:], " ")) || teamLine(s)
	case bodyLine(s, words), teamLine(s):
		return true
	case len(words) > 1 && len(words) <= 5 && (strings.HasSuffix(last, "team") || oneOf("service|support|kundenservice|kundendienst|klantenservice", last)):
		return startsOneOf("the |your |ihr |dein |euer |eure |ihre |das |votre |le |lequipe |el |tu |su |il |la |o |a |het |uw |team |equipo |equipe ", low)
	}
	return false
}

// tellsNumber says whether a line with a telephone number is a sentence about it:
// "Mobile is best, 0555 0117 224."
func tellsNumber(s, low string) bool {
	return ended(s) && holdsOneOf(" is | are | its | thats | works | rings | ist | sind | geht | klingelt | est | sont | cest | marche | sonne | es | son | suena | funciona | e | sono | funziona | suona | sao | toca | zijn | werkt | gaat | best | besten ", wordsApart(low))
}

// bodyLine says whether a line only names a body that answers: "La Comisión
// Directiva", "Os Serviços Administrativos". words are its, folded.
func bodyLine(s string, words []string) bool {
	const fewestWords, mostWords = 2, 6
	if len(words) < fewestWords || len(words) > mostWords || ended(s) || strings.ContainsAny(s, "?!:;@0123456789") || !oneOf("le|la|les|el|los|las|il|lo|i|gli|os|as|o|a|das|die|der|het|de|the|ihr|ihre|dein|euer|eure|votre|vos|notre|su|sus|uw|je|your|nostro|nostra|vosso|vossa", words[0]) {
		return false
	}
	for _, word := range words[1:min(3, len(words))] {
		if startsOneOf("secretar|sekretar|secretariaat|direzion|direccion|direcao|direction|directie|direktion|comision|commission|comissao|commissie|kommission|comitat|comite|komitee|committee|personal|staff|servicio|servico|service|servizi|administra|verwaltung|redac|redak|redaz|bibliothe|bibliot|equip|bureau|buro|office|ufficio|oficina|vorstand|bestuur|junta|consiglio|board|leitung|leiding|crew|mannschaft|reception|rezeption|recepc|empfang|onthaal|gemeindeverw|schulleitung|praxisteam|gerencia|presidenc|presidenz|segreteria|kundendienst|kundenservice|klantenservice|ploeg|tesoreri|provedoria|mesa direct|intendan", word) {
			return true
		}
	}
	return false
}

// Words of a line that a team signs, folded: what may stand before "team", and what
// may stand behind it beside a name.
const (
	teamLeads = "the|your|all|whole|entire|ihr|dein|euer|das|gesamte|ganze|votre|ton|le|la|les|tout|toute|el|tu|su|vuestro|todo|il|lo|tuo|suo|vostro|tutto|o|a|sua|tua|vossa|toda|het|uw|je|jullie|hele|gehele|voltallige|de"
	teamWords = "team|teams|mannschaft|equipe|lequipe|equipo|staff|squadra|equipa|time|ploeg|crew"
	teamLinks = "of|at|from|behind|and|vom|von|des|der|dem|aus|und|du|de|des|dela|d|chez|et|del|los|las|y|di|dello|della|delle|degli|dei|dell|e|do|dos|das|da|van|bij|voor|het|en|customer|support|service|care|sales|success|help|kundenservice|kundendienst|vertrieb|commerciale|commercial|technique|client|clientele|clients|atencion|al|cliente|clientes|ventas|soporte|comercial|assistenza|clienti|vendite|supporto|commerciale|tecnico|apoio|atendimento|ao|vendas|suporte|klantenservice|verkoop|klanten"
)

// teamLine says whether a line only names a team by its firm: "Ihr Team Overhoff",
// "L'équipe Dupont", "- the Bighorn team". A name must stand in it, and no verb.
func teamLine(s string) bool {
	const mostWords = 9
	s = strings.TrimLeft(s, "-–—~ ")
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	if len(words) < 2 || len(words) > mostWords || ended(s) || strings.ContainsAny(s, "?!:;@/|0123456789") {
		return false
	}
	i := 0
	for i < len(words)-1 && oneOf(teamLeads, fold(words[i])) {
		i++
	}
	led := i > 0
	if oneOf("lequipe", fold(words[i])) {
		led = true
	}
	if first := words[i]; oneOf(teamWords, fold(first)) {
		named := false
		for _, word := range words[i+1:] {
			r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(strings.TrimPrefix(word, "d'"), "d’"))
			switch {
			case unicode.IsUpper(r) && !plainWord(fold(word)):
				named = true
			case !oneOf(teamLinks, fold(word)):
				return false
			}
		}
		r, _ := utf8.DecodeRuneInString(first)
		return named && (led || unicode.IsUpper(r))
	}
	last := len(words) - 1
	return led && i < last && oneOf(teamWords, fold(words[last])) && namelike(strings.Join(words[i:last], " ")) && !holdsPlainWord([]string{fold(words[i])})
}

func ownAddress(low string, w writer) bool {
	return w.local != "" && strings.HasPrefix(strings.Trim(low, "<>*_"), w.local+"@")
}

// phoneOnly says whether a line is nothing but a telephone number.
func phoneOnly(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("+-()/. \u00a0", r):
			return false
		}
	}
	return digits >= 7 && digits <= 16
}

// postscript says whether a line starts "PS:" in one of its spellings.
func postscript(s string) bool {
	low := fold(s)
	for _, p := range []string{"ps:", "ps.", "ps ", "ps-", "p.s.", "p.s:", "p.s ", "p. s.", "pps", "p.p.s", "ps,", "p/s", "pd:", "pd.", "p.d.", "nb:", "nb ", "n.b.", "edit:", "nachtrag:"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// plainPostscript says whether a line starts "PS:" or "PS" and a word in small
// letters; "PS Consulting" below a name is a firm.
func plainPostscript(s string) bool {
	low := fold(s)
	if startsOneOf("ps:|p.s|ps.", low) {
		return true
	}
	if !strings.HasPrefix(low, "ps ") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[min(3, len(s)):])
	return unicode.IsLower(r)
}

// greets says whether a line is a greeting alone.
func greets(s string) bool {
	const longest = 60
	if len(s) > longest || !strings.ContainsAny(s[len(s)-1:], ",!:.") {
		return false
	}
	return startsOneOf("hello|hi,|hi |hi!|dear |good morning|good afternoon|good day|greetings|sehr geehrte|guten tag|hallo|liebe|bonjour|madame|cher |chere |estimad|hola|buenos dias|buongiorno|gentile|egregio|salve|prezad|ola|bom dia|boa tarde|geachte|beste |goedendag|dzien dobry|szanown|hej|bedste|kaere|hyva |dobry den|vazen|merhaba|sayin", fold(s))
}

// trimTail takes a formula with the writer's name off the end of the last
// sentence's line: "Send it over. Cheers, Dale" and "Send it over. -Dale".
func trimTail(lines []line, w writer) []line {
	lines = trimBlank(lines)
	if len(lines) == 0 {
		return lines
	}
	last := lines[len(lines)-1]
	s := strings.TrimRight(last.text, " ")
	at := tailStart(s, w)
	if at <= 0 {
		return lines
	}
	out := append([]line{}, lines...)
	out[len(out)-1].text = strings.TrimRight(s[:at], " ")
	return out
}

// tailStart gives where such a tail begins, -1 when there is none.
func tailStart(s string, w writer) int {
	const reach = 60
	low := max(0, len(s)-reach)
	for i := len(s) - 1; i > low; i-- {
		if s[i] != ' ' {
			continue
		}
		before, after := strings.TrimRight(s[:i], " "), s[i+1:]
		if before == "" || !strings.ContainsAny(before[len(before)-1:], ".!?)") || !utf8.ValidString(after) {
			continue
		}
		if name := strings.TrimLeft(after, "-–—/ "); name != after && w.match(name) == surelyName {
			return i
		}
		switch kind, name := closingOf(after); {
		case kind != noClosing && name != "" && w.match(name) == surelyName:
			return i
		case name == "" && oneOf("lg|vg|mfg|bg|glg|mvg|mvh|cdt|cdlt|slds|sds|rgds", fold(trimMarks(after))):
			return i // "… ab 9. LG"
		}
	}
	return -1
}
