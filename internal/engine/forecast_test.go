package engine_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/mail"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
	"followupd/templates"
)

// quiet is a mailbox in which nothing ever arrives and whose server takes
// every mail.
type quiet struct {
	now  func() time.Time
	mu   sync.Mutex
	took []took
}

type took struct {
	at time.Time
	to string
}

func (q *quiet) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

func (q *quiet) Look(context.Context, mailbox.Scope) (mailbox.Look, error) {
	return mailbox.Look{Started: q.now()}, nil
}

func (q *quiet) Append(context.Context, mailbox.Role, []byte, []string, time.Time) error { return nil }

func (q *quiet) Close() error { return nil }

func (q *quiet) Submit(ctx context.Context, m mailbox.Submission, beforeData func(context.Context) error) mailbox.Outcome {
	if err := beforeData(ctx); err != nil {
		return mailbox.Outcome{State: mailbox.Vetoed, Err: err}
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.took = append(q.took, took{q.now(), m.To[0]})
	return mailbox.Outcome{State: mailbox.Sent, Text: "2.0.0 ok"}
}

// calm is an engine whose mailboxes are quiet, on a clock that jumps.
type calm struct {
	*engine.Engine
	ledger *ledger.Ledger
	boxes  map[string]*quiet
	at     time.Time
}

type calmBox struct {
	name    string
	live    bool
	limits  sequences.Limits
	gap     [2]time.Duration
	zone    string
	started time.Time
}

// newCalm makes one; its sequences are rules' plan.
func newCalm(t testing.TB, rules engine.Rules, boxes ...calmBox) *calm {
	t.Helper()
	c := &calm{boxes: map[string]*quiet{}, at: time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC)} // a Tuesday
	now := func() time.Time { return c.at }
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	c.ledger = l
	o := engine.Options{Ledger: l, Rules: rules, Herald: plainHerald{"ana@lima.example"}, Now: now, Log: slog.New(slog.DiscardHandler), Jitter: func() float64 { return 0.5 }}
	for _, b := range boxes {
		q := &quiet{now: now}
		c.boxes[b.name] = q
		zone, err := sequences.LoadZone(b.zone)
		if err != nil {
			t.Fatal(err)
		}
		o.Mailboxes = append(o.Mailboxes, engine.Mailbox{Name: b.name, From: mail.Address{Name: "Ana Lima", Address: b.name + "@lima.example"}, Live: b.live, Zone: zone,
			Limits: b.limits, Gap: b.gap, Fresh: time.Minute, Submitter: q, Watcher: func(engine.WatcherParts) engine.Watcher { return q }})
	}
	if c.Engine, err = engine.New(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	return c
}

// forecastRules are three steps, in a window of three hours where people live.
func forecastRules(t testing.TB) engine.Rules {
	t.Helper()
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md":      []byte("---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n"),
		"two.md":      []byte("---\n---\nHi {{ .first_name }},\n\nHere are the figures. What has changed?\n"),
		"tool.md":     []byte("---\n---\nHi {{ .first_name }},\n\nHow does {{ .note.tool }} do?\n"),
		"values.yaml": []byte("values:\n  - {id: a, title: A list, good_for: lists, link: \"https://lima.example/a\"}\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	seq := func(name, box string) sequences.Sequence {
		return sequences.Sequence{Name: name, Mailbox: box, GiveUp: 9, Window: sequences.Window{From: 9 * 60, To: 12 * 60}, Steps: []sequences.Step{
			{ID: "first", Template: "one", Objective: "o", Value: "a"},
			{ID: "second", Wait: sequences.Wait{BusinessDays: 1}, Template: "two", Objective: "o", Value: "b"},
			{ID: "tool", Wait: sequences.Wait{BusinessDays: 1}, Template: "tool", Needs: []string{"note.tool"}, Objective: "o", Value: "d"},
			{ID: "third", Wait: sequences.Wait{BusinessDays: 3}, Template: "two", Objective: "o", Value: "c"},
		}}
	}
	return engine.NewRules(sequences.Plan{Sequences: map[string]sequences.Sequence{"intro": seq("intro", "ana"), "other": seq("other", "ben")},
		Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid"}, "ben": {Zone: "Europe/Berlin"}}}, set)
}

func (c *calm) enrol(t testing.TB, sequence string, people ...engine.Newcomer) {
	t.Helper()
	for i := range people {
		people[i].Sequence, people[i].Reason, people[i].Source = sequence, "asked us", "fair"
	}
	if a, err := c.Do(t.Context(), "test", engine.Ask{Verb: engine.VerbEnrol, People: people}); err != nil || !a.OK {
		t.Fatal(a, err)
	}
}

// newcomers are n people all over the world.
func newcomers(from, n int) []engine.Newcomer {
	zones := []string{"Europe/Madrid", "America/New_York", "Asia/Tokyo", "Europe/London"}
	var list []engine.Newcomer
	for i := from; i < from+n; i++ {
		list = append(list, engine.Newcomer{Address: fmt.Sprintf("p%03d@firm%d.example", i, i),
			Fields: map[string]string{"first_name": fmt.Sprintf("P%03d", i), "company": fmt.Sprintf("Firm %d", i), "timezone": zones[i%len(zones)]}})
	}
	return list
}

// live lets time pass until a moment, as a daemon does.
func (c *calm) live(t testing.TB, until time.Time) {
	t.Helper()
	for range 10000 {
		next, err := c.Settle(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if next.IsZero() || next.After(until) {
			c.at = until
			return
		}
		if !next.After(c.at) {
			next = c.at.Add(time.Second)
		}
		c.at = next
	}
	t.Fatal("time does not pass")
}

func TestForecastIsWhatHappens(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		boxes []calmBox
	}{
		{"nothing binds", []calmBox{{name: "ana", live: true, zone: "Europe/Madrid"}, {name: "ben", live: true, zone: "Europe/Berlin"}}},
		{"caps and gaps bind", []calmBox{
			{name: "ana", live: true, zone: "Europe/Madrid", limits: sequences.Limits{PerHour: 4, PerDay: 9, PerPerson: sequences.Wait{BusinessDays: 2}}, gap: [2]time.Duration{2 * time.Minute, 10 * time.Minute}},
			{name: "ben", live: true, zone: "Europe/Berlin", limits: sequences.Limits{PerDay: 5}, gap: [2]time.Duration{time.Minute, time.Minute}}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCalm(t, forecastRules(t), test.boxes...)
			c.enrol(t, "intro", newcomers(0, 40)...)
			c.live(t, c.at.Add(30*time.Hour)) // some are under way already
			c.enrol(t, "other", newcomers(40, 10)...)
			for _, a := range []string{"p004@firm4.example", "p009@firm9.example"} {
				if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: "note", Address: a, Key: "tool", Text: "Excel"}); err != nil {
					t.Fatal(err)
				}
			}
			span := 16 * 24 * time.Hour
			forecast, err := c.Forecast(t.Context(), span)
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, m := range forecast.Mails {
				said = append(said, m.At.Truncate(time.Minute).Format("01-02 15:04 ")+m.Address)
			}
			start := c.at
			c.live(t, start.Add(span))
			var done []string
			for _, b := range c.boxes {
				for _, m := range b.took {
					if !m.at.Before(start) {
						done = append(done, m.at.Truncate(time.Minute).Format("01-02 15:04 ")+m.to)
					}
				}
			}
			slices.Sort(said)
			slices.Sort(done)
			if len(done) < 60 {
				t.Fatalf("only %d mails went out", len(done))
			}
			for _, m := range said {
				if !slices.Contains(done, m) {
					t.Errorf("foreseen, did not happen: %s", m)
				}
			}
			for _, m := range done {
				if !slices.Contains(said, m) {
					t.Errorf("happened, not foreseen: %s", m)
				}
			}
		})
	}
}

// BenchmarkForecast is about 100,000 enrolments that are all due at once.
func BenchmarkForecast(b *testing.B) {
	limits := sequences.Limits{PerHour: 12, PerDay: 40, PerPerson: sequences.Wait{BusinessDays: 2}}
	gap := [2]time.Duration{90 * time.Second, 240 * time.Second}
	c := newCalm(b, forecastRules(b), calmBox{name: "ana", live: true, zone: "Europe/Madrid", limits: limits, gap: gap},
		calmBox{name: "ben", live: true, zone: "Europe/Berlin", limits: limits, gap: gap})
	fillLedger(b, c, 100_000)
	for b.Loop() {
		f, err := c.Forecast(b.Context(), 14*24*time.Hour)
		if err != nil || len(f.Mails) < 100 {
			b.Fatal(len(f.Mails), err)
		}
		b.ReportMetric(float64(len(f.Mails)), "mails")
	}
}

// fillLedger puts n people before their first step.
func fillLedger(t testing.TB, c *calm, n int) {
	t.Helper()
	rules := c.Rules()
	for from := 0; from < n; from += 1000 {
		err := c.ledger.Write(t.Context(), func(tx *ledger.Tx) error {
			for i, p := range newcomers(from, min(1000, n-from)) {
				id := int64(from + i + 1)
				facts, _, _ := sequences.Decide(rules.Plan, sequences.Person{}, sequences.Event{ID: fmt.Sprint(id), Kind: sequences.EvEnrol, Person: id, At: c.at,
					Enrol: &sequences.Enrol{Addresses: []string{p.Address}, Fields: p.Fields, ID: id, Sequence: []string{"intro", "other"}[i%2], Reason: "asked us", Source: "fair"}}, c.at)
				if err := tx.SavePerson(sequences.Fold(facts), c.at); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
