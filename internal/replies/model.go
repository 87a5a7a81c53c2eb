package replies

import (
	_ "embed" // the weights are a file of the package
	"slices"
	"sync"
)

// The model is a few small networks that are asked together, over hashed words,
// parts of words, concepts, the rules that fired and what they came to: it has
// learned which of them to believe beside which words. Each network adds up
// weights of what it sees, as a logistic regression does, and has a few units
// besides that look at the whole text and at each sentence alone, of which the
// sentence that stirs a unit most counts: often one sentence decides. See judge
// for what is made of the model's opinion.

// modelIntents are its classes, in the order of the weights.
var modelIntents = []Intent{
	IntentOptOut, IntentMeeting, IntentInterested, IntentQuestion, IntentLater,
	IntentReferral, IntentWrongPerson, IntentNotInterested, IntentUnclear,
}

const (
	modelBuckets = 1 << 17
	modelClasses = 9
	modelNets    = 3 // networks, which differ in the chance that they began with
)

// modelShape is that of its networks.
var modelShape = shape{classes: modelClasses, units: 16}

// model is the networks that are asked together, those that are asked where they
// are in doubt, and those that are asked about a few words.
type model struct {
	networks []*network
	readers  []recurrent
	brief    []briefReader
}

//go:embed model.bin
var modelFile []byte

// trained reads the embedded weights; a file of another size is no model, and
// then the rules decide alone.
var trained = sync.OnceValue(func() *model { return readModel(modelFile, orderFile, briefFile) })

func readModel(b, readers, brief []byte) *model {
	if len(b) != modelShape.size(modelNets) {
		return nil
	}
	return &model{readNetworks(modelShape, b), readRecurrent(readers), readBrief(brief)}
}

// sure is the chance of an intent from which the readers aren't asked: they
// cost ten times as much, and would change nothing.
const sure = 0.95

// opinionOn returns how likely each intent is, and whether our mail was read for it.
// Whether they want no more mail the answer's own words tell: our mail speaks of that
// in its last line, whatever they answer. How much our mail counts was measured by
// folds: of the briefest answers it tells most, and of a bare yes or no all.
func (m *model) opinionOn(a *argument) (o opinion, withOurs bool) {
	alone := m.opinionAlone(a)
	e, ok := a.exchange(true)
	if !ok || len(m.brief) == 0 {
		return alone, false
	}
	for i := range m.brief {
		for c, p := range m.brief[i].chances(e) {
			o[c] += p / float64(len(m.brief))
		}
	}
	stop := slices.Index(modelIntents, IntentOptOut)
	rest, restAlone := 1-o[stop], 1-alone[stop]
	if rest <= 0 || restAlone <= 0 {
		return alone, false
	}
	share := 0.5
	if yes, no := a.bare(); yes || no {
		share = 1
	} else if a.short(briefest) {
		share = 0.8
	}
	for c := range o {
		o[c] = restAlone * (share*o[c]/rest + (1-share)*alone[c]/restAlone)
	}
	o[stop] = alone[stop]
	return o, true
}

// opinionAlone is the same by the answer's words alone.
func (m *model) opinionAlone(a *argument) opinion {
	o := m.glance(*a.sight())
	if len(m.readers) == 0 || slices.Max(o[:]) >= sure {
		return o
	}
	said := m.readersOn(a)
	person := 1 - said[modelClasses]
	if person <= 0 {
		return o
	}
	for c := range o {
		o[c] = (o[c] + said[c]/person) / 2
	}
	return o
}

// readersOn returns how likely each intent is to those who read word by word,
// and last a machine. It asks them once.
func (m *model) readersOn(a *argument) [orderClasses]float64 {
	if a.inTurn == nil {
		a.inTurn = new([orderClasses]float64)
		words := a.inOrder(true)
		for i := range m.readers {
			for c, p := range m.readers[i].chances(words) {
				a.inTurn[c] += p / float64(len(m.readers))
			}
		}
	}
	return *a.inTurn
}

// glance returns how likely each intent is by what is seen at a glance.
func (m *model) glance(s sight) opinion {
	var o opinion
	for i := range m.networks {
		for c, p := range m.networks[i].chances(s) {
			o[c] += p / modelNets
		}
	}
	return o
}
