package engine

import (
	"context"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// remindAfter is how long after it reached them the owner is reminded of what
// is announced; 0 where they are not. What a colleague wrote, or what the owner
// said themselves, needs no answer to the person.
func (e *Engine) remindAfter(a Announcement) time.Duration {
	b := e.box(a.Mailbox)
	if b == nil || a.Entry.Event.Kind != sequences.EvMail {
		return 0
	}
	switch a.Notice {
	case sequences.NoticeAnswer, sequences.NoticeDoubt:
		return b.Handover.RemindAfter
	}
	return 0
}

// remind has the owner told once more, and never again, of what still waits
// for them. What can't be told is tried again with the next round, and holds up
// nothing else.
func (e *Engine) remind(ctx context.Context) error {
	var due []ledger.OwnerMail
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		due, err = t.ToRemind(e.now(), batch)
		return err
	})
	if err != nil {
		return fmt.Errorf("find what the owner is to be reminded of: %w", err)
	}
	for i := range due {
		err := e.transact(ctx, func(t *ledger.Tx, done *committed) error { return e.remindOf(t, &due[i], done) })
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			e.log.Error("the owner can't be reminded; it is tried again", "mail", due[i].ID, "error", err)
		}
	}
	return nil
}

func (e *Engine) remindOf(t *ledger.Tx, m *ledger.OwnerMail, done *committed) error {
	if err := t.Reminded(m.ID); err != nil {
		return err
	}
	kept, err := t.Decided(m.Event)
	if err != nil || !kept {
		return err // nothing is known of it any more
	}
	// Whatever the owner said of the person since shows that they know.
	said, err := t.OrderedSince(m.Person, m.Event)
	if err != nil || said {
		return err
	}
	_, err = e.decide(t, sequences.Event{ID: "remind:" + m.Event, Kind: sequences.EvRemind, At: e.now().UTC(), Person: m.Person, Of: m.Event}, done)
	return err
}
