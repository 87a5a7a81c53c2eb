package maillab_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

const (
	owner    = "ana@lima.example"
	prospect = "bo@firm.example"
	password = "secret word"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// start runs a lab whose clock stands at noon, with one account.
func start(t *testing.T, change func(*maillab.Options)) *maillab.Lab {
	t.Helper()
	opts := maillab.Options{
		Now:      func() time.Time { return noon },
		Accounts: []maillab.Account{{User: "ana", Password: password, Address: owner}},
	}
	if change != nil {
		change(&opts)
	}
	lab, err := maillab.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lab.Close(); err != nil {
			t.Error(err)
		}
	})
	return lab
}

func trust(t *testing.T, lab *maillab.Lab) *tls.Config {
	t.Helper()
	pool := x509.NewCertPool()
	if lab.TLS() != maillab.TLSNone && !pool.AppendCertsFromPEM(lab.CA()) {
		t.Fatal("the CA isn't PEM")
	}
	return &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}
}

// connect opens an IMAP connection in the lab's way of TLS.
func connect(t *testing.T, lab *maillab.Lab, handler *imapclient.UnilateralDataHandler) *imapclient.Client {
	t.Helper()
	opts := &imapclient.Options{TLSConfig: trust(t, lab), UnilateralDataHandler: handler}
	dial := imapclient.DialInsecure
	switch lab.TLS() {
	case maillab.TLSImplicit:
		dial = imapclient.DialTLS
	case maillab.TLSStart:
		dial = imapclient.DialStartTLS
	}
	c, err := dial(lab.IMAPAddr(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func login(t *testing.T, lab *maillab.Lab, handler *imapclient.UnilateralDataHandler) *imapclient.Client {
	t.Helper()
	c := connect(t, lab, handler)
	user, pass := lab.User()
	if err := c.Login(user, pass).Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

// submitter opens an SMTP connection and logs in.
func submitter(t *testing.T, lab *maillab.Lab) *smtp.Client {
	t.Helper()
	c := greeted(t, lab)
	if err := c.Auth(sasl.NewPlainClient("", "ana", password)); err != nil {
		t.Fatal(err)
	}
	return c
}

func greeted(t *testing.T, lab *maillab.Lab) *smtp.Client {
	t.Helper()
	var c *smtp.Client
	var err error
	switch lab.TLS() {
	case maillab.TLSImplicit:
		c, err = smtp.DialTLS(lab.SMTPAddr(), trust(t, lab))
	case maillab.TLSStart:
		c, err = smtp.DialStartTLS(lab.SMTPAddr(), trust(t, lab))
	default:
		c, err = smtp.Dial(lab.SMTPAddr())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func letter(id, from, to, body string) []byte {
	return []byte("From: " + from + "\r\nTo: " + to + "\r\nSubject: Hello\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\n" +
		"Message-ID: " + id + "\r\n\r\n" + body + "\r\n")
}

func kinds(entries []maillab.Entry, protocol string) string {
	var list []string
	for _, e := range entries {
		if e.Protocol == protocol {
			list = append(list, string(e.Kind))
		}
	}
	return strings.Join(list, " ")
}

func await(t *testing.T, lab *maillab.Lab, kind maillab.Kind) maillab.Entry {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	e, err := lab.Await(ctx, 0, func(e maillab.Entry) bool { return e.Kind == kind })
	if err != nil {
		t.Fatalf("no %q in the log: %v", kind, err)
	}
	return e
}

func TestSubmitAndRead(t *testing.T) {
	t.Parallel()
	for _, mode := range []maillab.TLSMode{maillab.TLSNone, maillab.TLSStart, maillab.TLSImplicit} {
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			lab := start(t, func(o *maillab.Options) { o.TLS = mode })
			raw := letter("<1@lima.example>", owner, owner, "..dots\r\n.\r\nend")
			out := submitter(t, lab)
			if err := out.SendMail(owner, []string{owner, prospect}, strings.NewReader(string(raw))); err != nil {
				t.Fatal(err)
			}
			if err := out.Quit(); err != nil {
				t.Fatal(err)
			}
			await(t, lab, maillab.Closed) // it is logged behind the answer to QUIT
			if got, want := kinds(lab.Log(), "smtp"), "connected login mail rcpt rcpt data dot accepted answered closed"; got != want {
				t.Errorf("log says %q, want %q", got, want)
			}
			accepted := lab.Accepted()
			if len(accepted) != 2 || string(accepted[1].Raw) != string(raw) || accepted[1].Recipient != prospect {
				t.Fatalf("accepted: %+v", accepted)
			}

			in := login(t, lab, nil)
			if _, err := in.Select("INBOX", nil).Wait(); err != nil {
				t.Fatal(err)
			}
			section := &imap.FetchItemBodySection{Peek: true}
			got, err := in.Fetch(imap.UIDSet{{Start: 1}}, &imap.FetchOptions{
				UID: true, Flags: true, InternalDate: true, RFC822Size: true, BodySection: []*imap.FetchItemBodySection{section},
			}).Collect()
			if err != nil || len(got) != 1 {
				t.Fatalf("fetched %d mails, error %v", len(got), err)
			}
			if string(got[0].FindBodySection(section)) != string(raw) || !got[0].InternalDate.Equal(noon) || got[0].UID != 1 || len(got[0].Flags) != 0 {
				t.Errorf("got %+v", got[0])
			}
			e := await(t, lab, maillab.Fetched)
			if e.Folder != "INBOX" || e.Account != "ana" || len(e.UIDs) != 1 || e.MessageID != "<1@lima.example>" || !e.At.Equal(noon) {
				t.Errorf("the log says %+v", e)
			}
		})
	}
}

func TestIdlePushes(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	for round := range 50 {
		pushed := make(chan uint32, 10)
		c := login(t, lab, &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
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
		if _, err := lab.Deliver("ana", "INBOX", letter("<p@x.example>", prospect, owner, "yes"), time.Time{}); err != nil {
			t.Fatal(err)
		}
		select {
		case n := <-pushed:
			if n != uint32(round+1) {
				t.Errorf("told of %d mails, want %d", n, round+1)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("round %d: no push", round)
		}
		if err := errors.Join(idle.Close(), idle.Wait(), c.Logout().Wait()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return noon }
	ana := []maillab.Account{{User: "ana"}}
	for _, tt := range []struct {
		name string
		opts maillab.Options
		want string
	}{
		{"no clock", maillab.Options{Accounts: ana}, "no clock"},
		{"no account", maillab.Options{Now: now}, "no account"},
		{"twice", maillab.Options{Now: now, Accounts: append(ana, ana...)}, "given twice"},
		{"no name", maillab.Options{Now: now, Accounts: []maillab.Account{{}}}, "no user name"},
		{"idle", maillab.Options{Now: now, Accounts: ana, TLS: maillab.TLSStart, Personality: maillab.Personality{NoIdle: true}}, "STARTTLS"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if _, err := maillab.New(tt.opts); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestCloseEndsAll(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	c := login(t, lab, nil)
	if err := lab.Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.Noop().Wait(); err == nil {
		t.Error("a connection outlived the lab")
	}
	if conn, err := net.Dial("tcp", lab.SMTPAddr()); err == nil {
		_ = conn.Close()
		t.Error("the submission server still listens")
	}
	if err := lab.Close(); err != nil {
		t.Errorf("the second Close: %v", err)
	}
}
