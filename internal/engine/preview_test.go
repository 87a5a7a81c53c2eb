package engine_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/sequences"
)

// states are the steps of a preview with what they are.
func states(p engine.Preview) []string {
	var list []string
	for _, m := range p.Mails {
		list = append(list, m.Step+" "+string(m.State))
	}
	return list
}

func TestPreview(t *testing.T) {
	t.Parallel()
	boxes := []calmBox{{name: "ana", live: true, zone: "Europe/Madrid"}, {name: "ben", zone: "Europe/Berlin"}}
	const address = "p000@firm0.example"
	order := func(verb sequences.Verb) func(*testing.T, *calm) {
		return func(t *testing.T, c *calm) {
			if a, err := c.Do(t.Context(), "test", engine.Ask{Verb: string(verb), Address: address}); err != nil || !a.OK {
				t.Fatal(a, err)
			}
		}
	}
	tests := []struct {
		name     string
		before   func(*testing.T, *calm)
		sequence string
		want     []string
		stands   string
	}{
		{name: "just enrolled", want: []string{"first ahead", "second ahead", "tool skipped", "third ahead"}},
		{name: "with the fact that a step leans on", want: []string{"first ahead", "second ahead", "tool ahead", "third ahead"},
			before: func(t *testing.T, c *calm) {
				if _, err := c.Do(t.Context(), "test", engine.Ask{Verb: "note", Address: address, Key: "tool", Text: "Excel"}); err != nil {
					t.Fatal(err)
				}
			}},
		{name: "under way", before: func(t *testing.T, c *calm) { c.live(t, c.at.Add(4*24*time.Hour)) }, want: []string{"first sent", "second sent", "tool skipped", "third ahead"}},
		{name: "paused", before: order(sequences.VerbPause), want: []string{"first ahead", "second ahead", "tool skipped", "third ahead"}, stands: "you paused it"},
		{name: "stopped", before: order(sequences.VerbStop), want: []string{"first ahead", "second ahead", "tool skipped", "third ahead"}, stands: "you stopped it"},
		{name: "never again", before: order(sequences.VerbSuppress), stands: "you asked that this person is never written to again"},
		{name: "over", before: func(t *testing.T, c *calm) { c.live(t, c.at.Add(30*24*time.Hour)) }, want: []string{"first sent", "second sent", "tool skipped", "third sent"}},
		{name: "as if in another sequence", sequence: "other", want: []string{"first ahead", "second ahead", "tool skipped", "third ahead"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCalm(t, forecastRules(t), boxes...)
			c.enrol(t, "intro", newcomers(0, 1)...)
			if test.before != nil {
				test.before(t, c)
			}
			p, err := c.Preview(t.Context(), " P000@firm0.example", test.sequence)
			if err != nil {
				t.Fatal(err)
			}
			if got := states(p); !slices.Equal(got, test.want) {
				t.Errorf("mails %q, want %q", got, test.want)
			}
			if p.Stands != test.stands {
				t.Errorf("stands %q, want %q", p.Stands, test.stands)
			}
			if p.Supposed != (test.sequence != "") || p.Live == p.Supposed {
				t.Errorf("supposed %t, live %t", p.Supposed, p.Live)
			}
		})
	}
}

// The mails ahead are the very mails that go out, but for their date.
func TestPreviewIsWhatGoesOut(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	c.enrol(t, "intro", newcomers(0, 1)...)
	ahead, err := c.Preview(t.Context(), "p000@firm0.example", "")
	if err != nil {
		t.Fatal(err)
	}
	c.live(t, c.at.Add(30*24*time.Hour))
	after, err := c.Preview(t.Context(), "p000@firm0.example", "")
	if err != nil {
		t.Fatal(err)
	}
	skipped := func(d engine.Draft) bool { return d.State == engine.DraftSkipped }
	ahead.Mails, after.Mails = slices.DeleteFunc(ahead.Mails, skipped), slices.DeleteFunc(after.Mails, skipped)
	if len(after.Mails) != 3 || len(ahead.Mails) != 3 {
		t.Fatal(states(ahead), states(after))
	}
	for i, sent := range after.Mails {
		said := ahead.Mails[i]
		if said.At.Sub(sent.At).Abs() > time.Minute {
			t.Errorf("step %s went out at %s, foreseen for %s", sent.Step, sent.At, said.At)
		}
		if string(withoutDate(said.Bytes)) != string(withoutDate(sent.Bytes)) {
			t.Errorf("foreseen:\n%s\nwent out:\n%s", said.Bytes, sent.Bytes)
		}
		if said.Subject != sent.Subject || said.InReplyTo != sent.InReplyTo || strings.TrimSpace(said.Text) != strings.TrimSpace(sent.Text) {
			t.Errorf("foreseen %+v, went out %+v", said, sent)
		}
	}
}

func withoutDate(raw []byte) []byte {
	var out []string
	for line := range strings.SplitSeq(string(raw), "\r\n") {
		if !strings.HasPrefix(line, "Date:") {
			out = append(out, line)
		}
	}
	return []byte(strings.Join(out, "\r\n"))
}

func TestPreviewMarksHoles(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	c.enrol(t, "intro", engine.Newcomer{Address: "x@hole.example", Fields: map[string]string{"company": "Hole"}})
	p, err := c.Preview(t.Context(), "x@hole.example", "")
	if err != nil {
		t.Fatal(err)
	}
	first := p.Mails[0]
	if first.State != engine.DraftHole || first.Bytes != nil || len(first.Holes) != 1 || !strings.HasPrefix(first.Holes[0], "one.md:4:4: first_name") || !strings.Contains(first.Text, "[missing: first_name]") {
		t.Errorf("%+v", first)
	}
	f, err := c.Forecast(t.Context(), 7*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Mails) != 0 || len(f.Stops) != 1 || f.Stops[0].Why.Code != sequences.CodeHole {
		t.Errorf("the forecast: %+v, %+v", f.Mails, f.Stops)
	}
}

func TestPreviewOfNobody(t *testing.T) {
	t.Parallel()
	c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	if _, err := c.Preview(t.Context(), "who@where.example", ""); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	c.enrol(t, "intro", newcomers(0, 1)...)
	if _, err := c.Preview(t.Context(), "p000@firm0.example", "nowhere"); err == nil || !strings.Contains(err.Error(), `no sequence "nowhere"`) {
		t.Errorf("error %v", err)
	}
}

// A step's own subject is a template as well: no hole leaves in it.
func TestSubjectOfAStepIsRendered(t *testing.T) {
	t.Parallel()
	rules := forecastRules(t)
	seq := rules.Plan.Sequences["intro"]
	seq.Steps = slices.Clone(seq.Steps)
	seq.Steps[1].Subject = "Figures for {{ .company }}"
	rules.Plan.Sequences["intro"] = seq
	c := newCalm(t, engine.NewRules(rules.Plan, rules.Templates), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
	c.enrol(t, "intro", engine.Newcomer{Address: "p@firm.example", Fields: map[string]string{"company": "Firm", "first_name": "P"}})
	p, err := c.Preview(t.Context(), "p@firm.example", "")
	if err != nil {
		t.Fatal(err)
	}
	if d := p.Mails[1]; d.Subject != "Figures for Firm" || d.InReplyTo != "" || d.State != engine.DraftAhead {
		t.Errorf("%+v", d)
	}
}
