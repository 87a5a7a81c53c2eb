package ledger_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"followupd/internal/ledger"
)

func ledgerAt(t *testing.T, path string) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func setIn(t *testing.T, l *ledger.Ledger, value string) {
	t.Helper()
	if err := l.Write(t.Context(), func(tx *ledger.Tx) error { return tx.Set("word", value) }); err != nil {
		t.Fatal(err)
	}
}

func wordIn(t *testing.T, path string) (word string) {
	t.Helper()
	l := ledgerAt(t, path)
	err := l.Read(t.Context(), func(tx *ledger.Tx) (err error) {
		word, err = tx.Setting("word")
		return err
	})
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	return word
}

func TestBackup(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "ledger.db"), filepath.Join(dir, "copy.db")
	l := ledgerAt(t, path)
	setIn(t, l, "before")
	if _, err := l.Backup(t.Context(), copied); err != nil { // the ledger is open, as by the daemon
		t.Fatal(err)
	}
	setIn(t, l, "after")
	if _, err := l.Backup(t.Context(), copied); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("a second backup into the same file: %v", err)
	}
	if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy is %v (%v)", info, err)
	}
	if got := wordIn(t, copied); got != "before" {
		t.Errorf("the copy has %q", got)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left is %q (%v)", left, err)
	}
}

// An error that tells of damage names the file.
func TestDamagedIsNamed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "ledger.db")
	l := ledgerAt(t, path)
	setIn(t, l, "before")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	damage(t, path)
	var damaged *ledger.DamagedError
	if l, err := ledger.Open(t.Context(), path); err == nil {
		_, err = l.Integrity(t.Context())
		err = errors.Join(err, l.Read(t.Context(), func(tx *ledger.Tx) error { _, err := tx.Addresses(); return err }), l.Close())
		t.Errorf("it opens: %v", err)
	} else if !errors.As(err, &damaged) || damaged.Path != path || !strings.Contains(err.Error(), path+" is damaged") {
		t.Errorf("%v", err)
	}
}

// damage overwrites a ledger's pages but the beginning of its first.
func damage(t *testing.T, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 100; i < len(text); i++ {
		text[i] = 'x'
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}
