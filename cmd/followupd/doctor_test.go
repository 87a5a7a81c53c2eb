package main_test

import (
	"encoding/json"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/maillab"
)

type doctorFinding struct {
	Section, Check, Level, Said, Do string
}

// doctor runs it and returns its findings by section and check.
func (w *world) doctor(args ...string) (result, map[string]doctorFinding) {
	w.t.Helper()
	r := w.do(append([]string{"doctor", "--json", "--within", "20s"}, args...)...)
	var verdict struct {
		OK       bool
		Findings []doctorFinding
	}
	if err := json.Unmarshal([]byte(r.stdout), &verdict); err != nil {
		w.t.Fatalf("%v: %v", err, r)
	}
	if verdict.OK != (r.code == 0) {
		w.t.Errorf("it says ok=%v and exits with %d", verdict.OK, r.code)
	}
	found := map[string]doctorFinding{}
	for _, f := range verdict.Findings {
		if f.Said == "" || f.Level != "ok" && f.Do == "" {
			w.t.Errorf("finding %+v", f)
		}
		found[f.Section+": "+f.Check] = f
	}
	return r, found
}

// learned is what the ledger knows of the server.
func (w *world) learned() string {
	w.t.Helper()
	l, err := ledger.Open(w.t.Context(), w.path("state/ledger.db"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	var known []string
	err = l.Read(w.t.Context(), func(t *ledger.Tx) error {
		for _, name := range []string{"saves.ana", "rewrites.ana"} {
			value, err := t.Setting(name)
			if err != nil {
				return err
			}
			if value != "" {
				known = append(known, name+"="+value)
			}
		}
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return strings.Join(known, " ")
}

func TestDoctorOnAGoodMailbox(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		is      maillab.Personality
		running bool
		learned string
	}{
		{"ordinary server", maillab.Personality{}, false, ""},
		{"saves and rewrites", maillab.Personality{SaveSent: true, RewriteMessageID: true}, false, "saves.ana=yes rewrites.ana=yes"},
		{"while the daemon runs", maillab.Personality{SaveSent: true}, true, "saves.ana=yes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(o *maillab.Options) { o.Personality = tt.is })
			var d *daemon
			if tt.running {
				d = w.start().ready()
			}
			r, found := w.doctor()
			if r.code != 0 {
				t.Errorf("%v", r)
			}
			for _, check := range []string{"configuration: configuration", "configuration: state", "configuration: sequences", "mailbox ana: imap login",
				"mailbox ana: smtp login", "mailbox ana: folders", "mailbox ana: sent folder", "mailbox ana: idle", "mailbox ana: test mail",
				"mailbox ana: arrival", "mailbox ana: new mail", "mailbox ana: sent copies", "mailbox ana: message-ids", "mailbox ana: clock"} {
				if found[check].Level != "ok" {
					t.Errorf("%s: %+v", check, found[check])
				}
			}
			if f := found["you: second route"]; f.Level != "warning" || !strings.Contains(f.Do, "owner.fallback") {
				t.Errorf("second route: %+v", f)
			}
			if got := w.learned(); got != tt.learned {
				t.Errorf("the ledger knows %q, want %q", got, tt.learned)
			}
			mails := w.lab.Accepted()
			if len(mails) != 1 || mails[0].Recipient != "ana@lima.example" {
				t.Errorf("%d mails went out: %+v", len(mails), mails)
			}
			if d != nil {
				d.signal(syscall.SIGTERM)
				if code := d.end(); code != 0 || strings.Contains(d.log.String(), "level=ERROR") {
					t.Errorf("the daemon ended with %d:\n%s", code, d.log)
				}
			}
		})
	}
}

func TestDoctorSaysWhatToDo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*world)
		check  string
		level  string
		said   string
		do     string
	}{
		{"wrong password", func(w *world) { w.write("ana.password", "wrong\n") }, "mailbox ana: imap login", "failed", "refused the login", "app password"},
		{"no password file", func(w *world) { _ = os.Remove(w.path("ana.password")) }, "configuration: configuration", "failed", "there is no file", "chmod 600"},
		{"bad key", func(w *world) { w.configure("no_such_key: 1\n") }, "configuration: configuration", "failed", "config.yaml:11:1:", ""},
		{"a slip in a key", func(w *world) { w.configure("statedir: x\n") }, "configuration: configuration", "failed", "config.yaml:11:1:", "Did you mean state_dir?"},
		{"no configuration", func(w *world) { _ = os.Remove(w.path("config.yaml")) }, "configuration: configuration", "failed", "no such file", "followupd init"},
		{"nobody there", func(w *world) { w.configureFor("1", w.port(w.lab.SMTPAddr()), "") }, "mailbox ana: imap connection", "failed", "does not take connections", "imap.port"},
		{"bad sequence", func(w *world) { w.write("sequences/intro.yaml", strings.Replace(introYAML, "steps:", "stepps:", 1)) },
			"configuration: sequences", "failed", "error", "followupd lint"},
		{"no sequences", func(w *world) { _ = os.Remove(w.path("sequences/intro.yaml")) }, "configuration: sequences", "warning", "there is no sequence in", "followupd init"},
		{"others look in", func(w *world) {
			w.write("state/x", "")
			_ = os.Chmod(w.path("state"), 0o755) //nolint:gosec // that is the fault
		}, "configuration: state", "failed", "others can look into", "chmod 700"},
		{"second route fails", func(w *world) {
			text := strings.Replace(read(w.t, w.path("config.yaml")), "timezone: UTC}", "timezone: UTC, fallback: {smtp: {host: 127.0.0.1, port: 1, tls: insecure-none}}}", 1)
			w.write("config.yaml", text)
		}, "you: second connection", "failed", "does not take connections", "owner.fallback.smtp.port"},
		{"token command fails", func(w *world) {
			text := strings.Replace(read(w.t, w.path("config.yaml")), "password_file: ana.password", `token_command: [/bin/sh, -c, "echo no luck today >&2; exit 3"]`, 1)
			w.write("config.yaml", text)
		}, "mailbox ana: token command", "failed", "no luck today", "by hand"},
		{"no token, no login", func(w *world) {
			text := strings.Replace(read(w.t, w.path("config.yaml")), "password_file: ana.password", "token_command: [/no/such/command]", 1)
			w.write("config.yaml", text)
		}, "mailbox ana: imap login", "failed", "", "Mend the token command"},
		{"password for all to read", func(w *world) { _ = os.Chmod(w.path("ana.password"), 0o644) }, "configuration: configuration", "failed", "open to other users", "Close it to them: chmod 600 "},
		{"no secret of the webhook", func(w *world) {
			text := strings.Replace(read(w.t, w.path("config.yaml")), "timezone: UTC}", "timezone: UTC, webhook: {url: \"http://127.0.0.1:1/\", secret_file: hook.secret}}", 1)
			w.write("config.yaml", text)
		}, "configuration: configuration", "failed", "there is no file", "a secret of your choice"},
		{"sender refused", func(w *world) {
			w.lab.FailOnce(maillab.StageMail, maillab.Fault{Reply: "550 5.7.1 that address is not yours"})
		},
			"mailbox ana: test mail", "failed", "not yours", "may send as"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tt.change(w)
			r, found := w.doctor()
			f := found[tt.check]
			if f.Level != tt.level || !strings.Contains(f.Said, tt.said) || !strings.Contains(f.Do, tt.do) {
				t.Errorf("%s: %+v\n%v", tt.check, f, r)
			}
			if strings.Contains(f.Do, "chmod") && strings.HasSuffix(f.Do, ".") {
				t.Errorf("the command can't be copied: %s", f.Do)
			}
			if strings.Contains(f.Do, "?.") {
				t.Errorf("it ends twice: %s", f.Do)
			}
			if failed := tt.level == "failed"; failed != (r.code == 1) {
				t.Errorf("exit code %d", r.code)
			}
			if strings.Contains(r.String(), worldPassword) {
				t.Errorf("it tells the password: %v", r)
			}
		})
	}
}

func TestDoctorForPeople(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	r := w.do("doctor", "--within", "20s")
	for _, text := range []string{"Mailbox ana\n", "ok      imap login", "WARNING second route", "-> Name a second way", "Everything works, with 1 warning."} {
		if !strings.Contains(r.stdout, text) {
			t.Errorf("it doesn't say %q:\n%s", text, r.stdout)
		}
	}
	if !strings.Contains(r.stderr, "... mailbox ana: waiting up to 10s for the test mail to come in") {
		t.Errorf("it doesn't tell what it waits for:\n%s", r.stderr)
	}
}

// A server that says nothing must not keep a person waiting for ever.
func TestDoctorEndsInTime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lab.SetIMAPFault(maillab.IMAPFault{BlackHole: true})
	began := time.Now()
	r := w.do("doctor", "--within", "2s", "--json")
	if took := time.Since(began); r.code != 1 || took > 10*time.Second {
		t.Errorf("it took %v: %v", took, r)
	}
	if !strings.Contains(r.stdout, "does not answer in time") {
		t.Errorf("%v", r)
	}
}

// The daemon takes no notice of the test mails, as answers or otherwise.
func TestDoctorConfusesNobody(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *maillab.Options) { o.Personality.SaveSent = true })
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg Werke\n")
	w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	w.must("pause", "bo@berg.example")
	d := w.start().ready()
	if r, _ := w.doctor(); r.code != 0 {
		t.Fatalf("%v", r)
	}
	w.must("resume", "bo@berg.example")
	awaitMail(t, w, "bo@berg.example")
	d.logs("state=sent")
	d.signal(syscall.SIGTERM)
	d.end()
	for _, m := range w.lab.Accepted() {
		if m.Recipient != "bo@berg.example" && !strings.Contains(string(m.Raw), "X-Followupd-Doctor") {
			t.Errorf("an unexpected mail to %s:\n%s", m.Recipient, m.Raw)
		}
	}
}
