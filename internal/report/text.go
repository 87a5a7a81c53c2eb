package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// How wide a bar is in a text, and the label before it, in characters.
const (
	barWidth   = 16
	labelWidth = 26
)

// page is a text in the making.
type page struct{ strings.Builder }

// Text is the letter as plain text, in lines of at most Width characters but
// for words that are longer.
func (l Letter) Text() string {
	p := &page{}
	p.line("", "", "%s", l.title+", "+l.dates)
	p.WriteString("\n")
	p.line("", "", "%s", l.lead)
	for _, n := range l.notes {
		p.line("", "", "%s", n)
	}
	for _, s := range l.sections {
		p.section(s)
	}
	if len(l.foot) > 0 {
		p.WriteString("\n" + strings.Repeat("-", Width) + "\n")
	}
	for _, f := range l.foot {
		p.line("", "", "%s", f)
	}
	return p.String()
}

func (p *page) line(first, rest, format string, args ...any) {
	p.WriteString(Hang(fmt.Sprintf(format, args...), first, rest, Width) + "\n")
}

func (p *page) section(s section) {
	title := s.title
	if s.count > 0 {
		title = fmt.Sprintf("%s (%d)", title, s.count)
	}
	p.WriteString("\n" + title + "\n")
	if !s.part {
		p.WriteString(strings.Repeat("-", utf8.RuneCountInString(title)) + "\n")
	}
	if s.lead != "" {
		p.line("", "", "%s", s.lead)
	}
	if len(s.pile) > 0 {
		var parts []string
		for _, sl := range s.pile {
			parts = append(parts, fmt.Sprintf("%d %s", sl.n, sl.label))
		}
		p.line("", "", "%s.", List(parts))
	}
	for _, b := range s.bars {
		p.bar(b)
	}
	for _, b := range s.ranges {
		p.band(b)
	}
	for _, i := range s.items {
		p.item(i)
	}
	if s.more > 0 {
		p.line("  ", "  ", "%s", more(s.more, s.all))
	}
	if s.after != "" {
		p.line("", "", "%s", strings.TrimSpace(s.after+" "+s.how))
	}
}

// more tells of what was left out.
func more(n int, command string) string {
	text := fmt.Sprintf("and %d more", n)
	if command != "" {
		text += ": " + command
	}
	return text
}

func (p *page) item(i item) {
	first, rest := "  ", "    "
	switch {
	case i.number > 0:
		first = fmt.Sprintf("%2d. ", i.number)
		rest = strings.Repeat(" ", len(first))
	case i.name == "":
		first = "- "
		rest = "  "
	}
	text := i.text
	if i.note != "" {
		text = strings.TrimSuffix(text+"; "+i.note, "; ")
	}
	if i.say != "" {
		text = i.say + " – " + text
	}
	switch {
	case i.name == "":
		p.line(first, rest, "%s", strings.TrimSpace(text+" "+i.how))
		return
	case i.number > 0:
		p.line(first, rest, "%s", joinComma(i.name, i.detail))
		p.line(rest, rest, "%s", text)
	default:
		p.line(first, rest, "%s: %s", joinComma(i.name, i.detail), text)
	}
	if i.words != "" {
		p.line(rest+"“", rest+" ", "%s”", i.words)
	}
}

func joinComma(name, detail string) string {
	switch {
	case detail == "":
		return name
	case strings.HasPrefix(detail, "<"):
		return name + " " + detail
	}
	return name + ", " + detail
}

func (p *page) bar(b bar) {
	full := length(b.n, b.most, barWidth)
	done := min(length(b.done, b.most, barWidth), full)
	p.row(b.label, strings.Repeat("#", done)+strings.Repeat("-", full-done), b.text)
}

// length is how long a bar is; what isn't nothing is seen.
func length(n, most, width int) int {
	if n <= 0 || most <= 0 {
		return 0
	}
	return min(max((n*width+most/2)/most, 1), width)
}

// row is a label, a bar and words, each below the other where they don't fit.
func (p *page) row(label, bar, text string) {
	gap := labelWidth - utf8.RuneCountInString(label)
	if gap < 1 {
		p.line("  ", "    ", "%s", label)
		label, gap = "", labelWidth
	}
	p.WriteString(strings.TrimRight(fmt.Sprintf("  %s%s%-*s  %s", label, strings.Repeat(" ", gap), barWidth, bar, text), " ") + "\n")
}

func (p *page) band(b band) {
	p.line("  ", "    ", "%s: %s", b.label, b.text)
	p.WriteString("    [" + ruler(b) + "]\n")
	p.line("    ", "    ", "%s", b.before)
}

// ruler is a range as characters: = where the true share may lie, # at the one
// seen.
func ruler(b band) string {
	const width = 40
	at := func(v float64) int { return min(int(v/b.full*width), width-1) }
	line := []byte(strings.Repeat(".", width))
	for i := at(b.low); i <= at(b.high); i++ {
		line[i] = '='
	}
	line[at(b.at)] = '#'
	return string(line)
}
