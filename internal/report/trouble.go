package report

import (
	"fmt"
	"strings"
	"time"
)

// trouble is something that is wrong, or that followupd wasn't sure of or
// could not do, beside the people who need the owner.
type trouble struct {
	key  string // the same for the same trouble, however long it lasts
	text string
	how  string // the command to begin with
	now  bool   // it is so at this moment
}

// underWay is how long a mail to the owner may take before it counts as one that
// waits.
const underWay = 10 * time.Minute

// troubles are all of them, what is so now first.
func troubles(s Snapshot) []trouble {
	var out []trouble
	if s.Edits != "" {
		out = append(out, trouble{"edits", "Your edits are not in force (" + s.Edits + "). The sequences and templates from before are; mend the line and save, and yours are taken up.", "", true})
	}
	for _, m := range s.Mailboxes {
		out = append(out, boxTroubles(m, s)...)
	}
	for _, st := range s.Stranded {
		out = append(out, trouble{"stranded " + st.Mailbox, StrandedWords(st), "followupd list --mailbox " + Arg(st.Mailbox), true})
	}
	for _, l := range s.Left {
		out = append(out, trouble{"left " + l.Sequence, LeftWords(l), "followupd list --sequence " + Arg(l.Sequence), true})
	}
	for _, u := range s.Uncertain {
		out = append(out, uncertain(u))
	}
	for _, q := range s.Quarantined {
		out = append(out, trouble{key: fmt.Sprintf("quarantine %s %s %d", q.Mailbox, q.Folder, q.UID),
			text: fmt.Sprintf("A mail in %q of %s (number %d) could not be read: %s. Please look at it yourself.", OneLine(q.Folder, 60), q.Mailbox, q.UID, q.Problem)})
	}
	for _, u := range s.Untold {
		if u.Attempts == 0 && s.At.Sub(u.Since) < underWay {
			continue
		}
		out = append(out, trouble{key: "untold " + u.Subject, now: true,
			text: strings.TrimSpace(fmt.Sprintf("A mail to you waits since %s: “%s”. %s", u.Since.Format("Mon 2 Jan, 15:04"), OneLine(u.Subject, 80), u.Problem))})
	}
	if u := s.Unposted; u != nil && u.N > 0 {
		out = append(out, trouble{"unposted", strings.TrimSuffix(fmt.Sprintf("%s could not be posted to your webhook since %s, and is tried again for three days: %s",
			Plural(u.N, "hand-over", "hand-overs"), u.Since.Format("Mon 2 Jan, 15:04"), u.Problem), ".") + ". More:", "followupd doctor", true})
	}
	for _, t := range s.Troubles {
		out = append(out, trouble{key: t.At.UTC().String(), text: fmt.Sprintf("%s: %s", day(t.At, s.At), t.Text)})
	}
	for _, k := range s.Skipped {
		out = append(out, trouble{key: "skipped " + k.Sequence + " " + k.Step,
			text: fmt.Sprintf("Step %q of %s was left out for %s: %s.", OneLine(k.Step, 64), OneLine(k.Sequence, 64), Plural(k.N, "person", "people"), skippedWhy(k))})
	}
	return out
}

// StrandedWords says what waits in a mailbox that isn't in the configuration,
// and what to do; the command by which to see it comes behind it.
func StrandedWords(s Stranded) string {
	waits := Plural(s.People, "person waits", "people wait")
	if s.People == 0 {
		waits = Plural(s.Queued+s.InDoubt, "mail waits", "mails wait")
	}
	text := fmt.Sprintf("%s in the mailbox %q, which is not in the configuration: nothing goes out to them.", waits, OneLine(s.Mailbox, 64))
	if s.InDoubt > 0 {
		text += " " + Plural(s.InDoubt, "mail of it", "mails of it") + " may or may not have gone out; say which with followupd reconcile."
	}
	return text + fmt.Sprintf(" If it has another name now, give it the name %q again, in config.yaml and in the sequences: a name is a label, and the address may be another. Else end their sequences with followupd stop. Who they are:", OneLine(s.Mailbox, 64))
}

// LeftWords says who stands in a sequence that is gone, and what to do; the
// command by which to see them comes behind it.
func LeftWords(l Left) string {
	name := OneLine(l.Sequence, 64)
	return fmt.Sprintf("%s in the sequence %q, which is not there any more: nothing goes out to them. Put it back, or if it has another name now, give it the name %q again. Else end it for them with followupd stop. Who they are:",
		Plural(l.People, "person stands", "people stand"), name, name)
}

func boxTroubles(m Mailbox, s Snapshot) []trouble {
	var out []trouble
	more := " More:"
	if m.Login {
		more = " Its password is wrong or no longer valid. More:"
	}
	if m.Problem != "" {
		out = append(out, trouble{"unread " + m.Name, fmt.Sprintf("The mailbox %s can't be read for %s, so nothing goes out from it: %s.%s",
			m.Name, Age(m.Since, s.At), strings.TrimSuffix(OneLine(m.Problem, 160), "."), more), "followupd doctor", true})
	}
	if m.Sending != "" {
		out = append(out, trouble{"unsent " + m.Name, fmt.Sprintf("Mail can't be handed in for %s: %s.%s", m.Name, strings.TrimSuffix(OneLine(m.Sending, 160), "."), more), "followupd doctor", true})
	}
	if m.Breaker != "" {
		then := " When you know why, and have mended it:"
		if !m.Until.IsZero() {
			then = " It is tried again by itself on " + m.Until.Format("Mon 2 Jan, 15:04") + "; at once with:"
		}
		out = append(out, trouble{"breaker " + m.Name, fmt.Sprintf("The mailbox %s is paused: %s.%s", m.Name, OneLine(m.Breaker, 160), then), "followupd resume --mailbox " + m.Name, true})
	}
	return out
}

func uncertain(u Uncertain) trouble {
	t := trouble{key: "uncertain " + u.Address, now: true}
	if u.Asked {
		t.text = fmt.Sprintf("A mail to %s may or may not have gone out (your %s). Say which:", u.line(), Step(u.Step))
		t.how = fmt.Sprintf("followupd reconcile %s --was-sent, or --send-again", Arg(u.Address))
		return t
	}
	t.text = fmt.Sprintf("A mail to %s may have gone out (your %s); followupd waits 15 minutes for a sign of it: a copy in Sent, a report or an answer.", u.line(), Step(u.Step))
	return t
}

func skippedWhy(k Skipped) string {
	if k.Why == "" {
		return "its day is not known, can't be read or is past, or it was not done in time; which, tells followupd why ADDRESS"
	}
	return OneLine(k.Why, 160)
}
