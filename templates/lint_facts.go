package templates

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// enrolled are fields that come with everybody, or not from a list.
func enrolled() []string { return []string{"email", "referral", "reason", "source"} }

// lacked tells of a field that stands in the text, and that nobody has whom the
// mail may go to.
func (l *linter) lacked(f Field, at int) bool {
	field, had := f.Name, slices.Concat(l.ctx.Had, l.t.Needs, enrolled())
	if l.ctx.Had == nil || slices.Contains(had, field) || f.doesWith(had) {
		return false
	}
	hint := "add the column to your import, or give it a fallback: {{ or ." + field + ` "…" }}`
	if near := strictyaml.DidYouMean(field, l.ctx.Had); near != "" {
		hint = "did you mean " + near + "?"
	}
	l.findAs("unknown-field", strictyaml.LevelWarning, at, fmt.Sprintf("nobody in a sequence that sends this has a field %q, and a mail that lacks it is held", field), hint)
	return true
}

// fields finds fields that no prospect has, and what a value doesn't have.
func (l *linter) fields() {
	for _, f := range l.t.Fields() {
		at := offsetOf(l.t.src, f.Line, f.Column)
		group, member, grouped := strings.Cut(f.Name, ".")
		if group == "value" && !f.Fallback {
			l.valueHas(member, at)
		}
		if !grouped && l.lacked(f, at) {
			continue
		}
		if grouped || l.ctx.Known == nil || slices.Contains(l.ctx.Known, f.Name) || slices.Contains(enrolled(), f.Name) {
			continue
		}
		fallback := f.doesWith(slices.Concat(l.ctx.Known, enrolled()))
		near := strictyaml.DidYouMean(f.Name, l.ctx.Known)
		hint := "add the column to your import, or give it a fallback: {{ or ." + f.Name + ` "…" }}`
		if near != "" {
			hint = "did you mean " + near + "?"
		}
		if l.ctx.Guessed {
			// With a fallback the mail goes out all the same: then only what
			// looks like a slip is told.
			if !slices.Contains(l.t.Needs, f.Name) && (!fallback || near != "") {
				l.findAs("unknown-field", strictyaml.LevelWarning, at, fmt.Sprintf("nobody has a field %q so far", f.Name), hint)
			}
			continue
		}
		if fallback {
			l.findAs("unknown-field", strictyaml.LevelWarning, at, fmt.Sprintf("no prospect has a field %q, so everybody gets the fallback", f.Name), hint)
			continue
		}
		l.find("unknown-field", at, fmt.Sprintf("no prospect has a field %q, so this mail would never go out", f.Name), hint)
	}
}

func (l *linter) valueHas(member string, at int) {
	for _, v := range l.ctx.Values {
		if (Data{Value: v}).lookup("value."+member, l.t.Language) == "" {
			l.find("missing-value", at, fmt.Sprintf("the value %s has no %s, so this mail would never go out", v.ID, member), "add it to "+ValuesFile+", or write {{ with .value."+member+" }}…{{ end }}")
		}
	}
}

// files looks for what is attached.
func (l *linter) files() {
	if l.ctx.Files == nil {
		return
	}
	for i, name := range l.t.Attachments {
		line, column := l.t.doc.Pos(fmt.Sprintf("attachments[%d]", i))
		l.file(name, offsetOf(l.t.src, line, column))
	}
	for _, v := range l.ctx.Values {
		if v.File != "" {
			l.file(v.File, 0)
		}
	}
}

func (l *linter) file(name string, at int) {
	text, hint := fileTrouble(name, l.ctx.Files)
	if text != "" {
		l.find("dead-file", at, text, hint)
	}
}

// fileTrouble says what is wrong with a file that is to be attached.
func fileTrouble(name string, files map[string]int64) (text, hint string) {
	size, ok := files[path.Clean(name)]
	switch {
	case !ok:
		hint = "put it into the templates folder"
		if near := strictyaml.DidYouMean(name, slices.Collect(maps.Keys(files))); near != "" {
			hint = "did you mean " + near + "?"
		}
		return fmt.Sprintf("there is no file %q", name), hint
	case size > MaxAttachment:
		return fmt.Sprintf("%q has %d MiB, and mailboxes refuse large mails", name, (size+1<<20-1)>>20), fmt.Sprintf("link to it, or make it smaller than %d MiB", MaxAttachment>>20)
	}
	return "", ""
}

// The rules of the linter for values: those that a comment
// # lint: ignore RULE because … silences.
const (
	ruleExample     = "example-link"
	ruleUnusedValue = "unused-value"
)

// ValueRuleNames are the names of the linter's rules for values, sorted.
func ValueRuleNames() []string { return []string{ruleExample, ruleUnusedValue} }

// LintValues tells what is bad in a catalogue. Of the context it uses Live,
// Files and Given.
func LintValues(c *Catalogue, ctx LintContext) strictyaml.Problems {
	var problems strictyaml.Problems
	add := func(path, text, hint string) { problems = append(problems, c.doc.Problem(path, text, hint)) }
	warn := func(rule, path, text, hint string) {
		p := c.doc.Warning(path, text, hint)
		p.Rule = rule
		problems = append(problems, p)
	}
	for i, v := range c.Values {
		at := fmt.Sprintf("values[%d]", i)
		if ctx.Live && IsExample(v.Link) {
			warn(ruleExample, at+".link", fmt.Sprintf("%s is an example address", v.Link), "put your own link there")
		}
		if ctx.Given != nil && !slices.Contains(ctx.Given, v.ID) {
			warn(ruleUnusedValue, at+".id", fmt.Sprintf("no step gives %s, so nobody gets it", v.ID), "name it in a step, or remove it")
		}
		if v.File == "" || ctx.Files == nil {
			continue
		}
		if text, hint := fileTrouble(v.File, ctx.Files); text != "" {
			add(at+".file", text, hint)
		}
	}
	problems.Sort()
	if c.doc != nil {
		problems = c.doc.Silence(problems, ValueRuleNames(), ValueRuleNames())
	}
	return oneExample(problems)
}

// oneExample has the first warning of a link to an example address tell of the
// others too.
func oneExample(problems strictyaml.Problems) (kept strictyaml.Problems) {
	first, n := 0, 0
	for _, p := range problems {
		if p.Rule == ruleExample {
			if n++; n > 1 {
				continue
			}
			first = len(kept)
		}
		kept = append(kept, p)
	}
	if n > 1 {
		kept[first].Text += more(n - 1)
	}
	return kept
}
