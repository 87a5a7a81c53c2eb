package ledger_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"followupd/internal/ledger"
)

// A begin of the file that isn't its own is named damage, and nothing else: SQLite
// itself doesn't see it.
func TestDamagedFirstPage(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(l.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name     string
		from, to int
		fill     byte
	}{
		{"all of it", 0, 4096, 0}, {"the magic word", 0, 16, 0}, {"the header", 16, 100, 0}, {"behind the header", 100, 4096, 0},
		{"no schema", 60, 64, 0}, {"another schema", 63, 64, 1}, {"a schema that there won't be", 60, 64, 'x'}, {"a schema below nothing", 60, 64, 0xff},
		{"the format of the tables", 44, 48, 'x'}, {"the number of tables", 103, 105, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := append([]byte{}, whole...)
			for i := tt.from; i < tt.to; i++ {
				text[i] = tt.fill
			}
			path := filepath.Join(t.TempDir(), "ledger.db")
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
			l, err := ledger.Open(t.Context(), path)
			if err == nil {
				_ = l.Close()
			}
			var damaged *ledger.DamagedError
			if !errors.As(err, &damaged) || damaged.Path != path {
				t.Errorf("%v", err)
			}
			if is, err := os.ReadFile(path); err != nil || string(is) != string(text) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}
