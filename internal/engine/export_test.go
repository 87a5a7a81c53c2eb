package engine

import (
	"context"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
)

// The loops of Run, one round at a time, for tests of what happens between them.

// Decide is a round of the deciding loop.
func (e *Engine) Decide(ctx context.Context) error {
	_, err := e.takeIn(ctx)
	return err
}

// TendDrafts looks after the drafts of a mailbox.
func (e *Engine) TendDrafts(ctx context.Context, name string) error {
	_, err := e.box(name).tendDrafts(ctx)
	return err
}

// SendFrom is a round of a mailbox's sending loop.
func (e *Engine) SendFrom(ctx context.Context, name string) (int, error) {
	n, _, err := e.box(name).sendAll(ctx)
	return n, err
}

// LookAt is a look at a mailbox.
func (e *Engine) LookAt(ctx context.Context, name string, scope mailbox.Scope) error {
	return e.box(name).look(ctx, scope)
}

// ReadPast reads a mailbox's past.
func (e *Engine) ReadPast(ctx context.Context, name string) error { return e.box(name).readPast(ctx) }

// Recover takes up what a stop left behind.
func (e *Engine) Recover(ctx context.Context, name string) error {
	return e.box(name).recover(ctx, daemonStopped)
}

// AnswerStale answers a request that was found open a while ago.
func (e *Engine) AnswerStale(ctx context.Context, r ledger.Request) error {
	return e.transact(ctx, func(t *ledger.Tx, done *committed) error { return e.answer(t, r, done) })
}

// CloseMail puts paragraphs below a mail, in both its forms.
func CloseMail(text, html string, paragraphs ...string) (string, string) {
	l := letter{Text: text, HTML: html}
	l.close(paragraphs)
	return l.Text, l.HTML
}

// DecideFed is Decide with a watchdog.
func (e *Engine) DecideFed(ctx context.Context, fed func()) error {
	e.fed = fed
	return e.Decide(ctx)
}

// TellAt is when the owner is told of something.
func TellAt(what ledger.Gather, lately ledger.Lately, window time.Duration, now time.Time) (time.Time, string) {
	return tellAt(what, lately, window, now)
}

// LastPart is the end of a text, from a line on, at most n bytes long.
func LastPart(s string, n int) string { return lastPart(s, n) }

// NotToOwner are those of some ids that may be those of a mail to a prospect.
func NotToOwner(t *ledger.Tx, ids ...string) ([]string, error) { return notToOwner(t, ids) }

// FullDisk is a time in which the ledger's disk is full.
type FullDisk = fullDisk

// StayedFull is a round of the telling loop while the ledger's disk is full.
func (e *Engine) StayedFull(ctx context.Context, f *FullDisk, why error) { e.stayedFull(ctx, f, why) }
