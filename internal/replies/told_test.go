package replies

import "testing"

func TestForAnyone(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"Informationen zum Datenschutz und zu Ihrem Widerspruchsrecht finden Sie auf unserer Internetseite.", true},
		{"Unsere Datenschutzhinweise, auch zum Recht auf Löschung Ihrer Daten, senden wir auf Wunsch zu.", true},
		{"Information on data protection and your right to object is on our website.", true},
		{"You may object to the use of your data or ask us to delete it at any time.", true},
		{"Les informations sur vos droits (accès, opposition, suppression) se trouvent sur notre site.", true},
		{"Le informamos de que puede oponerse al uso de sus datos.", true},
		{"Potete opporvi in qualsiasi momento all'uso dei vostri dati.", true},
		{"Tem o direito de apagar os seus dados.", true},
		{"Meer over uw privacy en uw recht van bezwaar leest u op onze website.", true},
		{"Thursdays are for the workshop.", true},
		{"\"Rain is only water.\" A. Finch", true},

		{"Der Nutzung unserer Kontaktdaten zu Werbezwecken widersprechen wir ausdrücklich.", false},
		{"Bitte löschen Sie alles, was Sie über uns haben; Ihre Datenschutzerklärung finden Sie ja selbst.", false},
		{"I object to any use of my data, and you can find the law yourself.", false},
		{"Please delete our data, as your privacy policy promises.", false},
		{"Supprimez mes données, vous avez un mois.", false},
		{"Please remove this address from your list.", false},
		{"Thursday would be better.", false},
	} {
		if got := forAnyone(tt.text); got != tt.want {
			t.Errorf("%q: told to anyone %v (odds %.1f), want %v", tt.text, got, toldToAnyone(tt.text), tt.want)
		}
	}
}
