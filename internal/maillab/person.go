package maillab

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Received is a mail that the submission server accepted, as one of its
// recipients has it.
type Received struct {
	Recipient  string    // whose copy this is
	Recipients []string  // all of the envelope
	From       string    // the envelope's sender
	Account    string    // who submitted it
	At         time.Time // when it was accepted, on the lab's clock
	Tx         int       // number of the transaction
	Raw        []byte    // what the recipient got
	Submitted  []byte    // what the client sent
	MessageID  string    // in Raw; with its angle brackets
}

// Person is somebody behind an address outside the lab's accounts.
type Person struct {
	Address string
	// React is called once for each mail that the person gets, in the order of
	// acceptance over one connection, and says what follows. It may call the
	// lab. It must not take long: the client waits for its 250.
	React func(Received) []Reaction
}

// Reaction is a mail that comes into an account later.
type Reaction struct {
	// After is counted on the lab's clock from the acceptance of the mail that
	// is reacted to. Zero is at once.
	After time.Duration
	// Mail writes it; at is when it is delivered.
	Mail Letter
	// Account is whose mailbox it comes into; empty is the one that submitted.
	Account string
	// Folder is INBOX when empty. A mail in Sent is one that the owner wrote
	// in another program.
	Folder string
}

type queued struct {
	due time.Time
	Reaction
}

// Accepted returns every accepted mail, one for each recipient, oldest first.
func (l *Lab) Accepted() []Received {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.received)
}

// AddPerson adds somebody, or replaces who was behind that address.
func (l *Lab) AddPerson(p Person) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.people[strings.ToLower(p.Address)] = p
}

// React queues a reaction to a mail, as its recipient would. It counts from
// the mail's time.
func (l *Lab) React(to Received, reactions ...Reaction) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range reactions {
		if r.Account == "" {
			r.Account = to.Account
		}
		if r.Folder == "" {
			r.Folder = Inbox
		}
		if _, err := l.folder(r.Account, r.Folder); err != nil {
			return fmt.Errorf("react: %w", err)
		}
		l.queue = append(l.queue, queued{to.At.Add(r.After), r})
	}
	slices.SortStableFunc(l.queue, func(a, b queued) int { return a.due.Compare(b.due) })
	return nil
}

// NextReaction tells when the next queued reaction is due; false when none is.
func (l *Lab) NextReaction() (time.Time, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.queue) == 0 {
		return time.Time{}, false
	}
	return l.queue[0].due, true
}

// Advance delivers the reactions that are due at now, each with its own due
// time as INTERNALDATE, and returns how many. It moves no clock.
func (l *Lab) Advance(now time.Time) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for len(l.queue) > 0 && !l.queue[0].due.After(now) {
		q := l.queue[0]
		l.queue = l.queue[1:]
		f, err := l.folder(q.Account, q.Folder)
		if err != nil { // a client has deleted the folder since
			f = l.accounts[q.Account].folders[Inbox]
		}
		l.deliver(q.Account, f, crlf(q.Mail(q.due)), q.due, nil)
		n++
	}
	return n
}

// accept takes a mail into the server's hands: notes it, saves it in Sent and
// rewrites its id where the lab is such a server, gives it to the lab's own
// accounts and has people react.
func (l *Lab) accept(s *submission) {
	raw := s.tx.Raw
	l.mu.Lock()
	l.note(s.entry(Accepted, ""))
	if l.personality.RewriteMessageID {
		raw = rewriteMessageID(raw, fmt.Sprintf("<lab-%d@rewritten.example>", s.tx.Number))
	}
	if sent := l.accounts[s.account].bySpecialUse(`\Sent`); sent != nil && l.personality.SaveSent {
		l.deliver(s.account, sent, raw, l.now(), nil)
	}
	var copies []Received
	for _, to := range s.tx.To {
		copies = append(copies, Received{
			Recipient: to, Recipients: slices.Clone(s.tx.To), From: s.tx.From, Account: s.account,
			At: l.now(), Tx: s.tx.Number, Raw: raw, Submitted: s.tx.Raw, MessageID: headerField(raw, "Message-ID"),
		})
		if acc := l.byAddress(to); acc != nil {
			l.deliver(acc.User, acc.folders[Inbox], raw, l.now(), nil)
		}
	}
	l.received = append(l.received, copies...)
	l.mu.Unlock()
	for _, c := range copies {
		l.askPerson(c)
	}
}

func (l *Lab) askPerson(m Received) {
	l.mu.Lock()
	p, ok := l.people[strings.ToLower(m.Recipient)]
	l.mu.Unlock()
	if !ok || p.React == nil {
		return
	}
	if err := l.React(m, p.React(m)...); err != nil {
		l.tell(Entry{Protocol: "lab", Kind: Trouble, To: []string{m.Recipient}, Detail: err.Error()})
	}
}

// rewriteMessageID does what Exchange does: a new id, and the old one in a
// field of its own.
func rewriteMessageID(raw []byte, id string) []byte {
	old := headerField(raw, "Message-ID")
	header, body := splitHeader(raw)
	var out strings.Builder
	out.WriteString("Message-ID: " + id + "\r\n")
	if old != "" {
		out.WriteString("X-Microsoft-Original-Message-ID: " + old + "\r\n")
	}
	skipping := false
	for line := range strings.SplitAfterSeq(string(header), "\r\n") {
		folded := strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")
		if !folded {
			skipping = len(line) > 11 && strings.EqualFold(line[:11], "Message-ID:")
		}
		if !skipping {
			out.WriteString(line)
		}
	}
	return append([]byte(out.String()), body...)
}
