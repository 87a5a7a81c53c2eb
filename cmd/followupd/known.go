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
			for _, need := range step.Needs {
				if !strings.HasPrefix(need, "note.") {
					list = append(list, need)
				}
			}
			list = append(list, step.When.Facts()...)
			if step.On != nil && step.On.Fact != "" {
				list = append(list, step.On.Fact)
			}
		}
	}
	return list
}

// mostLookedAt is how many people are looked at for what fields there are.
const mostLookedAt = 5000

var errEnough = errors.New("enough people were looked at")

// heldFields are the fields that people in the ledger have. Files can be checked
// before there is a ledger, or where it is out of reach: then there are none.
func heldFields(ctx context.Context, c *config.Config) []string {
	if _, err := os.Stat(ledgerPath(c)); err != nil {
		return nil
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return nil
	}
	defer func() { _ = l.Close() }()
	fields, n := map[string]bool{}, 0
	err = l.Read(ctx, func(t *ledger.Tx) error {
		return t.EachPerson(func(p sequences.Person) error {
			for name := range p.Fields {
				fields[name] = true
			}
			if n++; n == mostLookedAt {
				return errEnough
			}
			return nil
		})
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil
	}
	return slices.Collect(maps.Keys(fields))
}
