package sequences

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"followupd/internal/strictyaml"
)

const (
	saneMails = 6 // more of them to somebody who never answers is chasing
	maxGiveUp = 20

	mostAtOnce = 100 // people of one company

	longestTask = 120 // characters: it stands in a subject
)

// Known is what else there is for sequences to name. A nil list isn't checked;
// an empty one knows nothing.
type Known struct {
	Mailboxes []string // names of mailboxes
	Templates []string // names of templates, without .md
	Values    []string // ids of the value catalogue
	Fields    []string // fields that prospects have; notes aren't among them
	// Usual are fields that people mostly have. Where Fields is nil, only what
	// looks like a slip in one of them is told: any other may come with the next
	// list of people.
	Usual []string
	Notes []string // names of notes that templates speak of
	// Subject looks at the subject that a step sets; nil: none is looked at.
	Subject func(subject string) (faults []Fault, fields []string)
	Now     time.Time // tells which days are past; zero: none is looked at
}

// Fault is something that is wrong with a text, and what to do about it.
type Fault struct{ Text, Hint string }

// ParseSet reads all files of the sequences folder, keyed by their names, and
// tells everything that is wrong in any of them, in the order of files and
// lines. The map has the sequences without errors, by name.
func ParseSet(files map[string][]byte, known Known) (map[string]Sequence, strictyaml.Problems) {
	set := make(map[string]Sequence, len(files))
	names := make(map[string]string, len(files)) // sequence -> where it was named first
	var all strictyaml.Problems
	for _, file := range slices.Sorted(maps.Keys(files)) {
		s, doc, problems := Parse(file, files[file])
		c := check{doc: doc, problems: problems}
		c.known(s, known)
		if first, taken := names[s.Name]; taken {
			c.fault("name", fmt.Sprintf("%q is taken", s.Name), "the first is in "+first)
		} else if s.Name != "" {
			line, _ := doc.Pos("name")
			names[s.Name] = fmt.Sprintf("%s:%d", file, line)
		}
		if !c.problems.HasErrors() {
			set[s.Name] = s
		}
		all = append(all, c.silenced()...)
	}
	all.Sort()
	return set, all
}

// check collects what is wrong with one file.
type check struct {
	doc      *strictyaml.Document
	problems strictyaml.Problems
}

func (c *check) fault(path, text, hint string) {
	c.problems = append(c.problems, c.doc.Problem(path, text, hint))
}

// warn tells of a rule that a comment can silence.
func (c *check) warn(rule, path, text, hint string) {
	p := c.doc.Warning(path, text, hint)
	p.Rule = rule
	c.problems = append(c.problems, p)
}

// The rules of the linter for sequences: those that a comment
// # lint: ignore RULE because … silences.
const (
	ruleHolidays = "unknown-holidays"
	ruleMails    = "many-mails"
	ruleGap      = "short-gap"
	ruleField    = "unknown-field"
	rulePast     = "past-day"
	ruleReach    = "unreached-step"
)

// RuleNames are the names of the linter's rules for sequences, sorted.
func RuleNames() []string {
	return []string{ruleMails, rulePast, ruleGap, ruleField, ruleHolidays, ruleReach}
}

// silenced leaves out what comments silence. Which fields people have, and
// which days are past, depends on more than the file.
func (c *check) silenced() strictyaml.Problems {
	return c.doc.Silence(c.problems, RuleNames(), []string{ruleField, rulePast})
}

// told says whether something is known to be wrong with a value already: then
// what follows from it isn't told as well.
func (c *check) told(path string) bool {
	return slices.ContainsFunc(c.problems, func(p strictyaml.Problem) bool { return p.Path == path })
}

// misspelt says whether a key beside this one was told to be meant for it.
func (c *check) misspelt(path string) bool {
	at := strings.LastIndexByte(path, '.') + 1
	return slices.ContainsFunc(c.problems, func(p strictyaml.Problem) bool {
		return strings.LastIndexByte(p.Path, '.')+1 == at && p.Path[:at] == path[:at] && p.Hint == strictyaml.Meant(path[at:])
	})
}

// required wants a text that isn't blank.
func (c *check) required(path, value, hint string) bool {
	switch {
	case strings.TrimSpace(value) != "":
		return true
	case c.misspelt(path): // that is told already
	case !c.doc.Has(path):
		c.fault(path, "is missing", hint)
	case !c.told(path):
		c.fault(path, "is empty", hint)
	}
	return false
}

// filled refuses a text that is there but blank.
func (c *check) filled(path, value string) {
	if c.doc.Has(path) && strings.TrimSpace(value) == "" && !c.told(path) {
		c.fault(path, "is empty", "write something, or remove the line")
	}
}

const namePattern = `^[a-z0-9][a-z0-9_-]{0,63}$`

var nameExpression = regexp.MustCompile(namePattern)

func (c *check) name(path, value, hint string) {
	if c.required(path, value, hint) && !nameExpression.MatchString(value) {
		c.fault(path, fmt.Sprintf("%q is not a name", value), "lower case letters, digits, - and _, at most 64")
	}
}

func (c *check) sequence(s Sequence) {
	c.name("name", s.Name, "name: intro")
	c.required("mailbox", s.Mailbox, "the name of the mailbox it is sent from")
	c.window("window", s.Window)
	c.steps(s.Steps)
	c.replies(s.Replies)
	c.filled("on_snooze_end", s.OnSnoozeEnd)
	c.filled("referral_opening", s.ReferralOpening)
	if c.doc.Has("company.at_once") && !c.told("company.at_once") && (s.AtOnce < 1 || s.AtOnce > mostAtOnce) {
		c.fault("company.at_once", fmt.Sprintf("must be from 1 to %d, not %d", mostAtOnce, s.AtOnce), "try 2")
	}
	if c.doc.Has("company") && s.Company == "" && !c.doc.Has("company.at_once") && !c.toldBelow("company") {
		c.fault("company", "says nothing", "try company: {at_once: 2, answer: hold}, or remove the line")
	}
	if c.doc.Has("give_up") && !c.told("give_up") && (s.GiveUp < 1 || s.GiveUp > maxGiveUp) {
		c.fault("give_up", fmt.Sprintf("must be from 1 to %d, not %d", maxGiveUp, s.GiveUp), "3 is the default")
	} else if !c.told("give_up") {
		c.reach(s)
	}
}

// reach warns of the first step that nobody comes to who gets all those above it
// and doesn't answer: what they were given by then ends the sequence.
func (c *check) reach(s Sequence) {
	for i, step := range s.Steps {
		given := 0
		for j, above := range s.Steps[:i] {
			if above.Value != "" && !slices.ContainsFunc(append(slices.Clone(s.Steps[:j]), step), above.excludes) {
				given++
			}
		}
		if given < s.giveUp() {
			continue
		}
		c.warn(ruleReach, fmt.Sprintf("steps[%d]", i), fmt.Sprintf("%q never comes to somebody who got all the steps above it: %d values without an answer end the sequence first", step.ID, s.giveUp()),
			fmt.Sprintf("write give_up: %d, or leave a step out", min(s.values(), maxGiveUp)))
		return
	}
}

// values is how many steps give something.
func (s Sequence) values() (n int) {
	for _, step := range s.Steps {
		if step.Value != "" {
			n++
		}
	}
	return n
}

// excludes says whether nobody can be one whom both steps are for, as far as a
// look at their conditions tells.
func (s Step) excludes(other Step) bool {
	if s.When == nil || other.When == nil {
		return false
	}
	for fact, values := range s.When.Field {
		with := other.When.Field[fact]
		if len(with) > 0 && !slices.ContainsFunc(values, func(v string) bool {
			return slices.ContainsFunc(with, func(w string) bool { return sameFact(fact, v, w) })
		}) {
			return true
		}
	}
	return s.When.denies(*other.When) || other.When.denies(*s.When)
}

// denies says whether what must not be so is just what the other wants.
func (w When) denies(other When) bool {
	if w.Not == nil {
		return false
	}
	within := func(of, not []string) bool {
		return slices.ContainsFunc(of, func(word string) bool { return slices.Contains(not, word) })
	}
	if within(other.Has, w.Not.Has) || within(other.Given, w.Not.Given) {
		return true
	}
	for fact, not := range w.Not.Field {
		want := other.Field[fact]
		if len(want) > 0 && !slices.ContainsFunc(want, func(v string) bool {
			return !slices.ContainsFunc(not, func(n string) bool { return sameFact(fact, v, n) })
		}) {
			return true
		}
	}
	return false
}

func (c *check) window(path string, w Window) {
	if days := path + ".days"; c.doc.Has(days) && !c.doc.Has(days+"[0]") && !c.told(days) {
		c.fault(days, "names no day, so nothing would ever go out", "[tue, wed, thu], or remove the line for Monday to Friday")
	}
	holidays := path + ".holidays"
	if len(w.Holidays) != 2 || !c.doc.Has(holidays) {
		return
	}
	switch HolidaysOf(w.Holidays) {
	case HolidaysUnknown:
		c.warn(ruleHolidays, holidays, "the public holidays of "+w.Holidays+" aren't known, but for 1 January and 25 December", "mails may go out on the others")
	case HolidaysInPart:
		c.warn(ruleHolidays, holidays, "the public holidays of "+w.Holidays+" that follow the moon aren't known", "mails may go out on them")
	}
}

func (c *check) steps(steps []Step) {
	if len(steps) == 0 {
		if !c.told("steps") {
			c.fault("steps", "there are no steps", "begin with - id: opening")
		}
		return
	}
	if n := mails(steps); n > saneMails {
		c.warn(ruleMails, "steps", fmt.Sprintf("%d mails are many for somebody who doesn't answer", n), fmt.Sprintf("%d are enough; end with one that lets go", saneMails))
	}
	c.inOrder(steps)
	ids, values := map[string]int{}, map[string]int{}
	for i, step := range steps {
		path := fmt.Sprintf("steps[%d]", i)
		c.step(path, step)
		c.once(path+".id", step.ID, i, ids, "is the id of another step too", "give each step its own id")
		c.once(path+".value", step.Value, i, values, "is given twice", "give something else, or leave the step out")
		if i > 0 {
			c.gap(path+".wait", step)
		}
	}
}

func (c *check) step(path string, s Step) {
	c.name(path+".id", s.ID, "id: opening")
	if c.doc.Has(path + ".task") {
		c.task(path, s)
	} else {
		c.mail(path, s)
	}
	if strings.ContainsFunc(s.Subject, func(r rune) bool { return r < ' ' || r == 0x7F }) {
		c.fault(path+".subject", "must be one line", "remove the line break")
	}
	c.on(path, s)
	c.when(path+".when", s.When)
	if s.Window != nil {
		c.window(path+".window", *s.Window)
	}
}

// on wants a day to stand alone.
func (c *check) on(path string, s Step) {
	if c.doc.Has(path+".on") && c.doc.Has(path+".wait") {
		c.fault(path+".wait", "goes with no on:, which says when already", "remove one of the two")
	}
	if c.doc.Has(path+".late") && !c.doc.Has(path+".on") {
		c.fault(path+".late", "goes with on: alone", "remove the line, or name a day")
	}
}

// inOrder wants each day to come after the ones above it that it can be
// compared with: steps go out in their order, so it would always be too late.
func (c *check) inOrder(steps []Step) {
	last := map[string]int{}
	for i, s := range steps {
		if s.On == nil {
			continue
		}
		key := s.On.Fact
		first, again := last[key]
		if again && s.On.after() < steps[first].On.after() {
			c.fault(fmt.Sprintf("steps[%d].on", i), fmt.Sprintf("%s is before %s of the step %q above it", s.On, steps[first].On, steps[first].ID), "steps go out in their order: put this one first")
		}
		last[key] = i
	}
}

// after is how far after the field's day it is, or after 1970, about.
func (o On) after() date {
	days := date(o.Away.Plain/(24*time.Hour)) + date(o.Away.BusinessDays*7/5)
	if o.Before {
		days = -days
	}
	if at, err := time.Parse(time.DateOnly, o.Date); err == nil {
		days += dateOf(at.Date())
	}
	return days
}

func mails(steps []Step) (n int) {
	for _, s := range steps {
		if s.Task == "" {
			n++
		}
	}
	return n
}

func (c *check) mail(path string, s Step) {
	c.required(path+".template", s.Template, "the name of a template's file, without .md")
	c.required(path+".objective", s.Objective, "say what this mail is to achieve")
	c.required(path+".value", s.Value, "say what this mail gives to the reader")
	c.filled(path+".subject", s.Subject)
	if c.doc.Has(path + ".skip_after") {
		c.fault(path+".skip_after", "goes with a task alone", "remove the line; for whom a mail is, when: says")
	}
}

// task wants a short text, and nothing that only a mail has.
func (c *check) task(path string, s Step) {
	c.filled(path+".task", s.Task)
	c.required(path+".objective", s.Objective, "say what this task is to achieve")
	switch {
	case strings.ContainsFunc(s.Task, func(r rune) bool { return r < ' ' || r == 0x7F }):
		c.fault(path+".task", "must be one line", "say it in a few words")
	case strings.Contains(s.Task, "{{"):
		c.fault(path+".task", "nothing is filled into a task, so the braces would be shown", "write it without them; the mail that brings it names the person, the company and the phone number")
	case utf8.RuneCountInString(s.Task) > longestTask:
		c.fault(path+".task", fmt.Sprintf("is longer than %d characters", longestTask), "say it in a few words; what it is to achieve says objective:")
	}
	for _, key := range []string{"template", "value", "subject", "approval"} {
		if at := path + "." + key; c.doc.Has(at) {
			c.fault(at, "goes with a mail alone, and this step is a task", "remove this line, or task:")
		}
	}
}

// once tells of a word that a step before had too.
func (c *check) once(path, word string, step int, seen map[string]int, text, hint string) {
	if word == "" {
		return
	}
	if first, again := seen[word]; again {
		line, _ := c.doc.Pos(fmt.Sprintf("steps[%d]", first))
		c.fault(path, fmt.Sprintf("%q %s", word, text), fmt.Sprintf("the first is in the step on line %d; %s", line, hint))
		return
	}
	seen[word] = step
}

// gap wants at least a business day between two mails.
func (c *check) gap(path string, s Step) {
	switch w := s.Wait; {
	case c.told(path) || c.misspelt(path) || s.On != nil || c.doc.Has(strings.TrimSuffix(path, "wait")+"on"):
	case !c.doc.Has(path):
		c.fault(path, "is missing", "say how long after the mail before it, as in 3bd")
	case s.Task == "" && w.BusinessDays == 0 && w.Plain < 24*time.Hour:
		c.warn(ruleGap, path, fmt.Sprintf("%s is very soon after the mail before it", w), "give people 2bd or more; shorter waits are for trying things out")
	}
}

func (c *check) replies(table map[string]Action) {
	for _, intent := range slices.Sorted(maps.Keys(table)) {
		path, action, allowed := "replies."+intent, table[intent], allowedActions()[intent]
		if action == "" || slices.Contains(allowed, action) {
			continue
		}
		words := make([]string, len(allowed))
		for i, a := range allowed {
			words[i] = string(a)
		}
		hint := "it can be " + strings.Join(words, ", ")
		if len(words) == 1 {
			hint = "it is always " + words[0]
		}
		c.fault(path, fmt.Sprintf("%s isn't safe here", action), hint)
	}
}

// known checks every name of something outside of the file.
func (c *check) known(s Sequence, k Known) {
	c.reference("mailbox", s.Mailbox, "mailbox", "the configuration", k.Mailboxes)
	c.reference("on_snooze_end", s.OnSnoozeEnd, "template", "the templates folder", k.Templates)
	c.reference("referral_opening", s.ReferralOpening, "template", "the templates folder", k.Templates)
	for i, step := range s.Steps {
		path := fmt.Sprintf("steps[%d]", i)
		c.reference(path+".template", step.Template, "template", "the templates folder", k.Templates)
		c.reference(path+".value", step.Value, "value", "the value catalogue", k.Values)
		c.subject(path+".subject", step, k)
		if step.On != nil && step.On.Fact != "" {
			c.condition(path+".on", step.On.Fact, k)
		}
		c.past(path+".on", step, k.Now)
		c.knownWhen(path+".when", step.When, k)
		for j, need := range step.Needs {
			if need != "" && !strings.HasPrefix(need, "note.") {
				c.need(fmt.Sprintf("%s.needs[%d]", path, j), need, k)
			}
		}
	}
}

// subject wants a subject of a step's own to be one that a mail can have, and warns of
// fields that nobody has: a mail that lacks one is held.
func (c *check) subject(path string, s Step, k Known) {
	if k.Subject == nil || s.Subject == "" || s.Task != "" || c.told(path) {
		return
	}
	faults, fields := k.Subject(s.Subject)
	for _, f := range faults {
		c.fault(path, f.Text, f.Hint)
	}
	for _, field := range fields {
		known := slices.Concat(k.Fields, k.Usual)
		if k.Fields == nil && k.Usual == nil || slices.Contains(known, field) || slices.Contains(s.Needs, field) {
			continue
		}
		hint := "add the column to your import, or give it a fallback: {{ or ." + field + ` "…" }}`
		if near := strictyaml.DidYouMean(field, known); near != "" {
			hint = "did you mean " + near + "?"
		}
		c.warn(ruleField, path, fmt.Sprintf("nobody has a field %q so far, and a mail that lacks it is held", field), hint)
	}
}

// past warns of a day that is over all over the world: the step is skipped for
// whoever comes to it. A day that a field has is each person's own.
func (c *check) past(path string, s Step, now time.Time) {
	if now.IsZero() || s.On == nil || s.On.Fact != "" || c.told(path) {
		return
	}
	last := Zones{Prospect: time.FixedZone("", -12*60*60)}
	day, late, words := s.span(&Person{}, last)
	if words != "" || now.Before(day.AddDate(0, 0, 1)) {
		return
	}
	text := fmt.Sprintf("%s is past, so this step is skipped for everyone", day.Format("2 January 2006"))
	if now.Before(late) {
		text = fmt.Sprintf("%s is past; this step may still come late, until %s, and is skipped for everyone after that", day.Format("2 January 2006"), late.Add(-time.Second).Format("2 January"))
	}
	c.warn(rulePast, path, text, "name a day to come, or what comes for each person in their own time: wait: 3bd, on: renewal_date - 30d")
}

func (c *check) reference(path, word, what, where string, known []string) {
	if word == "" || known == nil || slices.Contains(known, word) {
		return
	}
	c.fault(path, fmt.Sprintf("there is no %s %q in %s", what, word, where), knownHint(word, known))
}

// need only warns: the field may come with the next list of people, and until
// then the step is skipped.
func (c *check) need(path, word string, k Known) {
	if fields := slices.Concat(k.Fields, k.Usual); !slices.Contains(fields, word) && slices.Contains(k.Notes, word) {
		c.warn(ruleField, path, fmt.Sprintf("there is no field %q, only a note of that name, so this step is skipped for everyone", word), "did you mean note."+word+"?")
		return
	}
	if known, odd := k.odd(word); odd {
		c.warn(ruleField, path, fmt.Sprintf("nobody has a field %q, so this step is skipped for everyone", word), knownHint(word, known))
	}
}

// odd says whether a field is none that there is, and gives those that are.
func (k Known) odd(field string) (known []string, odd bool) {
	if k.Fields != nil {
		return k.Fields, !slices.Contains(k.Fields, field)
	}
	return k.Usual, !slices.Contains(k.Usual, field) && strictyaml.DidYouMean(field, k.Usual) != ""
}

// knownHint lists all there are where they are few and none is near.
func knownHint(word string, known []string) string {
	const few = 12
	switch near := strictyaml.DidYouMean(word, known); {
	case near != "":
		return "did you mean " + near + "?"
	case len(known) > 0 && len(known) <= few:
		return "known are " + strings.Join(slices.Sorted(slices.Values(known)), ", ")
	}
	return ""
}
