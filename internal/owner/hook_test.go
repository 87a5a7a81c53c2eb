package owner_test

import (
	"encoding/json"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
)

// What the owner's program gets says who wrote what, and has the same id
// whenever it is made.
func TestHookTellsOfTheHandover(t *testing.T) {
	t.Parallel()
	w, id := opened(t)
	m := reply(replies.IntentQuestion, said("question.en", "What does it cost?"))
	m.Signals = []replies.Signal{replies.SignalNextDate}
	w.arrive(id, m, "What does it cost?", named(t, "2026-11-24 14:00", "", nil))
	var made [2][]byte
	w.write(func(tx *ledger.Tx) (err error) {
		for i := range made {
			if made[i], err = owner.New(options(t)).Hook(tx, w.told[len(w.told)-1]); err != nil {
				return err
			}
		}
		return nil
	})
	var got owner.Hook
	if err := json.Unmarshal(made[0], &got); err != nil || string(made[0]) != string(made[1]) {
		t.Fatalf("%v: %s and %s", err, made[0], made[1])
	}
	if got.Notice != "answer" || got.ID == "" || got.Words != "What does it cost?" || got.Intent != "question" || got.Person != (owner.HookPerson{Name: "Dana Reyes", Address: "dana@acme.example", Company: "Acme Fasteners"}) ||
		len(got.Signals) != 1 || got.Standing == "" || got.Next == "" || got.Why == "" || got.Subject != "Dana Reyes asks something" {
		t.Errorf("%s", made[0])
	}
	if len(got.Dates) != 1 || got.Dates[0].At.Format(time.RFC3339) != "2026-11-24T14:00:00-05:00" || got.Dates[0].Guess {
		t.Errorf("dates %+v", got.Dates)
	}
}
