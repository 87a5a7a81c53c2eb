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
	scale float32 // of the stored rows
	rows  []byte  // bucket*orderWidth: each a signed number
	cells [2]cell // forwards and backwards
	out   []float32
	bias  []float32 // of the classes
}

// cell is what reads in one direction. The gates stand in the order reset,
// update, candidate.
type cell struct {
	in        []float32 // input*orderGates + gate
	again     []float32 // unit*orderGates + gate: what it makes of what it knows
	bias      []float32
	biasAgain []float32 // of the candidate, under the reset gate
}

// orderBytes is the size of a network in the file.
const orderBytes = 4 + orderBuckets*orderWidth + 4*(2*(orderWidth*orderGates+orderUnits*orderGates+orderGates+orderUnits)+orderHeads*orderClasses+orderClasses)

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
	next := func() float32 {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return x
	}
	n.scale = next()
	n.rows, b = b[:orderBuckets*orderWidth], b[orderBuckets*orderWidth:]
	for _, part := range n.matrices() {
		*part.of = make([]float32, part.size)
		for i := range *part.of {
			(*part.of)[i] = next()
		}
	}
}

// matrix is one matrix or vector of a network.
type matrix struct {
	of   *[]float32
	size int
}

// matrices are the weights but the rows of words, in the order of the file.
func (n *recurrent) matrices() []matrix {
	var all []matrix
	for i := range n.cells {
		c := &n.cells[i]
		all = append(all, matrix{&c.in, orderWidth * orderGates}, matrix{&c.again, orderUnits * orderGates},
			matrix{&c.bias, orderGates}, matrix{&c.biasAgain, orderUnits})
	}
	return append(all, matrix{&n.out, orderHeads * orderClasses}, matrix{&n.bias, orderClasses})
}

// chances are how likely each intent is to a text, and last a machine.
func (n *recurrent) chances(words []orderedWord) [orderClasses]float64 {
	in := make([]float32, len(words)*orderWidth)
	for i, word := range words {
		x := in[i*orderWidth : (i+1)*orderWidth]
		for _, f := range word.shows {
			for k, w := range n.rows[f*orderWidth : (f+1)*orderWidth] {
				x[k] += float32(int8(w))
			}
		}
		norm := n.scale * float32(evenness(word.shows))
		for k := range x {
			x[k] *= norm
		}
	}
	var most, mean [2 * orderUnits]float32
	for d := range n.cells {
		var known [orderUnits]float32
		for i := range words {
			at := i
			if d == 1 {
				at = len(words) - 1 - i
			}
			n.cells[d].step(in[at*orderWidth:(at+1)*orderWidth], &known, nil)
			for u, h := range known {
				if k := d*orderUnits + u; i == 0 || h > most[k] {
					most[k] = h
				}
				mean[d*orderUnits+u] += h
			}
		}
	}
	var score [orderClasses]float64
	for c := range score {
		score[c] = float64(n.bias[c])
	}
	for u := range most {
		mean[u] /= float32(max(len(words), 1))
		for c := range score {
			score[c] += float64(most[u]*n.out[u*orderClasses+c] + mean[u]*n.out[(2*orderUnits+u)*orderClasses+c])
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
	for i, v := range x {
		addScaled(&in, c.in[i*orderGates:(i+1)*orderGates], v)
	}
	for i, v := range known {
		addScaled(&again, c.again[i*orderGates:(i+1)*orderGates], v)
	}
	if kept != nil {
		kept.before = *known
	}
	for u := range known {
		r := sigmoid(in[u] + again[u])
		z := sigmoid(in[orderUnits+u] + again[orderUnits+u])
		under := again[2*orderUnits+u]
		n := tanh(in[2*orderUnits+u] + r*under)
		if kept != nil {
			kept.reset[u], kept.update[u], kept.candidate[u], kept.under[u] = r, z, n, under
		}
		known[u] = (1-z)*n + z*known[u]
	}
}

func addScaled(sum *[orderGates]float32, row []float32, by float32) {
	row = row[:orderGates]
	for i := range sum {
		sum[i] += by * row[i]
	}
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
