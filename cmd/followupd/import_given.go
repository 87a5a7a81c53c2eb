package main

import (
	"fmt"

	"followupd/internal/engine"
	"followupd/internal/report"
)

// warnOfNothing tells to whom nothing will go out because of what they were given
// before, by the reason.
func (a *app) warnOfNothing(results []engine.Enrolled) {
	var order []string
	who := map[string][]string{}
	for _, r := range results {
		if r.Nothing == "" {
			continue
		}
		if who[r.Nothing] == nil {
			order = append(order, r.Nothing)
		}
		who[r.Nothing] = append(who[r.Nothing], r.Address)
	}
	for _, why := range order {
		names := who[why]
		if more := len(names) - daysShown; more > 0 {
			names = append(names[:daysShown:daysShown], fmt.Sprintf("%d more", more))
		}
		verb := "people get"
		if len(who[why]) == 1 {
			verb = "person gets"
		}
		fmt.Fprintf(a.stderr, "warning: %d %s nothing (%s): %s\n", len(who[why]), verb, report.List(names), why)
	}
}
