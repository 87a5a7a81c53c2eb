package engine_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// enrolledSince is a rig that was put back from a copy made before Gus was enrolled
// and got some mails.
func enrolledSince(t *testing.T, days int) *rig {
	t.Helper()
	r := newRig(t, rigOptions{})
	r.enrol(danaBack)
	r.until(day(9, 1))
	r.backup()
	r.enrol(gusBack)
	r.until(day(9, days))
	r.putBack()
	return r
}

// Who was enrolled after the copy was made, and is enrolled once more, got mail that
// the ledger doesn't know. What lies in Sent is told from the text, before the mailbox
// is read anew and after: it counts, and is not sent again, whatever the owner says.
func TestEnrolledAgainAfterAPutBack(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		read   bool // before they are enrolled again
		ignore bool // of the past
		days   int
		got    []string
	}{
		{"before Sent is read", false, false, 2, []string{"takes longest"}},
		{"after it is read", true, false, 2, []string{"takes longest"}},
		{"whatever the past", false, true, 2, []string{"takes longest"}},
		{"after two mails", false, false, 8, []string{"takes longest", "What has changed?"}},
		{"after two mails that are read", true, false, 8, []string{"takes longest", "What has changed?"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := enrolledSince(t, test.days)
			r.gotOnce(gusBack, test.got...)
			if test.read {
				r.until(r.now().Add(time.Minute))
			}
			history := ""
			if test.ignore {
				history = "ignore"
			}
			a := r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: gusBack, Sequence: "intro", Reason: "asked us", Source: "fair", History: history,
				Fields: map[string]string{"first_name": "gus", "last_name": "Doe", "company": "berg.example"}}}})
			if test.read && (a.Results[0].Code != sequences.CodeWrote || !strings.Contains(a.Results[0].Text, "followupd wrote to them on ")) {
				t.Errorf("enrolled: %+v", a.Results)
			}
			r.until(day(9, 14))
			r.gotOnce(gusBack, test.got...)
			last := []string{"first", "second"}[len(test.got)-1]
			why := r.person(gusBack).Enrolments[0].Why
			for _, want := range []string{"(the mail lies in Sent), before the ledger was put back. That was step " + `"` + last + `", which is not sent again`} {
				if why.Code != sequences.CodeWrote || !strings.Contains(why.Text, want) {
					t.Errorf("held for %s: %s, want %s", why.Code, why.Text, want)
				}
			}
			if a := r.do(order(sequences.VerbResume, gusBack)); !a.OK {
				t.Fatal(a.Text)
			}
			r.until(day(10, 9))
			r.gotOnce(gusBack, "takes longest", "What has changed?", "close the file")
			mails := r.got(gusBack)
			if next, before := mails[len(test.got)], mails[len(test.got)-1].MessageID; !bytes.Contains(next.Raw, []byte("In-Reply-To: "+before)) {
				t.Errorf("the next mail doesn't answer %s:\n%s", before, next.Raw)
			}
			r.sound()
		})
	}
}

// Where the text tells nothing, no bare word of the owner's sends anything: they say at
// which step to go on, and what went before counts as the steps before it.
func TestAMailThatCouldBeAnyStep(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"first", "second"} {
		t.Run(at, func(t *testing.T) {
			t.Parallel()
			r := enrolledSince(t, 2)
			// They are enrolled under another name: no step has the text of that mail.
			r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: gusBack, Sequence: "intro", Reason: "asked us", Source: "fair",
				Fields: map[string]string{"first_name": "Augustus", "company": "Berg"}}}})
			r.until(day(9, 3))
			if why := r.person(gusBack).Enrolments[0].Why; why.Code != sequences.CodeWrote || !strings.Contains(why.Text, "It can't be told which step that was") {
				t.Fatalf("held for %s: %s", why.Code, why.Text)
			}
			for _, ask := range []engine.Ask{order(sequences.VerbResume, gusBack), {Verb: string(sequences.VerbSnooze), Address: gusBack, Until: day(9, 9)},
				{Verb: string(sequences.VerbResume), Address: gusBack, Step: "nowhere"}} {
				if a := r.do(ask); a.OK || ask.Step == "" && !strings.Contains(a.Text, "resume with --at-step STEP") {
					t.Errorf("%s %s: %+v", ask.Verb, ask.Step, a)
				}
			}
			r.until(day(9, 14))
			r.gotOnce(gusBack, "takes longest")
			if a := r.do(engine.Ask{Verb: string(sequences.VerbResume), Address: gusBack, Step: at}); !a.OK {
				t.Fatal(a.Text)
			}
			r.until(day(10, 9))
			want := []string{"takes longest", "What has changed?", "close the file"}
			if at == "first" {
				want = slices.Insert(want, 0, "takes longest")
			}
			r.gotOnce(gusBack, want...)
			r.sound()
		})
	}
}

// Of a mailbox that was never read by the time of the copy, its past is read as far
// back as that: what lies in Sent counts, for those whom the copy knows and for those
// whom it doesn't; who answered is held.
func TestPutBackBeforeTheMailboxWasRead(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol(danaBack, "zoe@zoo.example")
	r.do(engine.Ask{Verb: string(sequences.VerbSnooze), Address: "zoe@zoo.example", Until: day(9, 20)})
	r.backup()
	r.enrol(gusBack)
	r.until(day(9, 2))
	r.answersFrom("zoe@zoo.example", "What would that cost for five people?", "X-Note: none")
	r.until(r.now().Add(time.Hour))
	r.options.box = func(b *engine.Mailbox) { b.HistoryDays = 0 }
	if held := r.putBack(); !slices.Equal(held, []string{danaBack + " first"}) {
		t.Errorf("held are %q", held)
	}
	r.enrol(gusBack)
	r.until(day(9, 30))
	r.gotOnce(danaBack, "takes longest", "What has changed?", "close the file")
	r.gotOnce(gusBack, "takes longest")
	if why := r.person(gusBack).Enrolments[0].Why; why.Code != sequences.CodeWrote {
		t.Errorf("gus is held for %s: %s", why.Code, why.Text)
	}
	if _, code := r.state("zoe@zoo.example"); code != sequences.CodeHistory || len(r.got("zoe@zoo.example")) > 0 {
		t.Errorf("zoe is %s, and got %d mails", code, len(r.got("zoe@zoo.example")))
	}
	if a := r.do(engine.Ask{Verb: string(sequences.VerbResume), Address: gusBack, Step: "second"}); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(day(10, 20))
	r.gotOnce(gusBack, "takes longest", "What has changed?", "close the file")
	r.sound()
}

// Nothing stays of a mail to somebody forgotten.
func TestAStrayMailIsForgotten(t *testing.T) {
	t.Parallel()
	r := enrolledSince(t, 2)
	r.until(r.now().Add(time.Minute))
	r.do(engine.Ask{Verb: engine.VerbForget, Address: gusBack})
	err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		strays, err := tx.StraysTo(gusBack)
		if len(strays) > 0 {
			t.Errorf("kept are %+v", strays)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A mail that waits in the outbox when the one of before is found is taken back, and
// its row is that one's from then on: the next step answers it.
func TestAStrayMailThatIsFoundLate(t *testing.T) {
	t.Parallel()
	for _, like := range []bool{true, false} {
		s := newStage(t)
		s.enrol(dana)
		s.begin()
		if state := s.state(dana); state != sequences.StateQueued {
			t.Fatalf("dana is %s", state)
		}
		text := "Hi dana,\r\n\r\nWhat takes longest?"
		if !like {
			text = "Hi Dr Doe,\r\n\r\nWhat takes longest?"
		}
		const old = "abcdefghijklmnopqrstuvwxyz234567@lima.example"
		s.arrives(mailbox.RoleSent, s.ofBefore(3, old, text))
		s.send()
		ask := order(sequences.VerbResume, dana)
		if !like {
			if a := s.do(ask); a.OK {
				t.Errorf("resumed: %s", a.Text)
			}
			ask.Step = "second"
		}
		if a := s.do(ask); !a.OK {
			t.Fatal(a.Text)
		}
		if out := s.out(dana); out.State != ledger.OutSent || out.ThreadID() != old || s.got(dana) != 0 {
			t.Errorf("like %t: the first mail is %s, known by %s, and went out %d times more", like, out.State, out.ThreadID(), s.got(dana))
		}
		s.now = s.now.AddDate(0, 0, 7)
		s.decide()
		s.send()
		if s.got(dana) != 1 || !bytes.Contains(s.took[0].Data, []byte("In-Reply-To: <"+old+">")) {
			t.Errorf("like %t: dana got %d mails: %s", like, s.got(dana), s.person(dana).Enrolments[0].Why.Text)
		}
	}
}

// A Message-ID with a byte that isn't UTF-8, of a mail that this ledger knows nothing of
// or given by a server, leaves the ledger sound.
func TestAnIDThatIsNoUTF8(t *testing.T) {
	t.Parallel()
	const id = "caf\xe9\xe8.1@lima.example"
	for _, stray := range []bool{true, false} {
		s := newStage(t)
		s.enrol(dana)
		s.begin()
		token := "abcdefghijklmnopqrstuvwxyz234567@lima.example"
		if !stray {
			s.send()
			token = s.out(dana).MessageID
		}
		s.arrives(mailbox.RoleSent, fmt.Appendf(nil, "From: ana@lima.example\r\nTo: %s\r\nSubject: Quotes at acme.example\r\nDate: %s\r\nMessage-ID: <%s>\r\nX-Followupd-ID: %s\r\n\r\nanother text\r\n",
			dana, s.now.AddDate(0, 0, -3).Format(time.RFC1123Z), id, token))
		s.send()
		var last ledger.Entry
		s.read(func(tx *ledger.Tx) error {
			return tx.WholeJournal(func(e ledger.Entry) error { last = e; return nil })
		})
		if want := map[bool]string{true: "wrote:", false: "public:"}[stray]; !strings.HasPrefix(last.Event.ID, want) {
			t.Errorf("the last entry is %s, want %s", last.Event.ID, want)
		}
		s.read(func(tx *ledger.Tx) error {
			seen, err := tx.Decided(last.Event.ID)
			if !seen {
				t.Errorf("%s is not the id that it is kept by", last.Event.ID)
			}
			return err
		})
		audit, err := engine.CheckLedger(t.Context(), s.ledger, func(int, int) {})
		if err != nil || !audit.Sound() {
			t.Errorf("stray %t: %+v (%v)", stray, audit, err)
		}
		if _, err := s.ledger.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db")); err != nil {
			t.Errorf("stray %t: %v", stray, err)
		}
	}
}

// ofBefore is the copy of a mail to dana that followupd sent some days ago and that
// this ledger doesn't know.
func (s *stage) ofBefore(daysAgo int, id, text string) []byte {
	return fmt.Appendf(nil, "From: ana@lima.example\r\nTo: %s\r\nSubject: Quotes at acme.example\r\nDate: %s\r\nMessage-ID: <%s>\r\nX-Followupd-ID: %s\r\n\r\n%s\r\n",
		dana, s.now.AddDate(0, 0, -daysAgo).Format(time.RFC1123Z), id, strings.Replace(id, "abc", "cba", 1), text)
}

// A mail that waits for the owner's yes, or lies in Drafts, waits no more when the one
// of before is found: nobody is asked to send it once more.
func TestAStrayMailWhileOneWaitsForTheOwner(t *testing.T) {
	t.Parallel()
	const old = "abcdefghijklmnopqrstuvwxyz234567@lima.example"
	for _, approval := range []sequences.Approval{sequences.ApprovalAsk, sequences.ApprovalDraft} {
		for _, like := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s %t", approval, like), func(t *testing.T) {
				t.Parallel()
				s := newStage(t, func(o *engine.Options) { o.Rules = rigRules(t, approval) })
				s.enrol(dana)
				s.begin()
				s.tendDrafts()
				if e := s.person(dana).Enrolments[0]; !e.Awaits() {
					t.Fatalf("dana is %s: %s", e.State, e.Why.Text)
				}
				text := "Hi dana,\r\n\r\nWhat takes longest?"
				if !like {
					text = "Hi Dr Doe,\r\n\r\nWhat takes longest?"
				}
				s.arrives(mailbox.RoleSent, s.ofBefore(3, old, text))
				if e := s.person(dana).Enrolments[0]; e.State != sequences.StateHeld || e.Why.Code != sequences.CodeWrote {
					t.Errorf("dana is %s for %s: %s", e.State, e.Why.Code, e.Why.Text)
				}
				if out := s.out(dana); approval == sequences.ApprovalDraft && out.State != ledger.OutWithdrawing {
					t.Errorf("the draft is %s", out.State)
				}
				if a := s.do(order(sequences.VerbApprove, dana)); a.OK {
					t.Errorf("a yes to a mail that they have: %s", a.Text)
				}
				s.tendDrafts()
				ask := order(sequences.VerbResume, dana)
				if !like {
					ask.Step = "second"
				}
				if a := s.do(ask); !a.OK {
					t.Fatal(a.Text)
				}
				if out := s.out(dana); out.State != ledger.OutSent || out.ThreadID() != old || s.got(dana) != 0 {
					t.Errorf("the first mail is %s, known by %s, and went out %d times more", out.State, out.ThreadID(), s.got(dana))
				}
				s.now = s.now.AddDate(0, 0, 7)
				s.decide()
				e := s.person(dana).Enrolments[0]
				if !e.Awaits() || e.Step != "second" {
					t.Fatalf("dana is %s with %s: %s", e.State, e.Step, e.Why.Text)
				}
				next := s.outOf(dana, "second").Bytes // of a draft
				if approval == sequences.ApprovalAsk {
					if a := s.do(order(sequences.VerbApprove, dana)); !a.OK {
						t.Fatal(a.Text)
					}
					s.send()
					next = s.took[0].Data
				}
				if !bytes.Contains(next, []byte("In-Reply-To: <"+old+">")) {
					t.Errorf("the next mail doesn't answer that of before:\n%s", next)
				}
			})
		}
	}
}

// The draft of a step that turns out to have gone out is gone from Drafts, and the next
// one answers the mail that went.
func TestTheDraftOfAStrayMailIsTakenBack(t *testing.T) {
	t.Parallel()
	r, _ := drafted(t)
	const old = "abcdefghijklmnopqrstuvwxyz234567@lima.example"
	r.inSent((&stage{now: r.now()}).ofBefore(10, old, "Hi dana,\r\n\r\nWhat takes longest?"))
	r.until(r.now().Add(time.Hour))
	if left := r.drafts(); len(left) != 0 {
		t.Errorf("in Drafts lies %s", left[0].Raw)
	}
	if state, code := r.state(dana); state != sequences.StateHeld || code != sequences.CodeWrote {
		t.Errorf("dana is %s for %s", state, code)
	}
	if told := r.notices(); !slices.Equal(told, []string{"history dana Doe"}) {
		t.Errorf("the owner was told %q", told)
	}
	if a := r.do(order(sequences.VerbResume, dana)); !a.OK {
		t.Fatal(a.Text)
	}
	r.until(day(9, 10))
	if next := r.drafts(); len(next) != 1 || !bytes.Contains(next[0].Raw, []byte("In-Reply-To: <"+old+">")) || !bytes.Contains(next[0].Raw, []byte("What has changed?")) {
		t.Errorf("in Drafts lie %+v", next)
	}
	if got := len(r.got(dana)); got != 0 {
		t.Errorf("dana got %d mails", got)
	}
	r.sound()
}

// Where only a later step is found in Sent, those before it are behind it: none goes out
// after it.
func TestAStrayMailOfALaterStep(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	const old = "abcdefghijklmnopqrstuvwxyz234567@lima.example"
	s.enrol(dana)
	s.begin()
	s.arrives(mailbox.RoleSent, s.ofBefore(3, old, "Hi dana,\r\n\r\nHere are the figures. What has changed?"))
	s.send()
	e := s.person(dana).Enrolments[0]
	if e.State != sequences.StateHeld || e.Why.Code != sequences.CodeWrote || e.Step != "third" || !strings.Contains(e.Why.Text, `resume goes on with step "third"`) {
		t.Errorf("dana is %s at %s: %s", e.State, e.Step, e.Why.Text)
	}
	if i := slices.IndexFunc(e.Done, func(d sequences.Done) bool { return d.Step == "first" }); i < 0 || e.Done[i].How != sequences.HowSkipped || !strings.Contains(e.Done[i].Why, `a later step, "second", went out already`) {
		t.Errorf("done are %+v", e.Done)
	}
	if a := s.do(engine.Ask{Verb: string(sequences.VerbResume), Address: dana, Step: "first"}); a.OK {
		t.Errorf("resumed at the first: %s", a.Text)
	}
	if a := s.do(order(sequences.VerbResume, dana)); !a.OK {
		t.Fatal(a.Text)
	}
	for range 10 {
		s.now = s.now.AddDate(0, 0, 1)
		s.decide()
		s.send()
	}
	if s.got(dana) != 1 || !bytes.Contains(s.took[0].Data, []byte("close the file")) || !bytes.Contains(s.took[0].Data, []byte("In-Reply-To: <"+old+">")) {
		t.Errorf("dana got %d mails:\n%s", s.got(dana), s.took)
	}
}
