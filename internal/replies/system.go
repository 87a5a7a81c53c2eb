package replies

import (
	"net/mail"
	"slices"
	"strings"
)

// Mail systems write about more than failures: that a mail arrived, that it was
// opened, that others' mails were kept from us. None of it is an answer, and
// none of it a reason to stop or to wait. And of failures they write in more
// words than anybody can list: who writes tells those apart from a person's
// mail and from what answers for a person.

// systemNotice reads what a mail system tells us that is no failure.
func (m *message) systemNotice() (kindVerdict, bool) {
	switch strings.ToLower(m.tree.root.header.get(certifiedReceipt)) {
	case "accettazione", "presa-in-carico", "avvenuta-consegna":
		m.traceOriginal()
		return kindVerdict{kind: KindAutoReply, about: AboutReceipt, confidence: 0.98}.because(ruleCertified, m.header.Subject), true
	}
	if (m.fromSystem() || m.fromServices()) && m.counts() {
		return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.summary", m.header.Subject), true
	}
	system := m.fromSystem()
	if system && m.wantsLogin(m.ownWords()) {
		return kindVerdict{kind: KindOther, confidence: 0.9}.because("report.incoming", m.header.Subject), true
	}
	if m.body.report != nil || !system && !m.fromFilter() {
		return kindVerdict{}, false
	}
	text := m.ownWords()
	failed := smtpCode(text) != 0 // a server's answer is told of failures alone
	switch {
	case m.isDigest(text), system && !failed && m.keptFromUs(text):
		return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.quarantine", m.header.Subject), true
	case system && !failed && deliveredText.in(text) && !undeliveredText.in(text) && !m.answersForSomebody(text) &&
		(m.fromMailer() || m.nullReturnPath() || m.namesStranger(text)):
		m.traceOriginal()
		return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.delivered", m.header.Subject), true
	}
	return kindVerdict{}, false
}

// counts says whether a system of our own sums up the mails of a day: what failed
// stands there with all else, and whoever it was, their own report told us.
func (m *message) counts() bool {
	if answersSubject(m.header.Subject) || !summarySubjects.in(fold(m.header.Subject)) || m.body.report != nil || m.body.original != nil || m.tree.root.header.has("x-failed-recipients") {
		return false
	}
	const most, enough = 16 << 10, 3
	counted := 0
	for l := range strings.Lines(clip(m.written.full, most)) {
		words := strings.Fields(l)
		if n := len(words); n > 1 && (isNumber(words[0]) || isNumber(words[n-1])) {
			counted++
		}
	}
	return counted >= enough
}

// fromServices says whether the mail comes from an account that the programs of a
// server of ours write from.
func (m *message) fromServices() bool {
	return m.fromOurDomain() && slices.ContainsFunc(m.header.From, func(a mail.Address) bool {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		return oneOf("root|cron|daemon|logwatch|logcheck|pflogsumm|postfix|exim|mail|mailserver|monitoring", local)
	})
}

// isNumber says whether a word is a count, as in "23", "1,421", "12k" or "98%".
func isNumber(w string) bool {
	w = strings.TrimRight(strings.ToLower(w), "km%")
	return w != "" && isDigitByte(w[0]) && strings.Trim(w, "0123456789.,'") == ""
}

// wantsLogin says whether somebody poses as our mail system to get at a password:
// mails to us hang in a queue, and a page lets them in. A report on what we sent
// names whom it didn't reach, or shows the mail.
func (m *message) wantsLogin(text string) bool {
	if m.body.report != nil || m.body.original != nil || m.nullReturnPath() || m.tree.root.header.has("x-failed-recipients") || !incomingText.in(text) {
		return false
	}
	linked := false
	var words []string
	for _, w := range strings.Fields(text) {
		if holdsOneOf("http://|https://", w) {
			linked = true // our own address stands in it
		} else {
			words = append(words, w)
		}
	}
	return linked && !m.namesStranger(strings.Join(words, " "))
}

// certifiedReceipt is the field by which Italy's certified mail (DPCM 2 November
// 2005, annex) names what a receipt of its providers says: taken in, delivered,
// or failed. A mail that somebody sends through it has another.
const certifiedReceipt = "x-ricevuta"

// fromSystem says whether a mail system wrote the mail, or something else to
// which nobody can answer.
func (m *message) fromSystem() bool {
	return (m.fromDaemon() || m.nullReturnPath()) && !m.answersByHand()
}

// fromNobody says whether a mail system wrote the mail and no person can have.
func (m *message) fromNobody() bool {
	return m.fromDaemon() && (m.fromMailer() || m.nullReturnPath() && !answersSubject(m.header.Subject))
}

// ownWords is what a system says before the mail that it returns, folded, in
// one line, bounded.
func (m *message) ownWords() string {
	const most = 6000
	lines := strings.Split(clip(m.written.full, most), "\n")
	for i := range lines {
		if returnsMail(lines[i]) || returnedHeader(lines, i) {
			lines = lines[:i]
			break
		}
	}
	return strings.Join(strings.Fields(fold(strings.Join(lines, " "))), " ")
}

// answersForSomebody says whether a machine that sends answers for somebody
// wrote the text: an absence, a moved mailbox, a challenge. "Auto-Submitted"
// tells nothing here, for it stands in reports on deliveries as well.
func (m *message) answersForSomebody(text string) bool {
	if header, strong := m.autoHeader(); strong && !strings.HasPrefix(header, "Auto-Submitted") {
		return true
	}
	return autoSubject(fold(m.header.Subject)) != "" || readMachineWords(" "+text+" ").about != ""
}

// tellsOfAbsence says whether the text is that of an absent person's machine.
func (m *message) tellsOfAbsence() bool {
	return readMachineWords(" "+m.ownWords()+" ").about == AboutAbsence
}

// isDigest says whether a filter lists what it keeps in quarantine.
func (m *message) isDigest(text string) bool {
	return (m.fromOurDomain() || m.nullReturnPath() || m.machineHeader()) && digestSubjects.in(fold(m.header.Subject)) && (sentToUs.in(text) || releases.in(text)) && !answersSubject(m.header.Subject)
}

// machineHeader says whether the header is one that no person's program writes:
// that of lists, of filters and of what else sends by itself.
func (m *message) machineHeader() bool {
	h := m.tree.root.header
	for _, name := range []string{"list-id", "x-mailman-version", "x-mailman-approved-at", "x-beenthere", "x-loop"} {
		if h.has(name) {
			return true
		}
	}
	submitted := strings.ToLower(strings.TrimSpace(h.get("auto-submitted")))
	return submitted != "" && submitted != "no" ||
		oneOf("bulk|list|junk", strings.ToLower(strings.TrimSpace(h.get("precedence")))) ||
		strings.HasPrefix(strings.ToLower(strings.TrimSpace(h.get("return-path"))), "<bounce")
}

// keptFromUs says whether our own filter tells of a mail that it kept from us.
func (m *message) keptFromUs(text string) bool {
	return m.fromOurDomain() && sentToUs.in(text) && filterWords.in(text) && !answersSubject(m.header.Subject)
}

// fromFilter says whether the mail comes from an address that filters write
// their digests from.
func (m *message) fromFilter() bool {
	for _, a := range m.header.From {
		if local, _, _ := strings.Cut(strings.ToLower(a.Address), "@"); startsOneOf("quarant|spam|antispam|mailfilter|digest|noreply|no-reply|no_reply|donotreply|do-not-reply|do_not_reply", local) {
			return true
		}
	}
	return false
}

// fromOurDomain says whether the mail comes from where it went to.
func (m *message) fromOurDomain() bool {
	for _, from := range m.header.From {
		_, domain, _ := strings.Cut(from.Address, "@")
		for _, to := range m.header.To {
			if _, ours, _ := strings.Cut(to.Address, "@"); domain != "" && strings.EqualFold(domain, ours) {
				return true
			}
		}
	}
	return false
}

// Rules by which a mail is known as a report although it has none of the forms
// of one.
const (
	ruleList       = "report.list-rejects"
	ruleFilter     = "report.filter"
	ruleSystem     = "report.system"
	ruleCertified  = "report.certified"
	ruleListServer = "report.list-server"
)

// systemSign gives the rule by which a mail system's words are a report in no
// known form, "" when they are none; titled says that the subject is a report's.
func (m *message) systemSign(titled bool) string {
	if !m.fromSystem() || answersSubject(m.header.Subject) && !m.fromMailer() || m.answersForSomebody(m.ownWords()) {
		return ""
	}
	const most = 16 << 10
	text := strings.ToLower(clip(m.written.full, most))
	stranger := m.namesStranger(text)
	switch {
	case stranger && m.filtered(fold(strings.Join(strings.Fields(text), " "))):
		return ruleFilter
	case stranger && titled && m.nullReturnPath():
		return ruleSystem
	case m.fromNobody() && (stranger || !m.fromOurDomain()):
		return ruleSystem // of our own systems only what names somebody: the others warn of our full mailbox
	}
	return ""
}

// soften takes back what the general reading concludes from words that it does
// not know: what a list or a filter refused was the mail and not the person, and
// of a report in no known form nobody can say that all is over.
func (b *Bounce) soften(rule string) {
	switch {
	case rule == ruleList && b.Reason == BounceTooLarge:
		b.Permanent = false
	case rule == ruleList:
		b.Reason, b.Permanent = BouncePolicy, false
	case rule == ruleFilter:
		b.Reason, b.Permanent = BounceContent, false
	case oneOf(ruleSystem+"|"+ruleWords+"|"+ruleCertified+"|"+ruleListServer, rule) && b.Reason == BounceUndetermined:
		b.Permanent = false
	}
}

// filtered says whether a filter tells that it kept our mail from its reader.
func (m *message) filtered(text string) bool {
	subject := fold(m.header.Subject)
	return (virusText.in(" "+subject+" "+text) || attachmentText.in(text) || contentText.in(subject+" "+text)) && ourMail.in(text) && (undeliveredText.in(text) || stoppedText.in(text))
}

// listRejects says whether a mailing list turned our mail away: the software of
// one wrote it, and neither a person nor a server that quotes it.
func (m *message) listRejects() bool {
	if !m.fromListServer() || m.fromMailer() || answersSubject(m.header.Subject) && !m.fromListSoftware() || len(m.header.InReplyTo) > 0 || m.greeted() && !m.nullReturnPath() {
		return false
	}
	text := m.ownWords()
	return rejectedPosting.in(text) && smtpCode(text) == 0
}

// rejectingList is the address of the list that turned our mail away, "" where
// none is named: Mailman writes from one made of it, others name it.
func (m *message) rejectingList() string {
	for _, a := range m.header.From {
		local, domain, _ := strings.Cut(strings.ToLower(a.Address), "@")
		if list, ok := strings.CutSuffix(local, "-bounces"); ok {
			return list + "@" + domain
		}
	}
	const most = 20
	for _, a := range findAddresses(m.header.Subject+" "+m.ownWords(), most) {
		if local, _, _ := strings.Cut(a, "@"); !m.ours(a) && !m.reporter(a) && !endsOneOf(listOffices, local) {
			return a
		}
	}
	return ""
}

// fromListSoftware says whether the address is the one that the software of mailing
// lists writes from. More than its name in it may be a person's, unless the header
// is a machine's.
func (m *message) fromListSoftware() bool {
	for _, a := range m.header.From {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		software, _, _ := strings.Cut(local, "-")
		if oneOf("listserv|majordomo|mailman|sympa|ezmlm|listproc|lyris|ecartis|listar", software) && (software == local || m.machineHeader() || m.nullReturnPath()) {
			return true
		}
	}
	return false
}

// listOffices end the addresses of those who run a list.
const listOffices = "-bounces|-owner|-request|-admin"

// fromListServer says whether the software of mailing lists wrote the mail, or
// nobody did. What members write has a list's header too, but not its address;
// people have an address such as club-admin@, but not the header.
func (m *message) fromListServer() bool {
	if m.nullReturnPath() {
		return true
	}
	if m.fromListSoftware() {
		return true
	}
	office := m.fromDaemon()
	for _, a := range m.header.From {
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		software, _, _ := strings.Cut(local, "-")
		office = office || software == "owner" || endsOneOf(listOffices, local)
	}
	return office && m.machineHeader()
}
