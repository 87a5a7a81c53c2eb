package sequences

import (
	"slices"
	"strings"
	"time"
)

// Person is everything that a decision may know of one prospect. It is the
// fold of the facts journaled about them; all times are UTC.
type Person struct {
	ID         int64             `json:"id"`
	Addresses  []string          `json:"addresses"` // lower-cased, the one written to first
	Fields     map[string]string `json:"fields,omitempty"`
	Notes      []Note            `json:"notes,omitempty"`
	Offset     *int              `json:"offset,omitempty"` // seconds east of UTC, from their own mails
	Enrolments []Enrolment       `json:"enrolments,omitempty"`
	Suppressed *Mark             `json:"suppressed,omitempty"` // never to be written to again
	// Turn says that it is the owner's turn: nothing goes out, in any
	// sequence, until someone resumes.
	Turn     *Mark    `json:"turn,omitempty"`
	Away     *Until   `json:"away,omitempty"`
	Snooze   *Until   `json:"snooze,omitempty"`
	Undated  int      `json:"undated,omitempty"` // absences in a row that named no date
	Timeline []Moment `json:"timeline,omitempty"`
	Seen     []string `json:"seen,omitempty"` // ids of the events applied
	Version  int      `json:"version"`        // events applied
}

// Enrolment is one person's way through one sequence.
type Enrolment struct {
	ID        int64     `json:"id"`
	Sequence  string    `json:"sequence"`
	Mailbox   string    `json:"mailbox"`
	Reason    string    `json:"reason"`            // why this person: asked us, referred by …, met at …
	Source    string    `json:"source"`            // where the address comes from
	History   string    `json:"history,omitempty"` // "ignore": the owner knows of the past
	At        time.Time `json:"at"`
	State     State     `json:"state"`
	Why       Reason    `json:"why"` // of the state
	Since     time.Time `json:"since"`
	Step      string    `json:"step,omitempty"` // the next step's id; empty when none is left
	Due       time.Time `json:"due,omitzero"`   // when something is to happen by itself; zero: never
	After     int64     `json:"after,omitempty"`
	Checked   bool      `json:"checked,omitempty"` // the past was looked at
	Done      []Done    `json:"done,omitempty"`
	Snoozes   int       `json:"snoozes,omitempty"`  // snoozes that ended
	Deferred  time.Time `json:"deferred,omitzero"`  // first refusal of the step under way that asked to try later
	Attempts  int       `json:"attempts,omitempty"` // of the step under way
	Uncertain bool      `json:"uncertain,omitempty"`
	Unplaced  int       `json:"unplaced,omitempty"` // mails of ours to them of which nobody knows which steps they were
	Thread    *Thread   `json:"thread,omitempty"`   // the owner's mail that it goes on from
	Approved  string    `json:"approved,omitempty"` // the step whose mail the owner said yes to
	Yes       *Yes      `json:"yes,omitempty"`      // which mail that was; nil where Approved is empty
}

// State is where an enrolment stands.
type State string

// The closed set of states of an enrolment.
const (
	StateScheduled  State = "scheduled"
	StateQueued     State = "queued"
	StateSending    State = "sending"
	StateAnswered   State = "answered"
	StateSnoozed    State = "snoozed"
	StateTask       State = "task" // the owner has something to do
	StateAway       State = "away"
	StateHeld       State = "held"
	StateStopped    State = "stopped"
	StateEnded      State = "ended"
	StateSuppressed State = "suppressed"
)

// Live says whether the sequence may still go on, by itself or by the owner's word.
func (s State) Live() bool {
	switch s {
	case StateStopped, StateEnded, StateSuppressed:
		return false
	}
	return true
}

// Moving says whether the sequence goes on from this state by itself, or once
// the owner has done a task of it.
func (s State) Moving() bool {
	switch s {
	case StateScheduled, StateQueued, StateSending, StateSnoozed, StateAway, StateTask:
		return true
	}
	return false
}

// Done is a step that is behind an enrolment.
type Done struct {
	Step  string    `json:"step"`
	How   How       `json:"how"`
	At    time.Time `json:"at"`
	Value string    `json:"value,omitempty"`
	Why   string    `json:"why,omitempty"` // it was passed over
	// Meant says that it was passed over as the sequence or the owner wants it, and
	// not for want of a day or of time.
	Meant bool `json:"meant,omitempty"`
}

// How is what became of a step.
type How string

// The closed set of what becomes of a step.
const (
	HowSent    How = "sent"
	HowDone    How = "done"    // a task, by the owner
	HowSkipped How = "skipped" // it wasn't for them, as Done.Why says
	HowGone    How = "gone"    // given up
)

// Mark is a standing decision about a person and what it was made on.
type Mark struct {
	Reason Reason    `json:"reason"`
	At     time.Time `json:"at"`
	Event  string    `json:"event,omitempty"`
	// Mail is the ledger's reference to the answer of which the reading alone made
	// this mark; empty where anything else did, or did so too.
	Mail string `json:"mail,omitempty"`
}

// Until is a wait of the whole person to a moment.
type Until struct {
	At     time.Time `json:"at"`
	Reason Reason    `json:"reason"`
	Event  string    `json:"event,omitempty"`
	Owner  bool      `json:"owner,omitempty"` // it is the owner's word, not theirs
}

// Note is something that the owner knows of a person; Key names it for
// templates (`note.estimator`), empty for free text.
type Note struct {
	Key  string    `json:"key,omitempty"`
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// Moment is one thing that happened between us and a person; standing and
// exchange balance are counted over them.
type Moment struct {
	At       time.Time `json:"at"`
	Kind     Happening `json:"kind"`
	Sequence string    `json:"sequence,omitempty"`
	Step     string    `json:"step,omitempty"`
	Value    string    `json:"value,omitempty"`
	Intent   string    `json:"intent,omitempty"`
	Signals  []string  `json:"signals,omitempty"`
	Words    string    `json:"words,omitempty"` // theirs, at most 300 bytes
	Mail     string    `json:"mail,omitempty"`  // the ledger's reference
}

// Happening is the kind of a Moment.
type Happening string

// The closed set of happenings.
const (
	HapSent       Happening = "sent"
	HapReply      Happening = "reply"
	HapAutoReply  Happening = "auto_reply"
	HapBounce     Happening = "bounce"
	HapSoftBounce Happening = "soft_bounce"
	HapOwnerWrote Happening = "owner_wrote"
	HapTask       Happening = "task_done" // Words: the owner's note on it
)

// Live is the enrolment that the person is in now, nil when there is none.
// One that waits behind another isn't it.
func (p *Person) Live() *Enrolment {
	for i := range p.Enrolments {
		if e := &p.Enrolments[i]; e.State.Live() && e.After == 0 {
			return e
		}
	}
	return nil
}

// Enrolment is the one with that id, nil when there is none.
func (p *Person) Enrolment(id int64) *Enrolment {
	for i := range p.Enrolments {
		if p.Enrolments[i].ID == id {
			return &p.Enrolments[i]
		}
	}
	return nil
}

// MayHaveMeant says whether the owner can still say that they asked for nothing
// of the kind: a reading, and nothing else, keeps them from being written to.
func (p *Person) MayHaveMeant() bool { return p.Suppressed != nil && p.Suppressed.Mail != "" }

// HasSeen says whether the event was applied already.
func (p *Person) HasSeen(event string) bool { return slices.Contains(p.Seen, event) }

// Note is the newest note with that key.
func (p *Person) Note(key string) (string, bool) {
	for _, n := range slices.Backward(p.Notes) {
		if strings.EqualFold(n.Key, key) {
			return n.Text, strings.TrimSpace(n.Text) != ""
		}
	}
	return "", false
}

// Has says whether a fact is known: a field's name, or note.NAME.
func (p *Person) Has(fact string) bool {
	if key, ok := strings.CutPrefix(fact, "note."); ok {
		_, known := p.Note(key)
		return known
	}
	return strings.TrimSpace(p.Fields[fact]) != ""
}

// country is where they are (ISO 3166-1 alpha-2): by the field "country", else by
// the field "timezone"; empty where neither tells.
func (p *Person) country() string {
	if country := Country(p.Fields); country != "" {
		return country
	}
	zone, err := LoadZone(p.Fields["timezone"])
	if err != nil {
		return ""
	}
	return ZoneCountry(zone.String())
}

// LastSent is when our last mail went to the person; zero when none did.
func (p *Person) LastSent() (at time.Time) {
	for _, m := range p.Timeline {
		if m.Kind == HapSent {
			at = laterOf(at, m.At)
		}
	}
	return at
}

// done says what became of a step; ok is false when it is still ahead.
func (e *Enrolment) done(step string) (Done, bool) {
	for _, d := range e.Done {
		if d.Step == step {
			return d, true
		}
	}
	return Done{}, false
}

// lastStep is when the enrolment's last mail went out, or its last task was
// done; ok is false where there was neither. A mail of before may have become
// known after it.
func (e *Enrolment) lastStep() (at time.Time, ok bool) {
	for _, d := range e.Done {
		if d.How == HowSent || d.How == HowDone {
			at, ok = laterOf(at, d.At), true
		}
	}
	return at, ok
}

// Begins says whether nothing of this enrolment went out since it began: what counts
// as sent did so before.
func (e *Enrolment) Begins() bool {
	for _, d := range e.Done {
		if d.How == HowSent && !d.At.Before(e.At) {
			return false
		}
	}
	return true
}

// FirstMail says whether nothing of this enrolment went out yet.
func (e *Enrolment) FirstMail() bool {
	for _, d := range e.Done {
		if d.How == HowSent {
			return false
		}
	}
	return true
}
