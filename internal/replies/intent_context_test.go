package replies

import "testing"

// An answer that means nothing by itself is read by what our own mail asked.
func TestOurQuestionDecides(t *testing.T) {
	t.Parallel()
	const (
		listed  = "Hi Ana,\n\njust answer with a number: 1 call me, 2 write to me in June, 3 not for us. Which is it?\n\nDana"
		letters = "Guten Tag, ein Buchstabe genügt. A: rufen Sie mich an. B: schicken Sie mir die Preisliste. C: kein Interesse."
		lined   = "Which one is it?\n1. Call me tomorrow at 10\n2. Send me the price list\n3. We are not interested"
		send    = "Buongiorno, vuole che le invii il listino delle caldaie?"
		list    = "¿Prefiere que la quite de la lista de correos?"
		settled = "Haben Sie inzwischen schon einen anderen Anbieter gefunden?"
		dropped = "Je comprends de votre silence que vous renoncez au projet. C'est exact ?"
		goOn    = "Darf ich Ihnen ab und zu eine Mail schreiben?"
		settle  = "¿Le llamo mañana a las 5 para cerrar el pedido?"
		file    = "Soll ich die Akte schließen?"
		boiler  = "Shall we remove the old boiler for you?"
	)
	for _, tt := range []struct {
		name, ours, text string
		want             Intent
	}{
		{"number of a list in a line", listed, "3", IntentNotInterested},
		{"number that asks for a call", listed, "1 please", IntentMeeting},
		{"number in a word", listed, "Number two", IntentLater},
		{"not this, but that", listed, "Not 1, number 3", IntentNotInterested},
		{"two of them", listed, "1 or 3", IntentUnclear},
		{"letter of a list in a line", letters, "C", IntentNotInterested},
		{"letter with a courtesy", letters, "Variante B, bitte", IntentInterested},
		{"number of a line", lined, "2", IntentInterested},
		{"refused and picked", lined, "Con el 1 no, con el 2", IntentInterested},
		{"number without a list", send, "Con il 2 no, con il 1", IntentUnclear},
		{"number that is a time", "Can I ring you at 3 today?", "ok 3 it is", IntentMeeting},
		{"yes to sending", send, "Sì", IntentInterested},
		{"urged to send", "Hi Kim, shall I send you the price list?", "If you would.", IntentInterested},
		{"that would be nice", "Soll ich Sie aus dem Verteiler nehmen?", "Das wäre nett.", IntentOptOut},
		{"confirmed", "Mag ik uw adres uit de lijst halen?", "Bevestigd.", IntentOptOut},
		{"would be great to get it", "Hi Kim, shall I send you the price list?", "That would be great, thanks.", IntentInterested},
		{"in peace is no end", "Möchten Sie sich das Angebot in Ruhe durch den Kopf gehen lassen?", "Ja gerne.", IntentInterested},
		{"a question is no yes", "Hi Kim, shall I stop writing?", "Would that be good for you?", IntentQuestion},
		{"urged to stop", "Hi Kim, shall I stop writing?", "Please do.", IntentOptOut},
		{"yes to striking from the list", list, "Prefiero, sí", IntentOptOut},
		{"yes, it is settled", settled, "Ja, zum Glück.", IntentNotInterested},
		{"right, we dropped it", dropped, "Exact.", IntentNotInterested},
		{"may not go on", goOn, "Nein.", IntentOptOut},
		{"to settle it is no end", settle, "Va", IntentMeeting},
		{"yes to closing", file, "Ja", IntentNotInterested},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if v := reading(tt.text, tt.ours); v.Intent != tt.want {
				t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
			}
		})
	}
	if v := reading("Yes please", boiler); v.Intent == IntentOptOut {
		t.Errorf("yes to taking a thing away suppresses: %v", v.Evidence)
	}
}
