// Package engine is the one writer: it turns what happens (mails read, moments
// come, submissions ended, words of the owner) into events, has the core
// decide, commits facts and effects in one transaction, and carries the
// effects out.
//
// It must never submit a mail whose decision isn't committed, never submit
// where the inbox could not be read right before, and never submit again what
// may have gone out.
package engine

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/mail"
	"slices"
	"sync/atomic"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// Watcher reads a mailbox. *mailbox.Watcher is one.
type Watcher interface {
	Run(ctx context.Context) error
	Look(ctx context.Context, scope mailbox.Scope) (mailbox.Look, error)
	Append(ctx context.Context, role mailbox.Role, raw []byte, flags []string, at time.Time) error
	Drafts(ctx context.Context) ([]mailbox.Draft, error)
	Flag(ctx context.Context, p mailbox.Place, flag string) error
	Copy(ctx context.Context, p mailbox.Place, to string) error
	Lying(ctx context.Context, folder string) (validity uint32, uids []uint32, err error)
	RemoveDraft(ctx context.Context, d mailbox.Draft, same func(raw []byte) bool) error
	Close() error
}

// Submitter hands mails to a server. *mailbox.Submitter is one.
type Submitter interface {
	Submit(ctx context.Context, m mailbox.Submission, beforeData func(context.Context) error) mailbox.Outcome
	Close() error
}

// Herald makes the mails to the owner.
type Herald interface {
	// Announce makes the mail that tells of one decision; its key is one for
	// one cause.
	Announce(t *ledger.Tx, a Announcement) (ledger.OwnerMail, error)
	// Group makes the mail that tells of several decisions.
	Group(t *ledger.Tx, g Group) (ledger.OwnerMail, error)
	// Answer makes the draft of the owner's answer to the mail of a decision;
	// nil where no ready answer helps.
	Answer(t *ledger.Tx, a Announcement) ([]byte, error)
	// Hook writes what is announced as JSON, for the owner's own program.
	Hook(t *ledger.Tx, a Announcement) ([]byte, error)
	// Trouble makes the mail that tells of something that concerns no person.
	Trouble(t *ledger.Tx, mailbox, key, text string, now time.Time) (ledger.OwnerMail, error)
	// Due makes the status mail that is due at now; ok is false when none is.
	// next is when the next one is.
	Due(t *ledger.Tx, now time.Time) (m ledger.OwnerMail, ok bool, next time.Time, err error)
	// Report makes the status mail of [from, to) for one of the owner's addresses.
	Report(t *ledger.Tx, key, recipient string, from, to, now time.Time) (ledger.OwnerMail, error)
}

// Announcement is what the owner is to be told of.
type Announcement struct {
	Notice    sequences.Notice
	Entry     ledger.Entry
	Person    sequences.Person // after the decision
	Enrolment int64
	Mailbox   string
	Mail      *ledger.Mail // the mail that it was made on, where there is one
	Plan      sequences.Plan
	Of        *ledger.Entry // of a reminder: what the owner was told of before
	Drafts    bool          // a ready answer is put into Drafts
	Wants     *Wanted       // the mail that waits for the owner's yes, where one does
}

// Wanted is a mail as it would go out.
type Wanted struct {
	To, Subject, Text string
	asks              string // see question
}

// Mailbox is one mailbox of the owner's.
type Mailbox struct {
	Name        string
	From        mail.Address
	Own         []string // every address that is the owner's here, lower-cased
	Live        bool
	Zone        *time.Location
	Limits      sequences.Limits
	Gap         [2]time.Duration // the pause after a mail is drawn between these
	Fresh       time.Duration    // how old the look before a mail may be
	HistoryDays int
	AuthServer  string // whose Authentication-Results count here; empty: none
	Handover    Handover
	// Unsubscribe offers an opt-out by List-Unsubscribe in each mail.
	Unsubscribe bool
	// PostalAddress and WayOut stand below the first mail to somebody; WayOut by
	// the language of its template. What is empty is left out.
	PostalAddress string
	WayOut        map[string]string
	Watcher       func(WatcherParts) Watcher
	Submitter     Submitter // for prospects
	History       func(ctx context.Context, since time.Time, each func(mailbox.HistoryItem) error) error
}

// WatcherParts is what a watcher gets from the engine.
type WatcherParts struct {
	Sink          mailbox.Sink
	Cursors       mailbox.CursorStore
	RecentFolders func() []string
	OnLook        func(mailbox.Look, error)
}

// Route is a way to the owner.
type Route struct {
	Name string
	Send func(ctx context.Context, from, to string, raw []byte) error
}

// Options are what an engine is made of.
type Options struct {
	Ledger    *ledger.Ledger
	Rules     Rules
	Mailboxes []Mailbox
	Herald    Herald
	Clerk     Clerk   // nil: what the owner answers to mails is not listened to
	Routes    []Route // to the owner, the first one first; the second after 10 minutes of failing
	// Post hands a hand-over to the owner's own program; nil: there is none.
	Post      func(ctx context.Context, body []byte) error
	OwnerAway func(now time.Time) time.Time
	Now       func() time.Time
	Log       *slog.Logger
	// Jitter draws a number in [0,1) for the gap after a mail. Nil: each mail has
	// its own from its Message-ID, so that a forecast knows it.
	Jitter    func() float64
	Retention Retention
	// Sound waits for a look at the whole ledger: nothing is sent before it gives nil,
	// and Run ends with any other error. Nil: the ledger is known to be sound.
	Sound func(ctx context.Context) error
	// Alarm tells the owner, without the ledger, why it can't be written; nil: nobody.
	// An error says that they could not be told.
	Alarm func(ctx context.Context, why error) error
	// Heard is told of every committed decision, after its commit; nil: nobody.
	Heard func(ledger.Entry, sequences.Person)
}

// Engine is a running followupd, but for its command line.
type Engine struct {
	ledger    *ledger.Ledger
	rules     atomic.Pointer[Rules]
	mailboxes []*box
	gone      []*box // those that the ledger knows and the configuration doesn't: only what they left behind is dealt with
	herald    Herald
	clerk     Clerk
	routes    []Route
	post      func(context.Context, []byte) error // nil: hand-overs are posted nowhere
	ownerAway func(time.Time) time.Time
	now       func() time.Time
	log       *slog.Logger
	jitter    func() float64
	heard     func(ledger.Entry, sequences.Person)
	secret    []byte
	retention Retention
	sound     func(context.Context) error
	alarm     func(context.Context, error) error
	kick      chan struct{} // something changed: look at the clock again
	told      chan struct{} // there is something to tell the owner
	fed       func()        // feeds the watchdog; set before anything runs

	followed string // the version that everyone follows; of the deciding loop alone

	fullLogged atomic.Int64 // when a full disk was last logged, in seconds since 1970

	nextReport time.Time // when the next status mail is due; of the deciding loop alone
}

// New makes an engine on an open ledger. It starts nothing.
func New(ctx context.Context, o Options) (*Engine, error) {
	e := &Engine{ledger: o.Ledger, herald: o.Herald, clerk: o.Clerk, routes: o.Routes, post: o.Post, ownerAway: o.OwnerAway, now: o.Now, log: o.Log, jitter: o.Jitter, retention: o.Retention,
		sound: o.Sound, alarm: o.Alarm, heard: o.Heard, kick: make(chan struct{}, 1), told: make(chan struct{}, 1), fed: func() {}}
	if e.heard == nil {
		e.heard = func(ledger.Entry, sequences.Person) {}
	}
	if e.sound == nil {
		e.sound = func(context.Context) error { return nil }
	}
	if e.alarm == nil {
		e.alarm = func(context.Context, error) error { return nil }
	}
	if e.ownerAway == nil {
		e.ownerAway = func(time.Time) time.Time { return time.Time{} }
	}
	e.SetRules(o.Rules)
	err := e.ledger.Read(ctx, func(t *ledger.Tx) error {
		text, err := t.Setting("secret")
		if err != nil {
			return err
		}
		e.secret, err = hex.DecodeString(text)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the install secret: %w", err)
	}
	for _, m := range o.Mailboxes {
		e.mailboxes = append(e.mailboxes, newBox(e, m))
	}
	if err := e.ledger.Read(ctx, e.takeUp); err != nil {
		return nil, fmt.Errorf("read what is known of the mailboxes: %w", err)
	}
	return e, nil
}

// takeUp takes up what the ledger knows of mailboxes: which one says STOP, and
// which are not in the configuration any more.
func (e *Engine) takeUp(t *ledger.Tx) error {
	var known []string
	for _, b := range e.mailboxes {
		known = append(known, b.Name)
		stop, err := t.Setting(stopSetting(b.Name))
		if err != nil {
			return err
		}
		b.stop = stop != ""
	}
	left, err := t.Stranded(known)
	for _, s := range left {
		e.gone = append(e.gone, &box{Mailbox: Mailbox{Name: s.Mailbox}, engine: e})
	}
	return err
}

// goneNames are the names of the mailboxes that are not in the configuration
// any more. Whose moment comes there waits until their mailbox is back: a mail
// can't even be made without it.
func (e *Engine) goneNames() (names []string) {
	for _, b := range e.gone {
		names = append(names, b.Name)
	}
	return names
}

// SetRules puts other sequences and templates in force from the next decision on.
func (e *Engine) SetRules(r Rules) {
	e.rules.Store(&r)
	e.wakeSenders()
}

// wakeSenders has every mailbox look at its queue anew.
func (e *Engine) wakeSenders() {
	for _, b := range e.mailboxes {
		nudge(b.kick)
	}
}

// Rules are the sequences and templates in force.
func (e *Engine) Rules() Rules { return *e.rules.Load() }

// Close closes the connections of all mailboxes.
func (e *Engine) Close() error {
	var errs []error
	for _, b := range e.mailboxes {
		errs = append(errs, b.watcher.Close(), b.Submitter.Close())
	}
	return errors.Join(errs...)
}

func (e *Engine) box(name string) *box {
	for _, b := range e.mailboxes {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// ownAddress says whether an address is one of the owner's mailboxes.
func (e *Engine) ownAddress(address string) bool {
	return slices.ContainsFunc(e.mailboxes, func(b *box) bool { return slices.Contains(b.Own, address) })
}

func nudge(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default: // it is nudged already
	}
}
