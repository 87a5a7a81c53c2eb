package templates

import (
	"fmt"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// MaxAttachment is the most that one attached file may hold, in bytes.
const MaxAttachment = 5 << 20

// The limits of a mail in words and links, by what people still read.
const (
	maxReplyWords = 120
	maxFirstWords = 200
	maxLinks      = 2
	fewTimes      = 4 // fewer mentions of oneself aren't weighed
)

// LintContext is what a template alone doesn't tell. Of the zero value nothing
// is assumed.
type LintContext struct {
	First    bool // the mail begins a sequence
	FollowUp bool // a mail of its sequence goes before it
	// MayBeFirst says that it follows others, all of which can be passed over.
	MayBeFirst bool
	Titled     bool // each step that begins a sequence with it sets a subject of its own
	Live       bool // its mailbox is somebody's own: example links would reach people
	WayOut     bool // its mailbox puts a way out below each first mail

	// Known are the fields that prospects have, by FieldName. Nil: not checked.
	Known []string
	// Guessed says that prospects may have others as well: what isn't known is
	// then a warning.
	Guessed bool
	// Had are the fields that anybody has whom the mail may go to as things
	// stand. Nil: that is nobody, or not known.
	Had []string
	// Values are those that the steps give with this mail. Nil: not checked.
	Values []Value
	// Files are the sizes in bytes of the files in the templates folder, by
	// their path in it. Nil: not checked.
	Files map[string]int64
	// Unused says that nothing sends the mail.
	Unused bool
	// Given are the ids of the values that steps give. Nil: not checked.
	Given []string
}

// rule is one thing that the linter looks for.
type rule struct {
	name    string
	level   strictyaml.Level
	context bool // it depends on where the template is used
}

// rules are all of them; allow comments name them.
func rules() []rule {
	const err, warn = strictyaml.LevelError, strictyaml.LevelWarning
	return []rule{
		{name: "empty-follow-up", level: err},
		{name: "fake-reply", level: err},
		{name: ruleLeftover, level: err},
		{name: "no-subject", level: err, context: true},
		{name: "unknown-field", level: err, context: true},
		{name: "dead-link", level: err},
		{name: "example-link", level: warn, context: true},
		{name: "dead-file", level: err, context: true},
		{name: "missing-value", level: err, context: true},
		{name: "no-ask", level: warn},
		{name: "many-asks", level: warn},
		{name: "too-long", level: warn},
		{name: "me-not-you", level: warn},
		{name: "jargon", level: warn},
		{name: "urgency", level: warn},
		{name: "shouting", level: warn},
		{name: "many-links", level: warn},
		{name: "html", level: warn},
		{name: "picture", level: warn},
		{name: "no-way-out", level: warn, context: true},
		{name: "two-ways-out", level: warn, context: true},
		{name: "new-thread", level: warn, context: true},
		{name: "unused", level: warn, context: true},
	}
}

// RuleNames returns the names of the linter's rules, sorted: what a comment
// <!-- lint: ignore RULE because … --> may name.
func RuleNames() []string {
	var names []string
	for _, r := range rules() {
		names = append(names, r.name)
	}
	slices.Sort(names)
	return names
}

// Lint tells what is bad follow-up in a template, sorted by line, each with the
// words, why it matters and a better way; the problem's path names the rule, and at most 100 are told. A
// template with an error isn't to be used. The only way to silence a rule for a
// template is a comment in it: <!-- lint: ignore RULE because REASON -->.
func Lint(t *Template, ctx LintContext) strictyaml.Problems {
	l := &linter{t: t, ctx: ctx, postscript: -1, used: map[string]bool{}}
	l.body = newProse(t.Body, func(offset int) int { return t.bodyStart + offset })
	l.subject = newProse(t.Subject, t.subjectOffset)
	l.phrases(l.subject)
	l.phrases(l.body)
	l.headline()
	l.leftovers()
	l.asks()
	l.length()
	l.balance()
	l.shouting(l.subject)
	l.shouting(l.body)
	l.links()
	l.references()
	l.markup()
	l.fields()
	l.files()
	if l.ctx.Unused {
		l.find("unused", 0, "no step sends this template, so whatever it says, nobody reads it", "name it in a step, or remove the file")
	}
	l.allowances()
	l.problems.Sort()
	return l.problems
}

// linter looks at one template.
type linter struct {
	t             *Template
	ctx           LintContext
	body, subject *prose
	wayOut        bool
	postscript    int   // where in the body a postscript offers a way out; -1: nowhere
	suggestions   []int // offsets in the body
	problems      strictyaml.Problems
	used          map[string]bool // rules that an allow comment silenced
}

// ruleOf is the rule of a name. What isn't one is about the comments that allow
// rules, and an error.
func ruleOf(name string) (r rule, ok bool) {
	for _, r := range rules() {
		if r.name == name {
			return r, true
		}
	}
	return rule{name: name, level: strictyaml.LevelError}, false
}

// find reports a rule at a byte of the file.
func (l *linter) find(name string, offset int, text, hint string) {
	r, _ := ruleOf(name)
	l.findAs(name, r.level, offset, text, hint)
}

func (l *linter) findAs(name string, level strictyaml.Level, offset int, text, hint string) {
	if l.t.allows(name) {
		l.used[name] = true
		return
	}
	if len(l.problems) == maxTold {
		return
	}
	p := l.t.problemAt(offset, text, hint)
	p.Path, p.Rule, p.Level = name, name, level
	l.problems = append(l.problems, p)
}

// allowances checks the allow comments themselves.
func (l *linter) allowances() {
	for _, a := range l.t.allowed {
		r, known := ruleOf(a.rule)
		switch {
		case !known:
			hint := "known are " + strings.Join(RuleNames(), ", ")
			if near := strictyaml.DidYouMean(a.rule, RuleNames()); near != "" {
				hint = "did you mean " + near + "?"
			}
			l.find("allow", a.offset, fmt.Sprintf("there is no rule %q", a.rule), hint)
		case a.reason == "":
			l.find("allow", a.offset, "this silences "+a.rule+" without a reason", "write <!-- lint: ignore "+a.rule+" because … -->")
		case !l.used[a.rule] && !r.context:
			l.findAs("allow", strictyaml.LevelWarning, a.offset, "nothing here breaks the rule "+a.rule, "remove the comment")
		}
	}
}
