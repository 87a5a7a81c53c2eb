package owner_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/report"
)

// Hand-overs that the owner's program doesn't take are told of while they are
// tried; those that were never tried, or were taken, are not.
func TestUnposted(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 10:00")
	w.write(func(tx *ledger.Tx) error {
		for i, key := range []string{"taken", "new", "down"} {
			if err := tx.AddHook(ledger.Hook{Key: key, Person: 1, Body: []byte("{}"), CreatedAt: w.now.Add(time.Duration(i) * time.Minute)}); err != nil {
				return err
			}
		}
		due, err := tx.Hooks(w.now.Add(time.Hour), 10)
		if err != nil {
			return err
		}
		if err := tx.HookDone(due[0].ID, "", w.now); err != nil {
			return err
		}
		return tx.HookFailed(due[2].ID, "connection refused", w.now.Add(time.Hour))
	})
	w.write(func(tx *ledger.Tx) error {
		h := owner.New(options(t))
		s, err := owner.Gather(tx, h.View(w.now.Add(time.Hour), w.now.AddDate(0, 0, -7)))
		if err != nil {
			return err
		}
		if s.Unposted == nil || s.Unposted.N != 1 {
			t.Fatalf("unposted %+v", s.Unposted)
		}
		screen := strings.Join(strings.Fields(report.Status(s, report.Screen{})), " ")
		if !strings.Contains(screen, "1 hand-over could not be posted to your webhook since Thu 19 Nov, 10:02, and is tried again for three days: connection refused. More: followupd doctor") {
			t.Errorf("status says\n%s", screen)
		}
		past, err := owner.Gather(tx, h.Span(w.now.Add(time.Hour), w.now.AddDate(0, 0, -14), w.now.AddDate(0, 0, -7)))
		if past.Unposted != nil {
			t.Errorf("the report of a past week tells of %+v", past.Unposted)
		}
		return err
	})
}
