package owner

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"followupd/internal/ledger"
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

// word is something that can be answered. %d stands for a person's number.
type word struct {
	line, does string
	fits       func(*sequences.Person) bool // whether it does anything for them
	corrects   bool                         // also what was read as an opt-out
}

// sayable are the words that can be answered, in the order in which they are
// shown.
func sayable() []word {
	live := func(p *sequences.Person) bool { return p.Live() != nil }
	return []word{
		{"approve %d", "send the mail that waits for your yes", func(p *sequences.Person) bool {
			e := p.Live()
			return e != nil && e.Awaits() && e.Why.Code == sequences.CodeApproval && p.Turn == nil
		}, false},
		{"done %d", "it is done, and the sequence goes on", func(p *sequences.Person) bool { e := p.Live(); return e != nil && e.State == sequences.StateTask }, false},
		{"stop %d", "no more mail", live, false},
		{"snooze %d 3 March", "wait until then; also: in two weeks", func(p *sequences.Person) bool { e := p.Live(); return e != nil && !e.Uncertain && e.Unplaced == 0 }, false},
		{"resume %d", "go on", resumable, false},
		{"note %d: wants a demo for five", "remember it", func(*sequences.Person) bool { return true }, false},
		{"was %d interested", "the answer was read wrongly", answered, true},
		{"suppress %d", "never again; also a domain: suppress acme.example", func(*sequences.Person) bool { return true }, false},
	}
}

// resumable says whether a sequence of theirs stands still that could go on.
func resumable(p *sequences.Person) bool {
	live := p.Live()
	if live == nil {
		return slices.ContainsFunc(p.Enrolments, func(e sequences.Enrolment) bool { return e.State == sequences.StateStopped })
	}
	return !live.Uncertain && live.Unplaced == 0 && (!live.State.Moving() || p.Turn != nil || p.Snooze != nil || p.Away != nil) && (!live.Awaits() || p.Turn != nil)
}

// answered says whether a mail of theirs was read that could have been read
// otherwise.
func answered(p *sequences.Person) bool {
	return slices.ContainsFunc(p.Timeline, func(m sequences.Moment) bool { return m.Kind == sequences.HapReply || m.Kind == sequences.HapAutoReply })
}

// words are what can be answered to a mail that numbers these people: what does
// something for one of them, with the number of such a person. None of them is a
// command as it stands there, for what is quoted must not count.
func words(people []sequences.Person) []string {
	var list []string
	reachable := func(p *sequences.Person) bool { return len(p.Addresses) > 0 && p.Suppressed == nil }
	misread := func(p *sequences.Person) bool { return len(p.Addresses) > 0 && p.MayHaveMeant() }
	for i := range people {
		if p := &people[i]; reachable(p) {
			for _, line := range fillLines(gapsOf(p), i+1) {
				list = append(list, line+" – what their mail lacks, in place of the dots")
			}
		}
		if len(list) > 0 {
			break // one example is enough
		}
	}
	for _, w := range sayable() {
		for i := range people {
			// Not the first one each time: an example of each number is shown.
			at := (len(list) + i) % len(people)
			if p := &people[at]; (reachable(p) || w.corrects && misread(p)) && w.fits(p) {
				list = append(list, fmt.Sprintf(w.line, at+1)+" – "+w.does)
				break
			}
		}
	}
	return list
}

// numbered reads the people whom a mail numbers; one who isn't known any more
// has no address.
func numbered(t *ledger.Tx, ids []int64) ([]sequences.Person, error) {
	out := make([]sequences.Person, len(ids))
	for i, id := range ids {
		p, err := t.Person(id)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("person %d: %w", id, err)
		}
		out[i] = p
	}
	return out, nil
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
	if !s.answerable || s.person.Suppressed != nil && !s.person.MayHaveMeant() {
		return
	}
	n.heading("Answer this mail with")
	n.para("%s", howToAnswer(1))
	n.words(s.special())
	n.words(words([]sequences.Person{s.person}))
}

// special are the words that only this mail can be answered with.
func (s *story) special() (list []string) {
	if to, ok := s.proposed(); ok {
		list = append(list, fmt.Sprintf("%s – write to %s, %s, in the sequence %s", s.enrolWord(), contact(s.mail.Referred), report.OneLine(to.Reason, 100), to.Sequence))
	}
	if s.notice == sequences.NoticeDateOff {
		list = append(list, fmt.Sprintf("snooze %d %s – the date stands again", s.number, s.dateOff().Format("2 January 2006")))
	}
	return list
}

// answerable says whether what the owner answers to a mail of that mailbox can
// be proven to be theirs.
func (h *Herald) answerable(mailbox, recipient string) bool {
	return strings.EqualFold(recipient, h.o.Email) && (h.o.Answerable == nil || h.o.Answerable(mailbox))
}
