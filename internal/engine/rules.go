package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"path/filepath"

	"followupd/sequences"
	"followupd/templates"
)

// Rules are the sequences and templates in force. Their hash names all of it:
// the plan holds the hashes of the templates' texts.
type Rules struct {
	Plan      sequences.Plan
	Hash      string
	Templates *templates.Set
	Files     fs.FS // the templates folder, for what mails attach; nil: there are no files

	body  []byte            // of the plan
	texts map[string][]byte // of the templates' files, by their names in Plan.Texts
}

// file reads what a mail attaches.
func (r Rules) file(name string) ([]byte, error) {
	if r.Files == nil {
		return nil, errNoFiles
	}
	return fs.ReadFile(r.Files, name)
}

// NewRules takes the hash of a plan once, for all the decisions made by it.
func NewRules(plan sequences.Plan, set *templates.Set) Rules {
	return Rules{Plan: plan, Hash: plan.Hash(), body: plan.Canonical(), Templates: set}
}

// WithTexts adds the files that the templates were read from, by their names,
// so that the version holds them too.
func (r Rules) WithTexts(files map[string][]byte) Rules {
	plan := r.Plan
	plan.Texts, r.texts = make(map[string]string, len(files)), make(map[string][]byte, len(files))
	for name, text := range files {
		sum := sha256.Sum256(text)
		base := path.Base(filepath.ToSlash(name))
		plan.Texts[base], r.texts[base] = hex.EncodeToString(sum[:]), text
	}
	r.Plan, r.Hash, r.body = plan, plan.Hash(), plan.Canonical()
	return r
}

// For are the same sequences and templates with what the configuration gives to
// another plan: its mailboxes, and how long an absence lasts that has no end.
func (r Rules) For(other sequences.Plan) Rules {
	plan := r.Plan
	plan.Mailboxes, plan.AwayDefault = other.Mailboxes, other.AwayDefault
	r.Plan, r.Hash, r.body = plan, plan.Hash(), plan.Canonical()
	return r
}

func (r Rules) value(id string) (templates.Value, bool) { return r.Templates.Values().Value(id) }
