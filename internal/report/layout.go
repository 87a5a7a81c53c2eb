package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Width is how wide the lines of a mail are, in characters.
const Width = 72

// OneLine makes any text fit for one line or a header: control and invisible
// formatting characters are gone, runs of space are one, and it has at most
// max characters.
func OneLine(s string, limit int) string {
	s = strings.Join(strings.Fields(strings.Map(visible, strings.ToValidUTF8(s, "�"))), " ")
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	cut := string([]rune(s)[:max(limit-1, 0)])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// visible makes a space of what breaks lines or drives a terminal, and takes
// out what shows nothing or turns the direction of text.
func visible(r rune) rune {
	switch {
	case r == '\u200d': // joins signs into one
		return r
	case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp):
		return ' '
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// Quote marks somebody's text as theirs, line by line, wrapped, with at most
// maxLines lines; more says whether there was more.
func Quote(s string, maxLines int) (text string, more bool) {
	var b strings.Builder
	lines := 0
	blank := false
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, "�"))
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(strings.Map(visible, line))
		if line == "" {
			blank = lines > 0
			continue
		}
		for _, part := range strings.Split(Wrap(line, Width-2), "\n") {
			if lines >= maxLines {
				return b.String(), true
			}
			if blank {
				b.WriteString(">\n")
				blank = false
			}
			b.WriteString("> " + part + "\n")
			lines++
		}
	}
	return b.String(), false
}

// Wrap breaks one paragraph into lines of at most width characters, at spaces;
// a longer word stands alone.
func Wrap(s string, width int) string { return Hang(s, "", "", width) }

// Hang wraps one paragraph: its first line begins with first, the others with
// rest.
func Hang(s, first, rest string, width int) string {
	var b strings.Builder
	b.WriteString(first)
	column, empty := utf8.RuneCountInString(first), true
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		if !empty && column+1+n > width {
			b.WriteString("\n" + rest)
			column, empty = utf8.RuneCountInString(rest), true
		}
		if !empty {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
		empty = false
	}
	return b.String()
}
