package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"slices"
	"sync"
)

// The model is a logistic regression over hashed words, parts of words, the
// rules that fired and what they came to: it has learned which of them to
// believe beside which words. See judge for what is made of its opinion.

// modelIntents are its classes, in the order of the weights.
var modelIntents = []Intent{
	IntentOptOut, IntentMeeting, IntentInterested, IntentQuestion, IntentLater,
	IntentReferral, IntentWrongPerson, IntentNotInterested, IntentUnclear,
}

const (
	modelBuckets = 1 << 18
	modelClasses = 9
)

// model holds a weight for each bucket and class.
type model struct {
	scale   float64 // of the stored weights
	weights []int8  // bucket*modelClasses + class
}

//go:embed model.bin
var modelFile []byte

// trained reads the embedded weights; a file of another size is no model, and
// then the rules decide alone.
var trained = sync.OnceValue(func() *model { return readModel(modelFile) })

func readModel(b []byte) *model {
	if len(b) != 8+modelBuckets*modelClasses {
		return nil
	}
	m := &model{scale: math.Float64frombits(binary.LittleEndian.Uint64(b)), weights: make([]int8, modelBuckets*modelClasses)}
	for i, w := range b[8:] {
		m.weights[i] = int8(w)
	}
	return m
}

// opinionOn returns how likely each intent is.
func (m *model) opinionOn(features []uint32) opinion {
	var score [modelClasses]float64
	norm := m.scale / math.Sqrt(float64(max(len(features), 1)))
	for _, f := range features {
		row := m.weights[f*modelClasses : f*modelClasses+modelClasses]
		for c, w := range row {
			score[c] += float64(w)
		}
	}
	for c := range score {
		score[c] *= norm
	}
	return softmax(score)
}

func softmax(score [modelClasses]float64) [modelClasses]float64 {
	top := slices.Max(score[:])
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
