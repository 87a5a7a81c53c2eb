package engine_test

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
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

func (q *quiet) Look(_ context.Context, scope mailbox.Scope) (mailbox.Look, error) {
	return mailbox.Look{Started: q.now(), Scope: scope, Folders: []string{"INBOX", "Sent"}}, nil
}

func (q *quiet) Drafts(context.Context) ([]mailbox.Draft, error) { return nil, nil }

func (q *quiet) RemoveDraft(context.Context, mailbox.Draft, func([]byte) bool) error { return nil }

func (q *quiet) Lying(context.Context, string) (uint32, []uint32, error) { return 0, nil, nil }

func (q *quiet) Flag(context.Context, mailbox.Place, string) error { return nil }

func (q *quiet) Copy(context.Context, mailbox.Place, string) error { return nil }

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
	away   [2]time.Time // the owner is, from the first to the second; zero: never
}

type calmBox struct {
	name   string
	live   bool
	limits sequences.Limits
	gap    [2]time.Duration
	zone   string
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
	o := engine.Options{Ledger: l, Rules: rules, Herald: plainHerald{"ana@lima.example"}, Now: now, Log: slog.New(slog.DiscardHandler), Jitter: func() float64 { return 0.5 }, OwnerAway: c.ownerAway}
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

func (c *calm) ownerAway(now time.Time) time.Time {
	if now.Before(c.away[0]) || !now.Before(c.away[1]) {
		return time.Time{}
	}
	return c.away[1]
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

// sent are the mails that went out since then: when, to whom, in which sequence,
// and which step.
func (c *calm) sent(t testing.TB, since time.Time) (list []string) {
	t.Helper()
	err := c.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		return tx.EachPerson(func(p sequences.Person) error {
			for _, m := range p.Timeline {
				if m.Kind == sequences.HapSent && !m.At.Before(since) {
					list = append(list, fmt.Sprintf("%s %s %s %s", m.At.Format("01-02 15:04"), p.Addresses[0], m.Sequence, m.Step))
				}
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestForecastIsWhatHappens(t *testing.T) {
	t.Parallel()
	limited := sequences.Limits{PerHour: 4, PerDay: 9, PerPerson: sequences.Wait{BusinessDays: 2}}
	domains := limited
	domains.PerDomain = sequences.DomainLimit{PerDay: 2, Gap: 10 * time.Minute}
	domains.PerProvider = sequences.DomainLimit{PerDay: 3, Gap: 17 * time.Minute}
	domains.PerHour = 20
	ramped := limited
	ramped.Ramp = sequences.Ramp{Start: 2, Add: 1}
	gap := [2]time.Duration{2 * time.Minute, 10 * time.Minute}
	never, week := [2]time.Time{}, [2]time.Time{time.Date(2026, 9, 4, 0, 0, 0, 0, time.UTC), time.Date(2026, 9, 9, 22, 0, 0, 0, time.UTC)}
	tests := []struct {
		name    string
		boxes   []calmBox
		domains []string // of the people; nil: each has one of their own
		away    [2]time.Time
	}{
		{"nothing binds", []calmBox{{name: "ana", live: true, zone: "Europe/Madrid"}, {name: "ben", live: true, zone: "Europe/Berlin"}}, nil, never},
		{"caps and gaps bind", []calmBox{
			{name: "ana", live: true, zone: "Europe/Madrid", limits: limited, gap: gap},
			{name: "ben", live: true, zone: "Europe/Berlin", limits: sequences.Limits{PerDay: 5}, gap: [2]time.Duration{time.Minute, time.Minute}}}, nil, never},
		{"domains bind", []calmBox{
			{name: "ana", live: true, zone: "Europe/Madrid", limits: domains, gap: gap},
			{name: "ben", live: true, zone: "Europe/Berlin", limits: domains, gap: [2]time.Duration{time.Minute, time.Minute}}},
			[]string{"gmail.com", "acme.example", "gmail.com", "berg.example", "acme.example"}, never},
		{"a ramp binds", []calmBox{
			{name: "ana", live: true, zone: "Europe/Madrid", limits: ramped, gap: gap},
			{name: "ben", live: true, zone: "Europe/Berlin", limits: ramped, gap: [2]time.Duration{time.Minute, time.Minute}}}, nil, never},
		{"a ramp binds, and the owner is away for days", []calmBox{
			{name: "ana", live: true, zone: "Europe/Madrid", limits: ramped, gap: gap},
			{name: "ben", live: true, zone: "Europe/Berlin", limits: ramped}}, nil, week},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCalm(t, forecastRules(t), test.boxes...)
			c.away = test.away
			people := newcomers(0, 50)
			for i := range people {
				if test.domains != nil {
					people[i].Address = fmt.Sprintf("p%03d@%s", i, test.domains[i%len(test.domains)])
				}
			}
			c.enrol(t, "intro", people[:40]...)
			c.live(t, c.at.Add(30*time.Hour)) // some are under way already
			c.enrol(t, "other", people[40:]...)
			for _, p := range []engine.Newcomer{people[4], people[9]} {
				if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: "note", Address: p.Address, Key: "tool", Text: "Excel"}); err != nil {
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

// A ramp grows with the days on which mails went out: a week of silence, be it
// the window's or the owner's, would else end in a burst.
func TestARampGrowsWithTheDaysOfSending(t *testing.T) {
	t.Parallel()
	rules := forecastRules(t)
	seq := rules.Plan.Sequences["intro"]
	seq.Steps = seq.Steps[:1]
	seq.Window.Days = []time.Weekday{time.Tuesday, time.Wednesday, time.Thursday}
	rules.Plan.Sequences["intro"] = seq
	c := newCalm(t, rules, calmBox{name: "ana", live: true, zone: "Europe/Madrid", limits: sequences.Limits{PerDay: 20, Ramp: sequences.Ramp{Start: 5, Add: 3}}})
	c.away = [2]time.Time{time.Date(2026, 9, 9, 0, 0, 0, 0, time.UTC), time.Date(2026, 9, 16, 0, 0, 0, 0, time.UTC)}
	c.enrol(t, "intro", newcomers(0, 120)...)
	span := 22 * 24 * time.Hour
	f, err := c.Forecast(t.Context(), span)
	if err != nil {
		t.Fatal(err)
	}
	zone := f.Mails[0].Holder
	foreseen, done := map[string]int{}, map[string]int{}
	for _, m := range f.Mails {
		foreseen[m.At.In(zone).Format("01-02")]++
	}
	c.live(t, c.at.Add(span))
	for _, m := range c.boxes["ana"].took {
		done[m.at.In(zone).Format("01-02")]++
	}
	want := map[string]int{"09-01": 5, "09-02": 8, "09-03": 11, "09-08": 14, "09-16": 17, "09-17": 20, "09-22": 20}
	if !maps.Equal(foreseen, want) {
		t.Errorf("foreseen %v, want %v", foreseen, want)
	}
	if !maps.Equal(done, want) {
		t.Errorf("sent %v, want %v", done, want)
	}
}

// A task waits while the owner is away, in the forecast as in earnest.
func TestForecastOfTasksWhileTheOwnerIsAway(t *testing.T) {
	t.Parallel()
	rules := forecastRules(t)
	seq := rules.Plan.Sequences["intro"]
	seq.Steps = []sequences.Step{seq.Steps[0], {ID: "call", Wait: sequences.Wait{BusinessDays: 1}, Task: "call", Objective: "o", SkipAfter: sequences.Wait{BusinessDays: 9}}}
	rules.Plan.Sequences["intro"] = seq
	rules.Plan.OwnerAway = sequences.Absence{From: time.Date(2026, 9, 2, 8, 0, 0, 0, time.UTC), Until: time.Date(2026, 9, 8, 22, 0, 0, 0, time.UTC)}
	c := newCalm(t, rules, calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	c.away = [2]time.Time{rules.Plan.OwnerAway.From, rules.Plan.OwnerAway.Until}
	c.enrol(t, "intro", newcomers(0, 12)...)
	span := 14 * 24 * time.Hour
	f, err := c.Forecast(t.Context(), span)
	if err != nil {
		t.Fatal(err)
	}
	foreseen, done, waited := map[string]time.Time{}, map[string]time.Time{}, 0
	for _, task := range f.Tasks {
		foreseen[task.Address] = task.At.Truncate(time.Minute)
		if !task.At.Before(rules.Plan.OwnerAway.Until) {
			waited++
		}
	}
	c.live(t, c.at.Add(span))
	err = c.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		return tx.EachPerson(func(p sequences.Person) error {
			if e := p.Enrolments[0]; e.State == sequences.StateTask {
				done[p.Addresses[0]] = e.Since.Truncate(time.Minute)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(done) != 12 || waited < 6 || !maps.EqualFunc(foreseen, done, time.Time.Equal) {
		t.Errorf("foreseen %v, came %v", foreseen, done)
	}
}

// The limit of a domain counts what another mailbox sends there in the span of
// the forecast, though that one has no limit.
func TestForecastCountsDomainsOverMailboxes(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"},
		calmBox{name: "ben", live: true, zone: "Europe/Berlin", limits: sequences.Limits{PerDomain: sequences.DomainLimit{PerDay: 1}}})
	east, west := newcomers(0, 1), newcomers(1, 1) // in Madrid, and six hours later in New York
	east[0].Address, west[0].Address = "p000@acme.example", "p001@acme.example"
	c.enrol(t, "intro", east...)
	c.enrol(t, "other", west...)
	f, err := c.Forecast(t.Context(), 4*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, m := range f.Mails {
		if m.First {
			said[m.Address] = m.At.Format("01-02 15:04")
		}
	}
	start := c.at
	c.live(t, start.Add(4*24*time.Hour))
	for _, b := range c.boxes {
		if first := b.took[0]; said[first.to] != first.at.Format("01-02 15:04") {
			t.Errorf("the first mail to %s was foreseen for %s, and went out at %s", first.to, said[first.to], first.at.Format("01-02 15:04"))
		}
	}
}

func TestForecastSaysWhatPushed(t *testing.T) {
	t.Parallel()
	perDay := sequences.Limits{PerDay: 2}
	tests := []struct {
		name   string
		box    calmBox
		before func(*testing.T, *calm)
		domain string           // of all; "": each has one of their own
		step   string           // of p002; "" is the first
		want   []sequences.Code // what pushed it
	}{
		{name: "nothing", box: calmBox{live: true}},
		{name: "a gap alone is no push", box: calmBox{live: true, gap: [2]time.Duration{time.Minute, time.Minute}}},
		{name: "the daily limit, and the window until the next day", box: calmBox{live: true, limits: perDay},
			want: []sequences.Code{sequences.CodeCapDay, sequences.CodeWindow}},
		{name: "the hourly limit", box: calmBox{live: true, limits: sequences.Limits{PerHour: 2}}, want: []sequences.Code{sequences.CodeCapHour}},
		{name: "a mail that is too recent", box: calmBox{live: true, limits: sequences.Limits{PerPerson: sequences.Wait{BusinessDays: 4}}},
			step: "second", want: []sequences.Code{sequences.CodePersonGap}},
		{name: "the limit of a domain", box: calmBox{live: true, limits: sequences.Limits{PerDomain: sequences.DomainLimit{PerDay: 2}}}, domain: "acme.example",
			want: []sequences.Code{sequences.CodeCapDomain, sequences.CodeWindow}},
		{name: "the gap of a domain", box: calmBox{live: true, limits: sequences.Limits{PerProvider: sequences.DomainLimit{Gap: time.Minute}}}, domain: "gmail.com",
			want: []sequences.Code{sequences.CodeDomainGap}},
		{name: "a ramp", box: calmBox{live: true, limits: sequences.Limits{Ramp: sequences.Ramp{Start: 1, Add: 2}}}, want: []sequences.Code{sequences.CodeRamp, sequences.CodeWindow}},
		{name: "as if it were live", box: calmBox{live: false}},
		{name: "as if it were not paused", box: calmBox{live: true}, before: func(t *testing.T, c *calm) {
			if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: engine.VerbPauseAll}); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.box.name, test.box.zone = "ana", "Europe/Madrid"
			c := newCalm(t, forecastRules(t), test.box)
			people := newcomers(0, 3)
			for i := range people {
				people[i].Fields["timezone"] = "Europe/Madrid"
				if test.domain != "" {
					people[i].Address = fmt.Sprintf("p%03d@%s", i, test.domain)
				}
			}
			c.enrol(t, "intro", people...)
			if test.before != nil {
				test.before(t, c)
			}
			f, err := c.Forecast(t.Context(), 14*24*time.Hour)
			if err != nil || len(f.Mails) != 9 {
				t.Fatal(len(f.Mails), err)
			}
			if test.step == "" {
				test.step = "first"
			}
			i := slices.IndexFunc(f.Mails, func(m engine.Planned) bool { return m.Name == "P002" && m.Step == test.step })
			if m := f.Mails[i]; !slices.Equal(m.Pushed, test.want) {
				t.Errorf("due %s, at %s: pushed by %q, want %q", m.Due, m.At, m.Pushed, test.want)
			}
			if m := f.Mailboxes[0]; m.Live != test.box.live || m.Mails != 9 || m.Waiting != 0 || f.Unchecked != 3 || (f.Paused != "") != (test.before != nil) {
				t.Errorf("%+v, unchecked %d, paused %q", m, f.Unchecked, f.Paused)
			}
		})
	}
}

func TestForecastCountsWhoFindsNoRoom(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid", limits: sequences.Limits{PerDay: 1}})
	c.enrol(t, "intro", newcomers(0, 30)...)
	c.enrol(t, "intro", engine.Newcomer{Address: "last@p.example", Fields: map[string]string{"first_name": "Last"}})
	if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: "pause", Address: "last@p.example"}); err != nil {
		t.Fatal(err)
	}
	f, err := c.Forecast(t.Context(), 2*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	// One on each of two days, and one in Tokyo, where the third has begun; two
	// of them have their second mail due as well.
	if m := f.Mailboxes[0]; m.Mails != 3 || m.Waiting != 29 {
		t.Errorf("%+v", m)
	}
	if f.HeldTotal != 1 || len(f.Held) != 1 || f.Held[0].Address != "last@p.example" || f.Held[0].Why.Code != sequences.CodePaused {
		t.Errorf("held: %d, %+v", f.HeldTotal, f.Held)
	}
}

func TestForecastTellsWhoComesBack(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	people := newcomers(0, 3)
	c.enrol(t, "intro", people...)
	c.live(t, c.at.Add(30*time.Hour))
	until := c.at.Add(8 * 24 * time.Hour)
	for i, at := range []time.Time{until, c.at.Add(60 * 24 * time.Hour)} {
		if a, err := c.Do(t.Context(), "test", engine.Ask{Verb: "snooze", Address: people[i].Address, Until: at}); err != nil || !a.OK {
			t.Fatal(a, err)
		}
	}
	f, err := c.Forecast(t.Context(), 14*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Wakeups) != 1 {
		t.Fatalf("%+v", f.Wakeups)
	}
	w := f.Wakeups[0]
	if w.At.Before(until) || w.At.After(until.Add(24*time.Hour)) || w.Address != people[0].Address || w.From != sequences.StateSnoozed || w.Step != "third" || w.Why == "" {
		t.Errorf("%+v, want one of %s from %s", w, people[0].Address, until)
	}
	if n := slices.IndexFunc(f.Mails, func(m engine.Planned) bool { return m.Address == people[0].Address }); n < 0 || f.Mails[n].At.Before(w.At) {
		t.Errorf("a mail before they are back: %+v", f.Mails)
	}
}

func TestWaits(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid", limits: sequences.Limits{PerDay: 1}})
	people := newcomers(0, 2)
	people[1].Fields["timezone"] = people[0].Fields["timezone"]
	c.enrol(t, "intro", people...)
	c.live(t, c.at.Add(2*time.Hour))
	want := []struct {
		ok   bool
		code sequences.Code
	}{{false, ""}, {true, sequences.CodeCapDay}}
	err := c.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		for i, w := range want {
			p, err := tx.Person(int64(i + 1))
			if err != nil {
				return err
			}
			why, ok, err := c.Waits(tx, &p)
			if err != nil {
				return err
			}
			if ok != w.ok || why.Code != w.code {
				t.Errorf("person %d: %t, %+v", i+1, ok, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkForecast is about 100,000 enrolments that are all due at once, in
// their windows and, after a weekend without a daemon, outside of them.
func BenchmarkForecast(b *testing.B) {
	limits := sequences.Limits{PerHour: 12, PerDay: 40, PerPerson: sequences.Wait{BusinessDays: 2}}
	gap := [2]time.Duration{90 * time.Second, 240 * time.Second}
	c := newCalm(b, forecastRules(b), calmBox{name: "ana", live: true, zone: "Europe/Madrid", limits: limits, gap: gap},
		calmBox{name: "ben", live: true, zone: "Europe/Berlin", limits: limits, gap: gap})
	fillLedger(b, c, 100_000)
	for _, at := range []time.Time{c.at, c.at.AddDate(0, 0, 4)} {
		b.Run(at.Format("Mon"), func(b *testing.B) {
			c.at = at
			for b.Loop() {
				f, err := c.Forecast(b.Context(), 14*24*time.Hour)
				if err != nil || len(f.Mails) < 100 {
					b.Fatal(len(f.Mails), err)
				}
				b.ReportMetric(float64(len(f.Mails)), "mails")
			}
		})
	}
}

// newOpenWorld is one in which nothing binds: each mailbox sends all the first
// mails that it has, and the second ones come later than anybody looks.
func newOpenWorld(t testing.TB) *calm {
	t.Helper()
	rules := forecastRules(t)
	plan := rules.Plan
	for name, s := range plan.Sequences {
		s.Window = sequences.Window{Always: true}
		s.Steps = s.Steps[:2]
		s.Steps[1].Wait = sequences.Wait{Plain: 30 * 24 * time.Hour}
		plan.Sequences[name] = s
	}
	return newCalm(t, engine.NewRules(plan, rules.Templates), calmBox{name: "ana", zone: "Europe/Madrid"}, calmBox{name: "ben", zone: "Europe/Berlin"})
}

// So many people are read in batches, the next of which are played while those
// before them have their turn: none is lost, doubled or overtaken.
func TestForecastOfManyKeepsTheirOrder(t *testing.T) {
	t.Parallel()
	const people = 2400
	c := newOpenWorld(t)
	fillLedger(t, c, people)
	f, err := c.Forecast(t.Context(), 14*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	next := map[string]int64{"ana": 1, "ben": 2} // by turns
	for _, m := range f.Mails {
		if m.Person != next[m.Mailbox] || m.Step != "first" {
			t.Fatalf("%s sends %s to %d; it is the turn of %d", m.Mailbox, m.Step, m.Person, next[m.Mailbox])
		}
		next[m.Mailbox] += 2
	}
	if len(f.Mails) != people || len(f.Stops) > 0 || f.Unchecked != people {
		t.Errorf("%d mails, %d stops, %d unchecked", len(f.Mails), len(f.Stops), f.Unchecked)
	}
}

// BenchmarkForecastOfAll is 100,000 enrolments that all go out at once.
func BenchmarkForecastOfAll(b *testing.B) {
	c := newOpenWorld(b)
	fillLedger(b, c, 100_000)
	for b.Loop() {
		f, err := c.Forecast(b.Context(), 14*24*time.Hour)
		if err != nil || len(f.Mails) != 100_000 {
			b.Fatal(len(f.Mails), err)
		}
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
