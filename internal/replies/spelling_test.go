package replies

import (
	"strings"
	"testing"
	"time"
)

func TestMistypedWords(t *testing.T) {
	for text, want := range map[string]string{
		"unsubscrribe":               "unsubscribe",
		"unsuscribe me":              "unsubscribe me",
		"usubscribe":                 "unsubscribe",
		"unsubscripe us":             "unsubscribe us",
		"Unsubsrcibe me forthwith":   "unsubscribe me forthwith",
		"plese unsubcsribe us":       "please unsubscribe us",
		"Please stop emaling me":     "please stop emailing me",
		"abmeldn bitte":              "abmelden bitte",
		"bitte austrgaen":            "bitte austragen",
		"Keine Mials mehr":           "keine mails mehr",
		"merci de me desincrire":     "merci de me desinscrire",
		"disicrivetemi per favore":   "disiscrivetemi per favore",
		"descadstrar":                "descadastrar",
		"afmeldne":                   "afmelden",
		"uitschirjven graag":         "uitschrijven graag",
		"Am Freeitag um fünf":        "am freitag um funf",
		"Was kostet eine Wartung":    "was kostet eine wartung",   // no warning
		"La stazione è vicina":       "la stazione e vicina",      // no season
		"Ask Katja Löschner":         "ask katja loschner",        // a name
		"Der Termin mit den Leuten":  "der termin mit den leuten", // known words
		"Vendiamo massaggi a Torino": "vendiamo massaggi a torino",
	} {
		p := parse(text)
		spelling().correct(p)
		var words []string
		for _, tok := range p.tokens {
			words = append(words, tok.word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestMistypedOptOutQuotesWhatWasWritten(t *testing.T) {
	r := reading("Plese unsubcsribe me", "")
	if r.Intent != IntentOptOut {
		t.Fatalf("read as %s, want %s", r.Intent, IntentOptOut)
	}
	if e := r.Evidence[0]; !strings.Contains(e.Text, "unsubcsribe") {
		t.Errorf("evidence %q, want the words as written", e.Text)
	}
}

// Unknown words in any number cost no more than their length.
func TestMistypedWordsTakeLinearTime(t *testing.T) {
	spelling()
	start := time.Now()
	for range 20 {
		spelling().correct(parse(strings.Repeat("xyabmeldnenunsubscibable ", 20000)))
	}
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("20 texts of unknown words took %v", took)
	}
}
