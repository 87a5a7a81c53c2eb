package main_test

import (
	"regexp"
	"strings"
	"testing"

	"followupd/sequences"
	"followupd/templates"
)

// The examples of the page for authors are what it says they are: without a
// fault, and with every key that there is.
func TestPageForAuthors(t *testing.T) {
	t.Parallel()
	page := read(t, "../../sequences/README.md")
	block := func(kind, begins string) string {
		t.Helper()
		for _, m := range regexp.MustCompile("(?s)```"+kind+"\n(.*?)```").FindAllStringSubmatch(page, -1) {
			if strings.HasPrefix(m[1], begins) {
				return m[1]
			}
		}
		t.Fatalf("the page has no %s that begins with %q", kind, begins)
		return ""
	}
	text := block("yaml", "name:")
	if _, problems := sequences.ParseSet(map[string][]byte{"fair.yaml": []byte(text)}, sequences.Known{}); len(problems) > 0 {
		t.Error(problems)
	}
	for _, key := range []string{"goal", "window", "give_up", "company", "at_once", "answer", "on_snooze_end", "away", "replies", "wait", "needs", "when", "task", "skip_after", "on", "late", "subject", "objective", "value"} {
		if !regexp.MustCompile(`(?m)^ *(- )?` + key + `:`).MatchString(text) {
			t.Errorf("the example has no %s", key)
		}
	}
	mail, problems := templates.Parse("mail", "mail.md", []byte(block("markdown", "---")))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if problems := templates.Lint(mail, templates.LintContext{First: true}); len(problems) > 0 {
		t.Error(problems)
	}
	if _, problems := templates.ParseValues("values.yaml", []byte(block("yaml", "values:"))); len(problems) > 0 {
		t.Error(problems)
	}
}
