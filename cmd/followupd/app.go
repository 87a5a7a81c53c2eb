package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/internal/strictyaml"
)

// The exit codes (sysexits.h). A Go panic exits with 2, so nothing here does.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 64
	exitConfig = 78
)

// app is the command line with what it touches of the world.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) (string, bool)
	now            func() time.Time

	configFile string
	json       bool
	began      bool // the arguments were understood
}

// exitError is an error with an exit code of its own.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// errQuiet fails a command that has said everything already.
var errQuiet = errors.New("")

func usagef(format string, args ...any) error {
	return &exitError{code: exitUsage, err: fmt.Errorf(format, args...)}
}

// run is the program: it never ends the process itself.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	asked, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	code := exitFailed
	var withCode *exitError
	switch {
	case errors.As(err, &withCode):
		code = withCode.code
	case !a.began:
		code = exitUsage
	}
	if text := err.Error(); text != "" {
		a.complain("followupd: ", text)
	}
	var damaged *ledger.DamagedError
	if errors.As(err, &damaged) {
		a.complain("", damagedAdvice)
	}
	if code == exitUsage {
		fmt.Fprintf(a.stderr, "Try: %s --help\n", asked.CommandPath())
	}
	return code
}

// complain prints what is wrong in lines that a terminal has room for; a command to
// type at its end stands alone, in one piece. A journal has lines of its own, and gets
// each as it is.
func (a *app) complain(first, text string) {
	journal, _ := a.env("JOURNAL_STREAM")
	for line := range strings.SplitSeq(first+text, "\n") {
		if journal != "" || strings.HasPrefix(line, " ") || utf8.RuneCountInString(line) <= a.width() {
			fmt.Fprintln(a.stderr, line)
			continue
		}
		command := ""
		if at := strings.LastIndex(line, ": "); at > 0 && a.isCommand(line[at+2:]) {
			line, command = line[:at+1], line[at+2:]
		}
		fmt.Fprintln(a.stderr, report.Hang(line, "", "  ", a.width()))
		if command != "" {
			fmt.Fprintln(a.stderr, "    "+command)
		}
	}
}

// isCommand says whether a text is nothing but a command to type.
func (a *app) isCommand(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || strings.ContainsAny(text, ",;") {
		return false
	}
	return words[0] == "sudo" || words[0] == "followupd" && slices.ContainsFunc(a.commands(), func(c *cobra.Command) bool { return c.Name() == words[1] })
}

// helpWidth is how many characters a line of help has at most.
const helpWidth = 80

// inHelp breaks the text of a command's help into lines; what is laid out by hand
// stays.
func inHelp(long string) string {
	var out []string
	for paragraph := range strings.SplitSeq(long, "\n\n") {
		if !strings.Contains(paragraph, "  ") && !strings.Contains(paragraph, "\n\t") {
			paragraph = report.Wrap(paragraph, helpWidth)
		}
		out = append(out, paragraph)
	}
	return strings.Join(out, "\n\n")
}

// usageText is cobra's template with the flags broken into lines, too.
func usageText(template string) string {
	wrapped := fmt.Sprintf("FlagUsagesWrapped %d", helpWidth)
	return strings.NewReplacer("LocalFlags.FlagUsages", "LocalFlags."+wrapped, "InheritedFlags.FlagUsages", "InheritedFlags."+wrapped,
		"for more information about", "for more about").Replace(template)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "followupd",
		Short: "Follows up by mail, and stops when somebody answers",
		Long: `followupd writes to your prospects from your own mailbox, step by step as your
sequences say, and stops as soon as somebody answers. It hands real interest
over to you at once.

Start with:   followupd demo         see it work, with nothing to set up
Then:         followupd init DIR     write a configuration to begin with`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRun: func(*cobra.Command, []string) {
			a.began = true
		},
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.CompletionOptions.HiddenDefaultCmd = false
	root.PersistentFlags().StringVar(&a.configFile, "config", "", "configuration file (default /etc/followupd/config.yaml, else ./config.yaml)")
	root.SetFlagErrorFunc(flagInWords)
	root.InitDefaultVersionFlag() // else cobra takes what follows it for its value
	root.SetVersionTemplate("followupd {{ .Version }}\n")
	root.SetUsageTemplate(usageText(root.UsageTemplate()))
	for _, c := range a.commands() {
		c.Args, c.Long = inWords(c.Args), inHelp(c.Long)
		root.AddCommand(c)
	}
	return root
}

// flagInWords says what a flag takes that was given something else.
func flagInWords(c *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	f := invalid.GetFlag()
	takes, such := "", f.DefValue
	switch f.Value.Type() {
	case "int":
		if takes = "a whole number"; such == "0" {
			such = "5"
		}
	case "duration":
		takes = "a time"
	case "bool":
		return usagef("%s: --%s takes true or false; %q is neither", c.Name(), f.Name, invalid.GetValue())
	default:
		return err
	}
	return usagef("%s: --%s takes %s, such as %s (%s); %q is none", c.Name(), f.Name, takes, such, f.Usage, invalid.GetValue())
}

// inWords has a command's check of its arguments name what is missing, or too
// much, by the command's own usage line.
func inWords(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		err := check(c, args)
		var said *exitError
		if err == nil || errors.As(err, &said) {
			return err // nil, or in words already
		}
		var wanted []string
		for _, word := range strings.Fields(c.Use)[1:] {
			if strings.HasPrefix(word, "--") || word == "|" {
				break
			}
			wanted = append(wanted, word)
		}
		if len(args) < len(wanted) {
			return usagef("%s: %s is missing: followupd %s", c.Name(), strings.Join(wanted[len(args):], " "), c.Use)
		}
		return usagef("%s: %q is too much: followupd %s", c.Name(), args[len(wanted)], c.Use)
	}
}

// withJSON gives a listing its --json.
func (a *app) withJSON(c *cobra.Command) *cobra.Command {
	c.Flags().BoolVar(&a.json, "json", false, "print JSON for programs")
	return c
}

// terminal says whether a person sees the output as it comes.
func (a *app) terminal() bool {
	f, ok := a.stdout.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colours says whether the output may be coloured.
func (a *app) colours() bool {
	no, _ := a.env("NO_COLOR")
	return no == "" && a.terminal()
}

// errorsAlone prints the errors in files and fails if there are any; warnings
// are for lint to tell.
func (a *app) errorsAlone(list strictyaml.Problems, code int) error {
	list = slices.DeleteFunc(slices.Clone(list), func(p strictyaml.Problem) bool { return p.Level != strictyaml.LevelError })
	return a.problems(list, code)
}

// problems prints what is wrong in files, each with its place, and fails if
// any of it is an error.
func (a *app) problems(list strictyaml.Problems, code int) error {
	for _, p := range list {
		fmt.Fprintln(a.stderr, p.String())
		if p.Excerpt != "" {
			fmt.Fprintln(a.stderr, indent(p.Excerpt))
		}
	}
	if list.HasErrors() {
		return &exitError{code: code, err: errQuiet}
	}
	return nil
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}
