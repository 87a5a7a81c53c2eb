package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/mailbox"
	"followupd/sequences"
)

// once reacts to the first mail alone.
func once(after time.Duration, write func(m maillab.Received) maillab.Letter) func(maillab.Received) []maillab.Reaction {
	done := false
	return func(m maillab.Received) []maillab.Reaction {
		if done {
			return nil
		}
		done = true
		return []maillab.Reaction{{After: after, Mail: write(m)}}
	}
}

func TestSequenceRunsToItsEndForTheSilent(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.until(day(10, 30))
	got := r.got("dana@acme.example")
	if len(got) != 3 {
		t.Fatalf("got %d mails, want the three steps; log:\n%s", len(got), r.log.b.String())
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateEnded || code != sequences.CodeEnded {
		t.Errorf("state %s (%s), want ended", state, code)
	}
	var ids []string
	for i, m := range got {
		parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		if err != nil {
			t.Fatal(err)
		}
		if hour := m.At.Hour(); hour < 9 || hour >= 12 {
			t.Errorf("mail %d went out at %v, outside the window", i, m.At)
		}
		if i > 0 {
			if got, want := parsed.Header.Get("In-Reply-To"), ids[i-1]; got != want {
				t.Errorf("mail %d answers %q, want %q", i, got, want)
			}
			if got, want := parsed.Header.Get("Subject"), "Re: Quotes at acme.example"; got != want {
				t.Errorf("mail %d has the subject %q, want %q", i, got, want)
			}
		}
		ids = append(ids, parsed.Header.Get("Message-Id"))
	}
}

func TestAnswersStop(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		write  func(m maillab.Received) maillab.Letter
		mails  int
		state  sequences.State
		notice string // "" : the owner is told nothing
	}{
		{"a person answers in the thread", func(m maillab.Received) maillab.Letter {
			return maillab.Answer(m, "", "Thursday at 14:00 works for a call. Shall I ring you?", maillab.Gmail)
		}, 1, sequences.StateAnswered, "answer dana Doe"},
		{"a fresh mail without any reference", func(maillab.Received) maillab.Letter {
			return maillab.Fresh("dana@acme.example", "ana@lima.example", "hello", "What would that cost for five people?")
		}, 1, sequences.StateAnswered, "answer dana Doe"},
		{"asks to be left alone", func(m maillab.Received) maillab.Letter {
			return maillab.Answer(m, "", "Please take me off your list.", maillab.Outlook)
		}, 1, sequences.StateSuppressed, "opt_out dana Doe"},
		{"answers from another address", func(m maillab.Received) maillab.Letter {
			return maillab.Answer(m, "dana.private@home.example", "What would that cost for five people?", maillab.Apple)
		}, 1, sequences.StateAnswered, "answer dana Doe"},
		{"bounces", func(m maillab.Received) maillab.Letter { return maillab.Bounce(m, "5.1.1", "user unknown") }, 1, sequences.StateStopped, ""},
		{"is delayed only", func(m maillab.Received) maillab.Letter { return maillab.Delayed(m, "host not reachable") }, 3, sequences.StateEnded, ""},
		{"a machine that is certainly one", func(m maillab.Received) maillab.Letter {
			return maillab.Away(m, "I am out of the office until 14 September 2026. I will read your mail when I am back.", true)
		}, 3, sequences.StateEnded, ""},
		{"a colleague of the same company", func(maillab.Received) maillab.Letter {
			return maillab.Fresh("sam@acme.example", "ana@lima.example", "your mail to Dana", "Dana showed me your mail. Interesting, tell me more?")
		}, 1, sequences.StateHeld, "colleague dana Doe"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{people: []maillab.Person{{Address: "dana@acme.example", React: once(5*time.Hour, tt.write)}}})
			r.enrol("dana@acme.example")
			r.until(day(11, 30))
			if got := len(r.got("dana@acme.example")); got != tt.mails {
				t.Errorf("%d mails went out, want %d", got, tt.mails)
			}
			if state, code := r.state("dana@acme.example"); state != tt.state {
				t.Errorf("state %s (%s), want %s", state, code, tt.state)
			}
			if got := strings.Join(r.notices(), "; "); got != tt.notice {
				t.Errorf("the owner was told %q, want %q", got, tt.notice)
			}
		})
	}
}

func TestLaterIsSnoozedAndAskedWhatHasChanged(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{people: []maillab.Person{{Address: "dana@acme.example", React: once(5*time.Hour, func(m maillab.Received) maillab.Letter {
		return maillab.Answer(m, "", "Not now. Please write to me again on 12 October 2026.", maillab.Gmail)
	})}}})
	r.enrol("dana@acme.example")
	r.until(day(10, 11))
	if got := len(r.got("dana@acme.example")); got != 1 {
		t.Fatalf("%d mails before their date, want 1", got)
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateSnoozed {
		t.Fatalf("state %s (%s), want snoozed", state, code)
	}
	r.until(day(10, 12))
	got := r.got("dana@acme.example")
	if len(got) != 2 || !bytes.Contains(got[1].Raw, []byte("What has changed since?")) {
		t.Fatalf("%d mails on their date; want the one that asks what has changed", len(got))
	}
}

// The answer that was ready for a date says that date, and sending it keeps it.
// The owner's own words end it, and they are told at once.
func TestTheOwnerAnswersWhoNamedADate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]sequences.State{
		"Gladly.": sequences.StateSnoozed,
		"Gladly.\n\nOn Thu, 3 Sep 2026, Dana wrote:\n> Please write to me again on 12 October 2026.": sequences.StateSnoozed,
		"Gladly. Or shall we talk tomorrow?": sequences.StateHeld,
	} {
		r := newRig(t, rigOptions{people: []maillab.Person{{Address: "dana@acme.example", React: once(5*time.Hour, func(m maillab.Received) maillab.Letter {
			return maillab.Answer(m, "", "Not now. Please write to me again on 12 October 2026.", maillab.Gmail)
		})}}})
		r.enrol("dana@acme.example")
		r.until(day(9, 3))
		told := len(r.notices())
		if _, err := r.lab.Deliver("ana", "Sent", maillab.Fresh("ana@lima.example", "dana@acme.example", "Re: Quotes", text)(r.now()), r.now()); err != nil {
			t.Fatal(err)
		}
		r.until(day(9, 4))
		if state, code := r.state("dana@acme.example"); state != want {
			t.Errorf("after %q: state %s (%s), want %s", text, state, code, want)
		}
		if news := r.notices()[told:]; want == sequences.StateHeld && (len(news) != 1 || news[0] != "date_off dana Doe") || want == sequences.StateSnoozed && len(news) > 0 {
			t.Errorf("after %q the owner was told %q", text, news)
		}
		r.until(day(10, 13))
		if got, wanted := len(r.got("dana@acme.example")), map[sequences.State]int{sequences.StateSnoozed: 2, sequences.StateHeld: 1}[want]; got != wanted {
			t.Errorf("after %q: %d mails, want %d", text, got, wanted)
		}
	}
}

func TestOwnersOwnMailStops(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	if _, err := r.lab.Deliver("ana", "Sent", maillab.Fresh("ana@lima.example", "dana@acme.example", "by hand", "Dana, quick question.")(r.now()), r.now()); err != nil {
		t.Fatal(err)
	}
	r.until(day(10, 30))
	if got := len(r.got("dana@acme.example")); got != 1 {
		t.Errorf("%d mails went out, want 1", got)
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeOwnerWrote {
		t.Errorf("state %s (%s), want held, the owner wrote", state, code)
	}
}

func TestColleaguesAnswerAfterTheEndIsShown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		day     time.Time
		notices int
	}{
		{"soon after the last mail", day(9, 25), 1},
		{"long after the last mail", day(12, 1), 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{})
			r.enrol("dana@acme.example")
			r.until(tt.day)
			if state, _ := r.state("dana@acme.example"); state != sequences.StateEnded {
				t.Fatalf("state %s before the colleague writes", state)
			}
			for range 2 { // the second time it is the owner's turn already
				raw := maillab.Fresh("kim@acme.example", "ana@lima.example", "Your mail", "Dana passed it on to me. What is it about?")(r.now())
				if _, err := r.lab.DeliverInbox("ana", raw); err != nil {
					t.Fatal(err)
				}
				r.set(r.now().Add(time.Hour))
			}
			r.until(tt.day.AddDate(0, 0, 1))
			if got := r.notices(); len(got) != tt.notices {
				t.Errorf("the owner was told %q, want %d mails", got, tt.notices)
			}
			if p := r.person("dana@acme.example"); (p.Turn != nil) != (tt.notices > 0) {
				t.Errorf("turn %+v", p.Turn)
			}
		})
	}
}

func TestThePastCounts(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	past := r.now().AddDate(0, -2, 0)
	for _, m := range []struct{ folder, from, to, text string }{
		{"INBOX", "known@old.example", "ana@lima.example", "Thanks, let us talk in autumn about the offer."},
		{"Sent", "ana@lima.example", "written@old2.example", "Here is the offer."},
		{"INBOX", "gone@old3.example", "ana@lima.example", "Please stop sending me mail, unsubscribe me."},
	} {
		if _, err := r.lab.Deliver("ana", m.folder, maillab.Fresh(m.from, m.to, "the offer", m.text)(past), past); err != nil {
			t.Fatal(err)
		}
	}
	r.enrol("known@old.example", "written@old2.example", "gone@old3.example", "new@fresh.example")
	r.until(day(9, 1))
	for _, tt := range []struct {
		address string
		state   sequences.State
		mails   int
	}{
		{"known@old.example", sequences.StateHeld, 0},
		{"written@old2.example", sequences.StateHeld, 0},
		{"gone@old3.example", sequences.StateSuppressed, 0},
		{"new@fresh.example", sequences.StateScheduled, 1},
	} {
		if state, code := r.state(tt.address); state != tt.state {
			t.Errorf("%s is %s (%s), want %s", tt.address, state, code, tt.state)
		}
		if got := len(r.got(tt.address)); got != tt.mails {
			t.Errorf("%s got %d mails, want %d", tt.address, got, tt.mails)
		}
	}
}

func TestNotLiveSendsNothing(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{notLive: true})
	r.enrol("dana@acme.example")
	r.until(day(9, 10))
	if got := len(r.lab.Accepted()); got != 0 {
		t.Errorf("%d mails went out of a mailbox that isn't live", got)
	}
}

func TestLostAfterTheDotIsNeverSentAgain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		stage maillab.Stage
		fault maillab.Fault
		save  bool
		mails int
		state sequences.State
	}{
		{"accepted, and its copy is seen in Sent", maillab.StageDot, maillab.Fault{Drop: true, Keep: true}, true, 3, sequences.StateEnded},
		{"accepted, and nothing shows it", maillab.StageDot, maillab.Fault{Drop: true, Keep: true}, false, 1, sequences.StateHeld},
		{"not accepted", maillab.StageDot, maillab.Fault{Drop: true}, false, 0, sequences.StateHeld},
		// A short mail is written whole, its dot with it, before the loss shows.
		{"lost in the middle of a short mail", maillab.StageBody, maillab.Fault{Drop: true, After: 100}, false, 0, sequences.StateHeld},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{personality: maillab.Personality{SaveSent: tt.save}})
			r.lab.FailOnce(tt.stage, tt.fault)
			r.enrol("dana@acme.example")
			r.until(day(10, 30))
			if got := len(r.got("dana@acme.example")); got != tt.mails {
				t.Errorf("%d mails arrived, want %d", got, tt.mails)
			}
			if state, code := r.state("dana@acme.example"); state != tt.state {
				t.Errorf("state %s (%s), want %s", state, code, tt.state)
			}
		})
	}
}

func TestReconcile(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		verb  sequences.Verb
		keep  bool
		mails int
	}{
		{"was sent", sequences.VerbWasSent, true, 3},
		{"send again", sequences.VerbSendAgain, false, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{})
			r.lab.FailOnce(maillab.StageDot, maillab.Fault{Drop: true, Keep: tt.keep})
			r.enrol("dana@acme.example")
			r.until(day(9, 2))
			if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeUncertain {
				t.Fatalf("state %s (%s), want held in doubt", state, code)
			}
			if a := r.do(order(tt.verb, "dana@acme.example")); !a.OK {
				t.Fatalf("reconcile: %s", a.Text)
			}
			r.until(day(10, 30))
			if got := len(r.got("dana@acme.example")); got != tt.mails {
				t.Errorf("%d mails arrived, want %d", got, tt.mails)
			}
		})
	}
}

func TestFaultsBeforeTheDotAreTriedAgain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		stage maillab.Stage
		fault maillab.Fault
	}{
		{"connect", maillab.StageConnect, maillab.Fault{Drop: true}},
		{"mail", maillab.StageMail, maillab.Fault{Reply: "451 4.3.0 later"}},
		{"recipient", maillab.StageRcpt, maillab.Fault{Reply: "450 4.2.0 greylisted"}},
		{"before data", maillab.StageData, maillab.Fault{Drop: true}},
		{"after the dot", maillab.StageDot, maillab.Fault{Reply: "451 4.3.0 later"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{})
			r.lab.FailOnce(tt.stage, tt.fault)
			r.enrol("dana@acme.example")
			r.until(day(10, 30))
			if got := len(r.got("dana@acme.example")); got != 3 {
				t.Errorf("%d mails arrived, want each step once (3)", got)
			}
		})
	}
}

// A server that keeps saying "later", or nothing at all, is asked again after a
// while that grows.
func TestAServerThatSaysLaterIsLeftAlone(t *testing.T) {
	t.Parallel()
	const tooOften = 50 // ends a loop that would never end
	for _, tt := range []struct {
		name  string
		stage maillab.Stage
		fault maillab.Fault
		least time.Duration // between two attempts
	}{
		{"greylisted", maillab.StageRcpt, maillab.Fault{Reply: "450 4.2.1 greylisted, try later"}, 5 * time.Minute},
		{"after the dot", maillab.StageDot, maillab.Fault{Reply: "451 4.3.0 later"}, 5 * time.Minute},
		{"no connection", maillab.StageConnect, maillab.Fault{Drop: true}, 10 * time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{})
			var mu sync.Mutex
			var tried []time.Time
			r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
				mu.Lock()
				defer mu.Unlock()
				if tx.Stage != tt.stage || len(tried) > tooOften {
					return maillab.Fault{}
				}
				tried = append(tried, r.now())
				return tt.fault
			})
			r.enrol("dana@acme.example")
			r.until(day(9, 1))
			mu.Lock()
			defer mu.Unlock()
			if len(tried) < 3 {
				t.Errorf("it was asked %d times in a day", len(tried))
			}
			waited := tt.least
			for i := 1; i < min(len(tried), 8); i++ { // then the owner is told, which tries the connection too
				gap := tried[i].Sub(tried[i-1])
				if gap < waited {
					t.Fatalf("it was asked again after %v, then after %v: %v", waited, gap, tried)
				}
				waited = gap
			}
		})
	}
}

// What the server put off counts for the gap to the next mail: it was asked.
func TestWhatIsPutOffCountsForTheGap(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{box: func(m *engine.Mailbox) { m.Gap = [2]time.Duration{2 * time.Minute, 2 * time.Minute} }})
	var mu sync.Mutex
	var tried []time.Time
	r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		if tx.Stage != maillab.StageRcpt {
			return maillab.Fault{}
		}
		mu.Lock()
		defer mu.Unlock()
		if tried = append(tried, r.now()); len(tried) > 4 {
			return maillab.Fault{}
		}
		return maillab.Fault{Reply: "450 4.2.1 greylisted, try later"}
	})
	for _, name := range []string{"dana", "eli", "fay", "gus"} {
		r.enrol(name + "@acme.example")
	}
	r.until(day(9, 1))
	mu.Lock()
	defer mu.Unlock()
	if len(tried) < 8 {
		t.Fatalf("the server was asked %d times, want 8", len(tried))
	}
	for i := 1; i < len(tried); i++ {
		if gap := tried[i].Sub(tried[i-1]); gap < 2*time.Minute {
			t.Errorf("attempt %d came %v after the one before", i+1, gap)
		}
	}
}

func TestNothingGoesOutWhileTheInboxCannotBeRead(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	if _, err := r.engine.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[AUTHENTICATIONFAILED] no"})
	r.lab.DropIMAP()
	for range 20 {
		r.set(r.now().Add(30 * time.Minute))
		if _, err := r.engine.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Fatalf("%d mails went out though the inbox could not be read", got)
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{})
	r.until(day(9, 3))
	if got := len(r.got("dana@acme.example")); got != 1 {
		t.Errorf("%d mails after the inbox could be read again, want 1", got)
	}
}

func TestFollowUpsThreadOnTheIDThatTheProspectGot(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{personality: maillab.Personality{SaveSent: true, RewriteMessageID: true}})
	r.enrol("dana@acme.example")
	r.until(day(9, 10))
	got := r.got("dana@acme.example")
	if len(got) != 2 {
		t.Fatalf("%d mails, want 2", len(got))
	}
	second, err := mail.ReadMessage(bytes.NewReader(got[1].Raw))
	if err != nil {
		t.Fatal(err)
	}
	if answers := second.Header.Get("In-Reply-To"); answers != got[0].MessageID {
		t.Errorf("the follow-up answers %s, want the id that the server gave: %s", answers, got[0].MessageID)
	}
}

func TestACopyIsSavedOnlyWhereTheServerSavesNone(t *testing.T) {
	t.Parallel()
	for _, saves := range []bool{true, false} {
		r := newRig(t, rigOptions{personality: maillab.Personality{SaveSent: saves}})
		r.enrol("dana@acme.example")
		r.until(day(9, 2))
		mails, err := r.lab.Mails("ana", "Sent")
		if err != nil {
			t.Fatal(err)
		}
		ours := 0
		for _, m := range mails {
			if bytes.Contains(m.Raw, []byte("To: \"dana Doe\"")) {
				ours++
			}
		}
		if ours != 1 {
			t.Errorf("server saves: %t; Sent holds %d copies, want 1", saves, ours)
		}
	}
}

func TestTheOwnerIsToldOnceOfAMailboxOutOfReach(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.until(r.now().Add(time.Minute))
	r.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[AUTHENTICATIONFAILED] no"})
	r.lab.DropIMAP()
	for range 8 {
		r.set(r.now().Add(30 * time.Minute))
		if _, err := r.engine.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(r.notices(), "; "); got != "trouble" {
		t.Errorf("the owner was told %q, want it once", got)
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{})
	from, to := day(1, 1), day(12, 31)
	r.until(r.now().Add(time.Hour))
	err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		list, err := tx.Outages("ana", from, to)
		if len(list) != 1 || list[0].To.Sub(list[0].From) < 3*time.Hour || !strings.Contains(list[0].Problem, "login") {
			t.Errorf("kept of it is %+v", list)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestTheFolderSTOPStopsAllSending(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Follow-up/STOP"}); err != nil {
		t.Fatal(err)
	}
	r.enrol("dana@acme.example")
	r.until(day(9, 10))
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out though the folder Follow-up/STOP is there", got)
	}
}

// The folder is looked for right before each mail: one that appears after RCPT
// stops the very mail.
func TestTheFolderSTOPStopsTheMailUnderWay(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.onceBeforeData("dana@acme.example", func() {
		if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Follow-up/STOP"}); err != nil {
			t.Error(err)
		}
	})
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out though the folder was there before DATA", got)
	}
	if a := r.do(engine.Ask{Verb: engine.VerbResumeAll}); !strings.Contains(a.Text, "nothing is sent yet: the folder Follow-up/STOP") {
		t.Errorf("resume --all says %q", a.Text)
	}
}

// Two machines with copies of one ledger: whichever sees the other's mail in Sent
// pauses the mailbox, and tells its owner.
func TestACopyOfTheLedgerAtWorkElsewhere(t *testing.T) {
	t.Parallel()
	for _, queued := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "ledger.db")
		one := newRig(t, rigOptions{path: path})
		one.enrol("dana@acme.example", "gus@berg.example")
		one.until(one.now().Add(time.Minute))
		if err := one.ledger.Checkpoint(t.Context()); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		other := filepath.Join(t.TempDir(), "ledger.db")
		if err := os.WriteFile(other, file, 0o600); err != nil {
			t.Fatal(err)
		}
		one.until(day(9, 1))
		two := newRig(t, rigOptions{path: other, notLive: queued})
		if queued {
			two.until(day(9, 1).Add(-9 * time.Hour))
		}
		two.inSent(one.got("dana@acme.example")[0].Raw)
		two.until(day(9, 10))
		if n := len(two.got("dana@acme.example")) + len(two.got("gus@berg.example")); n != 0 {
			t.Errorf("%d mails went out a second time; queued: %t", n, queued)
		}
		var b engine.Breaker
		if err := two.ledger.Read(t.Context(), func(tx *ledger.Tx) (err error) { b, err = engine.ReadBreaker(tx, "ana"); return err }); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.Reason.Text, "made elsewhere") || !strings.Contains(strings.Join(two.notices(), ";"), "trouble") {
			t.Errorf("breaker %+v, told %q; queued: %t", b, two.notices(), queued)
		}
	}
}

func TestTheOwnersOwnAddressIsNotEnrolled(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{box: func(b *engine.Mailbox) { b.Own = []string{"ana@boss.example"} }})
	a := r.enrol("Ana@boss.example", "ana@lima.example", "dana@acme.example")
	for i, want := range []string{engine.WasLeftOut, engine.WasLeftOut, engine.WasEnrolled} {
		if got := a.Results[i]; got.What != want {
			t.Errorf("%s is %s (%s), want %s", got.Address, got.What, got.Text, want)
		}
	}
}

// A copy for Sent that could not be saved is saved once the mailbox takes it.
func TestACopyIsSavedLater(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{personality: maillab.Personality{SaveSent: false}})
	r.enrol("dana@acme.example")
	for len(r.got("dana@acme.example")) == 0 {
		r.until(r.now().Add(time.Minute))
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
	r.lab.DropIMAP()
	for range 6 {
		r.set(r.now().Add(10 * time.Minute))
		if _, err := r.engine.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{})
	r.until(day(9, 2))
	mails, err := r.lab.Mails("ana", "Sent")
	if err != nil {
		t.Fatal(err)
	}
	copies := slices.DeleteFunc(mails, func(m maillab.Mail) bool { return !bytes.Contains(m.Raw, []byte("To: \"dana Doe\"")) })
	if len(copies) != 1 || len(r.got("dana@acme.example")) != 1 {
		t.Errorf("%d copies in Sent, %d mails; want one of each", len(copies), len(r.got("dana@acme.example")))
	}
}

func TestAnswerInTheSecondOfTheEnrolment(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	second := time.Date(2026, 9, 2, 10, 0, 0, 0, time.UTC)
	r.until(second)
	r.set(second.Add(100 * time.Millisecond))
	r.enrol("dana@acme.example")
	if _, err := r.engine.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	raw := maillab.Bounce(r.got("dana@acme.example")[0], "5.1.1", "no such user")(second)
	if _, err := r.lab.Deliver("ana", "INBOX", raw, second); err != nil { // servers keep no fractions
		t.Fatal(err)
	}
	r.until(day(9, 10))
	if state, code := r.state("dana@acme.example"); state != sequences.StateStopped || code != sequences.CodeBounced {
		t.Errorf("state %s (%s) after a bounce", state, code)
	}
}

// A large import takes minutes to take up: the watchdog must be fed and
// commands answered meanwhile.
func TestTheWatchdogIsFedInLongWork(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{notLive: true})
	var addresses []string
	for i := range 450 {
		addresses = append(addresses, fmt.Sprintf("dana@firm-%d.example", i))
	}
	r.enrol(addresses...)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	left := len(addresses)
	err := r.engine.Run(ctx, func() {
		if left < len(addresses) {
			return
		}
		err := r.ledger.Read(context.WithoutCancel(ctx), func(t *ledger.Tx) error {
			waiting, err := t.Unchecked("ana", len(addresses))
			left = len(waiting)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if left < len(addresses) {
			cancel()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if left == 0 {
		t.Error("the watchdog was fed only when all the work was done")
	}
}

func TestStoppedBeforeItBegan(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.engine.Run(ctx, func() {}); err != nil {
		t.Errorf("a stop right at the start is an error: %v", err)
	}
}

func TestEveryAttemptHasTheSameBytes(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	var mu sync.Mutex
	var tried [][]byte
	r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		mu.Lock()
		defer mu.Unlock()
		if tx.Stage != maillab.StageDot {
			return maillab.Fault{}
		}
		tried = append(tried, tx.Raw)
		if len(tried) == 1 {
			return maillab.Fault{Reply: "451 4.3.0 later"}
		}
		return maillab.Fault{}
	})
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	mu.Lock()
	defer mu.Unlock()
	if len(tried) != 2 || !bytes.Equal(tried[0], tried[1]) {
		t.Errorf("%d attempts; want two with the same bytes", len(tried))
	}
}

func TestAnAnswerThatComesAfterRCPTIsSeenBeforeDATA(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.onceBeforeData("dana@acme.example", func() {
		answer := maillab.Fresh("dana@acme.example", "ana@lima.example", "hello", "What would that cost for five people?")
		if _, err := r.lab.Deliver("ana", maillab.Inbox, answer(r.now()), r.now()); err != nil {
			t.Error(err)
		}
	})
	r.enrol("dana@acme.example")
	r.until(day(9, 2))
	if got := len(r.got("dana@acme.example")); got != 0 {
		t.Errorf("%d mails went out though the answer lay in the inbox before DATA", got)
	}
}

// onceBeforeData does something as soon as somebody is named as a recipient, the
// first time: between the decision to send and DATA.
func (r *rig) onceBeforeData(recipient string, do func()) {
	var once sync.Once
	r.lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		if tx.Stage == maillab.StageRcpt && tx.Recipient == recipient {
			once.Do(do)
		}
		return maillab.Fault{}
	})
}

// status knows within seconds that a mailbox can't be read, and that it can again.
func TestHeartbeatTellsOfAnOutageAtOnce(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.until(day(9, 1))
	problem := func() string {
		t.Helper()
		r.until(r.now().Add(3 * time.Second))
		h, err := engine.ReadHeartbeat(t.Context(), r.ledger)
		if err != nil || len(h.Mailboxes) != 1 {
			t.Fatalf("%+v, %v", h, err)
		}
		return h.Mailboxes[0].Problem
	}
	if got := problem(); got != "" {
		t.Fatal(got)
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
	r.lab.DropIMAP()
	if problem() == "" {
		t.Error("nothing is told of the outage")
	}
	r.lab.SetIMAPFault(maillab.IMAPFault{})
	if got := problem(); got != "" {
		t.Errorf("still told: %s", got)
	}
}

// cutting has something happen when a mail is about to be handed in.
type cutting struct {
	engine.Submitter
	before func()
}

func (c cutting) Submit(ctx context.Context, s mailbox.Submission, check func(context.Context) error) mailbox.Outcome {
	c.before()
	return c.Submitter.Submit(ctx, s, check)
}

// A mail that stays back since the inbox can't be read says that, not that the
// enrolment changed or that a server said it.
func TestAMailHeldBackByTheInboxSaysSo(t *testing.T) {
	t.Parallel()
	var r *rig
	r = newRig(t, rigOptions{box: func(b *engine.Mailbox) {
		b.Submitter = cutting{b.Submitter, func() {
			r.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
			r.lab.DropIMAP()
		}}
	}})
	r.enrol("dana@acme.example")
	for range 30 {
		r.set(r.now().Add(10 * time.Minute))
		if _, err := r.engine.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p := r.person("dana@acme.example")
	why := p.Live().Why
	if p.Live().State != sequences.StateQueued || why.Code != sequences.CodeNotFresh || !strings.HasPrefix(why.Text, "it did not go out: the inbox can't be read: ") || len(why.Evidence) > 0 {
		t.Errorf("%s: %+v", p.Live().State, why)
	}
	if len(r.got("dana@acme.example")) > 0 {
		t.Error("a mail went out")
	}
}
