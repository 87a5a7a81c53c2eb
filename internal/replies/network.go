package replies

import (
	"encoding/binary"
	"math"
)

// shape is how large a network is: its classes, and its units, each once for the
// whole text and once for its sentences. Without units it is a softmax regression.
type shape struct{ classes, units int }

// heads is how many opinions of units there are.
func (s shape) heads() int { return 2 * s.units }

// row is how many weights a bucket has: one for each class, then one for each unit.
func (s shape) row() int { return s.classes + s.units }

// size is how many bytes a network takes in its file.
func (s shape) size() int {
	return 2*8 + 4*s.heads()*(1+s.classes) + modelBuckets*s.row()
}

// mostRow bounds the row of a network.
const mostRow = 32

// network holds the weights of a small network over hashed features.
type network struct {
	shape
	direct, inner float64   // scales of the stored weights of classes and units
	bias          []float32 // of each head
	out           []float32 // head*classes + class
	rows          []byte    // bucket*row + class, then unit: each a signed number
}

// readNetwork reads a network from a file of the right size.
func readNetwork(s shape, b []byte) *network {
	n := &network{shape: s, bias: make([]float32, s.heads()), out: make([]float32, s.heads()*s.classes)}
	n.direct = math.Float64frombits(binary.LittleEndian.Uint64(b))
	n.inner = math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))
	b = b[16:]
	for _, list := range [][]float32{n.bias, n.out} {
		for i := range list {
			list[i] = math.Float32frombits(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
	}
	n.rows = b // where they are: they are many
	return n
}

// chances are how likely each class is.
func (n *network) chances(s sight) []float64 {
	sums := make([]float64, n.row())
	n.sum(s.whole, sums)
	heads := make([]float64, n.heads())
	for u, x := range sums[n.classes:] {
		heads[u] = math.Tanh(x + float64(n.bias[u]))
	}
	classes := sums[:n.classes]
	if n.units > 0 {
		alone := make([]float64, n.row())
		for i, sentence := range s.sentences {
			n.sum(sentence, alone)
			for u, x := range alone[n.classes:] {
				u += n.units
				if h := math.Tanh(x + float64(n.bias[u])); i == 0 || h > heads[u] {
					heads[u] = h
				}
			}
		}
	}
	for u, h := range heads {
		for c, w := range n.out[u*n.classes:][:n.classes] {
			classes[c] += h * float64(w)
		}
	}
	softmax(classes)
	return classes
}

// sum adds up the weights of features for each class and unit.
func (n *network) sum(features []uint32, into []float64) {
	var all [mostRow]int32
	size := n.row()
	sums := all[:size]
	for _, f := range features {
		row := n.rows[int(f)*size:][:len(sums)]
		for i, w := range row {
			sums[i] += int32(int8(w))
		}
	}
	norm := evenness(features)
	for i, x := range sums {
		if i < n.classes {
			into[i] = float64(x) * n.direct * norm
		} else {
			into[i] = float64(x) * n.inner * norm
		}
	}
}

// evenness keeps a long text from shouting a short one down.
func evenness(features []uint32) float64 { return 1 / math.Sqrt(float64(max(len(features), 1))) }

// softmax makes chances of scores.
func softmax(score []float64) {
	top := math.Inf(-1)
	for _, x := range score {
		top = max(top, x)
	}
	sum := 0.0
	for c := range score {
		score[c] = math.Exp(score[c] - top)
		sum += score[c]
	}
	for c := range score {
		score[c] /= sum
	}
}
