package main_test

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Every command's help fits into a terminal of 80 columns.
func TestHelpFits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	help := func(args ...string) string {
		r := command(t, dir, environment(), append(args, "--help")...)
		for line := range strings.Lines(r.stdout) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
				t.Errorf("%q: %d characters in the line %q", args, n, line)
			}
		}
		return r.stdout
	}
	_, commands, _ := strings.Cut(help(), "Available Commands:\n")
	commands, _, _ = strings.Cut(commands, "\n\n")
	n := 0
	for line := range strings.Lines(commands) {
		help(strings.Fields(line)[0])
		n++
	}
	if n < 20 {
		t.Errorf("%d commands have help", n)
	}
}

// What is wrong is said in lines of a readable length; a journal gets it in one.
func TestErrorsFit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	r := initialize(t, dir)
	for line := range strings.Lines(r.stderr) {
		if len(line) > 110 {
			t.Errorf("a line has %d characters: %s", len(line), line)
		}
	}
	r = command(t, dir, environment("JOURNAL_STREAM=8:1"), "init", "new")
	if strings.Count(r.stderr, "\n") != 1 {
		t.Errorf("a journal gets\n%s", r.stderr)
	}
}
