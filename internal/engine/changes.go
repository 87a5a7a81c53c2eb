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
// out and what the owner has to do by those, beside the same by the ones before.
type Changes struct {
	From   Version            `json:"from"` // what it is compared with
	To     Version            `json:"to"`   // since is zero where it was never in force
	Until  time.Time          `json:"until"`
	Totals map[ChangeKind]int `json:"totals"`               // people, by what changes
	Within int                `json:"within_the_day"`       // mails
	Tasks  int                `json:"tasks_within_the_day"` // tasks
	List   []Change           `json:"changes"`              // by kind, then by time
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

	ChangeTaskNew  ChangeKind = "new_task"     // of a step that there was not
	ChangeTask     ChangeKind = "another_task" // the same step asks for something else
	ChangeTaskDate ChangeKind = "task_on_another_day"
	ChangeTaskMore ChangeKind = "one_more_task"
	ChangeTaskLess ChangeKind = "one_task_less"
)

// ChangeKinds are all kinds, in the order in which they are told.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{ChangeHalts, ChangeGone, ChangeNew, ChangeMail, ChangeDate, ChangeMore, ChangeLess,
		ChangeTaskNew, ChangeTask, ChangeTaskDate, ChangeTaskMore, ChangeTaskLess}
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
	Before   time.Time  `json:"before,omitzero"` // when the mail would have gone out, or the task come
	After    time.Time  `json:"after,omitzero"`  // when it would, or when somebody comes to stand
	Next     string     `json:"next,omitempty"`  // the step that comes instead of one that went away
	What     []string   `json:"what,omitempty"`  // is another, of a mail or a task; or why it goes no further
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
	c := comparison{before: before, after: after, what: map[line][]string{}, stands: map[planned]bool{},
		out: Changes{From: before.Version, To: after.Version, Until: after.Forecast.To, Totals: map[ChangeKind]int{}, List: []Change{}}}
	err := e.ledger.Read(ctx, c.gone)
	compareAll(&c, before.Forecast.Mails, after.Forecast.Mails, (*Planned).foreseen, c.other,
		turns{ChangeNew, ChangeMail, ChangeDate, ChangeMore, ChangeLess, &c.out.Within})
	compareAll(&c, before.Forecast.Tasks, after.Forecast.Tasks, (*Task).foreseen, c.otherTask,
		turns{ChangeTaskNew, ChangeTask, ChangeTaskDate, ChangeTaskMore, ChangeTaskLess, &c.out.Tasks})
	c.halts()
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
	stands        map[planned]bool  // who stands at a step that went away
}

// planned is one mail or task, whenever it comes.
type planned struct {
	enrolment int64
	step      string
}

// foreseen is a mail or a task of a forecast.
type foreseen struct {
	Whom
	at        time.Time
	enrolment int64
	zone      string // the prospect's
	prospect  *time.Location
}

func (m *Planned) foreseen() foreseen { return foreseen{m.Whom, m.At, m.Enrolment, m.Zone, m.Prospect} }

func (t *Task) foreseen() foreseen { return foreseen{t.Whom, t.At, t.Enrolment, t.Zone, t.Prospect} }

// turns are the kinds of what changes about mails, or about tasks, and how many
// come at another hour of the same day.
type turns struct {
	fresh, other, date, more, less ChangeKind
	within                         *int
}

func (c *comparison) add(kind ChangeKind, x foreseen, before, after time.Time, what []string) {
	c.out.List = append(c.out.List, Change{Kind: kind, Person: x.Person, Name: x.Name, Company: x.Company, Address: x.Address, Sequence: x.Sequence, Step: x.Step,
		Zone: x.zone, Before: before, After: after, What: what})
	c.out.Totals[kind]++
}

// compareAll compares the mails, or the tasks, one by one.
func compareAll[T any](c *comparison, before, after []T, of func(*T) foreseen, other func(sequence, step string) []string, kinds turns) {
	was, is := make(map[planned]time.Time, len(before)), make(map[planned]bool, len(after))
	for i := range before {
		x := of(&before[i])
		was[planned{x.enrolment, x.Step}] = x.at
	}
	var none time.Time
	for i := range after {
		x := of(&after[i])
		key := planned{x.enrolment, x.Step}
		is[key] = true
		old, there := was[key]
		switch {
		case !there && !has(c.before.Rules.Plan, x.Sequence, x.Step):
			c.add(kinds.fresh, x, none, x.at, nil)
			continue
		case !there:
			c.add(kinds.more, x, none, x.at, nil)
			continue
		}
		if what := other(x.Sequence, x.Step); len(what) > 0 {
			c.add(kinds.other, x, old, x.at, what)
		}
		switch {
		case !sameDay(old.In(x.prospect), x.at.In(x.prospect)):
			c.add(kinds.date, x, old, x.at, nil)
		case !old.Equal(x.at):
			*kinds.within++
		}
	}
	for i := range before {
		x := of(&before[i])
		if key := (planned{x.enrolment, x.Step}); !is[key] && !c.stands[key] { // of who stands there gone tells
			c.add(kinds.less, x, x.at, none, nil)
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

// otherTask says what is another about the task of a step.
func (c *comparison) otherTask(sequence, step string) []string {
	was, _ := c.before.Rules.Plan.Sequences[sequence].StepOf(step)
	is, _ := c.after.Rules.Plan.Sequences[sequence].StepOf(step)
	if was.Task == is.Task {
		return nil
	}
	return []string{fmt.Sprintf("%q, not %q", is.Task, was.Task)}
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
	next := map[int64]foreseen{} // of an enrolment, the first mail or task by the new plan
	sooner := func(x foreseen) {
		if old, there := next[x.enrolment]; !there || x.at.Before(old.at) {
			next[x.enrolment] = x
		}
	}
	for i := range c.after.Forecast.Mails {
		sooner(c.after.Forecast.Mails[i].foreseen())
	}
	for i := range c.after.Forecast.Tasks {
		sooner(c.after.Forecast.Tasks[i].foreseen())
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
		rows, err := t.LiveAtStep(at.Sequence, at.Step, at.N)
		if err != nil {
			return err
		}
		for i, r := range rows {
			c.stands[planned{r.ID, r.Step}] = true
			if i >= changesListed {
				continue
			}
			if err := c.standsAtGone(t, r, next[r.ID]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *comparison) standsAtGone(t *ledger.Tx, r ledger.EnrolmentRow, next foreseen) error {
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
	case next.enrolment != 0:
		change.Next, change.After, change.Zone = next.Step, next.at, next.zone
	default:
		change.What = []string{"nothing comes in its place in this time"}
	}
	c.out.List = append(c.out.List, change)
	return nil
}
