package templates

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleLeftover is the rule that placeholders break.
const ruleLeftover = "placeholder"

// leftover is a placeholder in a template's own text, by its byte in the file.
type leftover struct {
	offset int
	words  string
}

// longestLeftover is how long a placeholder can be, in bytes.
const longestLeftover = 64

var (
	// emptyGreeting is a line's beginning with a gap where a name should be.
	emptyGreeting = regexp.MustCompile(`^[ \t]*\pL[\pL/.]*(?: \pL[\pL/.]*){0,3}[ \t]+,`)

	// bracketed are the fields of other programs, and the ways in which people
	// mark what is still to be written. Each begins with one of brackets.
	bracketed = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`\{[ \t]*[\pL_][\pL\d_. ]{0,40}\}`, // {first_name}
		`%[A-Z][A-Z_]{2,40}%`,              // %FIRSTNAME%
		`\*\|[A-Z_:]{2,40}\|\*`,            // *|FNAME|*
		`\[\[[^\[\]\n]{1,40}\]\]`,          // [[name]]
		`\[[A-Z][A-Z_ ]{2,40}\]`,           // [YOUR NAME]
		`\[\pL[\pL\d_./-]{1,40}\]`,         // [Name]
		`\$[A-Z][A-Z_]{3,40}`,              // $NAME
		`\$[a-z]+_[a-z_]{2,40}`,            // $first_name
		`(?i:\[(?:your|my|first|last|full|company|their|insert|ihr|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_ ]{0,40}\])`,
		`(?i:<(?:your|first|last|full|company|insert|name|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_ ]{0,40}>)`,
		`_{3,}`,
	}, "|") + `)`)

	// asMarkdown is what follows on square brackets where they are Markdown's: the
	// words of a link, a reference, or the place where it leads.
	asMarkdown = regexp.MustCompile(`^(?:\(|\]|\[\d+\]|:[ \t]*<?https?:)`)

	// amended is what people put into square brackets within the words of others.
	amended = regexp.MustCompile(`^\[(?i:sic|recte|the|they|them|their|he|she|his|her|we|our|it|its|is|are|was|were|er|sie|es|wir|der|die|das|den|dem)\]$`)
)

const brackets = "{%*[<_$"

// unwritten are the words that mark what is still to be written.
var unwritten = []string{"XXX", "TODO", "FIXME", "TBD", "TKTK", "Lorem ipsum", "lorem ipsum"}

// findLeftovers finds placeholders in the template's own words. Data isn't
// looked at: what stands in it is a person's own.
func (t *Template) findLeftovers() []leftover {
	var list []leftover
	for _, part := range []struct {
		text  string
		place func(int) int
	}{{t.Subject, t.subjectOffset}, {t.Body, func(offset int) int { return t.bodyStart + offset }}} {
		text := maskActions(blankComments(part.text))
		for _, at := range slices.Concat(findBracketed(text), findUnwritten(text), findEmptyGreetings(text)) {
			list = append(list, leftover{part.place(at[0]), text[at[0]:at[1]]})
		}
	}
	return list
}

func findBracketed(text string) [][2]int {
	var list [][2]int
	for at := 0; ; {
		i := strings.IndexAny(text[at:], brackets)
		if i < 0 {
			return list
		}
		start := at + i
		at = start + 1
		found := bracketed.FindString(text[start:min(start+longestLeftover, len(text))])
		if found == "" {
			continue
		}
		at = start + len(found)
		if !meantSo(text, start, at) {
			list = append(list, [2]int{start, at})
		}
	}
}

// meantSo tells whether what looks like a placeholder is Markdown, or part of
// what somebody writes.
func meantSo(text string, start, end int) bool {
	found := text[start:end]
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	switch found[0] {
	case '[':
		part := unicode.IsLetter(before) && 'a' <= found[1] && found[1] <= 'z' // list[first], Kolleg[inn]en
		return part || asMarkdown.MatchString(text[end:]) || amended.MatchString(found)
	case '$':
		return unicode.IsLetter(before) || unicode.IsDigit(before)
	case '_':
		line := text[strings.LastIndexByte(text[:start], '\n')+1 : end]
		rest, _, _ := strings.Cut(text[end:], "\n")
		return found == "___" && (unicode.IsLetter(before) || unicode.IsLetter(after) || strings.TrimSpace(line+rest) == found)
	}
	return false
}

func findUnwritten(text string) [][2]int {
	var list [][2]int
	for _, word := range unwritten {
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(word)
			for at < len(text) && text[at] == 'X' {
				at++
			}
			if !besideLetter(text, start, at) {
				list = append(list, [2]int{start, at})
			}
		}
	}
	return list
}

// besideLetter tells whether a piece of text is only a part of a word.
func besideLetter(text string, start, end int) bool {
	letter := func(c byte) bool { return c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }
	return start > 0 && letter(text[start-1]) || end < len(text) && letter(text[end])
}

func findEmptyGreetings(text string) [][2]int {
	var list [][2]int
	for at := 0; ; {
		comma := strings.IndexByte(text[at:], ',')
		if comma < 0 {
			return list
		}
		end := at + comma + 1
		at = end
		if end < 2 || text[end-2] != ' ' && text[end-2] != '\t' {
			continue
		}
		start := strings.LastIndexByte(text[:end], '\n') + 1
		if found := emptyGreeting.FindString(text[start:end]); len(found) == end-start {
			list = append(list, [2]int{start, end})
		}
	}
}
