package templates

import "strings"

// What people call the fields of a mail that are still to be filled. A word alone
// in brackets is a placeholder only if it stands here: any other may be meant so.
var (
	fieldWords = wordSet(`
		name names firstname lastname fullname forename surname yourname companyname company organisation organization
		first last title greeting salutation date month day time product role position link url email website phone city
		price amount
		vorname nachname familienname anrede titel firma firmenname unternehmen unternehmensname datum monat produkt
		produktname stadt telefon telefonnummer webseite preis betrag uhrzeit
		prénom prenom nom entreprise société societe produit ville lien prix montant téléphone
		nombre apellido apellidos empresa fecha producto ciudad enlace precio importe teléfono
		nome cognome azienda prodotto città prezzo importo telefono
		sobrenome apelido produto cidade preço telefone
		naam voornaam achternaam bedrijf bedrijfsnaam prijs bedrag`)

	// fieldQualifiers stand before a field word, and are none alone: [your_name].
	fieldQualifiers = wordSet("your my their our full insert ihr ihre dein customer client contact user recipient sender prospect lead job start end event meeting")

	// forms of address are a placeholder where one is to be chosen: [Herr/Frau].
	formsOfAddress = wordSet("herr herrn frau mr mrs ms miss sir madam m mme monsieur madame sr sra señor señora sig signor signora senhor senhora heer mevrouw dhr mevr")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// isField tells whether a word, or several joined by _, - or /, is the name of a
// field, in whatever case.
func isField(word string) bool {
	word = strings.Replace(strings.ToLower(word), "e-mail", "email", 1)
	if fieldWords[word] {
		return true
	}
	parts := strings.FieldsFunc(word, func(c rune) bool { return c == '_' || c == '-' || c == '/' })
	fields, forms := 0, 0
	for _, part := range parts {
		part = strings.TrimSuffix(part, ".")
		switch {
		case fieldWords[part]:
			fields++
		case formsOfAddress[part]:
			forms++
		case !fieldQualifiers[part]:
			return false
		}
	}
	return fields > 0 || forms > 1
}
