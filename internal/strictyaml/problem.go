package strictyaml

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Level says how bad a problem is.
type Level string

// The levels of a problem: a file with an error isn't used, one with nothing
// but warnings is.
const (
	LevelError   Level = "error"
	LevelWarning Level = "warning"
)

// Problem is one thing that is wrong in a file, and where.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`    // from 1; 0 where no line is to blame
	Column  int    `json:"column,omitempty"`  // from 1, in characters
	Path    string `json:"path,omitempty"`    // steps[1].wait
	Text    string `json:"text"`              // what is wrong
	Hint    string `json:"hint,omitempty"`    // what to do, where that is known
	Level   Level  `json:"level"`             // an empty level counts as an error
	Rule    string `json:"rule,omitempty"`    // of the linter, by which a comment silences it
	Excerpt string `json:"excerpt,omitempty"` // the line, and below it a caret
}

// String is FILE:LINE:COLUMN: path: text (hint) [rule]. Warnings say so before
// the path; a rule that the path names already isn't named again.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	b.WriteString(": ")
	if p.Level == LevelWarning {
		b.WriteString("warning: ")
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.Text)
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	if p.Rule != "" && p.Rule != p.Path {
		b.WriteString(" [" + p.Rule + "]")
	}
	return b.String()
}

// Problems is all that is wrong. As an error it is every problem, one a line;
// return it as an error only where HasErrors says so.
type Problems []Problem

// Error is every problem, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// HasErrors tells whether there is anything worse than a warning.
func (ps Problems) HasErrors() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Level != LevelWarning })
}

// Sort brings the problems into the order of the files' lines.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if c := a.Line - b.Line; c != 0 {
			return c
		}
		if c := a.Column - b.Column; c != 0 {
			return c
		}
		return strings.Compare(a.Path, b.Path)
	})
}

// Fault is an error with a hint: what an UnmarshalText returns so that the
// problem says what to do as well as what is wrong.
func Fault(text, hint string) error { return &fault{text: text, hint: hint} }

type fault struct{ text, hint string }

func (f *fault) Error() string {
	if f.hint == "" {
		return f.text
	}
	return f.text + " (" + f.hint + ")"
}

// TextAndHint takes an error apart into what is wrong and what to do.
func TextAndHint(err error) (text, hint string) {
	var f *fault
	if errors.As(err, &f) {
		return f.text, f.hint
	}
	return err.Error(), ""
}
