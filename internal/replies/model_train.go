package replies

import (
	"iter"
	"slices"
	"strings"
	"time"
)

// Example is one labelled text to learn from.
type Example struct {
	Text     string // the new text
	Lang     string // BCP 47; only notices are told apart by it
	Quoted   string // our own mail
	Subject  string
	Received time.Time
	Intent   Intent
	Signals  []Signal // nil where nobody has said which there are
}

// argue takes the text apart as a reply that came in.
func (e Example) argue() *argument {
	return argue(&input{NewText: e.Text, Context: Context{Sent: e.Quoted}, Subject: e.Subject, Received: e.Received, Kind: KindReply}, e.Text)
}

// modelPace is how the model learns.
var modelPace = pace{epochs: 2, rate: 0.08, decay: 1e-5}

// answersInBrief says whether only our own question tells what a text means: "no"
// to it. The models don't see it, and have nothing to learn from the answer.
func (e *Example) answersInBrief(a *argument) bool {
	return strings.TrimSpace(e.Quoted) != "" && a.short(briefest)
}

// teachable are those examples of which the models can learn one of the intents
// that they know, taken apart, with its place among them.
func teachable(examples []Example, known []Intent) iter.Seq2[*argument, int] {
	return func(yield func(*argument, int) bool) {
		for _, e := range examples {
			class := slices.Index(known, e.Intent)
			if class < 0 {
				continue
			}
			if a := e.argue(); !e.answersInBrief(a) && !yield(a, class) {
				return
			}
		}
	}
}

// Train learns the weights of the model from labelled texts and returns them as
// the embedded file holds them. The same examples in the same order give the
// same bytes on the same kind of processor. Intents that the model doesn't know
// are passed over.
func Train(examples []Example) []byte {
	set := prepare(examples)
	return modelShape.sideBySide(atOnce(modelNets, func(seed uint64) []byte {
		return fit(modelShape, modelPace, set, seed).bytes()
	}))
}

func prepare(examples []Example) []sample {
	var set []sample
	for a, class := range teachable(examples, modelIntents) {
		// Each text counts twice, once without its rules: where rules will be
		// silent, the words alone must tell.
		for _, ruled := range []bool{false, true} {
			s := a.look(ruled)
			slices.Sort(s.whole) // the order of a sum changes its last bits
			for _, f := range s.sentences {
				slices.Sort(f)
			}
			set = append(set, sample{s, class})
		}
	}
	return set
}
