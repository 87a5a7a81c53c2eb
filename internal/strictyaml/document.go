package strictyaml

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Document is one file that was read: its lines, and where each value stands.
type Document struct {
	file  string
	first int // the line of the file at which the source begins
	lines []string
	at    map[string]position
}

// position is a line and a column of the source, both from 1; the line counts
// from the beginning of the source, not of the file.
type position struct{ line, column int }

func newDocument(file string, src []byte, firstLine int) *Document {
	return &Document{
		file:  file,
		first: max(firstLine, 1),
		lines: strings.Split(string(src), "\n"),
		at:    map[string]position{},
	}
}

// Lines is a file of any kind, of which problems are told by line and column.
func Lines(file string, text string) *Document { return newDocument(file, []byte(text), 1) }

// ProblemAt is an error at a line and a column of a file, both from 1.
func (d *Document) ProblemAt(line, column int, text, hint string) Problem {
	return d.problemAt(position{line, column}, "", text, hint)
}

// Pos returns the line and column, both from 1, of the value at path
// ("steps[1].wait"), or of the nearest parent that is there.
func (d *Document) Pos(path string) (line, column int) {
	p := d.position(path)
	return p.line + d.first - 1, p.column
}

func (d *Document) position(path string) position {
	for {
		if p, ok := d.at[path]; ok {
			return p
		}
		if path == "" {
			return position{1, 1}
		}
		path = parentPath(path)
	}
}

// Has tells whether the file itself has a value at path.
func (d *Document) Has(path string) bool {
	_, ok := d.at[path]
	return ok
}

// Problem is an error about the value at path.
func (d *Document) Problem(path, text, hint string) Problem {
	return d.problemAt(d.position(path), path, text, hint)
}

// Warning is a warning about the value at path.
func (d *Document) Warning(path, text, hint string) Problem {
	p := d.Problem(path, text, hint)
	p.Level = LevelWarning
	return p
}

func (d *Document) problemAt(at position, path, text, hint string) Problem {
	return Problem{
		File: d.file, Line: at.line + d.first - 1, Column: at.column,
		Path: path, Text: text, Hint: hint, Level: LevelError,
		Excerpt: d.excerpt(at),
	}
}

// An excerpt of a long line shows this many characters before and after the caret.
const (
	excerptBefore = 60
	excerptAfter  = 60
)

// excerpt is the line with its number, and a caret below the column.
func (d *Document) excerpt(at position) string {
	if at.line < 1 || at.line > len(d.lines) {
		return ""
	}
	line := d.lines[at.line-1]
	left, right := splitAt(line, at.column-1)
	dots := ""
	if utf8.RuneCountInString(left) > excerptBefore {
		runes := []rune(left)
		left, dots = string(runes[len(runes)-excerptBefore:]), "…"
	}
	if head, tail := splitAt(right, excerptAfter); tail != "" {
		right = head + "…"
	}
	number := strconv.Itoa(at.line + d.first - 1)
	return number + " | " + dots + printable(left+right) + "\n" +
		strings.Repeat(" ", len(number)) + " | " + blank(dots+left) + "^"
}

// line is a line of the source, from 1; empty where there is none.
func (d *Document) line(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// splitAt cuts s after n characters.
func splitAt(s string, n int) (string, string) {
	for i := range s {
		if n <= 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}

// blank is as wide as s: tabs stay, so that the caret stands below its column.
func blank(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, s)
}

// printable keeps an excerpt from steering the terminal that shows it.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && isControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func isControl(r rune) bool { return r < 0x20 || r >= 0x7F && r < 0xA0 }

// parentPath is the path of what holds the value: "a.b[2]" is held by "a.b".
func parentPath(path string) string {
	if quoted := strings.LastIndex(path, `["`); quoted >= 0 && strings.HasSuffix(path, `"]`) {
		return path[:quoted]
	}
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}

func childPath(parent, key string) string {
	if key == "" || strings.ContainsAny(key, `.[]"`) {
		return parent + "[" + strconv.Quote(key) + "]"
	}
	if parent == "" {
		return key
	}
	return parent + "." + key
}

func itemPath(parent string, index int) string {
	return parent + "[" + strconv.Itoa(index) + "]"
}
