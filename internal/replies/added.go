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
				if said := p.text; ownDemand(said) || postscript(said) && ownDemand(said[strings.IndexByte(said, ' ')+1:]) {
					for n := range p.to - i {
						keep[len(keep)-1-n].demand = true
					}
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
	case headsSlogan(s):
		b.adds, b.bare = false, false
		return false
	case opens && b.bare && b.signed && saysMachine(s) && !strings.Contains(s, "@"): // not of another mailbox
		return true // cutMachine takes it
	case ownDemand(s) && (b.bare || !b.signed && !b.marked || speaksOfMe(s) || holdsOneOf(meOrUs, wordsApart(fold(s))) || speaksOfOurs(fold(s))):
		b.adds = true
		return true
	case footerStart(s), forAnyone(s):
		b.adds, b.footed = false, true
		return false
	case b.marked && wordCount(s) < fewestMarked:
		b.adds = false
		return false
	case b.adds && endsThought(s) && !contactLine(s, b.writer) && b.writer.match(s) != surelyName:
		return true
	case b.signature(p):
		return false
	}
	need := answersSurely
	if b.bare && b.signed && !b.footed {
		need = answersLikely
	}
	b.adds = (b.bare || !b.sent) && answers(s) >= need
	b.bare = b.bare && b.adds
	return b.adds
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
	if contactLine(s, b.writer) || !endsThought(s) && answers(s) < answersSurely {
		b.bare = false
		return true
	}
	return false
}

// How sure it is that a sentence answers a mail.
const (
	answersNot = iota
	answersLikely
	answersSurely
)

// answers says how sure it is that a text answers a mail. Surely does what goes on from
// what was said before ("And …", "Sorry, …", "… instead"), or says what the rules for answers
// know of its writer, of us or of a time; likely what asks, or gives two signs of less.
func answers(s string) int {
	const longest, fewest, fewestBare, fewWords = 600, 2, 4, 15
	low := fold(s)
	if len(s) > longest || wordCount(s) < fewest || opensQuote(s) || startsOneOf("*|_|-|–|—", s) || strings.Contains(s, "|") || strings.Contains(s, "://") || strings.Contains(low, "www.") {
		return answersNot
	}
	if startsOneOf(lateStarts, low) || tellsFigure(s) {
		return answersSurely
	}
	p := parse(s)
	whole := endsThought(s)
	if len(p.tokens) == 0 || !whole && len(p.tokens) < fewestBare {
		return answersNot
	}
	if (whole || !p.hyphened()) && p.startsWith("and|but|sorry|actually|oh|forget") || len(p.tokens) > 1 && p.tokens[1].breaks && p.startsWith("no|yes|ok-then|hm") {
		return answersSurely
	}
	if p.alwaysSo(wordsApart(low)) {
		return answersNot
	}
	hit := slices.ContainsFunc(rules().find(p), func(h hit) bool {
		return oneOf("meeting|interested|buying|defer|notnow|referral|wrong|decline", h.rule.topic)
	})
	mine := speaksOfMe(s)
	if hit && (mine || whole && p.speaks("you|"+timeConcepts)) || whole && (p.ownColleague() || len(p.tokens) <= fewWords && (p.speaks("instead|actually") || p.endsWith("sorry"))) {
		return answersSurely
	}
	signs := 0 // one alone may stand in a footer as well
	for _, sign := range []bool{hit, mine, p.speaks("you"), p.speaks(timeConcepts), p.speaks("please"), p.speaks("but|actually|sorry|instead|thanks|would|will|too"), p.startsWith("we"), p.startsWith("ask|try|call|send|talk|write|mail|wait|let|give|not")} {
		if sign {
			signs++
		}
	}
	const enough = 2
	if whole && (signs >= enough || strings.HasSuffix(s, "?") || digitsIn(s) >= fewestPhoneDigits && startsOneOf(pointers, low) && tellsNumber(s, low)) {
		return answersLikely // "So that's 555 0117, it's the landline."
	}
	return answersNot
}

// hyphened says whether a hyphen follows the first word: "E-mail".
func (p *prose) hyphened() bool { return strings.HasPrefix(p.text[p.tokens[0].end:], "-") }

// timeConcepts are the concepts of a time that is still to come, or has changed.
const timeConcepts = "month-name|weekday|year-next|tomorrow|next|later|again|already|come-back-later"

// speaks says whether a word in p stands for one of the concepts.
func (p *prose) speaks(concepts string) bool {
	return slices.ContainsFunc(p.spokenConcepts(), func(names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return oneOf(concepts, name) })
	})
}

// startsWith says whether the first word in p stands for one of the concepts.
func (p *prose) startsWith(concepts string) bool {
	stands := p.spokenConcepts()
	return len(stands) > 0 && slices.ContainsFunc(stands[0], func(name string) bool { return oneOf(concepts, name) })
}

// endsWith says whether the last word in p stands for one of the concepts.
func (p *prose) endsWith(concepts string) bool {
	stands := p.spokenConcepts()
	return len(stands) > 0 && slices.ContainsFunc(stands[len(stands)-1], func(name string) bool { return oneOf(concepts, name) })
}

// ownColleague says whether p speaks of a colleague of its writer.
func (p *prose) ownColleague() bool {
	for i, names := range p.spokenConcepts() {
		if i > 0 && slices.Contains(names, "colleague") && oneOf("my|our|mein|meine|meiner|meinem|meinen|unser|unsere|mon|ma|notre|mi|nuestra|nuestro|mia|mio|nostra|nostro|minha|meu|nossa|nosso|mijn|onze", p.tokens[i-1].word) {
			return true
		}
	}
	return false
}

// alwaysSo says whether p says what is always so with its writer or their firm, or what
// they never want: "We believe in good floors", "Please don't bring dogs". said is its
// text, folded.
func (p *prose) alwaysSo(said string) bool {
	timed := p.speaks(timeConcepts + "|just-now|now|today")
	switch {
	case strings.HasSuffix(strings.TrimRight(p.text, " "), "?"):
		return false
	case holdsOneOf(habits, said), holdsOneOf(selfStarts, said), p.speaks("please") && holdsOneOf(" any | alle | jegliche | toute | tout | cualquier | qualsiasi | eventuali | alle | qualquer ", said):
		return true
	case p.speaks("please") && holdsOneOf(notAsked, said):
		return !timed
	case p.startsWith("we") && !saysI(p.text):
		return !timed && !p.speaks("not|still|must|would|need|supplier|priority|but|question|have-solution|only|currency")
	}
	return false
}

// Folded words of what is always so, of a bid not to do something, and of those who say who they are.
const (
	habits     = " everyone | everybody | nobody | jeder | niemand | chacun | todo el mundo | ognuno | iedereen | in all | all visitors | all our | ask all | send all | usually | normally | generally | always | we never | we will never | any offer | immer | stets | grundsatzlich | generell | ublicherweise | in der regel | toujours | habituellement | tous nos | dans tous | vos courriers | siempre | habitualmente | todos los | sempre | di solito | tutti i | altijd | meestal | alle onze | normalmente "
	notAsked   = " dont | do not | no | not | kein | keine | keinen | nicht | ne pas | pas de | no | non | nao | niet | geen | rather than "
	selfStarts = " i am a | im a | i am an | im an | i do | i use | ich bin ein | ich bin eine | je suis un | je suis une | soy un | soy una | sono un | sono una | sou um | sou uma | ik ben een "
)

// lateStarts begin what somebody says who had forgotten it, folded.
const lateStarts = "one more|one last|oh |oh,|ah |ah,|ach |by the way|btw|forgot|i forgot|almost forgot|nearly forgot|also |also,|and one|and another|ubrigens|noch |vergessen|fast vergessen|nachtraglich|au fait|encore |jai oublie|jallais oublier|une derniere|autre chose|por cierto|una cosa|otra cosa|se me olvid|ademas|a proposito|unaltra cosa|un'altra|dimenticavo|scordavo|ultima cosa|ancora una|alias|mais uma|outra coisa|esqueci|ja me esquecia|trouwens|nog iets|nog een|oja|o ja|vergeten|bijna vergeten"

// tellsFigure says whether a line gives what was asked for under its name: "Budget: 5,000 EUR".
func tellsFigure(s string) bool {
	const mostWords = 6
	label, figure, ok := strings.Cut(s, ": ")
	if !ok || digitsIn(figure) == 0 || digitsIn(figure) >= fewestPhoneDigits || wordCount(figure) > mostWords || strings.ContainsAny(figure, "@/%") {
		return false
	}
	const mostLabel = 3
	return wordCount(label) <= mostLabel && parse(label).speaks("budget|quantity|deadline|grow|people")
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
	if holdsOneOf(listNames, low) && (len(p.sentences) > 1 || holdsOneOf(getsMails, low)) {
		return false
	}
	ours := speaksOfOurs(low)
	anyone, offers := !ours && forAnyone(s), advertises(s, low) || givesCode(s, wordsApart(low))
	return slices.ContainsFunc(p.demands(low), func(h hit) bool {
		in := p.sentences[p.tokens[h.from].sentence]
		sentence := p.quote(in.from, in.to)
		said, demand := p.wordsOf(in.from, in.to), p.wordsOf(h.from, h.to)
		switch {
		case offersStop(fold(sentence)), offers && !holdsOneOf(meOrUs, demand):
			return false
		case speaksOfMe(sentence):
			return true
		case holdsOneOf(meOrUs, demand):
			return ours || !ofTheHouse(said)
		case holdsOneOf(speaksOwn, said):
			return !in.question && (ours || !forAnyone(sentence))
		}
		before := s[:p.tokens[h.from].start]
		named := strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "„") // the word for it
		return !anyone && !in.question && !named && !strings.Contains(s, "@")
	})
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

// getsMails are words of those who tell the readers of their list why they get it, folded.
const getsMails = "you get |you receive|you are receiving|youre receiving|you are getting|youre getting"

// speaksMe name the writer whom a demand is about, folded, at the end of a verb, too.
const speaksMe = " me | my | mich | meine | moi | mes | mij | mijn |nme |eme |temi |mi | mio | meu "

// speaksOfMe says whether a text speaks of its writer.
func speaksOfMe(s string) bool { return saysI(s) || holdsOneOf(speaksMe, wordsApart(fold(s))) }

// pointers begin a sentence that adds to what was said above the name, folded.
const pointers = "so |so, |thats |that is |its |the number|the direct|the landline|my |and the|and my|also |das ist |das ware |die nummer|meine |und die|und meine|es ist |donc |cest |le numero|mon |ma |et le|et mon|entonces |asi que |o sea|es el |es la |seria el |el numero|mi |y el |y mi |allora |quindi |dunque |e il |e lo |il numero|il mio|entao |portanto |e o |o numero|o meu|meu numero|seria o |dus |dat is |dat zou |het is |het nummer|mijn |en het|en mijn"
