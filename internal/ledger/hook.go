package ledger

import "time"

// Hook is a hand-over for the owner's own program, as JSON.
type Hook struct {
	ID        int64
	Key       string // one for one cause
	Person    int64
	Body      []byte
	CreatedAt time.Time
	Attempts  int
}

// AddHook queues a hand-over; one with the same key is posted once.
func (t *Tx) AddHook(h Hook) error {
	_, err := t.exec("INSERT INTO hooks (key, person_id, body, created_at, next_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
		h.Key, h.Person, h.Body, nanos(h.CreatedAt), nanos(h.CreatedAt))
	return err
}

// Hooks are the hand-overs to post at now, oldest first, at most limit.
func (t *Tx) Hooks(now time.Time, limit int) ([]Hook, error) {
	var out []Hook
	err := t.each("SELECT id, key, person_id, body, created_at, attempts FROM hooks WHERE done_at = 0 AND next_at <= ? ORDER BY next_at, id LIMIT ?",
		[]any{nanos(now), limit}, func(scan func(...any) error) error {
			var h Hook
			var created int64
			if err := scan(&h.ID, &h.Key, &h.Person, &h.Body, &created, &h.Attempts); err != nil {
				return err
			}
			h.CreatedAt = fromNanos(created)
			out = append(out, h)
			return nil
		})
	return out, err
}

// NextHook is when the next hand-over is to be posted; zero when none waits.
func (t *Tx) NextHook() (time.Time, error) {
	var at int64
	err := t.one("SELECT COALESCE(MIN(next_at), 0) FROM hooks WHERE done_at = 0", nil, &at)
	return fromNanos(at), err
}

// Unposted are the hand-overs that were tried in vain and are tried again.
type Unposted struct {
	N       int
	Since   time.Time // the oldest of them
	Problem string    // of the last try of the one tried last
}

// Unposted counts the hand-overs that wait to be posted once more.
func (t *Tx) Unposted() (Unposted, error) {
	var u Unposted
	var since int64
	err := t.one(`SELECT COUNT(*), COALESCE(MIN(created_at), 0), COALESCE((SELECT problem FROM hooks WHERE done_at = 0 AND attempts > 0 ORDER BY next_at DESC, id DESC LIMIT 1), '')
		FROM hooks WHERE done_at = 0 AND attempts > 0`, nil, &u.N, &since, &u.Problem)
	u.Since = fromNanos(since)
	return u, err
}

// HookDone notes that a hand-over was taken, or given up for a problem. Its
// words are kept no longer.
func (t *Tx) HookDone(id int64, problem string, at time.Time) error {
	_, err := t.exec("UPDATE hooks SET attempts = attempts + 1, done_at = ?, problem = ?, body = NULL WHERE id = ?", nanos(at), problem, id)
	return err
}

// HookFailed notes a failed try and when the next one is.
func (t *Tx) HookFailed(id int64, problem string, next time.Time) error {
	_, err := t.exec("UPDATE hooks SET attempts = attempts + 1, problem = ?, next_at = ? WHERE id = ?", problem, nanos(next), id)
	return err
}
