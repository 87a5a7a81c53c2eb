package engine_test

import (
	"bytes"
	"fmt"
	"net/mail"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/mailbox"
	"followupd/sequences"
)

const (
	danaBack = "dana@acme.example"
	gusBack  = "gus@berg.example"
)

// backup makes a copy of the ledger as it is now, which is the one to be put back.
func (r *rig) backup() {
	r.t.Helper()
	r.copied = filepath.Join(r.t.TempDir(), "copy.db")
	if _, err := r.ledger.Backup(r.t.Context(), r.copied); err != nil {
		r.t.Fatal(err)
	}
}

// sentSince is a rig of which a copy was made once people were enrolled and the mailbox
// was read, and which sent mails then until a day.
func sentSince(t *testing.T, o rigOptions, until time.Time, people ...string) *rig {
	t.Helper()
	r := newRig(t, o)
	r.enrol(people...)
	r.until(r.now().Add(time.Minute))
	r.backup()
	r.until(until)
	return r
}

// goOn has another daemon go on with a copy of the ledger, on the same mailbox: one
// that was put in its place by hand.
func (r *rig) goOn(path string) {
	r.t.Helper()
	_ = r.engine.Close()
	_ = r.ledger.Close()
	l, err := ledger.Open(r.t.Context(), path)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = l.Close() })
	r.ledger = l
	r.start(r.options)
}

// putBack is goOn with the copy, put back as it should be, and says who is held.
func (r *rig) putBack() (held []string) {
	r.t.Helper()
	l, err := ledger.Open(r.t.Context(), r.copied)
	if err != nil {
		r.t.Fatal(err)
	}
	if _, err := engine.MarkPutBack(r.t.Context(), l, r.now()); err != nil {
		r.t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		r.t.Fatal(err)
	}
	r.goOn(r.copied)
	list, err := r.engine.HoldPutBack(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	for _, h := range list {
		held = append(held, h.Address+" "+h.Step)
	}
	return held
}

// putBackBlind is putBack where nothing lies in Sent.
func (r *rig) putBackBlind() (held []string) {
	r.t.Helper()
	r.emptySent()
	return r.putBack()
}

// ends lets time pass until a day, and says what Dana got by then, first and last.
func (r *rig) ends(until time.Time, want ...string) {
	r.t.Helper()
	r.until(until)
	r.gotOnce(danaBack, want...)
	r.sound()
}

// emptySent takes everything out of Sent, as a server that keeps no copies.
func (r *rig) emptySent() {
	r.t.Helper()
	mails, err := r.lab.Mails("ana", "Sent")
	if err != nil {
		r.t.Fatal(err)
	}
	for _, m := range mails {
		if err := r.lab.Expunge("ana", "Sent", m.UID); err != nil {
			r.t.Fatal(err)
		}
	}
}

// texts are the first lines of what an address got, which tell the steps apart.
func (r *rig) texts(address string) (texts []string) {
	r.t.Helper()
	for _, m := range r.got(address) {
		for _, words := range []string{"takes longest", "What has changed?", "close the file", "changed since"} {
			if bytes.Contains(m.Raw, []byte(words)) {
				texts = append(texts, words)
			}
		}
	}
	return texts
}

func (r *rig) gotOnce(address string, want ...string) {
	r.t.Helper()
	if got := r.texts(address); !slices.Equal(got, want) {
		r.t.Errorf("%s got %q, want %q", address, got, want)
	}
}

// toldLast is the text of the newest mail to the owner, sent or not.
func (r *rig) toldLast() (text string) {
	r.t.Helper()
	err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) error {
		mails, err := t.OwnerMails(time.Time{})
		for _, m := range mails {
			text = string(m.Bytes)
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return text
}

// lastRequest makes a request, and gives its number.
func (r *rig) lastRequest() int64 {
	r.t.Helper()
	id, err := engine.Submit(r.t.Context(), r.ledger, "test", order(sequences.VerbStop, "nobody@nowhere.example"), r.now())
	if err != nil {
		r.t.Fatal(err)
	}
	return id
}

// paused says whether the mailbox paused itself.
func (r *rig) paused() bool {
	r.t.Helper()
	var b engine.Breaker
	if err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) (err error) { b, err = engine.ReadBreaker(t, "ana"); return err }); err != nil {
		r.t.Fatal(err)
	}
	return b.Open(r.now())
}

// reasons are the texts of everything that was decided on somebody.
func (r *rig) reasons(address string) string {
	r.t.Helper()
	var texts []string
	p := r.person(address)
	err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) error {
		return t.PersonJournal(p.ID, func(e ledger.Entry) error {
			texts = append(texts, e.Reason.Text)
			return nil
		})
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.Join(texts, "\n")
}

// Mails that went out after a copy of the ledger was made are found in Sent, once
// that copy works in its place: none of them goes out again, whatever the owner
// resumes, and the sequence goes on from there.
func TestStepsSentSinceTheCopyAreNotSentAgain(t *testing.T) {
	t.Parallel()
	for _, byHand := range []bool{true, false} {
		for _, personality := range []maillab.Personality{{}, {SaveSent: true}, {SaveSent: true, RewriteMessageID: true}} {
			t.Run(fmt.Sprintf("by hand %t, %+v", byHand, personality), func(t *testing.T) {
				t.Parallel()
				r := sentSince(t, rigOptions{personality: personality}, day(9, 8), danaBack) // the first and the second mail
				r.gotOnce(danaBack, "takes longest", "What has changed?")
				if byHand {
					r.goOn(r.copied)
				} else if held := r.putBack(); !slices.Equal(held, []string{danaBack + " first"}) {
					t.Errorf("held are %q", held)
				}
				r.until(day(9, 9))
				told := strings.Join(r.notices(), ";")
				if byHand != r.paused() || !strings.Contains(told, "trouble") {
					t.Errorf("by hand %t, it is paused: %t, and told is %q", byHand, r.paused(), told)
				}
				r.do(engine.Ask{Verb: engine.VerbResumeMailbox, Address: "ana"})
				r.do(order(sequences.VerbResume, danaBack))
				r.ends(day(9, 30), "takes longest", "What has changed?", "close the file")
				if at := r.got(danaBack)[2].At; at.Before(time.Date(2026, 9, 11, 9, 0, 0, 0, time.UTC)) {
					t.Errorf("the third mail came at %v, not 5 business days after the second", at)
				}
				if why := r.reasons(danaBack); !strings.Contains(why, `step "second" went out, though this ledger did not send it: its copy lies in Sent`) {
					t.Errorf("the journal says %s", why)
				}
				if state, _ := r.state(danaBack); state != sequences.StateEnded {
					t.Errorf("the sequence is %s", state)
				}
				r.sound()
			})
		}
	}
}

// Where Sent shows nothing, nobody who may have been written to since the copy was
// made is written to, until the owner says so.
func TestWhoMayHaveBeenWrittenToIsHeld(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol(danaBack, gusBack, "zoe@zoo.example", "ida@idea.example")
	r.until(r.now().Add(time.Minute))
	r.do(engine.Ask{Verb: string(sequences.VerbSnooze), Address: "zoe@zoo.example", Until: day(9, 20)})
	r.do(order(sequences.VerbPause, "ida@idea.example"))
	r.backup()
	r.until(day(9, 8))
	// An automatic answer would move Gus behind the moment that is in doubt.
	r.answersFrom(gusBack, "Out of office: I am away until 18 September 2026.", "Auto-Submitted: auto-replied")
	r.until(day(9, 9))
	held := r.putBackBlind()
	slices.Sort(held)
	if want := []string{danaBack + " first", gusBack + " first"}; !slices.Equal(held, want) {
		t.Errorf("held are %q, want %q", held, want)
	}
	if note := r.toldLast(); !strings.Contains(note, "- "+danaBack+" (intro, step first)") || strings.Contains(note, "zoe@") {
		t.Errorf("told is %s", note)
	}
	before := len(r.got(danaBack)) + len(r.got(gusBack))
	r.until(day(9, 30))
	if n := len(r.got(danaBack)) + len(r.got(gusBack)); n != before {
		t.Errorf("%d mails went out without a word of the owner's", n-before)
	}
	if len(r.got("zoe@zoo.example")) == 0 {
		t.Error("nothing went to somebody whose next step was in nobody's doubt")
	}
	if state, code := r.state(danaBack); state != sequences.StateHeld || code != sequences.CodePutBack {
		t.Errorf("dana is %s (%s)", state, code)
	}
	if a := r.do(order(sequences.VerbResume, danaBack)); !a.OK {
		t.Errorf("not resumed: %s", a.Text)
	}
	r.until(day(10, 9))
	if n := len(r.got(danaBack)); n < 3 {
		t.Errorf("dana got %d mails though the owner said resume", n)
	}
	if again, err := r.engine.HoldPutBack(t.Context()); err != nil || len(again) > 0 {
		t.Errorf("held once more: %v, %v", again, err)
	}
	r.sound()
}

// A step that is seen lets go nobody whose next one may be out as well; nor does a
// copy of the second alone have the first go out.
func TestASightOfOneStep(t *testing.T) {
	t.Parallel()
	for _, kept := range []string{"takes longest", "What has changed?"} {
		r := sentSince(t, rigOptions{}, day(9, 8), danaBack)
		r.emptySent()
		for _, m := range r.got(danaBack) {
			if bytes.Contains(m.Raw, []byte(kept)) {
				if _, err := r.lab.Deliver("ana", "Sent", m.Raw, m.At); err != nil {
					t.Fatal(err)
				}
			}
		}
		r.putBack()
		r.until(day(9, 30))
		if kept == "takes longest" {
			r.gotOnce(danaBack, "takes longest", "What has changed?")
			if state, code := r.state(danaBack); state != sequences.StateHeld || code != sequences.CodePutBack {
				t.Errorf("dana is %s (%s) though the second mail may be out", state, code)
			}
		} else {
			r.gotOnce(danaBack, "takes longest", "What has changed?", "close the file")
		}
		r.sound()
	}
}

// An answer shows what it answers, where Sent doesn't: also one from another
// address, which was read anew with everything else.
func TestAnAnswerShowsWhatWentOut(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{}, day(9, 1), danaBack)
	r.emptySent()
	sent := r.got(danaBack)[0]
	raw := fmt.Sprintf("From: Somebody <other@home.example>\r\nTo: ana@lima.example\r\nSubject: Re: quotes\r\nDate: %s\r\nMessage-ID: <a1@home.example>\r\nIn-Reply-To: <%s>\r\n\r\nWhat would that cost for five people?\r\n",
		r.now().Format(time.RFC1123Z), sent.MessageID)
	if _, err := r.lab.Deliver("ana", "INBOX", []byte(raw), r.now()); err != nil {
		t.Fatal(err)
	}
	r.putBack()
	r.until(day(9, 2))
	if state, code := r.state(danaBack); state != sequences.StateAnswered {
		t.Errorf("dana is %s (%s), want answered", state, code)
	}
	r.do(order(sequences.VerbResume, danaBack))
	r.ends(day(9, 30), "takes longest", "What has changed?", "close the file")
}

// Answers that came since are read again, opt-outs with them: seen or not, and
// wherever they were filed.
func TestOptOutsSinceTheCopyAreFoundAgain(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{box: func(b *engine.Mailbox) { b.Unsubscribe = true }}, day(9, 1), danaBack, gusBack, "zoe@zoo.example")
	r.answersFrom(danaBack, "Please stop writing to me.", "X-Note: none")
	uid, err := r.lab.Deliver("ana", "INBOX", fmt.Appendf(nil, "From: %s\r\nTo: ana@lima.example\r\nSubject: Re: Quotes\r\nDate: %s\r\nMessage-ID: <filed@berg.example>\r\n\r\nUnsubscribe me, please.\r\n", gusBack, r.now().Format(time.RFC1123Z)), r.now())
	if err != nil {
		t.Fatal(err)
	}
	// Zoe uses the button of her mail program, from her other address.
	m, err := mail.ReadMessage(bytes.NewReader(r.got("zoe@zoo.example")[0].Raw))
	if err != nil {
		t.Fatal(err)
	}
	_, subject, _ := strings.Cut(strings.Trim(m.Header.Get("List-Unsubscribe"), "<>"), "subject=")
	if _, err := r.lab.Deliver("ana", "INBOX", fmt.Appendf(nil, "From: z@home.example\r\nTo: ana@lima.example\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <z@home.example>\r\n\r\n",
		strings.ReplaceAll(subject, "%20", " "), r.now().Format(time.RFC1123Z)), r.now()); err != nil {
		t.Fatal(err)
	}
	r.until(day(9, 2))
	if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Done"}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.lab.Move("ana", "INBOX", uid, "Done"); err != nil {
		t.Fatal(err)
	}
	r.putBackBlind()
	r.until(day(9, 30))
	for _, address := range []string{danaBack, gusBack, "zoe@zoo.example"} {
		if p := r.person(address); p.Suppressed == nil {
			t.Errorf("%s is not suppressed: %s", address, r.reasons(address))
		}
		if n := len(r.got(address)); n != 1 {
			t.Errorf("%s got %d mails", address, n)
		}
	}
	r.sound()
}

// Whom somebody's mail went to that this ledger doesn't know is held where they are
// known: it can't be told what it was. No id of it is given to anybody else.
func TestAMailOfOursThatNobodyKnows(t *testing.T) {
	t.Parallel()
	for _, byHand := range []bool{true, false} {
		r := newRig(t, rigOptions{})
		r.enrol(danaBack)
		r.until(r.now().Add(time.Minute))
		r.backup()
		r.do(order(sequences.VerbStop, danaBack))
		r.enrol(gusBack) // nothing of this is in the copy
		r.until(day(9, 1))
		lost := r.got(gusBack)[0]
		theirs := r.person(gusBack).Enrolments[0].ID
		// The same goes to Dana, as a sequence would that she was enrolled in since.
		toDana := bytes.Replace(bytes.Replace(lost.Raw, []byte(gusBack), []byte(danaBack), 1), []byte("Message-ID: <"), []byte("Message-ID: <x"), 1)
		r.inSent(toDana)
		if byHand {
			r.goOn(r.copied)
		} else {
			r.putBack()
		}
		r.enrol("ida@idea.example") // before the mailbox is read
		r.until(day(9, 30))
		if n := len(r.got(danaBack)); n != 0 {
			t.Errorf("by hand %t: dana got %d mails", byHand, n)
		}
		if _, code := r.state(danaBack); code != sequences.CodeStray {
			t.Errorf("by hand %t: dana is held for %s: %s", byHand, code, r.reasons(danaBack))
		}
		ida := r.person("ida@idea.example")
		if id := ida.Enrolments[0].ID; id <= theirs {
			t.Errorf("by hand %t: enrolment %d is given, and %d was", byHand, id, theirs)
		}
		for _, m := range r.got("ida@idea.example") {
			if m.MessageID == lost.MessageID {
				t.Errorf("by hand %t: two mails have the id %s", byHand, m.MessageID)
			}
		}
		r.gotOnce("ida@idea.example", "takes longest", "What has changed?", "close the file")
		// Who got a mail that nobody knows isn't written to as if new.
		r.enrol(gusBack)
		r.until(day(10, 9))
		if n := len(r.got(gusBack)); n != 1 {
			t.Errorf("by hand %t: gus got %d mails", byHand, n)
		}
		r.sound()
	}
}

// answersFrom has an answer of an address come in.
func (r *rig) answersFrom(address, text string, headers ...string) {
	r.t.Helper()
	raw := fmt.Sprintf("From: %s\r\nTo: ana@lima.example\r\nSubject: Re: Quotes\r\nDate: %s\r\nMessage-ID: <re-%d-%s>\r\n%s\r\n\r\n%s\r\n",
		address, r.now().Format(time.RFC1123Z), r.now().UnixNano(), address, strings.Join(headers, "\r\n"), text)
	if _, err := r.lab.Deliver("ana", "INBOX", []byte(raw), r.now()); err != nil {
		r.t.Fatal(err)
	}
}

// A request that was open when the copy was made was carried out since; what it let
// go isn't let go again.
func TestPutBackWithARequestOpen(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol(danaBack, gusBack)
	r.until(r.now().Add(time.Minute))
	r.do(order(sequences.VerbPause, danaBack))
	for _, ask := range []engine.Ask{order(sequences.VerbResume, danaBack), order(sequences.VerbStop, gusBack)} {
		if _, err := engine.Submit(t.Context(), r.ledger, "test", ask, r.now()); err != nil {
			t.Fatal(err)
		}
	}
	r.backup()
	r.ends(day(9, 1), "takes longest")
	r.emptySent()
	before := r.lastRequest()
	r.putBack()
	r.ends(day(9, 30), "takes longest")
	if after := r.lastRequest(); after <= before {
		t.Errorf("request %d comes after request %d, which named events", after, before)
	}
	if state, _ := r.state(gusBack); state != sequences.StateStopped {
		t.Errorf("gus is %s: a word that stops is kept", state)
	}
}

// What was on its way when the copy was made may have gone out a moment later: it
// counts as what a crash left behind by no means.
func TestPutBackWithAMailOnItsWay(t *testing.T) {
	t.Parallel()
	for _, marked := range []bool{false, true} {
		s := newStage(t)
		s.enrol(dana)
		s.begin()
		copied := filepath.Join(t.TempDir(), "copy.db")
		s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
			if marked {
				defer func() { _, _ = s.ledger.Backup(t.Context(), copied) }()
			} else if _, err := s.ledger.Backup(t.Context(), copied); err != nil {
				t.Error(err)
			}
			return accept(check)
		}
		s.send()
		if s.got(dana) != 1 {
			t.Fatal("nothing went out")
		}
		l, err := ledger.Open(t.Context(), copied)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		s.ledger, s.now = l, s.now.Add(time.Hour)
		if _, err := engine.MarkPutBack(t.Context(), l, s.now); err != nil {
			t.Fatal(err)
		}
		s.restart()
		if _, err := s.HoldPutBack(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.Recover(t.Context(), "ana"); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			s.now = s.now.Add(20 * time.Minute)
			s.decide()
			s.send()
		}
		if s.got(dana) != 1 {
			t.Errorf("marked %t: dana got %d mails", marked, s.got(dana))
		}
		if state := s.state(dana); state != sequences.StateHeld {
			t.Errorf("marked %t: dana is %s", marked, state)
		}
		if !marked {
			continue
		}
		// It was in doubt then, too; and what came behind it may be out as well.
		if a := s.do(order(sequences.VerbWasSent, dana)); !a.OK {
			t.Error(a.Text)
		}
		s.now = s.now.AddDate(0, 0, 14)
		s.decide()
		s.send()
		if s.got(dana) != 1 || s.state(dana) != sequences.StateHeld {
			t.Errorf("dana got %d mails, and is %s", s.got(dana), s.state(dana))
		}
	}
}

// The mail that ended a snooze goes out once, and the sequence goes on behind it.
func TestPutBackBeforeASnoozeEnded(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol(danaBack)
	r.until(day(9, 1))
	r.answersFrom(danaBack, "Please write to me on 10 September 2026.", "X-Note: none")
	r.until(day(9, 2))
	if state, code := r.state(danaBack); state != sequences.StateSnoozed {
		t.Fatalf("dana is %s (%s)", state, code)
	}
	r.backup()
	r.ends(day(9, 11), "takes longest", "changed since")
	r.putBack()
	r.ends(day(10, 9), "takes longest", "changed since", "What has changed?", "close the file")
}

// A sequence that waits behind another one, of which a mail went out since.
func TestPutBackBeforeTheNextSequenceBegan(t *testing.T) {
	t.Parallel()
	for _, kept := range []bool{true, false} {
		r := newRig(t, rigOptions{})
		short := func() {
			r.edit(func(s *sequences.Sequence) { s.Steps = s.Steps[:1] })
			rules := r.engine.Rules()
			second := rules.Plan.Sequences["intro"]
			second.Name, second.Steps = "more", []sequences.Step{{ID: "again", Template: "three", Subject: "Once more", Objective: "o", Value: "d"}}
			rules.Plan.Sequences["more"] = second
			r.engine.SetRules(engine.NewRules(rules.Plan, rules.Templates))
		}
		short()
		r.enrol(danaBack)
		r.until(r.now().Add(time.Minute))
		a := r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: danaBack, Sequence: "more", Reason: "asked us", Source: "fair", Queue: true}}})
		if a.Results[0].What != engine.WasEnrolled {
			t.Fatalf("not enrolled: %+v", a)
		}
		r.backup()
		r.until(day(9, 10))
		if n := len(r.got(danaBack)); n != 2 {
			t.Fatalf("%d mails went out, want 2: %s", n, r.reasons(danaBack))
		}
		if !kept { // of the second sequence
			mails, err := r.lab.Mails("ana", "Sent")
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range mails {
				if bytes.Contains(m.Raw, []byte("close the file")) {
					if err := r.lab.Expunge("ana", "Sent", m.UID); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		r.putBack()
		short()
		r.until(day(10, 9))
		if n := len(r.got(danaBack)); n != 2 {
			t.Errorf("kept %t: %d mails went out", kept, n)
		}
		p := r.person(danaBack)
		if live := p.Live(); kept && live != nil || !kept && (live == nil || live.Sequence != "more" || live.Why.Code != sequences.CodePutBack) {
			t.Errorf("kept %t: dana is in %+v", kept, live)
		}
		r.sound()
	}
}

// An edit that brought a mail forward since the copy was made, so that it went out:
// its moment in the copy is still ahead.
func TestPutBackBeforeAnEdit(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	soon := func(s *sequences.Sequence) { s.Steps[1].Wait = sequences.Wait{BusinessDays: 2} }
	r.edit(func(s *sequences.Sequence) { s.Steps[1].Wait = sequences.Wait{BusinessDays: 15} })
	r.enrol(danaBack)
	r.until(day(9, 1))
	r.backup()
	r.edit(soon)
	r.ends(day(9, 6), "takes longest", "What has changed?")
	if held := r.putBackBlind(); len(held) != 0 {
		t.Errorf("held are %q", held)
	}
	r.edit(soon)
	r.ends(day(9, 30), "takes longest", "What has changed?")
	if state, code := r.state(danaBack); state != sequences.StateHeld || code != sequences.CodePutBack {
		t.Errorf("dana is %s (%s)", state, code)
	}
	r.sound()
}

// A mail that waited for the owner's yes when the copy was made: the yes that came
// since isn't said again.
func TestPutBackBeforeAYes(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
	r.enrol(danaBack)
	r.until(time.Date(2026, 9, 1, 9, 1, 0, 0, time.UTC))
	r.backup()
	r.do(order(sequences.VerbApprove, danaBack))
	r.ends(day(9, 1), "takes longest")
	if held := r.putBackBlind(); len(held) != 1 {
		t.Errorf("held are %q", held)
	}
	if a := r.do(order(sequences.VerbApprove, danaBack)); a.OK {
		t.Errorf("approved: %s", a.Text)
	}
	r.ends(day(9, 2), "takes longest")
}

// A gap that was filled since the copy was made let the mail go; filled once more, it
// doesn't.
func TestPutBackBeforeAGapWasFilled(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: danaBack, Sequence: "intro", Reason: "asked us", Source: "fair", Fields: map[string]string{"first_name": "Dana"}}}})
	r.until(time.Date(2026, 9, 1, 9, 1, 0, 0, time.UTC))
	if _, code := r.state(danaBack); code != sequences.CodeHole {
		t.Fatalf("dana waits for %s", code)
	}
	r.backup()
	fill := engine.Ask{Verb: string(sequences.VerbFields), Address: danaBack, Order: map[string]string{"company": "Acme"}}
	r.do(fill)
	r.ends(day(9, 1), "takes longest")
	r.putBackBlind()
	r.do(fill)
	r.ends(day(9, 30), "takes longest")
}

// Somebody whom a mail in a sequence's folder enrolled since the copy was made is
// enrolled by it again, and held: what they got is not known.
func TestPutBackBeforeAMailWasPutIntoAFolder(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	r.backup()
	r.inFolder(raw)
	r.ends(day(9, 8), "What has changed?")
	r.putBackBlind()
	r.ends(day(9, 30), "What has changed?")
	if note := r.lastNote(); !strings.Contains(note, "is in intro now") || !strings.Contains(note, "But the ledger was put back") {
		t.Errorf("the note is %s", note)
	}
}

// Words of the owner's that came by mail since the copy was made are heard again;
// those that can cause mail are not carried out.
func TestWordsOfBeforeThePutBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, authedBy)
	if _, err := d.Do(t.Context(), "test", order(sequences.VerbPause, "dana@acme.example")); err != nil {
		t.Fatal(err)
	}
	if _, err := engine.MarkPutBack(t.Context(), d.ledger, d.now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	d.restart()
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("resume 1\nsuppress 2\n")})
	if p := d.person("dana@acme.example"); p.Turn == nil {
		t.Error("dana is resumed by a word of before")
	}
	if p := d.person("bo@ink.example"); p.Suppressed == nil {
		t.Error("bo is not suppressed by a word of before")
	}
	if told := strings.Join(d.told("receipt"), "\n"); !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(told, "=\r\n", "")), " "), "may have been carried out since") {
		t.Errorf("told is %s", told)
	}
	d.now = d.now.Add(2 * time.Hour)
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: strings.Replace(fromSent("resume 1\n"), "<answer-1@", "<answer-2@", 1)})
	if p := d.person("dana@acme.example"); p.Turn != nil {
		t.Errorf("dana is not resumed by a word of after: %+v", p.Turn)
	}
}

// An answer that cites a mail tells that it went out, but not when: the next one may
// have been due long before the answer came.
func TestAnAnswerTellsNotWhen(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{}, day(9, 8), danaBack)
	r.emptySent()
	r.answersFrom(danaBack, "This is an automatic confirmation that we have received your message.", "Auto-Submitted: auto-replied",
		"In-Reply-To: <"+r.got(danaBack)[0].MessageID+">")
	r.putBack()
	r.ends(day(9, 30), "takes longest", "What has changed?")
	if p := r.person(danaBack); p.Enrolments[0].Step != "second" || p.Enrolments[0].Why.Code != sequences.CodePutBack {
		t.Errorf("dana is %+v", p.Enrolments[0])
	}
	r.sound()
}

// A mail of ours that lies anywhere but in Sent may have been a draft: it proves
// nothing, and holds whom it names.
func TestACopyThatProvesNothing(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Done"}); err != nil {
		t.Fatal(err)
	}
	r.enrol(danaBack)
	r.until(r.now().Add(time.Minute))
	r.backup()
	r.until(day(9, 1))
	r.emptySent()
	if _, err := r.lab.Deliver("ana", "Done", r.got(danaBack)[0].Raw, r.now()); err != nil {
		t.Fatal(err)
	}
	r.goOn(r.copied)
	r.ends(day(9, 30), "takes longest")
	if _, code := r.state(danaBack); code != sequences.CodeStray || !strings.Contains(r.reasons(danaBack), `the mail of step "first" lies in the folder Done`) {
		t.Errorf("dana is held for %s: %s", code, r.reasons(danaBack))
	}
	if note := r.toldLast(); !strings.Contains(note, "problem") {
		t.Errorf("told is %s", note)
	}
	r.sound()
}

// What waited in the outbox when the copy was made is found in Sent, where followupd
// put it itself: that says nothing of the server, which still keeps no copies.
func TestPutBackWithAMailInTheOutbox(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{notLive: true})
	r.enrol(danaBack)
	r.until(time.Date(2026, 9, 1, 9, 10, 0, 0, time.UTC))
	if state, _ := r.state(danaBack); state != sequences.StateQueued {
		t.Fatalf("dana is %s", state)
	}
	r.backup()
	r.options = rigOptions{}
	r.goOn(r.ledger.Path())
	r.ends(day(9, 2), "takes longest")
	r.putBack()
	r.ends(day(9, 30), "takes longest", "What has changed?", "close the file")
	mails, err := r.lab.Mails("ana", "Sent")
	if err != nil {
		t.Fatal(err)
	}
	mails = slices.DeleteFunc(mails, func(m maillab.Mail) bool { return !bytes.Contains(m.Raw, []byte("To: \"dana Doe\"")) })
	if len(mails) != 3 {
		t.Errorf("%d mails lie in Sent, want all 3", len(mails))
	}
	r.sound()
}

// A copy that was marked, and cut short before anybody was held, holds them before
// anything else; and the mails to the owner have other names than those before.
func TestPutBackCutShort(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{}, day(9, 8), danaBack)
	r.emptySent()
	l, err := ledger.Open(t.Context(), r.copied)
	if err != nil {
		t.Fatal(err)
	}
	secrets := make([][]byte, 2)
	for i := range secrets {
		if err := l.Read(t.Context(), func(t *ledger.Tx) (err error) { secrets[i], err = engine.TellingSecret(t); return err }); err != nil {
			t.Fatal(err)
		}
		if _, err := engine.MarkPutBack(t.Context(), l, r.now()); err != nil {
			t.Fatal(err)
		}
	}
	if bytes.Equal(secrets[0], secrets[1]) || len(secrets[1]) == 0 {
		t.Error("the mails to the owner are named as before")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	r.goOn(r.copied)
	r.ends(day(9, 30), "takes longest", "What has changed?")
}

// Once the owner lets a mailbox send on that paused for a mail made elsewhere, others
// of before then don't pause it again.
func TestResumedAfterAMailMadeElsewhere(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{}, day(9, 1), danaBack, gusBack)
	r.emptySent()
	r.goOn(r.copied)
	for i, address := range []string{danaBack, gusBack} {
		if _, err := r.lab.Deliver("ana", "Sent", r.got(address)[0].Raw, r.got(address)[0].At); err != nil {
			t.Fatal(err)
		}
		r.until(r.now().Add(time.Hour))
		if r.paused() != (i == 0) {
			t.Errorf("mail %d: the mailbox is paused: %t", i+1, r.paused())
		}
		r.do(engine.Ask{Verb: engine.VerbResumeMailbox, Address: "ana"})
	}
	r.ends(day(9, 30), "takes longest", "What has changed?", "close the file")
	r.gotOnce(gusBack, "takes longest", "What has changed?", "close the file")
}

// What stands behind the @ of an id may come back otherwise than it went out. The
// mail is one of this ledger all the same, and pauses nothing.
func TestAnIDThatCameBackChanged(t *testing.T) {
	t.Parallel()
	for _, role := range []mailbox.Role{mailbox.RoleInbox, mailbox.RoleSent} {
		s := newStage(t)
		s.enrol(dana)
		s.begin()
		s.send()
		changed, _, _ := strings.Cut(s.out(dana).MessageID, "@")
		changed += "@relay.example"
		if role == mailbox.RoleInbox {
			s.arrives(role, s.letter(dana, "Re: Quotes", "What would that cost for five people?", "In-Reply-To: <"+changed+">"))
		} else {
			s.arrives(role, fmt.Appendf(nil, "From: ana@lima.example\r\nTo: %s\r\nSubject: Quotes at Acme\r\nDate: %s\r\nMessage-ID: <%s>\r\n\r\nWhat takes longest?\r\n", dana, s.now.Format(time.RFC1123Z), changed))
		}
		s.read(func(tx *ledger.Tx) error {
			b, err := engine.ReadBreaker(tx, "ana")
			if err == nil && b.Open(s.now) {
				t.Errorf("%s: the mailbox is paused: %s", role, b.Reason.Text)
			}
			return err
		})
		if role == mailbox.RoleSent {
			if out := s.out(dana); out.ThreadID() != changed || s.person(dana).Turn != nil {
				t.Errorf("the mail is known by %s, and dana is %s", out.ThreadID(), s.state(dana))
			}
		}
	}
}

// Among the steps of everybody only an id is looked for that may be of a prospect's
// mail: the owner answers mails to themselves all the time.
func TestAnAnswerOfTheOwnersIsLookedForNowhere(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, authedBy)
	err := d.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		others, err := engine.NotToOwner(tx, ownersID, "abcdefghijklmnopqrstuvwxyz234567@lima.example")
		if len(others) != 1 || others[0] == ownersID {
			t.Errorf("looked for are %q", others)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A mail in doubt that the owner has sent again, and whose first copy is seen in Sent
// after all, was made here: no other followupd is at work.
func TestACopyOfAMailThatIsToBeSentAgain(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.uncertain()
	s.send()
	raw := s.out(dana).Bytes
	s.now = s.now.Add(20 * time.Minute)
	s.decide()
	if a := s.do(order(sequences.VerbSendAgain, dana)); !a.OK {
		t.Fatal(a.Text)
	}
	s.arrives(mailbox.RoleSent, raw)
	s.read(func(tx *ledger.Tx) error {
		b, err := engine.ReadBreaker(tx, "ana")
		if err == nil && b.Open(s.now) {
			t.Errorf("the mailbox is paused: %s", b.Reason.Text)
		}
		return err
	})
	s.send()
	if out := s.out(dana); out.State != ledger.OutSent || s.got(dana) != 0 {
		t.Errorf("the mail is %s, and goes out %d times more", out.State, s.got(dana))
	}
}

// Who is held since the ledger was put back goes on once their mail is found in Sent,
// but not where a colleague answered, or the owner paused them, meanwhile.
func TestPutBackAndStoppedBeforeTheMailIsFound(t *testing.T) {
	t.Parallel()
	for _, what := range []string{"nothing", "a colleague", "a pause"} {
		r := sentSince(t, rigOptions{}, day(9, 2), danaBack)
		if what == "a colleague" {
			r.answersFrom("kim@acme.example", "Dana showed me your mail. What would that cost for five people?", "X-Note: none")
		}
		if held := r.putBack(); len(held) != 1 {
			t.Fatalf("held are %q", held)
		}
		if what == "a pause" {
			if a := r.do(order(sequences.VerbPause, danaBack)); !a.OK {
				t.Errorf("not paused: %s", a.Text)
			}
			if why := r.person(danaBack).Enrolments[0].Why.Text; !strings.Contains(why, "you paused it; and the ledger was put back") || !strings.Contains(why, "Look into your Sent folder") {
				t.Errorf("dana is held for %s", why)
			}
		}
		r.until(day(9, 30))
		want := []string{"takes longest"}
		if what == "nothing" {
			want = append(want, "What has changed?", "close the file")
		}
		r.gotOnce(danaBack, want...)
		r.sound()
	}
}

// A mail that becomes known after the one behind it brings nothing forward.
func TestAMailThatIsFoundAfterTheNext(t *testing.T) {
	t.Parallel()
	r := sentSince(t, rigOptions{}, day(9, 8), danaBack)
	// The inbox is read before Sent.
	r.answersFrom(danaBack, "This is an automatic confirmation that we have received your message.", "Auto-Submitted: auto-replied",
		"In-Reply-To: <"+r.got(danaBack)[1].MessageID+">")
	r.putBack()
	r.until(day(9, 9))
	if a := r.do(order(sequences.VerbResume, danaBack)); !a.OK {
		t.Fatal(a.Text)
	}
	r.ends(day(9, 30), "takes longest", "What has changed?", "close the file")
	if at := r.got(danaBack)[2].At; at.Before(day(9, 11)) {
		t.Errorf("the third mail came at %v, not 5 business days after the second", at)
	}
	r.sound()
}
