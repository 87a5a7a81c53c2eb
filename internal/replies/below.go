package replies

import "strings"

// What stands below a name is the writer's signature and their firm's footer, and
// is no part of the new text. A demand to stop is one even there: it may not be
// lost because it looks like a slogan.

// belowRule is the rule of a demand that was found below the name.
const belowRule = "optout.below-name"

// heedBelow changes a reading by which the sequence would go on, or end with this
// matter alone, where a demand to stop stands below the name: a refusal is meant
// for good then; a wish for a later mail beside it is a contradiction, and held.
func (v *verdict) heedBelow(signature string) {
	if v.Intent != IntentLater && !endsTalk(v.Intent) {
		return
	}
	demand := demandBelow(signature)
	if demand == "" {
		return
	}
	became := IntentUnclear
	if endsTalk(v.Intent) {
		became = IntentOptOut
	}
	v.Evidence = append([]Evidence{{Rule: belowRule, Text: clip(demand, maxQuote)}}, v.Evidence...)
	v.Others, v.Intent, v.at = append([]Intent{v.Intent}, v.Others...), became, nil
}

// demandBelow gives the first paragraph of a signature that demands to stop, ""
// where none does. Those who tell their own readers how to stop their mails offer
// it: they name a condition, a list or a link.
func demandBelow(signature string) string {
	const most, longest = 4 << 10, 300 // bytes
	for paragraph := range strings.SplitSeq(clip(signature, most), "\n\n") {
		s := strings.TrimSpace(paragraph)
		if s == "" || len(s) > longest || strings.ContainsAny(s, "|@?") || footerStart(s) || holdsOneOf(offersStop, wordsApart(fold(s))) || !demands(s) {
			continue
		}
		return s
	}
	return ""
}
