package mailbox

import (
	"context"
	"crypto/x509"
	"net"
	"strconv"
	"strings"
)

// TLSMode says how a connection is encrypted.
type TLSMode string

// The ways to encrypt. Certificates are always verified.
const (
	// TLSImplicit speaks TLS from the first byte (RFC 8314), ports 993 and 465.
	TLSImplicit TLSMode = "implicit"
	// TLSStart demands STARTTLS; a server that does not offer it is refused.
	TLSStart TLSMode = "starttls"
	// TLSNone encrypts nothing. It is refused for any host but a loopback one.
	TLSNone TLSMode = "insecure-none"
)

// AuthKind tells what a Credentials can give.
type AuthKind string

// The kinds of credentials.
const (
	AuthPassword AuthKind = "password"
	AuthToken    AuthKind = "token"
)

// Credentials gives what is needed to log in, at the moment it is needed.
// Implementations must be safe for use by several goroutines.
type Credentials interface {
	Username() string
	Kind() AuthKind
	// Password is asked for when Kind is AuthPassword.
	Password(ctx context.Context) (string, error)
	// Token gives an OAuth2 access token when Kind is AuthToken. With fresh set,
	// the last one was refused by the server and must not be given again.
	Token(ctx context.Context, fresh bool) (string, error)
}

// Server is one IMAP or SMTP server with the way to log in to it.
type Server struct {
	Host string
	Port int
	TLS  TLSMode
	// Auth may be nil for an SMTP server that asks for no login.
	Auth Credentials
	// RootCAs replaces the system's certificate roots when not nil.
	RootCAs *x509.CertPool
}

// Addr is host:port.
func (s Server) Addr() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Port)) }

// Account is one mailbox: where its mail is read and where it is submitted.
type Account struct {
	Name    string
	Address string
	IMAP    Server
	SMTP    Server
	// Exclude names folders that are not watched; what lies below them is not
	// watched either. INBOX cannot be excluded.
	Exclude []string
	Folders FolderOverrides
}

// FolderOverrides names folders whose role the server does not tell, or tells
// wrongly. An empty field leaves the role to the server and to the folders'
// names.
type FolderOverrides struct {
	Sent, Junk, Drafts, Trash, Archive, All string
}

func (o FolderOverrides) byRole() map[Role]string {
	return map[Role]string{
		RoleSent: o.Sent, RoleJunk: o.Junk, RoleDrafts: o.Drafts,
		RoleTrash: o.Trash, RoleArchive: o.Archive, RoleAll: o.All,
	}
}

// loopback reports whether a host name means this very machine.
func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
