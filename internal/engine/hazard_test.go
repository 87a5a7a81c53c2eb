package engine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/mail"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// stage is an engine whose servers do what a test says, at the very moment
// that it says.
type stage struct {
	*engine.Engine
	t       *testing.T
	ledger  *ledger.Ledger
	sink    mailbox.Sink
	now     time.Time
	uid     uint32
	calls   []string
	looking func(mailbox.Scope) mailbox.Look
	// submit takes a mail whose last check is go.
	submit func(m mailbox.Submission, check func() error) mailbox.Outcome
	took   []mailbox.Submission
	broken string // a person's name for whom no mail to the owner can be made
	log    syncBuffer
	change func(*engine.Options)
}

func newStage(t *testing.T, change ...func(*engine.Options)) *stage {
	t.Helper()
	s := &stage{t: t, change: append(change, func(*engine.Options) {})[0], now: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)} // a Tuesday
	s.looking = func(scope mailbox.Scope) mailbox.Look {
		return mailbox.Look{Started: s.now, Scope: scope, Folders: []string{"INBOX"}}
	}
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome { return accept(check) }
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	s.ledger = l
	s.restart()
	return s
}

func (s *stage) restart() {
	s.t.Helper()
	box := engine.Mailbox{Name: "ana", From: mail.Address{Name: "Ana Lima", Address: "ana@lima.example"}, Live: true, Zone: time.UTC, Fresh: time.Minute, HistoryDays: 180,
		Submitter: s, Watcher: func(p engine.WatcherParts) engine.Watcher { s.sink = p.Sink; return s },
		History: func(context.Context, time.Time, func(mailbox.HistoryItem) error) error {
			s.calls = append(s.calls, "history")
			return nil
		}}
	o := engine.Options{Ledger: s.ledger, Rules: rigRules(s.t), Mailboxes: []engine.Mailbox{box}, Herald: s, Now: func() time.Time { return s.now },
		Log: slog.New(slog.NewTextHandler(&s.log, nil)), Jitter: func() float64 { return 0 }}
	s.change(&o)
	e, err := engine.New(s.t.Context(), o)
	if err != nil {
		s.t.Fatal(err)
	}
	s.Engine = e
}

func accept(check func() error) mailbox.Outcome {
	if err := check(); err != nil {
		return mailbox.Outcome{State: mailbox.Vetoed, Err: err}
	}
	return mailbox.Outcome{State: mailbox.Sent, Text: "2.0.0 ok"}
}

func (s *stage) Run(ctx context.Context) error { <-ctx.Done(); return nil }

func (s *stage) Look(_ context.Context, scope mailbox.Scope) (mailbox.Look, error) {
	s.calls = append(s.calls, "look "+scope.String())
	return s.looking(scope), nil
}

func (s *stage) Answer(*ledger.Tx, engine.Announcement) ([]byte, error) { return nil, nil }

func (s *stage) Drafts(context.Context) ([]mailbox.Draft, error) { return nil, nil }

func (s *stage) RemoveDraft(context.Context, mailbox.Draft, func([]byte) bool) error { return nil }

func (s *stage) Lying(context.Context, string) (uint32, []uint32, error) { return 0, nil, nil }

func (s *stage) Flag(context.Context, mailbox.Place, string) error { return nil }

func (s *stage) Copy(context.Context, mailbox.Place, string) error { return nil }

func (s *stage) Append(context.Context, mailbox.Role, []byte, []string, time.Time) error { return nil }

func (s *stage) Close() error { return nil }

func (s *stage) Submit(ctx context.Context, m mailbox.Submission, beforeData func(context.Context) error) mailbox.Outcome {
	o := s.submit(m, func() error { return beforeData(ctx) })
	if o.State == mailbox.Sent {
		s.took = append(s.took, m)
	}
	return o
}

// Announce, Trouble and Due make the stage its own herald.
func (s *stage) Announce(t *ledger.Tx, a engine.Announcement) (ledger.OwnerMail, error) {
	if s.broken != "" && strings.HasPrefix(ledger.Name(a.Person), s.broken) {
		return ledger.OwnerMail{}, errors.New("no such mail can be made")
	}
	return plainHerald{"ana@lima.example"}.Announce(t, a)
}

func (s *stage) Group(*ledger.Tx, engine.Group) (ledger.OwnerMail, error) {
	return ledger.OwnerMail{}, errors.New("no such mail can be made")
}

func (s *stage) Hook(*ledger.Tx, engine.Announcement) ([]byte, error) { return []byte("{}"), nil }

func (s *stage) Trouble(t *ledger.Tx, box, key, text string, now time.Time) (ledger.OwnerMail, error) {
	return plainHerald{"ana@lima.example"}.Trouble(t, box, key, text, now)
}

func (s *stage) Report(t *ledger.Tx, key, to string, from, until, now time.Time) (ledger.OwnerMail, error) {
	return plainHerald{"ana@lima.example"}.Report(t, key, to, from, until, now)
}

func (s *stage) Due(*ledger.Tx, time.Time) (ledger.OwnerMail, bool, time.Time, error) {
	return ledger.OwnerMail{}, false, time.Time{}, nil
}

func (s *stage) enrol(addresses ...string) {
	s.t.Helper()
	ask := engine.Ask{Verb: engine.VerbEnrol}
	for _, a := range addresses {
		name, domain, _ := strings.Cut(a, "@")
		ask.People = append(ask.People, engine.Newcomer{Address: a, Sequence: "intro", Reason: "asked us", Source: "fair",
			Fields: map[string]string{"first_name": name, "last_name": "Doe", "company": domain}})
	}
	s.do(ask)
}

func (s *stage) do(ask engine.Ask) engine.Answer {
	s.t.Helper()
	a, err := s.Do(s.t.Context(), "test", ask)
	if err != nil {
		s.t.Fatal(err)
	}
	return a
}

// decide is a round of the deciding loop, send one of the sending loop.
func (s *stage) decide() {
	s.t.Helper()
	if err := s.Decide(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) send() {
	s.t.Helper()
	if _, err := s.SendFrom(s.t.Context(), "ana"); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) tendDrafts() {
	s.t.Helper()
	if err := s.TendDrafts(s.t.Context(), "ana"); err != nil {
		s.t.Fatal(err)
	}
}

// begin reads the mailbox for the first time, and what is due then.
func (s *stage) begin() {
	s.t.Helper()
	if err := s.ReadPast(s.t.Context(), "ana"); err != nil {
		s.t.Fatal(err)
	}
	s.decide()
}

func (s *stage) deliver(role mailbox.Role, raw []byte) error {
	s.uid++
	return s.sink.Deliver(s.t.Context(), mailbox.Batch{Folder: string(role), Role: role, Cursor: mailbox.Cursor{Folder: string(role), UIDValidity: 1, Next: s.uid + 1},
		Mails: []mailbox.Fetched{{Folder: string(role), Role: role, UID: s.uid, UIDValidity: 1, InternalDate: s.now, Raw: raw, Size: int64(len(raw))}}})
}

func (s *stage) arrives(role mailbox.Role, raw []byte) {
	s.t.Helper()
	if err := s.deliver(role, raw); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) letter(from, subject, text string, headers ...string) []byte {
	return fmt.Appendf(nil, "From: %s\r\nTo: ana@lima.example\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <%d@client.example>\r\n%s\r\n%s\r\n",
		from, subject, s.now.Format(time.RFC1123Z), s.uid+1000, strings.Join(append(headers, ""), "\r\n"), text)
}

func (s *stage) person(address string) sequences.Person {
	s.t.Helper()
	return (&rig{t: s.t, ledger: s.ledger}).person(address)
}

func (s *stage) state(address string) sequences.State {
	s.t.Helper()
	p := s.person(address)
	return p.Enrolments[0].State
}

func (s *stage) out(address string) ledger.Out {
	s.t.Helper()
	p := s.person(address)
	var out ledger.Out
	err := s.ledger.Read(s.t.Context(), func(t *ledger.Tx) error {
		outs, err := t.EnrolmentOuts(p.Enrolments[0].ID)
		if len(outs) > 0 {
			out = outs[0]
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

// outOf is the mail of a step to somebody.
func (s *stage) outOf(address, step string) (out ledger.Out) {
	s.t.Helper()
	p := s.person(address)
	err := s.ledger.Read(s.t.Context(), func(t *ledger.Tx) (err error) {
		out, err = t.OutOf(p.Enrolments[0].ID, step)
		return err
	})
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		s.t.Fatal(err)
	}
	return out
}

func (s *stage) got(address string) (n int) {
	for _, m := range s.took {
		if slices.Contains(m.To, address) {
			n++
		}
	}
	return n
}

// uncertain has the next mail end in doubt.
func (s *stage) uncertain() {
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
		s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome { return accept(check) }
		if err := check(); err != nil {
			return mailbox.Outcome{State: mailbox.Vetoed, Err: err}
		}
		return mailbox.Outcome{State: mailbox.Uncertain, Err: errors.New("connection lost")}
	}
}

const dana, kim = "dana@acme.example", "kim@other.example"

// A mail in doubt that the owner says was not sent, to somebody who answered
// meanwhile, may be sent again once they are resumed: and nobody else waits
// for that.
func TestSendAgainToSomebodyWhoAnsweredStopsNobody(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.uncertain()
	s.send()
	s.arrives(mailbox.RoleInbox, s.letter(dana, "hello", "What would that cost for five people?"))
	if a := s.do(order(sequences.VerbSendAgain, dana)); !a.OK {
		t.Fatal(a.Text)
	}
	if a := s.do(order(sequences.VerbResume, dana)); !a.OK {
		t.Fatal(a.Text)
	}
	s.enrol(kim)
	s.decide()
	s.send()
	if s.got(dana) != 1 || s.got(kim) != 1 {
		t.Errorf("dana got %d mails and kim %d, want one each", s.got(dana), s.got(kim))
	}
}

// Paused and resumed while the mail is being taken by the server: it is not
// claimed anew, and nobody else waits for that.
func TestResumedWhileTheServerTakesTheMail(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
		o := accept(check)
		if s.got(dana) == 0 && s.state(dana) == sequences.StateSending {
			s.do(order(sequences.VerbPause, dana))
			s.do(order(sequences.VerbResume, dana))
			s.enrol(kim)
			s.decide()
		}
		return o
	}
	s.send()
	s.send()
	if s.got(dana) != 1 || s.got(kim) != 1 {
		t.Errorf("dana got %d mails and kim %d, want one each", s.got(dana), s.got(kim))
	}
	if p := s.person(dana); !p.Enrolments[0].State.Moving() && p.Enrolments[0].State != sequences.StateHeld {
		t.Errorf("dana is %s", p.Enrolments[0].State)
	}
}

// Paused and resumed right before the last check: the mail goes out in the end.
func TestResumedBeforeTheLastCheck(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	first := true
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome {
		if first {
			first = false
			s.do(order(sequences.VerbPause, dana))
			s.do(order(sequences.VerbResume, dana))
			s.decide()
		}
		return accept(check)
	}
	for range 3 {
		s.send()
		s.now = s.now.Add(time.Minute)
		s.decide()
	}
	if s.got(dana) != 1 {
		t.Errorf("%d mails went out, want 1; dana is %s, her mail %s", s.got(dana), s.state(dana), s.out(dana).State)
	}
}

// Two loops answer requests; one that was found open a while ago and answered
// since must not be carried out again.
func TestARequestIsCarriedOutOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	var open []ledger.Request
	if _, err := engine.Submit(t.Context(), s.ledger, "test", engine.Ask{Verb: engine.VerbResumeAll}, s.now); err != nil {
		t.Fatal(err)
	}
	if err := s.ledger.Read(t.Context(), func(t *ledger.Tx) (err error) { open, err = t.OpenRequests(1); return err }); err != nil || len(open) != 1 {
		t.Fatal(open, err)
	}
	s.do(engine.Ask{Verb: engine.VerbPauseAll}) // answers the resume, then pauses
	if err := s.AnswerStale(t.Context(), open[0]); err != nil {
		t.Fatal(err)
	}
	s.enrol(dana)
	s.begin()
	s.send()
	if s.got(dana) != 0 {
		t.Error("a mail went out after all was paused")
	}
}

// A request that can't be carried out is answered so, and stops nobody else.
func TestARequestThatFailsStopsNoOther(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana, kim)
	s.begin()
	s.arrives(mailbox.RoleInbox, s.letter(dana, "hello", "What would that cost for five people?"))
	s.broken = "dana"
	ask := order(sequences.VerbAnswerWas, dana)
	ask.Intent = "not_interested"
	if a := s.do(ask); a.OK || a.Text == "" {
		t.Errorf("answer %+v, want a failure in words", a)
	}
	if a := s.do(order(sequences.VerbPause, kim)); !a.OK {
		t.Errorf("the next request: %+v", a)
	}
}

// Somebody on whom no decision can be carried out holds up nobody else.
func TestOneDecisionThatFailsStopsNoOther(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana, kim)
	s.begin()
	s.send()
	rules := rigRules(t)
	delete(rules.Plan.Sequences, "intro") // both are held, and the owner is to be told
	s.SetRules(engine.NewRules(rules.Plan, rules.Templates))
	s.broken = "dana"
	s.now = s.now.AddDate(0, 0, 10)
	s.decide()
	if got := s.state(kim); got != sequences.StateHeld {
		t.Errorf("kim is %s, want held", got)
	}
	if !strings.Contains(s.log.b.String(), "no such mail can be made") {
		t.Error("nothing was logged")
	}
	s.broken = ""
	s.decide()
	if got := s.state(dana); got != sequences.StateHeld {
		t.Errorf("dana is %s once it can be carried out, want held", got)
	}
}

// The copy in Sent is seen while the server's answer is still awaited; then
// the connection is lost: there is no doubt.
func TestSeenInSentBeforeTheConnectionWasLost(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.submit = func(m mailbox.Submission, check func() error) mailbox.Outcome {
		if err := check(); err != nil {
			return mailbox.Outcome{State: mailbox.Vetoed, Err: err}
		}
		s.arrives(mailbox.RoleSent, m.Data)
		s.took = append(s.took, m)
		return mailbox.Outcome{State: mailbox.Uncertain, Err: errors.New("connection lost")}
	}
	s.send()
	if p := s.person(dana); p.Enrolments[0].State != sequences.StateScheduled || p.Enrolments[0].Uncertain {
		t.Errorf("dana is %s, uncertain %t; want the next step scheduled", p.Enrolments[0].State, p.Enrolments[0].Uncertain)
	}
	if got := s.out(dana).State; got != ledger.OutSent {
		t.Errorf("the mail is %s, want sent", got)
	}
}

// The same with a crash in between.
func TestSeenInSentBeforeACrash(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.submit = func(m mailbox.Submission, check func() error) mailbox.Outcome {
		if err := check(); err != nil {
			return mailbox.Outcome{State: mailbox.Vetoed, Err: err}
		}
		s.arrives(mailbox.RoleSent, m.Data)
		panic("crash")
	}
	func() {
		defer func() { _ = recover() }()
		s.send()
	}()
	s.restart()
	if err := s.Recover(t.Context(), "ana"); err != nil {
		t.Fatal(err)
	}
	if got := s.state(dana); got != sequences.StateScheduled {
		t.Errorf("dana is %s, want the next step scheduled", got)
	}
	if got := s.out(dana).State; got != ledger.OutSent {
		t.Errorf("the mail is %s, want sent", got)
	}
}

// A copy in Sent of a mail that the ledger, taken back from a backup, holds
// for waiting: it went out, and doesn't again.
func TestSeenInSentWhileItWaits(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	var copied []byte
	s.submit = func(m mailbox.Submission, _ func() error) mailbox.Outcome {
		copied = m.Data
		return mailbox.Outcome{State: mailbox.NotSent, Err: errors.New("no connection")}
	}
	s.send()
	s.arrives(mailbox.RoleSent, copied)
	s.submit = func(_ mailbox.Submission, check func() error) mailbox.Outcome { return accept(check) }
	s.now = s.now.Add(time.Hour)
	s.decide()
	s.send()
	if s.got(dana) != 0 || s.state(dana) != sequences.StateScheduled || s.out(dana).State != ledger.OutSent {
		t.Errorf("%d mails; dana is %s, her mail %s", s.got(dana), s.state(dana), s.out(dana).State)
	}
}

// What comes in while the past is read is news: the mailbox is looked at first.
func TestTheFirstLookComesBeforeThePast(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.begin()
	if want := []string{"look everything", "history"}; !slices.Equal(s.calls, want) {
		t.Errorf("%q, want %q", s.calls, want)
	}
	s.calls = nil
	s.begin()
	if len(s.calls) != 0 {
		t.Errorf("the second time: %q", s.calls)
	}
}

// The folder Follow-up/STOP is seen by a look at everything alone: after a
// start there must be one before the first mail.
func TestNothingGoesOutBeforeTheFoldersAreKnown(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.restart()
	s.looking = func(scope mailbox.Scope) mailbox.Look {
		look := mailbox.Look{Started: s.now, Scope: scope, Folders: []string{"INBOX"}}
		if scope == mailbox.Everything {
			look.Folders = append(look.Folders, "Follow-up/STOP")
		}
		return look
	}
	s.send()
	if s.got(dana) != 0 {
		t.Fatal("a mail went out before the folders were known")
	}
	if err := s.LookAt(t.Context(), "ana", mailbox.Everything); err != nil {
		t.Fatal(err)
	}
	s.send()
	if s.got(dana) != 0 {
		t.Fatal("a mail went out though there is a folder Follow-up/STOP")
	}
	s.looking = func(scope mailbox.Scope) mailbox.Look {
		return mailbox.Look{Started: s.now, Scope: scope, Folders: []string{"INBOX"}}
	}
	if err := s.LookAt(t.Context(), "ana", mailbox.Everything); err != nil {
		t.Fatal(err)
	}
	s.send()
	if s.got(dana) != 1 {
		t.Errorf("%d mails after the folder was removed, want 1", s.got(dana))
	}
}

func TestASuppressedDomainCoversThoseBelowIt(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol("dana@mail.acme.example", "kim@acme.example", "sam@notacme.example")
	s.do(engine.Ask{Verb: engine.VerbSuppressDomain, Address: "acme.example"})
	for address, want := range map[string]sequences.State{"dana@mail.acme.example": sequences.StateSuppressed, "kim@acme.example": sequences.StateSuppressed,
		"sam@notacme.example": sequences.StateScheduled} {
		if got := s.state(address); got != want {
			t.Errorf("%s is %s, want %s", address, got, want)
		}
	}
}

// Whoever is on the list though nothing was decided about them doesn't wait in
// the queue for ever: they are shown as what they are.
func TestSomebodyOnTheListDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana, kim)
	s.begin()
	if err := s.ledger.Write(t.Context(), func(t *ledger.Tx) error {
		return t.Suppress(ledger.Suppression{Kind: "address", Value: dana, Why: "asked for it", By: "test", At: s.now})
	}); err != nil {
		t.Fatal(err)
	}
	s.send()
	if s.got(dana) != 0 || s.got(kim) != 1 {
		t.Errorf("dana got %d mails and kim %d, want none and one", s.got(dana), s.got(kim))
	}
	if got := s.state(dana); got != sequences.StateSuppressed {
		t.Errorf("dana is %s, want suppressed", got)
	}
}

// A mail's dates are whatever its sender wrote: none stops the mailbox, or
// what others wait for.
func TestHostileDates(t *testing.T) {
	t.Parallel()
	for _, date := range []string{"Tue, 1 Sep 2026 10:00:00 +2400", "Tue, 1 Sep 2026 10:00:00 -2359", "Tue, 1 Sep 2026 10:00:00 +9959", "Sat, 1 Jan 0000 00:00:00 +0100",
		"Fri, 31 Dec 9999 23:59:59 -1200", "1 Jan 1600 00:00:00 +0000", "yesterday"} {
		for _, reset := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, reset %t", date, reset), func(t *testing.T) {
				t.Parallel()
				s := newStage(t)
				s.enrol(dana, kim)
				s.begin()
				s.send()
				raw := s.letter(dana, "hello", "What would that cost for five people?", "Received: from a by b; "+date)
				raw = bytes.Replace(raw, []byte(s.now.Format(time.RFC1123Z)), []byte(date), 1)
				s.uid++
				f := mailbox.Fetched{Folder: "INBOX", Role: mailbox.RoleInbox, UID: s.uid, UIDValidity: 1, InternalDate: s.now, Raw: raw}
				if err := s.sink.Deliver(t.Context(), mailbox.Batch{Folder: "INBOX", Role: mailbox.RoleInbox, Reset: reset, Mails: []mailbox.Fetched{f}}); err != nil {
					t.Fatal(err)
				}
				s.do(order(sequences.VerbResume, dana))
				s.now = s.now.AddDate(0, 0, 20)
				s.decide()
				s.send()
				if s.got(kim) != 2 {
					t.Errorf("kim got %d mails, want 2; log:\n%s", s.got(kim), s.log.b.String())
				}
			})
		}
	}
}

// A mail that looks like a delivery report and comes from the prospect
// themselves, about nothing of ours, is shown to the owner.
func TestAReportFromTheProspectIsNotLost(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.send()
	s.now = s.now.Add(time.Hour)
	s.arrives(mailbox.RoleInbox, s.letter(dana, "Undelivered Mail Returned to Sender", strings.ReplaceAll(`--x
Content-Type: text/plain

not delivered
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.acme.example

Final-Recipient: rfc822; zed@elsewhere.example
Action: failed
Status: 5.1.1

--x--`, "\n", "\r\n"), "Content-Type: multipart/report; report-type=delivery-status; boundary=x"))
	if got := s.state(dana); got != sequences.StateHeld {
		t.Errorf("dana is %s, want held", got)
	}
}
