package engine

import (
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// origin is the step that a mail of ours was made for.
type origin struct {
	person    int64
	enrolment int64
	step      string
}

// snoozesTried is how many mails that end a snooze are looked for of an enrolment.
const snoozesTried = 6

// marks are the ids of a mail that may have been made here, without what stands
// behind their @: the mailbox may have had another address then.
type marks struct{ messages, tokens []string }

// formed are those of some ids that have our form. Of whom they are, if of
// anybody, only the install secret tells.
func formed(ids ...string) (macs []string) {
	for _, id := range ids {
		mac, _, _ := strings.Cut(strings.ToLower(id), "@")
		if len(mac) == 32 && strings.Trim(mac, "abcdefghijklmnopqrstuvwxyz234567") == "" && !slices.Contains(macs, mac) {
			macs = append(macs, mac)
		}
	}
	return macs
}

func (m marks) none() bool { return len(m.messages)+len(m.tokens) == 0 }

// of says whether one of them was made for a step of an enrolment.
func (m marks) of(e *Engine, enrolment int64, step string) bool {
	made := &sequences.Enrolment{ID: enrolment}
	return len(m.messages) > 0 && slices.Contains(m.messages, e.mac("message", made, step)) ||
		len(m.tokens) > 0 && slices.Contains(m.tokens, e.mac("token", made, step))
}

// originsOf finds for which steps some ids were made, by making the ids of all
// steps anew: no row of the outbox has them where the mails were sent by another
// copy of the ledger. Nobody can guess an id, so whoever shows one has that mail.
// They are looked for among the people near first, and among all others only where
// none is of those.
func (e *Engine) originsOf(t *ledger.Tx, m marks, near ...int64) (found []origin, err error) {
	if found, err = e.originsAmong(t, m, near); len(found) > 0 || err != nil || m.none() {
		return found, err
	}
	return found, t.Enrolments(func(r ledger.EnrolmentRow) error {
		found = e.originsIn(r, m, found)
		return nil
	})
}

// originsAmong is originsOf for some people alone.
func (e *Engine) originsAmong(t *ledger.Tx, m marks, people []int64) (found []origin, err error) {
	if m.none() {
		return nil, nil
	}
	for _, person := range people {
		rows, err := t.EnrolmentsOf(person)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found = e.originsIn(r, m, found)
		}
	}
	return found, nil
}

// originsIn adds the steps of one enrolment to those found.
func (e *Engine) originsIn(r ledger.EnrolmentRow, m marks, found []origin) []origin {
	for _, step := range e.stepsOf(r.Sequence, r.Step) {
		o := origin{person: r.Person, enrolment: r.ID, step: step}
		if m.of(e, r.ID, step) && !slices.Contains(found, o) {
			found = append(found, o)
		}
	}
	return found
}

// stepsOf are the steps of which mails may have gone out in a sequence.
func (e *Engine) stepsOf(sequence, standsAt string) []string {
	var steps []string
	for _, step := range e.Rules().Plan.Sequences[sequence].Steps {
		steps = append(steps, step.ID)
	}
	for n := 1; n <= snoozesTried; n++ {
		steps = append(steps, sequences.SnoozeStep(n))
	}
	if standsAt != "" {
		steps = append(steps, standsAt) // it may be gone from the sequence
	}
	return steps
}

// unsubscribed finds the person of a token of List-Unsubscribe that no row of the
// outbox has.
func (e *Engine) unsubscribed(t *ledger.Tx, token string) (person int64, err error) {
	err = t.Enrolments(func(r ledger.EnrolmentRow) error {
		if person == 0 && e.unsubscribeToken(&sequences.Enrolment{ID: r.ID}) == token {
			person = r.Person
		}
		return nil
	})
	if err == nil && person == 0 {
		err = ledger.ErrNotFound
	}
	return person, err
}

// sight is a mail of ours that went out, as it was seen, or as another one cites it.
type sight struct {
	origin
	how             string // it is known
	at              time.Time
	earliest        time.Time // before then it can't have gone out
	public, subject string    // "" where they aren't known
	body            string    // the hash of its text
	raw             []byte    // nil where not all of it is known
}

// book notes a step as sent that this ledger did not send, and has its sequence go
// on from there.
func (e *Engine) book(t *ledger.Tx, s sight, done *committed) error {
	p, err := t.Person(s.person)
	if err != nil {
		return err
	}
	enrolment := p.Enrolment(s.enrolment)
	if enrolment == nil || len(p.Addresses) == 0 {
		return ledger.ErrNotFound
	}
	out := e.outOf(&p, enrolment, s.step, s.at)
	out.Subject, out.Bytes, out.BodySHA256, out.SettledAt, out.Answer = s.subject, s.raw, s.body, s.at, s.how
	out.SeenAt = e.now() // whether the server saves what it submits, this mail doesn't show
	if s.public != out.MessageID {
		out.PublicID = s.public
	}
	if err := t.Book(out); err != nil {
		return err
	}
	_, err = e.decide(t, sequences.Event{ID: "elsewhere:" + out.Token, Kind: sequences.EvOutcome, At: s.at.UTC(), Person: p.ID, Enrolment: enrolment.ID, Step: s.step,
		Outcome: &sequences.Outcome{Result: sequences.ResElsewhere, Text: s.how, Value: out.Value, Sequence: out.Sequence,
			Earliest: s.earliest.UTC()}}, done)
	return err
}
