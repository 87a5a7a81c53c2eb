package engine

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// otherwise are the fields that are known otherwise of a person, or not at all,
// with what they are to be. An empty value is one to be removed.
func otherwise(p *sequences.Person, fields map[string]string) map[string]string {
	out := maps.Clone(fields)
	maps.DeleteFunc(out, func(name, value string) bool { return p.Fields[name] == value })
	return out
}

// setFields changes what is known of a person. Where it is known already,
// nothing is journaled.
func (e *Engine) setFields(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	person, err := personAt(t, lower(ask.Address))
	if err != nil {
		return Answer{}, err
	}
	if person == 0 {
		return unknownPerson(ask.Address), nil
	}
	p, err := t.Person(person)
	if err != nil {
		return Answer{}, err
	}
	changed := otherwise(&p, ask.Order)
	if len(changed) == 0 {
		return Answer{OK: true, Text: "nothing changed: that was known already"}, nil
	}
	text, err := e.changeFields(t, fmt.Sprintf("request:%d", r.ID), r, &p, changed, done)
	if err != nil {
		return Answer{}, err
	}
	then, err := e.filled(t, r, ask, person, done)
	return Answer{OK: true, Text: text + then}, err
}

// filled lets a sequence go on that nothing held but gaps which are filled now, and
// says so, or what is missing still. A word of a mail sets nothing going: that one
// works for ever, and what causes mail doesn't.
func (e *Engine) filled(t *ledger.Tx, r ledger.Request, ask Ask, person int64, done *committed) (string, error) {
	p, err := t.Person(person)
	if err != nil {
		return "", err
	}
	live := p.Live()
	if live == nil || live.State != sequences.StateHeld || live.Why.Code != sequences.CodeHole || p.Turn != nil || ask.Answers != 0 {
		return heldStill(&p), nil
	}
	_, err = e.compose(t, &p, live, live.Step, e.now())
	var hole *holeError
	switch {
	case errors.As(err, &hole):
		return fmt.Sprintf("; their sequence is held still, for the mail lacks more: %s", hole.Error()), nil
	case err != nil:
		return "", err
	}
	reason, err := e.decide(t, sequences.Event{ID: fmt.Sprintf("request:%d:filled", r.ID), Kind: sequences.EvOrder, At: r.At, Person: person, By: r.By,
		Order: &sequences.Order{Verb: sequences.VerbResume}}, done)
	if err != nil || !carriedOut(reason) {
		return heldStill(&p), err
	}
	return "; their mail has no gap any more, and the sequence goes on", nil
}

// changeFields journals changed fields and says which they are.
func (e *Engine) changeFields(t *ledger.Tx, id string, r ledger.Request, p *sequences.Person, changed map[string]string, done *committed) (string, error) {
	_, err := e.decide(t, sequences.Event{ID: id, Kind: sequences.EvOrder, At: r.At, Person: p.ID, By: r.By,
		Order: &sequences.Order{Verb: sequences.VerbFields, Fields: changed}}, done)
	return "changed: " + strings.Join(slices.Sorted(maps.Keys(changed)), ", "), err
}

// heldStill reminds of a sequence that a filled hole alone doesn't set going.
func heldStill(p *sequences.Person) string {
	if live := p.Live(); live != nil && live.State == sequences.StateHeld {
		return "; their sequence is held all the same (" + live.Why.Text + "): followupd resume " + p.Addresses[0]
	}
	return ""
}

// updated takes up what a file says of somebody known beyond what was known: the
// names of the fields, and what there is to say of it.
func (e *Engine) updated(t *ledger.Tx, r ledger.Request, event string, p *sequences.Person, n Newcomer, done *committed) (names []string, text string, err error) {
	changed := otherwise(p, n.Fields)
	if len(changed) == 0 {
		return nil, "", nil
	}
	text, err = e.changeFields(t, event+":fields", r, p, changed, done)
	return slices.Sorted(maps.Keys(changed)), text + heldStill(p), err
}

// bounced says whether mail to a person came back for good, and nobody said
// since that it may be tried again.
func bounced(p *sequences.Person) bool {
	if p.Turn == nil {
		return false
	}
	return p.Turn.Reason.Code == sequences.CodeBounced || slices.ContainsFunc(p.Enrolments, func(e sequences.Enrolment) bool { return e.Why.Code == sequences.CodeBounced })
}
