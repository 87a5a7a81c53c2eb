package main

import (
	"testing"
	"time"

	"followupd/sequences"
)

// The day on which a task is passed over isn't one on which something is due.
func TestListTellsWhatIsDue(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 9, 14, 9, 0, 0, 0, time.UTC)
	tests := []struct {
		state        sequences.State
		due, skipped time.Time
	}{
		{sequences.StateScheduled, day, time.Time{}},
		{sequences.StateSnoozed, day, time.Time{}},
		{sequences.StateTask, time.Time{}, day},
		{sequences.StateHeld, time.Time{}, time.Time{}},
	}
	for _, tt := range tests {
		t.Run(string(tt.state), func(t *testing.T) {
			t.Parallel()
			p := sequences.Person{ID: 1, Addresses: []string{"dana@acme.example"}, Enrolments: []sequences.Enrolment{{ID: 1, Sequence: "intro", State: tt.state, Step: "call", Due: day}}}
			if got := listedOf(&p, day.AddDate(0, 0, -7)); !got.Due.Equal(tt.due) || !got.SkippedAt.Equal(tt.skipped) {
				t.Errorf("due %s, skipped %s", got.Due, got.SkippedAt)
			}
		})
	}
}

// Until a server took it, nobody got a mail.
func TestWhyTellsWhatTheOwnerGot(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 9, 14, 9, 0, 0, 0, time.UTC)
	x := explainer{told: map[string]time.Time{"taken": at, "waits": {}}}
	for event, want := range map[string]string{
		"taken": "you got a mail about it", "waits": "a mail about it waits to go out to you", "unmade": "you would have got a mail about it",
	} {
		if got := x.carriedOut(event, sequences.Effect{Kind: sequences.EffNotify}); got != want {
			t.Errorf("%s: %q, want %q", event, got, want)
		}
	}
}
