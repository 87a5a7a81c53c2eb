package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// daemon is a running `followupd run`.
type daemon struct {
	cmd   *exec.Cmd
	heard *net.UnixConn // what it tells systemd
	began time.Time
	ready time.Time // when systemd would have heard READY
	said  chan line // of its log
}

// line is one line of the log, with the time at which it was read.
type line struct {
	at   time.Time
	text string
}

// start starts the daemon and returns when it says READY.
func (p *place) start(ctx context.Context) (d *daemon, err error) {
	_ = os.Remove(p.path("notify")) // of the one before
	socket, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: p.path("notify"), Net: "unixgram"})
	if err != nil {
		return nil, err
	}
	d = &daemon{cmd: p.command(ctx, "run"), heard: socket, said: make(chan line, 10_000)}
	d.cmd.Cancel = func() error { return d.cmd.Process.Signal(syscall.SIGTERM) }
	d.cmd.WaitDelay = 10 * time.Second
	log, err := d.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	d.began = time.Now()
	if err := d.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(d.said)
		for in := bufio.NewScanner(log); in.Scan(); {
			select {
			case d.said <- line{time.Now(), in.Text()}:
			default: // nobody listens
			}
		}
	}()
	buf := make([]byte, 4096)
	if err := socket.SetReadDeadline(time.Now().Add(5 * time.Minute)); err != nil {
		return nil, err
	}
	for {
		n, err := socket.Read(buf)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("the daemon says no READY: %w", err), d.stop())
		}
		if strings.HasPrefix(string(buf[:n]), "READY=1") {
			d.ready = time.Now()
			return d, nil
		}
	}
}

func (d *daemon) stop() error {
	defer func() { _ = d.heard.Close() }()
	if err := d.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	last := ""
	for l := range d.said { // Wait must not close the pipe before it is read
		last = l.text
	}
	if err := d.cmd.Wait(); err != nil {
		return fmt.Errorf("the daemon ended badly: %w: %s", err, last)
	}
	return nil
}

// await returns when the log has a line with all of those words.
func (d *daemon) await(limit time.Duration, words ...string) (time.Time, error) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
next:
	for {
		select {
		case <-timer.C:
			return time.Time{}, fmt.Errorf("the daemon's log has no line with %q within %s", words, limit)
		case l, open := <-d.said:
			if !open {
				return time.Time{}, errors.New("the daemon has ended")
			}
			for _, w := range words {
				if !strings.Contains(l.text, w) {
					continue next
				}
			}
			return l.at, nil
		}
	}
}

// memory is the resident set and the part of it that no file backs, in bytes
// (proc_pid_status(5)).
func (d *daemon) memory() (resident, anonymous int64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.cmd.Process.Pid))
	if err != nil {
		return 0, 0, err
	}
	for l := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(l, ":")
		n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
		switch name {
		case "VmRSS":
			resident = n << 10
		case "RssAnon":
			anonymous = n << 10
		}
	}
	return resident, anonymous, nil
}

// tick is the unit in which Linux counts processor time (sysconf(_SC_CLK_TCK)).
const tick = time.Second / 100

// processor is the processor time used so far (proc_pid_stat(5)).
func (d *daemon) processor() (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", d.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	var used time.Duration
	// The name in parentheses may hold anything; the 14th and 15th field follow.
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	for _, f := range fields[11:13] {
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return 0, err
		}
		used += time.Duration(n) * tick
	}
	return used, nil
}
