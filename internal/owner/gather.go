package owner

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// View is what a snapshot is gathered for.
type View struct {
	Now       time.Time // in the owner's zone
	From      time.Time // the span [From, Now) is told of
	Weekly    bool      // it is for the weekly mail
	Owner     string
	OwnerAway time.Time
	Heartbeat engine.Heartbeat
	Problem   string                           // why there is no heartbeat
	Title     func(value string) string        // nil: a value's id
	Task      func(sequence, step string) bool // nil: no step is a task
	// Gap says why somebody's next mail would be held for a gap in it, as things
	// are now; nil: nothing is known of gaps.
	Gap   func(*sequences.Person, *sequences.Enrolment) string
	Boxes []Box
	Past  bool // Now lies behind: people are shown as they stood then
}

// View is the view of this owner at now.
func (h *Herald) View(now, from time.Time) View {
	v := View{Now: now.In(h.o.Zone), From: from, Owner: h.o.Name, OwnerAway: h.o.Away(now), Title: h.o.Title, Task: h.o.Task, Boxes: h.o.Boxes}
	if h.o.Gaps != nil {
		v.Gap = h.o.Gaps(now)
	}
	if h.o.Heartbeat != nil {
		var err error
		if v.Heartbeat, err = h.o.Heartbeat(); err != nil {
			v.Problem = err.Error()
		}
	}
	return v
}

// untoldListed is how many mails to the owner are read that wait to be accepted.
const untoldListed = 50

// Gather counts what a ledger knows at a moment.
func Gather(t *ledger.Tx, v View) (report.Snapshot, error) {
	frame := report.Frame{At: v.Now, From: v.From, Weekly: v.Weekly, Owner: v.Owner, OwnerAway: v.OwnerAway, Seen: v.Heartbeat.At, Title: v.Title, Task: v.Task, Gap: v.Gap, Past: v.Past}
	var err error
	if err = gatherNow(t, v, &frame); err != nil {
		return report.Snapshot{}, fmt.Errorf("count mailboxes: %w", err)
	}
	b := report.NewBuilder(frame)
	if v.Problem != "" {
		b.Trouble(report.Trouble{At: v.Now, Text: "how the mailboxes do can't be read: " + v.Problem})
	}
	for _, part := range []struct {
		name   string
		gather func(*ledger.Tx, *report.Builder, report.Frame) error
	}{
		{"people", gatherPeople}, {"the journal", gatherJournal}, {"reports that match nobody", gatherUnmatched},
		{"suppressions", gatherSuppressions}, {"mails set aside", gatherQuarantined}, {"mails to the owner", gatherOwnerMails},
		{"answers that nothing proves to be the owner's", gatherUnproven},
	} {
		if err := part.gather(t, b, frame); err != nil {
			return report.Snapshot{}, fmt.Errorf("count %s: %w", part.name, err)
		}
	}
	return b.Snapshot(), nil
}

func gatherPeople(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	if f.Past {
		return gatherPast(t, b, f.At)
	}
	return t.EachPerson(func(p sequences.Person) error {
		b.Person(p)
		return nil
	})
}

// gatherPast adds everybody as their journal had them at a moment.
func gatherPast(t *ledger.Tx, b *report.Builder, at time.Time) error {
	people := map[int64]sequences.Person{}
	err := t.JournalBetween(time.Time{}, at, func(e ledger.Entry) error {
		p := people[e.Person]
		for _, f := range e.Facts {
			p = sequences.Apply(p, f)
		}
		people[e.Person] = p
		return nil
	})
	for _, id := range slices.Sorted(maps.Keys(people)) {
		if people[id].ID != 0 {
			b.Person(people[id])
		}
	}
	return err
}

func gatherJournal(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	return t.JournalBetween(f.Before(), f.At, func(e ledger.Entry) error {
		b.Decided(e.At, e.Person, e.Event, e.Facts)
		return nil
	})
}

func gatherUnmatched(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	mails, err := t.MailsBetween(f.From, f.At)
	for _, m := range mails {
		if m.Person == 0 && m.Kind == string(replies.KindBounce) {
			b.Unmatched(m.ReceivedAt, m.Subject)
		}
	}
	return err
}

func gatherSuppressions(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	list, err := t.Suppressions()
	for _, s := range list {
		if s.At.After(f.At) {
			continue
		}
		if s.Kind == ledger.KindForgotten {
			s.Value = "somebody" // a hash is all that is known
		}
		b.NeverAgain(report.NeverAgain{Value: s.Value, Why: s.Why, At: s.At, Read: s.By == engine.TheirMail})
	}
	return err
}

func gatherQuarantined(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	list, err := t.Quarantined(f.From)
	for _, q := range list {
		if q.At.After(f.At) {
			continue
		}
		b.Quarantined(report.Quarantined{Mailbox: q.Mailbox, Folder: q.Folder, UID: q.UID, Problem: q.Problem, At: q.At})
	}
	return err
}

func gatherOwnerMails(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	made, err := t.OwnerMails(f.From)
	if err != nil {
		return err
	}
	for _, m := range made {
		// A mail set aside is listed as one already.
		if m.Notice == noticeTrouble && !strings.HasPrefix(m.Key, "quarantine:") && !strings.HasPrefix(m.Key, engine.DoneKey) && !m.CreatedAt.After(f.At) {
			b.Trouble(report.Trouble{At: m.CreatedAt, Text: m.Subject})
		}
	}
	if f.Past {
		return nil // what waits now says nothing of then
	}
	if u, err := t.Unposted(); err != nil {
		return err
	} else if u.N > 0 {
		b.Unposted(report.Unposted(u))
	}
	// However late the next try is, it waits.
	waiting, err := t.ToTell(f.At.AddDate(1, 0, 0), untoldListed)
	for _, m := range waiting {
		if m.DueAt.After(f.At) {
			continue // it is to go out with others, soon
		}
		b.Untold(report.Untold{Subject: m.Subject, Since: m.CreatedAt, Attempts: m.Attempts, Problem: m.Problem})
	}
	return err
}

// How answers are told of that nothing proves to be the owner's: after so long,
// for the copy in Sent may come later than the one in the inbox, and the newest
// so many, for anybody can write them.
const (
	unprovenAfter  = 15 * time.Minute
	unprovenListed = 3
)

func gatherUnproven(t *ledger.Tx, b *report.Builder, f report.Frame) error {
	list, err := t.UnprovenBetween(f.From, f.At.Add(-unprovenAfter))
	for i, u := range list {
		left := len(list) - i
		if left > unprovenListed {
			continue
		}
		text := fmt.Sprintf("An answer to a mail of mine came from %s that could not be proven to be yours, so nothing in it was done: %s.",
			report.OneLine(u.Sender, 100), report.OneLine(u.Why, 200))
		if i == len(list)-1 && len(list) > unprovenListed {
			text += fmt.Sprintf(" There are %d of them.", len(list))
		}
		b.Trouble(report.Trouble{At: u.At, Text: text})
	}
	return err
}
