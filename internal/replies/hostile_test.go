package replies_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

const head = "From: Eve <eve@evil.example>\r\nTo: ana@lima.example\r\nSubject: Re: hi\r\nDate: Tue, 3 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"

// hostileMails are mails made to be slow, large or deep.
func hostileMails() map[string][]byte {
	const mib = 1 << 20
	rep := strings.Repeat
	plain := head + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
	html := head + "Content-Type: text/html; charset=utf-8\r\n\r\n"
	mixed := func(b string) string { return head + "Content-Type: multipart/mixed; boundary=" + b + "\r\n\r\n" }
	m := map[string]string{
		"empty":                 "",
		"one byte":              "x",
		"NULs":                  rep("\x00", mib),
		"NULs in a text":        plain + rep("yes\x00 ", mib/5),
		"line ends":             rep("\n", mib),
		"carriage returns":      rep("\r", mib),
		"header without an end": rep("X-A: b\r\n", mib/8),
		"one long header":       "Subject: " + rep("a", mib) + "\r\n\r\nhi",
		"folded for ever":       "Subject: a\r\n" + rep(" b\r\n", mib/4),
		"folded references":     "References: <a@b.example>\r\n" + rep(" <a@b.example>\r\n", mib/17) + "\r\nhi",
		"many addresses":        "From: " + rep("a@b.example, ", mib/13) + "\r\n\r\nhi",
		"nested comments":       "From: " + rep("(", mib/2) + "\r\nTo: " + rep("((a)", mib/8) + "\r\n\r\nhi",
		"encoded words":         "Subject: " + rep("=?utf-8?B?YQ==?= ", mib/17) + "\r\n\r\nhi",
		"broken encoded words":  "Subject: " + rep("=?", mib/2) + "\r\n\r\nhi",
		"one long line":         plain + rep("a", mib),
		"one long word":         plain + rep("mailbox", mib/7),
		"long words":            plain + rep("a@", mib/2),
		"at signs":              plain + rep("@", mib),
		"addresses":             plain + rep("<a@b.example> ", mib/14),
		"quote marks":           plain + rep(">", mib),
		"deeper quotes":         plain + rep("> > > > > > > >\n", mib/16),
		"quote by quote":        plain + rep("> a\nb\n", mib/6),
		"attributions":          plain + rep("On Tue, 3 Mar 2026 at 10:00, A <a@b.example>\n", mib/45),
		"wrapped attributions":  plain + rep("On Tue, 3 Mar 2026 at 10:00,\n", mib/30),
		"colons":                plain + rep("From:\n", mib/6),
		"header blocks":         plain + rep("From: a\nTo: b\n\n", mib/15),
		"closings":              plain + rep("Thanks,\n\n", mib/9),
		"names":                 plain + rep("Eve\n\n", mib/5),
		"postscripts":           plain + "hello\n\nBest,\nEve\n\n" + rep("PS: a\n\n", mib/7),
		"greetings":             plain + "hello\n\nBest,\nEve\n\n" + rep("Hello,\n\n", mib/8),
		"stamps":                plain + rep("------\n\nEve Fox, Oct 3, 10:04 MDT\n", mib/36),
		"lines to reply above":  plain + rep("reply above this line\n\n", mib/23),
		"events":                plain + rep("Eve has declined this invitation.\nCall\n3 Mar ⋅ 10:00\n\nStop it.\n\n", mib/70),
		"labels of events":      plain + "Eve has declined this invitation.\n" + rep("When: stop it\n\n", mib/15),
		"colored answers":       plain + "My answers in red.\n\nFrom: Ana\nSent: 3 March 2026\nTo: Eve\nSubject: a\n\n" + rep("Why?\nSo.\nWhy?\n\n", mib/16),
		"machine's words":       plain + rep("This is an automated message, do not reply.\n\n", mib/45),
		"rules":                 plain + rep("____\n", mib/5),
		"right to left":         plain + rep("\u202e\u200f\u05d0\u0627 ", mib/11),
		"combining marks":       plain + "e" + rep("\u0301", mib/2),
		"invalid UTF-8":         plain + rep("\xff\xfe\xc3", mib/3),
		"flowed for ever":       head + "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n" + rep("a \n", mib/3),
		"open tags":             html + rep("<div>", mib/5),
		"open quotes":           html + rep("<blockquote>a", mib/13),
		"closed tags":           html + rep("</p>", mib/4),
		"misnested":             html + rep("<b><p></b></p>", mib/14),
		"attributes":            html + "<div " + rep("a=b ", mib/4) + ">hi</div>",
		"classes":               html + "<div class=\"" + rep("a ", mib/2) + "\">hi</div>",
		"one tag":               html + "<" + rep("a", mib),
		"entities":              html + rep("&amp;", mib/5),
		"broken entities":       html + rep("&", mib),
		"comment":               html + "<!--" + rep("-", mib),
		"script":                html + "<script>" + rep("<", mib),
		"breaks":                html + rep("<br>", mib/4),
		"table":                 html + rep("<table><tr><td>", mib/15),
		"boundary lines":        mixed("b") + rep("--b\r\n", mib/5),
		"boundary prefixes":     mixed("b") + rep("--bb\r\n", mib/6),
		"dashes":                mixed("-") + rep("-", mib),
		"no boundary":           head + "Content-Type: multipart/mixed\r\n\r\n" + rep("--\r\n", mib/4),
		"endless boundary":      head + "Content-Type: multipart/mixed; boundary=\"" + rep("b", mib/2) + "\"\r\n\r\n--" + rep("b", mib/2) + "\r\n\r\nhi",
		"parameters":            head + "Content-Type: text/plain" + rep("; a=b", mib/5) + "\r\n\r\nhi",
		"bad base64":            head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + rep("=*", mib/2),
		"quoted printable":      head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + rep("=", mib),
		"soft breaks":           head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + rep("=\r\n", mib/3),
		"calendar":              head + "Content-Type: text/calendar; method=REPLY\r\n\r\n" + "BEGIN:VEVENT\n" + rep(" x\n", mib/3),
		"calendar lines":        head + "Content-Type: text/calendar; method=REPLY\r\n\r\n" + "BEGIN:VEVENT\n" + rep("ATTENDEE;\"\"\"=\n", mib/13),
		"notice":                plain + `{"notificationType":` + rep("[", mib/2),
		"report":                "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + rep("Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n", mib/60),
		"report of addresses":   "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\n" + rep("<a@b.example>: 550 5.1.1 user unknown\n", mib/39),
		"report of recipients":  distinctRecipients(mib),
		"report of groups":      "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + rep("a: b\n\n", mib/6),
		"report of lists":       "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\nundeliverable\n" + rep("a-help@xy.example\n", 240<<10/18) + "a@xy.example\n",
		"report of mails":       "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\nundeliverable\n" + rep("to:\nto:\nto:\n\na\n", 240<<10/15),
		"report of verdicts":    "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\n<a@b.example>: 550 " + rep("konto gesperrt absender ", mib/24),
		"warnings":              plain + rep("CAUTION: external sender, do not click\n", mib/39),
		"fences":                plain + rep("--- x y z ---\n", mib/14),
		"report of codes":       "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\nundeliverable a@b.example " + rep("5.1.1 550 ", mib/10),
		"report of headers":     "From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\nundeliverable\n" + rep("Received: x\n", mib/12),
		"charset bomb":          head + "Content-Type: text/plain; charset=utf-16\r\n\r\n" + rep("\xd8", mib),
		"japanese switches":     head + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n" + rep("\x1b$B\x1b(B", mib/6),
		"utf-7":                 head + "Content-Type: text/plain; charset=utf-7\r\n\r\n" + rep("+", mib),
		"unknown charset":       head + "Content-Type: text/plain; charset=" + rep("x", 5000) + "\r\n\r\nhi",
		"digits":                plain + rep("1", mib),
		"dates":                 plain + rep("Tuesday 3 March 2026 ", mib/21),
		"numbers of words":      plain + rep("in two weeks ", mib/13),
		"questions":             plain + rep("? ", mib/2),
		"not not":               plain + rep("not ", mib/4),
		"urls":                  plain + rep("https://a.example/ ", mib/19),
	}
	m["nested unclosed"] = nestedParts(60, false)
	m["nested deep"] = nestedParts(5000, true)
	m["nested mails"] = nestedMails(5000)
	m["many parts"] = manyParts(20000)
	m["nested alternatives"] = nestedAlternatives(18)
	m["large base64"] = head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("yes "), mib))
	out := map[string][]byte{}
	for name, s := range m {
		out[name] = []byte(s)
	}
	return out
}

func distinctRecipients(size int) string {
	var b strings.Builder
	b.WriteString("From: MAILER-DAEMON@b.example\r\nSubject: failure notice\r\n\r\nundeliverable:\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<a%d@b.example>: 550 5.1.1 user unknown\n\n", i)
	}
	return b.String()
}

func nestedParts(depth int, closed bool) string {
	var b strings.Builder
	b.WriteString("From: e@e.example\r\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	b.WriteString("\r\nhi\r\n")
	for i := depth - 1; closed && i >= 0; i-- {
		fmt.Fprintf(&b, "--b%d--\r\n", i)
	}
	return b.String()
}

func nestedMails(depth int) string {
	return "From: e@e.example\r\n" + strings.Repeat("Content-Type: message/rfc822\r\n\r\n", depth) + "\r\nhi\r\n"
}

func manyParts(n int) string {
	return "From: e@e.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\nhi\r\n", n) + "--b--\r\n"
}

func nestedAlternatives(depth int) string {
	var b strings.Builder
	b.WriteString("From: e@e.example\r\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/alternative; boundary=b%d\r\n\r\n--b%d\r\n\r\n \r\n--b%d\r\n", i, i, i)
	}
	b.WriteString("\r\nhi\r\n")
	return b.String()
}

// TestHostile is the promise that no mail makes the reader slow or large.
func TestHostile(t *testing.T) {
	const (
		longest = time.Second
		most    = 64 << 20
	)
	// What is worked out once, and the weights, are no mail's to pay for.
	replies.Read([]byte("From: e@e.example\r\nSubject: Re: hi\r\n\r\nNot now. Ask me in March, or the Monday after the 5th.\r\n"), replies.Context{Received: time.Date(2026, time.March, 4, 10, 0, 0, 0, time.UTC), Sent: "Hi Eve,\n\nwho answers when it rings at night?\n"})
	for name, raw := range hostileMails() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			r := replies.Read(raw, replies.Context{Sent: "Hi Eve,\n\nwho answers when it rings at night?\n"})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			for try := 0; try < 3 && took > longest*slowdown/2; try++ { // the machine may be busy: the best counts
				start = time.Now()
				replies.Read(raw, replies.Context{})
				took = min(took, time.Since(start))
			}
			if allowed := longest * slowdown; took > allowed {
				t.Errorf("took %v, want at most %v", took, allowed)
			}
			if got := after.TotalAlloc - before.TotalAlloc; got > most {
				t.Errorf("allocated %d MiB, want at most %d", got>>20, most>>20)
			}
			if strings.HasPrefix(r.Damaged, "reader failed") {
				t.Errorf("the reader panicked: %s", r.Damaged)
			}
			if r.Kind == "" || r.Action == "" {
				t.Errorf("kind %q, action %q: want both", r.Kind, r.Action)
			}
		})
	}
}
