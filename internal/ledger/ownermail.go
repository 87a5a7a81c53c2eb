package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// OwnerMail is a mail to the owner. It is tried until a server accepts it,
// always with the same Message-ID.
type OwnerMail struct {
	ID                 int64
	Key                string // one mail for one cause
	Person             int64
	Notice             string
	Mailbox, Recipient string
	MessageID, Subject string
	Bytes              []byte
	CreatedAt, NextAt  time.Time
	Attempts           int
	FailedAt           time.Time // first failure in a row; zero when the last try went well or none was made
	AcceptedAt         time.Time
	Route, Problem     string
	// People are those whom the mail numbers: the first is number 1. It is
	// written when the mail is made and never changes, so that an answer means
	// whom its reader saw.
	People []int64
	// Event is the event that it tells of; empty where it tells of none.
	Event string
	// RemindAfter is how long after it was accepted the owner is reminded of
	// it; 0: never, or it is done.
	RemindAfter time.Duration
	// PublicID is the id that it arrived with, where a server rewrote ours.
	PublicID string
	// Asks names the mail to the prospect that it asks for a yes to; empty where
	// it asks for none.
	Asks string
	// Gather says whether it may be told together with others.
	Gather Gather
	// DueAt is when it was to go out first. Zero when it is queued: at once.
	DueAt time.Time
}

// Gather says what a mail to the owner is among those that may be told in one.
type Gather string

// What can be gathered.
const (
	GatherNever  Gather = ""       // it goes alone, and at once
	GatherAnswer Gather = "answer" // somebody wrote
	GatherNews   Gather = "news"   // anything else that is told of a person
	GatherYes    Gather = "yes"    // a mail waits for the owner's yes; with others of its kind alone
)

// NoticeGroup is the notice of a mail that tells what several others would have.
const NoticeGroup = "group"

// Numbered is the person who has a number in the mail; ok is false where
// nobody has it.
func (m OwnerMail) Numbered(number int) (person int64, ok bool) {
	if number < 1 || number > len(m.People) {
		return 0, false
	}
	return m.People[number-1], true
}

// Tell queues a mail to the owner; one with the same key is told once.
func (t *Tx) Tell(m OwnerMail) error {
	if m.DueAt.IsZero() {
		m.DueAt = m.CreatedAt
	}
	people, err := json.Marshal(append([]int64{}, m.People...))
	if err != nil {
		return fmt.Errorf("people of the mail %q to the owner: %w", m.Key, err)
	}
	_, err = t.exec(`INSERT INTO owner_mails (key, person_id, notice, mailbox, recipient, message_id, subject, bytes, created_at, next_at, people, event, remind_after, asks, gather, due_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
		m.Key, m.Person, m.Notice, m.Mailbox, m.Recipient, m.MessageID, m.Subject, m.Bytes, nanos(m.CreatedAt), nanos(m.DueAt), string(people), m.Event, int64(m.RemindAfter), m.Asks, m.Gather, nanos(m.DueAt))
	return err
}

// Lately is when somebody was last told something from a mailbox that could have
// been gathered, and when something that waits there is told; zero where nothing is.
type Lately struct {
	Told, ToldAnswer   time.Time
	Waits, WaitsAnswer time.Time
}

// gatherSpan is how far Lately looks back: no configuration gathers for longer.
const gatherSpan = time.Hour

// Lately reads what was told, and what waits to be, at now, of what may share a
// mail with what.
func (t *Tx) Lately(mailbox, recipient string, what Gather, now time.Time) (Lately, error) {
	var told, toldAnswer, waits, waitsAnswer int64
	err := t.one(`SELECT COALESCE(MAX(due_at) FILTER (WHERE due_at <= ?1), 0), COALESCE(MAX(due_at) FILTER (WHERE due_at <= ?1 AND gather = 'answer'), 0),
		COALESCE(MIN(due_at) FILTER (WHERE due_at > ?1), 0), COALESCE(MIN(due_at) FILTER (WHERE due_at > ?1 AND gather = 'answer'), 0)
		FROM owner_mails WHERE gather <> '' AND told_by = 0 AND due_at > ?2 AND mailbox = ?3 AND recipient = ?4 AND (gather = 'yes') = ?5`,
		[]any{nanos(now), nanos(now.Add(-gatherSpan)), mailbox, recipient, what == GatherYes}, &told, &toldAnswer, &waits, &waitsAnswer)
	return Lately{fromNanos(told), fromNanos(toldAnswer), fromNanos(waits), fromNanos(waitsAnswer)}, err
}

// ToGather are the mails to the owner that were never tried and that may be told
// together, wherever one of them is due at now, those that may share a mail
// behind one another, oldest first.
func (t *Tx) ToGather(now time.Time) ([]OwnerMail, error) {
	const waits = "%[1]s.accepted_at = 0 AND %[1]s.told_by = 0 AND %[1]s.gather <> '' AND %[1]s.attempts = 0 AND %[1]s.notice <> '" + NoticeGroup + "'"
	return t.ownerMails("AS m WHERE "+fmt.Sprintf(waits, "m")+` AND EXISTS (SELECT 1 FROM owner_mails AS d
		WHERE d.mailbox = m.mailbox AND d.recipient = m.recipient AND (d.gather = 'yes') = (m.gather = 'yes') AND d.next_at <= ? AND `+fmt.Sprintf(waits, "d")+") ORDER BY mailbox, recipient, gather = 'yes', id", nanos(now))
}

// Gathered queues a mail that tells what others would have told, in their place.
func (t *Tx) Gathered(group OwnerMail, members []OwnerMail) error {
	if err := t.Tell(group); err != nil {
		return err
	}
	for i := range members {
		if _, err := t.exec("UPDATE owner_mails SET told_by = (SELECT id FROM owner_mails WHERE key = ?) WHERE id = ?", group.Key, members[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// Moot has questions that are none any more be over with the mail of that key,
// which doesn't show them: they never count as asked.
func (t *Tx) Moot(questions []OwnerMail, key string) error {
	for i := range questions {
		if _, err := t.exec("UPDATE owner_mails SET told_by = (SELECT id FROM owner_mails WHERE key = ?), asks = '' WHERE id = ?", key, questions[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// Untell removes mails to the owner that were never tried and have nothing to tell
// any more.
func (t *Tx) Untell(mails []OwnerMail) error {
	for i := range mails {
		if _, err := t.exec("DELETE FROM owner_mails WHERE id = ? AND accepted_at = 0 AND attempts = 0", mails[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// ToldIn are the events about a person that a mail told of in the place of others.
func (t *Tx) ToldIn(mail, person int64) ([]string, error) {
	var events []string
	err := t.each("SELECT event FROM owner_mails WHERE told_by = ? AND person_id = ? AND event <> '' ORDER BY id", []any{mail, person}, func(scan func(...any) error) error {
		var event string
		err := scan(&event)
		events = append(events, event)
		return err
	})
	return events, err
}

// ToldOn are the times at which a server took the mails to the owner about a
// person, by the events that they tell of, the last where there are several of one;
// zero for those that none took yet.
func (t *Tx) ToldOn(person int64) (map[string]time.Time, error) {
	told := map[string]time.Time{}
	err := t.each("SELECT event, MAX(accepted_at) FROM owner_mails WHERE person_id = ? AND person_id > 0 AND event <> '' GROUP BY event", []any{person}, func(scan func(...any) error) error {
		var event string
		var at int64
		err := scan(&event, &at)
		told[event] = fromNanos(at)
		return err
	})
	return told, err
}

// Asked names the mail that the owner was last asked for a yes to, of a person's;
// upTo is the last mail to the owner that counts (0: all do). A question that
// still waited to be told when that one was made doesn't count either. It is empty
// where they were not asked.
func (t *Tx) Asked(person, upTo int64) (string, error) {
	var asks string
	err := t.one(`SELECT asks FROM owner_mails WHERE person_id = ?1 AND person_id > 0 AND asks <> '' AND (?2 IN (0, id, told_by)
			OR id < ?2 AND told_by < ?2 AND (told_by > 0 OR due_at <= (SELECT created_at FROM owner_mails WHERE id = ?2)))
		ORDER BY id DESC LIMIT 1`, []any{person, upTo}, &asks)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return asks, err
}

// ToldOf says whether a mail with that key was made before.
func (t *Tx) ToldOf(key string) (bool, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM owner_mails WHERE key = ?", []any{key}, &n)
	return n > 0, err
}

// ToTell are mails to the owner that are due at now, at most limit.
func (t *Tx) ToTell(now time.Time, limit int) ([]OwnerMail, error) {
	return t.ownerMails("WHERE accepted_at = 0 AND told_by = 0 AND next_at <= ? ORDER BY next_at, id LIMIT ?", nanos(now), limit)
}

// NextTell is when the next mail to the owner is to be tried; zero when none waits.
func (t *Tx) NextTell() (time.Time, error) {
	var at int64
	err := t.one("SELECT COALESCE(MIN(next_at), 0) FROM owner_mails WHERE accepted_at = 0 AND told_by = 0", nil, &at)
	return fromNanos(at), err
}

// ToRemind are mails that reached the owner so long ago that they are to be
// reminded of them, at most limit.
func (t *Tx) ToRemind(now time.Time, limit int) ([]OwnerMail, error) {
	return t.ownerMails("WHERE remind_after > 0 AND accepted_at > 0 AND accepted_at + remind_after <= ? ORDER BY id LIMIT ?", nanos(now), limit)
}

// NextReminder is when the owner is to be reminded next; zero when of nothing.
func (t *Tx) NextReminder() (time.Time, error) {
	var at int64
	err := t.one("SELECT COALESCE(MIN(accepted_at + remind_after), 0) FROM owner_mails WHERE remind_after > 0 AND accepted_at > 0", nil, &at)
	return fromNanos(at), err
}

// Reminded notes that nobody is to be reminded of a mail to the owner any more.
func (t *Tx) Reminded(id int64) error {
	_, err := t.exec("UPDATE owner_mails SET remind_after = 0 WHERE id = ?", id)
	return err
}

// Untold counts the mails to the owner that no server has accepted yet.
func (t *Tx) Untold() (int, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM owner_mails WHERE accepted_at = 0 AND told_by = 0", nil, &n)
	return n, err
}

// OwnerMailByID finds a mail to the owner by its Message-ID, or by the one that
// a server gave it instead.
func (t *Tx) OwnerMailByID(messageID string) (OwnerMail, error) {
	if messageID == "" {
		return OwnerMail{}, ErrNotFound
	}
	m, err := t.ownerMail("WHERE message_id = ? LIMIT 1", messageID)
	if errors.Is(err, ErrNotFound) {
		return t.ownerMail("WHERE public_id = ? AND public_id <> '' LIMIT 1", messageID)
	}
	return m, err
}

// OwnerMailNumber reads a mail to the owner by its number.
func (t *Tx) OwnerMailNumber(id int64) (OwnerMail, error) {
	return t.ownerMail("WHERE id = ?", id)
}

// Renamed notes the id that a server gave a mail to the owner instead of ours.
func (t *Tx) Renamed(id int64, publicID string) error {
	_, err := t.exec("UPDATE owner_mails SET public_id = ? WHERE id = ?", publicID, id)
	return err
}

func (t *Tx) ownerMail(where string, args ...any) (OwnerMail, error) {
	found, err := t.ownerMails(where, args...)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return OwnerMail{}, err
	}
	return found[0], nil
}

// OwnerMails are the mails to the owner created since then, oldest first.
func (t *Tx) OwnerMails(since time.Time) ([]OwnerMail, error) {
	return t.ownerMails("WHERE created_at >= ? ORDER BY id", nanos(since))
}

// OwnerMailsAbout are the mails to the owner about one person, oldest first.
func (t *Tx) OwnerMailsAbout(person int64) ([]OwnerMail, error) {
	return t.ownerMails("WHERE person_id = ? ORDER BY id", person)
}

// Told notes that a mail to the owner was accepted, and over which route, and
// with it those that it tells of. The text of one that names somebody forgotten meanwhile isn't kept any longer.
func (t *Tx) Told(id int64, route string, at time.Time) error {
	_, err := t.exec("UPDATE owner_mails SET accepted_at = ?1, route = ?2, attempts = attempts + 1, problem = '' WHERE id = ?3 OR told_by = ?3", nanos(at), route, id)
	if err == nil {
		_, err = t.exec("UPDATE owner_mails SET bytes = x'', subject = '' WHERE (id = ?1 OR told_by = ?1) AND blank = 1", id)
	}
	return err
}

// NotTold notes a failed try and when the next one is.
func (t *Tx) NotTold(id int64, problem string, at, next time.Time) error {
	_, err := t.exec(`UPDATE owner_mails SET attempts = attempts + 1, problem = ?, next_at = ?,
		failed_at = CASE failed_at WHEN 0 THEN ? ELSE failed_at END WHERE id = ?`, problem, nanos(next), nanos(at), id)
	return err
}

func (t *Tx) ownerMails(where string, args ...any) ([]OwnerMail, error) {
	var out []OwnerMail
	err := t.each(`SELECT id, key, person_id, notice, mailbox, recipient, message_id, subject, bytes, created_at, next_at, attempts,
		failed_at, accepted_at, route, problem, people, public_id, event, remind_after, asks, gather, due_at FROM owner_mails `+where, args, func(scan func(...any) error) error {
		var m OwnerMail
		var created, next, failed, accepted, due int64
		var people string
		if err := scan(&m.ID, &m.Key, &m.Person, &m.Notice, &m.Mailbox, &m.Recipient, &m.MessageID, &m.Subject, &m.Bytes,
			&created, &next, &m.Attempts, &failed, &accepted, &m.Route, &m.Problem, &people, &m.PublicID, &m.Event, (*int64)(&m.RemindAfter), &m.Asks, &m.Gather, &due); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(people), &m.People); err != nil {
			return fmt.Errorf("people of the mail %d to the owner: %w", m.ID, err)
		}
		m.CreatedAt, m.NextAt, m.FailedAt, m.AcceptedAt, m.DueAt = fromNanos(created), fromNanos(next), fromNanos(failed), fromNanos(accepted), fromNanos(due)
		out = append(out, m)
		return nil
	})
	return out, err
}
