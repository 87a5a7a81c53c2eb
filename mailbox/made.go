package mailbox

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// MakeFolders makes the folders that aren't there yet, and gives the full names
// of those that it made. Levels in names are parted by a slash; the server's own
// way of naming is followed, its prefix for personal folders (RFC 2342) included.
func (w *Watcher) MakeFolders(ctx context.Context, names []string) (made []string, err error) {
	err = w.withSession(ctx, func(ses *session) error {
		l, err := ses.list(ctx, w.account)
		if err != nil {
			return err
		}
		for _, name := range names {
			if slices.ContainsFunc(l.folders, func(f Folder) bool { return f.Selectable && f.Path() == name }) {
				continue
			}
			full, err := l.full(ctx, ses, name)
			if err != nil {
				return err
			}
			if err := ses.create(ctx, full); err != nil {
				return err
			}
			made = append(made, full)
		}
		w.listing = nil
		return nil
	})
	if err != nil {
		return made, fmt.Errorf("make folders in mailbox %s: %w", w.account.Name, err)
	}
	return made, nil
}

// Path is a folder's name with its levels parted by slashes and without the
// prefix that some servers put before personal folders.
func (f Folder) Path() string {
	name := f.Name
	if f.Delimiter != 0 && f.Delimiter != '/' {
		name = strings.ReplaceAll(name, string(f.Delimiter), "/")
	}
	return strings.TrimPrefix(name, "INBOX/")
}

// full is the name under which a new folder is made.
func (l listing) full(ctx context.Context, ses *session, name string) (string, error) {
	delimiter, prefix := '/', ""
	for _, f := range l.folders {
		if f.Delimiter != 0 {
			delimiter = f.Delimiter
			break
		}
	}
	if ses.caps.Has(imap.CapNamespace) {
		spaces, err := ask(ctx, ses, "namespaces", func() (*imap.NamespaceData, error) { return ses.client.Namespace().Wait() })
		if err != nil && !answered(err) {
			return "", err
		}
		if err == nil && len(spaces.Personal) > 0 {
			prefix = spaces.Personal[0].Prefix
			if spaces.Personal[0].Delim != 0 {
				delimiter = spaces.Personal[0].Delim
			}
		}
	}
	return prefix + strings.ReplaceAll(name, "/", string(delimiter)), nil
}

// create makes a folder and has mail programs show it.
func (ses *session) create(ctx context.Context, folder string) error {
	return ses.do(ctx, "create "+folder, func() error {
		err := ses.client.Create(folder, nil).Wait()
		var refused *imap.Error
		if errors.As(err, &refused) && refused.Code == imap.ResponseCodeAlreadyExists {
			err = nil
		}
		if err != nil {
			return err
		}
		return ses.client.Subscribe(folder).Wait()
	})
}

// Lying are the UIDs of the mails in a folder, and its UIDVALIDITY. It returns
// ErrNoFolder where there is no such folder (any more).
func (w *Watcher) Lying(ctx context.Context, folder string) (validity uint32, uids []uint32, err error) {
	err = w.withSession(ctx, func(ses *session) error {
		uids = nil
		ex, err := ses.examine(ctx, folder)
		if answered(err) {
			l, again := ses.list(ctx, w.account)
			if again == nil && !slices.ContainsFunc(l.folders, func(f Folder) bool { return f.Name == folder && f.Selectable }) {
				return fmt.Errorf("%q: %w", folder, ErrNoFolder)
			}
		}
		if err != nil || ex.count == 0 {
			validity = ex.validity
			return err
		}
		r := reader{w: w, ses: ses, folder: Folder{Name: folder}}
		rows, err := r.scan(ctx, ex, span{from: 1})
		validity = ex.validity
		for _, m := range rows {
			uids = append(uids, m.uid)
		}
		return err
	})
	if err != nil {
		return 0, nil, fmt.Errorf("list the mails in %q of mailbox %s: %w", folder, w.account.Name, err)
	}
	return validity, uids, nil
}
