package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// inboxKind is what the owner is needed for.
type inboxKind string

// The closed set of kinds.
const (
	kindAnswer    inboxKind = "answer"    // an answer of theirs waits for one
	kindDoubt     inboxKind = "doubt"     // a mail of theirs that can't be read for sure
	kindTask      inboxKind = "task"      // something to do by hand
	kindApproval  inboxKind = "approval"  // a mail to them waits for a yes
	kindDraft     inboxKind = "draft"     // a mail to them lies in Drafts
	kindUncertain inboxKind = "uncertain" // a mail may or may not have gone out
	kindHold      inboxKind = "hold"      // something is in the way
	kindSettled   inboxKind = "settled"   // it needs the owner no more
)

func kindOf(code string) inboxKind {
	switch sequences.Code(code) {
	case sequences.CodeAnswered:
		return kindAnswer
	case sequences.CodeDoubt, sequences.CodeNoDate, sequences.CodeAwayAgain, sequences.CodeChallenge, sequences.CodeSoft:
		return kindDoubt
	case sequences.CodeTask:
		return kindTask
	case sequences.CodeApproval:
		return kindApproval
	case sequences.CodeDraft:
		return kindDraft
	case sequences.CodeUncertain:
		return kindUncertain
	}
	return kindHold
}

// inboxItem is somebody who needs the owner.
type inboxItem struct {
	report.Item
	Kind     inboxKind   `json:"kind"`
	Sequence string      `json:"sequence,omitempty"`
	Step     string      `json:"step,omitempty"`
	Stands   string      `json:"stands"`
	Mail     *inboxMail  `json:"mail,omitempty"`   // theirs, the last one
	Wanted   *wantedMail `json:"wanted,omitempty"` // ours, that waits for a yes
	Do       []string    `json:"do"`               // commands, the likeliest first
	person   sequences.Person
}

// inboxMail is a mail of theirs, and what helps with an answer.
type inboxMail struct {
	From     string    `json:"from"`
	Subject  string    `json:"subject"`
	At       time.Time `json:"at,omitzero"`
	Mailbox  string    `json:"mailbox"` // its address
	Folder   string    `json:"folder"`
	Text     string    `json:"text"` // what is new in it, as far as it is kept
	Read     string    `json:"read"` // what it was read as, in words
	Links    []string  `json:"links"`
	Ready    string    `json:"ready,omitempty"` // an answer that is ready to send
	InDrafts bool      `json:"in_drafts"`       // such an answer was put into Drafts
}

// wantedMail is a mail to them that waits for the owner's yes.
type wantedMail struct {
	Subject string `json:"subject"`
	Text    string `json:"text"`
}

// looker looks at one person after the other.
type looker struct {
	*inbox
	x      explainer
	rules  engine.Rules
	herald *owner.Herald
	engine *engine.Engine // to make mails that wait for a yes; nil where files are in disorder
	close  func() error
}

func (i *inbox) looker(ctx context.Context) (*looker, error) {
	rules, problems, err := loadRules(i.config)
	if err != nil {
		return nil, err
	}
	w := i.app.looking(i.config, i.ledger, rules)
	k := &looker{inbox: i, x: explainer{zone: i.config.Owner.Timezone.Location(), now: i.app.now()}, rules: rules,
		herald: owner.New(w.ownerOptions(ctx, nil)), close: func() error { return nil }}
	if problems.HasErrors() {
		return k, nil
	}
	if k.engine, err = w.build(ctx); err != nil {
		return nil, err
	}
	k.close = func() error { return errors.Join(k.engine.Close(), w.close()) }
	return k, nil
}

// fill looks at how things are with a person now.
func (k *looker) fill(ctx context.Context, it *inboxItem) error {
	k.x.now = k.app.now()
	err := k.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		if it.person, err = t.Person(it.ID); errors.Is(err, ledger.ErrNotFound) {
			it.Kind, it.Stands, it.Mail, it.Do = kindSettled, "Forgotten meanwhile.", nil, []string{}
			return nil
		} else if err != nil {
			return err
		}
		it.Stands = k.x.of(&it.person, k.rules.Plan).stands(&it.person)
		where, why, _ := report.Place(&it.person)
		if it.Kind = kindOf(string(why.Code)); where != report.PlaceNeedsYou {
			it.Kind = kindSettled
		}
		if e := current(&it.person); e != nil {
			it.Sequence, it.Step = e.Sequence, e.Step
		}
		it.Mail, err = k.lastMail(t, &it.person)
		return err
	})
	if err != nil {
		return fmt.Errorf("look at %s: %w", it.Address, err)
	}
	if it.Wanted = nil; it.Kind == kindApproval {
		if err := k.wanted(ctx, it); err != nil {
			return fmt.Errorf("make the mail to %s: %w", it.Address, err)
		}
	}
	it.Do = commandsFor(it)
	return nil
}

// wanted makes the mail that waits for a yes, for it to be read first.
func (k *looker) wanted(ctx context.Context, it *inboxItem) error {
	if k.engine == nil {
		return nil
	}
	seen, err := k.engine.Preview(ctx, it.Address, "")
	if err != nil {
		return err
	}
	for _, m := range seen.Mails {
		if m.Step == it.Step && m.State == engine.DraftAhead {
			it.Wanted = &wantedMail{Subject: m.Subject, Text: m.Text}
		}
	}
	return nil
}

// lastMail is the last mail of a person's that isn't a report; nil where none
// came.
func (k *looker) lastMail(t *ledger.Tx, p *sequences.Person) (*inboxMail, error) {
	var last *ledger.Entry
	err := t.PersonJournal(p.ID, func(e ledger.Entry) error {
		if m := e.Event.Mail; e.Event.Kind == sequences.EvMail && m != nil && m.Kind != replies.KindBounce && m.Kind != replies.KindComplaint {
			last = &e
		}
		return nil
	})
	if err != nil || last == nil {
		return nil, err
	}
	a := k.announced(p, *last)
	m := last.Event.Mail
	out := &inboxMail{From: m.From, Subject: m.Subject, At: last.Event.At, Folder: m.Folder, Text: m.Words, Read: k.x.understood(m)}
	if box, ok := k.config.MailboxByName(m.Mailbox); ok {
		out.Mailbox = box.Address.Email
		a.Drafts = box.Handover.Draft
	}
	var ref int64
	if _, err := fmt.Sscan(m.Ref, &ref); err == nil {
		switch kept, err := t.MailByID(ref); {
		case err == nil:
			a.Mail = &kept
			out.Subject, out.At = kept.Subject, kept.ReceivedAt
			if kept.NewText != "" {
				out.Text = kept.NewText
			}
		case !errors.Is(err, ledger.ErrNotFound):
			return nil, err
		}
	}
	ready, err := k.herald.Ready(t, a)
	out.Ready, out.Links = ready.Text, ready.Links
	out.InDrafts = a.Drafts && ready.Text != ""
	return out, err
}

// announced is a decision as it was told to the owner.
func (k *looker) announced(p *sequences.Person, entry ledger.Entry) engine.Announcement {
	a := engine.Announcement{Entry: entry, Person: *p, Mailbox: entry.Event.Mail.Mailbox, Plan: k.rules.Plan}
	for _, effect := range entry.Effects {
		if effect.Kind == sequences.EffNotify {
			a.Notice, a.Enrolment = effect.Notice, effect.Enrolment
		}
	}
	return a
}
