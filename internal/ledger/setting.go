package ledger

import (
	"errors"
	"time"
)

// Setting reads a value that the daemon keeps for itself; "" where it was
// never set.
func (t *Tx) Setting(name string) (string, error) {
	var value string
	err := t.one("SELECT value FROM settings WHERE name = ?", []any{name}, &value)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return value, err
}

// Set stores a value; "" removes it.
func (t *Tx) Set(name, value string) error {
	if value == "" {
		_, err := t.exec("DELETE FROM settings WHERE name = ?", name)
		return err
	}
	_, err := t.exec("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
	return err
}

// SettingTime reads a moment; zero where it was never set or can't be read.
func (t *Tx) SettingTime(name string) (time.Time, error) {
	value, err := t.Setting(name)
	if err != nil || value == "" {
		return time.Time{}, err
	}
	at, err := time.Parse(time.RFC3339Nano, value)
	if err != nil {
		return time.Time{}, nil
	}
	return at, nil
}

// SetTime stores a moment.
func (t *Tx) SetTime(name string, at time.Time) error {
	return t.Set(name, at.UTC().Format(time.RFC3339Nano))
}
