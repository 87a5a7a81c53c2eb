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
		`\{[ \t]*[\pL_][\pL\d_. ]{0,40}\}`,       // {first_name}
		`%[A-Z][A-Z_]{2,40}%`,                    // %FIRSTNAME%
		`\*\|[A-Z_:]{2,40}\|\*`,                  // *|FNAME|*
		`\[\[[^\[\]\n]{1,40}\]\]`,                // [[name]]
		`\[[A-Z][A-Z_]{0,40}[ _][A-Z_ ]{1,40}\]`, // [YOUR NAME]
		`\[\pL[\pL_./-]{1,60}\]`,                 // [Name], where it is a field's
		`\$[A-Z][A-Z_]{1,40}`,                    // $NAME, as well
		`\$[a-z]+_[a-z_]{2,40}`,                  // $first_name, as well
		`(?i:\[(?:your|my|first|last|full|company|their|insert|ihr|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_]{0,40} [\pL_ ]{0,40}\])`,
		`(?i:<(?:your|first|last|full|company|insert|name|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_ ]{0,40}>)`,
		`_{3,}`,
	}, "|") + `)`)

	// linked is what follows on square brackets where they are the words of a link,
	// or a reference and the place where it leads.
	linked = regexp.MustCompile(`^(?:\(|\]|:[ \t]*<?https?:)`)

	// reference is what follows on the words of a link that leads where another
	// line says.
	reference = regexp.MustCompile(`^\[[^\[\]\n]{0,80}\]`)

	// definition is a line that says where a reference leads.
	definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\[\]\n]{1,80})\]:[ \t]*<?(?:https?:|mailto:|tel:|` + string(rune(maskValue)) + `)`)
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
	labels := definedIn(text)
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
		if !meantSo(text, start, at, labels) {
			list = append(list, [2]int{start, at})
		}
	}
}

// meantSo tells whether what looks like a placeholder is Markdown, or part of
// what somebody writes.
func meantSo(text string, start, end int, labels map[string]bool) bool {
	found := text[start:end]
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	switch found[0] {
	case '[':
		if strings.HasPrefix(found, "[[") {
			return linked.MatchString(text[end:])
		}
		word := found[1 : len(found)-1]
		part := unicode.IsLetter(before) && 'a' <= found[1] && found[1] <= 'z' // list[first], Kolleg[inn]en
		blank := strings.Contains(word, " ") || strings.Contains(word, "_") && word == strings.ToUpper(word) || isField(word)
		return part || !blank || linked.MatchString(text[end:]) || refers(text[end:], word, labels)
	case '$':
		return unicode.IsLetter(before) || unicode.IsDigit(before) || !isField(found[1:])
	case '_':
		line := text[strings.LastIndexByte(text[:start], '\n')+1 : end]
		rest, _, _ := strings.Cut(text[end:], "\n")
		return found == "___" && (unicode.IsLetter(before) || unicode.IsLetter(after) || strings.TrimSpace(line+rest) == found)
	}
	return false
}

// refers tells whether a word in square brackets is of a reference link:
// [words][label], or [label] where a line says where it leads.
func refers(after, word string, labels map[string]bool) bool {
	if next := reference.FindString(after); next != "" {
		label := next[1 : len(next)-1]
		if label != "" && !isField(label) || labels[strings.ToLower(label)] {
			return true // and else [Name][Date] may be two blanks
		}
	}
	return labels[strings.ToLower(word)]
}

// definedIn are the labels of which a line says where they lead.
func definedIn(text string) map[string]bool {
	labels := map[string]bool{}
	if strings.Contains(text, "]:") {
		for _, found := range definition.FindAllStringSubmatch(text, -1) {
			labels[strings.ToLower(found[1])] = true
		}
	}
	return labels
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
