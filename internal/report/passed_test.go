package report_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/report"
	"followupd/sequences"
)

// A step that is not for somebody, as its sequence says, is no trouble; one that
// was passed over for want of a day is.
func TestPassedOver(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 7, 30, 0, 0, time.UTC)
	b := report.NewBuilder(report.Frame{At: now, From: now.AddDate(0, 0, -7)})
	for i, d := range []sequences.Done{
		{Step: "story", How: sequences.HowSkipped, Why: "country is FR, not DE", Meant: true},
		{Step: "renewal", How: sequences.HowSkipped, Why: "renewal_date is not known"},
	} {
		b.Decided(now.Add(-time.Hour), int64(i+1), sequences.Event{Kind: sequences.EvDue}, []sequences.Fact{{Kind: sequences.FactDone, Enrolment: int64(i + 1), Done: &d}})
	}
	deleted := sequences.Event{Kind: sequences.EvOutcome, Outcome: &sequences.Outcome{Result: sequences.ResDeleted}}
	for i := range 2 {
		b.Decided(now.Add(-time.Hour), int64(i+3), deleted, []sequences.Fact{{Kind: sequences.FactDone, Enrolment: int64(i + 3),
			Done: &sequences.Done{Step: "story", How: sequences.HowSkipped, Why: "you deleted its draft", Meant: true}}})
	}
	s := b.Snapshot()
	if len(s.Skipped) != 1 || s.Skipped[0].Step != "renewal" || s.Now.PassedOver != 1 || s.Now.Deleted != 2 {
		t.Errorf("passed over %d, and as a trouble %+v", s.Now.PassedOver, s.Skipped)
	}
	text := report.Write(s).Text()
	for _, want := range []string{"1 step was passed over, as the sequence says", "2 steps were passed over, as you deleted their drafts"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("the mail doesn't say that %s:\n%s", want, text)
		}
	}
}

// A step that was left out for several reasons is never said to be for others:
// what is meant to be passed over is no trouble.
func TestLeftOutForSeveralReasons(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 7, 30, 0, 0, time.UTC)
	b := report.NewBuilder(report.Frame{At: now, From: now.AddDate(0, 0, -7)})
	for i, why := range []string{"its day, 3 Nov 2026, is past", `renewal_date is "soon": that is no date; write it as 2027-03-14`} {
		b.Decided(now.Add(-time.Hour), int64(i+1), sequences.Event{Kind: sequences.EvDue}, []sequences.Fact{{Kind: sequences.FactDone, Enrolment: int64(i + 1),
			Done: &sequences.Done{Step: "renewal", How: sequences.HowSkipped, Why: why}}})
	}
	text := strings.Join(strings.Fields(report.Write(b.Snapshot()).Text()), " ")
	if !strings.Contains(text, "its day is not known, can't be read or is past") || strings.Contains(text, "not for them") {
		t.Error(text)
	}
}
