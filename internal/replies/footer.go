package replies

import "strings"

// deviceLine says whether a line is what a mail program adds by itself: "Sent
// from my iPhone", "Get Outlook for iOS". A sentence that begins like one
// ("Sent from my desk, it is easier than …") is not.
func deviceLine(s string) bool {
	const longest = 110
	s = strings.Trim(s, "*_ \t")
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
	if sender, ok := strings.CutSuffix(strings.TrimRight(low, "."), " gesendet"); ok && strings.HasPrefix(sender, "von ") && deviceTail(sender[4:], "von ") {
		return true
	}
	for _, p := range devicePhrases[low[0]] {
		if strings.HasPrefix(low, p) && deviceTail(low[len(p):], p) {
			return true
		}
	}
	return strings.HasSuffix(low, "から送信") || strings.HasSuffix(low, "から送信しました") || strings.HasPrefix(s, "发自我的") || strings.HasPrefix(s, "從我的") || strings.HasSuffix(low, "에서 보냄") || strings.HasSuffix(low, "에서 나의") || strings.HasSuffix(low, "dan gonderildi") || strings.HasSuffix(low, "den gonderildi") || strings.HasSuffix(low, "ile gonderildi") || strings.HasSuffix(low, "imden gonderildi")
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
	if holdsOneOf("iphon|ipad|android|blackberry|galaxy|samsung|huawei|xiaomi|nokia|pixel|smartphone|phone|mobile|handy|movil|portable|telefon|cellulare|celular|telemovel|gsm|mobil|outlook|mail|gmx|web.de|proton|thunderbird|gmail|yahoo|windows|tablet|verizon|t-mobile|vodafone|ipod|watch|swift|spark|airmail|typeapp|bluemail|nine|superhuman|front|hey|tutanota|tuta|edison|canary|k-9|fairphone|oneplus|motorola|surface|mac|lumia|device|appareil|dispositivo|gerat|kommuni|app", name) {
		return !strings.Contains(tail, "?") && (len(words) <= 6 || len(words) <= 8 && strings.HasSuffix(tail, " mail") || strings.ContainsAny(tail, ",.;-–—("))
	}
	if strings.HasPrefix(phrase, "sent from my") || strings.HasPrefix(phrase, "von meinem") {
		return len(words) <= 4 && !strings.ContainsAny(tail, ",;") && !holdsOneOf("desk|office|home|assistant|colleague|account|address", tail)
	}
	if strings.HasPrefix(phrase, "sent ") || strings.HasPrefix(phrase, "gesendet ") || strings.HasPrefix(phrase, "envoye ") || strings.HasPrefix(phrase, "enviado ") || strings.HasPrefix(phrase, "inviato ") || strings.HasPrefix(phrase, "ver") {
		return len(words) >= 1 && len(words) <= 3 && !strings.ContainsAny(tail, ",;")
	}
	return false
}

// footerStart says whether a line begins a notice that nobody wrote for this
// mail: confidentiality, a printer's plea, registration, a newsletter's foot.
func footerStart(s string) bool {
	if len(s) < 12 {
		return false
	}
	const enough = 260
	s = strings.TrimLeft(s, "*_-–—#=~<>| \t")
	head := fold(clip(s, enough))
	switch {
	case len(s) < 70 && hoursStarts.of(head) != "" && !holdsOneOf("call|phone|reach|try me|mail me|ring|speak|then|ruf|meld|appel|llam|chiam|lig|bel ", head):
		return true
	case startsOneOf("to unsubscribe|unsubscribe|um sich abzumelden|pour vous desabonner|para darse de baja|per cancellarsi|para cancelar|om u af te melden", head) && holdsOneOf("click|klick|cliqu|clic|http|link|visit", head):
		return true
	case startsOneOf("en cumplimiento de|de conformidad con|de acuerdo con|ai sensi de|ai sensi e per|in ottemperanza", head) && holdsOneOf("le informamos|informamos que|si informa|vi informiamo|la informiamo|riservat|confidencial|destinat", head):
		return true
	case strings.HasPrefix(s, "NOTICE:"), strings.HasPrefix(s, "IMPORTANT NOTICE"), strings.HasPrefix(s, "WARNING:"):
		return true
	}
	return footerStarts.of(head) != "" || footerWords(head) || offersLeave(head)
}

// offersLeave says whether a sentence tells the reader how to leave a list that
// is the writer's own: "Se non vuole più ricevere il nostro catalogo …".
func offersLeave(head string) bool {
	return startsOneOf("if you |should you |wenn sie |falls sie |mochten sie |wollen sie |si vous ne |pour ne plus |si no desea|si no quiere|si ya no |si usted no |se non |per non |qualora |se nao |caso nao |para deixar |als u |wilt u |wenst u |para dejar ", head) &&
		holdsOneOf("receiv|erhalten|bekommen|recevoir|recib|ricever|receb|ontvang", head) &&
		holdsOneOf(" our | unser| nos | notre | nuestr| nostr| noss| onze ", head)
}

// footerStarts begin a footer, folded.
var footerStarts = newPrefixes("visit topic or reply|visit message or reply|reply to this email directly|reply to this e-mail directly|to unsubscribe from these emails|to unsubscribe from this |company no.|company no:|you received this email because|you received this message because|you received this mail because|the information in this email|the information in this e-mail|the information in this message|informacion basica sobre proteccion de datos|confidentiality notice|confidentiality:|confidential notice|disclaimer|legal notice|legal disclaimer|privileged and confidential|notice of confidentiality|caution: external|external email|[external|please consider the environment|please think before|think before you print|before printing|save paper|p please consider|save a tree|consider the environment|" +
	"this is a service of|this email is a service from|this e-mail is a service from|you are receiving this|youre receiving|you have received this email because|if you no longer wish to receive our|manage your preferences|update your preferences|view in browser|view this email in|follow us on|" +
	"this email has been scanned|this e-mail has been scanned|this message has been scanned|scanned by |virus-free|this email was scanned|virenfrei|diese e-mail wurde von |diese e-mail wurde auf viren|cet email a ete verifie|libre de virus|mail priva di virus|this email is protected|avast logo|the contents of this email|the content of this email|the information contained in this|any views or opinions|views expressed in this|we do not accept service|" +
	"diese e-mail enthalt|diese email enthalt|diese nachricht enthalt|diese mail enthalt|dieses e-mail enthalt|vertraulichkeitshinweis|rechtlicher hinweis|hinweis zum datenschutz|informationen zum datenschutz|hinweise zum datenschutz|bitte prufen sie, ob|bitte prufen sie ob|denken sie an die umwelt|bitte denken sie an|umwelthinweis|sitz der gesellschaft|registergericht|amtsgericht|handelsregister|geschaftsfuhrer:|geschaftsfuhrung:|ust-id|ustid|der inhalt dieser e-mail|die in dieser e-mail|sie erhalten diese e-mail, weil|sie erhalten diesen newsletter|vorstand:|aufsichtsrat|" +
	"ce message et toutes|ce message est confidentiel|ce courriel est|ce message peut contenir|ce message contient des|avis de confidentialite|mention legale|avant dimprimer|pensez a lenvironnement|pensez a lenvironnement|noubliez pas lenvironnement|afin de respecter lenvironnement|linformation contenue dans|les informations contenues dans|ce-message|cet e-mail est|vous recevez ce|pour vous desinscrire|" +
	"aviso legal|aviso de confidencialidad|este mensaje va dirigido|este mensaje se dirige|este mensaje puede contener|la informacion contenida|la informacion incluida|antes de imprimir|no imprima|politica de privacidad|clausula de confidencialidad|si no desea recibir mas|" +
	"le informazioni contenute|il presente messaggio|la presente e-mail|la presente comunicazione|avviso di riservatezza|informativa privacy|prima di stampare|rispetta lambiente|pensa allambiente|nota di riservatezza|" +
	"aviso de confidencialidade|as informacoes contidas|a informacao contida|antes de imprimir|pense no ambiente|o conteudo desta|" +
	"deze e-mail is|deze e-mail en|de informatie verzonden|de informatie in dit|denk aan het milieu|denk aan het|aan dit bericht|vertrouwelijkheid|disclaimer:|u ontvangt deze|kvk|k.v.k.|" +
	"niniejsza wiadomosc|tresc tej wiadomosci|administratorem danych|zanim wydrukujesz|tank pa miljon|taenk pa miljoet|tenk pa miljoet|" +
	"registered in england|registered office|registered charity|company registration|registration no|vat no|vat reg|p.iva|p. iva|partita iva|c.f. |cap. soc|siret|siren|rcs |tva |cif:|nif:|nipc|abn |acn |incorporated in|a company registered|authorised and regulated|authorized and regulated|regulated by|all email to and from|all e-mail to and from|emails to and from|sent in confidence|important notice|note: this e-mail|note: this email|all rights reserved|copyright |© ")

// hoursStarts begin a short line that tells everybody when the writer works, folded.
var hoursStarts = newPrefixes("i work mon|i work tue|i work wed|i work thu|i work part|i work flexibly|i work from|my working days|my working hours|my office hours|working days:|working hours:|my normal working|please note my working|arbeitstage:|arbeitszeiten:|meine arbeitszeiten|meine arbeitstage|ich arbeite mo|ich arbeite di|ich arbeite in teilzeit|burozeiten:|erreichbarkeit:|sprechzeiten:|je travaille du|je travaille les|jours de presence|horaires:|horaires :|horario:|mi horario|mis dias|orario:|orari:|horario de|meu horario|werkdagen:|mijn werkdagen|ik werk op|ik werk van|werktijden:|follow us|follow me|find us on|folgen sie uns|besuchen sie uns|suivez-nous|siguenos|seguici|siga-nos|volg ons")

// Which list of footerBook a phrase is of.
const (
	footerAnywhere = iota // somewhere near the start of a footer
	footerThisMail        // this very mail: people write that too
	footerSecret          // that something is confidential
)

// footerBook holds the words that stand within a footer, folded, in the order
// of the constants.
var footerBook = newPhrasebook(
	"registered no.|registered number|capital social :|capital social:|checked for viruses|scanned for viruses|virus found in this|checked by avg|geprueft von|auf viren gepruft|a company registered in|company registered in|registered in scotland|company number|company registration|regd office|vat registration|ust-idnr|ust-id|steuernummer|handelsregister|registro mercantil|capitale sociale|cnpj|kvk-nummer|kvk nummer|btw-nummer|org.nr|org. nr|cvr-nr|cvr nr|y-tunnus|feel obliged to re|feel obliged to answer|may not be your working hours|rate our service|this mailbox is monitored|never ask for your password|if you are not the intended recipient|if you have received this|if you received this|if you received it in error|received this message in error|received this email in error|received this e-mail in error|is intended only for|intended solely for|intended only for the|is intended for the|may contain confidential|contain privileged|legally privileged|confidential and may|confidential and intended|strictly confidential and|please notify the sender|notify the sender immediately|wenn sie nicht der richtige adressat|sollten sie nicht der|falls sie nicht der|ausschliesslich fur den adressaten|irrtumlich erhalten|si vous netes pas le destinataire|si vous avez recu ce|a lattention exclusive|si usted no es el destinatario|si ha recibido este|si no es usted el destinatario|se avete ricevuto|se ricevete questo|qualora non foste|se non siete il|destinatario indicato|caso nao seja o destinatario|se recebeu esta|se nao for o destinatario|indien u niet de|als u niet de geadresseerde|uitsluitend bestemd voor|jezeli nie jest|jesli nie jestes|om du inte ar|hvis du ikke er|jos et ole|pokud nejste|please do not print|mailman/listinfo|unsubscribe from this group|click here to unsubscribe|wirklich ausgedruckt|dont expect a reply outside|do not expect a reply outside|expect you to respond outside|outside of your own working|outside your working hours|subject to public records|authorised and regulated|authorized and regulated|is regulated by the|open to inspection|partnerschaftsgesellschaft mit sitz|eingetragen im |immatriculee au rcs|societe au capital|au capital de |inscrita en el registro|inscrita no registo|matriculada na conservatoria|iscritta al registro|iscritta allalbo|sede legale|sede legal:|sede social:|siege social|ingeschreven in het handelsregister|ingeschreven bij de k|rpr |registered in england|registered in scotland|registered in ireland",
	"this e-mail|this email|this message|this communication|this transmission|this electronic|diese e-mail|diese nachricht|diese mail|ce message|ce courriel|ce mail|cet e-mail|cet email|este mensaje|este correo|este e-mail|este email|questo messaggio|questa mail|questa e-mail|questa email|esta mensagem|dit bericht|dit e-mail|deze e-mail|deze mail|deze email|ta wiadomosc|wiadomosc ta|detta mejl|detta meddelande|denna e-post|detta e-post|denne e-mail|denne mail|denne meddelelse|denne e-post|denne e-posten|denne meldingen|tama viesti|tama sahkoposti|tato zprava|tento e-mail|tento email|bu mesaj|bu e-posta|bu elektronik|このメール|この電子メール|本メール|сообщение|ez az e-mail|ez az uzenet|acest mesaj|acest e-mail|ova poruka|ova e-posta",
	"confidential|privileged|intended|vertraulich|confidentiel|confidencia|riservat|vertrouwelijk|may contain|attachments are|poufn|konfidenti|konfidensi|fortrolig|luottamuks|gizli|duvern|destinatari|destinataire|bestemd|adressat|機密|конфиденц|bizalmas",
)

// footerWords says whether words of a footer stand in a line: those that are
// enough, or this very mail with what makes it confidential.
func footerWords(low string) bool {
	anywhere, mail, secret := false, false, false
	footerBook.each(low, func(p phrase) bool {
		switch p.list {
		case footerAnywhere:
			anywhere = true
		case footerThisMail:
			mail = true
		case footerSecret:
			secret = true
		}
		return !(anywhere || mail && secret)
	})
	return anywhere || mail && secret
}
