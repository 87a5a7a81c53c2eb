package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// The verbs of requests beside those of one person (sequences.Verb).
const (
	VerbEnrol          = "enrol"
	VerbPauseAll       = "pause_all"
	VerbResumeAll      = "resume_all"
	VerbSuppressDomain = "suppress_domain"
	VerbReport         = "report" // of [From, Until) to Address
	VerbForget         = "forget"
)

// Ask is what a command asks of the one writer.
type Ask struct {
	Verb    string            `json:"verb"`
	Address string            `json:"address,omitempty"` // of the person, or what is to be suppressed
	From    time.Time         `json:"from,omitzero"`
	Until   time.Time         `json:"until,omitzero"`
	Key     string            `json:"key,omitempty"`
	Text    string            `json:"text,omitempty"`
	Intent  replies.Intent    `json:"intent,omitempty"`
	People  []Newcomer        `json:"people,omitempty"`
	Order   map[string]string `json:"order,omitempty"`
	Step    string            `json:"step,omitempty"`    // of resume: where to go on
	Answers int64             `json:"answers,omitempty"` // the mail to the owner that they answered
}

// Newcomer is a person to be enrolled.
type Newcomer struct {
	Line     int               `json:"line,omitempty"` // of the file that they come from
	Address  string            `json:"address"`
	Fields   map[string]string `json:"fields,omitempty"`
	Sequence string            `json:"sequence"`
	Reason   string            `json:"reason"`
	Source   string            `json:"source"`
	History  string            `json:"history,omitempty"`
	Queue    bool              `json:"queue,omitempty"`
	Thread   *sequences.Thread `json:"-"` // the owner's mail that the sequence goes on from
}

// Answer is what became of a request.
type Answer struct {
	OK      bool       `json:"ok"`
	Text    string     `json:"text"`
	Results []Enrolled `json:"results,omitempty"`
	Unknown bool       `json:"unknown,omitempty"` // nobody has the address
	New     string     `json:"new,omitempty"`     // tells of names of fields and notes that nobody had before
	// Forgotten says what was removed of a person.
	Forgotten *ledger.Forgotten `json:"forgotten,omitempty"`
}

// Enrolled is what became of one newcomer.
type Enrolled struct {
	Line    int            `json:"line,omitempty"`
	Address string         `json:"address"`
	What    string         `json:"what"` // enrolled, updated, known, left out
	Code    sequences.Code `json:"code"`
	Text    string         `json:"text"`
	Nothing string         `json:"nothing,omitempty"` // why no mail will go out, and what helps
	Changed []string       `json:"changed,omitempty"` // the fields that were, of somebody who was left out, too
	Differs bool           `json:"differs,omitempty"` // they are in that sequence for another reason, or from another source, which stays
}

// The closed set of what becomes of a newcomer.
const (
	WasEnrolled = "enrolled"
	WasUpdated  = "updated" // was known, and some of their fields changed
	WasKnown    = "known"   // nothing changed
	WasLeftOut  = "left out"
)

// answerRequests carries out what commands asked for, oldest first. Each is
// committed together with its answer.
func (e *Engine) answerRequests(ctx context.Context) error {
	for {
		var open []ledger.Request
		err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			open, err = t.OpenRequests(50)
			return err
		})
		if err != nil || len(open) == 0 {
			return err
		}
		for _, r := range open {
			err := e.transact(ctx, func(t *ledger.Tx, done *committed) error { return e.answer(t, r, done) })
			if err != nil && ctx.Err() == nil {
				err = e.refuse(ctx, r, err)
			}
			if err == nil && r.Verb == VerbForget {
				err = e.ledger.Checkpoint(ctx)
			}
			if err != nil {
				return fmt.Errorf("request %d (%s): %w", r.ID, r.Verb, err)
			}
		}
		e.wakeSenders()
	}
}

// refuse answers a request that could not be carried out: it changed nothing,
// and the requests behind it must not wait for it.
func (e *Engine) refuse(ctx context.Context, r ledger.Request, problem error) error {
	text, err := json.Marshal(Answer{Text: "it could not be carried out, and nothing was changed: " + problem.Error()})
	if err != nil {
		return err
	}
	if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return t.Answer(r.ID, string(text), e.now()) }); err != nil {
		return errors.Join(problem, err)
	}
	e.log.Error("a request could not be carried out", "request", r.ID, "verb", r.Verb, "error", problem)
	return nil
}

// answer carries out a request, unless the other loop was faster: "pause" and
// "resume" in the wrong order would be the opposite of what was asked.
func (e *Engine) answer(t *ledger.Tx, r ledger.Request, done *committed) error {
	if _, err := t.AnswerOf(r.ID); !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	var ask Ask
	answer := Answer{Text: "the request can't be read"}
	if err := json.Unmarshal([]byte(r.Args), &ask); err == nil {
		if answer, err = e.carry(t, r, ask, done); err != nil {
			return err
		}
	}
	text, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return t.Answer(r.ID, string(text), e.now())
}

func (e *Engine) carry(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	switch ask.Verb {
	case VerbEnrol:
		return e.enrolAll(t, r, ask, done)
	case VerbPauseAll:
		text := "you paused all sending"
		if ask.Text != "" {
			text += ": " + ask.Text
		}
		return Answer{OK: true, Text: "all sending is paused"}, t.Set(pausedSetting, text)
	case VerbResumeAll:
		if stop := e.stopped(); stop != "" {
			return Answer{OK: true, Text: "your pause is over, but nothing is sent yet: " + stop}, t.Set(pausedSetting, "")
		}
		return Answer{OK: true, Text: "sending goes on; what fell due meanwhile is spread over the next windows"}, t.Set(pausedSetting, "")
	case VerbResumeMailbox:
		return e.resumeMailbox(t, ask.Address)
	case VerbSuppressDomain:
		return e.suppressDomain(t, r, ask, done)
	case VerbForget:
		return e.forget(t, r, ask)
	case VerbReport:
		return e.reportTo(t, r, ask)
	case VerbLearn:
		return e.learn(t, ask)
	case string(sequences.VerbFields), string(sequences.VerbNote):
		return e.learnOf(t, r, ask, done)
	}
	return e.orderOne(t, r, ask, done)
}

// learnOf takes up what the owner says that they know of a person.
func (e *Engine) learnOf(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	fresh, err := e.newNames(t, ask) // before the order makes them known
	if err != nil {
		return Answer{}, err
	}
	carry := e.orderOne
	if ask.Verb == string(sequences.VerbFields) {
		carry = e.setFields
	}
	answer, err := carry(t, r, ask, done)
	if answer.OK {
		answer.New = fresh
	}
	return answer, err
}

// orderOne carries out the owner's word about one person.
func (e *Engine) orderOne(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	address := lower(ask.Address)
	person, err := personAt(t, address)
	if err != nil {
		return Answer{}, err
	}
	if person == 0 {
		if sequences.Verb(ask.Verb) != sequences.VerbSuppress {
			return unknownPerson(address), nil
		}
		err := t.Suppress(ledger.Suppression{Kind: ledger.KindAddress, Value: address, Why: orDefault(ask.Text, "you asked for it"), By: r.By, At: r.At})
		return Answer{OK: true, Text: address + " is never written to", Unknown: true}, err
	}
	p, err := t.Person(person)
	if err != nil {
		return Answer{}, err
	}
	ev := sequences.Event{ID: fmt.Sprintf("request:%d", r.ID), Kind: sequences.EvOrder, At: r.At, Person: person, By: r.By,
		Order: &sequences.Order{Verb: sequences.Verb(ask.Verb), Until: ask.Until, Text: ask.Text, Key: ask.Key, Intent: ask.Intent, Fields: ask.Order, Step: ask.Step}}
	switch ev.Order.Verb {
	case sequences.VerbResume:
		if ask.Step != "" {
			return e.resumeAt(t, &p, ev, done)
		}
	case sequences.VerbWasSent, sequences.VerbSendAgain:
		for _, enrolment := range p.Enrolments {
			if enrolment.Uncertain {
				ev.Enrolment, ev.Step = enrolment.ID, enrolment.Step
			}
		}
	case sequences.VerbApprove:
		waits, other, asked, err := e.answered(t, &p, ask.Answers)
		if err != nil {
			return Answer{}, err
		}
		if other && asked {
			return Answer{Text: "another mail waits for your yes than the one that you answered about; answer the newest question"}, nil
		}
		ev.Order.Other, ev.Order.Shown = other, waits
	case sequences.VerbAnswerWas:
		if err := e.reread(t, &p, ask.Answers, ev.Order); err != nil {
			return Answer{}, err
		}
	}
	reason, err := e.decide(t, ev, done)
	if err != nil {
		return Answer{}, err
	}
	if ev.Order.Verb == sequences.VerbSendAgain && reason.Code == sequences.CodeNoted {
		if err := t.Unmark(ev.Enrolment, ev.Step); err != nil {
			return Answer{}, err
		}
	}
	if ev.Order.Verb == sequences.VerbWasSent && reason.Code == sequences.CodeSent {
		out, err := t.OutOf(ev.Enrolment, ev.Step)
		if err != nil {
			return Answer{}, err
		}
		if err := t.Settle(out.ID, ledger.OutSent, "you say that it was sent", out.SettledAt); err != nil {
			return Answer{}, err
		}
	}
	return Answer{OK: carriedOut(reason), Text: reason.Text}, nil
}

func unknownPerson(address string) Answer {
	return Answer{Text: fmt.Sprintf("nobody with the address %s is known", address), Unknown: true}
}

func carriedOut(r sequences.Reason) bool {
	switch r.Code {
	case sequences.CodeNotPossible, sequences.CodeNothing:
		return false
	case sequences.CodeSuppressed:
		return !strings.HasPrefix(r.Text, "is on the suppression list")
	}
	return true
}

func orDefault(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// reread fills in what the correction of a reading is about, and what else than
// that reading keeps the person from being written to.
func (e *Engine) reread(t *ledger.Tx, p *sequences.Person, answers int64, o *sequences.Order) error {
	var shown time.Time
	if answers != 0 {
		m, err := t.OwnerMailNumber(answers)
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return err
		}
		shown = m.CreatedAt
	}
	var err error
	if o.Mail, err = e.lastAnswer(t, p.ID, shown); err != nil || o.Mail == nil || !p.MayHaveMeant() {
		return err
	}
	kept, _, err := keptOf(t, o.Mail)
	if err != nil {
		return err
	}
	for _, address := range append(slices.Clone(p.Addresses), o.Mail.From) {
		listed, err := t.ListedBesides(address, p.Suppressed.At)
		if err != nil {
			return err
		}
		for _, s := range listed {
			o.Listed = append(o.Listed, sequences.Evidence{Rule: "suppressed." + s.Kind, Text: s.Value + ": " + s.Why})
		}
		past, err := t.PastOf(address)
		if err != nil {
			return err
		}
		for _, k := range past {
			itself := k.Mailbox == kept.Mailbox && lower(k.Address) == lower(kept.Sender) && k.Count == 1 && k.Last.Equal(kept.ReceivedAt)
			if k.Kind == ledger.PastOptedOut && !itself {
				o.Listed = append(o.Listed, sequences.Evidence{Rule: "past." + string(k.Kind), Text: pastWords(k)})
			}
		}
	}
	slices.SortFunc(o.Listed, func(a, b sequences.Evidence) int { return strings.Compare(a.Rule+a.Text, b.Rule+b.Text) })
	o.Listed = slices.Compact(o.Listed)
	return nil
}

// keptOf is what the ledger keeps of a mail that was decided on.
func keptOf(t *ledger.Tx, m *sequences.Mail) (kept ledger.Mail, ok bool, err error) {
	var ref int64
	if _, err := fmt.Sscan(m.Ref, &ref); err != nil {
		return kept, false, nil
	}
	kept, err = t.MailByID(ref)
	if errors.Is(err, ledger.ErrNotFound) {
		return kept, false, nil
	}
	return kept, err == nil, err
}

// lastAnswer is the newest mail of a person, as it was read; of those that the
// owner knew of at a moment, where one is given.
func (e *Engine) lastAnswer(t *ledger.Tx, person int64, known time.Time) (*sequences.Mail, error) {
	var last *sequences.Mail
	err := t.PersonJournal(person, func(entry ledger.Entry) error {
		if (known.IsZero() || !entry.At.After(known)) && entry.Event.Kind == sequences.EvMail && entry.Event.Mail.Route != sequences.RouteCompany && entry.Event.Mail.Kind != replies.KindBounce {
			last = entry.Event.Mail
		}
		return nil
	})
	return last, err
}

func (e *Engine) suppressDomain(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	domain := strings.TrimPrefix(lower(ask.Address), "@")
	why := orDefault(ask.Text, "you asked that nobody at "+domain+" is written to again")
	if err := t.Suppress(ledger.Suppression{Kind: ledger.KindDomain, Value: domain, Why: why, By: r.By, At: r.At}); err != nil {
		return Answer{}, err
	}
	people, err := t.PeopleUnderDomain(domain)
	if err != nil {
		return Answer{}, err
	}
	for _, id := range people {
		ev := sequences.Event{ID: fmt.Sprintf("request:%d:%d", r.ID, id), Kind: sequences.EvOrder, At: r.At, Person: id, By: r.By,
			Order: &sequences.Order{Verb: sequences.VerbSuppress, Text: why}}
		if _, err := e.decide(t, ev, done); err != nil {
			return Answer{}, err
		}
	}
	known := "1 person is"
	if len(people) != 1 {
		known = fmt.Sprintf("%d people are", len(people))
	}
	return Answer{OK: true, Text: fmt.Sprintf("nobody at %s is written to again (%s known there)", domain, known)}, nil
}

func (e *Engine) enrolAll(t *ledger.Tx, r ledger.Request, ask Ask, done *committed) (Answer, error) {
	a := Answer{OK: true}
	if err := e.followFrom(t); err != nil {
		return a, err
	}
	counts := map[string]int{}
	for i, n := range ask.People {
		res, err := e.enrolOne(t, r, fmt.Sprintf("request:%d:%d", r.ID, i), n, done)
		if err != nil {
			return a, fmt.Errorf("enrol %s: %w", n.Address, err)
		}
		counts[res.What]++
		a.Results = append(a.Results, res)
	}
	a.Text = fmt.Sprintf("%d enrolled, %d updated, %d known already, %d left out", counts[WasEnrolled], counts[WasUpdated], counts[WasKnown], counts[WasLeftOut])
	return a, nil
}

// enrolOne enrols one newcomer; event is the id of what is decided on.
func (e *Engine) enrolOne(t *ledger.Tx, r ledger.Request, event string, n Newcomer, done *committed) (Enrolled, error) {
	address := lower(n.Address)
	res := Enrolled{Line: n.Line, Address: address, What: WasLeftOut}
	if e.ownAddress(address) {
		res.Code, res.Text = sequences.CodeNotPossible, "it is your own address, or your mailbox's"
		return res, nil
	}
	if s, err := t.Suppressed(address); err == nil {
		res.Code, res.Text = sequences.CodeSuppressed, fmt.Sprintf("%s is on the suppression list: %s", s.Value, s.Why)
		return res, nil
	} else if !errors.Is(err, ledger.ErrNotFound) {
		return res, err
	}
	person, err := personAt(t, address)
	if err != nil {
		return res, err
	}
	var p sequences.Person
	if person != 0 {
		if p, err = t.Person(person); err != nil {
			return res, err
		}
		if again, differs, text := enrolledBefore(&p, n); again {
			res.What, res.Code, res.Text, res.Differs = WasKnown, sequences.CodeNothing, text, differs
			var changed string
			if res.Changed, changed, err = e.updated(t, r, event, &p, n, done); changed != "" {
				res.What, res.Code, res.Text = WasUpdated, sequences.CodeNoted, text+"; "+changed
			}
			return res, err
		}
		if bounced(&p) && n.History != "ignore" {
			res.Code, res.Text = sequences.CodeBounced, "mail to it came back for good; to try it all the same, import with --history ignore"
			return res, nil
		}
	} else if person, err = t.NextPersonID(); err != nil {
		return res, err
	}
	id, err := t.NextEnrolmentID(e.now())
	if err != nil {
		return res, err
	}
	reason, err := e.decide(t, sequences.Event{ID: event, Kind: sequences.EvEnrol, At: r.At, Person: person, By: r.By,
		Enrol: &sequences.Enrol{Addresses: []string{address}, Fields: n.Fields, ID: id, Sequence: n.Sequence, Reason: n.Reason, Source: n.Source,
			History: n.History, Queue: n.Queue, Thread: n.Thread}}, done)
	if err != nil {
		return res, err
	}
	res.Code, res.Text = reason.Code, reason.Text
	switch reason.Code {
	case sequences.CodeEnrolled, sequences.CodeQueueUp, sequences.CodeHistory:
		res.What = WasEnrolled
		if err := e.tellWrote(t, person, id, &res, done); err != nil {
			return res, err
		}
		if p.ID == 0 {
			break
		}
		if p, err = t.Person(person); err != nil {
			return res, err
		}
		if enrolment := p.Enrolment(id); enrolment != nil {
			res.Nothing = e.Rules().Plan.GetsNothing(&p, enrolment)
		}
	case sequences.CodeNotPossible:
		if p.ID == 0 {
			break
		}
		var changed string
		if res.Changed, changed, err = e.updated(t, r, event, &p, n, done); changed != "" {
			res.Text += "; what the file says else of them was taken up all the same: " + changed
		}
		return res, err
	}
	return res, nil
}

// enrolledBefore says whether somebody is in that sequence, or this very enrolment
// was made already: the same file again changes nothing. differs says that they are
// in it for another reason, or from another source.
func enrolledBefore(p *sequences.Person, n Newcomer) (again, differs bool, text string) {
	if live := p.Live(); live != nil && live.Sequence == n.Sequence {
		text = fmt.Sprintf("is in sequence %q already (%s)", live.Sequence, live.State)
		if differs = live.Reason != n.Reason || live.Source != n.Source; differs {
			text += "; the reason and the source stay as they were"
		}
		return true, differs, text
	}
	for _, e := range p.Enrolments {
		if e.Sequence == n.Sequence && e.Reason == n.Reason && e.Source == n.Source {
			return true, false, fmt.Sprintf("is in sequence %q already (%s)", e.Sequence, e.State)
		}
	}
	return false, false, ""
}

// Do carries out one request where no daemon runs. The caller holds the lock.
func (e *Engine) Do(ctx context.Context, by string, ask Ask) (Answer, error) {
	id, err := Submit(ctx, e.ledger, by, ask, e.now())
	if err != nil {
		return Answer{}, err
	}
	if err := e.answerRequests(ctx); err != nil {
		return Answer{}, err
	}
	a, _, err := AnswerOf(ctx, e.ledger, id)
	return a, err
}

// Submit appends a request to the ledger, for the daemon to find.
func Submit(ctx context.Context, l *ledger.Ledger, by string, ask Ask, now time.Time) (int64, error) {
	args, err := json.Marshal(ask)
	if err != nil {
		return 0, err
	}
	var id int64
	err = l.Write(ctx, func(t *ledger.Tx) (err error) {
		id, err = t.Ask(ledger.Request{At: now, By: by, Verb: ask.Verb, Args: string(args)})
		return err
	})
	return id, err
}

// AnswerOf reads a request's answer; answered is false while there is none.
func AnswerOf(ctx context.Context, l *ledger.Ledger, id int64) (a Answer, answered bool, err error) {
	err = l.Read(ctx, func(t *ledger.Tx) error {
		text, err := t.AnswerOf(id)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		answered = true
		return json.Unmarshal([]byte(text), &a)
	})
	return a, answered, err
}
