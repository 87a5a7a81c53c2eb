package replies

import "strings"

// phrasebook finds which of thousands of phrases stand in a text, in one pass:
// the first three bytes of each phrase are a bit in a table that hardly any
// place in a text hits. Phrases are kept in lists, told apart by their number.
type phrasebook struct {
	bits  [1 << 10]uint64
	index map[[3]byte][]phrase
}

type phrase struct {
	text string
	list int
}

// newPhrasebook takes lists of phrases, each separated by "|", all of at least
// three bytes.
func newPhrasebook(lists ...string) *phrasebook {
	b := &phrasebook{index: map[[3]byte][]phrase{}}
	for n, list := range lists {
		for _, p := range strings.Split(list, "|") {
			if len(p) < 3 {
				continue
			}
			key := [3]byte{p[0], p[1], p[2]}
			h := hash3(p[0], p[1], p[2])
			b.bits[h>>6] |= 1 << (h & 63)
			b.index[key] = append(b.index[key], phrase{p, n})
		}
	}
	return b
}

func hash3(a, b, c byte) uint16 {
	return uint16(a)*961 ^ uint16(b)*3163 ^ uint16(c)*257
}

// each calls f for every phrase that stands in text, in the order of the text,
// until f gives false.
func (b *phrasebook) each(text string, f func(phrase) bool) {
	for i := 0; i+3 <= len(text); i++ {
		h := hash3(text[i], text[i+1], text[i+2])
		if b.bits[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, p := range b.index[[3]byte{text[i], text[i+1], text[i+2]}] {
			if strings.HasPrefix(text[i:], p.text) && !f(p) {
				return
			}
		}
	}
}

// in says whether any phrase stands in text.
func (b *phrasebook) in(text string) bool {
	found := false
	b.each(text, func(phrase) bool { found = true; return false })
	return found
}
