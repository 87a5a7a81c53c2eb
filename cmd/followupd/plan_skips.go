package main

import (
	"fmt"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/report"
	"followupd/sequences"
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
		} else {
			when += thereWords(t.At, t.Prospect, zone)
		}
		a.say("  "+when+"  ", wholeName(t.Name, t.Company, t.Address)+phoneWords(t.Phone)+": "+report.OneLine(t.Task, 200))
	}
	if more := len(f.Tasks) - stopsShown; more > 0 {
		fmt.Fprintf(a.stdout, "  and %d more (followupd plan --json names them all)\n", more)
	}
}

// thereWords is a time on the prospect's clock where that shows another one.
func thereWords(at time.Time, prospect, zone *time.Location) string {
	there, here := at.In(prospect), at.In(zone)
	switch {
	case there.Day() != here.Day():
		return there.Format(" (Mon 15:04 there)")
	case there.Format("15:04") != here.Format("15:04"):
		return there.Format(" (15:04 there)")
	}
	return ""
}

// planWakeups tells who comes back from an absence, or from a day that they or
// the owner named, and what comes next for them.
func (a *app) planWakeups(f engine.Forecast, zone *time.Location) {
	if len(f.Wakeups) == 0 {
		return
	}
	a.part(report.Plural(len(f.Wakeups), "person comes back", "people come back"))
	for _, w := range f.Wakeups[:min(len(f.Wakeups), stopsShown)] {
		when := timeWords(w.At, zone, f.From) + thereWords(w.At, w.Prospect, zone)
		words := wholeName(w.Name, w.Company, w.Address) + ", " + string(w.From) + " till then"
		if why := report.OneLine(w.Why, 200); why != "" {
			words += " (" + why + ")"
		}
		if w.Step != "" {
			words += "; next is " + report.OneLine(w.Sequence+"/"+w.Step, 100)
		}
		a.say("  "+when+"  ", words)
	}
	if more := len(f.Wakeups) - stopsShown; more > 0 {
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

// planHolidays tells on which holidays mails may go out, for nobody knows them.
func (a *app) planHolidays(f engine.Forecast) {
	var unknown, moon []string
	homeless := 0
	for _, gap := range f.Holidays {
		words := fmt.Sprintf("%s (%s)", sequences.CountryName(gap.Country), report.Plural(gap.Mails, "mail", "mails"))
		switch {
		case gap.Country == "":
			homeless = gap.Mails
		case gap.Moon:
			moon = append(moon, words)
		default:
			unknown = append(unknown, words)
		}
	}
	if len(f.Holidays) > 0 {
		fmt.Fprintln(a.stdout)
	}
	if len(unknown) > 0 {
		a.say("! ", "Only 1 January and 25 December are taken as public holidays where the others aren't known: "+strings.Join(unknown, ", ")+".")
	}
	if homeless > 0 {
		a.say("! ", report.Plural(homeless, "mail goes", "mails go")+" to people of whom no country is known; only 1 January and 25 December are taken as public holidays there.")
	}
	if len(moon) > 0 {
		a.say("! ", "Mails may go out on public holidays that follow the moon, which aren't known: "+strings.Join(moon, ", ")+".")
	}
}
