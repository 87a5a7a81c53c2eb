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
	local, domain, _ := strings.Cut(address, "@")
	parts := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("._-", r) })
	words := givenFirst(shown, parts)
	if len(words) == 0 || len(words) > 6 || !isGivenName(words[0]) || slices.ContainsFunc(words, noPersons) {
		return nil
	}
	given := letters(words[0])
	if len(words) == 1 { // a post, a firm and a surname stand alone, too
		if len(parts) < 2 || letters(parts[0]) != given {
			return nil
		}
		return map[string]string{"first_name": words[0]}
	}
	if !strings.Contains(letters(local), given) && strings.Contains(letters(domain), letters(strings.Join(words, ""))) {
		return nil // a firm may be called so
	}
	return map[string]string{"first_name": words[0], "last_name": strings.Join(words[1:], " ")}
}

// givenFirst are the words of a shown name, without titles. What stands behind a
// comma is a first name where the address says so: "Berg, Nina" is turned for
// nina.berg@, "Nina Berg, Acme" and "Nina Berg, PhD" are cut. Nil in doubt.
func givenFirst(shown string, parts []string) []string {
	before, behind, ok := strings.Cut(shown, ",")
	words := untitled(before)
	if !ok {
		return words
	}
	behind, _, _ = strings.Cut(behind, ",")
	given := untitled(behind)
	isOfAddress := func(part string) bool { return len(given) > 0 && letters(part) == letters(given[0]) }
	switch {
	case len(words) > 0 && !slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return !isParticle(w) }) && slices.ContainsFunc(parts, isOfAddress):
		return append(given, words...)
	case len(words) > 1 && !isParticle(words[0]):
		return words
	}
	return nil
}

// untitled are the words of a name without the titles before it.
func untitled(name string) []string {
	words := strings.Fields(name)
	for len(words) > 0 && isTitle(words[0]) {
		words = words[1:]
	}
	return words
}

// isParticle says whether a word stands before surnames and is a part of them.
func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "los", "las", "ter", "ten", "el", "al", "y", "e", "af", "av":
		return true
	}
	return false
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
		"hr", "jobs", "karriere", "career", "careers", "bewerbung", "it", "einkauf", "purchasing", "sekretariat", "empfang", "reception", "rezeption", "webmaster", "noreply", "no-reply", "department", "dept", "abteilung", "new", "the",
		"redaktion", "redaction", "redazione", "editorial", "newsletter", "news", "zentrale", "verwaltung", "geschaftsleitung", "geschaeftsleitung", "management", "direction",
		"praxis", "kanzlei", "apotheke", "klinik", "hotel", "restaurant", "cafe", "shop", "boutique", "werkstatt", "stadtwerke", "gemeinde", "institut",
		"bestellung", "bestellungen", "orders", "bestellservice", "pedidos", "ordini", "commandes", "anfrage", "anfragen", "anmeldung", "enquiries", "inquiries", "termine", "booking", "bookings", "reservierung", "reservations",
		"werbung", "logistik", "versand", "ltda", "from", "at":
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
