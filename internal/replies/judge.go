package replies

import (
	"slices"
	"strings"
)

// What a mistake costs, in wrong readings: 1 is a label that isn't the right
// one, found by the owner at a glance. A person's look is a little cheaper than
// that, so doubt is held; what lets a sequence go on, closes a door on interest
// or goes on with someone who wants no mail is dear.
const (
	costWrong     = 1.0
	costHeld      = 0.96 // a person looks at it
	costGoesOn    = 4.0  // the sequence would go on by itself
	costClosed    = 6.0  // interest taken for a no
	costNeglected = 1.5  // an opt-out not suppressed at once
	costIgnored   = 5.0  // the same where a rule found the demand, and it isn't held either
	costMailed    = 10.0 // an opt-out that would lead to another mail
	costSilenced  = 2.0  // someone suppressed who never asked for it: nobody looks at it again
	costGuessed   = 2.2  // the same where no rule found a demand
	costShutOut   = 1.2  // the same with someone who said no, and hears nothing more of this anyway
)

// cost is what it costs to take meant for read, where the rules came to ruled.
func cost(meant, read, ruled Intent) float64 {
	switch {
	case meant == read:
		return 0
	case meant == IntentOptOut && read == IntentLater:
		return costMailed
	case read == IntentLater:
		return costGoesOn
	case read == IntentOptOut && endsTalk(meant):
		return costShutOut
	case read == IntentOptOut && ruled == IntentOptOut:
		return costSilenced
	case read == IntentOptOut:
		return costGuessed
	case meant == IntentOptOut && ruled == IntentOptOut && read != IntentUnclear:
		return costIgnored
	case meant == IntentOptOut:
		return costNeglected
	case isInterest(meant) && endsTalk(read):
		return costClosed
	case read == IntentUnclear:
		return costHeld
	}
	return costWrong
}

// endsTalk says whether an intent ends a conversation.
func endsTalk(i Intent) bool { return i == IntentNotInterested || i == IntentWrongPerson }

// isInterest says whether an intent is real interest.
func isInterest(i Intent) bool { return i == IntentMeeting || i == IntentInterested }

// opinion is how likely the model thinks each intent, in the order of its classes.
type opinion [modelClasses]float64

func (o *opinion) chance(i Intent) float64 { return o[slices.Index(modelIntents, i)] }

// likelierNo says whether a no is much likelier than interest, though not so sure that
// it may be read: to take interest for a no is dear. That is doubt, then, and no
// interest.
func (o *opinion) likelierNo() bool {
	const much = 2
	return o.chance(IntentNotInterested)+o.chance(IntentWrongPerson) > much*(o.chance(IntentMeeting)+o.chance(IntentInterested))
}

// best is the intent that costs least if it is taken for what was meant;
// ruled is as for cost.
func (o *opinion) best(ruled Intent) Intent {
	best, least := IntentUnclear, 0.0
	for n, read := range modelIntents {
		sum := 0.0
		for c, meant := range modelIntents {
			sum += o[c] * cost(meant, read, ruled)
		}
		if n == 0 || sum < least {
			best, least = read, sum
		}
	}
	return best
}

// judge gives the final verdict: the model's, which knows what the rules came
// to, at what its mistakes would cost. An answer that our own question decided,
// or a button of a calendar, stays as the rules read it.
func (a *argument) judge(v verdict) verdict { return a.judgeBy(trained(), v) }

func (a *argument) judgeBy(m *model, v verdict) verdict {
	if w, ok := a.turnedByOurs(); ok && (v.Intent != IntentOptOut || v.fromContext()) {
		v = w
	}
	if m == nil || a.prose.wordless() || a.saysNothing() || a.in.Calendar.answers() && (v.Intent == IntentMeeting || v.declined()) {
		return v
	}
	o, withOurs := m.opinionOn(a)
	if v.fromContext() && !(withOurs && v.supposes() && o.chance(v.Intent) < unlikely && o.best(v.Intent) != IntentOptOut && o.best(v.Intent) != IntentUnclear) {
		return v
	}
	got := a.conclude(m, v, o)
	if withOurs && isInterest(got.Intent) && (o.likelierNo() || a.short(briefest) && slices.ContainsFunc(a.prose.tokens, token.denies) && o.chance(got.Intent) < sureInBrief) {
		got = verdict{Intent: IntentUnclear, Confidence: o.chance(IntentUnclear), Evidence: []Evidence{a.ownWords(m, IntentUnclear)}}
	}
	if withOurs {
		p := a.oursApart()
		if n, _ := p.lastQuestion(); n >= 0 {
			got.Evidence = append(got.Evidence, Evidence{Rule: "model.asked", Text: p.quote(p.sentences[n].from, p.sentences[n].to)})
		}
	}
	if got.Intent == IntentLater && a.asksAbout(got.at) {
		got = a.verdictOf(IntentQuestion, o.chance(IntentQuestion), topicQuestion)
		got.Evidence = append(got.Evidence, a.ownWords(m, IntentQuestion))
	}
	if h, ok := a.demandAfter(got.at); got.Intent == IntentLater && ok {
		got = verdict{Intent: IntentUnclear, Others: []Intent{IntentLater}, Confidence: o.chance(IntentUnclear), Evidence: append([]Evidence{a.witness(h)}, got.Evidence...)}
	}
	if got.Intent == IntentLater {
		if why := a.againstDay(got.at); why != "" {
			got = verdict{Intent: IntentUnclear, Confidence: o.chance(IntentUnclear), Evidence: append([]Evidence{{Rule: why, Text: got.at.words(a.prose)}}, got.Evidence...)}
		}
	}
	if h, ok := a.demandForOther(); ok && got.Intent == IntentOptOut {
		got = verdict{Intent: IntentUnclear, Confidence: o.chance(IntentUnclear), Evidence: append([]Evidence{{Rule: "unclear.for-another", Text: a.prose.quote(h.from, h.to)}}, got.Evidence...)}
	}
	if got.Intent == IntentOptOut || got.Intent == IntentQuestion {
		a.heedAccess(&got, o.chance(IntentQuestion))
	}
	if got.Intent != IntentLater && got.Intent != IntentOptOut && o.chance(IntentLater) >= maybeLater {
		a.supposeLater(&got)
	}
	return got
}

// demandForOther gives the demand to stop where all that are made are made for somebody
// else: "please stop mailing my colleague Tom, he left". Whoever writes that may be
// written to, but a person looks at it.
func (a *argument) demandForOther() (found hit, ok bool) {
	const reach = 3 // words: "my old colleague Tom"
	w := newWriter(a.in.Header.From)
	for _, h := range a.hits[topicOptOut] {
		if h.rule.level < 3 || holdsOneOf(meOrUs, a.prose.wordsOf(h.from, h.to)) {
			return hit{}, false
		}
		end := a.prose.sentences[a.sentenceOf(h)].to
		other, mailing := false, a.holds(h.from, min(h.to+1, end), mailingWords) // who is struck from a list may be their own firm
		for i := h.to; i < min(h.to+reach, end) && !other && !a.prose.tokens[i].breaks; i++ {
			t := a.prose.tokens[i]
			name := a.prose.text[t.start:t.end]
			other = thirdWords[t.word] || mailing && t.upper && !t.caps && h.rule.lang >= 0 && languages[h.rule.lang] != "de" && !holdsPlainWord([]string{t.word}) && w.match(name) != surelyName && !w.organisation(fold(name))
		}
		if !other {
			return hit{}, false
		}
		found, ok = h, true
	}
	return found, ok
}

// mailingWords are what we do that somebody is to be spared.
var mailingWords = wordSet(`mail mailing email emailing write writing send sending contact contacting message messaging pester pestering chase chasing ecrire envoyer escribir enviar scrivere mandare escrever mailen schrijven sturen`)

// thirdWords stand for somebody who isn't the writer.
var thirdWords = wordSet(`him her them colleague colleagues boss assistant wife husband kollegen kollegin ihn ihm chef frau mann collegue patron lui colega companera companero jefe collega capo colega chefe collega baas hem haar`)

// maybeLater is the chance of a later from which on the day that would go with
// it is told beside another reading: whoever corrects that finds the day there.
// Nothing is done by it.
const maybeLater = 0.2

// supposeLater adds the day from which the writer may be written to if a later
// was meant after all.
func (a *argument) supposeLater(v *verdict) {
	if day, _, at := a.deferral(); day != nil {
		v.Until = day
		v.Evidence = append(v.Evidence, Evidence{Rule: "later.maybe", Text: at.words(a.prose)})
	}
}

// Of an answer of at most briefest words our own mail tells the half, which the
// model doesn't see. That it asks for no more mail the model must then be sure of,
// where no rule says so.
const (
	briefest    = 3
	sureInBrief = 0.7
)

// sureOfOwn is how sure the model must be of an opt-out that no rule says where
// another address is given: "all supplier mail goes to buying@acme.example" asks
// for mail, at another place.
const sureOfOwn = 0.8

// hangsOnOurs says whether the text is so brief that what we asked tells the half
// of it. A "not", "never" or "away" says enough by itself.
func (a *argument) hangsOnOurs() bool {
	return a.short(briefest) && slices.ContainsFunc(a.oursApart().sentences, func(s sentence) bool { return s.question }) &&
		!slices.ContainsFunc(a.prose.tokens, func(t token) bool { return t.denies() || awayWords[t.word] })
}

// Denies says whether a no or a not stands in a text.
func Denies(text string) bool { return slices.ContainsFunc(parse(text).tokens, token.denies) }

func (t token) denies() bool { return dateWords().word(t.word).has(roleNot) || noWords[t.word] }

// awayWords send somebody away.
var awayWords = wordSet(`away off stop leave weg fort ruhe basta via fora longe dehors laisse dejeme dejenme smettila`)

// conclude makes a verdict of what the rules and the model say.
func (a *argument) conclude(m *model, v verdict, o opinion) verdict {
	intent := o.best(v.Intent)
	guessed := intent == IntentOptOut && v.Intent != IntentOptOut // no rule says so
	if (intent == IntentLater || endsTalk(intent)) && a.handsOn() || guessed && (a.movesTo() || a.handsOn() && o.chance(intent) < sureOfOwn) {
		intent = IntentReferral
	}
	if yes, _ := a.bare(); intent == IntentOptOut && guessed && (yes || a.hangsOnOurs() && o.chance(intent) < sureInBrief) {
		intent = v.Intent // "Please do." demands nothing but what we asked; "Try Sue."
		if isInterest(intent) && o.chance(intent) < o.chance(IntentOptOut) {
			intent = IntentUnclear
		}
	}
	if s, ok := a.ringsRather(); ok && intent == IntentOptOut && guessed {
		// "call, don't email": another way to them, perhaps for one matter alone
		return verdict{Intent: IntentUnclear, Confidence: o.chance(IntentUnclear), Evidence: []Evidence{{Rule: "unclear.call-rather", Text: a.prose.quote(s.from, s.to)}}}
	}
	if intent == IntentOptOut && guessed && o.chance(intent) < sureInBrief && slices.ContainsFunc(a.negated[topicOptOut], func(h hit) bool { return !h.asked }) {
		intent = IntentUnclear // "Don't stop sending these"
	}
	if intent == IntentUnclear && v.at != nil && (v.at.then || v.at.lead == leadUntil || v.at.lead == leadNotBefore) && a.quietUntil() {
		intent = IntentLater // the day is told; the confidence leaves it to the owner
	}
	if doubt, ok := a.wavers(intent); ok {
		return verdict{Intent: IntentUnclear, Confidence: o.chance(IntentUnclear), Evidence: []Evidence{doubt}}
	}
	confidence := o.chance(intent)
	if intent == v.Intent {
		if intent == IntentLater {
			confidence = min(confidence, v.Confidence)
		}
		v.Confidence = confidence
		if len(v.Evidence) == 0 {
			v.Evidence = []Evidence{a.ownWords(m, intent)}
		}
		return v
	}
	g := a.verdictOf(intent, confidence, topicsOf(intent)...)
	g.Evidence = append(g.Evidence, a.ownWords(m, intent))
	switch intent {
	case IntentLater:
		return a.modelLater(g)
	case IntentReferral:
		g.ReferredTo = a.contact
	}
	return g
}

// phoneWords bid to call.
var phoneWords = wordSet(`call ring phone anrufen anruf rufen ruf ruft appeler appelez appelle telephoner telephonez llamar llame llamen telefonee chiamare chiamate chiami telefonare telefoni ligar ligue telefone bellen bel`)

// ringsRather gives the sentence that bids to call and refuses mail in the same breath.
func (a *argument) ringsRather() (sentence, bool) {
	for _, s := range a.prose.sentences {
		calls, denied, mails := false, false, false
		for i := s.from; i < s.to; i++ {
			t := a.prose.tokens[i]
			switch {
			case phoneWords[t.word] && !a.denied(i):
				calls = true
			case mailThings[t.word] || writingWords[t.word]:
				mails = mails || denied
			}
			denied = denied || t.denies()
		}
		if calls && mails {
			return s, true
		}
	}
	return sentence{}, false
}

// quietUntil says whether a demand for quiet was bounded by a date: "take me off
// your list until August".
func (a *argument) quietUntil() bool {
	return slices.ContainsFunc(a.hits[topicDefer], func(h hit) bool { return h.rule.name == notUntilRule })
}

// handsOn says whether the text gives another person's address. Then it is they
// who are to be written to: a date beside it ("I am here until Friday, from June
// it is Dana") is no wish to be written to later, and a no for oneself no end.
func (a *argument) handsOn() bool {
	return a.contact != nil && a.contacts.addressed && !a.contacts.copied && !officeOf(a.contact.Email)
}

// asksAbout says whether a date stands in a question that asks for no mail: "is
// it valid until 30 April?" is no wish to wait till May.
func (a *argument) asksAbout(m *mention) bool {
	if m == nil {
		return false
	}
	s := a.prose.tokens[m.from].sentence
	in := a.prose.sentences[s]
	if a.prose.says(in, mindWords) && a.prose.says(in, writingWords) {
		return false // "would you mind writing again then?"
	}
	return in.question && !slices.ContainsFunc(a.hits[topicDefer], func(h hit) bool {
		return a.sentenceOf(h) == s && !strings.HasSuffix(h.rule.name, ".when")
	})
}

// demandAfter gives the demand to stop that stands in a sentence after the one in which
// a later day is told, and isn't bounded by a time itself: "Write to me in September.
// On second thoughts, take me off your list." Those who only want quiet until then
// say so first, or say until when. It is a contradiction, which the owner is shown.
func (a *argument) demandAfter(m *mention) (hit, bool) {
	if m == nil {
		return hit{}, false
	}
	told := a.prose.tokens[m.from].sentence
	for _, h := range a.hits[topicOptOut] {
		n := a.sentenceOf(h)
		s := a.prose.sentences[n]
		dated := slices.ContainsFunc(a.found, func(o mention) bool { return a.prose.tokens[o.from].sentence == n })
		if h.rule.level == 3 && n > told && !dated && !a.holds(s.from, s.to, untilWords) {
			return h, true
		}
	}
	return hit{}, false
}

// againstDay names the rule by which a day is no wish for a mail on it, "" where it may
// be one.
func (a *argument) againstDay(m *mention) string {
	switch {
	case a.refusesTimes(m):
		return "unclear.times-refused"
	case a.dayTakenBack(m):
		return "unclear.day-taken-back"
	}
	return ""
}

// dayTakenBack says whether the few words behind a day take it back and name no other:
// "Write to me in September. Actually, don't."
func (a *argument) dayTakenBack(m *mention) bool {
	const most = 8 // words
	if m == nil {
		return false
	}
	n := a.prose.tokens[m.from].sentence + 1
	if n >= len(a.prose.sentences) {
		return false
	}
	s := a.prose.sentences[n]
	if s.to-s.from > most || s.question || slices.ContainsFunc(a.found, func(o mention) bool { return o.from >= s.from }) {
		return false
	}
	return startsOneOf(takesBack, a.prose.wordsOf(s.from, s.to))
}

// takesBack begin what takes back what was said right before, folded.
const takesBack = " actually dont | actually do not | actually no | actually not | actually never | no dont | no actually | on second thoughts | on second thought | on reflection | forget it | forget that | scratch that | never mind | nevermind | better not | rather not | nein doch nicht | doch nicht | ach nein | lieber nicht | vergessen sie | vergiss es | vergessen wir | egal lassen sie | laissez tomber | oubliez | finalement non | non finalement | en fait non | mejor no | olvidelo | olvidese | no mejor no | dejelo | lasci perdere | lascia perdere | anzi no | meglio di no | esqueca | deixe estar | melhor nao | laat maar | toch niet | liever niet | vergeet het "

// untilWords bound a demand by a time.
var untilWords = wordSet(`until till before then meanwhile yet sooner earlier now moment currently while unless otherwise besides else
bis vorher dann solange derzeit aktuell momentan jetzt zwischenzeitlich inzwischen sonst vorerst erstmal bevor davor
avant ici entre temps tant maintenant pour instant moment alors sinon jusqu jusque
antes hasta mientras ahora momento entonces tanto ahorita
prima fino finche intanto adesso ora momento allora nel frattempo
ate enquanto agora momento entao entretanto
tot voor voordat zolang nu even eerder intussen anders dan tussentijds`)

// refusesTimes says whether a time is one of several that are all said no to: "not
// next quarter, not next year" is no wish for the day after.
func (a *argument) refusesTimes(m *mention) bool {
	if m == nil || !a.prose.isRuledOut(m) {
		return false
	}
	refused := 0
	for i := range a.found {
		if !a.prose.isRuledOut(&a.found[i]) {
			return false
		}
		refused++
	}
	return refused > 1
}

// modelCap bounds the confidence in a later that the rules didn't see: the owner
// is asked before a sequence goes on.
const modelCap = 0.8

// modelLater looks for the day of a later that the rules didn't see.
func (a *argument) modelLater(v verdict) verdict {
	day, stated, at := a.deferral()
	v.Confidence = min(v.Confidence, modelCap)
	if day != nil {
		v.Until, v.Stated, v.at = day, stated, at
		v.Evidence = append(v.Evidence, Evidence{Rule: at.laterRule(*day, NewDate(a.in.Received)), Text: at.words(a.prose)})
	}
	return v
}

// topicsOf are the topics whose rules speak for an intent.
func topicsOf(i Intent) []string {
	switch i {
	case IntentOptOut:
		return []string{topicOptOut}
	case IntentMeeting:
		return []string{topicMeeting}
	case IntentInterested:
		return []string{topicBuying, topicInterested, topicShares}
	case IntentQuestion:
		return []string{topicQuestion}
	case IntentLater:
		return []string{topicDefer, topicNotNow}
	case IntentReferral:
		return []string{topicReferral}
	case IntentWrongPerson:
		return []string{topicWrong}
	case IntentNotInterested:
		return []string{topicDecline}
	}
	return []string{topicAck}
}

// ownWords quotes the sentence that, alone, would speak most for an intent to the
// model. A greeting is none.
func (a *argument) ownWords(m *model, intent Intent) Evidence {
	class := slices.Index(modelIntents, intent)
	e := Evidence{Rule: "model." + string(intent), Text: clip(strings.Join(strings.Fields(a.prose.text), " "), 200)}
	if len(a.prose.sentences) < 2 {
		return e
	}
	stands, top := a.prose.spokenConcepts(), 0.0
	for n, s := range a.prose.sentences[:min(len(a.prose.sentences), maxQuotable)] {
		text := a.prose.quote(s.from, s.to)
		if onlyGreets(text) {
			continue
		}
		seen := a.lookAt(n, stands, true)
		if p := m.glance(sight{whole: seen, sentences: [][]uint32{seen}})[class]; p > top {
			top, e.Text = p, text
		}
	}
	return e
}

// onlyGreets says whether a sentence is a greeting and nothing else: "Hi Ana", "Sehr
// geehrte Frau Lima".
func onlyGreets(sentence string) bool {
	const mostWords = 4
	if wordCount(sentence) > mostWords || strings.ContainsAny(sentence, ",;:?") {
		return false
	}
	return greets(strings.TrimRight(sentence, ".!") + ",")
}

// maxQuotable bounds the sentences among which the one to quote is looked for.
const maxQuotable = 12

// declined says whether a person refused an invitation.
func (v *verdict) declined() bool {
	return slices.ContainsFunc(v.Evidence, func(e Evidence) bool { return e.Rule == declinedRule })
}

// saysNothing says whether the text looks like a name alone, of which the model
// could only guess.
func (a *argument) saysNothing() bool {
	t := a.prose.tokens
	if len(t) < 2 || len(t) > 3 || slices.ContainsFunc(t, func(t token) bool { return t.kind != wordToken || !t.upper }) {
		return false
	}
	for _, found := range []map[string][]hit{a.hits, a.negated} {
		for _, hits := range found {
			if len(hits) > 0 {
				return false
			}
		}
	}
	return !slices.ContainsFunc(a.prose.spokenConcepts(), func(names []string) bool { return len(names) > 0 })
}

// supposes says whether the rules only suppose that a yes goes with what our last
// question asked for.
func (v *verdict) supposes() bool {
	return slices.ContainsFunc(v.Evidence, func(e Evidence) bool {
		return e.Rule == "context.yes-meeting" || e.Rule == "context.yes-send" || e.Rule == "context.yes-settled"
	})
}

// unlikely is the chance below which what the rules suppose isn't believed.
const unlikely = 0.25

// fromContext says whether our own question decided.
func (v *verdict) fromContext() bool {
	return slices.ContainsFunc(v.Evidence, func(e Evidence) bool { return strings.HasPrefix(e.Rule, "context.") })
}
