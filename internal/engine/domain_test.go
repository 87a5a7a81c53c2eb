package engine_test

import (
	"context"
	"log/slog"
	"net/mail"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/mailbox"
	"followupd/sequences"
)

// meeting has the first mails of two mailboxes come to their last check
// together, and go on from it together.
type meeting struct{ before, after sync.WaitGroup }

type meetingSubmitter struct {
	engine.Submitter
	meeting *meeting
	once    sync.Once
}

func (s *meetingSubmitter) Submit(ctx context.Context, m mailbox.Submission, beforeData func(context.Context) error) mailbox.Outcome {
	return s.Submitter.Submit(ctx, m, func(ctx context.Context) (err error) {
		meets := false
		s.once.Do(func() { meets = true })
		if !meets {
			return beforeData(ctx)
		}
		s.meeting.before.Done()
		s.meeting.before.Wait()
		err = beforeData(ctx)
		s.meeting.after.Done()
		s.meeting.after.Wait()
		return err
	})
}

// Two mailboxes that write to one company at the same moment keep its limit
// together.
func TestMailboxesShareADomainsLimit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		limit sequences.DomainLimit
	}{{"a day", sequences.DomainLimit{PerDay: 1}}, {"a gap", sequences.DomainLimit{Gap: time.Hour}}} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			now := func() time.Time { return time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC) }
			lab, err := maillab.New(maillab.Options{Now: now, Accounts: []maillab.Account{{User: "ana", Password: "secret", Address: "ana@lima.example"}}})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = lab.Close() })
			l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = l.Close() })
			o := engine.Options{Ledger: l, Rules: forecastRules(t), Herald: plainHerald{"ana@lima.example"}, Now: now, Log: slog.New(slog.DiscardHandler)}
			both := &meeting{}
			for _, name := range []string{"ana", "ben"} {
				both.before.Add(1)
				both.after.Add(1)
				account := mailbox.Account{Name: name, Address: "ana@lima.example", IMAP: labServer(t, lab.IMAPAddr()), SMTP: labServer(t, lab.SMTPAddr())}
				o.Mailboxes = append(o.Mailboxes, engine.Mailbox{Name: name, From: mail.Address{Address: "ana@lima.example"}, Live: true, Zone: time.UTC, Fresh: time.Minute,
					Limits:    sequences.Limits{PerDomain: test.limit},
					Submitter: &meetingSubmitter{Submitter: mailbox.NewSubmitter(account.SMTP, mailbox.SubmitterOptions{LocalName: "lima.example"}), meeting: both},
					Watcher: func(p engine.WatcherParts) engine.Watcher {
						return mailbox.NewWatcher(account, mailbox.WatcherOptions{Now: now, Cursors: p.Cursors, Sink: p.Sink, RecentFolders: p.RecentFolders, OnLook: p.OnLook})
					}})
			}
			e, err := engine.New(t.Context(), o)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = e.Close() })
			ask := engine.Ask{Verb: engine.VerbEnrol}
			for sequence, address := range map[string]string{"intro": "dana@acme.example", "other": "kim@acme.example"} {
				ask.People = append(ask.People, engine.Newcomer{Address: address, Sequence: sequence, Reason: "asked us", Source: "fair",
					Fields: map[string]string{"first_name": "You", "company": "Acme", "timezone": "UTC"}})
			}
			if a, err := e.Do(t.Context(), "test", ask); err != nil || !a.OK {
				t.Fatal(a, err)
			}
			for _, name := range []string{"ana", "ben"} {
				if err := e.ReadPast(t.Context(), name); err != nil {
					t.Fatal(err)
				}
				if err := e.LookAt(t.Context(), name, mailbox.Everything); err != nil {
					t.Fatal(err)
				}
			}
			if err := e.Decide(t.Context()); err != nil {
				t.Fatal(err)
			}
			var sending sync.WaitGroup
			for _, name := range []string{"ana", "ben"} {
				sending.Go(func() {
					if _, err := e.SendFrom(t.Context(), name); err != nil {
						t.Error(err)
					}
				})
			}
			sending.Wait()
			for _, name := range []string{"ana", "ben"} { // who came too late waits
				if _, err := e.SendFrom(t.Context(), name); err != nil {
					t.Error(err)
				}
			}
			var got []string
			for _, m := range lab.Accepted() {
				if strings.HasSuffix(m.Recipient, "@acme.example") {
					got = append(got, m.Recipient)
				}
			}
			if len(got) != 1 {
				t.Errorf("%d mails went to the company, want 1: %v", len(got), got)
			}
		})
	}
}
