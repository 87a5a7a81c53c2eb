package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"followupd/internal/replies"
	"followupd/internal/report"
)

// mailHeader are fields of which every mail has one (RFC 5322 3.6), or that
// servers and programs put into theirs.
func mailHeader() []string {
	return []string{"from", "to", "date", "subject", "message-id", "received", "return-path", "sender", "reply-to", "cc", "delivered-to", "mime-version", "content-type"}
}

// headLooked is how much of a file is looked at for a header, in bytes.
const headLooked = 1 << 16

// isMail says whether a file can be a mail: one line before the first empty one
// is a field of a header.
func isMail(raw []byte) bool {
	head := bytes.TrimPrefix(raw[:min(len(raw), headLooked)], []byte("\xef\xbb\xbf"))
	for line := range bytes.Lines(bytes.TrimLeft(head, "\r\n")) {
		name, _, ok := bytes.Cut(line, []byte(":"))
		if len(bytes.TrimSpace(line)) == 0 {
			return false
		}
		for _, known := range mailHeader() {
			if ok && strings.EqualFold(string(bytes.TrimRight(name, " \t")), known) {
				return true
			}
		}
	}
	return false
}

// readingText is a reading for people.
func readingText(path string, r replies.Reading) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n  %s\n", plainText(path), upperFirst(whatItIs(r)))
	fmt.Fprintf(&b, "  what followupd does: %s\n", whatItDoes(r))
	switch {
	case r.Until == nil:
	case !r.Intent.GoesOn():
		fmt.Fprintf(&b, "  names a day that may mean: write again from %s\n", r.Until)
	case r.Stated:
		fmt.Fprintf(&b, "  until %s (as they said)\n", r.Until)
	default:
		fmt.Fprintf(&b, "  until %s (implied, not said)\n", r.Until)
	}
	if r.ReferredTo != nil {
		fmt.Fprintf(&b, "  names %s\n", plainText(strings.TrimSpace(r.ReferredTo.Name+" "+r.ReferredTo.Email)))
	}
	for _, p := range r.Proposals {
		fmt.Fprintf(&b, "  proposes %s (%s)\n", p.At.Format(time.RFC1123), plainText(p.Text))
	}
	for _, f := range r.Bounces {
		how := "not delivered yet"
		if f.Permanent {
			how = "came back for good"
		}
		fmt.Fprintf(&b, "  %s: %s (%s)\n", plainText(f.Recipient), how, plainText(strings.TrimSpace(fmt.Sprint(f.Status, " ", f.Reason))))
	}
	if r.Damaged != "" {
		fmt.Fprintf(&b, "  could not be read in full: %s\n", plainText(r.Damaged))
	}
	for _, s := range r.Signals {
		fmt.Fprintf(&b, "  a good sign: they %s\n", report.Signal(string(s)))
	}
	for _, line := range becauseOf(r.Evidence) {
		fmt.Fprintf(&b, "  because of %s\n", line)
	}
	if r.NewText != "" {
		fmt.Fprintf(&b, "  what is new in it:\n%s\n", indent(plainText(r.NewText)))
	}
	return b.String() + "\n"
}

// becauseOf are the words that a reading rests on, with the rules that found them. What
// is a part of other words is told with those.
func becauseOf(list []replies.Evidence) (lines []string) {
	var texts []string
	rules := map[string][]string{}
	for i, e := range list {
		if e.Text == "" {
			lines = append(lines, "rule "+e.Rule)
			continue
		}
		whole := e.Text
		for j, other := range list {
			if len(other.Text) > len(whole) && strings.Contains(other.Text, whole) && i != j {
				whole = other.Text
			}
		}
		if rules[whole] == nil {
			texts = append(texts, whole)
		}
		rules[whole] = append(rules[whole], e.Rule)
	}
	for _, text := range texts {
		word := "rule "
		if len(rules[text]) > 1 {
			word = "rules "
		}
		lines = append(lines, fmt.Sprintf("%q (%s%s)", text, word, strings.Join(rules[text], ", ")))
	}
	return lines
}

// whatItIs says what kind of mail it is, and what is wanted.
func whatItIs(r replies.Reading) string {
	switch r.Kind {
	case replies.KindReply:
		words := "somebody who " + report.Did(string(r.Intent))
		if r.Intent == "" || r.Intent == replies.IntentUnclear {
			return "somebody wrote; what they want is not clear"
		}
		return words + " (" + howSure(r.Confidence) + ")"
	case replies.KindAutoReply:
		return "an automatic answer: " + map[replies.About]string{
			"":                       "it doesn't say why",
			replies.AboutAbsence:     "they are away",
			replies.AboutLeft:        "they have left the company",
			replies.AboutUnmonitored: "nobody reads this mailbox",
			replies.AboutReceipt:     "the mail was received",
			replies.AboutChallenge:   "it asks the sender to prove something",
		}[r.About]
	case replies.KindBounce:
		return "a report that a mail was not delivered"
	case replies.KindComplaint:
		return "a complaint about a mail"
	}
	return "no answer to a mail: a newsletter, a receipt or the like"
}

// howSure says how sure a verdict is; nothing is for certain.
func howSure(confidence float64) string {
	if confidence < 0.5 {
		return "far from sure"
	}
	return fmt.Sprintf("sure to %.0f %%", min(confidence*100, 99))
}

// actionOn is what the daemon does about a mail, where no sequence says otherwise:
// any doubt about what would let a sequence go on, or end it, holds it.
func actionOn(r replies.Reading) replies.Action {
	switch {
	case r.Action == replies.ActionSuppress:
	case r.Kind == replies.KindBounce && r.Action == replies.ActionStop: // it came back for good
	case r.Kind != replies.KindReply && !r.Certain(),
		r.Kind == replies.KindAutoReply && len(r.Others) > 0,
		r.Kind == replies.KindReply && r.Damaged != "" && r.Action != replies.ActionEscalate,
		r.Action == replies.ActionSnooze && (r.Until == nil || !r.Stated || !r.Certain() || len(r.Others) > 0):
		return replies.ActionHold
	}
	return r.Action
}

// whatItDoes says what an action is, at its strongest.
func whatItDoes(r replies.Reading) string {
	switch actionOn(r) {
	case replies.ActionSuppress:
		return "never write to them again"
	case replies.ActionEscalate:
		return "stop, and hand it over to you at once"
	case replies.ActionHold:
		return "hold their next mail, and ask you" + whatItAsks(r)
	case replies.ActionStop:
		return "stop"
	case replies.ActionSnooze:
		return "wait until the date that they named"
	case replies.ActionWait:
		return "wait, and go on later"
	}
	return "nothing; it changes nothing"
}

// whatItAsks says what the owner is asked of a mail that is held.
func whatItAsks(r replies.Reading) string {
	switch {
	case r.Kind != replies.KindReply || r.Intent != replies.IntentLater || r.Damaged != "":
		return ""
	case r.Until == nil && r.Header.Date.IsZero() && r.Header.Trace.IsZero():
		return " when: the mail has no Date line to count from"
	case r.Until == nil:
		return " when: no date is told"
	}
	return " whether the date is right"
}
