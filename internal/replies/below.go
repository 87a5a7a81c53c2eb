package replies

import "strings"

// What stands below a name is the writer's signature and their firm's footer, and
// is no part of the new text. A demand to stop is one even there: it may not be
// lost because it looks like a slogan, nor because it stands below an answer that says
// something else.

// belowRule is the rule of a demand that was found below the name.
const belowRule = "optout.below-name"

// heedBelow changes a reading that goes against a demand to stop below the name. added is
// one that is part of the new text: nothing else may be read then, and in doubt a person
// looks at it. So it is with what feet, which stand below the quote, say of stopping, where
// mail would follow else: that may be the writer's word or a rule of the house. One in the
// signature changes only a reading by which the sequence would go on, or end with this
// matter alone. A refusal is meant for good then; anything else beside a demand is a
// contradiction, and held.
func (v *verdict) heedBelow(added, signature, feet string) {
	demand := added
	if demand == "" && v.Intent == IntentLater && speaksOfStopping(feet) && !footerStart(feet) && !parse(feet).ofTheirList(fold(feet)) {
		demand = feet
	}
	if demand == "" && (v.Intent == IntentLater || endsTalk(v.Intent)) {
		demand = demandBelow(signature)
	}
	if demand == "" || v.Intent == IntentOptOut {
		return
	}
	became := IntentUnclear
	if endsTalk(v.Intent) {
		if !holdsOneOf(speaksOwn+"|"+namesMails, wordsApart(fold(demand))) {
			return // "Stop HS2": nothing more is sent anyway
		}
		became = IntentOptOut
	}
	v.Evidence = append([]Evidence{{Rule: belowRule, Text: clip(demand, maxQuote)}}, v.Evidence...)
	if became != v.Intent {
		v.Others, v.Intent, v.at = append([]Intent{v.Intent}, v.Others...), became, nil
	}
}

// answeredAbove says whether the answer, more than a greeting, stands above all that is
// quoted, and one piece of text below. keep is what of the pieces before it is new.
func (f *fresh) answeredAbove(keep []string) bool {
	return f.heads && len(f.segments) == 2 && len(keep) == 1 && (strings.Contains(keep[0], "\n") || !greets(keep[0])) && !f.announces() && !pointsBelow(keep[0])
}

// pointsBelow says whether a text is no more than a word on where the answer stands: "See
// below."
func pointsBelow(s string) bool {
	const most = 5 // words
	low := wordsApart(fold(s))
	return wordCount(low) <= most && holdsOneOf(betweenPlaces, low)
}

// cutFeet takes off what stands below a quote what is told to any reader, from its end up:
// servers put a firm's footer below all that a mail holds, also where the answer stands
// above the quote.
func cutFeet(keep []line) (rest, feet []line) {
	from := len(keep)
	for i := nextText(keep, 0); i < len(keep); {
		p := passageAt(keep, i)
		switch {
		case !toldBelow(p.text):
			from = len(keep)
		case from == len(keep):
			from = i
		}
		i = nextText(keep, p.to)
	}
	return trimBlank(keep[:from]), keep[from:]
}

// toldBelow says whether a passage below an answer is told to any reader, and demands
// nothing of us.
func toldBelow(s string) bool {
	const most = 1200 // bytes that are looked at
	s = clip(s, most)
	if footerStart(s) {
		return !postscript(s) && !ownDemand(s)
	}
	need := 0.0
	switch {
	case strings.Contains(s, "?"):
		need = toldAsking
	case linksOrQuotes(s):
		need = saidLikely
	}
	return toldToAnyone(s) > need && !postscript(s) && !ownDemand(s)
}

// namesMails are what a demand to write no more is about, folded.
const namesMails = " this address | mail | mails | email | emails | e mail | e mails | nachrichten | courriels | correos | mensajes | messaggi | mensagens | berichten | contact | contacting | write "

// demandBelow gives the first passage of a signature that demands to stop, "" where none
// does.
func demandBelow(signature string) string {
	const most, longest = 4 << 10, 300 // bytes
	lines := plainLines(clip(signature, most), nil)
	for i := nextText(lines, 0); i < len(lines); {
		p := passageAt(lines, i)
		if len(p.text) <= longest && !footerStart(p.text) && ownDemand(p.text) {
			return p.text
		}
		i = nextText(lines, p.to)
	}
	return ""
}
