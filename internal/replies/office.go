package replies

import (
	"net/mail"
	"slices"
	"strings"
	"unicode/utf8"
)

// officeSigns begin the words of which the names and addresses of mail systems are
// made in all languages, and of nobody else's: "Poštovní server", "mail-gateway".
// officeTitles stand beside them, officeLittle are the small words between. officeShort
// are signs that many other words begin with too: they count as whole words or as halves
// of one. officeDesks are addresses to which firms have their mail sent. All are folded;
// in scripts that don't part their words each stands anywhere.
const (
	officeSigns = "e-mail|email|zustelldienst|zustellserv|postdienst|postserv|poststelle|postzust|postamt|poczt|poshta|correo|correu|correio|courrie|messager|mensajer|messaggis|mensager|messaging|daemon|mailer|mailgate|gateway|relais|undeliver|antispam|spamfilt|filter|filtre|filtro|robot|server|servidor|serveur|serwer|palvelin|sahkopost|szerver|levelez|sunucu|eposta|e-posta|e-post|streznik|posluzitel|surel|verteiler|passerelle|pasarela|mailbox|mailhub|mailhost|bounce|returns|" +
		"почт|пошт|пощ|сервер|сървър|шлюз|робот|фильтр|фільтр|филтър|ταχυδρομ|αλληλογραφ|ηλεκτρονικ|διακομιστ|メール|配送|配信|サーバ|邮件|郵件|邮局|郵局|信箱|邮箱|郵箱|메일|서버|우편|เมล|דואר|דואל|דוא|بريد|البريد|خادم"
	officeTitles = "office|handl|operation|versand|send|susteem|isusteem|system|sistem|sustav|jarjestelm|rendszer|dienst|service|servic|servei|serviz|servico|tjanst|tjenest|palvelu|szolgal|sluzb|uslug|hizmet|securit|segurid|seguran|sicherh|sicurez|beveil|bezpec|bezpiec|notif|benachr|report|ruckl|delivery|zustell|livrais|entrega|consegna|recapit|bezorg|levering|doruc|administr|admin|spravc|upravit|upravl|zarzad|haldur|hallin|yonetic|verwalt|beheer|gestor|gestion|forvalt|pentadbir|rendszergazd|operator|postmaster|postamest|internet|automat|inbound|outbound|elektron|electron|eletron|elettron|systeem|" +
		"демон|админ|адмін|διαχειρ|管理|관리|ผดแล|ผู้ดูแล|מנהל|مدير|ポスト|マスター|систем|служб|доставк|електрон|электрон|σύστημα|συστημα|υπηρεσ|システム|通知|自動|系统|系統|服务|服務|自动|시스템|알림|자동|ระบบ|מערכ|המערכ|نظام|خدم|الالكترون|الإلكترون"
	officeShort  = "mail|mejl|meil|post|poste|posta|posti|poste|pasto|pasts|pasta|posty|mta|smtp|imap|relay|ndr|spam|bot|filtr|filtar|thu|surat|emel|mel|level|email"
	officeDesks  = "mail|email|e-mail|post|poste|posta|posti|pasts|pastas|posty|poczta|poshta|pochta|correo|correu|correio|courriel|courrier|messagerie|epost|e-post|eposta|poststelle|postamt|meil|mejl|surel|emel|level"
	officeLittle = "mx|in|out|the|de|do|da|di|du|des|del|della|la|le|el|der|die|den|das|van|for|of|and|und|et|y|e|i|he|thong|avis|node|host|local|edge|quan|tri|no|reply|noreply|no-reply|donotreply|non|rispondere|responder|no-responder|repondre|ne|pas|antwoorden|svara|nao|responda"
)

// fromOffice says whether the mail comes from what a mail system calls itself, a
// person behind it or not.
func (m *message) fromOffice() bool {
	if m.fromDaemon() {
		return true
	}
	for _, a := range m.header.From {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		if namesOffice(local) && !oneOf(officeDesks, local) {
			return true
		}
		if namesOffice(a.Name) && (!oneOf(officeShort, fold(a.Name)) || m.nullReturnPath() || m.autoSubmitted()) {
			return true // the one word "Mail" may be a firm's desk
		}
	}
	return false
}

// named says whether somebody's name stands before the address, and not a system's.
func (m *message) named() bool {
	return slices.ContainsFunc(m.header.From, func(a mail.Address) bool {
		return a.Name != "" && !namesOffice(a.Name) && !systemNames.has(strings.TrimSpace(fold(a.Name)))
	})
}

// namesOffice says whether a name is made of the words of mail systems alone, one
// of which no firm has.
func namesOffice(name string) bool {
	const longest = 6 // words
	words := strings.FieldsFunc(fold(name), func(r rune) bool { return notWordRune(r) && r != '-' })
	sign := false
	for _, w := range words {
		switch {
		case startsOneOf(officeSigns, w), oneOf(officeShort, w), w[0] >= utf8.RuneSelf && holdsOneOf(officeSigns, w), isOfficeCompound(w):
			sign = true
		case strings.Trim(w, "0123456789-") == "", oneOf(officeLittle, w), startsOneOf(officeTitles, w):
		default:
			return false
		}
	}
	return sign && len(words) <= longest
}

// isOfficeCompound says whether a word is made of two of them: "Mailrobot".
func isOfficeCompound(w string) bool {
	for half := range strings.SplitSeq(officeShort, "|") {
		if rest, ok := strings.CutPrefix(w, half); ok {
			rest = strings.TrimPrefix(rest, "-")
			if rest != "" && (startsOneOf(officeTitles, rest) || startsOneOf(officeSigns, rest) || oneOf(officeShort, rest)) {
				return true
			}
		}
	}
	return false
}

// ruleWords is that by which the words of a mail system are a report, put together
// from what a language has for it.
const ruleWords = "report.words"

// provesPerson are the words of those who ask for a proof that a person wrote. Folded.
const provesPerson = "a person|are human|a human|a real person|ein mensch|kein roboter|keine maschine|une personne|pas un robot|etre humain|es una persona|es humano|no es un robot|una persona|un essere umano|uma pessoa|e humano|een mens|geen robot|czlowiekiem|clovek|en manniska|et menneske|ihminen|ember on|o persoana|insan oldug|человек|людин|captcha|人間|真人|사람임"

// asksToConfirm are what challenges ask for, and onlyThen what they make of it: the mail
// waits for it. A report may have the one or the other. Folded.
const (
	asksToConfirm = "confirm|verif|prove|click|press |solve|release|formul|fill in|reply to this|answer this|reply with|bestatig|klick|anklick|freigeb|antworten sie|prouve|cliqu|repondez|pulse |clic |responda|demuestr|premi |risponda |rispondete |dimostr|comprove|bevestig|klik|beantwoord|potwierd|odpowiedz |bekraft|bekreft|bekraeft|svara pa|svar pa|vahvist|potvrd|odpovez|erositse|kattint|onayla|dogrula|tikla|подтверд|нажмите|ответьте|підтверд|натисніть|επιβεβαι|πατηστε|確認|クリック|验证|點擊|点击|확인|클릭"
	onlyThen      = "until you| otherwise|will be delivered|to be delivered|to have it|to deliver|before it can|before it is delivered|erst zugestellt| sonst|damit sie|um die zustellung|tant que|sinon|pour qu|afin qu|avant d|hasta que|para que|de lo contrario|finche|altrimenti|affinche|perche venga|per essere|ate que|caso contrario|pas bezorgd| anders |totdat|zodat|dopoki|inaczej|zeby|aby |innan|annars|for att|indtil|ellers|inden |muuten|ennen kuin|jinak|dokud|kulonben|icin |aksi|чтобы|иначе|пока вы|щоб|інакше|ωστε|αλλιως|まで|否则|才|하면"
)

// isChallenge says whether a mail is held until its sender proves something: its
// subject asks for that, or its words do and say what follows.
func isChallenge(subject, words string) bool {
	return startsOneOf("confirm|verif|bestatig|bitte bestatig|please confirm|please verify|veuillez confirmer|por favor confirm|confermi |conferma |bevestig|potwierd|bekraft|bekreft|bekraeft|vahvist|potvrd|подтверд|підтверд", subject) ||
		holdsOneOf(provesPerson, words) || holdsOneOf(asksToConfirm, words) && holdsOneOf(onlyThen, " "+words)
}

// notMail are the things that others deliver than mail systems, and ticketSubjects
// begin the subjects of those who took a report on a delivery in. Folded.
const (
	notMail        = " parcel| your package| courier| shipment| street| sms | text message| fax | ihr paket| paket | sendung | colis| paquete| pacco | encomenda| pakket | paczk| paket| paketti| balik| zasilk| csomag| colet| kargo|посылк|пратк|δεμα|荷物|包裹|택배"
	ticketSubjects = "#|ticket|case |incident|vorgang|dossier|incidencia|caso |pratica|chamado|zgloszenie|arende|обращение|заявка"
)

// writesElsewhere are the words of those who name another address to write to. Folded.
const writesElsewhere = " new | now | instead| resend| send it| send your| again to| contact| write to| neue| kunftig| schreiben sie| wenden sie| erneut an| kontakt| nouve| renvoy| ecri| a lavenir| nuev| reenv| escrib| dirij| nuov| scriv| rivolg| nov| mudamos| mudou| escrev| nieuw| mail naar| stuur | nowy| nowa| prosze pis| prosimy pis| ny | nya | nytt | skriv | uusi| kirjoit| uj | irjon| noua | noul | scrie| yeni| нов| пишите| пишіть| обращ"

// tellsOfDelivery says whether something that nobody sits behind tells us in its
// own words that a mail of ours didn't arrive. titled says that the subject is a
// report's. Absence notices come without a return path too, and say that a mail
// was not forwarded: those of a person name nobody whom it didn't reach.
func (m *message) tellsOfDelivery(titled bool) bool {
	if (answersSubject(m.header.Subject) || len(m.header.InReplyTo) > 0 && !m.nullReturnPath()) && !m.fromMailer() || m.mailing() {
		return false
	}
	office := m.fromOffice()
	if !office && !m.nullReturnPath() && !m.autoSubmitted() {
		return false
	}
	if !m.fromMailer() && (m.greetsUs(fold(m.written.full)) || m.endsInName() || m.greeted() && m.named()) {
		return false
	}
	subject := fold(m.header.Subject)
	if header, strong := m.autoHeader(); strong && !strings.HasPrefix(header, "Auto-Submitted") || autoSubject(subject) != "" || startsOneOf(ticketSubjects, strings.TrimLeft(subject, "[(* ")) {
		return false
	}
	told, title := m.statement(), readTitle(m.header.Subject, m.stranger)
	titled = titled || title.undelivered && (told.mail || title.mail)
	words := m.ownWords()
	about := readMachineWords(" " + words + " ").about
	mailbox := told.reason != "" && told.reason != BounceSystem
	switch {
	case about == AboutChallenge, !mailbox && isChallenge(subject, words), holdsOneOf(notMail, " "+words+" "):
		return false
	case told.labelled && mailbox:
		return true // "Recipient: … Reason: …", as no person writes
	case !office:
		return told.named && (told.undelivered || titled) && (about == "" || mailbox && about != AboutLeft)
	case !told.undelivered && (about == AboutLeft || m.greeted() && !(mailbox && told.mail)):
		return false
	case told.undelivered, titled:
		return told.named || titled && told.undelivered && (m.nullReturnPath() || m.fromDaemon()) // others name whom they mean
	case about != "" || !told.named:
		return false
	case told.heldBack:
		return true
	}
	return told.mail && (mailbox || told.trying) && !holdsOneOf(writesElsewhere, " "+words) && weigh(m.input(KindReply, ""), parse(words)).level(topicOptOut) < 3
}

// statement is what the mail's own words tell of a delivery.
func (m *message) statement() statement {
	if m.told == nil {
		original := m.body.original
		told := readStatements(m.reportText(), m.stranger)
		m.body.original = original // it may be no report yet
		m.told = &told
	}
	return *m.told
}

// stranger says whether an address is neither ours nor the reporter's.
func (m *message) stranger(address string) bool { return !m.ours(address) && !m.reporter(address) }

// autoSubmitted says whether the header says that nobody wrote the mail (RFC 3834 5).
func (m *message) autoSubmitted() bool {
	v := strings.ToLower(strings.TrimSpace(m.tree.root.header.get("auto-submitted")))
	return v != "" && v != "no"
}
