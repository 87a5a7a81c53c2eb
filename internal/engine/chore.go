package engine

import (
	"context"
	"fmt"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

// Handover is what is done about an answer that is the owner's to answer, but
// for telling them. By default nothing is.
type Handover struct {
	Flag   string // set on the answer
	CopyTo string // the folder that it is copied to
	Draft  bool   // a ready answer is put into Drafts
	// RemindAfter is how long after they were told the owner is reminded, once,
	// of an answer that waits for them; 0: never.
	RemindAfter time.Duration
	// Group is for how long after they were told of something the owner is told
	// of more only when it ends, in one mail; 0: of each at once.
	Group time.Duration
}

// choreTries is how often a chore is tried, with waits of up to an hour between:
// for about two days.
const choreTries = 50

// handOver notes what is to be done in the mailbox about an answer.
func (e *Engine) handOver(t *ledger.Tx, a Announcement) error {
	b := e.box(a.Mailbox)
	if b == nil || a.Mail == nil || a.Entry.Event.Kind != sequences.EvMail || a.Mail.Kind != string(replies.KindReply) {
		return nil
	}
	switch a.Notice {
	case sequences.NoticeAnswer, sequences.NoticeLater, sequences.NoticeDoubt:
	default:
		return nil
	}
	chore := ledger.Chore{Mailbox: b.Name, Person: a.Person.ID, Folder: a.Mail.Folder, UIDValidity: a.Mail.UIDValidity, UID: a.Mail.UID}
	add := func(kind ledger.ChoreKind, target string, bytes []byte) error {
		c := chore
		c.Key, c.Kind, c.Target, c.Bytes = fmt.Sprintf("%s/%s", a.Entry.Event.ID, kind), kind, target, bytes
		return t.AddChore(c, a.Entry.At)
	}
	if b.Handover.Flag != "" {
		if err := add(ledger.ChoreFlag, b.Handover.Flag, nil); err != nil {
			return err
		}
	}
	if b.Handover.CopyTo != "" {
		if err := add(ledger.ChoreCopy, b.Handover.CopyTo, nil); err != nil {
			return err
		}
	}
	if !b.Handover.Draft {
		return nil
	}
	bytes, err := e.herald.Answer(t, a)
	if err != nil || bytes == nil {
		return err
	}
	return add(ledger.ChoreDraft, "", bytes)
}

// doChores does what is to be done in the mailbox. A chore that fails is tried
// again, later and later; none of them holds up another.
func (b *box) doChores(ctx context.Context) error {
	if b.unread() {
		return nil
	}
	now := b.engine.now().UTC()
	var open []ledger.Chore
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		open, err = t.Chores(b.Name, now)
		return err
	})
	for i := range open {
		if err != nil {
			return err
		}
		failed := b.doChore(ctx, &open[i])
		err = b.engine.ledger.Write(context.WithoutCancel(ctx), func(t *ledger.Tx) error {
			switch c := open[i]; {
			case failed == nil:
				return t.ChoreDone(c.ID, "", now)
			case c.Attempts+1 >= choreTries:
				return t.ChoreDone(c.ID, clip(failed.Error(), 300), now)
			default:
				return t.ChoreFailed(c.ID, clip(failed.Error(), 300), now.Add(min(time.Minute<<min(c.Attempts, 6), time.Hour)))
			}
		})
		if failed != nil {
			b.engine.log.Warn("something to be done in the mailbox failed", "mailbox", b.Name, "chore", open[i].ID, "what", open[i].Kind, "error", failed)
		}
	}
	return err
}

func (b *box) doChore(ctx context.Context, c *ledger.Chore) error {
	place := mailbox.Place{Folder: c.Folder, UIDValidity: c.UIDValidity, UID: c.UID}
	switch c.Kind {
	case ledger.ChoreFlag:
		return b.watcher.Flag(ctx, place, c.Target)
	case ledger.ChoreCopy:
		return b.watcher.Copy(ctx, place, c.Target)
	}
	return b.putAnswer(ctx, c)
}

// putAnswer puts a ready answer into Drafts, once: one that a crash left
// unnoted is found there by its id.
func (b *box) putAnswer(ctx context.Context, c *ledger.Chore) error {
	h, err := mailHeader(c.Bytes)
	if err != nil {
		return fmt.Errorf("draft %d: %w", c.ID, err)
	}
	drafts, err := b.watcher.Drafts(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(drafts, func(d mailbox.Draft) bool { return d.Header.Get("Message-Id") == h.Get("Message-Id") }) {
		return nil
	}
	return b.watcher.Append(ctx, mailbox.RoleDrafts, c.Bytes, []string{`\Draft`, `\Seen`}, b.engine.now())
}
