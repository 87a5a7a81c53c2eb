package engine_test

import (
	"bytes"
	"maps"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/maillab"
	"followupd/sequences"
)

// folderRig has the folder of the sequence "intro", and a mail to dana in Sent.
func folderRig(t *testing.T) (*rig, []byte) {
	t.Helper()
	r := newRig(t, rigOptions{})
	if err := r.lab.CreateFolder("ana", maillab.Folder{Name: "Follow-up/intro"}); err != nil {
		t.Fatal(err)
	}
	r.until(day(9, 1))
	raw := []byte("From: Ana Lima <ana@lima.example>\r\nTo: Dana Reyes <dana@acme.example>\r\nCc: ana@lima.example\r\nSubject: Your quotes\r\nMessage-ID: <by-hand@lima.example>\r\nDate: " +
		r.now().Format(time.RFC1123Z) + "\r\n\r\nDana, what takes longest?\r\n")
	r.inSent(raw)
	r.until(r.now().Add(2 * time.Minute))
	return r, raw
}

func (r *rig) inFolder(raw []byte) uint32 {
	r.t.Helper()
	uid, err := r.lab.Deliver("ana", "Follow-up/intro", raw, r.now())
	if err != nil {
		r.t.Fatal(err)
	}
	r.until(r.now().Add(2 * time.Minute))
	return uid
}

// lastNote is the newest mail to the owner.
func (r *rig) lastNote() string {
	r.t.Helper()
	got := r.got("owner@boss.example")
	if len(got) == 0 {
		r.t.Fatal("the owner was told nothing")
	}
	return string(got[len(got)-1].Raw)
}

func TestEnrolledByFolder(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	r.inFolder(raw)
	if note := r.lastNote(); !strings.Contains(note, "Dana Reyes <dana@acme.example> is in intro now") || strings.Contains(note, "ana@lima.example was") {
		t.Errorf("the note back is %s", note)
	}
	r.until(day(9, 8))
	got := r.got("dana@acme.example")
	if len(got) != 1 || !bytes.Contains(got[0].Raw, []byte("In-Reply-To: <by-hand@lima.example>")) || !bytes.Contains(got[0].Raw, []byte("Subject: Re: Your quotes")) {
		t.Fatalf("%d mails; want the second step, in the thread of the mail by hand", len(got))
	}
	if !bytes.Contains(got[0].Raw, []byte("Hi Dana,")) {
		t.Errorf("it doesn't know her name: %s", got[0].Raw)
	}
	r.until(day(9, 30))
	if n := len(r.got("dana@acme.example")); n != 2 {
		t.Errorf("%d mails in all, want 2", n)
	}
}

// A name in the To line that is a person's is taken; where there is none, the
// note says what the next mail will wait for.
func TestFolderTakesTheName(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ to, first, last, note string }{
		{"Nina <nina.berg@acme.example>", "Nina", "", ""},
		{"Nina <nina@ninaf.example>", "", "", "will wait"},
		{"Nina Berg <nina@berg.example>", "Nina", "Berg", ""},
		{"\"Berg, Nina\" <nina.berg@acme.example>", "Nina", "Berg", ""},
		{"\"Berg, Nina\" <n.berg@acme.example>", "", "", "will wait"},
		{"\"Nina Berg, PhD\" <nina@berg.example>", "Nina", "Berg", ""},
		{"Redaktion <redaktion@acme.example>", "", "", "will wait"},
		{"=?utf-8?q?Dr=2E_J=C3=BCrgen_von_der_Heide?= <heide@acme.example>", "Jürgen", "von der Heide", ""},
		{"nina@ninaf.example", "", "", "the next mail to them will wait, for the field first_name is empty. To fill it in: followupd set nina@ninaf.example first_name=TEXT"},
		{"info <info@acme.example>", "", "", "will wait"},
		{"Acme Sales Team <sales@acme.example>", "", "", "will wait"},
		{"Acme <kontakt@acme.example>", "", "", "will wait"},
		{"Berg Trading GmbH <office@berg.example>", "", "", "will wait"},
		{"nina@ninaf.example <nina@ninaf.example>", "", "", "will wait"},
	} {
		t.Run(tt.to, func(t *testing.T) {
			t.Parallel()
			r, raw := folderRig(t)
			r.inFolder(bytes.Replace(raw, []byte("Dana Reyes <dana@acme.example>"), []byte(tt.to), 1))
			note := strings.Join(strings.Fields(strings.NewReplacer("=\r\n", "", "=3D", "=").Replace(r.lastNote())), " ")
			if tt.note == "" && strings.Contains(note, "will wait") || !strings.Contains(note, tt.note) {
				t.Errorf("the note back is %s\nwant %q", note, tt.note)
			}
			address := tt.to[strings.LastIndexByte(tt.to, '<')+1:]
			fields := r.known(strings.TrimSuffix(address, ">")).Fields
			if fields["first_name"] != tt.first || fields["last_name"] != tt.last {
				t.Errorf("it is taken for %q", fields)
			}
		})
	}
}

// What is known of somebody stays as it is: the To line fills gaps alone.
func TestFolderKeepsTheNameKnown(t *testing.T) {
	t.Parallel()
	for _, known := range []map[string]string{{"first_name": "Dani", "last_name": "Reyes Ruiz"}, {"first_name": "Dani", "last_name": " "}, {"company": "Acme"}} {
		for _, sequence := range []string{"intro", "other"} {
			r, raw := folderRig(t)
			rules := r.engine.Rules()
			other := rules.Plan.Sequences["intro"]
			other.Name = "other"
			rules.Plan.Sequences["other"] = other
			r.engine.SetRules(engine.NewRules(rules.Plan, rules.Templates))
			r.do(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: "dana@acme.example", Sequence: sequence, Reason: "asked us", Source: "fair", Fields: known}}})
			if sequence == "other" {
				r.do(order(sequences.VerbStop, "dana@acme.example"))
			}
			r.inFolder(raw)
			want := map[string]string{"first_name": "Dana", "last_name": "Reyes"}
			for name, value := range known {
				if strings.TrimSpace(value) != "" {
					want[name] = value
				}
			}
			if got := r.known("dana@acme.example").Fields; !maps.Equal(got, want) {
				t.Errorf("%v in %s became %v, want %v", known, sequence, got, want)
			}
		}
	}
}

func TestMovedOutOfTheFolder(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	uid := r.inFolder(raw)
	if _, err := r.lab.Move("ana", "Follow-up/intro", uid, "Trash"); err != nil {
		t.Fatal(err)
	}
	r.until(r.now().Add(2 * time.Minute))
	r.until(day(9, 30))
	if n := len(r.got("dana@acme.example")); n != 0 {
		t.Errorf("%d mails went out after it was moved out", n)
	}
	if state, code := r.state("dana@acme.example"); state != sequences.StateStopped || code != sequences.CodeStopped {
		t.Errorf("state %s (%s), want stopped", state, code)
	}
}

func TestNotEnrolledByFolder(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		prepare func(r *rig)
		mail    func(raw []byte) []byte
		note    string
	}{
		{"they answered it", func(r *rig) {
			r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Your quotes", "The estimator, mostly.")(r.now()))
		}, bytes.Clone, "was not enrolled: they wrote to you on"},
		{"they asked to be left alone", func(r *rig) {
			r.do(order(sequences.VerbSuppress, "dana@acme.example"))
		}, bytes.Clone, "was not enrolled: dana@acme.example is on the suppression list"},
		{"they are in a sequence", func(r *rig) { r.enrol("dana@acme.example") }, bytes.Clone, "was not enrolled: is in sequence"},
		{"a mail of theirs", func(*rig) {}, func(raw []byte) []byte {
			return bytes.Replace(raw, []byte("From: Ana Lima <ana@lima.example>"), []byte("From: dana@acme.example"), 1)
		}, "It can't be seen to be a mail of yours"},
		{"one that claims to be the owner's and travelled", func(*rig) {}, func(raw []byte) []byte {
			return append([]byte("Received: from mx.foreign.example by mail.lima.example; Tue, 1 Sep 2026 20:00:00 +0000\r\n"), bytes.Replace(raw, []byte("dana@"), []byte("eve@"), 1)...)
		}, "It can't be seen to be a mail of yours"},
		{"to the owner alone", func(*rig) {}, func(raw []byte) []byte {
			return bytes.Replace(raw, []byte("To: Dana Reyes <dana@acme.example>"), []byte("To: ana@lima.example"), 1)
		}, "It has no recipient who could be enrolled"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, raw := folderRig(t)
			tt.prepare(r)
			r.until(r.now().Add(2 * time.Minute))
			before := len(r.got("dana@acme.example"))
			r.inFolder(tt.mail(raw))
			if note := r.lastNote(); !strings.Contains(note, tt.note) {
				t.Errorf("the note back is %s\nwant %q", note, tt.note)
			}
			if tt.name == "they are in a sequence" {
				return
			}
			r.until(day(9, 30))
			if n := len(r.got("dana@acme.example")); n != before {
				t.Errorf("%d mails went out", n-before)
			}
		})
	}
}

func (r *rig) inInbox(raw []byte) {
	r.t.Helper()
	if _, err := r.lab.Deliver("ana", "INBOX", raw, r.now()); err != nil {
		r.t.Fatal(err)
	}
}

// An answer that is filed into the folder of a sequence is an answer.
func TestAnswerInTheFolder(t *testing.T) {
	t.Parallel()
	r, _ := folderRig(t)
	r.enrol("eve@berg.example")
	r.until(day(9, 2))
	answer := maillab.Fresh("eve@berg.example", "ana@lima.example", "Re: Quotes", "Please do not write again.")(r.now())
	r.inFolder(answer)
	r.inInbox(answer)
	r.until(day(9, 30))
	if n := len(r.got("eve@berg.example")); n != 1 {
		t.Errorf("%d mails, want the first alone", n)
	}
	if state, _ := r.state("eve@berg.example"); state != sequences.StateSuppressed {
		t.Errorf("state %s, want suppressed", state)
	}
}

// The answer to the mail by hand counts from whatever address it comes.
func TestAnswerToTheMailByHand(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	r.inFolder(raw)
	answer := maillab.Fresh("dana@home.example", "ana@lima.example", "Re: Your quotes", "Not interested, please stop.")(r.now())
	r.inInbox(append([]byte("In-Reply-To: <by-hand@lima.example>\r\n"), answer...))
	r.until(day(9, 30))
	if n := len(r.got("dana@acme.example")); n != 0 {
		t.Errorf("%d mails went out after the answer", n)
	}
}

// A mail by hand that is read in the folder first stops those whom it doesn't
// enrol.
func TestMailByHandInTheFolderAlone(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	r.enrol("eve@berg.example")
	r.until(day(9, 2))
	mail := bytes.Replace(bytes.Replace(raw, []byte("Dana Reyes <dana@acme.example>"), []byte("eve@berg.example"), 1), []byte("by-hand@"), []byte("again@"), 1)
	r.inFolder(mail)
	r.inSent(mail)
	r.until(day(9, 30))
	if n := len(r.got("eve@berg.example")); n != 1 {
		t.Errorf("%d mails, want the first alone", n)
	}
	if state, code := r.state("eve@berg.example"); state != sequences.StateHeld || code != sequences.CodeOwnerWrote {
		t.Errorf("state %s (%s), want held, the owner wrote", state, code)
	}
}

// A client whose clock is slow is no reason to refuse.
func TestFolderAndASlowClock(t *testing.T) {
	t.Parallel()
	r, raw := folderRig(t)
	slow := bytes.Replace(raw, []byte("Date: "+r.now().Add(-2*time.Minute).Format("Mon, 02 Jan 2006 15:04")), []byte("Date: "+r.now().Add(-7*time.Minute).Format("Mon, 02 Jan 2006 15:04")), 1)
	if bytes.Equal(slow, raw) {
		t.Fatal("the date was not changed")
	}
	slow = bytes.ReplaceAll(bytes.ReplaceAll(slow, []byte("dana@acme"), []byte("gus@fels")), []byte("by-hand@"), []byte("slow@"))
	r.inSent(slow)
	r.until(r.now().Add(2 * time.Minute))
	r.inFolder(slow)
	if note := r.lastNote(); !strings.Contains(note, "is in intro now") {
		t.Errorf("the note back is %s", note)
	}
}
