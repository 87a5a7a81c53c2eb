// Package ledger keeps every committed fact in one SQLite file: people and
// their journal, the outbox, what was read, what is suppressed, what is asked.
//
// All SQL of the project stands here, behind typed methods of a transaction.
// It decides nothing. A fact that a transaction committed survives kill -9 and
// power loss (WAL, synchronous=FULL); it must never be half written.
package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite"
)

// Ledger is an open ledger file. Its methods may be called from several
// goroutines; writes go one after the other.
type Ledger struct {
	path  string
	write *sql.DB
	read  *sql.DB

	writes, reads *statements

	state state
}

// Tx is one transaction. It is not to be used after the function that got it
// has returned.
type Tx struct {
	ctx        context.Context
	tx         *sql.Tx
	statements *statements
	met        map[string]bool // queries that are not kept compiled yet
	reading    map[string]int  // queries whose rows are being read
}

// ErrNotFound says that there is no such row.
var ErrNotFound = errors.New("not found")

// Open opens the ledger at path, creates it with mode 0600 where it is absent
// and brings its schema up to date. A file that others can read, or that a
// newer version wrote, is refused.
func Open(ctx context.Context, path string) (*Ledger, error) {
	l, err := open(ctx, path)
	var damaged *DamagedError
	var disk *DiskError
	if errors.As(err, &damaged) || errors.As(err, &disk) {
		return nil, err // it names the file
	}
	if err != nil {
		return nil, fmt.Errorf("open ledger %q: %w", path, err)
	}
	return l, nil
}

func open(ctx context.Context, path string) (*Ledger, error) {
	if err := whole(path); err != nil {
		return nil, err
	}
	if err := private(path); err != nil {
		return nil, toldOfFile(path, err)
	}
	write, err := sql.Open("sqlite", dsn(path, "immediate", nil))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", dsn(path, "deferred", []string{"query_only(1)"}))
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(4)
	l := &Ledger{path: path, write: write, read: read, writes: newStatements(write), reads: newStatements(read), state: state{breaks: make(chan struct{})}}
	if err := l.prepare(ctx); err != nil {
		return nil, errors.Join(l.told(err), l.Close())
	}
	return l, nil
}

func dsn(path, lock string, more []string) string {
	q := url.Values{"_txlock": {lock}}
	for _, p := range append([]string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(1)"}, more...) {
		q.Add("_pragma", p)
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// private creates the file for its owner alone, or makes sure that it is so.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err == nil {
		return f.Close()
	}
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("others can read it (mode %#o); set it right with: chmod 600 %s", info.Mode().Perm(), path)
	}
	return nil
}

func (l *Ledger) prepare(ctx context.Context) error {
	var synchronous int
	if err := l.write.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&synchronous); err != nil {
		return l.unlessUnfit(err)
	}
	if synchronous != 2 {
		return fmt.Errorf("synchronous is %d, not 2 (FULL): facts would not survive a power loss", synchronous)
	}
	return l.migrate(ctx)
}

// unlessUnfit takes an error of a query that every ledger answers for damage.
func (l *Ledger) unlessUnfit(err error) error {
	if unfit(err) {
		return &DamagedError{Path: l.path, Err: err}
	}
	return err
}

// Path is the file's path.
func (l *Ledger) Path() string { return l.path }

// Dir is the folder that the file lies in.
func (l *Ledger) Dir() string { return filepath.Dir(l.path) }

// Close closes the file.
func (l *Ledger) Close() error { return errors.Join(l.read.Close(), l.write.Close()) }

// Write runs f in one immediate transaction; an error rolls it back whole. The
// transaction isn't cut short by ctx: it is brief, and cancelling a write in
// its middle has been seen to break connections.
func (l *Ledger) Write(ctx context.Context, f func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := l.told(run(context.WithoutCancel(ctx), l.writes, f))
	if err == nil {
		l.wrote()
	}
	return err
}

// Read runs f on one consistent snapshot; it can't write.
func (l *Ledger) Read(ctx context.Context, f func(*Tx) error) error {
	return l.told(run(ctx, l.reads, f))
}

func run(ctx context.Context, s *statements, f func(*Tx) error) error {
	t := &Tx{ctx: ctx, statements: s, met: map[string]bool{}, reading: map[string]int{}}
	if err := t.run(f); err != nil {
		return err
	}
	if len(t.met) > 0 {
		s.keep(ctx, t.met)
	}
	return nil
}

func (t *Tx) run(f func(*Tx) error) (err error) {
	if t.tx, err = t.statements.db.BeginTx(t.ctx, nil); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = t.tx.Rollback() }() // after a commit it does nothing
	if err := f(t); err != nil {
		return err
	}
	if err := t.tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Ping says whether the ledger can be read.
func (l *Ledger) Ping(ctx context.Context) error {
	var one int
	return l.told(l.read.QueryRowContext(ctx, "SELECT 1 FROM settings LIMIT 1").Scan(&one))
}

// Checkpoint brings the file up to date with its write-ahead log and empties
// that, as far as readers let it: what was deleted is then nowhere on the disk.
func (l *Ledger) Checkpoint(ctx context.Context) error {
	var busy, pages, moved int
	return l.told(l.write.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved))
}

func (t *Tx) exec(query string, args ...any) (int64, error) {
	var res sql.Result
	var err error
	if stmt := t.compiled(query); stmt != nil {
		res, err = stmt.ExecContext(t.ctx, args...)
	} else {
		res, err = t.tx.ExecContext(t.ctx, query, args...)
	}
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// one scans the first row of a query; ErrNotFound where there is none.
func (t *Tx) one(query string, args []any, into ...any) error {
	var row *sql.Row
	if stmt := t.compiled(query); stmt != nil {
		row = stmt.QueryRowContext(t.ctx, args...)
	} else {
		row = t.tx.QueryRowContext(t.ctx, query, args...)
	}
	err := row.Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

// each scans every row of a query.
func (t *Tx) each(query string, args []any, scan func(func(...any) error) error) error {
	rows, err := t.rows(query, args)
	if err != nil {
		return err
	}
	defer rows.Close()
	t.reading[query]++
	defer func() { t.reading[query]-- }()
	for rows.Next() {
		if err := scan(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (t *Tx) rows(query string, args []any) (*sql.Rows, error) {
	if stmt := t.compiled(query); stmt != nil {
		return stmt.QueryContext(t.ctx, args...)
	}
	return t.tx.QueryContext(t.ctx, query, args...)
}

func nanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func fromNanos(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}
