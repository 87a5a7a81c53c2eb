package engine

import (
	"errors"
	"io/fs"

	"followupd/sequences"
	"followupd/templates"
)

// Rules are the sequences and templates in force, with the plan's hash.
type Rules struct {
	Plan      sequences.Plan
	Hash      string
	Templates *templates.Set
	Files     fs.FS // the templates folder, for what mails attach; nil: there are no files
}

// file reads what a mail attaches.
func (r Rules) file(name string) ([]byte, error) {
	if r.Files == nil {
		return nil, errors.New("there are no files to attach")
	}
	return fs.ReadFile(r.Files, name)
}

// NewRules takes the hash of a plan once, for all the decisions made by it.
func NewRules(plan sequences.Plan, set *templates.Set) Rules {
	return Rules{Plan: plan, Hash: plan.Hash(), Templates: set}
}

func (r Rules) value(id string) (templates.Value, bool) { return r.Templates.Values().Value(id) }
