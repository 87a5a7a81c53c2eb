package maillab

import (
	"strings"

	"github.com/emersion/go-sasl"
)

// saslServer answers one mechanism, for IMAP and SMTP alike. entered is told
// who got in; refused is the error that the protocol's server understands.
func (l *Lab) saslServer(mech string, entered func(user string), refused error) (sasl.Server, bool) {
	password := func(user, password string) error {
		if !l.checkPassword(user, password) {
			return refused
		}
		entered(user)
		return nil
	}
	bearer := func(user, token string) bool {
		name, ok := l.checkToken(user, token)
		if ok {
			entered(name)
		}
		return ok
	}
	var server sasl.Server
	switch mech {
	case "PLAIN":
		server = sasl.NewPlainServer(func(_, user, pass string) error { return password(user, pass) })
	case "LOGIN":
		server = &loginServer{check: password}
	case "XOAUTH2":
		server = &xoauth2Server{check: bearer}
	case "OAUTHBEARER":
		server = sasl.NewOAuthBearerServer(func(o sasl.OAuthBearerOptions) *sasl.OAuthBearerError {
			if !bearer(o.Username, o.Token) {
				return &sasl.OAuthBearerError{Status: "invalid_token", Schemes: "bearer"}
			}
			return nil
		})
	default:
		return nil, false
	}
	return &refusing{Server: server, refused: refused}, true
}

// refusing turns every failure into the one that the protocol's server knows
// how to tell.
type refusing struct {
	sasl.Server
	refused error
}

func (r *refusing) Next(response []byte) ([]byte, bool, error) {
	challenge, done, err := r.Server.Next(response)
	if err != nil {
		return nil, false, r.refused
	}
	return challenge, done, nil
}

// loginServer asks for name and password one after the other
// (draft-murchison-sasl-login).
type loginServer struct {
	check func(user, password string) error
	user  *string
}

func (s *loginServer) Next(response []byte) ([]byte, bool, error) {
	switch {
	case response == nil:
		return []byte("Username:"), false, nil
	case s.user == nil:
		user := string(response)
		s.user = &user
		return []byte("Password:"), false, nil
	default:
		return nil, true, s.check(*s.user, string(response))
	}
}

// xoauth2Server is Google's and Microsoft's mechanism: one line with name and
// token; a refusal is told in JSON, to be acknowledged by an empty line.
type xoauth2Server struct {
	check  func(user, token string) bool
	failed bool
}

func (s *xoauth2Server) Next(response []byte) ([]byte, bool, error) {
	if s.failed {
		return nil, false, sasl.ErrUnexpectedClientResponse
	}
	if response == nil {
		return []byte{}, false, nil
	}
	var user, token string
	for _, field := range strings.Split(string(response), "\x01") {
		if v, ok := strings.CutPrefix(field, "user="); ok {
			user = v
		}
		if v, ok := strings.CutPrefix(field, "auth=Bearer "); ok {
			token = v
		}
	}
	if user != "" && s.check(user, token) {
		return nil, true, nil
	}
	s.failed = true
	return []byte(`{"status":"401","schemes":"bearer","scope":"mail"}`), false, nil
}
