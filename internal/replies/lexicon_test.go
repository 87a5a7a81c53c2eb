package replies

import (
	"strings"
	"testing"
)

// compileOne makes a lexicon of one English rule; its table stands alone.
func compileOne(t *testing.T, source string) *lexicon {
	t.Helper()
	l, err := compile(map[string]string{"xx": source})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestPatterns(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, pattern, text string
		want                string // the words that match, "" for none
	}{
		{"word", "stop", "Please STOP now", "STOP"},
		{"alternatives", "take|remove me", "remove me", "remove me"},
		{"prefix", "unsubscri* me", "Unsubscribing me", "Unsubscribing me"},
		{"gap", "take ..2 me off", "take the good me off", "take the good me off"},
		{"gap too long", "take ..1 me off", "take the good me off", ""},
		{"gap ends with the sentence", "take ..3 off", "take it. Now off", ""},
		{"optional", "take ?please me off", "take me off", "take me off"},
		{"forbidden", "stop !by", "stop by", ""},
		{"forbidden elsewhere", "stop !by", "stop it", "stop"},
		{"phrase", "right_person|boss", "you want the right person", "right person"},
		{"number", "# weeks", "in 3 weeks", "3 weeks"},
		{"clause begins", "^ stop", "please stop", "stop"},
		{"clause begins after a comma", "^ stop", "we can, stop", "stop"},
		{"clause doesn't begin", "^ stop", "we stop", ""},
		{"clause ends", "stop $", "stop, you", "stop"},
		{"sentence doesn't end", "stop $$", "stop, you", ""},
		{"diacritics and case", "désabonnez moi", "DESABONNEZ MOI", "DESABONNEZ MOI"},
		{"umlaut written with e", "löschen", "bitte loeschen", "loeschen"},
		{"apostrophes", "dont", "don’t", "don’t"},
		{"elision", "m ecrire", "m'écrire", "m'écrire"},
		{"stretched letters", "stop", "stooooop", "stooooop"},
		{"three of a kind are one", "no", "nooooo", "nooooo"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := compileOne(t, "[topic.rule 3 raw]\n"+tt.pattern)
			p := parse(tt.text)
			got := ""
			if hits := l.find(p); len(hits) > 0 {
				got = p.quote(hits[0].from, hits[0].to)
			}
			if got != tt.want {
				t.Errorf("%q in %q: %q, want %q", tt.pattern, tt.text, got, tt.want)
			}
		})
	}
}

func TestNegation(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, rule, text string
		negated          bool
	}{
		{"before", "[t.r 3]\nremove me", "please don't remove me", true},
		{"contrast ends it", "[t.r 3]\nsend it", "not today but send it", false},
		{"comma ends it", "[t.r 3]\nsend it", "no, send it", false},
		{"behind the verb in German", "[t.r 3]\ninteressiert mich", "das interessiert mich nicht", true},
		{"French pair", "[t.r 3]\nenvoyez", "n'envoyez pas", true},
		{"Italian ne is no negation", "[t.r 3]\nriparliamo", "ne riparliamo", false},
		{"why don't you", "[t.r 3]\ncall me", "why don't you call me", false},
		{"raw rules hold their own", "[t.r 3 raw]\nremove me", "don't remove me", false},
		{"so do patterns with a negation", "[t.r 3]\nnever write me", "never write me", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			hits := compileOne(t, tt.rule).find(parse(tt.text))
			if len(hits) == 0 {
				t.Fatalf("%q doesn't match %q", tt.rule, tt.text)
			}
			if hits[0].negated != tt.negated {
				t.Errorf("%q: negated %v, want %v", tt.text, hits[0].negated, tt.negated)
			}
		})
	}
}

func TestCompileNamesTheLine(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, source, want string }{
		{"pattern without a rule", "stop", "line 1: pattern outside of a rule"},
		{"unknown class", "[t.r 3]\n@nobody", "line 2: unknown class @nobody"},
		{"no strength", "[t.r]", `wants a name topic.name and a strength`},
		{"bad gap", "[t.r 3]\na ..x b", `line 2: gap "..x"`},
		{"nothing to match", "[t.r 3]\n?a ..2", "has no word that it must hold"},
		{"class without words", "def me", "line 1: def without ="},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := compile(map[string]string{"xx": tt.source})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// The table that the product reads with compiles, and its rules bear their language.
func TestRules(t *testing.T) {
	t.Parallel()
	l := rules()
	names := map[string]bool{}
	for _, p := range l.patterns {
		names[p.rule.name] = true
	}
	for _, want := range []string{"optout.en.take-me-off", "optout.de.abmelden", "optout.ja", "meeting.fr.appeler", "defer.es.luego", "guard.en.unsubscribe-other"} {
		if !names[want] {
			t.Errorf("no rule %s", want)
		}
	}
}

// A word negates in its own language alone: May is no Italian "never", and the
// Dutch "pas" means "not until".
func TestNegatorsOfOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Bitte im Mai noch einmal melden.",
		"Können Sie sich im Mai wieder bei uns melden?",
		"Merci de nous recontacter en mai, pas avant.",
		"Neem pas in mei weer contact met ons op.",
	} {
		a := argue(&input{NewText: text, Received: wednesday(0)}, text)
		if a.level(topicDefer) < 3 {
			t.Errorf("%q: the wish for a later mail is negated", text)
		}
	}
}
