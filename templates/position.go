package templates

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"followupd/internal/strictyaml"
)

// positionOf turns a byte of a file into a line and a column, both from 1, the
// column in characters.
func positionOf(src string, offset int) (line, column int) {
	before := src[:min(max(offset, 0), len(src))]
	line = 1 + strings.Count(before, "\n")
	return line, 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

// offsetOf is the byte of a file at a line and column.
func offsetOf(src string, line, column int) int {
	offset := 0
	for ; line > 1; line-- {
		end := strings.IndexByte(src[offset:], '\n')
		if end < 0 {
			return len(src)
		}
		offset += end + 1
	}
	for ; column > 1 && offset < len(src) && src[offset] != '\n'; column-- {
		_, size := utf8.DecodeRuneInString(src[offset:])
		offset += size
	}
	return offset
}

// problemAt is an error at a byte of the template's file.
func (t *Template) problemAt(offset int, text, hint string) strictyaml.Problem {
	line, column := positionOf(t.src, offset)
	return strictyaml.Problem{
		File: t.File, Line: line, Column: column, Text: text, Hint: hint,
		Level: strictyaml.LevelError, Excerpt: excerpt(t.src, offset),
	}
}

// excerptSide is how many characters of a long line stand on either side of
// the caret.
const excerptSide = 60

// excerpt is the line with its number, and below it a caret. Only characters
// that can't steer a terminal come into it.
func excerpt(src string, offset int) string {
	offset = min(max(offset, 0), len(src))
	start := strings.LastIndexByte(src[:offset], '\n') + 1
	left, right := []rune(src[start:offset]), []rune{}
	if rest, _, _ := strings.Cut(src[offset:], "\n"); rest != "" {
		right = []rune(strings.TrimRight(rest, "\r"))
	}
	before, after := "", ""
	if len(left) > excerptSide {
		left, before = left[len(left)-excerptSide:], "…"
	}
	if len(right) > excerptSide {
		right, after = right[:excerptSide], "…"
	}
	line, _ := positionOf(src, offset)
	number := strconv.Itoa(line)
	shown := before + string(left) + string(right) + after
	return number + " | " + strings.Map(printable, shown) + "\n" +
		strings.Repeat(" ", len(number)) + " | " + strings.Map(blank, before+string(left)) + "^"
}

func printable(r rune) rune {
	if isControl(r) && r != '\t' {
		return utf8.RuneError
	}
	return r
}

func blank(r rune) rune {
	if r == '\t' {
		return r
	}
	return ' '
}

// isControl tells whether r is a control character, line ends among them.
func isControl(r rune) bool { return r < 0x20 || r >= 0x7F && r < 0xA0 }
