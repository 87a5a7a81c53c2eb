package ledger

import (
	"context"
	"crypto/rand"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate applies the migrations that the file hasn't seen, each in one
// transaction. It refuses a file that a newer version wrote, and one whose tables
// are not those that its migrations make: a build that was never released did.
func (l *Ledger) migrate(ctx context.Context) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	var have int
	if err := l.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
		return l.unlessUnfit(err)
	}
	if have < 0 || have > mostSchemas {
		return l.falseBegin(have)
	}
	if have > len(names) {
		return fmt.Errorf("a newer followupd wrote it (schema %d, this one knows %d); install that version or a newer one", have, len(names))
	}
	if err := l.sameTables(ctx, names, have); err != nil {
		return err
	}
	for i, name := range names[have:] {
		if err := l.apply(ctx, name, have+i+1); err != nil {
			return fmt.Errorf("migration %s: %w", strings.TrimPrefix(name, "migrations/"), err)
		}
	}
	return l.Write(ctx, func(t *Tx) error { return t.makeSecret() })
}

// mostSchemas is more schemas than there will be.
const mostSchemas = 10_000

// falseBegin says that the begin of the file gives a schema that isn't its own.
func (l *Ledger) falseBegin(have int) error {
	return &DamagedError{Path: l.path, Err: fmt.Errorf("its first page says that it has schema %d, which it has not", have)}
}

// sameTables says whether the file has the tables that the first have migrations
// make. With those of other migrations, or with faults beside, it is damaged.
func (l *Ledger) sameTables(ctx context.Context, names []string, have int) error {
	is, err := columns(ctx, l.write)
	if err != nil {
		return l.unlessUnfit(err)
	}
	made, err := tables(ctx, names)
	if err != nil || made[have] == is {
		return err
	}
	if have == 0 || slices.Contains(made, is) {
		return l.falseBegin(have)
	}
	found, err := fileFaults(ctx, l.write, 1)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return &DamagedError{Path: l.path, Err: errors.New(strings.Join(found, "; "))}
	}
	return errors.New("another build of followupd wrote it, with tables that this one can't take over; go on with that build, or begin with another state_dir")
}

// tables are the columns that the first none, one, two and so on of some migrations
// make.
func tables(ctx context.Context, names []string) (made []string, err error) {
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, model.Close()) }()
	model.SetMaxOpenConns(1) // each connection has a database of its own
	for i := 0; ; i++ {
		list, err := columns(ctx, model)
		if err != nil {
			return nil, err
		}
		if made = append(made, list); i == len(names) {
			return made, nil
		}
		script, err := migrations.ReadFile(names[i])
		if err != nil {
			return nil, err
		}
		if _, err := model.ExecContext(ctx, string(script)); err != nil {
			return nil, err
		}
	}
}

// columns names every column of a database, in a line.
func columns(ctx context.Context, db *sql.DB) (list string, err error) {
	err = db.QueryRowContext(ctx, `SELECT COALESCE(group_concat(name, ' '), '') FROM (SELECT t.name || '.' || c.name AS name
		FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' ORDER BY 1)`).Scan(&list)
	return list, err
}

func (l *Ledger) apply(ctx context.Context, name string, version int) error {
	script, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	return l.Write(ctx, func(t *Tx) error {
		if _, err := t.exec(string(script)); err != nil {
			return err
		}
		_, err := t.exec("PRAGMA user_version = " + strconv.Itoa(version))
		return err
	})
}

// makeSecret gives the installation the secret that its Message-IDs are made
// with, once.
func (t *Tx) makeSecret() error {
	var secret [32]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return err
	}
	_, err := t.exec("INSERT INTO settings (name, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING", hex.EncodeToString(secret[:]))
	return err
}
