package main_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// binary is the program under test, built once.
var binary string

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "followupd-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if binary = os.Getenv("FOLLOWUPD_BINARY"); binary == "" {
		binary = filepath.Join(dir, "followupd")
		build := exec.Command("go", "build", "-o", binary, ".")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build: %v\n%s", err, out)
			return 1
		}
	}
	return m.Run()
}

// patience is how long a test waits for what must come. It is never waited out
// where things are right.
const patience = 30 * time.Second

// output is what a process writes; a reader can wait for it.
type output struct {
	mu   sync.Mutex
	b    bytes.Buffer
	more chan struct{} // closed and replaced at each write
}

func newOutput() *output { return &output{more: make(chan struct{})} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n, err := o.b.Write(p)
	close(o.more)
	o.more = make(chan struct{})
	return n, err
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// times says how often a text was written, and what is closed at the next write.
func (o *output) times(text string) (n int, more <-chan struct{}) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return strings.Count(o.b.String(), text), o.more
}

// result is how a command ended.
type result struct {
	code           int
	stdout, stderr string
}

func (r result) String() string {
	return fmt.Sprintf("exit code %d\nstdout:\n%s\nstderr:\n%s", r.code, r.stdout, r.stderr)
}

// environment is what a command gets beside a bare PATH.
func environment(more ...string) []string {
	return append([]string{"PATH=" + os.Getenv("PATH"), "HOME=/nonexistent"}, more...)
}

// command runs the program to its end.
func command(t *testing.T, dir string, env []string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*patience)
	defer cancel()
	var out, errs bytes.Buffer
	c := exec.CommandContext(ctx, binary, args...)
	c.Dir, c.Env, c.Stdout, c.Stderr = dir, env, &out, &errs
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{c.ProcessState.ExitCode(), out.String(), errs.String()}
}

// world is a mail server with one account and a configuration for it.
type world struct {
	t   *testing.T
	lab *maillab.Lab
	dir string
	env []string
}

const worldPassword = "hunter2-sesame-open"

func newWorld(t *testing.T, change ...func(*maillab.Options)) *world {
	t.Helper()
	o := maillab.Options{Now: time.Now, TLS: maillab.TLSImplicit,
		Accounts: []maillab.Account{{User: "ana", Password: worldPassword, Address: "ana@lima.example"}}}
	for _, c := range change {
		c(&o)
	}
	lab, err := maillab.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lab.Close() })
	w := &world{t: t, lab: lab, dir: t.TempDir()}
	w.write("ca.pem", string(lab.CA()))
	w.write("ana.password", worldPassword+"\n")
	w.env = environment("SSL_CERT_FILE=" + filepath.Join(w.dir, "ca.pem"))
	w.configure("")
	w.write("sequences/intro.yaml", introYAML)
	w.write("templates/opening.md", openingMD)
	w.write("templates/values.yaml", "values:\n  - {id: list, title: a short list, good_for: \"finding where a quote waits\"}\n")
	return w
}

const introYAML = `name: intro
goal: a first talk
mailbox: ana
window: {days: [mon, tue, wed, thu, fri, sat, sun], hours: "00:00-24:00", zone: prospect, holidays: none}
steps:
  - id: opening
    template: opening
    objective: learn whether late quotes cost them orders
    value: list
`

const openingMD = `---
subject: Quotes at {{ .company }}
---
Hi {{ .first_name }},

A quote that goes out late often loses the order. To find where yours waits, write down {{ .value.title }} of its stations.

Which part of a quote takes longest at your firm?

{{ .sender.name }}

P.S. If this is no use to you, tell me in a word and you will not hear from me again.
`

// configure writes the configuration; more are lines for its end, at the top
// level.
func (w *world) configure(more string) {
	w.t.Helper()
	w.configureFor(w.port(w.lab.IMAPAddr()), w.port(w.lab.SMTPAddr()), more)
}

// configureFor is configure for servers on other ports.
func (w *world) configureFor(imap, smtp, more string) {
	w.t.Helper()
	w.write("config.yaml", `state_dir: state
owner: {name: Ana Lima, email: ana@lima.example, timezone: UTC}
status_mail: {enabled: false}
mailboxes:
  - name: ana
    live: true
    address: Ana Lima <ana@lima.example>
    imap: {host: 127.0.0.1, port: `+imap+`, tls: implicit, username: ana, password_file: ana.password}
    smtp: {host: 127.0.0.1, port: `+smtp+`, tls: implicit}
    limits: {gap: 0s, per_person: 0s}
`+more)
}

func (w *world) port(addr string) string {
	w.t.Helper()
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		w.t.Fatal(err)
	}
	return port
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

func (w *world) write(name, text string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// do runs a command on this world's configuration.
func (w *world) do(args ...string) result {
	w.t.Helper()
	return command(w.t, w.dir, w.env, append(args, "--config", w.path("config.yaml"))...)
}

// must is do for what has to succeed.
func (w *world) must(args ...string) result {
	w.t.Helper()
	r := w.do(args...)
	if r.code != 0 {
		w.t.Fatalf("followupd %s: %v", strings.Join(args, " "), r)
	}
	return r
}

// daemon is a running followupd.
type daemon struct {
	t     *testing.T
	cmd   *exec.Cmd
	log   *output // both of its outputs
	said  *output // what it told systemd, one message a line
	ended chan struct{}
}

// start starts the daemon, with a socket on which it talks with systemd.
func (w *world) start(env ...string) *daemon {
	w.t.Helper()
	return w.startAs([]string{binary, "run", "--config", w.path("config.yaml")}, env...)
}

func (w *world) startAs(argv []string, env ...string) *daemon {
	w.t.Helper()
	d := &daemon{t: w.t, log: newOutput(), said: newOutput(), ended: make(chan struct{})}
	// A socket's path must be short.
	dir, err := os.MkdirTemp("", "fu")
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = conn.Close() })
	go func() {
		for b := make([]byte, 4096); ; {
			n, err := conn.Read(b)
			if err != nil {
				return
			}
			_, _ = fmt.Fprintf(d.said, "%s\n", b[:n])
		}
	}()
	d.cmd = exec.Command(argv[0], argv[1:]...)
	d.cmd.Dir, d.cmd.Stdout, d.cmd.Stderr = w.dir, d.log, d.log
	d.cmd.Env = append(append(append([]string{}, w.env...), "NOTIFY_SOCKET="+socket), env...)
	if err := d.cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	go func() {
		_ = d.cmd.Wait() // the code is in ProcessState
		close(d.ended)
	}()
	w.t.Cleanup(func() {
		_ = d.cmd.Process.Kill()
		<-d.ended
	})
	return d
}

// ready waits until the daemon is.
func (d *daemon) ready() *daemon {
	d.t.Helper()
	d.saysTimes(1, "READY=1")
	return d
}

// says waits until the daemon told systemd something.
func (d *daemon) says(text string) {
	d.t.Helper()
	d.saysTimes(1, text)
}

func (d *daemon) saysTimes(n int, text string) {
	d.t.Helper()
	d.await(d.said, n, text)
}

// logs waits until a text stands in the log.
func (d *daemon) logs(text string) {
	d.t.Helper()
	d.logsTimes(1, text)
}

func (d *daemon) logsTimes(n int, text string) {
	d.t.Helper()
	d.await(d.log, n, text)
}

func (d *daemon) await(o *output, times int, text string) {
	d.t.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	for ended := d.ended; ; {
		n, more := o.times(text)
		if n >= times {
			return
		}
		if ended == nil {
			d.t.Fatalf("it ended with %d and never wrote %q; the log:\n%s", d.cmd.ProcessState.ExitCode(), text, d.log)
		}
		select {
		case <-more:
		case <-ended:
			ended = nil // what it wrote last may stand there now
		case <-late.C:
			d.t.Fatalf("%q was written %d times, not %d; told systemd:\n%s\nthe log:\n%s", text, n, times, d.said, d.log)
		}
	}
}

func (d *daemon) signal(s os.Signal) {
	d.t.Helper()
	if err := d.cmd.Process.Signal(s); err != nil {
		d.t.Fatal(err)
	}
}

// end waits until the daemon has ended and gives its exit code.
func (d *daemon) end() int {
	d.t.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-d.ended:
	case <-late.C:
		d.t.Fatalf("it doesn't end:\n%s", d.log)
	}
	return d.cmd.ProcessState.ExitCode()
}
