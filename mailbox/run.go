package mailbox

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
)

// errNoIdle: the server does not offer IDLE; polling alone must do.
var errNoIdle = errors.New("the server does not offer IDLE")

// Run watches until ctx ends, which is the only way it returns, with nil. It
// reads everything at first, then looks whenever IDLE hints at something and at
// least every PollEvery, reconnecting after 1 s to 5 min when that fails.
func (w *Watcher) Run(ctx context.Context) error {
	hints := make(chan struct{}, 1)
	var group sync.WaitGroup
	group.Go(func() { w.listen(ctx, hints) })
	w.poll(ctx, hints)
	group.Wait()
	return w.Close()
}

// poll looks, and looks again.
func (w *Watcher) poll(ctx context.Context, hints <-chan struct{}) {
	slow := time.NewTimer(0) // everything is due at once
	defer slow.Stop()
	retry := w.newBackoff()
	scope := Everything
	for ctx.Err() == nil {
		look, err := w.Look(ctx, scope)
		if ctx.Err() != nil {
			return
		}
		w.o.OnLook(look, err)
		pause := w.o.PollEvery
		if err != nil {
			pause = retry.next()
			w.o.Log.Warn("could not look at the mailbox", "mailbox", w.account.Name, "error", err, "again_in", pause)
		} else {
			retry.reset()
			if scope == Everything {
				slow.Reset(w.everythingEvery(ctx))
			}
		}
		scope = w.wait(ctx, pause, err == nil, hints, slow.C, scope)
	}
}

// wait returns the scope of the next look. After a failure a look at everything
// stays due, and a hint, which says that the server is back, cuts the wait short.
func (w *Watcher) wait(ctx context.Context, pause time.Duration, ok bool, hints <-chan struct{}, slow <-chan time.Time, last Scope) Scope {
	next := BeforeSend
	if !ok {
		next, slow = last, nil
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-hints:
	case <-slow:
		next = Everything
	case <-timer.C:
		select {
		case <-slow:
			next = Everything
		default:
		}
	}
	return next
}

// everythingEvery is PollEvery where one command tells which folders moved.
func (w *Watcher) everythingEvery(ctx context.Context) time.Duration {
	if err := w.acquire(ctx); err != nil {
		return w.o.SlowPoll
	}
	defer w.release()
	if w.session != nil && w.session.listsStatus() {
		return w.o.PollEvery
	}
	return w.o.SlowPoll
}

// listen keeps a connection idling on INBOX. Whenever one was lost and found
// again there is a hint too: mail may have come in between.
func (w *Watcher) listen(ctx context.Context, hints chan<- struct{}) {
	retry := w.newBackoff()
	for ctx.Err() == nil {
		err := w.idle(ctx, hints, retry.reset)
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errNoIdle) {
			w.o.Log.Info("no IDLE, polling", "mailbox", w.account.Name, "every", w.o.PollEvery)
			return
		}
		pause := retry.next()
		w.o.Log.Info("idling ended", "mailbox", w.account.Name, "error", err, "again_in", pause)
		sleep(ctx, pause)
	}
}

// idle connects and idles until the connection is lost or ctx ends.
func (w *Watcher) idle(ctx context.Context, hints chan<- struct{}, settled func()) error {
	ses, err := connect(ctx, w.account.IMAP, w.o.Timers)
	if err != nil {
		return err
	}
	defer ses.close()
	if !ses.caps.Has(imap.CapIdle) {
		return errNoIdle
	}
	if _, err := ses.examine(ctx, "INBOX"); err != nil {
		return err
	}
	hint(hints)
	defer hint(hints) // when it is lost: a look tells whether the server is
	for {
		if err := ses.idleOnce(ctx, hints); err != nil {
			return err
		}
		settled()
	}
}

// idleOnce issues IDLE and ends it when something came in, when the connection
// was silent for so long that it must prove itself, or before the server and
// the routers between lose patience.
func (ses *session) idleOnce(ctx context.Context, hints chan<- struct{}) error {
	cmd, err := ask(ctx, ses, "idle", ses.client.Idle)
	if err != nil {
		return err
	}
	ses.awaitHint(ctx, hints)
	return ses.do(ctx, "end idle", func() error {
		if err := cmd.Close(); err != nil {
			return err
		}
		return cmd.Wait()
	})
}

// awaitHint passes on hints until IDLE has to be issued anew.
func (ses *session) awaitHint(ctx context.Context, hints chan<- struct{}) {
	renew := time.NewTimer(ses.timers.IdleRenew)
	defer renew.Stop()
	quiet := time.NewTimer(ses.timers.IdleQuiet)
	defer quiet.Stop()
	for {
		select {
		case <-ses.exists:
			hint(hints)
		case <-ses.wire.heard:
			quiet.Reset(ses.timers.IdleQuiet)
		case <-quiet.C:
			return
		case <-renew.C:
			return
		case <-ses.client.Closed():
			return
		case <-ctx.Done():
			ses.wire.cut(context.Cause(ctx))
			return
		}
	}
}

func hint(hints chan<- struct{}) {
	select {
	case hints <- struct{}{}:
	default:
	}
}

// backoff doubles from min to max, spread by jitter to between half and all of
// it, so that many mailboxes do not come back at one moment.
type backoff struct {
	min, max time.Duration
	random   func() float64
	tries    int
}

func (w *Watcher) newBackoff() *backoff {
	return &backoff{min: w.o.Timers.RetryMin, max: w.o.Timers.RetryMax, random: w.o.Rand}
}

func (b *backoff) next() time.Duration {
	d := b.min
	for i := 0; i < b.tries && d < b.max; i++ {
		d *= 2
	}
	d = min(d, b.max)
	b.tries++
	if b.random == nil {
		return d
	}
	return max(b.min, d/2+time.Duration(b.random()*float64(d/2)))
}

func (b *backoff) reset() { b.tries = 0 }

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
