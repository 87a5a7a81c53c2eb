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
)

// Errors to look for with errors.Is.
var (
	// ErrLogin: the server refused the username with its password or token.
	ErrLogin = errors.New("the server refused the login")
	// ErrNoEncryption: the connection could not be encrypted as configured.
	ErrNoEncryption = errors.New("the connection would not be encrypted")
	// ErrSilent: the server said nothing for longer than a timer allows.
	ErrSilent = errors.New("the server said nothing in time")
	// ErrLost: the connection ended, whatever the reason.
	ErrLost = errors.New("the connection was lost")
	// ErrNoFolder: the mailbox has no folder of that name or role.
	ErrNoFolder = errors.New("there is no such folder")
	// ErrBadMail: the mail or its envelope cannot be sent as it is.
	ErrBadMail = errors.New("the mail cannot be sent as it is")
)

// Temporary reports whether trying again later, with nothing changed by a
// person, may help. Refused logins, missing encryption, certificates that do
// not verify and mails that no server would take are not temporary.
func Temporary(err error) bool {
	if err == nil {
		return false
	}
	for _, permanent := range []error{ErrLogin, ErrNoEncryption, ErrNoFolder, ErrBadMail} {
		if errors.Is(err, permanent) {
			return false
		}
	}
	return !certificateFault(err)
}

func certificateFault(err error) bool {
	var verify *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &verify) || errors.As(err, &authority) ||
		errors.As(err, &host) || errors.As(err, &invalid)
}

// unreachable is a server to which there is no connection.
type unreachable struct {
	host, addr string
	err        error
}

func (u *unreachable) Error() string { return "connect to " + u.addr + ": " + u.err.Error() }
func (u *unreachable) Unwrap() error { return u.err }

// Plain is an error in words for people, who need not know what a system call is.
func Plain(err error) string {
	var u *unreachable
	var dns *net.DNSError
	switch {
	case !errors.As(err, &u) || errors.Is(err, context.Canceled):
	case offline(u.err):
		return "this computer has no network connection to " + u.addr
	case errors.As(u.err, &dns):
		if dns.IsNotFound {
			return fmt.Sprintf("no computer named %q can be found", u.host)
		} // else nothing is known of the name: those who know such names are silent, or in trouble
	case errors.Is(u.err, syscall.ECONNREFUSED) || errors.Is(u.err, syscall.EHOSTUNREACH) || timedOut(u.err):
		return "nobody answers at " + u.addr
	}
	return err.Error()
}

// offline tells whether a computer is in no network, or in none that leads there.
// Of a name that was to be looked up only the words say so.
func offline(err error) bool {
	var dns *net.DNSError
	return errors.Is(err, syscall.ENETUNREACH) || errors.Is(err, syscall.ENETDOWN) ||
		errors.As(err, &dns) && !dns.IsNotFound && strings.Contains(dns.Err, syscall.ENETUNREACH.Error())
}

func timedOut(err error) bool {
	var timer net.Error
	return errors.As(err, &timer) && timer.Timeout()
}

// lost marks err as the end of a connection.
func lost(err error) error {
	if errors.Is(err, ErrLost) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrLost, err)
}
