package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"followupd/internal/replies"
)

// readLimit is how much of a mail is read, as of one that is fetched.
const readLimit = 1 << 20

func (a *app) readCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "read FILE|DIR…", Short: "Say what mails mean",
		Long: `Reads mails (.eml files, or the files of a folder in the order of their names)
and says what they mean: what kind of mail, what is wanted, until when, who was
named, and the words that each verdict rests on. In a terminal it says so in plain
words; with --json, and whenever the output is no terminal, as one JSON object a
line. A file that is no mail is told of, and the command fails in the end; the others
are read all the same. "-" reads one mail from the standard input. Folders are read
with those in them. It needs no configuration and changes nothing.`,
		Example: "  followupd read answer.eml\n  followupd read --json mails/ > readings.jsonl\n  followupd read - < answer.eml",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("read: name a file or a folder, or - for a mail that comes by a pipe: followupd read -")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.readMails(args) },
	})
}

// readMails prints what mails mean in the order of their names. As many are read at once
// as there are processors.
func (a *app) readMails(args []string) error {
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	var failed []error
	inOrder := make(chan chan told, runtime.GOMAXPROCS(0))
	go func() {
		defer close(inOrder)
		for _, arg := range args {
			a.eachMail(arg, func(read func() told) {
				mail := make(chan told, 1)
				inOrder <- mail
				go func() { mail <- read() }()
			})
		}
	}()
	for mail := range inOrder {
		t := <-mail
		_, _ = out.Write(t.text) // what fails here, Flush tells of
		if t.err != nil {
			failed = append(failed, t.err) // the others are read all the same
		}
	}
	return errors.Join(append(failed, out.Flush())...)
}

// told is what is printed of a file, and what was wrong with it.
type told struct {
	text []byte
	err  error
}

// eachMail hands on how each mail of a file or folder is read, in the order of their names.
func (a *app) eachMail(arg string, hand func(read func() told)) {
	fail := func(err error) { hand(func() told { return told{err: err} }) }
	if arg == stdin {
		hand(func() told { return a.tell(arg) })
		return
	}
	found := 0
	err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path != arg:
			fail(err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case err != nil:
			return err
		case d.IsDir() || path != arg && !strings.EqualFold(filepath.Ext(path), ".eml"):
			return nil
		}
		found++
		hand(func() told { return a.tell(path) })
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fail(fmt.Errorf("there is no file or folder %s", arg))
	case err != nil:
		fail(err)
	case found == 0:
		fail(fmt.Errorf("there are no .eml files in %s", arg))
	}
}

// tell reads a mail and says what it means.
func (a *app) tell(path string) told {
	raw, err := a.load(path)
	if err != nil {
		return told{err: err}
	}
	people := !a.json && a.terminal()
	var t told
	if !isMail(raw) {
		t.err = fmt.Errorf("%s is not a mail", path)
		if people || !strings.EqualFold(filepath.Ext(path), ".eml") {
			return t
		}
	}
	// Of a damaged mail a program still gets what could be read of it.
	c := replies.Context{}
	if len(raw) > readLimit {
		raw, c.Truncated = raw[:readLimit], true
	}
	r := replies.Read(raw, c)
	r.Action = actionOn(r)
	if people {
		t.text = []byte(readingText(path, r))
	} else if t.text, err = replies.Encode(path, r); err != nil {
		t.err = fmt.Errorf("%s: %w", path, err)
	}
	return t
}

// stdin is what stands for the standard input among files.
const stdin = "-"

// load reads a file, or the standard input, up to one byte more than is read of a mail.
func (a *app) load(path string) ([]byte, error) {
	if path == stdin {
		return io.ReadAll(io.LimitReader(a.stdin, readLimit+1))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, readLimit+1))
}

// plainText keeps control characters of other people's mail off the terminal.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}
