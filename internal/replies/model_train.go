package replies

import (
	"encoding/binary"
	"math"
	"slices"
	"time"
)

// Example is one labelled text to learn from.
type Example struct {
	Text     string // the new text
	Quoted   string // our own mail
	Subject  string
	Received time.Time
	Intent   Intent
}

// Train learns the weights of the model from labelled texts and returns them as
// the embedded file holds them. The same examples in the same order give the
// same bytes. Intents that the model doesn't know are passed over.
func Train(examples []Example) []byte {
	return fit(prepare(examples)).bytes()
}

// sample is an example as the model sees it.
type sample struct {
	features []uint32
	class    int
}

func prepare(examples []Example) []sample {
	var set []sample
	for _, e := range examples {
		class := -1
		for c, intent := range modelIntents {
			if intent == e.Intent {
				class = c
			}
		}
		if class < 0 {
			continue
		}
		in := &input{NewText: e.Text, QuotedText: e.Quoted, Subject: e.Subject, Received: e.Received, Kind: KindReply}
		a := argue(in, e.Text)
		// Each text counts twice, once without its rules: where rules will be
		// silent, the words alone must tell.
		for _, ruled := range []bool{false, true} {
			f := a.features(ruled)
			slices.Sort(f) // the order of a sum changes its last bits
			set = append(set, sample{f, class})
		}
	}
	return set
}

// learned holds the weights while they are learned.
type learned struct{ weights, squares []float64 }

// fit is softmax regression by AdaGrad with weight decay. The order of the
// samples is shuffled by a fixed rule, so that nothing depends on chance.
func fit(set []sample) *learned {
	const (
		epochs = 15
		rate   = 0.15
		decay  = 1e-5
	)
	l := &learned{weights: make([]float64, modelBuckets*modelClasses), squares: make([]float64, modelBuckets*modelClasses)}
	order := make([]int, len(set))
	for i := range order {
		order[i] = i
	}
	weight := balance(set)
	state := uint64(1)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			state = state*6364136223846793005 + 1442695040888963407
			j := int((state >> 33) % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			l.step(set[i], rate, decay, weight[set[i].class])
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

func (l *learned) step(s sample, rate, decay, weight float64) {
	norm := 1 / math.Sqrt(float64(max(len(s.features), 1)))
	var score [modelClasses]float64
	for _, f := range s.features {
		for c := range score {
			score[c] += l.weights[int(f)*modelClasses+c] * norm
		}
	}
	p := softmax(score)
	for _, f := range s.features {
		for c := range p {
			i := int(f)*modelClasses + c
			g := p[c] * norm
			if c == s.class {
				g -= norm
			}
			g = g*weight + decay*l.weights[i]
			l.squares[i] += g * g
			l.weights[i] -= rate * g / (1e-6 + math.Sqrt(l.squares[i]))
		}
	}
}

// sharpness makes the chances mean what they say: weight decay leaves a model too
// modest. It was fitted on texts that were held out by turns.
const sharpness = 1.25

// bytes stores the weights in one byte each, and their scale before them.
func (l *learned) bytes() []byte {
	top := 0.0
	for _, w := range l.weights {
		top = math.Max(top, math.Abs(w))
	}
	if top == 0 {
		top = 1
	}
	out := make([]byte, 8+len(l.weights))
	binary.LittleEndian.PutUint64(out, math.Float64bits(sharpness*top/127))
	for i, w := range l.weights {
		out[8+i] = byte(int8(math.Round(w / top * 127)))
	}
	return out
}
