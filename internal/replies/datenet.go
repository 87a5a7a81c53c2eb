package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"strconv"
	"sync"
)

// dateNet weighs the days that a text may mean. It knows of each what stands
// around its mention, in whatever order, and what an encoder that reads the text
// word by word knows at the mention and at the one that it is counted from.
type dateNet struct {
	encoder
	out   []float32 // turn*dateHeads + unit
	scale float64   // of plain
	plain []byte    // of features: each a signed number
}

const (
	dateBuckets = 1 << 15        // of features, and of words
	dateHeads   = 6 * orderUnits // both directions: at the mention, at its anchor, and the most over the words
	dateBytes   = 4 + dateBuckets*orderWidth + cellBytes + 4*turns*dateHeads + 8 + dateBuckets
)

// maxDated bounds the words that the encoder reads.
const maxDated = 150

//go:embed datechoice.bin
var dateNetFile []byte

var dateNetTrained = sync.OnceValue(func() *dateNet { return readDateNet(dateNetFile) })

// readDateNet reads weights; of a file of another size it makes none, and then the
// rules decide alone.
func readDateNet(b []byte) *dateNet {
	if len(b) != dateBytes {
		return nil
	}
	n := &dateNet{}
	b = n.encoder.load(b, dateBuckets)
	b = matrix{&n.out, turns * dateHeads}.load(b)
	n.scale, n.plain = math.Float64frombits(binary.LittleEndian.Uint64(b)), b[8:]
	return n
}

// dateSample is a text as the network sees it: its words, and the days to choose
// from, of which the last is none.
type dateSample struct {
	words   []orderedWord
	choices []dateSight
}

// dateSight is what is seen of one choice.
type dateSight struct {
	turn     int
	at, from [2]int // tokens of the mention, and of the one that it is counted from
	features []uint32
	right    bool // to learn from
}

// sample is what the network sees of a list of choices.
func (c *dateChooser) sample(list []dateChoice) *dateSample {
	c.stands = c.prose.spokenConcepts()
	s := &dateSample{words: c.words(), choices: make([]dateSight, 0, len(list)+1)}
	for i, ch := range list {
		m, a := &c.found[ch.at], &c.found[ch.from]
		s.choices = append(s.choices, dateSight{turn: ch.turn.number(), at: [2]int{m.from, m.to}, from: [2]int{a.from, a.to}, features: c.features(list, i)})
	}
	all := [2]int{0, len(s.words)}
	s.choices = append(s.choices, dateSight{turn: turn{kind: turnNone}.number(), at: all, from: all, features: c.none(list)})
	return s
}

// words is the text word by word, with what each of them tells and the mention
// that it belongs to.
func (c *dateChooser) words() []orderedWord {
	n := min(len(c.prose.tokens), maxDated)
	named := make([]int, n) // which mention, from 1
	for i := range c.found {
		for at := c.found[i].from; at < min(c.found[i].to, n); at++ {
			named[at] = i + 1
		}
	}
	words := make([]orderedWord, n)
	for i, t := range c.prose.tokens[:n] {
		w := wordInOrder(t, nil)
		f := featureList(w.shows)
		for _, s := range c.signs(i) {
			f.add('k', s)
		}
		if named[i] > 0 {
			c.nameMention(&f, named[i]-1)
		}
		s := c.prose.sentences[t.sentence]
		if i == s.from {
			f.add('^')
		}
		switch {
		case i == s.to-1 && s.question:
			f.add('?')
		case i == s.to-1:
			f.add('.')
		}
		if t.breaks {
			f.add(',')
		}
		for k := range f {
			f[k] %= dateBuckets
		}
		words[i] = orderedWord{f, w.own}
	}
	return words
}

// nameMention tells what a mention is like.
func (c *dateChooser) nameMention(f *featureList, i int) {
	m := &c.found[i]
	f.add('M', "")
	f.add('M', "lead", strconv.Itoa(int(m.lead)))
	f.add('M', "far", distanceName(daysBetween(c.today, m.day)))
	for n, is := range m.marks() {
		if is {
			f.add('M', strconv.Itoa(n))
		}
	}
	if c.ruled != nil && c.view(i).day == *c.ruled {
		f.add('M', "ruled")
	}
}

// weigh are the odds of each choice, against one another.
func (n *dateNet) weigh(s *dateSample) []float64 {
	said := n.states(s.words)
	top := said.tops()
	odds := make([]float64, len(s.choices))
	for i := range s.choices {
		heads := said.headsOf(&s.choices[i], &top)
		row := n.out[s.choices[i].turn*dateHeads:][:dateHeads]
		for k, h := range heads {
			odds[i] += float64(h * row[k])
		}
		sum := 0
		for _, f := range s.choices[i].features {
			sum += int(int8(n.plain[f]))
		}
		odds[i] += float64(sum) * n.scale * evenness(s.choices[i].features)
	}
	return odds
}

// headsOf is what the units say of a choice; top is the most that they say.
func (s *states) headsOf(c *dateSight, top *[2 * orderUnits]float32) (heads [dateHeads]float32) {
	for k, p := range c.places() {
		if d := k % 2; p >= 0 && p < len(s[d]) {
			copy(heads[k*orderUnits:], s[d][p][:])
		}
	}
	copy(heads[4*orderUnits:], top[:])
	return heads
}

// places are the words at which the two directions have read the mention and the
// one that it is counted from, each.
func (c *dateSight) places() [4]int {
	return [4]int{c.at[1] - 1, c.at[0], c.from[1] - 1, c.from[0]}
}
