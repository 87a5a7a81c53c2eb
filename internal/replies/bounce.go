package replies

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// reasonDelivered marks a recipient whom the mail reached, within a report.
const reasonDelivered BounceReason = "delivered"

// reasonFailed marks one for whom a report says that all is over (RFC 3464
// 2.3.3), whatever its text says of delays.
const reasonFailed BounceReason = "failed"

// reasonRetried marks one for whom a report names the end of its tries (RFC 3464
// 2.3.8) and neither what was done nor a status: it goes on trying, unless its
// words tell of a failure.
const reasonRetried BounceReason = "retried"

// maxBounces bounds the recipients kept of one report.
const maxBounces = 50

// maxWords bounds the server's words that are read for a reason, in bytes.
const maxWords = 4000

// bounced reads a delivery report: who failed, how and why. It understands
// RFC 3464 and the plain words of the servers that never heard of it.
func (m *message) bounced() []Bounce {
	text := m.reportText()
	text = mendAddresses(text, append(m.failedRecipients(), m.originalRecipients()...))
	var list []Bounce
	groups := reportInText(m.written.full)
	if m.body.report == nil && groups == "" {
		m.body.report = m.attachedReport()
	}
	if m.body.report != nil {
		list = reportedBounces(m.body.report.text(maxText))
		for _, p := range m.body.further {
			if len(list) < maxBounces {
				list = append(list, reportedBounces(p.text(maxHeader))...)
			}
		}
	} else if groups != "" {
		list = reportedBounces(groups)
	}
	worded := m.textBounces(text)
	if len(list) == 0 {
		list = worded
	}
	shared := sharedWords(text, worded)
	out := list[:0:0]
	for _, b := range list {
		m.complete(&b, text, shared, worded, len(list) == 1)
		if b.Reason == reasonDelivered && !delivered(list) {
			continue // it names whom the mail reached beside whom it didn't
		}
		if b.Recipient != "" && m.ours(b.Recipient) && len(list) > 1 {
			continue
		}
		if i := slices.IndexFunc(out, func(have Bounce) bool { return have.Recipient == b.Recipient }); i >= 0 {
			if out[i].Delayed && !b.Delayed {
				out[i] = b // it failed after all
			}
		} else if len(out) < maxBounces {
			out = append(out, b)
		}
	}
	return out
}

// attachedReport finds a report that a server on the way made a plain file of.
func (m *message) attachedReport() *part {
	var found *part
	m.tree.root.walk(func(p *part) bool {
		const head = 4 << 10
		if found == nil && (strings.HasPrefix(p.media, "text/") || p.media == "application/octet-stream") && reportInText("\n"+p.text(head)) != "" {
			found = p
		}
		return found == nil && !strings.HasPrefix(p.media, "message/")
	})
	return found
}

// reportInText gives the part of a text from which on it has the fields of a
// delivery report: a report within a report, or one that lost its boundaries.
func reportInText(text string) string {
	i := strings.Index(strings.ToLower(text), "\nfinal-recipient:")
	if i < 0 || i+20 > len(text) {
		return ""
	}
	if start := strings.LastIndex(text[:i+1], "\n\n"); start >= 0 {
		i = start
	}
	return text[i:]
}

// reportedBounces reads the groups of a message/delivery-status part: the first
// is about the message, each further one about a recipient (RFC 3464 2.1).
func reportedBounces(text string) []Bounce {
	var list []Bounce
	rest := []byte(strings.TrimLeft(text, "\n"))
	const mostGroups = 2000
	for n := 0; len(rest) > 0 && len(list) < maxBounces && n < mostGroups; n++ {
		var h fields
		before := len(rest)
		h, rest, _ = cutHeader(rest)
		rest = bytes.TrimLeft(rest, "\n")
		final := typedAddress(h.get("final-recipient"))
		original := typedAddress(h.get("original-recipient"))
		action := strings.ToLower(firstWord(h.get("action")))
		if final == "" && original == "" && action == "" {
			if len(rest) >= before {
				break
			}
			continue
		}
		b := Bounce{Recipient: orElse(final, original), Status: findStatus(h.get("status")), OrigTo: original, Text: diagnostic(h.get("diagnostic-code"))}
		if original != "" && !namesHost(final) && namesHost(original) {
			b.Recipient = original // the final one is a mailbox or a channel of the server's own
		}
		b.Recipient = orElse(b.Recipient, original)
		if wrapped(b.Recipient) {
			b.Recipient = orElse(original, b.Recipient)
		}
		if wrapped(b.Recipient) {
			b.Recipient = orElse(typedAddress(inBrackets(h.get("x-display-name"))), b.Recipient)
		}
		retried := action == "" && h.has("will-retry-until")
		b.Delayed = action == "delayed" || retried && strings.HasPrefix(b.Status, "4")
		switch action {
		case "delivered", "relayed", "expanded":
			b.Reason = reasonDelivered
		case "failed", "failure":
			b.Reason = reasonFailed
		}
		if retried && b.Status == "" {
			b.Reason = reasonRetried
		}
		list = append(list, b)
		if len(rest) >= before {
			break
		}
	}
	return list
}

// orElse gives a, or b where a is empty.
func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func firstWord(s string) string {
	if f := strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '(' || r == ';' }); len(f) > 0 {
		return f[0]
	}
	return ""
}

// namesHost says whether an address has a domain that others can know.
func namesHost(address string) bool {
	_, domain, _ := strings.Cut(address, "@")
	return strings.Contains(domain, ".") && !endsOneOf(".localdomain|.local|.lan", domain)
}

// inBrackets gives what stands in the last brackets of a name, as in
// "Voss, Dana (dana@kestrel.example)".
func inBrackets(s string) string {
	s, _, _ = strings.Cut(s[strings.LastIndexByte(s, '(')+1:], ")")
	return s
}

// typedAddress reads "rfc822;<user@host>" and its broken kin.
func typedAddress(s string) string {
	if i := strings.IndexByte(s, ';'); i >= 0 && i < 20 {
		s = s[i+1:]
	}
	return unwrap(plainAddress(fromUnitext(fromXtext(s))))
}

// fromXtext takes back how ORCPT writes signs (RFC 3461 4), where a server left
// them so: "+2B" and "+3D" are in no address by themselves, "+40" and "+20" only
// where nothing else makes one of it.
func fromXtext(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "+3D", "="), "+2B", "+")
	if !strings.Contains(s, "@") {
		s = strings.ReplaceAll(s, "+40", "@")
	}
	if strings.Contains(s, "\"@") {
		s = strings.ReplaceAll(s, "+20", " ")
	}
	return s
}

// fromUnitext takes back how a report in ASCII writes other letters (RFC 6533 3):
// "d\x{E1}na".
func fromUnitext(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, `\x{`)
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		code, after, closed := strings.Cut(rest, "}")
		r, err := strconv.ParseUint(code, 16, 21)
		if !closed || err != nil || !lettersOfUnitext(rune(r)) {
			b.WriteString(`\x{`)
			s = rest
			continue
		}
		b.WriteRune(rune(r))
		s = after
	}
}

// lettersOfUnitext says whether a sign may stand in an address that is shown: none
// that moves the cursor or turns the direction of what follows. Of ASCII there are
// those that RFC 6533 has written so and addresses have.
func lettersOfUnitext(r rune) bool {
	return r >= 0xA0 && unicode.IsPrint(r) || r == '+' || r == '='
}

// wrapped says whether an address is the name of an entry in a directory that
// Exchange made to look like one: nobody wrote to it.
func wrapped(address string) bool { return startsOneOf("imceaex-", address) }

// unwrap takes an address out of the one that Exchange made of it for the way
// through its directory: "IMCEASMTP-dana+40kestrel+2Eexample@lima.example".
func unwrap(address string) string {
	local, _, _ := strings.Cut(address, "@")
	_, code, ok := strings.Cut(local, "-")
	if !ok || !startsOneOf("imceasmtp-|imceainvalid-|imceamailto-", address) {
		return address
	}
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		if code[i] == '+' && i+2 < len(code) {
			if c, err := strconv.ParseUint(code[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(code[i])
	}
	if found := findAddresses(b.String(), 1); len(found) > 0 {
		return found[0]
	}
	return address
}

// plainAddress finds the address in a field without its type.
func plainAddress(s string) string {
	if at := strings.LastIndex(s, "\"@"); at > 0 { // RFC 5321 4.1.2: a local part may be a quoted string
		if open := strings.LastIndexByte(s[:at], '"'); open >= 0 && at-open > 1 && at-open < 64 {
			return strings.ToLower(strings.TrimRight(s[open:], "<> \t"))
		}
	}
	bare := strings.TrimRight(strings.ToLower(strings.Trim(strings.TrimSpace(s), "<>\"'")), ".")
	if strings.HasPrefix(bare, "@") {
		_, bare, _ = strings.Cut(bare, ":") // a route, to be left out (RFC 5321 4.1.1.3)
	}
	if at := strings.LastIndexByte(bare, '@'); at > 0 && at < len(bare)-1 && !strings.ContainsAny(bare, " \t<>,;") && strings.IndexFunc(bare, hidden) < 0 {
		return bare
	}
	if found := findAddresses(s, 1); len(found) > 0 {
		return found[0]
	}
	return ""
}

// hidden says whether a sign shows nothing by itself and may move or turn what
// stands around it.
func hidden(r rune) bool { return !unicode.IsPrint(r) }

// diagnostic takes the type off a Diagnostic-Code.
func diagnostic(s string) string {
	s = decodeWords(s)
	if i := strings.IndexByte(s, ';'); i > 0 && i < 20 && !strings.ContainsAny(s[:i], " \t") {
		s = s[i+1:]
	}
	return strings.TrimSpace(s)
}

// complete fills in what the report leaves open from the report's own words,
// shared being those about all whom it names. Words that name nobody are about b
// where it is alone in the report.
func (m *message) complete(b *Bounce, text, shared string, worded []Bounce, alone bool) {
	told := ""
	if b.Recipient != "" && alone && (wrapped(b.Recipient) || !namesHost(b.Recipient)) {
		if to := m.originalRecipients(); len(to) == 1 {
			b.Recipient = to[0]
		} else if len(worded) == 1 && worded[0].Recipient != "" && !wrapped(worded[0].Recipient) {
			b.Recipient = worded[0].Recipient
		}
	}
	for _, w := range worded {
		if w.Recipient == b.Recipient || b.Recipient == "" || alone && len(worded) == 1 {
			b.Recipient = orElse(b.Recipient, w.Recipient)
			told = w.Text
			break
		}
	}
	for _, w := range worded {
		if b.OrigTo != "" && b.OrigTo != b.Recipient && strings.EqualFold(w.Recipient, b.OrigTo) {
			told += "\n" + w.Text // the address as it was before
		}
	}
	if b.Reason == reasonDelivered {
		return
	}
	if from := behind(told); b.OrigTo == "" && from != b.Recipient {
		b.OrigTo = from
	}
	if b.OrigTo == "" && alone {
		b.OrigTo = m.writtenTo(b.Recipient)
	}
	over, retried := b.Reason == reasonFailed, b.Reason == reasonRetried
	tired := over && strings.HasSuffix(b.Status, ".4.7") // RFC 3463 3.5: it lay too long, whatever held it up
	elsewhere := ""
	if alone && len(worded) <= 1 { // else what stands there is about others
		elsewhere = serverWords(text)
	}
	m.explain(b, told, elsewhere)
	if b.Reason == BounceUndetermined && elsewhere == "" {
		b.Reason = reasonOf(shared, b.Status)
	}
	if b.Reason == BounceUndetermined && notTheAddress(b.Text+" "+told) {
		b.Reason = BouncePolicy
	}
	if tired && (b.Reason == BounceNetwork || b.Reason == BounceUndetermined) {
		b.Reason = BounceExpired
	}
	if retried {
		words := text
		if !alone {
			words = b.Text + " " + told // the rest is about others
		}
		b.Delayed = !tellsOfFailure(*b, words)
	}
	if !over {
		m.delay(b, text)
	}
	class := failedClass(b.Status, smtpCode(b.Text))
	if over && b.Reason == BounceDomainDead && generic(b.Status) && smtpCode(b.Text) == 0 {
		class = "5" // Google gives 4.0.0 for a name that the DNS denies
	}
	b.Permanent = !b.Delayed && permanentReason(b.Reason, class) && (b.Recipient != "" || b.Reason != BounceUndetermined)
	b.Text = clip(strings.Join(strings.Fields(b.Text), " "), 500)
}

// notTheAddress says whether the server refused before it was told the address or
// after it had taken it, as Postfix and Exim tell: it refuses us or the mail.
func notTheAddress(words string) bool {
	low := strings.ToLower(strings.Join(strings.Fields(clip(words, maxWords)), " "))
	return holdsOneOf("refused to talk to me|in reply to ehlo|in reply to helo|in reply to mail from|in reply to data|in reply to end of data|after initial connection|after ehlo|after helo|after mail from|after data|after end of data", low)
}

// sharedWords is what a report on several says about all of them: its words
// before it names anybody, or all that name nobody where none has a reason of
// their own.
func sharedWords(text string, worded []Bounce) string {
	if len(worded) < 2 {
		return ""
	}
	owned := slices.ContainsFunc(worded, func(b Bounce) bool { return reasonOf(clip(b.Text, maxWords), "") != BounceUndetermined })
	var kept []string
	for _, l := range strings.Split(clip(text, 2*maxWords), "\n") {
		if !strings.Contains(l, "@") {
			kept = append(kept, l)
		} else if owned {
			break
		}
	}
	return reasonWords(kept)
}

// behind gives the address from which a server made the one that failed, in the
// words of Exim, Postfix and sendmail.
func behind(told string) string {
	words := strings.Join(strings.Fields(told), " ")
	for _, from := range []string{"generated from ", "expanded from"} {
		_, rest, _ := strings.Cut(words, from)
		rest, _, _ = strings.Cut(rest, ")")
		if found := findAddresses(rest, 1); len(found) > 0 {
			return found[0]
		}
	}
	return ""
}

// writtenTo gives the one address to which the returned mail was written, where
// another failed: theirs is forwarded. Where our own server reports, it was a
// blind copy that failed.
func (m *message) writtenTo(failed string) string {
	to := m.originalRecipients()
	if failed == "" || len(to) != 1 || to[0] == failed || m.ours(to[0]) || m.ours(failed) || contains(findAddresses(m.body.original.get("cc"), maxBounces), failed) {
		return ""
	}
	for _, reporter := range m.header.From {
		_, host, _ := strings.Cut(strings.ToLower(reporter.Address), "@")
		for _, own := range m.header.To {
			_, domain, _ := strings.Cut(strings.ToLower(own.Address), "@")
			if domain != "" && (host == domain || strings.HasSuffix(host, "."+domain)) {
				return ""
			}
		}
	}
	return to[0]
}

// explain finds the reason: in the recipient's diagnostic code, else in what
// the report says about the recipient, the server's answer before the
// reporter's courtesies.
func (m *message) explain(b *Bounce, told, elsewhere string) {
	status, over := b.Status, b.Reason == reasonFailed
	b.Reason = BounceUndetermined
	diagnosed := b.Text != ""
	passing := diagnosed && failedClass("", smtpCode(b.Text)) == "4"
	if over && strings.HasPrefix(status, "5") && !strings.HasPrefix(findStatus(b.Text), "4") {
		passing = false // the reporter gave up for good, whatever it was told last
	}
	const quoted = 4 // so many of these are a server's answer
	for i, words := range []string{refusal(b.Text), b.Text, refusal(told), serverWords(told), told, elsewhere} {
		if words = clip(words, maxWords); words == "" {
			continue
		}
		if s := findStatus(words); s != "" && s[0] != '2' && !checksSender(words) && (status == "" || generic(status) && !generic(s)) {
			status = s
		}
		r := reasonOf(words, status)
		if passing && i >= quoted && aboutAddress(r) {
			continue // the reporter's own words suppose what the answer, which may yet change, doesn't say
		}
		if len(b.Text) < 12 {
			b.Text = words
		}
		if r != BounceUndetermined && (b.Reason == BounceUndetermined || vague(b.Reason) && !vague(r)) {
			b.Reason = r
		}
		if b.Reason != BounceUndetermined && (!vague(b.Reason) || b.Reason == BounceSpam) {
			break
		}
	}
	if r := reasonOf("", status); b.Reason == BounceUndetermined || !diagnosed && vague(b.Reason) && aboutAddress(r) && !telling(told+elsewhere) {
		b.Reason = r // words that name nobody are what some server on the way adds to each mail
	}
	b.Status = status
}

// aboutAddress says whether a reason is about the address alone.
func aboutAddress(r BounceReason) bool {
	return r == BounceNoSuchUser || r == BounceDomainDead || r == BounceMoved
}

// aboutMailbox says whether a reason is that a mailbox isn't there any more: no
// trying again opens it.
func aboutMailbox(r BounceReason) bool {
	return r == BounceNoSuchUser || r == BounceDisabled || r == BounceMoved
}

// checksSender says whether words quote how the check of our own address went.
func checksSender(words string) bool {
	return holdsOneOf("sender verif|verification failed for|callback|callout", strings.ToLower(words))
}

// tellsOfFailure says whether the words about a recipient are those of a failure,
// and not of what may pass.
func tellsOfFailure(b Bounce, text string) bool {
	code := smtpCode(b.Text)
	if failedClass(b.Status, code) == "4" {
		return false
	}
	low := fold(strings.Join(strings.Fields(clip(text, 2*maxWords)), " "))
	low = strings.ReplaceAll(strings.ReplaceAll(low, "non-fatal error", ""), "not a permanent", "")
	return code != 0 || b.Status != "" || aboutMailbox(b.Reason) || b.Reason == BounceDomainDead || failBook.in(low) || strings.Contains(low, "permanent failure")
}

// delay tells a warning from a failure.
func (m *message) delay(b *Bounce, text string) {
	low := fold(strings.Join(strings.Fields(clip(text, 2*maxWords)), " "))
	// Sendmail warns of "transient non-fatal errors".
	low = strings.ReplaceAll(low, "non-fatal error", "")
	subject := strings.ReplaceAll(fold(m.header.Subject), fold(m.body.original.text("subject")), "") // the returned mail's may speak of anything
	closed := aboutMailbox(b.Reason) && failedClass(b.Status, smtpCode(b.Text)) == "5"
	warns := delayBook.in(low) || holdsOneOf(delaySubjects, subject) || !closed && noResendBook.in(low)
	if !warns && b.Status == "" && smtpCode(b.Text) == 0 && !permanentReason(b.Reason, "4") && b.Reason != BounceDomainDead && b.Reason != BounceDisabled {
		warns = m.statement().trying
	}
	failed := failBook.in(low) || holdsOneOf(undelivered, low) && !holdsOneOf(keepsTrying, low+" "+subject)
	if warns && !failed {
		b.Delayed = true
	}
	if b.Delayed && (b.Reason == BounceUndetermined || b.Reason == BouncePolicy) {
		b.Reason = BounceExpired
	}
}

// failedClass is "4" or "5", from the status or the reply code.
func failedClass(status string, code int) string {
	switch {
	case code >= 400 && code < 500 && (status == "" || status[0] == '4' || generic(status)):
		return "4"
	case status != "":
		return status[:1]
	}
	return "5"
}

// delayBook holds what says that the server goes on trying.
var delayBook = newPhrasebook(fold("has been postponed|was postponed|delivery postponed|will keep trying|weiterhin versucht|versuchen es weiterhin|versucht weiterhin|weiter versucht|weitere zustellversuche|noch nicht zugestellt|zustellung verzögert|wurde verzögert|verzögert sich|n'a pas encore|nouvelles tentatives|est retardée|a été retardé|todavía no se ha|aún no se ha|seguirá intent|se ha retrasado|non è stato ancora|non è ancora stato|ulteriori tentativi|nuovi tentativi|continuerà a tentare|è in ritardo|ainda não foi|ainda não pôde|continuará tentando|continuará a tentar|continuaremos tentando|está atrasad|nog niet bezorgd|nog niet worden|nog niet kunnen|opnieuw geprobeerd|blijven proberen|is vertraagd|jeszcze nie została|jeszcze nie został|ponawiane|opóźnion|ännu inte kunnat|har ännu inte|har fördröjts|är försenad|endnu ikke|er forsinket|ennå ikke|fortsetter å prøve|ei ole vielä|on viivästynyt|zatím nebyl|dosud nebyl|bylo zpožděno|pokusy budou pokračovat|henüz teslim|gecik|denemeye devam|遅れて|遅延して|引き続き配信|延迟|将继续尝试|задерж|еще не доставлен|ещё не доставлен|продолжит попытки|will continue to try|will be retried|will retry|still trying|this is a warning message only|has been delayed|delivery has been delayed|is delayed|not yet been delivered|has not yet been|will attempt to deliver|further attempts|message still undelivered|will be attempted|continue trying|delivery attempts will continue|temporary problem delivering|will be tried again|wird es noch|versucht es noch|weitere versuche|konnte bisher nicht|continuera d'essayer|continuera à essayer|continue d'essayer|réessaiera|se intentará durante|volverá a intentar|continuará intent|riproverà|riproverà ancora|proverà ancora|tentará novamente|probeert het nog|probeert het opnieuw|blijft proberen|blijft het proberen|opnieuw proberen te bezorgen|będzie próbował|będzie ponawiał|ponowi prób|fortsätter försöka|fortsätter att försöka|kommer att försöka|fortsætter med at forsøge|vil fortsat forsøge|yrittää edelleen|yritetään edelleen|bude se dále pokoušet|bude dále pokoušet|további kísérlet|va continua să încerce|yeniden denenecek|tekrar denenecek|будет пытаться|попытки будут|буде намагатися|θα συνεχίσει|再試行します|再試行いたします|まだ配信され|继续尝试|계속 시도"))

// noResendBook holds what says that there is no need to send again: the server
// goes on trying, or it was of no use.
var noResendBook = newPhrasebook(fold("再送の必要は|you do not need to resend|you don't need to resend|no action is required|brauchen die nachricht nicht|müssen die nachricht nicht|nicht noch einmal zu senden|nicht erneut zu senden|nicht noch einmal senden|pas nécessaire de renvoyer|pas nécessaire de le renvoyer|inutile de renvoyer|inutile de le renvoyer|pas besoin de renvoyer|pas besoin de le renvoyer|no es necesario que lo vuelva|no es necesario que vuelva|no es necesario reenviar|no necesita reenviar|no necesita volver a enviar|non è necessario inviar|non è necessario rinviar|non è necessario reinviar|non occorre inviar|não é necessário reenviar|não é necessário enviar|não precisa reenviar|não precisa de reenviar|hoeft het bericht niet|hoeft dit bericht niet|hoeft uw bericht niet|nie trzeba wysyłać|nie musisz wysyłać|nie ma potrzeby ponownego|behöver inte skicka|behøver ikke at sende|behøver ikke sende|trenger ikke sende|trenger ikke å sende|ei tarvitse lähettää|není třeba znovu|není třeba zprávu|nemusíte zprávu|nie je potrebné znova|nem kell újra|nu este nevoie să|nu trebuie să retrimit|yeniden göndermeniz gerek|tekrar göndermenize gerek|не нужно повторно|не требуется повторн|не потрібно повторно|δεν χρειάζεται να|再送信の必要は|無需重新|无需重新|无需重发|不需要重新|다시 보낼 필요"))

// delaySubjects say so in a subject.
const delaySubjects = "delayed|delay)|still being retried|could not send message for past|warning: could not send|verzogert|verzoegert|retarde|retrasad|in ritardo|atrasad|vertraagd|opoznion|fordrojd|fordrojt|forsinket|viivastynyt|zpozden|gecik|задерж"

// undelivered are words for a mail that did not arrive, keepsTrying those for one
// that may yet: "could not be delivered for 4 hours, it will be retried".
const (
	undelivered = "could not be delivered|couldn't be delivered|couldnt be delivered|wasn't able to deliver|wasnt able to deliver"
	keepsTrying = "attempts will continue|will be retried|will retry|keep trying|continue to try|continue trying|will be tried again|still being retried|not need to resend"
)

// failBook holds what says that it has given up after all.
var failBook = newPhrasebook(fold("permanent error|i've given up|giving up|gave up|permanently failed|failed permanently|fatal error|no further|nicht weiter versucht|nicht mehr versucht|kein weiterer versuch|keine weiteren versuche|keine weiteren zustellversuche|versuche aufgegeben|zustellung aufgegeben|wurde aufgegeben|plus de nouvelle tentative|aucune nouvelle tentative|aucune autre tentative|abandonné|no se volverá a intentar|no se intentará|no se realizarán más|desistido|non verranno effettuati|non saranno effettuati|non riproverà|non verrà più|não tentará|não serão feitas|não será feita|geen verdere pogingen|niet meer geprobeerd|niet opnieuw geprobeerd|niet verder geprobeerd|geeft het op|zrezygnowano|nie będzie ponawian|nie będą ponawiane|nie będzie próbował|inga fler försök|inga ytterligare|kommer inte att försöka|gett upp|ikke flere forsøg|ikke flere forsøk|opgivet|gitt opp|ei yritetä enää|nebude dále|nebudou opakovány|nem kísérli|nu va mai încerca|yeniden denenmeyecek|больше не будет|попытки прекращены|не будет пытаться|再送されません|配信を断念|已放弃|已停止尝试|不再尝试|不再重试"))

// generic says whether a status names no cause: x.0.0 and its like.
func generic(status string) bool {
	return len(status) >= 5 && (strings.HasSuffix(status, ".0.0") || status[2:] == "5.0" || status[2:] == "4.7" || status[2:] == "1.0" || status[2:] == "5.1" || status[2:] == "3.0" || status[2:] == "2.0" || status[2:] == "7.0")
}

// findStatus finds the first enhanced status code (RFC 3463) in s, preferring
// one that names a cause.
func findStatus(s string) string {
	best := ""
	for i := 0; i+4 < len(s); i++ {
		c := s[i]
		if c != '2' && c != '4' && c != '5' || s[i+1] != '.' || i > 0 && (isDomainByte(s[i-1]) && s[i-1] != '-' || s[i-1] == '-' && i > 1 && isDigitByte(s[i-2])) {
			continue
		}
		j, n := digits(s, i+2)
		if n == 0 || n > 3 || j >= len(s) || s[j] != '.' {
			continue
		}
		k, n2 := digits(s, j+1)
		if n2 == 0 || n2 > 3 || k < len(s) && (s[k] == '.' && k+1 < len(s) && isDigitByte(s[k+1]) || isLetterByte(s[k])) {
			continue
		}
		if got := s[i:k]; best == "" || generic(best) && !generic(got) {
			best = got
		}
		i = k
	}
	return best
}

func digits(s string, i int) (end, n int) {
	for end = i; end < len(s) && isDigitByte(s[end]); end++ {
	}
	return end, end - i
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }
func isLetterByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// smtpCode finds the first reply code (RFC 5321 4.2) that tells of a failure.
func smtpCode(s string) int {
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '4' || s[i] == '5') && isDigitByte(s[i+1]) && (s[i+1] <= '7' || i == 0 || i > 1 && s[i-2] == ':' && s[i-1] == ' ') && isDigitByte(s[i+2]) &&
			(i == 0 || !isDigitByte(s[i-1]) && !isLetterByte(s[i-1]) && s[i-1] != '.') && (i+3 == len(s) || s[i+3] == ' ' || s[i+3] == '-' || s[i+3] == ':' || s[i+3] == ',' || s[i+3] == '\n' || s[i+3] == ']') {
			return int(s[i]-'0')*100 + int(s[i+1]-'0')*10 + int(s[i+2]-'0')
		}
	}
	return 0
}

// ours says whether an address is the owner's own, or the one that the report
// was sent to: neither can have failed, unless nothing else is named.
func (m *message) ours(address string) bool {
	for _, own := range m.context.Own {
		if strings.EqualFold(own, address) {
			return true
		}
	}
	for _, a := range m.header.To {
		if strings.EqualFold(a.Address, address) {
			return true
		}
	}
	return false
}

// reporter says whether an address belongs to the machine that reports.
func (m *message) reporter(address string) bool {
	local, _, _ := strings.Cut(address, "@")
	if oneOf("mailer-daemon|postmaster|mailerdaemon|double-bounce|mail-daemon|noreply|no-reply|listserv|majordomo|mailman|sympa", local) {
		return true
	}
	for _, a := range m.header.From {
		if strings.EqualFold(a.Address, address) {
			return true
		}
	}
	return false
}
