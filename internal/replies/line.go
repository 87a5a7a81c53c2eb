package replies

import "strings"

// line is one line of a mail's text with what its markup tells of it.
type line struct {
	text   string
	depth  int  // how many times it is quoted
	cut    bool // from here on the mail is history, as its markup says
	sign   bool // it stands in what the client marked as the signature
	demand bool // it demands to stop, below the name
	below  bool // it is taken for the writer's own words below the name, and no rule finds a demand in it
}

func (l line) blank() bool { return strings.TrimSpace(l.text) == "" }

// plainLines reads the lines of a text/plain part: quote marks counted and
// taken off, and format=flowed undone (RFC 3676).
func plainLines(text string, params map[string]string) []line {
	f := flow{flowed: strings.EqualFold(params["format"], "flowed"), delsp: strings.EqualFold(params["delsp"], "yes")}
	f.lines = make([]line, 0, strings.Count(text, "\n")+1)
	for rest, more := text, true; more; {
		var raw string
		raw, rest, more = strings.Cut(rest, "\n")
		f.add(strings.TrimSuffix(raw, "\r"))
	}
	f.end()
	return f.lines
}

// flow joins the lines of a flowed text as they come.
type flow struct {
	flowed, delsp bool
	lines         []line
	open          bool // the last line asked to be joined with the next
	depth         int
	joined        strings.Builder
}

func (f *flow) add(raw string) {
	depth, s := quoteDepth(raw)
	if n := len(f.lines); depth > 0 && n > 0 && !f.open && f.opensAddress() && strings.HasPrefix(raw, ">") {
		depth, s = f.lines[n-1].depth, raw // "<a@b.example" wrapped before its ">"
	}
	if !f.flowed {
		f.lines = append(f.lines, line{text: s, depth: depth})
		return
	}
	s = strings.TrimPrefix(s, " ") // space-stuffing, RFC 3676 4.4
	if f.open && (depth != f.depth || s == "-- ") {
		f.end()
	}
	soft := strings.HasSuffix(s, " ") && s != "-- "
	if soft && f.delsp {
		s = s[:len(s)-1]
	}
	f.joined.WriteString(s)
	f.depth, f.open = depth, true
	if !soft {
		f.end()
	}
}

// end closes the line that was being joined.
func (f *flow) end() {
	if f.open {
		f.lines = append(f.lines, line{text: f.joined.String(), depth: f.depth})
		f.joined.Reset()
		f.open = false
	}
}

// opensAddress says whether the last line ends within the angle brackets of an
// address, which may be all of that line.
func (f *flow) opensAddress() bool {
	n := len(f.lines)
	last := f.lines[n-1].text
	if n > 1 && strings.HasSuffix(f.lines[n-2].text, "<") && f.lines[n-2].depth == 0 {
		return strings.Contains(last, "@") && !strings.ContainsAny(strings.TrimSpace(last), " <>")
	}
	return opensAddress(last) || opensLink(last)
}

// opensLink says whether a line ends within the angle brackets of a link.
func opensLink(s string) bool {
	open := strings.LastIndexByte(s, '<')
	return open >= 0 && strings.HasPrefix(s[open+1:], "http") && !strings.ContainsAny(s[open:], "> ")
}

// opensAddress says whether a line ends within the angle brackets of an address.
func opensAddress(s string) bool {
	open := strings.LastIndexByte(s, '<')
	return open >= 0 && open > strings.LastIndexByte(s, '>') && strings.IndexByte(s[open:], '@') > 0 && len(s)-open < 200
}

// quoteDepth counts the quote marks before a line and gives what follows them.
// Up to one space stands between two marks; more would be text that starts
// with ">".
func quoteDepth(s string) (depth int, rest string) {
	rest = s
	for {
		t := rest
		if depth > 0 && strings.HasPrefix(t, " ") {
			t = t[1:]
		}
		switch {
		case strings.HasPrefix(t, ">"):
			rest = t[1:]
		case strings.HasPrefix(t, "&gt;"):
			rest = t[4:]
		default:
			if depth > 0 {
				rest = strings.TrimPrefix(rest, " ")
			}
			return depth, rest
		}
		depth++
	}
}

// joinLines writes lines as text again, without quote marks.
func joinLines(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return b.String()
}
