package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"
)

const (
	mailboxAddress = "ana@lima.test"
	ownerAddress   = "owner@boss.test"
)

// buildBinary builds the program as a release is built.
func buildBinary(ctx context.Context, dir string) (path string, size int64, err error) {
	path = filepath.Join(dir, "followupd")
	c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, "followupd/cmd/followupd")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return "", 0, fmt.Errorf("go build: %w\n%s", err, out)
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", 0, err
	}
	return path, info.Size(), nil
}

// place is a pair of mail servers and a configuration of their mailbox.
type place struct {
	binary  string
	dir     string
	dovecot *dovecot.Server
	smtp    *maillab.Lab
}

// settings are what differs between the places.
type settings struct {
	live  bool
	steps string // of the sequence, in YAML
}

func newPlace(binary string, s settings) (p *place, err error) {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, err
	}
	p = &place{binary: binary, dir: dir}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.close())
		}
	}()
	if err := os.Mkdir(p.path("dovecot"), 0o755); err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil { // Dovecot's mail user goes through it
		return nil, err
	}
	if p.dovecot, err = dovecot.Run(p.path("dovecot"), time.Now); err != nil {
		return nil, err
	}
	p.smtp, err = maillab.New(maillab.Options{Now: time.Now, TLS: maillab.TLSStart,
		Accounts: []maillab.Account{{User: "ana", Password: dovecot.Password, Address: mailboxAddress}}})
	if err != nil {
		return nil, err
	}
	return p, p.configure(s)
}

func (p *place) close() error {
	var errs []error
	if p.smtp != nil {
		errs = append(errs, p.smtp.Close())
	}
	if p.dovecot != nil {
		errs = append(errs, p.dovecot.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(p.dir))...)
}

func (p *place) path(name ...string) string {
	return filepath.Join(append([]string{p.dir}, name...)...)
}

func (p *place) configure(s settings) error {
	_, imapPort, _ := net.SplitHostPort(p.dovecot.IMAPAddr())
	_, smtpPort, _ := net.SplitHostPort(p.smtp.SMTPAddr())
	files := map[string]string{
		"ca.pem":       string(slices.Concat(p.dovecot.CA(), p.smtp.CA())),
		"ana.password": dovecot.Password + "\n",
		"config.yaml": fmt.Sprintf(`state_dir: state
sequences: sequences
templates: templates
owner: {email: %s, timezone: UTC}
status_mail: {enabled: false}
mailboxes:
  - name: ana
    live: %t
    address: Ana Lima <%s>
    timezone: UTC
    imap: {host: 127.0.0.1, port: %s, tls: implicit, username: ana, password_file: ana.password}
    smtp: {host: 127.0.0.1, port: %s, tls: starttls}
    limits: {per_hour: 100000, per_day: 100000, gap: 0s, per_person: 0s}
`, ownerAddress, s.live, mailboxAddress, imapPort, smtpPort),
		"sequences/intro.yaml":  "name: intro\ngoal: a first conversation\nmailbox: ana\nwindow: always\nsteps:\n" + s.steps,
		"templates/values.yaml": "values:\n  - {id: list, title: the checklist, good_for: finding the lost days}\n  - {id: end, title: a clear end, good_for: an empty desk}\n",
		"templates/first.md": `---
subject: Quotes at {{ .company }}
---
Hi {{ .first_name }},

A quote that goes out two days late often loses the order. I put {{ .value.title }} below for {{ .company }}.

Which part of a quote takes you longest?

Best regards,
{{ .sender.name }}
`,
		"templates/last.md": "---\n---\nHi {{ .first_name }},\n\nIs a plain no the right answer for now?\n\nBest regards,\n{{ .sender.name }}\n",
	}
	return p.write(files)
}

// write writes files, by their names in the place.
func (p *place) write(files map[string]string) error {
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(p.path(name)), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(p.path(name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

const (
	oneStep  = "  - {id: first, template: first, objective: learn what takes longest, value: list}\n"
	twoSteps = oneStep + "  - {id: last, wait: 30d, template: last, objective: a yes or a no, value: end}\n"
)

// command is one of the program, with the configuration of the place unless the
// arguments name another.
func (p *place) command(ctx context.Context, args ...string) *exec.Cmd {
	if !slices.Contains(args, "--config") {
		args = append(args, "--config", p.path("config.yaml"))
	}
	c := exec.CommandContext(ctx, p.binary, args...)
	c.Env = append(os.Environ(), "SSL_CERT_FILE="+p.path("ca.pem"), "NOTIFY_SOCKET="+p.path("notify"))
	return c
}

// person is the address of the n-th prospect, each of a company of their own.
func person(n int) string { return fmt.Sprintf("dana%d@firm-%d.test", n, n) }

// enrol imports n prospects.
func (p *place) enrol(ctx context.Context, n int) error {
	var b strings.Builder
	b.WriteString("email,first_name,last_name,company,reason,source\n")
	for i := range n {
		fmt.Fprintf(&b, "%s,Dana,Berg,Firm %d,met at the fair,card\n", person(i), i)
	}
	if err := os.WriteFile(p.path("people.csv"), []byte(b.String()), 0o600); err != nil {
		return err
	}
	if out, err := p.command(ctx, "import", p.path("people.csv"), "--sequence", "intro").CombinedOutput(); err != nil {
		return fmt.Errorf("import: %w\n%s", err, out)
	}
	return nil
}
