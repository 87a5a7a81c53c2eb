package replies

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// dateMail is one line of testdata/dates-mails.txt: a whole answer.
type dateMail struct {
	dateCase
	raw []byte
}

func readDateMails(t *testing.T, file string) []dateMail {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var mails []dateMail
	var received time.Time
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if at, ok := strings.CutPrefix(line, "@ "); ok {
			if received, err = time.Parse(time.RFC3339, at); err != nil {
				t.Fatalf("%s:%d: %v", file, n, err)
			}
			continue
		}
		if line == "" || line[0] == '#' || line[0] == '!' { // ! marks what isn't understood yet
			continue
		}
		part := strings.SplitN(line, "|", 5)
		if len(part) != 5 {
			t.Fatalf("%s:%d: want five fields", file, n)
		}
		tolerance, err := strconv.Atoi(part[3])
		if err != nil {
			t.Fatalf("%s:%d: %v", file, n, err)
		}
		c := dateCase{line: n, received: received, language: part[0], kind: part[1], want: part[2], tolerance: tolerance, stated: "-",
			text: strings.ReplaceAll(part[4], " / ", "\n")}
		mails = append(mails, dateMail{c, c.mail()})
	}
	return mails
}

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
	mails := append(readDateMails(t, "testdata/dates-mails.txt"), readDateMails(t, "testdata/dates-mails-2.txt")...)
	mails = append(mails, readDateMails(t, "testdata/dates-mails-3.txt")...)
	for i, m := range mails {
		t.Run(fmt.Sprintf("mail %d, line %d", i, m.line), func(t *testing.T) {
			t.Parallel()
			r := Read(m.raw, Context{Received: m.received})
			got := "-"
			if r.Until != nil {
				got = r.Until.String()
			}
			if wrong := m.wrong(got, false); wrong != "" {
				t.Errorf("%s %s %q, read as %s: %s", m.language, m.kind, m.text, r.Intent, wrong)
			}
		})
	}
}
