package engine

import (
	"errors"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
)

// answeredMost is how much of the mail that somebody answered its reader is told,
// in bytes. Hardly one of ours is longer; of one that is, what it asks for, and
// the choice that it leaves, stand at its end.
const answeredMost = 8 << 10

// answered is the text of the mail that one from somebody else answers, ours or
// one that the owner wrote by hand; "" where that isn't known for sure. What was
// sent stands in its outbox row; what the owner sent, with their other mails.
func (b *box) answered(t *ledger.Tx, in *incoming) (string, error) {
	h := in.reading.Header
	writes := in.reading.Kind == replies.KindReply || in.reading.Kind == replies.KindAutoReply
	if !writes || in.Role == mailbox.RoleSent || b.engine.ownAddress(in.from) {
		return "", nil
	}
	sender, err := personAt(t, in.from)
	if err != nil {
		return "", err
	}
	cited := h.InReplyTo
	if n := len(h.References); n > 0 && len(cited) == 0 {
		cited = h.References[n-1:]
	}
	if len(cited) == 0 {
		return b.newestTo(t, sender, in.at)
	}
	for _, id := range cited {
		out, err := t.OutByAnyID(id)
		if err == nil {
			return b.textOf(t, out)
		}
		if !errors.Is(err, ledger.ErrNotFound) {
			return "", err
		}
		if text, ok, err := b.byHandTo(t, sender, func(m ledger.Mail) bool { return m.MessageID == id }); err != nil || ok {
			return text, err
		}
	}
	// A server may have given ours an id that nobody saw: its token stands right
	// before that. What is cited else is another's mail in the thread.
	before := slices.DeleteFunc(slices.Clone(h.References), func(id string) bool { return slices.Contains(cited, id) })
	if len(before) == 0 {
		return "", nil
	}
	token := before[len(before)-1]
	out, err := t.OutByAnyID(token)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && out.Token != token {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return b.textOf(t, out)
}

// answeredWithin is how old a mail may be for one that cites nothing to be taken for
// the answer to it.
const answeredWithin = 30 * 24 * time.Hour

// newestTo is the text of the newest mail from this mailbox to a person at a moment;
// "" where that is old, or may not have gone out.
func (b *box) newestTo(t *ledger.Tx, person int64, at time.Time) (string, error) {
	if person == 0 {
		return "", nil
	}
	out, err := t.LastTo(person, b.Name, at)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return "", err
	}
	since := at.Add(-answeredWithin)
	text, ok, err := b.byHandTo(t, person, func(m ledger.Mail) bool {
		return m.Mailbox == b.Name && m.ReceivedAt.After(out.SettledAt) && !m.ReceivedAt.Before(since) && !m.ReceivedAt.After(at)
	})
	if err != nil || ok || out.State != ledger.OutSent || out.SettledAt.Before(since) {
		return text, err
	}
	return b.textOf(t, out)
}

// textOf is the text of a mail of ours as it went out. One that the daemon didn't
// submit was sent from Drafts, and may have been changed there.
func (b *box) textOf(t *ledger.Tx, out ledger.Out) (string, error) {
	if out.MarkedAt.IsZero() {
		text, _, err := b.byHandTo(t, out.Person, func(m ledger.Mail) bool { return m.MessageID == out.ThreadID() })
		return text, err
	}
	return lastPart(strings.ReplaceAll(plainText(out.Bytes), "\r\n", "\n"), answeredMost), nil
}

// byHandTo is the text of the newest mail that the owner sent to a person, of
// those that are meant; ok says whether there is one, for it may have no text.
func (b *box) byHandTo(t *ledger.Tx, person int64, meant func(ledger.Mail) bool) (text string, ok bool, err error) {
	if person == 0 {
		return "", false, nil
	}
	mails, err := t.PersonMails(person)
	for _, m := range slices.Backward(mails) {
		if b.engine.ownAddress(lower(m.Sender)) && meant(m) {
			return lastPart(m.NewText, answeredMost), true, nil
		}
	}
	return "", false, err
}

// ofTwo is what counts of a mail that was read alone and together with ours.
func ofTwo(alone, together replies.Reading) replies.Reading {
	isInterest := func(i replies.Intent) bool { return i == replies.IntentInterested || i == replies.IntentMeeting }
	interest := func(r replies.Reading) bool { return isInterest(r.Intent) || slices.ContainsFunc(r.Others, isInterest) }
	refused := alone.Intent == replies.IntentNotInterested || alone.Intent == replies.IntentWrongPerson || alone.Intent == replies.IntentOptOut
	switch {
	case len(together.NewText) < len(alone.NewText):
		// Words that stand in both are taken for ours, and cut. Who picks one of
		// our options by copying it has said them, too: what they wrote stays whole.
		return alone
	case together.Intent == replies.IntentOptOut, slices.Contains(together.Others, replies.IntentOptOut):
		return together
	case refused && alone.Certain() && together.Confidence < alone.Confidence:
		// A no to "shall I stop?" is none: that our question turns it is a rule's
		// word, and no guess.
		if alone.Intent == replies.IntentOptOut || !turned(together) {
			return alone
		}
		return held(alone, together)
	case !interest(together) || interest(alone) || together.Certain():
		return together
	case refused, alone.Intent == replies.IntentUnclear && replies.Denies(alone.NewText):
		return held(alone, together)
	}
	return together
}

// turned says whether the rules took an answer by what we had asked.
func turned(r replies.Reading) bool {
	return slices.ContainsFunc(r.Evidence, func(ev replies.Evidence) bool { return strings.HasPrefix(ev.Rule, "context.") })
}

// held is a mail of which two readings contradict each other. A demand to be left
// alone that stands in it beside a no still counts.
func held(alone, together replies.Reading) replies.Reading {
	r := alone
	why := replies.Evidence{Rule: "unclear.two-readings", Text: clip(alone.NewText, 200)}
	r.Intent, r.Confidence, r.Evidence = replies.IntentUnclear, together.Confidence, slices.Concat([]replies.Evidence{why}, alone.Evidence, together.Evidence)
	r.Others = slices.DeleteFunc(slices.Clone(alone.Others), func(i replies.Intent) bool { return i == replies.IntentUnclear })
	if r.Action != replies.ActionSuppress {
		r.Action = replies.ActionHold
	}
	return r
}

// lastPart is the end of a text, from a line on, at most n bytes long.
func lastPart(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[len(s)-n:]
	if _, rest, ok := strings.Cut(s, "\n"); ok {
		return rest
	}
	return strings.ToValidUTF8(s, "")
}
