package main

import (
	"bufio"
	"errors"
	"fmt"
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
line. It needs no configuration and
changes nothing.`,
		Example: "  followupd read answer.eml\n  followupd read --json mails/ > readings.jsonl", Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.readMails(args) },
	})
}

func (a *app) readMails(args []string) error {
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	var failed []error
	for _, arg := range args {
		found := 0
		err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() || path != arg && !strings.EqualFold(filepath.Ext(path), ".eml"):
				return nil
			}
			found++
			return a.readMail(out, path)
		})
		if err == nil && found == 0 {
			err = fmt.Errorf("there are no .eml files in %s", arg)
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(append(failed, out.Flush())...)
}

func (a *app) readMail(out *bufio.Writer, path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	// Of a damaged mail a program still gets what could be read of it.
	if !isMail(raw) && (!strings.EqualFold(filepath.Ext(path), ".eml") || !a.json && a.terminal()) {
		return fmt.Errorf("%s is not a mail", path)
	}
	c := replies.Context{}
	if len(raw) > readLimit {
		raw, c.Truncated = raw[:readLimit], true
	}
	r := replies.Read(raw, c)
	if !a.json && a.terminal() {
		_, err := out.WriteString(readingText(path, r))
		return err
	}
	line, err := replies.Encode(path, r)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	_, err = out.Write(line)
	return err
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
