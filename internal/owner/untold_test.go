package owner_test

import (
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
)

// A mail to the owner that is to go out in some minutes, with others, is no
// trouble; one that should be out, or was refused, is.
func TestUntold(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 10:00")
	w.write(func(tx *ledger.Tx) error {
		for _, m := range []ledger.OwnerMail{
			{Key: "gathered", DueAt: w.now.Add(5 * time.Minute), Gather: ledger.GatherAnswer},
			{Key: "late"},
			{Key: "refused"},
		} {
			m.Mailbox, m.Recipient, m.MessageID, m.Subject, m.Bytes, m.CreatedAt = "ana", "ana@lima.example", m.Key, m.Key, []byte("x"), w.now
			if err := tx.Tell(m); err != nil {
				return err
			}
		}
		due, err := tx.ToTell(w.now, 10)
		if err != nil {
			return err
		}
		return tx.NotTold(due[1].ID, "connection refused", w.now, w.now.Add(time.Hour))
	})
	for after, want := range map[time.Duration]int{time.Minute: 2, 6 * time.Minute: 3} {
		w.write(func(tx *ledger.Tx) error {
			now := w.now.Add(after)
			s, err := owner.Gather(tx, owner.New(options(t)).View(now, now.AddDate(0, 0, -7)))
			if len(s.Untold) != want {
				t.Errorf("after %s %d mails are told of as waiting, want %d: %+v", after, len(s.Untold), want, s.Untold)
			}
			return err
		})
	}
}
