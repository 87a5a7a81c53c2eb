package templates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"
)

// The limits of a rendered mail.
const (
	maxRendered = 64 << 10 // bytes of each form
	maxSubject  = 255      // characters
)

// While a mail is put together its data stands in it as tokens: a number
// between these two characters. They come from the range that Unicode leaves
// to private use, and no template can hold them.
const (
	tokenStart = '\uE000'
	tokenEnd   = '\uE001'
)

// Rendered is one mail. It may be sent only where Render told no holes.
type Rendered struct {
	Subject     string   // empty: the mail answers its thread
	Text        string   // the text/plain form; lines end with \n
	HTML        string   // the alternative; empty where the template asks for none
	Attachments []string // files of the templates folder
}

// Hole is why a mail can't go out, and where in the template's file.
type Hole struct {
	Name   string `json:"name"`   // the field, or what else is wrong
	Line   int    `json:"line"`   // from 1
	Column int    `json:"column"` // from 1, in characters
	Why    string `json:"why"`
}

// String is "LINE:COLUMN: NAME: WHY".
func (h Hole) String() string { return fmt.Sprintf("%d:%d: %s: %s", h.Line, h.Column, h.Name, h.Why) }

// Render writes the mail to one prospect. A mail with holes is for showing
// alone: each hole is marked in it, and the first 100 are told. Render never fails otherwise, and takes
// time and memory in proportion to the template and its data: a mail of more
// than 64 KiB is a hole too.
func (t *Template) Render(d Data) (Rendered, []Hole) {
	r := &renderer{t: t, data: d}
	r.checkNeeds()
	var out Rendered
	if !t.IsReply() {
		out.Subject = r.subject()
	}
	body := r.execute(t.body, func(offset int) int { return t.bodyStart + offset })
	r.checkGreeting(body)
	root := parseMarkdown(body)
	out.Text = r.text(body, root)
	if t.HTML {
		out.HTML = r.html(body, root)
	}
	out.Attachments = r.attachments()
	r.checkWhole(out)
	r.checkLeftovers()
	return out, r.sorted()
}

// renderer writes one mail.
type renderer struct {
	t      *Template
	data   Data
	values []string // by the number of their token
	size   int
	holes  []Hole
}

func (r *renderer) hole(name string, offset int, why string) {
	if len(r.holes) == maxTold {
		return
	}
	line, column := positionOf(r.t.src, offset)
	h := Hole{Name: name, Line: line, Column: column, Why: why}
	if !slices.Contains(r.holes, h) {
		r.holes = append(r.holes, h)
	}
}

func (r *renderer) sorted() []Hole {
	slices.SortStableFunc(r.holes, func(a, b Hole) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return r.holes
}

func (r *renderer) lookup(name string) string { return r.data.lookup(name, r.t.Language) }

func (r *renderer) checkNeeds() {
	for i, need := range r.t.Needs {
		if r.lookup(need) == "" {
			line, column := r.t.doc.Pos(fmt.Sprintf("needs[%d]", i))
			r.hole(need, offsetOf(r.t.src, line, column), "the template needs it, and it is missing or empty")
		}
	}
}

// checkLeftovers makes holes of the placeholders in the template's own words,
// unless its author says that they aren't any.
func (r *renderer) checkLeftovers() {
	if r.t.allows(ruleLeftover) {
		return
	}
	for _, f := range r.t.leftovers {
		r.hole(f.words, f.offset, "is a placeholder that nothing fills")
	}
}

// execute runs a part; place turns its offsets into the file's.
func (r *renderer) execute(p *part, place func(int) int) (text string) {
	defer func() {
		// Nothing in the language is known to panic. A mail must not end the
		// daemon if something does.
		if fault := recover(); fault != nil {
			r.hole("template", place(0), fmt.Sprintf("can't be rendered: %v", fault))
		}
	}()
	run := template.New("mail").Option("missingkey=error").Funcs(functions()).Funcs(template.FuncMap{
		printFunction: func(number int, value any) string {
			return r.print(p.prints[number], place(p.prints[number].offset), value)
		},
	})
	var b strings.Builder
	run, err := run.AddParseTree("mail", p.tree)
	if err == nil {
		err = run.Execute(&b, r.root(p))
	}
	if err != nil {
		r.hole("template", place(0), "can't be rendered: "+err.Error())
	}
	return b.String()
}

// root holds every field that a part names, empty where there is none.
func (r *renderer) root(p *part) map[string]any {
	root := map[string]any{}
	for _, u := range p.uses {
		group, member, grouped := strings.Cut(u.name, ".")
		if !grouped {
			root[u.name] = r.lookup(u.name)
			continue
		}
		members, ok := root[group].(map[string]string)
		if !ok {
			members = map[string]string{}
			root[group] = members
		}
		members[member] = r.lookup(u.name)
	}
	return root
}

// print is what each printing action calls: it takes the value and leaves a
// token in its place.
func (r *renderer) print(at printed, offset int, value any) string {
	s, ok := value.(string)
	switch {
	case !ok && value != nil:
		r.hole(at.name, offset, "is not a text")
	case s == "":
		r.hole(at.name, offset, "is missing or empty, and there is no fallback")
	case !utf8.ValidString(s):
		r.hole(at.name, offset, "is not UTF-8")
	case strings.ContainsFunc(s, refusedInText):
		r.hole(at.name, offset, "has a control character in it")
	case r.size+len(s) > maxRendered:
		r.hole(at.name, offset, "makes the mail too large")
	default:
		r.size += len(s)
		return r.token(s)
	}
	return r.token("[missing: " + at.name + "]")
}

func (r *renderer) token(s string) string {
	r.values = append(r.values, s)
	return string(tokenStart) + strconv.Itoa(len(r.values)-1) + string(tokenEnd)
}

// expand puts the values in the place of their tokens, each as write gives it.
// What is put in isn't looked at again.
func (r *renderer) expand(text string, write func(string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, string(tokenStart))
		b.WriteString(before)
		if !found {
			return b.String()
		}
		number, after, _ := strings.Cut(rest, string(tokenEnd))
		if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(r.values) {
			b.WriteString(write(r.values[n]))
		}
		text = after
	}
}

func verbatim(s string) string { return s }

// refusedInText tells the characters that no value may bring into a mail.
func refusedInText(r rune) bool { return isControl(r) && r != '\n' && r != '\t' }

// refusedInSubject are also line ends and the characters that turn the
// direction of writing: with them a subject could show what it doesn't say.
func refusedInSubject(r rune) bool {
	return isControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) && r != '\u200E' && r != '\u200F'
}

func (r *renderer) subject() string {
	first := len(r.values)
	text := r.execute(r.t.subject, r.t.subjectOffset)
	start := r.t.subjectOffset(0)
	for _, value := range r.values[first:] {
		if strings.ContainsFunc(value, refusedInSubject) {
			r.hole("subject", start, "a value in it has a line end or a control character")
		}
	}
	subject := strings.TrimSpace(r.expand(text, verbatim))
	subject = strings.Map(func(c rune) rune {
		if refusedInSubject(c) {
			return utf8.RuneError
		}
		return c
	}, subject)
	switch {
	case subject == "":
		r.hole("subject", start, "is empty")
	case utf8.RuneCountInString(subject) > maxSubject:
		r.hole("subject", start, fmt.Sprintf("is longer than %d characters", maxSubject))
	}
	return subject
}

// checkGreeting finds the "Hi ," that a name left out leaves behind.
func (r *renderer) checkGreeting(body string) {
	if r.t.allows(ruleLeftover) {
		return
	}
	for _, at := range findEmptyGreetings(body) {
		found := strings.TrimSpace(body[at[0]:at[1]])
		word, _, _ := strings.Cut(found, " ")
		offset := r.t.bodyStart + max(strings.Index(r.t.Body, word), 0)
		r.hole(found, offset, "has a gap before the comma where something is left out")
	}
}

// attachments are the template's own, and the file of the value that it gives.
func (r *renderer) attachments() []string {
	list := slices.Clone(r.t.Attachments)
	if file := r.data.Value.File; file != "" && !slices.Contains(list, file) {
		list = append(list, file)
	}
	return list
}

func (r *renderer) checkWhole(out Rendered) {
	switch {
	case strings.TrimSpace(out.Text) == "":
		r.hole("text", r.t.bodyStart, "is empty")
	case len(out.Text) > maxRendered || len(out.HTML) > 2*maxRendered:
		r.hole("text", r.t.bodyStart, fmt.Sprintf("is larger than %d KiB", maxRendered>>10))
	}
}
