package replies

import "testing"

// TestOptionMeaning reads what our mail says an option leads to, in our words.
func TestOptionMeaning(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		want Intent
	}{
		{"I leave you in peace for good", IntentOptOut}, {"I'll take you off my list", IntentOptOut}, {"I won't write again", IntentOptOut}, {"you won't hear from me again", IntentOptOut},
		{"ich lasse Sie in Ruhe", IntentOptOut}, {"ich lösche Ihre Adresse", IntentOptOut}, {"ich höre auf", IntentOptOut}, {"Sie hören nie wieder von mir", IntentOptOut},
		{"je vous laisse en paix", IntentOptOut}, {"j'efface votre adresse", IntentOptOut}, {"je ne vous écris plus", IntentOptOut}, {"je vous raye de ma liste", IntentOptOut},
		{"la dejo en paz", IntentOptOut}, {"borro su dirección", IntentOptOut}, {"no le escribo nunca más", IntentOptOut}, {"la quito de mi lista", IntentOptOut},
		{"la lascio in pace", IntentOptOut}, {"cancello il suo indirizzo", IntentOptOut}, {"non le scrivo mai più", IntentOptOut}, {"la tolgo dalla lista", IntentOptOut},
		{"deixo-a em paz", IntentOptOut}, {"apago o seu endereço", IntentOptOut}, {"não lhe escrevo mais", IntentOptOut}, {"paro de escrever", IntentOptOut},
		{"ik laat u met rust", IntentOptOut}, {"ik verwijder uw adres", IntentOptOut}, {"ik schrijf u nooit meer", IntentOptOut}, {"ik haal u van de lijst", IntentOptOut},
		{"I ring you on Friday", IntentMeeting}, {"ein Anruf", IntentMeeting}, {"I'll send the sample", IntentInterested}, {"die Preisliste", IntentInterested}, {"le devis", IntentInterested}, {"la muestra", IntentInterested}, {"het monster", IntentInterested},
		{"I keep writing", IntentUnclear}, {"ich schreibe Ihnen weiter", IntentUnclear}, {"je continue à vous écrire", IntentUnclear}, {"sigo escribiendo", IntentUnclear}, {"continuo a scriverle", IntentUnclear}, {"continuo a escrever", IntentUnclear}, {"ik blijf schrijven", IntentUnclear},
		{"I leave you in peace for now", IntentUnclear}, {"I don't stop writing", IntentUnclear}, {"ich lasse Sie vorerst in Ruhe", IntentUnclear}, {"no more than one mail a month", IntentUnclear}, {"pas plus d'un mail par mois", IntentUnclear},
		{"no más de un correo al mes", IntentUnclear}, {"non più di una mail al mese", IntentUnclear}, {"niet meer dan één mail per maand", IntentUnclear},
		{"I leave you to think about it in peace", IntentUnclear}, {"Sie lassen es sich in Ruhe durch den Kopf gehen", IntentUnclear}, {"how planners stop writing lists by hand", IntentUnclear}, {"I take you off the waiting list", IntentUnclear},
	} {
		if v := reading("1", "Hi Kim,\n\n1. "+tt.text+"\n2. something else"); v.Intent != tt.want {
			t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
		}
	}
}
