package engine

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// PutBack is that a copy of the ledger took its place; the zero value where none did.
type PutBack struct {
	sequences.PutBack
	Held     bool `json:"held"`     // whoever may have been written to since is held
	Followed bool `json:"followed"` // the edits since are followed
}

const putBackSetting = "put_back"

// ReadPutBack reads when a copy took the ledger's place last.
func ReadPutBack(t *ledger.Tx) (p PutBack, err error) {
	_, err = readSetting(t, putBackSetting, &p)
	return p, err
}

// unfollowed is when a copy took the ledger's place, where edits were not followed
// since; nil else. One of them may have brought a mail forward that went out before.
func (p PutBack) unfollowed() *sequences.PutBack {
	if p.At.IsZero() || p.Followed {
		return nil
	}
	return &p.PutBack
}

// MarkPutBack notes in a copy of the ledger that it takes the ledger's place, and
// when it was made: nothing that it gives a number from now on has one that was
// given since. Until an engine has held whoever may have been written to, the copy
// sends nothing.
func MarkPutBack(ctx context.Context, l *ledger.Ledger, now time.Time) (p PutBack, err error) {
	h, err := ReadHeartbeat(ctx, l)
	if err != nil {
		return p, err
	}
	err = l.Write(ctx, func(t *ledger.Tx) error {
		wrote, err := t.LastWrote()
		if err != nil {
			return err
		}
		p.Made, p.At = laterOf(wrote, h.At).UTC(), now.UTC()
		if p.At.Before(p.Made) {
			p.At = p.Made // the clock was set back
		}
		if err := t.SkipIDs(p.At); err != nil {
			return err
		}
		if err := t.SawAll(p.At); err != nil {
			return err
		}
		if err := dropOpen(t, p.At); err != nil {
			return err
		}
		return writeSetting(t, putBackSetting, p)
	})
	return p, err
}

// dropOpen answers requests that were open when the copy was made and that can
// cause mail: they were carried out since, and what they let go is in doubt now.
func dropOpen(t *ledger.Tx, now time.Time) error {
	open, err := t.OpenRequests(-1)
	if err != nil {
		return err
	}
	text, err := json.Marshal(Answer{Text: "it was not carried out: the ledger was put back from a copy that was made before; ask for it again"})
	if err != nil {
		return err
	}
	for _, r := range open {
		switch r.Verb {
		case string(sequences.VerbPause), string(sequences.VerbStop), string(sequences.VerbSuppress), string(sequences.VerbNote), string(sequences.VerbFields),
			VerbPauseAll, VerbSuppressDomain, VerbForget, VerbReport, VerbLearn:
			continue
		}
		if err := t.Answer(r.ID, string(text), now); err != nil {
			return err
		}
	}
	return nil
}

// HeldBack is somebody who may have been written to since the copy was made.
type HeldBack struct {
	Address  string `json:"address"`
	Name     string `json:"name,omitempty"`
	Sequence string `json:"sequence"`
	Step     string `json:"step"` // that may have gone out
}

// HoldPutBack holds, in a ledger that was put back, every enrolment of which a step
// may have gone out since the copy was made, and gives those that are. It does so
// once, before anything else is decided: an answer that is read anew would move
// somebody out of its sight.
func (e *Engine) HoldPutBack(ctx context.Context) ([]HeldBack, error) {
	var p PutBack
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) { p, err = ReadPutBack(t); return err })
	if err != nil || p.At.IsZero() || p.Held {
		return nil, err
	}
	var held []HeldBack
	for last := int64(0); ; {
		before := last
		var rows []ledger.DueEnrolment
		err := e.ledger.Read(ctx, func(t *ledger.Tx) error {
			return t.Live(last, batch, func(r ledger.EnrolmentRow) error {
				last = r.ID
				rows = append(rows, ledger.DueEnrolment{ID: r.ID, Person: r.Person})
				return nil
			})
		})
		if err != nil {
			return nil, fmt.Errorf("find who may have been written to: %w", err)
		}
		if last == before {
			break
		}
		err = e.transact(ctx, func(t *ledger.Tx, done *committed) error {
			for _, r := range rows {
				h, ok, err := e.holdOne(t, r, p.PutBack, done)
				if err != nil {
					return fmt.Errorf("enrolment %d: %w", r.ID, err)
				}
				if ok {
					held = append(held, h)
				}
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("hold who may have been written to: %w", err)
		}
	}
	p.Held = true
	return held, e.ledger.Write(ctx, func(t *ledger.Tx) error {
		if err := writeSetting(t, putBackSetting, p); err != nil {
			return err
		}
		return e.tellPutBack(t, p, held)
	})
}

// Waiting are those whose sequence doesn't go on by itself.
func Waiting(t *ledger.Tx) ([]HeldBack, error) {
	var rows []ledger.EnrolmentRow
	err := t.Halted(-1, func(r ledger.EnrolmentRow) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	list := make([]HeldBack, len(rows))
	for i, r := range rows {
		p, err := t.Person(r.Person)
		if err != nil {
			return nil, err
		}
		list[i] = heldBack(&p, p.Enrolment(r.ID))
	}
	return list, nil
}

func heldBack(p *sequences.Person, e *sequences.Enrolment) HeldBack {
	h := HeldBack{Name: ledger.Name(*p), Sequence: e.Sequence, Step: e.Step}
	if len(p.Addresses) > 0 {
		h.Address = p.Addresses[0]
	}
	return h
}

// AsOf says when a copy was made, in the zone and layout of made; a copy of a ledger in
// which nothing was ever written bears no day.
func AsOf(made time.Time, layout string) string {
	if made.IsZero() {
		return "when it was new"
	}
	return "on " + made.Format(layout)
}

// toldOf is how many people the mail about a ledger that was put back names.
const toldOf = 50

// tellPutBack tells the owner that a copy took the ledger's place, and who is held
// for that. Whoever put it back need not be the owner.
func (e *Engine) tellPutBack(t *ledger.Tx, p PutBack, held []HeldBack) error {
	text := fmt.Sprintf("The ledger of followupd was put back as it was %s. What you ordered since (suppress, forget, stop, pause, notes, imports) is not known to it any more: please say it again. "+
		"Answers that came since are read again, and mails that lie in Sent count as sent.", AsOf(p.Made, "2 January 2006, 15:04 MST"))
	if len(held) == 0 {
		text += " Nobody is held anew: of all who would go on by themselves, nobody had a mail due since then. Whoever waited for you then waits again; look into Sent before you resume one of them, for you may have done so since."
	} else {
		text += "\nTo these people a mail may have gone out since. Nothing goes to them until it is found in Sent, or you say for each: followupd resume ADDRESS, or stop."
	}
	for i, h := range held {
		if i == toldOf {
			text += fmt.Sprintf("\n- and %d more: followupd list --place needs-you", len(held)-i)
			break
		}
		text += fmt.Sprintf("\n- %s (%s, step %s)", h.Address, h.Sequence, h.Step)
	}
	m, err := e.herald.Trouble(t, "", fmt.Sprintf("put-back:%d", p.At.UnixNano()), text, e.now())
	if err != nil {
		return err
	}
	return t.Tell(m)
}

func (e *Engine) holdOne(t *ledger.Tx, r ledger.DueEnrolment, in sequences.PutBack, done *committed) (h HeldBack, ok bool, err error) {
	at := in.At
	p, err := t.Person(r.Person)
	if err != nil {
		return h, false, err
	}
	enrolment := p.Enrolment(r.ID)
	// The past of a mailbox that was not read by then is read as far back as that, and
	// looked at for whoever it was not yet. For others there is no place from which it
	// could be read again: what came in there since is not seen.
	if enrolment.Checked {
		if _, err := t.Cursor(enrolment.Mailbox, "INBOX"); errors.Is(err, ledger.ErrNotFound) {
			in.At = laterOf(in.At, enrolment.Due)
		} else if err != nil {
			return h, false, err
		}
	}
	reason, err := e.decide(t, sequences.Event{ID: fmt.Sprintf("put-back:%d:%d", at.UnixNano(), r.ID), Kind: sequences.EvPutBack, At: at, Person: r.Person,
		Enrolment: r.ID, PutBack: &in}, done)
	return heldBack(&p, enrolment), reason.Code == sequences.CodePutBack, err
}

// TellingSecret is the secret by which the mails to the owner are named. One of its
// own for each time that a copy took the ledger's place: of the mails since the
// copy was made nothing is known, and what the owner answers to one of those must
// not be taken for an answer to another one that is made of the same cause anew.
func TellingSecret(t *ledger.Tx) ([]byte, error) {
	text, err := t.Setting("secret")
	if err != nil {
		return nil, err
	}
	secret, err := hex.DecodeString(text)
	if err != nil {
		return nil, err
	}
	p, err := ReadPutBack(t)
	if err != nil || p.At.IsZero() {
		return secret, err
	}
	mac := hmac.New(sha256.New, secret)
	fmt.Fprintf(mac, "put back\x00%d", p.At.UnixNano())
	return mac.Sum(nil), nil
}

// beforePutBack is when a copy took the ledger's place, where a mail came before
// that; the zero value else.
func (b *box) beforePutBack(t *ledger.Tx, in *incoming) (PutBack, error) {
	p, err := ReadPutBack(t)
	if err != nil || in.at.After(p.At) {
		return PutBack{}, err
	}
	return p, nil
}

// holdFromBefore holds somebody whom a mail enrols that lay in the folder of a
// sequence before the ledger was put back, perhaps: they may have been enrolled by
// it since the copy was made, and got mails. It says why; "" where nothing is held.
func (b *box) holdFromBefore(t *ledger.Tx, in *incoming, person int64, done *committed) (string, error) {
	put, err := b.beforePutBack(t, in)
	if err != nil || put.At.IsZero() {
		return "", err
	}
	p, err := t.Person(person)
	if err != nil {
		return "", err
	}
	live := p.Live()
	if live == nil {
		return "", nil
	}
	whenever := sequences.PutBack{Made: put.Made, At: laterOf(put.At, live.Due)}
	reason, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("put-back:%d:%d", put.At.UnixNano(), live.ID), Kind: sequences.EvPutBack, At: b.engine.now().UTC(),
		Person: person, Enrolment: live.ID, PutBack: &whenever}, done)
	if err != nil || reason.Code != sequences.CodePutBack {
		return "", err
	}
	return reason.Text, nil
}

// held are the words of a mail of before the ledger was put back: those that can
// cause mail may have been carried out then, and are not again.
func (p PutBack) held(commands []Command) []Command {
	if p.At.IsZero() {
		return commands
	}
	out := slices.Clone(commands)
	for i, c := range out {
		if c.Problem == "" && expires(c) {
			out[i] = Command{Line: c.Line, Problem: fmt.Sprintf("the ledger was put back on %s from a copy that was made before, and this word, which can cause mail, may have been carried out since; say it again if it wasn't", p.At.Format("2 January 2006"))}
		}
	}
	return out
}
