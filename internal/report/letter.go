package report

import (
	"fmt"
	"strings"
	"time"
)

// How many lines a list in a letter has at most; what is left out is counted.
const (
	mostNeeds  = 12
	mostStands = 5
	mostNot    = 3
	mostHeld   = 6
	mostOthers = 6
	mostSteps  = 8
)

// Letter is a mail to the owner that lists people. It is laid out once, and
// written as text and as HTML: both say the same.
type Letter struct {
	Subject string
	// People are those whom the letter numbers: the first is number 1. Somebody
	// listed twice has one number.
	People []int64

	title, dates string
	lead         string // the whole in one or two sentences
	tiles        []tile
	notes        []string // what holds for everything
	sections     []section
	foot         []string

	numbers map[int64]int
}

// tile is one of the few numbers on top.
type tile struct {
	n           int
	label, note string
	urgent      bool
}

// section is one part of a letter. A part of the section before it has a
// smaller title.
type section struct {
	title  string
	count  int // 0: none is shown
	part   bool
	urgent bool
	lead   string
	pile   []slice
	bars   []bar
	ranges []band
	items  []item
	more   int    // left out of items
	all    string // the command that shows all of them
	after  string
	how    string // the command that belongs to after
}

// item is a person with what there is to say of them, or a line of text.
type item struct {
	number       int // 0: none
	name, detail string
	text, note   string // note: an age or a day
	words        string // theirs
	how          string // a command
	say          string // a word of an answer, which text explains
	urgent       bool
}

// bar is a number as a length. Of n, the part done is filled.
type bar struct {
	label, text string
	n, done     int
	most        int // the length of the whole line
}

// slice is a part of a pile, which shows how a sum is made up.
type slice struct {
	label string
	n     int
	shade int // 1, the strongest, to 5
}

// band is a range on a line from 0 to full, with the share seen in it.
type band struct {
	label, text, before string
	low, at, high, full float64
}

// Write lays the status mail out.
func Write(s Snapshot) Letter {
	l := &Letter{Subject: Subject(s), numbers: map[int64]int{}, dates: days(s), title: "How things stand"}
	if s.Week > 0 {
		l.title = fmt.Sprintf("Week %d", s.Week)
	}
	l.lead, l.notes = lead(s), notes(s)
	if !quiet(s) {
		l.tiles = tiles(s)
	}
	l.needsYou(s)
	l.troubles(s)
	if !quiet(s) {
		l.standings(s)
		l.exchange(s)
	}
	l.held(s)
	l.waiting(s)
	if !s.Past {
		l.coming(s)
	}
	if !quiet(s) {
		l.steps(s)
		l.undelivered(s)
		l.never(s)
	}
	l.mailboxes(s)
	l.foot = append(l.foot, everyone(s.People)+".", fmt.Sprintf("Counted from the journal, %s to %s.", moment(s.From, s.At), moment(s.At, s.At)))
	if !s.Past {
		l.foot = append(l.foot, "The same on a screen, as it is now: followupd status")
	}
	return *l
}

// Words adds what can be answered to the letter, behind all else: a line each, the
// word and what it does, with a dash between.
func (l *Letter) Words(title, lead string, lines []string) {
	s := section{title: title, lead: lead}
	for _, line := range lines {
		say, does, ok := strings.Cut(line, " – ")
		if !ok {
			say, does = "", line
		}
		s.items = append(s.items, item{say: say, text: does})
	}
	l.add(s)
}

func moment(t, at time.Time) string { return day(t, at) + t.Format(" 15:04") }

// number is a person's number in the letter.
func (l *Letter) number(w Who) int {
	if w.ID == 0 {
		return 0
	}
	n, ok := l.numbers[w.ID]
	if !ok {
		l.People = append(l.People, w.ID)
		n = len(l.People)
		l.numbers[w.ID] = n
	}
	return n
}

// person is an item of a person.
func (l *Letter) person(w Who, text, note string) item {
	i := item{number: l.number(w), name: w.Name, text: text, note: note}
	if w.Company != "" && w.Company != w.Name {
		i.detail = w.Company
	}
	return i
}

// addressed is an item of a person with their address, so that they can be
// named in a command.
func (l *Letter) addressed(w Who, text, note string) item {
	i := l.person(w, text, note)
	switch {
	case w.Name == w.Address:
	case i.detail == "":
		i.detail = "<" + w.Address + ">"
	default:
		i.detail += " <" + w.Address + ">"
	}
	return i
}

// add adds a section, if it says anything.
func (l *Letter) add(s section) {
	if len(s.items)+len(s.bars)+len(s.ranges)+len(s.pile) > 0 || s.lead != "" || s.after != "" {
		l.sections = append(l.sections, s)
	}
}

// upTo is how many of a list are shown, and how many are left out.
func upTo(n, most int) (shown, left int) {
	if n <= most {
		return n, 0
	}
	return most, n - most
}
