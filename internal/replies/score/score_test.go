package main

import (
	"bytes"
	"encoding/json"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

// file writes lines to a file of a test and returns its name.
func file(t *testing.T, lines ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "set.jsonl")
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// reply is a labelled reply as a line of JSON.
func reply(t *testing.T, id, text, intent string) string {
	t.Helper()
	b, err := json.Marshal(labelled{
		ID: id, Received: "2026-03-04T10:00:00+01:00", Lang: "en", From: "Zoë Ångström <zoe@mill.example>", To: "Ana <ana@lima.example>",
		Subject: "Re: Größe", Body: text, NewText: text, Intent: intent,
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRun(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		lines func(t *testing.T) []string
		args  []string
		code  int
		out   string // that stands in the output
		errs  string
	}{
		{"all right", func(t *testing.T) []string {
			return []string{reply(t, "a1", "Please take me off your list.", "opt_out"), "", reply(t, "a2", "What does it cost?", "interested")}
		}, nil, 0, "2 replies, 2 read right: 100.0 %", ""},
		{"unsafe", func(t *testing.T) []string {
			return []string{reply(t, "u1", "Call me again in the first week of November.", "question")}
		}, nil, 1, "1 (u1)", ""},
		{"missed opt-out is listed", func(t *testing.T) []string {
			return []string{reply(t, "m1", "Thanks!", "opt_out")}
		}, []string{"--errors"}, 0, "m1 | opt_out | unclear | Thanks!", ""},
		{"bad line", func(t *testing.T) []string { return []string{"{}", "{broken"} }, nil, 1, "", "set.jsonl:2: "},
		{"unknown flag", func(t *testing.T) []string { return nil }, []string{"--nonsense"}, usage, "", "usage: score"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out, errs bytes.Buffer
			code := run(append(tt.args, file(t, tt.lines(t)...)), &out, &errs)
			if code != tt.code || !strings.Contains(out.String(), tt.out) || !strings.Contains(errs.String(), tt.errs) {
				t.Errorf("exit %d, want %d\n%s%s", code, tt.code, &out, &errs)
			}
		})
	}
}

func TestRunJSON(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	if code := run([]string{"--json", file(t, reply(t, "a1", "STOP", "opt_out"))}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, &errs)
	}
	var got struct {
		N        int
		Accuracy float64
		OptOuts  int     `json:"opt_outs"`
		Text     float64 `json:"new_text"`
		Speed    int     `json:"mails_per_second"`
		P99      float64 `json:"p99_ms"`
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.N != 1 || got.Accuracy != 1 || got.OptOuts != 1 || got.Text != 1 || got.Speed == 0 || got.P99 == 0 {
		t.Errorf("summary %+v", got)
	}
}

// Each form that a mail is written in can be read again.
func TestWrite(t *testing.T) {
	t.Parallel()
	r := labelled{ID: "x", Received: "2026-03-04T10:00:00+01:00", From: "Zoë <zoe@mill.example>", To: "ana@lima.example", Subject: "Größe", Body: "Hallo Ana,\n\nschön.\n"}
	for n := range 6 {
		m, err := mail.ReadMessage(bytes.NewReader(write(r, n)))
		if err != nil {
			t.Fatalf("mail %d: %v", n, err)
		}
		if m.Header.Get("Message-Id") != "<x@prospect.example>" || m.Header.Get("Content-Type") == "" {
			t.Errorf("mail %d has the header %v", n, m.Header)
		}
	}
	r.Headers = map[string]string{"Content-Type": "text/calendar; method=COUNTER", "Cc": "Bob <bob@mill.example>"}
	if raw := string(write(r, 1)); !strings.Contains(raw, "METHOD:COUNTER") || !strings.Contains(raw, `Cc: "Bob" <bob@mill.example>`) {
		t.Errorf("calendar mail:\n%s", raw)
	}
}

func TestWilson(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		k, n int
		want [2]float64
	}{{0, 0, [2]float64{0, 1}}, {10, 10, [2]float64{0.722, 1}}, {95, 100, [2]float64{0.888, 0.978}}} {
		if got := wilson(tt.k, tt.n); got != tt.want {
			t.Errorf("%d of %d: %v, want %v", tt.k, tt.n, got, tt.want)
		}
	}
}

func TestMacroF1(t *testing.T) {
	t.Parallel()
	r := &result{Confusion: map[string]map[string]int{"opt_out": {"opt_out": 1, "unclear": 1}, "unclear": {"unclear": 2}}}
	// opt_out: 2/3; unclear: 4/5.
	if got := r.macroF1(); got != 0.733 {
		t.Errorf("macro-F1 %v, want 0.733", got)
	}
}

func TestSlowest99(t *testing.T) {
	t.Parallel()
	r := &result{}
	for n := range 200 {
		r.took = append(r.took, time.Duration(200-n)*time.Millisecond)
	}
	if got := r.slowest99(); got != 198 {
		t.Errorf("99 of 100 took %v ms, want 198", got)
	}
}

func TestDeferrals(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "dates-mails.txt")
	lines := "# a comment\n@ 2026-03-11T10:20:00+00:00\nen|l|2026-04-07|3|Not now. / Try after Easter.\nen|a|2026-03-23|0|I am away.\n!de|l|2026-06-01|10|Im Juni gern.\n"
	if err := os.WriteFile(name, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	later, err := deferrals(name)
	if err != nil || len(later) != 2 {
		t.Fatalf("%d answers: %v", len(later), err)
	}
	if got := later[0]; got.Text != "Not now.\nTry after Easter." || got.Intent != replies.IntentLater || got.Received.Day() != 11 {
		t.Errorf("first answer is %+v", got)
	}
}
