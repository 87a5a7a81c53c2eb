package replies

import "testing"

// TestTurnedByOurs reads brief answers whose meaning our own question turns.
func TestTurnedByOurs(t *testing.T) {
	t.Parallel()
	const foot = "\n\nRaj Menon\nFleetlark Ltd\n\nReply 'opt out' if you don't wish to receive further mails."
	for _, tt := range []struct {
		ours, text string
		want       Intent
	}{
		{"Alan,\n\nwould you be against a ten-minute call on Friday at 11?" + foot, "No.", IntentMeeting},
		{"Dear Victoria,\n\nwould you object if I sent you two pages on that?" + foot, "Not in the least.", IntentInterested},
		{"Dear Victoria,\n\nwould you object if I sent you two pages on that?" + foot, "Yes.", IntentUnclear},
		{"Hola, Ana:\n\n¿tiene inconveniente en que le llame el martes?", "Para nada.", IntentMeeting},
		{"Guten Tag,\n\nhaben Sie etwas dagegen, wenn ich Ihnen die Preisliste schicke?", "Keineswegs.", IntentInterested},
		{"Bonjour,\n\nvoyez-vous un inconvénient à ce que je vous appelle jeudi ?", "Pas du tout", IntentMeeting},
		{"Buongiorno,\n\nle dispiace se le mando il listino?", "Per niente!", IntentInterested},
		{"Dag,\n\nheeft u bezwaar als ik u donderdag bel?", "Helemaal niet.", IntentMeeting},
		{"Hector,\n\nI would rather stop than annoy you. Shall I take you off?" + foot, "yes please", IntentOptOut},
		{"Hector,\n\nI would rather stop than annoy you. Shall I take you off?" + foot, "No no", IntentUnclear},
		{"Liebe Frau Sievers,\n\nsoll ich Ihnen lieber nicht mehr schreiben? Ein Wort genügt.\n\nKatrin", "Genau.", IntentOptOut},
		{"Néstor:\n\ncuatro correos sin respuesta. ¿Sigo o paro?\n\nDiego", "Pará, che. Todo bien igual.", IntentOptOut},
		{"Néstor:\n\ncuatro correos sin respuesta. ¿Sigo o paro?\n\nDiego", "Sí.", IntentUnclear},
		{"Hector,\n\nmay I send the sample? Or shall I stop writing?" + foot, "Yes", IntentUnclear},
		{"Néstor:\n\ncuatro correos sin respuesta. ¿Sigo o paro?\n\nDiego", "Pare, por favor.", IntentOptOut},
		// Not turned: what they say is read as it stands.
		{"Hi Kim,\n\nwould you like a call on Friday at 11?" + foot, "Yes please", IntentMeeting},
		{"Hi Kim,\n\nshall I send you the price list?" + foot, "Yes please", IntentInterested},
		{"Hi Kim,\n\nare you against the new by-law on bins?" + foot, "No.", IntentUnclear},
	} {
		a := argue(&input{NewText: tt.text, Context: Context{Sent: tt.ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
		if v := a.verdict(); v.Intent != tt.want {
			t.Errorf("%q to %q is read as %s %v, want %s", tt.text, tt.ours, v.Intent, v.Evidence, tt.want)
		}
	}
}

// TestNotTurnedByOurs reads brief answers that begin like those, and say something else.
func TestNotTurnedByOurs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ours, text, rule string }{
		{"Hi Kim,\n\nshall I stop or go on?\n\nDana", "Stop by on Friday at ten!", "context.bids-stop"},
		{"Néstor:\n\n¿Sigo o paro?\n\nDiego", "Para el jueves, llámeme a las diez", "context.bids-stop"},
		{"Alan,\n\nwould you be against a ten-minute call on Friday at 11?\n\nRaj", "Not at all interested, sorry.", "context.not-minding"},
		{"Alan,\n\nwould you mind if I called on Friday at 11?\n\nRaj", "Of course not interested, remove me.", "context.not-minding"},
	} {
		a := argue(&input{NewText: tt.text, Context: Context{Sent: tt.ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
		for _, e := range a.verdict().Evidence {
			if e.Rule == tt.rule {
				t.Errorf("%q to %q is turned by %s", tt.text, tt.ours, e.Rule)
			}
		}
	}
}
