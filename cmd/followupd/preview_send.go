package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"followupd/internal/engine"
	"followupd/internal/report"
	"followupd/mailbox"
)

// mayHave refuses to send a preview to anybody but the owner.
func (p *previewer) mayHave(ctx context.Context, address string) error {
	own := []string{string(p.config.Owner.Email)}
	if p.config.Owner.Deputy != "" {
		own = append(own, string(p.config.Owner.Deputy))
	}
	for _, m := range p.config.Mailboxes {
		own = append(own, m.Address.Email)
	}
	if !slices.ContainsFunc(own, func(a string) bool { return strings.EqualFold(a, address) }) {
		slices.Sort(own)
		return fmt.Errorf("a preview goes to yourself alone: %s; nothing was sent to %s", report.List(slices.Compact(own)), report.OneLine(address, 100))
	}
	known, err := p.engine.Prospect(ctx, address)
	if err != nil {
		return err
	}
	if known {
		return fmt.Errorf("%s is also the address of somebody in your sequences; nothing was sent to it", report.OneLine(address, 100))
	}
	return nil
}

// trial makes a mail of a preview into one to somebody else.
func (p *previewer) trial(seen engine.Preview, m numberedDraft, to string) ([]byte, error) {
	box, ok := p.config.MailboxByName(seen.Mailbox)
	if !ok {
		return nil, fmt.Errorf("there is no mailbox %s in the configuration", seen.Mailbox)
	}
	return engine.TrialMail(m.Draft, box.Address.Email, to, seen.Address, rand.Text(), p.app.now())
}

// send sends the mails ahead to the owner, by the mailbox that they would go
// out from. Neither the outbox nor the journal knows of it.
func (p *previewer) send(ctx context.Context, seen engine.Preview, mails []numberedDraft) error {
	box, ok := p.config.MailboxByName(seen.Mailbox)
	if !ok {
		return fmt.Errorf("there is no mailbox %s in the configuration", seen.Mailbox)
	}
	s := mailbox.NewSubmitter(server(box.SMTP, p.config.Secrets(p.app.now)), mailbox.SubmitterOptions{LocalName: box.Address.Domain(), Log: slog.New(slog.DiscardHandler)})
	defer func() { _ = s.Close() }()
	for _, m := range mails {
		if !ahead(m) {
			continue
		}
		raw, err := p.trial(seen, m, p.sendTo)
		if err != nil {
			return err
		}
		o := s.Submit(ctx, mailbox.Submission{From: box.Address.Email, To: []string{p.sendTo}, Data: raw}, func(context.Context) error { return nil })
		if o.State != mailbox.Sent {
			return fmt.Errorf("the preview of step %s could not be sent: %s", m.Step, o)
		}
		fmt.Fprintf(p.app.stderr, "sent to %s: the mail of step %s for %s\n", p.sendTo, m.Step, seen.Address)
	}
	return nil
}
