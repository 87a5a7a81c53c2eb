package owner

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

const (
	mostWordLines = 60 // of their words; the rest is in the mail itself
	mostMoments   = 12
	mostEvidence  = 6
)

// onlyYou stands between what may be passed on and what may not.
const onlyYou = "-------- for you only, from here on --------"

// note is a mail in the making.
type note struct{ strings.Builder }

func (n *note) para(format string, args ...any) {
	n.WriteString(report.Wrap(fmt.Sprintf(format, args...), report.Width) + "\n")
}

func (n *note) item(format string, args ...any) {
	text := report.Hang(fmt.Sprintf(format, args...), "- ", "  ", report.Width)
	n.WriteString(strings.ReplaceAll(text, gum, " ") + "\n")
}

// heading begins a part; it is underlined as in the status mail, to be found in
// plain text.
func (n *note) heading(title string) {
	if n.Len() > 0 && !strings.HasSuffix(n.String(), "\n\n") {
		n.WriteString("\n")
	}
	n.WriteString(title + "\n" + strings.Repeat("-", utf8.RuneCountInString(title)) + "\n")
}

// block is text that is to be taken over as it is, set off from the rest.
func (n *note) block(lines ...string) {
	n.WriteString("\n")
	for _, line := range lines {
		n.WriteString(strings.TrimRight("    "+line, " ") + "\n")
	}
	n.WriteString("\n")
}

// text is the whole mail: their words, then what is for the owner alone.
func (s *story) text() string {
	n := &note{}
	if s.corrects() {
		n.para("You said so. %s%s More: followupd why %s", s.lifted(), s.state(), s.arg)
		n.commands(s.snoozeToTheirs())
		return n.String()
	}
	if s.wants != nil {
		s.waiting(n)
		s.say(n)
		return n.String()
	}
	if s.mail != nil {
		s.theirWords(n, mostWordLines)
		n.WriteString(onlyYou + "\n\n")
	}
	if s.waits != "" {
		n.para("%s has waited for %s: no mail of yours to them was seen in your Sent folder, and you said nothing about them. This is the one reminder; from here on it stands in the status mail.", s.first, s.waits)
		n.WriteString("\n")
	}
	s.matter(n)
	s.between(n)
	s.why(n)
	s.say(n)
	s.helpful(n)
	return n.String()
}

// lifted says that what was said took a suppression back.
func (s *story) lifted() string {
	if !slices.ContainsFunc(s.facts, func(f sequences.Fact) bool { return f.Kind == sequences.FactSuppressed && f.Mark == nil }) || s.person.Suppressed != nil {
		return ""
	}
	return fmt.Sprintf("%s is off the list of those never written to again: nothing but how this answer was read had put them there. ", s.name)
}

// matter is what is to be done, how things stand, and by what that is known.
func (s *story) matter(n *note) {
	if s.notice == sequences.NoticeTask {
		s.task(n)
	} else {
		s.next(n)
	}
	s.stands(n)
	s.read(n)
}

// waiting shows a mail that waits for the owner's yes.
func (s *story) waiting(n *note) {
	n.para("This mail to %s goes out when you say yes, in the next hours that its sequence allows:", whole(s.name, s.company))
	s.wanted(n)
	n.WriteString(onlyYou + "\n\n")
	s.achieves(n)
	s.between(n)
	n.heading("What you can say")
	n.commands([]command{s.command("it goes out", "approve %s", s.arg), s.command("it doesn't, nor does anything after it", "stop %s", s.arg),
		s.command("all of it, with the evidence", "why %s", s.arg)})
}

// wanted is the mail itself, all of it.
func (s *story) wanted(n *note) {
	n.WriteString("\nTo: " + s.wants.To + "\nSubject: " + report.OneLine(s.wants.Subject, 300) + "\n\n" + strings.TrimRight(s.wants.Text, "\n") + "\n\n")
}

// achieves says which step it is, and what for.
func (s *story) achieves(n *note) {
	if s.enrolment == nil {
		return
	}
	if step, ok := s.sequence.StepOf(s.enrolment.Step); ok && step.Objective != "" {
		n.para("It is step %s of %s. What it is to achieve: %s.", step.ID, s.enrolment.Sequence, strings.TrimSuffix(step.Objective, "."))
	}
}

func whole(name, company string) string {
	if company == "" {
		return name
	}
	return name + " (" + company + ")"
}

func (s *story) theirWords(n *note, most int) {
	text, more := report.Quote(s.words(), most)
	on := ""
	if s.kept != nil && !s.kept.ReceivedAt.IsZero() {
		on = " on " + s.kept.ReceivedAt.In(s.zone).Format("Mon 2 Jan 2006, 15:04")
	}
	switch s.mail.Kind {
	case replies.KindReply:
		who := s.name
		if s.notice == sequences.NoticeColleague {
			who = s.writer
		}
		n.para("%s wrote%s%s:", who, on, lead(" from ", s.otherAddress()))
	case replies.KindAutoReply:
		n.para("An automatic answer from %s came%s:", s.name, on)
	default:
		n.para("This mail about %s came%s:", s.name, on)
	}
	n.WriteString("\n")
	switch {
	case text == "" && s.mail.Kind == replies.KindReply:
		n.WriteString("> (no words of their own)\n")
	case text == "":
		return
	}
	n.WriteString(text)
	if more {
		n.WriteString("\n(The rest stands in the mail itself.)\n")
	}
	n.WriteString("\n")
}

// stands tells where it stands now.
func (s *story) stands(n *note) {
	n.heading("Now")
	n.para("%s%s", s.state(), s.withdrawn())
	switch s.notice {
	case sequences.NoticeNo, sequences.NoticeOptOut, sequences.NoticeLeft:
		return // a standing says nothing about who is out of it
	}
	given := "nothing"
	if n := s.person.BalanceAt().Balance; n > 0 {
		given = report.Plural(n, "thing of value", "things of value")
	}
	n.para("%s counts as: %s. Given since their last answer: %s.", s.first, s.person.StandingAt(s.now).Standing, given)
}

func (s *story) state() string {
	e := s.enrolment
	switch {
	case s.person.Suppressed != nil:
		return fmt.Sprintf("%s is never written to again: in no sequence, from no mailbox, after no import.", s.name)
	case e == nil:
		return fmt.Sprintf("No sequence is under way for %s.", s.name)
	}
	switch e.State {
	case sequences.StateTask:
		text := fmt.Sprintf("The sequence %s waits until it is done; what follows counts from then.", e.Sequence)
		if !e.Due.IsZero() {
			text += fmt.Sprintf(" It goes on without it from %s.", e.Due.In(s.zone).Format("Monday, 2 January 2006"))
		}
		return text
	case sequences.StateAnswered:
		return fmt.Sprintf("It is your turn. followupd sends nothing to %s until you say so.", s.first)
	case sequences.StateHeld:
		return fmt.Sprintf("The sequence %s is held (%s). Nothing goes to %s until you say so.", e.Sequence, s.held(), s.first)
	case sequences.StateStopped:
		return fmt.Sprintf("The sequence %s is stopped. Nothing more goes to %s.", e.Sequence, s.first)
	case sequences.StateEnded:
		over := fmt.Sprintf("The sequence %s is over: nothing more goes to %s by itself.", e.Sequence, s.first)
		if s.wantsAnswer() {
			return "It is your turn. " + over
		}
		return over
	case sequences.StateSnoozed:
		then := "Then the sequence goes on with its next mail."
		if s.sequence.OnSnoozeEnd != "" {
			then = "Then one mail asks what has changed."
		}
		return fmt.Sprintf("Nothing goes to %s before %s. %s", s.first, e.Due.In(s.theirs).Format("Monday, 2 January 2006"), then)
	}
	return fmt.Sprintf("The sequence %s is %s.", e.Sequence, e.State)
}

// held is why it is held, in few words.
func (s *story) held() string {
	switch s.enrolment.Why.Code {
	case sequences.CodeUncertain:
		return "a mail may or may not have gone out"
	case sequences.CodeHole:
		return "a mail has a gap in it"
	}
	return report.Days(report.OneLine(s.enrolment.Why.Text, 120), s.now)
}

// read tells what was read in the mail, and by which words.
func (s *story) read(n *note) {
	switch {
	case s.notice == sequences.NoticeTask:
		return // the task says it all
	case s.mail == nil:
		s.known(n)
		return
	}
	n.heading("What followupd read in it")
	n.para("%s.%s", s.meaning(), s.confidence())
	for _, signal := range s.mail.Signals {
		n.item("%s %s%s", s.writer, report.Signal(string(signal)), s.shown(signal))
	}
	if other := s.otherAddress(); other != "" {
		n.item("it comes from %s; you write to %s", other, s.address)
	}
	if times := s.meetings(); len(times) > 1 || s.intent() != replies.IntentMeeting {
		for _, m := range times {
			n.item("time they named: %s", s.long(m))
		}
	}
	if c := s.mail.Referred; c != nil {
		n.item("named: %s", report.OneLine(joined(" ", c.Name, angled(c.Email), c.Role), 200))
	}
	s.evidence(n)
}

// shown quotes the words that show a signal.
func (s *story) shown(signal replies.Signal) string {
	for _, e := range s.mail.Evidence {
		if e.Rule == signal.Rule() && e.Text != "" {
			return fmt.Sprintf(": “%s”", report.OneLine(e.Text, 160))
		}
	}
	return ""
}

// meaning is what the mail was taken for.
func (s *story) meaning() string {
	m := s.mail
	switch m.Kind {
	case replies.KindBounce:
		return "A report that a mail was not delivered"
	case replies.KindComplaint:
		return "A report that a mail was unwanted"
	case replies.KindOther:
		return "A mail that may be no answer at all"
	case replies.KindAutoReply:
		return "An automatic answer" + about(m.About)
	}
	parts := []string{report.Did(string(m.Intent))}
	for _, other := range m.Others {
		switch {
		case other == replies.IntentUnclear && (m.Intent == replies.IntentNotInterested || m.Intent == replies.IntentWrongPerson):
			return s.writer + " " + parts[0] + ", as it seems: please read it yourself"
		case other == replies.IntentUnclear:
			parts = append(parts, "says more, which is not clear")
		default:
			parts = append(parts, report.Did(string(other)))
		}
	}
	return s.writer + " " + report.List(parts)
}

func about(a replies.About) string {
	switch a {
	case replies.AboutAbsence:
		return ": away"
	case replies.AboutLeft:
		return ": left the company"
	case replies.AboutUnmonitored:
		return ": nobody reads there"
	case replies.AboutReceipt:
		return ": a receipt"
	case replies.AboutChallenge:
		return ": asks the sender to prove something"
	}
	return ""
}

// confidence says in words how sure the reading is.
func (s *story) confidence() string {
	for _, e := range s.reason.Evidence {
		if e.Rule == "owner" {
			return " You said so."
		}
	}
	if s.mail.Damaged != "" {
		return fmt.Sprintf(" It could not be read in full (%s), so this may be wrong.", report.OneLine(s.mail.Damaged, 120))
	}
	if s.reading == nil || s.mail.Intent == replies.IntentUnclear {
		return "" // that nobody can tell is nothing to be sure of
	}
	switch c := s.reading.Confidence; {
	case c >= replies.CertainAt:
		return " followupd is sure of that."
	case c >= 0.7:
		return " followupd is fairly sure of that."
	}
	return " followupd is not sure of that."
}

// known tells what a decision was made on that no mail is behind.
func (s *story) known(n *note) {
	var body note
	if s.out != nil {
		body.para("The mail %q (%s of %s) to %s%s.", report.OneLine(s.out.Subject, 100), report.Step(s.out.Step), s.out.Sequence, s.out.Recipient, s.when())
	}
	text := report.Days(report.OneLine(s.reason.Text, 400), s.now)
	if s.notice == sequences.NoticeHistory && s.code != sequences.CodeWrote {
		text = s.first + " " + text
	}
	if text != "" && s.code != sequences.CodeHole {
		if text = strings.TrimSuffix(text, "."); !strings.HasPrefix(text, "followupd ") {
			text = upperFirst(text)
		}
		body.para("%s.", text)
	}
	s.evidence(&body)
	if body.Len() > 0 {
		n.heading("What followupd knows")
		n.WriteString(body.String())
	}
}

// when is when its submission began.
func (s *story) when() string {
	if s.out.MarkedAt.IsZero() {
		return ""
	}
	return ", begun on " + s.out.MarkedAt.In(s.zone).Format("Mon 2 Jan 2006, 15:04")
}

// evidence tells what the decision was made on.
func (s *story) evidence(n *note) {
	var list []sequences.Evidence
	for _, e := range s.reason.Evidence {
		if e.Rule == "render" {
			// What is missing stands above, by its name; what is wrong, here.
			for _, gap := range report.GapsOf(e.Text).Others {
				list = append(list, sequences.Evidence{Rule: e.Rule, Text: gap})
			}
			continue
		}
		if e.Rule != "named" && e.Rule != sequences.RuleDateOff && e.Rule != sequences.RuleColleague && !strings.HasPrefix(e.Rule, "signal.") && (e.Text != "" || strings.HasPrefix(e.Rule, "matched.")) {
			list = append(list, e)
		}
	}
	for i, e := range list {
		if i == mostEvidence {
			n.item("and %d more: followupd why %s", len(list)-i, s.arg)
			break
		}
		n.item("%s", evidence(e))
	}
}

func evidence(e sequences.Evidence) string {
	text := report.OneLine(e.Text, 200)
	switch {
	case e.Rule == "matched.thread":
		return "it answers a mail of yours"
	case e.Rule == "matched.address":
		return "it comes from their address"
	case e.Rule == "matched.report":
		return "it is a report on a mail of yours"
	case e.Rule == "matched.company":
		return "it comes from the same company, " + text
	case e.Rule == "smtp", strings.HasPrefix(e.Rule, "bounce."):
		return "the mail server said: “" + report.ServerWords(text) + "”"
	case strings.HasPrefix(e.Rule, "past."), strings.HasPrefix(e.Rule, "turn."), strings.HasPrefix(e.Rule, "suppressed."), e.Rule == "owner", e.Rule == "render", e.Rule == sequences.RuleNoWord:
		return text
	case strings.HasPrefix(e.Rule, "journal."):
		return text + " (" + strings.ReplaceAll(strings.TrimPrefix(e.Rule, "journal."), "_", " ") + ")"
	}
	return "“" + text + "”"
}

// between tells what was between them and the owner so far.
func (s *story) between(n *note) {
	moments := s.person.Timeline
	if len(moments) == 0 {
		return
	}
	n.heading("What was between you so far")
	if left := len(moments) - mostMoments; left > 0 {
		n.item("%s before that", report.Plural(left, "mail", "mails"))
		moments = moments[left:]
	}
	for _, m := range moments {
		n.item("%s: %s", report.DayOf(m.At.In(s.zone), s.now), s.moment(m))
	}
}

func (s *story) moment(m sequences.Moment) string {
	words := ""
	if m.Words != "" && (s.mail == nil || m.Mail != s.mail.Ref) {
		words = ": “" + report.OneLine(m.Words, 120) + "”"
	}
	switch m.Kind {
	case sequences.HapSent:
		if m.Step == "" {
			return "a mail of followupd, of a step unknown"
		}
		text := "your " + report.Step(m.Step)
		if m.Value != "" {
			text += ", giving “" + report.OneLine(s.title(m.Value), 60) + "”"
		}
		return text
	case sequences.HapReply:
		return s.first + " " + report.Did(m.Intent) + words
	case sequences.HapAutoReply:
		return "an automatic answer" + words
	case sequences.HapBounce:
		return "a mail came back for good"
	case sequences.HapSoftBounce:
		return "a mail was not delivered that time"
	case sequences.HapOwnerWrote:
		return "you wrote by hand"
	case sequences.HapTask:
		return fmt.Sprintf("you did the task %q", m.Step) + words
	}
	return string(m.Kind)
}

// why tells why this person is written to at all.
func (s *story) why(n *note) {
	e := s.enrolment
	if e == nil {
		return
	}
	n.heading("Why " + s.first)
	n.para("%s %s", joined(", ", s.name, s.company), angled(s.address))
	n.para("Reason: %s. Address from: %s.", trimDot(e.Reason), trimDot(e.Source))
	n.para("In the sequence %s since %s.", e.Sequence, report.DayOf(e.At.In(s.zone), s.now))
	for _, note := range s.person.Notes {
		n.item("note of %s: %s", report.DayOf(note.At.In(s.zone), s.now), report.OneLine(joined(": ", note.Key, note.Text), 200))
	}
}

func trimDot(s string) string { return strings.TrimSuffix(report.OneLine(s, 200), ".") }

// lead is text with what leads to it; empty where there is none.
func lead(to, text string) string {
	if text == "" {
		return ""
	}
	return to + text
}

func angled(address string) string {
	if address == "" {
		return ""
	}
	return "<" + address + ">"
}

func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
