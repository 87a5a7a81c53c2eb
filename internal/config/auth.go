package config

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Secrets hands out what is needed to sign in. Servers that share a
// token_command share its token. It is safe for use by many goroutines.
type Secrets struct {
	c   *Config
	now func() time.Time

	mu    sync.Mutex
	auths map[string]*Auth
}

// Secrets returns the source of all secrets of this configuration. now is
// asked when a token was got and whether it still holds.
func (c *Config) Secrets(now func() time.Time) *Secrets {
	return &Secrets{c: c, now: now, auths: map[string]*Auth{}}
}

// Auth returns how to sign in to a server of this configuration.
func (s *Secrets) Auth(server Server) *Auth {
	key := fmt.Sprintf("%q", []any{server.Username, server.PasswordFile, server.Credential, server.PasswordEnv, server.TokenCommand})
	s.mu.Lock()
	defer s.mu.Unlock()
	a, ok := s.auths[key]
	if !ok {
		a = &Auth{Username: server.Username, credentials: server.Credentials, c: s.c, tokens: newTokens(server.TokenCommand, s.now)}
		s.auths[key] = a
	}
	return a
}

// Auth is how to sign in to one server: by password or by access token.
type Auth struct {
	Username string

	credentials Credentials
	c           *Config
	tokens      *tokens
}

// None tells whether the server is used without signing in.
func (a *Auth) None() bool { return len(a.credentials.sources()) == 0 }

// UsesToken tells whether an access token is wanted (XOAUTH2, OAUTHBEARER)
// rather than a password.
func (a *Auth) UsesToken() bool { return len(a.credentials.TokenCommand) > 0 }

// Password reads the password anew each time, so that a changed one is taken up
// without a restart. The error never holds any of it.
func (a *Auth) Password(_ context.Context) (Secret, error) {
	switch {
	case a.credentials.PasswordFile != "":
		return readSecret(a.c.disk, a.credentials.PasswordFile)
	case a.credentials.Credential != "":
		dir, ok := a.c.env(credentialsDir)
		if !ok {
			return Secret{}, fmt.Errorf("credential %q: $%s isn't set", a.credentials.Credential, credentialsDir)
		}
		return readSecret(a.c.disk, filepath.Join(dir, a.credentials.Credential))
	case a.credentials.PasswordEnv != "":
		text, ok := a.c.env(a.credentials.PasswordEnv)
		if !ok || text == "" {
			return Secret{}, fmt.Errorf("the variable %s isn't set, or is empty", a.credentials.PasswordEnv)
		}
		return NewSecret(text), nil
	}
	return Secret{}, fmt.Errorf("no password is configured for %q", a.Username)
}

// Token returns an access token: the one got before while it holds, or a new
// one where fresh says that the server has refused that. The command has 10 s,
// and ctx may end it earlier.
func (a *Auth) Token(ctx context.Context, fresh bool) (Secret, error) {
	if !a.UsesToken() {
		return Secret{}, fmt.Errorf("no token_command is configured for %q", a.Username)
	}
	return a.tokens.get(ctx, fresh)
}

// readSecret reads a file that holds one line. The line's end is no part of it.
func readSecret(disk Files, name string) (Secret, error) {
	b, err := disk.ReadFile(name)
	if err != nil {
		return Secret{}, fmt.Errorf("%q can't be read: %w", name, cause(err))
	}
	text := strings.TrimRight(string(b), "\r\n")
	switch {
	case strings.TrimSpace(text) == "":
		return Secret{}, fmt.Errorf("%q is empty", name)
	case strings.ContainsAny(text, "\r\n\x00"):
		return Secret{}, fmt.Errorf("%q has more than one line", name)
	}
	return NewSecret(text), nil
}
