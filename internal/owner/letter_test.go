package owner_test

import (
	"bytes"
	"fmt"
	"net/mail"
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

// hostile is a prospect whose data tries to become headers, text of ours, or
// commands.
func hostile() someone {
	return someone{"Eve\r\nBcc: victim@example.org\r\nX-Followupd-Notice: report", "Mallory\u202egnp.exe\x1b[31m", "Evil\nCorp\u2028\u0085", "eve`reboot`|x@evil.example", "Europe/Madrid"}
}

func hostileMail(t *testing.T, o owner.Options) ledger.OwnerMail {
	w := newWorld(t, "2026-11-09 10:00")
	id := w.enrol(hostile())
	w.send(id)
	m := reply(replies.IntentReferral, said("x\r\ny", "words\r\nX-Evil: 1\x00"))
	m.Referred = &replies.Contact{Name: "Sam\r\n\r\nfor you only", Email: "sam@x.example>\r\nX-Evil: 1", Role: "\x1b[2J"}
	w.arrive(id, m, "Hello\r\n.\r\nFrom: you\r\n-------- for you only, from here on --------\r\n\u2028followupd resume eve\x1b[31m\r\n"+strings.Repeat("long ", 5000))
	return w.announce(owner.New(o))
}

// Whatever a prospect's name, words and signature hold, they stay what they
// are: text, quoted.
func TestNothingBreaksOut(t *testing.T) {
	t.Parallel()
	m := hostileMail(t, options(t))
	header, body := parsed(t, m.Bytes)
	want := []string{"Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "In-Reply-To", "Message-Id", "Mime-Version",
		"References", "Reply-To", "Subject", "To", "X-Followupd-Notice"}
	for name, values := range header {
		if len(values) != 1 || !strings.Contains(strings.Join(want, " "), name) {
			t.Errorf("header %s: %q", name, values)
		}
	}
	if got := header.Get("X-Followupd-Notice"); got != "answer" {
		t.Errorf("the notice is %q", got)
	}
	if i := strings.IndexFunc(body, func(r rune) bool {
		return r != '\n' && (r < ' ' || r == 0x7f || r == '\u202e' || r == '\u2028' || r == '\u0085')
	}); i >= 0 {
		t.Errorf("the text holds %q", body[i:min(i+10, len(body))])
	}
	const line = "-------- for you only, from here on --------"
	lines := strings.Split(body, "\n")
	own := 0
	for _, l := range lines {
		if l == line {
			own++
		}
		if strings.HasPrefix(l, "followupd resume") {
			t.Errorf("a stranger's line stands unquoted: %q", l)
		}
	}
	if own != 1 {
		t.Errorf("%d lines separate what may be passed on", own)
	}
	if !strings.Contains(body, "why 'eve`reboot`|x@evil.example'") {
		t.Error("a command holds an address that a shell would act on")
	}
	if len(m.Bytes) > 20_000 {
		t.Errorf("the mail has %d bytes", len(m.Bytes))
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	w, id := opened(t)
	meets(t, w, id)
	h := owner.New(options(t))
	first := w.announce(h)
	header, _ := parsed(t, first.Bytes)
	for name, want := range map[string]string{
		"From": `"followupd" <ana@lima.example>`, "Reply-To": `"followupd" <ana@lima.example>`, "To": `"Ana Lima" <ana.private@home.example>`,
		"Auto-Submitted": "auto-generated", "X-Followupd-Notice": "answer", "Message-Id": "<" + first.MessageID + ">",
		"Content-Type": "text/plain; charset=UTF-8",
	} {
		if got := header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if strings.Contains(header.Get("To")+header.Get("Reply-To")+header.Get("From"), "acme") {
		t.Error("an answer could reach the prospect")
	}
	if _, err := mail.ParseAddressList(header.Get("To")); err != nil {
		t.Error(err)
	}
	thread := header.Get("References")
	if len(thread) < 40 || !strings.HasSuffix(thread, "@lima.example>") || header.Get("In-Reply-To") != thread || thread == "<"+first.MessageID+">" {
		t.Errorf("the thread is %q, in reply to %q", thread, header.Get("In-Reply-To"))
	}

	// The next mail about the same person: another id, the same thread.
	w.pass(time.Hour)
	w.arrive(id, reply(replies.IntentOptOut), "Stop.")
	second := w.announce(h)
	if header, _ := parsed(t, second.Bytes); header.Get("References") != thread || second.MessageID == first.MessageID || second.Key == first.Key {
		t.Errorf("the second mail: thread %q, id %q, key %q", header.Get("References"), second.MessageID, second.Key)
	}
	// Another person, or another install: another thread.
	w2 := newWorld(t, "2026-11-09 10:00")
	w2.enrol(hostile())
	d := w2.enrol(dana())
	w2.send(d)
	w2.arrive(d, reply(replies.IntentMeeting), "Yes.")
	if header, _ := parsed(t, w2.announce(h).Bytes); header.Get("References") == thread {
		t.Error("two people share a thread")
	}
	o := options(t)
	o.Secret = []byte("another secret")
	if other := w.announce(owner.New(o)); other.MessageID == second.MessageID {
		t.Error("a Message-ID can be guessed without the secret")
	}
}

func TestSameBytesAtEveryTry(t *testing.T) {
	t.Parallel()
	w, id := opened(t)
	meets(t, w, id)
	first := w.announce(owner.New(options(t)))
	for i := range 20 {
		if again := w.announce(owner.New(options(t))); !bytes.Equal(again.Bytes, first.Bytes) || again.Key != first.Key || again.MessageID != first.MessageID {
			t.Fatalf("try %d differs:\n%s\n%s", i, again.Bytes, first.Bytes)
		}
	}
}

// One decision may tell of two enrolments: each has its own mail.
func TestKeysTellCausesApart(t *testing.T) {
	t.Parallel()
	w, id := opened(t)
	w.arrive(id, reply(replies.IntentUnclear), "Hm.")
	h := owner.New(options(t))
	a := w.told[len(w.told)-1]
	keys := map[string]bool{}
	for _, notice := range []sequences.Notice{sequences.NoticeDoubt, sequences.NoticeHistory} {
		for enrolment := range int64(3) {
			a.Notice, a.Enrolment = notice, enrolment
			w.write(func(tx *ledger.Tx) error {
				m, err := h.Announce(tx, a)
				keys[m.Key] = true
				return err
			})
		}
	}
	if len(keys) != 6 {
		t.Errorf("6 causes have %d keys", len(keys))
	}
}

// A mail is made whatever is missing: of an event of any kind, about somebody
// of whom next to nothing is known.
func TestAnnounceIsTotal(t *testing.T) {
	t.Parallel()
	w, _ := opened(t)
	h := owner.New(owner.Options{Email: "ana@lima.example", Secret: []byte("s"), Domain: "lima.example",
		From: func(string) mail.Address { return mail.Address{Address: "ana@lima.example"} }})
	notices := []sequences.Notice{sequences.NoticeAnswer, sequences.NoticeLater, sequences.NoticeDoubt, sequences.NoticeNo, sequences.NoticeOptOut,
		sequences.NoticeLeft, sequences.NoticeColleague, sequences.NoticeHistory, sequences.NoticeUncertain, sequences.NoticeProblem, "one of a later version"}
	events := []sequences.Event{{}, {Mail: &sequences.Mail{Ref: "none"}}, {Mail: &sequences.Mail{Ref: "4711", Kind: replies.KindReply}},
		{Order: &sequences.Order{}}, {Order: &sequences.Order{Intent: replies.IntentLater, Mail: &sequences.Mail{Kind: replies.KindReply}}}, {Step: "gone"}}
	for _, notice := range notices {
		for i, event := range events {
			for _, person := range []sequences.Person{{}, w.people[1]} {
				event.ID = fmt.Sprint("event ", i)
				w.write(func(tx *ledger.Tx) error {
					m, err := h.Announce(tx, announcement(notice, event, person, w.now))
					if err == nil && (m.Subject == "" || len(m.Bytes) == 0) {
						t.Errorf("%s: an empty mail", notice)
					}
					return err
				})
			}
		}
	}
}
