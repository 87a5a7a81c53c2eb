package mailbox

import (
	"context"
	"log/slog"
	"time"
)

// Cursor is how far a folder was read.
type Cursor struct {
	Folder      string
	UIDValidity uint32
	// Next is the first UID that was not yet read.
	Next uint32
}

// CursorStore remembers the cursors. It is asked at every look, so that what
// was committed is all that counts.
type CursorStore interface {
	// Cursor gives the cursor of a folder, and false where it has none.
	Cursor(ctx context.Context, folder string) (Cursor, bool, error)
	// Known reports whether the mailbox's first look was completed. INBOX gets
	// its cursor last in a first look, so "INBOX has a cursor" answers it.
	Known(ctx context.Context) (bool, error)
}

// Sink takes what was found.
type Sink interface {
	// Deliver commits b.Mails and b.Cursor in one transaction. An error stops
	// the look; the cursor has then not moved.
	Deliver(ctx context.Context, b Batch) error
}

// Batch is a page of a folder: at most 50 mails and 8 MiB, oldest UID first.
type Batch struct {
	Folder string
	Role   Role
	// Cursor is to be stored with the mails. In a reset only the last batch
	// moves it, so that a reset cut short starts again.
	Cursor Cursor
	// FirstLook: the mailbox was never read. The cursor is set at the folder's
	// end and there are no mails: what lies there is history.
	FirstLook bool
	// Reset: the folder's UIDVALIDITY changed. The mails are those of the last
	// 14 days once more, and their INTERNALDATE is not to be trusted.
	Reset bool
	Mails []Fetched
}

// Fetched is one mail as the server gave it.
type Fetched struct {
	Folder           string
	Role             Role
	UID, UIDValidity uint32
	// InternalDate is when the server took the mail in, in UTC; zero where it
	// could not be had.
	InternalDate time.Time
	// Size is that of the whole mail, in bytes, as the server tells it.
	Size  int64
	Flags []string
	// Raw is the mail, at most 1 MiB of it.
	Raw []byte
	// Truncated: there is more of the mail than Raw.
	Truncated bool
	// Failed says, in words, why only the header (Raw holds it) or nothing (Raw
	// is empty) could be had. It is empty for a mail that was read.
	Failed string
}

// Scope says which folders a look reads.
type Scope int

// The scopes.
const (
	// BeforeSend reads INBOX, Junk, Sent and the recent folders.
	BeforeSend Scope = iota
	// Everything lists the folders anew and reads all but Drafts.
	Everything
)

func (s Scope) String() string {
	if s == Everything {
		return "everything"
	}
	return "before-send"
}

// Look is a completed look at the mailbox.
type Look struct {
	// Started is from before the first folder was asked: every mail that was
	// there by then was handed to the Sink.
	Started, Finished time.Time
	Scope             Scope
	// Folders were read, in this order.
	Folders []string
	// Skipped folders exist but the server does not let them be read.
	Skipped []string
	// Spotted are the folders that fit WatcherOptions.Spot, of a look BeforeSend.
	Spotted []string
	// New counts the mails handed to the Sink.
	New int
}

// Timers are the limits on waiting. Zero fields get the defaults.
type Timers struct {
	// Connect bounds TCP, TLS and greeting together (30 s).
	Connect time.Duration
	// Command is how long the server may stay silent while a command is under
	// way (30 s).
	Command time.Duration
	// Transfer bounds one command however much comes in (5 min).
	Transfer time.Duration
	// IdleQuiet is how long an idling connection may be silent before it is
	// asked for a sign of life by a new IDLE (50 s): with Command it makes a
	// dead connection known within 80 s.
	IdleQuiet time.Duration
	// IdleRenew is when IDLE is issued anew in any case (8 min 30 s), before
	// the 9 min after which routers forget a connection.
	IdleRenew time.Duration
	// RetryMin and RetryMax bound the wait before the next attempt (1 s, 5 min).
	RetryMin, RetryMax time.Duration
}

func (t Timers) withDefaults() Timers {
	set := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	set(&t.Connect, 30*time.Second)
	set(&t.Command, 30*time.Second)
	set(&t.Transfer, 5*time.Minute)
	set(&t.IdleQuiet, 50*time.Second)
	set(&t.IdleRenew, 8*time.Minute+30*time.Second)
	set(&t.RetryMin, time.Second)
	set(&t.RetryMax, 5*time.Minute)
	return t
}

// WatcherOptions are what a Watcher needs beside the account.
type WatcherOptions struct {
	// Now gives the time for Look and for the windows of a re-scan.
	Now func() time.Time
	// Log may be nil. It never gets mail bodies or secrets.
	Log     *slog.Logger
	Cursors CursorStore
	Sink    Sink
	// RecentFolders names the folders in which replies were seen lately; may be
	// nil.
	RecentFolders func() []string
	// Spot is an IMAP pattern of folder names that a look BeforeSend tells of;
	// empty: none.
	Spot string
	// OnLook, when set, hears of every look that Run makes, failed ones too.
	OnLook func(Look, error)
	// Rand gives numbers in [0,1) for the jitter of retries; nil: none.
	Rand func() float64
	// PollEvery is the floor under IDLE (60 s).
	PollEvery time.Duration
	// SlowPoll is how often everything is read where the server does not tell
	// at once which folders moved (10 min).
	SlowPoll time.Duration
	Timers   Timers
}

func (o WatcherOptions) withDefaults() WatcherOptions {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.RecentFolders == nil {
		o.RecentFolders = func() []string { return nil }
	}
	if o.OnLook == nil {
		o.OnLook = func(Look, error) {}
	}
	if o.PollEvery <= 0 {
		o.PollEvery = time.Minute
	}
	if o.SlowPoll <= 0 {
		o.SlowPoll = 10 * time.Minute
	}
	o.Timers = o.Timers.withDefaults()
	return o
}

// Watcher watches one mailbox over two connections: one idles on INBOX, one
// looks. IDLE is a hint; what is true is what a look finds.
type Watcher struct {
	account Account
	o       WatcherOptions

	// turn holds one token: whoever has it owns the fields below.
	turn    chan struct{}
	session *session
	listing *listing
	strikes strikes
	// struck are the mails that got a strike in the look under way. One look
	// gives one strike each, so that one outage is not held against a mail twice.
	struck map[strikeKey]bool
}

// NewWatcher makes a Watcher; it connects when it first looks.
func NewWatcher(a Account, o WatcherOptions) *Watcher {
	w := &Watcher{
		account: a,
		o:       o.withDefaults(),
		turn:    make(chan struct{}, 1),
		strikes: strikes{},
	}
	w.turn <- struct{}{}
	return w
}

func (w *Watcher) acquire(ctx context.Context) error {
	select {
	case <-w.turn:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (w *Watcher) release() { w.turn <- struct{}{} }

// Close ends the looking connection, once a look under way is over. The
// Watcher can be used again afterwards.
func (w *Watcher) Close() error {
	<-w.turn
	defer w.release()
	if w.session != nil {
		w.session.leave()
		w.session = nil
	}
	return nil
}

// looking gives the connection that looks, opening it where there is none.
func (w *Watcher) looking(ctx context.Context) (*session, error) {
	if w.session != nil && !w.session.alive() {
		w.drop()
	}
	if w.session == nil {
		ses, err := connect(ctx, w.account.IMAP, w.o.Timers)
		if err != nil {
			return nil, err
		}
		w.session = ses
	}
	return w.session, nil
}

func (w *Watcher) drop() {
	if w.session != nil {
		w.session.close()
		w.session = nil
	}
}

// Folders lists the mailbox's folders anew.
func (w *Watcher) Folders(ctx context.Context) ([]Folder, error) {
	var folders []Folder
	err := w.withSession(ctx, func(ses *session) error {
		l, err := ses.list(ctx, w.account)
		if err != nil {
			return err
		}
		w.listing = &l
		folders = append(folders, l.folders...)
		return nil
	})
	return folders, err
}
