package owner_test

import (
	"strings"
	"testing"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/sequences"
)

// A draft is sent from Drafts: no mail offers a word that says yes to it.
func TestNoYesToADraft(t *testing.T) {
	t.Parallel()
	for approval, want := range map[sequences.Approval]bool{sequences.ApprovalAsk: true, sequences.ApprovalDraft: false} {
		w, dana := opened(t)
		w.plan.Mailboxes["ana"] = sequences.Mailbox{Zone: "Europe/Madrid", Approval: approval}
		w.queue(dana)
		w.store()
		var m ledger.OwnerMail
		w.write(func(tx *ledger.Tx) (err error) {
			m, err = owner.New(options(t)).Report(tx, "asked", options(t).Email, w.now.AddDate(0, 0, -7), w.now, w.now)
			return err
		})
		_, body := parsed(t, m.Bytes)
		if !strings.Contains(body, "Dana") || strings.Contains(body, "approve 1") != want {
			t.Errorf("with approval %s, “approve 1” is offered: %t, want %t\n%s", approval, !want, want, body)
		}
	}
}
