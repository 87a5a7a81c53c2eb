package report_test

import (
	"reflect"
	"testing"

	"followupd/internal/report"
)

func TestGaps(t *testing.T) {
	t.Parallel()
	const empty = ": is missing or empty, and there is no fallback"
	tests := []struct {
		reason string
		want   report.Gaps
		says   string
	}{
		{"templates/a.md:3:4: last_name" + empty, report.Gaps{Fields: []string{"last_name"}}, "a mail to them has a gap in it: the field last_name is empty"},
		{"templates/a.md:3:4: city" + empty + "; templates/a.md:9:1: city" + empty + "; templates/a.md:2:8: note.estimator: the template needs it, and it is missing or empty",
			report.Gaps{Fields: []string{"city"}, Notes: []string{"estimator"}}, "a mail to them has gaps in it: the field city and the note estimator are empty"},
		{"a.md:5:2: value.link" + empty, report.Gaps{Others: []string{"value.link is missing, which a.md needs"}}, "a mail to them has a gap in it: value.link is missing, which a.md needs"},
		{`there is no template "x"`, report.Gaps{Others: []string{`there is no template "x"`}}, `a mail to them has a gap in it: there is no template "x"`},
	}
	for _, tt := range tests {
		got := report.GapsOf(tt.reason)
		if !reflect.DeepEqual(got, tt.want) || got.Sentence() != tt.says {
			t.Errorf("of %q: %+v, %q", tt.reason, got, got.Sentence())
		}
	}
}
