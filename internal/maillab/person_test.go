package maillab_test

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"

	"github.com/emersion/go-imap/v2"
)

// original is a mail that a person has got.
var original = maillab.Received{
	Recipient: prospect, From: owner, Account: "ana", At: noon, MessageID: "<1@lima.example>",
	Raw: []byte("From: Ana Lima <ana@lima.example>\r\nTo: bo@firm.example\r\nSubject: =?utf-8?q?Angebote_f=C3=BCr_Bo?=\r\n" +
		"Message-ID: <1@lima.example>\r\nReferences: <0@lima.example>\r\n\r\nDear Bo,\r\nhow long does an offer take?\r\n"),
}

// parse reads a letter with the standard library, not with what wrote it.
func parse(t *testing.T, raw []byte) (mail.Header, map[string]string) {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("%v in:\n%s", err, raw)
	}
	parts := map[string]string{}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if params["boundary"] == "" {
		body, err := io.ReadAll(m.Body)
		if err != nil {
			t.Fatal(err)
		}
		parts[kind] = string(body)
		return m.Header, parts
	}
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextPart()
		if err == io.EOF {
			return m.Header, parts
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(p)
		if err != nil {
			t.Fatal(err)
		}
		kind, _, _ := strings.Cut(p.Header.Get("Content-Type"), ";")
		parts[kind] = strings.ReplaceAll(string(body), "\r\n", "\n")
	}
}

func TestLetters(t *testing.T) {
	t.Parallel()
	at := noon.Add(time.Hour)
	for _, tt := range []struct {
		name    string
		letter  maillab.Letter
		header  map[string]string
		part    string
		holds   []string
		missing []string
	}{
		{"bare", maillab.Answer(original, "", "Two days.", maillab.Bare),
			map[string]string{"From": "<bo@firm.example>", "To": `"Ana Lima" <ana@lima.example>`, "In-Reply-To": "<1@lima.example>",
				"References": "<0@lima.example> <1@lima.example>", "Subject": "=?utf-8?q?Re:_Angebote_f=C3=BCr_Bo?="},
			"text/plain", []string{"Two days."}, []string{"how long"}},
		{"gmail", maillab.Answer(original, "", "Two days.", maillab.Gmail), nil, "text/plain",
			[]string{"Two days.\n\nOn Mon, 23 Nov 2026 at 12:00, \"Ana Lima\" <ana@lima.example> wrote:\n\n> Dear Bo,\n> how long"}, nil},
		{"gmail html", maillab.Answer(original, "", "Two <days>.", maillab.Gmail), nil, "text/html",
			[]string{"Two &lt;days&gt;.", `class="gmail_quote"`, "how long"}, nil},
		{"outlook", maillab.Answer(original, "", "Two days.", maillab.Outlook), nil, "text/plain",
			[]string{"Two days.\n\n____", "\nSent: Monday, November 23, 2026 12:00 PM\n", "\nDear Bo,"}, []string{"> "}},
		{"apple", maillab.Answer(original, "", "Two days.", maillab.Apple), nil, "text/plain",
			[]string{"> On 23 Nov 2026, at 12:00,", "\n> how long"}, nil},
		{"from elsewhere", maillab.Answer(original, "Bo <bo@home.example>", "Yes.", maillab.Bare),
			map[string]string{"From": `"Bo" <bo@home.example>`, "In-Reply-To": "<1@lima.example>"}, "text/plain", []string{"Yes."}, nil},
		{"away", maillab.Away(original, "I am away.", true),
			map[string]string{"Auto-Submitted": "auto-replied", "In-Reply-To": "<1@lima.example>"}, "text/plain", []string{"I am away."}, nil},
		{"away, unmarked", maillab.Away(original, "I am away.", false),
			map[string]string{"Auto-Submitted": "", "X-Auto-Response-Suppress": ""}, "text/plain", []string{"I am away."}, nil},
		{"bounce", maillab.Bounce(original, "5.1.1", "no such user"),
			map[string]string{"Auto-Submitted": "auto-replied", "Return-Path": "<>", "To": "<ana@lima.example>", "In-Reply-To": ""},
			"message/delivery-status", []string{"Final-Recipient: rfc822; bo@firm.example\nAction: failed\nStatus: 5.1.1\n"}, nil},
		{"bounce's original", maillab.Bounce(original, "5.1.1", "no such user"), nil, "text/rfc822-headers",
			[]string{"Message-ID: <1@lima.example>"}, []string{"Dear Bo"}},
		{"delay", maillab.Delayed(original, "host is silent"), nil, "message/delivery-status", []string{"Action: delayed\nStatus: 4.4.1\n"}, nil},
		{"fresh", maillab.Fresh(prospect, owner, "Call me", "Please."),
			map[string]string{"In-Reply-To": "", "References": "", "Subject": "Call me", "Date": "Mon, 23 Nov 2026 13:00:00 +0000"},
			"text/plain", []string{"Please."}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			raw := tt.letter(at)
			if !bytes.Equal(raw, tt.letter(at)) {
				t.Error("the same letter differs from itself")
			}
			header, parts := parse(t, raw)
			for name, want := range tt.header {
				if got := header.Get(name); got != want {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
			if !strings.HasSuffix(header.Get("Message-ID"), ".example>") {
				t.Errorf("Message-ID is %q", header.Get("Message-ID"))
			}
			for _, want := range tt.holds {
				if !strings.Contains(parts[tt.part], want) {
					t.Errorf("%s lacks %q:\n%s", tt.part, want, parts[tt.part])
				}
			}
			for _, bad := range tt.missing {
				if strings.Contains(parts[tt.part], bad) {
					t.Errorf("%s has %q:\n%s", tt.part, bad, parts[tt.part])
				}
			}
		})
	}
}

func TestPeopleReact(t *testing.T) {
	t.Parallel()
	lab := start(t, func(o *maillab.Options) {
		o.People = []maillab.Person{{Address: prospect, React: func(m maillab.Received) []maillab.Reaction {
			return []maillab.Reaction{
				{After: 2 * time.Hour, Mail: maillab.Answer(m, "", "Yes.", maillab.Gmail)},
				{After: time.Hour, Mail: maillab.Away(m, "I am away.", true)},
				{After: 30 * time.Minute, Folder: "Sent", Mail: maillab.Fresh(owner, prospect, "By hand", "Hello.")},
			}
		}}}
	})
	if _, ok := lab.NextReaction(); ok {
		t.Error("somebody reacts to nothing")
	}
	out := submitter(t, lab)
	if err := out.SendMail(owner, []string{"BO@firm.example", "else@firm.example"}, bytes.NewReader(letter("<1@lima.example>", owner, prospect, "hi"))); err != nil {
		t.Fatal(err)
	}
	if due, ok := lab.NextReaction(); !ok || !due.Equal(noon.Add(30*time.Minute)) {
		t.Errorf("next reaction %v, %v", due, ok)
	}
	if n := lab.Advance(noon.Add(time.Hour)); n != 2 {
		t.Errorf("%d reactions within an hour, want 2", n)
	}
	inbox, err := lab.Mails("ana", "INBOX")
	if err != nil || len(inbox) != 1 || !inbox[0].At.Equal(noon.Add(time.Hour)) || !strings.Contains(string(inbox[0].Raw), "I am away.") {
		t.Errorf("INBOX %v, %v", inbox, err)
	}
	if sent, err := lab.Mails("ana", "Sent"); err != nil || len(sent) != 1 {
		t.Errorf("Sent %v, %v", sent, err)
	}
	if n := lab.Advance(noon.Add(24 * time.Hour)); n != 1 {
		t.Errorf("%d reactions later, want 1", n)
	}
}

func TestPersonalities(t *testing.T) {
	t.Parallel()
	raw := letter("<1@lima.example>", owner, prospect, "hi")
	submit := func(t *testing.T, p maillab.Personality) (*maillab.Lab, []maillab.Mail) {
		t.Helper()
		lab := start(t, func(o *maillab.Options) { o.Personality = p })
		if err := submitter(t, lab).SendMail(owner, []string{prospect}, bytes.NewReader(raw)); err != nil {
			t.Fatal(err)
		}
		sent, err := lab.Mails("ana", "Sent")
		if err != nil {
			t.Fatal(err)
		}
		return lab, sent
	}
	t.Run("plain", func(t *testing.T) {
		t.Parallel()
		lab, sent := submit(t, maillab.Personality{})
		if len(sent) != 0 || lab.Accepted()[0].MessageID != "<1@lima.example>" {
			t.Errorf("Sent has %d mails", len(sent))
		}
		caps := login(t, lab, nil).Caps()
		for _, c := range []imap.Cap{imap.CapIdle, imap.CapSpecialUse, imap.CapListStatus, imap.CapUIDPlus, imap.CapMove} {
			if !caps.Has(c) {
				t.Errorf("no %s", c)
			}
		}
	})
	t.Run("saves and rewrites", func(t *testing.T) {
		t.Parallel()
		lab, sent := submit(t, maillab.Personality{SaveSent: true, RewriteMessageID: true})
		got := lab.Accepted()[0]
		header, _ := parse(t, append([]byte("Content-Type: text/plain\r\n"), got.Raw...))
		if len(sent) != 1 || !bytes.Equal(sent[0].Raw, got.Raw) || !bytes.Equal(got.Submitted, raw) {
			t.Errorf("Sent has %d mails; got %+v", len(sent), got)
		}
		if header.Get("Message-ID") == "<1@lima.example>" || header.Get("X-Microsoft-Original-Message-ID") != "<1@lima.example>" ||
			len(header["Message-Id"]) != 1 || got.MessageID != header.Get("Message-ID") {
			t.Errorf("header %v", header)
		}
	})
	t.Run("poor IMAP", func(t *testing.T) {
		t.Parallel()
		for _, mode := range []maillab.TLSMode{maillab.TLSNone, maillab.TLSImplicit} {
			lab := start(t, func(o *maillab.Options) {
				o.TLS = mode
				o.Personality = maillab.Personality{NoIdle: true, NoSpecialUse: true, NoListStatus: true, NoUIDNext: true}
			})
			c := login(t, lab, nil)
			caps, err := c.Capability().Wait()
			if err != nil {
				t.Fatal(err)
			}
			for _, gone := range []imap.Cap{imap.CapIdle, imap.CapSpecialUse, imap.CapListStatus} {
				if caps.Has(gone) || c.Caps().Has(gone) {
					t.Errorf("%s is offered", gone)
				}
			}
			if !caps.Has(imap.CapUIDPlus) {
				t.Error("UIDPLUS went too")
			}
			list, err := c.List("", "*", nil).Collect()
			if err != nil || len(list) != 6 || len(list[5].Attrs) != 1 {
				t.Errorf("list %+v, error %v", list, err)
			}
			status, err := c.Status("Sent", &imap.StatusOptions{UIDNext: true, NumMessages: true}).Wait()
			if err != nil || status.UIDNext != 0 || status.NumMessages == nil {
				t.Errorf("status %+v, error %v", status, err)
			}
		}
	})
}
