package owner

import (
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"followupd/internal/engine"
)

// The reasons why a mail isn't taken for the owner's own word. They are shown in
// the status, so they say what can be done.
var (
	errMachine  = errors.New("a machine wrote it")
	errAnswers  = errors.New("it doesn't answer exactly one mail of followupd's")
	errIdentity = errors.New("it has not exactly one Message-ID")
	errForm     = errors.New("its header is not in order")
)

// prove says why a mail is no proven word of the owner's; nil where it is one.
// It counts if the Sent folder of a mailbox that could have answered holds it,
// which only somebody with the password could put there; or if it came to the
// inbox from the owner's address, and the server that takes in mail for this
// mailbox says so by a DMARC result of its own. A From line alone proves
// nothing, nor does an id that stands in References alone.
func prove(w engine.Word, owner string) error {
	m, err := mail.ReadMessage(bytes.NewReader(headerOf(w.Raw)))
	if err != nil {
		return errForm
	}
	h := m.Header
	if !answersExactly(h, w.Answers.MessageID, w.Answers.PublicID) {
		return errAnswers
	}
	if id := only(h, "Message-Id"); strings.Count(id, "<") != 1 || len(id) < 5 || strings.ContainsAny(id, " \t") {
		return errIdentity
	}
	if automatic(h) {
		return errMachine
	}
	from, err := onlyFrom(h)
	if err != nil {
		return err
	}
	if w.Sent {
		return provenBySent(h, w, from, owner)
	}
	return provenByServer(w, from, owner)
}

// headerOf is the header of a mail, with the blank line that ends it.
func headerOf(raw []byte) []byte {
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(raw, []byte(end)); i >= 0 {
			return raw[:i+len(end)]
		}
	}
	return slices.Concat(raw, []byte("\r\n\r\n"))
}

// only is the value of a field that stands there once; empty otherwise.
func only(h mail.Header, name string) string {
	if v := h[textproto.CanonicalMIMEHeaderKey(name)]; len(v) == 1 {
		return strings.TrimSpace(v[0])
	}
	return ""
}

// answersExactly says whether the one In-Reply-To names one of the ids and
// nothing else.
func answersExactly(h mail.Header, ids ...string) bool {
	got := only(h, "In-Reply-To")
	return slices.ContainsFunc(ids, func(id string) bool { return id != "" && got == "<"+id+">" })
}

// automatic says whether a machine wrote a mail (RFC 3834 5, and what machines
// did before it).
func automatic(h mail.Header) bool {
	for _, v := range h["Auto-Submitted"] {
		if v, _, _ := strings.Cut(v, ";"); !strings.EqualFold(strings.TrimSpace(v), "no") {
			return true
		}
	}
	for _, v := range h["Precedence"] {
		if slices.Contains([]string{"bulk", "junk", "list", "auto_reply"}, strings.ToLower(strings.TrimSpace(v))) {
			return true
		}
	}
	for _, name := range []string{"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Response", "List-Id", "X-Loop", NoticeHeader} {
		if len(h[textproto.CanonicalMIMEHeaderKey(name)]) > 0 {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(h.Get("Content-Type")), "multipart/report")
}

// onlyFrom is the one address of the one From line, lower-cased. Encoded words
// are names, never addresses.
func onlyFrom(h mail.Header) (string, error) {
	list, err := mail.ParseAddressList(only(h, "From"))
	if err != nil || len(list) != 1 {
		return "", errors.New("its From line does not name exactly one address")
	}
	for _, sender := range h["Sender"] {
		if a, err := mail.ParseAddress(sender); err != nil || !strings.EqualFold(a.Address, list[0].Address) {
			return "", errors.New("its Sender line names somebody else")
		}
	}
	return strings.ToLower(list[0].Address), nil
}

// provenBySent looks at a mail in the Sent folder.
func provenBySent(h mail.Header, w engine.Word, from, owner string) error {
	if !slices.Contains(w.Own, from) && from != owner {
		return fmt.Errorf("it is from %s, whose Sent folder this is not", from)
	}
	// A rule of the owner's may file what comes in from outside in there, too.
	for _, value := range h[textproto.CanonicalMIMEHeaderKey("Authentication-Results")] {
		r, ok := readAuthResults(value)
		if !ok {
			continue
		}
		if slices.ContainsFunc(r.dmarc, func(d dmarcResult) bool { return d.value != "pass" && d.value != "none" && d.value != "bestguesspass" }) {
			return errors.New("it came in from outside, and was not proven there")
		}
	}
	return nil
}

// provenByServer looks at a mail that came in.
func provenByServer(w engine.Word, from, owner string) error {
	switch {
	case !w.Inbox:
		return errors.New("it lies neither in the inbox nor in the folder of sent mail")
	case from != owner:
		return fmt.Errorf("it is not from %s", owner)
	case w.AuthServer == "":
		return errors.New("nothing says which server checks who wrote a mail; set auth_server of the mailbox")
	}
	r, err := serversWord(w.Raw, strings.ToLower(w.AuthServer))
	if err != nil {
		return err
	}
	_, domain, _ := strings.Cut(owner, "@")
	if len(r.dmarc) != 1 || r.dmarc[0].value != "pass" {
		return fmt.Errorf("%s gives no passing DMARC result", w.AuthServer)
	}
	if r.dmarc[0].from != domain {
		return fmt.Errorf("%s gives a DMARC result for another domain", w.AuthServer)
	}
	return nil
}

// serversWord is what the server of that name found. Such fields are put on top
// as a mail goes on its way, and anybody may have put one of that name there
// before: only the topmost counts, nothing that stands below the trace of a
// stranger's server, and none at all where several of that name differ.
func serversWord(raw []byte, server string) (authResults, error) {
	var found *authResults
	var text string
	for _, f := range headerFields(raw) {
		switch f.name {
		case "received":
			if found == nil && !ownHop(f.value, server) {
				return authResults{}, fmt.Errorf("there is no word of %s above those of other servers", server)
			}
		case "authentication-results":
			r, ok := readAuthResults(f.value)
			switch {
			case !ok && strings.Contains(strings.ToLower(f.value), server):
				return r, fmt.Errorf("the word of %s can't be read", server)
			case !ok || r.server != server:
			case found == nil:
				found, text = &r, strings.Join(strings.Fields(f.value), " ")
			case text != strings.Join(strings.Fields(f.value), " "):
				return r, fmt.Errorf("there are several words of %s, and they differ", server)
			}
		}
	}
	if found == nil {
		return authResults{}, fmt.Errorf("there is no word of %s on it", server)
	}
	return *found, nil
}

// ownHop says whether a Received field (RFC 5321 4.4) was put there by the
// server of that name, one beside it, or one that has no name in the world.
func ownHop(value, server string) bool {
	fields := strings.Fields(strings.ToLower(value))
	i := slices.Index(fields, "by")
	if i < 0 || i+1 >= len(fields) {
		return false
	}
	by := strings.TrimRight(fields[i+1], ";")
	if by == server || !strings.Contains(strings.Trim(by, "."), ".") {
		return true // the server itself, or a name such as localhost, or an IPv6 address
	}
	firm, err := publicsuffix.EffectiveTLDPlusOne(server)
	return err == nil && (by == firm || strings.HasSuffix(by, "."+firm))
}

type headerField struct{ name, value string }

// headerFields are the fields in their order, unfolded.
func headerFields(raw []byte) []headerField {
	var out []headerField
	for line := range strings.SplitSeq(string(headerOf(raw)), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
			if n := len(out); n > 0 {
				out[n-1].value += " " + strings.TrimSpace(line)
			}
			continue
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			out = append(out, headerField{strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)})
		}
	}
	return out
}
