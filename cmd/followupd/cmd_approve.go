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
	"followupd/sequences"
)

func (a *app) approveCommand() *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use: "approve [ADDRESS | --all]", Short: "Say yes to mails that wait for it",
		Long: `Says yes to the mail that waits for it: it goes out when caps and windows let it.
Without an address it lists what waits. Mails wait where the configuration, a
sequence or a step says approval: ask. With approval: draft they lie in your Drafts
instead: send them from there, or delete them.`,
		Example: "  followupd approve\n  followupd approve dana@acme.example\n  followupd approve --all", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case all && len(args) == 1:
				return usagef("approve: give either an address or --all")
			case len(args) == 1:
				return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbApprove), Address: args[0]})
			}
			list, zone, err := a.awaiting(c.Context())
			switch {
			case err != nil:
				return err
			case !all:
				return a.listAwaiting(list, zone)
			}
			for _, w := range list {
				if w.Draft {
					continue
				}
				if err := a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbApprove), Address: w.Address}); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&all, "all", false, "every mail that waits for your yes")
	return a.withJSON(c)
}

// awaited is somebody whose mail waits for the owner.
type awaited struct {
	Address  string    `json:"address"`
	Name     string    `json:"name"`
	Company  string    `json:"company,omitempty"`
	Sequence string    `json:"sequence"`
	Step     string    `json:"step"`
	Since    time.Time `json:"since"`
	Draft    bool      `json:"draft"` // it lies in Drafts
}

func (a *app) awaiting(ctx context.Context) (list []awaited, zone *time.Location, err error) {
	list = []awaited{}
	err = a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error {
		zone = c.Owner.Timezone.Location()
		return l.Read(ctx, func(t *ledger.Tx) error {
			return t.Select(ledger.Selection{State: string(sequences.StateHeld)}, func(p sequences.Person) error {
				if e := p.Live(); e != nil && e.Awaits() && len(p.Addresses) > 0 {
					list = append(list, awaited{Address: p.Addresses[0], Name: ledger.Name(p), Company: p.Fields["company"], Sequence: e.Sequence, Step: e.Step,
						Since: e.Since.UTC(), Draft: e.Why.Code == sequences.CodeDraft})
				}
				return nil
			})
		})
	})
	return list, zone, err
}

func (a *app) listAwaiting(list []awaited, zone *time.Location) error {
	if a.json {
		return a.encode(list)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.stdout, "No mail waits for your yes.")
		return nil
	}
	rows := make([][]string, len(list))
	for i, w := range list {
		how := "followupd approve " + report.Arg(w.Address)
		if w.Draft {
			how = "in your Drafts"
		}
		rows[i] = []string{wholeName(w.Name, w.Company, ""), report.OneLine(w.Sequence+"/"+w.Step, 100), timeWords(w.Since, zone, a.now()), how}
	}
	a.table([]column{{"TO", true}, {"STEP", true}, {"SINCE", false}, {"YES", false}}, rows)
	fmt.Fprintln(a.stdout, "\nTo read them: followupd preview ADDRESS")
	return nil
}
