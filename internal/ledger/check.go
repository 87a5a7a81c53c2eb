package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Integrity looks at the whole ledger and gives what it finds: by SQLite's own
// check of the file, and by what its values prove of themselves.
func (l *Ledger) Integrity(ctx context.Context) ([]string, error) {
	found, err := fileFaults(ctx, l.read, 0)
	if err == nil && len(found) == 0 {
		found, err = valueFaults(ctx, l.read)
	}
	return found, l.told(err)
}

// Check is a look at a ledger's whole file that is under way.
type Check struct {
	cancel context.CancelFunc
	done   chan struct{}
	err    error
}

// BeginCheck begins a look at the whole file by SQLite's own check, beside all else.
// A file that is damaged makes the ledger Broken.
func (l *Ledger) BeginCheck(ctx context.Context) *Check {
	ctx, cancel := context.WithCancel(ctx)
	c := &Check{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		found, err := fileFaults(ctx, l.read, 1)
		if err == nil && len(found) > 0 {
			err = &DamagedError{Path: l.path, Err: errors.New(strings.Join(found, "; "))}
		}
		c.err = l.told(err)
	}()
	return c
}

// Wait waits for what the check finds: nil, or an error that is mostly a
// *DamagedError; or for ctx, whose error it gives then.
func (c *Check) Wait(ctx context.Context) error {
	select {
	case <-c.done:
		return c.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Stop ends the check.
func (c *Check) Stop() {
	c.cancel()
	<-c.done
}

// fileFaults runs SQLite's own check; most bounds its findings, 0 is its default.
func fileFaults(ctx context.Context, db *sql.DB, most int) (found []string, err error) {
	query := "PRAGMA integrity_check"
	if most > 0 {
		query = fmt.Sprintf("%s(%d)", query, most)
	}
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return found, err
		}
		if line != "ok" {
			found = append(found, strings.TrimPrefix(line, "*** in database main ***\n"))
		}
	}
	return found, rows.Err()
}

// mostFaults bounds what is told of values.
const mostFaults = 100

// valueFaults looks at values that prove themselves: JSON that must be read, texts
// that are kept with their hash, rows that name others. SQLite's own check knows
// nothing of a byte that changed within a value.
func valueFaults(ctx context.Context, db *sql.DB) (found []string, err error) {
	for _, look := range []func(context.Context, *sql.DB, func(string, ...any)) error{orphans, unreadable, altered} {
		err := look(ctx, db, func(format string, args ...any) {
			if len(found) < mostFaults {
				found = append(found, fmt.Sprintf(format, args...))
			}
		})
		if err != nil {
			return found, err
		}
	}
	return found, nil
}

// orphans finds rows that name one that isn't there.
func orphans(ctx context.Context, db *sql.DB, fault func(string, ...any)) error {
	return rowsOf(ctx, db, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check", func(scan func(...any) error) error {
		var table, parent string
		var row sql.NullInt64
		if err := scan(&table, &row, &parent); err != nil {
			return err
		}
		fault("%s: row %d names one of %s that isn't there", table, row.Int64, parent)
		return nil
	})
}

// unreadable finds JSON that isn't any, and entries that aren't those of their event.
func unreadable(ctx context.Context, db *sql.DB, fault func(string, ...any)) error {
	err := rowsOf(ctx, db, `SELECT seq, event_id, kind, CASE WHEN valid THEN event ELSE '' END
		FROM (SELECT *, json_valid(event) AND json_valid(facts) AND json_valid(effects) AND json_valid(reason) AS valid FROM journal)
		WHERE CASE WHEN valid THEN json_extract(event, '$.id') IS NOT event_id OR json_extract(event, '$.kind') IS NOT kind ELSE 1 END`,
		func(scan func(...any) error) error {
			var seq int64
			var id, kind, event string
			if err := scan(&seq, &id, &kind, &event); err != nil {
				return err
			}
			var is struct{ ID, Kind string }
			// Entries of before may have an id with bytes that aren't UTF-8, of a mail's
			// Message-ID; JSON keeps U+FFFD for each.
			if json.Unmarshal([]byte(event), &is) != nil || is.ID != string([]rune(id)) || is.Kind != kind {
				fault("journal: entry %d is not as it was written", seq)
			}
			return nil
		})
	if err != nil {
		return err
	}
	return rowsOf(ctx, db, "SELECT id FROM people WHERE CASE WHEN json_valid(state) THEN json_extract(state, '$.id') IS NOT id ELSE 1 END",
		func(scan func(...any) error) error {
			var id int64
			if err := scan(&id); err != nil {
				return err
			}
			fault("people: person %d is not as it was written", id)
			return nil
		})
}

// altered finds bytes that aren't those of which the hash was kept.
func altered(ctx context.Context, db *sql.DB, fault func(string, ...any)) error {
	for _, q := range []struct{ what, query string }{
		{"outbox: the text of mail", "SELECT id, sha256, bytes FROM outbox WHERE bytes IS NOT NULL AND sha256 <> ''"},
		{"plans:", "SELECT hash, hash, body FROM plans"},
		{"texts:", "SELECT hash, hash, body FROM texts"},
	} {
		err := rowsOf(ctx, db, q.query, func(scan func(...any) error) error {
			var id, hash string
			var text []byte
			if err := scan(&id, &hash, &text); err != nil {
				return err
			}
			if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != hash {
				fault("%s %.12s is not as it was written", q.what, id)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func rowsOf(ctx context.Context, db *sql.DB, query string, each func(scan func(...any) error) error) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
