package sequences_test

import (
	"fmt"
	"strings"
	"testing"

	"followupd/sequences"
)

// The linter tells of a step that give_up never lets anybody come to.
func TestUnreachedStep(t *testing.T) {
	t.Parallel()
	mail := func(n int, more string) string {
		wait := ""
		if n > 1 {
			wait = "wait: 3bd, "
		}
		return fmt.Sprintf("  - {id: s%d, %stemplate: t, objective: o, value: v%d%s}\n", n, wait, n, more)
	}
	four := mail(1, "") + mail(2, "") + mail(3, "") + mail(4, "")
	tests := []struct{ name, top, steps, want string }{
		{"four values and the default", "", four, `f.yaml:7:5: warning: steps[3]: "s4" never comes to somebody who got all the steps above it: 3 values without an answer end the sequence first (write give_up: 4, or leave a step out) [unreached-step]`},
		{"give_up is enough", "give_up: 4\n", four, ""},
		{"give_up is low", "give_up: 1\n", mail(1, "") + mail(2, ""), `f.yaml:6:5: warning: steps[1]: "s2" never comes`},
		{"a task behind three values", "", mail(1, "") + mail(2, "") + mail(3, "") + "  - {id: call, wait: 3bd, task: call, objective: o}\n", `f.yaml:7:5: warning: steps[3]: "call" never comes`},
		{"a task gives nothing", "", mail(1, "") + mail(2, "") + "  - {id: call, wait: 3bd, task: call, objective: o}\n" + mail(3, ""), ""},
		{"one for those whom another isn't for", "", mail(1, "") + mail(2, ", when: {field: {country: [DE, AT]}}") + mail(3, ", when: {field: {country: FR}}") + mail(4, ""), ""},
		{"one where another isn't", "", mail(1, "") + mail(2, ", when: {has: phone}") + mail(3, ", when: {not: {has: phone}}") + mail(4, ""), ""},
		{"one that may be left out", "", mail(1, "") + mail(2, ", when: {has: phone}") + mail(3, "") + mail(4, ""), `steps[3]: "s4" never comes`},
		{"with a reason", "", strings.Replace(four, "  - {id: s4", "  # lint: ignore unreached-step because it is for those who were passed over\n  - {id: s4", 1), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte("name: a\nmailbox: ana\n" + tt.top + "steps:\n" + tt.steps)}, sequences.Known{})
			if tt.want == "" && len(problems) > 0 || tt.want != "" && (len(problems) != 1 || !strings.Contains(problems[0].String(), tt.want)) {
				t.Errorf("got %v\nwant %s", problems, tt.want)
			}
		})
	}
}
