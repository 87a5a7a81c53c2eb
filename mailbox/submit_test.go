package mailbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

const boAddress = "bo@firm.example"

func anaMail(subject string) mailbox.Submission {
	return mailbox.Submission{From: anaAddress, To: []string{boAddress}, Data: letter(subject)}
}

func newSubmitter(t *testing.T, s mailbox.Server, change ...func(*mailbox.SubmitterOptions)) *mailbox.Submitter {
	t.Helper()
	o := mailbox.SubmitterOptions{LocalName: "ana.lima.example", Timers: mailbox.SubmitTimers{
		Connect: 20 * time.Second, Command: 20 * time.Second, Dot: 20 * time.Second,
	}}
	for _, c := range change {
		c(&o)
	}
	sub := mailbox.NewSubmitter(s, o)
	t.Cleanup(func() { _ = sub.Close() })
	return sub
}

func allowed(context.Context) error { return nil }

func submit(t *testing.T, sub *mailbox.Submitter, m mailbox.Submission) mailbox.Outcome {
	t.Helper()
	return sub.Submit(t.Context(), m, allowed)
}

func TestSubmitOutcomes(t *testing.T) {
	t.Parallel()
	type outcome struct {
		state     mailbox.OutcomeState
		stage     string
		code      int
		enhanced  string
		recipient bool
		temporary bool
	}
	tests := []struct {
		name     string
		at       maillab.Stage
		fault    maillab.Fault
		want     outcome
		accepted int
	}{
		{"greeting 4xx", maillab.StageConnect, maillab.Fault{Reply: "421 4.3.2 busy"}, outcome{mailbox.NotSent, "connect", 421, "4.3.2", false, true}, 0},
		{"greeting 5xx", maillab.StageConnect, maillab.Fault{Reply: "554 5.3.2 no mail here"}, outcome{mailbox.NotSent, "connect", 554, "5.3.2", false, true}, 0},
		{"no greeting", maillab.StageConnect, maillab.Fault{Drop: true}, outcome{mailbox.NotSent, "connect", 0, "", false, true}, 0},
		{"login refused", maillab.StageAuth, maillab.Fault{Reply: "535 5.7.8 no"}, outcome{mailbox.NotSent, "login", 535, "5.7.8", false, false}, 0},
		{"login not now", maillab.StageAuth, maillab.Fault{Reply: "454 4.7.0 later"}, outcome{mailbox.NotSent, "login", 454, "4.7.0", false, true}, 0},
		{"login cut", maillab.StageAuth, maillab.Fault{Drop: true}, outcome{mailbox.NotSent, "connect", 0, "", false, true}, 0},
		{"mail 4xx", maillab.StageMail, maillab.Fault{Reply: "451 4.3.0 later"}, outcome{mailbox.Deferred, "mail", 451, "4.3.0", false, true}, 0},
		{"mail 5xx", maillab.StageMail, maillab.Fault{Reply: "550 5.1.8 bad sender"}, outcome{mailbox.Refused, "mail", 550, "5.1.8", false, false}, 0},
		{"mail cut", maillab.StageMail, maillab.Fault{Drop: true}, outcome{mailbox.NotSent, "mail", 0, "", false, true}, 0},
		{"rcpt 4xx", maillab.StageRcpt, maillab.Fault{Reply: "450 4.2.0 greylisted"}, outcome{mailbox.Deferred, "rcpt", 450, "4.2.0", false, true}, 0},
		{"rcpt unknown", maillab.StageRcpt, maillab.Fault{Reply: "550 5.1.1 no such user here"}, outcome{mailbox.Refused, "rcpt", 550, "5.1.1", true, false}, 0},
		{"rcpt policy", maillab.StageRcpt, maillab.Fault{Reply: "550 5.7.1 blocked by policy"}, outcome{mailbox.Refused, "rcpt", 550, "5.7.1", false, false}, 0},
		{"rcpt cut", maillab.StageRcpt, maillab.Fault{Drop: true}, outcome{mailbox.NotSent, "rcpt", 0, "", false, true}, 0},
		{"data 4xx", maillab.StageData, maillab.Fault{Reply: "451 4.3.0 later"}, outcome{mailbox.Deferred, "data", 451, "4.3.0", false, true}, 0},
		{"data 5xx", maillab.StageData, maillab.Fault{Reply: "554 5.7.0 no"}, outcome{mailbox.Refused, "data", 554, "5.7.0", false, false}, 0},
		{"data cut", maillab.StageData, maillab.Fault{Drop: true}, outcome{mailbox.NotSent, "data", 0, "", false, true}, 0},
		{"dot 4xx", maillab.StageDot, maillab.Fault{Reply: "452 4.3.1 disk full"}, outcome{mailbox.Deferred, "final dot", 452, "4.3.1", false, true}, 0},
		{"dot 421", maillab.StageDot, maillab.Fault{Reply: "421 4.3.2 going down"}, outcome{mailbox.Deferred, "final dot", 421, "4.3.2", false, true}, 0},
		{"dot spam", maillab.StageDot, maillab.Fault{Reply: "554 5.7.1 this is spam"}, outcome{mailbox.Refused, "final dot", 554, "5.7.1", false, false}, 0},
		{"dot unknown", maillab.StageDot, maillab.Fault{Reply: "550 5.1.1 user unknown"}, outcome{mailbox.Refused, "final dot", 550, "5.1.1", true, false}, 0},
		{"dot cut, not kept", maillab.StageDot, maillab.Fault{Drop: true}, outcome{mailbox.Uncertain, "final dot", 0, "", false, false}, 0},
		{"dot cut, kept", maillab.StageDot, maillab.Fault{Drop: true, Keep: true}, outcome{mailbox.Uncertain, "final dot", 0, "", false, false}, 1},
		{"dot unanswered, kept", maillab.StageDot, maillab.Fault{Delay: time.Hour, Keep: true}, outcome{mailbox.Uncertain, "final dot", 0, "", false, false}, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.TLS = maillab.TLSImplicit })
			lab.FailOnce(tt.at, tt.fault)
			sub := newSubmitter(t, smtpServer(lab), func(o *mailbox.SubmitterOptions) {
				if tt.fault.Delay > 0 {
					o.Timers.Dot = 100 * time.Millisecond
				}
			})
			o := submit(t, sub, anaMail("once"))
			got := outcome{o.State, o.Stage, o.Code, o.Enhanced, o.Recipient, o.Temporary()}
			want(t, "outcome", got, tt.want)
			if o.Err == nil {
				t.Errorf("no error")
			}
			if tt.accepted >= 0 {
				want(t, "accepted", len(lab.Accepted()), tt.accepted)
			}
			if tt.want.state != mailbox.Uncertain {
				want(t, "the next try", submit(t, sub, anaMail("again")).State, mailbox.Sent)
			}
		})
	}
}

// TestCutInBody cuts the connection while the mail is being sent: a mail that
// is too long for the sockets' buffers is known not to have left.
func TestCutInBody(t *testing.T) {
	t.Parallel()
	lab := newLab(t, func(o *maillab.Options) { o.TLS = maillab.TLSStart })
	lab.FailOnce(maillab.StageBody, maillab.Fault{Drop: true, After: 1000})
	m := anaMail("long")
	m.Data = append(m.Data, bytes.Repeat([]byte(strings.Repeat("y", 76)+"\r\n"), 300000)...)
	o := submit(t, newSubmitter(t, smtpServer(lab)), m)
	want(t, "outcome", []any{o.State, o.Temporary()}, []any{mailbox.NotSent, true})
	want(t, "accepted", len(lab.Accepted()), 0)
}

func TestBytesArriveAsTheyAre(t *testing.T) {
	t.Parallel()
	body := strings.Join([]string{
		".", "..", ".leading dot", "...", "", "8-bit: \xc3\xbc\xff\x01 caf\xe9", strings.Repeat("long ", 400), "nul \x00 in it", "last.", ".", "", "",
	}, "\r\n")
	for _, mode := range []maillab.TLSMode{maillab.TLSNone, maillab.TLSStart, maillab.TLSImplicit} {
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.TLS = mode })
			m := anaMail("bytes")
			m.Data = append(m.Data, body...)
			o := submit(t, newSubmitter(t, smtpServer(lab)), m)
			want(t, "state", o.State, mailbox.Sent)
			got := lab.Accepted()
			if len(got) != 1 || !bytes.Equal(got[0].Submitted, m.Data) {
				t.Fatalf("%d arrived, not as\n%q", len(got), m.Data)
			}
			want(t, "envelope", []any{got[0].From, got[0].Recipients}, []any{anaAddress, []string{boAddress}})
		})
	}
}

func TestBadMailsAreNotOffered(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*mailbox.Submission)
	}{
		{"no recipient", func(m *mailbox.Submission) { m.To = nil }},
		{"empty recipient", func(m *mailbox.Submission) { m.To = []string{""} }},
		{"a second command", func(m *mailbox.Submission) { m.To = []string{"bo@firm.example>\r\nRCPT TO:<eve@evil.example"} }},
		{"bare LF", func(m *mailbox.Submission) { m.Data = append(m.Data, "a\nb\r\n"...) }},
		{"bare CR", func(m *mailbox.Submission) { m.Data = append(m.Data, "a\rb\r\n"...) }},
		{"smuggled dot", func(m *mailbox.Submission) { m.Data = append(m.Data, "a\n.\r\nMAIL FROM:<x>\r\n"...) }},
		{"no last line end", func(m *mailbox.Submission) { m.Data = append(m.Data, "a"...) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			m := anaMail("bad")
			tt.change(&m)
			o := submit(t, newSubmitter(t, smtpServer(lab)), m)
			if o.State != mailbox.NotSent || o.Temporary() || !errors.Is(o.Err, mailbox.ErrBadMail) {
				t.Errorf("outcome %v: %v", o, o.Err)
			}
			want(t, "log of the server", len(lab.Log()), 0)
		})
	}
}

func TestVeto(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	sub := newSubmitter(t, smtpServer(lab))
	answered := errors.New("they answered")
	o := sub.Submit(t.Context(), anaMail("vetoed"), func(context.Context) error {
		if n := count(lab, maillab.RcptTo); n != 1 {
			t.Errorf("asked before the recipient was accepted (%d)", n)
		}
		if n := count(lab, maillab.DataBegun); n != 0 {
			t.Errorf("asked after DATA")
		}
		return answered
	})
	want(t, "outcome", []any{o.State, o.Err, o.Temporary()}, []any{mailbox.Vetoed, answered, false})
	want(t, "the next", submit(t, sub, anaMail("next")).State, mailbox.Sent)
	want(t, "begun", count(lab, maillab.DataBegun), 1)
}

func TestContextEndsBeforeDataOnly(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	sub := newSubmitter(t, smtpServer(lab))
	ctx, cancel := context.WithCancel(t.Context())
	o := sub.Submit(ctx, anaMail("stopped"), func(context.Context) error { cancel(); return nil })
	want(t, "stopped before DATA", o.State, mailbox.NotSent)
	want(t, "accepted", len(lab.Accepted()), 0)

	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		if tx.Stage == maillab.StageDot {
			cancel()
			return maillab.Fault{Delay: 20 * time.Millisecond}
		}
		return maillab.Fault{}
	})
	o = sub.Submit(ctx, anaMail("finished"), allowed)
	want(t, "stopped after DATA", o.State, mailbox.Sent)
}

func TestConnectionIsKept(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		between func(*testing.T, *maillab.Lab, *mailbox.Submitter)
		idle    time.Duration
		conns   int
	}{
		{"kept", func(*testing.T, *maillab.Lab, *mailbox.Submitter) {}, time.Hour, 1},
		{"closed by us", func(_ *testing.T, _ *maillab.Lab, s *mailbox.Submitter) { _ = s.Close() }, time.Hour, 2},
		{"too long", func(t *testing.T, lab *maillab.Lab, _ *mailbox.Submitter) {
			await(t, func() bool { return count(lab, maillab.Lost) > 0 })
		}, time.Millisecond, 2},
		{"died", func(_ *testing.T, lab *maillab.Lab, _ *mailbox.Submitter) {
			lab.FailOnce(maillab.StageMail, maillab.Fault{Drop: true})
		}, time.Hour, 2},
		{"timed out", func(_ *testing.T, lab *maillab.Lab, _ *mailbox.Submitter) {
			lab.FailOnce(maillab.StageMail, maillab.Fault{Reply: "421 4.4.2 idle for too long"})
		}, time.Hour, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			sub := newSubmitter(t, smtpServer(lab), func(o *mailbox.SubmitterOptions) { o.Timers.Idle = tt.idle })
			want(t, "first", submit(t, sub, anaMail("first")).State, mailbox.Sent)
			tt.between(t, lab, sub)
			want(t, "second", submit(t, sub, anaMail("second")).State, mailbox.Sent)
			want(t, "connections", count(lab, maillab.Connected), tt.conns)
			want(t, "accepted", len(lab.Accepted()), 2)
		})
	}
}

func TestSMTPEncryption(t *testing.T) {
	t.Parallel()
	plain := newLab(t)
	s := smtpServer(plain)
	s.TLS = mailbox.TLSStart
	o := submit(t, newSubmitter(t, s), anaMail("stripped"))
	if o.State != mailbox.NotSent || !errors.Is(o.Err, mailbox.ErrNoEncryption) || o.Temporary() {
		t.Errorf("STARTTLS not offered: %v: %v", o, o.Err)
	}
	want(t, "logins", count(plain, maillab.LoggedIn)+count(plain, maillab.LoginRefused), 0)

	for _, mode := range []maillab.TLSMode{maillab.TLSStart, maillab.TLSImplicit} {
		lab := newLab(t, func(o *maillab.Options) { o.TLS = mode })
		s = smtpServer(lab)
		s.RootCAs = smtpServer(newLab(t, func(o *maillab.Options) { o.TLS = mode })).RootCAs
		o = submit(t, newSubmitter(t, s), anaMail("wrong authority"))
		if o.State != mailbox.NotSent || o.Temporary() || !strings.Contains(fmt.Sprint(o.Err), "certificate") {
			t.Errorf("%s with another authority: %v: %v", mode, o, o.Err)
		}
		want(t, "logins", count(lab, maillab.LoggedIn)+count(lab, maillab.LoginRefused), 0)
	}

	s = smtpServer(plain)
	s.Host = "mail.lima.example"
	o = submit(t, newSubmitter(t, s), anaMail("in the clear"))
	if !errors.Is(o.Err, mailbox.ErrNoEncryption) {
		t.Errorf("no encryption to another machine: %v: %v", o, o.Err)
	}
}

func count(lab *maillab.Lab, kind maillab.Kind) int {
	n := 0
	for _, e := range lab.Log() {
		if e.Kind == kind {
			n++
		}
	}
	return n
}
