package ledger

import (
	"strings"
	"time"
)

// PastKind is one kind of thing that a mailbox's history knows of an address.
type PastKind string

// The closed set of kinds of the past.
const (
	PastReceived  PastKind = "received" // they wrote
	PastWritten   PastKind = "written"  // the owner wrote to them
	PastBounced   PastKind = "bounced"
	PastOptedOut  PastKind = "opted_out"
	PastAutomatic PastKind = "automatic"
)

// Past is what a mailbox's history knows of an address.
type Past struct {
	Mailbox, Address string
	Kind             PastKind
	First, Last      time.Time
	Count            int
	Evidence         string // of the newest
}

// Remember adds one mail of the past. No body is kept.
func (t *Tx) Remember(mailbox, address string, kind PastKind, at time.Time, evidence string) error {
	_, err := t.exec(`INSERT INTO history (mailbox, address, kind, first_at, last_at, count, evidence) VALUES (?, ?, ?, ?, ?, 1, ?)
		ON CONFLICT (address, mailbox, kind) DO UPDATE SET first_at = MIN(first_at, excluded.first_at), count = count + 1,
			evidence = CASE WHEN excluded.last_at >= last_at THEN excluded.evidence ELSE evidence END, last_at = MAX(last_at, excluded.last_at)`,
		mailbox, strings.ToLower(address), string(kind), nanos(at), nanos(at), evidence)
	return err
}

// Unread takes back what one mail was taken for, where the history knows of
// nothing else of that kind.
func (t *Tx) Unread(mailbox, address string, kind PastKind, at time.Time) error {
	_, err := t.exec("DELETE FROM history WHERE mailbox = ? AND address = ? AND kind = ? AND count = 1 AND last_at = ?",
		mailbox, strings.ToLower(address), string(kind), nanos(at))
	return err
}

// PastOf is what any mailbox's history knows of an address, oldest first.
func (t *Tx) PastOf(address string) ([]Past, error) {
	var out []Past
	err := t.each("SELECT mailbox, address, kind, first_at, last_at, count, evidence FROM history WHERE address = ? ORDER BY last_at", []any{strings.ToLower(address)},
		func(scan func(...any) error) error {
			var p Past
			var first, last int64
			if err := scan(&p.Mailbox, &p.Address, (*string)(&p.Kind), &first, &last, &p.Count, &p.Evidence); err != nil {
				return err
			}
			p.First, p.Last = fromNanos(first), fromNanos(last)
			out = append(out, p)
			return nil
		})
	return out, err
}
