package replies

import (
	_ "embed" // the weights are a file of the package
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"sync"
)

// The model is a logistic regression over hashed words, parts of words and the
// rules that fired. It is asked only where rules are silent or weak, and it
// never decides for an intent that lets a sequence go on.

// modelIntents are its classes, in the order of the weights.
var modelIntents = []Intent{
	IntentOptOut, IntentMeeting, IntentInterested, IntentQuestion, IntentLater,
	IntentReferral, IntentWrongPerson, IntentNotInterested, IntentUnclear,
}

const (
	modelBuckets = 1 << 16
	modelClasses = 9
)

// model holds a weight for each bucket and class.
type model struct {
	scale   float64 // of the stored weights
	weights []int8  // bucket*modelClasses + class
}

//go:embed model.bin
var modelFile []byte

// trained reads the embedded weights; a file of another size is no model, and
// then the rules decide alone.
var trained = sync.OnceValue(func() *model { return readModel(modelFile) })

func readModel(b []byte) *model {
	if len(b) != 8+modelBuckets*modelClasses {
		return nil
	}
	m := &model{scale: math.Float64frombits(binary.LittleEndian.Uint64(b)), weights: make([]int8, modelBuckets*modelClasses)}
	for i, w := range b[8:] {
		m.weights[i] = int8(w)
	}
	return m
}

// guess returns how likely each intent is.
func (m *model) guess(features []uint32) [modelClasses]float64 {
	var score [modelClasses]float64
	norm := m.scale / math.Sqrt(float64(max(len(features), 1)))
	for _, f := range features {
		row := m.weights[f*modelClasses : f*modelClasses+modelClasses]
		for c, w := range row {
			score[c] += float64(w)
		}
	}
	for c := range score {
		score[c] *= norm
	}
	return softmax(score)
}

// What a guess must reach before it counts, by how sure the rules were. A
// refusal closes a door, so it also wants little that speaks for interest; an
// opt-out that no rule found wants more than a guess.
const (
	againstSilence = 0.25
	againstWeak    = 0.4
	againstStrong  = 0.75
	refusalGuess   = 0.35
	optOutGuess    = 0.55
	laterAtLeast   = 0.25
	doubt          = 0.15
)

// secondOpinion lets the model decide what the rules left open, and outvote
// rules that it has seen fail. It never says later, since a sequence goes on by
// rules alone; it may doubt a later. It never takes back a plain opt-out.
func (a *argument) secondOpinion(v verdict) verdict { return a.weighAgainst(trained(), v) }

func (a *argument) weighAgainst(m *model, v verdict) verdict {
	if m == nil || v.Intent == IntentOptOut && v.Confidence >= 0.9 || len(a.prose.tokens) == 0 || v.fromContext() {
		return v
	}
	p := m.guess(a.features(true))
	best := 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	chance := func(i Intent) float64 { return p[slices.Index(modelIntents, i)] }
	intent, likely := modelIntents[best], p[best]
	if intent == v.Intent {
		return v
	}
	if v.Intent == IntentLater && chance(IntentLater) >= laterAtLeast {
		return v
	}
	if intent == IntentLater {
		if likely < 0.85 || v.Confidence >= 0.7 {
			return v
		}
		day, stated, _ := deferral(a.prose, a.in.Received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
		if day == nil && len(a.hits[topicDefer]) == 0 {
			return v
		}
		return verdict{Intent: IntentLater, Until: day, Stated: stated, Confidence: min(likely, 0.7), Evidence: []Evidence{{Rule: "model.later"}}}
	}
	want := againstSilence
	switch {
	case v.Intent == IntentLater:
		want = 0
	case v.Confidence >= 0.9:
		want = againstStrong
	case v.Confidence >= 0.7:
		want = againstWeak
	}
	switch intent {
	case IntentOptOut:
		want = max(want, optOutGuess)
	case IntentNotInterested, IntentWrongPerson:
		want = max(want, refusalGuess)
		if chance(IntentMeeting)+chance(IntentInterested) > doubt {
			want = 2
		}
	}
	if likely < want {
		if v.Intent == IntentLater {
			return verdict{Intent: IntentUnclear, Confidence: 0.5, Evidence: v.Evidence}
		}
		return v
	}
	text := clip(strings.Join(strings.Fields(a.prose.text), " "), 200)
	return verdict{Intent: intent, Confidence: min(likely, 0.85), Evidence: []Evidence{{Rule: "model." + string(intent), Text: text}}}
}

// fromContext says whether our own question decided.
func (v *verdict) fromContext() bool {
	return slices.ContainsFunc(v.Evidence, func(e Evidence) bool { return strings.HasPrefix(e.Rule, "context.") })
}

func softmax(score [modelClasses]float64) [modelClasses]float64 {
	top := slices.Max(score[:])
	sum := 0.0
	for c := range score {
		score[c] = math.Exp(score[c] - top)
		sum += score[c]
	}
	for c := range score {
		score[c] /= sum
	}
	return score
}

// features are the buckets of what a text shows, each once, in order; ruled
// says whether the rules that fired are among them.
func (a *argument) features(ruled bool) []uint32 {
	var f []uint32
	add := func(kind byte, parts ...string) {
		h := uint32(2166136261) // FNV-1a
		h = (h ^ uint32(kind)) * 16777619
		for _, s := range parts {
			for i := range len(s) {
				h = (h ^ uint32(s[i])) * 16777619
			}
			h = (h ^ ' ') * 16777619
		}
		f = append(f, (h^h>>15)%modelBuckets)
	}
	add('1') // the bias
	last := ""
	for i, t := range a.prose.tokens {
		if i >= 200 {
			break
		}
		word := t.word
		if t.kind == numberToken {
			word = "#"
		}
		add('w', word)
		add('b', last, word)
		if t.kind == wordToken {
			padded := "^" + word + "$"
			for n := 0; n+4 <= len(padded); n++ {
				add('c', padded[n:n+4])
			}
		}
		last = word
	}
	add('b', last, "$")
	add('l', sizeName(len(a.prose.tokens)))
	for _, s := range a.prose.sentences {
		if s.question {
			add('?')
		}
		if s.exclaim {
			add('!')
		}
	}
	for _, m := range a.found {
		add('d', string(rune('0'+m.lead)))
	}
	if !ruled {
		slices.Sort(f)
		return slices.Compact(f)
	}
	for topic, hits := range a.hits {
		for _, h := range hits {
			add('r', h.rule.name)
			add('t', topic, string(rune('0'+h.rule.level)))
		}
	}
	for topic := range a.negated {
		add('n', topic)
	}
	v := a.decide()
	add('v', string(v.Intent), string(rune('0'+int(v.Confidence*10))))
	slices.Sort(f)
	return slices.Compact(f)
}

func sizeName(n int) string {
	switch {
	case n <= 2:
		return "word"
	case n <= 6:
		return "phrase"
	case n <= 15:
		return "line"
	case n <= 40:
		return "note"
	}
	return "letter"
}
