package ledger

import "time"

// Word is a mail in which the owner answered one of ours. It is taken in once,
// by its Message-ID, wherever copies of it lie.
type Word struct {
	ID         int64
	MessageID  string // without angle brackets
	Mailbox    string
	Mail       int64 // the OwnerMail that it answers
	Subject    string
	References string // as its header has them
	At         time.Time
	Lines      string // JSON: what it asks for; emptied once it is answered
}

// Hear stores a word of the owner's; fresh is false where one with its
// Message-ID was heard before.
func (t *Tx) Hear(w Word) (fresh bool, err error) {
	var id int64
	err = t.one(`INSERT INTO owner_words (message_id, mailbox, mail_id, subject, refs, at, lines) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (message_id) DO NOTHING RETURNING id`,
		[]any{w.MessageID, w.Mailbox, w.Mail, w.Subject, w.References, nanos(w.At), w.Lines}, &id)
	if err == ErrNotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	_, err = t.exec("DELETE FROM unproven_words WHERE message_id = ?", w.MessageID)
	return true, err
}

// Heard says whether a word with that Message-ID was taken in.
func (t *Tx) Heard(messageID string) (bool, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM owner_words WHERE message_id = ?", []any{messageID}, &n)
	return n > 0, err
}

// OpenWords are the words that no receipt was made for, oldest first.
func (t *Tx) OpenWords(limit int) ([]Word, error) {
	var out []Word
	err := t.each("SELECT id, message_id, mailbox, mail_id, subject, refs, at, lines FROM owner_words WHERE answered_at = 0 ORDER BY id LIMIT ?",
		[]any{limit}, func(scan func(...any) error) error {
			var w Word
			var at int64
			if err := scan(&w.ID, &w.MessageID, &w.Mailbox, &w.Mail, &w.Subject, &w.References, &at, &w.Lines); err != nil {
				return err
			}
			w.At = fromNanos(at)
			out = append(out, w)
			return nil
		})
	return out, err
}

// AnswerWord notes that a word needs no receipt any more: told says whether
// there is one. What it said isn't kept.
func (t *Tx) AnswerWord(id int64, told bool, at time.Time) error {
	_, err := t.exec("UPDATE owner_words SET answered_at = ?, told = ?, lines = '', subject = '', refs = '' WHERE id = ?", nanos(at), told, id)
	return err
}

// Receipts counts the words that were answered by a mail since then.
func (t *Tx) Receipts(since time.Time) (int, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM owner_words WHERE answered_at > ? AND told = 1", []any{nanos(since)}, &n)
	return n, err
}

// Unproven is a mail that answers one of ours to the owner, and that nothing
// proves to be the owner's.
type Unproven struct {
	Identity, MessageID string
	Mailbox, Sender     string
	At                  time.Time
	Why                 string
}

// Unproven notes a mail that can't be proven to be the owner's, once.
func (t *Tx) Unproven(u Unproven) error {
	_, err := t.exec("INSERT INTO unproven_words (identity, message_id, mailbox, sender, at, why) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		u.Identity, u.MessageID, u.Mailbox, u.Sender, nanos(u.At), u.Why)
	return err
}

// UnprovenBetween are those noted in [from, to), oldest first.
func (t *Tx) UnprovenBetween(from, to time.Time) ([]Unproven, error) {
	var out []Unproven
	err := t.each("SELECT identity, message_id, mailbox, sender, at, why FROM unproven_words WHERE at >= ? AND at < ? ORDER BY at, identity",
		[]any{nanos(from), nanos(to)}, func(scan func(...any) error) error {
			var u Unproven
			var at int64
			if err := scan(&u.Identity, &u.MessageID, &u.Mailbox, &u.Sender, &at, &u.Why); err != nil {
				return err
			}
			u.At = fromNanos(at)
			out = append(out, u)
			return nil
		})
	return out, err
}
