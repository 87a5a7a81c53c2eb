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
// rules that fired. It decides where rules are silent, may outvote them where
// they are weak, and never lets a sequence go on.

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
	againstSilence = 0.2
	againstWeak    = 0.5
	againstStrong  = 0.8
	refusalGuess   = 0.35
	optOutGuess    = 0.5
	laterGuess     = 0.85
	never          = 2
	// doubt is how much may speak for interest when the model refuses, hope how
	// much must when a refusal of the rules is left to a person.
	doubt = 0.15
	hope  = 0.4
	// What the rules take for later must look like it to the model too; to let a
	// sequence go on it must look more like it than not.
	laterAtLeast = 0.25
	laterSure    = 0.5
)

// opinion is what the model makes of a text.
type opinion struct {
	chances [modelClasses]float64
	best    Intent
	likely  float64
}

func (m *model) opinionOn(features []uint32) opinion {
	o := opinion{chances: m.guess(features)}
	for c, p := range o.chances {
		if p > o.likely {
			o.best, o.likely = modelIntents[c], p
		}
	}
	return o
}

func (o *opinion) chance(i Intent) float64 { return o.chances[slices.Index(modelIntents, i)] }

// yes is how likely the writer wants something.
func (o *opinion) yes() float64 { return o.chance(IntentMeeting) + o.chance(IntentInterested) }

// endsTalk says whether an intent ends a conversation.
func endsTalk(i Intent) bool { return i == IntentNotInterested || i == IntentWrongPerson }

// secondOpinion lets the model decide what the rules left open, and outvote
// rules that it has seen fail. It never takes back a plain opt-out, and where
// it says later itself, it is never so sure that a sequence would go on.
func (a *argument) secondOpinion(v verdict) verdict { return a.weighAgainst(trained(), v) }

func (a *argument) weighAgainst(m *model, v verdict) verdict {
	if m == nil || v.Intent == IntentOptOut && v.Confidence >= 0.9 || len(a.prose.tokens) == 0 || v.fromContext() {
		return v
	}
	o := m.opinionOn(a.features(true))
	switch {
	case v.Intent == IntentLater:
		return a.doubtLater(v, o)
	case o.best == v.Intent:
		return v
	case o.best == IntentLater:
		return a.maybeLater(v, o)
	case o.likely >= wanted(v, o):
		return a.guessed(o)
	case endsTalk(v.Intent) && o.yes() >= hope:
		return verdict{Intent: IntentUnclear, Confidence: 0.5, Evidence: v.Evidence}
	}
	return v
}

// wanted is how likely the model's choice must be to stand against the rules'.
func wanted(v verdict, o opinion) float64 {
	want := againstSilence
	switch {
	case v.Confidence >= 0.9:
		want = againstStrong
	case v.Confidence >= 0.7:
		want = againstWeak
	}
	switch {
	case o.best == IntentOptOut:
		return max(want, optOutGuess)
	case endsTalk(o.best) && o.yes() > doubt:
		return never
	case endsTalk(o.best):
		return max(want, refusalGuess)
	}
	return want
}

// doubtLater keeps a later only where the model sees one too.
func (a *argument) doubtLater(v verdict, o opinion) verdict {
	switch chance := o.chance(IntentLater); {
	case chance >= laterSure:
		return v
	case chance >= laterAtLeast || o.best == IntentLater:
		v.Confidence = min(v.Confidence, 0.8)
		return v
	case endsTalk(o.best) && o.yes() > doubt || o.best == IntentOptOut && o.likely < optOutGuess:
		return verdict{Intent: IntentUnclear, Confidence: 0.5, Evidence: v.Evidence}
	}
	return a.guessed(o)
}

// maybeLater believes the model's later where the rules had nothing to say, the
// model is nearly certain, and the text names a day or a wish to be asked again.
func (a *argument) maybeLater(v verdict, o opinion) verdict {
	if o.likely < laterGuess || v.Confidence >= 0.7 {
		return v
	}
	day, stated, at := deferral(a.prose, a.in.Received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
	if day == nil && len(a.hits[topicDefer]) == 0 || at != nil && at.lead == leadUntil {
		return v
	}
	g := a.guessed(o)
	g.Until, g.Stated, g.Confidence = day, stated, min(g.Confidence, 0.7)
	return g
}

// guessed is the model's own verdict.
func (a *argument) guessed(o opinion) verdict {
	text := clip(strings.Join(strings.Fields(a.prose.text), " "), 200)
	return verdict{Intent: o.best, Confidence: min(o.likely, 0.85), Evidence: []Evidence{{Rule: "model." + string(o.best), Text: text}}}
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

// features are the buckets of what a text shows, each once; ruled
// says whether the rules that fired are among them.
func (a *argument) features(ruled bool) []uint32 {
	f := make([]uint32, 0, 1024)
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
		return distinct(f)
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
	return distinct(f)
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
