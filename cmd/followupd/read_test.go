package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

func TestReadTellsWhatIsNoMail(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	mail := "From: dana@acme.example\nSubject: Re: quotes\n\nYes, let's talk.\n"
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, path string
		code       int
		out, said  string
	}{
		{"a mail", write("a.eml", mail), 0, `"kind":"reply"`, ""},
		{"a mail of another name", write("a.txt", mail), 0, `"kind":"reply"`, ""},
		{"a mail as mailboxes keep it", write("b.txt", "From dana Mon Sep 7\n"+mail), 0, `"kind":`, ""},
		{"a list", write("people.csv", "email,name\ndana@acme.example,Dana\n"), 1, "", "people.csv is not a mail"},
		{"a file of accounts", write("passwd", "root:x:0:0:root:/root:/bin/sh\n"), 1, "", "passwd is not a mail"},
		{"a header below the text", write("late.txt", "Hello\n\nFrom: dana@acme.example\n"), 1, "", "is not a mail"},
		{"what a program asks about a damaged mail", write("damaged.eml", "\x00\x01"), 0, `"kind":`, ""},
		{"an empty folder", filepath.Join(dir, "empty"), 1, "", "there are no .eml files in"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out, problems bytes.Buffer
			a := &app{stdin: strings.NewReader(""), stdout: &out, stderr: &problems, env: func(string) (string, bool) { return "", false }, now: time.Now}
			code := a.run(t.Context(), []string{"read", tt.path})
			if code != tt.code || !strings.Contains(out.String(), tt.out) || !strings.Contains(problems.String(), tt.said) {
				t.Errorf("exit code %d, %q, %q", code, &out, &problems)
			}
		})
	}
}

// People are told in words, not in those of the rules.
func TestReadingTextIsPlain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, raw, want string }{
		{"wants no more", "From: dana@acme.example\nSubject: Re: quotes\n\nPlease never write to me again.\n", "never write to them again"},
		{"away", "From: dana@acme.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am out of the office until 18 September 2026.\n", "An automatic answer: they are away"},
	} {
		text := readingText("a.eml", replies.Read([]byte(tt.raw), replies.Context{}))
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s: no %q in:\n%s", tt.name, tt.want, text)
		}
		for _, word := range []string{"opt_out", "auto_reply", "suppress", "absence"} {
			if head, _, _ := strings.Cut(text, "because of"); strings.Contains(head, word) {
				t.Errorf("%s: %q in:\n%s", tt.name, word, text)
			}
		}
	}
}
