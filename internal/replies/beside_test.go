package replies

import (
	"slices"
	"testing"
	"time"
)

// A day that is asked for plainly stands, whatever else a text tells of days.
func TestPlainRequestStands(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 3, 10, 0, 0, 0, time.FixedZone("", 3600))
	march, january, december := Date{2027, time.March, 1}, Date{2027, time.January, 8}, Date{2026, time.December, 14}
	type request struct {
		text string
		day  Date
	}
	asked := map[string][]request{
		"en": {{"We can't decide before 1 March 2027, come back to me then.", march}, {"Please write to me again on 8 January.", january}, {"Not now. Try me again after 7 January.", january}, {"Nothing before 14 December, mail me then.", december}, {"Ask me again on 14 December, please.", december}, {"Come back to me in March.", march}},
		"de": {{"Vor dem 1. März 2027 entscheiden wir nichts, melden Sie sich dann.", march}, {"Jetzt nicht. Schreiben Sie mir am 8. Januar wieder.", january}, {"Bitte melden Sie sich nach dem 7. Januar noch einmal.", january}, {"Nicht vor dem 14. Dezember, dann gern.", december}, {"Fragen Sie mich im März wieder.", march}},
		"fr": {{"Rien avant le 1er mars 2027, recontactez-moi à ce moment-là.", march}, {"Écrivez-moi le 8 janvier.", january}, {"Pas maintenant. Relancez-moi après le 7 janvier.", january}, {"Revenez vers moi le 14 décembre.", december}, {"Recontactez-moi en mars.", march}},
		"es": {{"Nada antes del 1 de marzo de 2027, escríbame entonces.", march}, {"Escríbame el 8 de enero, por favor.", january}, {"Ahora no. Vuelva a escribirme después del 7 de enero.", january}, {"Pregúnteme otra vez el 14 de diciembre.", december}, {"Contácteme en marzo.", march}},
		"it": {{"Niente prima del 1° marzo 2027, mi scriva allora.", march}, {"Mi riscriva l'8 gennaio.", january}, {"Adesso no. Mi ricontatti dopo il 7 gennaio.", january}, {"Mi scriva di nuovo il 14 dicembre.", december}, {"Mi ricontatti a marzo.", march}},
		"pt": {{"Nada antes de 1 de março de 2027, escreva-me nessa altura.", march}, {"Escreva-me no dia 8 de janeiro.", january}, {"Agora não. Volte a contactar-me depois de 7 de janeiro.", january}, {"Escreva-me outra vez a 14 de dezembro.", december}, {"Contacte-me em março.", march}},
		"nl": {{"Niets voor 1 maart 2027, mail me dan.", march}, {"Mail me op 8 januari nog eens.", january}, {"Nu niet. Probeer het na 7 januari opnieuw.", january}, {"Vraag het me op 14 december weer.", december}, {"Neem in maart weer contact op.", march}},
	}
	beside := map[string][]string{
		"en": {"The price list is valid until 12 November.", "I took over this desk in April.", "Thursdays I work from home.", "It rained for two weeks.", "The van goes to the garage on the 20th."},
		"de": {"Die Preisliste gilt bis 12. November.", "Ich mache das seit April.", "Donnerstags arbeite ich zu Hause.", "Es hat zwei Wochen geregnet.", "Der Wagen geht am 20. in die Werkstatt."},
		"fr": {"Le tarif est valable jusqu'au 12 novembre.", "Je suis à ce poste depuis avril.", "Le jeudi je travaille chez moi.", "Il a plu pendant deux semaines.", "La camionnette part au garage le 20."},
		"es": {"La tarifa vale hasta el 12 de noviembre.", "Estoy en este puesto desde abril.", "Los jueves trabajo en casa.", "Ha llovido dos semanas.", "La furgoneta va al taller el 20."},
		"it": {"Il listino vale fino al 12 novembre.", "Sono a questo posto da aprile.", "Il giovedì lavoro da casa.", "Ha piovuto per due settimane.", "Il furgone va in officina il 20."},
		"pt": {"A tabela vale até 12 de novembro.", "Estou neste lugar desde abril.", "Às quintas trabalho em casa.", "Choveu duas semanas.", "A carrinha vai para a oficina no dia 20."},
		"nl": {"De prijslijst geldt tot 12 november.", "Ik zit hier sinds april.", "Op donderdag werk ik thuis.", "Het heeft twee weken geregend.", "De bus gaat de 20e naar de garage."},
	}
	all, wrong := 0, 0
	for _, lang := range languages {
		for _, r := range asked[lang] {
			for _, other := range beside[lang] {
				for _, text := range []string{r.text + " " + other, other + " " + r.text} {
					a := argue(&input{NewText: text, Received: now, Kind: KindReply}, text)
					day, _, _ := deferral(a.prose, now, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
					all++
					if day == nil || *day != r.day {
						wrong++
						t.Logf("%q: until %v, want %v", text, day, r.day)
					}
				}
			}
		}
	}
	if most := all / 40; wrong > most {
		t.Errorf("%d of %d are read otherwise, more than %d", wrong, all, most)
	}
}
