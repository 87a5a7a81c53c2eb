package mailbox_test

import (
	"context"
	"crypto/x509"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

func TestMain(m *testing.M) {
	// TestLoginThatIsCutOff makes the library leave this one behind.
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("github.com/emersion/go-imap/v2/internal/imapwire.(*ContinuationRequest).Wait"),
		goleak.IgnoreAnyFunction("github.com/emersion/go-imap/v2/imapclient.(*Client).Authenticate"))
}

const (
	anaUser     = "ana"
	anaPassword = "open sesame"
	anaAddress  = "ana@lima.example"
)

// secret is a password for a test's own server.
type secret struct{ user, password string }

func (s secret) Username() string                            { return s.user }
func (s secret) Kind() mailbox.AuthKind                      { return mailbox.AuthPassword }
func (s secret) Password(context.Context) (string, error)    { return s.password, nil }
func (s secret) Token(context.Context, bool) (string, error) { return "", nil }

// tokens gives an old token until a fresh one is asked for.
type tokens struct {
	user, old, fresh string

	mu    sync.Mutex
	asked []bool
}

func (c *tokens) Username() string                         { return c.user }
func (c *tokens) Kind() mailbox.AuthKind                   { return mailbox.AuthToken }
func (c *tokens) Password(context.Context) (string, error) { return "", nil }
func (c *tokens) Token(_ context.Context, fresh bool) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, fresh)
	if fresh {
		return c.fresh, nil
	}
	return c.old, nil
}

// store is a cursor store and a sink in memory, as strict as a ledger.
type store struct {
	mu      sync.Mutex
	cursors map[string]mailbox.Cursor
	batches []mailbox.Batch
	fail    error // when set, Deliver fails with it and keeps nothing
	came    chan time.Time
}

func newStore() *store {
	return &store{cursors: map[string]mailbox.Cursor{}, came: make(chan time.Time, 1000)}
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
		select {
		case s.came <- time.Now():
		default: // no test waits for that many
		}
	}
	return nil
}

func (s *store) failWith(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

// take returns what was delivered since the last take.
func (s *store) take() []mailbox.Batch {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.batches
	s.batches = nil
	return taken
}

func mailsOf(batches []mailbox.Batch) []mailbox.Fetched {
	var all []mailbox.Fetched
	for _, b := range batches {
		all = append(all, b.Mails...)
	}
	return all
}

// subjects of mails, with their folders, in the order of their delivery.
func subjects(batches []mailbox.Batch) []string {
	var found []string
	for _, m := range mailsOf(batches) {
		_, rest, _ := strings.Cut(string(m.Raw), "Subject: ")
		subject, _, _ := strings.Cut(rest, "\r\n")
		found = append(found, m.Folder+"/"+subject)
	}
	return found
}

func newLab(t *testing.T, change ...func(*maillab.Options)) *maillab.Lab {
	t.Helper()
	o := maillab.Options{
		Now:      time.Now,
		Accounts: []maillab.Account{{User: anaUser, Password: anaPassword, Address: anaAddress}},
	}
	for _, c := range change {
		c(&o)
	}
	lab, err := maillab.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lab.Close() })
	return lab
}

func serverAt(addr string, mode maillab.TLSMode, ca []byte, auth mailbox.Credentials) mailbox.Server {
	host, port, _ := net.SplitHostPort(addr)
	n, _ := strconv.Atoi(port)
	s := mailbox.Server{Host: host, Port: n, TLS: mailbox.TLSMode(mode), Auth: auth}
	if ca != nil {
		s.RootCAs = x509.NewCertPool()
		s.RootCAs.AppendCertsFromPEM(ca)
	}
	return s
}

func imapServer(s maillab.Server) mailbox.Server {
	user, password := s.User()
	return serverAt(s.IMAPAddr(), s.TLS(), s.CA(), secret{user, password})
}

func smtpServer(lab *maillab.Lab) mailbox.Server {
	user, password := lab.User()
	return serverAt(lab.SMTPAddr(), lab.TLS(), lab.CA(), secret{user, password})
}

func account(s maillab.Server) mailbox.Account {
	return mailbox.Account{Name: "ana", Address: anaAddress, IMAP: imapServer(s)}
}

// quick are timers short enough for a test and long enough for a busy machine.
func quick() mailbox.Timers {
	return mailbox.Timers{
		Connect: 20 * time.Second, Command: 20 * time.Second,
		RetryMin: 5 * time.Millisecond, RetryMax: 50 * time.Millisecond,
	}
}

func newWatcher(t *testing.T, a mailbox.Account, s *store, change ...func(*mailbox.WatcherOptions)) *mailbox.Watcher {
	t.Helper()
	o := mailbox.WatcherOptions{Now: time.Now, Cursors: s, Sink: s, Timers: quick()}
	for _, c := range change {
		c(&o)
	}
	w := mailbox.NewWatcher(a, o)
	t.Cleanup(func() { _ = w.Close() })
	return w
}

// watch runs a watcher until the test ends.
func watch(t *testing.T, w *mailbox.Watcher) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- w.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("run: %v", err)
		}
	})
}

func look(t *testing.T, w *mailbox.Watcher, scope mailbox.Scope) mailbox.Look {
	t.Helper()
	l, err := w.Look(t.Context(), scope)
	if err != nil {
		t.Fatalf("look: %v", err)
	}
	return l
}

// started gives a watcher that has had its first look.
func started(t *testing.T, a mailbox.Account, s *store, change ...func(*mailbox.WatcherOptions)) *mailbox.Watcher {
	t.Helper()
	w := newWatcher(t, a, s, change...)
	look(t, w, mailbox.Everything)
	s.take()
	return w
}

func letter(subject string) []byte {
	return fmt.Appendf(nil, "From: Bo <bo@firm.example>\r\nTo: %s\r\nDate: %s\r\nSubject: %s\r\nMessage-ID: <%s@firm.example>\r\n\r\nHello, %s.\r\n",
		anaAddress, time.Now().Format(time.RFC1123Z), subject, subject, subject)
}

func deliver(t *testing.T, lab *maillab.Lab, folder string, raw []byte) uint32 {
	t.Helper()
	uid, err := lab.Deliver(anaUser, folder, raw, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return uid
}

func want[T any](t *testing.T, what string, got, wanted T) {
	t.Helper()
	if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", wanted); g != w {
		t.Errorf("%s\n got %s\nwant %s", what, g, w)
	}
}
