package replies

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText turns HTML into lines. It works on tokens, not on a tree: linear in
// any input, and what quoting and signing markup the clients leave is kept as
// marks on the lines, so that one reader of quotes serves both kinds of mail.
type htmlText struct {
	lines []line
	buf   strings.Builder
	open  []openTag
	depth int // of quoting
	hide  int // open elements whose text isn't shown
	sign  int // open elements that hold a signature
	pre   int
	space bool // a space is due before the next word
	cut   bool // the next line starts the history
}

// openTag is an open element with what it changed, undone when it closes.
type openTag struct {
	name              string
	quote, hide, sign bool
	pre               bool
}

const maxOpen = 256 // open elements; deeper ones are read as if closed

// htmlLines reads the lines of an HTML part.
func htmlLines(text string) []line {
	h := &htmlText{}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxText)
	for {
		switch z.Next() {
		case html.ErrorToken:
			h.flush()
			return h.lines
		case html.TextToken:
			h.words(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			h.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			h.end(string(name))
		}
	}
}

func (h *htmlText) words(z *html.Tokenizer) {
	if h.hide > 0 {
		return
	}
	s := string(z.Text())
	if h.pre > 0 {
		for i, l := range strings.Split(strings.ReplaceAll(s, "\r", ""), "\n") {
			if i > 0 {
				h.flush()
			}
			h.buf.WriteString(l)
		}
		return
	}
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\u00a0':
			h.space = true
		case '\u200b', '\u200c', '\ufeff', '\u00ad':
		default:
			if h.space && h.buf.Len() > 0 {
				h.buf.WriteByte(' ')
			}
			h.space = false
			h.buf.WriteRune(r)
		}
	}
}

// flush ends the current line.
func (h *htmlText) flush() {
	h.lines = append(h.lines, line{text: strings.TrimRight(h.buf.String(), " "), depth: h.depth, cut: h.cut, sign: h.sign > 0})
	h.cut = false
	h.buf.Reset()
	h.space = false
}

// brk ends the current line if there is anything on it.
func (h *htmlText) brk() {
	if h.buf.Len() > 0 {
		h.flush()
	}
}

// gap leaves one blank line.
func (h *htmlText) gap() {
	h.brk()
	if n := len(h.lines); n > 0 && !h.lines[n-1].blank() {
		h.flush()
	}
}

func (h *htmlText) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	e := openTag{name: string(name)}
	var a attributes
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		a.set(string(k), string(v))
	}
	switch tag {
	case atom.Br:
		h.flush()
		return
	case atom.Hr:
		h.brk()
		if strings.EqualFold(a.id, "stopSpelling") {
			h.cut = true
		}
		return
	case atom.Img, atom.Meta, atom.Link, atom.Input, atom.Base, atom.Area, atom.Col, atom.Wbr, atom.Embed, atom.Source, atom.Param, atom.Track:
		return
	case atom.Head, atom.Style, atom.Script, atom.Title, atom.Noscript, atom.Object, atom.Svg, atom.Select, atom.Textarea:
		e.hide = true
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Table, atom.Dl:
		h.gap()
	case atom.Pre:
		h.gap()
		e.pre = true
	case atom.Blockquote:
		h.gap()
		e.quote = !a.indented || len(a.classes) > 0 || a.cite
	case atom.Div, atom.Tr, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Center, atom.Body, atom.Form, atom.Fieldset, atom.Address, atom.Dt, atom.Dd:
		h.brk()
	case atom.Li:
		h.brk()
		h.buf.WriteString("- ")
	case atom.Td, atom.Th:
		h.space = true
	}
	h.client(&e, &a)
	h.push(e)
}

// client looks for the marks by which mail programs set off history and
// signatures. Outlook on the web puts "x_" before the classes of others.
func (h *htmlText) client(e *openTag, a *attributes) {
	switch {
	case a.hidden:
		e.hide = true
	case a.id == "divrplyfwdmsg", a.id == "appendonsend", strings.HasPrefix(a.id, "mail-editor-reference"), a.is("outlookmessageheader"), a.topline, a.is("ms-outlook-mobile-reference-message"), a.is("moz-email-headers-table"), a.is("moz-forward-container"):
		h.brk()
		h.cut = true
	case a.is("yahoo_quoted"), strings.HasPrefix(a.id, "yahoo_quoted"), a.is("zmail_extra"), a.name == "quote", a.is("gmail_attr"), a.is("moz-cite-prefix"), a.is("wordwrapquote"), a.is("protonmail_quote_header"), a.is("jnt-quote"), a.is("reply-quote"):
		h.brk()
		e.quote = true
	case a.is("gmail_signature"), a.is("moz-signature"), a.is("protonmail_signature_block"), a.id == "signature", a.id == "applemailsignature", a.id == "linebreakatbeginningofsignature", strings.HasPrefix(a.id, "ms-outlook-mobile-signature"), a.id == "x_signature", a.is("ms-outlook-mobile-signature"), a.is("signature"), a.id == "ymail_android_signature", a.is("elementtoproof-signature"):
		h.brk()
		e.sign = true
	}
}

func (h *htmlText) push(e openTag) {
	if len(h.open) >= maxOpen {
		return
	}
	if e.quote {
		h.depth++
	}
	if e.hide {
		h.hide++
	}
	if e.sign {
		h.sign++
	}
	if e.pre {
		h.pre++
	}
	h.open = append(h.open, e)
}

// end closes the nearest open element of that name and all within it. The
// search is short: an end tag of something far out is a mistake.
func (h *htmlText) end(name string) {
	switch atom.Lookup([]byte(name)) {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Table, atom.Blockquote, atom.Pre:
		h.gap()
	case atom.Div, atom.Tr, atom.Li, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Dt, atom.Dd:
		h.brk()
	case atom.Br:
		h.flush()
	}
	const reach = 40
	for i := len(h.open) - 1; i >= 0 && i >= len(h.open)-reach; i-- {
		if h.open[i].name == name {
			for j := len(h.open) - 1; j >= i; j-- {
				h.pop(h.open[j])
			}
			h.open = h.open[:i]
			return
		}
	}
}

func (h *htmlText) pop(e openTag) {
	if e.quote {
		h.depth--
	}
	if e.hide {
		h.hide--
	}
	if e.sign {
		h.sign--
	}
	if e.pre {
		h.pre--
	}
}

// attributes are the ones by which clients mark what isn't new.
type attributes struct {
	id, name string
	classes  []string
	hidden   bool
	cite     bool // type="cite"
	indented bool // a block without a border: the writer's own words, set in
	topline  bool // Outlook's line above the header of the quoted mail
}

func (a *attributes) is(class string) bool { return contains(a.classes, class) }

func (a *attributes) set(key, value string) {
	const enough = 2000
	value = strings.ToLower(value[:min(len(value), enough)])
	switch key {
	case "id":
		a.id = strings.TrimPrefix(value, "x_")
	case "name":
		a.name = value
	case "type", "cite":
		a.cite = true
	case "class":
		for _, c := range strings.Fields(value) {
			a.classes = append(a.classes, strings.TrimPrefix(c, "x_"))
		}
	case "style":
		s := strings.ReplaceAll(value, " ", "")
		a.hidden = strings.Contains(s, "display:none") || strings.Contains(s, "mso-hide:all") || strings.Contains(s, "visibility:hidden") || strings.Contains(s, "font-size:0;") || strings.Contains(s, "font-size:0px")
		a.indented = strings.Contains(s, "border:none") && strings.Contains(s, "margin:0") && !strings.Contains(s, "border-left")
		a.topline = strings.Contains(s, "border-top:solid#e1e1e1") || strings.Contains(s, "border-top:solid#b5c4df") || strings.Contains(s, "border-top:solidwindowtext") || strings.Contains(s, "border-top:1ptsolidrgb(225,225,225)") || strings.Contains(s, "border-top:1pxsolidrgb(225,225,225)")
	}
}
