package engine_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

// A mailbox that was renamed leaves its people behind. They are shown, and the
// owner is asked about a mail of it that is in doubt.
func TestAMailboxThatIsNotInTheConfigurationAnyMore(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.lab.FailOnce(maillab.StageDot, maillab.Fault{Drop: true})
	r.enrol("dana@acme.example", "kim@berg.example")
	r.until(time.Date(2026, 9, 1, 9, 5, 0, 0, time.UTC))
	renamed := func(b *engine.Mailbox) { b.Name = "bo" }
	r.start(rigOptions{box: renamed})
	r.until(day(10, 1))
	if got := strings.Join(r.notices(), "; "); got != "uncertain dana Doe" {
		t.Errorf("the owner was told %q", got)
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeUncertain {
		t.Errorf("state %s (%s)", state, code)
	}
	if got := len(r.got("kim@berg.example")); got != 1 {
		t.Errorf("%d mails went out to Kim, want the one from before", got)
	}
	f, err := r.engine.Forecast(t.Context(), 24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if want := (ledger.Stranded{Mailbox: "ana", People: 2, InDoubt: 1}); len(f.Stranded) != 1 || f.Stranded[0] != want {
		t.Errorf("left behind are %+v, want %+v", f.Stranded, want)
	}
	if a := r.do(order(sequences.VerbWasSent, "dana@acme.example")); !a.OK {
		t.Errorf("a mail in doubt can't be settled: %s", a.Text)
	}
	r.start(rigOptions{}) // put back
	r.until(day(11, 1))
	if got := len(r.got("kim@berg.example")); got != 3 {
		t.Errorf("%d mails went out to Kim once the mailbox was back, want 3", got)
	}
}

// That a folder says STOP is known after a start, before the mailbox was read,
// and to commands.
func TestSTOPBindsAfterAStart(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Follow-up/STOP"}); err != nil {
		t.Fatal(err)
	}
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	r.start(rigOptions{}) // has looked at nothing
	paused := func() (out string) {
		f, err := r.engine.Forecast(t.Context(), 24*time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		err = r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
			read, err := engine.ReadPaused(tx, []string{"bo", "ana"})
			if read != f.Paused {
				t.Errorf("the ledger says %q, the plan %q", read, f.Paused)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return f.Paused
	}
	if got := paused(); !strings.Contains(got, "Follow-up/STOP is in the mailbox ana") {
		t.Errorf("paused: %q", got)
	}
	if err := r.lab.DeleteFolder("ana", "Follow-up/STOP"); err != nil {
		t.Fatal(err)
	}
	r.until(day(9, 2))
	if got := paused(); got != "" {
		t.Errorf("still paused: %q", got)
	}
	r.start(rigOptions{})
	if got := paused(); got != "" {
		t.Errorf("paused again after a start: %q", got)
	}
	if got := len(r.got("dana@acme.example")); got != 1 {
		t.Errorf("%d mails went out, want 1", got)
	}
}

// While the owner is away nothing goes out, neither first mails nor follow-ups;
// then all of it does.
func TestNothingGoesOutWhileTheOwnerIsAway(t *testing.T) {
	t.Parallel()
	back := time.Date(2026, 9, 21, 0, 0, 0, 0, time.UTC)
	leaves := time.Date(2026, 9, 2, 0, 0, 0, 0, time.UTC)
	r := newRig(t, rigOptions{away: func(now time.Time) time.Time {
		if now.Before(leaves) || !now.Before(back) {
			return time.Time{}
		}
		return back
	}})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	r.set(leaves.Add(time.Hour))
	r.enrol("kim@berg.example")
	r.until(day(9, 20))
	if dana, kim := len(r.got("dana@acme.example")), len(r.got("kim@berg.example")); dana != 1 || kim != 0 {
		t.Errorf("Dana got %d mails and Kim %d while the owner was away, want 1 and 0", dana, kim)
	}
	r.until(day(10, 30))
	if dana, kim := len(r.got("dana@acme.example")), len(r.got("kim@berg.example")); dana != 3 || kim != 3 {
		t.Errorf("Dana got %d mails and Kim %d in the end, want 3 each", dana, kim)
	}
	for _, m := range append(r.got("dana@acme.example"), r.got("kim@berg.example")...) {
		if !m.At.Before(leaves) && m.At.Before(back) {
			t.Errorf("a mail went out at %v", m.At)
		}
	}
}
