package ledger

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrLocked says that another process works on the same state directory.
var ErrLocked = errors.New("another followupd works here")

// Lock is the right to be the one writer of a state directory. The kernel
// takes it back when the process ends, however it ends.
type Lock struct{ file *os.File }

// Acquire takes the lock of a state directory; an error that is ErrLocked
// names the process that has it.
func Acquire(dir string) (*Lock, error) {
	path := filepath.Join(dir, "followupd.lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, lockError(dir, err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		pid, _ := os.ReadFile(path)
		return nil, errors.Join(fmt.Errorf("state directory %q is in use by process %s: %w", dir, strings.TrimSpace(string(pid)), ErrLocked), f.Close())
	}
	if err := f.Truncate(0); err != nil {
		return nil, errors.Join(lockError(dir, err), f.Close())
	}
	if _, err := fmt.Fprintf(f, "%d\n", os.Getpid()); err != nil {
		return nil, errors.Join(lockError(dir, err), f.Close())
	}
	return &Lock{file: f}, nil
}

// Release gives the lock back.
func (l *Lock) Release() error { return l.file.Close() }

// lockError is why the file of a lock can't be written, which is as for the ledger's.
func lockError(dir string, err error) error {
	return toldOfFile(dir, fmt.Errorf("lock state directory: %w", err))
}
