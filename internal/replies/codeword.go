package replies

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Our mail may name a word that ends it: "reply 'heel' to make me stop", "to leave this
// list, reply LEAVE". Whoever writes that word as a clause of its own asks for that,
// whatever else they say.

// mostCodeWords bounds the words of one.
const mostCodeWords = 5

// codeword reads an answer that says the word by which our mail is ended.
func (a *argument) codeword() (verdict, bool) {
	const most = 5 // quoted answers looked at
	p := a.oursApart()
	if !strings.ContainsAny(a.ours(), openingQuotes) && !slices.ContainsFunc(p.tokens, func(t token) bool { return t.caps }) {
		return verdict{}, false
	}
	seen := 0
	for n := 0; n < len(p.sentences) && seen < most; n++ {
		from, to, ok := p.quotedAnswer(n)
		if !ok {
			continue
		}
		seen++
		at, end := a.clauseOf(p.tokens[from:to])
		if at >= 0 && !p.quoteOpens(p.tokens[from].start) && a.onlyNo(at, end) {
			continue // "or answer NO" may be about something else: see option.go
		}
		if at < 0 || a.agrees(at, end) || a.plainSpeech(at, end) && a.saysMore() || !a.endsOurs(p, n, from, to) {
			continue
		}
		return verdict{Intent: IntentOptOut, Confidence: 0.9, Evidence: []Evidence{{Rule: "context.codeword", Text: a.prose.quote(at, end)}}}, true
	}
	return verdict{}, false
}

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
			cued = cued || cueWords[t.word] && begins || enoughWords[t.word]
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
		cued = cued || i == s.from || viaWords[p.tokens[i-1].word] // "'Checkmate' and I'm gone", "with 'out' …"
		i = end - 1
	}
	return from, to, ok && cued
}

// capitals gives where words in capitals end that begin at token i, right behind a word
// that asks for an answer: "reply LEAVE", "antworten Sie mit AUS". It is i where none do.
func (p *prose) capitals(i int, s sentence) (end int) {
	const reach = 3 // words between: "reply to us with"
	before := p.tokens[max(s.from, i-reach):i]
	cued := len(before) > 0 && (cueWords[before[len(before)-1].word] || viaWords[before[len(before)-1].word] && slices.ContainsFunc(before, func(t token) bool { return cueWords[t.word] }))
	for end = i; cued && end < s.to && end-i < mostCodeWords && p.tokens[end].caps && !cueWords[p.tokens[end].word]; {
		end++
	}
	return end
}

// askingWords stand before the verb that asks for an answer.
var askingWords = wordSet(`please just simply you can may to and or then bitte einfach konnen koennen mussen muessen zu und dann de veuillez simplement por favor puede y per basta di pode e en dan graag kunt`)

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
	parts := []string{p.wording(s.from, p.beforeCue(s.from, from)), p.wording(to, s.to)}
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
		ends = ends || b.promisesEnd() || b.level(topicOptOut) > 0 || b.tiresOfUs()
	}
	return ends
}

// tiresOfUs says whether words of ours suppose that somebody wants no more of our
// mail: "if I've overstepped", "make me stop", "hate cold mail?", "no more mails?".
// What else one may hate, want no more of or stop is what we sell.
func (a *argument) tiresOfUs() bool {
	tokens := a.prose.tokens
	near := func(i, reach int, words map[string]bool) bool {
		return slices.ContainsFunc(tokens[max(0, i-reach):i], func(t token) bool { return words[t.word] })
	}
	for i, t := range tokens {
		switch {
		case leavingWords[t.word], goingWords[t.word] && a.holds(i+1, min(len(tokens), i+4), listWords):
			return true
		case tiredWords[t.word] && near(i, 3, selfWords), quitWords[t.word] && near(i, 1, selfWords):
			return true // "if I'm a pest", "make me stop"
		case t.word == "last" && near(i, 1, ownMail) && near(i-1, 1, wasWords) && (i+1 == len(tokens) || tokens[i+1].breaks):
			return true // "and it was my last"
		case mailThings[t.word] && (near(i, 2, denialWords) || near(i, 3, fedUpWords) && near(i, 1, plainMail)):
			return true // "no more mails", "hate cold mail"
		case lastWords[t.word] && i+1 == len(tokens) && near(i, 1, denialWords):
			return true // "if you want no more"
		}
	}
	return false
}

var (
	leavingWords = wordSet(`unsubscribe abmelden abbestellen desabonner desinscrire disiscrivere disiscriversi afmelden uitschrijven`)
	goingWords   = wordSet(`leave exit quit verlassen quitter abandonar dejar lasciare abbandonare sair verlaten`)
	tiredWords   = wordSet(`gone overstepped bothering pest nuisance annoying annoy bother lastig nerve store stoere importune derange molesto disturbo incomodo stoor`)
	selfWords    = wordSet(`i im ive ill me ich mich je io eu ik`)
	fedUpWords   = wordSet(`hate tired sick enough`)
	plainMail    = wordSet(`cold of these my such our hate`)
	ownMail      = wordSet(`my our`)
	wasWords     = wordSet(`is was its be`)
	mailThings   = wordSet(`mail mails email emails message messages nachrichten nachricht courriels correos mensajes messaggi mensagens mailtjes berichten post`)
)

// clauseOf finds the words of a code as a clause of the answer: tokens[at:end], at
// being -1 where it has none. A word or two that add nothing may stand beside it;
// in a question, or behind a "not", it doesn't count.
func (a *argument) clauseOf(code []token) (at, end int) {
	tokens := a.prose.tokens
	for i := 0; i+len(code) <= len(tokens); i++ {
		to := i + len(code)
		if !slices.EqualFunc(tokens[i:to], code, func(x, y token) bool { return x.word == y.word }) {
			continue
		}
		s := a.prose.sentences[tokens[i].sentence]
		if s.question || to > s.to {
			continue
		}
		from := i
		for from > s.from && !tokens[from].breaks && (besideCode[tokens[from-1].word] || beforeCode[tokens[from-1].word]) {
			from--
		}
		behind := to
		for behind < s.to && !tokens[behind].breaks && (tokens[behind].kind == emojiToken || besideCode[tokens[behind].word] || politeWords[tokens[behind].word] || vocatives[tokens[behind].word]) {
			behind++
		}
		spokenOf := behind < s.to && a.prose.quoteCloses(behind-1) // "'leave' sounds like a dare"
		if (from == s.from || tokens[from].breaks) && (behind == s.to || tokens[behind].breaks) && !spokenOf {
			return i, to
		}
	}
	return -1, 0
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
var beforeCode = wordSet(`right the word is say i das wort le mot la palabra parola a palavra het woord`)

// onlyNo says whether the words of a code are nothing but a no.
func (a *argument) onlyNo(at, end int) bool {
	return !slices.ContainsFunc(a.prose.tokens[at:end], func(t token) bool { return !noWords[t.word] && !politeWords[t.word] })
}

// plainSpeech says whether the words of a code are ones that people also write
// without a thought of it: a no, an end of a letter.
func (a *argument) plainSpeech(at, end int) bool {
	return !slices.ContainsFunc(a.prose.tokens[at:end], func(t token) bool {
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
		if slices.ContainsFunc(a.hits[topic], func(h hit) bool { return h.rule.level >= 2 && !a.plainSpeech(h.from, h.to) }) {
			return true
		}
	}
	return a.asks() || len(a.found) > 0
}
