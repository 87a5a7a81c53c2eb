package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Below a name stand a signature, what a firm puts below every mail, and at times what
// occurred to the writer once they had signed. What they add answers this mail; a footer
// speaks to any reader (see house.go); a signature is no sentence.

// passage is a line of what was cut, with those into which it was wrapped.
type passage struct {
	from, to int // lines
	text     string
}

// passageAt gives the passage that starts with line i.
func passageAt(lines []line, i int) passage {
	const mostLines, short = 12, 50
	s := strings.TrimSpace(lines[i].text)
	n := i + 1
	for ; n < len(lines) && n < i+mostLines && !lines[n].blank() && !isDelimiter(lines[n].text); n++ {
		last, next := lines[n-1].text, strings.TrimSpace(lines[n].text)
		first, _ := utf8.DecodeRuneInString(next)
		if len(last) < short || endsThought(last) || deviceLine(next) || isRule(next) || !unicode.IsLower(first) && footerStart(next) {
			break
		}
		s += " " + next
	}
	return passage{i, n, s}
}

// endsThought says whether a line ends with a sentence's mark.
func endsThought(s string) bool {
	s = strings.TrimRight(s, " \t\"”»)*_")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？", r)
}

// below tells apart what stands below a name, from the top down.
type below struct {
	writer writer
	signed bool // a formula or the name was there
	bare   bool // and nothing else of a signature
	adds   bool // the passage before, in the same paragraph, was added
	footed bool // the same paragraph held a footer
	marked bool // the delimiter was there: what stands below is the signature of every mail
	sent   bool // a mail program's line was there: below it our own mail may stand without any mark
}

// fewestBare is of how many words a passage is at least that doesn't end as a sentence does.
const fewestBare = 4

// fewestMarked is of how many words a passage is at least that somebody adds below the
// delimiter: what stands there stands below all of their mails.
const fewestMarked = 3

// resume gives what of a cut signature is the writer's text after all: a postscript, an
// afterthought, a demand, or the second half of a notice in two languages.
func resume(cut []line, w writer) (keep, sign []line) {
	lastProse := lastProseLine(cut)
	b := below{writer: w, bare: true}
	for i := 0; i < len(cut); {
		if cut[i].blank() {
			b.adds, b.footed = false, false
			sign = append(sign, cut[i])
			i++
			continue
		}
		opens := i > 0 && (cut[i-1].blank() || isRule(strings.TrimSpace(cut[i-1].text)))
		p := passageAt(cut, i)
		if i > 0 && i < maxSigned {
			if opens && greets(p.text) && lastProse > i && !footerStartsAt(cut, min(nextText(cut, i+1), len(cut)-1)) {
				return append(append(keep, line{}), cut[i:]...), sign
			}
			if b.added(p, opens, i == 1) {
				if opens || len(keep) == 0 {
					keep = append(keep, line{})
				}
				keep = append(keep, cut[i:p.to]...)
				post := postscript(p.text)
				demand := ownDemand(p.text) || post && ownDemand(p.text[strings.IndexByte(p.text, ' ')+1:])
				for n := range p.to - i {
					l := &keep[len(keep)-1-n]
					l.demand, l.below = demand, !demand && !post
				}
				i = p.to
				continue
			}
		} else if b.signature(p); isDelimiter(p.text) {
			b.marked, b.bare = true, false
		}
		sign = append(sign, cut[i:p.to]...)
		i = p.to
	}
	if len(keep) > 0 {
		keep = append(keep, line{})
	}
	return keep, sign
}

// added says whether the writer added a passage. opens says that it starts a paragraph,
// next that it stands right below the first line.
func (b *below) added(p passage, opens, next bool) bool {
	s := p.text
	switch {
	case opens && postscript(s), next && plainPostscript(s):
		b.adds, b.footed = true, false
		return true
	case isDelimiter(s):
		b.adds, b.bare, b.marked = false, false, true
		return false
	case deviceLine(s):
		b.adds, b.sent = false, true
		return false
	case isRule(s):
		b.adds = false
		return false
	case headsSlogan(s), headsFirm(s, b.writer) != "" && !strings.Contains(s, "?") && !ownDemand(s) && !speaksOfMe(s):
		b.adds, b.bare = false, false
		return false
	case opens && b.bare && b.signed && saysMachine(s) && !strings.Contains(s, "@"): // not of another mailbox
		return true // cutMachine takes it
	case ownDemand(s) && (b.bare || !b.marked && (!b.signed || !parse(s).startsWith("please")) || speaksOfMe(s) || holdsOneOf(meOrUs, wordsApart(fold(s))) || speaksOfOurs(fold(s))):
		// Rules of the house begin with "please"; what stands below the delimiter stands below all their mails.
		b.adds = true
		return true
	case footerStart(s), linksOrQuotes(s), speaksOfStopping(s), parse(s).ofTheirList(fold(s)): // also a demand below a whole signature: see heedBelow
		b.adds, b.footed = false, true
		return false
	case b.marked && wordCount(s) < fewestMarked:
		b.adds = false
		return false
	case tellsFigure(s):
		return true
	}
	goesOn := b.adds && endsThought(s) && !contactLine(s, b.writer) && b.writer.match(s) != surelyName
	if !goesOn && b.signature(p) {
		return false
	}
	if !endsThought(s) && wordCount(s) < fewestBare {
		b.adds, b.bare = false, false
		return false
	}
	odds := toldToAnyone(s)
	switch {
	case goesOn && odds <= 0:
		return true
	case !endsThought(s) && odds > saidSurely:
		b.adds, b.bare = false, false
		return false
	case odds > 0, greets(s), strange(s):
		b.adds, b.footed = false, true
		return false
	}
	need := saidSurely
	if b.bare && b.signed && !b.footed {
		need = saidLikely
	} else if strings.HasSuffix(s, "?") {
		need = saidAsking
	}
	b.adds = (b.bare || !b.sent) && odds < need
	b.bare = b.bare && b.adds
	return b.adds
}

// The odds below which a passage is said to us: right below a bare name, and whatever
// stands around it.
const (
	saidLikely = -1.6
	saidSurely = -4.0
	saidAsking = -7.0 // a question: adverts ask as well
)

// toldAsking are the odds above which a question below an answer is told to any reader.
const toldAsking = 4.0

// strange says whether hardly a word of a text is known: nothing tells that it is said to us.
func strange(s string) bool {
	const share = 2
	known, p := 0, parse(s)
	for _, names := range p.spokenConcepts() {
		if len(names) > 0 {
			known++
		}
	}
	return known*share < len(p.tokens)
}

// headsSlogan says whether a line gives a name and, behind a dash, what it stands for:
// "Fyfe Kiltmakers - Don't stop till you're in tartan!"
func headsSlogan(s string) bool {
	const mostWords = 5
	for _, dash := range []string{" - ", " – ", " — ", " · ", " • "} {
		if head, _, ok := strings.Cut(s, dash); ok {
			return wordCount(head) <= mostWords && namelike(head) && !holdsPlainWord([]string{fold(strings.Fields(head + " x")[0])}) && !speaksOfMe(s)
		}
	}
	return false
}

// signature says whether a passage is one of a signature's: a formula, the name, how to
// reach the writer, or what is no sentence.
func (b *below) signature(p passage) bool {
	s := p.text
	if kind, _ := closingOf(s); kind != noClosing || b.writer.match(s) == surelyName {
		b.signed = true
		b.bare = b.bare && !strings.ContainsAny(s, "|@0123456789")
		return true
	}
	if deviceLine(s) || isDelimiter(s) || isRule(s) || footerStart(s) {
		return true
	}
	if contactLine(s, b.writer) || strings.Contains(s, "|") {
		b.bare = false
		return true
	}
	return false
}

// tellsFigure says whether a line gives what was asked for under its name: "Budget: 5,000 EUR".
func tellsFigure(s string) bool {
	const mostWords, mostLabel = 6, 3
	label, figure, ok := strings.Cut(s, ": ")
	if !ok || digitsIn(figure) == 0 || digitsIn(figure) >= fewestPhoneDigits || wordCount(figure) > mostWords || wordCount(label) > mostLabel || strings.ContainsAny(figure, "@/%") {
		return false
	}
	return slices.ContainsFunc(parse(label).spokenConcepts(), func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return oneOf("budget|quantity|deadline|grow|people", name) })
	})
}

// startsWith says whether the first word in p stands for a concept.
func (p *prose) startsWith(concept string) bool {
	stands := p.spokenConcepts()
	return len(stands) > 0 && slices.Contains(stands[0], concept)
}

// opensQuote says whether a text is somebody else's words: a motto.
func opensQuote(s string) bool { return startsOneOf("\"|“|„|«|»|'|‘", s) }

// ownDemand says whether a text demands to stop, for its writer: not in others' words, not
// as an offer to the readers of the writer's own mails, nor as a rule of the house.
func ownDemand(s string) bool {
	const longest = 600
	low := fold(s)
	if len(s) > longest || opensQuote(s) || strings.Contains(s, "|") || strings.Contains(s, ",") && !endsThought(s) && namelike(s) {
		return false
	}
	p := parse(s)
	return !p.ofTheirList(low) && slices.ContainsFunc(p.demands(low), func(h hit) bool {
		in, need := p.sentences[p.tokens[h.from].sentence], saidLikely
		if holdsOneOf(meOrUs, p.wordsOf(h.from, h.to)) {
			need = 0
		}
		return toldToAnyone(p.quote(in.from, in.to)) < need
	}) && toldToAnyone(s) < 0
}

// speaksOfStopping says whether a rule for demands to stop finds anything in a text: what
// is no demand of its writer then must not be read as one.
func speaksOfStopping(s string) bool {
	return slices.ContainsFunc(rules().find(parse(s)), func(h hit) bool { return h.rule.topic == topicOptOut })
}

// Folded: what those say who have had our mails, and the writer as what a demand is about.
const (
	writtenBefore = " from you | again | once more | von ihnen | von euch | noch einmal | de votre part | de usted | de ustedes | otra vez | da voi | da parte vostra | di nuovo | outra vez | van u | nog een keer | opnieuw "
	meOrUs        = " me | us | mich | uns | moi | nous | mi | nos | ci | noi | mij | ons |nme |eme |temi "
)

// speaksOfOurs says whether a folded text speaks of the mails that its writer had from us.
func speaksOfOurs(low string) bool {
	return holdsOneOf(machineYours, low) || holdsOneOf(writtenBefore, wordsApart(low))
}

// ofTheirList says whether a text tells the readers of a list about it. low is the text, folded.
func (p *prose) ofTheirList(low string) bool {
	return holdsOneOf(listNames, low) && (len(p.sentences) > 1 || holdsOneOf(getsMails, low))
}

// getsMails are words of those who tell the readers of their list why they get it, folded.
const getsMails = "you get |you receive|you are receiving|youre receiving|you are getting|youre getting"

// speaksMe name the writer whom a demand is about, folded, at the end of a verb, too.
const speaksMe = " me | my | mich | meine | moi | mes | mij | mijn |nme |eme |temi |mi | mio | meu "

// speaksOfMe says whether a text speaks of its writer.
func speaksOfMe(s string) bool { return saysI(s) || holdsOneOf(speaksMe, wordsApart(fold(s))) }
