package engine

import (
	"fmt"

	"followupd/internal/ledger"
	"followupd/sequences"
	"followupd/templates"
)

// exampleLink is what is wrong with a mail of a live mailbox that has a link to
// an address kept free for examples; "" where nothing is. Whoever has such an
// address themselves gets it: nobody but a test does.
func (b *box) exampleLink(p *sequences.Person, file string, l letter) string {
	if !b.Live || exampleAddress(p) {
		return ""
	}
	for _, text := range []string{l.Text, l.HTML, l.Subject} {
		if links := templates.ExampleLinks(text); len(links) > 0 {
			return fmt.Sprintf("the link %s in %s is an example that leads nowhere (put your own there, or into values.yaml)", links[0], file)
		}
	}
	return ""
}

func exampleAddress(p *sequences.Person) bool {
	return len(p.Addresses) > 0 && templates.IsExample("//"+ledger.Domain(p.Addresses[0]))
}
