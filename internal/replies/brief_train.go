package replies

import (
	"slices"
	"strings"
)

// How the readers of brief answers learn, beside what holds for all encoders.
const (
	briefEpochs = 5
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
	return slices.Concat(atOnce(briefNets, func(seed uint64) []byte { return fitBrief(set, seed).bytes() })...)
}

// briefSample is an exchange to learn from.
type briefSample struct {
	ruled, plain exchange // with and without the rules that fired
	class        int
}

// exchanges are the examples that are brief. What is told without our mail beside it
// stands by itself, and is shown below one or another of ours, so that the readers
// learn when not to mind it, and learn from the languages of which there are no mails
// of ours; a bare yes or no doesn't.
func exchanges(examples []Example) []briefSample {
	var mails []string
	for _, e := range examples {
		if strings.TrimSpace(e.Quoted) != "" {
			mails = append(mails, e.Quoted)
		}
	}
	if len(mails) == 0 {
		return nil
	}
	const stride = 7919 // a prime, so that neighbours get mails far apart
	var set []briefSample
	for i, e := range examples {
		class := slices.Index(modelIntents, e.Intent)
		if class < 0 {
			continue
		}
		if strings.TrimSpace(e.Quoted) == "" {
			if yes, no := e.argue().bare(); yes || no {
				continue
			}
			e.Quoted = mails[i*stride%len(mails)]
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

// briefLearner is a reader of brief answers while it is learned. What its heads are is
// the value of those here.
type briefLearner struct {
	encoderLearner
	net   briefReader
	heads []moving // as the reader's: hidden and bias of ours, of theirs, out, bias
}

func fitBrief(set []briefSample, seed uint64) *briefLearner {
	l := &briefLearner{encoderLearner: newEncoderLearner(orderBuckets, seed)}
	for _, p := range l.net.heads() {
		l.heads = append(l.heads, l.begin(p))
	}
	weight := balance(modelClasses, set, func(s *briefSample) int { return s.class })
	inBatches(&l.luck, briefEpochs, weight,
		func(i int, share float32) { l.study(&set[i], share) },
		func(s step) { l.move(s.rate(briefRate)) })
	return l
}

// study reads one sample and adds up the gradients of its mistakes.
func (l *briefLearner) study(s *briefSample, weight float32) {
	e := s.ruled
	if l.dropped(dropRules) {
		e = s.plain
	}
	t := l.read(e.words, len(e.words)-e.ours)
	heads := e.heads(&t.said)
	var shown [briefHeads]float32
	l.mask(shown[:], dropHeads)
	for k := range heads {
		heads[k] *= shown[k]
	}
	behind := l.mistakes(&heads, s.class, weight)
	for k := range behind {
		behind[k] *= shown[k]
	}
	back := newStates(len(e.words))
	said, parts := [2]states{}, [2]states{}
	said[0], said[1] = e.split(&t.said)
	parts[0], parts[1] = e.split(back)
	for i, b := range parts {
		stirred := said[i].stirred()
		b.spread(behind[i*orderHeads:][:orderHeads], &stirred)
	}
	l.blame(t, back)
}

// mistakes adds up the gradients of all behind the encoder and returns those of the
// heads.
func (l *briefLearner) mistakes(heads *[briefHeads]float32, class int, weight float32) (behind [briefHeads]float32) {
	var made [2][briefUnits]float32
	made[0], made[1] = l.net.made(heads)
	said := product(&made[0], &made[1])
	var shown [briefUnits]float32
	l.mask(shown[:], dropUnits)
	for u := range said {
		said[u] *= shown[u]
	}
	var chances [modelClasses]float64
	l.net.weigh(heads, said, &chances)
	out, bias := &l.heads[4], &l.heads[5]
	var flow [briefUnits]float32 // of the units
	for c := range chances {
		miss := chances[c] - orderSmooth/modelClasses
		if c == class {
			miss -= 1 - orderSmooth
		}
		g := float32(miss) * weight
		bias.gradient[c] += g
		for k, h := range heads {
			out.gradient[k*modelClasses+c] += g * h
			behind[k] += g * out.value[k*modelClasses+c]
		}
		for u, h := range said {
			at := (briefHeads+u)*modelClasses + c
			out.gradient[at] += g * h
			flow[u] += g * out.value[at]
		}
	}
	for i := range made {
		hidden, bias := &l.heads[2*i], &l.heads[2*i+1]
		var under [briefUnits]float32 // of what the hyperbolic tangent is taken of
		for u, f := range flow {
			under[u] = f * shown[u] * made[1-i][u] * (1 - made[i][u]*made[i][u])
			bias.gradient[u] += under[u]
		}
		for k := range orderHeads {
			h, row, gradient := heads[i*orderHeads+k], hidden.value[k*briefUnits:][:briefUnits], hidden.gradient[k*briefUnits:][:briefUnits]
			for u, f := range under {
				gradient[u] += f * h
				behind[i*orderHeads+k] += f * row[u]
			}
		}
	}
	return behind
}
