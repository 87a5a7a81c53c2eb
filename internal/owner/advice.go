package owner

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// command is a line for the terminal, and what it does.
type command struct{ line, does string }

func (s *story) command(does, format string, args ...any) command {
	return command{line: "followupd " + fmt.Sprintf(format, args...), does: does}
}

func (s *story) resume() command {
	if s.enrolment != nil && s.enrolment.Unplaced > 0 {
		return s.command("it goes on at that step", "resume %s --at-step STEP", s.arg)
	}
	return s.command("the sequence goes on", "resume %s", s.arg)
}

func (s *story) stop() command {
	if s.over() {
		return s.command("it is settled, and waits for you no more", "stop %s", s.arg)
	}
	return s.command("no more of this sequence", "stop %s", s.arg)
}

func (s *story) snooze(does string) command {
	return s.command(does, "snooze %s DATE", s.arg)
}

// snoozeToTheirs are the commands for the date that they named, which nothing
// keeps yet; none where there is no such date.
func (s *story) snoozeToTheirs() []command {
	until, does := s.ahead(), "if that date is right: it goes on from then"
	if s.intent() == replies.IntentUnclear {
		until, does = s.toCome(), "if they want to hear from you again then"
	}
	if until == nil || s.notice == sequences.NoticeLater || s.person.Live() == nil {
		return nil
	}
	return []command{s.command(does, "snooze %s %s", s.arg, until)}
}

// behindColleague says whether a colleague's answer held them when they answered.
func (s *story) behindColleague() bool {
	return slices.ContainsFunc(s.reason.Evidence, func(e sequences.Evidence) bool { return e.Rule == sequences.RuleColleague })
}

// ahead is the date that they asked to be written to from, where it is ahead.
func (s *story) ahead() *replies.Date {
	if s.intent() != replies.IntentLater {
		return nil
	}
	return s.toCome()
}

// toCome is the date that their mail names to be written to from, asked for or
// perhaps meant, where it is ahead.
func (s *story) toCome() *replies.Date {
	if s.mail == nil || s.mail.Until == nil || !replies.NewDate(s.now.In(s.theirs)).Before(*s.mail.Until) {
		return nil
	}
	return s.mail.Until
}

// next suggests the owner's next step.
func (s *story) next(n *note) {
	text, commands := s.advice()
	commands = s.workable(commands)
	n.heading("Suggested next step")
	n.para("%s", text)
	if lines := s.enrol(); lines != nil {
		n.block(lines...)
	}
	n.commands(commands)
	if draft := s.draft(); draft != nil {
		if len(commands) > 0 {
			n.WriteString("\n")
		}
		n.para("This is ready to send:")
		n.block(draft...)
	}
	if s.drafts && s.mail != nil && s.ready() != nil {
		n.para("An answer like that lies in your Drafts, in their thread: change it and send it from there.")
	}
	if s.wantsAnswer() {
		n.para("%s", s.whoWrites())
		n.WriteString(s.links())
	}
}

// over says whether all their sequences are: there is none to resume.
func (s *story) over() bool { return s.person.Live() == nil && !resumable(&s.person) }

// workable are the commands but the one that resumes a sequence, where there is none.
func (s *story) workable(list []command) []command {
	return slices.DeleteFunc(list, func(c command) bool { return s.over() && c == s.resume() })
}

func (n *note) commands(list []command) {
	// A command is copied from the mail: it stays on one line, however long.
	for _, c := range list {
		n.item("%s (%s)", unbroken(c.line), c.does)
	}
}

// gum stands for a space at which no line is broken.
const gum = "\x00"

func unbroken(s string) string { return strings.ReplaceAll(s, " ", gum) }

func (s *story) advice() (string, []command) {
	switch s.notice {
	case sequences.NoticeAnswer:
		return s.adviseAnswer()
	case sequences.NoticeLater:
		return "Answer today with one question, so that the wait is worth something to both of you.", nil
	case sequences.NoticeDoubt:
		return s.adviseDoubt()
	case sequences.NoticeNo:
		if s.code == sequences.CodeWrongPerson && s.mail != nil && s.mail.Referred != nil && s.mail.Referred.Email != "" {
			return s.adviseReferral(), nil
		}
		if s.code == sequences.CodeWrongPerson {
			return fmt.Sprintf("Thank %s in one line and ask who the right person is. Nothing else.", s.first), nil
		}
		return fmt.Sprintf("There is nothing to do. One line of thanks leaves the door open: %s took the time to answer.", s.first), nil
	case sequences.NoticeOptOut:
		if s.code == sequences.CodeComplaint {
			return "Don't answer. Look at where the address came from, below, and whether others came from there too.", nil
		}
		if wantsErasure(s.words()) {
			return fmt.Sprintf("They seem to ask that their data be deleted. Nothing goes to %s any more; to delete what followupd keeps, and keep only that they are never written to:", s.first),
				[]command{s.command("deletes it, and asks first", "forget %s", s.arg)}
		}
		if s.person.MayHaveMeant() {
			return fmt.Sprintf("There is nothing to do, and nothing to answer. If %s meant something else, say what it was, below: that takes it back, and nothing goes out until you say so.", s.first), nil
		}
		return "There is nothing to do, and nothing to answer.", nil
	case sequences.NoticeLeft:
		return s.adviseLeft(), nil
	case sequences.NoticeColleague:
		return fmt.Sprintf("Read it. If it speaks for %s too, answer it and let %s rest. If it has nothing to do with %s, let the sequence go on.",
			s.first, s.first, s.first), []command{s.stop(), s.resume()}
	case sequences.NoticeSilent:
		return fmt.Sprintf("You wrote to %s by hand, so followupd is silent. Nothing came back since. Say whether the sequence goes on; it never does by itself.", s.first),
			[]command{s.command("it goes on with its next mail", "resume %s", s.arg), s.command("no, let it be", "stop %s", s.arg)}
	case sequences.NoticeDateOff:
		date := s.dateOff()
		return fmt.Sprintf("%s was to be written to from %s. You wrote to %s yourself since, and followupd writes nothing after a mail of yours until you say so: that date is off. If it still stands, set it again.",
				s.first, date.Format("2 January 2006"), s.first),
			[]command{s.command("the date stands again", "snooze %s %s", s.arg, date.Format(time.DateOnly)), s.command("no, let it be", "stop %s", s.arg)}
	case sequences.NoticeHistory:
		if s.code == sequences.CodeWrote {
			return fmt.Sprintf("Look in your Sent folder at what %s got, then say whether the sequence goes on.", s.first), []command{s.resume(), s.stop()}
		}
		if report.CameBack(s.reason) {
			return "Check the address, and say whether it is right by now.",
				[]command{s.command("it is right: write", "resume %s", s.arg), s.command("no, leave it", "stop %s", s.arg)}
		}
		if report.Stopped(s.reason) {
			return fmt.Sprintf("You stopped %s yourself, and they are enrolled anew now. Say whether that is meant.", s.first),
				[]command{s.command("yes, write", "resume %s", s.arg), s.command("no, leave it", "stop %s", s.arg)}
		}
		return "Look at what is known, below, and say whether a first mail is still right.",
			[]command{s.command("yes, write", "resume %s", s.arg), s.command("no, leave it", "stop %s", s.arg)}
	case sequences.NoticeUncertain:
		return fmt.Sprintf("Look for it in the Sent folder of %s: %s, which sends for it, may put a copy there, though not all servers do. Else ask whoever runs that server whether it took the mail. Then say which it was; followupd never sends it again on its own.", s.from, s.server()),
			[]command{s.command("it went out", "reconcile %s --was-sent", s.arg),
				s.command("you are sure that it did not", "reconcile %s --send-again", s.arg)}
	}
	return s.adviseProblem()
}

// server is what submits the mailbox's mails.
func (s *story) server() string {
	if s.smtp == "" {
		return "the SMTP server"
	}
	return "the SMTP server " + s.smtp
}

var (
	erasing  = regexp.MustCompile(`(?i)\b(delet|eras|remov|lösch|loesch|entfern|effac|supprim|borr|elimin|suprim|cancell|rimuov|apag|exclu|remov|verwijder|wis)`)
	personal = regexp.MustCompile(`(?i)\b(data|daten|données|donnees|datos|dati|dados|gegevens|information|gdpr|dsgvo|rgpd|avg)\b`)
)

// wantsErasure says whether a sentence speaks of deleting data, in any of the
// languages that answers are read in. It only changes what is suggested.
func wantsErasure(words string) bool {
	for sentence := range strings.FieldsFuncSeq(words, func(r rune) bool { return strings.ContainsRune(".!?", r) }) {
		if erasing.MatchString(sentence) && personal.MatchString(sentence) {
			return true
		}
	}
	return false
}

func (s *story) adviseAnswer() (string, []command) {
	switch s.intent() {
	case replies.IntentMeeting:
		return s.adviseMeeting()
	case replies.IntentInterested:
		if len(s.meetings()) > 0 {
			return s.adviseMeeting()
		}
		return "Answer today: take up what they said, and suggest a day and an hour for a short call.", nil
	case replies.IntentQuestion:
		if slices.ContainsFunc(s.mail.Evidence, func(e sequences.Evidence) bool { return e.Rule == replies.RuleAccess }) {
			return "They ask which data you hold about them, or where you have them from. In the European Union and Britain the law gives you a month to tell them (GDPR Art. 12 and 15). What followupd keeps of them:",
				[]command{s.command("writes all of it into a folder", "export %s", s.arg)}
		}
		return "Answer their question today in a few lines, and end with one question of your own.", nil
	case replies.IntentLater:
		if s.behindColleague() {
			return fmt.Sprintf("A colleague of %s had answered before, so no mail waits for a date by itself. Answer today and ask what will have happened by then.", s.first), s.snoozeToTheirs()
		}
		return "Answer today and ask what will have happened by then.", s.snoozeToTheirs()
	case replies.IntentReferral:
		return s.adviseReferral(), nil
	}
	return "Read it and answer today.", nil
}

func (s *story) adviseMeeting() (string, []command) {
	times := s.meetings()
	if len(times) == 0 {
		return "Answer today and confirm the time they named; if they named none, offer two.", nil
	}
	text := "Answer today and confirm one of the times they named, below."
	if len(times) == 1 {
		text = "Answer today and confirm the time they named: " + s.long(times[0]) + "."
	}
	if !slices.ContainsFunc(times, func(m meeting) bool { return m.guess != "" }) {
		return text, nil
	}
	text += " Name the time zone when you confirm."
	if s.guess == "" {
		return text, nil
	}
	return text, []command{s.command("once you know where they live; PLACE as in Europe/Madrid", "set %s timezone=PLACE", s.arg)}
}

func (s *story) adviseReferral() string {
	c := s.mail.Referred
	if c == nil || c.Email == "" {
		return fmt.Sprintf("Thank %s today and ask for the name and the address of the person to write to.", s.first)
	}
	text := fmt.Sprintf("Thank %s today, then write to %s yourself, beginning with: “%s said I should write to you.”", s.first, contact(c), s.first)
	return text + s.orHaveItDone()
}

// orHaveItDone leads to what enrols whom they named; empty where nothing does.
func (s *story) orHaveItDone() string {
	switch _, ok := s.proposed(); {
	case !ok:
		return ""
	case s.answerable:
		return fmt.Sprintf(" Or have followupd do it: answer this mail with “%s”.", s.enrolWord())
	}
	return " Or have followupd do it:"
}

func (s *story) adviseDoubt() (string, []command) {
	theirs := s.snoozeToTheirs()
	switch s.code {
	case sequences.CodeNoDate:
		if len(theirs) > 0 {
			return fmt.Sprintf("They seem to mean %s, but it isn't said for certain. Give followupd that date if it is right, or ask.", dateWords(*s.ahead())), theirs
		}
		return "Ask for the date, and give it to followupd once you know it.", []command{s.snooze("it goes on from that date")}
	case sequences.CodeAwayAgain:
		return fmt.Sprintf("Call, or wait until you know when %s is back.", s.first), []command{s.snooze("it goes on from that date")}
	case sequences.CodeChallenge:
		return "Open the mail and do what it asks, if you know who is behind it. Then let the sequence go on.", []command{s.resume()}
	case sequences.CodeSoft:
		return "Check the address. If it is right, try again another week; if not, let it be.", []command{s.snooze("it is tried again from that date"), s.stop()}
	}
	if s.over() {
		return "Read it. If it wants an answer, answer it today.", []command{s.stop()}
	}
	if s.mail != nil && s.mail.Kind == replies.KindReply {
		return "Read it. If it wants an answer, answer it today. If not, say whether the sequence goes on.", append(theirs, s.resume(), s.stop())
	}
	if s.proposes() {
		return fmt.Sprintf("Read it. If it says that %s has left, write to %s, if it still makes sense there.%s If not, let the sequence go on.", s.first, contact(s.mail.Referred), s.orHaveItDone()), []command{s.resume()}
	}
	return "Read it. If it is nothing, or says no more than that they are away, let the sequence go on.", []command{s.resume()}
}

func (s *story) adviseLeft() string {
	if s.mail != nil && s.mail.Referred != nil {
		text := fmt.Sprintf("Write to %s yourself, if it still makes sense there.", contact(s.mail.Referred))
		return text + s.orHaveItDone()
	}
	if s.code == sequences.CodeLeft {
		return "Find out who took over, if it still makes sense there."
	}
	return "Find another address or another way, if it still makes sense there."
}

func contact(c *replies.Contact) string {
	return report.OneLine(joined(" ", c.Name, angled(c.Email)), 160)
}

func (s *story) adviseProblem() (string, []command) {
	then := []command{s.resume()}
	switch s.code {
	case sequences.CodeHole:
		return s.adviseHole()
	case sequences.CodeRefused, sequences.CodeDeferredLong:
		return "Read what the mail server said, below, and set it right with your mail provider. Then let it go on.", then
	case sequences.CodeStepGone, sequences.CodeSequenceGone, sequences.CodeNoWindow:
		return "Set the sequence's file right; followupd lint shows what it finds. Then let it go on.", then
	}
	if s.code == sequences.CodeStray {
		return fmt.Sprintf("Look in your Sent folder at what %s got, then say whether the sequence goes on with its next mail.", s.first), append(then, s.stop())
	}
	return "Look at what happened, below. Then let it go on.", then
}

// wantsAnswer says whether it suggests that somebody writes to them.
func (s *story) wantsAnswer() bool {
	switch s.notice {
	case sequences.NoticeAnswer, sequences.NoticeLater, sequences.NoticeDoubt, sequences.NoticeColleague:
		return s.mail != nil && s.mail.Kind == replies.KindReply
	}
	return false
}

// whoWrites says who answers, and where: an answer to this mail doesn't reach
// them.
func (s *story) whoWrites() string {
	where := s.from
	if s.mail.Folder != "" {
		where = fmt.Sprintf("%s of %s", report.OneLine(s.mail.Folder, 80), s.from)
	}
	where = fmt.Sprintf("Their mail lies in %s. Answer it there: an answer to this mail doesn't reach %s.", where, s.writer)
	switch {
	case s.deputy:
		return fmt.Sprintf("%s is away until %s, so the answer is yours: say that you write for %s. %s", s.owner, s.away.Format("Mon 2 Jan 2006"), s.owner, where)
	case !s.away.IsZero():
		return fmt.Sprintf("You are away until %s and have no deputy, so the answer is yours. %s", s.away.Format("Mon 2 Jan 2006"), where)
	}
	return where
}

// helpful are the commands that help here beside those suggested above.
func (s *story) helpful(n *note) {
	_, suggested := s.advice()
	list := []command{s.command("all of it, with the evidence", "why %s", s.arg)}
	if s.mail != nil && s.mail.Kind != replies.KindComplaint && s.notice != sequences.NoticeColleague && (s.person.Suppressed == nil || s.person.MayHaveMeant()) {
		list = append(list, s.command("it was read wrongly; INTENT is meeting, interested, question, later, referral, wrong_person, not_interested, opt_out or auto_reply",
			"answer-was %s INTENT", s.arg))
	}
	switch s.notice {
	case sequences.NoticeLater:
		list = append(list, s.command("undoes the date, as long as it has not come", "stop %s", s.arg))
	case sequences.NoticeAnswer, sequences.NoticeDoubt, sequences.NoticeProblem:
		list = append(list, s.resume(), s.stop())
	}
	if s.person.Suppressed == nil && s.notice != sequences.NoticeUncertain {
		list = append(list, s.command("never write again", "suppress %s", s.arg))
	}
	n.heading("Commands that help")
	n.commands(slices.DeleteFunc(s.workable(list), func(c command) bool {
		return slices.ContainsFunc(suggested, func(other command) bool { return other.line == c.line })
	}))
}
