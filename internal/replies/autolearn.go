package replies

import (
	"encoding/binary"
	"math"
	"strings"
)

// TrainNotices learns to tell the words of answering machines from people's
// and returns the weights as the embedded file holds them. The same examples in
// the same order give the same bytes; of an example only Text and Intent count.
func TrainNotices(examples []Example) []byte {
	set := make([]noticeSample, 0, len(examples))
	for _, e := range examples {
		text := strings.Join(strings.Fields(fold(e.Text)), " ")
		set = append(set, noticeSample{noticeFeatures(text, readMachineWords(" "+text+" ")), e.Intent == IntentAutoReply})
	}
	weights := fitNotices(set)
	top := 0.0
	for _, w := range weights {
		top = math.Max(top, math.Abs(w))
	}
	if top == 0 {
		top = 1
	}
	out := make([]byte, 8+len(weights))
	binary.LittleEndian.PutUint64(out, math.Float64bits(top/127))
	for i, w := range weights {
		out[8+i] = byte(int8(math.Round(w / top * 127)))
	}
	return out
}

// noticeSample is an example as the model sees it.
type noticeSample struct {
	features []uint32
	machine  bool
}

// fitNotices is logistic regression by AdaGrad with weight decay, the samples
// shuffled by a fixed rule, so that nothing depends on chance.
func fitNotices(set []noticeSample) []float64 {
	const (
		epochs = 30
		rate   = 0.3
		decay  = 2e-5
	)
	weights, squares := make([]float64, noticeBuckets), make([]float64, noticeBuckets)
	order := make([]int, len(set))
	for i := range order {
		order[i] = i
	}
	state := uint64(1)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			state = state*6364136223846793005 + 1442695040888963407
			j := int((state >> 33) % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			s := set[i]
			norm := 1 / math.Sqrt(float64(max(len(s.features), 1)))
			sum := 0.0
			for _, f := range s.features {
				sum += weights[f] * norm
			}
			miss := logistic(sum)
			if s.machine {
				miss--
			}
			for _, f := range s.features {
				g := miss*norm + decay*weights[f]
				squares[f] += g * g
				weights[f] -= rate * g / (1e-6 + math.Sqrt(squares[f]))
			}
		}
	}
	return weights
}
