package engine_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/maillab"
)

func TestHandoverInTheMailbox(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{Flag: `\Flagged`, CopyTo: "Answers/Hot", Draft: true}})
	r.enrol("dana@acme.example", "gus@berg.example")
	r.until(day(9, 1))
	r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
	r.inInbox(maillab.Fresh("gus@berg.example", "ana@lima.example", "Re: Quotes", "Not interested, thanks.")(r.now()))
	r.until(r.now().Add(2 * time.Minute))
	r.until(day(9, 3))

	inbox, err := r.lab.Mails("ana", "INBOX")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range inbox {
		dana := bytes.Contains(m.Raw, []byte("What does it cost?"))
		if flagged := slices.Contains(m.Flags, `\flagged`); flagged != dana || slices.Contains(m.Flags, `\seen`) {
			t.Errorf("flags %q on %.60s; want dana's alone flagged, and none seen", m.Flags, m.Raw)
		}
	}
	copies, err := r.lab.Mails("ana", "Answers/Hot")
	if err != nil || len(copies) != 1 || !bytes.Contains(copies[0].Raw, []byte("What does it cost?")) {
		t.Errorf("%d copies, %v; want dana's answer", len(copies), err)
	}
	if drafts := r.drafts(); len(drafts) != 1 || !bytes.Contains(drafts[0].Raw, []byte("Gladly.")) || !slices.Contains(drafts[0].Flags, `\draft`) {
		t.Errorf("%d drafts; want the one answer, flagged as one", len(drafts))
	}
}

// A copy of their answer in another folder is no second answer, and the
// answer that the owner sends from Drafts is the owner's own mail.
func TestHandoverIsNoNews(t *testing.T) {
	t.Parallel()
	r := newRig(t, rigOptions{handover: engine.Handover{CopyTo: "Answers", Draft: true}})
	r.enrol("dana@acme.example")
	r.until(day(9, 1))
	r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
	r.until(r.now().Add(2 * time.Minute))
	told := len(r.notices())
	r.until(day(9, 10))
	if again := len(r.notices()); again != told {
		t.Errorf("the owner was told %d times, at first %d", again, told)
	}
	if n := len(r.got("dana@acme.example")); n != 1 {
		t.Errorf("%d mails went to her, want the first alone", n)
	}
}
