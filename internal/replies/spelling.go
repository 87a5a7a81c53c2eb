package replies

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// People who want to be left alone type fast: "unsubscibe", "abmeldn bitte",
// "plese stop emaling". A word that no table knows is read as the word of the
// rules that it is one slip of the fingers away from. The text stays as it is:
// evidence quotes what was written.

const (
	shortestMeant = 6   // letters of a word that a slip is looked for in
	shortestBrief = 5   // the same in a text of a few words, where less else can be meant
	briefText     = 6   // words
	shortText     = 30  // words of a text in which a demand to be left alone is likelier than a rare word
	maxSpelled    = 200 // words of a text that are looked at
	// shortestStem bounds the beginnings in the rules that make a word known.
	shortestStem = 5
)

// speller knows the words of the rules, and how they look with a letter gone.
type speller struct {
	known map[string]bool // words and concepts, whatever their language
	stems map[string]bool // beginnings that rules look for
	meant []meantWord     // what a slip may stand for
	gaps  []meantWithAGap // by their sum
}

// meantWord is a word that rules look for, with its languages, a bit each.
type meantWord struct {
	word    string
	lang    uint8
	optsOut bool // an opt-out hangs on it
}

// meantWithAGap stands for a word with one letter left out, or none.
type meantWithAGap struct {
	sum  uint32
	word int32 // index into meant
}

// spelling is built once, when the first mail is read.
var spelling = sync.OnceValue(func() *speller { return newSpeller(rules(), concepts()) })

func newSpeller(l *lexicon, t *conceptTable) *speller {
	s := &speller{known: make(map[string]bool, len(l.words)), stems: map[string]bool{}}
	meant := map[string]meantWord{}
	add := func(word string, lang int, optsOut bool) {
		if lang < 0 || len(word) < shortestBrief {
			return
		}
		m := meant[word]
		meant[word] = meantWord{word: word, lang: m.lang | 1<<lang, optsOut: m.optsOut || optsOut}
	}
	words := make([]string, len(l.words))
	for w, id := range l.words {
		s.known[w], words[id] = true, w
	}
	dateWords().each(func(w string) { s.known[w] = true }) // "weißen", of a Sunday
	for _, p := range l.patterns {
		for _, e := range p.elements {
			for _, id := range e.ids {
				add(words[id], p.rule.lang, p.rule.topic == topicOptOut)
			}
			for _, phrase := range e.phrases {
				for _, id := range phrase {
					add(words[id], p.rule.lang, p.rule.topic == topicOptOut)
				}
			}
			for _, stem := range e.prefixes {
				if len(stem) >= shortestStem && p.rule.topic != topicGuard {
					s.stems[stem] = true
				}
			}
		}
	}
	for _, w := range t.demands { // the rules know these by their beginnings
		add(w.word, w.lang, true)
	}
	for word := range meant {
		s.meant = append(s.meant, meant[word])
	}
	slices.SortFunc(s.meant, func(a, b meantWord) int { return strings.Compare(a.word, b.word) })
	for n, m := range s.meant {
		for gap := -1; gap < len(m.word); gap++ {
			s.gaps = append(s.gaps, meantWithAGap{gapSum(m.word, gap), int32(n)})
		}
	}
	slices.SortFunc(s.gaps, func(a, b meantWithAGap) int {
		return cmp.Or(cmp.Compare(a.sum, b.sum), cmp.Compare(a.word, b.word))
	})
	return s
}

// gapSum is the FNV-1a sum of a word without the letter at gap; -1 leaves none out.
func gapSum(word string, gap int) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		if i != gap {
			h = (h ^ uint32(word[i])) * 16777619
		}
	}
	return h
}

// correct reads the mistyped words of a text as what they were meant for.
func (s *speller) correct(p *prose) {
	var spoken *tongues
	for i := range p.tokens[:min(len(p.tokens), maxSpelled)] {
		t := &p.tokens[i]
		if t.kind != wordToken || len(t.word) < shortestBrief || s.knows(t.word) || i > 0 && t.start > 0 && p.text[t.start-1] == '.' {
			continue
		}
		if spoken == nil {
			counted := p.tongues()
			spoken = &counted
		}
		in, heard := spoken.spokenIn(t.sentence), spoken.heard()
		if len(p.tokens) > briefText {
			in &= heard // another language's words are no slips
		}
		if t.upper && !t.caps && i > p.sentences[t.sentence].from && in&german == 0 {
			continue // a name
		}
		if w := s.meantBy(t.word, in, heard, len(p.tokens)); w != "" {
			t.word = w
		}
	}
}

// plainWords are no slips, though no table knows them and some slip would make
// them of a word of the rules.
var plainWords = wordSet(`auction beach combine forth heating warning winning wording wherever window thorough cleaner moaning planting handel
	abgeschrieben benommen betrieben flasche geschafft maler sparten strich ziegen scheiben schicht wartung wieser meier peter martin
	autorisee connectee derriere ecrite ecriviez pouviez savais monter salariee traitee veillez fautes
	basa contagem correios delegada domino ermita escribes habras hatos insisten medias tramitan ventana particulares
	campane diretto dritto esserne levate massaggio massaggi stazione laser klaar planken planten malen`)

// german is the language whose nouns begin with a capital.
const german = 1 << 1

// knows says whether a word stands in the tables.
func (s *speller) knows(word string) bool {
	return concepts().has(word) || s.known[word] || plainWords[word] || functionWords()[word] != 0
}

// begins is how a word begins as rules want it, "" when it doesn't: such a word is
// a slip for one that begins alike, or by what is hardly ever another word.
func (s *speller) begins(word string) string {
	for n := shortestStem; n <= len(word); n++ {
		if s.stems[word[:n]] {
			return word[:n]
		}
	}
	return ""
}

// meantBy is the word of some languages that a mistyped one stands for, "" when
// there is none: that of the likeliest slip.
func (s *speller) meantBy(typed string, in, heard uint8, words int) string {
	best, rank, shortest, begun := "", slipNone, shortestMeant, s.begins(typed)
	if words <= briefText {
		shortest = shortestBrief
	}
	for gap := -1; gap < len(typed); gap++ {
		sum := gapSum(typed, gap)
		at, _ := slices.BinarySearchFunc(s.gaps, sum, func(g meantWithAGap, sum uint32) int { return cmp.Compare(g.sum, sum) })
		for ; at < len(s.gaps) && s.gaps[at].sum == sum; at++ {
			m := &s.meant[s.gaps[at].word]
			if m.lang&in == 0 || len(m.word) < shortest || m.lang&heard == 0 && !m.optsOut {
				continue
			}
			r := slip(typed, m.word)
			if r == slipNone || r < slipDoubled && (!strings.HasPrefix(m.word, begun) || !m.optsOut || words > shortText) || (len(m.word) < shortestMeant || heard == 0) && r < slipLeftOut {
				continue
			}
			if r > rank || r == rank && m.word < best {
				best, rank = m.word, r
			}
		}
	}
	return best
}

// How a word was mistyped, the surest last. Letters in the wrong order and an odd
// double letter are hardly ever another word; what is left out or hit beside its
// key often is ("moaning", "massaggio").
const (
	slipNone = iota
	slipWrong
	slipBeside
	slipLeftOut
	slipDoubled
	slipSwapped
)

// slip tells how a word was mistyped, slipNone when not by one slip of the
// fingers. Neither the first letter nor an ending differs that way: another
// ending is a word's other form.
func slip(typed, meant string) int {
	from, end := 0, 0
	for from < min(len(typed), len(meant)) && typed[from] == meant[from] {
		from++
	}
	for end < min(len(typed), len(meant))-from && typed[len(typed)-1-end] == meant[len(meant)-1-end] {
		end++
	}
	a, b := typed[from:len(typed)-end], meant[from:len(meant)-end]
	switch {
	case len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]:
		return slipSwapped
	case from == 0 || end == 0:
		return slipNone
	case len(a) == 1 && b == "" && a[0] == typed[from-1]:
		return slipDoubled
	case a == "" && len(b) == 1:
		return slipLeftOut
	case len(a) == 1 && len(b) == 1 && nextKeys(a[0], b[0]), len(a) == 1 && b == "" && (nextKeys(a[0], typed[from-1]) || nextKeys(a[0], typed[from+1])):
		return slipBeside
	case len(a) == 1 && len(b) == 1 && len(meant) > shortestMeant+1:
		return slipWrong
	}
	return slipNone
}

// nextKeys says whether two letters are neighbours on a keyboard, or sound alike.
func nextKeys(a, b byte) bool {
	for _, row := range []string{"qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "wxcvbn", "bvw", "csz", "ckq", "gj", "ei", "iy", "ph"} {
		x, y := strings.IndexByte(row, a), strings.IndexByte(row, b)
		if x >= 0 && y >= 0 && (x-y == 1 || y-x == 1) {
			return true
		}
	}
	return false
}
