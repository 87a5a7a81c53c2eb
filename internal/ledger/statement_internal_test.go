package ledger

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/sequences"
)

// What is asked every second, or for every mail, must not take longer the more
// people there are: each of those queries goes by an index that leads to the
// few rows that it wants.
func TestQueriesOfEverySecondGoByAnIndex(t *testing.T) {
	t.Parallel()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	ask := func(tx *Tx) error {
		var errs []error
		note := func(_ any, err error) {
			if err != nil && err != ErrNotFound {
				errs = append(errs, err)
			}
		}
		note(tx.Due(now, 10, []string{"old"}))
		note(tx.NextDue(now))
		note(tx.Unchecked("ana", 10))
		note(tx.Queued("ana", 10, nil, []string{"acme.example"}))
		for _, s := range []OutState{OutSending, OutMarked, OutUncertain} {
			note(tx.OpenOuts("ana", s))
		}
		note(tx.Unseen("ana", now, 10))
		note(tx.SentTimes("ana", now))
		note(tx.FewerSent("ana", now, 10))
		note(tx.SentTo("acme.example", now))
		_, _, err := tx.DaysSent("ana", time.UTC, 10)
		note(nil, err)
		_, _, err = tx.CountBounced("ana", now, 100)
		note(nil, err)
		note(tx.CountComplaints("ana", now))
		note(tx.OutByAnyID("x"))
		note(tx.OutByUnsubscribe("x"))
		note(tx.OutOf(1, "first"))
		note(tx.EnrolmentOuts(1))
		note(tx.WrittenSince("dana@acme.example", now))
		note(tx.OutByContent("dana@acme.example", "s", "h", now))
		note(tx.OpenRequests(10))
		note(tx.CountOpenRequests())
		note(tx.ToTell(now, 10))
		note(tx.NextTell())
		note(tx.ToldOn(1))
		note(tx.OwnerMailByID("x"))
		note(tx.ToldOf("x"))
		note(tx.Person(1))
		note(tx.PersonByAddress("dana@acme.example"))
		note(tx.PeopleAtDomain("acme.example"))
		note(tx.Suppressed("dana@acme.example"))
		note(tx.PastOf("dana@acme.example"))
		note(tx.ReadBefore("x"))
		note(tx.Decided("x"))
		note(tx.Cursor("ana", "INBOX"))
		note(tx.ReplyFolders("ana", now))
		note(nil, tx.PersonJournal(1, func(Entry) error { return nil }))
		if len(errs) > 0 {
			return errs[0]
		}
		return nil
	}
	if err := l.Read(t.Context(), ask); err != nil {
		t.Fatal(err)
	}
	l.reads.mu.Lock()
	defer l.reads.mu.Unlock()
	if len(l.reads.kept) < 25 {
		t.Fatalf("%d queries were asked", len(l.reads.kept))
	}
	for query := range l.reads.kept {
		rows, err := l.write.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?"))...)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		var steps []string
		for rows.Next() {
			var a, b, c int
			var step string
			if err := rows.Scan(&a, &b, &c, &step); err != nil {
				t.Fatal(err)
			}
			steps = append(steps, step)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		for _, step := range steps {
			scans := strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "requests_open") && !strings.Contains(step, "subquery") && !strings.Contains(step, "json_each")
			many := strings.Contains(step, "outbox_settled (mailbox=?)") || strings.Contains(step, "enrolments_by_state")
			if scans || many {
				t.Errorf("%s\n  goes through too many rows: %s", query, step)
			}
		}
	}
}

// A queue is served follow-ups first, then in the order of its making.
func TestQueuedInTheirOrder(t *testing.T) {
	t.Parallel()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	var got, others []int64
	err = l.Write(t.Context(), func(tx *Tx) error {
		for id := int64(1); id <= 4; id++ {
			e := sequences.Enrolment{ID: id, Sequence: "intro", Mailbox: "ana", State: sequences.StateQueued, Step: "s"}
			if err := tx.SavePerson(sequences.Person{ID: id, Addresses: []string{string(rune('a'+id)) + "@x.example"}, Enrolments: []sequences.Enrolment{e}}, now); err != nil {
				return err
			}
			key := string(rune('a' + id))
			if err := tx.Queue(Out{Person: id, Enrolment: id, Step: "s", Mailbox: "ana", MessageID: "m" + key, Token: "t" + key, First: id < 3,
				Recipient: key + "@" + key + ".example", QueuedAt: now.Add(-time.Duration(id) * time.Minute)}); err != nil {
				return err
			}
		}
		var last *Out
		for {
			outs, err := tx.Queued("ana", 2, last, nil) // by the page
			if err != nil || len(outs) == 0 {
				break
			}
			for _, o := range outs {
				got = append(got, o.Person)
			}
			last = &outs[len(outs)-1]
		}
		outs, err := tx.Queued("ana", 10, nil, []string{"d.example", "e.example"})
		for _, o := range outs {
			others = append(others, o.Person)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 4 || got[0] != 4 || got[1] != 3 || got[2] != 2 || got[3] != 1 {
		t.Errorf("order %v, want 4 3 2 1", got)
	}
	if len(others) != 2 || others[0] != 2 || others[1] != 1 {
		t.Errorf("without two domains %v, want 2 1", others)
	}
}
