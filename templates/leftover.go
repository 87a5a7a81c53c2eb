package templates

import (
	"regexp"
	"strings"
)

// finding is a piece of a template's own text, by its byte in the file.
type finding struct {
	rule   string
	offset int
	words  string
}

// ruleLeftover is the rule that placeholders break.
const ruleLeftover = "placeholder"

var (
	// emptyGreeting is a greeting with a gap where the name should be.
	emptyGreeting = regexp.MustCompile(`(?m)^[ \t]*\pL[\pL/.]*(?: \pL[\pL/.]*){0,3}[ \t]+,`)

	// leftover are the ways in which people mark what is still to be written,
	// and the fields of other programs.
	leftover = regexp.MustCompile(strings.Join([]string{
		`\{[ \t]*[\pL_][\pL\d_. ]{0,40}\}`, // {first_name}
		`%[A-Z][A-Z_]{2,40}%`,              // %FIRSTNAME%
		`\*\|[A-Z_:]{2,40}\|\*`,            // *|FNAME|*
		`\[\[[^\[\]\n]{1,40}\]\]`,          // [[name]]
		`\[[A-Z][A-Z_ ]{2,40}\]`,           // [NAME]
		`(?i:\[(?:your|my|first|last|full|company|their|insert|ihr|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_ ]{0,40}\])`,
		`(?i:<(?:your|first|last|full|company|insert|name|vorname|nachname|firma|pr[ée]nom|nombre|nome)[\pL_ ]{0,40}>)`,
		`\b(?:XXX+|TODO|FIXME|TBD|TKTK)\b`,
		`_{4,}`,
		`(?i:\blorem ipsum\b)`,
	}, "|"))
)

// findLeftovers finds placeholders in the template's own words. Data isn't
// looked at: what stands in it is a person's own.
func (t *Template) findLeftovers() []finding {
	var list []finding
	search := func(text string, place func(int) int) {
		text = maskActions(blankComments(text))
		for _, at := range leftover.FindAllStringIndex(text, -1) {
			words := text[at[0]:at[1]]
			if after := text[at[1]:]; words[0] == '[' && (strings.HasPrefix(after, "(") || strings.HasPrefix(after, "]")) {
				continue // a link
			}
			list = append(list, finding{ruleLeftover, place(at[0]), words})
		}
		for _, at := range emptyGreeting.FindAllStringIndex(text, -1) {
			list = append(list, finding{ruleLeftover, place(at[0]), text[at[0]:at[1]]})
		}
	}
	search(t.Subject, t.subjectOffset)
	search(t.Body, func(offset int) int { return t.bodyStart + offset })
	return list
}

// The bytes that stand in the place of actions in a masked text: a printed
// value, and what only steers.
const (
	maskValue = '\x01'
	maskSteer = '\x02'
)

// maskActions puts one byte for each byte of an action, so that what is left
// are the template's own words, each in its place.
func maskActions(text string) string {
	b := []byte(text)
	for _, a := range scanActions(text) {
		mask := byte(maskValue)
		if a.isComment() || a.keyword() != "" || declared.MatchString(a.inner) {
			mask = maskSteer
		}
		for i := a.start; i < a.end; i++ {
			b[i] = mask
		}
	}
	return string(b)
}
