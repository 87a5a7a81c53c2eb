package mailbox

import (
	"context"
	"fmt"

	"github.com/emersion/go-imap/v2"
)

// Place is where one mail lies.
type Place struct {
	Folder           string
	UIDValidity, UID uint32
}

// Flag sets a flag or keyword on one mail. One that is gone, or a folder that
// was made anew, is no error: there is nothing to mark any more.
func (w *Watcher) Flag(ctx context.Context, p Place, flag string) error {
	err := w.at(ctx, p, func(ses *session, set imap.UIDSet) error {
		store := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.Flag(flag)}}
		return ses.client.Store(set, store, nil).Close()
	})
	if err != nil {
		return fmt.Errorf("mark a mail in %q of mailbox %s: %w", p.Folder, w.account.Name, err)
	}
	return nil
}

// Copy copies one mail into another folder, which it makes where it is missing.
// One that is gone is no error.
func (w *Watcher) Copy(ctx context.Context, p Place, to string) error {
	if _, err := w.MakeFolders(ctx, []string{to}); err != nil {
		return err
	}
	full := ""
	folders, err := w.Folders(ctx)
	for _, f := range folders {
		if f.Path() == to && f.Selectable {
			full = f.Name
		}
	}
	if err == nil && full != "" && full != p.Folder {
		err = w.at(ctx, p, func(ses *session, set imap.UIDSet) error {
			_, err := ses.client.Copy(set, full).Wait()
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("copy a mail from %q to %q in mailbox %s: %w", p.Folder, to, w.account.Name, err)
	}
	return nil
}

// at opens a mail's folder for writing and runs commands there, if it is still
// the folder that the mail was seen in.
func (w *Watcher) at(ctx context.Context, p Place, commands func(*session, imap.UIDSet) error) error {
	return w.withSession(ctx, func(ses *session) error {
		return ses.do(ctx, "open "+p.Folder, func() error {
			data, err := ses.client.Select(p.Folder, nil).Wait()
			if err != nil || data.UIDValidity != p.UIDValidity {
				return err
			}
			return commands(ses, imap.UIDSetNum(imap.UID(p.UID)))
		})
	})
}
