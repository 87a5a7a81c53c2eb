package ledger

import "time"

// Request is what a command asks of the one writer.
type Request struct {
	ID     int64
	At     time.Time
	By     string
	Verb   string
	Args   string // JSON
	Answer string // JSON; "" until it is answered
}

// Ask appends a request and gives its number.
func (t *Tx) Ask(r Request) (int64, error) {
	var id int64
	err := t.one("INSERT INTO requests (at, by, verb, args) VALUES (?, ?, ?, ?) RETURNING id", []any{nanos(r.At), r.By, r.Verb, r.Args}, &id)
	return id, err
}

// OpenRequests are the requests without an answer, oldest first.
func (t *Tx) OpenRequests(limit int) ([]Request, error) {
	var out []Request
	err := t.each("SELECT id, at, by, verb, args FROM requests WHERE answered_at = 0 ORDER BY id LIMIT ?", []any{limit}, func(scan func(...any) error) error {
		var r Request
		var at int64
		if err := scan(&r.ID, &at, &r.By, &r.Verb, &r.Args); err != nil {
			return err
		}
		r.At = fromNanos(at)
		out = append(out, r)
		return nil
	})
	return out, err
}

// CountOpenRequests says how many requests wait for an answer.
func (t *Tx) CountOpenRequests() (int, error) {
	var n int
	err := t.one("SELECT COUNT(*) FROM requests WHERE answered_at = 0", nil, &n)
	return n, err
}

// Answer answers a request, once.
func (t *Tx) Answer(id int64, answer string, at time.Time) error {
	_, err := t.exec("UPDATE requests SET answered_at = ?, answer = ? WHERE id = ? AND answered_at = 0", nanos(at), answer, id)
	return err
}

// Blank takes away what a request said, once it is carried out: what was asked
// about somebody forgotten names them.
func (t *Tx) Blank(id int64) error {
	_, err := t.exec("UPDATE requests SET args = '{}' WHERE id = ?", id)
	return err
}

// AnswerOf reads a request's answer; ErrNotFound while there is none.
func (t *Tx) AnswerOf(id int64) (string, error) {
	var answer string
	err := t.one("SELECT answer FROM requests WHERE id = ? AND answered_at > 0", []any{id}, &answer)
	return answer, err
}
