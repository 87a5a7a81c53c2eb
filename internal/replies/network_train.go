package replies

import (
	"encoding/binary"
	"math"
	"slices"
)

// sample is an example as a network sees it.
type sample struct {
	sight
	class int
}

// weights are numbers while they are learned, with the sums of the squares of
// their gradients (AdaGrad).
type weights struct{ value, squares []float64 }

func newWeights(n int) weights { return weights{make([]float64, n), make([]float64, n)} }

func (w weights) learn(i int, gradient float64, p pace) {
	gradient += p.decay * w.value[i]
	w.squares[i] += gradient * gradient
	w.value[i] -= p.rate * gradient / (1e-6 + math.Sqrt(w.squares[i]))
}

// learner is a network while it is learned.
type learner struct {
	shape
	pace
	direct, inner, out, bias weights
}

// fit learns one network by backpropagation; seed is where its chance begins.
func fit(sh shape, p pace, set []sample, seed uint64) *learner {
	l := &learner{
		shape: sh, pace: p, direct: newWeights(modelBuckets * sh.classes), inner: newWeights(modelBuckets * sh.units),
		out: newWeights(sh.heads() * sh.classes), bias: newWeights(sh.heads()),
	}
	luck := chance(seed)
	for i := range l.inner.value {
		l.inner.value[i] = luck.around() / 2
	}
	for i := range l.out.value {
		l.out.value[i] = luck.around() / 3
	}
	weight := balance(sh.classes, set, func(s *sample) int { return s.class })
	for order := range luck.epochs(len(set), p.epochs) {
		for _, i := range order {
			l.step(&set[i], weight[i])
		}
	}
	return l
}

// thought is what a network makes of a sample.
type thought struct {
	classes []float64 // before softmax
	heads   []float64
	stirred []int // the sentence that stirs a unit most
}

func (l *learner) think(s *sample) *thought {
	t := &thought{classes: make([]float64, l.classes), heads: make([]float64, l.heads()), stirred: make([]int, l.units)}
	norm := evenness(s.whole)
	for _, f := range s.whole {
		for c, w := range l.direct.value[int(f)*l.classes:][:l.classes] {
			t.classes[c] += w * norm
		}
	}
	l.stir(s.whole, 0, t.heads[:l.units])
	alone := make([]float64, l.units)
	for i, sentence := range s.sentences {
		l.stir(sentence, l.units, alone)
		for u, h := range alone {
			if i == 0 || h > t.heads[l.units+u] {
				t.heads[l.units+u], t.stirred[u] = h, i
			}
		}
	}
	for u, h := range t.heads {
		for c, w := range l.out.value[u*l.classes:][:l.classes] {
			t.classes[c] += h * w
		}
	}
	return t
}

// stir puts down what the units say of features; first is where their biases begin.
func (l *learner) stir(features []uint32, first int, said []float64) {
	clear(said)
	for _, f := range features {
		for u, w := range l.inner.value[int(f)*l.units:][:l.units] {
			said[u] += w
		}
	}
	norm := evenness(features)
	for u := range said {
		said[u] = math.Tanh(said[u]*norm + l.bias.value[first+u])
	}
}

func (l *learner) step(s *sample, weight float64) {
	t := l.think(s)
	miss := t.classes
	softmax(miss)
	miss[s.class]--
	for c := range miss {
		miss[c] *= weight
	}
	back := make([]float64, l.heads())
	for u, h := range t.heads {
		if u >= l.units && len(s.sentences) == 0 {
			break
		}
		for c, m := range miss {
			i := u*l.classes + c
			back[u] += m * l.out.value[i]
			l.out.learn(i, m*h, l.pace)
		}
		back[u] *= 1 - h*h
		l.bias.learn(u, back[u], l.pace)
	}
	norm := evenness(s.whole)
	for _, f := range s.whole {
		for c, m := range miss {
			l.direct.learn(int(f)*l.classes+c, m*norm, l.pace)
		}
		for u := range l.units {
			l.inner.learn(int(f)*l.units+u, back[u]*norm, l.pace)
		}
	}
	for i, sentence := range s.sentences {
		norm := evenness(sentence)
		for u := range l.units {
			if t.stirred[u] != i {
				continue
			}
			for _, f := range sentence {
				l.inner.learn(int(f)*l.units+u, back[l.units+u]*norm, l.pace)
			}
		}
	}
}

// bytes stores the weights of features in one byte each, and their scales before them.
func (l *learner) bytes() []byte {
	direct, inner := scaleOf(l.direct.value), scaleOf(l.inner.value)
	out := make([]byte, 0, l.size(1))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(direct))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(inner))
	for _, w := range slices.Concat(l.bias.value, l.out.value) {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(w)))
	}
	for b := range modelBuckets {
		for _, w := range l.direct.value[b*l.classes:][:l.classes] {
			out = append(out, byte(int8(math.Round(w/direct))))
		}
		for _, w := range l.inner.value[b*l.units:][:l.units] {
			if l.inner.squares[b*l.units] == 0 {
				w = 0 // nothing was learned of it
			}
			out = append(out, byte(int8(math.Round(w/inner))))
		}
	}
	return out
}

// sideBySide makes one file of the files of single networks, as readNetworks reads it.
func (s shape) sideBySide(nets [][]byte) []byte {
	out := make([]byte, 0, s.size(len(nets)))
	for _, n := range nets {
		out = append(out, n[:s.head()]...)
	}
	for at := s.head(); at < s.size(1); at += s.row() {
		for _, n := range nets {
			out = append(out, n[at:at+s.row()]...)
		}
	}
	return out
}

// scaleOf is the worth of one step of a stored weight.
func scaleOf(values []float64) float64 {
	top := 0.0
	for _, w := range values {
		top = math.Max(top, math.Abs(w))
	}
	if top == 0 {
		return 1
	}
	return top / math.MaxInt8
}
