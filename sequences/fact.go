package sequences

import (
	"slices"
	"time"
)

// Fact is one change of one person's state. A fact once journaled keeps its
// meaning for ever: the state is the fold of all facts, whatever version of
// the rules wrote them.
type Fact struct {
	Kind      FactKind          `json:"kind"`
	Enrolment int64             `json:"enrolment,omitempty"`
	ID        int64             `json:"id,omitempty"`
	Addresses []string          `json:"addresses,omitempty"`
	Fields    map[string]string `json:"fields,omitempty"`
	Enrol     *Enrolment        `json:"enrol,omitempty"`
	Move      *Move             `json:"move,omitempty"`
	Done      *Done             `json:"done,omitempty"`
	Mark      *Mark             `json:"mark,omitempty"`
	Until     *Until            `json:"until,omitempty"`
	Note      *Note             `json:"note,omitempty"`
	Moment    *Moment           `json:"moment,omitempty"`
	Count     int               `json:"count,omitempty"`
	Event     string            `json:"event,omitempty"`
	Step      string            `json:"step,omitempty"`
	Approved  *Yes              `json:"approved,omitempty"`
}

// Yes is what the owner said yes to.
type Yes struct {
	Mail string    `json:"mail,omitempty"` // names the mail as they were shown it
	At   time.Time `json:"at"`
}

// FactKind is the kind of a Fact.
type FactKind string

// The closed set of facts.
const (
	FactCreated    FactKind = "created"    // ID, Addresses, Fields
	FactSeen       FactKind = "seen"       // Event was applied
	FactAddress    FactKind = "address"    // Addresses became known
	FactFields     FactKind = "fields"     // Fields changed; an empty value removes one
	FactOffset     FactKind = "offset"     // Count: seconds east of UTC
	FactEnrolled   FactKind = "enrolled"   // Enrol
	FactMoved      FactKind = "moved"      // Enrolment, Move
	FactDone       FactKind = "done"       // Enrolment, Done
	FactChecked    FactKind = "checked"    // Enrolment: the past was looked at
	FactUncertain  FactKind = "uncertain"  // Enrolment; Count 1: a mail may have gone out, 0: settled
	FactAttempts   FactKind = "attempts"   // Enrolment, Count
	FactDeferred   FactKind = "deferred"   // Enrolment, Until.At: first deferral; nil Until clears
	FactSnoozes    FactKind = "snoozes"    // Enrolment, Count
	FactApproved   FactKind = "approved"   // Enrolment, Step: the owner said yes to its mail
	FactUnplaced   FactKind = "unplaced"   // Enrolment, Count
	FactNext       FactKind = "next"       // Enrolment: it no longer waits behind another
	FactTurn       FactKind = "turn"       // Mark; nil clears
	FactSuppressed FactKind = "suppressed" // Mark
	FactAway       FactKind = "away"       // Until; nil clears
	FactSnoozed    FactKind = "snoozed"    // Until; nil clears
	FactUndated    FactKind = "undated"    // Count
	FactNoted      FactKind = "noted"      // Note
	FactMoment     FactKind = "moment"     // Moment
)

// Move is an enrolment's new state. Step and Due replace what was.
type Move struct {
	State State     `json:"state"`
	Why   Reason    `json:"why"`
	At    time.Time `json:"at"`
	Step  string    `json:"step,omitempty"`
	Due   time.Time `json:"due,omitzero"`
	// Withdrawn says that a task of the owner's is off, for now or for good.
	Withdrawn bool `json:"withdrawn,omitempty"`
}

// Apply is the person after one more fact. It changes nothing that its argument
// holds, and shares with it what stays as it was: neither is to be written to.
// Facts that it does not know are passed over.
func Apply(p Person, f Fact) Person {
	switch f.Kind {
	case FactCreated:
		p.ID, p.Addresses, p.Fields = f.ID, slices.Clone(f.Addresses), cloneMap(f.Fields)
	case FactSeen:
		p.Seen = with(p.Seen, f.Event)
		p.Version++
	case FactAddress:
		p.Addresses = with(p.Addresses, f.Addresses...)
	case FactFields:
		p.Fields = merged(p.Fields, f.Fields)
	case FactOffset:
		offset := f.Count
		p.Offset = &offset
	case FactEnrolled:
		if f.Enrol != nil {
			p.Enrolments = with(p.Enrolments, f.Enrol.clone())
		}
	case FactTurn:
		p.Turn = f.Mark
	case FactSuppressed:
		p.Suppressed = f.Mark
	case FactAway:
		p.Away = f.Until
	case FactSnoozed:
		p.Snooze = f.Until
	case FactUndated:
		p.Undated = f.Count
	case FactNoted:
		if f.Note != nil {
			p.Notes = with(p.Notes, *f.Note)
		}
	case FactMoment:
		if f.Moment != nil {
			p.Timeline = remember(p.Timeline, *f.Moment)
		}
	default:
		if i := p.concerned(f); i >= 0 {
			p.Enrolments = slices.Clone(p.Enrolments)
			p.Enrolments[i].apply(f)
		}
	}
	return p
}

// concerned is the place of the enrolment that a fact changes; -1 where it changes none.
func (p *Person) concerned(f Fact) int {
	switch f.Kind {
	case FactMoved, FactDone, FactChecked, FactUncertain, FactAttempts, FactDeferred, FactSnoozes, FactApproved, FactUnplaced, FactNext:
		return slices.IndexFunc(p.Enrolments, func(e Enrolment) bool { return e.ID == f.Enrolment })
	}
	return -1
}

// with is a list with more at its end, in memory of its own: two persons may
// have grown from the same one.
func with[T any](list []T, more ...T) []T { return append(slices.Clip(list), more...) }

// apply changes an enrolment that is a copy already, though what it holds isn't.
func (e *Enrolment) apply(f Fact) {
	switch f.Kind {
	case FactMoved:
		if m := f.Move; m != nil {
			e.State, e.Why, e.Since, e.Step, e.Due = m.State, m.Why, m.At, m.Step, m.Due
		}
	case FactDone:
		if f.Done != nil {
			e.Done = with(e.Done, *f.Done)
		}
	case FactChecked:
		e.Checked = true
	case FactUncertain:
		e.Uncertain = f.Count == 1
	case FactAttempts:
		e.Attempts = f.Count
	case FactDeferred:
		e.Deferred = time.Time{}
		if f.Until != nil {
			e.Deferred = f.Until.At
		}
	case FactSnoozes:
		e.Snoozes = f.Count
	case FactApproved:
		e.Approved, e.Yes = f.Step, f.Approved
	case FactUnplaced:
		e.Unplaced = f.Count
	case FactNext:
		e.After = 0
	}
}

// remember adds a moment; one about the same mail replaces the one before, so
// that a corrected reading isn't counted twice.
func remember(timeline []Moment, m Moment) []Moment {
	for i := range timeline {
		if m.Mail != "" && timeline[i].Mail == m.Mail {
			m.At = timeline[i].At
			timeline = slices.Clone(timeline)
			timeline[i] = m
			return timeline
		}
	}
	return with(timeline, m)
}

// Fold is the person that a run of facts makes of nothing.
func Fold(facts []Fact) Person {
	var p Person
	for _, f := range facts {
		p = Apply(p, f)
	}
	return p
}

func (e Enrolment) clone() Enrolment {
	e.Done = slices.Clone(e.Done)
	return e
}

func cloneMap(m map[string]string) map[string]string { return merged(nil, m) }

// merged is a with b over it; an empty value of b removes the key.
func merged(a, b map[string]string) map[string]string {
	out := make(map[string]string, len(a)+len(b))
	for k, v := range a {
		out[k] = v
	}
	for k, v := range b {
		if v == "" {
			delete(out, k)
		} else {
			out[k] = v
		}
	}
	return out
}
