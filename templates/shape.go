package templates

import (
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// The bounds under which no mail can come out too large, whatever is put in.
const (
	shapedSource = 8 << 10 // bytes of the file
	shapedPrints = 32      // places that print
	shapedValue  = 200     // bytes of what is put into one
)

// Shape says what decides whether a mail with this data has holes: two mails of
// one template that are of the same shape have the same holes. For who asks of
// many thousands; it takes a hundredth of the time that Render does. Where ok is
// false that can't be told from the outside.
func (t *Template) Shape(d Data) (shape string, ok bool) {
	if len(t.src) > shapedSource || len(t.subject.prints)+len(t.body.prints) > shapedPrints {
		return "", false
	}
	key := make([]byte, 0, 64)
	title := len(t.Subject)
	for _, name := range t.named {
		value := d.lookup(name, t.Language)
		switch {
		case value == "":
			key = append(key, '0')
			continue
		case len(value) > shapedValue || !utf8.ValidString(value) || strings.ContainsFunc(value, refusedInSubject):
			return "", false
		case slices.Contains(t.compared, name):
			key = strconv.AppendQuote(key, value)
		default:
			key = append(key, '1')
		}
		if slices.ContainsFunc(t.subject.uses, func(u use) bool { return u.name == name }) {
			title += len(value) * len(t.subject.prints)
		}
	}
	return string(key), title <= maxSubject
}

// shapedBy notes what Shape goes by: the fields that are named at all, and
// those that are compared with something.
func (t *Template) shapedBy() {
	t.named = slices.Clone(t.Needs)
	for _, p := range []*part{t.subject, t.body} {
		for _, u := range p.uses {
			t.named = append(t.named, u.name)
		}
	}
	slices.Sort(t.named)
	t.named = slices.Compact(t.named)
	t.compared = slices.Concat(t.subject.compared, t.body.compared)
	if slices.ContainsFunc(t.compared, func(name string) bool { return !slices.Contains(t.named, name) }) {
		t.compared = t.named // by way of a variable, or of the dot: any of them may be
	}
}

// comparing are the fields of an expression whose values it compares.
func comparing(p *parse.PipeNode, s scope) []string {
	for _, cmd := range p.Cmds {
		if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok && (name.Ident == "eq" || name.Ident == "ne") {
			return fieldsOf(p, s)
		}
	}
	return nil
}
