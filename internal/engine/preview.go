package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Preview is every mail of one person's sequence, those that went out and
// those ahead, as they would go out if nobody answered.
type Preview struct {
	Person   int64   `json:"person"`
	Name     string  `json:"name"`
	Address  string  `json:"address"`
	Sequence string  `json:"sequence"`
	Goal     string  `json:"goal,omitempty"`
	Mailbox  string  `json:"mailbox"`
	Live     bool    `json:"live"`     // of the mailbox
	Supposed bool    `json:"supposed"` // the person isn't in the sequence: shown as if they were
	Stands   string  `json:"stands"`   // why nothing goes out as things are now; "" where it does
	Zone     string  `json:"zone"`     // the prospect's
	Mails    []Draft `json:"mails"`
	Ends     string  `json:"ends,omitempty"` // why there are no more
}

// DraftState is where a mail of a preview stands.
type DraftState string

// The closed set of states of a draft.
const (
	DraftSent    DraftState = "sent"
	DraftAhead   DraftState = "ahead"
	DraftHole    DraftState = "hole"    // can't be made as things are now
	DraftSkipped DraftState = "skipped" // it isn't for them, as things are
	DraftUnsure  DraftState = "uncertain"
	DraftTask    DraftState = "task" // the owner does it by hand
	DraftDone    DraftState = "done" // a task that is behind
)

// Draft is one mail of a preview.
type Draft struct {
	Step       string     `json:"step"`
	State      DraftState `json:"state"`
	Template   string     `json:"template,omitempty"`
	Objective  string     `json:"objective,omitempty"`
	Value      string     `json:"value,omitempty"`
	At         time.Time  `json:"at,omitzero"` // when it went out, or would at the earliest
	From       string     `json:"from,omitempty"`
	To         string     `json:"to,omitempty"`
	Subject    string     `json:"subject,omitempty"`
	MessageID  string     `json:"message_id,omitempty"`
	InReplyTo  string     `json:"in_reply_to,omitempty"`
	References string     `json:"references,omitempty"`
	Text       string     `json:"text,omitempty"`
	HTML       string     `json:"html,omitempty"`
	Holes      []string   `json:"holes,omitempty"` // what is missing, with its place
	Why        string     `json:"why,omitempty"`   // it is skipped
	Missing    string     `json:"missing,omitempty"`
	Task       string     `json:"task,omitempty"` // what the owner does by hand
	Bytes      []byte     `json:"-"`              // of the whole mail; nil where it can't be made
}

// supposedID numbers an enrolment that is only supposed.
const supposedID = 1 << 62

// farthest bounds a preview: a sequence of more mails is no sequence.
const farthest = 100

// Preview plays a person's sequence to its end and makes every mail of it.
// With a sequence's name it is played as if the person were in that one.
// Nothing is kept. An error that is ledger.ErrNotFound says that nobody has
// that address.
func (e *Engine) Preview(ctx context.Context, address, sequence string) (out Preview, err error) {
	err = e.ledger.Read(ctx, func(t *ledger.Tx) error {
		id, err := personAt(t, lower(address))
		if err != nil {
			return err
		}
		if id == 0 {
			return fmt.Errorf("%s: %w", address, ledger.ErrNotFound)
		}
		p, err := t.Person(id)
		if err != nil {
			return err
		}
		out, err = e.preview(t, p, sequence)
		return err
	})
	return out, err
}

func (e *Engine) preview(t *ledger.Tx, p sequences.Person, sequence string) (Preview, error) {
	now := e.now().UTC()
	w := &walk{plan: e.Rules().Plan.Approved(), p: p}
	enrolment, err := w.enter(sequence, now)
	if err != nil {
		return Preview{}, err
	}
	out := Preview{Person: p.ID, Name: ledger.Name(p), Sequence: enrolment.Sequence, Goal: w.plan.Sequences[enrolment.Sequence].Goal,
		Mailbox: enrolment.Mailbox, Supposed: enrolment.ID == supposedID, Zone: w.plan.ZonesOf(&p, enrolment.Mailbox).Prospect.String()}
	if len(p.Addresses) > 0 {
		out.Address = p.Addresses[0]
	}
	if b := e.box(enrolment.Mailbox); b != nil {
		out.Live = b.Live
	}
	outs, err := t.EnrolmentOuts(enrolment.ID)
	if err != nil {
		return out, err
	}
	if out.Mails, err = w.behind(&enrolment, outs); err != nil {
		return out, err
	}
	out.Stands = w.goOn(enrolment.ID, now)
	if w.p.Suppressed != nil {
		out.Ends = out.Stands
		return out, nil
	}
	ahead, ends, err := e.ahead(w, enrolment.ID, len(enrolment.Done), outs, now)
	out.Mails, out.Ends = append(out.Mails, ahead...), ends
	return out, err
}

// enter finds the enrolment to show, or supposes one.
func (w *walk) enter(sequence string, now time.Time) (sequences.Enrolment, error) {
	if live := w.p.Live(); live != nil && (sequence == "" || live.Sequence == sequence) {
		return *live, nil
	}
	if n := len(w.p.Enrolments); n > 0 && sequence == "" {
		return w.p.Enrolments[n-1], nil
	}
	if _, ok := w.plan.Sequences[sequence]; !ok {
		return sequences.Enrolment{}, fmt.Errorf("there is no sequence %q", sequence)
	}
	// What was between us and them counts, as it would for a new enrolment; what
	// they are held for doesn't.
	supposed := sequences.Person{ID: w.p.ID, Addresses: w.p.Addresses, Fields: w.p.Fields, Notes: w.p.Notes, Offset: w.p.Offset, Suppressed: w.p.Suppressed, Timeline: w.p.Timeline}
	reason, source := "", ""
	if n := len(w.p.Enrolments); n > 0 {
		reason, source = w.p.Enrolments[n-1].Reason, w.p.Enrolments[n-1].Source
	}
	w.p = supposed
	why := w.decide(sequences.Event{Kind: sequences.EvEnrol, Enrol: &sequences.Enrol{Addresses: supposed.Addresses, ID: supposedID, Sequence: sequence,
		Reason: reason, Source: source, History: "ignore"}}, now)
	entered := w.p.Enrolment(supposedID)
	if entered == nil {
		return sequences.Enrolment{}, fmt.Errorf("%s %s", ledger.Name(w.p), why.Text)
	}
	return *entered, nil
}

// goOn takes away what holds an enrolment, so that what would follow can be
// shown, and says what it was.
func (w *walk) goOn(id int64, now time.Time) string {
	e := w.p.Enrolment(id)
	switch {
	case w.p.Suppressed != nil:
		return w.p.Suppressed.Reason.Text
	case e.Uncertain:
		w.decide(sequences.Event{Kind: sequences.EvOutcome, Enrolment: id, Step: e.Step, Outcome: &sequences.Outcome{Result: sequences.ResSeen}}, now)
		return "a mail may or may not have gone out; what follows supposes that it did"
	case e.State == sequences.StateEnded:
		return ""
	case w.p.Turn == nil && e.State.Moving():
		return ""
	}
	why := e.Why
	if w.p.Turn != nil {
		why = w.p.Turn.Reason
	}
	if e.Awaits() && w.p.Turn == nil { // as if the owner said yes
		w.p = sequences.Apply(w.p, sequences.Fact{Kind: sequences.FactMoved, Enrolment: id,
			Move: &sequences.Move{State: sequences.StateScheduled, Why: why, At: now, Step: e.Step, Due: now}})
		return why.Text
	}
	w.decide(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbResume}}, now)
	return why.Text
}

// behind are the steps that are behind an enrolment, and the mail of which it
// isn't known.
func (w *walk) behind(enrolment *sequences.Enrolment, outs []ledger.Out) ([]Draft, error) {
	var list []Draft
	for _, done := range enrolment.Done {
		if done.How == sequences.HowSkipped {
			d := w.skip(enrolment, done)
			d.Missing = "" // to know it now brings the step back no more
			list = append(list, d)
		}
		if done.How == sequences.HowDone {
			list = append(list, w.task(enrolment, done.Step, DraftDone, done.At))
		}
		for _, o := range outs {
			if o.Step != done.Step || done.How != sequences.HowSent {
				continue
			}
			d, err := w.wentOut(enrolment, o, DraftSent)
			if err != nil {
				return nil, err
			}
			list = append(list, d)
		}
	}
	for _, o := range outs {
		if o.State == ledger.OutUncertain {
			d, err := w.wentOut(enrolment, o, DraftUnsure)
			if err != nil {
				return nil, err
			}
			list = append(list, d)
		}
	}
	return list, nil
}

func (w *walk) wentOut(enrolment *sequences.Enrolment, o ledger.Out, state DraftState) (Draft, error) {
	d := draftOf(w.plan.Sequences[enrolment.Sequence], o.Step, state)
	d.Value, d.At, d.Subject, d.To, d.MessageID, d.Bytes = o.Value, o.SettledAt, o.Subject, o.Recipient, o.ThreadID(), o.Bytes
	if err := d.open(); err != nil {
		return d, fmt.Errorf("mail %d: %w", o.ID, err)
	}
	return d, nil
}

func draftOf(seq sequences.Sequence, stepID string, state DraftState) Draft {
	step, _ := seq.StepOf(stepID)
	return Draft{Step: stepID, State: state, Template: step.Template, Objective: step.Objective, Value: step.Value, Task: step.Task}
}

// ahead makes the mails that are still to come after so many steps that are told
// already; ends says why there are no more. Steps are passed over as soon as what
// is before them is done, so each turn tells of those that went since the last.
func (e *Engine) ahead(w *walk, id int64, told int, outs []ledger.Out, now time.Time) (list []Draft, ends string, err error) {
	passed := func(enrolment *sequences.Enrolment) {
		list = append(list, w.skipped(enrolment, told)...)
		told = len(enrolment.Done)
	}
	for len(list) < farthest {
		enrolment := w.p.Enrolment(id)
		passed(enrolment)
		if !enrolment.State.Moving() {
			return list, enrolment.Why.Text, nil
		}
		if enrolment.Due.After(now) {
			now = enrolment.Due
		}
		done := len(enrolment.Done)
		queued, why := w.due(id, now)
		enrolment = w.p.Enrolment(id)
		passed(enrolment)
		if enrolment.State == sequences.StateTask {
			list = append(list, w.task(enrolment, enrolment.Step, DraftTask, enrolment.Since))
			w.finish(now)
			continue
		}
		if !queued {
			if len(enrolment.Done) == done && enrolment.State.Moving() && !enrolment.Due.After(now) {
				return list, why.Text, nil
			}
			continue
		}
		now = e.opens(w, enrolment, now)
		d, out, err := e.draft(w, enrolment, outs, now)
		if err != nil {
			return list, "", err
		}
		list, outs = append(list, d), append(outs, out)
		w.sent(id, now)
	}
	return list, "", nil
}

// skipped are the steps that an enrolment has just passed over.
func (w *walk) skipped(enrolment *sequences.Enrolment, from int) []Draft {
	var list []Draft
	for _, done := range enrolment.Done[min(from, len(enrolment.Done)):] {
		if done.How == sequences.HowSkipped {
			list = append(list, w.skip(enrolment, done))
		}
	}
	return list
}

func (w *walk) skip(enrolment *sequences.Enrolment, done sequences.Done) Draft {
	d := draftOf(w.plan.Sequences[enrolment.Sequence], done.Step, DraftSkipped)
	step, _ := w.plan.Sequences[enrolment.Sequence].StepOf(done.Step)
	d.At, d.Why = done.At, done.Why
	if i := slices.IndexFunc(step.Needs, func(need string) bool { return !w.p.Has(need) }); i >= 0 {
		d.Missing = step.Needs[i]
	} else if step.On != nil && step.On.Fact != "" && !step.On.Known(&w.p) {
		d.Missing = step.On.Fact
	}
	return d
}

func (w *walk) task(enrolment *sequences.Enrolment, step string, state DraftState, at time.Time) Draft {
	d := draftOf(w.plan.Sequences[enrolment.Sequence], step, state)
	d.At = at
	return d
}

// opens is the first moment at which a mail may go out as far as its person is
// concerned: caps and gaps of the mailbox aren't looked at.
func (e *Engine) opens(w *walk, enrolment *sequences.Enrolment, now time.Time) time.Time {
	state := sequences.MailboxState{Live: true}
	if b := e.box(enrolment.Mailbox); b != nil {
		state.Limits.PerPerson = b.Limits.PerPerson
	}
	return opensFor(state, w.plan, &w.p, enrolment, now)
}

// opensFor is opens, of a mailbox in that state.
func opensFor(state sequences.MailboxState, plan sequences.Plan, p *sequences.Person, enrolment *sequences.Enrolment, now time.Time) time.Time {
	for range farthest {
		r := sequences.GateWithoutLook(state, candidateOf(plan, p, enrolment, enrolment.Step, enrolment.Due), now)
		if r.Allows() || !r.Until.After(now) {
			break
		}
		now = r.Until
	}
	return now
}

// draft makes the mail that waits, and the row that the mails after it answer.
func (e *Engine) draft(w *walk, enrolment *sequences.Enrolment, outs []ledger.Out, now time.Time) (Draft, ledger.Out, error) {
	seq := w.plan.Sequences[enrolment.Sequence]
	d := draftOf(seq, enrolment.Step, DraftAhead)
	if step, ok := seq.StepOf(enrolment.Step); ok {
		d.Template = seq.TemplateOf(&w.p, enrolment, step)
	}
	out := ledger.Out{Step: enrolment.Step, State: ledger.OutSent, MessageID: e.messageID(enrolment, enrolment.Step), Token: e.token(enrolment, enrolment.Step)}
	l, err := e.composeAfter(outs, &w.p, enrolment, enrolment.Step, now)
	var hole *holeError
	if errors.As(err, &hole) {
		d.State, d.Holes = DraftHole, hole.holes
	} else if err != nil {
		return d, out, err
	}
	d.At, d.Subject, d.Text, d.HTML, d.Bytes = now, l.Subject, l.Text, l.HTML, l.Bytes
	d.MessageID, out.Subject = out.MessageID, l.Subject
	if b := e.box(enrolment.Mailbox); b != nil {
		d.From = b.From.Name + " <" + b.From.Address + ">"
	}
	if len(w.p.Addresses) > 0 {
		d.To = w.p.Addresses[0]
	}
	if d.Bytes == nil {
		return d, out, nil
	}
	return d, out, d.open()
}

// open reads what a mail's own bytes say.
func (d *Draft) open() error {
	if len(d.Bytes) == 0 {
		return nil
	}
	m, err := mail.ReadMessage(bytes.NewReader(d.Bytes))
	if err != nil {
		return fmt.Errorf("read its bytes: %w", err)
	}
	d.From, d.To = plainAddress(m.Header, "From"), plainAddress(m.Header, "To")
	d.InReplyTo, d.References = m.Header.Get("In-Reply-To"), m.Header.Get("References")
	if d.Text != "" {
		return nil
	}
	whole, err := gomail.EMLToMsgFromReader(bytes.NewReader(d.Bytes))
	if err != nil {
		return fmt.Errorf("read its text: %w", err)
	}
	for _, part := range whole.GetParts() {
		body, err := part.GetContent()
		if err != nil {
			return fmt.Errorf("read its text: %w", err)
		}
		switch part.GetContentType() {
		case gomail.TypeTextPlain:
			d.Text = strings.ReplaceAll(string(body), "\r\n", "\n")
		case gomail.TypeTextHTML:
			d.HTML = strings.ReplaceAll(string(body), "\r\n", "\n")
		}
	}
	return nil
}

// plainAddress is an address field as a person reads it.
func plainAddress(h mail.Header, field string) string {
	list, err := h.AddressList(field)
	if err != nil {
		return h.Get(field)
	}
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = a.Address
		if a.Name != "" && a.Name != a.Address {
			words[i] = a.Name + " <" + a.Address + ">"
		}
	}
	return strings.Join(words, ", ")
}
