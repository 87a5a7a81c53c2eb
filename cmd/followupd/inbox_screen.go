package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
)

// What a terminal is told: to keep the screen as it was aside and to mark what
// is pasted, and the way back.
const (
	screenOn  = "\x1b[?1049h\x1b[?2004h"
	screenOff = "\x1b[?2004l\x1b[?1049l"
)

// onScreen has a walker use the terminal. However it ends, the terminal is as it
// was.
func (a *app) onScreen(ctx context.Context, w *walker) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	keys := newKeyReader(ctx, a.stdin)
	if kind, _ := a.env("TERM"); kind == "dumb" {
		w.out, w.keys, w.size = a.stdout, &lineKeys{keys}, func() (int, int) { return a.width(), 0 }
		return ended(ctx, w.run())
	}
	in, out := a.stdin.(*os.File), a.stdout.(*os.File)
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return fmt.Errorf("use the terminal: %w", err)
	}
	defer func() { _ = term.Restore(int(in.Fd()), before) }() // on a panic too
	defer func() { _, _ = io.WriteString(out, screenOff) }()
	if _, err := io.WriteString(out, screenOn); err != nil {
		return err
	}
	w.out, w.size = newlines{out}, func() (int, int) { return screenSize(out) }
	w.keys = &rawKeys{r: keys, out: out}
	return ended(ctx, w.run())
}

// ended is why it ended, where that was a signal.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return errors.New("ended by a signal; what was done before stays done")
	}
	return err
}

// The screen that is drawn for where a terminal doesn't tell its size.
const (
	usualWidth  = 80
	usualHeight = 24
)

func screenSize(f *os.File) (width, height int) {
	width, height, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 || height <= 0 {
		return usualWidth, usualHeight
	}
	return min(width, mostWidth), height
}

// newlines writes line ends as a raw terminal needs them.
type newlines struct{ w io.Writer }

func (n newlines) Write(p []byte) (int, error) {
	if _, err := n.w.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// newKeyReader reads what is typed, until the context ends: a read from a
// terminal can't be broken off otherwise.
func newKeyReader(ctx context.Context, from io.Reader) *bufio.Reader {
	in, out := io.Pipe()
	go func() {
		_, err := io.Copy(out, from)
		_ = out.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { _ = out.CloseWithError(ctx.Err()) })
	return bufio.NewReader(in)
}

// rawKeys reads a terminal in raw mode.
type rawKeys struct {
	r   *bufio.Reader
	out io.Writer
}

// key is the next key; arrows are those for back and next. What is pasted is no
// key: a text would do things.
func (k *rawKeys) key() (rune, error) {
	for {
		r, err := k.rune()
		if err != nil || r != 0 {
			return r, err
		}
	}
}

// rune is the next one; 0 for what means nothing.
func (k *rawKeys) rune() (rune, error) {
	r, _, err := k.r.ReadRune()
	if err != nil || r != keyEscape || k.r.Buffered() == 0 {
		return r, err
	}
	switch next, _ := k.r.Peek(1); next[0] {
	case '[', 'O':
		return k.sequence()
	}
	return r, nil
}

// sequence reads what a terminal sends for a key without a letter.
func (k *rawKeys) sequence() (rune, error) {
	if _, err := k.r.ReadByte(); err != nil { // [ or O
		return 0, err
	}
	var digits []byte
	for {
		c, err := k.r.ReadByte()
		switch {
		case err != nil:
			return 0, err
		case c < '@' || c > '~':
			digits = append(digits, c)
			continue
		case c == 'A' || c == 'D':
			return 'b', nil
		case c == 'B' || c == 'C':
			return 'k', nil
		case c == '~' && string(digits) == "6":
			return 'm', nil
		case c == '~' && string(digits) == "200":
			return 0, k.skipPaste()
		}
		return 0, nil
	}
}

// skipPaste reads to the end of what was pasted.
func (k *rawKeys) skipPaste() error {
	var last []byte
	for !bytes.HasSuffix(last, []byte("\x1b[201~")) {
		c, err := k.r.ReadByte()
		if err != nil {
			return err
		}
		last = append(last[max(len(last)-8, 0):], c)
	}
	return nil
}

// line reads a line and shows it as it is typed. Escape and Ctrl-C leave it.
func (k *rawKeys) line() (string, bool, error) {
	var text []rune
	pasted := []byte("[200~")
	for {
		r, _, err := k.r.ReadRune()
		if err != nil {
			return "", false, err
		}
		switch {
		case r == '\r' || r == '\n':
			return string(text), true, nil
		case r == keyEscape && k.r.Buffered() >= len(pasted):
			if next, _ := k.r.Peek(len(pasted)); bytes.Equal(next, pasted) || bytes.Equal(next, []byte("[201~")) {
				_, _ = k.r.Discard(len(pasted)) // what is pasted belongs to the line
				continue
			}
			if _, err := k.sequence(); err != nil {
				return "", false, err
			}
		case r == keyEscape && k.r.Buffered() > 0:
			if _, err := k.sequence(); err != nil {
				return "", false, err
			}
		case r == keyEscape || r == '\x03' || r == '\x04':
			return "", false, nil
		case r == '\x15': // Ctrl-U
			k.back(len(text))
			text = nil
		case r == '\x7f' || r == '\b':
			if len(text) > 0 {
				text = text[:len(text)-1]
				k.back(1)
			}
		case unicode.IsPrint(r) && r != utf8.RuneError:
			text = append(text, r)
			_, _ = io.WriteString(k.out, string(r))
		}
	}
}

func (k *rawKeys) back(n int) { _, _ = io.WriteString(k.out, strings.Repeat("\b \b", n)) }

// lineKeys reads lines: the first letter of each is the key.
type lineKeys struct{ r *bufio.Reader }

func (k *lineKeys) key() (rune, error) {
	text, _, err := k.line()
	if err != nil {
		return 0, err
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text)); r != utf8.RuneError {
		return r, nil
	}
	return keyEnter, nil
}

func (k *lineKeys) line() (string, bool, error) {
	text, err := k.r.ReadString('\n')
	if err != nil && text == "" {
		return "", false, err
	}
	return strings.TrimRight(text, "\r\n"), true, nil
}
