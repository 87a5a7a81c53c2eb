package ledger

import (
	"fmt"
	"time"
)

// Draft claims a step whose mail is to lie in the owner's Drafts, with its
// bytes. One that may be out is ErrMayBeOut, as for Queue. Where an earlier one of
// that step was still to be taken back, the row says so in Replaces.
func (t *Tx) Draft(o Out) error {
	n, err := t.exec(`INSERT INTO outbox (person_id, enrolment_id, step, mailbox, sequence, recipient, state, value, message_id, token, queued_at,
			first, domain, unsubscribe, subject, bytes, sha256, body_sha256)
		VALUES (?, ?, ?, ?, ?, ?, 'drafting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (enrolment_id, step) DO UPDATE SET state = 'drafting', recipient = excluded.recipient, domain = excluded.domain, value = excluded.value, queued_at = excluded.queued_at,
			subject = excluded.subject, bytes = excluded.bytes, sha256 = excluded.sha256, body_sha256 = excluded.body_sha256,
			settled_at = 0, gone_at = 0, sent_ref = 0, answer = '',
			replaces = CASE outbox.state WHEN 'withdrawing' THEN outbox.sha256 || ' ' || outbox.replaces ELSE '' END
		WHERE outbox.state IN ('cancelled', 'withdrawing') AND outbox.marked_at = 0`,
		o.Person, o.Enrolment, o.Step, o.Mailbox, o.Sequence, o.Recipient, o.Value, o.MessageID, o.Token, nanos(o.QueuedAt), o.First, Domain(o.Recipient),
		o.Unsubscribe, o.Subject, o.Bytes, o.SHA256, o.BodySHA256)
	if err == nil && n == 0 {
		err = fmt.Errorf("step %q of enrolment %d: %w", o.Step, o.Enrolment, ErrMayBeOut)
	}
	return err
}

// Drafts are a mailbox's drafts that something is to be done about, or that
// somebody may send.
func (t *Tx) Drafts(mailbox string) ([]Out, error) {
	return t.outs("WHERE mailbox = ? AND state IN ('drafting', 'drafted', 'withdrawing') ORDER BY id", mailbox)
}

// DraftTo is the draft to a person that lies, or lay, in a mailbox's Drafts;
// ErrNotFound where there is none.
func (t *Tx) DraftTo(mailbox string, person int64) (Out, error) {
	return t.firstOut("WHERE mailbox = ? AND state = 'drafted' AND person_id = ?", mailbox, person)
}

// Drafted notes that a draft lies in Drafts.
func (t *Tx) Drafted(id int64) error {
	_, err := t.exec("UPDATE outbox SET state = 'drafted', replaces = '' WHERE id = ? AND state = 'drafting'", id)
	return err
}

// DraftGone notes since when a draft is missed (zero: it is there), and which
// mail of the owner it may have become (0: none).
func (t *Tx) DraftGone(id int64, since time.Time, mail int64) error {
	_, err := t.exec("UPDATE outbox SET gone_at = ?, sent_ref = ? WHERE id = ?", nanos(since), mail, id)
	return err
}

// Withdrawn notes that a draft was taken back, or why it needn't be. Of one to
// somebody forgotten nothing is kept; one whose step went out without it is that mail.
func (t *Tx) Withdrawn(id int64, why string, at time.Time) error {
	if n, err := t.exec("DELETE FROM outbox WHERE id = ? AND person_id = 0", id); err != nil || n > 0 {
		return err
	}
	if n, err := t.exec("UPDATE outbox SET state = 'sent' WHERE id = ? AND marked_at > 0", id); err != nil || n > 0 {
		return err
	}
	return t.Settle(id, OutCancelled, why, at)
}
