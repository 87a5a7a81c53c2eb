package replies

import (
	"net/mail"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer is who sent the mail, as far as it helps to find their name under it.
type writer struct {
	names  []string // folded words of the display name
	local  string   // folded local part
	labels []string // folded words of the domain, without the top level
	locals []string // folded words of the local part
	called []string // folded names by which our own mail calls them
	reader []string // folded names of whom they write to
}

func newWriter(from []mail.Address) writer {
	var w writer
	if len(from) == 0 {
		return w
	}
	for _, n := range strings.FieldsFunc(fold(from[0].Name), notWordRune) {
		if len(w.names) < 12 {
			w.names = append(w.names, n)
		}
	}
	local, domain, _ := strings.Cut(from[0].Address, "@")
	w.local = fold(local)
	w.locals = strings.FieldsFunc(w.local, func(r rune) bool { return !unicode.IsLetter(r) })
	parts := strings.Split(fold(domain), ".")
	for _, p := range parts[:max(0, len(parts)-1)] {
		for _, label := range strings.FieldsFunc(p, notWordRune) {
			if len(label) > 3 && !oneOf("mail|email|smtp|www|gmail|outlook|hotmail|yahoo|web|gmx|icloud|proton|protonmail|example", label) {
				w.labels = append(w.labels, label)
			}
		}
	}
	return w
}

// writingTo notes the names of whom the mail is written to.
func (w writer) writingTo(to []mail.Address) writer {
	const most = 8
	for _, a := range to {
		for _, n := range strings.FieldsFunc(fold(a.Name), notWordRune) {
			if len(w.reader) < most {
				w.reader = append(w.reader, n)
			}
		}
	}
	return w
}

// calledIn notes the names by which our mail calls the writer: those in its
// greeting, and those in the field To above it. A club's or a firm's address
// shows no other name of the person who answers.
func (w writer) calledIn(sent string, quoted []line) writer {
	const mostLines, mostNames = 16, 8
	seen := 0
	look := func(text string) bool {
		s := strings.TrimSpace(text)
		if s == "" {
			return true
		}
		names := ""
		if kind, value := labelOf(s); kind == labelTo {
			names, _, _ = strings.Cut(value, "<")
		} else {
			names = greeted(s)
		}
		seen++
		for _, word := range strings.FieldsFunc(names, notWordRune) {
			r, size := utf8.DecodeRuneInString(word)
			if low := fold(word); unicode.IsUpper(r) && size < len(word) && len(low) > 2 && len(w.called) < mostNames && !plainWord(low) && !oneOf(addressing, low) {
				w.called = append(w.called, low)
			}
		}
		return seen < mostLines && greeted(s) == ""
	}
	for s := range strings.Lines(sent[:min(len(sent), maxGreeting)]) {
		if !look(s) {
			break
		}
	}
	for _, l := range quoted {
		if !look(l.text) {
			break
		}
	}
	return w
}

// greetedBy says whether a line greets the writer themselves by name: "Hi Dana,".
func (w writer) greetedBy(s string) bool {
	if s == "" {
		return false
	}
	if kind, _ := closingOf(s); kind != noClosing {
		return false // "Liebe Grüße, Dana."
	}
	found := false
	for _, word := range strings.FieldsFunc(fold(greeted(s)), notWordRune) {
		switch {
		case slices.Contains(w.reader, word):
			return false
		case len(word) > 2 && slices.Contains(w.names, word) && !oneOf(addressing, word) && functionWords()[word] == 0:
			found = true
		}
	}
	return found
}

// quotes says whether a line is nothing but the name of whom the writer writes to
// and a word for "wrote".
func (w writer) quotes(s string) bool {
	const longest = 80
	if len(s) > longest || !strings.HasSuffix(s, ":") {
		return false
	}
	low := fold(s)
	at, verb := lastVerb(low)
	if at <= 0 || strings.Trim(low[at+len(verb):], " :") != "" {
		return false
	}
	return w.namesReader(low[:at])
}

// namesReader says whether words are nothing but the name of whom the writer writes to.
func (w writer) namesReader(low string) bool {
	names := strings.FieldsFunc(low, notWordRune)
	for _, n := range names {
		if !slices.Contains(w.reader, n) {
			return false
		}
	}
	return len(names) > 0
}

// signedByReader says whether lines end with the name of whom the writer writes to,
// a few short lines of a signature and perhaps a postscript.
func (w writer) signedByReader(lines []line) bool {
	const mostLines, longest = 3, 60 // of a signature
	below, signed := 0, false
	for _, l := range lines {
		s := strings.TrimSpace(l.text)
		switch {
		case s == "":
		case !signed:
			signed = w.namesReader(fold(strings.TrimRight(s, ",.")))
		case startsOneOf("p.s|ps|p. s", fold(s)):
			return true // what follows belongs to it
		case len(s) > longest || strings.ContainsAny(s[len(s)-1:], ".!?"):
			return false
		default:
			below++
		}
	}
	return signed && below <= mostLines
}

// maxGreeting bounds how much of our mail is searched for its greeting.
const maxGreeting = 400

// addressing are words of a greeting that are no names, folded.
const addressing = "mr|mrs|ms|miss|madam|sir|dr|prof|herr|frau|herrn|familie|damen|herren|monsieur|madame|mademoiselle|maitre|docteur|messieurs|mesdames|senor|senora|senorita|don|dona|doctor|doctora|licenciado|ingeniero|signor|signora|signore|dottore|dottoressa|dott|avvocato|ingegnere|senhor|senhora|doutor|doutora|meneer|mevrouw|heer|dames|heren|team|all|there|everyone|alle|tous|todos|tutti|allemaal"

// greeted gives what stands behind the words of a greeting on its own line.
func greeted(s string) string {
	const longest, mostWords = 60, 6
	if len(s) > longest || len(strings.Fields(s)) > mostWords || !strings.ContainsAny(s[len(s)-1:], ",!:.") {
		return ""
	}
	low := fold(s)
	if greetingStarts.of(low) == "" {
		return ""
	}
	_, names, _ := strings.Cut(s, " ")
	return names
}

// greetingStarts begin a greeting, folded.
var greetingStarts = newPrefixes("hello |hi |hey |dear |good morning |good afternoon |good evening |good day |morning |evening |greetings |kia ora |howdy |hiya |bore da |sehr geehrte |guten tag |guten morgen |guten abend |hallo |liebe |lieber |moin |servus |gruss gott |gruezi |hoi |sali |bonjour |bonsoir |cher |chere |salut |coucou |estimad|hola |querid|buenos dias |buenas |buen dia |apreciad|buongiorno |buonasera |gentile |gentilissim|egregi|salve |ciao |caro |cara |cari |prezad|ola |oi |bom dia |boa tarde |boa noite |exm|geachte |beste |goedendag |goedemorgen |goedemiddag |dag |hej |kaere ")

func notWordRune(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// nameMatch says how surely a line is the writer's name.
type nameMatch byte

const (
	notName    nameMatch = iota
	likelyName           // a lone word that may be a nickname or initials
	surelyName           // their first name, full name or initials
)

// kisses stand before or behind a name.
const kisses = "x|xx|xxx|xo|xoxo"

// match looks at a line that may be a name, alone or followed by a title.
func (w writer) match(s string) nameMatch {
	s = trimMarks(s)
	const longest = 90
	if s == "" || len(s) > longest {
		return notName
	}
	low := fold(s)
	words := strings.FieldsFunc(low, notWordRune)
	for len(words) > 1 && oneOf(kisses, words[0]) {
		words, s = words[1:], strings.TrimSpace(s[strings.IndexByte(s+" ", ' '):])
	}
	if len(words) == 0 {
		return notName
	}
	if w.full(words) {
		return surelyName
	}
	if w.called != nil || len(w.locals) > 0 {
		if first, last := words[0], words[len(words)-1]; !strings.ContainsAny(s, ":@") && len(words) <= 4 && namelike(s) && (w.calls(first) || w.calls(last)) && !holdsPlainWord(words) {
			return surelyName
		}
	}
	if len(words) == 1 || len(words) == 2 && oneOf("x|xx|xo|i|jr|sr|v|w|m|f", words[1]) {
		return w.nick(s, words[0])
	}
	if !strings.Contains(s, ":") && len(words) <= 3 && len(words[len(words)-1]) > 2 && contains(w.names, words[len(words)-1]) && namelike(s) {
		return surelyName // a short form before the family name
	}
	if len(w.names) == 0 && !strings.Contains(s, ":") && (len(words) == 2 || len(words) == 3) && len(words[len(words)-1]) > 3 && strings.Contains(w.local, words[len(words)-1]) && namelike(s) {
		return surelyName // the address has the family name
	}
	if letters := strings.Join(words, ""); len(words) > 1 && len(letters) == len(words) && w.initials(letters) {
		return surelyName // "D. V.", "R. B-O."
	}
	return notName
}

// calls says whether our mail or their address calls the writer so.
func (w writer) calls(low string) bool {
	const shortest = 3
	return len(low) >= shortest && (contains(w.called, low) || contains(w.locals, low)) && !oneOf(addressing, low)
}

// holdsPlainWord says whether a word among them is none of a name.
func holdsPlainWord(words []string) bool {
	known := functionWords()
	for _, word := range words {
		if plainWord(word) || known[word] != 0 && !particle(word) {
			return true
		}
	}
	return false
}

// namelike says whether every word of s starts with a capital.
func namelike(s string) bool {
	for _, word := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) && !particle(word) {
			return false
		}
	}
	return true
}

// full says whether the line starts with the writer's name: every word a name
// of theirs, an initial or a title, up to what follows a comma or a bar.
func (w writer) full(words []string) bool {
	hits := 0
	for i, word := range words {
		switch {
		case contains(w.names, word) && len(word) > 1:
			hits++
		case oneOf("x|xx|xxx|xo|xoxo|dr|prof|med|mr|mrs|ms|herr|frau|ing|dipl|mag|ra|ia|iv|i|a|v|ppa|mba|msc|ir|drs|lic|dott|avv|sra|sr|dra|don|dona|m|mme|jr|she|her|he|him|his|they|them|phd|esq", word):
		case len(word) == 1 && w.hasInitial(word[0]):
		case oneOf("von|van|de|der|den|del|di|da|du|la|le|y|e|the|and|team|und", word):
		case hits == 1 && isDigitByte(word[0]):
			return false // "Dana 2" counts something
		default:
			return hits >= 2 || hits == 1 && (i == len(words)-1 && len(words) <= 3 || len(w.names) == 1 && i <= 2)
		}
	}
	return hits >= 1 && (hits >= 2 || len(words) <= 3)
}

func (w writer) hasInitial(c byte) bool {
	for _, n := range w.names {
		if n[0] == c {
			return true
		}
	}
	return w.local != "" && w.local[0] == c
}

// initials says whether s is made of the first letters of the writer's names.
func (w writer) initials(s string) bool {
	if len(s) == 0 || len(s) > 4 || len(w.names) == 0 {
		return false
	}
	at := 0
	for _, n := range w.names {
		if at < len(s) && n[0] == s[at] {
			at++
		}
	}
	return at == len(s)
}

// nick tells the first name, initials and short forms from other lone words.
func (w writer) nick(s, low string) nameMatch {
	if w.initials(low) && len(low) <= 3 {
		return surelyName
	}
	for _, n := range w.names {
		if n == low {
			return surelyName
		}
		const shortestEnd = 4 // "Yati" of Norhayati
		if len(low) >= 2 && len(low) < len(n) && (strings.HasPrefix(n, low) || len(low) >= shortestEnd && strings.HasSuffix(n, low) || len(low) >= 3 && strings.HasPrefix(n, low[:len(low)-1])) && !plainWord(low) {
			return surelyName
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	const longestNick = 12
	if !unicode.IsUpper(r) || utf8.RuneCountInString(s) > longestNick || plainWord(low) || strings.IndexFunc(low, unicode.IsDigit) >= 0 {
		return notName
	}
	if len(w.names) == 0 {
		if w.local != "" && strings.HasPrefix(w.local, low) {
			return surelyName
		}
		return likelyName
	}
	for _, n := range w.names {
		const stem = 3 // "Gerry" of Geraldine
		if n[0] == low[0] && (isShortForm(low, n) || len(low) > stem && len(n) >= len(low) && n[:stem] == low[:stem]) {
			return surelyName
		}
	}
	if oneOf(shortForms, low) {
		return surelyName
	}
	return likelyName
}

// shortForms are nicknames that share few letters with their name, folded.
const shortForms = "bob|bobby|bert|bill|billy|dick|jack|jim|jimmy|ted|ned|chuck|hank|harry|peggy|meg|liz|lizzie|beth|betty|bess|kate|kitty|sandy|sally|polly|molly|mitch|mick|mike|nick|nell|nan|nancy|gus|fritz|franzi|hansi|jupp|sepp|sigi|uli|uschi|resi|steffi|toni|tony|kalle|lasse|pelle|micke|jocke|gigi|beppe|peppe|pippo|nando|mimmo|lele|pepe|pepa|paco|paca|nacho|pancho|quique|kike|chema|lola|charo|concha|chus|lucho|pepi|ze|chico|joca|guga|beto|leco|dede|kees|sjaak|jaap|wim|rik|loes|kuba|zosia|kasia|gosia|tomek|bartek|honza|jirka|pepik|misha|sasha|vanya"

// isShortForm says whether the letters of short stand in long in that order.
func isShortForm(short, long string) bool {
	at := 0
	for i := 0; i < len(long) && at < len(short); i++ {
		if long[i] == short[at] {
			at++
		}
	}
	return at >= len(short)-1
}

// plainWord says whether a lone word is more likely an answer than a name.
func plainWord(low string) bool { return loneWords.has(low) }

// loneWords are such words, folded.
var loneWords = newWordset("yes|no|nope|yep|yeah|yup|ok|okay|sure|stop|remove|unsubscribe|thanks|thx|perfect|great|fine|good|done|agreed|deal|maybe|interested|call|please|sorry|hello|hi|hey|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|later|never|now|received|noted|correct|right|wrong|cancel|price|pricing|info|more|why|who|what|when|where|how|test|hm|hmm|lol|haha|wow|nice|cool|absolutely|definitely|unfortunately|none|nothing|everything|both|neither|all|and|but|or|me|you|him|her|us|them|it|out|in|at|on|to|of|is|was|end|enough|delete|spam|abuse|go|so|not|any|each|one|two|three|four|five|six|ten|next|ps|pps|btw|asap|fyi|nb|" +
	"ja|nein|nee|danke|gerne|gern|klar|genau|abmelden|erhalten|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|leider|passt|super|prima|stimmt|kein|keine|nichts|bitte|vielleicht|alles|gut|schade|" +
	"oui|non|merci|parfait|bonjour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|rien|daccord|desinscription|" +
	"si|gracias|perfecto|claro|hola|baja|vale|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|bueno|nada|" +
	"grazie|perfetto|certo|ciao|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|niente|bene|cancellami|" +
	"sim|nao|obrigado|obrigada|perfeito|ola|remover|segunda|terca|quarta|quinta|sexta|amanha|" +
	"bedankt|prima|graag|afmelden|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|niets|goed|tak|takk|tack|kiitos|nej|nei|evet|hayir|nie|tak|ano|ne|da")

// organisation says whether a line names the writer's firm: the display name or
// the domain's words, or a legal form at its end.
func (w writer) organisation(low string) bool {
	words := strings.FieldsFunc(strings.ReplaceAll(low, "&", " and "), notWordRune)
	if len(words) == 0 {
		return false
	}
	flat := strings.Join(words, "")
	for _, l := range w.labels {
		if contains(words, l) || len(l) > 5 && strings.Contains(flat, l) {
			return true
		}
	}
	hits := 0
	for _, n := range w.names {
		if len(n) > 2 && contains(words, n) {
			hits++
		}
	}
	return hits >= 2
}
