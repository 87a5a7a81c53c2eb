package maillab

import "time"

// Server is what a test needs of a mail server to run against it: the lab and
// a real Dovecot both are one.
type Server interface {
	// IMAPAddr is host:port on loopback.
	IMAPAddr() string
	// TLS is how IMAPAddr speaks TLS.
	TLS() TLSMode
	// CA is the PEM to verify the server's certificate by; nil without TLS.
	CA() []byte
	// User is an account to log in to.
	User() (name, password string)
	// DeliverInbox has the server take a mail for that user's INBOX. It returns
	// the time at which the server said that it has it.
	DeliverInbox(user string, raw []byte) (time.Time, error)
}

var _ Server = (*Lab)(nil)
