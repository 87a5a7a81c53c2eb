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
		return err
	}
	if have > len(names) {
		return fmt.Errorf("a newer followupd wrote it (schema %d, this one knows %d); install that version or a newer one", have, len(names))
	}
	if err := l.sameTables(ctx, names[:have]); err != nil {
		return err
	}
	for i, name := range names[have:] {
		if err := l.apply(ctx, name, have+i+1); err != nil {
			return fmt.Errorf("migration %s: %w", strings.TrimPrefix(name, "migrations/"), err)
		}
	}
	return l.Write(ctx, func(t *Tx) error { return t.makeSecret() })
}

// sameTables says whether the file has the tables that some migrations make.
func (l *Ledger) sameTables(ctx context.Context, names []string) (err error) {
	if len(names) == 0 {
		return nil
	}
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, model.Close()) }()
	model.SetMaxOpenConns(1) // each connection has a database of its own
	for _, name := range names {
		script, err := migrations.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := model.ExecContext(ctx, string(script)); err != nil {
			return err
		}
	}
	want, err := columns(ctx, model)
	if err != nil {
		return err
	}
	have, err := columns(ctx, l.write)
	if err == nil && have != want {
		err = errors.New("another build of followupd wrote it, with tables that this one can't take over; go on with that build, or begin with another state_dir")
	}
	return err
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
