package ledger

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"followupd/sequences"
)

// NextPersonID draws an id for a new person.
func (t *Tx) NextPersonID() (id int64, err error) {
	err = t.one("UPDATE ids SET last = last + 1 WHERE name = 'person' RETURNING last", nil, &id)
	return id, err
}

// NextEnrolmentID draws an id for a new enrolment. The ids of its mails are made
// of it, so it must be one that no copy of this ledger ever drew, before it took
// the ledger's place or beside it: it is the time in microseconds, or the next
// number where that one was drawn.
func (t *Tx) NextEnrolmentID(now time.Time) (id int64, err error) {
	err = t.one("UPDATE ids SET last = MAX(last + 1, ?) WHERE name = 'enrolment' RETURNING last", []any{now.UnixMicro()}, &id)
	return id, err
}

// Person reads a person's state; ErrNotFound where there is none of that id.
func (t *Tx) Person(id int64) (sequences.Person, error) {
	var state string
	if err := t.one("SELECT state FROM people WHERE id = ?", []any{id}, &state); err != nil {
		return sequences.Person{}, err
	}
	return decodePerson(state)
}

// StoredPeople are states that were read and not decoded yet, which takes longer.
type StoredPeople []string

// People reads the states of many at once, in no order; those that are not
// there are left out.
func (t *Tx) People(ids []int64) (StoredPeople, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	states := make(StoredPeople, 0, len(ids))
	err = t.each("SELECT state FROM people WHERE id IN (SELECT value FROM json_each(?))", []any{string(list)}, func(scan func(...any) error) error {
		var state string
		err := scan(&state)
		states = append(states, state)
		return err
	})
	return states, err
}

// Decode is the n-th person. It asks nothing of the ledger: any goroutine may
// call it, even when the transaction is over.
func (s StoredPeople) Decode(n int) (sequences.Person, error) { return decodePerson(s[n]) }

func decodePerson(state string) (sequences.Person, error) {
	var p sequences.Person
	if err := json.Unmarshal([]byte(state), &p); err != nil {
		return p, fmt.Errorf("stored person: %w", err)
	}
	return p, nil
}

// PersonByAddress is the id of the person with that address; ErrNotFound
// where nobody has it.
func (t *Tx) PersonByAddress(address string) (int64, error) {
	var id int64
	err := t.one("SELECT person_id FROM addresses WHERE address = ?", []any{strings.ToLower(address)}, &id)
	return id, err
}

// PersonByThread is the person whose sequence goes on from the owner's mail of
// that Message-ID; ErrNotFound where there is none.
func (t *Tx) PersonByThread(id string) (int64, error) {
	var person int64
	err := t.one("SELECT person_id FROM enrolments WHERE thread = ? AND thread <> '' ORDER BY id DESC LIMIT 1", []any{id}, &person)
	return person, err
}

// PeopleAtDomain are the ids of the people with an address at that domain.
func (t *Tx) PeopleAtDomain(domain string) ([]int64, error) {
	return t.ids("SELECT DISTINCT person_id FROM addresses WHERE domain = ? ORDER BY person_id", strings.ToLower(domain))
}

// PeopleUnderDomain are the ids of the people with an address at that domain or
// at one below it.
func (t *Tx) PeopleUnderDomain(domain string) ([]int64, error) {
	return t.ids(`SELECT DISTINCT person_id FROM addresses WHERE domain = ?1 OR substr(domain, -length(?1) - 1) = '.' || ?1 ORDER BY person_id`,
		strings.ToLower(domain))
}

// EachPerson hands over every person, in the order of their ids.
func (t *Tx) EachPerson(each func(sequences.Person) error) error {
	return t.each("SELECT state FROM people ORDER BY id", nil, func(scan func(...any) error) error {
		var state string
		if err := scan(&state); err != nil {
			return err
		}
		p, err := decodePerson(state)
		if err != nil {
			return err
		}
		return each(p)
	})
}

func (t *Tx) ids(query string, args ...any) ([]int64, error) {
	var ids []int64
	err := t.each(query, args, func(scan func(...any) error) error {
		var id int64
		if err := scan(&id); err != nil {
			return err
		}
		ids = append(ids, id)
		return nil
	})
	return ids, err
}

// SavePerson stores a person's state and the copies of it that queries use.
func (t *Tx) SavePerson(p sequences.Person, at time.Time) error {
	state, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if _, err := t.exec(`INSERT INTO people (id, state, name, company, changed_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, name = excluded.name, company = excluded.company, changed_at = excluded.changed_at`,
		p.ID, string(state), Name(p), p.Fields["company"], nanos(at)); err != nil {
		return err
	}
	for _, a := range p.Addresses {
		if _, err := t.exec("INSERT INTO addresses (address, domain, person_id) VALUES (?, ?, ?) ON CONFLICT (address) DO NOTHING", a, Domain(a), p.ID); err != nil {
			return err
		}
	}
	// The live mark moves from one enrolment to another: first take it off.
	if _, err := t.exec("UPDATE enrolments SET live = 0 WHERE person_id = ? AND live = 1", p.ID); err != nil {
		return err
	}
	live := p.Live()
	for i := range p.Enrolments {
		if err := t.saveEnrolment(p.ID, &p.Enrolments[i], live != nil && live.ID == p.Enrolments[i].ID); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) saveEnrolment(person int64, e *sequences.Enrolment, live bool) error {
	thread := ""
	if e.Thread != nil {
		thread = e.Thread.ID
	}
	_, err := t.exec(`INSERT INTO enrolments (id, person_id, sequence, mailbox, state, live, step, due, checked, first, since, began, thread)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, live = excluded.live, step = excluded.step, due = excluded.due,
			checked = excluded.checked, first = excluded.first, since = excluded.since`,
		e.ID, person, e.Sequence, e.Mailbox, string(e.State), live, e.Step, nanos(e.Due), e.Checked, e.FirstMail(), nanos(e.Since), nanos(e.At), thread)
	return err
}

// Name is how a person is called in lists: their name, else their address.
func Name(p sequences.Person) string {
	name := strings.TrimSpace(p.Fields["first_name"] + " " + p.Fields["last_name"])
	switch {
	case name != "":
		return name
	case p.Fields["name"] != "":
		return p.Fields["name"]
	case len(p.Addresses) > 0:
		return p.Addresses[0]
	}
	return ""
}

// Domain is the part of an address behind its last @, lower-cased: a quoted
// local part may hold one too (RFC 5321 4.1.2).
func Domain(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return ""
	}
	return strings.ToLower(address[at+1:])
}

// DueEnrolment is one whose moment has come.
type DueEnrolment struct {
	ID, Person int64
	Due        time.Time
}

// Due are the enrolments due at now whose past is checked, the earliest
// first, at most limit of them, but for those of some mailboxes.
func (t *Tx) Due(now time.Time, limit int, except []string) ([]DueEnrolment, error) {
	var due []DueEnrolment
	mailboxes, err := json.Marshal(append([]string{}, except...))
	if err != nil {
		return nil, err
	}
	// The plus keeps the planner from going through everybody in those states.
	err = t.each(`SELECT id, person_id, due FROM enrolments
		WHERE due > 0 AND due <= ? AND live = 1 AND checked = 1 AND +state IN ('scheduled','away','snoozed','task','held','answered')
			AND mailbox NOT IN (SELECT value FROM json_each(?)) ORDER BY due, id LIMIT ?`,
		[]any{nanos(now), string(mailboxes), limit}, func(scan func(...any) error) error {
			var d DueEnrolment
			var at int64
			if err := scan(&d.ID, &d.Person, &at); err != nil {
				return err
			}
			d.Due = fromNanos(at)
			due = append(due, d)
			return nil
		})
	return due, err
}

// NextDue is the earliest moment after now that an enrolment waits for; zero
// when none does.
func (t *Tx) NextDue(now time.Time) (time.Time, error) {
	var at int64
	err := t.one(`SELECT COALESCE(MIN(due), 0) FROM enrolments
		WHERE due > ? AND due > 0 AND live = 1 AND +state IN ('scheduled','away','snoozed','task','held','answered')`, []any{nanos(now)}, &at)
	return fromNanos(at), err
}

// Unchecked are enrolments of a mailbox whose past was not looked at yet.
func (t *Tx) Unchecked(mailbox string, limit int) ([]DueEnrolment, error) {
	var out []DueEnrolment
	err := t.each("SELECT id, person_id FROM enrolments WHERE checked = 0 AND live = 1 AND mailbox = ? ORDER BY id LIMIT ?",
		[]any{mailbox, limit}, func(scan func(...any) error) error {
			var d DueEnrolment
			if err := scan(&d.ID, &d.Person); err != nil {
				return err
			}
			out = append(out, d)
			return nil
		})
	return out, err
}
