package engine_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/sequences"
	"followupd/templates"
)

// A link that leads nowhere reaches nobody from a live mailbox, whether it stands
// in the template, in a value or in a field; but for those who are an example
// themselves.
func TestALiveMailboxHoldsExampleLinks(t *testing.T) {
	t.Parallel()
	const link = "https://lima.example/list"
	set, problems := templates.ParseSet(map[string][]byte{
		"own.md":      []byte("---\nsubject: Quotes\n---\nSee " + link + ". What takes longest?\n"),
		"value.md":    []byte("---\nsubject: Quotes\n---\nSee [the list]({{ .value.link }}). What takes longest?\n"),
		"field.md":    []byte("---\nsubject: Quotes\n---\nSee {{ .page }} now. What takes longest?\n"),
		"values.yaml": []byte("values:\n  - {id: a, title: A list, good_for: lists, link: \"" + link + "\"}\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	plan := sequences.Plan{Sequences: map[string]sequences.Sequence{}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "UTC"}}}
	for _, name := range []string{"own", "value", "field"} {
		plan.Sequences[name] = sequences.Sequence{Name: name, Mailbox: "ana", Window: sequences.Window{Always: true},
			Steps: []sequences.Step{{ID: "first", Template: name, Objective: "o", Value: "a"}}}
	}
	c := newCalm(t, engine.NewRules(plan, set), calmBox{name: "ana", live: true, zone: "UTC"})
	for name := range plan.Sequences {
		c.enrol(t, name, engine.Newcomer{Address: name + "@acme.com", Fields: map[string]string{"page": link}},
			engine.Newcomer{Address: name + "@acme.example", Fields: map[string]string{"page": link}})
	}
	c.enrol(t, "field", engine.Newcomer{Address: "good@acme.com", Fields: map[string]string{"page": "https://acme.com/list"}})
	f, err := c.Forecast(t.Context(), 24*time.Hour)
	if err != nil || len(f.Mails) != 4 || len(f.Stops) < 3 {
		t.Fatalf("%v, foreseen: %+v, held: %+v", err, f.Mails, f.Stops)
	}
	c.live(t, c.at.Add(24*time.Hour))
	for _, m := range c.boxes["ana"].took {
		if strings.HasSuffix(m.to, "@acme.com") && m.to != "good@acme.com" {
			t.Errorf("%s got an example link", m.to)
		}
	}
	if n := len(c.boxes["ana"].took); n != 4 {
		t.Errorf("%d mails went out, want 4", n)
	}
	err = c.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		for name := range plan.Sequences {
			id, err := tx.PersonByAddress(name + "@acme.com")
			if err != nil {
				return err
			}
			p, err := tx.Person(id)
			if err != nil {
				return err
			}
			want := "the link " + link + " in " + name + ".md is an example that leads nowhere (put your own there, or into values.yaml)"
			if e := p.Live(); e == nil || e.State != sequences.StateHeld || e.Why.Code != sequences.CodeHole || e.Why.Text != want {
				t.Errorf("%s: %+v, want it held: %s", name, e, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A mailbox that isn't live shows its mails as they are.
func TestExampleLinksHoldNothingBeforeAMailboxIsLive(t *testing.T) {
	t.Parallel()
	set, problems := templates.ParseSet(map[string][]byte{"own.md": []byte("---\nsubject: Quotes\n---\nSee https://lima.example/list. What takes longest?\n")})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	plan := sequences.Plan{Sequences: map[string]sequences.Sequence{"own": {Name: "own", Mailbox: "ana", Window: sequences.Window{Always: true},
		Steps: []sequences.Step{{ID: "first", Template: "own", Objective: "o", Value: "a"}}}}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "UTC"}}}
	c := newCalm(t, engine.NewRules(plan, set), calmBox{name: "ana", zone: "UTC"})
	c.enrol(t, "own", engine.Newcomer{Address: "kim@acme.com"})
	if f, err := c.Forecast(t.Context(), 24*time.Hour); err != nil || len(f.Mails) != 1 {
		t.Errorf("%v, %+v", err, f)
	}
}
