package ledger

import (
	"context"
	"crypto/rand"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate applies the migrations that the file hasn't seen, each in one
// transaction, and refuses a file that a newer version wrote.
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
	for i, name := range names[have:] {
		if err := l.apply(ctx, name, have+i+1); err != nil {
			return fmt.Errorf("migration %s: %w", strings.TrimPrefix(name, "migrations/"), err)
		}
	}
	return l.Write(ctx, func(t *Tx) error { return t.makeSecret() })
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
