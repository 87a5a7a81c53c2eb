package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Changes are what other sequences and templates change for people: what goes
// out by those, beside what goes out by the ones before.
type Changes struct {
	From   Version            `json:"from"` // what it is compared with
	To     Version            `json:"to"`   // since is zero where it was never in force
	Until  time.Time          `json:"until"`
	Totals map[ChangeKind]int `json:"totals"` // people, by what changes
	Within int                `json:"within_the_day"`
	List   []Change           `json:"changes"` // by kind, then by time
}

// ChangeKind is what changes for somebody.
type ChangeKind string

// The closed set of changes, in the order in which they are told.
const (
	ChangeHalts ChangeKind = "goes_no_further" // would be held or end, and wouldn't before
	ChangeGone  ChangeKind = "step_went_away"  // stands at a step that there is no more
	ChangeNew   ChangeKind = "new_step"        // gets a step that there was not
	ChangeMail  ChangeKind = "another_mail"    // the same step sends something else
	ChangeDate  ChangeKind = "another_day"
	ChangeMore  ChangeKind = "one_more_mail" // of a step that would not have come in this time
	ChangeLess  ChangeKind = "one_mail_less"
)

// ChangeKinds are all kinds, in the order in which they are told.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeHalts, ChangeGone, ChangeNew, ChangeMail, ChangeDate, ChangeMore, ChangeLess}
}

// Change is what changes for one person at one step.
type Change struct {
	Kind     ChangeKind `json:"kind"`
	Person   int64      `json:"person"`
	Name     string     `json:"name"`
	Company  string     `json:"company,omitempty"`
	Address  string     `json:"address"`
	Sequence string     `json:"sequence"`
	Step     string     `json:"step"`
	Before   time.Time  `json:"before,omitzero"` // when the mail would have gone out
	After    time.Time  `json:"after,omitzero"`  // when it would, or when somebody comes to stand
	Next     string     `json:"next,omitempty"`  // the step that comes instead of one that went away
	What     []string   `json:"what,omitempty"`  // is another, of a mail; or why it goes no further
	Zone     string     `json:"zone,omitempty"`  // the prospect's
}

// changesListed is how many of those at one step that went away are named.
const changesListed = 1000

// Outlook is what goes out by some sequences and templates.
type Outlook struct {
	Rules    Rules
	Version  Version
	Forecast Forecast
}

// Compare tells what changes between two outlooks of the same span. It reads
// who stands where, and keeps nothing.
func (e *Engine) Compare(ctx context.Context, before, after Outlook) (Changes, error) {
	c := comparison{before: before, after: after, what: map[line][]string{},
		out: Changes{From: before.Version, To: after.Version, Until: after.Forecast.To, Totals: map[ChangeKind]int{}, List: []Change{}}}
	c.mails()
	c.halts()
	err := e.ledger.Read(ctx, c.gone)
	kinds := ChangeKinds()
	slices.SortStableFunc(c.out.List, func(a, b Change) int {
		if k := slices.Index(kinds, a.Kind) - slices.Index(kinds, b.Kind); k != 0 {
			return k
		}
		if t := a.when().Compare(b.when()); t != 0 {
			return t
		}
		return cmp.Compare(a.Person, b.Person)
	})
	return c.out, err
}

func (c Change) when() time.Time {
	if c.After.IsZero() {
		return c.Before
	}
	return c.After
}

// comparison is one comparison in the making.
type comparison struct {
	before, after Outlook
	out           Changes
	what          map[line][]string // what is another about a step's mail
}

// planned is one mail, whenever it goes out.
type planned struct {
	enrolment int64
	step      string
}

func byStep(mails []Planned) map[planned]*Planned {
	out := make(map[planned]*Planned, len(mails))
	for i := range mails {
		out[planned{mails[i].Enrolment, mails[i].Step}] = &mails[i]
	}
	return out
}

func (c *comparison) add(kind ChangeKind, m *Planned, then func(*Change)) {
	change := Change{Kind: kind, Person: m.Person, Name: m.Name, Company: m.Company, Address: m.Address, Sequence: m.Sequence, Step: m.Step, Zone: m.Zone}
	then(&change)
	c.out.List = append(c.out.List, change)
	c.out.Totals[kind]++
}

// mails compares the mails one by one.
func (c *comparison) mails() {
	was, is := byStep(c.before.Forecast.Mails), byStep(c.after.Forecast.Mails)
	for i := range c.after.Forecast.Mails {
		m := &c.after.Forecast.Mails[i]
		old := was[planned{m.Enrolment, m.Step}]
		switch {
		case old == nil && !has(c.before.Rules.Plan, m.Sequence, m.Step):
			c.add(ChangeNew, m, func(x *Change) { x.After = m.At })
			continue
		case old == nil:
			c.add(ChangeMore, m, func(x *Change) { x.After = m.At })
			continue
		}
		if what := c.other(m.Sequence, m.Step); len(what) > 0 {
			c.add(ChangeMail, m, func(x *Change) { x.Before, x.After, x.What = old.At, m.At, what })
		}
		switch {
		case !sameDay(old.At.In(m.Prospect), m.At.In(m.Prospect)):
			c.add(ChangeDate, m, func(x *Change) { x.Before, x.After = old.At, m.At })
		case !old.At.Equal(m.At):
			c.out.Within++
		}
	}
	for i := range c.before.Forecast.Mails {
		m := &c.before.Forecast.Mails[i]
		if is[planned{m.Enrolment, m.Step}] == nil && has(c.after.Rules.Plan, m.Sequence, m.Step) {
			c.add(ChangeLess, m, func(x *Change) { x.Before = m.At })
		}
	}
}

func has(p sequences.Plan, sequence, step string) bool {
	_, ok := p.Sequences[sequence].StepOf(step)
	return ok
}

func sameDay(a, b time.Time) bool {
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	return ay == by && am == bm && ad == bd
}

// other says what is another about the mail of a step.
func (c *comparison) other(sequence, step string) []string {
	key := line{sequence: sequence, step: step}
	if what, known := c.what[key]; known {
		return what
	}
	was, _ := c.before.Rules.Plan.Sequences[sequence].StepOf(step)
	is, _ := c.after.Rules.Plan.Sequences[sequence].StepOf(step)
	var what []string
	turned := func(of, from, to string) {
		if from == to {
			return
		}
		if from == "" {
			from = "none"
		}
		if to == "" {
			to = "none"
		}
		what = append(what, fmt.Sprintf("%s %s, not %s", of, to, from))
	}
	turned("template", was.Template, is.Template)
	turned("value", was.Value, is.Value)
	turned("subject", was.Subject, is.Subject)
	if was.Template == is.Template && textOf(c.before.Rules.Plan, was.Template) != textOf(c.after.Rules.Plan, is.Template) {
		what = append(what, "the template "+is.Template+" was edited")
	}
	if old, ok := c.before.Rules.value(was.Value); ok && was.Value == is.Value {
		if now, _ := c.after.Rules.value(is.Value); now != old {
			what = append(what, "the value "+is.Value+" was edited")
		}
	}
	c.what[key] = what
	return what
}

// halts finds who would go no further, and would have before.
func (c *comparison) halts() {
	type who struct {
		person   int64
		sequence string
	}
	halted := map[who]bool{}
	for _, s := range c.before.Forecast.Stops {
		halted[who{s.Person, s.Sequence}] = true
	}
	for _, s := range c.after.Forecast.Stops {
		if s.State == sequences.StateEnded || s.Why.Code == sequences.CodeStepGone || halted[who{s.Person, s.Sequence}] {
			continue // of those whose step went away gone tells
		}
		c.out.Totals[ChangeHalts]++
		c.out.List = append(c.out.List, Change{Kind: ChangeHalts, Person: s.Person, Name: s.Name, Company: s.Company, Address: s.Address,
			Sequence: s.Sequence, Step: s.Step, After: s.At, What: []string{s.Why.Text}})
	}
}

// gone finds who stands at a step that there is no more, whether they move now
// or not.
func (c *comparison) gone(t *ledger.Tx) error {
	next := map[int64]*Planned{} // of an enrolment, the first mail by the new plan
	for i := range c.after.Forecast.Mails {
		m := &c.after.Forecast.Mails[i]
		if next[m.Enrolment] == nil {
			next[m.Enrolment] = m
		}
	}
	counts, err := t.LiveSteps()
	if err != nil {
		return err
	}
	for _, at := range counts {
		if at.Step == "" || has(c.after.Rules.Plan, at.Sequence, at.Step) || !has(c.before.Rules.Plan, at.Sequence, at.Step) {
			continue
		}
		c.out.Totals[ChangeGone] += at.N
		rows, err := t.LiveAtStep(at.Sequence, at.Step, changesListed)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := c.standsAtGone(t, r, next[r.ID]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *comparison) standsAtGone(t *ledger.Tx, r ledger.EnrolmentRow, next *Planned) error {
	p, err := t.Person(r.Person)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil // forgotten meanwhile
	}
	if err != nil {
		return err
	}
	change := Change{Kind: ChangeGone, Person: p.ID, Name: ledger.Name(p), Company: p.Fields["company"], Sequence: r.Sequence, Step: r.Step}
	if len(p.Addresses) > 0 {
		change.Address = p.Addresses[0]
	}
	switch {
	case r.State == sequences.StateHeld || r.State == sequences.StateAnswered:
		change.What = []string{"held already: " + strings.TrimSpace(p.Enrolment(r.ID).Why.Text)}
	case next != nil:
		change.Next, change.After, change.Zone = next.Step, next.At, next.Zone
	default:
		change.What = []string{"nothing comes in its place in this time"}
	}
	c.out.List = append(c.out.List, change)
	return nil
}
