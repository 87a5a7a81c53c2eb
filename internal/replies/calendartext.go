package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A calendar words the answer that a person gives with a button, and repeats the
// event below it. What they added themselves stands above that, or in Outlook below
// a row of stars.

// eventLabels begin the lines with which a calendar repeats the event or the
// button that was pressed, folded.
var eventLabels = newPrefixes("when:|where:|wann:|wo:|quand :|quand:|ou :|cuando:|donde:|quando:|dove:|onde:|wanneer:|waar:|tentative:|accepted:|declined:|new time proposed:|mit vorbehalt:|zugesagt:|abgesagt:|abgelehnt:|angenommen:|neue zeit vorgeschlagen:|accepte :|refuse :|provisoire :|nouvelle heure proposee :|aceptado:|aceptada:|rechazado:|rechazada:|provisional:|provisto:|nueva hora propuesta:|accettato:|rifiutato:|provvisorio:|nuova ora proposta:|aceito:|aceite:|recusado:|provisorio:|novo horario proposto:|nova hora proposta:|geaccepteerd:|geweigerd:|voorlopig:|nieuwe tijd voorgesteld:")

// invitation cuts a calendar's own account of an event. pressed says that the
// calendar's part came with the mail; without it the account must prove itself, for
// people tell of invitations, too. Where nothing was added, the sentence that tells
// the answer stays.
func invitation(seg []line, pressed bool) []line {
	if note, ok := belowStars(seg); ok {
		return note
	}
	if !pressed && !repeatsEvent(seg) {
		return seg
	}
	const reach = 15
	at, told := len(seg), false
	for i, l := range seg {
		s := strings.TrimSpace(l.text)
		if told = s != "" && tellsButton(s) && (pressed && (i == 0 || namesFirst(s) || holdsOneOf(followings, fold(s))) || repeatsEvent(seg[i+1:min(len(seg), i+reach)])); told {
			at = i
			break
		}
		if pressed && i > 0 && labelsEvent(s) {
			at = i
			break
		}
	}
	note, account := trimBlank(seg[:at]), seg[at:]
	if told && len(note) == 0 {
		end := paragraphEnd(account, 0)
		if next := nextText(account, end); next < len(account) && !tellsEvent(account[next].text) && (strings.Contains(fold(account[0].text), "note") || strings.HasSuffix(strings.TrimSpace(account[0].text), ":")) {
			end = paragraphEnd(account, next)
		}
		note, account = account[:end], account[end:]
	}
	if len(account) == 0 {
		return note
	}
	if n := len(note) - 1; n >= 0 && isRule(strings.TrimSpace(note[n].text)) {
		note = trimBlank(note[:n])
	}
	return append(note[:len(note):len(note)], besideEvent(account)...)
}

// invitations name what a calendar's sentence answers, folded.
const invitations = "this invitation|your invitation|the invitation|this event|this meeting|diese einladung|ihre einladung|deine einladung|die einladung|diesen termin|dieses ereignis|dieser einladung|cette invitation|votre invitation|linvitation|cet evenement|esta invitacion|su invitacion|tu invitacion|la invitacion|este evento|questo invito|linvito|tuo invito|suo invito|questo evento|este convite|o convite|seu convite|deze uitnodiging|uw uitnodiging|je uitnodiging|de uitnodiging|deze afspraak|dit evenement"

// buttons are the answers that a calendar offers, as it tells them, folded.
const buttons = "has accepted|has declined|has tentatively|has replied|has proposed|proposed a new time|angenommen|abgelehnt|zugesagt|abgesagt|mit vorbehalt|vielleicht|eine neue zeit|a accepte|a refuse|a decline|a provisoirement|a repondu|a propose|ha aceptado|ha rechazado|ha respondido|ha propuesto|acepto|rechazo|ha accettato|ha rifiutato|ha declinato|ha risposto|ha proposto|aceitou|recusou|rejeitou|respondeu|propos|geaccepteerd|geweigerd|afgewezen|voorlopig|onder voorbehoud|misschien"

// tellsButton says whether a line is a calendar's sentence "Leila Hartnoll has
// declined this invitation."
func tellsButton(s string) bool {
	const longest, mostWords = 160, 18
	if len(s) > longest || wordCount(s) > mostWords || strings.HasSuffix(s, "?") || saysI(s) {
		return false
	}
	low := fold(s)
	return holdsOneOf(invitations, low) && holdsOneOf(buttons, low) || strings.HasSuffix(s, ":") && holdsOneOf(followings, low) && holdsOneOf(answered, low)
}

// The words of "The following meeting request was declined:", folded.
const (
	followings = "following meeting|following event|following invitation|following appointment|folgende besprechung|folgende einladung|folgender termin|folgende anfrage|reunion suivante|invitation suivante|evenement suivant|siguiente reunion|siguiente convocatoria|siguiente invitacion|seguente riunione|seguente richiesta|seguente invito|seguinte reuniao|seguinte pedido|seguinte convite|volgende vergader|volgende afspraak|volgende uitnodiging"
	answered   = "accepted|declined|abgelehnt|angenommen|zugesagt|refuse|accepte|rechazad|aceptad|rifiutat|accettat|recusad|aceit|geaccepteerd|geweigerd|afgewezen"
)

// tellsEvent says whether a line is one of a calendar's about an event.
func tellsEvent(s string) bool {
	s = strings.TrimSpace(s)
	kind, _ := labelOf(s)
	return kind != 0 || strings.Contains(s, " ⋅ ") || labelsEvent(s)
}

// labelsEvent says whether a line begins with a calendar's label, and a person asks
// and demands nothing in it: "Where: did you get my address from?"
func labelsEvent(s string) bool {
	return eventLabels.of(fold(s)) != "" && !strings.HasSuffix(s, "?") && !saysI(s) && !demands(s)
}

// namesFirst says whether a line begins with a name or an address: "Leila Hartnoll
// has …", not "My boss has …".
func namesFirst(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(first)
	return strings.Contains(first, "@") || unicode.IsUpper(r) && !holdsPlainWord([]string{fold(strings.Trim(first, ",."))})
}

// organizers stand above the name of whose event it is, folded.
const organizers = "organizer|organiser|organisator|veranstalter|organisateur|organisatrice|organizador|organizadora|organizzatore|organisatoren"

// repeatsEvent says whether lines tell an event as calendars do: its time behind a dot
// in the middle, or whose event it is.
func repeatsEvent(lines []line) bool {
	const longest = 16 // bytes of an organizer's label
	for _, l := range lines {
		s := strings.TrimSpace(l.text)
		if strings.Contains(s, " ⋅ ") || s != "" && len(s) <= longest && oneOf(organizers, fold(strings.TrimRight(s, ": "))) {
			return true
		}
	}
	return false
}

// besideEvent gives of a calendar's account the paragraphs that are a person's: a note
// that is called one, a demand to stop, what begins small, and the sentences below the last of what is
// a calendar's, for its own text ends with the guests or with how to stop its mails.
func besideEvent(account []line) []line {
	const most = 200 // lines; what is longer is none
	var out, after []line
	for i := nextText(account, 0); i < len(account); {
		if i > most {
			return append(append(append(out, after...), line{}), account[i:]...)
		}
		end := paragraphEnd(account, i)
		s := strings.TrimSpace(joinLines(account[i:end]))
		low := fold(s)
		switch {
		case calendars(s, low):
			after = nil
		case startsOneOf("note|notiz:|hinweis von|remarque|nota de|nota di|nota:|opmerking|notitie|comment", low), demandsBesideLinks(s), beginsSmall(s):
			out, after = append(append(append(out, after...), line{}), account[i:end]...), nil
		case len(after) > 0 || greets(s) || (endsOneOf(".|!|?|)", s) || holdsOneOf(". |! |? ", s)) && wordCount(s) > 1 || slices.ContainsFunc(account[i:end], func(l line) bool { return isSentence(strings.TrimSpace(l.text)) }):
			after = append(append(after, line{}), account[i:end]...)
		}
		i = nextText(account, end)
	}
	return append(out, after...)
}

// beginsSmall says whether a paragraph begins with a small letter and holds a plain
// word: "not interested", "pas avant septembre". What an event is called is written large.
func beginsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	words := strings.FieldsFunc(fold(s), notWordRune)
	return unicode.IsLower(r) && len(words) > 1 && !strings.Contains(s, "@") && holdsPlainWord(words)
}

// calendars says whether a paragraph, folded in low, is a calendar's.
func calendars(s, low string) bool {
	first, _, _ := strings.Cut(s, "\n")
	if startsOneOf(subscribed, low) && holdsOneOf("calend|kalender|agenda", low) || startsOneOf(toStop, low) && holdsOneOf("http|www.", low) {
		return true
	}
	if demandsBesideLinks(s) {
		return false
	}
	if tellsEvent(first) || strings.Contains(s, " ⋅ ") || oneOf(organizers+"|guests|gaste|teilnehmer|invites|participants|invitados|invitati|partecipanti|ospiti|convidados|participantes|gasten|deelnemers", fold(strings.TrimRight(first, ": "))) {
		return true
	}
	return holdsOneOf("http|www.|google calendar|google kalender|google agenda", low) && !saysI(s)
}

// demandsBesideLinks says whether a text demands something of us beside its links,
// which alone make no list's of it here: "Stop inviting me, see https://…".
func demandsBesideLinks(s string) bool {
	words := strings.Fields(s)
	if bare := slices.DeleteFunc(words, isLink); len(bare) > 0 {
		return demands(strings.Join(bare, " "))
	}
	return false
}

func isLink(word string) bool {
	return strings.Contains(word, "http") || strings.Contains(word, "www.")
}

// subscribed begin what a calendar tells of its own mails, and of how to stop them, folded.
const subscribed = "you are receiving|youre receiving|you received|sie erhalten|du erhaltst|vous recevez|recibe|ha recibido|has recibido|ricevi|hai ricevuto|stai ricevendo|recebeu|esta a receber|voce |je ontvangt|u ontvangt"

// toStop begin how to stop them, folded.
const toStop = "to stop |to unsubscribe|to no longer |if you no longer |if you dont |um keine |wenn sie keine |wenn du keine |mochten sie keine |pour ne plus |si vous ne |para dejar |para no |si no |si ya no |per non |per interrompere |se non |para parar |para deixar |para nao |se nao |als je |als u |wil je |wilt u |om geen "

// belowStars gives the note that Outlook sets below the event and a row of stars,
// where nothing stands above the event.
func belowStars(seg []line) (note []line, ok bool) {
	const reach = 10
	for i, l := range seg[:min(len(seg), reach)] {
		s := strings.TrimSpace(l.text)
		switch {
		case s == "":
		case strings.HasPrefix(s, "*~*~*") && strings.Trim(s, "*~") == "":
			return trimBlank(seg[i+1:]), i > 0 && i+1 < len(seg)
		case i == 0 && !labelsEvent(s), demands(s):
			return nil, false
		}
	}
	return nil, false
}

// paragraphEnd gives the index of the blank line below lines[i], or their number.
func paragraphEnd(lines []line, i int) int {
	for i < len(lines) && !lines[i].blank() {
		i++
	}
	return i
}
