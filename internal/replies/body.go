package replies

import "strings"

// body is what of a mail's tree says something: its lines, and the parts that
// speak to machines.
type body struct {
	lines    []line
	left     int // bytes of text that may still be decoded
	report   *part
	further  []*part // some servers make one more report for each recipient
	feedback *part
	original fields // the returned mail's header, of a delivery or abuse report
	returned string // the returned mail's beginning, where it came as text
	calendar *calendar
	params   map[string]string // of the report's Content-Type
	cutText  bool              // a text was cut by the end of the mail
}

// readBody picks what a person would see, in the order of the mail.
func readBody(t *tree) *body {
	b := &body{left: maxText}
	b.add(certifiedMail(t.root))
	if b.left <= 0 {
		t.doubt("more than 256 KiB of text")
	}
	return b
}

// certifiedMail gives the mail that Italy's certified mail (DPCM 2 November
// 2005, annex) carries within one of its provider's, the mail itself where it
// is none.
func certifiedMail(root *part) *part {
	carried := root
	if root.header.has("x-trasporto") {
		root.walk(func(p *part) bool {
			if p.media == "message/rfc822" && strings.EqualFold(p.name, "postacert.eml") && len(p.children) > 0 {
				carried = p.children[0]
			}
			return carried == root
		})
	}
	return carried
}

func (b *body) add(p *part) {
	switch {
	case p.media == "multipart/alternative":
		b.alternative(p)
	case p.media == "multipart/report":
		b.params = p.params
		b.children(p)
	case strings.HasPrefix(p.media, "multipart/"):
		b.children(p)
	case p.media == "message/delivery-status", p.media == "message/global-delivery-status":
		if b.report == nil {
			b.report = p
		} else if len(b.further) < maxBounces {
			b.further = append(b.further, p)
		}
	case p.media == "message/feedback-report":
		b.feedback = first(b.feedback, p)
	case p.media == "text/rfc822-headers", p.media == "message/rfc822-headers", p.media == "message/global-headers":
		b.headers(p)
	case p.media == "message/rfc822", p.media == "message/global", p.media == "message/partial":
		b.embedded(p)
	case p.media == "text/calendar", p.media == "application/ics":
		if b.calendar == nil {
			b.calendar = readCalendar(p.text(b.left), p.params)
		}
	case strings.HasPrefix(p.media, "text/") && !p.attached && !b.enclosed(p):
		b.text(p)
	}
}

// enclosed says whether a text below another is a file, shown in line. Exchange
// gives a name of its own to what somebody wrote below a picture.
func (b *body) enclosed(p *part) bool {
	const head = 4 << 10
	return p.name != "" && len(b.lines) > 0 && !strings.HasPrefix(strings.ToLower(p.name), "att0") &&
		!strings.Contains(strings.ToLower(string(p.body[:min(len(p.body), head)])), "final-recipient:") // a report's own part
}

func first(have, got *part) *part {
	if have != nil {
		return have
	}
	return got
}

func (b *body) children(p *part) {
	for _, c := range p.children {
		b.add(c)
	}
}

func (b *body) text(p *part) {
	if b.left <= 0 {
		return
	}
	if !p.ended {
		b.cutText = true
	}
	s := p.text(b.left)
	b.left -= len(s)
	var lines []line
	switch p.media {
	case "text/html", "text/xhtml":
		lines = htmlLines(s)
	case "text/plain", "text/enriched", "text/markdown":
		lines = plainLines(s, p.params)
	default:
		return // a card, a table, a script: not what they wrote
	}
	if len(b.lines) > 0 {
		b.lines = append(b.lines, line{})
	}
	b.lines = append(b.lines, lines...)
}

// alternative takes the plain text where there is one worth reading; the HTML
// where the plain text is empty or only says that there is HTML.
func (b *body) alternative(p *part) {
	var plain, rich *part
	for _, c := range p.children {
		switch {
		case c.media == "text/plain" && !c.attached:
			plain = first(plain, c)
		case c.media == "text/calendar":
			b.add(c)
		case c.media == "text/html", strings.HasPrefix(c.media, "multipart/"):
			rich = first(rich, c)
		}
	}
	if plain != nil && (rich == nil || !b.hollow(plain)) {
		b.text(plain)
		if rich != nil && rich.media != "text/html" {
			b.calendarIn(rich)
		}
		return
	}
	if rich != nil {
		b.add(rich)
	}
}

// hollow says whether a plain text only stands in for the HTML one.
func (b *body) hollow(p *part) bool {
	s := strings.TrimSpace(p.text(min(b.left, 2000)))
	if s == "" {
		return true
	}
	low := strings.ToLower(s)
	return len(s) < 400 && strings.Contains(low, "html") && (strings.Contains(low, "client") || strings.Contains(low, "viewer") || strings.Contains(low, "view this") || strings.Contains(low, "programm"))
}

func (b *body) calendarIn(p *part) {
	p.walk(func(q *part) bool {
		if q.media == "text/calendar" && b.calendar == nil {
			b.calendar = readCalendar(q.text(b.left), q.params)
		}
		return true
	})
}

// headers reads a returned header block (RFC 6522 4).
func (b *body) headers(p *part) {
	if b.original == nil {
		b.original, _, _ = cutHeader([]byte(p.text(maxHeader)))
	}
}

// embedded reads a returned or forwarded mail: its header, and the beginning of
// its text, which is history and never new.
func (b *body) embedded(p *part) {
	if len(p.children) == 0 {
		return
	}
	if b.original == nil {
		b.original = p.children[0].header
	}
	if b.returned == "" {
		inner := &body{left: 16 << 10}
		inner.add(p.children[0])
		b.returned = joinLines(inner.lines)
		if inner.report != nil {
			b.report = first(b.report, inner.report)
		}
	}
}
