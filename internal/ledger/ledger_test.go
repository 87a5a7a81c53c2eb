package ledger_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

var at = time.Date(2026, 9, 1, 9, 0, 0, 123456789, time.UTC)

func fresh(t *testing.T) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func write(t *testing.T, l *ledger.Ledger, f func(*ledger.Tx) error) {
	t.Helper()
	if err := l.Write(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, l *ledger.Ledger, f func(*ledger.Tx) error) {
	t.Helper()
	if err := l.Read(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// raw opens the file as SQLite alone does.
func raw(t *testing.T, path string, statements ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

func TestOpenKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a b?c%20d.db") // a path is no URL
	secret := ""
	for range 2 {
		l, err := ledger.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		read(t, l, func(tx *ledger.Tx) error {
			now, err := tx.Setting("secret")
			if len(now) != 64 || secret != "" && now != secret {
				t.Errorf("secret %q after %q", now, secret)
			}
			secret = now
			return err
		})
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, end := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(path + end)
		if errors.Is(err, os.ErrNotExist) && end != "" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %#o, want 0600", path+end, info.Mode().Perm())
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		prepare func(t *testing.T, path string)
		want    string
	}{
		{"a file that the group can read", func(t *testing.T, path string) { chmod(t, path, 0o640) }, "chmod 600"},
		{"a file that all can write", func(t *testing.T, path string) { chmod(t, path, 0o602) }, "chmod 600"},
		{"a newer schema", func(t *testing.T, path string) { raw(t, path, "PRAGMA user_version = 999") }, "a newer followupd wrote it"},
		{"tables of another build", func(t *testing.T, path string) { raw(t, path, "ALTER TABLE outbox DROP COLUMN replaces") }, "another build of followupd wrote it"},
		{"something else", func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 100)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "not a database"},
		{"a folder that isn't there", func(t *testing.T, path string) {
			if err := os.RemoveAll(filepath.Dir(path)); err != nil {
				t.Fatal(err)
			}
		}, "no such file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "state", "ledger.db")
			if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			l, err := ledger.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			tt.prepare(t, path)
			l, err = ledger.Open(t.Context(), path)
			if err == nil {
				_ = l.Close()
				t.Fatal("it was opened")
			}
			if !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %q, want %q and the path in it", err, tt.want)
			}
		})
	}
}

// A ledger of the first schema is taken over with all that is in it.
func TestOpenTakesOverTheFirstSchema(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "ledger.db")
	script, err := os.ReadFile("migrations/0001_start.sql")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := raw(t, path, string(script), "PRAGMA user_version = 1",
		`INSERT INTO owner_mails (key, mailbox, notice, recipient, message_id, subject, bytes, created_at, next_at) VALUES ('k', 'ana', 'answer', 'ana@lima.example', 'm', 's', x'00', 1, 1)`,
		`INSERT INTO suppressions (kind, value, why, by, at) VALUES ('address', 'dana@acme.example', 'asked', 'owner', 1)`).Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		l, err := ledger.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Read(t.Context(), func(tx *ledger.Tx) error {
			if _, err := tx.Suppressed("dana@acme.example"); err != nil {
				t.Errorf("who was suppressed: %v", err)
			}
			waiting, err := tx.ToTell(at, 10)
			if len(waiting) != 1 || waiting[0].Gather != ledger.GatherNever {
				t.Errorf("mails to the owner: %+v", waiting)
			}
			return err
		}); err != nil {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func TestAnErrorRollsBack(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	failed := errors.New("failed")
	if err := l.Write(t.Context(), func(tx *ledger.Tx) error {
		if err := tx.Set("a", "1"); err != nil {
			return err
		}
		return failed
	}); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	read(t, l, func(tx *ledger.Tx) error {
		value, err := tx.Setting("a")
		if value != "" {
			t.Errorf("the setting is %q", value)
		}
		return err
	})
	if err := l.Read(t.Context(), func(tx *ledger.Tx) error { return tx.Set("a", "1") }); err == nil {
		t.Error("a reading transaction wrote")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Write(ended, func(*ledger.Tx) error { t.Error("it began"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestTheJournalIsAppendOnly(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	zone := time.FixedZone("", 2*3600+1800)
	entry := ledger.Entry{At: at, Person: 1, Plan: "p", Rules: "r",
		Event:   sequences.Event{ID: "e1", Kind: sequences.EvDue, At: at.In(zone), Person: 1},
		Facts:   []sequences.Fact{{Kind: sequences.FactSeen, Event: "e1"}},
		Effects: []sequences.Effect{{Kind: sequences.EffWake, At: at}}, Reason: sequences.Reason{Code: sequences.CodeDue, Until: at}}
	write(t, l, func(tx *ledger.Tx) error {
		seq, err := tx.Journal(entry)
		entry.Seq = seq
		return err
	})
	if err := l.Write(t.Context(), func(tx *ledger.Tx) error { _, err := tx.Journal(entry); return err }); err == nil {
		t.Error("an event was journaled twice")
	}
	read(t, l, func(tx *ledger.Tx) error {
		if seen, err := tx.Decided("e1"); err != nil || !seen {
			t.Errorf("decided %t, %v", seen, err)
		}
		n := 0
		err := tx.PersonJournal(1, func(e ledger.Entry) error {
			n++
			if !e.At.Equal(at) || !e.Event.At.Equal(at) || !e.Reason.Until.Equal(at) || !e.Effects[0].At.Equal(at) || e.Seq != entry.Seq || len(e.Facts) != 1 {
				t.Errorf("came back as %+v", e)
			}
			return nil
		})
		if n != 1 {
			t.Errorf("%d entries", n)
		}
		return err
	})
	db := raw(t, l.Path())
	if _, err := db.ExecContext(t.Context(), "UPDATE journal SET reason = '{}'"); err == nil || !strings.Contains(err.Error(), "append-only") {
		t.Errorf("an entry was changed: %v", err)
	}
}

func out(enrolment int64, step string) ledger.Out {
	key := fmt.Sprintf("%d-%s", enrolment, step)
	return ledger.Out{Person: 1, Enrolment: enrolment, Step: step, Mailbox: "ana", Sequence: "intro", Recipient: "dana@acme.example", MessageID: "m" + key, Token: "t" + key, QueuedAt: at}
}

// What was sent or may have been is never queued again; what certainly wasn't is.
func TestQueueRefusesWhatMayBeOut(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		bring  func(tx *ledger.Tx, id int64) error
		refuse bool
	}{
		{"queued", func(*ledger.Tx, int64) error { return nil }, false},
		{"cancelled", func(tx *ledger.Tx, _ int64) error { return tx.Cancel(1, "first", at) }, false},
		{"sending", commit, true},
		{"sending, then back", func(tx *ledger.Tx, id int64) error { return errors.Join(commit(tx, id), tx.Requeue(id, at, "later")) }, false},
		{"sending, then cancelled", func(tx *ledger.Tx, id int64) error { return errors.Join(commit(tx, id), tx.Cancel(1, "first", at)) }, false},
		{"marked", mark, true},
		{"marked, then cancelled", func(tx *ledger.Tx, id int64) error { return errors.Join(mark(tx, id), tx.Cancel(1, "first", at)) }, true},
		{"asked to come later", func(tx *ledger.Tx, id int64) error { return errors.Join(mark(tx, id), tx.Requeue(id, at, "451")) }, false},
		{"uncertain", settle(ledger.OutUncertain), true},
		{"uncertain, and the owner says that it was not sent", func(tx *ledger.Tx, id int64) error {
			return errors.Join(settle(ledger.OutUncertain)(tx, id), tx.Unmark(1, "first"))
		}, false},
		{"sent", settle(ledger.OutSent), true},
		{"sent, and nobody's word undoes it", func(tx *ledger.Tx, id int64) error {
			return errors.Join(settle(ledger.OutSent)(tx, id), tx.Unmark(1, "first"), tx.Cancel(1, "first", at), tx.Requeue(id, at, ""))
		}, true},
		{"refused", settle(ledger.OutFailed), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := fresh(t)
			write(t, l, func(tx *ledger.Tx) error {
				if err := tx.Queue(out(1, "first")); err != nil {
					return err
				}
				o, err := tx.OutOf(1, "first")
				if err != nil {
					return err
				}
				return tt.bring(tx, o.ID)
			})
			err := l.Write(t.Context(), func(tx *ledger.Tx) error { return tx.Queue(out(1, "first")) })
			if errors.Is(err, ledger.ErrMayBeOut) != tt.refuse || err != nil && !tt.refuse {
				t.Fatalf("error %v, want refused: %t", err, tt.refuse)
			}
			if tt.refuse {
				return
			}
			read(t, l, func(tx *ledger.Tx) error {
				o, err := tx.OutOf(1, "first")
				if o.State != ledger.OutQueued || !o.MarkedAt.IsZero() || !o.NotBefore.IsZero() || len(o.Bytes) != 0 {
					t.Errorf("queued again as %+v", o)
				}
				return err
			})
		})
	}
}

func commit(tx *ledger.Tx, id int64) error { return tx.Commit(id, "s", []byte("bytes"), "h", "b") }

func mark(tx *ledger.Tx, id int64) error { return errors.Join(commit(tx, id), tx.Mark(id, at)) }

func settle(state ledger.OutState) func(*ledger.Tx, int64) error {
	return func(tx *ledger.Tx, id int64) error { return errors.Join(mark(tx, id), tx.Settle(id, state, "", at)) }
}

// The last mail to somebody is one of that mailbox that went out, or may have, by
// the moment asked for.
func TestLastTo(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	for i, state := range []ledger.OutState{ledger.OutSent, ledger.OutUncertain, ledger.OutFailed, ledger.OutSent, ledger.OutSent} {
		o := out(int64(i+1), "first")
		switch i {
		case 3:
			o.Person = 8
		case 4:
			o.Mailbox = "ben"
		}
		write(t, l, func(tx *ledger.Tx) error {
			if err := tx.Queue(o); err != nil {
				return err
			}
			o, err := tx.OutOf(o.Enrolment, o.Step)
			if err != nil {
				return err
			}
			return errors.Join(mark(tx, o.ID), tx.Settle(o.ID, state, "", at.Add(time.Duration(i)*time.Hour)))
		})
	}
	read(t, l, func(tx *ledger.Tx) error {
		for after, want := range map[time.Duration]int64{-time.Minute: 0, 0: 1, 30 * time.Minute: 1, time.Hour: 2, 5 * time.Hour: 2} {
			switch o, err := tx.LastTo(1, "ana", at.Add(after)); {
			case want == 0 && !errors.Is(err, ledger.ErrNotFound), want != 0 && err != nil:
				t.Errorf("after %s: %v", after, err)
			case o.Enrolment != want:
				t.Errorf("after %s it is that of enrolment %d, want %d", after, o.Enrolment, want)
			}
		}
		return nil
	})
}

// The marker belongs to a mail on its way, and to that alone.
func TestMarkAndCommitWantTheirState(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		if err := tx.Queue(out(1, "first")); err != nil {
			return err
		}
		o, err := tx.OutOf(1, "first")
		if err != nil {
			return err
		}
		if tx.Mark(o.ID, at) == nil {
			t.Error("a mail was marked before its bytes were committed")
		}
		if err := commit(tx, o.ID); err != nil {
			return err
		}
		if commit(tx, o.ID) == nil {
			t.Error("a mail on its way was begun again")
		}
		if err := tx.Cancel(1, "first", at); err != nil {
			return err
		}
		if tx.Mark(o.ID, at) == nil {
			t.Error("a mail that was taken back was marked")
		}
		return nil
	})
}

func TestSuppressed(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		return errors.Join(
			tx.Suppress(ledger.Suppression{Kind: "address", Value: "Dana@Acme.example", Why: "first", By: "them", At: at}),
			tx.Suppress(ledger.Suppression{Kind: "address", Value: "dana@acme.example", Why: "second", By: "you", At: at}),
			tx.Suppress(ledger.Suppression{Kind: "domain", Value: "firm.example", Why: "no", By: "you", At: at}))
	})
	write(t, l, func(tx *ledger.Tx) error {
		gone := sequences.Person{ID: 1, Addresses: []string{"gone@left.example"}}
		traces, err := ledger.NewTraces(gone)
		if err != nil {
			return err
		}
		_, err = tx.Forget(gone, traces, ledger.Entry{Person: 1, At: at}, true)
		return err
	})
	for address, want := range map[string]string{
		"gone@left.example": "gone@left.example", "Gone@Left.example": "gone@left.example", "other@left.example": "",
		"dana@acme.example": "dana@acme.example", "DANA@ACME.EXAMPLE": "dana@acme.example", "kim@acme.example": "", "dana@mail.acme.example": "",
		"kim@firm.example": "firm.example", "kim@Mail.Firm.Example": "firm.example", "kim@a.b.firm.example": "firm.example",
		"kim@otherfirm.example": "", "firm.example@x.example": "", `"a@b"@firm.example`: "firm.example", "kim@example": "", "": "",
	} {
		read(t, l, func(tx *ledger.Tx) error {
			s, err := tx.Suppressed(address)
			list, errList := tx.SuppressionList()
			if errList != nil {
				return errList
			}
			if listed, errListed := list.Suppressed(address); listed.Value != s.Value || listed.Kind != s.Kind || !errors.Is(errListed, err) {
				t.Errorf("%q: the list says %+v, %v; the ledger %+v, %v", address, listed, errListed, s, err)
			}
			if errors.Is(err, ledger.ErrNotFound) {
				s, err = ledger.Suppression{}, nil
			}
			if s.Value != want {
				t.Errorf("%q is covered by %q, want %q", address, s.Value, want)
			}
			if s.Value == "dana@acme.example" && s.Why != "first" {
				t.Errorf("a second suppression changed the first: %q", s.Why)
			}
			return err
		})
	}
}

func TestOneLiveEnrolment(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	p := sequences.Person{ID: 1, Addresses: []string{"dana@acme.example"}, Enrolments: []sequences.Enrolment{
		{ID: 1, Sequence: "intro", Mailbox: "ana", State: sequences.StateScheduled, Due: at},
		{ID: 2, Sequence: "dark", Mailbox: "ana", State: sequences.StateScheduled, Due: at, After: 1}}}
	live := func() (ids []int64) {
		read(t, l, func(tx *ledger.Tx) error {
			rows, err := tx.EnrolmentsOf(1)
			for _, r := range rows {
				if r.Live {
					ids = append(ids, r.ID)
				}
			}
			return err
		})
		return ids
	}
	write(t, l, func(tx *ledger.Tx) error { return tx.SavePerson(p, at) })
	if ids := live(); len(ids) != 1 || ids[0] != 1 {
		t.Errorf("live are %v, want 1", ids)
	}
	p.Enrolments[0].State, p.Enrolments[0].Due, p.Enrolments[1].After = sequences.StateEnded, time.Time{}, 0
	write(t, l, func(tx *ledger.Tx) error { return tx.SavePerson(p, at) })
	if ids := live(); len(ids) != 1 || ids[0] != 2 {
		t.Errorf("live are %v, want 2", ids)
	}
	if _, err := raw(t, l.Path()).ExecContext(t.Context(), "UPDATE enrolments SET live = 1"); err == nil {
		t.Error("the file holds two live enrolments of one person")
	}
}

func TestDueAndNextDue(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		for i, e := range []sequences.Enrolment{
			{State: sequences.StateScheduled, Due: at, Checked: true},
			{State: sequences.StateAway, Due: at.Add(-time.Hour), Checked: true},
			{State: sequences.StateSnoozed, Due: at.Add(1), Checked: true},
			{State: sequences.StateScheduled, Due: at.Add(-time.Hour)},
			{State: sequences.StateQueued, Due: at.Add(-time.Hour), Checked: true},
			{State: sequences.StateHeld, Checked: true},
			{State: sequences.StateScheduled, Due: at.Add(-time.Hour), Checked: true, After: 77},
		} {
			e.ID, e.Mailbox = int64(i+1), "ana"
			if err := tx.SavePerson(sequences.Person{ID: e.ID, Addresses: []string{fmt.Sprintf("p%d@x.example", i)}, Enrolments: []sequences.Enrolment{e}}, at); err != nil {
				return err
			}
		}
		return nil
	})
	read(t, l, func(tx *ledger.Tx) error {
		due, err := tx.Due(at, 10, nil)
		if err != nil {
			return err
		}
		if len(due) != 2 || due[0].ID != 2 || due[1].ID != 1 || !due[1].Due.Equal(at) {
			t.Errorf("due are %+v, want 2 and 1", due)
		}
		next, err := tx.NextDue(at)
		if !next.Equal(at.Add(1)) {
			t.Errorf("the next moment is %v, want %v", next, at.Add(1))
		}
		return err
	})
}

func TestPeopleUnderDomain(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		for i, a := range []string{"a@acme.example", "b@mail.acme.example", "c@notacme.example", "d@acme.example.other.example", "e@acmeXexample"} {
			if err := tx.SavePerson(sequences.Person{ID: int64(i + 1), Addresses: []string{a}}, at); err != nil {
				return err
			}
		}
		ids, err := tx.PeopleUnderDomain("Acme.example")
		if len(ids) != 2 || ids[0] != 1 || ids[1] != 2 {
			t.Errorf("people %v, want 1 and 2", ids)
		}
		return err
	})
}

func TestOneMailIsKeptOnce(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		first, fresh, err := tx.KeepMail(ledger.Mail{Identity: "x", Mailbox: "ana", Folder: "INBOX", ReceivedAt: at, ReadAt: at, Person: 1})
		if err != nil || !fresh || first == 0 {
			t.Errorf("first: %d, %t, %v", first, fresh, err)
		}
		_, fresh, err = tx.KeepMail(ledger.Mail{Identity: "x", Mailbox: "ben", Folder: "Archive", ReceivedAt: at, ReadAt: at})
		if err != nil || fresh {
			t.Errorf("its copy: %t, %v", fresh, err)
		}
		m, err := tx.MailByID(first)
		if m.Folder != "INBOX" || !m.ReceivedAt.Equal(at) {
			t.Errorf("kept as %+v", m)
		}
		return err
	})
}

func TestRequestsAreAnsweredOnce(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		id, err := tx.Ask(ledger.Request{At: at, By: "ana", Verb: "pause", Args: "{}"})
		if err != nil {
			return err
		}
		if _, err := tx.AnswerOf(id); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("an answer before there was one: %v", err)
		}
		if err := errors.Join(tx.Answer(id, "first", at), tx.Answer(id, "second", at)); err != nil {
			return err
		}
		answer, err := tx.AnswerOf(id)
		if answer != "first" {
			t.Errorf("answer %q", answer)
		}
		n, _ := tx.CountOpenRequests()
		if n != 0 {
			t.Errorf("%d requests are open", n)
		}
		return err
	})
}

func TestTellingTheOwner(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	m := ledger.OwnerMail{Key: "k", Notice: "answer", Mailbox: "ana", Recipient: "o@boss.example", MessageID: "id", Subject: "s", Bytes: []byte("b"), CreatedAt: at, People: []int64{7, 3, 7},
		Person: 7, Event: "mail:1"}
	told := func(tx *ledger.Tx) time.Time {
		t.Helper()
		events, err := tx.ToldOn(7)
		if at, made := events["mail:1"]; err == nil && made && len(events) == 1 {
			return at
		}
		t.Errorf("told on %v, %v", events, err)
		return time.Time{}
	}
	write(t, l, func(tx *ledger.Tx) error {
		if err := errors.Join(tx.Tell(m), tx.Tell(m)); err != nil {
			return err
		}
		waiting, err := tx.ToTell(at, 10)
		if err != nil || len(waiting) != 1 {
			t.Fatalf("%d wait, %v", len(waiting), err)
		}
		for number, want := range map[int]int64{0: 0, 1: 7, 2: 3, 3: 7, 4: 0} {
			if got, ok := waiting[0].Numbered(number); got != want || ok != (want > 0) {
				t.Errorf("number %d is %d, %v", number, got, ok)
			}
		}
		id := waiting[0].ID
		if err := errors.Join(tx.NotTold(id, "no", at, at.Add(time.Minute)), tx.NotTold(id, "no", at.Add(time.Minute), at.Add(time.Hour))); err != nil {
			return err
		}
		if waiting, _ = tx.ToTell(at.Add(time.Minute), 10); len(waiting) != 0 {
			t.Error("it is tried before its time")
		}
		if waiting, _ = tx.ToTell(at.Add(time.Hour), 10); len(waiting) != 1 || !waiting[0].FailedAt.Equal(at) || waiting[0].Attempts != 2 {
			t.Errorf("waits as %+v", waiting)
		}
		if at := told(tx); !at.IsZero() {
			t.Errorf("told at %s, before it was", at)
		}
		if err := tx.Told(id, "first", at); err != nil {
			return err
		}
		if got := told(tx); !got.Equal(at) {
			t.Errorf("told at %s", got)
		}
		other := m // of the same event, and another thing about it
		other.Key, other.Notice, other.MessageID = "k2", "later", "id2"
		if err := tx.Tell(other); err != nil {
			return err
		}
		if got := told(tx); !got.Equal(at) {
			t.Errorf("told at %s, while another one of the event waits", got)
		}
		if waiting, _ = tx.ToTell(at.Add(time.Hour), 10); len(waiting) != 1 {
			t.Fatalf("waits as %+v", waiting)
		}
		if err := tx.Told(waiting[0].ID, "first", at); err != nil {
			return err
		}
		next, err := tx.NextTell()
		if !next.IsZero() {
			t.Errorf("something waits until %v", next)
		}
		return err
	})
}

func TestOutages(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	hour := func(n int) time.Time { return at.Add(time.Duration(n) * time.Hour) }
	write(t, l, func(tx *ledger.Tx) error {
		return errors.Join(tx.NoteOutage(ledger.Outage{Mailbox: "ana", From: hour(0), To: hour(2), Problem: "timeout"}), tx.NoteOutage(ledger.Outage{Mailbox: "ana", From: hour(5), To: hour(6)}),
			tx.NoteOutage(ledger.Outage{Mailbox: "ana", From: hour(5), To: hour(7)}), tx.NoteOutage(ledger.Outage{Mailbox: "bo", From: hour(1), To: hour(2)}))
	})
	read(t, l, func(tx *ledger.Tx) error {
		for _, tt := range []struct{ from, to, want int }{{0, 10, 2}, {1, 5, 1}, {2, 5, 0}, {6, 9, 1}, {7, 9, 0}} {
			got, err := tx.Outages("ana", hour(tt.from), hour(tt.to))
			if err != nil || len(got) != tt.want {
				t.Errorf("from %d to %d: %+v, %v", tt.from, tt.to, got, err)
			}
		}
		return nil
	})
}

func TestCursorsAndTheirMails(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	failed := errors.New("failed")
	c := ledger.Cursor{Mailbox: "ana", Folder: "INBOX", Role: "inbox", UIDValidity: 7, Next: 4294967295}
	write(t, l, func(tx *ledger.Tx) error { return tx.MoveCursor(c, at) })
	err := l.Write(t.Context(), func(tx *ledger.Tx) error {
		moved := c
		moved.UIDValidity, moved.Next = 8, 1
		return errors.Join(tx.MoveCursor(moved, at), failed)
	})
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
	read(t, l, func(tx *ledger.Tx) error {
		got, err := tx.Cursor("ana", "INBOX")
		if got != c {
			t.Errorf("cursor %+v, want %+v", got, c)
		}
		if _, err := tx.Cursor("ben", "INBOX"); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("another mailbox's cursor: %v", err)
		}
		return err
	})
}

func TestThePastIsCountedTogether(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	write(t, l, func(tx *ledger.Tx) error {
		err := errors.Join(tx.Remember("ana", "Dana@Acme.example", ledger.PastReceived, at, "newest"),
			tx.Remember("ana", "dana@acme.example", ledger.PastReceived, at.AddDate(0, -1, 0), "older"),
			tx.Remember("ben", "dana@acme.example", ledger.PastWritten, at.AddDate(0, -2, 0), "by hand"))
		if err != nil {
			return err
		}
		past, err := tx.PastOf("DANA@acme.example")
		if len(past) != 2 || past[0].Kind != ledger.PastWritten || past[1].Count != 2 || past[1].Evidence != "newest" || !past[1].First.Equal(at.AddDate(0, -1, 0)) || !past[1].Last.Equal(at) {
			t.Errorf("the past is %+v", past)
		}
		return err
	})
}

func TestLock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, err := ledger.Acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = ledger.Acquire(dir)
	if !errors.Is(err, ledger.ErrLocked) || !strings.Contains(fmt.Sprint(err), fmt.Sprint(os.Getpid())) {
		t.Errorf("error %v, want that it is locked by this process", err)
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	second, err := ledger.Acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Release(); err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.Acquire(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that isn't there was locked")
	}
}
