package replies

import "strings"

// message is a mail on its way to a reading.
type message struct {
	tree    *tree
	body    *body
	header  Header
	written written
	context Context
	argued  *argument  // the new text as a person's, once it was asked for
	told    *statement // what the mail's own words tell of a delivery, likewise
}

// kindVerdict is what kind of mail it is, and why.
type kindVerdict struct {
	kind       Kind
	about      About
	confidence float64 // that the kind is right
	doubted    bool    // a person's, but a machine may have written it
	evidence   []Evidence
	bounces    []Bounce
}

func (k kindVerdict) because(rule, text string) kindVerdict {
	k.evidence = append(k.evidence, Evidence{Rule: rule, Text: clip(strings.TrimSpace(text), maxQuote)})
	return k
}
