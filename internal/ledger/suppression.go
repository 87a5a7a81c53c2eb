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

// again marks, in a suppression's reason, that it was asked for once more, and
// so stands whatever becomes of the first time.
const again = "; again on "

// Suppress adds an address or a domain for ever. A second time changes nothing
// but that the reason says so, once.
func (t *Tx) Suppress(s Suppression) error {
	_, err := t.exec("INSERT INTO suppressions (kind, value, why, by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET why = why || ? || excluded.why WHERE at <> excluded.at AND instr(why, ?) = 0",
		s.Kind, strings.ToLower(s.Value), s.Why, s.By, nanos(s.At), again+s.At.UTC().Format(time.DateOnly)+": ", again)
	return err
}

// Lift takes an address off the list, if it is there for nothing but that one
// reason of that moment.
func (t *Tx) Lift(address string, at time.Time) error {
	_, err := t.exec("DELETE FROM suppressions WHERE kind = ? AND value = ? AND at = ? AND instr(why, ?) = 0", KindAddress, strings.ToLower(address), nanos(at), again)
	return err
}

// ListedBesides is everything that covers an address but what Lift would take
// away; of somebody forgotten, Value is the address.
func (t *Tx) ListedBesides(address string, at time.Time) ([]Suppression, error) {
	address = strings.ToLower(address)
	var out []Suppression
	find := func(kind, value, shown string) error {
		s, err := t.suppression(kind, value)
		switch {
		case errors.Is(err, ErrNotFound):
			return nil
		case err != nil:
			return err
		case kind == KindAddress && s.At.Equal(at) && !strings.Contains(s.Why, again):
			return nil
		}
		s.Value = shown
		out = append(out, s)
		return nil
	}
	hashed, err := t.forgottenHash(address)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(find(KindAddress, address, address), find(KindForgotten, hashed, address)); err != nil {
		return nil, err
	}
	for domain := Domain(address); strings.Contains(domain, "."); _, domain, _ = strings.Cut(domain, ".") {
		if err := find(KindDomain, domain, domain); err != nil {
			return nil, err
		}
	}
	return out, nil
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
