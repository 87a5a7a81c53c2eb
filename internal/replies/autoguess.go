package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"sync"
)

// Phrases tell the notices that were thought of; what the others have in common
// is learned: a softmax regression whose classes are what people want and, beside
// those, a machine. It weighs in beside the phrases and never outweighs the signs
// of a person.

// noticeIntents are its classes, in the order of the weights.
var noticeIntents = []Intent{
	IntentAutoReply, IntentOptOut, IntentMeeting, IntentInterested, IntentQuestion, IntentLater,
	IntentReferral, IntentWrongPerson, IntentNotInterested, IntentUnclear,
}

const (
	noticeBuckets = modelBuckets
	noticeClasses = 10
	noticeBytes   = 8 + noticeBuckets*noticeClasses
)

// noticeModel holds a weight for each bucket and class.
type noticeModel struct {
	scale   float64 // of the stored weights
	weights []int8  // bucket*noticeClasses + class
}

//go:embed notice.bin
var noticeFile []byte

// noticeTrained reads the embedded weights; a file of another size is no model,
// and then the words tell nothing.
var noticeTrained = sync.OnceValue(func() *noticeModel { return readNoticeModel(noticeFile) })

func readNoticeModel(b []byte) *noticeModel {
	if len(b) != noticeBytes {
		return nil
	}
	m := &noticeModel{scale: math.Float64frombits(binary.LittleEndian.Uint64(b)), weights: make([]int8, len(b)-8)}
	for i, w := range b[8:] {
		m.weights[i] = int8(w)
	}
	return m
}

// odds are the logarithm of the odds that the features are a machine's. A
// person is the guess where nothing was learned.
func (m *noticeModel) odds(features []uint32) float64 {
	const least = 1e-9 // no text is beyond doubt
	if m == nil {
		return -2
	}
	var sums [noticeClasses]int32
	for _, f := range features {
		for c, w := range m.weights[f*noticeClasses:][:noticeClasses] {
			sums[c] += int32(w)
		}
	}
	var scores [noticeClasses]float64
	for c, x := range sums {
		scores[c] = float64(x) * m.scale * evenness(features)
	}
	p := softmaxOf(scores)[0]
	return math.Log((p + least) / (1 - p + least))
}

// softmaxOf makes chances of scores.
func softmaxOf(score [noticeClasses]float64) [noticeClasses]float64 {
	top, sum := slices.Max(score[:]), 0.0
	for c := range score {
		score[c] = math.Exp(score[c] - top)
		sum += score[c]
	}
	for c := range score {
		score[c] /= sum
	}
	return score
}

// noticeFeatures are the buckets of what the model of notices sees of a text: what
// the model of intents sees of the whole, with the phrases of machines, the
// families of words and the signs of a person found in it. Of the folded text only
// the beginning counts: a notice says what it is at once.
func (a *argument) noticeFeatures(folded string, words machineWords) []uint32 {
	const (
		mostBytes    = 1200
		mostFamilies = 120
		near         = 4 // families that stand together
	)
	f := featureList(slices.Clone(a.sight().whole))
	met := familiesOf(spaced(clip(folded, mostBytes)), mostFamilies)
	for i, a := range met {
		f.add('f', families[a].name)
		for _, b := range met[i+1 : min(i+1+near, len(met))] {
			if a != b {
				f.add('g', families[min(a, b)].name, families[max(a, b)].name)
			}
		}
	}
	for _, e := range words.evidence {
		f.add('m', e.Rule)
	}
	for _, sum := range []int{3, 5, 8, 11, 14} {
		if words.score >= sum {
			f.add('q', strconv.Itoa(sum))
		}
	}
	if words.wasAway {
		f.add('m', "away")
	}
	if words.speaksToUs {
		f.add('m', "us")
	}
	if words.refuses {
		f.add('m', "refuses")
	}
	return distinct(f)
}

// distinct leaves each bucket once, in the order of its first place. Buckets
// are below modelBuckets.
func distinct(f []uint32) []uint32 {
	var seen [modelBuckets >> 6]uint64
	kept := f[:0]
	for _, b := range f {
		if seen[b>>6]&(1<<(b&63)) == 0 {
			seen[b>>6] |= 1 << (b & 63)
			kept = append(kept, b)
		}
	}
	return kept
}
