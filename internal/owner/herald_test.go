package owner_test

import (
	"context"
	"encoding/hex"
	"log/slog"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/report"
)

var _ engine.Herald = (*owner.Herald)(nil)

// What the engine is told to pause is told of by the report.
func TestPauseIsReported(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w := newWorld(t, "2026-11-19 10:00")
	h := owner.New(options(t))
	w.write(func(tx *ledger.Tx) error { return tx.Set("secret", hex.EncodeToString([]byte("secret"))) })
	e, err := engine.New(ctx, engine.Options{Ledger: w.ledger, Herald: h, Now: func() time.Time { return w.now }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		verb, text string
		paused     bool
	}{{engine.VerbPauseAll, "the fair", true}, {engine.VerbResumeAll, "", false}} {
		if _, err := e.Do(ctx, "ana", engine.Ask{Verb: step.verb, Text: step.text}); err != nil {
			t.Fatal(err)
		}
		var s report.Snapshot
		err := w.ledger.Read(ctx, func(tx *ledger.Tx) (err error) {
			s, err = owner.Gather(tx, h.View(w.now, w.now.AddDate(0, 0, -7)))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if told := strings.Contains(report.Status(s, report.Screen{}), "the fair"); told != step.paused {
			t.Errorf("after %s: %q\n%s", step.verb, s.Paused, report.Status(s, report.Screen{}))
		}
	}
}

// What the ledger holds beside people finds its way into the report, once.
func TestGatherTellsOfEverything(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 10:00")
	h := owner.New(options(t))
	from, old := w.now.AddDate(0, 0, -7), w.now.AddDate(0, 0, -20)
	w.write(func(tx *ledger.Tx) error {
		for _, at := range []time.Time{old, w.now.Add(-time.Hour)} {
			if err := tx.Suppress(ledger.Suppression{Kind: "address", Value: at.Format("20060102") + "@x.example", Why: "asked", By: "ana", At: at}); err != nil {
				return err
			}
			if err := tx.Quarantine("ana", "INBOX", 1, uint32(at.Day()), "cut", at); err != nil {
				return err
			}
			if _, _, err := tx.KeepMail(ledger.Mail{Identity: at.String(), Mailbox: "ana", Kind: "bounce", Subject: "Undelivered", ReceivedAt: at, ReadAt: at}); err != nil {
				return err
			}
			for _, key := range []string{"quarantine:" + at.String(), "disk:" + at.String()} {
				m, err := h.Trouble(tx, "ana", key, "something is wrong", at)
				if err != nil {
					return err
				}
				if err := tx.Tell(m); err != nil {
					return err
				}
			}
		}
		waiting, err := tx.ToTell(w.now, 1)
		if err != nil {
			return err
		}
		return tx.Told(waiting[0].ID, "smtp", w.now)
	})
	var s report.Snapshot
	w.write(func(tx *ledger.Tx) (err error) {
		s, err = owner.Gather(tx, h.View(w.now, from))
		return err
	})
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"never again", len(s.NeverAgain), 1}, {"never again in all", s.NeverTotal, 2}, {"quarantined", len(s.Quarantined), 1},
		{"unmatched bounces", len(s.Bounces), 1}, {"troubles", len(s.Troubles), 1}, {"untold", len(s.Untold), 3},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

// The time in which a mailbox could not be read counts as far as it lies in the
// span, and goes on counting while it can't be read.
func TestUnreadTime(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-23 07:30")
	o := options(t)
	from := w.now.AddDate(0, 0, -7)
	o.Heartbeat = func() (engine.Heartbeat, error) {
		return engine.Heartbeat{At: w.now, Mailboxes: []engine.MailboxHealth{{Name: "ana", Problem: "timeout", Since: w.now.Add(-3 * time.Hour)}}}, nil
	}
	w.write(func(tx *ledger.Tx) error {
		for _, out := range []ledger.Outage{{Mailbox: "ana", From: from.Add(-time.Hour), To: from.Add(time.Hour)}, {Mailbox: "ana", From: from.Add(-9 * time.Hour), To: from.Add(-8 * time.Hour)},
			{Mailbox: "ana", From: from.Add(20 * time.Hour), To: from.Add(22 * time.Hour)}} {
			if err := tx.NoteOutage(out); err != nil {
				return err
			}
		}
		s, err := owner.Gather(tx, owner.New(o).View(w.now, from))
		if m := s.Mailboxes[0]; m.Unread != 6*time.Hour || m.Outages != 3 {
			t.Errorf("it could not be read for %s, %d times", m.Unread, m.Outages)
		}
		if text := report.Write(s).Text(); !strings.Contains(text, "6 hours in all (3 times)") {
			t.Errorf("the mail says\n%s", text)
		}
		return err
	})
}
