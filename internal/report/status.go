package report

import "strings"

// screen is how wide a terminal is, in characters.
const screen = 80

// Status is how things stand on one screen: 24 lines of 80 characters where
// that is enough, for what needs the owner is never cut below five people.
func Status(s Snapshot) string {
	var b strings.Builder
	say := func(text string) {
		first := ""
		if strings.HasPrefix(text, " ") {
			first = "  "
		}
		b.WriteString(Hang(text, first, first+"  ", screen) + "\n")
	}
	say("followupd, " + s.At.Format("Mon 2 Jan 2006, 15:04"))
	switch {
	case s.DaemonSeen.IsZero():
		say("daemon: never seen at work")
	default:
		say("daemon: seen at work " + Age(s.DaemonSeen, s.At) + " ago")
	}
	if s.Paused != "" {
		say("PAUSED: " + OneLine(s.Paused, 120))
	}
	if !s.OwnerAway.IsZero() {
		say("you are away until " + s.OwnerAway.Format("Mon 2 Jan 2006"))
	}
	for _, m := range s.Mailboxes {
		say("mailbox " + box(m, s.At))
	}
	say(everyone(s.People))
	statusNeeds(s, say)
	say("since " + s.From.Format("Mon 2 Jan, 15:04") + ": " + exchanged(s.Now, s.Before) + "; " + returned(s.Now, s.Before))
	if others := besides(s.Now); others != "" {
		say("  " + others)
	}
	say("standing: " + standingCounts(s))
	say("next 7 days: " + comes(s.Coming, s.At))
	for _, st := range s.Coming.Stuck {
		say(Plural(st.N, "of them waits", "of them wait") + " (" + st.Mailbox + "): " + OneLine(st.Why, 120))
	}
	if len(s.Waiting) > 0 {
		w := s.Waiting[0]
		say("comes back first: " + w.line() + ", " + day(w.Until, s.At) + " (" + Plural(len(s.Waiting), "person", "people") + " in all)")
	}
	for i, t := range troubles(s) {
		if i == 5 {
			say(Plural(len(troubles(s))-i, "more trouble", "more troubles") + "; the status mail has them all")
			break
		}
		say("! " + t)
	}
	return b.String()
}

func statusNeeds(s Snapshot, say func(string)) {
	if len(s.NeedsYou) == 0 {
		say("nothing needs you")
		return
	}
	say(needs(s.NeedsYou) + ":")
	for i, item := range s.NeedsYou {
		if i == 5 {
			say("  and " + Plural(len(s.NeedsYou)-i, "more", "more"))
			break
		}
		say("  " + item.full() + ": " + OneLine(item.Why, 60) + ", " + Age(item.Since, s.At))
	}
}

func standingCounts(s Snapshot) string {
	var counts []string
	for _, st := range s.Standings {
		if len(st.People) > 0 {
			counts = append(counts, Plural(len(st.People), st.Standing, st.Standing))
		}
	}
	if len(counts) == 0 {
		return "nobody yet"
	}
	text := List(counts)
	if n := uncounted(s); n > 0 {
		text += "; " + Plural(n, "more doesn't count here", "more don't count here") + " (a no, no address, stopped, or long over)"
	}
	return text
}
