package engine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/mail"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/mailbox"
	"followupd/sequences"
	"followupd/templates"
)

// rig is an engine at work on the embedded servers, on a clock that jumps.
type rig struct {
	t      *testing.T
	lab    *maillab.Lab
	ledger *ledger.Ledger
	engine *engine.Engine
	now    func() time.Time
	set    func(time.Time)
	log    *syncBuffer

	options rigOptions // of the engine that is at work
	copied  string     // where the copy of the ledger is that is to be put back
}

// syncBuffer is a log that several goroutines may write.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

// plainHerald writes the barest mails to the owner.
type plainHerald struct{ from string }

func (h plainHerald) write(key, person, notice string, now time.Time) ledger.OwnerMail {
	id := "owner-" + strings.NewReplacer(":", "-", "/", "-").Replace(key) + "@lima.example"
	raw := fmt.Sprintf("From: %s\r\nTo: owner@boss.example\r\nSubject: %s %s\r\nMessage-ID: <%s>\r\n\r\n%s\r\n", h.from, notice, person, id, key)
	return ledger.OwnerMail{Key: key, Notice: notice, Recipient: "owner@boss.example", MessageID: id, Subject: notice + " " + person, Bytes: []byte(raw), CreatedAt: now}
}

func (h plainHerald) Announce(_ *ledger.Tx, a engine.Announcement) (ledger.OwnerMail, error) {
	m := h.write(fmt.Sprintf("%s/%s", a.Entry.Event.ID, a.Notice), ledger.Name(a.Person), string(a.Notice), a.Entry.At)
	m.Person = a.Person.ID
	if mail := a.Entry.Event.Mail; mail != nil {
		m.Bytes = append(m.Bytes, mail.From+" wrote: "+mail.Words+"\r\n"...)
	}
	return m, nil
}

func (h plainHerald) Group(_ *ledger.Tx, g engine.Group) (ledger.OwnerMail, error) {
	var names []string
	for _, a := range g.List {
		names = append(names, ledger.Name(a.Person)+" "+string(a.Notice))
	}
	return h.write(g.Key, strings.Join(names, ", "), ledger.NoticeGroup, g.At), nil
}

func (h plainHerald) Answer(_ *ledger.Tx, a engine.Announcement) ([]byte, error) {
	return []byte("From: " + h.from + "\r\nTo: " + a.Mail.Sender + "\r\nMessage-ID: <answer-" + strings.NewReplacer(":", "-").Replace(a.Entry.Event.ID) + "@lima.example>\r\n\r\nGladly.\r\n"), nil
}

func (h plainHerald) Hook(_ *ledger.Tx, a engine.Announcement) ([]byte, error) {
	return fmt.Appendf(nil, `{"id":%q}`, a.Entry.Event.ID), nil
}

func (h plainHerald) Trouble(_ *ledger.Tx, _, key, text string, now time.Time) (ledger.OwnerMail, error) {
	m := h.write(key, "", "trouble", now)
	m.Bytes = append(m.Bytes, strings.ReplaceAll(text, "\n", "\r\n")+"\r\n"...)
	return m, nil
}

func (h plainHerald) Report(_ *ledger.Tx, key, _ string, _, _, now time.Time) (ledger.OwnerMail, error) {
	return h.write(key, "", "report", now), nil
}

func (plainHerald) Due(*ledger.Tx, time.Time) (ledger.OwnerMail, bool, time.Time, error) {
	return ledger.OwnerMail{}, false, time.Time{}, nil
}

type labCredentials struct{}

func (labCredentials) Username() string                            { return "ana" }
func (labCredentials) Kind() mailbox.AuthKind                      { return mailbox.AuthPassword }
func (labCredentials) Password(context.Context) (string, error)    { return "secret", nil }
func (labCredentials) Token(context.Context, bool) (string, error) { return "", errors.New("no token") }

type rigOptions struct {
	personality maillab.Personality
	notLive     bool
	approval    sequences.Approval
	handover    engine.Handover
	people      []maillab.Person
	retention   engine.Retention
	post        func(context.Context, []byte) error
	route       func(raw []byte) error // what a mail to the owner meets first; nil: nothing
	path        string                 // of a ledger to go on with
	box         func(*engine.Mailbox)
	away        func(time.Time) time.Time // of the owner
	seeded      bool                      // gaps are drawn as a daemon draws them
}

func newRig(t *testing.T, o rigOptions) *rig {
	t.Helper()
	var mu sync.Mutex
	at := time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC) // a Tuesday
	r := &rig{t: t, log: &syncBuffer{}}
	r.now = func() time.Time { mu.Lock(); defer mu.Unlock(); return at }
	r.set = func(to time.Time) { mu.Lock(); defer mu.Unlock(); at = to }
	lab, err := maillab.New(maillab.Options{Now: r.now, Personality: o.personality, People: o.people,
		Accounts: []maillab.Account{{User: "ana", Password: "secret", Address: "ana@lima.example"}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lab.Close() })
	r.lab = lab
	if o.path == "" {
		o.path = filepath.Join(t.TempDir(), "ledger.db")
	}
	if r.ledger, err = ledger.Open(t.Context(), o.path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.ledger.Close() })
	r.start(o)
	return r
}

func (r *rig) start(o rigOptions) {
	r.t.Helper()
	r.options = o
	account := mailbox.Account{Name: "ana", Address: "ana@lima.example", IMAP: labServer(r.t, r.lab.IMAPAddr()), SMTP: labServer(r.t, r.lab.SMTPAddr())}
	log := slog.New(slog.NewTextHandler(r.log, nil))
	box := engine.Mailbox{Name: "ana", From: mail.Address{Name: "Ana Lima", Address: "ana@lima.example"}, Live: !o.notLive, Zone: time.UTC,
		Limits: sequences.Limits{PerHour: 100, PerDay: 1000}, Fresh: time.Minute, HistoryDays: 180, Handover: o.handover,
		Watcher: func(p engine.WatcherParts) engine.Watcher {
			return mailbox.NewWatcher(account, mailbox.WatcherOptions{Now: r.now, Log: log, Cursors: p.Cursors, Sink: p.Sink, RecentFolders: p.RecentFolders, Spot: engine.StopPattern, OnLook: p.OnLook})
		},
		Submitter: mailbox.NewSubmitter(account.SMTP, mailbox.SubmitterOptions{LocalName: "lima.example", Log: log}),
		History: func(ctx context.Context, since time.Time, each func(mailbox.HistoryItem) error) error {
			return mailbox.History(ctx, account, since, each)
		},
	}
	if o.box != nil {
		o.box(&box)
	}
	owner := mailbox.NewSubmitter(account.SMTP, mailbox.SubmitterOptions{LocalName: "lima.example"})
	route := engine.Route{Name: "first", Send: func(ctx context.Context, from, to string, raw []byte) error {
		if o.route != nil {
			if err := o.route(raw); err != nil {
				return err
			}
		}
		return owner.Submit(ctx, mailbox.Submission{From: from, To: []string{to}, Data: raw}, func(context.Context) error { return nil }).Err
	}}
	options := engine.Options{Ledger: r.ledger, Rules: rigRules(r.t, o.approval), Mailboxes: []engine.Mailbox{box}, Herald: plainHerald{"ana@lima.example"},
		Routes: []engine.Route{route}, Post: o.post, OwnerAway: o.away, Now: r.now, Log: log, Jitter: func() float64 { return 0.5 }, Retention: o.retention}
	if o.seeded {
		options.Jitter = nil
	}
	e, err := engine.New(r.t.Context(), options)
	if err != nil {
		r.t.Fatal(err)
	}
	r.engine = e
	r.t.Cleanup(func() { _, _ = e.Close(), owner.Close() })
}

func labServer(t *testing.T, addr string) mailbox.Server {
	t.Helper()
	host, port, _ := strings.Cut(addr, ":")
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return mailbox.Server{Host: host, Port: n, TLS: "insecure-none", Auth: labCredentials{}}
}

func rigRules(t *testing.T, approval ...sequences.Approval) engine.Rules {
	t.Helper()
	set, problems := templates.ParseSet(map[string][]byte{
		"one.md":         []byte("---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n"),
		"two.md":         []byte("---\n---\nHi {{ .first_name }},\n\nHere are the figures. What has changed?\n"),
		"three.md":       []byte("---\n---\nHi {{ .first_name }},\n\nShall I close the file?\n"),
		"changed.md":     []byte("---\n---\nHi {{ .first_name }},\n\nWhat has changed since?\n"),
		"values.yaml":    []byte("values:\n  - {id: a, title: A list, good_for: lists, link: \"https://lima.example/a\"}\n"),
		"never-sent.txt": nil,
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	window := sequences.Window{From: 9 * 60, To: 12 * 60}
	seq := sequences.Sequence{Name: "intro", Mailbox: "ana", Approval: append(approval, "")[0], Window: window, OnSnoozeEnd: "changed", Steps: []sequences.Step{
		{ID: "first", Template: "one", Objective: "o", Value: "a"},
		{ID: "second", Wait: sequences.Wait{BusinessDays: 3}, Template: "two", Objective: "o", Value: "b"},
		{ID: "third", Wait: sequences.Wait{BusinessDays: 5}, Template: "three", Objective: "o", Value: "c"},
	}}
	return engine.NewRules(sequences.Plan{Sequences: map[string]sequences.Sequence{"intro": seq}, Mailboxes: map[string]sequences.Mailbox{"ana": {Zone: "UTC"}}}, set)
}

// enrol takes people into the sequence.
func (r *rig) enrol(addresses ...string) engine.Answer {
	r.t.Helper()
	ask := engine.Ask{Verb: engine.VerbEnrol}
	for _, a := range addresses {
		name, domain, _ := strings.Cut(a, "@")
		ask.People = append(ask.People, engine.Newcomer{Address: a, Sequence: "intro", Reason: "asked us", Source: "fair",
			Fields: map[string]string{"first_name": name, "last_name": "Doe", "company": domain}})
	}
	return r.do(ask)
}

func (r *rig) do(ask engine.Ask) engine.Answer {
	r.t.Helper()
	a, err := r.engine.Do(r.t.Context(), "test", ask)
	if err != nil {
		r.t.Fatal(err)
	}
	return a
}

// until lets time pass, moment by moment, to a day.
func (r *rig) until(day time.Time) {
	r.t.Helper()
	for range 1000 {
		r.lab.Advance(r.now())
		next, err := r.engine.Settle(r.t.Context())
		if err != nil {
			r.t.Fatal(err)
		}
		if at, ok := r.lab.NextReaction(); ok && (next.IsZero() || at.Before(next)) {
			next = at
		}
		if next.IsZero() || next.After(day) {
			r.set(day)
			r.lab.Advance(day)
			if _, err := r.engine.Settle(r.t.Context()); err != nil {
				r.t.Fatal(err)
			}
			return
		}
		if !next.After(r.now()) {
			next = r.now().Add(time.Second)
		}
		r.set(next)
	}
	r.t.Fatalf("time does not pass; log:\n%s", r.log.b.String())
}

func day(month time.Month, d int) time.Time { return time.Date(2026, month, d, 20, 0, 0, 0, time.UTC) }

// got are the mails that an address got.
func (r *rig) got(address string) []maillab.Received {
	var out []maillab.Received
	for _, m := range r.lab.Accepted() {
		if m.Recipient == address {
			out = append(out, m)
		}
	}
	return out
}

func (r *rig) person(address string) sequences.Person {
	r.t.Helper()
	var p sequences.Person
	err := r.ledger.Read(r.t.Context(), func(t *ledger.Tx) error {
		id, err := t.PersonByAddress(address)
		if err != nil {
			return err
		}
		p, err = t.Person(id)
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

func (r *rig) state(address string) (sequences.State, sequences.Code) {
	p := r.person(address)
	e := p.Enrolments[len(p.Enrolments)-1]
	return e.State, e.Why.Code
}

func (r *rig) notices() []string {
	var out []string
	for _, m := range r.got("owner@boss.example") {
		parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		if err != nil {
			r.t.Fatal(err)
		}
		out = append(out, parsed.Header.Get("Subject"))
	}
	return out
}

func order(verb sequences.Verb, address string) engine.Ask {
	return engine.Ask{Verb: string(verb), Address: address}
}
