package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
)

// Backup writes a copy of the ledger as it is at this moment, whoever else works on
// it. It replaces nothing, and what it leaves is whole, looked at as by Integrity, and
// on the disk. Of a file that is damaged there is no copy, and a *DamagedError; where
// only values are not as they were written, there is one: it is better than none.
func (l *Ledger) Backup(ctx context.Context, to string) (Copy, error) {
	return l.backup(ctx, to, os.Link)
}

// Copy is what a copy of a ledger holds.
type Copy struct {
	People int
	Faults []string // values that are not as they were written, here as in the ledger
}

func (l *Ledger) backup(ctx context.Context, to string, link func(from, to string) error) (made Copy, err error) {
	if _, err := os.Lstat(to); err == nil {
		return Copy{}, fmt.Errorf("there is a file %s already; name another", to)
	}
	f, err := os.CreateTemp(filepath.Dir(to), ".followupd-backup-*.part") // with mode 0600
	if err != nil {
		return Copy{}, err
	}
	part := f.Name()
	defer func() { err = errors.Join(err, removed(part)) }()
	if _, err := l.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return Copy{}, errors.Join(l.damage(err), f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return Copy{}, err
	}
	if made, err = l.copied(ctx, part); err != nil {
		return Copy{}, err
	}
	return made, publish(part, to, link)
}

// damage is told of an error that may be that of another file as well.
func (l *Ledger) damage(err error) error {
	var damaged *DamagedError
	if errors.As(told(l.path, err), &damaged) {
		return l.told(err)
	}
	return err
}

// copied looks at a copy of the ledger.
func (l *Ledger) copied(ctx context.Context, path string) (made Copy, err error) {
	db, err := openCopy(path)
	if err != nil {
		return made, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	found, err := fileFaults(ctx, db, 1)
	if err == nil && len(found) > 0 {
		err = &DamagedError{Path: l.path, Err: errors.New(found[0])}
	}
	if err != nil {
		return made, err
	}
	if made.Faults, err = valueFaults(ctx, db); err != nil {
		return made, err
	}
	return made, db.QueryRowContext(ctx, "SELECT COUNT(*) FROM people").Scan(&made.People)
}

// openCopy opens a copy of a ledger to be read, and leaves it as it is.
func openCopy(path string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?mode=ro&immutable=1")
}

// publish gives a finished copy its name, as rename does, but it replaces nothing.
// Where a file can't have two names (FAT, some network folders), it is copied.
func publish(part, to string, link func(from, to string) error) error {
	err := link(part, to)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = copyFile(part, to)
	}
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("there is a file %s already; name another", to)
	}
	if err != nil {
		return err
	}
	if err := syncDir(filepath.Dir(to)); err != nil {
		return errors.Join(err, removed(to))
	}
	return nil
}

// copyFile copies a file to a name that nothing has yet. It leaves nothing half done.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, removed(to))
	}
	return nil
}

func removed(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncDir brings a folder's names onto the disk, where its file system can do that.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, d.Close())
}
