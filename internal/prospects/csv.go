// Package prospects reads the files that people bring their prospects in.
//
// It is pure: bytes in, people or problems out. It must never pass on a row
// that it isn't sure of, and tells everything that is wrong with a file at
// once, each problem with its line.
package prospects

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"followupd/internal/strictyaml"
	"followupd/templates"
)

// maxField is the longest value of a field, in bytes.
const maxField = 4096

// Row is one person of a file.
type Row struct {
	Line    int
	Address string            // lower-cased, its domain in ASCII
	Fields  map[string]string // by templates.FieldName; empty ones left out
	Reason  string
	Source  string
}

// Problem is something wrong with a file: with a row of it, or with the file as
// a whole.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column,omitempty"` // in characters, from 1; 0 where the whole line is meant
	Text    string `json:"text"`
	Excerpt string `json:"excerpt,omitempty"` // the line, and below it a caret
	Whole   bool   `json:"-"`                 // no row can be read for it, or there is none
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Text)
	}
	if p.Column == 0 {
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Text)
}

// Defaults stand in for columns that a file lacks or leaves empty.
type Defaults struct{ Reason, Source string }

// Read reads a file with a header line, separated by commas, semicolons or
// tabs, in UTF-8 (with or without a byte order mark), UTF-16 (with one) or
// Windows-1252. The rows
// are those without a problem.
func Read(name string, src []byte, d Defaults) ([]Row, []Problem) {
	f := newFile(name, src, d)
	if what := workbook(src); what != "" {
		f.problem(0, "%s, and no CSV file: open it there, save it as CSV (File, Save As, CSV UTF-8), and import that", what)
		f.whole()
		return nil, f.problems
	}
	if !f.header() {
		f.whole()
		return nil, f.problems
	}
	for f.row() {
	}
	if len(f.rows) == 0 && len(f.problems) == 0 {
		f.problem(1, "the file has no rows after the line that names the columns")
		f.whole()
	}
	return f.rows, f.problems
}

// workbook names what a file is that a spreadsheet program keeps for itself; empty
// for a text.
func workbook(src []byte) string {
	switch {
	case bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(src, []byte("PK\x03\x04")) && bytes.Contains(src, []byte("xl/")):
		return "this is an Excel file"
	case bytes.HasPrefix(src, []byte("PK\x03\x04")) && bytes.Contains(src, []byte("opendocument.spreadsheet")):
		return "this is a LibreOffice file"
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		return "this is a packed file (zip)"
	}
	return ""
}

func (f *file) whole() {
	for i := range f.problems {
		f.problems[i].Whole = true
	}
}

func newFile(name string, src []byte, d Defaults) *file {
	text := decode(src)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	f := &file{name: name, lines: strings.Split(text, "\n"), reader: r, defaults: d, seen: map[string]int{}}
	f.source = strictyaml.Lines(name, strings.ReplaceAll(text, "\r\n", "\n"))
	return f
}

// Slips tells which columns of a file look like slips of known fields. They are
// fields of their own all the same: who wrote them may mean it.
func Slips(name string, src []byte, known []string) []Problem {
	f := newFile(name, src, Defaults{})
	record, err := f.reader.Read()
	if err != nil {
		return nil // told by Read
	}
	for i, name := range record {
		column := fieldOf(name)
		if meant := Meant(column, known); meant != "" && !slices.ContainsFunc(record, func(other string) bool {
			return fieldOf(other) == meant || meant == "email" && isAddressColumn(fieldOf(other))
		}) {
			f.field(i, "warning: column %d becomes a field of its own, %s; did you mean %s?", i+1, column, meant)
		}
	}
	return f.problems
}

// decode makes UTF-8 of a file. What isn't UTF-8 is taken for Windows-1252,
// which spreadsheets write where they don't write UTF-8.
func decode(src []byte) string {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(src); err == nil {
			return string(out)
		}
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if utf8.Valid(src) {
		return string(src)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(src)
	if err != nil {
		return string(src)
	}
	return string(out)
}

// separator is what the header line is separated by, outside of quotes.
func separator(text string) rune {
	counts := map[rune]int{}
	quoted := false
scan:
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			break scan
		case c == ',' || c == ';' || c == '\t':
			counts[c]++
		}
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

type file struct {
	name     string
	lines    []string
	source   *strictyaml.Document
	reader   *csv.Reader
	defaults Defaults
	columns  []string
	email    int
	seen     map[string]int
	rows     []Row
	problems []Problem
}

// problem tells of a line as a whole.
func (f *file) problem(line int, format string, args ...any) { f.at(line, 0, format, args...) }

// field tells of one value of the row that was read last.
func (f *file) field(i int, format string, args ...any) {
	line, column := f.reader.FieldPos(i)
	f.at(line, column, format, args...)
}

// at tells of a byte of a line, from 1; 0 is the whole line.
func (f *file) at(line, column int, format string, args ...any) {
	p := Problem{File: f.name, Line: line, Text: fmt.Sprintf(format, args...)}
	if column > 0 && line > 0 && line <= len(f.lines) {
		text := f.lines[line-1]
		p.Column = utf8.RuneCountInString(text[:min(column-1, len(text))]) + 1
	}
	if line > 0 {
		p.Excerpt = f.source.ProblemAt(line, max(p.Column, 1), "", "").Excerpt
	}
	f.problems = append(f.problems, p)
}

func (f *file) header() bool {
	record, err := f.reader.Read()
	if errors.Is(err, io.EOF) {
		f.problem(1, "the file is empty; its first line has to name the columns (email, first_name, company …)")
		return false
	}
	if err != nil {
		f.problem(1, "the first line can't be read: %v", err)
		return false
	}
	f.email = -1
	for i, name := range record {
		column := fieldOf(name)
		switch {
		case column == "" && strings.TrimSpace(name) != "":
			f.field(i, "column %d: %q can't be a field's name", i+1, clip(name))
		case column != "" && slices.Contains(f.columns, column):
			f.field(i, "column %d: there are two columns %q", i+1, column)
		case slices.Contains(templates.ReservedFields(), column):
			f.field(i, "column %d: %q is a word of the templates; give the column another name", i+1, column)
		}
		f.columns = append(f.columns, column)
		if f.email < 0 && isAddressColumn(column) {
			f.email = i
		}
	}
	if f.email < 0 {
		f.noAddress(record)
	}
	return len(f.problems) == 0
}

// noAddress tells that no column is called email, and which one looks like it:
// by its name, by what stands in it, or by a part of its name.
func (f *file) noAddress(record []string) {
	starts := make([][2]int, len(record)) // lines and bytes
	for i, name := range record {
		starts[i][0], starts[i][1] = f.reader.FieldPos(i)
		if isAddress(name) {
			f.field(i, "the first line has to name the columns (email, first_name, company …), and an address stands here")
			return
		}
	}
	first, err := f.reader.Read()
	if err != nil {
		first = nil
	}
	best, rank := -1, 0
	for i, column := range f.columns {
		if r := likeAddress(column, i < len(first) && isAddress(first[i])); r > rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		f.problem(1, "no column is called email: the address of each person has to stand in one of that name")
		return
	}
	which, words := fmt.Sprintf("column %d", best+1), "looks like it"
	if name := strings.TrimSpace(record[best]); name != "" {
		which += fmt.Sprintf(", %q,", clip(name))
	}
	if rank == likeByContent {
		words = "has addresses in it"
	}
	f.at(starts[best][0], starts[best][1], "no column is called email; %s %s: call it email", which, words)
}

// How much a column looks like the one for the address.
const (
	likeByPart = iota + 1 // of its name, which Mailing Street has, too
	likeByContent
	likeByBoth
	likeByName
)

func likeAddress(column string, holdsOne bool) int {
	part := strings.Contains(bare(column), "mail")
	switch {
	case heading(column) == "email" || strictyaml.DidYouMean(column, addressColumns()) != "":
		return likeByName
	case part && holdsOne:
		return likeByBoth
	case holdsOne:
		return likeByContent
	case part:
		return likeByPart
	}
	return 0
}

func isAddress(value string) bool {
	_, why := Address(strings.TrimSpace(value))
	return why == ""
}

// row reads one row; false at the file's end.
func (f *file) row() bool {
	record, err := f.reader.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse) && parse.StartLine < parse.Line:
		f.at(parse.StartLine, f.opened(parse.StartLine), "a quote opens here and isn't closed in this line; close it, or write a quote inside a value twice")
		return true
	case errors.As(err, &parse):
		f.at(parse.Line, parse.Column, "%v; a quote inside a value is written twice", parse.Err)
		return true
	case err != nil:
		f.problem(0, "%v", err)
		return false
	}
	line, _ := f.reader.FieldPos(0)
	if blank(record) {
		return true
	}
	before := len(f.problems)
	if len(record) > len(f.columns) {
		f.field(len(f.columns), "has %d values, the first line names %d columns", len(record), len(f.columns))
	}
	row := Row{Line: line, Fields: map[string]string{}, Reason: f.defaults.Reason, Source: f.defaults.Source}
	for i, value := range record {
		if i < len(f.columns) {
			f.value(&row, i, strings.TrimSpace(value))
		}
	}
	f.complete(&row, line)
	if len(f.problems) == before {
		f.seen[row.Address] = line
		f.rows = append(f.rows, row)
	}
	return true
}

// opened is the byte of a line, from 1, at which the quote opens that isn't closed
// in it; 0 where there is none.
func (f *file) opened(line int) (at int) {
	if line < 1 || line > len(f.lines) {
		return 0
	}
	for i, c := range []byte(f.lines[line-1]) {
		switch {
		case c == '"' && at == 0:
			at = i + 1
		case c == '"':
			at = 0
		}
	}
	return at
}

func blank(record []string) bool {
	return !slices.ContainsFunc(record, func(s string) bool { return strings.TrimSpace(s) != "" })
}

func (f *file) value(row *Row, i int, value string) {
	column := f.columns[i]
	why := valueFault(column, value)
	switch {
	case why != "":
		f.field(i, "%s: %s", columnName(column, i), why)
	case i == f.email:
		row.Address = f.address(row.Line, i, value)
	case value == "" || column == "":
	case column == "reason":
		row.Reason = value
	case column == "source":
		row.Source = value
	default:
		row.Fields[column] = value
	}
}

func columnName(column string, i int) string {
	if column == "" {
		return fmt.Sprintf("column %d", i+1)
	}
	return column
}

func (f *file) address(line, i int, value string) string {
	if value == "" {
		f.field(i, "has no address")
		return ""
	}
	address, why := Address(value)
	if why != "" {
		f.field(i, "%q %s", clip(value), why)
		return ""
	}
	if first, twice := f.seen[address]; twice {
		f.field(i, "%s stands in line %d already", address, first)
		return ""
	}
	return address
}

// Address is an address as it is written down: lower-cased, its domain in
// ASCII. why says what is wrong with it, "" if nothing is.
func Address(value string) (address, why string) {
	parsed, err := mail.ParseAddress(value)
	if err != nil {
		return "", "is not an address"
	}
	local, domain, _ := strings.Cut(parsed.Address, "@")
	if i := strings.LastIndexByte(parsed.Address, '@'); i >= 0 {
		local, domain = parsed.Address[:i], parsed.Address[i+1:]
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	switch {
	case err != nil || !strings.Contains(ascii, "."):
		return "", "has no domain that mail could reach"
	case strings.ContainsFunc(local, func(r rune) bool { return r <= ' ' || r > '~' }):
		return "", "has characters before the @ that mail servers don't take"
	case len(local) > 64 || len(ascii) > 255:
		return "", "is too long"
	}
	return strings.ToLower(local + "@" + ascii), ""
}

func (f *file) complete(row *Row, line int) {
	if row.Reason == "" {
		f.problem(line, "has no reason: say why this person is written to, in a column reason or with --reason")
	}
	if row.Source == "" {
		f.problem(line, "has no source: say where the address comes from, in a column source or with --source")
	}
}

// clip keeps hostile or endless values out of messages.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
