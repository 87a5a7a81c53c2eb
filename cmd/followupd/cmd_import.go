package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/prospects"
	"followupd/internal/report"
	"followupd/internal/strictyaml"
	"followupd/sequences"
)

// importBatch is how many people go into one transaction.
const importBatch = 500

type importOptions struct {
	sequence, reason, source, history string
	queue, skipBad                    bool
}

func (a *app) importCommand() *cobra.Command {
	var o importOptions
	c := &cobra.Command{
		Use: "import FILE.csv --sequence NAME", Short: "Enrol people from a file",
		Long: `Enrols the people of a CSV file in a sequence; - reads it from standard input. The
first line names the columns: one is called email, the others become fields that
templates can use; of these, timezone (Europe/Madrid) and country (ES) say when
people are at work. Each person needs a reason (asked us, referred by …, met at …)
and a source of the address, in columns of those names or by --reason and --source.

Nothing is imported if any row is bad, unless you say --skip-bad. Of people known
already the fields that the file has otherwise are changed; the same file again
changes nothing. Who asked to be left alone stays so.`,
		Example: `  followupd import fair.csv --sequence intro \
      --reason "met at the fair" --source "card, 12 November"
  followupd import more.csv --sequence intro --skip-bad
  followupd import - --sequence intro < more.csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if o.sequence == "" {
				return usagef("import: say into which sequence, with --sequence NAME")
			}
			if o.history != "" && o.history != "ignore" {
				return usagef("import: --history takes only \"ignore\"")
			}
			return a.importFile(c.Context(), args[0], o)
		},
	}
	c.Flags().StringVar(&o.sequence, "sequence", "", "the sequence")
	c.Flags().StringVar(&o.reason, "reason", "", "why these people are written to, where no column says it")
	c.Flags().StringVar(&o.source, "source", "", "where their addresses come from, where no column says it")
	c.Flags().StringVar(&o.history, "history", "", "\"ignore\": enrol people whom you were in touch with before, too")
	c.Flags().BoolVar(&o.queue, "queue", false, "put it after the sequence that a person is in now")
	c.Flags().BoolVar(&o.skipBad, "skip-bad", false, "import the good rows and leave the bad ones out")
	return a.withJSON(c)
}

func (a *app) importFile(ctx context.Context, name string, o importOptions) error {
	src, err := a.readInput(name)
	if err != nil {
		return err
	}
	rows, problems := prospects.Read(name, src, prospects.Defaults{Reason: o.reason, Source: o.source})
	a.tellOfFile(problems)
	bad, whole := badRows(problems)
	switch {
	case whole:
		return errors.New("nothing was imported; mend the file, and import it again")
	case bad > 0 && len(rows) == 0:
		return fmt.Errorf("nothing was imported: %s, and no good one; mend the file, and import it again", count(bad, "bad row"))
	case bad > 0 && !o.skipBad:
		return fmt.Errorf("nothing was imported: %s, %s; mend the file, or leave the bad rows out with --skip-bad", count(bad, "bad row"), count(len(rows), "good row"))
	}
	return a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error {
		rules, found, err := loadRules(c)
		if err != nil {
			return err
		}
		if _, ok := rules.Plan.Sequences[o.sequence]; !ok {
			if found.HasErrors() {
				return a.errorsAlone(found, exitConfig)
			}
			return fmt.Errorf("there is no sequence %q in %s; %s", o.sequence, c.Sequences, sequenceMeant(o.sequence, rules.Plan))
		}
		a.tellOfFile(prospects.Slips(name, src, append(prospects.UsualFields(), fieldsOf(rules)...)))
		results, err := a.enrol(ctx, c, l, name, rows, bad, o)
		if err != nil {
			return err
		}
		a.warnOfNothing(results)
		a.warnOfDays(name, rules.Plan.Sequences[o.sequence], broughtIn(rows, results))
		if err := a.warnOfReferrals(ctx, l, rules.Plan.Sequences[o.sequence], results); err != nil {
			return err
		}
		return a.warnOfHoles(ctx, l, rules, rules.Plan.Sequences[o.sequence], results)
	})
}

// sequenceMeant says which sequence may have been meant by a name that none has.
func sequenceMeant(name string, plan sequences.Plan) string {
	names := slices.Sorted(maps.Keys(plan.Sequences))
	switch meant := strictyaml.DidYouMean(name, names); {
	case meant != "":
		return "did you mean " + meant + "?"
	case len(names) == 0:
		return "there are none yet"
	}
	return "there are " + strings.Join(names, ", ")
}

// broughtIn are the rows that weren't left out.
func broughtIn(rows []prospects.Row, results []engine.Enrolled) []prospects.Row {
	out := map[int]bool{}
	for _, r := range results {
		out[r.Line] = r.What == engine.WasLeftOut
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r prospects.Row) bool { return out[r.Line] })
}

func (a *app) tellOfFile(problems []prospects.Problem) {
	for _, p := range problems {
		fmt.Fprintln(a.stderr, p)
		if p.Excerpt != "" {
			fmt.Fprintln(a.stderr, indent(p.Excerpt))
		}
	}
}

// badRows counts the rows that something is wrong with, however much it is;
// whole says that it is the file as a whole.
func badRows(problems []prospects.Problem) (bad int, whole bool) {
	lines := map[int]bool{}
	for _, p := range problems {
		lines[p.Line] = true
		whole = whole || p.Whole
	}
	return len(lines), whole
}

func (a *app) readInput(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(a.stdin)
	}
	return os.ReadFile(name)
}

// some says of how many something holds: " (2 of them held)".
func some(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d of them %s)", n, what)
}

func (a *app) enrol(ctx context.Context, c *config.Config, l *ledger.Ledger, name string, rows []prospects.Row, bad int, o importOptions) ([]engine.Enrolled, error) {
	total := engine.Answer{OK: true}
	counts := map[string]int{}
	held, changed := 0, 0
	for from := 0; from < len(rows); from += importBatch {
		ask := engine.Ask{Verb: engine.VerbEnrol}
		for _, r := range rows[from:min(from+importBatch, len(rows))] {
			ask.People = append(ask.People, engine.Newcomer{Line: r.Line, Address: r.Address, Fields: r.Fields, Sequence: o.sequence, Reason: r.Reason,
				Source: r.Source, History: o.history, Queue: o.queue})
		}
		answer, err := a.ask(ctx, c, l, ask)
		if errors.Is(err, errQuiet) {
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("after %d of %d rows: %w (run it again: those enrolled already stay as they are)", from, len(rows), err)
		}
		for _, r := range answer.Results {
			counts[r.What]++
			row := fmt.Sprintf("%s:%d: %s", name, r.Line, r.Address)
			switch {
			case r.What == engine.WasLeftOut && len(r.Changed) > 0:
				changed++
			case r.What == engine.WasEnrolled && (r.Code == sequences.CodeHistory || r.Code == sequences.CodeWrote):
				held++
			}
			switch {
			case a.json:
			case r.What == engine.WasLeftOut:
				fmt.Fprintf(a.stdout, "%s left out: %s\n", row, r.Text)
			case r.What == engine.WasUpdated:
				fmt.Fprintf(a.stdout, "%s updated: %s\n", row, r.Text)
			case r.What == engine.WasKnown && r.Differs:
				fmt.Fprintf(a.stdout, "%s known already: %s\n", row, r.Text)
			case r.What == engine.WasEnrolled && r.Code == sequences.CodeWrote:
				fmt.Fprintf(a.stdout, "%s enrolled, but nothing goes out: %s\n", row, r.Text)
			case r.What == engine.WasEnrolled && r.Code == sequences.CodeHistory:
				fmt.Fprintf(a.stdout, "%s enrolled, but held: %s; to let it go on: followupd resume %s\n", row, r.Text, report.Arg(r.Address))
			}
		}
		total.Results = append(total.Results, answer.Results...)
		if done := from + len(ask.People); len(rows) > importBatch && !a.json {
			fmt.Fprintf(a.stderr, "%d of %d\n", done, len(rows))
		}
	}
	total.Text = fmt.Sprintf("%d enrolled in %s%s, %d updated, %d known already, %d left out%s, %d bad",
		counts[engine.WasEnrolled], o.sequence, some(held, "held"), counts[engine.WasUpdated], counts[engine.WasKnown], counts[engine.WasLeftOut], some(changed, "with changed fields"), bad)
	if a.json {
		return total.Results, json.NewEncoder(a.stdout).Encode(total)
	}
	fmt.Fprintln(a.stdout, total.Text+".")
	if counts[engine.WasEnrolled] > 0 {
		fmt.Fprintln(a.stdout, "See what will go out and when: followupd plan")
	}
	return total.Results, nil
}
