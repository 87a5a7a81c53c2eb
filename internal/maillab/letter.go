package maillab

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"html"
	"strings"
	"time"

	gomessage "github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
)

// Letter writes a mail; at is when it is written and delivered. The same
// letter written at the same time has the same bytes, Message-ID included.
type Letter func(at time.Time) []byte

// Style is whose way of quoting a reply follows.
type Style int

const (
	// Bare quotes nothing and is plain text alone.
	Bare Style = iota
	// Gmail quotes below "On … wrote:", with a blockquote in the HTML part.
	Gmail
	// Outlook puts a block of From, Sent, To and Subject above what it quotes,
	// and marks no line of it.
	Outlook
	// Apple quotes the "On … wrote:" line too.
	Apple
)

// Answer writes a reply to m, with In-Reply-To and References. from is the
// From field, "Bo Berg <bo@firm.example>" or a bare address; empty is m's
// recipient. Another address than m's makes it an answer from elsewhere.
func Answer(m Received, from, text string, style Style) Letter {
	if from == "" {
		from = m.Recipient
	}
	return func(at time.Time) []byte {
		q := readQuoted(m)
		d := draft{from: from, to: q.from, subject: "Re: " + q.subject, at: at, seed: m.MessageID + text}
		d.thread(m)
		d.parts = []part{{"text/plain", style.plain(text, q)}}
		if style != Bare {
			d.kind = "multipart/alternative"
			d.parts = append(d.parts, part{"text/html", style.html(text, q)})
		}
		return d.write()
	}
}

// Away writes an out-of-office reply to m. marked adds the fields by which
// software tells it from a person (RFC 3834 5); without them only the subject
// and the text do.
func Away(m Received, text string, marked bool) Letter {
	return func(at time.Time) []byte {
		q := readQuoted(m)
		d := draft{
			from: m.Recipient, to: q.from, subject: "Automatic reply: " + q.subject, at: at,
			seed: m.MessageID + text, parts: []part{{"text/plain", text}},
		}
		d.thread(m)
		if marked {
			d.fields = append(d.fields, field{"Auto-Submitted", "auto-replied"}, field{"X-Auto-Response-Suppress", "All"})
		}
		return d.write()
	}
}

// Bounce writes a report that m could not be delivered, for good (RFC 3464).
// status is its enhanced code, such as "5.1.1"; reason what the far server said.
func Bounce(m Received, status, reason string) Letter {
	return report(m, "failed", "Undelivered Mail Returned to Sender",
		"Your mail could not be delivered to "+m.Recipient+".\n\n"+reason, status, "550 "+status+" "+reason)
}

// Delayed writes a report that m is not delivered yet (RFC 3464 2.3.3).
func Delayed(m Received, reason string) Letter {
	return report(m, "delayed", "Delayed Mail (still being retried)",
		"This is a warning only. You do not need to send your mail again.\n\nYour mail to "+m.Recipient+" is still waiting.\n\n"+reason,
		"4.4.1", "451 4.4.1 "+reason)
}

func report(m Received, action, subject, text, status, diagnosis string) Letter {
	return func(at time.Time) []byte {
		header, _ := splitHeader(m.Raw)
		status := "Reporting-MTA: dns; lab.example\nArrival-Date: " + m.At.Format(time.RFC1123Z) +
			"\n\nFinal-Recipient: rfc822; " + m.Recipient + "\nAction: " + action + "\nStatus: " + status +
			"\nDiagnostic-Code: smtp; " + diagnosis + "\n"
		return draft{
			from: "Mail Delivery System <MAILER-DAEMON@lab.example>", to: m.From, subject: subject, at: at,
			seed: m.MessageID + m.Recipient + status, kind: "multipart/report",
			fields: []field{{"Auto-Submitted", "auto-replied"}, {"Return-Path", "<>"}},
			parts:  []part{{"text/plain", text}, {"message/delivery-status", status}, {"text/rfc822-headers", string(header)}},
		}.write()
	}
}

// Fresh writes a mail without reference to any other: an answer written anew,
// or, put into Sent, what the owner wrote by hand.
func Fresh(from, to, subject, text string) Letter {
	return func(at time.Time) []byte {
		return draft{
			from: from, to: to, subject: subject, at: at, seed: from + to + subject + text,
			parts: []part{{"text/plain", text}},
		}.write()
	}
}

type field struct{ name, value string }

type part struct{ kind, text string }

// draft is a mail before it is written.
type draft struct {
	from, to, subject string
	at                time.Time
	seed              string // what the Message-ID is made from, beside the time
	kind              string // of a multipart
	fields            []field
	parts             []part
}

// thread ties the draft to the mail that it answers (RFC 5322 3.6.4).
func (d *draft) thread(m Received) {
	references := strings.TrimSpace(headerField(m.Raw, "References") + " " + m.MessageID)
	if m.MessageID != "" {
		d.fields = append(d.fields, field{"In-Reply-To", m.MessageID}, field{"References", references})
	}
}

func (d draft) write() []byte {
	digest := fmt.Sprintf("%x", sha256.Sum256([]byte(d.seed+d.at.UTC().String())))[:20]
	var h mail.Header
	// go-message puts each new field on top.
	if d.kind != "" {
		params := map[string]string{"boundary": "=_" + digest}
		if d.kind == "multipart/report" {
			params["report-type"] = "delivery-status"
		}
		h.SetContentType(d.kind, params)
	} else {
		describe(&h.Header, d.parts[0])
	}
	for _, f := range d.fields {
		h.Set(f.name, f.value)
	}
	h.SetMessageID(digest + "@" + domain(d.from))
	h.SetDate(d.at)
	h.SetSubject(d.subject)
	setAddress(&h, "To", d.to)
	setAddress(&h, "From", d.from)

	var out bytes.Buffer
	if err := writeParts(&out, h.Header, d); err != nil {
		// Writing to memory what was just put together can't fail.
		panic(fmt.Sprintf("maillab: write a mail: %v", err))
	}
	return out.Bytes()
}

func writeParts(out *bytes.Buffer, h gomessage.Header, d draft) error {
	w, err := gomessage.CreateWriter(out, h)
	if err != nil {
		return err
	}
	if d.kind == "" {
		if _, err := w.Write(crlf([]byte(d.parts[0].text + "\n"))); err != nil {
			return err
		}
		return w.Close()
	}
	for _, p := range d.parts {
		var ph gomessage.Header
		describe(&ph, p)
		pw, err := w.CreatePart(ph)
		if err != nil {
			return err
		}
		if _, err := pw.Write(crlf([]byte(p.text + "\n"))); err != nil {
			return err
		}
		if err := pw.Close(); err != nil {
			return err
		}
	}
	return w.Close()
}

// describe gives a part its type, and text its encoding.
func describe(h *gomessage.Header, p part) {
	if p.kind == "text/plain" || p.kind == "text/html" {
		h.SetContentType(p.kind, map[string]string{"charset": "utf-8"})
		h.Set("Content-Transfer-Encoding", "quoted-printable")
		return
	}
	h.SetContentType(p.kind, nil)
}

func setAddress(h *mail.Header, name, text string) {
	address, err := mail.ParseAddress(text)
	if err != nil {
		h.SetText(name, text) // whoever wrote it so meant it so
		return
	}
	h.SetAddressList(name, []*mail.Address{address})
}

func domain(from string) string {
	_, d, _ := strings.Cut(from, "@")
	return strings.TrimRight(d, "> ")
}

// quoted is what a reply shows of the mail that it answers.
type quoted struct {
	from, to, subject, text string
	at                      time.Time
}

func readQuoted(m Received) quoted {
	q := quoted{from: m.From, to: m.Recipient, subject: headerField(m.Raw, "Subject"), at: m.At}
	r, err := mail.CreateReader(bytes.NewReader(m.Raw))
	if r == nil || err != nil && !gomessage.IsUnknownCharset(err) {
		_, body := splitHeader(m.Raw)
		q.text = string(body)
		return q
	}
	if subject, err := r.Header.Subject(); err == nil {
		q.subject = subject
	}
	if list, err := r.Header.AddressList("From"); err == nil && len(list) > 0 {
		q.from = list[0].String()
	}
	if p, err := r.NextPart(); err == nil { // people's programs put the plain text first
		var text bytes.Buffer
		if _, err := text.ReadFrom(p.Body); err == nil {
			q.text = text.String()
		}
	}
	q.subject = strings.TrimPrefix(q.subject, "Re: ")
	q.text = strings.TrimSpace(strings.ReplaceAll(q.text, "\r\n", "\n"))
	return q
}

// attribution is the line above a quote, as each program words it.
func (s Style) attribution(q quoted) string {
	if s == Apple {
		return "On " + q.at.Format("2 Jan 2006, at 15:04") + ", " + q.from + " wrote:"
	}
	return "On " + q.at.Format("Mon, 2 Jan 2006 at 15:04") + ", " + q.from + " wrote:"
}

// outlookBlock is Outlook's header of what it quotes.
func outlookBlock(q quoted) []field {
	return []field{
		{"From", q.from},
		{"Sent", q.at.Format("Monday, January 2, 2006 3:04 PM")},
		{"To", q.to},
		{"Subject", q.subject},
	}
}

func (s Style) plain(text string, q quoted) string {
	mark := "> " + strings.ReplaceAll(q.text, "\n", "\n> ")
	switch s {
	case Gmail:
		return text + "\n\n" + s.attribution(q) + "\n\n" + mark
	case Apple:
		return text + "\n\n> " + s.attribution(q) + "\n> \n" + mark
	case Outlook:
		var b strings.Builder
		b.WriteString(text + "\n\n________________________________\n")
		for _, f := range outlookBlock(q) {
			b.WriteString(f.name + ": " + f.value + "\n")
		}
		return b.String() + "\n" + q.text
	default:
		return text
	}
}

func (s Style) html(text string, q quoted) string {
	lines := func(t string) string { return strings.ReplaceAll(html.EscapeString(t), "\n", "<br>\n") }
	head := html.EscapeString(s.attribution(q))
	switch s {
	case Gmail:
		return `<div dir="ltr">` + lines(text) + `</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">` +
			head + `<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">` +
			lines(q.text) + `</blockquote></div>`
	case Apple:
		return `<html><body>` + lines(text) + `<br><div><br><blockquote type="cite"><div>` + head + `</div><br><div>` +
			lines(q.text) + `</div></blockquote></div></body></html>`
	default:
		var b strings.Builder
		b.WriteString(`<html><body><div>` + lines(text) + `</div><hr><div id="divRplyFwdMsg">`)
		for _, f := range outlookBlock(q) {
			b.WriteString(`<b>` + f.name + `:</b> ` + html.EscapeString(f.value) + "<br>\n")
		}
		return b.String() + `</div><div>` + lines(q.text) + `</div></body></html>`
	}
}
