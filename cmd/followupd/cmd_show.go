package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

func (a *app) showCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use: "show ADDRESS", Short: "Show one person on one screen",
		Long: `Shows what is known of one person: their fields and notes, the sequences that they
were in and why, what comes next, how much they are into you and what that was
counted from, what was given and returned, and every mail that went out.`,
		Example: "  followupd show dana@acme.example", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error { return a.show(c.Context(), c2, l, args[0]) })
		},
	})
}

// shown is everything about one person.
type shown struct {
	listed
	Fields      map[string]string     `json:"fields"`
	Zone        string                `json:"zone"`
	ZoneFrom    string                `json:"zone_from"`
	Notes       []sequences.Note      `json:"notes"`
	Stands      string                `json:"stands"`
	Waits       string                `json:"waits,omitempty"` // what a mail in the outbox waits for
	Turn        *sequences.Mark       `json:"turn,omitempty"`
	Away        *sequences.Until      `json:"away,omitempty"`
	Snooze      *sequences.Until      `json:"snooze,omitempty"`
	Suppression *ledger.Suppression   `json:"suppression,omitempty"`
	Enrolments  []sequences.Enrolment `json:"enrolments"`
	Because     []string              `json:"standing_because"`
	Given       []string              `json:"balance_because"`
	GiveUp      int                   `json:"give_up"`
	Timeline    []sequences.Moment    `json:"timeline"`
	Mails       []shownMail           `json:"mails"`
}

// shownMail is one mail of ours to them.
type shownMail struct {
	Step      string    `json:"step"`
	Sequence  string    `json:"sequence"`
	State     string    `json:"state"`
	At        time.Time `json:"at,omitzero"`
	Recipient string    `json:"recipient"`
	Subject   string    `json:"subject"`
	Value     string    `json:"value,omitempty"`
	MessageID string    `json:"message_id"`
	PublicID  string    `json:"public_id,omitempty"` // where a server gave it another id
	Attempts  int       `json:"attempts"`
	Seen      bool      `json:"seen_in_sent"`
	Server    string    `json:"server,omitempty"` // its words
}

func (a *app) show(ctx context.Context, c *config.Config, l *ledger.Ledger, address string) error {
	rules, _, err := loadRules(c)
	if err != nil {
		return err
	}
	var p sequences.Person
	var s shown
	x := explainer{zone: c.Owner.Timezone.Location(), now: a.now()}
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		if p, err = a.person(t, address); err != nil {
			return err
		}
		x = x.of(&p, rules.Plan)
		s, err = gatherShown(t, &p, rules.Plan, x)
		return err
	})
	if err != nil {
		return err
	}
	if s.Waits, err = a.waits(ctx, c, l, &p, x); err != nil {
		return err
	}
	if a.json {
		return a.encode(s)
	}
	a.showText(&p, s, rules.Plan, x)
	return nil
}

func gatherShown(t *ledger.Tx, p *sequences.Person, plan sequences.Plan, x explainer) (shown, error) {
	s := shown{listed: listedOf(p, x.now), Fields: p.Fields, Notes: p.Notes, Stands: x.stands(p), Turn: p.Turn, Away: p.Away, Snooze: p.Snooze,
		Enrolments: p.Enrolments, Because: p.StandingAt(x.now.In(x.zone)).Because, Given: p.BalanceIn(x.zone).Because, Timeline: p.Timeline, Mails: []shownMail{}}
	box := ""
	if e := current(p); e != nil {
		box = e.Mailbox
		s.GiveUp = plan.Sequences[e.Sequence].GiveUp
	}
	if s.GiveUp == 0 {
		s.GiveUp = defaultGiveUp
	}
	_, s.Zone, s.ZoneFrom = sequences.ResolveZone(p.Fields, p.Offset, plan.Mailboxes[box].Zone)
	for _, address := range p.Addresses {
		found, err := t.Suppressed(address)
		switch {
		case err == nil:
			s.Suppression = &found
		case !errors.Is(err, ledger.ErrNotFound):
			return s, err
		}
	}
	for _, e := range p.Enrolments {
		outs, err := t.EnrolmentOuts(e.ID)
		if err != nil {
			return s, err
		}
		for _, o := range outs {
			s.Mails = append(s.Mails, shownMailOf(o))
		}
	}
	return s, nil
}

// defaultGiveUp is how many values are given without an answer where the
// sequence doesn't say.
const defaultGiveUp = 3

func shownMailOf(o ledger.Out) shownMail {
	m := shownMail{Step: o.Step, Sequence: o.Sequence, State: string(o.State), At: o.SettledAt, Recipient: o.Recipient, Subject: o.Subject, Value: o.Value,
		MessageID: o.MessageID, PublicID: o.PublicID, Attempts: o.Attempts, Seen: !o.SeenAt.IsZero(), Server: o.Answer}
	if m.At.IsZero() {
		m.At = o.QueuedAt
	}
	return m
}

func (a *app) showText(p *sequences.Person, s shown, plan sequences.Plan, x explainer) {
	fmt.Fprintln(a.stdout, a.bold(whole(p)))
	a.say("", s.Stands)
	if s.Waits != "" {
		a.say("  ", s.Waits+".")
	}
	if s.Suppression != nil {
		a.say("  ", fmt.Sprintf("%s is on the list of those never written to again since %s: %s", s.Suppression.Value, x.at(s.Suppression.At), report.OneLine(s.Suppression.Why, 300)))
	}
	if p.MayHaveMeant() {
		a.say("  ", "If their mail was read wrongly: followupd answer-was "+report.Arg(p.Addresses[0])+" INTENT takes it back.")
	}
	if e := current(p); p.Turn != nil && (e == nil || e.Why.Text != p.Turn.Reason.Text) {
		a.say("  ", "Nothing goes to this person, in any sequence, since "+x.at(p.Turn.At)+": "+report.OneLine(p.Turn.Reason.Text, 300))
	}
	a.showKnown(p, s, x)
	a.showEnrolments(p, plan, x)
	a.showStanding(s)
	a.showTimeline(s, x)
	a.showMails(s, x)
	fmt.Fprintf(a.stdout, "\nWhy all this: followupd why %s\n", report.OneLine(s.Address, 254))
}

// part begins a part of a screen.
func (a *app) part(title string) { fmt.Fprintf(a.stdout, "\n%s\n", a.bold(title)) }

func (a *app) showKnown(p *sequences.Person, s shown, x explainer) {
	a.part("Known")
	for _, name := range slices.Sorted(maps.Keys(p.Fields)) {
		a.say("  "+report.OneLine(name, 40)+": ", report.OneLine(p.Fields[name], 300))
	}
	if len(p.Addresses) > 1 {
		a.say("  addresses: ", report.OneLine(strings.Join(p.Addresses, ", "), 500))
	}
	a.say("  time zone: ", s.Zone+", by "+s.ZoneFrom)
	for _, n := range p.Notes {
		a.say("  note of "+dayWords(n.At.In(x.zone), x.now)+": ", noteWords(n))
	}
}

func (a *app) showEnrolments(p *sequences.Person, plan sequences.Plan, x explainer) {
	for i := range p.Enrolments {
		e := &p.Enrolments[i]
		a.part("Sequence " + report.OneLine(e.Sequence, 64))
		a.say("  since "+x.at(e.At)+" ", fmt.Sprintf("from the mailbox %s. %s. Address from: %s.", e.Mailbox, upperFirst(report.OneLine(e.Reason, 200)), report.OneLine(e.Source, 200)))
		words := stateWords(p, e) + " since " + x.at(e.Since)
		if e.After != 0 {
			words = "waits until the sequence before it is over"
		}
		if e.Why.Text != "" {
			words += ": " + report.OneLine(e.Why.Text, 300)
		}
		a.say("  now ", words)
		if e.Step != "" && e.State.Live() {
			ahead := plan.Sequences[e.Sequence].NextStep(p, e)
			next, due := report.OneLine(ahead, 64), e.Due
			if at, ok := engine.NextDay(plan, p, e.ID, e.Due, x.now); ok && e.State == sequences.StateSnoozed {
				due = at // the window may open only then
			}
			switch {
			case e.State == sequences.StateTask && e.Due.IsZero():
				next += ", yours to do"
			case e.State == sequences.StateTask:
				next += ", yours to do; it is passed over on " + x.ahead(e.Due)
			case e.State.Moving() && !e.Due.IsZero():
				next += ", " + x.ahead(due) + " at the earliest"
			}
			if ahead != e.Step {
				next += "; then " + report.OneLine(e.Step, 64)
			}
			a.say("  next step ", next)
		}
		for _, d := range e.Done {
			words := string(d.How) + " " + x.at(d.At)
			if d.Value != "" {
				words += ", giving " + report.OneLine(d.Value, 64)
			}
			a.say("  step "+report.OneLine(d.Step, 64)+" ", words)
		}
	}
}

func upperFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// asSentence is text with a capital at its beginning, unless that is an address.
func asSentence(s string) string {
	if first, _, _ := strings.Cut(s, " "); strings.Contains(first, "@") {
		return s
	}
	return upperFirst(s)
}

func (a *app) showStanding(s shown) {
	a.part("Standing: " + s.Standing)
	if len(s.Because) == 0 {
		a.say("  ", "nothing happened yet that counts")
	}
	for _, b := range s.Because {
		a.say("  ", report.OneLine(b, 300))
	}
	a.part(fmt.Sprintf("Given and not returned: %d (the sequence ends at %d)", s.Balance, s.GiveUp))
	for _, b := range s.Given {
		a.say("  ", report.OneLine(b, 300))
	}
}

func (a *app) showTimeline(s shown, x explainer) {
	if len(s.Timeline) == 0 {
		return
	}
	a.part("What happened")
	for _, m := range s.Timeline {
		a.say("  "+x.at(m.At)+"  ", x.moment(m))
	}
}

// moment says what happened between us and a person.
func (x explainer) moment(m sequences.Moment) string {
	words := ""
	switch m.Kind {
	case sequences.HapSent:
		if m.Step == "" {
			return "a mail of followupd, of a step unknown"
		}
		return "our mail of step " + report.OneLine(m.Step, 64)
	case sequences.HapReply:
		words = "they answered: " + report.Did(m.Intent)
	case sequences.HapAutoReply:
		words = "an automatic answer"
	case sequences.HapBounce:
		words = "our mail came back for good"
	case sequences.HapSoftBounce:
		words = "our mail was not delivered this time"
	case sequences.HapOwnerWrote:
		words = "you wrote by hand"
	case sequences.HapTask:
		words = "you did the task of step " + report.OneLine(m.Step, 64)
	default:
		words = report.OneLine(string(m.Kind), 40)
	}
	for _, signal := range m.Signals {
		words += ", " + report.Signal(signal)
	}
	if m.Words != "" {
		words += " " + inQuotes(m.Words)
	}
	return words
}

func (a *app) showMails(s shown, x explainer) {
	if len(s.Mails) == 0 {
		return
	}
	a.part("Mails")
	for _, m := range s.Mails {
		words := m.State
		switch ledger.OutState(m.State) {
		case ledger.OutSent:
			words = "sent " + x.at(m.At)
			if m.Seen {
				words += ", its copy is in Sent"
			}
		case ledger.OutUncertain, ledger.OutMarked:
			words = "may or may not have gone out, " + x.at(m.At)
		case ledger.OutFailed:
			words = "refused " + x.at(m.At)
		case ledger.OutQueued:
			words = "waits to go out since " + x.at(m.At)
		}
		if m.Server != "" && ledger.OutState(m.State) != ledger.OutSent {
			words += " (" + report.OneLine(m.Server, 120) + ")"
		}
		if m.Subject != "" {
			words += " " + inQuotes(m.Subject)
		}
		a.say("  "+report.OneLine(m.Step, 64)+": ", words)
		id := "<" + m.MessageID + ">"
		if m.PublicID != "" {
			id += ", there as <" + m.PublicID + ">"
		}
		fmt.Fprintln(a.stdout, a.faint("    "+report.OneLine(id, 300)))
	}
}
