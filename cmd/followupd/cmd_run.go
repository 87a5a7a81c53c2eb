package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

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

Sequences and templates that you edit are taken up as you save them, if all of
them have no errors; else the old ones stay in force, also where it is started
anew, and the log, status and the status mail say why, with the line. SIGHUP has them read at once. SIGTERM stops in
good order: no new mail is begun, one under way is finished.`,
		Example: "  followupd run --config /etc/followupd/config.yaml",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return a.daemon(ctx)
		},
	}
}

// daemon runs followupd until ctx ends, and tells the owner where the ledger keeps it
// from that. A full disk it waits out: starting it anew would not make room, and systemd
// would give up soon.
func (a *app) daemon(ctx context.Context) error {
	running := a.configPrint()
	c, err := a.loadConfig(true)
	if err != nil {
		return err
	}
	log, n := a.logger(c), newNotifier(a.env)
	al := a.alarm(c, log)
	for pause := roomPause; ; pause = min(2*pause, alarmPause) { // the room there may not be enough for it
		err := a.daemonOn(ctx, serving{config: c, log: log, running: running, notifier: n, alarm: al})
		if !isFull(err) {
			return al.insist(ctx, n, err)
		}
		if al.awaitRoom(ctx, n, err, pause); ctx.Err() != nil {
			return nil
		}
	}
}

// lookWait is how long a start waits for the look at the whole ledger. Of a large one
// the rest is looked at beside all else, and nothing is sent before.
const lookWait = 800 * time.Millisecond

// looked waits a moment for the look at the whole ledger.
func looked(ctx context.Context, check *ledger.Check) error {
	moment, cancel := context.WithTimeout(ctx, lookWait)
	defer cancel()
	err := check.Wait(moment)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

func (a *app) daemonOn(ctx context.Context, s serving) (err error) {
	c, log := s.config, s.log
	edited := newEditWatch(log, c.Sequences, c.Templates)
	rules, problems, err := loadRules(c)
	if err != nil {
		return err
	}
	broken := problems.HasErrors()
	if _, err := os.Stat(ledgerPath(c)); broken && errors.Is(err, fs.ErrNotExist) {
		return a.errorsAlone(problems, exitConfig)
	}
	if !broken && len(problems) > 0 {
		fmt.Fprintf(a.stderr, "%s in sequences and templates; see them with: followupd lint\n", count(len(problems), "warning"))
	}
	if n := exampleLinks(problems); n > 0 {
		fmt.Fprintln(a.stderr, exampleWords(n)+": followupd lint")
	}
	if err := stateDir(c); err != nil {
		return errors.Join(a.errorsAlone(problems, exitConfig), err)
	}
	lock, err := ledger.Acquire(c.StateDir)
	if err != nil {
		return outOfReach(c.StateDir, err)
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	l, err := openLedger(ctx, c)
	if err != nil {
		return errors.Join(a.errorsAlone(problems, exitConfig), err)
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	check := l.BeginCheck(ctx)
	defer check.Stop()
	if err := looked(ctx, check); err != nil {
		return err
	}
	note := ""
	if broken {
		if rules, err = inForce(ctx, l, rules); errors.Is(err, ledger.ErrNotFound) {
			return a.errorsAlone(problems, exitConfig)
		} else if err != nil {
			return err
		}
		note = a.now().In(c.Owner.Timezone.Location()).Format(noteTime) + firstError(problems)
		logErrors("the sequences and templates have errors; the ones that were in force before stay so", problems, log)
	}
	if err := noteEdits(ctx, l, note); err != nil {
		return err
	}
	if err := l.Write(ctx, func(t *ledger.Tx) error { return t.Set(configRunning, s.running) }); err != nil {
		return err
	}
	w := &wiring{config: c, rules: rules, ledger: l, log: log, now: a.now, sound: check.Wait, alarm: s.alarm.tell}
	e, err := w.build(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.Close(), w.close()) }()
	if _, err := e.TakeUp(ctx, rules); err != nil {
		return err
	}
	s.ledger, s.engine, s.edited = l, e, edited
	return a.serve(ctx, s)
}

// noteTime is the form of the moment that begins a note of errors in edits.
const noteTime = "Mon 2 Jan 15:04: "

// inForce are the sequences and templates that the ledger keeps as those in force,
// for the mailboxes that the configuration has now. An error that is
// ledger.ErrNotFound says that it keeps none.
func inForce(ctx context.Context, l *ledger.Ledger, files engine.Rules) (engine.Rules, error) {
	kept, err := keptRules(ctx, l, files.Files)
	return kept.For(files.Plan), err
}

// keptRules are the same for the mailboxes of their own time; templates is the folder
// in which what they refer to lies.
func keptRules(ctx context.Context, l *ledger.Ledger, templates fs.FS) (kept engine.Rules, err error) {
	err = l.Read(ctx, func(t *ledger.Tx) error {
		taken, err := engine.InForce(t)
		if err != nil {
			return err
		}
		if taken.Now.Hash == "" {
			return ledger.ErrNotFound
		}
		kept, err = engine.KeptRules(t, taken.Now.Hash, templates)
		return err
	})
	return kept, err
}

// exampleRule is the linter's rule for links that lead nowhere.
const exampleRule = "example-link"

// exampleWords says in how many files links lead nowhere.
func exampleWords(n int) string {
	if n == 1 {
		return "1 file still has links to example addresses; a live mailbox holds mails with them"
	}
	return fmt.Sprintf("%d files still have links to example addresses; a live mailbox holds mails with them", n)
}

// exampleLinks counts the files with links that lead nowhere, as far as a mailbox
// that is somebody's own would send them.
func exampleLinks(problems strictyaml.Problems) (n int) {
	for _, p := range problems {
		if p.Rule == exampleRule {
			n++
		}
	}
	return n
}

// serving is what a daemon works with.
type serving struct {
	config *config.Config
	ledger *ledger.Ledger
	engine *engine.Engine
	log    *slog.Logger
	edited *editWatch
	// running names the configuration that it runs with.
	running  string
	notifier *notifier
	alarm    *alarm
}

// serve tells systemd how the daemon does, and takes up edits as they are
// saved, and on SIGHUP.
func (a *app) serve(ctx context.Context, s serving) error {
	c, e, log, n := s.config, s.engine, s.log, s.notifier
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
	saved := make(chan struct{}, 1)
	reloads.Go(func() { a.watchConfig(running, s.running, log) })
	reloads.Go(func() {
		s.edited.run(running, func() {
			select {
			case saved <- struct{}{}:
			default: // it will be read anyway
			}
		})
	})
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
				a.reload(running, s)
				_ = n.say("READY=1\nSTATUS=" + statusLine(c))
			case <-saved:
				a.reload(running, s)
			}
		}
	})
	err := e.Run(ctx, n.alive)
	end()
	reloads.Wait()
	log.Info("followupd ends")
	return err
}

// reload takes up edited sequences and templates, if they have no errors, and
// notes why it didn't where they have. The note is kept before the log tells of
// it: whoever reads the log and asks for the status then finds it there.
func (a *app) reload(ctx context.Context, s serving) {
	problem, tell, err := a.takeUp(ctx, s)
	if err == nil {
		err = noteEdits(ctx, s.ledger, problem)
	}
	if err != nil && ctx.Err() == nil {
		s.log.Error("edits can't be taken up; the old sequences and templates stay in force", "error", err)
	}
	tell()
}

// takeUp gives the moment and the first error of edits that aren't taken up, and
// what logs how it went.
func (a *app) takeUp(ctx context.Context, s serving) (problem string, tell func(), err error) {
	const stay = "edits are not taken up; the old sequences and templates stay in force"
	at := a.now().In(s.config.Owner.Timezone.Location()).Format(noteTime)
	rules, problems, err := loadRules(s.config)
	switch {
	case err != nil:
		return at + err.Error(), func() { s.log.Error(stay, "error", err) }, nil
	case problems.HasErrors():
		return at + firstError(problems), func() { logErrors(stay, problems, s.log) }, nil
	}
	changed, err := s.engine.TakeUp(ctx, rules)
	if err != nil {
		return "", func() {}, err
	}
	var left []ledger.Left
	if err := s.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		left, err = engine.Left(t)
		return err
	}); err != nil {
		return "", func() {}, err
	}
	message := "the sequences and templates are as they were"
	if changed {
		message = "edits are taken up"
	}
	return "", func() {
		s.log.Info(message, "sequences", len(rules.Plan.Sequences), "version", engine.Version{Hash: rules.Hash}.Short())
		for _, l := range left {
			s.log.Warn("people stand in a sequence that is not there any more; nothing goes out to them: followupd status", "sequence", l.Sequence, "people", l.People)
		}
	}, nil
}

// logErrors logs the errors in files, and how many warnings there are besides.
func logErrors(message string, problems strictyaml.Problems, log *slog.Logger) {
	warnings := 0
	for _, p := range problems {
		if p.Level == strictyaml.LevelWarning {
			warnings++
			continue
		}
		log.Error(message, "problem", p.String())
	}
	if warnings > 0 {
		log.Info("and " + count(warnings, "warning") + "; see them with: followupd lint")
	}
}

// noteEdits keeps why edits were not taken up, for status to show.
func noteEdits(ctx context.Context, l *ledger.Ledger, problem string) error {
	before, err := editsNote(ctx, l)
	if err != nil || before == problem {
		return err
	}
	return l.Write(ctx, func(t *ledger.Tx) error { return t.Set(engine.EditsProblem, problem) })
}

// editsNote is why edits were not taken up, "" where they were.
func editsNote(ctx context.Context, l *ledger.Ledger) (note string, err error) {
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		note, err = t.Setting(engine.EditsProblem)
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
