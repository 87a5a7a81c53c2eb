package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/emersion/go-message"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

// sighting says whether a mail is one of ours. One seen in Sent proves that
// its submission went through and tells the id that the prospect got; one that
// a report or an answer cites proves it too. Gmail's All Mail holds drafts and
// proves nothing.
func (b *box) sighting(t *ledger.Tx, in *incoming, done *committed) (ours bool, err error) {
	h := in.reading.Header
	if in.Role == mailbox.RoleSent || b.engine.ownAddress(in.from) {
		if tells, err := tellsOwner(t, in); tells || err != nil {
			return tells, err
		}
		out, err := b.ourMail(t, in)
		switch {
		case errors.Is(err, ledger.ErrNotFound):
			return b.notFromHere(t, in, done)
		case err != nil:
			return false, err
		}
		return true, b.seenIn(t, out, in, done)
	}
	return false, b.cited(t, in, slices.Concat(h.InReplyTo, h.References, h.OriginalIDs, h.ReportedReferences), done)
}

// cited settles the mails of ours that a mail cites: it could not, had they not
// gone out.
func (b *box) cited(t *ledger.Tx, in *incoming, ids []string, done *committed) error {
	var unknown []string
	for _, id := range ids {
		out, err := t.OutByAnyID(id)
		if errors.Is(err, ledger.ErrNotFound) {
			unknown = append(unknown, id)
			continue
		}
		if err != nil {
			return err
		}
		if err := b.engine.settleSeen(t, out, seenBy{how: citedWords, at: in.at}, done); err != nil {
			return err
		}
	}
	return b.citedFromElsewhere(t, in, unknown, done)
}

// How a mail is known to have gone out: its copy lies in a folder, or it was not
// seen itself.
const (
	copyWords  = "its copy lies in "
	citedWords = "a mail cites it"
)

// sentAt is when a mail of our side went out: its copy may have been put there later.
func (in *incoming) sentAt() time.Time {
	if date := in.reading.Header.Date; !date.IsZero() && date.Before(in.at) {
		return date
	}
	return in.at
}

// seenIn takes in a mail of ours in a folder; only Sent proves anything.
func (b *box) seenIn(t *ledger.Tx, out ledger.Out, in *incoming, done *committed) error {
	if in.Role != mailbox.RoleSent {
		return nil
	}
	return b.seen(t, out, in, done)
}

// seen takes in the copy of a mail of ours in Sent.
func (b *box) seen(t *ledger.Tx, out ledger.Out, in *incoming, done *committed) error {
	public := ""
	if id := in.reading.Header.MessageID; id != out.MessageID {
		public = id
	}
	drafted := out.State == ledger.OutDrafted || out.State == ledger.OutWithdrawing
	if out.SeenAt.IsZero() && !out.MarkedAt.IsZero() && !drafted { // else the owner's client saved it, or we put it there ourselves, here or elsewhere, or saw it before
		if err := t.Set(b.savesSetting(), "yes"); err != nil {
			return err
		}
	}
	if out.Attempts == 0 && len(out.Bytes) == 0 && (out.State == ledger.OutQueued || out.State == ledger.OutCancelled) {
		if err := b.sentElsewhere(t, in, out.Recipient); err != nil {
			return err
		}
	}
	if out.MarkedAt.IsZero() { // sent from Drafts: the words may be the owner's, and are kept as those of all their mails
		if _, err := b.keepOwn(t, in, []match{{person: out.Person, route: sequences.RouteThread}}); err != nil {
			return err
		}
	}
	if err := t.Seen(out.ID, public, b.engine.now()); err != nil {
		return err
	}
	if err := b.engine.settleSeen(t, out, seenBy{how: copyWords + in.Folder, at: in.at, earliest: in.sentAt()}, done); err != nil || public == "" || public == out.PublicID || drafted {
		return err
	}
	if err := t.Set(b.rewriteSetting(), "yes"); err != nil {
		return err
	}
	_, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("public:%d:%s", out.ID, public), Kind: sequences.EvOutcome, At: in.at, Person: out.Person,
		Enrolment: out.Enrolment, Step: out.Step, Outcome: &sequences.Outcome{Result: sequences.ResSeen, Text: "the server gave it the id " + public,
			Value: out.Value, Sequence: out.Sequence}}, done)
	return err
}

func (b *box) savesSetting() string { return "saves." + b.Name }

// copyAfter is how long a server may take to save what it submitted, before we
// put a copy into Sent ourselves.
const copyAfter = 2 * time.Minute

// copyTries is for how long after a mail went out its copy is tried to be saved.
const copyTries = 24 * time.Hour

// saveCopies puts copies of sent mails into Sent where the server is seen not
// to do so. A copy that can't be saved is never a reason to send again.
func (b *box) saveCopies(ctx context.Context) error {
	var unseen []ledger.Out
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) error {
		saves, err := t.Setting(b.savesSetting())
		if err != nil || saves == "yes" {
			return err
		}
		unseen, err = t.Unseen(b.Name, b.engine.now().Add(-copyAfter), 50)
		return err
	})
	if err != nil {
		return err
	}
	if len(unseen) == 0 || b.unread() || !b.copyFailed.IsZero() && (!b.readSince(b.copyFailed) || b.engine.now().Sub(b.copyFailed) < copyAfter) {
		return nil
	}
	for _, o := range unseen {
		// First the note, then the copy: a second copy is worse than none. One that
		// failed is tried again for a day, each time once Sent was read: it would
		// be found there if it was saved all the same.
		if err := b.engine.ledger.Write(ctx, func(t *ledger.Tx) error { return t.Seen(o.ID, "", b.engine.now()) }); err != nil {
			return err
		}
		if err := b.watcher.Append(ctx, mailbox.RoleSent, o.Bytes, []string{`\Seen`}, o.SettledAt); err != nil {
			b.engine.log.Warn("no copy in Sent", "mailbox", b.Name, "mail", o.ID, "error", err)
			b.copyFailed = b.engine.now()
			if b.copyFailed.Sub(o.SettledAt) > copyTries {
				continue
			}
			return b.engine.ledger.Write(context.WithoutCancel(ctx), func(t *ledger.Tx) error { return t.Unsee(o.ID) })
		}
	}
	return nil
}

// tellsOwner says whether a mail is one of ours to the owner. Where a server
// gave it another id, the copy in Sent tells which: answers cite that one.
func tellsOwner(t *ledger.Tx, in *incoming) (bool, error) {
	h := in.reading.Header
	for i, id := range slices.Concat([]string{h.MessageID}, h.OriginalIDs) {
		m, err := t.OwnerMailByID(id)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err == nil && i > 0 && in.Role == mailbox.RoleSent && h.MessageID != "" && m.PublicID == "" {
			err = t.Renamed(m.ID, h.MessageID)
		}
		return err == nil, err
	}
	return false, nil
}

// ourMail finds the outbox row of a mail in our own folders: by any of its
// ids, else by recipient, subject, body and time.
func (b *box) ourMail(t *ledger.Tx, in *incoming) (ledger.Out, error) {
	h := in.reading.Header
	ids := append([]string{h.MessageID}, h.OriginalIDs...)
	ids = append(ids, h.FollowupdID)
	if n := len(h.References); n > 0 {
		ids = append(ids, h.References[n-1])
	}
	for i, id := range ids {
		if id == "" {
			continue
		}
		out, err := t.OutByAnyID(id)
		if err == nil && i == len(ids)-1 && h.FollowupdID == "" && out.Token != id {
			// The last reference is the mail that this one answers: it is ours
			// only where it carries our token, which nothing but that mail ends in.
			continue
		}
		if !errors.Is(err, ledger.ErrNotFound) {
			return out, err
		}
	}
	body := bodySHA256(plainText(in.Raw))
	for _, to := range h.To {
		out, err := t.OutByContent(lower(to.Address), h.Subject, body, in.at)
		if !errors.Is(err, ledger.ErrNotFound) {
			return out, err
		}
	}
	return ledger.Out{}, ledger.ErrNotFound
}

// plainText is the text/plain form of a mail, all of it: what we sent has no
// quote or signature to be cut. It is empty where there is none.
func plainText(raw []byte) string {
	m, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	text := ""
	// What can't be walked or read ends the search, as if there were no text.
	_ = m.Walk(func(_ []int, part *message.Entity, err error) error {
		if err != nil || text != "" {
			return err
		}
		if kind, _, err := part.Header.ContentType(); err != nil || kind != "text/plain" {
			return nil
		}
		words, err := io.ReadAll(part.Body)
		text = string(words)
		return err
	})
	return text
}

// seenBy is how a mail shows itself to have gone out, when it did so, and since when
// it may have; zero where that isn't known.
type seenBy struct {
	how          string
	at, earliest time.Time
}

// settleSeen settles a mail that shows itself to have gone out: one in doubt,
// or one that waits though it was sent, as in a ledger taken back from a
// backup. One on its way is settled when its submission ends.
func (e *Engine) settleSeen(t *ledger.Tx, out ledger.Out, by seenBy, done *committed) error {
	how, at := by.how, by.at
	switch out.State {
	case ledger.OutUncertain:
		at = out.MarkedAt
	case ledger.OutQueued, ledger.OutSending, ledger.OutCancelled, ledger.OutDrafting, ledger.OutDrafted, ledger.OutWithdrawing:
	default:
		return nil
	}
	if err := t.Settle(out.ID, ledger.OutSent, how, at); err != nil {
		return err
	}
	outcome := sequences.Outcome{Result: sequences.ResSeen, Text: how, Value: out.Value, Sequence: out.Sequence}
	if out.State == ledger.OutCancelled || out.State == ledger.OutWithdrawing {
		outcome.Result, outcome.Earliest = sequences.ResElsewhere, by.earliest.UTC()
		if by.earliest.IsZero() {
			put, err := ReadPutBack(t)
			if err != nil {
				return err
			}
			outcome.Earliest = put.Made
		}
	}
	_, err := e.decide(t, sequences.Event{ID: fmt.Sprintf("seen:%d:%d", out.ID, out.Attempts), Kind: sequences.EvOutcome, At: at, Person: out.Person,
		Enrolment: out.Enrolment, Step: out.Step, Outcome: &outcome}, done)
	return err
}

// ownMail takes in a mail that the owner wrote by hand.
func (b *box) ownMail(t *ledger.Tx, in *incoming, done *committed) error {
	h := in.reading.Header
	if err := b.rememberWritten(t, in); err != nil {
		return err
	}
	people, err := b.writtenToBy(t, in)
	if err != nil {
		return err
	}
	if byThread, err := b.matchThread(t, &incoming{reading: replies.Reading{Header: h}}, slices.Concat(h.InReplyTo, reversed(h.References))); err != nil {
		return err
	} else if byThread != nil && len(h.To) > 0 && !slices.ContainsFunc(people, func(m match) bool { return m.person == byThread.person }) {
		people = append(people, *byThread)
	}
	ref, err := b.keepOwn(t, in, people)
	if err != nil {
		return err
	}
	for _, m := range people {
		if waits, err := b.maybeDraft(t, in, m.person, ref); err != nil {
			return err
		} else if waits {
			continue
		}
		if err := b.wrote(t, in.byHand(ref), m.person, m.route, done); err != nil {
			return err
		}
	}
	return nil
}

// rememberWritten remembers of all recipients of a mail from our side that it went to
// them.
func (b *box) rememberWritten(t *ledger.Tx, in *incoming) error {
	for _, address := range b.recipients(in) {
		if err := t.Remember(b.Name, address, ledger.PastWritten, in.at, clip(in.reading.Header.Subject, 120)); err != nil {
			return err
		}
	}
	return nil
}

// writtenToBy are the people known to whom a mail from our side went.
func (b *box) writtenToBy(t *ledger.Tx, in *incoming) (people []match, err error) {
	for _, address := range b.recipients(in) {
		person, err := personAt(t, address)
		if err != nil {
			return nil, err
		}
		if person != 0 && !slices.ContainsFunc(people, func(m match) bool { return m.person == person }) {
			people = append(people, match{person: person, route: sequences.RouteAddress, by: address})
		}
	}
	return people, nil
}

// recipients are those of a mail, but for the owner's own addresses.
func (b *box) recipients(in *incoming) (list []string) {
	h := in.reading.Header
	for _, a := range slices.Concat(h.To, h.Cc, blindCopies(in.Raw)) {
		if address := lower(a.Address); !b.engine.ownAddress(address) {
			list = append(list, address)
		}
	}
	return list
}

// keepOwn stores a mail that the owner sent; nothing is read into it.
func (b *box) keepOwn(t *ledger.Tx, in *incoming, people []match) (int64, error) {
	in.reading.Kind, in.reading.Intent = replies.KindReply, ""
	return b.keep(t, in, people)
}
