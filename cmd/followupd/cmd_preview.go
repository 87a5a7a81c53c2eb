package main

import (
	"context"
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

type previewOptions struct {
	step, sequence, eml, sendTo string
	sample                      int
}

// mostSampled is how many people a sample has at most.
const mostSampled = 100

func (a *app) previewCommand() *cobra.Command {
	var o previewOptions
	c := &cobra.Command{
		Use: "preview ADDRESS | --sample N", Short: "Show mails as they would go out",
		Long: `Shows every mail of the sequence that a person is in: those that went out, and
those ahead as they would go out if nobody answered. What is missing is marked, with
what to do about it; such a mail is held and never goes out. With --sequence it is
shown as if the person were in that one. Nothing is changed by it.

--sample shows the next mail of some people, spread over your sequences and steps.
--send-to sends the mails ahead to yourself, marked in the subject, by the mailbox's
own server: to your own address or one of your mailboxes, and to nobody else.`,
		Example: "  followupd preview dana@acme.example\n  followupd preview dana@acme.example --step opening\n  followupd preview dana@acme.example --sequence dark --eml /tmp/mails\n" +
			"  followupd preview --sample 5\n  followupd preview dana@acme.example --send-to ana@lima.example",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch sampled := c.Flags().Changed("sample"); {
			case sampled == (len(args) == 1):
				return usagef("preview: give an ADDRESS, or --sample N: followupd preview dana@acme.example")
			case sampled && (o.sample < 1 || o.sample > mostSampled):
				return usagef("preview: --sample takes 1 to %d", mostSampled)
			case sampled && o.step != "":
				return usagef("preview: --step goes with an ADDRESS; a sample shows each person's next mail")
			}
			return a.withEngine(c.Context(), func(c2 *config.Config, l *ledger.Ledger, e *engine.Engine) error {
				p := previewer{app: a, config: c2, ledger: l, engine: e, previewOptions: o}
				if o.sendTo != "" {
					if err := p.mayHave(c.Context(), o.sendTo); err != nil {
						return err
					}
				}
				return p.run(c.Context(), args)
			})
		},
	}
	c.Flags().StringVar(&o.step, "step", "", "only the mail of that step")
	c.Flags().StringVar(&o.sequence, "sequence", "", "as if the person were in that sequence")
	c.Flags().StringVar(&o.eml, "eml", "", "also write each mail into that folder, as an .eml file")
	c.Flags().IntVar(&o.sample, "sample", 0, "the next mail of so many people, spread over sequences and steps")
	c.Flags().StringVar(&o.sendTo, "send-to", "", "send the mails ahead to that address of your own")
	return a.withJSON(c)
}

// previewer shows, writes and sends mails of a preview.
type previewer struct {
	app    *app
	config *config.Config
	ledger *ledger.Ledger
	engine *engine.Engine
	previewOptions
	written int // files
}

func (p *previewer) run(ctx context.Context, args []string) error {
	if len(args) == 1 {
		return p.one(ctx, args[0])
	}
	people, err := p.engine.Sample(ctx, p.sample)
	if err != nil {
		return err
	}
	if len(people) == 0 && !p.app.json {
		_, err = fmt.Fprintln(p.app.stdout, "Nobody is on their way in a sequence.")
	}
	for i, address := range people {
		if i > 0 && !p.app.json {
			fmt.Fprintf(p.app.stdout, "\n%s\n\n", strings.Repeat("=", 60))
		}
		if err := p.one(ctx, address); err != nil {
			return err
		}
	}
	return err
}

// one shows one person's mails; of a sample the next one alone.
func (p *previewer) one(ctx context.Context, address string) error {
	seen, err := p.engine.Preview(ctx, address, p.sequence)
	if errors.Is(err, ledger.ErrNotFound) {
		err = p.ledger.Read(ctx, func(t *ledger.Tx) error {
			_, err := p.app.person(t, address)
			return err
		})
	}
	if err != nil {
		return err
	}
	mails, err := numbered(seen.Mails, p.step)
	if err != nil {
		return err
	}
	if p.sample > 0 {
		mails, seen.Ends = nextMail(mails), ""
	}
	if p.eml != "" {
		if err := p.write(seen, mails); err != nil {
			return err
		}
	}
	if p.sendTo != "" {
		if err := p.send(ctx, seen, mails); err != nil {
			return err
		}
	}
	if p.app.json {
		seen.Mails = seen.Mails[:0:0]
		for _, m := range mails {
			seen.Mails = append(seen.Mails, m.Draft)
		}
		return p.app.encode(seen)
	}
	p.app.previewText(seen, mails, p.config.Owner.Timezone.Location())
	return nil
}

// nextMail is the first mail ahead; where none is, the last of those behind.
func nextMail(mails []numberedDraft) []numberedDraft {
	for i, m := range mails {
		if ahead(m) {
			return mails[i : i+1]
		}
	}
	return mails[max(len(mails)-1, 0):]
}

// ahead says whether a mail is still to come.
func ahead(m numberedDraft) bool { return m.State == engine.DraftAhead || m.State == engine.DraftHole }

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

// write writes each mail into a folder; those with holes have them marked.
func (p *previewer) write(seen engine.Preview, mails []numberedDraft) error {
	if err := os.MkdirAll(p.eml, 0o700); err != nil {
		return err
	}
	for _, m := range mails {
		raw := m.Bytes
		if m.State == engine.DraftHole {
			var err error
			if raw, err = p.trial(seen, m, seen.Address); err != nil {
				return err
			}
		}
		if raw == nil {
			continue
		}
		p.written++
		number, name := m.n, safeName(m.Step)
		if p.sample > 0 {
			number, name = p.written, safeName(seen.Address)+"-"+name
		}
		file := filepath.Join(p.eml, fmt.Sprintf("%02d-%s.eml", number, name))
		if err := os.WriteFile(file, raw, 0o600); err != nil {
			return err
		}
		if !p.app.json {
			fmt.Fprintln(p.app.stderr, file)
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
