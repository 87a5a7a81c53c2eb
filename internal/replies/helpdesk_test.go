package replies

import "testing"

// TestStamps tells a helpdesk's times from what else may stand below a rule.
func TestStamps(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Oct 13, 10:04 MDT":               true,
		"Oct 13, 2026, 10:04 AM GMT+1":    true,
		"13 October 2026 at 10:04":        true,
		"13. Okt., 10:04 MESZ":            true,
		"13.10.2026, 10.04 Uhr":           true,
		"Mai 3, 10:04 MESZ":               true,
		"13 oct. à 10:04 CEST":            true,
		"3 août 2026 10h04":               true,
		"13 oct 2026 10:04":               true,
		"3 de ago. de 2026, 10:04":        true,
		"3 mag 2026, 10:04 CEST":          true,
		"13 de out. de 2026, 10:04 WEST":  true,
		"mrt 3, 10:04 CET":                true,
		"Tue, 3 Mar 2026 10:04":           true,
		"at 10:04":                        false,
		"York":                            false,
		"October 13":                      false,
		"Oct 13, 10:04, bring the prices": false,
		"10:04?":                          false,
		"":                                false,
	} {
		if got := isStamp(s); got != want {
			t.Errorf("isStamp(%q) = %v", s, got)
		}
	}
}

// TestReplyAboveHistory holds that what speaks of a line right above our mail is no
// helpdesk's for that.
func TestReplyAboveHistory(t *testing.T) {
	t.Parallel()
	const history = "\n\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\n> Who answers?\n"
	for s, want := range map[string]string{
		"Outlook with a reply directly above the line":    "Outlook with a reply directly above the line",
		"The answer is in the line above.":                "The answer is in the line above.",
		"La réponse est sur la ligne au-dessus.":          "La réponse est sur la ligne au-dessus.",
		"Nope.\n\nPlease type your reply above this line": "Nope.",
	} {
		if got := newText(s + history); got != want {
			t.Errorf("above %q the new text is %q", s, got)
		}
	}
}

// TestMarksAbove tells a helpdesk's line from people who speak of it.
func TestMarksAbove(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"##- Please type your reply above this line -##":                 true,
		"-- Please reply above this line --":                             true,
		"=-=-=-= Reply above this line =-=-=-=":                          true,
		"[Reply above this line]":                                        true,
		"— Answer above this line —":                                     true,
		"##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein -##": true,
		"-- Bitte über dieser Linie antworten --":                        true,
		"## Merci de répondre au-dessus de cette ligne ##":               true,
		"##- Veuillez écrire votre réponse ci-dessus de cette ligne -##": true,
		"--- Responda por encima de esta línea ---":                      true,
		"##- Escriba su respuesta arriba de esta línea -##":              true,
		"-- Rispondi sopra questa riga --":                               true,
		"##- Scrivi la tua risposta sopra questa linea -##":              true,
		"-- Responder acima desta linha --":                              true,
		"##- Escreva a sua resposta acima desta linha -##":               true,
		"-- Antwoord boven deze lijn --":                                 true,
		"##- Gelieve uw antwoord boven deze regel te typen -##":          true,
		"Why must I reply above this line?":                              false,
		"I can't reply above this line.":                                 false,
		"- reply above this line, or so your form says":                  false,
		"We print the answer above the line.":                            false,
		"Ich antworte nicht oberhalb dieser Linie.":                      false,
		"Je réponds au-dessus de cette ligne, c'est tout.":               false,
	} {
		lines := []line{{text: "Hi Ana,"}, {}, {text: s}, {}, {text: "and more."}}
		if got := separatorLine(s) == boundaryAbove && marksAbove(lines, make([]label, len(lines)), 2); got != want {
			t.Errorf("marksAbove(%q) = %v", s, got)
		}
	}
}
