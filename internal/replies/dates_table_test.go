package replies

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// blockLanguages are the columns of testdata/dates-table.txt.
var blockLanguages = [...]string{"en", "de", "fr", "es", "it", "pt", "nl"}

// blockFrames are the sentences that a block is set into, by kind, in the order
// of blockLanguages.
var blockFrames = map[string][len(blockLanguages)]string{
	"l": {
		"Please write to me again %s.", "Bitte melden Sie sich %s wieder.", "Merci de me recontacter %s.", "Por favor, vuelva a escribirme %s.",
		"La prego di ricontattarmi %s.", "Por favor, volte a escrever %s.", "Mail me %s nog eens alsjeblieft.",
	},
	"a": {
		"I am away %s.", "Ich bin %s nicht im Büro.", "Je suis absent %s.", "Estaré ausente %s.",
		"Sono assente %s.", "Estarei ausente %s.", "Ik ben %s afwezig.",
	},
	"r": {
		"I will be back in the office %s.", "Ich bin %s wieder im Büro.", "Je serai de retour au bureau %s.", "Estaré de vuelta en la oficina %s.",
		"Sarò di nuovo in ufficio %s.", "Estarei de volta ao escritório %s.", "Ik ben %s weer op kantoor.",
	},
}

// Whatever can be said of a date is understood in each language.
func TestDateBlocks(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile("testdata/dates-table.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(table), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "|")
		if len(part) != 3+len(blockLanguages) {
			t.Fatalf("line %d: has %d fields", n+1, len(part))
		}
		tolerance, err := strconv.Atoi(part[2])
		if err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		for i, language := range blockLanguages {
			if strings.HasPrefix(part[3+i], "!") {
				continue // not understood yet
			}
			offset := 1.0
			if language == "en" {
				offset = 0
			}
			c := dateCase{line: n + 1, received: wednesday(offset), language: language, kind: part[0], want: part[1], tolerance: tolerance,
				text: fmt.Sprintf(blockFrames[part[0]][i], part[3+i])}
			if c.kind == "r" {
				c.kind = "a"
			}
			t.Run(fmt.Sprintf("line %d %s", c.line, language), func(t *testing.T) {
				t.Parallel()
				if wrong := c.wrong(c.read()); wrong != "" {
					t.Errorf("%s %q: %s", language, c.text, wrong)
				}
			})
		}
	}
}
