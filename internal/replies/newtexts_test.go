package replies_test

import (
	"os"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// TestNewTexts finds the new text in the mails of testdata/newtext.txt.
func TestNewTexts(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/newtext.txt")
	if err != nil {
		t.Fatal(err)
	}
	media := map[string]string{"": "text/plain", "machine": "text/plain", "html": "text/html", "flowed": "text/plain; format=flowed", "delsp": "text/plain; format=flowed; delsp=yes"}
	const button = "multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED:mailto:dana.voss@kestrel.example\nEND:VEVENT\nEND:VCALENDAR\n--b\nContent-Type: text/plain"
	media["calendar"] = button
	records := strings.Split("\n"+string(file), "\n=== ")
	for _, record := range records[1:] {
		title, body, _ := strings.Cut(record, "\n")
		name, form, _ := strings.Cut(title, " | ")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			from := "Dana Voss <dana.voss@kestrel.example>"
			if strings.HasPrefix(body, "@ ") {
				from, body, _ = strings.Cut(body[2:], "\n")
			}
			want, body, _ := strings.Cut(body, "\n")
			want = strings.TrimPrefix(want, "=>")
			raw := "From: " + from + "\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nDate: Tue, 3 Mar 2026 11:00:00 +0100\nContent-Type: " + media[form] + "; charset=utf-8\n\n" + body
			kind := replies.KindReply
			if form == "machine" {
				kind = replies.KindAutoReply
			}
			r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
			if got := folded(r.NewText); got != folded(want) || r.Kind != kind {
				t.Errorf("%s with new text %q, want %q", r.Kind, got, folded(want))
			}
		})
	}
}

// folded makes one space of all white space.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }
