package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
)

// troubleAfter is how long a mailbox may be out of reach before its owner is
// told. Nothing is sent from it meanwhile.
const troubleAfter = time.Hour

// outOfReach tells the owner, once for each time, of a mailbox that can't be
// read or whose server takes no mail.
func (b *box) outOfReach(ctx context.Context) error {
	b.mu.Lock()
	problem, since, sending, sendingSince := b.problem, b.since, b.smtpProblem, b.smtpSince
	b.mu.Unlock()
	now := b.engine.now()
	if problem != "" && now.Sub(since) >= troubleAfter {
		text := fmt.Sprintf("The mailbox %s can't be read since %s: %s\n\nNothing is sent from it until it can be read again. To see what is wrong: followupd doctor", b.Name, since.In(b.Zone).Format("Monday 15:04"), problem)
		if err := b.engine.trouble(ctx, b.Name, fmt.Sprintf("unread:%s:%d", b.Name, since.Unix()), text); err != nil {
			return err
		}
	}
	if sending != "" && now.Sub(sendingSince) >= troubleAfter {
		text := fmt.Sprintf("The server for outgoing mail of %s can't be reached since %s: %s\n\nWhat is due waits. To see what is wrong: followupd doctor", b.Name, sendingSince.In(b.Zone).Format("Monday 15:04"), sending)
		return b.engine.trouble(ctx, b.Name, fmt.Sprintf("unsent:%s:%d", b.Name, sendingSince.Unix()), text)
	}
	return nil
}

// fullAfter is how long the ledger's disk may be full before the owner is told, and
// until that is tried again where it failed.
const fullAfter = time.Minute

// fullDisk is a time in which the ledger's disk is full.
type fullDisk struct {
	next time.Time // when the owner is to be told; zero: it begins
	told bool
}

// stayedFull tells the owner of a disk that has been full for a while: without the
// ledger, which keeps no mail to them now.
func (e *Engine) stayedFull(ctx context.Context, f *fullDisk, why error) {
	now := e.now()
	if f.next.IsZero() {
		f.next = now.Add(fullAfter)
	}
	if f.told || now.Before(f.next) {
		return
	}
	f.next = now.Add(fullAfter)
	if err := e.alarm(ctx, why); err != nil {
		e.log.Error("the owner could not be told of the full disk; it is tried again", "error", err)
		return
	}
	f.told = true
}

// fullLogEvery is how often a full disk is logged, on which the log may lie as well.
const fullLogEvery = 5 * time.Minute

// failed logs that something failed which is tried again. Of a ledger that broke, its
// end tells; of a full disk every try would say the same.
func (e *Engine) failed(message string, err error, about ...any) {
	if e.ledger.Broken() != nil {
		return
	}
	var disk *ledger.DiskError
	if errors.As(err, &disk) && disk.Full {
		now, last := e.now().Unix(), e.fullLogged.Load()
		if now-last < int64(fullLogEvery/time.Second) && now >= last || !e.fullLogged.CompareAndSwap(last, now) {
			return
		}
	}
	e.log.Error(message, append(about, "error", err)...)
}

// trouble queues a mail that tells of something that concerns no person.
func (e *Engine) trouble(ctx context.Context, mailbox, key, text string) error {
	err := e.ledger.Write(ctx, func(t *ledger.Tx) error {
		known, err := t.ToldOf(key)
		if err != nil || known {
			return err
		}
		m, err := e.herald.Trouble(t, mailbox, key, text, e.now())
		if err != nil {
			return err
		}
		return t.Tell(m)
	})
	nudge(e.told)
	return err
}
