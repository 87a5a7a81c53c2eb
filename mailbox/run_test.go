package mailbox_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

// ready waits until the first look of a running watcher is complete.
func ready(t *testing.T, db *store) {
	t.Helper()
	await(t, func() bool { known, _ := db.Known(t.Context()); return known })
}

func TestPollingFindsWhatIdleDoesNot(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		is   maillab.Personality
	}{
		{"no idle", maillab.Personality{NoIdle: true}},
		{"no idle, no list-status", maillab.Personality{NoIdle: true, NoListStatus: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.Personality = tt.is })
			db := newStore()
			watch(t, newWatcher(t, account(lab), db, func(o *mailbox.WatcherOptions) {
				o.PollEvery, o.SlowPoll = 10*time.Millisecond, 30*time.Millisecond
			}))
			ready(t, db)
			deliver(t, lab, "INBOX", letter("polled"))
			arrived(t, db)
			deliver(t, lab, "Archive", letter("filed"))
			arrived(t, db)
			want(t, "idled", count(lab, maillab.IdleBegun), 0)
		})
	}
}

func TestPollingIsTheFloorUnderADeadIdle(t *testing.T) {
	t.Parallel()
	// The script takes IDLE and never tells of anything.
	s := newScript(t, nil)
	db := newStore()
	watch(t, newWatcher(t, s.account(), db, func(o *mailbox.WatcherOptions) { o.PollEvery = 10 * time.Millisecond }))
	ready(t, db)
	await(t, func() bool { return s.seen("IDLE") > 0 })
	s.put(letter("silent"))
	arrived(t, db)
}

func TestRunComesBack(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		trouble func(*testing.T, *maillab.Lab)
	}{
		{"dropped", func(_ *testing.T, lab *maillab.Lab) { lab.DropIMAP() }},
		{"bye", func(_ *testing.T, lab *maillab.Lab) { lab.ByeIMAP("restarting") }},
		{"refused for a while", func(t *testing.T, lab *maillab.Lab) {
			lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
			before := count(lab, maillab.LoginRefused)
			lab.DropIMAP()
			await(t, func() bool { return count(lab, maillab.LoginRefused) >= before+3 })
			lab.SetIMAPFault(maillab.IMAPFault{})
		}},
		{"black hole", func(t *testing.T, lab *maillab.Lab) {
			before := count(lab, maillab.Connected)
			lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
			// The idling connection has nothing to say by itself: that it is dead
			// must show, and a new one be tried.
			await(t, func() bool { return count(lab, maillab.Connected) > before })
			lab.SetIMAPFault(maillab.IMAPFault{})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			db := newStore()
			watch(t, newWatcher(t, account(lab), db, func(o *mailbox.WatcherOptions) {
				o.PollEvery = time.Hour // only IDLE and coming back lead to looks
				o.Timers.Command, o.Timers.IdleQuiet = 100*time.Millisecond, 20*time.Millisecond
				o.Timers.Connect = 100 * time.Millisecond
			}))
			ready(t, db)
			await(t, func() bool { return count(lab, maillab.IdleBegun) > 0 })
			tt.trouble(t, lab)
			deliver(t, lab, "INBOX", letter("after the trouble"))
			arrived(t, db)
		})
	}
}

// That the server is gone is known at once, not at the next poll.
func TestALostConnectionIsLookedInto(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	failed := make(chan error, 10)
	watch(t, newWatcher(t, account(lab), db, func(o *mailbox.WatcherOptions) {
		o.PollEvery = time.Hour
		o.OnLook = func(_ mailbox.Look, err error) {
			if err != nil {
				select {
				case failed <- err:
				default:
				}
			}
		}
	}))
	ready(t, db)
	await(t, func() bool { return count(lab, maillab.IdleBegun) > 0 })
	lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
	lab.DropIMAP()
	select {
	case <-failed:
	case <-time.After(10 * time.Second):
		t.Error("nobody looked")
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	a := account(newLab(t))
	a.IMAP.Host, a.IMAP.Port, a.IMAP.TLS = "127.0.0.1", 1, mailbox.TLSStart
	_, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.Everything)
	if err == nil || mailbox.Plain(err) != "nobody answers at 127.0.0.1:1" || err.Error() == mailbox.Plain(err) {
		t.Errorf("%v is put as %q", err, mailbox.Plain(err))
	}
	if err := errors.New("else"); mailbox.Plain(err) != "else" {
		t.Error("what isn't known is not told")
	}
}

func TestIdleIsRenewed(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	watch(t, newWatcher(t, account(lab), db, func(o *mailbox.WatcherOptions) {
		o.PollEvery = time.Hour
		o.Timers.IdleRenew, o.Timers.IdleQuiet = 5*time.Millisecond, time.Hour
	}))
	await(t, func() bool { return count(lab, maillab.IdleEnded) >= 5 })
	want(t, "connections", count(lab, maillab.Connected), 2)
	deliver(t, lab, "INBOX", letter("still"))
	arrived(t, db)
}

func TestBackgroundLooksAreTold(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
	var mu sync.Mutex
	var failures, successes int
	db := newStore()
	watch(t, newWatcher(t, account(lab), db, func(o *mailbox.WatcherOptions) {
		o.Rand = func() float64 { return 0.5 }
		o.OnLook = func(l mailbox.Look, err error) {
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err != nil:
				failures++
				if failures == 2 {
					lab.SetIMAPFault(maillab.IMAPFault{})
				}
			case l.Scope == mailbox.Everything && !l.Started.IsZero() && !l.Finished.Before(l.Started):
				successes++
			}
		}
	}))
	await(t, func() bool { mu.Lock(); defer mu.Unlock(); return failures >= 2 && successes == 1 })
}

func TestTemporary(t *testing.T) {
	t.Parallel()
	want(t, "nil", mailbox.Temporary(nil), false)
	want(t, "unknown", mailbox.Temporary(errors.New("anything")), true)
	want(t, "login", mailbox.Temporary(mailbox.ErrLogin), false)
}
