package replies_test

import (
	"fmt"
	"mime"
	"net/mail"
	"os"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// TestWordings reads the reports of testdata/wordings.txt, which have a language's
// own words and nothing else: who failed, why and whether for good, and what is no
// report.
func TestWordings(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/wordings.txt")
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]string{"plain": "", "null": "Return-Path: <>\n", "auto": "Auto-Submitted: auto-generated\n"}
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 5 {
			t.Fatalf("%d fields in %s", len(f), line)
		}
		from, err := mail.ParseAddress(f[1])
		if err != nil {
			t.Fatalf("%s: %v", f[1], err)
		}
		raw := fmt.Sprintf("%sFrom: %s\nTo: ana@lima.example\nSubject: %s\nDate: Tue, 3 Mar 2026 11:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n",
			paths[f[2]], from, mime.QEncoding.Encode("utf-8", f[3]), strings.ReplaceAll(f[4], `\n`, "\n"))
		r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
		want := strings.Fields(f[0])
		if len(want) == 1 {
			if r.Kind == replies.KindBounce {
				t.Errorf("%s: a bounce %+v, want none; evidence %v", f[4], r.Bounces, r.Evidence)
			}
			continue
		}
		if len(r.Bounces) != 1 {
			t.Errorf("%s: %s %+v, want one bounce; evidence %v", f[4], r.Kind, r.Bounces, r.Evidence)
			continue
		}
		b, fate := r.Bounces[0], "passing"
		if b.Permanent {
			fate = "permanent"
		}
		if !matches([]string{b.Recipient, fate, string(b.Reason)}, want) {
			t.Errorf("%s: got %s, permanent %v, %s, want %v", f[4], b.Recipient, b.Permanent, b.Reason, want)
		}
	}
}
