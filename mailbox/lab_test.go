package mailbox_test

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"

	"followupd/mailbox"
)

// secret is a password for a test's own server.
type secret struct{ user, password string }

func (s secret) Username() string                            { return s.user }
func (s secret) Kind() mailbox.AuthKind                      { return mailbox.AuthPassword }
func (s secret) Password(context.Context) (string, error)    { return s.password, nil }
func (s secret) Token(context.Context, bool) (string, error) { return "", nil }

var goodLogin = secret{"ana", "sesame"}

// store is a cursor store and a sink in memory, as strict as a ledger.
type store struct {
	mu      sync.Mutex
	cursors map[string]mailbox.Cursor
	batches []mailbox.Batch
	fail    error // when set, Deliver fails with it and keeps nothing
	came    chan struct{}
}

func newStore() *store {
	return &store{cursors: map[string]mailbox.Cursor{}, came: make(chan struct{}, 1000)}
}

func (s *store) Cursor(_ context.Context, folder string) (mailbox.Cursor, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.cursors[folder]
	return c, ok, nil
}

func (s *store) Known(ctx context.Context) (bool, error) {
	_, ok, err := s.Cursor(ctx, "INBOX")
	return ok, err
}

func (s *store) Deliver(_ context.Context, b mailbox.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	s.cursors[b.Folder] = b.Cursor
	s.batches = append(s.batches, b)
	for range b.Mails {
		s.came <- struct{}{}
	}
	return nil
}

func (s *store) failWith(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

func (s *store) mails() []mailbox.Fetched {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []mailbox.Fetched
	for _, b := range s.batches {
		all = append(all, b.Mails...)
	}
	return all
}

func (s *store) taken() []mailbox.Batch {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]mailbox.Batch(nil), s.batches...)
}

func (s *store) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.batches = nil
}

// memory is an IMAP server in memory whose sessions a test can bend.
type memory struct {
	user *imapmemserver.User
	addr string
	caps imap.CapSet
	bend func(imapserver.Session) imapserver.Session
}

type memoryOption func(*memory, *imapserver.Options)

func withCaps(caps ...imap.Cap) memoryOption {
	return func(m *memory, o *imapserver.Options) {
		m.caps = imap.CapSet{imap.CapIMAP4rev1: {}}
		for _, c := range caps {
			m.caps[c] = struct{}{}
		}
	}
}

func withBend(bend func(imapserver.Session) imapserver.Session) memoryOption {
	return func(m *memory, _ *imapserver.Options) { m.bend = bend }
}

func withStartTLS(c *tls.Config) memoryOption {
	return func(_ *memory, o *imapserver.Options) { o.TLSConfig = c }
}

func newMemory(t *testing.T, options ...memoryOption) *memory {
	t.Helper()
	m := &memory{
		user: imapmemserver.NewUser(goodLogin.user, goodLogin.password),
		caps: imap.CapSet{
			imap.CapIMAP4rev1: {}, imap.CapListExtended: {}, imap.CapListStatus: {}, imap.CapSpecialUse: {},
		},
	}
	so := &imapserver.Options{InsecureAuth: true, Logger: log.New(io.Discard, "", 0)}
	for _, o := range options {
		o(m, so)
	}
	so.Caps = m.caps
	so.NewSession = func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
		var ses imapserver.Session = &memorySession{UserSession: imapmemserver.NewUserSession(m.user), user: m.user}
		if m.bend != nil {
			ses = m.bend(ses)
		}
		return ses, nil, nil
	}
	m.create(t, "INBOX")
	m.create(t, "Sent", imap.MailboxAttrSent)
	m.create(t, "Junk", imap.MailboxAttrJunk)
	m.create(t, "Drafts", imap.MailboxAttrDrafts)
	server := imapserver.New(so)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m.addr = ln.Addr().String()
	done := make(chan struct{})
	go func() { defer close(done); _ = server.Serve(ln) }()
	t.Cleanup(func() { _ = server.Close(); <-done })
	return m
}

func (m *memory) create(t *testing.T, name string, use ...imap.MailboxAttr) {
	t.Helper()
	if err := m.user.Create(name, &imap.CreateOptions{SpecialUse: use}); err != nil {
		t.Fatal(err)
	}
}

// put stores a mail as if it had just come in.
func (m *memory) put(t *testing.T, folder, raw string) {
	t.Helper()
	m.putAt(t, folder, raw, time.Time{})
}

func (m *memory) putAt(t *testing.T, folder, raw string, at time.Time) {
	t.Helper()
	if _, err := m.user.Append(folder, literal(raw), &imap.AppendOptions{Time: at}); err != nil {
		t.Fatal(err)
	}
}

func (m *memory) account() mailbox.Account {
	return mailbox.Account{Name: "ana", Address: "ana@lima.example", IMAP: server(m.addr)}
}

func server(addr string) mailbox.Server {
	host, port, _ := net.SplitHostPort(addr)
	n, _ := strconv.Atoi(port)
	return mailbox.Server{Host: host, Port: n, TLS: mailbox.TLSNone, Auth: goodLogin}
}

// memorySession idles by asking often: the library's own Idle loses what comes
// in right after its continuation.
type memorySession struct {
	*imapmemserver.UserSession
	user *imapmemserver.User
}

func (s *memorySession) Login(user, password string) error { return s.user.Login(user, password) }

func (s *memorySession) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return nil
		case <-tick.C:
			if err := s.Poll(w, true); err != nil {
				return err
			}
		}
	}
}

type literalReader struct {
	io.Reader
	size int64
}

func (l literalReader) Size() int64 { return l.size }

func mailText(subject, body string) string {
	return "From: Bo <bo@firm.example>\r\nTo: ana@lima.example\r\nSubject: " + subject +
		"\r\nMessage-ID: <" + subject + "@firm.example>\r\n\r\n" + body + "\r\n"
}

func literal(raw string) imap.LiteralReader {
	return literalReader{Reader: strings.NewReader(raw), size: int64(len(raw))}
}

func newWatcher(t *testing.T, a mailbox.Account, s *store, change ...func(*mailbox.WatcherOptions)) *mailbox.Watcher {
	t.Helper()
	o := mailbox.WatcherOptions{Now: time.Now, Cursors: s, Sink: s, Timers: mailbox.Timers{
		Connect: 2 * time.Second, Command: 2 * time.Second, RetryMin: 5 * time.Millisecond, RetryMax: 50 * time.Millisecond,
	}}
	for _, c := range change {
		c(&o)
	}
	w := mailbox.NewWatcher(a, o)
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func look(t *testing.T, w *mailbox.Watcher, scope mailbox.Scope) mailbox.Look {
	t.Helper()
	l, err := w.Look(t.Context(), scope)
	if err != nil {
		t.Fatalf("look: %v", err)
	}
	return l
}
