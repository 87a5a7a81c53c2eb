package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/sequences"
)

func (a *app) listCommand() *cobra.Command {
	var s ledger.Selection
	var standing, place string
	c := &cobra.Command{
		Use: "list", Short: "List people, a line each",
		Long: `Lists everyone known, a line each: the sequence that they are in, or were in last,
where it stands, the next step and when its time comes, and how much they are into
you. With --json one object a line.

STATE is one of ` + strings.Join(stateNames(), ", ") + `,
or "in doubt" or "never again".
STANDING is one of ` + strings.Join(standingNames(), ", ") + `.
PLACE is where people are for you, as status counts them: ` + strings.Join(placeNames(), ", ") + `.`,
		Example: "  followupd list --state held\n  followupd list --sequence intro --standing warming\n  followupd list --place needs-you\n  followupd list --json > people.jsonl", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			standing = strings.ReplaceAll(strings.ToLower(standing), "-", " ")
			words := ""
			if s.State = strings.ToLower(s.State); slices.Contains(shownStates(), s.State) {
				words, s.State = s.State, ""
			}
			if s.State != "" && !slices.Contains(stateNames(), s.State) {
				return usagef("%q is not a state; it is one of %s", s.State, strings.Join(append(stateNames(), shownStates()...), ", "))
			}
			if standing != "" && !slices.Contains(standingNames(), standing) {
				return usagef("%q is not a standing; it is one of %s", standing, strings.Join(standingNames(), ", "))
			}
			place = strings.ReplaceAll(strings.ToLower(place), "-", " ")
			if place != "" && !slices.Contains(placeNames(), place) {
				return usagef("%q is not a place; it is one of %s", place, strings.Join(placeNames(), ", "))
			}
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error {
				return a.list(c.Context(), c2, l, s, sift{sequences.Standing(standing), report.Placed(place), words})
			})
		},
	}
	c.Flags().StringVar(&s.State, "state", "", "those whose sequence is in that STATE")
	c.Flags().StringVar(&s.Sequence, "sequence", "", "those of that sequence")
	c.Flags().StringVar(&s.Mailbox, "mailbox", "", "those who are written to from that mailbox")
	c.Flags().StringVar(&standing, "standing", "", "those of that STANDING")
	c.Flags().StringVar(&place, "place", "", "those who are in that PLACE")
	return a.withJSON(c)
}

// sift picks people by what is computed of them. What is empty picks everyone.
type sift struct {
	standing sequences.Standing
	place    report.Placed
	state    string // a word that lists show beside the names of states
}

func (f sift) takes(p *sequences.Person, now time.Time) bool {
	if f.standing != "" {
		if standing, ok := report.StandingOf(p, now); !ok || standing != f.standing {
			return false
		}
	}
	if f.place != "" {
		if place, _, _ := report.Place(p); place != f.place {
			return false
		}
	}
	return f.state == "" || stateWords(p, current(p)) == f.state
}

func placeNames() []string {
	list := []string{}
	for _, p := range []report.Placed{report.PlaceNeedsYou, report.PlaceHeld, report.PlaceUnderWay, report.PlaceWaiting, report.PlaceOver} {
		list = append(list, string(p))
	}
	return list
}

// shownStates are the words that lists show beside the names of states.
func shownStates() []string { return []string{"in doubt", "never again"} }

func stateNames() []string {
	list := []string{}
	for _, s := range []sequences.State{sequences.StateScheduled, sequences.StateQueued, sequences.StateSending, sequences.StateTask, sequences.StateAnswered, sequences.StateSnoozed,
		sequences.StateAway, sequences.StateHeld, sequences.StateStopped, sequences.StateEnded, sequences.StateSuppressed} {
		list = append(list, string(s))
	}
	return list
}

func standingNames() []string {
	list := []string{}
	for _, s := range []sequences.Standing{sequences.StandingInto, sequences.StandingWarming, sequences.StandingDark, sequences.StandingNot, sequences.StandingNew} {
		list = append(list, string(s))
	}
	return list
}

// listed is one person of a list.
type listed struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name"`
	Address   string    `json:"address"`
	Addresses []string  `json:"addresses"`
	Company   string    `json:"company"`
	Sequence  string    `json:"sequence"`
	Mailbox   string    `json:"mailbox"`
	State     string    `json:"state"`
	Why       string    `json:"why"`
	Code      string    `json:"code"`
	Since     time.Time `json:"since,omitzero"`
	Step      string    `json:"step"`
	Due       time.Time `json:"due,omitzero"`
	SkippedAt time.Time `json:"skipped_at,omitzero"` // a task, where it isn't done by then
	Standing  string    `json:"standing"`
	Balance   int       `json:"balance"`
}

func listedOf(p *sequences.Person, now time.Time) listed {
	out := listed{ID: p.ID, Name: ledger.Name(*p), Address: firstAddress(p), Addresses: p.Addresses, Company: p.Fields["company"],
		Balance: p.BalanceAt().Balance}
	if standing, ok := report.StandingOf(p, now); ok {
		out.Standing = string(standing) // as status counts it: who is out of it stands nowhere
	}
	if e := current(p); e != nil {
		out.Sequence, out.Mailbox, out.State, out.Why, out.Code = e.Sequence, e.Mailbox, string(e.State), e.Why.Text, string(e.Why.Code)
		out.Since, out.Step = e.Since, e.Step
		switch {
		case e.State == sequences.StateTask: // its due is when it is passed over
			out.SkippedAt = e.Due
		case e.State.Moving():
			out.Due = e.Due
		}
	}
	return out
}

func (a *app) list(ctx context.Context, c *config.Config, l *ledger.Ledger, s ledger.Selection, f sift) error {
	now, zone := a.now(), c.Owner.Timezone.Location()
	var rows [][]string
	found := 0
	err := l.Read(ctx, func(t *ledger.Tx) error {
		return t.Select(s, func(p sequences.Person) error {
			if !f.takes(&p, now) {
				return nil
			}
			row := listedOf(&p, now)
			found++
			if a.json {
				return a.encode(row)
			}
			name := ""
			if row.Name != row.Address {
				name = report.OneLine(row.Name, 60)
			}
			rows = append(rows, []string{name, report.OneLine(row.Address, 254), report.OneLine(row.Company, 60), report.OneLine(row.Sequence, 64),
				stateWords(&p, current(&p)), nextStep(current(&p)), timeWords(row.Due, zone, now), row.Standing})
			return nil
		})
	})
	if err == nil && found == 0 {
		err = noSuchSequence(c, s)
	}
	if err != nil || a.json {
		return err
	}
	if found == 0 {
		fmt.Fprintln(a.stdout, nobody(c, s, f))
		return nil
	}
	columns := []column{{"NAME", true}, {"ADDRESS", false}, {"COMPANY", true}, {"SEQUENCE", true}, {"STATE", false}, {"STEP", true}, {"DUE", false}, {"STANDING", false}}
	for _, head := range []string{"STANDING", "COMPANY"} {
		columns, rows = a.without(head, false, columns, rows)
	}
	for _, head := range []string{"SEQUENCE", "NAME", "STEP"} {
		columns, rows = a.without(head, true, columns, rows)
	}
	a.table(columns, rows)
	fmt.Fprintf(a.stdout, "\n%s.\n", report.Plural(found, "person", "people"))
	return nil
}

// noSuchSequence tells of a sequence that there isn't, and nobody was ever in.
func noSuchSequence(c *config.Config, s ledger.Selection) error {
	if s.Sequence == "" {
		return nil
	}
	rules, problems, err := loadRules(c)
	if _, ok := rules.Plan.Sequences[s.Sequence]; ok || err != nil || problems.HasErrors() {
		return err
	}
	return usagef("there is no sequence %q; %s", s.Sequence, sequenceMeant(s.Sequence, rules.Plan))
}

// nextStep is the step that comes next, where one may.
func nextStep(e *sequences.Enrolment) string {
	if e == nil || !e.State.Live() {
		return ""
	}
	return report.OneLine(e.Step, 64)
}

// nobody says that a list is empty, and perhaps why.
func nobody(c *config.Config, s ledger.Selection, f sift) string {
	switch {
	case s.Mailbox != "":
		if _, ok := c.MailboxByName(s.Mailbox); !ok {
			return fmt.Sprintf("Nobody: there is no mailbox %q in %s.", s.Mailbox, c.File())
		}
	case s == ledger.Selection{} && f == sift{}:
		return "Nobody is enrolled yet. Begin with: followupd import FILE.csv --sequence NAME"
	}
	return "Nobody."
}
