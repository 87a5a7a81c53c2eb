package maillab

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-message/mail"
	"github.com/emersion/go-message/textproto"
)

func (s *session) Search(kind imapserver.NumKind, criteria *imap.SearchCriteria, _ *imap.SearchOptions) (*imap.SearchData, error) {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	var found []numbered
	for i, m := range s.view {
		if candidate := (numbered{uint32(i + 1), m.message}); s.matches(candidate, criteria) {
			found = append(found, candidate)
		}
	}
	e := s.entry(Searched, s.selected.Name)
	e.UIDs = uidsOf(found)
	s.lab.note(e)

	data := &imap.SearchData{Count: uint32(len(found))}
	var seqs imap.SeqSet
	var uids imap.UIDSet
	for _, m := range found {
		num := m.seq
		if kind == imapserver.NumKindUID {
			num = uint32(m.uid)
		}
		if data.Min == 0 {
			data.Min = num
		}
		data.Max = num
		seqs.AddNum(m.seq)
		uids.AddNum(m.uid)
	}
	data.All = seqs
	if kind == imapserver.NumKindUID {
		data.All = uids
	}
	return data, nil
}

// matches judges one mail by the keys of RFC 3501 6.4.4.
func (s *session) matches(m numbered, c *imap.SearchCriteria) bool {
	not := func(set imap.NumSet) bool { return !s.membership(set)(m.seq, m.uid) }
	return !slices.ContainsFunc(c.SeqNum, func(set imap.SeqSet) bool { return not(set) }) &&
		!slices.ContainsFunc(c.UID, func(set imap.UIDSet) bool { return not(set) }) &&
		between(m.at, c.Since, c.Before) &&
		sentBetween(m.raw, c.SentSince, c.SentBefore) &&
		!slices.ContainsFunc(c.Flag, func(f imap.Flag) bool { return !m.flags[canonicalFlag(f)] }) &&
		!slices.ContainsFunc(c.NotFlag, func(f imap.Flag) bool { return m.flags[canonicalFlag(f)] }) &&
		(c.Larger == 0 || int64(len(m.raw)) > c.Larger) &&
		(c.Smaller == 0 || int64(len(m.raw)) < c.Smaller) &&
		containsText(m.raw, c) &&
		!slices.ContainsFunc(c.Not, func(n imap.SearchCriteria) bool { return s.matches(m, &n) }) &&
		!slices.ContainsFunc(c.Or, func(o [2]imap.SearchCriteria) bool { return !s.matches(m, &o[0]) && !s.matches(m, &o[1]) })
}

// containsText looks for header fields and text in the bytes as they are:
// nothing is decoded, as on a server that keeps no index.
func containsText(raw []byte, c *imap.SearchCriteria) bool {
	holds := func(hay []byte, needle string) bool {
		return bytes.Contains(bytes.ToLower(hay), []byte(strings.ToLower(needle)))
	}
	for _, h := range c.Header {
		header, _ := splitHeader(raw)
		if !holds(header, "\n"+h.Key+":") && !bytes.HasPrefix(bytes.ToLower(header), []byte(strings.ToLower(h.Key)+":")) ||
			!holds([]byte(headerField(raw, h.Key)), h.Value) {
			return false
		}
	}
	_, body := splitHeader(raw)
	return !slices.ContainsFunc(c.Body, func(t string) bool { return !holds(body, t) }) &&
		!slices.ContainsFunc(c.Text, func(t string) bool { return !holds(raw, t) })
}

// between compares days, without regard to zones (RFC 3501 6.4.4). A zero
// bound is none.
func between(at, since, before time.Time) bool {
	day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	return (since.IsZero() || !day.Before(since)) && (before.IsZero() || day.Before(before))
}

func sentBetween(raw []byte, since, before time.Time) bool {
	if since.IsZero() && before.IsZero() {
		return true
	}
	var h mail.Header
	h.Set("Date", headerField(raw, "Date"))
	at, err := h.Date()
	return err == nil && between(at, since, before)
}

// envelope is nil where the header can't be read.
func envelope(raw []byte) *imap.Envelope {
	header, err := textproto.ReadHeader(bufio.NewReader(bytes.NewReader(raw)))
	if err != nil {
		return nil
	}
	return imapserver.ExtractEnvelope(header)
}
