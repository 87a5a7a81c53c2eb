package sequences_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// called is a person whose second step is a task that waits for the owner.
func called(t *testing.T, skipAfter sequences.Wait) *scene {
	t.Helper()
	s := begun(t)
	seq := s.plan.Sequences["intro"]
	seq.Steps[1] = sequences.Step{ID: "two", Wait: sequences.Wait{BusinessDays: 3}, Task: "call and ask what stands in the way", Objective: "o", SkipAfter: skipAfter}
	s.sends()
	effects, why := s.due()
	if s.e().State != sequences.StateTask || s.e().Step != "two" || why.Code != sequences.CodeTask || why.Text != "yours to do: call and ask what stands in the way" {
		t.Fatalf("it is %s at %s: %+v", s.e().State, s.e().Step, why)
	}
	told, sends := 0, 0
	for _, e := range effects {
		switch {
		case e.Kind == sequences.EffNotify && e.Notice == sequences.NoticeTask && e.Enrolment == 1:
			told++
		case e.Kind == sequences.EffSend:
			sends++
		}
	}
	if told != 1 || sends != 0 {
		t.Fatalf("effects %+v, want one notice and no mail", effects)
	}
	return s
}

func (s *scene) done(note string) sequences.Reason {
	s.t.Helper()
	_, why := s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbDone, Text: note}})
	return why
}

// What follows a task counts from when it was done, however long that took.
func TestTaskDone(t *testing.T) {
	t.Parallel()
	s := called(t, sequences.Wait{})
	if !s.e().Due.IsZero() {
		t.Errorf("a task without skip_after ends by itself at %s", s.e().Due)
	}
	s.pass(30 * 24 * time.Hour)
	if _, why := s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1}); s.e().State != sequences.StateTask {
		t.Fatalf("it went on by itself: %+v", why)
	}
	if why := s.done("they want it smaller"); why.Code != sequences.CodeTaskDone {
		t.Fatalf("done: %+v", why)
	}
	if d := s.e().Done[1]; d.Step != "two" || d.How != sequences.HowDone || !d.At.Equal(s.now) {
		t.Errorf("behind it: %+v", d)
	}
	if s.e().State != sequences.StateScheduled || s.e().Step != "three" || s.e().Due.Before(s.now.Add(36*time.Hour)) {
		t.Errorf("it is %s, step %s at %s, done at %s", s.e().State, s.e().Step, s.e().Due, s.now)
	}
	last := s.p.Timeline[len(s.p.Timeline)-1]
	if last.Kind != sequences.HapTask || last.Words != "they want it smaller" || len(s.p.Notes) != 1 || s.p.Notes[0].Text != "they want it smaller" {
		t.Errorf("kept: %+v, notes %+v", last, s.p.Notes)
	}
	if why := s.done(""); why.Code != sequences.CodeNotPossible {
		t.Errorf("done twice: %+v", why)
	}
	if c := s.p.BalanceAt(); c.Balance != 1 {
		t.Errorf("a task counts as a value given: %d", c.Balance)
	}
}

func TestTaskIsPassedOver(t *testing.T) {
	t.Parallel()
	s := called(t, sequences.Wait{BusinessDays: 10})
	at := s.e().Due
	if want := time.Date(2026, 3, 20, 9, 0, 0, 0, time.UTC); !at.Equal(want) { // ten business days after Friday the 6th
		t.Errorf("it waits until %s, want %s", at, want)
	}
	_, why := s.due()
	if d := s.e().Done[1]; d.How != sequences.HowSkipped || d.Why != "it was not done in time" || why.Code != sequences.CodeSkipped {
		t.Errorf("behind it: %+v, %+v", d, why)
	}
	if s.e().State != sequences.StateScheduled || s.e().Step != "three" {
		t.Errorf("it is %s at %s", s.e().State, s.e().Step)
	}
}

// Whatever ends or holds a sequence withdraws the task.
func TestTaskIsWithdrawn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		event sequences.Event
		want  sequences.State
	}{
		{"an answer", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentInterested, Certain: true}}, sequences.StateAnswered},
		{"a doubt", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentUnclear}}, sequences.StateHeld},
		{"a no", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentNotInterested, Certain: true}}, sequences.StateStopped},
		{"an opt-out", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentOptOut, Certain: true}}, sequences.StateSuppressed},
		{"a bounce", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindBounce, Permanent: true, Certain: true}}, sequences.StateStopped},
		{"a colleague", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Route: sequences.RouteCompany, Colleague: "bo@acme.example"}}, sequences.StateHeld},
		{"a mail by hand", sequences.Event{Kind: sequences.EvOwnerMail, Mail: &sequences.Mail{}}, sequences.StateHeld},
		{"an absence", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Certain: true,
			Until: &replies.Date{Year: 2026, Month: 3, Day: 20}}}, sequences.StateAway},
		{"a date", sequences.Event{Kind: sequences.EvMail, Mail: &sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Certain: true, Stated: true,
			Until: &replies.Date{Year: 2026, Month: 5, Day: 4}}}, sequences.StateSnoozed},
		{"a pause", sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbPause}}, sequences.StateHeld},
		{"a stop", sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}}, sequences.StateStopped},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := called(t, sequences.Wait{BusinessDays: 10})
			s.pass(time.Hour)
			before := len(s.facts)
			s.do(tt.event)
			withdrawn := 0
			for _, f := range s.facts[before:] {
				if f.Kind == sequences.FactMoved && f.Move.Withdrawn {
					withdrawn++
				}
			}
			if s.e().State != tt.want || withdrawn != 1 {
				t.Errorf("it is %s, want %s; withdrawn %d times", s.e().State, tt.want, withdrawn)
			}
			if why := s.done(""); why.Code != sequences.CodeNotPossible {
				t.Errorf("done after it was withdrawn: %+v", why)
			}
		})
	}
}

// After a pause or an absence the task comes again: it still is to be done.
func TestTaskComesAgain(t *testing.T) {
	t.Parallel()
	s := called(t, sequences.Wait{})
	s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbPause}})
	s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbResume}})
	if s.due(); s.e().State != sequences.StateTask || s.e().Step != "two" {
		t.Errorf("it is %s at %s", s.e().State, s.e().Step)
	}
}

// A task comes when people can be called.
func TestTaskKeepsTheWindow(t *testing.T) {
	t.Parallel()
	s := called(t, sequences.Wait{})
	seq := s.plan.Sequences["intro"]
	if !seq.Window.Contains(s.now, s.plan.ZonesOf(&s.p, "ana")) {
		t.Errorf("it came at %s, outside the window", s.now)
	}
	s = begun(t)
	s.plan.Sequences["intro"].Steps[0] = sequences.Step{ID: "one", Task: "call", Objective: "o"}
	s.now = time.Date(2026, 3, 7, 12, 0, 0, 0, time.UTC) // a Saturday
	if _, why := s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1}); s.e().State != sequences.StateScheduled || why.Code != sequences.CodeWindow {
		t.Errorf("it is %s: %+v", s.e().State, why)
	}
}

// While the owner is away their tasks wait, and what would pass them over does
// too, from whenever they said so.
func TestTaskWhileTheOwnerIsAway(t *testing.T) {
	t.Parallel()
	back := time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC) // a Monday
	away := sequences.Absence{From: time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC), Until: back}
	s := begun(t)
	s.plan.OwnerAway = away
	s.plan.Sequences["intro"].Steps[1] = sequences.Step{ID: "two", Wait: sequences.Wait{BusinessDays: 3}, Task: "call", Objective: "o"}
	s.sends()
	effects, why := s.due()
	if s.e().State != sequences.StateScheduled || s.e().Step != "two" || why.Code != sequences.CodeOwnerAway {
		t.Fatalf("it is %s at %s: %+v", s.e().State, s.e().Step, why)
	}
	for _, e := range effects {
		if e.Kind == sequences.EffNotify {
			t.Errorf("the owner is told of it: %+v", e)
		}
	}
	if due := s.e().Due; due.Before(back) || due.After(back.Add(48*time.Hour)) {
		t.Errorf("it comes at %s, where they are back at %s", due, back)
	}
	// They are back earlier than they said.
	again := s.p
	s.plan.OwnerAway.Until = s.now.Add(time.Hour)
	s.pass(2 * time.Hour)
	if s.do(sequences.Event{Kind: sequences.EvEdited, Enrolment: 1}); s.e().Due.After(s.now.Add(72 * time.Hour)) {
		t.Errorf("back early, it comes at %s", s.e().Due)
	}
	s.p, s.plan.OwnerAway = again, away
	if s.due(); s.e().State != sequences.StateTask || s.now.Before(back) {
		t.Errorf("it is %s at %s", s.e().State, s.now)
	}
}

func TestTaskIsNotPassedOverWhileTheOwnerIsAway(t *testing.T) {
	t.Parallel()
	s := called(t, sequences.Wait{BusinessDays: 2}) // on Friday the 6th, until Tuesday the 10th
	came := s.e().Since
	s.plan.OwnerAway = sequences.Absence{From: time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC), Until: time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC)}
	before := len(s.facts)
	if s.due(); s.e().State != sequences.StateTask || !s.e().Since.Equal(came) || !s.e().Due.Equal(time.Date(2026, 3, 17, 0, 0, 0, 0, time.UTC)) {
		t.Fatalf("it is %s since %s, passed over at %s", s.e().State, s.e().Since, s.e().Due)
	}
	for _, f := range s.facts[before:] {
		if f.Kind == sequences.FactMoved && f.Move.Withdrawn {
			t.Error("the task is withdrawn")
		}
	}
	if s.due(); s.e().State != sequences.StateScheduled || s.e().Step != "three" {
		t.Errorf("it is %s at %s", s.e().State, s.e().Step)
	}
}

func TestWaitThatLeavesTheAbsenceOut(t *testing.T) {
	t.Parallel()
	at := func(day, hour int) time.Time { return time.Date(2026, 3, day, hour, 0, 0, 0, time.UTC) } // the 2nd is a Monday
	z := sequences.Zones{Prospect: time.UTC}
	for _, tt := range []struct {
		name             string
		wait             sequences.Wait
		came, from, back time.Time
		want             time.Time
	}{
		{"over before", sequences.Wait{BusinessDays: 1}, at(2, 9), at(4, 0), at(9, 0), at(3, 9)},
		{"after it", sequences.Wait{BusinessDays: 1}, at(10, 9), at(4, 0), at(9, 0), at(11, 9)},
		{"two of three days before", sequences.Wait{BusinessDays: 3}, at(2, 9), at(4, 12), at(9, 0), at(10, 0)},
		{"none before", sequences.Wait{BusinessDays: 2}, at(5, 9), at(4, 0), at(9, 0), at(11, 0)},
		{"hours", sequences.Wait{Plain: 36 * time.Hour}, at(2, 9), at(3, 9), at(5, 9), at(5, 21)},
		{"an absence that ends it", sequences.Wait{Plain: 24 * time.Hour}, at(2, 9), at(3, 9), at(5, 9), at(3, 9)},
	} {
		if got := tt.wait.AfterBut(sequences.Absence{From: tt.from, Until: tt.back}, tt.came, z); !got.Equal(tt.want) {
			t.Errorf("%s: over at %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := (sequences.Wait{BusinessDays: 1}).AfterBut(sequences.Absence{}, at(2, 9), z); !got.Equal(at(3, 9)) {
		t.Errorf("with no absence it is over at %s", got)
	}
}
