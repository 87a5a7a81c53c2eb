package mailbox

import (
	"io"
	"net"
	"net/textproto"
	"testing"
	"time"
)

func TestConcernsRecipient(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, stage string
		code        int
		text        string
		want        bool
	}{
		{"unknown user", StageRcpt, 550, "5.1.1 <bo@firm.example>: Recipient address rejected: User unknown in virtual mailbox table", true},
		{"gmail", StageRcpt, 550, "5.1.1 The email account that you tried to reach does not exist.\n5.1.1 Please try double-checking the address", true},
		{"exchange online", StageRcpt, 550, "5.4.1 Recipient address rejected: Access denied. AS(201806281)", true},
		{"exchange", StageRcpt, 550, "5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", true},
		{"exim", StageRcpt, 550, "No such user here", true},
		{"no words", StageRcpt, 550, "", true},
		{"no words, 554", StageRcpt, 554, "", false},
		{"moved", StageRcpt, 551, "not local", true},
		{"full", StageRcpt, 552, "5.2.2 Mailbox full", true},
		{"disabled", StageRcpt, 550, "5.2.1 The email account that you tried to reach is disabled", true},
		{"policy code, but unknown", StageRcpt, 550, "5.7.1 <bo@firm.example>... user unknown", true},
		{"after the dot", StageDot, 550, "5.1.1 user unknown", true},
		{"after the dot, no words", StageDot, 550, "", false},
		{"relay", StageRcpt, 550, "5.7.1 Unable to relay", false},
		{"relay without code", StageRcpt, 553, "sorry, that domain isn't in my list of allowed rcpthosts", false},
		{"blocklist", StageRcpt, 550, "Service unavailable; client host blocked using zen.example", false},
		{"spam", StageDot, 554, "5.7.1 Message rejected as spam", false},
		{"dmarc", StageDot, 550, "5.7.26 unauthenticated mail is not accepted due to DMARC policy", false},
		{"rate", StageRcpt, 550, "5.4.5 Daily sending quota exceeded: too many", false},
		{"sender", StageRcpt, 550, "5.1.8 Sender address rejected", false},
		{"sender at mail", StageMail, 550, "5.1.1 user unknown", false},
		{"too long", StageDot, 552, "5.2.3 message too long", false},
		{"login", StageRcpt, 530, "5.7.0 Authentication required", false},
		{"protocol", StageRcpt, 503, "5.5.1 bad sequence", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := answer(tt.stage, &textproto.Error{Code: tt.code, Msg: tt.text})
			if o.State != Refused || o.Recipient != tt.want {
				t.Errorf("%+v", o)
			}
		})
	}
}

func TestConcernsSender(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, stage string
		code        int
		text        string
		want        bool
	}{
		{"quota at mail", StageMail, 550, "5.4.5 Daily user sending limit exceeded", true},
		{"any refusal at mail", StageMail, 451, "4.3.0 try later", true},
		{"this mail is too long", StageMail, 552, "5.3.4 message size exceeds fixed limit", false},
		{"closing", StageRcpt, 421, "4.7.0 our system has detected an unusual rate", true},
		{"closing, no words", StageDot, 421, "", true},
		{"pace at rcpt", StageRcpt, 450, "4.7.1 Error: too much mail from 192.0.2.1", true},
		{"pace without a code", StageRcpt, 450, "hourly limit of 100 mails reached", true},
		{"policy", StageRcpt, 550, "5.7.708 Service unavailable. Access denied, traffic not accepted from this IP", true},
		{"spam after the dot", StageDot, 554, "5.7.1 Message rejected as spam", true},
		{"bad outbound sender", StageDot, 550, "5.1.8 Access denied, bad outbound sender", true},
		{"unknown user", StageRcpt, 550, "5.1.1 User unknown", false},
		{"policy code, but unknown", StageRcpt, 550, "5.7.1 <bo@firm.example>... user unknown", false},
		{"greylisted", StageRcpt, 450, "4.7.1 Greylisted, see you in 300 seconds", false},
		{"greylisted by a closing server", StageRcpt, 421, "4.7.0 greylisting in effect", false},
		{"their mailbox is full", StageRcpt, 452, "4.2.2 Mailbox over quota", false},
		{"their server can't be reached", StageRcpt, 451, "4.4.1 no route to host", false},
		{"disk", StageData, 452, "4.3.1 insufficient storage", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if o := answer(tt.stage, &textproto.Error{Code: tt.code, Msg: tt.text}); o.Sender != tt.want {
				t.Errorf("%+v", o)
			}
		})
	}
}

// TestLostAtTheDot: an uncertain mail is one whose last byte left.
func TestLostAtTheDot(t *testing.T) {
	t.Parallel()
	near, far := net.Pipe()
	defer func() { _ = near.Close() }()
	l := &link{wire: newWire(near)}
	if o := l.dot(nil, io.EOF); o.State != Uncertain {
		t.Errorf("all was written: %v", o)
	}
	_ = far.Close()
	if _, err := l.wire.Write([]byte(".\r\n")); err == nil {
		t.Fatal("a write to a closed pipe went through")
	}
	if o := l.dot(nil, io.EOF); o.State != NotSent || !o.Temporary() {
		t.Errorf("the dot was not written: %v", o)
	}
}

func TestEnhancedCode(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, enhanced, rest string }{
		{"with", "2.0.0 Ok: queued as 4F", "2.0.0", "Ok: queued as 4F"},
		{"without", "OK id=1abc", "", "OK id=1abc"},
		{"alone", "5.1.1", "5.1.1", ""},
		{"on each line", "5.1.1 no\n5.1.1 such user", "5.1.1", "no such user"},
		{"an address", "10.0.0.1 is listed", "", "10.0.0.1 is listed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			enhanced, rest := splitEnhanced(tt.text)
			if enhanced != tt.enhanced || rest != tt.rest {
				t.Errorf("got %q, %q", enhanced, rest)
			}
		})
	}
}

func TestBackoff(t *testing.T) {
	t.Parallel()
	b := &backoff{min: time.Second, max: 5 * time.Minute}
	var total time.Duration
	for range 20 {
		total = b.next()
	}
	if total != 5*time.Minute {
		t.Errorf("ends at %v", total)
	}
	b.reset()
	if d := b.next(); d != time.Second {
		t.Errorf("begins at %v", d)
	}
	for _, r := range []float64{0, 0.999} {
		b = &backoff{min: time.Second, max: time.Minute, random: func() float64 { return r }, tries: 3}
		if d := b.next(); d < 4*time.Second || d > 8*time.Second {
			t.Errorf("jitter %v gives %v", r, d)
		}
	}
}
