package replies

import (
	"slices"
	"strings"
	"sync"
)

// What a firm puts below every mail speaks to any reader: it names a condition under which
// something concerns them, a rule of the house, when somebody works, or what the mail is.
// Its words are few and much the same everywhere, and seldom those of an answer to one mail.

// What only footers are about, folded, with a space where a word begins or ends: bills,
// money and fraud, how the writer reads and writes, records, the law, what mail is taken,
// when somebody is there, and what is sold.
const (
	houseBills = " invoices|rechnungen| factur| fattur| fatur| faktur| faktury| billing | purchase order| bestellnummer| bills to|order number|job number|reference number|auftragsnummer|kundennummer|numero de commande|numero de pedido|numero dordine|numero do pedido|ordernummer|suppliers must|suppliers are|our suppliers|unsere lieferanten|nos fournisseurs|nuestros proveedores|nostri fornitori|nossos fornecedores|onze leveranciers"
	houseMoney = "bank details|bank account|sort code| iban |bankverbindung|kontodaten|coordonnees bancaires|datos bancarios|coordinate bancarie|dados bancarios|bankgegevens|bankuppgifter|bankoplysninger| fraud| phish| scam|betrug|betrug| fraude| frode| frodi |bedrager| password|passwor| kennwort|mot de passe|contrasen| senha|wachtwoord| losenord|account details"
	houseAsks  = " typos| typo |odd words|spelling mistakes|dyslex|legasthen|dislex|speech recognition|spracherkennung|neurodiver|autis| dictat| diktier|brevity|tippfehler| schreibfehler|fautes de frappe|erreurs de frappe|errores de|erratas|errori di battitura|erros de digit|typefout|tikfout|stavfel|skrivfel|tastefejl|large print|braille|sign language|hard of hearing|accessib|barrierefrei|gebardensprach|pronoun|pronomen|doppelform|personenbezeichnung|gendern|generisches maskulin| in welsh| in irish|cymraeg|gaeilge| deaf | blind |schwerhorig|gehorlos| sourd| malentendant| sordo| sorda| surdo| surda| doof "
	houseKeeps = "update your records|update your address|update your contact|address book|your records our|adressbuch|ihre unterlagen|ihre kontaktdaten|mettre a jour vos|votre carnet|actualice sus|actualicen sus|libreta de|aggiornare i vostri|aggiorni i suoi|rubrica|atualize os seus|atualizem|uw gegevens aan|adresboek|adressbok"
	houseLaw   = " confidential| privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|poufn|konfidenti|fortrolig| addressee|intended recipient|notice to recipient|public record| liabilit| haftung|responsabilit| privacy|datenschutz| gdpr| rgpd| lgpd| dsgvo| avg |binding contract|rechtsverbindlich|by email or voicemail| regulated|monitored|terms and conditions|geschaftsbedingungen| agb |conditions generales|condiciones generales|in error|by mistake|irrtumlich|par erreur|por error|per errore|por engano|per abuis|ten onrechte|omylkowo|av misstag|ved en fejl|your details|your contact details|ihre kontaktdaten|vos coordonnees|sus datos de contacto|legitimate interest|supervisory authority|aufsichtsbehorde|lodge a complaint|wymienion| danych osobowych|personuppgifter|personoplysninger|persoonsgegevens|personal data|personenbezogen|may be recorded|may be stored|may be kept|traditional owners|elders past|unceded"
	houseMails = "unsolicited|unaufgefordert|unverlangt|non sollicite|no solicitad|non richiest|nao solicitad|ongevraagd|cold call|kaltakquise|kaltanruf|prospection commerciale|demarches commerciales|demarchage|sales calls|subject line|betreffzeile|ticket|originated from outside|outside the organi|outside our organi|von ausserhalb|externer absender|open attachments|offnen sie keine anhange|links und offnen|are deleted after|is deleted after|mails to this address are|to this mailbox are|this mailbox is|this inbox is|dieses postfach|cette boite|este buzon|questa casella|esta caixa|deze mailbox|virus|with sales offers|sales pitches| cvs | bewerbungen| candidature| curricul|agencies |attach files|dateien |angeforderter werbung|ausdrucklich angefordert"
	houseOpen  = "our offices|our office is|our office will|offices are|office hours|opening hours|phone lines|buro ist|buro bleibt|burozeiten|offnungszeiten|betriebsferien|betriebsurlaub|nos bureaux|heures douverture|nuestras oficinas|horario de|nostri uffici|orario di|orari di|nossos escritorios|ons kantoor|openingstijd|kantooruren|part time|part-time|parttime|teilzeit|temps partiel|tiempo parcial|media jornada|tempo parcial|tempo parziale|deeltijd|deltid|on annual leave|annual leave from|flexib|outside your|outside of your|ausserhalb ihrer|ausserhalb deiner|en dehors de vos|fuera de su|fuera de tu|al di fuori|fora do seu|buiten uw|buiten je|working hours|working days|work pattern|arbeitszeit|four-day week|vier-tage-woche|office closure|we reopen|bank holiday|fur sie da|order date|deliveries |weekdays|werktags|en semaine|homeoffice|home office|teletrabaj|teletravail|telelavoro|lavoro da casa|thuiswerk|thuis werk|nicht besetzt|im haus |online from|we have moved|weve moved|sie finden uns|you will find us|youll find us|vous nous trouverez|nos encontrar|ci trovat|u vindt ons|umgezogen|hemos mudado|siamo trasferiti|mudamos|zijn verhuisd|day off|days off|freier tag|freie tage|jour de repos|jour off|dia libre|giorno libero|giorno di riposo|vrije dag|dia de folga|in case of emergency|in an emergency|in dringenden|en cas durgence|en caso de urgencia|in caso di urgenza|bij spoed|em caso de urgencia|by appointment|nach anmeldung|nach vereinbarung|sur rendez-vous|cita previa|su appuntamento|op afspraak|com marcacao"
	houseSells = "visit us|find us|follow us|join us at|see us at|meet us at|besuchen sie uns|folgen sie|retrouvez-nous|suivez-nous|rejoignez|visitenos|siguenos|vieni a trovar|seguici|siga-nos|visite-nos|bezoek ons|volg ons|besok oss|our app|unsere app|free guide|our webinar|unser webinar|our newsletter|unser newsletter|unseren newsletter|were hiring|we are hiring|open positions|offene stellen|wir suchen|nous recrutons|buscamos|assumiamo|contratando|vacature|all our customers|unseren kunden|allen kunden|nos clients|nuestros clientes|nostri clienti|nossos clientes|onze klanten|helpdesk|warehouse|switchboard|for urgent|in urgent cases|out of hours| enquiries| inquiries|wish all|wish you a|wunschen ihnen|vous souhait|les desea|vi augur|auguriamo|desejamos|wensen u|for every |for each |pour chaque|fur jede|about our |happy holidays|frohe weihnachten|buone feste|felices fiestas|joyeuses fetes|bonnes fetes|boas festas|fijne feestdagen|our prices|unsere preise|nos prix|nuestros precios|nostri prezzi|nossos precos|onze prijzen|subject to contract|senden sie anfragen| anfragen kunftig|look after all|your new contact|your contact for|ansprechpartner|votre interlocut|su persona de contacto|suo referente|uw contactpersoon|have you tried our|have you seen our|kennen sie schon|connaissez-vous deja|conoce nuestr|conoscete"

	// thisMail is how a footer names the mail below which it stands.
	thisMail   = "this mail |this mail.|this email|this e-mail|this message|paper copy|my emails |my mails |diese mail|diese e-mail|dieser mail|dieser e-mail|diese nachricht|dieser nachricht|ce courriel|ce mail |ce message|este correo|este mensaje|questa mail|questa e-mail|questo messaggio|esta mensagem|este e-mail|este email|dit bericht|deze mail|deze e-mail|detta mejl|denne mail|ta wiadomosc|you get this |you receive this|you are receiving|youre receiving|youre getting this|you are getting this|sie erhalten dies|sie bekommen dies|vous recevez c|recibe este|riceve quest|recebe est|u ontvangt d"
	houseRules = houseBills + "|" + houseMoney + "|" + houseAsks + "|" + houseKeeps + "|" + houseLaw + "|" + houseMails + "|" + houseOpen + "|" + houseSells
)

// excuses are words of what excuses how a mail is written, folded.
const excuses = " excuse my | excuse the | excuse any | forgive my | forgive the | forgive any | pardon my | pardon the | apologies for | entschuldigen sie | verzeihen sie | veuillez excuser | pardonnez | disculpe | disculpen | perdone | scusate | scusi | mi scuso per | desculpe | excuses voor "

// noticeStarts begin what is told to everybody, folded.
const noticeStarts = "please note|please be aware|please consider|please remember|please be advised|please be informed|kindly note|nb |note |notice|warning|caution|important|attention|be aware|beware|bitte beachten|bitte bedenken|beachten sie|hinweis|achtung|wichtig|veuillez noter|merci de noter|a noter|avertissement|important|tenga en cuenta|por favor tenga en cuenta|le rogamos|aviso|atencion|importante|si prega di|si informa|attenzione|avviso|por favor note|note que|atencao|let op|houd er rekening|attentie|prosimy|uwaga|obs|bemark|observera|[ext"

// ofTheHouse says whether a folded text speaks of what only footers speak of.
func ofTheHouse(low string) bool { return houseWords().in(" " + low + " ") }

var houseWords = sync.OnceValue(func() phraseIndex { return indexPhrases(houseRules) })

// forAnyone says whether a text tells any reader something, not the one of this mail.
func forAnyone(s string) bool {
	const most = 1200
	s = clip(s, most)
	low := fold(s)
	if opensQuote(s) || strings.Contains(s, "://") || strings.Contains(low, "www.") || startsOneOf(noticeStarts, strings.TrimLeft(low, "*! ")) {
		return true
	}
	said := wordsApart(low)
	return ofTheHouse(low) || holdsOneOf(excuses, said) || holdsOneOf(thisMail, low+" ") && !holdsOneOf(machineYours, low) && !parse(s).speaks("pass-on") || tellsRights(low) || offersStop(low) || condition(said) || advertises(s, low) ||
		tellsWorkdays(low, said) || habitual(said) || givesCode(s, said)
}

// Folded words of a condition told to readers: how it begins, and what it is about.
const (
	conditions = " when you | whenever you | sobald sie | quand vous | cuando ya no | quando non | quando nao | zodra u | mochten sie | wollen sie | wilt u | wenst u | vill du | vil du | if you | if youd | if youre | if this | if your | if anything | if my | should you | wenn sie | wenn du | wenn diese | falls | sollten sie | sofern | si vous | si tu | si ce | si cet | si le | si usted | si no | si ya | si este | si lo | se non | se desidera | se vuole | se questa | se questo | se ha | qualora | se nao | se este | se esta | se recebeu | caso | als u | als dit | als je | indien | mocht u | jesli | jezeli | om du | hvis du | hvis de "
	received   = " receiv| recei| got this| erhalt| erhielt| erreicht| bekomm| recev| recu | recib| ricev| receb| ontvang| otrzym| fatt | modtag"
	aboutMails = " mail| email| message| communication| newsletter| update| nachricht| post | courriel| correo| comunica| messag| mensag| bericht| wiadomo| mejl| utskick"
)

// condition says whether a text tells what to do under a condition about mails: that one is
// about something else, isn't wanted, or came at a bad time.
func condition(said string) bool {
	if holdsOneOf(" if this is | if it is | if its ", said) && holdsOneOf(" not | wasnt | isnt ", said) && holdsOneOf(" meant | for you | intended ", said) {
		return true
	}
	return holdsOneOf(conditions, said) && (holdsOneOf(" this email | this mail | this e mail | this message | my mail | my email | my message | diese mail | diese e mail | diese nachricht | meine mail | meine nachricht | ce message | ce courriel | ce mail | cet e mail | mon message | este correo | este mensaje | mi correo | questa mail | questo messaggio | questa e mail | este e mail | esta mensagem | dit bericht | deze e mail | deze mail | mijn mail | in doubt | im zweifel ", said) ||
		holdsOneOf(received, said) && holdsOneOf(aboutMails, said))
}

// Folded words of those who wish something no longer.
const (
	stopWish = " need| brauch| want| wish| prefer| rather| sooner| would like | interested| moch| wollen | wunsch| souhait| desir| voulez | veux | dese| quier| quiera| desider| vuol| vuoi | quer| quis| queira | deseja| wil | wilt | wenst | chca| chce| vill | onsker | mogen "
	stopNot  = " no | not | dont | stop | longer | rather | sooner | keine| nicht | ne | plus | non | nao | niet | geen | nie | inte | ikke | ya "
)

// offersStop says whether a folded text offers readers to leave a list: under a condition,
// by a word to answer with, or "to stop these mails, write to us".
func offersStop(low string) bool {
	said := wordsApart(low)
	if clause := underCondition(low); holdsOneOf(stopWish, clause) && holdsOneOf(stopNot, clause) {
		return true
	}
	if startsOneOf(" to stop | to opt out | to unsubscribe | to be | to get off | to leave this | to cancel | um sich | um keine | zum abmelden | pour ne plus | pour se | pour vous | para dejar | para no | para darse | per non | per cancell| para deixar | para nao | om geen | om u | aby | for att | for at ", said) &&
		holdsOneOf(" click| reply| answer| respond| write| tell | let us| email | mail | send | visit| press | use | http| link| klick| antwort| schreib| genugt | cliqu| repond| ecri| suffit| clic| puls| respond| escrib| rispond| scriv| basta | escrev| antwoord| schrijf| stuur| odpis| svar| skriv", said) {
		return true
	}
	return holdsOneOf(" reply stop | reply with | unsubscribe at any | you can unsubscribe | you may withdraw | you can withdraw | you may opt | you can opt | by replying | take you off | remove you | off our list | youre off | you are off | streiche ich sie | streichen wir sie | nehme ich sie | nehmen wir sie | vous retir| le damos de baja | la cancell| halen wij u | i wont write | i won t write ", said)
}

// underCondition gives the words of a condition put to readers, up to its comma; "" where
// there is none.
func underCondition(low string) string {
	padded := " " + low + " "
	for condition := range strings.SplitSeq(conditions, "|") {
		if at := strings.Index(padded, condition); at >= 0 {
			clause, _, _ := strings.Cut(low[at:], ",")
			return wordsApart(clause)
		}
	}
	return ""
}

// tellsWorkdays says whether a text tells on which days of the week its writer works.
func tellsWorkdays(low, said string) bool {
	const mostWords = 30
	if wordCount(low) > mostWords || strings.Contains(low, "?") ||
		holdsOneOf(" so | then | therefore | call | but | daher | also | deshalb | dann | rufen | donc | alors | appel| entonces | asi que | quindi | allora | portanto | entao | dus | dan | bel ", said) {
		return false
	}
	if !holdsOneOf(" i work | i dont work | i do not work | i am in | im in | im not in | i am not in | i am out of | im out of | ich arbeite | arbeite ich | bin ich | ich bin | je travaille | je ne travaille | je suis | trabajo | estoy en | lavoro | sono in | non sono | trabalho | estou no | nao estou | ik werk | werk ik | ben ik | ik ben | jag arbetar | arbetar jag | jag ar | jeg arbejder | jeg er | pracuje | closed | geschlossen | fermes | ferme | fermee | cerrad| chius| gesloten | fechad| ferias coletivas | nieczynn| stangt | lukket ", said) {
		return false
	}
	return namesDay(low) || tellsHours(low) || holdsOneOf(" mornings| afternoons| vormittags | nachmittags | morgens | le matin | les apres midi | por las mananas | por las tardes | la mattina | de manha | a tarde | s ochtends | s middags ", said)
}

// advertises says whether a text tells its readers where to turn for something: it asks
// whether they need it, and bids them to do something then.
func advertises(s, low string) bool {
	if startsOneOf("for |bei |pour toute|pour vos|para cualquier|per qualsiasi|voor vragen", low) && holdsOneOf(" contact| call | wenden sie | wende | contact| escrib| contatt| neem ", low) {
		return true
	}
	if startsOneOf("come |visit |ask |join |see |read |watch |discover |book |register |download |check |get |enjoy ", low) && holdsOneOf(" our ", wordsApart(low)) {
		return true
	}
	asked, _, more := strings.Cut(strings.TrimRight(low, "? "), "?")
	said := wordsApart(asked)
	if !more || saysI(s) || holdsOneOf(" we | wir | nosotros | noi | wij ", said) {
		return false
	}
	return holdsOneOf(stopWish, said) && holdsOneOf(stopNot, said) || startsOneOf("dont want|no longer want|had enough of|tired of|keine lust|nicht mehr |vous ne voulez|vous ne souhaitez|plus envie|no quiere|ya no quiere|non vuoi|non vuole|nao quer|geen zin|need |know someone|looking for|want |wanting |interested in|not interested in|fancy |got a |got questions|any questions|questions?|curious|ready to|do you need|are you looking|do you want|suchen sie|sie suchen|brauchen sie|haben sie fragen|noch fragen|lust auf|besoin d|envie d|vous cherchez|vous avez besoin|buscas|busca |necesita|quiere|tiene preguntas|cerchi |cercate|hai bisogno|avete bisogno|precisa |procura |op zoek|zoekt u|hebt u |heeft u |vill du|letar du", low)
}

// habitual says whether words tell what is so on a day of every week: "Fridays are
// mine", "montags", "Monday to Thursday". A day that suits is an answer.
func habitual(said string) bool {
	const every = " mondays | tuesdays | wednesdays | thursdays | fridays | saturdays | sundays | montags | dienstags | mittwochs | donnerstags | freitags | samstags | sonntags | montagnachmittag| dienstagnachmittag| mittwochnachmittag| donnerstagnachmittag| freitagnachmittag| monday to | mon to | monday through | tuesday to | tuesday through | wednesday to | montag bis | mo bis | dienstag bis | lundi au | les lundis | les mardis | les mercredis | les jeudis | les vendredis | lunes a | los lunes | los martes | los miercoles | los jueves | los viernes | lunedi al | dal lunedi | as segundas | as tercas | as quartas | as quintas | as sextas | segunda a | maandag tot | maandag t m | mandagar | tisdagar | onsdagar | torsdagar | fredagar "
	return holdsOneOf(every, said) &&
		!holdsOneOf(" best | better | suit| ideal | prefer| works | could | would | so | but | then | call me | ring me | lieber | besser | am besten | passt | passen | dann | also | aber | mieux | plutot | convien| donc | mais | mejor | entonces | pero | meglio | quindi | pero | melhor | entao | mas | beter | liever | dus | maar ", said)
}

// givesCode says whether a text tells which word to answer with: "Reply NO", "with "out"".
func givesCode(s, said string) bool {
	const longest = 20
	if !holdsOneOf(" reply | answer | respond | write back | antwort| schreiben sie | repond| respond| rispond| antwoord| odpis| svar", said) {
		return false
	}
	for _, marks := range []string{"\"\"", "“”", "„“", "«»", "''", "‘’"} {
		open, shut := []rune(marks)[0], []rune(marks)[1]
		if _, rest, ok := strings.Cut(s, string(open)); ok {
			if word, _, ok := strings.Cut(rest, string(shut)); ok && len(word) < longest {
				return true
			}
		}
	}
	return slices.ContainsFunc(strings.FieldsFunc(s, notWordRune), func(word string) bool {
		return len(word) > 1 && oneOf("NO|OUT|STOP|UNSUBSCRIBE|REMOVE|ABMELDEN|STOPP|NEIN|NON|BAJA|CANCELLAMI|SAIR|REMOVER|AFMELDEN|WYPISZ|PARAR", word)
	})
}
