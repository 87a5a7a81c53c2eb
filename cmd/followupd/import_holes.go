package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
	"followupd/templates"
)

// fieldsOf are the fields that the steps and the templates lean on.
func fieldsOf(rules engine.Rules) []string {
	list := neededFields(rules.Plan)
	for _, name := range rules.Templates.Names() {
		t, _ := rules.Templates.Template(name)
		list = append(list, plainFields(t)...)
	}
	return list
}

// plainFields are the fields of people that a template uses.
func plainFields(t *templates.Template) []string {
	var list []string
	for _, f := range t.Fields() {
		if !strings.Contains(f.Name, ".") {
			list = append(list, f.Name)
		}
	}
	return list
}

// warnOfHoles tells how many of the people who were brought in lack a field
// without which a mail of theirs is held.
func (a *app) warnOfHoles(ctx context.Context, l *ledger.Ledger, rules engine.Rules, s sequences.Sequence, results []engine.Enrolled) error {
	lack := map[string]int{}
	people, with := 0, 0
	err := l.Read(ctx, func(t *ledger.Tx) error {
		for _, r := range results {
			if r.What == engine.WasLeftOut {
				continue
			}
			id, err := t.PersonByAddress(r.Address)
			if errors.Is(err, ledger.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			p, err := t.Person(id)
			if err != nil {
				return err
			}
			people++
			missing := holes(rules, s, &p)
			if len(missing) > 0 {
				with++
			}
			for _, field := range missing {
				lack[field]++
			}
		}
		return nil
	})
	if err != nil || with == 0 {
		return err
	}
	var fields []string
	for _, field := range slices.Sorted(maps.Keys(lack)) {
		fields = append(fields, fmt.Sprintf("%s (%d)", field, lack[field]))
	}
	verb := "lack"
	if with == 1 {
		verb = "lacks"
	}
	fmt.Fprintf(a.stderr, "warning: %d of %s %s a field that the templates of %s use: %s. Such a mail is held, not sent: import the field, or followupd set ADDRESS NAME=VALUE\n",
		with, report.Plural(people, "person", "people"), verb, s.Name, report.List(fields))
	return nil
}

// holes are the fields without which a mail of a sequence would have a hole.
// What a step needs is none: without it the step is passed over.
func holes(rules engine.Rules, s sequences.Sequence, p *sequences.Person) []string {
	missing := map[string]bool{}
	for _, step := range s.Steps {
		t, ok := rules.Templates.Template(s.TemplateOf(p, p.Live(), step))
		if step.Task != "" || !ok {
			continue
		}
		needs := slices.Concat(step.Needs, t.Needs, step.When.Facts())
		if slices.ContainsFunc(needs, func(name string) bool { return !p.Has(name) }) {
			continue
		}
		for _, f := range t.Fields() {
			known := strings.Contains(f.Name, ".") || slices.Contains([]string{"email", "referral", "reason", "source"}, f.Name)
			if !known && !f.Fallback && !p.Has(f.Name) {
				missing[f.Name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(missing))
}
