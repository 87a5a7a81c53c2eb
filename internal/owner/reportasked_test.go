package owner_test

import (
	"encoding/hex"
	"log/slog"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
)

// A report goes to the owner's addresses alone, and numbers whom it lists.
func TestReportGoesToTheOwnerAlone(t *testing.T) {
	t.Parallel()
	w, o := normalWeek(t)
	o.Deputy = "bo@lima.example"
	w.store()
	w.write(func(tx *ledger.Tx) error { return tx.Set("secret", hex.EncodeToString([]byte("secret"))) })
	e, err := engine.New(t.Context(), engine.Options{Ledger: w.ledger, Herald: owner.New(o), Now: func() time.Time { return w.now }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, to string
		ok       bool
	}{
		{"the owner", "ana.private@home.example", true}, {"in other letters, with a space", " Ana.Private@HOME.example ", true}, {"the deputy", "bo@lima.example", true},
		{"a prospect", "dana@acme.example", false}, {"two at once", "ana.private@home.example, eve@evil.example", false},
		{"with a header", "ana.private@home.example\r\nBcc: eve@evil.example", false}, {"nobody", "", false},
	} {
		a, err := e.Do(t.Context(), "ana", engine.Ask{Verb: engine.VerbReport, Address: tt.to, From: w.now.AddDate(0, 0, -7), Until: w.now})
		if err != nil || a.OK != tt.ok {
			t.Errorf("%s: %+v, %v", tt.name, a, err)
		}
	}
	w.write(func(tx *ledger.Tx) error {
		made, err := tx.OwnerMails(time.Time{})
		if len(made) != 3 {
			t.Errorf("%d reports were made", len(made))
		}
		for _, m := range made {
			if m.Notice != "report" || len(m.People) == 0 || !strings.Contains(shown(t, m), "How things stand, 16 to 23 November 2026") {
				t.Errorf("made %q to %q, which numbers %v", m.Key, m.Recipient, m.People)
			}
		}
		return err
	})
}

// What a past period is told of, is told as it was: by the journal.
func TestPastPeriod(t *testing.T) {
	t.Parallel()
	w, o := normalWeek(t)
	w.store()
	h := owner.New(o)
	// What happened later, and what is so now, is nothing of that time.
	w.write(func(tx *ledger.Tx) error {
		m, err := h.Trouble(tx, "ana", "quarantine-not", "Something went wrong later. Mind it.", w.now)
		if err != nil {
			return err
		}
		if err := tx.Tell(m); err != nil {
			return err
		}
		return tx.Suppress(ledger.Suppression{Kind: ledger.KindAddress, Value: "late@late.example", Why: "asked later", At: w.now})
	})
	w.write(func(tx *ledger.Tx) error {
		before, err := owner.Gather(tx, h.Span(w.now, at(t, "2026-10-05 00:00"), at(t, "2026-11-05 00:00")))
		if err != nil {
			return err
		}
		agree(t, before)
		if len(before.Troubles) != 0 || len(before.Untold) != 0 || len(before.NeverAgain) != 0 {
			t.Errorf("the report of then tells of later: %+v, %+v, %+v", before.Troubles, before.Untold, before.NeverAgain)
		}
		// Then Sam had answered, Kim and Wim and Lee were written to, and nobody
		// else was known.
		if !before.Past || before.People.Total != 4 || len(before.NeedsYou) != 0 || before.Now.Answers != 1 {
			t.Errorf("then stood %+v, %d need the owner, %d answers", before.People, len(before.NeedsYou), before.Now.Answers)
		}
		now, err := owner.Gather(tx, h.Span(w.now, at(t, "2026-11-16 07:30"), w.now.Add(time.Hour)))
		if now.Past || now.People.Total != 15 {
			t.Errorf("now stand %+v", now.People)
		}
		return err
	})
}

// Of who was forgotten nothing is known but a hash, which no report shows.
func TestForgottenInReport(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-09 10:00")
	w.write(func(tx *ledger.Tx) error {
		hash := "3f786850e387550fdab836ed7e6dc881de23001b"
		if err := tx.Suppress(ledger.Suppression{Kind: ledger.KindForgotten, Value: hash, Why: "was forgotten at your word and is never written to again", At: w.now}); err != nil {
			return err
		}
		s, err := owner.Gather(tx, owner.New(options(t)).View(w.now.Add(time.Hour), w.now.Add(-time.Hour)))
		if len(s.NeverAgain) != 1 || s.NeverAgain[0].Value != "somebody" {
			t.Errorf("the list of those never written to again has %+v", s.NeverAgain)
		}
		return err
	})
}
