package replies

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// statement is what words tell of a mail's delivery.
type statement struct {
	undelivered bool         // a mail didn't arrive
	mail        bool         // a mail is spoken of
	heldBack    bool         // it wasn't passed on, as notices of people say too
	named       bool         // an address stands in what tells of it, or of a mail
	labelled    bool         // an address stands behind a word for the recipient
	reason      BounceReason // "" when they tell none
	trying      bool         // it will be tried again
	forNow      bool         // something is so for a while
}

// and is what two statements tell together; the first that has a reason gives it.
func (s statement) and(o statement) statement {
	s.undelivered, s.heldBack, s.trying = s.undelivered || o.undelivered, s.heldBack || o.heldBack, s.trying || o.trying
	s.named, s.mail = s.named || o.named, s.mail || o.mail
	s.labelled, s.forNow = s.labelled || o.labelled, s.forNow || o.forNow
	if s.reason == "" {
		s.reason = o.reason
	}
	return s
}

// wordRole is what a word does in a report: one bit for each list of reportWords; a
// word may stand in several.
type wordRole uint32

const (
	ofMail wordRole = 1 << iota
	ofFailure
	ofArrival
	ofPassing
	ofNot
	ofNone
	ofBox
	ofRecipient
	ofHost
	ofServer
	ofSpace
	ofSender
	ofFault
	isGone
	isThere
	isClosed
	isFull
	isLarge
	forAWhile
	onceMore
	notYet
)

// ofNoun are those of nouns: what else is said is said of the nearest.
const ofNoun = ofMail | ofBox | ofRecipient | ofHost | ofServer | ofSpace | ofSender | ofFault

// lists gives the stems in the order of the roles.
func (w *reportWords) lists() [21]string {
	return [...]string{w.mail, w.fails, w.arrives, w.passes, w.not, w.none, w.box, w.rcpt, w.host, w.server, w.space, w.sender, w.fault, w.gone, w.exists, w.closed, w.full, w.large, w.passing, w.again, w.yet}
}

// reportStems hold the stems of each language as a list of the book, and the roles
// of each.
type reportStems struct {
	book  *phrasebook
	roles []map[string]wordRole // by language
}

// reportVocabulary is made when the first report comes.
var reportVocabulary = sync.OnceValue(func() reportStems {
	lists := make([]string, len(reportLanguages))
	r := reportStems{roles: make([]map[string]wordRole, len(reportLanguages))}
	for n := range reportLanguages {
		w := &reportLanguages[n]
		of := map[string]wordRole{}
		for i, stems := range w.lists() {
			for stem := range strings.SplitSeq(fold(stems), "|") {
				inside, anywhere := strings.CutPrefix(stem, "*")
				if stem = inside; !anywhere && !w.joined {
					stem = " " + stem
				}
				of[stem] |= 1 << i
			}
		}
		r.roles[n] = of
		all := make([]string, 0, len(of))
		for stem := range of {
			all = append(all, stem)
		}
		slices.Sort(all)
		lists[n] = strings.Join(all, "|")
	}
	r.book = newPhrasebook(lists...)
	return r
})

// saying is a word of a sentence that says something about a delivery.
type saying struct {
	from, to, end int // of the stem, and where its word ends
	of            wordRole
}

// readStatements reads what a text tells of a delivery, sentence by sentence.
// stranger says of an address whether it may be that of a recipient.
func readStatements(text string, stranger func(string) bool) statement {
	const most = 8 << 10
	return readSentences(reportSentences(clip(text, most), stranger), false)
}

// readTitle reads what a subject tells, which needs no word for the mail.
func readTitle(subject string, stranger func(string) bool) statement {
	var sentences []string
	for part := range strings.SplitSeq(subject, ": ") { // our own may follow
		sentences = append(sentences, reportSentences(part, stranger)...)
	}
	return readSentences(sentences, true)
}

// readSentences reads sentences in the language of which most stands in them: what one
// has for "mail" is in another a list. mail says that they are about one, named or
// not. A question tells nothing.
func readSentences(sentences []string, mail bool) statement {
	sayings := make([][][]saying, 0, len(sentences))
	words := make([]int, len(reportLanguages))
	for _, s := range sentences {
		said := sayingsOf(s)
		for n := range said {
			for _, w := range said[n] {
				words[n] += w.to - w.from
			}
		}
		sayings = append(sayings, said)
	}
	language := 0
	for n := range words {
		if words[n] > words[language] {
			language = n
		}
	}
	told := statement{}
	for i, s := range sentences {
		if strings.Contains(s, "?") {
			continue
		}
		told = told.and(relate(s, sayings[i][language], addressesOf(s), mail))
	}
	return told
}

// sayingsOf gives the words of a sentence that say something, by language. Of two
// that overlap the longer counts.
func sayingsOf(sentence string) [][]saying {
	const most = 60
	stems := reportVocabulary()
	said := make([][]saying, len(reportLanguages))
	stems.book.eachAt(sentence, func(i int, p phrase) bool {
		list := said[p.list]
		if len(list) >= most {
			return true
		}
		s := saying{i, i + len(p.text), i + len(p.text), stems.roles[p.list][p.text]}
		if sentence[i] == ' ' {
			s.from++
		}
		if !reportLanguages[p.list].joined && sentence[s.to-1] != ' ' {
			s.end += strings.IndexAny(sentence[s.end:], " -")
		}
		if n := len(list); n > 0 && list[n-1].to > s.from {
			if s.to-s.from <= list[n-1].to-list[n-1].from {
				return true
			}
			list = list[:n-1]
		}
		said[p.list] = append(list, s)
		return true
	})
	return said
}

// addressesOf gives the places of the addresses in a sentence.
func addressesOf(sentence string) []saying {
	const most = 60
	var out []saying
	for i := 0; i < len(sentence) && len(out) < most; i++ {
		if sentence[i] == '@' {
			out = append(out, saying{i, i + 1, i + 1, ofRecipient})
		}
	}
	return out
}

// relate puts the words of a sentence in one language together.
func relate(sentence string, list, addresses []saying, mail bool) statement {
	const far, clause = 90, 30 // bytes
	nouns, named := slices.Clone(addresses), false
	for i, s := range list {
		if s.of&ofNoun == 0 {
			continue
		}
		if s.of&ofNoun == ofMail && besideBox(list, addresses, i) {
			continue // "mail account", "boîte de messagerie"
		}
		named = named || s.of&ofMail != 0
		nouns = append(nouns, s)
	}
	mail = mail || named
	told, trying := statement{mail: named}, false
	for i, s := range list {
		denied := s.of&(ofArrival|ofPassing|isThere|ofSpace) != 0 && isDenied(list, i)
		about := nearest(sentence, nouns, s, far)
		if s.of&(isThere|isGone|ofNone) != 0 && lacksSpace(list, s) {
			about = saying{of: ofSpace} // "there is no room in the mailbox", "the account has no more quota"
		}
		if s.of&isClosed != 0 && distance(s, about) <= clause && isAddressed(list, addresses, about) {
			about = saying{of: ofMail}
			told.heldBack = true // "your message to … was deleted"
		}
		if ofOurs(sentence, list, i) {
			about = saying{of: ofSender}
		}
		switch {
		case s.of&ofFailure != 0 && mail && !(s.of&isClosed != 0 && about.of&ofBox != 0),
			s.of&ofArrival != 0 && denied && (mail || len(addresses) > 0):
			told.undelivered = true
		case s.of&ofPassing != 0 && denied && mail:
			told.heldBack = true
		}
		trying = trying || s.of&onceMore != 0
		told.trying = told.trying || s.of&notYet != 0
		reason := s.reason(about.of, denied)
		if s.of&ofNone != 0 && reason == "" && about.of&(ofSender|ofSpace) == 0 && lacks(sentence, list, i, ofBox|ofRecipient) {
			reason = BounceNoSuchUser
		}
		told = told.and(statement{reason: reason})
	}
	told.trying = told.trying || trying && !told.undelivered // "failed after 20 attempts"
	told.forNow = slices.ContainsFunc(list, func(s saying) bool { return s.of&forAWhile != 0 })
	if told.forNow && (told.reason == BounceDisabled || told.reason == BounceNoSuchUser || told.reason == BounceDomainDead) {
		told.reason = BounceSystem // what is so for now may pass
	}
	if len(addresses) > 0 {
		told.labelled = labelsRecipient(list, addresses[0])
		told.named = mail && !isWrittenTo(list, addresses[0]) || told.undelivered || told.heldBack || told.trying || told.reason != "" || told.labelled
	}
	return told
}

// reason is what a word tells of the noun that it is about, "" where that is none.
func (s saying) reason(about wordRole, denied bool) BounceReason {
	gone := s.of&isGone != 0 || s.of&isThere != 0 && denied
	switch {
	case about == ofSender && (gone || s.of&(isClosed|isFull) != 0):
		return BouncePolicy
	case about&ofSpace != 0 && gone:
		return BounceMailboxFull
	case about&ofHost != 0 && (gone || s.of&isClosed != 0):
		return BounceDomainDead
	case about&(ofBox|ofRecipient) != 0 && gone:
		return BounceNoSuchUser
	case about&(ofBox|ofRecipient) != 0 && s.of&isClosed != 0:
		return BounceDisabled
	case about&(ofBox|ofRecipient|ofSpace) != 0 && s.of&isFull != 0, s.of&ofSpace != 0 && denied:
		return BounceMailboxFull
	case about&(ofBox|ofSpace) == 0 && s.of&isLarge != 0:
		return BounceTooLarge
	}
	return ""
}

// lacksSpace says whether what a word denies is the space of a mailbox, and not the
// mailbox.
func lacksSpace(list []saying, s saying) bool {
	const near = 30 // bytes
	for i, space := range list {
		if space.of&ofSpace != 0 && distance(space, s) <= near && isDenied(list, i) {
			return true
		}
	}
	return false
}

// isAddressed says whether an address is only the one to which a mail went: "your
// message to dana@kestrel.example was stopped".
func isAddressed(list, addresses []saying, address saying) bool {
	const near = 8 // bytes
	return slices.Contains(addresses, address) && slices.ContainsFunc(list, func(s saying) bool {
		return s.of&ofNoun == ofMail && s.end <= address.from && address.from-s.end <= near
	})
}

// ofOurs says whether what list[i] says of a mailbox or a domain is said of the
// one who sent the mail. It goes back to them as well.
func ofOurs(sentence string, list []saying, i int) bool {
	const near, back = 45, 25
	s := list[i]
	if s.of&(isGone|isThere|isClosed|isFull|ofNone) == 0 {
		return false
	}
	for n, sender := range list {
		if sender.of&ofSender == 0 || distance(sender, s) > near {
			continue
		}
		if n == 0 || list[n-1].of&ofFailure == 0 || n-1 == i && s.of&isClosed != 0 || distance(list[n-1], sender) > back {
			return true
		}
	}
	return aboutUs(sentence, s.from, phrase{text: sentence[s.from:s.to]})
}

// besideBox says whether a word for a mail is part of one for a mailbox, and not that
// of one to an address.
func besideBox(list, addresses []saying, i int) bool {
	const joined = 5 // bytes: " de ", " di ", "-"
	if i+1 < len(list) && slices.ContainsFunc(addresses, func(a saying) bool { return a.from > list[i+1].from && distance(a, list[i+1]) < joined }) {
		return false
	}
	return i+1 < len(list) && list[i+1].of&(ofBox|ofServer) != 0 && list[i+1].from-list[i].end < joined-3 ||
		i > 0 && list[i-1].of&ofBox != 0 && list[i].from-list[i-1].end < joined
}

// isDenied says whether a negation stands near list[i]: before it, or close behind.
func isDenied(list []saying, i int) bool {
	const ahead, behind = 45, 25 // bytes
	for n, s := range list {
		if s.of&(ofNot|ofNone) == 0 || n == i {
			continue
		}
		if d := distance(s, list[i]); n < i && d <= ahead || n > i && d <= behind {
			return true
		}
	}
	return false
}

// lacks says whether list[i] denies a word of some role: it stands right before it,
// as in "no such user", or ends what is said of it, as in "такого адреса у нас нет".
// A word for a mail may stand between: "no mail account". What denies a verb denies
// no noun.
func lacks(sentence string, list []saying, i int, of wordRole) bool {
	const near, far = 12, 40
	s := list[i]
	for n := i + 1; n < min(len(list), i+3); n++ {
		if list[n].of&(ofArrival|ofPassing|ofSpace|isThere|isClosed) != 0 && distance(s, list[n]) <= near {
			return false
		}
		if list[n].of&of != 0 && distance(s, list[n]) <= near {
			return true
		}
	}
	if i == 0 || list[i-1].of&of == 0 || i+1 < len(list) && list[i+1].of&ofNoun == ofMail && distance(s, list[i+1]) <= 1 {
		return false // "the user takes no mail from outside"
	}
	_, rest, _ := strings.Cut(sentence[s.to:], " ")
	ends := strings.Trim(rest, " ,") == "" || strings.HasPrefix(rest, ",")
	return distance(list[i-1], s) <= near || ends && distance(list[i-1], s) <= far
}

// isWrittenTo says whether a word for a mail stands right before an address, as where
// one is told to write: "mail joe@kestrel.example".
func isWrittenTo(list []saying, address saying) bool {
	return slices.ContainsFunc(list, func(s saying) bool {
		return s.of&ofNoun == ofMail && s.end <= address.from && address.from-s.end <= 1
	})
}

// labelsRecipient says whether a word for the recipient stands right before an
// address: "Empfänger: dana@kestrel.example".
func labelsRecipient(list []saying, address saying) bool {
	const near = 6
	return slices.ContainsFunc(list, func(s saying) bool {
		return s.of&ofRecipient != 0 && s.end <= address.from && address.from-s.end <= near
	})
}

// nearest gives the noun that stands nearest to a word. A domain goes before its
// recipient: "the recipient's domain".
func nearest(sentence string, nouns []saying, s saying, far int) saying {
	const within = 30
	var best saying
	least := far + 1
	for _, n := range nouns {
		switch {
		case s.of&isFull != 0 && n.of == ofMail:
			continue // "takes no more mail, it is full"
		case n.of == ofFault && strings.HasPrefix(sentence[n.end:], " :"):
			continue // "Reason: unknown user"
		}
		if n == s || n.of&(ofServer|ofFault) != 0 && n.from > s.from && (n.of == ofServer || distance(n, s) > 1) {
			continue // "not found on this server", "removed for lack of use"
		}
		if g := distance(n, s); g < least || g == least && n.end <= s.from {
			best, least = n, g
		}
	}
	if best.of&ofRecipient != 0 {
		for _, n := range nouns {
			if n.of&ofHost != 0 && distance(n, best) <= within {
				return n
			}
		}
	}
	return best
}

// distance is the number of bytes between two words.
func distance(a, b saying) int {
	if a.from > b.from {
		a, b = b, a
	}
	return max(0, b.from-a.end)
}

// pause stands for a comma: what is parted by one is farther apart than its letters
// tell.
const pause = " ,,,,,,,,,,,, "

// reportSentences parts a text into sentences, each folded, its words between
// single spaces, and every address a "@" where stranger says so.
func reportSentences(text string, stranger func(string) bool) []string {
	const most = 200
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 && len(out) < most {
			out = append(out, " "+strings.Join(strings.Fields(b.String()), " ")+" ")
		}
		b.Reset()
	}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), ">") {
			continue // what is quoted is ours
		}
		for word := range strings.FieldsSeq(maskAddresses(line, stranger)) {
			if strings.Contains(word, "://") {
				continue
			}
			ends := false
			word = fold(elided.Replace(word))
			for i, r := range word {
				switch {
				case r == '@' || !notWordRune(r) || r >= utf8.RuneSelf && !strings.ContainsRune("。、，．！？「」『』（）《》：；«»“”„‘’…–—·،؛؟", r):
					if ends {
						flush()
						ends = false
					}
					b.WriteRune(r)
				case r == '?' || r == '？' || r == '؟':
					b.WriteByte('?')
					ends = true
				case r == '.' || r == '!' || r == ';' || r == '。' || r == '！' || r == '；':
					ends = i+utf8.RuneLen(r) >= len(word) || r >= utf8.RuneSelf
					if !ends {
						b.WriteByte(' ')
					}
				case r == '-' && i > 0:
					b.WriteByte('-')
				case r == ':' || r == '：':
					b.WriteString(" : ")
				case r == ',' || r == '，' || r == '、' || r == '،':
					if startsOneOf(greetsAnybody, strings.TrimSpace(b.String())) {
						flush()
					}
					b.WriteString(pause)
				default:
					b.WriteByte(' ')
				}
			}
			if ends {
				flush()
			} else {
				b.WriteByte(' ')
			}
		}
	}
	flush()
	return out
}

// elided takes apart what Romance languages run together: "l'adresse", "dell'utente".
var elided = strings.NewReplacer("l'", "l' ", "l’", "l’ ", "L'", "L' ", "L’", "L’ ", "d'", "d' ", "d’", "d’ ", "n'", "n' ", "n’", "n’ ", "qu'", "qu' ", "qu’", "qu’ ", "s'", "s' ", "s’", "s’ ", "n't", "n't", "n’t", "n’t")

// maskAddresses puts a "@" for each address that may be a recipient's, and
// nothing for the others.
func maskAddresses(line string, stranger func(string) bool) string {
	if !strings.Contains(line, "@") {
		return line
	}
	var b strings.Builder
	from := 0
	for at := 0; at < len(line); at++ {
		if line[at] != '@' {
			continue
		}
		start, end := at, at+1
		for start > from && isLocalByte(line[start-1]) {
			start--
		}
		for end < len(line) && isDomainByte(line[end]) {
			end++
		}
		for end > at+1 && line[end-1] == '.' {
			end--
		}
		b.WriteString(line[from:start])
		b.WriteByte(' ')
		if start < at && end > at+1 && stranger(strings.ToLower(line[start:end])) {
			b.WriteString("@ ")
		}
		from, at = end, end-1
	}
	b.WriteString(line[from:])
	return b.String()
}
