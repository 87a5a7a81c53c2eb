package mailbox

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"net/textproto"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const (
	// maxMail is how much of a mail is fetched, in bytes.
	maxMail = 1 << 20
	// maxHeader is how much of a mail is fetched where its whole cannot be had.
	maxHeader = 256 << 10
	// pageMails and pageBytes bound what is held in memory and committed at once.
	pageMails = 50
	pageBytes = 8 << 20
)

// strikes count how often a mail was under way when its connection broke.
type strikes map[strikeKey]int

// strikeKey with a zero uid stands for the scan of a folder.
type strikeKey struct {
	folder   string
	validity uint32
	uid      uint32
}

// Strikes and what they lead to.
const (
	strikeAlone  = 1 // fetched alone, to see whether it is the one
	strikeHeader = 2 // only its header is asked for
	strikeOut    = 3 // passed over
)

// row is a mail as the scan of a folder shows it.
type row struct {
	uid  uint32
	size int64
	// when is the newer of INTERNALDATE and Date; zero where it wasn't asked
	// for or isn't known.
	when time.Time
}

// scan lists the mails from a UID on, by UID. It uses FETCH, since SEARCH is
// known to leave mails out on some servers. A server answers n:* with its last
// mail even where that is older than n: such rows are dropped.
func (r *reader) scan(ctx context.Context, ex examined, s span) ([]row, error) {
	if ex.count == 0 {
		return nil, nil
	}
	key := strikeKey{r.folder.Name, ex.validity, 0}
	options := &imap.FetchOptions{UID: true, RFC822Size: true}
	if !s.since.IsZero() && r.w.strikes[key] == 0 {
		options.InternalDate = true
		if s.reset {
			options.BodySection = []*imap.FetchItemBodySection{{
				Peek: true, Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"Date"},
			}}
		}
	}
	set := imap.UIDSet{imap.UIDRange{Start: imap.UID(s.from)}} // n:*
	found, err := r.ses.fetch(ctx, "list mails of "+r.folder.Name, set, options)
	if errors.Is(err, ErrLost) && options.InternalDate && ctx.Err() == nil {
		r.w.strike(key) // next time without the dates, which may be what broke it
	}
	if err != nil {
		return nil, err
	}
	delete(r.w.strikes, key)
	var rows []row
	for _, m := range found {
		if m.uid >= s.from {
			rows = append(rows, row{uid: m.uid, size: m.size, when: m.newest()})
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return int(int64(a.uid) - int64(b.uid)) })
	return slices.CompactFunc(rows, func(a, b row) bool { return a.uid == b.uid }), nil
}

// within drops the rows that are certainly older than the span. A mail whose
// age is not known stays.
func within(rows []row, s span) []row {
	if s.since.IsZero() {
		return rows
	}
	return slices.DeleteFunc(rows, func(m row) bool { return !m.when.IsZero() && m.when.Before(s.since) })
}

// firstPage takes as many rows as a page may have.
func firstPage(rows []row) []row {
	var sum int64
	for i, m := range rows {
		sum += min(m.size, maxMail)
		if i == pageMails || i > 0 && sum > pageBytes {
			return rows[:i]
		}
	}
	return rows
}

// fetch gets the mails of a page in the order of their UIDs. One that is gone
// by now is left out.
func (r *reader) fetch(ctx context.Context, ex examined, page []row) ([]Fetched, error) {
	var mails []Fetched
	var doubtful []row
	var clean []row
	for _, m := range page {
		if r.w.strikes[r.key(ex, m)] > 0 {
			doubtful = append(doubtful, m)
		} else {
			clean = append(clean, m)
		}
	}
	if len(clean) > 0 {
		got, missing, err := r.fetchMany(ctx, ex, clean)
		if err != nil {
			return nil, err
		}
		mails, doubtful = got, append(doubtful, missing...)
	}
	for _, m := range doubtful {
		one, ok, err := r.fetchAlone(ctx, ex, m)
		if err != nil {
			return nil, err
		}
		if ok {
			mails = append(mails, one)
		}
	}
	slices.SortFunc(mails, func(a, b Fetched) int { return int(int64(a.UID) - int64(b.UID)) })
	return mails, nil
}

func (r *reader) key(ex examined, m row) strikeKey {
	return strikeKey{r.folder.Name, ex.validity, m.uid}
}

// fetchMany gets several mails in one command. Those that the server would not
// give although they may be there come back as missing; if the connection
// breaks, every mail that had not arrived is under suspicion.
func (r *reader) fetchMany(ctx context.Context, ex examined, rows []row) (got []Fetched, missing []row, err error) {
	var set imap.UIDSet
	for _, m := range rows {
		set.AddNum(imap.UID(m.uid))
	}
	found, err := r.ses.fetch(ctx, "fetch mails of "+r.folder.Name, set, wholeMail())
	arrived := map[uint32]bool{}
	for _, m := range found {
		if m.body && !arrived[m.uid] {
			arrived[m.uid] = true
			got = append(got, r.fetched(ex, m))
		}
	}
	refused := answered(err)
	if err != nil && !refused {
		if errors.Is(err, ErrLost) && ctx.Err() == nil {
			for _, m := range rows {
				if !arrived[m.uid] {
					r.w.strike(r.key(ex, m))
				}
			}
		}
		return nil, nil, err
	}
	for _, m := range rows {
		if !arrived[m.uid] {
			missing = append(missing, m)
		}
	}
	if len(missing) > 0 {
		// Opening the folder anew shows which of them are gone.
		if _, err := r.ses.examine(ctx, r.folder.Name); err != nil {
			return nil, nil, err
		}
	}
	return got, missing, nil
}

// fetchAlone gets one mail, or what can be had of it. It returns false for a
// mail that is gone.
func (r *reader) fetchAlone(ctx context.Context, ex examined, m row) (Fetched, bool, error) {
	key := r.key(ex, m)
	if r.w.strikes[key] < strikeHeader {
		one, there, err := r.try(ctx, ex, m, wholeMail())
		if err != nil || !there || one.Raw != nil {
			return one, there, err
		}
	}
	why := "the server would not give it"
	if r.w.strikes[key] >= strikeHeader {
		why = "the connection broke each time it was fetched"
	}
	if r.w.strikes[key] < strikeOut {
		one, there, err := r.try(ctx, ex, m, headerOnly())
		if err != nil || !there {
			return one, there, err
		}
		if one.Raw != nil {
			one.Truncated = true
			one.Size = max(one.Size, m.size)
			one.Failed = "only the header could be read: " + why
			return one, true, nil
		}
	}
	delete(r.w.strikes, key)
	return Fetched{
		Folder: r.folder.Name, Role: r.folder.Role, UID: m.uid, UIDValidity: ex.validity,
		Size: m.size, Truncated: true, Failed: "nothing of the mail could be read: " + why,
	}, true, nil
}

// try fetches one mail. A refusal is told by a nil Raw.
func (r *reader) try(ctx context.Context, ex examined, m row, options *imap.FetchOptions) (one Fetched, there bool, err error) {
	found, err := r.ses.fetch(ctx, fmt.Sprintf("fetch mail %d of %s", m.uid, r.folder.Name), imap.UIDSetNum(imap.UID(m.uid)), options)
	for _, row := range found {
		one, there = r.fetched(ex, row), true
		if !row.body {
			one.Raw = nil
		}
	}
	switch {
	case err == nil:
		if one.Raw != nil || !there {
			delete(r.w.strikes, r.key(ex, m))
		}
		return one, there, nil
	case answered(err):
		return Fetched{}, true, nil
	case errors.Is(err, ErrLost) && ctx.Err() == nil:
		r.w.strike(r.key(ex, m))
	}
	return Fetched{}, false, err
}

func (w *Watcher) strike(key strikeKey) {
	if !w.struck[key] {
		w.struck[key] = true
		w.strikes[key]++
	}
}

// wholeMail is all that is asked for of a mail: ENVELOPE and BODYSTRUCTURE are
// left out, since a malformed mail makes servers answer what cannot be parsed.
func wholeMail() *imap.FetchOptions {
	return &imap.FetchOptions{
		UID: true, Flags: true, InternalDate: true, RFC822Size: true,
		BodySection: []*imap.FetchItemBodySection{{
			Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: maxMail},
		}},
	}
}

// headerOnly leaves out INTERNALDATE and FLAGS too: they may be what breaks the
// connection.
func headerOnly() *imap.FetchOptions {
	return &imap.FetchOptions{
		UID: true,
		BodySection: []*imap.FetchItemBodySection{{
			Peek: true, Specifier: imap.PartSpecifierHeader, Partial: &imap.SectionPartial{Offset: 0, Size: maxHeader},
		}},
	}
}

func (r *reader) fetched(ex examined, m *fetchedRow) Fetched {
	raw := m.raw
	if raw == nil {
		raw = []byte{}
	}
	return Fetched{
		Folder: r.folder.Name, Role: r.folder.Role, UID: m.uid, UIDValidity: ex.validity,
		InternalDate: m.internal, Size: m.size, Flags: m.flags, Raw: raw,
		Truncated: len(raw) >= maxMail && m.size != int64(len(raw)),
	}
}

// fetchedRow is one answer to FETCH.
type fetchedRow struct {
	uid      uint32
	size     int64
	flags    []string
	internal time.Time
	// body tells whether there was a text at all; raw is that text, or the
	// first of two, and text the second.
	body      bool
	raw, text []byte
}

// newest is the newer of INTERNALDATE and a fetched Date field.
func (m *fetchedRow) newest() time.Time {
	header, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(m.raw))).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return m.internal
	}
	date, err := mail.ParseDate(header.Get("Date"))
	if err != nil || date.Before(m.internal) {
		return m.internal
	}
	return date.UTC()
}

// fetch runs one UID FETCH and gives the rows that arrived, with an error too.
func (ses *session) fetch(ctx context.Context, what string, set imap.UIDSet, options *imap.FetchOptions) ([]*fetchedRow, error) {
	return ask(ctx, ses, what, func() ([]*fetchedRow, error) {
		var rows []*fetchedRow
		cmd := ses.client.Fetch(set, options)
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			m, err := readRow(msg)
			if err != nil {
				// A literal that was cut short frees the library's reader while
				// its remainder can still be drained, at the same time: let the
				// reader end first.
				ses.wire.cut(err)
				<-ses.client.Closed()
				_ = cmd.Close()
				return rows, err
			}
			if m.uid != 0 {
				rows = append(rows, m)
			}
		}
		return rows, cmd.Close()
	})
}

// readRow reads all items of an answer. A server that ignores the limit on a
// body cannot make it exceed memory.
func readRow(msg *imapclient.FetchMessageData) (*fetchedRow, error) {
	m := &fetchedRow{}
	for {
		switch item := msg.Next().(type) {
		case nil:
			return m, nil
		case imapclient.FetchItemDataUID:
			m.uid = uint32(item.UID)
		case imapclient.FetchItemDataFlags:
			for _, f := range item.Flags {
				m.flags = append(m.flags, string(f))
			}
		case imapclient.FetchItemDataInternalDate:
			m.internal = item.Time.UTC()
		case imapclient.FetchItemDataRFC822Size:
			m.size = item.Size
		case imapclient.FetchItemDataBodySection:
			if item.Literal == nil {
				continue
			}
			raw, err := readLiteral(item.Literal)
			if err != nil {
				return nil, err
			}
			if item.Section.Specifier == imap.PartSpecifierText {
				m.text = raw
			} else {
				m.raw, m.body = raw, true
			}
		}
	}
}

// readLiteral reads a literal to its end and keeps its first 1 MiB. Where the
// connection ends in its middle the library tells of an ordinary end: the
// length shows it.
func readLiteral(literal imap.LiteralReader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(literal, maxMail))
	if err != nil {
		return nil, err
	}
	length := int64(len(raw))
	if length == maxMail {
		// Only here the literal has not told its end yet. Once it has, it must
		// not be read again: its connection is the library's reader's then.
		rest, err := io.Copy(io.Discard, literal)
		if err != nil {
			return nil, err
		}
		length += rest
	}
	if length != literal.Size() {
		return nil, io.ErrUnexpectedEOF
	}
	return raw, nil
}
