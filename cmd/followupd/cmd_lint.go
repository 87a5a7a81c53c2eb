package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/prospects"
	"followupd/internal/report"
	"followupd/internal/strictyaml"
)

// otherFolders are folders that stand in for those of the configuration.
type otherFolders struct{ sequences, templates string }

func (o *otherFolders) flags(c *cobra.Command, verb string) {
	c.Flags().StringVar(&o.sequences, "sequences", "", verb+" the sequences in that folder")
	c.Flags().StringVar(&o.templates, "templates", "", verb+" the templates in that folder")
}

// apply puts them into a configuration. A folder that isn't there is an error.
func (o otherFolders) apply(c *config.Config) error {
	for flag, f := range map[string]struct {
		folder string
		key    *string
	}{"--sequences": {o.sequences, &c.Sequences}, "--templates": {o.templates, &c.Templates}} {
		if f.folder == "" {
			continue
		}
		if info, err := os.Stat(f.folder); err != nil || !info.IsDir() {
			return usagef("%s: there is no folder %q", flag, f.folder)
		}
		*f.key = f.folder
	}
	return nil
}

// words are the flags as one types them.
func (o otherFolders) words() (words string) {
	if o.sequences != "" {
		words += " --sequences " + report.Arg(o.sequences)
	}
	if o.templates != "" {
		words += " --templates " + report.Arg(o.templates)
	}
	return words
}

func (a *app) lintCommand() *cobra.Command {
	var folders otherFolders
	c := &cobra.Command{
		Use:     "lint",
		Short:   "Check sequences and templates",
		Long:    "Checks the sequences and templates that the configuration names and tells\neverything that is wrong, each with its place. Exits with 1 if there are errors;\nwarnings alone don't fail. --sequences and --templates check other folders instead,\nsuch as copies that you edit.",
		Example: "  followupd lint\n  followupd lint --config ./config.yaml\n  followupd lint --sequences /tmp/edited",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.loadConfig(false)
			if err != nil {
				return err
			}
			if err := folders.apply(c); err != nil {
				return err
			}
			held := fieldsHeld(cmd.Context(), c)
			rules, problems, err := loadRulesKnowing(c, known{fields: append(prospects.UsualFields(), held.all...), held: held, now: a.now()})
			if err != nil {
				return err
			}
			problems = append(problems, noSequence(c.Sequences, len(rules.Plan.Sequences), folders.sequences != "")...)
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
	}
	folders.flags(c, "check")
	return a.withJSON(c)
}

// noSequence is what is wrong with a folder of which no sequence came: there is no
// file of one, or the folder in it was meant.
func noSequence(folder string, found int, named bool) strictyaml.Problems {
	files := func(dir string) int {
		list, _ := readFolder(dir, ".yaml", ".yml") // one that can't be read was told of already
		return len(list)
	}
	p := strictyaml.Problem{File: folder, Text: "there is no sequence in this folder", Hint: "write one, or get starters with: followupd init DIR", Level: strictyaml.LevelError, Rule: "no-sequence"}
	inner := filepath.Join(folder, "sequences")
	switch {
	case found > 0:
		return nil
	case named && files(inner) > 0:
		p.Hint = "perhaps you meant --sequences " + report.Arg(inner)
	case files(folder) > 0:
		return nil // what is wrong with them is told
	}
	return strictyaml.Problems{p}
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
