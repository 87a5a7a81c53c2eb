package replies

import (
	"net/mail"
	"testing"
)

func TestFindContact(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, cc string
		want           Contact
		none           bool
	}{
		{"name and address", "That'd be Dana Kubiak in purchasing, dana.kubiak@mills.example.", "", Contact{Name: "Dana Kubiak", Email: "dana.kubiak@mills.example", Role: "purchasing"}, false},
		{"name spelt by the address", "Frau Dr. Kühn ist zuständig (a.kuehn@werft.example).", "", Contact{Name: "Dr. Kühn", Email: "a.kuehn@werft.example"}, false},
		{"department's mailbox", "kindly send this to procurement@tea.example", "", Contact{Email: "procurement@tea.example"}, false},
		{"in copy", "Copying Femke Visser, who runs bottling.", "Femke Visser <femke@beverage.example>", Contact{Name: "Femke Visser", Email: "femke@beverage.example"}, false},
		{"in copy but not named", "See you on Thursday.", "Femke Visser <femke@beverage.example>", Contact{}, true},
		{"name alone", "You must talk with our plant head Luis Bonavena.", "", Contact{Name: "Luis Bonavena", Role: "head"}, false},
		{"possessive", "that's Keely Warburton's side of things (keely.warburton@ale.example)", "", Contact{Name: "Keely Warburton", Email: "keely.warburton@ale.example"}, false},
		{"double name", "écrivez à Josiane Tremblay-Roy : jtremblay@meubles.example", "", Contact{Name: "Josiane Tremblay-Roy", Email: "jtremblay@meubles.example"}, false},
		{"the owner is nobody new", "I wrote to mara@kestrel.example already.", "", Contact{}, true},
		{"the writer is nobody new", "reach me at sam@mill.example", "", Contact{}, true},
		{"nobody", "Thanks, we are fine.", "", Contact{}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			in := &input{NewText: tt.text, Kind: KindReply, Context: Context{Own: []string{"Mara@kestrel.example"}}}
			in.Header.From = []mail.Address{{Name: "Sam Miller", Address: "sam@mill.example"}}
			if tt.cc != "" {
				cc, err := mail.ParseAddress(tt.cc)
				if err != nil {
					t.Fatal(err)
				}
				in.Header.Cc = []mail.Address{*cc}
			}
			got, _ := findContact(in, parse(tt.text))
			switch {
			case tt.none && got != nil:
				t.Errorf("found %+v", *got)
			case !tt.none && got == nil:
				t.Error("found nobody")
			case !tt.none && *got != tt.want:
				t.Errorf("found %+v, want %+v", *got, tt.want)
			}
		})
	}
}
