package replies

import (
	"encoding/binary"
	"math"
	"slices"
	"time"
)

// DateExample is a text and the day that it names, to learn from.
type DateExample struct {
	Text      string
	Lang      string // BCP 47
	Received  time.Time
	Notice    bool // of an absence; else it asks to be written to later
	Until     Date // zero where no day is meant
	Tolerance int  // days
}

// chooser is what the rules come to in the text.
func (e *DateExample) chooser() *dateChooser {
	if e.Notice {
		c, _, _ := absenceByRule(parse(e.Text), e.Received)
		return c
	}
	a := argue(&input{NewText: e.Text, Received: e.Received, Kind: KindReply}, e.Text)
	c, _ := deferralByRule(a.prose, e.Received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
	return c
}

// right says whether a day is the one meant.
func (e *DateExample) right(day Date) bool {
	if e.Until.IsZero() {
		return false
	}
	off := daysBetween(e.Until, day)
	return max(off, -off) <= e.Tolerance || day == workday(e.Until) // some write the weekend down on which it begins
}

// TrainDates learns which of the days that a text names is meant, and returns
// the weights as the embedded file holds them. The same examples in the same
// order give the same bytes on the same kind of processor; it takes minutes.
func TrainDates(examples []DateExample) []byte {
	var set []*dateSample
	for i := range examples {
		if s := examples[i].sample(); s != nil {
			set = append(set, s)
		}
	}
	return fitDates(set, 1).bytes()
}

// sample is what there is to learn from the text: nothing where no choice is
// right, as when its day is one that isn't found in it.
func (e *DateExample) sample() *dateSample {
	c := e.chooser()
	if c == nil {
		return nil
	}
	// What is no day at all may well be the one that is meant, and yet isn't right.
	list := slices.DeleteFunc(c.choices(), func(ch dateChoice) bool { return c.found[ch.at].nowhere })
	if len(list) == 0 {
		return nil
	}
	s := c.sample(list)
	for i := range s.choices {
		slices.Sort(s.choices[i].features) // the order of a sum changes its last bits
	}
	for i, ch := range list {
		s.choices[i].right = e.right(ch.day)
	}
	s.choices[len(list)].right = e.Until.IsZero()
	if !slices.ContainsFunc(s.choices, func(c dateSight) bool { return c.right }) {
		return nil
	}
	return s
}

// dateLearner is a dateNet while it is learned. Its matrix is the value of out.
type dateLearner struct {
	encoderLearner
	net   dateNet
	out   moving
	plain movingRows // of each feature, one weight
}

const (
	dateEpochs = 8
	dateRate   = 0.004
	plainRate  = 5 * dateRate // of the features' weights, each of which is seldom met
	dropPlain  = 0.3          // share of texts that are shown without the features
)

// fitDates is a choice among the days of each text by the softmax of their odds,
// learned by Adam, the texts shuffled by a fixed rule, so that nothing depends on
// chance.
func fitDates(set []*dateSample, seed uint64) *dateLearner {
	l := &dateLearner{encoderLearner: newEncoderLearner(dateBuckets, seed), plain: newMovingRows(dateBuckets, 1)}
	l.out = l.begin(matrix{&l.net.out, turns * dateHeads})
	weight := slices.Repeat([]float64{1}, len(set)) // all count alike
	inBatches(&l.luck, dateEpochs, weight,
		func(i int, share float32) { l.study(set[i], share) },
		func(s step) {
			l.move(s.rate(dateRate))
			l.plain.learnMet(s.rate(plainRate))
		})
	return l
}

// study reads one sample and adds up the gradients of its mistakes.
func (l *dateLearner) study(s *dateSample, weight float32) {
	t := l.read(s.words, 0)
	top, stirred := t.said.tops(), t.said.stirred()
	var shown [dateHeads]float32
	l.mask(shown[:], dropNumber)
	blind := l.dropped(dropPlain)
	heads, chances := make([][dateHeads]float32, len(s.choices)), make([]float64, len(s.choices))
	for i := range s.choices {
		c := &s.choices[i]
		heads[i] = t.said.headsOf(c, &top)
		row := l.net.out[c.turn*dateHeads:][:dateHeads]
		for k := range heads[i] {
			heads[i][k] *= shown[k]
			chances[i] += float64(heads[i][k] * row[k])
		}
		if !blind {
			sum := float32(0)
			for _, f := range c.features {
				sum += l.plain.value[f]
			}
			chances[i] += float64(sum) * evenness(c.features)
		}
	}
	softmax(chances)
	good := 1e-9
	for i := range s.choices {
		if s.choices[i].right {
			good += chances[i]
		}
	}
	back := newStates(len(s.words))
	var behindTop [2 * orderUnits]float32
	for i := range s.choices {
		c := &s.choices[i]
		miss := chances[i]
		if c.right {
			miss -= chances[i] / good
		}
		g := float32(miss) * weight
		row, gradient := l.net.out[c.turn*dateHeads:][:dateHeads], l.out.gradient[c.turn*dateHeads:][:dateHeads]
		var behind [dateHeads]float32
		for k := range row {
			gradient[k] += g * heads[i][k]
			behind[k] = g * row[k] * shown[k]
		}
		for k, p := range c.places() {
			if d := k % 2; p >= 0 && p < len(back[d]) {
				for u := range back[d][p] {
					back[d][p][u] += behind[k*orderUnits+u]
				}
			}
		}
		for k := range behindTop {
			behindTop[k] += behind[4*orderUnits+k]
		}
		if !blind {
			l.blamePlain(c.features, g)
		}
	}
	for k, b := range behindTop {
		back[k/orderUnits][stirred[k]][k%orderUnits] += b
	}
	l.blame(t, back)
}

// blamePlain adds to the gradients of a choice's features.
func (l *dateLearner) blamePlain(features []uint32, g float32) {
	norm := float32(evenness(features))
	for _, f := range features {
		l.plain.meet(f)
		l.plain.gradient[f] += g * norm
	}
}

// bytes stores the network as it is read.
func (l *dateLearner) bytes() []byte {
	out := l.encoderLearner.bytes()
	top := float32(0)
	for _, w := range l.plain.value {
		top = max(top, w, -w)
	}
	scale := float64(max(top, 1e-6)) / math.MaxInt8
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(scale))
	for _, w := range l.plain.value {
		out = append(out, byte(int8(math.Round(float64(w)/scale))))
	}
	return out
}
