package main_test

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestLintTellsOfWhatIsUsedNowhere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.expect([]string{"lint"}, 0, "no errors, 0 warnings")
	w.write("templates/old.md", "---\n---\nHi,\n\nWhat has changed?\n")
	w.write("templates/values.yaml", read(t, w.path("templates/values.yaml"))+"  - {id: spare, title: a spare, good_for: a rainy day}\n")
	w.write("templates/files/checklist.pdf", "%PDF")
	w.write("templates/README.md", "Notes on our templates, for those who edit them. What do you think?\n")
	w.write("templates/.hidden", "")
	w.write("sequences/later.yaml.bak", introYAML)
	w.write("sequences/notes~", "")
	w.expect([]string{"lint"}, 0,
		"templates/old.md:1:1: warning: unused: no step sends this template, so whatever it says, nobody reads it (name it in a step, or remove the file)",
		"templates/values.yaml:3:10: warning: values[1].id: no step gives spare, so nobody gets it (name it in a step, or remove it) [unused-value]",
		"templates/files/checklist.pdf: warning: nothing attaches this file (", "[unused-file]",
		"sequences/later.yaml.bak: warning: this isn't read: sequences are files that end in .yaml", "!hidden", "!notes~", "!.yaml~")

	// A reason silences them, inline; a file that has no room for one can be
	// moved or hidden.
	w.write("templates/old.md", "<!-- lint: ignore unused because it is for the spring -->\nHi,\n\nWhat has changed?\n")
	w.write("templates/values.yaml", strings.Replace(read(t, w.path("templates/values.yaml")), "rainy day}", "rainy day} # lint: ignore unused-value because it is for the spring", 1))
	w.expect([]string{"lint"}, 0, "!old.md", "!spare")

	// While a sequence can't be read, nothing is said of what it may use.
	w.write("sequences/broken.yaml", "name: broken\nsteps: [\n")
	w.expect([]string{"lint"}, 1, "sequences/broken.yaml:", "!unused")
}

// Each finding says for programs where, what, why, how better, how bad, and
// what to silence it by.
func TestLintFindingsAreWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/opening.md", strings.Replace(openingMD, "A quote that", "Just checking in with our holistic tool. A quote that", 1))
	w.write("sequences/intro.yaml", introYAML+"  - {id: soon, wait: 1h, template: opening, objective: o, value: lst}\n")
	var list []struct {
		File, Path, Text, Hint, Level, Rule, Excerpt string
		Line, Column                                 int
	}
	if err := json.Unmarshal([]byte(w.do("lint", "--json").stdout), &list); err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, f := range list {
		rules[f.Rule] = true
		if f.File == "" || f.Line == 0 || f.Column == 0 || f.Text == "" || f.Hint == "" || !strings.Contains(f.Excerpt, "^") || f.Level != "error" && f.Level != "warning" {
			t.Errorf("%+v", f)
		}
		if f.Rule == "" && f.Level == "warning" {
			t.Errorf("a warning that can't be silenced: %+v", f)
		}
	}
	for _, rule := range []string{"empty-follow-up", "jargon", "short-gap"} {
		if !rules[rule] {
			t.Errorf("no finding of %s: %+v", rule, list)
		}
	}
}

// A copy is linted where it lies, and plan says how.
func TestLintChecksOtherFolders(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("edited/intro.yaml", strings.Replace(planYAML, "wait: 3d", "wait: 3dayz", 1))
	w.expect([]string{"lint"}, 0, "no errors")
	w.expect([]string{"lint", "--sequences", "nowhere"}, 64, `--sequences: there is no folder "nowhere"`)
	w.expect([]string{"lint", "--sequences", w.path("edited")}, 1, "edited/intro.yaml:7:22: steps[1].wait: \"3dayz\" is not a duration")
	told := strings.Join(strings.Fields(w.must("plan", "--sequences", w.path("edited")).stdout), " ")
	if want := "(see them all with: followupd lint --sequences '" + w.path("edited") + "')"; !strings.Contains(told, "Your files have errors, so this is by the version in force.") || !strings.Contains(told, want) {
		t.Errorf("no %q in %s", want, told)
	}
	w.write("words/opening.md", "---\nsubject: x\n---\nHi,\n\nJust checking in. What now?\n")
	w.expect([]string{"lint", "--templates", w.path("words")}, 1, "words/opening.md:6:1: empty-follow-up", `there is no template "last"`)
}

func TestLintTellsOfAFollowUpThatMayComeFirst(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	const words = "templates/last.md:1:1: warning: no-subject: all mails before this one can be passed over"
	w.expect([]string{"lint"}, 0, "!no-subject")
	forSome := strings.Replace(planYAML, "template: opening,", "template: opening, needs: [company],", 1)
	w.write("sequences/intro.yaml", forSome)
	w.expect([]string{"lint"}, 0, words)
	w.write("sequences/intro.yaml", strings.Replace(forSome, "template: last,", "template: last, subject: Quotes,", 1))
	w.expect([]string{"lint"}, 0, "!no-subject")
	w.write("sequences/intro.yaml", strings.Replace(forSome, "template: last,", "template: last, needs: [company],", 1))
	w.expect([]string{"lint"}, 0, "!no-subject")
}

// One mistake is told once, where it was made.
func TestLintTellsOneMistakeOnce(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	values := read(t, w.path("templates/values.yaml"))
	w.write("templates/values.yaml", strings.Replace(values, "title: a short list", "titel: a short list", 1))
	w.expect([]string{"lint"}, 1, "values[0].titel: there is no such key (did you mean title?)", "!there is no value")
	w.write("templates/values.yaml", values)
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "objective: a yes", "objektive: a yes", 1))
	w.expect([]string{"lint"}, 1, "steps[1].objektive: there is no such key (did you mean objective?)", "!is missing")
	w.write("templates/opening.md", openingMD+"\n{{ with .note.tool }}You use {{ . }}.{{ end }}\n")
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "template: last,", "template: last, needs: [tool],", 1))
	w.expect([]string{"lint"}, 0, `there is no field "tool", only a note of that name, so this step is skipped for everyone (did you mean note.tool?) [unknown-field]`)
}

func TestLintTellsOfAPastDay(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "wait: 3d", "on: 2020-03-14", 1))
	w.expect([]string{"lint"}, 0, "sequences/intro.yaml:7:", "steps[1].on: 14 March 2020 is past, so this step is skipped for everyone (name a day to come", "[past-day]")
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "wait: 3d", "on: fair_date", 1))
	w.expect([]string{"lint"}, 0, "!past-day")
}
