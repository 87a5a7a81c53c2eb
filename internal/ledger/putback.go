package ledger

import "time"

// numbered are the tables whose ids name events, and by them what is told to the
// owner; sqlite_sequence holds the last id of each.
func numbered() []string { return []string{"journal", "outbox", "owner_mails", "mails", "requests"} }

// SkipIDs has every id that is given from now on be one that no other copy of this
// ledger gave, or will give before that moment: ids made into Message-IDs are
// known by them for ever. They go on from the microseconds since 1970, of which
// there are more than ids in any time.
func (t *Tx) SkipIDs(now time.Time) error {
	floor := now.UnixMicro()
	if _, err := t.exec("UPDATE ids SET last = MAX(last, ?)", floor); err != nil {
		return err
	}
	for _, table := range numbered() {
		n, err := t.exec("UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?", floor, table)
		if err != nil {
			return err
		}
		if n > 0 {
			continue
		}
		if _, err := t.exec("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, floor); err != nil {
			return err
		}
	}
	return nil
}

// SawAll notes of every mail that was sent that a copy of it was seen in Sent, as
// one that is found there later need not have been saved by the server.
func (t *Tx) SawAll(at time.Time) error {
	_, err := t.exec("UPDATE outbox SET seen_at = ? WHERE state = 'sent' AND seen_at = 0", nanos(at))
	return err
}

// LastWrote is the last moment that the ledger knows of: when it last decided
// something, read a mail or moved a cursor. Zero where it never did.
func (t *Tx) LastWrote() (time.Time, error) {
	var at int64
	err := t.one(`SELECT MAX((SELECT COALESCE(MAX(at), 0) FROM journal), (SELECT COALESCE(MAX(read_at), 0) FROM mails),
		(SELECT COALESCE(MAX(changed_at), 0) FROM cursors))`, nil, &at)
	return fromNanos(at), err
}
