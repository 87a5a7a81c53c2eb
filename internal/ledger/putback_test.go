package ledger_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"followupd/internal/ledger"
)

// An id of an enrolment is one that no copy of the ledger can have drawn, and ids
// that were skipped are skipped for good.
func TestIDsThatNoCopyGives(t *testing.T) {
	t.Parallel()
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // it is only read from here on
	now := time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC)
	err = l.Write(t.Context(), func(tx *ledger.Tx) error {
		var ids []int64
		for _, at := range []time.Time{now, now, now.Add(-time.Hour), now.Add(time.Hour)} {
			id, err := tx.NextEnrolmentID(at)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		if ids[0] != now.UnixMicro() || ids[1] != ids[0]+1 || ids[2] != ids[0]+2 || ids[3] != now.Add(time.Hour).UnixMicro() {
			t.Errorf("drawn are %v", ids)
		}
		before, err := tx.Ask(ledger.Request{At: now, By: "test", Verb: "pause", Args: "{}"})
		if err != nil {
			return err
		}
		if err := tx.SkipIDs(now); err != nil {
			return err
		}
		after, err := tx.Ask(ledger.Request{At: now, By: "test", Verb: "pause", Args: "{}"})
		if err != nil {
			return err
		}
		mail, _, err := tx.KeepMail(ledger.Mail{Identity: "first", ReceivedAt: now, ReadAt: now})
		if err != nil {
			return err
		}
		person, err := tx.NextPersonID()
		if err != nil {
			return err
		}
		again, err := tx.NextEnrolmentID(now)
		for _, id := range []int64{after, mail, person, again} {
			if id <= now.UnixMicro() || id <= before {
				t.Errorf("ids go on with %d, %d, %d and %d", after, mail, person, again)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What was set aside before is never written over, though the clock stands still.
func TestReplaceKeepsEveryLedger(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, now := filepath.Join(dir, "ledger.db"), time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC)
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	write("ledger.db", "0")
	for i := range 3 {
		kept, err := ledger.Replace(write("part", strconv.Itoa(i+1)), path, now)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := os.ReadFile(kept); err != nil || string(text) != strconv.Itoa(i) {
			t.Errorf("kept in %s is %q, want %d: %v", kept, text, i, err)
		}
	}
	if left, err := filepath.Glob(path + ".before-*"); err != nil || len(left) != 3 {
		t.Errorf("kept are %q: %v", left, err)
	}
}
