package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
)

func (a *app) forgetCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "forget ADDRESS", Short: "Remove everything known of a person",
		Long: `Removes everything that followupd knows of a person, at all their addresses: fields,
notes, the journal, the texts of mails, what your mailboxes knew of them before, and
where decisions about others name them. What stays is a tombstone in the journal that
says when somebody was forgotten, and a hash of each address, so that no import brings
them back. There is no way back.

A draft to them that followupd put into your Drafts is taken back, unless you edited it.
Nothing else in your mailbox is touched: delete their mails there by hand. To give them what you
have of them first, use followupd export.`,
		Example: "  followupd forget dana@acme.example\n  followupd forget dana@acme.example --yes", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			address := strings.ToLower(args[0])
			if before, domain, ok := strings.Cut(address, "@"); !ok || before == "" || domain == "" {
				return usagef("%q is not an address", args[0])
			}
			if !yes {
				if !a.asks() {
					return usagef("forget: say --yes, since there is no way back")
				}
				if err := a.sure("Everything known of " + address + " is removed; there is no way back."); err != nil {
					return err
				}
			}
			return a.withLedger(c.Context(), func(cfg *config.Config, l *ledger.Ledger) error {
				answer, err := a.ask(c.Context(), cfg, l, engine.Ask{Verb: engine.VerbForget, Address: address})
				if err != nil {
					return err
				}
				return a.tellForgotten(address, answer)
			})
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return a.withJSON(c)
}

func (a *app) tellForgotten(address string, answer engine.Answer) error {
	if a.json {
		if err := json.NewEncoder(a.stdout).Encode(answer); err != nil || answer.OK {
			return err
		}
		return errQuiet
	}
	if !answer.OK {
		return errors.New(address + ": " + answer.Text)
	}
	fmt.Fprintln(a.stdout, address+": "+answer.Text+".")
	f := answer.Forgotten
	for _, part := range []struct {
		n         int64
		one, many string
	}{
		{f.Entries, "entry of the journal", "entries of the journal"},
		{f.Received, "mail that was read", "mails that were read"},
		{f.Sent, "mail that went to them", "mails that went to them"},
		{f.OwnerMails, "mail to you about them", "mails to you about them"},
		{f.Past, "line of the past of your mailboxes", "lines of the past of your mailboxes"},
		{f.Requests, "request of yours", "requests of yours"},
		{f.Elsewhere, "entry about somebody else that named them", "entries about others that named them"},
	} {
		switch {
		case part.n == 1:
			fmt.Fprintln(a.stdout, "  removed 1 "+part.one)
		case part.n > 1:
			fmt.Fprintf(a.stdout, "  removed %d %s\n", part.n, part.many)
		}
	}
	a.say("", "Still there, for you to delete: their mails in your mailbox, drafts to them that you edited, mails to you in which they were named, the daemon's log, and backups made before.")
	return nil
}
