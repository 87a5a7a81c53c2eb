package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

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
	find := holeFinder{rules: rules, sequence: s, now: a.now(), known: map[string][]string{}}
	err := eachOf(ctx, l, results, func(p *sequences.Person) {
		people++
		missing := find.of(p)
		if len(missing) > 0 {
			with++
		}
		for _, field := range missing {
			lack[field]++
		}
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

// eachOf goes through the people who were brought in.
func eachOf(ctx context.Context, l *ledger.Ledger, results []engine.Enrolled, do func(*sequences.Person)) error {
	return l.Read(ctx, func(t *ledger.Tx) error {
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
			do(&p)
		}
		return nil
	})
}

// warnOfReferrals tells how many of the people who were brought in are passed over
// by steps that name who sent us, as nobody is known who did.
func (a *app) warnOfReferrals(ctx context.Context, l *ledger.Ledger, s sequences.Sequence, results []engine.Enrolled) error {
	var steps []string
	for _, step := range s.Steps {
		if slices.Contains(step.Needs, "referral") {
			steps = append(steps, step.ID)
		}
	}
	if len(steps) == 0 {
		return nil
	}
	without := 0
	err := eachOf(ctx, l, results, func(p *sequences.Person) {
		if live := p.Live(); live != nil && live.Sequence == s.Name && p.Referrer(live) == "" {
			without++
		}
	})
	if err != nil || without == 0 {
		return err
	}
	passed := "these steps of " + s.Name + " are passed over: " + report.List(steps)
	if len(steps) == len(s.Steps) {
		passed = s.Name + " sends them nothing, as all its steps name that person"
	}
	fmt.Fprintf(a.stderr, "warning: of %s nobody is known who sent you to them, so %s. Give a reason such as “referred by Kim Roy”, or a field referral: followupd set ADDRESS referral=\"Kim Roy\"\n",
		report.Plural(without, "person", "people"), passed)
	return nil
}

// holeFinder finds the fields without which mails of a sequence have holes.
type holeFinder struct {
	rules    engine.Rules
	sequence sequences.Sequence
	now      time.Time
	known    map[string][]string // by what decides it
}

// of are the fields that somebody lacks: where one of several would do, all of
// them together. What a step needs is none, nor is a day of its own: without it
// the step is passed over.
func (h holeFinder) of(p *sequences.Person) []string {
	live := p.Live()
	if live == nil {
		return nil
	}
	zones := h.rules.Plan.ZonesOf(p, live.Mailbox)
	missing := map[string]bool{}
	for _, step := range h.sequence.Steps {
		t, ok := h.rules.Templates.Template(h.sequence.TemplateOf(p, live, step))
		if step.Task != "" || !ok || !step.MayCome(p, zones, h.now) {
			continue
		}
		needs := slices.Concat(step.Needs, t.Needs, step.When.Facts())
		if slices.ContainsFunc(needs, func(name string) bool { return !p.Has(name) }) {
			continue
		}
		for _, name := range h.inMail(p, live, step, t) {
			missing[name] = true
		}
	}
	return slices.Sorted(maps.Keys(missing))
}

// inMail are the fields of holes in one mail. A template that names a field may do
// without it, so the mail is written to see.
func (h holeFinder) inMail(p *sequences.Person, live *sequences.Enrolment, step sequences.Step, t *templates.Template) (names []string) {
	if step.Subject != "" {
		with, err := t.WithSubject(step.Subject)
		if err != nil {
			return nil // the linter tells of it
		}
		t = with
	}
	var lacks []string
	for _, f := range t.Fields() {
		given := strings.Contains(f.Name, ".") || slices.Contains([]string{"email", "referral", "reason", "source"}, f.Name)
		if !given && !f.Fallback && !p.Has(f.Name) {
			lacks = append(lacks, f.Name)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	data := templates.Data{Fields: p.Fields, Notes: map[string]string{}, Reason: live.Reason, Source: live.Source, Referral: p.Referrer(live), Now: h.now}
	data.Value, _ = h.rules.Templates.Values().Value(step.Value)
	for _, n := range p.Notes {
		if n.Key != "" {
			data.Notes[n.Key] = n.Text
		}
	}
	shape, sure := t.Shape(data)
	key := t.Name + "\x00" + step.ID + "\x00" + shape
	if names, ok := h.known[key]; ok && sure {
		return names
	}
	_, holes := t.Render(data)
	for _, hole := range holes {
		if slices.ContainsFunc(strings.Split(hole.Name, " or "), func(name string) bool { return slices.Contains(lacks, name) }) {
			names = append(names, hole.Name)
		}
	}
	if sure {
		h.known[key] = names
	}
	return names
}
