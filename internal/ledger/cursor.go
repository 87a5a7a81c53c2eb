package ledger

import "time"

// Cursor is how far a folder was read.
type Cursor struct {
	Mailbox, Folder, Role string
	UIDValidity, Next     uint32 // Next is the first UID not yet read
}

// Cursor reads a folder's cursor; ErrNotFound where it was never read.
func (t *Tx) Cursor(mailbox, folder string) (Cursor, error) {
	c := Cursor{Mailbox: mailbox, Folder: folder}
	err := t.one("SELECT role, uidvalidity, next FROM cursors WHERE mailbox = ? AND folder = ?", []any{mailbox, folder}, &c.Role, &c.UIDValidity, &c.Next)
	return c, err
}

// MoveCursor stores a folder's cursor. It belongs into the transaction that
// stores the events of the mails that it passes.
func (t *Tx) MoveCursor(c Cursor, at time.Time) error {
	_, err := t.exec(`INSERT INTO cursors (mailbox, folder, role, uidvalidity, next, changed_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (mailbox, folder) DO UPDATE SET role = excluded.role, uidvalidity = excluded.uidvalidity, next = excluded.next, changed_at = excluded.changed_at`,
		c.Mailbox, c.Folder, c.Role, c.UIDValidity, c.Next, nanos(at))
	return err
}

// Quarantine sets a mail aside that could not be fetched.
func (t *Tx) Quarantine(mailbox, folder string, uidValidity, uid uint32, problem string, at time.Time) error {
	_, err := t.exec("INSERT INTO quarantine (mailbox, folder, uidvalidity, uid, problem, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		mailbox, folder, uidValidity, uid, problem, nanos(at))
	return err
}

// Quarantined is a mail that could not be fetched.
type Quarantined struct {
	Mailbox, Folder string
	UID             uint32
	Problem         string
	At              time.Time
}

// Quarantined lists the mails set aside since then.
func (t *Tx) Quarantined(since time.Time) ([]Quarantined, error) {
	var out []Quarantined
	err := t.each("SELECT mailbox, folder, uid, problem, at FROM quarantine WHERE at >= ? ORDER BY at", []any{nanos(since)}, func(scan func(...any) error) error {
		var q Quarantined
		var at int64
		if err := scan(&q.Mailbox, &q.Folder, &q.UID, &q.Problem, &at); err != nil {
			return err
		}
		q.At = fromNanos(at)
		out = append(out, q)
		return nil
	})
	return out, err
}
