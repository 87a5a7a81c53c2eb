// Package hook posts hand-overs to the owner's own program, signed, so that it
// can tell them from anybody else's.
//
// It decides nothing and tries once; the engine tries again. It must never
// follow a redirect, and never let the secret or what a server answers into an
// error.
package hook

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// The headers of a post. The signature is "sha256=" and the HMAC-SHA-256, in
// hex, of the timestamp, a dot and the body, with the secret as its key.
const (
	SignatureHeader = "X-Followupd-Signature"
	TimestampHeader = "X-Followupd-Timestamp" // seconds since 1970 UTC, of this try
)

// Timeout is how long one try may take.
const Timeout = 10 * time.Second

// Sign makes the signature of a body that is posted at a moment.
func Sign(secret string, at time.Time, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "%d.", at.Unix())
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

// Poster posts to one address. It may be used by several goroutines.
type Poster struct {
	address string
	secret  func(context.Context) (string, error)
	now     func() time.Time
	client  *http.Client
}

// New makes a Poster. secret is asked anew at each try, so that a changed one
// is taken up.
func New(address string, secret func(context.Context) (string, error), now func() time.Time) *Poster {
	return &Poster{address: address, secret: secret, now: now, client: &http.Client{Timeout: Timeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// Post posts a body once. It is taken if the answer is any 2xx.
func (p *Poster) Post(ctx context.Context, body []byte) error {
	secret, err := p.secret(ctx)
	if err != nil {
		return fmt.Errorf("secret of the webhook: %w", err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, p.address, bytes.NewReader(body))
	if err != nil {
		return errors.New("the webhook's address can't be used")
	}
	at := p.now()
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "followupd")
	r.Header.Set(TimestampHeader, strconv.FormatInt(at.Unix(), 10))
	r.Header.Set(SignatureHeader, Sign(secret, at, body))
	answer, err := p.client.Do(r)
	if err != nil {
		return fmt.Errorf("post: %w", withoutAddress(err))
	}
	// The answer's words are of no use, and may hold anything.
	_ = answer.Body.Close()
	if answer.StatusCode < 200 || answer.StatusCode > 299 {
		return fmt.Errorf("the webhook answered %d", answer.StatusCode)
	}
	return nil
}

// withoutAddress takes the address out of an error: its path may be a secret
// itself.
func withoutAddress(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}
