package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTokens bounds the text that an intent is read from. What a person means
// stands in the first pages; the rest would only cost time.
const maxTokens = 4000

// maxSentence bounds one sentence, so that looking around in it stays cheap.
const maxSentence = 150

// maxLink bounds an address (RFC 5321 4.5.3.1: 254 bytes) or the part of a URL
// that is looked at, maxWord a word: no run of letters costs more than its length.
const (
	maxLink = 320
	maxWord = 64
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	addressToken // an e-mail address
	linkToken    // a URL
	emojiToken
)

// token is one word, number, address or link of a text.
type token struct {
	word       string // lower case, without diacritics and apostrophes
	id         int32  // the lexicon's number of the word, -1 when it has none
	start, end int    // bytes in the text
	kind       tokenKind
	upper      bool // begins with a capital
	caps       bool // all capitals, two letters and more
	glued      bool // nothing stands between it and the token before
	breaks     bool // a comma, dash, bracket or colon stands before it
	sentence   int  // index into prose.sentences
}

// sentence is a run of tokens that one thought is told in.
type sentence struct {
	from, to int // tokens[from:to]
	question bool
	exclaim  bool
}

// prose is a text taken apart.
type prose struct {
	text      string
	tokens    []token
	sentences []sentence
	concepts  [][]string // what each token stands for, once somebody asked for it
}

// elisions are the French, Italian and Catalan words that lose their vowel
// before an apostrophe and stay words of their own ("j'ai", "dell'azienda").
const elisions = " l d j n m t s c qu un all dell nell dall sull quest jusqu lorsqu puisqu quelqu dov cos com anch "

// shortDays are days of the week that a number follows. Those of the vocabulary of
// dates won't do: the northern ones are words of other languages ("to", "on").
const shortDays = " lun mar mie jue vie sab dom mer jeu ven sam dim gio seg ter qua qui sex "

// abbreviations end in a dot that ends no sentence.
const abbreviations = " mr mrs ms dr prof st no nr tel approx ca bzw usw etc inkl zzgl ggf evtl sr sra dott ing sig rag avv mme mlle dna ext vs art resp ref min max jan feb mar apr jun jul aug sep sept oct okt nov dec dez mo di mi do fr sa so mon tue tues wed thu thur thurs fri a.m p.m z.b u.a d.h co inc ltd gmbh abs ziff einschl inkl incl excl vorauss voraussichtl einschliessl wk dhr mevr drs av bd str "

// parse takes a text apart in one pass.
func parse(text string) *prose {
	const bytesOfToken = 5 // and the space after it, in most texts
	p := &prose{text: text, tokens: make([]token, 0, min(len(text)/bytesOfToken+4, maxTokens))}
	from, breaks := 0, false
	end := func(question, exclaim bool) {
		if len(p.tokens) > from {
			p.sentences = append(p.sentences, sentence{from: from, to: len(p.tokens), question: question, exclaim: exclaim})
			from = len(p.tokens)
		}
		breaks = false
	}
	last := 0 // end of the token before
	for i := 0; i < len(text) && len(p.tokens) < maxTokens; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWordRune(r):
			t := scanToken(text, i)
			t.glued, t.breaks, t.sentence = last == i && len(p.tokens) > 0, breaks, len(p.sentences)
			breaks, last = false, t.end
			i = t.end
			p.tokens = append(p.tokens, t)
			if len(p.tokens)-from >= maxSentence {
				end(false, false)
			}
			continue
		case r == '.':
			if endsSentence(text, i, p.tokens) {
				end(false, false)
			}
		case r == '?' || r == '？' || r == '؟':
			end(true, false)
		case r == '!' || r == '！':
			q := false
			for j := i + 1; j < min(len(text), i+8) && (text[j] == '!' || text[j] == '?'); j++ {
				q = q || text[j] == '?'
			}
			end(q, true)
		case r == '。' || r == ';' || r == '…':
			end(false, false)
		case r == '\n':
			if breaksLine(text, i) {
				end(false, false)
			}
		case strings.ContainsRune(",:()[]–—|/\"“”„«»、，", r):
			breaks = true
		case r == '-' && (i == 0 || isSpaceByte(text[i-1])):
			breaks = true
		case isEmoji(r):
			p.tokens = append(p.tokens, token{word: string(r), start: i, end: i + size, kind: emojiToken, breaks: true, sentence: len(p.sentences), id: -1})
			breaks = true
		}
		i += size
	}
	end(false, false)
	return p
}

func isSpaceByte(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isEmoji knows the blocks that smileys, hands and hearts come from.
func isEmoji(r rune) bool {
	return r >= 0x1F300 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF
}

// scanToken reads the token that begins at i.
func scanToken(text string, i int) token {
	if end, kind := scanLink(text, i); end > 0 {
		return token{word: strings.ToLower(text[i:end]), id: -1, start: i, end: end, kind: kind}
	}
	if text[i] >= '0' && text[i] <= '9' {
		return scanNumber(text, i)
	}
	return scanWord(text, i)
}

// scanLink returns the end of an address or URL that begins at i, 0 if none does.
func scanLink(text string, i int) (int, tokenKind) {
	end, at, dot := i, -1, false
	limit := min(len(text), i+maxLink)
	if hasFold(text[i:], "http://") || hasFold(text[i:], "https://") || hasFold(text[i:], "www.") {
		for end < limit && !isSpaceByte(text[end]) && !strings.ContainsRune("<>\"()", rune(text[end])) {
			end++
		}
		return trimDots(text, i, end), linkToken
	}
	for end < limit {
		c := text[end]
		if c == '@' && at < 0 && end > i {
			at = end
		} else if c == '.' && at >= 0 && end > at+1 {
			dot = true
		} else if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r) || isUnspaced(r) {
				break // "田中（tanaka@mill.example）まで"
			}
			end += size
			continue
		} else if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("._%+-", c) >= 0) {
			break
		}
		end++
	}
	if at < 0 || !dot {
		return 0, wordToken
	}
	return trimDots(text, i, end), addressToken
}

func trimDots(text string, from, end int) int {
	for end > from+1 && strings.IndexByte(".,;:!?-'", text[end-1]) >= 0 {
		end--
	}
	return end
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// scanNumber reads digits with the marks between them: 14.08.2026, 8:30, 3,800.
func scanNumber(text string, i int) token {
	end := i + 1
	for end < len(text) {
		c := text[end]
		if c >= '0' && c <= '9' {
			end++
			continue
		}
		if strings.IndexByte(".,:/-'", c) >= 0 && end+1 < len(text) && text[end+1] >= '0' && text[end+1] <= '9' {
			end++
			continue
		}
		break
	}
	return token{word: text[i:end], id: -1, start: i, end: end, kind: numberToken}
}

// scanWord reads letters and the apostrophes within them.
func scanWord(text string, i int) token {
	t := token{id: -1, start: i, kind: wordToken}
	if scanPlain(&t, text, i) {
		return t
	}
	var b strings.Builder
	letters, capitals, end := 0, 0, i
	// "nooo", "stoppp": a run of three and more is never spelling, so runs are
	// written when they end.
	var last rune
	run := 0
	flush := func() {
		for n := 0; n < run && (run < 3 || n == 0); n++ {
			foldRune(&b, last)
		}
		run = 0
	}
	for end < len(text) && letters < maxWord {
		r, size := utf8.DecodeRuneInString(text[end:])
		if isApostrophe(r) {
			flush()
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			if !unicode.IsLetter(next) || strings.Contains(elisions, " "+b.String()+" ") {
				break
			}
			end += size
			continue
		}
		if unicode.Is(unicode.Mn, r) {
			end += size
			continue
		}
		if !unicode.IsLetter(r) {
			break
		}
		if letters == 0 {
			t.upper = unicode.IsUpper(r)
		}
		letters++
		if unicode.IsUpper(r) {
			capitals++
		}
		low := unicode.ToLower(r)
		if low != last {
			flush()
		}
		last = low
		run++
		end += size
		if isUnspaced(r) {
			break
		}
	}
	flush()
	if end == i {
		_, size := utf8.DecodeRuneInString(text[i:])
		end = i + size
	}
	t.word, t.end = b.String(), end
	t.caps = capitals == letters && letters > 1
	return t
}

// scanPlain reads a word of ASCII letters, as most are, without writing it anew.
// It leaves to scanWord what has apostrophes, marks or runs of one letter.
func scanPlain(t *token, text string, i int) bool {
	capitals, end := 0, i
	for ; end < len(text) && end < i+maxWord; end++ { // what is longer is read piece by piece
		c := text[end] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		if text[end] < 'a' {
			capitals++
		}
		if end >= i+2 && c == text[end-1]|0x20 && c == text[end-2]|0x20 {
			return false
		}
	}
	letters := end - i
	if letters == 0 || letters >= maxWord || end < len(text) && (text[end] >= utf8.RuneSelf || text[end] == '\'' || text[end] == '`') {
		return false
	}
	t.end, t.word = end, text[i:end]
	t.upper = text[i] < 'a'
	t.caps = capitals == letters && letters > 1
	if capitals > 0 {
		t.word = strings.ToLower(t.word)
	}
	return true
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '`' || r == '´' || r == 'ʼ'
}

// isUnspaced knows the scripts that put no space between words: there every
// character is a token.
func isUnspaced(r rune) bool {
	return r >= 0x3040 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF
}

// foldRune writes a lower-case letter without its diacritics.
func foldRune(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return
	}
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă', 'ą':
		b.WriteByte('a')
	case 'ç', 'ć', 'č', 'ĉ', 'ċ':
		b.WriteByte('c')
	case 'ď', 'đ', 'ð':
		b.WriteByte('d')
	case 'è', 'é', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě':
		b.WriteByte('e')
	case 'ğ', 'ģ':
		b.WriteByte('g')
	case 'ì', 'í', 'î', 'ï', 'ī', 'į', 'ı':
		b.WriteByte('i')
	case 'ł', 'ľ', 'ĺ', 'ļ':
		b.WriteByte('l')
	case 'ñ', 'ń', 'ň', 'ņ':
		b.WriteByte('n')
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ō', 'ő':
		b.WriteByte('o')
	case 'ř', 'ŕ':
		b.WriteByte('r')
	case 'ś', 'š', 'ş', 'ș':
		b.WriteByte('s')
	case 'ť', 'ţ', 'ț':
		b.WriteByte('t')
	case 'ù', 'ú', 'û', 'ü', 'ū', 'ů', 'ű', 'ų':
		b.WriteByte('u')
	case 'ý', 'ÿ':
		b.WriteByte('y')
	case 'ž', 'ź', 'ż':
		b.WriteByte('z')
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case 'þ':
		b.WriteString("th")
	default:
		b.WriteRune(r)
	}
}

// fold writes a word as tokens write it.
func fold(s string) string {
	i := 0
	for i < len(s) && foldsToItself[s[i]] {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				b.WriteByte(c + 'a' - 'A')
			case c != '\'' && c != '`':
				b.WriteByte(c)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		r = unicode.ToLower(r)
		if isApostrophe(r) || unicode.Is(unicode.Mn, r) {
			continue
		}
		foldRune(&b, r)
	}
	return b.String()
}

// foldsToItself marks the bytes that folding leaves as they are: ASCII but for
// capitals and apostrophes.
var foldsToItself = func() (same [256]bool) {
	for c := range utf8.RuneSelf {
		same[c] = (c < 'A' || c > 'Z') && c != '\'' && c != '`'
	}
	return same
}()

// endsSentence says whether the dot at i does: not within "z.B.", after a
// title, after the number of a German or Danish date, or before a lower-case word.
func endsSentence(text string, i int, tokens []token) bool {
	if i+1 < len(text) && text[i+1] == '.' {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(text[i+1:]); i+1 < len(text) && !isSpaceByte(text[i+1]) && !strings.ContainsRune("\"')]»”", r) {
		return unicode.IsUpper(r) && len(tokens) > 0 && len(tokens[len(tokens)-1].word) > 2
	}
	next := nextLetter(text, i+1)
	if len(tokens) == 0 {
		return true
	}
	t := tokens[len(tokens)-1]
	if t.end != i {
		return true
	}
	if t.kind == numberToken {
		// "14. August", "14. august", "zum 1. 9." but "in 2024. We"
		spaced := i+1 < len(text) && text[i+1] == ' '
		if len(t.word) <= 2 && next != 0 && spaced {
			return false
		}
		// "vom 3.8. bis 14.8. bin", "09.03. – 13.03."
		return !(spaced && strings.Contains(t.word, ".") && next != 0 && !unicode.IsUpper(next))
	}
	if t.word == "m" && next != 0 && namesAmericanZone(text[i+1:]) {
		return false // "3 p.m. Eastern"
	}
	if t.kind == wordToken && len(t.word) == 1 && next != 0 && (t.upper || unicode.IsLower(next) || unicode.IsDigit(next)) {
		return false
	}
	if unicode.IsDigit(next) && i+1 < len(text) && text[i+1] == ' ' && strings.Contains(shortDays, " "+t.word+" ") {
		return false // "el lun. 20 de abril"
	}
	if strings.Contains(abbreviations, " "+t.word+" ") && next != 0 && i+1 < len(text) && text[i+1] == ' ' {
		// "no" and "so" are words too: there the capital decides.
		return (t.word == "no" || t.word == "so" || t.word == "do" || t.word == "min" || t.word == "fr" || t.word == "co") && unicode.IsUpper(next)
	}
	return true
}

// namesAmericanZone says whether a text begins with the name of a zone.
func namesAmericanZone(text string) bool {
	text = strings.TrimLeft(text, " ")
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(text)
	}
	word := strings.ToLower(text[:min(end, 8)])
	_, short := americanZones[word]
	return americanWords[word] != "" || short
}

// nextLetter returns the first letter or digit from i on, 0 when there is none near.
func nextLetter(text string, i int) rune {
	for n := 0; i < len(text) && n < 8; n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		if r == '\n' {
			return 0
		}
		i += size
	}
	return 0
}

// breaksLine says whether the line end at i ends a thought: a blank line, a
// greeting's comma, a short line or the next item of a list, not a line
// that a mail client wrapped.
func breaksLine(text string, i int) bool {
	begin := strings.LastIndexByte(text[:i], '\n') + 1
	line := strings.TrimSpace(text[begin:i])
	rest := text[i+1:]
	end := strings.IndexByte(rest, '\n')
	if end < 0 {
		end = len(rest)
	}
	next := strings.TrimSpace(rest[:end])
	if line == "" || next == "" {
		return true
	}
	if strings.HasSuffix(line, ",") && len(line) < 40 && begin == 0 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(next)
	if strings.IndexByte("-*•·>", next[0]) >= 0 {
		return true
	}
	return utf8.RuneCountInString(line) < 50 && !unicode.IsLower(r)
}

// quote returns the words of tokens[from:to] as they stand in the text, at most
// 200 bytes of them.
func (p *prose) quote(from, to int) string {
	if from < 0 || to > len(p.tokens) || from >= to {
		return ""
	}
	s := strings.Join(strings.Fields(p.text[p.tokens[from].start:p.tokens[to-1].end]), " ")
	return clip(s, 200)
}

// clip cuts s to at most n bytes at a rune's border.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// wordless says whether a text has no word at all: a number or a sign means
// something only beside our question.
func (p *prose) wordless() bool {
	return !slices.ContainsFunc(p.tokens, func(t token) bool { return t.kind == wordToken || t.kind == linkToken || t.kind == addressToken })
}
