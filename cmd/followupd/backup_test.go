package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	d := w.start().ready()
	w.expect([]string{"backup", "copy.db"}, 0, "copy.db holds the ledger as it was just now")
	w.expect([]string{"backup", "copy.db"}, 1, "there is a file copy.db already")
	w.expect([]string{"restore", "copy.db"}, 1, "nothing was changed: the daemon works on the ledger; stop it first")
	d.signal(syscall.SIGTERM)
	d.end()
	w.write("more.csv", "email,company,first_name\nal@acme.example,Acme,Al\n")
	w.expect([]string{"import", "more.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card"}, 0, "1 enrolled")
	w.expect([]string{"restore", "none.db"}, 1, "nothing was changed: ", "none.db")
	w.expect([]string{"restore", "people.csv"}, 1, "nothing was changed: people.csv is no backup of a ledger")
	w.expect([]string{"restore", "copy.db"}, 0, "The ledger is that of the backup now: 1 person", "The one before is kept as ", "All sending is paused", "followupd resume --all")
	w.expect([]string{"list"}, 0, "bo@berg.example", "!al@acme.example")
	w.expect([]string{"plan"}, 0, "All sending is paused: the ledger was taken back from a backup")
	w.expect([]string{"check", "--ledger"}, 0, "The ledger is sound")
	w.must("resume", "--all")
	if kept, err := filepath.Glob(w.path("state/ledger.db.before-*")); err != nil || len(kept) != 1 {
		t.Errorf("kept are %q (%v)", kept, err)
	}
}

// A ledger that can't be read is named, and what to do is said.
func TestDamagedLedger(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		from int // the first byte that is overwritten
	}{{"all of it", 100}, {"what lies behind its tables", 0x8000}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := peopleWorld(t)
			w.expect([]string{"backup", "copy.db"}, 0)
			path := w.path("state/ledger.db")
			text := []byte(read(t, path))
			for i := tt.from; i < len(text); i++ {
				text[i] = 'x'
			}
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
			var words string
			for _, args := range [][]string{{"list"}, {"check", "--ledger"}, {"doctor", "--within", "5s"}} {
				r := w.do(args...)
				words = strings.Join(strings.Fields(r.stdout+r.stderr), " ")
				if r.code != 1 || !strings.Contains(words, "malformed") && !strings.Contains(words, "NOT SOUND") {
					t.Errorf("%q: %v", args, r)
				}
				if !strings.Contains(words, "keep a copy of that file, and take the last backup back") || !strings.Contains(words, "followupd restore FILE") {
					t.Errorf("%q doesn't say what to do: %v", args, r)
				}
				if args[0] != "check" && !strings.Contains(words, "state/ledger.db is damaged") {
					t.Errorf("%q doesn't name the file: %v", args, r)
				}
			}
			w.expect([]string{"restore", "copy.db"}, 0, "The ledger is that of the backup now")
			w.expect([]string{"list"}, 0, "bo@berg.example")
		})
	}
}
