package owner

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// story is one decision about one person, as it is told to the owner.
type story struct {
	notice    sequences.Notice
	code      sequences.Code
	reason    sequences.Reason
	person    sequences.Person
	enrolment *sequences.Enrolment // nil where there is none
	sequence  sequences.Sequence
	facts     []sequences.Fact // of the decision
	order     *sequences.Order // the owner's word that was decided on; nil where it was none
	mail      *sequences.Mail  // what was decided on; nil where it was no mail
	kept      *ledger.Mail
	reading   *replies.Reading // of the mail; nil where it isn't kept
	out       *ledger.Out      // the mail to them that it is about, where it is about one

	name, first, company, address string
	arg                           string // the address, as a shell takes it
	writer                        string // who wrote the mail: they, or a colleague of theirs
	sender                        string // who writes to them
	from                          string // the mailbox's address
	smtp                          string // the server that sends for it; empty where unknown
	zone                          *time.Location
	theirs                        *time.Location // where they live
	guess                         string         // why theirs is only a guess; empty where it is known
	now                           time.Time
	owner                         string
	away                          time.Time // until when the owner is away; zero: is here
	deputy                        bool      // the deputy reads this
	number                        int       // theirs in the mail
	nth                           int       // of those whom they propose in the mail, where there are several; else 0
	answerable                    bool      // an answer to this mail is listened to
	plan                          sequences.Plan
	title                         func(string) string
	voiceOf                       func(sequence string) (language, text string)
	drafts                        bool           // ready answers are put into Drafts
	waits                         string         // of a reminder: for how long they have waited; empty where it is none
	wants                         *engine.Wanted // the mail that waits for the owner's yes; nil where none does
}

func (h *Herald) story(t *ledger.Tx, a engine.Announcement) (*story, error) {
	s := &story{number: 1, notice: a.Notice, code: a.Entry.Reason.Code, reason: a.Entry.Reason, person: a.Person, facts: a.Entry.Facts, order: a.Entry.Event.Order, mail: a.Entry.Event.Mail, kept: a.Mail,
		wants: a.Wants, drafts: a.Drafts, zone: h.o.Zone, now: a.Entry.At.In(h.o.Zone), owner: h.o.Name, title: h.o.Title, voiceOf: h.o.Voice}
	if s.title == nil {
		s.title = func(value string) string { return value }
	}
	if a.Of != nil {
		s.remind(a)
	}
	if e := a.Person.Enrolment(a.Enrolment); e != nil {
		s.enrolment, s.sequence = e, a.Plan.Sequences[e.Sequence]
		if e.State == sequences.StateHeld && (a.Notice == sequences.NoticeProblem || a.Notice == sequences.NoticeHistory) {
			s.reason = e.Why // of this enrolment; the entry's may be that of the one before it
			s.code = e.Why.Code
		}
	}
	theirs, _, from := sequences.ResolveZone(a.Person.Fields, a.Person.Offset, a.Plan.Mailboxes[a.Mailbox].Zone)
	s.theirs, s.guess = theirs, guessed(a.Person.Fields, from)
	s.plan = a.Plan
	s.name = report.OneLine(ledger.Name(a.Person), 60)
	s.first = report.OneLine(a.Person.Fields["first_name"], 40)
	if s.first == "" {
		s.first = s.name
	}
	s.company = report.OneLine(a.Person.Fields["company"], 60)
	if len(a.Person.Addresses) > 0 {
		s.address = report.OneLine(a.Person.Addresses[0], 254)
		s.arg = report.Arg(s.address)
	}
	s.answerable = h.answerable(a.Mailbox, h.recipient(a.Entry.At).Address)
	s.writer = s.first
	if s.notice == sequences.NoticeColleague && s.mail != nil {
		s.writer, s.guess = report.OneLine(s.mail.Colleague, 254), "somebody else wrote, who may be elsewhere"
	}
	box := h.o.From(a.Mailbox)
	s.sender, s.from = box.Name, box.Address
	if h.o.Server != nil {
		s.smtp = h.o.Server(a.Mailbox)
	}
	if h.away(a.Entry.At) {
		s.away, s.deputy = h.o.Away(a.Entry.At).In(h.o.Zone), h.o.Deputy != ""
	}
	if s.notice == sequences.NoticeDateOff || a.Entry.Event.Kind == sequences.EvStray {
		s.mail, s.kept = nil, nil // it is from our own side
		return s, nil
	}
	if err := s.readOut(t, a.Entry.Event); err != nil {
		return nil, err
	}
	return s, s.readMail(t, a.Entry.Event)
}

// remind makes it the story of what the owner was told of before.
func (s *story) remind(a engine.Announcement) {
	s.waits = report.Age(a.Of.At, a.Entry.At)
	s.reason, s.code, s.mail = a.Of.Reason, a.Of.Reason.Code, a.Of.Event.Mail
	s.notice = sequences.NoticeAnswer
	for _, effect := range a.Of.Effects {
		if effect.Kind == sequences.EffNotify {
			s.notice = effect.Notice
		}
	}
}

// readOut finds the mail to them that the event is about.
func (s *story) readOut(t *ledger.Tx, event sequences.Event) error {
	if event.Step == "" || s.enrolment == nil {
		return nil
	}
	out, err := t.OutOf(s.enrolment.ID, event.Step)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && out.Subject == "" {
		return nil // it was never made
	}
	s.out = &out
	return err
}

// readMail finds the mail that was decided on: that of the event, or the one
// whose reading the owner corrected.
func (s *story) readMail(t *ledger.Tx, event sequences.Event) error {
	if s.mail == nil && event.Order != nil {
		s.mail = event.Order.Mail
		if s.mail != nil && event.Order.Intent != "" {
			corrected := *s.mail
			corrected.Intent, corrected.Others = event.Order.Intent, nil
			s.mail = &corrected
		}
	}
	if s.kept == nil && s.mail != nil {
		id, err := strconv.ParseInt(s.mail.Ref, 10, 64)
		if err != nil {
			return nil
		}
		kept, err := t.MailByID(id)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		s.kept = &kept
	}
	if s.kept == nil || s.kept.Reading == "" {
		return nil
	}
	var r replies.Reading
	if err := json.Unmarshal([]byte(s.kept.Reading), &r); err != nil {
		return fmt.Errorf("stored reading of mail %d: %w", s.kept.ID, err)
	}
	s.reading = &r
	return nil
}

// words are what the person wrote now.
func (s *story) words() string {
	switch {
	case s.kept != nil && s.kept.NewText != "":
		return s.kept.NewText
	case s.mail != nil:
		return s.mail.Words
	}
	return ""
}

// corrects says whether the owner has just said what an answer was.
func (s *story) corrects() bool { return s.order != nil && s.order.Verb == sequences.VerbAnswerWas }

// otherAddress is the address that their answer came from, where it is another
// one than we write to.
func (s *story) otherAddress() string {
	if s.mail == nil || s.mail.Kind != replies.KindReply || s.notice == sequences.NoticeColleague || strings.EqualFold(s.mail.From, s.address) {
		return ""
	}
	return report.OneLine(s.mail.From, 254)
}

func (s *story) intent() replies.Intent {
	if s.mail == nil {
		return ""
	}
	return s.mail.Intent
}

// subject says what happened.
func (s *story) subject() string {
	if s.corrects() {
		return "Noted: " + s.told()
	}
	if s.waits != "" {
		return fmt.Sprintf("Still waiting (%s): %s", s.waits, s.told())
	}
	return s.told()
}

func (s *story) told() string {
	switch s.notice {
	case sequences.NoticeAnswer:
		return s.name + " " + s.did()
	case sequences.NoticeApprove:
		return "Your yes is wanted for a mail to " + s.name
	case sequences.NoticeLater:
		if s.mail != nil && s.mail.Until != nil {
			return s.name + " asks to be written to from " + dateWords(*s.mail.Until)
		}
		return s.name + " asks to be written to later"
	case sequences.NoticeDoubt:
		return s.doubt()
	case sequences.NoticeNo:
		if s.code == sequences.CodeWrongPerson {
			return s.name + " is not the right person"
		}
		return s.name + " says no"
	case sequences.NoticeOptOut:
		if s.code == sequences.CodeComplaint {
			return s.name + " reported a mail as unwanted"
		}
		return s.name + " asks to be left alone"
	case sequences.NoticeLeft:
		switch s.code {
		case sequences.CodeLeft:
			return s.name + " has left the company"
		case sequences.CodeUnmonitored:
			return "Nobody reads mail to " + s.name
		}
		return s.name + " answered automatically; the sequence is stopped"
	case sequences.NoticeColleague:
		return "A colleague of " + s.name + " wrote"
	case sequences.NoticeHistory:
		if s.code == sequences.CodeWrote {
			return s.name + " has mail from followupd already: go on?"
		}
		if report.CameBack(s.reason) {
			return "Mail to " + s.name + " came back before: may I write?"
		}
		if report.Stopped(s.reason) {
			return "You stopped " + s.name + " before: may I write again?"
		}
		return "You know " + s.name + " from before: may I write?"
	case sequences.NoticeSilent:
		return "You wrote to " + s.name + ", and nothing came back: go on?"
	case sequences.NoticeDateOff:
		return fmt.Sprintf("You wrote to %s, so %s is off", s.name, s.dateOff().Format("2 January 2006"))
	case sequences.NoticeTask:
		return "To do: " + report.OneLine(s.taskStep().Task, 60) + " (" + joined(", ", s.name, s.company) + ")"
	case sequences.NoticeUncertain:
		return "Did the mail to " + s.name + " go out?"
	}
	return s.trouble()
}

// did is what they did in their answer.
func (s *story) did() string {
	if m := s.meetings(); len(m) > 0 && s.intent() == replies.IntentMeeting {
		return "proposes " + s.short(m[0])
	}
	if s.intent() == replies.IntentReferral && s.mail.Referred != nil && s.mail.Referred.Name != "" {
		return "points to " + report.OneLine(s.mail.Referred.Name, 60)
	}
	return report.Did(string(s.intent()))
}

func (s *story) doubt() string {
	switch s.code {
	case sequences.CodeNoDate:
		return s.name + " asks for later, without a clear date"
	case sequences.CodeAwayAgain:
		return s.name + " is away once more, without a date"
	case sequences.CodeChallenge:
		return "A mail gate in front of " + s.name + " asks for proof"
	case sequences.CodeSoft:
		return "Mail to " + s.name + " keeps coming back"
	}
	if s.mail != nil && s.mail.Kind != replies.KindReply {
		return "A mail about " + s.name + " that followupd isn't sure of"
	}
	return s.name + " wrote; please have a look"
}

func (s *story) trouble() string {
	switch s.code {
	case sequences.CodeHole:
		return "The mail to " + s.name + " has a gap in it and was not sent"
	case sequences.CodeRefused:
		return "The mail to " + s.name + " was refused by your mail server"
	case sequences.CodeDeferredLong:
		return "The mail to " + s.name + " could not be delivered for days"
	}
	if s.code == sequences.CodeStray {
		return s.name + " got a mail that followupd doesn't know of"
	}
	return "The sequence of " + s.name + " can't go on"
}

// dateOff is the date that is off since the owner wrote ahead of it.
func (s *story) dateOff() (date time.Time) {
	for _, e := range s.reason.Evidence {
		if e.Rule == sequences.RuleDateOff {
			date, _ = time.Parse(time.DateOnly, e.Text)
		}
	}
	return date
}

// joined joins the parts that are there.
func joined(sep string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, sep)
}
