package mailbox_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
	mail "github.com/wneessen/go-mail"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"
	"followupd/mailbox"
)

func benchLab(b *testing.B, mode maillab.TLSMode) *maillab.Lab {
	b.Helper()
	lab, err := maillab.New(maillab.Options{
		Now: time.Now, TLS: mode,
		Accounts: []maillab.Account{{User: anaUser, Password: anaPassword, Address: anaAddress}},
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = lab.Close() })
	return lab
}

// BenchmarkSubmit sends mails over one kept connection, without a ledger.
func BenchmarkSubmit(b *testing.B) {
	lab := benchLab(b, maillab.TLSImplicit)
	sub := mailbox.NewSubmitter(smtpServer(lab), mailbox.SubmitterOptions{})
	defer func() { _ = sub.Close() }()
	m := anaMail("bench")
	for b.Loop() {
		if o := sub.Submit(b.Context(), m, allowed); o.State != mailbox.Sent {
			b.Fatal(o)
		}
	}
}

// BenchmarkGoMail does the same with go-mail's own Send, for comparison.
func BenchmarkGoMail(b *testing.B) {
	lab := benchLab(b, maillab.TLSImplicit)
	s := smtpServer(lab)
	client, err := mail.NewClient(s.Host, mail.WithPort(s.Port), mail.WithSSL(), mail.WithoutNoop(),
		mail.WithTLSConfig(&tls.Config{ServerName: s.Host, RootCAs: s.RootCAs}),
		mail.WithSMTPAuth(mail.SMTPAuthPlain), mail.WithUsername(anaUser), mail.WithPassword(anaPassword))
	if err != nil {
		b.Fatal(err)
	}
	if err := client.DialWithContext(b.Context()); err != nil {
		b.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	for b.Loop() {
		m := mail.NewMsg()
		if err := m.From(anaAddress); err != nil {
			b.Fatal(err)
		}
		if err := m.To(boAddress); err != nil {
			b.Fatal(err)
		}
		m.Subject("bench")
		m.SetBodyString(mail.TypeTextPlain, "Hello, bench.\r\n")
		if err := client.Send(m); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLook looks at INBOX, Junk and Sent where nothing is new.
func BenchmarkLook(b *testing.B) {
	lab := benchLab(b, maillab.TLSImplicit)
	db := newStore()
	w := mailbox.NewWatcher(account(lab), mailbox.WatcherOptions{Now: time.Now, Cursors: db, Sink: db})
	defer func() { _ = w.Close() }()
	for b.Loop() {
		if _, err := w.Look(b.Context(), mailbox.BeforeSend); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNotice measures the time from Dovecot's acceptance of a mail over
// LMTP to its being handed over, beside a bare client that idles.
func BenchmarkNotice(b *testing.B) {
	s := dovecot.Start(b)
	user, _ := s.User()
	db := newStore()
	w := mailbox.NewWatcher(account(s), mailbox.WatcherOptions{Now: time.Now, Cursors: db, Sink: db})
	ctx, cancel := context.WithCancel(b.Context())
	done := make(chan error, 1)
	go func() { done <- w.Run(ctx) }()
	defer func() { cancel(); <-done }()
	bare := bareIdle(b, s)
	for known := false; !known; time.Sleep(10 * time.Millisecond) {
		known, _ = db.Known(ctx)
	}
	var ours, theirs []time.Duration
	for b.Loop() {
		at, err := s.DeliverInbox(user, letter(fmt.Sprintf("notice-%d", len(ours))))
		if err != nil {
			b.Fatal(err)
		}
		ours = append(ours, (<-db.came).Sub(at))
		theirs = append(theirs, (<-bare).Sub(at))
		// Dovecot gathers news for 500 ms: let it settle, and don't keep step.
		time.Sleep(time.Duration(600+len(ours)*137%500) * time.Millisecond)
	}
	for name, times := range map[string][]time.Duration{"ours": ours, "bare": theirs} {
		slices.Sort(times)
		b.ReportMetric(float64(times[len(times)/2].Milliseconds()), name+"-median-ms")
		b.ReportMetric(float64(times[len(times)*95/100].Milliseconds()), name+"-p95-ms")
	}
}

// bareIdle tells when an idling client hears of a mail.
func bareIdle(b *testing.B, s maillab.Server) <-chan time.Time {
	b.Helper()
	heard := make(chan time.Time, 1000)
	m := imapServer(s)
	client, err := imapclient.DialTLS(m.Addr(), &imapclient.Options{
		TLSConfig: &tls.Config{ServerName: m.Host, RootCAs: m.RootCAs},
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
			if d.NumMessages != nil {
				heard <- time.Now()
			}
		}},
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = client.Close() })
	if err := client.Login(s.User()).Wait(); err != nil {
		b.Fatal(err)
	}
	if _, err := client.Select("INBOX", nil).Wait(); err != nil {
		b.Fatal(err)
	}
	if _, err := client.Idle(); err != nil {
		b.Fatal(err)
	}
	return heard
}

// BenchmarkReadInbox reads 1,000 mails of 4 KiB.
func BenchmarkReadInbox(b *testing.B) {
	lab := benchLab(b, maillab.TLSImplicit)
	start := newStore()
	w := mailbox.NewWatcher(account(lab), mailbox.WatcherOptions{Now: time.Now, Cursors: start, Sink: start})
	if _, err := w.Look(b.Context(), mailbox.Everything); err != nil {
		b.Fatal(err)
	}
	_ = w.Close()
	raw := append(letter("bulk"), bytes.Repeat([]byte("sixteen bytes..\r\n"), 240)...)
	for range 1000 {
		if _, err := lab.Deliver(anaUser, "INBOX", raw, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		db := newStore()
		db.cursors["INBOX"] = start.cursors["INBOX"]
		w := mailbox.NewWatcher(account(lab), mailbox.WatcherOptions{Now: time.Now, Cursors: db, Sink: db})
		l, err := w.Look(b.Context(), mailbox.BeforeSend)
		if err != nil || l.New != 1000 {
			b.Fatal(l, err)
		}
		_ = w.Close()
	}
}
