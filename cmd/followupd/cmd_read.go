package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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

func (a *app) readMails(args []string) error {
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	var failed []error
	for _, arg := range args {
		if arg == stdin {
			if err := a.readTo(out, arg); err != nil {
				failed = append(failed, err)
			}
			continue
		}
		found := 0
		err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && path != arg:
				failed = append(failed, err) // the others are read all the same
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
			if err := a.readTo(out, path); err != nil {
				failed = append(failed, err) // the others are read all the same
			}
			return nil
		})
		switch {
		case errors.Is(err, fs.ErrNotExist):
			err = fmt.Errorf("there is no file or folder %s", arg)
		case err == nil && found == 0:
			err = fmt.Errorf("there are no .eml files in %s", arg)
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(append(failed, out.Flush())...)
}

// readTo prints what a mail means.
func (a *app) readTo(out *bufio.Writer, path string) error {
	raw, err := a.load(path)
	if err != nil {
		return err
	}
	people := !a.json && a.terminal()
	var none error
	if !isMail(raw) {
		none = fmt.Errorf("%s is not a mail", path)
		if people || !strings.EqualFold(filepath.Ext(path), ".eml") {
			return none
		}
	}
	// Of a damaged mail a program still gets what could be read of it.
	c := replies.Context{}
	if len(raw) > readLimit {
		raw, c.Truncated = raw[:readLimit], true
	}
	r := replies.Read(raw, c)
	r.Action = actionOn(r)
	var text []byte
	if people {
		text = []byte(readingText(path, r))
	} else if text, err = replies.Encode(path, r); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	_, _ = out.Write(text) // what fails here, Flush tells of
	return none
}

// stdin is what stands for the standard input among files.
const stdin = "-"

// load reads a file, or the standard input.
func (a *app) load(path string) ([]byte, error) {
	if path == stdin {
		return io.ReadAll(io.LimitReader(a.stdin, readLimit+1))
	}
	return os.ReadFile(path)
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
