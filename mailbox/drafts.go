package mailbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// draftsAtOnce is how many drafts are fetched by one command.
const draftsAtOnce = 200

// Draft is one mail in the folder of drafts.
type Draft struct {
	UID, UIDValidity uint32
	Header           mail.Header // nil where it can't be read
}

// Drafts are all mails in the folder of drafts, with those header fields by which
// they can be told apart. It returns ErrNoFolder where the mailbox has no such folder.
func (w *Watcher) Drafts(ctx context.Context) (drafts []Draft, err error) {
	err = w.withFolder(ctx, RoleDrafts, func(ses *session, folder Folder) error {
		ex, err := ses.examine(ctx, folder.Name)
		if err != nil || ex.count == 0 {
			return err
		}
		r := reader{w: w, ses: ses, folder: folder}
		rows, err := r.scan(ctx, ex, span{from: 1})
		if err != nil || len(rows) == 0 {
			return err
		}
		drafts = nil
		for chunk := range slices.Chunk(rows, draftsAtOnce) {
			var set imap.UIDSet
			for _, m := range chunk {
				set.AddNum(imap.UID(m.uid))
			}
			found, err := ses.fetch(ctx, "list drafts", set, draftFields())
			if err != nil {
				return err
			}
			for _, m := range found {
				d := Draft{UID: m.uid, UIDValidity: ex.validity}
				if parsed, err := mail.ReadMessage(bytes.NewReader(append(slices.Clone(m.raw), "\r\n\r\n"...))); err == nil {
					d.Header = parsed.Header
				}
				drafts = append(drafts, d)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look at the drafts of mailbox %s: %w", w.account.Name, err)
	}
	return drafts, nil
}

func draftFields() *imap.FetchOptions {
	return &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true, Specifier: imap.PartSpecifierHeader,
		HeaderFields: []string{"Message-ID", "X-Followupd-ID", "References", "In-Reply-To", "To", "Cc", "Bcc", "Subject"}}}}
}

// ErrEdited says that a draft is not what was put there any more.
var ErrEdited = errors.New("the draft was edited")

// RemoveDraft removes one draft if same says of its bytes that it is still what
// was put there; else it is ErrEdited. One that is gone is no error. Where the
// server can't expunge a single mail (RFC 4315 UIDPLUS) it is only marked as
// deleted: other mails of the folder may be marked so, and are not ours to remove.
func (w *Watcher) RemoveDraft(ctx context.Context, d Draft, same func(raw []byte) bool) error {
	err := w.withFolder(ctx, RoleDrafts, func(ses *session, folder Folder) error {
		ex, err := ses.examine(ctx, folder.Name)
		if err != nil || ex.validity != d.UIDValidity {
			return err
		}
		set := imap.UIDSetNum(imap.UID(d.UID))
		found, err := ses.fetch(ctx, "fetch a draft", set, wholeMail())
		if err != nil {
			return err
		}
		for _, m := range found {
			if m.uid == d.UID && (!m.body || !same(m.raw)) {
				return ErrEdited
			}
		}
		if len(found) == 0 {
			return nil
		}
		return ses.remove(ctx, folder.Name, set)
	})
	if err != nil {
		return fmt.Errorf("remove a draft of mailbox %s: %w", w.account.Name, err)
	}
	return nil
}

func (ses *session) remove(ctx context.Context, folder string, set imap.UIDSet) error {
	return ses.do(ctx, "remove from "+folder, func() error {
		if _, err := ses.client.Select(folder, nil).Wait(); err != nil {
			return err
		}
		flags := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}
		if err := ses.client.Store(set, flags, nil).Close(); err != nil {
			return err
		}
		if !ses.caps.Has(imap.CapUIDPlus) {
			return nil
		}
		return ses.client.UIDExpunge(set).Close()
	})
}

// withFolder runs f with the folder of a role.
func (w *Watcher) withFolder(ctx context.Context, role Role, f func(*session, Folder) error) error {
	return w.withSession(ctx, func(ses *session) error {
		if w.listing == nil {
			l, err := ses.list(ctx, w.account)
			if err != nil {
				return err
			}
			w.listing = &l
		}
		folder, ok := w.listing.primary(role)
		if !ok {
			return fmt.Errorf("%s: %w", role, ErrNoFolder)
		}
		return f(ses, folder)
	})
}

// IDs are the message ids in a header field, without angle brackets.
func (d Draft) IDs(field string) []string {
	var ids []string
	for _, part := range strings.Fields(d.Header.Get(field)) {
		ids = append(ids, strings.Trim(part, "<>,"))
	}
	return ids
}

// To are the addresses that a draft is for, lower-cased.
func (d Draft) To() []string {
	var out []string
	for _, field := range []string{"To", "Cc", "Bcc"} {
		list, err := d.Header.AddressList(field)
		if err != nil {
			continue
		}
		for _, a := range list {
			out = append(out, strings.ToLower(a.Address))
		}
	}
	return out
}
