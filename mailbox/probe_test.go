package mailbox_test

import (
	"net"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

// probe returns the findings as "check: ok" or "check: what to do".
func probe(t *testing.T, a mailbox.Account, timers mailbox.Timers) map[string]mailbox.Finding {
	t.Helper()
	found := map[string]mailbox.Finding{}
	o := mailbox.ProbeOptions{IMAP: timers, SMTP: mailbox.SubmitTimers{Connect: 5 * time.Second}}
	for _, f := range mailbox.Probe(t.Context(), a, o) {
		if _, twice := found[f.Check]; twice || f.Said == "" || !f.OK && f.Do == "" {
			t.Errorf("finding %+v", f)
		}
		found[f.Check] = f
	}
	return found
}

func TestProbeOfAGoodAccount(t *testing.T) {
	t.Parallel()
	for _, mode := range []maillab.TLSMode{maillab.TLSImplicit, maillab.TLSStart, maillab.TLSNone} {
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.TLS = mode })
			a := account(lab)
			a.SMTP = smtpServer(lab)
			found := probe(t, a, quick())
			for _, check := range []string{
				"imap host", "imap connection", "imap encryption", "imap login", "folders", "sent folder", "junk folder", "other folders", "idle",
				"smtp host", "smtp connection", "smtp encryption", "smtp login",
			} {
				if !found[check].OK {
					t.Errorf("%s: %+v", check, found[check])
				}
			}
			want(t, "idled", count(lab, maillab.IdleEnded), 1)
			want(t, "mails", len(lab.Accepted()), 0)
		})
	}
}

func TestProbeSaysWhatToDo(t *testing.T) {
	t.Parallel()
	closed := func(t *testing.T) string {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = ln.Close() }()
		return ln.Addr().String()
	}
	tests := []struct {
		name   string
		is     maillab.Personality
		tls    maillab.TLSMode
		change func(t *testing.T, lab *maillab.Lab, a *mailbox.Account)
		check  string
		ok     bool
		said   string
		do     string
	}{
		{"nobody there", maillab.Personality{}, maillab.TLSNone, func(t *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP = serverAt(closed(t), maillab.TLSNone, nil, a.IMAP.Auth)
		}, "imap connection", false, "does not take connections", "imap.port"},
		{"wrong password", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP.Auth = secret{anaUser, "wrong"}
		}, "imap login", false, "refused the login", "app password"},
		{"wrong token", maillab.Personality{}, maillab.TLSImplicit, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP.Auth = &tokens{user: anaUser}
		}, "imap login", false, "refused the login", "imap.token_command"},
		{"other authority", maillab.Personality{}, maillab.TLSImplicit, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP.RootCAs = nil
		}, "imap encryption", false, "trusts", "SSL_CERT_FILE"},
		{"tls to a plain port", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP.TLS = mailbox.TLSImplicit
		}, "imap encryption", false, "does not speak TLS", "starttls"},
		{"no starttls", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.IMAP.TLS = mailbox.TLSStart
		}, "imap encryption", false, "would not be encrypted", "implicit"},
		{"black hole", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, lab *maillab.Lab, _ *mailbox.Account) {
			lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
		}, "imap encryption", false, "does not answer", "firewall"},
		{"no idle", maillab.Personality{NoIdle: true}, maillab.TLSNone, nil, "idle", true, "every minute", ""},
		{"no list-status", maillab.Personality{NoListStatus: true}, maillab.TLSNone, nil, "other folders", true, "ten minutes", ""},
		{"sent by name", maillab.Personality{NoSpecialUse: true}, maillab.TLSNone, nil, "sent folder", true, "by its name", "folders: {sent"},
		{"smtp password", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.SMTP.Auth = secret{anaUser, "wrong"}
		}, "smtp login", false, "refused the login", "app password"},
		{"smtp not offering starttls", maillab.Personality{}, maillab.TLSNone, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.SMTP.TLS = mailbox.TLSStart
		}, "smtp encryption", false, "would not be encrypted", "465"},
		{"smtp certificate for another name", maillab.Personality{}, maillab.TLSImplicit, func(_ *testing.T, _ *maillab.Lab, a *mailbox.Account) {
			a.SMTP.Host = "127.0.0.2"
		}, "smtp connection", false, "does not take connections", "smtp.port"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := newLab(t, func(o *maillab.Options) { o.Personality, o.TLS = tt.is, tt.tls })
			a := account(lab)
			a.SMTP = smtpServer(lab)
			if tt.change != nil {
				tt.change(t, lab, &a)
			}
			timers := quick()
			if tt.name == "black hole" {
				timers.Command = 100 * time.Millisecond
			}
			f := probe(t, a, timers)[tt.check]
			if f.OK != tt.ok || !strings.Contains(f.Said, tt.said) || !strings.Contains(f.Do, tt.do) {
				t.Errorf("finding %+v", f)
			}
		})
	}
}
