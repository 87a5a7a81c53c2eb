package owner

import (
	"fmt"
	"slices"
	"strings"

	"followupd/internal/report"
	"followupd/sequences"
)

// howToAnswer leads to the words that work in an answer to a mail that numbers
// so many people.
func howToAnswer(people int) string {
	who := "The person in it is number 1."
	if people > 1 {
		who = fmt.Sprintf("The people in it have the numbers 1 to %d.", people)
	}
	return "One of these on a line of its own, with nothing else on that line. " + who
}

// words are what can be answered to a mail that numbers so many people, with
// numbers that are in it; none where nobody is numbered. None of them is a
// command as it stands there, for what is quoted must not count.
func words(people int) []string {
	if people == 0 {
		return nil
	}
	list := []string{
		"stop %d – no more mail",
		"snooze %d 3 March – wait until then; also: in two weeks",
		"resume %d – go on",
		"note %d: wants a demo for five – remember it",
		"was %d interested – the answer was read wrongly",
		"suppress %d – never again; also a domain: suppress acme.example",
	}
	for i, line := range list {
		list[i] = strings.ReplaceAll(line, "%d", fmt.Sprint(1+i%people))
	}
	return list
}

// words lists what can be answered.
func (n *note) words(lines []string) {
	for _, line := range lines {
		command, does, _ := strings.Cut(line, " – ")
		n.item("%s", unbroken(command+" – ")+does)
	}
}

// say tells which words help in an answer to this mail.
func (s *story) say(n *note) {
	if !s.answerable || s.person.Suppressed != nil {
		return
	}
	n.heading("Answer this mail with")
	n.para("%s", howToAnswer(1))
	switch s.notice {
	case sequences.NoticeApprove:
		n.words([]string{"approve 1 – send it"})
	case sequences.NoticeTask:
		n.words([]string{"done 1 – it is done, and the sequence goes on"})
	}
	if to, ok := s.proposed(); ok {
		n.words([]string{fmt.Sprintf("enrol 1 – write to %s, %s, in the sequence %s", contact(s.mail.Referred), report.OneLine(to.Reason, 100), to.Sequence)})
	}
	n.words(slices.DeleteFunc(words(1), func(line string) bool { return s.mail == nil && strings.HasPrefix(line, "was ") }))
}

// answerable says whether what the owner answers to a mail of that mailbox can
// be proven to be theirs.
func (h *Herald) answerable(mailbox, recipient string) bool {
	return strings.EqualFold(recipient, h.o.Email) && (h.o.Answerable == nil || h.o.Answerable(mailbox))
}
