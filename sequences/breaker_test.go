package sequences_test

import (
	"strings"
	"testing"
	"time"

	"followupd/sequences"
)

func TestBreaker(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 10, 6, 9, 30, 0, 0, time.UTC)
	for _, tt := range []struct {
		name  string
		s     sequences.Setbacks
		open  string // a part of why; "" : closed
		until time.Time
	}{
		{"nothing", sequences.Setbacks{}, "", time.Time{}},
		{"two bounces of two", sequences.Setbacks{First: 2, Bounced: 2}, "", time.Time{}},
		{"three of three", sequences.Setbacks{First: 3, Bounced: 3}, "3 of its last 3", time.Time{}},
		{"three of sixty are 5 %", sequences.Setbacks{First: 60, Bounced: 3}, "3 of its last 60", time.Time{}},
		{"three of sixty-one are less", sequences.Setbacks{First: 61, Bounced: 3}, "", time.Time{}},
		{"four of a hundred", sequences.Setbacks{First: 100, Bounced: 4}, "", time.Time{}},
		{"five of a hundred", sequences.Setbacks{First: 100, Bounced: 5}, "5 of its last 100", time.Time{}},
		{"one complaint", sequences.Setbacks{First: 100, Complaints: 1}, "", time.Time{}},
		{"two complaints", sequences.Setbacks{First: 100, Complaints: 2}, "unwanted", time.Time{}},
		{"four refusals", sequences.Setbacks{Refusals: 4, RefusedAt: at}, "", time.Time{}},
		{"five refusals", sequences.Setbacks{Refusals: 5, RefusedAt: at, Said: "quota exceeded"}, "5 times in a row: quota exceeded", at.Add(time.Hour)},
		{"six", sequences.Setbacks{Refusals: 6, RefusedAt: at}, "6 times", at.Add(2 * time.Hour)},
		{"nine", sequences.Setbacks{Refusals: 9, RefusedAt: at}, "9 times", at.Add(16 * time.Hour)},
		{"ten", sequences.Setbacks{Refusals: 10, RefusedAt: at}, "10 times", at.Add(24 * time.Hour)},
		{"a million", sequences.Setbacks{Refusals: 1_000_000, RefusedAt: at}, "1000000 times", at.Add(24 * time.Hour)},
		{"bounces go before refusals, which end by themselves", sequences.Setbacks{First: 3, Bounced: 3, Refusals: 9, RefusedAt: at}, "3 of its last 3", time.Time{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := tt.s.Breaker()
			if open := !r.Allows(); open != (tt.open != "") || !strings.Contains(r.Text, tt.open) || !r.Until.Equal(tt.until) {
				t.Errorf("%s %q until %v, want %q until %v", r.Code, r.Text, r.Until, tt.open, tt.until)
			}
			if !r.Allows() && r.Code != sequences.CodeBreaker {
				t.Errorf("code %s", r.Code)
			}
		})
	}
}
