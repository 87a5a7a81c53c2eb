// Package maillab is a small mail world in one process: an IMAP server and an
// SMTP submission server on loopback, people who answer what is sent to them,
// and faults on demand. The demo, the tests and the simulator run the real
// program against it over real sockets.
//
// It keeps all mail in memory and a log of everything that both servers were
// asked, in one order, so that what a client did can be judged from the
// servers' side alone. It never listens on anything but 127.0.0.1, never
// relays a mail anywhere, and must never be offered as a mail server.
package maillab

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2/imapserver"
)

// TLSMode says how both servers speak TLS. The values are the words of the
// configuration file.
type TLSMode string

const (
	// TLSNone offers no TLS: passwords travel in the clear, over loopback.
	TLSNone TLSMode = "insecure-none"
	// TLSStart offers STARTTLS and refuses to authenticate before it.
	TLSStart TLSMode = "starttls"
	// TLSImplicit speaks TLS from the first byte.
	TLSImplicit TLSMode = "implicit"
)

// Personality is how a lab differs from a well-equipped server. The zero value
// offers SPECIAL-USE, IDLE, LIST-STATUS, UIDPLUS and MOVE, saves nothing in
// Sent by itself and leaves Message-IDs alone.
type Personality struct {
	NoSpecialUse bool // folders don't tell what they are for (RFC 6154)
	NoIdle       bool // IDLE (RFC 2177) is neither announced nor answered; not with TLSStart
	NoListStatus bool // LIST can't return STATUS (RFC 5819)
	NoUIDNext    bool // STATUS and LIST leave UIDNEXT out
	SaveSent     bool // a submitted mail is put into the submitter's Sent folder
	// RewriteMessageID gives each submitted mail a new Message-ID, in what the
	// recipients get and in what SaveSent saves; the old one stands in
	// X-Microsoft-Original-Message-ID.
	RewriteMessageID bool
}

// Options is what a lab is made of.
type Options struct {
	// Now is the lab's clock: INTERNALDATE, token expiry, reactions and the log
	// go by it. Required. It is called with the lab locked: it must not call
	// the lab.
	Now func() time.Time
	// Wall gives the second time of each log entry, for labs whose clock is
	// not the real one. Without it Now is used for both.
	Wall func() time.Time
	// TLS is TLSNone when empty.
	TLS         TLSMode
	Personality Personality
	// Accounts must have at least one; the first is the one that User names.
	Accounts []Account
	People   []Person
}

// Lab is the running pair of servers. All its methods are safe for use by many
// goroutines at once. Make it with New, end it with Close.
type Lab struct {
	now, wall   func() time.Time
	personality Personality
	tls         TLSMode
	cert        *Certificate
	first       string

	imap           *imapserver.Server
	imapLn, smtpLn net.Listener
	serving        sync.WaitGroup

	mu       sync.Mutex // guards all below
	accounts map[string]*account
	people   map[string]Person
	entries  []Entry
	logged   chan struct{} // closed and replaced at each entry
	received []Received
	queue    []queued
	conns    map[*wire]struct{}
	sessions map[*session]struct{}
	lastConn int
	lastTx   int
	closed   bool

	smtpFault  func(Transaction) Fault
	smtpOnce   []queuedFault
	imapFault  IMAPFault
	imapChange chan struct{} // closed and replaced when imapFault changes
}

// New starts both servers on free ports of 127.0.0.1.
func New(opts Options) (*Lab, error) {
	l := &Lab{
		now: opts.Now, wall: opts.Wall, tls: opts.TLS, personality: opts.Personality,
		accounts:   map[string]*account{},
		people:     map[string]Person{},
		conns:      map[*wire]struct{}{},
		sessions:   map[*session]struct{}{},
		logged:     make(chan struct{}),
		imapChange: make(chan struct{}),
	}
	if err := l.setUp(opts); err != nil {
		return nil, fmt.Errorf("start mail lab: %w", err)
	}
	return l, nil
}

func (l *Lab) setUp(opts Options) error {
	if l.now == nil {
		return errors.New("no clock given")
	}
	if l.wall == nil {
		l.wall = l.now
	}
	if l.tls == "" {
		l.tls = TLSNone
	}
	if l.personality.NoIdle && l.tls == TLSStart {
		return errors.New("a lab without IDLE can't offer STARTTLS")
	}
	if err := l.addAccounts(opts.Accounts); err != nil {
		return err
	}
	for _, p := range opts.People {
		l.people[strings.ToLower(p.Address)] = p
	}
	if l.tls != TLSNone {
		cert, err := NewCertificate()
		if err != nil {
			return err
		}
		l.cert = cert
	}
	return l.listen()
}

func (l *Lab) listen() error {
	var err error
	if l.imapLn, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return fmt.Errorf("listen for IMAP: %w", err)
	}
	if l.smtpLn, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return errors.Join(fmt.Errorf("listen for SMTP: %w", err), l.imapLn.Close())
	}
	l.imap = l.newIMAP()
	l.serving.Go(func() {
		// Serve ends when Close closes the listener; it has no other error.
		_ = l.imap.Serve(&wireListener{Listener: l.imapLn, lab: l})
	})
	l.serving.Go(l.serveSMTP)
	return nil
}

// Close drops all connections, stops both servers and waits for their
// listeners. A second Close does nothing.
func (l *Lab) Close() error {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return nil
	}
	l.closed = true
	l.mu.Unlock()
	err := errors.Join(l.imap.Close(), l.smtpLn.Close())
	l.dropAll("imap")
	l.dropAll("smtp")
	l.serving.Wait()
	return err
}

// IMAPAddr is the address of the IMAP server, as host:port.
func (l *Lab) IMAPAddr() string { return l.imapLn.Addr().String() }

// SMTPAddr is the address of the submission server, as host:port.
func (l *Lab) SMTPAddr() string { return l.smtpLn.Addr().String() }

// TLS says how both servers speak TLS.
func (l *Lab) TLS() TLSMode { return l.tls }

// CA is the PEM of the authority that signed the servers' certificate, made
// for this lab alone; nil without TLS.
func (l *Lab) CA() []byte {
	if l.cert == nil {
		return nil
	}
	return l.cert.CA
}

// User is the name and password of the first account.
func (l *Lab) User() (name, password string) {
	return l.first, l.accounts[l.first].Password
}

// DeliverInbox puts a mail into the account's INBOX, now.
func (l *Lab) DeliverInbox(user string, raw []byte) (time.Time, error) {
	at := l.now()
	_, err := l.Deliver(user, Inbox, raw, at)
	return at, err
}
