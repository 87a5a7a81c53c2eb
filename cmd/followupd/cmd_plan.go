package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

// mostDays is how far a plan looks ahead.
const mostDays = 366

type planOptions struct {
	days    int
	against string // a version
	folders otherFolders
}

func (a *app) planCommand() *cobra.Command {
	var o planOptions
	c := &cobra.Command{
		Use: "plan", Short: "Show what will go out to whom, and when",
		Long: `Plays everyone's sequence forward and shows what goes out, to whom, and when: by
your sequences as they are now, in the windows where people live, within caps and
gaps. It supposes that nobody answers and that you do each task when it comes, so
less will go out than it says. Nothing is
changed by it.

Where your files are not what the daemon goes by, such as after an edit while it
doesn't run, it first shows what they change: who gets another mail, or one on another
day, what becomes of your tasks, and who stands at a step that went away. To see that before an edit is in force,
edit a copy and name it with --sequences or --templates. --against compares with a
version of before, by the hash that why shows, or by the word before.

Times are those where the prospect lives (THERE); where the mailbox is on another
clock, its time stands behind (HERE). PUSHED BY names what makes a mail go out later
than its wait alone would, such as a window or a limit.`,
		Example: "  followupd plan\n  followupd plan --days 3\n  followupd plan --sequences /tmp/edited\n  followupd plan --against before\n  followupd plan --json", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.days < 1 || o.days > mostDays {
				return usagef("plan: --days takes 1 to %d", mostDays)
			}
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error { return a.plan(c.Context(), c2, l, o) })
		},
	}
	c.Flags().IntVar(&o.days, "days", 14, "how many days to look ahead")
	c.Flags().StringVar(&o.against, "against", "", "show what is another than by that version, or by the one before")
	o.folders.flags(c, "plan by")
	return a.withJSON(c)
}

// planned is a plan, with what is another than in another one.
type planned struct {
	engine.Forecast
	Changes *engine.Changes `json:"changes,omitempty"`
	// EditsProblem says that files have errors: then the plan is by the version
	// in force.
	EditsProblem string `json:"edits_problem,omitempty"`
	// ExampleLinks are the linter's warnings of links that lead nowhere.
	ExampleLinks []string `json:"example_links,omitempty"`
}

// planGarbage lets the heap grow to five times what is in use, not twice, before
// it is swept: a plan of many people is made of what is needed once.
const planGarbage = 400

func (a *app) plan(ctx context.Context, c *config.Config, l *ledger.Ledger, o planOptions) error {
	defer debug.SetGCPercent(debug.SetGCPercent(planGarbage))
	own := *c
	if err := o.folders.apply(c); err != nil {
		return err
	}
	p := planner{app: a, config: c, ledger: l, now: a.now(), span: time.Duration(o.days) * 24 * time.Hour}
	if o.folders != (otherFolders{}) {
		p.own = &own
	}
	out, err := p.plan(ctx, o.against)
	if err != nil {
		return err
	}
	if a.json {
		return a.encode(out)
	}
	zone := c.Owner.Timezone.Location()
	if out.EditsProblem != "" {
		a.say("! ", "Your files have errors, so this is by the version in force. The first: "+report.OneLine(out.EditsProblem, 300)+" (see them all with: followupd lint"+o.folders.words()+")")
	}
	if out.Changes != nil {
		a.planChanges(*out.Changes, zone)
	}
	a.planText(out.Forecast, zone)
	if n := len(out.ExampleLinks); n > 0 {
		fmt.Fprintln(a.stdout)
		a.say("! ", upperFirst(exampleWords(n))+": followupd lint"+o.folders.words())
	}
	return nil
}

// looking is the wiring of an engine that is made to look at things.
func (a *app) looking(c *config.Config, l *ledger.Ledger, rules engine.Rules) *wiring {
	return &wiring{config: c, rules: rules, ledger: l, log: slog.New(slog.DiscardHandler), now: a.now}
}

// withEngine runs f with an engine that is made to look at things, not to work.
func (a *app) withEngine(ctx context.Context, f func(*config.Config, *ledger.Ledger, *engine.Engine) error) error {
	return a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error {
		rules, problems, err := loadRules(c)
		if err != nil {
			return err
		}
		if problems.HasErrors() {
			return a.problems(problems, exitConfig)
		}
		w := a.looking(c, l, rules)
		e, err := w.build(ctx)
		if err != nil {
			return err
		}
		return errors.Join(f(c, l, e), e.Close(), w.close())
	})
}

// waits says what somebody's mail waits for that is in the outbox; "" where none
// is, or where files with errors keep it from being told.
func (a *app) waits(ctx context.Context, c *config.Config, l *ledger.Ledger, p *sequences.Person, x explainer) (words string, err error) {
	if e := p.Live(); e == nil || e.State != sequences.StateQueued {
		return "", nil
	}
	rules, problems, err := loadRules(c)
	if err != nil || problems.HasErrors() {
		return "", err
	}
	w := a.looking(c, l, rules)
	e, err := w.build(ctx)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, e.Close(), w.close()) }()
	err = l.Read(ctx, func(t *ledger.Tx) error {
		why, ok, err := e.Waits(t, p)
		switch {
		case err != nil || !ok:
			return err
		case why.Allows():
			words = "It may go out at once; where it doesn't, see: followupd status"
		default:
			words = "It doesn't go out now: " + report.OneLine(why.Text, 200)
			if !why.Until.IsZero() {
				words += ", until " + x.at(why.Until)
			}
		}
		return nil
	})
	return words, err
}

func (a *app) planText(f engine.Forecast, zone *time.Location) {
	a.planHead(f, zone)
	several := len(f.Mailboxes) > 1
	for len(f.Mails) > 0 {
		first := f.Mails[0].At.In(zone)
		day := dayWords(first, f.From.In(zone))
		n := slices.IndexFunc(f.Mails, func(m engine.Planned) bool {
			at := m.At.In(zone)
			return at.YearDay() != first.YearDay() || at.Year() != first.Year()
		})
		if n < 0 {
			n = len(f.Mails)
		}
		a.part(fmt.Sprintf("%s: %s", day, count(n, "mail")))
		rows := make([][]string, n)
		for i, m := range f.Mails[:n] {
			rows[i] = plannedRow(m, several)
		}
		columns := []column{{"THERE", false}, {"HERE", false}, {"TO", true}, {"ADDRESS", false}, {"STEP", true}, {"GIVES", true}, {"PUSHED BY", true}}
		if several {
			columns = slices.Insert(columns, 2, column{"FROM", true})
		}
		last := len(columns) - 1
		if !slices.ContainsFunc(rows, func(row []string) bool { return row[last] != "" }) {
			columns = columns[:last]
			for i := range rows {
				rows[i] = rows[i][:last]
			}
		}
		for _, head := range []string{"GIVES", "TO", "STEP"} {
			columns, rows = a.without(head, true, columns, rows)
		}
		a.table(columns, rows)
		f.Mails = f.Mails[n:]
	}
	a.planTasks(f, zone)
	a.planWakeups(f, zone)
	a.planSkips(f)
	a.planStops(f, zone)
	a.planHeld(f, zone)
	a.planHolidays(f)
}

// planHead says what holds for all of a plan.
func (a *app) planHead(f engine.Forecast, zone *time.Location) {
	a.say("", fmt.Sprintf("%s to %s: %s, if nobody answers.", upperFirst(timeWords(f.From, zone, f.From)), timeWords(f.To, zone, f.From), count(len(f.Mails), "mail")))
	if f.Paused != "" {
		how := "you resumed it now (followupd resume --all)"
		if engine.StoppedByFolder(f.Paused) {
			how = "the folder were gone now"
		}
		a.say("! ", "All sending is paused: "+report.OneLine(f.Paused, 200)+". The times are as if "+how+".")
	}
	if !f.OwnerAway.IsZero() {
		a.say("! ", "You are away until "+timeWords(f.OwnerAway, zone, f.From)+"; nothing goes out before.")
	}
	for _, m := range f.Mailboxes {
		if !m.Live {
			a.say("! ", fmt.Sprintf("The mailbox %s is not live: none of its mails go out until you set live: true. The times are as if it were now.", m.Name))
		}
		if m.Breaker != "" {
			a.say("! ", fmt.Sprintf("The mailbox %s is paused: %s. The times are as if you resumed it now (followupd resume --mailbox %s).", m.Name, report.OneLine(m.Breaker, 200), m.Name))
		}
		if m.Waiting > 0 {
			a.say("! ", fmt.Sprintf("The mailbox %s has no room in this time for %s.", m.Name, report.Plural(m.Waiting, "more mail that is due; its limits let it wait", "more mails that are due; its limits let them wait")))
		}
	}
	for _, s := range f.Stranded {
		a.say("! ", report.StrandedWords(report.Stranded(s))+" followupd list --mailbox "+report.Arg(s.Mailbox))
	}
	if f.Unchecked > 0 {
		a.say("! ", fmt.Sprintf("For %s the mailbox was not searched yet for a past with them; who is known from it is held.", report.Plural(f.Unchecked, "person", "people")))
	}
}

func plannedRow(m engine.Planned, several bool) []string {
	there, here := m.At.In(m.Prospect).Format("15:04"), m.At.In(m.Holder).Format("15:04")
	if there == here {
		here = ""
	}
	if m.At.In(m.Prospect).Day() != m.At.In(m.Holder).Day() {
		there = m.At.In(m.Prospect).Format("Mon 15:04")
	}
	name := m.Name
	if name == m.Address {
		name = ""
	}
	row := []string{there, here, wholeName(name, m.Company, ""), report.OneLine(m.Address, 254), report.OneLine(m.Sequence+"/"+m.Step, 100), m.Value, pushedWords(m.Pushed, m.Approval)}
	if several {
		from := m.Mailbox
		if !m.Live {
			from += " (not live)"
		}
		row = slices.Insert(row, 2, from)
	}
	return row
}

// pushedWords says what made a mail wait after its time had come.
func pushedWords(codes []sequences.Code, approval sequences.Approval) string {
	words := make([]string, len(codes))
	for i, code := range codes {
		switch code {
		case sequences.CodeCapHour:
			words[i] = "hourly limit"
		case sequences.CodeCapDay:
			words[i] = "daily limit"
		case sequences.CodeRamp:
			words[i] = "ramp"
		case sequences.CodeCapDomain, sequences.CodeDomainGap:
			words[i] = "limit of their domain (per_domain, per_provider)"
		case sequences.CodeWindow:
			words[i] = "window"
		case sequences.CodeCompanyFull:
			words[i] = "others of the company first"
		case sequences.CodePersonGap:
			words[i] = "last mail too recent"
		case sequences.CodeOwnerAway:
			words[i] = "you are away"
		case sequences.CodeBreaker:
			words[i] = "the mailbox is paused"
		case sequences.CodeNotYet:
			words[i] = "an earlier try failed"
		default:
			words[i] = strings.ReplaceAll(string(code), "_", " ")
		}
	}
	switch approval {
	case sequences.ApprovalAsk:
		words = append(words, "your yes")
	case sequences.ApprovalDraft:
		words = append(words, "a draft")
	}
	return strings.Join(words, ", ")
}

// stopsShown is how many of a list of people a plan names.
const stopsShown = 15

func (a *app) planStops(f engine.Forecast, zone *time.Location) {
	if len(f.Stops) == 0 {
		return
	}
	a.part(report.Plural(len(f.Stops), "person", "people") + " would go no further")
	for _, s := range f.Stops[:min(len(f.Stops), stopsShown)] {
		a.say("  "+timeWords(s.At, zone, f.From)+"  ", wholeName(s.Name, s.Company, s.Address)+": "+report.OneLine(s.Why.Text, 300))
	}
	if more := len(f.Stops) - stopsShown; more > 0 {
		fmt.Fprintf(a.stdout, "  and %d more (followupd plan --json names them all)\n", more)
	}
}

func (a *app) planHeld(f engine.Forecast, zone *time.Location) {
	if f.HeldTotal == 0 {
		return
	}
	a.part(report.Plural(f.HeldTotal, "person is", "people are") + " held; nothing goes to them until you resume")
	for _, s := range f.Held[:min(len(f.Held), stopsShown)] {
		a.say("  since "+timeWords(s.At, zone, f.From)+"  ", wholeName(s.Name, s.Company, s.Address)+": "+report.OneLine(s.Why.Text, 300))
	}
	if more := f.HeldTotal - stopsShown; more > 0 {
		fmt.Fprintf(a.stdout, "  and %d more: followupd list --state held, followupd list --state answered\n", more)
	}
}
