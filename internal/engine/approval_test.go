package engine_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func TestAskedFor(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
	r.enrol("dana@acme.example", "eve@berg.example")
	r.until(day(9, 1))
	if len(r.got("dana@acme.example")) != 0 {
		t.Fatal("a mail went out that nobody said yes to")
	}
	if asked := r.notices(); !slices.Equal(asked, []string{"approve dana Doe", "approve eve Doe"}) {
		t.Errorf("the owner was asked %q", asked)
	}
	if a := r.do(order(sequences.VerbApprove, "dana@acme.example")); !a.OK {
		t.Errorf("the yes was refused: %+v", a)
	}
	r.until(day(9, 3))
	if len(r.got("dana@acme.example")) != 1 || len(r.got("eve@berg.example")) != 0 {
		t.Errorf("dana got %d, eve %d mails; want 1 and 0", len(r.got("dana@acme.example")), len(r.got("eve@berg.example")))
	}
	r.until(day(9, 30))
	if len(r.got("dana@acme.example")) != 1 {
		t.Error("one yes let a second mail out")
	}
}

// drafted is a rig whose first mail to dana lies in Drafts.
func drafted(t *testing.T) (*rig, maillab.Mail) {
	t.Helper()
	r := newRig(t, rigOptions{approval: sequences.ApprovalDraft})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	drafts := r.drafts()
	if len(drafts) != 1 || len(r.got("dana@acme.example")) != 0 {
		t.Fatalf("%d drafts and %d mails; want 1 and none", len(drafts), len(r.got("dana@acme.example")))
	}
	r.until(day(9, 2))
	if again := r.drafts(); len(again) != 1 {
		t.Fatalf("%d drafts a day later, want the one", len(again))
	}
	return r, drafts[0]
}

func (r *rig) drafts() []maillab.Mail {
	r.t.Helper()
	list, err := r.lab.Mails("ana", "Drafts")
	if err != nil {
		r.t.Fatal(err)
	}
	return list
}

func (r *rig) deleteDraft(m maillab.Mail) {
	r.t.Helper()
	if err := r.lab.Expunge("ana", "Drafts", m.UID); err != nil {
		r.t.Fatal(err)
	}
}

func (r *rig) inSent(raw []byte) {
	r.t.Helper()
	if _, err := r.lab.Deliver("ana", "Sent", raw, r.now()); err != nil {
		r.t.Fatal(err)
	}
}

// reworded is a draft as a mail program sends it on: another id, other words.
func reworded(raw []byte) []byte {
	text := strings.Replace(string(raw), "Message-ID: <", "Message-ID: <other-", 1)
	return []byte(strings.Replace(text, "What takes longest?", "What takes the longest, and why?", 1))
}

func TestDraftIsSentByTheOwner(t *testing.T) {
	t.Parallel()
	withoutToken := func(raw []byte) []byte {
		var kept [][]byte
		for _, line := range bytes.SplitAfter(reworded(raw), []byte("\r\n")) {
			if !bytes.HasPrefix(line, []byte("References:")) && !bytes.HasPrefix(line, []byte("X-Followupd-ID:")) && !bytes.HasPrefix(line, []byte(" <")) {
				kept = append(kept, line)
			}
		}
		return bytes.Join(kept, nil)
	}
	for _, tt := range []struct {
		name      string
		becomes   func([]byte) []byte
		seenFirst bool // Sent is read before Drafts
	}{
		{"as it was", bytes.Clone, false},
		{"reworded, under another id", reworded, false},
		{"reworded, and nothing of ours is left but the subject", withoutToken, false},
		{"the same, and Sent is read first", withoutToken, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, m := drafted(t)
			if tt.seenFirst {
				r.inSent(tt.becomes(m.Raw))
				r.deleteDraft(m)
			} else {
				r.deleteDraft(m)
				r.until(r.now().Add(2 * time.Minute))
				r.inSent(tt.becomes(m.Raw))
			}
			r.until(day(9, 3))
			p := r.person("dana@acme.example")
			e := p.Enrolments[0]
			if p.Turn != nil || e.State != sequences.StateScheduled || e.Step != "second" || e.FirstMail() {
				t.Fatalf("it counts as the owner's own mail, or as none: %+v, turn %+v", e, p.Turn)
			}
			r.until(day(9, 10))
			if next := r.drafts(); len(next) != 1 || !bytes.Contains(next[0].Raw, []byte("In-Reply-To:")) {
				t.Errorf("the next draft doesn't go on in the thread: %d drafts", len(next))
			}
		})
	}
}

func TestDraftIsDeleted(t *testing.T) {
	t.Parallel()
	r, m := drafted(t)
	r.deleteDraft(m)
	r.until(r.now().Add(5 * time.Minute))
	if e := r.person("dana@acme.example").Enrolments[0]; !e.Awaits() {
		t.Fatalf("after 5 minutes it is %+v; a mail may still appear in Sent", e)
	}
	r.until(r.now().Add(20 * time.Minute))
	r.until(day(9, 20))
	if e := r.person("dana@acme.example").Enrolments[0]; e.State != sequences.StateStopped || len(r.drafts()) > 0 {
		t.Errorf("no first mail was wanted, and it goes on: %+v", e)
	}
}

// A mail by hand while the draft lies there is the owner's own, and the draft
// is taken back.
func TestOwnMailBesideADraft(t *testing.T) {
	t.Parallel()
	r, _ := drafted(t)
	r.inSent(maillab.Fresh("ana@lima.example", "dana@acme.example", "Quotes at acme.example", "Dana, quick question.")(r.now()))
	r.until(day(9, 3))
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeOwnerWrote {
		t.Errorf("state %s (%s), want held, the owner wrote", state, code)
	}
	if left := r.drafts(); len(left) != 0 {
		t.Error("the draft is still there")
	}
}

func TestDraftIsTakenBackWhenTheyAnswer(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		edited bool
		left   int
	}{{"as we put it there", false, 0}, {"edited by the owner", true, 1}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, m := drafted(t)
			if tt.edited {
				r.deleteDraft(m)
				if _, err := r.lab.Deliver("ana", "Drafts", []byte(strings.Replace(string(m.Raw), "longest?", "longest, Dana?", 1)), r.now()); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh("dana@acme.example", "ana@lima.example", "hello", "What does it cost?")(r.now()), r.now()); err != nil {
				t.Fatal(err)
			}
			r.until(day(9, 3))
			if left := r.drafts(); len(left) != tt.left {
				t.Errorf("%d drafts are left, want %d", len(left), tt.left)
			}
			if state, _ := r.state("dana@acme.example"); state != sequences.StateAnswered {
				t.Errorf("state %s, want answered", state)
			}
		})
	}
}

// The draft and another mail under its subject, both seen at one look: one is
// the step, the other is by hand.
func TestDraftAndAMailByHandAtOnce(t *testing.T) {
	t.Parallel()
	r, m := drafted(t)
	r.deleteDraft(m)
	for _, id := range []string{"one", "two"} {
		r.inSent([]byte("From: ana@lima.example\r\nTo: dana@acme.example\r\nSubject: Quotes at acme.example\r\nMessage-ID: <" + id + "@lima.example>\r\nDate: " +
			r.now().Format(time.RFC1123Z) + "\r\n\r\nDana, " + id + ".\r\n"))
	}
	r.until(day(9, 10))
	if p := r.person("dana@acme.example"); p.Turn == nil {
		t.Errorf("the mail by hand is lost: %+v", p.Enrolments[0])
	}
	if left := r.drafts(); len(left) != 0 {
		t.Errorf("%d drafts, want none: the owner has taken over", len(left))
	}
}

// A draft whose placing was not noted is taken back all the same.
func TestDraftIsTakenBackAfterACrash(t *testing.T) {
	t.Parallel()
	r, _ := drafted(t)
	if err := r.ledger.Write(t.Context(), func(tx *ledger.Tx) error {
		o, err := tx.DraftTo("ana", r.person("dana@acme.example").ID)
		if err != nil {
			return err
		}
		return tx.Settle(o.ID, ledger.OutDrafting, "", time.Time{})
	}); err != nil {
		t.Fatal(err)
	}
	r.do(order(sequences.VerbSuppress, "dana@acme.example"))
	r.until(day(9, 3))
	if left := r.drafts(); len(left) != 0 {
		t.Errorf("%d drafts are left", len(left))
	}
}

// edits make another mail of dana's first.
func edits() map[string]func(r *rig) {
	return map[string]func(r *rig){
		"its template is edited": func(r *rig) {
			files := map[string]string{"one.md": "---\nsubject: Quotes\n---\nHi {{ .first_name }},\n\nPlease pay me, danette.\n"}
			if _, err := r.engine.TakeUp(r.t.Context(), editedRules(r.t, rigRules(r.t, sequences.ApprovalAsk), files)); err != nil {
				r.t.Fatal(err)
			}
		},
		"a field is changed": func(r *rig) {
			r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: "dana@acme.example", Order: map[string]string{"first_name": "danette"}})
		},
	}
}

// A yes is to the mail that was shown: another one is asked for anew.
func TestYesToAnotherMail(t *testing.T) {
	t.Parallel()
	for name, edit := range edits() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
			r.enrol("dana@acme.example")
			r.until(day(9, 1))
			edit(r)
			if a := r.do(order(sequences.VerbApprove, "dana@acme.example")); a.OK || !strings.Contains(a.Text, "asked anew") {
				t.Errorf("the yes counts: %+v", a)
			}
			r.until(day(9, 2))
			if len(r.got("dana@acme.example")) != 0 || len(r.notices()) != 2 {
				t.Fatalf("%d mails and %d questions, want none and 2", len(r.got("dana@acme.example")), len(r.notices()))
			}
			late := order(sequences.VerbApprove, "dana@acme.example")
			if late.Answers = 1; r.do(late).OK {
				t.Error("a yes to the first question counts")
			}
			if a := r.do(order(sequences.VerbApprove, "dana@acme.example")); !a.OK {
				t.Errorf("the yes to what was shown is refused: %+v", a)
			}
			r.until(day(9, 3))
			if got := r.got("dana@acme.example"); len(got) != 1 || !bytes.Contains(got[0].Raw, []byte("danette")) || len(r.notices()) != 2 {
				t.Errorf("%d mails, %d questions", len(got), len(r.notices()))
			}
		})
	}
}

// A late yes to one step says nothing of the next.
func TestYesToAnEarlierStep(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	yes := order(sequences.VerbApprove, "dana@acme.example")
	yes.Answers = 1
	if a := r.do(yes); !a.OK {
		t.Fatalf("%+v", a)
	}
	r.until(day(9, 10))
	if a := r.do(yes); a.OK || len(r.notices()) != 2 {
		t.Errorf("%+v, %d questions", a, len(r.notices()))
	}
	if yes.Answers = 2; !r.do(yes).OK {
		t.Error("the yes to the second step is refused")
	}
	r.until(day(9, 11))
	if n := len(r.got("dana@acme.example")); n != 2 {
		t.Errorf("%d mails, want 2", n)
	}
}

// A draft that is not to be one any more is taken back before its mail goes out.
func TestDraftIsNotToBeOne(t *testing.T) {
	t.Parallel()
	r, _ := drafted(t)
	r.until(time.Date(2026, 9, 3, 10, 0, 0, 0, time.UTC))
	if _, err := r.engine.TakeUp(t.Context(), rigRules(t, sequences.ApprovalNone)); err != nil {
		t.Fatal(err)
	}
	r.until(r.now().Add(time.Minute))
	if len(r.got("dana@acme.example")) != 0 {
		t.Error("it went out at once")
	}
	r.until(r.now().Add(10 * time.Minute))
	if state, code := r.state("dana@acme.example"); len(r.got("dana@acme.example")) != 1 || len(r.drafts()) != 0 || state != sequences.StateScheduled {
		t.Errorf("%d mails, %d drafts; it is %s (%s)", len(r.got("dana@acme.example")), len(r.drafts()), state, code)
	}
}

// A yes holds for the mail that was shown until it goes out: what is edited
// before that is asked for anew, and the time that passes is no edit.
func TestEditedBetweenYesAndSending(t *testing.T) {
	t.Parallel()
	all := edits()
	all["nothing"] = func(*rig) {}
	for name, edit := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
			r.enrol("dana@acme.example")
			r.until(day(9, 1)) // in the evening: it goes out tomorrow
			if a := r.do(order(sequences.VerbApprove, "dana@acme.example")); !a.OK {
				t.Fatalf("%+v", a)
			}
			edit(r)
			r.until(day(9, 2))
			if name == "nothing" {
				if n := len(r.got("dana@acme.example")); n != 1 {
					t.Errorf("%d mails, want 1", n)
				}
				return
			}
			if n, asked := len(r.got("dana@acme.example")), len(r.notices()); n != 0 || asked != 2 {
				t.Fatalf("%d mails and %d questions, want none and 2", n, asked)
			}
			if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeApproval {
				t.Errorf("it is %s (%s)", state, code)
			}
			if a := r.do(order(sequences.VerbApprove, "dana@acme.example")); !a.OK {
				t.Fatalf("%+v", a)
			}
			r.until(day(9, 3))
			if got := r.got("dana@acme.example"); len(got) != 1 || !bytes.Contains(got[0].Raw, []byte("danette")) {
				t.Errorf("%d mails, want the edited one", len(got))
			}
		})
	}
}

// What needs no yes any more is not asked for, though it was edited since.
func TestYesIsNotNeededAnyMore(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	r.do(order(sequences.VerbApprove, "dana@acme.example"))
	files := map[string]string{"one.md": "---\nsubject: Quotes\n---\nHi {{ .first_name }},\n\nWhat takes longest by now?\n"}
	if _, err := r.engine.TakeUp(r.t.Context(), editedRules(r.t, rigRules(r.t, sequences.ApprovalNone), files)); err != nil {
		r.t.Fatal(err)
	}
	r.until(day(9, 2))
	if n, asked := len(r.got("dana@acme.example")), len(r.notices()); n != 1 || asked != 1 {
		t.Errorf("%d mails and %d questions, want one of each", n, asked)
	}
}

// A yes that is said while the mail can't be made is to no mail: the one that can
// be made later is asked for anew.
func TestYesWhileItHasAGap(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{approval: sequences.ApprovalAsk})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	files := map[string]string{"one.md": "---\nsubject: Quotes\n---\nHi {{ .first_name }} of {{ .city }},\n\nPlease pay me.\n"}
	if _, err := r.engine.TakeUp(r.t.Context(), editedRules(r.t, rigRules(r.t, sequences.ApprovalAsk), files)); err != nil {
		r.t.Fatal(err)
	}
	r.do(order(sequences.VerbApprove, "dana@acme.example"))
	r.until(day(9, 2))
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeHole {
		t.Fatalf("it is %s (%s), want it held for its gap", state, code)
	}
	r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: "dana@acme.example", Order: map[string]string{"city": "Porto"}})
	r.do(order(sequences.VerbResume, "dana@acme.example"))
	r.until(day(9, 3))
	if n, asked := len(r.got("dana@acme.example")), r.notices(); n != 0 || !slices.Equal(asked, []string{"approve dana Doe", "problem dana Doe", "approve dana Doe"}) {
		t.Errorf("%d mails, and the owner was told %q; want none and a second question", n, asked)
	}
}

// A draft that is laid anew before the one before it was taken back takes its
// place; what the owner had changed in that one stays.
func TestDraftLaidAnew(t *testing.T) {
	t.Parallel()
	anew := func(r *rig) {
		r.do(order(sequences.VerbStop, "dana@acme.example"))
		r.do(engine.Ask{Verb: string(sequences.VerbFields), Address: "dana@acme.example", Order: map[string]string{"first_name": "danette"}})
		r.do(order(sequences.VerbResume, "dana@acme.example"))
		if err := r.engine.Decide(r.t.Context()); err != nil {
			r.t.Fatal(err)
		}
	}
	t.Run("as it was", func(t *testing.T) {
		t.Parallel()
		r, _ := drafted(t)
		r.set(time.Date(2026, 9, 3, 10, 0, 0, 0, time.UTC))
		anew(r)
		r.until(r.now().Add(5 * time.Minute))
		if got := r.drafts(); len(got) != 1 || !bytes.Contains(got[0].Raw, []byte("danette")) {
			t.Errorf("%d drafts, want one with the new text: %v", len(got), got)
		}
	})
	t.Run("edited by the owner", func(t *testing.T) {
		t.Parallel()
		r, draft := drafted(t)
		mine := bytes.Replace(draft.Raw, []byte("What takes"), []byte("Say, what takes"), 1)
		r.deleteDraft(draft)
		if _, err := r.lab.Deliver("ana", "Drafts", mine, r.now()); err != nil {
			t.Fatal(err)
		}
		r.set(time.Date(2026, 9, 3, 10, 0, 0, 0, time.UTC))
		anew(r)
		r.until(r.now().Add(5 * time.Minute))
		if got := r.drafts(); len(got) != 1 || !bytes.Contains(got[0].Raw, []byte("Say, what takes")) {
			t.Errorf("%d drafts, want the owner's own: %v", len(got), got)
		}
	})
}
