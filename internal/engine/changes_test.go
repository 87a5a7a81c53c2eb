package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/sequences"
)

// outlook plays rules forward with an engine on the same ledger and clock.
func (c *calm) outlook(t *testing.T, r engine.Rules, span time.Duration) engine.Outlook {
	t.Helper()
	before := c.Rules()
	c.SetRules(r)
	defer c.SetRules(before)
	f, err := c.Forecast(t.Context(), span)
	if err != nil {
		t.Fatal(err)
	}
	return engine.Outlook{Rules: r, Version: engine.Version{Hash: r.Hash}, Forecast: f}
}

// editSteps are rules whose sequence intro has other steps.
func editSteps(t *testing.T, r engine.Rules, files map[string]string, edit func([]sequences.Step) []sequences.Step) engine.Rules {
	t.Helper()
	plan := r.Plan
	plan.Sequences = map[string]sequences.Sequence{}
	for name, s := range r.Plan.Sequences {
		if name == "intro" {
			s.Steps = edit(slices.Clone(s.Steps))
		}
		plan.Sequences[name] = s
	}
	return editedRules(t, engine.Rules{Plan: plan}, files)
}

func TestCompare(t *testing.T) {
	t.Parallel()
	same := func(s []sequences.Step) []sequences.Step { return s }
	call := func(s []sequences.Step) []sequences.Step {
		return slices.Insert(s, 2, sequences.Step{ID: "call", Wait: sequences.Wait{BusinessDays: 1}, Task: "call them", Objective: "o"})
	}
	tests := []struct {
		name  string
		files map[string]string
		base  func([]sequences.Step) []sequences.Step // what is there before the edit; nil: no task
		edit  func([]sequences.Step) []sequences.Step
		want  []string // kind person step, with what is told of it; those of person 1 and 2
	}{
		{name: "nothing", edit: same},
		{name: "another text", edit: same, files: map[string]string{"two.md": "---\n---\nHi {{ .first_name }},\n\nWhat is new?\n"}, want: []string{
			"another_mail 1 second: the template two was edited", "another_mail 1 third: the template two was edited",
			"another_mail 2 second: the template two was edited", "another_mail 2 third: the template two was edited"}},
		{name: "a text that nobody gets any more", edit: same, files: map[string]string{"tool.md": "---\n---\nHi.\n\nHow is {{ .note.tool }}?\n"}},
		{name: "a value that says something else", edit: func(s []sequences.Step) []sequences.Step { s[1].Value = "y"; s[3].Value = "z"; return s },
			want: []string{"another_mail 1 second: value y, not b", "another_mail 1 third: value z, not c", "another_mail 2 second: value y, not b", "another_mail 2 third: value z, not c"}},
		{name: "another day", edit: func(s []sequences.Step) []sequences.Step { s[3].Wait.BusinessDays = 4; return s },
			want: []string{"another_day 1 third 09-07 to 09-08", "another_day 2 third 09-07 to 09-08"}},
		{name: "another hour", edit: func(s []sequences.Step) []sequences.Step {
			s[3].Window = &sequences.Window{From: 10 * 60, To: 12 * 60}
			return s
		}, want: []string{"within the day 2"}},
		{name: "a step at which people stand goes away", edit: func(s []sequences.Step) []sequences.Step { return slices.Delete(s, 1, 2) },
			want: []string{"another_day 1 third 09-07 to 09-04", "another_day 2 third 09-07 to 09-04", "step_went_away 1 second third 09-04", "step_went_away 2 second third 09-04"}},
		{name: "a new step", edit: func(s []sequences.Step) []sequences.Step {
			return slices.Insert(s, 3, sequences.Step{ID: "news", Wait: sequences.Wait{BusinessDays: 2}, Template: "two", Objective: "o", Value: "n"})
		}, want: []string{"another_day 1 third 09-07 to 09-09", "another_day 2 third 09-07 to 09-09", "new_step 1 news 09-04", "new_step 2 news 09-04"}},
		{name: "a step beyond the span", edit: func(s []sequences.Step) []sequences.Step { s[3].Wait.BusinessDays = 40; return s },
			want: []string{"one_mail_less 1 third 09-07", "one_mail_less 2 third 09-07"}},
		{name: "a hole", edit: same, files: map[string]string{"two.md": "---\n---\nHi {{ .last_name }},\n\nWhat is new?\n"}, want: []string{
			"goes_no_further 1 second", "goes_no_further 2 second", "one_mail_less 1 second 09-02", "one_mail_less 1 third 09-07", "one_mail_less 2 second 09-02", "one_mail_less 2 third 09-07"}},
		{name: "a step further on goes away", edit: func(s []sequences.Step) []sequences.Step { return s[:3] },
			want: []string{"one_mail_less 1 third 09-07", "one_mail_less 2 third 09-07"}},
		{name: "no task", base: call, edit: same},
		{name: "a new task", edit: call, want: []string{"another_day 1 third 09-07 to 09-08", "another_day 2 third 09-07 to 09-08", "new_task 1 call 09-03", "new_task 2 call 09-03"}},
		{name: "a task goes away", base: call, edit: func(s []sequences.Step) []sequences.Step { return slices.Delete(s, 2, 3) }, want: []string{"another_day 1 third 09-08 to 09-07", "another_day 2 third 09-08 to 09-07", "one_task_less 1 call 09-03", "one_task_less 2 call 09-03"}},
		{name: "a task that asks for something else", base: call, edit: func(s []sequences.Step) []sequences.Step { s[2].Task = "call twice"; return s }, want: []string{`another_task 1 call: "call twice", not "call them"`, `another_task 2 call: "call twice", not "call them"`}},
		{name: "a task on another day", base: call, edit: func(s []sequences.Step) []sequences.Step { s[2].Wait.BusinessDays = 2; return s }, want: []string{"another_day 1 third 09-08 to 09-09", "another_day 2 third 09-08 to 09-09", "task_on_another_day 1 call 09-03 to 09-04", "task_on_another_day 2 call 09-03 to 09-04"}},
		{name: "a task at another hour", base: call, edit: func(s []sequences.Step) []sequences.Step {
			s[2].Window = &sequences.Window{From: 10 * 60, To: 12 * 60}
			return s
		}, want: []string{"tasks within the day 2", "within the day 2"}},
		{name: "a task beyond the span", base: call, edit: func(s []sequences.Step) []sequences.Step { s[2].Wait.BusinessDays = 40; return s }, want: []string{"one_mail_less 1 third 09-08", "one_mail_less 2 third 09-08", "one_task_less 1 call 09-03", "one_task_less 2 call 09-03"}},
		{name: "a mail becomes a task", edit: func(s []sequences.Step) []sequences.Step {
			s[3] = sequences.Step{ID: "third", Wait: s[3].Wait, Task: "call them", Objective: "o"}
			return s
		}, want: []string{"one_mail_less 1 third 09-07", "one_mail_less 2 third 09-07", "one_more_task 1 third 09-07", "one_more_task 2 third 09-07"}},
		{name: "a task in the place of where people stand", edit: func(s []sequences.Step) []sequences.Step {
			s[1] = sequences.Step{ID: "call", Wait: s[1].Wait, Task: "call them", Objective: "o"}
			return s
		}, want: []string{"new_task 1 call 09-02", "new_task 2 call 09-02", "step_went_away 1 second call 09-02", "step_went_away 2 second call 09-02"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before := editedRules(t, forecastRules(t), nil)
			if test.base != nil {
				before = editSteps(t, before, nil, test.base)
			}
			c := newCalm(t, before, calmBox{name: "ana", live: true, zone: "Europe/Madrid"}, calmBox{name: "ben", live: true, zone: "Europe/Berlin"})
			people := newcomers(0, 2)
			for i := range people {
				people[i].Fields["timezone"] = "Europe/Madrid"
			}
			c.enrol(t, "intro", people...)
			c.enrol(t, "other", newcomers(2, 1)...) // whose sequence nobody edits
			c.live(t, c.at.Add(6*time.Hour))
			after := editSteps(t, before, test.files, test.edit)
			if after.Hash == before.Hash && (test.files != nil || test.want != nil) {
				t.Fatal("the edit makes no other version")
			}
			span := 14 * 24 * time.Hour
			was := c.outlook(t, before, span)
			if len(was.Forecast.Mails) < 6 {
				t.Fatalf("only %d mails", len(was.Forecast.Mails))
			}
			changes, err := c.Compare(t.Context(), was, c.outlook(t, after, span))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			total := 0
			for _, x := range changes.List {
				if x.Person > 2 {
					if test.files == nil {
						t.Errorf("a person of another sequence: %+v", x)
					}
					continue
				}
				words := fmt.Sprintf("%s %d %s", x.Kind, x.Person, x.Step)
				day := func(at time.Time) string { return at.Format("01-02") }
				switch x.Kind {
				case engine.ChangeMail, engine.ChangeTask:
					words += ": " + strings.Join(x.What, "; ")
				case engine.ChangeDate, engine.ChangeTaskDate:
					words += " " + day(x.Before) + " to " + day(x.After)
				case engine.ChangeGone:
					words += " " + x.Next + " " + day(x.After)
				case engine.ChangeLess, engine.ChangeTaskLess:
					words += " " + day(x.Before)
				case engine.ChangeNew, engine.ChangeMore, engine.ChangeTaskNew, engine.ChangeTaskMore:
					words += " " + day(x.After)
				}
				got = append(got, words)
			}
			for _, n := range changes.Totals {
				total += n
			}
			if changes.Within > 0 {
				got = append(got, fmt.Sprintf("within the day %d", changes.Within))
			}
			if changes.Tasks > 0 {
				got = append(got, fmt.Sprintf("tasks within the day %d", changes.Tasks))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			if total != len(changes.List) {
				t.Errorf("%d changes are counted, %d listed", total, len(changes.List))
			}
		})
	}
}
