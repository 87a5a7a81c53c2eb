package replies

import "testing"

func TestCorrectedDay(t *testing.T) {
	at := wednesday(0)
	year := at.Year()
	for _, tt := range []struct {
		text   string
		day    Date
		stated bool
	}{
		{"Not now. Write to me in May. Actually, October is better.", Date{year, 10, 1}, true},
		{"Écrivez-moi en mai. Non, plutôt en septembre.", Date{year, 9, 1}, true},
		{"Escríbame en mayo. No, mejor en septiembre.", Date{year, 9, 1}, true},
		{"Mi scriva a maggio. Anzi, meglio a settembre.", Date{year, 9, 1}, true},
		{"Mail me in mei. Of nee, liever in september.", Date{year, 9, 1}, true},
		{"Come back to me on 4 May. Correction: 18 May.", Date{year, 5, 18}, true},
		{"Write to me in October. Actually, June is better.", Date{year, 6, 1}, false}, // earlier: asked about
		{"Write to me in May. October is our busiest month.", Date{year, 5, 1}, true},
		{"Write to me in May. Sorry for the short answer, the fair in October takes all of my time.", Date{year, 5, 1}, true},
	} {
		a := argue(&input{NewText: tt.text, Received: at, Kind: KindReply}, tt.text)
		day, stated, _ := a.deferral()
		if day == nil || *day != tt.day || stated != tt.stated {
			t.Errorf("%q: got %v (stated %v), want %v (%v)", tt.text, day, stated, tt.day, tt.stated)
		}
	}
}
