package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/strictyaml"
)

func (a *app) runCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "run",
		Short: "Watch the mailboxes and send what is due, until stopped",
		Long: `Watches the mailboxes and sends what is due, until it is stopped. It is made for
systemd (see the folder systemd) and works the same in a terminal.

SIGHUP reads the sequences and templates again: they are taken up if they have
no errors, else the old ones stay in force. SIGTERM stops in good order: no new
mail is begun, one under way is finished.`,
		Example: "  followupd run --config /etc/followupd/config.yaml",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return a.daemon(ctx)
		},
	}
}

// daemon runs followupd until ctx ends.
func (a *app) daemon(ctx context.Context) (err error) {
	c, err := a.loadConfig(true)
	if err != nil {
		return err
	}
	rules, problems, err := loadRules(c)
	if err != nil {
		return err
	}
	if err := a.errorsAlone(problems, exitConfig); err != nil {
		return err
	}
	if len(problems) > 0 {
		fmt.Fprintf(a.stderr, "%s in sequences and templates; see them with: followupd lint\n", count(len(problems), "warning"))
	}
	switch n := exampleLinks(problems); n {
	case 0:
	case 1:
		fmt.Fprintln(a.stderr, "1 link still leads to an example address: followupd lint")
	default:
		fmt.Fprintf(a.stderr, "%d links still lead to example addresses: followupd lint\n", n)
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	lock, err := ledger.Acquire(c.StateDir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	if err := noteEdits(ctx, l, ""); err != nil {
		return err
	}
	w := &wiring{config: c, rules: rules, ledger: l, log: a.logger(c), now: a.now, jitter: newJitter()}
	e, err := w.build(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.Close(), w.close()) }()
	return a.serve(ctx, c, l, e, w.log)
}

// exampleLinks counts the links that lead nowhere, as far as a live mailbox
// would send them.
func exampleLinks(problems strictyaml.Problems) (n int) {
	for _, p := range problems {
		if p.Path == "example-link" || p.Level == strictyaml.LevelWarning && strings.HasPrefix(p.Path, "values[") && strings.HasSuffix(p.Path, ".link") {
			n++
		}
	}
	return n
}

// serve tells systemd how the daemon does, and takes up edits on SIGHUP.
func (a *app) serve(ctx context.Context, c *config.Config, l *ledger.Ledger, e *engine.Engine, log *slog.Logger) error {
	n := newNotifier(a.env)
	// Before READY: a reload may follow at once, and would end a process that
	// doesn't take the signal yet.
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	defer signal.Stop(hup)
	log.Info("followupd begins", "version", version, "state_dir", c.StateDir, "mailboxes", len(c.Mailboxes), "sequences", len(e.Rules().Plan.Sequences))
	if err := n.say("READY=1\nSTATUS=" + statusLine(c)); err != nil {
		log.Warn("systemd can't be told", "error", err)
	}
	var reloads sync.WaitGroup
	running, end := context.WithCancel(ctx)
	reloads.Go(func() {
		for {
			select {
			case <-running.Done():
				if err := n.say("STOPPING=1"); err != nil {
					log.Warn("systemd can't be told", "error", err)
				}
				return
			case <-hup:
				_ = n.say("RELOADING=1\nMONOTONIC_USEC=" + monotonicMicros())
				if err := noteEdits(running, l, a.reload(c, e, log)); err != nil {
					log.Error("it can't be noted whether edits were taken up", "error", err)
				}
				_ = n.say("READY=1\nSTATUS=" + statusLine(c))
			}
		}
	})
	err := e.Run(ctx, n.alive)
	end()
	reloads.Wait()
	log.Info("followupd ends")
	return err
}

// reload takes up edited sequences and templates, if they have no errors; else
// it gives the moment and the first of them.
func (a *app) reload(c *config.Config, e *engine.Engine, log *slog.Logger) (problem string) {
	at := a.now().In(c.Owner.Timezone.Location()).Format("15:04: ")
	rules, problems, err := loadRules(c)
	switch {
	case err != nil:
		log.Error("edits are not taken up; the old sequences and templates stay in force", "error", err)
		return at + err.Error()
	case problems.HasErrors():
		return at + logErrors(problems, log)
	}
	e.SetRules(rules)
	log.Info("edits are taken up", "sequences", len(rules.Plan.Sequences), "plan", rules.Hash[:12])
	return ""
}

// logErrors logs the errors in files and gives the first.
func logErrors(problems strictyaml.Problems, log *slog.Logger) (first string) {
	warnings := 0
	for _, p := range problems {
		if p.Level == strictyaml.LevelWarning {
			warnings++
			continue
		}
		if first == "" {
			first = p.String()
		}
		log.Error("edits are not taken up; the old sequences and templates stay in force", "problem", p.String())
	}
	if warnings > 0 {
		log.Info("and " + count(warnings, "warning") + "; see them with: followupd lint")
	}
	return first
}

// editsProblem is the setting that holds why edits were not taken up.
const editsProblem = "edits.problem"

// noteEdits keeps why edits were not taken up, for status to show.
func noteEdits(ctx context.Context, l *ledger.Ledger, problem string) error {
	before, err := editsNote(ctx, l)
	if err != nil || before == problem {
		return err
	}
	return l.Write(ctx, func(t *ledger.Tx) error { return t.Set(editsProblem, problem) })
}

// editsNote is why edits were not taken up, "" where they were.
func editsNote(ctx context.Context, l *ledger.Ledger) (note string, err error) {
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		if note, err = t.Setting(editsProblem); errors.Is(err, ledger.ErrNotFound) {
			err = nil
		}
		return err
	})
	return note, err
}

func statusLine(c *config.Config) string {
	live := 0
	for _, m := range c.Mailboxes {
		if m.Live {
			live++
		}
	}
	return fmt.Sprintf("mailboxes watched: %d, live: %d", len(c.Mailboxes), live)
}

func (a *app) logger(c *config.Config) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.Log.Level.Slog()}
	if c.Log.Format == config.LogJSON {
		return slog.New(slog.NewJSONHandler(a.stderr, o))
	}
	return slog.New(slog.NewTextHandler(a.stderr, o))
}
