package replies_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

// TestHeader holds what matching needs of a mail's header.
func TestHeader(t *testing.T) {
	t.Parallel()
	const raw = "Received: from b by c; Tue, 3 Mar 2026 09:05:00 +0000\nReceived: from a by b; Tue, 3 Mar 2026 09:04:00 +0000\n" +
		"Authentication-Results: mx.lima.example; dkim=pass\nMessage-ID: <1@kestrel.example>\nIn-Reply-To: <17@lima.example>\n" +
		"References: <16@lima.example>\n <17@lima.example> <token@followup.example>\nX-Microsoft-Original-Message-ID: <0@kestrel.example>\n" +
		"X-Followupd-ID: abc123\nFrom: =?utf-8?Q?Dana_Vo=C3=9F?= <Dana@Kestrel.example>\nSender: desk@kestrel.example\nReply-To: <d.voss@kestrel.example>\n" +
		"To: \"Lima, Ana\" <ana@lima.example>, bo@lima.example\nCc: Femi Balogun <femi@kestrel.example>\n" +
		"Subject: =?iso-8859-1?Q?Re:_Anrufe_f=FCr?= =?utf-8?B?IMOcYmVybmFjaHQ=?=\nDate: Tue, 3 Mar 2026 10:03:00 +0100\n\nThursday.\n"
	h := replies.Read([]byte(raw), replies.Context{}).Header
	checks := []struct{ name, got, want string }{
		{"message id", h.MessageID, "1@kestrel.example"},
		{"in reply to", strings.Join(h.InReplyTo, " "), "17@lima.example"},
		{"references", strings.Join(h.References, " "), "16@lima.example 17@lima.example token@followup.example"},
		{"original ids", strings.Join(h.OriginalIDs, " "), "0@kestrel.example"},
		{"our id", h.FollowupdID, "abc123"},
		{"from", h.From[0].Name + " " + h.From[0].Address, "Dana Voß Dana@Kestrel.example"},
		{"sender", h.Sender[0].Address, "desk@kestrel.example"},
		{"reply to", h.ReplyTo[0].Address, "d.voss@kestrel.example"},
		{"to", h.To[0].Name + " and " + h.To[1].Address, "Lima, Ana and bo@lima.example"},
		{"cc", h.Cc[0].Name, "Femi Balogun"},
		{"subject", h.Subject, "Re: Anrufe für Übernacht"},
		{"date", h.Date.Format(time.RFC3339), "2026-03-03T10:03:00+01:00"},
		{"trace", h.Trace.UTC().Format(time.RFC3339), "2026-03-03T09:05:00Z"},
		{"authentication", strings.Join(h.AuthResults, " "), "mx.lima.example; dkim=pass"},
	}
	for _, c := range checks {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

// TestBodies holds that the text is found whatever way the mail wraps it.
func TestBodies(t *testing.T) {
	t.Parallel()
	const from = "From: Dana Voss <dana@kestrel.example>\nTo: ana@lima.example\nSubject: Re: Calls\nMIME-Version: 1.0\n"
	tests := []struct{ name, raw, want, damaged string }{
		{"plain", from + "\nGrüße aus Köln, Donnerstag passt.\n", "Grüße aus Köln, Donnerstag passt.", ""},
		{"CRLF", strings.ReplaceAll(from+"\nThursday\nat three.\n", "\n", "\r\n"), "Thursday\nat three.", ""},
		{"CR", strings.ReplaceAll(from+"\nThursday\nat three.\n", "\n", "\r"), "Thursday\nat three.", ""},
		{"mbox line", "From dana Tue Mar  3 10:00:00 2026\n" + from + "\nThursday.", "Thursday.", ""},
		{"no blank line", from + "Thursday at three would suit me.\nOr Friday.", "Thursday at three would suit me.\nOr Friday.", ""},
		{"junk in the header", from + "junk without a colon\nX-A: b\n\nThursday.", "Thursday.", ""},
		{"quoted-printable", from + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe, Donners=\ntag passt=2E", "Grüße, Donnerstag passt.", ""},
		{"broken quoted-printable", from + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n100 =% sure=3D=ZZ", "100 =% sure==ZZ", ""},
		{"base64", from + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVGh1cnNk\nYXkgc3VpdHMu\n", "Thursday suits.", ""},
		{"broken base64", from + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n*VGh1cnNk!\nYXkgc3VpdHMu=-\n", "Thursday suits.", ""},
		{"latin-1", from + "Content-Type: text/plain; charset=iso-8859-1\n\nGr\xfc\xdfe, passt.", "Grüße, passt.", ""},
		{"latin-1 that is UTF-8", from + "Content-Type: text/plain; charset=iso-8859-1\n\nGrüße, passt.", "Grüße, passt.", ""},
		{"windows-1252 unnamed", from + "\nIt\x92s fine \x96 Thursday.", "It’s fine – Thursday.", ""},
		{"iso-2022-jp", from + "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$BLZMKF|$G!#\x1b(B", "木曜日で。", ""},
		{"shift_jis", from + "Content-Type: text/plain; charset=cp932\n\n\x96\xd8\x97j\x93\xfa", "木曜日", ""},
		{"koi8-r", from + "Content-Type: text/plain; charset=koi8-r\n\n\xfe\xc5\xd4\xd7\xc5\xd2\xc7", "Четверг", ""},
		{"windows-1255, right to left", from + "Content-Type: text/plain; charset=windows-1255\n\n\xe9\xe5\xed \xe7\xee\xe9\xf9\xe9", "יום חמישי", ""},
		{"gb2312", from + "Content-Type: text/plain; charset=gb2312\n\n\xd6\xdc\xcb\xc4", "周四", ""},
		{"unknown charset", from + "Content-Type: text/plain; charset=x-none-such\n\nThursday.", "Thursday.", ""},
		{"flowed", from + "Content-Type: text/plain; format=flowed\n\nThursday at \nthree would \nsuit me.\n\n> who answers \n> at night?\n", "Thursday at three would suit me.", ""},
		{"flowed delsp", from + "Content-Type: text/plain; format=flowed; delsp=yes\n\nThurs \nday.\n", "Thursday.", ""},
		{"html alone", from + "Content-Type: text/html; charset=utf-8\n\n<p>Thursday at <b>three</b>.</p><blockquote>old</blockquote>", "Thursday at three.", ""},
		{"alternative", from + "Content-Type: multipart/alternative; boundary=\"b b\"\n\npreamble\n--b b\n\nThursday.\n--b b\nContent-Type: text/html\n\n<p>Friday.</p>\n--b b--\nepilogue", "Thursday.", ""},
		{"alternative with a hollow plain part", from + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: text/html\n\n<p>Thursday.</p>\n--b--\n", "Thursday.", ""},
		{"mixed with an attachment", from + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThursday.\n--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nFriday.\n--b--\n", "Thursday.", ""},
		{"signed", from + "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\n\n--b\n\nThursday.\n--b\nContent-Type: application/pgp-signature\n\nxxx\n--b--\n", "Thursday.", ""},
		{"forwarded as an attachment", from + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/rfc822\n\nFrom: x@y.example\nSubject: z\n\nNot mine.\n--b--\n", "See below.", ""},
		{"no end boundary", from + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThursday.\n", "Thursday.", ""},
		{"no boundary named", from + "Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nThursday.\n--b--\n", "Thursday.", ""},
		{"broken content type", from + "Content-Type: text/plain; charset=\"utf-8; format\n\nThursday.\n", "Thursday.", ""},
		{"NUL", from + "\nThurs\x00day.", "Thursday.", ""},
		{"nothing", "", "", "no header"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := replies.Read([]byte(tt.raw), replies.Context{})
			if r.NewText != tt.want {
				t.Errorf("new text %q, want %q", r.NewText, tt.want)
			}
			if r.Damaged != tt.damaged {
				t.Errorf("damaged %q, want %q", r.Damaged, tt.damaged)
			}
		})
	}
}

// TestTruncated holds that a cut in an attachment is no doubt, and one in the
// text is.
func TestTruncated(t *testing.T) {
	t.Parallel()
	const start = "From: Dana <dana@kestrel.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThursday.\n"
	tests := []struct {
		name    string
		raw     string
		damaged bool
	}{
		{"in the attachment", start + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nxxxx", false},
		{"in the text", start, true},
		{"in a plain mail", "From: Dana <dana@kestrel.example>\n\nThurs", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if r := replies.Read([]byte(tt.raw), replies.Context{Truncated: true}); (r.Damaged != "") != tt.damaged {
				t.Errorf("damaged %q, want damaged: %v", r.Damaged, tt.damaged)
			}
		})
	}
}

// TestEncode holds the line that `read` prints.
func TestEncode(t *testing.T) {
	t.Parallel()
	day := replies.Date{Year: 2026, Month: time.March, Day: 9}
	tests := []struct {
		name string
		r    replies.Reading
		want string
	}{
		{"a person", replies.Reading{Kind: replies.KindReply, Intent: replies.IntentLater, Action: replies.ActionSnooze, Signals: []replies.Signal{replies.SignalNextDate}, Until: &day, Stated: true, NewText: "<b> & later", Confidence: 0.9, Evidence: []replies.Evidence{{Rule: "later", Text: "later"}}, ReferredTo: &replies.Contact{Name: "Bo"}},
			`{"file":"a.eml","kind":"reply","intent":"later","action":"snooze","signals":["sets_next_date"],"until":"2026-03-09","stated":true,"referred_to":{"name":"Bo","email":null},"new_text":"<b> & later","confidence":0.9,"evidence":[{"rule":"later","text":"later"}],"bounce":[]}`},
		{"nothing", replies.Reading{Kind: replies.KindOther, Action: replies.ActionNone},
			`{"file":"a.eml","kind":"other","intent":null,"action":"none","signals":[],"until":null,"referred_to":null,"new_text":"","confidence":0,"evidence":[],"bounce":[]}`},
		{"a bounce", replies.Reading{Kind: replies.KindBounce, Intent: replies.IntentBounce, Action: replies.ActionStop, Confidence: 1, Bounces: []replies.Bounce{{Recipient: "d@k.example", Status: "5.1.1", Permanent: true, Reason: replies.BounceNoSuchUser}}},
			`{"file":"a.eml","kind":"bounce","intent":"bounce","action":"stop","signals":[],"until":null,"referred_to":null,"new_text":"","confidence":1,"evidence":[],"bounce":[{"recipient":"d@k.example","status":"5.1.1","permanent":true,"reason":"no_such_user"}]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := replies.Encode("a.eml", tt.r)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tt.want+"\n" {
				t.Errorf("got  %swant %s", got, tt.want)
			}
		})
	}
}

// TestDate holds the text form of a day, there and back.
func TestDate(t *testing.T) {
	t.Parallel()
	d := replies.NewDate(time.Date(2026, time.February, 28, 23, 30, 0, 0, time.FixedZone("", 3600)))
	if got := d.String(); got != "2026-02-28" {
		t.Errorf("got %s", got)
	}
	if got := d.AddDays(1).String(); got != "2026-03-01" {
		t.Errorf("a day later: %s", got)
	}
	if !d.Before(d.AddDays(1)) || d.Before(d) || d.IsZero() || !(replies.Date{}).IsZero() {
		t.Error("order or zero is wrong")
	}
	b, err := json.Marshal(&d)
	if err != nil {
		t.Fatal(err)
	}
	var back replies.Date
	if err := json.Unmarshal(b, &back); err != nil || back != d {
		t.Errorf("%s came back as %v, %v", b, back, err)
	}
	if err := json.Unmarshal([]byte(`"9 March"`), &back); err == nil {
		t.Error("a day in words was read")
	}
}

// corpusReply is one line of the reply bodies' expected.jsonl.
type corpusReply struct {
	File    string  `json:"file"`
	NewText *string `json:"new_text"`
}

// TestReplyCorpus holds the share of reply bodies of other projects of which
// the new text is found exactly, white space folded.
func TestReplyCorpus(t *testing.T) {
	t.Parallel()
	dir := shared(t, "corpora", "replies")
	var exact share
	eachLine(t, filepath.Join(dir, "expected.jsonl"), func(e corpusReply) {
		if e.NewText == nil {
			return
		}
		body, err := os.ReadFile(filepath.Join(dir, e.File))
		if err != nil {
			t.Fatal(err)
		}
		raw := append([]byte("From: Someone <x@kestrel.example>\nTo: ana@lima.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n"), body...)
		got := replies.Read(raw, replies.Context{}).NewText
		exact.count(strings.Join(strings.Fields(got), " ") == strings.Join(strings.Fields(*e.NewText), " "))
	})
	exact.atLeast(t, "new texts", 0.95)
}

// TestMIMECorpus reads well-formed and broken mails of other projects: each in
// time, without a panic, and none empty that has text.
func TestMIMECorpus(t *testing.T) {
	t.Parallel()
	dir := shared(t, "corpora", "mime")
	read := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".md") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		start := time.Now()
		r := replies.Read(raw, replies.Context{})
		if took := time.Since(start); took > time.Second*slowdown {
			t.Errorf("%s took %v", path, took)
		}
		if strings.HasPrefix(r.Damaged, "reader failed") {
			t.Errorf("%s: %s", path, r.Damaged)
		}
		read++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 100 {
		t.Errorf("only %d mails read", read)
	}
}

// FuzzRead holds that no bytes make the reader panic, and that the same bytes
// read twice mean the same.
func FuzzRead(f *testing.F) {
	for _, raw := range ordinaryMails() {
		f.Add(raw, "Hi Eve")
	}
	for name, raw := range hostileMails() {
		if len(raw) < 4096 {
			f.Add(raw, name)
		}
	}
	f.Add([]byte("From: MAILER-DAEMON@b.example\nSubject: failure notice\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n<a@b.example>: 550 no\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.1.1\n--b--"), "")
	f.Fuzz(func(t *testing.T, raw []byte, sent string) {
		c := replies.Context{Sent: sent, Own: []string{"ana@lima.example"}}
		r := replies.Read(raw, c)
		if strings.HasPrefix(r.Damaged, "reader failed") {
			t.Fatal(r.Damaged)
		}
		one, err := replies.Encode("x", r)
		if err != nil {
			t.Fatal(err)
		}
		two, err := replies.Encode("x", replies.Read(raw, c))
		if err != nil {
			t.Fatal(err)
		}
		if string(one) != string(two) {
			t.Errorf("read twice, meant twice:\n%s%s", one, two)
		}
	})
}
