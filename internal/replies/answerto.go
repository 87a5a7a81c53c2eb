package replies

import (
	"slices"
	"strings"
)

// How our own question was put turns what a few words say: a no to "would you
// object to a call?" is a yes, and a yes to "shall I take you off?" an end. The
// models see neither, so this stands before them.

// turnedByOurs reads a brief answer to a question of ours that asks for leave by
// asking whether they mind, or that offers to stop.
func (a *argument) turnedByOurs() (verdict, bool) {
	if !a.short(briefAnswer) || len(a.prose.tokens) == 0 {
		return verdict{}, false
	}
	yes, no := a.bare()
	contrary := a.saysContrary()
	stops := a.bidsToStop()
	if !yes && !no && !contrary && !stops {
		return verdict{}, false
	}
	p := a.oursApart()
	n, others := p.lastQuestion()
	if n < 0 {
		return verdict{}, false
	}
	s := p.sentences[n]
	text := Evidence{Text: clip(strings.TrimSpace(a.prose.text), 200)}
	held := verdict{Intent: IntentUnclear, Confidence: 0.6}
	v := verdict{}
	switch minds, ends := p.says(s, mindWords), p.offersToStop(s); {
	case minds && ends, ends && others && yes:
		v, text.Rule = held, "context.stop-either"
	case minds && (no || contrary):
		v, text.Rule = held, "context.not-minding"
		switch asked := p.asked(n, rules().find(p)); {
		case asked == askMeeting:
			v = verdict{Intent: IntentMeeting, Confidence: 0.85}
		case asked == askSending || p.says(s, sentWords):
			v = verdict{Intent: IntentInterested, Confidence: 0.85}
		}
	case minds && yes:
		v, text.Rule = held, "context.minding"
	case ends && (yes && !contrary || stops) && !a.offersBoth():
		v, text.Rule = verdict{Intent: IntentOptOut, Confidence: 0.85}, "context.yes-stop"
	case ends && (no || contrary):
		v, text.Rule = verdict{Intent: IntentUnclear, Confidence: 0.55}, "context.no"
	case stops && p.offersStopOr(s):
		v, text.Rule = verdict{Intent: IntentOptOut, Confidence: 0.85}, "context.bids-stop"
	default:
		return verdict{}, false
	}
	v.Evidence = []Evidence{text}
	return v, true
}

// briefAnswer is how many words, with courtesies, an answer has that hangs on ours.
const briefAnswer = 7

// contraries deny what was supposed, more than a no does.
var contraries = newPhrasebook("not at all|not in the least|not a bit|not in the slightest|by no means|no objection|none at all|on the contrary|quite the contrary|quite the opposite|of course not|" +
	"uberhaupt nicht|ueberhaupt nicht|keineswegs|im gegenteil|nicht im geringsten|ganz und gar nicht|naturlich nicht|gar nicht|" +
	"pas du tout|au contraire|aucunement|absolument pas|pas le moins du monde|bien sur que non|" +
	"para nada|en absoluto|al contrario|todo lo contrario|caso contrario|claro que no|que va|" +
	"per niente|per nulla|affatto|tuttaltro|certo che no|ci mancherebbe|" +
	"de modo nenhum|de forma alguma|de maneira nenhuma|pelo contrario|claro que nao|imagina|" +
	"helemaal niet|integendeel|geenszins|absoluut niet|natuurlijk niet")

func (a *argument) saysContrary() bool {
	declines := len(a.hits[topicDecline])+len(a.hits[topicOptOut])+len(a.negated[topicInterested]) > 0 // "not at all interested"
	return !declines && contraries.in(fold(a.prose.text)) && !slices.ContainsFunc(a.prose.sentences, func(s sentence) bool { return s.question })
}

// bidsToStop says whether the answer begins with a bidding to stop that stands by
// itself: "Pará, che", not "Stop by on Friday", "Para el jueves".
func (a *argument) bidsToStop() bool {
	_, alone := a.behind(1)
	return alone && stopBids[a.prose.tokens[0].word] && !a.prose.sentences[0].question
}

var stopBids = wordSet(`stop aufhoren aufhoeren arrete arretez para pare parad paren parate smetti smetta smettete parem stoppen ophouden`)

// mindWords ask whether something would be minded.
var mindWords = wordSet(`mind object objection objections against bother trouble inconvenient
dagegen einwande einwaende storen stoeren stort stoert
inconvenients gene generait derange derangerait
inconveniente inconvenientes molesta molestaria molestia importa importaria objecion
dispiace dispiacerebbe disturba disturberebbe obiezioni contrario contraria
incomoda incomodaria oposicao objecoes
bezwaar bezwaren erg tegen`)

// sentWords tell what "if I" would do: "would you object if I sent you two pages?"
var sentWords = wordSet(`sent mailed emailed posted forwarded showed schickte zuschickte sende zusende envoie envoyais enviara enviase mandassi inviassi enviasse mandasse stuurde opstuur`)

// lastQuestion is the last question of our mail but for those of its opt-out line,
// -1 where it asks none, and whether it asks others.
func (p *prose) lastQuestion() (n int, others bool) {
	const least = 4 // words, as in asksElse, where it speaks of us
	n = -1
	for i, s := range p.sentences {
		ours := p.says(s, usWords) || p.says(s, frenchUs) && !p.says(s, dutchWords) || p.says(s, stopOffers)
		if !s.question || !ours && !p.says(s, mindWords) && (s.to-s.from < least || p.says(s, denialWords) && p.says(s, touchWords)) {
			continue
		}
		others = n >= 0
		n = i
	}
	return n, others
}

// offersToStop says whether a question of ours offers to write no more: "shall I take
// you off?", "soll ich lieber nicht mehr schreiben?"
func (p *prose) offersToStop(s sentence) bool {
	if behind := (sentence{from: min(s.from+1, s.to), to: s.to}); !p.ofUs(s) || p.says(behind, eitherWords) {
		return false // "or shall I stop?" is one of two questions
	}
	for i := s.from; i+2 < s.to; i++ {
		if takeWords[p.tokens[i].word] && p.tokens[i+1].word == "you" && p.tokens[i+2].word == "off" && (i+3 == s.to || p.tokens[i+3].breaks) {
			return true
		}
	}
	text := p.wording(s.from, s.to)
	b := argue(&input{NewText: text}, text)
	return b.promisesEnd()
}

// stopOffers are verbs by which we offer an end, and nothing else, in a question of two
// or three words: "¿Sigo o paro?"
var stopOffers = wordSet(`paro pare deje dejo smetto arrete aufhoren aufhoeren stoppen`)

// offersStopOr says whether a question of ours gives the choice to stop or go on.
func (p *prose) offersStopOr(s sentence) bool {
	return p.says(s, eitherWords) && (p.says(s, quitWords) || p.says(s, stopOffers)) && p.ofUs(s)
}
