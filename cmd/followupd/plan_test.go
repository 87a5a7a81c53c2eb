package main_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// quietWorld is a world whose mailbox isn't live, with two people in a sequence
// that begins in two days, and a version that a daemon took up.
func quietWorld(t *testing.T) *world {
	t.Helper()
	w := newQuietWorld(t)
	w.takenUp()
	return w
}

// newQuietWorld is one in which no daemon has run yet.
func newQuietWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	w.write("config.yaml", strings.Replace(read(t, w.path("config.yaml")), "live: true", "live: false", 1))
	w.write("sequences/intro.yaml", planYAML)
	w.write("templates/last.md", "---\n---\nHi {{ .first_name }},\n\nIs a plain no the right answer for now?\n\n{{ .sender.name }}\n")
	w.write("templates/values.yaml", "values:\n  - {id: list, title: a short list, good_for: \"finding where a quote waits\"}\n  - {id: end, title: a clear end, good_for: an empty desk}\n")
	w.write("people.csv", "email,first_name,company,timezone\nbo@berg.example,Bo,Berg,UTC\nzoe@xu.example,Zoe,Xu,Asia/Tokyo\n")
	w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	return w
}

// takenUp has a daemon take up what the files say.
func (w *world) takenUp() {
	w.t.Helper()
	d := w.start().ready()
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		w.t.Fatalf("exit code %d:\n%s", code, d.log)
	}
}

const planYAML = `name: intro
goal: a first talk
mailbox: ana
window: always
steps:
  - {id: opening, wait: 2d, template: opening, objective: learn whether late quotes cost them orders, value: list}
  - {id: last, wait: 3d, template: last, objective: a yes or a no, value: end}
`

// A mail with a gap is due neither in plan nor in status, and both say what it
// waits for.
func TestPlanAndStatusAgreeOnAGap(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("templates/opening.md", strings.Replace(openingMD, "A quote that", "A quote from {{ .city }} that", 1))
	w.must("set", "zoe@xu.example", "city=Tokyo")
	w.expect([]string{"plan"}, 0, ": 2 mails, if nobody answers", "1 person would go no further", "templates/opening.md:6:14: ")
	w.expect([]string{"status"}, 0, "1 mail is due so far", "The mail to bo@berg.example waits for the field city. Fill it in: ")
	w.expect([]string{"status", "--json"}, 0, `"gaps":[{"what":"the field city","fill":true,"who":{`)
	w.expect([]string{"report"}, 0, "The mail to bo@berg.example waits for the field city")
	w.must("set", "bo@berg.example", "city=Graz")
	w.expect([]string{"plan"}, 0, ": 4 mails, if nobody answers", "!city")
	w.expect([]string{"status"}, 0, "2 mails are due so far", "!city")
}

// Files with errors are not in force: status goes by what is, as plan does.
func TestStatusByWhatIsInForce(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.must("set", "bo@berg.example", "first_name=")
	w.takenUp()
	w.expect([]string{"status"}, 0, "1 mail is due so far", "waits for the field first_name")
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "template: last", "template: lst", 1))
	w.expect([]string{"status"}, 0, "1 mail is due so far", "waits for the field first_name")
}

// Before a daemon ran nothing is in force: a copy that is edited is compared with
// the files themselves.
func TestPlanComparesBeforeTheFirstStart(t *testing.T) {
	t.Parallel()
	w := newQuietWorld(t)
	w.write("edited/intro.yaml", strings.Replace(planYAML, "wait: 3d", "wait: 4d", 1))
	w.expect([]string{"plan", "--sequences", w.path("edited")}, 0,
		"The files in those folders (", ") are not yours yet. ", "2 mails go out on another day:")
	w.expect([]string{"plan"}, 0, "!against")
	w.write("sequences/intro.yaml", planYAML+"  - id: bad\n")
	w.expect([]string{"plan", "--sequences", w.path("edited")}, 0, "!against")
}

func TestPlanShowsWhatAnEditChanges(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.expect([]string{"plan"}, 0, "4 mails, if nobody answers", "!not in force")
	w.expect([]string{"plan", "--against", "before"}, 1, "there was no version before this one")
	w.expect([]string{"plan", "--against", "fffffff"}, 1, `there is no version "fffffff"`)

	// A copy that is edited is not in force.
	w.write("edited/intro.yaml", strings.Replace(strings.Replace(planYAML, "wait: 3d", "wait: 4d", 1), "id: opening", "id: hello", 1))
	w.expect([]string{"plan", "--sequences", w.path("edited")}, 0,
		"Your files (", ") are not in force. What they change against those of ", "2 people stand at a step that went away:",
		"Bo, Berg <bo@berg.example>: intro/opening", "; next is hello, ")
	w.expect([]string{"plan"}, 0, "!not in force")

	w.write("sequences/intro.yaml", strings.Replace(planYAML, "wait: 3d", "wait: 4d", 1))
	w.write("templates/opening.md", strings.Replace(openingMD, "takes longest", "takes you longest", 1))
	w.expect([]string{"plan"}, 0, "2 mails say something else:", "the template opening was edited", "2 mails go out on another day:", " instead of ")
	var plan struct {
		Mails   []struct{ Step string }
		Changes struct {
			From, To struct {
				Hash  string
				Since time.Time
			}
			Totals  map[string]int
			Changes []struct {
				Kind, Address, Step string
				Before, After       time.Time
			}
		}
	}
	if err := json.Unmarshal([]byte(w.must("plan", "--json").stdout), &plan); err != nil {
		t.Fatal(err)
	}
	if c := plan.Changes; len(plan.Mails) != 4 || c.From.Since.IsZero() || !c.To.Since.IsZero() || c.Totals["another_day"] != 2 || c.Totals["another_mail"] != 2 || len(c.Changes) != 4 {
		t.Errorf("%+v", plan)
	}
	for _, c := range plan.Changes.Changes {
		if late := c.After.Sub(c.Before); c.Kind == "another_day" && (c.Step != "last" || late != 24*time.Hour) {
			t.Errorf("%s is %s later", c.Step, late)
		}
	}

	// Once it is in force there is nothing to compare, but with before.
	w.takenUp()
	w.expect([]string{"plan"}, 0, "!change against")
	w.expect([]string{"plan", "--against", "before"}, 0, "What the sequences of ", " change against those of ", "2 mails go out on another day:")
	w.expect([]string{"plan", "--against", strings.ToUpper(plan.Changes.From.Hash[:7])}, 0, "2 mails go out on another day:")
	w.expect([]string{"why", "bo@berg.example"}, 0, " and the sequences of ", "("+plan.Changes.From.Hash[:7]+")")
}

// What an edit changes about the owner's own tasks is told as well.
func TestPlanShowsWhatAnEditChangesAboutTasks(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	const call = "  - {id: call, wait: 1d, task: call them, objective: hear it}\n"
	w.write("sequences/intro.yaml", planYAML+call)
	w.expect([]string{"plan"}, 0, "2 tasks of yours are of a step that is new:", "Bo, Berg <bo@berg.example>: intro/call, ", "!nothing: the same")
	w.takenUp()
	w.write("sequences/intro.yaml", planYAML+strings.NewReplacer("wait: 1d", "wait: 2d", "call them", "call twice").Replace(call))
	w.expect([]string{"plan"}, 0, "2 tasks of yours say something else:", `: "call twice", not "call them"`, "2 tasks of yours come on another day:", " instead of ")
	w.write("sequences/intro.yaml", planYAML)
	w.expect([]string{"plan"}, 0, "2 tasks of yours don't come in this time any more:", "intro/call, was ")
	w.expect([]string{"plan", "--json"}, 0, `"totals":{"one_task_less":2}`)
}

// Files with errors change nothing about what goes out.
func TestPlanByWhatIsInForce(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "template: last", "template: lst", 1))
	w.expect([]string{"plan"}, 0, "Your files have errors, so this is by the version in force", "intro.yaml:7:", "did you mean last?", "4 mails, if nobody answers")
	if out := w.must("plan", "--json").stdout; !regexp.MustCompile(`"edits_problem":"[^"]*intro.yaml:7:`).MatchString(out) {
		t.Error(out)
	}
	if err := os.Remove(w.path("state/ledger.db")); err != nil {
		t.Fatal(err)
	}
	w.expect([]string{"plan"}, 78, "intro.yaml:7:", "did you mean last?")
}

func TestPlanTellsWhoComesBack(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.expect([]string{"plan"}, 0, "!comes back", "!come back")
	w.must("snooze", "zoe@xu.example", "6d")
	w.expect([]string{"plan"}, 0, "1 person comes back", "Zoe, Xu <zoe@xu.example>, snoozed till then", "is intro/opening")
	var plan struct {
		Wakeups []struct{ Address, Step, From, Zone string }
	}
	if err := json.Unmarshal([]byte(w.must("plan", "--json").stdout), &plan); err != nil {
		t.Fatal(err)
	}
	if len(plan.Wakeups) != 1 || plan.Wakeups[0].Zone != "Asia/Tokyo" || plan.Wakeups[0].From != "snoozed" {
		t.Errorf("%+v", plan.Wakeups)
	}
}

// Who plans sees where mails may go out on a holiday, for nobody knows of it.
func TestPlanTellsWhoseHolidaysAreNotKnown(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.expect([]string{"plan"}, 0, "!holidays") // its window is always open
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "window: always", `window: {days: [mon, tue, wed, thu, fri, sat, sun], hours: "00:00-24:00"}`, 1))
	w.expect([]string{"plan"}, 0, "4 mails", "\n\n! 2 mails go to people of whom no country is known;")
	w.must("set", "bo@berg.example", "timezone=Europe/Berlin")
	w.expect([]string{"plan"}, 0, "4 mails", "!holidays")
	w.must("set", "bo@berg.example", "timezone=Pacific/Funafuti")
	w.must("set", "zoe@xu.example", "timezone=Europe/Istanbul")
	w.expect([]string{"plan"}, 0, "4 mails",
		"\n\n! Only 1 January and 25 December are taken as public holidays where", "Tuvalu", "(2 mails).",
		"Mails may go out on public holidays that follow the moon, which aren't known: Turkey (2 mails).\n")
	w.expect([]string{"plan", "--json"}, 0, `"holidays_not_known":[{"country":"TR","moon":true,"mails":2},{"country":"TV","moon":false,"mails":2}]`)
}
