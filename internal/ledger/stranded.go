package ledger

import (
	"encoding/json"
	"slices"
	"strings"
)

// Stranded is what waits in a mailbox that isn't in the configuration: it was
// taken out of it, or has another name now. Nothing of it goes out.
type Stranded struct {
	Mailbox string `json:"mailbox"`
	People  int    `json:"people"`   // whose sequence is under way from it
	Queued  int    `json:"queued"`   // mails that wait to go out
	InDoubt int    `json:"in_doubt"` // mails that may or may not have gone out
}

// Left is how many people stand in a sequence that isn't there any more.
type Left struct {
	Sequence string `json:"sequence"`
	People   int    `json:"people"`
}

// Left tells of every sequence but those known in which people stand, by their
// names. Whoever is with the owner waits for nothing of it.
func (t *Tx) Left(known []string) (out []Left, err error) {
	names, err := json.Marshal(append([]string{}, known...))
	if err != nil {
		return nil, err
	}
	err = t.each(`SELECT sequence, COUNT(*) FROM enrolments WHERE live = 1 AND +state <> 'answered'
		AND sequence NOT IN (SELECT value FROM json_each(?)) GROUP BY sequence ORDER BY sequence`, []any{string(names)}, func(scan func(...any) error) error {
		var l Left
		err := scan(&l.Sequence, &l.People)
		out = append(out, l)
		return err
	})
	return out, err
}

// Stranded tells of every mailbox but those known in which something waits, by
// their names.
func (t *Tx) Stranded(known []string) ([]Stranded, error) {
	names, err := json.Marshal(append([]string{}, known...))
	if err != nil {
		return nil, err
	}
	found := map[string]*Stranded{}
	for _, q := range []struct {
		query string
		into  func(*Stranded) *int
	}{
		{"SELECT mailbox, COUNT(*) FROM enrolments WHERE live = 1", func(s *Stranded) *int { return &s.People }},
		{"SELECT mailbox, COUNT(*) FROM outbox WHERE state = 'queued'", func(s *Stranded) *int { return &s.Queued }},
		{"SELECT mailbox, COUNT(*) FROM outbox WHERE state IN ('sending', 'marked', 'uncertain')", func(s *Stranded) *int { return &s.InDoubt }},
	} {
		err := t.each(q.query+" AND mailbox NOT IN (SELECT value FROM json_each(?)) GROUP BY mailbox", []any{string(names)}, func(scan func(...any) error) error {
			var name string
			var n int
			if err := scan(&name, &n); err != nil {
				return err
			}
			if found[name] == nil {
				found[name] = &Stranded{Mailbox: name}
			}
			*q.into(found[name]) = n
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var out []Stranded
	for _, s := range found {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Stranded) int { return strings.Compare(a.Mailbox, b.Mailbox) })
	return out, nil
}
