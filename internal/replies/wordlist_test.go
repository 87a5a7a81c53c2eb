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

// TestPhraseIndex holds that the index of a list finds what looking for each phrase does.
func TestPhraseIndex(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "x", " please send bills to the office ", " we lost the order number ", " nothing of the kind ", " ab", "agb", " agb "} {
		if got, want := houseWords().in(s), holdsOneOf(houseRules, s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
