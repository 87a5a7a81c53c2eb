package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

const (
	// draftsEvery is how often the folder of drafts is looked at while one of
	// ours lies there.
	draftsEvery = time.Minute
	// sentWithin is how long after a draft left Drafts the mail that it became
	// may take to appear in Sent; without one it was deleted.
	sentWithin = 10 * time.Minute
)

// layDraft makes a step's mail into a draft, to be put into Drafts once the
// transaction is committed.
func (e *Engine) layDraft(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person, done *committed) error {
	enrolment := p.Enrolment(effect.Enrolment)
	if enrolment == nil || len(p.Addresses) == 0 {
		return errors.New("no enrolment or no address")
	}
	l, err := e.compose(t, &p, enrolment, effect.Step, entry.At)
	if err == nil {
		out := e.outOf(&p, enrolment, effect.Step, entry.At)
		out.Subject, out.Bytes, out.SHA256, out.BodySHA256 = l.Subject, l.Bytes, l.SHA256, l.BodySHA256
		err = t.Draft(out)
	}
	return e.orHole(t, err, effect, entry, p, done)
}

// askApproval shows the owner a mail that waits for their yes.
func (e *Engine) askApproval(t *ledger.Tx, effect sequences.Effect, entry ledger.Entry, p sequences.Person, done *committed) error {
	enrolment := p.Enrolment(effect.Enrolment)
	if enrolment == nil || len(p.Addresses) == 0 {
		return errors.New("no enrolment or no address")
	}
	effect.Step = enrolment.Step
	l, err := e.compose(t, &p, enrolment, enrolment.Step, entry.At)
	if err != nil {
		return e.orHole(t, err, effect, entry, p, done)
	}
	return e.tellOf(t, Announcement{Notice: effect.Notice, Entry: entry, Person: p, Enrolment: effect.Enrolment, Mailbox: enrolment.Mailbox, Plan: e.Rules().Plan,
		Wants: &Wanted{To: p.Addresses[0], Subject: l.Subject, Text: l.Text, asks: question(&p, enrolment, &l)}})
}

// question names the mail that a yes is wanted for, by its step and by what its
// reader would see: a yes holds for no other.
func question(p *sequences.Person, enrolment *sequences.Enrolment, l *letter) string {
	seen := slices.Concat([]string{p.Addresses[0], l.Subject, l.Text, l.HTML}, l.Attachments)
	return fmt.Sprintf("%d/%s/%x", enrolment.ID, enrolment.Step, sha256.Sum256([]byte(strings.Join(seen, "\x00"))))
}

// answered says of which mail the owner's yes is, where one waits for it: what
// names it, whether it is another than the one that they were shown, and whether
// they were asked for that one since. upTo is the mail to the owner that they
// answered, 0 where they answered none.
func (e *Engine) answered(t *ledger.Tx, p *sequences.Person, upTo int64) (waits string, other, asked bool, err error) {
	enrolment := p.Live()
	if enrolment == nil || !enrolment.Awaits() || enrolment.Why.Code != sequences.CodeApproval || len(p.Addresses) == 0 {
		return "", false, false, nil
	}
	l, err := e.compose(t, p, enrolment, enrolment.Step, e.now())
	var hole *holeError
	if errors.As(err, &hole) {
		return "", false, false, nil // it is held, and said so
	}
	if err != nil {
		return "", false, false, err
	}
	waits = question(p, enrolment, &l)
	shown, err := t.Asked(p.ID, upTo)
	if err != nil || shown == waits {
		return waits, false, false, err
	}
	latest, err := t.Asked(p.ID, 0)
	return waits, true, latest == waits, err
}

// unlike says whether the mail that a step would send is another one than the
// owner said yes to: something of it was edited since. It is made as of the time
// of their yes, so that a date which is worded by the day makes no other mail. A
// yes that was said while none could be made was to no mail at all.
func (e *Engine) unlike(t *ledger.Tx, p *sequences.Person, enrolment *sequences.Enrolment, step string) (bool, error) {
	yes := enrolment.Yes
	if enrolment.Approved != step || yes == nil || len(p.Addresses) == 0 {
		return false, nil
	}
	plan := e.Rules().Plan
	seq := plan.Sequences[enrolment.Sequence]
	if s, _ := seq.StepOf(step); plan.ApprovalOf(seq, s, enrolment.Mailbox) == sequences.ApprovalNone {
		return false, nil // it needs no yes any more
	}
	l, err := e.compose(t, p, enrolment, step, yes.At)
	var hole *holeError
	if errors.As(err, &hole) {
		return false, nil // it is held for that
	}
	return err == nil && question(p, enrolment, &l) != yes.Mail, err
}

// orHole has a mail held that can't be made; any other error stays one.
func (e *Engine) orHole(t *ledger.Tx, err error, effect sequences.Effect, entry ledger.Entry, p sequences.Person, done *committed) error {
	var hole *holeError
	if err == nil || !errors.As(err, &hole) && !errors.Is(err, ledger.ErrMayBeOut) {
		return err
	}
	_, err = e.decide(t, sequences.Event{ID: fmt.Sprintf("hole:%d", entry.Seq), Kind: sequences.EvHole, At: entry.At, Person: p.ID,
		Enrolment: effect.Enrolment, Step: effect.Step, Problem: err.Error()}, done)
	return err
}

// tendDrafts puts drafts into Drafts, takes those back that are not wanted any
// more, and finds out what became of those that left. It asks the server only
// where one of ours is on its way or lies there. next is when one that left
// counts as deleted.
func (b *box) tendDrafts(ctx context.Context) (next time.Time, err error) {
	now := b.engine.now().UTC()
	var open []ledger.Out
	err = b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		open, err = t.Drafts(b.Name)
		return err
	})
	if err != nil || !b.draftsDue(open, now) {
		return next, err
	}
	lying, err := b.watcher.Drafts(ctx)
	if errors.Is(err, mailbox.ErrNoFolder) {
		return next, b.noDrafts(ctx, now)
	}
	if err != nil {
		return next, err
	}
	b.draftsSeen = now
	var failed []error // one that fails must not hold up the others
	for i := range open {
		at, err := b.tendDraft(ctx, &open[i], lying, now)
		if err != nil {
			failed = append(failed, fmt.Errorf("draft %d: %w", open[i].ID, err))
			continue
		}
		next = earlier(next, at)
	}
	return next, errors.Join(failed...)
}

// draftsDue says whether the folder of drafts is to be looked at now.
func (b *box) draftsDue(open []ledger.Out, now time.Time) bool {
	if len(open) == 0 || b.unread() {
		return false
	}
	if now.Before(b.draftsSeen) || now.Sub(b.draftsSeen) >= draftsEvery {
		return true
	}
	return slices.ContainsFunc(open, func(o ledger.Out) bool {
		return o.State == ledger.OutDrafting && b.Live || o.State == ledger.OutWithdrawing || o.SentRef != 0
	})
}

// unread says whether the mailbox can't be read, or was not yet.
func (b *box) unread() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.problem != "" || !b.listed
}

func (b *box) noDrafts(ctx context.Context, now time.Time) error {
	b.draftsSeen = now
	return b.engine.ledger.Write(ctx, func(t *ledger.Tx) error {
		open, err := t.Drafts(b.Name)
		if err != nil {
			return err
		}
		for _, o := range open {
			if o.State != ledger.OutWithdrawing {
				continue
			}
			if err := t.Withdrawn(o.ID, "there are no drafts", now); err != nil {
				return err
			}
		}
		m, err := b.engine.herald.Trouble(t, b.Name, "no-drafts:"+b.Name, "There is no folder for drafts in the mailbox "+b.Name+
			", so that mails that are to wait there for you wait unseen. Name it as folders.drafts in the configuration, or set approval: ask.", now)
		if err != nil {
			return err
		}
		return t.Tell(m)
	})
}

func (b *box) tendDraft(ctx context.Context, o *ledger.Out, lying []mailbox.Draft, now time.Time) (next time.Time, err error) {
	switch o.State {
	case ledger.OutDrafting:
		return next, b.placeDraft(ctx, o, lying)
	case ledger.OutWithdrawing:
		return next, b.withdraw(ctx, o, lying, now)
	}
	if slices.ContainsFunc(lying, func(d mailbox.Draft) bool { return ours(d, o) || slices.Contains(d.To(), o.Recipient) }) {
		return next, b.draftLies(ctx, o)
	}
	return b.draftLeft(ctx, o, now)
}

// ours says whether a draft is the one that we put there, edited or not.
func ours(d mailbox.Draft, o *ledger.Out) bool {
	return slices.Contains(d.IDs("Message-Id"), o.MessageID) || slices.Contains(d.IDs(FollowupdHeader), o.Token) || slices.Contains(d.IDs("References"), o.Token)
}

// placeDraft puts a draft into Drafts, once: one that a crash left unnoted is
// found there. The mailbox is read right before, as before a mail goes out.
func (b *box) placeDraft(ctx context.Context, o *ledger.Out, lying []mailbox.Draft) error {
	if !b.Live {
		return nil // nobody could tell by mistake that it is not to go out yet
	}
	lies, err := b.dropReplaced(ctx, o, lying)
	if err != nil {
		return err
	}
	if !lies {
		if err := b.look(ctx, mailbox.BeforeSend); err != nil {
			return err
		}
		wanted := false
		err = b.engine.ledger.Read(ctx, func(t *ledger.Tx) error {
			now, err := t.Out(o.ID)
			wanted = now.State == ledger.OutDrafting
			return err
		})
		if err != nil || !wanted {
			return err
		}
		if err := b.watcher.Append(ctx, mailbox.RoleDrafts, o.Bytes, []string{`\Draft`, `\Seen`}, o.QueuedAt); err != nil {
			return err
		}
	}
	return b.engine.ledger.Write(ctx, func(t *ledger.Tx) error { return t.Drafted(o.ID) })
}

// dropReplaced takes away drafts that a draft takes the place of, and says whether
// one lies there all the same: it, or one that the owner changed, whose words stay.
func (b *box) dropReplaced(ctx context.Context, o *ledger.Out, lying []mailbox.Draft) (lies bool, err error) {
	for _, d := range lying {
		if !ours(d, o) {
			continue
		}
		err := mailbox.ErrEdited
		if o.Replaces != "" {
			err = b.watcher.RemoveDraft(ctx, d, func(raw []byte) bool { return madeAs(raw, o.Replaces) })
		}
		if errors.Is(err, mailbox.ErrEdited) {
			lies = true
			continue
		}
		if err != nil {
			return lies, err
		}
	}
	return lies, nil
}

// madeAs says whether a draft is as we made it: its hash is one of those.
func madeAs(raw []byte, hashes string) bool {
	sum := sha256.Sum256(raw)
	return slices.Contains(strings.Fields(hashes), hex.EncodeToString(sum[:]))
}

// withdraw takes a draft back that is not wanted any more. One that was edited
// holds the owner's own words and stays.
func (b *box) withdraw(ctx context.Context, o *ledger.Out, lying []mailbox.Draft, now time.Time) error {
	for _, d := range lying {
		if !ours(d, o) {
			continue
		}
		err := b.watcher.RemoveDraft(ctx, d, func(raw []byte) bool { return madeAs(raw, o.SHA256+" "+o.Replaces) })
		if errors.Is(err, mailbox.ErrEdited) {
			b.engine.log.Warn("a draft that is not wanted any more was edited and stays", "mailbox", b.Name, "draft", o.ID)
			continue
		}
		if err != nil {
			return err
		}
	}
	return b.engine.ledger.Write(ctx, func(t *ledger.Tx) error {
		if still, err := t.Out(o.ID); err != nil || still.State != ledger.OutWithdrawing {
			return err // meanwhile it was seen in Sent
		}
		return t.Withdrawn(o.ID, "its draft was taken back", now)
	})
}

// draftLies notes that a draft is still there: what the owner wrote to that
// person meanwhile was another mail, and is taken in as one.
func (b *box) draftLies(ctx context.Context, o *ledger.Out) error {
	if o.SentRef == 0 && o.GoneAt.IsZero() {
		return nil
	}
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		if err := t.DraftGone(o.ID, time.Time{}, 0); err != nil || o.SentRef == 0 {
			return err
		}
		return b.byHand(t, o, done)
	})
}

// byHand takes in a mail that was kept back until it was known not to be a
// draft of ours.
func (b *box) byHand(t *ledger.Tx, o *ledger.Out, done *committed) error {
	m, err := t.MailByID(o.SentRef)
	if err != nil {
		return err
	}
	return b.wrote(t, m, o.Person, sequences.RouteAddress, done)
}

// wrote decides on a mail that the owner wrote by hand to one person.
func (b *box) wrote(t *ledger.Tx, m ledger.Mail, person int64, route sequences.Route, done *committed) error {
	ev := b.ownEvent(m, person, route)
	var err error
	if ev.Mail.Ready, err = b.engine.readyAnswer(t, person, m.NewText); err != nil {
		return err
	}
	_, err = b.engine.decide(t, ev, done)
	return err
}

// readyAnswer says whether a text is the answer that we had ready to the mail in
// which somebody named the date that they wait for, as it was.
func (e *Engine) readyAnswer(t *ledger.Tx, person int64, text string) (bool, error) {
	p, err := t.Person(person)
	if err != nil || p.Snooze == nil || p.Snooze.Owner || text == "" {
		return false, err
	}
	entry, err := t.EntryOf(p.Snooze.Event)
	if errors.Is(err, ledger.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	at := slices.IndexFunc(entry.Effects, func(f sequences.Effect) bool { return f.Notice == sequences.NoticeLater })
	if at < 0 {
		return false, nil
	}
	a, err := e.announcement(t, entry.Effects[at], entry, p)
	if err != nil {
		return false, err
	}
	raw, err := e.herald.Answer(t, a)
	if err != nil || raw == nil {
		return false, err
	}
	ready := replies.Read(raw, replies.Context{Received: entry.At}).NewText
	return ready != "" && normalBody(ready) == normalBody(text), nil
}

// ownEvent is what a mail that the owner wrote by hand means for one person.
func (b *box) ownEvent(m ledger.Mail, person int64, route sequences.Route) sequences.Event {
	return sequences.Event{ID: fmt.Sprintf("own:%d:%d", m.ID, person), Kind: sequences.EvOwnerMail, At: m.ReceivedAt, Person: person,
		Mail: &sequences.Mail{Ref: fmt.Sprint(m.ID), Mailbox: b.Name, Folder: m.Folder, From: m.Sender, Subject: m.Subject, Route: route,
			Words: clip(m.NewText, wordsKept), Evidence: []sequences.Evidence{{Rule: "sent.by-hand", Text: m.Subject}}}}
}

// byHand is an incoming mail of the owner's, as it was kept.
func (in *incoming) byHand(ref int64) ledger.Mail {
	return ledger.Mail{ID: ref, Folder: in.Folder, Sender: in.from, Subject: in.reading.Header.Subject, NewText: in.reading.NewText, ReceivedAt: in.at}
}

// draftLeft takes in that a draft is gone: it is the mail that went to its
// person in its thread, or after a while it was deleted.
func (b *box) draftLeft(ctx context.Context, o *ledger.Out, now time.Time) (next time.Time, err error) {
	if o.SentRef == 0 && o.GoneAt.IsZero() {
		return now.Add(sentWithin + time.Second), b.engine.ledger.Write(ctx, func(t *ledger.Tx) error { return t.DraftGone(o.ID, now, 0) })
	}
	if over := o.GoneAt.Add(sentWithin); o.SentRef == 0 && (now.Before(over) || !b.readSince(over)) {
		return laterOf(over, now).Add(time.Second), nil
	}
	return next, b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		if still, err := t.Out(o.ID); err != nil || still.State != ledger.OutDrafted || still.SentRef != o.SentRef {
			return err // meanwhile it was seen in Sent
		}
		outcome, at, state := sequences.Outcome{Result: sequences.ResDeleted, Text: "its draft was deleted"}, now, ledger.OutCancelled
		if o.SentRef != 0 {
			m, err := t.MailByID(o.SentRef)
			if err != nil {
				return err
			}
			outcome = sequences.Outcome{Result: sequences.ResSeen, Text: "you sent it from Drafts", Value: o.Value, Sequence: o.Sequence}
			at, state = m.ReceivedAt, ledger.OutSent
			if err := t.Seen(o.ID, m.MessageID, now); err != nil {
				return err
			}
		}
		if err := t.Settle(o.ID, state, outcome.Text, at); err != nil {
			return err
		}
		_, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("draft:%d:%d", o.ID, o.QueuedAt.UnixNano()), Kind: sequences.EvOutcome, At: at, Person: o.Person,
			Enrolment: o.Enrolment, Step: o.Step, Outcome: &outcome}, done)
		return err
	})
}

func laterOf(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// readSince says whether the mailbox was read after a moment.
func (b *box) readSince(at time.Time) bool {
	last, problem, _ := b.health()
	return problem == "" && last.After(at)
}

// maybeDraft keeps a mail of the owner back that may be a draft of ours which
// they sent, until Drafts has been looked at. Meanwhile nothing goes to that
// person: their step waits in Drafts.
func (b *box) maybeDraft(t *ledger.Tx, in *incoming, person, ref int64) (bool, error) {
	o, err := t.DraftTo(b.Name, person)
	if errors.Is(err, ledger.ErrNotFound) {
		return false, nil
	}
	if err != nil || o.SentRef != 0 { // one mail alone can be the draft
		return false, err
	}
	same, err := b.inThread(t, in, &o)
	if err != nil || !same {
		return false, err
	}
	return true, t.DraftGone(o.ID, o.GoneAt, ref)
}

// inThread says whether a mail goes on in the thread of a draft: it cites what
// the draft cites, or begins the thread under the draft's subject.
func (b *box) inThread(t *ledger.Tx, in *incoming, o *ledger.Out) (bool, error) {
	h := in.reading.Header
	for _, id := range slices.Concat(h.InReplyTo, h.References) {
		cited, err := t.OutByAnyID(id)
		if err == nil && cited.Enrolment == o.Enrolment {
			return true, nil
		}
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return false, err
		}
	}
	return strings.EqualFold(strings.TrimSpace(h.Subject), strings.TrimSpace(o.Subject)), nil
}
