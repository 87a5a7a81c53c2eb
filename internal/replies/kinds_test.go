package replies_test

import (
	"os"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// TestKindsByHeader reads the mails of testdata/kinds.txt: what many systems
// write by themselves, and what people write through the same systems.
func TestKindsByHeader(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	records := strings.Split("\n"+string(file), "\n=== ")
	for _, record := range records[1:] {
		title, raw, _ := strings.Cut(record, "\n")
		name, want, _ := strings.Cut(title, " | ")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			head, _, _ := strings.Cut(raw, "\n\n")
			if !strings.Contains("\n"+head, "\nFrom:") {
				raw = "From: Dana Voss <dana@kestrel.example>\n" + raw
			}
			raw = "To: Ana Lima <ana@lima.example>\nDate: Tue, 3 Mar 2026 11:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n" + raw
			r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
			kind, about, _ := strings.Cut(want, " ")
			if string(r.Kind) != kind || about != "" && string(r.About) != about {
				t.Errorf("%s about %q, want %s; evidence %v", r.Kind, r.About, want, r.Evidence)
			}
		})
	}
}
