package replies

import (
	"encoding/binary"
	"math"
)

// binarySample is an example of a question as a model sees it.
type binarySample struct {
	features []uint32
	yes      bool
}

// pace is how a model learns: how often it goes through the examples, how
// far it steps, and how fast it forgets.
type pace struct {
	epochs      int
	rate, decay float64
}

// fitBinary is logistic regression by AdaGrad with weight decay, the samples
// shuffled by a fixed rule, so that nothing depends on chance. It returns the
// weights as readBinary reads them.
func fitBinary(buckets int, set []binarySample, p pace) []byte {
	w, luck := newWeights(buckets), chance(1)
	for order := range luck.epochs(len(set), p.epochs) {
		for _, i := range order {
			s := set[i]
			norm := evenness(s.features)
			sum := 0.0
			for _, f := range s.features {
				sum += w.value[f] * norm
			}
			miss := logistic(sum)
			if s.yes {
				miss--
			}
			for _, f := range s.features {
				w.learn(int(f), miss*norm, p)
			}
		}
	}
	return storeWeights(w.value)
}

// storeWeights writes weights as readBinary reads them.
func storeWeights(weights []float64) []byte {
	scale := scaleOf(weights)
	out := make([]byte, 8, 8+len(weights))
	binary.LittleEndian.PutUint64(out, math.Float64bits(scale))
	for _, w := range weights {
		out = append(out, byte(int8(math.Round(w/scale))))
	}
	return out
}
