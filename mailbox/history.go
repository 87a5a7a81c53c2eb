package mailbox

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-message/charset"
)

// historyText is how much of a mail's text is looked at for an opt-out, in bytes.
const historyText = 2 << 10

// historyFields are the header fields that History reads.
func historyFields() []string {
	return []string{
		"From", "Reply-To", "To", "Cc", "Date", "Message-ID", "In-Reply-To", "References", "Subject",
		"Auto-Submitted", "Precedence", "List-Id", "Return-Path", "X-Failed-Recipients",
		"Content-Type", "Content-Transfer-Encoding", "MIME-Version", "X-Followupd-ID",
	}
}

// HistoryItem is one mail of the past, by its header.
type HistoryItem struct {
	Folder string
	Role   Role
	UID    uint32
	// InternalDate is when the server took the mail in, Date what the mail says;
	// both in UTC, zero where not known.
	InternalDate, Date time.Time
	// From, To and Cc are bare addresses in lower case.
	From, To, Cc []string
	Subject      string
	MessageID    string // with its angle brackets
	// Header holds the fields that were asked for, as they stand.
	Header []byte
	// Text is the beginning of the body, still encoded, at most 2 KiB: to look
	// for an opt-out or a bounce, and not to be kept. It is empty for Sent.
	Text []byte
	// Failed says, in words, why the mail could not be read; only Folder, Role,
	// UID and InternalDate are then set.
	Failed string
	// Done and Total count the mails of the whole history, for a progress bar.
	Done, Total int
}

// History reads the headers of all mails since a date in all folders that are
// watched, and hands them over one by one. It keeps nothing. An error of each
// ends it.
func History(ctx context.Context, a Account, since time.Time, each func(HistoryItem) error) error {
	h := &historian{
		// The Watcher only lends its connection and its strikes.
		w:    NewWatcher(a, WatcherOptions{}),
		each: each,
	}
	defer h.w.drop()
	if err := h.read(ctx, since); err != nil {
		return fmt.Errorf("read the history of mailbox %s: %w", a.Name, err)
	}
	return nil
}

type historian struct {
	w           *Watcher
	each        func(HistoryItem) error
	done, total int
}

// shelf is a folder with what is to be read of it.
type shelf struct {
	folder Folder
	rows   []row
}

func (h *historian) read(ctx context.Context, since time.Time) error {
	shelves, err := h.count(ctx, since)
	if err != nil {
		return err
	}
	for _, s := range shelves {
		if err := h.readShelf(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// count finds the mails to be read, so that progress can be told.
func (h *historian) count(ctx context.Context, since time.Time) ([]shelf, error) {
	ses, err := h.w.looking(ctx)
	if err != nil {
		return nil, err
	}
	folders, err := h.w.choose(ctx, ses, Everything)
	if err != nil {
		return nil, err
	}
	var shelves []shelf
	for _, f := range folders {
		span := span{from: 1, since: since}
		rows, err := h.scan(ctx, f, span)
		if f.Role != RoleInbox && unreadable(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		rows = within(rows, span)
		h.total += len(rows)
		shelves = append(shelves, shelf{f, rows})
	}
	return shelves, nil
}

// scan lists a folder's mails, once more without their dates if those break the
// connection.
func (h *historian) scan(ctx context.Context, f Folder, s span) ([]row, error) {
	for {
		r, ex, err := h.open(ctx, f)
		if err != nil {
			return nil, err
		}
		h.w.struck = map[strikeKey]bool{}
		rows, err := r.scan(ctx, ex, s)
		if err == nil || len(h.w.struck) == 0 {
			return rows, err
		}
		h.w.drop()
	}
}

// open gives a reader with the folder open.
func (h *historian) open(ctx context.Context, f Folder) (*reader, examined, error) {
	ses, err := h.w.looking(ctx)
	if err != nil {
		return nil, examined{}, err
	}
	ex, err := ses.examine(ctx, f.Name)
	return &reader{w: h.w, ses: ses, folder: f}, ex, err
}

func (h *historian) readShelf(ctx context.Context, s shelf) error {
	r, _, err := h.open(ctx, s.folder)
	if err != nil {
		return err
	}
	for rows := s.rows; len(rows) > 0; {
		page := rows[:min(pageMails, len(rows))]
		rows = rows[len(page):]
		items, err := r.headers(ctx, page)
		if err != nil {
			if r, items, err = h.oneByOne(ctx, s.folder, page, err); err != nil {
				return err
			}
		}
		if err := h.hand(items); err != nil {
			return err
		}
	}
	return nil
}

// oneByOne reads a page that could not be read at once, leaving out the mails
// that cannot be read at all.
func (h *historian) oneByOne(ctx context.Context, f Folder, page []row, cause error) (r *reader, items []HistoryItem, err error) {
	for i := 0; ; i++ {
		if errors.Is(cause, ErrLost) {
			if ctx.Err() != nil || errors.Is(cause, ErrSilent) {
				return nil, nil, cause
			}
			h.w.drop()
			r = nil
		}
		if r == nil {
			if r, _, err = h.open(ctx, f); err != nil {
				return nil, nil, err
			}
		}
		if i == len(page) {
			return r, items, nil
		}
		one, err := r.headers(ctx, page[i:i+1])
		if err != nil {
			one = []HistoryItem{{Folder: f.Name, Role: f.Role, UID: page[i].uid, InternalDate: page[i].when, Failed: err.Error()}}
		}
		items, cause = append(items, one...), err
	}
}

func (h *historian) hand(items []HistoryItem) error {
	for _, item := range items {
		h.done++
		item.Done, item.Total = h.done, h.total
		if err := h.each(item); err != nil {
			return err
		}
	}
	return nil
}

// headers fetches the header fields of a page and, but for Sent, the beginning
// of the text.
func (r *reader) headers(ctx context.Context, page []row) ([]HistoryItem, error) {
	var set imap.UIDSet
	for _, m := range page {
		set.AddNum(imap.UID(m.uid))
	}
	options := &imap.FetchOptions{UID: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{{
		Peek: true, Specifier: imap.PartSpecifierHeader, HeaderFields: historyFields(),
	}}}
	if r.folder.Role != RoleSent {
		options.BodySection = append(options.BodySection, &imap.FetchItemBodySection{
			Peek: true, Specifier: imap.PartSpecifierText, Partial: &imap.SectionPartial{Offset: 0, Size: historyText},
		})
	}
	rows, err := r.ses.fetch(ctx, "read headers of "+r.folder.Name, set, options)
	if err != nil {
		return nil, err
	}
	var items []HistoryItem
	for _, m := range rows {
		item := readHeader(m.raw)
		item.Folder, item.Role, item.UID = r.folder.Name, r.folder.Role, m.uid
		item.InternalDate = m.internal
		item.Text = m.text[:min(len(m.text), historyText)]
		items = append(items, item)
	}
	return items, nil
}

// readHeader takes what it can from a header, however broken it is.
func readHeader(raw []byte) HistoryItem {
	item := HistoryItem{Header: raw}
	fields, _ := textproto.NewReader(bufio.NewReader(bytes.NewReader(raw))).ReadMIMEHeader()
	words := &mime.WordDecoder{CharsetReader: charset.Reader}
	item.From = addresses(fields["From"], words)
	item.To = addresses(fields["To"], words)
	item.Cc = addresses(fields["Cc"], words)
	item.MessageID = strings.TrimSpace(fields.Get("Message-Id"))
	item.Subject = fields.Get("Subject")
	if decoded, err := words.DecodeHeader(item.Subject); err == nil {
		item.Subject = decoded
	}
	if date, err := mail.ParseDate(fields.Get("Date")); err == nil {
		item.Date = date.UTC()
	}
	return item
}

// addressLike finds addresses in a list that does not follow RFC 5322.
var addressLike = regexp.MustCompile(`[^\s<>,;:"'()\[\]]+@[^\s<>,;:"'()\[\]]+`)

func addresses(values []string, words *mime.WordDecoder) []string {
	parser := mail.AddressParser{WordDecoder: words}
	var found []string
	for _, value := range values {
		list, err := parser.ParseList(value)
		if err != nil {
			for _, a := range addressLike.FindAllString(value, -1) {
				found = append(found, strings.ToLower(a))
			}
			continue
		}
		for _, a := range list {
			found = append(found, strings.ToLower(a.Address))
		}
	}
	return found
}
