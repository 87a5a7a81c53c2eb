package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// committed is what a transaction decided, to be heard of after its commit.
type committed struct {
	entries []ledger.Entry
	people  []sequences.Person
	asked   bool // a request was appended
}

// decide has the core decide about one event and stores everything that
// follows from it, in the transaction that it is given.
func (e *Engine) decide(t *ledger.Tx, ev sequences.Event, done *committed) (sequences.Reason, error) {
	// Some hold a Message-ID as a mail has it. In JSON other bytes than UTF-8 would not
	// stay what they are, and the entry would not be that of its event.
	ev.ID = strings.ToValidUTF8(ev.ID, "\uFFFD")
	seen, err := t.Decided(ev.ID)
	if err != nil {
		return sequences.Reason{}, err
	}
	if seen {
		return sequences.Reason{Code: sequences.CodeSeen, Text: "this was dealt with before"}, nil
	}
	p, err := t.Person(ev.Person)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return sequences.Reason{}, err
	}
	now, rules := e.now().UTC(), e.Rules()
	facts, effects, reason := sequences.Decide(rules.Plan, p, ev, now)
	if changesNothing(ev, facts, effects) {
		return reason, nil
	}
	for _, f := range facts {
		p = sequences.Apply(p, f)
	}
	entry := ledger.Entry{At: now, Person: p.ID, Event: ev, Facts: facts, Effects: effects, Reason: reason, Plan: rules.Hash, Rules: sequences.RulesVersion}
	if err := keep(t, rules, now); err != nil {
		return reason, err
	}
	if entry.Seq, err = t.Journal(entry); err != nil {
		return reason, err
	}
	if err := t.SavePerson(p, now); err != nil {
		return reason, err
	}
	done.entries, done.people = append(done.entries, entry), append(done.people, p)
	for _, effect := range effects {
		if err := e.carryOut(t, effect, entry, p, done); err != nil {
			return reason, fmt.Errorf("carry out %s: %w", effect.Kind, err)
		}
	}
	if err := e.setback(t, entry, &p); err != nil {
		return reason, fmt.Errorf("count setbacks: %w", err)
	}
	return reason, nil
}

// changesNothing says whether an event left no trace but that it was seen: a
// refused enrolment or a moment that came too early is not worth a line.
func changesNothing(ev sequences.Event, facts []sequences.Fact, effects []sequences.Effect) bool {
	switch ev.Kind {
	case sequences.EvRemind:
		return len(effects) == 0 // it tells, and changes nothing about anyone
	case sequences.EvEnrol, sequences.EvDue, sequences.EvBegin, sequences.EvOrder, sequences.EvEdited, sequences.EvPutBack:
	default:
		return len(facts) == 0
	}
	return !slices.ContainsFunc(facts, func(f sequences.Fact) bool { return f.Kind != sequences.FactSeen })
}

// carryOut makes an effect part of the transaction: the outbox, the list of
// suppressions and the mails to the owner are rows of the same ledger.
func (e *Engine) carryOut(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person, done *committed) error {
	switch effect.Kind {
	case sequences.EffSend:
		return e.queue(t, effect, entry, p, done)
	case sequences.EffDraft:
		return e.layDraft(t, effect, entry, p, done)
	case sequences.EffCancel:
		return t.Cancel(effect.Enrolment, effect.Step, entry.At)
	case sequences.EffSuppress:
		for _, a := range effect.Addresses {
			if err := t.Suppress(ledger.Suppression{Kind: ledger.KindAddress, Value: a, Why: entry.Reason.Text, By: by(entry.Event), At: entry.At}); err != nil {
				return err
			}
		}
		return nil
	case sequences.EffLift:
		for _, a := range effect.Addresses {
			if err := t.Lift(a, effect.At); err != nil {
				return err
			}
		}
		// Nor does the past know of an opt-out, for an enrolment to come.
		kept, ok, err := keptOf(t, entry.Event.Order.Mail)
		if err != nil || !ok {
			return err
		}
		return t.Unread(kept.Mailbox, kept.Sender, ledger.PastOptedOut, kept.ReceivedAt)
	case sequences.EffNotify:
		if effect.Notice == sequences.NoticeApprove {
			return e.askApproval(t, effect, entry, p, done)
		}
		return e.announce(t, effect, entry, p)
	}
	return nil // a wake-up stands in the enrolment's due column
}

// TheirMail stands for who asked where a mail of theirs did, not the owner.
const TheirMail = "their own mail"

func by(ev sequences.Event) string {
	if ev.By != "" {
		return ev.By
	}
	return TheirMail
}

// queue claims a step in the outbox, once it is sure that its mail can be made
// without a hole in it.
func (e *Engine) queue(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person, done *committed) error {
	enrolment := p.Enrolment(effect.Enrolment)
	if enrolment == nil || len(p.Addresses) == 0 {
		return errors.New("no enrolment or no address")
	}
	again := entry.Event.Kind == sequences.EvOrder && entry.Event.Order.Verb == sequences.VerbSendAgain
	if again {
		if err := t.Unmark(enrolment.ID, effect.Step); err != nil {
			return err
		}
	}
	before, err := t.OutOf(enrolment.ID, effect.Step)
	if err == nil && before.State == ledger.OutWithdrawing {
		_, err = e.decide(t, sequences.Event{ID: fmt.Sprintf("draft-lies:%d", entry.Seq), Kind: sequences.EvDraftLies, At: entry.At, Person: p.ID,
			Enrolment: enrolment.ID, Step: effect.Step}, done)
		return err
	}
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	err = t.Queue(e.outOf(&p, enrolment, effect.Step, entry.At))
	if err == nil {
		_, err = e.compose(t, &p, enrolment, effect.Step, entry.At)
	}
	return e.orHole(t, err, effect, entry, p, done)
}

// outOf is the outbox row of a step's mail, without its bytes.
func (e *Engine) outOf(p *sequences.Person, enrolment *sequences.Enrolment, stepID string, at time.Time) ledger.Out {
	step, _ := e.Rules().Plan.Sequences[enrolment.Sequence].StepOf(stepID)
	return ledger.Out{Person: p.ID, Enrolment: enrolment.ID, Step: stepID, Mailbox: enrolment.Mailbox, Sequence: enrolment.Sequence,
		Recipient: p.Addresses[0], Value: step.Value, MessageID: e.messageID(enrolment, stepID), Token: e.token(enrolment, stepID), QueuedAt: at,
		First: enrolment.FirstMail(), Unsubscribe: e.unsubscribeToken(enrolment)}
}

func (e *Engine) announce(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person) error {
	a, err := e.announcement(t, effect, entry, p)
	if err != nil {
		return err
	}
	if err := e.handOver(t, a); err != nil {
		return err
	}
	return e.tellOf(t, a)
}

// announcement is what the owner is told of by an effect.
func (e *Engine) announcement(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person) (Announcement, error) {
	a := Announcement{Notice: effect.Notice, Entry: entry, Person: p, Enrolment: effect.Enrolment, Plan: e.Rules().Plan}
	if enrolment := p.Enrolment(effect.Enrolment); enrolment != nil {
		a.Mailbox = enrolment.Mailbox
	}
	if m := entry.Event.Mail; m != nil {
		if a.Mailbox == "" {
			a.Mailbox = m.Mailbox
		}
		var ref int64
		if _, err := fmt.Sscan(m.Ref, &ref); err == nil {
			if kept, err := t.MailByID(ref); err == nil {
				a.Mail = &kept
			}
		}
	}
	if b := e.box(a.Mailbox); b != nil {
		a.Drafts = b.Handover.Draft
	}
	if entry.Event.Kind == sequences.EvRemind {
		of, err := t.EntryOf(entry.Event.Of)
		if err != nil {
			return a, fmt.Errorf("what the owner is reminded of: %w", err)
		}
		a.Of = &of
	}
	return a, nil
}

func (e *Engine) tellOf(t *ledger.Tx, a Announcement) error {
	m, err := e.herald.Announce(t, a)
	if err != nil {
		return err
	}
	m.Event, m.RemindAfter = a.Entry.Event.ID, e.remindAfter(a)
	if a.Wants != nil {
		m.Asks = a.Wants.asks
	}
	if err := e.gatherLater(t, a, &m); err != nil {
		return err
	}
	if err := t.Tell(m); err != nil {
		return err
	}
	return e.addHook(t, a, m.Key)
}

// known is the address by which somebody is known, for the log.
func known(p sequences.Person) string {
	if len(p.Addresses) == 0 {
		return fmt.Sprintf("number %d", p.ID)
	}
	return p.Addresses[0]
}

// hear tells of what was committed, and wakes those who wait for it.
func (e *Engine) hear(done committed) {
	for i, entry := range done.entries {
		p := done.people[i]
		e.log.Info("decided", "person", known(p), "event", entry.Event.Kind, "reason", entry.Reason.Code, "entry", entry.Seq)
		e.heard(entry, p)
	}
	if done.asked {
		nudge(e.kick)
	}
	if len(done.entries) > 0 {
		nudge(e.kick)
		nudge(e.told)
		e.wakeSenders()
	}
}

// batch is how many enrolments are decided on in one transaction.
const batch = 200

// decideAll decides on enrolments in one transaction; where that fails, on each
// in one of its own, so that one on which nothing can be decided holds up
// nobody else. It gives the number of decisions; failures are logged, and tried
// again with the next round.
func (e *Engine) decideAll(ctx context.Context, list []ledger.DueEnrolment, one func(*ledger.Tx, ledger.DueEnrolment, *committed) error) (decided int, err error) {
	if len(list) == 0 {
		return 0, nil
	}
	all := func(list []ledger.DueEnrolment) error {
		return e.transact(ctx, func(t *ledger.Tx, done *committed) error {
			for _, d := range list {
				if err := one(t, d, done); err != nil {
					return fmt.Errorf("enrolment %d: %w", d.ID, err)
				}
			}
			decided += len(done.entries)
			return nil
		})
	}
	if err = all(list); err == nil || ctx.Err() != nil {
		return decided, err
	}
	decided = 0
	var failed []error
	for i := range list {
		if err := all(list[i : i+1]); err != nil {
			failed = append(failed, err)
		}
		if ctx.Err() != nil {
			return decided, ctx.Err()
		}
	}
	if len(failed) > 0 {
		e.log.Error("nothing can be decided on some people; it is tried again", "people", len(failed), "first", failed[0])
	}
	return decided, nil
}

// due brings every event whose moment has come, and says when the next one
// does; zero when nothing waits.
func (e *Engine) due(ctx context.Context) (time.Time, error) {
	for {
		var due []ledger.DueEnrolment
		err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			due, err = t.Due(e.now(), batch, e.goneNames())
			return err
		})
		if err != nil {
			return time.Time{}, fmt.Errorf("find what is due: %w", err)
		}
		decided, err := e.decideAll(ctx, due, func(t *ledger.Tx, d ledger.DueEnrolment, done *committed) error {
			p, err := t.Person(d.Person)
			if err != nil {
				return err
			}
			ev := sequences.Event{ID: fmt.Sprintf("due:%d:%d", d.ID, p.Version), Kind: sequences.EvDue, At: d.Due, Person: d.Person, Enrolment: d.ID}
			_, err = e.decide(t, ev, done)
			return err
		})
		if err != nil {
			return time.Time{}, fmt.Errorf("take in what is due: %w", err)
		}
		if decided == 0 {
			break
		}
		if err := e.breathe(ctx); err != nil {
			return time.Time{}, err
		}
	}
	var next time.Time
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		next, err = t.NextDue(e.now())
		return err
	})
	return next, err
}

// transact runs f in one transaction and tells of its decisions once they are
// committed.
func (e *Engine) transact(ctx context.Context, f func(*ledger.Tx, *committed) error) error {
	var done committed
	if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return f(t, &done) }); err != nil {
		return err
	}
	e.hear(done)
	return nil
}
