package ledger

// FolderMail is a mail in the folder of a sequence by which somebody was
// enrolled. It is kept for as long as it lies there.
type FolderMail struct {
	Mailbox, Folder  string
	UIDValidity, UID uint32
	Person           int64
	Sequence         string
}

// KeepFolderMail notes such a mail.
func (t *Tx) KeepFolderMail(m FolderMail) error {
	_, err := t.exec("INSERT INTO folder_mails (mailbox, folder, uidvalidity, uid, person_id, sequence) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		m.Mailbox, m.Folder, m.UIDValidity, m.UID, m.Person, m.Sequence)
	return err
}

// DropFolderMail forgets it again.
func (t *Tx) DropFolderMail(m FolderMail) error {
	_, err := t.exec("DELETE FROM folder_mails WHERE mailbox = ? AND folder = ? AND uidvalidity = ? AND uid = ? AND person_id = ?",
		m.Mailbox, m.Folder, m.UIDValidity, m.UID, m.Person)
	return err
}

// FolderMails are those of a mailbox, a folder at a time.
func (t *Tx) FolderMails(mailbox string) ([]FolderMail, error) {
	var out []FolderMail
	err := t.each("SELECT folder, uidvalidity, uid, person_id, sequence FROM folder_mails WHERE mailbox = ? ORDER BY folder, uid", []any{mailbox},
		func(scan func(...any) error) error {
			m := FolderMail{Mailbox: mailbox}
			if err := scan(&m.Folder, &m.UIDValidity, &m.UID, &m.Person, &m.Sequence); err != nil {
				return err
			}
			out = append(out, m)
			return nil
		})
	return out, err
}
