package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/report"
	"followupd/mailbox"
)

// makeFolders makes the folders in a mailbox by which its owner enrols people
// from a mail program, and gives the names of those that were missing.
func (a *app) makeFolders(ctx context.Context, m config.Mailbox, secrets *config.Secrets, rules engine.Rules) (made []string, err error) {
	w := mailbox.NewWatcher(account(m, secrets), mailbox.WatcherOptions{Now: a.now})
	made, err = w.MakeFolders(ctx, rules.Folders(m.Name))
	return made, errors.Join(err, w.Close())
}

// initFolders makes the folders of a configuration that is there already.
func (a *app) initFolders(ctx context.Context, dir string) error {
	a.configFile = filepath.Join(dir, "config.yaml")
	c, err := a.loadConfig(true)
	if err != nil {
		return err
	}
	rules, problems, err := loadRules(c)
	if err != nil {
		return err
	}
	if err := a.errorsAlone(problems, exitConfig); err != nil {
		return err
	}
	secrets := c.Secrets(a.now)
	for _, m := range c.Mailboxes {
		made, err := a.makeFolders(ctx, m, secrets, rules)
		if err != nil {
			return err
		}
		a.say("", foldersMade(m.Name, made, rules))
	}
	a.say("", "Copy a mail that you sent into one of them: its recipients are enrolled, and the sequence goes on in that thread.")
	return nil
}

// foldersMade says which folders a mailbox got, and why some sequences have none.
func foldersMade(box string, made []string, rules engine.Rules) string {
	text := fmt.Sprintf("Mailbox %s: made %s.", box, strings.Join(made, ", "))
	if len(made) == 0 {
		text = fmt.Sprintf("Mailbox %s: every sequence has its folder already.", box)
	}
	var single []string
	for name, s := range rules.Plan.Sequences {
		if s.Mailbox == box && len(s.Steps) == 1 {
			single = append(single, name)
		}
	}
	if len(single) > 0 {
		slices.Sort(single)
		text += fmt.Sprintf(" There is none for %s: a mail that you copy there counts as the first step, and there is no second one.", report.List(single))
	}
	return text
}

// folders makes what is missing of the folders of sequences, if that was asked
// for.
func (d *doctor) folders(ctx context.Context, m config.Mailbox, secrets *config.Secrets) mailbox.Finding {
	f := mailbox.Finding{Check: "folders"}
	rules, problems, err := loadRules(d.config)
	if err == nil && problems.HasErrors() {
		err = errors.New("the sequences or templates have errors")
	}
	var made []string
	if err == nil {
		made, err = d.app.makeFolders(ctx, m, secrets, rules)
	}
	if err != nil {
		f.Said, f.Do = "the folders of the sequences could not be made: "+err.Error(), "Make them by hand, below a folder named Follow-up, or mend the above first."
		return f
	}
	f.OK, f.Said = true, strings.TrimPrefix(foldersMade(m.Name, made, rules), "Mailbox "+m.Name+": ")
	return f
}
