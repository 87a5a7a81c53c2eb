package sequences_test

import (
	"strings"
	"testing"

	"followupd/sequences"
)

// A warning goes silent only by a comment with a reason, at its line or right
// above; errors never do.
func TestSilence(t *testing.T) {
	t.Parallel()
	const step = "  - {id: a, template: t, objective: o, value: v}\n"
	soon := func(above, behind string) string {
		return head + "steps:\n" + step + above + "  - {id: b, wait: 1h, template: t, objective: o, value: w}" + behind + "\n"
	}
	const warning = "steps[1].wait: 1h is very soon after the mail before it (give people 2bd or more; shorter waits are for trying things out) [short-gap]"
	tests := []struct{ name, src, want string }{
		{"no comment", soon("", ""), "f.yaml:5:19: warning: " + warning},
		{"above", soon("  # lint: ignore short-gap because this one is for trying it out\n", ""), ""},
		{"above, with a line between", soon("  # lint: ignore short-gap because I try it out\n  # and more words\n\n", ""), ""},
		{"at the line", soon("", " # lint: ignore short-gap because I try it out"), ""},
		{"the word that templates had first", soon("", " # lint: allow short-gap because I try it out"), ""},
		{"without a reason", soon("", " # lint: ignore short-gap"),
			"f.yaml:5:19: warning: " + warning + "\nf.yaml:5:60: silence: this silences short-gap without a reason (write # lint: ignore short-gap because …)"},
		{"with an empty reason", soon("", " # lint: ignore short-gap because "),
			"f.yaml:5:19: warning: " + warning + "\nf.yaml:5:60: silence: this silences short-gap without a reason (write # lint: ignore short-gap because …)"},
		{"with a reason that isn't called one", soon("", " # lint: ignore short-gap, I try it out"),
			"f.yaml:5:19: warning: " + warning + "\nf.yaml:5:60: silence: this silences short-gap without a reason (write # lint: ignore short-gap because …)"},
		{"another rule", soon("", " # lint: ignore many-mails because I try it out"),
			"f.yaml:5:19: warning: " + warning + "\nf.yaml:5:60: warning: silence: nothing here breaks the rule many-mails (remove the comment)"},
		{"no such rule", soon("", " # lint: ignore short-gaps because I try it out"),
			"f.yaml:5:19: warning: " + warning + "\nf.yaml:5:60: silence: there is no rule \"short-gaps\" (did you mean short-gap?)"},
		{"another line", "# lint: ignore short-gap because I try it out\n" + soon("", ""),
			"f.yaml:1:1: warning: silence: nothing here breaks the rule short-gap (remove the comment)\nf.yaml:6:19: warning: " + warning},
		{"words that are no comment", strings.Replace(soon("", ""), "objective: o, value: w", `objective: "see # lint: ignore it", value: w`, 1), "f.yaml:5:19: warning: " + warning},
		{"an error", head + "steps:\n  # lint: ignore short-gap because I say so\n  - {id: a, template: t, objective: o}\n",
			"f.yaml:5:5: steps[0].value: is missing (say what this mail gives to the reader)"},
		{"what may come to be", soon("  # lint: ignore unknown-field because it comes with the next list\n  # lint: ignore short-gap because I try it out\n", ""), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte(test.src)}, sequences.Known{})
			if got := problems.Error(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			for _, p := range problems {
				if p.Excerpt == "" {
					t.Errorf("no excerpt: %s", p)
				}
			}
		})
	}
	known := sequences.Known{Fields: []string{"first_name"}}
	src := head + "steps:\n  # lint: ignore unknown-field because the next list has it\n  - {id: a, template: t, objective: o, value: v, needs: [machine]}\n"
	if _, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte(src)}, known); len(problems) > 0 {
		t.Error(problems)
	}
	src = strings.Replace(src, "ignore unknown-field because the next list has it", "nothing", 1)
	if _, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte(src)}, known); len(problems) != 1 || problems[0].Rule != "unknown-field" {
		t.Error(problems)
	}
}
