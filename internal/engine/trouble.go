package engine

import (
	"context"
	"fmt"
	"time"

	"followupd/internal/ledger"
)

// troubleAfter is how long a mailbox may be out of reach before its owner is
// told. Nothing is sent from it meanwhile.
const troubleAfter = time.Hour

// outOfReach tells the owner, once for each time, of a mailbox that can't be
// read or whose server takes no mail.
func (b *box) outOfReach(ctx context.Context) error {
	b.mu.Lock()
	problem, since, sending, sendingSince := b.problem, b.since, b.smtpProblem, b.smtpSince
	b.mu.Unlock()
	now := b.engine.now()
	if problem != "" && now.Sub(since) >= troubleAfter {
		text := fmt.Sprintf("The mailbox %s can't be read since %s: %s\n\nNothing is sent from it until it can be read again. To see what is wrong: followupd doctor", b.Name, since.In(b.Zone).Format("Monday 15:04"), problem)
		if err := b.engine.trouble(ctx, b.Name, fmt.Sprintf("unread:%s:%d", b.Name, since.Unix()), text); err != nil {
			return err
		}
	}
	if sending != "" && now.Sub(sendingSince) >= troubleAfter {
		text := fmt.Sprintf("The server for outgoing mail of %s can't be reached since %s: %s\n\nWhat is due waits. To see what is wrong: followupd doctor", b.Name, sendingSince.In(b.Zone).Format("Monday 15:04"), sending)
		return b.engine.trouble(ctx, b.Name, fmt.Sprintf("unsent:%s:%d", b.Name, sendingSince.Unix()), text)
	}
	return nil
}

// trouble queues a mail that tells of something that concerns no person.
func (e *Engine) trouble(ctx context.Context, mailbox, key, text string) error {
	err := e.ledger.Write(ctx, func(t *ledger.Tx) error {
		known, err := t.ToldOf(key)
		if err != nil || known {
			return err
		}
		m, err := e.herald.Trouble(t, mailbox, key, text, e.now())
		if err != nil {
			return err
		}
		return t.Tell(m)
	})
	nudge(e.told)
	return err
}
