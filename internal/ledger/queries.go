package ledger

import (
	"database/sql"
	"time"

	"followupd/sequences"
)

// EnrolmentRow is an enrolment as its columns have it, for those who look at
// many and need few of the people behind them.
type EnrolmentRow struct {
	ID, Person              int64
	Sequence, Mailbox, Step string
	State                   sequences.State
	Live, First             bool
	Due, Since              time.Time
}

const enrolmentColumns = "id, person_id, sequence, mailbox, step, state, live, first, due, since"

// Moving hands over the live enrolments that go on until a moment: those in the
// outbox, those whose moment comes by then, and those that wait for a task.
func (t *Tx) Moving(until time.Time, each func(EnrolmentRow) error) error {
	return t.enrolmentRows(`WHERE live = 1 AND (state IN ('queued','sending','task') OR
		state IN ('scheduled','away','snoozed') AND due > 0 AND due <= ?)`, []any{nanos(until)}, each)
}

// UnderWay hands over live enrolments whose next step has its time, waits in the
// outbox or is the owner's to do: those with an id above one, in their order,
// at most limit of them.
func (t *Tx) UnderWay(above int64, limit int, each func(EnrolmentRow) error) error {
	return t.enrolmentRows("WHERE id > ? AND live = 1 AND +state IN ('scheduled','queued','task') ORDER BY id LIMIT ?", []any{above, limit}, each)
}

// UnderWayOrHeld is UnderWay with those who are held besides.
func (t *Tx) UnderWayOrHeld(above int64, limit int, each func(EnrolmentRow) error) error {
	return t.enrolmentRows("WHERE id > ? AND live = 1 AND +state IN ('scheduled','queued','task','held') ORDER BY id LIMIT ?", []any{above, limit}, each)
}

// Live hands over live enrolments with an id above one, in their order, at most
// limit of them.
func (t *Tx) Live(above int64, limit int, each func(EnrolmentRow) error) error {
	return t.enrolmentRows("WHERE id > ? AND live = 1 ORDER BY id LIMIT ?", []any{above, limit}, each)
}

// Enrolments hands over all enrolments.
func (t *Tx) Enrolments(each func(EnrolmentRow) error) error { return t.enrolmentRows("", nil, each) }

// AtCompany counts the others at a domain who are in a sequence: those who got a
// first mail, and those whose first mail waits in the outbox and whose enrolment
// came before one that began then. Who is held, or with the owner, is still being
// written to: a first mail to a colleague in the middle of it would be seen there.
func (t *Tx) AtCompany(domain string, person, enrolment int64, began time.Time) (begun, before int, err error) {
	err = t.one(`SELECT COUNT(DISTINCT CASE WHEN first = 0 OR state = 'sending' THEN id END),
			COUNT(DISTINCT CASE WHEN first = 1 AND state = 'queued' AND (began < ?1 OR began = ?1 AND id < ?2) THEN id END)
		FROM addresses JOIN enrolments ON enrolments.person_id = addresses.person_id AND live = 1
		WHERE domain = ?3 AND addresses.person_id <> ?4 AND +state IN ('scheduled','queued','sending','away','task','held','answered')`,
		[]any{nanos(began), enrolment, domain, person}, &begun, &before)
	return begun, before, err
}

// Colleague is somebody's live enrolment, and when it began.
type Colleague struct {
	ID, Person int64
	State      sequences.State
	First      bool
	Began      time.Time
}

// LiveAt are the live enrolments at a domain.
func (t *Tx) LiveAt(domain string) (list []Colleague, err error) {
	err = t.each(`SELECT id, person_id, state, first, began FROM enrolments
		WHERE live = 1 AND person_id IN (SELECT person_id FROM addresses WHERE domain = ?) ORDER BY id`, []any{domain}, func(scan func(...any) error) error {
		var c Colleague
		var began int64
		if err := scan(&c.ID, &c.Person, (*string)(&c.State), &c.First, &began); err != nil {
			return err
		}
		c.Began = fromNanos(began)
		list = append(list, c)
		return nil
	})
	return list, err
}

// Halted hands over the live enrolments that don't go on by themselves, the
// newest first, at most limit of them.
func (t *Tx) Halted(limit int, each func(EnrolmentRow) error) error {
	return t.enrolmentRows("WHERE live = 1 AND state IN ('held','answered') ORDER BY since DESC, id LIMIT ?", []any{limit}, each)
}

// CountHalted counts the live enrolments that don't go on by themselves.
func (t *Tx) CountHalted() (n int, err error) {
	err = t.one("SELECT COUNT(*) FROM enrolments WHERE live = 1 AND state IN ('held','answered')", nil, &n)
	return n, err
}

// EnrolmentsOf are the columns of a person's enrolments.
func (t *Tx) EnrolmentsOf(person int64) ([]EnrolmentRow, error) {
	var out []EnrolmentRow
	err := t.enrolmentRows("WHERE person_id = ? ORDER BY id", []any{person}, func(r EnrolmentRow) error {
		out = append(out, r)
		return nil
	})
	return out, err
}

// StepCount is how many live enrolments stand at a step.
type StepCount struct {
	Sequence, Step string
	N              int
}

// LiveSteps counts the live enrolments at each step, in the steps' order.
func (t *Tx) LiveSteps() ([]StepCount, error) {
	var out []StepCount
	err := t.each("SELECT sequence, step, COUNT(*) FROM enrolments WHERE live = 1 GROUP BY sequence, step ORDER BY sequence, step", nil,
		func(scan func(...any) error) error {
			var c StepCount
			if err := scan(&c.Sequence, &c.Step, &c.N); err != nil {
				return err
			}
			out = append(out, c)
			return nil
		})
	return out, err
}

// LiveAtStep are the live enrolments at a step, at most limit of them.
func (t *Tx) LiveAtStep(sequence, step string, limit int) ([]EnrolmentRow, error) {
	var out []EnrolmentRow
	err := t.enrolmentRows("WHERE live = 1 AND sequence = ? AND step = ? ORDER BY id LIMIT ?", []any{sequence, step, limit}, func(r EnrolmentRow) error {
		out = append(out, r)
		return nil
	})
	return out, err
}

func (t *Tx) enrolmentRows(where string, args []any, each func(EnrolmentRow) error) error {
	same := words{}
	var sequence, mailbox, step, state sql.RawBytes
	return t.each("SELECT "+enrolmentColumns+" FROM enrolments "+where, args, func(scan func(...any) error) error {
		var r EnrolmentRow
		var due, since int64
		if err := scan(&r.ID, &r.Person, &sequence, &mailbox, &step, &state, &r.Live, &r.First, &due, &since); err != nil {
			return err
		}
		r.Sequence, r.Mailbox, r.Step, r.State = same.word(sequence), same.word(mailbox), same.word(step), sequences.State(same.word(state))
		r.Due, r.Since = fromNanos(due), fromNanos(since)
		return each(r)
	})
}

// words keeps each of a few words once: a hundred thousand rows say the same.
type words map[string]string

func (w words) word(text []byte) string {
	if kept, ok := w[string(text)]; ok {
		return kept
	}
	w[string(text)] = string(text)
	return w[string(text)]
}

// Selection picks people by the enrolment that they are in, or were in last.
// What is empty picks everyone.
type Selection struct {
	State, Sequence, Mailbox string
}

// Select hands over the people that a selection picks, in the order of their ids.
func (t *Tx) Select(s Selection, each func(sequences.Person) error) error {
	return t.each(`SELECT people.state FROM people LEFT JOIN enrolments ON enrolments.id = COALESCE(
			(SELECT id FROM enrolments WHERE person_id = people.id AND live = 1),
			(SELECT MAX(id) FROM enrolments WHERE person_id = people.id))
		WHERE (?1 = '' OR enrolments.state = ?1) AND (?2 = '' OR sequence = ?2) AND (?3 = '' OR mailbox = ?3) ORDER BY people.id`,
		[]any{s.State, s.Sequence, s.Mailbox}, func(scan func(...any) error) error {
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

// CountPeople counts everyone known.
func (t *Tx) CountPeople() (n int, err error) {
	err = t.one("SELECT COUNT(*) FROM people", nil, &n)
	return n, err
}

// CountEntries counts the decisions in the journal.
func (t *Tx) CountEntries() (n int, err error) {
	err = t.one("SELECT COUNT(*) FROM journal", nil, &n)
	return n, err
}

// Addresses are all known addresses, in their order.
func (t *Tx) Addresses() ([]string, error) {
	var out []string
	err := t.each("SELECT address FROM addresses ORDER BY address", nil, func(scan func(...any) error) error {
		var a string
		if err := scan(&a); err != nil {
			return err
		}
		out = append(out, a)
		return nil
	})
	return out, err
}

// WithoutJournal hands over the people of whom the journal knows nothing.
func (t *Tx) WithoutJournal(each func(sequences.Person) error) error {
	return t.each("SELECT state FROM people WHERE NOT EXISTS (SELECT 1 FROM journal WHERE person_id = people.id) ORDER BY id", nil,
		func(scan func(...any) error) error {
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
