package replies

import (
	"encoding/binary"
	"math"
	"slices"
)

// TrainOrder learns the recurrent networks from labelled texts and returns
// their weights as the embedded file holds them. The same examples in the same
// order give the same bytes on the same kind of processor; it takes minutes.
func TrainOrder(examples []Example) []byte {
	set := ordered(examples)
	return slices.Concat(atOnce(orderNets, func(seed uint64) []byte { return fitOrder(set, seed).bytes() })...)
}

// orderedSample is an example as a recurrent network sees it.
type orderedSample struct {
	words []orderedWord
	plain []orderedWord // without the rules that fired
	class int
}

func ordered(examples []Example) []orderedSample {
	var set []orderedSample
	for a, class := range teachable(examples, slices.Concat(modelIntents, []Intent{IntentAutoReply})) {
		if s := (orderedSample{a.inOrder(true), a.inOrder(false), class}); len(s.words) > 0 {
			set = append(set, s)
		}
	}
	return set
}

// encoderLearner is an encoder while it is learned, and the heads behind it. Their
// matrices are the values of parts.
type encoderLearner struct {
	encoder
	words movingRows // of each bucket
	parts []moving   // as the encoder's matrices, and then those of the heads
	luck  chance
}

// orderLearner is a recurrent network while it is learned. Its heads are the
// values of out and bias.
type orderLearner struct {
	encoderLearner
	net       recurrent
	out, bias moving
}

const (
	orderEpochs = 9
	orderRate   = 0.004
	orderSmooth = 0.05 // how much of a label is left to the other classes
	dropWord    = 0.2  // share of words that are not shown
	dropOwn     = 0.4  // share of words of which only what they stand for is shown
	dropPart    = 0.15 // share of what a word shows that is not shown
	dropNumber  = 0.3  // share of the numbers of a word, and of the heads, that are not shown
	dropRules   = 0.5  // share of texts that are shown without the rules
)

func fitOrder(set []orderedSample, seed uint64) *orderLearner {
	l := &orderLearner{encoderLearner: newEncoderLearner(orderBuckets, seed)}
	heads := l.net.heads()
	l.out, l.bias = l.begin(heads[0]), l.begin(heads[1])
	weight := balance(orderClasses, set, func(s *orderedSample) int { return s.class })
	inBatches(&l.luck, orderEpochs, weight,
		func(i int, share float32) { l.study(&set[i], share) },
		func(s step) { l.move(s.rate(orderRate)) })
	return l
}

// newEncoderLearner begins with weights by chance.
func newEncoderLearner(buckets int, seed uint64) encoderLearner {
	l := encoderLearner{words: newMovingRows(buckets, orderWidth), luck: chance(seed)}
	for i := range l.words.value {
		l.words.value[i] = float32(l.luck.around()) / 2
	}
	for _, p := range l.encoder.matrices() {
		l.begin(p)
	}
	return l
}

// begin fills a matrix by chance, and has it learned and stored with the others.
func (l *encoderLearner) begin(p matrix) moving {
	m := newMoving(p.size)
	for i := range m.value {
		m.value[i] = float32(l.luck.around() / math.Sqrt(orderUnits))
	}
	*p.of = m.value
	l.parts = append(l.parts, m)
	return m
}

// move takes the step that the gradients of a batch ask for.
func (l *encoderLearner) move(rate float32) {
	l.words.learnMet(rate)
	for i := range l.parts {
		l.parts[i].learn(0, len(l.parts[i].value), rate)
	}
}

func (l *encoderLearner) dropped(share float64) bool { return l.luck.around() < 2*share-1 }

// mask is 0 for what is not shown, and makes up for it in the rest.
func (l *encoderLearner) mask(m []float32, share float64) {
	for i := range m {
		m[i] = 0
		if !l.dropped(share) {
			m[i] = float32(1 / (1 - share))
		}
	}
}

// partsOf is what is shown of a word: now and then only what it stands for, so
// that what was learned of one word holds for its synonyms, in every language.
func (l *encoderLearner) partsOf(w orderedWord) []uint32 {
	features := w.shows
	if stands := w.stands(); len(stands) > 0 && l.dropped(dropOwn) {
		features = stands
	}
	kept := make([]uint32, 0, len(features))
	for _, f := range features {
		if !l.dropped(dropPart) {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return features
	}
	return kept
}

// trace is what an encoder made of a text, kept while it is learned.
type trace struct {
	in, shown []float32  // of each word
	seen      [][]uint32 // of each word
	kept      [2][]gates // by direction, as read
	said      states
}

// read reads a text of which some is not shown; of the last firm words each shows
// something.
func (l *encoderLearner) read(words []orderedWord, firm int) *trace {
	n := len(words)
	t := &trace{in: make([]float32, n*orderWidth), shown: make([]float32, n*orderWidth), seen: make([][]uint32, n)}
	l.mask(t.shown, dropNumber)
	for i, word := range words {
		x, m := t.in[i*orderWidth:(i+1)*orderWidth], t.shown[i*orderWidth:(i+1)*orderWidth]
		if i < n-firm && l.dropped(dropWord) {
			clear(m)
			continue
		}
		features := l.partsOf(word)
		t.seen[i] = features
		norm := float32(evenness(features))
		for _, f := range features {
			for k, w := range l.words.value[int(f)*orderWidth : int(f+1)*orderWidth] {
				x[k] += w * norm
			}
		}
		for k := range x {
			x[k] *= m[k]
		}
	}
	for d := range l.cells {
		t.kept[d], t.said[d] = make([]gates, n), make([][orderUnits]float32, n)
		var known [orderUnits]float32
		for i := range n {
			at := placeOf(d, i, n)
			l.cells[d].step(t.in[at*orderWidth:(at+1)*orderWidth], &known, &t.kept[d][i])
			t.said[d][at] = known
		}
	}
	return t
}

// blame adds up the gradients of an encoder whose states got those of back
// (backpropagation through time).
func (l *encoderLearner) blame(t *trace, back *states) {
	n := len(t.seen)
	into := make([]float32, n*orderWidth)
	for d := range l.cells {
		var flow [orderUnits]float32
		for i := n - 1; i >= 0; i-- {
			at := placeOf(d, i, n)
			for u, b := range back[d][at] {
				flow[u] += b
			}
			l.unstep(d, t.in[at*orderWidth:(at+1)*orderWidth], &t.kept[d][i], &flow, into[at*orderWidth:(at+1)*orderWidth])
		}
	}
	for i, features := range t.seen {
		g, m := into[i*orderWidth:(i+1)*orderWidth], t.shown[i*orderWidth:(i+1)*orderWidth]
		norm := float32(evenness(features))
		for k := range g {
			g[k] *= m[k] * norm
		}
		for _, f := range features {
			l.words.meet(f)
			for k, x := range l.words.gradient[int(f)*orderWidth : int(f+1)*orderWidth] {
				l.words.gradient[int(f)*orderWidth+k] = x + g[k]
			}
		}
	}
}

// newStates are as many as those of a text, all zero.
func newStates(n int) *states {
	return &states{make([][orderUnits]float32, n), make([][orderUnits]float32, n)}
}

// stirred are the first words at which each unit says its most.
func (s *states) stirred() (at [2 * orderUnits]int) {
	top := s.tops()
	for d := range s {
		for u := range orderUnits {
			k := d*orderUnits + u
			at[k] = max(0, slices.IndexFunc(s[d], func(says [orderUnits]float32) bool { return says[u] == top[k] }))
		}
	}
	return at
}

// study reads one sample and adds up the gradients of its mistakes.
func (l *orderLearner) study(s *orderedSample, weight float32) {
	words := s.words
	if l.dropped(dropRules) {
		words = s.plain
	}
	t := l.read(words, 0)
	heads, stirred := t.said.pooled(), t.said.stirred()
	var shown [orderHeads]float32
	l.mask(shown[:], dropNumber)
	for k := range heads {
		heads[k] *= shown[k]
	}
	chances := l.net.weigh(&heads)
	var behind [orderHeads]float32
	for c := range chances {
		miss := chances[c] - orderSmooth/orderClasses
		if c == s.class {
			miss -= 1 - orderSmooth
		}
		g := float32(miss) * weight
		l.bias.gradient[c] += g
		for k := range heads {
			l.out.gradient[k*orderClasses+c] += g * heads[k]
			behind[k] += g * l.net.out[k*orderClasses+c] * shown[k]
		}
	}
	back := newStates(len(words))
	back.spread(behind[:], &stirred)
	l.blame(t, back)
}

// spread adds the gradients of what was pooled to those of the states: of the most
// where a unit was stirred most, of the mean everywhere.
func (s *states) spread(behind []float32, stirred *[2 * orderUnits]int) {
	n := len(s[0])
	for k, at := range stirred {
		d, u := k/orderUnits, k%orderUnits
		s[d][at][u] += behind[k]
		for i := range n {
			s[d][i][u] += behind[2*orderUnits+k] / float32(n)
		}
	}
}

// unstep goes back over one step: flow comes with the gradient of what the cell
// knew after it, and leaves with that of what it knew before.
func (l *encoderLearner) unstep(direction int, x []float32, g *gates, flow *[orderUnits]float32, into []float32) {
	c := &l.cells[direction]
	parts := l.parts[direction*4 : direction*4+4] // in, again, bias, biasAgain
	var in, again [orderGates]float32
	var before [orderUnits]float32
	for u, f := range flow {
		r, z, n := g.reset[u], g.update[u], g.candidate[u]
		before[u] = f * z
		dn := f * (1 - z) * (1 - n*n)
		dz := f * (g.before[u] - n) * z * (1 - z)
		dr := dn * g.under[u] * r * (1 - r)
		in[u], again[u] = dr, dr
		in[orderUnits+u], again[orderUnits+u] = dz, dz
		in[2*orderUnits+u], again[2*orderUnits+u] = dn, dn*r
		parts[3].gradient[u] += dn * r
	}
	for i, d := range in {
		parts[2].gradient[i] += d
	}
	for i, v := range x {
		into[i] += backThrough(&in, c.in[i*orderGates:(i+1)*orderGates], parts[0].gradient[i*orderGates:(i+1)*orderGates], v)
	}
	for i, v := range g.before {
		before[i] += backThrough(&again, c.again[i*orderGates:(i+1)*orderGates], parts[1].gradient[i*orderGates:(i+1)*orderGates], v)
	}
	*flow = before
}

// backThrough adds to the gradients of a row of weights that were multiplied by
// v, and returns the gradient of v.
func backThrough(d *[orderGates]float32, row, gradient []float32, v float32) float32 {
	row, gradient = row[:orderGates], gradient[:orderGates]
	var sum float32
	for i, x := range d {
		gradient[i] += x * v
		sum += x * row[i]
	}
	return sum
}

// bytes stores a network as it is read: the rows of words in one byte a number, their
// scale before them.
func (l *encoderLearner) bytes() []byte {
	top := float32(0)
	for _, w := range l.words.value {
		top = max(top, w, -w)
	}
	scale := top / math.MaxInt8
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(scale))
	for i, w := range l.words.value {
		if l.words.square[i] == 0 {
			w = 0 // nothing was learned of it
		}
		out = append(out, byte(int8(math.Round(float64(w/scale)))))
	}
	for _, p := range l.parts {
		out = appendNumbers(out, p.value)
	}
	return out
}

func appendNumbers(out []byte, numbers []float32) []byte {
	for _, w := range numbers {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w))
	}
	return out
}
