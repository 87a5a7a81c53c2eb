package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

// expiry is for how long a mail to the owner can be answered with a word that
// can cause mail. Words that only stop or note never expire.
const expiry = 7 * 24 * time.Hour

// receiptsAnHour and receiptsADay are how many answers to the owner's words are
// sent at most: whatever goes wrong between two machines, it stays bounded. What
// the owner asked for is done all the same.
const (
	receiptsAnHour = 20
	receiptsADay   = 60
)

// forgottenAfter is when a request without an answer is given up: it went with
// a person who was forgotten.
const forgottenAfter = 10 * time.Minute

// Clerk understands what the owner answers to the mails to them.
type Clerk interface {
	// Hear says what a mail asks for, and whether it is proven to be the
	// owner's. It looks at nothing but the word.
	Hear(w Word) Hearing
	// Receipt makes the mail that tells what came of it.
	Receipt(t *ledger.Tx, r Receipt) (ledger.OwnerMail, error)
}

// Word is a mail that answers one of ours to the owner.
type Word struct {
	Raw        []byte
	Cut        bool             // not all of it was fetched
	Answers    ledger.OwnerMail // the mail that it seems to answer
	Sent       bool             // the Sent folder of a mailbox that could have answered holds it
	Inbox      bool             // it came into the inbox
	Own        []string         // the addresses of that mailbox, lower-cased
	AuthServer string           // whose Authentication-Results count there; empty: none
	Kind       replies.Kind     // what it was read as
	Now        time.Time
}

// Hearing is what a Clerk makes of a Word.
type Hearing struct {
	Doubt    error // why nothing proves it to be the owner's; nil: it is
	Machine  bool  // a machine wrote it, which is never answered
	Commands []Command
	Problem  string // why its words could not be read at all
}

// Command is what one line of the owner's asks for.
type Command struct {
	Line    string         `json:"line"`              // as they wrote it
	Verb    string         `json:"verb,omitempty"`    // of a request
	Numbers []int          `json:"numbers,omitempty"` // of people in the mail that it answers
	All     bool           `json:"all,omitempty"`     // all of those
	Target  string         `json:"target,omitempty"`  // an address or a domain instead
	Until   time.Time      `json:"until,omitzero"`
	Key     string         `json:"key,omitempty"`
	Text    string         `json:"text,omitempty"`
	Intent  replies.Intent `json:"intent,omitempty"`
	Nth     int            `json:"nth,omitempty"` // of those whom a person named there; 0: the only one
	// Problem is why the line is not understood; then there is nothing else but Line.
	Problem string `json:"problem,omitempty"`
}

// Carried is one thing that was asked for, and what came of it.
type Carried struct {
	Command Command `json:"command"`
	Number  int     `json:"number,omitempty"` // of whom it is about
	Person  int64   `json:"person,omitempty"`
	Who     string  `json:"who,omitempty"`     // their name or address, or the domain
	Request int64   `json:"request,omitempty"` // 0: it was not asked for, for Problem
	Problem string  `json:"problem,omitempty"`
	Answer  Answer  `json:"-"`
	New     int64   `json:"-"` // the person whom it enrolled
}

// Receipt is all that is told of one word.
type Receipt struct {
	Word    ledger.Word
	Answers ledger.OwnerMail
	Carried []Carried
	Reached []string // the people to whom the mail went as well: then nothing was carried out
	Problem string   // why its words could not be read at all
	Now     time.Time
}

// heard is what the ledger keeps of a word until it is answered.
type heard struct {
	Carried []Carried `json:"carried,omitempty"`
	Reached []string  `json:"reached,omitempty"`
	Problem string    `json:"problem,omitempty"`
}

// hear takes in what a mail says to followupd, where it answers a mail of ours
// to the owner. Whatever else the mail is, it is that besides.
func (b *box) hear(t *ledger.Tx, in *incoming, done *committed) error {
	if b.engine.clerk == nil || len(in.Raw) == 0 {
		return nil
	}
	answered, direct, err := answeredMail(t, in)
	if err != nil || answered.ID == 0 {
		return err
	}
	id := in.reading.Header.MessageID
	if before, err := t.Heard(id); before || err != nil {
		return err
	}
	w := Word{Raw: in.Raw, Cut: in.Truncated, Answers: answered, Sent: in.Role == mailbox.RoleSent && b.couldAnswer(answered),
		Inbox: in.Role == mailbox.RoleInbox, Own: b.Own, AuthServer: b.AuthServer, Kind: in.reading.Kind, Now: b.engine.now()}
	h := b.engine.clerk.Hear(w)
	reached, err := b.wentTo(t, in)
	if err != nil {
		return err
	}
	switch {
	case h.Machine || id == "":
		return nil
	case w.Sent && len(reached) > 0:
		// It is the owner's own mail to them, and followupd is told nothing in it.
	case !direct:
		return nil
	case h.Doubt != nil:
		return t.Unproven(ledger.Unproven{Identity: in.identity, MessageID: id, Mailbox: b.Name, Sender: clip(in.from, 254), At: b.engine.now(), Why: h.Doubt.Error()})
	}
	keep := heard{Reached: reached, Problem: h.Problem}
	if len(reached) == 0 {
		before, err := b.beforePutBack(t, in)
		if err != nil {
			return err
		}
		if keep.Carried, err = b.engine.askAll(t, answered, id, before.held(h.Commands)); err != nil {
			return err
		}
	}
	lines, err := json.Marshal(keep)
	if err != nil {
		return err
	}
	_, err = t.Hear(ledger.Word{MessageID: id, Mailbox: b.Name, Mail: answered.ID, Subject: clip(in.reading.Header.Subject, 200),
		References: strings.Join(last(in.reading.Header.References, 20), " "), At: b.engine.now(), Lines: string(lines)})
	done.asked = true
	return err
}

func last(list []string, n int) []string { return list[max(0, len(list)-n):] }

// answeredMail is the mail to the owner that a mail cites; direct says that it
// does so as the one that it answers.
func answeredMail(t *ledger.Tx, in *incoming) (m ledger.OwnerMail, direct bool, err error) {
	h := in.reading.Header
	for i, id := range slices.Concat(h.InReplyTo, reversed(last(h.References, 20))) {
		m, err = t.OwnerMailByID(id)
		if !errors.Is(err, ledger.ErrNotFound) {
			return m, i < len(h.InReplyTo), err
		}
	}
	return ledger.OwnerMail{}, false, nil
}

// couldAnswer says whether who reads a mail to the owner may answer it from
// this mailbox: it went out from here, or came here.
func (b *box) couldAnswer(m ledger.OwnerMail) bool {
	if m.Mailbox == b.Name || m.Mailbox == "" && b == b.engine.mailboxes[0] {
		return true
	}
	return lower(m.Recipient) == lower(b.From.Address)
}

// wentTo are the people known to whom a mail went, by name.
func (b *box) wentTo(t *ledger.Tx, in *incoming) ([]string, error) {
	var names []string
	h := in.reading.Header
	for _, a := range slices.Concat(h.To, h.Cc, blindCopies(in.Raw)) {
		address := lower(a.Address)
		if b.engine.ownAddress(address) {
			continue
		}
		id, err := personAt(t, address)
		if err != nil {
			return nil, err
		}
		if id == 0 {
			continue
		}
		p, err := t.Person(id)
		if err != nil {
			return nil, err
		}
		if name := ledger.Name(p); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// blindCopies are the addresses of Bcc, which only the sender's own copy has,
// and of what a mail was sent on to (RFC 5322 3.6.6).
func blindCopies(raw []byte) []netmail.Address {
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	var out []netmail.Address
	for _, name := range []string{"Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc"} {
		if list, err := m.Header.AddressList(name); err == nil {
			for _, a := range list {
				out = append(out, *a)
			}
		}
	}
	return out
}

// askAll makes requests of what a word asks for, as the command line would.
func (e *Engine) askAll(t *ledger.Tx, answered ledger.OwnerMail, id string, commands []Command) ([]Carried, error) {
	var out []Carried
	for _, c := range commands {
		list := e.apart(answered, c)
		if c.All && c.Verb == string(sequences.VerbApprove) {
			var err error
			if list, err = awaiting(t, list); err != nil {
				return nil, err
			}
		}
		for _, one := range list {
			if one.Problem == "" {
				if err := e.askOne(t, answered, id, &one); err != nil {
					return nil, err
				}
			}
			out = append(out, one)
		}
	}
	return out, nil
}

// awaiting leaves out those to whom no mail waits for a yes: approve all isn't
// about them.
func awaiting(t *ledger.Tx, list []Carried) ([]Carried, error) {
	var out []Carried
	for _, c := range list {
		if c.Problem != "" {
			return list, nil
		}
		p, err := t.Person(c.Person)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if live := p.Live(); live != nil && live.Awaits() {
			out = append(out, c)
		}
	}
	if len(out) == 0 && len(list) > 0 {
		return []Carried{{Command: list[0].Command, Problem: "no mail to any of them waits for your yes"}}, nil
	}
	return out, nil
}

// apart makes one thing of each person whom a line is about.
func (e *Engine) apart(answered ledger.OwnerMail, c Command) []Carried {
	switch {
	case c.Problem != "":
		return []Carried{{Command: c, Problem: c.Problem}}
	case expires(c) && e.now().Sub(answered.CreatedAt) > expiry:
		return []Carried{{Command: c, Problem: fmt.Sprintf("the mail that you answered is from %s, and after 7 days this word, which can cause mail, doesn't work any more",
			answered.CreatedAt.UTC().Format("2 January 2006"))}}
	case c.Target != "", c.Verb == VerbPauseAll, c.Verb == VerbResumeAll:
		return []Carried{{Command: c, Who: c.Target}}
	case c.All:
		for i := range answered.People {
			c.Numbers = append(c.Numbers, i+1)
		}
		c.All = false
	}
	if len(answered.People) == 0 {
		return []Carried{{Command: c, Problem: "the mail that you answered numbers nobody"}}
	}
	out := make([]Carried, 0, len(c.Numbers))
	for _, n := range c.Numbers {
		one := Carried{Command: c, Number: n}
		var ok bool
		if one.Person, ok = answered.Numbered(n); !ok {
			one.Problem = fmt.Sprintf("the mail that you answered has no number %d; it has 1 to %d", n, len(answered.People))
			if len(answered.People) == 1 {
				one.Problem = fmt.Sprintf("the mail that you answered has no number %d; there is one person in it, number 1", n)
			}
		}
		out = append(out, one)
	}
	return out
}

// expires says whether a word can cause mail: it begins, or it ends the owner's
// turn, at once or at a moment.
func expires(c Command) bool {
	switch c.Verb {
	case string(sequences.VerbResume), VerbResumeAll, string(sequences.VerbApprove), VerbEnrol, string(sequences.VerbDone), string(sequences.VerbSnooze):
		return true
	case string(sequences.VerbAnswerWas):
		return c.Intent.GoesOn()
	}
	return false
}

// askOne appends the request for one thing.
func (e *Engine) askOne(t *ledger.Tx, answered ledger.OwnerMail, id string, c *Carried) error {
	ask := Ask{Verb: c.Command.Verb, Address: c.Command.Target, Until: c.Command.Until, Key: c.Command.Key, Text: c.Command.Text, Intent: c.Command.Intent,
		Answers: answered.ID}
	if ask.Verb == string(sequences.VerbFields) {
		ask.Order, ask.Key, ask.Text = map[string]string{ask.Key: ask.Text}, "", ""
	}
	if ask.Verb == VerbSuppressDomain {
		if c.Problem = e.everybodys(ask.Address); c.Problem != "" {
			return nil
		}
	}
	if c.Person != 0 {
		p, err := t.Person(c.Person)
		if errors.Is(err, ledger.ErrNotFound) || err == nil && len(p.Addresses) == 0 {
			c.Problem = "this person is not known any more"
			return nil
		}
		if err != nil {
			return err
		}
		c.Who, ask.Address = ledger.Name(p), p.Addresses[0]
		if ask.Verb == VerbEnrol {
			return e.askEnrol(t, answered, id, &p, c)
		}
	}
	return e.request(t, id, ask, c)
}

// request appends a request in the owner's name.
func (e *Engine) request(t *ledger.Tx, id string, ask Ask, c *Carried) error {
	args, err := json.Marshal(ask)
	if err != nil {
		return err
	}
	c.Request, err = t.Ask(ledger.Request{At: e.now(), By: "your mail <" + id + ">", Verb: ask.Verb, Args: string(args)})
	return err
}

// AnybodysDomain says whether anybody may have an address at a domain, or a domain
// below it: that of a public mail provider, or a public suffix.
func AnybodysDomain(domain string) bool {
	suffix, _ := publicsuffix.PublicSuffix(domain)
	return suffix == domain || freeMail(domain)
}

// everybodys says why a domain can't be suppressed by one line of a mail; the
// command line asks first, and nothing here can.
func (e *Engine) everybodys(domain string) string {
	if AnybodysDomain(domain) {
		return "anybody may have an address at " + domain + "; name the addresses, or type followupd suppress --yes " + domain
	}
	for _, b := range e.mailboxes {
		for _, own := range b.Own {
			if d := ledger.Domain(own); d == domain || strings.HasSuffix(d, "."+domain) {
				return domain + " is your own domain"
			}
		}
	}
	return ""
}

// answerWords makes the receipts of words whose requests are all answered.
func (e *Engine) answerWords(ctx context.Context) error {
	if e.clerk == nil {
		return nil
	}
	var open []ledger.Word
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		open, err = t.OpenWords(50)
		return err
	})
	for _, w := range open {
		if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return e.answerWord(t, w) }); err != nil {
			return fmt.Errorf("answer the owner's mail <%s>: %w", w.MessageID, err)
		}
	}
	if err == nil && len(open) > 0 {
		nudge(e.told)
	}
	return err
}

func (e *Engine) answerWord(t *ledger.Tx, w ledger.Word) error {
	now := e.now()
	var h heard
	if err := json.Unmarshal([]byte(w.Lines), &h); err != nil {
		return err
	}
	for i := range h.Carried {
		ready, err := e.became(t, &h.Carried[i])
		switch {
		case err != nil:
			return err
		case !ready && now.Sub(w.At) > forgottenAfter:
			h.Carried[i].Problem = "what became of it isn't known any more"
		case !ready:
			return nil
		}
	}
	say := len(h.Carried) > 0 || len(h.Reached) > 0 || h.Problem != ""
	for _, bound := range []struct {
		span time.Duration
		most int
	}{{time.Hour, receiptsAnHour}, {24 * time.Hour, receiptsADay}} {
		n, err := t.Receipts(now.Add(-bound.span))
		if err != nil {
			return err
		}
		if say && n >= bound.most {
			e.log.Warn("the owner's mail gets no answer: there were many", "mail", w.MessageID)
			say = false
		}
	}
	if say {
		answered, err := t.OwnerMailNumber(w.Mail)
		if errors.Is(err, ledger.ErrNotFound) { // it told of somebody who is forgotten by now
			return t.AnswerWord(w.ID, false, now)
		}
		if err != nil {
			return err
		}
		m, err := e.clerk.Receipt(t, Receipt{Word: w, Answers: answered, Carried: h.Carried, Reached: h.Reached, Problem: h.Problem, Now: now})
		if err != nil {
			return err
		}
		if err := t.Tell(m); err != nil {
			return err
		}
	}
	return t.AnswerWord(w.ID, say, now)
}

// became fills in what became of one thing; ready is false while its request
// waits.
func (e *Engine) became(t *ledger.Tx, c *Carried) (ready bool, err error) {
	if c.Request == 0 {
		return true, nil
	}
	text, err := t.AnswerOf(c.Request)
	if errors.Is(err, ledger.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := json.Unmarshal([]byte(text), &c.Answer); err != nil {
		return false, err
	}
	if c.Command.Verb == VerbEnrol && len(c.Answer.Results) == 1 && c.Answer.Results[0].What == WasEnrolled {
		c.New, err = personAt(t, c.Answer.Results[0].Address)
	}
	return true, err
}
