package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"sort"
	"strings"
	"time"
)

// write makes the mail that a labelled reply stands for. By turns its text is
// quoted-printable or base64, and every third has an HTML alternative, as most
// clients send one.
func write(r labelled, n int) []byte {
	var b bytes.Buffer
	head := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, strings.ReplaceAll(value, "\n", " "))
		}
	}
	head("From", address(r.From))
	head("To", address(r.To))
	head("Subject", mime.QEncoding.Encode("utf-8", r.Subject))
	if at, err := time.Parse(time.RFC3339, r.Received); err == nil {
		head("Date", at.Format(time.RFC1123Z))
	}
	head("Message-ID", "<"+r.ID+"@prospect.example>")
	head("In-Reply-To", "<out-"+r.ID+"@sender.example>")
	head("References", "<out-"+r.ID+"@sender.example>")
	names := make([]string, 0, len(r.Headers))
	for name := range r.Headers {
		names = append(names, name)
	}
	sort.Strings(names)
	contentType := ""
	for _, name := range names {
		if strings.EqualFold(name, "Content-Type") {
			contentType = r.Headers[name]
			continue
		}
		value := r.Headers[name]
		if strings.EqualFold(name, "Cc") {
			value = address(value)
		}
		head(name, value)
	}
	head("MIME-Version", "1.0")
	calendar := strings.HasPrefix(contentType, "text/calendar")
	if n%3 != 0 && !calendar {
		part(&b, "text/plain; charset=utf-8", r.Body, n%2 == 1)
		return b.Bytes()
	}
	const boundary = "=_part_of_the_set"
	head("Content-Type", `multipart/alternative; boundary="`+boundary+`"`)
	b.WriteString("\r\n--" + boundary + "\r\n")
	part(&b, "text/plain; charset=utf-8", r.Body, n%2 == 1)
	if n%3 == 0 {
		b.WriteString("\r\n--" + boundary + "\r\n")
		part(&b, "text/html; charset=utf-8", "<html><body>"+strings.ReplaceAll(html.EscapeString(r.Body), "\n", "<br>\n")+"</body></html>", true)
	}
	if calendar {
		b.WriteString("\r\n--" + boundary + "\r\n")
		method := "REPLY"
		if _, m, ok := strings.Cut(contentType, "method="); ok {
			method = strings.ToUpper(strings.Trim(m, `"; `))
		}
		part(&b, "text/calendar; charset=utf-8; method="+method, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:"+method+"\r\nBEGIN:VEVENT\r\nUID:1@x.example\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:20260401T090000Z\r\nATTENDEE;PARTSTAT="+partStat(r)+":mailto:x@prospect.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", true)
	}
	b.WriteString("\r\n--" + boundary + "--\r\n")
	return b.Bytes()
}

// partStat is the button that the label's subject speaks of.
func partStat(r labelled) string {
	if strings.HasPrefix(r.Subject, "Declined") {
		return "DECLINED"
	}
	return "ACCEPTED"
}

// address encodes the names of an address list.
func address(s string) string {
	list, err := mail.ParseAddressList(s)
	if err != nil {
		return mime.QEncoding.Encode("utf-8", s)
	}
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.String()
	}
	return strings.Join(out, ", ")
}

// part writes one MIME part; writing to a buffer can't fail.
func part(b *bytes.Buffer, contentType, text string, printable bool) {
	fmt.Fprintf(b, "Content-Type: %s\r\n", contentType)
	if printable {
		b.WriteString("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
		w := quotedprintable.NewWriter(b)
		_, _ = w.Write([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
		_ = w.Close()
		b.WriteString("\r\n")
		return
	}
	b.WriteString("Content-Transfer-Encoding: base64\r\n\r\n")
	coded := base64.StdEncoding.EncodeToString([]byte(text))
	for len(coded) > 76 {
		b.WriteString(coded[:76] + "\r\n")
		coded = coded[76:]
	}
	b.WriteString(coded + "\r\n")
}
