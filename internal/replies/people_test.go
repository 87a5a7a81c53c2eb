package replies

import (
	"fmt"
	"net/mail"
	"os"
	"strings"
	"testing"
)

// Who is named instead of the writer, one case a line of testdata/people.txt.
func TestPeople(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/people.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		t.Run(fmt.Sprintf("line %d", n+1), func(t *testing.T) {
			t.Parallel()
			part := strings.SplitN(line, "|", 5)
			body := strings.ReplaceAll(part[4], " / ", "\n")
			in := &input{NewText: body, Kind: KindReply, Context: Context{Own: []string{"mara@kestrel.example"}}}
			in.Header.From = []mail.Address{{Name: "Sam Miller", Address: "sam@mill.example"}}
			in.Header.To = []mail.Address{{Name: "Mara Voss", Address: "mara@kestrel.example"}}
			if cc, ok := strings.CutPrefix(part[3], "cc "); ok {
				a, err := mail.ParseAddress(cc)
				if err != nil {
					t.Fatal(err)
				}
				in.Header.Cc = []mail.Address{*a}
			} else {
				in.Signature = strings.ReplaceAll(part[3], " / ", "\n")
			}
			got := "-|"
			if c, _ := findContact(in, parse(body)); c != nil {
				got = c.Name + "|" + c.Email
			}
			if want := part[1] + "|" + part[2]; got != want {
				t.Errorf("%s %q: got %q, want %q", part[0], part[4], got, want)
			}
		})
	}
}
