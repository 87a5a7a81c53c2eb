package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

func (b *box) historySetting() string { return "history." + b.Name }

// readPast reads a mailbox's past once, before anyone is written to from it:
// addresses, dates, directions and opt-outs; no bodies are kept.
func (b *box) readPast(ctx context.Context) error {
	var read string
	var put PutBack
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		if read, err = t.Setting(b.historySetting()); err == nil {
			put, err = ReadPutBack(t)
		}
		return err
	})
	if err != nil || read != "" {
		return err
	}
	// The cursors first: what comes in while the past is read is news then, and
	// not lost between the two.
	if err := b.look(ctx, mailbox.Everything); err != nil {
		return err
	}
	now := b.engine.now()
	since := now.AddDate(0, 0, -b.HistoryDays)
	if put.Made.After(time.Time{}) && put.Made.Before(since) {
		since = put.Made
	}
	var items []pastItem
	var ours []pastMail
	if since.Before(now) {
		err = b.History(ctx, since, func(item mailbox.HistoryItem) error {
			if m, ok := b.pastMail(item); ok {
				ours = append(ours, m)
				return nil
			}
			items = append(items, b.pastItems(item)...)
			return nil
		})
		if err != nil {
			return fmt.Errorf("read the past of mailbox %q: %w", b.Name, err)
		}
	}
	b.engine.log.Info("read the past", "mailbox", b.Name, "since", since.Format(time.DateOnly), "found", len(items)+len(ours))
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		for _, m := range ours {
			if err := b.takePast(t, m, done); err != nil {
				return err
			}
		}
		for _, i := range items {
			if err := t.Remember(b.Name, i.address, i.kind, i.at, i.evidence); err != nil {
				return err
			}
		}
		return t.SetTime(b.historySetting(), b.engine.now())
	})
}

type pastItem struct {
	address, evidence string
	kind              ledger.PastKind
	at                time.Time
}

// pastItems is what one old mail tells of the addresses in it.
func (b *box) pastItems(item mailbox.HistoryItem) []pastItem {
	at := item.InternalDate
	if !item.Date.IsZero() {
		at = item.Date
	}
	evidence := clip(item.Subject, 120)
	var out []pastItem
	from := ""
	if len(item.From) > 0 {
		from = lower(item.From[0])
	}
	if item.Role == mailbox.RoleSent || b.engine.ownAddress(from) {
		for _, to := range append(append([]string{}, item.To...), item.Cc...) {
			if to = lower(to); !b.engine.ownAddress(to) {
				out = append(out, pastItem{address: to, kind: ledger.PastWritten, at: at, evidence: evidence})
			}
		}
		return out
	}
	r := replies.Read(bytes.Join([][]byte{bytes.TrimSpace(item.Header), item.Text}, []byte("\r\n\r\n")), replies.Context{Received: at, Own: b.Own, Truncated: true})
	switch {
	case r.Kind == replies.KindBounce:
		for _, bounce := range r.Bounces {
			if bounce.Permanent && bounce.Recipient != "" {
				out = append(out, pastItem{address: bounce.Recipient, kind: ledger.PastBounced, at: at, evidence: clip(bounce.Text, 120)})
			}
		}
	case from == "":
	case r.Kind == replies.KindReply && r.Intent == replies.IntentOptOut:
		out = append(out, pastItem{address: from, kind: ledger.PastOptedOut, at: at, evidence: clip(r.NewText, 120)},
			pastItem{address: from, kind: ledger.PastReceived, at: at, evidence: evidence})
	case r.Kind == replies.KindReply:
		out = append(out, pastItem{address: from, kind: ledger.PastReceived, at: at, evidence: evidence})
	default:
		out = append(out, pastItem{address: from, kind: ledger.PastAutomatic, at: at, evidence: evidence})
	}
	return out
}

// checkPast looks everyone newly enrolled up in the past of all mailboxes,
// once that of their own mailbox was read.
func (b *box) checkPast(ctx context.Context) error {
	for {
		var waiting []ledger.DueEnrolment
		err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) error {
			read, err := t.Setting(b.historySetting())
			if err != nil || read == "" {
				return err
			}
			waiting, err = t.Unchecked(b.Name, batch)
			return err
		})
		if err != nil {
			return fmt.Errorf("find whose past is to be looked at: %w", err)
		}
		decided, err := b.engine.decideAll(ctx, waiting, b.checkOne)
		if err != nil || decided == 0 {
			return err
		}
		if err := b.engine.breathe(ctx); err != nil {
			return err
		}
	}
}

func (b *box) checkOne(t *ledger.Tx, w ledger.DueEnrolment, done *committed) error {
	p, err := t.Person(w.Person)
	if err != nil {
		return err
	}
	past := sequences.Past{}
	for _, address := range p.Addresses {
		if s, err := t.Suppressed(address); err == nil {
			past.OptedOut = true
			value := s.Value + ": "
			if s.Kind == ledger.KindForgotten {
				value = "" // a hash, which tells nobody anything
			}
			past.Evidence = append(past.Evidence, sequences.Evidence{Rule: "suppressed." + s.Kind, Text: value + s.Why})
		} else if !errors.Is(err, ledger.ErrNotFound) {
			return err
		}
		known, err := t.PastOf(address)
		if err != nil {
			return err
		}
		for _, k := range known {
			if k.Kind == ledger.PastAutomatic {
				continue
			}
			past.Known = true
			past.OptedOut = past.OptedOut || k.Kind == ledger.PastOptedOut
			past.Evidence = append(past.Evidence, sequences.Evidence{Rule: "past." + string(k.Kind), Text: pastWords(k)})
		}
	}
	if _, err := b.engine.wroteBefore(t, w.Person, done); err != nil {
		return err
	}
	_, err = b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("past:%d", w.ID), Kind: sequences.EvPast, At: b.engine.now().UTC(), Person: w.Person,
		Enrolment: w.ID, Past: &past}, done)
	return err
}

func pastWords(k ledger.Past) string {
	what := map[ledger.PastKind]string{ledger.PastReceived: "they wrote to you", ledger.PastWritten: "you wrote to them",
		ledger.PastBounced: "mail to them bounced", ledger.PastOptedOut: "they asked to be left alone"}[k.Kind]
	words := fmt.Sprintf("%s, last on %s", what, k.Last.Format("2 Jan 2006"))
	if k.Evidence != "" {
		words += fmt.Sprintf(" (%q)", k.Evidence)
	}
	return words
}
