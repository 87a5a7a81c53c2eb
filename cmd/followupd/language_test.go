package main_test

import (
	"strings"
	"testing"
)

// Steps with a day, steps for some people only and tasks, from the files to
// what the commands say of them.
func TestLanguageInCommands(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "steps:\n", `steps:
  - id: invite
    on: fair_date - 20d
    task: call and ask whether they come
    objective: learn whether they come
    when: {not: {field: {company: Berg}}}
`, 1))
	w.expect([]string{"lint"}, 1, "steps[1].wait: is missing")
	w.write("sequences/intro.yaml", strings.Replace(strings.Replace(introYAML, "steps:\n", `steps:
  - id: invite
    on: fair_date - 20d
    task: call and ask whether they come
    objective: learn whether they come
    when: {not: {field: {company: Berg}}}
`, 1), "  - id: opening\n", "  - id: opening\n    wait: 2bd\n", 1))
	w.expect([]string{"lint"}, 0, "no errors, 0 warnings")
	w.write("people.csv", "email,first_name,company,fair_date\nbo@berg.example,Bo,Berg,2099-10-05\ned@acme.example,Ed,Acme,soon\numa@umbrella.example,Uma,Umbrella,\n"+
		"kim@initech.example,Kim,Initech,2099-10-05\n")
	w.expect(importArgs(), 0, `people.csv:3: warning: ed@acme.example: fair_date is "soon": that is no date; write it as 2027-03-14; they were imported without a fair_date to go by, so the step invite is passed over for them`,
		`warning: 1 row has no fair_date; where it is not known otherwise, the step invite is passed over`, "4 enrolled")
	w.expect([]string{"why", "ed@acme.example"}, 0, "step “invite” is passed over: fair_date is", "step “opening” is planned for")
	w.expect([]string{"preview", "kim@initech.example"}, 0, "1. invite, yours to do,", "task: call and ask whether they come", "2. opening, not before")
	w.expect([]string{"preview", "bo@berg.example"}, 0, "1. invite, passed over", "company is Berg")
	w.expect([]string{"done", "kim@initech.example"}, 1, "no task waits for you here: it is scheduled")
	w.expect([]string{"set", "kim@initech.example", "fair_date=2098-10-05"}, 0, "changed: fair_date")
	w.expect([]string{"show", "kim@initech.example"}, 0, "2098")
	w.expect([]string{"check", "--ledger"}, 0, "The ledger is sound")
}
