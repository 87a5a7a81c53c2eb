package engine_test

import (
	"bytes"
	"context"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func TestTellAt(t *testing.T) {
	t.Parallel()
	const window = 5 * time.Minute
	now := time.Date(2026, 9, 1, 10, 0, 0, 0, time.UTC)
	ago, ahead := now.Add(-2*time.Minute), now.Add(3*time.Minute)
	tests := []struct {
		name   string
		what   ledger.Gather
		lately ledger.Lately
		window time.Duration
		want   time.Time
	}{
		{"the first answer", ledger.GatherAnswer, ledger.Lately{}, window, now},
		{"the first news", ledger.GatherNews, ledger.Lately{}, window, now},
		{"an answer behind an answer", ledger.GatherAnswer, ledger.Lately{Told: ago, ToldAnswer: ago}, window, ahead},
		{"an answer behind news", ledger.GatherAnswer, ledger.Lately{Told: ago}, window, now},
		{"an answer while news wait", ledger.GatherAnswer, ledger.Lately{Told: ago, Waits: ahead}, window, now},
		{"an answer while one waits", ledger.GatherAnswer, ledger.Lately{Told: ago, ToldAnswer: ago, Waits: now.Add(time.Second), WaitsAnswer: ahead}, window, ahead},
		{"news behind an answer", ledger.GatherNews, ledger.Lately{Told: ago, ToldAnswer: ago}, window, ahead},
		{"news while an answer waits", ledger.GatherNews, ledger.Lately{Told: now.Add(-time.Minute), Waits: ahead, WaitsAnswer: ahead}, window, ahead},
		{"an answer when the window is over", ledger.GatherAnswer, ledger.Lately{Told: now.Add(-window), ToldAnswer: now.Add(-window)}, window, now},
		{"an answer while one waits for a time that a wrong clock set", ledger.GatherAnswer, ledger.Lately{WaitsAnswer: now.AddDate(4, 0, 0)}, window, now},
		{"nothing is gathered", ledger.GatherAnswer, ledger.Lately{Told: ago, ToldAnswer: ago}, 0, now},
		{"what goes alone", ledger.GatherNever, ledger.Lately{Told: ago, ToldAnswer: ago, Waits: ahead}, window, now},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got, why := engine.TellAt(tt.what, tt.lately, tt.window, now); !got.Equal(tt.want) || why == "" {
				t.Errorf("told at %s (%s), want %s", got.Format(time.TimeOnly), why, tt.want.Format(time.TimeOnly))
			}
		})
	}
}

// The first answer is told of at once, those that come within minutes in one
// mail, whatever is restarted meanwhile; each is posted on its own.
func TestGroups(t *testing.T) {
	t.Parallel()
	posts := 0
	o := rigOptions{handover: engine.Handover{Group: 5 * time.Minute, RemindAfter: 24 * time.Hour},
		post: func(context.Context, []byte) error { posts++; return nil }}
	r := newRig(t, o)
	names := []string{"dana", "bo", "cy", "di"}
	for _, name := range names {
		r.enrol(name + "@" + name + ".example")
	}
	r.until(day(9, 1))
	start := r.now()
	answer := func(name, text string, at time.Duration) {
		r.until(start.Add(at))
		r.inInbox(maillab.Fresh(name+"@"+name+".example", "ana@lima.example", "Re: Quotes", text)(r.now()))
		r.until(r.now().Add(2 * time.Second))
	}
	told := func(want ...string) {
		t.Helper()
		if got := r.notices(); !slices.Equal(got, want) {
			t.Fatalf("after %s the owner was told %q, want %q", r.now().Sub(start), got, want)
		}
	}
	answer("dana", "What does it cost?", 0)
	told("answer dana Doe")
	answer("bo", "Let's talk on Thursday at 14:00.", time.Minute)
	answer("cy", "Not interested, thanks.", 2*time.Minute)
	told("answer dana Doe")
	r.start(o)
	r.until(start.Add(5*time.Minute - time.Second))
	told("answer dana Doe")
	r.until(start.Add(5*time.Minute + 5*time.Second))
	both := "group bo Doe answer, cy Doe no"
	told("answer dana Doe", both)
	// One that follows alone comes in a mail of its own.
	answer("di", "How long does it take?", 6*time.Minute)
	told("answer dana Doe", both)
	r.until(start.Add(11 * time.Minute))
	told("answer dana Doe", both, "answer di Doe")
	r.until(start.Add(23 * time.Hour))
	if posts != 4 {
		t.Errorf("%d hand-overs were posted, want each of the 4", posts)
	}
	// Each that waits is reminded of, whichever mail told it.
	r.until(start.Add(26 * time.Hour))
	var all string
	for _, n := range r.notices() {
		all += n + "\n"
	}
	for _, name := range []string{"dana", "bo", "di"} {
		if got := strings.Count(all, name+" Doe reminder") + strings.Count(all, "reminder "+name+" Doe"); got != 1 {
			t.Errorf("%d reminders of %s in:\n%s", got, name, all)
		}
	}
	if err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		n, err := tx.Untold()
		if n != 0 {
			t.Errorf("%d mails to the owner wait", n)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// What waits goes along with what goes at once, and answers of the same moment
// come together at once.
func TestGroupAtOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}})
	r.enrol("dana@acme.example", "bo@ink.example")
	r.until(day(9, 1))
	for _, from := range []string{"dana@acme.example", "bo@ink.example"} {
		r.inInbox(maillab.Fresh(from, "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
	}
	start := r.now()
	r.until(start.Add(2 * time.Second))
	if got := r.notices(); !slices.Equal(got, []string{"group dana Doe answer, bo Doe answer"}) && !slices.Equal(got, []string{"group bo Doe answer, dana Doe answer"}) {
		t.Errorf("the owner was told %q", got)
	}
}

// Mails that wait for a yes are asked about together, apart from what people
// wrote; a yes to one is a yes to no other.
func TestGroupOfQuestions(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk, handover: engine.Handover{Group: 5 * time.Minute}})
	r.enrol("dana@acme.example", "bo@ink.example", "cy@tin.example")
	r.until(day(9, 1))
	if got := r.notices(); len(got) != 1 || !strings.HasPrefix(got[0], "group ") || strings.Count(got[0], " approve") != 3 {
		t.Fatalf("the owner was asked %q", got)
	}
	if a := r.do(order(sequences.VerbApprove, "bo@ink.example")); !a.OK {
		t.Errorf("the yes was refused: %+v", a)
	}
	r.until(day(9, 3))
	if len(r.got("bo@ink.example")) != 1 || len(r.got("dana@acme.example"))+len(r.got("cy@tin.example")) != 0 {
		t.Error("a yes to one let out another, or none")
	}
}

// A question that is moot before its mail is made is asked in none; one whose
// mail was edited meanwhile isn't shown as if it were the same.
func TestGroupOfQuestionsMoot(t *testing.T) {
	t.Parallel()
	r := askedOfDana(t)
	r.enrol("bo@ink.example", "cy@tin.example", "di@tin.example")
	r.until(r.now().Add(2 * time.Minute))
	if a := r.do(order(sequences.VerbStop, "cy@tin.example")); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(r.now().Add(10 * time.Minute))
	if got := r.notices(); !slices.Equal(got, []string{"approve dana Doe", "group bo Doe approve, di Doe approve"}) {
		t.Errorf("the owner was asked %q", got)
	}
}

// A question that is moot isn't asked though but one other waits with it; where it
// waits once more, no yes is to it before it is asked anew.
func TestMootQuestionBesideOne(t *testing.T) {
	t.Parallel()
	r := askedOfDana(t)
	r.enrol("bo@ink.example", "cy@tin.example")
	r.until(r.now().Add(2 * time.Minute))
	if a := r.do(order(sequences.VerbStop, "cy@tin.example")); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(r.now().Add(10 * time.Minute))
	if got := r.notices(); !slices.Equal(got, []string{"approve dana Doe", "approve bo Doe"}) {
		t.Fatalf("the owner was asked %q", got)
	}
	if a := r.do(order(sequences.VerbResume, "cy@tin.example")); !a.OK {
		t.Fatal(a.Text)
	}
	if err := r.engine.Decide(t.Context()); err != nil {
		t.Fatal(err)
	}
	if state, code := r.state("cy@tin.example"); state != sequences.StateHeld || code != sequences.CodeApproval {
		t.Fatalf("cy is %s (%s), want it to wait for a yes", state, code)
	}
	yes := order(sequences.VerbApprove, "cy@tin.example")
	if err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		mails, err := tx.OwnerMails(time.Time{})
		yes.Answers = mails[len(mails)-1].ID - 1
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if a := r.do(yes); a.OK {
		t.Errorf("a yes counts for a mail that nobody was shown: %+v", a)
	}
}

// A question that waits to be told with others was shown to nobody yet: no yes
// is to it, whichever mail it answers.
func TestYesBeforeTheQuestionIsTold(t *testing.T) {
	t.Parallel()
	r := askedOfDana(t)
	r.enrol("bo@ink.example", "cy@tin.example")
	r.until(r.now().Add(time.Minute))
	if state, code := r.state("bo@ink.example"); state != sequences.StateHeld || code != sequences.CodeApproval {
		t.Fatalf("bo is %s (%s), want it to wait for a yes", state, code)
	}
	if a := r.do(engine.Ask{Verb: engine.VerbReport, From: r.now().Add(-24 * time.Hour), Until: r.now()}); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(r.now().Add(2 * time.Second))
	yes := order(sequences.VerbApprove, "bo@ink.example")
	if err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		mails, err := tx.OwnerMails(time.Time{})
		yes.Answers = mails[len(mails)-1].ID
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := r.notices(); len(got) != 2 || yes.Answers != 4 {
		t.Fatalf("the owner was told %q; the report is mail %d", got, yes.Answers)
	}
	if a := r.do(yes); a.OK {
		t.Errorf("a yes counts for a mail that nobody was shown: %+v", a)
	}
	r.until(r.now().Add(10 * time.Minute))
	if got := r.notices(); len(got) != 3 || got[2] != "group bo Doe approve, cy Doe approve" {
		t.Fatalf("the owner was told %q", got)
	}
	if yes.Answers = 5; !r.do(yes).OK {
		t.Error("a yes to the mail that shows it is refused")
	}
}

// Who is forgotten while a mail about them waits is told of in no mail.
func TestGroupForgotten(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}})
	r.enrol("dana@acme.example", "bo@ink.example", "cy@tin.example")
	r.until(day(9, 1))
	for i, from := range []string{"dana@acme.example", "bo@ink.example", "cy@tin.example"} {
		r.inInbox(maillab.Fresh(from, "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
		r.until(r.now().Add(time.Duration(i+1) * time.Second))
	}
	if a := r.do(engine.Ask{Verb: engine.VerbForget, Address: "bo@ink.example"}); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(r.now().Add(6 * time.Minute))
	if got := r.notices(); !slices.Equal(got, []string{"answer dana Doe", "answer cy Doe"}) {
		t.Errorf("the owner was told %q", got)
	}
}

// A mail that can't be told with others stays, and those that come after it are
// told all the same.
func TestGroupBehindOneThatStaysAlone(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}})
	names := []string{"dana", "bo", "cy", "di"}
	for _, name := range names {
		r.enrol(name + "@" + name + ".example")
	}
	r.until(day(9, 1))
	if err := r.ledger.Write(t.Context(), func(tx *ledger.Tx) error {
		return tx.Tell(ledger.OwnerMail{Key: "gone", Person: 99, Notice: "answer", Recipient: "owner@boss.example", MessageID: "gone@lima.example", Subject: "answer gone",
			Bytes: []byte("Subject: answer gone\r\n\r\n"), CreatedAt: r.now(), DueAt: r.now().Add(time.Hour), Event: "gone", Gather: ledger.GatherNews})
	}); err != nil {
		t.Fatal(err)
	}
	for range 2 { // two groups, each behind it
		for _, name := range names[:2] {
			r.inInbox(maillab.Fresh(name+"@"+name+".example", "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
		}
		names = names[2:]
		r.until(r.now().Add(10 * time.Minute))
	}
	told := strings.Join(r.notices(), "\n")
	for _, name := range []string{"dana", "bo", "cy", "di"} {
		if strings.Count(told, name+" Doe") != 1 {
			t.Errorf("%s is told of %d times, want once, in\n%s", name, strings.Count(told, name+" Doe"), told)
		}
	}
}

// A server that takes nothing for a while gets the one mail later, with the same
// id each time.
func TestGroupRetried(t *testing.T) {
	t.Parallel()
	var tried []string
	down := true
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}, route: func(raw []byte) error {
		m, err := mail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Error(err)
		}
		if strings.HasPrefix(m.Header.Get("Subject"), "group") {
			tried = append(tried, m.Header.Get("Message-ID"))
			if down {
				return context.DeadlineExceeded
			}
		}
		return nil
	}})
	r.enrol("dana@acme.example", "bo@ink.example", "cy@tin.example")
	r.until(day(9, 1))
	for _, from := range []string{"dana@acme.example", "bo@ink.example", "cy@tin.example"} {
		r.inInbox(maillab.Fresh(from, "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
		r.until(r.now().Add(2 * time.Second))
	}
	r.until(r.now().Add(20 * time.Minute))
	down = false
	r.until(r.now().Add(time.Hour))
	if len(tried) < 2 || len(slices.Compact(slices.Clone(tried))) != 1 {
		t.Errorf("tried as %q", tried)
	}
	if got := r.notices(); len(got) != 2 || !strings.HasPrefix(got[1], "group ") {
		t.Errorf("the owner was told %q", got)
	}
}

// askedOfDana is a rig in which the owner was just asked for a yes to the mail to
// dana; what waits for one within five minutes of that comes in one mail.
func askedOfDana(t *testing.T) *rig {
	t.Helper()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk, handover: engine.Handover{Group: 5 * time.Minute}})
	r.enrol("dana@acme.example")
	for len(r.notices()) == 0 {
		r.until(r.now().Add(time.Minute))
	}
	return r
}

// A task that was done, or went away, before the owner was told of it isn't told.
func TestTaskThatIsOffIsNotTold(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}})
	r.edit(func(s *sequences.Sequence) {
		s.Steps[0] = sequences.Step{ID: "call", Task: "call them", Objective: "o"}
	})
	r.enrol("dana@acme.example")
	for len(r.notices()) == 0 {
		r.until(r.now().Add(time.Minute))
	}
	told := func(want ...string) {
		t.Helper()
		r.until(r.now().Add(10 * time.Minute))
		if got := r.notices(); !slices.Equal(got, want) {
			t.Errorf("the owner was told %q, want %q", got, want)
		}
		r.until(r.now().Add(time.Minute))
	}
	does := func(verb sequences.Verb, address string) {
		t.Helper()
		r.until(r.now().Add(2 * time.Minute))
		if a := r.do(order(verb, address)); !a.OK {
			t.Fatal(a.Text)
		}
	}
	r.enrol("bo@ink.example", "cy@tin.example", "di@tin.example")
	does(sequences.VerbDone, "cy@tin.example")
	told("task dana Doe", "group bo Doe task, di Doe task")
	r.enrol("ed@elm.example", "flo@elm.example")
	r.until(r.now().Add(time.Second))
	r.enrol("gus@elm.example")
	does(sequences.VerbStop, "gus@elm.example")
	told("task dana Doe", "group bo Doe task, di Doe task", "group ed Doe task, flo Doe task")
	r.until(r.now().Add(10 * time.Minute))
	r.enrol("ida@elm.example")
	r.until(r.now().Add(time.Second))
	r.enrol("jo@elm.example")
	does(sequences.VerbDone, "jo@elm.example") // it waited alone
	told("task dana Doe", "group bo Doe task, di Doe task", "group ed Doe task, flo Doe task", "task ida Doe")
	r.sound()
}

// Trouble that is over before the owner was told of it isn't told; the rest is.
func TestTroubleThatIsOverIsNotTold(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Group: 5 * time.Minute}})
	nameless := func(name string) {
		t.Helper()
		r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: name + "@" + name + ".example", Sequence: "intro", Reason: "asked us", Source: "fair",
			Fields: map[string]string{"last_name": name, "company": name}}}})
	}
	nameless("dana")
	for len(r.notices()) == 0 {
		r.until(r.now().Add(time.Minute))
	}
	for _, name := range []string{"bo", "cy", "di"} {
		nameless(name)
	}
	r.until(r.now().Add(time.Minute))
	fill := func(name string) {
		t.Helper()
		if a := r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: name + "@" + name + ".example", Order: map[string]string{"first_name": name}}); !a.OK {
			t.Fatal(a.Text)
		}
	}
	fill("bo")
	r.until(r.now().Add(10 * time.Minute))
	if got, want := r.notices(), []string{"problem dana", "group cy problem, di problem"}; !slices.Equal(got, want) {
		t.Errorf("the owner was told %q, want %q", got, want)
	}
	// One that waits alone.
	nameless("ed")
	r.until(r.now().Add(time.Minute))
	nameless("flo")
	r.until(r.now().Add(time.Second))
	fill("flo")
	r.until(r.now().Add(10 * time.Minute))
	if got, want := r.notices(), []string{"problem dana", "group cy problem, di problem", "problem ed"}; !slices.Equal(got, want) {
		t.Errorf("the owner was told %q, want %q", got, want)
	}
	r.sound()
}
