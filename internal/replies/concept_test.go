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
