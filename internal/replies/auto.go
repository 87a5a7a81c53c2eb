package replies

import "strings"

// What tells a machine's answer is weighed: a header that only an answering
// machine writes settles it, one that helpdesks and lists write on people's
// mail as well only helps. Without headers the words decide, by what was
// learned of notices, against the signs of a person: a quote below, our name in
// the greeting, having been away rather than being away, an answer in the text.

// weights of the signs under a machine's header.
const (
	weightWords  = 3 // of each kind of phrase found
	weightMore   = 2 // of a second phrase of the same kind
	weightWeak   = 2 // of a header that people's mail has too
	weightPerson = 4
)

// evidence for a machine, in logarithms of odds, added to what the words tell.
const (
	oddsSubject = 6.0
	oddsWeak    = 0.8 // of each weight of weak headers
	oddsFresh   = 1.2 // a subject that is no answer's
	oddsQuote   = 3.0 // against: machines seldom quote what they answer
	oddsGreeted = 1.5 // against
	oddsSpeaks  = 1.5 // against: words that no machine says, and none that one does
	oddsPerson  = 1.5 // against: was away, or refuses
	oddsLeft    = 2.0 // the writer has left the firm that the mail comes from, or it speaks of them by name
	oddsLeftUs  = 4.0 // a firm says by name that the writer works there no more, which nobody says of themselves
)

// kind decides what sort of mail one is that is no report: whether an answering machine,
// a mailing or a person wrote it, by what headers tell, then by the text.
func (m *message) kind() kindVerdict {
	text := m.autoText()
	subject := autoSubject(fold(m.header.Subject))
	words := readMachineWords(text)
	named := m.namesWriter()
	leftFirm, leftUs := m.leftFirm(text), named && leavingUs.in(text)
	if leftFirm || leftUs {
		words.about = AboutLeft
		words.score += weightWords + weightMore
		words.evidence = append(words.evidence, Evidence{Rule: "auto.left-firm", Text: clip(strings.TrimSpace(text), maxQuote)})
	}
	header, strong := m.autoHeader()
	if !strong && m.fromNobody() {
		header, strong = "Return-Path: <>", true // nobody writes so, even where no more is known of it
	}
	person, why := m.personSigns(text, words)
	odds := m.noticeOdds(text, words, subject != "", person)
	switch {
	case leftUs:
		odds += oddsLeftUs
	case leftFirm, named && (words.about == AboutLeft || m.weakHeaders() > 0):
		odds += oddsLeft
	}
	byHand := subject == "" && (words.score == 0 && m.greetsUs(text) && m.weakHeaders() == 0 || // our name, and no sign of a machine but a tone
		holdsOneOf(noMachine, text))
	enough := m.oddsWanted(odds, words.about)
	switch {
	case words.score == 0 && subject == "" && m.weakHeaders() == 0:
		enough = max(enough, oddsTone)
	case !m.written.quotes && !asksUs(text):
		enough = max(enough-oddsBare, min(enough, oddsEven))
	}
	if why == "question" {
		enough += oddsAsking // "jury duty all week. Which day next week suits you?"
	}
	machine := !strong && !byHand && !m.body.calendar.answers() && odds >= enough
	wanted := weightPerson - 1
	if m.campaign() {
		wanted = 3 * weightPerson // those greet by name and ask to be answered
	}
	if !strong && (!machine || words.score == 0) && subject == "" && person < wanted && m.mailing() {
		return kindVerdict{kind: KindOther, confidence: 0.9}.because("other.list", m.header.Subject)
	}
	k := kindVerdict{kind: KindAutoReply}
	switch {
	case strong && person >= 2*weightPerson && words.score == 0 && subject == "":
		// A person's words under a machine's header: shown to the owner.
		return kindVerdict{kind: KindReply, confidence: 0.5}.because("person."+why, header)
	case strong:
		k.confidence = 0.97
		k = k.because("auto.header", header)
	case machine:
		k.confidence = noticeConfidence(odds, words, subject != "")
	default:
		return kindVerdict{kind: KindReply, confidence: 1, doubted: !byHand && (odds >= oddsDoubted || words.score > 0 && !m.written.quotes && len(strings.Fields(text)) <= mostTerse)}
	}
	if subject != "" {
		k = k.because("auto.subject", m.header.Subject)
	}
	for _, e := range words.evidence {
		k = k.because(e.Rule, e.Text)
	}
	if len(k.evidence) == 0 {
		k = k.because("auto.learned", strings.TrimSpace(text))
	}
	k.about = words.about
	if strings.HasSuffix(header, "boxtrapper") {
		k.about = AboutChallenge // it sends nothing else, in its owner's words
	}
	if k.about == "" && subject != "" {
		k.about = aboutSubject(fold(m.header.Subject))
	}
	if k.about == "" {
		k.about = aboutFamilies(text)
	}
	if k.about == AboutReceipt && tellsAbsence(m.written.fresh, m.received()) || k.about == AboutUnmonitored && tellsReader(m.written.fresh, m.received()) {
		k.about = AboutAbsence
	}
	return k
}

// mostTerse is how many words an answer without a quote has that may be a notice whatever
// the odds, where one of them tells of an absence: "I'm out of the office."
const mostTerse = 6

// noMachine say that no machine wrote, folded. A notice may say that nothing is forwarded
// automatically, so each names the answer.
const noMachine = "not an automatic reply|not an automatic response|not an automatic message|not an automatic answer|not an auto-reply|not an auto reply|not an autoreply|not a bot|" +
	"keine automatische antwort|keine automatische nachricht|keine automatische mail|keine automatische e-mail|kein automatismus|kein bot|" +
	"pas une reponse automatique|pas un message automatique|pas un robot|no es una respuesta automatica|no es un mensaje automatico|no soy un robot|" +
	"non e una risposta automatica|non e un messaggio automatico|non sono un robot|nao e uma resposta automatica|nao e uma mensagem automatica|nao sou um robo|" +
	"geen automatisch antwoord|geen automatisch bericht|geen automatische mail|geen robot"

// How much must speak for a machine before a mail is a machine's, by what the
// words would mean if a person had written them. Measured on people's whole mails that
// nothing was learned from: of 5,224 three pass where 0.3 more is asked for throughout,
// and none more here, nor of 3,430 without a quote; oddsNamed is 0.6 lower, by which one
// more at most passes in the one case and two in the other. Where interest or a later
// mail may be meant more is asked for: people write in passing that they are away.
const (
	oddsEven    = -0.7 // nothing in them answers us
	oddsTimes   = 0.0  // a time or a number is named, as machines do too
	oddsNamed   = -0.9 // phrases of machines beside a name, or beside what is no longer so
	oddsLean    = 0.2
	oddsAsking  = 0.5  // more, where we are asked something
	oddsTone    = 0.8  // no phrase of a machine and no header of one: nothing but the tone speaks for it
	oddsReply   = 0.8  // a day is proposed, or somebody named
	oddsLater   = 1.1  // a later mail is asked for, or a meeting
	oddsAsked   = 1.8  // no mail is asked for, also where no rule says so: whoever asks for that must not get one
	oddsBare    = 1.5  // less, where nothing is quoted, as by fourteen machines of fifteen and one person of thirty
	oddsSure    = 4.5  // no second look
	oddsDoubted = -2.5 // a demand for no more mail is shown to the owner: of 1,051 by people one in a hundred, of 298 notices that were taken for one more than half
	oddsLeast   = -5   // from here to oddsMost the words are read in their order, too
	oddsMost    = 6
)

// oddsWanted reads the text as a person's where there is doubt; about is what
// phrases of machines say that it is about.
func (m *message) oddsWanted(odds float64, about About) float64 {
	if odds >= oddsSure {
		return oddsSure
	}
	v := m.wholeArgument().verdict()
	guessed := len(v.Evidence) > 0 && strings.HasPrefix(v.Evidence[0].Rule, "model.")
	switch {
	case v.Intent == IntentUnclear:
		return oddsEven
	case v.Intent == IntentMeeting && guessed, v.Intent == IntentInterested:
		return oddsTimes
	case about == AboutLeft, about == AboutUnmonitored, about == AboutAbsence && v.Intent == IntentReferral:
		return oddsNamed
	case v.Intent == IntentOptOut:
		return oddsAsked
	case !guessed && (v.Intent == IntentLater || v.Intent == IntentMeeting) && v.Confidence >= 0.9:
		return oddsLater
	case v.Intent == IntentWrongPerson, !guessed && (v.Intent == IntentReferral || v.Intent == IntentMeeting):
		return oddsReply
	}
	return oddsLean
}

// noticeOdds sums up what speaks for a machine and against it, where no header
// settles it, in logarithms of odds.
func (m *message) noticeOdds(text string, words machineWords, subject bool, person int) float64 {
	a := m.noticeArgument()
	odds := noticeTrained().odds(a.noticeFeatures(strings.TrimSpace(text), words))
	beside := m.oddsBeside(text, words, subject, person)
	if sum := odds + beside; sum > oddsLeast && sum < oddsMost {
		odds = (odds + trained().oddsOfMachine(a)) / 2
	}
	return odds + beside
}

// oddsBeside sums up what speaks for a machine and against it beside the words.
func (m *message) oddsBeside(text string, words machineWords, subject bool, person int) float64 {
	odds := 0.0
	weak := m.weakHeaders()
	if person > weightPerson {
		weak = 0 // two signs of a person: a helpdesk or a list carried their mail
	}
	odds += oddsWeak * float64(weak)
	switch {
	case subject:
		odds += oddsSubject
	case !answersSubject(m.header.Subject):
		odds += oddsFresh
	}
	if m.written.quotes {
		odds -= oddsQuote
	}
	if m.greetsUs(text) {
		odds -= oddsGreeted
	}
	if words.wasAway || words.refuses {
		odds -= oddsPerson
	}
	if words.speaksToUs && words.score == 0 {
		odds -= oddsSpeaks
	}
	return odds
}

// noticeConfidence turns odds into a confidence. Words alone let a sequence go
// on only where phrases agree with what was learned, and both are sure.
func noticeConfidence(odds float64, words machineWords, subject bool) float64 {
	const (
		phrases = weightWords + weightMore
		sure    = 3
		alone   = 0.88
	)
	p := min(logistic(odds), 0.97)
	if !subject && (words.score < phrases || odds < sure) {
		p = min(p, alone)
	}
	return max(p, 0.6)
}

// aboutFamilies guesses what a notice is about whose phrases are unknown, from
// the families of its words. Absence is the careful guess: it waits.
func aboutFamilies(text string) About {
	const most = 120
	met := map[string]bool{}
	for _, f := range familiesOf(spaced(text), most) {
		met[families[f].name] = true
	}
	away := met["absent"] || met["vacation"] || met["back"] || met["closed"] || met["trip"] || met["sick"] || met["parent"] || met["event"] || onBreak.in(text)
	switch {
	case met["retired"] || met["left"] && !met["closed"]:
		return AboutLeft
	case met["verify"] && met["mails"] && !away:
		return AboutChallenge
	case met["unread"] && met["mailbox"] && !met["back"]:
		return AboutUnmonitored
	case away:
		return AboutAbsence
	case met["received"] || met["ticket"] || met["answer"] && (met["soon"] || met["thanks"]):
		return AboutReceipt
	}
	return AboutAbsence
}

// onBreak are words for a time in which a house is shut that no family holds.
var onBreak = newPhrasebook("summer break|winter break|spring break|easter break|christmas break|xmas break|festive break|" +
	"sommerpause|winterpause|weihnachtspause|osterpause|pause estivale|treve estivale|treve des confiseurs|pausa estiva|pausa natalizia|" +
	"pausa de verano|pausa estival|pausa navidena|pausa de natal|pausa de verao|zomerstop|winterstop|zomerreces|kerstreces|zomerpauze|kerstpauze")

// noticeArgument is the argument of the words that may be a machine's.
func (m *message) noticeArgument() *argument {
	if !m.signatureSpeaks() {
		return m.wholeArgument()
	}
	in := m.input(KindReply, "")
	return argue(in, in.NewText+"\n"+in.Signature)
}

// wholeArgument is the argument of the new text with what a machine says of itself
// below it, which tells of who wrote and not of what is wanted.
func (m *message) wholeArgument() *argument {
	if m.written.machine == "" {
		return m.argument()
	}
	in := m.input(KindReply, "")
	return argue(in, m.written.whole())
}

// signatureSpeaks says whether so little stands above the signature that it is
// the notice.
func (m *message) signatureSpeaks() bool {
	const enough = 3 // bytes
	return len(strings.TrimSpace(m.written.fresh)) < enough && strings.TrimSpace(m.written.signature) != ""
}

// autoText is what the machine itself says: folded, in one line, bounded.
func (m *message) autoText() string {
	const most = 6000
	whole := m.written.whole()
	if m.signatureSpeaks() || !m.signedByHand() {
		whole += "\n" + m.written.signature
	}
	text := fold(clip(whole, most))
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte(' ')
	for word := range strings.FieldsSeq(text) {
		b.WriteString(word)
		b.WriteByte(' ')
	}
	if b.Len() == 1 {
		b.WriteByte(' ') // an empty text has a beginning and an end too
	}
	return b.String()
}

// signedByHand says whether the signature begins as a person's does: what hangs
// below it is the firm's footer.
func (m *message) signedByHand() bool {
	first, _, _ := strings.Cut(m.written.signature, "\n")
	w := newWriter(m.header.From)
	kind, _ := closingOf(first)
	return isDelimiter(first) || kind != noClosing || w.match(first) == surelyName || footerStart(first) || deviceLine(first)
}

// autoHeader gives the header that only answering machines write, "" when there
// is none (RFC 3834 5, and what came before it).
func (m *message) autoHeader() (words string, strong bool) {
	h := m.tree.root.header
	v := strings.ToLower(h.get("auto-submitted"))
	if strings.HasPrefix(v, "auto-replied") || strings.HasPrefix(v, "auto-response") || strings.HasPrefix(v, "vacation") {
		return "Auto-Submitted: " + v, true
	}
	for _, name := range []string{"x-autoreply", "x-auto-reply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-autoreply-from", "x-autoreply-domain", "x-vacation", "x-auto-responder", "x-out-of-office", "x-mdaemon-autoresponder", "x-ms-exchange-generated-message-source-oof"} {
		if v := strings.ToLower(strings.TrimSpace(h.get(name))); h.has(name) && v != "no" && v != "false" && v != "0" {
			return name + ": " + v, true
		}
	}
	for _, name := range []string{"precedence", "x-precedence", "preference"} {
		if v := strings.ToLower(h.get(name)); strings.HasPrefix(v, "auto_reply") || strings.HasPrefix(v, "auto-reply") || strings.HasPrefix(v, "autoreply") {
			return name + ": " + v, true
		}
	}
	if v := strings.ToLower(h.get("x-post-messageclass")); strings.Contains(v, "autoresponder") {
		return "x-post-messageclass: " + v, true
	}
	if v := strings.ToLower(h.get("x-loop") + h.get("x-mailer")); holdsOneOf("vacation|autorespond|auto-respond|autoreply", v) {
		return v, true
	}
	return "", false
}

// weakHeaders weighs headers that helpdesks and lists put on people's mail too.
func (m *message) weakHeaders() int {
	h := m.tree.root.header
	sum := 0
	if v := strings.ToLower(h.get("auto-submitted")); v != "" && !strings.HasPrefix(v, "no") {
		sum += weightWeak + 1
	}
	if oneOf("bulk|junk|list", strings.ToLower(strings.TrimSpace(h.get("precedence")))) {
		sum += weightWeak
	}
	if v := strings.ToLower(h.get("x-auto-response-suppress")); v != "" && v != "none" {
		sum += weightWeak
	}
	if m.nullReturnPath() {
		sum += weightWeak + 1
	}
	if h.has("x-ms-exchange-inbox-rules-loop") || strings.Contains(strings.ToLower(h.get("x-ms-exchange-generated-message-source")), "rules") {
		sum += weightWeak
	}
	for _, a := range m.header.From {
		if local, _, _ := strings.Cut(strings.ToLower(a.Address), "@"); startsOneOf("noreply|no-reply|no_reply|donotreply|do-not-reply|do_not_reply|autoreply|auto-reply|autoresponder|automailer|nicht-antworten|ne-pas-repondre|nepasrepondre|noresponder|no-responder|nao-responda", local) {
			sum += weightWeak + 1
		}
	}
	const most = 6
	return min(sum, most)
}

// mailing says whether the header is a list's or a newsletter's. An answer to
// us that came through a list is an answer.
func (m *message) mailing() bool {
	h := m.tree.root.header
	if len(m.header.InReplyTo) > 0 || answersSubject(m.header.Subject) || m.body.calendar != nil {
		return false
	}
	if h.has("list-unsubscribe") || h.has("list-id") || h.has("list-post") {
		return true
	}
	bulk := oneOf("bulk|list|junk", strings.ToLower(strings.TrimSpace(h.get("precedence"))))
	return bulk && m.sentInBulk()
}

// sentInBulk says whether the header is that of a service that sends to many.
func (m *message) sentInBulk() bool {
	h := m.tree.root.header
	for _, name := range []string{"x-campaign", "x-campaign-id", "x-campaignid", "x-mailchimp-id", "feedback-id", "x-mc-user", "x-sg-eid", "x-mailgun-tag", "x-csa-complaints", "x-job", "x-report-abuse", "list-unsubscribe-post"} {
		if h.has(name) {
			return true
		}
	}
	return false
}

// campaign says whether the mail went to many by such a service, with a way out.
func (m *message) campaign() bool {
	return m.tree.root.header.has("list-unsubscribe") && m.sentInBulk()
}

// answersSubject says whether a subject starts as an answer's does, in the
// words of any mail program.
func answersSubject(s string) bool {
	low := fold(strings.TrimSpace(s))
	for _, carrier := range []string{"posta certificata: ", "anomalia messaggio: "} {
		low = strings.TrimPrefix(low, carrier)
	}
	for range 3 { // "[EXT] Re:", "[Ticket 5] Re:"
		if !strings.HasPrefix(low, "[") {
			break
		}
		i := strings.IndexByte(low, ']')
		if i < 0 {
			break
		}
		low = strings.TrimSpace(low[i+1:])
	}
	return startsOneOf("re:|re :|re[|re(|aw:|aw :|sv:|antw:|odp:|rv:|r:|rif:|ynt:|vs:|bls:|res:|enc:|fw:|fwd:|wg:|tr:|i:|回复|回覆|答复|返信|re：|отв:|ответ:|ha:|на:|ad:|σχετ:|πραγμ:|hv:|vá:|va:|kj:|回信|转发|転送|rsp:", low)
}

// leftFirm says whether the text says that somebody has left the very firm that
// the mail comes from: "I have left Straits Cargo" from straitscargo.example.
func (m *message) leftFirm(text string) bool {
	w := newWriter(m.header.From)
	if len(w.labels) == 0 {
		return false
	}
	left := false
	leavings.eachAt(text, func(at int, verb phrase) bool {
		rest := text[at+len(verb.text):]
		next := strings.ReplaceAll(clip(strings.TrimPrefix(strings.TrimPrefix(rest, "the "), "der "), 40), " ", "")
		for _, label := range w.labels {
			left = left || strings.HasPrefix(next, label)
		}
		return !left
	})
	return left
}

// leavings are the words before the name of a firm that somebody has left, folded.
var leavings = newPhrasebook("pracuje juz w |juz nie pracuje w |arbetar inte langre pa |jobbar inte langre pa |arbejder ikke laengere hos |jobber ikke lenger i |jobber ikke lenger hos |nepracuji v |nepracuji ve |left |no longer at |no longer with |no longer works for |no longer work for |not with |nicht mehr bei |nicht mehr fur |verlassen |plus chez |quitte |plus pour |no trabajo en |dejado |piu in |piu presso |lasciato |mais na |mais com |deixei a |weg bij |meer bij |verlaten |slutat pa |ansat hos |ansatt hos ")

// leavingUs are the words of a firm about somebody who works there no more,
// folded. The verb belongs to them: "that's nothing for us any more" is a person's no.
var leavingUs = newPhrasebook("is no longer with us|no longer works for us|no longer works with us|no longer works here|has left us|arbeitet nicht mehr fur uns|arbeitet nicht mehr bei uns|nicht mehr fur uns tatig|nicht mehr bei uns tatig|nicht mehr bei uns beschaftigt|ne travaille plus chez nous|ne travaille plus avec nous|nest plus parmi nous|ya no trabaja con nosotros|ya no trabaja aqui|ya no esta con nosotros|non lavora piu con noi|non lavora piu da noi|non e piu con noi|ja nao trabalha connosco|ja nao trabalha conosco|ja nao esta connosco|nao trabalha mais conosco|nao trabalha mais connosco|werkt niet meer bij ons|werkt niet meer voor ons|niet meer bij ons werkzaam|nie pracuje u nas|arbetar inte langre hos oss|jobbar inte langre hos oss|arbejder ikke laengere hos os|jobber ikke lenger hos oss|u nas nepracuje")

// personSigns weighs what speaks for a person at the keys, and names the
// strongest sign.
func (m *message) personSigns(text string, words machineWords) (sum int, why string) {
	add := func(n int, sign string) {
		if sum == 0 {
			why = sign
		}
		sum += n
	}
	if m.written.quotes {
		add(weightPerson, "quote")
	}
	if words.wasAway {
		add(2*weightPerson, "was-away")
	}
	if words.refuses {
		add(2*weightPerson, "refuses")
	}
	if m.greetsUs(text) {
		add(weightPerson-1, "greeting")
	}
	if words.speaksToUs {
		add(weightPerson-1, "speaks-to-us")
	}
	if asksUs(text) {
		add(weightWeak, "question")
	}
	return sum, why
}

// asksUs says whether a folded text asks anything that notices don't ask.
func asksUs(text string) bool {
	return strings.Contains(text, "?") && !holdsOneOf("assistance|urgent|dringend|urgence|urgente|looking for|mochten sie|need help|spoed", text)
}

// namesWriter says whether the new text begins by speaking of its own writer by
// name, as others do of somebody who has left. An address within it names them
// only by their firm.
func (m *message) namesWriter() bool {
	const head = 120
	start := withoutAddresses(fold(clip(m.written.fresh, head)))
	for _, a := range m.header.From {
		for _, name := range strings.FieldsFunc(fold(a.Name), notWordRune) {
			if len(name) > 2 && holdsWord(start, name) {
				return true
			}
		}
	}
	return false
}

// withoutAddresses leaves the words of a text in which an "@" stands out.
func withoutAddresses(text string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(text) {
		if !strings.Contains(word, "@") {
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// greetsUs says whether the text greets the owner by name: a machine that
// answers anyone cannot.
func (m *message) greetsUs(text string) bool {
	const head = 60
	start := text[:min(len(text), head)]
	for _, a := range m.header.To {
		local, _, _ := strings.Cut(a.Address, "@") // most often without a name
		for _, name := range strings.FieldsFunc(fold(orElse(a.Name, local)), notWordRune) {
			if len(name) > 2 && !oneOf("hello|office|contact|kontakt|support|service|post|buero|bureau|admin|the|team|sales|info|mail|von|van|der|und|gmbh|ltd", name) && holdsWord(start, name) {
				return true
			}
		}
	}
	return false
}

// holdsWord says whether word stands in s as a word of its own.
func holdsWord(s, word string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return false
		}
		i += at
		end := i + len(word)
		if (i == 0 || !isLetterByte(s[i-1])) && (end >= len(s) || !isLetterByte(s[end])) {
			return true
		}
		at = end
	}
}

// machineWords is what the words of a mail tell of a machine.
type machineWords struct {
	score      int
	about      About
	evidence   []Evidence
	wasAway    bool // and is back
	speaksToUs bool
	refuses    bool
}

// readMachineWords weighs the phrases of answering machines and of people. What
// a mail is about is the first of the kinds in their order: one who has left is
// also "not in the office".
func readMachineWords(text string) machineWords {
	const mostOfAKind = 3
	found := make([][]string, len(machinePhrases)+3)
	machineBook.each(text, func(p phrase) bool {
		if len(found[p.list]) < mostOfAKind && !overlaps(found[p.list], p.text) {
			found[p.list] = append(found[p.list], p.text)
		}
		return true
	})
	w := machineWords{wasAway: len(found[len(machinePhrases)]) > 0, speaksToUs: len(found[len(machinePhrases)+1]) > 0, refuses: len(found[len(machinePhrases)+2]) > 0}
	unread := false // nobody reads the mailbox, for all that is known only for now
	for n, kind := range machinePhrases {
		if len(found[n]) == 0 {
			continue
		}
		w.score += weightWords + kind.more + weightMore*(len(found[n])-1)
		if w.about == "" || w.about == AboutUnmonitored && kind.about == AboutAbsence && unread {
			w.about = kind.about
		}
		unread = kind.about == AboutUnmonitored && oneOf(readLater, found[n][0]) && len(found[n]) == 1
		w.evidence = append(w.evidence, Evidence{Rule: "auto." + kind.name, Text: strings.TrimSpace(found[n][0])})
	}
	return w
}

func overlaps(found []string, phrase string) bool {
	for _, f := range found {
		if strings.Contains(f, phrase) || strings.Contains(phrase, f) {
			return true
		}
	}
	return false
}

// autoSubject gives the words by which a folded subject is a machine's, "" when
// it is not. "Re: Automatic reply" is an answer to one.
func autoSubject(subject string) string {
	subject = strings.TrimLeft(subject, "[(*<\"' ")
	if answersSubject(subject) {
		return ""
	}
	for rest, p, more := autoSubjects, "", true; more; {
		if p, rest, more = strings.Cut(rest, "|"); strings.HasPrefix(subject, p) {
			return p
		}
	}
	for rest, p, more := autoSubjectWords, "", true; more; {
		if p, rest, more = strings.Cut(rest, "|"); strings.Contains(subject, p) {
			return p
		}
	}
	return ""
}

// aboutSubject tells from the subject alone what a machine's answer is about.
// Absence is the careful guess: it waits.
func aboutSubject(subject string) About {
	switch {
	case holdsOneOf("no longer|left the company|nicht mehr im unternehmen|ne fait plus partie|ya no trabaja|non lavora piu|niet meer werkzaam", subject):
		return AboutLeft
	case holdsOneOf("not monitored|unmonitored|no longer in use|fuera de servicio|hors service|nicht mehr aktiv", subject):
		return AboutUnmonitored
	case holdsOneOf("confirm your message|verify|challenge|confirm that", subject):
		return AboutChallenge
	case holdsOneOf("received|ticket|request|case |thank|eingegangen|eingang|recibido|recu|ricevut|recebid|ontvangen|receipt|reception|acuse|受付|お問い合わせ", subject):
		return AboutReceipt
	}
	return AboutAbsence
}
