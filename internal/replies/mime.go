package replies

import (
	"bytes"
	"mime"
	"strings"
)

// part is one node of a mail's tree (RFC 2046). Its body is a slice of the raw
// mail, decoded only when asked for, so a tree costs no more than its headers.
type part struct {
	header   fields
	media    string            // lower case, "text/plain" where the mail names none
	params   map[string]string // of Content-Type; keys in lower case
	attached bool              // Content-Disposition: attachment
	name     string            // file name, "" when there is none
	body     []byte
	children []*part
	ended    bool // its closing boundary was seen, or it needed none
}

// tree is a parsed mail and what was wrong with it.
type tree struct {
	root    *part
	parts   int
	damaged string
}

// parseMail takes a mail apart. It never fails: the two libraries that could do
// it stop early on what real delivery reports are made of (go-message) or take
// exponential time on unclosed parts (enmime), so the walk over boundaries is
// our own, and linear in size times depth.
func parseMail(raw []byte) *tree {
	t := &tree{}
	if len(raw) > maxMail {
		raw = raw[:maxMail]
		t.damaged = "larger than 4 MiB"
	}
	if bytes.IndexByte(raw, '\n') < 0 && bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n"))
	}
	t.root = t.parse(bytes.TrimLeft(raw, "\r\n"), 0, "text/plain")
	return t
}

func (t *tree) doubt(why string) {
	if t.damaged == "" {
		t.damaged = why
	}
}

// parse reads one part with its header.
func (t *tree) parse(raw []byte, depth int, media string) *part {
	t.parts++
	h, body, whole := cutHeader(raw)
	if !whole {
		t.doubt("header larger than 256 KiB")
	}
	p := &part{header: h, body: body, ended: true, media: media}
	p.contentType(h.get("content-type"))
	p.disposition(h.get("content-disposition"))
	switch {
	case depth >= maxDepth:
		t.doubt("more than 20 parts within parts")
	case strings.HasPrefix(p.media, "multipart/"):
		t.split(p, depth)
	case p.media == "message/rfc822" || p.media == "message/global":
		p.children = []*part{t.parse(decodeEmbedded(p), depth+1, "text/plain")}
	}
	return p
}

// decodeEmbedded undoes a transfer encoding on a whole mail, which the
// standard forbids (RFC 2046 5.2.1) and some gateways use.
func decodeEmbedded(p *part) []byte {
	enc := p.header.get("content-transfer-encoding")
	switch strings.ToLower(strings.TrimSpace(enc)) {
	case "base64", "quoted-printable":
		return decodeTransfer(p.body, enc, maxText)
	}
	return bytes.TrimLeft(p.body, "\r\n")
}

// contentType reads the media type, however broken its parameters are.
func (p *part) contentType(value string) {
	if value == "" {
		return
	}
	if len(value) > 4096 {
		value = value[:4096]
	}
	media, params, err := mime.ParseMediaType(value)
	if media == "" || !strings.Contains(media, "/") {
		media, _, _ = strings.Cut(value, ";")
		media = strings.ToLower(strings.TrimSpace(media))
	}
	if err != nil || params == nil {
		params = looseParams(value)
	}
	if strings.Contains(media, "/") {
		p.media = media
	} else if media == "text" {
		p.media = "text/plain"
	}
	p.params = params
	p.name = decodeWords(params["name"])
}

// looseParams finds name=value pairs in a Content-Type that breaks its grammar.
func looseParams(value string) map[string]string {
	params := map[string]string{}
	for _, item := range strings.Split(value, ";") {
		k, v, ok := strings.Cut(item, "=")
		k = strings.ToLower(strings.TrimSpace(k))
		if v = strings.TrimSpace(v); ok && k != "" {
			if strings.HasPrefix(v, `"`) {
				v, _, _ = strings.Cut(v[1:], `"`)
			}
			if _, double := params[k]; !double {
				params[k] = v
			}
		}
	}
	return params
}

func (p *part) disposition(value string) {
	kind, rest, _ := strings.Cut(value, ";")
	p.attached = strings.EqualFold(strings.TrimSpace(kind), "attachment")
	if p.name == "" && rest != "" {
		p.name = decodeWords(looseParams(rest)["filename"])
	}
}

// split cuts a multipart's body at its boundary lines. Without a usable
// boundary, the first line that looks like one is believed.
func (t *tree) split(p *part, depth int) {
	boundary := p.params["boundary"]
	if boundary == "" {
		boundary = guessBoundary(p.body)
	}
	if boundary == "" {
		p.media = "text/plain"
		return
	}
	media := "text/plain"
	if p.media == "multipart/digest" {
		media = "message/rfc822"
	}
	pieces, closed := splitBody(p.body, []byte("--"+boundary))
	p.ended = closed
	if len(pieces) == 0 {
		p.media = "text/plain" // no part in it: what there is, is text
		return
	}
	for i, piece := range pieces {
		if t.parts >= maxParts {
			t.doubt("more than 100 parts")
			break
		}
		child := t.parse(piece, depth+1, media)
		if i == len(pieces)-1 && !closed {
			child.ended = false
		}
		p.children = append(p.children, child)
	}
}

// splitBody gives the pieces between the lines that are the delimiter, and
// whether the closing one was seen. Pieces hold no delimiter line.
func splitBody(body, delim []byte) (pieces [][]byte, closed bool) {
	start := -1
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], delim)
		if i < 0 {
			break
		}
		i += at
		at = i + len(delim)
		line, rest := nextLine(body[at:])
		tail := bytes.TrimRight(line, " \t")
		final := bytes.HasPrefix(tail, []byte("--"))
		if i > 0 && body[i-1] != '\n' || len(tail) > 0 && !final {
			continue // within a line, or another boundary that begins alike
		}
		if start >= 0 {
			pieces = append(pieces, trimBreak(body[start:i]))
		}
		start = len(body) - len(rest)
		at = start
		if final || len(pieces) > maxParts {
			return pieces, final
		}
	}
	if start >= 0 {
		pieces = append(pieces, body[start:])
	}
	return pieces, false
}

// trimBreak takes off the line end that belongs to the boundary (RFC 2046 5.1.1).
func trimBreak(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// guessBoundary finds a line that starts with "--" and is followed by a header field.
func guessBoundary(body []byte) string {
	rest := body[:min(len(body), 4096)]
	for len(rest) > 0 {
		line, after := nextLine(rest)
		if len(line) > 2 && bytes.HasPrefix(line, []byte("--")) && bytes.HasPrefix(bytes.ToLower(after[:min(len(after), 8)]), []byte("content-")) {
			return string(bytes.TrimRight(line[2:], " \t"))
		}
		rest = after
	}
	return ""
}

// text gives the part's decoded text, at most limit bytes, lines ended by "\n".
func (p *part) text(limit int) string {
	b := decodeTransfer(p.body, p.header.get("content-transfer-encoding"), limit)
	s := decodeCharset(b, p.params["charset"])
	if len(s) > limit {
		s = strings.ToValidUTF8(s[:limit], "")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f, r == '\ufeff':
			return -1
		}
		return r
	}, s)
}

// walk visits p and all that is in it, but not the mails within it, unless f
// asks for them by giving true on a message part.
func (p *part) walk(f func(*part) bool) {
	if f(p) {
		for _, c := range p.children {
			c.walk(f)
		}
	}
}
