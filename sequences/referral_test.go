package sequences_test

import (
	"testing"

	"followupd/sequences"
)

// The reason names who sent us in any of the languages that mails are written in.
func TestReferrerOfAReason(t *testing.T) {
	t.Parallel()
	for reason, want := range map[string]string{
		"referred by Kim Roy": "Kim Roy", "Referral from Kim Roy": "Kim Roy", "recommended by Kim Roy": "Kim Roy", "introduced by Kim Roy.": "Kim Roy",
		"recommendation of Kim Roy": "Kim Roy", "Referred by: Kim Roy": "Kim Roy",
		"empfohlen von Kim Roy": "Kim Roy", "Empfohlen durch Kim Roy": "Kim Roy", "Empfehlung von Kim Roy": "Kim Roy", "auf Empfehlung von Kim Roy": "Kim Roy",
		"von Kim Roy empfohlen": "Kim Roy", "vermittelt durch Kim Roy": "Kim Roy",
		"recommandé par Kim Roy": "Kim Roy", "Recommandée par Kim Roy": "Kim Roy", "recommande\u0301 par Kim Roy": "Kim Roy", "sur recommandation d’Anna Roy": "Anna Roy", "recommandation de Kim Roy": "Kim Roy",
		"recomendado por Kim Roy": "Kim Roy", "Recomendada por Kim Roy": "Kim Roy", "por recomendación de Kim Roy": "Kim Roy", "referido por Kim Roy": "Kim Roy",
		"consigliato da Kim Roy": "Kim Roy", "segnalata da Kim Roy": "Kim Roy", "su consiglio di Kim Roy": "Kim Roy", "segnalazione di Kim Roy": "Kim Roy",
		"indicado por Kim Roy": "Kim Roy", "indicada pela Ana Roy": "Ana Roy", "por indicação do Rui Roy": "Rui Roy",
		"aanbevolen door Kim Roy": "Kim Roy", "Doorverwezen door Kim Roy": "Kim Roy", "door Kim Roy aanbevolen": "Kim Roy", "op aanbeveling van Jan van Dijk": "Jan van Dijk",
		"empfohlen von van Dijk": "van Dijk",

		"": "", "asked us": "", "met at the fair": "", "referred by": "", "empfohlen von ": "", "recommended by a customer": "", "Empfehlung von einem Kunden": "",
		"recommandé par un client": "", "consigliato da un cliente": "", "hat uns empfohlen": "", "downloaded the recommendation by Kim": "",
	} {
		p := sequences.Person{}
		if got := p.Referrer(&sequences.Enrolment{Reason: reason}); got != want {
			t.Errorf("%q names %q, want %q", reason, got, want)
		}
	}
}
