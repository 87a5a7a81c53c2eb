package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/prospects"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// withLedger runs f with the configuration and its ledger. Warnings of the
// configuration are for lint, doctor and run to tell.
func (a *app) withLedger(ctx context.Context, f func(*config.Config, *ledger.Ledger) error) (err error) {
	c, err := a.ledgerConfig()
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

// ledgerConfig is the configuration for who works on the ledger alone.
func (a *app) ledgerConfig() (*config.Config, error) {
	c, problems, err := a.readConfig(false)
	if err != nil {
		return nil, err
	}
	return c, a.errorsAlone(problems, exitConfig)
}

// order asks for one thing and prints the answer.
func (a *app) order(ctx context.Context, ask engine.Ask) error {
	return a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error { return a.orderIn(ctx, c, l, ask) })
}

func (a *app) orderIn(ctx context.Context, c *config.Config, l *ledger.Ledger, ask engine.Ask) error {
	answer, err := a.ask(ctx, c, l, ask)
	if err != nil {
		return err
	}
	if a.json {
		if err := json.NewEncoder(a.stdout).Encode(answer); err != nil {
			return err
		}
		if !answer.OK {
			return errQuiet
		}
		return nil
	}
	return l.Read(ctx, func(t *ledger.Tx) error {
		switch {
		case answer.Unknown && answer.OK:
			if err := a.warnOfSlip(t, ask.Address); err != nil {
				return err
			}
		case answer.Unknown:
			_, err := a.person(t, ask.Address)
			return err
		case !answer.OK:
			return fmt.Errorf("%s: %s", ask.Address, answer.Text)
		}
		line, err := a.outcome(t, c, ask, answer.Text)
		fmt.Fprintln(a.stdout, line)
		if answer.New != "" {
			fmt.Fprintln(a.stderr, "warning: "+answer.New)
		}
		return err
	})
}

// warnOfSlip warns of an address that nobody has where it looks like one that
// somebody has. What was asked is done all the same: addresses are suppressed
// ahead of time, too.
func (a *app) warnOfSlip(t *ledger.Tx, address string) error {
	known, err := t.Addresses()
	if err != nil {
		return err
	}
	if near := nearAddress(address, known); near != "" {
		fmt.Fprintf(a.stderr, "warning: %s: nobody here has it; did you mean %s?\n", report.OneLine(address, 254), near)
	}
	return nil
}

// outcome says what an order led to: where the sequence goes on, when.
func (a *app) outcome(t *ledger.Tx, c *config.Config, ask engine.Ask, text string) (string, error) {
	if sequences.Verb(ask.Verb) == sequences.VerbSnooze {
		zone := c.Owner.Timezone.Location()
		return ask.Address + " waits until " + untilWords(ask.Until.In(zone), a.now().In(zone)), nil
	}
	line := text
	if ask.Address != "" && !strings.Contains(line, ask.Address) {
		line = ask.Address + ": " + line
	}
	if verb := sequences.Verb(ask.Verb); verb != sequences.VerbResume && verb != sequences.VerbDone {
		return line, nil
	}
	p, err := a.person(t, ask.Address)
	if err != nil {
		return line, err
	}
	switch e := p.Live(); {
	case e == nil || !e.State.Moving():
	case e.State == sequences.StateTask:
		line += "; " + e.Why.Text
	case e.State != sequences.StateScheduled:
		line += "; the mail of step " + e.Step + " is on its way out"
	default:
		if n := len(e.Done); n > 0 && e.Done[n-1].How == sequences.HowSent && a.now().Sub(e.Done[n-1].At) < justNow {
			line += "; step " + e.Done[n-1].Step + " is just going out"
		}
		line += "; next comes step " + e.Step + ", not before " + timeWords(e.Due, c.Owner.Timezone.Location(), a.now())
	}
	return line, nil
}

// justNow is for how long a mail has just gone out: it may be what an order let go.
const justNow = 10 * time.Second

// untilWords is a moment that was named as a day, or by a span of hours; both
// times are in the owner's zone.
func untilWords(until, now time.Time) string {
	if until.Sub(now) < 48*time.Hour && until.Format(time.TimeOnly) != "00:00:00" {
		return dayWords(until, now) + until.Format(" 15:04")
	}
	return dayWords(until, now)
}

// orderCommands are the owner's words about people.
func (a *app) orderCommands() []*cobra.Command {
	return []*cobra.Command{
		a.pauseCommand(), a.resumeCommand(),
		a.simpleOrder(sequences.VerbStop, "stop ADDRESS", "End a person's sequence", "Ends the person's sequence. Nothing more goes out, in any sequence, until you resume."),
		a.snoozeCommand(), a.doneCommand(), a.noteCommand(), a.setCommand(), a.suppressCommand(), a.answerWasCommand(), a.reconcileCommand(),
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
	c := a.allOrOne("resume", "Take a sequence up again, or all sending",
		`Takes the person's sequence up again after an answer, a hold or a stop: the next
step comes when its wait is over and its window opens. With --at-step it goes on
at that step; those before it are passed over, or count as sent where followupd
wrote to them already and nobody knew which steps that was. No step that is known
to be sent goes out again.

With --all, sending goes on after pause --all; what fell due meanwhile is spread,
never sent in a burst. With --mailbox, a mailbox sends on that was paused because
too many mails came back, were reported as unwanted or were refused; what happened
until then counts no more.`, sequences.VerbResume, engine.VerbResumeAll)
	one := c.RunE
	var mailbox, step string
	c.Use = "resume ADDRESS | --all | --mailbox NAME"
	c.Example += "\n  followupd resume dana@acme.example --at-step second\n  followupd resume --mailbox ana"
	c.RunE = func(c *cobra.Command, args []string) error {
		all := c.Flags().Changed("all")
		switch {
		case step != "" && (len(args) == 0 || all || mailbox != ""):
			return usagef("resume: --at-step is for one address")
		case step != "":
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbResume), Address: args[0], Step: step})
		case mailbox == "":
			return one(c, args)
		case len(args) > 0 || all:
			return usagef("resume: give an address, --all or --mailbox, and only one of them")
		}
		return a.order(c.Context(), engine.Ask{Verb: engine.VerbResumeMailbox, Address: mailbox})
	}
	c.Flags().StringVar(&mailbox, "mailbox", "", "the mailbox of that name, once it was paused")
	c.Flags().StringVar(&step, "at-step", "", "the step to go on at, by its id in the sequence's file")
	return c
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
		Long:    "Waits until the date (2027-03-01, 3 March, Monday), or for a span (10d, 3w, in two\nweeks), and then goes on with the next step. (Who asks for a later date themselves gets\nthe mail that asks what has changed, where the sequence has one.)",
		Example: "  followupd snooze dana@acme.example 2027-03-01\n  followupd snooze dana@acme.example 3 March\n  followupd snooze dana@acme.example 3w", Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withLedger(cmd.Context(), func(c *config.Config, l *ledger.Ledger) error {
				until, err := a.moment(strings.Join(args[1:], " "), c.Owner.Timezone.Location())
				if err != nil {
					return err
				}
				return a.orderIn(cmd.Context(), c, l, engine.Ask{Verb: string(sequences.VerbSnooze), Address: args[0], Until: until})
			})
		},
	})
}

func (a *app) doneCommand() *cobra.Command {
	var note string
	c := &cobra.Command{
		Use: "done ADDRESS", Short: "Say that a task of yours is done",
		Long: `Says that what a sequence asked you to do by hand is done, such as a call. The
sequence goes on: the wait of its next step counts from now. What you heard can be
noted with it; followupd status shows which tasks wait for you.`,
		Example: "  followupd done dana@acme.example\n  followupd done dana@acme.example --note \"wants to see it with five users\"", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if strings.ContainsFunc(note, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
				return usagef("a note can't hold control characters")
			}
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbDone), Address: args[0], Text: note})
		},
	}
	c.Flags().StringVar(&note, "note", "", "what you heard, kept as a note")
	return a.withJSON(c)
}

// moment reads a date, or a span from now, in the words that the owner's mails
// have for them as well. A day begins at midnight in the owner's zone.
func (a *app) moment(s string, zone *time.Location) (time.Time, error) {
	now := a.now().In(zone)
	var at time.Time
	var span config.Duration
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		y, m, d := day.Date()
		at = owner.Midnight(y, m, d, zone)
	} else if moment, err := time.Parse(time.RFC3339, s); err == nil {
		at = moment.In(zone)
	} else if span.UnmarshalText([]byte(s)) == nil {
		at = now.Add(span.Std())
	} else {
		words, problem := owner.Moment(strings.ToLower(s), now)
		if problem != "" {
			return time.Time{}, usagef("%q: %s", report.OneLine(s, 60), problem)
		}
		at = words
	}
	switch {
	case at.After(now):
		return at, nil
	case s == now.Format(time.DateOnly):
		return time.Time{}, usagef("%s is today; name a day to come", s)
	}
	return time.Time{}, usagef("%s is in the past; name a day to come", s)
}

func (a *app) noteCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "note ADDRESS TEXT…", Short: "Note something about a person",
		Long:    "Notes something about a person. With NAME=TEXT the note has a name, which\ntemplates use as {{ .note.NAME }} and steps as `needs: [note.NAME]`; there may be\nseveral of those.",
		Example: "  followupd note dana@acme.example \"wants a demo for five\"\n  followupd note dana@acme.example estimator=\"Tom, since March\" site=Leeds", Args: cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			asks := make([]engine.Ask, len(args)-1)
			for i, text := range args[1:] {
				ask, err := noteAsk(args[0], text)
				switch {
				case err != nil:
					return err
				case ask.Key == "" && len(asks) > 1:
					return usagef("%q has no name: put a note of several words into quotes, or give each NAME=TEXT", text)
				}
				asks[i] = ask
			}
			for _, ask := range asks { // none is taken where one is wrong
				if err := a.order(c.Context(), ask); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// noteAsk asks for a note: NAME=TEXT gives it a name.
func noteAsk(address, text string) (engine.Ask, error) {
	ask := engine.Ask{Verb: string(sequences.VerbNote), Address: address, Text: text}
	switch key, text, ok := strings.Cut(text, "="); {
	case ok && isName(key):
		ask.Key, ask.Text = key, text
	case ok && meantAsName(key):
		return ask, usagef("%q can't be a note's name: a name has only a-z, 0-9 and _", key)
	}
	if strings.TrimSpace(text) == "" {
		return ask, usagef("a note needs words, such as \"wants a demo for five\"")
	}
	if strings.ContainsFunc(ask.Text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
		return ask, usagef("a note can't hold control characters")
	}
	return ask, nil
}

func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' })
}

// meantAsName says whether what stands before a = was to be a name, and not
// the beginning of a text in which there is one.
func meantAsName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' && r != '.'
	})
}

func (a *app) setCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "set ADDRESS NAME=VALUE…", Short: "Change what is known of a person",
		Long: `Changes fields of a person, as a column of that name does when they are imported;
templates use them as {{ .NAME }}. NAME= with nothing behind it removes a field.
A name that nobody had before is told of, as it may be a slip.
Somebody who was held for nothing but a gap in their mail goes on once it is filled.`,
		Example: "  followupd set dana@acme.example first_name=Dana company=\"Acme GmbH\"\n  followupd set dana@acme.example city=", Args: cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			fields := map[string]string{}
			for _, arg := range args[1:] {
				name, value, ok := strings.Cut(arg, "=")
				if !ok {
					return usagef("set: %q is not NAME=VALUE, such as first_name=Dana", arg)
				}
				field, value, why := prospects.Field(name, value)
				if why != "" {
					return usagef("set: %s", why)
				}
				fields[field] = value
			}
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbFields), Address: args[0], Order: fields})
		},
	})
}

// sure asks a person back before what can't be undone. Where nobody can be
// asked, the command was the answer.
func (a *app) sure(what string) error {
	if a.json || !a.asks() {
		return nil
	}
	fmt.Fprintf(a.stdout, "%s Go on? [y/N] ", what)
	answer, err := readLine(a.stdin)
	if err == nil && !slices.Contains([]string{"y", "yes"}, strings.ToLower(answer)) {
		err = errors.New("as you didn't say yes")
	}
	if err != nil {
		return fmt.Errorf("nothing was changed: %w", err)
	}
	return nil
}

// sureOfDomain asks back before everybody of a domain is suppressed. A domain of the
// owner's, or one of a mail provider, is hardly meant: it takes --yes.
func (a *app) sureOfDomain(ctx context.Context, domain string, yes bool) error {
	return a.withLedger(ctx, func(c *config.Config, l *ledger.Ledger) error {
		var known []int64
		err := l.Read(ctx, func(t *ledger.Tx) (err error) {
			known, err = t.PeopleUnderDomain(domain)
			return err
		})
		if err != nil {
			return err
		}
		whom := "of those known here that concerns nobody yet"
		if len(known) > 0 {
			whom = "of those known here that concerns " + report.Plural(len(known), "person", "people")
		}
		switch {
		case yes:
		case ownDomain(c, domain):
			return usagef("%s is your own domain; %s. Name the addresses, or say --yes: there is no way back", domain, whom)
		case engine.AnybodysDomain(domain):
			return usagef("anybody may have an address at %s; %s. Name the addresses, or say --yes: there is no way back", domain, whom)
		}
		return a.sure(fmt.Sprintf("Nobody at %s will ever be written to again; %s. There is no way back.", domain, whom))
	})
}

// ownDomain says whether the owner, or a mailbox, has an address at a domain, or
// below it.
func ownDomain(c *config.Config, domain string) bool {
	own := []string{ledger.Domain(string(c.Owner.Email))}
	for _, m := range c.Mailboxes {
		own = append(own, m.Address.Domain())
	}
	return slices.ContainsFunc(own, func(d string) bool {
		return strings.EqualFold(d, domain) || strings.HasSuffix(strings.ToLower(d), "."+domain)
	})
}

func (a *app) suppressCommand() *cobra.Command {
	var why string
	var yes bool
	c := &cobra.Command{
		Use: "suppress ADDRESS|DOMAIN…", Short: "Never write to an address or a domain again",
		Long: `Puts addresses or whole domains on the list of those who are never written to
again, in any sequence, from any mailbox, after any import. It is for good: there is
no way back. To hold somebody for a while, use pause, stop or snooze.`,
		Example: "  followupd suppress dana@acme.example\n  followupd suppress acme.example --why \"asked by phone\"", Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			for _, arg := range args {
				ask := engine.Ask{Verb: string(sequences.VerbSuppress), Address: strings.ToLower(arg), Text: why}
				if before, _, ok := strings.Cut(arg, "@"); !ok || before == "" {
					ask.Verb = engine.VerbSuppressDomain
					if domain := strings.TrimPrefix(arg, "@"); !strings.Contains(domain, ".") || strings.ContainsAny(domain, "@ /") {
						return usagef("%q is neither an address nor a domain", arg)
					}
					if err := a.sureOfDomain(c.Context(), strings.TrimPrefix(ask.Address, "@"), yes); err != nil {
						return err
					}
				}
				if err := a.order(c.Context(), ask); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "even a domain of your own, or one at which anybody may have an address")
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
	var examples bool
	c := &cobra.Command{
		Use: "answer-was ADDRESS INTENT | --examples", Short: "Correct how a person's last answer was read",
		Long:    "Corrects how a person's last answer was read, and acts on it. INTENT is one of\n" + strings.Join(names, ", ") + ".\n\nWhere the answer was read as an opt-out and nothing else asks for it, the person\nmay be written to again; nothing goes out until you say resume.\n\nWith --examples it prints every correction so far, one JSON object a line: the\nbeginning of what they wrote, how it was read, and what you said that it was. The\nproject's score reads such a file and tells how your mail would be read now.",
		Example: "  followupd answer-was dana@acme.example interested\n  followupd answer-was --examples > corrections.jsonl", ValidArgs: names,
		Args: func(c *cobra.Command, args []string) error {
			if examples {
				return cobra.NoArgs(c, args)
			}
			return cobra.ExactArgs(2)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if examples {
				return a.printCorrections(c.Context(), a.stdout)
			}
			if !slices.Contains(names, args[1]) {
				return usagef("%q is not an intent; it is one of %s", args[1], strings.Join(names, ", "))
			}
			return a.order(c.Context(), engine.Ask{Verb: string(sequences.VerbAnswerWas), Address: args[0], Intent: replies.Intent(args[1])})
		},
	}
	c.Flags().BoolVar(&examples, "examples", false, "print all corrections as labelled examples, JSON lines")
	return a.withJSON(c)
}

func (a *app) reconcileCommand() *cobra.Command {
	var was, again bool
	c := &cobra.Command{
		Use: "reconcile ADDRESS --was-sent | --send-again", Short: "Settle a mail that may or may not have gone out",
		Long:    "When a connection breaks at the very end of a mail, nobody can tell whether it\nwent out. followupd never sends such a mail again by itself; here you say what to\ndo, once you have looked: in your Sent folder, if the mailbox's SMTP server (smtp.host in\nconfig.yaml) puts there what it sends, which not all do; else by asking whoever runs\nthat server whether it took a mail to the address at that time.",
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
