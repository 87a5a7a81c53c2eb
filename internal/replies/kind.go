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
	evidence   []Evidence
	bounces    []Bounce
}

func (k kindVerdict) because(rule, text string) kindVerdict {
	k.evidence = append(k.evidence, Evidence{Rule: rule, Text: clip(strings.TrimSpace(text), maxQuote)})
	return k
}

// kind decides what sort of mail one is that is no report: what headers tell,
// then the text.
func (m *message) kind() kindVerdict {
	if k, ok := m.machine(); ok {
		return k
	}
	return kindVerdict{kind: KindReply, confidence: 1}
}
