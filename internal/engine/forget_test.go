package engine_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

// remains are the files of a ledger in which a text can still be found.
func (r *rig) remains(text string) []string {
	r.t.Helper()
	files, err := filepath.Glob(r.ledger.Path() + "*")
	if err != nil || len(files) == 0 {
		r.t.Fatal("no files of the ledger", err)
	}
	var found []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			r.t.Fatal(err)
		}
		if i := bytes.Index(b, []byte(text)); i >= 0 {
			found = append(found, fmt.Sprintf("%s: …%q…", filepath.Base(f), b[max(0, i-100):min(len(b), i+100)]))
		}
	}
	return found
}

// What is known of a person is gone from the disk, also where it stood with a
// colleague, and an import doesn't bring them back.
func TestForget(t *testing.T) {
	t.Parallel()
	const words = "our estimator Quentin left in spring"
	r := newRig(t, rigOptions{})
	past := time.Date(2026, 8, 1, 9, 0, 0, 0, time.UTC)
	if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh("sam@acme.example", "ana@lima.example", "years ago", "Hello Ana.")(past), past); err != nil {
		t.Fatal(err)
	}
	r.enrol("dana@acme.example", "sam@acme.example", "eve@berg.example")
	r.until(day(9, 2))
	now := r.now()
	if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh("sam@acme.example", "ana@lima.example", "Re: Quotes", "Call me on Friday, "+words+".")(now), now); err != nil {
		t.Fatal(err)
	}
	r.until(day(9, 3))
	if len(r.remains(words)) == 0 || len(r.remains("sam@acme.example")) == 0 {
		t.Fatal("the ledger never knew of it: the test tests nothing")
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateHeld || code != sequences.CodeCompany {
		t.Fatalf("the colleague is %s for %s, so that nothing of it stands with her", state, code)
	}

	answer := r.do(engine.Ask{Verb: engine.VerbForget, Address: "Sam@acme.example"})
	if !answer.OK || answer.Forgotten == nil || answer.Forgotten.Entries == 0 || answer.Forgotten.Received == 0 || answer.Forgotten.Elsewhere == 0 {
		t.Fatalf("the answer is %+v, %+v", answer, answer.Forgotten)
	}
	for _, text := range []string{"sam@acme.example", words, "sam Doe", "years ago"} {
		if files := r.remains(text); len(files) > 0 {
			t.Errorf("%q is still in %v", text, files)
		}
	}
	if again := r.enrol("sam@acme.example"); again.Results[0].What != engine.WasLeftOut || again.Results[0].Code != sequences.CodeSuppressed {
		t.Errorf("an import brings them back: %+v", again.Results)
	}
	r.until(day(9, 4))
	audit, err := engine.CheckLedger(t.Context(), r.ledger, func(int, int) {})
	if err != nil || !audit.Sound() {
		t.Errorf("the ledger doesn't hold together any more: %v, %+v", err, audit)
	}
	if again := r.do(engine.Ask{Verb: engine.VerbForget, Address: "sam@acme.example"}); again.OK {
		t.Errorf("forgotten twice: %+v", again)
	}
	if state, _ := r.state("eve@berg.example"); !state.Live() {
		t.Errorf("somebody else is %s", state)
	}
}

// Others whose number is none, such as mails of strangers, stay untouched when
// an address is forgotten that nobody is enrolled with.
func TestForgetAStranger(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	for _, from := range []string{"old@berg.example", "other@fels.example"} {
		past := time.Date(2026, 8, 1, 9, 0, 0, 0, time.UTC)
		if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh(from, "ana@lima.example", "hello", "Hello.")(past), past); err != nil {
			t.Fatal(err)
		}
	}
	r.until(day(9, 1))
	for i, from := range []string{"newsletter@x.example", "old@berg.example"} {
		now := r.now().Add(time.Duration(i) * time.Second)
		if _, err := r.lab.Deliver("ana", "INBOX", maillab.Fresh(from, "ana@lima.example", "news", "News.")(now), now); err != nil {
			t.Fatal(err)
		}
	}
	r.until(day(9, 2))
	answer := r.do(engine.Ask{Verb: engine.VerbForget, Address: "old@berg.example"})
	if !answer.OK || answer.Forgotten.Past == 0 {
		t.Fatalf("the answer is %+v, %+v", answer, answer.Forgotten)
	}
	if files := r.remains("old@berg.example"); len(files) > 0 {
		t.Errorf("the address is still in %v", files)
	}
	if len(r.remains("other@fels.example")) == 0 || len(r.remains("newsletter@x.example")) == 0 {
		t.Error("what is known of others is gone as well")
	}
	if res := r.enrol("old@berg.example").Results[0]; res.Code != sequences.CodeSuppressed {
		t.Errorf("enrolled all the same: %+v", res)
	}
}

// While a mail may be on its way, its person stays known.
func TestForgetWaitsForAMailInDoubt(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{})
	r.enrol("dana@acme.example")
	r.lab.FailOnce(maillab.StageDot, maillab.Fault{Drop: true})
	r.until(day(9, 1))
	forget := engine.Ask{Verb: engine.VerbForget, Address: "dana@acme.example"}
	if a := r.do(forget); a.OK || !strings.Contains(a.Text, "followupd reconcile dana@acme.example") {
		t.Errorf("forgotten while nobody knows whether she got a mail: %+v", a)
	}
	r.do(order(sequences.VerbWasSent, "dana@acme.example"))
	if a := r.do(forget); !a.OK {
		t.Errorf("not forgotten: %+v", a)
	}
}

// What is kept for long enough goes by itself; who opted out stays known by a
// hash, and who is in a sequence stays.
func TestRetention(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{retention: engine.Retention{Texts: 30 * 24 * time.Hour, People: 180 * 24 * time.Hour}})
	r.enrol("dana@acme.example", "gus@berg.example", "eve@fels.example")
	r.until(day(9, 1))
	for from, text := range map[string]string{"dana@acme.example": "No thanks, we have somebody for this.", "gus@berg.example": "Remove me from your list."} {
		answer := maillab.Fresh(from, "ana@lima.example", "Re: Quotes", text)(r.now())
		if _, err := r.lab.Deliver("ana", "INBOX", answer, r.now()); err != nil {
			t.Fatal(err)
		}
	}
	r.until(day(9, 2))
	if err := r.ledger.Write(t.Context(), func(tx *ledger.Tx) error {
		if err := tx.NoteOutage(ledger.Outage{Mailbox: "ana", From: day(9, 1), To: day(9, 2), Problem: "old"}); err != nil {
			return err
		}
		return tx.NoteOutage(ledger.Outage{Mailbox: "ana", From: day(10, 1), To: day(10, 2), Problem: "new"})
	}); err != nil {
		t.Fatal(err)
	}
	r.do(order(sequences.VerbPause, "eve@fels.example"))
	r.until(day(9, 25))
	if len(r.remains("What takes longest?")) == 0 {
		t.Error("the text of a mail is gone too early")
	}
	r.until(day(10, 25))
	if files := r.remains("What takes longest?"); len(files) > 0 {
		t.Errorf("the text of a mail is still in %v", files)
	}
	if err := r.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		kept, err := tx.Outages("ana", time.Time{}, day(12, 1))
		if len(kept) != 1 || kept[0].Problem != "new" {
			t.Errorf("outages kept: %+v", kept)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	r.person("dana@acme.example")
	r.until(time.Date(2027, 4, 1, 20, 0, 0, 0, time.UTC))
	for _, address := range []string{"dana@acme.example", "gus@berg.example"} {
		if files := r.remains(address); len(files) > 0 {
			t.Errorf("%s is still in %v", address, files)
		}
	}
	r.person("eve@fels.example")
	if res := r.enrol("gus@berg.example").Results[0]; res.Code != sequences.CodeSuppressed {
		t.Errorf("somebody who opted out was enrolled again: %+v", res)
	}
	if res := r.enrol("dana@acme.example").Results[0]; res.What != engine.WasEnrolled {
		t.Errorf("somebody who is long forgotten is not new: %+v", res)
	}
	audit, err := engine.CheckLedger(t.Context(), r.ledger, func(int, int) {})
	if err != nil || !audit.Sound() {
		t.Errorf("the ledger doesn't hold together any more: %v, %+v", err, audit)
	}
}

// Their draft is taken back out of Drafts, and of its row nothing is kept; one
// that the owner edited is the owner's.
func TestForgetTakesTheDraftBack(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		edited bool
		left   int
	}{{"as we put it there", false, 0}, {"edited by the owner", true, 1}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, m := drafted(t)
			sum := fmt.Sprintf("%x", sha256.Sum256(m.Raw))
			if len(r.remains(sum)) == 0 {
				t.Fatal("the row doesn't know its draft: the test tests nothing")
			}
			if tt.edited {
				r.deleteDraft(m)
				m.Raw = bytes.Replace(m.Raw, []byte("longest?"), []byte("longest, Dana?"), 1)
				if _, err := r.lab.Deliver("ana", "Drafts", m.Raw, r.now()); err != nil {
					t.Fatal(err)
				}
			}
			if a := r.do(engine.Ask{Verb: engine.VerbForget, Address: "dana@acme.example"}); !a.OK {
				t.Fatalf("not forgotten: %+v", a)
			}
			for _, text := range []string{"dana@acme.example", "What takes longest?"} {
				if files := r.remains(text); len(files) > 0 {
					t.Errorf("%q is still in %v", text, files)
				}
			}
			r.inSent(bytes.Replace(m.Raw, []byte("Subject:"), []byte("X-Sent: yes\r\nSubject:"), 1)) // the owner was faster
			r.until(day(9, 4))
			if left := r.drafts(); len(left) != tt.left {
				t.Errorf("%d drafts are left, want %d", len(left), tt.left)
			}
			if files := r.remains(sum); len(files) > 0 {
				t.Errorf("the row of the draft is still in %v", files)
			}
			if text := r.log.b.String(); strings.Contains(text, "level=ERROR") {
				t.Errorf("the log tells of trouble:\n%s", text)
			}
		})
	}
}

// A note on somebody enrolled by a folder goes with them; one that is not out
// yet still reaches the owner, and isn't kept after that.
func TestForgetWhatTheOwnerWasTold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		out  bool
	}{{"told", true}, {"not told yet", false}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, raw := folderRig(t)
			if !tt.out {
				r.lab.SetSMTPFault(func(maillab.Transaction) maillab.Fault { return maillab.Fault{Reply: "451 4.3.0 try later"} })
			}
			r.inFolder(raw)
			if p := r.person("dana@acme.example"); p.Live() == nil {
				t.Fatal("nobody was enrolled: the test tests nothing")
			}
			if a := r.do(engine.Ask{Verb: engine.VerbForget, Address: "dana@acme.example"}); !a.OK || tt.out && a.Forgotten.OwnerMails != 1 {
				t.Fatalf("not forgotten: %+v, %+v", a, a.Forgotten)
			}
			if !tt.out {
				r.lab.SetSMTPFault(nil)
				r.until(day(9, 4))
				if note := r.lastNote(); !strings.Contains(note, "dana@acme.example") {
					t.Errorf("the owner was told without it: %s", note)
				}
			}
			for _, text := range []string{"dana@acme.example", "Dana Reyes"} {
				if files := r.remains(text); len(files) > 0 {
					t.Errorf("%q is still in %v", text, files)
				}
			}
		})
	}
}

// Forgetting many must not keep the watchdog waiting: it is fed after every few,
// and sooner where each of them takes long.
func TestTheWatchdogIsFedWhilePeopleAreForgotten(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		takes time.Duration
		most  int
	}{{"quick", 0, 20}, {"slow", 150 * time.Millisecond, 2}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, rigOptions{notLive: true})
			var addresses []string
			for i := range 50 {
				addresses = append(addresses, fmt.Sprintf("dana@firm-%d.example", i))
			}
			r.enrol(addresses...)
			for _, a := range addresses {
				r.do(order(sequences.VerbStop, a))
			}
			var ticking sync.Mutex
			at := day(12, 1)
			r.now = func() time.Time {
				ticking.Lock()
				defer ticking.Unlock()
				at = at.Add(tt.takes)
				return at
			}
			r.start(rigOptions{notLive: true, retention: engine.Retention{People: 30 * 24 * time.Hour}})
			left, most := len(addresses), 0
			fed := func() {
				n := 0
				err := r.ledger.Read(t.Context(), func(t *ledger.Tx) error {
					return t.EachPerson(func(sequences.Person) error { n++; return nil })
				})
				if err != nil {
					t.Error(err)
				}
				left, most = n, max(most, left-n)
			}
			if err := r.engine.DecideFed(t.Context(), fed); err != nil {
				t.Fatal(err)
			}
			if left != 0 || most == 0 || most > tt.most {
				t.Errorf("%d people are left; up to %d were forgotten at once, want at most %d", left, most, tt.most)
			}
		})
	}
}
