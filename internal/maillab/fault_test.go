package maillab_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// send does what a client does, step by step, and says where it failed.
func send(c *smtp.Client, to []string, raw []byte) (string, error) {
	if err := c.Auth(sasl.NewPlainClient("", "ana", password)); err != nil {
		return "auth", err
	}
	if err := c.Mail(owner, nil); err != nil {
		return "mail", err
	}
	for _, rcpt := range to {
		if err := c.Rcpt(rcpt, nil); err != nil {
			return "rcpt", err
		}
	}
	w, err := c.Data()
	if err != nil {
		return "data", err
	}
	if _, err := w.Write(raw); err != nil {
		return "body", err
	}
	if err := w.Close(); err != nil {
		return "dot", err
	}
	return "", nil
}

func TestSMTPFaults(t *testing.T) {
	t.Parallel()
	raw := letter("<1@lima.example>", owner, prospect, strings.Repeat("0123456789\r\n", 10_000))
	for _, tt := range []struct {
		name     string
		stage    maillab.Stage
		fault    maillab.Fault
		fails    string // the step at which the client notices
		code     int    // 0 for a lost connection
		accepted int
		log      string // how the log goes on after the login
	}{
		{"auth 4xx", "auth", maillab.Fault{Reply: "454 4.7.0 busy"}, "auth", 454, 0, "refused login-refused refused"},
		{"mail 4xx", "mail", maillab.Fault{Reply: "451 4.3.0 later"}, "mail", 451, 0, "login refused"},
		{"mail 421", "mail", maillab.Fault{Reply: "421 4.3.0 going"}, "mail", 421, 0, "login refused closed"},
		{"rcpt 5xx", "rcpt", maillab.Fault{Reply: "550 5.1.1 unknown"}, "rcpt", 550, 0, "login mail refused"},
		{"data 4xx", "data", maillab.Fault{Reply: "451 4.3.0 later"}, "data", 451, 0, "login mail rcpt refused"},
		{"data 5xx", "data", maillab.Fault{Reply: "554 5.7.1 no"}, "data", 554, 0, "login mail rcpt refused"},
		{"dropped before DATA", "data", maillab.Fault{Drop: true}, "data", 0, 0, "login mail rcpt dropped"},
		{"dropped at once in DATA", "body", maillab.Fault{Drop: true}, "body dot", 0, 0, "login mail rcpt data dropped"},
		{"dropped in DATA", "body", maillab.Fault{Drop: true, After: 60_000}, "body dot", 0, 0, "login mail rcpt data dropped"},
		{"dropped after the dot, lost", "dot", maillab.Fault{Drop: true}, "dot", 0, 0, "login mail rcpt data dot dropped"},
		{"dropped after the dot, kept", "dot", maillab.Fault{Drop: true, Keep: true}, "dot", 0, 1, "login mail rcpt data dot accepted dropped"},
		{"dot 4xx", "dot", maillab.Fault{Reply: "451 4.3.0 later"}, "dot", 451, 0, "login mail rcpt data dot refused answered"},
		{"dot 4xx, kept", "dot", maillab.Fault{Reply: "451 4.3.0 later", Keep: true}, "dot", 451, 1, "login mail rcpt data dot accepted refused answered"},
		{"dot 5xx", "dot", maillab.Fault{Reply: "554 5.7.1 spam"}, "dot", 554, 0, "login mail rcpt data dot refused answered"},
		{"slow", "dot", maillab.Fault{Delay: 10 * time.Millisecond, Drip: time.Microsecond}, "", 0, 1, "login mail rcpt data dot accepted answered"},
		{"body too short to drop", "body", maillab.Fault{Drop: true, After: 1 << 20}, "", 0, 1, "login mail rcpt data dot accepted answered"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := start(t, nil)
			lab.FailOnce(tt.stage, tt.fault)
			c := greeted(t, lab)
			step, err := send(c, []string{prospect}, raw)
			if tt.fails == "" && err != nil || tt.fails != "" && !strings.Contains(tt.fails, step) || (err == nil) != (tt.fails == "") {
				t.Fatalf("failed at %q with %v", step, err)
			}
			var said *smtp.SMTPError
			if errors.As(err, &said); tt.code != 0 && (said == nil || said.Code != tt.code) || tt.code == 0 && said != nil {
				t.Errorf("error %v, want code %d", err, tt.code)
			}
			if got := len(lab.Accepted()); got != tt.accepted {
				t.Errorf("%d mails accepted, want %d", got, tt.accepted)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			defer cancel()
			want := "connected " + tt.log
			if _, err := lab.Await(ctx, 0, func(maillab.Entry) bool { return kinds(lab.Log(), "smtp") == want }); err != nil {
				t.Errorf("log %q, want %q", kinds(lab.Log(), "smtp"), want)
			}
			if tt.code == 421 || tt.fails != "" && tt.code == 0 {
				return
			}
			// The fault is used up, and the connection still serves.
			_ = c.Reset()
			if err := c.SendMail(owner, []string{prospect}, bytes.NewReader(raw)); tt.stage != "auth" && err != nil {
				t.Errorf("the next mail failed: %v", err)
			}
		})
	}
}

func TestSMTPRefusesTheConnection(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	for _, f := range []maillab.Fault{{Reply: "554 5.3.2 no service"}, {Reply: "421 4.3.2 busy"}, {Drop: true}} {
		lab.FailOnce(maillab.StageConnect, f)
		c, err := smtp.Dial(lab.SMTPAddr())
		if err == nil {
			err = c.Hello("localhost")
			_ = c.Close()
		}
		if err == nil {
			t.Errorf("%+v let the client in", f)
		}
	}
}

func TestSMTPRecipientsDiffer(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	lab.SetSMTPFault(func(tx maillab.Transaction) maillab.Fault {
		if tx.Stage == maillab.StageRcpt && strings.HasPrefix(tx.Recipient, "gone@") {
			return maillab.Fault{Reply: "550 5.1.1 no such user"}
		}
		return maillab.Fault{}
	})
	c := submitter(t, lab)
	if err := c.Mail(owner, nil); err != nil {
		t.Fatal(err)
	}
	if err := c.Rcpt("gone@firm.example", nil); err == nil {
		t.Error("gone@ was taken")
	}
	if err := c.Rcpt(prospect, nil); err != nil {
		t.Error(err)
	}
}

func TestSMTPNoticesALostClient(t *testing.T) {
	t.Parallel()
	for _, stage := range []maillab.Stage{maillab.StageData, maillab.StageDot} {
		t.Run(string(stage), func(t *testing.T) {
			t.Parallel()
			lab := start(t, nil)
			lab.FailOnce(stage, maillab.Fault{Delay: time.Hour})
			c := greeted(t, lab)
			done := make(chan struct{})
			go func() {
				defer close(done)
				_, _ = send(c, []string{prospect}, letter("<1@x.example>", owner, prospect, "hi"))
			}()
			if stage == maillab.StageDot {
				await(t, lab, maillab.DotCame)
			} else {
				await(t, lab, maillab.RcptTo)
			}
			_ = c.Close()
			<-done
			if e := await(t, lab, maillab.Lost); e.Tx != 1 {
				t.Errorf("lost at %+v", e)
			}
			if n := len(lab.Accepted()); n != 0 {
				t.Errorf("%d mails accepted of a client that went away", n)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	now := make(chan time.Time, 1)
	now <- noon
	clock := func() time.Time { at := <-now; now <- at; return at }
	lab := start(t, func(o *maillab.Options) {
		o.Now = clock
		o.Accounts = []maillab.Account{{User: "ana", Tokens: map[string]time.Time{"good": noon.Add(time.Hour)}}}
	})
	mechanisms := map[string]func(token string) sasl.Client{
		"XOAUTH2": func(token string) sasl.Client { return &xoauth2{token: token} },
		"OAUTHBEARER": func(token string) sasl.Client {
			return sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: "ana", Token: token})
		},
	}
	check := func(t *testing.T, token string, want bool) {
		t.Helper()
		for name, mech := range mechanisms {
			in := connect(t, lab, nil)
			if !in.Caps().Has(imap.Cap("AUTH="+name)) || in.Caps().Has("AUTH=PLAIN") {
				t.Errorf("IMAP offers %v", in.Caps())
			}
			if err := in.Authenticate(mech(token)); (err == nil) != want {
				t.Errorf("IMAP %s with %q: %v", name, token, err)
			}
			out := greeted(t, lab)
			if err := out.Auth(mech(token)); (err == nil) != want {
				t.Errorf("SMTP %s with %q: %v", name, token, err)
			}
		}
	}
	check(t, "good", true)
	check(t, "bad", false)
	if err := lab.SetToken("ana", "new", time.Time{}); err != nil {
		t.Fatal(err)
	}
	check(t, "new", true)
	if err := lab.SetToken("ana", "new", noon); err != nil {
		t.Fatal(err)
	}
	check(t, "new", false)
	<-now
	now <- noon.Add(time.Hour)
	check(t, "good", false)
	if err := lab.SetToken("nobody", "x", noon); err == nil {
		t.Error("a token for nobody")
	}
}

// xoauth2 is the client's side, which acknowledges a refusal with an empty line.
type xoauth2 struct{ token string }

func (x *xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=ana\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

func (x *xoauth2) Next([]byte) ([]byte, error) { return []byte{}, nil }

func TestLoginMechanism(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	if err := greeted(t, lab).Auth(sasl.NewLoginClient("ana", password)); err != nil {
		t.Error(err)
	}
	if err := greeted(t, lab).Auth(sasl.NewLoginClient("ana", "wrong")); err == nil {
		t.Error("SMTP let a wrong password in")
	}
	if err := connect(t, lab, nil).Login("ana", "wrong").Wait(); err == nil {
		t.Error("IMAP let a wrong password in")
	}
	if err := greeted(t, lab).Mail(owner, nil); err == nil {
		t.Error("SMTP took a mail without login")
	}
}

func TestIMAPBreaks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		end  func(*maillab.Lab)
	}{
		{"dropped", func(l *maillab.Lab) { l.DropIMAP() }},
		{"bye", func(l *maillab.Lab) { l.ByeIMAP("see you") }},
		{"new uidvalidity", func(l *maillab.Lab) { _ = l.SetUIDValidity("ana", "INBOX", 7) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lab := start(t, nil)
			c := login(t, lab, nil)
			if _, err := c.Select("INBOX", nil).Wait(); err != nil {
				t.Fatal(err)
			}
			tt.end(lab)
			if err := c.Noop().Wait(); err == nil {
				t.Error("the connection still serves")
			}
			login(t, lab, nil)
		})
	}
}

func TestIMAPFaults(t *testing.T) {
	t.Parallel()
	t.Run("black hole", func(t *testing.T) {
		t.Parallel()
		lab := start(t, nil)
		c := login(t, lab, nil)
		lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
		noop := make(chan error, 1)
		go func() { noop <- c.Noop().Wait() }()
		select {
		case err := <-noop:
			t.Fatalf("a black hole answered: %v", err)
		case <-time.After(100 * time.Millisecond):
		}
		lab.SetIMAPFault(maillab.IMAPFault{})
		if err := <-noop; err != nil {
			t.Errorf("nothing came once it was lifted: %v", err)
		}
	})
	t.Run("refused login", func(t *testing.T) {
		t.Parallel()
		lab := start(t, nil)
		lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] try later"})
		err := connect(t, lab, nil).Login("ana", password).Wait()
		var said *imap.Error
		if !errors.As(err, &said) || said.Code != imap.ResponseCodeUnavailable || said.Text != "try later" {
			t.Errorf("error %v", err)
		}
		await(t, lab, maillab.LoginRefused)
	})
	t.Run("cut here and there", func(t *testing.T) {
		t.Parallel()
		lab := start(t, nil)
		if _, err := lab.Deliver("ana", "INBOX", letter("<1@x.example>", prospect, owner, "yes"), time.Time{}); err != nil {
			t.Fatal(err)
		}
		for n := int64(1); ; n += 17 {
			lab.SetIMAPFault(maillab.IMAPFault{CutAfter: n})
			if readAll(t, lab) == nil {
				if n < 500 {
					t.Errorf("a cut after %d bytes did no harm", n)
				}
				return
			}
		}
	})
	t.Run("slow", func(t *testing.T) {
		t.Parallel()
		lab := start(t, nil)
		c := login(t, lab, nil)
		lab.SetIMAPFault(maillab.IMAPFault{Delay: 30 * time.Millisecond})
		begun := time.Now()
		if err := c.Noop().Wait(); err != nil || time.Since(begun) < 30*time.Millisecond {
			t.Errorf("answered after %v, error %v", time.Since(begun), err)
		}
	})
}

// readAll reads INBOX in a session of its own and returns what went wrong.
func readAll(t *testing.T, lab *maillab.Lab) error {
	t.Helper()
	c, err := imapclient.DialInsecure(lab.IMAPAddr(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if err := c.Login("ana", password).Wait(); err != nil {
		return err
	}
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		return err
	}
	_, err = fetchBody(c, 1)
	return err
}

// fetchBody reads a mail without the client's Collect: where the connection
// breaks within a body, that takes the part for the whole, and goes on reading
// beside the client's own reader.
func fetchBody(c *imapclient.Client, uid imap.UID) ([]byte, error) {
	section := &imap.FetchItemBodySection{Peek: true}
	cmd := c.Fetch(imap.UIDSetNum(uid), &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{section}})
	var body []byte
	for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
		for item := msg.Next(); item != nil; item = msg.Next() {
			b, ok := item.(imapclient.FetchItemDataBodySection)
			if !ok {
				continue
			}
			var err error
			if body, err = io.ReadAll(b.Literal); err != nil {
				return nil, err
			}
			if int64(len(body)) < b.Literal.Size() {
				return nil, io.ErrUnexpectedEOF
			}
		}
	}
	return body, cmd.Close()
}

func TestPoison(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	for range 3 {
		if _, err := lab.Deliver("ana", "INBOX", letter("<1@x.example>", prospect, owner, "yes"), time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(lab.SetPoison("ana", "INBOX", 2, maillab.PoisonBody), lab.SetPoison("ana", "INBOX", 3, maillab.PoisonAll)); err != nil {
		t.Fatal(err)
	}
	header := []*imap.FetchItemBodySection{{Specifier: imap.PartSpecifierHeader, Peek: true}}
	whole := []*imap.FetchItemBodySection{{Peek: true}}
	for _, tt := range []struct {
		name string
		uid  imap.UID
		what []*imap.FetchItemBodySection
		ok   bool
	}{
		{"healthy", 1, whole, true},
		{"body", 2, whole, false},
		{"body's header", 2, header, true},
		{"all's header", 3, header, false},
		{"all's flags", 3, nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := login(t, lab, nil)
			if _, err := c.Select("INBOX", nil).Wait(); err != nil {
				t.Fatal(err)
			}
			got, err := c.Fetch(imap.UIDSetNum(tt.uid), &imap.FetchOptions{UID: true, Flags: true, BodySection: tt.what}).Collect()
			if (err == nil) != tt.ok || tt.ok && len(got) != 1 {
				t.Errorf("got %d mails, error %v", len(got), err)
			}
		})
	}
}
