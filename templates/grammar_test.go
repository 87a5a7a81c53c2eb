package templates

import (
	"strings"
	"testing"
)

// What each sign of the grammar's language means.
func TestGrammar(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, grammar, text string
		want                bool
	}{
		{"words", "find: a b", "x a b y", true},
		{"words in order", "find: a b", "b a", false},
		{"a stem", "find: relanc~", "il relance", true},
		{"a stem isn't an end", "find: relanc~", "surrelance", false},
		{"a slot", "A: x | y z\nfind: A b", "y z b", true},
		{"a slot in a slot", "A: x\nB: A y | w\nfind: B b", "x y b", true},
		{"may be left out", "find: a [x] b", "a b", true},
		{"a slot that may be left out", "A: x y\nfind: a [A] b", "a x y b", true},
		{"a slot that is the end", "A: x | $\nfind: a A", "b a", true},
		{"slots from word to word", "A: x y\nB: A\nC: B z | w\nfind: C", "x y z", true},
		{"three words between", "find: a .. b", "a 1 2 3 b", true},
		{"four words between", "find: a .. b", "a 1 2 3 4 b", false},
		{"the beginning", "find: ^ a", "b a", false},
		{"the end", "find: a $", "a b", false},
		{"the end of a part", "find: a $", "a, b", true},
		{"not over the end of a sentence", "find: a b", "a. b", false},
		{"in any order", "find: a & b", "b a", true},
		{"not one alone", "find: a & b", "b c", false},
		{"unless", "find: a b ! c", "c a b", false},
		{"not unless", "find: a b ! c", "a b", true},
		{"fine", "A: b | c d\nfine: x A\nfind: A", "x c d", false},
		{"fine, but not all of it", "A: b | c d\nfine: x A\nfind: A", "x b, c d", true},
		{"fine is the rest of a rule", "fine: x a\nfind: a b", "x a b", false},
		{"an alternative", "find: x ! c | a", "c a", true},
		{"a line that goes on", "find: x\n  | a", "a", true},
		{"an apostrophe", "find: haven't a", "haven’t a", true},
		{"beyond what is matched at once", "find: a b", strings.Repeat("x ", 3*maxStretch) + "a b", true},
	} {
		all, err := parseGrammars("language en\n" + tt.grammar)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		got := newProse(tt.text, func(at int) int { return at }).emptyFollowUps(all)
		if len(got) > 0 != tt.want {
			t.Errorf("%s: %v in %q", tt.name, got, tt.text)
		}
	}
}

func TestGrammarFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"find: a":                            "line 1 is neither",
		"language en\n  a":                   "line 2 goes on with nothing",
		"language en\nfind: A b":             `line 2: there is no slot "A" before this line`,
		"language en\na: b":                  `line 2: the slot "a" isn't in capitals`,
		"language en\nA: b\nA: c":            `line 3: the slot "A" stands there twice`,
		"language en\nfind: a |":             "line 2: nothing stands between two |",
		"language en\nfind: [a b]":           `line 2: "a" isn't one word or slot in brackets`,
		"language en\nfind: a\n\nfind: ^ ..": "language en: a rule needs no word at all",
	} {
		if _, err := parseGrammars(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
