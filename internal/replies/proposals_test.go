package replies

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestProposalCases(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/proposals.txt")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.September, 8, 18, 0, 0, 0, time.UTC)
	for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if line[0] == '#' {
			continue
		}
		t.Run(fmt.Sprintf("line %d", n+1), func(t *testing.T) {
			t.Parallel()
			part := strings.SplitN(line, "|", 4)
			var got []string
			zone := ""
			text := parse(part[3])
			for _, p := range proposals(text, dates(text, now, true), now) {
				got = append(got, p.At.Format("01-02T15:04"))
				zone = p.Zone
			}
			times := strings.Join(got, " ")
			if times == "" {
				times = "-"
			}
			if times != part[1] || zone != part[2] {
				t.Errorf("%s %q: got %s %q, want %s %q", part[0], part[3], times, zone, part[1], part[2])
			}
		})
	}
}
