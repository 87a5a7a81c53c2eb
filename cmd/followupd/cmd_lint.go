package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"followupd/internal/strictyaml"
)

func (a *app) lintCommand() *cobra.Command {
	return a.withJSON(&cobra.Command{
		Use:     "lint",
		Short:   "Check sequences and templates",
		Long:    "Checks the sequences and templates that the configuration names and tells\neverything that is wrong, each with its place. Exits with 1 if there are errors;\nwarnings alone don't fail.",
		Example: "  followupd lint\n  followupd lint --config ./config.yaml",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.loadConfig(false)
			if err != nil {
				return err
			}
			rules, problems, err := loadRulesKnowing(c, append(usualFields(), heldFields(cmd.Context(), c)...))
			if err != nil {
				return err
			}
			problems.Sort()
			if a.json {
				if problems == nil {
					problems = strictyaml.Problems{}
				}
				if err := json.NewEncoder(a.stdout).Encode(problems); err != nil {
					return err
				}
				if problems.HasErrors() {
					return errQuiet
				}
				return nil
			}
			if err := a.problems(problems, exitFailed); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.stdout, "%s and %s: no errors, %s.\n", count(len(rules.Plan.Sequences), "sequence"), count(len(rules.Templates.Names()), "template"), count(len(problems), "warning"))
			return err
		},
	})
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
