package sequences_test

import (
	"testing"

	"followupd/sequences"
)

func TestMayBeFirst(t *testing.T) {
	t.Parallel()
	has := func(fact string) *sequences.When {
		return &sequences.When{Conditions: sequences.Conditions{Has: []string{fact}}}
	}
	given := &sequences.When{Conditions: sequences.Conditions{Given: []string{"list"}}}
	day := &sequences.On{Fact: "fair_date"}
	tests := []struct {
		name  string
		steps []sequences.Step
		want  bool // of the last
	}{
		{"alone", []sequences.Step{{}}, false},
		{"after one for everybody", []sequences.Step{{}, {}}, false},
		{"after one that needs something", []sequences.Step{{Needs: []string{"note.a"}}, {}}, true},
		{"after a task and one that needs something", []sequences.Step{{Task: "call"}, {Needs: []string{"note.a"}}, {}}, true},
		{"after a task alone", []sequences.Step{{Task: "call"}, {}}, false},
		{"needs the same, and more", []sequences.Step{{Needs: []string{"note.a"}}, {Needs: []string{"note.b", "note.a"}}}, false},
		{"needs less", []sequences.Step{{Needs: []string{"note.a", "note.b"}}, {Needs: []string{"note.a"}}}, true},
		{"under a condition", []sequences.Step{{When: has("phone")}, {}}, true},
		{"under the same condition", []sequences.Step{{When: has("phone")}, {When: has("phone")}}, false},
		{"under another condition", []sequences.Step{{When: has("phone")}, {When: has("fax")}}, true},
		{"after a day", []sequences.Step{{On: day}, {On: day}}, true},
		{"for those who got it", []sequences.Step{{On: day, Value: "list"}, {When: given}}, false},
		{"for those who got something else", []sequences.Step{{On: day, Value: "end"}, {When: given}}, true},
		{"a task", []sequences.Step{{When: has("phone")}, {Task: "call"}}, false},
		{"one of several above is for everybody", []sequences.Step{{When: has("phone")}, {}, {When: has("fax")}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := (sequences.Sequence{Steps: tt.steps}).MayBeFirst(len(tt.steps) - 1); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
