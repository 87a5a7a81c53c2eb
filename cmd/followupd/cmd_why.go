package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

func (a *app) whyCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "why ADDRESS", Short: "Explain every decision about a person",
		Long: `Tells everything that was decided about a person, the newest last: what happened,
what was made of it and on what grounds, what changed by it, and by which version of
your sequences and templates: since when that was in force, and the beginning of its
hash. With --json one object a decision, with everything that the journal keeps of
it.`,
		Example: "  followupd why dana@acme.example\n  followupd why dana@acme.example --json", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error { return a.why(c.Context(), c2, l, args[0]) })
		},
	})
}

// decided is one decision in words, with the entry that they are made of.
type decided struct {
	At         time.Time `json:"at"`
	Happened   string    `json:"happened"`
	Understood string    `json:"understood,omitempty"`
	Reason     string    `json:"reason"`
	Code       string    `json:"code"`
	Evidence   []string  `json:"evidence"`
	Changed    []string  `json:"changed"`
	// Version names the sequences and templates that it was decided by.
	Version engine.Version `json:"version"`
	Entry   ledger.Entry   `json:"entry"`
}

func (a *app) why(ctx context.Context, c *config.Config, l *ledger.Ledger, address string) error {
	var p sequences.Person
	var list []decided
	rules, _, err := loadRules(c)
	if err != nil {
		return err
	}
	x := explainer{zone: c.Owner.Timezone.Location(), now: a.now()}
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		if p, err = a.person(t, address); err != nil {
			return err
		}
		if x.versions, err = versionTimes(t); err != nil {
			return err
		}
		if x.told, err = t.ToldOn(p.ID); err != nil {
			return err
		}
		return t.PersonJournal(p.ID, func(e ledger.Entry) error {
			list = append(list, x.decided(e))
			return nil
		})
	})
	if err != nil {
		return err
	}
	if a.json {
		for _, d := range list {
			if err := a.encode(d); err != nil {
				return err
			}
		}
		return nil
	}
	fmt.Fprintln(a.stdout, a.bold(whole(&p)))
	if e := current(&p); e != nil {
		a.say("", enrolmentWords(e))
	}
	for i, d := range list {
		a.whyOne(i+1, d, x)
	}
	fmt.Fprintln(a.stdout)
	a.say("Now: ", x.of(&p, rules.Plan).stands(&p))
	waits, err := a.waits(ctx, c, l, &p, x)
	if waits != "" {
		a.say("     ", waits+".")
	}
	return err
}

func enrolmentWords(e *sequences.Enrolment) string {
	words := fmt.Sprintf("In the sequence %s of the mailbox %s.", inQuotes(e.Sequence), report.OneLine(e.Mailbox, 64))
	if e.Reason != "" {
		words += " Why this person: " + report.OneLine(e.Reason, 200) + "."
	}
	if e.Source != "" {
		words += " Address from: " + report.OneLine(e.Source, 200) + "."
	}
	return words
}

// decided puts an entry of the journal into words.
func (x explainer) decided(e ledger.Entry) decided {
	d := decided{At: e.At, Happened: x.happened(e.Event), Understood: x.understood(e.Event.Mail), Reason: report.OneLine(e.Reason.Text, 500),
		Code: string(e.Reason.Code), Evidence: []string{}, Changed: []string{}, Version: engine.Version{Hash: e.Plan, Since: x.versions[e.Plan]}, Entry: e}
	for _, ev := range e.Reason.Evidence {
		if words := x.evidence(ev); words != "" {
			d.Evidence = append(d.Evidence, words)
		}
	}
	for _, f := range e.Facts {
		if words := x.changed(f); words != "" {
			d.Changed = append(d.Changed, words)
		}
	}
	for _, f := range e.Effects {
		if words := x.carriedOut(e.Event.ID, f); words != "" {
			d.Changed = append(d.Changed, words)
		}
	}
	return d
}

func (a *app) whyOne(n int, d decided, x explainer) {
	fmt.Fprintln(a.stdout)
	fmt.Fprintln(a.stdout, a.bold(report.Hang(d.Happened, fmt.Sprintf("%2d. %s  ", n, x.at(d.At)), "    ", a.width())))
	if m := d.Entry.Event.Mail; m != nil && strings.TrimSpace(m.Words) != "" {
		a.say("    they wrote:  ", inQuotes(m.Words))
	}
	if d.Understood != "" {
		a.say("    read as:     ", d.Understood)
	}
	a.say("    decided:     ", d.Reason)
	for i, e := range d.Evidence {
		a.say(label("    because:     ", i), e)
	}
	for i, f := range d.Changed {
		a.say(label("    so:          ", i), f)
	}
	fmt.Fprintln(a.stdout, a.faint(fmt.Sprintf("    by %s and the sequences of %s", d.Entry.Rules, x.version(d.Version))))
}

// version names a version: 3 Nov 10:12 (a1b2c3d).
func (x explainer) version(v engine.Version) string {
	if v.Since.IsZero() {
		return "a time unknown (" + v.Short() + ")"
	}
	return shortTime(v.Since, x.zone, x.now) + " (" + v.Short() + ")"
}

// versionTimes are when each version was in force for the first time, by its hash.
func versionTimes(t *ledger.Tx) (map[string]time.Time, error) {
	times := map[string]time.Time{}
	err := t.Plans("", func(hash string, at time.Time) error {
		times[hash] = at
		return nil
	})
	return times, err
}

// label stands before the first of several lines only.
func label(s string, i int) string {
	if i == 0 {
		return s
	}
	return strings.Repeat(" ", len(s))
}
