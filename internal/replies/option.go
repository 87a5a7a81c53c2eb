package replies

import (
	"slices"
	"strings"
)

// digit is the one number or letter that is the whole answer; sure says that it
// can be nothing else. What is refused isn't it: "not 2, rather 1". Where no other
// is left, refused says so.
func (a *argument) digit() (n string, sure, refused, ok bool) {
	const most = 8 // words, with courtesies
	tokens := a.prose.tokens
	if len(tokens) == 0 || len(tokens) > most {
		return "", false, false, false
	}
	var picked, dropped []string
	last := -1                   // the number before
	no, numero := false, false   // a "not" stands before, in the clause; "No. 2"
	letter := func(i int) bool { // token i is a letter that may be picked
		t := tokens[i]
		return t.kind == wordToken && len(t.word) == 1 && strings.Contains("abcdef", t.word) &&
			(len(tokens) == 1 || t.upper && i > 0 && (optionWords[tokens[i-1].word] || !t.breaks && t.sentence == tokens[i-1].sentence))
	}
	for i, t := range tokens {
		word := t.word
		number := spelledNumbers[word]
		if t.kind == numberToken && len(word) == 1 || letter(i) || i == 0 && a.firstOf(letter) {
			number, sure = word, true
		}
		if t.breaks || i > 0 && t.sentence != tokens[i-1].sentence || turnWords[word] {
			no = word == "but" && i > 0 && tokens[i-1].word == "all"
		}
		switch {
		case number != "":
			picked, last = append(picked, number), i
			if no {
				dropped = append(dropped, number)
			}
		case last >= 0 && (last == i-1 && !t.breaks || i+1 == len(tokens)) && (noWords[word] || keepWords[word]):
			dropped = append(dropped, picked[len(picked)-1]) // "3 is a no"
		case !optionWords[word] && !courtesies[word] && !yesWords[word] && !noWords[word] && !keepWords[word]:
			return "", false, false, false
		}
		no = no || noWords[word] || keepWords[word] && word != "surtout" // "surtout la 2" picks
		numero = numero || a.numero(i)
	}
	if len(picked) > 1 || !numero {
		left := slices.DeleteFunc(slices.Clone(picked), func(n string) bool { return slices.Contains(dropped, n) })
		if refused = len(picked) > len(left) && len(left) == 0; !refused {
			picked = left
		}
	}
	if !refused && a.holds(0, len(tokens), yesWords) {
		sure = false // "ok 3 it is" may take a time
	}
	return strings.Join(picked, " "), sure, refused, len(picked) == 1 || sure && len(picked) > 1
}

// firstOf says whether the answer begins with a letter that is picked beside
// another: "A, not C".
func (a *argument) firstOf(letter func(int) bool) bool {
	tokens := a.prose.tokens
	if len(tokens) == 1 || !tokens[0].upper || len(tokens[0].word) > 1 || !strings.Contains("abcdef", tokens[0].word) {
		return false
	}
	next := tokens[1]
	apart := next.breaks || next.sentence > 0 || beginsWithOne(a.prose.text[tokens[0].end:], ".")
	if !apart && !noWords[next.word] && !keepWords[next.word] && !andWords[next.word] && !eitherWords[next.word] && !turnWords[next.word] {
		return false // Portuguese "A C", "A opção C"
	}
	for i := range tokens[1:] {
		if letter(i + 1) {
			return true
		}
	}
	return false
}

// numero says whether token i is short for "number": "No. 2", "no 2".
func (a *argument) numero(i int) bool {
	tokens := a.prose.tokens
	if tokens[i].word != "no" || i+1 == len(tokens) {
		return false
	}
	return beginsWithOne(a.prose.text[tokens[i].end:], ".") || i == 0 && tokens[1].kind == numberToken && !tokens[1].breaks
}

// turnWords end what a "not" before them refuses: "not 2 but 3".
var turnWords = wordSet(`but sondern sino ma mas maar aber pero mais rather better lieber mejor meglio melhor liever then dann alors entonces allora entao dan i ich je`)

// spelledNumbers are the numbers of options in words. Those that are articles too are left out.
var spelledNumbers = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4",
	"eins": "1", "zwei": "2", "drei": "3", "vier": "4",
	"deux": "2", "trois": "3", "quatre": "4",
	"uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
	"due": "2", "tre": "3", "quattro": "4",
	"dois": "2", "duas": "2", "quatro": "4",
	"twee": "2", "drie": "3",
}

var optionWords = wordSet(`number option nr no nummer numero nummero opcion opzione opcao optie variante variant answer antwort antwoord reponse respuesta risposta resposta choice choix eleccion scelta escolha keuze letra lettre buchstabe letter lettera please bitte die der das la le el il lo o a os the l het de con with mit avec com met i take ich nehme je prends prendo tomo fico kies then dann alors entonces allora entao dan rather lieber better mejor meglio melhor liever and or und oder et ou y o e en of sondern sino ma mas maar aber pero mais but`)

// picked reads an answer that names one of the things that our mail offers. "0 %"
// and "<3" name none.
func (a *argument) picked() (verdict, bool) {
	const most = 16 // words, with those behind the pick
	if len(a.prose.tokens) == 0 || !a.short(most) || strings.ContainsAny(a.prose.text, "%€$£°<") {
		return verdict{}, false
	}
	ours, p := a.ours(), a.oursApart()
	offers := offered(p)
	if n, sure, refused, ok := a.digit(); ok {
		o := signed(offers, ours, n)
		if o.text != "" && !refused && !a.asksBack() {
			return a.take(o), true
		}
		if sure || o.text != "" && refused {
			return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "context.number", Text: clip(strings.TrimSpace(a.prose.text), 200)}}}, true
		}
	}
	return a.pick(p, offers, ours)
}

// take reads the offer that was picked. What our question says of them can be no
// demand of theirs: "do your presses run on (1) or stop (2)?" Nor is the deletion
// of data that we ask about: it may be work that we offer.
func (a *argument) take(o offer) verdict {
	v := a.option(o.text)
	if v.Intent == IntentOptOut && o.they || o.asked && parse(o.text).deletesData() {
		v = verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: v.Evidence[len(v.Evidence)-1:]}
	}
	return v
}

// signed is the offer that a number or letter of our mail stands for, without
// words where that can't be told.
func signed(offers []offer, ours, n string) offer {
	signs := false
	for _, o := range offers {
		signs = signs || !o.word
		if !o.word && o.mark == n {
			return o
		}
	}
	if text := scaleEnd(ours, n); text != "" {
		return offer{mark: n, text: text}
	}
	if signs {
		return offer{mark: n}
	}
	return offer{mark: n, text: optionText(ours, n)}
}

// scaleEnd is what our mail says in brackets of a number of a scale: "from 0 (never
// mail me again) to 10 (call me)".
func scaleEnd(ours, n string) string {
	for rest := ours; ; {
		_, after, ok := strings.Cut(rest, n+" (")
		if !ok {
			return ""
		}
		before := rest[:len(rest)-len(after)-len(n)-len(" (")]
		text, _, closed := strings.Cut(after, ")")
		if closed && !endsWithOne(before, "0123456789.,") && strings.Contains(text, " ") && (before == "" || endsWithOne(before, spaces)) {
			return text
		}
		rest = after
	}
}

// zeroWords are the least of a scale in words.
var zeroWords = wordSet(`zero nought null cero nul`)

// bullets are the lines of our mail that dashes or dots set off, by their place.
func bullets(ours string) []offer {
	var out []offer
	for line := range strings.Lines(ours) {
		line = strings.TrimSpace(line)
		if text := strings.TrimLeft(line, "-–*•"); text != line && beginsWithOne(text, spaces) {
			out = append(out, offer{mark: string(rune('1' + len(out))), text: strings.TrimSpace(text)})
		}
	}
	if len(out) < 2 || len(out) > 9 {
		return nil
	}
	return out
}

// pick finds the one offer that the first clause names, with no more behind it
// than courtesy: "La 2, sans hésiter", "c mate", "the latter, please".
func (a *argument) pick(p *prose, offers []offer, ours string) (verdict, bool) {
	tokens := a.prose.tokens
	if v, ok := a.pickWord(offers); ok {
		return v, true
	}
	i := a.afterLead()
	if i == len(tokens) {
		return verdict{}, false
	}
	if n, to := a.ordinal(i); to > i {
		if len(offers) == 0 {
			offers = bullets(ours)
		}
		return a.pickOrdinal(p, offers, ours, n, i, to)
	}
	n := tokens[i].word
	if number := spelledNumbers[n]; number != "" {
		n = number
	}
	if zeroWords[n] {
		n = "0"
	}
	if len(n) != 1 {
		return verdict{}, false
	}
	rest, ok := a.behind(i + 1)
	if !ok || rest < len(tokens) && p.asksHowMany() {
		return verdict{}, false // "0, all of it is let" tells a number
	}
	o := signed(offers, ours, n)
	if o.text == "" {
		return verdict{}, false
	}
	return a.settled(rest, tokens[i].word, a.take(o))
}

// afterLead is where the pick begins: behind "the", "number", "I'd take".
func (a *argument) afterLead() int {
	const most = 5 // words
	tokens := a.prose.tokens
	i := 0
	for i < len(tokens) && i < most && tokens[i].kind == wordToken && tokens[i].sentence == 0 && leadWords[tokens[i].word] {
		if noWords[tokens[i].word] && !a.numero(i) {
			break // "No, c": is it c? And "no one" isn't the first.
		}
		if len(tokens[i].word) == 1 && (i+1 == len(tokens) || tokens[i+1].breaks || tokens[i+1].sentence > 0 || vocatives[tokens[i+1].word] || politeWords[tokens[i+1].word]) {
			break // a letter that is the pick
		}
		i++
	}
	return i
}

// leadWords stand before what is picked.
var leadWords = wordSet(`number option nr no nummer numero nummero opcion opzione opcao optie variante variant answer antwort antwoord reponse respuesta risposta resposta choice choix eleccion scelta escolha keuze letra lettre buchstabe letter lettera
the die der das den la le el il lo o a l het de i id ill take choose prefer rather prefers ich nehme wahle lieber je prends choisis prefere tomo elijo prefiero mejor prendo scelgo preferisco meglio fico quero prefiro melhor ik kies neem liever then dann alors entonces allora entao dan pues well also donc oh ok okay hi hello hallo hola bonjour ciao ola hoi`)

// behind says whether the pick that ends before token i stands by itself, and
// where the rest begins: courtesies and a vocative still belong to it.
func (a *argument) behind(i int) (rest int, ok bool) {
	tokens := a.prose.tokens
	if i < len(tokens) && i > 0 {
		if between := a.prose.text[tokens[i-1].end:tokens[i].start]; between == "" || strings.Contains("'’`´-/+&", between) {
			return 0, false // "d'accord", "X-ray"
		}
	}
	last := tokens[i-1].sentence
	for i < len(tokens) {
		t := tokens[i]
		switch {
		case t.sentence != last || t.breaks || t.kind == emojiToken:
			return i, true
		case politeWords[t.word], vocatives[t.word] && tokens[i-1].word != "1": // "1 hija" is a daughter
		case t.kind == wordToken && t.upper && callingWords[tokens[i-1].word]:
		default:
			return 0, false
		}
		i++
	}
	return i, true
}

// politeWords are the courtesies that follow a pick at once.
var politeWords = wordSet(`please pls plz thanks thank you thx cheers ta then it is sorry bitte danke dank gern gerne dann merci svp gracias porfa favor por grazie per obrigado obrigada bedankt graag alstublieft aub hoor`)

// vocatives call the reader.
var vocatives = wordSet(`mate pal bud buddy dude love dear sir madam maam friend boss cobber luv
mein meine lieber liebe herr frau
monsieur madame cher chere chef mon ami
hija hijo hombre mujer guapa guapo tio tia majo maja senor senora amigo amiga
caro cara signora signor dottore dottoressa
querido querida dona doutor
meneer mevrouw jongen meid maat jongedame beste`)

var callingWords = wordSet(`mr mrs ms herr frau monsieur madame m mme senor senora don dona signor signora sr sra dottor meneer mevrouw dear lieber liebe cher chere caro cara querido querida beste cheers thanks danke merci`)

// settled is the pick that reads as v, with what stands from token rest on. An end
// that is in doubt is held: a person's to read.
func (a *argument) settled(rest int, own string, v verdict) (verdict, bool) {
	if !a.idle(rest, own, v) {
		return verdict{}, false
	}
	if endsMail(v) && a.takenBack(rest, own) {
		v = verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: v.Evidence[len(v.Evidence)-1:]}
	}
	return v, true
}

// endsMail says whether a pick ends our mail, or the talk.
func endsMail(v verdict) bool { return v.Intent == IntentOptOut || v.Intent == IntentNotInterested }

// idle says whether what stands from token rest on adds nothing to a pick, which
// reads as v: few words, no rule's, no question, no number, no time, no "but".
func (a *argument) idle(rest int, own string, v verdict) bool {
	const most = 7
	tokens := a.prose.tokens
	if len(tokens)-rest > most {
		return false
	}
	ends := endsMail(v)
	for topic, hits := range a.hits {
		told := topic == topicShares && !isDigit(own) // a number may be all that they tell
		if told || topic == topicAck || topic == topicGuard || ends && (topic == topicDecline || topic == topicWrong) {
			continue
		}
		if slices.ContainsFunc(hits, func(h hit) bool { return h.to > rest && !a.polite(h.from, h.to) && !a.agrees(h.from, h.to) }) {
			return false
		}
	}
	if a.asksBack() {
		return false
	}
	if rest+1 < len(tokens) && andWords[tokens[rest].word] && !politeWords[tokens[rest+1].word] {
		return false // "twee, en een in Gent"
	}
	for i := rest; i < len(tokens); i++ {
		t := tokens[i]
		if t.word == own {
			continue // "lo segundo, hija, lo segundo"
		}
		_, clock := readClock(a.prose, i)
		if t.kind == numberToken || t.kind == linkToken || t.kind == addressToken || spelledNumbers[t.word] != "" || clock || doubtWords[t.word] && !(i+1 < len(tokens) && politeWords[tokens[i+1].word]) {
			return false
		}
		if denialWords[t.word] && !withoutWords[t.word] && !ends {
			return false
		}
	}
	return !slices.ContainsFunc(a.found, func(m mention) bool { return m.to > rest })
}

// takenBack says whether what stands from token rest on takes an end back, puts it
// off, or may do so. In the pick's own sentence only courtesies, the pick itself
// and a refusal surely don't.
func (a *argument) takenBack(rest int, own string) bool {
	tokens := a.prose.tokens
	all := len(tokens)
	_, place := ordinals[own]
	place = place || isDigit(own) || len(own) == 1
	denied := a.holds(rest, all, denialWords)
	if denied && (a.holds(rest, all, deleteWords) || a.holds(rest, all, quitWords)) {
		return true // "don't delete me"
	}
	told := false // the clause tells what the thanks are for, or without what
	for i := rest; i < all; i++ {
		t := tokens[i]
		last := i+1 == all || tokens[i+1].breaks || tokens[i+1].sentence != t.sentence // of its clause
		switch polite := politeWords[t.word] || !last && politeWords[tokens[i+1].word]; {
		case onWords[t.word], stayWords[t.word], t.word == "on" && goWords[tokens[i-1].word], a.forAWhile(i) && !polite:
			return true
		case yesWords[t.word] && !politeWords[t.word] && (denied || !place):
			return true // "no, of course yes": a yes to a number is to that number
		case noWords[t.word] && last && !noWords[own]:
			return true // "c - no"
		}
		told = told && !t.breaks || thanksWords[t.word] || withoutWords[t.word] || sorryWords[t.word] && !last && aboutWords[tokens[i+1].word]
		switch {
		case t.sentence != tokens[rest-1].sentence, told, t.word == own, t.kind == emojiToken:
		case politeWords[t.word], sorryWords[t.word], regretWords[t.word], articles[t.word], vocatives[t.word] && last, t.upper && callingWords[tokens[i-1].word]:
		case noWords[own] && (noWords[t.word] || neverWords[t.word] || t.word == "not"), yesWords[t.word], doubtWords[t.word] && !last && politeWords[tokens[i+1].word]:
		case a.refuses(i):
		default:
			return true
		}
	}
	return false
}

// refuses says whether token i belongs to a refusal: "c, we have all we need".
func (a *argument) refuses(i int) bool {
	in := func(h hit) bool { return h.from <= i && i < h.to }
	return slices.ContainsFunc(a.hits[topicDecline], in) || slices.ContainsFunc(a.hits[topicWrong], in)
}

var (
	stayWords   = wordSet(`stay bleiben bleib bleibe bleiben restons restez reste sigamos seguimos restiamo resti fiquemos`)
	thanksWords = wordSet(`thanks thank thx ta cheers danke dank merci gracias grazie obrigado obrigada bedankt`)
	sorryWords  = wordSet(`sorry tut mir leid desole desolee lo siento mi dispiace desculpe het spijt me`)
	aboutWords  = wordSet(`about for to`)
	regretWords = wordSet(`im afraid unfortunately leider malheureusement lamentablemente purtroppo infelizmente helaas
for me us that thats its all good ever once and of course definitivement endgultig endgueltig definitivo
best kind wishes regards luck vielen alles gute viel gluck bonne journee continuation cordialement saludos saluti buona giornata bom dia cumprimentos groet groeten gruss grusse`)
)

// isDigit says whether a pick is a number, in digits or as a word.
func isDigit(pick string) bool {
	return spelledNumbers[pick] != "" || len(pick) == 1 && pick[0] >= '0' && pick[0] <= '9'
}

// asksBack says whether the answer has a question: "2?"
func (a *argument) asksBack() bool {
	return slices.ContainsFunc(a.prose.sentences, func(s sentence) bool { return s.question })
}

// polite says whether tokens[from:to] are courtesies: a rule that takes "please"
// for a wish is right elsewhere.
func (a *argument) polite(from, to int) bool {
	return !slices.ContainsFunc(a.prose.tokens[from:to], func(t token) bool {
		return !politeWords[t.word] && !courtesies[t.word] && !vocatives[t.word]
	})
}

var andWords = wordSet(`and und et y e ed en`)

// doubtWords take a pick back, or half of it.
var doubtWords = wordSet(`but aber doch mais pero ma mas maar however though unless if wenn falls si se als or oder perhaps maybe possibly vielleicht peut quizas quiza acaso forse talvez misschien joking kidding joke scherz spass witz blague rigole broma scherzo brincadeira grapje only nur solo seulement alleen first erst primero prima primeiro eerst back again later wait warte warten attendez espera espere aspetta aspetti wacht spater wieder until bis`)

// pickWord reads an answer that is one of the words that our mail offers. Where
// our mail leaves open what the word leads to, it is read like any other.
func (a *argument) pickWord(offers []offer) (verdict, bool) {
	tokens := a.prose.tokens
	for _, o := range offers {
		if !o.word || o.vain || o.text == "" || politeWords[o.mark] && !yesWords[o.mark] {
			continue // "people say 'thanks' and never hear from me again"
		}
		words := strings.Count(o.mark, " ") + 1
		if words > len(tokens) || a.prose.words(0, words) != o.mark || tokens[words-1].sentence > 0 {
			continue
		}
		rest, ok := a.behind(words)
		if !ok {
			return verdict{}, false
		}
		v := a.take(o)
		if v.Intent == IntentUnclear {
			return v, false
		}
		return a.settled(rest, o.mark, v)
	}
	return verdict{}, false
}

// asksHowMany says whether our mail asks for a number.
func (p *prose) asksHowMany() bool {
	return slices.ContainsFunc(p.sentences, func(s sentence) bool { return s.question && p.says(s, countWords) })
}

var countWords = wordSet(`many much wieviel wieviele viele viel combien cuantos cuantas cuanto cuanta quanti quante quanto quanta quantos quantas hoeveel`)

// lineWord reads an answer that says the word at the beginning of a line of ours, one of a
// list, which ends our mail: "green - call me", "red - take me off".
func (a *argument) lineWord(p *prose) (verdict, bool) {
	lines := p.wordLines()
	if len(lines) < 2 {
		return verdict{}, false
	}
	ending, said := -1, 0
	for n, l := range lines {
		if at, _ := a.clauseOf(p.tokens[l.from:l.from+1], false); at >= 0 {
			ending, said = n, said+1
		}
	}
	if said != 1 {
		return verdict{}, false
	}
	l := lines[ending]
	at, end := a.clauseOf(p.tokens[l.from:l.from+1], false)
	v := a.option(p.wording(l.from+1, l.to))
	if v.Intent != IntentOptOut || a.asksBack() || a.wantsBeside(at, end) || a.holds(end, len(a.prose.tokens), doubtWords) {
		return verdict{}, false
	}
	v.Evidence = append([]Evidence{{Rule: "context.codeword", Text: a.prose.quote(at, end)}}, v.Evidence...)
	return v, true
}

// wordLines are the lines of ours that begin with a word and a dash or the like, two and
// more in a row. A word that people write anyway is none.
func (p *prose) wordLines() []sentence {
	var lines []sentence
	named := false // the line that is read begins so
	for i := range p.tokens {
		if i > 0 && !strings.Contains(p.text[p.tokens[i-1].end:p.tokens[i].start], "\n") {
			continue
		}
		if named {
			lines[len(lines)-1].to = i
		}
		before := named
		named = i+1 < len(p.tokens) && p.setOff(i) && !p.plainSpeech(i, i+1)
		if named && !before {
			if len(lines) >= 2 {
				return lines // what follows is another list
			}
			lines = lines[:0]
		}
		if named {
			lines = append(lines, sentence{from: i, to: len(p.tokens)})
		}
	}
	return lines
}

// setOff says whether a dash or the like stands between the word i and the next of its line.
func (p *prose) setOff(i int) bool {
	between := p.text[p.tokens[i].end:p.tokens[i+1].start]
	sign := strings.Trim(between, " \t")
	return p.tokens[i].kind == wordToken && len(p.tokens[i].word) > 1 && slices.Contains([]string{"-", "–", "—", "=", ":", "→"}, sign)
}
