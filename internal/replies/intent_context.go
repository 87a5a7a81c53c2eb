package replies

import "strings"

// ask is what our own mail asked for, as far as it matters to a short answer.
type ask uint8

const (
	askNothing  ask = iota
	askOther        // a question of another kind
	askMeeting      // a call, a visit, a time
	askSending      // whether to send something
	askStopping     // whether to stop writing
	askClosing      // whether to close the file
)

// inContext reads answers that only our own mail gives a meaning to: a digit
// from a list that we offered, a bare yes or no to what we asked. Our mail is
// read for this alone, never for an intent.
func (a *argument) inContext() (verdict, bool) {
	ours := a.in.QuotedText
	if strings.TrimSpace(ours) == "" {
		ours = a.in.Context.Sent
	}
	if n, ok := a.digit(); ok {
		option := optionText(ours, n)
		if option == "" {
			return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "unclear.number", Text: n}}}, true
		}
		return a.option(option), true
	}
	if v, ok := a.onClosing(ours); ok {
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
	if yes && strings.TrimSpace(ours) == "" {
		text.Rule = "context.yes"
		return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{text}}, true
	}
	switch asked := asks(ours); {
	case yes && asked == askStopping:
		text.Rule = "context.yes-stop"
		return verdict{Intent: IntentOptOut, Confidence: 0.85, Evidence: []Evidence{text}}, true
	case yes && asked == askMeeting:
		text.Rule = "context.yes-meeting"
		return verdict{Intent: IntentMeeting, Confidence: 0.88, Evidence: []Evidence{text}}, true
	case yes && asked == askSending:
		text.Rule = "context.yes-send"
		return verdict{Intent: IntentInterested, Confidence: 0.88, Evidence: []Evidence{text}}, true
	case no && (asked == askStopping || asked == askOther && a.short(2)):
		// "No" to "shall I stop?" is a yes; "no" to "do you lose hours?" is no refusal.
		text.Rule = "context.no"
		return verdict{Intent: IntentUnclear, Confidence: 0.55, Evidence: []Evidence{text}}, asked == askStopping
	}
	return verdict{}, false
}

// onClosing reads the answer to our question whether to close the file: there a
// yes ends the talk and a no keeps it open. Whoever says no, or wants it kept
// open, is a person's to answer; the words that a refusal begins with are none.
func (a *argument) onClosing(ours string) (verdict, bool) {
	blind := strings.TrimSpace(ours) == "" // what we asked isn't known
	if a.level(topicOptOut) > 0 || !blind && asks(ours) != askClosing {
		return verdict{}, false
	}
	yes, no := a.bare()
	first := a.prose.tokens[0].word
	closes, negated := a.closes()
	if blind && !(closes && negated && a.short(12)) {
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

// bare says whether the text is nothing but a yes or a no with its courtesies.
func (a *argument) bare() (yes, no bool) {
	thumb := false
	for _, t := range a.prose.tokens {
		switch {
		case t.kind == emojiToken:
			thumb = thumb || t.word == "👍"
		case yesWords[t.word]:
			yes = true
		case noWords[t.word]:
			no = true
		case courtesies[t.word] || t.kind == wordToken && t.upper:
		default:
			return false, false
		}
	}
	return yes && !no, no && !yes
}

var yesWords = wordSet(`yes yep yeah yup sure ok okay absolutely definitely works perfect fine sounds suits deal agreed certainly yea aye affirmative
ja jo jep jap klar gerne gern passt geht einverstanden unbedingt natuerlich naturlich abgemacht
oui ouais volontiers parfait entendu daccord accord convient
si claro vale dale perfecto listo porfa
va bene certo certamente volentieri perfetto
sim claro combinado perfeito fechado
prima graag akkoord goed lukt`)

var noWords = wordSet(`no nope nah nein nee non nao niet negative nej nei`)

var courtesies = wordSet(`please thanks thank you thx pls good great then do go it that for me us with would be is a the on to so very well let lets me my hi hello dear by all means that's thats this one all by
bitte danke dank das ist sehr mir uns es schon fur mich aber
merci bien ca me nous va pour moi c est d avec plaisir tres svp
gracias por favor me bien que esta a mi de acuerdo muy mucho
grazie per favore mi molto d accordo
obrigado obrigada por favor me
bedankt dank is het mij hoor voor dat`)

// asks finds the last question of our mail that isn't its opt-out line.
func asks(ours string) ask {
	p := parse(ours)
	if len(p.sentences) == 0 {
		return askNothing
	}
	found := rules().find(p)
	result := askNothing
	for n, s := range p.sentences {
		if !s.question {
			continue
		}
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
			case closeWords[p.tokens[i].word]:
				kind = askClosing
			case kind == askOther && sendWords[p.tokens[i].word]:
				kind = askSending
			case kind < askStopping && callWords[p.tokens[i].word]:
				kind = askMeeting
			}
		}
		if kind == askStopping && s.to-s.from < 4 {
			continue // "Not for you?", "No more mails?" in a footer
		}
		if kind > result || kind == askMeeting || kind == askSending {
			result = kind
		}
	}
	return result
}

var stopWords = wordSet(`stop aufhoren aufhoeren arreter parar smettere stoppen`)

var sendWords = wordSet(`send forward share schicken senden zusenden schicke sende envoyer envoie enviar enviarle mandar mandarle envio mando inviare mando mandare invio sturen stuur envie mande quote proposal sample summary page checklist`)

var callWords = wordSet(`call meet meeting demo suit tomorrow monday tuesday wednesday thursday friday talk visit minutes
termin telefonieren anrufen passt montag dienstag mittwoch donnerstag freitag gesprach gespraech
appel rendez rdv lundi mardi mercredi jeudi vendredi echanger
llamada reunion lunes martes miercoles jueves viernes hablar
chiamata incontro lunedi martedi mercoledi giovedi venerdi sentirci
reuniao chamada segunda terca quarta quinta sexta
bellen afspraak maandag dinsdag woensdag donderdag vrijdag`)

// digit is the one number or letter that is the whole answer.
func (a *argument) digit() (string, bool) {
	t := a.prose.tokens
	if len(t) == 0 || len(t) > 3 {
		return "", false
	}
	for _, tok := range t {
		if tok.kind == numberToken && len(tok.word) == 1 {
			return tok.word, true
		}
		if len(t) == 1 && len(tok.word) == 1 && tok.kind == wordToken && strings.Contains("abcdef", tok.word) {
			return tok.word, true
		}
		if !optionWords[tok.word] {
			return "", false
		}
	}
	return "", false
}

var optionWords = wordSet(`number option nr no nummer numero opcion opzione opcao optie please bitte die la le the l antwort answer`)

// optionText is the line of our mail that an answer's number stands for.
func optionText(ours, n string) string {
	for line := range strings.SplitSeq(ours, "\n") {
		line = strings.TrimLeft(line, "> \t*-([#")
		rest, ok := strings.CutPrefix(strings.ToLower(line), n)
		if !ok || rest == "" || strings.IndexByte(" .):-=]\t", rest[0]) < 0 && !strings.HasPrefix(rest, "–") {
			continue
		}
		return strings.TrimLeft(rest, " .):-=]\t–")
	}
	return ""
}

// option reads the words of the option that was picked as if they were the writer's.
func (a *argument) option(text string) verdict {
	in := *a.in
	in.NewText, in.QuotedText, in.Context.Sent, in.Signature = text, "", "", ""
	b := argue(&in, text)
	v := b.decide()
	v.Evidence = append(v.Evidence, Evidence{Rule: "context.option", Text: clip(text, 200)})
	if v.Intent == IntentLater {
		// Our words, not theirs: a later time picked from our list is asked about.
		v.Confidence = min(v.Confidence, 0.8)
	}
	return v
}
