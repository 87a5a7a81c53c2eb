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
// diacritics; a German ae, oe or ue also counts as a, o or u.

//go:embed concepts/*.txt
var conceptFiles embed.FS

// maxPhrase is how many words a phrase in the table may have.
const maxPhrase = 5

// conceptReach is how many words that stand for a concept lie, at most, between
// two that are seen together.
const conceptReach = 3

var numberConcept = []string{"number"}

// conceptTable names the concepts of words and phrases, by language in the
// order of languages.
type conceptTable [7]map[string][]string

var concepts = sync.OnceValue(func() *conceptTable {
	var t conceptTable
	for i, lang := range languages {
		text, err := conceptFiles.ReadFile("concepts/" + lang + ".txt")
		if err != nil {
			continue // a language without a file has no concepts; a test knows which must be there
		}
		t[i] = readConcepts(string(text), lang == "de")
	}
	return &t
})

// readConcepts reads one language's file; umlauts says whether "ue" may stand
// for the letter ü, which tokens write as u.
func readConcepts(text string, umlauts bool) map[string][]string {
	table := map[string][]string{}
	add := func(word, name string) {
		if !slices.Contains(table[word], name) {
			table[word] = append(table[word], name)
		}
	}
	plain := strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
	for line := range strings.Lines(text) {
		name, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			w = fold(strings.ReplaceAll(w, "_", " "))
			add(w, name)
			if umlauts {
				add(plain.Replace(w), name)
			}
		}
	}
	return table
}

// spokenConcepts returns what each token stands for: in the languages that its
// sentence may be in, else in any other, as people mix them.
func (p *prose) spokenConcepts() [][]string {
	spoken, table := p.tongues(), concepts()
	out := make([][]string, len(p.tokens))
	for n, s := range p.sentences {
		in := spoken.spokenIn(n)
		for i := s.from; i < s.to; i++ {
			if p.tokens[i].kind == numberToken {
				out[i] = numberConcept
				continue
			}
			if out[i] = table.of(p, i, s.to, in); out[i] == nil {
				out[i] = table.of(p, i, s.to, ^in)
			}
		}
	}
	return out
}

// of returns the concepts of the token i, alone and with those that follow it
// before end, in the languages of a set.
func (t *conceptTable) of(p *prose, i, end int, in uint8) []string {
	var found []string
	phrase := p.tokens[i].word
	for n := 1; ; n++ {
		for lang := range t {
			if in&(1<<lang) == 0 {
				continue
			}
			for _, name := range t[lang][phrase] {
				if !slices.Contains(found, name) {
					found = append(found, name)
				}
			}
		}
		if n == maxPhrase || i+n >= end {
			return found
		}
		phrase += " " + p.tokens[i+n].word
	}
}

// conceptFeatures are the concepts of a sentence: each alone, beside a question
// mark, next to the one before it, and together with those near it, whatever
// the order, since languages differ in it.
func (s sentence) conceptFeatures(f *featureList, stands [][]string) {
	var near [][]string
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
			near = near[1:]
		}
	}
}
