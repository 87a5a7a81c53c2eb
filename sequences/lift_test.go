package sequences_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// optOut is a reply that is read as an opt-out, wrongly or not.
func optOut(ref string) sequences.Mail {
	return sequences.Mail{Ref: ref, Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentOptOut, From: "dana@gmail.example",
		Words: "We stopped all mail campaigns in May, so this comes at the right time."}
}

func was(intent replies.Intent, mail sequences.Mail) sequences.Order {
	return sequences.Order{Verb: sequences.VerbAnswerWas, Intent: intent, Mail: &mail}
}

// A suppression that only the reading of one answer set is lifted by the owner's
// word on that answer, which does what the answer would have done, and no mail.
func TestLift(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		intent replies.Intent
		until  *replies.Date
		state  sequences.State
	}{
		{replies.IntentInterested, nil, sequences.StateAnswered},
		{replies.IntentQuestion, nil, sequences.StateAnswered},
		{replies.IntentNotInterested, nil, sequences.StateStopped},
		{replies.IntentWrongPerson, nil, sequences.StateStopped},
		{replies.IntentLater, &replies.Date{Year: 2027, Month: time.May, Day: 3}, sequences.StateAnswered},
		{replies.IntentAutoReply, &replies.Date{Year: 2027, Month: time.May, Day: 3}, sequences.StateHeld},
		{replies.IntentAutoReply, nil, sequences.StateHeld},
		{replies.IntentUnclear, nil, sequences.StateHeld},
	} {
		t.Run(string(tt.intent), func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateScheduled)
			s.enrol("dark", "") // waits behind
			step := s.e().Step
			misread := optOut("9")
			misread.Until = tt.until
			s.mail(misread)
			at := s.now
			if s.p.Suppressed == nil || !s.p.MayHaveMeant() || s.e().State != sequences.StateSuppressed {
				t.Fatalf("an opt-out makes %+v", s.p.Suppressed)
			}
			s.pass(48 * time.Hour)
			effects, reason := s.order(was(tt.intent, misread))
			if s.p.Suppressed != nil || s.p.Turn == nil || s.e().State != tt.state || s.e().Step != step {
				t.Errorf("suppressed %+v, turn %+v, %s at %s; want %s at %s", s.p.Suppressed, s.p.Turn, s.e().State, s.e().Step, tt.state, step)
			}
			if !strings.Contains(reason.Text, "the suppression is lifted") || !strings.Contains(reason.Text, "until you say so") {
				t.Errorf("the reason is %q", reason.Text)
			}
			if s.p.Enrolment(2).State.Live() {
				t.Errorf("what waited behind it is %s", s.p.Enrolment(2).State)
			}
			lifted := false
			for _, e := range effects {
				if e.Kind == sequences.EffLift {
					lifted = e.At.Equal(at) && strings.Join(e.Addresses, " ") == "dana@acme.example dana@gmail.example"
				}
				if e.Kind == sequences.EffSend || e.Kind == sequences.EffDraft || e.Kind == sequences.EffSuppress {
					t.Errorf("it also leads to %+v", e)
				}
			}
			if !lifted {
				t.Errorf("the effects are %+v", effects)
			}
			s.pass(400 * 24 * time.Hour)
			for _, e := range s.p.Enrolments {
				if effects, _ := s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: e.ID}); has(effects, sequences.EffSend) {
					t.Errorf("enrolment %d sends by itself", e.ID)
				}
			}
			if s.order(sequences.Order{Verb: sequences.VerbResume}); s.e().State != sequences.StateScheduled || s.e().Step != step {
				t.Errorf("resumed, it is %s at %s", s.e().State, s.e().Step)
			}
		})
	}
}

// A correction of a correction counts as well: the owner's slip is no opt-out.
func TestLiftOwnersSlip(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateScheduled)
	m := optOut("9")
	m.Intent = replies.IntentQuestion
	s.mail(m)
	s.order(was(replies.IntentOptOut, m))
	if s.p.Suppressed == nil {
		t.Fatal("said to be an opt-out, it suppresses nobody")
	}
	if s.order(was(replies.IntentQuestion, m)); s.p.Suppressed != nil {
		t.Errorf("still suppressed: %+v", s.p.Suppressed)
	}
}

// Whatever else asks for it keeps the suppression, whenever it came, and the
// reason names it.
func TestLiftNot(t *testing.T) {
	t.Parallel()
	reply := optOut("9")
	stop, link, complaint := reply, reply, reply
	stop.Words, link.Route, complaint.Kind = "STOP", sequences.RouteUnsubscribe, replies.KindComplaint
	second := optOut("10")
	for _, tt := range []struct {
		name  string
		does  func(*scene)
		mail  sequences.Mail
		names string
		list  []sequences.Evidence
	}{
		{"a lone STOP", func(s *scene) { s.mail(stop) }, stop, "asked to be left alone", nil},
		{"the mail program's opt-out", func(s *scene) { s.mail(link) }, link, "asked to be left alone", nil},
		{"a complaint", func(s *scene) { s.mail(complaint) }, complaint, "reported the mail", nil},
		{"a complaint after it", func(s *scene) { s.mail(reply); complaint.Ref = "11"; s.mail(complaint) }, reply, "reported the mail", nil},
		{"the mail program's opt-out after it", func(s *scene) { s.mail(reply); link.Ref = "11"; s.mail(link) }, reply, "asked to be left alone", nil},
		{"the owner's word after it", func(s *scene) {
			s.mail(reply)
			s.order(sequences.Order{Verb: sequences.VerbSuppress, Text: "asked by phone"})
		}, reply, "asked by phone", nil},
		{"the owner's word before it", func(s *scene) {
			s.order(sequences.Order{Verb: sequences.VerbSuppress, Text: "asked by phone"})
			s.mail(reply)
		}, reply, "asked by phone", nil},
		{"a second opt-out, the first corrected", func(s *scene) { s.mail(reply); s.mail(second) }, reply, "asked to be left alone", nil},
		{"a second opt-out, the second corrected", func(s *scene) { s.mail(reply); s.mail(second) }, second, "asked to be left alone", nil},
		{"another answer corrected", func(s *scene) { s.mail(reply) }, sequences.Mail{Ref: "12", Kind: replies.KindReply, Intent: replies.IntentQuestion}, "another answer", nil},
		{"the list knows more", func(s *scene) { s.mail(reply) }, reply, "acme.example: customer of a partner",
			[]sequences.Evidence{{Rule: "suppressed.domain", Text: "acme.example: customer of a partner"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateScheduled)
			tt.does(s)
			o := was(replies.IntentInterested, tt.mail)
			o.Listed = tt.list
			effects, reason := s.order(o)
			if s.p.Suppressed == nil || has(effects, sequences.EffLift) || reason.Code != sequences.CodeSuppressed || !strings.Contains(reason.Text, tt.names) {
				t.Errorf("suppressed %v, %v: %q; want it to name %q", s.p.Suppressed != nil, reason.Code, reason.Text, tt.names)
			}
		})
	}
}
