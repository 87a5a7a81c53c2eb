package engine_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// breakLedger has the ledger find damage.
func (s *stage) breakLedger() error {
	err := s.ledger.Read(s.t.Context(), func(*ledger.Tx) error {
		return &ledger.DamagedError{Path: s.ledger.Path(), Err: errors.New("a page is malformed")}
	})
	if s.ledger.Broken() == nil {
		s.t.Error("the ledger takes no notice")
	}
	return err
}

// Nothing is sent before the whole ledger was looked at, though all else goes on.
func TestNothingIsSentBeforeTheLedgerIsLookedAt(t *testing.T) {
	t.Parallel()
	var looked atomic.Bool
	look, sent := make(chan struct{}), make(chan struct{})
	s := newStage(t, func(o *engine.Options) {
		o.Sound = func(ctx context.Context) error {
			select {
			case <-look:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		o.Heard = func(e ledger.Entry, _ sequences.Person) {
			switch {
			case e.Event.Kind == sequences.EvBegin && !looked.Load():
				t.Error("a mail was begun before the ledger was looked at")
			case e.Event.Kind == sequences.EvOutcome:
				close(sent)
			}
		}
	})
	s.enrol(dana)
	s.begin()
	ctx, end := context.WithCancel(t.Context())
	fed, ended := make(chan struct{}, 100), make(chan error)
	go func() { ended <- s.Engine.Run(ctx, func() { fed <- struct{}{} }) }()
	for range 3 { // rounds in which it could be sent
		<-fed
	}
	looked.Store(true)
	close(look)
	<-sent
	end()
	if err := <-ended; err != nil || s.got(dana) != 1 {
		t.Errorf("%v; %d mails went out", err, s.got(dana))
	}
}

// What the look finds, or a page that turns out damaged later, ends the engine.
func TestRunEndsWithABrokenLedger(t *testing.T) {
	t.Parallel()
	bad := errors.New("a page is malformed")
	s := newStage(t, func(o *engine.Options) { o.Sound = func(context.Context) error { return bad } })
	s.enrol(dana)
	if err := s.Engine.Run(t.Context(), func() {}); !errors.Is(err, bad) || s.got(dana) != 0 {
		t.Errorf("%v; %d mails went out", err, s.got(dana))
	}

	s = newStage(t)
	fed, ended := make(chan struct{}, 1), make(chan error)
	go func() {
		ended <- s.Engine.Run(t.Context(), func() {
			select {
			case fed <- struct{}{}:
			default:
			}
		})
	}()
	<-fed
	_ = s.breakLedger()
	var damaged *ledger.DamagedError
	if err := <-ended; !errors.As(err, &damaged) {
		t.Errorf("it ends with %v", err)
	}
	if strings.Contains(s.log.b.String(), "it is tried again") {
		t.Errorf("it says that it goes on:\n%s", s.log.b.String())
	}
}

// A mail that is under way when the ledger breaks stops before its DATA.
func TestABrokenLedgerSendsNothing(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
		_ = s.breakLedger()
		return accept(check)
	}
	s.send()
	if out := s.out(dana); s.got(dana) != 0 || !out.MarkedAt.IsZero() {
		t.Errorf("%d mails went out: %+v", s.got(dana), out)
	}
}

// A mail whose text changed in the ledger since it was written goes out to nobody.
func TestAnAlteredMailIsNotSent(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.submit = func(mailbox.Submission, func() error) mailbox.Outcome {
		return mailbox.Outcome{State: mailbox.Deferred, Code: 451, Text: "later"}
	}
	s.send()
	tamper(t, s.ledger.Path(), []string{"UPDATE outbox SET bytes = CAST(replace(bytes, 'Hi dana', 'Hi dona') AS BLOB)"})
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome { return accept(check) }
	s.now = s.now.Add(time.Hour)
	s.looking = func(scope mailbox.Scope) mailbox.Look {
		return mailbox.Look{Started: s.now, Scope: scope, Folders: []string{"INBOX"}}
	}
	s.decide()
	var damaged *ledger.DamagedError
	if _, err := s.SendFrom(t.Context(), "ana"); !errors.As(err, &damaged) || s.ledger.Broken() == nil || s.got(dana) != 0 {
		t.Errorf("%v; %d mails went out", err, s.got(dana))
	}
}

// Of a disk that stays full the owner is told once, until that succeeds.
func TestAFullDiskIsTold(t *testing.T) {
	t.Parallel()
	full := &ledger.DiskError{Full: true, Err: errors.New("no room")}
	told, fails := 0, true
	s := newStage(t, func(o *engine.Options) {
		o.Alarm = func(_ context.Context, why error) error {
			told++
			if !errors.Is(why, full) {
				t.Errorf("it is told of %v", why)
			}
			if fails {
				return errors.New("no way to the owner")
			}
			return nil
		}
	})
	var f engine.FullDisk
	for _, at := range []struct {
		after time.Duration
		want  int
	}{{0, 0}, {59 * time.Second, 0}, {time.Minute, 1}, {61 * time.Second, 1}, {2 * time.Minute, 2}, {3 * time.Minute, 3}, {time.Hour, 3}, {48 * time.Hour, 3}} {
		start := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
		s.now = start.Add(at.after)
		fails = at.after < 3*time.Minute
		s.StayedFull(t.Context(), &f, full)
		if told != at.want {
			t.Errorf("after %s the owner was told %d times, want %d", at.after, told, at.want)
		}
	}
}

// A mail that was under way when the disk became full is taken up as soon as there is
// room, not only after a restart: one before its DATA goes out, one behind it is in doubt.
func TestAMailUnderWayWhenTheDiskIsFull(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		left   ledger.OutState // while the disk is full
		result sequences.Result
		then   ledger.OutState
	}{
		{ledger.OutSending, sequences.ResSent, ledger.OutSent},
		{ledger.OutMarked, sequences.ResUncertain, ledger.OutUncertain},
	} {
		t.Run(string(test.left), func(t *testing.T) {
			t.Parallel()
			submitted, outcome := make(chan struct{}), make(chan sequences.Result, 10)
			s := newStage(t, func(o *engine.Options) {
				o.Heard = func(e ledger.Entry, _ sequences.Person) {
					if e.Event.Kind == sequences.EvOutcome {
						outcome <- e.Event.Outcome.Result
					}
				}
			})
			s.enrol(dana)
			s.begin()
			tamper(t, s.ledger.Path(), []string{"CREATE TRIGGER full BEFORE UPDATE ON outbox WHEN OLD.state = '" + string(test.left) +
				"' AND NOT EXISTS (SELECT 1 FROM settings WHERE name = 'room') BEGIN SELECT RAISE(ABORT, 'no room'); END"})
			s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
				o := accept(check)
				s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome { return accept(check) }
				_ = s.ledger.Read(context.Background(), func(*ledger.Tx) error { return &ledger.DiskError{Full: true, Err: errors.New("no room")} })
				close(submitted)
				return o
			}
			ctx, end := context.WithCancel(t.Context())
			fed, ended := make(chan struct{}, 1), make(chan error)
			go func() {
				ended <- s.Engine.Run(ctx, func() {
					select {
					case fed <- struct{}{}:
					default:
					}
				})
			}()
			<-submitted
			for range 3 { // rounds in which nothing can be done about it
				<-fed
			}
			if out := s.out(dana); out.State != test.left {
				t.Errorf("while the disk is full the mail is %s", out.State)
			}
			if err := s.ledger.Write(t.Context(), func(tx *ledger.Tx) error { return tx.Set("room", "yes") }); err != nil {
				t.Error(err)
			}
			var result sequences.Result
			for rounds := 0; result != test.result && rounds < 20; {
				select {
				case result = <-outcome:
				case <-fed:
					rounds++
				}
			}
			end()
			if err := <-ended; err != nil {
				t.Error(err)
			}
			if out := s.out(dana); out.State != test.then || s.got(dana) != 1 {
				t.Errorf("the mail is %s, and went out %d times", out.State, s.got(dana))
			}
		})
	}
}
