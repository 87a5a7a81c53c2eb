package engine_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/sequences"
	"followupd/templates"
)

// Whom a company's limit lets pass, and when, is foreseen to the minute: with
// several companies, sequences, mailboxes and zones, whatever other limits bind.
func TestForecastIsWhatHappensAtCompanies(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := newCompanyWorld(t, rand.New(rand.NewPCG(seed, 7)))
			span := 8 * 24 * time.Hour
			start, before := w.at, w.sent(t, time.Time{})
			forecast, err := w.Forecast(t.Context(), span)
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, m := range forecast.Mails {
				said = append(said, fmt.Sprintf("%s %s %s %s", m.At.Format("01-02 15:04"), m.Address, m.Sequence, m.Step))
			}
			w.live(t, start.Add(span))
			done := lacking(w.sent(t, start), before)
			slices.Sort(said)
			slices.Sort(done)
			if len(done) < 10 {
				t.Fatalf("only %d mails went out", len(done))
			}
			for _, m := range lacking(said, done) {
				t.Errorf("foreseen, did not happen: %s", m)
			}
			for _, m := range lacking(done, said) {
				t.Errorf("happened, not foreseen: %s", m)
			}
		})
	}
}

// lacking are those of a list that another doesn't have.
func lacking(list, other []string) (out []string) {
	for _, s := range list {
		if !slices.Contains(other, s) {
			out = append(out, s)
		}
	}
	return out
}

// newCompanyWorld is an engine with people at few companies, some of whom are
// under way.
func newCompanyWorld(t *testing.T, chance *rand.Rand) *calm {
	one := func(list ...int) int { return list[chance.IntN(len(list))] }
	var boxes []calmBox
	for _, name := range []string{"ana", "ben"}[:one(1, 2, 2)] {
		b := calmBox{name: name, live: true, zone: []string{"Europe/Madrid", "America/New_York", "UTC"}[chance.IntN(3)],
			limits: sequences.Limits{PerHour: one(0, 0, 3, 6), PerDay: one(0, 0, 4, 12), PerPerson: sequences.Wait{BusinessDays: one(0, 1, 2)}}}
		if one(0, 1) == 1 {
			b.gap = [2]time.Duration{2 * time.Minute, 6 * time.Minute}
		}
		if one(0, 0, 1) == 1 {
			b.limits.PerDomain = sequences.DomainLimit{PerDay: one(0, 2, 3), Gap: time.Duration(one(0, 11, 45)) * time.Minute}
			b.limits.PerProvider = sequences.DomainLimit{PerDay: one(0, 3)}
		}
		boxes = append(boxes, b)
	}
	c := newCalm(t, companyRules(t, chance, len(boxes)), boxes...)
	zones := []string{"Europe/Madrid", "America/New_York", "Asia/Tokyo", "Europe/London", "Australia/Sydney"}
	domains := []string{"acme.example", "berg.example", "cole.example", "dunn.example", "gmail.com"}[one(0, 1, 2):]
	someone := func(i int) engine.Newcomer {
		n := engine.Newcomer{Address: fmt.Sprintf("p%03d@%s", i, domains[chance.IntN(len(domains))]), Queue: true,
			Fields: map[string]string{"company": "Firm", "first_name": "P", "size": "5", "timezone": zones[chance.IntN(len(zones))]}}
		if one(0, 0, 0, 0, 0, 0, 0, 1) == 1 {
			delete(n.Fields, "first_name") // a hole
		}
		if one(0, 0, 0, 0, 0, 1) == 1 {
			delete(n.Fields, "size") // a hole in a later mail
		}
		if one(0, 0, 0, 1) == 1 {
			n.Fields["tool"] = "Excel"
		}
		return n
	}
	var people []engine.Newcomer
	for i := range 24 {
		people = append(people, someone(i))
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range c.Rules().Plan.Sequences {
			if !yield(name) {
				return
			}
		}
	})
	enrol := func(people []engine.Newcomer) {
		for _, p := range people {
			c.enrol(t, names[chance.IntN(len(names))], p)
		}
	}
	enrol(people[:16])
	c.live(t, c.at.Add(time.Duration(one(0, 7, 30, 31, 55))*time.Hour))
	enrol(people[16:])
	enrol(people[:one(0, 4)])     // after what they are in
	for i := range one(0, 2, 4) { // whoever had a mail keeps their place
		if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: "pause", Address: people[6+i].Address}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range one(0, 0, 2) {
		ask := engine.Ask{Verb: "snooze", Address: people[3+i].Address, Until: c.at.Add(time.Duration(one(20, 75)) * time.Hour)}
		if _, err := c.Do(t.Context(), "test", ask); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// companyRules are some sequences, most of which bound how many of a company
// are written to at once.
func companyRules(t *testing.T, chance *rand.Rand, boxes int) engine.Rules {
	t.Helper()
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md":      []byte("---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n"),
		"two.md":      []byte("---\n---\nHi,\n\nHere are the figures for {{ .size }}. What has changed?\n"),
		"values.yaml": []byte("values:\n  - {id: a, title: A list, good_for: lists, link: \"https://lima.example/a\"}\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	one := func(list ...int) int { return list[chance.IntN(len(list))] }
	plan := sequences.Plan{Sequences: map[string]sequences.Sequence{}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid"}, "ben": {Zone: "Europe/Berlin"}}}
	for i, name := range []string{"intro", "other", "third"}[:one(1, 2, 3)] {
		window := sequences.Window{From: 9 * 60, To: one(10, 12, 17) * 60}
		if one(0, 0, 0, 1) == 1 {
			window = sequences.Window{Always: true}
		}
		seq := sequences.Sequence{Name: name, Mailbox: []string{"ana", "ben"}[i%boxes], GiveUp: one(2, 3, 9), AtOnce: one(0, 1, 1, 2, 3), Window: window}
		for s := range one(1, 2, 3, 4) {
			step := sequences.Step{ID: fmt.Sprintf("s%d", s), Template: "two", Objective: "o", Value: fmt.Sprintf("v%d", s), Wait: sequences.Wait{BusinessDays: one(1, 2, 3)}}
			switch {
			case s == 0:
				step.Template, step.Wait = "one", sequences.Wait{}
			case one(0, 0, 1) == 1:
				step.Wait = sequences.Wait{Plain: time.Duration(one(5, 26)) * time.Hour}
			}
			if s > 0 && one(0, 0, 1) == 1 {
				step.Needs = []string{"tool"}
			}
			seq.Steps = append(seq.Steps, step)
		}
		plan.Sequences[name] = seq
	}
	return engine.NewRules(plan, set)
}
