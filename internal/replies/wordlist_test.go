package replies

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestOneOf holds that a word is found as a whole one only, as by parting the list.
func TestOneOf(t *testing.T) {
	t.Parallel()
	word := rapid.StringOfN(rapid.SampledFrom([]rune("ab|")), 0, 3, -1)
	rapid.Check(t, func(t *rapid.T) {
		list, s := rapid.StringOfN(rapid.SampledFrom([]rune("ab|")), 0, 9, -1).Draw(t, "list"), word.Draw(t, "word")
		want := false
		for _, w := range strings.Split(list, "|") {
			want = want || w == s
		}
		if got := oneOf(list, s); got != want {
			t.Fatalf("oneOf(%q, %q) = %v", list, s, got)
		}
	})
}
