package ledger

import "time"

// Chore is something that is to be done in a mailbox for its owner: once, and
// with nothing lost where it can't be.
type Chore struct {
	ID               int64
	Key              string // one chore for one cause
	Mailbox          string
	Person           int64
	Kind             ChoreKind
	Folder           string // of the mail that it is about
	UIDValidity, UID uint32
	Target           string // the flag, or the folder to copy to
	Bytes            []byte // of a draft
	Attempts         int
}

// ChoreKind is what is to be done.
type ChoreKind string

// The closed set of chores.
const (
	ChoreFlag  ChoreKind = "flag"  // set Target on the mail
	ChoreCopy  ChoreKind = "copy"  // copy the mail to the folder Target
	ChoreDraft ChoreKind = "draft" // put Bytes into Drafts
)

// AddChore appends a chore; one with the same key is added once.
func (t *Tx) AddChore(c Chore, at time.Time) error {
	_, err := t.exec(`INSERT INTO chores (key, mailbox, person_id, kind, folder, uidvalidity, uid, target, bytes, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) DO NOTHING`, c.Key, c.Mailbox, c.Person, string(c.Kind), c.Folder, c.UIDValidity, c.UID, c.Target, c.Bytes, nanos(at))
	return err
}

// Chores are a mailbox's open chores that are due at now, oldest first.
func (t *Tx) Chores(mailbox string, now time.Time) ([]Chore, error) {
	var out []Chore
	err := t.each(`SELECT id, key, person_id, kind, folder, uidvalidity, uid, target, bytes, attempts FROM chores
		WHERE mailbox = ? AND done_at = 0 AND next_at <= ? ORDER BY id LIMIT 50`, []any{mailbox, nanos(now)}, func(scan func(...any) error) error {
		c := Chore{Mailbox: mailbox}
		if err := scan(&c.ID, &c.Key, &c.Person, (*string)(&c.Kind), &c.Folder, &c.UIDValidity, &c.UID, &c.Target, &c.Bytes, &c.Attempts); err != nil {
			return err
		}
		out = append(out, c)
		return nil
	})
	return out, err
}

// ChoreDone notes that a chore is done, or given up, and why.
func (t *Tx) ChoreDone(id int64, problem string, at time.Time) error {
	_, err := t.exec("UPDATE chores SET done_at = ?, problem = ?, bytes = NULL WHERE id = ?", nanos(at), problem, id)
	return err
}

// ChoreFailed notes a failed try and when the next one is.
func (t *Tx) ChoreFailed(id int64, problem string, next time.Time) error {
	_, err := t.exec("UPDATE chores SET attempts = attempts + 1, problem = ?, next_at = ? WHERE id = ?", problem, nanos(next), id)
	return err
}
