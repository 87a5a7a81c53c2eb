package main

import (
	"context"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/sequences"
)

// neededFields are those that steps lean on: who writes so means to have them.
func neededFields(plan sequences.Plan) []string {
	var list []string
	for _, s := range plan.Sequences {
		for _, step := range s.Steps {
			list = append(list, step.Facts()...)
		}
	}
	return slices.DeleteFunc(list, func(fact string) bool { return strings.HasPrefix(fact, "note.") })
}

// mostLookedAt is how many people are looked at for what fields there are.
const mostLookedAt = 5000

var errEnough = errors.New("enough people were looked at")

// heldFields are the fields of the people in the ledger.
type heldFields struct {
	all []string
	// of are those of the people who are in a sequence, by its name. Nil: there
	// were too many people to look at each.
	of map[string]map[string]bool
}

// fieldsHeld looks for the fields that people have. Files can be checked before
// there is a ledger, or where it is out of reach: then there are none.
func fieldsHeld(ctx context.Context, c *config.Config) heldFields {
	if _, err := os.Stat(ledgerPath(c)); err != nil {
		return heldFields{}
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return heldFields{}
	}
	defer func() { _ = l.Close() }()
	fields, n := map[string]bool{}, 0
	held := heldFields{of: map[string]map[string]bool{}}
	err = l.Read(ctx, func(t *ledger.Tx) error {
		return t.EachPerson(func(p sequences.Person) error {
			if n++; n > mostLookedAt {
				return errEnough
			}
			live := p.Live()
			if live != nil && held.of[live.Sequence] == nil {
				held.of[live.Sequence] = map[string]bool{}
			}
			for name, value := range p.Fields {
				fields[name] = true
				if live != nil && strings.TrimSpace(value) != "" {
					held.of[live.Sequence][name] = true
				}
			}
			return nil
		})
	})
	switch {
	case errors.Is(err, errEnough):
		held.of = nil
	case err != nil:
		return heldFields{}
	}
	held.all = slices.Collect(maps.Keys(fields))
	return held
}

// whom are the fields of the people in sequences that send a template; nil where
// there are none of them.
func (h heldFields) whom(plan sequences.Plan, template string) (fields []string) {
	for _, s := range plan.Sequences {
		has, there := h.of[s.Name]
		if !there || !slices.Contains(s.Templates(), template) {
			continue
		}
		if fields == nil {
			fields = append([]string{}, neededFields(plan)...) // without them the step is passed over
		}
		fields = slices.AppendSeq(fields, maps.Keys(has))
	}
	return fields
}
