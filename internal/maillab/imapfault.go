package maillab

import (
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

// IMAPFault is how the IMAP server misbehaves; the zero value is none.
type IMAPFault struct {
	// BlackHole has the server take connections and bytes and answer nothing.
	// What clients sent meanwhile is answered once it is lifted.
	BlackHole bool
	// RefuseLogin is told to whoever logs in, after NO; such as
	// "[UNAVAILABLE] try later" or "[AUTHENTICATIONFAILED] wrong password".
	RefuseLogin string
	// CutAfter cuts each session begun from now on after that many bytes from
	// the server; 0 is never. With STARTTLS the bytes are those of TLS.
	CutAfter int64
	// Delay is waited, on the real clock, before each write.
	Delay time.Duration
}

// SetIMAPFault replaces the present fault.
func (l *Lab) SetIMAPFault(f IMAPFault) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.imapFault = f
	close(l.imapChange)
	l.imapChange = make(chan struct{})
	l.note(Entry{Protocol: "lab", Kind: Changed, Detail: fmt.Sprintf("IMAP fault %+v", f)})
}

func (l *Lab) currentIMAPFault() (IMAPFault, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.imapFault, l.imapChange
}

// DropIMAP cuts all IMAP connections without a word.
func (l *Lab) DropIMAP() { l.dropAll("imap") }

// ByeIMAP ends all IMAP connections with a BYE that says text (RFC 3501 7.1.5).
func (l *Lab) ByeIMAP(text string) {
	l.mu.Lock()
	var list []*session
	for s := range l.sessions {
		list = append(list, s)
	}
	l.mu.Unlock()
	for _, s := range list {
		// A client that has gone needs no farewell.
		_ = s.conn.Bye(text)
	}
}

// Poison is what happens when a client fetches a certain mail.
type Poison int

const (
	// PoisonNone is none.
	PoisonNone Poison = iota
	// PoisonBody breaks the connection in the first line of the answer when
	// more than the mail's header is fetched.
	PoisonBody
	// PoisonAll breaks it also when only the header is.
	PoisonAll
)

// SetPoison says what happens when that mail is fetched. UID, FLAGS,
// INTERNALDATE and RFC822.SIZE alone never do harm.
func (l *Lab) SetPoison(user, folder string, uid uint32, p Poison) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := l.folder(user, folder)
	if err != nil {
		return fmt.Errorf("poison: %w", err)
	}
	f.poison[imap.UID(uid)] = p
	return nil
}

// harms says whether a poisoned mail breaks a FETCH of these items.
func (p Poison) harms(options *imap.FetchOptions) bool {
	header := options.Envelope
	body := options.BodyStructure != nil
	for _, section := range options.BodySection {
		if section.Specifier == imap.PartSpecifierHeader {
			header = true
		} else {
			body = true
		}
	}
	return p != PoisonNone && body || p == PoisonAll && header
}
