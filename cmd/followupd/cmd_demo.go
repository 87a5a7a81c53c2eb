package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/internal/prospects"
	"followupd/sequences"
	"followupd/templates"
)

func (a *app) demoCommand() *cobra.Command {
	var fast bool
	c := &cobra.Command{
		Use: "demo", Short: "See it work: six weeks in a quarter of a minute",
		Long: `Starts a mail server in this process with thirteen people behind it, and runs
followupd against it through six weeks of a clock that jumps: the real sequences,
the real decisions, real IMAP and SMTP connections. Nothing has to be set up,
nothing leaves this machine, nothing is left running.`,
		Example: "  followupd demo\n  followupd demo --fast",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), fast) },
	}
	c.Flags().BoolVar(&fast, "fast", false, "don't pause for reading")
	return c
}

// The six weeks of the demo.
func demoBegin() time.Time { return time.Date(2026, 9, 7, 6, 0, 0, 0, time.UTC) } // a Monday
func demoEnd() time.Time   { return time.Date(2026, 10, 17, 6, 0, 0, 0, time.UTC) }

// leapClock is a clock that is set.
type leapClock struct {
	mu sync.Mutex
	at time.Time
}

func (c *leapClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *leapClock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// stage is everything that the demo plays on.
type stage struct {
	dir    string
	clock  *leapClock
	lab    *maillab.Lab
	config *config.Config
	ledger *ledger.Ledger
	engine *engine.Engine
	tell   *teller
}

func (a *app) demo(ctx context.Context, fast bool) (err error) {
	s := &stage{clock: &leapClock{at: demoBegin()}, tell: newTeller(a, fast)}
	if s.dir, err = os.MkdirTemp("", "followupd-demo-"); err != nil {
		return err
	}
	s.lab, err = maillab.New(maillab.Options{Now: s.clock.now, Wall: a.now, Personality: maillab.Personality{SaveSent: true},
		Accounts: []maillab.Account{{User: "ana", Password: "demo", Address: demoOwner}}})
	if err != nil {
		return fmt.Errorf("start the demo's mail server: %w", err)
	}
	defer func() { err = errors.Join(err, s.lab.Close()) }()
	for _, c := range demoPeople() {
		s.lab.AddPerson(c.person())
	}
	if err := s.setUp(); err != nil {
		return err
	}
	rules, problems, err := loadRules(s.config)
	if err != nil {
		return err
	}
	if err := a.errorsAlone(problems, exitFailed); err != nil {
		return err
	}
	if s.ledger, err = openLedger(ctx, s.config); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.ledger.Close()) }()
	w := &wiring{config: s.config, rules: rules, ledger: s.ledger, log: slog.New(slog.DiscardHandler), now: s.clock.now, jitter: evenJitter(), heard: s.tell.heard}
	if s.engine, err = w.build(ctx); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.engine.Close(), w.close()) }()
	s.tell.values = w.rules.Templates
	return s.play(ctx)
}

// evenJitter draws the same gaps each time.
func evenJitter() func() float64 {
	var mu sync.Mutex
	n := 0.0
	return func() float64 {
		mu.Lock()
		defer mu.Unlock()
		n += 0.382
		return n - float64(int(n))
	}
}

// setUp writes what a user would have: a configuration, the starter sequences
// and templates, and a file of prospects; and the mailbox's past.
func (s *stage) setUp() error {
	imapHost, imapPort, err := net.SplitHostPort(s.lab.IMAPAddr())
	if err != nil {
		return err
	}
	_, smtpPort, err := net.SplitHostPort(s.lab.SMTPAddr())
	if err != nil {
		return err
	}
	text := fmt.Sprintf(`state_dir: state
sequences: sequences
templates: templates
owner: {name: Ana Lima, email: %[1]s, timezone: Europe/Madrid}
status_mail: {every: monday, at: "07:30"}
mailboxes:
  - name: ana
    live: true
    address: Ana Lima <%[1]s>
    timezone: Europe/Madrid
    imap: {host: %[2]s, port: %[3]s, tls: insecure-none, username: ana, password_file: ana.password}
    smtp: {host: %[2]s, port: %[4]s, tls: insecure-none}
    limits: {per_hour: 12, per_day: 40, gap: 90s-240s, per_person: 2bd}
`, demoOwner, imapHost, imapPort, smtpPort)
	for name, content := range map[string]string{"config.yaml": text, "ana.password": "demo\n", "prospects.csv": demoCSV()} {
		if err := os.WriteFile(filepath.Join(s.dir, name), []byte(content), 0o600); err != nil {
			return err
		}
	}
	if err := os.CopyFS(filepath.Join(s.dir, "sequences"), sequences.Starters()); err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(s.dir, "templates"), templates.Starters()); err != nil {
		return err
	}
	conf, problems := config.Load(filepath.Join(s.dir, "config.yaml"), func(string) (string, bool) { return "", false }, nil, config.Disk{})
	if problems.HasErrors() {
		return problems
	}
	s.config = conf
	past := demoBegin().AddDate(0, -3, 0)
	_, err = s.lab.Deliver("ana", maillab.Inbox, maillab.Fresh("Nadia Brandt <nadia@brandt-glas.example>", demoOwner, "Our offer",
		"Dear Ana, thank you for the offer. We are still thinking it over.\n\nNadia")(past), past)
	return err
}

func demoCSV() string {
	var b strings.Builder
	b.WriteString("email,first_name,last_name,company,timezone,reason,source\n")
	for _, c := range demoPeople() {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s,own notes\n", c.address, c.first, c.last, c.company, c.zone, c.reason)
	}
	return b.String()
}

// play enrols the people and lets six weeks go by.
func (s *stage) play(ctx context.Context) error {
	s.tell.opening(s)
	if err := s.enrol(ctx); err != nil {
		return err
	}
	for s.clock.now().Before(demoEnd()) {
		s.lab.Advance(s.clock.now())
		next, err := s.engine.Settle(ctx)
		if err != nil {
			return err
		}
		s.tell.post(s)
		if err := s.tell.err; err != nil {
			return err
		}
		if at, ok := s.lab.NextReaction(); ok && (next.IsZero() || at.Before(next)) {
			next = at
		}
		if next.IsZero() {
			break
		}
		if now := s.clock.now(); !next.After(now) {
			next = now.Add(time.Second)
		}
		s.clock.set(next)
	}
	return s.curtain(ctx)
}

// enrol imports the prospects, as `followupd import` would.
func (s *stage) enrol(ctx context.Context) error {
	rows, problems := prospects.Read("prospects.csv", []byte(demoCSV()), prospects.Defaults{})
	if len(problems) > 0 {
		return errors.New(problems[0].String())
	}
	ask := engine.Ask{Verb: engine.VerbEnrol}
	for _, r := range rows {
		ask.People = append(ask.People, engine.Newcomer{Address: r.Address, Fields: r.Fields, Sequence: "intro", Reason: r.Reason, Source: r.Source})
	}
	if _, err := s.engine.Do(ctx, "demo", ask); err != nil {
		return err
	}
	for _, c := range demoPeople() {
		if c.note == "" {
			continue
		}
		note := engine.Ask{Verb: string(sequences.VerbNote), Address: c.address, Key: "estimator", Text: c.note}
		if _, err := s.engine.Do(ctx, "demo", note); err != nil {
			return err
		}
	}
	return nil
}
