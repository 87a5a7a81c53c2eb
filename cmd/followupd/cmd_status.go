package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/report"
	"followupd/mailbox"
)

func (a *app) statusCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "status", Short: "Show how things stand, on one screen",
		Long: `Shows how things stand: whether the daemon runs, how the mailboxes do, what needs
you, what is held and why, what comes next, and what went wrong. The numbers are
those of the weekly status mail, counted over the last seven days.`,
		Example: "  followupd status\n  followupd status --json", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error { return a.status(c.Context(), c2, l) })
		},
	})
}

// standing is how things stand.
type standing struct {
	Daemon   daemonState     `json:"daemon"`
	Sent     []sentState     `json:"sent"`
	Requests int             `json:"open_requests"`
	Snapshot report.Snapshot `json:"snapshot"`
}

// daemonState is what is known of the daemon.
type daemonState struct {
	Running bool      `json:"running"`
	Seen    time.Time `json:"seen,omitzero"` // when it last told of itself
	Words   string    `json:"words"`
}

// sentState is what went out from one mailbox, beside its limits.
type sentState struct {
	Mailbox  string `json:"mailbox"`
	Live     bool   `json:"live"`
	LastHour int    `json:"last_hour"`
	PerHour  int    `json:"per_hour"`
	Today    int    `json:"today"`
	PerDay   int    `json:"per_day"`
}

func (a *app) status(ctx context.Context, c *config.Config, l *ledger.Ledger) error {
	s, err := a.gatherStatus(ctx, c, l)
	if err != nil {
		return err
	}
	if a.json {
		return a.encode(s)
	}
	a.say("", s.Daemon.Words)
	fmt.Fprint(a.stdout, report.Status(s.Snapshot))
	for _, m := range s.Snapshot.Mailboxes {
		if strings.Contains(m.Problem+m.Sending, mailbox.ErrLogin.Error()) {
			a.say("! ", "the server refuses the password of the mailbox "+m.Name+"; run followupd doctor")
		}
	}
	for _, m := range s.Sent {
		words := fmt.Sprintf("went out from %s: %d of %d today, %d of %d in the last hour", m.Mailbox, m.Today, m.PerDay, m.LastHour, m.PerHour)
		if !m.Live {
			words += "; it is not live, so nothing goes out until you set live: true"
		}
		a.say("", words)
	}
	a.statusHeld(s.Snapshot)
	if s.Requests > 0 {
		a.say("", report.Plural(s.Requests, "request of yours waits", "requests of yours wait")+" for the daemon")
	}
	return nil
}

func (a *app) gatherStatus(ctx context.Context, c *config.Config, l *ledger.Ledger) (standing, error) {
	now := a.now()
	var s standing
	beat, err := engine.ReadHeartbeat(ctx, l)
	if err != nil {
		return s, err
	}
	if s.Daemon, err = daemonNow(c.StateDir, beat, now); err != nil {
		return s, err
	}
	if s.Snapshot, err = a.snapshot(ctx, c, l); err != nil {
		return s, err
	}
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		if s.Requests, err = t.CountOpenRequests(); err != nil {
			return err
		}
		for _, m := range c.Mailboxes {
			sent, err := sentNow(t, m, now)
			if err != nil {
				return err
			}
			s.Sent = append(s.Sent, sent)
		}
		return nil
	})
	return s, err
}

// snapshot counts the last seven days as the weekly status mail does.
func (a *app) snapshot(ctx context.Context, c *config.Config, l *ledger.Ledger) (s report.Snapshot, err error) {
	rules, _, err := loadRules(c)
	if err != nil {
		return s, err
	}
	w := &wiring{config: c, rules: rules, ledger: l, now: a.now}
	now := a.now()
	view := owner.New(w.ownerOptions(ctx, nil)).View(now, now.AddDate(0, 0, -7))
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		s, err = owner.Gather(t, view)
		return err
	})
	return s, err
}

// staleAfter is how long a daemon may be silent about itself.
const staleAfter = time.Minute

// A command holds the lock of the state directory for a moment; so long it is
// waited for until it is taken to be the daemon's.
const (
	lockTries = 20
	lockPause = 25 * time.Millisecond
)

// daemonNow says whether a daemon works on a state directory: who does holds
// its lock, and tells of itself.
func daemonNow(dir string, beat engine.Heartbeat, now time.Time) (daemonState, error) {
	d := daemonState{Seen: beat.At}
	fresh := now.Sub(beat.At) <= staleAfter
	for range lockTries {
		lock, err := ledger.Acquire(dir)
		if err == nil {
			d.Words = "THE DAEMON IS NOT RUNNING: nothing is read and nothing goes out (start it with: followupd run, or systemctl start followupd)"
			return d, lock.Release()
		}
		if !errors.Is(err, ledger.ErrLocked) {
			return d, err
		}
		if fresh {
			break
		}
		time.Sleep(lockPause)
	}
	d.Running, d.Words = true, "the daemon runs"
	if !fresh {
		d.Words = "something holds the lock, but the daemon has not told of itself for a while; look at its log"
	}
	return d, nil
}

func sentNow(t *ledger.Tx, m config.Mailbox, now time.Time) (sentState, error) {
	s := sentState{Mailbox: m.Name, Live: m.Live, PerHour: m.Limits.PerHour, PerDay: m.Limits.PerDay}
	local := now.In(m.Timezone.Location())
	midnight := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, local.Location())
	times, err := t.SentTimes(m.Name, now.Add(-25*time.Hour))
	for _, at := range times {
		if at.After(now.Add(-time.Hour)) {
			s.LastHour++
		}
		if !at.Before(midnight) {
			s.Today++
		}
	}
	return s, err
}

// heldShown is how many of those held a status names.
const heldShown = 5

func (a *app) statusHeld(s report.Snapshot) {
	if len(s.Held) == 0 {
		return
	}
	a.say("", report.Plural(len(s.Held), "person is", "people are")+" held:")
	for _, h := range s.Held[:min(len(s.Held), heldShown)] {
		a.say("  ", wholeName(h.Name, h.Company, h.Address)+": "+report.OneLine(h.Why, 100)+", "+report.Age(h.Since, s.At))
	}
	if more := len(s.Held) - heldShown; more > 0 {
		a.say("  ", fmt.Sprintf("and %d more: followupd list --state held", more))
	}
}
