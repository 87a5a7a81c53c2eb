package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Gaps are what a mail lacks that could not be made, by names that people know.
// What is none of a person's is left in Others, as the templates tell it.
type Gaps struct {
	Fields []string // columns of a list of people
	Notes  []string
	Others []string
}

// missing finds in what the templates tell of a gap where it is, and the name of
// what is not known.
var missing = regexp.MustCompile(`^(\S+):\d+:\d+: ([a-z][a-z0-9_.]*): (?:is missing or empty|the template needs it)`)

// GapsOf reads the reason for which a mail could not be made.
func GapsOf(reason string) (g Gaps) {
	for part := range strings.SplitSeq(reason, "; ") {
		list, what := &g.Others, OneLine(part, 200)
		if m := missing.FindStringSubmatch(part); m != nil {
			name, isNote := strings.CutPrefix(m[2], "note.")
			switch {
			case isNote:
				list, what = &g.Notes, name
			case !strings.Contains(name, "."):
				list, what = &g.Fields, name
			default:
				what = fmt.Sprintf("%s is missing, which %s needs", name, m[1])
			}
		}
		if what != "" && !slices.Contains(*list, what) {
			*list = append(*list, what)
		}
	}
	return g
}

// Words say what a mail lacks, as in "the field city and the note estimator".
func (g Gaps) Words() string {
	var parts []string
	for _, name := range g.Fields {
		parts = append(parts, "the field "+name)
	}
	for _, name := range g.Notes {
		parts = append(parts, "the note "+name)
	}
	return List(parts)
}

// Sentence says what is the matter with a mail that has these gaps.
func (g Gaps) Sentence() string {
	switch words := g.Words(); {
	case words == "":
		return "a mail to them has a gap in it: " + strings.Join(g.Others, "; ")
	case len(g.Fields)+len(g.Notes) == 1:
		return "a mail to them has a gap in it: " + words + " is empty"
	default:
		return "a mail to them has gaps in it: " + words + " are empty"
	}
}
