package mailbox

import (
	"fmt"
	"slices"

	"github.com/emersion/go-sasl"
	"github.com/wneessen/go-mail/smtp"
)

// xoauth2 is the XOAUTH2 mechanism for IMAP, which go-sasl lacks.
type xoauth2 struct{ username, token string }

var _ sasl.Client = xoauth2{}

func (a xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + a.username + "\x01auth=Bearer " + a.token + "\x01\x01"), nil
}

// Next is only called with an error in JSON: the token is refused. The exchange
// is not finished politely, since the connection is given up anyway.
func (a xoauth2) Next(challenge []byte) ([]byte, error) {
	return nil, fmt.Errorf("%w: %s", ErrLogin, challenge)
}

// oauthBearer is go-sasl's OAUTHBEARER with its refusals told like all others.
type oauthBearer struct{ sasl.Client }

func (a oauthBearer) Next(challenge []byte) ([]byte, error) {
	return nil, fmt.Errorf("%w: %s", ErrLogin, challenge)
}

func newOAuthBearer(s Server, username, token string) sasl.Client {
	return oauthBearer{sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{
		Username: username, Token: token, Host: s.Host, Port: s.Port,
	})}
}

// smtpAuth picks the mechanism once the server has told what it offers, and
// remembers that the login was reached: a refusal from there on is one of the
// login.
type smtpAuth struct {
	server           Server
	username, secret string
	kind             AuthKind
	begun            bool
	chosen           smtp.Auth
}

var _ smtp.Auth = (*smtpAuth)(nil)

func (a *smtpAuth) Start(info *smtp.ServerInfo) (string, []byte, error) {
	chosen, err := a.choose(info)
	if err != nil {
		return "", nil, err
	}
	a.begun, a.chosen = true, chosen
	return chosen.Start(info)
}

func (a *smtpAuth) Next(fromServer []byte, more bool) ([]byte, error) {
	return a.chosen.Next(fromServer, more)
}

// choose prefers PLAIN where the connection is encrypted: servers are known to
// offer SCRAM for users whose passwords they hold only in another form, and the
// certificate was verified. The SCRAM mechanisms follow for servers without it.
func (a *smtpAuth) choose(info *smtp.ServerInfo) (smtp.Auth, error) {
	offered := func(mechanism string) bool { return slices.Contains(info.Auth, mechanism) }
	if a.kind == AuthToken {
		if offered(sasl.OAuthBearer) {
			return bearerAuth{newOAuthBearer(a.server, a.username, a.secret)}, nil
		}
		if offered("XOAUTH2") {
			return smtp.XOAuth2Auth(a.username, a.secret), nil
		}
		return nil, fmt.Errorf("%w: it takes no tokens (it offers %q)", ErrLogin, info.Auth)
	}
	if !info.TLS && !loopback(a.server.Host) {
		return nil, ErrNoEncryption
	}
	switch {
	case offered("PLAIN"):
		return smtp.PlainAuth("", a.username, a.secret, info.Name, true), nil
	case offered("LOGIN"):
		return smtp.LoginAuth(a.username, a.secret, info.Name, true), nil
	case offered("SCRAM-SHA-256"):
		return smtp.ScramSHA256Auth(a.username, a.secret), nil
	case offered("SCRAM-SHA-1"):
		return smtp.ScramSHA1Auth(a.username, a.secret), nil
	}
	return nil, fmt.Errorf("%w: it takes no passwords (it offers %q)", ErrLogin, info.Auth)
}

// bearerAuth lets OAUTHBEARER serve go-mail, which lacks it.
type bearerAuth struct{ client sasl.Client }

func (a bearerAuth) Start(*smtp.ServerInfo) (string, []byte, error) { return a.client.Start() }

// Next answers the server's error with a dummy, so that it may end the exchange
// with its refusal (RFC 7628 3.2.3).
func (a bearerAuth) Next(_ []byte, more bool) ([]byte, error) {
	if !more {
		return nil, nil
	}
	return []byte{1}, nil
}
