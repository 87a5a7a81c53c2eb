package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/report"
)

// lastResort is what to do about a ledger that can't be made sense of.
const lastResort = "Stop the daemon (sudo systemctl stop followupd) and put the newest copy back that followupd backup made: followupd restore FILE. The damaged ledger is kept beside it; whoever may have been written to since is held for you. See followupd restore --help for what can't be known then."

// damagedAdvice is lastResort for a command that failed.
const damagedAdvice = "What to do: " + lastResort + " followupd check --ledger says what is wrong with the ledger, or that all is well again."

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Write a copy of the ledger",
		Long: `Writes a copy of the ledger, as it is at this moment, into a file that isn't there yet.
The daemon may run meanwhile. The copy is made as the user whose the ledger is, who has
to be able to write in that folder. It holds what the ledger holds of people, so keep it
as closely; that user alone can read it.

Of a ledger whose file is damaged no copy is made. Where only single values are, as a
mail's text, there is one, since it is better than none; what was found is named, and it
exits with 1.`,
		Example: "  sudo install -d -m 700 -o followupd /var/backups/followupd\n  sudo followupd backup /var/backups/followupd/ledger-$(date +%F).db", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.ledgerConfig()
			if err != nil {
				return err
			}
			faults, err := a.backup(cmd.Context(), c, args[0])
			if err != nil {
				return fmt.Errorf("no backup was made: %w", err)
			}
			return a.backedUpWith(faults)
		},
	}
}

func (a *app) backup(ctx context.Context, c *config.Config, to string) (faults []string, err error) {
	if _, err := os.Stat(ledgerPath(c)); errors.Is(err, fs.ErrNotExist) { // opening would begin an empty one
		return nil, fmt.Errorf("there is no ledger %s; look at state_dir in %s", ledgerPath(c), a.configPath())
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	made, err := l.Backup(ctx, to)
	if errors.Is(err, syscall.EACCES) { // EPERM is no matter of rights alone
		whose := ownerName(l.Dir())
		err = fmt.Errorf("%w; the user %s, whose the ledger is, has to be able to write there: sudo install -d -o %s FOLDER makes a folder for it", err, whose, whose)
	}
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(to)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(a.stdout, "%s holds the ledger as it was just now: %s (%d kB).\n", to, report.Plural(made.People, "person", "people"), (info.Size()+1023)/1024)
	return made.Faults, nil
}

// backedUpWith says what is wrong in a copy that was made all the same.
func (a *app) backedUpWith(faults []string) error {
	if len(faults) == 0 {
		return nil
	}
	return errors.New("values in the ledger are damaged, and so they are in the copy:\n" + faultLines(faults) +
		"\nKeep an older copy that has none of this. For more see: followupd check --ledger")
}

// faultsShown is how many faults of values are named.
const faultsShown = 10

// faultLines are faults of values, one a line.
func faultLines(faults []string) string {
	var b strings.Builder
	for i, f := range faults {
		if i == faultsShown {
			fmt.Fprintf(&b, "\n  and %d more", len(faults)-i)
			break
		}
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("  " + report.OneLine(f, 200))
	}
	return b.String()
}
