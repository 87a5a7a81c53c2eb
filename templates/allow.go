package templates

import (
	"regexp"
	"strings"
)

// allowance is one <!-- lint: ignore RULE because REASON --> of a template: the
// rule isn't applied to this file.
type allowance struct {
	rule, reason string
	offset       int // in the file
}

var allowComment = regexp.MustCompile(`^<!--\s*lint:\s*(?:ignore|allow)\s+([\w-]+)(?:\s+because\s+(.*?))?\s*-->$`)

// allowances reads the comments of a body that begins at the byte start of a
// file.
func allowances(src string, start int) []allowance {
	var list []allowance
	for _, c := range comments(src[start:]) {
		text := strings.Join(strings.Fields(src[start+c.start:start+c.end]), " ")
		if m := allowComment.FindStringSubmatch(text); m != nil {
			list = append(list, allowance{rule: m[1], reason: m[2], offset: start + c.start})
		}
	}
	return list
}

// allows tells whether a rule is silenced. Without a reason it isn't.
func (t *Template) allows(rule string) bool {
	for _, a := range t.allowed {
		if a.rule == rule && a.reason != "" {
			return true
		}
	}
	return false
}
