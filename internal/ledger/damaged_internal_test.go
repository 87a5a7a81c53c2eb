package ledger

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A full disk is no damage, and passes.
func TestFullPasses(t *testing.T) {
	t.Parallel()
	l, _ := backedUp(t)
	limit := func(pages string) {
		t.Helper()
		if _, err := l.write.ExecContext(t.Context(), "PRAGMA max_page_count = "+pages); err != nil {
			t.Fatal(err)
		}
	}
	big := func() error {
		return l.Write(t.Context(), func(tx *Tx) error { return tx.Set("word", strings.Repeat("x", 1<<20)) })
	}
	limit("1") // no more than there are
	err := big()
	var disk *DiskError
	if !errors.As(err, &disk) || !disk.Full || disk.Path != l.Path() || strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
	if l.Full() == nil || l.Broken() != nil {
		t.Errorf("full: %v, broken: %v", l.Full(), l.Broken())
	}
	if err := l.Ping(t.Context()); err != nil {
		t.Errorf("it can't be read: %v", err)
	}
	limit("1000000")
	if err := big(); err != nil || l.Full() != nil {
		t.Errorf("there is room again: %v, %v", err, l.Full())
	}
}

// A page that is damaged while the ledger is open breaks it for good; another
// caller's cancelled context doesn't.
func TestBreaks(t *testing.T) {
	t.Parallel()
	l, _ := backedUp(t)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Read(ended, func(tx *Tx) error { return nil }); err == nil || l.Broken() != nil {
		t.Errorf("%v, %v", err, l.Broken())
	}
	if err := l.Checkpoint(t.Context()); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(l.Path())
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(text); i++ {
		text[i] = 'x'
	}
	f, err := os.OpenFile(l.Path(), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if err := l.Read(t.Context(), func(tx *Tx) error { return tx.WholeJournal(func(Entry) error { return nil }) }); err == nil {
		t.Fatal("it can be read")
	}
	first := l.Broken()
	var damaged *DamagedError
	if !errors.As(first, &damaged) {
		t.Errorf("%v", first)
	}
	<-l.Breaks()
	_ = l.Read(t.Context(), func(tx *Tx) error { _, err := tx.Addresses(); return err })
	if l.Broken() != first { //nolint:errorlint // the very same
		t.Errorf("%v became %v", first, l.Broken())
	}
}

// What the system says of the file itself is told as SQLite's own words are.
func TestToldOfFile(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]string{syscall.ENOSPC: "there is no room on the disk for the ledger L: ", syscall.EDQUOT: "there is no room on the disk for the ledger L: ", syscall.EROFS: "the disk can't read or write the ledger L: ",
		syscall.EIO: "the disk can't read or write the ledger L: ", syscall.EACCES: "open: "} {
		if got := toldOfFile("L", fmt.Errorf("open: %w", err)); !strings.HasPrefix(got.Error(), want) || !errors.Is(got, err) {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// Over a quota SQLite tells of an I/O error, though the disk has room and is in order:
// what the system says of another file there tells.
func TestFullByQuota(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const write, sync = codeIOErr | 3<<8, codeIOErr | 4<<8
	for _, tt := range []struct {
		code int
		says error
		want bool
	}{
		{write, syscall.EDQUOT, true}, {sync, syscall.EDQUOT, true}, {write, syscall.ENOSPC, true},
		{write, syscall.EIO, false}, {write, syscall.EFBIG, false}, {write, nil, false},
		{codeRead, syscall.EDQUOT, false}, {codeShort, syscall.EDQUOT, false},
	} {
		if got := full(tt.code, dir, func(string) error { return &os.PathError{Op: "write", Err: tt.says} }); got != tt.want {
			t.Errorf("code %d, and %v: full %t", tt.code, tt.says, got)
		}
	}
	if err := Room(dir); err != nil {
		t.Errorf("here there is room: %v", err)
	}
	alone(t, dir)
	if err := Room(filepath.Join(dir, "none")); err != nil {
		t.Errorf("of a folder that isn't there: %v", err)
	}
}
