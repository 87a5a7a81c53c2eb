package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	gomail "github.com/wneessen/go-mail"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/report"
)

// reportOptions are the flags of report.
type reportOptions struct {
	from, to, since string
	weeks           int
	html, whole     bool
	out, sendTo     string
}

func (a *app) reportCommand() *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use: "report", Short: "Show the status mail, of any period",
		Long: `Shows the status mail as it would be now: of the last seven days, or of the period
that you name. Of a period that is over, people are shown as they stood at its end.
Days are those of your zone; --to names the last day. The weekly mail goes out by
itself all the same.

--html writes the page that mail programs show, --mail a whole mail with both forms,
-o writes into a file, and --send-to sends it to you: to the address of owner.email,
or of owner.deputy, and to no other.`,
		Example: `  followupd report
  followupd report --weeks 4
  followupd report --from 2026-10-01 --to 2026-10-31 --html -o october.html
  followupd report --since 2026-11-01 --send-to ana@lima.example`, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error {
				span, err := o.span(a.now(), c2.Owner.Timezone.Location())
				if err != nil {
					return err
				}
				if o.sendTo != "" {
					return a.reportTo(c.Context(), c2, l, o, span)
				}
				return a.report(c.Context(), c2, l, o, span)
			})
		},
	}
	c.Flags().StringVar(&o.from, "from", "", "the first day, as 2026-10-01")
	c.Flags().StringVar(&o.to, "to", "", "the last day (default today)")
	c.Flags().StringVar(&o.since, "since", "", "from a day, as 2026-10-01, or for so long until now, as 14d")
	c.Flags().IntVar(&o.weeks, "weeks", 1, "the last so many weeks, up to now")
	c.Flags().BoolVar(&o.html, "html", false, "write HTML")
	c.Flags().BoolVar(&o.whole, "mail", false, "write a whole mail, with its header")
	c.Flags().StringVarP(&o.out, "output", "o", "", "write into that file")
	c.Flags().StringVar(&o.sendTo, "send-to", "", "send it to that address of yours")
	a.withJSON(c)
	c.MarkFlagsMutuallyExclusive("since", "from")
	c.MarkFlagsMutuallyExclusive("since", "to")
	c.MarkFlagsMutuallyExclusive("since", "weeks")
	c.MarkFlagsMutuallyExclusive("weeks", "from")
	c.MarkFlagsMutuallyExclusive("weeks", "to")
	c.MarkFlagsMutuallyExclusive("html", "mail", "json", "send-to")
	c.MarkFlagsMutuallyExclusive("send-to", "output")
	return c
}

// span is the period [from, to) that is told of; up to now where to is zero.
type span struct{ from, to time.Time }

// span reads the flags that name a period.
func (o reportOptions) span(now time.Time, zone *time.Location) (span, error) {
	var s span
	midnight := func(flag, text string, days int) (time.Time, error) {
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return time.Time{}, usagef("report: --%s %q is not a day; write it as 2026-10-01", flag, text)
		}
		return time.Date(day.Year(), day.Month(), day.Day()+days, 0, 0, 0, 0, zone), nil
	}
	var err error
	switch {
	case o.since != "":
		s.from, err = o.sinceWhen(now, midnight)
	case o.from != "":
		s.from, err = midnight("from", o.from, 0)
	case o.to != "":
		err = usagef("report: --to needs --from")
	case o.weeks < 1 || o.weeks > 520:
		err = usagef("report: --weeks must be from 1 to 520")
	default:
		s.from = now.AddDate(0, 0, -7*o.weeks)
	}
	if err == nil && o.to != "" {
		s.to, err = midnight("to", o.to, 1)
	}
	if s.to.After(now) {
		s.to = time.Time{}
	}
	if end := s.to; err == nil && (!s.from.Before(now) || !end.IsZero() && !s.from.Before(end)) {
		err = usagef("report: the period ends before it begins, or has not begun yet")
	}
	return s, err
}

func (o reportOptions) sinceWhen(now time.Time, midnight func(string, string, int) (time.Time, error)) (time.Time, error) {
	var length config.Duration
	if err := length.UnmarshalText([]byte(o.since)); err == nil && length > 0 {
		return now.Add(-length.Std()), nil
	}
	if at, err := midnight("since", o.since, 0); err == nil {
		return at, nil
	}
	return time.Time{}, usagef("report: --since %q is neither a day, as 2026-10-01, nor a length, as 14d", o.since)
}

func (a *app) report(ctx context.Context, c *config.Config, l *ledger.Ledger, o reportOptions, p span) error {
	s, err := a.snapshotOf(ctx, c, l, p)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := a.writeReport(&out, c, s, o); err != nil {
		return err
	}
	if o.out == "" {
		_, err := a.stdout.Write(out.Bytes())
		return err
	}
	// It tells of people: nobody else is to read it.
	if err := os.WriteFile(o.out, out.Bytes(), 0o600); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	fmt.Fprintf(a.stderr, "written to %s\n", o.out)
	return nil
}

func (a *app) writeReport(w io.Writer, c *config.Config, s report.Snapshot, o reportOptions) error {
	letter := report.Write(s)
	switch {
	case a.json:
		return encodeTo(w, s)
	case o.whole:
		return wholeMail(w, c, s, letter)
	case o.html:
		page, err := letter.HTML()
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, page)
		return err
	}
	subject := letter.Subject
	if o.out == "" {
		subject = a.bold(subject)
	}
	_, err := fmt.Fprintf(w, "%s\n\n%s", subject, letter.Text())
	return err
}

// wholeMail writes a mail that another program may send.
func wholeMail(w io.Writer, c *config.Config, s report.Snapshot, letter report.Letter) error {
	from := c.Mailboxes[0].Address
	page, err := letter.HTML()
	if err != nil {
		return err
	}
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := errors.Join(m.FromFormat("followupd", from.Email), m.AddToFormat(c.Owner.Name, string(c.Owner.Email))); err != nil {
		return err
	}
	m.Subject(letter.Subject)
	m.SetDateWithValue(s.At)
	m.SetMessageIDWithValue(fmt.Sprintf("report.%d@%s", s.At.UnixNano(), from.Domain()))
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834 5
	m.SetBodyString(gomail.TypeTextPlain, letter.Text())
	m.AddAlternativeString(gomail.TypeTextHTML, page)
	_, err = m.WriteTo(w)
	return err
}

// reportTo has the daemon send the report, as it sends every mail to the
// owner: it is known what it numbers, and it is tried until accepted.
func (a *app) reportTo(ctx context.Context, c *config.Config, l *ledger.Ledger, o reportOptions, p span) error {
	answer, err := a.ask(ctx, c, l, engine.Ask{Verb: engine.VerbReport, Address: o.sendTo, From: p.from, Until: p.to})
	switch {
	case err != nil:
		return err
	case !answer.OK:
		return errors.New(answer.Text)
	}
	fmt.Fprintln(a.stdout, answer.Text+"; the daemon sends it, and tries until it is accepted")
	return nil
}

// snapshotOf counts a period as the weekly status mail does.
func (a *app) snapshotOf(ctx context.Context, c *config.Config, l *ledger.Ledger, p span) (s report.Snapshot, err error) {
	rules, problems, err := loadRules(c)
	if err != nil {
		return s, err
	}
	known := !problems.HasErrors()
	if !known { // then what is in force goes, as in a plan
		kept, err := keptRules(ctx, l, rules.Files)
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return s, err
		}
		if known = err == nil; known {
			rules = kept
		}
	}
	w := a.looking(c, l, rules)
	if known { // else nobody can say what mails lack
		e, err := w.build(ctx)
		if err != nil {
			return s, err
		}
		defer func() { err = errors.Join(err, e.Close(), w.close()) }()
	}
	view := owner.New(w.ownerOptions(ctx, nil)).Span(a.now(), p.from, p.to)
	err = l.Read(ctx, func(t *ledger.Tx) (err error) {
		s, err = owner.Gather(t, view)
		return err
	})
	return s, err
}
