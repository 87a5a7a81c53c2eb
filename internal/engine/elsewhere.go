package engine

import (
	"errors"
	"fmt"
	"slices"

	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// notFromHere takes in a mail from our side that no row of the outbox knows. One
// that was made by followupd all the same is no mail of the owner's: the step that
// it was is booked as sent, and where that can't be told, whoever got it is held.
func (b *box) notFromHere(t *ledger.Tx, in *incoming, done *committed) (ours bool, err error) {
	h := in.reading.Header
	people, err := b.peopleAt(t, b.recipients(in))
	if err != nil {
		return false, err
	}
	m := marks{messages: formed(slices.Concat([]string{h.MessageID}, h.OriginalIDs)...), tokens: formed(h.FollowupdID)}
	if n := len(h.References); n > 0 {
		m.tokens = append(m.tokens, formed(h.References[n-1])...)
	}
	found, err := b.engine.originsOf(t, m, people...)
	if err != nil {
		return false, err
	}
	if len(found) == 1 {
		switch out, err := t.OutOf(found[0].enrolment, found[0].step); {
		case err == nil: // what stands behind the @ of its ids was changed
			return true, b.seenIn(t, out, in, done)
		case !errors.Is(err, ledger.ErrNotFound):
			return false, err
		}
	}
	// A draft bears our ids, too. What lies in Sent, or came by a server, is none.
	went := in.Role == mailbox.RoleSent || !h.Trace.IsZero()
	switch {
	case len(found) == 1 && went && slices.Contains(people, found[0].person):
		return true, b.bookSeen(t, in, found[0], done)
	case len(found) > 0:
		return true, b.stray(t, in, found[0], done)
	case in.Role == mailbox.RoleSent && len(formed(h.FollowupdID)) > 0:
		return true, b.stray(t, in, origin{}, done)
	}
	// The owner's own, which may answer one of ours.
	var unknown []string
	for _, id := range slices.Concat(h.InReplyTo, h.References) {
		if _, err := t.OutByAnyID(id); errors.Is(err, ledger.ErrNotFound) {
			unknown = append(unknown, id)
		} else if err != nil {
			return false, err
		}
	}
	return false, b.citedFromElsewhere(t, in, unknown, done)
}

// bookSeen books the step that a mail was.
func (b *box) bookSeen(t *ledger.Tx, in *incoming, o origin, done *committed) error {
	h := in.reading.Header
	if err := b.sentElsewhere(t, in, b.recipients(in)[0]); err != nil {
		return err
	}
	s := sight{origin: o, how: copyWords + in.Folder, at: in.sentAt(), earliest: in.sentAt(), public: h.MessageID, subject: h.Subject, body: bodySHA256(plainText(in.Raw))}
	if !in.Truncated {
		s.raw = in.Raw
	}
	return b.engine.book(t, s, done)
}

// citedFromElsewhere books the steps of ids that a mail cites and no row knows.
func (b *box) citedFromElsewhere(t *ledger.Tx, in *incoming, ids []string, done *committed) error {
	ids, err := notToOwner(t, ids)
	macs := formed(ids...)
	if err != nil || len(macs) == 0 {
		return err
	}
	near, err := b.peopleAt(t, []string{in.from})
	if err != nil {
		return err
	}
	found, err := b.engine.originsOf(t, marks{messages: macs, tokens: macs}, near...)
	if err != nil {
		return err
	}
	put, err := ReadPutBack(t)
	if err != nil {
		return err
	}
	for _, o := range found {
		switch out, err := t.OutOf(o.enrolment, o.step); {
		case err == nil: // what stands behind the @ of the id was changed
			if err := b.engine.settleSeen(t, out, seenBy{how: citedWords, at: in.at}, done); err != nil {
				return err
			}
			continue
		case !errors.Is(err, ledger.ErrNotFound):
			return err
		}
		if put.At.IsZero() { // else it may be a mail of before
			if err := b.sentElsewhere(t, in, in.from); err != nil {
				return err
			}
		}
		if err := b.engine.book(t, sight{origin: o, how: citedWords, at: in.at, earliest: put.Made}, done); err != nil {
			return err
		}
	}
	return nil
}

// notToOwner are those of some ids that may be those of a mail to a prospect: whoever
// answers a mail to the owner cites one that has the same form.
func notToOwner(t *ledger.Tx, ids []string) (others []string, err error) {
	for _, id := range ids {
		switch _, err := t.OwnerMailByID(id); {
		case errors.Is(err, ledger.ErrNotFound):
			others = append(others, id)
		case err != nil:
			return nil, err
		}
	}
	return others, nil
}

// peopleAt are the people who have some addresses.
func (b *box) peopleAt(t *ledger.Tx, addresses []string) (people []int64, err error) {
	for _, address := range addresses {
		person, err := personAt(t, address)
		if err != nil {
			return nil, err
		}
		if person != 0 && !slices.Contains(people, person) {
			people = append(people, person)
		}
	}
	return people, nil
}

// stray takes in a mail of ours of which nobody can tell which step it was, or
// whether it went out: a copy that lies somewhere may have been a draft.
func (b *box) stray(t *ledger.Tx, in *incoming, o origin, done *committed) error {
	known, err := t.ReadBefore(in.identity)
	if err != nil || known {
		return err
	}
	people, err := b.writtenToBy(t, in)
	if err != nil {
		return err
	}
	ref, err := b.keepOwn(t, in, people)
	if err != nil {
		return err
	}
	unknown := o.enrolment == 0
	if unknown {
		err = b.keepStray(t, in, ref)
	} else {
		err = b.rememberWritten(t, in)
	}
	if err != nil {
		return err
	}
	for _, m := range people {
		if unknown {
			if held, err := b.engine.wroteBefore(t, m.person, done); err != nil {
				return err
			} else if held {
				continue
			}
		}
		_, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("stray:%d:%d", ref, m.person), Kind: sequences.EvStray, At: in.at, Person: m.person,
			Enrolment: o.enrolment, Step: o.step, Mail: &sequences.Mail{Ref: fmt.Sprint(ref), Mailbox: b.Name, Folder: in.Folder, From: in.from,
				Subject: in.reading.Header.Subject, Route: m.route, Evidence: []sequences.Evidence{{Rule: "sent.elsewhere", Text: in.reading.Header.Subject}}}}, done)
		if err != nil {
			return err
		}
	}
	return nil
}

// sentElsewhere takes in that a mail of ours went out which this ledger never made:
// somewhere a copy of it is at work, or this one took its place. The mailbox pauses
// and its owner is told, but for mails of before the ledger was put back, or before
// the owner let the mailbox send on: those are expected.
func (b *box) sentElsewhere(t *ledger.Tx, in *incoming, recipient string) error {
	at := in.sentAt()
	put, err := ReadPutBack(t)
	if err != nil || !at.After(put.At) {
		return err
	}
	if err := t.SkipIDs(b.engine.now()); err != nil {
		return err
	}
	resumed, err := t.SettingTime(resumedSetting(b.Name))
	if err != nil || !at.After(resumed) {
		return err
	}
	var before Breaker
	if open, err := readSetting(t, breakerSetting(b.Name), &before); open || err != nil {
		return err
	}
	now := b.engine.now().UTC()
	why := "a mail to " + recipient + " went out that followupd made elsewhere, as a second followupd with a copy of this ledger would"
	if err := writeSetting(t, breakerSetting(b.Name), Breaker{Reason: sequences.Reason{Code: sequences.CodeBreaker, Text: why}, Since: now}); err != nil {
		return err
	}
	m, err := b.engine.herald.Trouble(t, b.Name, fmt.Sprintf("elsewhere:%s:%d", b.Name, now.UnixNano()), fmt.Sprintf("The mailbox %s is paused: %s. "+
		"Two of them would send every mail twice, so nothing goes out from here until you say so. Stop the other one, on whichever machine it runs. If there is none, a backup took this ledger's place by hand: stop this one, too, and put it back with followupd restore, which holds whoever may have been written to since. Mails that lie in Sent count as sent, and are not sent again. Then: followupd resume --mailbox %s", b.Name, why, b.Name), now)
	if err != nil {
		return err
	}
	return t.Tell(m)
}
