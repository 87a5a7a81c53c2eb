package main

import (
	"fmt"

	"github.com/spf13/cobra"
	gomail "github.com/wneessen/go-mail"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

func (a *app) reportCommand() *cobra.Command {
	var whole bool
	c := &cobra.Command{
		Use: "report", Short: "Print the status mail of the last seven days",
		Long: `Prints the status mail as it would be for the seven days up to now. The weekly one
goes out by itself all the same. With --mail it is printed as a whole mail, header
and all, to be handed to another program.`,
		Example: "  followupd report\n  followupd report --mail | sendmail -t", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLedger(c.Context(), func(c2 *config.Config, l *ledger.Ledger) error {
				s, err := a.snapshot(c.Context(), c2, l)
				switch {
				case err != nil:
					return err
				case a.json:
					return a.encode(s)
				case whole:
					return a.reportMail(c2, s)
				}
				letter := report.Write(s)
				_, err = fmt.Fprintf(a.stdout, "%s\n\n%s", a.bold(letter.Subject), letter.Text())
				return err
			})
		},
	}
	c.Flags().BoolVar(&whole, "mail", false, "print a whole mail, with its header")
	return a.withJSON(c)
}

func (a *app) reportMail(c *config.Config, s report.Snapshot) error {
	from := c.Mailboxes[0].Address
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat("followupd", from.Email); err != nil {
		return err
	}
	if err := m.AddToFormat(c.Owner.Name, string(c.Owner.Email)); err != nil {
		return err
	}
	m.Subject(report.Subject(s))
	m.SetDateWithValue(s.At)
	m.SetMessageIDWithValue(fmt.Sprintf("report.%d@%s", s.At.UnixNano(), from.Domain()))
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834 5
	m.SetBodyString(gomail.TypeTextPlain, report.Write(s).Text())
	_, err := m.WriteTo(a.stdout)
	return err
}
