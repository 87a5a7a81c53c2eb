package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"followupd/internal/prospects"
	"followupd/internal/report"
	"followupd/sequences"
)

// daysShown is how many rows are named whose day can't be read.
const daysShown = 10

// warnOfDays tells which of the rows that were brought in have no day for a step
// that goes by one: for those people the step is passed over.
func (a *app) warnOfDays(file string, s sequences.Sequence, rows []prospects.Row) {
	steps := map[string][]string{}
	for _, step := range s.Steps {
		if step.On != nil && step.On.Fact == "" && len(rows) > 0 && !step.MayCome(&sequences.Person{}, sequences.Zones{}, a.now()) {
			fmt.Fprintf(a.stderr, "warning: the step %s is passed over for all of them: its day, %s, is past\n", step.ID, step.On)
		}
		if step.On != nil && step.On.Fact != "" && !strings.HasPrefix(step.On.Fact, "note.") {
			steps[step.On.Fact] = append(steps[step.On.Fact], step.ID)
		}
	}
	for _, fact := range slices.Sorted(maps.Keys(steps)) {
		words := "the step " + steps[fact][0] + " is"
		if len(steps[fact]) > 1 {
			words = "the steps " + report.List(steps[fact]) + " are"
		}
		missing, told := 0, 0
		for _, row := range rows {
			text := strings.TrimSpace(row.Fields[fact])
			if text == "" {
				missing++
				continue
			}
			if _, err := sequences.ParseDate(text); err != nil {
				if told++; told <= daysShown {
					fmt.Fprintf(a.stderr, "%s:%d: warning: %s: %s is %q: %v; they were imported without a %s to go by, so %s passed over for them: mend the row and import it again (a step passed over by then stays so)\n", file, row.Line, row.Address, fact, report.OneLine(text, 60), err, fact, words)
				}
			}
		}
		if told > daysShown {
			fmt.Fprintf(a.stderr, "warning: and %s more like these\n", report.Plural(told-daysShown, "row", "rows"))
		}
		if missing > 0 {
			fmt.Fprintf(a.stderr, "warning: %s no %s; where it is not known otherwise, %s passed over\n", report.Plural(missing, "row has", "rows have"), fact, words)
		}
	}
}
