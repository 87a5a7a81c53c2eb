package replies

import (
	"net/mail"
	"slices"
	"strings"
)

// sift takes back the hits that their surroundings contradict, and finds what
// no single phrase shows: a time that is proposed, a link to book one.
func (a *argument) sift() {
	a.found = dates(a.prose, a.in.Received, true)
	a.siftOptOuts()
	a.siftDeferrals()
	a.siftQuestions()
	a.siftBuying()
	a.siftReferences()
	a.siftReferrals()
	a.siftGreetings()
	a.siftRefused()
	a.addMeetings()
	a.siftTurned()
	a.siftWanted()
}

// notUntilRule names a demand for quiet that a date bounds.
const notUntilRule = "defer.not-until"

func notUntil() *rule {
	return &rule{name: notUntilRule, topic: topicDefer, level: 3, raw: true, lang: -1}
}

// sentenceOf is the sentence that a hit stands in.
func (a *argument) sentenceOf(h hit) int { return a.prose.tokens[h.from].sentence }

// siftOptOuts keeps out what is only supposed in a question ("if I wished to be
// removed, would you?"), and turns "don't write in November" or "take me off
// until August" into what they are: later.
func (a *argument) siftOptOuts() {
	var kept []hit
	for _, h := range a.hits[topicOptOut] {
		switch {
		case h.asked && h.supposed, a.movesTo():
		case a.offersToLeave(h): // to readers of their own
		case a.dated(h):
			h.rule = notUntil()
			a.hits[topicDefer] = append(a.hits[topicDefer], h)
		default:
			kept = append(kept, h)
		}
	}
	a.hits[topicOptOut] = kept
}

// How those begin who tell the readers of their own mails how to leave a list, and what
// they bid them to do then.
const (
	leaveStarts = " if you no longer | if you do not | if you dont | if you would like to | if you wish to | if you want to stop | should you no | to stop receiving | to unsubscribe | to opt out | wenn sie keine | wenn sie nicht | falls sie keine | falls sie nicht | mochten sie keine | um keine | um sich | si vous ne | si vous souhaitez | pour ne plus | pour vous | si no desea | si no quiere | si ya no | para no recibir | para dejar de | para darse | se non | per non | per cancellar | se nao | caso nao | para nao receber | para cancelar | als u geen | als u niet | om geen | om u | wilt u geen "
	leaveBids   = " click | klicken | cliquez | haga clic | pulse | clicchi | cliccate | clique | klik | reply | answer with | antworten | repondez | responda | risponda | rispondete | antwoord | let us know | write to us "
)

// offersToLeave says whether a hit stands in a sentence that tells how to leave a list, in
// its condition or as the word to click on or to answer with: "If you no longer wish to
// receive these mails, click unsubscribe".
func (a *argument) offersToLeave(h hit) bool {
	const near = 3 // words from a bid to the word
	s := a.prose.sentences[a.sentenceOf(h)]
	said := a.prose.wordsOf(s.from, s.to)
	if !startsOneOf(leaveStarts, said) || holdsOneOf(" i | me | my | mich | mir | moi | mi | mij | por favor ", said) {
		return false
	}
	if !a.breaksBetween(s.from+1, h.from) {
		return holdsOneOf(leaveBids, a.prose.wordsOf(h.from, s.to))
	}
	return holdsOneOf(leaveBids, a.prose.wordsOf(max(s.from, h.from-near), h.from+1))
}

// siftTurned takes back a demand not to write to the writer, of no list, no data
// and not of ever, where it only turns mail elsewhere: "don't write to me about
// telephones, try Tom", "don't write, call me on Thursday at 5".
func (a *argument) siftTurned() {
	demands := slices.Clone(a.hits[topicOptOut]) // the list below is cut while it is read
	a.hits[topicOptOut] = slices.DeleteFunc(a.hits[topicOptOut], func(h hit) bool {
		s := a.prose.sentences[a.sentenceOf(h)]
		if a.othersSay(h) {
			a.negated[topicOptOut] = append(a.negated[topicOptOut], h)
			return true
		}
		if a.lullBefore(h) {
			a.hits[topicDefer] = append(a.hits[topicDefer], hit{rule: notUntil(), from: h.from, to: h.to})
			return true
		}
		if a.holds(s.from, s.to, forGood) && !a.holds(s.from, s.to, matterWords) || !a.namesAnother(h, demands) && !a.callInstead(h) {
			return false
		}
		a.negated[topicOptOut] = append(a.negated[topicOptOut], h)
		return true
	})
}

// siftWanted takes back a demand that words of buying, or a question for a time,
// follow: who has had enough of mails, and buys, means other mails.
func (a *argument) siftWanted() {
	a.hits[topicOptOut] = slices.DeleteFunc(a.hits[topicOptOut], func(h hit) bool {
		taken := !h.rule.firm && a.wantedAfter(h)
		if taken {
			a.negated[topicOptOut] = append(a.negated[topicOptOut], h)
		}
		return taken
	})
}

// wantedAfter says whether words of buying, or a question of interest or for a
// time, follow a demand.
func (a *argument) wantedAfter(h hit) bool {
	follows := func(w hit) bool { return w.rule.level == 3 && w.from >= h.to }
	asked := func(w hit) bool { return follows(w) && w.asked }
	return slices.ContainsFunc(a.hits[topicBuying], follows) || slices.ContainsFunc(a.hits[topicInterested], asked) ||
		slices.ContainsFunc(a.hits[topicMeeting], asked) && !a.holds(h.from, h.to, moreWords)
}

// addressApart says whether an address stands among tokens[from:to] with a break
// before it, and no demand holds it: else it is the address that gets the mail.
func (a *argument) addressApart(from, to int, demands []hit) bool {
	i := from + slices.IndexFunc(a.prose.tokens[from:to], func(t token) bool { return t.kind == addressToken })
	return i > from && a.breaksBetween(from, i) && !slices.ContainsFunc(demands, func(h hit) bool { return h.from < i && i < h.to })
}

// alsoWords join another to a demand, or name whom it will be complained to.
var alsoWords = wordSet(`nor neither either both also too well solicitor attorney complaint complaints police weder auch ebenfalls ebenso beide beschwerde
ni aussi egalement plainte tampoco tambien queja denuncia ne nemmeno neanche anche pure reclamo nem tambem queixa noch ook klacht`)

// nameAlone is how many words a sentence has that is nothing but a name and an address.
const nameAlone = 4

// lullBefore says whether the day that ends it follows a demand: "no mail in Lent
// please. After Easter I read everything", "nothing during harvest, from October
// I've a head for it".
func (a *argument) lullBefore(h hit) bool {
	at := a.sentenceOf(h)
	own, s := a.prose.sentences[at], a.prose.sentences[min(at+1, len(a.prose.sentences)-1)]
	if h.rule.firm || a.holds(own.from, own.to, forGood) || a.holds(h.from, h.to, moreWords) || a.holds(s.from, s.to, ifWords) || a.holds(s.from, s.to, alsoWords) {
		return false
	}
	return slices.ContainsFunc(a.found, func(m mention) bool {
		begins := m.from >= s.from && m.from <= s.from+2 && m.to < s.to || m.from >= h.to && m.to < own.to && a.breaksBetween(h.to, m.from)
		return begins && (m.lead == leadAfter || m.lead == leadFrom)
	})
}

// moreWords are of what has been enough already.
var moreWords = wordSet(`more again anymore mehr wieder plus encore mas nunca piu mai mais meer weer`)

// othersSay says whether a demand stands in quotation marks, in a sentence of
// people who make it, or of many: "take me off" is what our members answer.
func (a *argument) othersSay(h hit) bool {
	s, text := a.prose.sentences[a.sentenceOf(h)], a.prose.text
	before := text[max(0, a.prose.tokens[s.from].start-4):a.prose.tokens[h.from].start]
	after := text[a.prose.tokens[h.to-1].end:min(len(text), a.prose.tokens[s.to-1].end+4)]
	return strings.ContainsAny(before, quotation) && strings.ContainsAny(after, quotation) && (a.holds(s.from, s.to, peopleWords) || a.countsMany(s))
}

// countsMany says whether a sentence has a number that nobody reaches alone.
func (a *argument) countsMany(s sentence) bool {
	return slices.ContainsFunc(a.prose.tokens[s.from:s.to], func(t token) bool {
		return t.kind == numberToken && len(t.word) > 1
	})
}

// quotation are the marks that words of others stand in.
const quotation = "\"“”„«»"

// peopleWords are those whose words are told.
var peopleWords = wordSet(`customers clients people readers members guests users subscribers donors inbox half third everybody
kunden gaste leute leser mitglieder nutzer abonnenten mahnung halfte jeder jede zweite clients gens lecteurs adherents membres abonnes
clientes gente lectores socios usuarios clienti persone lettori soci utenti pessoas pessoal leitores assinantes
klanten mensen lezers leden gasten helft`)

// namesAnother says whether, after a demand, its sentence or the next says whom
// to write to instead.
func (a *argument) namesAnother(h hit, demands []hit) bool {
	at, own := a.contacts.sentence, a.sentenceOf(h)
	if a.contact == nil || a.contacts.copied || at != own && at != own+1 {
		return false
	}
	if s := a.prose.sentences[at]; a.holds(s.from, s.to, legalWords) || officeOf(a.contact.Email) {
		return false // nobody is sent to those to sell to them
	}
	if a.contacts.addressed && a.boundToMailbox(h) && !a.holds(h.from, a.prose.sentences[own].to, wholeFirm) {
		return true // "don't write to info@ any more, nobody reads it"
	}
	s := a.prose.sentences[at]
	switch {
	case a.holds(h.to, s.to, alsoWords):
		return false
	case a.contacts.addressed && (a.speaksOf(at, topicReferral) || at == own && h.rule.level == 3 && a.addressApart(h.to, s.to, demands) || at > own && s.to-s.from <= nameAlone):
		return true
	}
	return a.holds(h.to, s.to, insteadWords)
}

// callInstead says whether a day and hour to call or come follows a demand, in
// its sentence or the next. Whoever wants no mails at all, or not to be written
// to again, is taken at the word; a call "if it must be" is no wish.
func (a *argument) callInstead(h hit) bool {
	if a.holds(h.from, h.to, mailNouns) {
		return false
	}
	return slices.ContainsFunc(a.hits[topicMeeting], func(m hit) bool {
		s := a.sentenceOf(m)
		end := min(a.prose.sentences[s].to, m.to+3)
		return m.rule.level == 3 && m.to > h.to && s-a.sentenceOf(h) <= 1 && a.holds(h.to, end, comeWords) && !a.holds(h.to, a.prose.sentences[s].to, ifWords)
	})
}

// ifWords make a call depend on something.
var ifWords = wordSet(`if unless when wenn wenns muss falls sofern si se caso als indien mocht`)

// holds says whether one of some words stands among tokens[from:to].
func (a *argument) holds(from, to int, words map[string]bool) bool {
	return from < to && slices.ContainsFunc(a.prose.tokens[from:to], func(t token) bool { return words[t.word] })
}

// forGood are words of demands that no other contact and no call answers.
var forGood = wordSet(`ever never list lists mailing database newsletter unsubscribe unsubscribed data details delete erase lawyer spam gdpr harassment
nie niemals verteiler liste kartei datenbank newsletter daten loschen loeschen abmelden austragen anwalt widerspreche dsgvo
jamais liste listes fichier fichiers base donnees supprimez supprimer desabonner desabonnez desinscrire desinscrivez avocat
nunca jamas lista listas base datos baja borren borre eliminen abogado
mai elenco dati database cancellate cancellatemi cancellare avvocato
dados descadastrar apaguem apague advogado
nooit lijst lijsten bestand gegevens afmelden uitschrijven verwijder verwijderen advocaat`)

// matterWords bound a demand to one matter.
var matterWords = wordSet(`matter topic subject thema sache angelegenheit sujet affaire tema asunto argomento questione assunto onderwerp zaak`)

// boundToMailbox says whether a demand is for one mailbox alone, which it names by
// its local part or as a whole: another one than the contact's.
func (a *argument) boundToMailbox(h hit) bool {
	p := a.prose
	for i := h.from; i < p.sentences[a.sentenceOf(h)].to; i++ {
		t := p.tokens[i]
		if t.kind == addressToken {
			return t.word != a.contact.Email && !a.isWriters(t.word)
		}
		if rest := p.text[t.end:]; strings.HasPrefix(rest, "@") {
			return true
		}
	}
	return false
}

// wholeFirm is who is meant where a demand is for more than a mailbox.
var wholeFirm = wordSet(`any anyone us our people company firm staff uns unsere unserer firma nous notre nosotros nuestra empresa noi azienda nos ons bedrijf`)

// officeOf says whether an address is of those who deal with complaints.
func officeOf(address string) bool {
	local, _, _ := strings.Cut(address, "@")
	return holdsOneOf("dpo|dsb|privacy|abuse|legal|compliance|complaint|security|phishing|gdpr|dsgvo|rgpd|postmaster|datenschutz|beschwerde", local)
}

// legalWords are people who are named as a threat.
var legalWords = wordSet(`legal compliance complaint complaints police gdpr dsgvo reported beschwerde polizei plainte denuncia queja policia reclamo klacht politie lawyer lawyers solicitor solicitors attorney counsel anwalt anwaltin rechtsanwalt avocat avocate abogado abogada avvocato avvocata advogado advogada advocaat`)

// isWriters says whether an address is the writer's own.
func (a *argument) isWriters(address string) bool {
	return slices.ContainsFunc(a.in.Header.From, func(f mail.Address) bool { return strings.EqualFold(f.Address, address) })
}

// insteadWords turn to somebody else.
var insteadWords = wordSet(`instead rather write contact ask try stattdessen lieber schreiben wenden fragen plutot ecrivez voyez contactez mejor escriba escriban contacte pregunte invece scriva scrivete contattate chieda antes escreva escrevam contacte fale liever schrijf vraag mail probeer pisac piszcie stallet skriv kirjoittakaa kirjoita yazin piste took takes handles decides sondern pruebe prueben provi provate tente tentem contacter versuchen ubernommen uebernommen overgenomen repris entscheidet decide beslist macht ubernimmt uebernimmt lleva occupa segue trata doet`)

// mailNouns speak of mails at all: who wants none is taken at their word, call or not.
var mailNouns = wordSet(`mails emails messages newsletters again anymore nachrichten courriels correos mensajes messaggi mail mensagens berichten mailtjes`)

// comeWords ask for a call or a visit.
var comeWords = wordSet(`call ring phone come stop drop pop anrufen rufen ruf kommen komm kommt vorbei durchklingeln appelez appelle passez passe telephonez venez
llame llameme llamame llamenos pase pasese venga chiamate chiamatemi chiami chiamami passate passi venite venga telefonate ligue liga ligar passe passa venha bel bellen belt kom komt langs`)

// movesTo says whether the writer gives a new address: "please update your list"
// beside it wants mail, at another place.
func (a *argument) movesTo() bool {
	return a.handsOn() && slices.ContainsFunc(a.prose.tokens, func(t token) bool { return newWords[t.word] })
}

var newWords = wordSet(`new changes changed changing moved
neue neuen neuer neues andert aendert geandert geaendert umfirmiert
nouveau nouvel nouvelle change
nuevo nueva cambiado cambia cambio
nuovo nuova cambiato
novo nova mudei mudou
nieuw nieuwe verandert veranderd wijzigt gewijzigd`)

// siftDeferrals drops "call-back" and its like: a noun, no request. In French and
// Portuguese the hyphen joins a verb and its pronoun: "rappelez-moi", "diga-me".
func (a *argument) siftDeferrals() {
	joins := func(lang int) bool { return lang >= 0 && (languages[lang] == "fr" || languages[lang] == "pt") }
	a.hits[topicDefer] = slices.DeleteFunc(a.hits[topicDefer], func(h hit) bool {
		return h.to-h.from == 2 && !joins(h.rule.lang) && a.prose.text[a.prose.tokens[h.to-1].start-1] == '-'
	})
}

// dated says whether a date follows a hit at once: "don't email me before June". By a day
// data are deleted, and somebody is off a list: that bounds no quiet.
func (a *argument) dated(h hit) bool {
	s := a.prose.sentences[a.sentenceOf(h)]
	due := a.holds(s.from, s.to, storedWords)
	for i := range a.found {
		m := &a.found[i]
		if m.from >= h.to && (m.from <= h.to+3 || m.lead == leadUntil && m.from <= h.to+6) && a.prose.tokens[m.from].sentence == a.sentenceOf(h) && m.lead != leadSince && !a.breaksBetween(h.to, m.from) {
			if due && m.lead != leadUntil {
				continue
			}
			return true
		}
	}
	return false
}

// storedWords tell that a demand is for what is stored, or for good.
var storedWords = wordSet(`data details delete erase deleted erased unsubscribe unsubscribed daten loschen loeschen geloscht abmelden austragen donnees supprimez supprimer effacez desabonner desinscrire datos borre borren eliminen dati cancellate cancelli dados apaguem apague gegevens verwijder verwijderen uitschrijven`)

func (a *argument) breaksBetween(from, to int) bool {
	for i := from; i <= to && i < len(a.prose.tokens); i++ {
		if a.prose.tokens[i].breaks {
			return true
		}
	}
	return false
}

// siftQuestions drops question words that ask nothing: outside of a question
// only a short text that begins with one counts.
func (a *argument) siftQuestions() {
	a.hits[topicQuestion] = slices.DeleteFunc(a.hits[topicQuestion], func(h hit) bool {
		if h.asked {
			return false
		}
		s := a.prose.sentences[a.sentenceOf(h)]
		return h.from > s.from+2 || len(a.prose.tokens) > 16 || !questionWords[a.prose.tokens[h.from].word]
	})
}

var questionWords = wordSet(`what who how why where which remind whats sounds
was wer wie wo woher warum wieso weshalb worum welche welcher
que quien quienes como donde cual cuanto
qui comment pourquoi quoi quel quelle combien
chi come cosa dove perche quale quanto
quem qual onde quanto o
wat wie hoe waar waarom welke`)

// siftBuying keeps words of price and contract only where something is asked
// for: in a question, beside a request, or as the whole short answer.
func (a *argument) siftBuying() {
	a.hits[topicBuying] = slices.DeleteFunc(a.hits[topicBuying], func(h hit) bool {
		return !h.asked && len(a.prose.tokens) > 6 && !a.requested(a.sentenceOf(h))
	})
}

// requested says whether a sentence asks for something.
func (a *argument) requested(sentence int) bool {
	if a.speaksOf(sentence, topicInterested) {
		return true
	}
	s := a.prose.sentences[sentence]
	for i := s.from; i < s.to; i++ {
		if requestWords[a.prose.tokens[i].word] {
			return true
		}
	}
	return false
}

var requestWords = wordSet(`please pls plz send need want like give tell quote show let could can would
bitte schicken schick senden sagen nennen machen brauche brauchen mochte moechte mochten wollen konnen koennen konnten gerne
envoyez envoyer merci pouvez pourriez faites faire voudrais souhaite souhaitons veuillez dites voulons aimerais svp
envie envieme mande mandeme manda mandame pase pasame pasa quiero queremos puede puedes pueden favor decime digame dime necesito necesitamos quisiera podria
mandi mandate invii inviate vorrei vorremmo puo potete potreste serve cortesia favore dica mandami
envie mande manda pode podem quero queria gostaria favor preciso precisamos diga passa
stuur sturen graag kunt kun wil willen zou aub doe maak`)

// siftReferences drops meetings from a sentence that asks for a reference: its
// writer wants to talk to another customer.
func (a *argument) siftReferences() {
	a.hits[topicMeeting] = slices.DeleteFunc(a.hits[topicMeeting], func(h hit) bool {
		return slices.ContainsFunc(a.hits[topicBuying], func(b hit) bool {
			return strings.Contains(b.rule.name, ".refer") && a.sentenceOf(b) == a.sentenceOf(h)
		})
	})
}

// siftReferrals drops referrals from a sentence whose writer doesn't know who it
// is, or tells whom they have asked themselves: in Spanish only the accent tells
// "lo hablé con mi socio" from "hable con mi socio".
func (a *argument) siftReferrals() {
	a.hits[topicReferral] = slices.DeleteFunc(a.hits[topicReferral], func(h hit) bool {
		n := a.sentenceOf(h)
		if a.contact != nil && a.contacts.sentence == n {
			return false
		}
		t := a.prose.tokens[h.from]
		return strings.HasSuffix(a.prose.text[t.start:t.end], "é") || a.isAtALoss(n)
	})
}

// isAtALoss says whether a sentence's writer doesn't know.
func (a *argument) isAtALoss(sentence int) bool {
	s := a.prose.sentences[sentence]
	return slices.ContainsFunc(a.prose.spokenConcepts()[s.from:s.to], func(names []string) bool { return slices.Contains(names, "dont-know") })
}

// siftGreetings drops meetings that hang on the time of day in a greeting: "boa
// noite, temos 3 lojas".
func (a *argument) siftGreetings() {
	greets := func(i int) bool {
		return i > 0 && dayParts[a.prose.tokens[i].word] && goodWords[a.prose.tokens[i-1].word]
	}
	a.hits[topicMeeting] = slices.DeleteFunc(a.hits[topicMeeting], func(h hit) bool {
		return greets(h.from) || greets(h.to-1)
	})
}

var dayParts = wordSet(`morning afternoon evening morgen tag abend nachmittag tarde tardes noche noches noite dia dias giornata serata sera giorno avond middag ochtend`)

var goodWords = wordSet(`good guten schonen buenas buenos buena buen boa boas bom buona buon goede goeie fijne`)

// siftRefused drops interest and meetings from a sentence that refuses:
// "not interested in another demo", "we signed with someone on a trial".
func (a *argument) siftRefused() {
	for _, topic := range []string{topicBuying, topicInterested, topicMeeting} {
		a.hits[topic] = slices.DeleteFunc(a.hits[topic], func(h hit) bool {
			return slices.ContainsFunc(a.hits[topicDecline], func(no hit) bool {
				return no.rule.level >= 2 && !h.asked && a.sentenceOf(no) == a.sentenceOf(h) && !a.contrastBetween(no, h)
			})
		})
	}
}

// contrastBetween says whether a "but" stands between two hits.
func (a *argument) contrastBetween(x, y hit) bool {
	for i := min(x.to, y.to); i < max(x.from, y.from); i++ {
		switch a.prose.tokens[i].word {
		case "but", "aber", "mais", "pero", "ma", "mas", "maar", "however", "though", "doch", "that", "owa", "allerdings", "toch", "sino", "still":
			return true
		}
	}
	return false
}

// addMeetings finds a day with a time of day that is not past and not refused,
// and a link to a calendar.
func (a *argument) addMeetings() {
	p := a.prose
	for i := range a.found {
		m := &a.found[i]
		clock, ok := clockNear(p, m)
		s := p.tokens[m.from].sentence
		if !ok || m.lead == leadSince || daysBetween(NewDate(a.in.Received), m.day) > 45 || a.habitual(s) {
			continue
		}
		if a.refused(s, topicDecline, m.from) {
			continue
		}
		from, to := min(m.from, clock), max(m.to, clock+1)
		a.hits[topicMeeting] = append(a.hits[topicMeeting], hit{rule: &rule{name: "meeting.time", topic: topicMeeting, level: 3, lang: -1}, from: from, to: to, asked: p.sentences[s].question})
	}
	for i, t := range p.tokens {
		if t.kind == linkToken && bookingLink(t.word) {
			a.hits[topicMeeting] = append(a.hits[topicMeeting], hit{rule: &rule{name: "meeting.link", topic: topicMeeting, level: 3, lang: -1}, from: i, to: i + 1})
		}
	}
}

// habitual says whether a sentence tells what always is: opening hours, the past.
func (a *argument) habitual(sentence int) bool {
	s := a.prose.sentences[sentence]
	for i := s.from; i < s.to; i++ {
		switch a.prose.tokens[i].word {
		case "every", "always", "usually", "jeden", "immer", "chaque", "toujours", "cada", "siempre", "ogni", "sempre", "elke", "altijd", "yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "gisteren", "was", "were", "war", "hatten", "signed", "received", "got", "arrives", "leaves", "mondays", "fridays", "montags", "freitags", "lundis":
			return true
		}
	}
	return false
}

func (a *argument) refused(sentence int, topic string, at int) bool {
	return slices.ContainsFunc(a.hits[topic], func(h hit) bool {
		return h.rule.level >= 3 && a.sentenceOf(h) == sentence && !a.contrastBetween(h, hit{from: at, to: at})
	})
}

// bookingLink knows the links by which people offer their calendar.
func bookingLink(link string) bool {
	for _, mark := range []string{"://cal.", "calendly", "/meet", "meet.", "zoom.us", "teams.", "/book", "booking", "bookings", "/schedule", "calendar", "savvycal", "/termin", "doodle", "appointlet", "/rdv", "/agenda", "agenda.", "hubspot.com/meetings", "tidycal", "youcanbook"} {
		if strings.Contains(link, mark) {
			return true
		}
	}
	return false
}
