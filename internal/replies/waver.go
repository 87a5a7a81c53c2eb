package replies

import (
	"slices"
	"strings"
)

// A sure reading of the models is held where the text itself says that it isn't so
// final: nobody has decided yet, quiet is asked for only a while, or the writer says
// that they come back by themselves. Few of the answers that the models learned from
// say such things.

// undecided are words of people who have neither said yes nor no: they are still at it.
var undecided = newPhrasebook("not decided|havent decided|hasnt decided|undecided|no decision yet|not made up our mind|not made up my mind|havent made up|hasnt made up|still thinking|still considering|still deciding|still comparing|still reviewing|still weighing|still looking at it|are looking at it|were looking at it|are reviewing|were reviewing|under review|being reviewed|are reading it|is reading it|are reading your|are looking into it|will look into it|look into it next|looks into it|are going through it|are studying it|is studying it|is being discussed|discuss it next|discusses it on|on the table of|with our board|with the board|before the board|" +
	"noch nicht entschieden|noch keine entscheidung|noch nichts entschieden|noch am uberlegen|uberlegen noch|uberlege noch|wir prufen|wird gepruft|wird noch gepruft|sehen es uns an|schauen es uns an|sehen es uns in ruhe an|schauen es uns in ruhe an|besprechen es|liegt bei der geschaftsleitung|liegt beim vorstand|liegt der leitung vor|prufen das noch|prufen es noch|noch in prufung|denken noch nach|denken noch daruber nach|" +
	"pas encore decide|pas encore tranche|pas encore choisi|reflechissons encore|reflechis encore|encore en reflexion|en cours dexamen|nous letudions|equipe letudie|direction letudie|conseil letudie|entre les mains de|est a letude|est en cours detude|on letudie|" +
	"no lo hemos decidido|no hemos decidido|aun no decid|todavia no decid|lo estamos viendo|lo estamos estudiando|lo esta estudiando|lo esta revisando|lo estamos revisando|esta en manos de|esta sobre la mesa|lo estamos valorando|lo estamos pensando|estamos valorando|estamos comparando|" +
	"non abbiamo ancora deciso|non ho ancora deciso|stiamo valutando|sto valutando|ci stiamo pensando|lo stiamo guardando|lo sta guardando|lo stiamo leggendo|e sul tavolo|e al vaglio|stiamo confrontando|" +
	"ainda nao decid|estamos a avaliar|estamos a pensar|estamos a comparar|estamos a analisar|esta a analisar|esta em analise|esta a ver|estamos a ver|estamos avaliando|estamos analisando|estamos pensando|" +
	"nog niet besloten|nog niet beslist|nog geen besluit|nog geen beslissing|denken er nog over|denk er nog over|bekijken het nog|wordt bekeken|bekijkt hem|bekijken hem|ligt bij het bestuur|ligt bij de directie|zijn aan het vergelijken")

// ownTurn are words of people who say that they write or call next; ifNeeded
// makes that a courtesy ("we'll be in touch if we need something").
var (
	ownTurn = newPhrasebook("ill get back to you|i will get back to you|ill come back to you|will come back to you|well get back to you|we will get back to you|ill call you|i will call you|ill ring you|ill write to you|ill let you know|" +
		"ich melde mich|wir melden uns|ich rufe sie an|wir rufen sie an|ich komme auf sie zu|wir kommen auf sie zu|" +
		"je vous appelle|je vous rappelle|je reviens vers vous|nous revenons vers vous|nous reviendrons vers vous|je vous recontacte|" +
		"le llamo|le llamare|te llamo|te llamare|le escribo yo|le escribire|me pondre en contacto|" +
		"la chiamo io|la richiamo|la ricontatto|mi faccio vivo|mi faccio sentire|ti chiamo io|" +
		"eu ligo|ligo lhe|eu entro em contacto|eu entro em contato|eu escrevo|volto a contactar|" +
		"ik bel u|ik bel je|ik kom bij u terug|ik neem contact op|wij nemen contact op|ik laat het weten")
	ifNeeded = newPhrasebook("if we |if i |if needed|if necessary|should we|should i |when we need|bei bedarf|wenn wir|wenn ich|falls |sollten wir|si besoin|si nous|si je|le cas echeant|en caso|si necesit|cuando necesit|se avremo|se serv|in caso|se precis|caso precis|mocht|indien|als we |als wij |als ik |wanneer we")
)

// staying are words of people who want to stay on a list.
var staying = newPhrasebook("dont take me off|do not take me off|dont remove me|do not remove me|dont unsubscribe me|dont take us off|nehmen sie mich nicht von|nehmen sie mich bitte nicht|ne me retirez pas|ne menlevez pas|no me quite de|no me borre de|non mi tolga|non toglietemi|nao me tire|nao me retire|haal me niet van|haal mij niet van")

// rejoining are words of people who want to be put on a list, most often again.
var rejoining = newPhrasebook("put me back on|put us back on|add me back|add us back|add me again|add us again|add me to your|add us to your|add me to the|add us to the|sign me back up|sign us back up|sign me up again|sign me up for|resubscribe me|re subscribe me|let me back on|keep me on your|keep me on the list|keep us on your|keep us on the list|leave me on your list|leave me on the list|" +
	"tragen sie mich wieder ein|trag mich wieder ein|tragt mich wieder ein|wieder in den verteiler|wieder in ihren verteiler|wieder in deinen verteiler|wieder in euren verteiler|wieder in die liste|wieder in ihre liste|wieder auf die liste|wieder auf ihre liste|wieder auf den verteiler|wieder auf ihren verteiler|wieder in die mailingliste|wieder auf die mailingliste|wieder mit aufnehmen|lassen sie mich auf der liste|lassen sie mich im verteiler|behalten sie mich auf|behalten sie mich im|" +
	"me remettre sur|me reinscrire|remettez moi|remettez nous|remets moi|reinscrivez moi|reinscrivez nous|rajoutez moi|gardez moi sur|gardez nous sur|laissez moi sur|" +
	"vuelvame a poner|vuelvanme a poner|vuelva a ponerme|vuelvan a ponerme|vuelve a ponerme|vuelva a incluirme|vuelvan a incluirme|vuelva a apuntarme|vuelvan a apuntarme|pongame de nuevo|pongame otra vez|apunteme de nuevo|apunteme otra vez|incluyame de nuevo|mantengame en|mantenganos en|dejeme en la lista|" +
	"mi rimetta|mi rimettete|rimettetemi|rimettimi|ci rimetta|mi reinserisca|reinseritemi|mi riaggiunga|mi reiscriva|reiscrivetemi|mi lasci nella|mi lasci in lista|mi tenga in lista|mi tenga nella|" +
	"volte a incluir|voltem a incluir|inclua me de novo|inclua me novamente|me inclua de novo|me inclua novamente|volte a por me|ponha me de novo|me coloque de volta|me coloque de novo|mantenha me na|me mantenha na|me deixe na lista|" +
	"zet me weer|zet mij weer|zet ons weer|zet me terug op|zet mij terug op|schrijf me weer in|schrijf mij weer in|hou me op de lijst|houd me op de lijst|houd mij op de lijst|laat me op de lijst|laat mij op de lijst")

// mistaken are words of people who left a list and didn't mean to.
var mistaken = newPhrasebook("unsubscribed by mistake|unsubscribed by accident|unsubscribed accidentally|accidentally unsubscribed|unsubscribed myself by|" +
	"aus versehen abgemeldet|versehentlich abgemeldet|aus versehen ausgetragen|versehentlich ausgetragen|" +
	"desinscrit par erreur|desinscrite par erreur|desabonne par erreur|desabonnee par erreur|desinscription par erreur|de baja sin querer|de baja por error|" +
	"cancellato per sbaglio|cancellata per sbaglio|cancellato per errore|sai por engano|sai sem querer|per ongeluk afgemeld|per ongeluk uitgeschreven")

// askersWho ask who did something, or why.
var askersWho = wordSet(`who whoever why how wer warum wieso weshalb qui pourquoi quien porque chi perche quem wie waarom`)

// forNow are words for a while.
var forNow = newPhrasebook("this year|for now|for the moment|for the time being|for a while|dieses jahr|vorerst|furs erste|im moment|cette annee|pour linstant|pour le moment|este ano|por ahora|por el momento|de momento|quest anno|questanno|per ora|per il momento|por agora|por enquanto|dit jaar|voorlopig")

// mailRules are the rules that find a wish for no mail, in whatever language; those of
// lists, data and the law mean it for good.
var mailRules = wordSet(`dont-write stop-writing no-more-mails keine-mails ne-plus no-mas non-piu nao-mais geen-mail`)

// wavers says whether the text takes back a no or an opt-out: by which rule, and the
// sentence that does.
func (a *argument) wavers(intent Intent) (Evidence, bool) {
	switch intent {
	case IntentNotInterested:
		if n, ok := a.saidIn(undecided); ok && !a.declinesElsewhere() {
			return a.doubt("doubt.undecided", n), true
		}
		return Evidence{}, false
	case IntentOptOut:
	default:
		return Evidence{}, false
	}
	if n, ok := a.saidIn(staying); ok && len(a.hits[topicOptOut]) == 0 {
		return a.doubt("doubt.staying", n), true
	}
	if n, ok := a.rejoins(); ok {
		return a.doubt("doubt.rejoining", n), true
	}
	if a.meantForGood() {
		return Evidence{}, false
	}
	if n, ok := a.saidIn(ownTurn); ok && len(a.found) > 0 && !ifNeeded.in(fold(a.prose.text)) {
		return a.doubt("doubt.own-turn", n), true
	}
	if n, ok := a.quietForAWhile(); ok {
		return a.doubt("doubt.for-a-while", n), true
	}
	return Evidence{}, false
}

// doubt is the evidence that the n-th sentence gives.
func (a *argument) doubt(rule string, n int) Evidence {
	return Evidence{Rule: rule, Text: clip(strings.Join(strings.Fields(a.textOf(n)), " "), 200)}
}

// saidIn is the first sentence that says one of some phrases.
func (a *argument) saidIn(book *phrasebook) (n int, ok bool) {
	for n := range a.prose.sentences {
		if a.says(book, n) {
			return n, true
		}
	}
	return 0, false
}

// rejoins gives the sentence that bids to be put on a list, where no rule finds a demand:
// it denies nothing, and doesn't ask who did it. One that tells of having left by mistake
// may hold what looks like a demand.
func (a *argument) rejoins() (n int, ok bool) {
	hits := a.hits[topicOptOut]
	for n, s := range a.prose.sentences {
		if s.from == s.to || a.holds(s.from, s.to, askersWho) || slices.ContainsFunc(a.prose.tokens[s.from:s.to], token.deniesAloud) {
			continue
		}
		words := a.prose.wordsOf(s.from, s.to)
		elsewhere := slices.ContainsFunc(hits, func(h hit) bool { return a.sentenceOf(h) != n })
		if len(hits) == 0 && rejoining.in(words) || !elsewhere && mistaken.in(words) {
			return n, true
		}
	}
	return 0, false
}

func (a *argument) says(book *phrasebook, n int) bool { return book.in(fold(a.textOf(n))) }

// textOf is the n-th sentence.
func (a *argument) textOf(n int) string {
	s := a.prose.sentences[n]
	if s.from == s.to {
		return ""
	}
	return a.prose.text[a.prose.tokens[s.from].start:a.prose.tokens[s.to-1].end]
}

// declinesElsewhere says whether a sentence that tells of no open decision declines.
func (a *argument) declinesElsewhere() bool {
	return slices.ContainsFunc(a.hits[topicDecline], func(h hit) bool {
		return h.rule.level == 3 && !a.says(undecided, a.sentenceOf(h))
	})
}

// meantForGood says whether a rule finds more than a wish for no mail: to be taken off a
// list, to be deleted, the law.
func (a *argument) meantForGood() bool {
	return slices.ContainsFunc(a.hits[topicOptOut], func(h hit) bool {
		return !h.onlyMail()
	})
}

// onlyMail says whether a rule finds no more than a wish for no mail.
func (h hit) onlyMail() bool { return mailRules[h.rule.plainName()] }

// quietForAWhile is the sentence that asks for no mail and bounds that in time.
func (a *argument) quietForAWhile() (n int, ok bool) {
	today := NewDate(a.in.Received)
	for _, h := range a.hits[topicOptOut] {
		n := a.sentenceOf(h)
		bounded := func(m mention) bool {
			return a.prose.tokens[m.from].sentence == n && (m.lead == leadUntil || m.lead == leadNotBefore || m.lead == leadBefore) && today.Before(m.last)
		}
		if a.says(forNow, n) || slices.ContainsFunc(a.found, bounded) {
			return n, true
		}
	}
	return 0, false
}
