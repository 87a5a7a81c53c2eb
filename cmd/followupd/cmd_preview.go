package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

type previewOptions struct{ step, sequence, eml string }

func (a *app) previewCommand() *cobra.Command {
	var o previewOptions
	c := &cobra.Command{
		Use: "preview ADDRESS", Short: "Show every mail of a person's sequence as it would go out",
		Long: `Shows every mail of the sequence that a person is in: those that went out, and
those ahead as they would go out if nobody answered. What is missing is marked, with
what to do about it; such a mail is held and never goes out. With --sequence it is
shown as if the person were in that one. Nothing is changed by it.`,
		Example: "  followupd preview dana@acme.example\n  followupd preview dana@acme.example --step opening\n  followupd preview dana@acme.example --sequence dark --eml /tmp/mails", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withEngine(c.Context(), func(c2 *config.Config, l *ledger.Ledger, e *engine.Engine) error {
				p, err := e.Preview(c.Context(), args[0], o.sequence)
				if errors.Is(err, ledger.ErrNotFound) {
					err = l.Read(c.Context(), func(t *ledger.Tx) error {
						_, err := a.person(t, args[0])
						return err
					})
				}
				if err != nil {
					return err
				}
				return a.preview(c2, p, o)
			})
		},
	}
	c.Flags().StringVar(&o.step, "step", "", "only the mail of that step")
	c.Flags().StringVar(&o.sequence, "sequence", "", "as if the person were in that sequence")
	c.Flags().StringVar(&o.eml, "eml", "", "also write each mail into that folder, as an .eml file")
	return a.withJSON(c)
}

func (a *app) preview(c *config.Config, p engine.Preview, o previewOptions) error {
	mails, err := numbered(p.Mails, o.step)
	if err != nil {
		return err
	}
	if o.eml != "" {
		if err := a.writeMails(mails, o.eml); err != nil {
			return err
		}
	}
	if a.json {
		p.Mails = p.Mails[:0:0]
		for _, m := range mails {
			p.Mails = append(p.Mails, m.Draft)
		}
		return a.encode(p)
	}
	a.previewText(p, mails, c.Owner.Timezone.Location())
	return nil
}

// numberedDraft is a mail with its number in the sequence, from 1.
type numberedDraft struct {
	engine.Draft
	n int
}

// numbered are the mails of a step, or all.
func numbered(mails []engine.Draft, step string) ([]numberedDraft, error) {
	var list []numberedDraft
	var steps []string
	for i, m := range mails {
		steps = append(steps, m.Step)
		if step == "" || m.Step == step {
			list = append(list, numberedDraft{m, i + 1})
		}
	}
	switch {
	case len(list) > 0 || step == "":
		return list, nil
	case len(steps) == 0:
		return nil, fmt.Errorf("there is no mail of a step %q: no step of the sequence is to come", step)
	}
	return nil, fmt.Errorf("there is no mail of a step %q; the steps are %s", step, report.List(steps))
}

// writeMails writes each mail that can be made into a folder.
func (a *app) writeMails(mails []numberedDraft, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for _, m := range mails {
		if m.Bytes == nil {
			continue
		}
		name := filepath.Join(dir, fmt.Sprintf("%02d-%s.eml", m.n, safeName(m.Step)))
		if err := os.WriteFile(name, m.Bytes, 0o600); err != nil {
			return err
		}
		if !a.json {
			fmt.Fprintln(a.stderr, name)
		}
	}
	return nil
}

// safeName is a step's id as part of a file's name.
func safeName(step string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, step)
}

func (a *app) previewText(p engine.Preview, mails []numberedDraft, zone *time.Location) {
	now := a.now()
	fmt.Fprintln(a.stdout, a.bold(wholeName(p.Name, "", p.Address)))
	words := fmt.Sprintf("Sequence %s from the mailbox %s; they are on the clock of %s.", p.Sequence, p.Mailbox, p.Zone)
	if p.Goal != "" {
		words += " Its goal: " + report.OneLine(p.Goal, 200) + "."
	}
	a.say("", words)
	if p.Supposed {
		a.say("! ", "They are not in this sequence: this is how it would be if they were.")
	}
	if !p.Live {
		a.say("! ", fmt.Sprintf("The mailbox %s is not live: nothing goes out until you set live: true.", p.Mailbox))
	}
	if p.Stands != "" {
		a.say("! ", "As things are nothing goes out: "+report.OneLine(p.Stands, 300)+". This is what would come if you resumed now.")
	}
	theirs, err := time.LoadLocation(p.Zone)
	if err != nil {
		theirs = zone // a zone that is only an offset
	}
	for _, m := range mails {
		a.draft(m, theirs, now)
	}
	if p.Ends != "" {
		fmt.Fprintln(a.stdout)
		a.say("Then: ", report.OneLine(p.Ends, 300)+".")
	}
}

func (a *app) draft(m numberedDraft, zone *time.Location, now time.Time) {
	title := fmt.Sprintf("%d. %s", m.n, m.Step)
	switch m.State {
	case engine.DraftSent:
		title += ", sent " + timeWords(m.At, zone, now)
	case engine.DraftUnsure:
		title += ", may or may not have gone out " + timeWords(m.At, zone, now)
	case engine.DraftSkipped:
		title += ", passed over"
	case engine.DraftTask:
		title += ", yours to do, " + timeWords(m.At, zone, now) + " there"
	case engine.DraftDone:
		title += ", done " + timeWords(m.At, zone, now)
	default:
		title += ", not before " + timeWords(m.At, zone, now) + " there"
	}
	a.part(title)
	if m.Objective != "" {
		words := "objective: " + report.OneLine(m.Objective, 200)
		if m.Value != "" {
			words += "; gives: " + report.OneLine(m.Value, 100)
		}
		a.say("   ", words)
	}
	if m.Task != "" {
		a.say("   ", "task: "+report.OneLine(m.Task, 200))
	}
	if m.State == engine.DraftTask {
		a.say("   ", "No mail goes out: you get it as a task. What follows counts from when you say that it is done (followupd done ADDRESS).")
	}
	if m.State == engine.DraftTask || m.State == engine.DraftDone {
		return
	}
	if m.State == engine.DraftSkipped {
		words := m.Why
		if m.Missing != "" {
			words += "; to make it known: " + knowWords(m.Missing)
		}
		a.say("   ", words)
		return
	}
	for _, hole := range m.Holes {
		a.say("   HOLE: ", report.OneLine(hole, 400))
	}
	if len(m.Holes) > 0 {
		a.say("   ", "As it is, this mail never goes out: it is held. Fill the field (followupd set ADDRESS NAME=\"…\") or the note (followupd note), or give the template something to say without it; where it is held already, resume then.")
	}
	fmt.Fprintln(a.stdout)
	for _, h := range [][2]string{{"From", m.From}, {"To", m.To}, {"Subject", m.Subject}, {"Message-ID", idWords(m.MessageID)}, {"In-Reply-To", m.InReplyTo}} {
		if h[1] != "" {
			fmt.Fprintf(a.stdout, "   %s %s\n", a.faint(h[0]+":"), plainText(h[1]))
		}
	}
	fmt.Fprintln(a.stdout)
	for line := range strings.Lines(plainText(m.Text)) {
		fmt.Fprintln(a.stdout, strings.TrimRight("   "+strings.TrimRight(line, "\n"), " "))
	}
}

func idWords(id string) string {
	if id == "" {
		return ""
	}
	return "<" + id + ">"
}

// knowWords says how something that a step leans on becomes known.
func knowWords(missing string) string {
	if key, ok := strings.CutPrefix(missing, "note."); ok {
		return fmt.Sprintf("followupd note ADDRESS %s=\"…\"", key)
	}
	return fmt.Sprintf("followupd set ADDRESS %s=\"…\"", missing)
}
