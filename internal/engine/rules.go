package engine

import (
	"followupd/sequences"
	"followupd/templates"
)

// Rules are the sequences and templates in force, with the plan's hash.
type Rules struct {
	Plan      sequences.Plan
	Hash      string
	Templates map[string]*templates.Template
	Values    map[string]templates.Value
}

// NewRules takes the hash of a plan once, for all the decisions made by it.
func NewRules(plan sequences.Plan, set map[string]*templates.Template, values map[string]templates.Value) Rules {
	return Rules{Plan: plan, Hash: plan.Hash(), Templates: set, Values: values}
}
