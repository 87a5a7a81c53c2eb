package replies

import "testing"

// The rules alone know these turns of phrase, whatever the models make of them.
func TestTurnsOfPhrase(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		want Intent
	}{
		{"When pigs fly.", IntentNotInterested},
		{"The trustees voted it down on Monday.", IntentNotInterested},
		{"Das können Sie getrost abschreiben.", IntentNotInterested},
		{"Am Sankt-Nimmerleins-Tag vielleicht.", IntentNotInterested},
		{"Ich wurde im Vorstand überstimmt.", IntentNotInterested},
		{"À la saint-glinglin, peut-être.", IntentNotInterested},
		{"Le comité est contre.", IntentNotInterested},
		{"Cuando las ranas críen pelo.", IntentNotInterested},
		{"Lo consulté con mi socia y dice que no.", IntentNotInterested},
		{"Alle calende greche.", IntentNotInterested},
		{"Quando as galinhas tiverem dentes.", IntentNotInterested},
		{"A diretoria vetou.", IntentNotInterested},
		{"Met sint-juttemis.", IntentNotInterested},
		{"Het bestuur heeft het weggestemd.", IntentNotInterested},

		{"Boa noite. Decidimos não avançar com a proposta.", IntentNotInterested},
		{"Ik pas.", IntentNotInterested},
		{"Necesitamos 40 sillas. ¿Cuánto tardan? Cierro la compra el viernes.", IntentInterested},
		{"Wir führen 3 Filialen mit 40 Reklamationen im Monat. Was schlagen Sie vor?", IntentInterested},

		{"El martes 24 mándeme un recordatorio.", IntentLater},
		{"Renvoyez-moi ça en avril.", IntentLater},
		{"Mi mandi un promemoria a fine aprile.", IntentLater},
		{"Stuur me dit opnieuw begin april.", IntentLater},
		{"Send it again in April, would you.", IntentLater},

		{"Ya no trabajo allí y nadie me ha dicho quién lo lleva ahora.", IntentWrongPerson},
		{"Das war mein Zwillingsbruder, und wer das jetzt macht, weiß ich nicht.", IntentWrongPerson},
	} {
		a := argue(&input{NewText: tt.text, Received: wednesday(0), Kind: KindReply}, tt.text)
		if v := a.decide(); v.Intent != tt.want {
			t.Errorf("%q: the rules come to %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
		}
	}
}

// A machine that works no more, or a thing never had, is no wrong person.
func TestTroubleIsNoWrongPerson(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"La cortadora ya no funciona y tenemos 40 pedidos. ¿Cuánto cuesta una nueva?",
		"Nunca tivemos um sistema destes e precisamos de um. Quanto custa?",
		"Non abbiamo mai avuto un gestionale, ci serve un preventivo.",
	} {
		a := argue(&input{NewText: text, Received: wednesday(0), Kind: KindReply}, text)
		if v := a.decide(); v.Intent != IntentInterested {
			t.Errorf("%q: the rules come to %s (%v)", text, v.Intent, v.Evidence)
		}
	}
}
