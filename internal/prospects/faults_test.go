package prospects_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"followupd/internal/prospects"
)

var update = flag.Bool("update", false, "write the golden file anew")

// Every error text of a list of people, with its excerpt, as people see it.
func TestFaultsAreTold(t *testing.T) {
	t.Parallel()
	var got strings.Builder
	for _, fault := range []struct{ name, src string }{
		{"an empty file", ""},
		{"a header alone", "email,first_name\n"},
		{"no column for the address", "name,company\nAnn,B\n"},
		{"a slip in the address column", "emial,company\na@b.example,B\n"},
		{"an address column in another language", "Prénom;Correo electrónico\nAnn;a@b.example\n"},
		{"an address column of several words", "first_name,Kunden-E-Mail\nAnn,a@b.example\n"},
		{"an address column told by what is in it", "first_name,Adresse,company\nAnn,a@b.example,B\n"},
		{"a column that is named for another kind of mail", "Mailing Street,Contact\n5 High St,a@b.example\n"},
		{"an address column without a name", ",company\na@b.example,B\n"},
		{"an address column below empty lines", "\n\nVorname,Kontakt\nAnn,a@b.example\n"},
		{"an address column behind a name of two lines", "\"First\nname\",Adresse\nAnn,a@b.example\n"},
		{"no line that names the columns", "Ann,a@b.example,B\nBo,b@b.example,B\n"},
		{"a column that can't be a field", "email,…\na@b.example,B\n"},
		{"two columns of a name", "email,First Name,first_name\na@b.example,A,B\n"},
		{"a word of the templates", "email,note\na@b.example,A\n"},
		{"a header that can't be read", "em\"ail,company\n"},
		{"no address", "email,company,reason,source\n,Acme,asked us,card\n"},
		{"not an address", "company,email,reason,source\nBäcker & Söhne,nobody,asked us,card\n"},
		{"no domain", "email,reason,source\nana@localhost,asked us,card\n"},
		{"characters that servers don't take", "email,reason,source\n\"zoë@acme.example\",asked us,card\n"},
		{"an endless address", "email,reason,source\n" + strings.Repeat("a", 65) + "@acme.example,asked us,card\n"},
		{"the same address twice", "email,reason,source\nana@acme.example,asked us,card\nAna@Acme.example,asked us,card\n"},
		{"too many values", "email,reason,source\nana@acme.example,asked us,card,more\n"},
		{"a control character", "email,first_name,reason,source\nana@acme.example,A\x01na,asked us,card\n"},
		{"an endless value", "email,notes,reason,source\nana@acme.example," + strings.Repeat("x", 4097) + ",asked us,card\n"},
		{"a time zone that there is not", "email;timezone;reason;source\nana@acme.example;Europe/Madird;asked us;card\n"},
		{"a country that there is not", "email\tcountry\treason\tsource\nana@acme.example\tGrmany\tasked us\tcard\n"},
		{"a stray quote", "email,first_name,reason,source\nana@acme.example,An\"a,asked us,card\n"},
		{"a quote that isn't closed", "email,first_name,reason,source\nana@acme.example,\"Ana,asked us,card\n"},
		{"no reason and no source", "email\nana@acme.example\n"},
	} {
		rows, problems := prospects.Read("people.csv", []byte(fault.src), prospects.Defaults{})
		if len(problems) == 0 || fault.name != "the same address twice" && len(rows) > 0 {
			t.Errorf("%s: %d rows, %v", fault.name, len(rows), problems)
		}
		got.WriteString("# " + fault.name + "\n")
		for _, p := range problems {
			got.WriteString(p.String() + "\n")
			if p.Excerpt != "" {
				got.WriteString(p.Excerpt + "\n")
			}
		}
		got.WriteString("\n")
	}
	const file = "testdata/faults.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
