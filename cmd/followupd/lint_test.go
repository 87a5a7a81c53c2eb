package main_test

import (
	"os"
	"strings"
	"testing"
)

// A field that looks like a slip is a warning, until somebody has it.
func TestLintTellsOfUnknownFields(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.expect([]string{"lint"}, 0, "no errors, 0 warnings")
	w.write("templates/opening.md", strings.ReplaceAll(openingMD, ".first_name", ".frist_name"))
	w.expect([]string{"lint"}, 0, "opening.md:4:7: warning: unknown-field:", "did you mean first_name?", "1 warning")
	w.write("templates/opening.md", strings.ReplaceAll(openingMD, ".first_name", ".machine"))
	w.expect([]string{"lint"}, 0, `nobody has a field "machine" so far`)
	w.write("people.csv", "email,machine,company\nbo@berg.example,mill,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled")
	w.expect([]string{"lint"}, 0, "no errors, 0 warnings")
}

// The subject that a step sets is looked at as a template's.
func TestLintLooksAtTheSubjectOfAStep(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for subject, want := range map[string]string{
		`"Quotes at {{ .compny }}"`:                 "(did you mean company?) [unknown-field]",
		`"Quotes at {{ .machine }}"`:                `nobody has a field "machine" so far, and a mail that lacks it is held (add the column`,
		`"Quotes at {{ or .machine \"work\" }}"`:    "no errors, 0 warnings",
		`"Quotes at {{ .company }}, {{ .reason }}"`: "no errors, 0 warnings",
	} {
		w.write("sequences/intro.yaml", strings.Replace(introYAML, "    template: opening", "    template: opening\n    subject: "+subject, 1))
		w.expect([]string{"lint"}, 0, want)
	}
	w.expect([]string{"lint"}, 0)
	for subject, want := range map[string]string{
		`"Quotes at {{ .company"`:     "intro.yaml:",
		`"Quotes at [Company Name]"`:  `"[Company Name]" looks like a blank that nothing fills`,
		`"Quotes at {{ shout .b }}"`:  "steps[0].subject",
		`"Quotes at {{ .note.a.b }}"`: "steps[0].subject",
	} {
		w.write("sequences/intro.yaml", strings.Replace(introYAML, "    template: opening", "    template: opening\n    subject: "+subject, 1))
		w.expect([]string{"lint"}, 1, want)
	}
}

// A usual field may still be one that nobody has who is written to.
func TestLintTellsOfFieldsThatNobodyUnderWayHas(t *testing.T) {
	t.Parallel()
	const words = `opening.md:6:7: warning: unknown-field: nobody in a sequence that sends this has a field "city", and a mail that lacks it is held (add the column to your import, or give it a fallback: {{ or .city "…" }})`
	w := newWorld(t)
	opening := strings.Replace(openingMD, "A quote that", `In {{ .city }} and {{ or .region "here" }}, to {{ .email }}: a quote that`, 1)
	w.write("templates/opening.md", opening)
	w.write("templates/other.md", opening)
	w.write("sequences/other.yaml", strings.NewReplacer("name: intro", "name: other", "template: opening", "template: other").Replace(introYAML))
	w.expect([]string{"lint"}, 0, "!unknown-field")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\nal@acme.example,Al,Acme\n")
	w.expect(importArgs(), 0, "2 enrolled")
	w.expect([]string{"lint"}, 0, words, "!other.md", "1 warning")
	w.expect([]string{"lint", "--json"}, 0, `"rule":"unknown-field"`)
	w.must("set", "bo@berg.example", "city=Graz")
	w.expect([]string{"lint"}, 0, "!unknown-field")
	w.must("stop", "bo@berg.example")
	w.expect([]string{"lint"}, 0, words)
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "    template: opening", "    template: opening\n    needs: [city]", 1))
	w.expect([]string{"lint"}, 0, "!unknown-field")
}

// What the mailbox puts below each first mail counts, in the template's language.
func TestLintKnowsTheMailboxesWayOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/opening.md", strings.Split(openingMD, "P.S.")[0])
	w.expect([]string{"lint"}, 0, "no-way-out")
	for language, want := range map[string]string{"de": "no-way-out", "en": "!no-way-out"} {
		w.configure("    way_out: {" + language + ": tell me and I stop}\n")
		w.expect([]string{"lint"}, 0, want)
	}
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.configure("    way_out: {en: tell me and I stop}\n    postal_address: Lima GmbH\n")
	w.expect(importArgs(), 0, "1 enrolled")
	w.expect([]string{"preview", "bo@berg.example"}, 0, "tell me and I stop", "Lima GmbH")
}

// Of a template with an error it isn't said that there is none.
func TestLintTellsOfABrokenTemplateOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/opening.md", openingMD+"{{ .oops\n")
	w.expect([]string{"lint"}, 1, "opening.md:", "!there is no template")
}

// A folder in which no sequence is was hardly meant.
func TestLintWantsASequence(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.expect([]string{"lint", "--sequences", "."}, 1, "there is no sequence in this folder", "perhaps you meant --sequences ")
	w.write("edited/readme.txt", "copies")
	w.expect([]string{"lint", "--sequences", "edited"}, 1, "edited: there is no sequence in this folder", "!perhaps")
	w.write("edited/sequences/intro.yaml", introYAML)
	w.expect([]string{"lint", "--sequences", "edited"}, 1, "perhaps you meant --sequences 'edited/sequences'")
	w.expect([]string{"lint", "--sequences", "edited/sequences"}, 0, "1 sequence")
	if err := os.Remove(w.path("sequences/intro.yaml")); err != nil {
		t.Fatal(err)
	}
	w.expect([]string{"lint"}, 1, "sequences: there is no sequence in this folder", "followupd init")
	w.expect([]string{"lint", "--json"}, 1, `"no-sequence"`)
}

func TestRunTellsOfExampleLinks(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/values.yaml", "values:\n  - {id: list, title: a short list, good_for: x, link: \"https://lima.example/list\"}\n")
	d := w.start().ready()
	d.logs("1 file still has links to example addresses; a live mailbox holds mails with them: followupd lint")
	d.cmd.Process.Kill() //nolint:errcheck // it has said what was wanted
	d.end()
}

// Links of the examples are told of before a mailbox is live, where its address
// is no longer the example's.
func TestLintTellsOfExampleLinksBeforeItIsLive(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/values.yaml", "values:\n  - {id: list, title: a short list, good_for: x, link: \"https://lima.example/list\"}\n")
	config := readText(t, w.path("config.yaml"))
	w.write("config.yaml", strings.ReplaceAll(config, "live: true", "live: false"))
	w.expect([]string{"lint"}, 0, "!example-link")
	w.write("config.yaml", strings.ReplaceAll(strings.ReplaceAll(config, "live: true", "live: false"), "ana@lima.example", "ana@lima-software.com"))
	w.expect([]string{"lint"}, 0, "example-link")
	w.expect([]string{"plan"}, 0, "1 file still has links to example addresses; a live mailbox holds mails with them: followupd lint")
	w.expect([]string{"plan", "--json"}, 0, `"example_links":["`, "values.yaml:2:56: warning")
}

func readText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
