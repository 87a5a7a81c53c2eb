package sequences

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"
)

// Country reads the field "country": a code of ISO 3166-1 (two or three
// letters) or the country's name in one of several languages. It returns the
// two-letter code, or empty where the field is absent or not understood.
func Country(fields map[string]string) string {
	text := fields["country"]
	if len(text) == 2 && MainZone(text) != "" {
		return text
	}
	folded := strings.TrimPrefix(foldName(text), "the ")
	if folded == "" {
		return ""
	}
	if code, ok := countryNames()[folded]; ok {
		return code
	}
	region, err := language.ParseRegion(strings.ToUpper(folded))
	if err != nil {
		return ""
	}
	if code := region.String(); MainZone(code) != "" {
		return code
	}
	return ""
}

// CountryName is the English name of a country (ISO 3166-1 alpha-2), or its code
// where it has none.
func CountryName(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := display.English.Regions().Name(region); name != "" {
		return name
	}
	return code
}

// countryNames knows every country's name in the languages that prospects'
// lists are mostly written in, and what else people write.
var countryNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for code := range zoneTable().main {
		region, err := language.ParseRegion(code)
		if err != nil {
			continue
		}
		for _, tag := range []language.Tag{
			language.English, language.German, language.French, language.Spanish, language.Italian,
			language.Portuguese, language.Dutch, language.Polish, language.Danish, language.Swedish,
			language.Norwegian, language.Finnish, language.Czech,
		} {
			names[foldName(display.Regions(tag).Name(region))] = code
		}
		if base, confidence := language.Make("und-" + code).Base(); confidence != language.No {
			if own := display.Regions(language.Make(base.String())); own != nil {
				names[foldName(own.Name(region))] = code
			}
		}
	}
	for name, code := range map[string]string{
		"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
		"great britain": "GB", "britain": "GB", "grossbritannien": "GB", "grande bretagne": "GB", "gran bretana": "GB",
		"gran bretagna": "GB", "inghilterra": "GB", "angleterre": "GB", "inglaterra": "GB", "schottland": "GB",
		"usa": "US", "united states of america": "US", "america": "US", "eeuu": "US", "ee uu": "US", "etats unis d amerique": "US",
		"holland": "NL", "holanda": "NL", "hollande": "NL", "olanda": "NL", "pays bas": "NL",
		"czech republic": "CZ", "tschechische republik": "CZ", "republique tcheque": "CZ", "republica checa": "CZ",
		"uae": "AE", "emirates": "AE", "vae": "AE", "korea": "KR", "south korea": "KR", "sudkorea": "KR",
		"russia": "RU", "russian federation": "RU", "bundesrepublik deutschland": "DE", "brd": "DE", "el": "GR",
		"republic of ireland": "IE", "eire": "IE", "turkey": "TR", "macedonia": "MK", "ivory coast": "CI",
		"hong kong": "HK", "hongkong": "HK", "macau": "MO", "macao": "MO", "viet nam": "VN", "burma": "MM", "swaziland": "SZ",
	} {
		names[name] = code
	}
	delete(names, "")
	return names
})

// foldName makes names comparable: lower case, no accents, single spaces, and
// nothing but letters and digits.
func foldName(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’':
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	return b.String()
}
