package replies

import (
	"math"
	"slices"
)

// dateSample is a text as the model of days sees it: what speaks for each of the
// days to choose from, the last choice being none, and which are right.
type dateSample struct {
	features [][]uint32
	right    []bool
}

// TrainDates learns which of the days that a text names is meant, and returns
// the weights as the embedded file holds them. The same examples in the same
// order give the same bytes.
func TrainDates(examples []DateExample) []byte {
	var set []dateSample
	for _, e := range examples {
		if s, ok := e.sample(); ok {
			set = append(set, s)
		}
	}
	return storeWeights(fitDates(set, pace{epochs: 20, rate: 0.1, decay: 1e-4}))
}

// sample is what there is to learn from the text: nothing where no choice is
// right, as when its day is one that isn't found in it.
func (e *DateExample) sample() (dateSample, bool) {
	c := e.chooser()
	if c == nil {
		return dateSample{}, false
	}
	c.stands = c.prose.spokenConcepts()
	list := c.choices()
	var s dateSample
	add := func(f []uint32, right bool) {
		slices.Sort(f) // the order of a sum changes its last bits
		s.features, s.right = append(s.features, f), append(s.right, right)
	}
	for i, ch := range list {
		if c.found[ch.at].nowhere {
			continue // it may well be the one that is meant, and yet is no day
		}
		add(c.features(list, i), e.right(ch.day))
	}
	if len(s.features) == 0 {
		return dateSample{}, false
	}
	add(c.none(list), e.Until.IsZero())
	return s, slices.Contains(s.right, true)
}

// fitDates is a choice among the days of each text by the softmax of their
// scores, learned by AdaGrad with weight decay, the texts shuffled by a fixed
// rule, so that nothing depends on chance.
func fitDates(set []dateSample, p pace) []float64 {
	w, order, luck := newWeights(dateChoiceBuckets), countUp(len(set)), chance(1)
	for range p.epochs {
		luck.shuffle(order)
		for _, n := range order {
			s := set[n]
			chances := make([]float64, len(s.features))
			for i, f := range s.features {
				for _, b := range f {
					chances[i] += w.value[b]
				}
				chances[i] *= evenness(f)
			}
			softmax(chances)
			good := 0.0
			for i, right := range s.right {
				if right {
					good += chances[i]
				}
			}
			for i, f := range s.features {
				miss, norm := chances[i], evenness(f)
				if s.right[i] {
					miss -= chances[i] / math.Max(good, 1e-9)
				}
				for _, b := range f {
					w.learn(int(b), miss*norm, p)
				}
			}
		}
	}
	return w.value
}
