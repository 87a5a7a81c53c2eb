package engine_test

import (
	"fmt"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/maillab"
	"followupd/sequences"
)

// monthly is a rig for a month: caps and gaps that bind, people on four
// continents, business days and holidays.
func monthly(t *testing.T, people []maillab.Person) *rig {
	t.Helper()
	r := newRig(t, rigOptions{people: people, seeded: true, box: func(b *engine.Mailbox) {
		b.Limits = sequences.Limits{PerHour: 6, PerDay: 14, PerPerson: sequences.Wait{BusinessDays: 2}}
		b.Gap = [2]time.Duration{90 * time.Second, 240 * time.Second}
	}})
	ask := engine.Ask{Verb: engine.VerbEnrol}
	zones := []string{"Europe/Madrid", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"}
	for i := range monthPeople {
		ask.People = append(ask.People, engine.Newcomer{Address: monthAddress(i), Sequence: "intro", Reason: "asked us", Source: "fair",
			Fields: map[string]string{"first_name": fmt.Sprintf("P%d", i), "company": fmt.Sprintf("Firm %d", i), "timezone": zones[i%len(zones)]}})
	}
	if a := r.do(ask); !a.OK {
		t.Fatal(a)
	}
	return r
}

const monthPeople = 36

func monthAddress(i int) string { return fmt.Sprintf("p%d@firm%d.example", i, i) }

// openings counts how many times the sequence's window opens on the weekdays
// after a mail went out, up to when it was planned.
func openings(went, planned time.Time) (n int) {
	for day := went.Truncate(24 * time.Hour); day.Before(planned.Truncate(24 * time.Hour)); day = day.Add(24 * time.Hour) {
		if next := day.Add(24 * time.Hour).Weekday(); next != time.Saturday && next != time.Sunday {
			n++
		}
	}
	return n
}

// mailTo is one mail of a month: everybody gets each step once, so their
// number tells the step.
type mailTo struct {
	address string
	number  int
}

// foreseen are the mails of a plan.
func foreseen(t *testing.T, r *rig, span time.Duration) map[mailTo]time.Time {
	t.Helper()
	f, err := r.engine.Forecast(t.Context(), span)
	if err != nil {
		t.Fatal(err)
	}
	out, count := map[mailTo]time.Time{}, map[string]int{}
	for _, m := range f.Mails {
		count[m.Address]++
		out[mailTo{m.Address, count[m.Address]}] = m.At
	}
	return out
}

// went are the mails that went out, of those to prospects.
func went(r *rig) map[mailTo]time.Time {
	out, count := map[mailTo]time.Time{}, map[string]int{}
	for _, m := range r.lab.Accepted() {
		if m.Recipient != "owner@boss.example" {
			count[m.Recipient]++
			out[mailTo{m.Recipient, count[m.Recipient]}] = m.At
		}
	}
	return out
}

// A month in which nobody answers and nothing fails goes as the plan said, to
// the minute: over real servers, with caps, gaps that are drawn, and a change of
// clocks in Australia.
func TestMonthGoesAsPlanned(t *testing.T) {
	t.Parallel()
	r := monthly(t, nil)
	start := r.now()
	plan := foreseen(t, r, 36*24*time.Hour)
	r.until(start.Add(36 * 24 * time.Hour))
	happened := went(r)
	if len(plan) != 3*monthPeople || len(happened) != len(plan) {
		t.Errorf("%d mails were foreseen, %d went out", len(plan), len(happened))
	}
	for m, at := range plan {
		if got := happened[m]; !got.Truncate(time.Minute).Equal(at.Truncate(time.Minute)) {
			t.Errorf("mail %d to %s: planned for %s, went out %s", m.number, m.address, at.Format(time.DateTime), got.Format(time.DateTime))
		}
	}
	days := map[string]int{}
	for _, at := range happened {
		days[at.Format(time.DateOnly)]++
	}
	if len(days) < 8 {
		t.Errorf("the caps bind nothing: all went out on %d days", len(days))
	}
}

// In a month with answers and a server that fails, what goes out was planned:
// for the same person and step, and none more than a window early: those who
// answer leave room under the caps.
func TestMonthWithAnswersAndFaults(t *testing.T) {
	t.Parallel()
	words := []string{"Sounds good. Can you call me on Thursday?", "No thank you, we have that already.", "Please take me off your list."}
	var people []maillab.Person
	for i := range monthPeople {
		if i%3 == 0 {
			people = append(people, maillab.Person{Address: monthAddress(i), React: func(m maillab.Received) []maillab.Reaction {
				return []maillab.Reaction{{After: 5 * time.Hour, Mail: maillab.Answer(m, "", words[i/3%3], maillab.Gmail)}}
			}})
		}
	}
	r := monthly(t, people)
	start := r.now()
	plan := foreseen(t, r, 50*24*time.Hour)
	early, refused := 0, 0
	r.lab.SetSMTPFault(func(x maillab.Transaction) maillab.Fault {
		switch {
		case x.Stage == maillab.StageMail && x.Number%7 == 3 && refused < 12:
			refused++
			return maillab.Fault{Reply: "451 4.3.0 try later"}
		case x.Stage == maillab.StageData && x.Number%11 == 5 && refused < 12:
			refused++
			return maillab.Fault{Drop: true}
		}
		return maillab.Fault{}
	})
	r.until(start.Add(36 * 24 * time.Hour))
	happened := went(r)
	if refused < 12 || len(happened) >= 3*monthPeople-10 || len(happened) < monthPeople*2 {
		t.Errorf("%d faults, %d mails", refused, len(happened))
	}
	for m, at := range happened {
		planned, ok := plan[m]
		if at.Before(planned) {
			early++
		}
		switch {
		case !ok:
			t.Errorf("mail %d to %s went out and was not planned", m.number, m.address)
		case openings(at, planned) > 1:
			t.Errorf("mail %d to %s went out %s, planned for %s", m.number, m.address, at.Format(time.DateTime), planned.Format(time.DateTime))
		}
	}
	if early == 0 {
		t.Error("nobody's answer made room for anybody")
	}
}
