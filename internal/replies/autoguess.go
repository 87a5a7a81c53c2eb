package replies

import (
	_ "embed" // the weights are a file of the package
	"math"
	"slices"
	"strconv"
	"sync"
)

// Phrases tell the notices that were thought of; what the others have in common
// is learned: by a network whose classes are what people want and, beside those,
// a machine, since a refusal has little in common with a question but that no
// machine says either. It weighs in beside the phrases and never outweighs the
// signs of a person.

// noticeIntents are its classes, in the order of the weights.
var noticeIntents = append([]Intent{IntentAutoReply}, modelIntents...)

var noticeShape = shape{classes: 1 + modelClasses}

//go:embed notice.bin
var noticeFile []byte

// noticeTrained knows machines by their words; a file of another size makes no
// model, and then everyone is a person.
var noticeTrained = sync.OnceValue(func() *noticeModel { return readNotices(noticeFile) })

// noticeModel tells machines from people.
type noticeModel struct{ *network }

func readNotices(b []byte) *noticeModel {
	if len(b) != noticeShape.size(1) {
		return nil
	}
	return &noticeModel{readNetworks(noticeShape, b)[0]}
}

// odds are the logarithm of the odds that the features are a machine's.
func (m *noticeModel) odds(features []uint32) float64 {
	const (
		least   = 1e-9 // no text is beyond doubt
		unknown = -2
	)
	if m == nil {
		return unknown
	}
	return logOdds(m.chances(sight{whole: features})[0], least)
}

// oddsOfMachine are the logarithm of the odds that a machine wrote the text, by
// those who read it word by word; 0 without them.
func (m *model) oddsOfMachine(a *argument) float64 {
	const least = 1e-5 // they have seen fewer machines than people
	if m == nil || len(m.readers) == 0 {
		return 0
	}
	return logOdds(m.readersOn(a)[modelClasses], least)
}

// logOdds is the logarithm of the odds of a chance; none is surer than least allows.
func logOdds(p, least float64) float64 { return math.Log((p + least) / (1 - p + least)) }

// noticeFeatures are the buckets of what the model of notices sees: what the
// model of intents sees of the whole text, with the phrases of machines, the
// families of words and the signs of a person. Of the folded text only the
// beginning counts for these: a notice says what it is at once.
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
