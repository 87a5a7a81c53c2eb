package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/strictyaml"
)

func (a *app) doctorCommand() *cobra.Command {
	limit, fix := 90*time.Second, false
	c := a.withJSON(&cobra.Command{
		Use:   "doctor",
		Short: "Try everything out, and say what to do where it fails",
		Long: `Tries everything out that followupd needs: the configuration, the sequences and
templates, the folder where it keeps what it remembers, and each mailbox, by
signing in to both servers and by sending one test mail from the mailbox to
itself. For each failure it says what to do. Nobody else gets any mail.

It is safe to run at any time, while the daemon runs, too. Exits with 1 if
anything failed; warnings don't count.

With --fix it also makes the folders by which you enrol people from your mail
program: Follow-up/SEQUENCE, one for each sequence.`,
		Example: "  followupd doctor --config ./config.yaml\n  sudo -u followupd followupd doctor",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if limit <= 0 {
				return usagef("doctor: --within must be more than nothing, such as 90s")
			}
			ctx, cancel := context.WithTimeout(c.Context(), limit)
			defer cancel()
			return a.examine(ctx, limit, fix)
		},
	})
	c.Flags().BoolVar(&fix, "fix", false, "make the folders Follow-up/SEQUENCE that are missing")
	c.Flags().DurationVar(&limit, "within", limit, "end after this time, whatever the servers do")
	return c
}

// examine tries everything and prints what it found as it goes.
func (a *app) examine(ctx context.Context, limit time.Duration, fix bool) error {
	d := &doctor{app: a, limit: limit, fix: fix, chart: chart{out: a.stdout, json: a.json, colours: a.colours()}}
	err := d.all(ctx)
	if a.json {
		if err := json.NewEncoder(a.stdout).Encode(d.chart.verdict()); err != nil {
			return err
		}
	} else {
		d.chart.end()
	}
	switch {
	case err != nil:
		return err
	case !d.chart.ok():
		return errQuiet
	}
	return nil
}

// doctor tries out one configuration.
type doctor struct {
	app    *app
	limit  time.Duration
	fix    bool // make what is missing
	chart  chart
	config *config.Config
	ledger *ledger.Ledger
}

// all goes on after a failure wherever there is something left to try.
func (d *doctor) all(ctx context.Context) (err error) {
	d.chart.section("configuration")
	if !d.load(d.app.env) {
		return nil
	}
	d.state(ctx)
	if d.ledger != nil {
		defer func() { err = errors.Join(err, d.ledger.Close()) }()
	}
	// The secrets are looked at as the user whom the daemon runs as.
	d.load(d.app.withCredentials())
	d.configuration()
	d.rules()
	d.stranded(ctx)
	d.mailboxes(ctx)
	d.owner(ctx)
	return nil
}

// load reads the configuration; false where nothing can be tried with it.
func (d *doctor) load(env func(string) (string, bool)) bool {
	path := d.app.configPath()
	c, problems := config.Load(path, env, nil, config.Disk{})
	d.config = c
	usable := true
	d.chart.configProblems = problems
	for _, p := range problems {
		usable = usable && (aboutSecret(p) || p.Level == strictyaml.LevelWarning)
	}
	if !usable {
		d.configuration()
	}
	return usable
}

// configuration tells what is wrong with the configuration's files.
func (d *doctor) configuration() {
	problems := d.chart.configProblems
	for _, p := range problems {
		f := finding{Check: "configuration", Level: levelFailed, Said: p.File + ": " + p.Text, Do: sentence(p.Hint)}
		if p.Line > 0 {
			f.Said = fmt.Sprintf("%s:%d:%d: %s: %s", p.File, p.Line, p.Column, p.Path, p.Text)
		}
		if p.Level == strictyaml.LevelWarning {
			f.Level = levelWarning
		}
		if strings.HasSuffix(p.Path, ".credential") && d.app.noCredentials() {
			f.Do = "systemd hands out the passwords while the service runs: sudo systemctl start followupd, then try again."
		}
		if f.Do == "" {
			f.Do = "Mend that line."
		}
		d.chart.add(f)
	}
	if len(problems) == 0 {
		d.chart.good("configuration", "%s is in order", d.config.File())
	}
}

// sentence makes one of a hint, or of an error.
func sentence(hint string) string {
	if hint == "" {
		return ""
	}
	if s := upperFirst(hint); strings.ContainsAny(s[len(s)-1:], ".?!") || strings.Contains(s, ": chmod ") {
		return s // a command is to be copied as it stands
	}
	return upperFirst(hint) + "."
}

// serviceCredentials is where systemd keeps the credentials of the service
// while it runs. The service's user can read them.
const serviceCredentials = "/run/credentials/followupd.service"

const credentialsVariable = "CREDENTIALS_DIRECTORY"

// withCredentials is the environment with the running service's credentials,
// for a command that was started by hand.
func (a *app) withCredentials() func(string) (string, bool) {
	return func(name string) (string, bool) {
		value, ok := a.env(name)
		if name != credentialsVariable || ok {
			return value, ok
		}
		if _, err := os.ReadDir(serviceCredentials); err != nil {
			return "", false
		}
		return serviceCredentials, true
	}
}

func (a *app) noCredentials() bool {
	_, ok := a.withCredentials()(credentialsVariable)
	return !ok
}

// state looks at the folder in which the daemon keeps what it remembers.
func (d *doctor) state(ctx context.Context) {
	dir := d.config.StateDir
	if info, err := os.Stat(ledgerPath(d.config)); err == nil && info.Mode().Perm()&0o077 != 0 {
		d.chart.bad("state", fmt.Sprintf("others can read %s (%04o)", ledgerPath(d.config), info.Mode().Perm()), "Close it to them: chmod 600 "+ledgerPath(d.config))
		return
	}
	l, err := openLedger(ctx, d.config)
	var damaged *ledger.DamagedError
	switch {
	case errors.As(err, &damaged):
		d.chart.bad("state", err.Error(), lastResort)
		return
	case errors.Is(err, fs.ErrPermission):
		d.chart.bad("state", errors.Unwrap(err).Error(), fmt.Sprintf("Run doctor as the user of the service: sudo -u %s followupd doctor", ownerName(dir)))
		return
	case err != nil:
		d.chart.bad("state", err.Error(), "Check state_dir, and that the disk isn't full.")
		return
	}
	d.ledger = l
	if info, err := os.Stat(dir); err == nil && info.Mode().Perm()&0o077 != 0 {
		d.chart.bad("state", fmt.Sprintf("others can look into %s (%04o)", dir, info.Mode().Perm()), "Close it to them: chmod 700 "+dir)
		return
	}
	found, err := l.Integrity(ctx)
	switch {
	case errors.As(err, &damaged):
		d.chart.bad("state", err.Error(), lastResort)
		return
	case err != nil || len(found) > 0:
		d.chart.bad("state", fmt.Sprintf("the ledger %s is damaged: %s", l.Path(), errors.Join(err, errors.New(strings.Join(found, "; ")))), lastResort)
		return
	}
	d.chart.good("state", "%s is in order, and nobody else can read it", dir)
}

// rules looks at the sequences and templates.
func (d *doctor) rules() {
	rules, problems, err := loadRules(d.config)
	failed, warned := 0, 0
	for _, p := range problems {
		if p.Level == strictyaml.LevelWarning {
			warned++
		} else {
			failed++
		}
	}
	said := fmt.Sprintf("%s and %s", count(len(rules.Plan.Sequences), "sequence"), count(rulesTemplates(rules), "template"))
	switch {
	case err != nil:
		d.chart.bad("sequences", err.Error(), "Check the keys sequences and templates of the configuration.")
	case failed > 0:
		d.chart.bad("sequences", fmt.Sprintf("%s, with %s", said, count(failed, "error")), "See them with followupd lint, and mend them: the daemon doesn't start with errors.")
	case len(noSequence(d.config.Sequences, len(rules.Plan.Sequences), false)) > 0:
		d.chart.warn("sequences", "there is no sequence in "+d.config.Sequences+", so there is nothing to send", "Write one, or get starters with followupd init DIR.")
	case exampleLinks(problems) > 0:
		d.chart.warn("sequences", fmt.Sprintf("%s, with %s; %s", said, count(warned, "warning"), exampleWords(exampleLinks(problems))), "Put your own links there; followupd lint shows where.")
	case warned > 0:
		d.chart.warn("sequences", fmt.Sprintf("%s, with %s", said, count(warned, "warning")), "Look at them with followupd lint.")
	default:
		d.chart.good("sequences", "%s, without any problem", said)
	}
}

func rulesTemplates(r engine.Rules) int {
	if r.Templates == nil {
		return 0
	}
	return len(r.Templates.Names())
}
