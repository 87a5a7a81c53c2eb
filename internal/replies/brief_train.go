package replies

import (
	"slices"
	"sync"
)

// How the readers of brief answers learn, beside what holds for all encoders.
const (
	briefEpochs = 5
	briefBatch  = 32
	briefRate   = 0.003
	dropHeads   = 0.4 // share of the heads that are not shown
	dropUnits   = 0.2 // share of the units that are not shown
)

// TrainBrief learns the readers of brief answers from those labelled texts that have
// our mail beside them, and returns their weights as the embedded file holds them.
// The same examples in the same order give the same bytes on the same kind of
// processor; it takes minutes.
func TrainBrief(examples []Example) []byte {
	set := exchanges(examples)
	nets := make([][]byte, briefNets)
	var wg sync.WaitGroup
	for i := range nets {
		wg.Go(func() { nets[i] = fitBrief(set, uint64(i+1)).bytes() })
	}
	wg.Wait()
	return slices.Concat(nets...)
}

// briefSample is an exchange to learn from.
type briefSample struct {
	ruled, plain exchange // with and without the rules that fired
	class        int
}

func exchanges(examples []Example) []briefSample {
	var set []briefSample
	for _, e := range examples {
		class := slices.Index(modelIntents, e.Intent)
		if class < 0 {
			continue
		}
		a := e.argue()
		ruled, ok := a.exchange(true)
		plain, _ := a.exchange(false)
		if ok {
			set = append(set, briefSample{ruled, plain, class})
		}
	}
	return set
}

// briefLearner is a reader of brief answers while it is learned. Its heads are the
// values of parts.
type briefLearner struct {
	encoderLearner
	net   briefReader
	parts []moving // as the reader's heads: hidden, its bias, out, its bias
}

func fitBrief(set []briefSample, seed uint64) *briefLearner {
	l := &briefLearner{encoderLearner: newEncoderLearner(orderBuckets, seed)}
	for _, p := range l.net.heads() {
		l.parts = append(l.parts, l.begin(p))
	}
	classes := make([]int, len(set))
	for i := range set {
		classes[i] = set[i].class
	}
	l.fit(set, balance(modelClasses, classes))
	return l
}

func (l *briefLearner) fit(set []briefSample, weight []float64) {
	order := countUp(len(set))
	batches := (len(set) + briefBatch - 1) / briefBatch * briefEpochs
	done := 0
	for range briefEpochs {
		l.luck.shuffle(order)
		for batch := range slices.Chunk(order, briefBatch) {
			sum := 0.0
			for _, i := range batch {
				sum += weight[set[i].class]
			}
			for _, i := range batch {
				l.study(&set[i], float32(weight[set[i].class]/sum))
			}
			rate := warmed(briefRate*(1-float64(done)/float64(batches)), done)
			l.move(rate)
			for i := range l.parts {
				l.parts[i].learn(0, len(l.parts[i].value), rate)
			}
			done++
		}
	}
}

// study reads one sample and adds up the gradients of its mistakes.
func (l *briefLearner) study(s *briefSample, weight float32) {
	e := s.ruled
	if l.dropped(dropRules) {
		e = s.plain
	}
	t := l.read(e.words, len(e.words)-e.ours)
	ours, theirs := e.split(&t.said)
	var heads, shown [briefHeads]float32
	var stirred [2][2 * orderUnits]int
	for part, said := range [2]states{ours, theirs} {
		h, at := said.pooled()
		copy(heads[part*orderHeads:], h[:])
		stirred[part] = at
	}
	l.mask(shown[:], dropHeads)
	for k := range heads {
		heads[k] *= shown[k]
	}
	units := l.net.units(&heads)
	var lit, said [briefUnits]float32
	l.mask(lit[:], dropUnits)
	for u := range units {
		said[u] = units[u] * lit[u]
	}
	var chances [modelClasses]float64
	l.net.weigh(&heads, &said, &chances)

	var behind [briefHeads]float32
	var flow [briefUnits]float32
	for c := range chances {
		miss := chances[c] - orderSmooth/modelClasses
		if c == s.class {
			miss -= 1 - orderSmooth
		}
		g := float32(miss) * weight
		l.parts[3].gradient[c] += g
		for k, h := range heads {
			l.parts[2].gradient[k*modelClasses+c] += g * h
			behind[k] += g * l.net.out[k*modelClasses+c]
		}
		for u, h := range said {
			at := (briefHeads+u)*modelClasses + c
			l.parts[2].gradient[at] += g * h
			flow[u] += g * l.net.out[at]
		}
	}
	for u := range flow {
		flow[u] *= lit[u] * (1 - units[u]*units[u])
		l.parts[1].gradient[u] += flow[u]
	}
	for k, h := range heads {
		row, gradient := l.net.hidden[k*briefUnits:][:briefUnits], l.parts[0].gradient[k*briefUnits:][:briefUnits]
		for u, f := range flow {
			gradient[u] += f * h
			behind[k] += f * row[u]
		}
		behind[k] *= shown[k]
	}
	back := newStates(len(e.words))
	backOurs, backTheirs := e.split(back)
	for part, b := range [2]states{backOurs, backTheirs} {
		b.spread(behind[part*orderHeads:][:orderHeads], &stirred[part])
	}
	l.blame(t, back)
}

// bytes stores a network as it is read.
func (l *briefLearner) bytes() []byte {
	out := l.encoderLearner.bytes()
	for _, p := range l.parts {
		out = appendNumbers(out, p.value)
	}
	return out
}
