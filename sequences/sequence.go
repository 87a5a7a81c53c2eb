package sequences

import (
	"reflect"
	"slices"
	"time"
)

// Sequence is one file of the sequences folder: who is written to from which
// mailbox, when, with what objective, giving what, and what each answer does.
type Sequence struct {
	Name    string            `json:"name"`
	Goal    string            `json:"goal,omitempty"`
	Mailbox string            `json:"mailbox"`
	Window  Window            `json:"window"`
	Steps   []Step            `json:"steps"`
	Replies map[string]Action `json:"replies,omitempty"` // intent -> action; what is absent has its default
	Company CompanyRule       `json:"company,omitempty"` // a colleague's answer; default hold
	AtOnce  int               `json:"at_once,omitempty"` // people of one company who are written to at once; 0: any number
	GiveUp  int               `json:"give_up,omitempty"` // exchange balance at which the sequence ends; 0 means 3
	// Away is how long to wait after an absence without a date; zero means 7 days.
	Away time.Duration `json:"away,omitempty"`
	// OnSnoozeEnd is the template of the mail that ends a snooze and asks what
	// has changed; empty goes on with the next step.
	OnSnoozeEnd string `json:"on_snooze_end,omitempty"`
	// ReferralOpening is the template of the first mail to people whom somebody
	// sent us to; empty, or where it isn't known who, it is the step's own.
	ReferralOpening string   `json:"referral_opening,omitempty"`
	Approval        Approval `json:"approval,omitempty"`
	File            string   `json:"-"`
}

// Step is one mail of a sequence, or a task that the owner does by hand.
type Step struct {
	ID        string   `json:"id"`
	Wait      Wait     `json:"wait"` // after the mail before it; the first step waits from the enrolment
	Template  string   `json:"template"`
	Objective string   `json:"objective"`
	Value     string   `json:"value"`
	Needs     []string `json:"needs,omitempty"`  // field names, or note.NAME; the step is skipped where one is missing
	When      *When    `json:"when,omitempty"`   // for whom it is; nil: for everybody
	Window    *Window  `json:"window,omitempty"` // overrides the sequence's
	// Task is what the owner is to do, in a few words: no mail goes out, and the
	// sequence waits until it is done, or for SkipAfter where that isn't zero.
	Task      string `json:"task,omitempty"`
	SkipAfter Wait   `json:"skip_after,omitzero"`
	// On is the day of the step, in the prospect's zone, instead of a Wait; Late is
	// how long after that day it may still come, nil for 3 business days. Where
	// there is no such day, or it is too late, the step is passed over.
	On   *On   `json:"on,omitempty"`
	Late *Wait `json:"late,omitempty"`
	// Subject begins a new thread with a subject of its own; empty answers the
	// thread of the first mail.
	Subject  string   `json:"subject,omitempty"`
	Approval Approval `json:"approval,omitempty"`
}

// MayBeFirst says whether the i-th step may be the first mail to somebody though
// others stand above it: all of those can be passed over, and none of them is
// for everybody whom this one is for.
func (s Sequence) MayBeFirst(i int) bool {
	before := false
	for _, above := range s.Steps[:i] {
		if above.Task != "" {
			continue
		}
		if above.coversAll(s.Steps[i]) {
			return false
		}
		before = true
	}
	return before && s.Steps[i].Task == ""
}

// coversAll says whether everybody whom another step is for gets this one.
func (s Step) coversAll(other Step) bool {
	if w := other.When; w != nil && s.Value != "" && slices.Contains(w.Given, s.Value) {
		return true // they are those who got it
	}
	if s.On != nil || s.When != nil && !reflect.DeepEqual(s.When, other.When) {
		return false
	}
	return !slices.ContainsFunc(s.Needs, func(need string) bool { return !slices.Contains(other.Needs, need) })
}

// Templates are the names of all templates that a sequence sends.
func (s Sequence) Templates() []string {
	var names []string
	for _, step := range s.Steps {
		if step.Template != "" {
			names = append(names, step.Template)
		}
	}
	if s.OnSnoozeEnd != "" {
		names = append(names, s.OnSnoozeEnd)
	}
	if s.ReferralOpening != "" {
		names = append(names, s.ReferralOpening)
	}
	return names
}

// Action is what a sequence does with an answer of some intent.
type Action string

// The closed set of actions of a sequence's replies table.
const (
	ActSuppress Action = "suppress"
	ActEscalate Action = "escalate"
	ActHold     Action = "hold"
	ActStop     Action = "stop"
	ActSnooze   Action = "snooze"
	ActWait     Action = "wait"
)

// CompanyRule says what a colleague's answer does to the others of a company.
type CompanyRule string

// The closed set of company rules.
const (
	CompanyHold   CompanyRule = "hold"
	CompanyIgnore CompanyRule = "ignore"
	CompanyStop   CompanyRule = "stop"
)

// Wait is a span between two mails: whole business days of the prospect's
// country, or a plain duration down to seconds. One of the two is zero.
type Wait struct {
	BusinessDays int           `json:"business_days,omitempty"`
	Plain        time.Duration `json:"plain,omitempty"`
}

// Window is when mails may go out, in the zone and by the holidays that it names.
type Window struct {
	Days     []time.Weekday `json:"days,omitempty"`     // empty: Monday to Friday
	From     int            `json:"from"`               // minutes after midnight, inclusive
	To       int            `json:"to"`                 // minutes after midnight, exclusive; 1440 is midnight
	Zone     string         `json:"zone,omitempty"`     // "prospect" (default), "mailbox", or an IANA name
	Holidays string         `json:"holidays,omitempty"` // "prospect" (default), "none", or a country code
	Always   bool           `json:"always,omitempty"`   // no window at all: any day, any hour
}

// Plan is everything that a decision depends on beside the person: the
// sequences in force and the zones of the mailboxes.
type Plan struct {
	Sequences map[string]Sequence `json:"sequences"`
	Mailboxes map[string]Mailbox  `json:"mailboxes"`
	// AwayDefault is how long an absence without a date lasts; zero means 7 days.
	AwayDefault time.Duration `json:"away_default,omitempty"`
	// OwnerAway is when the owner's tasks wait for them.
	OwnerAway Absence `json:"owner_away,omitzero"`
	// Texts are the SHA-256 hashes, in hex, of the template files in force, by
	// the files' names. No decision depends on them; they are here so that the
	// plan's hash names the version of all that goes out.
	Texts map[string]string `json:"texts,omitempty"`
}

// Mailbox is what decisions must know of one of the owner's mailboxes.
type Mailbox struct {
	Zone     string   `json:"zone"` // IANA name
	Approval Approval `json:"approval,omitempty"`
	// AskAfter is for how long a person to whom the owner wrote by hand may be
	// silent until the owner is asked whether the sequence goes on; zero: for ever.
	AskAfter Wait `json:"ask_after,omitzero"`
}

// Facts are the fields and notes (note.NAME) of a person that a step leans on.
func (s Step) Facts() []string {
	list := append(slices.Clone(s.Needs), s.When.Facts()...)
	if s.On != nil && s.On.Fact != "" {
		list = append(list, s.On.Fact)
	}
	return list
}
