package owner_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

// briefed is what a day of a world with a daily brief came to.
func briefed(t *testing.T, w *world, o owner.Options, when string) (m ledger.OwnerMail, ok bool) {
	t.Helper()
	w.wait(when)
	w.store()
	w.write(func(tx *ledger.Tx) (err error) {
		var next time.Time
		if m, ok, next, err = owner.New(o).Due(tx, w.now); err != nil {
			return err
		}
		if !next.After(w.now) || next.Sub(w.now) > 24*time.Hour {
			t.Errorf("at %s the next look is at %s", w.now, next)
		}
		if !ok {
			return nil
		}
		if err := tx.Tell(m); err != nil {
			return err
		}
		made, err := tx.OwnerMailByID(m.MessageID)
		if err != nil {
			return err
		}
		return tx.Told(made.ID, "smtp", w.now)
	})
	return m, ok
}

func briefOptions(t *testing.T) owner.Options {
	o := options(t)
	o.StatusEnabled, o.BriefEnabled, o.BriefAt = false, true, 8*60
	return o
}

// A brief comes for what is new, not again for the same the day after, and
// once more when it has waited for three days.
func TestBriefOnlyWhenSomethingNeedsTheOwner(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-09 10:00")
	d, max := w.enrol(dana()), w.enrol(someone{"Max", "Roth", "", "max@roth.example", "Europe/Vienna"})
	o := briefOptions(t)
	say := func(id int64, intent replies.Intent, text string) func() {
		return func() { w.arrive(id, reply(intent), text) }
	}
	for _, day := range []struct {
		when    string
		before  func()
		subject string // "": no mail
	}{
		{"2026-11-10 07:00", nil, ""}, // the first call only begins to count
		{"2026-11-10 08:00", nil, ""},
		{"2026-11-11 08:00", say(d, replies.IntentMeeting, "Tuesday?"), "Dana Reyes: proposes a meeting"},
		{"2026-11-11 18:00", nil, ""},
		{"2026-11-12 08:00", nil, ""},
		{"2026-11-13 07:59", say(max, replies.IntentQuestion, "What is it?"), ""},
		{"2026-11-13 08:00", nil, "2 answers wait for you, 1 of them new"},
		{"2026-11-14 08:00", nil, ""},
		{"2026-11-15 08:00", nil, ""},
		{"2026-11-16 08:00", nil, "2 answers wait for you"},
		{"2026-11-17 08:00", func() {
			w.order(d, sequences.Order{Verb: sequences.VerbStop})
			w.order(max, sequences.Order{Verb: sequences.VerbStop})
		}, ""},
		{"2026-11-20 08:00", nil, ""},
	} {
		if day.before != nil {
			day.before()
		}
		m, ok := briefed(t, w, o, day.when)
		if ok != (day.subject != "") || m.Subject != day.subject {
			t.Errorf("%s: a brief: %v, %q, want %q", day.when, ok, m.Subject, day.subject)
		}
	}
}

// The brief numbers people, lists what is new first and tells what is wrong.
func TestBrief(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-09 10:00")
	d, max := w.enrol(dana()), w.enrol(someone{"Max", "Roth", "", "max@roth.example", "Europe/Vienna"})
	o := briefOptions(t)
	o.Heartbeat = func() (engine.Heartbeat, error) {
		h, err := healthy(w.now)()
		h.Mailboxes[0].Problem, h.Mailboxes[0].Since = "the server refused the login: bad password", w.now.Add(-time.Hour)
		return h, err
	}
	briefed(t, w, o, "2026-11-10 08:00")
	meets(t, w, d)
	if _, ok := briefed(t, w, o, "2026-11-11 08:00"); !ok {
		t.Fatal("no brief")
	}
	w.arrive(max, reply(replies.IntentQuestion), "What is it?")
	m, ok := briefed(t, w, o, "2026-11-12 08:00")
	if !ok || m.Notice != "brief" || m.Key != "brief:2026-11-12" || fmt.Sprint(m.People) != fmt.Sprint([]int64{max, d}) {
		t.Errorf("the brief is %q, a %q of %v", m.Key, m.Notice, m.People)
	}
	golden(t, "brief", shown(t, m))
	golden(t, "brief.html", pageOf(t, m.Bytes))
	if !strings.Contains(shown(t, m), "password is wrong") {
		t.Error("a refused password isn't told as one")
	}
}

// What the status mail told is no reason for a brief half an hour later.
func TestNoBriefAfterTheStatusMail(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-16 10:00")
	d := w.enrol(dana())
	o := briefOptions(t)
	o.StatusEnabled = true
	briefed(t, w, o, "2026-11-16 11:00")
	w.wait("2026-11-22 12:00")
	w.arrive(d, reply(replies.IntentMeeting), "Tuesday?")
	if m, ok := briefed(t, w, o, "2026-11-23 09:00"); !ok || m.Notice != "report" {
		t.Errorf("late on Monday comes %q", m.Notice)
	}
	if m, ok := briefed(t, w, o, "2026-11-23 09:01"); ok {
		t.Errorf("then comes %q", m.Subject)
	}
}

// While the owner is away the brief goes where hand-overs go.
func TestBriefGoesToTheDeputy(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-09 10:00")
	d := w.enrol(dana())
	o := briefOptions(t)
	o.Deputy, o.Away = "bo@lima.example", func(time.Time) time.Time { return at(t, "2027-01-01 00:00") }
	briefed(t, w, o, "2026-11-10 08:00")
	w.arrive(d, reply(replies.IntentMeeting), "Tuesday?")
	if m, ok := briefed(t, w, o, "2026-11-11 08:00"); !ok || m.Recipient != o.Deputy {
		t.Errorf("a brief: %v, to %q", ok, m.Recipient)
	}
}
