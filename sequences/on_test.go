package sequences_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"followupd/sequences"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want, problem string }{
		{text: "2027-03-14", want: "2027-03-14"},
		{text: " 2027-03-14 ", want: "2027-03-14"},
		{text: "2027-03-14T09:30:00Z", want: "2027-03-14"},
		{text: "2027-03-14 09:30", want: "2027-03-14"},
		{text: "2027/03/14", want: "2027-03-14"},
		{text: "14.3.2027", want: "2027-03-14"},
		{text: "14. 03. 2027", want: "2027-03-14"},
		{text: "14/3/2027", want: "2027-03-14"},
		{text: "3/14/2027", want: "2027-03-14"},
		{text: "4/4/2027", want: "2027-04-04"},
		{text: "14 Mar 2027", want: "2027-03-14"},
		{text: "March 14, 2027", want: "2027-03-14"},
		{text: "14 OCT 2027", want: "2027-10-14"},
		{text: "5 SEPTEMBER 2027", want: "2027-09-05"},
		{text: "OCTOBER 14, 2027 09:30", want: "2027-10-14"},
		{text: "3/4/2027", problem: "it could be two days; write it as 2027-03-04 or 2027-04-03"},
		{text: "31.2.2027", problem: "there is no such day"},
		{text: "soon", problem: "that is no date"},
		{text: "", problem: "that is no date"},
		{text: "14.3.27", problem: "that is no date"},
		{text: "9999-01-01", problem: "that is not a year to plan for"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			got, err := sequences.ParseDate(tt.text)
			switch {
			case tt.problem != "":
				if err == nil || !strings.HasPrefix(err.Error(), tt.problem) {
					t.Errorf("got %v, %v, want %q", got, err, tt.problem)
				}
			case err != nil || got.Format(time.DateOnly) != tt.want:
				t.Errorf("got %v, %v, want %s", got, err, tt.want)
			}
		})
	}
}

// dated is a person in Berlin, enrolled on Tuesday 3 March 2026 at ten, in a
// sequence with one step that has a day.
func dated(t *testing.T, step string, fields map[string]string) *scene {
	t.Helper()
	seq, _, problems := sequences.Parse("f.yaml", []byte("name: dated\nmailbox: ana\nsteps: [{id: a, template: t, objective: o, value: v, "+step+"}, {id: b, wait: 2bd, template: t, objective: o, value: w}]\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
	s.plan.Sequences["dated"] = seq
	if fields == nil {
		fields = map[string]string{}
	}
	fields["timezone"], fields["country"] = "Europe/Berlin", "DE"
	s.do(sequences.Event{Kind: sequences.EvEnrol, Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: 1, Sequence: "dated", Reason: "asked us", Source: "fair", Fields: fields}})
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
	return s
}

func TestStepWithADay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, step, field string
		due               string // in Berlin; "" : passed over
		why               string
	}{
		{name: "a date", step: "on: 2026-03-18", due: "2026-03-18 09:00"},
		{name: "today", step: "on: 2026-03-03", due: "2026-03-03 10:00"},
		{name: "within its window", step: "on: 2026-03-18, window: {hours: 14:00-16:00}", due: "2026-03-18 14:00"},
		{name: "on a Sunday", step: "on: 2026-03-15", due: "2026-03-16 09:00"},
		{name: "over Easter", step: "on: 2026-04-03", due: "2026-04-07 09:00"},
		{name: "after the clock goes on", step: "on: 2026-03-30", due: "2026-03-30 09:00"},
		{name: "a field", step: "on: due_on", field: "18.3.2026", due: "2026-03-18 09:00"},
		{name: "days before it", step: "on: due_on - 30d", field: "2026-05-01", due: "2026-04-01 09:00"},
		{name: "business days before it", step: "on: due_on - 2bd", field: "2026-04-08", due: "2026-04-02 09:00"},
		{name: "business days after it", step: "on: due_on + 2bd", field: "2026-04-02", due: "2026-04-08 09:00"},
		{name: "weeks after it", step: "on: due_on+2w", field: "2026-03-18", due: "2026-04-01 09:00"},
		{name: "a day late", step: "on: 2026-03-02", due: "2026-03-03 10:00"},
		{name: "too late", step: "on: 2026-02-24", why: "its day, 24 Feb 2026, is past"},
		{name: "just in time", step: "on: 2026-02-26", due: "2026-03-03 10:00"},
		{name: "as late as it says", step: "on: 2026-02-24, late: 2w", due: "2026-03-03 10:00"},
		{name: "not a day late", step: "on: 2026-03-02, late: 0d", why: "its day, 2 Mar 2026, is past"},
		{name: "no window in time", step: "on: 2026-03-18, late: 1d, window: {days: [mon]}", why: "its window doesn't open in time after 18 Mar 2026"},
		{name: "nothing known", step: "on: due_on", why: "due_on is not known"},
		{name: "nothing readable", step: "on: due_on - 3d", field: "soon", why: `due_on is "soon": that is no date; write it as 2027-03-14`},
	}
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			fields := map[string]string{}
			if tt.field != "" {
				fields["due_on"] = tt.field
			}
			s := dated(t, tt.step, fields)
			if tt.due == "" {
				if len(s.e().Done) != 1 || s.e().Done[0].Why != tt.why || s.e().Step != "b" {
					t.Errorf("at step %s, done %+v, want %q", s.e().Step, s.e().Done, tt.why)
				}
				return
			}
			if got := s.e().Due.In(berlin).Format("2006-01-02 15:04"); got != tt.due || s.e().Step != "a" {
				t.Errorf("step %s is due %s, want a at %s", s.e().Step, got, tt.due)
			}
		})
	}
}

// A day that changes moves its step, and one that comes too late passes it over.
func TestDayThatChanges(t *testing.T) {
	t.Parallel()
	s := dated(t, "on: due_on", map[string]string{"due_on": "2026-03-18"})
	set := func(value string) {
		s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbFields, Fields: map[string]string{"due_on": value}}})
	}
	set("2026-03-25")
	if got := s.e().Due.Format(time.DateOnly); got != "2026-03-25" {
		t.Errorf("due %s", got)
	}
	set("2026-02-01")
	if s.e().Step != "b" || s.e().Done[0].Why != "its day, 1 Feb 2026, is past" {
		t.Errorf("at %s, done %+v", s.e().Step, s.e().Done)
	}

	s = dated(t, "on: 2026-03-18", nil)
	s.now = time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC) // the daemon stood still
	if s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1}); s.e().Step != "b" || s.e().Done[0].How != sequences.HowSkipped {
		t.Errorf("after a stop: %s at %s, done %+v", s.e().State, s.e().Step, s.e().Done)
	}
}

// A mail that waited in the outbox until its day was past never goes out.
func TestDayThatPassesInTheOutbox(t *testing.T) {
	t.Parallel()
	s := dated(t, "on: 2026-03-18", nil)
	if s.due(); s.e().State != sequences.StateQueued {
		t.Fatalf("it is %s", s.e().State)
	}
	s.now = time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC)
	effects, why := s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 1, Step: "a"})
	cancelled := false
	for _, e := range effects {
		cancelled = cancelled || e.Kind == sequences.EffCancel && e.Step == "a"
	}
	if why.Code != sequences.CodeSkipped || !cancelled || s.e().State != sequences.StateScheduled || s.e().Step != "b" {
		t.Errorf("%+v, effects %+v; it is %s at %s", why, effects, s.e().State, s.e().Step)
	}
}

// A mail whose day moves to later while it waits in the outbox is taken back,
// however the day came to be another.
func TestDayThatMovesInTheOutbox(t *testing.T) {
	t.Parallel()
	set := func(s *scene, field string) ([]sequences.Effect, sequences.Reason) {
		return s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbFields, Fields: map[string]string{"due_on": field}}})
	}
	for name, move := range map[string]func(s *scene) []sequences.Effect{
		"a field": func(s *scene) []sequences.Effect { effects, _ := set(s, "2026-03-25"); return effects },
		"the sequence": func(s *scene) []sequences.Effect {
			s.plan.Sequences["dated"].Steps[0].On = &sequences.On{Date: "2026-03-25"}
			effects, why := s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 1, Step: "a"})
			if why.Code != sequences.CodeNotYet {
				t.Errorf("it begins: %+v", why)
			}
			return effects
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := dated(t, "on: due_on", map[string]string{"due_on": "2026-03-18"})
			if s.due(); s.e().State != sequences.StateQueued {
				t.Fatalf("it is %s", s.e().State)
			}
			if effects := move(s); !has(effects, sequences.EffCancel) {
				t.Errorf("it stays in the outbox: %+v", effects)
			}
			if e := s.e(); e.State != sequences.StateScheduled || e.Step != "a" || e.Due.Format(time.DateOnly) != "2026-03-25" {
				t.Errorf("it is %s at %s, due %s", e.State, e.Step, e.Due)
			}
		})
	}
	s := dated(t, "on: due_on", map[string]string{"due_on": "2026-03-18"})
	s.due()
	if set(s, ""); s.e().Step != "b" {
		t.Errorf("there is no day any more: %s at %s", s.e().State, s.e().Step)
	}
}

// Whatever the day, the zone and the moment of enrolment: a step with a day is
// planned on that day or later, never later than it may be, or passed over.
func TestStepWithADayKeepsIt(t *testing.T) {
	t.Parallel()
	zones := []string{"Europe/Berlin", "America/Santiago", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "Pacific/Kiritimati"}
	rapid.Check(t, func(rt *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(rt, "zone")
		loc, err := time.LoadLocation(zone)
		if err != nil {
			rt.Fatal(err)
		}
		day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 700).Draw(rt, "day"))
		away := rapid.IntRange(-40, 40).Draw(rt, "away")
		s := dated(t, "on: 2026-01-01", nil)
		seq := s.plan.Sequences["dated"]
		seq.Steps[0].On = &sequences.On{Fact: "d", Away: sequences.Wait{Plain: time.Duration(max(away, -away)) * 24 * time.Hour}, Before: away < 0}
		late := rapid.IntRange(0, 10).Draw(rt, "late")
		seq.Steps[0].Late = &sequences.Wait{Plain: time.Duration(late) * 24 * time.Hour}
		s.p, s.now = sequences.Person{}, s.now.AddDate(0, 0, rapid.IntRange(0, 400).Draw(rt, "enrolled"))
		s.do(sequences.Event{Kind: sequences.EvEnrol, Enrol: &sequences.Enrol{Addresses: []string{"a@b.example"}, ID: 1, Sequence: "dated", Reason: "r", Source: "s",
			Fields: map[string]string{"timezone": zone, "d": day.Format(time.DateOnly)}}})
		if s.e().Step != "a" {
			return
		}
		want := day.AddDate(0, 0, away)
		got := s.e().Due.In(loc)
		passed := time.Date(got.Year(), got.Month(), got.Day(), 0, 0, 0, 0, time.UTC).Sub(want) / (24 * time.Hour)
		if passed < 0 || passed > time.Duration(late)+1 { // a day that a zone left out
			rt.Fatalf("day %s in %s: due %s", want.Format(time.DateOnly), zone, got)
		}
	})
}

// A day that the file itself names may be past; one that a field has is each
// person's own.
func TestLintTellsOfAPastDay(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 17, 11, 0, 0, 0, time.UTC)
	const better = "(name a day to come, or what comes for each person in their own time: wait: 3bd, on: renewal_date - 30d) [past-day]"
	tests := []struct{ name, step, want string }{
		{"past", "on: 2026-03-03", "3 March 2026 is past, so this step is skipped for everyone"},
		{"past, with a distance", "on: 2026-04-03 - 4w", "6 March 2026 is past, so this step is skipped for everyone"},
		{"just past", "on: 2026-03-15", "15 March 2026 is past; this step may still come late, until 18 March, and is skipped for everyone after that"},
		{"just past, and never late", "on: 2026-03-15, late: 0d", "15 March 2026 is past, so this step is skipped for everyone"},
		{"still the day before somewhere", "on: 2026-03-16, late: 0d", ""},
		{"today", "on: 2026-03-17", ""},
		{"to come", "on: 2026-03-18", ""},
		{"a field's", "on: fair_date + 2bd", ""},
		{"no day at all", "on: 2026-02-31", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			src := "name: dated\nmailbox: ana\nsteps:\n  - {id: a, template: t, objective: o, value: v, " + tt.step + "}\n"
			_, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte(src)}, sequences.Known{Now: now})
			if problems.HasErrors() {
				return
			}
			var want []string
			if tt.want != "" {
				want = []string{"f.yaml:4:54: warning: steps[0].on: " + tt.want + " " + better}
			}
			compare(t, problems, want)
			silent := strings.Replace(src, "  - {", "  # lint: ignore past-day because it is for the record\n  - {", 1)
			for _, known := range []sequences.Known{{}, {Now: now}} {
				if _, problems := sequences.ParseSet(map[string][]byte{"f.yaml": []byte(silent)}, known); len(problems) > 0 {
					t.Error(problems)
				}
			}
		})
	}
}
