package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// OutState is where a mail to a prospect stands.
type OutState string

// The closed set of states of an outbox row. From marked on it may have gone
// out, and the daemon never sends it again.
const (
	OutQueued    OutState = "queued"
	OutSending   OutState = "sending" // bytes committed, DATA not begun
	OutMarked    OutState = "marked"  // DATA was about to begin
	OutSent      OutState = "sent"
	OutFailed    OutState = "failed" // refused for good
	OutUncertain OutState = "uncertain"
	OutCancelled OutState = "cancelled"

	OutDrafting    OutState = "drafting"    // to be put into the owner's Drafts
	OutDrafted     OutState = "drafted"     // it lies there, or did
	OutWithdrawing OutState = "withdrawing" // to be taken back from there
)

// Out is one mail to a prospect. There is one for each enrolment and step.
type Out struct {
	ID, Person, Enrolment int64
	Step, Mailbox         string
	Sequence, Recipient   string
	State                 OutState
	Value                 string
	MessageID, PublicID   string // without angle brackets
	Token                 string // one more id of ours, for References
	Subject               string
	Bytes                 []byte
	SHA256, BodySHA256    string
	Attempts              int
	QueuedAt, NotBefore   time.Time
	MarkedAt, SettledAt   time.Time
	SeenAt                time.Time
	Answer                string
	First                 bool      // nothing of the enrolment went out before
	Unsubscribe           string    // what its List-Unsubscribe has an opt-out say
	GoneAt                time.Time // of a draft: when it was first missed in Drafts
	SentRef               int64     // of a draft: the owner's mail in Sent that it may have become
	Replaces              string    // of a draft: the SHA256 of those before it that may still lie in Drafts, apart by spaces
}

// ThreadID is the id that the prospect's mail client knows the mail by.
func (o Out) ThreadID() string {
	if o.PublicID != "" {
		return o.PublicID
	}
	return o.MessageID
}

// Went says whether the mail is known to have gone out. A draft of it may still have
// to be taken back.
func (o Out) Went() bool {
	return o.State == OutSent || o.State == OutWithdrawing && !o.MarkedAt.IsZero()
}

const outColumns = `id, person_id, enrolment_id, step, mailbox, sequence, recipient, state, value, message_id, token, public_id, subject,
	bytes, sha256, body_sha256, attempts, queued_at, not_before, marked_at, settled_at, seen_at, answer, first, unsubscribe, gone_at, sent_ref, replaces`

// ErrMayBeOut says that a mail went out, or may have: it is not queued again.
var ErrMayBeOut = errors.New("it may have gone out already")

// Queue claims a step for sending. A step that was sent or may have been sent
// can't be claimed again: that is ErrMayBeOut, and the last of the walls between
// a prospect and a double mail. One that was taken back or refused can.
func (t *Tx) Queue(o Out) error {
	n, err := t.exec(`INSERT INTO outbox (person_id, enrolment_id, step, mailbox, sequence, recipient, state, value, message_id, token, queued_at, first, domain, unsubscribe)
		VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (enrolment_id, step) DO UPDATE SET state = 'queued', recipient = excluded.recipient, domain = excluded.domain, value = excluded.value, first = excluded.first,
			queued_at = excluded.queued_at, bytes = NULL, not_before = 0, marked_at = 0, settled_at = 0, answer = ''
		WHERE outbox.state IN ('cancelled', 'queued') AND outbox.marked_at = 0 OR outbox.state = 'failed'`,
		o.Person, o.Enrolment, o.Step, o.Mailbox, o.Sequence, o.Recipient, o.Value, o.MessageID, o.Token, nanos(o.QueuedAt), o.First, Domain(o.Recipient), o.Unsubscribe)
	if err == nil && n == 0 {
		err = fmt.Errorf("step %q of enrolment %d: %w", o.Step, o.Enrolment, ErrMayBeOut)
	}
	return err
}

// Book notes a mail that went out, and not from this ledger, as sent: its step
// can't be claimed any more. A row of the step that was taken back is that mail's from
// then on, of a draft as soon as it is gone from Drafts; any other stays as it is.
func (t *Tx) Book(o Out) error {
	_, err := t.exec(`INSERT INTO outbox (person_id, enrolment_id, step, mailbox, sequence, recipient, state, value, message_id, token, public_id, subject, bytes, body_sha256,
			queued_at, marked_at, settled_at, seen_at, answer, first, domain, unsubscribe)
		VALUES (?, ?, ?, ?, ?, ?, 'sent', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (enrolment_id, step) DO UPDATE SET state = CASE outbox.state WHEN 'withdrawing' THEN 'withdrawing' ELSE 'sent' END,
			recipient = excluded.recipient, domain = excluded.domain, value = excluded.value, public_id = excluded.public_id, subject = excluded.subject,
			bytes = excluded.bytes, sha256 = CASE outbox.state WHEN 'withdrawing' THEN outbox.sha256 ELSE '' END, body_sha256 = excluded.body_sha256, queued_at = excluded.queued_at, not_before = 0,
			marked_at = excluded.marked_at, settled_at = excluded.settled_at, seen_at = excluded.seen_at, answer = excluded.answer, first = excluded.first
		WHERE outbox.state IN ('cancelled', 'withdrawing') AND outbox.marked_at = 0`,
		o.Person, o.Enrolment, o.Step, o.Mailbox, o.Sequence, o.Recipient, o.Value, o.MessageID, o.Token, o.PublicID, o.Subject, o.Bytes, o.BodySHA256,
		nanos(o.SettledAt), nanos(o.SettledAt), nanos(o.SettledAt), nanos(o.SeenAt), o.Answer, o.First, Domain(o.Recipient), o.Unsubscribe)
	return err
}

// Unmark lets a mail in doubt be sent again, by the owner's word alone.
func (t *Tx) Unmark(enrolment int64, step string) error {
	_, err := t.exec(`UPDATE outbox SET state = 'cancelled', marked_at = 0, settled_at = 0
		WHERE enrolment_id = ? AND step = ? AND state IN ('uncertain', 'marked')`, enrolment, step)
	return err
}

// Cancel takes a mail back whose DATA has not begun, or a draft that was not sent.
func (t *Tx) Cancel(enrolment int64, step string, at time.Time) error {
	_, err := t.exec(`UPDATE outbox SET settled_at = ?, state = CASE WHEN state IN ('drafting', 'drafted') THEN 'withdrawing' ELSE 'cancelled' END
		WHERE enrolment_id = ? AND step = ? AND state IN ('queued', 'sending', 'drafting', 'drafted')`, nanos(at), enrolment, step)
	return err
}

// Commit commits a mail's bytes before its first attempt, or begins another
// attempt with the bytes that it has.
func (t *Tx) Commit(id int64, subject string, bytes []byte, sha, bodySHA string) error {
	n, err := t.exec(`UPDATE outbox SET state = 'sending', subject = ?, bytes = ?, sha256 = ?, body_sha256 = ?, attempts = attempts + 1
		WHERE id = ? AND state = 'queued' AND marked_at = 0`, subject, bytes, sha, bodySHA, id)
	return exactlyOne(n, err, "mail %d is not queued", id)
}

// Requeue puts a mail that certainly did not go out back into the queue.
func (t *Tx) Requeue(id int64, notBefore time.Time, answer string) error {
	_, err := t.exec(`UPDATE outbox SET state = 'queued', marked_at = 0, not_before = ?, answer = ? WHERE id = ? AND state IN ('queued', 'sending', 'marked')`,
		nanos(notBefore), answer, id)
	return err
}

// Mark notes, just before DATA, that the mail may be out from now on.
func (t *Tx) Mark(id int64, at time.Time) error {
	n, err := t.exec("UPDATE outbox SET state = 'marked', marked_at = ? WHERE id = ? AND state = 'sending'", nanos(at), id)
	return exactlyOne(n, err, "mail %d is not being sent", id)
}

// Settle notes how a submission ended: sent, failed or uncertain.
func (t *Tx) Settle(id int64, state OutState, answer string, at time.Time) error {
	_, err := t.exec("UPDATE outbox SET state = ?, answer = ?, settled_at = ? WHERE id = ?", string(state), answer, nanos(at), id)
	return err
}

// Seen notes that a mail of ours was seen in Sent, and under which id.
func (t *Tx) Seen(id int64, publicID string, at time.Time) error {
	_, err := t.exec("UPDATE outbox SET seen_at = CASE seen_at WHEN 0 THEN ? ELSE seen_at END, public_id = CASE ? WHEN '' THEN public_id ELSE ? END WHERE id = ?",
		nanos(at), publicID, publicID, id)
	return err
}

// Unsee takes back that a mail was seen, where no other id of it became known.
func (t *Tx) Unsee(id int64) error {
	_, err := t.exec("UPDATE outbox SET seen_at = 0 WHERE id = ? AND (public_id IS NULL OR public_id = '')", id)
	return err
}

func exactlyOne(n int64, err error, format string, args ...any) error {
	if err == nil && n != 1 {
		return fmt.Errorf(format, args...)
	}
	return err
}

// Out reads one mail; ErrNotFound where there is none.
func (t *Tx) Out(id int64) (Out, error) { return t.firstOut("WHERE id = ?", id) }

// OutOf is the mail of a step.
func (t *Tx) OutOf(enrolment int64, step string) (Out, error) {
	return t.firstOut("WHERE enrolment_id = ? AND step = ?", enrolment, step)
}

// OutByAnyID finds a mail by our id, by our token or by the id that a server
// gave it. A draft to somebody forgotten is nobody's.
func (t *Tx) OutByAnyID(id string) (Out, error) {
	return t.firstOut("WHERE (message_id = ?1 OR token = ?1 OR (public_id = ?1 AND public_id <> '')) AND person_id <> 0", id)
}

// OutByUnsubscribe finds a mail by what its List-Unsubscribe has an opt-out say.
func (t *Tx) OutByUnsubscribe(token string) (Out, error) {
	return t.firstOut("WHERE unsubscribe = ? AND unsubscribe <> ''", token)
}

func (t *Tx) firstOut(where string, args ...any) (Out, error) {
	found, err := t.outs(where+" LIMIT 1", args...)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Out{}, err
	}
	return found[0], nil
}

// OutByContent finds a mail to a recipient with that subject and body, marked
// within an hour of at: how a copy in Sent whose ids were all rewritten is known.
func (t *Tx) OutByContent(recipient, subject, bodySHA string, at time.Time) (Out, error) {
	return t.firstOut(`WHERE recipient = ? AND subject = ? AND body_sha256 = ? AND marked_at BETWEEN ? AND ?`,
		recipient, subject, bodySHA, nanos(at.Add(-time.Hour)), nanos(at.Add(time.Hour)))
}

// OpenOuts are a mailbox's mails in that state, in the order of queueing.
func (t *Tx) OpenOuts(mailbox string, state OutState) ([]Out, error) {
	return t.outs("WHERE mailbox = ? AND state = ? ORDER BY queued_at, id", mailbox, string(state))
}

// Queued is a page of a mailbox's queued mails: follow-ups before first mails,
// then in the order of queueing. It begins behind the mail after, or with the
// first where that is nil, and leaves out mails to the domains of except.
func (t *Tx) Queued(mailbox string, limit int, after *Out, except []string) ([]Out, error) {
	if after == nil {
		after = &Out{ID: -1}
	}
	domains, err := json.Marshal(append([]string{}, except...)) // nil would be null, which nothing is other than
	if err != nil {
		return nil, err
	}
	return t.outs(`WHERE mailbox = ? AND state = 'queued' AND (first, queued_at, id) > (?, ?, ?) AND domain NOT IN (SELECT value FROM json_each(?))
		ORDER BY first, queued_at, id LIMIT ?`, mailbox, after.First, nanos(after.QueuedAt), after.ID, string(domains), limit)
}

// Unseen are a mailbox's mails that were sent before then and of which no copy
// was seen in Sent.
func (t *Tx) Unseen(mailbox string, before time.Time, limit int) ([]Out, error) {
	return t.outs("WHERE mailbox = ? AND state = 'sent' AND seen_at = 0 AND settled_at <= ? AND bytes IS NOT NULL ORDER BY settled_at LIMIT ?", mailbox, nanos(before), limit)
}

// EnrolmentOuts are the mails of an enrolment, in the order of queueing.
func (t *Tx) EnrolmentOuts(enrolment int64) ([]Out, error) {
	return t.outs("WHERE enrolment_id = ? ORDER BY queued_at, id", enrolment)
}

// WrittenSince are the mails that went, or may have gone, to a recipient since then.
func (t *Tx) WrittenSince(recipient string, since time.Time) ([]Out, error) {
	return t.outs("WHERE recipient = ? AND settled_at >= ? AND state IN ('sent', 'uncertain') ORDER BY settled_at", recipient, nanos(since))
}

// LastTo is the last mail of a mailbox that went, or may have gone, to a person by
// a moment; ErrNotFound where there is none.
func (t *Tx) LastTo(person int64, mailbox string, at time.Time) (Out, error) {
	return t.firstOut("WHERE person_id = ? AND person_id > 0 AND mailbox = ? AND settled_at <= ? AND state IN ('sent', 'uncertain') ORDER BY settled_at DESC, id DESC", person, mailbox, nanos(at))
}

// SentTimes are the moments of a mailbox's submissions since then, oldest
// first: what is or may be out counts against the caps.
func (t *Tx) SentTimes(mailbox string, since time.Time) ([]time.Time, error) {
	var out []time.Time
	err := t.each(`SELECT settled_at FROM outbox WHERE mailbox = ? AND settled_at >= ?
		AND state IN ('sent', 'uncertain') ORDER BY settled_at`, []any{mailbox, nanos(since)}, func(scan func(...any) error) error {
		var at int64
		if err := scan(&at); err != nil {
			return err
		}
		out = append(out, fromNanos(at))
		return nil
	})
	return out, err
}

// FewerSent says whether fewer than n mails of a mailbox were submitted since
// then, as SentTimes counts them.
func (t *Tx) FewerSent(mailbox string, since time.Time, n int) (bool, error) {
	var sent int
	err := t.one(`SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE mailbox = ? AND settled_at >= ? AND state IN ('sent', 'uncertain') LIMIT ?)`,
		[]any{mailbox, nanos(since), n}, &sent)
	return sent < n, err
}

// SentTo are the moments of submissions to a domain since then, oldest first, from
// whichever mailbox: who gets them there knows of no mailboxes. One that is marked
// counts from then on, so that of two mailboxes that come to the last place
// together only one gets it.
func (t *Tx) SentTo(domain string, since time.Time) ([]time.Time, error) {
	var out []time.Time
	err := t.each(`SELECT settled_at AS at FROM outbox WHERE domain = ?1 AND settled_at >= ?2 AND state IN ('sent', 'uncertain')
		UNION ALL SELECT marked_at FROM outbox WHERE domain = ?1 AND settled_at = 0 AND state = 'marked'
		ORDER BY at`, []any{domain, nanos(since)}, func(scan func(...any) error) error {
		var at int64
		if err := scan(&at); err != nil {
			return err
		}
		out = append(out, fromNanos(at))
		return nil
	})
	return out, err
}

// DaysSent counts the days, in a zone, on which mails of a mailbox went out, or
// may have, from the first one on and at most most of them; last is when the
// first mail of the last of them did. It looks at one mail a day, however many went out.
func (t *Tx) DaysSent(mailbox string, zone *time.Location, most int) (days int, last time.Time, err error) {
	from := time.Unix(0, 1)
	for days < most {
		var at int64
		err := t.one(`SELECT settled_at FROM outbox WHERE mailbox = ? AND settled_at >= ? AND state IN ('sent', 'uncertain')
			ORDER BY settled_at LIMIT 1`, []any{mailbox, nanos(from)}, &at)
		if errors.Is(err, ErrNotFound) {
			break
		}
		if err != nil {
			return days, last, err
		}
		last = fromNanos(at)
		y, m, d := last.In(zone).Date()
		from = time.Date(y, m, d+1, 0, 0, 0, 0, zone)
		days++
	}
	return days, last, nil
}

// CameBack notes of an enrolment's first mail that the address proved
// unreachable.
func (t *Tx) CameBack(enrolment int64, at time.Time) error {
	_, err := t.exec("UPDATE outbox SET bounced_at = ? WHERE enrolment_id = ? AND first = 1 AND bounced_at = 0", nanos(at), enrolment)
	return err
}

// CountBounced looks at a mailbox's last first mails since then, at most most
// of them: how many there are, and how many of their addresses proved
// unreachable.
func (t *Tx) CountBounced(mailbox string, since time.Time, most int) (first, bounced int, err error) {
	err = t.one(`SELECT COUNT(*), COALESCE(SUM(bounced_at > 0), 0) FROM (SELECT bounced_at FROM outbox WHERE mailbox = ? AND first = 1 AND settled_at > ?
		AND (state IN ('sent', 'uncertain') OR bounced_at > 0) ORDER BY settled_at DESC LIMIT ?)`, []any{mailbox, nanos(since), most}, &first, &bounced)
	return first, bounced, err
}

func (t *Tx) outs(where string, args ...any) ([]Out, error) {
	var out []Out
	err := t.each("SELECT "+outColumns+" FROM outbox "+where, args, func(scan func(...any) error) error {
		var o Out
		var queued, notBefore, marked, settled, seen, gone int64
		if err := scan(&o.ID, &o.Person, &o.Enrolment, &o.Step, &o.Mailbox, &o.Sequence, &o.Recipient, (*string)(&o.State), &o.Value,
			&o.MessageID, &o.Token, &o.PublicID, &o.Subject, &o.Bytes, &o.SHA256, &o.BodySHA256, &o.Attempts,
			&queued, &notBefore, &marked, &settled, &seen, &o.Answer, &o.First, &o.Unsubscribe, &gone, &o.SentRef, &o.Replaces); err != nil {
			return err
		}
		o.QueuedAt, o.NotBefore, o.MarkedAt = fromNanos(queued), fromNanos(notBefore), fromNanos(marked)
		o.SettledAt, o.SeenAt, o.GoneAt = fromNanos(settled), fromNanos(seen), fromNanos(gone)
		out = append(out, o)
		return nil
	})
	return out, err
}
