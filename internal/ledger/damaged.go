package ledger

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
	"modernc.org/sqlite"
)

// DamagedError says that what stands in a ledger's file can't be right.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("the ledger %s is damaged: %v", e.Path, e.Err)
}
func (e *DamagedError) Unwrap() error { return e.Err }

// DiskError says that a ledger's file can't be read or written. What stands in it
// may be whole.
type DiskError struct {
	Path string
	Full bool // there is no room; that passes
	Err  error
}

func (e *DiskError) Error() string {
	if e.Full {
		return fmt.Sprintf("there is no room on the disk for the ledger %s: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("the disk can't read or write the ledger %s: %v", e.Path, e.Err)
}
func (e *DiskError) Unwrap() error { return e.Err }

// What SQLite says of such files, in the lower byte of its codes.
const (
	codeError    = 1
	codeReadOnly = 8
	codeIOErr    = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeNotADB   = 26
	codeRead     = codeIOErr | 1<<8    // the whole code, as the others below
	codeShort    = codeIOErr | 2<<8    // there is less of the file than there should be
	codeMoved    = codeReadOnly | 4<<8 // another file, or none, has its name now
)

// told names the file of an error that tells of its damage, or of its disk.
func told(path string, err error) error {
	var damaged *DamagedError
	var disk *DiskError
	if err == nil || errors.As(err, &damaged) || errors.As(err, &disk) {
		return err
	}
	var of *sqlite.Error
	if !errors.As(err, &of) {
		return err
	}
	switch of.Code() & 0xff {
	case codeCorrupt, codeNotADB:
		return &DamagedError{Path: path, Err: err}
	case codeFull:
		return &DiskError{Path: path, Full: true, Err: err}
	case codeIOErr: // it says so, too, over a quota, or where a file beside the ledger can't grow
		return &DiskError{Path: path, Full: full(of.Code(), filepath.Dir(path), tryWrite), Err: err}
	case codeReadOnly:
		if of.Code() == codeMoved || readOnly(filepath.Dir(path)) {
			return &DiskError{Path: path, Err: err}
		}
	}
	return err
}

// toldOfFile is told for an error of the system about the file itself.
func toldOfFile(path string, err error) error {
	switch {
	case outOfRoom(err):
		return &DiskError{Path: path, Full: true, Err: err}
	case errors.Is(err, syscall.EIO), errors.Is(err, syscall.EROFS):
		return &DiskError{Path: path, Err: err}
	}
	return err
}

// leastRoom is how much room a ledger needs to work at all, in bytes: that of a few
// pages, of its log and of what lies beside that.
const leastRoom = 128 << 10

// noRoom says whether the disk of a folder is full.
func noRoom(dir string) bool {
	var fs unix.Statfs_t
	return unix.Statfs(dir, &fs) == nil && fs.Bavail*uint64(fs.Bsize) < leastRoom
}

// full says whether an I/O error of SQLite with a file in dir is one for want of room.
// What a quota leaves is seen by try alone, which writes there; of reading it says
// nothing.
func full(code int, dir string, try func(dir string) error) bool {
	return noRoom(dir) || code != codeRead && code != codeShort && outOfRoom(try(dir))
}

// outOfRoom says whether an error of the system is one for want of room.
func outOfRoom(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// tryWrite writes as much into a folder as a ledger needs to work, and leaves nothing.
func tryWrite(dir string) error {
	f, err := os.CreateTemp(dir, ".followupd-room-*")
	if err != nil {
		return err
	}
	if err := os.Remove(f.Name()); err != nil { // before it is written: nothing is left of one that is cut short
		return errors.Join(err, f.Close())
	}
	_, err = f.Write(make([]byte, leastRoom))
	return errors.Join(err, f.Close())
}

// Room says why there is no room in a folder for a ledger to work; nil where there is.
func Room(dir string) error {
	if noRoom(dir) {
		return syscall.ENOSPC
	}
	if err := tryWrite(dir); outOfRoom(err) {
		return err
	}
	return nil
}

// readOnly says whether nothing can be written to the disk of a folder, as after an
// error of the disk.
func readOnly(dir string) bool { return errors.Is(unix.Access(dir, unix.W_OK), syscall.EROFS) }

// unfit says whether SQLite can't run a query that every ledger answers.
func unfit(err error) bool {
	var of *sqlite.Error
	return errors.As(err, &of) && of.Code()&0xff == codeError
}

// state is how a ledger does, by the errors that it gave.
type state struct {
	mu     sync.Mutex
	broken error
	full   error
	breaks chan struct{}
}

// told is told, and remembers the error.
func (l *Ledger) told(err error) error {
	err = told(l.path, err)
	var damaged *DamagedError
	var disk *DiskError
	switch {
	case err == nil:
	case errors.As(err, &disk) && disk.Full:
		l.state.mu.Lock()
		l.state.full = err
		l.state.mu.Unlock()
	case disk != nil, errors.As(err, &damaged):
		l.state.mu.Lock()
		if l.state.broken == nil {
			l.state.broken = err
			close(l.state.breaks)
		}
		l.state.mu.Unlock()
	}
	return err
}

// wrote notes that something could be committed: there is room.
func (l *Ledger) wrote() {
	l.state.mu.Lock()
	l.state.full = nil
	l.state.mu.Unlock()
}

// Broken is the first error that told of damage or of a disk that fails, as a
// *DamagedError or a *DiskError; nil where none did. It stays: what such a ledger
// says can't be relied on until it was opened and looked at anew.
func (l *Ledger) Broken() error {
	l.state.mu.Lock()
	defer l.state.mu.Unlock()
	return l.state.broken
}

// Breaks is closed as soon as the ledger is Broken.
func (l *Ledger) Breaks() <-chan struct{} { return l.state.breaks }

// Full is why nothing can be committed for want of room on the disk; nil once
// something could be again.
func (l *Ledger) Full() error {
	l.state.mu.Lock()
	defer l.state.mu.Unlock()
	return l.state.full
}
