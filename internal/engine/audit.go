package engine

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Audit is what a check of a ledger found.
type Audit struct {
	Rules       string       `json:"rules"` // the version that decided again
	People      int          `json:"people"`
	Entries     int          `json:"entries"`
	Again       int          `json:"decided_again"`
	File        []string     `json:"file"` // findings of the file's own check
	Differences []Difference `json:"differences"`
}

// Sound says that nothing was found.
func (a Audit) Sound() bool { return len(a.File) == 0 && len(a.Differences) == 0 }

// Difference is the first thing in which somebody's state or one of their
// decisions differs from what the journal makes of it.
type Difference struct {
	Person int64  `json:"person"`
	Name   string `json:"name,omitempty"`
	Entry  int64  `json:"entry,omitempty"`
	What   string `json:"what"`
	Stored string `json:"stored,omitempty"`
	Again  string `json:"again,omitempty"`
}

// CheckLedger folds everyone's journaled facts and compares the outcome with
// what is stored, and decides again what this version of the rules decided
// before. told hears now and then how many entries are done. The ledger is
// read as it was at one moment.
func CheckLedger(ctx context.Context, l *ledger.Ledger, told func(done, all int)) (Audit, error) {
	a := &auditor{told: told, plans: map[string]sequences.Plan{},
		audit: Audit{Rules: sequences.RulesVersion, File: []string{}, Differences: []Difference{}}}
	found, err := l.Integrity(ctx)
	a.audit.File = append(a.audit.File, found...)
	var damaged *ledger.DamagedError
	if errors.As(err, &damaged) {
		a.audit.File = append(a.audit.File, damaged.Err.Error())
		return a.audit, nil // what else can be read of it proves nothing
	}
	if err != nil {
		return a.audit, fmt.Errorf("check the file: %w", err)
	}
	err = l.Read(ctx, func(t *ledger.Tx) error {
		a.t = t
		return a.run()
	})
	if errors.As(err, &damaged) {
		a.audit.File = append(a.audit.File, damaged.Err.Error())
		err = nil
	}
	return a.audit, err
}

// auditor checks one person after the other.
type auditor struct {
	t     *ledger.Tx
	audit Audit
	told  func(done, all int)
	all   int
	plans map[string]sequences.Plan

	person  int64 // whose entries come now
	folded  sequences.Person
	differs bool // something of this person is told already
	seen    int  // people with a journal
}

func (a *auditor) run() (err error) {
	if a.all, err = a.t.CountEntries(); err != nil {
		return err
	}
	if a.audit.People, err = a.t.CountPeople(); err != nil {
		return err
	}
	if err := a.t.WholeJournal(a.entry); err != nil {
		return err
	}
	if err := a.ended(); err != nil {
		return err
	}
	if a.seen >= a.audit.People {
		return nil
	}
	return a.withoutJournal()
}

// entry takes in one entry; those of one person come one after the other.
func (a *auditor) entry(e ledger.Entry) error {
	if e.Person != a.person {
		if err := a.ended(); err != nil {
			return err
		}
		a.person, a.folded, a.differs = e.Person, sequences.Person{}, false
	}
	a.audit.Entries++
	a.told(a.audit.Entries, a.all)
	if e.Rules == sequences.RulesVersion && !a.differs {
		if err := a.again(e); err != nil {
			return err
		}
	}
	for _, f := range e.Facts {
		a.folded = sequences.Apply(a.folded, f)
	}
	return nil
}

// again decides an entry again, on the state that its facts before make.
func (a *auditor) again(e ledger.Entry) error {
	plan, err := a.plan(e.Plan)
	if errors.Is(err, ledger.ErrNotFound) {
		a.differ(Difference{Entry: e.Seq, What: fmt.Sprintf("the plan %.12s that it was decided by is not kept", e.Plan)})
		return nil
	}
	if err != nil {
		return err
	}
	a.audit.Again++
	facts, effects, reason := sequences.Decide(plan, a.folded, e.Event, e.At)
	for _, part := range []struct {
		name          string
		stored, again any
	}{{"reason", e.Reason, reason}, {"facts", orEmpty(e.Facts), orEmpty(facts)}, {"effects", orEmpty(e.Effects), orEmpty(effects)}} {
		same, stored, again, err := alike(part.stored, part.again)
		if err != nil {
			return err
		}
		if !same {
			a.differ(Difference{Entry: e.Seq, What: fmt.Sprintf("the %s of this decision on %q would be another one now", part.name, e.Event.Kind), Stored: stored, Again: again})
			return nil
		}
	}
	return nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func (a *auditor) plan(hash string) (sequences.Plan, error) {
	if p, ok := a.plans[hash]; ok {
		return p, nil
	}
	p, err := a.t.PlanByHash(hash)
	if err == nil {
		a.plans[hash] = p
	}
	return p, err
}

// ended compares the person whose entries have ended with what is stored.
func (a *auditor) ended() error {
	if a.person == 0 || a.folded.ID == 0 {
		return nil
	}
	a.seen++
	stored, err := a.t.Person(a.person)
	if errors.Is(err, ledger.ErrNotFound) {
		a.differ(Difference{What: "has a journal and no stored state"})
		return nil
	}
	if err != nil {
		return err
	}
	same, was, is, err := alike(stored, a.folded)
	if err != nil {
		return err
	}
	if !same {
		a.differ(Difference{What: "the stored state is not what the journal makes", Stored: was, Again: is})
		return nil
	}
	return a.columns(&stored)
}

// columns compares the copies that queries use with the state that they are
// taken from.
func (a *auditor) columns(p *sequences.Person) error {
	rows, err := a.t.EnrolmentsOf(p.ID)
	if err != nil {
		return err
	}
	var want []ledger.EnrolmentRow
	live := p.Live()
	for _, e := range p.Enrolments {
		want = append(want, ledger.EnrolmentRow{ID: e.ID, Person: p.ID, Sequence: e.Sequence, Mailbox: e.Mailbox, Step: e.Step, State: e.State,
			Live: live != nil && live.ID == e.ID, First: e.FirstMail(), Due: e.Due.UTC(), Since: e.Since.UTC()})
	}
	slices.SortFunc(want, func(a, b ledger.EnrolmentRow) int { return cmp.Compare(a.ID, b.ID) })
	same, stored, again, err := alike(orEmpty(rows), orEmpty(want))
	if err == nil && !same {
		a.differ(Difference{What: "the columns that lists are made from differ from the stored state", Stored: stored, Again: again})
	}
	return err
}

func (a *auditor) differ(d Difference) {
	if a.differs {
		return
	}
	a.differs = true
	d.Person, d.Name = a.person, ledger.Name(a.folded)
	a.audit.Differences = append(a.audit.Differences, d)
}

// withoutJournal finds those whose stored state comes from nowhere.
func (a *auditor) withoutJournal() error {
	return a.t.WithoutJournal(func(p sequences.Person) error {
		a.audit.Differences = append(a.audit.Differences, Difference{Person: p.ID, Name: ledger.Name(p), What: "has a stored state and no journal"})
		return nil
	})
}

// alike compares two values as the ledger writes them, and gives the parts of
// both from where they begin to differ.
func alike(a, b any) (same bool, was, is string, err error) {
	left, err := json.Marshal(a)
	if err != nil {
		return false, "", "", err
	}
	right, err := json.Marshal(b)
	if err != nil || bytes.Equal(left, right) {
		return err == nil, "", "", err
	}
	at := 0
	for at < min(len(left), len(right)) && left[at] == right[at] {
		at++
	}
	from := bytes.LastIndexByte(left[:at], ',') + 1
	return false, around(left, from), around(right, from), nil
}

// around is the part of a text that begins somewhere, as much as fits a line.
func around(text []byte, from int) string {
	const most = 200
	from = min(from, len(text))
	if len(text)-from > most {
		return clip(string(text[from:]), most) + "…"
	}
	return string(text[from:])
}
