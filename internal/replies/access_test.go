package replies

import (
	"slices"
	"testing"
)

// Who asks what is held about them wants an answer; only who asks for an end, too, is
// suppressed.
func TestAccessRequest(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Intent{
		"Under Article 15 GDPR please tell me what data you hold about me.":                                  IntentQuestion,
		"Hello, I request a copy of all personal data you hold on me (GDPR Art. 15).":                        IntentQuestion,
		"Bitte teilen Sie mir mit, woher Sie meine Adresse haben.":                                           IntentQuestion,
		"Auskunft nach Art. 15 DSGVO: Welche Daten haben Sie über mich gespeichert?":                         IntentQuestion,
		"Conformément à l'article 15 du RGPD, merci de me communiquer les données que vous détenez sur moi.": IntentQuestion,
		"En virtud del artículo 15 del RGPD, solicito que me indique qué datos míos tiene.":                  IntentQuestion,
		"Ai sensi dell'articolo 15 del GDPR chiedo quali dati trattate su di me.":                            IntentQuestion,
		"Ao abrigo do artigo 15 do RGPD, solicito saber que dados têm sobre mim.":                            IntentQuestion,
		"Op grond van artikel 15 AVG verzoek ik om inzage in mijn gegevens.":                                 IntentQuestion,

		"Under Article 15 GDPR tell me what data you hold about me, and erase it.":          IntentOptOut,
		"Welche Daten haben Sie über mich? Danach bitte löschen.":                           IntentOptOut,
		"Dites-moi d'où vous tenez mon adresse, puis supprimez-la.":                         IntentOptOut,
		"Where did you get my address? Take me off your list.":                              IntentOptOut,
		"I object to the processing of my data. Send me a copy of all that you hold on me.": IntentOptOut,
		"Waar heeft u mijn adres vandaan? Ik maak bezwaar tegen het gebruik ervan.":         IntentOptOut,
	} {
		if v := reading(text, ""); v.Intent != want {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
}

// Who wants to be put on a list again isn't taken off it.
func TestRejoining(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Please put me back on your mailing list, I think I fell off.", "Bitte nehmen Sie mich wieder in den Verteiler auf.", "Remettez-moi sur votre liste, s'il vous plaît, j'ai changé d'adresse.",
		"Vuelva a ponerme en la lista, por favor.", "Mi rimetta in lista, per favore.", "Volte a incluir-me na lista, por favor.", "Zet me weer op de lijst graag.",
		"Je me suis désinscrit par erreur, merci de me réinscrire.", "Ich habe mich aus Versehen abgemeldet, schreiben Sie mir gern weiter.", "I unsubscribed by mistake, please go on.",
	} {
		if v := reading(text, ""); v.Intent == IntentOptOut {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
	for _, text := range []string{
		"You put me back on your list. Take me off again.", "Nehmen Sie mich nie wieder in den Verteiler auf.", "Nehmen Sie mich wieder aus dem Verteiler.", "Don't add me to your list.",
	} {
		if v := reading(text, ""); v.Intent != IntentOptOut {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
}

// The evidence says so where their data are asked for, however it is read.
func TestAccessEvidence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Darf ich fragen, woher Sie meine Daten haben?": true,
		"Can you tell me what data you hold on me?":     true,
		"How did you get into beekeeping?":              false,
		"What does it cost?":                            false,
	} {
		v := reading(text, "")
		if got := slices.ContainsFunc(v.Evidence, func(e Evidence) bool { return e.Rule == RuleAccess }); got != want {
			t.Errorf("%q: read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
}
