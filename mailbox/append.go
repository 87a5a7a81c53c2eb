package mailbox

import (
	"context"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Append puts a mail into the folder of a role, as a copy in Sent. It returns
// ErrNoFolder where the mailbox has no such folder.
func (w *Watcher) Append(ctx context.Context, role Role, raw []byte, flags []string, at time.Time) error {
	err := w.withFolder(ctx, role, func(ses *session, folder Folder) error {
		return ses.append(ctx, folder.Name, raw, flags, at)
	})
	if err != nil {
		return fmt.Errorf("put a mail into %s of mailbox %s: %w", role, w.account.Name, err)
	}
	return nil
}

func (ses *session) append(ctx context.Context, folder string, raw []byte, flags []string, at time.Time) error {
	options := &imap.AppendOptions{Time: at}
	for _, f := range flags {
		options.Flags = append(options.Flags, imap.Flag(f))
	}
	return ses.do(ctx, "append to "+folder, func() error {
		cmd := ses.client.Append(folder, int64(len(raw)), options)
		_, writeErr := cmd.Write(raw)
		closeErr := cmd.Close()
		if _, err := cmd.Wait(); err != nil {
			return err
		}
		if writeErr != nil {
			return writeErr
		}
		return closeErr
	})
}
