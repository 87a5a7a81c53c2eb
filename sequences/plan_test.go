package sequences_test

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"followupd/sequences"
)

func planOf(t *testing.T) sequences.Plan {
	t.Helper()
	s, _, problems := sequences.Parse("", []byte(intro))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	window := s.Window
	window.Always = true
	s.Steps[1].Window = &window
	second := s
	second.Name = "second"
	return sequences.Plan{
		Sequences:   map[string]sequences.Sequence{"intro": s, "second": second},
		Mailboxes:   map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid"}},
		AwayDefault: 5 * time.Hour,
	}
}

func TestPlanRoundTrip(t *testing.T) {
	t.Parallel()
	plan := planOf(t)
	back, err := sequences.PlanFrom(plan.Canonical())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(plan, back) {
		t.Errorf("got  %+v\nwant %+v", back, plan)
	}
	if !bytes.Equal(plan.Canonical(), back.Canonical()) || plan.Hash() != back.Hash() {
		t.Error("the same plan has another canonical form")
	}
	if hash := plan.Hash(); len(hash) != 64 {
		t.Errorf("hash %q", hash)
	}
}

func TestPlanHashKnowsEveryPart(t *testing.T) {
	t.Parallel()
	base := planOf(t).Hash()
	changes := map[string]func(*sequences.Plan){
		"a zone":      func(p *sequences.Plan) { p.Mailboxes["ana"] = sequences.Mailbox{Zone: "UTC"} },
		"the absence": func(p *sequences.Plan) { p.AwayDefault++ },
		"a wait":      func(p *sequences.Plan) { p.Sequences["intro"].Steps[1].Wait.BusinessDays++ },
		"a subject":   func(p *sequences.Plan) { p.Sequences["intro"].Steps[1].Subject = "x" },
		"a window":    func(p *sequences.Plan) { p.Sequences["intro"].Steps[1].Window.Always = false },
		"an action":   func(p *sequences.Plan) { p.Sequences["intro"].Replies["later"] = sequences.ActHold },
		"a sequence":  func(p *sequences.Plan) { delete(p.Sequences, "second") },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			plan := planOf(t)
			change(&plan)
			if plan.Hash() == base {
				t.Error("the hash is the same")
			}
		})
	}
	moved := planOf(t)
	for name, s := range moved.Sequences {
		s.File = "elsewhere.yaml"
		moved.Sequences[name] = s
	}
	if moved.Hash() != base {
		t.Error("where the file lies changes the hash")
	}
}

func TestPlanFromRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "{", `{"sequences": 3}`} {
		if _, err := sequences.PlanFrom([]byte(text)); err == nil {
			t.Errorf("PlanFrom(%q) is no error", text)
		}
	}
}
