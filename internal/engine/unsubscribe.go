package engine

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// unsubscribeWord begins the subject of the mails that List-Unsubscribe asks
// for; the person's token follows.
const unsubscribeWord = "unsubscribe"

// unsubscribeToken is what an opt-out by List-Unsubscribe says: one for each
// enrolment, which nobody can guess without the install secret.
func (e *Engine) unsubscribeToken(enrolment *sequences.Enrolment) string {
	return e.mac(unsubscribeWord, enrolment, "")
}

// listUnsubscribe is the header of that name (RFC 2369 3.2): a mail program
// shows a button by it that writes to the mailbox itself. There is no web server
// that could take the one click of RFC 8058.
func (e *Engine) listUnsubscribe(b *box, enrolment *sequences.Enrolment) string {
	return fmt.Sprintf("<mailto:%s?subject=%s%%20%s>", url.PathEscape(b.From.Address), unsubscribeWord, e.unsubscribeToken(enrolment))
}

// unsubscribeForm finds the token in a subject, whatever a mail program or a
// person put around it. A mac has 32 characters.
var unsubscribeForm = regexp.MustCompile(`(?i)(?:^|[^a-z2-7])([a-z2-7]{32})(?:[^a-z2-7]|$)`)

// leaves takes in a mail by which somebody uses their List-Unsubscribe. It
// concerns the person of the token and nobody else, whoever sends it: they may
// have other addresses, or have it sent on to them. A token that isn't ours is
// noted, and the mail is read as any other.
func (b *box) leaves(t *ledger.Tx, in *incoming, done *committed) (bool, error) {
	h := in.reading.Header
	found := unsubscribeForm.FindStringSubmatch(h.Subject)
	if found == nil {
		return false, nil
	}
	token := strings.ToLower(found[1])
	out, err := t.OutByUnsubscribe(token)
	if errors.Is(err, ledger.ErrNotFound) {
		out.Person, err = b.engine.unsubscribed(t, token) // its mail went out from elsewhere
	}
	if errors.Is(err, ledger.ErrNotFound) {
		if strings.Contains(strings.ToLower(h.Subject), unsubscribeWord) {
			b.engine.log.Warn("an opt-out by a token that is not ours", "mailbox", b.Name, "folder", in.Folder, "number", in.UID)
		}
		return false, nil
	}
	if err != nil {
		return false, err
	}
	// The token can't be guessed: whoever has it got the mail.
	in.reading.Kind, in.reading.Intent, in.reading.Others, in.reading.Confidence = replies.KindReply, replies.IntentOptOut, nil, 1
	m := match{person: out.Person, route: sequences.RouteUnsubscribe, by: h.Subject}
	ref, err := b.keep(t, in, []match{m})
	if err != nil {
		return false, err
	}
	ev := sequences.Event{ID: fmt.Sprintf("mail:%d:%d", ref, m.person), Kind: sequences.EvMail, At: in.at, Person: m.person, Mail: b.summary(in, m, ref)}
	_, err = b.engine.decide(t, ev, done)
	return true, err
}
