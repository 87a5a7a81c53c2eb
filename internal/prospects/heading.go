package prospects

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// headings are what lists in other languages, and some in English, call the
// usual fields, as bare writes them. Lists are never renamed by it: a word may
// mean something else to who wrote it, and templates may use it as it stands.
func headings() map[string]string {
	return map[string]string{
		"first_name":  "vorname rufname forename givenname prenom nombre nombredepila nome nomeproprio primeironome voornaam imie fornavn fornamn",
		"last_name":   "nachname familienname zuname surname familyname nom nomdefamille apellido apellidos cognome sobrenome apelido achternaam nazwisko etternavn efternavn efternamn",
		"name":        "fullname vollername ansprechpartner kontaktperson nomcomplet nombrecompleto nomecompleto naam volledigenaam contactpersoon",
		"company":     "firma firmenname unternehmen organisation organization societe entreprise raisonsociale empresa compania azienda societa ditta companhia bedrijf bedrijfsnaam organisatie",
		"email":       "emailadresse mailadresse adresseemail adressemail adresseelectronique courriel mel correo correoelectronico direcciondecorreo postaelettronica indirizzoemail indirizzomail enderecodeemail emailadres mailadres epost",
		"timezone":    "zeitzone fuseau fuseauhoraire zonahoraria husohorario fuso fusoorario fusohorario tijdzone tz",
		"country":     "land staat pays pais paese nazione kraj",
		"city":        "ort stadt wohnort town ville localite ciudad localidad citta localita cidade localidade stad plaats woonplaats",
		"phone":       "telefon telefonnummer tel telephone mobil mobile handy portable telefono movil cellulare telefone celular telemovel telefoon telefoonnummer",
		"title":       "titel titre titulo titolo",
		"salutation":  "civilite tratamiento trattamento tratamento aanhef",
		"role":        "rolle funktion jobtitle fonction poste funcion cargo puesto ruolo funcao functie",
		"department":  "abteilung departement departamento reparto afdeling",
		"industry":    "branche secteur sector settore setor",
		"website":     "webseite homepage siteweb sitioweb sitoweb sito",
		"language":    "sprache langue idioma lingua taal",
		"street":      "strasse rue calle via rua straat",
		"zip":         "plz postleitzahl postcode zipcode postalcode codepostal codigopostal cap",
		"state":       "bundesland estado",
		"region":      "regione regiao regio",
		"referred_by": "empfohlenvon recommandepar recomendadopor raccomandatoda indicadopor aanbevolendoor",
		"reason":      "grund anlass motif raison motivo razon reden aanleiding",
		"source":      "quelle herkunft origine fuente origen fonte origem bron",
	}
}

// heading is the usual field that a column is called in another language, or "".
func heading(column string) string {
	word := bare(column)
	if word == "" {
		return ""
	}
	for field, words := range headings() {
		if strings.Contains(" "+words+" ", " "+word+" ") {
			return field
		}
	}
	return ""
}

// bare leaves letters and digits alone, without accents.
func bare(column string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFD.String(strings.ReplaceAll(strings.ToLower(column), "ß", "ss")))
}
