package sequences

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sentBy are the reasons that name who sent us to somebody, in the languages that
// mails are written in; one of the groups is the name.
var sentBy = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^(?:(?:referred|recommended|introduced) by|(?:referral|recommendation|introduction) (?:by|from|of))(?: |: ?)(.+)$`),
	regexp.MustCompile(`(?i)^(?:(?:empfohlen|vermittelt|verwiesen) (?:von|durch)|(?:auf )?(?:empfehlung|vermittlung) (?:von|durch))(?: |: ?)(.+)$`),
	regexp.MustCompile(`(?i)^(?:von|durch) (.+) (?:empfohlen|vermittelt)$`),
	regexp.MustCompile(`(?i)^(?:(?:recommandée?|adressée?|envoyée?|orientée?) par|(?:sur (?:la )?)?recommandation (?:de\b|d['’]))[ :]*(.+)$`),
	regexp.MustCompile(`(?i)^(?:(?:recomendad[oa]|referid[oa]) por|(?:por )?recomendación de)(?: |: ?)(.+)$`),
	regexp.MustCompile(`(?i)^(?:(?:consigliat|segnalat|raccomandat)[oa] (?:da(?:l|lla)?\b|dall['’])|(?:su )?(?:consiglio|segnalazione|raccomandazione) d(?:i|el|ella)\b)[ :]*(.+)$`),
	regexp.MustCompile(`(?i)^(?:(?:recomendad|indicad|referenciad)[oa] (?:por|pel[oa])|(?:por )?(?:recomendação|indicação) d[eoa])(?: |: ?)(.+)$`),
	regexp.MustCompile(`(?i)^(?:(?:aanbevolen|doorverwezen|aangeraden) door|(?:op )?(?:aanbeveling|advies|doorverwijzing) van)(?: |: ?)(.+)$`),
	regexp.MustCompile(`(?i)^door (.+) (?:aanbevolen|doorverwezen|aangeraden)$`),
}

// sentLinks are the words of which each form of sentBy has one: most reasons have
// none, and a forecast of a hundred thousand people asks for each of them.
const sentLinks = " by from of von durch par de por pelo pela da dal dalla di del della do door van "

// mayName says whether a reason may be one of sentBy's.
func mayName(reason string) bool {
	for word := range strings.FieldsFuncSeq(reason, func(r rune) bool { return unicode.IsSpace(r) || r == ':' }) {
		word = strings.ToLower(word)
		if strings.ContainsAny(word, "'’") || strings.Contains(sentLinks, " "+word+" ") {
			return true
		}
	}
	return false
}

// noName are words in small letters that begin no name: a mail can't say that "a
// customer" sent us.
const noName = " a an one my our some the ein eine einem einer einen meinem meiner unserem unserer un une mon ma notre nos uno una mi mia mio nostro nostra nuestro nuestra um uma meu minha nosso nossa een mijn onze ons "

// Referrer is who sent us to a person: their field referral or referred_by,
// else the reason of the enrolment where it is "referred by …", or says the same
// in one of the languages of mails; "" where nobody is known.
func (p *Person) Referrer(e *Enrolment) string {
	for _, field := range []string{"referral", "referred_by"} {
		if name := strings.TrimSpace(p.Fields[field]); name != "" {
			return name
		}
	}
	if e == nil || !mayName(e.Reason) {
		return ""
	}
	reason := strings.Join(strings.Fields(norm.NFC.String(e.Reason)), " ")
	for _, form := range sentBy {
		if m := form.FindStringSubmatch(reason); m != nil {
			return personIn(m[1])
		}
	}
	return ""
}

// personIn is the name that a reason gives; "" where it is none.
func personIn(words string) string {
	words = strings.TrimRight(words, " .,;")
	first, _, _ := strings.Cut(words, " ")
	if strings.Contains(noName, " "+first+" ") || strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return ""
	}
	return words
}

// knows says whether a fact is known of a person in an enrolment, whose reason
// may name the one who sent us.
func (p *Person) knows(e *Enrolment, fact string) bool {
	return p.Has(fact) || fact == "referral" && p.Referrer(e) != ""
}

// TemplateOf is the template of a step for somebody: that of the opening is
// another one where the sequence has one for people whom somebody sent us to,
// and it is known who.
func (s Sequence) TemplateOf(p *Person, e *Enrolment, step Step) string {
	if s.ReferralOpening != "" && step.ID == s.Opening() && p.Referrer(e) != "" {
		return s.ReferralOpening
	}
	return step.Template
}

// Opening is the id of the first mail; "" where there is none.
func (s Sequence) Opening() string {
	for _, step := range s.Steps {
		if step.Task == "" {
			return step.ID
		}
	}
	return ""
}
