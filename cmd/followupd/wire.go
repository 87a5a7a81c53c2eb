package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/hook"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/mailbox"
	"followupd/sequences"
)

// credentials lets a mailbox sign in with what the configuration names.
type credentials struct{ auth *config.Auth }

func (c credentials) Username() string { return c.auth.Username }

func (c credentials) Kind() mailbox.AuthKind {
	if c.auth.UsesToken() {
		return mailbox.AuthToken
	}
	return mailbox.AuthPassword
}

func (c credentials) Password(ctx context.Context) (string, error) {
	s, err := c.auth.Password(ctx)
	return s.Reveal(), err
}

func (c credentials) Token(ctx context.Context, fresh bool) (string, error) {
	s, err := c.auth.Token(ctx, fresh)
	return s.Reveal(), err
}

func server(s config.Server, secrets *config.Secrets) mailbox.Server {
	out := mailbox.Server{Host: s.Host, Port: s.Port, TLS: mailbox.TLSMode(s.TLS)}
	if auth := secrets.Auth(s); !auth.None() {
		out.Auth = credentials{auth}
	}
	return out
}

func account(m config.Mailbox, secrets *config.Secrets) mailbox.Account {
	return mailbox.Account{Name: m.Name, Address: m.Address.Email, IMAP: server(m.IMAP, secrets), SMTP: server(m.SMTP, secrets), Exclude: m.Folders.Exclude,
		Folders: mailbox.FolderOverrides{Sent: m.Folders.Sent, Junk: m.Folders.Junk, Drafts: m.Folders.Drafts, Trash: m.Folders.Trash}}
}

// wiring is what an engine is put together from. The demo and the tests change
// parts of it before they build.
type wiring struct {
	config *config.Config
	rules  engine.Rules
	ledger *ledger.Ledger
	log    *slog.Logger
	now    func() time.Time
	jitter func() float64 // nil: as engines and watchers draw
	heard  func(ledger.Entry, sequences.Person)
	sound  func(context.Context) error        // see engine.Options
	alarm  func(context.Context, error) error // see engine.Options
	// owns are submitters for mails to the owner, to be closed in the end.
	owns []*mailbox.Submitter
	// engine is what build made; what is in force is known to it.
	engine *engine.Engine
}

// build makes the engine of a configuration.
func (w *wiring) build(ctx context.Context) (*engine.Engine, error) {
	herald, err := w.herald(ctx)
	if err != nil {
		return nil, err
	}
	secrets := w.config.Secrets(w.now)
	o := engine.Options{Ledger: w.ledger, Rules: w.rules, Herald: herald, Clerk: herald, Now: w.now, Log: w.log, Jitter: w.jitter, Heard: w.heard, Sound: w.sound, Alarm: w.alarm, OwnerAway: w.ownerAway,
		Retention: engine.Retention{Texts: w.config.Retention.Texts.Std(), People: w.config.Retention.People.Std()}}
	for _, m := range w.config.Mailboxes {
		o.Mailboxes = append(o.Mailboxes, w.mailbox(m, secrets))
	}
	o.Routes = w.routes(secrets)
	if h := w.config.Owner.Webhook; h != nil {
		o.Post = hook.New(h.URL, webhookSecret(*h, secrets), w.now).Post
	}
	w.engine, err = engine.New(ctx, o)
	return w.engine, err
}

// webhookSecret reads what hand-overs are signed with, anew each time.
func webhookSecret(h config.Webhook, secrets *config.Secrets) func(context.Context) (string, error) {
	auth := secrets.Auth(config.Server{Credentials: h.Credentials()})
	return func(ctx context.Context) (string, error) {
		s, err := auth.Password(ctx)
		return s.Reveal(), err
	}
}

// inForce are the rules as they are now: a running daemon takes up edits.
func (w *wiring) inForce() engine.Rules {
	if w.engine == nil {
		return w.rules
	}
	return w.engine.Rules()
}

func (w *wiring) mailbox(m config.Mailbox, secrets *config.Secrets) engine.Mailbox {
	a := account(m, secrets)
	return engine.Mailbox{
		Name: m.Name, From: mail.Address{Name: m.Address.Name, Address: m.Address.Email}, Own: w.ownAddresses(m), Live: m.Live, Zone: m.Timezone.Location(),
		Limits: limitsOf(m.Limits), Gap: [2]time.Duration{m.Limits.Gap.Min, m.Limits.Gap.Max}, Fresh: w.config.FreshInbox.Std(), HistoryDays: m.History.Days,
		Handover:    engine.Handover{Flag: m.Handover.Flag, CopyTo: m.Handover.CopyTo, Draft: m.Handover.Draft, RemindAfter: m.Handover.RemindAfter.Std(), Group: m.Handover.Group.Std()},
		Unsubscribe: m.ListUnsubscribe, PostalAddress: m.PostalAddress, WayOut: m.WayOut,
		AuthServer: m.AuthServer,
		Watcher: func(p engine.WatcherParts) engine.Watcher {
			return mailbox.NewWatcher(a, mailbox.WatcherOptions{Now: w.now, Log: w.log, Cursors: p.Cursors, Sink: p.Sink, RecentFolders: p.RecentFolders, Spot: engine.StopPattern,
				OnLook: p.OnLook, Rand: w.chance()})
		},
		Submitter: mailbox.NewSubmitter(a.SMTP, mailbox.SubmitterOptions{LocalName: m.Address.Domain(), Log: w.log}),
		History: func(ctx context.Context, since time.Time, each func(mailbox.HistoryItem) error) error {
			return mailbox.History(ctx, a, since, each)
		},
	}
}

// limitsOf are a mailbox's limits as decisions know them.
func limitsOf(l config.Limits) sequences.Limits {
	out := sequences.Limits{PerHour: l.PerHour, PerDay: l.PerDay, PerPerson: sequences.Wait{BusinessDays: l.PerPerson.BusinessDays, Plain: l.PerPerson.Plain},
		PerDomain: domainLimit(l.PerDomain), PerProvider: domainLimit(l.PerProvider)}
	if l.Ramp != nil {
		out.Ramp = sequences.Ramp{Start: l.Ramp.Start, Add: l.Ramp.Add}
	}
	return out
}

func domainLimit(l *config.DomainLimit) sequences.DomainLimit {
	if l == nil {
		return sequences.DomainLimit{}
	}
	return sequences.DomainLimit{PerDay: l.PerDay, Gap: l.Gap.Std()}
}

// ownAddresses are the addresses whose mail counts as the owner's own.
func (w *wiring) ownAddresses(m config.Mailbox) []string {
	return []string{strings.ToLower(m.Address.Email), strings.ToLower(string(w.config.Owner.Email))}
}

// ownerAway is when the owner is back, zero while they are here.
func (w *wiring) ownerAway(now time.Time) time.Time { return absence(w.config).Back(now) }

// absence is when the owner is away, by the calendar of their own zone.
func absence(c *config.Config) sequences.Absence {
	from, until := c.Owner.Away.Span(c.Owner.Timezone.Location())
	return sequences.Absence{From: from.UTC(), Until: until.UTC()}
}

// routes are the ways to the owner: the first mailbox's server, on a
// connection of its own, then the fallback.
func (w *wiring) routes(secrets *config.Secrets) []engine.Route {
	first := w.config.Mailboxes[0]
	routes := []engine.Route{w.smtpRoute("mailbox "+first.Name, server(first.SMTP, secrets))}
	if f := w.config.Owner.Fallback; f != nil {
		if f.SMTP != nil {
			routes = append(routes, w.smtpRoute("fallback "+f.SMTP.Host, server(*f.SMTP, secrets)))
		}
		if len(f.Command) > 0 {
			routes = append(routes, engine.Route{Name: "fallback " + f.Command[0], Send: commandRoute(f.Command)})
		}
	}
	return routes
}

func (w *wiring) smtpRoute(name string, s mailbox.Server) engine.Route {
	sub := mailbox.NewSubmitter(s, mailbox.SubmitterOptions{LocalName: w.config.Mailboxes[0].Address.Domain(), Log: w.log})
	w.owns = append(w.owns, sub)
	return engine.Route{Name: name, Send: func(ctx context.Context, from, to string, raw []byte) error {
		o := sub.Submit(ctx, mailbox.Submission{From: from, To: []string{to}, Data: raw}, func(context.Context) error { return nil })
		if o.State == mailbox.Sent {
			return nil
		}
		if o.Code != 0 {
			return errors.New(o.String()) // what the server said stands in it
		}
		return errors.Join(errors.New(o.String()), o.Err)
	}}
}

// commandRoute hands the text of a mail to a command.
func commandRoute(argv []string) func(context.Context, string, string, []byte) error {
	return func(ctx context.Context, _, _ string, raw []byte) error {
		ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
		defer cancel()
		c := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // the owner's own configuration names it
		c.Stdin = bytes.NewReader(raw)
		c.WaitDelay = time.Second
		out, err := c.CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w: %.200s", argv[0], err, out)
		}
		return nil
	}
}

// herald makes the writer of the mails to the owner.
func (w *wiring) herald(ctx context.Context) (*owner.Herald, error) {
	var secret []byte
	err := w.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		secret, err = engine.TellingSecret(t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the install secret: %w", err)
	}
	return owner.New(w.ownerOptions(ctx, secret)), nil
}

func (w *wiring) ownerOptions(ctx context.Context, secret []byte) owner.Options {
	c := w.config
	return owner.Options{
		Name: c.Owner.Name, Email: string(c.Owner.Email), Deputy: string(c.Owner.Deputy), Away: w.ownerAway, Zone: c.Owner.Timezone.Location(),
		StatusEnabled: c.StatusMail.Enabled, StatusEvery: c.StatusMail.Every.Std(), StatusAt: int(c.StatusMail.At),
		Boxes: boxesOf(c), BriefEnabled: c.DailyBrief != nil, BriefAt: briefAt(c),
		Answerable: w.answerable,
		Secret:     secret, Domain: c.Mailboxes[0].Address.Domain(), From: w.from,
		Heartbeat: func() (engine.Heartbeat, error) { return engine.ReadHeartbeat(context.WithoutCancel(ctx), w.ledger) },
		Title: func(id string) string {
			if v, ok := w.inForce().Templates.Values().Value(id); ok {
				return v.Title
			}
			return id
		},
		Server: func(mailbox string) string {
			if box, ok := c.MailboxByName(mailbox); ok {
				return box.SMTP.Host
			}
			return ""
		},
		Voice: func(sequence string) (language, text string) {
			for _, step := range w.inForce().Plan.Sequences[sequence].Steps {
				if t, ok := w.inForce().Templates.Template(step.Template); ok {
					return t.Language, t.Body
				}
			}
			return "", ""
		},
		Task: func(sequence, step string) bool {
			s, _ := w.inForce().Plan.Sequences[sequence].StepOf(step)
			return s.Task != ""
		},
		Gaps: func(now time.Time) func(*sequences.Person, *sequences.Enrolment) string {
			if w.engine == nil {
				return nil
			}
			return w.engine.Gaps(now)
		},
	}
}

// briefAt is when the daily brief goes out, in minutes after midnight.
func briefAt(c *config.Config) int {
	if c.DailyBrief == nil {
		return 0
	}
	return int(c.DailyBrief.At)
}

// boxesOf are the mailboxes of a configuration as the status mail shows them.
func boxesOf(c *config.Config) []owner.Box {
	var boxes []owner.Box
	for _, m := range c.Mailboxes {
		boxes = append(boxes, owner.Box{Name: m.Name, Live: m.Live, PerHour: m.Limits.PerHour, PerDay: m.Limits.PerDay,
			Ramp: limitsOf(m.Limits).Ramp, Zone: m.Timezone.Location()})
	}
	return boxes
}

// answerable says whether an answer of the owner's to a mail of that mailbox can
// be proven: they read in one of the mailboxes, or its server says who wrote.
func (w *wiring) answerable(name string) bool {
	for _, m := range w.config.Mailboxes {
		if strings.EqualFold(m.Address.Email, string(w.config.Owner.Email)) {
			return true
		}
	}
	m, ok := w.config.MailboxByName(name)
	if !ok {
		m = &w.config.Mailboxes[0]
	}
	return m.AuthServer != ""
}

// from is what a mailbox sends from; of an unknown name, what the first does.
func (w *wiring) from(name string) mail.Address {
	m, ok := w.config.MailboxByName(name)
	if !ok {
		m = &w.config.Mailboxes[0]
	}
	return mail.Address{Name: m.Address.Name, Address: m.Address.Email}
}

// close closes what build opened beside the engine.
func (w *wiring) close() error {
	var errs []error
	for _, s := range w.owns {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

// openLedger opens the ledger of a configuration as the user whom it belongs
// to: a file that root made there would be out of the daemon's reach.
func openLedger(ctx context.Context, c *config.Config) (*ledger.Ledger, error) {
	if err := stateDir(c); err != nil {
		return nil, err
	}
	l, err := ledger.Open(ctx, ledgerPath(c))
	return l, outOfReach(c.StateDir, err)
}

// stateDir makes the folder of the ledger where it is absent, and gives up root for
// the user whom it belongs to.
func stateDir(c *config.Config) error {
	if err := os.MkdirAll(c.StateDir, 0o700); err != nil {
		return outOfReach(c.StateDir, fmt.Errorf("make state directory: %w", err))
	}
	return becomeOwner(c.StateDir)
}

// outOfReach says of a folder that this user may not write whose it is, and
// what works instead.
func outOfReach(dir string, err error) error {
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	whose := dir
	for parent := filepath.Dir(whose); parent != whose; parent = filepath.Dir(whose) {
		if _, missing := os.Stat(whose); !errors.Is(missing, fs.ErrNotExist) {
			break
		}
		whose = parent
	}
	owner := ownerName(whose)
	return fmt.Errorf("%w; %s belongs to the user %s, so run it as that one: sudo -u %s followupd %s", err, whose, owner, owner, strings.Join(os.Args[1:], " "))
}

func ledgerPath(c *config.Config) string { return filepath.Join(c.StateDir, "ledger.db") }

// becomeOwner gives up root for the user whom a folder belongs to.
func becomeOwner(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok || os.Geteuid() != 0 || st.Uid == 0 {
		return nil
	}
	if err := errors.Join(syscall.Setgroups([]int{int(st.Gid)}), syscall.Setgid(int(st.Gid)), syscall.Setuid(int(st.Uid))); err != nil {
		return fmt.Errorf("become the user whom %s belongs to: %w", dir, err)
	}
	return nil
}

// chance draws for whatever need not be replayed; several goroutines may draw.
func (w *wiring) chance() func() float64 {
	if w.jitter != nil {
		return w.jitter
	}
	return rand.Float64
}
