package report

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// How many people a list in the mail has at most; what is left out is counted.
const (
	mostNew    = 15
	mostOld    = 8
	mostHeld   = 10
	mostStands = 8
	mostOthers = 8
)

// Subject is the subject of the status mail.
func Subject(s Snapshot) string {
	parts := []string{}
	if n := len(s.NeedsYou); n > 0 {
		parts = append(parts, needs(s.NeedsYou))
	}
	if n := s.Now.Mails; n > 0 {
		parts = append(parts, Plural(n, "mail went out", "mails went out"))
	}
	if n := s.Now.Answers; n > 0 && len(s.NeedsYou) == 0 {
		parts = append(parts, Plural(n, "answer came back", "answers came back"))
	}
	if len(parts) == 0 {
		parts = append(parts, "a quiet week")
	}
	if t := troubles(s); len(t) > 0 && len(s.NeedsYou) == 0 {
		parts = append(parts, Plural(len(t), "thing to look at", "things to look at"))
	}
	return fmt.Sprintf("followupd, week %d: %s", s.Week, strings.Join(parts, ", "))
}

// needs is "2 answers need you", or "3 people need you" where not all of them
// are answers.
func needs(items []Item) string {
	for _, i := range items {
		if !i.Answer {
			return Plural(len(items), "person needs you", "people need you")
		}
	}
	return Plural(len(items), "answer needs you", "answers need you")
}

// page is a mail in the making.
type page struct {
	strings.Builder
	s Snapshot
}

// Numbered are the people whom the status mail numbers, in the order of their
// numbers: the first is number 1.
func Numbered(s Snapshot) []int64 {
	people := make([]int64, 0, len(s.NeedsYou))
	for _, i := range s.NeedsYou {
		people = append(people, i.ID)
	}
	return people
}

// Text is the status mail as plain text.
func Text(s Snapshot) string {
	p := &page{s: s}
	p.opening()
	p.needsYou()
	p.troubles()
	if !quiet(s) {
		p.exchange()
		p.standings()
	}
	p.held()
	p.waiting()
	p.coming()
	p.notDelivered()
	p.never()
	p.mailboxes()
	return p.String()
}

// quiet says whether nothing happened and nothing is wrong.
func quiet(s Snapshot) bool {
	e := s.Now
	return len(s.NeedsYou)+e.Mails+e.Answers+e.Automatic+e.Bounced+e.Returned+e.ByHand+len(s.NeverAgain)+len(s.Bounces) == 0 && len(troubles(s)) == 0
}

func (p *page) heading(format string, args ...any) {
	title := fmt.Sprintf(format, args...)
	p.WriteString("\n" + title + "\n" + strings.Repeat("-", len([]rune(title))) + "\n")
}

func (p *page) line(first, rest, format string, args ...any) {
	p.WriteString(Hang(fmt.Sprintf(format, args...), first, rest, Width) + "\n")
}

func (p *page) words(indent, words string) {
	if words != "" {
		p.line(indent+"“", indent+" ", "%s”", words)
	}
}

func (p *page) more(left int) {
	if left > 0 {
		p.line("  ", "  ", "and %d more", left)
	}
}

func (p *page) opening() {
	s := p.s
	p.line("", "", "How things stand on %s, for %s. Counted since %s.", s.At.Format("Monday, 2 January 2006, 15:04"), week(s.Year, s.Week),
		s.From.Format("Monday, 2 January 2006, 15:04"))
	p.WriteString("\n")
	if quiet(s) {
		p.line("", "", "A quiet week: nothing needs you, no mail went out and none came back.")
	}
	if s.Paused != "" {
		p.line("", "", "All sending is paused: %s.", OneLine(s.Paused, 120))
	}
	if !s.OwnerAway.IsZero() {
		p.line("", "", "You are away until %s: until then nothing goes out.", s.OwnerAway.Format("Mon 2 Jan 2006"))
	}
	p.line("", "", "%s.", everyone(s.People))
}

// week names an ISO week and its days.
func week(year, number int) string {
	// The fourth of January is in the first week (ISO 8601).
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	first := fourth.AddDate(0, 0, 7*(number-1)-(int(fourth.Weekday())+6)%7)
	last := first.AddDate(0, 0, 6)
	from := "2"
	switch {
	case first.Year() != last.Year():
		return fmt.Sprintf("week %d (%s to %s)", number, first.Format("2 January 2006"), last.Format("2 January 2006"))
	case first.Month() != last.Month():
		from = "2 January"
	}
	return fmt.Sprintf("week %d (%s to %s)", number, first.Format(from), last.Format("2 January"))
}

// everyone is the sum of all people and where they stand.
func everyone(c People) string {
	if c.Total == 0 {
		return "Nobody is enrolled yet"
	}
	var parts []string
	for _, part := range []struct {
		n         int
		one, many string
	}{
		{c.NeedYou, "needs you", "need you"}, {c.Held, "held by you", "held by you"}, {c.UnderWay, "under way", "under way"},
		{c.Waiting, "comes back later", "come back later"}, {c.Over, "is done with", "are done with"},
	} {
		if part.n > 0 {
			parts = append(parts, Plural(part.n, part.one, part.many))
		}
	}
	return Plural(c.Total, "person", "people") + ": " + List(parts)
}

func (p *page) needsYou() {
	all := p.s.NeedsYou
	if len(all) == 0 {
		return
	}
	p.heading("What needs you now (%d)", len(all))
	since := slices.IndexFunc(all, func(i Item) bool { return i.Since.Before(p.s.From) })
	if since < 0 {
		since = len(all)
	}
	p.items(all[:since], 1, mostNew)
	if older := all[since:]; len(older) > 0 {
		if since > 0 {
			p.WriteString("\n")
			p.line("", "", "Waiting for longer (%d)", len(older))
		}
		p.items(older, since+1, mostOld)
	}
}

func (p *page) items(list []Item, number, most int) {
	for i, item := range list {
		if i == most {
			p.more(len(list) - i)
			break
		}
		p.line(fmt.Sprintf("%d. ", number+i), "   ", "%s", item.full())
		p.line("   ", "   ", "%s, since %s (%s)", OneLine(item.Why, 160), item.Since.Format("Mon 2 Jan"), Age(item.Since, p.s.At))
		p.words("   ", item.Words)
	}
}

// troubles are what is wrong, or what followupd wasn't sure of or could not
// do, beside the people who need the owner.
func troubles(s Snapshot) []string {
	var out []string
	if s.Edits != "" {
		out = append(out, fmt.Sprintf("Your edits are not in force (%s). The sequences and templates from before are; mend the line and save, and yours are taken up.", OneLine(s.Edits, 300)))
	}
	for _, m := range s.Mailboxes {
		if m.Problem != "" {
			out = append(out, fmt.Sprintf("The mailbox %s can't be read (for %s): %s. Nothing goes out from it.", m.Name, Age(m.Since, s.At), m.Problem))
		}
		if m.Sending != "" {
			out = append(out, fmt.Sprintf("The server for outgoing mail of %s can't be reached: %s.", m.Name, m.Sending))
		}
	}
	for _, m := range s.Mailboxes {
		switch {
		case m.Breaker == "":
		case m.Until.IsZero():
			out = append(out, fmt.Sprintf("The mailbox %s is paused: %s. When you know why, and have mended it: followupd resume --mailbox %s.", m.Name, m.Breaker, m.Name))
		default:
			out = append(out, fmt.Sprintf("The mailbox %s is paused: %s. It is tried again by itself on %s; at once with: followupd resume --mailbox %s.", m.Name, m.Breaker, m.Until.Format("Mon 2 Jan, 15:04"), m.Name))
		}
	}
	for _, u := range s.Uncertain {
		if u.Asked {
			out = append(out, fmt.Sprintf("A mail to %s may or may not have gone out (your %s). Say which: followupd reconcile %s --was-sent, or --send-again.",
				u.line(), Step(u.Step), Arg(u.Address)))
		} else {
			out = append(out, fmt.Sprintf("A mail to %s may have gone out (your %s); followupd is looking for it in Sent.", u.line(), Step(u.Step)))
		}
	}
	for _, q := range s.Quarantined {
		out = append(out, fmt.Sprintf("A mail in %q of %s (number %d) could not be read: %s. Please look at it yourself.", q.Folder, q.Mailbox, q.UID, q.Problem))
	}
	for _, u := range s.Untold {
		out = append(out, fmt.Sprintf("A mail to you waits since %s: “%s”. %s", u.Since.Format("Mon 2 Jan, 15:04"), OneLine(u.Subject, 80), u.Problem))
	}
	for _, t := range s.Troubles {
		out = append(out, fmt.Sprintf("%s: %s", t.At.Format("Mon 2 Jan"), t.Text))
	}
	for _, k := range s.Skipped {
		out = append(out, fmt.Sprintf("Step %q of %s was left out for %s: %s.", k.Step, k.Sequence, Plural(k.N, "person", "people"), skippedWhy(k)))
	}
	return out
}

func (p *page) troubles() {
	list := troubles(p.s)
	if len(list) == 0 {
		return
	}
	p.heading("What followupd was unsure of or could not do (%d)", len(list))
	for i, t := range list {
		if i == mostOthers {
			p.more(len(list) - i)
			break
		}
		p.line("- ", "  ", "%s", strings.TrimSpace(t))
	}
}

func (p *page) exchange() {
	e, before := p.s.Now, p.s.Before
	p.heading("What went out and what came back")
	p.line("", "  ", "%s", exchanged(e, before))
	if len(e.Given) > 0 {
		p.line("  ", "  ", "given: %s", given(e.Given))
	}
	p.line("", "  ", "%s", returned(e, before))
	for _, c := range e.ByIntent {
		p.line("  ", "  ", "%s", counted(c))
	}
	if others := besides(e); others != "" {
		p.line("", "  ", "%s", others)
	}
}

// asLongBefore names the span that one is compared with.
func asLongBefore(e Exchange) string {
	const day = 24 * time.Hour
	if d := e.To.Sub(e.From); d > 6*day && d < 8*day {
		return "the week before"
	}
	return "in as long before that"
}

// exchanged tells what went out.
func exchanged(e, before Exchange) string {
	if e.Mails == 0 {
		return fmt.Sprintf("No mail went out (%s: %d)", asLongBefore(e), before.Mails)
	}
	var parts []string
	if e.First > 0 {
		parts = append(parts, Plural(e.First, "first mail", "first mails"))
	}
	if e.FollowUps > 0 {
		parts = append(parts, Plural(e.FollowUps, "follow-up", "follow-ups"))
	}
	return fmt.Sprintf("%s to %s: %s (%s: %d)", Plural(e.Mails, "mail went out", "mails went out"),
		Plural(e.WrittenTo, "person", "people"), List(parts), asLongBefore(e), before.Mails)
}

func given(counts []Count) string {
	var parts []string
	for i, c := range counts {
		if i == mostOthers {
			parts = append(parts, fmt.Sprintf("and %d more", len(counts)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("%s %d", c.What, c.N))
	}
	return strings.Join(parts, ", ")
}

// returned tells what came back.
func returned(e, before Exchange) string {
	if e.Answers == 0 {
		return fmt.Sprintf("No answer came back (%s: %d)", asLongBefore(e), before.Answers)
	}
	return fmt.Sprintf("%s from %s (%s: %d)", Plural(e.Answers, "answer", "answers"), Plural(e.AnsweredBy, "person", "people"), asLongBefore(e), before.Answers)
}

// besides tells what else came.
func besides(e Exchange) string {
	var parts []string
	if e.Automatic > 0 {
		parts = append(parts, Plural(e.Automatic, "automatic answer", "automatic answers"))
	}
	if e.Bounced > 0 {
		parts = append(parts, Plural(e.Bounced, "mail came back for good", "mails came back for good"))
	}
	if e.Returned > 0 {
		parts = append(parts, Plural(e.Returned, "mail was not delivered this time", "mails were not delivered this time"))
	}
	if e.ByHand > 0 {
		parts = append(parts, "you wrote "+Plural(e.ByHand, "mail", "mails")+" by hand")
	}
	if e.Enrolled > 0 {
		text := Plural(e.Enrolled, "person was", "people were") + " enrolled"
		if e.Enrolments != e.Enrolled {
			text += fmt.Sprintf(", %d times in all", e.Enrolments)
		}
		parts = append(parts, text)
	}
	return List(parts)
}

func (p *page) standings() {
	var counts []string
	for _, st := range p.s.Standings {
		if len(st.People) > 0 {
			counts = append(counts, fmt.Sprintf("%s %d", st.Standing, len(st.People)))
		}
	}
	if len(counts) == 0 {
		return
	}
	p.heading("How they stand")
	p.line("", "", "%s", strings.Join(counts, ", "))
	if n := uncounted(p.s); n > 0 {
		p.line("", "", "%s here: a no, an address that can't be reached, stopped, or over long ago.", Plural(n, "more person doesn't count", "more people don't count"))
	}
	asked := map[string]bool{}
	for _, item := range p.s.NeedsYou {
		asked[item.Address] = true
	}
	for _, st := range p.s.Standings {
		if len(st.People) == 0 || st.Standing == "new" {
			continue
		}
		p.WriteString("\n")
		p.line("", "", "%s (%d)", upperFirst(st.Standing), len(st.People))
		for i, person := range st.People {
			if i == mostStands {
				p.more(len(st.People) - i)
				break
			}
			p.line("  ", "    ", "%s: %s", person.line(), person.Because)
			if !asked[person.Address] {
				p.words("    ", person.Words)
			}
		}
	}
}

// uncounted is how many people have no standing any more.
func uncounted(s Snapshot) int {
	n := s.People.Total
	for _, st := range s.Standings {
		n -= len(st.People)
	}
	return n
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (p *page) held() {
	if len(p.s.Held) == 0 {
		return
	}
	p.heading("Held, until you say so (%d)", len(p.s.Held))
	for i, item := range p.s.Held {
		if i == mostHeld {
			p.more(len(p.s.Held) - i)
			break
		}
		p.line("  ", "    ", "%s: %s (%s)", item.full(), OneLine(item.Why, 160), DayOf(item.Since, p.s.At))
	}
	p.line("", "", "To go on with one of them: followupd resume ADDRESS")
}

func (p *page) waiting() {
	if len(p.s.Waiting) == 0 {
		return
	}
	p.heading("Who comes back when (%d)", len(p.s.Waiting))
	for i, w := range p.s.Waiting {
		if i == mostHeld {
			p.more(len(p.s.Waiting) - i)
			break
		}
		p.line("  ", "    ", "%s: %s (%s)", day(w.Until, p.s.At), w.line(), waits(w))
	}
}

func waits(w Waiting) string {
	if w.Kind == "snoozed" && strings.HasPrefix(w.Why, "asked") {
		return "asked to be written to then"
	}
	return OneLine(w.Why, 120)
}

func day(t, at time.Time) string { return t.Format("Mon ") + DayOf(t, at) }

func (p *page) coming() {
	c := p.s.Coming
	p.heading("What goes out in the next 7 days")
	p.line("", "", "%s", comes(c, p.s.At))
	for _, d := range c.Days {
		p.line("  ", "  ", "%s: %d", d.Day.Format("Mon 2 Jan"), d.N)
	}
	for _, st := range c.Stuck {
		p.line("", "  ", "%d of them can't go from %s: %s.", st.N, st.Mailbox, OneLine(st.Why, 120))
	}
}

// comes tells what is due.
func comes(c Coming, at time.Time) string {
	switch {
	case c.Total == 0 && c.Next.IsZero():
		return "Nothing is due."
	case c.Total == 0:
		return fmt.Sprintf("Nothing. The next mail is due on %s.", day(c.Next, at))
	}
	var parts []string
	if c.First > 0 {
		parts = append(parts, Plural(c.First, "first mail", "first mails"))
	}
	if c.FollowUps > 0 {
		parts = append(parts, Plural(c.FollowUps, "follow-up", "follow-ups"))
	}
	return fmt.Sprintf("%s so far: %s. An answer takes its mail out; limits may move one.", Plural(c.Total, "mail is due", "mails are due"), List(parts))
}

func (p *page) notDelivered() {
	if len(p.s.Bounces) == 0 {
		return
	}
	p.heading("What came back undelivered (%d)", len(p.s.Bounces))
	for i, b := range p.s.Bounces {
		if i == mostOthers {
			p.more(len(p.s.Bounces) - i)
			break
		}
		what := "for good"
		switch {
		case !b.Matched:
			p.line("  ", "    ", "%s: a report that matches nobody: %s", DayOf(b.At, p.s.At), b.Why)
			continue
		case !b.Permanent:
			what = "not for good"
		}
		p.line("  ", "    ", "%s: %s, %s: %s", DayOf(b.At, p.s.At), b.full(), what, b.Why)
	}
}

func (p *page) never() {
	if len(p.s.NeverAgain) == 0 {
		return
	}
	if n := len(p.s.NeverAgain); n == p.s.NeverTotal {
		p.heading("Never written to again (%d)", n)
	} else {
		p.heading("Never written to again (%d new, %d in all)", n, p.s.NeverTotal)
	}
	for i, n := range p.s.NeverAgain {
		if i == mostOthers {
			p.more(len(p.s.NeverAgain) - i)
			break
		}
		p.line("  ", "    ", "%s: %s", n.Value, n.Why)
	}
}

func (p *page) mailboxes() {
	if len(p.s.Mailboxes) == 0 {
		return
	}
	p.heading("Mailboxes")
	for _, m := range p.s.Mailboxes {
		p.line("  ", "    ", "%s", box(m, p.s.At))
	}
}

// box tells how one mailbox does.
func box(m Mailbox, at time.Time) string {
	parts := []string{"live"}
	if !m.Live {
		parts = []string{"not live, nothing goes out"}
	}
	if m.Breaker != "" {
		parts = append(parts, "PAUSED")
	}
	switch {
	case m.Problem != "":
		parts = append(parts, "can't be read for "+Age(m.Since, at)+": "+OneLine(m.Problem, 120))
	case m.LastLook.IsZero():
		parts = append(parts, "not read yet")
	default:
		parts = append(parts, "read "+Age(m.LastLook, at)+" ago")
	}
	if m.Sending != "" {
		parts = append(parts, "can't send: "+OneLine(m.Sending, 120))
	}
	parts = append(parts, Plural(m.Mails, "mail out", "mails out"))
	if m.Ready > 0 {
		parts = append(parts, Plural(m.Ready, "is", "are")+" ready to go")
	}
	return m.Name + ": " + strings.Join(parts, "; ")
}

func skippedWhy(k Skipped) string {
	if k.Why == "" {
		return "it was not for them, each for a reason of their own (followupd why ADDRESS)"
	}
	return OneLine(k.Why, 160)
}
