// Package dovecot starts a real Dovecot with a configuration of its own, in a
// private folder and on free loopback ports, for tests that must not take the
// in-process server's word for how IMAP behaves. It needs no root, creates no
// user, and must never touch an installed Dovecot's configuration or mail.
package dovecot

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"followupd/internal/maillab"

	"github.com/emersion/go-smtp"
)

// Required is the environment variable that, set to 1, makes a missing Dovecot
// a failure instead of a reason to skip.
const Required = "FOLLOWUPD_REQUIRE_DOVECOT"

// ErrNotInstalled is returned where there is no dovecot to run.
var ErrNotInstalled = errors.New("dovecot is not installed (Debian: dovecot-imapd dovecot-lmtpd)")

// startLimit is how long Dovecot may take to answer after its start.
const startLimit = 15 * time.Second

// Password is that of every user.
const Password = "dovecot test word"

// Users are the accounts that exist; Server.User names the first.
func Users() []string { return []string{"ana", "ben", "cleo"} }

// Server is a running Dovecot. It is a maillab.Server.
type Server struct {
	dir               string
	cert              *maillab.Certificate
	imap, imaps, lmtp string
	now               func() time.Time
	process           *os.Process
	exited            chan struct{}
	closing           sync.Once
}

var _ maillab.Server = (*Server)(nil)

// Start runs Dovecot for a test and stops it at the test's end. Where Dovecot
// isn't installed the test is skipped, or fails if Required says so.
func Start(t testing.TB) *Server {
	t.Helper()
	// Not t.TempDir: Dovecot's sockets need a short path, and its mail user a
	// way into the folder.
	dir, err := os.MkdirTemp("", "dovecot")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	s, err := Run(dir, time.Now)
	if errors.Is(err, ErrNotInstalled) && os.Getenv(Required) != "1" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Logf("dovecot's log:\n%s", s.Log())
		}
	})
	return s
}

// Run starts Dovecot in dir, which must exist, be empty and have a short path
// (its sockets' paths must stay under 108 bytes), and returns when it answers.
// now is asked for the times that Deliver returns.
func Run(dir string, now func() time.Time) (*Server, error) {
	binary, err := find()
	if err != nil {
		return nil, err
	}
	// Between picking a free port and Dovecot's taking it another process may
	// take it: then try others.
	for attempt := 1; ; attempt++ {
		s := &Server{dir: dir, now: now, exited: make(chan struct{})}
		if err = s.start(binary); err == nil {
			return s, nil
		}
		if attempt == 3 || !strings.Contains(s.Log(), "Address already in use") {
			return nil, fmt.Errorf("start dovecot: %w", err)
		}
	}
}

func find() (string, error) {
	if path, err := exec.LookPath("dovecot"); err == nil {
		return path, nil
	}
	const usual = "/usr/sbin/dovecot" // not in the PATH of ordinary users
	if _, err := os.Stat(usual); err == nil {
		return usual, nil
	}
	return "", ErrNotInstalled
}

func (s *Server) start(binary string) error {
	conf, err := s.prepare()
	if err != nil {
		return err
	}
	cmd := exec.Command(binary, "-F", "-c", conf)
	said, err := os.Create(filepath.Join(s.dir, "said"))
	if err != nil {
		return err
	}
	defer func() { _ = said.Close() }() // Dovecot has its own
	cmd.Stdout, cmd.Stderr = said, said // files, no pipes: Wait would wait for all children
	cmd.SysProcAttr = attributes()
	started := make(chan error)
	go func() {
		// Dovecot is to end with the thread that started it: keep the thread.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			// How it ended doesn't matter: Close ended it, or awaitReady tells.
			_ = cmd.Wait()
		}
		close(s.exited)
	}()
	if err := <-started; err != nil {
		return err
	}
	s.process = cmd.Process
	if err := s.awaitReady(); err != nil {
		return errors.Join(fmt.Errorf("%w: %s%s", err, s.read("said"), s.Log()), s.Close())
	}
	return nil
}

// prepare writes all that Dovecot reads and returns the configuration's path.
func (s *Server) prepare() (string, error) {
	set, err := users()
	if err != nil {
		return "", err
	}
	set.Dir = s.dir
	for _, port := range []struct {
		addr *string
		num  *int
	}{{&s.imap, &set.IMAPPort}, {&s.imaps, &set.IMAPSPort}, {&s.lmtp, &set.LMTP}} {
		if *port.num, err = freePort(); err != nil {
			return "", err
		}
		*port.addr = fmt.Sprintf("127.0.0.1:%d", *port.num)
	}
	if s.cert, err = maillab.NewCertificate(); err != nil {
		return "", err
	}
	conf, err := set.render()
	if err != nil {
		return "", err
	}
	var accounts strings.Builder
	for _, user := range Users() {
		fmt.Fprintf(&accounts, "%s:{PLAIN}%s\n", user, Password)
	}
	path := filepath.Join(s.dir, "dovecot.conf")
	for name, content := range map[string]string{
		path:                             conf,
		filepath.Join(s.dir, "users"):    accounts.String(),
		filepath.Join(s.dir, "cert.pem"): string(s.cert.Cert),
		filepath.Join(s.dir, "key.pem"):  string(s.cert.Key),
	} {
		// Dovecot's unprivileged processes read them too; a test's key and
		// password are no secrets.
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			return "", err
		}
	}
	return path, s.makeMailDir(set)
}

func (s *Server) makeMailDir(set settings) error {
	if err := os.Chmod(s.dir, 0o755); err != nil {
		return err
	}
	mail := filepath.Join(s.dir, "mail")
	if err := os.MkdirAll(mail, 0o755); err != nil {
		return err
	}
	return os.Chown(mail, set.UID, set.GID)
}

func freePort() (int, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("find a free port: %w", err)
	}
	defer func() { _ = ln.Close() }()
	return ln.Addr().(*net.TCPAddr).Port, nil
}

// awaitReady waits until IMAP with TLS and LMTP both greet.
func (s *Server) awaitReady() error {
	limit, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	for {
		err := s.greets()
		if err == nil {
			return nil
		}
		select {
		case <-s.exited:
			return errors.New("dovecot ended at once")
		case <-limit.Done():
			return fmt.Errorf("dovecot doesn't answer within %v: %w", startLimit, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (s *Server) greets() error {
	config := &tls.Config{InsecureSkipVerify: true} //nolint:gosec // only looks whether somebody is there
	imap, err := tls.Dial("tcp", s.imaps, config)
	if err != nil {
		return err
	}
	defer func() { _ = imap.Close() }()
	lmtp, err := net.Dial("tcp", s.lmtp)
	if err != nil {
		return err
	}
	defer func() { _ = lmtp.Close() }()
	for _, c := range []io.Reader{imap, lmtp} {
		if _, err := c.Read(make([]byte, 1)); err != nil {
			return err
		}
	}
	return nil
}

// Close kills the Dovecot that Run started, with all its children, and waits
// for its end: nobody needs the mail any more, and an orderly stop takes a
// second. The folder stays. A second Close does nothing.
func (s *Server) Close() error {
	var err error
	s.closing.Do(func() {
		if e := syscall.Kill(-s.process.Pid, syscall.SIGKILL); e != nil && !errors.Is(e, syscall.ESRCH) {
			err = fmt.Errorf("stop dovecot: %w", e)
			return
		}
		<-s.exited
	})
	return err
}

// IMAPAddr is the address of IMAP with implicit TLS.
func (s *Server) IMAPAddr() string { return s.imaps }

// StartTLS is the same server, at the address where it offers STARTTLS.
func (s *Server) StartTLS() maillab.Server { return startTLS{s} }

type startTLS struct{ *Server }

func (s startTLS) IMAPAddr() string     { return s.imap }
func (s startTLS) TLS() maillab.TLSMode { return maillab.TLSStart }

// LMTPAddr is the address that takes deliveries (RFC 2033).
func (s *Server) LMTPAddr() string { return s.lmtp }

// TLS is implicit at IMAPAddr.
func (s *Server) TLS() maillab.TLSMode { return maillab.TLSImplicit }

// CA is the PEM of the authority that signed Dovecot's certificate.
func (s *Server) CA() []byte { return s.cert.CA }

// User is the first of Users.
func (s *Server) User() (name, password string) { return Users()[0], Password }

// Log is what Dovecot has logged so far.
func (s *Server) Log() string { return s.read("dovecot.log") }

func (s *Server) read(name string) string {
	text, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return fmt.Sprintf("(no log: %v)", err)
	}
	return string(text)
}

// DeliverInbox is Deliver from somebody.
func (s *Server) DeliverInbox(user string, raw []byte) (time.Time, error) {
	return s.Deliver(user, "somebody@example.com", raw)
}

// Deliver hands a mail to Dovecot over LMTP, for a user's INBOX, and returns
// the time at which Dovecot took it with 250. from is the envelope's sender;
// empty for a bounce.
func (s *Server) Deliver(user, from string, raw []byte) (time.Time, error) {
	at, err := s.deliver(user, from, raw)
	if err != nil {
		return time.Time{}, fmt.Errorf("deliver to %q over LMTP: %w", user, err)
	}
	return at, nil
}

func (s *Server) deliver(user, from string, raw []byte) (time.Time, error) {
	conn, err := net.Dial("tcp", s.lmtp)
	if err != nil {
		return time.Time{}, err
	}
	c := smtp.NewClientLMTP(conn)
	defer func() { _ = c.Close() }()
	if err := c.Mail(from, nil); err != nil {
		return time.Time{}, err
	}
	if err := c.Rcpt(user, nil); err != nil {
		return time.Time{}, err
	}
	data, err := c.Data()
	if err != nil {
		return time.Time{}, err
	}
	if _, err := data.Write(raw); err != nil {
		return time.Time{}, err
	}
	if err := data.Close(); err != nil {
		return time.Time{}, err
	}
	at := s.now()
	// The mail is delivered; how the session ends changes nothing.
	_ = c.Quit()
	return at, nil
}
