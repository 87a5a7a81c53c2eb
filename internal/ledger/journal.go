package ledger

import (
	"encoding/json"
	"fmt"
	"time"

	"followupd/sequences"
)

// Entry is one decision: what happened, what it changed, what is to be done,
// why, and by which rules and plan.
type Entry struct {
	Seq     int64              `json:"seq"`
	At      time.Time          `json:"at"`
	Person  int64              `json:"person"`
	Event   sequences.Event    `json:"event"`
	Facts   []sequences.Fact   `json:"facts"`
	Effects []sequences.Effect `json:"effects"`
	Reason  sequences.Reason   `json:"reason"`
	Plan    string             `json:"plan"`  // hash
	Rules   string             `json:"rules"` // version
}

// Decided says whether an event was journaled already.
func (t *Tx) Decided(eventID string) (bool, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM journal WHERE event_id = ?", []any{eventID}, &n)
	return n > 0, err
}

// Journal appends an entry and gives its number. An event that is journaled
// already is an error: it must not be decided twice.
func (t *Tx) Journal(e Entry) (int64, error) {
	parts := make([]string, 4)
	for i, v := range []any{e.Event, e.Facts, e.Effects, e.Reason} {
		b, err := json.Marshal(v)
		if err != nil {
			return 0, err
		}
		parts[i] = string(b)
	}
	var seq int64
	err := t.one(`INSERT INTO journal (at, person_id, event_id, kind, code, event, facts, effects, reason, plan, rules)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
		[]any{nanos(e.At), e.Person, e.Event.ID, string(e.Event.Kind), string(e.Reason.Code), parts[0], parts[1], parts[2], parts[3], e.Plan, e.Rules}, &seq)
	if err != nil {
		return 0, fmt.Errorf("journal %q: %w", e.Event.ID, err)
	}
	return seq, nil
}

// PersonJournal hands over a person's entries, oldest first.
func (t *Tx) PersonJournal(person int64, each func(Entry) error) error {
	return t.journal("WHERE person_id = ? ORDER BY seq", []any{person}, each)
}

// EntryOf is the entry of an event.
func (t *Tx) EntryOf(eventID string) (found Entry, err error) {
	err = t.journal("WHERE event_id = ?", []any{eventID}, func(e Entry) error { found = e; return nil })
	if err == nil && found.Seq == 0 {
		err = ErrNotFound
	}
	return found, err
}

// OrderedSince says whether the owner said anything of a person after an event
// was decided on.
func (t *Tx) OrderedSince(person int64, eventID string) (bool, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM journal WHERE person_id = ? AND kind = ? AND seq > (SELECT seq FROM journal WHERE event_id = ?)",
		[]any{person, string(sequences.EvOrder), eventID}, &n)
	return n > 0, err
}

// JournalBetween hands over the entries decided in [from, to), oldest first.
func (t *Tx) JournalBetween(from, to time.Time, each func(Entry) error) error {
	return t.journal("WHERE at >= ? AND at < ? ORDER BY seq", []any{nanos(from), nanos(to)}, each)
}

// WholeJournal hands over every entry, a person at a time, oldest first.
func (t *Tx) WholeJournal(each func(Entry) error) error {
	return t.journal("ORDER BY person_id, seq", nil, each)
}

func (t *Tx) journal(where string, args []any, each func(Entry) error) error {
	return t.each("SELECT seq, at, person_id, event, facts, effects, reason, plan, rules FROM journal "+where, args, func(scan func(...any) error) error {
		var e Entry
		var at int64
		var event, facts, effects, reason string
		if err := scan(&e.Seq, &at, &e.Person, &event, &facts, &effects, &reason, &e.Plan, &e.Rules); err != nil {
			return err
		}
		e.At = fromNanos(at)
		for _, part := range []struct {
			text string
			into any
		}{{event, &e.Event}, {facts, &e.Facts}, {effects, &e.Effects}, {reason, &e.Reason}} {
			if err := json.Unmarshal([]byte(part.text), part.into); err != nil {
				return fmt.Errorf("journal entry %d: %w", e.Seq, err)
			}
		}
		return each(e)
	})
}

// KeepPlan stores a plan under its hash, once; added is false where it is kept
// already.
func (t *Tx) KeepPlan(hash string, body []byte, at time.Time) (added bool, err error) {
	n, err := t.exec("INSERT INTO plans (hash, body, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", hash, string(body), nanos(at))
	return n > 0, err
}

// KeepText stores the text of a template under its hash, once.
func (t *Tx) KeepText(hash string, text []byte) error {
	_, err := t.exec("INSERT INTO texts (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING", hash, text)
	return err
}

// Text reads the text of a template that is or was in force.
func (t *Tx) Text(hash string) (text []byte, err error) {
	err = t.one("SELECT body FROM texts WHERE hash = ?", []any{hash}, &text)
	return text, err
}

// Plans hands over the hashes that begin with a word, oldest first, and when
// each plan was in force for the first time.
func (t *Tx) Plans(word string, each func(hash string, at time.Time) error) error {
	return t.each("SELECT hash, at FROM plans WHERE substr(hash, 1, length(?1)) = ?1 ORDER BY at, hash", []any{word}, func(scan func(...any) error) error {
		var hash string
		var at int64
		if err := scan(&hash, &at); err != nil {
			return err
		}
		return each(hash, fromNanos(at))
	})
}

// PlanByHash reads a plan that was in force once.
func (t *Tx) PlanByHash(hash string) (sequences.Plan, error) {
	var body string
	if err := t.one("SELECT body FROM plans WHERE hash = ?", []any{hash}, &body); err != nil {
		return sequences.Plan{}, err
	}
	return sequences.PlanFrom([]byte(body))
}
