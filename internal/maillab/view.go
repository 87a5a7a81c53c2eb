package maillab

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
)

// seen is one mail as a client knows it: its place in session.view is its
// sequence number less one.
type seen struct {
	*message
	version int // of the flags that the client was told
}

func (s *session) Select(name string, _ *imap.SelectOptions) (*imap.SelectData, error) {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(name)
	if err != nil {
		return nil, err
	}
	s.selected, s.view = f, nil
	var first uint32
	for i, m := range f.messages {
		s.view = append(s.view, seen{m, m.version})
		if first == 0 && !m.flags[canonicalFlag(imap.FlagSeen)] {
			first = uint32(i + 1)
		}
	}
	e := s.entry(Selected, f.Name)
	e.Detail = fmt.Sprintf("MESSAGES %d UIDNEXT %d UIDVALIDITY %d", len(f.messages), f.next, f.UIDValidity)
	s.lab.note(e)
	flags := []imap.Flag{imap.FlagSeen, imap.FlagAnswered, imap.FlagFlagged, imap.FlagDeleted, imap.FlagDraft}
	return &imap.SelectData{
		Flags: flags, PermanentFlags: append(slices.Clone(flags), imap.FlagWildcard),
		NumMessages: uint32(len(f.messages)), FirstUnseenSeqNum: first, UIDNext: f.next, UIDValidity: f.UIDValidity,
	}, nil
}

func (s *session) Unselect() error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	s.selected, s.view = nil, nil
	return nil
}

// update is one line of news for the client: an expunged sequence number, a
// mail whose flags changed, or else a new number of mails.
type update struct {
	expunged, seq, exists uint32
	uid                   imap.UID
	flags                 []imap.Flag
}

// news brings the view up to date and returns what the client must be told.
// Expunged mails stay in the view where the client may not be told (RFC 3501
// 7.4.1). It also returns the channel that closes at the next change.
func (s *session) news(allowExpunge bool) ([]update, <-chan struct{}) {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	if s.selected == nil {
		return nil, nil
	}
	there := make(map[*message]bool, len(s.selected.messages))
	for _, m := range s.selected.messages {
		there[m] = true
	}
	var list []update
	for i := len(s.view) - 1; i >= 0 && allowExpunge; i-- {
		if !there[s.view[i].message] {
			list = append(list, update{expunged: uint32(i + 1)})
			s.view = slices.Delete(s.view, i, i+1)
		}
	}
	for i, m := range s.view {
		delete(there, m.message)
		if m.version != m.message.version {
			s.view[i].version = m.message.version
			list = append(list, update{seq: uint32(i + 1), uid: m.uid, flags: m.flagList()})
		}
	}
	if len(there) > 0 { // what the view doesn't have yet
		for _, m := range s.selected.messages {
			if there[m] {
				s.view = append(s.view, seen{m, m.version})
			}
		}
		list = append(list, update{exists: uint32(len(s.view))})
	}
	return list, s.selected.changed
}

func write(w *imapserver.UpdateWriter, list []update) error {
	for _, u := range list {
		var err error
		switch {
		case u.expunged != 0:
			err = w.WriteExpunge(u.expunged)
		case u.seq != 0:
			err = w.WriteMessageFlags(u.seq, u.uid, u.flags)
		default:
			err = w.WriteNumMessages(u.exists)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *session) Poll(w *imapserver.UpdateWriter, allowExpunge bool) error {
	list, _ := s.news(allowExpunge)
	return write(w, list)
}

// Idle looks for news first and waits for the next change afterwards, so that
// nothing is lost that came just as IDLE began.
func (s *session) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	if s.lab.personality.NoIdle {
		return no("", "IDLE is not offered")
	}
	folder := ""
	s.lab.mu.Lock()
	if s.selected != nil {
		folder = s.selected.Name
	}
	s.lab.note(s.entry(IdleBegun, folder))
	s.lab.mu.Unlock()
	defer s.lab.tell(s.entry(IdleEnded, folder))
	for {
		list, changed := s.news(true)
		if err := write(w, list); err != nil {
			return err
		}
		select {
		case <-changed:
		case <-stop:
			return nil
		case <-s.wire.closed:
			return nil
		}
	}
}

// numbered is a mail and its sequence number.
type numbered struct {
	seq uint32
	*message
}

// pick returns the mails of a set that the client knows. The lab must be
// locked.
func (s *session) pick(set imap.NumSet) []numbered {
	var list []numbered
	in := s.membership(set)
	for i, m := range s.view {
		if in(uint32(i+1), m.uid) {
			list = append(list, numbered{uint32(i + 1), m.message})
		}
	}
	return list
}

// membership resolves "*", the largest number there is (RFC 3501 9, seq-number).
func (s *session) membership(set imap.NumSet) func(seq uint32, uid imap.UID) bool {
	resolve := func(start, stop, largest uint32) (uint32, uint32) {
		if start == 0 {
			start = largest
		}
		if stop == 0 {
			stop = largest
		}
		return min(start, stop), max(start, stop)
	}
	switch set := set.(type) {
	case imap.SeqSet:
		return func(seq uint32, _ imap.UID) bool {
			return slices.ContainsFunc(set, func(r imap.SeqRange) bool {
				start, stop := resolve(r.Start, r.Stop, uint32(len(s.view)))
				return start <= seq && seq <= stop
			})
		}
	case imap.UIDSet:
		var largest uint32
		if n := len(s.view); n > 0 {
			largest = uint32(s.view[n-1].uid)
		}
		return func(_ uint32, uid imap.UID) bool {
			return slices.ContainsFunc(set, func(r imap.UIDRange) bool {
				start, stop := resolve(uint32(r.Start), uint32(r.Stop), largest)
				return start <= uint32(uid) && uint32(uid) <= stop
			})
		}
	default:
		return func(uint32, imap.UID) bool { return false }
	}
}

func uidsOf(list []numbered) []uint32 {
	uids := make([]uint32, 0, len(list))
	for _, m := range list {
		uids = append(uids, uint32(m.uid))
	}
	return uids
}

func (s *session) Fetch(w *imapserver.FetchWriter, set imap.NumSet, options *imap.FetchOptions) error {
	list := s.fetchable(set, options)
	for _, m := range list {
		if m.poison.harms(options) {
			s.wire.cutSoon(poisonedBytes)
		}
		if err := m.write(w.CreateMessage(m.seq), options); err != nil {
			return err
		}
	}
	return nil
}

// poisonedBytes are what still leaves of an answer that breaks the connection:
// the beginning of its first line.
const poisonedBytes = 10

type fetched struct {
	numbered
	flags  []imap.Flag
	poison Poison
}

// fetchable gathers what FETCH is about, notes it, and sets \Seen where the
// body is fetched without PEEK.
func (s *session) fetchable(set imap.NumSet, options *imap.FetchOptions) []fetched {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	if s.selected == nil {
		return nil
	}
	picked := s.pick(set)
	e := s.entry(Fetched, s.selected.Name)
	e.UIDs, e.Detail = uidsOf(picked), fetchItems(options)
	if len(picked) == 1 {
		e.MessageID = headerField(picked[0].raw, "Message-ID")
	}
	s.lab.note(e)
	marks := slices.ContainsFunc(options.BodySection, func(b *imap.FetchItemBodySection) bool { return !b.Peek })
	list := make([]fetched, 0, len(picked))
	for _, m := range picked {
		if marks && !m.flags[canonicalFlag(imap.FlagSeen)] {
			m.flags[canonicalFlag(imap.FlagSeen)] = true
			m.version++
			s.selected.touch()
		}
		list = append(list, fetched{m, m.flagList(), s.selected.poison[m.uid]})
	}
	return list
}

// fetchItems names what a FETCH asked for.
func fetchItems(options *imap.FetchOptions) string {
	var items []string
	add := func(yes bool, name string) {
		if yes {
			items = append(items, name)
		}
	}
	add(options.Flags, "FLAGS")
	add(options.InternalDate, "INTERNALDATE")
	add(options.RFC822Size, "RFC822.SIZE")
	add(options.Envelope, "ENVELOPE")
	add(options.BodyStructure != nil, "BODYSTRUCTURE")
	for _, b := range options.BodySection {
		name := "BODY["
		if b.Peek {
			name = "BODY.PEEK["
		}
		name += string(b.Specifier) + "]"
		if b.Partial != nil {
			name += fmt.Sprintf("<%d.%d>", b.Partial.Offset, b.Partial.Size)
		}
		items = append(items, name)
	}
	return strings.Join(items, " ")
}

func (m fetched) write(w *imapserver.FetchResponseWriter, options *imap.FetchOptions) error {
	w.WriteUID(m.uid)
	if options.Flags {
		w.WriteFlags(m.flags)
	}
	if options.InternalDate {
		w.WriteInternalDate(m.at)
	}
	if options.RFC822Size {
		w.WriteRFC822Size(int64(len(m.raw)))
	}
	for _, b := range options.BodySection {
		data := section(m.raw, b)
		lit := w.WriteBodySection(b, int64(len(data)))
		// A failed write shows again when the answer is closed.
		_, _ = lit.Write(data)
		_ = lit.Close()
	}
	if options.Envelope || options.BodyStructure != nil {
		m.writeParsed(w, options)
	}
	return w.Close()
}

// writeParsed answers with what go-imap reads in the mail.
func (m fetched) writeParsed(w *imapserver.FetchResponseWriter, options *imap.FetchOptions) {
	if options.Envelope {
		w.WriteEnvelope(envelope(m.raw))
	}
	if options.BodyStructure != nil {
		w.WriteBodyStructure(imapserver.ExtractBodyStructure(bytes.NewReader(m.raw)))
	}
}

// section cuts a body section out of a mail. The whole, the header and the
// text of a mail are its bytes as they are, be it ever so malformed; only for
// the rest is it parsed.
func section(raw []byte, item *imap.FetchItemBodySection) []byte {
	whole := len(item.Part) == 0 && len(item.HeaderFields) == 0 && len(item.HeaderFieldsNot) == 0
	header, body := splitHeader(raw)
	var data []byte
	switch {
	case whole && item.Specifier == imap.PartSpecifierNone:
		data = raw
	case whole && item.Specifier == imap.PartSpecifierHeader:
		data = header
	case whole && item.Specifier == imap.PartSpecifierText:
		data = body
	default:
		return imapserver.ExtractBodySection(bytes.NewReader(raw), item)
	}
	if p := item.Partial; p != nil {
		start := min(p.Offset, int64(len(data)))
		data = data[start:]
		data = data[:min(p.Size, int64(len(data)))]
	}
	return data
}

func (s *session) Store(w *imapserver.FetchWriter, set imap.NumSet, change *imap.StoreFlags, _ *imap.StoreOptions) error {
	s.lab.mu.Lock()
	picked := s.pick(set)
	e := s.entry(Stored, s.selected.Name)
	e.UIDs = uidsOf(picked)
	s.lab.note(e)
	for _, m := range picked {
		m.change(change)
		if change.Silent {
			s.view[m.seq-1].version = m.version
		}
	}
	if len(picked) > 0 {
		s.selected.touch()
	}
	s.lab.mu.Unlock()
	// What isn't silent is told by the poll at the command's end.
	return nil
}

func (m *message) change(c *imap.StoreFlags) {
	if c.Op == imap.StoreFlagsSet {
		clear(m.flags)
	}
	for _, flag := range c.Flags {
		if c.Op == imap.StoreFlagsDel {
			delete(m.flags, canonicalFlag(flag))
		} else {
			m.flags[canonicalFlag(flag)] = true
		}
	}
	m.version++
}

func (s *session) Expunge(_ *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	gone := map[*message]bool{}
	e := s.entry(Expunged, s.selected.Name)
	in := func(uint32, imap.UID) bool { return true }
	if uids != nil {
		in = s.membership(*uids)
	}
	for i, m := range s.view {
		if m.flags[canonicalFlag(imap.FlagDeleted)] && in(uint32(i+1), m.uid) {
			gone[m.message] = true
			e.UIDs = append(e.UIDs, uint32(m.uid))
		}
	}
	s.selected.remove(func(m *message) bool { return gone[m] })
	s.lab.note(e)
	// The poll at the command's end tells the client.
	return nil
}

func (s *session) Copy(set imap.NumSet, dest string) (*imap.CopyData, error) {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	data, _, err := s.copyTo(set, dest)
	return data, err
}

func (s *session) Move(w *imapserver.MoveWriter, set imap.NumSet, dest string) error {
	s.lab.mu.Lock()
	data, picked, err := s.copyTo(set, dest)
	if err == nil {
		gone := map[*message]bool{}
		for _, m := range picked {
			gone[m.message] = true
		}
		s.selected.remove(func(m *message) bool { return gone[m] })
	}
	s.lab.mu.Unlock()
	if err != nil {
		return err
	}
	// The poll at the command's end tells of the expunged.
	return w.WriteCopyData(data)
}

// copyTo copies mails and notes it. The lab must be locked.
func (s *session) copyTo(set imap.NumSet, dest string) (*imap.CopyData, []numbered, error) {
	target, err := s.folder(dest)
	if err != nil {
		return nil, nil, no(imap.ResponseCodeTryCreate, "no such folder")
	}
	if target == s.selected {
		return nil, nil, no(imap.ResponseCodeCannot, "source and target are the same folder")
	}
	data := &imap.CopyData{UIDValidity: target.UIDValidity}
	picked := s.pick(set)
	for _, m := range picked {
		copied := target.add(m.raw, m.at, m.flagList())
		data.SourceUIDs.AddNum(m.uid)
		data.DestUIDs.AddNum(copied.uid)
	}
	e := s.entry(Copied, s.selected.Name)
	e.UIDs, e.Detail = uidsOf(picked), "to "+target.Name
	s.lab.note(e)
	return data, picked, nil
}
