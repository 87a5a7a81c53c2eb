package engine

import (
	"maps"
	"testing"
)

func TestNamesOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ shown, address, first, last string }{
		{"Nina Berg", "nina@berg.example", "Nina", "Berg"},
		{"Nina Berg", "info@acme.example", "Nina", "Berg"},
		{"Nina", "nina.berg@acme.example", "Nina", ""},
		{"Nina", "nina_berg@acme.example", "Nina", ""},
		{"Dr. Nina", "nina.berg@acme.example", "Nina", ""},
		{"Berg, Nina", "nina.berg@acme.example", "Nina", "Berg"},
		{"Berg, Nina", "berg.nina@acme.example", "Nina", "Berg"},
		{"Berg, Nina", "nina@acme.example", "Nina", "Berg"},
		{"Berg, Dr. Nina Maria", "nina.berg@acme.example", "Nina", "Maria Berg"},
		{"Berg, Nina, Dr.", "nina.berg@acme.example", "Nina", "Berg"},
		{"von der Heide, Jürgen", "jurgen.heide@acme.example", "Jürgen", "von der Heide"},
		{"De Luca, Anna", "anna.deluca@acme.example", "Anna", "De Luca"},
		{"Nina Berg, Acme", "n.berg@acme.example", "Nina", "Berg"},
		{"Nina Berg, Acme", "nina.berg@acme.example", "Nina", "Berg"},
		{"Nina Berg, PhD", "nina@x.example", "Nina", "Berg"},
		{"Dr. Nina Berg, Esq.", "nina@x.example", "Nina", "Berg"},
		{"Nina Berg, Acme GmbH", "nina@acme.example", "Nina", "Berg"},
		{"Nina Berg, Einkauf", "nina@x.example", "Nina", "Berg"},

		{"Berg, Nina", "n.berg@acme.example", "", ""},
		{"Berg, Nina", "berg@acme.example", "", ""},
		{"Berg, Nina", "katrina@acme.example", "", ""},
		{"Berg, PhD", "nina.berg@acme.example", "", ""},
		{"Berg, Shop", "shop@berg.example", "", ""},
		{"von Berg, PhD", "nina@acme.example", "", ""},
		{"Berg,", "nina.berg@acme.example", "", ""},
		{", Nina", "nina.berg@acme.example", "", ""},
		{",", "nina.berg@acme.example", "", ""},
		{"", "nina.berg@acme.example", "", ""},
		{"Nina", "nina@acme.example", "", ""},
		{"Nina", "ninabergs@acme.example", "", ""},
		{"Nina", "n.berg@acme.example", "", ""},
		{"Berg", "berg@x.example", "", ""},
		{"Berg", "nina.berg@x.example", "", ""},
		{"Redaktion", "redaktion@x.example", "", ""},
		{"Redaktion", "redaktion.ulm@x.example", "", ""},
		{"Karriere", "karriere@x.example", "", ""},
		{"Praxis", "praxis.berg@x.example", "", ""},
		{"Praxis Berg", "praxis@berg.example", "", ""},
		{"Zentrale", "zentrale@x.example", "", ""},
		{"Bestellungen", "bestellungen-ulm@x.example", "", ""},
		{"Newsletter", "newsletter@x.example", "", ""},
		{"Shop", "shop.ulm@x.example", "", ""},
		{"Hotel Adler", "hotel-adler@x.example", "", ""},
		{"Stadtwerke Ulm", "info@swu.example", "", ""},
		{"Kim from Acme", "kim@acme.example", "", ""},
		{"Nina Berg (Acme)", "nina@x.example", "", ""},
	} {
		want := map[string]string{}
		if tt.first != "" {
			want["first_name"] = tt.first
		}
		if tt.last != "" {
			want["last_name"] = tt.last
		}
		if got := namesOf(tt.shown, tt.address); !maps.Equal(got, want) {
			t.Errorf("%q <%s> is taken for %q, want %q", tt.shown, tt.address, got, want)
		}
	}
}
