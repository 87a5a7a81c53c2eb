package sequences

import (
	"fmt"
	"slices"
)

// WasGiven is, in words, when somebody was given what a step gives, in whatever
// sequence that was: each value is given to a person once. It is "" where they
// weren't, and where the step is for those who were. A mail that may have gone out
// counts as one that did.
func (plan Plan) WasGiven(p *Person, e *Enrolment, step Step) string {
	if step.Value == "" || step.When != nil && slices.Contains(step.When.Given, step.Value) {
		return ""
	}
	for _, m := range slices.Backward(p.Timeline) {
		if m.Kind == HapSent && m.Value == step.Value {
			return fmt.Sprintf("%s was given on %s", step.Value, day(m.At))
		}
	}
	for i := range p.Enrolments {
		other := &p.Enrolments[i]
		if !other.Uncertain || other.ID == e.ID {
			continue
		}
		if doubt, _ := plan.Sequences[other.Sequence].StepOf(other.Step); doubt.Value == step.Value {
			return fmt.Sprintf("%s may have been given on %s", step.Value, day(other.Since))
		}
	}
	return ""
}
