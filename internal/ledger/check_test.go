package ledger_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// filled is a ledger with something of all that proves itself.
func filled(t *testing.T) *ledger.Ledger {
	t.Helper()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		plan := sequences.Plan{}
		if _, err := tx.KeepPlan(plan.Hash(), plan.Canonical(), at); err != nil {
			return err
		}
		if err := tx.SavePerson(sequences.Person{ID: 1, Addresses: []string{"dana@acme.example"}}, at); err != nil {
			return err
		}
		if _, err := tx.Journal(ledger.Entry{At: at, Person: 1, Event: sequences.Event{ID: "one", Kind: sequences.EvDue, At: at}}); err != nil {
			return err
		}
		if err := tx.Queue(out(1, "first")); err != nil {
			return err
		}
		o, err := tx.OutOf(1, "first")
		if err != nil {
			return err
		}
		// The hash of "Hi Dana".
		return errors.Join(tx.KeepText("f8c053e55bbaf77f7b1f9f01604e4247184c3acf65fcbd9ffb40376e51b55271", []byte("Hi Dana")), tx.Commit(o.ID, "s", []byte("Hi Dana"), "f8c053e55bbaf77f7b1f9f01604e4247184c3acf65fcbd9ffb40376e51b55271", ""))
	})
	return l
}

// A byte that changed within a value leaves the file in order: what proves itself is
// looked at by the check, by backup and by restore alike.
func TestAlteredValues(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, tamper, want string }{
		{"untouched", "", ""},
		{"no JSON", "DROP TRIGGER journal_is_append_only; UPDATE journal SET facts = '[' || facts", "journal: entry 1"},
		{"another event", "DROP TRIGGER journal_is_append_only; UPDATE journal SET event = replace(event, 'one', 'ooe')", "journal: entry 1"},
		{"a state", "UPDATE people SET state = replace(state, '\"id\":1', '\"id\":9')", "people: person 1"},
		{"a mail", "UPDATE outbox SET bytes = CAST('Hi Dora' AS BLOB)", "outbox: the text of mail 1"},
		{"a plan", "UPDATE plans SET body = body || ' '", "plans: "},
		{"a template", "UPDATE texts SET body = CAST('Hi Dora' AS BLOB)", "texts: "},
		{"nobody's address", "PRAGMA foreign_keys = 0; UPDATE addresses SET person_id = 7", "addresses: row 1 names one of people"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l, dir := filled(t), t.TempDir()
			if tt.tamper != "" {
				db := raw(t, l.Path())
				if _, err := db.ExecContext(t.Context(), tt.tamper); err != nil {
					t.Fatal(err)
				}
				if err := db.Close(); err != nil {
					t.Fatal(err)
				}
			}
			found, err := l.Integrity(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if tt.want == "" && len(found) > 0 || tt.want != "" && (len(found) != 1 || !strings.HasPrefix(found[0], tt.want)) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
			same := func(what string, faults []string, err error) {
				t.Helper()
				if err != nil || !slices.Equal(faults, found) {
					t.Errorf("%s finds %q, want %q (%v)", what, faults, found, err)
				}
			}
			// A copy with a fault in one value is better than none.
			copied := filepath.Join(dir, "copy.db")
			made, err := l.Backup(t.Context(), copied)
			same("backup", made.Faults, err)
			_, faults, err := ledger.CopyToRestore(t.Context(), copied, dir)
			same("restore", faults, err)
		})
	}
}

// An entry of before whose id holds bytes that aren't UTF-8 is no damaged one.
func TestAnOldIDThatIsNoUTF8(t *testing.T) {
	t.Parallel()
	l := filled(t)
	write(t, l, func(tx *ledger.Tx) error {
		_, err := tx.Journal(ledger.Entry{At: at, Person: 1, Event: sequences.Event{ID: "public:1:caf\xe9\xe8@acme.example", Kind: sequences.EvOutcome, At: at}})
		return err
	})
	if found, err := l.Integrity(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("found %q (%v)", found, err)
	}
	db := raw(t, l.Path())
	if _, err := db.ExecContext(t.Context(), "DROP TRIGGER journal_is_append_only; UPDATE journal SET event = replace(event, 'acme', 'acne')"); err != nil {
		t.Fatal(err)
	}
	if found, err := l.Integrity(t.Context()); err != nil || len(found) != 1 {
		t.Errorf("of one that was changed found %q (%v)", found, err)
	}
}

// A look at the whole file finds single pages that nobody reads.
func TestCheckFindsAPage(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	if err := l.BeginCheck(t.Context()).Wait(t.Context()); err != nil || l.Broken() != nil {
		t.Fatalf("of a sound ledger: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	scribble(t, l.Path(), "journal_by_time")
	l = ledgerAt(t, l.Path())
	setIn(t, l, "what stands elsewhere can be read and written")
	c := l.BeginCheck(t.Context())
	var damaged *ledger.DamagedError
	if err := c.Wait(t.Context()); !errors.As(err, &damaged) || !errors.As(l.Broken(), &damaged) {
		t.Errorf("the check says %v, and the ledger %v", err, l.Broken())
	}
	select {
	case <-l.Breaks():
	default:
		t.Error("nobody is told")
	}
	c.Stop()
}

// scribble overwrites the first page of a table or index.
func scribble(t *testing.T, path, name string) {
	t.Helper()
	db := raw(t, path)
	var page int64
	if err := db.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = ?", name).Scan(&page); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte(strings.Repeat("x", 4096)), (page-1)*4096)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}
