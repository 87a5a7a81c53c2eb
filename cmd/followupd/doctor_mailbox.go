package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/hook"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/report"
	"followupd/mailbox"
)

// examined is what was found of one mailbox.
type examined struct {
	found []mailbox.Finding
	learn map[string]string // what the engine should know of its server
}

// mailboxes tries all mailboxes at once and shows them in their order.
func (d *doctor) mailboxes(ctx context.Context) {
	secrets := d.config.Secrets(d.app.now)
	results := make([]chan examined, len(d.config.Mailboxes))
	var group sync.WaitGroup
	defer group.Wait()
	say := d.progress()
	for i, m := range d.config.Mailboxes {
		results[i] = make(chan examined, 1)
		group.Go(func() { results[i] <- d.mailbox(ctx, m, secrets, say) })
	}
	for i, m := range d.config.Mailboxes {
		r := <-results[i]
		d.chart.section("mailbox " + m.Name)
		d.chart.of(r.found)
		if !m.Live {
			d.chart.good("live", "no: nothing is sent to anybody until you set live: true")
		}
		d.learn(ctx, m, r.learn)
	}
}

// stranded tells of mailboxes that were taken out of the configuration, or
// renamed, while something waited in them.
func (d *doctor) stranded(ctx context.Context) {
	if d.ledger == nil {
		return
	}
	var names []string
	for _, m := range d.config.Mailboxes {
		names = append(names, m.Name)
	}
	var left []ledger.Stranded
	err := d.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		left, err = t.Stranded(names)
		return err
	})
	if err != nil {
		d.chart.bad("state", "the ledger can't be read: "+err.Error(), "Check the disk.")
	}
	for _, s := range left {
		said, do, _ := strings.Cut(report.StrandedWords(report.Stranded(s)), ": nothing goes out to them. ")
		d.chart.warn("left behind", said, do+" followupd list --mailbox "+report.Arg(s.Mailbox))
	}
}

// progress tells a person what is waited for.
func (d *doctor) progress() func(string) {
	if d.app.json {
		return func(string) {}
	}
	var mu sync.Mutex
	return func(what string) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Fprintln(d.app.stderr, "... "+what)
	}
}

// The parts of the time that doctor has in all.
const (
	connectPart = 8
	arrivePart  = 2
	copyPart    = 9
)

func (d *doctor) timers() (mailbox.Timers, mailbox.SubmitTimers) {
	step := d.limit / connectPart
	return mailbox.Timers{Connect: step, Command: step, Transfer: d.limit},
		mailbox.SubmitTimers{Connect: step, Command: 2 * step, Dot: d.limit / arrivePart}
}

func (d *doctor) probeOptions(m config.Mailbox) mailbox.ProbeOptions {
	o := mailbox.ProbeOptions{LocalName: m.Address.Domain()}
	o.IMAP, o.SMTP = d.timers()
	return o
}

// mailbox tries one mailbox: the token, both servers, and a mail to itself.
func (d *doctor) mailbox(ctx context.Context, m config.Mailbox, secrets *config.Secrets, say func(string)) examined {
	var e examined
	say("mailbox " + m.Name + ": connecting to " + m.IMAP.Host)
	a := account(m, secrets)
	if auth := secrets.Auth(m.IMAP); auth.UsesToken() {
		e.found = append(e.found, tokenFinding(ctx, m.IMAP.TokenCommand[0], auth))
	}
	noToken := len(e.found) > 0 && !e.found[0].OK
	e.found = append(e.found, mailbox.Probe(ctx, a, d.probeOptions(m))...)
	for i, f := range e.found {
		if noToken && !f.OK && strings.HasSuffix(f.Check, " login") {
			e.found[i].Do = "Mend the token command, as said above: without a token nobody is let in."
		}
	}
	tellsTLS(ctx, e.found, "imap", m.IMAP)
	tellsTLS(ctx, e.found, "smtp", m.SMTP)
	if !loggedIn(e.found) {
		e.found = append(e.found, mailbox.Finding{Check: "test mail", OK: true, Said: "none was sent, as the mailbox can't be both read and written from yet",
			Do: "Mend the above first."})
		return e
	}
	if d.fix {
		e.found = append(e.found, d.folders(ctx, m, secrets))
	}
	o := mailbox.CanaryOptions{Now: d.app.now, ID: "doctor-" + strings.ToLower(rand.Text()), LocalName: m.Address.Domain(),
		Arrive: d.limit / arrivePart, Copy: d.limit / copyPart, Progress: func(what string) { say("mailbox " + m.Name + ": " + what) }}
	o.IMAP, o.SMTP = d.timers()
	c := mailbox.Canary(ctx, a, o)
	e.found = append(e.found, c.Findings...)
	e.learn = map[string]string{}
	if c.Saves {
		e.learn["saves"] = "yes"
	}
	if c.Rewrites {
		e.learn["rewrites"] = "yes"
	}
	return e
}

// tokenFinding runs the command that prints a token. The token is not shown.
func tokenFinding(ctx context.Context, command string, auth *config.Auth) mailbox.Finding {
	if _, err := auth.Token(ctx, true); err != nil {
		return mailbox.Finding{Check: "token command", Said: err.Error(),
			Do: "Run the command by hand, as the user of the service: it must print a token, or JSON with access_token, within 10 seconds."}
	}
	return mailbox.Finding{Check: "token command", OK: true, Said: command + " gives a token"}
}

// loggedIn says whether both logins succeeded.
func loggedIn(found []mailbox.Finding) bool {
	in := map[string]bool{}
	for _, f := range found {
		in[f.Check] = f.OK
	}
	return in["imap login"] && in["smtp login"]
}

// learn has the engine note what the test mail showed of a server.
func (d *doctor) learn(ctx context.Context, m config.Mailbox, what map[string]string) {
	if len(what) == 0 || d.ledger == nil {
		return
	}
	_, problems, err := loadRules(d.config)
	if err == nil && problems.HasErrors() {
		return // the engine can't be asked before they are mended
	}
	if _, err := d.app.ask(context.WithoutCancel(ctx), d.config, d.ledger, engine.Ask{Verb: engine.VerbLearn, Address: m.Name, Order: what}); err != nil {
		d.chart.warn("notes", "what was found of the server could not be kept: "+err.Error(), "Run doctor again; the daemon finds out by itself, too.")
	}
}

// owner tries the ways to the owner.
func (d *doctor) owner(ctx context.Context) {
	d.chart.section("you")
	d.webhook(ctx)
	fallback := d.config.Owner.Fallback
	switch {
	case fallback == nil:
		d.chart.warn("second route", "when your mail server fails, nobody can tell you",
			"Name a second way to reach you in owner.fallback: another SMTP server, or a command.")
	case fallback.SMTP != nil:
		found := mailbox.ProbeSubmission(ctx, server(*fallback.SMTP, d.config.Secrets(d.app.now)), d.probeOptions(d.config.Mailboxes[0]))
		for i := range found {
			found[i].Check = strings.Replace(found[i].Check, "smtp", "second", 1)
			found[i].Do = strings.ReplaceAll(found[i].Do, "smtp.", "owner.fallback.smtp.")
		}
		d.chart.of(found)
	default:
		d.chart.good("second route", "the command %s, which is used when mail has failed for %d minutes", fallback.Command[0], int(fallbackAfter.Minutes()))
	}
}

// webhook posts one hand-over with the notice "test".
func (d *doctor) webhook(ctx context.Context) {
	h := d.config.Owner.Webhook
	if h == nil {
		return
	}
	body, err := json.Marshal(owner.Hook{ID: "test", At: d.app.now().UTC(), Notice: "test", Subject: "A test by followupd doctor", Signals: []string{}, Dates: []owner.HookDate{}})
	if err == nil {
		err = hook.New(h.URL, webhookSecret(*h, d.config.Secrets(d.app.now)), d.app.now).Post(ctx, body)
	}
	if err != nil {
		d.chart.bad("webhook", err.Error(), "Check owner.webhook.url, and that your program answers a POST within 10 seconds with 200.")
		return
	}
	d.chart.good("webhook", "it took a test hand-over")
}

// fallbackAfter is how long mail has failed before the second route is used.
const fallbackAfter = 10 * time.Minute
