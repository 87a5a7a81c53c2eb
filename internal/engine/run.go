package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
)

// beat is how often the engine looks at the clock and for requests.
const beat = time.Second

// longBeat is how often a mailbox looks at its queue while the moment is known
// at which the next mail may go. Whatever else changes wakes it.
const longBeat = 30 * time.Second

// Run works until ctx ends, or until the ledger breaks: then it gives that error. It
// starts no new mail then, and returns once a submission past DATA has ended. fed is
// called from the loop that decides, whenever the ledger answers: it feeds the
// watchdog, and has nothing to do with whether a mail server can be reached.
func (e *Engine) Run(ctx context.Context, fed func()) error {
	e.fed = fed
	if _, err := e.HoldPutBack(ctx); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	for _, b := range slices.Concat(e.mailboxes, e.gone) {
		if err := b.recover(ctx, daemonStopped); err != nil {
			if ctx.Err() != nil {
				return nil // stopped again before it began
			}
			return fmt.Errorf("mailbox %q: take up what a stop left behind: %w", b.Name, err)
		}
	}
	var workers sync.WaitGroup
	defer workers.Wait()
	running, end := context.WithCancelCause(ctx)
	defer end(nil)
	workers.Go(func() {
		select {
		case <-e.ledger.Breaks():
			end(e.ledger.Broken())
		case <-running.Done():
		}
	})
	sound := make(chan struct{})
	workers.Go(func() {
		if err := e.sound(running); err != nil {
			end(err)
			return
		}
		close(sound)
	})
	for _, b := range e.mailboxes {
		workers.Go(func() { b.watch(running) })
		workers.Go(func() {
			select {
			case <-sound:
				b.sending(running)
			case <-running.Done():
			}
		})
	}
	workers.Go(func() { e.telling(running) })
	if e.post != nil {
		workers.Go(func() { e.posting(running) })
	}
	e.deciding(running)
	if ctx.Err() != nil {
		return nil
	}
	return context.Cause(running)
}

// deciding is the loop that takes in moments and requests.
func (e *Engine) deciding(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		case <-e.kick:
		}
		_, err := e.takeIn(ctx)
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			e.failed("deciding failed; it is tried again", err)
		}
		// Starting it anew would not make room on a full disk.
		if (err == nil || e.ledger.Full() != nil) && e.ledger.Ping(ctx) == nil {
			e.fed()
		}
		timer.Reset(beat)
	}
}

// breathe stands between two batches of long work, such as a large import:
// commands are answered, and the watchdog is fed.
func (e *Engine) breathe(ctx context.Context) error {
	if err := e.answerRequests(ctx); err != nil {
		return err
	}
	if e.ledger.Ping(ctx) == nil {
		e.fed()
	}
	return nil
}

// takeIn takes in everything that waits for no mailbox: requests, the past of
// those newly enrolled, moments, mails in doubt, the status mail. next is when
// it has something to do again.
func (e *Engine) takeIn(ctx context.Context) (next time.Time, err error) {
	if err := e.answerRequests(ctx); err != nil {
		return next, err
	}
	if err := e.answerWords(ctx); err != nil && ctx.Err() == nil { // it must not hold up everybody else
		e.log.Error("what the owner answered could not be carried out; it is tried again", "error", err)
	}
	for _, b := range e.mailboxes {
		if err := b.checkPast(ctx); err != nil {
			return next, err
		}
	}
	if err := e.follow(ctx); err != nil {
		return next, err
	}
	if next, err = e.due(ctx); err != nil {
		return next, err
	}
	if err := e.remind(ctx); err != nil {
		return next, err
	}
	for _, b := range e.gone {
		at, err := b.unsettled(ctx)
		if err != nil {
			return next, err
		}
		next = earlier(next, at)
	}
	for _, b := range e.mailboxes {
		at, err := b.unsettled(ctx)
		if err != nil {
			return next, err
		}
		next = earlier(next, at)
		if err := b.outOfReach(ctx); err != nil {
			return next, err
		}
	}
	if err := e.tidy(ctx); err != nil {
		return next, err
	}
	// First the sign of life, for the status mail tells of it.
	if err := e.beatStatus(ctx); err != nil {
		return next, err
	}
	at, err := e.report(ctx)
	return earlier(next, at), err
}

// watch reads the mailbox's past once, then its mail as it comes.
func (b *box) watch(ctx context.Context) {
	for wait := time.Second; ctx.Err() == nil; wait = min(2*wait, 5*time.Minute) {
		err := b.readPast(ctx)
		b.looked(mailbox.Look{}, err)
		if err == nil {
			nudge(b.engine.kick)
			break
		}
		b.engine.log.Warn("the past can't be read yet", "mailbox", b.Name, "error", err, "again_in", wait)
		pause(ctx, wait)
	}
	if err := b.watcher.Run(ctx); err != nil && ctx.Err() == nil {
		b.looked(mailbox.Look{}, err)
		b.engine.log.Error("the mailbox is not watched any more", "mailbox", b.Name, "error", err)
	}
}

// sending submits what may go out, whenever something changed or a moment came.
// While nothing can be committed it does nothing: what it did would be done again.
func (b *box) sending(ctx context.Context) {
	for ctx.Err() == nil {
		if b.engine.ledger.Full() != nil {
			pause(ctx, beat)
			continue
		}
		if b.left {
			// Nothing is submitted here meanwhile: what is under way in the ledger was left so.
			err := b.recover(ctx, "the ledger could not be written")
			if err != nil && ctx.Err() == nil {
				b.engine.failed("a mail that was under way could not be taken up; it is tried again", err, "mailbox", b.Name)
			}
			b.left = err != nil
		}
		_, next, err := b.sendAll(ctx)
		if err != nil && ctx.Err() == nil {
			b.engine.failed("sending failed; it is tried again", err, "mailbox", b.Name)
		}
		if err := b.saveCopies(ctx); err != nil && ctx.Err() == nil {
			b.engine.failed("copies in Sent failed; they are tried again", err, "mailbox", b.Name)
		}
		if err := b.doChores(ctx); err != nil && ctx.Err() == nil {
			b.engine.failed("what is to be done in the mailbox could not be; it is tried again", err, "mailbox", b.Name)
		}
		if err := b.tendFolders(ctx); err != nil && ctx.Err() == nil {
			b.engine.failed("the folders of sequences could not be looked at; it is tried again", err, "mailbox", b.Name)
		}
		if _, err := b.tendDrafts(ctx); err != nil && ctx.Err() == nil {
			b.engine.failed("drafts could not be looked after; it is tried again", err, "mailbox", b.Name)
		}
		wait := beat
		if !next.IsZero() {
			wait = min(max(next.Sub(b.engine.now()), 10*time.Millisecond), longBeat)
		}
		pauseOr(ctx, wait, b.kick)
	}
}

// telling tells the owner what there is to tell, and of a disk that stays full.
func (e *Engine) telling(ctx context.Context) {
	var full fullDisk
	for ctx.Err() == nil {
		if err := e.ledger.Full(); err != nil {
			e.stayedFull(ctx, &full, err)
			pause(ctx, beat)
			continue
		}
		if !full.next.IsZero() {
			e.log.Info("there is room on the disk again")
			full = fullDisk{}
		}
		if _, err := e.tell(ctx); err != nil && ctx.Err() == nil {
			e.failed("telling the owner failed; it is tried again", err)
		}
		pauseOr(ctx, beat, e.told)
	}
}

func pause(ctx context.Context, d time.Duration) { pauseOr(ctx, d, nil) }

func pauseOr(ctx context.Context, d time.Duration, kick <-chan struct{}) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-kick:
	}
}

// Settle does everything that there is to do at this moment, one thing after
// the other, and says when there is something to do next. It is the daemon's
// work without its waiting: for a clock that jumps.
func (e *Engine) Settle(ctx context.Context) (next time.Time, err error) {
	if _, err := e.HoldPutBack(ctx); err != nil {
		return next, err
	}
	for _, b := range e.gone {
		if err := b.recover(ctx, daemonStopped); err != nil {
			return next, err
		}
	}
	for _, b := range e.mailboxes {
		if err := b.recover(ctx, daemonStopped); err != nil {
			return next, err
		}
		err := b.readPast(ctx)
		if err == nil {
			err = b.look(ctx, mailbox.Everything)
		}
		b.looked(mailbox.Look{}, err)
		if err != nil {
			e.log.Warn("the mailbox can't be read", "mailbox", b.Name, "error", err)
		}
	}
	for {
		if next, err = e.takeIn(ctx); err != nil {
			return next, err
		}
		sent := 0
		for _, b := range e.mailboxes {
			n, at, err := b.sendAll(ctx)
			if err != nil {
				return next, err
			}
			sent += n
			next = earlier(next, at)
			if err := b.saveCopies(ctx); err != nil {
				return next, err
			}
			if err := b.doChores(ctx); err != nil {
				return next, err
			}
			if err := b.tendFolders(ctx); err != nil {
				return next, err
			}
			if at, err = b.tendDrafts(ctx); err != nil {
				return next, err
			}
			next = earlier(next, at)
		}
		if sent == 0 {
			break
		}
	}
	at, err := e.tell(ctx)
	if err != nil {
		return next, err
	}
	next = earlier(next, at)
	at, err = e.postAll(ctx)
	return earlier(next, at), err
}

// Heartbeat is what the daemon tells of itself, for `status`.
type Heartbeat struct {
	At        time.Time       `json:"at"`
	Mailboxes []MailboxHealth `json:"mailboxes"`
}

// MailboxHealth is how a mailbox does.
type MailboxHealth struct {
	Name     string    `json:"name"`
	Live     bool      `json:"live"`
	LastLook time.Time `json:"last_look,omitzero"` // begin of the last complete look
	Problem  string    `json:"problem,omitempty"`  // why it can't be read
	Since    time.Time `json:"since,omitzero"`     // of the problem
	Sending  string    `json:"sending,omitempty"`  // why the server for outgoing mail can't be reached
}

const heartbeatSetting = "heartbeat"

// lookedSince says whether a mailbox was read after what a heartbeat tells, or
// does otherwise by now.
func (e *Engine) lookedSince(h Heartbeat) bool {
	return slices.ContainsFunc(e.mailboxes, func(b *box) bool {
		is := b.healthNow(e.now())
		return !slices.ContainsFunc(h.Mailboxes, func(m MailboxHealth) bool {
			return m.Name == b.Name && !m.LastLook.Before(is.LastLook.UTC()) && m.Problem == is.Problem && m.Sending == is.Sending
		})
	})
}

// healthNow is how the mailbox does. A server for outgoing mail that is not tried
// again, since the inbox can't be read, may be back: nothing is told of it then.
func (b *box) healthNow(now time.Time) MailboxHealth {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := MailboxHealth{Name: b.Name, Live: b.Live, LastLook: b.lastLook, Problem: b.problem, Since: b.since, Sending: b.smtpProblem}
	if b.problem != "" && !now.Before(b.notBefore) {
		h.Sending = ""
	}
	return h
}

// beatStatus writes the heartbeat down, every 10 seconds, and within 2 of a look
// at a mailbox, or of a server that went or came back.
func (e *Engine) beatStatus(ctx context.Context) error {
	now := e.now().UTC()
	before, err := ReadHeartbeat(ctx, e.ledger)
	if age := now.Sub(before.At); err != nil || age >= 0 && (age < 2*time.Second || age < 10*time.Second && !e.lookedSince(before)) {
		return err
	}
	h := Heartbeat{At: now}
	for _, b := range e.mailboxes {
		h.Mailboxes = append(h.Mailboxes, b.healthNow(now))
	}
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return t.Set(heartbeatSetting, string(text)) }); err != nil {
		return err
	}
	for _, b := range e.mailboxes {
		if err := b.keepOutages(ctx); err != nil {
			return err
		}
	}
	return nil
}

// keepOutages writes down when the mailbox could not be read.
func (b *box) keepOutages(ctx context.Context) error {
	b.mu.Lock()
	over := b.outages
	b.outages = nil
	b.mu.Unlock()
	if len(over) == 0 {
		return nil
	}
	err := b.engine.ledger.Write(ctx, func(t *ledger.Tx) error {
		for _, o := range over {
			if err := t.NoteOutage(o); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.mu.Lock()
		b.outages = append(over, b.outages...)
		b.mu.Unlock()
	}
	return err
}

// ReadHeartbeat reads what the daemon last told of itself.
func ReadHeartbeat(ctx context.Context, l *ledger.Ledger) (h Heartbeat, err error) {
	err = l.Read(ctx, func(t *ledger.Tx) error {
		text, err := t.Setting(heartbeatSetting)
		if err != nil || text == "" {
			return err
		}
		return json.Unmarshal([]byte(text), &h)
	})
	return h, err
}
