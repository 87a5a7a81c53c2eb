package templates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// prose is the text of a subject or a body as the linter reads it: without
// comments, addresses of links and what stands in actions, but with every
// remaining byte in its place.
type prose struct {
	text    string
	actions []action
	words   []word
	place   func(offset int) int // in the file
}

// word is one word of the prose.
type word struct {
	start, end int
	lower      string
	kind       wordKind
}

type wordKind int

const (
	plainWord wordKind = iota
	valueWord          // something printed
	stopWord           // the end of a sentence or of a paragraph; not a word at all
)

func newProse(source string, place func(int) int) *prose {
	blanked := blankComments(source)
	p := &prose{text: maskLinks(maskActions(blanked)), actions: scanActions(blanked), place: place}
	p.split()
	return p
}

// maskLinks hides the addresses of links, in brackets and bare.
func maskLinks(text string) string {
	b := []byte(text)
	hide := func(from, to int) {
		for i := from; i < to; i++ {
			b[i] = maskSteer
		}
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "](")
		if i < 0 {
			break
		}
		end := strings.IndexAny(text[at+i:], ")\n")
		if end < 0 {
			break
		}
		hide(at+i, at+i+end)
		at += i + end
	}
	for _, scheme := range []string{"https://", "http://"} {
		for at := 0; ; {
			i := strings.Index(text[at:], scheme)
			if i < 0 {
				break
			}
			end := strings.IndexAny(text[at+i:], " \t\n)>")
			if end < 0 {
				end = len(text) - at - i
			}
			hide(at+i, at+i+end)
			at += i + end
		}
	}
	return string(b)
}

// split finds the words.
func (p *prose) split() {
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		switch {
		case r == maskValue:
			end := i
			for end < len(p.text) && p.text[end] == maskValue {
				end++
			}
			p.words = append(p.words, word{start: i, end: end, kind: valueWord})
			i = end
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := p.wordEnd(i)
			lower := strings.ToLower(strings.ReplaceAll(p.text[i:end], "’", "'"))
			p.words = append(p.words, word{start: i, end: end, lower: lower})
			i = end
		default:
			if strings.ContainsRune(".!?:;", r) || r == '\n' && strings.HasPrefix(p.text[i+1:], "\n") {
				p.words = append(p.words, word{start: i, end: i + size, kind: stopWord})
			}
			i += size
		}
	}
}

// wordEnd is where the word ends that begins at i; an apostrophe within it
// belongs to it.
func (p *prose) wordEnd(i int) int {
	for i < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if r == '\'' || r == '’' {
			after, _ := utf8.DecodeRuneInString(p.text[i+size:])
			if !unicode.IsLetter(after) {
				return i
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return i
		}
		i += size
	}
	return i
}

// match is a phrase that was found.
type match struct {
	rule       string
	start, end int
	words      string // as they are written
}

// matches finds the phrases of all rules in all languages: a mail may mix them,
// and its front matter may say nothing. No phrase goes over the end of a
// sentence.
func (p *prose) matches() []match {
	var list []match
	index := phrases()
	for i, w := range p.words {
		if w.kind != plainWord {
			continue
		}
		seen := map[string]bool{"me": true, "you": true}
		for _, candidate := range index[w.lower] {
			if !seen[candidate.rule] && p.matchesAt(i, candidate) {
				seen[candidate.rule] = true
				end := p.words[i+len(candidate.words)-1].end
				list = append(list, match{candidate.rule, w.start, end, oneLine(p.text[w.start:end])})
			}
		}
	}
	return list
}

// count counts the words of a language that the group rule has: I'd is an I.
func (p *prose) count(rule, language string) int {
	n := 0
	index := phrases()
	for _, w := range p.words {
		base, _, _ := strings.Cut(w.lower, "'")
		for _, candidate := range index[base] {
			if candidate.rule == rule && candidate.language == language && len(candidate.words) == 1 {
				n++
			}
		}
	}
	return n
}

func (p *prose) matchesAt(i int, candidate phrase) bool {
	if i+len(candidate.words) > len(p.words) {
		return false
	}
	for n, want := range candidate.words {
		w := p.words[i+n]
		if w.kind == stopWord || want != "*" && w.lower != want {
			return false
		}
	}
	return true
}

// oneLine is found text as it can be shown: on one line, with … for what is
// printed there.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case maskValue:
			return '…'
		case maskSteer, 0:
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// between adds up a weight over the text, for the shortest and the longest way
// through its ifs. Weight gets the pieces of text between two actions; each
// printed value weighs value.
func (p *prose) between(weight func(from, to int) int, value int) (least, most int) {
	stack := []branch{{}}
	at := 0
	for _, a := range append(p.actions, action{start: len(p.text), end: len(p.text)}) {
		top := &stack[len(stack)-1]
		top.add(weight(at, a.start), weight(at, a.start))
		at = a.end
		switch a.keyword() {
		case "if", "with":
			stack = append(stack, branch{first: true})
		case "else":
			top.close()
			top.otherwise = top.otherwise || a.inner == "else"
		case "end":
			top.close()
			if !top.otherwise {
				top.low = 0
			}
			low, high := top.low, top.high
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].add(low, high)
		default:
			if a.prints() {
				top.add(value, value)
			}
		}
	}
	return stack[0].least, stack[0].most
}

// branch is one if or with that is being added up.
type branch struct {
	least, most int // of the way that is being read
	low, high   int // of the ways that were read
	first       bool
	otherwise   bool // there is an else
}

func (b *branch) add(least, most int) { b.least, b.most = b.least+least, b.most+most }

// close ends one way.
func (b *branch) close() {
	if b.first || b.least < b.low {
		b.low = b.least
	}
	b.high = max(b.high, b.most)
	b.least, b.most, b.first = 0, 0, false
}
