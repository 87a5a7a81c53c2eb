package mailbox_test

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

// scriptSMTP is an SMTP server that offers what a test says and whose answers a
// test may replace.
type scriptSMTP struct {
	ln       net.Listener
	offers   []string
	override func(command string) (string, bool)

	mu       sync.Mutex
	commands []string
	conns    map[net.Conn]bool
	done     sync.WaitGroup
}

func newScriptSMTP(t *testing.T, offers []string, override func(command string) (string, bool)) *scriptSMTP {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &scriptSMTP{ln: ln, offers: offers, override: override, conns: map[net.Conn]bool{}}
	s.done.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.conns[conn] = true
			s.mu.Unlock()
			s.done.Go(func() { s.serve(conn) })
		}
	})
	t.Cleanup(func() {
		_ = ln.Close()
		s.mu.Lock()
		for conn := range s.conns {
			_ = conn.Close()
		}
		s.mu.Unlock()
		s.done.Wait()
	})
	return s
}

func (s *scriptSMTP) server(auth mailbox.Credentials) mailbox.Server {
	return serverAt(s.ln.Addr().String(), maillab.TLSNone, nil, auth)
}

func (s *scriptSMTP) said() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.commands...)
}

func (s *scriptSMTP) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	lines := bufio.NewScanner(conn)
	inData := false
	reply := func(text string) bool {
		_, err := fmt.Fprint(conn, text)
		return err == nil
	}
	if !reply("220 hello\r\n") {
		return
	}
	for lines.Scan() {
		command := lines.Text()
		if inData && command != "." {
			continue
		}
		s.mu.Lock()
		s.commands = append(s.commands, command)
		s.mu.Unlock()
		answer, ok := s.override(command)
		switch {
		case ok:
		case strings.HasPrefix(command, "EHLO"):
			answer = "250-script\r\n250-" + strings.Join(s.offers, "\r\n250-") + "\r\n250 HELP\r\n"
		case command == "DATA":
			answer = "354 go on\r\n"
		default:
			answer = "250 2.0.0 fine\r\n"
		}
		inData = strings.HasPrefix(answer, "354")
		if answer == "" || !reply(answer) {
			return
		}
	}
}

func untouched(string) (string, bool) { return "", false }

func TestSMTPLogins(t *testing.T) {
	t.Parallel()
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	good := "AUTH XOAUTH2 " + b64("user=ana\x01auth=Bearer good\x01\x01")
	tests := []struct {
		name, offers string
		auth         mailbox.Credentials
		answer       func(command string) (string, bool)
		state        mailbox.OutcomeState
		login        bool // whether the failure is one of the login
		first        string
	}{
		{"plain", "AUTH PLAIN LOGIN", secret{anaUser, "pass"}, untouched235, mailbox.Sent, false, "AUTH PLAIN " + b64("\x00ana\x00pass")},
		{"login", "AUTH LOGIN", secret{anaUser, "pass"}, func(c string) (string, bool) {
			switch c {
			case "AUTH LOGIN":
				return "334 VXNlcm5hbWU6\r\n", true
			case b64(anaUser):
				return "334 UGFzc3dvcmQ6\r\n", true
			case b64("pass"):
				return "235 2.7.0 welcome\r\n", true
			}
			return "", false
		}, mailbox.Sent, false, "AUTH LOGIN"},
		{"scram is begun", "AUTH SCRAM-SHA-256", secret{anaUser, "pass"}, func(c string) (string, bool) {
			return "535 5.7.8 no\r\n", strings.HasPrefix(c, "AUTH")
		}, mailbox.NotSent, true, "AUTH SCRAM-SHA-256"},
		{"nothing fits", "AUTH GSSAPI", secret{anaUser, "pass"}, untouched, mailbox.NotSent, true, "QUIT"},
		{"xoauth2, refreshed", "AUTH XOAUTH2 PLAIN", &tokens{user: anaUser, old: "stale", fresh: "good"}, func(c string) (string, bool) {
			switch {
			case c == good:
				return "235 2.7.0 welcome\r\n", true
			case strings.HasPrefix(c, "AUTH"):
				return "334 eyJzdGF0dXMiOiI0MDEifQ==\r\n", true
			case c == "":
				return "535 5.7.8 stale\r\n", true
			}
			return "", false
		}, mailbox.Sent, false, "AUTH XOAUTH2 " + b64("user=ana\x01auth=Bearer stale\x01\x01")},
		{"no tokens taken", "AUTH PLAIN", &tokens{user: anaUser, old: "good", fresh: "good"}, untouched, mailbox.NotSent, true, "QUIT"},
		{"none asked for", "SIZE", nil, untouched, mailbox.Sent, false, "MAIL FROM:<ana@lima.example>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScriptSMTP(t, []string{tt.offers}, tt.answer)
			o := submit(t, newSubmitter(t, s.server(tt.auth)), anaMail("login"))
			if o.State != tt.state || errors.Is(o.Err, mailbox.ErrLogin) != tt.login {
				t.Errorf("%v: %v", o, o.Err)
			}
			said := s.said()
			if len(said) < 2 || !strings.HasPrefix(said[1], tt.first) {
				t.Errorf("said %q", said)
			}
			if tt.login && o.Temporary() {
				t.Errorf("a refused login is told as temporary")
			}
		})
	}
}

func untouched235(command string) (string, bool) {
	return "235 2.7.0 welcome\r\n", strings.HasPrefix(command, "AUTH")
}

func TestOddAnswers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, command, answer string
		want                  mailbox.OutcomeState
	}{
		{"long answer to the dot", ".", "250-2.0.0 thank\r\n250 2.0.0 you\r\n", mailbox.Sent},
		{"another 2xx to the dot", ".", "252 2.0.0 in a way\r\n", mailbox.Sent},
		{"3xx to the dot", ".", "354 go on\r\n", mailbox.Uncertain},
		{"garbage to the dot", ".", "what?\r\n", mailbox.Uncertain},
		{"nothing to the dot", ".", "", mailbox.Uncertain},
		{"half an answer to the dot", ".", "250-2.0.0 queu\r\n", mailbox.Uncertain},
		{"garbage to data", "DATA", "what?\r\n", mailbox.NotSent},
		{"2xx to data", "DATA", "250 2.0.0 fine\r\n", mailbox.NotSent},
		{"garbage to mail", "MAIL FROM:<ana@lima.example>", "what?\r\n", mailbox.NotSent},
		{"251 to rcpt", "RCPT TO:<bo@firm.example>", "251 2.1.5 will forward\r\n", mailbox.Sent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newScriptSMTP(t, []string{"SIZE"}, func(command string) (string, bool) {
				return tt.answer, command == tt.command
			})
			sub := newSubmitter(t, s.server(nil), func(o *mailbox.SubmitterOptions) { o.Timers.Dot = 200 * time.Millisecond })
			o := submit(t, sub, anaMail("odd"))
			if o.State != tt.want || o.State == mailbox.Uncertain && o.Temporary() {
				t.Errorf("%v: %v", o, o.Err)
			}
		})
	}
}

func TestSMTPUTF8IsAskedForWhereNeededOnly(t *testing.T) {
	t.Parallel()
	s := newScriptSMTP(t, []string{"SMTPUTF8", "8BITMIME"}, untouched)
	sub := newSubmitter(t, s.server(nil))
	m := anaMail("ascii")
	submit(t, sub, m)
	m.To = []string{"bö@firm.example"}
	submit(t, sub, m)
	var mails []string
	for _, c := range s.said() {
		if strings.HasPrefix(c, "MAIL") {
			mails = append(mails, c)
		}
	}
	want(t, "MAIL", mails, []string{"MAIL FROM:<ana@lima.example> BODY=8BITMIME", "MAIL FROM:<ana@lima.example> BODY=8BITMIME SMTPUTF8"})
}
