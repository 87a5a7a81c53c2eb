package mailbox_test

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

// script is an IMAP server with an INBOX alone, whose answers a test may
// replace: for what well-behaved servers never say.
type script struct {
	t        *testing.T
	ln       net.Listener
	override func(tag, command string) (answer string, ok bool)

	mu       sync.Mutex
	mails    [][]byte
	commands []string
	conns    map[net.Conn]bool
	done     sync.WaitGroup
}

// hangUp at the end of an answer ends the connection after it.
const hangUp = "\x00"

// newScript starts the server. override gives the whole answer to a command,
// tag and line ends included; "" ends the connection.
func newScript(t *testing.T, override func(tag, command string) (string, bool)) *script {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &script{t: t, ln: ln, override: override, conns: map[net.Conn]bool{}}
	s.done.Go(s.accept)
	t.Cleanup(s.close)
	return s
}

func (s *script) account() mailbox.Account {
	return mailbox.Account{Name: "ana", IMAP: serverAt(s.ln.Addr().String(), maillab.TLSNone, nil, secret{anaUser, anaPassword})}
}

func (s *script) put(raw []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mails = append(s.mails, raw)
}

// seen counts the commands that contain a text.
func (s *script) seen(part string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, c := range s.commands {
		if strings.Contains(c, part) {
			n++
		}
	}
	return n
}

func (s *script) accept() {
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.conns[conn] = true
		s.mu.Unlock()
		s.done.Go(func() { s.serve(conn) })
	}
}

func (s *script) close() {
	_ = s.ln.Close()
	s.mu.Lock()
	for conn := range s.conns {
		_ = conn.Close()
	}
	s.mu.Unlock()
	s.done.Wait()
}

func (s *script) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	lines := bufio.NewScanner(conn)
	if _, err := fmt.Fprint(conn, "* OK hello\r\n"); err != nil {
		return
	}
	idle := ""
	for lines.Scan() {
		tag, command, _ := strings.Cut(lines.Text(), " ")
		if tag == "DONE" {
			tag, command = idle, "DONE"
		}
		if command == "IDLE" {
			idle = tag
		}
		s.mu.Lock()
		s.commands = append(s.commands, command)
		s.mu.Unlock()
		answer := ""
		ok := false
		if s.override != nil {
			answer, ok = s.override(tag, command)
		}
		if !ok {
			answer = s.answer(tag, command)
		}
		rest, end := strings.CutSuffix(answer, hangUp)
		if _, err := fmt.Fprint(conn, rest); err != nil || end || answer == "" {
			return
		}
	}
}

var fetchRange = regexp.MustCompile(`^UID FETCH (\d+)(:\*)?([\d,:]*) `)

func (s *script) answer(tag, command string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	ok := tag + " OK done\r\n"
	verb, _, _ := strings.Cut(command, " ")
	switch verb {
	case "CAPABILITY":
		return "* CAPABILITY IMAP4rev1 IDLE\r\n" + ok
	case "LIST":
		return `* LIST () "/" INBOX` + "\r\n" + ok
	case "EXAMINE":
		return fmt.Sprintf("* %d EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT %d] n\r\n%s", len(s.mails), len(s.mails)+1, ok)
	case "IDLE":
		return "+ idling\r\n"
	case "UID":
		m := fetchRange.FindStringSubmatch(command)
		if m == nil {
			return tag + " BAD what\r\n"
		}
		from, _ := strconv.Atoi(m[1])
		var out strings.Builder
		for i, raw := range s.mails {
			uid := i + 1
			if uid < from && (m[2] == "" || i < len(s.mails)-1) {
				continue // but n:* always shows the last one
			}
			fmt.Fprintf(&out, `* %d FETCH (UID %d RFC822.SIZE %d FLAGS () INTERNALDATE "22-Nov-2026 10:00:00 +0100"`, uid, uid, len(raw))
			if strings.Contains(command, "BODY.PEEK[]") {
				fmt.Fprintf(&out, " BODY[]<0> {%d}\r\n%s", len(raw), raw)
			}
			if strings.Contains(command, "BODY.PEEK[HEADER]") {
				fmt.Fprintf(&out, " BODY[HEADER]<0> {%d}\r\n%s", len(raw), raw)
			}
			out.WriteString(")\r\n")
		}
		return out.String() + ok
	}
	return ok
}

func TestScriptedServer(t *testing.T) {
	t.Parallel()
	s := newScript(t, nil)
	db := newStore()
	w := started(t, s.account(), db)
	s.put(letter("one"))
	s.put(letter("two"))
	look(t, w, mailbox.BeforeSend)
	mails := mailsOf(db.take())
	if len(mails) != 2 || !mails[1].InternalDate.Equal(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)) {
		t.Fatalf("found %+v", mails)
	}
	want(t, "asked for again", look(t, w, mailbox.BeforeSend).New, 0)
	want(t, "marked", s.seen("BODY[]")+s.seen("SELECT ")+s.seen("STORE"), 0)
}

func TestServersThatWillNotGiveAMail(t *testing.T) {
	t.Parallel()
	single := func(command string) bool { return strings.HasPrefix(command, "UID FETCH 2 ") }
	batch := func(command string) bool { return strings.HasPrefix(command, "UID FETCH 1:3 ") }
	tests := []struct {
		name   string
		answer func(s *script, tag, command string) (string, bool)
		failed string
		count  int
	}{
		{"no at the batch, then gone", func(s *script, tag, command string) (string, bool) {
			switch {
			case batch(command):
				return s.row(1) + s.row(3) + tag + " NO [EXPUNGEISSUED] some are gone\r\n", true
			case single(command) && s.seen("EXAMINE") < 3:
				return tag + " NO [EXPUNGEISSUED] it is gone\r\n", true
			case single(command): // once the folder was opened anew
				return tag + " OK done\r\n", true
			}
			return "", false
		}, "", 2},
		{"no for one", func(s *script, tag, command string) (string, bool) {
			switch {
			case batch(command):
				return s.row(1) + s.row(3) + tag + " NO cannot read it\r\n", true
			case single(command) && strings.Contains(command, "BODY.PEEK[]"):
				return tag + " NO cannot read it\r\n", true
			case single(command):
				return "* 2 FETCH (UID 2 BODY[HEADER]<0> {5}\r\nA: b\n)\r\n" + tag + " OK done\r\n", true
			}
			return "", false
		}, "only the header could be read: the server would not give it", 3},
		{"nil for one", func(s *script, tag, command string) (string, bool) {
			switch {
			case batch(command):
				return s.row(1) + s.row(3) + "* 2 FETCH (UID 2 BODY[]<0> NIL)\r\n" + tag + " OK done\r\n", true
			case single(command) && strings.Contains(command, "BODY.PEEK[]"):
				return "* 2 FETCH (UID 2 BODY[]<0> NIL)\r\n" + tag + " OK done\r\n", true
			case single(command):
				return tag + " NO nothing\r\n", true
			}
			return "", false
		}, "nothing of the mail could be read: the server would not give it", 3},
		{"empty mail", func(s *script, tag, command string) (string, bool) {
			if batch(command) {
				return s.row(1) + s.row(3) + "* 2 FETCH (UID 2 BODY[]<0> {0}\r\n)\r\n" + tag + " OK done\r\n", true
			}
			return "", false
		}, "", 3},
		{"an answer that cannot be parsed", func(s *script, tag, command string) (string, bool) {
			switch {
			case batch(command), single(command) && strings.Contains(command, "INTERNALDATE"):
				return s.row(1) + `* 2 FETCH (UID 2 INTERNALDATE "yesterday")` + "\r\n" + tag + " OK done\r\n", true
			case single(command):
				return "* 2 FETCH (UID 2 BODY[HEADER]<0> {5}\r\nA: b\n)\r\n" + tag + " OK done\r\n", true
			}
			return "", false
		}, "only the header could be read: the connection broke each time it was fetched", 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var s *script
			s = newScript(t, func(tag, command string) (string, bool) { return tt.answer(s, tag, command) })
			db := newStore()
			w := started(t, s.account(), db)
			for _, subject := range []string{"one", "two", "three"} {
				s.put(letter(subject))
			}
			l, err := w.Look(t.Context(), mailbox.BeforeSend)
			if errors.Is(err, mailbox.ErrLost) {
				l, err = w.Look(t.Context(), mailbox.BeforeSend)
			}
			if err != nil {
				t.Fatal(err)
			}
			want(t, "new", l.New, tt.count)
			for _, m := range mailsOf(db.take()) {
				wanted := ""
				if m.UID == 2 {
					wanted = tt.failed
				}
				want(t, fmt.Sprintf("mail %d failed", m.UID), m.Failed, wanted)
			}
			want(t, "cursor", db.cursors["INBOX"].Next, 4)
		})
	}
}

// row is the answer to a fetch of one whole mail.
func (s *script) row(uid int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw := s.mails[uid-1]
	return fmt.Sprintf(`* %d FETCH (UID %d RFC822.SIZE %d FLAGS () INTERNALDATE "22-Nov-2026 10:00:00 +0100" BODY[]<0> {%d}`+"\r\n%s)\r\n",
		uid, uid, len(raw), len(raw), raw)
}

func TestMailThatAlwaysEndsInItsMiddle(t *testing.T) {
	t.Parallel()
	var s *script
	s = newScript(t, func(_, command string) (string, bool) {
		switch {
		case strings.HasPrefix(command, "UID FETCH 1:3 "):
			row := s.row(2)
			return s.row(1) + row[:len(row)-20] + hangUp, true
		case strings.HasPrefix(command, "UID FETCH 2 ") && strings.Contains(command, "BODY.PEEK[]"):
			row := s.row(2)
			return row[:len(row)-20] + hangUp, true
		}
		return "", false
	})
	db := newStore()
	w := started(t, s.account(), db)
	for _, subject := range []string{"one", "two", "three"} {
		s.put(letter(subject))
	}
	if _, err := w.Look(t.Context(), mailbox.BeforeSend); !errors.Is(err, mailbox.ErrLost) {
		t.Fatalf("error is %v", err)
	}
	look(t, w, mailbox.BeforeSend)
	var failed []bool
	for _, m := range mailsOf(db.take()) {
		failed = append(failed, m.Failed != "")
	}
	want(t, "failed", failed, []bool{false, true, false})
}

// TestLoginThatIsCutOff: the library waits for ever when a refusal follows a
// challenge at once. The look must not.
func TestLoginThatIsCutOff(t *testing.T) {
	t.Parallel()
	s := newScript(t, func(tag, command string) (string, bool) {
		switch {
		case command == "CAPABILITY":
			return "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + tag + " OK done\r\n", true
		case strings.HasPrefix(command, "AUTHENTICATE"):
			return "+ \r\n" + tag + " NO [UNAVAILABLE] too busy\r\n", true
		}
		return "", false
	})
	w := newWatcher(t, s.account(), newStore(), func(o *mailbox.WatcherOptions) { o.Timers.Command = 50 * time.Millisecond })
	if _, err := w.Look(t.Context(), mailbox.BeforeSend); err == nil || !mailbox.Temporary(err) {
		t.Errorf("error is %v", err)
	}
}

func TestFoldersThatCannotBeRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, refusal string
		skipped       []string
		fails         bool
	}{
		{"closed to us", "NO [NOPERM] not yours", []string{"Shared"}, false},
		{"gone", "NO [NONEXISTENT] no such folder", []string{"Shared"}, false},
		{"trouble", "NO [SERVERBUG] index is broken", nil, true},
		{"no reason", "NO cannot", nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScript(t, func(tag, command string) (string, bool) {
				switch {
				case strings.HasPrefix(command, "LIST"):
					return `* LIST () "/" INBOX` + "\r\n" + `* LIST () "/" Shared` + "\r\n" + tag + " OK done\r\n", true
				case strings.Contains(command, "Shared"):
					return tag + " " + tt.refusal + "\r\n", true
				}
				return "", false
			})
			w := newWatcher(t, s.account(), newStore())
			l, err := w.Look(t.Context(), mailbox.Everything)
			want(t, "skipped", l.Skipped, tt.skipped)
			if (err != nil) != tt.fails || tt.fails && !strings.Contains(err.Error(), `"Shared"`) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

func TestRenamedFolderIsListedAnew(t *testing.T) {
	t.Parallel()
	var s *script
	s = newScript(t, func(tag, command string) (string, bool) {
		old := s.seen("LIST") < 2
		switch {
		case strings.HasPrefix(command, "LIST") && old:
			return `* LIST () "/" INBOX` + "\r\n" + `* LIST (\Junk) "/" Bulk` + "\r\n" + tag + " OK done\r\n", true
		case strings.HasPrefix(command, "STATUS"):
			return tag + " NO what folder\r\n", true
		}
		return "", false
	})
	w := started(t, s.account(), newStore())
	if _, err := w.Look(t.Context(), mailbox.BeforeSend); err == nil {
		t.Error("a folder that was not read is not told")
	}
	want(t, "read", look(t, w, mailbox.BeforeSend).Folders, []string{"INBOX"})
}

func TestServerWithoutUIDNEXT(t *testing.T) {
	t.Parallel()
	var s *script
	s = newScript(t, func(tag, command string) (string, bool) {
		if !strings.HasPrefix(command, "EXAMINE") {
			return "", false
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return fmt.Sprintf("* %d EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n%s OK done\r\n", len(s.mails), tag), true
	})
	s.put(letter("history"))
	db := newStore()
	w := started(t, s.account(), db)
	want(t, "cursor", db.cursors["INBOX"].Next, 2)
	s.put(letter("news"))
	look(t, w, mailbox.BeforeSend)
	want(t, "found", subjects(db.take()), []string{"INBOX/news"})
	look(t, w, mailbox.BeforeSend)
	want(t, "moved", len(db.take()), 0)
}

func TestIMAPStartTLSIsNotDoneWithout(t *testing.T) {
	t.Parallel()
	s := newScript(t, func(tag, command string) (string, bool) {
		if command == "STARTTLS" {
			return tag + " BAD what is that\r\n", true
		}
		return "", false
	})
	a := s.account()
	a.IMAP.TLS = mailbox.TLSStart
	_, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.BeforeSend)
	if !errors.Is(err, mailbox.ErrNoEncryption) || mailbox.Temporary(err) {
		t.Errorf("error is %v", err)
	}
	want(t, "logins", s.seen("LOGIN")+s.seen("AUTHENTICATE"), 0)

	a.IMAP.TLS, a.IMAP.Host = mailbox.TLSNone, "mail.lima.example"
	if _, err := newWatcher(t, a, newStore()).Look(t.Context(), mailbox.BeforeSend); !errors.Is(err, mailbox.ErrNoEncryption) {
		t.Errorf("no encryption to another machine: %v", err)
	}
}

func TestXOAUTH2OverIMAP(t *testing.T) {
	t.Parallel()
	// dXNlcj1... is user=ana^Aauth=Bearer good^A^A in base64.
	const good = "dXNlcj1hbmEBYXV0aD1CZWFyZXIgZ29vZAEB"
	s := newScript(t, func(tag, command string) (string, bool) {
		switch {
		case command == "CAPABILITY":
			return "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n" + tag + " OK done\r\n", true
		case command == "AUTHENTICATE XOAUTH2 "+good:
			return tag + " OK welcome\r\n", true
		case strings.HasPrefix(command, "AUTHENTICATE"):
			return "+ eyJzdGF0dXMiOiI0MDAifQ==\r\n" + tag + " NO [AUTHENTICATIONFAILED] stale\r\n", true
		}
		return "", false
	})
	a := s.account()
	credentials := &tokens{user: anaUser, old: "stale", fresh: "good"}
	a.IMAP.Auth = credentials
	look(t, newWatcher(t, a, newStore()), mailbox.BeforeSend)
	want(t, "asked for", credentials.asked, []bool{false, true})
}
