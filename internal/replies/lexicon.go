package replies

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A lexicon is a list of rules in a small language, one pattern a line:
//
//	def me = me|us|our_address     a class of words, used as @me
//	[optout.take-me-off 3]         a rule: its topic, its name, how strong it is
//	take|remove ..3 @me ..2 off    words, with gaps of up to 3 and 2 words
//
// An element is `word`, alternatives `a|b`, a beginning `unsubscri*`, words that
// belong together `no_longer`, `?word` (may be missing), `!word` (must not
// follow), `#` (a number), `..N` (up to N words between), `^` and `$` (the
// clause begins, ends), `$$` (the sentence ends). Everything is folded: case, diacritics and
// apostrophes don't count; German words also match with ae, oe, ue.
//
// Strength: 3 says it outright, 2 says it in most mails, 1 hints at it.
// The word `raw` after it means that the pattern already holds its negation,
// so that a "not" around it changes nothing; `firm`, that no guard takes it back.

// rule is one named way of saying something.
type rule struct {
	name  string // "optout.en.take-me-off"
	topic string // "optout"
	level int
	raw   bool
	firm  bool // no look-alike takes it back
	lang  int  // index into languages, -1 for the others
}

// plainName is what a rule is called in every language that has it: "take-me-off".
func (r *rule) plainName() string { return r.name[strings.LastIndexByte(r.name, '.')+1:] }

// hit is a rule that fired, with its place.
type hit struct {
	rule     *rule
	from, to int    // tokens
	negated  bool   // a negation governs it
	asked    bool   // stands in a question
	supposed bool   // stands under an "if"
	wording  string // the pattern that matched, as the lexicon has it
}

type elementKind uint8

const (
	literal elementKind = iota
	gap
	begins
	ends
	closes // the sentence ends
	number
	forbidden
)

// element is one place of a pattern.
type element struct {
	kind     elementKind
	optional bool
	most     int // of a gap
	ids      []int32
	prefixes []string
	phrases  [][]int32 // alternatives of several words
}

type pattern struct {
	rule     *rule
	wording  string // its line
	elements []element
	anchor   int
	negates  bool // holds a negation of its own
}

// lexicon is the compiled table of all languages' rules.
type lexicon struct {
	words    map[string]int32
	patterns []pattern
	byWord   [][]int32          // word id -> patterns that it anchors
	byPrefix map[string][]int32 // first three bytes -> patterns anchored by a prefix
	numbers  []int32            // patterns anchored by a number
	negators []uint8            // by word id: the languages that a word negates in, a bit each
	fillers  []bool
}

// rules is compiled once, when the first mail is read.
var rules = sync.OnceValue(func() *lexicon {
	l, err := compile(map[string]string{
		"en": lexiconEN, "de": lexiconDE, "fr": lexiconFR, "es": lexiconES,
		"it": lexiconIT, "pt": lexiconPT, "nl": lexiconNL, "xx": lexiconMore,
	})
	if err != nil {
		panic(err) // a test compiles the table; it can't fail elsewhere
	}
	return l
})

type compiler struct {
	*lexicon
	classes map[string]string
	known   map[string]element // by how it is written, with the classes of now
	uses    []int              // by word id
	lang    string
}

// compile turns the languages' rules into one table. Its errors name language
// and line.
func compile(sources map[string]string) (*lexicon, error) {
	c := &compiler{lexicon: &lexicon{words: make(map[string]int32, 1<<14), byPrefix: map[string][]int32{}}}
	langs := make([]string, 0, len(sources))
	for lang := range sources {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	for _, lang := range langs {
		c.lang, c.classes, c.known = lang, map[string]string{}, map[string]element{}
		if err := c.source(sources[lang]); err != nil {
			return nil, fmt.Errorf("lexicon %s: %w", lang, err)
		}
	}
	for w := range strings.FieldsSeq(strings.Join(negatorWords[:], " ") + " " + fillerWords) {
		c.intern(fold(w))
	}
	c.negators, c.fillers = make([]uint8, len(c.words)), c.mark(fillerWords)
	for lang, words := range negatorWords {
		for w := range strings.FieldsSeq(words) {
			c.negators[c.words[fold(w)]] |= 1 << lang
		}
	}
	for n := range c.patterns {
		c.patterns[n].negates = slices.ContainsFunc(c.patterns[n].elements, c.holdsNegation)
	}
	c.byWord = make([][]int32, len(c.words))
	for n := range c.patterns {
		c.index(int32(n))
	}
	return c.lexicon, nil
}

// holdsNegation says whether an element is itself a negation.
func (c *compiler) holdsNegation(e element) bool {
	negates := func(id int32) bool { return c.negators[id] != 0 }
	return e.kind == literal && !e.optional && (slices.ContainsFunc(e.ids, negates) ||
		slices.ContainsFunc(e.phrases, func(ids []int32) bool { return slices.ContainsFunc(ids, negates) }))
}

func (c *compiler) source(text string) error {
	var r *rule
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "def "):
			name, words, ok := strings.Cut(line[4:], "=")
			if !ok {
				return fmt.Errorf("line %d: def without =", n+1)
			}
			words, err := c.expand(strings.Join(strings.Fields(words), ""))
			if err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
			c.classes[strings.TrimSpace(name)] = words
			clear(c.known)
		case strings.HasPrefix(line, "["):
			var err error
			if r, err = c.head(strings.Trim(line, "[]")); err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
		default:
			if r == nil {
				return fmt.Errorf("line %d: pattern outside of a rule", n+1)
			}
			if err := c.pattern(r, line); err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
		}
	}
	return nil
}

func (c *compiler) head(s string) (*rule, error) {
	f := strings.Fields(s)
	topic, name, ok := strings.Cut(f[0], ".")
	if !ok || len(f) < 2 {
		return nil, fmt.Errorf("rule %q wants a name topic.name and a strength", s)
	}
	level, err := strconv.Atoi(f[1])
	if err != nil {
		return nil, fmt.Errorf("rule %q: strength: %w", s, err)
	}
	if c.lang != "xx" {
		name = c.lang + "." + name
	}
	return &rule{name: topic + "." + name, topic: topic, level: level, raw: slices.Contains(f[2:], "raw"), firm: slices.Contains(f[2:], "firm"), lang: slices.Index(languages, c.lang)}, nil
}

// expand puts the words of classes in place of their names.
func (c *compiler) expand(s string) (string, error) {
	if !strings.Contains(s, "@") {
		return s, nil
	}
	parts := strings.Split(s, "|")
	for i, p := range parts {
		if strings.HasPrefix(p, "@") {
			words, ok := c.classes[p[1:]]
			if !ok {
				return "", fmt.Errorf("unknown class %s", p)
			}
			parts[i] = words
		}
	}
	return strings.Join(parts, "|"), nil
}

func (c *compiler) pattern(r *rule, line string) error {
	p := pattern{rule: r, wording: line, anchor: -1}
	for _, f := range strings.Fields(line) {
		e, err := c.element(f)
		if err != nil {
			return err
		}
		p.elements = append(p.elements, e)
	}
	p.elements = repeatLast(p.elements)
	if !slices.ContainsFunc(p.elements, func(e element) bool {
		return (e.kind == literal || e.kind == number) && !e.optional
	}) {
		return fmt.Errorf("pattern %q has no word that it must hold", line)
	}
	c.patterns = append(c.patterns, p)
	return nil
}

// repeatLast lets the words that may follow a one-word answer come in any
// number up to three: "stop please thanks".
func repeatLast(es []element) []element {
	n := len(es)
	if n < 3 || es[n-1].kind != ends && es[n-1].kind != closes || !es[n-2].optional {
		return es
	}
	last, end := es[n-2], es[n-1]
	return append(es[:n-1], last, last, end)
}

func (c *compiler) element(f string) (element, error) {
	switch {
	case f == "^":
		return element{kind: begins}, nil
	case f == "$":
		return element{kind: ends}, nil
	case f == "$$":
		return element{kind: closes}, nil
	case f == "#":
		return element{kind: number}, nil
	case strings.HasPrefix(f, ".."):
		most := 3
		if f != ".." {
			n, err := strconv.Atoi(f[2:])
			if err != nil {
				return element{}, fmt.Errorf("gap %q: %w", f, err)
			}
			most = n
		}
		return element{kind: gap, most: most}, nil
	}
	if e, ok := c.known[f]; ok {
		c.reuse(e)
		return e, nil
	}
	written := f
	e := element{kind: literal}
	if f[0] == '!' {
		e.kind, f = forbidden, f[1:]
	} else if f[0] == '?' {
		e.optional, f = true, f[1:]
	}
	f, err := c.expand(f)
	if err != nil {
		return element{}, err
	}
	for word := range strings.SplitSeq(f, "|") {
		plain := fold(word)
		c.alternative(&e, plain)
		if len(plain) < len(word) && strings.ContainsAny(word, "äöüÄÖÜ") {
			c.alternative(&e, fold(umlauts.Replace(strings.ToLower(word)))) // Germans without the keys
		}
	}
	c.known[written] = e
	return e, nil
}

// reuse counts the words of an element that is written again.
func (c *compiler) reuse(e element) {
	for _, id := range e.ids {
		c.uses[id]++
	}
	for _, phrase := range e.phrases {
		for _, id := range phrase {
			c.uses[id]++
		}
	}
}

// umlauts writes them with an e.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

func (c *compiler) alternative(e *element, w string) {
	switch {
	case strings.HasSuffix(w, "*"):
		e.prefixes = append(e.prefixes, w[:len(w)-1])
	case strings.Contains(w, "_"):
		var ids []int32
		for part := range strings.SplitSeq(w, "_") {
			ids = append(ids, c.intern(part))
		}
		e.phrases = append(e.phrases, ids)
	default:
		e.ids = append(e.ids, c.intern(w))
	}
}

func (c *compiler) intern(w string) int32 {
	id, ok := c.words[w]
	if !ok {
		id = int32(len(c.words))
		c.words[w] = id
		c.uses = append(c.uses, 0)
	}
	c.uses[id]++
	return id
}

func (c *compiler) mark(words string) []bool {
	marks := make([]bool, len(c.words))
	for w := range strings.FieldsSeq(words) {
		marks[c.words[fold(w)]] = true
	}
	return marks
}

// index files a pattern under the words of its rarest element, so that common
// words start no search.
func (c *compiler) index(n int32) {
	p := &c.patterns[n]
	best := 0
	for i, e := range p.elements {
		if e.optional || e.kind != literal && e.kind != number {
			continue
		}
		cost := 40 * len(e.prefixes)
		if e.kind == number {
			cost = 5000
		}
		for _, id := range e.ids {
			cost += c.uses[id]
		}
		for _, ph := range e.phrases {
			cost += c.uses[ph[0]]
		}
		if p.anchor < 0 || cost < best {
			p.anchor, best = i, cost
		}
	}
	e := p.elements[p.anchor]
	if e.kind == number {
		c.numbers = append(c.numbers, n)
	}
	add := func(id int32) {
		if l := c.byWord[id]; len(l) == 0 || l[len(l)-1] != n {
			c.byWord[id] = append(l, n)
		}
	}
	for _, id := range e.ids {
		add(id)
	}
	for _, ph := range e.phrases {
		add(ph[0])
	}
	for _, pre := range e.prefixes {
		key := pre[:min(3, len(pre))]
		c.byPrefix[key] = append(c.byPrefix[key], n)
	}
}

// number gives every token of p its word's number.
func (l *lexicon) number(p *prose) {
	for i := range p.tokens {
		if id, ok := l.words[p.tokens[i].word]; ok {
			p.tokens[i].id = id
		}
	}
}

// find returns the rules that fire in p, in the order of their places.
func (l *lexicon) find(p *prose) []hit {
	l.number(p)
	m := matcher{lexicon: l, prose: p}
	spoken, in, known := p.tongues(), uint8(0), -1 // the languages of a sentence, as bits
	seen := map[[2]int32]bool{}
	var hits []hit
	for i := range p.tokens {
		t := &p.tokens[i]
		m.sentence = p.sentences[t.sentence]
		if known != t.sentence {
			in, known = spoken.spokenIn(t.sentence), t.sentence
		}
		try := func(list []int32) {
			for _, n := range list {
				pat := &l.patterns[n]
				if lang := pat.rule.lang; lang >= 0 && in&(1<<lang) == 0 {
					continue
				}
				from, to, ok := m.match(pat, i)
				if !ok || seen[[2]int32{n, int32(from)}] {
					continue
				}
				seen[[2]int32{n, int32(from)}] = true
				hits = append(hits, m.weigh(pat, hit{rule: pat.rule, from: from, to: to, wording: pat.wording}))
			}
		}
		if t.id >= 0 {
			try(l.byWord[t.id])
		}
		if t.kind == numberToken {
			try(l.numbers)
		}
		for n := 1; n <= 3 && n <= len(t.word); n++ {
			if list := l.byPrefix[t.word[:n]]; list != nil {
				try(list)
			}
		}
	}
	return hits
}

// matcher matches patterns within one sentence.
type matcher struct {
	*lexicon
	*prose
	sentence sentence
}

// match tries a pattern with its anchor at token i.
func (m *matcher) match(p *pattern, i int) (from, to int, ok bool) {
	to = m.forward(p.elements[p.anchor:], i)
	if to < 0 {
		return 0, 0, false
	}
	from = m.backward(p.elements[:p.anchor], i)
	return from, to, from >= 0
}

// forward matches elements from token i on and returns the token after them, -1
// where they don't match.
func (m *matcher) forward(es []element, i int) int {
	if len(es) == 0 {
		return i
	}
	e := &es[0]
	switch e.kind {
	case begins:
		if !m.clauseBegins(i) {
			return -1
		}
		return m.forward(es[1:], i)
	case ends:
		if !m.clauseEnds(i) {
			return -1
		}
		return m.forward(es[1:], i)
	case closes:
		if i < m.sentence.to && m.tokens[i].kind != emojiToken {
			return -1
		}
		return m.forward(es[1:], i)
	case forbidden:
		if m.literalAt(e, i) > 0 {
			return -1
		}
		return m.forward(es[1:], i)
	case gap:
		for n := 0; n <= e.most && i+n <= m.sentence.to; n++ {
			if to := m.forward(es[1:], i+n); to >= 0 {
				return to
			}
		}
		return -1
	}
	if n := m.literalAt(e, i); n > 0 {
		if to := m.forward(es[1:], i+n); to >= 0 {
			return to
		}
	}
	if e.optional {
		return m.forward(es[1:], i)
	}
	return -1
}

// backward matches elements that end before token i and returns their first.
func (m *matcher) backward(es []element, i int) int {
	if len(es) == 0 {
		return i
	}
	e, rest := &es[len(es)-1], es[:len(es)-1]
	switch e.kind {
	case begins:
		if !m.clauseBegins(i) {
			return -1
		}
		return m.backward(rest, i)
	case ends:
		if !m.clauseEnds(i) {
			return -1
		}
		return m.backward(rest, i)
	case forbidden:
		if m.literalAt(e, i) > 0 {
			return -1
		}
		return m.backward(rest, i)
	case gap:
		for n := 0; n <= e.most && i-n >= m.sentence.from; n++ {
			if from := m.backward(rest, i-n); from >= 0 {
				return from
			}
		}
		return -1
	}
	for n := 1; n <= 5 && i-n >= m.sentence.from; n++ {
		if m.literalAt(e, i-n) == n {
			if from := m.backward(rest, i-n); from >= 0 {
				return from
			}
		}
		if len(e.phrases) == 0 {
			break
		}
	}
	if e.optional {
		return m.backward(rest, i)
	}
	return -1
}

// literalAt returns how many tokens from i on the element takes, 0 for none.
// The longest alternative wins.
func (m *matcher) literalAt(e *element, i int) int {
	if i >= m.sentence.to {
		return 0
	}
	t := &m.tokens[i]
	if e.kind == number {
		if t.kind == numberToken {
			return 1
		}
		return 0
	}
	best := 0
	for _, ph := range e.phrases {
		if len(ph) > best && m.phraseAt(ph, i) {
			best = len(ph)
		}
	}
	if best > 0 {
		return best
	}
	if t.id >= 0 && slices.Contains(e.ids, t.id) {
		return 1
	}
	if t.kind == wordToken {
		for _, pre := range e.prefixes {
			if strings.HasPrefix(t.word, pre) {
				return 1
			}
		}
	}
	return 0
}

func (m *matcher) phraseAt(ids []int32, i int) bool {
	if i+len(ids) > m.sentence.to {
		return false
	}
	for n, id := range ids {
		if m.tokens[i+n].id != id {
			return false
		}
	}
	return true
}

// clauseBegins says whether a clause begins with token i, not counting words
// like "hi", "please" and "ok" before it.
func (m *matcher) clauseBegins(i int) bool {
	for i > m.sentence.from {
		if i < len(m.tokens) && m.tokens[i].breaks {
			return true
		}
		before := &m.tokens[i-1]
		if before.kind == wordToken && (before.id < 0 || !m.fillers[before.id]) {
			return false
		}
		i--
	}
	return true
}

func (m *matcher) clauseEnds(i int) bool {
	return i >= m.sentence.to || m.tokens[i].breaks || m.tokens[i].kind == emojiToken
}

// weigh notes what governs a hit: a negation, a question, an "if".
func (m *matcher) weigh(p *pattern, h hit) hit {
	h.asked = m.sentence.question
	h.supposed = m.supposed(h.from, h.rule.lang)
	if !h.rule.raw && !p.negates {
		h.negated = m.negatedAt(h.from, h.to, h.rule.lang)
	}
	return h
}

// negatedAt looks for a negation in the clause: up to four words before a
// match, within it, and for languages that put it behind the verb right after.
// A rule of a language is negated by the words of that language: "mai" is a month
// in German and French, and "never" in Italian.
func (m *matcher) negatedAt(from, to, lang int) bool {
	for n, i := 0, from; i > m.sentence.from && n < 5; n++ {
		if m.tokens[i].breaks {
			break
		}
		i--
		if m.isContrast(i) {
			break
		}
		if m.isNegator(i, lang) {
			return !m.isRhetorical(i)
		}
	}
	for i := from; i < to; i++ {
		if m.isNegator(i, lang) && m.tokens[i].word != "no" {
			return true
		}
	}
	for i := to; i < to+3 && i < m.sentence.to && !m.tokens[i].breaks; i++ {
		switch m.tokens[i].word {
		case "nicht", "niet", "pas", "keine", "keinen", "kein", "geen", "nit", "nich":
			return m.isNegator(i, lang)
		}
	}
	return false
}

// isNegator says whether token i negates in a language, -1 for any.
func (m *matcher) isNegator(i, lang int) bool {
	id := m.tokens[i].id
	if id < 0 || m.negators[id] == 0 || lang >= 0 && m.negators[id]&(1<<lang) == 0 {
		return false
	}
	if w := m.tokens[i].word; w != "ne" && w != "n" {
		return true
	}
	// The French "ne" wants its second half; in Italian it is another word.
	for j := i + 1; j < m.sentence.to && j < i+8; j++ {
		switch m.tokens[j].word {
		case "pas", "plus", "jamais", "rien", "aucun", "aucune", "point", "guere", "personne":
			return true
		}
	}
	return false
}

// isRhetorical knows "why don't you", "no problem", "not only", "no, do", and a
// negation that is itself negated.
func (m *matcher) isRhetorical(i int) bool {
	word := func(j int) string {
		if j < m.sentence.from || j >= m.sentence.to {
			return ""
		}
		return m.tokens[j].word
	}
	switch word(i - 1) {
	case "why", "warum", "wieso", "pourquoi", "por", "perche", "waarom", "wenn", "if":
		return true
	}
	switch word(i + 1) {
	case "problem", "problema", "probleme", "worries", "only", "nur", "alleen", "solo", "seulement", "doubt", "hesitate", "zogern", "zoegern", "hesitez", "dude", "duda", "forget", "vergessen", "oubliez", "hard", "feelings", "issue", "bad", "objection", "sooner", "later", "mind", "hay", "obstante":
		return true
	}
	return false
}

// isContrast ends the scope of a negation: "no, but", "nicht jetzt, sondern".
func (m *matcher) isContrast(i int) bool {
	switch m.tokens[i].word {
	case "but", "aber", "sondern", "mais", "pero", "sino", "ma", "mas", "maar", "however", "although", "though", "obwohl", "jedoch", "because", "weil", "denn", "omdat", "porque", "perche", "until", "till", "bis", "hasta", "jusqu", "tot", "fino", "ate", "before", "vor", "avant", "antes", "prima", "voor":
		return true
	}
	return false
}

// supposed says whether the clause of token i stands under an "if", for a rule
// of a language, -1 for any: "se" is an "if" in Italian and Portuguese, and
// "oneself" in French and Spanish.
func (m *matcher) supposed(i, lang int) bool {
	for n := 0; i >= m.sentence.from && n < 12; n++ {
		in, ok := ifLanguages[m.tokens[i].word]
		if ok && (in == "" || lang < 0 || slices.Contains(strings.Fields(in), languages[lang])) {
			return true
		}
		i--
	}
	return false
}

// ifLanguages are the words that suppose, with the languages that they do so in;
// none named stands for all.
var ifLanguages = map[string]string{
	"if": "", "falls": "", "wenn": "", "sofern": "", "caso": "", "indien": "", "should": "", "sollte": "", "sollten": "", "unless": "", "whether": "",
	"se": "it pt", "si": "fr es", "als": "nl", "ob": "de",
}

// negatorWords turn a statement round, in the order of languages.
var negatorWords = [7]string{
	"not dont doesnt didnt wont wouldnt cant cannot couldnt shouldnt isnt arent wasnt havent hasnt aint never no nor neither without nothing nobody hardly dnt",
	"nicht nich nit net ned kein keine keinen keinem keiner keines nie niemals weder nichts ohne",
	"ne n pas jamais aucun aucune non ni sans rien plus_jamais",
	"no ni nunca ningun ninguna ninguno jamas nada tampoco sin",
	"no non ne mai nessun nessuna nessuno nulla niente senza",
	"nao no nem nunca nada nenhum nenhuma sem jamais",
	"niet geen nooit nergens niets zonder nie nimmer",
}

// fillerWords may stand before the first word that counts in a clause.
const fillerWords = `hi hello hey dear please pls plz ok okay well so and just then also hallo bitte guten tag morgen moin ja nein no yes yeah yep nope bonjour merci svp oui non alors donc hola gracias favor por si ciao buongiorno grazie prego ola bom dia obrigado obrigada sim nao hoi dag ja nee graag graag dank thanks thank you thx ty cheers but und aber et mais y pero e ma mas en maar lol haha sorry oh ah hm hmm right sure danke dankeschon dann also halt kindly best look honestly now sir madam sirs guys folks team all everyone`
