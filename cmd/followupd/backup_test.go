package main_test

import (
	"os"
	"strings"
	"testing"
)

func TestBackup(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.start().ready() // the daemon may run
	w.expect([]string{"backup", "copy.db"}, 0, "copy.db holds the ledger as it was just now: 1 person (")
	w.expect([]string{"backup", "copy.db"}, 1, "there is a file copy.db already")
}

// Where there is no ledger, none is begun, and no backup is made.
func TestBackupOfNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.expect([]string{"backup", "copy.db"}, 1, "no backup was made: there is no ledger ", "state/ledger.db; look at state_dir in ")
	for _, name := range []string{"copy.db", "state/ledger.db"} {
		if _, err := os.Stat(w.path(name)); err == nil {
			t.Errorf("there is a %s", name)
		}
	}
	w.write("wrong.yaml", "nonsense: 1\n")
	if r := command(t, w.dir, w.env, "backup", "copy.db", "--config", w.path("wrong.yaml")); r.code != 78 || strings.Contains(r.stderr, "no backup was made") {
		t.Errorf("a configuration with an error: %v", r)
	}
	w.expect([]string{"backup", "--help"}, 0, "sudo followupd backup /var/backups/followupd/ledger-", "!~/")
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
				if !strings.Contains(words, "Stop the daemon") || !strings.Contains(words, "followupd restore FILE") || strings.Contains(words, "live: false") {
					t.Errorf("%q doesn't say what to do: %v", args, r)
				}
				if args[0] != "check" && !strings.Contains(words, "state/ledger.db is damaged") {
					t.Errorf("%q doesn't name the file: %v", args, r)
				}
			}
		})
	}
}
