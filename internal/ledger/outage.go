package ledger

import "time"

// Outage is a time in which a mailbox could not be read.
type Outage struct {
	Mailbox  string
	From, To time.Time
	Problem  string
}

// NoteOutage keeps an outage that is over.
func (t *Tx) NoteOutage(o Outage) error {
	_, err := t.exec("INSERT INTO outages (mailbox, from_at, to_at, problem) VALUES (?, ?, ?, ?) ON CONFLICT (mailbox, from_at) DO UPDATE SET to_at = excluded.to_at",
		o.Mailbox, nanos(o.From), nanos(o.To), o.Problem)
	return err
}

// Outages are those of a mailbox that lasted into [from, to), oldest first.
func (t *Tx) Outages(mailbox string, from, to time.Time) ([]Outage, error) {
	var out []Outage
	err := t.each("SELECT from_at, to_at, problem FROM outages WHERE mailbox = ? AND to_at > ? AND from_at < ? ORDER BY from_at",
		[]any{mailbox, nanos(from), nanos(to)}, func(scan func(...any) error) error {
			o := Outage{Mailbox: mailbox}
			var from, to int64
			if err := scan(&from, &to, &o.Problem); err != nil {
				return err
			}
			o.From, o.To = fromNanos(from), fromNanos(to)
			out = append(out, o)
			return nil
		})
	return out, err
}
