package replies

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// TrainNotices learns to tell the words of answering machines from people's
// and returns the weights as the embedded file holds them. The same examples in
// the same order give the same bytes on the same kind of processor.
func TrainNotices(examples []Example) []byte {
	return fitNotices(prepareNotices(examples)).bytes()
}

// noticeSample is an example as the model sees it.
type noticeSample struct {
	features []uint32
	class    int
}

func prepareNotices(examples []Example) []noticeSample {
	set := make([]noticeSample, 0, len(examples))
	for _, e := range examples {
		class := slices.Index(noticeIntents, e.Intent)
		if class < 0 {
			continue
		}
		in := &input{NewText: e.Text, QuotedText: e.Quoted, Subject: e.Subject, Received: e.Received, Kind: KindReply}
		text := strings.Join(strings.Fields(fold(e.Text)), " ")
		f := argue(in, e.Text).noticeFeatures(text, readMachineWords(" "+text+" "))
		slices.Sort(f) // the order of a sum changes its last bits
		set = append(set, noticeSample{f, class})
	}
	return set
}

// noticeLearner is the model while it is learned.
type noticeLearner struct{ weights }

// fitNotices is softmax regression. People's wishes are classes of their own, as
// a refusal has little in common with a question but that no machine says either.
// The weights are the means over the later epochs, so that what was seen last
// doesn't count for more.
func fitNotices(set []noticeSample) noticeLearner {
	const epochs, averaged = 25, 12
	l := noticeLearner{newWeights(noticeBuckets * noticeClasses)}
	order := make([]int, len(set))
	for i := range order {
		order[i] = i
	}
	luck := chance(1)
	mean := make([]float64, len(l.value))
	for epoch := range epochs {
		luck.shuffle(order)
		for _, i := range order {
			l.step(&set[i])
		}
		if epoch >= epochs-averaged {
			for i, w := range l.value {
				mean[i] += w / averaged
			}
		}
	}
	l.value = mean
	return l
}

func (l noticeLearner) step(s *noticeSample) {
	norm := evenness(s.features)
	var sums [noticeClasses]float64
	for _, f := range s.features {
		for c, w := range l.value[int(f)*noticeClasses:][:noticeClasses] {
			sums[c] += w * norm
		}
	}
	miss := softmaxOf(sums)
	miss[s.class]--
	for _, f := range s.features {
		for c, m := range miss {
			l.learn(int(f)*noticeClasses+c, m*norm)
		}
	}
}

// bytes stores the weights in one byte each, and the worth of a step before them.
func (l noticeLearner) bytes() []byte {
	scale := scaleOf(l.value)
	out := binary.LittleEndian.AppendUint64(make([]byte, 0, noticeBytes), math.Float64bits(scale))
	for _, w := range l.value {
		out = append(out, byte(int8(math.Round(w/scale))))
	}
	return out
}
