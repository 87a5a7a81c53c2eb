package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

// wordsKept is how much of a person's words the journal keeps, in bytes.
const wordsKept = 300

func lower(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// incoming is a mail that was fetched and read.
type incoming struct {
	mailbox.Fetched
	reading  replies.Reading
	identity string
	at       time.Time // when it arrived, as far as that can be trusted
	from     string
	offset   *int
}

// Deliver implements mailbox.Sink: the mails of a folder are decided on, and
// its cursor moves, in one transaction.
func (b *box) Deliver(ctx context.Context, batch mailbox.Batch) error {
	mails := make([]incoming, 0, len(batch.Mails))
	for _, f := range batch.Mails {
		in, err := b.readMail(ctx, f, batch.Reset)
		if err != nil {
			return fmt.Errorf("read a mail of %q: %w", batch.Folder, err)
		}
		mails = append(mails, in)
	}
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		for i := range mails {
			if err := b.takeIn(t, &mails[i], done); err != nil {
				return fmt.Errorf("take in a mail of %q: %w", batch.Folder, err)
			}
		}
		return t.MoveCursor(ledger.Cursor{Mailbox: b.Name, Folder: batch.Folder, Role: string(batch.Role),
			UIDValidity: batch.Cursor.UIDValidity, Next: batch.Cursor.Next}, b.engine.now())
	})
}

// readMail reads what a mail says, and once more together with the mail of ours
// that it answers: whose that is, its first reading tells. In a reset its
// INTERNALDATE is not trusted; its own headers are.
func (b *box) readMail(ctx context.Context, f mailbox.Fetched, reset bool) (incoming, error) {
	in := incoming{Fetched: f, at: f.InternalDate}
	own := slices.Concat(b.Own)
	for _, other := range b.engine.mailboxes {
		own = append(own, other.Own...)
	}
	c := replies.Context{Received: f.InternalDate, Own: own, Truncated: f.Truncated}
	if sent, ok := headerDate(f.Raw); ok {
		if _, seconds := sent.Zone(); seconds >= -farthestWest && seconds <= farthestEast {
			in.offset = &seconds
		}
		if !f.InternalDate.IsZero() {
			c.Received = f.InternalDate.In(sent.Location())
		}
	}
	in.read(c)
	h := &in.reading.Header
	if reset || in.at.IsZero() {
		in.at = h.Trace
		if in.at.IsZero() || !h.Date.IsZero() && h.Date.Before(in.at) {
			in.at = h.Date
		}
		if in.at.IsZero() {
			in.at = b.engine.now()
		}
	}
	if len(h.From) > 0 {
		in.from = lower(h.From[0].Address)
	}
	in.identity = identity(f, *h)
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		c.Sent, err = b.answered(t, &in)
		return err
	})
	if err == nil && c.Sent != "" {
		alone := in.reading
		in.read(c)
		in.reading = ofTwo(alone, in.reading)
	}
	return in, err
}

func (in *incoming) read(c replies.Context) {
	in.reading = replies.Read(in.Raw, c)
	if in.Failed != "" && in.reading.Damaged == "" {
		in.reading.Damaged = in.Failed
	}
	h := &in.reading.Header
	h.Date, h.Trace = plausible(h.Date), plausible(h.Trace)
}

// The offsets of the zones farthest from UTC, in seconds.
const (
	farthestWest = 12 * 3600
	farthestEast = 14 * 3600
)

// plausible is a moment of a header in UTC; zero where it is none that a ledger
// or its JSON could hold. Its sender may write what they like.
func plausible(at time.Time) time.Time {
	if at = at.UTC(); at.Year() < 1970 || at.Year() > 2200 {
		return time.Time{}
	}
	return at
}

func headerDate(raw []byte) (time.Time, bool) {
	h, err := mailHeader(raw)
	if err != nil {
		return time.Time{}, false
	}
	at, err := h.Date()
	return at, err == nil
}

func mailHeader(raw []byte) (netmail.Header, error) {
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return m.Header, nil
}

// identity is the same for all copies of a mail, in whatever folder, and
// differs where a Message-ID was used twice.
func identity(f mailbox.Fetched, h replies.Header) string {
	var parts []string
	if h.MessageID != "" {
		from := ""
		if len(h.From) > 0 {
			from = lower(h.From[0].Address)
		}
		parts = []string{h.MessageID, from, h.Date.UTC().Format(time.RFC3339), h.Subject}
	} else {
		parts = []string{string(f.Raw)}
	}
	if len(f.Raw) == 0 {
		parts = []string{f.Folder, fmt.Sprint(f.UIDValidity), fmt.Sprint(f.UID)}
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// takeIn decides on one mail.
func (b *box) takeIn(t *ledger.Tx, in *incoming, done *committed) error {
	switch {
	case len(in.Raw) == 0:
		return b.quarantine(t, in)
	case in.Role == mailbox.RoleDrafts || slices.Contains(in.Flags, `\Draft`):
		return nil
	}
	if sequence := in.sequenceFolder(); sequence != "" {
		if mine, err := b.enrolFrom(t, in, sequence, done); mine || err != nil {
			return err
		}
	}
	known, err := t.ReadBefore(in.identity)
	if err != nil {
		return err
	}
	if !known {
		if left, err := b.leaves(t, in, done); left || err != nil {
			return err
		}
	}
	ours, err := b.sighting(t, in, done)
	if err != nil || ours {
		return err
	}
	// A copy that proves nothing may have been read before the one in Sent.
	if err := b.hear(t, in, done); err != nil || known {
		return err
	}
	if in.Role == mailbox.RoleSent || b.engine.ownAddress(in.from) {
		return b.ownMail(t, in, done)
	}
	return b.strangersMail(t, in, done)
}

// quarantine sets a mail aside that can't be fetched, and tells the owner.
func (b *box) quarantine(t *ledger.Tx, in *incoming) error {
	now := b.engine.now()
	if err := t.Quarantine(b.Name, in.Folder, in.UIDValidity, in.UID, in.Failed, now); err != nil {
		return err
	}
	m, err := b.engine.herald.Trouble(t, b.Name, "quarantine:"+in.identity,
		fmt.Sprintf("A mail in the folder %q (number %d there) can't be read: %s. Please look at it yourself; everything else in the folder is read.", in.Folder, in.UID, in.Failed), now)
	if err != nil {
		return err
	}
	return t.Tell(m)
}

// strangersMail takes in a mail that isn't the owner's.
func (b *box) strangersMail(t *ledger.Tx, in *incoming, done *committed) error {
	matches, err := b.match(t, in)
	if err != nil {
		return err
	}
	ref, err := b.keep(t, in, matches)
	if err != nil {
		return err
	}
	for _, m := range matches {
		ev := sequences.Event{ID: fmt.Sprintf("mail:%d:%d", ref, m.person), Kind: sequences.EvMail, At: in.at, Person: m.person, Mail: b.summary(in, m, ref)}
		if _, err := b.engine.decide(t, ev, done); err != nil {
			return err
		}
	}
	if len(matches) == 0 && in.reading.Kind == replies.KindComplaint {
		if err := b.engine.trip(t, b.Name); err != nil {
			return err
		}
	}
	return b.rememberReceived(t, in)
}

// keep stores what was read; the new text only where it concerns somebody.
func (b *box) keep(t *ledger.Tx, in *incoming, matches []match) (int64, error) {
	m := ledger.Mail{Identity: in.identity, Mailbox: b.Name, Folder: in.Folder, Role: string(in.Role), UIDValidity: in.UIDValidity, UID: in.UID,
		MessageID: in.reading.Header.MessageID, ReceivedAt: in.at, ReadAt: b.engine.now(), Sender: in.from, Subject: in.reading.Header.Subject,
		Kind: string(in.reading.Kind), Intent: string(in.reading.Intent)}
	if len(matches) > 0 {
		m.Person, m.Route, m.NewText = matches[0].person, string(matches[0].route), in.reading.NewText
		reading, err := json.Marshal(in.reading)
		if err != nil {
			return 0, err
		}
		m.Reading = string(reading)
	}
	id, _, err := t.KeepMail(m)
	return id, err
}

// summary is what decisions get of a mail.
func (b *box) summary(in *incoming, m match, ref int64) *sequences.Mail {
	r := in.reading
	s := &sequences.Mail{Ref: fmt.Sprint(ref), Mailbox: b.Name, Folder: in.Folder, From: in.from, Subject: r.Header.Subject, Route: m.route,
		Kind: r.Kind, About: r.About, Intent: r.Intent, Others: r.Others, Signals: r.Signals, Until: r.Until, Stated: r.Stated, Referred: r.ReferredTo,
		Words: clip(r.NewText, wordsKept), Certain: r.Certain() && (r.Kind != replies.KindBounce || m.bounce != nil), Damaged: r.Damaged, Offset: in.offset, Address: m.learn, Colleague: m.colleague}
	for _, ev := range r.Evidence {
		s.Evidence = append(s.Evidence, sequences.Evidence{Rule: ev.Rule, Text: ev.Text})
	}
	s.Evidence = append(s.Evidence, sequences.Evidence{Rule: "matched." + string(m.route), Text: m.by})
	if m.bounce != nil {
		s.Permanent, s.Delayed = m.bounce.Permanent, m.bounce.Delayed
		s.Evidence = append(s.Evidence, sequences.Evidence{Rule: "bounce." + string(m.bounce.Reason), Text: clip(m.bounce.Status+" "+m.bounce.Text, 200)})
	}
	return s
}

// clip cuts text at a rune's border, at most n bytes long.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// rememberReceived keeps the past of a mailbox complete for those who are
// enrolled later.
func (b *box) rememberReceived(t *ledger.Tx, in *incoming) error {
	if in.from == "" {
		return nil
	}
	kind := ledger.PastReceived
	switch in.reading.Kind {
	case replies.KindReply:
		if in.reading.Intent == replies.IntentOptOut {
			if err := t.Remember(b.Name, in.from, ledger.PastOptedOut, in.at, clip(in.reading.NewText, 120)); err != nil {
				return err
			}
		}
	case replies.KindBounce:
		for _, bounce := range in.reading.Bounces {
			if bounce.Permanent && bounce.Recipient != "" {
				if err := t.Remember(b.Name, bounce.Recipient, ledger.PastBounced, in.at, clip(bounce.Text, 120)); err != nil {
					return err
				}
			}
		}
		return nil
	default:
		kind = ledger.PastAutomatic
	}
	return t.Remember(b.Name, in.from, kind, in.at, clip(in.reading.Header.Subject, 120))
}
