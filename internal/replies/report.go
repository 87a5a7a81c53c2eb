package replies

import (
	"net/mail"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// report recognises what machines send about mail: delivery reports, abuse
// reports and read receipts.
func (m *message) report() (kindVerdict, bool) {
	if k, ok := m.readNotice(); ok {
		return k, true
	}
	kind := strings.ToLower(m.body.params["report-type"])
	if m.body.feedback == nil {
		m.body.feedback = m.strayFeedback()
	}
	switch {
	case m.abuseDesk():
		m.traceOriginal()
		return kindVerdict{kind: KindComplaint, confidence: 0.95}.because("report.abuse", m.header.Subject), true
	case m.body.feedback != nil, kind == "feedback-report", m.body.original.has(hotmailRecipient):
		return m.complaint(), true
	case kind == "disposition-notification" && !m.refusedByFilter(), m.readReceipt():
		return kindVerdict{kind: KindAutoReply, about: AboutReceipt, confidence: 0.98}.because("report.disposition", m.header.Subject), true
	case m.recalled():
		return kindVerdict{kind: KindAutoReply, about: AboutReceipt, confidence: 0.95}.because("report.recall", m.header.Subject), true
	}
	if m.aggregate() {
		return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.aggregate", m.header.Subject), true
	}
	if k, ok := m.systemNotice(); ok {
		return k, true
	}
	rule := m.bounceSign(kind)
	if rule == "" || m.asksToStop(rule) {
		return kindVerdict{}, false
	}
	bounces := m.bounced()
	if rule == ruleList && len(bounces) > 0 {
		bounces = bounces[:1]
		bounces[0].Recipient = orElse(m.rejectingList(), bounces[0].Recipient)
	}
	m.traceOriginal()
	if delivered(bounces) {
		return kindVerdict{kind: KindOther, confidence: 0.98}.because("report.delivered", m.header.Subject), true
	}
	for i := range bounces {
		if bounces[i].Reason == reasonDelivered {
			bounces[i].Reason = BounceUndetermined
		}
		bounces[i].soften(rule)
	}
	k := kindVerdict{kind: KindBounce, bounces: bounces, confidence: 0.99}
	if m.body.report == nil {
		k.confidence = 0.95
	}
	words := m.header.Subject
	if len(bounces) > 0 && bounces[0].Text != "" {
		words = bounces[0].Text
	}
	return k.because(rule, words), true
}

// delivered says whether a report tells of success alone (RFC 3464 2.3.3).
func delivered(list []Bounce) bool {
	for _, b := range list {
		if b.Reason != reasonDelivered {
			return false
		}
	}
	return len(list) > 0
}

// hotmailRecipient is the field by which Microsoft's complaints, which have no
// report within, name the person who complained.
const hotmailRecipient = "x-hmxmroriginalrecipient"

// complaint reads an abuse report (RFC 5965). One of another type, such as a
// failed check of a signature (RFC 6591), asks for nothing.
func (m *message) complaint() kindVerdict {
	kind := ""
	if m.body.feedback != nil {
		h, _, _ := cutHeader([]byte(strings.TrimLeft(m.body.feedback.text(maxHeader), "\n")))
		kind = strings.ToLower(firstWord(h.get("feedback-type")))
		for _, name := range []string{"original-rcpt-to", "removal-recipient", "original-mail-from"} {
			m.header.Mentioned = append(m.header.Mentioned, findAddresses(strings.Join(h.all(name), " "), 10)...)
		}
	}
	m.header.Mentioned = append(m.header.Mentioned, findAddresses(m.body.original.get(hotmailRecipient), 10)...)
	m.traceOriginal()
	switch kind {
	case "auth-failure", "not-spam", "dmarc":
		return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.feedback", kind)
	}
	return kindVerdict{kind: KindComplaint, confidence: 0.97}.because("report.abuse", orElse(kind, m.header.Subject))
}

// strayFeedback finds an abuse report that a server on the way made a plain file
// of, that lost its boundaries, or that somebody passes on to us as it came. An
// answer to us is a person's who shows one.
func (m *message) strayFeedback() *part {
	if len(m.header.InReplyTo) > 0 {
		return nil
	}
	var found *part
	inner := m.tree.root
	m.tree.root.walk(func(p *part) bool {
		const head = 8 << 10
		switch {
		case found != nil:
		case p.media == "message/feedback-report":
			found = p
		case strings.HasPrefix(p.media, "message/"):
			inner = p
		case strings.HasPrefix(p.media, "text/"), p.media == "application/octet-stream":
			if fields := feedbackInText(p.text(head)); fields != "" {
				found = &part{media: "message/feedback-report", body: []byte(fields), ended: true}
			}
		}
		return found == nil
	})
	if found != nil && inner != m.tree.root && len(inner.children) > 0 {
		within := &body{left: 16 << 10}
		within.add(inner.children[0])
		if within.original != nil {
			m.body.original = within.original // not the report's own header, but that of what it is about
		}
	}
	return found
}

// feedbackInText gives the part of a text from which on it has the fields of an
// abuse report (RFC 5965 3.1), "" where it lacks one that each must have.
func feedbackInText(text string) string {
	i := strings.Index(strings.ToLower("\n"+text), "\nfeedback-type:")
	if i < 0 {
		return ""
	}
	h, _, _ := cutHeader([]byte(text[i:]))
	if !h.has("feedback-type") || !h.has("version") && !h.has("user-agent") {
		return ""
	}
	return text[i:]
}

// abuseDesk says whether the mail is a complaint in a form older or newer than
// RFC 5965: SpamCop's, or X-ARF's, which has other kinds of abuse as well.
func (m *message) abuseDesk() bool {
	if len(m.header.InReplyTo) > 0 {
		return false
	}
	h := m.tree.root.header
	text := strings.ToLower(clip(strings.TrimSpace(m.written.full), maxWords))
	if h.has("x-spamcop-sourceip") || strings.HasPrefix(text, "[ spamcop v") {
		return true
	}
	if !h.has("x-xarf") && !h.has("x-arf") {
		return false
	}
	spam := false
	m.tree.root.walk(func(p *part) bool {
		if strings.HasPrefix(p.media, "text/") || strings.HasSuffix(p.media, "json") || p.media == "message/xarf" {
			low := strings.ToLower(p.text(maxWords))
			spam = spam || holdsOneOf("report-type: spam|report-type: abuse|category: spam|\"reporttype\": \"spam\"|\"reporttype\":\"spam\"|\"type\": \"spam\"|\"type\":\"spam\"", low)
		}
		return !spam
	})
	return spam
}

// readReceipt says whether the text alone is a read receipt, as Exchange words
// it where the report part was lost.
func (m *message) readReceipt() bool {
	subject := fold(m.header.Subject)
	if !startsOneOf("read:|gelesen:|lu:|lu :|leido:|letto:|lido:|lida:|gelezen:|przeczytano:|last:|laest:|lest:|luettu:|okundu:|precteno:|not read:|nicht gelesen:|ungelesen geloscht:|deleted:|non lu :|no leido:|message status - opened|message status - read|message status - deleted|開封済み:|既読:", subject) {
		return false
	}
	low := fold(clip(m.written.full, 2000))
	return holdsOneOf("was opened by|was read by|was deleted by|was read on|was deleted without being read|wurde gelesen|wurde am|a ete lu|fue leido|se ha leido|e stato letto|foi lida|foi lido|is gelezen|zostala przeczytana|lastes|blev laest|ble lest|on luettu|okundu|precten|の開封|開封されました|your message", low)
}

// refusedByFilter says whether a report of the kind that receipts have tells of
// a mail that a mailbox's own filter turned away (RFC 5429 2.1): nobody saw it.
func (m *message) refusedByFilter() bool {
	return (m.fromDaemon() || m.nullReturnPath()) && holdsOneOf(refusedText, fold(clip(m.written.full, 2000)))
}

// refusedText are the words of such filters, folded.
const refusedText = "was automatically rejected|message was refused by the recipient|message was rejected by the recipient"

// recalled says whether the mail only asks to take another one back, in the
// words of Outlook. The other one was read when it came.
func (m *message) recalled() bool {
	const longest = 600
	if len(m.written.full) > longest || !startsOneOf("recall:|recall |ruckruf:|nachrichtenruckruf|zuruckrufen:|rappel :|rappel:|rappel du message|recuperar:|retirar:|recuperacion:|richiamo:|richiama:|recolher:|lembrar:|intrekken:|aterkalla:|aterkallelse|tilbagekald:|tilbagekaldelse|tilbakekalling|tilbakekall:|kutsu takaisin|odwolanie|wycofaj|wycofanie|odvolani|odvolat|geri cagirma|geri cek|message recall|取り消し|撤回|отзыв", fold(m.header.Subject)) {
		return false
	}
	return holdsOneOf("would like to recall|recall the message|message recall|nachricht zuruckrufen|mochte die nachricht|rappeler le message|rappeler ce message|recuperar el mensaje|retirar el mensaje|richiamare il messaggio|recolher a mensagem|bericht intrekken|intrekken|aterkalla meddelandet|tilbagekalde|tilbakekalle|kutsua viestin|kutsua takaisin|odwolac wiadomosc|wycofac wiadomosc|odvolat zpravu|iletiyi geri|取り消|撤回|отозвать", fold(m.written.full))
}

// aggregate says whether the mail is a day's report on the checks of a domain
// (RFC 7489 7.2, RFC 8460 5): about nobody's answer.
func (m *message) aggregate() bool {
	return m.body.params["report-type"] == "tlsrpt" || m.tree.root.header.has("tls-report-domain") ||
		startsOneOf("report domain:|[preview] report domain:|dmarc aggregate report", strings.ToLower(m.header.Subject))
}

// bounceSign gives the rule by which the mail is a delivery report, "" when it
// is none.
func (m *message) bounceSign(reportType string) string {
	h := m.tree.root.header
	switch {
	case m.attachedByHand(reportType):
		return ""
	case m.body.report != nil:
		return "report.delivery-status"
	case reportType == "delivery-status":
		return "report.type"
	case h.has("x-failed-recipients"):
		return "report.failed-recipients"
	case h.has("x-mx-bounce"), h.has("x-ymail-bounce"), h.has("x-bounce-info"), h.has("x-ms-exchange-message-is-ndr"):
		return "report.header"
	case oneOf("errore-consegna|preavviso-errore-consegna|non-accettazione|rilevazione-virus", strings.ToLower(h.get(certifiedReceipt))):
		return ruleCertified
	case h.has("x-mlserver") && m.refusedByFml():
		return ruleListServer
	case m.listRejects():
		return ruleList
	}
	subject := fold(m.header.Subject)
	daemon := m.fromDaemon() && !m.answersByHand()
	titled := bounceSubjects.in(subject)
	if !daemon && !titled && !m.nullReturnPath() {
		if m.tellsOfDelivery(false) {
			return ruleWords
		}
		return ""
	}
	text := strings.ToLower(clip(m.written.full, 16<<10))
	told := holdsOneOf(bounceText, text)
	coded, returned := answersOfServer(text), m.returnsOurs()
	switch {
	case daemon && titled && m.body.original == nil && !told && !coded:
		if !m.fromMailer() && !m.nullReturnPath() && !m.namesStranger(text) {
			return "" // somebody left a report's subject above their own words
		}
		return ruleSystem // the subject says that it failed, and nothing that is known says how
	case daemon && (titled || returned || m.fromMailer() && (m.body.original != nil || told || coded) || told && (coded || !answersSubject(m.header.Subject) && (m.namesStranger(text) && !m.endsInName() || m.returnsText()))):
		return "report.daemon"
	case titled && m.nullReturnPath() && (told || coded):
		return "report.null-path"
	case titled && told && !answersSubject(m.header.Subject) && len(m.header.InReplyTo) == 0 && !m.greeted() &&
		(m.headedAsReport() && (m.body.original != nil || coded || m.mailing() && m.namesStranger(text)) || !m.mailing() && (coded || returned || m.returnsText() || m.takesNoAnswers() && m.statement().named)):
		return "report.subject"
	case told && m.nullReturnPath() && (m.body.original != nil || coded) && !m.tellsOfAbsence():
		return "report.text"
	}
	if rule := m.systemSign(titled); rule != "" {
		return rule
	}
	if m.tellsOfDelivery(titled) {
		return ruleWords
	}
	return ""
}

// refusedByFml says whether the subject is one under which fml turns a mail away,
// and not that of a mail to a list of it.
func (m *message) refusedByFml() bool {
	subject := fold(m.header.Subject)
	return startsOneOf("not member|ignored not member|reject|loop|warning|guide|unix from", subject) ||
		startsOneOf("you ", subject) && holdsOneOf("are not member|are not a member|are not allowed", subject)
}

// attachedByHand says whether a person attached the report: one on a mail of
// theirs, which names us as the one whom it didn't reach, or one that they show
// us with their words.
func (m *message) attachedByHand(reportType string) bool {
	if m.body.report == nil && reportType != "delivery-status" {
		return false
	}
	if m.tree.root.media == "multipart/report" || m.fromMailer() || m.nullReturnPath() || strings.TrimSpace(m.written.full) == "" {
		return false
	}
	referring, answering := len(m.header.InReplyTo) > 0, answersSubject(m.header.Subject)
	if m.fromDaemon() {
		return referring || m.greeted()
	}
	return referring || answering || m.failedToReachUs() || m.greeted() && !bounceSubjects.in(fold(m.header.Subject))
}

// failedToReachUs says whether the report names nobody but us.
func (m *message) failedToReachUs() bool {
	if m.body.report == nil {
		return false
	}
	list := reportedBounces(m.body.report.text(maxText))
	for _, b := range list {
		if !m.ours(b.Recipient) {
			return false
		}
	}
	return len(list) > 0
}

// asksToStop says whether a mail that only its words make a report is a person's
// who wants no more mail: it greets us in a thread of ours, or comes from an address
// that no mail system has, and has neither a server's answer nor what we sent.
func (m *message) asksToStop(rule string) bool {
	if !oneOf("report.daemon|report.null-path|report.text|report.subject|"+ruleFilter+"|"+ruleSystem+"|"+ruleWords, rule) {
		return false
	}
	if rule == "report.subject" && m.takesNoAnswers() || rule != "report.subject" && (len(m.header.InReplyTo) == 0 || !m.greeted()) {
		return false
	}
	if m.fromMailersAddress() || m.tree.root.media == "multipart/report" || m.body.original != nil || m.returnsText() || m.quotesServer() {
		return false
	}
	in := m.input(KindReply, "")
	return weigh(in, parse(m.ownWords())).level(topicOptOut) == 3
}

// answersByHand says whether somebody writes to us from the address of a mail
// system: those who run one write as postmaster too. A system that reports
// greets nobody and belongs to no thread, or its report has the form of one.
func (m *message) answersByHand() bool {
	if m.fromMailer() || m.nullReturnPath() || m.body.report != nil || m.tree.root.media == "multipart/report" {
		return false
	}
	return (len(m.header.InReplyTo) > 0 || m.greeted()) && !m.opensAsReport()
}

// opensAsReport says whether the first line is one with which Exchange, Domino
// and IIS begin their reports, and no person a mail. Exchange names the mail that
// failed as the one that it answers.
func (m *message) opensAsReport() bool {
	const longest = 200
	first, _, _ := strings.Cut(strings.TrimSpace(m.written.full), "\n")
	first = strings.Trim(fold(clip(first, longest)), " .:\t\u00a0")
	if strings.HasPrefix(first, "your message to ") && strings.HasSuffix(first, " couldnt be delivered") {
		return strings.Contains(first, "@")
	}
	return oneOf("your message|ihre nachricht|votre message|su mensaje|il messaggio|il suo messaggio|sua mensagem|a sua mensagem|uw bericht", first) ||
		startsOneOf("delivery has failed to these recipients|delivery to these recipients or groups is complete|this message wasnt delivered to anyone because|delivery is delayed to these recipients|your message did not reach some or all|this is an automatically generated delivery status notification|"+
			"fehler bei der nachrichtenzustellung an|ihre nachricht hat einige oder alle empfanger nicht|die zustellung an folgende empfanger|dies ist eine automatisch erstellte benachrichtigung|"+
			"echec de la remise a ces|votre message na pas ete remis a certains|la remise a ces destinataires|"+
			"su mensaje no llego a alguno|error de entrega a estos destinatarios|no se pudo entregar a estos destinatarios|se ha retrasado la entrega a estos|"+
			"impossibile recapitare il messaggio ai|recapito non riuscito ai|falha na entrega a estes|falha na entrega para estes|"+
			"de bezorging aan de volgende|het bezorgen bij deze|bezorging bij deze", first)
}

// returnsOurs says whether the mail carries one that we sent.
func (m *message) returnsOurs() bool {
	for _, name := range []string{"from", "sender", "return-path"} {
		const most = 5
		for _, a := range findAddresses(m.body.original.get(name), most) {
			if m.ours(a) {
				return true
			}
		}
	}
	return false
}

// returnsText says whether the text ends with the header of a returned mail, as
// only servers write it.
func (m *message) returnsText() bool {
	const most = 16 << 10
	lines := strings.Split(clip(m.written.full, most), "\n")
	for i := range lines {
		if startsOneOf("received:|message-id:|return-path:", strings.ToLower(strings.TrimLeft(lines[i], ">"))) && returnedHeader(lines, i) {
			return true
		}
	}
	return false
}

// takesNoAnswers says whether nobody can answer to the address of the writer:
// its name tells it, or it is that of software on the way.
func (m *message) takesNoAnswers() bool {
	for _, a := range m.header.From {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		if startsOneOf("noreply|no-reply|no_reply|donotreply|do-not-reply|do_not_reply", local) || namesGateway(local) {
			return true
		}
	}
	return m.fromMailer()
}

// namesGateway says whether a local part names software on the way and nothing
// else, as "AntiVirus_SMTP_Gateway" does: who sells it has an address with its
// name in it, too.
func namesGateway(local string) bool {
	words := strings.FieldsFunc(local, func(r rune) bool { return strings.ContainsRune("_-.0123456789", r) })
	for _, w := range words {
		if !oneOf("smtp|antivirus|anti|virus|virusscan|virusscanner|mailscan|mailscanner|interscan|scan|scanner|mailgateway|gateway|gateways|e|mail|for|service|server|system|daemon|symantec", w) {
			return false
		}
	}
	return holdsOneOf("smtp|antivirus|virusscan|mailscan|interscan|mailgateway", strings.Join(words, ""))
}

// headedAsReport says whether the first line is the heading of a report and no
// more. Some gateways give their report the whole header of the mail that it is
// about, those of a list among it.
func (m *message) headedAsReport() bool {
	first, _, _ := strings.Cut(strings.TrimSpace(m.written.full), "\n")
	return oneOf("message from interscan messaging security suite|message from interscan e-mail viruswall nt|non-delivery report|nondelivery report|non-delivery notification|non-delivery notice|delivery report|delivery failure report|delivery failure notification|delivery failure|delivery status notification|delivery status notification (failure)|failed recipients|unzustellbarkeitsbericht|rapport de non-remise|informe de no entrega|rapporto di mancato recapito", strings.Trim(fold(first), "-*=#<>.: \t"))
}

// answersOfServer says whether the text quotes what a mail server answered: a
// status, or a code that begins a line. Other numbers count staff and rooms.
func answersOfServer(text string) bool {
	code := smtpCode(text) != 0
	if status := findStatus(text); status != "" && (code || len(status)-strings.LastIndexByte(status, '.') != len(".26")) {
		return true // without a code, 5.3.26 is a day
	}
	if !code {
		return false
	}
	for l := range strings.Lines(text) {
		l = strings.TrimLeft(l, " \t<>")
		if len(l) > 3 && (l[3] == ' ' || l[3] == '-') && smtpCode(l[:3]) != 0 {
			return true
		}
	}
	return false
}

// quotesServer says whether the mail's text quotes a mail server.
func (m *message) quotesServer() bool {
	const most = 16 << 10
	return answersOfServer(strings.ToLower(clip(m.written.full, most)))
}

// systemNames are the names of mail systems, whole: firms have longer ones.
var systemNames = newWordset("mailer-daemon|mailer daemon|mail delivery|mail delivery system|mail delivery subsystem|mail delivery service|mail deliver system|mail system|maildelivery|system administrator|systemadministrator|postmaster|internet mail delivery|delivery subsystem|mmsc ndr|mail administrator")

// fromDaemon says whether a mail system wrote the mail.
func (m *message) fromDaemon() bool {
	for _, a := range append(append([]mail.Address{}, m.header.From...), m.header.Sender...) {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		name := strings.TrimSpace(fold(a.Name))
		if startsOneOf("mailer-daemon|mailerdaemon|mail-daemon|maildaemon|postmaster|post_master|post.master|mail.daemon|mailer_daemon|majordomo-bounce|mmsc|double-bounce", local) || isExchange(local) ||
			systemNames.has(name) || systemNames.has(strings.Trim(local, "\"")) || m.namedAsMailer(a) {
			return true
		}
	}
	from := strings.ToLower(m.tree.root.header.get("from"))
	return holdsOneOf("<postmaster|<mailer-daemon", from) || len(m.header.From) == 0 && (holdsOneOf("mailer-daemon|mailer daemon|postmaster|mail delivery", from) || holdsOneOf("<>|<@>", from))
}

func (m *message) nullReturnPath() bool {
	v, ok := m.tree.root.header.get("return-path"), m.tree.root.header.has("return-path")
	v = strings.ToLower(strings.TrimSpace(v))
	return ok && (v == "<>" || strings.HasPrefix(v, "<mailer-daemon") || v == "mailer-daemon")
}

// greeted says whether the text begins with a greeting.
func (m *message) greeted() bool {
	first, _, _ := strings.Cut(strings.TrimSpace(m.written.full), "\n")
	if startsOneOf(greetsAnybody, fold(first)) {
		return false
	}
	return startsOneOf("hi |hi,|hi!|hey |hey,|hello |hello,|hello!|dear |good morning|good afternoon|good evening|good day|guten morgen|guten abend|moin|servus|hallo |hallo,|guten tag|sehr geehrte|liebe|bonjour|bonsoir|salut|cher |chere |hola|buenos dias|buenas tardes|estimad|buongiorno|buonasera|salve|gentile|ola |ola,|bom dia|boa tarde|caro |cara |prezad|beste |goedemorgen|goedemiddag|goedendag|geachte|dzien dobry|hej|hei|dobry den|merhaba|"+
		"halo |halo,|selamat pagi|selamat siang|selamat sore|xin chao|chao |kinh gui|buna |buna,|buna ziua|draga |stimat|postovan|spostovan|pozdrav|dober dan|dobar dan|zdravo|здраве|драги |драга |уважаем|laba diena|labdien|labas |sveiki|gerb|cien|tere |tere,|lugupeetud|benvolgu|bon dia", fold(first))
}

// endsInName says whether the text ends with a name below a formula, or below
// what a comma makes one, and nothing else says that a machine wrote it.
func (m *message) endsInName() bool {
	if m.fromMailer() || m.nullReturnPath() || m.machineHeader() || m.body.original != nil || m.tree.root.media == "multipart/report" {
		return false
	}
	lines := strings.FieldsFunc(m.written.full, func(r rune) bool { return r == '\n' || r == '\r' })
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
	n := len(lines)
	if n < 2 {
		return false
	}
	const longest = 3 // words of a name, and of a formula in any language
	name, above := strings.TrimSpace(lines[n-1]), strings.TrimSpace(lines[n-2])
	if kind, rest := closingOf(name); kind != noClosing && rest != "" {
		name, above = rest, name+","
	}
	kind, _ := closingOf(above)
	formula := kind != noClosing || strings.HasSuffix(above, ",") && len(strings.Fields(above)) <= longest+1
	words := strings.Fields(name)
	if !formula || len(words) > longest || strings.ContainsAny(name, "@:/0123456789") || systemNames.has(fold(name)) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) || !unicode.IsLetter(r) || oneOf("mail|mailer|postmaster|server|mailserver|system|mailsystem|admin|administrator|support|team|service", fold(w)) {
			return false
		}
	}
	return true
}

// greetsAnybody begin the greetings of machines to whoever uses them, folded.
const greetsAnybody = "dear user|dear sender|dear mail user|dear email user|hello user|sehr geehrter nutzer|sehr geehrte nutzer|sehr geehrter benutzer|sehr geehrter absender|sehr geehrte absender|lieber nutzer|cher utilisateur|chere utilisatrice|cher expediteur|stimate utilizator|stimate client|stimate expeditor|postovani korisnice|spostovani uporabnik|уважаемый пользователь|уважаемый отправитель|уважаемый клиент|уважаеми потребител|драги корисниче|gerbiamas vartotojau|cienijamais lietotaj|lugupeetud kasutaja|estimado usuario|estimado remitente|gentile utente|gentile mittente|caro utente|prezado usuario|caro usuario|geachte gebruiker|geachte afzender|beste gebruiker|beste afzender|caro remetente|prezado remetente|caro mittente|querido remitente|szanowny nadawco|drogi nadawco|vazeny odesilateli|vazeny odosielatel|basta avsandare|kare avsandare|kaere afsender|kjaere avsender|hyva lahettaja|tisztelt felado|sayin gonderen|sayin gonderici|шановний відправник|уважаеми подател|αγαπητε αποστολεα|postovani posiljatelj|spostovani posiljatelj|gerbiamas siuntej|godatais sutitaj|benvolgut remitent|kepada pengirim"

// softwareNames are the names of mail systems that no person is called by. Anybody
// may put one above their own words.
var softwareNames = newWordset("mailer-daemon|mailer daemon|mail delivery system|mail delivery subsystem|mail delivery service|mail deliver system|internet mail delivery|delivery subsystem")

// fromMailer says whether a mail system wrote the mail and no person can have.
func (m *message) fromMailer() bool {
	return m.fromMailersAddress() || slices.ContainsFunc(m.header.From, m.namedAsMailer)
}

// fromMailersAddress says whether the address is one that no person writes from.
func (m *message) fromMailersAddress() bool {
	for _, a := range m.header.From {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		if startsOneOf("mailer-daemon|mailerdaemon|mail-daemon|maildaemon|post_master|mail.daemon|mailer_daemon|double-bounce", local) || isExchange(local) {
			return true
		}
	}
	return len(m.header.From) == 0
}

// isExchange says whether a local part is the one that Exchange makes up for
// itself: its name and a number of 128 bits.
func isExchange(local string) bool {
	const digits = 32
	id, ok := strings.CutPrefix(local, "microsoftexchange")
	return ok && len(id) == digits && strings.Trim(id, "0123456789abcdef") == ""
}

// namedAsMailer says whether an address or its name is that of a mail system which
// a person can have as well, and none wrote: "Microsoft Outlook" is what Exchange
// calls itself, and what a program that nobody told a name puts above their mails.
func (m *message) namedAsMailer(a mail.Address) bool {
	local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
	name := strings.TrimSpace(fold(a.Name))
	alone := true // nobody else has the two together
	switch {
	case softwareNames.has(name):
	case name == "microsoft outlook":
		alone = local == "postmaster"
	case local == "mdaemon":
		alone = name == "" || strings.HasPrefix(name, "mdaemon")
	default:
		return false
	}
	if len(m.header.InReplyTo) > 0 && m.greeted() {
		return false
	}
	if m.nullReturnPath() || m.tree.root.media == "multipart/report" || m.opensAsReport() {
		return true
	}
	return !answersSubject(m.header.Subject) && (alone || m.body.report != nil || m.returnsOurs() || m.returnsText() || m.quotesServer())
}

// namesStranger says whether the text names an address that is neither the
// writer's nor ours: that of a failed recipient. People who write of deliveries
// seldom do.
func (m *message) namesStranger(text string) bool {
	const enough = 20
	for _, a := range findAddresses(text, enough) {
		if !m.ours(a) && !m.reporter(a) {
			return true
		}
	}
	return false
}

// bounceSubjects are the words of a delivery report's subject, folded.
var bounceSubjects = newPhrasebook("전송되지 않|전달되지 않|반송|발송 실패|배달 실패|nu a putut fi livrat|nu a fost livrat|nu poate fi livrat|nije isporucen|nije dostavljen|ni bilo mogoce dostaviti|ni bilo dostavljeno|не е доставен|не беше доставен|није испоручен|nepavyko pristatyti|nepristatyt|neizdevas piegadat|kohale toimetamine ebaonnestus|khong gui duoc|tidak dapat dikirim|gagal terkirim|no sha pogut lliurar|nedorucitelne|nedorucena|nedorucene|배달되지 않|배달할 수 없|배달하지 못|non recapitabile|non consegnabile|impossibile consegnare|kan ikke leveres|bericht vertraagd|niedostarczalne|nie mozna dostarczyc|ei voi toimittaa|ei voida toimittaa|nao e possivel entregar|nao pode ser entregue|impossible de remettre|no se pudo entregar|nelivrabil|не удается доставить|недоставен|neisporuceno|isporuka nije uspjela|iletilemedi|gonderilemedi|tidak terkirim|khong the gui|ไม่สามารถส่ง|תקלה במסירה|לא ניתן למסור|تعذر التسليم|" +
	"zustellung verzogert|verzogerte zustellung|verzogert: |remise retardee|remise differee|retard de remise|distribution retardee|distribution incomplete|livraison retardee|entrega retrasada|retraso en la entrega|entrega demorada|entrega incompleta|consegna ritardata|recapito ritardato|recapito incompleto|consegna incompleta|entrega atrasada|atraso na entrega|bezorging vertraagd|vertraagd: |opoznione dostarczenie|opoznienie dostarcz|dostarczenie opoznione|forsenad leverans|leveransen fordrojd|leverans fordrojd|levering forsinket|forsinket levering|toimitus viivast|zpozdeni doruceni|doruceni zpozdeno|teslimat gecik|teslim gecik|配信遅延|配信の遅延|未送达|未传递|无法送达|傳送失敗|전송 실패|전달 실패|전송하지 못|сбой доставки|доставка отложена|задержка доставки|не вдалося|не може бути доставлено|kan inte levereras|kezbesithetetlen|kezbesites sikertelen|nem sikerult kezbesiteni|imposibil de livrat|nelivrat|δεν ήταν δυνατή|δεν είναι δυνατή|αποτυχία παράδοσης|undeliver|undelivered|returned mail|returned to sender|mail delivery failed|mail delivery failure|delivery failure|delivery failed|delivery status notification|delivery notification|failure notice|failure notification|mail failure|mail system error|message delivery has failed|message delivery failed|non-delivery|nondeliverable|nondelivery|non delivery|delivery report|mail delivery status|mail delivery system|error sending|could not be delivered|couldnt be delivered|not be delivered|delivery has been delayed|delivery delayed|delayed mail|delivery delay|could not send message|delivery problem|mail could not|message could not|returned message|rejected mail|message rejected|message status - undeliverable|warning: message|address not found|unable to deliver|not deliverable|mail error|bounced|bounce message|smtp error|unroutable|" +
	"unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|nicht zustellbar|zustellungsfehler|zustellfehler|fehler bei der zustellung|konnte nicht zugestellt|konnte nicht ubermittelt|ruckmeldung uber nachrichtenzustellung|" +
	"non remis|non distribue|echec de la remise|echec de remise|message non delivre|non-remise|avis de non|echec denvoi|courriel non remis|" +
	"no se puede entregar|no entregado|no se ha podido entregar|correo devuelto|mensaje no entregado|error en la entrega|" +
	"non recapitato|mancata consegna|messaggio non consegnato|impossibile recapitare|mancato recapito|non e stato recapitato|" +
	"nao entregue|nao foi entregue|falha na entrega|devolvida|erro na entrega|" +
	"onbestelbaar|niet bezorgd|niet afgeleverd|kan niet worden bezorgd|onbezorgbaar|" +
	"niedostarczon|nie dostarczono|zwrot wiadomosci|kunde inte levereras|gick inte att leverera|kunne ikke leveres|ikke leveret|ikke levert|toimitus epaonnistui|ei voitu toimittaa|nedoruceno|nelze dorucit|teslim edilemedi|ulastirilamadi|" +
	"配信不能|配信できません|エラー通知|届きませんでした|送信できません|配送エラー|送信エラー|メール送信|退信|无法投递|не доставлен|недоставлен|не удалось|delivery incomplete|blocked by our bulk email filter|message you sent blocked|loop alert|message undeliverable|failed mail|apparently from you|benachrichtung zum ubermittlungsstatus|benachrichtigung zum ubermittlungsstatus|benachrichtigung zum zustellstatus|mail delivery warning|email delivery warning|message delivery warning")

// bounceText are the words of delivery reports, lower case.
const bounceText = "전송되지 않|전달되지 않|반송되었|배달되지 않|전송하지 못|전달하지 못|nu a putut fi livrat|nu a fost livrat|nu poate fi livrat|nije isporučen|nije dostavljen|ni bilo mogoče dostaviti|не е доставен|не беше доставен|nepavyko pristatyti|neizdevās piegādāt|không gửi được|không thể gửi|tidak dapat dikirim|gagal terkirim|no s'ha pogut lliurar|delivery of the email was stopped|delivery of the mail was stopped|an folgende empfänger fehlgeschlagen|wurde nicht zugestellt|wurden nicht zugestellt|has been postponed|not a valid user|was automatically rejected|refused by the recipient|did not exactly match|no user by that name|not delivered to|noch nicht zugestellt|zustellung an folgende|n'a pas encore été remis|pas encore été distribué|todavía no se ha podido|non è ancora stato|ainda não foi entregue|nog niet worden bezorgd|jeszcze nie została|配信が遅れて|配信に失敗|доставки следующим|не доставлено|has not been delivered|error message below|duplicated message-id|possibly incorrect|delivery failure|could not be delivered|couldn't be delivered|was not delivered|wasn't delivered|unable to deliver|undeliverable|not be delivered to|cannot be delivered|can't be delivered|not able to be delivered|delivery failed|delivery has failed|delivery to the following|did not reach the following|failed to deliver|following address|following recipient|permanent fatal errors|permanent error|permanent failure|returned to sender|could not deliver|couldn't deliver|delivery attempts|transient non-fatal|delivery problems|delivery errors|had delivery|message undelivered|rejected your message|no such user|user unknown|unknown user|mailbox full|recipient address rejected|address rejected|does not exist|mailbox unavailable|failure reasons|could not be sent|failed recipient|recipient(s)|addresses failed|not listed in|message was not sent|" +
	"konnte nicht zugestellt|nicht zugestellt werden|unzustellbar|nicht übermittelt|n'a pas pu être|n'a pas été remis|non remis|no se pudo entregar|no se ha podido entregar|non è stato possibile|non recapitat|não foi possível entregar|não pôde ser entregue|kon niet worden|niet worden afgeleverd|niet worden bezorgd|nie została dostarczona|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|nebylo možné doručit|teslim edilemedi|送信できません|配信できません|届けることが|不达|не может быть доставлено|не удалось доставить"

// traceOriginal takes over what matching can use of the mail that a report
// returns: its ids, and every address that stands in the report.
func (m *message) traceOriginal() {
	o := m.body.original
	h := &m.header
	for _, name := range []string{"message-id", "x-microsoft-original-message-id", "x-google-original-message-id", "x-original-message-id", "original-message-id"} {
		for _, v := range o.all(name) {
			for _, id := range messageIDs(v) {
				if !contains(h.OriginalIDs, id) {
					h.OriginalIDs = append(h.OriginalIDs, id)
				}
			}
		}
	}
	for _, name := range []string{"references", "in-reply-to", "x-followupd-id"} {
		for _, v := range o.all(name) {
			ids := messageIDs(v)
			if name == "x-followupd-id" {
				ids = []string{strings.TrimSpace(v)}
			}
			for _, id := range ids {
				if id != "" && !contains(h.ReportedReferences, id) && len(h.ReportedReferences) < maxIDs {
					h.ReportedReferences = append(h.ReportedReferences, id)
				}
			}
		}
	}
	const most = 100
	mentioned := append([]string{}, h.Mentioned...)
	for _, a := range append(m.originalRecipients(), findAddresses(clip(m.written.full, 64<<10), most)...) {
		if !contains(mentioned, a) && !contains(h.OriginalIDs, a) && len(mentioned) < most {
			mentioned = append(mentioned, a)
		}
	}
	if m.body.report != nil {
		for _, a := range findAddresses(m.body.report.text(64<<10), most) {
			if !contains(mentioned, a) && len(mentioned) < most {
				mentioned = append(mentioned, a)
			}
		}
	}
	h.Mentioned = mentioned
}
