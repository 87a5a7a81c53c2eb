package sequences_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"followupd/sequences"
)

var update = flag.Bool("update", false, "write the golden file anew")

// faults are files of the sequences folder with something wrong in each.
func faults() []struct{ name, src string } {
	return []struct{ name, src string }{
		{"an empty file", ""},
		{"only a comment", "# nothing\n"},
		{"a list instead of keys", "- a\n- b\n"},
		{"a word instead of keys", "hello\n"},
		{"a tab", "name: a\n\tmailbox: ana\n"},
		{"a list that isn't closed", "name: [a\n"},
		{"a quote that isn't closed", "name: \"a\n"},
		{"two documents", "name: a\n---\nname: b\n"},
		{"a key twice", "name: a\nname: b\nmailbox: ana\n"},
		{"a key that there is not", "name: a\nmailbox: ana\ncompny: hold\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a key that is like nothing", "name: a\nmailbox: ana\ncolour: red\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a key of a step that there is not", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, templete: x}\n"},
		{"a key of a window that there is not", "name: a\nmailbox: ana\nwindow: {day: [mon]}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a tag", "name: a\nmailbox: ana\ngoal: !!str x\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an alias of nothing", "name: a\nmailbox: ana\ngoal: *x\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"no value", "name: a\nmailbox: ana\ngoal:\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a number for a text", "name: a\nmailbox: ana\ngoal: 5\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"no name", "mailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a blank name", "name: ' '\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a bad name", "name: My Intro\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"no mailbox", "name: a\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an empty mailbox", "name: a\nmailbox: ''\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a mailbox that there is not", "name: a\nmailbox: anna\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"no steps", "name: a\nmailbox: ana\n"},
		{"an empty list of steps", "name: a\nmailbox: ana\nsteps: []\n"},
		{"steps as a group", "name: a\nmailbox: ana\nsteps: {id: a}\n"},
		{"a step that says nothing", "name: a\nmailbox: ana\nsteps:\n  - {}\n"},
		{"a bad id", "name: a\nmailbox: ana\nsteps:\n  - {id: First Mail, template: t, objective: o, value: v}\n"},
		{"an id twice", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: a, wait: 3bd, template: t, objective: o, value: w}\n"},
		{"a value twice", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: b, wait: 3bd, template: t, objective: o, value: v}\n"},
		{"no wait", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: b, template: t, objective: o, value: w}\n"},
		{"very soon", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: b, wait: 1h, template: t, objective: o, value: w}\n"},
		{"no template", "name: a\nmailbox: ana\nsteps:\n  - {id: a, objective: o, value: v}\n"},
		{"no objective", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, value: v}\n"},
		{"a blank objective", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: ' ', value: v}\n"},
		{"no value given", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o}\n"},
		{"a template that there is not", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: openning, objective: o, value: v}\n"},
		{"a value that there is not", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: checklst}\n"},
		{"a wait in words", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, wait: 3 dayz}\n"},
		{"a wait without a unit", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, wait: 3}\n"},
		{"a wait of both kinds", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, wait: 3bd2h}\n"},
		{"a wait that is too long", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, wait: 9999d}\n"},
		{"a wait that goes back", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, wait: -3d}\n"},
		{"needs as a text", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, needs: first_name}\n"},
		{"a need that is no name", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, needs: [first name]}\n"},
		{"a field that nobody has", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, needs: [frist_name]}\n"},
		{"an empty subject", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, subject: ''}\n"},
		{"a subject of two lines", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, subject: \"a\\nb\"}\n"},
		{"a window in a word", "name: a\nmailbox: ana\nwindow: anytime\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a window without days", "name: a\nmailbox: ana\nwindow: {days: []}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a day in full words of another language", "name: a\nmailbox: ana\nwindow: {days: [montag]}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a slip in a day", "name: a\nmailbox: ana\nwindow: {days: [tusday]}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"hours without minutes", "name: a\nmailbox: ana\nwindow: {hours: 9-11}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"hours beyond the day", "name: a\nmailbox: ana\nwindow: {hours: \"09:00-25:00\"}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"hours that end before they begin", "name: a\nmailbox: ana\nwindow: {hours: \"17:00-09:00\"}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a zone that there is not", "name: a\nmailbox: ana\nwindow: {zone: Europe/Madird}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"holidays of nowhere", "name: a\nmailbox: ana\nwindow: {holidays: XX}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"holidays of a country in words", "name: a\nmailbox: ana\nwindow: {holidays: Norway}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"holidays that aren't known", "name: a\nmailbox: ana\nwindow: {holidays: TV}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an answer that there is not", "name: a\nmailbox: ana\nreplies: {meating: escalate}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a bounce", "name: a\nmailbox: ana\nreplies: {bounce: hold}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an action that there is not", "name: a\nmailbox: ana\nreplies: {later: snoze}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an unsafe action", "name: a\nmailbox: ana\nreplies: {opt_out: hold}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"an unsafe snooze", "name: a\nmailbox: ana\nreplies: {not_interested: snooze}\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a rule for companies that there is not", "name: a\nmailbox: ana\ncompany: holde\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"give up at nothing", "name: a\nmailbox: ana\ngive_up: 0\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"give up in words", "name: a\nmailbox: ana\ngive_up: three\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"away in business days", "name: a\nmailbox: ana\naway: 5bd\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"away for nothing", "name: a\nmailbox: ana\naway: 0s\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a template after a snooze that there is not", "name: a\nmailbox: ana\non_snooze_end: after-snoze\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"nothing after a snooze", "name: a\nmailbox: ana\non_snooze_end: ''\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a task with a template", "name: a\nmailbox: ana\nsteps:\n  - {id: a, task: call them, template: t, objective: o}\n"},
		{"a task without an objective", "name: a\nmailbox: ana\nsteps:\n  - {id: a, task: call them}\n"},
		{"an empty task", "name: a\nmailbox: ana\nsteps:\n  - {id: a, task: '', objective: o}\n"},
		{"a task of two lines", "name: a\nmailbox: ana\nsteps:\n  - {id: a, task: \"a\\nb\", objective: o}\n"},
		{"an endless task", "name: a\nmailbox: ana\nsteps:\n  - {id: a, task: call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call call , objective: o}\n"},
		{"a mail that is skipped after a time", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, skip_after: 3bd}\n"},
		{"when says nothing", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {}}\n"},
		{"when of a standing that there is not", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {standing: warmin}}\n"},
		{"when of an answer that there is not", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {answered: metting}}\n"},
		{"when of no value", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {given: ['']}}\n"},
		{"when of a field that is nothing", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {field: {country: ''}}}\n"},
		{"when not of nothing", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, when: {not: {}}}\n"},
		{"many mails", "name: a\nmailbox: ana\nsteps:\n  - {id: s0, wait: 3bd, template: t, objective: o, value: v0}\n  - {id: s1, wait: 3bd, template: t, objective: o, value: v1}\n  - {id: s2, wait: 3bd, template: t, objective: o, value: v2}\n  - {id: s3, wait: 3bd, template: t, objective: o, value: v3}\n  - {id: s4, wait: 3bd, template: t, objective: o, value: v4}\n  - {id: s5, wait: 3bd, template: t, objective: o, value: v5}\n  - {id: s6, wait: 3bd, template: t, objective: o, value: v6}\n  - {id: s7, wait: 3bd, template: t, objective: o, value: v7}\n"},
		{"a silencer without a reason", "name: a\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: b, wait: 1h, template: t, objective: o, value: w} # lint: ignore short-gap\n"},
		{"a silencer of no rule", "name: a\nmailbox: ana\n# lint: ignore shortgap because x\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"a silencer of nothing", "name: a\nmailbox: ana\n# lint: ignore short-gap because x\nsteps:\n  - {id: a, template: t, objective: o, value: v}\n"},
		{"all at once", "nam: a\nmailbox: anna\nwindow: {days: [tusday], hours: 9-11}\nsteps:\n  - {id: A B, wait: 3 dayz, templete: t, objective: '', value: w}\nreplies: {metting: escalate}\n"},
	}
}

// Every error text of a sequence, with its excerpt, as people see it.
func TestFaultsAreTold(t *testing.T) {
	t.Parallel()
	known := sequences.Known{Mailboxes: []string{"ana", "ben"}, Templates: []string{"after-snooze", "opening", "t"}, Fields: []string{"country", "first_name"},
		Values: []string{"checklist", "v", "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "w"}}
	var got strings.Builder
	for _, fault := range faults() {
		_, problems := sequences.ParseSet(map[string][]byte{"sequences/a.yaml": []byte(fault.src)}, known)
		if len(problems) == 0 {
			t.Errorf("%s: nothing is told", fault.name)
		}
		got.WriteString("# " + fault.name + "\n")
		for _, p := range problems {
			got.WriteString(p.String() + "\n" + p.Excerpt + "\n")
		}
		got.WriteString("\n")
	}
	const file = "testdata/faults.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
