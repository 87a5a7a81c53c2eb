package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
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
	Daemon daemonState `json:"daemon"`

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
	fmt.Fprint(a.stdout, report.Status(s.Snapshot, report.Screen{Width: a.width(), Daemon: s.Daemon.Words, Requests: s.Requests, Bold: a.bold, Alert: a.alert}))
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
	if s.Daemon.Running {
		switch old, err := a.outdated(ctx, l); {
		case err != nil:
			return s, err
		case old:
			s.Daemon.Words = upperFirst(s.Daemon.Words) + ", but " + configChanged
		}
	}
	if s.Snapshot, err = a.snapshotOf(ctx, c, l, span{from: now.AddDate(0, 0, -7)}); err != nil {
		return s, err
	}
	for _, m := range s.Snapshot.Mailboxes {
		s.Sent = append(s.Sent, sentState{Mailbox: m.Name, Live: m.Live, LastHour: m.LastHour, PerHour: m.PerHour, Today: m.Today, PerDay: m.PerDay})
	}
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		s.Requests, err = t.CountOpenRequests()
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
