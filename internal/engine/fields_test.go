package engine_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func (r *rig) importOne(change func(*engine.Newcomer)) engine.Enrolled {
	r.t.Helper()
	n := engine.Newcomer{Address: "dana@acme.example", Sequence: "intro", Reason: "asked us", Source: "fair", Fields: map[string]string{"company": "Acme"}}
	change(&n)
	a := r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{n}})
	if len(a.Results) != 1 {
		r.t.Fatalf("%+v", a)
	}
	return a.Results[0]
}

func (r *rig) known(address string) sequences.Person {
	r.t.Helper()
	var p sequences.Person
	err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) error {
		id, err := t.PersonByAddress(address)
		if err != nil {
			return err
		}
		p, err = t.Person(id)
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

// What a second file knows of somebody is taken up; the same again changes
// nothing.
func TestImportFillsFields(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.importOne(func(*engine.Newcomer) {})
	for _, tt := range []struct {
		name   string
		change func(*engine.Newcomer)
		what   string
		text   string
	}{
		{"the same", func(*engine.Newcomer) {}, engine.WasKnown, "in sequence"},
		{"a field is filled", func(n *engine.Newcomer) { n.Fields["first_name"] = "Dana" }, engine.WasUpdated, "changed: first_name"},
		{"the same again", func(n *engine.Newcomer) { n.Fields["first_name"] = "Dana" }, engine.WasKnown, "in sequence"},
		{"what a file doesn't say stays", func(n *engine.Newcomer) { n.Fields = map[string]string{"city": "Graz"} }, engine.WasUpdated, "changed: city"},
		{"the same for another reason", func(n *engine.Newcomer) { n.Reason = "met again"; n.Fields["first_name"] = "Dana" }, engine.WasKnown, "the reason and the source stay as they were"},
		{"another company, for another reason", func(n *engine.Newcomer) { n.Reason, n.Fields["company"] = "met again", "Acme GmbH" }, engine.WasUpdated, "; the reason and the source stay as they were; changed: company"},
	} {
		before := r.known("dana@acme.example").Version
		got := r.importOne(tt.change)
		if got.What != tt.what || !strings.Contains(got.Text, tt.text) || got.Differs != strings.Contains(tt.name, "another reason") {
			t.Errorf("%s: %+v, want %s and %q", tt.name, got, tt.what, tt.text)
		}
		if after := r.known("dana@acme.example").Version; tt.what == engine.WasKnown && after != before {
			t.Errorf("%s: it was journaled", tt.name)
		}
	}
	fields := r.known("dana@acme.example").Fields
	if fields["first_name"] != "Dana" || fields["city"] != "Graz" || fields["company"] != "Acme GmbH" {
		t.Errorf("%v", fields)
	}
}

func TestSetFields(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.importOne(func(n *engine.Newcomer) { n.Fields["city"] = "Graz" })
	set := func(address string, fields map[string]string) engine.Answer {
		return r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: address, Order: fields})
	}
	if a := set("dana@acme.example", map[string]string{"first_name": "Dana", "city": ""}); !a.OK || a.Text != "changed: city, first_name" {
		t.Errorf("%+v", a)
	}
	p := r.known("dana@acme.example")
	if _, there := p.Fields["city"]; there || p.Fields["first_name"] != "Dana" {
		t.Errorf("%v", p.Fields)
	}
	if a := set("dana@acme.example", map[string]string{"first_name": "Dana"}); !a.OK || !strings.HasPrefix(a.Text, "nothing changed") {
		t.Errorf("%+v", a)
	}
	if after := r.known("dana@acme.example"); after.Version != p.Version {
		t.Error("what was known already was journaled")
	}
	if a := set("nobody@acme.example", map[string]string{"first_name": "Dana"}); a.OK || !a.Unknown {
		t.Errorf("%+v", a)
	}
}

// A hole that is filled goes out once the sequence is resumed.
func TestFilledHoleGoesOut(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.importOne(func(*engine.Newcomer) {})
	r.until(r.now().Add(24 * time.Hour))
	if live := r.known("dana@acme.example"); live.Live() == nil || live.Live().State != sequences.StateHeld {
		t.Fatalf("no hole: %+v", live.Enrolments)
	}
	if got := r.importOne(func(n *engine.Newcomer) { n.Fields["first_name"] = "Dana" }); !strings.Contains(got.Text, "followupd resume dana@acme.example") {
		t.Errorf("%+v doesn't say what else to do", got)
	}
	r.do(engine.Ask{Verb: string(sequences.VerbResume), Address: "dana@acme.example"})
	r.until(r.now().Add(24 * time.Hour))
	if got := len(r.lab.Accepted()); got == 0 {
		t.Error("nothing went out")
	}
}

// What the owner fills by a command sets the sequence going that nothing else held.
func TestAFilledGapGoesOn(t *testing.T) {
	t.Parallel()
	for _, paused := range []bool{false, true} {
		r := newRig(t, rigOptions{})
		r.importOne(func(n *engine.Newcomer) { n.Fields = map[string]string{"city": "Graz"} })
		r.until(day(9, 2))
		set := func(name, value string) string {
			return r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: "dana@acme.example", Order: map[string]string{name: value}}).Text
		}
		if text := set("company", "Acme"); !strings.Contains(text, "lacks more") || !strings.Contains(text, "first_name") || strings.Contains(text, "company:") {
			t.Errorf("one of two gaps is filled: %q", text)
		}
		if paused {
			r.inSent(maillab.Fresh("ana@lima.example", "dana@acme.example", "by hand", "Dana, a question.")(r.now()))
			r.until(r.now().Add(2 * time.Minute))
		}
		if text := set("first_name", "Dana"); strings.Contains(text, "the sequence goes on") == paused {
			t.Errorf("both are filled, the owner wrote by hand: %t: %q", paused, text)
		}
		r.until(day(9, 4))
		if got := len(r.got("dana@acme.example")); (got == 0) != paused {
			t.Errorf("%d mails went out; the owner wrote by hand: %t", got, paused)
		}
	}
}

func TestImportLeavesOutWhoBounced(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{people: []maillab.Person{{Address: "dana@acme.example", React: func(m maillab.Received) []maillab.Reaction {
		return []maillab.Reaction{{After: time.Minute, Mail: maillab.Bounce(m, "5.1.1", "user unknown")}}
	}}}})
	named := func(n *engine.Newcomer) { n.Fields["first_name"] = "Dana" }
	r.importOne(named)
	r.until(r.now().Add(24 * time.Hour))
	again := func(n *engine.Newcomer) { named(n); n.Reason = "met again" }
	if got := r.importOne(again); got.What != engine.WasLeftOut || got.Code != sequences.CodeBounced || !strings.Contains(got.Text, "--history ignore") {
		t.Errorf("%+v", got)
	}
	if got := r.importOne(func(n *engine.Newcomer) { again(n); n.History = "ignore" }); got.What != engine.WasEnrolled {
		t.Errorf("%+v", got)
	}
}

// Where there are too many people to look at all of them, a field isn't said to be
// new that somebody may have.
func TestNewNamesAmongMany(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", zone: "Europe/Madrid"})
	fillLedger(t, c, 2002)
	last := newcomers(2001, 1)[0].Address
	set := func(address, field, value, want string) {
		t.Helper()
		a, err := c.Do(t.Context(), "test", engine.Ask{Verb: string(sequences.VerbFields), Address: address, Order: map[string]string{field: value}})
		if err != nil || !a.OK || a.New != want {
			t.Errorf("%s of %s: %+v, %v; want %q", field, address, a, err, want)
		}
	}
	set(last, "machine", "saw", "")
	set(newcomers(0, 1)[0].Address, "machine", "saw", "")
	set(last, "citty", "Graz", "citty is a new field; did you mean city?")
	set(last, "citty", "Wien", "")
}
