package ledger

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Backup writes a copy of the ledger as it is at this moment, whoever else works on
// it. It replaces nothing, and what it leaves is whole and on the disk.
func (l *Ledger) Backup(ctx context.Context, to string) (err error) {
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("there is a file %s already; name another", to)
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	if _, err := l.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return errors.Join(told(l.path, err), f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(part, to); err != nil { // as rename does, but it replaces nothing
		return err
	}
	return errors.Join(os.Remove(part), syncDir(filepath.Dir(to)))
}

// Restore puts a backup in the place of the ledger at path. The caller holds the
// lock. What check finds wrong with the backup leaves all as it was; the ledger
// that was there is kept under another name, which is returned.
func Restore(ctx context.Context, from, path, stamp string, check func(*Ledger) error) (kept string, err error) {
	if err := isLedger(from); err != nil {
		return "", err
	}
	fresh := path + ".restored"
	if err := removeAll(fresh); err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, removeAll(fresh)) }()
	for _, suffix := range parts() {
		if err := copyFile(from+suffix, fresh+suffix); err != nil && (suffix == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", err
		}
	}
	if err := checked(ctx, fresh, check); err != nil {
		return "", err
	}
	if kept, err = keep(ctx, path, path+".before-"+stamp); err != nil {
		return "", err
	}
	return kept, errors.Join(os.Rename(fresh, path), syncDir(filepath.Dir(path)))
}

// keep has a ledger stand under another name, too, whatever is wrong with it. It
// leaves no moment at which there is none: the next start would begin an empty one.
func keep(ctx context.Context, path, name string) (kept string, err error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", removeAll(path) // a log without its ledger
	}
	if l, err := Open(ctx, path); err == nil { // what its log holds goes into the file, if that can be
		_ = errors.Join(l.Checkpoint(ctx), l.Close())
	}
	if err := os.Link(path, name); err != nil {
		return "", err
	}
	if err := copyFile(path+"-wal", name+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, suffix := range []string{"-wal", "-shm"} { // a log is never read into another ledger
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return name, syncDir(filepath.Dir(path))
}

// parts are the files of a ledger that hold something of it, by what stands behind
// its name.
func parts() []string { return []string{"", "-wal"} }

// isLedger says whether a file is a ledger, by its header: SQLite would make one of
// an empty file, or of another program's.
func isLedger(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	const version = 60 // where the header keeps the schema's version
	head := make([]byte, version+4)
	if _, err := io.ReadFull(f, head); err != nil || !strings.HasPrefix(string(head), "SQLite format 3\x00") || binary.BigEndian.Uint32(head[version:]) == 0 {
		return fmt.Errorf("%s is no backup of a ledger", path)
	}
	return nil
}

// checked opens a ledger, has it looked at, and leaves it in one file.
func checked(ctx context.Context, path string, check func(*Ledger) error) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	err = check(l)
	if err == nil {
		err = l.Checkpoint(ctx)
	}
	return errors.Join(err, l.Close())
}

func copyFile(from, to string) error {
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
	return errors.Join(err, out.Sync(), out.Close())
}

func removeAll(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
