package owner

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"followupd/internal/engine"
	"followupd/internal/prospects"
	"followupd/internal/replies"
	"followupd/sequences"
)

const (
	mostLines    = 60  // lines of an answer that are looked at
	lineLength   = 500 // bytes of a line; only a note may be that long
	mostNumbers  = 100 // people in one line
	highestShown = 999 // the highest number that a person can have in a mail
)

// Commands takes the owner's own words apart: one command a line, in the order
// of the lines. now is in the owner's zone, where a day that they name begins.
//
// A line is understood as a whole or not at all: what is left over on it, be it
// a "please", makes it one that is told back. Lines that only greet or thank are
// left out.
func Commands(words string, now time.Time) []engine.Command {
	var out []engine.Command
	for line := range strings.SplitSeq(words, "\n") {
		text := plainLine(line)
		if text == "" || courtesy(text) {
			continue
		}
		if len(out) == mostLines {
			return append(out, engine.Command{Line: "…", Problem: fmt.Sprintf("only the first %d lines of a mail are read", mostLines)})
		}
		c := engine.Command{}
		if len(text) > lineLength {
			c.Problem = "this line is too long"
			text = text[:strings.LastIndexByte(text[:lineLength], ' ')+1] + "…"
		} else if read, problem := readLine(text, now); problem != "" {
			c.Problem = problem
		} else {
			c = read
		}
		c.Line = strings.ToValidUTF8(text, "")
		out = append(out, c)
	}
	return out
}

// linked is a word with what mail programs put behind it when they make it a link.
var linked = regexp.MustCompile(`(\S+?) ?<(?:https?://|mailto:)([^<>\s]*)>`)

// plainLine is a line without what mail programs and habit put around it.
func plainLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r): // nothing that can't be seen may count
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	s = linked.ReplaceAllStringFunc(s, func(m string) string {
		part := linked.FindStringSubmatch(m)
		if strings.Contains(strings.ToLower(part[2]), strings.ToLower(part[1])) {
			return part[1]
		}
		return m
	})
	s = strings.Join(strings.Fields(s), " ")
	for _, bullet := range []string{"- ", "* ", "• "} {
		s = strings.TrimPrefix(s, bullet)
	}
	return strings.Trim(s, "*_ ")
}

// courtesies are what people write around what they want.
var courtesies = regexp.MustCompile(`^(hi|hello|hey|dear|good (morning|day|afternoon|evening))( \S+){0,2}$|` +
	`^(many )?(thanks|thank you|thx)( a lot| very much| again)?( \S+)?$|^((best|kind|warm) )?(regards|wishes)$|^(best|cheers|greetings|bye|sincerely|yours)$`)

// courtesy says whether a line only greets, thanks, or sets off a signature.
func courtesy(s string) bool {
	s = strings.TrimRight(strings.ToLower(s), " .,!;:)-–—")
	return courtesies.MatchString(s) || !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// verbs are the words that a line may begin with.
func verbs() map[string]string {
	return map[string]string{
		"stop": string(sequences.VerbStop), "pause": string(sequences.VerbPause), "resume": string(sequences.VerbResume),
		"snooze": string(sequences.VerbSnooze), "suppress": string(sequences.VerbSuppress), "note": string(sequences.VerbNote),
		"was": string(sequences.VerbAnswerWas), "enrol": engine.VerbEnrol, "enroll": engine.VerbEnrol,
		"approve": string(sequences.VerbApprove), "done": string(sequences.VerbDone), "set": string(sequences.VerbFields),
	}
}

// nthForm is one of several whom a person named.
var nthForm = regexp.MustCompile(`^(#?\d{1,4})\.(\d{1,2})$`)

const notOneOfThem = "this is none of the words that work here"

// readLine reads one line.
func readLine(line string, now time.Time) (engine.Command, string) {
	word, rest, _ := strings.Cut(line, " ")
	word = strings.ToLower(strings.TrimRight(word, ".:!,;"))
	verb, ok := verbs()[word]
	if !ok {
		return engine.Command{}, notOneOfThem
	}
	c := engine.Command{Verb: verb}
	switch verb {
	case string(sequences.VerbDone):
		if n, text, problem := firstNumber(rest); problem == "" && strings.Contains(rest, ":") && strings.Trim(text, ": .") != "" {
			c.Numbers, c.Text = []int{n}, strings.TrimSpace(strings.TrimLeft(text, ":"))
			return c, ""
		}
	case string(sequences.VerbNote):
		return noteLine(c, rest)
	case string(sequences.VerbFields):
		return setLine(c, rest)
	case string(sequences.VerbSnooze):
		return snoozeLine(c, bare(rest), now)
	case string(sequences.VerbAnswerWas):
		return wasLine(c, bare(rest))
	case string(sequences.VerbSuppress):
		return suppressLine(c, bare(rest))
	}
	rest = bare(rest)
	if part := nthForm.FindStringSubmatch(rest); part != nil && verb == engine.VerbEnrol {
		if c.Nth, _ = strconv.Atoi(part[2]); c.Nth < 1 {
			return c, "those whom somebody named are counted from 1, as in: enrol 1.1"
		}
		rest = part[1]
	}
	if rest == "all" {
		return everyone(c)
	}
	var problem string
	c.Numbers, problem = numbers(rest)
	return c, problem
}

// bare is what follows a command's word, without the end of a sentence.
func bare(s string) string {
	return strings.TrimSpace(strings.TrimRight(strings.ToLower(strings.TrimLeft(s, ": ")), " .!;,"))
}

// everyone is what "all" means: whom the mail numbers, or for pause and resume
// all sending.
func everyone(c engine.Command) (engine.Command, string) {
	switch c.Verb {
	case string(sequences.VerbPause):
		c.Verb = engine.VerbPauseAll
	case string(sequences.VerbResume):
		c.Verb = engine.VerbResumeAll
	case string(sequences.VerbApprove):
		c.All = true
	default:
		return engine.Command{}, "say who, by their numbers: “all” works only behind approve, pause and resume"
	}
	return c, ""
}

var numberList = regexp.MustCompile(`^#?[0-9]+(( ?, ?| and | & |, and | )#?[0-9]+)*$`)

// numbers reads the numbers of people: "4", "4, 5 and 6".
func numbers(s string) ([]int, string) {
	if s == "" {
		return nil, "say who, by their number in the mail"
	}
	if !numberList.MatchString(s) {
		return nil, "nothing but numbers of people may stand behind this word"
	}
	var out []int
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > highestShown {
			return nil, fmt.Sprintf("%s is no number of a person", part)
		}
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) > mostNumbers {
		return nil, "these are too many people for one line"
	}
	return out, ""
}

// firstNumber cuts off the number of the one person that a line is about.
func firstNumber(s string) (number int, rest string, problem string) {
	word, rest, _ := strings.Cut(strings.TrimLeft(s, ": "), " ")
	text := strings.TrimPrefix(strings.TrimRight(word, ":,."), "#")
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > highestShown || strings.ContainsAny(text, "+-") {
		return 0, "", "say who, by their number in the mail"
	}
	return n, strings.TrimSpace(rest), ""
}

// noteLine reads "1: wants a demo for five", and "1: estimator=Tom" where the note
// has a name.
func noteLine(c engine.Command, rest string) (engine.Command, string) {
	n, text, problem := firstNumber(rest)
	text = strings.TrimSpace(strings.TrimLeft(text, ":"))
	switch {
	case problem != "":
		return c, problem
	case text == "":
		return c, "say what to note, as in: note 1: wants a demo for five"
	}
	c.Numbers, c.Text = []int{n}, text
	if key, value, ok := strings.Cut(text, "="); ok && noteName.MatchString(key) {
		c.Key, c.Text = key, strings.TrimSpace(value)
		if strings.Trim(c.Text, "….") == "" {
			return c, fmt.Sprintf("say what to note, as in: note %d: %s=Tom", n, key)
		}
	}
	return c, ""
}

// setLine reads "1 first_name=Dana": one field of one person.
func setLine(c engine.Command, rest string) (engine.Command, string) {
	n, text, problem := firstNumber(rest)
	if problem != "" {
		return c, problem
	}
	name, value, ok := strings.Cut(strings.TrimLeft(text, ": "), "=")
	value = unquoted(strings.TrimSpace(value))
	switch {
	case !ok || strings.Trim(value, ".") == "" || strings.Contains(value, "…") || value == "TEXT":
		return c, fmt.Sprintf("say the field and what it is, as in: set %d first_name=Dana", n)
	case nextField.MatchString(value):
		return c, fmt.Sprintf("say one field on a line, as in: set %d first_name=Dana", n)
	}
	name, value, problem = prospects.Field(strings.TrimSpace(name), value)
	c.Numbers, c.Key, c.Text = []int{n}, name, value
	return c, problem
}

// nextField finds a second field behind the first, as the command line takes them.
var nextField = regexp.MustCompile(`(^|\s)[a-z][a-z0-9_]*=`)

// unquoted is a text without the quotes that stand around all of it.
func unquoted(s string) string {
	for _, quotes := range [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"'", "'"}} {
		if inside, ok := strings.CutPrefix(s, quotes[0]); ok {
			if inside, ok = strings.CutSuffix(inside, quotes[1]); ok && !strings.ContainsAny(inside, quotes[0]+quotes[1]) {
				return strings.TrimSpace(inside)
			}
		}
	}
	return s
}

var noteName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func snoozeLine(c engine.Command, rest string, now time.Time) (engine.Command, string) {
	n, date, problem := firstNumber(rest)
	if problem != "" {
		return c, problem
	}
	until, problem := Moment(date, now)
	c.Numbers, c.Until = []int{n}, until
	return c, problem
}

// intents are what an answer can be said to have been.
var intents = []replies.Intent{replies.IntentMeeting, replies.IntentInterested, replies.IntentQuestion, replies.IntentReferral, replies.IntentLater,
	replies.IntentAutoReply, replies.IntentNotInterested, replies.IntentWrongPerson, replies.IntentOptOut, replies.IntentUnclear}

func wasLine(c engine.Command, rest string) (engine.Command, string) {
	n, word, problem := firstNumber(rest)
	if problem != "" {
		return c, problem
	}
	intent := replies.Intent(strings.NewReplacer(" ", "_", "-", "_").Replace(word))
	if !slices.Contains(intents, intent) {
		return c, "say what the answer was: meeting, interested, question, referral, later, auto reply, not interested, wrong person, opt out or unclear"
	}
	c.Numbers, c.Intent = []int{n}, intent
	return c, ""
}

var (
	domainForm  = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`)
	addressForm = regexp.MustCompile(`^[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@(.+)$`)
)

func suppressLine(c engine.Command, rest string) (engine.Command, string) {
	switch address := addressForm.FindStringSubmatch(rest); {
	case address != nil && domainForm.MatchString(address[1]) && len(rest) <= 254:
		c.Target = rest
		return c, ""
	case domainForm.MatchString(strings.TrimPrefix(rest, "@")) && len(rest) <= 253:
		c.Verb, c.Target = engine.VerbSuppressDomain, strings.TrimPrefix(rest, "@")
		return c, ""
	case strings.ContainsAny(rest, "@."):
		return c, "this is neither an address nor a domain"
	}
	var problem string
	c.Numbers, problem = numbers(rest)
	return c, problem
}
