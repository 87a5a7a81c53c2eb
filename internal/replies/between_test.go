package replies

import (
	"net/mail"
	"testing"
)

// TestAnnouncements tells who announces answers further down from who speaks of
// colors, answers and places otherwise.
func TestAnnouncements(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"see my answers in red":                        true,
		"Answers below in blue, Dana":                  true,
		"My replies are in capitals, between yours":    true,
		"see my comments below":                        true,
		"Answers inline.":                              true,
		"Siehe unten in Rot":                           true,
		"Meine Antworten stehen unten":                 true,
		"Ich habe in Blau dazwischen geantwortet":      true,
		"Mes réponses ci-dessous en rouge":             true,
		"je réponds en bleu dans votre texte":          true,
		"Respuestas abajo en rojo":                     true,
		"le contesto en azul":                          true,
		"Le mie risposte qui sotto":                    true,
		"rispondo in rosso":                            true,
		"Respondo a vermelho":                          true,
		"As minhas respostas abaixo":                   true,
		"Zie mijn antwoorden in het groen":             true,
		"Mijn antwoorden staan hieronder":              true,
		"We are in the red, so no answer":              false,
		"Our vans come in red or blue":                 false,
		"Could you answer my question below?":          false,
		"Please answer my questions below.":            false,
		"I won't comment in red ink":                   false,
		"See below":                                    false,
		"Thanks for the answer":                        false,
		"Bitte beantworten Sie die Fragen unten":       false,
		"Wir fahren in Rot und antworten nie":          false,
		"Nous sommes en rouge, pas de réponse":         false,
		"If you see my answer below the line, call me": false,
	} {
		f := fresh{segments: [][]line{{{text: s}}}}
		if got := f.announces(); got != want {
			t.Errorf("announces(%q) = %v", s, got)
		}
	}
}

// TestAnswersBetween holds that what is known to be ours is no answer, though it
// follows a question of ours.
func TestAnswersBetween(t *testing.T) {
	t.Parallel()
	const (
		sent  = "Hi Dana,\n\nwho answers at night?\nWe could, from May on.\n\nWould Tuesday suit you?\nOr Wednesday?\n\nAna\n\nP.S. Not for you?\nTell me, and I stop."
		head  = "Answers in red below.\n\nFrom: Ana Lima\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Dana Voss\nSubject: Calls?\n\n"
		top   = "Answers in red below."
		below = "\n\nAna\n\nP.S. Not for you?\nTell me, and I stop."
	)
	for _, tt := range []struct{ name, body, sent, want string }{
		{"no answer", head + sent, sent, top},
		{"one answer", head + "Hi Dana,\n\nwho answers at night?\nMy wife.\nWe could, from May on.\n\nWould Tuesday suit you?\nOr Wednesday?" + below, sent, top + "\n\nMy wife."},
		{"a demand", head + "Hi Dana,\n\nwho answers at night?\nWe could, from May on.\n\nWould Tuesday suit you?\nOr Wednesday?\nNeither. Stop writing to me." + below, sent, top + "\n\nNeither. Stop writing to me."},
		{"a question as the answer", head + "Hi Dana,\n\nwho answers at night?\nWhy do you ask?\n\nWould Tuesday suit you?\nNo." + below, "", top + "\n\nWhy do you ask?\n\nNo."},
		{"two questions and their answer", head + "Would Tuesday suit you?\nOr Wednesday?\nWednesday." + below, "", top + "\n\nWednesday."},
		{"an older mail below", head + "Who answers?\nI do.\n\nFrom: Dana Voss\nSent: Monday, March 2, 2026 10:00 AM\nTo: Ana Lima\nSubject: Calls\n\nWho is this?\nI have no idea." + below, "", top + "\n\nI do."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}}).writingTo([]mail.Address{{Name: "Ana Lima", Address: "ana@lima.example"}})
			if got := takeApart(plainLines(tt.body, nil), w, tt.sent, nil).fresh; got != tt.want {
				t.Errorf("new text %q, want %q", got, tt.want)
			}
		})
	}
}
