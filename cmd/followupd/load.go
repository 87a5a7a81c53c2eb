package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/strictyaml"
	"followupd/sequences"
	"followupd/templates"
)

const defaultConfig = "/etc/followupd/config.yaml"

// configPath is the file that --config names, else the first that is there.
func (a *app) configPath() string {
	if a.configFile != "" {
		return a.configFile
	}
	if _, err := os.Stat(defaultConfig); err == nil {
		return defaultConfig
	}
	return "config.yaml"
}

// loadConfig reads the configuration. Only who signs in to a server needs the
// secrets: to the others their problems are passed over.
func (a *app) loadConfig(secrets bool) (*config.Config, error) {
	c, problems, err := a.readConfig(secrets)
	if err != nil {
		return nil, err
	}
	return c, a.problems(problems, exitConfig)
}

// readConfig is loadConfig that leaves it to the caller to tell what is wrong.
func (a *app) readConfig(secrets bool) (*config.Config, strictyaml.Problems, error) {
	path := a.configPath()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, &exitError{code: exitConfig, err: fmt.Errorf("there is no configuration %s; write one with: followupd init DIR, or name yours with --config FILE", path)}
	}
	c, problems := config.Load(path, a.env, nil, config.Disk{})
	if !secrets {
		problems = slices.DeleteFunc(problems, aboutSecret)
	}
	return c, problems, nil
}

func aboutSecret(p strictyaml.Problem) bool {
	key := p.Path[strings.LastIndexByte(p.Path, '.')+1:]
	switch key {
	case "credential", "password_file", "password_env":
		return true
	}
	return strings.HasPrefix(key, "token_command")
}

// readFolder reads the files of a folder that have one of the endings, under
// the names that a person sees.
func readFolder(dir string, endings ...string) (map[string][]byte, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || !slices.Contains(endings, filepath.Ext(e.Name())) {
			continue
		}
		name := filepath.Join(dir, e.Name())
		if files[name], err = os.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// loadRules reads the sequences and templates that the configuration names,
// and lints them. The rules are usable only where there are no errors.
func loadRules(c *config.Config) (engine.Rules, strictyaml.Problems, error) {
	return loadRulesKnowing(c, known{})
}

// known is what lint knows beside the files.
type known struct {
	fields []string // that people have, or mostly have; nil: none is looked at
	held   heldFields
	now    time.Time // zero: no day is looked at
}

// loadRulesKnowing is loadRules that also looks for fields of which nothing is
// known, and for days that are past.
func loadRulesKnowing(c *config.Config, k known) (engine.Rules, strictyaml.Problems, error) {
	templateFiles, err := readFolder(c.Templates, ".md", ".yaml")
	if err != nil {
		return engine.Rules{}, nil, fmt.Errorf("read templates: %w", err)
	}
	sequenceFiles, err := readFolder(c.Sequences, ".yaml", ".yml")
	if err != nil {
		return engine.Rules{}, nil, fmt.Errorf("read sequences: %w", err)
	}
	set, problems := templates.ParseSet(templateFiles)
	fields := k.fields
	plan := sequences.Plan{Mailboxes: map[string]sequences.Mailbox{}, AwayDefault: c.AwayDefault.Std(), OwnerAway: absence(c)}
	named := sequences.Known{Templates: templateNames(templateFiles), Values: set.Values().IDs(), Usual: fields, Now: k.now, Subject: checkSubject}
	if slices.ContainsFunc(problems, inCatalogue) {
		named.Values = nil // what it lacks for its own errors is not said of each step
	}
	if fields != nil {
		named.Notes = notesOf(set)
	}
	for _, m := range c.Mailboxes {
		named.Mailboxes = append(named.Mailboxes, m.Name)
		plan.Mailboxes[m.Name] = sequences.Mailbox{Zone: m.Timezone.Location().String(), Approval: sequences.Approval(m.Approval),
			AskAfter: sequences.Wait{BusinessDays: m.Handover.AskAfter.BusinessDays, Plain: m.Handover.AskAfter.Plain}}
	}
	found, more := sequences.ParseSet(sequenceFiles, named)
	plan.Sequences = found
	problems = append(problems, more...)
	if fields != nil {
		fields = append(neededFields(plan), fields...)
	}
	k.fields = fields
	problems = append(problems, lintTemplates(c, plan, set, k, len(found) > 0 && !problems.HasErrors())...)
	rules := engine.NewRules(plan, set).WithTexts(templateFiles)
	rules.Files = os.DirFS(c.Templates)
	return rules, problems, nil
}

// checkSubject looks at the subject of a step as at a template's.
func checkSubject(subject string) (faults []sequences.Fault, fields []string) {
	found, fields := templates.CheckSubject(subject)
	for _, f := range found {
		faults = append(faults, sequences.Fault(f))
	}
	return faults, fields
}

// notesOf are the names of the notes that templates speak of.
func notesOf(set *templates.Set) (notes []string) {
	for _, name := range set.Names() {
		t, _ := set.Template(name)
		for _, f := range t.Fields() {
			if note, ok := strings.CutPrefix(f.Name, "note."); ok {
				notes = append(notes, note)
			}
		}
	}
	return notes
}

func inCatalogue(p strictyaml.Problem) bool {
	return p.Level == strictyaml.LevelError && filepath.Base(p.File) == templates.ValuesFile
}

// templateNames are the names of all templates that there are: of one with an
// error it must not be said that there is none.
func templateNames(files map[string][]byte) []string {
	names := []string{}
	for file := range files {
		if name, ok := strings.CutSuffix(filepath.Base(file), ".md"); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// lintTemplates lints each template as the steps that send it want it. Where a
// sequence can't be read, or there is none yet, nothing is said to be used nowhere.
func lintTemplates(c *config.Config, plan sequences.Plan, set *templates.Set, k known, whole bool) strictyaml.Problems {
	sizes := map[string]int64{}
	_ = filepath.WalkDir(c.Templates, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err == nil {
			if rel, err := filepath.Rel(c.Templates, path); err == nil {
				sizes[filepath.ToSlash(rel)] = info.Size()
			}
		}
		return nil
	})
	sent, given := map[string]bool{}, []string{}
	for _, s := range plan.Sequences {
		for _, name := range s.Templates() {
			sent[name] = true
		}
		for _, step := range s.Steps {
			given = append(given, step.Value)
		}
	}
	if !whole {
		given = nil
	}
	var problems strictyaml.Problems
	for _, name := range set.Names() {
		t, _ := set.Template(name)
		uses := usesOf(c, plan, set, name, sizes)
		uses.Known, uses.Guessed, uses.Unused = k.fields, true, whole && !sent[name]
		uses.Had = k.held.whom(plan, name)
		problems = append(problems, templates.Lint(t, uses)...)
	}
	live := slices.ContainsFunc(c.Mailboxes, func(m config.Mailbox) bool { return realMailbox(m) })
	problems = append(problems, templates.LintValues(set.Values(), templates.LintContext{Live: live, Files: sizes, Given: given})...)
	if whole {
		problems = append(problems, unusedFiles(c, set, sizes)...)
	}
	return problems
}

// unusedFiles finds files in the folders that nothing reads: a sequence under
// another ending, a file that nothing attaches.
func unusedFiles(c *config.Config, set *templates.Set, sizes map[string]int64) strictyaml.Problems {
	var problems strictyaml.Problems
	warn := func(file, text, hint string) {
		problems = append(problems, strictyaml.Problem{File: file, Text: text, Hint: hint, Level: strictyaml.LevelWarning, Rule: "unused-file"})
	}
	attached := map[string]bool{templates.ValuesFile: true}
	for _, name := range set.Names() {
		t, _ := set.Template(name)
		for _, file := range t.Attachments {
			attached[path.Clean(file)] = true
		}
	}
	for _, v := range set.Values().Values {
		attached[path.Clean(v.File)] = true
	}
	for _, file := range slices.Sorted(maps.Keys(sizes)) {
		if !attached[file] && !passedOver(file) && (path.Ext(file) != ".md" || strings.Contains(file, "/")) {
			warn(filepath.Join(c.Templates, file), "nothing attaches this file", "name it in values.yaml or a template, or move it out of the folder")
		}
	}
	entries, err := os.ReadDir(c.Sequences)
	if err != nil {
		return problems // told already by whoever read the sequences
	}
	for _, e := range entries {
		if ending := filepath.Ext(e.Name()); !passedOver(e.Name()) && (e.IsDir() || ending != ".yaml" && ending != ".yml") {
			warn(filepath.Join(c.Sequences, e.Name()), "this isn't read: sequences are files that end in .yaml", "give it that ending, or move it out of the folder")
		}
	}
	return problems
}

// passedOver says whether a file is one that people and editors keep beside
// others: hidden, a backup, or a word to read.
func passedOver(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasPrefix(strings.ToUpper(base), "README")
}

// realMailbox says whether the links of a mailbox's mails are to lead somewhere:
// it is live, or its address is no longer the example's.
func realMailbox(m config.Mailbox) bool {
	_, domain, _ := strings.Cut(m.Address.Email, "@")
	return m.Live || !templates.IsExample("https://"+domain)
}

// usesOf is how the sequences use a template.
func usesOf(c *config.Config, plan sequences.Plan, set *templates.Set, name string, sizes map[string]int64) templates.LintContext {
	ctx := templates.LintContext{Files: sizes, WayOut: true}
	t, _ := set.Template(name)
	untitled := false // a step begins a sequence with it, and sets no subject
	for _, s := range plan.Sequences {
		opening := true
		for i, step := range s.Steps {
			first := opening
			opening = opening && step.Task != ""
			if step.Template != name && (!first || step.Task != "" || s.ReferralOpening != name) {
				continue
			}
			ctx.First = ctx.First || first
			ctx.FollowUp = ctx.FollowUp || !first
			ctx.MayBeFirst = ctx.MayBeFirst || step.Subject == "" && s.MayBeFirst(i)
			untitled = untitled || first && step.Subject == ""
			if m, ok := c.MailboxByName(s.Mailbox); ok {
				ctx.Live = ctx.Live || realMailbox(*m)
				ctx.WayOut = ctx.WayOut && (!first || m.WayOut[t.Language] != "")
			}
			if v, ok := set.Values().Value(step.Value); ok {
				ctx.Values = append(ctx.Values, v)
			}
		}
	}
	ctx.Titled = ctx.First && !untitled
	return ctx
}
