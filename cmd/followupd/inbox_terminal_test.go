package main_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// In a terminal single keys do, through the same requests as the commands, and
// the terminal is as it was afterwards.
func TestInboxInATerminal(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, term, keys string
		ends             os.Signal // what ends it; nil: a key
	}{
		{"raw", "xterm", "xq", nil},
		{"Ctrl-C", "xterm", "x\x03", nil},
		{"lines", "dumb", "x\nq\n", nil},
		{"a signal", "xterm", "x", syscall.SIGTERM},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := peopleWorld(t)
			w.start().ready().logs("reason=hole_in_mail") // Bo's first name is missing
			w.expect([]string{"inbox"}, 0, "1. bo@berg.example, Berg", "followupd set bo@berg.example first_name=TEXT")
			screen := w.inTerminal(tt.term, tt.keys, tt.ends)
			if !strings.Contains(screen, "Done: ") || !strings.Contains(screen, "r resumes.") {
				t.Errorf("the screen:\n%q", screen)
			}
			w.expect([]string{"show", "bo@berg.example"}, 0, "Stopped: ")
			w.expect([]string{"inbox"}, 0, "Nothing needs you.")
		})
	}
}

// A mail that waits for a yes is shown in full before y says it.
func TestInboxShowsWhatItSaysYesTo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "steps:", "approval: ask\nsteps:", 1))
	w.write("people.csv", "email,company,first_name\nbo@berg.example,Berg,Bo\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	w.start().ready().logs("reason=waits_for_approval")
	w.expect([]string{"approve", "--json"}, 0, `"since":"20`)
	w.expect([]string{"inbox", "--json"}, 0, `"kind":"approval"`, `"wanted":{"subject":"Quotes at Berg","text":"Hi Bo,`, `"do":["followupd approve bo@berg.example"`)
	screen := w.inTerminal("xterm", "ryq", nil)
	for _, want := range []string{"Your mail that waits for your yes", "| Hi Bo,", "y yes, send", "y says it.", "x stops it, as long as it has not gone out"} {
		if !strings.Contains(strings.Join(strings.Fields(screen), " "), want) {
			t.Errorf("no %q on the screen:\n%s", want, screen)
		}
	}
	w.expect([]string{"why", "bo@berg.example"}, 0, "you said yes to the mail of step “opening”")
}

// inTerminal runs inbox in a terminal of 60 by 15 and types keys.
func (w *world) inTerminal(kind, typed string, ends os.Signal) (screen string) {
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
	c.Dir, c.Env, c.Stdin, c.Stdout, c.Stderr = w.dir, append(w.env, "TERM="+kind), tty, tty, newOutput()
	if err := c.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.awaitText(ctx, seen, "1 of 1")
	if _, err := keys.WriteString(typed); err != nil {
		w.t.Fatal(err)
	}
	if ends != nil {
		w.awaitText(ctx, seen, "Done: ")
		if err := c.Process.Signal(ends); err != nil {
			w.t.Fatal(err)
		}
	}
	if err := c.Wait(); (err != nil) != (ends != nil) {
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
