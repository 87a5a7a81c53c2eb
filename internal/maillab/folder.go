package maillab

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Mail is one mail in a folder.
type Mail struct {
	UID   uint32
	Raw   []byte    // lines end in CRLF
	At    time.Time // INTERNALDATE
	Flags []string  // such as \Seen, in lower case, sorted
}

// message is a mail as the server holds it; the lab must be locked to look at
// its flags.
type message struct {
	uid     imap.UID
	raw     []byte
	at      time.Time
	flags   map[imap.Flag]bool
	version int // goes up when the flags change
}

// folder is one folder; the lab must be locked to use it.
type folder struct {
	Folder
	next       imap.UID
	messages   []*message
	subscribed bool
	poison     map[imap.UID]Poison
	changed    chan struct{} // closed and replaced at each change
}

func newFolder(f Folder) *folder {
	if f.UIDValidity == 0 {
		f.UIDValidity = 1
	}
	return &folder{Folder: f, next: 1, subscribed: true, poison: map[imap.UID]Poison{}, changed: make(chan struct{})}
}

func canonicalFolder(name string) string {
	name = strings.TrimSuffix(name, "/")
	if strings.EqualFold(name, Inbox) {
		return Inbox
	}
	return name
}

func (f *folder) touch() {
	close(f.changed)
	f.changed = make(chan struct{})
}

func (f *folder) add(raw []byte, at time.Time, flags []imap.Flag) *message {
	m := &message{uid: f.next, raw: raw, at: at, flags: map[imap.Flag]bool{}}
	for _, flag := range flags {
		m.flags[canonicalFlag(flag)] = true
	}
	f.next++
	f.messages = append(f.messages, m)
	f.touch()
	return m
}

func (f *folder) remove(gone func(*message) bool) []*message {
	var removed []*message
	f.messages = slices.DeleteFunc(f.messages, func(m *message) bool {
		if !gone(m) {
			return false
		}
		removed = append(removed, m)
		return true
	})
	if len(removed) > 0 {
		f.touch()
	}
	return removed
}

func (f *folder) count(flag imap.Flag) uint32 {
	var n uint32
	for _, m := range f.messages {
		if m.flags[canonicalFlag(flag)] {
			n++
		}
	}
	return n
}

func (f *folder) size() int64 {
	var n int64
	for _, m := range f.messages {
		n += int64(len(m.raw))
	}
	return n
}

func (m *message) flagList() []imap.Flag {
	list := make([]imap.Flag, 0, len(m.flags))
	for flag := range m.flags {
		list = append(list, flag)
	}
	slices.Sort(list)
	return list
}

func canonicalFlag(flag imap.Flag) imap.Flag { return imap.Flag(strings.ToLower(string(flag))) }

// folder finds a folder. The lab must be locked.
func (l *Lab) folder(user, name string) (*folder, error) {
	acc, ok := l.accounts[user]
	if !ok {
		return nil, unknownAccount(user)
	}
	f, ok := acc.folders[canonicalFolder(name)]
	if !ok {
		return nil, fmt.Errorf("account %q has no folder %q", user, name)
	}
	return f, nil
}

// bySpecialUse finds the folder of an account that serves a purpose, whether
// clients are told or not. The lab must be locked.
func (acc *account) bySpecialUse(use string) *folder {
	for _, f := range acc.folders {
		if strings.EqualFold(f.Use, use) {
			return f
		}
	}
	return nil
}

// crlf ends all lines in CRLF, as mail does on the wire (RFC 5322 2.1).
func crlf(raw []byte) []byte {
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(raw, []byte("\n"), []byte("\r\n"))
}

// headerField returns the first field of that name, unfolded; or "".
func headerField(raw []byte, name string) string {
	header, _ := splitHeader(raw)
	value, found := "", false
	for line := range strings.SplitSeq(string(header), "\r\n") {
		switch {
		case found && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")):
			value += line
		case found:
			return strings.TrimSpace(value)
		default:
			key, rest, ok := strings.Cut(line, ":")
			if ok && strings.EqualFold(strings.TrimSpace(key), name) {
				value, found = rest, true
			}
		}
	}
	return strings.TrimSpace(value)
}

// splitHeader parts a mail at its first empty line, which stays with the
// header.
func splitHeader(raw []byte) (header, body []byte) {
	if bytes.HasPrefix(raw, []byte("\r\n")) {
		return raw[:2], raw[2:]
	}
	if i := bytes.Index(raw, []byte("\r\n\r\n")); i >= 0 {
		return raw[:i+4], raw[i+4:]
	}
	return raw, nil
}
