package mailbox_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

func letterOf(subject string, date time.Time) []byte {
	return fmt.Appendf(nil, "From: Bo <bo@firm.example>\r\nDate: %s\r\nSubject: %s\r\n\r\nHello.\r\n", date.Format(time.RFC1123Z), subject)
}

func TestPersonalities(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		is   maillab.Personality
		tls  maillab.TLSMode
	}{
		{"well equipped", maillab.Personality{}, maillab.TLSNone},
		{"starttls", maillab.Personality{}, maillab.TLSStart},
		{"no uidnext", maillab.Personality{NoUIDNext: true}, maillab.TLSImplicit},
		{"no list-status", maillab.Personality{NoListStatus: true}, maillab.TLSImplicit},
		{"neither", maillab.Personality{NoListStatus: true, NoUIDNext: true, NoSpecialUse: true}, maillab.TLSNone},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.Personality, o.TLS = tt.is, tt.tls })
			deliver(t, lab, "Archive", letter("old"))
			db := newStore()
			w := started(t, account(lab), db)
			for _, folder := range []string{"INBOX", "Sent", "Junk", "Trash", "Archive", "Drafts"} {
				deliver(t, lab, folder, letter("new"))
			}
			look(t, w, mailbox.BeforeSend)
			want(t, "found before sending", subjects(db.take()), []string{"INBOX/new", "Junk/new", "Sent/new"})
			look(t, w, mailbox.Everything)
			want(t, "found elsewhere", subjects(db.take()), []string{"Archive/new", "Trash/new"})
			look(t, w, mailbox.Everything)
			want(t, "found again", subjects(db.take()), []string(nil))
		})
	}
}

func TestUIDValidityChange(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	ago := func(days int) time.Time { return time.Now().AddDate(0, 0, -days) }
	put := func(subject string, arrived, date time.Time) {
		if _, err := lab.Deliver(anaUser, "INBOX", letterOf(subject, date), arrived); err != nil {
			t.Fatal(err)
		}
	}
	put("old", ago(30), ago(30))
	put("old by arrival, young by date", ago(30), ago(2))
	put("young by arrival, old by date", ago(3), ago(30))
	for i := range 55 {
		put(fmt.Sprintf("young-%02d", i), ago(5), ago(5))
	}
	db := newStore()
	w := started(t, account(lab), db)
	before, _, _ := db.Cursor(t.Context(), "INBOX")
	if err := lab.SetUIDValidity(anaUser, "INBOX", 77); err != nil {
		t.Fatal(err)
	}
	want(t, "read again", look(t, w, mailbox.BeforeSend).New, 57)
	batches := db.take()
	want(t, "pages", []int{len(batches[0].Mails), len(batches[1].Mails)}, []int{50, 7})
	if !batches[0].Reset || !batches[1].Reset || batches[1].FirstLook {
		t.Errorf("batches do not tell of the reset")
	}
	want(t, "the cursor before the last page", batches[0].Cursor, before)
	want(t, "the cursor after it", batches[1].Cursor, mailbox.Cursor{Folder: "INBOX", UIDValidity: 77, Next: 59})
	want(t, "the first two", subjects(batches)[:2], []string{"INBOX/old by arrival, young by date", "INBOX/young by arrival, old by date"})
	deliver(t, lab, "INBOX", letter("after"))
	look(t, w, mailbox.BeforeSend)
	batches = db.take()
	want(t, "afterwards", []any{subjects(batches), batches[0].Reset}, []any{[]string{"INBOX/after"}, false})
}

func TestUIDNextGoingBackIsAReset(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	w := started(t, account(lab), db)
	deliver(t, lab, "INBOX", letter("restored"))
	cursor := db.cursors["INBOX"]
	cursor.Next = 500
	db.cursors["INBOX"] = cursor
	look(t, w, mailbox.BeforeSend)
	batches := db.take()
	want(t, "found", []any{subjects(batches), batches[0].Reset, batches[0].Cursor.Next}, []any{[]string{"INBOX/restored"}, true, 2})
}

func TestFolderThatAppearsLater(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	w := started(t, account(lab), db)
	if err := lab.CreateFolder(anaUser, maillab.Folder{Name: "Clients"}); err != nil {
		t.Fatal(err)
	}
	if _, err := lab.Deliver(anaUser, "Clients", letter("years-ago"), time.Now().AddDate(-2, 0, 0)); err != nil {
		t.Fatal(err)
	}
	deliver(t, lab, "Clients", letter("filed-by-a-rule"))
	look(t, w, mailbox.Everything)
	batches := db.take()
	want(t, "found", subjects(batches), []string{"Clients/filed-by-a-rule"})
	want(t, "first look", batches[0].FirstLook, false)
}

func TestSinkErrorKeepsTheCursor(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	w := started(t, account(lab), db)
	deliver(t, lab, "INBOX", letter("kept"))
	before := db.cursors["INBOX"]
	full := errors.New("disk full")
	db.failWith(full)
	if _, err := w.Look(t.Context(), mailbox.BeforeSend); !errors.Is(err, full) {
		t.Fatalf("error is %v", err)
	}
	want(t, "cursor", db.cursors["INBOX"], before)
	db.failWith(nil)
	look(t, w, mailbox.BeforeSend)
	want(t, "found", subjects(db.take()), []string{"INBOX/kept"})
}

func TestPoisonousMail(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		poison maillab.Poison
		looks  int // that fail before the mail is passed over
		failed string
		header bool
	}{
		{"body", maillab.PoisonBody, 1, "only the header could be read: the connection broke each time it was fetched", true},
		{"all", maillab.PoisonAll, 2, "nothing of the mail could be read: the connection broke each time it was fetched", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			db := newStore()
			w := started(t, account(lab), db)
			deliver(t, lab, "INBOX", letter("one"))
			bad := deliver(t, lab, "INBOX", letter("two"))
			deliver(t, lab, "INBOX", letter("three"))
			if err := lab.SetPoison(anaUser, "INBOX", bad, tt.poison); err != nil {
				t.Fatal(err)
			}
			for range tt.looks {
				if _, err := w.Look(t.Context(), mailbox.BeforeSend); !errors.Is(err, mailbox.ErrLost) {
					t.Fatalf("look: %v", err)
				}
				want(t, "handed over meanwhile", len(db.take()), 0)
			}
			look(t, w, mailbox.BeforeSend)
			mails := mailsOf(db.take())
			if len(mails) != 3 {
				t.Fatalf("%d mails", len(mails))
			}
			for i, m := range mails {
				want(t, fmt.Sprintf("mail %d", m.UID), []any{m.UID, m.Failed == ""}, []any{i + 1, m.UID != bad})
			}
			m := mails[1]
			want(t, "failed", m.Failed, tt.failed)
			want(t, "header", strings.Contains(string(m.Raw), "Subject: two"), tt.header)
			if strings.Contains(string(m.Raw), "Hello") || !m.Truncated {
				t.Errorf("mail: %q, truncated %v", m.Raw, m.Truncated)
			}
			deliver(t, lab, "INBOX", letter("four"))
			look(t, w, mailbox.BeforeSend)
			want(t, "the next", subjects(db.take()), []string{"INBOX/four"})
		})
	}
}

// TestCutAtEveryByte cuts the connection ever later in a look. Whatever was
// handed over by then is whole, the cursor fits it, and the look after that
// finds the rest.
func TestCutAtEveryByte(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	a := account(lab)
	first := started(t, a, db)
	_ = first.Close()
	start := db.cursors["INBOX"]
	deliver(t, lab, "INBOX", letter("one"))
	deliver(t, lab, "INBOX", letter("two"))
	complete := false
	step := int64(1)
	if testing.Short() {
		step = 7
	}
	for cut := int64(1); !complete; cut += step {
		db.cursors["INBOX"] = start
		lab.SetIMAPFault(maillab.IMAPFault{CutAfter: cut})
		w := newWatcher(t, a, db)
		_, err := w.Look(t.Context(), mailbox.BeforeSend)
		complete = err == nil
		found := mailsOf(db.take())
		if next := db.cursors["INBOX"].Next; int(next-start.Next) != len(found) {
			t.Fatalf("cut after %d bytes: %d mails and cursor %d", cut, len(found), next)
		}
		lab.SetIMAPFault(maillab.IMAPFault{})
		lab.DropIMAP()
		look(t, w, mailbox.BeforeSend)
		found = append(found, mailsOf(db.take())...)
		if len(found) != 2 {
			t.Fatalf("cut after %d bytes: %d mails in all", cut, len(found))
		}
		for i, m := range found {
			if !strings.HasSuffix(string(m.Raw), ".\r\n") || m.Failed != "" || int(m.UID) != i+1 {
				t.Fatalf("cut after %d bytes: %+v", cut, m)
			}
		}
		_ = w.Close()
	}
}

func TestKeptConnectionThatDied(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		end  func(*maillab.Lab)
	}{
		{"dropped", (*maillab.Lab).DropIMAP},
		{"bye", func(lab *maillab.Lab) { lab.ByeIMAP("server is going down") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			db := newStore()
			w := started(t, account(lab), db)
			tt.end(lab)
			deliver(t, lab, "INBOX", letter("meanwhile"))
			look(t, w, mailbox.BeforeSend)
			want(t, "found", subjects(db.take()), []string{"INBOX/meanwhile"})
			tt.end(lab)
			if err := w.Append(t.Context(), mailbox.RoleSent, letter("copy"), nil, time.Now()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestBlackHoleIsNoticed(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	w := started(t, account(lab), db, func(o *mailbox.WatcherOptions) { o.Timers.Command = 50 * time.Millisecond })
	deliver(t, lab, "INBOX", letter("hidden"))
	lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
	_, err := w.Look(t.Context(), mailbox.BeforeSend)
	if !errors.Is(err, mailbox.ErrSilent) || !mailbox.Temporary(err) {
		t.Errorf("error is %v", err)
	}
	lab.SetIMAPFault(maillab.IMAPFault{})
	look(t, w, mailbox.BeforeSend)
	want(t, "found", subjects(db.take()), []string{"INBOX/hidden"})
}

func TestSlowDripIsBounded(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	w := started(t, account(lab), newStore(), func(o *mailbox.WatcherOptions) { o.Timers.Transfer = 100 * time.Millisecond })
	for range 20 {
		deliver(t, lab, "INBOX", letter("slow"))
	}
	lab.SetIMAPFault(maillab.IMAPFault{Delay: 60 * time.Millisecond})
	if _, err := w.Look(t.Context(), mailbox.BeforeSend); !errors.Is(err, mailbox.ErrSilent) {
		t.Errorf("error is %v", err)
	}
}

func TestLookEndsWithItsContext(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	w := started(t, account(lab), newStore())
	lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := w.Look(ctx, mailbox.BeforeSend); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
}

func TestLooksAreSerialised(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	db := newStore()
	w := started(t, account(lab), db)
	deliver(t, lab, "INBOX", letter("once"))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := w.Look(t.Context(), mailbox.BeforeSend); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	want(t, "found", subjects(db.take()), []string{"INBOX/once"})
}

func TestExcludedAndNamedFolders(t *testing.T) {
	t.Parallel()
	lab := newLab(t, func(o *maillab.Options) {
		o.Accounts[0].Folders = []maillab.Folder{
			{Name: "Sent", Use: `\Sent`}, {Name: "Mine"}, {Name: "Lists"}, {Name: "Lists/go"}, {Name: "Listserv"},
		}
	})
	a := account(lab)
	a.Exclude = []string{"Lists", "INBOX"}
	a.Folders = mailbox.FolderOverrides{Sent: "Mine"}
	w := newWatcher(t, a, newStore())
	l := look(t, w, mailbox.Everything)
	want(t, "read", l.Folders, []string{"Mine", "Listserv", "Sent", "INBOX"})
	if err := w.Append(t.Context(), mailbox.RoleSent, letter("copy"), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	mails, err := lab.Mails(anaUser, "Mine")
	if err != nil || len(mails) != 1 {
		t.Errorf("in the folder named as Sent: %v, %v", mails, err)
	}
	if err := w.Append(t.Context(), mailbox.RoleJunk, letter("copy"), nil, time.Now()); !errors.Is(err, mailbox.ErrNoFolder) {
		t.Errorf("no such folder: %v", err)
	}
}

func TestLoginRefusals(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, refusal string
		temporary     bool
	}{
		{"wrong password", "[AUTHENTICATIONFAILED] wrong", false},
		{"no code", "go away", false},
		{"not now", "[UNAVAILABLE] the user database is down", true},
		{"in use", "[INUSE] another session", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: tt.refusal})
			_, err := newWatcher(t, account(lab), newStore()).Look(t.Context(), mailbox.BeforeSend)
			if err == nil || mailbox.Temporary(err) != tt.temporary || errors.Is(err, mailbox.ErrLogin) == tt.temporary {
				t.Errorf("%v: temporary %v", err, mailbox.Temporary(err))
			}
		})
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, old, fresh string
		asked            []bool
		ok               bool
	}{
		{"valid", "good", "", []bool{false}, true},
		{"refreshed", "stale", "good", []bool{false, true}, true},
		{"refused twice", "stale", "staler", []bool{false, true}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) {
				o.TLS = maillab.TLSImplicit
				o.Accounts[0].Tokens = map[string]time.Time{"good": {}}
			})
			imapTokens := &tokens{user: anaUser, old: tt.old, fresh: tt.fresh}
			a := account(lab)
			a.IMAP.Auth = imapTokens
			_, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.BeforeSend)
			want(t, "imap asked for", imapTokens.asked, tt.asked)
			if (err == nil) != tt.ok || !tt.ok && !errors.Is(err, mailbox.ErrLogin) {
				t.Errorf("imap: %v", err)
			}
			smtpTokens := &tokens{user: anaUser, old: tt.old, fresh: tt.fresh}
			s := smtpServer(lab)
			s.Auth = smtpTokens
			o := submit(t, newSubmitter(t, s), anaMail("token"))
			want(t, "smtp asked for", smtpTokens.asked, tt.asked)
			if (o.State == mailbox.Sent) != tt.ok || !tt.ok && !errors.Is(o.Err, mailbox.ErrLogin) {
				t.Errorf("smtp: %v: %v", o, o.Err)
			}
		})
	}
}
