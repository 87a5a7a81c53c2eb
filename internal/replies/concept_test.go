package replies

import (
	"slices"
	"strings"
	"testing"
)

// Every language knows the same concepts, each file is well formed, and no word
// stands twice in a line.
func TestConceptFiles(t *testing.T) {
	t.Parallel()
	names := map[string][]string{}
	for _, lang := range languages {
		raw, err := conceptFiles.ReadFile("concepts/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(raw)) {
			n++
			name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok || name != strings.ToLower(name) || strings.ContainsAny(name, " \t") {
				t.Errorf("%s.txt:%d: want NAME: WORD WORD …, found %q", lang, n, line)
				continue
			}
			if slices.Contains(names[lang], name) {
				t.Errorf("%s.txt:%d: %s stands there twice", lang, n, name)
			}
			names[lang] = append(names[lang], name)
			list := strings.Fields(words)
			for i, w := range list {
				if slices.Contains(list[:i], w) {
					t.Errorf("%s.txt:%d: %s has %q twice", lang, n, name, w)
				}
				if strings.Count(w, "_") >= maxPhrase {
					t.Errorf("%s.txt:%d: %q has more than %d words", lang, n, w, maxPhrase)
				}
			}
		}
		slices.Sort(names[lang])
		if !slices.Equal(names[lang], names["en"]) {
			t.Errorf("%s.txt and en.txt don't name the same concepts", lang)
		}
	}
}

// Words of different languages, and phrases, stand for one concept.
func TestConceptsAreShared(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, want string }{
		{"What does it cost?", "price"},
		{"Was kostet das denn bei Ihnen?", "price"},
		{"Cela coûte combien ?", "price"},
		{"¿Cuánto cuesta esto?", "price"},
		{"Quanto costa il tutto?", "price"},
		{"Quanto custa isso?", "price"},
		{"Wat kost het?", "price"},
		{"Für uns zu groß", "big"},
		{"zu gross fuer uns", "big"},
		{"C'est d'accord pour moi", "agree"},
		{"Mein Chef hat no budget", "budget"}, // people mix their languages
	} {
		p := parse(tt.text)
		if !slices.ContainsFunc(p.spokenConcepts(), func(names []string) bool { return slices.Contains(names, tt.want) }) {
			t.Errorf("%q doesn't speak of %s: %v", tt.text, tt.want, p.spokenConcepts())
		}
	}
}

// A search names a word alone and every phrase that it begins, in the languages
// spoken, else in the others; it ends with the sentence.
func TestConceptSearch(t *testing.T) {
	t.Parallel()
	const en, de = 0, 1
	table := newConceptTable("leave: leave left\npeace: leave_me_in_peace peace\nalone: leave_me_alone\nnot-once: not_in_a_hundred_years\nright: left_hand",
		"music: leave\nfresh: neuen\nlater: später\nlate-night: spät_in_der_nacht\nfive: größer_als_ich_je_dachte\nfive: groesser_als_ich_je_dachte")
	for _, tt := range []struct {
		text string
		in   uint8
		want string
	}{
		{"leave", 1 << en, "leave"},
		{"leave me", 1 << en, "leave"}, // begins a phrase, but is none
		{"leave me be", 1 << en, "leave"},
		{"leave me in peace", 1 << en, "leave peace"},
		{"leave me alone", 1 << en, "alone leave"},
		{"me alone", 1 << en, ""},
		{"left hand", 1 << en, "leave right"},
		{"lef", 1 << en, ""},
		{"not in a hundred years", 1 << en, "not-once"},
		{"not in a hundred", 1 << en, ""},
		{"leave", 1 << de, "music"},
		{"leave", 1<<en | 1<<de, "leave music"},
		{"leave me alone", 1 << de, "music"},
		{"später", 1 << de, "later"},
		{"spaeter", 1 << de, "later"},
		{"spater", 1 << de, "later"},
		{"später", 1 << en, "later"}, // in a language that isn't spoken
		{"Spät in der Nacht", 1 << de, "late-night"},
		{"größer als ich je dachte", 1 << de, "five"},
		{"groesser als ich je dachte", 1 << de, "five"},
		{"neuen", 1 << de, "fresh"},
		{"neun", 1 << de, ""}, // the ue of neuen is no ü
		{"nothing", 1<<en | 1<<de, ""},
	} {
		search := conceptSearch{table: table}
		got := slices.Sorted(slices.Values(search.at(parse(tt.text).tokens, tt.in)))
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q stands for %q, want %q", tt.text, got, tt.want)
		}
	}
	if got := (&conceptSearch{table: table}).at(parse("leave me. Alone").tokens[:2], 1<<en); !slices.Equal(got, []string{"leave"}) {
		t.Errorf("a phrase went on in the next sentence: %q", got)
	}
}

// What one word stands for stays what it is when the next is looked up.
func TestConceptsStayApart(t *testing.T) {
	t.Parallel()
	p := parse("price, the budget")
	stands := p.spokenConcepts()
	for i, want := range map[int]string{0: "price", 2: "budget"} {
		if !slices.Contains(stands[i], want) {
			t.Errorf("%q stands for %q, want %s", p.tokens[i].word, stands[i], want)
		}
	}
	kept := strings.Join(stands[2], " ")
	_ = append(stands[0], "other")
	if got := strings.Join(stands[2], " "); got != kept {
		t.Errorf("the next word's concepts became %q, were %q", got, kept)
	}
}

const spokenAnswer = "Hi Ana, thanks, we looked at it last week and it is not for us at the moment. What would it cost for 40 seats, and can we try it for a month? Wir melden uns im Herbst wieder, sobald die neue Halle steht. Best regards"

// BenchmarkConcepts looks up what the words of an ordinary answer stand for.
func BenchmarkConcepts(b *testing.B) {
	concepts()
	b.ReportAllocs()
	for b.Loop() {
		parse(spokenAnswer).spokenConcepts()
	}
}

// BenchmarkConceptFeatures makes features of them.
func BenchmarkConceptFeatures(b *testing.B) {
	p := parse(spokenAnswer)
	stands := p.spokenConcepts()
	b.ReportAllocs()
	for b.Loop() {
		var f featureList
		for _, s := range p.sentences {
			s.conceptFeatures(&f, stands)
		}
	}
}
