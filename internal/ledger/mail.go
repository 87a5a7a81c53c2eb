package ledger

import "time"

// Mail is one mail that was read. Reading is its verdict as JSON; NewText is
// kept only where it concerns a person.
type Mail struct {
	ID               int64
	Identity         string // of all copies of one mail
	Mailbox, Folder  string
	Role             string
	UIDValidity, UID uint32
	MessageID        string
	ReceivedAt       time.Time
	ReadAt           time.Time
	Sender, Subject  string
	Route            string // "" where it concerns nobody known
	Person           int64
	Kind, Intent     string
	NewText, Reading string
}

// KeepMail stores a mail and gives its number; fresh is false when a copy of
// it was read before.
func (t *Tx) KeepMail(m Mail) (id int64, fresh bool, err error) {
	err = t.one(`INSERT INTO mails (identity, mailbox, folder, uidvalidity, uid, role, message_id, received_at, read_at, sender, subject, route,
		person_id, kind, intent, new_text, reading) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (identity) DO NOTHING RETURNING id`,
		[]any{m.Identity, m.Mailbox, m.Folder, m.UIDValidity, m.UID, m.Role, m.MessageID, nanos(m.ReceivedAt), nanos(m.ReadAt), m.Sender, m.Subject,
			m.Route, m.Person, m.Kind, m.Intent, m.NewText, m.Reading}, &id)
	if err == ErrNotFound {
		return 0, false, nil
	}
	return id, err == nil, err
}

// ReadBefore says whether a copy of a mail was read before.
func (t *Tx) ReadBefore(identity string) (bool, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM mails WHERE identity = ?", []any{identity}, &n)
	return n > 0, err
}

// MailByID reads a mail by its number.
func (t *Tx) MailByID(id int64) (Mail, error) {
	found, err := t.mails("WHERE id = ?", id)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Mail{}, err
	}
	return found[0], nil
}

// PersonMails are the mails that concern a person, oldest first.
func (t *Tx) PersonMails(person int64) ([]Mail, error) {
	return t.mails("WHERE person_id = ? ORDER BY received_at, id", person)
}

// MailsBetween are the mails read in [from, to) that concern somebody or are
// reports, oldest first.
func (t *Tx) MailsBetween(from, to time.Time) ([]Mail, error) {
	return t.mails("WHERE read_at >= ? AND read_at < ? AND (person_id > 0 OR kind IN ('bounce','complaint')) ORDER BY read_at, id", nanos(from), nanos(to))
}

// CountComplaints counts the reports of unwanted mail that came into a mailbox
// since then, and were read since then.
func (t *Tx) CountComplaints(mailbox string, since time.Time) (n int, err error) {
	err = t.one("SELECT COUNT(*) FROM mails WHERE kind = 'complaint' AND mailbox = ? AND read_at > ? AND received_at > ?",
		[]any{mailbox, nanos(since), nanos(since)}, &n)
	return n, err
}

// ReplyFolders are the folders of a mailbox in which mails of people known
// were seen since then.
func (t *Tx) ReplyFolders(mailbox string, since time.Time) ([]string, error) {
	var out []string
	err := t.each("SELECT DISTINCT folder FROM mails WHERE mailbox = ? AND read_at >= ? AND person_id > 0 ORDER BY folder",
		[]any{mailbox, nanos(since)}, func(scan func(...any) error) error {
			var f string
			if err := scan(&f); err != nil {
				return err
			}
			out = append(out, f)
			return nil
		})
	return out, err
}

func (t *Tx) mails(where string, args ...any) ([]Mail, error) {
	var out []Mail
	err := t.each(`SELECT id, identity, mailbox, folder, role, uidvalidity, uid, message_id, received_at, read_at, sender, subject, route, person_id,
		kind, intent, new_text, reading FROM mails `+where, args, func(scan func(...any) error) error {
		var m Mail
		var received, read int64
		if err := scan(&m.ID, &m.Identity, &m.Mailbox, &m.Folder, &m.Role, &m.UIDValidity, &m.UID, &m.MessageID, &received, &read, &m.Sender,
			&m.Subject, &m.Route, &m.Person, &m.Kind, &m.Intent, &m.NewText, &m.Reading); err != nil {
			return err
		}
		m.ReceivedAt, m.ReadAt = fromNanos(received), fromNanos(read)
		out = append(out, m)
		return nil
	})
	return out, err
}
