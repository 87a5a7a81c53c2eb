package main

import (
	"fmt"
	"time"

	"followupd/internal/engine"
	"followupd/internal/report"
)

// planTasks tells what is the owner's to do, and when it comes.
func (a *app) planTasks(f engine.Forecast, zone *time.Location) {
	if len(f.Tasks) == 0 {
		return
	}
	a.part(report.Plural(len(f.Tasks), "task", "tasks") + " of yours")
	for _, t := range f.Tasks[:min(len(f.Tasks), stopsShown)] {
		when := timeWords(t.At, zone, f.From)
		if t.Waits {
			when = "since " + when
		} else if there := t.At.In(t.Prospect).Format("15:04"); there != t.At.In(zone).Format("15:04") {
			when += " (" + there + " there)"
		}
		a.say("  "+when+"  ", wholeName(t.Name, t.Company, t.Address)+phoneWords(t.Phone)+": "+report.OneLine(t.Task, 200))
	}
	if more := len(f.Tasks) - stopsShown; more > 0 {
		fmt.Fprintf(a.stdout, "  and %d more (followupd plan --json names them all)\n", more)
	}
}

func phoneWords(phone string) string {
	if phone == "" {
		return ""
	}
	return ", " + report.OneLine(phone, 60)
}

// planSkips tells which steps would be passed over: by the step, for however
// many people, with the reasons.
func (a *app) planSkips(f engine.Forecast) {
	if len(f.Skips) == 0 {
		return
	}
	a.part(report.Plural(len(f.Skips), "step", "steps") + " would be passed over")
	type step struct{ sequence, step, why string }
	var order []step
	people := map[step][]engine.Skip{}
	for _, s := range f.Skips {
		key := step{s.Sequence, s.Step, s.Why}
		if people[key] == nil {
			order = append(order, key)
		}
		people[key] = append(people[key], s)
	}
	for _, key := range order[:min(len(order), stopsShown)] {
		who := people[key]
		words := wholeName(who[0].Name, who[0].Company, who[0].Address)
		if len(who) > 1 {
			words += fmt.Sprintf(" and %d more", len(who)-1)
		}
		a.say("  "+report.OneLine(key.sequence+"/"+key.step, 100)+"  ", words+": "+report.OneLine(key.why, 200))
	}
	if more := len(order) - stopsShown; more > 0 {
		fmt.Fprintf(a.stdout, "  and %d more (followupd plan --json names them all)\n", more)
	}
}
