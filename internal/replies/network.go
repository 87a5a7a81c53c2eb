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

// head is how many bytes of a file a network takes for all but the rows.
func (s shape) head() int { return 2*8 + 4*s.heads()*(1+s.classes) }

// size is how many bytes so many networks take in a file.
func (s shape) size(networks int) int { return networks * (s.head() + modelBuckets*s.row()) }

// mostRow bounds the row of a network.
const mostRow = 32

// network holds the weights of a small network over hashed features.
type network struct {
	shape
	direct, inner float64   // scales of the stored weights of classes and units
	bias          []float32 // of each head
	out           []float32 // head*classes + class
	rows          []byte    // bucket*stride + class, then unit: each a signed number
	stride        int
}

// readNetworks reads networks from a file of the right size. Of each bucket their
// rows stand side by side: they are asked one after the other, and most of the
// time that they take is the way to the first of these rows.
func readNetworks(s shape, b []byte) []*network {
	all := make([]*network, len(b)/s.size(1))
	for k := range all {
		n := &network{shape: s, bias: make([]float32, s.heads()), out: make([]float32, s.heads()*s.classes), stride: len(all) * s.row()}
		n.direct = math.Float64frombits(binary.LittleEndian.Uint64(b))
		n.inner = math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))
		b = b[16:]
		for _, list := range [][]float32{n.bias, n.out} {
			for i := range list {
				list[i] = math.Float32frombits(binary.LittleEndian.Uint32(b))
				b = b[4:]
			}
		}
		all[k] = n
	}
	for k, n := range all {
		n.rows = b[k*s.row():] // where they are: they are many
	}
	return all
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
	var sums [mostRow]int32
	for rest := features; len(rest) > 0; {
		some := rest[:min(len(rest), mostLanes)]
		n.sumLanes(some, &sums)
		rest = rest[len(some):]
	}
	norm := evenness(features)
	for i, x := range sums[:n.row()] {
		if i < n.classes {
			into[i] = float64(x) * n.direct * norm
		} else {
			into[i] = float64(x) * n.inner * norm
		}
	}
}

// mostLanes is how many weights a lane of 16 bits has room for.
const mostLanes = 256

// sumLanes adds the weights of at most mostLanes features to sums: eight bytes at
// once, the even and the odd ones in lanes of 16 bits each, and what is left one
// by one. Adding 128 to a weight makes it a byte without a sign.
func (n *network) sumLanes(features []uint32, sums *[mostRow]int32) {
	const (
		sign = 0x8080808080808080
		even = 0x00ff00ff00ff00ff
	)
	var lanes [mostRow / 8][2]uint64
	size := n.row()
	words := size / 8
	for _, f := range features {
		row := n.rows[int(f)*n.stride:][:size]
		for k := range lanes[:words] {
			x := binary.LittleEndian.Uint64(row[8*k:]) ^ sign
			lanes[k][0] += x & even
			lanes[k][1] += x >> 8 & even
		}
		for i, w := range row[8*words:] {
			sums[8*words+i] += int32(int8(w))
		}
	}
	for i := range sums[:8*words] {
		sums[i] += int32(lanes[i/8][i%2]>>(16*(i%8/2))&0xffff) - 128*int32(len(features))
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
