package mailbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Finding is one thing that was tried with an account, in words for its owner.
type Finding struct {
	// Check names what was tried: "imap login".
	Check string
	OK    bool
	// Said is what was seen.
	Said string
	// Do is what to do about it; empty where there is nothing to do.
	Do string
}

// ProbeOptions are the limits on waiting; zero ones get the defaults.
type ProbeOptions struct {
	IMAP Timers
	SMTP SubmitTimers
	// LocalName is said in EHLO.
	LocalName string
}

// Probe tries an account from the host's name to the login on both servers,
// looks at the folders and at IDLE, and tells what it found, in that order.
// After a failure it leaves out what cannot work. It sends and changes nothing.
func Probe(ctx context.Context, a Account, o ProbeOptions) []Finding {
	p := &prober{ctx: ctx, timers: o.IMAP.withDefaults()}
	p.imap(a)
	p.smtp(a, o)
	return p.findings
}

type prober struct {
	ctx      context.Context
	timers   Timers
	findings []Finding
}

func (p *prober) add(f Finding) { p.findings = append(p.findings, f) }

func (p *prober) good(check, format string, args ...any) {
	p.add(Finding{Check: check, OK: true, Said: fmt.Sprintf(format, args...)})
}

// bad adds a failure with the advice that fits its error.
func (p *prober) bad(check string, s Server, section string, err error) {
	said, do := advise(err, s, section)
	p.add(Finding{Check: check, Said: said, Do: do})
}

func (p *prober) imap(a Account) {
	s := a.IMAP
	if !p.reach(s, "imap") {
		return
	}
	ses, err := open(p.ctx, s, p.timers)
	if err != nil {
		p.bad("imap encryption", s, "imap", err)
		return
	}
	ses.close()
	p.encrypted(s, "imap")
	if ses, err = connect(p.ctx, s, p.timers); err != nil {
		p.bad("imap login", s, "imap", err)
		return
	}
	defer ses.leave()
	p.good("imap login", "%s is logged in", s.Auth.Username())
	p.folders(ses, a)
	p.idle(ses, a)
}

// reach looks up the host and connects to its port.
func (p *prober) reach(s Server, section string) bool {
	addrs, err := net.DefaultResolver.LookupHost(p.ctx, s.Host)
	if err != nil {
		p.bad(section+" host", s, section, err)
		return false
	}
	p.good(section+" host", "%s is known (%s)", s.Host, strings.Join(addrs, ", "))
	ctx, cancel := context.WithTimeout(p.ctx, p.timers.Connect)
	defer cancel()
	w, err := dial(ctx, s)
	if err != nil {
		p.bad(section+" connection", s, section, err)
		return false
	}
	_ = w.Close()
	p.good(section+" connection", "%s answers", s.Addr())
	return true
}

func (p *prober) encrypted(s Server, section string) {
	if s.TLS == TLSNone {
		p.good(section+" encryption", "the connection is not encrypted, which is fine on this machine only")
		return
	}
	p.good(section+" encryption", "the connection is encrypted and the certificate is valid for %s", s.Host)
}

func (p *prober) folders(ses *session, a Account) {
	l, err := ses.list(p.ctx, a)
	if err != nil {
		p.bad("folders", a.IMAP, "imap", err)
		return
	}
	p.good("folders", "%d folders, %d of them watched", len(l.folders), len(l.watched()))
	for _, role := range []Role{RoleSent, RoleJunk} {
		p.role(&l, role)
	}
	if ses.listsStatus() {
		p.good("other folders", "are looked at every minute")
	} else {
		p.good("other folders", "are looked at every ten minutes, as the server does not tell which of them changed; INBOX, Sent and Junk are still read right before each mail")
	}
}

func (p *prober) role(l *listing, role Role) {
	f, ok := l.primary(role)
	check := string(role) + " folder"
	switch {
	case ok && f.Told:
		p.good(check, "%q", f.Name)
	case ok:
		p.add(Finding{Check: check, OK: true, Said: fmt.Sprintf("%q, going by its name; the server does not say so", f.Name),
			Do: fmt.Sprintf("If that is the wrong folder, name the right one: folders: {%s: ...}.", role)})
	default:
		p.add(Finding{Check: check, Said: "there is none that the server names or whose name is known",
			Do: fmt.Sprintf("If there is one, name it: folders: {%s: ...}.", role)})
	}
}

// idle tries whether IDLE is taken and ended in good order. That news really
// come over it takes a mail to show.
func (p *prober) idle(ses *session, a Account) {
	if !ses.caps.Has(imap.CapIdle) {
		p.good("idle", "the server cannot tell of new mail by itself; it is asked every minute")
		return
	}
	if _, err := ses.examine(p.ctx, "INBOX"); err != nil {
		p.bad("idle", a.IMAP, "imap", err)
		return
	}
	quick := ses.timers
	ses.timers.IdleRenew, ses.timers.IdleQuiet = time.Millisecond, time.Millisecond
	err := ses.idleOnce(p.ctx, make(chan struct{}, 1))
	ses.timers = quick
	if err != nil {
		p.add(Finding{Check: "idle", Said: "the server offers IDLE but does not follow it: " + err.Error(),
			Do: "Nothing has to be done: the mailbox is asked every minute as well. Replies are noticed a little later."})
		return
	}
	p.good("idle", "the server tells of new mail at once")
}

func (p *prober) smtp(a Account, o ProbeOptions) {
	s := a.SMTP
	if !p.reach(s, "smtp") {
		return
	}
	sub := NewSubmitter(s, SubmitterOptions{LocalName: o.LocalName, Timers: o.SMTP})
	l, outcome := sub.dial(p.ctx)
	if l == nil {
		check := "smtp encryption"
		if outcome.Stage == StageLogin {
			p.encrypted(s, "smtp")
			check = "smtp login"
		}
		p.bad(check, s, "smtp", outcome.Err)
		return
	}
	l.leave()
	p.encrypted(s, "smtp")
	if s.Auth == nil {
		p.good("smtp login", "none is configured")
		return
	}
	p.good("smtp login", "%s is logged in", s.Auth.Username())
}

// advise puts an error into words and says what helps.
func advise(err error, s Server, section string) (said, do string) {
	var dns *net.DNSError
	var record tls.RecordHeaderError
	var host x509.HostnameError
	var authority x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.Is(err, ErrLogin):
		return err.Error(), loginAdvice(s, section)
	case errors.As(err, &dns):
		return fmt.Sprintf("no computer named %q can be found", s.Host),
			fmt.Sprintf("Check %s.host for a typing mistake, and that this machine has a network.", section)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Sprintf("%s does not take connections on port %d", s.Host, s.Port),
			fmt.Sprintf("Check %s.port. %s", section, usualPorts(section))
	case errors.As(err, &record):
		return fmt.Sprintf("port %d does not speak TLS from the start", s.Port),
			fmt.Sprintf("Set %s.tls to starttls, or change the port. %s", section, usualPorts(section))
	case errors.As(err, &host):
		return fmt.Sprintf("the certificate is not for %s: %v", s.Host, host),
			fmt.Sprintf("Set %s.host to a name that the certificate is made for.", section)
	case errors.As(err, &authority):
		return "the certificate was not issued by anybody this machine trusts",
			"If it is your own company's, put its root certificate into a file and name that file in SSL_CERT_FILE. If it is not, do not go on: somebody may be listening."
	case errors.As(err, &invalid):
		return "the certificate is not valid: " + invalid.Error(),
			"Check this machine's clock. If it is right, the server needs a new certificate."
	case errors.Is(err, ErrNoEncryption):
		return err.Error(), fmt.Sprintf("Set %s.tls to implicit and the port that goes with it. %s", section, usualPorts(section))
	case errors.Is(err, ErrSilent), errors.Is(err, context.DeadlineExceeded):
		return fmt.Sprintf("%s does not answer in time", s.Addr()),
			fmt.Sprintf("Check that no firewall is in the way, and that %s.tls fits the port. %s", section, usualPorts(section))
	}
	return err.Error(), fmt.Sprintf("Check %s.host, %s.port and %s.tls against what your provider's help pages say.", section, section, section)
}

func usualPorts(section string) string {
	if section == "imap" {
		return "Usual are 993 with tls: implicit and 143 with tls: starttls."
	}
	return "Usual are 465 with tls: implicit and 587 with tls: starttls."
}

func loginAdvice(s Server, section string) string {
	if s.Auth == nil {
		return fmt.Sprintf("Set %s.username and %s.password_file.", section, section)
	}
	if s.Auth.Kind() == AuthToken {
		return fmt.Sprintf("Run %s.token_command by hand: does it print a token for %s, with the right to use %s?",
			section, s.Auth.Username(), strings.ToUpper(section))
	}
	return "Check the username and the password. Many providers want a password made for this program alone (an app password), and some want mail programs allowed in their settings first."
}
