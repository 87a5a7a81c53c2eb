package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// deviceLine says whether a line is what a mail program adds by itself: "Sent
// from my iPhone", "Get Outlook for iOS". A sentence that begins like one
// ("Sent from my desk, it is easier than …") is not.
func deviceLine(s string) bool {
	const longest = 110
	s = strings.Trim(labelled(s), "*_ \t\u200b\u2060\u2063\ufeff")
	if n := len(s) - 1; n > 1 && (s[0] == '(' && s[n] == ')' || s[0] == '<' && s[n] == '>' || s[0] == '[' && s[n] == ']') {
		s = strings.Trim(s, "()<>[] ")
	}
	linked := false
	if i := strings.IndexAny(s, "<[("); i > 0 && strings.Contains(s[i:], "://") {
		s, linked = strings.TrimSpace(s[:i]), true
	}
	if s == "" || len(s) > longest {
		return false
	}
	low := fold(s)
	if low == "" {
		return false
	}
	if namesProgram(low, linked) {
		return true
	}
	low = strings.Replace(overNetwork(low), "sent wirelessly ", "sent ", 1)
	low = strings.Replace(low, "envoye sans fil par ", "envoye par ", 1)
	if sender, ok := strings.CutSuffix(strings.TrimRight(low, "."), " gesendet"); ok && strings.HasPrefix(sender, "von ") && deviceTail(sender[4:], "von ") {
		return true
	}
	if tail, ok := strings.CutPrefix(strings.TrimRight(low, ".!"), "from my "); ok && fromMyPhone(tail) {
		return true
	}
	if owner, device, ok := strings.Cut(low, "s "); ok && strings.ContainsFunc(s, isApostrophe) && !strings.ContainsRune(owner, ' ') && oneOf("iphone|ipad|ipod|galaxy|pixel", strings.TrimRight(device, ".")) {
		return true // "Dana's iPad"
	}
	for _, p := range devicePhrases[low[0]] {
		if strings.HasPrefix(low, p) && deviceTail(low[len(p):], p) {
			return true
		}
	}
	return strings.HasSuffix(low, "から送信") || strings.HasSuffix(low, "から送信しました") || strings.HasPrefix(s, "发自我的") || strings.HasPrefix(s, "從我的") || strings.HasSuffix(low, "에서 보냄") || strings.HasSuffix(low, "에서 나의") || strings.HasSuffix(low, "dan gonderildi") || strings.HasSuffix(low, "den gonderildi") || strings.HasSuffix(low, "ile gonderildi") || strings.HasSuffix(low, "imden gonderildi")
}

// overNetwork cuts off a folded line the network that a telephone names: "… on the
// Bell network", "… sur le réseau de Bell".
func overNetwork(low string) string {
	const longest = 40
	for _, network := range []string{" on the ", " over the ", " via the ", " sur le reseau "} {
		at := strings.LastIndex(low, network)
		if at > 0 && len(low)-at < longest && (network == " sur le reseau " || strings.HasSuffix(strings.TrimRight(low, ".!"), " network")) {
			return low[:at]
		}
	}
	return low
}

// labelled writes the first "[label](address)" in a line as its label alone.
func labelled(s string) string {
	open := strings.IndexByte(s, '[')
	if open < 0 {
		return s
	}
	mid := strings.Index(s[open:], "](http")
	if mid < 0 {
		return s
	}
	shut := strings.IndexByte(s[open+mid:], ')')
	if shut < 0 {
		return s
	}
	return s[:open] + s[open+1:open+mid] + s[open+mid+shut+1:]
}

// fromMyPhone says whether words are the rest of "From my iPhone 6": names of
// devices and of their models, no number to call.
func fromMyPhone(tail string) bool {
	const most, mostDigits = 3, 2
	words := strings.Fields(tail)
	if len(words) == 0 || len(words) > most || digitsIn(tail) >= fewestPhoneDigits {
		return false
	}
	for _, word := range words {
		digits := digitsIn(word)
		if digits > mostDigits || digits == 0 && !startsOneOf("iphone|ipad|ipod|phone|mobile|cell|smartphone|galaxy|samsung|blackberry|android|pixel|tablet|nokia|huawei", word) {
			return false
		}
	}
	return true
}

// namesProgram says whether a short line invites to a mail program: "Get
// Outlook for iOS", "Holen Sie sich Outlook für Android", "Get BlueMail for Android".
func namesProgram(low string, linked bool) bool {
	const mostWords = 8
	if len(strings.Fields(low)) > mostWords || strings.Contains(low, "?") {
		return false
	}
	if strings.HasPrefix(low, "yahoo mail:") {
		return true
	}
	mobile := holdsOneOf(" ios| android|android |ios |desktop| mobile|iphone|ipad", low)
	if mobile && linked && strings.Contains(low, "outlook") {
		return true // in any language, with the address to get it from
	}
	return mobile && (strings.Contains(low, "outlook") && startsOneOf("скачать|получить|завантаж|hanki |获取|取得|下載|android 版|ios 版|descarca|preuzm|prenes|get |holen |laden |outlook |telecharge|obten|obter|otten|scarica|download|haal|hent|hamta|skaffa|pobierz|hae |lataa|ziskejte|stahn|indir|baixar|baixe|aria |descarga|ios|android", low) || startsOneOf("get bluemail|get typeapp|get spark|get edison|get aqua", low))
}

// devicePhrases begin such a line, folded, the device or program following.
var devicePhrases = newPrefixes("odoslane z |відправлено з |надіслано з |απεστάλη από |εστάλη από |στάλθηκε από |von meinem/meiner |sent from my |sent from |sent via |sent with |sent using |sent by |sent on the go|sent on my |von meinem |gesendet von |gesendet mit |gesendet aus |gesendet uber |versendet mit |diese nachricht wurde von meinem|diese nachricht wurde mit|verschickt von |mit freundlichen grussen von meinem|envoye de |envoye depuis |envoye a partir |envoye avec |envoye par |envoye via |envoye du |enviado desde |enviado de |enviado con |enviado do |enviado pelo |enviado via |enviado a partir |enviado por |enviada do |enviado mediante |obtener |inviato da |inviato dal |inviato con |inviato tramite |inviata da |verzonden vanaf |verzonden met |verstuurd vanaf |verstuurd met |verzonden via |verstuurd via |verzonden vanuit |wyslano z |wyslane z |wyslano za |skickat fran |skickades fran |sendt fra |sendt via |lahetetty |odeslano z |odoslane z |poslano z |poslano sa |отправлено с |отправлено из |надіслано з |trimis de pe |trimis din |kuldve |elkuldve |στάλθηκε από |σταλθηκε απο |iphoneumdan|iphoneum|iphone’|powered by |composed on |typed on |written on my |getippt auf |unterwegs getippt|dikte|enviat des |saadetud |issiusta is ")

// deviceTail says whether what follows is the name of a device or program, not
// the rest of a sentence. It may apologise for typing errors.
func deviceTail(tail, phrase string) bool {
	tail = strings.TrimSpace(strings.TrimRight(tail, ".!"))
	words := strings.Fields(tail)
	const mostWords = 14
	if len(words) > mostWords {
		return false
	}
	name, _, _ := strings.Cut(tail, ",")
	if holdsOneOf("cell|iphon|ipad|android|blackberry|galaxy|samsung|huawei|xiaomi|nokia|pixel|smartphone|phone|mobile|handy|movil|portable|telefon|cellulare|celular|telemovel|gsm|mobil|outlook|mail|gmx|web.de|proton|thunderbird|gmail|yahoo|windows|tablet|verizon|t-mobile|vodafone|ipod|watch|swift|spark|airmail|typeapp|bluemail|nine|superhuman|front|hey|tutanota|tuta|edison|canary|k-9|fairphone|oneplus|motorola|surface|mac|lumia|device|appareil|dispositivo|gerat|kommuni|app", name) {
		return !strings.Contains(tail, "?") && (len(words) <= 6 || len(words) <= 8 && strings.HasSuffix(tail, " mail") || strings.ContainsAny(tail, ",.;-–—("))
	}
	if strings.HasPrefix(phrase, "sent from my") || strings.HasPrefix(phrase, "von meinem") {
		return len(words) <= 4 && !strings.ContainsAny(tail, ",;") && !holdsOneOf("desk|office|home|assistant|colleague|account|address", tail)
	}
	if strings.HasPrefix(phrase, "sent ") || strings.HasPrefix(phrase, "gesendet ") || strings.HasPrefix(phrase, "envoye ") || strings.HasPrefix(phrase, "enviado ") || strings.HasPrefix(phrase, "inviato ") || strings.HasPrefix(phrase, "ver") {
		return len(words) >= 1 && len(words) <= 3 && !strings.ContainsAny(tail, ",;") && !holdsOneOf(carriers, " "+tail+" ")
	}
	return false
}

// carriers bring parcels and letters, or tell when one did: "Sent via DHL today".
const carriers = " post| dhl | ups | fedex | dpd | gls | tnt | hermes | courier| courrier| correo| corriere | poste | posta| bpost | koerier | kurier | einschreiben | certifi| registered | recommand| raccomandata | aangetekend | fax | today | yesterday | hier | ayer | hoy | ieri | oggi | gestern | heute | hoje | ontem | gisteren | vandaag | this | last | you | me | us | him | her | them "

// footerStart says whether a text begins with a notice that nobody wrote for this
// mail: confidentiality, a printer's plea, registration, a newsletter's foot. Most
// beginnings of one are also those of a person's sentence ("Before printing the
// flyers …"), so that something further in it must show that it is none.
func footerStart(s string) bool {
	const shortest = 12
	if len(s) < shortest && !strings.EqualFold(strings.Trim(s, "*_:. "), "disclaimer") {
		return false
	}
	s = strings.TrimLeft(s, "*_-–—#=~<>| \t")
	head := fold(clip(s, maxFooterStart))
	switch {
	case len(s) < 70 && hoursStarts.of(head) != "" && !holdsOneOf("call|phone|reach|try me|mail me|ring|speak|then|ruf|meld|appel|llam|chiam|lig|bel ", head):
		return tellsHours(head)
	case followStarts.of(head) != "":
		return namesNetwork(head)
	case strings.HasPrefix(head, "unsubscribe"):
		return linksAway(s, head)
	case startsOneOf("to unsubscribe|um sich abzumelden|pour vous desabonner|para darse de baja|per cancellarsi|para cancelar|om u af te melden", head) && holdsOneOf("click|klick|cliqu|clic|klik|http|this link|link below|following link|diesen link|folgenden link|questo link|seguente link|este link|deze link|volgende link|visit", head):
		return !saysI(s) && !speaksForSelf(head) && !holdsOneOf(brokenLinks, head)
	case startsOneOf("en cumplimiento de|de conformidad con|de acuerdo con|ai sensi de|ai sensi e per|in ottemperanza", head) && holdsOneOf("le informamos|informamos que|si informa|vi informiamo|la informiamo|riservat|confidencial|destinat", head):
		return true
	case strings.HasPrefix(s, "NOTICE:"), strings.HasPrefix(s, "IMPORTANT NOTICE"), strings.HasPrefix(s, "WARNING:"):
		const fewest = 12 // words of a notice
		return wordCount(head) >= fewest && !saysI(s) && !speaksForSelf(head)
	}
	return startsWhole(footerStarts, head) != "" && !saysI(s) || provenFooter(s, head) || footerWords(s, head) || ownList(head) && !saysI(s) && toldToAnyone(s) > 0
}

// brokenLinks tell that one cannot leave a list, or that somebody has to.
const brokenLinks = " me |doesn| not |broken|dead|again|still|nicht|defekt| pas |funciona|funziona|werkt|no link"

// linksAway says whether a line that begins with "unsubscribe" names the link that
// does it, and asks nobody to.
func linksAway(s, head string) bool {
	theirs := strings.NewReplacer("your preferences", "", "your email preferences", "", "your subscription", "", "your settings", "", "from our ", "").Replace(head)
	return (strings.Contains(head, "http") || startsOneOf("unsubscribe here|unsubscribe: click|unsubscribe by click|unsubscribe - click|unsubscribe click", head)) &&
		!saysI(s) && !holdsOneOf(brokenLinks+"| us |our |your |please", wordsApart(theirs))
}

// startsWhole gives the words of a list with which a folded text starts, "" when
// there are none or the last of them goes on: "external emails".
func startsWhole(list *prefixes, s string) string {
	if s == "" {
		return ""
	}
	for _, w := range list[s[0]] {
		rest, ok := strings.CutPrefix(s, w)
		last, _ := utf8.DecodeLastRuneInString(w)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && (rest == "" || notWordRune(last) || notWordRune(next)) {
			return w
		}
	}
	return ""
}

// maxFooterStart is how much of a text is searched for what shows a footer.
const maxFooterStart = 400

// footing finds footers among the lines of one text in which nobody has signed yet, from
// the top down.
type footing struct {
	lines    []line
	seen     int // no demand stands before this line, from where it was looked for
	demanded int // the line below a demand to stop
}

// at says whether a footer starts with line i. What holds a demand to stop, or
// stands above one, is none, whatever it begins like.
func (f *footing) at(i int) bool {
	return i >= f.demanded && footerStartsAt(f.lines, i) && !f.demandBelow(i)
}

// demandBelow says whether a demand to stop stands in one of the lines from i on.
// Each is looked at once.
func (f *footing) demandBelow(i int) bool {
	const mostLines = 40
	if i < f.demanded {
		return true
	}
	for at := nextText(f.lines, max(i, f.seen)); at < len(f.lines) && at < i+mostLines; at = nextText(f.lines, f.seen) {
		p := passageAt(f.lines, at)
		f.seen = p.to
		if ownDemand(p.text) {
			f.demanded = p.to
			return true
		}
	}
	return false
}

// footerStartsAt says whether lines[i], which may be wrapped, begins like a footer.
func footerStartsAt(lines []line, i int) bool {
	const mostLines = 6
	s := strings.TrimSpace(lines[i].text)
	if footerStart(s) {
		return true
	}
	if head := fold(clip(strings.TrimLeft(s, "*_-–—#=~<>| \t"), maxFooterStart)); startsWhole(footerSecrets, head) == "" && footerPleas.of(head) == "" && startsWhole(footerLists, head) == "" && footerScans.of(head) == "" {
		return false
	}
	for n := i + 1; n < len(lines) && n < i+mostLines && !lines[n].blank() && len(s) < maxFooterStart; n++ {
		s += " " + strings.TrimSpace(lines[n].text)
	}
	return footerStart(s)
}

// demands says whether a paragraph demands to stop, by the rules that read answers.
// A list tells how to leave it in the same words: it gives a link or names itself.
func demands(s string) bool {
	low := fold(s)
	return s != "" && !holdsOneOf(listNames, low) && len(parse(s).demands(low)) > 0
}

// demands gives the hits of the rules for demands to stop that are one, and no offer of a
// list nor what a notice asks of others. low is the text, folded.
func (p *prose) demands(low string) []hit {
	if holdsOneOf("http|www.|unsubscribe@", low) || ownList(low) {
		return nil
	}
	return slices.DeleteFunc(rules().find(p), func(h hit) bool {
		return h.rule.topic != topicOptOut || h.rule.level != 3 || p.ofThisMail(h, low)
	})
}

// listNames are what a list calls itself, folded.
const listNames = "this newsletter|this mailing list|this list|this group|diesen newsletter|dieser newsletter|diesem newsletter|diesem verteiler|dieser mailingliste|cette newsletter|cette infolettre|cette liste|este boletin|esta lista|esta newsletter|questa newsletter|questa lista|deze nieuwsbrief|deze lijst"

// speaksOwn name the writer, or the list of the reader.
const speaksOwn = " me | us | my | our | your list| your data| mich | uns | meine| unser| verteiler | liste | nous | moi | mes | nos | notre | mon | ma | nuestr| mis | mi | lista | mio | mia | miei | noi | nostr| meu| minha| noss| ons | mij | onze | mijn | lijst "

// ofThisMail says whether a hit of a demand is what notices ask of those for whom
// a mail is not meant: to delete it, not to read or to copy it. low is the text, folded.
func (p *prose) ofThisMail(h hit, low string) bool {
	if !holdsOneOf("recipient|addressee|intended|in error|mistake|adressat|empfanger|irrtum|bestimmt|destinat|par erreur|por error|per errore|por engano|por erro|bestemd|geadresseerde|ontvanger|confiden|vertraulich|vertrouwelijk|riservat", low) {
		return false
	}
	end := p.sentences[p.tokens[h.from].sentence].to
	said, after := p.wordsOf(h.from, h.to), p.wordsOf(h.from, min(h.to+1, end))
	return !holdsOneOf(speaksOwn, said) &&
		holdsOneOf(" delet| remov| eras| destroy| read| copy| copies| losch| vernicht| lesen| supprim| detru| effac| elimin| borr| destru| cancell| distrug| apag| verwijder| vernietig| wis", after) &&
		(h.supposed || holdsOneOf(" it | this | mail| email| e mail| message| copies | diese | nachricht| le | ce | lo |lo | la | este | questo | o | a | het | dit | bericht ", after))
}

// wordsOf gives tokens[from:to] folded, with a space on both sides of each word.
func (p *prose) wordsOf(from, to int) string {
	return wordsApart(fold(p.text[p.tokens[from].start:p.tokens[to-1].end]))
}

// saysI says whether the one who writes speaks of themself.
func saysI(s string) bool {
	words := strings.FieldsFunc(s, notWordRune)
	for i, word := range words {
		if word == "I" && (i+1 == len(words) || !oneOf("dati|contenuti|destinatari|suoi|Suoi|vostri|Vostri|tuoi|presenti|diritti|henhold|samsvar|enlighet", words[i+1])) {
			return true // "I dati …" is Italian
		}
		switch low := fold(word); {
		case len(word) > 4, word == "EU":
		case low == "je":
			if slices.ContainsFunc(words, func(w string) bool {
				return oneOf("vous|les|et|pas|que|votre|vos|nous|dans|pour|est|suis|ai|au|du|une|mon|ma|mes|ne", fold(w))
			}) {
				return true // not the Dutch for "you" nor the Czech for "is"
			}
		case low == "ich" && i > 0 && oneOf("do|na|od|dla|przez|oraz|z", words[i-1]): // Polish for "their"
		case oneOf("ich|jai|yo|eu|ik|jag|jeg|io|я|j", low):
			return true // "J'ai", "J’oubliais"
		}
	}
	return false
}

// provenFooter says whether a text begins as footers do and goes on as one.
func provenFooter(s, head string) bool {
	if start := footerLabels.of(head); start != "" {
		return registers(s, wordCount(start))
	}
	if start := startsWhole(footerSecrets, head); start != "" {
		const heading = 3 // words: "Disclaimer", "Aviso legal"
		rest := head[len(start):]
		if strings.Trim(rest, " .:*_-") == "" && wordCount(start) <= heading {
			return true
		}
		return holdsOneOf("intended|confidential|privileged|recipient|addressee|destinat|adressat|empfanger|vertraulich|in error|irrtum|par erreur|por error|per errore|unauthor|unbefugt|liab|haftung|responsabilit|responsabilidad|personal data|personenbezogen|donnees personnelles|donnees a caractere|datos personales|dati personali|dados pessoais|persoonsgegevens|disclos|distribut|divulg|diffusion|weitergabe|gdpr|dsgvo|rgpd|legally|verbindlich|rechtlich|riservat|confidencia|confidentiel|vertrouwelijk|poufn|jurid|http|www.", rest+confidentialStart(start)) && !saysI(s) && !(start == "important notice" && speaksForSelf(head))
	}
	switch {
	case footerBriefs.of(head) != "":
		const most = 6 // words
		return wordCount(head) <= most && !holdsOneOf(" not |doesn| but | nicht | by ", head) || holdsOneOf("http|www.", head)
	case footerPleas.of(head) != "":
		return pleads(head) && !saysI(s)
	case startsWhole(footerLists, head) != "":
		return holdsOneOf("mail|message|mensaje|newsletter|courriel|nieuwsbrief|subscri|abonn|member|notification|benachrichtig", head) && !saysI(s)
	case footerScans.of(head) != "":
		return holdsOneOf("virus|viren|malware|avg|avast|mcafee|sophos|norton|kaspersky|mailscanner|barracuda|mimecast|messagelabs|symantec|eset|bitdefender|clamav|trend micro|security|gateway", head) && !saysI(s)
	case strings.HasPrefix(head, "reply to this email directly"), strings.HasPrefix(head, "reply to this e-mail directly"):
		return holdsOneOf("view it|or view|visit|github|gitlab|topic|http", head)
	}
	return false
}

// confidentialStart gives back the beginning of a footer where it says itself
// that a mail is confidential.
func confidentialStart(start string) string {
	if strings.HasSuffix(start, "confidentiel") || strings.HasSuffix(start, "confidential") {
		return start
	}
	return ""
}

// registers says whether what stands behind a label of so many words registers a
// firm: a number, or names. A sentence has words in small letters.
func registers(s string, label int) bool {
	if strings.HasSuffix(s, "?") {
		return false
	}
	words := strings.Fields(s)
	words = words[min(label, len(words)):]
	if len(words) == 0 {
		return true
	}
	small, digits, letters := 0, 0, 0
	for _, word := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"'“„:"))
		if unicode.IsLower(r) && !particle(word) {
			small++
		}
		for _, r := range word {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	const number = 4
	return digits+letters > 0 && (small*3 <= len(words) || digits >= number && small*2 <= len(words)) ||
		holdsOneOf("rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos", fold(s))
}

// pleads says whether a text asks not to print a mail for nature's sake.
func pleads(head string) bool {
	const shortest = 9
	nature := holdsOneOf("environment|environnement|umwelt|ambiente|milieu|nature|natur |planet|planeet|a tree| trees|baum|arbre|arbol|alber|arvore|miljo|srodowisk|papier|paper|papel|resso|resource", head)
	print := holdsOneOf("print|druck|imprim|impress|stamp|afdruk|wydruk|skriv", head)
	think := holdsOneOf("think|pense|piens|pensa|pensi|denk|overweeg|uberleg", head)
	mail := holdsOneOf("mail|message|mensaje|correo|messaggio|mensagem|bericht|courriel|nachricht", head) && holdsOneOf("necess|notig|notwendig|wirklich|really|vraiment|realmente|davvero|echt|nodig", head)
	return nature && wordCount(head) < shortest || print && (nature || mail || think)
}

// tellsHours says whether a line that begins as one about working hours names
// days or hours, and asks nothing.
func tellsHours(head string) bool {
	if strings.Contains(head, "?") {
		return false
	}
	if startsOneOf("i work flexibly|i work part|my normal working|please note my working|ich arbeite in teilzeit", head) {
		return true
	}
	if namesDay(head) {
		return true
	}
	for _, word := range strings.FieldsFunc(head, notWordRune) {
		if isDigitByte(word[0]) || len(word) > 1 && oneOf("mon|tue|wed|thu|fri|sat|sun|mo|di|mit|fr|lun|mar|mer|jeu|ven|mie|jue|vie|seg|ter|qua|qui|sex|gio|ma|wo|vr|ti|ke|to|pe", word) {
			return true
		}
	}
	return false
}

// namesDate says whether a folded text names a weekday or a month.
func namesDate(low string) bool {
	return namesDay(low) || slices.ContainsFunc(strings.FieldsFunc(low, notWordRune), func(word string) bool { return dateWords().word(word).month > 0 })
}

// namesDay says whether a day of the week stands in a folded text.
func namesDay(low string) bool {
	const shortest = 5 // "mon", "sat" and "mar" are other words, too
	return slices.ContainsFunc(strings.FieldsFunc(low, notWordRune), func(word string) bool {
		return len(word) >= shortest && dateWords().word(word).weekday > 0
	})
}

// namesNetwork says whether a line that asks to follow or visit the firm names
// where, or nothing at all. Who names a day means to meet.
func namesNetwork(head string) bool {
	const bare, longest = 3, 70
	if !holdsOneOf("http|www.", head) && len(head) >= longest || namesDay(head) ||
		holdsOneOf(" dann | then | alors | entonces | allora | entao | dan | morgen | tomorrow | demain | manana | domani | amanha ", wordsApart(head)) {
		return false // "… on Tuesday, then we'll talk"
	}
	return wordCount(head) <= bare && !strings.ContainsAny(head, "?!0123456789") || holdsOneOf("facebook|linkedin|instagram|twitter|youtube|tiktok|xing|whatsapp|pinterest|mastodon|bluesky|web|site|blog|http|www.|online|social|newsletter|messe|stand |halle|booth|hall |salon|feria|fiera|feira|beurs", head)
}

// wordsApart gives the words of a text with a space on both sides of each.
func wordsApart(s string) string {
	return " " + strings.Join(strings.FieldsFunc(s, notWordRune), " ") + " "
}

// ourWords lead to what is the writer's own, folded.
var ourWords = newWordset("our|unser|unsere|unseren|unserem|unserer|unseres|nos|notre|nuestro|nuestra|nuestros|nuestras|nostro|nostra|nostri|nostre|nosso|nossa|nossos|nossas|onze|ons")

// ownList says whether a folded text names a list of the writer's own: "our
// monthly newsletter", "unsere E-Mails".
func ownList(head string) bool {
	const reach = 2 // words behind "our"
	ours := 0
	for _, word := range strings.FieldsFunc(head, notWordRune) {
		switch {
		case ourWords.has(word):
			ours = reach
		case ours > 0 && startsOneOf("newsletter|mail|email|e-mail|catalog|katalog|rundbrief|rundmail|rundschreiben|infobrief|infomail|werbung|werbemail|verteiler|courriel|bulletin|infolettre|boletin|correo|comunica|publicidad|pubblicit|messagg|mensag|informativ|nieuwsbrief|mailing|nieuwsmail|folder|brochure|flyer", word):
			return true
		case ours > 0:
			ours--
		}
	}
	return false
}

// footerStarts begin a footer, folded.
var footerStarts = newPrefixes("visit topic or reply|visit message or reply|to unsubscribe from these emails|to unsubscribe from this |you received this email because|you received this message because|you received this mail because|you have received this email because|sie erhalten diese e-mail, weil|sie erhalten diesen newsletter|this is a service of|this email is a service from|this e-mail is a service from|caution: external|external email|[external|" +
	"think before you print|" +
	"this email has been scanned|this e-mail has been scanned|this message has been scanned|this email was scanned|diese e-mail wurde auf viren|cet email a ete verifie|this email is protected|avast logo|" +
	"informacion basica sobre proteccion de datos|privileged and confidential|any views or opinions|views expressed in this|we do not accept service|administratorem danych|note: this e-mail|note: this email|all email to and from|all e-mail to and from|emails to and from|" +
	"registered in england|a company registered|authorised and regulated|authorized and regulated")

// footerLabels stand before what registers a firm, folded.
var footerLabels = newPrefixes("company no.|company no:|sitz der gesellschaft|registergericht|amtsgericht|handelsregister|geschaftsfuhrer:|geschaftsfuhrung:|ust-id|ustid|vorstand:|aufsichtsrat|kvk|k.v.k.|registered office|registered charity|company registration|registration no|vat no|vat reg|p.iva|p. iva|partita iva|c.f. |cap. soc|siret|siren|rcs |tva |cif:|nif:|nipc|abn |acn |incorporated in|regulated by|copyright |© ")

// footerSecrets begin a notice that a mail is confidential, folded.
var footerSecrets = newPrefixes("the information in this email|the information in this e-mail|the information in this message|the information contained in this|the contents of this email|the content of this email|confidentiality notice|confidentiality:|confidential notice|notice of confidentiality|disclaimer|legal notice|legal disclaimer|important notice|sent in confidence|" +
	"diese e-mail enthalt|diese email enthalt|diese nachricht enthalt|diese mail enthalt|dieses e-mail enthalt|vertraulichkeitshinweis|rechtlicher hinweis|hinweis zum datenschutz|informationen zum datenschutz|hinweise zum datenschutz|der inhalt dieser e-mail|die in dieser e-mail|" +
	"ce message est confidentiel|ce courriel est|ce message peut contenir|ce message contient des|avis de confidentialite|mention legale|linformation contenue dans|les informations contenues dans|cet e-mail est|" +
	"aviso legal|aviso de confidencialidade|aviso de confidencialidad|este mensaje va dirigido|este mensaje se dirige|este mensaje puede contener|la informacion contenida|la informacion incluida|politica de privacidad|clausula de confidencialidad|" +
	"le informazioni contenute|il presente messaggio|la presente e-mail|la presente comunicazione|avviso di riservatezza|informativa privacy|nota di riservatezza|as informacoes contidas|a informacao contida|o conteudo desta|" +
	"deze e-mail is|deze e-mail en|de informatie verzonden|de informatie in dit|aan dit bericht|vertrouwelijkheid|vertrouwelijkheidsverklaring|vertrouwelijkheidsclausule|tresc tej wiadomosci|niniejsza wiadomosc|ce message et toutes|ce-message")

// footerPleas begin a plea not to print a mail, folded.
var footerPleas = newPrefixes("please consider the environment|p please consider|save a tree|consider the environment|denken sie an die umwelt|umwelthinweis|noubliez pas lenvironnement|afin de respecter lenvironnement|rispetta lambiente|pensa allambiente|pense no ambiente|tank pa miljon|taenk pa miljoet|tenk pa miljoet|please think before|before printing|save paper|bitte prufen sie, ob|bitte prufen sie ob|bitte denken sie an|avant dimprimer|pensez a lenvironnement|antes de imprimir|no imprima|prima di stampare|denk aan het|zanim wydrukujesz")

// footerBriefs are a footer when hardly anything follows, or a link does; folded.
var footerBriefs = newPrefixes("manage your preferences|update your preferences|view in browser|view this email in|virus-free|virenfrei|libre de virus|mail priva di virus|all rights reserved")

// footerLists tell why somebody gets a list's mail, folded.
var footerLists = newPrefixes("you are receiving this|youre receiving|vous recevez ce|vous recevez cet|vous recevez cette|u ontvangt deze|si no desea recibir mas|pour vous desinscrire")

// footerScans begin what a virus scanner adds, folded.
var footerScans = newPrefixes("scanned by |diese e-mail wurde von ")

// hoursStarts begin a short line that tells everybody when the writer works, folded.
var hoursStarts = newPrefixes("i work mon|i work tue|i work wed|i work thu|i work part|i work flexibly|i work from|my working days|my working hours|my office hours|working days:|working hours:|my normal working|please note my working|arbeitstage:|arbeitszeiten:|meine arbeitszeiten|meine arbeitstage|ich arbeite mo|ich arbeite di|ich arbeite in teilzeit|burozeiten:|erreichbarkeit:|sprechzeiten:|je travaille du|je travaille les|jours de presence|horaires:|horaires :|horario:|mi horario|mis dias|orario:|orari:|horario de|meu horario|werkdagen:|mijn werkdagen|ik werk op|ik werk van|werktijden:")

// followStarts begin a line that asks to follow or visit the firm, folded.
var followStarts = newPrefixes("follow us|follow me|find us on|folgen sie uns|besuchen sie uns|suivez-nous|siguenos|seguici|siga-nos|volg ons")

// Which list of footerBook a phrase is of.
const (
	footerAnywhere = iota // somewhere near the start of a footer
	footerRegister        // what registers a firm: people ask for that too
	footerMistake         // whom a mail is not for: the same
	footerThisMail        // this very mail: the same
	footerSecret          // that something is confidential
)

// footerBook holds the words that stand within a footer, folded, in the order
// of the constants.
var footerBook = newPhrasebook(
	"checked for viruses|scanned for viruses|virus found in this|checked by avg|geprueft von|auf viren gepruft|a company registered in|company registered in|feel obliged to re|feel obliged to answer|may not be your working hours|rate our service|this mailbox is monitored|never ask for your password|if you are not the intended recipient|if you received it in error|received this message in error|received this email in error|received this e-mail in error|is intended only for|intended solely for|intended only for the|may contain confidential|contain privileged|legally privileged|confidential and may|confidential and intended|strictly confidential and|please notify the sender|notify the sender immediately|wenn sie nicht der richtige adressat|sollten sie nicht der|falls sie nicht der|ausschliesslich fur den adressaten|irrtumlich erhalten|si vous netes pas le destinataire|si vous avez recu ce|a lattention exclusive|si usted no es el destinatario|si ha recibido este|si no es usted el destinatario|se avete ricevuto|se ricevete questo|qualora non foste|se non siete il|destinatario indicato|caso nao seja o destinatario|se recebeu esta|se nao for o destinatario|indien u niet de|als u niet de geadresseerde|uitsluitend bestemd voor|jezeli nie jest|jesli nie jestes|om du inte ar|hvis du ikke er|jos et ole|pokud nejste|please do not print|mailman/listinfo|unsubscribe from this group|click here to unsubscribe|wirklich ausgedruckt|dont expect a reply outside|do not expect a reply outside|expect you to respond outside|outside of your own working|outside your working hours|subject to public records|authorised and regulated|authorized and regulated|partnerschaftsgesellschaft mit sitz|registered in england|registered in ireland",
	"registered no.|registered number|capital social :|capital social:|registered in scotland|company number|company registration|regd office|vat registration|ust-idnr|ust-id|steuernummer|handelsregister|registro mercantil|capitale sociale|cnpj|kvk-nummer|kvk nummer|btw-nummer|org.nr|org. nr|cvr-nr|cvr nr|y-tunnus|is regulated by the|open to inspection|eingetragen im |immatriculee au rcs|societe au capital|au capital de |inscrita en el registro|inscrita no registo|matriculada na conservatoria|iscritta al registro|iscritta allalbo|sede legale|sede legal:|sede social:|siege social|ingeschreven in het handelsregister|ingeschreven bij de k|rpr ",
	"if you have received this|if you received this|is intended for the",
	"this e-mail|this email|this message|this communication|this transmission|this electronic|diese e-mail|diese nachricht|diese mail|ce message|ce courriel|ce mail|cet e-mail|cet email|este mensaje|este correo|este e-mail|este email|questo messaggio|questa mail|questa e-mail|questa email|esta mensagem|dit bericht|dit e-mail|deze e-mail|deze mail|deze email|ta wiadomosc|wiadomosc ta|detta mejl|detta meddelande|denna e-post|detta e-post|denne e-mail|denne mail|denne meddelelse|denne e-post|denne e-posten|denne meldingen|tama viesti|tama sahkoposti|tato zprava|tento e-mail|tento email|bu mesaj|bu e-posta|bu elektronik|このメール|この電子メール|本メール|сообщение|ez az e-mail|ez az uzenet|acest mesaj|acest e-mail|ova poruka|ova e-posta",
	"confidential|privileged|intended|vertraulich|confidentiel|confidencia|riservat|vertrouwelijk|may contain|attachments are|poufn|konfidenti|konfidensi|fortrolig|luottamuks|gizli|duvern|destinatari|destinataire|bestemd|adressat|機密|конфиденц|bizalmas",
)

// footerWords says whether words of a footer stand in a text: those that are
// enough, or this very mail with what makes it confidential. A number or a place
// stands behind what registers a firm; nobody says "I".
func footerWords(s, low string) bool {
	var seen [footerSecret + 1]bool
	footerBook.each(low, func(p phrase) bool {
		seen[p.list] = true
		return true
	})
	switch {
	case seen[footerRegister] && givesNumber(s, low):
	case seen[footerMistake] && holdsOneOf("error|mistake|recipient|addressee|the use of|individual|entity|confidential|privileged", low):
	case seen[footerAnywhere], seen[footerThisMail] && seen[footerSecret]:
	default:
		return false
	}
	if holdsOneOf("expect a reply outside|respond outside|your own working|your working hours|feel obliged", low) {
		return true // a courtesy in which many say "I"
	}
	return !strings.HasSuffix(s, "?") && !saysI(s) && !speaksForSelf(low)
}

// speaksForSelf says whether a short text is of somebody's own doings: "This
// email was intended for my colleague". Long notices say "we" as well.
func speaksForSelf(low string) bool {
	const most = 20
	if wordCount(low) >= most {
		return false
	}
	for _, word := range strings.FieldsFunc(low, notWordRune) {
		if oneOf("my|mine|we|was|were|mein|meine|meinen|meiner|meinem|wir|war|bin|mon|ma|mes|nous|etait|suis|mi|mis|soy|era|nosotros|mio|mia|meu|minha|sou|mijn|wij", word) {
			return true
		}
	}
	return false
}

// givesNumber says whether what registers a firm is told, not asked for or spoken of.
func givesNumber(s, low string) bool {
	const number = 3
	digits := 0
	for i := range len(s) {
		if isDigitByte(s[i]) {
			digits++
		}
	}
	if strings.HasSuffix(s, "?") || startsOneOf("our |unsere |notre |nos |nuestr|la nostra |il nostro |nosso |nossa |onze |ons ", low) && wordCount(low) > 4 {
		return false
	}
	return digits >= number || strings.Contains(s, ":") && !holdsOneOf("your|ihre|votre|vos |su |suya|vostr|uw |please|bitte", low)
}
