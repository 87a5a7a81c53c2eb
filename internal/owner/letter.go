package owner

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"net/mail"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"followupd/internal/ledger"
	"followupd/internal/report"
)

// NoticeHeader says in every mail to the owner what it tells of.
const NoticeHeader = "X-Followupd-Notice"

// subjectLength is the most characters that a subject has; phones show fewer.
const subjectLength = 120

// letter is a mail to the owner before it is bytes.
type letter struct {
	key, notice, mailbox string
	to                   mail.Address
	person               int64   // 0: concerns nobody
	people               []int64 // those numbered in it, from 1 on
	subject, text        string
	html                 string // the same for clients that show it; empty: there is only text
	at                   time.Time
	// answers is the mail of the owner's that it answers, references those
	// that it stands behind; ids without angle brackets, apart by spaces.
	answers, references string
}

// write makes a mail's bytes, once: they are what every try sends.
func (h *Herald) write(l letter) (ledger.OwnerMail, error) {
	from := h.o.From(l.mailbox)
	out := ledger.OwnerMail{Key: l.key, Person: l.person, Notice: l.notice, Mailbox: l.mailbox, Recipient: l.to.Address,
		MessageID: h.id("owner", l.key), Subject: report.OneLine(l.subject, subjectLength), CreatedAt: l.at, People: l.people}
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat("followupd", from.Address); err != nil {
		return out, fmt.Errorf("sender of a mail to the owner: %w", err)
	}
	if err := m.AddToFormat(report.OneLine(l.to.Name, 60), l.to.Address); err != nil {
		return out, fmt.Errorf("recipient of a mail to the owner: %w", err)
	}
	// An answer reaches the daemon's mailbox, never the prospect.
	if err := m.ReplyToFormat("followupd", from.Address); err != nil {
		return out, fmt.Errorf("reply address of a mail to the owner: %w", err)
	}
	m.Subject(out.Subject)
	m.SetDateWithValue(l.at.In(h.o.Zone))
	m.SetMessageIDWithValue(out.MessageID)
	switch {
	case l.answers != "":
		m.SetGenHeader(gomail.HeaderInReplyTo, "<"+l.answers+">")
		m.SetGenHeader(gomail.HeaderReferences, bracketed(l.references+" "+l.answers))
	case l.person != 0:
		// Mail clients show together what answers the same mail, whether or not
		// there ever was such a mail.
		thread := "<" + h.id("person", fmt.Sprint(l.person)) + ">"
		m.SetGenHeader(gomail.HeaderInReplyTo, thread)
		m.SetGenHeader(gomail.HeaderReferences, thread)
	}
	// RFC 3834 5: no machine is to answer it.
	submitted := "auto-generated"
	if l.answers != "" {
		submitted = "auto-replied"
	}
	m.SetGenHeader("Auto-Submitted", submitted)
	m.SetGenHeader(NoticeHeader, l.notice)
	m.SetBodyString(gomail.TypeTextPlain, l.text)
	if l.html != "" {
		// The same id of the mail gives the same bytes at every making.
		m.SetBoundary("part-" + h.id("boundary", l.key)[:24])
		m.AddAlternativeString(gomail.TypeTextHTML, l.html)
	}
	var buf bytes.Buffer
	if _, err := m.WriteTo(&buf); err != nil {
		return out, fmt.Errorf("write a mail to the owner: %w", err)
	}
	out.Bytes = buf.Bytes()
	return out, nil
}

// bracketed writes ids as a header has them.
func bracketed(ids string) string {
	fields := strings.Fields(ids)
	for i, id := range fields {
		fields[i] = "<" + id + ">"
	}
	return strings.Join(fields, " ")
}

// id is an id that nobody can guess without the install secret.
func (h *Herald) id(purpose, of string) string {
	mac := hmac.New(sha256.New, h.o.Secret)
	fmt.Fprintf(mac, "%s\x00%s", purpose, of)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(mac.Sum(nil)[:20])) + "@" + h.o.Domain
}
