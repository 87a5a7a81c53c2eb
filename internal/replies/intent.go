package replies

import "strings"

import "slices"

// verdict is what the reading of a mail's intent comes to.
type verdict struct {
	Intent     Intent
	Others     []Intent
	Signals    []Signal
	Until      *Date
	Stated     bool
	at         *mention // where Until stands
	ReferredTo *Contact
	Proposals  []Proposal
	Confidence float64
	Evidence   []Evidence
}

// The topics that rules speak of, as they stand before a rule's name.
const (
	topicOptOut     = "optout"
	topicGuard      = "guard"
	topicMeeting    = "meeting"
	topicInterested = "interested"
	topicBuying     = "buying"
	topicQuestion   = "question"
	topicDefer      = "defer"
	topicNotNow     = "notnow"
	topicReferral   = "referral"
	topicWrong      = "wrong"
	topicDecline    = "decline"
	topicAck        = "ack"
	topicShares     = "shares"
)

// maxHits bounds what is weighed of one topic; an honest mail has a dozen.
const maxHits = 100

// argument is a mail's new text with everything that the rules found in it.
type argument struct {
	in        *input
	prose     *prose
	hits      map[string][]hit // by topic; those that a negation or a look-alike takes back are gone
	negated   map[string][]hit
	found     []mention // every date
	contact   *Contact
	contacts  place
	sent      *string                // our mail, once asked for
	sentApart *prose                 // the same taken apart
	seen      *sight                 // what the models see, once one has looked
	inTurn    *[orderClasses]float64 // what those who read word by word make of it, once asked
	ruled     *verdict               // what the rules come to, once that was asked for
	read      *verdict               // what it comes to, once that was asked for
}

// place is where a contact was found.
type place struct {
	sentence  int  // that names it, -1 when none does
	addressed bool // with an address
	copied    bool // the address is one in copy
}

// readIntent decides what the writer wants. In doubt it says unclear.
func readIntent(in *input) verdict {
	if in.Kind == KindAutoReply {
		return readNotice(in)
	}
	return argue(in, in.NewText).verdict()
}

// verdict is what a person wants, worked out once: where a machine was in doubt
// it is asked for again.
func (a *argument) verdict() verdict {
	if a.read == nil {
		v := a.conclusion()
		a.read = &v
	}
	return *a.read
}

func (a *argument) conclusion() verdict {
	v := a.judge(a.decide())
	var shown []Evidence
	v.Signals, shown = a.signals(v)
	v.Evidence = append(v.Evidence, shown...)
	if len(a.found) > 0 { // a time wants a day
		v.Proposals = proposals(a.prose, a.found, a.in.Received)
	}
	if v.ReferredTo == nil && a.contact != nil && (a.contacts.addressed || a.speaksOf(a.contacts.sentence, topicReferral)) {
		v.ReferredTo = a.contact
	}
	v.settle()
	v.doubtNo()
	return v
}

// settle says of a day that the owner is to be asked about that it isn't stated. The
// models see what the rules make of it before.
func (v *verdict) settle() {
	v.Stated = v.Stated && (v.at == nil || !v.at.ask)
}

// sureNo is the confidence below which a no is held for a person's look: of
// those, every other one is something else.
const sureNo = 0.6

// doubtNo says beside a no that isn't sure that it may be something else.
func (v *verdict) doubtNo() {
	if endsTalk(v.Intent) && v.Confidence < sureNo {
		v.Others = append(v.Others, IntentUnclear)
	}
}

// subjectEnd is the end of an absence that a notice's subject tells, with the words:
// "Out of office until 31 August: Quotes". Behind the colon stands our own subject.
func subjectEnd(in *input) (words string, day *Date) {
	head, _, _ := strings.Cut(in.Subject, ":")
	p := parse(head)
	told := p.awayHints()
	found := dates(p, in.Received, false)
	for i := range found {
		m := &found[i]
		if m.lead != leadUntil && m.lead != leadFrom && m.lead != leadNone || m.nowhere {
			continue
		}
		for j := m.from - 1; j >= 0; j-- {
			end := m.day
			switch {
			case told[j]&tellsReturn != 0 && m.lead != leadUntil:
			case told[j]&tellsGone != 0 && m.lead == leadUntil:
				end = m.after()
			default:
				continue
			}
			if usable(end, NewDate(in.Received)) {
				return p.quote(j, m.to), &end
			}
		}
	}
	return "", nil
}

// readNotice reads a machine's answer: when its owner is back, whom it names.
// A demand to be left alone holds whoever wrote it.
func readNotice(in *input) verdict {
	p := parse(in.NewText)
	v := verdict{Intent: IntentAutoReply, Confidence: 0.97}
	if in.About == AboutAbsence || in.About == "" {
		day, stated, at := absenceEnd(p, in.Received)
		if head, m := subjectEnd(in); m != nil && day == nil {
			day, stated = m, true
			v.Evidence = append(v.Evidence, Evidence{Rule: "absence.subject", Text: head})
		}
		v.Until, v.Stated = day, stated
		if at != nil {
			s := p.sentences[p.tokens[at.from].sentence]
			v.Evidence = append(v.Evidence, Evidence{Rule: "absence.until", Text: p.quote(s.from, s.to)})
		}
	}
	v.ReferredTo, _ = findContact(in, p)
	a := weigh(in, p)
	if in.About != AboutReceipt && in.About != AboutChallenge {
		if meant, h := a.demandInNotice(v.Until != nil); meant != "" {
			v.Others = []Intent{meant}
			v.Evidence = append(v.Evidence, a.witness(h))
		}
	}
	return v
}

// demandInNotice is what a notice asks for beside what it tells: an opt-out, and what isn't
// clear where it wants no mail and tells of an absence, which may be meant for that time
// alone. It is "" where it asks for nothing, or says that it means the time until the day
// on which somebody is back, where such a day is told. The hit shows it.
func (a *argument) demandInNotice(returns bool) (meant Intent, shown hit) {
	for _, h := range a.hits[topicOptOut] {
		switch {
		case h.rule.level < 3, a.bidsUpdate(h):
		case a.in.About != AboutAbsence || !h.onlyMail():
			return IntentOptOut, h
		case returns && a.untilThen(h), a.readsNone(h), meant != "":
		default:
			meant, shown = IntentUnclear, h
		}
	}
	return meant, shown
}

// bidsUpdate says whether what looks like a demand only bids anybody to take over what a
// notice tells: "Ann Fox has left, please update your records".
func (a *argument) bidsUpdate(h hit) bool { return updateWords[a.prose.tokens[h.from].word] }

// untilThen says whether the clause of a demand bounds it: "pause the mails until I'm back".
func (a *argument) untilThen(h hit) bool {
	for i := h.from; i < a.prose.sentences[a.sentenceOf(h)].to && (i == h.from || !a.prose.tokens[i].breaks); i++ {
		if untilBack[a.prose.tokens[i].word] {
			return true
		}
	}
	return false
}

// readsNone says whether somebody tells that no mail reaches them, and asks for nothing:
// "im Urlaub und lese keine Mails".
func (a *argument) readsNone(h hit) bool {
	s := a.prose.sentences[a.sentenceOf(h)]
	return a.holds(s.from, s.to, getsMail) && !a.holds(s.from, s.to, anyMore)
}

var (
	updateWords = wordSet(`update amend adjust correct`)
	untilBack   = wordSet(`until till before bis bevor vorher avant jusqu jusqua jusquau hasta antes fino prima ate tot totdat voor voordat`)
	getsMail    = wordSet(`lese bekomme erhalte empfange lis lisons recois recevons leo recibo leggo ricevo leio recebo lees krijg ontvang`)
	anyMore     = wordSet(`more mehr plus mas piu mais meer`)
)

// argue takes a text apart and sorts what the rules find in it.
func argue(in *input, text string) *argument {
	p := parse(text)
	spelling().correct(p)
	a := weigh(in, p)
	a.contact, a.contacts = findContact(in, a.prose)
	a.sift()
	return a
}

// weigh sorts hits by topic; a negation or a look-alike takes a hit back.
func weigh(in *input, p *prose) *argument {
	a := &argument{in: in, prose: p, hits: map[string][]hit{}, negated: map[string][]hit{}}
	found := rules().find(p)
	var guards []hit
	for _, h := range found {
		if h.rule.topic == topicGuard && len(guards) < maxHits {
			guards = append(guards, h)
		}
	}
	for _, h := range found {
		topic := h.rule.topic
		switch {
		case topic == topicGuard || len(a.hits[topic]) >= maxHits:
		case h.negated:
			a.negated[topic] = append(a.negated[topic], h)
		case topic == topicOptOut && !h.rule.firm && slices.ContainsFunc(guards, func(g hit) bool { return g.from < h.to && h.from < g.to }):
			a.negated[topic] = append(a.negated[topic], h)
		default:
			a.hits[topic] = append(a.hits[topic], h)
		}
	}
	return a
}

// best is the strongest hit, the first of equals.
func best(hits []hit) (hit, bool) {
	if len(hits) == 0 {
		return hit{}, false
	}
	top := hits[0]
	for _, h := range hits[1:] {
		if h.rule.level > top.rule.level {
			top = h
		}
	}
	return top, true
}

// level is how strong a topic's best hit is, 0 without one.
func (a *argument) level(topic string) int {
	h, ok := best(a.hits[topic])
	if !ok {
		return 0
	}
	return h.rule.level
}

func (a *argument) witness(h hit) Evidence {
	return Evidence{Rule: h.rule.name, Text: a.prose.quote(h.from, h.to)}
}

// verdictOf makes a verdict with the best hits of some topics as its evidence.
func (a *argument) verdictOf(intent Intent, confidence float64, topics ...string) verdict {
	v := verdict{Intent: intent, Confidence: confidence}
	for _, topic := range topics {
		if h, ok := best(a.hits[topic]); ok {
			v.Evidence = append(v.Evidence, a.witness(h))
		}
	}
	return v
}
