package owner_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the test must not depend on the machine's zones

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

var update = flag.Bool("update", false, "write the golden files anew")

// world is a ledger in which things happen to people as they do under the
// engine: events are decided by the core, and what follows from them is kept.
type world struct {
	t      testing.TB
	ledger *ledger.Ledger
	plan   sequences.Plan
	now    time.Time
	people map[int64]sequences.Person
	ids    []int64
	fresh  []ledger.Entry // not yet stored
	mails  []ledger.Mail  // not yet stored
	told   []engine.Announcement
	events int
	refs   int
	// keep is from when on the journal is stored: what a report doesn't look at
	// would only take time.
	keep time.Time
}

func madrid(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func newWorld(t testing.TB, start string) *world {
	t.Helper()
	l, err := ledger.Open(context.Background(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	window := sequences.Window{From: 9 * 60, To: 17 * 60}
	return &world{t: t, ledger: l, now: at(t, start), people: map[int64]sequences.Person{}, plan: sequences.Plan{
		Sequences: map[string]sequences.Sequence{
			"intro": {Name: "intro", Mailbox: "ana", Window: window, OnSnoozeEnd: "after-snooze", GiveUp: 4, Steps: []sequences.Step{
				{ID: "opening", Template: "opening", Objective: "o", Value: "quoting-checklist"},
				{ID: "estimator", Wait: sequences.Wait{BusinessDays: 3}, Template: "e", Objective: "o", Value: "benchmark-2026"},
				{ID: "story", Wait: sequences.Wait{BusinessDays: 5}, Template: "s", Objective: "o", Value: "customer-story"},
				{ID: "last", Wait: sequences.Wait{BusinessDays: 10}, Template: "l", Objective: "o", Value: "permission-to-close"},
			}},
		},
		Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "Europe/Madrid"}},
	}}
}

func at(t testing.TB, text string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", text, madrid(t))
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// happen decides about one event and keeps what follows.
func (w *world) happen(ev sequences.Event) sequences.Reason {
	w.t.Helper()
	w.events++
	if ev.ID == "" {
		ev.ID = fmt.Sprintf("event:%d", w.events)
	}
	if ev.At.IsZero() {
		ev.At = w.now
	}
	ev.At = ev.At.UTC()
	p := w.people[ev.Person]
	facts, effects, reason := sequences.Decide(w.plan, p, ev, w.now)
	for _, f := range facts {
		p = sequences.Apply(p, f)
	}
	if len(facts) == 0 {
		w.t.Fatalf("%s changed nothing: %s", ev.Kind, reason.Text)
	}
	w.people[p.ID] = p
	entry := ledger.Entry{Seq: int64(w.events), At: w.now.UTC(), Person: p.ID, Event: ev, Facts: facts, Effects: effects, Reason: reason, Plan: "plan", Rules: "rules"}
	w.fresh = append(w.fresh, entry)
	for _, effect := range effects {
		if effect.Kind != sequences.EffNotify {
			continue
		}
		a := engine.Announcement{Notice: effect.Notice, Entry: entry, Person: p, Enrolment: effect.Enrolment, Plan: w.plan}
		if e := p.Enrolment(effect.Enrolment); e != nil {
			a.Mailbox = e.Mailbox
		}
		for i := range w.fresh {
			if ev.Of != "" && w.fresh[i].Event.ID == ev.Of {
				a.Of = &w.fresh[i]
			}
		}
		if ev.Mail != nil {
			a.Mail = w.kept(ev.Mail.Ref)
		}
		w.told = append(w.told, a)
	}
	return reason
}

func (w *world) kept(ref string) *ledger.Mail {
	for i := range w.mails {
		if fmt.Sprint(w.mails[i].ID) == ref {
			return &w.mails[i]
		}
	}
	return nil
}

// someone is a person of these tests.
type someone struct{ first, last, company, address, zone string }

func dana() someone {
	return someone{"Dana", "Reyes", "Acme Fasteners", "dana@acme.example", "America/New_York"}
}

// enrol takes somebody into the sequence intro, with nothing in their past.
func (w *world) enrol(s someone) int64 {
	w.t.Helper()
	id := int64(len(w.ids) + 1)
	w.ids = append(w.ids, id)
	w.happen(sequences.Event{Kind: sequences.EvEnrol, Person: id, Enrol: &sequences.Enrol{Addresses: []string{s.address}, ID: id, Sequence: "intro",
		Reason: "asked us at the Hannover fair", Source: "fair-list.csv",
		Fields: map[string]string{"first_name": s.first, "last_name": s.last, "company": s.company, "timezone": s.zone}}})
	w.happen(sequences.Event{Kind: sequences.EvPast, Person: id, Enrolment: id, Past: &sequences.Past{}})
	return id
}

// queue brings the moment that somebody's next mail waits for.
func (w *world) queue(id int64) {
	w.t.Helper()
	p := w.people[id]
	if live := p.Live(); live == nil || live.Due.IsZero() {
		w.t.Fatalf("%d has no mail due", id)
	} else if w.now.Before(live.Due) {
		w.now = live.Due
	}
	w.happen(sequences.Event{Kind: sequences.EvDue, Person: id, Enrolment: id})
}

// step is the step that is under way for somebody.
func (w *world) step(id int64) string {
	p := w.people[id]
	return p.Live().Step
}

// begin has the next mail on its way to the server.
func (w *world) begin(id int64) string {
	w.t.Helper()
	w.queue(id)
	step := w.step(id)
	w.happen(sequences.Event{Kind: sequences.EvBegin, Person: id, Enrolment: id, Step: step})
	return step
}

// send has the next mail go out.
func (w *world) send(id int64) {
	w.t.Helper()
	step := w.begin(id)
	value := ""
	for _, s := range w.plan.Sequences["intro"].Steps {
		if s.ID == step {
			value = s.Value
		}
	}
	w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResSent, Code: 250, Text: "250 OK", Value: value}})
}

// mark has the outbox hold somebody's mail as one that may be out.
func (w *world) mark(id int64, step string) {
	w.t.Helper()
	w.write(func(tx *ledger.Tx) error {
		out := ledger.Out{Person: id, Enrolment: id, Step: step, Mailbox: "ana", Sequence: "intro", Recipient: w.people[id].Addresses[0],
			MessageID: "m@lima.example", Token: "t@lima.example", QueuedAt: w.now}
		if err := tx.Queue(out); err != nil {
			return err
		}
		queued, err := tx.OutOf(id, step)
		if err != nil {
			return err
		}
		if err := tx.Commit(queued.ID, "Re: late quotes", []byte("bytes"), "sha", "sha"); err != nil {
			return err
		}
		return tx.Mark(queued.ID, w.now)
	})
}

// arrive has a mail come in for somebody.
func (w *world) arrive(id int64, m sequences.Mail, text string, proposals ...replies.Proposal) sequences.Reason {
	w.t.Helper()
	w.refs++
	m.Ref, m.Mailbox, m.Folder = fmt.Sprint(w.refs), "ana", "INBOX"
	if m.Route == "" {
		m.Route = sequences.RouteThread
	}
	if m.From == "" && len(w.people[id].Addresses) > 0 {
		m.From = w.people[id].Addresses[0]
	}
	m.Words = text[:min(len(text), 300)]
	confidence := 0.75
	if m.Certain {
		confidence = 0.95
	}
	reading, err := json.Marshal(replies.Reading{Kind: m.Kind, Intent: m.Intent, NewText: text, Confidence: confidence, Proposals: proposals})
	if err != nil {
		w.t.Fatal(err)
	}
	w.mails = append(w.mails, ledger.Mail{ID: int64(w.refs), Identity: m.Ref, Mailbox: "ana", Folder: "INBOX", Role: "inbox", UID: uint32(w.refs),
		ReceivedAt: w.now, ReadAt: w.now, Sender: m.From, Person: id, Route: string(m.Route), Kind: string(m.Kind), Intent: string(m.Intent),
		NewText: text, Reading: string(reading)})
	return w.happen(sequences.Event{Kind: sequences.EvMail, Person: id, Mail: &m})
}

func (w *world) order(id int64, o sequences.Order) {
	w.t.Helper()
	w.happen(sequences.Event{Kind: sequences.EvOrder, Person: id, Enrolment: id, By: "ana", Order: &o})
}

func (w *world) pass(d time.Duration) { w.now = w.now.Add(d) }

// store writes everything that happened into the ledger.
func (w *world) store() {
	w.t.Helper()
	w.write(func(tx *ledger.Tx) error {
		for _, e := range w.fresh {
			if e.At.Before(w.keep) {
				continue
			}
			if _, err := tx.Journal(e); err != nil {
				return err
			}
		}
		for _, id := range w.ids {
			if err := tx.SavePerson(w.people[id], w.now); err != nil {
				return err
			}
		}
		for _, m := range w.mails {
			if _, _, err := tx.KeepMail(m); err != nil {
				return err
			}
		}
		return nil
	})
	w.fresh, w.mails = nil, nil
}

func (w *world) write(f func(*ledger.Tx) error) {
	w.t.Helper()
	if err := w.ledger.Write(context.Background(), f); err != nil {
		w.t.Fatal(err)
	}
}

// options are those of Ana, who is here.
func options(t testing.TB) owner.Options {
	return owner.Options{Name: "Ana Lima", Email: "ana.private@home.example", Zone: madrid(t), StatusEnabled: true, StatusEvery: time.Monday,
		StatusAt: 7*60 + 30, Secret: []byte("a secret of this install"), Domain: "lima.example",
		From:   func(string) mail.Address { return mail.Address{Name: "Ana Lima", Address: "ana@lima.example"} },
		Server: func(string) string { return "smtp.lima.example" }}
}

// announceOf is the text of the mail that announces something.
func (w *world) announceOf(t *testing.T, a engine.Announcement) string {
	t.Helper()
	var m ledger.OwnerMail
	w.write(func(tx *ledger.Tx) (err error) {
		m, err = owner.New(options(t)).Announce(tx, a)
		return err
	})
	_, body := parsed(t, m.Bytes)
	return body
}

// announce makes the mail of the last notice.
func (w *world) announce(h *owner.Herald) ledger.OwnerMail {
	w.t.Helper()
	if len(w.told) == 0 {
		w.t.Fatal("the owner was told of nothing")
	}
	var m ledger.OwnerMail
	w.write(func(tx *ledger.Tx) (err error) {
		m, err = h.Announce(tx, w.told[len(w.told)-1])
		return err
	})
	return m
}

// parsed is a mail as the owner's mail client reads it.
func parsed(t testing.TB, raw []byte) (mail.Header, string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if kind != "multipart/alternative" {
		return m.Header, decoded(t, m.Body, m.Header.Get("Content-Transfer-Encoding"))
	}
	return m.Header, parts(t, m.Body, params["boundary"])["text/plain"]
}

// pageOf is the HTML of a mail.
func pageOf(t testing.TB, raw []byte) string {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("the mail is %q, %v", kind, err)
	}
	return parts(t, m.Body, params["boundary"])["text/html"]
}

// parts are the parts of a mail by their type. The last one is the best
// (RFC 2046 5.1.4).
func parts(t testing.TB, body io.Reader, boundary string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for r := multipart.NewReader(body, boundary); ; {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		kind, _, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil || out["text/html"] != "" {
			t.Fatalf("a part of the type %q behind the HTML, %v", kind, err)
		}
		out[kind] = decoded(t, part, part.Header.Get("Content-Transfer-Encoding"))
	}
}

func decoded(t testing.TB, body io.Reader, encoding string) string {
	t.Helper()
	switch encoding {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "7bit", "8bit", "":
	default:
		t.Fatalf("transfer encoding %q", encoding)
	}
	text, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// shown is a mail as a golden file has it.
func shown(t testing.TB, m ledger.OwnerMail) string {
	t.Helper()
	header, body := parsed(t, m.Bytes)
	var b strings.Builder
	for _, name := range []string{"Date", "From", "Reply-To", "To", "Subject", "X-Followupd-Notice"} {
		value, err := new(mime.WordDecoder).DecodeHeader(header.Get(name))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s: %s\n", name, value)
	}
	return b.String() + "\n" + body
}

func golden(t testing.TB, name, got string) {
	t.Helper()
	if filepath.Ext(name) == "" {
		name += ".txt"
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what it was; look at it, and write it anew with -update. It is now:\n%s", path, got)
	}
}

// announcement is one of an event that nobody decided.
func announcement(notice sequences.Notice, event sequences.Event, p sequences.Person, now time.Time) engine.Announcement {
	return engine.Announcement{Notice: notice, Entry: ledger.Entry{At: now, Event: event}, Person: p, Enrolment: 1}
}
