package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"followupd/internal/config"
	"followupd/internal/ledger"
)

// Each kind of trouble has words of its own; what passes isn't named damage.
func TestAlarmWords(t *testing.T) {
	t.Parallel()
	al := &alarm{config: &config.Config{StateDir: "/var/lib/followupd"}}
	said := errors.New("what SQLite said")
	for _, tt := range []struct {
		err  error
		kind string
		want []string
	}{
		{&ledger.DamagedError{Path: "x", Err: said}, "damaged", []string{"The ledger is damaged, so nothing is sent. ", "/var/lib/followupd/ledger.db on ", "followupd restore FILE"}},
		{&ledger.DiskError{Path: "x", Full: true, Err: said}, "full", []string{"The disk is full, so nothing is sent. ", "make room there", "!damaged", "!restore"}},
		{&ledger.DiskError{Path: "x", Err: said}, "disk", []string{"The disk fails, so nothing is sent. ", "dmesg", "systemctl restart followupd", "!restore"}},
		{said, "", nil},
	} {
		kind, text := al.words(fmt.Errorf("begin: %w", tt.err))
		if kind != tt.kind || kind != "" && !strings.Contains(text, said.Error()) {
			t.Errorf("%v is %q: %s", tt.err, kind, text)
		}
		for _, want := range tt.want {
			if not, ok := strings.CutPrefix(want, "!"); ok == strings.Contains(text, strings.TrimPrefix(want, "!")) {
				t.Errorf("of %v it says %q (%s):\n%s", tt.err, not, want, text)
			}
		}
	}
}
