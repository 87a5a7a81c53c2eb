package owner

import (
	"fmt"
	"slices"

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
	return s.command("the sequence goes on", "resume %s", s.arg)
}

func (s *story) stop() command {
	return s.command("no more of this sequence", "stop %s", s.arg)
}

func (s *story) snooze(does string) command {
	return s.command(does, "snooze %s DATE", s.arg)
}

// next suggests the owner's next step.
func (s *story) next(n *note) {
	text, commands := s.advice()
	n.heading("Suggested next step")
	n.para("%s", text)
	if draft := s.draft(); draft != "" {
		n.WriteString("\n" + draft + "\n")
	}
	n.commands(commands)
	if s.wantsAnswer() {
		n.para("%s", s.whoWrites())
	}
}

func (n *note) commands(list []command) {
	for _, c := range list {
		n.item("%s (%s)", c.line, c.does)
	}
}

func (s *story) advice() (string, []command) {
	switch s.notice {
	case sequences.NoticeAnswer:
		return s.adviseAnswer(), nil
	case sequences.NoticeLater:
		return "Answer today with one question, so that the wait is worth something to both of you. This is ready to send:", nil
	case sequences.NoticeDoubt:
		return s.adviseDoubt()
	case sequences.NoticeNo:
		if s.code == sequences.CodeWrongPerson {
			return fmt.Sprintf("Thank %s in one line and ask who the right person is. Nothing else.", s.first), nil
		}
		return fmt.Sprintf("There is nothing to do. One line of thanks leaves the door open: %s took the time to answer.", s.first), nil
	case sequences.NoticeOptOut:
		if s.code == sequences.CodeComplaint {
			return "Don't answer. Look at where the address came from, below, and whether others came from there too.", nil
		}
		return "There is nothing to do, and nothing to answer.", nil
	case sequences.NoticeLeft:
		return s.adviseLeft(), nil
	case sequences.NoticeColleague:
		return fmt.Sprintf("Read it. If it speaks for %s too, answer it and let %s rest. If it has nothing to do with %s, let the sequence go on.",
			s.first, s.first, s.first), []command{s.stop(), s.resume()}
	case sequences.NoticeHistory:
		return "Look at what is known, below, and say whether a first mail is still right.",
			[]command{s.command("yes, write", "resume %s", s.arg), s.command("no, leave it", "stop %s", s.arg)}
	case sequences.NoticeUncertain:
		return "Look into your Sent folder and, if need be, ask your mail provider. Then say which it was; followupd never sends it again on its own.",
			[]command{s.command("it went out", "reconcile %s --was-sent", s.arg),
				s.command("you are sure that it did not", "reconcile %s --send-again", s.arg)}
	}
	return s.adviseProblem()
}

func (s *story) adviseAnswer() string {
	switch s.intent() {
	case replies.IntentMeeting:
		switch times := s.proposals(); len(times) {
		case 0:
			return "Answer today and confirm the time they named; if they named none, offer two."
		case 1:
			return "Answer today and confirm the time they named: " + s.bothZones(times[0]) + "."
		}
		return "Answer today and confirm one of the times they named, below."
	case replies.IntentInterested:
		return "Answer today: take up what they said, and suggest a day and an hour for a short call."
	case replies.IntentQuestion:
		return "Answer their question today in a few lines, and end with one question of your own."
	case replies.IntentLater:
		return "Answer today and ask what will have happened by then. This is ready to send:"
	case replies.IntentReferral:
		if c := s.mail.Referred; c != nil && c.Email != "" {
			return fmt.Sprintf("Thank %s today, then write to %s yourself, beginning with: “%s said I should write to you.”", s.first, contact(c), s.first)
		}
		return fmt.Sprintf("Thank %s today and ask for the name and the address of the person to write to.", s.first)
	}
	return "Read it and answer today."
}

func (s *story) adviseDoubt() (string, []command) {
	switch s.code {
	case sequences.CodeNoDate:
		return "Ask for the date, and give it to followupd once you know it. This is ready to send:",
			[]command{s.snooze("it goes on from that date")}
	case sequences.CodeAwayAgain:
		return fmt.Sprintf("Call, or wait until you know when %s is back.", s.first), []command{s.snooze("it goes on from that date")}
	case sequences.CodeChallenge:
		return "Open the mail and do what it asks, if you know who is behind it. Then let the sequence go on.", []command{s.resume()}
	case sequences.CodeSoft:
		return "Check the address. If it is right, try again another week; if not, let it be.", []command{s.snooze("it is tried again from that date"), s.stop()}
	}
	if s.mail != nil && s.mail.Kind == replies.KindReply {
		return "Read it. If it wants an answer, answer it today. If not, say whether the sequence goes on.", []command{s.resume(), s.stop()}
	}
	return "Read it. If it is nothing, or says no more than that they are away, let the sequence go on.", []command{s.resume()}
}

func (s *story) adviseLeft() string {
	if s.mail != nil && s.mail.Referred != nil {
		return fmt.Sprintf("Write to %s yourself, if it still makes sense there.", contact(s.mail.Referred))
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
		return "Fill in what is missing, or change the template; what is missing stands below. Then let it go on.", then
	case sequences.CodeRefused, sequences.CodeDeferredLong:
		return "Read what the mail server said, below, and set it right with your mail provider. Then let it go on.", then
	case sequences.CodeStepGone, sequences.CodeSequenceGone, sequences.CodeNoWindow:
		return "Set the sequence's file right; followupd lint shows what it finds. Then let it go on.", then
	}
	return "Look at what happened, below. Then let it go on.", then
}

// draft is an answer that is ready to send; empty where none helps.
func (s *story) draft() string {
	if s.intent() != replies.IntentLater || !s.wantsAnswer() {
		return ""
	}
	promise := "Of course, I'll write again when it suits you better."
	switch {
	case s.code == sequences.CodeNoDate:
		promise = "Of course. Which day would suit you?"
	case s.mail.Until != nil:
		promise = fmt.Sprintf("Of course, I'll write again on %s.", dateWords(*s.mail.Until))
	}
	question := "So that it is worth your time: what will have happened by then?"
	text := "    Hi " + s.first + ",\n\n" + report.Hang(promise+" "+question, "    ", "    ", report.Width) + "\n"
	if s.sender != "" && !s.deputy {
		text += "\n    " + report.OneLine(s.sender, 60) + "\n"
	}
	return text
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
	where = fmt.Sprintf("Their mail lies in %s. Answer it there: an answer to this mail doesn't reach %s.", where, s.first)
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
	if s.mail != nil && s.mail.Kind != replies.KindComplaint && s.notice != sequences.NoticeColleague && s.person.Suppressed == nil {
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
	n.commands(slices.DeleteFunc(list, func(c command) bool {
		return slices.ContainsFunc(suggested, func(other command) bool { return other.line == c.line })
	}))
}
