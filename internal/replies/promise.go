package replies

import (
	"slices"
	"strings"
)

// option reads the words of the option that was picked as if they were the
// writer's. Many are ours ("I'll delete your address"): there the rules, which
// know what prospects write, are helped by what we promise.
func (a *argument) option(text string) verdict {
	text = beforeElse(text)
	in := *a.in
	in.NewText, in.History, in.Context.Sent, in.Signature = text, nil, "", ""
	b := argue(&in, text)
	v := b.decide()
	held := verdict{Intent: IntentUnclear, Confidence: 0.6}
	end := b.promisesEnd()
	switch {
	case b.bounded() && v.Intent == IntentOptOut, b.promisesMore() && !end:
		v = held // less mail, or mail as before, is neither an end nor interest
	case (end || v.Intent == IntentOptOut) && b.promisesThing():
		v = held // two options taken for one
	case end && v.Intent != IntentOptOut:
		v = verdict{Intent: IntentOptOut, Confidence: 0.85}
	case b.denies() && (isInterest(v.Intent) || v.Intent == IntentUnclear):
		v = held // "no call", "not the sample"
	case v.Intent == IntentUnclear, v.Intent == IntentReferral && v.ReferredTo == nil:
		v = b.promised()
	}
	v.Evidence = append(v.Evidence, Evidence{Rule: "context.option", Text: clip(text, 200)})
	if v.Intent == IntentLater {
		// Our words, not theirs: a later time picked from our list is asked about.
		v.Confidence = min(v.Confidence, 0.8)
	}
	return v
}

// beforeElse cuts off what happens if the option is not picked: "the sample,
// otherwise I'll leave you in peace".
func beforeElse(text string) string {
	p := parse(text)
	for i := 1; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if elseWords[t.word] || ifWords[t.word] && i+1 < len(p.tokens) && denialWords[p.tokens[i+1].word] {
			return strings.TrimRight(text[:t.start], " ,;(–-")
		}
	}
	return text
}

var elseWords = wordSet(`otherwise else sonst andernfalls ansonsten sinon autrement altrimenti senao anders`)

// promised is what an option leads to that is told in our words: a call, a
// thing to send, the end of a file.
func (a *argument) promised() verdict {
	v := verdict{Intent: IntentUnclear, Confidence: 0.6}
	if len(a.prose.sentences) == 0 {
		return v
	}
	all := sentence{from: 0, to: len(a.prose.tokens)}
	switch asked := a.prose.asked(0, rules().find(a.prose)); {
	case asked == askMeeting || a.prose.says(all, ringWords):
		v = verdict{Intent: IntentMeeting, Confidence: 0.8}
	case asked == askSending || a.prose.says(all, sendableWords):
		v = verdict{Intent: IntentInterested, Confidence: 0.8}
	case asked == askClosing:
		v = verdict{Intent: IntentNotInterested, Confidence: 0.8}
	}
	return v
}

// promisesThing says whether an option has a call or a thing to send in it.
func (a *argument) promisesThing() bool {
	for i, t := range a.prose.tokens {
		if (sendableWords[t.word] || sendWords[t.word] || callWords[t.word] || ringWords[t.word]) && !a.denied(i) && !a.holds(i+1, min(len(a.prose.tokens), i+4), denialWords) && !a.holds(max(0, i-4), i, quitWords) {
			return true // not "send me nothing more", "stop sending"
		}
	}
	return false
}

// ringWords offer a call.
var ringWords = wordSet(`ring phone anruf telefonat rufe telefoniere appelle telephone llamo llame telefonata telefono telefoni chiamo chiami ligacao ligo ligue telefone telefoontje bel`)

// sendableWords are things that a mail of ours offers to send.
var sendableWords = wordSet(`sample samples film video numbers figures price prices pricelist brochure catalogue catalog guide example examples
muster probe preisliste preise zahlen broschure broschuere katalog beispiel beispiele angebot
echantillon echantillons devis tarif tarifs chiffres exemple exemples
muestra muestras tarifa tarifas presupuesto cifras folleto catalogo ejemplo ejemplos
campione campioni listino preventivo cifre esempio esempi
amostra amostras tabela orcamento numeros exemplo exemplos
monster monsters prijslijst offerte cijfers voorbeeld voorbeelden`)

// promisesEnd says whether an option in our words ends our mail for good. One that
// only puts it off, thins it out, or says what we won't leave off, does not.
func (a *argument) promisesEnd() bool {
	return !a.bounded() && (a.leavesInPeace() || a.takesOff() || a.quits() || a.writesNoMore())
}

// bounded says whether an option has a date, a number or a word that makes it one
// for a time or of a kind: "leave you in peace for now", "only one mail a month".
func (a *argument) bounded() bool {
	tokens := a.prose.tokens
	for i, t := range tokens {
		switch {
		case t.kind == numberToken, a.forAWhile(i):
			return true
		case moreWords[t.word] && i+1 < len(tokens) && thanWords[tokens[i+1].word] && a.holds(i+2, min(len(tokens), i+5), singleWords):
			return true // "no más de un correo"
		}
	}
	return len(a.found) > 0
}

// forAWhile says whether token i makes what is said one for a time: "for now".
func (a *argument) forAWhile(i int) bool {
	word, before := a.prose.tokens[i].word, ""
	if i > 0 {
		before = a.prose.tokens[i-1].word
	}
	return limitWords[word] || nowWords[word] && forWords[before] || word == "being" && before == "time" || firstWords[word] && forWords[before]
}

// limitWords are of how long, how often and of what is left.
var limitWords = wordSet(`until till first moment while week weeks month months monthly weekly than only but unless except instead summer winter spring autumn later waiting often
bis vorerst erst zunachst zunaechst momentan derzeit woche wochen monat monate monatlich einmal nur aber ausser sondern spater spaeter als warteliste ofter oefter haufiger
jusqu jusque instant semaine semaines mois fois seulement sauf attente souvent
hasta momento semana semanas mes meses vez solo pero salvo luego espera frecuencia
fino settimana mese mesi volta soltanto tranne attesa spesso
ate enquanto apenas exceto
tot voorlopig eerst weken maand maanden keer alleen maar behalve wachtlijst vaker`)

var (
	nowWords    = wordSet(`now ahora ora agora nu jetzt`)
	forWords    = wordSet(`for por per voor fur fuer furs fuers`)
	firstWords  = wordSet(`erste`)
	thanWords   = wordSet(`than als d de di que do dan`)
	singleWords = wordSet(`one un une uno una um uma een eine einen einer`)
)

// denies says whether a "not" stands in an option.
func (a *argument) denies() bool { return a.holds(0, len(a.prose.tokens), denialWords) }

// denialWords say no to what stands beside them.
var denialWords = wordSet(`no not dont wont never nothing none without cannot cant doesnt
nicht nie niemals kein keine keinen keiner keinem nichts ohne
ne pas jamais rien aucun aucune sans
nunca jamas nada ningun ninguna sin
non mai niente nulla nessun nessuna senza
nao nenhum nenhuma sem
niet nooit geen niets zonder`)

// denied says whether a denial stands close before token i, in its clause.
func (a *argument) denied(i int) bool {
	const near = 3
	for j := i - 1; j >= max(0, i-near) && !a.prose.tokens[j+1].breaks; j-- {
		if denialWords[a.prose.tokens[j].word] {
			return true
		}
	}
	return false
}

// leavesInPeace finds "leave you in peace". The peace must stand right behind
// the leaving or behind who is left: "leave you to think about it in peace" and
// "es sich in Ruhe durch den Kopf gehen lassen" end nothing.
func (a *argument) leavesInPeace() bool {
	const near = 3 // words between leaving and peace
	tokens := a.prose.tokens
	for i := 1; i < len(tokens); i++ {
		end := i + 1
		switch word := tokens[i].word; {
		case inWords[word] && end < len(tokens) && peaceWords[tokens[end].word]:
			end++
		case !aloneWords[word]:
			continue
		}
		before := tokens[i-1].word
		if itWords[before] && i > 1 {
			before = tokens[i-2].word // "deixo-a em paz"
		}
		if !leaveWords[before] && !youWords[before] {
			continue
		}
		for j := max(0, i-near); j < min(len(tokens), end+near); j++ {
			if leaveWords[tokens[j].word] && !a.denied(j) && !a.denied(i) {
				return true
			}
		}
	}
	return false
}

var (
	leaveWords = wordSet(`leave left lasse lass lassen laisse laisser laissions laissais deje dejo dejar dejarle dejarla dejarlo dejarte dejemos lasci lascio lasciare lasciarla lasciarti lasciarvi lasciamo deixe deixo deixar deixemos laat laten`)
	inWords    = wordSet(`in en em met a`)
	peaceWords = wordSet(`peace ruhe frieden paix paz pace sossego rust vrede`)
	aloneWords = wordSet(`alone be tranquille tranquilles tranquilo tranquila tranquilos stare sossegado sossegada`)
	youWords   = wordSet(`you sie dich euch ihnen dir vous te toi le la lo les os ti vi lei u je jullie voortaan kunftig kuenftig`)
)

// takesOff finds "delete your address", "take you off my list", "strike you off". To take along,
// or onto a list, is not to take off it.
func (a *argument) takesOff() bool {
	const near = 5 // words between the verb and the list
	tokens := a.prose.tokens
	for i, t := range tokens {
		if !deleteWords[t.word] && !takeWords[t.word] || a.denied(i) || i > 0 && tokens[i-1].word == "you" {
			continue // "do you delete your old data?"
		}
		from, to := max(0, i-near), min(len(tokens), i+near+1)
		switch {
		case deleteWords[t.word] && a.yourData(i):
			return true
		case i+2 < len(tokens) && youWords[tokens[i+1].word] && tokens[i+2].word == "off" && (i+3 == len(tokens) || tokens[i+3].breaks):
			return true
		case a.holds(from, to, ontoWords):
		case a.holds(from, to, listWords) && a.holds(from, to, offWords) && (a.holds(max(0, i-2), min(len(tokens), i+3), youWords) || i > 0 && itWords[tokens[i-1].word]):
			return true
		}
	}
	return false
}

// yourData says whether an address or data of the reader's stand where the verb i
// governs them, before it or behind. "Your test data" and "your address book" are
// what we work on.
func (a *argument) yourData(i int) bool {
	const before, behind = 2, 4
	tokens := a.prose.tokens
	for j := max(0, i-before); j < min(len(tokens), i+behind+1); j++ {
		if dataWords[tokens[j].word] && a.yours(j) && (j < i || !a.breaksBetween(i+1, j)) {
			return true
		}
	}
	return false
}

// yours says whether "your" stands before the noun at token j, and no other noun
// between or behind.
func (a *argument) yours(j int) bool {
	tokens := a.prose.tokens
	from, to := j-1, j+1
	for from >= 0 && addressNouns[tokens[from].word] {
		from--
	}
	for to < len(tokens) && !tokens[to].breaks && addressNouns[tokens[to].word] {
		to++
	}
	if from < 0 || !yourWords[tokens[from].word] {
		return false
	}
	if to == len(tokens) || tokens[to].breaks || tokens[to].sentence != tokens[j].sentence {
		return true
	}
	next := tokens[to].word
	return functionWords()[next] != 0 || deleteWords[next] || linkWords[next] || everWords[next] || offWords[next] || atOnceWords[next]
}

// deletesData says whether words of ours are of deleting data; an address is none.
func (p *prose) deletesData() bool {
	all := sentence{from: 0, to: len(p.tokens)}
	return p.says(all, deleteWords) && p.says(all, keptWords)
}

// atOnceWords tell how or when, behind what is deleted.
var atOnceWords = wordSet(`immediately straight straightaway right everywhere here now today myself sofort umgehend gleich vollstandig vollstaendig komplett endgultig endgueltig
immediatement aussitot enseguida inmediatamente subito immediatamente imediatamente ja meteen direct onmiddellijk`)

// addressNouns stand beside the address or data that mail is sent to.
var addressNouns = wordSet(`email emails e mail contact personal correo electronico courriel personnelles personales personali pessoais persoonlijke kontakt electronique eletronico elettronica`)

var (
	deleteWords = wordSet(`delete deleting remove removing erase erasing strike losche loesche loschen loeschen streiche streichen entferne entfernen
efface effacer supprime supprimer retire retirer raye rayer borro borre borrar elimino elimine eliminar suprimo suprimir
cancello cancelli cancellare elimini eliminare rimuovo rimuovere apago apague apagar removo remova remover verwijder verwijderen wis wissen schrap schrappen`)
	takeWords = wordSet(`take taking nehme nehmen enleve enlever quito quite quitar saco saque sacar tolgo tolga togliere toglierla tiro tire tirar haal halen`)
	offWords  = wordSet(`off from out aus vom von de du des del della dalla dall dal da do uit van`)
	ontoWords = wordSet(`on onto into in auf ins im zur sur dans nel nella sulla na no op`)
	itWords   = wordSet(`o a os as`) // you, in Portuguese: "o tiro da lista"
	yourWords = wordSet(`your ihre ihren deine eure votre vos ta tes su sus tu tus suo suoi sua seu seus teu teus uw je jullie`)
	dataWords = wordSet(`address details data adresse daten donnees coordonnees direccion datos indirizzo dati endereco dados adres gegevens emailadresse mailadresse emailadres mailadres`)
	keptWords = wordSet(`data daten donnees datos dati dados gegevens`)
)

// quits finds "stop writing". To stop by, to stop something else, or how others
// stop writing lists by hand, is not it.
func (a *argument) quits() bool {
	tokens := a.prose.tokens
	for i, t := range tokens {
		if !quitWords[t.word] || a.denied(i) || !a.plainTo(i) {
			continue
		}
		j := i + 1
		for j < len(tokens) && (fillWords[tokens[j].word] || youWords[tokens[j].word]) {
			j++
		}
		what := j < len(tokens) && reachWords[tokens[j].word]
		if what {
			j++
		}
		switch {
		case j == len(tokens), everOnly(tokens[j:]):
			return true
		case what && (tokens[j].breaks || youWords[tokens[j].word] || linkWords[tokens[j].word]):
			return true
		}
	}
	return false
}

// plainTo says whether before token i stand only words that promise or offer it:
// "I'll stop", "que j'arrête".
func (a *argument) plainTo(i int) bool {
	return !slices.ContainsFunc(a.prose.tokens[:i], func(t token) bool {
		return !offerWords[t.word] && !reachWords[t.word] && !youWords[t.word] && !linkWords[t.word] && !eitherWords[t.word]
	})
}

// everOnly says whether the words left over say no more than "for ever".
func everOnly(tokens []token) bool {
	return !slices.ContainsFunc(tokens, func(t token) bool { return !everWords[t.word] })
}

var (
	quitWords  = wordSet(`stop stopping stopped cease quit aufhore aufhoere aufhoren aufhoeren hore hoere arrete arreter arretez cesse cesser cessez paro parar pare dejo deje dejar smetto smetta smettere smettete smettessi deixo deixe deixar stoppen ophoud ophouden`)
	fillWords  = wordSet(`the these my all with de di d a to of them any auf mit dem an zu die diese los las les mes gli i as os om met`)
	reachWords = wordSet(`writing emailing mailing contacting messaging mails emails messages schreiben anschreiben mailen ecrire mailer escribir escribirle escribirte scrivere scriverle scriverti scrivervi escrever schrijven mailtjes`)
	offerWords = wordSet(`i ill id shall should would will that want me to rather prefer please it be better if like soll ich sollte lieber dass que je j dois preferez voulez yo debo prefiere prefieres io devo che preferisce eu prefere ik zal moet liever`)
	everWords  = wordSet(`for good ever altogether completely entirely fur fuer immer ganz auf toujours definitivement pour para siempre del todo per sempre vez voor altijd helemaal`)
)

// writesNoMore finds "never write again", "you won't hear from me any more": a
// denial, then a word for ever, and writing or hearing, with no call that takes a
// part of it back. "Never again" will do where it is all that the option says.
func (a *argument) writesNoMore() bool {
	const near = 5 // words between "not" and "again"
	all := sentence{from: 0, to: len(a.prose.tokens)}
	final, deny := false, -near-1
	for i, t := range a.prose.tokens {
		if denialWords[t.word] && !withoutWords[t.word] {
			deny = i
		}
		final = final || neverWords[t.word] || lastWords[t.word] && i-deny <= near
	}
	if !final || a.prose.says(all, quitWords) || a.prose.says(all, callWords) || a.prose.says(all, ringWords) || a.prose.says(all, callsWords) {
		return false
	}
	return a.prose.endsAlone(all) || a.prose.says(all, touchWords)
}

// endsAlone says whether tokens are nothing but a "never again", which leaves to
// the words around what there is an end of.
func (p *prose) endsAlone(s sentence) bool {
	return s.from < s.to && !slices.ContainsFunc(p.tokens[s.from:s.to], func(t token) bool {
		return !denialWords[t.word] && !lastWords[t.word] && !linkWords[t.word] && !ratherWords[t.word]
	})
}

var (
	neverWords   = wordSet(`never nie niemals jamais nunca jamas mai nooit`)
	withoutWords = wordSet(`without ohne sans sin senza sem zonder`)
	ratherWords  = wordSet(`rather at all gar lieber ganz liever helemaal plutot mejor meglio melhor`)
	lastWords    = wordSet(`never again anymore more ever nie niemals mehr wieder jamais plus nunca jamas mas mai piu mais nooit meer weer`)
	touchWords   = wordSet(`write writing mail mails email emails hear bother contact trouble message messages
schreibe schreiben anschreiben nachricht nachrichten hore horen hoeren hort melde belastige behellige
ecrire ecris ecrirai ecrive courriel courriels entendrez derange derangerai lire
escribo escribir escribire escriba correo correos molesto molestare
scrivo scrivere scrivero scriva messaggi disturbo disturbero
escrevo escrever escreverei escreva mensagens incomodo
schrijf schrijven mailtje mailtjes bericht berichten hoort horen`)
	callsWords = wordSet(`calls calling ringing anrufe appels llamadas chiamate chamadas telefoontjes telefone phone telefon`)
)

// promisesMore says whether an option goes on writing as before.
func (a *argument) promisesMore() bool {
	tokens := a.prose.tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i].word == "on" && goWords[tokens[i-1].word] {
			return true
		}
	}
	return a.holds(0, len(tokens), onWords) && (a.holds(0, len(tokens), writingWords) || a.holds(0, len(tokens), touchWords))
}

// goWords before "on", and onWords, go on with something.
var (
	goWords = wordSet(`go carry keep going`)
	onWords = wordSet(`keep continue continuing weiter weiterhin weiterschreiben continuer continuions sigo siga seguir continuo continui continuare continuar doorgaan blijf blijven verder`)
)
