package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

// restored is what came of putting a copy back.
type restored struct {
	Made    time.Time         `json:"made"` // what the copy knows ends here
	At      time.Time         `json:"put_back_at"`
	People  int               `json:"people"`
	Kept    string            `json:"kept,omitempty"`   // the ledger before
	Faults  []string          `json:"faults,omitempty"` // values in the copy that are damaged
	Held    []engine.HeldBack `json:"held"`             // a mail may have gone to them since
	Waiting []engine.HeldBack `json:"waiting"`          // others who wait for the owner, as they did then
}

func (a *app) restoreCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "restore FILE", Short: "Put a copy of the ledger back that backup made",
		Long: `Puts a copy that followupd backup made in the place of a ledger that is damaged or
lost. The daemon must not run. The copy is checked first, and stays as it is; the
ledger before is kept beside, under another name.

What happened since the copy was made is known only as far as your mailbox shows
it. So everybody of whom a step may have gone out since is held, and named here.
When the daemon starts, it reads Sent and your folders since then: a mail that lies
in Sent counts as sent, and goes out no second time; answers and opt-outs by mail
are read again. The others stay held until you say, for each, resume or stop.

Say anew what you ordered since by command, before you start the daemon: suppress,
forget, stop, pause, notes. Don't import a list again that you imported since,
unless your server keeps copies in Sent. Whoever of it had a mail is held then: a
bare resume sends no step again that lies there. Where it can't be told which step
a mail was, you say where to go on: resume ADDRESS --at-step STEP.`,
		Example: "  sudo systemctl stop followupd\n  sudo followupd restore /var/backups/followupd/ledger-2026-11-29.db\n  sudo systemctl start followupd\n  followupd list --place needs-you", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.ledgerConfig()
			if err != nil {
				return err
			}
			r, err := a.restore(cmd.Context(), c, args[0], yes)
			if err != nil {
				return err
			}
			if a.json {
				return a.encode(r)
			}
			a.restoredText(r, c.Owner.Timezone.Location())
			return nil
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "put it back though the ledger that is there is sound, and knows more, or though single values in the copy are damaged")
	return a.withJSON(c)
}

// restore puts a copy in the ledger's place. The copy is made ready beside it, with
// everybody held who is to be, so that no other ledger is ever there to be opened.
func (a *app) restore(ctx context.Context, c *config.Config, from string, yes bool) (r restored, err error) {
	lock, err := a.alone(c)
	if err != nil {
		return r, fmt.Errorf("nothing was put back: %w", err)
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	part, err := a.makeReady(ctx, c, from, yes, &r)
	if err != nil {
		return r, fmt.Errorf("nothing was put back: %w", err)
	}
	if r.Kept, err = ledger.Replace(part, ledgerPath(c), r.At); err != nil {
		return r, fmt.Errorf("the copy could not be put in place, and until that is done no ledger is opened; do it again: %w", err)
	}
	return r, forgetAlarms(c)
}

// alone takes the right to be the one writer, as the user whose the ledger is.
func (a *app) alone(c *config.Config) (*ledger.Lock, error) {
	if err := os.MkdirAll(c.StateDir, 0o700); err != nil {
		return nil, outOfReach(c.StateDir, err)
	}
	if err := becomeOwner(c.StateDir); err != nil {
		return nil, err
	}
	lock, err := ledger.Acquire(c.StateDir)
	if errors.Is(err, ledger.ErrLocked) {
		return nil, fmt.Errorf("%w; stop the daemon first: sudo systemctl stop followupd", err)
	}
	return lock, outOfReach(c.StateDir, err)
}

// makeReady makes a checked copy of a backup beside the ledger.
func (a *app) makeReady(ctx context.Context, c *config.Config, from string, yes bool, r *restored) (part string, err error) {
	file, err := os.Stat(from)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("no such file: %s", from)
	case err == nil && file.IsDir():
		return "", fmt.Errorf("%s is a folder; name the file in it that followupd backup made", from)
	}
	if is, err := os.Stat(ledgerPath(c)); err == nil && file != nil && os.SameFile(is, file) {
		return "", errors.New("that is the ledger itself; name a copy of it")
	}
	part, r.Faults, err = ledger.CopyToRestore(ctx, from, c.StateDir)
	if errors.Is(err, fs.ErrPermission) {
		err = fmt.Errorf("%w; the user %s, whose the ledger is, has to be able to read it", err, ownerName(c.StateDir))
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", from, err)
	}
	if !yes {
		if len(r.Faults) > 0 {
			err = fmt.Errorf("%s: values in it are damaged:\n%s\nTake an older copy, or, if there is none, add --yes", from, faultLines(r.Faults))
		} else {
			err = replaceable(ctx, ledgerPath(c))
		}
		if err != nil {
			return "", errors.Join(err, os.Remove(part))
		}
	}
	if err := a.hold(ctx, c, part, r); err != nil {
		return "", errors.Join(fmt.Errorf("%s: %w", from, err), os.Remove(part))
	}
	return part, nil
}

// replaceable says why a copy should not take the place of the ledger that is there.
func replaceable(ctx context.Context, path string) error {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || ledger.CutShort(path) {
		return nil
	}
	if err != nil {
		return err
	}
	l, err := ledger.Open(ctx, path)
	var damaged *ledger.DamagedError
	if errors.As(err, &damaged) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the ledger that is there can't be opened, and is not known to be damaged: %w; to put the copy back all the same, add --yes", err)
	}
	found, err := l.Integrity(ctx)
	people := 0
	if err == nil && len(found) == 0 {
		err = l.Read(ctx, func(t *ledger.Tx) (err error) { people, err = t.CountPeople(); return err })
	}
	if err = errors.Join(err, l.Close()); errors.As(err, &damaged) || err == nil && len(found) > 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if people == 0 {
		return nil // a new one, made where the old one was lost: it knows nothing
	}
	return fmt.Errorf("the ledger %s is sound, and knows what happened since the copy was made; to put the copy back all the same, add --yes", path)
}

// hold marks a copy as one that takes the ledger's place, and holds whoever is to be
// held in it.
func (a *app) hold(ctx context.Context, c *config.Config, part string, r *restored) (err error) {
	l, err := ledger.Open(ctx, part)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	put, err := engine.MarkPutBack(ctx, l, a.now())
	if err != nil {
		return err
	}
	r.Made, r.At = put.Made, put.At
	rules, problems, err := loadRules(c)
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		// Whom to hold doesn't hang on them; the daemon tells of the errors.
		if kept, err := inForce(ctx, l, rules); err == nil {
			rules = kept
		} else if !errors.Is(err, ledger.ErrNotFound) {
			return err
		}
	}
	w := &wiring{config: c, rules: rules, ledger: l, log: slog.New(slog.DiscardHandler), now: a.now}
	e, err := w.build(ctx)
	if err != nil {
		return err
	}
	r.Held, err = e.HoldPutBack(ctx)
	if err = errors.Join(err, e.Close(), w.close()); err != nil {
		return err
	}
	if r.Held == nil {
		r.Held = []engine.HeldBack{}
	}
	err = l.Read(ctx, func(t *ledger.Tx) error {
		if r.Waiting, err = engine.Waiting(t); err != nil {
			return err
		}
		r.Waiting = slices.DeleteFunc(r.Waiting, func(h engine.HeldBack) bool { return slices.Contains(r.Held, h) })
		r.People, err = t.CountPeople()
		return err
	})
	if err != nil {
		return err
	}
	return l.Checkpoint(ctx)
}

func (a *app) restoredText(r restored, zone *time.Location) {
	a.say("", fmt.Sprintf("The ledger is back as it was %s: %s.", engine.AsOf(r.Made.In(zone), "2 January 2006, 15:04"), report.Plural(r.People, "person", "people")))
	if r.Kept != "" {
		a.say("", "The one before is kept: "+r.Kept+" (delete it when all is well, for it holds what the ledger holds of people)")
	}
	if len(r.Faults) > 0 {
		fmt.Fprintln(a.stdout)
		a.say("", "Values in the copy are damaged, and so they are in the ledger now:")
		fmt.Fprintln(a.stdout, faultLines(r.Faults))
		a.say("", "No mail goes out whose text isn't the one that was written. backup makes copies all the same, and says each time what is wrong.")
	}
	fmt.Fprintln(a.stdout)
	if len(r.Held) == 0 {
		a.say("", "Nobody is held anew: of all who would go on by themselves, nobody had a mail due since then.")
	} else {
		a.say("", fmt.Sprintf("Held, for a mail may have gone out since (%d):", len(r.Held)))
		a.heldTable(r.Held)
	}
	if len(r.Waiting) > 0 {
		fmt.Fprintln(a.stdout)
		a.say("", fmt.Sprintf("Wait for you, as they did then (%d):", len(r.Waiting)))
		a.heldTable(r.Waiting)
		a.say("", "Whom of these you resumed since may have got mail. What the daemon finds in Sent is not sent again; look there yourself before you resume one, if your server keeps no copies.")
	}
	fmt.Fprintln(a.stdout)
	a.say("1. ", "What you ordered since then is not known any more: say it again now (suppress, forget, stop, pause, notes). Opt-outs that came by mail are read again.")
	a.say("2. ", "Start the daemon: sudo systemctl start followupd")
	if len(r.Held) > 0 {
		a.say("3. ", "Of whom it finds that mail in Sent, it goes on by itself. Look for the others there yourself, and say for each: followupd resume ADDRESS, or stop. Who is still held says: followupd list --place needs-you")
	}
}

func (a *app) heldTable(list []engine.HeldBack) {
	rows := make([][]string, len(list))
	for i, h := range list {
		rows[i] = []string{h.Address, report.OneLine(h.Name, 60), report.OneLine(h.Sequence+"/"+h.Step, 100)}
	}
	a.table([]column{{head: "address"}, {head: "name", givesWay: true}, {head: "step", givesWay: true}}, rows)
}
