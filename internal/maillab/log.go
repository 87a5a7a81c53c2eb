package maillab

import (
	"context"
	"slices"
	"time"
)

// Kind is what a log entry tells.
type Kind string

// Kinds of entries. Each is written before the server's answer leaves, so that
// whatever a client does because of an answer stands after it in the log.
const (
	Connected    Kind = "connected"     // both: a client connected
	Closed       Kind = "closed"        // both: the connection ended in good order
	Dropped      Kind = "dropped"       // both: the lab cut the connection; Detail says where
	LoggedIn     Kind = "login"         // both
	LoginRefused Kind = "login-refused" // both

	MailFrom  Kind = "mail"     // smtp: MAIL was accepted
	RcptTo    Kind = "rcpt"     // smtp: RCPT was accepted; To holds the one
	DataBegun Kind = "data"     // smtp: 354 is about to be sent
	DotCame   Kind = "dot"      // smtp: the final dot has arrived
	Accepted  Kind = "accepted" // smtp: the mail is in the server's hands, whatever the client gets to hear
	Answered  Kind = "answered" // smtp: the answer to the dot was sent; Detail holds it
	Refused   Kind = "refused"  // smtp: a 4xx or 5xx; Detail holds stage and answer
	Lost      Kind = "lost"     // smtp: the client went away without QUIT; Detail holds the stage

	Listed    Kind = "list"    // imap: LIST without STATUS
	StatusOf  Kind = "status"  // imap: STATUS of a folder, by command or by LIST; Detail holds the numbers
	Selected  Kind = "select"  // imap: SELECT or EXAMINE
	Fetched   Kind = "fetch"   // imap: FETCH; UIDs holds what was found, Detail what was asked
	Searched  Kind = "search"  // imap: SEARCH; UIDs holds what was found
	IdleBegun Kind = "idle"    // imap: IDLE began
	IdleEnded Kind = "idled"   // imap: IDLE ended
	Appended  Kind = "append"  // imap: APPEND by a client
	Stored    Kind = "store"   // imap: flags changed by a client
	Copied    Kind = "copy"    // imap: COPY or MOVE by a client; Detail holds the target
	Expunged  Kind = "expunge" // imap: by a client; lab: by the lab

	Delivered Kind = "deliver" // lab: a mail came into a folder
	Changed   Kind = "changed" // lab: a folder or a fault was changed; Detail says how
	Trouble   Kind = "trouble" // imap: what the server library complained of
)

// Entry is one line of the log.
type Entry struct {
	Seq       int       // 1, 2, 3 … in the order in which things happened
	At        time.Time // on the lab's clock
	Wall      time.Time // on the real clock, where Options.Wall gives it
	Protocol  string    // imap, smtp, or lab for what the lab itself did
	Kind      Kind
	Conn      int    // number of the connection; 0 for the lab
	Tx        int    // smtp: number of the transaction, counted over the lab; 0 outside one
	Account   string // whose login, or whose folder
	Folder    string
	UIDs      []uint32
	MessageID string // with its angle brackets, as submitted or delivered
	From      string // smtp: the envelope's sender
	To        []string
	Detail    string
}

// Log returns all entries so far, oldest first.
func (l *Lab) Log() []Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.entries)
}

// Await returns the first entry with Seq > after that match accepts, waiting
// for it until ctx ends.
func (l *Lab) Await(ctx context.Context, after int, match func(Entry) bool) (Entry, error) {
	for {
		l.mu.Lock()
		fresh := l.entries[min(after, len(l.entries)):]
		more := l.logged
		l.mu.Unlock()
		for _, e := range fresh {
			if match(e) {
				return e, nil
			}
			after = e.Seq
		}
		select {
		case <-more:
		case <-ctx.Done():
			return Entry{}, ctx.Err()
		}
	}
}

// note writes an entry. The lab must be locked.
func (l *Lab) note(e Entry) {
	e.Seq, e.At, e.Wall = len(l.entries)+1, l.now(), l.wall()
	l.entries = append(l.entries, e)
	close(l.logged)
	l.logged = make(chan struct{})
}

// tell is note for callers that don't hold the lock.
func (l *Lab) tell(e Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.note(e)
}
