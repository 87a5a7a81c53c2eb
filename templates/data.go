package templates

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Data is what is known of one prospect, and what their mail gives. It is text
// for the mail and nothing else: no part of it is ever read as a template, as
// Markdown or as HTML.
type Data struct {
	Fields map[string]string // by FieldName: first_name, company
	Notes  map[string]string // by name; {{ .note.estimator }}
	Last   LastExchange      // {{ .last.date }}, {{ .last.words }}, {{ .last.given }}

	// Referral is who sent us, Reason why this person is written to, Source
	// where the address is from: {{ .referral }}, {{ .reason }}, {{ .source }}.
	// Where one is empty the field of its name counts.
	Referral, Reason, Source string

	Sender Sender // {{ .sender.name }}, {{ .sender.first_name }}, …
	Value  Value  // what this mail gives: {{ .value.title }}, {{ .value.link }}, …

	Zone *time.Location // dates are written in it; nil is UTC
	Now  time.Time      // a date of this year is written without the year
}

// LastExchange is the last real exchange with a person. The zero value says
// that there was none.
type LastExchange struct {
	At    time.Time // when they wrote
	Words string    // their own words; a mail quotes at most quotedWords characters of them
	Given string    // what they were given then
}

// Sender is who the mail is from.
type Sender struct {
	Name    string
	Address string
	Postal  string // the postal address, for where the law asks for one
}

// quotedWords is how much of a person's own words a mail quotes, in characters.
const quotedWords = 160

// lookup is the value of a field by its name in templates; empty where there
// is none.
func (d Data) lookup(name, language string) string {
	group, member, grouped := strings.Cut(name, ".")
	if !grouped {
		return tidy(d.plain(name))
	}
	switch group {
	case "note":
		return tidy(d.Notes[member])
	case "last":
		return tidy(d.last(member, language))
	case "sender":
		return tidy(d.sender(member))
	case "value":
		return tidy(d.value(member))
	}
	return ""
}

func (d Data) plain(name string) string {
	special := ""
	switch name {
	case "referral":
		special = d.Referral
	case "reason":
		special = d.Reason
	case "source":
		special = d.Source
	}
	if special != "" {
		return special
	}
	return d.Fields[name]
}

func (d Data) last(member, language string) string {
	switch member {
	case "date":
		return d.date(d.Last.At, language)
	case "words":
		return brief(d.Last.Words, quotedWords)
	case "given":
		return d.Last.Given
	}
	return ""
}

func (d Data) sender(member string) string {
	switch member {
	case "name":
		return d.Sender.Name
	case "first_name":
		first, _, _ := strings.Cut(strings.TrimSpace(d.Sender.Name), " ")
		return first
	case "address":
		return d.Sender.Address
	case "postal":
		return d.Sender.Postal
	}
	return ""
}

func (d Data) value(member string) string {
	switch member {
	case "id":
		return d.Value.ID
	case "title":
		return d.Value.Title
	case "good_for":
		return d.Value.GoodFor
	case "link":
		return d.Value.Link
	case "file":
		return d.Value.File
	}
	return ""
}

// tidy takes the space around a value off, and empties what a spreadsheet or
// an export writes where it has nothing.
func tidy(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
	switch s {
	case "N/A", "n/a", "#N/A", "#NV", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "NULL", "null", "NaN", "nil", "undefined", "<no value>",
		"-", "--", "---", "–", "—", "?", "??", ".", "_":
		return ""
	}
	return s
}

// brief is text on one line, cut at a word where it is longer than most.
func brief(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:.-") + "…"
}

// date is a day as one writes it in a mail: "12 October", with the year where
// it isn't this one.
func (d Data) date(at time.Time, language string) string {
	if at.IsZero() {
		return ""
	}
	zone := d.Zone
	if zone == nil {
		zone = time.UTC
	}
	at = at.In(zone)
	return Day(language, at, !d.Now.IsZero() && d.Now.In(zone).Year() != at.Year())
}

// Day is a day as a language writes it: "12 October", "12. Oktober".
func Day(language string, at time.Time, year bool) string {
	number := strconv.Itoa(at.Day())
	if language == "fr" && at.Day() == 1 {
		number = "1er"
	}
	day := fmt.Sprintf(dayFormat(language), number, monthName(language, at.Month()))
	if year {
		day += yearFormat(language) + strconv.Itoa(at.Year())
	}
	return day
}

// Month is a month as a language writes it.
func Month(language string, at time.Time, year bool) string {
	name := monthName(language, at.Month())
	if year {
		name += yearFormat(language) + strconv.Itoa(at.Year())
	}
	return name
}

func dayFormat(language string) string {
	switch language {
	case "de":
		return "%s. %s"
	case "es", "pt":
		return "%s de %s"
	}
	return "%s %s"
}

func yearFormat(language string) string {
	if language == "es" || language == "pt" {
		return " de "
	}
	return " "
}

func monthName(language string, month time.Month) string {
	names, ok := map[string]string{
		"de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
		"es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"nl": "januari februari maart april mei juni juli augustus september oktober november december",
		"pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	}[language]
	if !ok {
		return month.String()
	}
	return strings.Fields(names)[month-1]
}
