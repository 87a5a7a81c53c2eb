package ledger_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// crowd is a ledger with one person in each state, and one with two enrolments.
func crowd(t *testing.T) (*ledger.Ledger, time.Time) {
	t.Helper()
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	now := time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC)
	states := []sequences.State{sequences.StateScheduled, sequences.StateQueued, sequences.StateAnswered, sequences.StateHeld, sequences.StateSnoozed, sequences.StateStopped, sequences.StateEnded}
	err = l.Write(t.Context(), func(tx *ledger.Tx) error {
		for i, state := range states {
			id := int64(i + 1)
			e := sequences.Enrolment{ID: id, Sequence: "intro", Mailbox: "ana", At: now, State: state, Since: now.Add(time.Duration(i) * time.Minute), Step: "first", Checked: true}
			if state == sequences.StateScheduled || state == sequences.StateSnoozed {
				e.Due = now.Add(time.Duration(i+1) * time.Hour)
			}
			p := sequences.Person{ID: id, Addresses: []string{fmt.Sprintf("%s@x.example", state)}, Enrolments: []sequences.Enrolment{e}}
			if state == sequences.StateEnded {
				p.Enrolments = append(p.Enrolments, sequences.Enrolment{ID: 100, Sequence: "dark", Mailbox: "ben", At: now, State: sequences.StateHeld, Since: now, Step: "are-you"})
			}
			if err := tx.SavePerson(p, now); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, now
}

func TestMovingAndHalted(t *testing.T) {
	t.Parallel()
	l, now := crowd(t)
	var moving, soon, halted []int64
	var n int
	err := l.Read(t.Context(), func(tx *ledger.Tx) error {
		for _, part := range []struct {
			into  *[]int64
			until time.Time
		}{{&moving, now.Add(24 * time.Hour)}, {&soon, now.Add(2 * time.Hour)}} {
			if err := tx.Moving(part.until, func(r ledger.EnrolmentRow) error {
				*part.into = append(*part.into, r.Person)
				return nil
			}); err != nil {
				return err
			}
		}
		var err error
		if n, err = tx.CountHalted(); err != nil {
			return err
		}
		return tx.Halted(2, func(r ledger.EnrolmentRow) error {
			halted = append(halted, r.ID)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(moving)
	slices.Sort(soon)
	if !slices.Equal(moving, []int64{1, 2, 5}) || !slices.Equal(soon, []int64{1, 2}) {
		t.Errorf("moving %v, soon %v", moving, soon)
	}
	if !slices.Equal(halted, []int64{4, 3}) || n != 3 {
		t.Errorf("halted %v of %d, want the newest two of 3", halted, n)
	}
}

func TestSelect(t *testing.T) {
	t.Parallel()
	l, _ := crowd(t)
	tests := []struct {
		name string
		s    ledger.Selection
		want []int64
	}{
		{"everyone", ledger.Selection{}, []int64{1, 2, 3, 4, 5, 6, 7}},
		{"a state, by the enrolment they are in now", ledger.Selection{State: "held"}, []int64{4, 7}},
		{"one that is over by the one they are in now", ledger.Selection{State: "ended"}, nil},
		{"a state of the last one", ledger.Selection{State: "stopped"}, []int64{6}},
		{"a sequence", ledger.Selection{Sequence: "dark"}, []int64{7}},
		{"a mailbox and a state", ledger.Selection{Mailbox: "ana", State: "queued"}, []int64{2}},
		{"nobody", ledger.Selection{Mailbox: "eve"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []int64
			err := l.Read(t.Context(), func(tx *ledger.Tx) error {
				return tx.Select(test.s, func(p sequences.Person) error {
					got = append(got, p.ID)
					return nil
				})
			})
			if err != nil || !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v, %v", got, test.want, err)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	l, _ := crowd(t)
	err := l.Read(t.Context(), func(tx *ledger.Tx) error {
		people, err := tx.CountPeople()
		if err != nil || people != 7 {
			t.Errorf("%d people, %v", people, err)
		}
		entries, err := tx.CountEntries()
		if err != nil || entries != 0 {
			t.Errorf("%d entries, %v", entries, err)
		}
		addresses, err := tx.Addresses()
		if err != nil || len(addresses) != 7 || !slices.IsSorted(addresses) {
			t.Errorf("addresses %v, %v", addresses, err)
		}
		rows, err := tx.EnrolmentsOf(7)
		if err != nil || len(rows) != 2 || rows[0].Live || !rows[1].Live || rows[1].Sequence != "dark" {
			t.Errorf("enrolments %+v, %v", rows, err)
		}
		without := 0
		if err := tx.WithoutJournal(func(sequences.Person) error { without++; return nil }); err != nil || without != 7 {
			t.Errorf("%d without a journal, %v", without, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What any mailbox sent to a domain counts there, and what never went out doesn't.
func TestSentToADomain(t *testing.T) {
	t.Parallel()
	l, now := crowd(t)
	err := l.Write(t.Context(), func(tx *ledger.Tx) error {
		for i, o := range []struct {
			mailbox, to string
			state       ledger.OutState
		}{{"ana", "a@acme.example", ledger.OutSent}, {"ben", "b@acme.example", ledger.OutUncertain}, {"ben", "c@acme.example", ledger.OutCancelled}, {"ben", "d@other.example", ledger.OutSent}} {
			id := int64(200 + i)
			if err := tx.Queue(ledger.Out{Person: 1, Enrolment: id, Step: "first", Mailbox: o.mailbox, Sequence: "intro", Recipient: o.to, MessageID: fmt.Sprint("m", i), Token: fmt.Sprint("t", i), QueuedAt: now}); err != nil {
				return err
			}
			out, err := tx.OutOf(id, "first")
			if err != nil {
				return err
			}
			if err := tx.Settle(out.ID, o.state, "", now.Add(time.Duration(i)*time.Minute)); err != nil {
				return err
			}
		}
		sent, err := tx.SentTo("acme.example", now.Add(-time.Hour))
		if want := []time.Time{now, now.Add(time.Minute)}; !slices.EqualFunc(sent, want, time.Time.Equal) {
			t.Errorf("sent there at %v, want %v", sent, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Days are those of the mailbox's zone, and count once, however many mails went
// out on them.
func TestDaysSent(t *testing.T) {
	t.Parallel()
	l, _ := crowd(t)
	tokyo := time.FixedZone("UTC+09:00", 9*3600)
	moments := []string{"2026-09-01T06:00:00Z", "2026-09-01T14:59:59Z", "2026-09-01T15:00:00Z", "2026-09-05T06:00:00Z", "2026-09-05T08:00:00Z"}
	err := l.Write(t.Context(), func(tx *ledger.Tx) error {
		if days, last, err := tx.DaysSent("ana", tokyo, 9); err != nil || days != 0 || !last.IsZero() {
			t.Errorf("%d days, the last %s, %v, before any mail", days, last, err)
		}
		for i, text := range moments {
			at, err := time.Parse(time.RFC3339, text)
			if err != nil {
				return err
			}
			id := int64(300 + i)
			if err := tx.Queue(ledger.Out{Person: 1, Enrolment: id, Step: "first", Mailbox: "ana", Sequence: "intro", Recipient: "a@acme.example", MessageID: text, Token: text, QueuedAt: at}); err != nil {
				return err
			}
			out, err := tx.OutOf(id, "first")
			if err != nil {
				return err
			}
			if err := tx.Settle(out.ID, ledger.OutSent, "", at); err != nil {
				return err
			}
		}
		for _, tt := range []struct {
			zone       *time.Location
			most, days int
			last       string
		}{{tokyo, 9, 3, moments[3]}, {time.UTC, 9, 2, moments[3]}, {tokyo, 2, 2, moments[2]}} {
			days, last, err := tx.DaysSent("ana", tt.zone, tt.most)
			if err != nil || days != tt.days || last.UTC().Format(time.RFC3339) != tt.last {
				t.Errorf("%s, at most %d: %d days, the last %s, %v", tt.zone, tt.most, days, last, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
