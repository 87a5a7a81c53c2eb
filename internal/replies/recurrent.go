package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"slices"
)

// The networks of model see which words a text has and hardly in which order
// they stand. A recurrent network reads it word by word, forwards and backwards
// (gated recurrent units), and so learns what stands under a "not" and what
// comes after a "but". It is slower, and is asked only where the others are in
// doubt.

const (
	orderBuckets = 1 << 16
	orderWidth   = 32 // numbers that stand for a word
	orderUnits   = 32 // of each direction
	orderGates   = 3 * orderUnits
	orderHeads   = 4 * orderUnits   // both directions: the most over the words, and the mean
	orderClasses = modelClasses + 1 // the intents, and a machine
	orderNets    = 2                // networks, which differ in the chance that they began with
)

// maxOrdered bounds the words that are read.
const maxOrdered = 100

// recurrent holds the weights of one network.
type recurrent struct {
	encoder
	out  []float32
	bias []float32 // of the classes
}

// encoder reads a text word by word, forwards and backwards.
type encoder struct {
	scale float32 // of the stored rows
	rows  []byte  // bucket*orderWidth: each a signed number
	cells [2]cell // forwards and backwards
}

// states are what an encoder knows at each word: by direction and place.
type states [2][][orderUnits]float32

// cell is what reads in one direction. The gates stand in the order reset,
// update, candidate.
type cell struct {
	in        []float32 // input*orderGates + gate
	again     []float32 // unit*orderGates + gate: what it makes of what it knows
	bias      []float32
	biasAgain []float32 // of the candidate, under the reset gate
}

// Sizes in the file: of an encoder's cells, and of a network.
const (
	cellBytes  = 4 * 2 * (orderWidth*orderGates + orderUnits*orderGates + orderGates + orderUnits)
	orderBytes = 4 + orderBuckets*orderWidth + cellBytes + 4*(orderHeads*orderClasses+orderClasses)
)

//go:embed order.bin
var orderFile []byte

// readRecurrent reads weights; of a file of another size it makes none, and then
// the other networks decide alone.
func readRecurrent(b []byte) []recurrent {
	if len(b) != orderNets*orderBytes {
		return nil
	}
	nets := make([]recurrent, orderNets)
	for i := range nets {
		nets[i].read(b[i*orderBytes : (i+1)*orderBytes])
	}
	return nets
}

func (n *recurrent) read(b []byte) {
	b = n.encoder.load(b, orderBuckets)
	for _, part := range n.heads() {
		b = part.load(b)
	}
}

// load reads the weights of an encoder of so many buckets, and returns what
// stands behind them.
func (e *encoder) load(b []byte, buckets int) []byte {
	e.scale = math.Float32frombits(binary.LittleEndian.Uint32(b))
	e.rows, b = b[4:4+buckets*orderWidth], b[4+buckets*orderWidth:]
	for _, part := range e.matrices() {
		b = part.load(b)
	}
	return b
}

// matrix is one matrix or vector of a network.
type matrix struct {
	of   *[]float32
	size int
}

// load reads its numbers, and returns what stands behind them.
func (m matrix) load(b []byte) []byte {
	*m.of = make([]float32, m.size)
	for i := range *m.of {
		(*m.of)[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return b[4*m.size:]
}

// matrices are the weights but the rows of words, in the order of the file.
func (e *encoder) matrices() []matrix {
	var all []matrix
	for i := range e.cells {
		c := &e.cells[i]
		all = append(all, matrix{&c.in, orderWidth * orderGates}, matrix{&c.again, orderUnits * orderGates},
			matrix{&c.bias, orderGates}, matrix{&c.biasAgain, orderUnits})
	}
	return all
}

// heads are the weights behind the encoder, in the order of the file.
func (n *recurrent) heads() []matrix {
	return []matrix{{&n.out, orderHeads * orderClasses}, {&n.bias, orderClasses}}
}

// states reads a text.
func (e *encoder) states(words []orderedWord) states {
	in := make([]float32, len(words)*orderWidth)
	for i, word := range words {
		x := (*[orderWidth]float32)(in[i*orderWidth:])
		sumShown(x, e.rows, word.shows)
		norm := e.scale * float32(evenness(word.shows))
		for k := range x {
			x[k] *= norm
		}
	}
	var all states
	for d := range e.cells {
		all[d] = make([][orderUnits]float32, len(words))
		var known [orderUnits]float32
		for i := range words {
			at := placeOf(d, i, len(words))
			e.cells[d].step(in[at*orderWidth:(at+1)*orderWidth], &known, nil)
			all[d][at] = known
		}
	}
	return all
}

// placeOf is the place of the i-th of n words that a direction reads.
func placeOf(direction, i, n int) int {
	if direction == 1 {
		return n - 1 - i
	}
	return i
}

// tops are the most that each unit says in a text.
func (s *states) tops() (top [2 * orderUnits]float32) {
	for d := range s {
		most := (*[orderUnits]float32)(top[d*orderUnits:])
		for i := range s[d] {
			if i == 0 {
				*most = s[d][0]
			}
			for u, h := range s[d][i] {
				most[u] = max(most[u], h) // without a branch, unlike a comparison
			}
		}
	}
	return top
}

// pooled are the most and the mean that each unit says.
func (s *states) pooled() (heads [orderHeads]float32) {
	top := s.tops()
	copy(heads[:], top[:])
	for d := range s {
		mean, share := (*[orderUnits]float32)(heads[(2+d)*orderUnits:]), 1/float32(len(s[d]))
		for i := range s[d] {
			for u, h := range s[d][i] {
				mean[u] += h * share
			}
		}
	}
	return heads
}

// chances are how likely each intent is to a text, and last a machine.
func (n *recurrent) chances(words []orderedWord) [orderClasses]float64 {
	said := n.states(words)
	heads := said.pooled()
	return n.weigh(&heads)
}

// weigh turns what the units say into chances.
func (n *recurrent) weigh(heads *[orderHeads]float32) [orderClasses]float64 {
	var score [orderClasses]float64
	for c := range score {
		score[c] = float64(n.bias[c])
	}
	for k, h := range heads {
		for c := range score {
			score[c] += float64(h * n.out[k*orderClasses+c])
		}
	}
	softmax(score[:])
	return score
}

// gates is what a cell did at one word, kept while it is learned.
type gates struct {
	before, reset, update, candidate, under [orderUnits]float32
}

// step takes one word in.
func (c *cell) step(x []float32, known *[orderUnits]float32, kept *gates) {
	var in, again [orderGates]float32
	copy(in[:], c.bias)
	copy(again[2*orderUnits:], c.biasAgain)
	addRows(&in, c.in, x)
	addRows(&again, c.again, known[:])
	if kept == nil {
		passGates(known, &in, &again)
		return
	}
	kept.before = *known
	passGatesGo(known, &in, &again, kept)
}

// tanh is within 1e-4 of the hyperbolic tangent (a continued fraction), and many
// times faster than the exact one.
func tanh(x float32) float32 {
	switch {
	case x > 4.9:
		return 1
	case x < -4.9:
		return -1
	}
	s := x * x
	return x * (135135 + s*(17325+s*(378+s))) / (135135 + s*(62370+s*(3150+s*28)))
}

func sigmoid(x float32) float32 { return 0.5 + 0.5*tanh(x/2) }

// orderedWord is a word as the networks see it: the buckets of what it shows.
// The first of them are of the word itself and its parts, the others of what it
// stands for.
type orderedWord struct {
	shows []uint32
	own   int
}

// stands are the buckets of what the word stands for.
func (w orderedWord) stands() []uint32 { return w.shows[w.own:] }

// inOrder is the text word by word, and at the end of a sentence its mark and,
// if ruled, the rules that fired in it.
func (a *argument) inOrder(ruled bool) []orderedWord {
	stands := a.prose.spokenConcepts()
	words := make([]orderedWord, 0, min(len(a.prose.tokens)+len(a.prose.sentences), maxOrdered))
	for i, s := range a.prose.sentences {
		for at := s.from; at < s.to && len(words) < maxOrdered; at++ {
			words = append(words, wordInOrder(a.prose.tokens[at], stands[at]))
		}
		if len(words) == maxOrdered {
			break
		}
		var end featureList
		switch {
		case s.question:
			end.add('?')
		case s.exclaim:
			end.add('!')
		default:
			end.add('.')
		}
		if ruled {
			for topic, hits := range a.hits {
				for _, h := range hits {
					if a.sentenceOf(h) == i {
						end.addHit(topic, h)
					}
				}
			}
		}
		end = distinct(end)
		slices.Sort(end) // the order of a sum changes its last bits
		words = append(words, end.ordered(len(end)))
	}
	return words
}

// wordInOrder is a word with what it stands for.
func wordInOrder(t token, stands []string) orderedWord {
	f := make(featureList, 0, 12)
	if t.kind == numberToken {
		f.add('w', "#")
	} else {
		f.add('w', t.word)
	}
	if t.kind == wordToken {
		padded := "^" + t.word + "$"
		for n := 0; n+4 <= len(padded); n++ {
			f.add('c', padded[n:n+4])
		}
	}
	own := len(f)
	for _, c := range stands {
		f.add('k', c)
	}
	return f.ordered(own)
}

// ordered makes a word of buckets, of which these networks have fewer; the first
// own of them are of the word itself.
func (f featureList) ordered(own int) orderedWord {
	for i := range f {
		f[i] %= orderBuckets
	}
	return orderedWord{f, own}
}
