package templates

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
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
	Live     bool // its mailbox submits mail

	// Known are the fields that prospects have, by FieldName. Nil: not checked.
	Known []string
	// Values are those that the steps give with this mail. Nil: not checked.
	Values []Value
	// Files are the sizes in bytes of the files in the templates folder, by
	// their path in it. Nil: not checked.
	Files map[string]int64
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
		{name: "example-link", level: err, context: true},
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
		{name: "new-thread", level: warn, context: true},
	}
}

// RuleNames returns the names of the linter's rules, sorted: what a comment
// <!-- lint: allow RULE because … --> may name.
func RuleNames() []string {
	var names []string
	for _, r := range rules() {
		names = append(names, r.name)
	}
	slices.Sort(names)
	return names
}

// Lint tells what is bad follow-up in a template, sorted by line, each with the
// words, why it matters and a better way; the problem's path names the rule. A
// template with an error isn't to be used. The only way to silence a rule for a
// template is a comment in it: <!-- lint: allow RULE because REASON -->.
func Lint(t *Template, ctx LintContext) strictyaml.Problems {
	l := &linter{t: t, ctx: ctx, used: map[string]bool{}}
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
	l.markup()
	l.fields()
	l.files()
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
	p := l.t.problemAt(offset, text, hint)
	p.Path, p.Level = name, level
	l.problems = append(l.problems, p)
}

// phrases reports the phrases that are bad, and counts those that are good.
func (l *linter) phrases(p *prose) {
	last := 0
	for _, m := range p.matches() {
		at := p.place(m.start)
		switch m.rule {
		case "empty-follow-up":
			if m.start < last {
				continue // a part of the phrase before
			}
			last = m.end
			l.find(m.rule, at, fmt.Sprintf("%q gives the reader nothing and asks for everything", m.words),
				"say where you left off, give something of use, or ask what has changed")
		case "jargon":
			l.find(m.rule, at, fmt.Sprintf("%q is a word of brochures, and readers skip it", m.words), "say what it does for them, in plain words")
		case "urgency":
			l.find(m.rule, at, fmt.Sprintf("%q pushes, and people who are pushed step back", m.words), "give the real date and its reason, or leave it out")
		case "way-out":
			l.wayOut = l.wayOut || p == l.body
		case "suggestion":
			if p == l.body && !l.inPostscript(m.start) {
				l.suggestions = append(l.suggestions, m.start)
			}
		}
	}
}

// inPostscript tells whether a byte of the body stands in a paragraph that
// begins with P.S.
func (l *linter) inPostscript(offset int) bool {
	before := l.body.text[:offset]
	paragraph := strings.TrimSpace(before[strings.LastIndex(before, "\n\n")+1:])
	return strings.HasPrefix(paragraph, "P.S.") || strings.HasPrefix(paragraph, "PS")
}

// headline looks at the subject as a whole.
func (l *linter) headline() {
	if l.t.IsReply() {
		if l.ctx.First {
			l.find("no-subject", 0, "the first mail of a sequence has no subject", "add subject: to the front matter")
		}
		return
	}
	at := l.t.subjectOffset(0)
	if prefix := replyPrefix(l.t.Subject); prefix != "" {
		l.find("fake-reply", at, fmt.Sprintf("%q pretends to answer a mail that there never was", prefix),
			"leave it away; to answer the thread of your first mail, remove the subject")
	}
	if l.ctx.FollowUp {
		l.find("new-thread", at, "a subject of its own takes this follow-up out of the thread of the mails before it",
			"remove the subject, so that they see what came before")
	}
	if l.ctx.First && !l.wayOut {
		l.find("no-way-out", l.t.bodyStart, "the first mail shows no way to say no, and those who find none press the spam button",
			"add a line such as: If this is no use to you, tell me in a word and you won't hear from me again.")
	}
}

// replyPrefix is the Re: or Fwd: that a subject begins with, in whatever
// language, or "".
func replyPrefix(subject string) string {
	word, _, found := strings.Cut(subject, ":")
	known := []string{
		"re", "fw", "fwd", "aw", "wg", "antw", "antwort", "sv", "vs", "tr", "rv", "enc", "res", "rif", "ref", "i", "r", "doorst", "odp", "ynt",
	}
	plain, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(word)), "[")
	if found && slices.Contains(known, strings.TrimSpace(plain)) {
		return word + ":"
	}
	return ""
}

func (l *linter) leftovers() {
	for _, f := range l.t.leftovers {
		l.find(ruleLeftover, f.offset, fmt.Sprintf("%q looks like a blank that nothing fills", f.words), "write a field, such as {{ .first_name }}, or the words themselves")
	}
}

// asks wants one question or suggested next step: not none, and not several.
func (l *linter) asks() {
	questions := questions(l.body)
	count := func(offsets []int) func(from, to int) int {
		return func(from, to int) int {
			n := 0
			for _, at := range offsets {
				if at >= from && at < to {
					n++
				}
			}
			return n
		}
	}
	if least, _ := l.body.between(count(append(slices.Clone(questions), l.suggestions...)), 0); least == 0 {
		l.find("no-ask", l.t.bodyStart, "the mail ends in no question and no suggested next step, so there is nothing to answer",
			"ask one question, or suggest one step: Would 20 minutes on Thursday help?")
	}
	if _, most := l.body.between(count(questions), 0); most > 1 {
		l.find("many-asks", l.t.bodyStart+questions[1], fmt.Sprintf("there are %d questions, and people put off what asks for several answers", most),
			"keep the one that you most want answered")
	}
}

// questions finds the question marks that ask the reader something: not those
// in lists, which are things given, in quotes, or in addresses.
func questions(p *prose) []int {
	var list []int
	for at := 0; ; {
		i := strings.IndexByte(p.text[at:], '?')
		if i < 0 {
			return list
		}
		i += at
		at = i + 1
		line := strings.TrimSpace(p.text[strings.LastIndexByte(p.text[:i], '\n')+1 : i])
		after := p.text[at:]
		ends := after == "" || strings.ContainsAny(after[:1], " \t\n*_)\x02")
		if ends && !isListed(line) {
			list = append(list, i)
		}
	}
}

// isListed tells whether a line is an item of a list or a quote.
func isListed(line string) bool {
	mark, _, _ := strings.Cut(line, " ")
	number := strings.TrimRight(mark, ".)")
	return mark == "-" || mark == "*" || mark == "+" || strings.HasPrefix(mark, ">") ||
		number != mark && number != "" && strings.Trim(number, "0123456789") == ""
}

// length counts the words of the longest mail that the template makes. Values
// count as one.
func (l *linter) length() {
	_, most := l.body.between(func(from, to int) int {
		n := 0
		for _, w := range l.body.words {
			if w.start >= from && w.start < to && w.kind == plainWord {
				n++
			}
		}
		return n
	}, 1)
	limit, what := maxReplyWords, "a follow-up"
	if !l.t.IsReply() && !l.ctx.FollowUp {
		limit, what = maxFirstWords, "a first mail"
	}
	if most > limit {
		l.find("too-long", l.t.bodyStart, fmt.Sprintf("%d words are more than people read of %s", most, what), fmt.Sprintf("keep to %d: one thought, one question", limit))
	}
}

// balance weighs I and we against you.
func (l *linter) balance() {
	me := l.subject.count("me", l.t.Language) + l.body.count("me", l.t.Language)
	you := l.subject.count("you", l.t.Language) + l.body.count("you", l.t.Language)
	if me >= fewTimes && me > you {
		l.find("me-not-you", l.t.bodyStart, fmt.Sprintf("the mail says I or we %d times and you %d times", me, you), "write about them: their work, their trouble, their gain")
	}
}

// shouting finds words in capitals and rows of exclamation marks.
func (l *linter) shouting(p *prose) {
	for _, w := range p.words {
		text := p.text[w.start:w.end]
		if w.kind == plainWord && len(text) >= 5 && text == strings.ToUpper(text) && strings.ToLower(text) != text && strings.Trim(text, "0123456789") == text {
			l.find("shouting", p.place(w.start), fmt.Sprintf("%q in capitals reads as shouting", text), "write it in small letters")
		}
	}
	if n := strings.Count(p.text, "!"); n > 1 {
		l.find("shouting", p.place(strings.LastIndexByte(p.text, '!')), fmt.Sprintf("%d exclamation marks read as shouting", n), "one is enough, and none is better")
	}
}

func (l *linter) links() {
	text := blankComments(l.t.Body)
	count := strings.Count(text, "](") + strings.Count(text, "http://") + strings.Count(text, "https://") -
		strings.Count(text, "](http://") - strings.Count(text, "](https://")
	for _, u := range l.t.body.uses {
		if u.name == "value.link" && !strings.HasSuffix(strings.TrimRight(text[:u.offset], "{- "), "](") {
			count++
		}
	}
	if count > maxLinks {
		l.find("many-links", l.t.bodyStart, fmt.Sprintf("%d links pull the reader in as many directions, and filters count them", count), "keep the one that matters")
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n()<>[]\"", r) }) {
		if l.ctx.Live && isExample(word) {
			l.find("example-link", l.t.bodyStart+strings.Index(text, word), fmt.Sprintf("%q is an example address", word), "write your own")
		}
	}
	for _, v := range l.ctx.Values {
		if l.ctx.Live && isExample(v.Link) {
			l.find("example-link", 0, fmt.Sprintf("the value %s still leads to the example address %s", v.ID, v.Link), "put your own link into "+ValuesFile)
		}
	}
}

// isExample tells whether an address is one that is kept free for examples
// (RFC 2606).
func isExample(link string) bool {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return false
	}
	host := strings.ToLower(u.Hostname())
	for _, name := range []string{"example", "invalid", "test", "example.com", "example.org", "example.net"} {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return false
}

// longestTag is how far a tag is looked at, in bytes.
const longestTag = 16

// htmlTag is the beginning of an opening tag that people write in mails.
var htmlTag = regexp.MustCompile(`^<(?i:a |b>|i>|u>|p>|p |br ?/?>|strong>|em>|div|span|img|ul>|ol>|li>|html|body|table|font|style|script|h[1-6]>)`)

// markup finds what Markdown knows and a followupd mail doesn't.
func (l *linter) markup() {
	text := l.body.text
	if i := strings.Index(text, "!["); i >= 0 {
		l.find("picture", l.t.bodyStart+i, "pictures aren't sent: many programs hide them, and filters distrust them", "link to the page that shows it")
	}
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return
		}
		at += i
		if tag := htmlTag.FindString(text[at:min(at+longestTag, len(text))]); tag != "" {
			l.find("html", l.t.bodyStart+at, fmt.Sprintf("%q would stand in the mail as it is written here", tag), "use Markdown: **bold**, *emphasis*, [words](https://…)")
		}
	}
}

// fields finds fields that no prospect has, and what a value doesn't have.
func (l *linter) fields() {
	for _, f := range l.t.Fields() {
		at := offsetOf(l.t.src, f.Line, f.Column)
		group, member, grouped := strings.Cut(f.Name, ".")
		if group == "value" && !f.Fallback {
			l.valueHas(member, at)
		}
		if grouped || l.ctx.Known == nil || slices.Contains(l.ctx.Known, f.Name) || slices.Contains([]string{"referral", "reason", "source"}, f.Name) {
			continue
		}
		hint := "add the column to your import, or give it a fallback: {{ or ." + f.Name + ` "…" }}`
		if near := strictyaml.DidYouMean(f.Name, l.ctx.Known); near != "" {
			hint = "did you mean " + near + "?"
		}
		if f.Fallback {
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
			l.find("allow", a.offset, "this allows "+a.rule+" without a reason", "write <!-- lint: allow "+a.rule+" because … -->")
		case !l.used[a.rule] && !r.context:
			l.findAs("allow", strictyaml.LevelWarning, a.offset, "nothing here breaks the rule "+a.rule, "remove the comment")
		}
	}
}

// LintValues tells what is bad in a catalogue. Of the context it uses Live and
// Files.
func LintValues(c *Catalogue, ctx LintContext) strictyaml.Problems {
	var problems strictyaml.Problems
	add := func(path, text, hint string) { problems = append(problems, c.doc.Problem(path, text, hint)) }
	for i, v := range c.Values {
		at := fmt.Sprintf("values[%d]", i)
		if ctx.Live && isExample(v.Link) {
			add(at+".link", fmt.Sprintf("%s is an example address", v.Link), "put your own link there")
		}
		if v.File == "" || ctx.Files == nil {
			continue
		}
		if text, hint := fileTrouble(v.File, ctx.Files); text != "" {
			add(at+".file", text, hint)
		}
	}
	problems.Sort()
	return problems
}
