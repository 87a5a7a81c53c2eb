package ledger

import (
	"strings"
	"time"
)

// Stray is a mail of followupd's own that the ledger knows nothing of.
type Stray struct {
	Address         string // that it went to
	MessageID       string // as it lies there; our token where it has none
	Mailbox, Folder string
	Mail            int64 // of the mails that were read; 0 where only its header was
	At              time.Time
	Subject         string
	BodySHA256      string // of its text; "" where that was not read
}

// KeepStray notes such a mail, once.
func (t *Tx) KeepStray(s Stray) error {
	_, err := t.exec(`INSERT INTO strays (address, message_id, mailbox, folder, mail_id, at, subject, body_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (address, message_id) DO NOTHING`,
		strings.ToLower(s.Address), s.MessageID, s.Mailbox, s.Folder, s.Mail, nanos(s.At), s.Subject, s.BodySHA256)
	return err
}

// StraysTo are those to an address, oldest first.
func (t *Tx) StraysTo(address string) ([]Stray, error) {
	var out []Stray
	err := t.each("SELECT address, message_id, mailbox, folder, mail_id, at, subject, body_sha256 FROM strays WHERE address = ? ORDER BY at, message_id",
		[]any{strings.ToLower(address)}, func(scan func(...any) error) error {
			var s Stray
			var at int64
			err := scan(&s.Address, &s.MessageID, &s.Mailbox, &s.Folder, &s.Mail, &at, &s.Subject, &s.BodySHA256)
			s.At = fromNanos(at)
			out = append(out, s)
			return err
		})
	return out, err
}

// DropStray forgets such a mail, once it is known what it was.
func (t *Tx) DropStray(s Stray) error {
	_, err := t.exec("DELETE FROM strays WHERE address = ? AND message_id = ?", strings.ToLower(s.Address), s.MessageID)
	return err
}
