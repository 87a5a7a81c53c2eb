package sequences_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"followupd/internal/replies"
	"followupd/sequences"
)

// scene is one person on their way through the plan of the laws.
type scene struct {
	t     *testing.T
	plan  sequences.Plan
	p     sequences.Person
	facts []sequences.Fact
	now   time.Time
	n     int
}

// begun is a person of whom the past is clear, before the first step of
// sequence "intro", on a Tuesday at ten in Madrid.
func begun(t *testing.T) *scene {
	t.Helper()
	s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
	s.enrol("intro", "")
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
	return s
}

func (s *scene) enrol(sequence, history string) sequences.Reason {
	s.t.Helper()
	_, r := s.do(sequences.Event{Kind: sequences.EvEnrol, Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: int64(len(s.p.Enrolments) + 1),
		Sequence: sequence, Reason: "asked us", Source: "fair", History: history, Queue: true}})
	return r
}

// do has the person decided on, and gives the effects and the reason.
func (s *scene) do(e sequences.Event) ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	s.n++
	e.Person = 1
	if e.ID == "" {
		e.ID = fmt.Sprint("e", s.n)
	}
	if e.At.IsZero() {
		e.At = s.now
	}
	facts, effects, reason := sequences.Decide(s.plan, s.p, e, s.now)
	for _, f := range facts {
		s.p = sequences.Apply(s.p, f)
	}
	s.facts = append(s.facts, facts...)
	return effects, reason
}

func (s *scene) pass(d time.Duration) { s.now = s.now.Add(d) }

// e is the enrolment that the scene is about: the first.
func (s *scene) e() *sequences.Enrolment { return s.p.Enrolment(1) }

// due brings the moment that the enrolment waits for.
func (s *scene) due() ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	if at := s.e().Due; at.After(s.now) {
		s.now = at
	}
	return s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 1})
}

func (s *scene) begin() {
	s.t.Helper()
	if _, r := s.do(sequences.Event{Kind: sequences.EvBegin, Enrolment: 1, Step: s.e().Step}); r.Code != sequences.CodeBegin {
		s.t.Fatalf("the mail may not begin: %+v", r)
	}
}

func (s *scene) ends(o sequences.Outcome) ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	return s.do(sequences.Event{Kind: sequences.EvOutcome, Enrolment: 1, Step: s.e().Step, Outcome: &o})
}

// sends has the next step go out.
func (s *scene) sends() {
	s.t.Helper()
	for s.e().State == sequences.StateScheduled { // a step may be passed over
		s.due()
	}
	if s.e().State != sequences.StateQueued {
		return
	}
	s.begin()
	s.ends(sequences.Outcome{Result: sequences.ResSent, Value: "a"})
}

// Why the last check said no is told once, and not as words of the server.
func TestWhatTheLastCheckSaidIsToldOnce(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateSending)
	_, reason := s.ends(sequences.Outcome{Result: sequences.ResVetoed, Why: sequences.CodeNotFresh, Text: "the inbox can't be read: nobody answers at imap.lima.example:993"})
	if reason.Text != "it did not go out: the inbox can't be read: nobody answers at imap.lima.example:993" || len(reason.Evidence) > 0 {
		t.Errorf("%+v", reason)
	}
	s = to(t, sequences.StateSending)
	_, reason = s.ends(sequences.Outcome{Result: sequences.ResNotSent, Text: "nobody answers at smtp.lima.example:587"})
	if len(reason.Evidence) != 1 || reason.Evidence[0].Rule != sequences.RuleNoWord {
		t.Errorf("%+v", reason)
	}
}

// Whoever asks for later while a colleague's answer holds them is the owner's, and
// the reason says why no mail waits for their date.
func TestLaterBehindAColleague(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateScheduled)
	s.mail(sequences.Mail{Kind: replies.KindReply, Route: sequences.RouteCompany, Intent: replies.IntentQuestion, Colleague: "kim@acme.example"})
	_, reason := s.mail(sequences.Mail{Kind: replies.KindReply, Route: sequences.RouteThread, Intent: replies.IntentLater, Certain: true, Stated: true,
		Until: &replies.Date{Year: 2027, Month: time.January, Day: 20}})
	if reason.Code != sequences.CodeAnswered || !strings.Contains(reason.Text, "a colleague had answered") || len(reason.Evidence) == 0 ||
		reason.Evidence[0] != (sequences.Evidence{Rule: sequences.RuleColleague, Text: "kim@acme.example of the same company wrote"}) {
		t.Errorf("%+v", reason)
	}
}

// to brings a fresh person into a state.
func to(t *testing.T, state sequences.State) *scene {
	t.Helper()
	s := begun(t)
	switch state {
	case sequences.StateScheduled:
		s.sends()
	case sequences.StateQueued:
		s.due()
	case sequences.StateSending:
		s.due()
		s.begin()
	case sequences.StateSnoozed:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: &replies.Date{Year: 2026, Month: 5, Day: 4}, Stated: true, Certain: true})
	case sequences.StateAway:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Until: &replies.Date{Year: 2026, Month: 3, Day: 20}, Certain: true})
	case sequences.StateAnswered:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentInterested, Certain: true})
	case sequences.StateHeld:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentUnclear})
	case sequences.StateStopped:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentNotInterested, Certain: true})
	case sequences.StateEnded:
		for s.e().State.Live() {
			s.sends()
		}
	case sequences.StateSuppressed:
		s.sends()
		s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentOptOut, Certain: true})
	}
	if s.e().State != state {
		t.Fatalf("the scene is %s (%+v), want %s", s.e().State, s.e().Why, state)
	}
	s.pass(time.Hour)
	return s
}

// mail brings a mail of the person's; the route is by thread unless it is named.
func (s *scene) mail(m sequences.Mail) ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	s.pass(time.Hour)
	if m.Ref == "" {
		m.Ref = fmt.Sprint(s.n + 1000)
	}
	if m.Route == "" {
		m.Route = sequences.RouteThread
	}
	m.Mailbox, m.From = "ana", "dana@acme.example"
	return s.do(sequences.Event{ID: "mail:" + m.Ref + ":1", Kind: sequences.EvMail, Mail: &m})
}

func notices(effects []sequences.Effect) (list []sequences.Notice) {
	for _, e := range effects {
		if e.Kind == sequences.EffNotify {
			list = append(list, e.Notice)
		}
	}
	return list
}

func has(effects []sequences.Effect, kind sequences.EffectKind) bool {
	return slices.ContainsFunc(effects, func(e sequences.Effect) bool { return e.Kind == kind })
}

var everyState = []sequences.State{sequences.StateScheduled, sequences.StateQueued, sequences.StateSending, sequences.StateSnoozed, sequences.StateAway,
	sequences.StateAnswered, sequences.StateHeld, sequences.StateStopped, sequences.StateEnded, sequences.StateSuppressed}

// TestMails has every kind of mail come in every state: what it makes of one
// that goes on by itself, what the owner is told, and that nothing that was
// halted goes on by it.
func TestMails(t *testing.T) {
	t.Parallel()
	date := &replies.Date{Year: 2026, Month: 6, Day: 1}
	tests := []struct {
		name   string
		mail   sequences.Mail
		state  sequences.State // of what went on by itself; "": as it was
		notice sequences.Notice
		turn   bool
	}{
		{"a meeting", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentMeeting}, sequences.StateAnswered, sequences.NoticeAnswer, true},
		{"interested", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentInterested}, sequences.StateAnswered, sequences.NoticeAnswer, true},
		{"a question", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentQuestion, Route: sequences.RouteAddress}, sequences.StateAnswered, sequences.NoticeAnswer, true},
		{"a referral", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentReferral}, sequences.StateAnswered, sequences.NoticeAnswer, true},
		{"a no", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentNotInterested}, sequences.StateStopped, sequences.NoticeNo, true},
		{"a no with a question", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentNotInterested, Others: []replies.Intent{replies.IntentQuestion}},
			sequences.StateAnswered, sequences.NoticeAnswer, true},
		{"a no that was cut", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentNotInterested, Damaged: "cut"}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"the wrong person", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentWrongPerson}, sequences.StateStopped, sequences.NoticeNo, true},
		{"unclear", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentUnclear}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"an intent of another version", sequences.Mail{Kind: replies.KindReply, Intent: "nonsense"}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"an opt-out", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentOptOut}, sequences.StateSuppressed, sequences.NoticeOptOut, false},
		{"an opt-out beside a question", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentQuestion, Others: []replies.Intent{replies.IntentOptOut}},
			sequences.StateSuppressed, sequences.NoticeOptOut, false},
		{"a complaint", sequences.Mail{Kind: replies.KindComplaint, Intent: replies.IntentOptOut, Route: sequences.RouteReport}, sequences.StateSuppressed, sequences.NoticeOptOut, false},
		{"later without a date", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Certain: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"later, the date implied", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: date, Certain: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"later, not sure", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: date, Stated: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"later, and more", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: date, Stated: true, Certain: true,
			Others: []replies.Intent{replies.IntentLater}}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"later, on a day that is over", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: &replies.Date{Year: 2026, Month: 1, Day: 5}, Stated: true,
			Certain: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"later, on their date", sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentLater, Until: date, Stated: true, Certain: true}, sequences.StateSnoozed, sequences.NoticeLater, false},
		{"away until a date", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Until: date, Certain: true}, sequences.StateAway, "", false},
		{"away without a date", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Certain: true}, sequences.StateAway, "", false},
		{"looks automatic, not sure", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Until: date}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"automatic, with a no in it", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Certain: true,
			Others: []replies.Intent{replies.IntentNotInterested}}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"has left", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutLeft, Certain: true}, sequences.StateStopped, sequences.NoticeLeft, true},
		{"nobody reads there", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutUnmonitored, Certain: true}, sequences.StateStopped, sequences.NoticeLeft, true},
		{"a challenge", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutChallenge, Certain: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"a receipt", sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutReceipt, Certain: true}, "", "", false},
		{"a hard bounce", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Permanent: true, Certain: true}, sequences.StateStopped, "", true},
		{"a hard bounce, not sure", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Permanent: true}, sequences.StateStopped, "", true},
		{"a soft bounce", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Certain: true}, "", "", false},
		{"a delay", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Delayed: true, Certain: true}, "", "", false},
		{"a soft bounce, not sure", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"a delay, not sure", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Delayed: true}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"a report that was cut", sequences.Mail{Kind: replies.KindBounce, Route: sequences.RouteReport, Damaged: "cut"}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"a newsletter", sequences.Mail{Kind: replies.KindOther, Route: sequences.RouteAddress, Certain: true}, "", "", false},
		{"perhaps a newsletter", sequences.Mail{Kind: replies.KindOther, Route: sequences.RouteAddress}, sequences.StateHeld, sequences.NoticeDoubt, true},
		{"a colleague", sequences.Mail{Kind: replies.KindReply, Route: sequences.RouteCompany, Intent: replies.IntentInterested, Colleague: "kim@acme.example"},
			sequences.StateHeld, sequences.NoticeColleague, true},
		{"a colleague's machine", sequences.Mail{Kind: replies.KindAutoReply, Route: sequences.RouteCompany, Colleague: "kim@acme.example", Certain: true}, "", "", false},
	}
	for _, tt := range tests {
		for _, state := range everyState {
			t.Run(tt.name+", "+string(state), func(t *testing.T) {
				t.Parallel()
				s := to(t, state)
				turn, suppressed := s.p.Turn != nil, s.p.Suppressed != nil
				effects, reason := s.mail(tt.mail)
				got := s.e().State
				if has(effects, sequences.EffSend) {
					t.Errorf("a mail led to a mail: %+v", effects)
				}
				if !state.Moving() {
					optOut := tt.state == sequences.StateSuppressed
					if got.Moving() || got != state && got != sequences.StateAnswered && !optOut && got != tt.state {
						t.Errorf("%s became %s (%s)", state, got, reason.Code)
					}
					if turn && s.p.Turn == nil || suppressed && s.p.Suppressed == nil {
						t.Error("a mail took the owner's turn, or a suppression, back")
					}
					return
				}
				want := tt.state
				if want == "" || state == sequences.StateSnoozed && want == sequences.StateAway {
					want = state // an absence is asked about when the snooze ends
				}
				if got != want {
					t.Errorf("state %s (%s), want %s", got, reason.Code, want)
				}
				if told := fmt.Sprint(notices(effects)); told != fmt.Sprint(nonEmpty(tt.notice)) {
					t.Errorf("the owner is told %s, want %q", told, tt.notice)
				}
				if (s.p.Turn != nil) != tt.turn {
					t.Errorf("turn %+v, want %t", s.p.Turn, tt.turn)
				}
				if (state == sequences.StateQueued || state == sequences.StateSending) && got != state && !has(effects, sequences.EffCancel) {
					t.Error("the mail in the outbox is not taken back")
				}
				if tt.state == sequences.StateSuppressed && !has(effects, sequences.EffSuppress) {
					t.Error("the address is not put on the list")
				}
			})
		}
	}
}

func nonEmpty(n sequences.Notice) (list []sequences.Notice) {
	if n != "" {
		list = append(list, n)
	}
	return list
}

func TestOutcomes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name      string
		outcome   sequences.Outcome
		state     sequences.State
		code      sequences.Code
		notice    sequences.Notice
		uncertain bool
	}{
		{"sent", sequences.Outcome{Result: sequences.ResSent}, sequences.StateScheduled, sequences.CodeSent, "", false},
		{"seen in Sent", sequences.Outcome{Result: sequences.ResSeen}, sequences.StateScheduled, sequences.CodeSeenSent, "", false},
		{"not sent", sequences.Outcome{Result: sequences.ResNotSent}, sequences.StateQueued, sequences.CodeRetry, "", false},
		{"later", sequences.Outcome{Result: sequences.ResDeferred}, sequences.StateQueued, sequences.CodeRetry, "", false},
		{"vetoed", sequences.Outcome{Result: sequences.ResVetoed, Why: sequences.CodeNotFresh}, sequences.StateQueued, sequences.CodeNotFresh, "", false},
		{"stopped before it was sent", sequences.Outcome{Result: sequences.ResVetoed}, sequences.StateQueued, sequences.CodeRetry, "", false},
		{"the recipient refused", sequences.Outcome{Result: sequences.ResRefused, Recipient: true}, sequences.StateStopped, sequences.CodeBounced, "", false},
		{"we are refused", sequences.Outcome{Result: sequences.ResRefused}, sequences.StateHeld, sequences.CodeRefused, sequences.NoticeProblem, false},
		{"in doubt", sequences.Outcome{Result: sequences.ResUncertain}, sequences.StateSending, sequences.CodeUncertain, "", true},
		{"of another version", sequences.Outcome{Result: "nonsense"}, sequences.StateSending, sequences.CodeNothing, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateSending)
			effects, reason := s.ends(tt.outcome)
			if s.e().State != tt.state || reason.Code != tt.code || s.e().Uncertain != tt.uncertain {
				t.Errorf("%s, %s, uncertain %t; want %s, %s, %t", s.e().State, reason.Code, s.e().Uncertain, tt.state, tt.code, tt.uncertain)
			}
			if fmt.Sprint(notices(effects)) != fmt.Sprint(nonEmpty(tt.notice)) {
				t.Errorf("the owner is told %v, want %q", notices(effects), tt.notice)
			}
		})
	}
}

func TestADeferredMailIsHeldInTheEnd(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateSending)
	for tries := 1; s.e().State == sequences.StateSending; tries++ {
		s.ends(sequences.Outcome{Result: sequences.ResDeferred})
		if s.e().State != sequences.StateQueued {
			break
		}
		if wait := s.e().Due.Sub(s.now); wait != sequences.Backoff(sequences.ResDeferred, tries) {
			t.Fatalf("try %d is followed by a wait of %v", tries, wait)
		}
		if tries > 100 {
			t.Fatal("it is tried for ever")
		}
		s.now = s.e().Due
		s.begin()
	}
	if e := s.e(); e.State != sequences.StateHeld || e.Why.Code != sequences.CodeDeferredLong {
		t.Errorf("%s (%s), want held", e.State, e.Why.Code)
	}
}

// A mail of which the last check said no may be claimed anew before its
// outcome is taken in; that one must not take the new claim back.
func TestAVetoDoesNotTakeBackANewClaim(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateSending)
	s.order(sequences.Order{Verb: sequences.VerbPause})
	s.order(sequences.Order{Verb: sequences.VerbResume})
	if effects, _ := s.due(); !has(effects, sequences.EffSend) {
		t.Fatal("it is not queued again")
	}
	effects, _ := s.ends(sequences.Outcome{Result: sequences.ResVetoed})
	if has(effects, sequences.EffCancel) || s.e().State != sequences.StateQueued {
		t.Errorf("state %s, effects %+v: the mail is queued and nothing will ever send it", s.e().State, effects)
	}
}

func (s *scene) order(o sequences.Order) ([]sequences.Effect, sequences.Reason) {
	s.t.Helper()
	s.pass(time.Minute)
	return s.do(sequences.Event{Kind: sequences.EvOrder, Enrolment: 1, Step: s.e().Step, Order: &o})
}

func TestSettlingByTheOwnersWord(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		verb  sequences.Verb
		also  func(*scene)
		state sequences.State
		send  bool
	}{
		{"was sent", sequences.VerbWasSent, nil, sequences.StateScheduled, false},
		{"send again", sequences.VerbSendAgain, nil, sequences.StateQueued, true},
		{"send again, but they answered", sequences.VerbSendAgain, func(s *scene) { s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentInterested}) }, sequences.StateAnswered, false},
		{"was sent, and they answered", sequences.VerbWasSent, func(s *scene) { s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentInterested}) }, sequences.StateAnswered, false},
		{"send again, but it was stopped and another sequence goes on", sequences.VerbSendAgain, func(s *scene) {
			s.order(sequences.Order{Verb: sequences.VerbStop})
			s.enrol("dark", "ignore")
		}, sequences.StateStopped, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateSending)
			s.ends(sequences.Outcome{Result: sequences.ResUncertain})
			s.pass(time.Hour)
			s.ends(sequences.Outcome{Result: sequences.ResUnsettled})
			if e := s.e(); e.State != sequences.StateHeld || !e.Uncertain {
				t.Fatalf("%s, uncertain %t; want held and uncertain", e.State, e.Uncertain)
			}
			if tt.also != nil {
				tt.also(s)
			}
			effects, _ := s.order(sequences.Order{Verb: tt.verb})
			if e := s.e(); e.State != tt.state || e.Uncertain || has(effects, sequences.EffSend) != tt.send {
				t.Errorf("%s, uncertain %t, effects %+v; want %s", e.State, e.Uncertain, effects, tt.state)
			}
		})
	}
}

func TestAnsweredBeforeItBegan(t *testing.T) {
	t.Parallel()
	reply := sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentQuestion, Ref: "7", Route: sequences.RouteAddress, From: "dana@acme.example"}
	automatic := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Certain: true, Ref: "7", Route: sequences.RouteAddress, From: "dana@acme.example"}
	for _, tt := range []struct {
		name   string
		before time.Duration // the mail's arrival before the enrolment
		sent   bool          // a step went out before the mail was read
		ignore bool
		kind   sequences.EventKind
		mail   sequences.Mail
		state  sequences.State
		code   sequences.Code
	}{
		{"known from the past before the first step", 24 * time.Hour, false, false, sequences.EvMail, reply, sequences.StateHeld, sequences.CodeHistory},
		{"the owner wrote before the first step", 24 * time.Hour, false, false, sequences.EvOwnerMail, reply, sequences.StateHeld, sequences.CodeHistory},
		{"imported all the same", 24 * time.Hour, false, true, sequences.EvMail, reply, sequences.StateScheduled, sequences.CodeOld},
		{"a machine's answer before the first step", 24 * time.Hour, false, false, sequences.EvMail, automatic, sequences.StateScheduled, sequences.CodeOld},
		{"old mail after the first step", 24 * time.Hour, true, false, sequences.EvMail, reply, sequences.StateScheduled, sequences.CodeOld},
		{"the server's clock is slow", 5 * time.Minute, true, false, sequences.EvMail, reply, sequences.StateAnswered, sequences.CodeAnswered},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := begun(t)
			if tt.ignore {
				s = &scene{t: t, plan: lawPlan(), now: s.now}
				s.enrol("intro", "ignore")
				s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
			}
			began := s.now
			if tt.sent {
				s.sends()
			}
			effects, reason := s.do(sequences.Event{Kind: tt.kind, At: began.Add(-tt.before), Mail: &tt.mail})
			if s.e().State != tt.state || reason.Code != tt.code {
				t.Errorf("%s (%s), want %s (%s)", s.e().State, reason.Code, tt.state, tt.code)
			}
			if shown := len(notices(effects)) > 0; shown != (tt.state != sequences.StateScheduled) {
				t.Errorf("the owner is told %v", notices(effects))
			}
		})
	}
}

func TestAnswerWas(t *testing.T) {
	t.Parallel()
	misread := sequences.Mail{Ref: "9", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentUnclear, From: "dana@acme.example"}
	for _, tt := range []struct {
		name   string
		before func(*scene)
		intent replies.Intent
		state  sequences.State
	}{
		{"a machine's, after all", nil, replies.IntentAutoReply, sequences.StateAway},
		{"a no, after all", nil, replies.IntentNotInterested, sequences.StateStopped},
		{"an opt-out, after all", nil, replies.IntentOptOut, sequences.StateSuppressed},
		{"interested, after all", nil, replies.IntentInterested, sequences.StateAnswered},
		{"a machine's, but they had answered before", func(s *scene) {
			s.mail(sequences.Mail{Ref: "8", Kind: replies.KindReply, Intent: replies.IntentInterested})
		},
			replies.IntentAutoReply, sequences.StateHeld},
		{"a machine's, but the owner had written", func(s *scene) {
			s.do(sequences.Event{Kind: sequences.EvOwnerMail, Mail: &sequences.Mail{Ref: "8"}})
		}, replies.IntentAutoReply, sequences.StateHeld},
		{"a machine's, but they had said no before", func(s *scene) {
			s.mail(sequences.Mail{Ref: "8", Kind: replies.KindReply, Intent: replies.IntentNotInterested})
		}, replies.IntentAutoReply, sequences.StateStopped},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := to(t, sequences.StateScheduled)
			if tt.before != nil {
				tt.before(s)
			}
			s.mail(misread)
			s.order(sequences.Order{Verb: sequences.VerbAnswerWas, Intent: tt.intent, Mail: &misread})
			if s.e().State != tt.state {
				t.Errorf("%s (%+v), want %s", s.e().State, s.e().Why, tt.state)
			}
		})
	}
}

func TestOrders(t *testing.T) {
	t.Parallel()
	for _, verb := range []sequences.Verb{sequences.VerbPause, sequences.VerbResume, sequences.VerbStop, sequences.VerbSnooze, sequences.VerbSuppress,
		sequences.VerbNote, sequences.VerbFields, sequences.VerbAnswerWas, sequences.VerbWasSent, sequences.VerbSendAgain, "nonsense"} {
		for _, state := range everyState {
			t.Run(string(verb)+", "+string(state), func(t *testing.T) {
				t.Parallel()
				s := to(t, state)
				effects, reason := s.order(sequences.Order{Verb: verb, Until: s.now.AddDate(0, 1, 0), Key: "k", Text: "t"})
				want := state
				switch verb {
				case sequences.VerbPause:
					if state.Moving() {
						want = sequences.StateHeld
					}
				case sequences.VerbStop:
					if state.Live() {
						want = sequences.StateStopped
					}
				case sequences.VerbSnooze:
					if state.Live() {
						want = sequences.StateSnoozed
					}
				case sequences.VerbSuppress:
					if state.Live() {
						want = sequences.StateSuppressed
					}
				case sequences.VerbResume:
					switch state {
					case sequences.StateQueued, sequences.StateSending, sequences.StateEnded, sequences.StateSuppressed:
					default:
						want = sequences.StateScheduled
					}
				}
				if s.e().State != want || reason.Code == "" {
					t.Errorf("%s (%s), want %s", s.e().State, reason.Code, want)
				}
				if (state == sequences.StateQueued || state == sequences.StateSending) && want != state && !has(effects, sequences.EffCancel) {
					t.Error("the mail in the outbox is not taken back")
				}
			})
		}
	}
}

// What the mailbox's past knows is looked at before the first step, whatever
// the owner says in between: an opt-out stands in it too.
func TestTheOwnersWordDoesNotReplaceTheLookIntoThePast(t *testing.T) {
	t.Parallel()
	for _, o := range []sequences.Order{{Verb: sequences.VerbResume}, {Verb: sequences.VerbSnooze, Until: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}} {
		t.Run(string(o.Verb), func(t *testing.T) {
			t.Parallel()
			s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
			s.enrol("intro", "")
			s.order(sequences.Order{Verb: sequences.VerbPause})
			s.order(o)
			if effects, _ := s.due(); has(effects, sequences.EffSend) {
				t.Fatal("a mail goes out and the past was never looked at")
			}
			s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{OptedOut: true}})
			if s.e().State != sequences.StateSuppressed {
				t.Errorf("%s, want suppressed", s.e().State)
			}
		})
	}
}

// A copy in Sent proves that a mail went out, even one that the ledger, taken
// back from a backup, still holds for waiting.
func TestAMailThatWaitsAndWasSeenInSentIsNotSentAgain(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateQueued)
	_, reason := s.ends(sequences.Outcome{Result: sequences.ResSeen})
	if e := s.e(); e.State != sequences.StateScheduled || e.Step != "two" || !e.Due.After(s.now) {
		t.Errorf("%s (%s), step %s, due %v; want the next step scheduled", e.State, reason.Code, e.Step, e.Due)
	}
}

// Away while a mail was on its way: the next one keeps its distance to that
// mail, not only to the absence.
func TestAwayWhileSendingKeepsTheWait(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateSending)
	step := s.e().Step
	s.mail(sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Until: &replies.Date{Year: 2026, Month: 3, Day: 3}, Certain: true})
	if s.e().State != sequences.StateAway {
		t.Fatalf("state %s, want away", s.e().State)
	}
	s.do(sequences.Event{Kind: sequences.EvOutcome, Enrolment: 1, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResSent}})
	if at := sequences.AddBusinessDays(s.now, 3, time.UTC, "ES"); s.e().Due.Before(at.Add(-2 * time.Hour)) {
		t.Errorf("step %q is due at %v, want three business days after %v", s.e().Step, s.e().Due, s.now)
	}
}

// Facts and state are stored as JSON: nothing of them may be lost on the way,
// however they came about.
func TestFactsSurviveTheLedger(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		zone := time.FixedZone("odd", rapid.IntRange(-23*3600, 23*3600).Draw(rt, "zone"))
		w := &world{t: rt, plan: lawPlan(), now: time.Date(2026, 3, 2, 8, 0, 0, rapid.IntRange(0, 999999999).Draw(rt, "ns"), zone), sent: map[string]int{}, pending: map[string]bool{}}
		for range rapid.IntRange(1, 40).Draw(rt, "events") {
			w.step(rt)
		}
		var stored sequences.Person
		for i, f := range w.facts {
			b, err := json.Marshal(f)
			if err != nil {
				rt.Fatalf("fact %d: %v", i, err)
			}
			var back sequences.Fact
			if err := json.Unmarshal(b, &back); err != nil {
				rt.Fatalf("fact %d: %v", i, err)
			}
			b, err = json.Marshal(sequences.Apply(stored, back)) // the state is stored between two facts
			if err != nil {
				rt.Fatal(err)
			}
			stored = sequences.Person{}
			if err := json.Unmarshal(b, &stored); err != nil {
				rt.Fatal(err)
			}
		}
		a, _ := json.Marshal(stored)
		b, _ := json.Marshal(w.p)
		if string(a) != string(b) {
			rt.Fatalf("the ledger's fold differs from the state:\n%s\n%s", a, b)
		}
		// What is decided on the stored state is what was decided on the other.
		e := sequences.Event{ID: "last", Kind: sequences.EvDue, At: w.now, Person: 1, Enrolment: 100}
		f1, e1, r1 := sequences.Decide(w.plan, stored, e, w.now)
		f2, e2, r2 := sequences.Decide(w.plan, w.p, e, w.now)
		x, _ := json.Marshal([]any{f1, e1, r1})
		y, _ := json.Marshal([]any{f2, e2, r2})
		if string(x) != string(y) {
			rt.Fatalf("decided differently on the stored state:\n%s\n%s", x, y)
		}
	})
}

func TestApplyPassesOverWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	s := to(t, sequences.StateScheduled)
	before, _ := json.Marshal(s.p)
	for _, f := range []sequences.Fact{{}, {Kind: "nonsense"}, {Kind: sequences.FactEnrolled}, {Kind: sequences.FactMoved, Enrolment: 1}, {Kind: sequences.FactMoved, Enrolment: 77},
		{Kind: sequences.FactDone, Enrolment: 1}, {Kind: sequences.FactNoted}, {Kind: sequences.FactMoment}} {
		after, _ := json.Marshal(sequences.Apply(s.p, f))
		if string(after) != string(before) {
			t.Errorf("%+v changed\n%s\nto\n%s", f, before, after)
		}
	}
}

// Who was stopped by the owner and is enrolled anew is held once, and asked about
// once, whatever the mailbox knows of them besides.
func TestStoppedAndEnrolledAgain(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.sends()
	s.order(sequences.Order{Verb: sequences.VerbStop})
	s.pass(30 * 24 * time.Hour)
	effects, r := s.do(sequences.Event{Kind: sequences.EvEnrol, Enrol: &sequences.Enrol{ID: 2, Addresses: s.p.Addresses, Sequence: "dark", Reason: "asked again", Source: "form"}})
	if got := notices(effects); len(got) != 1 || got[0] != sequences.NoticeHistory || !strings.Contains(r.Text, "you stopped on") {
		t.Fatalf("the owner is told %v: %s", got, r.Text)
	}
	effects, r = s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 2, Past: &sequences.Past{Known: true, Evidence: []sequences.Evidence{{Rule: "past.written", Text: "you wrote to them"}}}})
	if got := notices(effects); len(got) != 0 || r.Code != sequences.CodeHistory {
		t.Errorf("the owner is told once more: %v, %s", got, r.Text)
	}
	if e := s.p.Enrolment(2); e.State != sequences.StateHeld || !strings.Contains(e.Why.Text, "you stopped on") {
		t.Errorf("it is %s: %s", e.State, e.Why.Text)
	}
}
