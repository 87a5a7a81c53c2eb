package replies

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// mail is the case's text as it arrives: a machine's notice says so in its
// header, a person answers above our mail.
func (c *dateCase) mail() []byte {
	header := "Subject: Re: Hello\r\n"
	if c.kind == "a" {
		header = "Subject: Automatic reply: Hello\r\nAuto-Submitted: auto-replied\r\n"
	}
	return []byte("From: Kim Winter <kim@winter.example>\r\nTo: Anna Berg <anna@berg.example>\r\nDate: " + c.received.Format(time.RFC1123Z) + "\r\n" +
		header + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		strings.ReplaceAll(c.text, "\n", "\r\n\r\n") + "\r\n\r\nKim Winter\r\n\r\n> Anna Berg <anna@berg.example>:\r\n> Shall we talk?\r\n")
}

func TestDateMails(t *testing.T) {
	t.Parallel()
	var mails []dateCase
	for _, file := range []string{"testdata/dates-mails.txt", "testdata/dates-mails-2.txt", "testdata/dates-mails-3.txt", "testdata/dates-mails-4.txt"} {
		mails = append(mails, readDated(t, file, 5)...)
	}
	for i, m := range mails {
		t.Run(fmt.Sprintf("mail %d, line %d", i, m.line), func(t *testing.T) {
			t.Parallel()
			r := Read(m.mail(), Context{Received: m.received})
			got := "-"
			supposed := m.kind == "n" && !r.Intent.GoesOn() // nothing is done by such a day
			if r.Until != nil && !supposed {
				got = r.Until.String()
			}
			if wrong := m.wrong(got, false); wrong != "" {
				t.Errorf("%s %s %q, read as %s: %s", m.language, m.kind, m.text, r.Intent, wrong)
			}
		})
	}
}
