package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/internal/strictyaml"
	"followupd/sequences"
)

// The width of lines where no terminal tells one, and the least and the most
// that a terminal's is taken for.
const (
	plainWidth = 100
	leastWidth = 60
	mostWidth  = 180
)

// width is how many characters a line of output has.
func (a *app) width() int {
	if f, ok := a.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return min(max(w, leastWidth), mostWidth)
		}
	}
	return plainWidth
}

// bold and faint mark text where the output may be coloured.
func (a *app) bold(s string) string  { return a.styled("1", s) }
func (a *app) faint(s string) string { return a.styled("2", s) }
func (a *app) alert(s string) string { return a.styled("33", s) } // yellow, on light and dark

func (a *app) styled(code, s string) string {
	if s == "" || !a.colours() {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// say prints a paragraph, wrapped; its first line begins with first, the
// others with as many spaces.
func (a *app) say(first, text string) {
	rest := strings.Repeat(" ", utf8.RuneCountInString(first))
	fmt.Fprintln(a.stdout, report.Hang(text, first, rest, a.width()))
}

// encode prints one value as JSON on one line, its keys always the same.
func (a *app) encode(v any) error { return encodeTo(a.stdout, v) }

func encodeTo(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// column is one column of a table. Those that give way are cut where a line is
// too narrow for all; an address never does, as other commands take it.
type column struct {
	head     string
	givesWay bool
}

// narrowest is how narrow a column gets that gives way.
const narrowest = 8

// legible is how narrow such a column may get before others are left out for it.
const legible = 12

// table prints rows in columns, below their heads. What a program reads isn't
// cut.
func (a *app) table(columns []column, rows [][]string) {
	widths := make([]int, len(columns))
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = c.head
	}
	for _, row := range append([][]string{heads}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	const between = 2
	for over := sum(widths) + between*(len(widths)-1) - a.width(); over > 0 && a.terminal(); over-- {
		widest := -1
		for i, c := range columns {
			if c.givesWay && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	spaces := strings.Repeat(" ", slices.Max(widths)+between)
	var text bytes.Buffer // a plan may have a hundred thousand rows
	line := func(row []string) {
		for i, cell := range row {
			cell = cut(cell, widths[i])
			text.WriteString(cell)
			text.WriteString(spaces[:widths[i]-utf8.RuneCountInString(cell)+between])
		}
		text.Truncate(len(bytes.TrimRight(text.Bytes(), " ")))
	}
	line(heads)
	fmt.Fprintln(a.stdout, a.bold(text.String()))
	text.Reset()
	for _, row := range rows {
		line(row)
		text.WriteByte('\n')
	}
	_, _ = a.stdout.Write(text.Bytes())
}

// without leaves a column out of a table that is too wide for the terminal; with
// narrow, of one that is so with all cut short that gives way.
func (a *app) without(head string, narrow bool, columns []column, rows [][]string) ([]column, [][]string) {
	const between = 2
	need := 0
	for i, c := range columns {
		widest := utf8.RuneCountInString(c.head)
		for _, row := range rows {
			widest = max(widest, utf8.RuneCountInString(row[i]))
		}
		if narrow && c.givesWay {
			widest = min(widest, legible)
		}
		need += widest + between
	}
	at := slices.IndexFunc(columns, func(c column) bool { return c.head == head })
	if at < 0 || !a.terminal() || need-between <= a.width() {
		return columns, rows
	}
	fewer := make([][]string, len(rows))
	for i, row := range rows {
		fewer[i] = slices.Delete(slices.Clone(row), at, at+1)
	}
	return slices.Delete(slices.Clone(columns), at, at+1), fewer
}

// cut is the beginning of a text that is longer than n characters.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:max(n-1, 0)]) + "…"
}

func sum(list []int) (n int) {
	for _, v := range list {
		n += v
	}
	return n
}

// dayWords and timeWords write times for people of the year at now.
func dayWords(t, now time.Time) string {
	if t.Year() != now.Year() {
		return t.Format("Mon 2 Jan 2006")
	}
	return t.Format("Mon 2 Jan")
}

// shortTime is a time without its weekday: 3 Nov 10:12.
func shortTime(t time.Time, zone *time.Location, now time.Time) string {
	t = t.In(zone)
	if t.Year() != now.In(zone).Year() {
		return t.Format("2 Jan 2006 15:04")
	}
	return t.Format("2 Jan 15:04")
}

func timeWords(t time.Time, zone *time.Location, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	return dayWords(t.In(zone), now.In(zone)) + t.In(zone).Format(" 15:04")
}

// person finds who has an address. Where nobody has it, the error says who may
// have been meant.
func (a *app) person(t *ledger.Tx, address string) (sequences.Person, error) {
	id, err := t.PersonByAddress(strings.TrimSpace(address))
	if err == nil {
		return t.Person(id)
	}
	if !errors.Is(err, ledger.ErrNotFound) {
		return sequences.Person{}, err
	}
	known, err := t.Addresses()
	if err != nil {
		return sequences.Person{}, err
	}
	return sequences.Person{}, fmt.Errorf("nobody with the address %s is known; %s", report.OneLine(address, 100), meant(strings.ToLower(address), known))
}

// meant is what to do about an address that nobody has.
func meant(address string, known []string) string {
	if len(known) == 0 {
		return "nobody is enrolled yet (see: followupd import --help)"
	}
	name, domain, whole := strings.Cut(address, "@")
	if !whole {
		name, domain = "", address // whoever is at that domain, or below it
		if !slices.ContainsFunc(known, func(k string) bool { return strings.HasSuffix(k, "@"+domain) }) {
			name, domain = address, ""
		}
	}
	if near := strictyaml.DidYouMean(address, known); near != "" && (whole || domain == "") {
		return "did you mean " + near + "?"
	}
	var like []string
	for _, k := range known {
		n, d, _ := strings.Cut(k, "@")
		if d == domain && domain != "" || n == name || domain == "" && name != "" && strings.Contains(k, name) {
			like = append(like, k)
		}
	}
	switch n := len(like); {
	case n == 0:
		return "see who is: followupd list"
	case n == 1:
		return "did you mean " + like[0] + "?"
	case n > 3:
		return fmt.Sprintf("near to it are %s and %d more", strings.Join(like[:3], ", "), n-3)
	default:
		return "did you mean one of " + strings.Join(like, ", ") + "?"
	}
}

// nearAddress is the known address of which both the name and the domain are a
// slip away from address, or empty: a colleague at the same domain is none.
func nearAddress(address string, known []string) string {
	near := func(a, b string) bool { return a == b || strictyaml.DidYouMean(a, []string{b}) != "" }
	name, domain, _ := strings.Cut(address, "@")
	return strictyaml.DidYouMean(address, slices.DeleteFunc(slices.Clone(known), func(k string) bool {
		n, d, _ := strings.Cut(k, "@")
		return !near(name, n) || !near(domain, d)
	}))
}

// whole names a person: Dana Reed, Acme <dana@acme.example>.
func whole(p *sequences.Person) string {
	return wholeName(ledger.Name(*p), p.Fields["company"], firstAddress(p))
}

func wholeName(name, company, address string) string {
	words := report.OneLine(name, 60)
	if company = report.OneLine(company, 60); company != "" && company != words {
		words += ", " + company
	}
	if address = report.OneLine(address, 254); address != "" && address != words {
		words += " <" + address + ">"
	}
	return words
}

func firstAddress(p *sequences.Person) string {
	if len(p.Addresses) == 0 {
		return ""
	}
	return p.Addresses[0]
}

// current is the enrolment that a person is in, else the one that they were in
// last; nil where there is none.
func current(p *sequences.Person) *sequences.Enrolment {
	if live := p.Live(); live != nil {
		return live
	}
	if n := len(p.Enrolments); n > 0 {
		return &p.Enrolments[n-1]
	}
	return nil
}
