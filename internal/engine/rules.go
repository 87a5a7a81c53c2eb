package engine

import (
	"followupd/sequences"
	"followupd/templates"
)

// Rules are the sequences and templates in force, with the plan's hash.
type Rules struct {
	Plan      sequences.Plan
	Hash      string
	Templates *templates.Set
}

// NewRules takes the hash of a plan once, for all the decisions made by it.
func NewRules(plan sequences.Plan, set *templates.Set) Rules {
	return Rules{Plan: plan, Hash: plan.Hash(), Templates: set}
}

func (r Rules) value(id string) (templates.Value, bool) { return r.Templates.Values().Value(id) }
