package replies

import (
	"slices"
	"strings"
)

// ask is what our own mail asked for, as far as it matters to a short answer.
type ask uint8

const (
	askNothing  ask = iota
	askOther        // a question of another kind
	askMeeting      // a call, a visit, a time
	askSending      // whether to send something
	askStopping     // whether to stop writing
	askClosing      // whether to close the file
	askSettled      // whether it is settled without us
	askMailing      // whether we may go on writing
)

// inContext reads answers that only our own mail gives a meaning to: a digit
// from a list that we offered, a bare yes or no to what we asked. Our mail is
// read for this alone, never for an intent.
func (a *argument) inContext() (verdict, bool) {
	if v, ok := a.codeword(); ok {
		return v, true
	}
	if v, ok := a.picked(); ok {
		return v, true
	}
	if v, ok := a.onClosing(); ok {
		return v, true
	}
	if !a.short(7) {
		return verdict{}, false
	}
	yes, no := a.bare()
	if !yes && !no {
		return verdict{}, false
	}
	text := Evidence{Text: clip(strings.TrimSpace(a.prose.text), 200)}
	if yes && strings.TrimSpace(a.ours()) == "" {
		text.Rule = "context.yes"
		return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{text}}, true
	}
	switch asked := a.oursApart().asks(); {
	case yes && asked == askStopping && a.offersBoth():
		text.Rule = "context.yes-either"
		return verdict{Intent: IntentUnclear, Confidence: 0.55, Evidence: []Evidence{text}}, true
	case yes && asked == askStopping:
		text.Rule = "context.yes-stop"
		return verdict{Intent: IntentOptOut, Confidence: 0.85, Evidence: []Evidence{text}}, true
	case yes && asked == askMeeting:
		text.Rule = "context.yes-meeting"
		return verdict{Intent: IntentMeeting, Confidence: 0.88, Evidence: []Evidence{text}}, true
	case yes && asked == askSending:
		text.Rule = "context.yes-send"
		return verdict{Intent: IntentInterested, Confidence: 0.88, Evidence: []Evidence{text}}, true
	case yes && asked == askSettled:
		text.Rule = "context.yes-settled"
		return verdict{Intent: IntentNotInterested, Confidence: 0.85, Evidence: []Evidence{text}}, true
	case no && asked == askMailing:
		text.Rule = "context.no-mail"
		return verdict{Intent: IntentOptOut, Confidence: 0.85, Evidence: []Evidence{text}}, true
	case no && (asked == askStopping || asked == askOther && a.short(2)):
		// "No" to "shall I stop?" is a yes; "no" to "do you lose hours?" is no refusal.
		text.Rule = "context.no"
		return verdict{Intent: IntentUnclear, Confidence: 0.55, Evidence: []Evidence{text}}, asked == askStopping
	}
	return verdict{}, false
}

// offersBoth says whether our mail lets them choose between an end and something
// else: there a yes says neither.
func (a *argument) offersBoth() bool {
	const most = 9 // offers looked at
	p := a.oursApart()
	ends, others := false, false
	for n, o := range offered(p) {
		if !o.word && n < most {
			end := a.option(o.text).Intent == IntentOptOut
			ends, others = ends || end, others || !end
		}
	}
	if ends && others {
		return true
	}
	for or := range eitherWords {
		first, second, ok := p.alternatives(map[string]bool{or: true})
		if !ok {
			continue
		}
		one, two := a.option(p.wording(first.from, first.to)), a.option(p.wording(second.from, second.to))
		if one.Intent == IntentOptOut && p.goesOn(second, two) || two.Intent == IntentOptOut && p.goesOn(first, one) {
			return true
		}
	}
	return false
}

// goesOn says whether an alternative of ours, read as v, is to write or do more.
func (p *prose) goesOn(s sentence, v verdict) bool {
	return isInterest(v.Intent) || v.Intent == IntentLater || p.says(s, onWords) || p.says(s, writingWords) && (p.says(s, usWords) || p.says(s, frenchUs)) && v.Intent == IntentUnclear
}

// ours is our own mail, as the answer quotes it, else as the journal knows it, ""
// when neither does.
func (a *argument) ours() string {
	if a.sent == nil {
		ours := mailAnswered(a.in.History)
		if ours == "" {
			ours = a.in.Context.Sent
		}
		a.sent = &ours
	}
	return *a.sent
}

// oursApart is our mail taken apart, once.
func (a *argument) oursApart() *prose {
	if a.sentApart == nil {
		a.sentApart = parse(unquoted(a.ours()))
	}
	return a.sentApart
}

// onClosing reads the answer to our question whether to close the file: there a
// yes ends the talk and a no keeps it open. Whoever says no, or wants it kept
// open, is a person's to answer; the words that a refusal begins with are none.
func (a *argument) onClosing() (verdict, bool) {
	blind := strings.TrimSpace(a.ours()) == "" // what we asked isn't known
	yes, no := a.bare()
	first := a.prose.tokens[0].word
	closes, negated := a.closes()
	if a.level(topicOptOut) > 0 || !yes && !no && !closes && !negated || blind && !(closes && negated && a.short(12)) {
		return verdict{}, false
	}
	if !blind && a.oursApart().asks() != askClosing {
		return verdict{}, false
	}
	v := verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "context.keep-open", Text: clip(strings.TrimSpace(a.prose.text), 200)}}}
	switch {
	case negated || closes && noWords[first] || no && !yes:
		switch {
		case a.meets():
			return verdict{}, false
		case a.level(topicInterested)+a.level(topicBuying) >= 2:
			v.Intent, v.Confidence = IntentInterested, 0.8
		}
		return v, true
	case closes || yes && !no:
		v.Intent, v.Confidence, v.Evidence[0].Rule = IntentNotInterested, 0.85, "context.close"
		return v, yes || a.short(12) && a.level(topicMeeting) < 2 && a.level(topicQuestion) == 0 && a.level(topicBuying) == 0
	}
	return verdict{}, false
}

// closes says whether the writer speaks of closing, and whether of not closing.
func (a *argument) closes() (closes, negated bool) {
	for i, t := range a.prose.tokens {
		if !closeWords[t.word] {
			negated = negated || openWords[t.word]
			continue
		}
		closes = true
		s := a.prose.sentences[t.sentence]
		for n := s.from; n < s.to; n++ {
			if n != i && keepWords[a.prose.tokens[n].word] {
				negated = true
			}
		}
	}
	return closes, negated
}

var closeWords = wordSet(`close closing closed shut schliessen schliesse schliess schliesst zumachen fermer fermez ferme cloturer cloturez clore cerrar cierre cierra cierrelo cerrarlo chiudere chiuda chiudi chiudete chiuderla fechar feche fecha fechem sluiten sluit`)

var openWords = wordSet(`open offen ouvert ouverte abierto abierta aperto aperta aberto aberta`)

var keepWords = wordSet(`not dont nicht keinesfalls noch pas surtout no non nao niet`)

// bare says whether the text is nothing but a yes or a no with its courtesies; to
// be urged is a yes, too: "please do".
func (a *argument) bare() (yes, no bool) {
	urged, named, thumb := a.asserts(urgeWords) || a.asserts(wouldWords) && a.asserts(praiseWords), false, false
	for _, t := range a.prose.tokens {
		switch {
		case t.kind == emojiToken:
			thumb = thumb || t.word == "👍"
		case yesWords[t.word]:
			yes = true
		case noWords[t.word], t.word == "not":
			no = true
		case courtesies[t.word], praiseWords[t.word], wouldWords[t.word]:
		case t.kind == wordToken && t.upper:
			named = true
		default:
			return false, false
		}
	}
	yes = yes || urged && !no && !named
	return yes && !no, no && !yes
}

var yesWords = wordSet(`confirmed bestatigt bestaetigt confirme confirmo confirmado confermo bevestigd
yes yep yeah yup sure ok okay absolutely definitely works perfect fine sounds suits deal agreed certainly yea aye affirmative
ja jo jep jap joa jawohl klar gerne gern passt geht einverstanden unbedingt natuerlich naturlich abgemacht genau stimmt richtig logisch
oui ouais volontiers parfait entendu daccord accord convient exact exactement tope banco nickel impec
si claro vale dale perfecto listo porfa exacto correcto hecho okey orale sale obvio seguro
va bene certo certamente volentieri perfetto esatto giusto ovvio
sim claro combinado perfeito fechado exato exatamente isso bora beleza pode
prima graag akkoord goed lukt klopt juist precies zeker tuurlijk natuurlijk top
correct exactly right correctamente indeed`)

// urgeWords ask to go ahead: "please do", "if you would", "por favor".
var urgeWords = wordSet(`please pls do if bitte favor plaisir svp prego favore`)

// wouldWords beside praiseWords agree: "that would be nice", "das wäre nett".
var (
	wouldWords  = wordSet(`would thatd itd ware waere serait seria sarebbe zou fora`)
	praiseWords = wordSet(`best nice lovely wonderful helpful kind better great good perfect super nett lieb schon gut toll prima bien gentil parfait mieux bueno genial estupendo mejor bello ottimo gentile meglio bene bom otimo optimo melhor fijn mooi beter`)
)

// asserts says whether one of some words stands in a text that asks nothing.
func (a *argument) asserts(words map[string]bool) bool {
	said := false
	for _, s := range a.prose.sentences {
		if s.question {
			return false
		}
		said = said || a.prose.says(s, words)
	}
	return said
}

var noWords = wordSet(`no nope nop nah nein nee non nao niet negative nej nei nicht noe na neen`)

var courtesies = wordSet(`please thanks thank you thx pls good great then do go it that for me us with would be is a the on to so very well let lets me my hi hello dear by all means that's thats this one all by
bitte danke dank das ist sehr mir uns es schon fur mich aber
merci bien ca me nous va pour moi c est d avec plaisir tres svp
gracias por favor me bien que esta a mi de acuerdo muy mucho
grazie per favore mi molto d accordo
obrigado obrigada por favor me
bedankt dank is het mij hoor voor dat
prefer rather lieber ziehe vor prefere prefiere prefiero preferisco preferirei preferiria prefiro preferia liever id d di que quero gostaria mochte moechte anche would if you
luckily fortunately zum gluck glueck heureusement fortuna afortunadamente felizmente gelukkig`)

// asks finds the last question of our mail that isn't its opt-out line.
func (p *prose) asks() ask {
	if len(p.sentences) == 0 {
		return askNothing
	}
	found := rules().find(p)
	result := askNothing
	for n, s := range p.sentences {
		if !s.question {
			continue
		}
		kind := p.asked(n, found)
		if kind == askStopping && s.to-s.from < 4 {
			continue // "Not for you?", "No more mails?" in a footer
		}
		if kind > result || kind == askMeeting || kind == askSending {
			result = kind
		}
	}
	return result
}

// asked is what one of our questions asks for; found are the rules that fired.
func (p *prose) asked(n int, found []hit) ask {
	s := p.sentences[n]
	kind := askOther
	for _, h := range found {
		if p.tokens[h.from].sentence != n {
			continue
		}
		switch h.rule.topic {
		case topicMeeting:
			kind = askMeeting
		case topicInterested, topicBuying:
			if kind != askMeeting {
				kind = askSending
			}
		}
	}
	for i := s.from; i < s.to; i++ {
		switch {
		case stopWords[p.tokens[i].word]:
			kind = askStopping
		case closeWords[p.tokens[i].word] && !p.tellsClock(s):
			kind = askClosing
		case kind == askOther && sendWords[p.tokens[i].word]:
			kind = askSending
		case kind < askStopping && callWords[p.tokens[i].word]:
			kind = askMeeting
		}
	}
	told := s // "I take it that you have let it go. Is that right?"
	if n > 0 && s.to-s.from <= 3 {
		told.from = p.sentences[n-1].from
	}
	switch {
	case p.says(s, strikeWords) && p.says(s, listWords), p.says(s, ceaseWords) && p.says(s, writingWords):
		return askStopping
	case p.says(told, abandonWords), p.says(s, alreadyWords) && p.says(s, foundWords) && p.says(s, anotherWords):
		return askSettled
	case p.says(s, stillWords) && p.says(s, writingWords) && p.says(s, mayWords):
		return askMailing
	}
	return kind
}

// tellsClock says whether a sentence names a time of day: "shall I call at 4 to
// close the order?" asks for no end.
func (p *prose) tellsClock(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if _, ok := readClock(p, i); ok {
			return true
		}
	}
	return false
}

// says whether one of some words stands in a sentence.
func (p *prose) says(s sentence, words map[string]bool) bool {
	return slices.ContainsFunc(p.tokens[s.from:s.to], func(t token) bool { return words[t.word] })
}

var stopWords = wordSet(`stop aufhoren aufhoeren arreter parar smettere stoppen`)

// strikeWords take from a list, of which listWords speak.
var strikeWords = wordSet(`remove delete take strike streichen streiche loschen loesche losche nehmen nehme austragen retire retirer enleve enlever supprime supprimer borro borre borrar elimine elimino eliminar quite quito quitar saque saco tolga tolgo togliere togliessi cancelli cancello cancellare tire tiro tirar remova removo remover apague apago apagar haal halen haalt verwijder verwijderen schrap schrappen`)

var listWords = wordSet(`list lists mailing verteiler liste adressliste kartei listes fichier lista listas fichero elenco indirizzario mailinglijst lijst adressenlijst bestand`)

// ceaseWords leave off doing something, writingWords say what.
var ceaseWords = wordSet(`cease quit leave lasse lassen cesse cesser arrete deje dejo dejar dejemos smetta smetto pare paro deixe deixo deixar stop ophou ophouden`)

var writingWords = wordSet(`write writing mail mails email emails mailing contact contacting message messages schreiben schreibe anschreiben mailen nachrichten ecrire ecrive ecris mailer escribir escribirle escribirte escriba escribo correos scrivere scriverle scriverti scriva scrivo mandarle scrivervi escrever escreva escrevo mensagens schrijven schrijf mailtjes berichten`)

// abandonWords give a plan up.
var abandonWords = wordSet(`abandoned abandon dropped verzichten verzichtet abgesehen aufgegeben abandonne abandonnez renonce renoncez descartado desistido renunciado renuncia desiste desistiu abbandonato rinuncia rinunciato abandonou afziet afgezien`)

// alreadyWords, foundWords and anotherWords, together, ask whether somebody else has it.
var alreadyWords = wordSet(`already schon bereits inzwischen deja entretemps ya gia nel quindi ja al inmiddels reeds`)

var foundWords = wordSet(`found chosen picked signed hired gefunden gewahlt gewaehlt entschieden beauftragt trouve choisi retenu signe encontrado elegido contratado escogido trovato scelto incaricato encontrou escolheu contratou gevonden gekozen getekend`)

var anotherWords = wordSet(`another other else someone somebody anderen andere anderer anderes jemand autre quelqu otro otra alguien altro altra outro outra alguem ander andere iemand`)

// stillWords and mayWords, beside writing, ask whether it may go on.
var stillWords = wordSet(`still further again sometimes occasionally weiterhin weiter ab gelegentlich manchmal hin encore continuer temps parfois occasion siga seguir seguimos cuando vez continui continuare ancora tanto continue continuar continuo vez quando af toe blijven blijf nog verder`)

var mayWords = wordSet(`may can could ok okay fine alright mind darf durfen duerfen recht ordnung einverstanden puis peux pouvons permettez convient derange puedo podemos importa parece molesta posso possiamo dispiace disturba podemos importaria mag mogen goed erg vindt`)

var sendWords = wordSet(`send forward share schicken senden zusenden schicke sende zuschicken zukommen envoyer envoie envoyons adresser transmettre transmette enverrai enviar enviarle enviarte mandar mandarle mandarte envio mando remito remitir inviare inviarle mando mandare mandarle invio invii invia mandi mandiamo inoltro spedisco spedire sturen stuur opsturen opstuur doorstuur toesturen bezorg envie envio mande mandar remeter quote proposal sample summary page checklist`)

var callWords = wordSet(`call meet meeting demo suit tomorrow monday tuesday wednesday thursday friday talk visit minutes
termin telefonieren anrufen passt montag dienstag mittwoch donnerstag freitag gesprach gespraech
appel rendez rdv lundi mardi mercredi jeudi vendredi echanger
llamada reunion lunes martes miercoles jueves viernes hablar
chiamata incontro lunedi martedi mercoledi giovedi venerdi sentirci
reuniao chamada segunda terca quarta quinta sexta
bellen afspraak maandag dinsdag woensdag donderdag vrijdag`)
