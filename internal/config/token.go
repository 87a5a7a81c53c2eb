package config

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"time"
	"unicode"
)

const (
	tokenLimit    = 10 * time.Second // for the command
	tokenHolds    = 45 * time.Minute // where the command doesn't say how long
	tokenMargin   = 5 * time.Minute  // it is renewed this long before it ends
	largestOutput = 64 << 10
	longestError  = 300 // characters of a command's complaint that are shown
)

// tokens keeps the token of one command until shortly before it ends.
type tokens struct {
	argv  []string
	now   func() time.Time
	limit time.Duration
	turn  chan struct{} // held while the command runs: never two at once

	token Secret
	until time.Time
}

func newTokens(argv []string, now func() time.Time) *tokens {
	return &tokens{argv: argv, now: now, limit: tokenLimit, turn: make(chan struct{}, 1)}
}

func (t *tokens) get(ctx context.Context, fresh bool) (Secret, error) {
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return Secret{}, fmt.Errorf("token_command: %w", ctx.Err())
	}
	if !fresh && !t.token.Empty() && t.now().Before(t.until) {
		return t.token, nil
	}
	// A token that was refused must not come back when the command fails.
	t.token = Secret{}
	token, holds, err := runTokenCommand(ctx, t.argv, t.limit)
	if err != nil {
		return Secret{}, fmt.Errorf("token_command %q: %w", t.argv[0], err)
	}
	t.token, t.until = token, t.now().Add(holds)
	return token, nil
}

// runTokenCommand runs the command, without a shell, and reads what it prints:
// a token, or JSON with access_token and expires_in (RFC 6749 section 5.1, in
// seconds).
func runTokenCommand(ctx context.Context, argv []string, limit time.Duration) (Secret, time.Duration, error) {
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var out, complaint bounded
	cmd := exec.CommandContext(limited, argv[0], argv[1:]...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	endWithChildren(cmd)
	// Whatever keeps the output open all the same isn't waited for.
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return Secret{}, 0, ctx.Err()
	case limited.Err() != nil:
		return Secret{}, 0, fmt.Errorf("no token within %s%s", limit, said(complaint.String(), out.String()))
	case err != nil:
		return Secret{}, 0, fmt.Errorf("%w%s", err, said(complaint.String(), out.String()))
	}
	if out.cut {
		return Secret{}, 0, errors.New("it printed more than a token")
	}
	return parseToken(strings.TrimSpace(out.String()))
}

func parseToken(text string) (Secret, time.Duration, error) {
	holds := tokenHolds
	if strings.HasPrefix(text, "{") {
		var answer struct {
			AccessToken string      `json:"access_token"`
			ExpiresIn   json.Number `json:"expires_in"`
		}
		// The decoder's own error may quote what was printed, so it isn't shown.
		if json.Unmarshal([]byte(text), &answer) != nil {
			return Secret{}, 0, errors.New("it printed JSON that can't be read (want access_token and expires_in)")
		}
		text = answer.AccessToken
		if seconds, err := answer.ExpiresIn.Float64(); err == nil {
			holds = lasting(seconds)
		}
	}
	switch {
	case text == "":
		return Secret{}, 0, errors.New("it printed no token")
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r > unicode.MaxASCII }):
		return Secret{}, 0, errors.New("it printed more than a token")
	}
	return NewSecret(text), holds, nil
}

// lasting is how long a token is used that ends after this many seconds: until
// shortly before its end, or half of a short life.
func lasting(seconds float64) time.Duration {
	life := time.Duration(min(max(seconds, 0), 365*24*3600) * float64(time.Second))
	if life < 2*tokenMargin {
		return life / 2
	}
	return life - tokenMargin
}

// looksSecret finds what may be a token in a command's complaint.
var looksSecret = regexp.MustCompile(`[A-Za-z0-9_~+/=.-]{24,}`)

// said is what a command complained of, fit for a log: one line, cut, and
// without anything that is, or looks like, a secret.
func said(complaint, printed string) string {
	if printed = strings.TrimSpace(printed); printed != "" {
		complaint = strings.ReplaceAll(complaint, printed, redacted)
	}
	complaint = looksSecret.ReplaceAllString(complaint, redacted)
	complaint = strings.Join(strings.FieldsFunc(complaint, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if complaint == "" {
		return ""
	}
	if runes := []rune(complaint); len(runes) > longestError {
		complaint = string(runes[:longestError]) + "…"
	}
	return ": " + complaint
}

// bounded keeps the beginning of what is written to it. The buffer isn't
// embedded: its ReadFrom would let a copy pass the bound by.
type bounded struct {
	kept bytes.Buffer
	cut  bool
}

func (b *bounded) Write(p []byte) (int, error) {
	room := largestOutput - b.kept.Len()
	if len(p) > room {
		b.cut = true
	}
	b.kept.Write(p[:min(len(p), room)])
	return len(p), nil
}

func (b *bounded) String() string { return b.kept.String() }
