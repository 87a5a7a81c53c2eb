package e2e_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the driver of the ledger
)

// build makes the binary as a release would.
func build(t *testing.T, into string) string {
	t.Helper()
	binary := filepath.Join(into, "followupd")
	c := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "followupd/cmd/followupd")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// program is the binary with its configuration.
type program struct {
	t      *testing.T
	binary string
	world  *world
	log    *os.File

	mu      sync.Mutex
	daemon  *exec.Cmd
	exited  chan struct{}
	kills   int
	strange []string // ends that nobody asked for

	ready chan struct{} // a daemon has said READY
}

func newProgram(t *testing.T, w *world) *program {
	t.Helper()
	log, err := os.Create(w.path("daemon.log"))
	if err != nil {
		t.Fatal(err)
	}
	p := &program{t: t, binary: build(t, w.dir), world: w, log: log, ready: make(chan struct{}, 1)}
	p.listen()
	t.Cleanup(func() {
		p.kill()
		_ = log.Close()
	})
	return p
}

// listen hears what the daemon tells systemd (sd_notify(3)).
func (p *program) listen() {
	p.t.Helper()
	socket, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: p.world.path("notify"), Net: "unixgram"})
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = socket.Close() })
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := socket.Read(buf)
			if err != nil {
				return // the test is over
			}
			if strings.HasPrefix(string(buf[:n]), "READY=1") {
				select {
				case p.ready <- struct{}{}:
				default:
				}
			}
		}
	}()
}

// awaitReady waits until the daemon last started is ready.
func (p *program) awaitReady() bool {
	select {
	case <-p.ready:
		return true
	case <-time.After(20 * time.Second):
		p.t.Error("the daemon does not say READY")
		return false
	}
}

func (p *program) command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, p.binary, append(args, "--config", p.world.path("config.yaml"))...)
	c.Env = append(os.Environ(), "SSL_CERT_FILE="+p.world.path("ca.pem"), "TZ=UTC")
	c.SysProcAttr = attributes()
	return c
}

// run runs one command to its end.
func (p *program) run(args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(p.t.Context(), 30*time.Second)
	defer cancel()
	c := p.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil {
		return stdout.String(), fmt.Errorf("followupd %s: %w\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return stdout.String(), nil
}

// listing runs a listing and reads its JSON, one object a line.
func listing[T any](p *program, args ...string) ([]T, error) {
	out, err := p.run(append(args, "--json")...)
	if err != nil {
		return nil, err
	}
	var all []T
	for d := json.NewDecoder(strings.NewReader(out)); ; {
		var one T
		if err := d.Decode(&one); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("followupd %s --json: %w\n%s", strings.Join(args, " "), err, out)
		}
		all = append(all, one)
	}
}

// start starts the daemon.
func (p *program) start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.ready: // of one that is dead by now
	default:
	}
	fmt.Fprintf(p.log, "--- start at %s\n", time.Now().UTC().Format("15:04:05.000"))
	c := p.command(context.Background(), "run")
	c.Env = append(c.Env, "NOTIFY_SOCKET="+p.world.path("notify"))
	c.Stdout, c.Stderr = p.log, p.log
	if err := c.Start(); err != nil {
		p.t.Error(err)
		return
	}
	exited := make(chan struct{})
	p.daemon, p.exited = c, exited
	go func() {
		err := c.Wait()
		p.mu.Lock()
		defer p.mu.Unlock()
		if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() {
			p.strange = append(p.strange, fmt.Sprintf("the daemon ended by itself at %s: %v", time.Now().UTC().Format("15:04:05.000"), err))
		}
		close(exited)
	}()
}

// kill kills the daemon as a power cut would, and waits for its end.
func (p *program) kill() {
	p.mu.Lock()
	c, exited := p.daemon, p.exited
	p.daemon = nil
	if c != nil {
		p.kills++
		_ = c.Process.Kill() // it may have ended already
	}
	p.mu.Unlock()
	if c != nil {
		<-exited
	}
}

// restart kills the daemon and starts it anew: it reads the whole mailbox at its
// start, which otherwise takes it up to a minute.
func (p *program) restart() {
	p.t.Helper()
	p.kill()
	p.start()
	if !p.awaitReady() {
		p.t.FailNow()
	}
}

// pass restarts the daemon as if it had been off for a while: what its ledger
// says of when the owner was told, when a draft was gone and when a word came that
// nothing proves lies that much farther back.
func (p *program) pass(d time.Duration) {
	p.t.Helper()
	p.kill()
	db, err := sql.Open("sqlite", p.world.path("state", "ledger.db"))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, column := range []string{"owner_mails.created_at", "owner_mails.accepted_at", "outbox.gone_at", "unproven_words.at"} {
		table, name, _ := strings.Cut(column, ".")
		if _, err := db.ExecContext(p.t.Context(), "UPDATE "+table+" SET "+name+" = "+name+" - ? WHERE "+name+" > 0", d.Nanoseconds()); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		p.t.Fatal(err)
	}
	p.start()
	if !p.awaitReady() {
		p.t.FailNow()
	}
}
