package engine_test

import (
	"bytes"
	"net/mail"
	"slices"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
	"followupd/templates"
)

// edit puts a changed sequence in force.
func (r *rig) edit(change func(*sequences.Sequence)) {
	r.t.Helper()
	rules := rigRules(r.t)
	plan := r.engine.Rules().Plan
	seq := plan.Sequences["intro"]
	seq.Steps = slices.Clone(seq.Steps)
	change(&seq)
	rules.Plan = sequences.Plan{Sequences: map[string]sequences.Sequence{"intro": seq}, Mailboxes: plan.Mailboxes}
	r.engine.SetRules(engine.NewRules(rules.Plan, rules.Templates))
}

func (r *rig) forecast(days int) engine.Forecast {
	r.t.Helper()
	f, err := r.engine.Forecast(r.t.Context(), time.Duration(days)*24*time.Hour)
	if err != nil {
		r.t.Fatal(err)
	}
	return f
}

// sound checks the ledger as check --ledger does.
func (r *rig) sound() {
	r.t.Helper()
	audit, err := engine.CheckLedger(r.t.Context(), r.ledger, func(int, int) {})
	if err != nil || !audit.Sound() || audit.Again == 0 {
		r.t.Errorf("the ledger: %+v, %v", audit, err)
	}
}

func withCall(s *sequences.Sequence) {
	s.Steps[1] = sequences.Step{ID: "call", Wait: sequences.Wait{BusinessDays: 3}, Task: "call them", Objective: "o"}
}

// A task comes to the owner, nothing goes out until it is done, and what
// follows counts from then.
func TestTaskByHand(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.edit(withCall)
	r.enrol("dana@acme.example")
	f := r.forecast(30)
	if len(f.Tasks) != 1 || f.Tasks[0].Task != "call them" || f.Tasks[0].Waits || len(f.Mails) != 2 || f.Mails[1].Step != "third" || !f.Mails[1].At.After(f.Tasks[0].At) {
		t.Errorf("before: tasks %+v, mails %+v", f.Tasks, f.Mails)
	}
	r.until(day(9, 7))
	if state, code := r.state("dana@acme.example"); state != sequences.StateTask || code != sequences.CodeTask {
		t.Fatalf("it is %s (%s)", state, code)
	}
	if told := r.notices(); !slices.Equal(told, []string{"task dana Doe"}) {
		t.Errorf("the owner was told %q", told)
	}
	r.until(day(9, 21))
	if n := len(r.got("dana@acme.example")); n != 1 {
		t.Fatalf("%d mails went out while the task waited", n)
	}
	f = r.forecast(30)
	if len(f.Tasks) != 1 || !f.Tasks[0].Waits || len(f.Mails) != 1 || f.Mails[0].Step != "third" {
		t.Errorf("while it waits: tasks %+v, mails %+v", f.Tasks, f.Mails)
	}
	p, err := r.engine.Preview(t.Context(), "dana@acme.example", "")
	if got := states(p); err != nil || !slices.Equal(got, []string{"first sent", "call task", "third ahead"}) {
		t.Errorf("preview %v, %v", got, err)
	}
	if a := r.do(engine.Ask{Verb: string(sequences.VerbDone), Address: "dana@acme.example", Text: "wants it smaller"}); !a.OK {
		t.Fatalf("done: %+v", a)
	}
	due := r.person("dana@acme.example").Enrolments[0].Due
	if want := time.Date(2026, 9, 29, 9, 0, 0, 0, time.UTC); !due.Equal(want) { // 5 business days after Monday evening the 21st
		t.Errorf("the next mail is due %s, want %s", due, want)
	}
	r.until(day(9, 30))
	if n := len(r.got("dana@acme.example")); n != 2 {
		t.Errorf("%d mails went out in the end", n)
	}
	if a := r.do(order(sequences.VerbDone, "dana@acme.example")); a.OK {
		t.Errorf("done twice: %+v", a)
	}
	r.sound()
}

// An answer that comes while the owner has a task stops the sequence, as ever.
func TestAnswerWithdrawsATask(t *testing.T) {
	t.Parallel()
	answer := once(8*24*time.Hour, func(m maillab.Received) maillab.Letter {
		return maillab.Answer(m, "dana@acme.example", "Sounds good, I'm interested. Let's talk.", maillab.Gmail)
	})
	r := newRig(t, rigOptions{people: []maillab.Person{{Address: "dana@acme.example", React: answer}}})
	r.edit(withCall)
	r.enrol("dana@acme.example")
	r.until(day(9, 20))
	if state, _ := r.state("dana@acme.example"); state != sequences.StateAnswered && state != sequences.StateHeld {
		t.Errorf("it is %s", state)
	}
	if a := r.do(order(sequences.VerbDone, "dana@acme.example")); a.OK {
		t.Errorf("done all the same: %+v", a)
	}
	withdrawn := false
	err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		return tx.PersonJournal(1, func(e ledger.Entry) error {
			for _, f := range e.Facts {
				withdrawn = withdrawn || f.Move != nil && f.Move.Withdrawn
			}
			return nil
		})
	})
	if err != nil || !withdrawn {
		t.Errorf("nothing says that the task is off (%v)", err)
	}
	r.sound()
}

// Everyone under way follows an edit as soon as it is taken up, and the plan
// shows it before.
func TestEditsReachEveryone(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example", "bo@berg.example")
	r.until(day(9, 2))
	was := r.person("dana@acme.example").Enrolments[0].Due
	r.edit(func(s *sequences.Sequence) {
		s.Steps[1] = sequences.Step{ID: "sooner", Wait: sequences.Wait{BusinessDays: 2}, Template: "two", Objective: "o", Value: "b"}
	})
	f := r.forecast(14)
	if len(f.Mails) != 4 || f.Mails[0].Step != "sooner" || !f.Mails[0].At.Before(was) {
		t.Errorf("the plan before it is taken up: %+v", f.Mails)
	}
	if e := r.person("dana@acme.example").Enrolments[0]; e.Step != "second" {
		t.Errorf("looking at the plan moved somebody to %s", e.Step)
	}
	r.until(day(9, 30))
	for _, address := range []string{"dana@acme.example", "bo@berg.example"} {
		e := r.person(address).Enrolments[0]
		var steps []string
		for _, d := range e.Done {
			steps = append(steps, d.Step)
		}
		if !slices.Equal(steps, []string{"first", "sooner", "third"}) || len(r.got(address)) != 3 {
			t.Errorf("%s got %v, %d mails", address, steps, len(r.got(address)))
		}
		if sooner := e.Done[1].At; !sooner.Before(was) {
			t.Errorf("%s got the edited step at %s, as if it were not edited", address, sooner)
		}
	}
	r.sound()
}

// An edit of words alone is followed without a trace in anybody's journal.
func TestEditOfWordsLeavesNoTrace(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	before := r.person("dana@acme.example").Version
	r.edit(func(s *sequences.Sequence) { s.Goal, s.Steps[2].Objective = "another", "another" })
	r.until(day(9, 3))
	if after := r.person("dana@acme.example").Version; after != before {
		t.Errorf("%d decisions, %d before the edit", after, before)
	}
}

// At most so many of a company are written to at once, in the order in which
// they came; the next one comes when somebody is through. Whoever has an
// address at a free provider is nobody's colleague.
func TestCompanyAtOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.edit(func(s *sequences.Sequence) { s.AtOnce = 2 })
	r.enrol("ana@acme.example", "bo@acme.example", "cy@acme.example", "di@acme.example", "ed@gmail.com", "fay@gmail.com", "gus@gmail.com")
	f := r.forecast(90)
	first := map[string]time.Time{}
	for _, m := range f.Mails {
		if m.Step == "first" {
			first[m.Address] = m.At
		}
	}
	r.until(day(9, 3))
	for address, want := range map[string]int{"ana@acme.example": 1, "bo@acme.example": 1, "cy@acme.example": 0, "di@acme.example": 0, "ed@gmail.com": 1, "fay@gmail.com": 1, "gus@gmail.com": 1} {
		if n := len(r.got(address)); n != want {
			t.Errorf("%s got %d mails, want %d", address, n, want)
		}
	}
	cy := r.person("cy@acme.example")
	err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		why, waits, err := r.engine.Waits(tx, &cy)
		if !waits || why.Code != sequences.CodeCompanyFull || why.Text != "2 others at acme.example are not through yet; this one comes after" {
			t.Errorf("cy waits: %v, %+v", waits, why)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if s := r.forecast(3).Stops; len(s) != 2 || s[0].Why.Code != sequences.CodeCompanyFull {
		t.Errorf("who waits to the end of the plan: %+v", s)
	}
	r.do(order(sequences.VerbStop, "ana@acme.example")) // somebody is through sooner
	r.until(day(9, 4))
	if a, b := len(r.got("cy@acme.example")), len(r.got("di@acme.example")); a != 1 || b != 0 {
		t.Errorf("after one is stopped cy got %d mails and di %d", a, b)
	}
	r.until(day(12, 1))
	if n := len(r.got("di@acme.example")); n != 3 {
		t.Errorf("di got %d mails in the end", n)
	}
	if first["cy@acme.example"].IsZero() || !first["cy@acme.example"].After(first["bo@acme.example"].Add(7*24*time.Hour)) || first["di@acme.example"].Before(first["cy@acme.example"]) {
		t.Errorf("planned: %v", first)
	}
	r.sound()
}

// Who got a mail keeps their place while they are held or with the owner; who
// got none yet has none to keep.
func TestCompanyAtOnceHeld(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		halt func(r *rig)
		want int // mails to the next of the company
	}{
		{"paused", func(r *rig) { r.do(order(sequences.VerbPause, "ana@acme.example")) }, 0},
		{"answered", func(r *rig) {
			if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh("ana@acme.example", "ana@lima.example", "hello", "What does it cost?")(r.now()), r.now()); err != nil {
				r.t.Fatal(err)
			}
		}, 0},
		{"stopped", func(r *rig) { r.do(order(sequences.VerbStop, "ana@acme.example")) }, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{})
			r.edit(func(s *sequences.Sequence) { s.AtOnce, s.Company = 1, sequences.CompanyIgnore })
			r.enrol("ana@acme.example", "bo@acme.example")
			r.until(day(9, 1))
			tt.halt(r)
			r.until(day(9, 3))
			if a, b := len(r.got("ana@acme.example")), len(r.got("bo@acme.example")); a != 1 || b != tt.want {
				t.Errorf("ana got %d mails, want 1, and bo %d, want %d", a, b, tt.want)
			}
			if n := len(r.forecast(30).Mails); (n > 0) != (tt.want > 0) {
				t.Errorf("%d mails are planned", n)
			}
			r.sound()
		})
	}
	t.Run("before the first mail", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, rigOptions{})
		r.edit(func(s *sequences.Sequence) { s.AtOnce = 1 })
		r.enrol("ana@acme.example", "bo@acme.example")
		r.do(order(sequences.VerbPause, "ana@acme.example"))
		r.until(day(9, 3))
		if a, b := len(r.got("ana@acme.example")), len(r.got("bo@acme.example")); a != 0 || b != 1 {
			t.Errorf("ana got %d mails, want 0, and bo %d, want 1", a, b)
		}
	})
}

// Who was sent to us is told so in the first mail, by a field or by the reason;
// the others get the usual opening.
func TestReferralOpening(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md":  []byte("---\nsubject: Quotes\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n"),
		"sent.md": []byte("---\nsubject: \"{{ .referral }} said I should write to you\"\nneeds: [referral]\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	plan := r.engine.Rules().Plan
	plan.Sequences = map[string]sequences.Sequence{"intro": {Name: "intro", Mailbox: "ana", Window: sequences.Window{Always: true}, ReferralOpening: "sent",
		Steps: []sequences.Step{{ID: "call", Task: "call", Objective: "o", When: &sequences.When{Conditions: sequences.Conditions{Has: []string{"phone"}}}},
			{ID: "first", Template: "one", Objective: "o", Value: "a"}}}}
	r.engine.SetRules(engine.NewRules(plan, set))
	ask := engine.Ask{Verb: engine.VerbEnrol}
	for address, reason := range map[string]string{"ana@a.example": "Referred by Kim Roy", "bo@b.example": "asked us", "cy@c.example": "met at the fair"} {
		fields := map[string]string{"first_name": "You"}
		if address == "cy@c.example" {
			fields["referred_by"] = "Uma"
		}
		ask.People = append(ask.People, engine.Newcomer{Address: address, Sequence: "intro", Reason: reason, Source: "fair", Fields: fields})
	}
	r.do(ask)
	r.until(day(9, 2))
	for address, want := range map[string]string{"ana@a.example": "Kim Roy said I should write to you", "bo@b.example": "Quotes", "cy@c.example": "Uma said I should write to you"} {
		got := r.got(address)
		if len(got) != 1 {
			t.Errorf("%s got %d mails", address, len(got))
			continue
		}
		m, err := mail.ReadMessage(bytes.NewReader(got[0].Raw))
		if err != nil || m.Header.Get("Subject") != want {
			t.Errorf("%s got %q, want %q (%v)", address, m.Header.Get("Subject"), want, err)
		}
	}
}
