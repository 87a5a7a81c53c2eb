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

// Where the sequence is over and it is the owner's turn, that comes first.
func TestTheTurnAfterTheEndIsTold(t *testing.T) {
	t.Parallel()
	p := sequences.Person{ID: 1, Addresses: []string{"dana@acme.example"}, Enrolments: []sequences.Enrolment{{ID: 1, Sequence: "intro", State: sequences.StateEnded,
		Why: sequences.Reason{Code: sequences.CodeEnded, Text: "all steps are sent"}}}}
	if got := (explainer{}).stands(&p); got != "Over: all steps are sent." {
		t.Error(got)
	}
	p.Turn = &sequences.Mark{Reason: sequences.Reason{Code: sequences.CodeAnswered, Text: "answered: interested"}}
	if got := (explainer{}).stands(&p); got != "It is your turn: answered: interested. The sequence is over: all steps are sent." {
		t.Error(got)
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

// A day that is named begins where the owner is: by UTC, tomorrow was over
// before it began west of it.
func TestMomentIsADayWhereTheOwnerIs(t *testing.T) {
	t.Parallel()
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	a := &app{now: func() time.Time { return time.Date(2026, 11, 29, 1, 30, 0, 0, time.UTC) }} // Saturday evening there
	for s, want := range map[string]string{
		"tomorrow": "2026-11-29 00:00", "Sunday": "2026-11-29 00:00", "2026-11-29": "2026-11-29 00:00", "3 March": "2027-03-03 00:00",
		"2027-03-14": "2027-03-14 00:00", "10d": "2026-12-08 20:30", "2027-03-01T10:00:00Z": "2027-03-01 05:00",
		"2026-11-28": "2026-11-28 is today; name a day to come", "2026-11-27": "2026-11-27 is in the past; name a day to come",
	} {
		at, err := a.moment(s, newYork)
		got := at.Format("2006-01-02 15:04")
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

// A domain means whoever is there; what looks like it comes after.
func TestMeant(t *testing.T) {
	t.Parallel()
	known := []string{"tom@t.example", "z@z.example", "bo@berg.example", "al@berg.example"}
	for address, want := range map[string]string{
		"t.example": "did you mean tom@t.example?", "berg.example": "did you mean one of bo@berg.example, al@berg.example?", "tom@tt.example": "did you mean tom@t.example?",
		"tom": "did you mean tom@t.example?", "nobody": "see who is: followupd list",
	} {
		if got := meant(address, known); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
