// Package e2e_test runs the program as its users do: the real binary, a real
// configuration, Dovecot and an SMTP server over TLS, people who answer, and
// everything going wrong on the way. It judges from what the servers saw and
// from what the program's own commands say, and never looks into the ledger.
package e2e_test

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/csv"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"followupd/internal/maillab"
	"followupd/internal/maillab/dovecot"
)

const (
	mailboxAddress = "ana@lima.test"
	ownerAddress   = "owner@boss.test"
	otherFolder    = "Customers" // where a rule of the owner's files some answers
)

// world is what stands around the program: its mail servers and its files.
type world struct {
	t       *testing.T
	dovecot *dovecot.Server
	smtp    *maillab.Lab
	dir     string

	mu   sync.Mutex // one command at a time on imap
	imap *imapclient.Client
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, dovecot: dovecot.Start(t), dir: t.TempDir()}
	if keep := os.Getenv(keepVariable); keep != "" {
		w.dir = keep
	}
	var err error
	w.smtp, err = maillab.New(maillab.Options{Now: time.Now, TLS: maillab.TLSStart,
		Accounts: []maillab.Account{{User: "ana", Password: dovecot.Password, Address: mailboxAddress}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.smtp.Close() })
	w.login()
	if err := w.imap.Create(otherFolder, nil).Wait(); err != nil {
		t.Fatal(err)
	}
	w.writeFiles()
	return w
}

func (w *world) login() {
	w.t.Helper()
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(w.dovecot.CA())
	var err error
	w.imap, err = imapclient.DialTLS(w.dovecot.IMAPAddr(), &imapclient.Options{TLSConfig: &tls.Config{RootCAs: pool, ServerName: "127.0.0.1", MinVersion: tls.VersionTLS12}})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = w.imap.Close() })
	if err := w.imap.Login(w.dovecot.User()).Wait(); err != nil {
		w.t.Fatal(err)
	}
}

// put files a mail in a folder as another program of the owner's would, and
// says when the server had it. A zero at is now.
func (w *world) put(folder string, raw []byte, at time.Time) (time.Time, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	cmd := w.imap.Append(folder, int64(len(raw)), &imap.AppendOptions{Time: at})
	if _, err := cmd.Write(raw); err != nil {
		return time.Time{}, err
	}
	if err := cmd.Close(); err != nil {
		return time.Time{}, err
	}
	_, err := cmd.Wait()
	return time.Now(), err
}

func (w *world) path(name ...string) string {
	return filepath.Join(append([]string{w.dir}, name...)...)
}

func (w *world) writeFile(name, text string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// writeFiles writes everything that an owner would: configuration, password,
// sequence, templates and the catalogue of values.
func (w *world) writeFiles() {
	w.t.Helper()
	_, imapPort, _ := net.SplitHostPort(w.dovecot.IMAPAddr())
	_, smtpPort, _ := net.SplitHostPort(w.smtp.SMTPAddr())
	w.writeFile("ca.pem", string(slices.Concat(w.dovecot.CA(), w.smtp.CA())))
	w.writeFile("ana.password", dovecot.Password+"\n")
	w.writeFile("config.yaml", fmt.Sprintf(`state_dir: state
sequences: sequences
templates: templates
owner: {name: Ana Lima, email: %s, timezone: UTC}
status_mail: {enabled: false}
mailboxes:
  - name: ana
    live: true
    address: Ana Lima <%s>
    timezone: UTC
    imap: {host: 127.0.0.1, port: %s, tls: implicit, username: ana, password_file: ana.password}
    smtp: {host: 127.0.0.1, port: %s, tls: starttls}
    limits: {per_hour: 100000, per_day: 100000, gap: 0s, per_person: 0s}
    handover: {group: 2s}
`, ownerAddress, mailboxAddress, imapPort, smtpPort))
	w.writeFile("sequences/intro.yaml", `name: intro
goal: a first conversation about their quotes
mailbox: ana
window: always
steps:
  - {id: first, template: first, objective: learn which part takes longest, value: checklist}
  - {id: second, wait: 5s, template: second, objective: learn what has changed, value: figures}
  - {id: third, wait: 5s, template: third, objective: "a yes or a no, both welcome", value: peace}
`)
	w.writeFile("templates/values.yaml", `values:
  - {id: checklist, title: the quoting checklist, good_for: finding where a quote loses its days}
  - {id: figures, title: the figures on quoting times, good_for: seeing how your own times compare}
  - {id: peace, title: a clear end, good_for: an empty desk}
`)
	for step, text := range map[string]string{
		"first":  "---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nA quote that goes out two days late often loses the order. I put {{ .value.title }} below for {{ .company }}.\n\nWhich part of a quote takes you longest?\n\nBest regards,\n{{ .sender.name }}\n",
		"second": "---\n---\nHi {{ .first_name }},\n\nHere are {{ .value.title }} that {{ .company }} can hold its own against.\n\nWhat has changed in your quotes this year?\n\nBest regards,\n{{ .sender.name }}\n",
		"third":  "---\n---\nHi {{ .first_name }},\n\nYour desk at {{ .company }} should be free of mails that don't help.\n\nIs a plain no the right answer for now?\n\nBest regards,\n{{ .sender.name }}\n",
	} {
		w.writeFile("templates/"+step+".md", text)
	}
}

// stepOf tells a step's mail by words that its template alone has.
func stepOf(text string) string {
	for step, words := range map[string]string{"first": "takes you longest", "second": "What has changed in your quotes", "third": "Is a plain no"} {
		if strings.Contains(strings.Join(strings.Fields(text), " "), words) {
			return step
		}
	}
	return ""
}

func writePeople(people []*prospect) string {
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	_ = c.Write([]string{"email", "first_name", "last_name", "company", "reason", "source"})
	for _, p := range people {
		_ = c.Write([]string{p.address, p.first, p.last, p.company, "met at the fair", "card, 12 November"})
	}
	c.Flush()
	return b.String()
}
