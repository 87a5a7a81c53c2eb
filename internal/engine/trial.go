package engine

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net/textproto"
	"strings"
	"time"

	"github.com/emersion/go-message/mail"
	messageproto "github.com/emersion/go-message/textproto"
	gomail "github.com/wneessen/go-mail"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// TrialMail makes a mail of a preview into one to the owner: the same words and
// files, under a subject that says what it is. It keeps nothing by which an
// answer, a copy in Sent or an unsubscribing could be taken for one of the
// mail that the prospect is to get. from is the mailbox's own address, id is
// for its Message-ID, without the domain. A mail that can't be made is made all
// the same, its holes marked.
func TrialMail(d Draft, from, to, person, id string, now time.Time) ([]byte, error) {
	subject := fmt.Sprintf("[Preview for %s, step %s] %s", person, d.Step, d.Subject)
	if d.Bytes == nil {
		return markedMail(d, from, to, subject, id, now)
	}
	r := bufio.NewReader(bytes.NewReader(d.Bytes))
	read, err := messageproto.ReadHeader(r)
	if err != nil {
		return nil, fmt.Errorf("read the mail of step %s: %w", d.Step, err)
	}
	var h mail.Header
	for f := read.Fields(); f.Next(); {
		switch name := textproto.CanonicalMIMEHeaderKey(f.Key()); {
		case name == "From", name == "Date", name == "Mime-Version", strings.HasPrefix(name, "Content-"):
			h.Set(f.Key(), f.Value())
		}
	}
	h.SetAddressList("To", []*mail.Address{{Address: to}})
	h.SetSubject(subject)
	h.SetMessageID(trialID(id, from))
	h.Set("Auto-Submitted", "auto-generated")
	var out bytes.Buffer
	if err := messageproto.WriteHeader(&out, h.Header.Header); err != nil {
		return nil, fmt.Errorf("write the mail of step %s: %w", d.Step, err)
	}
	_, err = r.WriteTo(&out)
	return out.Bytes(), err
}

// markedMail is a mail with its holes, which never goes out as it is.
func markedMail(d Draft, from, to, subject, id string, now time.Time) ([]byte, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.From(from); err != nil {
		return nil, err
	}
	if err := m.To(to); err != nil {
		return nil, err
	}
	m.Subject(subject)
	m.SetDateWithValue(now)
	m.SetMessageIDWithValue(trialID(id, from))
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	text := "This mail has holes and is held: it never goes out like this.\n"
	for _, hole := range d.Holes {
		text += "- " + hole + "\n"
	}
	m.SetBodyString(gomail.TypeTextPlain, text+"\n"+d.Text)
	var out bytes.Buffer
	if _, err := m.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write the mail of step %s: %w", d.Step, err)
	}
	return out.Bytes(), nil
}

func trialID(id, from string) string {
	return "preview." + id + from[strings.LastIndexByte(from, '@'):]
}

// Sample gives the addresses of at most n people, spread evenly over the
// sequences and the steps at which people stand, who were not answered for.
func (e *Engine) Sample(ctx context.Context, n int) ([]string, error) {
	var out []string
	err := e.ledger.Read(ctx, func(t *ledger.Tx) error {
		steps, err := t.LiveSteps()
		if err != nil {
			return err
		}
		var at [][]ledger.EnrolmentRow
		for _, s := range steps {
			rows, err := t.LiveAtStep(s.Sequence, s.Step, 2*n)
			if err != nil {
				return err
			}
			var open []ledger.EnrolmentRow
			for _, r := range rows {
				if r.State.Moving() || r.State == sequences.StateHeld {
					open = append(open, r)
				}
			}
			at = append(at, open)
		}
		for round := 0; len(out) < n; round++ {
			found := false
			for _, rows := range at {
				if round >= len(rows) || len(out) == n {
					continue
				}
				found = true
				p, err := t.Person(rows[round].Person)
				if err != nil {
					return err
				}
				if len(p.Addresses) > 0 {
					out = append(out, p.Addresses[0])
				}
			}
			if !found {
				return nil
			}
		}
		return nil
	})
	return out, err
}

// Prospect says whether an address is one of a person in the ledger.
func (e *Engine) Prospect(ctx context.Context, address string) (known bool, err error) {
	err = e.ledger.Read(ctx, func(t *ledger.Tx) error {
		id, err := personAt(t, lower(address))
		known = id != 0
		return err
	})
	return known, err
}
