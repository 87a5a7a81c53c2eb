package main

import (
	"fmt"
	"strings"

	"followupd/internal/prospects"
	"followupd/internal/report"
	"followupd/sequences"
)

// daysShown is how many rows are named whose day can't be read.
const daysShown = 10

// warnOfDays tells which rows have no day for a step that goes by one: for
// those people the step is passed over.
func (a *app) warnOfDays(s sequences.Sequence, rows []prospects.Row) {
	for _, step := range s.Steps {
		if step.On == nil || step.On.Fact == "" || strings.HasPrefix(step.On.Fact, "note.") {
			continue
		}
		missing, told := 0, 0
		for _, row := range rows {
			text := strings.TrimSpace(row.Fields[step.On.Fact])
			if text == "" {
				missing++
				continue
			}
			if _, err := sequences.ParseDate(text); err != nil {
				if told++; told <= daysShown {
					fmt.Fprintf(a.stderr, "line %d: warning: %s: %s is %q: %v; so step %q is passed over for them: mend the row before you import it\n", row.Line, row.Address, step.On.Fact, report.OneLine(text, 60), err, step.ID)
				}
			}
		}
		if told > daysShown {
			fmt.Fprintf(a.stderr, "warning: and %s more like these\n", report.Plural(told-daysShown, "row", "rows"))
		}
		if missing > 0 {
			fmt.Fprintf(a.stderr, "warning: %s no %s; where it is not known otherwise, step %q is passed over\n", report.Plural(missing, "row has", "rows have"), step.On.Fact, step.ID)
		}
	}
}
