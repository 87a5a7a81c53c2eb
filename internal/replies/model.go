package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"slices"
	"sync"
)

// The model is a few small networks that are asked together, over hashed words,
// parts of words, concepts, the rules that fired and what they came to: it has
// learned which of them to believe beside which words. Each network adds up
// weights of what it sees, as a logistic regression does, and has a few units
// besides that look at the whole text and at each sentence alone, of which the
// sentence that stirs a unit most counts: often one sentence decides. See judge
// for what is made of the model's opinion.

// modelIntents are its classes, in the order of the weights.
var modelIntents = []Intent{
	IntentOptOut, IntentMeeting, IntentInterested, IntentQuestion, IntentLater,
	IntentReferral, IntentWrongPerson, IntentNotInterested, IntentUnclear,
}

const (
	modelBuckets = 1 << 16
	modelClasses = 9
	modelNets    = 3  // networks, which differ in the chance that they began with
	modelUnits   = 16 // of each network, once for the whole text and once for its sentences
	modelRow     = modelClasses + modelUnits
	modelHeads   = 2 * modelUnits // what the units of both say
)

// network holds the weights of one network.
type network struct {
	direct, inner float64 // scales of the stored weights of classes and units
	bias          [modelHeads]float32
	out           [modelHeads][modelClasses]float32
	rows          []int8 // bucket*modelRow + class, then unit
}

// netBytes is the size of a network in the file.
const netBytes = 2*8 + 4*modelHeads + 4*modelHeads*modelClasses + modelBuckets*modelRow

// model is the networks that are asked together, and those that are asked
// where they are in doubt.
type model struct {
	networks []network
	readers  []recurrent
}

//go:embed model.bin
var modelFile []byte

// trained reads the embedded weights; a file of another size is no model, and
// then the rules decide alone.
var trained = sync.OnceValue(func() *model { return readModel(modelFile, orderFile) })

func readModel(b, readers []byte) *model {
	if len(b) != modelNets*netBytes {
		return nil
	}
	m := &model{make([]network, modelNets), readRecurrent(readers)}
	for i := range m.networks {
		m.networks[i].read(b[i*netBytes : (i+1)*netBytes])
	}
	return m
}

func (n *network) read(b []byte) {
	next := func() float32 {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return x
	}
	n.direct = math.Float64frombits(binary.LittleEndian.Uint64(b))
	n.inner = math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))
	b = b[16:]
	for i := range n.bias {
		n.bias[i] = next()
	}
	for i := range n.out {
		for c := range n.out[i] {
			n.out[i][c] = next()
		}
	}
	n.rows = make([]int8, len(b))
	for i, w := range b {
		n.rows[i] = int8(w)
	}
}

// sure is the chance of an intent from which the readers aren't asked: they
// cost ten times as much, and would change nothing.
const sure = 0.95

// opinionOn returns how likely each intent is.
func (m *model) opinionOn(a *argument) opinion {
	o := m.glance(*a.sight())
	if len(m.readers) == 0 || slices.Max(o[:]) >= sure {
		return o
	}
	words := a.inOrder(true)
	for c := range o {
		o[c] /= 2
	}
	for i := range m.readers {
		for c, p := range m.readers[i].chances(words) {
			o[c] += p / float64(2*len(m.readers))
		}
	}
	return o
}

// glance returns how likely each intent is by what is seen at a glance.
func (m *model) glance(s sight) opinion {
	var o opinion
	for i := range m.networks {
		for c, p := range m.networks[i].chances(s) {
			o[c] += p / modelNets
		}
	}
	return o
}

func (n *network) chances(s sight) [modelClasses]float64 {
	classes, units := n.sum(s.whole)
	var heads [modelHeads]float64
	for u, x := range units {
		heads[u] = math.Tanh(x + float64(n.bias[u]))
	}
	for i, sentence := range s.sentences {
		_, units := n.sum(sentence)
		for u, x := range units {
			u += modelUnits
			if h := math.Tanh(x + float64(n.bias[u])); i == 0 || h > heads[u] {
				heads[u] = h
			}
		}
	}
	for u, h := range heads {
		for c, w := range n.out[u] {
			classes[c] += h * float64(w)
		}
	}
	return softmax(classes)
}

// sum adds up the weights of features.
func (n *network) sum(features []uint32) (classes [modelClasses]float64, units [modelUnits]float64) {
	var sums [modelRow]int32
	for _, f := range features {
		row := n.rows[f*modelRow : f*modelRow+modelRow]
		for i, w := range row {
			sums[i] += int32(w)
		}
	}
	norm := evenness(features)
	for i, x := range sums {
		if i < modelClasses {
			classes[i] = float64(x) * n.direct * norm
		} else {
			units[i-modelClasses] = float64(x) * n.inner * norm
		}
	}
	return classes, units
}

// evenness keeps a long text from shouting a short one down.
func evenness(features []uint32) float64 { return 1 / math.Sqrt(float64(max(len(features), 1))) }

func softmax(score [modelClasses]float64) [modelClasses]float64 {
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
	return score
}
