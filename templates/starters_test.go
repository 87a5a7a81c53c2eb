package templates_test

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"followupd/sequences"
	"followupd/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// starters reads the embedded folder as a user's would be read.
func starters(t *testing.T) *templates.Set {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(templates.Starters(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files["templates/"+name], err = fs.ReadFile(templates.Starters(), name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	set, problems := templates.ParseSet(files)
	if len(problems) > 0 {
		t.Fatalf("the starters have problems:\n%v", problems)
	}
	return set
}

// starterSequences reads the sequences that come with the templates.
func starterSequences(t *testing.T, set *templates.Set) map[string]sequences.Sequence {
	t.Helper()
	paths, err := filepath.Glob("../sequences/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sequences: %v", err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		if files[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	read, problems := sequences.ParseSet(files, sequences.Known{
		Mailboxes: []string{"ana"}, Templates: set.Names(), Values: set.Values().IDs(),
	})
	if len(problems) > 0 {
		t.Fatalf("the starters have problems:\n%v", problems)
	}
	return read
}

// sampleFields are the columns that the starters speak of.
func sampleFields() map[string]string {
	return map[string]string{
		"first_name": "Dana", "last_name": "Ruiz", "anrede": "Frau", "company": "Ruiz Windows", "topic": "faster quotes",
		"phone": "+34 91 1234", "document": "the quoting guide", "fair": "the Window Fair", "proposal": "the proposal of 3 November", "bought": "the new price list",
	}
}

func TestStartersArePassedByTheLinter(t *testing.T) {
	t.Parallel()
	set := starters(t)
	known := slices.Collect(maps.Keys(sampleFields()))
	used := map[string]bool{}
	for _, s := range starterSequences(t, set) {
		used[s.OnSnoozeEnd], used[s.ReferralOpening] = true, true
		for i, step := range mailsOf(s) {
			used[step.Template] = true
			tpl, _ := set.Template(step.Template)
			value, _ := set.Values().Value(step.Value)
			problems := templates.Lint(tpl, templates.LintContext{
				First: i == 0, FollowUp: i > 0, Known: known, Values: []templates.Value{value}, Files: map[string]int64{},
			})
			for _, p := range problems {
				t.Error(p)
			}
			if tpl.Idea == "" {
				t.Errorf("%s doesn't say which idea it follows", tpl.File)
			}
			if value.Language != tpl.Language {
				t.Errorf("%s in %s gives a value in %s", tpl.File, tpl.Language, value.Language)
			}
		}
	}
	for _, name := range set.Names() {
		if !used[name] {
			t.Errorf("template %s is used nowhere", name)
		}
		tpl, _ := set.Template(name)
		for _, p := range templates.Lint(tpl, templates.LintContext{Known: known}) {
			t.Error(p)
		}
	}
	if n := len(set.Names()); n < 35 {
		t.Errorf("%d templates, want 25 in English and 10 in German", n)
	}
	if problems := templates.LintValues(set.Values(), templates.LintContext{Files: map[string]int64{}}); len(problems) > 0 {
		t.Error(problems)
	}
}

// Each starter is read through in testdata/starters: as it goes out when
// everything is known, and when nothing is but what it can't do without.
func TestStartersRender(t *testing.T) {
	t.Parallel()
	set := starters(t)
	for _, s := range starterSequences(t, set) {
		for i, step := range mailsOf(s) {
			name := s.Name + "-" + string(rune('1'+i)) + "-" + step.Template
			goldenMail(t, set, name, step.Template, step.Value)
			if i == 0 && s.ReferralOpening != "" {
				goldenMail(t, set, s.Name+"-1-"+s.ReferralOpening, s.ReferralOpening, step.Value)
			}
		}
	}
	goldenMail(t, set, "after-snooze", "after-snooze", "")
	goldenMail(t, set, "de-after-snooze", "de-after-snooze", "")
}

// mailsOf are the mails of a sequence.
func mailsOf(s sequences.Sequence) []sequences.Step {
	var mails []sequences.Step
	for _, step := range s.Steps {
		if step.Task == "" {
			mails = append(mails, step)
		}
	}
	return mails
}

func goldenMail(t *testing.T, set *templates.Set, name, template, value string) {
	t.Helper()
	tpl, ok := set.Template(template)
	if !ok {
		t.Errorf("no template %s", template)
		return
	}
	full := sample()
	full.Fields = sampleFields()
	full.Value, _ = set.Values().Value(value)
	full.Notes = map[string]string{
		"estimator": "a second estimator was to start in October", "said": "quotes wait for the one person who knows the prices",
		"agreed": "quotes take nine days, and four would win you more orders", "next_step": "we go through your last three quotes on Tuesday at ten",
		"goal": "half the time from question to quote", "then": "the new price list would be out",
	}
	if tpl.Language == "de" {
		full.Fields["topic"], full.Fields["company"] = "schnellere Angebote", "Ruiz Fensterbau"
		full.Last.Words, full.Last.Given = "Melden Sie sich nach der Messe noch einmal.", "die Angebots-Checkliste"
		full.Notes["estimator"], full.Notes["then"] = "im Oktober sollte ein zweiter Kalkulator anfangen", "die neue Preisliste da sein sollte"
	}
	bare := full
	bare.Fields = map[string]string{"first_name": "Dana", "last_name": "Ruiz"}
	bare.Notes = map[string]string{}
	bare.Last, bare.Reason, bare.Source, bare.Referral = templates.LastExchange{}, "", "", ""
	for _, need := range tpl.Needs {
		if note, ok := strings.CutPrefix(need, "note."); ok {
			bare.Notes[note] = full.Notes[note]
		} else if need == "referral" {
			bare.Referral = full.Referral
		}
	}
	var b strings.Builder
	for _, data := range []templates.Data{full, bare} {
		got, holes := tpl.Render(data)
		if len(holes) > 0 {
			t.Errorf("%s: holes %v", name, holes)
		}
		b.WriteString("Subject: " + got.Subject + "\n\n" + got.Text + "\n--------\n")
	}
	path := filepath.Join("testdata", "starters", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is now:\n%s\nrun go test ./templates -update and read the difference", name, b.String())
	}
}
