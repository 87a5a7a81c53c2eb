package replies

import "strings"

// phrasebook finds which of thousands of phrases stand in a text, in one pass:
// the first three bytes of each phrase are a bit in a table that hardly any
// place in a text hits. Phrases are kept in lists, told apart by their number.
type phrasebook struct {
	bits  [1 << 10]uint64
	slots []slot // a hash table, its length a power of two, at most half full
}

// slot holds the phrases that begin with the three bytes of key.
type slot struct {
	key     uint32
	phrases []phrase
}

type phrase struct {
	text string
	list int
}

// newPhrasebook takes lists of phrases, each separated by "|", all of at least
// three bytes.
func newPhrasebook(lists ...string) *phrasebook {
	b := &phrasebook{}
	n := 0
	for _, list := range lists {
		n += strings.Count(list, "|") + 1
	}
	size := 16
	for size < 2*n {
		size *= 2
	}
	b.slots = make([]slot, size)
	for n, list := range lists {
		for p := range strings.SplitSeq(list, "|") {
			if len(p) < 3 {
				continue
			}
			h := hash3(p[0], p[1], p[2])
			b.bits[h>>6] |= 1 << (h & 63)
			s := b.at(p)
			s.key, s.phrases = key3(p), append(s.phrases, phrase{p, n})
		}
	}
	return b
}

func hash3(a, b, c byte) uint16 {
	return uint16(a)*961 ^ uint16(b)*3163 ^ uint16(c)*257
}

// key3 is the first three bytes of s.
func key3(s string) uint32 { return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 }

// at gives the slot of the phrases that begin as s does, an empty one when
// there are none.
func (b *phrasebook) at(s string) *slot {
	key := key3(s)
	for i := key * 2654435761 >> 7; ; i++ { // Knuth's multiplicative hash
		if s := &b.slots[i&uint32(len(b.slots)-1)]; s.key == key || s.phrases == nil {
			return s
		}
	}
}

// each calls f for every phrase that stands in text, in the order of the text,
// until f gives false.
func (b *phrasebook) each(text string, f func(phrase) bool) {
	b.eachAt(text, func(_ int, p phrase) bool { return f(p) })
}

// eachAt is each with the place of the phrase.
func (b *phrasebook) eachAt(text string, f func(int, phrase) bool) {
	for i := 0; i+3 <= len(text); i++ {
		h := hash3(text[i], text[i+1], text[i+2])
		if b.bits[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, p := range b.at(text[i:]).phrases {
			if strings.HasPrefix(text[i:], p.text) && !f(i, p) {
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
