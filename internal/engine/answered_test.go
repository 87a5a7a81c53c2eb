package engine_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
	"followupd/templates"
)

// askingRules are a sequence whose first mail offers to send something, and whose
// second asks for a call.
func askingRules(t *testing.T, approval sequences.Approval) engine.Rules {
	t.Helper()
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md": []byte("---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nI have a list for {{ .company }}.\n\nShall I send you the list?\n\n{{ .sender.name }}\n"),
		"two.md": []byte("---\nsubject: Thursday\n---\nHi {{ .first_name }},\n\nMay I call you on Thursday?\n\n{{ .sender.name }}\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	seq := sequences.Sequence{Name: "intro", Mailbox: "ana", Approval: approval, Window: sequences.Window{From: 9 * 60, To: 12 * 60}, Steps: []sequences.Step{
		{ID: "first", Template: "one", Objective: "o", Value: "a"},
		{ID: "second", Wait: sequences.Wait{BusinessDays: 3}, Template: "two", Objective: "o", Value: "b"},
		{ID: "third", Wait: sequences.Wait{BusinessDays: 60}, Template: "one", Objective: "o", Value: "c"},
	}}
	return engine.NewRules(sequences.Plan{Sequences: map[string]sequences.Sequence{"intro": seq}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "UTC"}}}, set)
}

// asking is a rig that has written to dana by a day of September.
func asking(t *testing.T, o rigOptions, upTo int) *rig {
	t.Helper()
	r := newRig(t, o)
	r.engine.SetRules(askingRules(t, o.approval))
	r.enrol("dana@acme.example")
	r.until(day(9, upTo))
	return r
}

// answers has a mail arrive, and says how it was read.
func (r *rig) answers(raw []byte) ledger.Mail {
	r.t.Helper()
	if _, err := r.lab.Deliver("ana", "INBOX", raw, r.now()); err != nil {
		r.t.Fatal(err)
	}
	r.until(r.now().Add(time.Hour))
	var all []ledger.Mail
	err := r.ledger.Read(r.t.Context(), func(tx *ledger.Tx) (err error) {
		id, err := tx.PersonByAddress("dana@acme.example")
		if err == nil {
			all, err = tx.PersonMails(id)
		}
		return err
	})
	if err != nil || len(all) == 0 {
		r.t.Fatal("nothing was taken in", err)
	}
	return all[len(all)-1]
}

// idOf is the Message-ID of a mail, in its angle brackets.
func idOf(raw []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	return m.Header.Get("Message-Id")
}

func bare(m maillab.Received, text string, at time.Time) []byte {
	return maillab.Answer(m, "", text, maillab.Bare)(at)
}

// A few words that quote nothing are read by the mail that they answer.
func TestAnswersWithoutAQuote(t *testing.T) {
	t.Parallel()
	fresh := func(text string) func(*rig) []byte {
		return func(r *rig) []byte {
			return maillab.Fresh("dana@acme.example", "ana@lima.example", "Quotes", text)(r.now())
		}
	}
	to := func(n int, text string) func(*rig) []byte {
		return func(r *rig) []byte { return bare(r.got("dana@acme.example")[n], text, r.now()) }
	}
	for _, tt := range []struct {
		name        string
		personality maillab.Personality
		upTo        int
		byHand      string // what the owner wrote by hand after that
		answer      func(*rig) []byte
		want        replies.Intent
	}{
		{name: "to the one mail", upTo: 1, answer: to(0, "Yes please"), want: replies.IntentInterested},
		{name: "that cites nothing", upTo: 1, answer: fresh("Yes please"), want: replies.IntentInterested},
		{name: "that refuses", upTo: 1, byHand: "Dana, which part of a quote takes longest: the details, the price or the sign-off?", answer: fresh("No"), want: replies.IntentNotInterested},
		{name: "that refuses in doubt", upTo: 1, byHand: "Dana, which part of a quote takes longest: the details, the price or the sign-off?", answer: fresh("Non"), want: replies.IntentUnclear},
		{name: "that is no to an end", upTo: 1, byHand: "Dana, shall I stop writing to you?", answer: fresh("No"), want: replies.IntentUnclear},
		{name: "to the older of two", upTo: 7, answer: to(0, "Yes please"), want: replies.IntentInterested},
		{name: "to the newer of two", upTo: 7, answer: to(1, "Yes please"), want: replies.IntentMeeting},
		{name: "that cites neither of two", upTo: 7, answer: fresh("Yes please"), want: replies.IntentMeeting},
		{name: "to the older of two, without In-Reply-To", upTo: 7, answer: func(r *rig) []byte {
			return bytes.Replace(to(0, "Yes please")(r), []byte("In-Reply-To:"), []byte("X-In-Reply-To:"), 1)
		}, want: replies.IntentInterested},
		{name: "that cites ours first", upTo: 1, answer: func(r *rig) []byte {
			m := r.got("dana@acme.example")[0]
			return bytes.Replace(bare(m, "Yes please", r.now()), []byte("References: "), []byte("References: "+m.MessageID+" <kim@acme.example>\r\nX-References: "), 1)
		}, want: replies.IntentInterested},
		{name: "after a mail of their own", upTo: 1, answer: func(r *rig) []byte {
			r.answers(fresh("May I call you on Thursday?")(r))
			return fresh("Yes please")(r)
		}, want: replies.IntentInterested},
		{name: "to an id that nobody saw", personality: maillab.Personality{RewriteMessageID: true}, upTo: 1, answer: to(0, "Yes please"), want: replies.IntentInterested},
		{name: "that repeats our words", upTo: 1, byHand: "Dana, which is it?\n\n1 - Please send me the list\n2 - No, leave me alone from now on", answer: fresh("2 - No, leave me alone from now on"),
			want: replies.IntentOptOut},
		{name: "that picks from a list", upTo: 1, byHand: "Dana, which is it?\n\n1 - Please send me the list\n2 - No, leave me alone from now on", answer: fresh("2"),
			want: replies.IntentOptOut},
		{name: "to another's mail", upTo: 1, answer: func(r *rig) []byte {
			m := r.got("dana@acme.example")[0]
			m.Raw, m.MessageID = maillab.Fresh("kim@acme.example", "dana@acme.example", "Lunch?", "At one?")(r.now()), "<kim@acme.example>"
			return bare(m, "Yes please", r.now())
		}, want: replies.IntentUnclear},
		{name: "to another's answer", upTo: 1, answer: func(r *rig) []byte {
			m := r.got("dana@acme.example")[0]
			return bytes.Replace(bare(m, "Yes please", r.now()), []byte("In-Reply-To: "+m.MessageID), []byte("In-Reply-To: <kim@acme.example>"), 1)
		}, want: replies.IntentUnclear},
		{name: "after a mail by hand", upTo: 1, byHand: "Dana, may I call you on Thursday?", answer: fresh("Yes please"), want: replies.IntentMeeting},
		{name: "after a mail by hand without words", upTo: 1, byHand: "\n", answer: fresh("Yes please"), want: replies.IntentUnclear},
		{name: "after ours, which came after a mail by hand", upTo: 1, byHand: "Dana, shall I send you the list?", answer: func(r *rig) []byte {
			r.do(order(sequences.VerbResume, "dana@acme.example"))
			r.until(day(9, 10))
			if len(r.got("dana@acme.example")) != 2 {
				r.t.Fatal("nothing went out after the mail by hand")
			}
			return fresh("Yes please")(r)
		}, want: replies.IntentMeeting},
		{name: "to ours, after a mail by hand", upTo: 1, byHand: "Dana, may I call you on Thursday?", answer: to(0, "Yes please"), want: replies.IntentInterested},
		{name: "to a mail by hand", upTo: 1, byHand: "Dana, may I call you on Thursday?", answer: func(r *rig) []byte {
			sent, err := r.lab.Mails("ana", "Sent")
			if err != nil {
				r.t.Fatal(err)
			}
			m := r.got("dana@acme.example")[0]
			m.MessageID = idOf(sent[len(sent)-1].Raw)
			return bare(m, "Yes please", r.now())
		}, want: replies.IntentMeeting},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := asking(t, rigOptions{personality: tt.personality}, tt.upTo)
			if tt.byHand != "" {
				r.inSent(maillab.Fresh("ana@lima.example", "dana@acme.example", "by hand", tt.byHand)(r.now()))
				r.until(r.now().Add(time.Hour))
			}
			got := r.answers(tt.answer(r))
			if got.Intent != string(tt.want) {
				t.Fatalf("read as %s, want %s: %s", got.Intent, tt.want, got.Reading)
			}
			state, code := r.state("dana@acme.example")
			if answered := state == sequences.StateAnswered; answered != (tt.want != replies.IntentUnclear) && tt.byHand == "" {
				t.Errorf("the sequence is %s (%s)", state, code)
			}
		})
	}
}

// A draft that the owner sent is known by their words: those of its copy in Sent.
func TestAnswersToADraft(t *testing.T) {
	t.Parallel()
	const offer, changed = "Shall I send you the list?", "May I call you on Thursday about the quinces?"
	nothingOfOurs := func(raw []byte) []byte {
		var kept [][]byte
		for _, line := range bytes.SplitAfter(raw, []byte("\r\n")) {
			if !bytes.HasPrefix(line, []byte("References:")) && !bytes.HasPrefix(line, []byte("X-Followupd-ID:")) && !bytes.HasPrefix(line, []byte(" <")) {
				kept = append(kept, line)
			}
		}
		return bytes.Replace(bytes.Join(kept, nil), []byte("Message-ID: <"), []byte("Message-ID: <other-"), 1)
	}
	for _, tt := range []struct {
		name   string
		sent   func([]byte) []byte
		noCopy bool
		byHand string // what the owner wrote after that
		want   replies.Intent
	}{
		{name: "as it was", sent: bytes.Clone, want: replies.IntentInterested},
		{name: "as it was, and the owner wrote once more", sent: bytes.Clone, byHand: changed, want: replies.IntentInterested},
		{name: "changed", sent: func(raw []byte) []byte { return bytes.Replace(raw, []byte(offer), []byte(changed), 1) }, want: replies.IntentMeeting},
		{name: "changed, and nothing of ours is left", sent: func(raw []byte) []byte {
			return nothingOfOurs(bytes.Replace(raw, []byte(offer), []byte(changed), 1))
		}, want: replies.IntentMeeting},
		{name: "that nobody saw in Sent", sent: bytes.Clone, noCopy: true, want: replies.IntentUnclear},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := asking(t, rigOptions{approval: sequences.ApprovalDraft}, 1)
			drafts := r.drafts()
			if len(drafts) != 1 || !bytes.Contains(drafts[0].Raw, []byte(offer)) {
				t.Fatalf("%d drafts; want the one that offers", len(drafts))
			}
			r.deleteDraft(drafts[0])
			sent := tt.sent(drafts[0].Raw)
			if !tt.noCopy {
				r.inSent(sent)
				r.until(r.now().Add(time.Hour))
			}
			if tt.byHand != "" {
				r.inSent(maillab.Fresh("ana@lima.example", "dana@acme.example", "by hand", tt.byHand)(r.now()))
				r.until(r.now().Add(time.Hour))
			}
			m := maillab.Received{Recipient: "dana@acme.example", From: "ana@lima.example", Raw: sent, MessageID: idOf(sent)}
			if got := r.answers(bare(m, "Yes please", r.now())); got.Intent != string(tt.want) {
				t.Fatalf("read as %s, want %s: %s", got.Intent, tt.want, got.Reading)
			}
			if a := r.do(engine.Ask{Verb: engine.VerbForget, Address: "dana@acme.example"}); !a.OK {
				t.Fatalf("not forgotten: %+v", a)
			}
			for _, text := range []string{changed, "I have a list for acme.example"} {
				if files := r.remains(text); len(files) > 0 {
					t.Errorf("%q is still in %v", text, files)
				}
			}
		})
	}
}

// What the owner writes by hand is theirs, also where it says again what our mail
// said.
func TestAMailByHandKeepsItsWords(t *testing.T) {
	t.Parallel()
	const again = "I have a list for acme.example."
	r := asking(t, rigOptions{}, 1)
	m := r.got("dana@acme.example")[0]
	r.inSent(maillab.Answer(maillab.Received{Recipient: "ana@lima.example", From: "dana@acme.example", Raw: m.Raw, MessageID: m.MessageID}, "", "Dana, once more:\n\n"+again, maillab.Bare)(r.now()))
	got := r.answers(maillab.Fresh("newsletter@x.example", "ana@lima.example", "news", "News.")(r.now()))
	if got.Sender != "ana@lima.example" || !strings.Contains(got.NewText, again) {
		t.Errorf("of the mail of %s is kept %q", got.Sender, got.NewText)
	}
}

// What was sent to somebody is gone once they are forgotten, and once texts were
// kept for long enough: an answer is then read by its own words.
func TestWhatWasSentIsForgotten(t *testing.T) {
	t.Parallel()
	const said = "I have a list for acme.example" // the template doesn't hold it
	r := asking(t, rigOptions{}, 1)
	if got := r.answers(bare(r.got("dana@acme.example")[0], "Yes please", r.now())); got.Intent != string(replies.IntentInterested) || len(r.remains(said)) == 0 {
		t.Fatalf("read as %s; %q is in %v", got.Intent, said, r.remains(said))
	}
	if a := r.do(engine.Ask{Verb: engine.VerbForget, Address: "dana@acme.example"}); !a.OK {
		t.Fatalf("not forgotten: %+v", a)
	}
	if files := r.remains(said); len(files) > 0 {
		t.Errorf("%q is still in %v", said, files)
	}

	r = asking(t, rigOptions{retention: engine.Retention{Texts: 30 * 24 * time.Hour}}, 7)
	if len(r.remains(said)) == 0 {
		t.Fatal("the text is gone at once: the test tests nothing")
	}
	r.until(day(11, 1))
	if files := r.remains(said); len(files) > 0 {
		t.Errorf("after two months %q is still in %v", said, files)
	}
	if got := r.answers(bare(r.got("dana@acme.example")[0], "Yes please", r.now())); got.Intent != string(replies.IntentUnclear) {
		t.Errorf("read as %s, with no text to read it by: %s", got.Intent, got.Reading)
	}
}

func TestLastPart(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{
		{"one\ntwo\nthree", 13, "one\ntwo\nthree"},
		{"one\ntwo\nthree", 12, "two\nthree"},
		{"one\ntwo\nthree", 9, "three"},
		{"größer", 6, "ößer"},
		{"größer", 5, "ßer"},
		{"größer", 3, "er"},
	} {
		if got := engine.LastPart(tt.text, tt.n); got != tt.want {
			t.Errorf("the last %d bytes of %q are %q, want %q", tt.n, tt.text, got, tt.want)
		}
	}
}

// An answer that cites nothing is one to what its own mailbox has sent lately.
func TestAnswersThatCiteNothing(t *testing.T) {
	t.Parallel()
	const list, call = "I have a list. Shall I send you the list?", "May I call you on Thursday?"
	type sent struct {
		box, text string
		days      int // ago
		state     ledger.OutState
	}
	for _, tt := range []struct {
		name   string
		sent   []sent
		byHand string // what the owner wrote from ana yesterday
		want   replies.Intent
	}{
		{"to the newest", []sent{{"ben", list, 2, ledger.OutSent}, {"ben", call, 1, ledger.OutSent}}, "", replies.IntentMeeting},
		{"to the mailbox that wrote first", []sent{{"ben", list, 2, ledger.OutSent}, {"ana", call, 1, ledger.OutSent}}, "", replies.IntentInterested},
		{"to a mailbox that has not written", []sent{{"ana", call, 1, ledger.OutSent}}, "", replies.IntentUnclear},
		{"after one that may not have gone out", []sent{{"ben", list, 2, ledger.OutSent}, {"ben", call, 1, ledger.OutUncertain}}, "", replies.IntentUnclear},
		{"after a month", []sent{{"ben", list, 30, ledger.OutSent}}, "", replies.IntentInterested},
		{"after more than a month", []sent{{"ben", list, 31, ledger.OutSent}}, "", replies.IntentUnclear},
		{"after a mail by hand from another mailbox", []sent{{"ben", list, 2, ledger.OutSent}}, call, replies.IntentInterested},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			for i, s := range tt.sent {
				raw, at := []byte("Subject: x\r\nContent-Type: text/plain\r\n\r\n"+s.text+"\r\n"), d.now.AddDate(0, 0, -s.days)
				err := d.ledger.Write(t.Context(), func(tx *ledger.Tx) error {
					o := ledger.Out{Person: d.people[0], Enrolment: int64(90 + i), Step: "first", Mailbox: s.box, Recipient: "dana@acme.example", Sequence: "intro",
						MessageID: fmt.Sprintf("m%d@lima.example", i), Token: fmt.Sprintf("t%d@lima.example", i), Bytes: raw, QueuedAt: at}
					if err := tx.Queue(o); err != nil {
						return err
					}
					o, err := tx.OutOf(o.Enrolment, o.Step)
					if err != nil {
						return err
					}
					return errors.Join(tx.Commit(o.ID, "x", raw, "", ""), tx.Mark(o.ID, at), tx.Settle(o.ID, s.state, "", at))
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			if tt.byHand != "" {
				d.put(letter{box: "ana", role: mailbox.RoleSent, raw: "From: ana@lima.example\nTo: dana@acme.example\nSubject: x\nMessage-ID: <h@lima.example>\nDate: Mon, 31 Aug 2026 09:00:00 +0000\n\n" + tt.byHand + "\n"})
			}
			d.put(letter{box: "ben", role: mailbox.RoleInbox, raw: "From: Dana Doe <dana@acme.example>\nTo: ben@lima.example\nSubject: list\nMessage-ID: <q@acme.example>\nDate: Tue, 1 Sep 2026 09:00:00 +0000\n\nYes please\n"})
			var all []ledger.Mail
			err := d.ledger.Read(t.Context(), func(tx *ledger.Tx) (err error) {
				all, err = tx.PersonMails(d.people[0])
				return err
			})
			if err != nil || len(all) == 0 {
				t.Fatal("nothing was taken in", err)
			}
			if got := all[len(all)-1]; got.Intent != string(tt.want) {
				t.Errorf("read as %s, want %s: %s", got.Intent, tt.want, got.Reading)
			}
		})
	}
}
