package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reportText is what a report says in words, without the mail that it returns.
// The returned mail's header, where it stands in the text, is kept apart.
func (m *message) reportText() string {
	lines := strings.Split(withoutGaps.Replace(m.written.full), "\n")
	var kept []string
	told := false
	for i := 0; i < len(lines); i++ {
		if !returnsMail(lines[i]) && !returnedHeader(lines, i) {
			kept = append(kept, lines[i])
			told = told || telling(lines[i])
			continue
		}
		m.takeReturned(lines[i:])
		if returnsMail(lines[i]) || told {
			break
		}
		for i < len(lines) && strings.TrimSpace(lines[i]) != "" { // the mail is named first, what befell it comes below
			if startsOneOf("reason|error|status|diagnostic|response|remote|grund|motif|motivo|causa", fold(lines[i])) {
				kept = append(kept, lines[i]) // or among its fields
				told = told || telling(lines[i])
			}
			i++
		}
	}
	return strings.Join(kept, "\n")
}

// withoutGaps takes out what parts an address on the screen: characters of no
// width, and a line that ends within it.
var withoutGaps = strings.NewReplacer("\u200b", "", "\ufeff", "", "\u00ad", "", "\u2060", "", "@\n", "@")

// telling says whether a line names an address or gives a server's answer.
func telling(l string) bool { return strings.Contains(l, "@") || smtpCode(l) != 0 }

// takeReturned reads the header of a mail that is returned as text.
func (m *message) takeReturned(lines []string) {
	for i := range lines {
		if i > 30 {
			return
		}
		if returnedHeader(lines, i) {
			if m.body.original == nil {
				m.body.original, _, _ = cutHeader([]byte(dedent(lines[i:])))
			}
			return
		}
	}
}

// dedent takes the common indentation off a returned mail, up to its header's end.
func dedent(lines []string) string {
	indent := len(lines[0]) - len(strings.TrimLeft(lines[0], " \t>"))
	var b strings.Builder
	for _, l := range lines[:min(len(lines), 500)] {
		l = l[min(indent, len(l)-len(strings.TrimLeft(l, " \t>"))):]
		if l == "" {
			break
		}
		b.WriteString(l)
		b.WriteByte('\n')
	}
	return b.String()
}

// returnsMail says whether a line announces the copy of the mail.
func returnsMail(l string) bool {
	low := strings.ToLower(strings.TrimSpace(l))
	return len(low) < 150 && holdsOneOf("below this line is a copy|this is a copy of the message|this is a copy of your message|original message follows|the original message follows|original mail as follows|the header of the original message|copy of the message header|a copy of the original message below|original message attached|copy of your message follows|undelivered message follows|text of your message follows|returned message ---|- returned mail|-- original message|--- original message|unsent message follows|the first 50 lines|contents of the original|---- message header|----- unsent message|message header follows|headers of the original|included is a copy|original message header|original headers|body of the message generating|start of message follows|attached is a copy", low)
}

// returnedHeader says whether the header of a returned mail starts at lines[i].
func returnedHeader(lines []string, i int) bool {
	first := strings.TrimLeft(lines[i], " \t>")
	if len(first) == 0 || !strings.Contains(first, ":") && !strings.HasPrefix(first, "From ") {
		return false
	}
	low := strings.ToLower(first)
	if !startsOneOf("received:|return-path:|message-id:|from:|to:|date:|subject:|mime-version:|delivered-to:|x-|from |dkim-signature:|reply-to:|content-type:|x-original|sender:|cc:|envelope-", low) {
		return false
	}
	known := 0
	for _, l := range lines[i:min(len(lines), i+40)] {
		l = strings.ToLower(strings.TrimLeft(l, " \t>"))
		if l == "" {
			break
		}
		if startsOneOf("received:|return-path:|message-id:|from:|to:|date:|subject:|mime-version:|content-type:|x-mailer:|reply-to:|content-transfer-encoding:", l) {
			known++
		}
	}
	const enough = 3
	return known >= enough
}

// textBounces finds the failed recipients in a report's words, each with the
// words about it.
func (m *message) textBounces(text string) []Bounce {
	lines := strings.Split(text, "\n")
	var list []Bounce
	named := m.namedRecipients(lines)
	failed := m.failedRecipients()
	if len(failed) > 0 && (len(named) == 0 || strings.Contains(strings.ToLower(text), failed[0])) {
		named = failed // unless the header was rewritten on the way and the text knows better
	}
	for _, a := range named {
		list = append(list, Bounce{Recipient: a})
	}
	if len(list) == 0 {
		for _, a := range m.tracedTo(namedByLocal(lines, m.originalRecipients())) {
			list = append(list, Bounce{Recipient: a})
		}
	}
	if len(list) == 0 {
		list = []Bounce{{Recipient: orElse(m.subjectRecipient(), m.headerRecipient())}}
	}
	names := namesWhole
	if len(list) > 1 && !slices.ContainsFunc(list, func(b Bounce) bool { return b.Recipient == "" || strings.Contains(strings.ToLower(text), b.Recipient) }) {
		names = namesLocal // as a server names its own
	}
	for i := range list {
		list[i].Text = wordsAbout(lines, list[i].Recipient, list, names)
	}
	return list
}

// failedRecipients are those whom Exim and Google name in the report's header.
func (m *message) failedRecipients() []string {
	return findAddresses(m.tree.root.header.get("x-failed-recipients"), maxBounces)
}

// mendAddresses joins the addresses that a report breaks over two lines: those
// that are known, wherever they break, and others at a dot or a hyphen of the
// domain, with which none ends.
func mendAddresses(text string, known []string) string {
	lines := strings.Split(text, "\n")
	for i := 0; i+1 < len(lines); i++ {
		l := strings.TrimRight(lines[i], " \t")
		next := strings.TrimLeft(lines[i+1], " \t>")
		tail := l[strings.LastIndexAny(l, " \t<>:;,(")+1:]
		head, rest, _ := strings.Cut(next, " ")
		if tail == "" || head == "" || !continues(strings.ToLower(tail), strings.Trim(head, "<>()[]:;,."), known) && !(openDomain(tail) && (rest == "" || strings.Contains(head, ">")) && endsDomain(head)) {
			continue
		}
		lines[i], lines[i+1] = l+head, rest
	}
	return strings.Join(lines, "\n")
}

// continues says whether head completes the beginning of a known address.
func continues(tail, head string, known []string) bool {
	const least = 3
	if len(tail) < least || head == "" {
		return false
	}
	for _, a := range known {
		if strings.HasPrefix(a, tail) && strings.EqualFold(a[len(tail):], head) {
			return true
		}
	}
	return false
}

// openDomain says whether an address breaks off within its domain.
func openDomain(tail string) bool {
	at := strings.LastIndexByte(tail, '@')
	if at <= 0 || at == len(tail)-1 || strings.IndexFunc(tail[at+1:], notHostRune) >= 0 {
		return false
	}
	domain := tail[at+1:]
	return strings.HasSuffix(domain, "-") || strings.HasSuffix(domain, ".") && strings.Count(domain, ".") == 1
}

// endsDomain says whether a word can be the end of one.
func endsDomain(head string) bool {
	head = strings.TrimRight(head, ">:;,.)")
	return head != "" && head[0] >= 'a' && head[0] <= 'z' && strings.IndexFunc(head, notHostRune) < 0
}

// namedByLocal picks those of the returned mail's recipients whom a report names
// by the local part alone, as servers name their own: "550 dana... User unknown".
// Where it names none so, it may be about all.
func namedByLocal(lines, to []string) []string {
	if len(to) < 2 {
		return to
	}
	var out []string
	for _, a := range to {
		if slices.ContainsFunc(lines, func(l string) bool { return namesLocal(l, a) }) {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return to
	}
	return out
}

// namesWhole says whether a line names an address in full.
func namesWhole(l, address string) bool { return strings.Contains(strings.ToLower(l), address) }

// namesLocal says whether a line names an address by its local part alone.
func namesLocal(l, address string) bool {
	local, _, _ := strings.Cut(address, "@")
	low := strings.ToLower(l)
	if local == "" || !strings.Contains(low, local) || namesSubject(l) || oneOf(wordsOfReports, local) {
		return false
	}
	for _, w := range strings.FieldsFunc(low, notLocalRune) {
		if strings.Trim(w, "'.`") == local {
			return true
		}
	}
	return false
}

// wordsOfReports are local parts that stand in reports as words, too.
const wordsOfReports = "mail|email|info|contact|support|user|admin|administrator|postmaster|help|office|sales|service|server|system|team|host|you|us|it|me"

// namedRecipients ranks the addresses in a report by how they are named, and
// gives those that are named as failed.
func (m *message) namedRecipients(lines []string) []string {
	const certain, likely = 3, 1
	type named struct {
		address string
		rank    int
		field   bool // it stands in a field of the mail that failed
	}
	var found []named
	to := m.originalRecipients()
	const perLine, most = 10, 200
	written := map[string]bool{}
	for _, l := range lines {
		for _, a := range findAddresses(l, perLine) {
			written[a] = true
		}
	}
	above := ""
	seen := 0
	for _, l := range lines {
		if seen > most {
			break
		}
		for _, a := range findAddresses(l, perLine) {
			seen++
			if bare := a[min(len("550-"), len(a)):]; written[bare] && smtpCode(a) != 0 {
				continue // "550-dana@kestrel.example is not …"
			}
			a = wholeAddress(l, a)
			if (m.reporter(a) || written[listOf(a)]) && !contains(to, a) || messageIDLine(l, a) {
				continue // "talk-request@…" beside "talk@…" only takes commands for the list
			}
			rank := rankRecipient(l, above, a)
			if contains(to, a) {
				rank++
			}
			const listed = 6 // alone on its line below "failed:"
			if rank < listed && m.ours(a) {
				rank -= 2
			}
			if rank < listed && m.senderOfOriginal(a) && !contains(to, a) {
				rank -= 4
			}
			found = append(found, named{a, rank, startsOneOf("to:|cc:", strings.ToLower(strings.TrimSpace(l)))})
		}
		if strings.TrimSpace(l) != "" {
			above = l
		}
	}
	best := 0
	for _, f := range found {
		best = max(best, f.rank)
	}
	var out []string
	const listed = 5
	for _, f := range found {
		if f.field && best >= listed {
			continue
		}
		if f.rank >= max(certain, best-2) && !contains(out, f.address) && len(out) < maxBounces {
			out = append(out, f.address)
		}
	}
	if len(out) == 0 && len(to) == 0 {
		for _, f := range found {
			if f.rank >= likely {
				return []string{f.address}
			}
		}
		if bare := m.bareRecipients(lines); len(bare) > 0 {
			return bare
		}
		if a := addressInWords(lines); a != "" {
			return []string{a}
		}
		for _, f := range found {
			if strings.Contains(f.address, "-request@") { // every list has one (RFC 2142 6)
				return []string{listOf(f.address)} // whose text says "the list talk", without its domain
			}
		}
	}
	return out
}

// wholeAddress gives an address of which only the end was found in a line, for
// its local part isn't all ASCII (RFC 6531).
func wholeAddress(line, end string) string {
	low := strings.ToLower(line)
	at := strings.Index(low, end)
	if at <= 0 || low[at-1] < utf8.RuneSelf {
		return end
	}
	start := at
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(low[:start])
		if r >= utf8.RuneSelf && !unicode.Is(unicode.Latin, r) || r < utf8.RuneSelf && !isLocalByte(byte(r)) {
			break // what touches an address in Chinese is no part of it
		}
		start -= n
	}
	return low[start:at] + end
}

// subjectRecipient is the one whom only the subject of the report names. It stands
// there alone, as in "Undeliverable mail: dana@kestrel.example": the subject of
// our own mail, which is told there too, may speak of anybody.
func (m *message) subjectRecipient() string {
	subject := strings.ToLower(m.header.Subject)
	if own := strings.ToLower(m.body.original.text("subject")); own != "" {
		subject = strings.ReplaceAll(subject, own, "")
	}
	for part := range strings.SplitSeq(subject, ":") {
		part = strings.Trim(part, " \t<>()[]\"'")
		if found := findAddresses(part, 1); len(found) > 0 && found[0] == part && !m.ours(part) && !m.reporter(part) {
			return part
		}
	}
	return ""
}

// headerRecipient is the one whom only a field of the report's own header names.
func (m *message) headerRecipient() string {
	for _, name := range []string{"x-failed-recipient", "x-bounced-recipient", "x-bounced-address", "x-original-rcpt", "x-original-recipient", "original-recipient", "final-recipient"} {
		if a := typedAddress(m.tree.root.header.get(name)); a != "" && !m.ours(a) {
			return a
		}
	}
	return ""
}

// bareRecipients finds those whom the reporter names as it knows them itself, by
// a name without its own domain: one alone on each line below "recipients:".
func (m *message) bareRecipients(lines []string) []string {
	if len(m.header.From) != 1 || !m.fromMailer() {
		return nil
	}
	_, domain, _ := strings.Cut(strings.ToLower(m.header.From[0].Address), "@")
	var out []string
	listed := false
	for _, l := range lines {
		s := strings.ToLower(strings.TrimSpace(l))
		switch {
		case s == "":
		case strings.HasSuffix(s, ":"):
			listed = holdsOneOf("recipient|address", s)
		case !listed:
		case !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 || !isLocalByte(byte(r)) }) && strings.ContainsFunc(s, unicode.IsLetter) && domain != "" && len(out) < maxBounces:
			out = append(out, s+"@"+domain)
		default:
			listed = false
		}
	}
	return out
}

// addressInWords finds an address that a report writes without its sign: "user
// dana at kestrel.example".
func addressInWords(lines []string) string {
	for _, l := range lines {
		words := strings.Fields(strings.ToLower(clip(l, maxWords)))
		for i := 1; i+2 < len(words); i++ {
			if !oneOf("at|(at)|[at]|<at>", words[i+1]) || words[i+1] == "at" && !endsOneOf("user|recipient|mailbox|account|address|to", words[i-1]) {
				continue
			}
			if found := findAddresses(strings.Trim(words[i], "'\"<>()")+"@"+strings.Trim(words[i+2], "'\"<>()"), 1); len(found) > 0 {
				return found[0]
			}
		}
	}
	return ""
}

// listOf gives the list of an address that looks as if it took commands for one,
// "" when it doesn't.
func listOf(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	i := strings.LastIndexByte(local, '-')
	if i <= 0 || !oneOf("admin|bounces|confirm|ctl|help|join|leave|owner|request|subscribe|unsubscribe", local[i+1:]) {
		return ""
	}
	return local[:i] + "@" + domain
}

// writeInstead are the words right before an address to write to instead, lower case.
const writeInstead = "write to|please email|please mail|please use|please contact|schreiben sie an|schreiben sie bitte an|wenden sie sich an|écrivez à|écrire à|escriba a|escríbanos a|diríjase a|scriva a|scrivere a|rivolgersi a|escreva para|dirija-se a|mail naar|stuur naar|neem contact op met|proszę pisać na|pište na|skriv till|skriv til|пишите на|обращайтесь на|пишіть на|请联系|请发送至"

// rankRecipient says how much the line looks as if it names a failed recipient.
func rankRecipient(l, above, address string) int {
	low := strings.ToLower(strings.TrimSpace(l))
	at := strings.Index(low, address)
	if at < 0 {
		return 0
	}
	before, after := low[:at], low[at+len(address):]
	above = strings.ToLower(strings.TrimSpace(above))
	if strings.Trim(before, " \t<") == "" && endsOneOf("expanded from|expanded from:|generated from", above) {
		return 0 // it became another
	}
	if strings.Trim(before, " \t<") == "" && endsOneOf("contact|contact:|ask| at|wenden sie sich an|kontaktieren sie|contactez|contacter|contacte con|contatta|contattare|contate|contact op met", above) || strings.Trim(before, " \t<") == "" && holdsOneOf("please forward|forward the|forward this|forward your", above) {
		before = above + " " // a sentence goes on in this line
	}
	rank := 1
	switch {
	case onlyAddresses(low):
		rank = 5
	case startsOneOf("to:|cc:|bcc:|from:|mail from:|reply-to:|for |sender", low) && !strings.HasPrefix(before, "to: <"):
		rank = 2
	case strings.Trim(before, " \t<>\"'-*:•([{.") == "" && strings.Trim(after, " \t>:;,.)\"'") == "":
		rank = 5
	case strings.Trim(before, " \t<>\"'-*:•([{.0123456789") == "", strings.HasSuffix(before, "dda:smtp="):
		rank = 4
	case holdsOneOf("rcpt to|relay|attempts:|versuche:|versuchen:|tentatives:|tentatives :|intentos:|tentativi:|tentativas:|pogingen:|recipient|delivered to|deliver to|addressed to|duplicated message-id in <|message to|delivery to|relayed to|user unknown|account|mailbox|destination|宛|кому|получател|user |userid|user:|unknown|to:|for <|sent to|reach|address|forward|failed for|to <|failed:|failure:|invalid", before):
		rank = 3
	case labelsFailure(before):
		rank = 3
	case holdsOneOf("user unknown|unknown user|no such|not found|does not exist|rejected|failed|undeliverable|not listed", after):
		rank = 3
	}
	if strings.HasPrefix(after, " fails") || endsOneOf(writeInstead, strings.TrimRight(before, " <(")) || startsOneOf("まで|にご連絡|へご連絡", strings.TrimLeft(after, " >)")) {
		rank -= 5 // advice: "if bo@kestrel.example fails, try bo.marsh@…"
	}
	if holdsOneOf("moved to|please try|try <|new address|from:|from <|mail from|sender|return-path|reply-to|contact|help|postmaster|abuse@|support@|questions|administrator|authenticated|by <|originator|ask |form of|have the form|for example|e.g.|such as|emailing|e-mailing|mailing |please forward|forward the|forward this|forward your", before) && rank < 5 {
		rank -= 3
	}
	if holdsOneOf("recipient|address|following|delivered|deliver|failed|failure|undeliver|reach", above) {
		rank++
	}
	return rank
}

// labelsFailure says whether what stands before an address tells, in any language,
// what became of it: "Benutzer unbekannt: dana@kestrel.example".
func labelsFailure(before string) bool {
	const longest = 100
	label, ok := strings.CutSuffix(strings.TrimRight(before, " \t<\"'"), ":")
	if !ok || len(label) > longest {
		return false
	}
	r := reasonOf(label, "")
	return aboutMailbox(r) || r == BounceMailboxFull || r == BounceExpired
}

// onlyAddresses says whether a line lists addresses and nothing else.
func onlyAddresses(low string) bool {
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" \t<>\"',;", r) })
	for _, w := range words {
		if at := strings.IndexByte(w, '@'); at <= 0 || at == len(w)-1 {
			return false
		}
	}
	return len(words) > 1
}

// messageIDLine says whether the address is a message id.
func messageIDLine(l, address string) bool {
	low := strings.ToLower(l)
	return holdsOneOf("message-id:|message-id <|message id:|message id <|messageid|in-reply-to|references:", low) || strings.Contains(low, "id=<"+address) || strings.Contains(low, "cid:"+address)
}

// originalRecipients are the To addresses of the returned mail.
func (m *message) originalRecipients() []string {
	var out []string
	for _, name := range []string{"x-failed-recipients", "to", "x-envelope-to", "x-original-to", "x-rcpt-to", "apparently-to", "envelope-to", "delivered-to"} {
		for _, v := range m.body.original.all(name) {
			for _, a := range addresses(v) {
				if a := strings.ToLower(quoted(a.Address)); !contains(out, a) && len(out) < maxBounces {
					out = append(out, a)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	traces := m.body.original.all("received")
	for i := len(traces) - 1; i >= 0; i-- { // the first server knows whom we wrote to, later ones what became of it
		for _, a := range findAddresses(forWhom(traces[i]), 1) {
			if !m.ours(a) {
				return []string{a}
			}
		}
	}
	return nil
}

// tracedTo picks the one of several recipients whose copy of the mail came back,
// where its newest trace tells for whom it was. A server names nobody there when it
// took the mail for more than one.
func (m *message) tracedTo(to []string) []string {
	if traces := m.body.original.all("received"); len(to) > 1 && len(traces) > 0 {
		if found := findAddresses(forWhom(traces[0]), 1); len(found) > 0 && contains(to, found[0]) {
			return found
		}
	}
	return to
}

// forWhom gives what a trace says about the recipient (RFC 5321 4.4), where it
// had one alone.
func forWhom(trace string) string {
	words := strings.Join(strings.Fields(clip(trace, maxWords)), " ")
	_, rest, _ := strings.Cut(words, " for ")
	rest, _, _ = strings.Cut(rest, ";")
	rest, _, _ = strings.Cut(rest, " ")
	return rest
}

// quoted puts a local part into the quotes that it needs and a parser took off.
func quoted(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at <= 0 || address[0] == '"' || !strings.ContainsAny(address[:at], " ,:;<>()[]\t") {
		return address
	}
	return `"` + address[:at] + `"` + address[at:]
}

// senderOfOriginal says whether an address sent the returned mail.
func (m *message) senderOfOriginal(address string) bool {
	for _, name := range []string{"from", "return-path", "sender", "reply-to"} {
		if contains(findAddresses(m.body.original.get(name), 5), address) {
			return true
		}
	}
	return false
}

// wordsAbout gives what a report says about one recipient: from the line that
// names it on to the next recipient or the next gap after it. Of a report on
// one recipient alone, all words count. names says whether a line names an address.
func wordsAbout(lines []string, address string, all []Bounce, names func(l, address string) bool) string {
	if len(all) == 1 || address == "" {
		return reasonWords(lines)
	}
	var about []string
	for i := 0; i < len(lines); i++ {
		if !names(lines[i], address) {
			continue
		}
		if len(about) > 0 {
			about = append(about, "/")
		}
		for j := i; j < len(lines) && j < i+12; j++ {
			if j > i && (namesOther(lines[j], address, all, names) || strings.TrimSpace(lines[j]) == "") {
				break
			}
			if j > i && smtpCode(lines[i]) != 0 && !startsFold([]byte(lines[j])) {
				break // in a transcript each line is a whole answer
			}
			about = append(about, strings.TrimSpace(lines[j]))
		}
		if len(about) > 40 {
			break
		}
	}
	return strings.Join(about, "\n")
}

// refusal gives what the other server answered, of a transcript in sendmail's
// way: what stands behind "<<<" or in "(reason: …)". The reporter's own line
// below it says "User unknown" of every refusal.
func refusal(told string) string {
	var kept []string
	for l := range strings.Lines(told) {
		s := strings.TrimSpace(l)
		answer, ok := strings.CutPrefix(s, "<<<")
		if !ok {
			answer, ok = strings.CutPrefix(s, "(reason:")
		}
		if answer = strings.TrimSpace(answer); ok && len(answer) > 3 && (answer[0] == '4' || answer[0] == '5') && !strings.HasPrefix(answer, "503") {
			kept = append(kept, answer)
		}
		if len(kept) > 5 {
			break
		}
	}
	return strings.Join(kept, " ")
}

// serverWords gives the lines of a report that quote a server: those with a
// reply code, and the lines into which such an answer is wrapped.
func serverWords(text string) string {
	var kept []string
	open := 0
	for _, l := range strings.Split(text, "\n") {
		s := strings.TrimSpace(l)
		low := strings.ToLower(s)
		switch {
		case s == "":
			open = 0
			continue
		case smtpCode(s) != 0 || findStatus(s) != "" || holdsOneOf("said:|<<<|smtp error|the reason|reason:|response was|returned was|diagnostic|because", low):
			open = 3
		case open == 0:
			continue
		}
		open--
		if !courtesy(low) && !namesSubject(s) {
			kept = append(kept, s)
		}
		if len(kept) > 30 {
			break
		}
	}
	return strings.Join(kept, " ")
}

func namesOther(l, address string, all []Bounce, names func(l, address string) bool) bool {
	for _, b := range all {
		if b.Recipient != address && b.Recipient != "" && names(l, b.Recipient) {
			return true
		}
	}
	return false
}

// reasonWords leaves the courtesies out of a report's words: lines with a reply
// code or a telling word, and what follows "because" or "reason".
func reasonWords(lines []string) string {
	var kept []string
	size := 0
	for _, l := range lines {
		s := strings.TrimSpace(l)
		if s == "" || courtesy(strings.ToLower(s)) || namesSubject(s) || namesSender(s) {
			continue
		}
		kept = append(kept, s)
		if size += len(s); size > 4000 {
			break
		}
	}
	return strings.Join(kept, "\n")
}

// namesSubject says whether a line gives the subject of our mail, which may speak
// of anything.
func namesSubject(l string) bool {
	return startsOneOf("subject:|subject :|betreff:|objet:|objet :|sujet:|sujet :|asunto:|oggetto:|assunto:|onderwerp:|temat:|amne:|emne:|aihe:|predmet:|konu:|тема:|件名|主题", fold(l))
}

// namesSender says whether a line gives the address of the mail's sender and no
// more. The word for the sender has its own weight in a server's words.
func namesSender(l string) bool {
	label, address, ok := strings.Cut(l, ":")
	if !ok || !oneOf("from|mail from|sender|absender|von|expediteur|de|remitente|mittente|da|remetente|afzender|van|nadawca|od|avsandare|afsender|avsender|odesilatel|odosielatel|lahettaja|felado|expeditor|gonderen|отправитель|від|відправник|от|αποστολεας|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|발신자", strings.TrimSpace(fold(label))) {
		return false
	}
	return onlyAddresses(address + " " + address)
}

// courtesy says whether a line is the same in every report of its maker.
func courtesy(low string) bool {
	return strings.HasPrefix(low, "this is the ") && strings.Contains(low, " at ") || holdsOneOf("interscan|message from|this is the mail system|this message was created automatically|a message that you sent could not|its recipients. this is a permanent|i'm sorry to have to inform|for further assistance|if you do so, please include|delete your own text|the mail system|this is a permanent error; i've given up|hi. this is the|i'm afraid i wasn't able|this is an automatically generated|been scanned|scanned by|scanned for|checked for virus|virus-free|analizado con|analizado por|libre de virus|información del antivirus|auf viren gepr|auf viren überpr|virenfrei|analysé par|sans virus|exempt de virus|controllato con|controllata con|privo di virus|priva di virus|livre de vírus|isenta de vírus|op virussen|virusvrij|nod32|the original message was received|understand mime message|this is a mime|----- transcript of session|this report was generated|please do not reply|this is a delivery status|your message to the following|if your message was also|delivery status notifications for|other delivery status|the original message follows|sent by the|auto-generated|running the", low)
}
