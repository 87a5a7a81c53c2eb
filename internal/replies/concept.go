package replies

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

// A concept is what words of different languages have in common: "price",
// "Preis", "tarif" and "cuánto cuesta" all speak of one thing. By them the model
// learns from an answer in one language for all the others, and from a word for
// its synonyms.
//
// Each language has a file of its own in concepts, one concept a line:
//
//	price: price prices cost costs how_much
//
// A word may stand for several concepts; a phrase of two to five words is
// written with underscores between them. Words count in lower case and without
// diacritics; a German ä, ö or ü may be ae, oe or ue.

//go:embed concepts/*.txt
var conceptFiles embed.FS

// maxPhrase is how many words a phrase in the table may have.
const maxPhrase = 5

// conceptReach is how many words that stand for a concept lie, at most, between
// two that are seen together.
const conceptReach = 3

var numberConcept = []string{"number"}

// conceptTable names the concepts of words and phrases, which stand in it as a sum over
// their bytes: a hundred thousand strings are work for the garbage collector. The
// beginnings of phrases stand in it too, so that a search ends with the first word
// that leads to none.
type conceptTable struct {
	entries  map[phraseSum]conceptEntry
	concepts []concept // those of an entry side by side
	names    []string
	demands  []spokenWord // words for "remove" and "stop", for the speller
}

type conceptEntry struct {
	from   uint32 // index into concepts
	count  uint16
	longer bool // some phrase begins with these words
}

// concept is what a word or phrase of a language stands for.
type concept struct {
	name uint16 // index into names
	lang uint8  // index into languages
}

// spokenWord is a word of a language.
type spokenWord struct {
	word string
	lang int
}

// phraseSum is the sum of a phrase (FNV-1a, 64 bits), which goes on word by word.
type phraseSum uint64

const noPhrase phraseSum = 14695981039346656037

func (h phraseSum) and(s string) phraseSum {
	for i := range len(s) {
		h = (h ^ phraseSum(s[i])) * 1099511628211
	}
	return h
}

var concepts = sync.OnceValue(func() *conceptTable {
	texts := make([]string, len(languages))
	for i, lang := range languages {
		text, err := conceptFiles.ReadFile("concepts/" + lang + ".txt")
		if err != nil {
			continue // a language without a file has no concepts; a test knows which must be there
		}
		texts[i] = string(text)
	}
	return newConceptTable(texts...)
})

// newConceptTable takes in the files of the languages, in their order.
func newConceptTable(texts ...string) *conceptTable {
	t := &conceptTable{entries: map[phraseSum]conceptEntry{}}
	numbers, stands := map[string]uint16{}, map[phraseSum][]concept{}
	for lang, text := range texts {
		eachPhrase(text, lang, func(name, phrase string) {
			if _, ok := numbers[name]; !ok {
				numbers[name] = uint16(len(t.names))
				t.names = append(t.names, name)
			}
			sum, c := noPhrase.and(phrase), concept{numbers[name], uint8(lang)}
			if slices.Contains(stands[sum], c) {
				return
			}
			stands[sum] = append(stands[sum], c)
			if (name == "remove" || name == "stop") && !strings.Contains(phrase, " ") {
				t.demands = append(t.demands, spokenWord{phrase, lang})
			}
			for i := range len(phrase) {
				if phrase[i] == ' ' {
					t.entries[noPhrase.and(phrase[:i])] = conceptEntry{longer: true}
				}
			}
		})
	}
	for sum, list := range stands {
		t.entries[sum] = conceptEntry{from: uint32(len(t.concepts)), count: uint16(len(list)), longer: t.entries[sum].longer}
		t.concepts = append(t.concepts, list...)
	}
	return t
}

// eachPhrase calls f for every phrase of one language's file. German words may be
// written with an ä or an ae, there and in the mails.
func eachPhrase(text string, lang int, f func(name, phrase string)) {
	spelled := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")
	plain := strings.NewReplacer("aue", "aue", "eue", "eue", "que", "que", // no umlauts: Dauer, neuen
		"ae", "a", "oe", "o", "ue", "u")
	for line := range strings.Lines(text) {
		name, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			w = strings.ReplaceAll(w, "_", " ")
			f(name, fold(w))
			if languages[lang] == "de" {
				f(name, fold(spelled.Replace(w)))
				f(name, plain.Replace(fold(w)))
			}
		}
	}
}

// has says whether a word stands in the table, or begins a phrase in it.
func (t *conceptTable) has(word string) bool {
	_, ok := t.entries[noPhrase.and(word)]
	return ok
}

// spokenConcepts returns what each token stands for: in the languages that its
// sentence may be in, else in any other, as people mix them.
func (p *prose) spokenConcepts() [][]string {
	if p.concepts != nil {
		return p.concepts
	}
	spoken, search := p.tongues(), conceptSearch{table: concepts(), names: make([]string, 0, 2*len(p.tokens))}
	p.concepts = make([][]string, len(p.tokens))
	for n, s := range p.sentences {
		in := spoken.spokenIn(n)
		for i := s.from; i < s.to; i++ {
			if p.tokens[i].kind == numberToken {
				p.concepts[i] = numberConcept
			} else {
				p.concepts[i] = search.at(p.tokens[i:s.to], in)
			}
		}
	}
	return p.concepts
}

// conceptSearch looks words up in the table.
type conceptSearch struct {
	table *conceptTable
	hits  []concept // of the word that is being looked up
	names []string  // that were found, for all words
}

// at returns the concepts of the first token, alone and with those that follow
// it, in the languages of a set, else in any other.
func (s *conceptSearch) at(tokens []token, in uint8) []string {
	s.hits = s.hits[:0]
	sum := noPhrase
	for n := range tokens[:min(len(tokens), maxPhrase)] {
		if n > 0 {
			sum = sum.and(" ")
		}
		sum = sum.and(tokens[n].word)
		e := s.table.entries[sum]
		s.hits = append(s.hits, s.table.concepts[e.from:e.from+uint32(e.count)]...)
		if !e.longer {
			break
		}
	}
	if len(s.hits) == 0 {
		return nil
	}
	if names := s.within(in); names != nil {
		return names
	}
	return s.within(^in)
}

// within returns the names of the hits in a set of languages, each once.
func (s *conceptSearch) within(in uint8) []string {
	from := len(s.names)
	for _, c := range s.hits {
		if name := s.table.names[c.name]; in&(1<<c.lang) != 0 && !slices.Contains(s.names[from:], name) {
			s.names = append(s.names, name)
		}
	}
	if len(s.names) == from {
		return nil
	}
	return s.names[from:len(s.names):len(s.names)]
}

// conceptFeatures are the concepts of a sentence: each alone, beside a question
// mark, next to the one before it, and together with those near it, whatever
// the order, since languages differ in it.
func (s sentence) conceptFeatures(f *featureList, stands [][]string) {
	near := make([][]string, 0, conceptReach+1)
	for _, names := range stands[s.from:s.to] {
		if names == nil {
			continue
		}
		for _, c := range names {
			f.add('k', c)
			if s.question {
				f.add('Q', c)
			}
			for back, before := range near {
				for _, b := range before {
					if back == len(near)-1 {
						f.add('K', b, c)
					}
					f.add('U', min(b, c), max(b, c))
				}
			}
		}
		near = append(near, names)
		if len(near) > conceptReach {
			near = slices.Delete(near, 0, 1)
		}
	}
}
