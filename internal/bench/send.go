package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"
)

func together(err, more error) error { return errors.Join(err, more) }

func quiet(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// awaitMails waits until the SMTP server has accepted n mails to prospects.
func (p *place) awaitMails(ctx context.Context, n int) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	for after := 0; n > 0; n-- {
		e, err := p.smtp.Await(ctx, after, func(e maillab.Entry) bool { return e.Kind == maillab.Accepted && e.To[0] != ownerAddress })
		if err != nil {
			return fmt.Errorf("%d mails have not come: %w", n, err)
		}
		after = e.Seq
	}
	return nil
}

// measureSending times mails through the whole protocol: a look at the mailbox
// and four committed transactions for each, beside go-mail's own sending.
func measureSending(ctx context.Context, binary string, n sizes) (rows []row, err error) {
	p, err := newPlace(binary, settings{live: true, steps: oneStep})
	if err != nil {
		return nil, err
	}
	defer func() { err = together(err, p.close()) }()
	if err := p.enrol(ctx, n.mails); err != nil {
		return nil, err
	}
	d, err := p.start(ctx)
	if err != nil {
		return nil, err
	}
	err = p.awaitMails(ctx, n.mails)
	if err = together(err, d.stop()); err != nil {
		return nil, err
	}
	ours := rate(p.smtp.Log())
	alone, err := p.goMailAlone(ctx, n.mails)
	if err != nil {
		return nil, err
	}
	return []row{{fmt.Sprintf("mails a second through the whole protocol (%d; Dovecot, local SMTP sink)", n.mails), fmt.Sprintf("%.0f", ours), fmt.Sprintf("go-mail alone: %.0f", alone)}}, nil
}

// rate is the mails accepted in a second, from the first to the last.
func rate(log []maillab.Entry) float64 {
	var times []time.Time
	for _, e := range log {
		if e.Kind == maillab.Accepted {
			times = append(times, e.Wall)
		}
	}
	return float64(len(times)-1) / times[len(times)-1].Sub(times[0]).Seconds()
}

// goMailAlone has go-mail send as many mails over one connection.
func (p *place) goMailAlone(ctx context.Context, n int) (float64, error) {
	host, text, err := net.SplitHostPort(p.smtp.SMTPAddr())
	if err != nil {
		return 0, err
	}
	port, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(p.smtp.CA())
	c, err := gomail.NewClient(host, gomail.WithPort(port), gomail.WithTLSPolicy(gomail.TLSMandatory),
		gomail.WithTLSConfig(&tls.Config{RootCAs: pool, ServerName: host, MinVersion: tls.VersionTLS12}),
		gomail.WithSMTPAuth(gomail.SMTPAuthPlain), gomail.WithUsername("ana"), gomail.WithPassword(dovecot.Password))
	if err != nil {
		return 0, err
	}
	if err := c.DialWithContext(ctx); err != nil {
		return 0, err
	}
	before := len(p.smtp.Log())
	for i := range n {
		m := gomail.NewMsg()
		if err := together(m.From(mailboxAddress), m.To(person(i))); err != nil {
			return 0, err
		}
		m.Subject("Quotes")
		m.SetBodyString(gomail.TypeTextPlain, "Hi Dana,\n\nwhich part of a quote takes you longest?\n")
		if err := c.Send(m); err != nil {
			return 0, err
		}
	}
	return rate(p.smtp.Log()[before:]), c.Close()
}
