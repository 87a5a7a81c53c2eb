// Package owner makes what the owner reads: the mail that hands a person over,
// the mail that tells of trouble, and the weekly status mail.
//
// It decides nothing about anyone and sends nothing: the engine commits a mail
// together with the decision that it tells of, and sends it until it is
// accepted. It must never put a prospect's address where an answer would go,
// let a prospect's words look like followupd's own, or make two mails of one
// cause.
package owner

import (
	"fmt"
	"net/mail"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

// Options are what a Herald must know. Name, Email, Secret, Domain and From
// are needed; without Zone times are shown in UTC.
type Options struct {
	Name   string                        // the owner's
	Email  string                        // where mails to the owner go
	Deputy string                        // where they go while the owner is away; empty: nowhere else
	Away   func(now time.Time) time.Time // until when the owner is away; zero, or not after now: is here
	Zone   *time.Location                // the owner's

	Boxes []Box // every mailbox of the configuration

	StatusEnabled bool
	StatusEvery   time.Weekday
	StatusAt      int // minutes after midnight in Zone
	BriefEnabled  bool
	BriefAt       int // minutes after midnight in Zone

	Secret []byte // of this install: makes Message-IDs that nobody can guess
	Domain string // the right side of Message-IDs
	// From is what a mailbox sends from; of an empty or unknown name, what the
	// first one does.
	From func(mailbox string) mail.Address
	// Server is the SMTP server that a mailbox sends by; nil: unknown.
	Server func(mailbox string) string
	// Heartbeat is what the daemon last told of itself; nil: nothing is known.
	Heartbeat func() (engine.Heartbeat, error)
	// Answerable says whether the owner's answers to mails of a mailbox (empty:
	// of the first one) can be proven to be theirs; nil: they can.
	Answerable func(mailbox string) bool
	// Title is a value's title; nil: its id.
	Title func(value string) string
	// Voice is the language and the text of a sequence's first mail, to answer in
	// the way that we write; nil: unknown.
	Voice func(sequence string) (language, text string)
	// Task says whether a step is one that the owner does by hand; nil: none is.
	Task func(sequence, step string) bool
	// Gaps gives what says at a moment why somebody's next mail would be held for a
	// gap in it; nil: nothing is known of gaps.
	Gaps func(now time.Time) func(*sequences.Person, *sequences.Enrolment) string
}

// Herald makes the mails to the owner. It may be used by several goroutines.
type Herald struct{ o Options }

// New makes a Herald.
func New(o Options) *Herald {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	if o.Away == nil {
		o.Away = func(time.Time) time.Time { return time.Time{} }
	}
	return &Herald{o: o}
}

// The notices of mails that no decision about a person is behind.
const (
	noticeTrouble = "trouble"
	noticeReport  = "report"
)

// Announce makes the mail that tells of one decision. Its key is made of the
// event that was decided on: the same decision is told of once.
func (h *Herald) Announce(t *ledger.Tx, a engine.Announcement) (ledger.OwnerMail, error) {
	story, err := h.story(t, a)
	if err != nil {
		return ledger.OwnerMail{}, fmt.Errorf("announce entry %d: %w", a.Entry.Seq, err)
	}
	return h.write(letter{
		key:     fmt.Sprintf("%s/%s/%d", a.Entry.Event.ID, a.Notice, a.Enrolment),
		notice:  string(a.Notice),
		mailbox: a.Mailbox,
		to:      h.recipient(a.Entry.At),
		person:  a.Person.ID,
		people:  []int64{a.Person.ID},
		subject: story.subject(),
		text:    story.text(),
		at:      a.Entry.At,
	})
}

// Trouble makes the mail that tells of something that concerns no person. A line of
// the text is a paragraph, or one of a list where a dash leads it.
func (h *Herald) Trouble(_ *ledger.Tx, mailbox, key, text string, now time.Time) (ledger.OwnerMail, error) {
	first, _, _ := strings.Cut(text, ". ")
	body := &note{}
	for line := range strings.SplitSeq(text, "\n") {
		switch item, ok := strings.CutPrefix(line, "- "); {
		case ok:
			body.item("%s", report.OneLine(item, 1000))
		case strings.TrimSpace(line) != "":
			body.para("%s", report.OneLine(line, 4000))
		}
	}
	body.WriteString("\n")
	if mailbox != "" {
		body.para("This concerns the mailbox %s. How it does now: followupd status", mailbox)
	}
	return h.write(letter{key: key, notice: noticeTrouble, mailbox: mailbox, to: h.recipient(now),
		subject: "followupd: " + report.OneLine(first, 90), text: body.String(), at: now})
}

// recipient is who gets what needs a person now.
func (h *Herald) recipient(now time.Time) mail.Address {
	if h.away(now) && h.o.Deputy != "" {
		return mail.Address{Address: h.o.Deputy}
	}
	return h.owner()
}

func (h *Herald) away(now time.Time) bool { return now.Before(h.o.Away(now)) }
