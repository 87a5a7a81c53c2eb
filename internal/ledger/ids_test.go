package ledger_test

import (
	"path/filepath"
	"testing"
	"time"

	"followupd/internal/ledger"
)

// Events are named by the ids of requests: one that was deleted is never given
// again, or what it named would be taken for dealt with.
func TestRequestIDsAreGivenOnce(t *testing.T) {
	t.Parallel()
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // it is only read from here on
	now := time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC)
	ask := func() (id int64) {
		err := l.Write(t.Context(), func(tx *ledger.Tx) (err error) {
			if id, err = tx.Ask(ledger.Request{At: now, By: "test", Verb: "pause", Args: "{}"}); err != nil {
				return err
			}
			return tx.Answer(id, "{}", now)
		})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	first := ask()
	if err := l.Write(t.Context(), func(tx *ledger.Tx) error { return tx.ForgetRequests(now.Add(time.Hour)) }); err != nil {
		t.Fatal(err)
	}
	if again := ask(); again <= first {
		t.Errorf("request %d comes after request %d", again, first)
	}
}
