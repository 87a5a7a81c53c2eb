package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

// damagedAdvice is what to do about a ledger that can't be made sense of.
const damagedAdvice = "What to do: stop the daemon (sudo systemctl stop followupd), keep a copy of that file, and take the last backup back with: followupd restore FILE. followupd check --ledger says what is wrong with it, or that all is well again."

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Write a copy of the ledger",
		Long: `Writes a copy of the ledger, as it is at this moment, into a file that isn't there yet.
The daemon may run meanwhile. The copy holds what the ledger holds of people, so keep
it as closely; nobody but you can read it. Take it back with: followupd restore.`,
		Example: "  followupd backup ~/ledger-$(date +%F).db", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLedger(c.Context(), func(_ *config.Config, l *ledger.Ledger) error {
				err := l.Backup(c.Context(), args[0])
				if errors.Is(err, fs.ErrPermission) {
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

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Take a backup of the ledger back",
		Long: `Puts a backup in the place of the ledger, once the daemon is stopped. The backup is
checked first (as followupd check --ledger does), and the ledger that was there is kept
beside it, under another name.

What went out since the backup isn't in it, so all sending is paused: start the daemon,
which reads what came since and finds in Sent what went out, where your server keeps
copies; look at followupd plan, stop whom it would write to a second time, say again
what you ordered since, such as suppress, and then followupd resume --all.`,
		Example: "  sudo systemctl stop followupd\n  followupd restore ~/ledger-2026-11-30.db", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.restore(c.Context(), args[0]) },
	}
}

func (a *app) restore(ctx context.Context, from string) (err error) {
	c, problems, err := a.readConfig(false)
	if err != nil {
		return err
	}
	if err := a.errorsAlone(problems, exitConfig); err != nil {
		return err
	}
	if err := os.MkdirAll(c.StateDir, 0o700); err != nil {
		return outOfReach(c.StateDir, err)
	}
	if err := becomeOwner(c.StateDir); err != nil {
		return err
	}
	lock, err := ledger.Acquire(c.StateDir)
	if errors.Is(err, ledger.ErrLocked) {
		return errors.New("nothing was changed: the daemon works on the ledger; stop it first (sudo systemctl stop followupd)")
	}
	if err != nil {
		return outOfReach(c.StateDir, err)
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	if err := a.sure(fmt.Sprintf("%s takes the place of the ledger in %s; what happened since it was made isn't in it.", from, c.StateDir)); err != nil {
		return err
	}
	var audit engine.Audit
	kept, err := ledger.Restore(ctx, from, ledgerPath(c), a.now().UTC().Format("20060102T150405"), func(l *ledger.Ledger) (err error) {
		if audit, err = engine.CheckLedger(ctx, l, func(int, int) {}); err != nil {
			return err
		}
		if !audit.Sound() {
			a.auditText(audit)
			return fmt.Errorf("%s is not sound; take an older backup", from)
		}
		return l.Write(ctx, engine.PauseRestored)
	})
	if err != nil {
		var damaged *ledger.DamagedError
		if errors.As(err, &damaged) {
			err = fmt.Errorf("%s is damaged (%s); take an older backup", from, damaged.Err.Error())
		}
		return fmt.Errorf("nothing was changed: %w", err)
	}
	a.say("", fmt.Sprintf("The ledger is that of the backup now: %s, %s.", report.Plural(audit.People, "person", "people"), count(audit.Entries, "decision")))
	if kept != "" {
		fmt.Fprintln(a.stdout, "The one before is kept as "+kept) // whole, to be copied
	}
	a.say("! ", "All sending is paused, as what went out since isn't in it. Start the daemon, wait until it has read your mailbox, look at followupd plan, stop whom it would write to a second time, and say again what you ordered since (followupd stop, followupd suppress). Then: followupd resume --all")
	return nil
}
