package replies

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Our mail may name a word that ends it: "reply 'heel' to make me stop", "to leave this
// list, reply LEAVE", "Code word for no more mail: walnut". Whoever writes that word as a
// clause of its own asks for that, whatever else they say. Who asks back, or wants something
// beside a word that we didn't set off, may be joking: that is a person's to read.

// mostCodeWords bounds the words of one, mostNamedWords those of one without a mark.
const (
	mostCodeWords  = 5
	mostNamedWords = 3
)

// codeword reads an answer that says the word by which our mail is ended.
func (a *argument) codeword() (verdict, bool) {
	const most = 8 // sentences with such a word looked at
	p := a.oursApart()
	for n, seen := 0, 0; n < len(p.sentences) && seen < most; n++ {
		from, to, marked := p.quotedAnswer(n)
		if !marked {
			from, to = p.namedAnswer(n)
		}
		if from == to {
			continue
		}
		seen++
		if v, ok := a.saysCode(p, n, from, to, marked); ok {
			return v, true
		}
	}
	return a.lineWord(p)
}

// saysCode reads an answer for the word tokens[from:to] of the n-th sentence of our mail;
// marked are those in quotes or capitals, which end it whatever else is wanted.
func (a *argument) saysCode(p *prose, n, from, to int, marked bool) (verdict, bool) {
	code := p.tokens[from:to]
	at, end := a.clauseOf(code, false)
	said := at >= 0
	if !said && !p.plainSpeech(from, to) {
		at, end = a.clauseOf(code, true)
	}
	switch {
	case at < 0, said && a.agrees(at, end), a.prose.plainSpeech(at, end) && a.saysMore():
		return verdict{}, false
	case said && !p.quoteOpens(p.tokens[from].start) && a.onlyNo(at, end):
		return verdict{}, false // "or answer NO" may be about something else: see option.go
	case !said && (a.wantsBeside(at, end) || a.level(topicQuestion) >= 2 || !a.short(briefEcho)), !a.endsOurs(p, n, from, to):
		return verdict{}, false
	case !said || !marked && a.wantsBeside(at, end) || slipped(a.prose.tokens[at:end], code) && a.saysBeside(at, end) || a.jokes(end):
		return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "context.codeword-held", Text: a.prose.quote(at, end)}}}, true
	}
	return verdict{Intent: IntentOptOut, Confidence: 0.9, Evidence: []Evidence{{Rule: "context.codeword", Text: a.prose.quote(at, end)}}}, true
}

// briefEcho is how many words an answer has that does no more than ask the word back:
// "Pelican? In this economy?"
const briefEcho = 12

// wantsBeside says whether an answer wants to buy, to meet or to be written to later, or
// sends us to somebody, beside the code tokens[at:end].
func (a *argument) wantsBeside(at, end int) bool {
	for _, topic := range []string{topicMeeting, topicBuying, topicInterested, topicReferral, topicDefer} {
		if slices.ContainsFunc(a.hits[topic], func(h hit) bool {
			return h.rule.level >= 2 && (h.to <= at || h.from >= end) && !a.prose.plainSpeech(h.from, h.to) && !a.polite(h.from, h.to)
		}) {
			return true
		}
	}
	return false
}

// saysBeside says whether more than a word of courtesy stands beside the code tokens[at:end].
func (a *argument) saysBeside(at, end int) bool {
	for i, t := range a.prose.tokens {
		if (i < at || i >= end) && t.kind == wordToken && !besideCode[t.word] && !politeWords[t.word] {
			return true
		}
	}
	return false
}

// jokes says whether the words from token i on say that the code was a joke, and not
// that it was none.
func (a *argument) jokes(i int) bool {
	const reach = 2 // words: "no joke", "kein schlechter Scherz"
	tokens := a.prose.tokens
	for ; i < len(tokens); i++ {
		from := i
		for from > max(i-reach, 0) && !tokens[from].breaks {
			from--
		}
		if jokeWords[tokens[i].word] && !slices.ContainsFunc(tokens[from:i], token.denies) {
			return true
		}
	}
	return false
}

// jokeWords take back what was said.
var jokeWords = wordSet(`joking kidding joke scherz spass witz blague rigole plaisante broma bromeo scherzo scherzavo brincadeira brincando grapje geintje`)

// agrees says whether the words of a code are nothing but a yes.
func (a *argument) agrees(at, end int) bool {
	return !slices.ContainsFunc(a.prose.tokens[at:end], func(t token) bool { return !yesWords[t.word] && !politeWords[t.word] })
}

// quotedAnswer finds the one answer, in quotes or in capitals, that the n-th sentence of
// our mail asks for: tokens[from:to]. Where there are more it is a list to pick from.
func (p *prose) quotedAnswer(n int) (from, to int, ok bool) {
	s := p.sentences[n]
	cued := false
	for i := s.from; i < s.to; i++ {
		t := p.tokens[i]
		if end := p.capitals(i, s); end > i {
			if ok {
				return 0, 0, false
			}
			from, to, ok = i, end, true
			i = end - 1
			continue
		}
		if !p.quoteOpens(t.start) {
			begins := i == s.from || t.breaks || askingWords[p.tokens[i-1].word] // not "most people say"
			cued = cued || cueWords[t.word] && begins || enoughWords[t.word] || wordNouns[t.word] || codeCues[t.word]
			continue
		}
		end := i + 1
		for end < s.to && end-i < mostCodeWords && !p.quoteCloses(end-1) {
			end++
		}
		if !p.quoteCloses(end-1) || ok {
			return 0, 0, false
		}
		from, to, ok = i, end, true
		cued = cued || i == s.from || viaWords[p.tokens[i-1].word] || p.colonAt(i) // "'Checkmate' and I'm gone", "with 'out' …"
		i = end - 1
	}
	return from, to, ok && cued
}

// capitals gives where words in capitals end that begin at token i, right behind a word
// that asks for an answer: "reply LEAVE", "antworten Sie mit AUS". It is i where none do.
func (p *prose) capitals(i int, s sentence) (end int) {
	const reach = 3 // words between: "reply to us with"
	before := p.tokens[max(s.from, i-reach):i]
	cued := len(before) > 0 && (asksForWord(before[len(before)-1].word) || viaWords[before[len(before)-1].word] && slices.ContainsFunc(before, func(t token) bool { return cueWords[t.word] }))
	for end = i; cued && end < s.to && end-i < mostCodeWords && p.tokens[end].caps && !cueWords[p.tokens[end].word]; {
		end++
	}
	return end
}

// asksForWord says whether a word of ours asks for the one behind it.
func asksForWord(word string) bool { return cueWords[word] || codeCues[word] || wordNouns[word] }

// namedAnswer finds the one answer without a mark that the n-th sentence of our mail asks
// for: "answer with the word pelican", "Para eu parar, basta responder jabuticaba", "The
// word for no more mail: walnut". It is empty where there is none, or more than one.
func (p *prose) namedAnswer(n int) (from, to int) {
	s := p.sentences[n]
	for i := s.from + 1; i < s.to; i++ {
		if p.quoteOpens(p.tokens[i].start) {
			return 0, 0
		}
		begins, end := i, i
		if last := p.isWord(i, s); last || p.colonAt(i) {
			end = p.namedEnd(i, s.to)
		} else if asksForWord(p.tokens[i-1].word) && !p.tokens[i].breaks {
			for begins < s.to && leadsToCode(p.tokens[begins].word) {
				begins++
			}
			end = p.namedEnd(begins, s.to)
		}
		switch {
		case end == begins:
			continue
		case end < s.to && eitherWords[p.tokens[end].word]:
			return 0, 0
		case p.colonAt(begins) && p.picks(end, s):
			return 0, 0 // "what hurts: downtime, cost or noise"
		case p.colonAt(begins):
			return begins, end // "Le mot magique pour ne plus rien recevoir : papillon"
		case to > from && p.words(begins, end) != p.words(from, to):
			return 0, 0
		}
		from, to = begins, end
		i = max(i, end-1)
	}
	return from, to
}

// picks says whether a list goes on at token i from which one is to be picked: ", cost or noise".
func (p *prose) picks(i int, s sentence) bool {
	const most = 2 * mostNamedWords // words
	for j := i; j < min(i+most, s.to); j++ {
		if eitherWords[p.tokens[j].word] {
			return true
		}
	}
	return false
}

// isWord says whether token i is the last of a sentence that says what a word is: "The
// word that gets rid of me is lantern".
func (p *prose) isWord(i int, s sentence) bool {
	return i+1 == s.to && beWords[p.tokens[i-1].word] && p.says(sentence{from: s.from, to: i}, wordNouns)
}

// beWords say what a word is.
var beWords = wordSet(`is ist lautet heisst est es e luidt`)

// namedEnd is where the answer ends that may begin at token i: i itself where what
// stands there is too long for one, or only words that join others.
func (p *prose) namedEnd(i, end int) int {
	j := i
	for j < end && (j == i || !p.tokens[j].breaks) && !linkWords[p.tokens[j].word] && !denialWords[p.tokens[j].word] && !eitherWords[p.tokens[j].word] && !behindCode[p.tokens[j].word] && !enoughWords[p.tokens[j].word] {
		j++
	}
	if j == i || j-i > mostNamedWords || functionWords()[p.tokens[i].word] != 0 || p.plainSpeech(i, j) || p.tokens[i].kind != wordToken {
		return i
	}
	return j
}

// colonAt says whether a colon stands right before token i.
func (p *prose) colonAt(i int) bool {
	return i > 0 && p.tokens[i].breaks && strings.Contains(p.text[p.tokens[i-1].end:p.tokens[i].start], ":")
}

// leadsToCode says whether a word may stand between "answer" and the word that is asked for.
func leadsToCode(word string) bool {
	return viaWords[word] || wordNouns[word] || articles[word] || behindCode[word] || askingWords[word]
}

var (
	// wordNouns name what is asked for, codeCues ask for it beside cueWords.
	wordNouns = wordSet(`word words code codeword password wort codewort kennwort stichwort passwort losung mot mots palabra palabras contrasena clave parola parole palavra palavras senha woord codewoord wachtwoord`)
	codeCues  = wordSet(`typing saying writing schicken schickt schicke sagt tippt antworte
repondre dire ecrire dites responder respondre escribir contestar decir rispondere scrivere dire scrivete dite dizer escrever responda diga typ typen zeggen schrijven antwoorden sturen`)
	// behindCode stand behind a word, or between it and "the word".
	behindCode = wordSet(`is are ist sind lautet heisst est son es e is luidt to reicht will does`)
)

// askingWords stand before the verb that asks for an answer.
var askingWords = wordSet(`ps s please just simply you can may to and or then bitte einfach konnen koennen mussen muessen zu und dann de veuillez simplement por favor puede y per basta di pode e en dan graag kunt`)

// enoughWords say that a word is enough.
var enoughWords = wordSet(`enough need plenty suffices genugt genuegt reicht suffit basta chega volstaat`)

// quoteCloses says whether a quotation mark stands behind token i.
func (p *prose) quoteCloses(i int) bool {
	rest := strings.TrimLeft(p.text[p.tokens[i].end:], spaces+".,!")
	if !beginsWithOne(rest, closingQuotes) {
		return false
	}
	_, size := utf8.DecodeRuneInString(rest)
	r, _ := utf8.DecodeRuneInString(rest[size:])
	return rest[size:] == "" || !isWordRune(r) // no apostrophe
}

// endsOurs says whether the n-th sentence of our mail, or the question before it in
// its line ("Had enough? Reply 'heel'."), says that the answer tokens[from:to] ends it.
func (a *argument) endsOurs(p *prose, n, from, to int) bool {
	s := p.sentences[n]
	parts := []string{p.wording(s.from, p.beforeAsking(s.from, from)), p.wording(to, p.ownEnd(from, to, s.to))}
	if n > 0 && p.sentences[n-1].question && !strings.Contains(p.text[p.tokens[p.sentences[n-1].from].start:p.tokens[s.from].start], "\n") {
		before := p.sentences[n-1]
		parts = append(parts, p.wording(before.from, before.to))
	}
	ends := false
	for _, part := range parts {
		if part == "" {
			continue
		}
		b := argue(&input{Received: a.in.Received, NewText: part}, part)
		if b.promisesThing() || b.promisesMore() || len(b.found) > 0 {
			return false
		}
		ends = ends || b.promisesEnd() || b.level(topicOptOut) > 0 || b.tiresOfUs() || b.fallsSilent()
	}
	return ends
}

// ownEnd is where the words end that belong to the code tokens[from:to], at most end:
// without a mark another answer may follow, as in "reply go to try it, halt and I stop".
func (p *prose) ownEnd(from, to, end int) int {
	if p.quoteOpens(p.tokens[from].start) {
		return end
	}
	for i := to + 1; i+1 < end; i++ {
		if p.tokens[i].breaks && linkWords[p.tokens[i+1].word] {
			return i
		}
	}
	return end
}

// beforeAsking is where the words end that lead up to a code at token i: before the
// "send me the word" in front of it.
func (p *prose) beforeAsking(from, i int) int {
	j := i
	for j > from && leadsToCode(p.tokens[j-1].word) {
		j--
	}
	if j < i && j > from && cueWords[p.tokens[j-1].word] {
		return j - 1
	}
	return p.beforeCue(from, i)
}

// clauseOf finds the words of a code as a clause of the answer: tokens[at:end], at
// being -1 where it has none. A word or two that add nothing may stand beside it;
// in a question, or behind a "not", it doesn't count. asked looks in questions alone.
func (a *argument) clauseOf(code []token, asked bool) (at, end int) {
	tokens := a.prose.tokens
	for i := 0; i+len(code) <= len(tokens); i++ {
		to := i + len(code)
		s := a.prose.sentences[tokens[i].sentence]
		if s.question != asked || to > s.to || !slices.EqualFunc(tokens[i:to], code, sameWord) {
			continue
		}
		from := i
		for from > s.from && !tokens[from].breaks && (besideCode[tokens[from-1].word] || beforeCode[tokens[from-1].word]) {
			from--
		}
		behind := to
		for behind+len(code) <= s.to && slices.EqualFunc(tokens[behind:behind+len(code)], code, sameWord) {
			behind += len(code) // "Heron heron heron"
		}
		for behind < s.to && !tokens[behind].breaks && (tokens[behind].kind == emojiToken || besideCode[tokens[behind].word] || politeWords[tokens[behind].word] || vocatives[tokens[behind].word]) {
			behind++
		}
		begins, ends := from == s.from || tokens[from].breaks, behind == s.to || tokens[behind].breaks
		spokenOf := behind < s.to && a.prose.quoteCloses(behind-1) && !(a.prose.partedAt(from) && a.prose.partedAt(behind)) // "'leave' sounds like a dare"
		if begins && ends && !spokenOf && !a.ofThing(from, i, s) || asked && begins {
			return i, to
		}
	}
	return -1, 0
}

// ofThing says whether an article before the code at token i makes it a thing that is
// spoken of: "A heron, in our pond!", "a coot, the heron, a swan". The clause begins at from.
func (a *argument) ofThing(from, i int, s sentence) bool {
	if i == from {
		return false
	}
	before := a.prose.tokens[i-1].word
	return before == "a" || from > s.from && articles[before]
}

// partedAt says whether more than a quotation mark parts token i from the one before.
func (p *prose) partedAt(i int) bool {
	return i == 0 || p.tokens[i].sentence != p.tokens[i-1].sentence || strings.ContainsAny(p.text[p.tokens[i-1].end:p.tokens[i].start], ",:()–—")
}

// sameWord says whether a word is the one of our code, but for a slip of the pen behind
// the first letter of a long one: "gravell", neither "travel" nor what is a word itself.
func sameWord(said, code token) bool {
	const long = 5 // letters
	if said.word == code.word {
		return true
	}
	s, c := []rune(said.word), []rune(code.word)
	return min(len(s), len(c)) >= long && s[0] == c[0] && oneSlip(s, c) && !spelling().knows(said.word)
}

// slipped says whether the words said are those of a code with a slip of the pen.
func slipped(said, code []token) bool {
	return !slices.EqualFunc(said, code, func(a, b token) bool { return a.word == b.word })
}

// oneSlip says whether one letter more, less or other, or two that changed places, are all
// that tells x from y.
func oneSlip(x, y []rune) bool {
	if len(x) < len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(y) && x[i] == y[i] {
		i++
	}
	switch {
	case len(x) > len(y):
		return slices.Equal(x[i+1:], y[i:])
	case i == len(x):
		return true
	}
	swapped := i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
	return swapped || slices.Equal(x[i+1:], y[i+1:])
}

// besideCode are the words that may stand beside a code and change nothing.
var besideCode = wordSet(`and so but ok okay yes yeah yep please just then now well oh
und also aber ja bitte dann jetzt gut na
et alors donc mais oui bon
y pues entonces pero si bueno
e allora quindi ma dunque ecco
entao pois mas sim bem
en dus dan maar ja goed`)

// beforeCode are those that lead to one: "the word is 'heel'".
var beforeCode = wordSet(`right the word is say type code codeword password i my ich sage das wort lautet le mot est je dis la palabra es digo parola dico a palavra e digo het woord ik zeg`)

// onlyNo says whether the words of a code are nothing but a no.
func (a *argument) onlyNo(at, end int) bool {
	return !slices.ContainsFunc(a.prose.tokens[at:end], func(t token) bool { return !noWords[t.word] && !politeWords[t.word] })
}

// plainSpeech says whether the words of a code are ones that people also write
// without a thought of it: a no, an end of a letter.
func (p *prose) plainSpeech(at, end int) bool {
	return !slices.ContainsFunc(p.tokens[at:end], func(t token) bool {
		return !noWords[t.word] && !yesWords[t.word] && !thanksWords[t.word] && !farewells[t.word] && !dismissals[t.word] && !besideCode[t.word] && !politeWords[t.word]
	})
}

// farewells end a letter, dismissals a matter.
var (
	farewells  = wordSet(`bye goodbye cheerio ciao chau chao adios adieu tschuss servus salut tchau adeus doei dag`)
	dismissals = wordSet(`enough leave it later pass`)
)

// saysMore says whether the answer wants something, asks, puts off or sends on. A
// yes alone answers our question.
func (a *argument) saysMore() bool {
	for _, topic := range []string{topicMeeting, topicBuying, topicInterested, topicDefer, topicReferral} {
		if slices.ContainsFunc(a.hits[topic], func(h hit) bool { return h.rule.level >= 2 && !a.prose.plainSpeech(h.from, h.to) }) {
			return true
		}
	}
	return a.asks() || len(a.found) > 0
}
