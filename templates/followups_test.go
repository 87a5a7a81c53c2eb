package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"followupd/templates"
)

// judged is a sentence and whether it is an empty follow-up.
type judged struct {
	language string
	empty    bool
	text     string
}

// judgedSentences reads a table of testdata: language, empty or fine, sentence.
func judgedSentences(t testing.TB, file string) []judged {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "followups", file))
	if err != nil {
		t.Fatal(err)
	}
	var list []judged
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		language, rest, _ := strings.Cut(line, " ")
		kind, text, ok := strings.Cut(rest, " ")
		if !ok || kind != "empty" && kind != "fine" {
			t.Fatalf("%s: not LANGUAGE empty|fine SENTENCE: %s", file, line)
		}
		list = append(list, judged{language, kind == "empty", text})
	}
	return list
}

// The finding of empty follow-ups is measured on tables of sentences; what it
// did with each at first sight stands at its head. The bounds are what it must
// not fall below since.
func TestEmptyFollowUpsAreFoundByTheirMake(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		file   string
		found  float64 // of the empty ones, at least
		alarms float64 // of the fine ones, at most
	}{
		{"first.txt", 0.97, 0.01},
		{"second.txt", 0.97, 0.01},
		{"third.txt", 0.97, 0.01},
		{"fourth.txt", 0.97, 0.01},
		{"fifth.txt", 0.97, 0.01},
		{"sixth.txt", 0.97, 0.01},
		{"seventh.txt", 1, 0},
		{"eighth.txt", 1, 0},
	} {
		found, empty, alarms, fine := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
		for _, s := range judgedSentences(t, tt.file) {
			got := breaks(t, "empty-follow-up", s.language, s.text)
			switch {
			case s.empty:
				empty[s.language]++
				if got {
					found[s.language]++
				} else {
					t.Logf("%s %s: let through: %s", tt.file, s.language, s.text)
				}
			default:
				fine[s.language]++
				if got {
					alarms[s.language]++
					t.Logf("%s %s: false alarm: %s", tt.file, s.language, s.text)
				}
			}
		}
		all := [4]int{}
		for _, language := range templates.Languages() {
			t.Logf("%s %s: found %d of %d, false alarms %d of %d", tt.file, language, found[language], empty[language], alarms[language], fine[language])
			for i, n := range []int{found[language], empty[language], alarms[language], fine[language]} {
				all[i] += n
			}
		}
		t.Logf("%s: found %d of %d, false alarms %d of %d", tt.file, all[0], all[1], all[2], all[3])
		if float64(all[0]) < tt.found*float64(all[1]) {
			t.Errorf("%s: found %d of %d empty sentences", tt.file, all[0], all[1])
		}
		if float64(all[2]) > tt.alarms*float64(all[3]) {
			t.Errorf("%s: %d of %d fine sentences are found empty", tt.file, all[2], all[3])
		}
	}
}
