package templates

import (
	"fmt"
	"regexp"
	"strings"
	"text/template/parse"
)

// action is one {{ … }} of a template's text.
type action struct {
	start, end int    // bytes, braces included
	inner      string // without braces and trim marks
	closed     bool
}

// scanActions finds the actions of a text. Braces inside quotes and comments
// don't end an action.
func scanActions(text string) []action {
	var list []action
	for at := 0; ; {
		open := strings.Index(text[at:], "{{")
		if open < 0 {
			return list
		}
		a := scanAction(text, at+open)
		list = append(list, a)
		at = a.end
	}
}

// scanAction reads the action that begins at start. One that isn't closed ends
// with its line, so that those on later lines are still read.
func scanAction(text string, start int) action {
	rest := text[start+2:]
	if body := strings.TrimPrefix(strings.TrimPrefix(rest, "-"), " "); strings.HasPrefix(body, "/*") {
		if end := strings.Index(rest, "*/"); end >= 0 {
			if close := strings.Index(rest[end:], "}}"); close >= 0 {
				return newAction(text, start, start+2+end+close+2)
			}
		}
	}
	quote := byte(0)
	for i := 0; i < len(rest) && rest[i] != '\n'; i++ {
		switch c := rest[i]; {
		case quote != 0:
			if c == '\\' && quote != '`' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case strings.HasPrefix(rest[i:], "}}"):
			return newAction(text, start, start+2+i+2)
		}
	}
	line, _, _ := strings.Cut(rest, "\n")
	if close := strings.Index(line, "}}"); close >= 0 {
		return newAction(text, start, start+2+close+2) // a quote that isn't closed
	}
	return action{start: start, end: start + 2 + len(line), inner: line}
}

func newAction(text string, start, end int) action {
	inner := text[start+2 : end-2]
	if strings.HasPrefix(inner, "- ") {
		inner = inner[1:]
	}
	if strings.HasSuffix(inner, " -") {
		inner = inner[:len(inner)-1]
	}
	return action{start: start, end: end, inner: strings.TrimSpace(inner), closed: true}
}

func (a action) isComment() bool { return strings.HasPrefix(a.inner, "/*") }

// prints tells whether the action puts something into the mail.
func (a action) prints() bool {
	return a.closed && !a.isComment() && a.keyword() == "" && !declared.MatchString(a.inner)
}

// keyword is the action's first word where it steers (if, with, else, end), else "".
func (a action) keyword() string {
	word, _, _ := strings.Cut(a.inner, " ")
	switch word {
	case "if", "with", "else", "end", "range", "define", "template", "block", "break", "continue":
		return word
	}
	return ""
}

// checkActions finds what is wrong with each action by itself and with how
// they are nested, all at once. Parses says that the text as a whole can be
// parsed, so that the actions needn't be by themselves.
func checkActions(actions []action, parses bool) []fault {
	c := actionChecker{parses: parses}
	for _, a := range actions {
		c.check(a)
	}
	for _, open := range c.open {
		c.fault(open, fmt.Sprintf("this {{ %s }} is never ended", open.keyword()), "add {{ end }} where it ends")
	}
	return c.faults
}

type actionChecker struct {
	parses bool
	faults []fault
	open   []action        // if and with that wait for their end
	elses  map[action]bool // those of them that had their last else
	vars   map[string]bool // those that something was put into
}

func (c *actionChecker) fault(a action, text, hint string) {
	c.faults = append(c.faults, fault{offset: a.start, text: text, hint: hint})
}

func (c *actionChecker) check(a action) {
	if !a.closed {
		c.fault(a, "this {{ isn't closed", "add }} on the same line")
		return
	}
	if a.isComment() {
		return
	}
	switch word := a.keyword(); word {
	case "if", "with":
		c.expression(a, strings.TrimPrefix(a.inner, word))
		c.open = append(c.open, a)
	case "else":
		c.otherwise(a)
	case "end":
		if a.inner != "end" {
			c.fault(a, "end stands alone", "write {{ end }}")
		}
		if len(c.open) == 0 {
			c.fault(a, "this {{ end }} ends nothing", "remove it")
			return
		}
		c.open = c.open[:len(c.open)-1]
	case "range", "break", "continue":
		c.fault(a, "there are no lists to go through", "name the field itself")
	case "define", "template", "block":
		c.fault(a, fmt.Sprintf("{{ %s }} isn't supported", word), "write the text where it is needed")
	default:
		c.expression(a, a.inner)
	}
}

func (c *actionChecker) otherwise(a action) {
	if len(c.open) == 0 {
		c.fault(a, "this {{ else }} belongs to no if or with", "remove it")
		return
	}
	top := c.open[len(c.open)-1]
	if c.elses[top] {
		c.fault(a, "this {{ else }} comes after the last one", "remove it")
		return
	}
	rest := strings.TrimSpace(strings.TrimPrefix(a.inner, "else"))
	word, expression, _ := strings.Cut(rest, " ")
	switch word {
	case "":
		if c.elses == nil {
			c.elses = map[action]bool{}
		}
		c.elses[top] = true
	case "if", "with":
		c.expression(a, expression)
	default:
		c.fault(a, "after else comes nothing, or if or with", "write {{ else }} or {{ else if .field }}")
	}
}

var (
	declared = regexp.MustCompile(`^\s*(\$\w+)\s*:?=`)
	variable = regexp.MustCompile(`\$\w+`)
)

// expression parses what stands in one action by itself.
func (c *actionChecker) expression(a action, text string) {
	if c.parses {
		return
	}
	var b strings.Builder
	for _, v := range variable.FindAllString(text, -1) {
		if c.vars[v] {
			b.WriteString("{{" + v + ` := ""}}`)
		}
	}
	b.WriteString("{{" + text + "}}")
	if _, err := parse.Parse("t", b.String(), "", "", parserFunctions()); err != nil {
		words, hint := plainSyntax(text, err)
		c.fault(a, words, hint)
		return
	}
	if m := declared.FindStringSubmatch(text); m != nil {
		if c.vars == nil {
			c.vars = map[string]bool{}
		}
		c.vars[m[1]] = true
	}
}

var (
	noFunction  = regexp.MustCompile(`function "([^"]+)" not defined`)
	badVariable = regexp.MustCompile(`undefined variable "([^"]+)"`)
	bareWord    = regexp.MustCompile(`^\pL[\pL\d_]*$`)
)

// plainSyntax says an error of the template parser in plain words.
func plainSyntax(text string, err error) (words, hint string) {
	const general = "a field is written {{ .first_name }}"
	message := err.Error()
	if i := strings.LastIndex(message, ": "); i >= 0 && !strings.Contains(message, "function") {
		message = message[i+2:]
	}
	if m := noFunction.FindStringSubmatch(err.Error()); m != nil {
		return noSuchFunction(text, m[1])
	}
	if m := badVariable.FindStringSubmatch(err.Error()); m != nil {
		return fmt.Sprintf("nothing was put into %s before", m[1]), general
	}
	switch {
	case strings.TrimSpace(text) == "" || strings.Contains(err.Error(), "missing value"):
		return "there is nothing to print here", general
	case strings.ContainsAny(text, "“”„‟«»‘’"):
		return "curly quotes can't stand inside the braces", `use straight ones: {{ or .first_name "there" }}`
	case strings.Contains(err.Error(), "unterminated"):
		return "the quote isn't closed", `add a "`
	case strings.ContainsAny(text, "-") && strings.Contains(err.Error(), "bad character"):
		return "a field has no hyphens", "columns are fields in lower case, with _ for all but letters and digits"
	}
	return "this can't be read: " + message, general
}

func noSuchFunction(text, name string) (words, hint string) {
	if bareWord.MatchString(strings.TrimSpace(text)) {
		return fmt.Sprintf("a field begins with a dot, and %q doesn't", name), fmt.Sprintf("write {{ .%s }}", FieldName(name))
	}
	words = fmt.Sprintf("there is no function %q", name)
	if near := nearFunction(name); near != "" {
		return words, "did you mean " + near + "?"
	}
	return words, "known are " + strings.Join(functionNames(), ", ")
}
