package sequences_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"followupd/internal/replies"
	"followupd/internal/strictyaml"
	"followupd/sequences"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	src, err := sequences.Schema()
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sequence.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("sequence.json")
	if err != nil {
		t.Fatal(err)
	}
	if s.DraftVersion != 2020 {
		t.Errorf("draft %d", s.DraftVersion)
	}
	return s
}

// The schema and the decoder come to the same verdict.
func TestSchemaAgreesWithParse(t *testing.T) {
	t.Parallel()
	schema := compileSchema(t)
	const step = "{id: a, template: t, objective: o, value: v}"
	with := func(more string) string { return head + "steps: [" + step + "]\n" + more + "\n" }
	inStep := func(more string) string {
		return head + "steps: [" + strings.TrimSuffix(step, "}") + ", " + more + "}]\n"
	}
	tests := []struct {
		name, src string
		good      bool
	}{
		{"the whole language", intro, true},
		{"the least", with(""), true},
		{"nothing", "{}", false},
		{"no steps", head + "steps: []\n", false},
		{"no mailbox", "name: a\nsteps: [" + step + "]\n", false},
		{"unknown key", with("compny: hold"), false},
		{"unknown key in a step", inStep("neds: [x]"), false},
		{"unknown key in a window", with("window: {day: [mon]}"), false},
		{"step without a value", head + "steps: [{id: a, template: t, objective: o}]", false},
		{"step without an objective", head + "steps: [{id: a, template: t, value: v}]", false},
		{"step without an id", head + "steps: [{template: t, objective: o, value: v}]", false},
		{"blank objective", head + "steps: [{id: a, template: t, objective: ' ', value: v}]", false},
		{"number for a text", head + "steps: [{id: 1, template: t, objective: o, value: v}]", false},
		{"text for a list", inStep("needs: first_name"), false},
		{"needs", inStep("needs: [first_name, note.price]"), true},
		{"when", inStep("when: {field: {country: [DE, AT], rooms: 12, vat: true}, standing: [warming, into you], answered: none, has: phone, not: {given: x}}"), true},
		{"when by notes", inStep("when: {has: [note.price], field: {note.stage: hot}}"), true},
		{"when of nothing", inStep("when: {}"), false},
		{"when of no list", inStep("when: {has: []}"), false},
		{"when of no value", inStep("when: {field: {country: []}}"), false},
		{"when of no field", inStep("when: {field: {}}"), false},
		{"when of a blank value", inStep("when: {field: {country: ' '}}"), false},
		{"when not of nothing", inStep("when: {not: {}}"), false},
		{"when of an unknown standing", inStep("when: {standing: warm}"), false},
		{"when of an unknown answer", inStep("when: {answered: maybe}"), false},
		{"when of a machine's answer", inStep("when: {answered: auto_reply}"), false},
		{"when none and more", inStep("when: {answered: [none, question]}"), false},
		{"when none in a list", inStep("when: {answered: [none]}"), true},
		{"when of an unknown key", inStep("when: {feild: {a: b}}"), false},
		{"when of a bad field", inStep("when: {field: {first name: b}}"), false},
		{"task", head + "steps: [{id: a, task: call them, objective: o, skip_after: 10bd}]", true},
		{"task without an objective", head + "steps: [{id: a, task: call them}]", false},
		{"task of nothing", head + "steps: [{id: a, task: ' ', objective: o}]", false},
		{"task of two lines", head + "steps: [{id: a, task: \"call\\nthem\", objective: o}]", false},
		{"task of a novel", head + "steps: [{id: a, objective: o, task: " + strings.Repeat("call ", 30) + "}]", false},
		{"task with a template", inStep("task: call"), false},
		{"task that waits for a yes", head + "steps: [{id: a, task: call them, objective: o, approval: ask}]", false},
		{"task skipped at once", head + "steps: [{id: a, task: call them, objective: o, skip_after: 0d}]", false},
		{"mail skipped after a while", inStep("skip_after: 10bd"), false},
		{"on a date", inStep("on: 2027-03-14"), true},
		{"on a field's date", inStep("on: renewal_date - 30d, late: 5bd"), true},
		{"on a note's date", inStep("on: note.renewal + 2bd"), true},
		{"on no such day", inStep("on: 14.3.2027"), false},
		{"on hours", inStep("on: renewal_date + 3h"), false},
		{"on and wait", inStep("on: renewal_date, wait: 3bd"), false},
		{"late without on", inStep("late: 3bd"), false},
		{"bad need", inStep("needs: [first name]"), false},
		{"bad name", "name: My Name\nmailbox: m\nsteps: [" + step + "]\n", false},
		{"wait in business days", inStep("wait: 3bd"), true},
		{"wait of parts", inStep("wait: 1d12h"), true},
		{"wait in milliseconds", inStep("wait: 500ms"), true},
		{"wait in words", inStep("wait: 3 days"), false},
		{"wait without a unit", inStep("wait: 3"), false},
		{"wait of both kinds", inStep("wait: 3bd2h"), false},
		{"window always", with("window: always"), true},
		{"window of another word", with("window: anytime"), false},
		{"step's window", inStep("window: {hours: '9:00 - 10:00'}"), true},
		{"days in full", with("window: {days: [monday, tue]}"), true},
		{"days in capitals", with("window: {days: [Mon]}"), false},
		{"no days", with("window: {days: []}"), false},
		{"hours", with("window: {hours: 00:00-24:00}"), true},
		{"hours without minutes", with("window: {hours: 9-11}"), false},
		{"hour 25", with("window: {hours: '09:00-25:00'}"), false},
		{"zone", with("window: {zone: Europe/Madrid}"), true},
		{"zone by an old name", with("window: {zone: US/Eastern}"), true},
		{"zone by its offset", with("window: {zone: 'UTC+02:00'}"), true},
		{"zone of two words", with("window: {zone: New York}"), false},
		{"holidays of Norway", with("window: {holidays: NO}"), true},
		{"holidays of a country in words", with("window: {holidays: Norway}"), false},
		{"holidays of nobody", with("window: {holidays: XX}"), false},
		{"some answers", with("replies: {question: hold, later: stop}"), true},
		{"unsafe opt-out", with("replies: {opt_out: hold}"), false},
		{"unsafe no", with("replies: {not_interested: snooze}"), false},
		{"unknown answer", with("replies: {maybe: hold}"), false},
		{"unknown action", with("replies: {later: someday}"), false},
		{"company", with("company: ignore"), true},
		{"company at once", with("company: {at_once: 2}"), true},
		{"company at once and more", with("company: {at_once: 2, answer: stop}"), true},
		{"company of nothing", with("company: {}"), false},
		{"company of nobody", with("company: {at_once: 0}"), false},
		{"company of a crowd", with("company: {at_once: 101}"), false},
		{"company of an unknown answer", with("company: {answer: all}"), false},
		{"company of an unknown key", with("company: {at_onse: 2}"), false},
		{"referral opening", with("referral_opening: referral"), true},
		{"referral opening of nothing", with("referral_opening: ''"), false},
		{"unknown company rule", with("company: all"), false},
		{"give up", with("give_up: 5"), true},
		{"give up at nothing", with("give_up: 0"), false},
		{"give up at too many", with("give_up: 21"), false},
		{"give up in words", with("give_up: five"), false},
		{"away", with("away: 5d"), true},
		{"away in business days", with("away: 5bd"), false},
		{"after a snooze", with("on_snooze_end: what-now"), true},
		{"after a snooze nothing", with("on_snooze_end: ''"), false},
		{"subject", inStep("subject: Hello"), true},
		{"no subject", inStep("subject: ''"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, _, problems := sequences.Parse("f.yaml", []byte(tt.src))
			if problems.HasErrors() == tt.good {
				t.Errorf("Parse: good = %v, want %v: %v", !problems.HasErrors(), tt.good, problems)
			}
			if err := schema.Validate(plainValue(t, tt.src)); (err == nil) != tt.good {
				t.Errorf("schema: good = %v, want %v: %v", err == nil, tt.good, err)
			}
		})
	}
}

// plainValue is a file as an editor sees it: without types.
func plainValue(t *testing.T, src string) any {
	t.Helper()
	var v any
	if _, problems := strictyaml.Decode("f.yaml", []byte(src), &v); len(problems) > 0 {
		t.Fatal(problems)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// What the schema calls the default is what is done.
func TestSchemaKnowsTheDefaults(t *testing.T) {
	t.Parallel()
	src, err := sequences.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct {
			Replies struct {
				Properties map[string]struct {
					Default sequences.Action
				}
			}
		}
	}
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	intents := schema.Properties.Replies.Properties
	if len(intents) != 10 {
		t.Errorf("%d intents", len(intents))
	}
	for intent, property := range intents {
		if got := (sequences.Sequence{}).ActionFor(replies.Intent(intent)); got != property.Default {
			t.Errorf("%s: the schema says %s, what is done is %s", intent, property.Default, got)
		}
	}
}

// Whatever the checks let through is really done.
func TestAllowedActionsAreDone(t *testing.T) {
	t.Parallel()
	intents := []replies.Intent{
		replies.IntentAutoReply, replies.IntentOptOut, replies.IntentMeeting, replies.IntentInterested, replies.IntentQuestion,
		replies.IntentLater, replies.IntentReferral, replies.IntentWrongPerson, replies.IntentNotInterested, replies.IntentUnclear,
	}
	for _, intent := range intents {
		for _, action := range []sequences.Action{"suppress", "escalate", "hold", "stop", "snooze", "wait"} {
			src := head + stepsOf("") + "replies: {" + string(intent) + ": " + string(action) + "}\n"
			s, _, problems := sequences.Parse("f.yaml", []byte(src))
			if done := s.ActionFor(intent); !problems.HasErrors() && done != action {
				t.Errorf("%s: %s is allowed, but %s is done", intent, action, done)
			}
		}
	}
}

// An editor has something to say about every key.
func TestSchemaExplainsEveryKey(t *testing.T) {
	t.Parallel()
	src, err := sequences.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	keys := 0
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			if properties, ok := v["properties"].(map[string]any); ok {
				for key, p := range properties {
					keys++
					if p, ok := p.(map[string]any); !ok || p["description"] == nil {
						t.Errorf("%s.%s has no description", path, key)
					}
				}
			}
			for key, inner := range v {
				if key != "examples" {
					walk(path+"."+key, inner)
				}
			}
		case []any:
			for _, inner := range v {
				walk(path, inner)
			}
		}
	}
	walk("", root)
	if keys < 30 {
		t.Errorf("only %d keys", keys)
	}
}
