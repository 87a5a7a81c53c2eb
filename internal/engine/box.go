package engine

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
)

// box is one mailbox at work.
type box struct {
	Mailbox
	engine  *Engine
	watcher Watcher
	kick    chan struct{}

	mu       sync.Mutex
	lastLook time.Time // when the last complete look began
	problem  string    // why the mailbox can't be read now; "" when it can
	since    time.Time // of the problem

	listed bool // the folders were looked at since the start
	stop   bool // the folder Follow-up/STOP is there

	// When Drafts and the folders of sequences were last looked at; of the sending loop alone.
	draftsSeen, foldersSeen time.Time
	copyFailed              time.Time // when a copy could not be put into Sent; of the sending loop alone
	left                    bool      // how a submission ended could not be written down; of the sending loop alone

	failures    int       // to reach the server for outgoing mail, in a row
	notBefore   time.Time // when it is tried again
	smtpProblem string
	smtpSince   time.Time
	outages     []ledger.Outage // that are over and not kept yet
}

func newBox(e *Engine, m Mailbox) *box {
	b := &box{Mailbox: m, engine: e, kick: make(chan struct{}, 1)}
	if !slices.Contains(b.Own, lower(m.From.Address)) {
		b.Own = append(slices.Clone(b.Own), lower(m.From.Address))
	}
	b.watcher = m.Watcher(WatcherParts{Sink: b, Cursors: cursors{b}, RecentFolders: b.recentFolders, OnLook: b.looked})
	return b
}

// shortOutage is how long a mailbox must be out of reach at least for that to be
// kept; what is shorter is a hiccup.
const shortOutage = time.Minute

// looked notes how a look went.
func (b *box) looked(l mailbox.Look, err error) {
	b.mu.Lock()
	before := b.stop
	b.note(l, err)
	changed := b.stop != before
	b.mu.Unlock()
	if changed {
		b.keepStop()
	}
}

// keepStop writes down whether the mailbox says STOP, so that it binds after a
// start before the mailbox is read, and that commands know of it.
func (b *box) keepStop() {
	err := b.engine.ledger.Write(context.Background(), func(t *ledger.Tx) error {
		b.mu.Lock()
		defer b.mu.Unlock()
		value := ""
		if b.stop {
			value = "yes"
		}
		return t.Set(stopSetting(b.Name), value)
	})
	if err != nil {
		b.engine.log.Error("that a folder says STOP can't be written down; it binds until the next start", "mailbox", b.Name, "error", err)
	}
}

func stopSetting(mailbox string) string { return "stop." + mailbox }

// ReadPaused is why all sending is paused, by the owner's word or by the folder
// Follow-up/STOP in one of the mailboxes; "" where it isn't.
func ReadPaused(t *ledger.Tx, mailboxes []string) (string, error) {
	paused, err := t.Setting(pausedSetting)
	if err != nil {
		return "", err
	}
	for _, name := range mailboxes {
		stop, err := t.Setting(stopSetting(name))
		if err != nil {
			return "", err
		}
		if stop != "" {
			return stopWords(name), nil
		}
	}
	return paused, nil
}

// StoppedByFolder says whether a reason of ReadPaused is the folder, which no
// command takes away.
func StoppedByFolder(paused string) bool { return strings.HasPrefix(paused, stopBegins) }

const stopBegins = "the folder Follow-up/STOP is "

func stopWords(mailbox string) string {
	return stopBegins + "in the mailbox " + mailbox + "; sending goes on when you remove it"
}

// note is looked under the lock.
func (b *box) note(l mailbox.Look, err error) {
	switch {
	case err == nil:
		if l.Started.After(b.lastLook) {
			b.lastLook = l.Started
		}
		if now := b.engine.now(); b.problem != "" && now.Sub(b.since) >= shortOutage {
			b.outages = append(b.outages, ledger.Outage{Mailbox: b.Name, From: b.since, To: now, Problem: clip(b.problem, 300)})
		}
		b.problem, b.since = "", time.Time{}
		if l.Scope == mailbox.Everything && !l.Started.IsZero() {
			b.listed = true
			b.stop = slices.ContainsFunc(slices.Concat(l.Folders, l.Skipped), stopFolder)
		}
		if slices.ContainsFunc(l.Spotted, stopFolder) {
			b.stop = true // only a look at all folders shows that it is gone
		}
	case errors.Is(err, context.Canceled):
	default:
		if b.problem == "" {
			b.since = b.engine.now()
		}
		b.problem = mailbox.Plain(err)
	}
}

// stopped is why an owner has all sending stopped by a folder; "" where none has.
func (e *Engine) stopped() string {
	for _, b := range e.mailboxes {
		b.mu.Lock()
		stop := b.stop
		b.mu.Unlock()
		if stop {
			return stopWords(b.Name)
		}
	}
	return ""
}

func (b *box) health() (lastLook time.Time, problem string, since time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.lastLook, b.problem, b.since
}

// look reads the mailbox; every mail found is decided on when it returns.
func (b *box) look(ctx context.Context, scope mailbox.Scope) error {
	l, err := b.watcher.Look(ctx, scope)
	l.Scope = scope
	b.looked(l, err)
	return err
}

// recentFolders are those in which mails of people known were seen in the last
// 90 days: a rule may file an answer anywhere.
func (b *box) recentFolders() []string {
	var folders []string
	err := b.engine.ledger.Read(context.Background(), func(t *ledger.Tx) (err error) {
		folders, err = t.ReplyFolders(b.Name, b.engine.now().AddDate(0, 0, -90))
		return err
	})
	if err != nil {
		b.engine.log.Error("recent folders can't be told", "mailbox", b.Name, "error", err)
	}
	return folders
}

// cursors gives a watcher its cursors.
type cursors struct{ b *box }

// Cursor implements mailbox.CursorStore.
func (c cursors) Cursor(ctx context.Context, folder string) (cur mailbox.Cursor, known bool, err error) {
	err = c.b.engine.ledger.Read(ctx, func(t *ledger.Tx) error {
		stored, err := t.Cursor(c.b.Name, folder)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		known = err == nil
		cur = mailbox.Cursor{Folder: folder, UIDValidity: stored.UIDValidity, Next: stored.Next}
		return err
	})
	return cur, known, err
}

// Known implements mailbox.CursorStore: INBOX gets its cursor last.
func (c cursors) Known(ctx context.Context) (known bool, err error) {
	_, known, err = c.Cursor(ctx, "INBOX")
	return known, err
}
