package ledger

import (
	"time"

	"followupd/sequences"
)

// ForgetTexts removes the texts of mails that were sent, read or told before
// then; what happened stays. It says how many mails it was.
func (t *Tx) ForgetTexts(before time.Time) (int64, error) {
	var all int64
	for _, query := range []string{
		"UPDATE outbox SET bytes = NULL WHERE bytes IS NOT NULL AND settled_at > 0 AND settled_at < ? AND state IN ('sent', 'failed', 'cancelled')",
		"UPDATE mails SET new_text = '', reading = '' WHERE read_at < ? AND (new_text <> '' OR reading <> '')",
		"UPDATE owner_mails SET bytes = x'' WHERE accepted_at > 0 AND accepted_at < ? AND length(bytes) > 0",
	} {
		n, err := t.exec(query, nanos(before))
		if err != nil {
			return all, err
		}
		all += n
	}
	return all, nil
}

// ForgetRequests removes what was asked and answered before then.
func (t *Tx) ForgetRequests(before time.Time) error {
	_, err := t.exec("DELETE FROM requests WHERE answered_at > 0 AND answered_at < ?", nanos(before))
	return err
}

// ForgetOutages removes the outages of mailboxes that were over before then.
func (t *Tx) ForgetOutages(before time.Time) error {
	_, err := t.exec("DELETE FROM outages WHERE to_at < ?", nanos(before))
	return err
}

// ForgetPast removes what mailboxes knew of addresses and has not changed since
// then, save that somebody opted out.
func (t *Tx) ForgetPast(before time.Time) error {
	if _, err := t.exec("DELETE FROM strays WHERE at < ?", nanos(before)); err != nil {
		return err
	}
	_, err := t.exec("DELETE FROM history WHERE last_at < ? AND kind <> 'opted_out'", nanos(before))
	return err
}

// Idle are people in no live enrolment of whom nothing was heard since then, at
// most limit of them.
func (t *Tx) Idle(before time.Time, limit int) ([]sequences.Person, error) {
	var out []sequences.Person
	err := t.each(`SELECT state FROM people WHERE changed_at < ?
		AND NOT EXISTS (SELECT 1 FROM enrolments WHERE person_id = people.id AND live = 1) ORDER BY id LIMIT ?`, []any{nanos(before), limit},
		func(scan func(...any) error) error {
			var state string
			if err := scan(&state); err != nil {
				return err
			}
			p, err := decodePerson(state)
			out = append(out, p)
			return err
		})
	return out, err
}
