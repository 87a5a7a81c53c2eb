package sequences_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"followupd/internal/replies"
	"followupd/sequences"
)

// The laws of the core, held to over random streams of events.

func lawPlan() sequences.Plan {
	window := sequences.Window{From: 9 * 60, To: 17 * 60}
	steps := []sequences.Step{
		{ID: "one", Template: "one", Objective: "o", Value: "a"},
		{ID: "two", Wait: sequences.Wait{BusinessDays: 3}, Template: "two", Objective: "o", Value: "b"},
		{ID: "three", Wait: sequences.Wait{Plain: 36 * time.Hour}, Template: "three", Objective: "o", Value: "c", Needs: []string{"note.fact"},
			When: &sequences.When{Not: &sequences.Conditions{Standing: []sequences.Standing{sequences.StandingInto}, Answered: []string{"referral"}}}},
		{ID: "four", Wait: sequences.Wait{BusinessDays: 5}, Template: "four", Objective: "o", Value: "d"},
	}
	return sequences.Plan{
		Sequences: map[string]sequences.Sequence{
			"intro": {Name: "intro", Mailbox: "ana", Window: window, Steps: steps, OnSnoozeEnd: "after", GiveUp: 9},
			"dark":  {Name: "dark", Mailbox: "ana", Window: window, Steps: steps[:2]},
		},
		Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid", AskAfter: sequences.Wait{BusinessDays: 10}}},
	}
}

// fullPlan is lawPlan with the rest of the language in it.
func fullPlan() sequences.Plan {
	plan := lawPlan()
	seq := plan.Sequences["intro"]
	call := sequences.Step{ID: "call", Wait: sequences.Wait{BusinessDays: 1}, Task: "call", Objective: "o", SkipAfter: sequences.Wait{BusinessDays: 10}}
	fair := sequences.Step{ID: "fair", Template: "fair", Objective: "o", Value: "e", On: &sequences.On{Date: "2026-04-14"}}
	seq.Steps = append(slices.Insert(seq.Steps, 3, call), fair)
	plan.Sequences["intro"] = seq
	return plan
}

// world drives one person with random events, as the engine would.
type world struct {
	t        *rapid.T
	plan     sequences.Plan
	p        sequences.Person
	facts    []sequences.Fact
	now      time.Time
	n        int
	blocked  bool           // law 1: a reply, opt-out, bounce or own mail came, nobody resumed
	sent     map[string]int // law 2
	pending  map[string]bool
	optOuts  int    // grounds on which the person is suppressed
	optedOut string // the answer that was the first
}

func (w *world) apply(e sequences.Event) []sequences.Effect {
	w.n++
	if e.ID == "" {
		e.ID = fmt.Sprint("e", w.n)
	}
	e.Person = 1
	if e.At.IsZero() {
		e.At = w.now
	}
	facts, effects, reason := sequences.Decide(w.plan, w.p, e, w.now)
	again, effects2, reason2 := sequences.Decide(w.plan, w.p, e, w.now)
	if !reflect.DeepEqual(facts, again) || !reflect.DeepEqual(effects, effects2) || !reflect.DeepEqual(reason, reason2) {
		w.t.Fatalf("not deterministic: %v", e)
	}
	if reason.Code == "" {
		w.t.Fatalf("no reason for %+v", e)
	}
	before, written := w.p, asJSON(w.p)
	for _, f := range facts {
		w.p = sequences.Apply(w.p, f)
	}
	if played, _ := sequences.Play(w.plan, before, e, w.now); asJSON(played) != asJSON(w.p) {
		w.t.Fatalf("played, it makes somebody else: %+v", e)
	}
	if asJSON(before) != written {
		w.t.Fatalf("the person before was written to: %+v", e)
	}
	w.facts = append(w.facts, facts...)
	if w.p.ID != 0 {
		if f, eff, r := sequences.Decide(w.plan, w.p, e, w.now); len(f)+len(eff) > 0 || r.Code != sequences.CodeSeen {
			w.t.Fatalf("law 2: an event seen twice changed something: %+v", e)
		}
	}
	for _, eff := range effects {
		w.check(before, e, eff)
	}
	w.valid()
	return effects
}

func asJSON(p sequences.Person) string {
	text, err := json.Marshal(p)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func (w *world) check(before sequences.Person, e sequences.Event, eff sequences.Effect) {
	if eff.Kind != sequences.EffSend && eff.Kind != sequences.EffDraft {
		return
	}
	if e := before.Enrolment(eff.Enrolment); e != nil && e.Unplaced > 0 && w.p.Enrolment(eff.Enrolment).Unplaced > 0 {
		w.t.Fatalf("law 2: a send effect where nobody knows what went out: %+v", eff)
	}
	if w.blocked {
		w.t.Fatalf("law 1: a send effect after an answer without a resume: %+v on %+v", eff, e)
	}
	if before.Suppressed != nil {
		w.t.Fatalf("law 1: a send effect to a suppressed person: %+v", eff)
	}
	if step, _ := w.plan.Sequences["intro"].StepOf(eff.Step); step.Task != "" {
		w.t.Fatalf("a task went out as a mail: %+v", eff)
	}
	key := fmt.Sprint(eff.Enrolment, eff.Step)
	if w.sent[key] > 0 {
		w.t.Fatalf("law 2: step %s was sent and is sent again", key)
	}
	enrolment := w.p.Enrolment(eff.Enrolment)
	steps := w.plan.Sequences[enrolment.Sequence].Steps
	at := slices.IndexFunc(steps, func(s sequences.Step) bool { return s.ID == eff.Step })
	for _, later := range steps[at+1:] {
		if at >= 0 && w.sent[fmt.Sprint(eff.Enrolment, later.ID)] > 0 {
			w.t.Fatalf("step %s goes out after step %s did", eff.Step, later.ID)
		}
	}
	step, ok := w.plan.Sequences[enrolment.Sequence].StepOf(eff.Step)
	if !ok {
		w.t.Fatalf("a step that isn't there: %s", eff.Step)
	}
	window := w.plan.Sequences[enrolment.Sequence].Window
	if step.Window != nil {
		window = *step.Window
	}
	if e.Kind == sequences.EvDue && !window.Contains(w.now, w.plan.ZonesOf(&w.p, enrolment.Mailbox)) {
		w.t.Fatalf("law 3: outside the window at %v", w.now)
	}
	w.pending[key] = true
}

// valid holds the state to what every state must be.
func (w *world) valid() {
	live := 0
	for _, e := range w.p.Enrolments {
		if e.State.Live() && e.After == 0 {
			live++
		}
		if e.State == "" {
			w.t.Fatalf("an enrolment without a state: %+v", e)
		}
		switch e.State {
		case sequences.StateScheduled, sequences.StateAway, sequences.StateSnoozed:
			if e.After == 0 && e.Due.IsZero() {
				w.t.Fatalf("%s and nothing will ever wake it: %+v", e.State, e)
			}
		}
	}
	if live > 1 {
		w.t.Fatalf("two live enrolments: %+v", w.p.Enrolments)
	}
	if w.p.Suppressed != nil && w.p.Live() != nil {
		w.t.Fatalf("suppressed and live: %+v", w.p.Enrolments)
	}
	folded := sequences.Fold(w.facts)
	a, _ := json.Marshal(folded)
	b, _ := json.Marshal(w.p)
	if string(a) != string(b) {
		w.t.Fatalf("the fold differs from the state:\n%s\n%s", a, b)
	}
}

func drawMail(t *rapid.T) sequences.Mail {
	m := sequences.Mail{
		Ref: fmt.Sprint(rapid.IntRange(1, 1000).Draw(t, "ref")), Mailbox: "ana", From: "dana@acme.example",
		Route: rapid.SampledFrom([]sequences.Route{sequences.RouteThread, sequences.RouteAddress, sequences.RouteReport, sequences.RouteCompany}).Draw(t, "route"),
		Kind: rapid.SampledFrom([]replies.Kind{replies.KindReply, replies.KindReply, replies.KindAutoReply, replies.KindBounce, replies.KindComplaint,
			replies.KindOther}).Draw(t, "kind"),
		About: rapid.SampledFrom([]replies.About{replies.AboutAbsence, replies.AboutAbsence, replies.AboutLeft, replies.AboutReceipt,
			replies.AboutChallenge, replies.AboutUnmonitored, ""}).Draw(t, "about"),
		Intent: rapid.SampledFrom([]replies.Intent{replies.IntentMeeting, replies.IntentInterested, replies.IntentQuestion, replies.IntentLater, replies.IntentLater,
			replies.IntentReferral, replies.IntentWrongPerson, replies.IntentNotInterested, replies.IntentUnclear, replies.IntentOptOut, "", "nonsense"}).Draw(t, "intent"),
		Stated: rapid.Bool().Draw(t, "stated"), Certain: rapid.Bool().Draw(t, "certain"),
		Permanent: rapid.Bool().Draw(t, "permanent"), Delayed: rapid.Bool().Draw(t, "delayed"),
	}
	if rapid.IntRange(0, 9).Draw(t, "damage") == 0 {
		m.Damaged = "cut"
	}
	if rapid.Bool().Draw(t, "others") {
		m.Others = []replies.Intent{rapid.SampledFrom([]replies.Intent{replies.IntentQuestion, replies.IntentOptOut, replies.IntentLater}).Draw(t, "other")}
	}
	return m
}

func (w *world) until(t *rapid.T) *replies.Date {
	if rapid.Bool().Draw(t, "dated") {
		at := w.now.AddDate(0, 0, rapid.IntRange(-20, 90).Draw(t, "days"))
		return &replies.Date{Year: at.Year(), Month: at.Month(), Day: at.Day()}
	}
	return nil
}

// mayGoOn says whether law 1 lets the sequence go on after a mail.
func mayGoOn(w *world, m sequences.Mail, before sequences.Person) bool {
	if m.Route == sequences.RouteCompany {
		return true // somebody else wrote
	}
	switch m.Kind {
	case replies.KindComplaint:
		return false
	case replies.KindBounce:
		return !m.Permanent || m.Delayed
	case replies.KindAutoReply, replies.KindOther:
		return m.Intent != replies.IntentOptOut
	}
	return m.Intent == replies.IntentLater && len(m.Others) == 0 && m.Until != nil && m.Stated && m.Certain && m.Damaged == "" && before.Turn == nil
}

func TestLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := &world{t: t, plan: fullPlan(), now: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC), sent: map[string]int{}, pending: map[string]bool{}}
		for name, m := range w.plan.Mailboxes {
			m.Approval = rapid.SampledFrom([]sequences.Approval{"", "", sequences.ApprovalAsk, sequences.ApprovalDraft}).Draw(t, "approval")
			w.plan.Mailboxes[name] = m
		}
		for range rapid.IntRange(1, 60).Draw(t, "events") {
			w.step(t)
		}
	})
}

func (w *world) step(t *rapid.T) {
	w.now = w.now.Add(time.Duration(rapid.IntRange(0, 72*3600).Draw(t, "pass")) * time.Second)
	live := w.p.Live()
	var id int64
	var stepID string
	if live != nil {
		id, stepID = live.ID, live.Step
	} else if n := len(w.p.Enrolments); n > 0 {
		id, stepID = w.p.Enrolments[n-1].ID, w.p.Enrolments[n-1].Step
	}
	switch rapid.SampledFrom([]string{"enrol", "past", "due", "due", "due", "send", "send", "mail", "mail", "own", "order", "hole", "unlike", "elsewhere", "odd"}).Draw(t, "what") {
	case "enrol":
		in := sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: int64(w.n + 100), Sequence: rapid.SampledFrom([]string{"intro", "dark", "none"}).Draw(t, "seq"),
			Reason: "asked us", Source: "fair", Queue: rapid.Bool().Draw(t, "queue")}
		if rapid.IntRange(0, 3).Draw(t, "knowing") == 0 {
			in.History = "ignore"
		}
		turn := w.p.Turn
		w.apply(sequences.Event{Kind: sequences.EvEnrol, Enrol: &in})
		if turn != nil && w.p.Turn == nil { // enrolled by someone who knows of the past: a resume
			w.blocked = false
		}
	case "past":
		w.apply(sequences.Event{Kind: sequences.EvPast, Enrolment: id, Past: &sequences.Past{Known: rapid.IntRange(0, 9).Draw(t, "known") == 0}})
	case "due":
		if live != nil && !live.Due.IsZero() && live.Due.After(w.now) && rapid.Bool().Draw(t, "wait") {
			w.now = live.Due
		}
		w.apply(sequences.Event{Kind: sequences.EvDue, Enrolment: id})
	case "send":
		w.send(t, id, stepID)
	case "mail":
		m := drawMail(t)
		m.Until = w.until(t)
		before := w.p
		at := w.now
		if rapid.IntRange(0, 9).Draw(t, "old") == 0 {
			at = w.now.AddDate(-1, 0, 0)
		}
		known := w.p.ID != 0
		w.apply(sequences.Event{Kind: sequences.EvMail, At: at, Mail: &m})
		if asked := m.Kind == replies.KindComplaint || m.Intent == replies.IntentOptOut || slices.Contains(m.Others, replies.IntentOptOut); known && asked && m.Route != sequences.RouteCompany && (w.optOuts == 0 || m.Ref != w.optedOut) {
			if w.optOuts++; m.Kind == replies.KindComplaint {
				w.optOuts++
			}
			w.optedOut = m.Ref
		}
		if known && at.Equal(w.now) && !mayGoOn(w, m, before) {
			w.blocked = true
		}
	case "own":
		known := w.p.ID != 0
		w.apply(sequences.Event{Kind: sequences.EvOwnerMail, Mail: &sequences.Mail{Ref: "own"}})
		w.blocked = w.blocked || known
	case "order":
		w.order(t, id, stepID)
	case "elsewhere":
		w.elsewhere(t)
	case "unlike":
		w.apply(sequences.Event{Kind: sequences.EvUnlike, Enrolment: id, Step: stepID})
	case "hole":
		w.apply(sequences.Event{Kind: sequences.EvHole, Enrolment: id, Step: stepID, Problem: "no first name"})
	case "odd":
		w.apply(sequences.Event{Kind: sequences.EventKind(rapid.SampledFrom([]string{"", "nonsense", "mail", "outcome", "order", "enrol", "past"}).Draw(t, "odd")), Enrolment: 77})
	}
}

// elsewhere has a copy of the ledger take its place, or a mail show itself that this
// ledger knows nothing of.
func (w *world) elsewhere(t *rapid.T) {
	if len(w.p.Enrolments) == 0 {
		return
	}
	e := rapid.SampledFrom(w.p.Enrolments).Draw(t, "enrolment")
	made := w.now.Add(-time.Duration(rapid.IntRange(0, 200*3600).Draw(t, "since")) * time.Second)
	switch rapid.SampledFrom([]string{"put back", "sent", "sent", "stray", "wrote"}).Draw(t, "how") {
	case "put back":
		w.apply(sequences.Event{Kind: sequences.EvPutBack, Enrolment: e.ID, PutBack: &sequences.PutBack{Made: made, At: w.now}})
		if now := w.p.Enrolment(e.ID); now.After == 0 && (now.State == sequences.StateQueued || now.State == sequences.StateSending || now.State == sequences.StateTask) {
			w.t.Fatalf("put back, and goes on: %+v", now)
		}
	case "sent":
		step := rapid.SampledFrom([]string{"one", "two", "three", "call", "four", "fair", "after-snooze-1", "after-snooze-2"}).Draw(t, "step")
		w.sent[fmt.Sprint(e.ID, step)]++
		w.apply(sequences.Event{Kind: sequences.EvOutcome, At: made, Enrolment: e.ID, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResElsewhere, Value: "a"}})
	case "wrote":
		var list []sequences.Wrote
		counts := e.State.Live() && e.Begins() && !e.Uncertain
		for i, step := range rapid.SampledFrom([][]string{{"one"}, {"two"}, {"one", "two"}, {"three", "two"}}).Draw(t, "mails") {
			if rapid.Bool().Draw(t, "placed") && counts {
				w.sent[fmt.Sprint(e.ID, step)]++
			} else {
				step = ""
			}
			list = append(list, sequences.Wrote{At: made, Folder: "Sent", Ref: fmt.Sprint("wrote", i), Step: step})
		}
		w.apply(sequences.Event{Kind: sequences.EvWrote, Enrolment: e.ID, Wrote: list})
		if now := w.p.Enrolment(e.ID); counts && now.Awaits() {
			w.t.Fatalf("what went out is known, and a mail waits for the owner all the same: %+v", now)
		}
	case "stray":
		w.apply(sequences.Event{Kind: sequences.EvStray, Mail: &sequences.Mail{Ref: "stray"}})
		w.blocked = true
	}
}

func (w *world) send(t *rapid.T, id int64, stepID string) {
	e := w.p.Enrolment(id)
	if e != nil && e.Awaits() && e.Why.Code == sequences.CodeDraft {
		result := rapid.SampledFrom([]sequences.Result{sequences.ResSeen, sequences.ResDeleted}).Draw(t, "draft")
		if result == sequences.ResSeen {
			w.sent[fmt.Sprint(id, stepID)]++
		}
		w.apply(sequences.Event{Kind: sequences.EvOutcome, Enrolment: id, Step: stepID, Outcome: &sequences.Outcome{Result: result}})
		return
	}
	if e == nil || e.State != sequences.StateQueued {
		return
	}
	w.apply(sequences.Event{Kind: sequences.EvBegin, Enrolment: id, Step: stepID})
	if e = w.p.Enrolment(id); e.State != sequences.StateSending {
		return
	}
	key := fmt.Sprint(id, stepID)
	o := sequences.Outcome{Result: rapid.SampledFrom([]sequences.Result{sequences.ResSent, sequences.ResSent, sequences.ResSent, sequences.ResNotSent, sequences.ResDeferred,
		sequences.ResRefused, sequences.ResVetoed, sequences.ResUncertain}).Draw(t, "result"), Recipient: rapid.Bool().Draw(t, "recipient"), Value: "a"}
	switch o.Result {
	case sequences.ResSent, sequences.ResUncertain:
		w.sent[key]++ // an uncertain one may be out
	}
	w.apply(sequences.Event{Kind: sequences.EvOutcome, Enrolment: id, Step: stepID, Outcome: &o})
	if o.Result == sequences.ResRefused && o.Recipient {
		w.blocked = true
	}
	if o.Result == sequences.ResUncertain && rapid.Bool().Draw(t, "settle") {
		w.apply(sequences.Event{Kind: sequences.EvOutcome, Enrolment: id, Step: stepID, Outcome: &sequences.Outcome{
			Result: rapid.SampledFrom([]sequences.Result{sequences.ResSeen, sequences.ResUnsettled}).Draw(t, "how")}})
	}
}

func (w *world) order(t *rapid.T, id int64, stepID string) {
	o := sequences.Order{Verb: rapid.SampledFrom([]sequences.Verb{sequences.VerbPause, sequences.VerbResume, sequences.VerbResume, sequences.VerbStop, sequences.VerbSnooze,
		sequences.VerbApprove, sequences.VerbNote, sequences.VerbAnswerWas, sequences.VerbWasSent, sequences.VerbSendAgain, sequences.VerbDone, sequences.VerbDone, sequences.VerbSuppress, "nonsense"}).Draw(t, "verb"),
		Key: "fact", Text: "42", Until: w.now.AddDate(0, 0, rapid.IntRange(-2, 30).Draw(t, "until")), Intent: replies.IntentAutoReply}
	if o.Verb == sequences.VerbSuppress && rapid.IntRange(0, 3).Draw(t, "really") != 0 {
		return
	}
	if o.Verb == sequences.VerbAnswerWas && rapid.Bool().Draw(t, "mail") {
		m := drawMail(t)
		o.Mail = &m
		o.Intent = rapid.SampledFrom([]replies.Intent{replies.IntentAutoReply, replies.IntentLater, replies.IntentInterested}).Draw(t, "was")
		if w.optOuts > 0 && rapid.Bool().Draw(t, "the opt-out") {
			m.Ref = w.optedOut
		}
	}
	if o.Verb == sequences.VerbSendAgain { // the owner's word: it was not sent
		if e := w.p.Enrolment(id); e != nil && e.Uncertain {
			w.sent[fmt.Sprint(id, stepID)] = 0
		}
	}
	turn, suppressed := w.p.Turn != nil, w.p.Suppressed
	if o.Verb == sequences.VerbSuppress && w.p.ID != 0 {
		w.optOuts += 2 // for ever
	}
	if o.Verb == sequences.VerbResume && rapid.Bool().Draw(t, "at a step") {
		o.Step = rapid.SampledFrom([]string{"one", "two", "three", "call", "none"}).Draw(t, "at")
	}
	switch o.Verb {
	case sequences.VerbResume, sequences.VerbSnooze, sequences.VerbAnswerWas:
		w.blocked = false // what they do is someone's word; that it is kept is what Turn says
	}
	effects := w.apply(sequences.Event{Kind: sequences.EvOrder, Enrolment: id, Step: stepID, Order: &o})
	if w.p.Turn != nil && turn {
		w.blocked = true
	}
	if suppressed == nil || w.p.Suppressed != nil {
		return
	}
	switch {
	case w.optOuts != 1 || o.Mail == nil || o.Mail.Ref != w.optedOut:
		w.t.Fatalf("a suppression that more than one reading asked for is lifted: %+v", o)
	case has(effects, sequences.EffSend) || w.p.Turn == nil:
		w.t.Fatalf("a lifted suppression leads to mail: %+v", effects)
	}
	w.optOuts, w.blocked = 0, true
}
