package main

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"time"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// correction is an answer that the owner read better than followupd, as a line
// of labelled replies: what `go run ./internal/replies/score FILE` measures. It
// has no name and no address but those in the text.
type correction struct {
	ID       string         `json:"id"`
	Received time.Time      `json:"received"`
	Subject  string         `json:"subject,omitempty"`
	NewText  string         `json:"new_text"` // its beginning, as far as the journal keeps it
	Intent   replies.Intent `json:"intent"`
	Read     replies.Intent `json:"read"` // what it was read as
}

// printCorrections writes the owner's corrections as JSON lines, one a mail: the
// last word on it counts.
func (a *app) printCorrections(ctx context.Context, out io.Writer) error {
	return a.withLedger(ctx, func(_ *config.Config, l *ledger.Ledger) error {
		return l.Read(ctx, func(t *ledger.Tx) error {
			list, err := corrections(t)
			if err != nil {
				return err
			}
			lines := json.NewEncoder(out)
			lines.SetEscapeHTML(false)
			for _, c := range list {
				if err := lines.Encode(c); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// corrections reads the journal, a person at a time, for what was corrected.
func corrections(t *ledger.Tx) ([]correction, error) {
	var list []correction
	arrived := map[string]time.Time{} // by the mail's reference
	place := map[string]int{}
	err := t.WholeJournal(func(e ledger.Entry) error {
		switch o := e.Event.Order; {
		case e.Event.Kind == sequences.EvMail:
			arrived[e.Event.Mail.Ref] = e.Event.At
		case o == nil || o.Verb != sequences.VerbAnswerWas || o.Mail == nil || o.Mail.Words == "":
		default:
			c := correction{ID: o.Mail.Ref, Received: arrived[o.Mail.Ref], Subject: o.Mail.Subject, NewText: o.Mail.Words, Intent: o.Intent, Read: o.Mail.Intent}
			if o.Mail.Offset != nil {
				c.Received = c.Received.In(time.FixedZone("", *o.Mail.Offset))
			}
			if n, known := place[c.ID]; known {
				list[n] = c
				return nil
			}
			place[c.ID] = len(list)
			list = append(list, c)
		}
		return nil
	})
	return slices.DeleteFunc(list, func(c correction) bool { return c.Intent == c.Read }), err // taken back
}
