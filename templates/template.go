package templates

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"followupd/internal/strictyaml"
)

// The limits of a template file: the bytes that it may hold, and the problems
// or holes in it that are told. They are far above what a person writes.
const (
	maxSource = 32 << 10
	maxTold   = 100
)

// Languages are the languages, by ISO 639-1 code, that dates are written in and
// that the linter knows.
func Languages() []string { return []string{"de", "en", "es", "fr", "it", "nl", "pt"} }

// Template is one file of the templates folder, ready to be rendered. It is
// never changed after Parse and may be used by several goroutines at once.
type Template struct {
	Name string // the file's name without .md
	File string // as problems name it

	// Subject is a template too. Empty: the mail answers the thread of the
	// mails before it.
	Subject string
	// Language is an ISO 639-1 code; "en" where the file doesn't say.
	Language string
	// HTML asks for a plain HTML alternative beside the text.
	HTML bool
	// Needs are fields (first_name) or notes (note.estimator) without which the
	// mail isn't written at all, even where its text would do without.
	Needs []string
	// Attachments are files of the templates folder that go with the mail.
	Attachments []string
	// Idea says which thought on good follow-up the mail is built on, for those
	// who edit it.
	Idea string
	// Body is the Markdown below the front matter, as it stands in the file.
	Body string

	src       string // the whole file
	bodyStart int    // the byte of src at which Body begins
	doc       *strictyaml.Document
	stepTitle bool // Subject is a step's, and not in this file
	subject   *part
	body      *part
	allowed   []allowance
	leftovers []leftover // placeholders in the template's own text

	named, compared []string // fields, as shapedBy notes them
}

// frontMatter is what may stand between the two --- lines.
type frontMatter struct {
	Subject     string   `yaml:"subject" jsonschema:"minLength=1,example=Late quotes at {{ .company }}" jsonschema_description:"The subject, with fields as in the text. Without one, the mail answers the thread of the mails before it."`
	Language    string   `yaml:"language" jsonschema:"default=en" jsonschema_description:"The language that dates are written in and that the linter weighs words by."`
	HTML        bool     `yaml:"html" jsonschema:"default=false" jsonschema_description:"Send a plain HTML form beside the text: links and emphasis, no pictures, no style."`
	Needs       []string `yaml:"needs" jsonschema:"example=note.estimator" jsonschema_description:"Fields or notes (note.NAME) without which the mail isn't written at all."`
	Attachments []string `yaml:"attachments" jsonschema:"example=files/checklist.pdf" jsonschema_description:"Files of the templates folder that go with the mail."`
	Idea        string   `yaml:"idea" jsonschema:"example=Say where things were left, and ask what has changed." jsonschema_description:"The thought that the mail is built on, for those who edit it."`
}

// Parse reads a template file. Name is what sequences call it, file what
// problems call it. All problems are told at once, each with its line and
// column in the file; a template with an error is nil.
func Parse(name, file string, src []byte) (*Template, strictyaml.Problems) {
	t := &Template{Name: name, File: file}
	if p := t.checkSource(src); p != nil {
		return nil, strictyaml.Problems{*p}
	}
	t.src = strings.ReplaceAll(string(bytes.TrimPrefix(src, []byte("\uFEFF"))), "\r\n", "\n")
	front, body, ok := t.split()
	if !ok {
		return nil, strictyaml.Problems{t.problemAt(0, "the front matter isn't closed", "end it with a line of ---")}
	}
	t.bodyStart, t.Body = body, t.src[body:]
	problems := t.readFrontMatter(front)
	problems = append(problems, t.parseParts()...)
	problems.Sort()
	if problems.HasErrors() {
		return nil, problems
	}
	t.allowed = allowances(t.src, t.bodyStart)
	t.leftovers = t.findLeftovers()
	t.shapedBy()
	return t, problems
}

// checkSource refuses what isn't text, and the characters that stand for data
// while a mail is put together.
func (t *Template) checkSource(src []byte) *strictyaml.Problem {
	t.src = string(src)
	refuse := func(offset int, text, hint string) *strictyaml.Problem {
		p := t.problemAt(offset, text, hint)
		return &p
	}
	if len(src) > maxSource {
		return refuse(0, "the file is too large", fmt.Sprintf("a template has at most %d KiB", maxSource>>10))
	}
	for i, r := range t.src {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(t.src[i:], "\uFFFD"):
			return refuse(i, "the file isn't UTF-8", "save it as UTF-8")
		case refusedInTemplate(r) && r != '\n' && r != '\t' && r != '\r':
			return refuse(i, fmt.Sprintf("there is a character (%U) here that can't be written", r), "remove it")
		}
	}
	return nil
}

// fence begins and ends the front matter, on a line of its own.
const fence = "---"

// split finds the front matter, which may be absent, and the byte at which the
// body begins.
func (t *Template) split() (front string, body int, ok bool) {
	rest, found := strings.CutPrefix(t.src, fence+"\n")
	if !found {
		return "", 0, true
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		end := at + len(line)
		if strings.TrimRight(line, " \t") == fence {
			return rest[:at], min(len(fence)+1+end+1, len(t.src)), true
		}
		at = end + 1
	}
	return "", 0, false
}

func (t *Template) readFrontMatter(src string) strictyaml.Problems {
	var front frontMatter
	doc, problems := strictyaml.DecodeAt(t.File, []byte(src), 2, &front)
	t.doc = doc
	t.Subject, t.HTML, t.Needs = strings.TrimSpace(front.Subject), front.HTML, front.Needs
	t.Attachments, t.Idea, t.Language = front.Attachments, front.Idea, front.Language
	return append(problems, t.checkFrontMatter()...)
}

func (t *Template) checkFrontMatter() strictyaml.Problems {
	var problems strictyaml.Problems
	if t.Language == "" && !t.doc.Has("language") {
		t.Language = "en"
	}
	if p := checkLanguage(t.doc, "language", t.Language, ": the mail may be in any, its dates and way_out are then those of en"); p != nil {
		problems = append(problems, *p)
	}
	if t.doc.Has("subject") && t.Subject == "" {
		problems = append(problems, t.doc.Problem("subject", "the subject is empty", "remove the key where the mail answers the thread"))
	}
	if strings.ContainsFunc(t.Subject, isControl) {
		problems = append(problems, t.doc.Problem("subject", "the subject has more than one line", "write it on one line"))
	}
	for i, need := range t.Needs {
		if text, hint := checkName(strings.Split(need, ".")); text != "" {
			problems = append(problems, t.doc.Problem(fmt.Sprintf("needs[%d]", i), text, hint))
		}
	}
	for i, name := range t.Attachments {
		if text, hint := checkFileName(name); text != "" {
			problems = append(problems, t.doc.Problem(fmt.Sprintf("attachments[%d]", i), text, hint))
		}
	}
	if strings.TrimSpace(t.Body) == "" {
		problems = append(problems, t.problemAt(t.bodyStart, "there is no text", "write the mail below the second --- line"))
	}
	return problems
}

// checkLanguage refuses a language that isn't known. otherwise says what holds
// for a text in it where the line is left out.
func checkLanguage(doc *strictyaml.Document, path, language, otherwise string) *strictyaml.Problem {
	known := Languages()
	if slices.Contains(known, language) {
		return nil
	}
	hint := "known are " + strings.Join(known, ", ") + "; for another one leave the line out" + otherwise
	if code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(language, "_", "-")), "-"); slices.Contains(known, code) { // en-GB
		hint = "did you mean " + code + "?"
	}
	p := doc.Problem(path, fmt.Sprintf("%q is not a language that is known here", language), hint)
	return &p
}

// checkFileName keeps a file inside the templates folder.
func checkFileName(name string) (text, hint string) {
	const stay = "name a file inside the templates folder, such as files/checklist.pdf"
	switch {
	case name == "" || name == "." || strings.HasSuffix(name, "/"):
		return fmt.Sprintf("%q is not the name of a file", name), stay
	case strings.HasPrefix(name, "/") || strings.Contains(name, `\`) || strings.Contains(name, ":"):
		return fmt.Sprintf("%q is not inside the templates folder", name), stay
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." || part == "" || part == "." {
			return fmt.Sprintf("%q is not inside the templates folder", name), stay
		}
	}
	return "", ""
}

// parseParts reads the subject and the body as templates.
func (t *Template) parseParts() strictyaml.Problems {
	var problems strictyaml.Problems
	var faults []fault
	t.body, faults = parsePart(t.Body)
	for _, f := range faults[:min(len(faults), maxTold)] {
		problems = append(problems, t.problemAt(t.bodyStart+f.offset, f.text, f.hint))
	}
	t.subject, faults = parsePart(t.Subject)
	for _, f := range faults[:min(len(faults), maxTold)] {
		problems = append(problems, t.problemAt(t.subjectOffset(f.offset), "subject: "+f.text, f.hint))
	}
	return problems
}

// subjectOffset is where the byte n of the subject stands in the file. In a
// quoted or folded subject the place can be somewhat off, but never the line of
// a subject on one line.
func (t *Template) subjectOffset(n int) int {
	if t.stepTitle {
		return 0
	}
	line, column := t.doc.Pos("subject")
	start := offsetOf(t.src, line, column)
	text, _, _ := strings.Cut(t.src[start:], "\n")
	if at := strings.Index(text, t.Subject); at >= 0 && t.Subject != "" {
		return start + at + n
	}
	return start
}

// WithSubject returns the template with another subject, as a step of a sequence
// may set one. The subject is read as the template's own would be; the error
// names all that is wrong with it.
func (t *Template) WithSubject(subject string) (*Template, error) {
	with := *t
	with.Subject, with.stepTitle = strings.TrimSpace(subject), true
	if with.Subject == "" || strings.ContainsFunc(with.Subject, refusedInTemplate) {
		return nil, fmt.Errorf("subject %q: must be one line of text", subject)
	}
	part, faults := parsePart(with.Subject)
	if len(faults) > 0 {
		errs := make([]error, len(faults))
		for i, f := range faults {
			errs[i] = fmt.Errorf("subject %q: %s (%s)", subject, f.text, f.hint)
		}
		return nil, errors.Join(errs...)
	}
	with.subject = part
	with.leftovers = with.findLeftovers()
	with.shapedBy()
	return &with, nil
}

// SubjectFault is something wrong with a subject, and what to do about it.
type SubjectFault struct{ Text, Hint string }

// CheckSubject looks at a subject that a step of a sequence sets, and tells what is
// wrong with it, and which fields of a person the mail needs for it.
func CheckSubject(subject string) (faults []SubjectFault, fields []string) {
	part, wrong := parsePart(strings.TrimSpace(subject))
	for _, f := range wrong {
		faults = append(faults, SubjectFault{f.text, f.hint})
	}
	if len(wrong) > 0 {
		return faults, nil
	}
	t := &Template{Subject: strings.TrimSpace(subject), stepTitle: true}
	for _, f := range t.findLeftovers() {
		faults = append(faults, SubjectFault{fmt.Sprintf("%q looks like a blank that nothing fills", f.words), blankHint})
	}
	for _, u := range part.uses {
		if !u.fallback && !strings.Contains(u.name, ".") && !slices.Contains(enrolled(), u.name) && !slices.Contains(fields, u.name) {
			fields = append(fields, u.name)
		}
	}
	return faults, fields
}

// refusedInTemplate tells the characters that no line of a template may have:
// control characters, and those that stand for data while a mail is put
// together.
func refusedInTemplate(r rune) bool { return r == tokenStart || r == tokenEnd || isControl(r) }

// IsReply tells whether the mail answers the thread of the mails before it.
func (t *Template) IsReply() bool { return t.Subject == "" }

// Field is one field that a template uses.
type Field struct {
	Name string `json:"name"` // first_name, note.estimator, value.link
	// Fallback says that the mail does without the field wherever it is used.
	Fallback bool `json:"fallback"`
	Line     int  `json:"line"` // of the first use, from 1
	Column   int  `json:"column"`

	uses []use // those without a fallback
}

// doesWith tells whether the mail needs no more of the field where there are
// only those others: one of them stands in for it, as in
// {{ or .nickname .first_name }}, or the place isn't come to without one.
func (f Field) doesWith(others []string) bool {
	there := func(name string) bool { return name != f.Name && slices.Contains(others, name) }
	return f.Fallback || !slices.ContainsFunc(f.uses, func(u use) bool {
		missing := slices.ContainsFunc(u.guarded, func(name string) bool { return !there(name) && !strings.Contains(name, ".") })
		return !missing && !slices.ContainsFunc(u.instead, there)
	})
}

// Fields returns the fields that the template uses, in the order of their
// first use in the file. What the front matter needs has no fallback.
func (t *Template) Fields() []Field {
	var list []Field
	index := map[string]int{}
	add := func(u use, offset int) {
		i, seen := index[u.name]
		if !seen {
			line, column := positionOf(t.src, offset)
			i = len(list)
			index[u.name] = i
			list = append(list, Field{Name: u.name, Fallback: true, Line: line, Column: column})
		}
		if !u.fallback {
			list[i].Fallback = false
			list[i].uses = append(list[i].uses, u)
		}
	}
	for i, need := range t.Needs {
		line, column := t.doc.Pos(fmt.Sprintf("needs[%d]", i))
		add(use{name: need}, offsetOf(t.src, line, column))
	}
	for _, u := range t.subject.uses {
		add(u, t.subjectOffset(u.offset))
	}
	for _, u := range t.body.uses {
		add(u, t.bodyStart+u.offset)
	}
	return list
}

// part is a subject or a body that was parsed.
type part struct {
	tree   *parse.Tree
	uses   []use
	prints []printed // what each printing action prints, by its number

	compared []string // fields whose values are compared with something
}

// use is one place that names a field.
type use struct {
	name     string
	offset   int // bytes into the part
	fallback bool
	guarded  []string // fields that can't be empty there
	instead  []string // fields of which one is enough there
}

// printed is one action that puts data into the mail.
type printed struct {
	name   string
	offset int
}

// fault is something wrong at a byte of a part.
type fault struct {
	offset     int
	text, hint string
}
