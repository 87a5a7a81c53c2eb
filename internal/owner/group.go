package owner

import (
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

const (
	mostGroupLines = 20 // of somebody's words in a mail that tells of several people
	mostGroupNames = 4  // in its subject
)

// Group makes the mail that tells of several decisions, in the order in which
// they were made, what people wrote first. Its people have numbers; one of whom
// two things are told has one number.
func (h *Herald) Group(t *ledger.Tx, g engine.Group) (ledger.OwnerMail, error) {
	var all gathered
	for _, a := range g.List {
		s, err := h.story(t, a)
		if err != nil {
			return ledger.OwnerMail{}, fmt.Errorf("tell of entry %d among others: %w", a.Entry.Seq, err)
		}
		s.answerable = h.answerable(g.Mailbox, g.Recipient)
		all = append(all, s)
	}
	all.tellApart()
	slices.SortStableFunc(all, func(a, b *story) int { return a.rank() - b.rank() })
	people := all.number()
	slices.SortStableFunc(all, func(a, b *story) int { return a.number - b.number })
	subject, text := all.subject, all.text
	if all[0].wants != nil {
		subject, text = all.question, all.questions
	}
	l := letter{key: g.Key, notice: ledger.NoticeGroup, mailbox: g.Mailbox, to: mail.Address{Name: h.nameOf(g.Recipient), Address: g.Recipient},
		people: people, subject: subject(), text: text(people), at: g.At}
	if len(people) == 1 {
		l.person = people[0] // it stands in their thread
	}
	return h.write(l)
}

// rank orders what one mail tells: who wrote comes before what else happened.
func (s *story) rank() int {
	switch {
	case s.mail == nil || s.waits != "":
		return 2
	case s.wantsAnswer():
		return 0
	}
	return 1
}

// gathered are stories that one mail tells.
type gathered []*story

// number gives each person a number, in the order of the stories.
func (all gathered) number() (people []int64) {
	for _, s := range all {
		if !slices.Contains(people, s.person.ID) {
			people = append(people, s.person.ID)
		}
		s.number = slices.Index(people, s.person.ID) + 1
	}
	return people
}

// tellApart numbers those whom one person names in several mails, in the order
// in which they were named.
func (all gathered) tellApart() {
	named := map[int64][]string{}
	for _, s := range all {
		if n, ok := s.proposed(); ok && !slices.Contains(named[s.person.ID], n.Address) {
			named[s.person.ID] = append(named[s.person.ID], n.Address)
		}
	}
	for _, s := range all {
		if n, ok := s.proposed(); ok && len(named[s.person.ID]) > 1 {
			s.nth = slices.Index(named[s.person.ID], n.Address) + 1
		}
	}
}

// subject says what happened first of all, and to whom else something did.
func (all gathered) subject() string {
	var names []string
	for _, s := range all[1:] {
		if s.person.ID != all[0].person.ID && !slices.Contains(names, s.name) {
			names = append(names, s.name)
		}
	}
	first := all[0].subject()
	switch n := len(names); {
	case n == 0:
		return fmt.Sprintf("%s, and %d more of %s", first, len(all)-1, all[0].first)
	case n > mostGroupNames:
		return fmt.Sprintf("%s, and news of %d others", first, n)
	}
	return first + "; also " + report.List(names)
}

func (all gathered) text(people []int64) string {
	n := &note{}
	n.WriteString(onlyYou + "\n\n")
	things := report.Plural(len(all), "thing", "things")
	if len(people) > 1 {
		n.para("%s came within minutes, so you get them in one mail. It speaks of several people: don't forward it to any of them.", things)
	} else {
		n.para("%s about %s came within minutes, so you get them in one mail.", things, all[0].first)
	}
	n.WriteString("\n")
	for i, s := range all {
		lead := fmt.Sprintf("%2d. ", s.number)
		if i > 0 && all[i-1].number == s.number {
			lead = "    and: "
		}
		n.WriteString(report.Hang(whole(s.told(), s.company), lead, "    ", report.Width) + "\n")
	}
	for i, s := range all {
		s.shortly(n, i > 0 && all[i-1].number == s.number)
	}
	n.WriteString("\n" + strings.Repeat("=", report.Width) + "\n")
	all.say(n, len(people))
	return n.String()
}

// question says how many mails wait for a yes, and to whom they go.
func (all gathered) question() string {
	var names []string
	for _, s := range all {
		names = append(names, s.name)
	}
	if len(names) > mostGroupNames {
		return fmt.Sprintf("Your yes is wanted for %d mails", len(all))
	}
	return fmt.Sprintf("Your yes is wanted for %d mails: to %s", len(all), report.List(names))
}

// questions shows each mail that waits for a yes in full: no yes is to more than
// what stands here.
func (all gathered) questions(people []int64) string {
	n := &note{}
	n.WriteString(onlyYou + "\n\n")
	n.para("These %d mails wait for your yes. Each goes out once you have said it, in the next hours that its sequence allows; without it, none does.", len(all))
	for _, s := range all {
		n.WriteString("\n" + strings.Repeat("=", report.Width) + "\n")
		n.WriteString(report.Hang(whole(s.name, s.company), fmt.Sprintf("%d. ", s.number), "   ", report.Width) + "\n")
		s.wanted(n)
		s.achieves(n)
	}
	n.WriteString(strings.Repeat("=", report.Width) + "\n")
	all.say(n, len(people))
	n.WriteString("\n")
	n.para("In a terminal: followupd approve lists them and says yes to any; followupd why ADDRESS tells the rest.")
	return n.String()
}

// shortly is what a mail tells of one of several: what is known beyond it, the
// command tells that stands at its end.
//
// again says that something else of them stands right above.
func (s *story) shortly(n *note, again bool) {
	lead := fmt.Sprintf("%d. ", s.number)
	if again {
		lead = fmt.Sprintf("Also of number %d: ", s.number)
	}
	n.WriteString("\n" + strings.Repeat("=", report.Width) + "\n")
	n.WriteString(report.Hang(s.subject(), lead, "   ", report.Width) + "\n\n")
	if s.mail != nil {
		s.theirWords(n, mostGroupLines)
	}
	s.matter(n)
	n.WriteString("\n")
	n.para("More: %s", "followupd why "+s.arg)
}

// say tells which words help in an answer.
func (all gathered) say(n *note, numbers int) {
	people, special := make([]sequences.Person, numbers), []string(nil)
	for _, s := range all {
		if !s.answerable {
			return
		}
		people[s.number-1] = s.person
		special = append(special, s.special()...)
	}
	if all[0].wants != nil {
		special = append(special, "approve all – send all of them, each as it stands above")
	}
	list := append(special, words(people)...)
	if len(list) == 0 {
		return
	}
	n.heading("Answer this mail with")
	n.para("%s", howToAnswer(numbers))
	n.words(list)
}
