package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

const (
	// resetWindow is how far back a folder is read again after its UIDVALIDITY
	// changed.
	resetWindow = 14 * 24 * time.Hour
	// lateWindow is how far back a folder is read that appeared after the first
	// look. What came in before was seen where it then lay.
	lateWindow = 180 * 24 * time.Hour
	// lookTries bounds how often one look starts again after its connection
	// was lost: for a kept connection that had died meanwhile, and to find out
	// which mail it is that breaks connections.
	lookTries = 5
)

// Look reads what is new in the folders of scope and returns once every mail
// found was handed to the Sink and the Sink has returned. On an error the mails
// handed over so far stay committed with their cursors, and nothing is known of
// the rest. The first look at a mailbox reads everything, whatever the scope.
// Looks are made one after the other; Look may be called from any goroutine,
// with or without Run.
func (w *Watcher) Look(ctx context.Context, scope Scope) (Look, error) {
	if err := w.acquire(ctx); err != nil {
		return Look{}, err
	}
	defer w.release()
	started := w.o.Now()
	found := 0
	w.struck = map[strikeKey]bool{}
	for try := 1; ; try++ {
		kept, struck := w.session != nil, len(w.struck)
		look, err := w.lookOnce(ctx, scope)
		found += look.New
		if err == nil {
			look.Started, look.Finished, look.New = started, w.o.Now(), found
			return look, nil
		}
		if errors.Is(err, ErrLost) {
			w.drop()
		}
		again := errors.Is(err, ErrLost) && !errors.Is(err, ErrSilent) && ctx.Err() == nil && try < lookTries &&
			(kept && try == 1 || len(w.struck) > struck)
		if !again {
			return Look{Started: started, Scope: scope, New: found}, fmt.Errorf("look at mailbox %s: %w", w.account.Name, err)
		}
	}
}

// lookOnce is one attempt, on one connection.
func (w *Watcher) lookOnce(ctx context.Context, scope Scope) (Look, error) {
	known, err := w.o.Cursors.Known(ctx)
	if err != nil {
		return Look{}, fmt.Errorf("read cursors: %w", err)
	}
	if !known {
		scope = Everything
	}
	ses, err := w.looking(ctx)
	if err != nil {
		return Look{}, err
	}
	folders, err := w.choose(ctx, ses, scope)
	if err != nil {
		return Look{}, err
	}
	if !known && len(folders) > 0 {
		// INBOX last: its cursor says that the first look is complete.
		folders = append(folders[1:len(folders):len(folders)], folders[0])
	}
	look := Look{Scope: scope}
	if scope == BeforeSend && w.o.Spot != "" {
		if look.Spotted, err = ses.names(ctx, w.o.Spot); err != nil {
			return look, err
		}
	}
	for _, f := range folders {
		r := reader{w: w, ses: ses, folder: f, known: known}
		if scope == Everything {
			r.told = w.listing.status[f.Name]
		}
		err := r.read(ctx)
		look.New += r.found
		switch {
		case err == nil:
			look.Folders = append(look.Folders, f.Name)
		case f.Role != RoleInbox && unreadable(err):
			w.o.Log.Warn("folder cannot be read", "mailbox", w.account.Name, "folder", f.Name, "error", err)
			look.Skipped = append(look.Skipped, f.Name)
		default:
			if answered(err) {
				w.listing = nil // the folder may be gone or renamed
			}
			return look, fmt.Errorf("folder %q: %w", f.Name, err)
		}
	}
	return look, nil
}

// unreadable folders were deleted meanwhile or are closed to this user. Any
// other refusal fails the look: doubt holds.
func unreadable(err error) bool {
	var e *imap.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Code == imap.ResponseCodeNonExistent || e.Code == imap.ResponseCodeNoPerm
}

// choose gives the folders of a scope, INBOX first. The list of folders is read
// anew when everything is read.
func (w *Watcher) choose(ctx context.Context, ses *session, scope Scope) ([]Folder, error) {
	if scope == Everything || w.listing == nil {
		l, err := ses.list(ctx, w.account)
		if err != nil {
			return nil, err
		}
		w.listing = &l
	}
	folders := w.listing.watched()
	if scope == BeforeSend {
		folders = w.listing.beforeSend(w.o.RecentFolders())
	}
	if len(folders) == 0 || folders[0].Role != RoleInbox {
		return nil, fmt.Errorf("INBOX: %w", ErrNoFolder)
	}
	return folders, nil
}

// reader reads what is new in one folder.
type reader struct {
	w      *Watcher
	ses    *session
	folder Folder
	known  bool
	told   examined // by LIST-STATUS; zero where it was not asked
	found  int
}

func (r *reader) read(ctx context.Context) error {
	cursor, has, err := r.w.o.Cursors.Cursor(ctx, r.folder.Name)
	if err != nil {
		return fmt.Errorf("read cursor of %s: %w", r.folder.Name, err)
	}
	if has {
		still, err := r.unmoved(ctx, cursor)
		if err != nil || still {
			return err
		}
	}
	ex, err := r.ses.examine(ctx, r.folder.Name)
	if err != nil {
		return err
	}
	switch {
	case !has && !r.known:
		return r.begin(ctx, ex)
	case !has:
		return r.pages(ctx, ex, span{from: 1, since: r.w.o.Now().Add(-lateWindow)})
	case ex.validity != cursor.UIDValidity, ex.next != 0 && ex.next < cursor.Next:
		// UIDNEXT going back is a restored backup on a server that forgot to
		// change UIDVALIDITY: the UIDs mean other mails now, too.
		return r.pages(ctx, ex, span{from: 1, since: r.w.o.Now().Add(-resetWindow), reset: true, old: cursor})
	default:
		return r.pages(ctx, ex, span{from: cursor.Next, old: cursor})
	}
}

// unmoved asks whether anything came in since cursor. INBOX is opened without
// asking: that is where mail is expected, and it saves a round trip. What the
// server leaves out counts as moved.
func (r *reader) unmoved(ctx context.Context, cursor Cursor) (bool, error) {
	if r.folder.Role == RoleInbox && r.told == (examined{}) {
		return false, nil
	}
	st := r.told
	if st == (examined{}) {
		var err error
		if st, err = r.ses.status(ctx, r.folder.Name); err != nil {
			return false, err
		}
	}
	return st.validity == cursor.UIDValidity && st.next == cursor.Next, nil
}

// begin sets a folder's first cursor at its end: what lies there is history.
func (r *reader) begin(ctx context.Context, ex examined) error {
	next := ex.next
	if next == 0 {
		rows, err := r.scan(ctx, ex, span{from: 1})
		if err != nil {
			return err
		}
		next = 1
		if len(rows) > 0 {
			next = rows[len(rows)-1].uid + 1
		}
	}
	return r.deliver(ctx, Batch{FirstLook: true, Cursor: r.cursor(ex, next)})
}

// span is what has to be read of a folder.
type span struct {
	from  uint32
	since time.Time // older mails are passed over; zero: none
	reset bool
	old   Cursor // where the cursor is, if there is one
}

// pages reads a span and hands it over page by page.
func (r *reader) pages(ctx context.Context, ex examined, s span) error {
	rows, err := r.scan(ctx, ex, s)
	if err != nil {
		return err
	}
	end := max(ex.next, s.from)
	if len(rows) > 0 {
		end = max(end, rows[len(rows)-1].uid+1)
	}
	rows = within(rows, s)
	for {
		page := firstPage(rows)
		mails, err := r.fetch(ctx, ex, page)
		if err != nil {
			return err
		}
		rows = rows[len(page):]
		b := Batch{Reset: s.reset, Mails: mails}
		switch {
		case len(rows) == 0:
			b.Cursor = r.cursor(ex, end)
		case s.reset:
			b.Cursor = s.old
		default:
			b.Cursor = r.cursor(ex, page[len(page)-1].uid+1)
		}
		if len(mails) > 0 || b.Cursor != s.old {
			if err := r.deliver(ctx, b); err != nil {
				return err
			}
		}
		if len(rows) == 0 {
			return nil
		}
	}
}

func (r *reader) cursor(ex examined, next uint32) Cursor {
	return Cursor{Folder: r.folder.Name, UIDValidity: ex.validity, Next: next}
}

func (r *reader) deliver(ctx context.Context, b Batch) error {
	b.Folder, b.Role = r.folder.Name, r.folder.Role
	if err := r.w.o.Sink.Deliver(ctx, b); err != nil {
		return fmt.Errorf("hand over mails of %s: %w", r.folder.Name, err)
	}
	r.found += len(b.Mails)
	return nil
}

// withSession runs f on the looking connection. A kept connection has to show
// first that it is alive, so that f, which may change something, runs once.
func (w *Watcher) withSession(ctx context.Context, f func(*session) error) error {
	if err := w.acquire(ctx); err != nil {
		return err
	}
	defer w.release()
	if w.session != nil && w.session.noop(ctx) != nil {
		w.drop()
	}
	ses, err := w.looking(ctx)
	if err != nil {
		return err
	}
	err = f(ses)
	if errors.Is(err, ErrLost) {
		w.drop()
	}
	return err
}
