package replies

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"
	"time"
)

// Example is one labelled text to learn from.
type Example struct {
	Text     string // the new text
	Quoted   string // our own mail
	Subject  string
	Received time.Time
	Intent   Intent
	Signals  []Signal // nil where nobody has said which there are
}

// argue takes the text apart as a reply that came in.
func (e Example) argue() *argument {
	return argue(&input{NewText: e.Text, QuotedText: e.Quoted, Subject: e.Subject, Received: e.Received, Kind: KindReply}, e.Text)
}

// Train learns the weights of the model from labelled texts and returns them as
// the embedded file holds them. The same examples in the same order give the
// same bytes on the same kind of processor. Intents that the model doesn't know
// are passed over.
func Train(examples []Example) []byte {
	set := prepare(examples)
	nets := make([][]byte, modelNets)
	var wg sync.WaitGroup
	for i := range nets {
		wg.Go(func() { nets[i] = fit(set, uint64(i+1)).bytes() })
	}
	wg.Wait()
	return slices.Concat(nets...)
}

// sample is an example as the model sees it.
type sample struct {
	sight
	class int
}

func prepare(examples []Example) []sample {
	var set []sample
	for _, e := range examples {
		class := slices.Index(modelIntents, e.Intent)
		if class < 0 {
			continue
		}
		a := e.argue()
		// Each text counts twice, once without its rules: where rules will be
		// silent, the words alone must tell.
		for _, ruled := range []bool{false, true} {
			s := a.look(ruled)
			slices.Sort(s.whole) // the order of a sum changes its last bits
			for _, f := range s.sentences {
				slices.Sort(f)
			}
			set = append(set, sample{s, class})
		}
	}
	return set
}

// chance is a source of numbers that are the same each time (Knuth's linear
// congruential generator), so that nothing depends on luck.
type chance uint64

func (c *chance) next() uint64 {
	*c = *c*6364136223846793005 + 1442695040888963407
	return uint64(*c >> 11)
}

// around is a number between -1 and 1.
func (c *chance) around() float64 { return float64(c.next())/(1<<52) - 1 }

func (c *chance) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(c.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// weights are numbers while they are learned, with the sums of the squares of
// their gradients (AdaGrad).
type weights struct{ value, squares []float64 }

func newWeights(n int) weights { return weights{make([]float64, n), make([]float64, n)} }

func (w weights) learn(i int, gradient float64) {
	const rate, decay = 0.15, 1e-5
	gradient += decay * w.value[i]
	w.squares[i] += gradient * gradient
	w.value[i] -= rate * gradient / (1e-6 + math.Sqrt(w.squares[i]))
}

// learner is a network while it is learned.
type learner struct{ direct, inner, out, bias weights }

// fit learns one network by backpropagation; seed is where its chance begins.
func fit(set []sample, seed uint64) *learner {
	const epochs = 3
	l := &learner{
		direct: newWeights(modelBuckets * modelClasses), inner: newWeights(modelBuckets * modelUnits),
		out: newWeights(modelHeads * modelClasses), bias: newWeights(modelHeads),
	}
	luck := chance(seed)
	for i := range l.inner.value {
		l.inner.value[i] = luck.around() / 2
	}
	for i := range l.out.value {
		l.out.value[i] = luck.around() / 3
	}
	order := make([]int, len(set))
	for i := range order {
		order[i] = i
	}
	weight := balance(set)
	for range epochs {
		luck.shuffle(order)
		for _, i := range order {
			l.step(&set[i], weight[set[i].class])
		}
	}
	return l
}

// balance weighs the classes so that what was written most isn't guessed most.
func balance(set []sample) [modelClasses]float64 {
	var n, weight [modelClasses]float64
	for _, s := range set {
		n[s.class]++
	}
	for c := range weight {
		weight[c] = math.Sqrt(float64(len(set)) / modelClasses / math.Max(n[c], 1))
	}
	return weight
}

// thought is what a network makes of a sample.
type thought struct {
	classes [modelClasses]float64 // before softmax
	heads   [modelHeads]float64
	stirred [modelUnits]int // the sentence that stirs a unit most
}

func (l *learner) think(s *sample) *thought {
	t := &thought{}
	norm := evenness(s.whole)
	for _, f := range s.whole {
		for c, w := range l.direct.value[int(f)*modelClasses:][:modelClasses] {
			t.classes[c] += w * norm
		}
	}
	whole := l.units(s.whole, 0)
	copy(t.heads[:], whole[:])
	for i, sentence := range s.sentences {
		for u, h := range l.units(sentence, modelUnits) {
			if i == 0 || h > t.heads[modelUnits+u] {
				t.heads[modelUnits+u], t.stirred[u] = h, i
			}
		}
	}
	for u, h := range t.heads {
		for c, w := range l.out.value[u*modelClasses:][:modelClasses] {
			t.classes[c] += h * w
		}
	}
	return t
}

// units is what the units say of features; first is where their biases begin.
func (l *learner) units(features []uint32, first int) [modelUnits]float64 {
	var sum [modelUnits]float64
	for _, f := range features {
		for u, w := range l.inner.value[int(f)*modelUnits:][:modelUnits] {
			sum[u] += w
		}
	}
	norm := evenness(features)
	for u := range sum {
		sum[u] = math.Tanh(sum[u]*norm + l.bias.value[first+u])
	}
	return sum
}

func (l *learner) step(s *sample, weight float64) {
	t := l.think(s)
	miss := softmax(t.classes)
	miss[s.class]--
	for c := range miss {
		miss[c] *= weight
	}
	var back [modelHeads]float64
	for u, h := range t.heads {
		if u >= modelUnits && len(s.sentences) == 0 {
			break
		}
		for c, m := range miss {
			i := u*modelClasses + c
			back[u] += m * l.out.value[i]
			l.out.learn(i, m*h)
		}
		back[u] *= 1 - h*h
		l.bias.learn(u, back[u])
	}
	norm := evenness(s.whole)
	for _, f := range s.whole {
		for c, m := range miss {
			l.direct.learn(int(f)*modelClasses+c, m*norm)
		}
		for u := range modelUnits {
			l.inner.learn(int(f)*modelUnits+u, back[u]*norm)
		}
	}
	for i, sentence := range s.sentences {
		norm := evenness(sentence)
		for u := range modelUnits {
			if t.stirred[u] != i {
				continue
			}
			for _, f := range sentence {
				l.inner.learn(int(f)*modelUnits+u, back[modelUnits+u]*norm)
			}
		}
	}
}

// bytes stores the weights of features in one byte each, and their scales before them.
func (l *learner) bytes() []byte {
	direct, inner := scaleOf(l.direct.value), scaleOf(l.inner.value)
	out := make([]byte, 0, netBytes)
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(direct))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(inner))
	for _, w := range slices.Concat(l.bias.value, l.out.value) {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(w)))
	}
	for b := range modelBuckets {
		for _, w := range l.direct.value[b*modelClasses:][:modelClasses] {
			out = append(out, byte(int8(math.Round(w/direct))))
		}
		for _, w := range l.inner.value[b*modelUnits:][:modelUnits] {
			if l.inner.squares[b*modelUnits] == 0 {
				w = 0 // nothing was learned of it
			}
			out = append(out, byte(int8(math.Round(w/inner))))
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
