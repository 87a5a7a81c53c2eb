package report_test

import (
	"testing"
	"time"

	"followupd/internal/report"
	"followupd/sequences"
)

func now() time.Time { return time.Date(2026, 11, 23, 6, 30, 0, 0, time.UTC) }

func ago(d time.Duration) time.Time { return now().Add(-d) }

const days = 24 * time.Hour

func reason(code sequences.Code) sequences.Reason {
	return sequences.Reason{Code: code, Text: string(code)}
}

func turn(code sequences.Code) *sequences.Mark {
	return &sequences.Mark{Reason: reason(code), At: ago(time.Hour)}
}

func enrolment(state sequences.State, code sequences.Code) sequences.Enrolment {
	return sequences.Enrolment{ID: 1, Sequence: "intro", Mailbox: "ana", State: state, Why: reason(code), Since: ago(2 * time.Hour), Step: "one"}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		person sequences.Person
		want   report.Placed
		code   sequences.Code
	}{
		{"answered", in(enrolment(sequences.StateAnswered, sequences.CodeAnswered), turn(sequences.CodeAnswered)), report.PlaceNeedsYou, sequences.CodeAnswered},
		{"answered after the end", in(enrolment(sequences.StateEnded, sequences.CodeEnded), turn(sequences.CodeAnswered)), report.PlaceNeedsYou, sequences.CodeAnswered},
		{"in doubt", in(enrolment(sequences.StateHeld, sequences.CodeDoubt), turn(sequences.CodeDoubt)), report.PlaceNeedsYou, sequences.CodeDoubt},
		{"answered, then the owner wrote", in(enrolment(sequences.StateAnswered, sequences.CodeAnswered), turn(sequences.CodeOwnerWrote)), report.PlaceHeld, sequences.CodeOwnerWrote},
		{"a colleague wrote", in(enrolment(sequences.StateHeld, sequences.CodeCompany), turn(sequences.CodeCompany)), report.PlaceNeedsYou, sequences.CodeCompany},
		{"stopped by a colleague's mail", in(enrolment(sequences.StateStopped, sequences.CodeCompany), turn(sequences.CodeCompany)), report.PlaceOver, sequences.CodeCompany},
		{"said no", in(enrolment(sequences.StateStopped, sequences.CodeNotInterested), turn(sequences.CodeNotInterested)), report.PlaceOver, sequences.CodeNotInterested},
		{"said no, and another sequence waited", in(enrolment(sequences.StateHeld, sequences.CodeBefore), turn(sequences.CodeNotInterested)), report.PlaceHeld, sequences.CodeBefore},
		{"paused", in(enrolment(sequences.StateHeld, sequences.CodePaused), turn(sequences.CodePaused)), report.PlaceHeld, sequences.CodePaused},
		{"known from before", in(enrolment(sequences.StateHeld, sequences.CodeHistory), nil), report.PlaceNeedsYou, sequences.CodeHistory},
		{"a hole", in(enrolment(sequences.StateHeld, sequences.CodeHole), nil), report.PlaceNeedsYou, sequences.CodeHole},
		{"uncertain", in(enrolment(sequences.StateHeld, sequences.CodeUncertain), nil), report.PlaceNeedsYou, sequences.CodeUncertain},
		{"the owner wrote ahead of their date", in(enrolment(sequences.StateHeld, sequences.CodeDateOff), turn(sequences.CodeDateOff)), report.PlaceNeedsYou, sequences.CodeDateOff},
		{"opted out, then asked something", func() sequences.Person {
			p := in(enrolment(sequences.StateSuppressed, sequences.CodeOptOut), turn(sequences.CodeAnswered))
			p.Suppressed = &sequences.Mark{Reason: sequences.Reason{Code: sequences.CodeOptOut}, At: p.Turn.At.Add(-time.Hour)}
			return p
		}(), report.PlaceNeedsYou, sequences.CodeAnswered},
		{"uncertain, though the owner wrote before", in(enrolment(sequences.StateHeld, sequences.CodeUncertain), turn(sequences.CodeOwnerWrote)), report.PlaceNeedsYou, sequences.CodeUncertain},
		{"held for a reason of a later version", in(enrolment(sequences.StateHeld, "new"), nil), report.PlaceNeedsYou, "new"},
		{"a turn of a later version", in(enrolment(sequences.StateHeld, "new"), turn("new")), report.PlaceNeedsYou, "new"},
		{"scheduled", in(enrolment(sequences.StateScheduled, sequences.CodeEnrolled), nil), report.PlaceUnderWay, sequences.CodeEnrolled},
		{"queued", in(enrolment(sequences.StateQueued, sequences.CodeDue), nil), report.PlaceUnderWay, sequences.CodeDue},
		{"snoozed", in(enrolment(sequences.StateSnoozed, sequences.CodeSnoozed), nil), report.PlaceWaiting, sequences.CodeSnoozed},
		{"away", in(enrolment(sequences.StateAway, sequences.CodeAway), nil), report.PlaceWaiting, sequences.CodeAway},
		{"at the end", in(enrolment(sequences.StateEnded, sequences.CodeEnded), nil), report.PlaceOver, sequences.CodeEnded},
		{"nobody", sequences.Person{}, report.PlaceOver, ""},
		{"never again, whatever else", func() sequences.Person {
			p := in(enrolment(sequences.StateAnswered, sequences.CodeAnswered), turn(sequences.CodeAnswered))
			p.Suppressed = turn(sequences.CodeOptOut)
			return p
		}(), report.PlaceOver, sequences.CodeOptOut},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			place, why, since := report.Place(&tt.person)
			if place != tt.want || why.Code != tt.code {
				t.Errorf("%s because of %q, want %s because of %q", place, why.Code, tt.want, tt.code)
			}
			if tt.code != "" && since.IsZero() {
				t.Error("since when isn't told")
			}
		})
	}
}

func in(e sequences.Enrolment, turn *sequences.Mark) sequences.Person {
	return sequences.Person{ID: 1, Addresses: []string{"dana@acme.example"}, Enrolments: []sequences.Enrolment{e}, Turn: turn}
}

// Whoever named a day comes back on that day, though it begins on the day before
// where the owner lives.
func TestTheDayThatTheyNamed(t *testing.T) {
	t.Parallel()
	madrid, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Fatal(err)
	}
	e := enrolment(sequences.StateSnoozed, sequences.CodeSnoozed)
	e.Due = time.Date(2027, time.January, 15, 0, 0, 0, 0, madrid).UTC()
	p := in(e, nil)
	p.Fields = map[string]string{"timezone": "Europe/Madrid"}
	b := report.NewBuilder(report.Frame{At: now(), From: ago(7 * days)})
	b.Person(p)
	if w := b.Snapshot().Waiting; len(w) != 1 || w[0].Until.Day() != 15 || !w[0].Until.Equal(e.Due) {
		t.Errorf("comes back %+v, want 15 January", w)
	}
}
