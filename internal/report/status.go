package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// screenWidth is how wide a screen is that doesn't say, in characters.
const screenWidth = 80

// How many lines the lists of a screen have at most.
const (
	mostOnScreen    = 5
	mostHeldScreen  = 3
	mostComesScreen = 3
)

// Screen is what a status is written for, and what its writer knows beside the
// snapshot.
type Screen struct {
	Width    int    // characters; 0: 80
	Daemon   string // whether it runs, in words; empty: told by the snapshot
	Requests int    // of the owner's that wait for the daemon
	// Bold and Alert mark a text; nil leaves it as it is.
	Bold, Alert func(string) string
}

// Status is how things stand on one screen: 24 lines of 80 characters where
// that is enough, for what needs the owner is never cut below five people.
func Status(s Snapshot, o Screen) string {
	w := &screen{o: o}
	if w.o.Width == 0 {
		w.o.Width = screenWidth
	}
	w.head(s)
	w.needs(s)
	for i, t := range troubles(s) {
		if i == mostOnScreen {
			w.say("", Plural(len(troubles(s))-i, "more trouble", "more troubles")+": followupd report")
			break
		}
		w.alert(pickLabel(i, "Trouble"), strings.TrimSpace(t.text+" "+t.how))
	}
	w.people(s)
	w.say("Last 7 days", exchanged(s.Now, s.Before)+". "+returned(s.Now, s.Before)+".")
	if others := besides(s.Now); others != "" {
		w.say("", others)
	}
	w.say("Next 7 days", comes(s.Coming, s.At)+comingDays(s.Coming))
	for _, st := range s.Coming.Stuck {
		w.alert("", Plural(st.N, "of them waits", "of them wait")+" ("+st.Mailbox+"): "+OneLine(st.Why, 120))
	}
	for _, g := range s.Coming.Gaps {
		w.alert("", g.Words())
	}
	for i, m := range s.Mailboxes {
		w.mailbox(pickLabel(i, pick(len(s.Mailboxes), "Mailbox", "Mailboxes")), m, s)
	}
	if w.o.Requests > 0 {
		w.alert("Requests", Plural(w.o.Requests, "request of yours waits", "requests of yours wait")+" for the daemon")
	}
	return w.String()
}

// screen is a status in the making: labels on the left, what they are of on
// the right.
type screen struct {
	strings.Builder
	o Screen
}

// labels is how wide the left side is.
const labels = 13

// pickLabel labels the first of several lines.
func pickLabel(i int, label string) string {
	if i == 0 {
		return label
	}
	return ""
}

func (w *screen) bold(s string) string {
	if w.o.Bold == nil || s == "" {
		return s
	}
	return w.o.Bold(s)
}

// write writes text behind its label, marked line by line.
func (w *screen) write(label, text, hang string, mark func(string) string) {
	body := Hang(text, "", hang, w.o.Width-labels)
	for i, line := range strings.Split(body, "\n") {
		left := strings.Repeat(" ", labels)
		if i == 0 && label != "" {
			left = w.bold(label) + strings.Repeat(" ", max(labels-utf8.RuneCountInString(label), 1))
		}
		if mark != nil {
			line = mark(line)
		}
		w.WriteString(strings.TrimRight(left+line, " ") + "\n")
	}
}

func (w *screen) say(label, text string)   { w.write(label, text, "", nil) }
func (w *screen) alert(label, text string) { w.write(label, "! "+text, "  ", w.o.Alert) }

func (w *screen) head(s Snapshot) {
	w.WriteString(w.bold("followupd, "+s.At.Format("Mon 2 Jan 2006, 15:04")) + "\n")
	switch {
	case w.o.Daemon != "" && strings.ToUpper(w.o.Daemon[:1]) == w.o.Daemon[:1]:
		w.alert("Daemon", w.o.Daemon)
	case w.o.Daemon != "":
		w.say("Daemon", w.o.Daemon)
	case s.DaemonSeen.IsZero():
		w.say("Daemon", "never seen at work")
	default:
		w.say("Daemon", "seen at work "+Age(s.DaemonSeen, s.At)+" ago")
	}
	if s.Paused != "" {
		w.alert("Paused", OneLine(s.Paused, 160))
	}
	if !s.OwnerAway.IsZero() {
		w.say("Away", "you are away until "+day(s.OwnerAway, s.At))
	}
}

func (w *screen) needs(s Snapshot) {
	if len(s.NeedsYou) == 0 {
		w.say("Needs you", "nothing")
		return
	}
	w.say("Needs you", wait(s.NeedsYou)+":")
	for _, i := range s.NeedsYou[:min(len(s.NeedsYou), mostOnScreen)] {
		w.write("", i.full()+": "+OneLine(i.Why, 70)+", "+Age(i.Since, s.At), "  ", nil)
	}
	if left := len(s.NeedsYou) - mostOnScreen; left > 0 {
		w.say("", more(left, "followupd list --place needs-you"))
	}
}

func (w *screen) people(s Snapshot) {
	w.say("People", everyone(s.People))
	w.say("Standing", standingCounts(s))
	for i, h := range s.Held {
		if i == mostHeldScreen {
			w.say("", more(len(s.Held)-i, "followupd list --place held"))
			break
		}
		w.write(pickLabel(i, "Held"), h.full()+": "+OneLine(h.Why, 100)+", "+Age(h.Since, s.At), "  ", nil)
	}
	for i, c := range s.Waiting {
		if i == mostComesScreen {
			w.say("", more(len(s.Waiting)-i, "followupd list --place comes-back"))
			break
		}
		w.write(pickLabel(i, "Comes back"), day(c.Until, s.At)+": "+c.line()+" ("+waits(c)+")", "  ", nil)
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

// comingDays says on which days mails are due.
func comingDays(c Coming) string {
	var parts []string
	for _, d := range c.Days {
		parts = append(parts, fmt.Sprintf("%d on %s", d.N, d.Day.Format("Mon 2")))
	}
	if len(parts) < 2 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (w *screen) mailbox(label string, m Mailbox, s Snapshot) {
	text := m.Name + ": " + box(m, s)
	switch {
	case m.Ramp > 0:
		text += fmt.Sprintf("; %d of %d today (it is new: more each day), %d of %d in the last hour", m.Today, m.Ramp, m.LastHour, m.PerHour)
	case m.PerDay > 0:
		text += fmt.Sprintf("; %d of %d today, %d of %d in the last hour", m.Today, m.PerDay, m.LastHour, m.PerHour)
	}
	if m.Problem+m.Sending+m.Breaker != "" {
		w.write(label, text, "  ", w.o.Alert)
		return
	}
	w.write(label, text, "  ", nil)
}
