package main_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// In a terminal single keys do, through the same requests as the commands, and
// the terminal is as it was afterwards.
func TestInboxInATerminal(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, term, keys string
	}{
		{"raw", "xterm", "xq"},
		{"Ctrl-C", "xterm", "x\x03"},
		{"lines", "dumb", "x\nq\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := peopleWorld(t)
			w.start().ready().logs("reason=hole_in_mail") // Bo's first name is missing
			w.expect([]string{"inbox"}, 0, "1. bo@berg.example, Berg", "followupd set bo@berg.example NAME=VALUE")
			screen := w.inTerminal(tt.term, tt.keys)
			if !strings.Contains(screen, "Done: ") || !strings.Contains(screen, "r resumes.") {
				t.Errorf("the screen:\n%q", screen)
			}
			w.expect([]string{"show", "bo@berg.example"}, 0, "Stopped: ")
			w.expect([]string{"inbox"}, 0, "Nothing needs you.")
		})
	}
}

// inTerminal runs inbox in a terminal of 60 by 15 and types keys.
func (w *world) inTerminal(kind, typed string) (screen string) {
	w.t.Helper()
	keys, tty := terminal(w.t)
	fd := int(tty.Fd())
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: 60, Row: 15}); err != nil {
		w.t.Fatal(err)
	}
	before, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		w.t.Fatal(err)
	}
	seen := newOutput()
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := keys.Read(b)
			if err != nil {
				return
			}
			_, _ = seen.Write(b[:n])
		}
	}()
	ctx, cancel := context.WithTimeout(w.t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, binary, "inbox", "--config", w.path("config.yaml"))
	c.Dir, c.Env, c.Stdin, c.Stdout, c.Stderr = w.dir, append(w.env, "TERM="+kind), tty, tty, os.Stderr
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.awaitText(ctx, seen, "1 of 1")
	if _, err := keys.WriteString(typed); err != nil {
		w.t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		w.t.Fatalf("inbox: %v\n%q", err, seen)
	}
	after, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		w.t.Fatal(err)
	}
	if *after != *before {
		w.t.Errorf("the terminal was %+v and is %+v", before, after)
	}
	w.awaitText(ctx, seen, "Done: ")
	return seen.String()
}

func (w *world) awaitText(ctx context.Context, o *output, text string) {
	w.t.Helper()
	for {
		n, more := o.times(text)
		if n > 0 {
			return
		}
		select {
		case <-more:
		case <-ctx.Done():
			w.t.Fatalf("no %q in %q", text, o)
		}
	}
}
