package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// withLedger runs f with the configuration and its ledger.
func (a *app) withLedger(ctx context.Context, f func(*config.Config, *ledger.Ledger) error) (err error) {
	c, err := a.loadConfig(false)
	if err != nil {
		return err
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	return f(c, l)
}

// order asks for one thing and prints the answer.
func (a *app) order(ctx context.Context, ask engine.Ask) error {
	return a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error {
		answer, err := a.ask(ctx, c, l, ask)
		if err != nil {
			return err
		}
		if a.json {
			if err := json.NewEncoder(a.stdout).Encode(answer); err != nil {
				return err
			}
		} else if answer.OK {
			line := answer.Text
			if ask.Address != "" && !strings.Contains(line, ask.Address) {
				line = ask.Address + ": " + line
			}
			fmt.Fprintln(a.stdout, line)
		}
		switch {
		case answer.OK:
			return nil
		case a.json:
			return errQuiet
		}
		return fmt.Errorf("%s: %s", ask.Address, answer.Text)
	})
}

// orderCommands are the owner's words about people.
func (a *app) orderCommands() []*cobra.Command {
	return []*cobra.Command{
		a.pauseCommand(), a.resumeCommand(),
		a.simpleOrder(sequences.VerbStop, "stop ADDRESS", "End a person's sequence", "Ends the person's sequence. Nothing more goes out, in any sequence, until you resume."),
		a.snoozeCommand(), a.noteCommand(), a.suppressCommand(), a.answerWasCommand(), a.reconcileCommand(),
	}
}

func (a *app) simpleOrder(verb sequences.Verb, use, short, long string) *cobra.Command {
	name, _, _ := strings.Cut(use, " ")
	return a.withJSON(&cobra.Command{
		Use: use, Short: short, Long: long, Example: "  followupd " + name + " dana@acme.example", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.order(c.Context(), engine.Ask{Verb: string(verb), Address: args[0]})
		},
	})
}

func (a *app) pauseCommand() *cobra.Command {
	return a.allOrOne("pause", "Hold a person's sequence, or all sending",
		"Holds the person's sequence until you resume it. With --all nothing goes out to\nanyone; everything is still read, and the clocks go on.", sequences.VerbPause, engine.VerbPauseAll)
}

func (a *app) resumeCommand() *cobra.Command {
	return a.allOrOne("resume", "Take a sequence up again, or all sending",
		"Takes the person's sequence up again after an answer, a hold or a stop: the next\nstep comes when its wait is over and its window opens. With --all, sending goes\non after pause --all; what fell due meanwhile is spread, never sent in a burst.", sequences.VerbResume, engine.VerbResumeAll)
}

func (a *app) allOrOne(name, short, long string, one sequences.Verb, everyone string) *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use: name + " ADDRESS | --all", Short: short, Long: long,
		Example: "  followupd " + name + " dana@acme.example\n  followupd " + name + " --all",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if all == (len(args) == 1) {
				return usagef("%s: give either an address or --all", name)
			}
			if all {
				return a.order(c.Context(), engine.Ask{Verb: everyone})
			}
			return a.order(c.Context(), engine.Ask{Verb: string(one), Address: args[0]})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "everyone")
	return a.withJSON(c)
}

func (a *app) snoozeCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "snooze ADDRESS DATE", Short: "Wait with a person until a date",
		Long:    "Waits until the date (2027-03-01), or for a span (10d, 3w), and then goes on with\nthe mail that asks what has changed, where the sequence has one.",
		Example: "  followupd snooze dana@acme.example 2027-03-01\n  followupd snooze dana@acme.example 3w", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			until, err := a.moment(args[1])
			if err != nil {
				return err
			}
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbSnooze), Address: args[0], Until: until})
		},
	})
}

// moment reads a date, or a span from now.
func (a *app) moment(s string) (time.Time, error) {
	if at, err := time.Parse(time.DateOnly, s); err == nil {
		return at, nil
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at, nil
	}
	var d config.Duration
	if err := d.UnmarshalText([]byte(s)); err == nil {
		return a.now().Add(d.Std()), nil
	}
	return time.Time{}, usagef("%q is neither a date nor a span (try 2027-03-01 or 3w)", s)
}

func (a *app) noteCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "note ADDRESS TEXT", Short: "Note something about a person",
		Long:    "Notes something about a person. With NAME=TEXT the note has a name, which\ntemplates use as {{ .note.NAME }} and steps as `needs: [note.NAME]`.",
		Example: "  followupd note dana@acme.example \"wants a demo for five\"\n  followupd note dana@acme.example estimator=\"Tom, since March\"", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			ask := engine.Ask{Verb: string(sequences.VerbNote), Address: args[0], Text: args[1]}
			if key, text, ok := strings.Cut(args[1], "="); ok && isName(key) {
				ask.Key, ask.Text = key, text
			}
			if strings.ContainsFunc(ask.Text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
				return usagef("a note can't hold control characters")
			}
			return a.order(c.Context(), ask)
		},
	})
}

func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' })
}

func (a *app) suppressCommand() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use: "suppress ADDRESS|DOMAIN…", Short: "Never write to an address or a domain again",
		Long:    "Puts addresses or whole domains on the list of those who are never written to\nagain, in any sequence, from any mailbox, after any import.",
		Example: "  followupd suppress dana@acme.example\n  followupd suppress acme.example --why \"asked by phone\"", Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			for _, arg := range args {
				ask := engine.Ask{Verb: string(sequences.VerbSuppress), Address: strings.ToLower(arg), Text: why}
				if before, _, ok := strings.Cut(arg, "@"); !ok || before == "" {
					ask.Verb = engine.VerbSuppressDomain
					if domain := strings.TrimPrefix(arg, "@"); !strings.Contains(domain, ".") || strings.ContainsAny(domain, "@ /") {
						return usagef("%q is neither an address nor a domain", arg)
					}
				}
				if err := a.order(c.Context(), ask); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&why, "why", "", "why, for the journal")
	return a.withJSON(c)
}

func (a *app) answerWasCommand() *cobra.Command {
	intents := []replies.Intent{replies.IntentMeeting, replies.IntentInterested, replies.IntentQuestion, replies.IntentReferral, replies.IntentLater,
		replies.IntentAutoReply, replies.IntentNotInterested, replies.IntentWrongPerson, replies.IntentOptOut, replies.IntentUnclear}
	names := make([]string, len(intents))
	for i, in := range intents {
		names[i] = string(in)
	}
	return a.withJSON(&cobra.Command{
		Use: "answer-was ADDRESS INTENT", Short: "Correct how a person's last answer was read",
		Long:    "Corrects how a person's last answer was read, and acts on it. INTENT is one of\n" + strings.Join(names, ", ") + ".",
		Example: "  followupd answer-was dana@acme.example interested", Args: cobra.ExactArgs(2), ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(names, args[1]) {
				return usagef("%q is not an intent; it is one of %s", args[1], strings.Join(names, ", "))
			}
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbAnswerWas), Address: args[0], Intent: replies.Intent(args[1])})
		},
	})
}

func (a *app) reconcileCommand() *cobra.Command {
	var was, again bool
	c := &cobra.Command{
		Use: "reconcile ADDRESS --was-sent | --send-again", Short: "Settle a mail that may or may not have gone out",
		Long:    "When a connection breaks at the very end of a mail, nobody can tell whether it\nwent out. followupd never sends such a mail again by itself; here you say what to\ndo, once you have looked (in your Sent folder, or by asking).",
		Example: "  followupd reconcile dana@acme.example --was-sent", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			verb := sequences.VerbWasSent
			switch {
			case was == again:
				return usagef("reconcile: give either --was-sent or --send-again")
			case again:
				verb = sequences.VerbSendAgain
			}
			return a.order(c.Context(), engine.Ask{Verb: string(verb), Address: args[0]})
		},
	}
	c.Flags().BoolVar(&was, "was-sent", false, "it went out: go on with the next step")
	c.Flags().BoolVar(&again, "send-again", false, "it did not go out: send it")
	return a.withJSON(c)
}
