package mailbox

import (
	"testing"

	"github.com/emersion/go-imap/v2"
)

func TestRoleByName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		delim rune
		want  Role
	}{
		{"Sent", '/', RoleSent},
		{"sent items", '/', RoleSent},
		{"Gesendet", '/', RoleSent},
		{"INBOX.Sent", '.', RoleSent},
		{"INBOX/Gesendete Objekte", '/', RoleSent},
		{"[Gmail]/Sent Mail", '/', RoleSent},
		{"[Google Mail]/Spam", '/', RoleJunk},
		{"Отправленные", '/', RoleSent},
		{"送信済みアイテム", '/', RoleSent},
		{"Courrier indésirable", '/', RoleJunk},
		{"Junk-E-Mail", '/', RoleJunk},
		{"Papierkorb", '/', RoleTrash},
		{"Entwürfe", '/', RoleDrafts},
		{"Borradores", '/', RoleDrafts},
		{"Archivio", '/', RoleArchive},
		{"Clients/Sent", '/', RoleOther},
		{"INBOX.Clients.Sent", '.', RoleOther},
		{"Sent", 0, RoleSent},
		{"Sentry", '/', RoleOther},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := roleByName(tt.name, tt.delim); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestNamesStandForOneRole(t *testing.T) {
	t.Parallel()
	seen := map[string]Role{}
	for _, known := range wellKnown {
		for _, name := range known.names {
			if other, ok := seen[name]; ok {
				t.Errorf("%q stands for %s and %s", name, other, known.role)
			}
			seen[name] = known.role
		}
	}
}

func TestGmail(t *testing.T) {
	t.Parallel()
	l := listing{gmail: true}
	for _, row := range []*imap.ListData{
		{Mailbox: "INBOX", Delim: '/'},
		{Mailbox: "Clients", Delim: '/'},
		{Mailbox: "[Gmail]", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrNoSelect}},
		{Mailbox: "[Gmail]/Alle Nachrichten", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrAll}},
		{Mailbox: "[Gmail]/Entwürfe", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrDrafts}},
		{Mailbox: "[Gmail]/Gesendet", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrSent}},
		{Mailbox: "[Gmail]/Markiert", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrFlagged}},
		{Mailbox: "[Gmail]/Papierkorb", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrTrash}},
		{Mailbox: "[Gmail]/Spam", Delim: '/', Attrs: []imap.MailboxAttr{imap.MailboxAttrJunk}},
	} {
		l.folders = append(l.folders, newFolder(row))
	}
	l.settle(nil)
	if got := names(l.watched()); got != "INBOX [Gmail]/Spam [Gmail]/Gesendet [Gmail]/Alle Nachrichten [Gmail]/Papierkorb " {
		t.Errorf("everything: %s", got)
	}
	if got := names(l.beforeSend([]string{"Clients"})); got != "INBOX [Gmail]/Spam [Gmail]/Gesendet [Gmail]/Alle Nachrichten " {
		t.Errorf("before sending: %s", got)
	}
}

func names(folders []Folder) string {
	all := ""
	for _, f := range folders {
		all += f.Name + " "
	}
	return all
}
