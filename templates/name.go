package templates

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"followupd/internal/strictyaml"
)

// groups are the names with parts of their own, and their parts. Notes have
// whatever parts there are notes.
func groups() map[string][]string {
	return map[string][]string{
		"note":   nil,
		"last":   {"date", "words", "given"},
		"sender": {"name", "first_name", "address", "postal"},
		"value":  {"id", "title", "good_for", "link", "file"},
	}
}

// ReservedFields are the names that a column of an import can't have as a
// field, because templates know them as something else.
func ReservedFields() []string { return []string{"last", "note", "sender", "value"} }

// FieldName is the field that a column of an import becomes: lower case, with
// _ for everything but letters and digits ("First Name" is first_name). It is
// empty where nothing is left.
func FieldName(column string) string {
	var b strings.Builder
	gap := false
	// Some programs write é as e with an accent behind it, which is no letter.
	for _, r := range norm.NFC.String(strings.ToLower(strings.TrimSpace(column))) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap || b.Len() == 0 && unicode.IsDigit(r) {
			b.WriteByte('_')
		}
		b.WriteRune(r)
		gap = false
	}
	return b.String()
}

var fieldName = regexp.MustCompile(`^[\pL_][\pL\p{Nd}_]*$`)

// checkName says what is wrong with a field's name, and what to write instead.
func checkName(parts []string) (text, hint string) {
	full := strings.Join(parts, ".")
	for _, part := range parts {
		switch {
		case !fieldName.MatchString(part):
			return fmt.Sprintf("%q is not the name of a field", full), "fields are in lower case, with _ for all but letters and digits"
		case part != strings.ToLower(part):
			return fmt.Sprintf("fields are in lower case, and %q isn't", full), fmt.Sprintf("write %s", strings.ToLower(full))
		}
	}
	members, isGroup := groups()[parts[0]]
	switch {
	case isGroup && len(parts) == 1:
		return checkWholeGroup(full, members)
	case !isGroup && len(parts) > 1:
		return fmt.Sprintf("%q has no parts", parts[0]), fmt.Sprintf("write %s_%s for a column, or note.%s for a note", parts[0], parts[1], parts[1])
	case len(parts) > 2:
		return fmt.Sprintf("%q has no parts", parts[0]+"."+parts[1]), ""
	case isGroup && members != nil && !slices.Contains(members, parts[1]):
		hint = "known are " + parts[0] + "." + strings.Join(members, ", "+parts[0]+".")
		if near := strictyaml.DidYouMean(parts[1], members); near != "" {
			hint = "did you mean " + parts[0] + "." + near + "?"
		}
		return fmt.Sprintf("there is no %q", full), hint
	}
	return "", ""
}

func checkWholeGroup(name string, members []string) (text, hint string) {
	if members == nil {
		return "this doesn't say which note", "write note.estimator for the note called estimator"
	}
	return fmt.Sprintf("this doesn't say what of %q", name), "known are " + name + "." + strings.Join(members, ", "+name+".")
}
