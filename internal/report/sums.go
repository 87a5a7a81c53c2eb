package report

import (
	"fmt"
	"strings"
	"time"
)

// weekly says whether a snapshot tells of seven days.
func weekly(s Snapshot) bool {
	const day = 24 * time.Hour
	d := s.At.Sub(s.From)
	return d > 6*day && d < 8*day
}

// days are the days that a snapshot tells of: those of its week, or from its
// first to its last.
func days(s Snapshot) string {
	if s.Week == 0 {
		return fromTo(s.From, s.At.Add(-time.Nanosecond))
	}
	// The fourth of January is in the first week (ISO 8601).
	fourth := time.Date(s.Year, time.January, 4, 0, 0, 0, 0, time.UTC)
	first := fourth.AddDate(0, 0, 7*(s.Week-1)-(int(fourth.Weekday())+6)%7)
	return fromTo(first, first.AddDate(0, 0, 6))
}

// fromTo names two days and says no more than once what both have in common.
func fromTo(first, last time.Time) string {
	from := "2"
	switch {
	case first.Year() != last.Year():
		from = "2 January 2006"
	case first.Month() != last.Month():
		from = "2 January"
	case first.Day() == last.Day():
		return last.Format("2 January 2006")
	}
	return first.Format(from) + " to " + last.Format("2 January 2006")
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

// asLongBefore names the span that one is compared with.
func asLongBefore(e Exchange) string {
	if weekly(Snapshot{From: e.From, At: e.To}) {
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

// returned tells what came back.
func returned(e, before Exchange) string {
	if e.Answers == 0 {
		return fmt.Sprintf("No answer came back (%s: %d)", asLongBefore(e), before.Answers)
	}
	return fmt.Sprintf("%s from %s (%s: %d)", Plural(e.Answers, "answer", "answers"), Plural(e.AnsweredBy, "person", "people"), asLongBefore(e), before.Answers)
}

func theDrafts(n int) string {
	if n == 1 {
		return "its draft"
	}
	return "their drafts"
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
	if e.PassedOver > 0 {
		parts = append(parts, Plural(e.PassedOver, "step was", "steps were")+" passed over, as the sequence says")
	}
	if e.Deleted > 0 {
		parts = append(parts, Plural(e.Deleted, "step was", "steps were")+" passed over, as you deleted "+theDrafts(e.Deleted))
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

// comes tells what is due.
func comes(c Coming, at time.Time) string {
	words := comingMails(c, at)
	if c.Tasks > 0 {
		words += " " + Plural(c.Tasks, "task of yours comes up.", "tasks of yours come up.")
	}
	return words
}

func comingMails(c Coming, at time.Time) string {
	switch {
	case c.Total == 0 && c.Next.IsZero() && c.Tasks > 0:
		return "No mail is due."
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

func day(t, at time.Time) string { return t.Format("Mon ") + DayOf(t, at) }

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
