package replies

import (
	"bytes"
	"mime"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-message/charset"
)

// field is one header field, its name in lower case, its value unfolded and raw.
type field struct{ name, value string }

// fields is a header block in the order of the mail.
type fields []field

// get gives the first field's value, "" when there is none.
func (h fields) get(name string) string {
	for _, f := range h {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

// has says whether the field is there, be it empty.
func (h fields) has(name string) bool {
	for _, f := range h {
		if f.name == name {
			return true
		}
	}
	return false
}

// all gives the values of every field of that name, in order.
func (h fields) all(name string) []string {
	var got []string
	for _, f := range h {
		if f.name == name {
			got = append(got, f.value)
		}
	}
	return got
}

// text gives the first field's value decoded (RFC 2047), in one line.
func (h fields) text(name string) string { return decodeWords(h.get(name)) }

// cutHeader takes the header block off raw and gives what follows it. It
// forgives what real mail breaks: an mbox line, junk lines, a missing blank
// line before the body. whole is false when the block went past its limits.
func cutHeader(raw []byte) (h fields, body []byte, whole bool) {
	rest := raw
	if bytes.HasPrefix(rest, []byte("From ")) || bytes.HasPrefix(rest, []byte(">From ")) {
		_, rest = nextLine(rest)
	}
	whole = true
	var value []byte // of the last field, as its lines come
	defer func() { h.close(value) }()
	for used := 0; len(rest) > 0; {
		line, after := nextLine(rest)
		used += len(rest) - len(after)
		switch {
		case len(line) == 0:
			return h, after, whole
		case used > maxHeader || len(h) >= maxFields:
			whole = false
		case line[0] == ' ' || line[0] == '\t':
			if len(bytes.TrimSpace(line)) == 0 && !startsField(after) && !startsFold(after) {
				return h, after, whole // a "blank" line of spaces ends the block
			}
			if len(h) > 0 && len(value) < maxValue {
				value = append(append(value, ' '), bytes.TrimSpace(line)...)
			}
		default:
			name, first, ok := splitField(line)
			if !ok {
				if !startsField(after) && !startsFold(after) && len(after) > 0 && after[0] != '\n' && after[0] != '\r' {
					return h, rest, whole // no blank line: the body starts here
				}
				break // a junk line among fields
			}
			h.close(value)
			h = append(h, field{name: name})
			value = append(value[:0], first...)
		}
		rest = after
	}
	return h, nil, whole
}

// close sets the value of the last field.
func (h fields) close(value []byte) {
	if n := len(h); n > 0 && h[n-1].value == "" {
		h[n-1].value = string(value)
	}
}

// nextLine gives the first line without its end, be that LF, CRLF or CR, and the rest.
func nextLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil
	}
	line, rest = b[:i], b[i+1:]
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, rest
}

func startsField(b []byte) bool {
	line, _ := nextLine(b[:min(len(b), 1000)])
	_, _, ok := splitField(line)
	return ok
}

func startsFold(b []byte) bool { return len(b) > 0 && (b[0] == ' ' || b[0] == '\t') }

// splitField cuts "Name: value" (RFC 5322 2.2).
func splitField(line []byte) (name string, value []byte, ok bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 100 {
		return "", nil, false
	}
	n := bytes.TrimRight(line[:i], " \t")
	for _, c := range n {
		if c <= ' ' || c > '~' {
			return "", nil, false
		}
	}
	return strings.ToLower(string(n)), bytes.TrimSpace(line[i+1:]), len(n) > 0
}

// decodeWords decodes encoded words in any charset and raw 8-bit text, and
// leaves nothing that could break a line or a terminal.
func decodeWords(s string) string {
	if strings.Contains(s, "=?") {
		d := mime.WordDecoder{CharsetReader: charset.Reader}
		if got, err := d.DecodeHeader(s); err == nil {
			s = got
		}
	}
	if !utf8.ValidString(s) {
		s = decodeCharset([]byte(s), "")
	}
	return strings.TrimSpace(strings.Map(printable, s))
}

// printable turns control characters into spaces.
func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return ' '
	}
	return r
}

// readHeader decodes what matching needs of the mail's own header.
func readHeader(h fields) Header {
	out := Header{
		MessageID:   firstID(h.get("message-id")),
		InReplyTo:   messageIDs(h.get("in-reply-to")),
		References:  messageIDs(h.get("references")),
		OriginalIDs: messageIDs(h.get("x-microsoft-original-message-id") + " " + h.get("x-google-original-message-id")),
		From:        addresses(h.get("from")),
		Sender:      addresses(h.get("sender")),
		ReplyTo:     addresses(h.get("reply-to")),
		To:          addresses(strings.Join(h.all("to"), ", ")),
		Cc:          addresses(strings.Join(h.all("cc"), ", ")),
		Subject:     h.text("subject"),
		Date:        readTime(h.get("date")),
		FollowupdID: strings.TrimSpace(h.get("x-followupd-id")),
		AuthResults: h.all("authentication-results"),
	}
	if got := h.get("received"); got != "" {
		out.Trace = readTime(got[strings.LastIndexByte(got, ';')+1:])
	}
	return out
}

// messageIDs finds the ids in a header, without angle brackets. Clients that
// leave out the brackets are understood too.
func messageIDs(s string) []string {
	var ids []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '<' || r == '>' || r == ',' }) {
		if len(ids) < maxIDs && len(w) < 1000 && strings.Contains(w, "@") {
			ids = append(ids, w)
		}
	}
	return ids
}

func firstID(s string) string {
	if ids := messageIDs(s); len(ids) > 0 {
		return ids[0]
	}
	return strings.Trim(strings.TrimSpace(s), "<>")
}

// addresses reads an address list. One that breaks RFC 5322 still gives every
// address that stands in it.
func addresses(s string) []mail.Address {
	const maxList = 16 << 10
	s = strings.TrimSpace(s[:min(len(s), maxList)])
	if s == "" {
		return nil
	}
	p := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: charset.Reader}}
	var out []mail.Address
	if list, err := p.ParseList(s); err == nil {
		for _, a := range list[:min(len(list), maxAddress)] {
			out = append(out, mail.Address{Name: strings.TrimSpace(strings.Map(printable, a.Name)), Address: a.Address})
		}
		return out
	}
	for _, item := range splitAddresses(s) {
		found := findAddresses(item, 1)
		if len(found) == 0 {
			continue
		}
		name, _, _ := strings.Cut(item, "<")
		if strings.Contains(name, "@") {
			name = ""
		}
		out = append(out, mail.Address{Name: strings.Trim(decodeWords(name), `"' `), Address: found[0]})
		if len(out) == maxAddress {
			break
		}
	}
	return out
}

// splitAddresses cuts a list at commas and semicolons outside of quotes.
func splitAddresses(s string) []string {
	quoted := false
	return strings.FieldsFunc(s, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return !quoted && (r == ',' || r == ';')
	})
}

// readTime reads a date of RFC 5322 and the near misses of real clients; zero
// when there is none.
func readTime(s string) time.Time {
	s = strings.TrimSpace(s)
	if len(s) > 200 {
		return time.Time{}
	}
	if t, ok := plainTime(s); ok {
		return t
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	for _, layout := range []string{
		time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -07:00",
		"2 Jan 2006 15:04:05 MST", "Mon 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 2006",
		"Mon Jan _2 15:04:05 MST 2006", "Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", time.RFC3339,
		"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// plainTime reads a date as nearly every mail has it, "Tue, 3 Mar 2026 10:00:00
// +0100 (CET)" (RFC 5322 3.3): all the layouts of the library take longer than
// the rest of the header.
func plainTime(s string) (time.Time, bool) {
	if i := strings.IndexByte(s, ','); i == 3 {
		s = strings.TrimLeft(s[4:], " ")
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimRight(s[:i], " ")
	}
	var part [5]string // day, month, year, time, offset
	for i := range part {
		part[i], s, _ = strings.Cut(s, " ")
	}
	clock, zone := part[3], part[4]
	if s != "" || len(part[0]) < 1 || len(part[0]) > 2 || len(part[1]) != 3 || len(part[2]) != 4 ||
		len(clock) != 8 || clock[2] != ':' || clock[5] != ':' || len(zone) != 5 || zone[0] != '+' && zone[0] != '-' {
		return time.Time{}, false
	}
	const months = "JanFebMarAprMayJunJulAugSepOctNovDec"
	month := strings.Index(months, part[1])
	day, hour, minute, second := number2(part[0]), number2(clock[:2]), number2(clock[3:5]), number2(clock[6:])
	century, year := number2(part[2][:2]), number2(part[2][2:])
	east, extra := number2(zone[1:3]), number2(zone[3:])
	if month < 0 || month%3 != 0 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
		century < 0 || year < 0 || east < 0 || east > 23 || extra < 0 || extra > 59 {
		return time.Time{}, false
	}
	offset := (east*60 + extra) * 60
	if zone[0] == '-' {
		offset = -offset
	}
	t := time.Date(century*100+year, time.Month(month/3+1), day, hour, minute, second, 0, time.FixedZone("", offset))
	return t, t.Day() == day // there is no 30 February
}

// number2 reads one or two digits, -1 when s is anything else.
func number2(s string) int {
	n := 0
	for i := range len(s) {
		if !isDigitByte(s[i]) {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	if len(s) == 0 || len(s) > 2 {
		return -1
	}
	return n
}
