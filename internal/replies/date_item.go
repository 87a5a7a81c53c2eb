package replies

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// dateItem is a word, a phrase or a number, with what it can mean in a date.
type dateItem struct {
	dateWord
	text     string // folded
	from, to int    // tokens
	num      int    // its value when it is a plain number, else -1
	digits   int    // how many digits a plain number has
	parts    []int  // the numbers of 14.08.2026 or 8/14
	mark     byte   // what stands between parts
	dot      bool   // a dot follows at once
	dash     bool   // a dash or slash joins it to what stands before
	breaks   bool   // a comma, dash or bracket stands before
	bracket  bool   // an opening bracket stands before
	glued    bool   // nothing stands between it and the item before
	upper    bool
	labelled bool // a ticket, a telephone, a version: no date
	subject  bool // "is" hangs on it: "Monday's better"
}

// lexDates gives the words and numbers of a sentence their meanings, in items, whose
// room it uses again.
func lexDates(items []dateItem, p *prose, s sentence, tongue string) []dateItem {
	items = slices.Grow(items[:0], s.to-s.from)
	for i := s.from; i < s.to; {
		t := p.tokens[i]
		it := dateItem{text: t.word, from: i, to: i + 1, num: -1, glued: t.glued && i > s.from, breaks: t.breaks, upper: t.upper}
		if n := len(items); n > 0 && t.word == "e" && items[n-1].num > 0 && p.text[p.tokens[i-1].end:t.start] == ":" {
			it.glued, it.breaks = true, false // Swedish "den 17:e"
		}
		if n := len(items); n > 0 && items[n-1].num > 0 && p.text[p.tokens[i-1].end:t.end] == ".º" {
			it.glued, it.breaks = true, false // Portuguese "o 1.º de maio"
			items[n-1].dot = false
		}
		it.bracket = t.breaks && i > s.from && strings.ContainsAny(p.text[p.tokens[i-1].end:t.start], "([（")
		it.dash = i > s.from && strings.ContainsAny(p.text[p.tokens[i-1].end:t.start], "-–—~～〜/")
		switch t.kind {
		case numberToken:
			items = append(items, lexNumber(p, it, items)...)
		case wordToken:
			word, n := dateWords().at(p.tokens[i:s.to], tongue)
			if short, ok := p.uncontracted(i, s, tongue); ok {
				word, n, it.subject = short, 1, true
				it.text = strings.TrimSuffix(t.word, "s")
			}
			if n == 1 && t.word == "e" && it.glued && len(items) > 0 && items[len(items)-1].num > 0 {
				word = dateWord{role: roleMark} // Dutch "de 24e", whatever else the letter means
			}
			if word.weak && word.weekday > 0 && n == 1 && !it.subject && strings.ContainsFunc(p.text[t.start:t.end], isApostrophe) {
				word.weekday = 0 // "we'd" is no Wednesday
			}
			it.dateWord, it.to = word, i+n
			if n > 1 {
				it.text = ""
			}
			if it.glued && it.has(roleMark) {
				it.dot = strings.HasPrefix(p.text[t.end:], ".") // "on the 31st."
			}
			if a, b, ok := dateWords().split(t.word); ok && n == 1 && word == (dateWord{}) {
				// "Monatsende" is the end of the month, "Novemberwoche" a week of November.
				last := it
				it.dateWord, last.dateWord = b, a
				items = append(items, it, last)
			} else {
				items = append(items, it)
			}
		default:
			it.labelled = true
			items = append(items, it)
		}
		i = it.to
	}
	return items
}

// aptWords follow an "is" that tells of a day; a thing behind it makes the day
// its owner's: "Monday's better", but "Monday's meeting".
var aptWords = wordSet(`better best good fine ok okay free possible ideal perfect great easier bad worse clear when out off the a my our not no`)

// doneWith tell behind a feast that it is over: "once Easter's done".
var doneWith = wordSet(`done over past gone behind finished`)

// uncontracted is the meaning of the day or month in token i that "is" is drawn
// together with.
func (p *prose) uncontracted(i int, s sentence, tongue string) (dateWord, bool) {
	t := p.tokens[i]
	name, ok := strings.CutSuffix(t.word, "s")
	if !ok || t.end-t.start == len(t.word) || i+1 >= s.to {
		return dateWord{}, false
	}
	d, next := dateWords().in(name, tongue), p.tokens[i+1].word
	if !aptWords[next] && !(doneWith[next] && d.season != seasonNone) {
		return dateWord{}, false
	}
	return d, (tongue == "en" || tongue == "") && (d.month > 0 || d.weekday > 0 || d.unit != unitNone || d.season != seasonNone || d.has(roleToday|roleTomorrow))
}

// lexNumber takes a run of digits and marks apart: one number, one date, or
// the two ends of a range.
func lexNumber(p *prose, it dateItem, before []dateItem) []dateItem {
	t := p.tokens[it.from]
	it.dot = t.end < len(p.text) && p.text[t.end] == '.'
	if n := len(before); n > 0 && (before[n-1].has(roleLabel) && !before[n-1].has(roleWeekNo) || before[n-1].labelled && it.glued) {
		it.labelled = true
		return []dateItem{it}
	}
	if v, err := strconv.Atoi(t.word); err == nil {
		switch {
		case len(t.word) == 2 && isShortYear(p, t.start):
			it.num, it.digits = 2000+v, 4
		case len(t.word) <= 4:
			it.num, it.digits = v, len(t.word)
		}
		return []dateItem{it}
	}
	if parts, mark := numericParts(t.word); parts != nil {
		if len(parts) == 2 && mark == '/' && parts[0] > 0 && parts[0] < parts[1] && parts[1] <= 31 && p.namesMonthBeside(it.from) {
			first, second := it, it
			first.num, first.digits, first.dot = parts[0], 1+parts[0]/10, false
			second.num, second.digits, second.dash, second.breaks = parts[1], 1+parts[1]/10, true, true
			return []dateItem{first, second} // "les 7/8 décembre"
		}
		it.parts, it.mark = parts, mark
		return []dateItem{it}
	}
	if a, b, ok := strings.Cut(t.word, "-"); ok {
		if isDashedDay(a, b) {
			it.parts, it.mark = []int{int(a[0]-'0')*10 + int(a[1]-'0'), int(b[0]-'0')*10 + int(b[1]-'0')}, '-'
			return []dateItem{it}
		}
		first, second := it, it
		second.dash, second.breaks, first.dot = true, true, false
		if first.end(a) && second.end(b) {
			return []dateItem{first, second}
		}
	}
	return []dateItem{it}
}

// namesMonthBeside says whether a month is named right beside token i, "of" apart.
func (p *prose) namesMonthBeside(i int) bool {
	month := func(j int) bool {
		if j < 0 || j >= len(p.tokens) || p.tokens[j].sentence != p.tokens[i].sentence || p.tokens[max(i, j)].breaks {
			return false
		}
		w := dateWords().word(p.tokens[j].word)
		return w.month > 0 && !w.weak
	}
	return month(i-1) || month(i+1) || month(i+2) && dateWords().word(p.tokens[i+1].word).has(roleArticle)
}

// isDashedDay tells "28-08", as the Dutch write a day and its month, from the
// range "5-11".
func isDashedDay(a, b string) bool {
	return len(a) == 2 && len(b) == 2 && onlyDigits(a+b) && b <= "12" && b > "00" && a > "00" && a <= "31" && (a[0] == '0' || b[0] == '0' || a > b)
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// isShortYear says whether an apostrophe stands for the century of the number
// at a byte: "January '27".
func isShortYear(p *prose, start int) bool {
	r, size := utf8.DecodeLastRuneInString(p.text[:start])
	return isApostrophe(r) && (start == size || isSpaceByte(p.text[start-size-1]))
}

// end reads one end of a range of numbers.
func (it *dateItem) end(word string) bool {
	if v, err := strconv.Atoi(word); err == nil && len(word) <= 2 {
		it.num, it.digits = v, len(word)
		return true
	}
	it.parts, it.mark = numericParts(word)
	return it.parts != nil
}

// numericParts reads the numbers of "2026-08-14", "14.08.26", "8/14".
func numericParts(word string) ([]int, byte) {
	at := strings.IndexAny(word, "./-")
	if at < 0 {
		return nil, 0
	}
	mark := word[at]
	fields := strings.Split(word, string(mark))
	if len(fields) > 3 || len(fields) == 2 && mark == '-' {
		return nil, 0
	}
	parts := make([]int, len(fields))
	for i, f := range fields {
		n, err := strconv.Atoi(f)
		if err != nil || len(f) > 4 || len(f) == 3 || len(f) == 4 && (len(fields) < 3 || i == 1) {
			return nil, 0
		}
		parts[i] = n
	}
	return parts, mark
}

var noItem = dateItem{num: -1}

// item is item i of the sentence, an empty one outside of it.
func (d *dater) item(i int) *dateItem {
	if i < 0 || i >= len(d.items) {
		return &noItem
	}
	return &d.items[i]
}

func (d *dater) is(i int, r dateRole) bool { return d.item(i).has(r) }

// skip passes articles, "of" and the marks of ordinals from i on, at most n.
func (d *dater) skip(i, n int) int {
	for ; n > 0 && d.is(i, roleArticle|roleMark) && d.item(i).month == 0; n-- {
		i++
	}
	return i
}

// year reads a year in item i or behind a word for "of".
func (d *dater) year(i int) (year, next int, ok bool) {
	for j := i; j <= i+1; j++ {
		if it := d.item(j); it.num >= 1900 && it.num < 2100 && it.digits == 4 {
			return it.num, j + 1, true
		}
		if !d.is(j, roleArticle) && d.item(j).text != "年" {
			break
		}
	}
	if to, ok := d.nextYear(i); ok {
		return d.today.Year + 1, to, true
	}
	return d.today.Year, i, false
}

// nextYear reads "next year", "nächsten Jahres", "de l'année prochaine" from item i on.
func (d *dater) nextYear(i int) (to int, ok bool) {
	if d.item(i).breaks {
		return 0, false
	}
	j := d.skip(i, 3)
	const next = roleNext | roleComing
	switch {
	case d.is(j, next) && d.item(j).unit == unitNone && d.item(j+1).unit == unitYear && !d.is(j+1, roleFiscal|rolePlural):
		return j + 2, true
	case d.item(j).unit == unitYear && !d.is(j, roleFiscal|rolePlural) && d.is(j+1, next):
		return j + 2, true
	}
	return 0, false
}

// startsClock says whether the number in item i is followed by what makes it a time of day.
func (d *dater) startsClock(i int) bool {
	return d.is(i+1, roleClock) && d.item(i+1).unit == unitNone || d.item(i+1).unit == unitHour
}

// isClock says whether the number in item i is a time of day: "8.30 Uhr", "at 10.15".
func (d *dater) isClock(i int) bool {
	return d.startsClock(i) || d.is(i-1, roleClockAt)
}
