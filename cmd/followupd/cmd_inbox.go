package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

func (a *app) inboxCommand() *cobra.Command {
	var list bool
	c := &cobra.Command{
		Use: "inbox", Short: "Go through what needs you, with single keys",
		Long: `Goes through what needs you, one after the other: answers that wait, with their
words; doubts and holds; tasks of yours; mails that wait for your yes; mails that may
or may not have gone out. They are those whom status counts as needing you, in its
order. One key says what is to be done; the bottom of the screen shows which keys
there are, what was done, and what takes it back. Looking changes nothing.

Without a terminal, and with --list or --json (an object a line), it prints the list.
Where TERM is dumb, keys are typed with Enter, a line each.`,
		Example: "  followupd inbox\n  followupd inbox --list\n  followupd inbox --json", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error {
				i := &inbox{app: a, config: c2, ledger: l}
				if a.json || list || !a.terminal() || !a.asks() {
					return i.list(c.Context())
				}
				return i.walk(c.Context())
			})
		},
	}
	c.Flags().BoolVar(&list, "list", false, "print the list, in a terminal too")
	return a.withJSON(c)
}

// inbox is what needs the owner.
type inbox struct {
	app    *app
	config *config.Config
	ledger *ledger.Ledger
}

// items are those who need the owner, in the order of status, without what only
// a look at each of them tells.
func (i *inbox) items(ctx context.Context) ([]inboxItem, error) {
	now := i.app.now()
	s, err := i.app.snapshotOf(ctx, i.config, i.ledger, span{from: now.AddDate(0, 0, -7)})
	if err != nil {
		return nil, err
	}
	items := make([]inboxItem, len(s.NeedsYou))
	for n, item := range s.NeedsYou {
		items[n] = inboxItem{Item: item, Kind: kindOf(item.Code)}
	}
	return items, nil
}

func (i *inbox) list(ctx context.Context) error {
	items, err := i.items(ctx)
	if err != nil {
		return err
	}
	look, err := i.looker(ctx)
	if err != nil {
		return err
	}
	for n := range items {
		err = errors.Join(err, look.fill(ctx, &items[n]))
	}
	if err = errors.Join(err, look.close()); err != nil {
		return err
	}
	if i.app.json {
		for n := range items {
			err = errors.Join(err, i.app.encode(&items[n]))
		}
		return err
	}
	i.listText(items)
	return nil
}

func (i *inbox) listText(items []inboxItem) {
	a := i.app
	if len(items) == 0 {
		fmt.Fprintln(a.stdout, "Nothing needs you.")
		return
	}
	for n := range items {
		it := &items[n]
		number := fmt.Sprintf("%d. ", n+1)
		rest := strings.Repeat(" ", len(number))
		fmt.Fprintln(a.stdout, a.bold(report.Hang(wholeName(it.Name, it.Company, it.Address), number, rest, a.width())))
		a.say(rest, it.because(a.now()))
		if it.Words != "" {
			a.say(rest, inQuotes(it.Words))
		}
		// What to do about a draft stands in the line above, and is no command.
		if it.Kind != kindDraft && len(it.Do) > 0 {
			fmt.Fprintln(a.stdout, a.faint(rest+it.Do[0]))
		}
	}
	fmt.Fprintln(a.stdout, "\nTo go through them with single keys: followupd inbox, in a terminal.")
}
