package mailbox_test

import (
	"bytes"
	"crypto/tls"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"
	"followupd/mailbox"
)

// TestConformance runs the same suite on the in-process server and on Dovecot,
// both with TLS.
func TestConformance(t *testing.T) {
	t.Parallel()
	servers := []struct {
		name  string
		start func(*testing.T) maillab.Server
	}{
		{"lab", func(t *testing.T) maillab.Server {
			return newLab(t, func(o *maillab.Options) { o.TLS = maillab.TLSImplicit })
		}},
		{"dovecot", func(t *testing.T) maillab.Server { return dovecot.Start(t) }},
	}
	checks := []struct {
		name  string
		check func(*testing.T, maillab.Server)
	}{
		{"first look reads nothing", checkFirstLook},
		{"new mail", checkNewMail},
		{"mail filed elsewhere", checkFiled},
		{"expunged before it was read", checkExpunged},
		{"pages", checkPages},
		{"a big mail is cut", checkBigMail},
		{"idle", checkIdle},
		{"append", checkAppend},
		{"drafts", checkDrafts},
		{"folders", checkFolders},
		{"made folders", checkMadeFolders},
		{"history", checkHistory},
		{"wrong authority", checkAuthority},
		{"wrong password", checkPassword},
	}
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, c := range checks {
				t.Run(c.name, func(t *testing.T) {
					c.check(t, s.start(t))
				})
			}
		})
	}
}

func checkFirstLook(t *testing.T, s maillab.Server) {
	inbox(t, s, "old")
	db := newStore()
	w := newWatcher(t, account(s), db)
	l := look(t, w, mailbox.BeforeSend)
	if l.Scope != mailbox.Everything || l.New != 0 {
		t.Errorf("first look: %+v", l)
	}
	batches := db.take()
	for _, b := range batches {
		if !b.FirstLook || len(b.Mails) > 0 {
			t.Errorf("%s: %+v", b.Folder, b)
		}
	}
	last := batches[len(batches)-1]
	want(t, "the last cursor", []any{last.Cursor.Folder, last.Cursor.Next}, []any{"INBOX", 2})
	want(t, "what a second look hands over", look(t, w, mailbox.Everything).New, 0)
	want(t, "what it moves", len(db.take()), 0)
}

func checkNewMail(t *testing.T, s maillab.Server) {
	db := newStore()
	w := started(t, account(s), db)
	before := time.Now().Add(-time.Minute)
	inbox(t, s, "one")
	inbox(t, s, "two")
	l := look(t, w, mailbox.BeforeSend)
	want(t, "new", l.New, 2)
	mails := mailsOf(db.take())
	want(t, "mails", len(mails), 2)
	m := mails[1]
	if m.UID != 2 || m.UIDValidity == 0 || m.Role != mailbox.RoleInbox || m.Failed != "" || m.Truncated {
		t.Errorf("mail: %+v", m)
	}
	if m.InternalDate.Before(before) || m.InternalDate.Location() != time.UTC {
		t.Errorf("internal date %v", m.InternalDate)
	}
	if !bytes.Contains(m.Raw, []byte("Hello, two.\r\n")) || m.Size != int64(len(m.Raw)) {
		t.Errorf("raw %d of %d bytes: %q", len(m.Raw), m.Size, m.Raw)
	}
	for _, flag := range flagsOf(t, s, "INBOX", 2) {
		if strings.EqualFold(string(flag), string(imap.FlagSeen)) {
			t.Errorf("the mail was marked as read")
		}
	}
	want(t, "new at a second look", look(t, w, mailbox.BeforeSend).New, 0)
}

func checkFiled(t *testing.T, s maillab.Server) {
	db := newStore()
	recent := []string{}
	w := started(t, account(s), db, func(o *mailbox.WatcherOptions) {
		o.RecentFolders = func() []string { return recent }
	})
	client := dialClient(t, s)
	if err := client.Create("Clients", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	file := func(subject string, uid imap.UID) {
		t.Helper()
		inbox(t, s, subject)
		if _, err := client.Select("INBOX", nil).Wait(); err != nil {
			t.Fatal(err)
		}
		if _, err := client.Move(imap.UIDSetNum(uid), "Clients").Wait(); err != nil {
			t.Fatal(err)
		}
	}
	file("first", 1)
	want(t, "before sending, the folder is not yet read", look(t, w, mailbox.BeforeSend).New, 0)
	want(t, "a look at everything finds it", look(t, w, mailbox.Everything).New, 1)
	want(t, "found", subjects(db.take()), []string{"Clients/first"})
	file("second", 2)
	recent = []string{"Clients"}
	want(t, "a folder with replies is read before sending", look(t, w, mailbox.BeforeSend).New, 1)
	want(t, "found", subjects(db.take()), []string{"Clients/second"})
}

func checkExpunged(t *testing.T, s maillab.Server) {
	db := newStore()
	w := started(t, account(s), db)
	client := dialClient(t, s)
	for _, subject := range []string{"gone", "stays", "gone too"} {
		inbox(t, s, subject)
	}
	if _, err := client.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	deleted := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagDeleted}}
	if err := client.Store(imap.UIDSetNum(1, 3), deleted, nil).Close(); err != nil {
		t.Fatal(err)
	}
	if err := client.Expunge().Close(); err != nil {
		t.Fatal(err)
	}
	want(t, "new", look(t, w, mailbox.BeforeSend).New, 1)
	want(t, "found", subjects(db.take()), []string{"INBOX/stays"})
	cursor, _, _ := db.Cursor(t.Context(), "INBOX")
	want(t, "cursor", cursor.Next, 4)
	// n:* answers with the last mail, which was read before.
	want(t, "new at a second look", look(t, w, mailbox.Everything).New, 0)
}

func checkPages(t *testing.T, s maillab.Server) {
	db := newStore()
	w := started(t, account(s), db)
	for i := range 120 {
		inbox(t, s, fmt.Sprintf("mail-%03d", i))
	}
	want(t, "new", look(t, w, mailbox.BeforeSend).New, 120)
	var sizes []int
	var last uint32
	for _, b := range db.take() {
		sizes = append(sizes, len(b.Mails))
		for _, m := range b.Mails {
			if m.UID <= last || m.UID >= b.Cursor.Next {
				t.Fatalf("mail %d after %d, cursor %d", m.UID, last, b.Cursor.Next)
			}
			last = m.UID
		}
	}
	want(t, "pages", sizes, []int{50, 50, 20})
}

func checkBigMail(t *testing.T, s maillab.Server) {
	db := newStore()
	w := started(t, account(s), db)
	big := append(letter("big"), bytes.Repeat([]byte(strings.Repeat("x", 70)+"\r\n"), 30000)...)
	for range 9 {
		if _, err := s.DeliverInbox(userOf(s), big); err != nil {
			t.Fatal(err)
		}
	}
	look(t, w, mailbox.BeforeSend)
	batches := db.take()
	want(t, "pages of at most 8 MiB", []int{len(batches[0].Mails), len(batches[1].Mails)}, []int{8, 1})
	m := batches[0].Mails[0]
	if len(m.Raw) != 1<<20 || !m.Truncated || m.Failed != "" || m.Size < int64(len(big)) {
		t.Errorf("%d of %d bytes, truncated %v, failed %q", len(m.Raw), m.Size, m.Truncated, m.Failed)
	}
}

func checkIdle(t *testing.T, s maillab.Server) {
	db := newStore()
	w := newWatcher(t, account(s), db, func(o *mailbox.WatcherOptions) {
		o.PollEvery = time.Hour // what is found is found by IDLE
	})
	watch(t, w)
	await(t, func() bool { _, ok, _ := db.Cursor(t.Context(), "INBOX"); return ok })
	for i := range 3 {
		inbox(t, s, fmt.Sprintf("hint-%d", i))
		arrived(t, db)
	}
}

func checkAppend(t *testing.T, s maillab.Server) {
	db := newStore()
	w := started(t, account(s), db)
	at := time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC)
	if err := w.Append(t.Context(), mailbox.RoleSent, letter("copy"), []string{`\Seen`}, at); err != nil {
		t.Fatal(err)
	}
	look(t, w, mailbox.BeforeSend)
	mails := mailsOf(db.take())
	if len(mails) != 1 || mails[0].Role != mailbox.RoleSent || !mails[0].InternalDate.Equal(at) ||
		!strings.Contains(strings.ToLower(strings.Join(mails[0].Flags, " ")), `\seen`) {
		t.Errorf("in Sent: %+v", mails)
	}
}

func checkDrafts(t *testing.T, s maillab.Server) {
	w := started(t, account(s), newStore())
	two := letter("two") // written once: a second one may be dated a second later
	for _, raw := range [][]byte{letter("one"), two, letter("three")} {
		if err := w.Append(t.Context(), mailbox.RoleDrafts, raw, []string{`\Draft`}, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	subjects := func() (subjects []string, by map[string]mailbox.Draft) {
		drafts, err := w.Drafts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		by = map[string]mailbox.Draft{}
		for _, d := range drafts {
			subjects = append(subjects, d.Header.Get("Subject"))
			by[d.Header.Get("Subject")] = d
		}
		return subjects, by
	}
	_, by := subjects()
	if err := w.RemoveDraft(t.Context(), by["one"], func([]byte) bool { return false }); !errors.Is(err, mailbox.ErrEdited) {
		t.Errorf("a draft that is another now: %v", err)
	}
	var raw []byte
	if err := w.RemoveDraft(t.Context(), by["two"], func(b []byte) bool { raw = b; return true }); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(raw, two) {
		t.Errorf("asked about %q", raw)
	}
	if left, _ := subjects(); !slices.Equal(left, []string{"one", "three"}) {
		t.Errorf("left are %q", left)
	}
	if err := w.RemoveDraft(t.Context(), by["two"], func([]byte) bool { return true }); err != nil {
		t.Errorf("a draft that is gone: %v", err)
	}
}

func checkMadeFolders(t *testing.T, s maillab.Server) {
	w := started(t, account(s), newStore())
	names := []string{"Follow-up/intro", "Follow-up/proposal"}
	made, err := w.MakeFolders(t.Context(), names)
	if err != nil || len(made) != 2 {
		t.Fatalf("made %q, %v; want two", made, err)
	}
	if again, err := w.MakeFolders(t.Context(), names); err != nil || len(again) != 0 {
		t.Errorf("made %q again, %v", again, err)
	}
	folders, err := w.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if f.Path() == "Follow-up/intro" && !f.Watched {
			t.Errorf("%+v is not watched", f)
		}
	}
	if validity, uids, err := w.Lying(t.Context(), made[0]); err != nil || validity == 0 || len(uids) != 0 {
		t.Errorf("in the new folder lie %v (validity %d), %v", uids, validity, err)
	}
	if _, _, err := w.Lying(t.Context(), "Follow-up/none"); !errors.Is(err, mailbox.ErrNoFolder) {
		t.Errorf("a folder that isn't there: %v", err)
	}
}

func checkFolders(t *testing.T, s maillab.Server) {
	w := newWatcher(t, account(s), newStore())
	folders, err := w.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if folders[0].Name != "INBOX" || folders[0].Role != mailbox.RoleInbox {
		t.Errorf("first is %+v", folders[0])
	}
	for _, f := range folders {
		if f.Role == mailbox.RoleSent && f.Told && f.Watched && f.Selectable {
			return
		}
	}
	t.Errorf("no Sent among %+v", folders)
}

func checkHistory(t *testing.T, s maillab.Server) {
	inbox(t, s, "past")
	db := newStore()
	w := newWatcher(t, account(s), db)
	old := time.Now().AddDate(0, 0, -200)
	if err := w.Append(t.Context(), mailbox.RoleSent, letter("too-old"), nil, old); err != nil {
		t.Fatal(err)
	}
	if err := w.Append(t.Context(), mailbox.RoleSent, letter("sent"), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	found := map[string]mailbox.HistoryItem{}
	err := mailbox.History(t.Context(), account(s), time.Now().AddDate(0, 0, -180), func(i mailbox.HistoryItem) error {
		found[i.Subject] = i
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want(t, "mails", len(found), 2)
	in, out := found["past"], found["sent"]
	want(t, "inbox", []any{in.Role, in.From, in.To, in.MessageID, in.Total}, []any{mailbox.RoleInbox, []string{"bo@firm.example"}, []string{anaAddress}, "<past@firm.example>", 2})
	if !strings.Contains(string(in.Text), "Hello, past.") || in.Date.IsZero() || in.InternalDate.IsZero() {
		t.Errorf("inbox: %+v", in)
	}
	want(t, "sent", []any{out.Role, len(out.Text)}, []any{mailbox.RoleSent, 0})
}

func checkAuthority(t *testing.T, s maillab.Server) {
	a := account(s)
	a.IMAP.RootCAs = account(newLab(t, func(o *maillab.Options) { o.TLS = maillab.TLSImplicit })).IMAP.RootCAs
	_, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.BeforeSend)
	if err == nil || mailbox.Temporary(err) || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("a certificate of another authority: %v", err)
	}
}

func checkPassword(t *testing.T, s maillab.Server) {
	a := account(s)
	a.IMAP.Auth = secret{userOf(s), "wrong horse"}
	_, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.BeforeSend)
	if err == nil || mailbox.Temporary(err) || strings.Contains(err.Error(), "horse") {
		t.Errorf("wrong password: %v", err)
	}
}

func userOf(s maillab.Server) string {
	user, _ := s.User()
	return user
}

func inbox(t *testing.T, s maillab.Server, subject string) time.Time {
	t.Helper()
	at, err := s.DeliverInbox(userOf(s), letter(subject))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// dialClient is another mail program of the same person.
func dialClient(t *testing.T, s maillab.Server) *imapclient.Client {
	t.Helper()
	m := imapServer(s)
	var client *imapclient.Client
	var err error
	options := &imapclient.Options{TLSConfig: &tls.Config{ServerName: m.Host, RootCAs: m.RootCAs}}
	if m.TLS == mailbox.TLSImplicit {
		client, err = imapclient.DialTLS(m.Addr(), options)
	} else {
		client, err = imapclient.DialInsecure(m.Addr(), options)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	if err := client.Login(s.User()).Wait(); err != nil {
		t.Fatal(err)
	}
	return client
}

func flagsOf(t *testing.T, s maillab.Server, folder string, uid imap.UID) []imap.Flag {
	t.Helper()
	client := dialClient(t, s)
	if _, err := client.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
		t.Fatal(err)
	}
	rows, err := client.Fetch(imap.UIDSetNum(uid), &imap.FetchOptions{Flags: true}).Collect()
	if err != nil || len(rows) != 1 {
		t.Fatalf("flags of %d: %v, %v", uid, rows, err)
	}
	return rows[0].Flags
}

// patience is how long a test waits for what must happen.
const patience = 20 * time.Second

func await(t *testing.T, ok func() bool) {
	t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatal("it did not happen")
		}
	}
}

// arrived waits for one mail to be handed over and tells when it was.
func arrived(t *testing.T, db *store) time.Time {
	t.Helper()
	select {
	case at := <-db.came:
		return at
	case <-time.After(patience):
		t.Fatal("the mail was not found")
		return time.Time{}
	}
}
