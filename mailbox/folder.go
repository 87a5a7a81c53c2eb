package mailbox

import (
	"context"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Folder is one folder of a mailbox.
type Folder struct {
	// Name is the full name, decoded to UTF-8.
	Name string
	// Delimiter parts the levels of Name; 0 where there are none.
	Delimiter rune
	Role      Role
	// Told is set where the server named the role (SPECIAL-USE, RFC 6154) or
	// the configuration did, instead of the folder's name.
	Told bool
	// Selectable folders hold mails.
	Selectable bool
	// Watched folders are read by a look at everything.
	Watched bool
}

// listing is the mailbox's folders as of one LIST, INBOX first.
type listing struct {
	folders []Folder
	// status is what LIST-STATUS told, by name; empty where it isn't offered.
	status map[string]examined
	gmail  bool
}

// list reads the folders, with their status where that costs nothing.
func (ses *session) list(ctx context.Context, a Account) (listing, error) {
	rows, err := ask(ctx, ses, "list folders", func() ([]*imap.ListData, error) {
		return ses.client.List("", "*", ses.listOptions()).Collect()
	})
	if err != nil {
		return listing{}, err
	}
	l := listing{status: map[string]examined{}, gmail: ses.caps.Has(capGmail)}
	for _, row := range rows {
		f := newFolder(row)
		l.folders = append(l.folders, f)
		if row.Status != nil {
			l.status[f.Name] = examined{validity: row.Status.UIDValidity, next: uint32(row.Status.UIDNext)}
		}
	}
	l.override(a.Folders)
	l.settle(a.Exclude)
	return l, nil
}

// names are the folders whose names fit a pattern (RFC 3501 6.3.8), and no more
// is asked of them.
func (ses *session) names(ctx context.Context, pattern string) ([]string, error) {
	rows, err := ask(ctx, ses, "list folders", func() ([]*imap.ListData, error) {
		return ses.client.List("", pattern, nil).Collect()
	})
	var out []string
	for _, row := range rows {
		out = append(out, row.Mailbox)
	}
	return out, err
}

func (ses *session) listOptions() *imap.ListOptions {
	extended := ses.caps.Has(imap.CapListExtended)
	var o imap.ListOptions
	if extended && ses.caps.Has(imap.CapSpecialUse) {
		o.ReturnSpecialUse = true
	}
	if ses.listsStatus() {
		o.ReturnStatus = statusItems()
	}
	if o == (imap.ListOptions{}) {
		return nil
	}
	return &o
}

// listsStatus reports whether one LIST tells which folders moved (RFC 5819).
func (ses *session) listsStatus() bool {
	return ses.caps.Has(imap.CapListStatus) && ses.caps.Has(imap.CapListExtended)
}

func newFolder(row *imap.ListData) Folder {
	f := Folder{Name: row.Mailbox, Delimiter: row.Delim, Selectable: true}
	for _, attr := range row.Attrs {
		if strings.EqualFold(string(attr), string(imap.MailboxAttrNoSelect)) ||
			strings.EqualFold(string(attr), string(imap.MailboxAttrNonExistent)) {
			f.Selectable = false
		}
	}
	if strings.EqualFold(f.Name, "INBOX") {
		f.Name, f.Role, f.Told = "INBOX", RoleInbox, true
		return f
	}
	if f.Role = roleByAttr(row.Attrs); f.Role != RoleOther {
		f.Told = true
		return f
	}
	f.Role = roleByName(f.Name, f.Delimiter)
	return f
}

// override puts the configuration's word over the server's. A role that is
// given to one folder by name is taken from all others.
func (l *listing) override(o FolderOverrides) {
	for role, name := range o.byRole() {
		if name == "" {
			continue
		}
		for i := range l.folders {
			f := &l.folders[i]
			switch {
			case f.Role == RoleInbox:
			case f.Name == name:
				f.Role, f.Told = role, true
			case f.Role == role:
				f.Role, f.Told = RoleOther, false
			}
		}
	}
}

// settle decides what is watched and puts the folders in the order in which
// they are read.
func (l *listing) settle(exclude []string) {
	for i := range l.folders {
		f := &l.folders[i]
		f.Watched = f.Selectable && l.watchable(*f) && (f.Role == RoleInbox || !excluded(*f, exclude))
	}
	slices.SortStableFunc(l.folders, func(a, b Folder) int {
		if d := readingOrder(a.Role) - readingOrder(b.Role); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// watchable leaves out drafts, which are nobody's mail yet. On Gmail every
// label is a view of All Mail.
func (l *listing) watchable(f Folder) bool {
	if l.gmail {
		switch f.Role {
		case RoleInbox, RoleSent, RoleJunk, RoleTrash, RoleAll:
			return true
		}
		return false
	}
	return f.Role != RoleDrafts
}

func readingOrder(r Role) int {
	switch r {
	case RoleInbox:
		return 0
	case RoleJunk:
		return 1
	case RoleSent:
		return 2
	}
	return 3
}

func excluded(f Folder, exclude []string) bool {
	for _, name := range exclude {
		if f.Name == name {
			return true
		}
		if f.Delimiter != 0 && strings.HasPrefix(f.Name, name+string(f.Delimiter)) {
			return true
		}
	}
	return false
}

// beforeSend is what is read right before a mail is submitted: INBOX, Junk,
// Sent, and the folders in which replies were seen lately. On Gmail, All Mail
// too, where a filter that skips the inbox leaves a reply.
func (l *listing) beforeSend(recent []string) []Folder {
	var picked []Folder
	for _, f := range l.watched() {
		switch {
		case f.Role == RoleInbox, f.Role == RoleJunk, f.Role == RoleSent,
			l.gmail && f.Role == RoleAll, slices.Contains(recent, f.Name):
			picked = append(picked, f)
		}
	}
	return picked
}

func (l *listing) watched() []Folder {
	var picked []Folder
	for _, f := range l.folders {
		if f.Watched {
			picked = append(picked, f)
		}
	}
	return picked
}

// primary is the folder to write to for a role: one that was told before one
// that is only named so.
func (l *listing) primary(role Role) (Folder, bool) {
	var found Folder
	for _, f := range l.folders {
		if f.Role == role && f.Selectable && (found.Name == "" || f.Told && !found.Told) {
			found = f
		}
	}
	return found, found.Name != ""
}
