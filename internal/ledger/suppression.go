package ledger

import (
	"errors"
	"strings"
	"time"
)

// The closed set of kinds of a Suppression.
const (
	KindAddress   = "address"
	KindDomain    = "domain"
	KindForgotten = "forgotten"
)

// Suppression is an address or a domain that is never written to again.
type Suppression struct {
	Kind  string    `json:"kind"`  // address, domain or forgotten
	Value string    `json:"value"` // of somebody forgotten: a salted hash
	Why   string    `json:"why"`
	By    string    `json:"by"`
	At    time.Time `json:"at"`
}

// Suppress adds an address or a domain for ever; a second time changes nothing.
func (t *Tx) Suppress(s Suppression) error {
	_, err := t.exec("INSERT INTO suppressions (kind, value, why, by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		s.Kind, strings.ToLower(s.Value), s.Why, s.By, nanos(s.At))
	return err
}

// Suppressed gives the suppression that covers an address: its own, also where
// nothing but its hash is left, or that of its domain or of a domain above.
// ErrNotFound where there is none.
func (t *Tx) Suppressed(address string) (Suppression, error) {
	return covering(address, t.forgottenHash, t.suppression)
}

// covering looks for the suppression that covers an address.
func covering(address string, hash func(address string) (string, error), find func(kind, value string) (Suppression, error)) (Suppression, error) {
	address = strings.ToLower(address)
	s, err := find(KindAddress, address)
	if errors.Is(err, ErrNotFound) {
		var hashed string
		if hashed, err = hash(address); err != nil {
			return s, err
		}
		s, err = find(KindForgotten, hashed)
		s.Value = address // which the caller knows; the ledger doesn't
	}
	for domain := Domain(address); errors.Is(err, ErrNotFound) && strings.Contains(domain, "."); {
		s, err = find(KindDomain, domain)
		_, domain, _ = strings.Cut(domain, ".")
	}
	return s, err
}

// SuppressionList is everything that is suppressed, for those who ask of many
// addresses: asking the ledger of each takes longer than reading all at once.
type SuppressionList struct {
	listed map[suppressed]bool
	hash   func(address string) (string, error)
	some   bool // some are known by nothing but a hash
}

type suppressed struct{ kind, value string }

// SuppressionList reads all that is suppressed.
func (t *Tx) SuppressionList() (*SuppressionList, error) {
	l := &SuppressionList{listed: map[suppressed]bool{}}
	secret, err := t.Setting("secret")
	if err != nil {
		return nil, err
	}
	l.hash = func(address string) (string, error) {
		if !l.some {
			return "", nil
		}
		return saltedHash(secret, address), nil
	}
	return l, t.each("SELECT kind, value FROM suppressions", nil, func(scan func(...any) error) error {
		var s suppressed
		if err := scan(&s.kind, &s.value); err != nil {
			return err
		}
		l.listed[s] = true
		l.some = l.some || s.kind == KindForgotten
		return nil
	})
}

// Suppressed is Tx.Suppressed, but for who did it when and why.
func (l *SuppressionList) Suppressed(address string) (Suppression, error) {
	return covering(address, l.hash, func(kind, value string) (Suppression, error) {
		if !l.listed[suppressed{kind, value}] {
			return Suppression{Kind: kind, Value: value}, ErrNotFound
		}
		return Suppression{Kind: kind, Value: value}, nil
	})
}

func (t *Tx) suppression(kind, value string) (Suppression, error) {
	s := Suppression{Kind: kind, Value: value}
	var at int64
	err := t.one("SELECT why, by, at FROM suppressions WHERE kind = ? AND value = ?", []any{kind, value}, &s.Why, &s.By, &at)
	s.At = fromNanos(at)
	return s, err
}

// Suppressions lists all, oldest first.
func (t *Tx) Suppressions() ([]Suppression, error) {
	var out []Suppression
	err := t.each("SELECT kind, value, why, by, at FROM suppressions ORDER BY at, value", nil, func(scan func(...any) error) error {
		var s Suppression
		var at int64
		if err := scan(&s.Kind, &s.Value, &s.Why, &s.By, &at); err != nil {
			return err
		}
		s.At = fromNanos(at)
		out = append(out, s)
		return nil
	})
	return out, err
}
