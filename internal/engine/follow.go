package engine

import (
	"context"
	"errors"
	"fmt"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// followedSetting holds the version of the sequences that everyone under way
// stands and waits by.
const followedSetting = "versions.followed"

// moved are the sequences whose people may stand elsewhere, or wait for
// another time, by a plan than by the one that they follow. Before a daemon
// ever worked here, nothing is known of that: then it is none.
func moved(t *ledger.Tx, plan sequences.Plan, hash string) (map[string]bool, error) {
	followed, err := t.Setting(followedSetting)
	if err != nil || followed == hash || followed == "" {
		return nil, err
	}
	before, err := t.PlanByHash(followed)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return nil, err
	}
	out := map[string]bool{}
	for name := range plan.Sequences {
		if plan.MovesPeople(name, before) {
			out[name] = true
		}
	}
	return out, nil
}

// followFrom notes which version the first people follow.
func (e *Engine) followFrom(t *ledger.Tx) error {
	followed, err := t.Setting(followedSetting)
	if err != nil || followed != "" {
		return err
	}
	rules := e.Rules()
	if err := keep(t, rules, e.now().UTC()); err != nil {
		return err
	}
	return t.Set(followedSetting, rules.Hash)
}

// follow has everyone under way follow the edits that were taken up since they
// last did. What changes for nobody costs no entry in the journal.
func (e *Engine) follow(ctx context.Context) error {
	rules := e.Rules()
	if e.followed == rules.Hash {
		return nil
	}
	var sequences map[string]bool
	var put PutBack
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		if put, err = ReadPutBack(t); err != nil {
			return err
		}
		if sequences, err = moved(t, rules.Plan, rules.Hash); err != nil {
			return err
		}
		followed, err := t.Setting(followedSetting)
		if followed == "" { // people may have come in by commands alone
			sequences = map[string]bool{}
			for name := range rules.Plan.Sequences {
				sequences[name] = true
			}
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("see what was edited: %w", err)
	}
	for last := int64(0); len(sequences) > 0; {
		next, err := e.followSome(ctx, rules, sequences, last, put.unfollowed())
		if err != nil {
			return fmt.Errorf("follow the edits: %w", err)
		}
		if next == last {
			break
		}
		if last = next; e.Rules().Hash != rules.Hash {
			return nil // edited again: from the beginning
		}
		if err := e.breathe(ctx); err != nil {
			return err
		}
	}
	err = e.ledger.Write(ctx, func(t *ledger.Tx) error {
		if err := keep(t, rules, e.now().UTC()); err != nil {
			return err
		}
		if put.unfollowed() != nil {
			put.Followed = true
			if err := writeSetting(t, putBackSetting, put); err != nil {
				return err
			}
		}
		return t.Set(followedSetting, rules.Hash)
	})
	if err == nil {
		e.followed = rules.Hash
	}
	return err
}

// followSome takes the next enrolments in the order of their ids, and gives the
// last one that it looked at.
func (e *Engine) followSome(ctx context.Context, rules Rules, moved map[string]bool, last int64, put *sequences.PutBack) (int64, error) {
	var follow []ledger.DueEnrolment
	err := e.ledger.Read(ctx, func(t *ledger.Tx) error {
		return t.UnderWayOrHeld(last, batch, func(r ledger.EnrolmentRow) error {
			last = r.ID
			if !moved[r.Sequence] {
				return nil
			}
			p, err := t.Person(r.Person)
			if err != nil {
				return err
			}
			ev := editedEvent(rules, &p, r.ID)
			ev.PutBack = put
			if facts, effects, _ := sequences.Decide(rules.Plan, p, ev, e.now().UTC()); !changesNothing(ev, facts, effects) {
				follow = append(follow, ledger.DueEnrolment{ID: r.ID, Person: r.Person})
			}
			return nil
		})
	})
	if err != nil {
		return last, err
	}
	_, err = e.decideAll(ctx, follow, func(t *ledger.Tx, d ledger.DueEnrolment, done *committed) error {
		p, err := t.Person(d.Person)
		if err != nil {
			return err
		}
		ev := editedEvent(rules, &p, d.ID)
		ev.PutBack = put
		ev.At = e.now().UTC()
		_, err = e.decide(t, ev, done)
		return err
	})
	return last, err
}

func editedEvent(rules Rules, p *sequences.Person, enrolment int64) sequences.Event {
	return sequences.Event{ID: fmt.Sprintf("edited:%.12s:%d:%d", rules.Hash, enrolment, p.Version), Kind: sequences.EvEdited, Person: p.ID, Enrolment: enrolment}
}

// follow has the people of a forecast follow edits that nobody followed yet:
// they stand and wait as they will once the edits are taken up.
func (s *foresight) follow(hash string) error {
	moved, err := moved(s.t, s.asked, hash)
	if err != nil || len(moved) == 0 {
		return err
	}
	var rows []ledger.EnrolmentRow
	for _, r := range s.rows {
		if !moved[r.Sequence] || r.State != sequences.StateScheduled && r.State != sequences.StateQueued && r.State != sequences.StateTask {
			rows = append(rows, r)
		}
	}
	for last := int64(0); ; {
		var some []ledger.EnrolmentRow
		before := last
		err := s.t.UnderWay(last, mostBatch, func(r ledger.EnrolmentRow) error {
			last = r.ID
			if moved[r.Sequence] {
				some = append(some, r)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if last == before {
			break
		}
		if rows, err = s.followSome(some, rows); err != nil {
			return err
		}
	}
	s.rows = rows
	return nil
}

// followSome adds those of some enrolments to rows of which something comes in
// the time of the forecast, as they stand after the edit.
func (s *foresight) followSome(some, rows []ledger.EnrolmentRow) ([]ledger.EnrolmentRow, error) {
	var decide []*ledger.EnrolmentRow
	for i := range some {
		if !s.stays(&some[i]) {
			decide = append(decide, &some[i])
		}
	}
	if err := s.read(decide); err != nil {
		return rows, err
	}
	onAll(len(decide), func(i int) {
		if w := s.walks[decide[i].Person]; w != nil {
			w.decide(sequences.Event{Kind: sequences.EvEdited, Enrolment: decide[i].ID}, s.out.From)
		}
	})
	for i := range some {
		r := &some[i]
		if w := s.walks[r.Person]; w != nil && !s.followed(w, r) {
			continue
		}
		if r.Due.IsZero() || r.State == sequences.StateTask {
			r.Due = r.Since
		}
		if !r.Due.After(s.out.To) {
			rows = append(rows, *r)
		}
	}
	return rows, nil
}

// stays says of an enrolment, whoever it is of, that an edit leaves it where it
// is: its mail is in the outbox, or its task with the owner, and the step is
// still there.
func (s *foresight) stays(r *ledger.EnrolmentRow) bool {
	return r.State != sequences.StateScheduled && has(s.plan, r.Sequence, r.Step)
}

// followed gives an enrolment as it stands after the edit, and forgets the
// person again where it stands as before. moving is false where it goes no
// further.
func (s *foresight) followed(w *walk, r *ledger.EnrolmentRow) (moving bool) {
	s.passedOver(w, r.ID)
	e := w.p.Enrolment(r.ID)
	if !e.State.Moving() {
		s.stop(w, r.ID, e.Why, s.out.From)
		s.begin(w)
		return false
	}
	if r.Step == e.Step && r.State == e.State && r.Due.Equal(e.Due) && r.Since.Equal(e.Since) {
		delete(s.walks, r.Person)
		return true
	}
	r.Step, r.State, r.Due, r.Since, r.First = e.Step, e.State, e.Due, e.Since, e.FirstMail()
	return true
}
