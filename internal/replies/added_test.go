package replies

import (
	"net/mail"
	"strings"
	"testing"
)

// TestResume tells what a person adds below their name from footers.
func TestResume(t *testing.T) {
	t.Parallel()
	const bare, block = "Best,\nDana Voss\n\n", "Best,\nDana Voss\nBuyer\nKestrel Ltd\n+44 20 7946 0000\n\n"
	for _, tt := range []struct {
		below string
		adds  bool // below the name alone
		firm  bool // below a whole signature
	}{
		{"And bring the samples.", true, true},
		{"Sorry, the ninth is taken.", true, true},
		{"Not until June, though.", true, true},
		{"Send me the catalogue.", true, true},
		{"Our colleague Ada Finch (ada@kestrel.example) would know. Ask her.", true, true},
		{"Budget: 900 EUR", true, true},
		{"Is it made of oak?", true, false},
		{"Und im Mai wäre es auch gut.", true, true},
		{"Please strike me from your list.", true, true},
		{"Strike this address from your list, please.", true, true},
		{"Note that we want no more of your mails.", true, true},
		{"If you want to keep a friend, don't mail me again.", true, true},
		{"Ich möchte keine Mails mehr.", true, true},

		{"Should you no longer wish to get our letters, answer with \"out\".", false, false},
		{"Möchten Sie keine Post mehr von uns, genügt eine kurze Antwort.", false, false},
		{"Had enough of our tips? Tell me and I take you off.", false, false},
		{"Please don't bring dogs into the office.", false, false},
		{"Please send us no invoices by post.", false, false},
		{"Thursdays are my day off.", false, false},
		{"Ich arbeite montags von zu Hause.", false, false},
		{"If this mail reached you by mistake, please bin it and tell us.", false, false},
		{"Please mind that we never change our bank details.", false, false},
		{"Offers by mail? Unsubscribe at the till. No returns on cut cloth.", false, false},
		{"We believe in slow wood.", false, false},
		{"\"Never give up on a tree.\" A. Finch", false, false},
		{"Kestrel Ltd - Don't stop at one!", false, false},
		{"Visit us at the fair in May, hall 3.", false, false},
	} {
		for above, want := range map[string]bool{bare: tt.adds, block: tt.firm} {
			keep, sign := resume(plainLines(above+tt.below, nil), newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}}))
			if got := tidy(keep) == tt.below; got != want || strings.Contains(tidy(sign), tt.below) == want {
				t.Errorf("%q below %q: added %v, want %v", tt.below, above, got, want)
			}
		}
	}
}

// TestBelowDelimiter keeps what stands below the delimiter out, be it a demand: it stands
// below all mails of that person.
func TestBelowDelimiter(t *testing.T) {
	t.Parallel()
	keep, _ := resume(plainLines("-- \nstop 1", nil), newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}}))
	if got := tidy(keep); got != "" {
		t.Errorf("kept %q", got)
	}
}

// TestResumeIsBounded reads long texts that begin over and over what stands below a name.
func TestResumeIsBounded(t *testing.T) {
	t.Parallel()
	w := newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}})
	for _, s := range []string{"If you wish, ", "reply \"", "Kestrel - ", "Please stop.\n\n", "This email is confidential.\nTake me off.\n\n", "Best,\nDana\n\n"} {
		long := strings.Repeat(s, 1<<20/len(s))
		keep, sign := resume(plainLines("Best,\nDana Voss\n\n"+long, nil), w)
		if len(keep)+len(sign) == 0 {
			t.Errorf("%q: nothing left", s)
		}
	}
}
