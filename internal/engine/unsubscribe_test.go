package engine_test

import (
	"bytes"
	"net/mail"
	"net/url"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func withUnsubscribe(b *engine.Mailbox) { b.Unsubscribe = true }

// optOut is the address and the subject that a mail's List-Unsubscribe has an
// opt-out go to.
func optOut(t *testing.T, m maillab.Received) (to, subject string) {
	t.Helper()
	parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
	if err != nil {
		t.Fatal(err)
	}
	link, err := url.Parse(strings.Trim(parsed.Header.Get("List-Unsubscribe"), "<>"))
	if err != nil {
		t.Fatal(err)
	}
	to, err = url.PathUnescape(link.Opaque)
	if err != nil || link.Scheme != "mailto" || parsed.Header.Get("List-Unsubscribe-Post") != "" {
		t.Fatalf("List-Unsubscribe is %q (%v)", link, err)
	}
	return to, link.Query().Get("subject")
}

func TestListUnsubscribe(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		from    string
		subject func(token string) string // of "unsubscribe" and the token
		leaves  bool                      // Dana is suppressed
	}{
		{"as it is offered", "dana@acme.example", func(s string) string { return s }, true},
		{"from an address that nobody knows", "d.private@home.example", func(s string) string { return s }, true},
		{"by a colleague whom it was sent on to", "sam@acme.example", func(s string) string { return "Re: Fwd: " + s }, true},
		{"by another prospect", "bo@berg.example", func(s string) string { return s }, true},
		{"by the owner", "ana@lima.example", func(s string) string { return s }, true},
		{"the token alone, in capitals", "x@y.example", func(s string) string {
			_, token, _ := strings.Cut(s, " ")
			return strings.ToUpper(token)
		}, true},
		{"with words around it", "x@y.example", func(s string) string { return "AW: [" + s + "] bitte" }, true},
		{"a forged token", "x@y.example", func(s string) string { return s[:len(s)-4] + "aaaa" }, false},
		{"a token that is too long", "x@y.example", func(s string) string { return s + "a" }, false},
		{"no token", "x@y.example", func(string) string { return "unsubscribe" }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{box: withUnsubscribe})
			r.enrol("dana@acme.example", "kim@acme.example", "bo@berg.example")
			r.until(day(9, 1))
			to, subject := optOut(t, r.got("dana@acme.example")[0])
			if to != "ana@lima.example" || !strings.HasPrefix(subject, "unsubscribe ") {
				t.Fatalf("it goes to %s with the subject %q", to, subject)
			}
			if _, other := optOut(t, r.got("kim@acme.example")[0]); other == subject {
				t.Error("two people have one token")
			}
			r.start(rigOptions{box: withUnsubscribe})
			letter := maillab.Fresh(tt.from, "ana@lima.example", tt.subject(subject), "")
			if _, err := r.lab.Deliver("ana", maillab.Inbox, letter(r.now()), r.now()); err != nil {
				t.Fatal(err)
			}
			r.until(day(10, 30))
			wantDana, wantNotice := 3, ""
			if tt.leaves {
				wantDana, wantNotice = 1, "opt_out dana Doe"
			}
			if state, _ := r.state("dana@acme.example"); (state == sequences.StateSuppressed) != tt.leaves {
				t.Errorf("Dana is %s", state)
			}
			if got := len(r.got("dana@acme.example")); got != wantDana {
				t.Errorf("Dana got %d mails, want %d", got, wantDana)
			}
			for _, other := range []string{"kim@acme.example", "bo@berg.example"} {
				if got := len(r.got(other)); got != 3 {
					t.Errorf("%s got %d mails, want all 3", other, got)
				}
			}
			if got := strings.Join(r.notices(), "; "); got != wantNotice {
				t.Errorf("the owner was told %q, want %q", got, wantNotice)
			}
			if got := len(r.got(tt.from)); tt.from != "dana@acme.example" && tt.from != "bo@berg.example" && got != 0 {
				t.Errorf("it was answered %d times", got)
			}
			var suppressed []string
			err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
				list, err := tx.Suppressions()
				for _, s := range list {
					suppressed = append(suppressed, s.Value)
				}
				return err
			})
			if got := strings.Join(suppressed, " "); err != nil || tt.leaves && got != "dana@acme.example" || !tt.leaves && got != "" {
				t.Errorf("never written to again: %q (%v)", got, err)
			}
		})
	}
}

func TestListUnsubscribeIsTheSameInEachMailOfAnEnrolment(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{box: withUnsubscribe})
	r.enrol("dana@acme.example")
	r.until(day(10, 30))
	got := r.got("dana@acme.example")
	_, first := optOut(t, got[0])
	if _, last := optOut(t, got[2]); first != last {
		t.Errorf("%q, then %q", first, last)
	}
}

func TestNoListUnsubscribeWhereItIsOff(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	if raw := r.got("dana@acme.example")[0].Raw; bytes.Contains(raw, []byte("List-Unsubscribe")) {
		t.Errorf("the mail is\n%s", raw)
	}
}

func TestTheFirstMailCloses(t *testing.T) {
	t.Parallel()
	const wayOut, address = "If this is no use to you, say so & I stop.", "Lima GmbH\nHauptstr. 1, 10115 Berlin"
	r := newRig(t, rigOptions{box: func(b *engine.Mailbox) {
		b.WayOut, b.PostalAddress = map[string]string{"en": wayOut, "de": "Sagen Sie es."}, address
	}})
	r.enrol("dana@acme.example")
	preview, err := r.engine.Preview(t.Context(), "dana@acme.example", "")
	if err != nil {
		t.Fatal(err)
	}
	end := "What takes longest?\n\n" + wayOut + "\n\n" + address + "\n"
	for i, m := range preview.Mails {
		if has := strings.HasSuffix(m.Text, end); has != (i == 0) {
			t.Errorf("mail %d is previewed as\n%s", i, m.Text)
		}
	}
	r.until(day(10, 30))
	for i, m := range r.got("dana@acme.example") {
		text := strings.ReplaceAll(string(m.Raw), "\r\n", "\n")
		if has := strings.Contains(text, end); has != (i == 0) || strings.Contains(text, "Sagen Sie") {
			t.Errorf("mail %d is\n%s", i, text)
		}
	}
}

func TestTheHTMLFormCloses(t *testing.T) {
	t.Parallel()
	text, html := engine.CloseMail("Hi\n\n", "<body>\n<p>Hi</p>\n</body>\n</html>\n", "Tell me & I <stop>", "Lima GmbH\nBerlin")
	if want := "Hi\n\nTell me & I <stop>\n\nLima GmbH\nBerlin\n"; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	if want := "<body>\n<p>Hi</p>\n<p>Tell me &amp; I &lt;stop&gt;</p>\n<p>Lima GmbH<br>\nBerlin</p>\n</body>\n</html>\n"; html != want {
		t.Errorf("HTML %q, want %q", html, want)
	}
	if _, none := engine.CloseMail("Hi", "", "x"); none != "" {
		t.Errorf("an HTML form was made: %q", none)
	}
}

// A copy whose ids were all rewritten is known by its words, what stands below
// them included.
func TestAClosedMailIsKnownByItsWords(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{box: func(b *engine.Mailbox) {
		b.WayOut, b.PostalAddress = map[string]string{"en": "If this is no use to you, tell me in a word and you won't hear from me again."}, "Lima GmbH, Hauptstr. 1, 10115 Berlin"
	}})
	r.enrol("dana@acme.example")
	r.until(time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC))
	sent := r.got("dana@acme.example")
	if len(sent) != 1 {
		t.Fatalf("%d mails", len(sent))
	}
	var lines []string
	for _, line := range strings.Split(string(sent[0].Raw), "\r\n") {
		switch name, _, _ := strings.Cut(line, ":"); name {
		case "Message-ID":
			line = "Message-ID: <new@provider.example>"
		case "References", "X-Followupd-ID":
			continue
		}
		lines = append(lines, line)
	}
	at := r.now().Add(time.Minute)
	r.set(at)
	if _, err := r.lab.Deliver("ana", "Sent", []byte(strings.Join(lines, "\r\n")), at); err != nil {
		t.Fatal(err)
	}
	r.until(day(9, 1))
	if state, code := r.state("dana@acme.example"); state != sequences.StateScheduled {
		t.Errorf("the copy was taken for a mail by hand: %s (%s)", state, code)
	}
}
