package replies

import (
	"strings"
	"unicode"
)

// loneOptOuts are what people answer who want no more mail, and say it in a word
// or two: read in no other way, by anybody.
var loneOptOuts = wordSet(`stop stopp stop_please please_stop stop_it unsubscribe unsubscribe_me unsubscribe_please please_unsubscribe
	please_unsubscribe_me remove remove_me please_remove please_remove_me opt_out optout abmelden abbestellen austragen abmeldung stopp_bitte bitte_abmelden
	désinscription désinscrire désabonner désabonnement désabonnez_moi désinscrivez_moi me_désinscrire stop_merci
	baja darme_de_baja dar_de_baja darse_de_baja cancelar_suscripción cancellami cancellatemi disiscrivimi disiscrizione cancellazione
	remover remover_me descadastrar descadastro cancelar_subscrição afmelden uitschrijven afmelding stop_aub stop_graag`)

// StopWord says whether a text is nothing but a word such as STOP.
func StopWord(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 0 && loneOptOuts[strings.Join(words, "_")]
}
