package engine_test

import (
	"strings"
	"testing"

	"followupd/internal/engine"
	"followupd/sequences"
)

// Who is enrolled anew and gets nothing, because of what they were given before,
// is told of at once, with what helps; the forecast says the same.
func TestImportTellsWhoGetsNothing(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	if first := r.importOne(func(n *engine.Newcomer) { n.Fields["first_name"] = "Dana" }); first.Nothing != "" {
		t.Fatalf("a newcomer: %+v", first)
	}
	live := func() bool {
		p := r.known("dana@acme.example")
		return p.Live() != nil
	}
	for live() {
		r.until(r.now().AddDate(0, 0, 7))
	}
	r.edit(func(s *sequences.Sequence) { s.Steps[0].Value, s.Steps[1].Value, s.Steps[2].Value = "x", "y", "z" })
	again := func(reason string) engine.Enrolled {
		t.Helper()
		return r.importOne(func(n *engine.Newcomer) { n.Reason, n.History = reason, "ignore" })
	}
	const enough = "3 things or more were given to them since their last answer, in whatever sequence, and give_up of intro is 3; raise it there, or wait for their answer"
	if got := again("met again"); got.What != engine.WasEnrolled || got.Nothing != enough {
		t.Fatalf("%+v", got)
	}
	const nothing = "nothing goes out: 3 things of value were given since their last answer, in whatever sequence, and give_up of intro is 3; a higher one, or their answer, lets more go out"
	if f := r.forecast(14); len(f.Mails) != 0 || len(f.Stops) != 1 || f.Stops[0].Why.Text != nothing {
		t.Errorf("the forecast has %+v, and stops %+v", f.Mails, f.Stops)
	}
	for live() {
		r.until(r.now().AddDate(0, 0, 1))
	}
	r.edit(func(s *sequences.Sequence) {
		s.GiveUp, s.Steps[0].Value, s.Steps[1].Value, s.Steps[2].Value = 9, "a", "b", "c"
	})
	if got := again("once more"); !strings.HasPrefix(got.Nothing, "each thing that intro gives was given to them before") {
		t.Errorf("%+v", got)
	}
}
