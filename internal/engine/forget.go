package engine

import (
	"errors"
	"fmt"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// forget removes a person from the ledger at the owner's word. Nobody is
// forgotten while a mail to them may be on its way: what became of it would
// have nowhere to stand, and nobody would know whom it was for.
func (e *Engine) forget(t *ledger.Tx, r ledger.Request, ask Ask) (Answer, error) {
	address := lower(ask.Address)
	person, err := personAt(t, address)
	if err != nil {
		return Answer{}, err
	}
	if person == 0 {
		return e.forgetStranger(t, r, address)
	}
	p, err := t.Person(person)
	if err != nil {
		return Answer{}, err
	}
	for i := range p.Enrolments {
		if e := &p.Enrolments[i]; e.State == sequences.StateSending {
			return Answer{Text: "a mail to them is on its way out this moment; try again in a minute"}, nil
		}
		if e := &p.Enrolments[i]; e.Uncertain {
			return Answer{Text: "a mail to them may or may not have gone out; settle that first (followupd reconcile " + address + ")"}, nil
		}
	}
	f, err := forgetNow(t, p, e.tombstone(r, p.ID))
	if err != nil {
		return Answer{}, err
	}
	return Answer{OK: true, Text: "is forgotten, and is never written to again", Forgotten: &f}, t.Blank(r.ID)
}

// forgetStranger removes what the past of a mailbox knows of an address that
// is nobody's: the address of somebody who was never enrolled.
func (e *Engine) forgetStranger(t *ledger.Tx, r ledger.Request, address string) (Answer, error) {
	if s, err := t.Suppressed(address); err == nil && s.Kind == ledger.KindForgotten {
		return Answer{Text: "was forgotten before"}, nil
	} else if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return Answer{}, err
	}
	f, err := forgetNow(t, sequences.Person{Addresses: []string{address}}, e.tombstone(r, 0))
	if err != nil {
		return Answer{}, err
	}
	return Answer{OK: true, Text: "nobody with that address was ever enrolled; it is never written to", Forgotten: &f}, t.Blank(r.ID)
}

func forgetNow(t *ledger.Tx, p sequences.Person, tombstone ledger.Entry) (f ledger.Forgotten, err error) {
	traces, err := ledger.NewTraces(p)
	if err != nil {
		return f, err
	}
	return t.Forget(p, traces, tombstone, true)
}

func (e *Engine) tombstone(r ledger.Request, person int64) ledger.Entry {
	return e.forgottenBy(sequences.Event{ID: fmt.Sprintf("request:%d", r.ID), Kind: sequences.EvForgotten, At: r.At, Person: person, By: r.By})
}

func (e *Engine) forgottenBy(ev sequences.Event) ledger.Entry {
	now, rules := e.now().UTC(), e.Rules()
	facts, effects, reason := sequences.Decide(rules.Plan, sequences.Person{}, ev, now)
	return ledger.Entry{At: now, Person: ev.Person, Event: ev, Facts: facts, Effects: effects, Reason: reason, Plan: rules.Hash, Rules: sequences.RulesVersion}
}
