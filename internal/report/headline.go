package report

import (
	"fmt"
	"strings"
)

// Subject is the subject of the status mail: the most important thing first.
func Subject(s Snapshot) string {
	parts := alarms(s)[:min(len(alarms(s)), 1)]
	if len(s.NeedsYou) > 0 {
		parts = append(parts, wait(s.NeedsYou))
	}
	if n := s.Now.Mails; n > 0 && len(parts) < 2 {
		parts = append(parts, Plural(n, "mail went out", "mails went out"))
	}
	if n := s.Now.Answers; n > 0 && len(parts) < 2 {
		parts = append(parts, Plural(n, "answer came back", "answers came back"))
	}
	if n := len(troubles(s)); n > 0 && len(parts) < 2 && len(alarms(s)) == 0 {
		parts = append(parts, Plural(n, "thing to look at", "things to look at"))
	}
	switch {
	case len(parts) == 0 && weekly(s):
		parts = []string{"a quiet week: nothing needs you"}
	case len(parts) == 0:
		parts = []string{"nothing happened"}
	}
	when := days(s)
	if s.Week > 0 {
		when = fmt.Sprintf("week %d", s.Week)
	}
	return upperFirst(strings.Join(parts, "; ")) + " (" + when + ")"
}

// wait is "2 answers wait for you", or "3 people wait for you" where not all
// of them are answers.
func wait(items []Item) string {
	for _, i := range items {
		if !i.Answer {
			return Plural(len(items), "person waits for you", "people wait for you")
		}
	}
	return Plural(len(items), "answer waits for you", "answers wait for you")
}

// alarms are what stops the work as a whole, the gravest first.
func alarms(s Snapshot) []string {
	var out []string
	for _, m := range s.Mailboxes {
		switch {
		case m.Problem != "":
			out = append(out, "mailbox "+m.Name+" can't be read")
		case m.Sending != "":
			out = append(out, "mailbox "+m.Name+" can't send")
		case m.Breaker != "":
			out = append(out, "mailbox "+m.Name+" is paused")
		}
	}
	if s.Edits != "" {
		out = append(out, "your edits are not in force")
	}
	if s.Paused != "" {
		out = append(out, "all sending is paused")
	}
	return out
}

// lead is the whole in one or two sentences.
func lead(s Snapshot) string {
	e := s.Now
	if quiet(s) {
		return "A quiet " + spanWord(s) + ": nothing needs you, no mail went out and none came back."
	}
	first := "Nothing needs you."
	if len(s.NeedsYou) > 0 {
		first = upperFirst(wait(s.NeedsYou)) + "."
	}
	out, back := Plural(e.Mails, "mail went out", "mails went out"), Plural(e.Answers, "answer came back", "answers came back")
	if e.Mails == 0 {
		out = "No mail went out"
	}
	if e.Answers == 0 {
		back = "no answer came back"
	}
	return fmt.Sprintf("%s %s, and %s.", first, out, back)
}

func spanWord(s Snapshot) string {
	if weekly(s) {
		return "week"
	}
	return "time"
}

// quiet says whether nothing happened and nothing is wrong.
func quiet(s Snapshot) bool {
	e := s.Now
	return len(s.NeedsYou)+e.Mails+e.Answers+e.Automatic+e.Bounced+e.Returned+e.ByHand+len(s.NeverAgain)+len(s.Bounces) == 0 && len(troubles(s)) == 0
}

// tiles are the numbers on top.
func tiles(s Snapshot) []tile {
	before := asLongBefore(s.Now)
	return []tile{
		{n: len(s.NeedsYou), label: pick(len(s.NeedsYou), "waits for you", "wait for you"), urgent: len(s.NeedsYou) > 0},
		{n: s.Now.Mails, label: pick(s.Now.Mails, "mail out", "mails out"), note: fmt.Sprintf("%s: %d", before, s.Before.Mails)},
		{n: s.Now.Answers, label: pick(s.Now.Answers, "answer", "answers"), note: fmt.Sprintf("%s: %d", before, s.Before.Answers)},
	}
}

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// notes are what holds for everything.
func notes(s Snapshot) []string {
	var out []string
	if s.Paused != "" {
		out = append(out, "All sending is paused: "+OneLine(s.Paused, 160)+".")
	}
	if !s.OwnerAway.IsZero() {
		out = append(out, "You are away until "+day(s.OwnerAway, s.At)+": until then nothing goes out.")
	}
	return out
}
