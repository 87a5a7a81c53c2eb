package owner

import (
	"fmt"
	"net/mail"
	"strings"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

// noticeReceipt marks the answer to a mail of the owner's.
const noticeReceipt = "receipt"

// mostTold is how many lines that were not understood are told back.
const mostTold = 15

// Receipt makes the one mail that tells what came of a mail of the owner's: what
// was done and how it is undone, what could not be done and why, and what was
// not understood. It answers the owner's mail, and numbers the same people as
// the one that they answered.
func (h *Herald) Receipt(t *ledger.Tx, r engine.Receipt) (ledger.OwnerMail, error) {
	p := &receipt{Receipt: r, people: append([]int64{}, r.Answers.People...)}
	var err error
	if p.known, err = numbered(t, p.people); err != nil {
		return ledger.OwnerMail{}, err
	}
	text := p.text()
	return h.write(letter{key: fmt.Sprintf("word:%d", r.Word.ID), notice: noticeReceipt, mailbox: r.Word.Mailbox, to: mail.Address{Name: h.nameOf(r.Answers.Recipient), Address: r.Answers.Recipient},
		people: p.people, subject: p.subject(), text: text, at: r.Now, answers: r.Word.MessageID, references: r.Word.References})
}

func (h *Herald) nameOf(address string) string {
	if strings.EqualFold(address, h.o.Email) {
		return h.o.Name
	}
	return ""
}

type receipt struct {
	engine.Receipt
	people []int64            // numbered, those enrolled by it included
	known  []sequences.Person // those of the mail that was answered, as they are by now
}

func (p *receipt) subject() string {
	s := strings.TrimSpace(p.Word.Subject)
	if s == "" {
		return "Your mail to followupd"
	}
	if strings.HasPrefix(strings.ToLower(s), "re:") {
		return s
	}
	return "Re: " + s
}

func (p *receipt) text() string {
	n := &note{}
	if len(p.Reached) > 0 {
		who := report.List(p.names())
		n.para("Your mail went to %s as well. So it counts as your own mail to them: nothing goes to them until you say so, and nothing that it says to followupd was carried out. "+
			"Mind that what you answered was meant for you only.", who)
		n.para("What you want of followupd, say in an answer that goes to nobody else.")
		return n.String()
	}
	if p.Problem != "" {
		n.para("Your mail is yours, but nothing in it was carried out: %s.", p.Problem)
		p.can(n)
		return n.String()
	}
	var done, failed, unread []engine.Carried
	for _, c := range p.Carried {
		switch {
		case c.Command.Problem != "":
			unread = append(unread, c)
		case c.Problem == "" && carried(c):
			done = append(done, c)
		default:
			failed = append(failed, c)
		}
	}
	if len(done) > 0 {
		n.heading("Done")
		for _, c := range done {
			p.done(n, c)
		}
	}
	if len(failed) > 0 {
		n.heading("Not done")
		for _, c := range failed {
			n.item("%s: %s", asked(c), strings.TrimSuffix(report.OneLine(why(c), 400), "."))
		}
	}
	if len(unread) > 0 {
		p.unread(n, unread, len(done)+len(failed) == 0)
		p.can(n)
	}
	return n.String()
}

func (p *receipt) names() []string {
	var out []string
	for _, name := range p.Reached {
		out = append(out, report.OneLine(name, 60))
	}
	return out
}

// carried says whether a request did what it was asked for.
func carried(c engine.Carried) bool {
	if c.Command.Verb == engine.VerbEnrol {
		return c.Answer.OK && len(c.Answer.Results) == 1 && c.Answer.Results[0].What == engine.WasEnrolled
	}
	return c.Answer.OK
}

func why(c engine.Carried) string {
	if c.Problem != "" {
		return c.Problem
	}
	if len(c.Answer.Results) == 1 {
		return c.Answer.Results[0].Text
	}
	return c.Answer.Text
}

// asked is what was asked for, with whom it is about.
func asked(c engine.Carried) string {
	if c.Number > 0 && c.Who != "" {
		return fmt.Sprintf("“%s”, for %s", shown(c.Command.Line), report.OneLine(c.Who, 120))
	}
	return "“" + shown(c.Command.Line) + "”"
}

func (p *receipt) done(n *note, c engine.Carried) {
	who := report.OneLine(c.Who, 120)
	switch c.Command.Verb {
	case string(sequences.VerbStop):
		p.item(n, who+" is stopped: nothing more goes out, in any sequence", "resume %d", c.Number)
	case string(sequences.VerbPause):
		p.item(n, who+" is paused", "resume %d", c.Number)
	case string(sequences.VerbResume):
		p.item(n, who+" goes on", "pause %d", c.Number)
	case string(sequences.VerbApprove):
		p.item(n, "The mail to "+who+" goes out", "pause %d, if it has not gone by then", c.Number)
	case string(sequences.VerbSnooze):
		p.item(n, who+" waits until "+c.Command.Until.Format("Monday, 2 January 2006"), "pause %d", c.Number)
	case string(sequences.VerbNote):
		n.item("Noted of %s: %s%s", who, report.OneLine(c.Command.Text, 200), fresh(c))
	case string(sequences.VerbFields):
		n.item("Filled in for %s: %s=%s%s.%s", who, c.Command.Key, report.OneLine(c.Command.Text, 200), fresh(c), p.held(c.Number))
	case string(sequences.VerbAnswerWas):
		lifted := ""
		if strings.HasPrefix(c.Answer.Text, sequences.LiftedText) {
			lifted = " They are off the list of those never written to again; nothing goes out until you say so."
		}
		n.item("The answer of %s counts as: %s.%s To correct it again: was %d and what it was", who, strings.ReplaceAll(string(c.Command.Intent), "_", " "), lifted, c.Number)
	case string(sequences.VerbSuppress), engine.VerbSuppressDomain:
		n.item("%s is never written to again. There is no way back.", who)
	case engine.VerbPauseAll:
		p.item(n, "All sending is paused", "resume all")
	case engine.VerbResumeAll:
		p.item(n, "Sending goes on; what fell due meanwhile is spread over the next windows", "pause all")
	case engine.VerbEnrol:
		p.enrolled(n, c, who)
	default:
		n.item("%s: %s", asked(c), strings.TrimSuffix(report.OneLine(c.Answer.Text, 300), "."))
	}
}

// fresh tells of a name that nobody had before.
func fresh(c engine.Carried) string {
	if c.Answer.New == "" {
		return ""
	}
	return " (" + report.OneLine(c.Answer.New, 200) + ")"
}

// held leads to what lets somebody's mail go out that waits for a filled gap.
func (p *receipt) held(number int) string {
	if number < 1 || number > len(p.known) {
		return ""
	}
	if live := p.known[number-1].Live(); live == nil || live.State != sequences.StateHeld || live.Why.Code != sequences.CodeHole {
		return ""
	}
	return fmt.Sprintf(" Their mail waits until you %s", unbroken(fmt.Sprintf("answer: resume %d", number)))
}

func (p *receipt) enrolled(n *note, c engine.Carried, who string) {
	text := fmt.Sprintf("%s is enrolled: %s", who, strings.TrimPrefix(c.Answer.Results[0].Text, "enrolled: "))
	if nothing := c.Answer.Results[0].Nothing; nothing != "" {
		text += ". But nothing will go out to them: " + nothing
	}
	if c.New == 0 {
		n.item("%s", text)
		return
	}
	p.people = append(p.people, c.New)
	p.item(n, text+fmt.Sprintf(". They are number %d here", len(p.people)), "stop %d", len(p.people))
}

// item tells of one thing, and of the line that undoes it.
func (p *receipt) item(n *note, text, undo string, args ...any) {
	n.item("%s. To undo it, %s", text, unbroken("answer: "+fmt.Sprintf(undo, args...)))
}

func (p *receipt) unread(n *note, lines []engine.Carried, nothing bool) {
	n.heading("Not understood, so not done")
	for i, c := range lines {
		if i == mostTold {
			n.item("and %d lines more", len(lines)-i)
			break
		}
		n.item("“%s”: %s", shown(c.Command.Line), c.Command.Problem)
	}
	if nothing {
		n.WriteString("\n")
		n.para("If this was meant for somebody else: it reached nobody. An answer to a mail of followupd's stays with followupd.")
	}
}

// can says what can be said.
func (p *receipt) can(n *note) {
	n.WriteString("\n")
	n.para("What can be said, with the numbers of the mail that you answered:")
	n.words(words(p.known))
}
