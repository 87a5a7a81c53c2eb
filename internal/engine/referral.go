package engine

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// ReferralSequence is the sequence for people whom somebody named, where there
// is one of that name.
const ReferralSequence = "referral"

// Referral is the enrolment of whom a person named in a mail; ok is false where
// the mail names no address. sequence is the one in which the person is.
func Referral(plan sequences.Plan, p *sequences.Person, m *sequences.Mail, sequence string, on time.Time) (n Newcomer, ok bool) {
	if m == nil || m.Referred == nil || m.Referred.Email == "" {
		return n, false
	}
	if _, ok := plan.Sequences[ReferralSequence]; ok {
		sequence = ReferralSequence
	}
	name, reason := report.OneLine(ledger.Name(*p), 100), "referred by "
	if m.About == replies.AboutLeft || m.About == replies.AboutUnmonitored {
		reason = "took over from "
	}
	n = Newcomer{Address: lower(m.Referred.Email), Sequence: sequence, Reason: reason + name, Source: "mail of " + name + ", " + on.Format("2 Jan 2006"),
		Fields: map[string]string{"referral": name, "referred_by": name}}
	first, rest, _ := strings.Cut(report.OneLine(m.Referred.Name, 100), " ")
	for field, value := range map[string]string{"first_name": first, "last_name": rest} {
		if value != "" {
			n.Fields[field] = value
		}
	}
	if len(p.Addresses) > 0 && ledger.Domain(p.Addresses[0]) == ledger.Domain(n.Address) && !freeMail(ledger.Domain(n.Address)) {
		for _, field := range []string{"company", "timezone", "country"} {
			if v := p.Fields[field]; v != "" {
				n.Fields[field] = v
			}
		}
	}
	return n, true
}

// Proposes says whether the owner, who is told of a mail by that notice and reason,
// is offered to write to somebody whom it names.
func Proposes(notice sequences.Notice, code sequences.Code, m *sequences.Mail) bool {
	if m == nil || m.Referred == nil || m.Referred.Email == "" {
		return false
	}
	switch notice {
	case sequences.NoticeLeft:
		return true
	case sequences.NoticeDoubt: // it isn't sure that a machine wrote it, and the owner sees whether it did
		return m.About == replies.AboutLeft || m.About == replies.AboutUnmonitored
	case sequences.NoticeNo:
		return code == sequences.CodeWrongPerson
	case sequences.NoticeAnswer:
		return m.Intent == replies.IntentReferral
	}
	return false
}

// proposals are the entries by whose mails a person named somebody, one for each
// address, as far as the mail that the owner answers tells of them: all that it
// gathers and proposes, else the newest that they were told of by the time it was
// made.
func proposals(t *ledger.Tx, answered ledger.OwnerMail, person int64) ([]ledger.Entry, error) {
	gathered, err := t.ToldIn(answered.ID, person)
	if err != nil {
		return nil, err
	}
	var all, newest []ledger.Entry
	err = t.PersonJournal(person, func(entry ledger.Entry) error {
		told := slices.ContainsFunc(entry.Effects, func(f sequences.Effect) bool { return f.Kind == sequences.EffNotify })
		m := entry.Event.Mail
		if !told || m == nil || m.Referred == nil || m.Referred.Email == "" || entry.At.After(answered.CreatedAt) {
			return nil
		}
		newest = []ledger.Entry{entry}
		proposed := slices.ContainsFunc(entry.Effects, func(f sequences.Effect) bool {
			return f.Kind == sequences.EffNotify && Proposes(f.Notice, entry.Reason.Code, m)
		})
		known := slices.ContainsFunc(all, func(before ledger.Entry) bool {
			return lower(before.Event.Mail.Referred.Email) == lower(m.Referred.Email)
		})
		if proposed && !known && slices.Contains(gathered, entry.Event.ID) {
			all = append(all, entry)
		}
		return nil
	})
	if len(all) == 0 {
		all = newest
	}
	return all, err
}

// askEnrol asks for the enrolment of whom a person named, as the mail proposed it
// that the owner answers.
func (e *Engine) askEnrol(t *ledger.Tx, answered ledger.OwnerMail, id string, p *sequences.Person, c *Carried) error {
	named, err := proposals(t, answered, p.ID)
	if err != nil {
		return err
	}
	switch c.Problem = "nobody is proposed there: no mail of " + c.Who + " names an address"; {
	case len(named) == 0:
		return nil
	case len(named) > 1 && c.Command.Nth == 0:
		c.Problem = fmt.Sprintf("%s named %d people there: say which, as in: enrol %d.1", c.Who, len(named), c.Number)
		return nil
	case c.Command.Nth > len(named):
		c.Problem = fmt.Sprintf("%s named no more than %d there", c.Who, len(named))
		return nil
	}
	newest := &named[max(c.Command.Nth, 1)-1]
	sequence := ""
	if n := len(p.Enrolments); n > 0 {
		sequence = p.Enrolments[n-1].Sequence
	}
	n, ok := Referral(e.Rules().Plan, p, newest.Event.Mail, sequence, newest.Event.At)
	switch {
	case !ok:
		return nil
	case n.Sequence == "":
		c.Problem = "there is no sequence to enrol them in"
		return nil
	case e.ownAddress(n.Address):
		c.Problem = n.Address + " is an address of yours"
		return nil
	}
	c.Problem, c.Who = "", strings.TrimSpace(n.Fields["first_name"]+" "+n.Fields["last_name"]+" <"+n.Address+">")
	return e.request(t, id, Ask{Verb: VerbEnrol, People: []Newcomer{n}}, c)
}
