package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/ledger"
)

// lastResort is what to do about a ledger that can't be made sense of.
const lastResort = "Stop the daemon (sudo systemctl stop followupd) and keep a copy of that file. As a last resort a backup can take its place, by hand: what happened since it was made is then unknown to followupd (mails sent, opt-outs, forget), so set live: false for every mailbox first, and stop or suppress the people whom that concerns; see the README."

// damagedAdvice is lastResort for a command that failed.
const damagedAdvice = "What to do: " + lastResort + " followupd check --ledger says what is wrong with the ledger, or that all is well again."

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Write a copy of the ledger",
		Long: `Writes a copy of the ledger, as it is at this moment, into a file that isn't there yet.
The daemon may run meanwhile. The copy holds what the ledger holds of people, so keep
it as closely; nobody but you can read it.`,
		Example: "  followupd backup ~/ledger-$(date +%F).db", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLedger(c.Context(), func(_ *config.Config, l *ledger.Ledger) error {
				_, err := l.Backup(c.Context(), args[0])
				if errors.Is(err, syscall.EACCES) { // of a folder; EPERM is no matter of rights alone
					whose := ownerName(l.Dir())
					err = fmt.Errorf("%w; the user %s, whose the ledger is, has to be able to write there: sudo install -d -o %s FOLDER makes a folder for it", err, whose, whose)
				}
				if err != nil {
					return fmt.Errorf("no backup was made: %w", err)
				}
				info, err := os.Stat(args[0])
				if err != nil {
					return err
				}
				fmt.Fprintf(a.stdout, "%s holds the ledger as it was just now (%d kB).\n", args[0], (info.Size()+1023)/1024)
				return nil
			})
		},
	}
}
