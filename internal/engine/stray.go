package engine

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// keepStray notes to whom a mail of ours went that this ledger knows nothing of.
func (b *box) keepStray(t *ledger.Tx, in *incoming, ref int64) error {
	h := in.reading.Header
	s := ledger.Stray{MessageID: cmp.Or(h.MessageID, h.FollowupdID), Mailbox: b.Name, Folder: in.Folder, Mail: ref, At: in.sentAt(), Subject: h.Subject}
	if text := plainText(in.Raw); normalBody(text) != "" {
		s.BodySHA256 = bodySHA256(text)
	}
	for _, s.Address = range b.recipients(in) {
		if err := t.KeepStray(s); err != nil {
			return err
		}
	}
	return nil
}

// pastMail is a mail of ours in a mailbox's past, by its header.
type pastMail struct {
	marks
	stray ledger.Stray
	to    []string
}

// pastMail says whether a mail of the past is one of ours that went out.
func (b *box) pastMail(item mailbox.HistoryItem) (m pastMail, ok bool) {
	h, err := mailHeader(append(slices.Clone(item.Header), "\r\n"...))
	if err != nil || item.Role != mailbox.RoleSent {
		return m, false
	}
	bare := func(id string) string { return strings.Trim(strings.TrimSpace(id), "<>") }
	token, id := bare(h.Get(FollowupdHeader)), bare(item.MessageID)
	m.marks = marks{messages: formed(id), tokens: formed(token)}
	if len(m.tokens) == 0 {
		return m, false
	}
	at := item.Date
	if at.IsZero() {
		at = item.InternalDate
	}
	m.stray = ledger.Stray{MessageID: cmp.Or(id, token), Mailbox: b.Name, Folder: item.Folder, At: at, Subject: item.Subject}
	for _, to := range slices.Concat(item.To, item.Cc) {
		if to = lower(to); !b.engine.ownAddress(to) {
			m.to = append(m.to, to)
		}
	}
	return m, true
}

// takePast takes in a mail of ours that lies in a mailbox's past. A step that this
// ledger never sent is booked as sent; what it knows nothing of is kept for whoever is
// enrolled with that address.
func (b *box) takePast(t *ledger.Tx, m pastMail, done *committed) error {
	people, err := b.peopleAt(t, m.to)
	if err != nil {
		return err
	}
	found, err := b.engine.originsAmong(t, m.marks, people)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		_, err := t.OutOf(found[0].enrolment, found[0].step)
		if !errors.Is(err, ledger.ErrNotFound) {
			return err // it is known
		}
		return b.engine.book(t, sight{origin: found[0], how: copyWords + m.stray.Folder, at: m.stray.At, earliest: m.stray.At,
			public: m.stray.MessageID, subject: m.stray.Subject}, done)
	}
	if _, err := t.OutByAnyID(m.stray.MessageID); !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	for _, m.stray.Address = range m.to {
		if err := t.KeepStray(m.stray); err != nil {
			return err
		}
	}
	return nil
}

// wroteBefore holds somebody before their first mail to whom mails of ours went that
// this ledger knew nothing of; held says that there are some. Of those whose text is
// that of a step, the step counts as sent.
func (e *Engine) wroteBefore(t *ledger.Tx, person int64, done *committed) (held bool, err error) {
	p, err := t.Person(person)
	if err != nil {
		return false, err
	}
	live := p.Live()
	if live == nil || !live.Begins() || live.Uncertain {
		return false, nil
	}
	strays, err := straysTo(t, &p)
	if err != nil || len(strays) == 0 || !slices.ContainsFunc(strays, func(s ledger.Stray) bool { return s.At.Before(live.At) }) {
		return false, err
	}
	list, err := e.placed(t, p, live.ID, strays)
	if err != nil {
		return false, err
	}
	put, err := ReadPutBack(t)
	if err != nil {
		return false, err
	}
	ev := sequences.Event{ID: fmt.Sprintf("wrote:%d:%d:%s", live.ID, len(strays), strays[len(strays)-1].MessageID), Kind: sequences.EvWrote, At: e.now().UTC(), Person: person,
		Enrolment: live.ID, Wrote: list}
	if !put.At.IsZero() {
		ev.PutBack = &put.PutBack
	}
	reason, err := e.decide(t, ev, done)
	if err != nil || reason.Code != sequences.CodeWrote {
		return reason.Code == sequences.CodeSeen, err
	}
	return true, e.bookStrays(t, &p, live.ID, strays, list)
}

// tellWrote is wroteBefore for somebody who is just enrolled, and says so.
func (e *Engine) tellWrote(t *ledger.Tx, person, enrolment int64, res *Enrolled, done *committed) error {
	held, err := e.wroteBefore(t, person, done)
	if err != nil || !held {
		return err
	}
	p, err := t.Person(person)
	for _, of := range p.Enrolments {
		if of.ID == enrolment && of.Why.Code == sequences.CodeWrote {
			res.Code, res.Text = of.Why.Code, of.Why.Text
		}
	}
	return err
}

// straysTo are the mails to somebody that this ledger knows nothing of, oldest first.
func straysTo(t *ledger.Tx, p *sequences.Person) (strays []ledger.Stray, err error) {
	for _, address := range p.Addresses {
		to, err := t.StraysTo(address)
		if err != nil {
			return nil, err
		}
		strays = append(strays, to...)
	}
	slices.SortStableFunc(strays, func(a, b ledger.Stray) int { return a.At.Compare(b.At) })
	return strays, nil
}

// placed are mails that this ledger knows nothing of, with the steps of an enrolment
// whose text they have word for word.
func (e *Engine) placed(t *ledger.Tx, p sequences.Person, enrolment int64, strays []ledger.Stray) ([]sequences.Wrote, error) {
	list := make([]sequences.Wrote, len(strays))
	for i, s := range strays {
		list[i] = wroteOf(s)
		of := p.Enrolment(enrolment)
		for _, step := range e.Rules().Plan.Sequences[of.Sequence].Steps {
			if s.BodySHA256 == "" || step.Task != "" || slices.ContainsFunc(list[:i], func(w sequences.Wrote) bool { return w.Step == step.ID }) {
				continue
			}
			l, err := e.compose(t, &p, of, step.ID, e.now())
			var hole *holeError
			if err != nil && !errors.As(err, &hole) {
				return nil, err
			}
			// A follow-up finds no mail to answer yet, and is made all the same.
			if l.Text == "" || bodySHA256(l.Text) != s.BodySHA256 {
				continue
			}
			list[i].Step, list[i].Value = step.ID, step.Value
			// What follows is made as behind it.
			p = sequences.Apply(p, sequences.Fact{Kind: sequences.FactDone, Enrolment: enrolment, Done: &sequences.Done{Step: step.ID, How: sequences.HowSent, At: s.At}})
			break
		}
	}
	return list, nil
}

func wroteOf(s ledger.Stray) sequences.Wrote {
	ref := s.MessageID
	if s.Mail != 0 {
		ref = fmt.Sprint(s.Mail)
	}
	return sequences.Wrote{At: s.At.UTC(), Subject: s.Subject, Folder: s.Folder, Ref: ref}
}

// bookStrays books the mails of which the step is known: what follows answers them.
func (e *Engine) bookStrays(t *ledger.Tx, p *sequences.Person, enrolment int64, strays []ledger.Stray, list []sequences.Wrote) error {
	for i, w := range list {
		if w.Step == "" {
			continue
		}
		out := e.outOf(p, p.Enrolment(enrolment), w.Step, w.At)
		out.Subject, out.BodySHA256, out.SettledAt, out.SeenAt, out.Answer = w.Subject, strays[i].BodySHA256, w.At, e.now(), copyWords+w.Folder
		out.PublicID = strays[i].MessageID
		if err := errors.Join(t.Book(out), t.DropStray(strays[i])); err != nil {
			return err
		}
	}
	return nil
}

// before has the newest of some mails count as the last steps before the one at which
// the owner says to go on.
func (e *Engine) before(of *sequences.Enrolment, step string, strays []ledger.Stray) []sequences.Wrote {
	list := make([]sequences.Wrote, len(strays))
	for i, s := range strays {
		list[i] = wroteOf(s)
	}
	steps := e.Rules().Plan.Sequences[of.Sequence].Steps
	at := slices.IndexFunc(steps, func(s sequences.Step) bool { return s.ID == step })
	n := len(list) - 1
	for _, s := range slices.Backward(steps[:max(at, 0)]) {
		if s.Task != "" || n < 0 || slices.ContainsFunc(of.Done, func(d sequences.Done) bool { return d.Step == s.ID }) {
			continue
		}
		list[n].Step, list[n].Value = s.ID, s.Value
		n--
	}
	return list
}

// resumeAt carries out the owner's word at which step somebody's sequence goes on. It
// settles what the mails to them were of which nobody knew.
func (e *Engine) resumeAt(t *ledger.Tx, p *sequences.Person, ev sequences.Event, done *committed) (Answer, error) {
	of := p.Live()
	if of == nil {
		for i := range p.Enrolments {
			if p.Enrolments[i].State == sequences.StateStopped {
				of = &p.Enrolments[i]
			}
		}
	}
	var strays []ledger.Stray
	var list []sequences.Wrote
	if of != nil && of.Unplaced > 0 {
		var err error
		if strays, err = straysTo(t, p); err != nil {
			return Answer{}, err
		}
		list = e.before(of, ev.Order.Step, strays)
		ev.Order.Wrote = slices.DeleteFunc(slices.Clone(list), func(w sequences.Wrote) bool { return w.Step == "" })
	}
	reason, err := e.decide(t, ev, done)
	if err != nil || !carriedOut(reason) {
		return Answer{Text: reason.Text}, err
	}
	if err := e.bookStrays(t, p, of.ID, strays, list); err != nil {
		return Answer{}, err
	}
	for _, s := range strays {
		if err := t.DropStray(s); err != nil {
			return Answer{}, err
		}
	}
	return Answer{OK: true, Text: reason.Text}, nil
}
