package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

func (a *app) checkCommand() *cobra.Command {
	var ofLedger bool
	c := &cobra.Command{
		Use: "check --ledger", Short: "Prove that the ledger is sound",
		Long: `Proves that the ledger is sound: the file itself; that everyone's state is what their
journal makes of nothing, fact by fact; and that this version decides the same again
wherever it decided before. It changes nothing, and may run beside the daemon. Exits
with 1 where something differs.`,
		Example: "  followupd check --ledger", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !ofLedger {
				return usagef("check: say what to check: --ledger (files are checked by: followupd lint)")
			}
			return a.withLedger(c.Context(), func(_ *config.Config, l *ledger.Ledger) error { return a.checkLedger(c.Context(), l) })
		},
	}
	c.Flags().BoolVar(&ofLedger, "ledger", false, "check the ledger")
	return a.withJSON(c)
}

// differencesShown is how many people with differences are named.
const differencesShown = 20

func (a *app) checkLedger(ctx context.Context, l *ledger.Ledger) error {
	var told time.Time
	audit, err := engine.CheckLedger(ctx, l, func(done, all int) {
		if now := a.now(); !a.json && now.Sub(told) >= 2*time.Second {
			if !told.IsZero() {
				fmt.Fprintf(a.stderr, "%d of %d decisions\n", done, all)
			}
			told = now
		}
	})
	if err != nil {
		return err
	}
	if a.json {
		err = a.encode(audit)
	} else {
		a.auditText(audit)
	}
	if err == nil && !audit.Sound() {
		return errQuiet
	}
	return err
}

func (a *app) auditText(audit engine.Audit) {
	for _, f := range audit.File {
		a.say("file: ", report.OneLine(f, 500))
	}
	for i, d := range audit.Differences {
		if i == differencesShown {
			fmt.Fprintf(a.stdout, "and %d more (followupd check --ledger --json names them all)\n", len(audit.Differences)-i)
			break
		}
		where := fmt.Sprintf("person %d", d.Person)
		if d.Name != "" {
			where += " (" + report.OneLine(d.Name, 80) + ")"
		}
		if d.Entry > 0 {
			where += fmt.Sprintf(", entry %d", d.Entry)
		}
		a.say("", where+": "+report.OneLine(d.What, 200))
		if d.Stored != "" || d.Again != "" {
			a.say("  stored: ", report.OneLine(d.Stored, 400))
			a.say("  again:  ", report.OneLine(d.Again, 400))
		}
	}
	words := fmt.Sprintf("%s, %s; %d decided again by %s", report.Plural(audit.People, "person", "people"), count(audit.Entries, "decision"), audit.Again, audit.Rules)
	if audit.Sound() {
		a.say("", "The ledger is sound: "+words+".")
		return
	}
	if len(audit.File) > 0 {
		defer a.say("", damagedAdvice)
	}
	a.say("", fmt.Sprintf("THE LEDGER IS NOT SOUND: %s (%s).", count(len(audit.File)+len(audit.Differences), "difference"), words))
}
