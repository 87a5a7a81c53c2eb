package report_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/report"
	"followupd/sequences"
)

func TestWordsForPeople(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, got, want string }{
		{"a day of this year", report.Days("back on 2026-09-21", now()), "back on 21 Sep"},
		{"a day of another year", report.Days("asked to be written to from 2027-03-01", now()), "asked to be written to from 1 Mar 2027"},
		{"no day", report.Days("order 2026-99-99, 12026-01-011", now()), "order 2026-99-99, 12026-01-011"},
		{"a code told twice", report.ServerWords("5.1.1 550 5.1.1 no such user"), "550 5.1.1 no such user"},
		{"a code told once", report.ServerWords("5.1.1 no such user"), "5.1.1 no such user"},
		{"no code", report.ServerWords("550 no such user 550"), "550 no such user 550"},
		{"a step", report.Step("opening"), `mail "opening"`},
		{"the end of a snooze", report.Step(sequences.SnoozeStep(2)), "mail that asks what has changed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if tt.got != tt.want {
				t.Errorf("got %q, want %q", tt.got, tt.want)
			}
		})
	}
}

// text is the status mail without its line breaks.
func text(s report.Snapshot) string { return strings.Join(strings.Fields(report.Write(s).Text()), " ") }

// What is counted is said.
func TestWhatIsCounted(t *testing.T) {
	t.Parallel()
	enrolled := sequences.Fact{Kind: sequences.FactEnrolled}
	f := frame()
	f.Weekly = true
	b := report.NewBuilder(f)
	b.Person(due(1, "ana", now().Add(time.Hour)))
	b.Person(due(2, "ana", now().Add(time.Hour)))
	gone := in(enrolment(sequences.StateStopped, sequences.CodeNotInterested), turn(sequences.CodeNotInterested))
	gone.ID = 3
	b.Person(gone)
	for _, person := range []int64{1, 2, 2} {
		b.Decided(ago(days), person, sequences.Event{}, []sequences.Fact{enrolled})
	}
	b.NeverAgain(report.NeverAgain{Value: "a@x.example", Why: "asked", At: ago(days)})
	b.NeverAgain(report.NeverAgain{Value: "b@x.example", Why: "asked", At: ago(days)})
	s := b.Snapshot()
	got := text(s)
	for _, want := range []string{
		"Week 47, 16 to 22 November 2026",
		"2 people were enrolled, 3 times in all",
		"1 more person doesn't count here",
		"never written to again (2)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the mail doesn't say %q:\n%s", want, report.Write(s).Text())
		}
	}
	if screen := report.Status(s, report.Screen{}); !strings.Contains(screen, "Standing     2 new; 1 more doesn't count here") {
		t.Errorf("status doesn't say who has no standing:\n%s", screen)
	}
	b.NeverAgain(report.NeverAgain{Value: "c@x.example", Why: "asked", At: ago(30 * days)})
	if got := text(b.Snapshot()); !strings.Contains(got, "asked; Sun 22 Nov 3 in all.") {
		t.Errorf("the sum is not told:\n%s", got)
	}
}

// The title names the days that are counted, and a week only where it is one.
func TestTheDaysOfAReport(t *testing.T) {
	t.Parallel()
	moment := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 30, 0, 0, time.UTC)
	}
	midnight := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 0, 0, 0, time.UTC) }
	tests := []struct {
		name            string
		weekly          bool
		from, at        time.Time
		title, inHeader string
	}{
		{"the weekly mail", true, moment(9, 21, 7), moment(9, 28, 7), "Week 39, 21 to 27 September 2026", "(week 39)"},
		{"across months", true, moment(9, 28, 7), moment(10, 5, 7), "Week 40, 28 September to 4 October 2026", "(week 40)"},
		{"across years", true, moment(12, 28, 7), moment(13, 4, 7), "Week 53, 28 December 2026 to 3 January 2027", "(week 53)"},
		{"the weekly mail of a Friday", true, moment(9, 18, 7), moment(9, 25, 7), "How things stand, 18 to 25 September 2026", "(18 to 25 September 2026)"},
		{"the weekly mail at night", true, moment(9, 21, 19), moment(9, 28, 19), "How things stand, 21 to 28 September 2026", "(21 to 28 September 2026)"},
		{"after a stop", true, moment(9, 14, 7), moment(9, 28, 7), "How things stand, 14 to 28 September 2026", "(14 to 28 September 2026)"},
		{"seven days up to now", false, moment(11, 23, 9), moment(11, 30, 9), "How things stand, 23 to 30 November 2026", "(23 to 30 November 2026)"},
		{"the days of a week", false, midnight(11, 23), midnight(11, 30), "Week 48, 23 to 29 November 2026", "(week 48)"},
		{"seven other days", false, midnight(11, 24), midnight(12, 1), "How things stand, 24 to 30 November 2026", "(24 to 30 November 2026)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := report.NewBuilder(report.Frame{At: tt.at, From: tt.from, Weekly: tt.weekly}).Snapshot()
			if got := text(s); !strings.Contains(got, tt.title) {
				t.Errorf("%q is not in:\n%s", tt.title, got)
			}
			if subject := report.Subject(s); !strings.HasSuffix(subject, tt.inHeader) {
				t.Errorf("the subject %q doesn't end in %q", subject, tt.inHeader)
			}
		})
	}
}

// Days stand in reasons as they stand everywhere else, and who is held can be
// written to.
func TestReasonsForPeople(t *testing.T) {
	t.Parallel()
	away := enrolment(sequences.StateAway, sequences.CodeAway)
	away.Why.Text, away.Due = "away; back on 2026-12-21", now().Add(28*days)
	paused := enrolment(sequences.StateHeld, sequences.CodePaused)
	bounced := enrolment(sequences.StateHeld, sequences.CodeHistory)
	bounced.Why.Text, bounced.Why.Evidence = "is known from the past", []sequences.Evidence{{Rule: "past.bounced", Text: "mail to them bounced"}}
	b := report.NewBuilder(frame())
	for i, e := range []sequences.Enrolment{away, paused, bounced} {
		p := in(e, nil)
		p.ID, p.Fields = int64(i+1), map[string]string{"first_name": "Dana"}
		b.Person(p)
	}
	b.Decided(ago(days), 1, sequences.Event{ID: "b", Outcome: &sequences.Outcome{Text: "5.1.1 550 5.1.1 no such user"}},
		[]sequences.Fact{{Kind: sequences.FactMoment, Moment: &sequences.Moment{At: ago(days), Kind: sequences.HapBounce}}})
	got := text(b.Snapshot())
	for _, want := range []string{"away; back on 21 Dec", "Dana <dana@acme.example> paused", "for good: 550 5.1.1 no such user", "mail to them came back before"} {
		if !strings.Contains(got, want) {
			t.Errorf("the mail doesn't say %q:\n%s", want, got)
		}
	}
}
