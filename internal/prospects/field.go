package prospects

import (
	"fmt"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
	"followupd/sequences"
	"followupd/templates"
)

// Field is a field's name as a column of that name gives it, and its value
// without space around it. why says what is wrong with them, "" if nothing is.
// An empty value is fine: it says that nothing is known.
func Field(name, value string) (field, trimmed, why string) {
	field, trimmed = fieldOf(name), strings.TrimSpace(value)
	switch {
	case field == "":
		return "", "", fmt.Sprintf("%q can't be a field's name", clip(name))
	case slices.Contains(templates.ReservedFields(), field):
		return "", "", fmt.Sprintf("%q is a word of the templates; give it another name", field)
	case isAddressColumn(field):
		return "", "", "an address is what a person is known by, and stays"
	case field == "reason" || field == "source":
		return "", "", fmt.Sprintf("the %s belongs to a sequence that somebody is in, and stays", field)
	}
	if why := valueFault(field, trimmed); why != "" {
		return "", "", field + ": " + why
	}
	return field, trimmed, ""
}

// valueFault says what is wrong with the value of a field.
func valueFault(field, value string) string {
	switch {
	case strings.ContainsFunc(value, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f || r == '\u2028' || r == '\u2029'
	}):
		return "holds control characters"
	case len(value) > maxField:
		return fmt.Sprintf("is %d bytes long, at most %d are taken", len(value), maxField)
	case value == "":
	case field == "timezone":
		// Mails would go out by another clock without a word.
		if _, err := sequences.LoadZone(value); err != nil {
			return fmt.Sprintf("there is no time zone %q; write it as in Europe/Madrid, or as in UTC+02:00", clip(value))
		}
	case field == "country":
		if sequences.Country(map[string]string{"country": value}) == "" {
			return fmt.Sprintf("there is no country %q; write its code, as in DE, or its name", clip(value))
		}
	}
	return ""
}

func isAddressColumn(column string) bool { return slices.Contains(addressColumns(), column) }

func addressColumns() []string {
	return []string{"email", "e_mail", "mail", "email_address", "e_mail_address", "mail_address"}
}

// UsualFields are the fields that lists of people mostly have.
func UsualFields() []string {
	return []string{
		"first_name", "last_name", "name", "company", "email", "country", "timezone", "title", "city", "phone", "salutation", "anrede", "role", "position",
		"department", "industry", "website", "language", "street", "zip", "state", "region", "referral", "referred_by", "reason", "source",
	}
}

// fieldOf is the field that a column becomes. A usual field is known however
// its words are parted: Time Zone, time-zone and TimeZone are all timezone.
func fieldOf(column string) string {
	field := templates.FieldName(column)
	for _, usual := range UsualFields() {
		if plain(field) == plain(usual) && !isAddressColumn(field) {
			return usual
		}
	}
	return field
}

func plain(field string) string { return strings.ReplaceAll(field, "_", "") }

// Meant is the known field that a new one was probably meant to be, or "".
func Meant(field string, known []string) string {
	if slices.Contains(known, field) || slices.Contains(UsualFields(), field) || isAddressColumn(field) {
		return ""
	}
	if usual := heading(field); usual != "" {
		return usual
	}
	if whose, ok := strings.CutSuffix(field, "_name"); ok && slices.Contains(known, whose) { // company_name
		return whose
	}
	return strictyaml.DidYouMean(field, known)
}
