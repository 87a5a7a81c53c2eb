package mailbox_test

import (
	"bytes"
	"net/mail"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

// canary sends a test mail on a lab and returns the findings by their check.
func canary(t *testing.T, a mailbox.Account, change ...func(*mailbox.CanaryOptions)) (mailbox.Canaried, map[string]mailbox.Finding) {
	t.Helper()
	o := mailbox.CanaryOptions{Now: time.Now, ID: "unguessable", LocalName: "lima.example", Every: 10 * time.Millisecond, Arrive: 10 * time.Second,
		Copy: 300 * time.Millisecond, IMAP: quick()}
	for _, c := range change {
		c(&o)
	}
	result := mailbox.Canary(t.Context(), a, o)
	found := map[string]mailbox.Finding{}
	for _, f := range result.Findings {
		if _, twice := found[f.Check]; twice || f.Said == "" || !f.OK && f.Do == "" {
			t.Errorf("finding %+v", f)
		}
		found[f.Check] = f
	}
	return result, found
}

func TestCanary(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		is       maillab.Personality
		tls      maillab.TLSMode
		saves    bool
		rewrites bool
		idles    bool
	}{
		{"ordinary server", maillab.Personality{}, maillab.TLSImplicit, false, false, true},
		{"starttls", maillab.Personality{}, maillab.TLSStart, false, false, true},
		{"saves what it submits", maillab.Personality{SaveSent: true}, maillab.TLSNone, true, false, true},
		{"rewrites ids", maillab.Personality{RewriteMessageID: true}, maillab.TLSNone, false, true, true},
		{"saves and rewrites", maillab.Personality{SaveSent: true, RewriteMessageID: true}, maillab.TLSNone, true, true, true},
		{"tells nothing by itself", maillab.Personality{NoIdle: true, NoSpecialUse: true, NoListStatus: true}, maillab.TLSNone, false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.Personality, o.TLS = tt.is, tt.tls })
			a := account(lab)
			a.SMTP = smtpServer(lab)
			result, found := canary(t, a)
			for _, check := range []string{"test mail", "arrival", "sent copies", "message-ids", "clock"} {
				if f := found[check]; !f.OK || f.Do != "" {
					t.Errorf("%s: %+v", check, f)
				}
			}
			want(t, "saves", result.Saves, tt.saves)
			want(t, "rewrites", result.Rewrites, tt.rewrites)
			want(t, "told of the mail", found["new mail"].OK, tt.idles)
			want(t, "mails", len(lab.Accepted()), 1)
			want(t, "marked, moved or deleted", count(lab, maillab.Stored)+count(lab, maillab.Copied)+count(lab, maillab.Expunged)+count(lab, maillab.Appended), 0)
			raw := lab.Accepted()[0].Raw
			m, err := mail.ReadMessage(bytes.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if at, err := m.Header.Date(); err != nil || time.Since(at).Abs() > time.Hour {
				t.Errorf("the mail's date is %v, %v", at, err)
			}
			for _, line := range []string{"Auto-Submitted: auto-generated\r\n", "X-Followupd-Doctor: unguessable\r\n", "Subject: A test by followupd, please ignore it\r\n"} {
				if !bytes.Contains(raw, []byte(line)) {
					t.Errorf("the mail lacks %q:\n%s", line, raw)
				}
			}
		})
	}
}

func TestCanarySaysWhatToDo(t *testing.T) {
	t.Parallel()
	short := func(o *mailbox.CanaryOptions) { o.Arrive = 100 * time.Millisecond }
	tests := []struct {
		name   string
		change func(lab *maillab.Lab, a *mailbox.Account)
		option func(*mailbox.CanaryOptions)
		check  string
		ok     bool
		said   string
		do     string
	}{
		{"refused sender", func(lab *maillab.Lab, _ *mailbox.Account) {
			lab.FailOnce(maillab.StageMail, maillab.Fault{Reply: "550 5.7.1 not your address"})
		}, nil, "test mail", false, "not your address", "may send as ana@lima.example"},
		{"unknown recipient", func(lab *maillab.Lab, _ *mailbox.Account) {
			lab.FailOnce(maillab.StageRcpt, maillab.Fault{Reply: "550 5.1.1 user unknown"})
		}, nil, "test mail", false, "user unknown", "knows nobody called"},
		{"asked to wait", func(lab *maillab.Lab, _ *mailbox.Account) {
			lab.FailOnce(maillab.StageRcpt, maillab.Fault{Reply: "451 4.7.1 greylisted"})
		}, nil, "test mail", false, "greylisted", "Try again"},
		{"never arrives", func(_ *maillab.Lab, a *mailbox.Account) { a.Address = "ana@elsewhere.example" }, short, "arrival", false, "not seen within", "different mailboxes"},
		{"clock behind", nil, func(o *mailbox.CanaryOptions) { o.Now = func() time.Time { return time.Now().Add(-time.Hour) } }, "clock", false, "behind", "timedatectl"},
		{"clock ahead", nil, func(o *mailbox.CanaryOptions) { o.Now = func() time.Time { return time.Now().Add(time.Hour) } }, "clock", false, "1h0m", "timedatectl"},
		{"wrong password", func(_ *maillab.Lab, a *mailbox.Account) { a.SMTP.Auth = secret{anaUser, "wrong"} }, nil, "test mail", false, "refused the login", "app password"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t)
			a := account(lab)
			a.SMTP = smtpServer(lab)
			if tt.change != nil {
				tt.change(lab, &a)
			}
			var options []func(*mailbox.CanaryOptions)
			if tt.option != nil {
				options = append(options, tt.option)
			}
			result, found := canary(t, a, options...)
			if f := found[tt.check]; f.OK != tt.ok || !strings.Contains(f.Said, tt.said) || !strings.Contains(f.Do, tt.do) {
				t.Errorf("finding %+v", result.Findings)
			}
		})
	}
}

func TestCanaryInJunk(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	a := account(lab)
	a.SMTP = smtpServer(lab)
	a.Address = "someone@elsewhere.example"
	var delivered atomic.Bool
	_, found := canary(t, a, func(o *mailbox.CanaryOptions) {
		o.Progress = func(what string) {
			// The mail went elsewhere; what comes back is put into Junk.
			if strings.HasPrefix(what, "waiting") && !delivered.Swap(true) {
				if _, err := lab.Deliver(anaUser, "Junk", lab.Accepted()[0].Raw, time.Now()); err != nil {
					t.Error(err)
				}
			}
		}
	})
	if f := found["arrival"]; !f.OK || !strings.Contains(f.Said, "as junk") || !strings.Contains(f.Do, "SPF") {
		t.Errorf("finding %+v", f)
	}
}

func TestProbeSubmission(t *testing.T) {
	t.Parallel()
	lab := newLab(t, func(o *maillab.Options) { o.TLS = maillab.TLSStart })
	s := smtpServer(lab)
	var checks []string
	for _, f := range mailbox.ProbeSubmission(t.Context(), s, mailbox.ProbeOptions{IMAP: quick()}) {
		if !f.OK {
			t.Errorf("finding %+v", f)
		}
		checks = append(checks, f.Check)
	}
	want(t, "checks", strings.Join(checks, ", "), "smtp host, smtp connection, smtp encryption, smtp login")
	s.Auth = secret{anaUser, "wrong"}
	found := mailbox.ProbeSubmission(t.Context(), s, mailbox.ProbeOptions{IMAP: quick()})
	want(t, "refused login is fine", found[len(found)-1].OK, false)
}
