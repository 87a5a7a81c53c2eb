package replies

import (
	_ "embed" // the weights are a file of the package
	"strings"
)

// An answer of a few words says little by itself: "No" to "are you covered for the
// winter?" wants more, to "may I call on Thursday?" less. A network of its own reads
// it together with our mail, first ours and then theirs, word by word, and weighs
// what it has read in each of the two.

const (
	briefMost   = 10 // words and signs of an answer that is read so
	askedMost   = 70 // words of ours that are read: its last ones
	briefUnits  = 64 // that weigh ours and theirs together
	briefHeads  = 2 * orderHeads
	briefHidden = orderHeads * briefUnits
	briefNets   = 2 // networks, which differ in the chance that they began with
	briefBytes  = 4 + orderBuckets*orderWidth + cellBytes +
		4*(2*(briefHidden+briefUnits)+(briefHeads+briefUnits)*modelClasses+modelClasses)
)

// briefReader holds the weights of one network.
type briefReader struct {
	encoder
	parts     [2]briefPart // ours, theirs
	out, bias []float32    // of heads, then of units: k*modelClasses + class
}

// briefPart is what a unit makes of one part of an exchange.
type briefPart struct {
	hidden []float32 // head*briefUnits + unit
	bias   []float32
}

//go:embed brief.bin
var briefFile []byte

// readBrief reads weights; of a file of another size it makes no network, and then
// the others decide alone.
func readBrief(b []byte) []briefReader {
	if len(b) != briefNets*briefBytes {
		return nil
	}
	nets := make([]briefReader, briefNets)
	for i := range nets {
		rest := nets[i].encoder.load(b[i*briefBytes:(i+1)*briefBytes], orderBuckets)
		for _, part := range nets[i].heads() {
			rest = part.load(rest)
		}
	}
	return nets
}

// heads are the weights behind the encoder, in the order of the file.
func (n *briefReader) heads() []matrix {
	var all []matrix
	for i := range n.parts {
		all = append(all, matrix{&n.parts[i].hidden, briefHidden}, matrix{&n.parts[i].bias, briefUnits})
	}
	return append(all, matrix{&n.out, (briefHeads + briefUnits) * modelClasses}, matrix{&n.bias, modelClasses})
}

// exchange is our mail and the answer to it as one text: ours, a mark, theirs.
type exchange struct {
	words []orderedWord
	ours  int // how many words of it are ours
}

// split are the states of the two parts.
func (e *exchange) split(s *states) (ours, theirs states) {
	for d := range s {
		ours[d], theirs[d] = s[d][:e.ours], s[d][e.ours+1:]
	}
	return ours, theirs
}

// exchange is nothing where the answer isn't brief, or our mail isn't known.
func (a *argument) exchange(ruled bool) (exchange, bool) {
	if !a.short(briefMost) || len(a.prose.tokens) == 0 || strings.TrimSpace(a.ours()) == "" {
		return exchange{}, false
	}
	q := &argument{prose: a.oursApart()}
	ours := q.inOrder(false)
	if len(ours) == 0 {
		return exchange{}, false
	}
	ours = ours[max(len(ours)-askedMost, 0):]
	var mark featureList
	mark.add('|')
	if v := a.decide(); ruled && v.fromContext() {
		mark.add('|', v.Evidence[len(v.Evidence)-1].Rule, string(v.Intent))
	}
	words := make([]orderedWord, 0, len(ours)+1+briefMost)
	words = append(append(words, ours...), mark.ordered(len(mark)))
	return exchange{append(words, a.inOrder(ruled)...), len(ours)}, true
}

// chances are how likely each intent is.
func (n *briefReader) chances(e exchange) (chances [modelClasses]float64) {
	said := n.states(e.words)
	heads := e.heads(&said)
	ours, theirs := n.made(&heads)
	n.weigh(&heads, product(&ours, &theirs), &chances)
	return chances
}

// heads are what the encoder says of ours, then of theirs.
func (e *exchange) heads(said *states) (heads [briefHeads]float32) {
	ours, theirs := e.split(said)
	for i, s := range [2]states{ours, theirs} {
		pooled := s.pooled()
		copy(heads[i*orderHeads:], pooled[:])
	}
	return heads
}

// made is what each unit makes of ours, and of theirs.
func (n *briefReader) made(heads *[briefHeads]float32) (ours, theirs [briefUnits]float32) {
	for i, units := range [2]*[briefUnits]float32{&ours, &theirs} {
		part := &n.parts[i]
		copy(units[:], part.bias)
		for k, h := range heads[i*orderHeads:][:orderHeads] {
			for u, w := range part.hidden[k*briefUnits:][:briefUnits] {
				units[u] += h * w
			}
		}
		for u := range units {
			units[u] = tanh(units[u])
		}
	}
	return ours, theirs
}

// product is what the units say: what they make of ours turns what they make of theirs.
func product(ours, theirs *[briefUnits]float32) *[briefUnits]float32 {
	var said [briefUnits]float32
	for u := range said {
		said[u] = ours[u] * theirs[u]
	}
	return &said
}

// weigh turns what heads and units say into chances.
func (n *briefReader) weigh(heads *[briefHeads]float32, units *[briefUnits]float32, chances *[modelClasses]float64) {
	for c := range chances {
		chances[c] = float64(n.bias[c])
	}
	for part, said := range [2][]float32{heads[:], units[:]} {
		rows := n.out[part*briefHeads*modelClasses:]
		for k, h := range said {
			for c := range chances {
				chances[c] += float64(h * rows[k*modelClasses+c])
			}
		}
	}
	softmax(chances[:])
}
