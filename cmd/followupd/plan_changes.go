package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/internal/strictyaml"
)

// planner makes one plan, and what is another than in the one before.
type planner struct {
	app    *app
	config *config.Config
	own    *config.Config // with the folders that it names itself; nil where those are planned by
	ledger *ledger.Ledger
	now    time.Time // one moment for all of it
	span   time.Duration
}

// plan plans by the files, or where they have errors by what is in force.
// against names a version to compare with; "" is the one in force.
func (p *planner) plan(ctx context.Context, against string) (out planned, err error) {
	rules, problems, err := loadRules(p.config)
	if err != nil {
		return out, err
	}
	for _, problem := range problems {
		if problem.Rule == exampleRule {
			out.ExampleLinks = append(out.ExampleLinks, problem.String())
		}
	}
	taken, before, err := p.versions(ctx, against)
	if err != nil {
		return out, err
	}
	if problems.HasErrors() {
		kept, err := p.kept(ctx, taken.Now)
		if errors.Is(err, ledger.ErrNotFound) || taken.Now.Hash == "" {
			return out, p.app.problems(problems, exitConfig)
		}
		if err != nil {
			return out, err
		}
		rules, out.EditsProblem = kept, firstError(problems)
	}
	is := engine.Outlook{Rules: rules, Version: engine.Version{Hash: rules.Hash}}
	if taken.Now.Hash == rules.Hash {
		is.Version = taken.Now
	}
	old, err := p.base(ctx, &before, against)
	if before.Hash == "" || before.Hash == rules.Hash || errors.Is(err, ledger.ErrNotFound) && against == "" {
		out.Forecast, _, err = p.forecast(ctx, is)
		return out, err
	}
	if err != nil {
		return out, err
	}
	changes, err := p.compare(ctx, &engine.Outlook{Rules: old, Version: before}, &is)
	out.Forecast, out.Changes = is.Forecast, &changes
	return out, err
}

// base is what a plan is compared with. As long as no version was ever in force,
// those are the configuration's own files, if others are planned by.
func (p *planner) base(ctx context.Context, before *engine.Version, against string) (engine.Rules, error) {
	if before.Hash != "" {
		return p.kept(ctx, *before)
	}
	if p.own == nil || against != "" {
		return engine.Rules{}, nil
	}
	rules, problems, err := loadRules(p.own)
	if err != nil || problems.HasErrors() {
		return engine.Rules{}, err
	}
	before.Hash = rules.Hash
	return rules, nil
}

func firstError(problems strictyaml.Problems) string {
	for _, p := range problems {
		if p.Level == strictyaml.LevelError {
			return p.String()
		}
	}
	return ""
}

// versions are what the daemon goes by, and what is compared with.
func (p *planner) versions(ctx context.Context, against string) (taken engine.TakenUp, before engine.Version, err error) {
	err = p.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		if taken, err = engine.InForce(t); err != nil {
			return err
		}
		switch against {
		case "":
			before = taken.Now
		case "before":
			if before = taken.Before; before.Hash == "" {
				return errors.New("there was no version before this one")
			}
		default:
			before, err = engine.VersionOf(t, strings.ToLower(against))
		}
		return err
	})
	return taken, before, err
}

func (p *planner) kept(ctx context.Context, v engine.Version) (r engine.Rules, err error) {
	err = p.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		r, err = engine.KeptRules(t, v.Hash, os.DirFS(p.config.Templates))
		return err
	})
	return r, err
}

// forecast plays one version forward. The engine is good for looking alone,
// and closed already.
func (p *planner) forecast(ctx context.Context, o engine.Outlook) (f engine.Forecast, e *engine.Engine, err error) {
	w := p.app.looking(p.config, p.ledger, o.Rules)
	w.now = func() time.Time { return p.now }
	if e, err = w.build(ctx); err != nil {
		return f, nil, err
	}
	f, err = e.Forecast(ctx, p.span)
	return f, e, errors.Join(err, e.Close(), w.close())
}

// compare plays both versions forward at the same time.
func (p *planner) compare(ctx context.Context, before, after *engine.Outlook) (c engine.Changes, err error) {
	var group sync.WaitGroup
	var failed error
	group.Go(func() { before.Forecast, _, failed = p.forecast(ctx, *before) })
	var e *engine.Engine
	after.Forecast, e, err = p.forecast(ctx, *after)
	group.Wait()
	if err = errors.Join(err, failed); err != nil {
		return c, err
	}
	return e.Compare(ctx, *before, *after)
}

// changesShown is how many people a plan names of each kind of change.
const changesShown = 10

func (a *app) planChanges(c engine.Changes, zone *time.Location) {
	now := a.now()
	named := func(v engine.Version) string { return shortTime(v.Since, zone, now) + " (" + v.Short() + ")" }
	head, from := fmt.Sprintf("Your files (%s) are not in force. What they change", c.To.Short()), "those of "+named(c.From)
	switch {
	case c.From.Since.IsZero():
		head = fmt.Sprintf("The files in those folders (%s) are not yours yet. What they change", c.To.Short())
		from = fmt.Sprintf("your files (%s)", c.From.Short())
	case !c.To.Since.IsZero():
		head = "What the sequences of " + named(c.To) + " change"
	}
	a.say("", a.bold(head+" against "+from+", until "+timeWords(c.Until, zone, now)+":"))
	if len(c.Totals) == 0 && c.Within == 0 && c.Tasks == 0 {
		a.say("  ", "nothing: the same mails go out, and the same tasks come, at the same times.")
		fmt.Fprintln(a.stdout)
		return
	}
	for _, kind := range engine.ChangeKinds() {
		n := c.Totals[kind]
		if n == 0 {
			continue
		}
		fmt.Fprintln(a.stdout)
		a.say("  ", changeHead(kind, n)+":")
		shown := 0
		for _, x := range c.List {
			if x.Kind == kind && shown < changesShown {
				shown++
				a.say("    ", changeWords(x, zone, now))
			}
		}
		if n > shown {
			fmt.Fprintf(a.stdout, "    and %d more (followupd plan --json names them)\n", n-shown)
		}
	}
	if c.Within > 0 {
		fmt.Fprintln(a.stdout)
		a.say("  ", report.Plural(c.Within, "mail goes", "mails go")+" out at another hour of the same day.")
	}
	if c.Tasks > 0 {
		fmt.Fprintln(a.stdout)
		a.say("  ", report.Plural(c.Tasks, "task of yours comes", "tasks of yours come")+" at another hour of the same day.")
	}
	fmt.Fprintln(a.stdout)
}

func changeHead(kind engine.ChangeKind, n int) string {
	people := func(one, many string) string { return report.Plural(n, "person "+one, "people "+many) }
	switch kind {
	case engine.ChangeHalts:
		return people("would go no further", "would go no further")
	case engine.ChangeGone:
		return people("stands at a step that went away", "stand at a step that went away")
	case engine.ChangeNew:
		return report.Plural(n, "mail is", "mails are") + " of a step that is new"
	case engine.ChangeMail:
		return report.Plural(n, "mail says", "mails say") + " something else"
	case engine.ChangeDate:
		return report.Plural(n, "mail goes", "mails go") + " out on another day"
	case engine.ChangeMore:
		return report.Plural(n, "mail comes", "mails come") + " that would not have come in this time"
	case engine.ChangeLess:
		return report.Plural(n, "mail doesn't", "mails don't") + " come in this time any more"
	}
	tasks := func(one, many string) string {
		return report.Plural(n, "task of yours "+one, "tasks of yours "+many)
	}
	switch kind {
	case engine.ChangeTaskNew:
		return tasks("is", "are") + " of a step that is new"
	case engine.ChangeTask:
		return tasks("says", "say") + " something else"
	case engine.ChangeTaskDate:
		return tasks("comes", "come") + " on another day"
	case engine.ChangeTaskMore:
		return tasks("comes", "come") + " that would not have come in this time"
	case engine.ChangeTaskLess:
		return tasks("doesn't", "don't") + " come in this time any more"
	}
	return fmt.Sprintf("%s: %d", kind, n)
}

// changeWords puts a change into words, with the owner's clock.
func changeWords(c engine.Change, zone *time.Location, now time.Time) string {
	words := wholeName(c.Name, c.Company, c.Address) + ": " + report.OneLine(c.Sequence+"/"+c.Step, 100)
	before, after := timeWords(c.Before, zone, now), timeWords(c.After, zone, now)
	switch c.Kind {
	case engine.ChangeHalts:
		words += ", " + after
	case engine.ChangeGone:
		switch {
		case c.Next != "":
			words += "; next is " + c.Next + ", " + after
		case after != "":
			words += ", " + after
		}
	case engine.ChangeDate, engine.ChangeTaskDate:
		words += ", " + after + " instead of " + before
	case engine.ChangeMail, engine.ChangeNew, engine.ChangeMore, engine.ChangeTask, engine.ChangeTaskNew, engine.ChangeTaskMore:
		words += ", " + after
	case engine.ChangeLess, engine.ChangeTaskLess:
		words += ", was " + before
	}
	if len(c.What) > 0 {
		words += ": " + report.OneLine(strings.Join(c.What, "; "), 200)
	}
	return words
}
