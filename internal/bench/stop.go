package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"

	"followupd/internal/maillab"
)

// measureStop times an answer on its way from Dovecot's 250 to the committed
// stop, and to a client that does nothing but IDLE.
func measureStop(ctx context.Context, binary string, n sizes) (rows []row, err error) {
	p, err := newPlace(binary, settings{live: true, steps: twoSteps})
	if err != nil {
		return nil, err
	}
	defer func() { err = together(err, p.close()) }()
	if err := p.enrol(ctx, n.replies); err != nil {
		return nil, err
	}
	d, err := p.start(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = together(err, d.stop()) }()
	if err := p.awaitMails(ctx, n.replies); err != nil {
		return nil, err
	}
	quiet(ctx, 5*time.Second)
	resident, anonymous, err := d.memory()
	if err != nil {
		return nil, err
	}
	pushed, hangUp, err := p.idle()
	if err != nil {
		return nil, err
	}
	defer hangUp()
	var stops, notices []time.Duration
	for i := range n.replies {
		stop, notice, err := p.answer(d, i, pushed)
		if err != nil {
			return nil, err
		}
		stops, notices = append(stops, stop), append(notices, notice)
		quiet(ctx, 600*time.Millisecond+time.Duration(i*137%500)*time.Millisecond) // not in step with anybody's clock
	}
	return []row{
		{fmt.Sprintf("reply delivered to stop committed (median, p95 of %d; Dovecot)", n.replies), spread(stops), "bare IDLE client: " + spread(notices)},
		{"memory when idle, one mailbox", fmt.Sprintf("%.0f MB", float64(resident)/1e6), fmt.Sprintf("of it no file's: %.0f MB", float64(anonymous)/1e6)},
	}, nil
}

// answer has the n-th prospect answer, and times both who wait for it.
func (p *place) answer(d *daemon, n int, pushed <-chan time.Time) (stop, notice time.Duration, err error) {
	for len(pushed) > 0 {
		<-pushed
	}
	for len(d.said) > 0 {
		<-d.said
	}
	raw := maillab.Fresh(person(n), mailboxAddress, "Your mail", "Yes, that sounds interesting. Please call me tomorrow.")(time.Now())
	delivered, err := p.dovecot.Deliver("ana", person(n), raw)
	if err != nil {
		return 0, 0, err
	}
	decided, err := d.await(30*time.Second, "msg=decided", "event=mail")
	if err != nil {
		return 0, 0, err
	}
	select {
	case at := <-pushed:
		notice = at.Sub(delivered)
	case <-time.After(30 * time.Second):
		return 0, 0, fmt.Errorf("the bare IDLE client was never told of mail %d", n)
	}
	return decided.Sub(delivered), notice, nil
}

// idle is a client that idles on INBOX; the channel gets the times of the
// server's notices.
func (p *place) idle() (<-chan time.Time, func(), error) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(p.dovecot.CA())
	pushed := make(chan time.Time, 100)
	c, err := imapclient.DialTLS(p.dovecot.IMAPAddr(), &imapclient.Options{
		TLSConfig: &tls.Config{RootCAs: pool, ServerName: "127.0.0.1", MinVersion: tls.VersionTLS12},
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: func(d *imapclient.UnilateralDataMailbox) {
			if d.NumMessages != nil {
				pushed <- time.Now()
			}
		}}})
	if err != nil {
		return nil, nil, err
	}
	hangUp := func() { _ = c.Close() }
	if err := c.Login(p.dovecot.User()).Wait(); err != nil {
		hangUp()
		return nil, nil, err
	}
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		hangUp()
		return nil, nil, err
	}
	if _, err := c.Idle(); err != nil {
		hangUp()
		return nil, nil, err
	}
	return pushed, hangUp, nil
}

// spread is the median and the 95th percentile.
func spread(times []time.Duration) string {
	slices.Sort(times)
	at := func(q float64) time.Duration {
		return times[min(len(times)-1, int(q*float64(len(times))))].Round(time.Millisecond)
	}
	return fmt.Sprintf("%s, %s", at(0.5), at(0.95))
}
