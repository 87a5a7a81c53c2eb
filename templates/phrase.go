package templates

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed phrases.txt
var phrasesFile string

// phrase is a run of words that a rule looks for.
type phrase struct {
	rule     string
	language string
	words    []string // lower case; "*" is any one word
}

// phrases has all phrases by their first word.
var phrases = sync.OnceValue(func() map[string][]phrase {
	index := map[string][]phrase{}
	rule, language := "", ""
	for line := range strings.Lines(phrasesFile) {
		line = strings.TrimSpace(line)
		if group, ok := strings.CutSuffix(line, ":"); ok && !strings.HasPrefix(line, "#") {
			rule, language, _ = strings.Cut(group, " ")
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		index[words[0]] = append(index[words[0]], phrase{rule, language, words})
	}
	for _, list := range index { // the longest goes first
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return index
})
