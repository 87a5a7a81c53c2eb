package replies

import "sync"

// Firms must tell people what they may do about their data, and do so in the words
// of those who demand it: "Information on your right to object is on our website".

// Folded, with a space on both sides of each word: what such a notice is about, what
// it tells of that, and what those say who speak of themselves or demand something.
const (
	rightsTopics = " your right| right to object | right to erasure | right of access | your data | your personal data | your information | privacy notice | privacy policy | privacy statement | data protection notice | on data protection |" +
		" ihr recht | ihre rechte | ihren rechten | ihrem recht | ihrem widerspruch| ihr widerspruch| recht auf | ihrer daten | ihre daten | ihren daten | ihrer personenbezogenen daten | datenschutz|" +
		" vos droits | votre droit | droit d | droits d | vos donnees | politique de confidentialite | protection des donnees |" +
		" sus derechos | su derecho | derecho de | derechos de | sus datos | politica de privacidad | proteccion de datos |" +
		" suoi diritti | vostri diritti | i diritti di | diritto di | suoi dati | vostri dati | informativa | protezione dei dati |" +
		" seus direitos | direito de | direitos de | seus dados | politica de privacidade | protecao de dados |" +
		" uw recht| recht van | recht om | uw gegevens | privacyverklaring | privacybeleid | uw privacy | gegevensbescherming "
	rightsTold = " you can | you may | you have the right | you will find | can be found | find | see our | see the | is on our | are on our | on our website | on our site | our website for | tells you | explains | how we | at any time | ask us to | are processed | is processed |" +
		" konnen sie | sie konnen | haben sie | finden sie | sie finden | erfahren sie | lesen sie | senden wir | stellen wir | entnehmen sie | auf unserer | auf unseren | beachten sie | jederzeit | verarbeiten wir |" +
		" vous pouvez | vous disposez | vous avez | se trouvent | trouverez | consult| sur notre site | nous traitons | a tout moment |" +
		" puede | podra | tiene derecho | encontrar| consult| le informamos | informamos | se tratan | en cualquier momento | en nuestra web |" +
		" puo | potete | potra | trova | trovate | ha diritto | avete il diritto | sono trattati | si informa | sul nostro sito | in qualsiasi momento |" +
		" pode | podera | tem o direito | tem direito | encontra | informamos | no nosso site | a qualquer momento |" +
		" u kunt | kunt u | u hebt | u heeft | leest u | vindt u | op onze | te allen tijde "
	rightsOfOwn = " i | me | my | your list | your lists | this address | the address | no more mails | no more emails | you may not | must go | mine | us stop | our data | our details | our address | our rights | mich | mein | meine | meiner | meinen | meinem | unsere daten | unserer daten | unsere adresse | unserer kontaktdaten | unserer adresse | unserem recht | unserem widerspruchsrecht | diese adresse | ihrem verteiler | ihrer liste | keine mails | keine e mails | keine weiteren mails |" +
		" moi | mon | ma | mes | nos donnees | notre adresse | cette adresse | votre liste | plus de mails | nos coordonnees | mi | mis | me | nuestros datos | nuestra direccion | esta direccion | su lista | mio | mia | miei | mie | nostri dati | nostro indirizzo | questo indirizzo | vostra lista | meu | minha | meus | minhas | nossos dados | nosso endereco | este endereco | vossa lista | mij | mijn | onze gegevens | ons adres | dit adres | uw lijst |" +
		" please delete | please remove | please erase | please stop | bitte losch| bitte entfern| bitte streich| loschen sie bitte | merci de supprim| merci d effac| veuillez supprim| veuillez effac| por favor borr| por favor elimin| borren | per favore cancell| vi prego di cancell| por favor apag| apaguem | verwijder | gelieve "
)

// tellsRights says whether a folded text only tells its readers of the rights to
// their data, or where the notice on privacy is.
func tellsRights(low string) bool {
	said := wordsApart(low)
	return rightsNamed().in(said) && holdsOneOf(rightsTold, said) && !holdsOneOf(rightsOfOwn, said)
}

var rightsNamed = sync.OnceValue(func() phraseIndex { return indexPhrases(rightsTopics) })
