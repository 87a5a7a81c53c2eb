package ledger

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// DamagedError says that SQLite can't make sense of a ledger's file.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("the ledger %s is damaged: %v", e.Path, e.Err)
}
func (e *DamagedError) Unwrap() error { return e.Err }

// What SQLite says of such a file (SQLITE_CORRUPT, SQLITE_NOTADB), in the lower
// byte of its codes.
const (
	codeCorrupt = 11
	codeNotADB  = 26
)

// told names the file of an error that tells of its damage.
func told(path string, err error) error {
	var of *sqlite.Error
	var known *DamagedError
	if !errors.As(err, &of) || errors.As(err, &known) {
		return err
	}
	if code := of.Code() & 0xff; code != codeCorrupt && code != codeNotADB {
		return err
	}
	return &DamagedError{Path: path, Err: err}
}
