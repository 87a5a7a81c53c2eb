package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"sync"
)

// binaryModel answers one question with yes or no: a logistic regression over
// hashed features.
type binaryModel struct {
	scale   float64 // of the stored weights
	weights []int8
}

//go:embed sharing.bin
var sharingFile []byte

// sharingTrained knows who tells of themselves.
var sharingTrained = sync.OnceValue(func() *binaryModel { return readBinary(sharingFile, modelBuckets) })

// readBinary reads weights; of a file of another size it makes no model, and
// then every answer is no.
func readBinary(b []byte, buckets int) *binaryModel {
	if len(b) != 8+buckets {
		return nil
	}
	m := &binaryModel{scale: math.Float64frombits(binary.LittleEndian.Uint64(b)), weights: make([]int8, buckets)}
	for i, w := range b[8:] {
		m.weights[i] = int8(w)
	}
	return m
}

// odds are the logarithm of the odds that the answer is yes. No is the guess
// where nothing was learned.
func (m *binaryModel) odds(features []uint32) float64 {
	if m == nil {
		return -2
	}
	sum := 0
	for _, f := range features {
		sum += int(m.weights[f])
	}
	return float64(sum) * m.scale * evenness(features)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
