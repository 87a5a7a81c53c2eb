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
		{"what a program asks about a damaged mail", write("damaged.eml", "\x00\x01"), 1, `"kind":`, "damaged.eml is not a mail"},
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

// A file that can't be read doesn't end a folder, and "-" is the standard input.
func TestReadGoesOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	mail := "From: dana@acme.example\nSubject: Re: quotes\n\nYes, let's talk.\n"
	if err := os.WriteFile(filepath.Join(dir, "b.eml"), []byte(mail), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (int, string, string) {
		var out, problems bytes.Buffer
		a := &app{stdin: strings.NewReader(mail), stdout: &out, stderr: &problems, env: func(string) (string, bool) { return "", false }, now: time.Now}
		code := a.run(t.Context(), append([]string{"read"}, args...))
		return code, out.String(), problems.String()
	}
	if code, out, said := run(dir); code != 1 || !strings.Contains(out, "b.eml") || !strings.Contains(said, "a.eml") {
		t.Errorf("a folder with a broken file: exit code %d, %q, %q", code, out, said)
	}
	if code, out, said := run("-"); code != 0 || !strings.Contains(out, `"kind":"reply"`) {
		t.Errorf("the standard input: exit code %d, %q, %q", code, out, said)
	}
	if code, _, said := run(); code != 64 || !strings.Contains(said, "or - for a mail that comes by a pipe: followupd read -") {
		t.Errorf("a pipe without -: exit code %d, %q", code, said)
	}
	if code, _, said := run(filepath.Join(dir, "none.eml")); code != 1 || !strings.Contains(said, "there is no file or folder") {
		t.Errorf("a missing file: exit code %d, %q", code, said)
	}
}

// What has no header may be no mail at all: nobody's wish is read out of it.
func TestNoHeaderIsNoWish(t *testing.T) {
	t.Parallel()
	r := replies.Read([]byte("We are very interested, what does it cost? Call me tomorrow at 10."), replies.Context{})
	if r.Action != replies.ActionHold || len(r.Evidence) != 1 || r.Evidence[0].Rule != "unclear.no-header" {
		t.Errorf("is read as %s, %s", r.Intent, r.Action)
	}
}

// People are told in words, not in those of the rules.
func TestReadingTextIsPlain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, raw, want string }{
		{"wants no more", "From: dana@acme.example\nSubject: Re: quotes\n\nPlease never write to me again.\n", "never write to them again"},
		{"away", "From: dana@acme.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am out of the office until 18 September 2026.\n", "An automatic answer: they are away"},
		{"a day, and none to count from", "From: dana@acme.example\nSubject: Re: quotes\n\nPlease write again on Monday.\n", "the mail has no Date line to count from"},
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

// A program that acts on the JSON does what the daemon does, and what people are
// told: doubt holds.
func TestReadActsAsTheDaemon(t *testing.T) {
	t.Parallel()
	const head = "From: dana@acme.example\nDate: Mon, 7 Sep 2026 10:00:00 +0200\nSubject: Re: quotes\n"
	for _, tt := range []struct{ name, raw, action, words string }{
		{"a day that is implied", head + "\nNot now, try me in spring.\n", `"action":"hold"`, "ask you whether the date is right"},
		{"a day of theirs", head + "\nPlease write to me again on 12 October 2026.\n", `"action":"snooze"`, "wait until the date that they named"},
		{"no day", head + "\nNot now, maybe later.\n", `"action":"hold"`, "ask you when: no date is told"},
		{"away", head + "Auto-Submitted: auto-replied\n\nI am out of the office until 18 September 2026.\n", `"action":"wait"`, "wait, and go on later"},
		{"no", head + "\nNo thanks, we are not interested.\n", `"action":"stop"`, "what followupd does: stop"},
		{"a call", head + "\nYes, call me tomorrow at 10.\n", `"action":"escalate"`, "hand it over to you at once"},
	} {
		r := replies.Read([]byte(tt.raw), replies.Context{})
		r.Action = actionOn(r)
		if line, err := replies.Encode("a.eml", r); err != nil || !strings.Contains(string(line), tt.action) {
			t.Errorf("%s: no %s in %s (%v)", tt.name, tt.action, line, err)
		}
		if text := readingText("a.eml", r); !strings.Contains(text, tt.words) {
			t.Errorf("%s: no %q in %s", tt.name, tt.words, text)
		}
	}
	unsure := replies.Reading{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Intent: replies.IntentAutoReply, Action: replies.ActionWait, Confidence: 0.5}
	for _, r := range []replies.Reading{unsure, {Kind: replies.KindOther, Action: replies.ActionNone, Confidence: 0.5},
		{Kind: replies.KindBounce, Action: replies.ActionWait, Confidence: 1, Damaged: "cut"},
		{Kind: replies.KindReply, Intent: replies.IntentNotInterested, Action: replies.ActionStop, Confidence: 1, Damaged: "cut"}} {
		if got := actionOn(r); got != replies.ActionHold {
			t.Errorf("%s, damaged %q: %s", r.Kind, r.Damaged, got)
		}
	}
}

// The words that a reading rests on are told once, and how sure it is in words that a
// person can use.
func TestReadingText(t *testing.T) {
	t.Parallel()
	reading := replies.Reading{Kind: replies.KindReply, Intent: replies.IntentLater, Confidence: 0.002, Evidence: []replies.Evidence{{Rule: "defer.de.melden", Text: "Melden Sie"},
		{Rule: "later.month", Text: "Februar"}, {Rule: "signal.sets_next_date", Text: "Melden Sie sich im Februar"}, {Rule: "other"}}}
	text := readingText("x.eml", reading)
	for _, want := range []string{"(far from sure)", `because of "Melden Sie sich im Februar" (rules defer.de.melden, later.month, signal.sets_next_date)`, "because of rule other\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
	if n := strings.Count(text, "Melden"); n != 1 {
		t.Errorf("the words stand there %d times:\n%s", n, text)
	}
	for confidence, want := range map[float64]string{0.499: "far from sure", 0.93: "sure to 93 %", 1: "sure to 99 %"} {
		if got := howSure(confidence); got != want {
			t.Errorf("%v: %s, want %s", confidence, got, want)
		}
	}
}
