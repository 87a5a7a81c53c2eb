package engine_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"followupd/internal/engine"
	"followupd/sequences"
	"followupd/templates"
)

// withFile are the rules of the rig, whose first mail attaches a file.
func withFile(t *testing.T, files fstest.MapFS) engine.Rules {
	t.Helper()
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md": []byte("---\nsubject: The list\nattachments: [list.txt]\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n")})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	seq := sequences.Sequence{Name: "intro", Mailbox: "ana", Window: sequences.Window{Always: true}, Steps: []sequences.Step{{ID: "first", Template: "one", Objective: "o", Value: "a"}}}
	rules := engine.NewRules(sequences.Plan{Sequences: map[string]sequences.Sequence{"intro": seq}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "UTC"}}}, set)
	rules.Files = files
	return rules
}

func TestFilesAreAttached(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.engine.SetRules(withFile(t, fstest.MapFS{"list.txt": {Data: []byte("one, two, three")}}))
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	got := r.got("dana@acme.example")
	if len(got) != 1 || !bytes.Contains(got[0].Raw, []byte(`filename="list.txt"`)) {
		t.Errorf("%d mails; want one with the file", len(got))
	}
}

func TestAMailWithoutItsFileIsHeld(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.engine.SetRules(withFile(t, fstest.MapFS{}))
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out without their file", got)
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeHole {
		t.Errorf("state %s (%s), want held for a hole", state, code)
	}
}
