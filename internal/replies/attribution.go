package replies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// attribution lines stand above a quote: "On Tue, 3 Mar 2026 at 10:00, Mara
// <mara@kestrel.example> wrote:". Clients write them in the user's language and
// wrap them anywhere; no list holds them all, so a line with a bracketed
// address, a date and a colon at its end counts in any language.

// attributionVerbs are the words for "wrote", folded.
var attributionVerbs = newPhrasebook("zitat von|quoting |citando a |citando |citat fran |citerar |citaat van |lainaus |cytat z |cytowanie |citace |wrote|writes|schrieb|schreibt|geschrieben|a ecrit|ecrivait|escribio|ha escrito|ha scritto|scrive|escreveu|schreef|geschreven|napisal|pisze|napisala|napisao|skrev|skreiv|kirjoitti|napsal|yazdi|sunlari yazdi|irta|a scris|εγραψε|έγραψε|написа|пишет|пише|pise|كتب|نوشت|כתב|写道|寫道|写入|작성|님이 쓴 글|書きました|のメール|のメッセージ|さんは|wrote the following|đa viet|đã viết|da viet|menulis|เขียนว่า|va escriure|escribiu|igorleak hau idatzi|rase|parase|rakstija|kirjutas|ka shkruar|skrifaði|skrifadi")

// attributionOpenings start such a line, folded, each with the blank after it.
var attributionOpenings = newPrefixes("on |am |le |el |il |il giorno |in data |em |no dia |a |op |w dniu |dnia |den |dne |d. |pa |στις |la |in |ngay |pada |tarihinde |em |na |dana |dňa |dna |v |at |datum:|le: |il:|van |von |from |2|1|3|0|4|5|6|7|8|9|<|\"|„|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|seg|ter|qua|qui|sex|gio|ma |wo |vr |za |zo |pon|wt|sr|czw|pt|sob|niedz|man|tir|ons|tor|fre|lor|ti |ke |to |pe |la |su |ma |po |ut |st |ct |pa |so |ne |paz|pzt|sal|car|per|cum|cmt|пн|вт|ср|чт|пт|сб|вс|нд|ב|في |ב-|在|于|於|h|k|sze|csut|joi|vin|mie|sob|sr|cet|pet|ned")

// maxAttribution bounds an attribution's length in bytes, all its lines together.
const maxAttribution = 400

// attributionAt says how many lines, from lines[i] on, make up an attribution;
// 0 when none starts there. Only a line that ends with a colon or holds a word
// for "wrote" can end one.
func attributionAt(lines []line, i int) int {
	const mostLines = 4
	head := strings.TrimSpace(lines[i].text)
	if len(head) > maxAttribution || !mayAttribute(head) {
		return 0
	}
	joined := ""
	for n := 0; n < mostLines && i+n < len(lines); n++ {
		s := strings.TrimSpace(lines[i+n].text)
		if s == "" || lines[i+n].depth != lines[i].depth || len(joined)+len(s) > maxAttribution {
			return 0
		}
		if n == 1 && !opensAttribution(head) {
			return 0
		}
		if n > 0 && !strings.HasSuffix(joined, "<") && !strings.HasSuffix(joined, "(") && !strings.HasPrefix(s, ">") {
			joined += " "
		}
		joined += s
		if mayEndAttribution(s) && isAttribution(joined, quotedNext(lines, i+n+1)) {
			return n + 1
		}
	}
	return 0
}

// sharedOpenings begin an attribution behind the last words of an answer, where a
// program has lost the line's end between them.
const sharedOpenings = "On |Am |Le |El |Il |Op |Em |Den |Dnia |W dniu "

// sharedLine gives the length of what the writer said on the line with which the
// attribution of n lines at lines[i] begins, 0 when it has the line to itself.
func sharedLine(lines []line, i, n int) int {
	const near = 60
	s := lines[i].text
	for rest, opening, more := sharedOpenings, "", true; more; {
		opening, rest, more = strings.Cut(rest, "|")
		at := strings.LastIndex(s, opening)
		if at <= 0 || !strings.ContainsAny(s[at-1:at], " -–—\u00a0") {
			continue
		}
		head := strings.TrimRight(s[:at], " -–—*_\t\u00a0")
		if strings.Trim(head, " \"'>") == "" || strings.ContainsAny(head, "@<") || strings.Count(head, "\"")%2 != 0 {
			continue
		}
		tail := s[at:]
		for _, l := range lines[i+1 : i+n] {
			tail += " " + strings.TrimSpace(l.text)
		}
		if hasDate(clip(tail, near)) && isAttribution(tail, quotedNext(lines, i+n)) {
			return len(head)
		}
	}
	return 0
}

func mayEndAttribution(s string) bool {
	t := strings.TrimRight(s, "-–—*_ \t\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
	if strings.HasSuffix(t, ":") || strings.HasSuffix(t, "：") || strings.HasSuffix(t, ">") {
		return true
	}
	const reach = 60 // a word for "wrote" without a colon stands at the end
	at, _ := lastVerb(fold(strings.ToValidUTF8(t[max(0, len(t)-reach):], "")))
	return at >= 0
}

// mayAttribute is a cheap test that almost all prose fails.
func mayAttribute(s string) bool {
	return strings.ContainsAny(s, "0123456789@:：") || strings.HasSuffix(s, "wrote")
}

// opensAttribution says whether a line may be the first of a wrapped one.
func opensAttribution(s string) bool {
	if strings.Contains(s, "<") {
		return true
	}
	const head = 24
	s = strings.TrimLeft(s, "-–—*_ ")
	return attributionOpenings.of(fold(strings.ToValidUTF8(s[:min(len(s), head)], ""))) != ""
}

// quotedNext says whether the next line with text is a quoted one.
func quotedNext(lines []line, i int) bool {
	for ; i < len(lines); i++ {
		if !lines[i].blank() {
			return lines[i].depth > 0
		}
	}
	return false
}

// isAttribution decides on the whole of it, unwrapped.
func isAttribution(s string, quoted bool) bool {
	s = strings.Trim(s, "-–—*_ \t\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
	colon := strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":*")
	dated := hasDate(s)
	low := fold(s)
	at, verb := lastVerb(low)
	addressed := dated && bracketedAddress(s)
	if colon && addressed && (quoted || at >= 0 || !speaksPlainly(s)) {
		return quoted || !toldHere(s, addressed)
	}
	if !dated && !(colon && quoted) {
		return false
	}
	if quoted && datedSender(s) {
		return true
	}
	if colon && bareSender(s) {
		return true
	}
	if at < 0 {
		return colon && quoted && dated && strings.HasSuffix(low, " said:")
	}
	if !quoted && toldHere(s, addressed) {
		return false
	}
	tail := low[at+len(verb):]
	if colon && quoted && utf8.RuneCountInString(s) < 200 {
		return true
	}
	closes := colon || strings.TrimRight(tail, ") :") == "" || !colon && len(tail) < 6
	return dated && closes && (addressed || strings.Contains(s, "@") || opensAttribution(s) || at == 0)
}

// toldHere says whether a word for "wrote" stands in what the writer tells: "As I
// wrote on …:", "On 2 March my boss wrote". Behind the first word a capital makes a
// name of all such words but the English I: "My Nguyen", "Dana Voss of Our House".
// Where a date and an address show who wrote, "my" and "our" may belong to the name.
func toldHere(s string, addressed bool) bool {
	const marks = ",;:\"“”„«»()[]*_"
	shouted := strings.ToUpper(s) == s
	words := strings.Fields(s)
	for i := range words {
		words[i] = strings.Trim(words[i], marks)
	}
	for i, word := range words {
		low := fold(word)
		r, _ := utf8.DecodeRuneInString(word)
		if i > 0 && unicode.IsUpper(r) && !shouted && low != "i" {
			continue
		}
		next := ""
		if i+1 < len(words) {
			next = fold(words[i+1])
		}
		switch {
		case low == "i" && next == "wrote":
			return true
		case oneOf("ich schrieb|ich geschrieben|jai ecrit|ai ecrit|yo escribi|he escrito|ho scritto|eu escrevi|ik schreef|ik geschreven", low+" "+next):
			return true
		case i > 0 && !addressed && oneOf(possessives, low):
			return true
		}
	}
	return false
}

// possessives say in a sentence that somebody is the writer's own, folded.
const possessives = "my|our|mein|meine|meiner|meinem|unser|unsere|unserer|unserem|meu|minha|mijn"

// speaksPlainly says whether a line holds function words as sentences do, besides
// those of a date: "For the 3/3/2026 call (with ana@lima.example):".
func speaksPlainly(s string) bool {
	const enough = 2
	n := 0
	for i, word := range strings.FieldsFunc(s, notWordRune) {
		low := fold(word)
		switch r, _ := utf8.DecodeRuneInString(word); {
		case oneOf("for|the|with|about|and|your|points|please|fur|die|das|der|mit|und|bitte|zum|zur|pour|avec|votre|para|con|voor|met|per", low):
			n++
		case (i == 0 || unicode.IsLower(r)) && oneOf("see|siehe|zie|"+possessives, low):
			n++
		}
	}
	return n >= enough
}

// datedSender says whether a line is nothing but a date and a sender: "2026/3/3
// Ana Lima <ana@lima.example>".
func datedSender(s string) bool {
	const mostWords = 9
	words := strings.Fields(s)
	return len(words) > 1 && len(words) <= mostWords && strings.HasSuffix(s, ">") && len(words[0]) >= 8 && hasDate(words[0]) && bracketedAddress(s)
}

// bareSender says whether a line is a date and an address without brackets:
// "3 Mar 2026, 10:00 by ana@lima.example:".
func bareSender(s string) bool {
	const mostWords = 9
	words := strings.Fields(fold(strings.TrimRight(s, ":： ")))
	n := len(words)
	return n > 2 && n <= mostWords && isDigitByte(words[0][0]) && strings.Contains(words[n-1], "@") &&
		oneOf("by|from|von|par|por|di|da|de|door|av|af|fra|fran|przez|od|от|від|kirjoitti|tarafindan|:", words[n-2])
}

// lastVerb gives the place of the last word for "wrote", -1 when there is none.
func lastVerb(low string) (int, string) {
	best, word := -1, ""
	attributionVerbs.eachAt(low, func(at int, p phrase) bool {
		if at > best {
			best, word = at, p.text
		}
		return true
	})
	return best, word
}

// bracketedAddress says whether an address stands in <> or ().
func bracketedAddress(s string) bool {
	for rest := s; ; {
		i := strings.IndexByte(rest, '@')
		if i < 0 {
			return false
		}
		open := strings.LastIndexAny(rest[:i], "<([")
		shut := strings.IndexAny(rest[i:], ">)]")
		if open >= 0 && shut >= 0 && i-open < 120 && shut < 120 {
			return true
		}
		rest = rest[i+1:]
	}
}

// hasDate says whether a time of day, a year or a numeric date stands in s.
func hasDate(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		n := j - i
		next := byte(0)
		if j+1 < len(s) && s[j+1] >= '0' && s[j+1] <= '9' {
			next = s[j]
		}
		switch {
		case n == 4 && (s[i:i+2] == "19" || s[i:i+2] == "20"):
			return true
		case n <= 2 && next != 0 && strings.IndexByte(":./-", next) >= 0:
			return true
		case n <= 2 && strings.HasPrefix(s[j:], "h"), n <= 2 && strings.HasPrefix(s[j:], " Uhr"), n <= 2 && strings.HasPrefix(s[j:], "月"), n <= 2 && strings.HasPrefix(s[j:], "월"):
			return true
		}
		i = j
	}
	return false
}
