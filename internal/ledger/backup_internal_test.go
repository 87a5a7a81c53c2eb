package ledger

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Where no file can have two names, as on FAT, the backup is copied into its place.
func TestBackupWithoutLinks(t *testing.T) {
	t.Parallel()
	for _, refused := range []error{syscall.EPERM, syscall.ENOTSUP, syscall.EMLINK} {
		l, dir := backedUp(t)
		to := filepath.Join(dir, "copy.db")
		noLinks := func(from, to string) error { return &os.LinkError{Op: "link", Old: from, New: to, Err: refused} }
		if _, err := l.backup(t.Context(), to, noLinks); err != nil {
			t.Fatalf("%v: %v", refused, err)
		}
		if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v: the copy is %v (%v)", refused, info, err)
		}
		copied, err := Open(t.Context(), to)
		if err != nil {
			t.Fatal(err)
		}
		if err := copied.Close(); err != nil {
			t.Fatal(err)
		}
		alone(t, dir, "copy.db")
	}
}

// A file that appears meanwhile stays as it is.
func TestBackupReplacesNothing(t *testing.T) {
	t.Parallel()
	for _, links := range []bool{true, false} {
		l, dir := backedUp(t)
		to := filepath.Join(dir, "copy.db")
		link := func(from, to string) error {
			if err := os.WriteFile(to, []byte("of somebody else"), 0o600); err != nil {
				t.Error(err)
			}
			if !links {
				return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
			}
			return os.Link(from, to)
		}
		if _, err := l.backup(t.Context(), to, link); err == nil || err.Error() != "there is a file "+to+" already; name another" {
			t.Errorf("%v", err)
		}
		if text, err := os.ReadFile(to); err != nil || string(text) != "of somebody else" {
			t.Errorf("it is %q (%v)", text, err)
		}
		alone(t, dir, "copy.db")
	}
}

// Nobody's file beside the backup is touched, and an error leaves none behind.
func TestBackupLeavesNothing(t *testing.T) {
	t.Parallel()
	l, dir := backedUp(t)
	to := filepath.Join(dir, "copy.db")
	if err := os.WriteFile(to+".part", []byte("a novel"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.backup(ctx, to, os.Link); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	alone(t, dir, "copy.db.part")
	if _, err := l.backup(t.Context(), filepath.Join(dir, "none", "copy.db"), os.Link); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that isn't there: %v", err)
	}
	if _, err := l.backup(t.Context(), to, os.Link); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(to + ".part"); err != nil || string(text) != "a novel" {
		t.Errorf("the file beside it is %q (%v)", text, err)
	}
	alone(t, dir, "copy.db", "copy.db.part")
}

// backedUp is a ledger, and a folder for copies of it.
func backedUp(t *testing.T) (l *Ledger, dir string) {
	t.Helper()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l, t.TempDir()
}

// alone makes sure that a folder holds these files, sorted, and no other.
func alone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if i >= len(names) || e.Name() != names[i] {
			t.Errorf("the folder has %v, want %q", entries, names)
			return
		}
	}
	if len(entries) != len(names) {
		t.Errorf("the folder has %v, want %q", entries, names)
	}
}
