package owner

import (
	"fmt"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// next suggests the owner's next step.
func (s *story) next(n *note) {
	n.heading("Suggested next step")
	n.para("%s", s.advice())
	if draft := s.draft(); draft != "" {
		n.WriteString("\n" + draft + "\n")
	}
	if s.wantsAnswer() {
		n.para("%s", s.whoWrites())
	}
	if s.notice == sequences.NoticeLater {
		n.para("To undo the date before it comes: followupd stop %s", s.address)
	}
}

func (s *story) advice() string {
	switch s.notice {
	case sequences.NoticeAnswer:
		return s.adviseAnswer()
	case sequences.NoticeLater:
		return fmt.Sprintf("Answer today with one question, so that the wait is worth something to both of you. This is ready to send, in %s's own thread:", s.first)
	case sequences.NoticeDoubt:
		return s.adviseDoubt()
	case sequences.NoticeNo:
		if s.code == sequences.CodeWrongPerson {
			return fmt.Sprintf("Thank %s in one line and ask who the right person is. Nothing else.", s.first)
		}
		return fmt.Sprintf("There is nothing to do. One line of thanks leaves the door open: %s took the time to answer.", s.first)
	case sequences.NoticeOptOut:
		if s.code == sequences.CodeComplaint {
			return "Don't answer. Look at where the address came from, below, and whether others came from there too."
		}
		return "There is nothing to do, and nothing to answer."
	case sequences.NoticeLeft:
		return s.adviseLeft()
	case sequences.NoticeColleague:
		return fmt.Sprintf("Read it. If it speaks for %s too, answer it and let %s rest: followupd stop %s. If it has nothing to do with %s, go on: followupd resume %s",
			s.first, s.first, s.address, s.first, s.address)
	case sequences.NoticeHistory:
		return fmt.Sprintf("Look at what is known, below. If a first mail is still right, let it go: followupd resume %s. If not: followupd stop %s", s.address, s.address)
	case sequences.NoticeUncertain:
		return fmt.Sprintf("Look into your Sent folder and ask your mail provider if need be. If it went out: followupd reconcile %s --was-sent. If you are sure that it didn't: followupd reconcile %s --send-again",
			s.address, s.address)
	}
	return s.adviseProblem()
}

func (s *story) adviseAnswer() string {
	switch s.intent() {
	case replies.IntentMeeting:
		switch len(s.proposals()) {
		case 0:
			return "Answer today and confirm the time they named; if they named none, offer two."
		case 1:
			return "Answer today and confirm the time they named: " + s.bothZones(s.proposals()[0]) + "."
		}
		return "Answer today and confirm one of the times they named."
	case replies.IntentInterested:
		return "Answer today: take up what they said, and suggest a day and an hour for a short call."
	case replies.IntentQuestion:
		return "Answer their question today in a few lines, and end with one question of your own."
	case replies.IntentLater:
		return "Answer today and ask what will have happened by then. This is ready to send:"
	case replies.IntentReferral:
		if c := s.mail.Referred; c != nil && c.Email != "" {
			return fmt.Sprintf("Thank %s today, then write to %s yourself, beginning with: “%s said I should write to you.”", s.first,
				report.OneLine(joined(" ", c.Name, angled(c.Email)), 120), s.first)
		}
		return fmt.Sprintf("Thank %s today and ask for the name and the address of the person to write to.", s.first)
	}
	return "Read it and answer today."
}

func (s *story) adviseDoubt() string {
	resume := fmt.Sprintf("If the sequence should go on: followupd resume %s", s.address)
	switch s.code {
	case sequences.CodeNoDate:
		return fmt.Sprintf("Ask for the date. Once you know it: followupd snooze %s DATE. This is ready to send:", s.address)
	case sequences.CodeAwayAgain:
		return fmt.Sprintf("Call, or wait until you know when %s is back: followupd snooze %s DATE", s.first, s.address)
	case sequences.CodeChallenge:
		return "Open the mail and do what it asks, if you know who is behind it. " + resume
	case sequences.CodeSoft:
		return fmt.Sprintf("Check the address. If it is right, try again another week: followupd snooze %s DATE. If not: followupd stop %s", s.address, s.address)
	}
	if s.mail != nil && s.mail.Kind == replies.KindReply {
		return "Read it. If it wants an answer, answer it today. " + resume
	}
	return "Read it. If it is nothing, or only says that they are away, go on. " + resume
}

func (s *story) adviseLeft() string {
	if s.mail != nil && s.mail.Referred != nil {
		c := s.mail.Referred
		return fmt.Sprintf("Write to %s yourself, if it still makes sense there.", report.OneLine(joined(" ", c.Name, angled(c.Email)), 120))
	}
	if s.code == sequences.CodeLeft {
		return "Find out who took over, if it still makes sense there."
	}
	return "Find another address or another way, if it still makes sense there."
}

func (s *story) adviseProblem() string {
	then := fmt.Sprintf("Then go on: followupd resume %s", s.address)
	switch s.code {
	case sequences.CodeHole:
		return "Fill in what is missing, or change the template. What is missing stands below. " + then
	case sequences.CodeRefused, sequences.CodeDeferredLong:
		return "Read what the mail server said, below, and set it right with your mail provider. " + then
	case sequences.CodeStepGone, sequences.CodeSequenceGone, sequences.CodeNoWindow:
		return "Set the sequence's file right; followupd lint shows what it finds. " + then
	}
	return "Look at what happened, below. " + then
}

// draft is an answer that is ready to send; empty where none helps.
func (s *story) draft() string {
	if s.intent() != replies.IntentLater && s.code != sequences.CodeNoDate {
		return ""
	}
	promise := "Of course, I'll write again when it suits you better."
	switch {
	case s.code == sequences.CodeNoDate:
		promise = "Of course. Which day would suit you?"
	case s.notice == sequences.NoticeLater && s.mail.Until != nil:
		promise = fmt.Sprintf("Of course, I'll write again on %s.", dateWords(*s.mail.Until))
	}
	question := "So that it is worth your time: what will have happened by then?"
	text := "    Hi " + s.first + ",\n\n" + report.Hang(promise+" "+question, "    ", "    ", report.Width) + "\n"
	if s.sender != "" {
		text += "\n    " + report.OneLine(s.sender, 60) + "\n"
	}
	return text
}

// wantsAnswer says whether it suggests that somebody writes to them.
func (s *story) wantsAnswer() bool {
	switch s.notice {
	case sequences.NoticeAnswer, sequences.NoticeLater, sequences.NoticeDoubt, sequences.NoticeColleague:
		return s.mail != nil && (s.mail.Kind == replies.KindReply || s.mail.Kind == "")
	}
	return false
}

// whoWrites says who answers, and where the mail lies: an answer to this mail
// doesn't reach them.
func (s *story) whoWrites() string {
	where := fmt.Sprintf("the mailbox %s", s.from)
	if s.mail.Folder != "" {
		where = fmt.Sprintf("%s of %s", report.OneLine(s.mail.Folder, 80), s.from)
	}
	switch {
	case s.deputy:
		return fmt.Sprintf("Who writes: you, since %s is away until %s. Say that you write for %s. Their mail lies in %s; an answer to this one doesn't reach them.",
			s.owner, s.away.Format("Mon 2 Jan 2006"), s.owner, where)
	case !s.away.IsZero():
		return fmt.Sprintf("Who writes: you, though you are away until %s; there is no deputy. Their mail lies in %s; an answer to this one doesn't reach them.",
			s.away.Format("Mon 2 Jan 2006"), where)
	}
	return fmt.Sprintf("Who writes: you. Their mail lies in %s; an answer to this one doesn't reach them.", where)
}

// commands are those that help here.
func (s *story) commands(n *note) {
	n.heading("Commands that help")
	n.item("followupd why %s (all of it, with the evidence)", s.address)
	if s.person.Suppressed != nil {
		return
	}
	switch s.notice {
	case sequences.NoticeUncertain:
		n.item("followupd reconcile %s --was-sent (it went out)", s.address)
		n.item("followupd reconcile %s --send-again (it did not)", s.address)
		return
	case sequences.NoticeLater:
		n.item("followupd stop %s (don't write on that date)", s.address)
	default:
		n.item("followupd resume %s (the sequence goes on)", s.address)
	}
	if s.mail != nil && s.notice != sequences.NoticeColleague {
		n.item("followupd answer-was %s INTENT (it was read wrongly)", s.address)
	}
	if e := s.enrolment; e != nil && e.State.Live() && s.notice != sequences.NoticeLater {
		n.item("followupd stop %s (no more of this sequence)", s.address)
	}
	n.item("followupd suppress %s (never write again)", s.address)
}
