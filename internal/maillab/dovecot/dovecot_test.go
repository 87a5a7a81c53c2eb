package dovecot_test

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"os"
	"slices"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

func login(t *testing.T, s maillab.Server, handler *imapclient.UnilateralDataHandler) *imapclient.Client {
	t.Helper()
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(s.CA()) {
		t.Fatal("the CA isn't PEM")
	}
	dial := imapclient.DialTLS
	if s.TLS() == maillab.TLSStart {
		dial = imapclient.DialStartTLS
	}
	c, err := dial(s.IMAPAddr(), &imapclient.Options{
		TLSConfig: &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}, UnilateralDataHandler: handler,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	user, password := s.User()
	if err := c.Login(user, password).Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDeliverAndRead(t *testing.T) {
	t.Parallel()
	s := dovecot.Start(t)
	raw := []byte("From: bo@firm.example\r\nSubject: yes\r\nMessage-ID: <1@firm.example>\r\n\r\n.gladly\r\n")
	for round, server := range []maillab.Server{s, s.StartTLS()} {
		before := time.Now()
		at, err := server.DeliverInbox("ana", raw)
		if err != nil {
			t.Fatal(err)
		}
		if at.Before(before) || at.After(time.Now()) {
			t.Errorf("delivered at %v, which isn't now", at)
		}
		c := login(t, server, nil)
		box, err := c.Select("INBOX", nil).Wait()
		if err != nil {
			t.Fatal(err)
		}
		if box.NumMessages != uint32(round+1) {
			t.Errorf("INBOX has %d mails after %d deliveries", box.NumMessages, round+1)
		}
		body := &imap.FetchItemBodySection{Specifier: imap.PartSpecifierText, Peek: true}
		mails, err := c.Fetch(imap.SeqSetNum(1), &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{body}}).Collect()
		if err != nil || len(mails) != 1 || string(mails[0].FindBodySection(body)) != ".gladly\r\n" {
			t.Errorf("read %+v, error %v", mails, err)
		}
	}
	if _, err := s.Deliver("nobody-here", "bo@firm.example", raw); err == nil {
		t.Error("a mail to an unknown user was taken")
	}
}

func TestSpecialUse(t *testing.T) {
	t.Parallel()
	c := login(t, dovecot.Start(t), nil)
	list, err := c.List("", "*", &imap.ListOptions{ReturnSpecialUse: true}).Collect()
	if err != nil {
		t.Fatal(err)
	}
	for name, use := range map[string]imap.MailboxAttr{
		"Sent": imap.MailboxAttrSent, "Junk": imap.MailboxAttrJunk, "Drafts": imap.MailboxAttrDrafts, "Trash": imap.MailboxAttrTrash,
	} {
		if !slices.ContainsFunc(list, func(d *imap.ListData) bool { return d.Mailbox == name && slices.Contains(d.Attrs, use) }) {
			t.Errorf("no folder %s with %s", name, use)
		}
	}
}

func TestIdle(t *testing.T) {
	t.Parallel()
	s := dovecot.Start(t)
	pushed := make(chan uint32, 10)
	c := login(t, s, &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
		if d.NumMessages != nil {
			pushed <- *d.NumMessages
		}
	}})
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	idle, err := c.Idle()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.DeliverInbox("ana", []byte("Subject: hello\r\n\r\nhello\r\n")); err != nil {
		t.Fatal(err)
	}
	select {
	case <-pushed:
	case <-time.After(10 * time.Second):
		t.Error("IDLE told nothing")
	}
	if err := idle.Close(); err != nil {
		t.Error(err)
	}
}

func TestManyClients(t *testing.T) {
	t.Parallel()
	s := dovecot.Start(t)
	for range 100 {
		c := login(t, s, nil)
		if _, err := c.Select("INBOX", nil).Wait(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCloseLeavesNothing(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "dovecot")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	s, err := dovecot.Run(dir, time.Now)
	if err == dovecot.ErrNotInstalled && os.Getenv(dovecot.Required) != "1" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := login(t, s, nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.Noop().Wait(); err == nil {
		t.Error("a connection outlived the server")
	}
	// The children are killed by then, but may take a moment to be gone.
	for deadline := time.Now().Add(5 * time.Second); ; {
		conn, err := net.Dial("tcp", s.LMTPAddr())
		if err != nil {
			break
		}
		_ = conn.Close()
		if time.Now().After(deadline) {
			t.Fatal("LMTP still listens")
		}
	}
}
