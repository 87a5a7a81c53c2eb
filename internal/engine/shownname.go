package engine

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// namesOf are the fields that the name gives which a mail shows for an address:
// "Nina Berg", "Berg, Nina", "Dr. Nina Berg", "Nina". Nil where it may be no
// person's: a mail that begins with a wrong name is worse than one that waits for
// the right one.
func namesOf(shown, address string) map[string]string {
	last, first, turned := strings.Cut(shown, ",")
	if turned {
		shown = first + " " + last
	}
	words := strings.Fields(shown)
	for len(words) > 0 && isTitle(words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 6 || !isGivenName(words[0]) || slices.ContainsFunc(words, noPersons) {
		return nil
	}
	local, domain, _ := strings.Cut(address, "@")
	if given := letters(words[0]); !strings.Contains(letters(local), given) && (len(words) == 1 || strings.Contains(letters(domain), letters(strings.Join(words, "")))) {
		return nil // a firm may be called so
	}
	fields := map[string]string{"first_name": words[0]}
	if len(words) > 1 {
		fields["last_name"] = strings.Join(words[1:], " ")
	}
	return fields
}

// isTitle says whether a word stands before names and is none.
func isTitle(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ".")) {
	case "dr", "prof", "herr", "frau", "mr", "mrs", "ms", "miss", "mme", "mlle", "ing", "dipl.-ing", "dott", "dra", "drs", "ir", "sr", "sra", "sig", "dhr", "mevr":
		return true
	}
	return false
}

// isGivenName says whether a word is written as a first name is: Nina, Jean-Luc,
// D'Arcy; not NINA, nina, N. or 4you.
func isGivenName(word string) bool {
	runes := []rune(word)
	return len(runes) > 1 && unicode.IsUpper(runes[0]) && slices.ContainsFunc(runes, unicode.IsLower) &&
		!slices.ContainsFunc(runes, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '-' && r != '\'' && r != '’'
		})
}

// noPersons says whether a word is no person's: it names a firm, or a post.
func noPersons(word string) bool {
	if strings.ContainsAny(word, "@&()/|+:;\"0123456789") {
		return true
	}
	switch letters(word) {
	case "gmbh", "mbh", "ag", "kg", "ug", "ohg", "gbr", "ev", "inc", "llc", "llp", "ltd", "limited", "plc", "corp", "co", "company", "sl", "slu", "sa", "sas", "sarl", "srl", "spa",
		"bv", "nv", "oy", "ab", "lda", "kft", "sro", "pty", "group", "gruppe", "holding", "trading", "consulting", "solutions", "systems", "software", "services",
		"verlag", "media", "studio", "studios", "agency", "agentur", "partners", "partner", "und", "and",
		"info", "kontakt", "contact", "contacto", "contatto", "office", "buro", "buero", "sales", "vertrieb", "verkauf", "ventas", "vendite", "support", "service", "team", "help", "helpdesk", "kundenservice",
		"mail", "email", "hello", "hallo", "post", "admin", "administration", "billing", "invoices", "accounts", "accounting", "buchhaltung", "rechnung", "marketing", "presse", "press",
		"hr", "jobs", "it", "einkauf", "purchasing", "sekretariat", "empfang", "reception", "rezeption", "webmaster", "noreply", "no-reply", "department", "dept", "abteilung", "new", "the":
		return true
	}
	return false
}

// letters are those of a text, without case and accents.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}
