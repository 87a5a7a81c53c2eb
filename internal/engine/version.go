package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
	"followupd/templates"
)

// Version names sequences and templates by their content, and says since when
// they were in force.
type Version struct {
	Hash  string    `json:"hash"`
	Since time.Time `json:"since"` // for the first time, where they were so again later
}

// shortHash is how much of a hash people are shown.
const shortHash = 7

// Short is the beginning of the hash, by which people name a version.
func (v Version) Short() string { return v.Hash[:min(shortHash, len(v.Hash))] }

// EditsProblem is the setting that holds why edits were not taken up, with
// file and line; it is empty where they were.
const EditsProblem = "edits.problem"

// inForceSetting holds which version the daemon works by, and which before.
const inForceSetting = "versions.in_force"

// TakenUp is what the daemon works by.
type TakenUp struct {
	Now    Version `json:"now"`
	Before Version `json:"before,omitzero"` // the version that it worked by until then
}

// InForce reads what the daemon works by, or worked by last; of the zero value
// where none ever did.
func InForce(t *ledger.Tx) (u TakenUp, err error) {
	text, err := t.Setting(inForceSetting)
	if err != nil || text == "" {
		return u, err
	}
	return u, json.Unmarshal([]byte(text), &u)
}

// Left are the people who stand in a sequence that isn't among those in force.
func Left(t *ledger.Tx) ([]ledger.Left, error) {
	u, err := InForce(t)
	if err != nil || u.Now.Hash == "" {
		return nil, err
	}
	plan, err := t.PlanByHash(u.Now.Hash)
	if err != nil {
		return nil, err
	}
	return t.Left(slices.Collect(maps.Keys(plan.Sequences)))
}

// TakeUp puts sequences and templates in force from the next decision on, and
// keeps them in the ledger. changed is false where the engine went by them already.
func (e *Engine) TakeUp(ctx context.Context, r Rules) (changed bool, err error) {
	now := e.now().UTC()
	err = e.ledger.Write(ctx, func(t *ledger.Tx) error {
		u, err := InForce(t)
		if err != nil {
			return err
		}
		if err := keep(t, r, now); err != nil || u.Now.Hash == r.Hash {
			return err
		}
		u = TakenUp{Now: Version{r.Hash, now}, Before: u.Now}
		text, err := json.Marshal(u)
		if err != nil {
			return err
		}
		return t.Set(inForceSetting, string(text))
	})
	if err != nil {
		return false, fmt.Errorf("keep the sequences and templates: %w", err)
	}
	changed = e.Rules().Hash != r.Hash
	e.SetRules(r)
	return changed, nil
}

// keep stores a version in the ledger, once.
func keep(t *ledger.Tx, r Rules, now time.Time) error {
	added, err := t.KeepPlan(r.Hash, r.body, now)
	if err != nil || !added {
		return err
	}
	for name, hash := range r.Plan.Texts {
		if err := t.KeepText(hash, r.texts[name]); err != nil {
			return err
		}
	}
	return nil
}

// KeptRules reads a version that is kept in the ledger. What its mails attach
// isn't kept; it is read from files. An error that is ledger.ErrNotFound says
// that there is no such version, or that its templates aren't kept.
func KeptRules(t *ledger.Tx, hash string, files fs.FS) (Rules, error) {
	plan, err := t.PlanByHash(hash)
	if err != nil {
		return Rules{}, err
	}
	texts := make(map[string][]byte, len(plan.Texts))
	for name, of := range plan.Texts {
		if texts[name], err = t.Text(of); err != nil {
			return Rules{}, fmt.Errorf("template %s: %w", name, err)
		}
	}
	set, problems := templates.ParseSet(texts)
	if problems.HasErrors() {
		return Rules{}, fmt.Errorf("the templates of version %.7s can't be read any more: %w", hash, problems)
	}
	r := NewRules(plan, set)
	r.Files, r.texts = files, texts
	if r.Hash != hash { // an older program wrote it in another form
		r.Hash = hash
	}
	return r, nil
}

// VersionOf finds the version that a word names, which is the beginning of its
// hash. An error that is ledger.ErrNotFound says that none or several do.
func VersionOf(t *ledger.Tx, word string) (Version, error) {
	var found []Version
	err := t.Plans(word, func(hash string, at time.Time) error {
		found = append(found, Version{hash, at})
		return nil
	})
	switch {
	case err != nil:
		return Version{}, err
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return Version{}, fmt.Errorf("there is no version %q: %w", word, ledger.ErrNotFound)
	}
	return Version{}, fmt.Errorf("%d versions begin with %q: %w", len(found), word, ledger.ErrNotFound)
}

// textOf is the hash of a template's text as a step has it, "" where that isn't
// known.
func textOf(p sequences.Plan, template string) string { return p.Texts[template+".md"] }

var errNoFiles = errors.New("there are no files to attach")
