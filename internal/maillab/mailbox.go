package maillab

import (
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Deliver puts a mail into a folder, where STATUS and IDLE show it at once,
// and returns its UID. at is its INTERNALDATE; a zero one is now. Lines ending
// in LF alone are given CRLF; else the bytes stay as they are.
func (l *Lab) Deliver(user, folder string, raw []byte, at time.Time) (uint32, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := l.folder(user, folder)
	if err != nil {
		return 0, fmt.Errorf("deliver: %w", err)
	}
	return l.deliver(user, f, crlf(raw), at, nil), nil
}

// deliver is Deliver on a locked lab.
func (l *Lab) deliver(user string, f *folder, raw []byte, at time.Time, flags []imap.Flag) uint32 {
	if at.IsZero() {
		at = l.now()
	}
	m := f.add(raw, at, flags)
	l.note(Entry{
		Protocol: "lab", Kind: Delivered, Account: user, Folder: f.Name, UIDs: []uint32{uint32(m.uid)},
		MessageID: headerField(raw, "Message-ID"), From: headerField(raw, "From"),
	})
	return uint32(m.uid)
}

// Mails returns what is in a folder, oldest UID first.
func (l *Lab) Mails(user, folder string) ([]Mail, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := l.folder(user, folder)
	if err != nil {
		return nil, fmt.Errorf("list mails: %w", err)
	}
	list := make([]Mail, 0, len(f.messages))
	for _, m := range f.messages {
		mail := Mail{UID: uint32(m.uid), Raw: slices.Clone(m.raw), At: m.at}
		for _, flag := range m.flagList() {
			mail.Flags = append(mail.Flags, string(flag))
		}
		list = append(list, mail)
	}
	return list, nil
}

// CreateFolder adds a folder to an account, as another client might.
func (l *Lab) CreateFolder(user string, folder Folder) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	acc, ok := l.accounts[user]
	if !ok {
		return fmt.Errorf("create folder: %w", unknownAccount(user))
	}
	folder.Name = canonicalFolder(folder.Name)
	if _, ok := acc.folders[folder.Name]; ok {
		return fmt.Errorf("create folder: account %q has a folder %q already", user, folder.Name)
	}
	acc.folders[folder.Name] = newFolder(folder)
	l.note(Entry{Protocol: "lab", Kind: Changed, Account: user, Folder: folder.Name, Detail: "created"})
	return nil
}

// DeleteFolder removes a folder with its mails, as another client might.
func (l *Lab) DeleteFolder(user, name string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, err := l.folder(user, name); err != nil {
		return fmt.Errorf("delete folder: %w", err)
	}
	delete(l.accounts[user].folders, canonicalFolder(name))
	l.note(Entry{Protocol: "lab", Kind: Changed, Account: user, Folder: canonicalFolder(name), Detail: "deleted"})
	return nil
}

// Expunge removes mails from a folder; UIDs that aren't there are ignored.
func (l *Lab) Expunge(user, folder string, uids ...uint32) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := l.folder(user, folder)
	if err != nil {
		return fmt.Errorf("expunge: %w", err)
	}
	f.remove(func(m *message) bool { return slices.Contains(uids, uint32(m.uid)) })
	l.note(Entry{Protocol: "lab", Kind: Expunged, Account: user, Folder: f.Name, UIDs: uids})
	return nil
}

// Move moves a mail to another folder, as its owner might do on the phone, and
// returns its new UID there. INTERNALDATE and flags go with it.
func (l *Lab) Move(user, from string, uid uint32, to string) (uint32, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	source, err := l.folder(user, from)
	if err != nil {
		return 0, fmt.Errorf("move: %w", err)
	}
	target, err := l.folder(user, to)
	if err != nil {
		return 0, fmt.Errorf("move: %w", err)
	}
	removed := source.remove(func(m *message) bool { return uint32(m.uid) == uid })
	if len(removed) == 0 {
		return 0, fmt.Errorf("move: folder %q has no mail with UID %d", from, uid)
	}
	l.note(Entry{Protocol: "lab", Kind: Expunged, Account: user, Folder: source.Name, UIDs: []uint32{uid}, Detail: "moved to " + target.Name})
	m := removed[0]
	return l.deliver(user, target, m.raw, m.at, m.flagList()), nil
}

// SetUIDValidity gives a folder another UIDVALIDITY and numbers its mails anew
// from 1 (RFC 3501 2.3.1.1). Sessions that have the folder open are dropped, as
// they must not see that happen.
func (l *Lab) SetUIDValidity(user, folder string, validity uint32) error {
	l.mu.Lock()
	f, err := l.folder(user, folder)
	if err != nil {
		l.mu.Unlock()
		return fmt.Errorf("set UIDVALIDITY: %w", err)
	}
	f.UIDValidity, f.next = validity, 1
	for i, m := range f.messages {
		// Fresh messages, so that a FETCH under way keeps the numbers it began with.
		f.messages[i] = &message{uid: f.next, raw: m.raw, at: m.at, flags: m.flags}
		f.next++
	}
	f.touch()
	l.note(Entry{Protocol: "lab", Kind: Changed, Account: user, Folder: f.Name, Detail: fmt.Sprintf("UIDVALIDITY %d", validity)})
	var open []*wire
	for s := range l.sessions {
		if s.selected == f {
			open = append(open, s.wire)
		}
	}
	l.mu.Unlock()
	for _, w := range open {
		w.cut("UIDVALIDITY changed")
	}
	return nil
}
