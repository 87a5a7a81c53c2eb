package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// offer is an answer that our mail offers: "2", "b" or "gone", and what our mail
// says it stands for, nothing where that can't be told.
type offer struct {
	mark  string // its words as tokens write them, a space between
	text  string
	word  bool   // a word, not a number or letter
	vain  bool   // a yes or no, and our mail asks something else too
	half  bool   // one of two that an "or" joins in our question
	they  bool   // it stands in a question of ours that is about them, not us
	asked bool   // it stands in a question of ours
	other string // what stands against it, where it is a half
}

// mark is where the name of an offer stands: tokens[from:to].
type mark struct {
	from, to int
	word     bool // a word, not a number or letter
	held     bool // in brackets
	set      bool // a sign sets it off from what follows: "9 = …"
	named    bool // told to be an answer: "reply GO", "or GONE"
}

// offered finds the answers that our mail offers by their names. Lists that count
// lines or words up from 1 are optionText's.
func offered(p *prose) []offer {
	var all, loose []offer
	listed := false // the sentence before offers words
	for n := range p.sentences {
		marks := p.marks(n, listed)
		listed = len(marks) > 0 && marks[0].word && (marks[0].named || listed)
		switch {
		case len(marks) > 1 || len(marks) == 1 && marks[0].word && marks[0].named:
			all = append(all, p.offers(n, marks)...)
		case len(marks) == 1 && marks[0].set && marks[0].from == p.sentences[n].from:
			loose = append(loose, p.offers(n, marks)...)
		}
	}
	if len(loose) > 1 {
		all = append(all, loose...) // a list, each in its line
	}
	return all
}

// marks finds the names of offers in a sentence, all of one kind. listed says that
// the sentence before has some: "reply GO for the sample; GONE and I won't write".
func (p *prose) marks(n int, listed bool) []mark {
	s := p.sentences[n]
	var marks []mark
	cued, stray := false, false
	for i := s.from; i < s.to; i++ {
		t := p.tokens[i]
		if cueWords[t.word] {
			cued = true
			continue
		}
		m, ok := p.markAt(i, s, cued, len(marks) > 0 || listed && i == s.from)
		if !ok {
			stray = stray || t.kind == numberToken && len(t.word) == 1
			continue
		}
		if len(marks) == 0 || marks[0].word == m.word {
			marks = append(marks, m)
		}
		i = m.to - 1
	}
	if stray && len(marks) > 0 && !marks[0].word && !marks[0].held {
		return nil // "1 for a call, 2 mails": which of them are names?
	}
	return marks
}

// markAt says whether an offer's name begins at token i. cued says that our
// sentence asked for an answer before, more that it has given one already.
func (p *prose) markAt(i int, s sentence, cued, more bool) (mark, bool) {
	t := p.tokens[i]
	before, after := strings.TrimRight(p.text[:t.start], spaces), strings.TrimLeft(p.text[t.end:], spaces)
	m := mark{from: i, to: i + 1}
	single := len(t.word) == 1 && (t.kind == numberToken || t.kind == wordToken) && !t.glued
	if single {
		m.held = endsWithOne(before, "([") && beginsWithOne(after, ")]")
		m.set = beginsWithOne(after, "=:)]–→")
		next := ""
		if i+1 < s.to {
			next = p.tokens[i+1].word
		}
		named := i > s.from && (cueWords[p.tokens[i-1].word] || viaWords[p.tokens[i-1].word])
		return m, m.held || m.set || t.kind == numberToken && cued && (more || named || i == s.from+1) && linkWords[next]
	}
	if t.kind != wordToken {
		return mark{}, false
	}
	m.word = true
	m.named = cued && i > s.from && (cueWords[p.tokens[i-1].word] || viaWords[p.tokens[i-1].word] || more && eitherWords[p.tokens[i-1].word])
	if more && t.caps && (t.breaks || i == s.from) && i+1 < s.to && linkWords[p.tokens[i+1].word] {
		m.named = true // "GO for the sample, GONE and I won't write again"
	}
	if p.quoteOpens(t.start) {
		const most = 2 // words of a quoted answer
		for to := i + 1; to <= min(i+most, s.to); to++ {
			rest := strings.TrimLeft(p.text[p.tokens[to-1].end:], spaces+".,!")
			if beginsWithOne(rest, closingQuotes) {
				_, size := utf8.DecodeRuneInString(rest)
				rest = strings.TrimLeft(rest[size:], spaces)
				m.to, m.set, m.named = to, beginsWithOne(rest, "=:–→"), m.named || cued
				return m, true
			}
		}
		return mark{}, false
	}
	if i == s.from {
		m.set = beginsWithOne(after, "=→")
	}
	if yesWords[t.word] || noWords[t.word] {
		// "with a no I'll delete you", German "bei Nein"
		if t.upper && i > s.from && caseWords[p.tokens[i-1].word] {
			m.named, m.set = true, true
		}
		return m, m.named && (t.upper || t.caps) || t.caps && m.set
	}
	return m, t.caps && (m.named || m.set)
}

const (
	spaces        = " \t\n\u00a0\u202f"
	openingQuotes = "\"'“„«‘‚‹»"
	closingQuotes = "\"'”“»’‘›«"
)

// quoteOpens says whether a quotation mark, and no apostrophe, stands before the
// word that begins at start.
func (p *prose) quoteOpens(start int) bool {
	before := p.text[:start]
	if endsWithOne(strings.TrimRight(before, spaces), "«") {
		return true
	}
	r, size := utf8.DecodeLastRuneInString(before)
	if before == "" || !strings.ContainsRune(openingQuotes, r) {
		return false
	}
	r, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func endsWithOne(s, of string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(of, r)
}

func beginsWithOne(s, of string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune(of, r)
}

// offers gives each mark of a sentence the words that go with it, before or
// behind it. Where the two look alike none has any.
func (p *prose) offers(n int, marks []mark) []offer {
	s := p.sentences[n]
	leads, follows := p.sides(s, marks)
	var out []offer
	for k, m := range marks {
		o := offer{mark: p.words(m.from, m.to), word: m.word, they: s.question && !p.ofUs(s), asked: s.question}
		switch {
		case leads && !follows:
			from := s.from
			if k > 0 {
				from = marks[k-1].to
			}
			o.text = p.wording(from, p.beforeCue(from, m.from))
		case follows && !leads:
			to := s.to
			if k+1 < len(marks) {
				to = p.beforeCue(m.to, marks[k+1].from)
			}
			if m.word {
				to = p.beforeWord(m.to, to)
			}
			o.text = p.wording(m.to, to)
		}
		if m.word && (yesWords[o.mark] || noWords[o.mark]) {
			o.vain = p.asksElse(n)
		}
		out = append(out, o)
	}
	return out
}

// sides says whether the words of offers lead up to their marks ("go on (1) or
// stop (2)?") or follow them ("(1) go on or (2) stop?"), or, where it can't be
// told, both.
func (p *prose) sides(s sentence, marks []mark) (leads, follows bool) {
	if marks[0].word {
		return p.sidesOfWords(s, marks)
	}
	if !marks[0].held {
		return false, true
	}
	for _, m := range marks {
		before := strings.TrimRight(strings.TrimRight(p.text[:p.tokens[m.from].start], spaces+"(["), spaces)
		after := strings.TrimLeft(p.text[p.tokens[m.to-1].end:], spaces+")]")
		switch {
		case m.to < s.to && eitherWords[p.tokens[m.to].word], m.to < s.to && beginsWithOne(after, ",;"):
			leads = true
		case m.from == s.from, endsWithOne(before, ",;:"), eitherWords[p.tokens[m.from-1].word]:
			follows = true
		}
	}
	if !leads && !follows {
		leads = marks[len(marks)-1].to == s.to
		follows = !leads
	}
	return leads, follows
}

// sidesOfWords is the same for words. They lead up to one that we ask for behind
// them ("if you've had enough, say GONE"), else follow it.
func (p *prose) sidesOfWords(s sentence, marks []mark) (leads, follows bool) {
	first, last := marks[0], marks[len(marks)-1]
	told := p.wording(s.from, p.beforeCue(s.from, first.from)) != "" && !p.colonBefore(s.from, first.from)
	each, own := true, false // each mark is asked for by itself, a later one is
	for k, m := range marks {
		from := s.from
		if k > 0 {
			from = marks[k-1].to
		}
		before := p.beforeCue(from, m.from)
		each = each && before < m.from && p.wording(from, before) != ""
		own = own || k > 0 && before < m.from
	}
	if last.to == s.to && each && told && (p.supposes(s.from, s.to) || len(marks) == 1) {
		return true, false
	}
	if len(marks) > 1 && told && (own || p.supposes(s.from, first.from)) {
		return true, true // "for the sample say GO, for peace say GONE, please"
	}
	for k, m := range marks {
		to := s.to
		if k+1 < len(marks) {
			to = p.beforeCue(m.to, marks[k+1].from)
		}
		if p.wording(m.to, to) != "" && !m.set && !linkWords[p.tokens[m.to].word] {
			return true, true
		}
	}
	return false, true
}

// beforeCue is where the words end that lead up to a mark at token i: before the
// "reply with" in front of it.
func (p *prose) beforeCue(from, i int) int {
	j := i
	for j > from && (viaWords[p.tokens[j-1].word] || eitherWords[p.tokens[j-1].word]) {
		j--
	}
	if j > from && cueWords[p.tokens[j-1].word] {
		return j - 1
	}
	return i
}

// beforeWord is where the words of an offer end that run into another's: "YES for
// the sample, or no and I'll delete your address".
func (p *prose) beforeWord(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		t := p.tokens[i]
		if (t.breaks || eitherWords[p.tokens[i-1].word]) && (t.caps || yesWords[t.word] || noWords[t.word]) && linkWords[p.tokens[i+1].word] {
			return i
		}
	}
	return to
}

// colonBefore says whether a colon ends the words that lead up to a mark at token i.
func (p *prose) colonBefore(from, i int) bool {
	start := p.tokens[p.beforeCue(from, i)].start
	return endsWithOne(strings.TrimRight(p.text[:start], spaces+openingQuotes), ":")
}

// supposes says whether an "if" stands among tokens[from:to].
func (p *prose) supposes(from, to int) bool {
	return from < to && slices.ContainsFunc(p.tokens[from:to], func(t token) bool { return ifWords[t.word] })
}

// words are tokens[from:to] as an answer's tokens are compared with them.
func (p *prose) words(from, to int) string {
	var words []string
	for _, t := range p.tokens[from:to] {
		words = append(words, t.word)
	}
	return strings.Join(words, " ")
}

// wording is our text of tokens[from:to] without what only joins it to a mark.
func (p *prose) wording(from, to int) string {
	joins := func(i int) bool {
		w := p.tokens[i].word
		return eitherWords[w] || linkWords[w]
	}
	for from < to && joins(from) {
		from++
	}
	for to > from && joins(to-1) {
		to--
	}
	if from >= to {
		return ""
	}
	return p.text[p.tokens[from].start:p.tokens[to-1].end]
}

// asksElse says whether our mail asks anything but what the sentence n, or the one
// before it, does: then a yes or no may be an answer to that.
func (p *prose) asksElse(n int) bool {
	const least = 4 // words; "Not for you?" in a footer asks nothing
	for i, s := range p.sentences {
		if s.question && (i < n-1 || i > n && s.to-s.from >= least) {
			return true
		}
	}
	return false
}

// alternatives gives the two halves of our question that an or-word joins, when
// our mail asks no more than that.
func (p *prose) alternatives(or map[string]bool) (first, second sentence, ok bool) {
	const least = 4 // words, as in asksElse; or one of them joins: "¿sigo o paro?"
	asked := 0
	for _, s := range p.sentences {
		if !s.question || !p.says(s, or) && (s.to-s.from < least || p.says(s, denialWords) && p.says(s, touchWords)) {
			continue // "Not for you?", "Don't fancy these mails?"
		}
		asked++
		joins, breaks := 0, 0
		for i := s.from + 1; i < s.to-1; i++ {
			t := p.tokens[i]
			switch {
			case or[t.word] && !strings.ContainsRune(p.text[t.start:t.end], 'ù'): // French "où"
				joins++
				first, second = s, s
				first.to, second.from = i, i+1
			case t.breaks && !(i <= s.from+2 && greetWords[p.tokens[s.from].word]):
				breaks++ // "call, write or leave you": which is the second?
			}
		}
		ok = joins == 1 && breaks == 0
	}
	return first, second, ok && asked == 1
}

// ofUs says whether a question of ours is about what we do: "shall I stop?", not
// "do your presses stop?".
func (p *prose) ofUs(s sentence) bool {
	switch {
	case p.says(s, usWords), p.says(s, frenchUs) && !p.says(s, dutchWords):
		return true
	case p.says(s, themWords):
		return false
	}
	return p.says(s, touchWords) || p.says(s, listWords) || p.says(s, peaceWords)
}

// usWords are of the one who writes, in the romance languages as the verbs tell.
var usWords = wordSet(`i ill id me my we us our ich mich mir mein wir uns nous moi mes yo nos io ci eu ik mij wij ons
deje dejo paro escriba escribo escribirle escribirte borre borro quite quito llamo llame envio mando mande
lasci lascio lasciarla smetto smetta smettere scriva scrivo scriverle scriverti cancelli cancello tolga tolgo chiamo chiami invio
deixe deixo escreva escrevo escrever apague apago retiro retire ligo ligue envie`)

var (
	frenchUs   = wordSet(`je j`)
	dutchWords = wordSet(`of het een zijn`)
	themWords  = wordSet(`you your sie ihr ihre ihrer vous votre vos usted ustedes su sus lei suo suoi sua voce seu seus u uw je jullie`)
)

var greetWords = wordSet(`hi hello hey dear hallo guten moin bonjour salut hola buenos buenas buongiorno ciao ola bom boa dag hoi beste goedemorgen`)

// eitherWords join alternatives.
var eitherWords = wordSet(`or oder ou o u oppure of`)

// linkWords join an answer that we offer to what it stands for.
var linkWords = wordSet(`and for if to then means und fur fuer wenn falls heisst dann et pour si alors y para por per se e en als voor dan`)

// cueWords ask for an answer.
var cueWords = wordSet(`reply replying answer answering say write type send press choose pick text respond
antworten antworte antwortet schreiben schreib schreibe sagen sag sende tippen wahlen
repondez reponds repondre ecrivez dites tapez choisissez
responda responde respondame contesta conteste escriba escribe diga digame elija pulse
risponda rispondi rispondete scriva scrivi dica scelga
escreva escolha digite
antwoord antwoorden schrijf zeg kies stuur genugt genuegt`)

// viaWords stand between such a word and the answer.
var viaWords = wordSet(`with by just simply only a me back mit einfach nur par juste simplement con solo simplemente semplicemente com simplesmente met gewoon alleen ein eine sie bei`)

// caseWords stand before a yes or no whose meaning we tell.
var caseWords = wordSet(`bei if for at a con com`)

// unquoted takes the marks of a quotation off the lines of our mail.
func unquoted(ours string) string {
	if !strings.Contains(ours, ">") {
		return ours
	}
	var b strings.Builder
	for line := range strings.Lines(ours) {
		b.WriteString(strings.TrimLeftFunc(line, func(r rune) bool { return r == '>' || r != '\n' && unicode.IsSpace(r) }))
	}
	return b.String()
}

// optionText is the line, or the part of a line, of our mail that an answer's
// number stands for.
func optionText(ours, n string) string {
	for line := range strings.SplitSeq(ours, "\n") {
		line = strings.TrimLeft(line, "> \t*-([#")
		rest, ok := strings.CutPrefix(strings.ToLower(line), n)
		if !ok || rest == "" || strings.IndexByte(" .):-=]\t", rest[0]) < 0 && !strings.HasPrefix(rest, "–") {
			continue
		}
		if listed := listedOption(line, n); listed != "" {
			return listed
		}
		return strings.TrimLeft(rest, " .):-=]\t–")
	}
	return listedOption(ours, n)
}

// listedOption finds an option among several in one line: "1 call me, 2 write in
// autumn, 3 not for us". They must count up from the first.
func listedOption(ours, n string) string {
	if len(n) != 1 {
		return ""
	}
	first, letters := byte('1'), n[0] >= 'a'
	if letters {
		first = 'a'
	}
	p := parse(ours)
	next, from := first, -1
	for i, t := range p.tokens {
		if len(t.word) != 1 || t.word[0] != next || letters && !marksOption(ours[t.end:]) {
			continue
		}
		if p.closesOption(i) {
			return ""
		}
		switch {
		case from >= 0:
			return optionWording(ours[p.tokens[from].end:t.start])
		case next == n[0]:
			from = i
		}
		next++
	}
	if from < 0 || next < first+2 {
		return ""
	}
	return optionWording(ours[p.tokens[from].end:])
}

// closesOption says whether the words of an option end with its number at token i:
// "to go on reply 1, to be left in peace reply 2". What follows is another's.
func (p *prose) closesOption(i int) bool {
	t := p.tokens[i]
	before, after := strings.TrimRight(p.text[:t.start], spaces), strings.TrimLeft(p.text[t.end:], spaces+")")
	asked := i > 0 && p.tokens[i-1].sentence == t.sentence && (cueWords[p.tokens[i-1].word] || viaWords[p.tokens[i-1].word])
	return after == "" || beginsWithOne(after, ",;?!") || endsWithOne(before, "=→") || asked && beginsWithOne(after, ".") ||
		i+1 < len(p.tokens) && p.tokens[i+1].sentence == t.sentence && eitherWords[p.tokens[i+1].word]
}

// marksOption says whether what follows a letter sets it off as an option's name.
func marksOption(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && strings.IndexByte(":)=.-]", rest[0]) >= 0 || strings.HasPrefix(rest, "–")
}

// optionWording cuts an option's words at the end of their sentence.
func optionWording(s string) string {
	s = strings.TrimLeft(s, " .):-=]\t–")
	if end := strings.IndexAny(s, "\n.;?!"); end >= 0 {
		s = s[:end]
	}
	return strings.TrimRight(s, " ,;([/|")
}
