package engine

import (
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

// askEnrol asks for the enrolment of whom a person named, in the newest mail
// that the owner was told of by the time at which the mail that they answer was
// made: it is the one whom that mail proposed.
func (e *Engine) askEnrol(t *ledger.Tx, answered ledger.OwnerMail, id string, p *sequences.Person, c *Carried) error {
	var newest *ledger.Entry
	err := t.PersonJournal(p.ID, func(entry ledger.Entry) error {
		told := slices.ContainsFunc(entry.Effects, func(f sequences.Effect) bool { return f.Kind == sequences.EffNotify })
		if m := entry.Event.Mail; told && m != nil && m.Referred != nil && m.Referred.Email != "" && !entry.At.After(answered.CreatedAt) {
			newest = &entry
		}
		return nil
	})
	if err != nil {
		return err
	}
	c.Problem = "nobody is proposed there: no mail of " + c.Who + " names an address"
	if newest == nil {
		return nil
	}
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
