package sequences_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/strictyaml"
	"followupd/sequences"
)

const intro = `name: intro
goal: a first 20-minute conversation about their quoting process
mailbox: ana
window: {days: [tue, wed, thu], hours: "09:00-11:30", zone: prospect, holidays: prospect}
steps:
  - id: opening
    template: opening
    objective: learn whether late quotes cost them orders
    value: quoting-checklist
  - id: estimator
    wait: 3bd                  # business days; also 36h, 2w, 10s
    template: what-has-changed
    needs: [note.estimator]    # leans on a fact
    objective: learn what has changed since the new estimator
    value: benchmark-2026
  - id: last
    wait: 10bd
    template: close-the-file
    objective: a yes or a no, both welcome
    value: permission-to-close
replies:                        # what each intent does
  meeting: escalate
  interested: escalate
  question: escalate
  referral: escalate
  later: snooze
  auto_reply: wait
  not_interested: stop
  wrong_person: stop
  opt_out: suppress
  unclear: hold
company: hold                   # a colleague's answer
`

func TestParse(t *testing.T) {
	t.Parallel()
	got, _, problems := sequences.Parse("sequences/intro.yaml", []byte(intro))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := sequences.Sequence{
		Name: "intro", Goal: "a first 20-minute conversation about their quoting process", Mailbox: "ana",
		Window: sequences.Window{
			Days: []time.Weekday{time.Tuesday, time.Wednesday, time.Thursday},
			From: 540, To: 690, Zone: "prospect", Holidays: "prospect",
		},
		Steps: []sequences.Step{
			{ID: "opening", Template: "opening", Objective: "learn whether late quotes cost them orders", Value: "quoting-checklist"},
			{ID: "estimator", Wait: sequences.Wait{BusinessDays: 3}, Template: "what-has-changed", Needs: []string{"note.estimator"}, Objective: "learn what has changed since the new estimator", Value: "benchmark-2026"},
			{ID: "last", Wait: sequences.Wait{BusinessDays: 10}, Template: "close-the-file", Objective: "a yes or a no, both welcome", Value: "permission-to-close"},
		},
		Replies: map[string]sequences.Action{
			"meeting": "escalate", "interested": "escalate", "question": "escalate", "referral": "escalate", "later": "snooze",
			"auto_reply": "wait", "not_interested": "stop", "wrong_person": "stop", "opt_out": "suppress", "unclear": "hold",
		},
		Company: sequences.CompanyHold,
		File:    "sequences/intro.yaml",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

const head = "name: a\nmailbox: m\n"

func stepsOf(waits ...string) string {
	var b strings.Builder
	b.WriteString("steps:\n")
	for i, wait := range waits {
		fmt.Fprintf(&b, "  - {id: s%d, template: t, objective: o, value: v%d%s}\n", i, i, wait)
	}
	return b.String()
}

func TestParseDefaultsAndRest(t *testing.T) {
	t.Parallel()
	src := head + `give_up: 4
away: 5d
on_snooze_end: what-now
steps:
  - id: one
    wait: 90s
    template: t
    objective: o
    value: v
    window: {hours: "14:00 - 16:00"}
  - id: two
    wait: 2w
    template: t
    objective: o
    value: w
    subject: A new thread
    window: always
  - id: three
    wait: 1d12h
    template: t
    objective: o
    value: x
    needs: [first_name, note.price]
    window: {days: [mon, sunday, monday], zone: utc+2, holidays: ES}
`
	s, _, problems := sequences.Parse("a.yaml", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	day := sequences.Window{From: 540, To: 1020, Zone: "prospect", Holidays: "prospect"}
	if !reflect.DeepEqual(s.Window, day) {
		t.Errorf("window %+v, want the working day", s.Window)
	}
	if s.GiveUp != 4 || s.Away != 5*24*time.Hour || s.OnSnoozeEnd != "what-now" || s.Replies != nil || s.Company != "" {
		t.Errorf("got %+v", s)
	}
	afternoon := day
	afternoon.From, afternoon.To = 840, 960
	own := day
	own.Days, own.Zone, own.Holidays = []time.Weekday{time.Sunday, time.Monday}, "UTC+02:00", "ES"
	for i, want := range []sequences.Window{afternoon, {Always: true}, own} {
		if got := *s.Steps[i].Window; !reflect.DeepEqual(got, want) {
			t.Errorf("window of step %d: %+v, want %+v", i, got, want)
		}
	}
	if got := []sequences.Wait{s.Steps[0].Wait, s.Steps[1].Wait, s.Steps[2].Wait}; !reflect.DeepEqual(got, []sequences.Wait{
		{Plain: 90 * time.Second}, {Plain: 14 * 24 * time.Hour}, {Plain: 36 * time.Hour},
	}) {
		t.Errorf("waits %v", got)
	}
	if s.Steps[1].Subject != "A new thread" || !slices.Equal(s.Steps[2].Needs, []string{"first_name", "note.price"}) {
		t.Errorf("steps %+v", s.Steps)
	}
}

func TestParseWindowOverTheSequences(t *testing.T) {
	t.Parallel()
	src := head + "window: {days: [tue], zone: mailbox, holidays: none}\nsteps:\n  - {id: a, template: t, objective: o, value: v, window: {hours: '14:00-15:00'}}\n"
	s, _, problems := sequences.Parse("a.yaml", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := sequences.Window{Days: []time.Weekday{time.Tuesday}, From: 840, To: 900, Zone: "mailbox", Holidays: "none"}
	if !reflect.DeepEqual(*s.Steps[0].Window, want) {
		t.Errorf("got %+v, want %+v", *s.Steps[0].Window, want)
	}
}

// A step's own window doesn't inherit "always": it would say nothing.
func TestParseWindowOverAlways(t *testing.T) {
	t.Parallel()
	src := head + "window: always\nsteps:\n  - {id: a, template: t, objective: o, value: v, window: {days: [fri]}}\n"
	s, _, problems := sequences.Parse("a.yaml", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := sequences.Window{Days: []time.Weekday{time.Friday}, From: 540, To: 1020, Zone: "prospect", Holidays: "prospect"}
	if !s.Window.Always || !reflect.DeepEqual(*s.Steps[0].Window, want) {
		t.Errorf("windows %+v and %+v", s.Window, *s.Steps[0].Window)
	}
}

// Every error text as people see it.
func TestParseProblems(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, src string
		want      []string
	}{
		{"empty", "", []string{"f.yaml:1:1: the file is empty (a sequence begins with name: and has steps:)"}},
		{"nothing in it", "{}", []string{
			"f.yaml:1:1: mailbox: is missing (the name of the mailbox it is sent from)",
			"f.yaml:1:1: name: is missing (name: intro)",
			"f.yaml:1:1: steps: there are no steps (begin with - id: opening)",
		}},
		{"a wait", strings.Replace(intro, "10bd", "3 dayz", 1), []string{`f.yaml:17:11: steps[2].wait: "3 dayz" is not a duration (try 3d)`}},
		{"unknown key", strings.Replace(intro, "company:", "compny:", 1), []string{"f.yaml:32:1: compny: there is no such key (did you mean company?)"}},
		{"a step's unknown key", head + "steps: [{id: a, template: t, objective: o, value: v, neds: [x]}]", []string{
			"f.yaml:3:54: steps[0].neds: there is no such key (did you mean needs?)",
		}},
		{"missing in a step", head + "steps:\n  - id: a\n  - template: t\n    wait: 3bd\n    objective: ' '\n    value: v\n", []string{
			"f.yaml:4:5: steps[0].objective: is missing (say what this mail is to achieve)",
			"f.yaml:4:5: steps[0].template: is missing (the name of a template's file, without .md)",
			"f.yaml:4:5: steps[0].value: is missing (say what this mail gives to the reader)",
			"f.yaml:5:5: steps[1].id: is missing (id: opening)",
			"f.yaml:7:16: steps[1].objective: is empty (say what this mail is to achieve)",
		}},
		{"told once", head + "steps:\n  - {id: 1, template: t, objective: 2, value:, wait: soon}\n", []string{
			`f.yaml:4:10: steps[0].id: must be text, not a number (write it in quotes: "1")`,
			`f.yaml:4:37: steps[0].objective: must be text, not a number (write it in quotes: "2")`,
			"f.yaml:4:40: steps[0].value: has no value (give it one, or remove the key)",
			`f.yaml:4:54: steps[0].wait: "soon" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`,
		}},
		{"a when", head + "steps:\n  - id: a\n    template: t\n    objective: o\n    value: v\n    when: {standing: [warm], answered: [none, question], has: [], not: {field: {city: []}, ansered: any}}\n", []string{
			`f.yaml:8:23: steps[0].when.standing[0]: "warm" is not a standing (one of new, into you, warming, dark, not that into you)`,
			"f.yaml:8:40: steps[0].when.answered: none goes with no other kind of answer (write answered: none alone)",
			"f.yaml:8:63: steps[0].when.has: names nothing (name something, or remove the line)",
			"f.yaml:8:87: steps[0].when.not.field.city: names nothing (name a value, or write has: city)",
			"f.yaml:8:92: steps[0].when.not.ansered: there is no such key (did you mean answered?)",
		}},
		{"days", head + "steps:\n  - {id: a, on: soon!, template: t, objective: o, value: v}\n  - {id: b, on: 2027-02-30, template: t, objective: o, value: w}\n" +
			"  - {id: c, on: fair - 1bd, wait: 2d, template: t, objective: o, value: x}\n  - {id: d, on: fair - 5d, template: t, objective: o, value: y}\n" +
			"  - {id: e, wait: 2bd, late: 1d, template: t, objective: o, value: z}\ngive_up: 9\n", []string{
			`f.yaml:4:17: steps[0].on: "soon!" is no day (try 2027-03-14, or a field with its distance: renewal_date - 30d, fair_date + 2bd)`,
			"f.yaml:5:17: steps[1].on: there is no day 2027-02-30 (dates are written as 2027-03-14)",
			"f.yaml:6:35: steps[2].wait: goes with no on:, which says when already (remove one of the two)",
			"f.yaml:7:17: steps[3].on: fair - 5d is before fair - 1bd of the step \"c\" above it (steps go out in their order: put this one first)",
			"f.yaml:8:30: steps[4].late: goes with on: alone (remove the line, or name a day)",
		}},
		{"a when of nothing", head + "steps: [{id: a, template: t, objective: o, value: v, when: {}}]", []string{
			"f.yaml:3:60: steps[0].when: says nothing (try when: {field: {country: [DE, AT]}}, or remove the line)",
		}},
		{"names", "name: My Sequence\nmailbox: m\nsteps: [{id: -x, template: t, objective: o, value: v}]", []string{
			`f.yaml:1:7: name: "My Sequence" is not a name (lower case letters, digits, - and _, at most 64)`,
			`f.yaml:3:14: steps[0].id: "-x" is not a name (lower case letters, digits, - and _, at most 64)`,
		}},
		{"the same twice", head + "steps:\n  - {id: a, template: t, objective: o, value: v}\n  - {id: a, wait: 2bd, template: t, objective: o, value: v}\n", []string{
			`f.yaml:5:10: steps[1].id: "a" is the id of another step too (the first is in the step on line 4; give each step its own id)`,
			`f.yaml:5:58: steps[1].value: "v" is given twice (the first is in the step on line 4; give something else, or leave the step out)`,
		}},
		{"gaps", head + stepsOf("", "", ", wait: 6h", ", wait: 0s", ", wait: 24h", ", wait: 0bd") + "give_up: 9\n", []string{
			"f.yaml:5:5: steps[1].wait: is missing (say how long after the mail before it, as in 3bd)",
			"f.yaml:6:58: warning: steps[2].wait: 6h is very soon after the mail before it (give people 2bd or more; shorter waits are for trying things out) [short-gap]",
			"f.yaml:7:58: warning: steps[3].wait: 0s is very soon after the mail before it (give people 2bd or more; shorter waits are for trying things out) [short-gap]",
			"f.yaml:9:58: warning: steps[5].wait: 0s is very soon after the mail before it (give people 2bd or more; shorter waits are for trying things out) [short-gap]",
		}},
		{"many mails", head + stepsOf("", ", wait: 2bd", ", wait: 2bd", ", wait: 2bd", ", wait: 2bd", ", wait: 2bd", ", wait: 2bd") + "give_up: 9\n", []string{
			"f.yaml:3:1: warning: steps: 7 mails are many for somebody who doesn't answer (6 are enough; end with one that lets go) [many-mails]",
		}},
		{"unsafe answers", head + stepsOf("") + "replies:\n  opt_out: wait\n  question: snooze\n  later: wait\n  not_interested: wait\n  unclear: hodl\n  maybe: hold\n  bounce: stop\n  not-interested: hold\n", []string{
			"f.yaml:6:12: replies.opt_out: wait isn't safe here (it is always suppress)",
			"f.yaml:7:13: replies.question: snooze isn't safe here (it can be escalate, hold, stop)",
			"f.yaml:8:10: replies.later: wait isn't safe here (it can be snooze, hold, escalate, stop)",
			"f.yaml:9:19: replies.not_interested: wait isn't safe here (it can be stop, hold, escalate, suppress)",
			`f.yaml:10:12: replies.unclear: "hodl" is not an action (did you mean hold?)`,
			`f.yaml:11:3: replies.maybe: "maybe" is not a kind of answer (known are auto_reply, interested, later, meeting, not_interested, opt_out, question, referral, unclear, wrong_person)`,
			"f.yaml:12:3: replies.bounce: a bounce always ends the sequence (remove this line)",
			`f.yaml:13:3: replies.not-interested: "not-interested" is not a kind of answer (did you mean not_interested?)`,
		}},
		{"window", head + stepsOf("") + "window:\n  days: [tues, mon-fri, Mon, x]\n  hours: 9-11\n  zone: Madrid\n  holidays: Spain\n", []string{
			`f.yaml:6:10: window.days[0]: "tues" is not a day of the week (did you mean tue?)`,
			`f.yaml:6:16: window.days[1]: "mon-fri" is not a day of the week (name each day: [mon, tue, wed])`,
			`f.yaml:6:25: window.days[2]: "Mon" is not a day of the week (did you mean mon?)`,
			`f.yaml:6:30: window.days[3]: "x" is not a day of the week (mon, tue, wed, thu, fri, sat or sun)`,
			`f.yaml:7:10: window.hours: "9-11" is not a span of hours (try "09:00-11:30")`,
			`f.yaml:8:9: window.zone: "Madrid" is not a time zone (did you mean Europe/Madrid?)`,
			`f.yaml:9:13: window.holidays: "Spain" is not a country's code (did you mean ES?)`,
		}},
		{"windows that never open", head + `steps: [{id: a, template: t, objective: o, value: v, window: {days: []}}]` + "\nwindow: {hours: '17:00-09:00', holidays: XX, zone: Europe/Atlantis}\n", []string{
			"f.yaml:3:69: steps[0].window.days: names no day, so nothing would ever go out ([tue, wed, thu], or remove the line for Monday to Friday)",
			`f.yaml:4:17: window.hours: "17:00-09:00" never opens: it ends before it begins (write the earlier time first; a window can't go past midnight)`,
			`f.yaml:4:42: window.holidays: "XX" is not a country's code (prospect, none, or a country's code like ES)`,
			`f.yaml:4:52: window.zone: "Europe/Atlantis" is not a time zone (did you mean Europe/Athens?)`,
		}},
		{"hours past the day", head + stepsOf("") + "window: {hours: '20:00-24:30'}\n", []string{
			`f.yaml:5:17: window.hours: "20:00-24:30" is not a span of hours (the day ends at 24:00)`,
		}},
		{"hours of no length", head + stepsOf("") + "window: {hours: '10:00-10:00'}\n", []string{
			`f.yaml:5:17: window.hours: "10:00-10:00" never opens: it ends before it begins (write the earlier time first; a window can't go past midnight)`,
		}},
		{"a word for a window", head + stepsOf("") + "window: anytime\n", []string{
			`f.yaml:5:9: window: must be a group of keys, or the word always (try {days: [tue, wed, thu], hours: "09:00-11:30"})`,
		}},
		{"holidays nobody knows", head + stepsOf("") + "window: {holidays: TV}\n", []string{
			"f.yaml:5:20: warning: window.holidays: the public holidays of TV aren't known, but for 1 January and 25 December (mails may go out on the others) [unknown-holidays]",
		}},
		{"holidays known in part", head + stepsOf("") + "window: {holidays: TH}\n", []string{
			"f.yaml:5:20: warning: window.holidays: the public holidays of TH that follow the moon aren't known (mails may go out on them) [unknown-holidays]",
		}},
		{"the rest", head + "steps: [{id: a, template: t, objective: o, value: v, needs: [note.x.y, 'a b'], subject: ''}]\ncompany: ignored\ngive_up: 0\naway: 3bd\non_snooze_end: ''\n", []string{
			`f.yaml:3:62: steps[0].needs[0]: "note.x.y" is not the name of a field or note (letters, digits and _ alone, as in first_name or note.estimator)`,
			`f.yaml:3:72: steps[0].needs[1]: "a b" is not the name of a field or note (letters, digits and _ alone, as in first_name or note.estimator)`,
			"f.yaml:3:89: steps[0].subject: is empty (write something, or remove the line)",
			`f.yaml:4:10: company: "ignored" is not a rule for companies (did you mean ignore?)`,
			"f.yaml:5:10: give_up: must be from 1 to 20, not 0 (3 is the default)",
			`f.yaml:6:7: away: "3bd" counts business days, which can't be used here (try 3d)`,
			"f.yaml:7:16: on_snooze_end: is empty (write something, or remove the line)",
		}},
		{"a subject of two lines", head + "steps: [{id: a, template: t, objective: o, value: v, subject: \"a\\nb\"}]", []string{
			"f.yaml:3:63: steps[0].subject: must be one line (remove the line break)",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, _, problems := sequences.Parse("f.yaml", []byte(tt.src))
			compare(t, problems, tt.want)
		})
	}
}

func compare(t *testing.T, got strictyaml.Problems, want []string) {
	t.Helper()
	var lines []string
	for _, p := range got {
		lines = append(lines, p.String())
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestParseSet(t *testing.T) {
	t.Parallel()
	known := sequences.Known{
		Mailboxes: []string{"ana"},
		Templates: []string{"opening", "what-has-changed", "close-the-file"},
		Values:    []string{"quoting-checklist", "benchmark-2026", "permission-to-close"},
		Fields:    []string{"first_name", "company"},
	}
	good, problems := sequences.ParseSet(map[string][]byte{"intro.yaml": []byte(intro)}, known)
	if len(problems) > 0 || good["intro"].Name != "intro" {
		t.Fatal(good, problems)
	}
	set, problems := sequences.ParseSet(map[string][]byte{
		"a.yaml":     []byte(intro),
		"b.yaml":     []byte("name: intro\nmailbox: anna\nsteps:\n  - {id: a, template: openning, objective: o, value: nothing, needs: [first_nam, note.x]}\non_snooze_end: gone\n"),
		"syntax.yml": []byte("name: [\n"),
	}, known)
	if got := slices.Collect(maps.Keys(set)); !slices.Equal(got, []string{"intro"}) || set["intro"].File != "a.yaml" {
		t.Errorf("set has %v", set)
	}
	compare(t, problems, []string{
		`b.yaml:1:7: name: "intro" is taken (the first is in a.yaml:1)`,
		`b.yaml:2:10: mailbox: there is no mailbox "anna" in the configuration (did you mean ana?)`,
		`b.yaml:4:23: steps[0].template: there is no template "openning" in the templates folder (did you mean opening?)`,
		`b.yaml:4:54: steps[0].value: there is no value "nothing" in the value catalogue (known are benchmark-2026, permission-to-close, quoting-checklist)`,
		`b.yaml:4:71: warning: steps[0].needs[0]: nobody has a field "first_nam", so this step is skipped for everyone (did you mean first_name?) [unknown-field]`,
		`b.yaml:5:16: on_snooze_end: there is no template "gone" in the templates folder (known are close-the-file, opening, what-has-changed)`,
		`syntax.yml:1:7: the list isn't closed (add a ])`,
	})
	_, problems = sequences.ParseSet(map[string][]byte{"w.yaml": []byte(head + "steps:\n  - id: a\n    template: opening\n    objective: o\n    value: benchmark-2026\n" +
		"    when: {has: compny, field: {note.x: y, first_nam: z}, not: {given: [benchmark-2025, benchmark-2026]}}\n")}, sequences.Known{Usual: known.Fields, Values: known.Values})
	compare(t, problems, []string{
		`w.yaml:8:17: warning: steps[0].when.has[0]: nobody has a field "compny" so far (did you mean company?) [unknown-field]`,
		`w.yaml:8:55: warning: steps[0].when.field.first_nam: nobody has a field "first_nam" so far (did you mean first_name?) [unknown-field]`,
		`w.yaml:8:73: steps[0].when.not.given[0]: there is no value "benchmark-2025" in the value catalogue (did you mean benchmark-2026?)`,
	})
	if _, problems := sequences.ParseSet(map[string][]byte{"w.yaml": []byte(head + "steps: [{id: a, template: t, objective: o, value: v, needs: [machine], when: {has: stock_size}}]")},
		sequences.Known{Usual: known.Fields}); len(problems) > 0 {
		t.Errorf("fields that may come with the next list: %v", problems)
	}
	if _, problems := sequences.ParseSet(map[string][]byte{"intro.yaml": []byte(intro)}, sequences.Known{}); len(problems) > 0 {
		t.Errorf("with nothing to check against: %v", problems)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(intro))
	f.Fuzz(func(t *testing.T, src []byte) {
		s, doc, problems := sequences.Parse("f.yaml", src)
		if doc == nil {
			t.Fatal("no document")
		}
		if !problems.HasErrors() && (s.Name == "" || s.Mailbox == "" || len(s.Steps) == 0) {
			t.Fatalf("no errors, but %+v", s)
		}
	})
}

// Nothing is filled into a task.
func TestTaskWithBraces(t *testing.T) {
	t.Parallel()
	_, _, problems := sequences.Parse("f.yaml", []byte(head+"steps: [{id: a, task: 'call {{ .first_name }}', objective: o}]\n"))
	if len(problems) != 1 || problems[0].Path != "steps[0].task" || !strings.Contains(problems[0].Text, "nothing is filled into a task") {
		t.Error(problems)
	}
}
