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

// GetsNothing is why no mail of a sequence will go out to somebody because of what
// they were given before, and what helps; "" where one may.
func (plan Plan) GetsNothing(p *Person, e *Enrolment) string {
	seq := plan.Sequences[e.Sequence]
	if limit := seq.giveUp(); p.BalanceAt().Balance >= limit {
		return fmt.Sprintf("%d things or more were given to them since their last answer, in whatever sequence, and give_up of %s is %d; raise it there, or wait for their answer", limit, seq.Name, limit)
	}
	for _, step := range seq.Steps {
		if _, done := e.done(step.ID); !done && plan.WasGiven(p, e, step) == "" {
			return ""
		}
	}
	return fmt.Sprintf("each thing that %s gives was given to them before; a sequence with other values helps", seq.Name)
}

// gaveEnough is why a sequence ends that has given so many values without an answer.
func (s Sequence) gaveEnough(e *Enrolment, balance int) string {
	if _, began := e.lastStep(); began {
		return fmt.Sprintf("%d things of value given since their last answer, none returned", balance)
	}
	return fmt.Sprintf("nothing goes out: %d things of value were given since their last answer, in whatever sequence, and give_up of %s is %d; a higher one, or their answer, lets more go out", balance, s.Name, s.giveUp())
}
